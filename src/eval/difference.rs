//! What differs between a gold and a predicted article, and where it stands.

use super::field::{FIELDS, Field};
use super::matching::{Matching, accepts, differing, get, list};
use super::pairing::{Pair, id};
use crate::Span;
use serde::Serialize;
use serde_json::Value;

/// One difference between gold and prediction.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The gold article's id; the predicted one's where no gold article answers it.
    pub article: String,
    /// The record's key: `dates`, `headline`, …; `article` where a whole article is missing or extra.
    pub field: &'static str,
    /// How the two differ.
    pub kind: Kind,
    /// The mention's surface or name: gold's where there is one.
    pub text: String,
    /// What gold says of it, key by key; only the keys that differ where both sides have the mention.
    pub expected: Vec<(&'static str, Value)>,
    /// What was predicted of it.
    pub got: Vec<(&'static str, Value)>,
    /// The rule that found it, where the record tells (`extract --explain`).
    pub rule: Option<String>,
    /// Its line of text; `None` where the text holds no such mention.
    pub place: Option<Place>,
}

/// How gold and prediction differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// In gold, not predicted.
    Missed,
    /// Predicted, not in gold.
    Spurious,
    /// In both, but not the same: a missed and a spurious one in the figures.
    Wrong,
    /// Matched, but an attribute beside the key differs.
    Attribute,
    /// The span does not hold the mention.
    Span,
}

/// A mention in its line of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Line of the article's text, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
    /// The mention: characters of the line.
    pub span: Span,
}

impl Place {
    /// The line of `text` that holds `span` (characters of `text`); a span over a line end is cut there.
    fn of(text: &str, span: Span) -> Option<Self> {
        let mut start = 0;
        for (number, line) in text.split('\n').enumerate() {
            let length = line.chars().count();
            if span.start <= start + length {
                let within = Span::new(span.start - start, (span.end - start).min(length));
                return Some(Place { line: number + 1, text: line.to_owned(), span: within });
            }
            start += length + 1;
        }
        None
    }
}

/// One pair's mentions of one field, matched strictly, as differences in text order.
pub(super) fn mention_differences(
    pair: &Pair<'_>,
    field: &'static Field,
    matching: &Matching,
) -> Vec<Difference> {
    let gold = list(&pair.gold, field.name);
    let predicted = pair.predicted.as_deref().map_or(&[][..], |p| list(p, field.name));
    let article = id(&pair.gold);
    let mut taken: Vec<Span> = matching.pairs.iter().filter_map(|&(_, p)| span_of(&predicted[p])).collect();
    let mut spurious = matching.spurious.clone();
    let mut found: Vec<(usize, Difference)> = Vec::new();

    for &(g, p) in &matching.pairs {
        let wrong = |k: &&&str| judged(&gold[g], k) && !accepts(&gold[g], k, get(&predicted[p], k));
        let keys: Vec<&'static str> = field.attributes.iter().filter(wrong).copied().collect();
        if !keys.is_empty() {
            let place = predicted_place(pair, field, &predicted[p]);
            found.push(difference(
                article,
                field,
                Kind::Attribute,
                &gold[g],
                Some(&predicted[p]),
                keys,
                place,
            ));
        }
    }
    for &g in &matching.missed {
        let surface = get(&gold[g], field.surface()).as_str().unwrap_or_default();
        let place = gold_place(pair, surface, &mut taken);
        let same_surface =
            |p: &usize| accepts(&gold[g], field.surface(), get(&predicted[*p], field.surface()));
        let overlapping = |p: &usize| {
            let other = predicted_place(pair, field, &predicted[*p]);
            matches!((&place, other), (Some((at, _)), Some((other, _))) if at.overlaps(other))
        };
        let answer =
            (spurious.iter().position(same_surface)).or_else(|| spurious.iter().position(overlapping));
        let (kind, other) = match answer {
            Some(at) => (Kind::Wrong, Some(&predicted[spurious.remove(at)])),
            None => (Kind::Missed, None),
        };
        let keys = other.map_or_else(|| field.keys[1..].to_vec(), |p| differing(&gold[g], p, field));
        let place = other.and_then(|p| predicted_place(pair, field, p)).or(place);
        found.push(difference(article, field, kind, &gold[g], other, keys, place));
    }
    for p in spurious {
        let place = predicted_place(pair, field, &predicted[p]);
        let keys = field.keys[1..].to_vec();
        let mut extra =
            difference(article, field, Kind::Spurious, &predicted[p], Some(&predicted[p]), keys, place);
        extra.1.expected.clear();
        found.push(extra);
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, d)| d).collect()
}

/// A difference with its place in the text as a sorting key.
fn difference(
    article: &str,
    field: &'static Field,
    kind: Kind,
    mention: &Value,
    predicted: Option<&Value>,
    keys: Vec<&'static str>,
    place: Option<(Span, Place)>,
) -> (usize, Difference) {
    let values = |of: &Value| keys.iter().map(|&k| (k, get(of, k).clone())).collect::<Vec<_>>();
    let difference = Difference {
        article: article.to_owned(),
        field: field.name,
        kind,
        text: get(mention, field.surface()).as_str().unwrap_or_default().to_owned(),
        expected: values(mention),
        got: predicted.map(values).unwrap_or_default(),
        rule: predicted.and_then(|p| get(p, "rule").as_str()).map(str::to_owned),
        place: place.as_ref().map(|(_, place)| place.clone()),
    };
    (place.map_or(usize::MAX, |(span, _)| span.start), difference)
}

