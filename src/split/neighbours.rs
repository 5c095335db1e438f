//! What lines are to the lines beside them: broken off, torn, even, verse.

use super::evidence::{Evidence as E, Set};
use super::line::Line;
use crate::names;

/// Marks what lines are to the lines beside them.
pub(super) fn mark_neighbours(lines: &mut [Line<'_>]) {
    const SIGNED: Set = Set::of(&[E::Signed, E::Byline, E::Names, E::HeadSigned]);
    let is_bare = !lines.iter().any(|line| line.evidence().any(SIGNED));
    let end = lines.len();
    for i in 0..end {
        let (before, rest) = lines.split_at_mut(i);
        let Some((line, after)) = rest.split_first_mut() else { continue };
        line.set(E::Bare, is_bare);
        line.set(E::Last, i + 1 == end);
        if let Some(before) = before.last() {
            let broken = breaks_off(before);
            line.set(E::Broken, broken);
            line.set(E::Mended, broken && before.has(E::Unbalanced));
            let runs_on = !before.has(E::Closed) || line.has(E::Flush);
            line.set(E::Wrapped, before.has(E::Wide) && runs_on && !before.has(E::Signed));
            line.set(E::Torn, is_torn(before, line));
            line.set(E::EvenBefore, is_even(before, line, 0));
            line.set(E::NearBefore, is_even(before, line, 1));
        }
        if let Some(after) = after.first() {
            let text = after.has(E::Long) || after.has(E::Marked) && after.has(E::Closed);
            line.set(E::TextAfter, text && !after.has(E::Bullet));
            line.set(E::Tears, is_torn(line, after));
            line.set(E::EvenAfter, is_even(line, after, 0));
            line.set(E::NearAfter, is_even(line, after, 1));
            line.set(E::LongerAfter, after.has(E::Title) && after.length * 2 >= line.length * 3);
        }
    }
}

/// Marks runs of four or more short lines without full stops.
pub(super) fn mark_verse(lines: &mut [Line<'_>]) {
    const FEWEST: usize = 4;
    const LONGEST: usize = 18;
    let is_verse = |line: &Line<'_>| {
        const TOLD: Set = Set::of(&[
            E::Wide,
            E::Byline,
            E::Names,
            E::Marker,
            E::Heading,
            E::Salute,
            E::Dated,
            E::Signed,
            E::Kicker,
        ]);
        line.length <= LONGEST
            && (line.has(E::Title) || line.has(E::Comma))
            && !line.evidence().any(TOLD)
            && !line.has(E::Parts)
    };
    let mut from = 0;
    for i in 0..=lines.len() {
        if i < lines.len() && is_verse(&lines[i]) {
            continue;
        }
        // A short line over running text is a heading.
        let headed = i < lines.len() && lines[i].has(E::Closed) && lines[i].length > LONGEST;
        let end = i - usize::from(headed && i > from);
        if end - from >= FEWEST {
            lines[from..end].iter_mut().for_each(|line| line.set(E::Verse, true));
        }
        from = i + 1;
    }
}

/// Whether a word or number begins on one line and ends on the next.
fn is_torn(a: &Line<'_>, b: &Line<'_>) -> bool {
    let ([before, last], first) = (a.edges.1, b.edges.0);
    let number = last.is_ascii_digit() && (first.is_ascii_digit() || matches!(first, '.' | '%'));
    // Titles are short, and end where they end by chance.
    const SHORTEST: usize = 14;
    a.length >= SHORTEST
        && !b.has(E::Title)
        && (number || names::is_word_pair(last, first) && !names::is_word_pair(before, last))
}

/// Two titles whose lengths are `apart`.
fn is_even(a: &Line<'_>, b: &Line<'_>, apart: usize) -> bool {
    // Lines that are cut at one width are all even; a heading in a frame is no half of a headline.
    let cut = a.has(E::Wide) && b.has(E::Wide) || a.has(E::Framed) || b.has(E::Framed);
    a.length.abs_diff(b.length) == apart && a.length >= 5 && a.has(E::Title) && b.has(E::Title) && !cut
}

/// Running text that does not end: no final mark, and too long or too punctuated for a title.
fn breaks_off(line: &Line<'_>) -> bool {
    const WHOLE: Set = Set::of(&[E::Byline, E::Names, E::Signed, E::Trail, E::Deck, E::Bracketed]);
    if line.evidence().any(WHOLE) {
        return false;
    }
    if line.has(E::Numeric) || line.has(E::Unbalanced) && !line.has(E::Kicker) && !line.has(E::Dashed) {
        return true;
    }
    if line.has(E::Closed) || line.has(E::Colon) || line.has(E::Wide) && line.has(E::Title) {
        return false;
    }
    // Crossheads have a comma too, but are short and built like each other.
    let shortest = if line.has(E::Twin) { 22 } else { 12 };
    let titled = line.has(E::Parts) || line.has(E::Kicker) || line.has(E::Dashed);
    let prose = line.has(E::Marked) && !titled && line.length >= shortest;
    line.has(E::Long) || line.has(E::Comma) || line.has(E::Hangs) || prose
}
