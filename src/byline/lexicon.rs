//! The word lists that bylines are read by.

use crate::chars::{self, is_han};
use crate::lexicon::{Beginnings, Endings, columns};
use std::cmp::Ordering;
use std::sync::LazyLock;

/// The words of `data/byline.tsv`, by class.
pub(super) struct Words {
    pub(super) ranks: Endings,
    pub(super) outlets: Endings,
    pub(super) own: Endings,
    pub(super) institutions: Endings,
    pub(super) offices: Endings,
    pub(super) members: Endings,
    pub(super) workplaces: Endings,
    pub(super) areas: Endings,
    pub(super) provinces: Beginnings,
    pub(super) boards: Endings,
    pub(super) groups: Endings,
    pub(super) presses: Endings,
    pub(super) noting: Beginnings,
    pub(super) clauses: Beginnings,
    pub(super) founding: Beginnings,
    pub(super) about: Beginnings,
    pub(super) titles: Endings,
    pub(super) polite: Endings,
    pub(super) places: Endings,
    pub(super) phrase_ends: Endings,
    pub(super) phrases: Beginnings,
    pub(super) nobody: Beginnings,
    pub(super) leads: Beginnings,
    pub(super) metadata: Beginnings,
    pub(super) sites: Endings,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words: Vec<[_; 2]> = columns(include_str!("../../data/byline.tsv")).collect();
    let class =
        |name: &'static str| words.iter().filter(move |[class, _]| *class == name).map(|[_, word]| *word);
    let ends = |name| Endings::new(class(name).map(|word| (word, ())));
    let starts = |name| Beginnings::new(class(name).map(|word| (word, ())));
    Words {
        ranks: ends("rank"),
        outlets: ends("outlet"),
        own: ends("own"),
        institutions: ends("institution"),
        offices: ends("office"),
        members: ends("member"),
        workplaces: ends("workplace"),
        areas: ends("area"),
        provinces: starts("province"),
        boards: ends("board"),
        groups: ends("group"),
        presses: ends("press"),
        noting: starts("noting"),
        clauses: starts("clause"),
        founding: starts("founding"),
        about: starts("about"),
        titles: ends("title"),
        polite: ends("polite"),
        places: ends("place"),
        phrase_ends: ends("phrase"),
        nobody: starts("nobody"),
        phrases: starts("phrase"),
        leads: starts("lead"),
        metadata: starts("metadata"),
        sites: ends("site"),
    }
});

/// A list that is asked so seldom that it is searched where it lies: a word a line, in order.
pub(super) struct Lines {
    text: &'static str,
    /// The first two characters of its words, a bit a hashed pair: nearly all names begin with others.
    pairs: [u64; PAIRS / 64],
}

const PAIRS: usize = 1 << 16;

const fn pair(first: usize, second: usize) -> usize {
    (first * 67 + second) % PAIRS
}

pub(super) static CITIES: Lines = Lines::of(include_str!("../../data/cities.tsv"));

impl Lines {
    const fn of(text: &'static str) -> Self {
        let (bytes, mut pairs, mut at) = (text.as_bytes(), [0; PAIRS / 64], 0);
        while at < bytes.len() {
            if bytes[at] != b'#' {
                let (first, end) = chars::decode(bytes, at);
                let pair = pair(first, chars::decode(bytes, end).0);
                pairs[pair / 64] |= 1 << (pair % 64);
            }
            while at < bytes.len() && bytes[at] != b'\n' {
                at += 1;
            }
            at += 1;
        }
        Lines { text, pairs }
    }

    fn may_begin(&self, first: char, second: char) -> bool {
        let pair = pair(first as usize, second as usize);
        self.pairs[pair / 64] >> (pair % 64) & 1 == 1
    }

    /// The length of a word of two to four characters that `chars` begin with.
    pub(super) fn at_start(&self, chars: &[char]) -> Option<usize> {
        if !matches!(chars, [a, b, ..] if self.may_begin(*a, *b)) {
            return None;
        }
        (2..=chars.len().min(4)).find(|&length| {
            let word: String = chars[..length].iter().collect();
            self.has(word.as_bytes())
        })
    }

    fn has(&self, word: &[u8]) -> bool {
        let text = self.text.as_bytes();
        let (mut low, mut high) = (0, text.len());
        while low < high {
            // The line in the middle.
            let middle = low.midpoint(high);
            let start = memchr::memrchr(b'\n', &text[low..middle]).map_or(low, |at| low + at + 1);
            let end = memchr::memchr(b'\n', &text[middle..high]).map_or(high, |at| middle + at);
            match text[start..end].cmp(word) {
                Ordering::Equal => return true,
                Ordering::Less => low = end + 1,
                Ordering::Greater => high = start,
            }
        }
        false
    }
}

/// Whether a character may stand around a byline: a space, or a mark that bullets are drawn with.
#[inline]
pub(super) const fn is_bullet(c: char) -> bool {
    is(c, BULLET)
}

/// Whether a character stands between names and roles.
#[inline]
pub(super) const fn is_joint(c: char) -> bool {
    is(c, JOINT)
}

/// Whether a character stands in no byline: marks of sentences, words that only sentences have.
#[inline]
pub(crate) const fn is_prose(c: char) -> bool {
    is(c, PROSE)
}

/// Whether a note that ends a byline may begin with a character, or stand behind it: ` 来源:`, `据新华社`, `(某市)`.
#[inline]
pub(super) const fn begins_note(c: char) -> bool {
    is(c, NOTE)
}

const BULLET: u8 = 1;
const JOINT: u8 = 2;
const PROSE: u8 = 4;
const NOTE: u8 = 8;

/// What the characters of the basic plane are to a byline.
static CLASSES: [u8; 0x1_0000] = classes();

#[inline]
const fn is(c: char, class: u8) -> bool {
    (c as usize) < CLASSES.len() && CLASSES[c as usize] & class != 0
}

const fn classes() -> [u8; 0x1_0000] {
    let mut classes = [0; 0x1_0000];
    let mut code = 0;
    while code < classes.len() {
        let c = match char::from_u32(code as u32) {
            Some(c) => c,
            None => '\0',
        };
        let bullet = chars::is_bullet(c)
            || matches!(
                c,
                ' ' | '○' | '⊙' | '※' | '▌' | '▍' | '|' | '—' | '丨' | '∥' | '‖' | '╱' | '\\' | '①'..='⑳'
            );
        let joint = matches!(c, '、' | ',' | '/' | ':' | ';' | ')' | '(' | '[' | ']' | '·');
        let wordy = matches!(c, '的' | '了' | '是' | '被' | '这' | '你' | '我' | '他' | '她' | '们');
        classes[code] = if bullet {
            BULLET | JOINT
        } else if joint {
            JOINT
        } else if c == '〇' {
            BULLET
        } else if wordy || !is_han(c) && !c.is_ascii_alphanumeric() {
            PROSE
        } else {
            0
        };
        if matches!(c, ' ' | '|' | '(' | '作' | '据' | '发' | '单') {
            classes[code] |= NOTE;
        }
        code += 1;
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_where_it_lies() {
        let mut words = CITIES.text.lines().filter(|line| !line.starts_with('#'));
        assert!(words.clone().count() > 20 && words.all(|word| CITIES.has(word.as_bytes())));
        assert!(["", "一", "海州", "龥龥"].iter().all(|other| !CITIES.has(other.as_bytes())));
    }
}
