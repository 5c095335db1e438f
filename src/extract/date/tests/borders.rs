//! Where an expression ends: words that begin in what was read.

use super::{dates, dates_at, gives, shape};
use crate::record::ShortText;

/// The texts of the mentions.
fn texts(text: &str) -> Vec<ShortText> {
    dates(text).into_iter().map(|d| d.text).collect()
}

#[test]
fn a_word_may_go_on_behind_a_feast() {
    assert_eq!(texts("端午节目单"), ["端午"]);
    assert_eq!(texts("元旦节目精彩"), ["元旦"]);
    for text in ["受难日记", "排灯节目", "中德两国庆祝建交", "李润秋分别作报告", "2022财年报"]
    {
        assert!(texts(text).is_empty(), "{text}: {:?}", texts(text));
    }
    for (text, feast) in [
        ("清明节气温回升", "清明节"),
        ("立春节气到了", "立春节气"),
        ("中秋夜赏月", "中秋夜"),
        ("中秋月圆", "中秋"),
        ("春节前夕慰问", "春节前夕"),
        ("春分时节", "春分时节"),
        ("教师节目前已近", "教师节"),
    ] {
        assert_eq!(texts(text)[0], feast, "{text}");
    }
}

#[test]
fn a_word_may_begin_with_the_letter_of_a_phase() {
    gives("SET XXXX-SU", &["每年初夏"]);
    gives("SET P1Y Start", &["每年初"]);
    gives("SET P1Y End", &["每年底", "每年末"]);
    for text in ["每年初期", "每年底部", "每年初赛", "每年底层", "每年末尾"] {
        assert_eq!(texts(text), ["每年"], "{text}");
    }
    for text in
        ["每年初评选先进", "每年初检查一次", "每年底部署来年工作", "去年底层层压实责任", "2025年初交船"]
    {
        assert!(texts(text)[0].ends_with(['初', '底']), "{text}: {:?}", texts(text));
    }
    for (text, year) in [("今年初审合格", "今年"), ("2010年初赛", "2010年"), ("去年初中毕业", "去年")]
    {
        assert_eq!(texts(text), [year], "{text}");
    }
}

#[test]
fn a_word_may_begin_behind_before_and_after() {
    for (text, found) in [
        ("含氧量比5年前提高了3倍", "5年前"),
        ("10年前提出的倡议", "10年前"),
        ("3天前往返一次", "3天前"),
        ("他一年前往北京", "一年"),
        ("10月前往北京", "10月"),
        ("春节前八天", "春节"),
    ] {
        assert_eq!(texts(text)[0], found, "{text}");
    }
}

#[test]
fn whole_years_and_half_read_ones() {
    gives("DATE 2022 [2022-01-01 2022-12-31]", &["今年年内", "今年一年", "2022年一年", "全年度"]);
    assert_eq!(texts("去年一年级新生"), ["去年"]);
    gives("DATE 2022/2024", &["2022-2024学年"]);
    gives("DATE 2023-Q1", &["2023财年第一季度", "2023财年一季度"]);
    gives("DATE 2023-H1", &["2023财年上半年"]);
    gives("DATE 2023-Q1/2023-Q3", &["2023财年前三季度"]);
    gives("DATE 2021-FA After [2021-09-01 2021-11-30]", &["去年秋后"]);
    gives("DATE 2019-FA/2020-SP [2019-09-01 2020-05-31]", &["2019年秋到2020年春"]);
    assert_eq!(texts("1955年冬和1956年春"), ["1955年冬", "1956年春"]);
    gives("DATE 21XX Start [2100-01-01 2109-12-31]", &["下世纪初", "下个世纪初"]);
}

