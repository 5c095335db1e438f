//! Units in a row, and numbers in brackets.

use super::{dates, dates_at, gives, shape};

/// The mentions as `text value`.
fn told(text: &str, published: &str) -> Vec<String> {
    dates_at(text, published).into_iter().map(|d| format!("{} {}", d.text, d.value)).collect()
}

#[test]
fn weekdays_that_share_their_word() {
    gives("DATE 2022-10-29/2022-10-30 [2022-10-29 2022-10-30]", &["周六、日", "星期六、日"]);
    gives("DATE 2022-11-05/2022-11-06 [2022-11-05 2022-11-06]", &["本周六、日"]);
    gives("SET P1W", &["周一三五上午", "周二、四下午", "周二、四、六晚上7点", "星期一、三、五"]);
    gives("DATE 2022-10-31/2022-11-04 [2022-10-31 2022-11-04]", &["周一至五", "星期一至星期五"]);
    gives("SET XXXX-WXX-1T09:00/XXXX-WXX-5T11:00", &["周一至五9:00—11:00", "周一至周五 9:00—11:00"]);
    gives("SET XXXX-WXX-5T19:30/XXXX-WXX-7T19:30", &["周五至周日每晚7点半"]);
    for text in ["周一、三人到岗", "周一、二、三产业座谈"] {
        assert_eq!(dates(text)[0].text, "周一", "{text}");
    }
}

#[test]
fn a_weekday_behind_another_is_the_first_one_after_it() {
    assert_eq!(told("本周六、周日两天开放", "2022-10-31")[..2], ["本周六 2022-11-05", "周日 2022-11-06"]);
    assert_eq!(told("周五和周一举行", "2022-10-31"), ["周五 2022-10-28", "周一 2022-10-31"]);
}

#[test]
fn quarters_months_and_days_in_a_row() {
    gives("DATE 2022-Q2/2022-Q3 [2022-04-01 2022-09-30]", &["第二、三季度", "二至三季度"]);
    gives("DATE 2022-Q1/2022-Q3 [2022-01-01 2022-09-30]", &["第一、二、三季度", "一至三季度"]);
    gives("DATE 2022-06/2022-07 [2022-06-01 2022-07-31]", &["6、7两个月", "6、7两月"]);
    gives("DATE 2022-10-07/2022-10-08 [2022-10-07 2022-10-08]", &["7、8两日", "7、8两天"]);
    // 二、三季度工作安排 may be the second heading.
    assert_eq!(dates("二、三季度工作安排")[0].text, "三季度");
    // Months that have begun are this year's.
    assert_eq!(told("据悉,六、七两月增开快车", "2022-06-17"), ["六、七两月 2022-06/2022-07"]);
}

#[test]
fn numbers_in_brackets_say_which_is_meant() {
    gives("TIME 2022-10-30TAF [2022-10-30]", &["昨(30)日下午", "昨(三十)日下午"]);
    gives("DATE 2022-10-12 [2022-10-12]", &["本(10)月12日", "本(十)月十二日"]);
    gives("DATE 2022-09 [2022-09-01 2022-09-30]", &["上(9)月", "上(九)月份"]);
    gives("DATE 2021-WI [2021-12-01 2022-02-28]", &["去(2021)年冬季"]);
    assert_eq!(dates("今(31日)举行")[0].text, "今");
}

#[test]
fn first_days_of_the_year_where_the_text_tells_of_it() {
    let text = "从除夕到初五,景区免费开放。初七,上班。初一早上拜年";
    assert_eq!(
        told(text, "2022-02-10"),
        ["除夕到初五 2022-01-31/2022-02-05", "初七 2022-02-07", "初一早上 2022-02-01TMO"]
    );
    for text in ["初二学生参加", "女儿读初三,春节回家", "春节里,孩子上初一", "当初五个人"]
    {
        assert!(!dates(text).iter().any(|d| d.text.starts_with('初')), "{text}");
    }
}

#[test]
fn years_of_the_republic_without_their_name() {
    gives("DATE 1984-09 [1984-09-01 1984-09-30]", &["七十三年九月"]);
    gives("DATE 2020-09-05 [2020-09-05]", &["109年9月5日", "一〇九年九月五日"]);
    assert_eq!(shape(&dates("办学七十三年")[0]), "DURATION P73Y");
}

#[test]
fn plans_without_quotation_marks() {
    let value = "DATE 2011/2015 [2011-01-01 2015-12-31]";
    gives(value, &["十二五期间", "“十二五”规划期间", "“十二五”时期"]);
    gives("DATE 1953/1957 [1953-01-01 1957-12-31]", &["第一个五年计划期间", "“一五”计划期间"]);
    assert_eq!(dates("正月十五期间")[0].text, "正月十五");
}
