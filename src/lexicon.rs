//! Word lists kept as data: `data/*.tsv`, sorted, with their provenance in `#` lines.

use std::ops::Deref;

/// The rows of an embedded table: `#` lines and empty lines skipped, cells split at tabs.
///
/// ```
/// let rows: Vec<_> = jianbao::lexicon::rows("# source: own\n人\tcount\n元\tmoney\n").collect();
/// assert_eq!(rows[0][..], ["人", "count"]);
/// assert_eq!(rows[1][..], ["元", "money"]);
/// ```
pub fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(Row::of)
}

/// The cells of a row of a table. Tables are read whenever the program starts: a row takes no memory of its own.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    cells: [&'t str; Row::MOST],
    length: usize,
}

impl<'t> Row<'t> {
    /// The most cells of a row; the last takes what is left of the line.
    const MOST: usize = 8;

    fn of(line: &'t str) -> Self {
        let mut row = Row { cells: [""; Row::MOST], length: 0 };
        for cell in line.splitn(Row::MOST, '\t') {
            row.cells[row.length] = cell;
            row.length += 1;
        }
        row
    }
}

impl<'t> Deref for Row<'t> {
    type Target = [&'t str];

    fn deref(&self) -> &Self::Target {
        &self.cells[..self.length]
    }
}

/// The first cells of each row of an embedded table, empty where it has fewer: for the lists that are read whenever the
/// program starts, without what their rows tell besides (examples).
///
/// ```
/// let words: Vec<_> = jianbao::lexicon::columns("# source: own\n人\tcount\t三个人\n元\n").collect();
/// assert_eq!(words, [["人", "count"], ["元", ""]]);
/// ```
pub fn columns<const N: usize>(table: &str) -> impl Iterator<Item = [&str; N]> {
    let (bytes, mut at) = (table.as_bytes(), 0);
    let next_line = |at: usize| memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n + 1);
    std::iter::from_fn(move || {
        while matches!(bytes.get(at)?, b'#' | b'\n') {
            at = next_line(at);
        }
        let mut cells = [""; N];
        for cell in &mut cells {
            let start = at;
            // Tabs and ends of lines come before all other characters.
            while bytes.get(at).is_some_and(|byte| *byte > b'\n') {
                at += 1;
            }
            *cell = &table[start..at];
            if bytes.get(at) != Some(&b'\t') {
                break;
            }
            at += 1;
        }
        at = next_line(at);
        Some(cells)
    })
}

/// A table of words and their kinds (`a|b`), parsed once for all the lists that are made of it.
pub(crate) struct Kinds(Vec<(&'static str, &'static str)>);

impl Kinds {
    pub(crate) fn of(table: &'static str) -> Self {
        Kinds(columns(table).map(|[word, kinds]| (word, kinds)).collect())
    }

    /// The words of one kind.
    pub(crate) fn words(&self, kind: &str) -> impl Iterator<Item = (&'static str, ())> {
        let of_kind = self.0.iter().filter(move |(_, kinds)| kinds.split('|').any(|k| k == kind));
        of_kind.map(|(word, _)| (*word, ()))
    }

    /// The words of these kinds, with what the first of theirs stands for.
    pub(crate) fn told<T: Copy>(&self, kinds: &[(&str, T)]) -> impl Iterator<Item = (&'static str, T)> {
        self.0.iter().filter_map(move |(word, of)| {
            let (_, value) = kinds.iter().find(|(kind, _)| of.split('|').any(|k| k == *kind))?;
            Some((*word, *value))
        })
    }
}

/// Words found where they begin: the longest that begins at a position, with what is kept about it.
///
/// One bit tells whether any word begins with a character, and two characters lead to the few words that begin with
/// both, so that a walk over a text costs next to nothing where no word stands.
///
/// ```
/// use jianbao::lexicon::Beginnings;
/// assert!(Beginnings::of(&["举办", "开"]).starts(&['开', '展']));
/// ```
#[derive(Debug)]
pub struct Beginnings<T = ()>(Words<T>);

