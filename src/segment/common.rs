//! The common words of the dictionary with their class, for noun phrases: what jieba's words are too long and too
//! many for.
//!
//! One to four Han characters; personal names are left out, and words seen fewer than five times, unless they begin
//! with a number.

use super::DICTIONARY;
use super::dictionary::{Dictionary, Info};
use crate::lexicon::Beginnings;
use crate::numeral;

/// The longest word in characters.
const LONGEST: usize = 4;

/// What kind of word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Noun,
    /// A geographical name.
    Place,
    Verb,
    /// A verb that also stands as a noun: 管理, 培训.
    VerbNoun,
    Adjective,
    /// Only before nouns: 大型, 国产.
    Attribute,
    Adverb,
    Time,
    Numeral,
    Classifier,
    /// 门口, 里面: where something is.
    Position,
    Idiom,
    /// Pronouns, prepositions, conjunctions, particles.
    Function,
    /// A syllable of words, and what is not in the dictionary.
    Other,
}

impl Class {
    /// The class of one of jieba's tags; `None` for personal names.
    pub(super) fn of_tag(tag: &str) -> Option<Class> {
        Some(match tag {
            "nr" | "nrt" | "nrfg" => return None,
            "ns" => Class::Place,
            "vn" => Class::VerbNoun,
            "an" | "a" | "ag" | "z" => Class::Adjective,
            "ad" | "vd" | "d" | "dg" | "df" => Class::Adverb,
            "i" | "l" => Class::Idiom,
            "mq" | "m" | "mg" => Class::Numeral,
            "q" => Class::Classifier,
            "s" | "f" => Class::Position,
            "zg" | "x" | "g" => Class::Other,
            tag => match tag.as_bytes().first()? {
                b'n' | b'j' => Class::Noun,
                b'v' => Class::Verb,
                b'b' => Class::Attribute,
                b't' => Class::Time,
                _ => Class::Function,
            },
        })
    }
}

/// A word found: its length in characters, its class, and how rare it is (0–15, a step is about a halving).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Characters.
    pub(crate) len: usize,
    /// Its class.
    pub(crate) class: Class,
    /// Rarity.
    pub(crate) rarity: u8,
}

/// Where the dictionary knows nothing.
const UNKNOWN: Entry = Entry { len: 1, class: Class::Other, rarity: 15 };

/// The class of a whole word.
pub(crate) fn class(word: &[char]) -> Option<Class> {
    if !(1..=LONGEST).contains(&word.len()) || !word.iter().all(|&c| is_ideograph(c)) {
        return None;
    }
    entry(&DICTIONARY, word[0], word.len(), DICTIONARY.get(word)).map(|entry| entry.class)
}

/// Whether the dictionary's words are made of the character.
const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// The entry of a word of ideographs, where it is a common one.
#[inline]
fn entry(dictionary: &Dictionary, first: char, len: usize, found: Info) -> Option<Entry> {
    let common = found.is_word() && (len == 1 || dictionary.is_common(found) || numeral::is_start(first));
    if !common {
        return None;
    }
    Some(Entry { len, class: dictionary.class(found)?, rarity: dictionary.rarity(found) })
}

/// The most characters that [`cut`] looks at.
pub(crate) const WINDOW: usize = 24;

/// The best cut of a run of characters by the frequency of its words: calls `word` with each, in order.
///
/// At most [`WINDOW`] characters are cut. `own` are words of the caller's, known besides the dictionary's. What is
/// unknown comes as single characters.
pub(crate) fn cut<T: Copy>(chars: &[char], own: &Beginnings<T>, mut word: impl FnMut(usize, Entry)) {
    let n = chars.len().min(WINDOW);
    let dictionary = &*DICTIONARY;
    // From the end: the cost of the best cut of chars[i..n] and its first word.
    let mut best = [(0u16, UNKNOWN); WINDOW + 1];
    // Ideographs from `i` on.
    let mut run = 0;
    for i in (0..n).rev() {
        let first = chars[i];
        let mut chosen = (best[i + 1].0 + cost(UNKNOWN), UNKNOWN);
        let mut take = |entry: Entry| {
            let total = best[i + entry.len].0 + cost(entry);
            if total < chosen.0 {
                chosen = (total, entry);
            }
        };
        run = if is_ideograph(first) { run + 1 } else { 0 };
        if run > 0 {
            let (info, mut hash) = dictionary.first(first);
            entry(dictionary, first, 1, info).into_iter().for_each(&mut take);
            let (mut longer, mut len) = (info.goes_on(), 1);
            while longer && len < run.min(LONGEST) {
                let (info, next) = dictionary.next(hash, chars[i + len]);
                len += 1;
                entry(dictionary, first, len, info).into_iter().for_each(&mut take);
                (hash, longer) = (next, info.goes_on());
            }
        }
        if own.may_begin(first) {
            let listed = own.all(&chars[i..n]).filter(|(len, _)| (2..=LONGEST).contains(len));
            listed.for_each(|(len, _)| take(Entry { len, class: Class::Noun, rarity: 4 }));
        }
        best[i] = chosen;
    }
    let mut at = 0;
    while at < n {
        let entry = best[at].1;
        word(at, entry);
        at += entry.len;
    }
}

/// In halvings of the probability: the commonest word costs six of them.
const fn cost(entry: Entry) -> u16 {
    6 + entry.rarity as u16 * 6 / 5
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let mut out = Vec::new();
        cut(&chars, &Beginnings::<()>::new([].into_iter()), |at, entry| {
            out.push(chars[at..at + entry.len].iter().collect())
        });
        out
    }

    #[test]
    fn words_of_every_length() {
        for (word, expected) in [
            ("户", None),
            ("居民", Some(Class::Noun)),
            ("监测", None),
            ("志愿者", Some(Class::Noun)),
            ("千家万户", Some(Class::Idiom)),
            ("大型", Some(Class::Attribute)),
        ] {
            let chars: Vec<char> = word.chars().collect();
            let found = class(&chars);
            assert!(found.is_some() && expected.is_none_or(|e| found == Some(e)), "{word}: {found:?}");
        }
        assert_eq!(class(&['王', '建', '国']), None);
        assert_eq!((class(&[]), class(&['A']), class(&['𠮷'])), (None, None, None));
    }

    #[test]
    fn the_likeliest_cut() {
        assert_eq!(pieces("社区志愿者清理河道"), ["社区", "志愿者", "清理", "河道"]);
        assert_eq!(pieces("研究生命起源"), ["研究", "生命", "起源"]);
        assert_eq!(pieces(""), [""; 0]);
    }
}
