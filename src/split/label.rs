//! Which label each line of a page gets: the cheapest path through a table of costs (Viterbi).
//!
//! New evidence is one row of a table. Costs are in tenths; a negative cost speaks for the label.

use super::line::{Evidence, Line};

/// What a line of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A column heading.
    Section,
    /// The first line of an article's headline (kicker, or all of it).
    Headline,
    /// A further line of the headline.
    Deck,
    /// A byline between headline and body.
    Byline,
    /// The first paragraph of an article that has no headline.
    Lead,
    /// A paragraph.
    Paragraph,
    /// A paragraph that goes on with the sentence of the line before.
    Continued,
    /// A crosshead.
    Subhead,
    /// A byline at the end of the body.
    Signature,
}

use Label::*;

const LABELS: [Label; 9] = [Section, Headline, Deck, Byline, Lead, Paragraph, Continued, Subhead, Signature];

/// What a row asks of the neighbourhood of line `i`.
#[derive(Clone, Copy)]
enum On {
    /// The line itself shows it.
    Here(Evidence),
    /// The line itself does not show it.
    Not(Evidence),
    /// The line before shows it.
    Before(Evidence),
    /// The line before does not show it.
    BeforeNot(Evidence),
    /// The line after shows it.
    After(Evidence),
    /// The second line after shows it.
    Second(Evidence),
    /// The page ends after this line.
    Last,
    /// The line before breaks off in mid-sentence: running text without an end.
    Broken,
    /// The line before breaks off, and what is open there is closed here.
    Mended,
    /// The line before is a title of the same length: two halves of one headline.
    EvenBefore,
    /// The line after is a title of the same length.
    EvenAfter,
    /// The line after is running text: long, or marked and closed.
    TextAfter,
}

use Evidence as E;
use On::*;

