//! Which month a day belongs to that is told without one, and parts of months.

use super::{dates_at, gives, shape};
use crate::record::ShortText;

fn values(text: &str, published: &str) -> Vec<ShortText> {
    dates_at(text, published).into_iter().map(|d| d.value).collect()
}

#[test]
fn on_the_first_days_of_a_month_most_days_are_the_last_months() {
    let june = |text: &str| values(text, "2024-06-01");
    assert_eq!(june("市气象局31日称,30日有雨"), ["2024-05-31", "2024-05-30"]);
    assert_eq!(june("29日上午,工程开工"), ["2024-05-29TMO"]);
    assert_eq!(june("记者今天(6月1日)获悉,31日晚有雨"), ["2024-06-01", "2024-06-01", "2024-05-31TEV"]);
    assert_eq!(june("昨日有雨,1日转晴"), ["2024-05-31", "2024-06-01"]);
    // Near or announced, they are this month's.
    assert_eq!(june("展览15日开幕"), ["2024-06-15"]);
    assert_eq!(june("展览将于28日开幕"), ["2024-06-28"]);
    assert_eq!(june("请于28日前报名"), ["2024-06-28"]);
    assert_eq!(values("31日有雪", "2024-01-01"), ["2023-12-31"]);
}

#[test]
fn a_dateline_is_the_publications() {
    assert_eq!(values("新华社北京6月1日电 记者30日获悉,此事已办妥。", "2024-06-01"), ["2024-05-30"]);
    assert_eq!(values("5月6日,社区开会。8日,工程开工。", "2024-06-01"), ["2024-05-06", "2024-05-08"]);
}

#[test]
fn behind_a_feast_the_nearest_day_is_meant() {
    let february = |text: &str| values(text, "2025-02-04");
    assert_eq!(february("春节里,剧团2日演出,8日收箱"), ["2025-01-29", "2025-02-02", "2025-02-08"]);
    assert_eq!(february("除夕那天停电,28日晚来电"), ["2025-01-28", "2025-01-28TEV"]);
    assert_eq!(values("今天到中秋节,每周六义诊", "2024-06-01")[0], "2024-06-01/2024-09-17");
}

#[test]
fn halves_of_months() {
    gives("DATE 2022-10-01/2022-10-15 [2022-10-01 2022-10-15]", &["10月上半月", "本月上半月", "上半月"]);
    gives("DATE 2022-02-16/2022-02-28 [2022-02-16 2022-02-28]", &["2月下半月", "今年2月下半月"]);
    gives("DATE 2022-01/2022-10 [2022-01-01 2022-10-31]", &["元月至十月", "今年元月至10月"]);
    assert_eq!(values("每人三百元月租,单元月检", "2022-10-31"), [""; 0]);
    assert_eq!(values("刚刚过去的2021年", "2022-10-31"), ["2021"]);
}

#[test]
fn days_with_their_mark_are_no_lunar_days() {
    gives("DATE 2022-09-23 [2022-09-23]", &["九月廿三日"]);
    gives("DATE 2022-10-18 [2022-10-18]", &["九月廿三"]);
}

#[test]
fn a_clock_behind_a_date_in_brackets_keeps_the_part_of_day() {
    let told = |text: &str| shape(dates_at(text, "2025-02-04").last().expect("a date"));
    assert_eq!(told("今晚(2月4日)8时,晚会播出"), "TIME 2025-02-04T20:00 [2025-02-04T20:00]");
    assert_eq!(told("今天(2月4日)8时,大桥通车"), "TIME 2025-02-04T08:00 [2025-02-04T08:00]");
    assert_eq!(told("今晚(2月4日)开演,8时入场"), "TIME 2025-02-04T08:00 [2025-02-04T08:00]");
    // The sentence goes on with a later hour.
    assert_eq!(told("2月4日下午2时开始,5时结束"), "TIME 2025-02-04T17:00 [2025-02-04T17:00]");
    assert_eq!(told("2月4日从晚上7点说到10点多"), "TIME 2025-02-04T22:00 MoreThan [2025-02-04T22:00]");
    assert_eq!(told("2月4日下午5时结束,2时开始"), "TIME 2025-02-04T02:00 [2025-02-04T02:00]");
    assert_eq!(told("2月4日下午2时开始。5时结束"), "TIME 2025-02-04T05:00 [2025-02-04T05:00]");
}

#[test]
fn days_of_a_range_over_the_end_of_a_month() {
    let told = |text: &str| values(text, "2023-05-04");
    let range = "2023-04-26/2023-05-03";
    assert_eq!(
        told("4月26日至5月3日,代表团来访。\n26日下午,参观工厂。\n29日,座谈。\n2日返回。"),
        [range, "2023-04-26TAF", "2023-04-29", "2023-05-02"]
    );
    // Outside the range, and behind another month, it tells nothing.
    assert_eq!(told("4月26日至5月3日,代表团来访。4日发布公报。"), [range, "2023-05-04"]);
    assert_eq!(told("4月26日至5月3日来访。此前在3月5日启程,29日出国。")[2..], ["2023-03-05", "2023-03-29"]);
}

#[test]
fn weekends_of_a_month() {
    gives("DATE 2022-W40-WE [2022-10-08 2022-10-09]", &["本月第二个周末", "10月第二个周末"]);
    gives("DATE 2022-W43-WE [2022-10-29 2022-10-30]", &["10月最后一个周末"]);
}

#[test]
fn seasons_before_a_verb() {
    for (text, found) in [
        ("他于1952年冬转业。", "1952年冬"),
        ("水库1958年春开工。", "1958年春"),
        ("今年春耕开始了。", "今年"),
        ("今年春运开始了。", "今年"),
    ] {
        assert_eq!(super::dates(text).first().map(|d| d.text.as_str()), Some(found), "{text}");
    }
}
