//! The unit lexicon: classifiers, money, measures, and the words after a number that make it no count.

use crate::lexicon;
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
}

const TABLE: &str = include_str!("../../../data/units.tsv");

/// Rows by first character, longer words first.
static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    let mut units: Vec<Unit> = lexicon::rows(TABLE).filter_map(|row| unit(&row)).collect();
    units.sort_by(|a, b| a.word[0].cmp(&b.word[0]).then(b.word.len().cmp(&a.word.len())));
    units
});

/// Where the rows of a first character begin; behind the last where it has none.
static FIRST: LazyLock<Box<[u16]>> = LazyLock::new(|| {
    let mut first = vec![UNITS.len() as u16; 0x1_0000].into_boxed_slice();
    for (row, unit) in UNITS.iter().enumerate().rev() {
        first[unit.word[0] as usize] = row as u16;
    }
    first
});

fn unit(row: &[&str]) -> Option<Unit> {
    let &[word, kind, after] = row else { return None };
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
    })
}

/// Whether a unit begins with a character.
pub(super) fn begins(c: char) -> bool {
    FIRST.get(c as usize).is_some_and(|&row| usize::from(row) < UNITS.len())
}

/// The longest unit at the start of `chars`.
pub(super) fn longest(chars: &[char]) -> Option<&'static Unit> {
    let first = *chars.first()?;
    let from = usize::from(*FIRST.get(first as usize)?);
    UNITS[from..]
        .iter()
        .take_while(|u| u.word[0] == first)
        .find(|u| begins_with(chars, &u.word) && whole(chars, u))
}

/// `starts_with` for words of two or three characters, without a call.
pub(super) fn begins_with(chars: &[char], word: &[char]) -> bool {
    word.len() <= chars.len() && word.iter().zip(chars).all(|(a, b)| a == b)
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
