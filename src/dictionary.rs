//! A small dictionary of words with their class and frequency, read in place.
//!
//! jieba's dictionary without rare words and personal names, packed by first character. Asking it costs some ten
//! nanoseconds and no loading; where a rule needs the best cut of a whole clause, it asks jieba.

use std::sync::LazyLock;

static PACKED: &[u8] = include_bytes!("../data/dictionary.bin");

/// The longest word in characters.
pub const LONGEST: usize = 4;

/// First characters that have an entry: the basic block of Han characters.
const FIRST: u32 = 0x4E00;
const BLOCK: usize = 0x5200;

/// What kind of word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Class {
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

const CLASSES: [Class; 14] = [
    Class::Noun,
    Class::Place,
    Class::Verb,
    Class::VerbNoun,
    Class::Adjective,
    Class::Attribute,
    Class::Adverb,
    Class::Time,
    Class::Numeral,
    Class::Classifier,
    Class::Position,
    Class::Idiom,
    Class::Function,
    Class::Other,
];

impl Class {
    /// The class of one of jieba's tags; `None` for personal names.
    pub fn of_tag(tag: &str) -> Option<Class> {
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
pub struct Entry {
    /// Characters.
    pub len: usize,
    /// Its class.
    pub class: Class,
    /// Rarity.
    pub rarity: u8,
}

/// Where the entries of a first character are.
#[derive(Clone, Copy, Default)]
struct Start {
    /// In [`PACKED`]; 0: it has none.
    at: u32,
    /// Second characters of its words of two, three and four characters by their lowest six bits: most questions end
    /// here.
    seconds: [u64; LONGEST - 1],
}

/// The entries of every first character.
static STARTS: LazyLock<Box<[Start]>> = LazyLock::new(|| {
    let mut starts = vec![Start::default(); BLOCK].into_boxed_slice();
    let mut at = 0;
    while let Some(head) = PACKED.get(at..at + HEAD) {
        let first = usize::from(u16::from_le_bytes([head[0], head[1]]));
        let start = &mut starts[first - FIRST as usize];
        start.at = at as u32;
        at += HEAD;
        for len in 2..=LONGEST {
            let size = count(head, len) * width(len);
            let entries = PACKED[at..at + size].chunks_exact(width(len));
            entries.for_each(|entry| start.seconds[len - 2] |= 1 << (entry[0] & 63));
            at += size;
        }
    }
    starts
});

/// First character, its own byte as a word, and how many words of two, three and four characters begin with it.
const HEAD: usize = 9;

/// Bytes of a word of `len` characters without the first.
const fn width(len: usize) -> usize {
    2 * (len - 1) + 1
}

fn count(head: &[u8], len: usize) -> usize {
    let at = 3 + 2 * (len - 2);
    usize::from(u16::from_le_bytes([head[at], head[at + 1]]))
}

/// The words at the start of `chars`, by their length less one.
///
/// ```
/// use jianbao::dictionary::{Class, words};
/// let chars: Vec<char> = "志愿者们".chars().collect();
/// let found = words(&chars);
/// assert_eq!(found[2].map(|w| w.class), Some(Class::Noun)); // 志愿者
/// assert!(found[3].is_none());
/// ```
pub fn words(chars: &[char]) -> [Option<Entry>; LONGEST] {
    let mut found = [None; LONGEST];
    let Some((head, seconds)) = chars.first().and_then(|&c| head(c)) else { return found };
    found[0] = (PACKED[head + 2] != NONE).then(|| entry(1, PACKED[head + 2]));
    let Some(&second) = chars.get(1) else { return found };
    let bit = second as u32 & 63;
    let mut at = head + HEAD;
    for len in 2..=LONGEST.min(chars.len()) {
        let size = count(&PACKED[head..], len) * width(len);
        if seconds[len - 2] >> bit & 1 == 1 {
            found[len - 1] = search(&PACKED[at..at + size], &chars[1..len]).map(|byte| entry(len, byte));
        }
        at += size;
    }
    found
}

/// The class of a whole word.
///
/// ```
/// use jianbao::dictionary::{Class, class};
/// assert_eq!(class(&['社', '区']), Some(Class::Noun));
/// assert_eq!(class(&['区', '社']), None);
/// ```
pub fn class(word: &[char]) -> Option<Class> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let (head, _) = head(word[0])?;
    if word.len() == 1 {
        return (PACKED[head + 2] != NONE).then(|| entry(1, PACKED[head + 2]).class);
    }
    let before = (2..word.len()).map(|len| count(&PACKED[head..], len) * width(len)).sum::<usize>();
    let at = head + HEAD + before;
    let size = count(&PACKED[head..], word.len()) * width(word.len());
    search(&PACKED[at..at + size], &word[1..]).map(|byte| entry(word.len(), byte).class)
}

fn head(c: char) -> Option<(usize, [u64; LONGEST - 1])> {
    let start = *STARTS.get((c as u32).checked_sub(FIRST)? as usize)?;
    // The first entry of all begins at 0 too.
    let known = start.at > 0 || PACKED.starts_with(&(c as u16).to_le_bytes());
    known.then_some((start.at as usize, start.seconds))
}

/// A first character that is no word by itself.
const NONE: u8 = 0xFF;

fn entry(len: usize, byte: u8) -> Entry {
    let class = CLASSES.get(usize::from(byte >> 4)).copied().unwrap_or(Class::Other);
    Entry { len, class, rarity: byte & 15 }
}

/// The byte of the word whose characters behind the first are `rest`.
fn search(block: &[u8], rest: &[char]) -> Option<u8> {
    match *rest {
        [a] => find::<3>(block, u64::from(a)),
        [a, b] => find::<5>(block, u64::from(a) << 16 | u64::from(b)),
        [a, b, c] => find::<7>(block, (u64::from(a) << 16 | u64::from(b)) << 16 | u64::from(c)),
        _ => None,
    }
}

/// Binary search among entries of `WIDTH` bytes: characters of two bytes each, then the word's own.
fn find<const WIDTH: usize>(block: &[u8], wanted: u64) -> Option<u8> {
    let entries = block.as_chunks::<WIDTH>().0;
    let key = |entry: &[u8; WIDTH]| {
        let pairs = entry.as_chunks::<2>().0;
        pairs.iter().fold(0u64, |key, &pair| key << 16 | u64::from(u16::from_le_bytes(pair)))
    };
    let at = entries.partition_point(|entry| key(entry) < wanted);
    entries.get(at).filter(|entry| key(entry) == wanted).map(|entry| entry[WIDTH - 1])
}

/// Up to four characters as one number; `None` for an empty or longer word, and beyond the basic plane.
pub fn key(word: &[char]) -> Option<u64> {
    let fits = !word.is_empty() && word.len() <= LONGEST && word.iter().all(|&c| (c as u32) < 0x1_0000);
    fits.then(|| word.iter().fold(0, |key, &c| key << 16 | u64::from(c as u32)))
}

/// Words of a caller's own, known to [`cut`] besides the dictionary's.
#[derive(Debug, Default)]
pub struct Extra {
    /// Sorted.
    keys: Vec<u64>,
    /// A bit for each first character.
    first: Vec<u64>,
}

impl Extra {
    /// Takes the [`key`]s of words.
    pub fn new(keys: impl IntoIterator<Item = u64>) -> Self {
        let mut keys: Vec<u64> = keys.into_iter().collect();
        keys.sort_unstable();
        let mut first = vec![0; 0x1_0000 / 64];
        for key in &keys {
            let c =
                (0..LONGEST).rev().map(|i| key >> (16 * i) & 0xFFFF).find(|&c| c > 0).unwrap_or(0) as usize;
            first[c / 64] |= 1 << (c % 64);
        }
        Extra { keys, first }
    }

