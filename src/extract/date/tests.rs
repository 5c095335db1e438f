//! Values first, then all forms that must give them, then what is not time.

mod forms;
mod months;
mod news;

use super::*;
use crate::published::Published;
use crate::record::Modifier;
use crate::segment::Segmenter;
use std::sync::OnceLock;

const PUBLISHED: &str = "2022-10-31";

fn dates_at(text: &str, published: &str) -> Vec<Date> {
    // Loaded once: the tests are many.
    static SEGMENTER: OnceLock<Segmenter> = OnceLock::new();
    let doc = Document::new(text, &[], SEGMENTER.get_or_init(Segmenter::new));
    let published = Published::parse(published);
    let context = Context {
        published: published.map(Published::moment),
        published_has_time: published.is_some_and(Published::has_time),
        ..Context::default()
    };
    let dates = extract(&doc, &context);
    for date in &dates {
        assert_eq!(doc.surface(date.span), date.text, "{text}");
    }
    dates
}

fn dates(text: &str) -> Vec<Date> {
    dates_at(text, PUBLISHED)
}

/// What must come out: type, value, modifier, first and last day (`""` for none).
fn shape(date: &Date) -> String {
    let kind = format!("{:?}", date.r#type).to_uppercase();
    let modifier = date.r#mod.map_or_else(String::new, |m| format!(" {m:?}"));
    let bounds = match (&date.start, &date.end) {
        (Some(a), Some(b)) if a == b => format!(" [{a}]"),
        (Some(a), Some(b)) => format!(" [{a} {b}]"),
        (Some(a), None) => format!(" [{a} ..]"),
        _ => String::new(),
    };
    format!("{kind} {}{modifier}{bounds}", date.value)
}

/// Each form, in a sentence, is found whole and gives the value.
fn gives(expected: &str, forms: &[&str]) {
    for form in forms {
        for text in [(*form).to_owned(), format!("据悉,{form},全市统计。")] {
            let found = dates(&text);
            let printed: Vec<_> = found.iter().map(|d| (d.text.as_str(), shape(d))).collect();
            assert_eq!(printed, [(*form, expected.to_owned())], "{text}");
        }
    }
}

#[test]
fn every_rule_reads_its_example() {
    let winners =
        |text: &str| dates(text).into_iter().map(|d| d.rule.unwrap_or_default()).collect::<Vec<_>>();
    let wrong = rules::RULES.iter().map(|r| (r, winners(r.example))).filter(|(r, found)| *found != [r.name]);
    assert_eq!(wrong.map(|(r, found)| (r.name, r.example, found)).collect::<Vec<_>>(), []);
    let names: std::collections::BTreeSet<_> = rules::RULES.iter().map(|r| r.name).collect();
    assert_eq!(names.len(), rules::RULES.len());
}

#[test]
fn every_rule_seen_on_the_corpus_is_in_the_table() {
    let pages = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/pages")).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for page in pages {
        let text = std::fs::read_to_string(page.unwrap().path()).unwrap();
        seen.extend(dates(&text).into_iter().filter_map(|d| d.rule));
    }
    assert!(seen.len() > 20, "{seen:?}");
    for name in seen {
        assert!(rules::RULES.iter().any(|r| r.name == name), "{name}");
    }
}

#[test]
fn days() {
    gives(
        "DATE 2022-10-29 [2022-10-29]",
        &[
            "10月29日",
            "2022年10月29日",
            "二〇二二年十月二十九日",
            "2022-10-29",
            "2022.10.29",
            "2022/10/29",
            "１０月２９日",
            "10月29号",
            "前日",
        ],
    );
    gives("DATE 2022-10-30 [2022-10-30]", &["昨日", "昨天", "10月30日(周日)"]);
    gives("DATE 2022-11-05 [2022-11-05]", &["11月5日"]);
    gives("DATE 2021-12-25 [2021-12-25]", &["12月25日"]);
    gives("DATE 2022-02-30", &["2022年2月30日"]);
    gives("DATE 2022-10-28 [2022-10-28]", &["上周五"]);
    gives("DATE 2022-10-25 [2022-10-25]", &["25日"]);
}

