//! Rarer forms, each class with what only looks like it.

use super::{PUBLISHED, dates, dates_at, gives, shape};
use crate::record::ShortText;

/// The texts of the mentions.
fn texts(text: &str) -> Vec<ShortText> {
    dates(text).into_iter().map(|d| d.text).collect()
}

#[test]
fn eras_of_emperors() {
    gives("DATE 1904 [1904-01-01 1904-12-31]", &["光绪三十年", "光绪30年"]);
    gives("DATE 1736 [1736-01-01 1736-12-31]", &["乾隆元年"]);
    gives("DATE 1573/1620 [1573-01-01 1620-12-31]", &["万历年间"]);
    for text in ["乾隆皇帝", "康熙字典", "光绪年的铜钱", "同治路三年改造"] {
        assert!(texts(text).iter().all(|t| !t.starts_with(['乾', '康', '光', '同'])), "{text}");
    }
}

#[test]
fn decades_and_months_side_by_side() {
    gives("DATE 196X/197X [1960-01-01 1979-12-31]", &["上世纪六七十年代", "20世纪六七十年代", "六七十年代"]);
    gives("DATE 2022-07/2022-08 [2022-07-01 2022-08-31]", &["七八月份", "七八月间"]);
    gives("DATE 19XX START [1900-01-01 1909-12-31]".replace("START", "Start").as_str(), &["20世纪初"]);
}

#[test]
fn the_year_and_what_is_inside() {
    gives("DATE 2022 [2022-01-01 2022-12-31]", &["年内", "今年内", "今年"]);
    gives("DATE 2022-10 [2022-10-01 2022-10-31]", &["本月内", "本月"]);
    assert_eq!(texts("三年内建成,今年内需旺盛"), ["三年内", "今年"]);
}

#[test]
fn lunar_days_with_their_festival() {
    gives("DATE 2022-10-04 [2022-10-04]", &["农历九月初九重阳节", "九月初九重阳节", "九九重阳节"]);
    gives("DATE 2022-02-15 [2022-02-15]", &["正月十五元宵节"]);
    assert_eq!(texts("农历九月初十重阳节"), ["农历九月初十", "重阳节"]);
}

#[test]
fn school_holidays_are_times_with_their_extent() {
    gives("DATE 2022-07/2022-08 [2022-07-01 2022-08-31]", &["暑假期间", "今年暑假"]);
    for text in ["暑假班", "放暑假了", "寒假作业"] {
        assert!(texts(text).is_empty(), "{text}");
    }
}

#[test]
fn business_years_have_no_known_days() {
    gives("DATE 2023", &["2023财年", "2023财政年度"]);
    gives("DATE 2019/2020", &["2019-2020学年", "2019—2020学年度", "2019—2020年财政年度"]);
    assert_eq!(texts("执行2021/2022年供暖计划"), ["2021/2022年"]);
    gives("DATE 2021/2022", &["2021/2022年度"]);
    for text in ["参加2022/2023年会", "2021/2022年级", "2021/2022年鉴"] {
        assert!(texts(text).is_empty(), "{text}: {:?}", texts(text));
    }
    assert_eq!(texts("2019-2020学年第一学期"), ["2019-2020学年"]);
    for text in ["200财年", "2019学习", "2019财经", "1学年"] {
        assert!(texts(text).is_empty(), "{text}: {:?}", texts(text));
    }
}

#[test]
fn days_behind_names_and_figures() {
    for (text, day) in [
        ("运价指数18日回落", "18日"),
        ("参保人数9月增加", "9月"),
        ("边城莫达12日爆发冲突", "12日"),
        ("行政长官王家超12日表示", "12日"),
        ("乌干达8日宣布停火", "8日"),
        ("原油期价6日报收于9元", "6日"),
        ("10月3日至9日期间降温", "10月3日至9日期间"),
        ("多地举行活动庆祝国庆", "国庆"),
        ("欢度元宵佳节", "元宵佳节"),
        ("每月8日前公示", "每月8日前"),
        ("每年春节前夕慰问", "每年春节前夕"),
    ] {
        assert_eq!(texts(text), [day], "{text}");
    }
    for text in ["数10天", "停电达12日之久", "农国庆说", "年中大促开场", "五金元宵"] {
        assert!(
            !texts(text).iter().any(|t| ["10天", "12日", "国庆", "年中", "元宵"].contains(&t.as_str())),
            "{text}"
        );
    }
}

#[test]
fn working_days_are_not_counted_in_the_calendar() {
    gives("DATE XXXX-XX-XX", &["5个工作日后"]);
    gives("DURATION P3D", &["3个工作日内", "近三个交易日"]);
    for text in ["比前一交易日上涨", "节前最后一个工作日"] {
        assert!(texts(text).is_empty(), "{text}: {:?}", texts(text));
    }
}

