//! Which titles the text after them repeats, told by pairs of characters.

use crate::chars::is_han;
use crate::split::line::{Evidence as E, Line, Set};
use std::ops::Range;

/// The pairs of characters of a page's lines, a number each: what a title's words are compared by.
#[derive(Debug, Default)]
pub(in crate::split) struct Pairs(Vec<u16>);

/// How many pairs a set tells apart.
const NUMBERS: usize = 1 << 13;

/// No pair: a mark, a space, the beginning of a line.
const NONE: u16 = u16::MAX;

/// How far into a text the words of its title are looked for.
const REACH: usize = 140;

impl Pairs {
    /// How many numbers there are for pairs.
    pub(super) const NUMBERS: usize = 1 << 16;

    /// The pairs of a line, in their order.
    pub(super) fn of(&self, line: &Line<'_>) -> impl Iterator<Item = u16> {
        self.0[line.pairs.clone()].iter().copied().filter(|&pair| pair != NONE)
    }

    /// The same with what parts them.
    pub(super) fn all(&self, line: &Line<'_>) -> &[u16] {
        &self.0[line.pairs.clone()]
    }

    /// Adds a line, as far as it is compared.
    pub(in crate::split) fn add(&mut self, chars: &[char]) -> Range<usize> {
        let from = self.0.len();
        let chars = &chars[..chars.len().min(REACH)];
        self.0.resize(from + chars.len(), NONE);
        // 0 where no pair can begin.
        let mut before = 0;
        for (pair, &c) in self.0[from..].iter_mut().zip(chars) {
            let now = if is_han(c) || c.is_ascii_digit() { c as u32 } else { 0 };
            if before != 0 && now != 0 {
                *pair = (before * 67 + now) as u16;
            }
            before = now;
        }
        from..self.0.len()
    }
}

/// A set of pairs.
struct Seen {
    bits: [u64; NUMBERS / 64],
    is_empty: bool,
}

impl Seen {
    const NONE: Seen = Seen { bits: [0; NUMBERS / 64], is_empty: true };

    /// The first pairs of some lines, at most so many.
    fn of<'p>(lines: impl Iterator<Item = &'p [u16]>, most: usize) -> Self {
        let mut seen = Seen::NONE;
        let mut left = most;
        for line in lines {
            let line = &line[..line.len().min(left)];
            left -= line.len();
            seen.add(line);
            if left == 0 {
                break;
            }
        }
        seen
    }

    fn add(&mut self, line: &[u16]) {
        for &pair in line {
            if pair != NONE {
                self.bits[usize::from(pair) % NUMBERS / 64] |= 1 << (pair % 64);
                self.is_empty = false;
            }
        }
    }

    /// How many pairs of a line are among them, up to a number.
    fn shared(&self, line: &[u16], most: usize) -> usize {
        let has = |&&pair: &&u16| {
            pair != NONE && self.bits[usize::from(pair) % NUMBERS / 64] >> (pair % 64) & 1 == 1
        };
        line.iter().filter(has).take(most).count()
    }
}

/// The words of some lines.
pub(super) struct Words(Seen);

