//! Word lists kept as data: `data/*.tsv`, sorted, with their provenance in `#` lines.

mod pairs;
mod words;

pub(crate) use pairs::Pairs;
use std::ops::Deref;
use words::Words;

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
        let mut start = 0;
        for (end, _) in line.bytes().enumerate().filter(|(_, byte)| *byte == b'\t').take(Row::MOST - 1) {
            row.cells[row.length] = &line[start..end];
            (row.length, start) = (row.length + 1, end + 1);
        }
        row.cells[row.length] = &line[start..];
        row.length += 1;
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
    let next_line = |at: usize| match bytes.get(at) {
        Some(b'\n') => at + 1,
        _ => memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n + 1),
    };
    std::iter::from_fn(move || {
        while matches!(bytes.get(at)?, b'#' | b'\n') {
            at = next_line(at);
        }
        let mut cells = [""; N];
        for cell in &mut cells {
            let start = at;
            at += end_of_cell(&bytes[at..]);
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

/// Where a cell ends, looked for eight bytes at a time: tabs and ends of lines come before all other characters.
fn end_of_cell(bytes: &[u8]) -> usize {
    const EACH: u64 = u64::MAX / 0xFF;
    let (eights, rest) = bytes.as_chunks::<8>();
    for (n, eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        // The lowest of the high bits that this sets is of the first byte below 11.
        let low = eight.wrapping_sub(11 * EACH) & !eight & (0x80 * EACH);
        if low != 0 {
            return 8 * n + low.trailing_zeros() as usize / 8;
        }
    }
    let end = rest.iter().position(|byte| *byte <= b'\n').unwrap_or(rest.len());
    8 * eights.len() + end
}

/// A table of words and their kinds (`a|b`), parsed once for all the lists that are made of it.
#[derive(Default)]
pub(crate) struct Kinds {
    rows: Vec<(&'static str, &'static str)>,
    /// Each kind and its words.
    kinds: Vec<(&'static str, Vec<&'static str>)>,
}

impl Kinds {
    pub(crate) fn of(table: &'static str) -> Self {
        let mut all = Kinds::default();
        for [word, kinds] in columns(table) {
            all.rows.push((word, kinds));
            for kind in kinds.split('|') {
                match all.kinds.iter_mut().find(|(known, _)| *known == kind) {
                    Some((_, words)) => words.push(word),
                    None => all.kinds.push((kind, vec![word])),
                }
            }
        }
        all
    }

    /// The words of one kind.
    pub(crate) fn words(&self, kind: &str) -> impl Iterator<Item = (&'static str, ())> {
        let of = self.kinds.iter().find(|(known, _)| *known == kind);
        of.into_iter().flat_map(|(_, words)| words.iter().map(|word| (*word, ())))
    }

    /// The words of these kinds, with what the first of theirs stands for.
    pub(crate) fn told<T: Copy>(&self, kinds: &[(&str, T)]) -> impl Iterator<Item = (&'static str, T)> {
        self.rows.iter().filter_map(move |(word, of)| {
            let (_, value) = kinds.iter().find(|(kind, _)| is_of(of, kind))?;
            Some((*word, *value))
        })
    }
}

/// Whether a kind is one of `a|b`; most words are of one.
fn is_of(kinds: &str, kind: &str) -> bool {
    kinds.len() >= kind.len() && kinds.as_bytes().split(|byte| *byte == b'|').any(|k| k == kind.as_bytes())
}

/// Words found where they begin: the longest that begins at a position, with what is kept about it.
///
/// One look at two characters tells that no word begins with both, so that a walk over a text costs next to nothing
/// where no word stands.
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
        Beginnings(Words::new(entries.map(|(word, value)| (word.chars(), value))))
    }

    /// Whether a word may begin with `c`.
    #[inline]
    pub fn may_begin(&self, c: char) -> bool {
        self.0.may_lead(c)
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
    #[inline(always)]
    pub fn at_start(&self, chars: &[char]) -> Option<(usize, T)> {
        self.0.longest(chars.iter())
    }

    /// Whether `chars` begin with one of the words.
    #[inline(always)]
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
        for at in 0..chars.len().min(64) {
            if reached >> at & 1 == 1 {
                for (length, _) in self.0.all(&chars[at..]) {
                    reached |= 1_u64.checked_shl((at + length) as u32).unwrap_or(0);
                }
            }
        }
        chars.len() < 64 && reached >> chars.len() & 1 == 1
    }

    /// All words that `chars` begin with, shorter ones first.
    #[inline]
    pub fn all(&self, chars: &[char]) -> impl Iterator<Item = (usize, T)> {
        self.0.all(chars)
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
        Endings(Words::new(entries.map(|(word, value)| (word.chars().rev(), value))))
    }

    /// Whether a word may end with `c`.
    #[inline]
    pub fn may_end(&self, c: char) -> bool {
        self.0.may_lead(c)
    }

    /// The longest word that `chars` end with: its length in characters and what is kept about it.
    ///
    /// ```
    /// use jianbao::lexicon::Endings;
    /// let words = Endings::new([("法院", 1), ("人民法院", 2)].into_iter());
    /// let text: Vec<char> = "崇川区人民法院".chars().collect();
    /// assert_eq!(words.at_end(&text), Some((4, 2)));
    /// ```
    #[inline(always)]
    pub fn at_end(&self, chars: &[char]) -> Option<(usize, T)> {
        self.0.longest(chars.iter().rev())
    }

    /// What is kept about the word that `chars` are, all of them.
    #[inline]
    pub fn get(&self, chars: &[char]) -> Option<T> {
        self.at_end(chars).filter(|(length, _)| *length == chars.len()).map(|(_, value)| value)
    }

    /// Whether `chars` end with one of the words.
    #[inline(always)]
    pub fn ends(&self, chars: &[char]) -> bool {
        self.at_end(chars).is_some()
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