#[test]
fn years_and_parts_of_years() {
    gives("DATE 2021 [2021-01-01 2021-12-31]", &["去年", "2021年", "2021年度", "二〇二一年", "民国110年"]);
    gives("DATE 2022 End [2022-10-01 2022-12-31]", &["今年年底", "2022年底", "年底"]);
    gives("DATE 2022-08 End [2022-08-21 2022-08-31]", &["今年8月底", "8月下旬", "2022年8月末"]);
    gives("DATE 2022-09 [2022-09-01 2022-09-30]", &["9月", "上月", "今年9月份"]);
    gives("DATE 2022-H1 [2022-01-01 2022-06-30]", &["上半年", "今年上半年"]);
    gives("DATE 2022-Q3 [2022-07-01 2022-09-30]", &["三季度", "第三季度", "今年三季度"]);
    gives("DATE 2022-Q1/2022-Q3 [2022-01-01 2022-09-30]", &["前三季度", "今年前三季度"]);
    gives("DATE 2022-01/2022-09 [2022-01-01 2022-09-30]", &["1—9月", "1至9月", "今年1-9月", "前9个月"]);
    gives("DATE 195X/197X [1950-01-01 1979-12-31]", &["20世纪50至70年代", "上世纪50—70年代"]);
    gives("DATE 199X [1990-01-01 1999-12-31]", &["20世纪90年代", "上世纪90年代", "90年代", "1990年代"]);
    gives("DATE 18XX [1800-01-01 1899-12-31]", &["19世纪"]);
    gives("DATE 2022-W43 [2022-10-24 2022-10-30]", &["上周", "上个星期"]);
    gives("DATE 2022-W43-WE [2022-10-29 2022-10-30]", &["上周末"]);
    gives("DATE 2021/2025 [2021-01-01 2025-12-31]", &["“十四五”期间", "“十四五”时期"]);
}

#[test]
fn ranges_and_lists() {
    gives(
        "DATE 2022-10-26/2022-10-28 [2022-10-26 2022-10-28]",
        &["10月26日至28日", "10月26日—28日", "10月26-28日", "10月26日到10月28日"],
    );
    gives("DATE 2023/2025 [2023-01-01 2025-12-31]", &["2023—2025年", "2023年至2025年"]);
    gives("DATE 2022-10-26/2022-11-05 [2022-10-26 2022-11-05]", &["10月26日至11月5日"]);
    let found = dates("10月2日、3日,社区开展活动。");
    assert_eq!(found.iter().map(|d| d.value.as_str()).collect::<Vec<_>>(), ["2022-10-02", "2022-10-03"]);
}

#[test]
fn since_and_around() {
    gives("DATE 2022-01-01/2022-10-31 [2022-01-01 2022-10-31]", &["今年以来"]);
    gives("DATE 2022-04/2022-10-31 [2022-04-01 2022-10-31]", &["4月以来", "4月至今"]);
    gives("DATE 2018/2022-10-31 [2018-01-01 2022-10-31]", &["2018年以来", "2018年至今"]);
    gives("DATE 2022-10-16/2022-10-31 [2022-10-16 2022-10-31]", &["党的二十大以来"]);
    gives("DATE 2022-10-30 Before [2022-10-30]", &["10月30日前", "10月30日之前"]);
    gives("DATE 2018 [2018-01-01 2018-12-31]", &["4年前", "四年前"]);
    gives("DATE 2022-11-03 [2022-11-03]", &["3天后", "三天后"]);
    gives("DATE PAST_REF", &["近日", "日前", "连日来", "近年来", "近期", "十几年前", "几年前"]);
    gives("DATE PRESENT_REF", &["目前", "如今", "当前", "现在", "截至目前"]);
    gives("DATE FUTURE_REF", &["今后", "未来", "下一步"]);
}

