//! What lines are to the lines beside them: broken off, torn, even, verse.

use crate::chars::{fold, is_han, simplified};
use crate::names;
use crate::segment::common;
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line, Set};

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

/// What a short line may be a row of, with others of its kind.
#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Other,
    /// 海州队97∶101望江队
    Score,
    /// 大白菜:0.8元/斤
    Price,
    /// 1.海州队 积13分
    Rank,
}

impl Cell {
    fn of(line: &Line<'_>) -> Cell {
        const LONGEST: usize = 24;
        const SCORE: char = '∶';
        if !line.has(E::Title) {
            return Cell::Other;
        }
        if line.has(E::Numbered) {
            return Cell::Rank;
        }
        if line.length > LONGEST {
            return Cell::Other;
        }
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        match line.text.split_once([SCORE, ':', '：']) {
            Some((team, other)) if line.text[team.len()..].starts_with(SCORE) => {
                let both = digit(team.chars().next_back()) && digit(other.chars().next());
                if both { Cell::Score } else { Cell::Other }
            }
            Some((_, price)) if digit(price.trim_start().chars().next()) => Cell::Price,
            _ => Cell::Other,
        }
    }
}

/// Tells the rows of tables: what heads them, scores one below the other. A row is a paragraph.
pub(in crate::split) fn mark_rows(lines: &mut [Line<'_>]) {
    const CELL: usize = 5;
    let kinds: Vec<Cell> = lines.iter().map(Cell::of).collect();
    for i in 0..lines.len() {
        let beside = kinds[i] != Cell::Other
            && (i > 0 && kinds[i - 1] == kinds[i] || kinds.get(i + 1) == Some(&kinds[i]));
        let above = lines.get(i + 1).is_some_and(|below| below.is_row);
        let heads = above && !lines[i].is_row && {
            let cells = lines[i].text.split_whitespace();
            cells.clone().count() >= 3 && cells.clone().all(|cell| cell.chars().count() <= CELL)
        };
        if heads || beside {
            lines[i].is_row = true;
        }
        // “娘,爹啥时候回来?” between others.
        let spoken = |line: &Line<'_>| line.edges.0 == '“' && line.has(E::Closed) && !line.has(E::Gap);
        let talk = i > 0
            && lines[i].has(E::Title)
            && lines[i].has(E::Quoted)
            && spoken(&lines[i])
            && (lines[i - 1].edges.0 == '“' && lines[i - 1].has(E::Closed)
                || lines.get(i + 1).is_some_and(spoken) && lines[i - 1].has(E::Closed));
        if talk {
            lines[i].forget(E::Title);
            lines[i].forget(E::Unlisted);
        }
        if lines[i].is_row {
            lines[i].forget(E::Title);
            lines[i].forget(E::Unlisted);
            if i > 0 && lines[i - 1].is_row {
                lines[i].given = lines[i].given.or(Some(Given::Label(Label::Paragraph)));
            }
        }
    }
}

/// Takes letters that are set apart for no name where text stands below and none above that they may have written:
/// 复 信, 争 顶; and words between verses: 邮 票.
pub(in crate::split) fn clear_words(lines: &mut [Line<'_>]) {
    const LONGEST: usize = 6;
    for i in 1..lines.len().saturating_sub(1) {
        let line = &lines[i];
        if !line.has(E::Names) || line.length > LONGEST || !line.text.contains([' ', '\u{3000}', '\u{a0}']) {
            continue;
        }
        let letters: Vec<char> =
            line.text.chars().filter(|c| !c.is_whitespace()).map(|c| simplified(fold(c))).collect();
        let han = (2..=3).contains(&letters.len()) && letters.iter().all(|&c| is_han(c));
        if !han || names::is_likely_name(&letters) {
            continue;
        }
        let is_title = |line: &Line<'_>| line.has(E::Title) && !line.is_signed_alone();
        let verse = |line: &Line<'_>| is_title(line) && line.length >= 4;
        const TEXT: Set = Set::of(&[E::Salute, E::Wide, E::Lead]);
        let text =
            !is_title(&lines[i - 1]) && (!lines[i + 1].has(E::Title) || lines[i + 1].evidence().any(TEXT));
        let between = i >= 3
            && lines[i - 3..i].iter().all(verse)
            && verse(&lines[i + 1])
            && !lines[i + 1].has(E::Gap)
            && common::class(&letters).is_some();
        if text || between {
            lines[i].forget(E::Names);
            lines[i].forget(E::Likely);
        }
    }
}

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
            let broken = !before.is_row && breaks_off(before);
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

/// Marks runs of four or more short lines without full stops.
pub(in crate::split) fn mark_verse(lines: &mut [Line<'_>]) {
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
    // 远处的田野 in the midst of a poem heads no column.
    for i in 2..lines.len().saturating_sub(2) {
        let inside = lines[i].has(E::Heading)
            && !lines[i].has(E::Plated)
            && !lines[i].has(E::Gap)
            && !lines[i + 1].has(E::Gap)
            && [i - 2, i - 1, i + 1, i + 2].iter().all(|&j| is_verse(&lines[j]));
        if inside {
            lines[i].forget(E::Heading);
        }
    }
    // 稻草: a word as short as a name, between lines of several poems.
    let is_word = |i: usize, line: &Line<'_>, from: usize| {
        line.has(E::Names)
            && !line.has(E::Likely)
            && i >= from + FEWEST
            && lines[from.saturating_sub(2)..=from].iter().any(|title| several(title.text).is_some())
            && lines.get(i + 1..i + 3).is_some_and(|after| after.iter().all(is_verse))
    };
    let goes_on: Vec<bool> = {
        let mut from = 0;
        let mut goes_on = Vec::with_capacity(lines.len());
        for (i, line) in lines.iter().enumerate() {
            goes_on.push(is_verse(line) || is_word(i, line, from));
            if !goes_on[i] {
                from = i + 1;
            }
        }
        goes_on
    };
    let mut from = 0;
    for i in 0..=lines.len() {
        if goes_on.get(i) == Some(&true) {
            continue;
        }
        // A short line over running text or a byline is a title, and four characters over that a column heading.
        const SIGNS: Set = Set::of(&[E::Byline, E::Likely]);
        let over =
            |line: &Line<'_>| line.has(E::Closed) && line.length > LONGEST || line.evidence().any(SIGNS);
        // What a blank line below parts from what follows, and none above from the verse, signs it.
        let signs = |line: &Line<'_>| {
            line.evidence().any(SIGNS)
                && !line.has(E::Gap)
                && lines.get(i + 1).is_none_or(|below| below.has(E::Gap))
        };
        let headed = i > from && lines.get(i).is_some_and(|line| over(line) && !signs(line));
        let names = |line: &Line<'_>| line.has(E::Four) || line.has(E::Tiny) && line.has(E::Gap);
        // What a blank line parts from the title, and none from the line above, is verse.
        let above = |title: &Line<'_>, line: &Line<'_>| title.has(E::Gap) && !line.has(E::Gap);
        let column = headed && i > from + 1 && names(&lines[i - 2]) && !above(&lines[i - 1], &lines[i - 2]);
        let end = i - usize::from(headed) - usize::from(column);
        // So is one behind a column heading or running text.
        const OPEN: Set = Set::of(&[E::Title, E::Byline, E::Names, E::Likely, E::Comma]);
        let first = from < end
            && lines[from].has(E::Title)
            && from
                .checked_sub(1)
                .is_none_or(|before| lines[before].has(E::Heading) || !lines[before].evidence().any(OPEN));
        let from_verse = from + usize::from(first);
        if end >= from_verse + FEWEST {
            for line in &mut lines[from_verse..end] {
                line.set(E::Verse, true);
                // Verse is set in, or not, for itself.
                line.forget(E::Flush);
                line.forget(E::Indent);
                line.forget(E::Names);
            }
            let is_title = |line: &&Line<'_>| line.has(E::Title) && several(line.text).is_some();
            let title = lines[..from_verse].iter().rev().take(2).find(is_title);
            // The first of a poem and one more stands under the headline itself.
            match title.and_then(|title| several(title.text)) {
                Some(Several { others: true, poems }) => {
                    // 秋日(外二首) and below it 秋日: named twice.
                    let again = title.is_some_and(|title| title.text.starts_with(lines[from_verse].text));
                    mark_stanzas(
                        &mut lines[from_verse + usize::from(!again)..end],
                        poems.map(|n| n + usize::from(again)),
                    );
                }
                Some(Several { poems, .. }) if lines[from_verse].length < lines[from_verse + 1].length => {
                    mark_stanzas(&mut lines[from_verse..end], poems);
                }
                _ => {}
            }
        }
        from = i + 1;
    }
}

/// Several poems below one title.
struct Several {
    /// The title is the first one's: these are the others.
    others: bool,
    /// How many, where it says so.
    poems: Option<usize>,
}

/// What a title announces, where it announces several poems: 麦收(组诗), 渭河三题, and with the name of the first
/// 天车(外一首).
fn several(title: &str) -> Option<Several> {
    const ENDS: [char; 6] = ['首', '题', '題', '章', '则', '則'];
    const NUMBERS: [char; 11] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '两', '兩'];
    let title = title.trim_end_matches([')', '）', ' ']);
    if title.ends_with("组诗") || title.ends_with("組詩") {
        return Some(Several { others: false, poems: None });
    }
    let mut last = title.chars().rev();
    last.next().filter(|c| ENDS.contains(c))?;
    let number = last.next()?;
    let poems = NUMBERS.iter().position(|&c| c == number)?;
    let poems = if poems < 9 { poems + 1 } else { 2 };
    Some(Several { others: last.next() == Some('外'), poems: Some(poems) })
}