#[test]
fn hours_behind_weekdays() {
    let found: Vec<_> = dates("本周一至周五9:00—17:00开放").iter().map(shape).collect();
    assert_eq!(
        found,
        [
            "DATE 2022-10-31/2022-11-04 [2022-10-31 2022-11-04]",
            "TIME 2022-10-31T09:00/2022-10-31T17:00 [2022-10-31T09:00 2022-10-31T17:00]"
        ]
    );
    gives("SET XXXX-WXX-WE", &["每逢周六日", "每周六日"]);
    gives("DATE 2022-W44-WE [2022-11-05 2022-11-06]", &["本周六日"]);
    gives("SET XXXX-XX-XXTEV", &["每当夜晚"]);
    assert!(texts("每当夜幕降临").is_empty());
}

#[test]
fn rough_counts_of_three_and_two() {
    gives("DURATION P2D/P3D", &["三两天", "两三天"]);
    gives("DURATION P2M/P3M", &["三两个月", "三两月"]);
    gives("DATE FUTURE_REF", &["三两月后", "三两年后"]);
    gives("DATE PAST_REF", &["千百年来", "这几日", "早些年", "近月来"]);
    gives("DURATION P1Y MoreThan [2021-10-31 2022-10-31]", &["近一年多"]);
    gives("DURATION P10Y MoreThan", &["近几十年"]);
    for text in ["一天下午,他来了", "有一年大旱,颗粒无收", "星期五、六两日开放"] {
        assert!(dates(text).iter().all(|d| d.r#type != crate::record::DateType::Duration), "{text}");
    }
}

#[test]
fn months_of_a_range_say_nothing_of_a_day() {
    let values = |text: &str| -> Vec<ShortText> {
        dates_at(text, "2022-11-20").into_iter().map(|d| d.value).collect()
    };
    assert_eq!(values("1—10月,产值增长5%。15日,负责人说。")[1], "2022-11-15");
    assert_eq!(values("前10个月,产值增长5%。15日,负责人说。")[1], "2022-11-15");
    assert_eq!(values("暑假期间送报,12日送到。")[1], "2022-11-12");
    // What is compared tells no month either.
    let values = |text: &str| -> Vec<ShortText> {
        dates_at(text, "2022-11-30").into_iter().map(|d| d.value).collect()
    };
    assert_eq!(values("11月指数49.2%,较上月上升0.2,新订单较上月上升1.7。")[1..], ["2022-10", "2022-10"]);
}

#[test]
fn what_begins_is_to_come() {
    let values = |text: &str| dates_at(text, "2023-05-22")[0].value.clone();
    assert_eq!(values("7月1日起,收费调整。"), "2023-07-01");
    assert_eq!(values("任期由6月18日开始。"), "2023-06-18");
    assert_eq!(values("7月1日,收费调整。"), "2022-07-01");
}

#[test]
fn two_days_in_a_row_and_days_that_are_said_twice() {
    gives("DATE 2022-10-31/2022-11-01 [2022-10-31 2022-11-01]", &["今明两天", "今明两日"]);
    gives("DATE 2022-10-30/2022-10-31 [2022-10-30 2022-10-31]", &["昨今两天"]);
    gives("DATE 2022/2023 [2022-01-01 2023-12-31]", &["今明两年"]);
    gives("DATE 2022-10-31 [2022-10-31]", &["今(31)日", "今(卅一)日"]);
    gives("DATE 2022-10-30 [2022-10-30]", &["昨(30)日"]);
    gives("TIME 2022-10-31TMO [2022-10-31]", &["今上午", "今早上"]);
    gives("TIME 2022-11-01TAF [2022-11-01]", &["明下午"]);
    assert_eq!(texts("五路车今起绕行"), ["今"]);
    assert_eq!(texts("今(31日)开庭"), ["今", "31日"]);
    for text in ["声明起诉", "如今起步", "古今明代", "今(见图)"] {
        assert!(texts(text).iter().all(|t| t != "今" && t != "明"), "{text}: {:?}", texts(text));
    }
}

#[test]
fn a_year_that_nobody_knows() {
    assert_eq!(dates_at("他连续第三年春节值班", "2024-04-03")[0].value, "2024-02-10");
    for text in ["那年春节", "往年冬天", "第三年春天", "那年正逢中秋"] {
        assert!(texts(text).iter().all(|t| !t.contains(['春', '冬'])), "{text}: {:?}", texts(text));
    }
    assert_eq!(texts("龙年春节"), ["春节"]);
    assert_eq!(texts("农国庆说,喜迎国庆"), ["国庆"]);
    gives("DATE 2022-06-03 [2022-06-03]", &["五月端午", "五月端午节"]);
    gives("DATE 2022-02-02 [2022-02-02]", &["年初二", "大年初二"]);
    gives("DATE 0100 [0100-01-01 0100-12-31]", &["永元十二年"]);
    assert_eq!(texts("年初二期工程开工"), ["年初"]);
}

#[test]
fn weekdays_without_marks_and_rough_hours() {
    gives("SET P1W", &["每周一三五", "每周二四六晚上"]);
    gives("SET XXXX-WXX-3", &["每周的周三", "每周三"]);
    gives("SET XXXX-XX-XXT06:00 MoreThan", &["每天早晨6点多"]);
    gives("SET XXXX-XX-XXT09:00 Approx", &["每天上午9点左右", "每天上午9点许"]);
    assert_eq!(texts("每周三四次"), ["每周"]);
    gives("DATE 2021-WI/2022-10-31 [2021-12-01 2022-10-31]", &["去冬今春以来"]);
}

#[test]
fn what_only_looks_like_a_time_behind_its_word() {
    assert_eq!(texts("全国冬季气温偏低,病人夏季减少。"), ["冬季", "夏季"]);
    for text in ["召开春季护林会议", "举办秋季服装展销", "三万立方米每秒", "举着奖杯绕场一周", "百天攻坚"]
    {
        assert!(texts(text).is_empty(), "{text}: {:?}", texts(text));
    }
    assert_eq!(texts("室温冬季不低于18度"), ["冬季"]);
    assert_eq!(texts("山区冬季来得早"), ["冬季"]);
    assert!(texts("即将过去的龙年").is_empty());
    assert_eq!(texts("今日21时正式亮灯"), ["今日21时"]);
    assert_eq!(texts("今晚七时正开会"), ["今晚七时正"]);
    assert_eq!(texts("改变过去层层分拨的办法"), ["过去"]);
    assert_eq!(texts("食堂开张百天"), ["百天"]);
    let closed: Vec<_> = dates("周一闭馆").iter().map(shape).collect();
    assert_eq!(closed, ["SET XXXX-WXX-1"]);
    assert_eq!(dates_at("展期延至8月4日", "2019-07-11")[0].value, "2019-08-04");
    assert_eq!(dates_at("回暖要等四季度", "2011-05-25")[0].value, "2011-Q4");
    assert_eq!(dates_at("四季度增长8%", "2011-02-25")[0].value, "2010-Q4");
    assert_eq!(dates_at("指数较四季度回升", "2011-04-03")[0].value, "2010-Q4");
}

#[test]
fn words_and_names_around_short_days() {
    assert_eq!(texts("本周末天气转晴"), ["本周末"]);
    assert_eq!(texts("处十日以上十五日以下拘留"), ["十日以上十五日以下"]);
    assert_eq!(texts("集市逢三、六、九开集,每逢五、逢十出诊"), ["逢三、六、九", "每逢五、逢十"]);
    assert_eq!(texts("相逢一笑,逢三次、五次"), [""; 0]);
    assert_eq!(texts("居民王明起说,新家好"), [""; 0]);
    assert_eq!(texts("馆里明起开放"), ["明"]);
    assert_eq!(texts("海州至长春天然气管道开工"), [""; 0]);
    assert_eq!(texts("海州举行冬季长跑赛,办“荷塘”秋季大型招聘会"), [""; 0]);
    assert_eq!(texts("柳河农民过去吃够了苦头"), ["过去"]);
}