#[test]
fn hours_of_several_days() {
    let hours = "SET XXXX-WXX-1T09:00/XXXX-WXX-5T17:00";
    gives(hours, &["每周一至周五9:00—17:00", "周一至周五9:00-17:00", "周一到周五9点到17点"]);
    gives("SET XXXX-WXX-1TMO/XXXX-WXX-5TMO", &["每周一至周五上午"]);
    assert_eq!(texts("10月3日至5日9:00—17:00开放"), ["10月3日至5日", "9:00—17:00"]);
    assert_eq!(texts("10月3日至5日17时停水"), ["10月3日至5日17时"]);
    assert_eq!(texts("10月3日9时至5日17时停水"), ["10月3日9时至5日17时"]);
}

#[test]
fn parts_of_what_recurs() {
    gives("SET P3M End", &["每季度末", "每季末"]);
    gives("SET P1M End", &["每月底", "每月月底"]);
    gives("SET P1Y Start", &["每年年初", "每年初"]);
    gives("SET P1M", &["每月第一个周六上午9点", "每个月的第三个星期五晚上"]);
    for text in ["每年初中毕业的学生", "每年初审合格", "每年末位淘汰", "每年底层群众受益"]
    {
        assert_eq!(texts(text), ["每年"]);
    }
    assert_eq!(texts("每月底薪3000元"), ["每月"]);
    gives("DURATION P0.5Y MoreThan", &["大半年"]);
    gives("DURATION P0.5M MoreThan", &["大半个月"]);
    for text in ["一大半年轻人", "大半的村民", "扩大半年检"] {
        assert!(texts(text).is_empty(), "{text}: {:?}", texts(text));
    }
}

#[test]
fn two_months_are_a_length() {
    gives("DURATION P2M", &["两月", "两个月"]);
    gives("DURATION P1M/P2M", &["一两月", "一两个月"]);
    gives("DATE 2022-08 [2022-08-01 2022-08-31]", &["两月前"]);
    assert!(texts("两月饼").is_empty());
    for text in ["在新一年里忙碌", "新一年的打算", "共创美好未来的力量"] {
        assert!(texts(text).is_empty(), "{text}: {:?}", texts(text));
    }
}

#[test]
fn feasts_around_easter() {
    gives("DATE 2018-04-01 [2018-04-01]", &["2018年复活节"]);
    gives("DATE 2019-04-19 [2019-04-19]", &["2019年耶稣受难日"]);
    gives("DATE 2024-05-19 [2024-05-19]", &["2024年圣灵降临节"]);
    gives("DATE 2021-12-24 [2021-12-24]", &["圣诞夜", "圣诞前夜"]);
    assert!(texts("复活节岛上的石像").is_empty());
}

#[test]
fn the_whole_text_is_of_the_year_of_publication() {
    let values = |text: &str| dates(text).into_iter().map(|d| d.value).collect::<Vec<_>>();
    for (text, value) in [
        ("感恩节", "2022-11-24"),
        ("十一月第一个周日", "2022-11-06"),
        ("十二月第一个周日", "2022-12-04"),
        ("全天", "2022-10-31"),
    ] {
        assert_eq!(values(text), [value], "{text}");
    }
    assert_eq!(values("感恩节,店里冷清了"), ["2021-11-25"]);
    assert_eq!(values("十二月第一个周日,店里冷清了"), ["2021-12-05"]);
}

#[test]
fn what_a_week_a_month_and_a_year_hold() {
    gives("DATE 2022-10-28 [2022-10-28]", &["上周的周五", "上周五"]);
    gives("DATE 2022-W39 [2022-09-26 2022-10-02]", &["9月最后一周", "九月的最后一周"]);
    gives("DATE 2021-10-31 [2021-10-31]", &["去年的今天", "去年今日"]);
    gives("DATE 2023-Q1 [2023-01-01 2023-03-31]", &["下一个季度", "下个季度"]);
    gives("SET XXXX-XX-01", &["每月第一天", "每个月的第一天"]);
    gives("SET P1M", &["每月最后一天"]);
    gives("TIME XXXX-XX-XXT22:00 Approx", &["大约晚上十点", "晚上约十点"]);
}

#[test]
fn rough_lengths() {
    gives("DURATION P17Y/P18Y", &["十七八年"]);
    gives("DURATION P10D/P15D", &["十天半个月", "十天半月"]);
    gives("DURATION P10Y MoreThan", &["几十年来", "十几年来"]);
    gives("DURATION P10Y MoreThan [2012-10-31 2022-10-31]", &["十多年来", "10余年来"]);
    gives("DURATION P100Y MoreThan", &["上百年"]);
    gives("DURATION P3Y", &["三年间"]);
    gives("DATE 2015 [2015-01-01 2015-12-31]", &["一五年"]);
    for text in ["十年如一日", "365天如一日", "生活一年更比一年好", "关键一年", "这是收获的一年"]
    {
        assert!(texts(text).is_empty(), "{text}");
    }
    assert_eq!(texts("过去的一年里"), ["过去的一年里"]);
}

