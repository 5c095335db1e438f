//! The text as the grammar reads it: characters, fixed words, words of time, connectors.

use super::lexicon::{Lexicon, NESTED, Word};
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
    /// The numbers of the places asked for last: several readings of one place begin with it.
    pub(super) numbers: Memo<Option<Number>>,
    /// The words of the places asked for last.
    words: Memo<[Option<&'static Word>; NESTED]>,
}

/// What was found at the places asked for last, a few neighbours.
#[derive(Clone, Debug)]
pub(super) struct Memo<T: Copy>([Cell<(usize, T)>; 4]);

impl<T: Copy + Default> Memo<T> {
    fn new() -> Self {
        Memo([const { usize::MAX }; 4].map(|never| Cell::new((never, T::default()))))
    }

    /// What is found at `at`.
    #[inline]
    pub(super) fn get(&self, at: usize, find: impl FnOnce() -> T) -> T {
        let cell = &self.0[at % self.0.len()];
        let (place, found) = cell.get();
        if place == at {
            return found;
        }
        let found = find();
        cell.set((at, found));
        found
    }
}

impl<'d, 't> Reader<'d, 't> {
    pub(super) fn new(doc: &'d Document<'t>, clocked: bool) -> Self {
        Reader {
            doc,
            chars: doc.chars(),
            lexicon: Lexicon::get(),
            clocked,
            numbers: Memo::new(),
            words: Memo::new(),
        }
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
    pub(super) fn words(&self, at: usize) -> impl Iterator<Item = &'static Word> + use<> {
        let found = if self.may_be_word(at) { self.known_words(at) } else { [None; NESTED] };
        found.into_iter().map_while(|word| word)
    }

    #[inline(never)]
    fn known_words(&self, at: usize) -> [Option<&'static Word>; NESTED] {
        self.words.get(at, || self.find_words(at))
    }

    /// Whether a word of time may stand at `at`: one look, and a no is sure.
    #[inline]
    pub(super) fn may_be_word(&self, at: usize) -> bool {
        self.lexicon.may_begin(self.chars.get(at..).unwrap_or_default())
    }

    /// The longest word of time at `at`.
    #[inline]
    pub(super) fn word(&self, at: usize) -> Option<&'static Word> {
        if !self.may_be_word(at) {
            return None;
        }
        self.known_words(at)[0]
    }

    fn find_words(&self, at: usize) -> [Option<&'static Word>; NESTED] {
        let before = self.before(at);
        let rest = self.chars.get(at..).unwrap_or_default();
        self.lexicon
            .at_start(rest, |word| !word.is_doubtful_after(before) || self.is_settled(at, word.len(), before))
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
            '起' if matches!(self.at(at + 1), '至' | '到') => Some(at + 2),
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