/// Whether gold judges an attribute of its mention.
pub(super) fn judged(gold: &Value, attribute: &str) -> bool {
    gold.get(attribute).is_some_and(|v| !v.is_null() || Field::judges_null(attribute))
}

/// The first place of `surface` in the predicted text that no other mention has taken.
fn gold_place(pair: &Pair<'_>, surface: &str, taken: &mut Vec<Span>) -> Option<(Span, Place)> {
    if surface.is_empty() {
        return None;
    }
    let length = surface.chars().count();
    for text in pair.parts.iter().filter_map(|p| get(p, "text").as_str()) {
        let mut places = text.match_indices(surface).map(|(byte, _)| {
            let start = text[..byte].chars().count();
            Span::new(start, start + length)
        });
        if let Some(span) = places.find(|s| !taken.iter().any(|t| t.overlaps(*s))) {
            taken.push(span);
            return Some((span, Place::of(text, span)?));
        }
    }
    None
}

fn predicted_place(pair: &Pair<'_>, field: &Field, mention: &Value) -> Option<(Span, Place)> {
    let part = pair.parts.iter().find(|part| list(part, field.name).contains(mention))?;
    let span = span_of(mention)?;
    Some((span, Place::of(get(part, "text").as_str()?, span)?))
}

/// The mention's (first) span.
fn span_of(mention: &Value) -> Option<Span> {
    spans(mention).next().flatten()
}

/// The mention's spans; `None` for one that is not two numbers in order.
fn spans(mention: &Value) -> impl Iterator<Item = Option<Span>> {
    let one = mention.get("span").filter(|s| !s.is_null());
    let several = list(mention, "spans");
    several.iter().chain(one.filter(|_| several.is_empty())).map(|span| {
        let (start, end): (usize, usize) = serde_json::from_value(span.clone()).ok()?;
        (start <= end).then_some(Span::new(start, end))
    })
}

/// The spans of a predicted article that do not hold their mention.
pub(super) fn span_differences(article: &Value) -> Vec<Difference> {
    let Some(text) = get(article, "text").as_str() else { return Vec::new() };
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for field in &FIELDS {
        for mention in list(article, field.name) {
            let name =
                ["text", "name"].into_iter().find_map(|k| get(mention, k).as_str()).unwrap_or_default();
            for span in spans(mention) {
                let slice = span.and_then(|s| chars.get(s.start.min(chars.len())..s.end.min(chars.len())));
                let held: String = slice.unwrap_or_default().iter().collect();
                let right = if field.verbatim { held == name } else { !held.trim().is_empty() };
                if !right {
                    found.push(Difference {
                        article: id(article).to_owned(),
                        field: field.name,
                        kind: Kind::Span,
                        text: name.to_owned(),
                        expected: vec![("span", Value::from(name))],
                        got: vec![("span", Value::from(held))],
                        rule: get(mention, "rule").as_str().map(str::to_owned),
                        place: span.and_then(|s| Place::of(text, s)),
                    });
                }
            }
        }
    }
    found
}

/// Differences of headline, section and subheads, or the whole article missing.
pub(super) fn structure_differences(pair: &Pair<'_>) -> Vec<Difference> {
    let gold = &*pair.gold;
    let whole = |field, kind, expected: &Value, got: Option<&Value>| Difference {
        article: id(gold).to_owned(),
        field,
        kind,
        text: get(gold, "headline").as_str().unwrap_or_default().to_owned(),
        expected: vec![(field, expected.clone())],
        got: got.map(|g| (field, g.clone())).into_iter().collect(),
        rule: None,
        place: None,
    };
    let Some(predicted) = pair.predicted.as_deref() else {
        return vec![whole("article", Kind::Missed, get(gold, "headline"), None)];
    };
    (["headline", "section", "subheads"].into_iter())
        .filter(|k| gold.get(k).is_some() && !same_structure(k, gold, predicted))
        .map(|k| whole(k, Kind::Wrong, get(gold, k), Some(get(predicted, k))))
        .collect()
}

/// Whether headline, section or subheads are gold's.
pub(super) fn same_structure(key: &str, gold: &Value, predicted: &Value) -> bool {
    let expected = get(gold, key);
    let expected = if key == "headline" && expected.as_str() == Some("") { &Value::Null } else { expected };
    expected == get(predicted, key)
}

/// A predicted article that answers no gold article.
pub(super) fn extra_article(article: &Value) -> Difference {
    Difference {
        article: id(article).to_owned(),
        field: "article",
        kind: Kind::Spurious,
        text: get(article, "headline").as_str().unwrap_or_default().to_owned(),
        expected: Vec::new(),
        got: vec![("article", get(article, "headline").clone())],
        rule: None,
        place: None,
    }
}
