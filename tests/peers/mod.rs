//! Expressions beside the cases of other normalisers' suites, which are no part of this project: where they are at hand
//! (`JIANBAO_PEERS` names their folder, else it is `../shared/peers`), each is right, or listed in `exceptions.tsv` with
//! what the contract says instead.

mod counts;
mod times;

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const EXCEPTIONS: &str = include_str!("exceptions.tsv");

/// The ids of the excepted cases, with the reason of each.
fn exceptions() -> BTreeMap<&'static str, &'static str> {
    EXCEPTIONS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect()
}

/// The folder of the cases.
fn folder() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/peers");
    std::env::var_os("JIANBAO_PEERS").map_or_else(beside, PathBuf::from)
}

/// The cases of some tasks, in order; none where they are not at hand.
fn cases(tasks: &[&str]) -> Vec<Value> {
    let text = std::fs::read_to_string(folder().join("dev.jsonl")).unwrap_or_default();
    let cases = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    cases.filter(|case| case["task"].as_str().is_some_and(|task| tasks.contains(&task))).collect()
}

/// The id of a case.
fn id(case: &Value) -> &str {
    case["id"].as_str().unwrap()
}

#[test]
fn exceptions_are_sorted_and_have_a_reason() {
    let rows: Vec<&str> = EXCEPTIONS.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(rows.is_sorted_by(|a, b| a < b));
    assert_eq!(exceptions().len(), rows.len());
    assert!(exceptions().iter().all(|(id, reason)| !id.is_empty() && reason.len() > 8));
}

#[test]
fn exceptions_are_of_cases_that_there_are() {
    let cases = cases(&["time", "quantity", "numeral"]);
    let missing = exceptions().into_keys().find(|excepted| !cases.iter().any(|case| id(case) == *excepted));
    assert!(cases.is_empty() || missing.is_none(), "{missing:?}");
}
