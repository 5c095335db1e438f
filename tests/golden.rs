//! The corpus: its labels are sound, and this build extracts them no worse than the last.
//!
//! `corpus/scores.tsv` is rewritten by an explicit command only:
//! `cargo run -- eval corpus/gold --scores corpus/scores.tsv --update-scores`.

use jianbao::eval::{Evaluation, Gold, Stored, problems, score};
use jianbao::{Engine, Options};
use std::collections::HashSet;
use std::path::Path;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");

fn golds() -> Vec<Gold> {
    Gold::load(&Path::new(CORPUS).join("gold")).expect("corpus/gold")
}

#[test]
fn scores_have_not_fallen() {
    let stored = Stored::read(&Path::new(CORPUS).join("scores.tsv")).expect("corpus/scores.tsv");
    let engine = Engine::new(Options { explain: true, ..Options::default() });
    let pages = golds().iter().map(|gold| score(gold, &[], &engine, false).expect("score")).collect();
    let falls = stored.falls(&Stored::of(&Evaluation { pages }));
    let told: Vec<String> = falls.iter().map(ToString::to_string).collect();
    assert!(
        falls.is_empty(),
        "{}\n\nSee the lines with `cargo run -- eval corpus/gold`. If the change is right all the same, store the new \
         scores: cargo run -- eval corpus/gold --scores corpus/scores.tsv --update-scores",
        told.join("\n")
    );
}

#[test]
fn labels_are_well_formed() {
    let mut found = Vec::new();
    let mut ids = HashSet::new();
    for gold in golds() {
        let pages = gold.pages().expect("page");
        let text: String = pages.iter().map(|p| std::fs::read_to_string(p).expect("UTF-8")).collect();
        for record in &gold.records {
            let id = record["id"].as_str().unwrap_or_default();
            if !ids.insert(id.to_owned()) {
                found.push(format!("{id}: twice"));
            }
            found.extend(problems(record, &text).into_iter().map(|p| format!("{id}: {p}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_page_is_labelled() {
    let labelled: HashSet<_> = golds().iter().flat_map(|g| g.pages().expect("page")).collect();
    for entry in std::fs::read_dir(Path::new(CORPUS).join("pages")).expect("corpus/pages") {
        let path = entry.expect("entry").path();
        assert!(labelled.contains(&path), "{} has no gold file", path.display());
    }
}
