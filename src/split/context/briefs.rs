//! Where briefs without a headline begin, below an article or in a column of them: nothing but what stands around a line
//! tells.

use super::echoes::{Pairs, Words};
use crate::byline;
use crate::chars::{forms, plain};
use crate::dateline;
use crate::span::Span;
use crate::split::line::column::trim_frame;
use crate::split::line::{Evidence as E, Line, Set};
use crate::split::words::WORDS;
use std::ops::Range;

/// What goes on with the article above, whatever else tells that another begins.
const GOES_ON: Set = Set::of(&[E::Also, E::Onward, E::Caption, E::Midway, E::Speech, E::Salute, E::Numbered]);

/// Marks the lines that begin an article anew.
pub(in crate::split) fn mark_briefs(lines: &mut [Line<'_>], pairs: &Pairs) {
    let mut from = 0;
    while from < lines.len() {
        let end = |from: usize, goes_on: fn(&[Line<'_>], usize) -> bool| {
            (from..lines.len()).find(|&i| !goes_on(lines, i)).unwrap_or(lines.len())
        };
        let titles = from..end(from, heads);
        let text = end(titles.end, is_signature);
        let text = text..end(text, |lines, i| !heads(lines, i));
        let column = titles.end > from && lines[titles.end - 1].evidence().any(COLUMN);
        let signed = signed(lines, titles.end, text.clone(), column);
        mark_opened(lines, titles.clone(), text.clone(), &signed, pairs);
        mark_signed(lines, &signed, column);
        if titles.end > from && text.start == titles.end && is_of_briefs(&lines[titles.end - 1]) {
            mark_items(&mut lines[text.clone()]);
        }
        from = text.end.max(from + 1);
    }
}

/// From how many characters a line without an end may be cut.
const CUT: usize = 22;

/// Whether a line heads what stands below it.
fn heads(lines: &[Line<'_>], i: usize) -> bool {
    let line = &lines[i];
    let cut = || line.length >= CUT && lines.get(i + 1).is_some_and(|after| after.has(E::Broken));
    line.has(E::Title)
        && !line.evidence().any(Set::of(&[E::Wide, E::Dateline, E::Dated]))
        && !is_signature(lines, i)
        && !cut()
}

/// Whether a line holds nothing but who signs. 夜访城管 把夏夜的安静还给居民 is sent by nobody, and what only may be sent heads
/// the news below it.
fn is_signature(lines: &[Line<'_>], i: usize) -> bool {
    const SURE: Set = Set::of(&[E::Byline, E::Likely]);
    let line = &lines[i];
    let heads = || line.has(E::Parts) || lines.get(i + 1).is_some_and(|after| after.has(E::Marker));
    // 市城管局 over 6月11日
    let dated = || line.has(E::Sender) && lines.get(i + 1).is_some_and(|after| after.has(E::Dated));
    line.is_signed_alone() && (line.evidence().any(SURE) || !heads()) || dated()
}

/// What heads a column.
const COLUMN: Set = Set::of(&[E::Heading, E::Column, E::Over]);

/// The lines in which somebody signs a text above. Where one signs above the first text, others may stand above theirs.
/// In a column offices sign letters, and those who called are named behind what they said.
fn signed(lines: &[Line<'_>], head: usize, text: Range<usize>, column: bool) -> Vec<usize> {
    let above = text.start > head;
    let from = text.start;
    let signs = |i: usize| {
        let line = &lines[i];
        let alone = is_signature(lines, i)
            && (!line.has(E::Names) || line.evidence().any(Set::of(&[E::Likely, E::Sent])));
        let below = i > from && lines[i - 1].evidence().any(Set::of(&[E::Closed, E::Signed]));
        // Where lines are cut at one width, a name at the edge may be any.
        let behind = line.has(E::Signed) && (line.has(E::Quoted) || !line.has(E::Wide));
        let office = || line.has(E::Sender) || line.has(E::Title) && byline::is_office(&plain(line.text));
        let sent = || below && office() || !line.has(E::Title) && names_caller(line.text);
        (alone && below && !above || behind) && !line.has(E::Credited) || column && sent()
    };
    text.filter(|&i| signs(i)).collect()
}

/// Whether a text names behind its last sentence who called: `…早点来修。(市民何先生)`.
fn names_caller(text: &str) -> bool {
    const LONGEST: usize = 10;
    let Some(inner) = text.strip_suffix([')', '）']) else { return false };
    let Some(open) = inner.rfind(['(', '（']) else { return false };
    let who = forms(inner[open..].trim_start_matches(['(', '（']));
    inner[..open].ends_with(['。', '！', '!', '？', '?'])
        && (2..=LONGEST).contains(&who.len())
        && WORDS.callers.ends(&who)
}

/// A text that a lead marker opens begins an article where another opened the one above, or somebody signed it. Wires may
/// tell of one thing under one headline.
fn mark_opened(
    lines: &mut [Line<'_>],
    titles: Range<usize>,
    text: Range<usize>,
    signed: &[usize],
    pairs: &Pairs,
) {
    let mut opened = false;
    let mut last: Option<Wire> = None;
    // What the lines above tell: each is read once.
    let mut told = Words::of(&[], pairs);
    let mut unread = titles.start;
    for i in text {
        // 又讯, 【又讯】: behind news, whatever opened it.
        opened |= signed.first().is_some_and(|&first| first < i)
            || lines[i].text.chars().take(3).any(|c| c == '又');
        // 本报海州9月19日电, and who wrote it on the line below.
        let split = i > 0 && lines[i - 1].has(E::Dateline);
        if !lines[i].has(E::Marker) || lines[i].has(E::Also) || split {
            continue;
        }
        let wire = if lines[i].has(E::HeadSigned) { None } else { Wire::of(lines[i].text) };
        if opened {
            let goes_on = wire.as_ref().is_some_and(|wire| {
                last.as_ref().is_some_and(|last| wire.joins(last)) || {
                    lines[unread..i].iter().for_each(|line| told.add(line, pairs));
                    unread = i;
                    wire.repeats(&told, pairs.all(&lines[i]))
                }
            });
            lines[i].set(E::Anew, !goes_on);
        }
        (opened, last) = (true, wire);
    }
}

/// The agency that a text is from, and where it was written.
struct Wire {
    agency: Vec<char>,
    place: Vec<char>,
    /// Where its text begins.
    end: usize,
}

impl Wire {
    fn of(text: &str) -> Option<Self> {
        const LONGEST: usize = 40;
        let text: String = text.chars().take(LONGEST).collect();
        let chars = forms(&text);
        let marker = dateline::lead(&chars).marker?;
        let letters = |span: Span| chars[span.start..span.end].to_vec();
        let place = marker.place.map(letters).unwrap_or_default();
        Some(Wire { agency: letters(marker.agency?), place, end: marker.span.end })
    }

    /// Whether two agencies write from one place.
    fn joins(&self, other: &Wire) -> bool {
        !self.place.is_empty() && self.place == other.place && self.agency != other.agency
    }

    /// Whether its text tells of what was told.
    fn repeats(&self, told: &Words, text: &[u16]) -> bool {
        const FEWEST: usize = 4;
        !told.are_strange_to(&text[self.end.min(text.len())..], FEWEST)
    }
}

/// Between two who sign below their texts an article begins, behind the day below the first. In a column letters begin with
/// whom they are to.
fn mark_signed(lines: &mut [Line<'_>], signed: &[usize], column: bool) {
    for pair in signed.windows(2) {
        let first = (pair[0] + 1..pair[1]).find(|&at| !lines[at].has(E::Dated)).unwrap_or(pair[1]);
        let line = &lines[first];
        let title = line.has(E::Title) && line.length < CUT;
        let goes_on = line.evidence().any(GOES_ON) && !(column && line.has(E::Salute));
        if !title && !is_signature(lines, first) && !goes_on {
            lines[first].set(E::Anew, true);
        }
    }
}

/// Whether a line heads a column of briefs.
fn is_of_briefs(line: &Line<'_>) -> bool {
    line.given.is_none() && line.evidence().any(COLUMN) && WORDS.briefs.ends(trim_frame(&forms(line.text)))
}

/// Each paragraph of a column of briefs is one, where nothing else tells them apart.
fn mark_items(lines: &mut [Line<'_>]) {
    const TOLD: Set = Set::of(&[E::Bullet, E::Marker, E::Signed, E::Byline, E::Likely]);
    let begins = |i: usize| i == 0 || lines[i - 1].has(E::Closed) && !lines[i].has(E::Wrapped);
    let items: Vec<usize> = (0..lines.len()).filter(|&i| begins(i)).collect();
    let goes_on = |line: &Line<'_>| line.evidence().any(GOES_ON) || line.edges.0 == '“';
    if items.len() < 2
        || lines.iter().any(|line| line.evidence().any(TOLD) || line.is_row)
        || items.iter().any(|&i| goes_on(&lines[i]))
    {
        return;
    }
    items.into_iter().for_each(|i| lines[i].set(E::Anew, true));
}
