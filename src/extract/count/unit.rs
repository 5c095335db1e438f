//! The unit lexicon: classifiers, money, measures, and the words after a number that make it no count.

use super::label;
use crate::lexicon::{self, Beginnings};
use crate::record::CountKind;
use std::sync::LazyLock;

/// What a word after a number says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A count of this kind.
    Count(CountKind),
    /// A duration or a date: not counted here.
    Time,
    /// A name, an ordinal or an identifier (`3号楼`, `二年级`).
    Label,
}

/// A row of the lexicon.
#[derive(Debug)]
pub(super) struct Unit {
    /// The word, folded.
    pub(super) word: Vec<char>,
    /// What it says of the number.
    pub(super) kind: UnitKind,
    /// One Chinese digit before it mostly makes another word.
    pub(super) strict: bool,
    /// Two of them are counted even so: 两声, 两班.
    pub(super) pairs: bool,
    /// What tells where it labels.
    pub(super) labels: Vec<label::Row>,
}

const TABLE: &str = include_str!("../../../data/units.tsv");

static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    let mut units: Vec<Unit> = lexicon::columns(TABLE).filter_map(unit).collect();
    for (name, row) in label::rows() {
        if let Ok(at) = units.binary_search_by(|unit| unit.word[..].cmp(&[name])) {
            units[at].labels.push(row);
        }
    }
    units
});

/// The units by their first characters.
static BEGINNINGS: LazyLock<Beginnings<&'static Unit>> =
    LazyLock::new(|| Beginnings::new(lexicon::columns(TABLE).map(|[word]| word).zip(UNITS.iter())));

fn unit([word, kind, after]: [&str; 3]) -> Option<Unit> {
    let kind = match kind {
        "count" => UnitKind::Count(CountKind::Count),
        "money" => UnitKind::Count(CountKind::Money),
        "percent" => UnitKind::Count(CountKind::Percent),
        "measure" => UnitKind::Count(CountKind::Measure),
        "age" => UnitKind::Count(CountKind::Age),
        "time" => UnitKind::Time,
        "label" => UnitKind::Label,
        _ => return None,
    };
    let word: Vec<char> = word.chars().collect();
    (!word.is_empty()).then_some(Unit {
        word,
        kind,
        strict: matches!(after, "digits" | "pairs"),
        pairs: after == "pairs",
        labels: Vec::new(),
    })
}

/// The characters that units begin with.
pub(super) fn beginnings() -> impl Iterator<Item = char> {
    UNITS.iter().map(|unit| unit.word[0])
}

/// The longest unit at the start of `chars`.
pub(super) fn longest(chars: &[char]) -> Option<&'static Unit> {
    BEGINNINGS.at_start(chars).map(|(_, unit)| unit).filter(|unit| whole(chars, unit))
}

/// A unit in Latin letters ends where the letters end: 5m, not 5mobile.
fn whole(chars: &[char], unit: &Unit) -> bool {
    let latin = unit.word.last().is_some_and(char::is_ascii_alphabetic);
    !(latin && chars.get(unit.word.len()).is_some_and(char::is_ascii_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_every_row_is_read() {
        let words: Vec<&str> = lexicon::rows(TABLE).map(|row| row[0]).collect();
        assert!(words.is_sorted_by(|a, b| a < b), "sorted, without duplicates");
        assert_eq!(words.len(), UNITS.len());
        for unit in UNITS.iter() {
            assert_eq!(longest(&unit.word).map(|u| &u.word), Some(&unit.word));
        }
    }
}
