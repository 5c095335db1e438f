//! What speaks for and against each label: a row a piece of evidence. New evidence is one row.
//!
//! Costs are in tenths; a negative cost speaks for the label. `table` compiles the rows for the search. They were set by
//! hand, and then trained by a structured perceptron that held them near: on the pages of the corpus, on pages glued at
//! random from its articles, and on pages of many layouts made of news, with columns broken and lines cut. A new row may
//! be set by hand again; what the search makes of it `jianbao split --explain` tells.

mod text;
mod titles;

use super::evidence::Evidence;
use super::label::Label::{self, *};
use super::line::Line;
use std::fmt;

/// What a row asks of a line's neighbourhood.
#[derive(Clone, Copy, Debug)]
pub(super) enum On {
    /// The line itself shows it.
    Here(Evidence),
    /// The line itself does not show it.
    Not(Evidence),
    /// The line before shows it.
    Before(Evidence),
    /// There is a line before, and it does not show it.
    BeforeNot(Evidence),
    /// The line after shows it.
    After(Evidence),
    /// The second line after shows it.
    Second(Evidence),
}

use Evidence as E;
use On::*;

impl On {
    pub(super) fn holds(self, lines: &[Line<'_>], i: usize) -> bool {
        let at = |j: Option<usize>, e: E| j.and_then(|j| lines.get(j)).is_some_and(|line| line.has(e));
        match self {
            Here(e) => lines[i].has(e),
            Not(e) => !lines[i].has(e),
            Before(e) => at(i.checked_sub(1), e),
            BeforeNot(e) => i > 0 && !lines[i - 1].has(e),
            After(e) => at(Some(i + 1), e),
            Second(e) => at(Some(i + 2), e),
        }
    }
}

impl fmt::Display for On {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Here(e) => write!(f, "{e:?}"),
            Not(e) => write!(f, "not {e:?}"),
            Before(e) => write!(f, "before: {e:?}"),
            BeforeNot(e) => write!(f, "before: not {e:?}"),
            After(e) => write!(f, "after: {e:?}"),
            Second(e) => write!(f, "second after: {e:?}"),
        }
    }
}

/// A label that needs one of these pieces of evidence.
pub(super) const NEEDS: &[(&[Label], &[Evidence])] = &[
    (HEADS, &[E::Title]),
    (&[Deck, Section, Subhead], &[E::Title]),
    (&[Byline], &[E::Byline, E::Names, E::Pen]),
    (&[Signature], &[E::Byline, E::Names, E::Sender, E::Dated, E::End, E::Deep]),
    (&[Dateline], &[E::Dateline]),
    (&[Caption], &[E::Caption, E::Credited]),
];

const HEADS: &[Label] = &[Kicker, Headline];

/// Labels, evidence, cost.
pub(super) type Row = (&'static [Label], On, i16);

/// All rows.
pub(super) fn rows() -> impl Iterator<Item = &'static Row> {
    titles::ROWS.iter().chain(text::ROWS)
}

/// What the first label of a page costs. What is not listed does not happen.
pub(super) const FIRST: &[(Label, i16)] = &[(Section, 5), (Kicker, 0), (Headline, 0), (Lead, 30)];

/// Labels that may follow each, with their costs. What is not listed does not happen.
pub(super) const STEPS: &[(Label, &[(Label, i16)])] = &[
    (Section, &[(Section, 68), (Kicker, -16), (Headline, -30), (Lead, 16)]),
    (Kicker, &[(Kicker, 58), (Headline, -66)]),
    (
        Headline,
        &[
            (Section, 47),
            (Deck, 8),
            (Byline, -23),
            (Dateline, 0),
            (Paragraph, -15),
            (Caption, 7),
            (Subhead, 12),
        ],
    ),
    (
        Deck,
        &[
            (Section, 31),
            (Deck, 33),
            (Byline, 5),
            (Dateline, 0),
            (Paragraph, -22),
            (Caption, 5),
            (Subhead, 30),
        ],
    ),
    (Byline, &[(Headline, 58), (Byline, 49), (Dateline, 0), (Paragraph, -11), (Caption, 6), (Subhead, -5)]),
    (Dateline, &[(Byline, 0), (Paragraph, 0), (Continued, 0)]),
    (
        Lead,
        &[
            (Section, 9),
            (Kicker, 24),
            (Headline, 24),
            (Lead, 38),
            (Paragraph, 8),
            (Continued, 39),
            (Caption, 12),
            (Subhead, 53),
            (Signature, 41),
        ],
    ),
    (
        Paragraph,
        &[
            (Section, 7),
            (Kicker, 9),
            (Headline, 10),
            (Lead, 46),
            (Paragraph, 5),
            (Continued, 11),
            (Caption, 6),
            (Subhead, 9),
            (Signature, -2),
        ],
    ),
    (
        Continued,
        &[
            (Section, 13),
            (Kicker, 12),
            (Headline, 10),
            (Lead, 43),
            (Paragraph, 6),
            (Continued, 26),
            (Caption, 2),
            (Subhead, 10),
            (Signature, 8),
        ],
    ),
    (
        Caption,
        &[
            (Section, 21),
            (Kicker, 24),
            (Headline, 19),
            (Lead, 46),
            (Paragraph, 6),
            (Continued, 34),
            (Caption, 5),
            (Subhead, 10),
            (Signature, -2),
        ],
    ),
    (Subhead, &[(Paragraph, -19), (Caption, 10), (Subhead, 53)]),
    (
        Signature,
        &[
            (Section, 1),
            (Kicker, 16),
            (Headline, -6),
            (Lead, 56),
            (Paragraph, 38),
            (Caption, 18),
            (Subhead, 52),
            (Signature, 15),
        ],
    ),
];

/// What a signature costs in an article that was signed at its head.
pub(super) const SIGNED_TWICE: i32 = 20;

/// What an article without any signature costs, on a page that signs some.
pub(super) const UNSIGNED: i32 = 12;

/// What an article with one crosshead costs: they come in twos and more.
pub(super) const LONE_CROSSHEAD: i32 = 35;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_stands_twice() {
        let mut seen = std::collections::HashSet::new();
        for (labels, on, _) in rows() {
            for label in *labels {
                assert!(seen.insert(format!("{label:?} {on}")), "{label:?} {on}");
            }
        }
    }
}
