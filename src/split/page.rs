//! The lines of a page: furniture set aside, and the evidence that only the page shows.

use super::assemble::PICTURES;
use super::evidence::{Evidence as E, Set};
use super::furniture;
use super::line::{Line, unspaced_heading};
use super::masthead::Masthead;
use super::shape::mark_twins;
use crate::chars::{fold, is_han, simplified};
use crate::names;
use std::collections::HashMap;

/// A page, read.
#[derive(Debug, Default)]
pub(super) struct Page<'a> {
    /// The lines that may belong to articles.
    pub(super) lines: Vec<Line<'a>>,
    /// The others.
    pub(super) aside: Vec<Aside<'a>>,
    /// What is known of the page from a line on.
    pub(super) mastheads: Vec<(usize, Masthead)>,
}

/// A line that belongs to no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Aside<'a> {
    pub(super) number: usize,
    pub(super) text: &'a str,
    /// `masthead`, a class of furniture, or `repeat`.
    pub(super) class: &'static str,
}

/// Reads a page.
pub(super) fn read(text: &str) -> Page<'_> {
    let mut reader = Reader::default();
    for (n, raw) in text.lines().enumerate() {
        reader.line(n + 1, raw);
    }
    reader.finish()
}

#[derive(Debug, Default)]
struct Reader<'a> {
    page: Page<'a>,
    masthead: Masthead,
    /// The line under way, folded.
    chars: Vec<char>,
    /// What stood between the last line and this one.
    gap: bool,
    jump: bool,
    parted: bool,
    apart: bool,
    /// Where lines began that a heading such as 相关新闻 announced.
    related: Option<usize>,
}

impl<'a> Reader<'a> {
    fn line(&mut self, number: usize, raw: &'a str) {
        let raw = raw.trim_start_matches('\u{FEFF}').trim_end();
        let (text, leaves, arrives) = furniture::without_jump(raw.trim_start());
        self.jump |= arrives;
        if text.is_empty() {
            self.gap = true;
            return;
        }
        self.chars.clear();
        self.chars.extend(text.chars().map(|c| simplified(fold(c))));
        let length = self.chars.len();
        let heading = unspaced_heading(&self.chars);
        let apart = heading.is_some();
        if let Some(heading) = heading {
            self.chars = heading;
        }
        if self.masthead.read_chars(&self.chars, self.page.lines.is_empty(), text) {
            self.read_masthead(number, text);
        } else if let Some(class) = furniture::class_of(&self.chars) {
            self.end_related();
            self.related = (class == "related").then_some(self.page.lines.len());
            self.jump |= class == "jump";
            self.parted = true;
            self.apart |= class == "navigation" && text.contains("一篇");
            self.page.aside.push(Aside { number, text, class });
        } else {
            let mut line = Line::new(number, text, &self.chars);
            line.length = length;
            if apart {
                line.set(E::Heading, true);
            }
            line.indent = raw.chars().take_while(|c| c.is_whitespace()).count();
            line.set(E::Deep, line.indent >= DEEP && length <= 20 && line.has(E::Title));
            let wide = raw.starts_with('\u{3000}');
            line.columns += line.indent * if wide { 2 } else { 1 };
            line.set(E::Gap, self.gap);
            line.set(E::Jump, self.jump);
            line.set(E::Parted, self.parted);
            line.set(E::Apart, self.apart);
            (self.jump, self.parted, self.apart) = (leaves, false, false);
            if !line.has(E::Title) {
                self.related = None;
            }
            self.page.lines.push(line);
        }
        self.gap = false;
    }

    fn read_masthead(&mut self, number: usize, text: &'a str) {
        self.end_related();
        let page = &mut self.page;
        // A name by itself above the day or page is the newspaper's.
        if page.lines.len() == 1 && self.masthead.newspaper.is_none() && is_name_line(&page.lines[0]) {
            self.masthead.newspaper = page.lines.pop().map(|line| {
                page.aside.push(Aside { number: line.number, text: line.text, class: "masthead" });
                line.text.to_owned()
            });
        }
        page.mastheads.push((number, self.masthead.clone()));
        page.aside.push(Aside { number, text, class: "masthead" });
        self.parted = true;
    }