impl Words {
    pub(super) fn of(titles: &[Line<'_>], pairs: &Pairs) -> Self {
        Words(Seen::of(titles.iter().map(|line| pairs.all(line)), usize::MAX))
    }

    /// Adds those of another line.
    pub(super) fn add(&mut self, line: &Line<'_>, pairs: &Pairs) {
        self.0.add(pairs.all(line));
    }

    /// Whether a text repeats fewer of them than so many.
    /// One may be chance, or another pair with the same number.
    pub(super) fn are_strange_to(&self, text: &[u16], fewest: usize) -> bool {
        !self.0.is_empty && self.0.shared(text, fewest) < fewest
    }
}

/// Marks titles by whether the text after them repeats their words, and lines that repeat those of the title before.
pub(in crate::split) fn mark_echoes(lines: &mut [Line<'_>], pairs: &Pairs) {
    const FEWEST: usize = 3;
    // What can be no crosshead needs no telling.
    const TOLD: Set = Set::of(&[E::Byline, E::Likely, E::Heading, E::Kicker, E::Deck, E::Marker, E::Dated]);
    let of = |line: &Line<'_>| pairs.all(line);
    for i in 0..lines.len() {
        if !lines[i].has(E::Title) || lines[i].length < 4 || lines[i].evidence().any(TOLD) {
            continue;
        }
        let text = lines[i + 1..].iter().take(4).skip_while(|line| line.has(E::Title));
        let text = Seen::of(text.map(of), REACH);
        let echoes = text.shared(of(&lines[i]), FEWEST);
        lines[i].set(E::Echoed, echoes == FEWEST);
        lines[i].set(E::Mute, !text.is_empty && echoes == 0);
        lines[i].set(E::Touched, lines[i].has(E::Tiny) && echoes > 0);
        if let Some(next) = lines.get(i + 1).filter(|next| next.has(E::Title)) {
            let repeats = Seen::of([of(next)].into_iter(), REACH).shared(of(&lines[i]), FEWEST) == FEWEST;
            lines[i + 1].set(E::Echoes, repeats);
        }
    }
}

/// Marks what may stand under a picture of its own: a paragraph that begins as leads or captions do, that a
/// photographer signs, and that has no more than one pair of the title above, and few of its text.
pub(in crate::split) fn mark_pictures(lines: &mut [Line<'_>], pairs: &Pairs) {
    const BEGINS: Set = Set::of(&[E::Lead, E::Caption]);
    const TITLE_WORDS: usize = 2;
    const TEXT_WORDS: usize = 4;
    const OPENS: Set = Set::of(&[E::Lead, E::Caption, E::Marker, E::Bullet]);
    // 上图:…, 图②:… are pictures of what stands above.
    let of_above = |line: &Line<'_>| {
        let numbered = |c: char| matches!(c, '①'..='⑳' | '0'..='9') || "一二三四五六七八九".contains(c);
        ["上图", "下图", "左图", "右图"].iter().any(|side| line.text.starts_with(side))
            || line.text.strip_prefix('图').is_some_and(|rest| rest.trim_start().starts_with(numbered))
    };
    // A crosshead stands for its article too.
    let is_title = |line: &Line<'_>| line.has(E::Title) && !line.is_signed_alone();
    // The last titles above, and their pairs once they were asked for.
    let mut above = 0..0;
    let mut title: Option<Words> = None;
    for i in 1..lines.len() {
        if is_title(&lines[i - 1]) {
            above = if above.end == i - 1 { above.start..i } else { i - 1..i };
            title = None;
        }
        let credited = lines[i].has(E::Credited) || lines.get(i + 1).is_some_and(|next| next.has(E::Credit));
        // What goes on below the picture in running text is the article's, and the picture too.
        let below = lines.get(i + 1 + usize::from(!lines[i].has(E::Credited)));
        let goes_on = below.is_some_and(|below| !below.has(E::Title) && !below.evidence().any(OPENS));
        if !credited
            || goes_on
            || !lines[i].evidence().any(BEGINS)
            || lines[i].has(E::Title)
            || !(lines[i - 1].has(E::Closed) || lines[i - 1].is_signed_alone() && !of_above(&lines[i]))
        {
            continue;
        }
        let title = title.get_or_insert_with(|| Words::of(&lines[above.clone()], pairs));
        let strange = title.are_strange_to(pairs.all(&lines[i]), TITLE_WORDS);
        // What the text has may stand in no title: 菜园 of 校园里种起了菜.
        let told = || Words::of(&lines[above.end..i], pairs);
        let fewest = TEXT_WORDS.max(pairs.of(&lines[i]).count() / 3);
        let strange = strange && (above.is_empty() || told().are_strange_to(pairs.all(&lines[i]), fewest));
        lines[i].set(E::Strange, strange);
    }
}