    /// The words of two to four characters at the start of `chars`.
    fn words(&self, chars: &[char]) -> [Option<Entry>; LONGEST - 1] {
        let mut found = [None; LONGEST - 1];
        let c = chars[0] as usize;
        if self.first.get(c / 64).is_none_or(|bits| bits >> (c % 64) & 1 == 0) {
            return found;
        }
        for len in 2..=LONGEST.min(chars.len()) {
            let known = key(&chars[..len]).is_some_and(|key| self.keys.binary_search(&key).is_ok());
            found[len - 2] = known.then_some(Entry { len, class: Class::Noun, rarity: 4 });
        }
        found
    }
}

/// The best cut of a run of characters by the frequency of its words: calls `word` with each, in order.
///
/// At most [`WINDOW`] characters are cut. What is not in the dictionary comes as single characters.
pub fn cut(chars: &[char], extra: &Extra, mut word: impl FnMut(usize, Entry)) {
    let n = chars.len().min(WINDOW);
    // From the end: the cost of the best cut of chars[i..n] and its first word.
    let mut best = [(0u16, Entry { len: 1, class: Class::Other, rarity: 15 }); WINDOW + 1];
    for i in (0..n).rev() {
        let unknown = Entry { len: 1, class: Class::Other, rarity: 15 };
        let found = words(&chars[i..n]);
        let single = found[0].unwrap_or(unknown);
        let mut chosen = (best[i + 1].0 + cost(single), single);
        for entry in found.into_iter().skip(1).chain(extra.words(&chars[i..n])).flatten() {
            let total = best[i + entry.len].0 + cost(entry);
            if total < chosen.0 {
                chosen = (total, entry);
            }
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

/// The most characters that [`cut`] looks at.
pub const WINDOW: usize = 24;

/// In halvings of the probability: the commonest word costs six of them.
const fn cost(entry: Entry) -> u16 {
    6 + entry.rarity as u16 * 6 / 5
}

/// Packs words for [`PACKED`]: first character, then the words that begin with it, sorted, by length.
///
/// # Errors
///
/// A word twice.
#[doc(hidden)]
pub fn pack(words: impl IntoIterator<Item = (Vec<char>, u32, Class)>) -> std::io::Result<Vec<u8>> {
    let fits = |w: &[char]| w.len() <= LONGEST && w.iter().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(c));
    let mut all: Vec<(Vec<char>, u8)> = words
        .into_iter()
        .filter(|(word, ..)| fits(word))
        .map(|(word, frequency, class)| {
            // 2^26 words in all; a rarity of 0 is a frequency of 2^20.
            let halvings = (20.0 - f64::from(frequency.max(1)).log2()).max(0.0);
            let rarity = (halvings * 5.0 / 6.0).round().min(14.0) as u8;
            (word, (class as u8) << 4 | rarity)
        })
        .collect();
    all.sort_unstable_by(|a, b| (a.0[0], a.0.len(), &a.0).cmp(&(b.0[0], b.0.len(), &b.0)));
    if let Some(twice) = all.windows(2).find(|w| w[0].0 == w[1].0) {
        return Err(std::io::Error::other(format!("twice: {}", twice[0].0.iter().collect::<String>())));
    }
    let mut out = Vec::new();
    for group in all.chunk_by(|a, b| a.0[0] == b.0[0]) {
        let first = group[0].0[0];
        out.extend((first as u16).to_le_bytes());
        out.push(if group[0].0.len() == 1 { group[0].1 } else { NONE });
        for len in 2..=LONGEST {
            let count = group.iter().filter(|(word, _)| word.len() == len).count();
            out.extend((count as u16).to_le_bytes());
        }
        for (word, byte) in group.iter().filter(|(word, _)| word.len() > 1) {
            word[1..].iter().for_each(|&c| out.extend((c as u16).to_le_bytes()));
            out.push(*byte);
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let mut out = Vec::new();
        cut(&chars, &Extra::default(), |at, entry| out.push(chars[at..at + entry.len].iter().collect()));
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
            assert_eq!(words(&chars)[chars.len() - 1].map(|e| e.class), found, "{word}");
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

    #[test]
    fn packing_keeps_every_word() {
        let word = |text: &str| text.chars().collect::<Vec<_>>();
        let packed = pack([(word("居民"), 9, Class::Noun), (word("居"), 1 << 20, Class::Verb)]).unwrap();
        assert_eq!(packed.len(), HEAD + width(2));
        assert!(pack([(word("居民"), 9, Class::Noun), (word("居民"), 1, Class::Verb)]).is_err());
    }
}