impl Beginnings {
    /// A list of words; `begins!` makes one where it is used.
    pub fn of(words: &[&str]) -> Self {
        Beginnings::new(words.iter().map(|word| (*word, ())))
    }
}

impl<T: Copy> Beginnings<T> {
    /// Takes words in any order.
    pub fn new<'w>(entries: impl Iterator<Item = (&'w str, T)>) -> Self {
        Beginnings(Words::new(entries, |word| (word[0], word.get(1).copied())))
    }

    /// Whether a word may begin with `c`.
    #[inline]
    pub fn may_begin(&self, c: char) -> bool {
        self.0.leads(c) != 0
    }

    /// The longest word that `chars` begin with: its length in characters and what is kept about it.
    ///
    /// ```
    /// use jianbao::lexicon::Beginnings;
    /// let words = Beginnings::new([("说", 1), ("说起", 2)].into_iter());
    /// let text: Vec<char> = "说起往事".chars().collect();
    /// assert_eq!(words.at_start(&text), Some((2, 2)));
    /// assert_eq!(words.at_start(&text[1..]), None);
    /// ```
    #[inline]
    pub fn at_start(&self, chars: &[char]) -> Option<(usize, T)> {
        let &first = chars.first()?;
        self.0.find(first, chars.get(1).copied(), |word| is_same(word.iter(), chars.iter()))
    }

    /// Whether `chars` begin with one of the words.
    #[inline]
    pub fn starts(&self, chars: &[char]) -> bool {
        self.at_start(chars).is_some()
    }

    /// Whether `chars` are made of these words and nothing else; never so of 64 characters and more.
    ///
    /// ```
    /// use jianbao::lexicon::Beginnings;
    /// let words = Beginnings::of(&["大型", "食品", "食品加工"]);
    /// let chars: Vec<char> = "大型食品".chars().collect();
    /// assert!(words.cover(&chars) && words.cover(&[]) && !words.cover(&chars[1..]));
    /// ```
    pub fn cover(&self, chars: &[char]) -> bool {
        // Bit n: whether the first n characters are such words.
        let mut reached = 1_u64;
        for (at, &first) in chars.iter().enumerate().take(64) {
            let rest = &chars[at..];
            if reached >> at & 1 == 0 || !self.may_begin(first) {
                continue;
            }
            let pair = rest.get(1).map(|&next| self.0.words_of(key(first, Some(next))));
            let words = pair.into_iter().flatten().chain(self.0.words_of(key(first, None)));
            for (word, _) in words.filter(|(word, _)| rest.starts_with(word)) {
                reached |= 1_u64.checked_shl((at + word.len()) as u32).unwrap_or(0);
            }
        }
        chars.len() < 64 && reached >> chars.len() & 1 == 1
    }

    /// The words of two and more characters that `chars` begin with, shorter ones first.
    pub fn each(&self, chars: &[char]) -> impl Iterator<Item = (usize, T)> {
        let pair = match *chars {
            [first, second, ..] if self.may_begin(first) => Some(key(first, Some(second))),
            _ => None,
        };
        let words = pair.into_iter().flat_map(|pair| self.0.words_of(pair).rev());
        words.filter(|(word, _)| chars.starts_with(word)).map(|(word, value)| (word.len(), value))
    }

    /// What is kept about the word that `chars` are, all of them.
    #[inline]
    pub fn get(&self, chars: &[char]) -> Option<T> {
        self.at_start(chars).filter(|(length, _)| *length == chars.len()).map(|(_, value)| value)
    }
}

/// Words found where they end: as [`Beginnings`], read from behind.
#[derive(Debug)]
pub struct Endings<T = ()>(Words<T>);

impl Endings {
    /// A list of words; `ends!` makes one where it is used.
    pub fn of(words: &[&str]) -> Self {
        Endings::new(words.iter().map(|word| (*word, ())))
    }
}

