//! Which predicted mention answers which gold mention.

use super::field::Field;
use serde_json::Value;

/// The mentions of one field of one article, matched; indices into the two lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Matching {
    /// (gold, predicted)
    pub(super) pairs: Vec<(usize, usize)>,
    /// Gold mentions that nothing answers; optional ones excepted.
    pub(super) missed: Vec<usize>,
    /// Predictions that answer nothing.
    pub(super) spurious: Vec<usize>,
}

/// Matches greedily in order on all of `keys`; optional gold mentions then absorb what is left, by surface alone.
pub(super) fn match_mentions(gold: &[Value], predicted: &[Value], keys: &[&str]) -> Matching {
    let mut matching = Matching { spurious: (0..predicted.len()).collect(), ..Matching::default() };
    let (optional, required): (Vec<usize>, Vec<usize>) =
        (0..gold.len()).partition(|&g| is_optional(&gold[g]));
    let take = |g: usize, keys: &[&str], left: &mut Vec<usize>| {
        let at =
            left.iter().position(|&p| keys.iter().all(|k| accepts(&gold[g], k, get(&predicted[p], k))))?;
        Some(left.remove(at))
    };
    for g in required {
        match take(g, keys, &mut matching.spurious) {
            Some(p) => matching.pairs.push((g, p)),
            None => matching.missed.push(g),
        }
    }
    for g in optional {
        take(g, &keys[..1], &mut matching.spurious);
    }
    matching
}

/// The value of a key; `null` where it is absent.
pub(super) fn get<'a>(object: &'a Value, key: &str) -> &'a Value {
    object.get(key).unwrap_or(&Value::Null)
}

/// The elements of a list; none where it is absent.
pub(super) fn list<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Whether a gold mention may be left out or found.
pub(super) fn is_optional(mention: &Value) -> bool {
    mention.get("optional").and_then(Value::as_bool).unwrap_or(false)
}

/// Whether the gold mention's `key`, or an accepted other value of it, is `value`.
pub(super) fn accepts(gold: &Value, key: &str, value: &Value) -> bool {
    let same = |a: &Value, b: &Value| same(a, b) || (key == "titles" && is_empty(a) && is_empty(b));
    same(get(gold, key), value) || alternatives(gold, key).any(|other| same(other, value))
}

/// Other accepted values of a key: `<key>_alt` or `alt_<key>`; a bare `alt` is for the surface (text, else name).
fn alternatives<'a>(gold: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    let surface = if get(gold, "text").is_null() { "name" } else { "text" };
    let bare = if key == surface { list(gold, "alt") } else { &[] };
    list(gold, &format!("{key}_alt")).iter().chain(list(gold, &format!("alt_{key}"))).chain(bare)
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

/// Equality of values, numbers to six decimals.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => {
            let rounded = |n: &serde_json::Number| format!("{:.6}", n.as_f64().unwrap_or(f64::NAN));
            a == b || rounded(a) == rounded(b)
        }
        _ => a == b,
    }
}

/// The keys of a strict match in which a prediction differs from gold.
pub(super) fn differing(gold: &Value, predicted: &Value, field: &Field) -> Vec<&'static str> {
    field.keys.iter().copied().filter(|k| !accepts(gold, k, get(predicted, k))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const DATES: &[&str] = &["text", "type", "value", "mod"];

    fn date(text: &str, value: &str) -> Value {
        json!({"text": text, "type": "DATE", "value": value, "mod": null})
    }

    #[test]
    fn matches_in_order_and_once() {
        let gold = [date("3月", "2020-03"), date("3月", "2020-03")];
        let found = match_mentions(&gold, &[date("3月", "2020-03")], DATES);
        assert_eq!(found, Matching { pairs: vec![(0, 0)], missed: vec![1], spurious: vec![] });
    }

    #[test]
    fn accepts_alternatives_of_any_key() {
        let mut gold = date("今年3月", "2020-03");
        gold["alt"] = json!(["3月"]);
        gold["value_alt"] = json!(["XXXX-03"]);
        gold["alt_mod"] = json!(["APPROX"]);
        let mut other = date("3月", "XXXX-03");
        other["mod"] = json!("APPROX");
        assert_eq!(match_mentions(&[gold.clone()], &[other], DATES).pairs, [(0, 0)]);
        assert_eq!(match_mentions(&[gold], &[date("4月", "2020-03")], DATES).pairs, []);
    }

    #[test]
    fn optional_gold_absorbs_by_surface_after_the_others() {
        let mut maybe = date("近日", "PAST_REF");
        maybe["optional"] = json!(true);
        let gold = [maybe, date("近日", "PAST_REF")];
        let one = match_mentions(&gold, &[date("近日", "PAST_REF")], DATES);
        assert_eq!(one.pairs, [(1, 0)]);
        let two = match_mentions(&gold, &[date("近日", "PAST_REF"), date("近日", "2020")], DATES);
        assert_eq!(two, Matching { pairs: vec![(1, 0)], missed: vec![], spurious: vec![] });
    }

    #[test]
    fn numbers_are_equal_to_six_decimals() {
        assert!(same(&json!(32000), &json!(32000.0)));
        assert!(same(&json!(0.333333), &json!(1.0 / 3.0)));
        assert!(!same(&json!(0.3333), &json!(0.333333)));
        assert!(!same(&json!(0), &json!(null)));
    }
}
