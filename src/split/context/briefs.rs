//! Where briefs without a headline begin, below an article or in a column of them: nothing but what stands around a line
//! tells.

use super::echoes::{Pairs, Words};
use crate::chars::forms;
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
        let signed = signed(lines, titles.end, text.clone());
        mark_opened(lines, titles.clone(), text.clone(), &signed, pairs);
        mark_signed(lines, &signed);
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
        && !line.evidence().any(Set::of(&[E::Wide, E::Dateline]))
        && !is_signature(lines, i)
        && !cut()
}

/// Whether a line holds nothing but who signs. 夜访城管 把夏夜的安静还给居民 is sent by nobody, and what only may be sent heads
/// the news below it.
fn is_signature(lines: &[Line<'_>], i: usize) -> bool {
    const SURE: Set = Set::of(&[E::Byline, E::Likely]);
    let line = &lines[i];
    let heads = || line.has(E::Parts) || lines.get(i + 1).is_some_and(|after| after.has(E::Marker));
    line.is_signed_alone() && (line.evidence().any(SURE) || !heads())
}

/// The lines in which somebody signs a text above. Where one signs above the first text, others may stand above theirs.
fn signed(lines: &[Line<'_>], head: usize, text: Range<usize>) -> Vec<usize> {
    let above = text.start > head;
    let from = text.start;
    let signs = |i: usize| {
        let line = &lines[i];
        let alone = is_signature(lines, i) && (!line.has(E::Names) || line.has(E::Likely));
        let below = i > from && lines[i - 1].evidence().any(Set::of(&[E::Closed, E::Signed]));
        // Where lines are cut at one width, a name at the edge may be any.
        let behind = line.has(E::Signed) && (line.has(E::Quoted) || !line.has(E::Wide));
        (alone && below && !above || behind) && !line.has(E::Credited)
    };
    text.filter(|&i| signs(i)).collect()
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

/// Between two who sign below their texts an article begins.
fn mark_signed(lines: &mut [Line<'_>], signed: &[usize]) {
    for first in signed.windows(2).map(|pair| pair[0] + 1) {
        let line = &lines[first];
        let title = line.has(E::Title) && line.length < CUT;
        if !title && !is_signature(lines, first) && !line.evidence().any(GOES_ON) {
            lines[first].set(E::Anew, true);
        }
    }
}

/// Whether a line heads a column of briefs.
fn is_of_briefs(line: &Line<'_>) -> bool {
    line.given.is_none()
        && line.evidence().any(Set::of(&[E::Heading, E::Column, E::Over]))
        && WORDS.briefs.ends(trim_frame(&forms(line.text)))
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
