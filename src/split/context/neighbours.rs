//! What lines are to the lines beside them: broken off, torn, even, parted by blank lines.

use crate::names;
use crate::split::line::{Evidence as E, Line, Set};

/// What no further line of a headline shows.
const NO_DECK: Set = Set::of(&[
    E::Marked,
    E::Told,
    E::Lead,
    E::Onward,
    E::Wide,
    E::Indent,
    E::Speech,
    E::Salute,
    E::Byline,
    E::Names,
    E::Sent,
    E::Sender,
    E::Closed,
    E::Numbered,
    E::Boxed,
    E::Tiny,
    E::Heading,
    E::Numeric,
    E::Unbalanced,
    E::Unopened,
    E::Caption,
    E::Marker,
    E::Colon,
    E::Deep,
]);

/// Marks what lines are to the lines beside them.
pub(in crate::split) fn mark_neighbours(lines: &mut [Line<'_>]) {
    const SIGNED: Set = Set::of(&[E::Signed, E::Byline, E::Names, E::HeadSigned]);
    let is_bare = !lines.iter().any(|line| line.evidence().any(SIGNED));
    let end = lines.len();
    for i in 0..end {
        let (before, rest) = lines.split_at_mut(i);
        let Some((line, after)) = rest.split_first_mut() else { continue };
        line.set(E::Bare, is_bare);
        line.set(E::Last, i + 1 == end);
        if let Some(before) = before.last() {
            // Behind text —— names who said it.
            let said = line.has(E::Deck)
                && before.has(E::Closed)
                && (!before.has(E::Title) || before.edges.0 == '“' && before.has(E::Quoted));
            if said {
                line.forget(E::Deck);
                line.forget(E::Title);
                line.forget(E::Unlisted);
            }
            // A title is whole that a line with its day stands below.
            let broken = !before.is_row && !before.has(E::Announced) && breaks_off(before);
            line.set(E::Broken, broken);
            line.set(E::Fresh, before.has(E::Closed) && !before.has(E::Wide) && line.has(E::Title));
            line.set(E::Mended, broken && before.has(E::Unbalanced));
            let runs_on = !before.has(E::Closed) || line.has(E::Flush);
            line.set(E::Wrapped, before.has(E::Wide) && runs_on && !before.has(E::Signed));
            line.set(E::Torn, is_torn(before, line));
            line.set(E::EvenBefore, is_even(before, line, 0));
            line.set(E::NearBefore, is_even(before, line, 1));
        }
        if let Some(after) = after.first() {
            let text = after.has(E::Long) || after.has(E::Marked) && after.has(E::Closed) || after.is_row;
            line.set(E::TextAfter, text && !after.has(E::Bullet));
            line.set(E::Tears, is_torn(line, after));
            line.set(E::EvenAfter, is_even(line, after, 0));
            line.set(E::NearAfter, is_even(line, after, 1));
            let ends = text && after.length > line.length && (8..=20).contains(&line.length);
            let below = before.last().is_some_and(|before| before.has(E::Title) && !before.is_signed_alone());
            line.set(E::Lowest, below && ends && line.has(E::Title) && !line.evidence().any(NO_DECK));
            line.set(E::LongerAfter, after.has(E::Title) && after.length * 2 >= line.length * 3);
        }
    }
}

/// How many titles are headlines for sure, where each has a blank line before its first line; else the first that has
/// none.
fn spaced_heads(lines: &[Line<'_>]) -> Result<usize, usize> {
    let opens = |line: &Line<'_>| line.evidence().any(Set::of(&[E::Marker, E::Byline, E::Likely]));
    let is_title = |line: &Line<'_>| line.has(E::Title) && !line.is_signed_alone();
    let (mut sure, mut first) = (0, None::<usize>);
    for (i, line) in lines.iter().enumerate().skip(1) {
        if let Some(head) = first
            && opens(line)
        {
            if !lines[head].has(E::Gap) {
                return Err(head);
            }
            sure += 1;
            first = None;
        } else if !is_title(line) {
            first = None;
        } else if !is_title(&lines[i - 1]) {
            first = Some(i);
        }
    }
    Ok(sure)
}

/// Marks titles over text by whether a blank line stands before them, where some have one and others have not.
pub(in crate::split) fn mark_spaced(lines: &mut [Line<'_>]) {
    const OTHER: Set =
        Set::of(&[E::Byline, E::Names, E::Wide, E::Verse, E::Speech, E::Numeric, E::Unbalanced, E::Heading]);
    const FEWEST: usize = 2;
    // In a column briefs may follow each other closely: what stands above it tells for itself.
    let mut end = lines.len();
    let sure = loop {
        match spaced_heads(&lines[..end]) {
            Ok(sure) => break sure,
            Err(close) => match lines[..close].iter().rposition(|line| line.has(E::Heading)) {
                Some(column) => end = column,
                None => return,
            },
        }
    };
    let lines = &mut lines[..end];
    // Where paragraphs have them too, they tell nothing of titles.
    let (mut paragraphs, mut parted) = (0, 0);
    for pair in lines.windows(2) {
        let fresh = pair[0].has(E::Closed) && !pair[1].has(E::Title) && !pair[0].has(E::Title);
        paragraphs += usize::from(fresh);
        parted += usize::from(fresh && pair[1].has(E::Gap));
    }
    if sure == 0 || parted * 3 > paragraphs {
        return;
    }
    let is_head = |i: &usize| {
        let (line, before) = (&lines[*i], &lines[*i - 1]);
        line.has(E::Title) && line.has(E::TextAfter) && !line.evidence().any(OTHER) && !before.has(E::Title)
    };
    let heads: Vec<usize> = (1..lines.len()).filter(is_head).collect();
    let spaced = heads.iter().filter(|&&i| lines[i].has(E::Gap)).count();
    // Where several are sure, one that stands closer than they do is enough.
    let close = if sure >= FEWEST { 1 } else { FEWEST };
    if spaced.max(sure) >= FEWEST && heads.len() - spaced >= close {
        for i in heads {
            let gap = lines[i].has(E::Gap);
            lines[i].set(E::Spaced, gap);
            lines[i].set(E::Close, !gap);
        }
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
    // 联系人:何先生 电话:2220000
    if line.has(E::Numeric) && ends_in_call(line.text) {
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
    // 旧楼加装电梯,补贴怎么领 behind the end of an article.
    let hinged = line.has(E::Hinged) && line.has(E::Fresh) && line.has(E::Gap);
    let titled = line.has(E::Parts) || line.has(E::Kicker) || line.has(E::Dashed) || hinged;
    let prose = line.has(E::Marked) && !titled && line.length >= shortest;
    line.has(E::Long) || line.has(E::Comma) || line.has(E::Hangs) || prose
}

/// Whether a line ends in the number of a telephone.
fn ends_in_call(text: &str) -> bool {
    const DIGITS: usize = 5;
    let digits = text.chars().rev().take_while(|c| c.is_ascii_digit() || *c == '-');
    let length = digits.clone().count();
    digits.filter(char::is_ascii_digit).count() >= DIGITS
        && text.chars().rev().nth(length).is_some_and(|c| matches!(c, ':' | '：' | ' ' | '话' | '机' | '线'))
}
