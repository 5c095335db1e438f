//! What speaks for and against each label: a row a piece of evidence. New evidence is one row.
//!
//! Costs are in tenths; a negative cost speaks for the label. `table` compiles the rows for the search.

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
pub(super) const ROWS: &[(&[Label], On, i16)] = &[
    // A headline looks like a title and has text after it.
    (HEADS, Here(E::Last), 60),
    (HEADS, Here(E::Brief), 12),
    (HEADS, Here(E::Full), -8),
    (HEADS, Here(E::Parts), -22),
    (HEADS, Here(E::Parallel), -8),
    (HEADS, Here(E::Dashed), -30),
    (HEADS, Here(E::Heading), 40),
    (HEADS, Here(E::Label), 45),
    (HEADS, Here(E::Framed), 5),
    (HEADS, Here(E::Byline), 120),
    (HEADS, Here(E::Names), 20),
    (HEADS, Here(E::Likely), 40),
    (HEADS, Here(E::Numbered), 30),
    (HEADS, Here(E::Gap), -3),
    (HEADS, Here(E::Hinged), 3),
    (HEADS, Here(E::Marker), 80),
    (HEADS, Here(E::Signed), 60),
    (HEADS, Here(E::Numeric), 20),
    (HEADS, Here(E::Unbalanced), 40),
    (HEADS, Here(E::Twin), 4),
    (HEADS, Here(E::Tiny), 8),
    (HEADS, Here(E::Speech), 80),
    (HEADS, Here(E::Salute), 120),
    (HEADS, Here(E::Dated), 120),
    (HEADS, Here(E::End), 120),
    (HEADS, Here(E::Also), 120),
    (HEADS, Here(E::Lead), 20),
    (HEADS, Here(E::Midway), 120),
    (HEADS, Here(E::Aside), 20),
    (HEADS, Here(E::Bracketed), 40),
    (HEADS, Here(E::Caption), 20),
    (HEADS, Here(E::Verse), 18),
    (HEADS, Here(E::Broken), 40),
    (HEADS, Here(E::Wrapped), 10),
    (HEADS, Here(E::Wide), 6),
    (HEADS, Here(E::Prose), 40),
    (HEADS, Here(E::Notice), -30),
    (HEADS, Here(E::Wordy), 10),
    (HEADS, Here(E::Sender), 10),
    (HEADS, After(E::Dated), 30),
    (HEADS, Here(E::Jump), -40),
    (HEADS, Here(E::Indent), 14),
    (HEADS, Here(E::Flush), -6),
    (HEADS, Before(E::Byline), -25),
    (HEADS, Before(E::Names), -10),
    (HEADS, Before(E::Likely), -15),
    (HEADS, Before(E::Signed), -45),
    (HEADS, Before(E::Trail), -30),
    (HEADS, Before(E::Heading), -20),
    (HEADS, Before(E::End), -40),
    (HEADS, Before(E::Dated), -20),
    (HEADS, Before(E::Sender), -15),
    (HEADS, Before(E::Salute), 60),
    (HEADS, Here(E::Announced), -30),
    (HEADS, Here(E::Apart), -20),
    (HEADS, Here(E::Deep), 60),
    (HEADS, Here(E::Tears), 20),
    (HEADS, After(E::Rift), 15),
    (HEADS, Here(E::Hangs), 40),
    (HEADS, Here(E::Echoed), -8),
    (HEADS, Here(E::Listed), -34),
    (HEADS, Here(E::Pen), 20),
    (&[Headline], Here(E::News), -12),
    (&[Headline], Here(E::Colon), 25),
    (&[Headline], Here(E::Deck), 40),
    (&[Headline], Here(E::EvenAfter), -20),
    (&[Headline], Here(E::NearAfter), -10),
    (&[Headline], After(E::Signed), -25),
    (&[Headline], After(E::Marker), -60),
    (&[Headline], After(E::Salute), -60),
    (&[Headline], After(E::Speech), -15),
    (&[Headline], After(E::Byline), -40),
    (&[Headline], After(E::Names), -12),
    (&[Headline], After(E::Lead), -22),
    (&[Headline], After(E::Deck), -30),
    (&[Headline], After(E::Bracketed), -10),
    // A kicker ends in —— or a colon, and a title follows.
    (&[Kicker], Here(E::Kicker), -30),
    (&[Kicker], Not(E::Kicker), 65),
    (&[Kicker], Here(E::Stub), -70),
    (&[Kicker], Here(E::Open), -75),
    (&[Kicker], Here(E::Colon), -60),
    (&[Kicker], After(E::Title), -10),
    // A further headline line.
    (&[Deck], Here(E::Heading), 40),
    (&[Deck], Here(E::Byline), 120),
    (&[Deck], Here(E::Names), 30),
    (&[Deck], Here(E::Likely), 40),
    (&[Deck], Here(E::Numbered), 40),
    (&[Deck], Here(E::EvenBefore), -30),
    (&[Deck], Here(E::NearBefore), -20),
    (&[Deck], Here(E::Prose), 40),
    (&[Deck], Here(E::Deck), -60),
    (&[Deck], Here(E::Bracketed), -25),
    (&[Deck], Here(E::Brief), 15),
    (&[Deck], Here(E::Marker), 80),
    (&[Deck], Here(E::Lead), 30),
    (&[Deck], Here(E::Signed), 60),
    (&[Deck], Here(E::Salute), 120),
    (&[Deck], Here(E::Speech), 40),
    (&[Deck], Here(E::Dated), 120),
    (&[Deck], Here(E::End), 120),
    (&[Deck], Here(E::Also), 120),
    (&[Deck], Here(E::Aside), 40),
    (&[Deck], Here(E::Verse), 22),
    (&[Deck], Here(E::Indent), 20),
    (&[Deck], Here(E::Deep), 60),
    (&[Deck], Here(E::Numeric), 40),
    (&[Deck], Here(E::Echoes), 25),
    (&[Deck], Here(E::Hangs), 50),
    (&[Deck], Here(E::Tears), 20),
    (&[Deck], Here(E::Pen), 45),
    (&[Deck], Before(E::Colon), -40),
    (&[Deck], After(E::Marker), -45),
    (&[Deck], After(E::Byline), -40),
    (&[Deck], After(E::Lead), -15),
    (&[Deck], Before(E::Open), -20),
    (&[Deck], After(E::Salute), -20),
    (&[Deck], Here(E::Last), 60),
    (&[Deck], Here(E::Marked), 10),
    (&[Deck], After(E::Rift), 20),
    (&[Deck], Here(E::Caption), 40),
    // A column heading is short and stands over titles.
    (&[Section], Not(E::Heading), 80),
    (&[Section], Here(E::Over), -45),
    (&[Section], Here(E::Deep), 60),
    (&[Section], Here(E::Tiny), -35),
    (&[Section], Here(E::Four), -15),
    (&[Section], Here(E::Stub), 25),
    (&[Section], Here(E::Notice), 20),
    (&[Section], Here(E::Open), 40),
    (&[Section], Here(E::Closed), 20),
    (&[Section], Here(E::Framed), -25),
    (&[Section], Here(E::EvenAfter), 45),
    (&[Section], Here(E::NearAfter), 12),
    (&[Section], Here(E::Twin), 12),
    (&[Section], Here(E::Full), 60),
    (&[Section], Here(E::Marked), 60),
    (&[Section], Here(E::Names), 30),
    (&[Section], Here(E::Byline), 120),
    (&[Section], Here(E::Speech), 120),
    (&[Section], Here(E::Salute), 120),
    (&[Section], Here(E::Dated), 120),
    (&[Section], Here(E::End), 120),
    (&[Section], Here(E::Aside), 60),
    (&[Section], Here(E::Bracketed), 40),
    (&[Section], Here(E::Sender), 30),
    (&[Section], Here(E::Verse), 12),
    (&[Section], Here(E::Last), 60),
    (&[Section], Here(E::Broken), 40),
    (&[Section], Here(E::LongerAfter), -6),
    (&[Section], After(E::Title), -20),
    (&[Section], Here(E::TextAfter), 35),
    (&[Section], After(E::Marker), -20),
    (&[Section], After(E::Bullet), -45),
    (&[Section], After(E::Numbered), -30),
    (&[Section], After(E::Byline), 20),
    (&[Section], Second(E::Marker), -10),
    (&[Section], Second(E::Byline), -6),
    (&[Section], Before(E::Byline), -10),
    (&[Section], Before(E::Names), -10),
    (&[Section], Before(E::Signed), -10),
    // Bylines.
    (&[Byline], Here(E::Names), -45),
    (&[Byline], Here(E::Likely), -40),
    (&[Byline], Here(E::Boxed), -20),
    (&[Byline], Here(E::Pen), -30),
    (&[Byline], Here(E::Speech), 120),
    (&[Byline], Here(E::TextAfter), -5),
    (&[Byline], Here(E::Last), 40),
    (&[Signature], Here(E::Names), -45),
    (&[Signature], Here(E::Likely), -60),
    (&[Signature], Here(E::Boxed), 5),
    (&[Signature], Here(E::Deep), -40),
    (&[Signature], Here(E::Echoed), 20),
    (&[Signature], Before(E::Title), 15),
    (&[Signature], Before(E::Comma), 30),
    (&[Signature], Here(E::Last), -5),
    (&[Signature], Here(E::Sender), -5),
    (&[Signature], After(E::Dated), -20),
    (&[Signature], Here(E::Dated), 15),
    (&[Signature], Here(E::End), -40),
    (&[Dateline], Here(E::Dateline), -40),
    // Running text.
    (&[Paragraph], Here(E::Title), 42),
    (&[Paragraph], Here(E::Tiny), 20),
    (&[Paragraph], Here(E::Speech), -30),
    (&[Paragraph], Here(E::Salute), -60),
    (&[Paragraph], Here(E::Dated), -60),
    (&[Paragraph], Here(E::Also), -40),
    (&[Paragraph], Here(E::Closed), -10),
    (&[Paragraph], Here(E::Marked), -10),
    (&[Paragraph], Here(E::Long), -10),
    (&[Paragraph], Here(E::Byline), 70),
    (&[Paragraph], Here(E::Names), 30),
    (&[Paragraph], Here(E::Heading), 25),
    (&[Paragraph], Here(E::Caption), -10),
    (&[Paragraph], Here(E::Verse), -34),
    (&[Paragraph], Here(E::Broken), 45),
    (&[Paragraph], Here(E::Deep), 20),
    (&[Paragraph], Here(E::Apart), 30),
    (&[Paragraph], Here(E::Series), 20),
    (&[Paragraph], Here(E::Torn), 15),
    (&[Paragraph], Here(E::Tears), -15),
    (&[Paragraph], Here(E::Hangs), -30),
    (&[Paragraph], Here(E::Echoes), -20),
    (&[Paragraph], Here(E::Wrapped), 15),
    (&[Paragraph], Here(E::Wide), -20),
    (&[Paragraph], Here(E::Indent), -8),
    (&[Paragraph], Here(E::Flush), 8),
    (&[Paragraph], Here(E::Jump), 15),
    (&[Paragraph], Here(E::Midway), 60),
    (&[Paragraph], Before(E::Signed), 15),
    (&[Paragraph], Before(E::End), 60),
    (&[Paragraph], Here(E::Prose), -15),
    (&[Paragraph], After(E::Jump), -20),
    (&[Paragraph], Here(E::Kicker), 10),
    (&[Paragraph], Here(E::Dashed), 10),
    (&[Lead], Here(E::Title), 40),
    (&[Lead], Here(E::Dateline), 80),
    (&[Lead], Here(E::Numbered), 40),
    (&[Lead], Here(E::Byline), 90),
    (&[Lead], Here(E::Names), 60),
    (&[Lead], Here(E::Midway), 60),
    (&[Lead], Here(E::Marker), -60),
    (&[Lead], Here(E::Broken), 30),
    (&[Lead], Here(E::Wrapped), 30),
    (&[Lead], Here(E::Boxed), -25),
    (&[Lead], Here(E::Series), -50),
    (&[Lead], Here(E::Apart), -20),
    (&[Lead], Here(E::Caption), 40),
    (&[Lead], Here(E::Dated), 60),
    (&[Lead], Here(E::Also), 60),
    (&[Lead], Here(E::Speech), 30),
    (&[Lead], Here(E::Jump), -10),
    (&[Lead], Before(E::Signed), -45),
    (&[Lead], Here(E::Lead), -8),
    (&[Lead], Here(E::Closed), -5),
    (&[Lead], Before(E::Heading), -15),
    (&[Lead], Before(E::Bullet), -20),
    (&[Lead], After(E::Credit), -50),
    // Captions.
    (&[Caption], Here(E::Caption), -25),
    (&[Caption], Here(E::Title), 20),
    (&[Caption], Here(E::Lead), 20),
    (&[Caption], Here(E::Byline), 100),
    (&[Caption], Here(E::Names), 60),
    (&[Caption], Here(E::Broken), 45),
    (&[Caption], Here(E::Marker), 40),
    (&[Caption], Before(E::Title), -15),
    // The rest of a broken sentence.
    (&[Continued], BeforeNot(E::Long), 5),
    (&[Continued], After(E::Jump), -20),
    (&[Continued], Here(E::Midway), -80),
    (&[Continued], Here(E::Deep), 60),
    (&[Continued], Here(E::Series), 40),
    (&[Continued], Here(E::Torn), -25),
    (&[Continued], Here(E::Rift), -12),
    (&[Continued], Here(E::Broken), -55),
    (&[Continued], Here(E::Mended), -25),
    (&[Continued], Here(E::Wrapped), -60),
    (&[Continued], Here(E::Jump), 80),
    (&[Continued], Here(E::Indent), 50),
    (&[Continued], Here(E::Flush), -5),
    (&[Continued], Here(E::Verse), 25),
    (&[Continued], Before(E::Comma), -40),
    (&[Continued], Here(E::Byline), 90),
    (&[Continued], Here(E::Names), 30),
    (&[Continued], Here(E::Heading), 20),
    (&[Continued], Here(E::Marker), 60),
    (&[Continued], Here(E::Numbered), 25),
    (&[Continued], Here(E::Boxed), 25),
    (&[Continued], Here(E::Dated), 60),
    (&[Continued], Here(E::Also), 60),
    (&[Continued], Here(E::Speech), 25),
    (&[Continued], Before(E::Closed), 25),
    (&[Continued], Before(E::Colon), 25),
    (&[Continued], Before(E::Signed), 40),
    // Crossheads stand between paragraphs that have no marker.
    (&[Subhead], Here(E::Heading), 30),
    (&[Subhead], Here(E::Announced), 40),
    (&[Subhead], Here(E::Apart), 40),
    (&[Subhead], Here(E::Deep), 80),
    (&[Subhead], Here(E::Tears), 12),
    (&[Subhead], After(E::Rift), 15),
    (&[Subhead], Here(E::Hangs), 40),
    (&[Subhead], Here(E::Echoed), 14),
    (&[Subhead], Here(E::Mute), -5),
    (&[Subhead], Here(E::Listed), 40),
    (&[Subhead], Here(E::News), 20),
    (&[Subhead], Here(E::Pen), 15),
    (&[Subhead], Here(E::Numeric), 40),
    (&[Subhead], Here(E::Speech), 80),
    (&[Subhead], Here(E::Salute), 120),
    (&[Subhead], Here(E::Dated), 120),
    (&[Subhead], Here(E::End), 120),
    (&[Subhead], Here(E::Also), 120),
    (&[Subhead], Here(E::Aside), -45),
    (&[Subhead], Here(E::Lead), 20),
    (&[Subhead], Here(E::Unbalanced), 60),
    (&[Subhead], Here(E::Prose), 40),
    (&[Subhead], Here(E::Open), 8),
    (&[Subhead], Here(E::Wordy), 20),
    (&[Subhead], Here(E::Bullet), 15),
    (&[Subhead], Here(E::Notice), 30),
    (&[Subhead], Here(E::Twin), -18),
    (&[Subhead], Here(E::Triplet), -8),
    (&[Subhead], Not(E::Twin), 8),
    (&[Subhead], Here(E::Verse), 22),
    (&[Subhead], Here(E::Jump), 60),
    (&[Subhead], Here(E::Flush), 4),
    (&[Subhead], Here(E::Indent), -4),
    (&[Subhead], Here(E::Wrapped), 15),
    (&[Subhead], Here(E::Wide), 30),
    (&[Subhead], Here(E::Bracketed), 30),
    (&[Subhead], Here(E::Caption), 30),
    (&[Subhead], Here(E::Byline), 60),
    (&[Subhead], Here(E::Marker), 60),
    (&[Subhead], Here(E::Names), 30),
    (&[Subhead], Here(E::Sender), 15),
    (&[Subhead], Here(E::Midway), 120),
    (&[Subhead], After(E::Marker), 70),
    (&[Subhead], After(E::Salute), 80),
    (&[Subhead], After(E::Byline), 30),
    (&[Subhead], After(E::Title), 12),
    (&[Subhead], Before(E::Signed), 50),
    (&[Subhead], Before(E::Trail), 25),
    (&[Subhead], Before(E::Sender), 20),
    (&[Subhead], Before(E::End), 80),
    (&[Subhead], Here(E::Broken), 40),
    (&[Subhead], Here(E::Last), 60),
];

