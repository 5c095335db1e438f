//! Time expressions beside the cases of other normalisers' suites, which are kept outside the project with their scorer.
//! What contradicts the contract is listed in `peer_exceptions.tsv` and left out; everything else counts.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const EXCEPTIONS: &str = include_str!("peer_exceptions.tsv");

/// Least shares of cases that are right in span and in value; what is reached today, rounded down.
const LEAST: &[(&str, f64, f64)] = &[
    ("all/time", 0.95, 0.90),
    ("jionlp-parse/time", 0.94, 0.87),
    ("recognizers/time", 0.89, 0.93),
    ("chrono-zh/time", 1.0, 1.0),
];

fn exceptions() -> BTreeSet<&'static str> {
    EXCEPTIONS.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split('\t').next()).collect()
}

/// The folder of cases, and Python, where both are there.
fn folder() -> Option<PathBuf> {
    let folder = Path::new(ROOT).join("../shared/peers");
    let python = Command::new("python3").arg("--version").output().is_ok();
    (folder.join("score.py").is_file() && folder.join("dev.jsonl").is_file() && python).then_some(folder)
}

/// What the scorer prints for `cases`.
fn score(folder: &Path, cases: &Path, predicted: &Path, option: &[&str]) -> String {
    let mut scorer = Command::new("python3");
    scorer.arg(folder.join("score.py")).arg(cases).arg(predicted).args(option);
    String::from_utf8(scorer.output().expect("score.py runs").stdout).expect("UTF-8")
}

#[test]
fn every_exception_has_a_reason() {
    for line in EXCEPTIONS.lines().filter(|l| !l.starts_with('#')) {
        assert!(line.split_once('\t').is_some_and(|(id, why)| !id.is_empty() && why.len() > 8), "{line}");
    }
    assert!(EXCEPTIONS.lines().filter(|l| !l.starts_with('#')).is_sorted());
}

#[test]
fn cases_of_other_suites_come_out_right() {
    let Some(folder) = folder() else { return };
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| scratch.path().join(name);
    let cases = std::fs::read_to_string(folder.join("dev.jsonl")).expect("cases");
    let time = |line: &&str| {
        let case: Value = serde_json::from_str(line).expect("JSON");
        (case["task"] == "time").then(|| case["id"].as_str().expect("id").to_owned())
    };
    let exceptions = exceptions();
    let (mut listed, mut rest, mut rows) = (String::new(), String::new(), String::new());
    let mut total = 0;
    for line in cases.lines() {
        let Some(id) = time(&line) else { continue };
        total += 1;
        let part = if exceptions.contains(id.as_str()) { &mut listed } else { &mut rest };
        *part += &format!("{line}\n");
        let case: Value = serde_json::from_str(line).expect("JSON");
        let row = serde_json::json!({"id": id, "text": case["text"], "published": case["published"]});
        rows += &format!("{row}\n");
    }
    assert!(exceptions.len() * 100 <= total * 6, "{} of {total} cases are excepted", exceptions.len());
    for (name, text) in [("listed.jsonl", &listed), ("rest.jsonl", &rest), ("rows.jsonl", &rows)] {
        std::fs::write(path(name), text).expect("write");
    }
    let mut extract = Command::new(env!("CARGO_BIN_EXE_jianbao"));
    extract.arg("extract").arg(path("rows.jsonl")).arg("-o").arg(path("predicted.jsonl"));
    assert!(extract.output().expect("the program runs").status.success());

    let figures = score(&folder, &path("rest.jsonl"), &path("predicted.jsonl"), &["--json"]);
    let figures: Value = serde_json::from_str(&figures).expect("figures");
    for &(suite, span, value) in LEAST {
        let share = |right: &str, of: &str| {
            figures[suite][right].as_f64().unwrap_or(0.0) / figures[suite][of].as_f64().unwrap_or(1.0)
        };
        let (spans, values) = (share("span", "n"), share("value", "nv"));
        assert!(spans >= span && values >= value, "{suite}: span {spans:.3}, value {values:.3}");
    }
    let errors = score(&folder, &path("listed.jsonl"), &path("predicted.jsonl"), &["--errors", "999"]);
    let differ: Vec<String> = (errors.lines().filter(|l| l.starts_with('{')))
        .map(|l| serde_json::from_str::<Value>(l).expect("JSON")["id"].as_str().unwrap_or("").to_owned())
        .collect();
    let agree: Vec<_> = exceptions.iter().filter(|id| !differ.iter().any(|d| d == **id)).collect();
    assert!(agree.is_empty(), "no longer exceptions: {agree:?}");
}