/// Label, evidence, cost.
const COSTS: &[(Label, On, i32)] = &[
    // A headline looks like a title and has text after it.
    (Headline, Not(E::Title), 120),
    (Headline, Last, 60),
    (Headline, Here(E::Brief), 12),
    (Headline, Here(E::Full), -8),
    (Headline, Here(E::Parts), -22),
    (Headline, Here(E::Parallel), -8),
    (Headline, Here(E::Kicker), -30),
    (Headline, Here(E::Heading), 40),
    (Headline, Here(E::Label), 45),
    (Headline, Here(E::Framed), 10),
    (Headline, Here(E::Byline), 120),
    (Headline, Here(E::Names), 60),
    (Headline, Here(E::Colon), 25),
    (Headline, Here(E::Numbered), 30),
    (Headline, Here(E::Gap), -3),
    (Headline, Here(E::Hinged), 3),
    (Headline, Here(E::Boxed), 10),
    (Headline, Here(E::Marker), 80),
    (Headline, Here(E::Signed), 60),
    (Headline, Here(E::Numeric), 20),
    (Headline, Here(E::Unbalanced), 40),
    (Headline, Here(E::Twin), 4),
    (Headline, After(E::Signed), -25),
    (Headline, Here(E::Tiny), 8),
    (Headline, Here(E::Speech), 80),
    (Headline, Here(E::Dated), 120),
    (Headline, Here(E::Lead), 20),
    (Headline, After(E::Marker), -60),
    (Headline, After(E::Byline), -40),
    (Headline, After(E::Lead), -22),
    (Headline, After(E::Deck), -30),
    (Headline, EvenAfter, -20),
    (Headline, Before(E::Byline), -25),
    (Headline, Before(E::Names), -25),
    (Headline, Before(E::Signed), -45),
    (Headline, Before(E::Heading), -20),
    (Headline, Broken, 40),
    (Headline, Here(E::Midway), 120),
    // A further headline line.
    (Deck, Not(E::Title), 120),
    (Deck, Here(E::Heading), 40),
    (Deck, Here(E::Byline), 120),
    (Deck, Here(E::Names), 70),
    (Deck, Here(E::Numbered), 40),
    (Deck, EvenBefore, -30),
    (Deck, Here(E::Deck), -60),
    (Deck, Here(E::Brief), 15),
    (Deck, Here(E::Marker), 80),
    (Deck, Here(E::Lead), 30),
    (Deck, Here(E::Signed), 60),
    (Deck, Before(E::Kicker), -45),
    (Deck, Before(E::Colon), -40),
    (Deck, After(E::Marker), -35),
    (Deck, After(E::Byline), -40),
    (Deck, After(E::Lead), -15),
    (Deck, Last, 60),
    (Deck, Here(E::Marked), 4),
    // A column heading is short and stands over titles.
    (Section, Not(E::Title), 120),
    (Section, Not(E::Heading), 80),
    (Section, Here(E::Tiny), -50),
    (Section, Here(E::Closed), 20),
    (Section, Here(E::Framed), -25),
    (Section, EvenAfter, 45),
    (Section, Here(E::Twin), 12),
    (Section, Here(E::Full), 60),
    (Section, Here(E::Marked), 60),
    (Section, Here(E::Names), 30),
    (Section, Here(E::Byline), 120),
    (Section, After(E::Title), -20),
    (Section, TextAfter, 35),
    (Section, After(E::Marker), -20),
    (Section, After(E::Boxed), -20),
    (Section, Here(E::Speech), 120),
    (Section, Here(E::Dated), 120),
    (Section, Second(E::Marker), -10),
    (Section, Before(E::Byline), -10),
    (Section, Before(E::Names), -10),
    (Section, Before(E::Signed), -10),
    (Section, Last, 60),
    (Section, Broken, 40),
    // Bylines.
    (Byline, Not(E::Byline), 120),
    (Byline, Here(E::Names), -85),
    (Byline, Here(E::Boxed), -20),
    (Byline, Here(E::Speech), 120),
    (Byline, TextAfter, -5),
    (Byline, Last, 40),
    (Signature, Not(E::Byline), 120),
    (Signature, Here(E::Names), -105),
    (Signature, Here(E::Boxed), 5),
    (Signature, Before(E::Title), 15),
    (Signature, Before(E::Comma), 30),
    (Signature, Last, -5),
    // Running text.
    (Paragraph, Here(E::Title), 30),
    (Paragraph, Here(E::Tiny), 20),
    (Paragraph, Here(E::Speech), -30),
    (Paragraph, Here(E::Dated), -60),
    (Paragraph, Here(E::Closed), -10),
    (Paragraph, Here(E::Marked), -10),
    (Paragraph, Here(E::Long), -10),
    (Paragraph, Here(E::Byline), 70),
    (Paragraph, Here(E::Names), 30),
    (Paragraph, Here(E::Heading), 25),
    (Paragraph, Here(E::Caption), -10),
    (Paragraph, Broken, 45),
    (Paragraph, Here(E::Midway), 60),
    (Paragraph, Before(E::Signed), 15),
    (Paragraph, Here(E::Kicker), 10),
    (Lead, Here(E::Title), 40),
    (Lead, Here(E::Byline), 90),
    (Lead, Here(E::Names), 60),
    (Lead, Here(E::Midway), 60),
    (Lead, Here(E::Marker), -60),
    (Lead, Broken, 30),
    (Lead, Here(E::Boxed), -25),
    (Lead, Here(E::Caption), 40),
    (Lead, Here(E::Dated), 60),
    (Lead, Before(E::Signed), -45),
    (Lead, Here(E::Lead), -8),
    (Lead, Here(E::Closed), -5),
    (Lead, Before(E::Heading), -15),
    // The rest of a broken sentence.
    (Continued, BeforeNot(E::Long), 5),
    (Continued, Here(E::Midway), -80),
    (Continued, Broken, -55),
    (Continued, Mended, -25),
    (Continued, Before(E::Comma), -40),
    (Continued, Here(E::Byline), 90),
    (Continued, Here(E::Names), 30),
    (Continued, Here(E::Heading), 20),
    (Continued, Here(E::Marker), 60),
    (Continued, Here(E::Numbered), 25),
    // Crossheads stand between paragraphs that have no marker.
    (Subhead, Not(E::Title), 120),
    (Subhead, Here(E::Heading), 15),
    (Subhead, Here(E::Numeric), 40),
    (Subhead, Here(E::Speech), 80),
    (Subhead, Here(E::Dated), 120),
    (Subhead, Here(E::Lead), 20),
    (Subhead, Here(E::Unbalanced), 60),
    (Subhead, Here(E::Twin), -14),
    (Subhead, Not(E::Twin), 8),
    (Subhead, After(E::Signed), 8),
    (Subhead, Here(E::Byline), 120),
    (Subhead, Here(E::Names), 50),
    (Subhead, Here(E::Parts), 4),
    (Subhead, Here(E::Kicker), 20),
    (Subhead, Here(E::Hinged), -8),
    (Subhead, Here(E::Framed), -12),
    (Subhead, Here(E::Numbered), -15),
    (Subhead, Here(E::Boxed), -8),
    (Subhead, Here(E::Marker), 80),
    (Subhead, Here(E::Signed), 80),
    (Subhead, Here(E::Midway), 120),
    (Subhead, After(E::Marker), 70),
    (Subhead, After(E::Byline), 30),
    (Subhead, After(E::Title), 12),
    (Subhead, Before(E::Signed), 50),
    (Subhead, Broken, 40),
    (Subhead, Last, 60),
];