#[test]
fn days_written_with_gaps() {
    gives("DATE 2022-10-29 [2022-10-29]", &["2022 年 10 月 29 日", "10 月 29 日"]);
    gives("TIME 2022-10-29T09:30 [2022-10-29T09:30]", &["10 月 29 日上午 9 时 30 分"]);
    gives("DURATION P5D", &["5 天", "五 天"]);
}

#[test]
fn recurring_parts_of_a_month() {
    gives("SET P1M", &["每月第一个周六", "每月第二个星期日"]);
    gives("SET P1M Start", &["每月上旬"]);
    gives("SET XXXX-SU", &["每到夏天", "每逢夏天", "每年夏天"]);
    gives("SET XXXX-WXX-WE", &["每到周末", "每逢周末"]);
}

#[test]
fn a_future_that_closes_its_clause_is_no_time() {
    for text in ["开创更加美好的未来", "携手共创未来。", "面向未来,社区将", "谱写未来"]
    {
        assert!(texts(text).is_empty(), "{text}");
    }
    assert_eq!(texts("未来,这里将建公园"), ["未来"]);
    assert_eq!(texts("项目未来将扩建,在未来。"), ["未来", "未来"]);
}

#[test]
fn days_before_words_that_begin_alike() {
    assert_eq!(texts("赵平日前签署,28日军方宣布,3日企业复工"), ["日前", "28日", "3日"]);
    assert_eq!(texts("民众16号在广场集会"), ["16号"]);
    for text in ["三日游", "百日元", "3号在跑道", "16号楼在建"] {
        assert!(texts(text).is_empty(), "{text}");
    }
    assert_eq!(dates("10月12日开工,同一天封路")[1].value, "2022-10-12");
}

#[test]
fn the_next_of_its_kind() {
    let value = |text: &str| dates(text).iter().map(shape).collect::<Vec<_>>();
    assert_eq!(value("下一个元旦"), ["DATE 2023-01-01 [2023-01-01]"]);
    assert_eq!(value("下个中秋节"), ["DATE 2023-09-29 [2023-09-29]"]);
    assert_eq!(value("上一个重阳节"), ["DATE 2022-10-04 [2022-10-04]"]);
    assert_eq!(value("再过三天"), ["DATE 2022-11-03 [2022-11-03]"]);
    assert_eq!(value("再过几天"), ["DATE FUTURE_REF"]);
}

#[test]
fn a_text_that_is_one_expression_counts_from_publication() {
    let value = |text: &str| dates_at(text, "2022-10-31T08:05").iter().map(shape).collect::<Vec<_>>();
    for (text, expected) in [
        ("30天内", "DURATION P30D [2022-10-31 2022-11-30]"),
        ("半小时内", "DURATION PT0.5H [2022-10-31T08:05 2022-10-31T08:35]"),
        ("往前两个月", "DURATION P2M [2022-08-01 2022-09-30]"),
        ("之后十天", "DURATION P10D [2022-10-31 2022-11-10]"),
        ("此时", "DATE PRESENT_REF [2022-10-31T08:05]"),
        ("现在", "DATE PRESENT_REF [2022-10-31T08:05]"),
        ("三一五", "DATE 2022-03-15 [2022-03-15]"),
        ("第三天起", "DATE 2022-11-02 [2022-11-02]"),
        ("3年半以内", "DURATION P3.5Y [2022-10-31 2026-04-30]"),
        ("三年半以来", "DURATION P3.5Y [2019-04-01 2022-10-31]"),
        ("2015版", "DATE 2015 [2015-01-01 2015-12-31]"),
        ("零六年版", "DATE 2006 [2006-01-01 2006-12-31]"),
        ("五分半", "DURATION PT5.5M"),
        ("4周年", "DURATION P4Y"),
        ("两小时整", "DURATION PT2H"),
    ] {
        assert_eq!(value(text), [expected], "{text}");
    }
    for text in ["此时灯亮了", "2015版教材", "得五分半的选手", "三一五路口"] {
        assert!(dates_at(text, PUBLISHED).is_empty(), "{text}");
    }
}

#[test]
fn clock_readings_of_older_papers() {
    gives("TIME XXXX-XX-XXT07:00", &["晨7时", "晨七时"]);
    gives("TIME XXXX-XX-XXT06:00 Approx", &["六点来钟", "6点左右"]);
    gives("TIME XXXX-XX-XXT11:00 MoreThan", &["十一点多钟", "11点多"]);
}