/// Marks the titles of poems: shorter than the lines around them. Where some of these have a blank line before them, or
/// their letters set apart, those are. Behind as many as the title says another article begins.
fn mark_stanzas(lines: &mut [Line<'_>], poems: Option<usize>) {
    const LONGEST: usize = 6;
    let lengths: Vec<usize> = lines.iter().map(|line| line.length).collect();
    let longer = |i: usize, by: usize, at: Option<usize>| {
        at.and_then(|at| lengths.get(at)).is_some_and(|&length| length >= lengths[i] + by)
    };
    let is_short = |line: &Line<'_>| line.has(E::Title) && line.length <= LONGEST && !line.has(E::Quoted);
    let apart = |line: &Line<'_>| {
        line.length <= LONGEST && line.text.chars().filter(|c| !c.is_whitespace()).count() < line.length
    };
    let gapped = |i: usize| i == 0 || lines[i].has(E::Gap) || apart(&lines[i]);
    let below = |&i: &usize| is_short(&lines[i]) && longer(i, 1, Some(i + 1)) && gapped(i);
    let mut titles: Vec<usize> = (0..lines.len()).filter(below).collect();
    if titles.iter().all(|&i| i == 0) {
        let between = |&i: &usize| {
            is_short(&lines[i]) && longer(i, 2, Some(i + 1)) && (i == 0 || longer(i, 2, i.checked_sub(1)))
        };
        titles = (0..lines.len()).filter(between).collect();
    }
    for (n, i) in titles.into_iter().enumerate() {
        if poems.is_some_and(|poems| n >= poems) && lines[i].has(E::Gap) {
            lines[i].given = lines[i].given.or(Some(Given::Label(Label::Headline)));
            return;
        }
        lines[i].set(E::Stanza, true);
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