#[test]
fn clock() {
    gives(
        "TIME 2022-10-29T09:30 [2022-10-29T09:30]",
        &["10月29日上午9时30分", "10月29日上午9点半", "10月29日9:30", "29日上午9:30"],
    );
    gives("TIME 2022-10-30TEV [2022-10-30]", &["昨晚", "10月30日晚", "10月30日晚上", "30日傍晚"]);
    gives("TIME XXXX-XX-XXT14:30", &["下午2点半", "下午2时30分", "14:30", "下午两点三十分"]);
    gives("TIME XXXX-XX-XXT01:00", &["凌晨1点"]);
    gives("TIME XXXX-XX-XXT01:00 Approx", &["凌晨1点许", "凌晨1时左右"]);
    gives(
        "TIME 2022-10-29T09:00/2022-10-29T11:00 [2022-10-29T09:00 2022-10-29T11:00]",
        &["10月29日上午9点到11点", "10月29日9:00—11:00", "10月29日上午9至11时"],
    );
    gives("TIME 2022-10-30T24:00 [2022-10-31T00:00]", &["10月30日24时"]);
}

#[test]
fn short_parts_of_day_before_a_clock() {
    gives("TIME XXXX-XX-XXT19:30", &["晚7时30分", "晚七点半", "晚7:30", "晚7点30分"]);
    gives("TIME XXXX-XX-XXT23:00 Approx", &["晚11时许", "晚11点左右", "晚十一点许"]);
    gives("TIME XXXX-XX-XXT07:00", &["早7点", "早七时", "早7时整"]);
    gives("TIME XXXX-XX-XXT07:00/XXXX-XX-XXT21:00", &["早7点至晚9点", "早七点到晚九点", "早7:00—晚9:00"]);
    for text in ["早一点出门", "晚一点再说", "比平时晚两小时", "晚三天", "早点回家", "最晚一点"]
    {
        assert!(dates(text).iter().all(|d| !d.text.contains(['早', '晚'])), "{text}");
    }
}

#[test]
fn ranges_end_after_they_begin() {
    gives("DATE 2022-10-31/2022-11-04 [2022-10-31 2022-11-04]", &["周一至周五", "星期一到星期五"]);
    gives("DATE 2022-10-29/2022-11-01 [2022-10-29 2022-11-01]", &["周六至周二", "星期六到星期二"]);
    gives("DATE 2022-11/2023-03 [2022-11-01 2023-03-31]", &["11月到次年3月", "11月至翌年3月"]);
    gives("DATE 2021-12/2022-02 [2021-12-01 2022-02-28]", &["12月至次年2月", "2021年12月至次年2月"]);
    gives("DATE 2022-10-26/2022-11-03 [2022-10-26 2022-11-03]", &["10月26日至3日", "10月26日至11月3日"]);
    gives("TIME XXXX-XX-XXT22:00/XXXX-XX-XXT06:00", &["22点到6点", "22时至6时", "晚10点至早6点"]);
    gives(
        "TIME 2022-10-29T22:00/2022-10-30T06:00 [2022-10-29T22:00 2022-10-30T06:00]",
        &["10月29日22点到6点", "10月29日晚10点至次日6点", "10月29日22:00至6:00"],
    );
    // Of two precisions, and reversed.
    for text in ["10月29日晚至30日上午8时", "2022年5月至2021年3月"] {
        let found = dates(text);
        assert_eq!((found.len(), &found[0].start, &found[0].end), (1, &None, &None), "{text}");
    }
}

