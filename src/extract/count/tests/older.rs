//! Forms of older papers, of weather and of accidents.

use super::*;
use crate::record::CountKind::{Count, Measure};
use crate::record::Modifier::MoreThan;

#[test]
fn guesses_between_two_numbers() {
    all(&[
        ("三、四十人 30 40 人", Count, None, "来了三、四十人"),
        ("二、三百斤 200 300 斤", Measure, None, "借来二、三百斤"),
        ("七、八千棵 7000 8000 棵", Count, None, "栽下七、八千棵"),
        ("三、四级 3 4 级", Measure, None, "偏北风三、四级"),
        ("二至三片 2 3 片", Count, None, "一次二至三片"),
    ]);
    none(&["第三、四十人组", "子弹库帛书二、三卷回国"]);
}

#[test]
fn degrees_with_a_tenth() {
    all(&[
        ("38度5 38.5 - 度", Measure, None, "体温38度5,"),
        ("三十七度二 37.2 - 度", Measure, None, "体温三十七度二。"),
        ("三十八度五左右 38.5 - 度", Measure, Some(crate::record::Modifier::Approx), "体温三十八度五左右"),
        ("18度3 18.3 - 度", Measure, None, "室温18度3,合格"),
        ("20度 20 - 度", Measure, None, "气温20度一直不降"),
    ]);
}

#[test]
fn grades_of_wind_and_earthquakes_in_words() {
    all(&[
        ("六点八级 6.8 - 级", Measure, None, "里氏六点八级"),
        ("五点六级 5.6 - 级", Measure, None, "发生五点六级地震"),
        ("十二级以上 12 - 级", Measure, Some(MoreThan), "最大风力十二级以上"),
        ("八级 8 - 级", Measure, None, "刮起八级大风"),
    ]);
    none(&["启动防汛四级应急响应", "三级医院", "防台风4级响应"]);
}

#[test]
fn the_dead_and_the_hurt() {
    let two = |text| counts(text).iter().map(show).collect::<Vec<_>>();
    assert_eq!(two("造成3死5伤"), ["3死 3 - 死", "5伤 5 - 伤"]);
    assert_eq!(two("车祸致两死20余伤"), ["两死 2 - 死", "20余伤 20 - 伤"]);
    all(&[("半数 0.5 - -", CountKind::Percent, None, "半数伤者")]);
    none(&["九死一生", "救出3伤者"]);
}

#[test]
fn words_that_hold_a_unit() {
    all(&[
        ("15份 15 - 份", Count, None, "签署15份多边协议"),
        ("40列次 40 - 列次", Count, None, "每天开行40列次"),
        ("四百口 400 - 口", Count, None, "喂好四百口猪"),
        ("两头 2 - 头", Count, None, "砸死牲畜两头"),
        ("三千 3000 - -", Count, None, "出动三千劳力"),
    ]);
    none(&[
        "这1000亿项目清单",
        "这一马克思主义政党",
        "2023两岸论坛",
        "现代五项比赛",
        "冬季两项",
        "八丈岛附近",
        "种草养羊两头甜",
    ]);
}

#[test]
fn parts_of_long_measures() {
    all(&[
        ("四十二公里一百九十五米 42.195 - 公里", Measure, None, "全程四十二公里一百九十五米,"),
        ("3公里200米 3.2 - 公里", Measure, None, "跑了3公里200米,"),
        ("五十六米四十 56.4 - 米", Measure, None, "掷出五十六米四十。"),
        ("二万四千标准亩 24000 - 标准亩", Measure, None, "耕地二万四千标准亩"),
        ("九百六十毫巴 960 - 毫巴", Measure, None, "气压九百六十毫巴"),
        ("突破九百万 9000000 - -", Count, Some(MoreThan), "成交额突破九百万大关"),
        ("五百 500 - -", Count, None, "五百精壮劳力奋战"),
        ("3场 3 - 场", Count, None, "负3场"),
    ]);
    none(&["负一场", "比分追成十二平"]);
}

#[test]
fn guesses_that_end_a_clause() {
    all(&[
        ("近4000 4000 - -", Count, Some(crate::record::Modifier::LessThan), "从业人员近4000。"),
        ("八百多 800 - -", Count, Some(MoreThan), "卖出粽子八百多。"),
        ("2100多 2100 - -", Count, Some(MoreThan), "比去年少了2100多,"),
    ]);
    none(&["事情发生在近2000。", "房号301。", "世界五百强企业负责人", "老人六十挂零"]);
}

#[test]
fn one_of_a_measure_tells_of_how_much_the_rest_is_said() {
    all(&[
        ("八分 8 - 分", CountKind::Money, None, "一斤红薯卖八分。"),
        ("四角五分 4.5 - 角", CountKind::Money, None, "电价四角五分一度,"),
        ("一斤 1 - 斤", CountKind::Measure, None, "每人一斤"),
        ("一米 1 - 米", CountKind::Measure, None, "坑深一米,"),
        ("一米八 1.8 - 米", CountKind::Measure, None, "身高一米八,"),
    ]);
    none(&["一亩能收不少", "打通最后一公里,"]);
}

#[test]
fn parts_of_an_ounce() {
    all(&[
        ("二两五钱 2.5 - 两", CountKind::Measure, None, "只用二两五钱。"),
        ("二两五钱 2.5 - 两", CountKind::Measure, None, "一把重二两五钱的铜勺"),
    ]);
}

#[test]
fn what_happened_twice() {
    all(&[("两度 2 - 度", CountKind::Count, None, "她两度获得冠军")]);
    none(&["采油三队的人", "前三名的选手", "水质稳定在三类。"]);
}
