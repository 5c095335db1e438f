//! Cases of other normalisers' suites, where they are at hand: each is right, or listed in `peer_counts.tsv` with the
//! reason why the record says otherwise.

use jianbao::record::{Count, CountKind};
use jianbao::{Article, Engine, Options};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

const EXCEPTIONS: &str = include_str!("peer_counts.tsv");

fn exceptions() -> BTreeSet<&'static str> {
    let rows = EXCEPTIONS.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| line.split('\t').next()).collect()
}

/// Whether a count has one of the accepted numbers; a percentage may be given as a fraction of one.
fn accepts(norm: &Value, count: &Count) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
    let Some(value) = count.value.map(|v| v.to_f64()) else { return false };
    norm.as_array().into_iter().flatten().any(|n| {
        let plain = n["n"].as_f64().is_some_and(|n| {
            close(value, n) || (count.kind == CountKind::Percent && close(value / 100.0, n))
        });
        let range = n["range"].as_array().is_some_and(|range| {
            let end = |i: usize| range.get(i).and_then(Value::as_f64);
            let max = count.max.map(|v| v.to_f64());
            end(0).is_some_and(|low| close(value, low)) && (range.len() == 1 || max == end(1))
        });
        plain || range
    })
}

fn is_right(case: &Value, counts: &[Count]) -> bool {
    let expected: Vec<(usize, usize, &Value)> = case["expect"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|e| Some((e["start"].as_u64()? as usize, e["end"].as_u64()? as usize, &e["norm"])))
        .collect();
    let spans: BTreeSet<_> = counts.iter().map(|c| (c.span.start, c.span.end)).collect();
    let found = spans == expected.iter().map(|e| (e.0, e.1)).collect();
    let valued = expected.iter().filter(|e| !e.2.is_null()).all(|(start, end, norm)| {
        counts.iter().any(|c| c.span.start < *end && *start < c.span.end && accepts(norm, c))
    });
    found && valued
}

#[test]
fn cases_of_other_suites() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/peers/dev.jsonl");
    let Ok(cases) = std::fs::read_to_string(path) else { return };
    let engine = Engine::new(Options::default());
    let exceptions = exceptions();
    let (mut wrong, mut known) = (Vec::new(), BTreeSet::new());
    for line in cases.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        if !matches!(case["task"].as_str(), Some("quantity" | "numeral")) {
            continue;
        }
        let (id, text) = (case["id"].as_str().unwrap(), case["text"].as_str().unwrap());
        let record = engine.record(Article::from_row(None, text), "-");
        let right = is_right(&case, &record.counts);
        let exception = exceptions.get(id);
        known.extend(exception);
        if right == exception.is_some() {
            let found: Vec<_> = record.counts.iter().map(|c| &c.text).collect();
            wrong.push(format!("{id}: {}: {found:?}", if right { "right now" } else { "wrong" }));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(known, exceptions, "cases listed that are not there");
}

#[test]
fn exceptions_are_sorted_and_have_a_reason() {
    let rows: Vec<&str> = EXCEPTIONS.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(rows.is_sorted_by(|a, b| a < b));
    assert!(rows.iter().all(|row| row.split('\t').filter(|cell| !cell.is_empty()).count() == 2));
}