#[test]
fn rough_counts() {
    gives("DURATION P3Y/P5Y", &["三五年"]);
    gives("DURATION P3D/P5D", &["三五天"]);
    gives("DURATION P5D/P7D", &["五七天"]);
    gives("DURATION P3M/P5M", &["三五个月"]);
    gives("DURATION P20Y/P30Y", &["二三十年", "两三十年"]);
    gives("DURATION P300Y/P400Y", &["三四百年"]);
    gives("DURATION P70D/P80D", &["七八十天"]);
    gives("DURATION PT20M/PT30M", &["二三十分钟"]);
    gives("DURATION P10D Approx", &["十来天", "10来天"]);
    gives("DURATION P20Y Approx", &["二十来年"]);
    gives("DURATION P10M Approx", &["十来个月"]);
    gives("DATE 1998 [1998-01-01 1998-12-31]", &["九八年"]);
    gives("DATE 1957 [1957-01-01 1957-12-31]", &["五七年"]);
    gives("DATE 2005 [2005-01-01 2005-12-31]", &["〇五年", "零五年"]);
    gives("DATE 1935-03 [1935-03-01 1935-03-31]", &["三五年三月"]);
}

#[test]
fn a_day_told_as_news_is_no_day_of_long_ago() {
    let values = |text: &str, published: &str| -> Vec<String> {
        dates_at(text, published).into_iter().map(|d| d.value).collect()
    };
    assert_eq!(
        values("卫生部门5日称,2021年10月7日地震发生至今,多人伤亡;消防局5日称,搜救继续。", "2022-10-06"),
        ["2022-10-05", "2021-10-07", "2022-10-05"]
    );
    // The same bare day, without a verb of telling.
    assert_eq!(
        values("5日,会议开幕。协会2019年3月成立。代表5日参观。", "2022-10-06"),
        ["2022-10-05", "2019-03", "2022-10-05"]
    );
    assert_eq!(values("2020年5月成立以来,公司扩张。公司28日宣布停产。", "2022-10-06")[1], "2022-09-28");
    // A chronicle goes on in its own month.
    assert_eq!(
        values("2021年3月3日开工,5日停工;2021年8月2日复工,5日完工。", "2022-10-06"),
        ["2021-03-03", "2021-03-05", "2021-08-02", "2021-08-05"]
    );
    assert_eq!(values("9月3日开工,5日称停工。", "2022-10-06")[1], "2022-09-05");
}

#[test]
fn years_before_one_have_no_bounds() {
    for text in
        ["5000多年来", "5000年来", "公元前221年", "三千年前", "公元前221年以来", "公元前770年至公元前256年"]
    {
        let found = dates(text);
        assert_eq!((found.len(), &found[0].start, &found[0].end), (1, &None, &None), "{text}");
    }
}

#[test]
fn lengths() {
    gives("DURATION P30D", &["30天", "三十天"]);
    for text in ["整改须30天内完成", "整改须三十日以内完成"] {
        assert_eq!(dates(text).iter().map(shape).collect::<Vec<_>>(), ["DURATION P30D"], "{text}");
    }
    gives("DURATION PT24H", &["24小时", "24个小时"]);
    gives("DURATION P1Y6M", &["一年零六个月", "1年6个月"]);
    gives("DURATION P0.5Y", &["半年"]);
    gives("DURATION P1.5Y", &["一年半"]);
    gives("DURATION PT0.5H", &["半小时", "半个小时"]);
    gives("DURATION P3D/P5D", &["3至5天", "3-5天"]);
    gives("DURATION P3Y/P4Y", &["三四年"]);
    gives("DURATION PXY", &["多年", "数年"]);
    gives("DURATION PXD", &["几天"]);
    gives("DURATION PXM", &["几个月", "数月"]);
    gives("DURATION P10Y MoreThan", &["十几年", "十余年", "10多年"]);
    gives("DURATION PT2H LessThan", &["近两个小时", "不到2小时"]);
    gives("DURATION P3Y [2019-10-31 2022-10-31]", &["近三年", "过去3年", "三年来", "最近三年"]);
}

#[test]
fn sets() {
    gives("SET P1M", &["每月", "每个月"]);
    gives("SET P1D", &["每天", "每日"]);
    gives("SET P2W", &["每两周"]);
    gives("SET XXXX-WXX-3", &["每周三", "每逢周三", "每星期三"]);
    gives("SET XXXX-XX-15", &["每月15日"]);
    gives("SET XXXX-10-01", &["每年10月1日", "每年国庆节"]);
    gives("SET XXXX-XX-XXT08:00", &["每天早上8点", "每日8时"]);
    gives("SET P1W", &["每周", "每周二、四", "每周二和周四"]);
}

