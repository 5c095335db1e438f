//! Time expressions, by the suites' own scorer.

use super::{cases, exceptions, folder, id};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// Least shares of cases that are right in span and in value; what is reached today, rounded down.
const LEAST: &[(&str, f64, f64)] = &[
    ("all/time", 0.95, 0.90),
    ("jionlp-parse/time", 0.94, 0.87),
    ("recognizers/time", 0.89, 0.93),
    ("chrono-zh/time", 1.0, 1.0),
];

/// What the scorer prints for `cases`.
fn score(folder: &Path, cases: &Path, predicted: &Path, option: &[&str]) -> String {
    let mut scorer = Command::new("python3");
    scorer.arg(folder.join("score.py")).arg(cases).arg(predicted).args(option);
    String::from_utf8(scorer.output().expect("score.py runs").stdout).expect("UTF-8")
}

#[test]
fn cases_of_other_suites_come_out_right() {
    let (folder, cases) = (folder(), cases(&["time"]));
    let has_python = || Command::new("python3").arg("--version").output().is_ok();
    if cases.is_empty() || !folder.join("score.py").is_file() || !has_python() {
        return;
    }
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| scratch.path().join(name);
    let exceptions = exceptions();
    let (mut listed, mut rest, mut rows) = (String::new(), String::new(), String::new());
    for case in &cases {
        let part = if exceptions.contains_key(id(case)) { &mut listed } else { &mut rest };
        *part += &format!("{case}\n");
        let row = serde_json::json!({"id": id(case), "text": case["text"], "published": case["published"]});
        rows += &format!("{row}\n");
    }
    let excepted = listed.lines().count();
    assert!(excepted * 100 <= cases.len() * 6, "{excepted} of {} cases are excepted", cases.len());
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
    let agree: Vec<_> = (cases.iter().map(id))
        .filter(|id| exceptions.contains_key(id) && !differ.iter().any(|d| d == id))
        .collect();
    assert!(agree.is_empty(), "no longer exceptions: {agree:?}");
}
