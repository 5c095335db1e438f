use super::RULES;
use super::lexicon::ACTIVITIES;
use crate::lexicon::rows;
use crate::record::Activity;
use crate::{Article, Engine, Options};

fn activities(text: &str) -> Vec<Activity> {
    let engine =
        Engine::new(Options { explain: true, published: Some("2022-10-31".into()), ..Options::default() });
    engine.record(Article::from_row(None, text), "-").activities
}

#[test]
fn every_rule_fires_on_its_example() {
    for rule in RULES {
        let (sentence, name) = rule.example;
        let found = activities(sentence);
        let hit = found.iter().any(|a| a.name == name && a.rule.as_deref() == Some(rule.name));
        assert!(hit, "{}: {found:?}", rule.name);
    }
}

#[test]
fn every_ending_finds_its_example() {
    let engine = Engine::new(Options::default());
    let mut wrong = Vec::new();
    for row in rows(ACTIVITIES).filter(|row| row[1] != "none") {
        let text = format!("昨天,柳荫社区{}{}。", if row[1] == "act" { "开展" } else { "举办" }, row[2]);
        let record = engine.record(Article::from_row(None, &text), "-");
        let found: Vec<_> = record.activities.iter().map(|a| a.name.as_str()).collect();
        if found != [row[2]] {
            wrong.push(format!("{} {}: {found:?}", row[0], row[2]));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} of {}", wrong.join("\n"), wrong.len(), rows(ACTIVITIES).count());
}