#[test]
fn sets_with_a_clock_range() {
    gives(
        "SET XXXX-XX-XXT08:00/XXXX-XX-XXT18:00",
        &[
            "每天早八点到晚六点",
            "每天早上8点到晚上6点",
            "每日8:00至18:00",
            "每天8时—18时",
            "每天早8点至晚6点",
        ],
    );
    gives(
        "SET XXXX-XX-XXT21:00/XXXX-XX-XXT23:00",
        &["每晚九时至十一时", "每晚9点到11点", "每晚9至11时", "每天晚上9点至11点"],
    );
    gives("SET XXXX-XX-XXT22:00/XXXX-XX-XXT06:00", &["每天22点至次日6点", "每晚10点到第二天早上6点"]);
    gives("SET XXXX-XX-XXT06:30/XXXX-XX-XXT08:00", &["每天清晨6点半至8点", "每个早上6:30—8:00"]);
    gives(
        "SET XXXX-WXX-6T09:00/XXXX-WXX-6T11:00",
        &["每周六上午9点至11点", "每周六上午9至11时", "每逢周六上午9时至11时"],
    );
}

#[test]
fn zeros_written_as_circles() {
    gives("DATE 2000-07-16 [2000-07-16]", &["二○○○年七月十六日", "二〇〇〇年七月十六日"]);
    gives("DATE 2000 [2000-01-01 2000-12-31]", &["二○○○年", "二〇〇〇年度"]);
    gives("DATE 2003-05 [2003-05-01 2003-05-31]", &["二○○三年五月"]);
}

#[test]
fn seasons_of_a_year() {
    gives("DATE 2018-SP [2018-03-01 2018-05-31]", &["2018年春", "2018年春天", "2018年春季", "二〇一八年春"]);
    gives("DATE 2021-FA [2021-09-01 2021-11-30]", &["去年秋", "2021年秋", "去年秋天", "2021年的秋天"]);
    gives("DATE 2018-SP Start [2018-03-01 2018-05-31]", &["2018年初春", "2018年早春"]);
    gives("DATE 2018-FA [2018-09-01 2018-11-30]", &["2018年金秋"]);
    for text in ["2018年春晚", "2018年冬奥会", "2018年夏粮", "2018年秋招", "去年春运", "2018年春节"]
    {
        assert!(dates(text).iter().all(|d| !d.text.ends_with(['春', '夏', '秋', '冬'])), "{text}");
    }
}

#[test]
fn whole_lengths_without_their_filler() {
    for (text, surface) in [("停产10天整", "10天"), ("整整两年整", "两年"), ("恰好24小时整", "24小时")]
    {
        let found: Vec<_> = dates(text).into_iter().map(|d| d.text).collect();
        assert_eq!(found, [surface], "{text}");
    }
    assert_eq!(dates("三年整改完成")[0].text, "三年");
}

#[test]
fn same_period_is_one_mention() {
    for text in ["去年同期", "上年同期", "2021年同期", "前年同期"] {
        let found: Vec<_> = dates(&format!("客流比{text}增加")).into_iter().map(|d| d.text).collect();
        assert_eq!(found, [text]);
    }
    assert_eq!(dates("今年1至9月增长,去年1至9月下降,与去年的同期相比")[2].text, "去年的同期");
}