    /// Titles below 相关新闻 and its like lead elsewhere, where no text follows them.
    fn end_related(&mut self) {
        if let Some(from) = self.related.take() {
            let lines = self.page.lines.drain(from..);
            self.page.aside.extend(lines.map(|line| Aside {
                number: line.number,
                text: line.text,
                class: "related",
            }));
        }
    }

    fn finish(mut self) -> Page<'a> {
        self.end_related();
        let Page { lines, aside, .. } = &mut self.page;
        set_repeats_aside(lines, aside);
        mark_announced(lines, aside);
        aside.sort_by_key(|line| line.number);
        mark_width(lines);
        mark_indents(lines);
        mark_rifts(lines);
        mark_verse(lines);
        mark_twins(lines);
        mark_neighbours(lines);
        mark_titles(lines);
        mark_echoes(lines);
        self.page
    }
}

/// From how far lines are set in that are set at the other edge.
const DEEP: usize = 9;

/// Whether the first line of a page may be a newspaper's name.
fn is_name_line(line: &Line<'_>) -> bool {
    (3..=8).contains(&line.length) && line.text.chars().all(is_han)
}

/// Sets aside a list of titles that the site prints before the text, and titles printed twice in a row.
///
/// Further down a line may recur for reasons of its own: refrains, captions, signatures.
fn set_repeats_aside<'a>(lines: &mut Vec<Line<'a>>, aside: &mut Vec<Aside<'a>>) {
    let mut repeats: Vec<bool> = vec![false; lines.len()];
    let doubled = |i: usize, j: usize| lines[i].has(E::Title) && lines[i].text == lines[j].text;
    for i in 1..lines.len() {
        let once = lines[i].length >= 6 && doubled(i, i - 1);
        let pair = i >= 3 && lines[i].length >= 6 && doubled(i, i - 2) && doubled(i - 1, i - 3);
        repeats[i] |= once || pair;
        repeats[i - 1] |= pair;
    }
    let head = lines.iter().position(|line| !line.has(E::Title)).unwrap_or(lines.len());
    if head > 2 {
        let bare = |line: &Line<'a>| line.text.trim_start_matches(|c| "·●■◆▪1234567890.、 ".contains(c));
        let mut last: HashMap<String, usize> = HashMap::new();
        for (i, line) in lines.iter().enumerate().filter(|(_, line)| line.has(E::Title)) {
            last.insert(bare(line).to_owned(), i);
            // The list may print on one line what the page prints on two.
            if let Some(next) = lines.get(i + 1).filter(|next| next.has(E::Title)) {
                last.insert(format!("{} {}", bare(line), next.text), i);
            }
        }
        let listed = |i: usize| last.get(bare(&lines[i])).is_some_and(|&later| later > i);
        // One title that recurs is chance.
        if (0..head).filter(|&i| listed(i)).count() >= 2 {
            (0..head).for_each(|i| repeats[i] |= listed(i));
        }
    }
    if !repeats.contains(&true) {
        return;
    }
    let mut i = 0;
    lines.retain(|line| {
        i += 1;
        if repeats[i - 1] {
            aside.push(Aside { number: line.number, text: line.text, class: "repeat" });
        }
        !repeats[i - 1]
    });
}

/// Marks titles that a list on the page names too.
fn mark_announced(lines: &mut [Line<'_>], aside: &[Aside<'_>]) {
    let lists = aside.iter().filter(|line| matches!(line.class, "repeat" | "pointer" | "related"));
    let named: Vec<&str> = lists.map(|line| line.text).collect();
    if named.is_empty() {
        return;
    }
    for line in lines.iter_mut().filter(|line| line.has(E::Title) && line.length >= 4) {
        line.set(E::Announced, named.iter().any(|text| text.contains(line.text)));
    }
}