/// The labels that may follow, each with its cost.
type Steps = &'static [(Label, i32)];

/// From, to, cost. What is not listed does not happen. `None`: the page begins.
const STEPS: &[(Option<Label>, Steps)] = &[
    (None, &[(Section, 5), (Headline, 0), (Lead, 30)]),
    (Some(Section), &[(Headline, 0), (Lead, 12), (Section, 40)]),
    (Some(Headline), &[(Deck, 18), (Byline, 0), (Paragraph, 0), (Subhead, 30), (Section, 25)]),
    (Some(Deck), &[(Deck, 30), (Byline, 0), (Paragraph, 0), (Subhead, 30), (Section, 30)]),
    (Some(Byline), &[(Paragraph, 0), (Byline, 10), (Subhead, 20), (Headline, 40)]),
    (Some(Lead), AFTER_TEXT),
    (Some(Paragraph), AFTER_TEXT),
    (Some(Continued), AFTER_TEXT),
    (Some(Subhead), &[(Paragraph, 0), (Subhead, 40)]),
    (
        Some(Signature),
        &[(Signature, 10), (Headline, 0), (Section, 5), (Lead, 25), (Paragraph, 40), (Subhead, 45)],
    ),
];

const AFTER_TEXT: Steps = &[
    (Paragraph, 0),
    (Continued, 35),
    (Subhead, 10),
    (Signature, 0),
    (Headline, 25),
    (Section, 15),
    (Lead, 40),
];

/// What a signature costs in an article that was signed at its head.
const SIGNED_TWICE: i32 = 20;

/// What an article without any signature costs.
const UNSIGNED: i32 = 12;

/// A state of the search: a label, and whether the article is signed already.
const STATES: usize = LABELS.len() * 2;

/// The cheapest labels for the lines of a page.
pub(super) fn label(lines: &[Line<'_>]) -> Vec<Label> {
    const NEVER: i32 = i32::MAX / 4;
    // For each line and state: the cost of the cheapest way there, and the state before on that way.
    let mut costs: Vec<[(i32, usize); STATES]> = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        let own: [i32; LABELS.len()] = std::array::from_fn(|l| emission(lines, i, LABELS[l]));
        let mut row = [(NEVER, 0); STATES];
        let start = [(0, STATES)];
        let before = costs.last().map_or(&start[..], |row| &row[..]);
        for (from, &(cost, _)) in before.iter().enumerate().filter(|(_, b)| b.0 < NEVER) {
            let (label, signed) =
                if costs.is_empty() { (None, false) } else { (Some(LABELS[from / 2]), from % 2 == 1) };
            for &(to, step) in steps(label) {
                let l = to as usize;
                let begins = matches!(to, Section | Headline | Lead);
                let unsigned = begins && !signed && label.is_some_and(|l| l != Section);
                let (signed, twice) = sign(line, to, signed);
                let total = cost
                    + step
                    + own[l]
                    + if twice { SIGNED_TWICE } else { 0 }
                    + if unsigned { UNSIGNED } else { 0 };
                let slot = &mut row[l * 2 + usize::from(signed)];
                if total < slot.0 {
                    *slot = (total, from);
                }
            }
        }
        // Costs stay small on long pages: only their differences matter.
        let low = row.iter().map(|c| c.0).min().unwrap_or(0);
        for slot in row.iter_mut().filter(|slot| slot.0 < NEVER) {
            slot.0 -= low;
        }
        costs.push(row);
    }
    let mut at = costs.last().and_then(|row| (0..STATES).min_by_key(|&s| row[s].0)).unwrap_or(0);
    let mut labels = Vec::with_capacity(lines.len());
    for row in costs.iter().rev() {
        labels.push(LABELS[at / 2]);
        at = row[at].1;
    }
    labels.reverse();
    join_open(lines, &mut labels);
    labels
}

