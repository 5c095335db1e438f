//! Expressions by what stands around them: the words that follow a length, that belong to it, and that make it none.

use super::*;
use crate::record::ShortText;

fn texts(text: &str) -> Vec<ShortText> {
    dates(text).into_iter().map(|date| date.text).collect()
}

#[test]
fn words_around_expressions_tell_what_their_examples_show() {
    let mut wrong = Vec::new();
    for row in super::super::words::rows() {
        let [word, _, example, expected] = row[..] else { panic!("four cells: {row:?}") };
        assert!(example.contains(word), "{example} without {word}");
        let found = texts(example);
        let wanted: Vec<&str> = [expected].into_iter().filter(|text| *text != "-").collect();
        if found != wanted {
            wrong.push(format!("{example}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_longest_expression_is_taken() {
    for (text, expected) in [
        ("三年内在五万户中推广", "三年内"),
        ("两年间跑了七趟县城", "两年间"),
        ("渔场九月间来过一条船", "九月间"),
        ("规定自一九五八年一月一日起施行", "一九五八年一月一日"),
        ("贴出把前三年的账", "前三年"),
        ("10月29日当天换了灯", "10月29日当天"),
        ("农历九月初九当晚演出", "农历九月初九当晚"),
        ("赶在谷雨前把药打完", "谷雨前"),
        ("今天是“119”消防宣传日", "“119”消防宣传日"),
        ("每逢单周的周一由律师坐诊", "每逢单周的周一"),
    ] {
        assert!(texts(text).contains(&expected.into()), "{text}: {:?}", texts(text));
    }
}

#[test]
fn the_word_behind_a_length_is_its_own() {
    for (text, expected) in [
        ("做了十几年生意", "十几年"),
        ("开了二十多年货运公司", "二十多年"),
        ("牧民要走两三天才到县城", "两三天"),
        ("挖了上百年煤", "上百年"),
        ("提前两个月完成任务", "两个月"),
    ] {
        assert_eq!(texts(text), [expected], "{text}");
    }
    for text in ["一年生草本", "三年级学生", "一天比一天热闹", "以十一秒九跑完", "四十本日记", "22路车时下车"]
    {
        assert!(texts(text).is_empty(), "{text}: {:?}", texts(text));
    }
}

#[test]
fn yesterday_in_one_character() {
    for (text, value) in [
        ("记者昨从供水公司获悉", "2022-10-30"),
        ("昨凌晨二时许,路口失火", "2022-10-30T02:00"),
        ("甲级赛昨午四时开球", "2022-10-30T16:00"),
        ("理监事日昨就职", "2022-10-30"),
    ] {
        assert_eq!(dates(text)[0].value, value, "{text}");
    }
    assert!(texts("恍如昨").is_empty() && texts("今是昨非").is_empty());
}

#[test]
fn the_next_day_of_somebody() {
    let values = |text: &str| dates(text).into_iter().map(|date| date.value).collect::<Vec<_>>();
    assert_eq!(values("10月12日大雨,他第二天就去看堤"), ["2022-10-12", "2022-10-13"]);
    assert_eq!(values("10月12日,会议进入第二天"), ["2022-10-12"]);
}

#[test]
fn the_day_of_a_dateline_without_a_year() {
    let found = dates_at("新华社北京10月30日电 昨天,两地通车。", "");
    assert_eq!(found[0].value, "XXXX-10-29");
}

#[test]
fn a_day_before_a_month_to_come() {
    let found = dates_at("夏令营将于9月开营,名单已定。负责人11日下午在记者会上说,报名者众。", "1984-05-12");
    assert_eq!(found[1].value, "1984-05-11TAF");
}

#[test]
fn a_year_told_in_the_sentence() {
    let value = |text: &str, at: usize| dates_at(text, "2026-01-22").swap_remove(at).value;
    assert_eq!(value("2026年高考全国统考于6月7日开始举行", 1), "2026-06-07");
    assert_eq!(value("2026年高考报名结束。6月7日那场大雨之后,路修好了", 1), "2025-06-07");
    assert_eq!(value("2024年,全县用电量比上年增长5.9%,全年停电两次", 1), "2023");
    assert_eq!(value("2024年,全县用电量比上年增长5.9%,全年停电两次", 2), "2024");
    assert_eq!(value("据统计,全县用电量比上年增长5.9%", 0), "2025");
    assert_eq!(dates("大火已经过去一年")[0].text, "一年");
}