impl<T: Copy> Endings<T> {
    /// Takes words in any order.
    pub fn new<'w>(entries: impl Iterator<Item = (&'w str, T)>) -> Self {
        Endings(Words::new(entries, |word| (word[word.len() - 1], word.iter().rev().nth(1).copied())))
    }

    /// Whether a word may end with `c`.
    #[inline]
    pub fn may_end(&self, c: char) -> bool {
        self.0.leads(c) != 0
    }

    /// The longest word that `chars` end with: its length in characters and what is kept about it.
    ///
    /// ```
    /// use jianbao::lexicon::Endings;
    /// let words = Endings::new([("法院", 1), ("人民法院", 2)].into_iter());
    /// let text: Vec<char> = "崇川区人民法院".chars().collect();
    /// assert_eq!(words.at_end(&text), Some((4, 2)));
    /// ```
    #[inline]
    pub fn at_end(&self, chars: &[char]) -> Option<(usize, T)> {
        let &last = chars.last()?;
        let before = chars.len().checked_sub(2).map(|at| chars[at]);
        self.0.find(last, before, |word| is_same(word.iter().rev(), chars.iter().rev()))
    }

    /// What is kept about the word that `chars` are, all of them.
    #[inline]
    pub fn get(&self, chars: &[char]) -> Option<T> {
        self.at_end(chars).filter(|(length, _)| *length == chars.len()).map(|(_, value)| value)
    }

    /// Whether `chars` end with one of the words.
    #[inline]
    pub fn ends(&self, chars: &[char]) -> bool {
        self.at_end(chars).is_some()
    }
}

/// Words by their two outermost characters at the end that they are found by.
#[derive(Debug)]
struct Words<T> {
    /// Two bits a character: whether it may be the outermost of a word, and whether it may be one. Characters with the
    /// same last bits share them.
    bits: Box<[u64]>,
    /// Open addressing: a key and where its words lie in `words`. The key of an empty slot is 0.
    slots: Box<[Slot]>,
    /// Grouped by key, longest first.
    words: Box<[Word<T>]>,
    /// The characters of all words.
    chars: Box<[char]>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u64,
    start: u32,
    end: u32,
}

/// A word: where its characters lie, and what is kept about it.
#[derive(Clone, Copy, Debug)]
struct Word<T> {
    start: u32,
    length: u32,
    value: T,
}

/// Some word has the character outermost.
const LEADS: u64 = 1;
/// It is a word.
const ALONE: u64 = 2;

/// The outermost character and the next, which words of one character have not.
const fn key(outer: char, inner: Option<char>) -> u64 {
    (outer as u64) << 32
        | match inner {
            Some(c) => c as u64,
            None => 0,
        }
}

/// Whether `text` goes on as `word` does. Most words differ soon: cheaper than to compare slices.
#[inline]
fn is_same<'a>(mut word: impl Iterator<Item = &'a char>, mut text: impl Iterator<Item = &'a char>) -> bool {
    word.all(|c| text.next() == Some(c))
}