#[test]
fn what_stands_beside_a_day() {
    let values = |text: &str| dates(text).into_iter().map(|d| d.value).collect::<Vec<_>>();
    assert_eq!(values("11月1日,星期二,活动开始"), ["2022-11-01", "2022-11-01"]);
    assert_eq!(values("10月18日,居民报名。星期四开课"), ["2022-10-18", "2022-10-27"]);
    assert_eq!(texts("11月5日(本周六)下午2:30开讲"), ["11月5日(本周六)下午2:30"]);
    gives("DATE 2022-10-31/2022-11-15 [2022-10-31 2022-11-15]", &["即日起至11月15日"]);
    gives("DATE 2022-10-01/2022-10-20 [2022-10-01 2022-10-20]", &["10月1日起至20日", "10月1日起至10月20日"]);
    assert_eq!(texts("10月1日起,全市供暖"), ["10月1日"]);
    gives("DATE 2012-10-31 [2012-10-31]", &["十年前的今天"]);
    gives("SET P1M", &["每月10日、20日、30日", "每月5日和15日"]);
    gives("DATE 2022-10-04 [2022-10-04]", &["重阳佳节"]);
    assert_eq!(texts("六月的一天,他来了"), ["六月"]);
}

#[test]
fn times_that_open_a_name() {
    for text in ["“四点半课堂”开课", "“夜间议事厅”开张", "“周末集市”热闹", "“春季行动”启动", "“2022安心行动”"]
    {
        assert!(texts(text).is_empty(), "{text}: {:?}", texts(text));
    }
    assert_eq!(texts("他说“今天见”,又说“周末来,都来。”"), ["今天", "周末"]);
    assert_eq!(texts("“今年收成好”“目前正常”“六一”“春节期间”").len(), 4);
}

#[test]
fn lengths_that_measure_nothing() {
    for text in ["半天说不出话", "等了大半天", "以0.8秒之差落败", "“一刻钟”便民点", "往年都这样", "周一鸣摄"]
    {
        assert!(texts(text).is_empty(), "{text}: {:?}", texts(text));
    }
    assert_eq!(texts("做了十五年会计,二十年义务修车,下了一整天雪"), ["十五年", "二十年", "一整天"]);
    assert_eq!(texts("从7时一直开到9时三刻"), ["7时", "9时三刻"]);
    assert_eq!(texts("每周一、三、五晚上上课"), ["每周一、三、五晚上"]);
    gives("DATE 2022-WI/2023-SP [2022-12-01 2023-05-31]", &["今冬明春"]);
    assert_eq!(texts("以前没有路。三天以前"), ["以前", "三天以前"]);
}

#[test]
fn feasts_that_only_the_text_dates() {
    let values = |text: &str| dates(text).into_iter().map(|d| d.value).collect::<Vec<_>>();
    assert_eq!(values("7月9日是古尔邦节,居民过古尔邦节"), ["2022-07-09", "2022-07-09", "2022-07-09"]);
    assert_eq!(values("居民欢度开斋节"), ["XXXX-XX-XX"]);
    assert_eq!(values("明年开春动工,10月1日至7日客流多,上月同期少")[0], "2023-SP");
    assert_eq!(values("10月1日至7日客流多,比上月同期多")[1], "2022-09-01/2022-09-07");
}

#[test]
fn eras_with_their_dynasty() {
    gives("DATE 1738 [1738-01-01 1738-12-31]", &["乾隆三年", "清乾隆三年", "清代乾隆三年"]);
    gives("DATE 1209 [1209-01-01 1209-12-31]", &["宋嘉定二年", "南宋嘉定二年"]);
    gives("DATE 1522/1566 [1522-01-01 1566-12-31]", &["明嘉靖年间", "明朝嘉靖年间"]);
    gives("DATE 2006/2010 [2006-01-01 2010-12-31]", &["民国九十五年至九十九年", "民国95年到99年"]);
    gives("DATE 1971/1980 [1971-01-01 1980-12-31]", &["民国六十年代"]);
    // Places: 嘉定, 绍兴.
    assert_eq!(dates("嘉定三年建成新城")[0].text, "三年");
}

#[test]
fn a_day_beside_its_feast_is_one() {
    gives("DATE 2022-06-05 [2022-06-05]", &["6月5日世界环境日", "2022年6月5日世界环境日"]);
    gives("DATE 2022-06-01 [2022-06-01]", &["6月1日“六一”儿童节", "6月1日儿童节当天"]);
    gives("DATE 2022-10-04 [2022-10-04]", &["10月4日重阳节当天", "10月4日重阳节"]);
    assert_eq!(dates("2月1日春节联欢晚会")[0].text, "2月1日");
    assert_eq!(dates("1月20日春节前夕,干部慰问。").len(), 2);
    assert_eq!(dates("5月1日儿童节活动筹备").len(), 2);
}