/// What the first label of a page costs. What is not listed does not happen.
pub(super) const FIRST: &[(Label, i16)] = &[(Section, 5), (Kicker, 0), (Headline, 0), (Lead, 30)];

/// Labels that may follow, with their costs.
pub(super) type Steps = &'static [(Label, i16)];

/// From, to, cost. What is not listed does not happen.
pub(super) const STEPS: &[(&[Label], Steps)] = &[
    (&[Section], &[(Headline, 0), (Kicker, 0), (Lead, 12), (Section, 40)]),
    (&[Kicker], &[(Headline, -20), (Kicker, 30)]),
    (
        &[Headline, Deck],
        &[(Byline, 0), (Dateline, 0), (Paragraph, 0), (Caption, 5), (Subhead, 30), (Section, 25)],
    ),
    (&[Headline], &[(Deck, 18)]),
    (&[Deck], &[(Deck, 30)]),
    (&[Byline], &[(Paragraph, 0), (Byline, 10), (Dateline, 0), (Caption, 5), (Subhead, 20), (Headline, 40)]),
    (&[Dateline], &[(Paragraph, 0), (Continued, 0), (Byline, 0)]),
    (
        &[Lead, Paragraph, Continued, Caption],
        &[
            (Paragraph, 0),
            (Continued, 35),
            (Caption, 5),
            (Subhead, 10),
            (Signature, 0),
            (Headline, 25),
            (Kicker, 25),
            (Section, 15),
            (Lead, 40),
        ],
    ),
    // A brief without a headline is a paragraph or little more, and seldom alone.
    (&[Lead], &[(Paragraph, 10), (Subhead, 30), (Lead, 10)]),
    (&[Subhead], &[(Paragraph, 0), (Caption, 10), (Subhead, 40)]),
    (
        &[Signature],
        &[
            (Signature, 10),
            (Headline, 0),
            (Kicker, 0),
            (Section, 5),
            (Caption, 15),
            (Lead, 25),
            (Paragraph, 40),
            (Subhead, 45),
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
        for (labels, on, _) in ROWS {
            for label in *labels {
                assert!(seen.insert(format!("{label:?} {on}")), "{label:?} {on}");
            }
        }
    }
}