/// Marks the lines that reach the width at which a dump cuts all lines, where it cuts them at one.
fn mark_width(lines: &mut [Line<'_>]) {
    const FEWEST: usize = 12;
    const WIDEST: usize = 128;
    if lines.len() < FEWEST {
        return;
    }
    for unit in [1, 2] {
        // In characters, or in columns.
        let measure = |line: &Line<'_>| if unit == 1 { line.indent + line.length } else { line.columns };
        let mut counts = [0usize; WIDEST];
        lines.iter().for_each(|line| counts[measure(line).min(WIDEST - 1)] += 1);
        let width = (10 * unit..=60 * unit).max_by_key(|&w| counts[w]).unwrap_or_default();
        // A line in twenty may stick out, a headline or a table; a mark may hang over the edge.
        let out: usize = counts[width + 2 * unit..].iter().sum();
        if out * 20 > lines.len() {
            continue;
        }
        let is_wide = |line: &Line<'_>| measure(line) + unit >= width;
        let wide: Vec<&Line<'_>> = lines.iter().filter(|line| is_wide(line)).collect();
        let open = wide.iter().filter(|line| !line.has(E::Closed)).count();
        if wide.len() * 4 >= lines.len() && open * 3 >= wide.len() * 2 {
            for line in lines.iter_mut().filter(|line| is_wide(line)) {
                line.set(E::Wide, true);
                line.set(E::Long, true);
            }
            return;
        }
    }
}

/// Marks lines by whether they are set in, where some are and others are not.
fn mark_indents(lines: &mut [Line<'_>]) {
    let indented = lines.iter().filter(|line| line.indent > 0).count();
    if indented < 3 || indented * 5 < lines.len() || indented == lines.len() {
        return;
    }
    for line in lines {
        line.set(E::Indent, line.indent > 0);
        line.set(E::Flush, line.indent == 0);
    }
}

/// Marks blank lines where they are few: they part no paragraphs, but columns, or articles.
fn mark_rifts(lines: &mut [Line<'_>]) {
    let gaps = lines.iter().filter(|line| line.has(E::Gap)).count();
    if gaps * 8 <= lines.len() {
        lines.iter_mut().skip(1).for_each(|line| line.set(E::Rift, line.has(E::Gap)));
    }
}

/// Marks runs of four or more short lines without full stops.
fn mark_verse(lines: &mut [Line<'_>]) {
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

/// Marks what lines are to the lines beside them.
fn mark_neighbours(lines: &mut [Line<'_>]) {
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

/// Marks titles by what they stand over and under.
fn mark_titles(lines: &mut [Line<'_>]) {
    let opens = |line: &Line<'_>| line.evidence().any(Set::of(&[E::Marker, E::Byline, E::Speech, E::Salute]));
    // Whether the last title heads a text that a lead marker opens.
    let mut news = false;
    for i in 0..lines.len() {
        let before = i.checked_sub(1).map(|j| lines[j].evidence()).unwrap_or_default();
        let after = lines.get(i + 1).map(Line::evidence).unwrap_or_default();
        let titled = || {
            (4..=5).contains(&lines[i].length)
                && after.has(E::Title)
                && !after.any(Set::of(&[E::Tiny, E::Byline, E::Names]))
                && (lines[i + 1].has(E::TextAfter) || lines.get(i + 2).is_some_and(opens))
        };
        let over = lines[i].has(E::Tiny)
            && !lines[i].evidence().any(Set::of(&[E::Open, E::Notice, E::Aside, E::Likely]))
            && (i == 0 || !before.has(E::Title) || before.any(Set::of(&[E::Byline, E::Names])))
            && (after.has(E::Bullet) || titled());
        lines[i].set(E::Over, over);
        let pen = (2..=3).contains(&lines[i].length)
            && lines[i].has(E::Tiny)
            && !lines[i].has(E::Heading)
            && before.has(E::Title)
            && !before.any(Set::of(&[E::Tiny, E::Colon, E::Open, E::Byline, E::Names]))
            && lines[i].has(E::TextAfter)
            && !after.any(Set::of(&[E::Marker, E::Speech]));
        lines[i].set(E::Pen, pen);
        if lines[i].has(E::Title) && !lines[i].evidence().any(Set::of(&[E::Byline, E::Names])) {
            lines[i].set(E::News, news);
            news = after.has(E::Marker) && !after.has(E::Bullet);
        }
    }
    mark_listed(lines);
    mark_series(lines);
}

/// Marks the bulleted lines under a column heading, up to the next title; under one of pictures those with a number.
fn mark_series(lines: &mut [Line<'_>]) {
    let mut headed = false;
    let mut pictures = false;
    for i in 1..lines.len() {
        let (before, line) = (&lines[i - 1], &lines[i]);
        let heading = before.evidence().any(Set::of(&[E::Heading, E::Over]));
        if heading {
            pictures = before.text.contains(PICTURES);
        }
        let numbered = || pictures && line.text.starts_with(|c| ('①'..='⑳').contains(&c));
        let item = line.has(E::Bullet) && (line.has(E::Marked) || line.has(E::Wide)) || numbered();
        let title = line.has(E::Title) && !line.has(E::Wide) && !line.has(E::Bullet);
        headed = item && heading || headed && !title;
        lines[i].set(E::Series, headed && item);
    }
}

/// Marks titles by whether the text after them repeats their words, and lines that repeat those of the title before.
fn mark_echoes(lines: &mut [Line<'_>]) {
    const REACH: usize = 140;
    const FEWEST: usize = 3;
    for i in 0..lines.len() {
        // What can be no crosshead needs no telling.
        const TOLD: Set =
            Set::of(&[E::Byline, E::Likely, E::Heading, E::Kicker, E::Deck, E::Marker, E::Dated]);
        if !lines[i].has(E::Title) || lines[i].length < 4 || lines[i].evidence().any(TOLD) {
            continue;
        }
        let text = lines[i + 1..].iter().take(4).skip_while(|line| line.has(E::Title));
        let text = Pairs::of(text.flat_map(|line| line.text.chars()).take(REACH));
        let echoes = text.shared(lines[i].text, FEWEST);
        lines[i].set(E::Echoed, echoes == FEWEST);
        lines[i].set(E::Mute, !text.is_empty && echoes == 0);
        if let Some(next) = lines.get(i + 1).filter(|next| next.has(E::Title)) {
            let repeats = Pairs::of(next.text.chars()).shared(lines[i].text, FEWEST) == FEWEST;
            lines[i + 1].set(E::Echoes, repeats);
        }
    }
}

/// The pairs of characters that stand in a text, hashed.
struct Pairs {
    bits: [u64; 128],
    is_empty: bool,
}

impl Pairs {
    fn of(chars: impl Iterator<Item = char>) -> Self {
        let mut pairs = Pairs { bits: [0; 128], is_empty: true };
        for place in places(chars) {
            pairs.bits[place / 64] |= 1 << (place % 64);
            pairs.is_empty = false;
        }
        pairs
    }

    /// How many pairs of a line are among them, up to a number.
    fn shared(&self, line: &str, most: usize) -> usize {
        places(line.chars()).filter(|place| self.bits[place / 64] >> (place % 64) & 1 == 1).take(most).count()
    }
}

/// The places of the pairs of Han characters and digits that stand side by side.
fn places(chars: impl Iterator<Item = char>) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    chars.map(fold).filter_map(move |c| {
        let pair = (std::mem::replace(&mut before, c), c);
        let plain = |c: char| is_han(c) || c.is_ascii_digit();
        (plain(pair.0) && plain(pair.1)).then_some((pair.0 as usize * 67 + pair.1 as usize) & 0x1FFF)
    })
}

/// Marks two titles and more that stand under a column heading with a paragraph each.
fn mark_listed(lines: &mut [Line<'_>]) {
    const OTHER: Set = Set::of(&[E::Byline, E::Likely, E::Heading, E::Verse, E::Speech]);
    let is_title = |line: &Line<'_>| line.has(E::Title) && !line.evidence().any(OTHER);
    let is_text = |line: &Line<'_>| !line.has(E::Title) && line.has(E::Closed);
    let mut i = 0;
    while i < lines.len() {
        let headed = lines[i].has(E::Heading) || lines[i].has(E::Over);
        i += 1;
        let from = i;
        while headed && i + 1 < lines.len() && is_title(&lines[i]) && is_text(&lines[i + 1]) {
            i += 2;
        }
        if i >= from + 4 {
            lines[from..i].iter_mut().step_by(2).for_each(|line| line.set(E::Listed, true));
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
    // Lines that are cut at one width are all even.
    let cut = a.has(E::Wide) && b.has(E::Wide);
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
