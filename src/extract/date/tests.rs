//! Values first, then all forms that must give them, then what is not time.

mod around;
mod borders;
mod forms;
mod lengths;
mod listed;
mod months;
mod negatives;
mod news;
mod plans;
mod story;

use super::*;
use crate::published::Published;
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
    gives("DATE 2022-08 Start [2022-08-01 2022-08-10]", &["今年8月初旬", "8月上旬", "8月初"]);
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
    gives(
        "DATE 2022-10-26/2022-11-05 [2022-10-26 2022-11-05]",
        &["10月26日至11月5日", "10月26日起至11月5日", "10月26日起到11月5日"],
    );
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
fn years_before_one_have_no_bounds() {
    for text in
        ["5000多年来", "5000年来", "公元前221年", "三千年前", "公元前221年以来", "公元前770年至公元前256年"]
    {
        let found = dates(text);
        assert_eq!((found.len(), &found[0].start, &found[0].end), (1, &None, &None), "{text}");
    }
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
    gives("DATE 2018-SU End [2018-06-01 2018-08-31]", &["2018年夏末"]);
    gives("SET XXXX-SU", &["每年夏末"]);
    for text in
        ["2018年春晚", "2018年冬奥会", "2018年夏粮", "2018年秋招", "去年春运", "2018年春节", "去年冬末班车"]
    {
        assert!(dates(text).iter().all(|d| !d.text.ends_with(['春', '夏', '秋', '冬'])), "{text}");
    }
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

proptest::proptest! {
    #[test]
    fn a_printed_day_is_read_back(days in 0i64..73_000) {
        let day = jiff::civil::date(1900, 3, 1).checked_add(jiff::ToSpan::days(days)).unwrap();
        let (y, m, d) = (day.year(), day.month(), day.day());
        for text in [format!("{y}年{m}月{d}日"), day.to_string(), format!("{y}.{m}.{d}")] {
            let found = dates(&text);
            proptest::prop_assert_eq!(found.len(), 1);
            proptest::prop_assert_eq!(&found[0].value, &day.to_string());
            proptest::prop_assert_eq!(found[0].start.clone(), Some(day.to_string().into()));
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
