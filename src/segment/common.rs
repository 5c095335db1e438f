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
            "ad" | "an" | "a" | "ag" | "z" => Class::Adjective,
            "vd" | "d" | "dg" | "df" => Class::Adverb,
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
/// A word that the caller knows and the dictionary does not.
const OWN: Entry = Entry { len: 1, class: Class::Noun, rarity: 4 };

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

/// The words that a cut of `chars` may begin with; a single character among them, known or not.
pub(crate) fn firsts<T: Copy>(chars: &[char], own: &Own<T>) -> impl Iterator<Item = (Entry, Option<T>)> {
    let chars = &chars[..chars.len().min(LONGEST)];
    let run = chars.iter().take_while(|&&c| is_ideograph(c)).count();
    let mut listed = [None; LONGEST + 1];
    own.at_start(chars).for_each(|(len, value)| listed[len] = Some(value));
    let dictionary = &*DICTIONARY;
    let (mut next, mut len) = (chars.first().filter(|_| run > 0).map(|&c| dictionary.first(c)), 0);
    std::iter::from_fn(move || {
        if len == chars.len() {
            return None;
        }
        len += 1;
        let found = next.take();
        if let Some((info, hash)) = found
            && info.goes_on()
            && len < run
        {
            next = Some(dictionary.next(hash, chars[len]));
        }
        let known = found.and_then(|(info, _)| entry(dictionary, chars[0], len, info));
        let alone = || if len == 1 { UNKNOWN } else { Entry { len, ..OWN } };
        Some((known, listed[len], alone()))
    })
    .filter(|(known, listed, alone)| known.is_some() || listed.is_some() || alone.len == 1)
    .map(|(known, listed, alone)| (known.unwrap_or(alone), listed))
}

/// The words that a cut of `chars` may end with; a single character among them, known or not.
pub(crate) fn lasts<T: Copy>(chars: &[char], own: &Own<T>) -> impl Iterator<Item = (Entry, Option<T>)> {
    let dictionary = &*DICTIONARY;
    let most = chars.len().min(LONGEST);
    (1..=most).filter_map(move |len| {
        let word = &chars[chars.len() - len..];
        let known = word.iter().all(|&c| is_ideograph(c));
        let known = known.then(|| entry(dictionary, word[0], len, dictionary.get(word))).flatten();
        let listed = own.at_start(word).find(|&(length, _)| length == len).map(|(_, value)| value);
        let alone = if len == 1 { UNKNOWN } else { Entry { len, ..OWN } };
        (known.is_some() || listed.is_some() || len == 1).then(|| (known.unwrap_or(alone), listed))
    })
}

/// The most characters that [`cut`] looks at.
pub(crate) const WINDOW: usize = 16;

/// Words of the caller's, of two to four characters, with what it keeps about them.
#[derive(Debug)]
pub(crate) struct Own<T>(Beginnings<T>);

impl<T: Copy> Own<T> {
    pub(crate) fn new<'w>(entries: impl Iterator<Item = (&'w str, T)>) -> Self {
        Own(Beginnings::new(entries))
    }

    /// The words that `chars` begin with, shorter ones first: their lengths and what is kept about them.
    #[inline]
    fn at_start(&self, chars: &[char]) -> impl Iterator<Item = (usize, T)> {
        self.0.all(chars).filter(|(len, _)| (2..=LONGEST).contains(len))
    }
}

/// The first word of the best cut from a character on.
#[derive(Clone, Copy)]
struct First<T> {
    /// What the dictionary tells of it; nothing where the word is unknown or only the caller's.
    info: Info,
    len: u8,
    /// What the caller keeps about it.
    own: Option<T>,
}

/// The best cut of a run of characters by the frequency of its words: calls `word` with each, in order, and what `own`
/// keeps about it.
///
/// At most [`WINDOW`] characters are cut. `own` are words of the caller's, known besides the dictionary's. What is
/// unknown comes as single characters.
pub(crate) fn cut<T: Copy>(chars: &[char], own: &Own<T>, mut word: impl FnMut(usize, Entry, Option<T>)) {
    let n = chars.len().min(WINDOW);
    let chars = &chars[..n];
    let dictionary = &*DICTIONARY;
    // From the end: the cost of the best cut of chars[i..n] and its first word.
    let mut costs = [0u16; WINDOW + 1];
    let mut firsts = [First { info: Info::default(), len: 1, own: None }; WINDOW];
    // Ideographs from `i` on.
    let mut run = 0;
    for i in (0..n).rev() {
        let first = chars[i];
        let mut least = costs[i + 1] + cost(UNKNOWN.rarity);
        let mut chosen = First { info: Info::default(), len: 1, own: None };
        run = if is_ideograph(first) { run + 1 } else { 0 };
        if run > 0 {
            let (mut info, mut hash) = dictionary.first(first);
            let most = run.min(LONGEST);
            let mut len = 1;
            loop {
                let common = || len == 1 || dictionary.is_common(info) || numeral::is_start(first);
                if info.is_word() && common() && dictionary.class(info).is_some() {
                    let total = costs[i + len] + cost(dictionary.rarity(info));
                    if total < least {
                        least = total;
                        chosen = First { info, len: len as u8, own: None };
                    }
                }
                if len == most || !info.goes_on() {
                    break;
                }
                (info, hash) = dictionary.next(hash, chars[i + len]);
                len += 1;
            }
        }
        for (len, value) in own.at_start(&chars[i..]) {
            let total = costs[i + len] + cost(OWN.rarity);
            if total < least {
                least = total;
                chosen = First { info: Info::default(), len: len as u8, own: Some(value) };
            } else if len == usize::from(chosen.len) {
                chosen.own = Some(value);
            }
        }
        (costs[i], firsts[i]) = (least, chosen);
    }
    let mut at = 0;
    while at < n {
        let First { info, len, own } = firsts[at];
        let len = usize::from(len);
        let entry = match dictionary.class(info).filter(|_| info.is_word()) {
            Some(class) => Entry { len, class, rarity: dictionary.rarity(info) },
            None if own.is_some() => Entry { len, ..OWN },
            None => UNKNOWN,
        };
        word(at, entry, own);
        at += len;
    }
}

/// In halvings of the probability: the commonest word costs six of them.
const fn cost(rarity: u8) -> u16 {
    const COSTS: [u8; 16] = {
        let (mut costs, mut rarity) = ([0; 16], 0);
        while rarity < 16 {
            costs[rarity] = (6 + rarity * 6 / 5) as u8;
            rarity += 1;
        }
        costs
    };
    COSTS[(rarity & 15) as usize] as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let mut out = Vec::new();
        cut(&chars, &Own::<()>::new([].into_iter()), |at, entry, _| {
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
