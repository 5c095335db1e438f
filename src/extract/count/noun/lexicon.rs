//! Words that tell of a noun, or of a sum, what their class does not: `data/count_words.tsv`.

use crate::lexicon::{self, Beginnings, Endings};
use crate::{Document, Span};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../../data/count_words.tsv");

/// What a word tells, a bit a kind; the table says what each is.
macro_rules! kinds {
    ($($bit:literal $name:ident $kind:literal),+ $(,)?) => {
        $(pub(super) const $name: u64 = 1 << $bit;)+
        const KINDS: &[(&str, u64)] = &[$(($kind, $name)),+];
    };
}

kinds! {
    0 TOTAL "total",
    1 LEAD "lead",
    2 MEAN "mean",
    3 VARIOUS "various",
    4 REGION "region",
    5 SPEND "spend",
    6 RECEIVED "received",
    7 BODY "body",
    8 MOVED "moved",
    9 COMPARED "compared",
    10 TRADE "trade",
    11 STOCK "stock",
    12 OWN "own",
    13 PAY "pay",
    14 EARNED "earned",
    15 GRANT "grant",
    16 LOAN "loan",
    17 WORTH "worth",
    18 EVENT "event",
    19 AMOUNT "amount",
    20 KEPT "kept",
    21 SPEAKS "speaks",
    22 HOUSE "house",
    23 WIDE "wide",
    24 MANNER "manner",
    25 WHOLE "whole",
    26 DIVISION "division",
    27 MADE "made",
    28 AID "aid",
    29 STEP "step",
    30 EXTENT "extent",
    31 WORK "work",
    32 REACHED "reached",
    33 BARGAIN "bargain",
}

fn entries() -> impl Iterator<Item = (&'static str, u64)> {
    lexicon::columns(TABLE).map(|[word, kinds]| {
        (
            word,
            kinds
                .split('|')
                .filter_map(|kind| KINDS.iter().find(|k| k.0 == kind))
                .fold(0, |all, k| all | k.1),
        )
    })
}

/// The words with their kinds.
static WORDS: LazyLock<Beginnings<u64>> = LazyLock::new(|| Beginnings::new(entries()));

/// Whether a word is of one of these kinds.
pub(super) fn is(doc: &Document<'_>, word: Span, kinds: u64) -> bool {
    WORDS.get(&doc.chars()[word.start..word.end]).is_some_and(|told| told & kinds != 0)
}

/// Whether a word of one kind stands at `at`.
pub(super) fn begins(doc: &Document<'_>, at: usize, kind: u64) -> bool {
    WORDS.at_start(doc.rest(at)).is_some_and(|(_, told)| told & kind != 0)
}

/// How long the word of one kind is that ends at `end`.
pub(super) fn ends(doc: &Document<'_>, end: usize, kind: u64) -> Option<usize> {
    /// The kinds that [`ends`] is asked for: each word of them is found from its end.
    static ENDS: LazyLock<Endings<u64>> = LazyLock::new(|| {
        Endings::new(entries().filter(|(_, kinds)| kinds & (TOTAL | REACHED | SPEAKS | WHOLE) != 0))
    });
    ENDS.at_end(&doc.chars()[..end]).filter(|(_, told)| told & kind != 0).map(|(length, _)| length)
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::counts;
    use super::*;

    #[test]
    fn every_word_tells_what_its_example_shows() {
        let mut others = Vec::new();
        for row in lexicon::rows(TABLE) {
            let [word, kinds, example, expected] = row[..] else { panic!("four cells: {row:?}") };
            assert!(kinds.split('|').all(|kind| KINDS.iter().any(|k| k.0 == kind)), "{row:?}");
            let found = counts(example);
            let noun = found.first().map(|count| count.noun.as_deref().unwrap_or("-"));
            if noun != Some(expected) || !example.contains(word) {
                others.push((word, example, expected, noun.map(str::to_owned)));
            }
        }
        assert!(others.is_empty(), "{others:#?}");
    }
}
