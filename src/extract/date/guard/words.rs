//! Words around a number of years or a number before 号 that tell what it is: `data/length_words.tsv`.

use super::super::reader::Reader;
#[cfg(test)]
use crate::lexicon;
use crate::lexicon::{Beginnings, Endings, Kinds};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../../data/length_words.tsv");

/// Behind so many years, what a programme is called: 三年|行动.
pub(super) const PROGRAMME: u8 = 1;
/// Behind so many years, how the name of one may begin, or what was done: 三年|攻坚.
pub(super) const CAMPAIGN: u8 = 1 << 1;
/// Behind so many years, what was done: 三年|攻坚克难.
pub(super) const EFFORT: u8 = 1 << 2;
/// Before a length, that it lasted: 连续|三年.
pub(super) const LASTING: u8 = 1 << 3;
/// Before a length, how long it took: 历时|三年.
pub(super) const TOOK: u8 = 1 << 4;
/// Before a number with 号, what has a number: 神舟|十六号.
pub(super) const NUMBERED: u8 = 1 << 5;
/// Before so many 日, that they are a length: 拘留|十日.
pub(super) const DAYS: u8 = 1 << 6;

const KINDS: [(&str, u8); 7] = [
    ("programme", PROGRAMME),
    ("campaign", CAMPAIGN),
    ("effort", EFFORT),
    ("lasting", LASTING),
    ("took", TOOK),
    ("numbered", NUMBERED),
    ("days", DAYS),
];

fn words(kind: u8) -> impl Iterator<Item = (&'static str, ())> {
    static ALL: LazyLock<Kinds> = LazyLock::new(|| Kinds::of(TABLE));
    KINDS.into_iter().filter(move |k| k.1 == kind).flat_map(|(name, _)| ALL.words(name))
}

/// Whether a word of one kind begins at `at`.
pub(super) fn behind(reader: &Reader<'_, '_>, at: usize, kind: u8) -> bool {
    static WORDS: LazyLock<[Beginnings; 3]> =
        LazyLock::new(|| [PROGRAMME, CAMPAIGN, EFFORT].map(|kind| Beginnings::new(words(kind))));
    WORDS[kind.trailing_zeros() as usize].starts(reader.chars.get(at..).unwrap_or_default())
}

/// Whether a word of one kind ends at `at`.
pub(super) fn before(reader: &Reader<'_, '_>, at: usize, kind: u8) -> bool {
    static WORDS: LazyLock<[Endings; 4]> =
        LazyLock::new(|| [LASTING, TOOK, NUMBERED, DAYS].map(|kind| Endings::new(words(kind))));
    WORDS[kind.trailing_zeros() as usize - 3].ends(&reader.chars[..at])
}

/// The table with its examples, for the test that reads them.
#[cfg(test)]
pub(in crate::extract::date) fn rows() -> impl Iterator<Item = lexicon::Row<'static>> {
    assert!(
        lexicon::columns(TABLE)
            .all(|[_, kinds]| kinds.split('|').all(|k| KINDS.iter().any(|(n, _)| *n == k)))
    );
    lexicon::rows(TABLE)
}
