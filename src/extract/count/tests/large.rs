//! Large numbers with no unit, grades of wind, index points, medals; each class with what only looks like it.

use super::{all, none};
use crate::record::{CountKind, Modifier};

#[test]
fn nouns_right_behind_a_large_number() {
    all(&[
        ("50亿 5000000000 - -", CountKind::Count, None, "50亿产业基金扶持企业"),
        ("近7亿 700000000 - -", CountKind::Count, Some(Modifier::LessThan), "惠及近7亿移动用户。"),
        ("40万 400000 - -", CountKind::Count, None, "惠及40万百姓"),
        ("6万 60000 - -", CountKind::Count, None, "调集6万部队。"),
        ("30万多 300000 - -", CountKind::Count, Some(Modifier::MoreThan), "30万多种植户受益"),
        ("约500万左右 5000000 - -", CountKind::Count, Some(Modifier::Approx), "约500万左右的流动人口"),
        ("上万 10000 - -", CountKind::Count, Some(Modifier::MoreThan), "上万民众走上街头"),
    ]);
    none(&["投资80亿建设地铁", "入选“百千万人才工程”"]);
}

#[test]
fn scale_words_that_are_passed() {
    all(&[
        ("破百万 1000000 - -", CountKind::Count, Some(Modifier::MoreThan), "用户总量破百万"),
        ("破30亿元 3000000000 - 元", CountKind::Money, Some(Modifier::MoreThan), "年度票房破30亿元"),
        ("过万 10000 - -", CountKind::Count, Some(Modifier::MoreThan), "报名人数过万。"),
        ("超千万 10000000 - -", CountKind::Count, Some(Modifier::MoreThan), "提供超千万就业岗位。"),
        ("5起 5 - 起", CountKind::Count, None, "连破5起盗窃案"),
        ("约百米 100 - 米", CountKind::Measure, Some(Modifier::Approx), "挖出一条约百米长的沟"),
    ]);
    none(&["突破一批关键技术", "不过百姓都说好"]);
}

#[test]
fn points_of_an_index_and_grades_of_wind() {
    all(&[
        ("108.6点 108.6 - 点", CountKind::Count, None, "物价指数为108.6点,"),
        ("9级 9 - 级", CountKind::Measure, None, "最大风力达9级。"),
        ("6—7级 6 7 级", CountKind::Measure, None, "沿海有6—7级大风"),
        ("6.1级 6.1 - 级", CountKind::Measure, None, "里氏6.1级和余震"),
        ("6大 6 - 大", CountKind::Count, None, "推进6大领域改革"),
    ]);
    none(&["列前3大贸易伙伴", "10大新闻揭晓", "获8级证书", "一二类苗长势好"]);
}

#[test]
fn medals_beside_others() {
    let found: Vec<String> = super::counts("代表团以21金12银8铜收官").iter().map(super::show).collect();
    assert_eq!(found, ["21金 21 - 金", "12银 12 - 银", "8铜 8 - 铜"]);
    for text in ["健儿们夺得3金2银", "3金2银,这是全部奖牌", "首日(7金5银2铜)"] {
        assert!(super::counts(text).len() > 1, "{text}");
    }
    none(&["新开5金店", "植下9银杏", "他戴3金2银首饰"]);
    all(&[("2000万 20000000 - -", CountKind::Count, None, "惠及2000万银发老人")]);
}

#[test]
fn figures_and_codes_behind_the_unit() {
    all(&[
        ("800多个 800 - 个", CountKind::Count, Some(Modifier::MoreThan), "架设800多个5G基站"),
        ("20个 20 - 个", CountKind::Count, None, "全省20个亿元村"),
        ("20亿印度卢比 2000000000 - 印度卢比", CountKind::Money, None, "预算为20亿印度卢比。"),
    ]);
    none(&[
        "落实三个100",
        "以三个3比1获胜",
        "晋级1/4决赛",
        "打进四分之一决赛",
        "获得过半席位",
        "出台“促就业保民生稳企业16条”",
        "老人数了数人头",
    ]);
}

#[test]
fn scale_words_before_classifiers() {
    all(&[
        ("六百块 600 - 块", CountKind::Money, None, "借来六百块本钱。"),
        ("百所 100 - 所", CountKind::Count, None, "面向百所高校"),
        ("千家 1000 - 家", CountKind::Count, None, "走访千家企业"),
    ]);
    none(&["守护万家团圆", "摆起百家宴"]);
}

#[test]
fn scale_words_before_what_they_count() {
    all(&[
        ("千场 1000 - 场", CountKind::Count, None, "推出千场庙会活动"),
        ("百对 100 - 对", CountKind::Count, None, "百对新人种下同心林"),
        ("618521620例 618521620 - 例", CountKind::Count, None, "累计病例618521620例。"),
        ("逾5000 5000 - -", CountKind::Count, Some(Modifier::MoreThan), "地震死亡逾5000 搜救继续"),
        ("2.6亿多 260000000 - -", CountKind::Count, Some(Modifier::MoreThan), "2.6亿多住房困难家庭搬了新居"),
        ("4000多万 40000000 - -", CountKind::Count, Some(Modifier::MoreThan), "4000多万登记在册的青年义工"),
    ]);
    none(&["万场宣讲进校园", "上面千条线,下面一根针", "拨打13800001234。", "百万吨死亡率为零"]);
}

#[test]
fn types_are_no_negative_numbers() {
    none(&["运油-20首次亮相", "歼-35首架交付"]);
    all(&[("-6.5点 -6.5 - 点", CountKind::Count, None, "从-6.5点回升")]);
}
