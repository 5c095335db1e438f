//! The unit lexicon: classifiers, money, measures, and the words after a number that make it no count.

use super::label;
use crate::Document;
use crate::lexicon::{self, Beginnings, Pairs};
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
    pub(super) name: &'static str,
    /// Its characters.
    pub(super) word: Vec<char>,
    /// What it says of the number.
    pub(super) kind: UnitKind,
    /// One Chinese digit before it mostly makes another word.
    pub(super) strict: bool,
    /// Two of them are counted even so: 两声, 两班.
    pub(super) pairs: bool,
    /// No unit, but what is counted without one: 约300学生.
    pub(super) people: bool,
    /// What tells where it labels.
    pub(super) labels: Vec<label::Row>,
}

const TABLE: &str = include_str!("../../../data/units.tsv");

/// The lexicon, and how a unit is found where it begins.
#[derive(Debug)]
struct Lexicon {
    units: Vec<Unit>,
    /// For each character of the basic plane the number of the unit that it is, from 1, and the bits below.
    looks: Box<[u16]>,
    /// The units by their first characters.
    beginnings: Beginnings<u16>,
    pairs: Pairs,
}

/// Other units begin with the character.
const MORE: u16 = 1 << 15;
/// Every unit that begins with the character is a time.
const TIMES: u16 = 1 << 14;
/// Every unit that begins with the character is a classifier.
const CLASSIFIERS: u16 = 1 << 13;
const NUMBER: u16 = CLASSIFIERS - 1;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut units: Vec<Unit> = lexicon::columns(TABLE).filter_map(unit).collect();
    for (name, row) in label::rows() {
        if let Ok(at) = units.binary_search_by(|unit| unit.word[..].cmp(&[name])) {
            units[at].labels.push(row);
        }
    }
    let beginnings = Beginnings::new(lexicon::columns(TABLE).map(|[word]| word).zip(1..));
    let mut pairs = Pairs::default();
    units.iter().for_each(|unit| pairs.add(unit.name));
    let mut looks = vec![0; 0x1_0000].into_boxed_slice();
    for (number, unit) in (1..).zip(&units) {
        let look = &mut looks[unit.word[0] as usize];
        let kind = match unit.kind {
            UnitKind::Time => TIMES,
            UnitKind::Count(CountKind::Count) => CLASSIFIERS,
            _ => 0,
        };
        // In order: a unit of one character comes before those that begin with it.
        *look = match (unit.word.len(), *look) {
            (1, _) => kind | number,
            (_, 0) => kind | MORE,
            (_, before) => kind & before | MORE | before & NUMBER,
        };
    }
    Lexicon { units, looks, beginnings, pairs }
});

fn unit([name, kind, after]: [&'static str; 3]) -> Option<Unit> {
    let name_of_people = kind == "people";
    let kind = match kind {
        "count" | "people" => UnitKind::Count(CountKind::Count),
        "money" => UnitKind::Count(CountKind::Money),
        "percent" => UnitKind::Count(CountKind::Percent),
        "measure" => UnitKind::Count(CountKind::Measure),
        "age" => UnitKind::Count(CountKind::Age),
        "time" => UnitKind::Time,
        "label" => UnitKind::Label,
        _ => return None,
    };
    let word: Vec<char> = name.chars().collect();
    (!word.is_empty()).then_some(Unit {
        name,
        word,
        kind,
        strict: matches!(after, "digits" | "pairs"),
        pairs: after == "pairs",
        people: name_of_people,
        labels: Vec::new(),
    })
}

/// The characters that units begin with.
pub(super) fn beginnings() -> impl Iterator<Item = char> {
    LEXICON.units.iter().map(|unit| unit.word[0])
}

/// The longest unit at the start of `chars`.
#[inline]
pub(super) fn longest(chars: &[char]) -> Option<&'static Unit> {
    let lexicon = &*LEXICON;
    let look = lexicon.look(*chars.first()?);
    let number = match look & MORE != 0 && lexicon.pairs.may_begin(chars) {
        false => look & NUMBER,
        true => lexicon.beginnings.at_start(chars)?.1,
    };
    let at = |number: u16| lexicon.units.get(usize::from(number).checked_sub(1)?);
    let unit = at(number)?;
    if whole(chars, unit) {
        return Some(unit);
    }
    // 200个月饼
    at(look & NUMBER).filter(|short| short.word.len() < unit.word.len() && whole(chars, short))
}

/// Whether a character is a time, as all units are that begin with it: 年, 月.
#[inline]
pub(super) fn is_time(first: char) -> bool {
    let look = LEXICON.look(first);
    look & TIMES != 0 && look & NUMBER != 0
}

/// Whether a character is a classifier, as all units are that begin with it: 条, 支.
#[inline]
pub(super) fn is_classifier(first: char) -> bool {
    let look = LEXICON.look(first);
    look & CLASSIFIERS != 0 && look & NUMBER != 0
}

/// Whether the number from `at` to `end` counts medals: others stand beside it, and all three metals or a word of contests
/// (7金5银2铜, 夺得3金2银, but 戴3金2银首饰).
pub(super) fn is_medal(doc: &Document<'_>, at: usize, end: usize) -> bool {
    let medal = |c: char| matches!(c, '金' | '银' | '铜');
    let beside = medal(doc.before(at)) || {
        let next = doc.rest(end + 1);
        let digits = next.iter().take_while(|c| c.is_ascii_digit()).count();
        digits > 0 && next.get(digits).is_some_and(|&c| medal(c))
    };
    beside && is_of_contest(doc, at, end)
}

/// Whether all three metals stand around the number from `at` to `end`, or a word of contests.
fn is_of_contest(doc: &Document<'_>, at: usize, end: usize) -> bool {
    const NEAR: usize = 24;
    static WORDS: LazyLock<Beginnings<()>> = LazyLock::new(|| {
        let table = include_str!("../../../data/contest_words.tsv");
        Beginnings::new(lexicon::columns(table).map(|[word]| (word, ())))
    });
    let chars = doc.chars();
    let around = &chars[at.saturating_sub(NEAR)..(end + NEAR).min(chars.len())];
    let counted = |metal: char| around.windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == metal);
    ['金', '银', '铜'].into_iter().all(counted) || (0..around.len()).any(|i| WORDS.starts(&around[i..]))
}

impl Lexicon {
    #[inline]
    fn look(&self, first: char) -> u16 {
        self.looks.get(first as usize).copied().unwrap_or(0)
    }
}

/// A unit in Latin letters ends where the letters end: 5m, not 5mobile; 月饼 is no month.
fn whole(chars: &[char], unit: &Unit) -> bool {
    if unit.word == ['个', '月'] && chars.get(2) == Some(&'饼') {
        return false;
    }
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
        assert_eq!(words.len(), LEXICON.units.len());
        for unit in &LEXICON.units {
            assert_eq!(longest(&unit.word).map(|u| &u.word), Some(&unit.word));
        }
    }
}
