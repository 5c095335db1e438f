use super::lexicon::BODIES;
use crate::lexicon::rows;
use crate::{Article, Engine, Options};

/// The names found in a text, in order.
fn names(text: &str) -> Vec<String> {
    let engine = Engine::new(Options::default());
    let record = engine.record(Article::from_row(None, text), "-");
    record.organizations.into_iter().map(|o| o.name).collect()
}

#[test]
fn every_ending_finds_its_example() {
    let engine = Engine::new(Options::default());
    let mut wrong = Vec::new();
    for row in rows(BODIES) {
        let example = row[2];
        let text = format!("昨天,{example}组织人员走访。");
        let record = engine.record(Article::from_row(None, &text), "-");
        let found: Vec<_> = record.organizations.iter().map(|o| o.name.as_str()).collect();
        if found != [example] {
            wrong.push(format!("{} {example}: {found:?}", row[0]));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} of {}", wrong.join("\n"), wrong.len(), rows(BODIES).count());
}

#[test]
fn names_begin_behind_what_is_none_of_them() {
    let cases: &[(&str, &[&str])] = &[
        ("昨天,客队战胜南通师大附中队。", &["南通师大附中"]),
        ("去年9月,市环卫处、区爱卫会联合检查。", &["市环卫处", "区爱卫会"]),
        ("四月十日,望江街道办事处在这里召开现场会。", &["望江街道办事处"]),
        ("经铁道部批准,列车今天开行。", &["铁道部"]),
        ("县医院联合县行政审批服务局推出新办法。", &["县医院", "县行政审批服务局"]),
        ("学田街道社区和崇川区文化馆11月9日联合举办展览。", &["崇川区文化馆"]),
    ];
    for (text, expected) in cases {
        assert_eq!(names(text), *expected, "{text}");
    }
}

#[test]
fn several_bodies_and_unnamed_ones_have_no_name() {
    for text in [
        "南通四所学校敞开怀抱。",
        "受表彰的教师中,在县以下学校任教的占六成。",
        "今年将建成一座菌包厂。",
        "两人跑医院、两人守弄堂口。",
        "公司人事部经理说。",
        "新华社记者报道。",
        "学习好贯彻好四中全会精神。",
    ] {
        assert_eq!(names(text), [""; 0], "{text}");
    }
}
