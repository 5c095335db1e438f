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