/// A paragraph that does not end goes on in the next one, however short it is.
fn join_open(lines: &[Line<'_>], labels: &mut [Label]) {
    for i in 1..labels.len() {
        let before = &lines[i - 1];
        let ended =
            before.has(E::Closed) || before.has(E::Colon) || before.has(E::Signed) || before.has(E::Quoted);
        let text = matches!(labels[i - 1], Lead | Paragraph | Continued);
        if labels[i] == Paragraph && text && !ended && !lines[i].has(E::Numbered) && !lines[i].has(E::Boxed) {
            labels[i] = Continued;
        }
    }
}

/// Whether the article is signed after this line, and whether that is for the second time.
fn sign(line: &Line<'_>, label: Label, signed: bool) -> (bool, bool) {
    match label {
        Section | Headline => (false, false),
        Lead => (line.has(E::HeadSigned) || line.has(E::Signed), false),
        Byline => (true, false),
        // A picture's credit is no second signature.
        Signature | Paragraph | Continued if line.has(E::Credited) => (true, false),
        Signature => (true, signed),
        Paragraph if line.has(E::HeadSigned) => (true, false),
        Paragraph | Continued => (signed || line.has(E::Signed), signed && line.has(E::Signed)),
        Deck | Subhead => (signed, false),
    }
}

/// The labels that may follow, with their costs.
fn steps(from: Option<Label>) -> Steps {
    STEPS.iter().find(|(label, _)| *label == from).map_or(&[], |(_, steps)| steps)
}

fn emission(lines: &[Line<'_>], i: usize, label: Label) -> i32 {
    COSTS.iter().filter(|(l, on, _)| *l == label && holds(lines, i, *on)).map(|(_, _, cost)| cost).sum()
}

fn holds(lines: &[Line<'_>], i: usize, on: On) -> bool {
    let at = |j: Option<usize>, e: Evidence| j.and_then(|j| lines.get(j)).is_some_and(|line| line.has(e));
    let before = i.checked_sub(1);
    match on {
        Here(e) => lines[i].has(e),
        Not(e) => !lines[i].has(e),
        Before(e) => at(before, e),
        BeforeNot(e) => before.is_some() && !at(before, e),
        After(e) => at(Some(i + 1), e),
        Second(e) => at(Some(i + 2), e),
        Last => i + 1 == lines.len(),
        Broken => before.is_some_and(|j| breaks_off(&lines[j])),
        Mended => before.is_some_and(|j| breaks_off(&lines[j]) && lines[j].has(E::Unbalanced)),
        EvenBefore => before.is_some_and(|j| even(&lines[j], &lines[i])),
        EvenAfter => lines.get(i + 1).is_some_and(|after| even(&lines[i], after)),
        TextAfter => lines.get(i + 1).is_some_and(|l| l.has(E::Long) || l.has(E::Marked) && l.has(E::Closed)),
    }
}

fn even(a: &Line<'_>, b: &Line<'_>) -> bool {
    a.has(E::Title) && b.has(E::Title) && a.length == b.length && a.length >= 5
}

/// Running text that does not end: no final mark, and too long or too punctuated for a title.
fn breaks_off(line: &Line<'_>) -> bool {
    let signed = line.has(E::Byline) || line.has(E::Names) || line.has(E::Signed);
    if signed || line.has(E::Deck) {
        return false;
    }
    if line.has(E::Numeric) || line.has(E::Unbalanced) && !line.has(E::Kicker) {
        return true;
    }
    if line.has(E::Closed) || line.has(E::Colon) {
        return false;
    }
    // Crossheads have a comma too, but are short and built like each other.
    let shortest = if line.has(E::Twin) { 22 } else { 12 };
    let prose = line.has(E::Marked) && !line.has(E::Parts) && !line.has(E::Kicker) && line.length >= shortest;
    line.has(E::Long) || line.has(E::Comma) || prose
}
