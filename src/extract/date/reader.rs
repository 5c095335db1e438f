//! The text as the grammar reads it: characters, fixed words, words of time, connectors.

use super::lexicon::{Lexicon, Word};
use super::number::{Number, digit};
use crate::Document;
use std::cell::Cell;

/// The text as the grammar reads it.
#[derive(Clone)]
pub(super) struct Reader<'d, 't> {
    pub(super) doc: &'d Document<'t>,
    pub(super) chars: &'d [char],
    pub(super) lexicon: &'static Lexicon,
    /// Whether the publication has a clock reading.
    pub(super) clocked: bool,
    /// The last number asked for and its place: several readings of one place begin with it.
    pub(super) last: Cell<(usize, Option<Number>)>,
    /// The longest word of the place asked for last.
    longest: Cell<(usize, Option<&'static Word>)>,
}

impl<'d, 't> Reader<'d, 't> {
    pub(super) fn new(doc: &'d Document<'t>, clocked: bool) -> Self {
        let last = Cell::new((usize::MAX, None));
        let longest = Cell::new((usize::MAX, None));
        Reader { doc, chars: doc.chars(), lexicon: Lexicon::get(), clocked, last, longest }
    }

    /// The character at `at`; `'\0'` outside.
    pub(super) fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\0')
    }

    /// The character before `at`.
    pub(super) fn before(&self, at: usize) -> char {
        if at == 0 { '\0' } else { self.at(at - 1) }
    }

    /// The words of time at `at` that stand there as words, longest first.
    pub(super) fn words(&self, at: usize) -> impl Iterator<Item = &'static Word> + '_ {
        let before = self.chars.get(at.wrapping_sub(1)).copied().unwrap_or('\0');
        self.lexicon
            .matches(self.chars, at)
            .filter(move |w| !w.is_doubtful_after(before) || self.is_settled(at, w.len(), before))
    }

    /// The longest word of time at `at`.
    pub(super) fn word(&self, at: usize) -> Option<&'static Word> {
        let (place, word) = self.longest.get();
        if place == at {
            return word;
        }
        let word = self.words(at).next();
        self.longest.set((at, word));
        word
    }

    /// Whether jieba cuts a doubtful word out as one: 近平|日前 but 生日|前.
    fn is_settled(&self, at: usize, len: usize, before: char) -> bool {
        crate::chars::is_han(before)
            && digit(before).is_none()
            && self.doc.is_boundary(at)
            && self.doc.word(at).end <= at + len
    }

    /// One past `word` where it stands at `at`.
    pub(super) fn eat(&self, at: usize, word: &str) -> Option<usize> {
        let mut end = at;
        for c in word.chars() {
            if self.at(end) != c {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// One past the first of `words` that stands at `at`.
    pub(super) fn eat_any(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|w| self.eat(at, w))
    }

    /// `at`, or one past a character of `set` there.
    pub(super) fn skip(&self, at: usize, set: &[char]) -> usize {
        if set.contains(&self.at(at)) { at + 1 } else { at }
    }

    /// Whether the text before `at` ends with one of `words`.
    pub(super) fn follows(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|w| {
            let mut place = at;
            w.chars().rev().all(|c| {
                place = place.wrapping_sub(1);
                place < at && self.at(place) == c
            })
        })
    }

    /// One past a sign or word that joins the ends of a range.
    pub(super) fn connector(&self, at: usize) -> Option<usize> {
        match self.at(at) {
            '—' => Some(if self.at(at + 1) == '—' { at + 2 } else { at + 1 }),
            '-' => Some(if self.at(at + 1) == '-' { at + 2 } else { at + 1 }),
            '~' | '至' | '到' => Some(at + 1),
            '起' if self.at(at + 1) == '至' => Some(at + 2),
            ' ' if matches!(self.at(at + 1), '—' | '-' | '~' | '至' | '到') => {
                let end = self.connector(at + 1)?;
                Some(self.skip(end, &[' ']))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::expression::Direction;
    use super::super::lexicon::Atom;
    use super::*;
    use crate::segment::Segmenter;

    #[test]
    fn the_longest_word_wins() {
        let segmenter = Segmenter::new();
        let doc = Document::new("前段时间", &[], &segmenter);
        let word = Reader::new(&doc, false).word(0).map(|w| (w.len(), w.atom));
        assert_eq!(word, Some((4, Atom::Vague(Direction::Past))));
    }

    #[test]
    fn doubtful_words_are_settled_by_their_neighbours() {
        let segmenter = Segmenter::new();
        let found = |text: &str, at| {
            let doc = Document::new(text, &[], &segmenter);
            Reader::new(&doc, false).word(at).is_some()
        };
        for text in ["项目前期", "体现在", "生日前", "3日前"] {
            assert!(!found(text, 1), "{text}");
        }
        assert!(!found("如今年", 0));
        assert!(found("张新平日前表示", 3));
    }
}