#[test]
fn festivals_announced_in_december_are_coming() {
    for text in ["将在春节前完工", "力争春节前通车", "春节前将发放到位", "确保春节前交付", "务必在春节前付清"]
    {
        let found = dates_at(text, "2022-12-20");
        assert_eq!(
            (found[0].value.as_str(), found[0].r#mod),
            ("2023-01-22", Some(Modifier::Before)),
            "{text}"
        );
    }
}

#[test]
fn parts_of_day_in_compounds_are_no_time() {
    for text in [
        "夜间施工扰民",
        "夜间经济",
        "夜间消费活跃",
        "夜间噪声",
        "禁止夜间作业",
        "夜间照明",
        "夜间停车难",
        "深夜食堂",
        "白天施工",
        "暑期未到",
        "暑期图书角",
        "暑期档",
        "暑期社会实践",
    ] {
        let found: Vec<_> = dates(text).into_iter().map(|d| d.text).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    gives("TIME 2022-10-30TNI [2022-10-30]", &["昨天夜间", "10月30日深夜", "30日夜间"]);
}

#[test]
fn festivals_and_lunar_days() {
    gives("DATE 2022-06-01 [2022-06-01]", &["“六一”", "“六一”儿童节", "六一儿童节", "国际儿童节"]);
    gives("DATE 2022-10-04 [2022-10-04]", &["重阳节", "农历九月初九", "九月初九"]);
    gives("DATE 2022-02-05 [2022-02-05]", &["正月初五"]);
    gives("DATE 2022-09-10 [2022-09-10]", &["农历八月十五", "中秋节", "教师节"]);
    gives("DATE 2022-02-01/2022-02-07 [2022-02-01 2022-02-07]", &["春节期间", "春节假期"]);
    gives("DATE 2022-10-01/2022-10-07 [2022-10-01 2022-10-07]", &["国庆期间", "国庆假期", "“十一”黄金周"]);
    gives("DATE 2022-11-09 [2022-11-09]", &["“11·9”消防宣传日", "全国消防日"]);
    gives("DATE 2025 [2025-01-01 2025-12-31]", &["民国一一四年"]);
    gives("DATE 2022-02-03/2022-02-07 [2022-02-03 2022-02-07]", &["正月初三至初七", "今年正月初三至初七"]);
}

#[test]
fn anaphora() {
    let found = dates("10月12日,活动举行。当天下午3点,队员出发,次日返回。");
    let values: Vec<_> = found.iter().map(|d| d.value.as_str()).collect();
    assert_eq!(values, ["2022-10-12", "2022-10-12T15:00", "2022-10-13"]);
    assert_eq!(dates("9月8日开工,15日完工。")[1].value, "2022-09-15");
    assert_eq!(dates("9月8日开工,上午10时剪彩。")[1].value, "2022-09-08T10:00");
    assert_eq!(dates("当天,居民报名。")[0].value, "XXXX-XX-XX");
}

#[test]
fn announced_days_lie_ahead() {
    assert_eq!(dates("大桥将于12月25日通车。")[0].value, "2022-12-25");
    assert_eq!(dates("大桥12月25日通车。")[0].value, "2021-12-25");
}

#[test]
fn same_period() {
    let found = dates("今年以来,产值增长,比去年同期多一成。");
    assert_eq!(found[1].value, "2021-01-01/2021-10-31");
    assert_eq!(dates("9月客流回升,超过上年同期。")[1].value, "2021-09");
    assert_eq!(dates("据统计,去年同期更少。")[0].value, "2021");
}

#[test]
fn months_summed_up_in_december_are_this_years() {
    for text in ["1—11月", "1至11月"] {
        assert_eq!(dates_at(text, "2024-12-22")[0].value, "2024-01/2024-11", "{text}");
    }
    assert_eq!(dates_at("元旦前后将开放", "2023-12-06")[0].value, "2024-01-01");
    assert_eq!(dates_at("腊月二十三", "2016-01-20")[0].value, "2016-02-01");
    assert_eq!(dates_at("2024年除夕", "2024-08-28")[0].value, "2024-02-09");
    assert_eq!(dates_at("大年三十", "2024-02-09")[0].value, "2024-02-09");
}

#[test]
fn clock_lengths_count_from_a_clock_reading_only() {
    assert_eq!(dates("消杀30分钟后领取")[0].text, "30分钟");
    assert_eq!(dates_at("2小时后返回", "2012-08-10T12:14:00")[0].value, "2012-08-10T14:14");
}

#[test]
fn without_publication_nothing_is_guessed() {
    for (text, value) in [
        ("10月29日", "XXXX-10-29"),
        ("昨日", "XXXX-XX-XX"),
        ("去年", "XXXX"),
        ("2018年以来", "2018/.."),
        ("三年前", "XXXX"),
        ("国庆节", "XXXX-10-01"),
    ] {
        let found = dates_at(text, "");
        assert_eq!((found.len(), found[0].value.as_str()), (1, value), "{text}");
    }
}

#[test]
fn not_time() {
    for text in [
        "近2000名职工",
        "第一时间",
        "江海晚报",
        "一池春水",
        "90后青年",
        "12号楼",
        "24号线",
        "4+7采购",
        "日均客流",
        "以3:0获胜",
        "比分21:15",
        "热线0571-12345678",
        "版本1.2.3",
        "30多名",
        "3月龄婴儿",
        "三年级学生",
        "两周岁",
        "15分钟生活圈",
        "《2022年预算报告》",
        "“2022先锋行动”",
        "“7·24”事故",
        "十月革命",
        "项目前期",
        "体现在",
        "每周岁",
        "一年一度的",
        "3日游",
        "李国庆说",
        "清明上河图",
        "“五一”劳动奖章",
        "五年规划",
        "人均",
        "同时",
        "小时候",
        "一点一滴",
        "三点建议",
        "第3天",
        "同比增长",
        "24小时便利店",
        "张黎明说",
        "公益暑期班",
        "国际环境日趋复杂",
        "四周青山",
        "无数年轻人",
        "新的一年",
        "东亚夏季风",
        "冬季风盛行",
        "冬季奥运会",
        "培训的最后一天",
        "周六日照常营业",
        "逢一三五日限行",
        "男女比例是1:12",
        "配比为1:20",
    ] {
        let found: Vec<_> = dates(text).into_iter().map(|d| (d.text, d.value)).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

proptest::proptest! {
    #[test]
    fn a_printed_day_is_read_back(days in 0i64..73_000) {
        let day = jiff::civil::date(1900, 3, 1).checked_add(jiff::ToSpan::days(days)).unwrap();
        let (y, m, d) = (day.year(), day.month(), day.day());
        for text in [format!("{y}年{m}月{d}日"), day.to_string(), format!("{y}.{m}.{d}")] {
            let found = dates(&text);
            proptest::prop_assert_eq!(found.len(), 1);
            proptest::prop_assert_eq!(&found[0].value, &day.to_string());
            proptest::prop_assert_eq!(found[0].start.clone(), Some(day.to_string()));
        }
    }

    #[test]
    fn a_later_publication_never_means_an_earlier_day(a in 0i64..3000, b in 0i64..3000, m in 1u8..=12, d in 1u8..=28) {
        let day = |n: i64| jiff::civil::date(2015, 1, 1).checked_add(jiff::ToSpan::days(n)).unwrap().to_string();
        for text in [format!("{m}月{d}日"), format!("{m}月"), "中秋节".to_owned(), "上周三".to_owned(), "冬季".to_owned()] {
            let value = |n| dates_at(&text, &day(n))[0].start.clone();
            proptest::prop_assert!(value(a.min(b)) <= value(a.max(b)), "{}", text);
        }
    }

    #[test]
    fn any_text_is_safe(text in "[0-9一二三十百千万零两半几多年月日号天时点分秒周星期至到—、前后近每农历初正腊闰内来“”《》:. -]{0,40}") {
        for date in dates(&text) {
            proptest::prop_assert!(!date.text.is_empty() && date.span.end <= text.chars().count());
        }
    }
}

#[test]
fn no_input_panics() {
    let long =
        "9".repeat(5000) + &"“".repeat(5000) + &"十".repeat(5000) + &"年".repeat(5000) + &"1月".repeat(2000);
    dates(&long);
    for text in [
        "",
        "每",
        "近",
        "“",
        "2022-",
        "农历",
        "9999年12月31日以来",
        "99999年后",
        "0月0日",
        "每月31日至",
        "公元前9000年",
    ] {
        dates(text);
    }
}
