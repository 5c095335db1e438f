//! Quantities and numerals.

use super::{cases, exceptions, id};
use jianbao::record::{Count, CountKind};
use jianbao::{Article, Engine, Options};
use serde_json::Value;
use std::collections::BTreeSet;

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
    let engine = Engine::new(Options::default());
    let exceptions = exceptions();
    let mut wrong = Vec::new();
    for case in cases(&["quantity", "numeral"]) {
        let record = engine.record(Article::from_row(None, case["text"].as_str().unwrap()), "-");
        let right = is_right(&case, &record.counts);
        if right == exceptions.contains_key(id(&case)) {
            let found: Vec<_> = record.counts.iter().map(|c| &c.text).collect();
            wrong.push(format!("{}: {}: {found:?}", id(&case), if right { "right now" } else { "wrong" }));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
