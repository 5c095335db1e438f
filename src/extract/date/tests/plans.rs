//! Plans and reports: days to come, and the year that a report tells of.

use super::{dates_at, shape};

/// The mentions as `text value`.
fn told(text: &str, published: &str) -> Vec<String> {
    dates_at(text, published).into_iter().map(|d| format!("{} {}", d.text, d.value)).collect()
}

#[test]
fn a_report_of_last_year_tells_of_it_all_through() {
    for opening in [
        "2021年全市统计公报\n",
        "2021年,全市平稳运行。\n",
        "某县2021年工作报告(摘要)\n县统计局\n2022年3月1日\n",
    ] {
        let text = format!("{opening}全年产粮9万吨,比上年增长。\n年末人口8万人,比上年末增加。");
        let found = dates_at(&text, "2022-03-02");
        let printed: Vec<_> = found.iter().rev().take(4).rev().map(shape).collect();
        let expected = [
            "DATE 2021 [2021-01-01 2021-12-31]",
            "DATE 2020 [2020-01-01 2020-12-31]",
            "DATE 2021 End [2021-10-01 2021-12-31]",
            "DATE 2020 End [2020-10-01 2020-12-31]",
        ];
        assert_eq!(printed, expected, "{opening}");
    }
    // What the paragraph tells of comes first, and a year of long ago tells nothing.
    let plan = "2021年,全县脱贫。\n今年力争全年增收。年末验收。";
    assert_eq!(told(plan, "2022-03-02")[1..], ["今年 2022", "全年 2022", "年末 2022"]);
    assert_eq!(told("2015年,公司成立。\n全年盈利。", "2022-03-02")[1], "全年 2022");
    assert_eq!(told("预计年末完工。", "2022-03-02"), ["年末 2022"]);
    // 上一年 is the year before the one told.
    assert_eq!(told("2020年增至9千件,是上一年的三倍。", "2022-03-02")[1], "上一年 2019");
    assert_eq!(told("上一年亏损。", "2022-03-02"), ["上一年 2021"]);
}

#[test]
fn plans_go_on_ahead() {
    let plan = |text: &str| told(text, "2022-09-14");
    for (text, last) in [
        ("10月15日前完成加固;11月15日供暖之前,全部入住。", "11月15日 2022-11-15"),
        ("9月底种油菜,10月5日至20日种麦子。", "10月5日至20日 2022-10-05/2022-10-20"),
        ("选手将于11月3日集合。12月1日比赛。", "12月1日 2022-12-01"),
        ("预算约640万元,10月上旬开工,11月20日前完成。", "11月20日前 2022-11-20"),
        ("11月1日至20日试行新线路。", "11月1日至20日 2022-11-01/2022-11-20"),
        ("10月上旬开工,11月20日前完工。", "11月20日前 2022-11-20"),
    ] {
        assert_eq!(plan(text).last().map(String::as_str), Some(last), "{text}");
    }
    // Not past another paragraph, a year told, or what is over.
    for (text, last) in [
        ("选手将于11月3日集合。\n12月1日,赛事落幕。", "12月1日 2021-12-01"),
        ("将于11月3日开幕。去年办过一次,12月1日落幕。", "12月1日 2021-12-01"),
        ("将于11月3日开幕。3月1日报名已截止。", "3月1日 2022-03-01"),
    ] {
        assert_eq!(plan(text).last().map(String::as_str), Some(last), "{text}");
    }
}

#[test]
fn what_reaches_so_far_is_to_come() {
    for text in ["订单排到了8月底", "工期已排到8月底", "减产延至8月底", "展期延长到8月底", "工单排至8月底"]
    {
        assert_eq!(told(text, "2022-04-20"), ["8月底 2022-08"], "{text}");
    }
    assert_eq!(told("条例8月1日正式施行", "2022-07-01"), ["8月1日 2022-08-01"]);
    assert_eq!(told("条例8月1日正式施行", "2022-10-01"), ["8月1日 2022-08-01"]);
}

#[test]
fn a_feast_that_is_over_is_not_the_next_one() {
    let found = told("春节前签下的订单,剩下的要求推迟两个月交货。", "2022-04-20");
    assert_eq!(found[0], "春节前 2022-02-01");
    assert_eq!(told("将于春节前完工。", "2022-10-20"), ["春节前 2023-01-22"]);
}

#[test]
fn a_day_of_telling_is_not_announced_with_what_is_told() {
    let text = "计划明年1月公布草案。某社28日报道说,委员会将于本周四开会。";
    assert_eq!(told(text, "2022-09-29")[1], "28日 2022-09-28");
    assert_eq!(told("计划明年1月公布草案,将于28日公布的是全文。", "2022-09-29")[1], "28日 2023-01-28");
}

#[test]
fn holidays_lie_beside_the_weekend() {
    for (text, published, value) in [
        ("端午小长假", "2022-06-02", "2022-06-03/2022-06-05"),
        ("端午假期", "2021-06-10", "2021-06-12/2021-06-14"),
        ("清明小长假", "2022-04-02", "2022-04-03/2022-04-05"),
        ("中秋假期", "2024-09-14", "2024-09-15/2024-09-17"),
        ("清明假期", "2021-04-02", "2021-04-03/2021-04-05"),
        ("中秋假期", "2025-10-01", "2025-10-01/2025-10-08"),
        ("中秋假期", "2023-09-28", "2023-09-29/2023-10-06"),
        ("端午小长假", "2013-06-09", "2013-06-10/2013-06-12"),
        ("清明假期", "2023-04-04", "2023-04-05"),
        ("国庆假期", "2022-09-30", "2022-10-01/2022-10-07"),
    ] {
        assert_eq!(told(text, published), [format!("{text} {value}")], "{published}");
    }
}