impl<T: Copy> Words<T> {
    fn new<'w>(
        entries: impl Iterator<Item = (&'w str, T)>,
        ends: impl Fn(&[char]) -> (char, Option<char>),
    ) -> Self {
        let (mut chars, mut keyed) = (Vec::new(), Vec::new());
        for (word, value) in entries.filter(|(word, _)| !word.is_empty()) {
            let start = chars.len();
            chars.extend(word.chars());
            let (outer, inner) = ends(&chars[start..]);
            let word = Word { start: start as u32, length: (chars.len() - start) as u32, value };
            keyed.push((key(outer, inner), word));
        }
        let mut bits = vec![0; keyed.len().next_power_of_two().clamp(32, 2048)].into_boxed_slice();
        let mut slots = vec![Slot::default(); (2 * keyed.len()).next_power_of_two()].into_boxed_slice();
        // How many words each slot has; then where they end, and, as they are put there from the last on, begin.
        for (key, word) in &keyed {
            let (block, shift) = Self::bit((key >> 32) as usize, bits.len());
            bits[block] |= (if word.length == 1 { LEADS | ALONE } else { LEADS }) << shift;
            let slot = &mut slots[Self::slot(&slots, *key)];
            slot.key = *key;
            slot.end += 1;
        }
        let mut all = 0;
        for slot in &mut slots {
            all += slot.end;
            (slot.start, slot.end) = (all, all);
        }
        let mut words: Vec<_> = keyed.iter().map(|(_, word)| *word).collect();
        for (key, word) in keyed.iter().rev() {
            let slot = &mut slots[Self::slot(&slots, *key)];
            slot.start -= 1;
            words[slot.start as usize] = *word;
        }
        for slot in slots.iter().filter(|slot| slot.end - slot.start > 1) {
            words[slot.start as usize..slot.end as usize].sort_by_key(|word| std::cmp::Reverse(word.length));
        }
        Words { bits, slots, words: words.into(), chars: chars.into() }
    }

    /// The slot of a key, or the empty one that it may have.
    #[inline]
    fn slot(slots: &[Slot], key: u64) -> usize {
        let mut at = Self::place(key, slots.len());
        while slots[at].key != key && slots[at].key != 0 {
            at = (at + 1) & (slots.len() - 1);
        }
        at
    }

    #[inline]
    const fn place(key: u64, slots: usize) -> usize {
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & (slots - 1)
    }

    const fn bit(c: usize, blocks: usize) -> (usize, usize) {
        (c >> 5 & (blocks - 1), 2 * (c & 31))
    }

    /// [`LEADS`] and [`ALONE`], as they may hold for the character.
    #[inline]
    fn leads(&self, c: char) -> u64 {
        let (block, shift) = Self::bit(c as usize, self.bits.len());
        self.bits[block] >> shift & (LEADS | ALONE)
    }

    /// The longest word with these outer characters that `fits`.
    #[inline]
    fn find(&self, outer: char, inner: Option<char>, fits: impl Fn(&[char]) -> bool) -> Option<(usize, T)> {
        let leads = self.leads(outer);
        if leads == 0 {
            return None;
        }
        let longest = |inner: Option<char>| self.words_of(key(outer, inner)).find(|(word, _)| fits(word));
        let pair = if inner.is_some() { longest(inner) } else { None };
        let found = if pair.is_none() && leads & ALONE != 0 { longest(None) } else { pair };
        found.map(|(word, value)| (word.len(), value))
    }

    /// The words of a key, longest first.
    #[inline]
    fn words_of(&self, key: u64) -> impl DoubleEndedIterator<Item = (&[char], T)> {
        let slot = self.slots[Self::slot(&self.slots, key)];
        let words = &self.words[slot.start as usize..slot.end as usize];
        words.iter().map(|word| (&self.chars[word.start as usize..][..word.length as usize], word.value))
    }
}

/// `begins!(chars, ["主任", "书记"])`: whether `chars` begin with one of the words.
macro_rules! begins {
    ($chars:expr, [$($word:literal),+ $(,)?]) => {{
        static WORDS: std::sync::LazyLock<$crate::lexicon::Beginnings> =
            std::sync::LazyLock::new(|| $crate::lexicon::Beginnings::of(&[$($word),+]));
        WORDS.starts($chars)
    }};
}

/// `ends!(chars, ["来自", "在"])`: whether `chars` end with one of the words.
macro_rules! ends {
    ($chars:expr, [$($word:literal),+ $(,)?]) => {{
        static WORDS: std::sync::LazyLock<$crate::lexicon::Endings> =
            std::sync::LazyLock::new(|| $crate::lexicon::Endings::of(&[$($word),+]));
        WORDS.ends($chars)
    }};
}

pub(crate) use {begins, ends};
