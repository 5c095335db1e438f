//! The README's table "Beside other normalisers": its sentences, and what jianbao reads in them.

use jianbao::{Article, Engine, Options};

/// A sentence a row, in the README's order: the expression and its value; no value where jianbao reads only a part of
/// it, no expression where there is no time.
const CASES: &[(&str, &str, &str)] = &[
    ("10月29日,社区清理河道。", "10月29日", "2022-10-29"),
    ("12月5日,社区清理河道。", "12月5日", "2021-12-05"),
    ("10月26日至28日,全市降温。", "10月26日至28日", "2022-10-26/2022-10-28"),
    ("展览2022.5.1-5.5举行。", "2022.5.1-5.5", "2022-05-01/2022-05-05"),
    ("今年以来,社区办讲座。", "今年以来", "2022-01-01/2022-10-31"),
    ("9月下旬,社区清理河道。", "9月下旬", "2022-09"),
    ("昨天下午2点半,社区开会。", "昨天下午2点半", "2022-10-30T14:30"),
    ("10月29日9时至11时,停水。", "10月29日9时至11时", "2022-10-29T09:00/2022-10-29T11:00"),
    ("上周三,社区清理河道。", "上周三", "2022-10-26"),
    ("本月第二个周末,社区义诊。", "本月第二个周末", "2022-W40-WE"),
    ("重阳节,社区办讲座。", "重阳节", "2022-10-04"),
    ("“六一”儿童节,社区办讲座。", "“六一”儿童节", "2022-06-01"),
    ("“十四五”期间,建公园3座。", "“十四五”期间", "2021/2025"),
    ("民国二十六年,祖父建屋。", "民国二十六年", "1937"),
    ("近三年,社区办讲座。", "近三年", "P3Y"),
    ("工期一年零六个月。", "一年零六个月", "P1Y6M"),
    ("三小时后,险情排除。", "三小时后", ""),
    ("每周三,社区办讲座。", "每周三", "XXXX-WXX-3"),
    ("10月12日大雨,当天停课。", "当天", "2022-10-12"),
    ("10月12日晚大雨,民警守到凌晨。", "凌晨", "2022-10-13TNI"),
    ("今年前三季度增长,去年同期下降。", "去年同期", "2021-Q1/2021-Q3"),
    ("3月2日,8号楼停水。", "3月2日", "2022-03-02"),
    ("主队以2:0获胜。", "", ""),
    ("“四点半课堂”开课。", "", ""),
];

/// The rows of the README's table, cell by cell.
fn rows() -> Vec<Vec<&'static str>> {
    let readme = include_str!("../README.md");
    let section = readme.split_once("## Beside other normalisers").expect("the section").1;
    let section = section.split_once("\n## ").expect("a section after it").0;
    let rows = section.lines().filter(|line| line.starts_with("| ")).skip(1);
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

#[test]
fn the_table_says_what_is_read() {
    let engine = Engine::new(Options { published: Some("2022-10-31".into()), ..Options::default() });
    let rows = rows();
    assert_eq!(rows.len(), CASES.len());
    for (row, &(sentence, text, value)) in rows.iter().zip(CASES) {
        assert_eq!(row[1].trim_matches('`'), sentence);
        let dates = engine.record(Article::from_row(None, sentence), "case").dates;
        let answer = match dates.iter().find(|d| !text.is_empty() && d.text == text) {
            _ if text.is_empty() => {
                if dates.is_empty() {
                    "yes"
                } else {
                    "read"
                }
            }
            Some(date) => {
                if date.value == value {
                    "yes"
                } else {
                    "other"
                }
            }
            None if dates.iter().any(|d| text.contains(d.text.as_str())) => "part",
            None => "none",
        };
        assert_eq!(row[2], answer, "{sentence}: {dates:?}");
    }
}
