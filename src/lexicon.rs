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
        self.0.iter().filter(move |(_, kinds)| is_of(kinds, kind)).map(|(word, _)| (*word, ()))
    }

    /// The words of these kinds, with what the first of theirs stands for.
    pub(crate) fn told<T: Copy>(&self, kinds: &[(&str, T)]) -> impl Iterator<Item = (&'static str, T)> {
        self.0.iter().filter_map(move |(word, of)| {
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
    #[inline]
    pub fn at_start(&self, chars: &[char]) -> Option<(usize, T)> {
        self.0.longest(chars.iter())
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
    #[inline]
    pub fn at_end(&self, chars: &[char]) -> Option<(usize, T)> {
        self.0.longest(chars.iter().rev())
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

/// Words as a tree of their characters, the outermost of the end that they are found by first.
#[derive(Debug)]
struct Words<T> {
    /// A bit a character: whether a word may have it outermost. Characters with the same last bits share one.
    leads: Box<[u64]>,
    /// The branches by the hash of their keys, in open addressing.
    branches: Vec<Branch>,
    /// What is kept about each word.
    values: Vec<T>,
}

/// A character that goes on what stands before it in the tree.
#[derive(Clone, Copy, Debug, Default)]
struct Branch {
    /// The node that it grows from and the character; 0 in an empty place.
    key: u64,
    /// The node that it leads to; 0 where no longer word goes on.
    node: u32,
    /// The number of the word that it ends, from 1; 0 where none does.
    word: u32,
}

const fn key(node: u32, c: char) -> u64 {
    (node as u64) << 32 | c as u64
}

impl<T: Copy> Words<T> {
    fn new(entries: impl Iterator<Item = (impl Iterator<Item = char>, T)>) -> Self {
        let mut words =
            Words { leads: Box::default(), branches: vec![Branch::default(); 64], values: Vec::new() };
        let (mut nodes, mut count) = (0, 0);
        let mut firsts = Vec::new();
        for (word, value) in entries {
            // The branch that the word has come to, and the node before it.
            let (mut at, mut node) = (None, 0);
            for c in word {
                if let Some(at) = at {
                    let branch: &mut Branch = &mut words.branches[at];
                    if branch.node == 0 {
                        nodes += 1;
                        branch.node = nodes;
                    }
                    node = branch.node;
                } else {
                    firsts.push(c);
                }
                if 2 * count >= words.branches.len() {
                    words.grow();
                }
                let place = words.place(key(node, c));
                count += usize::from(words.branches[place].key == 0);
                words.branches[place].key = key(node, c);
                at = Some(place);
            }
            if let Some(at) = at.filter(|&at| words.branches[at].word == 0) {
                words.values.push(value);
                words.branches[at].word = words.values.len() as u32;
            }
        }
        words.leads = vec![0; (firsts.len() / 2).next_power_of_two().clamp(16, 1024)].into();
        for c in firsts {
            let (block, bit) = words.lead(c);
            words.leads[block] |= bit;
        }
        words
    }

    /// Makes room for twice as many branches.
    fn grow(&mut self) {
        let twice = vec![Branch::default(); 2 * self.branches.len()];
        for branch in std::mem::replace(&mut self.branches, twice) {
            if branch.key != 0 {
                let place = self.place(branch.key);
                self.branches[place] = branch;
            }
        }
    }

    /// Where the branch of a key is, or the empty place where it would be.
    #[inline]
    fn place(&self, key: u64) -> usize {
        let last = self.branches.len() - 1;
        let mut at = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & last;
        while self.branches[at].key != key && self.branches[at].key != 0 {
            at = (at + 1) & last;
        }
        at
    }

    /// The block and the bit of a character in `leads`.
    #[inline]
    fn lead(&self, c: char) -> (usize, u64) {
        (c as usize >> 6 & (self.leads.len() - 1), 1 << (c as usize & 63))
    }

    #[inline]
    fn may_lead(&self, c: char) -> bool {
        let (block, bit) = self.lead(c);
        self.leads[block] & bit != 0
    }

    /// What `chars` come to that have come to `node` and go on with `c`.
    #[inline]
    fn branch(&self, node: u32, c: char) -> Branch {
        self.branches[self.place(key(node, c))]
    }

    /// The longest word that `chars` begin with.
    #[inline]
    fn longest<'c>(&self, mut chars: impl Iterator<Item = &'c char>) -> Option<(usize, T)> {
        let mut branch = match chars.next() {
            Some(&first) if self.may_lead(first) => self.branch(0, first),
            _ => return None,
        };
        let (mut length, mut word) = (1, branch.word);
        for (at, &c) in (2..).zip(chars) {
            if branch.node == 0 {
                break;
            }
            branch = self.branch(branch.node, c);
            if branch.word != 0 {
                (length, word) = (at, branch.word);
            }
        }
        Some((length, *self.values.get((word as usize).checked_sub(1)?)?))
    }

    /// Every word that `chars` begin with, shorter ones first.
    #[inline]
    fn all(&self, chars: &[char]) -> impl Iterator<Item = (usize, T)> {
        let leads = chars.first().is_some_and(|&first| self.may_lead(first));
        let (mut at, mut next) = (0, leads.then_some(0));
        std::iter::from_fn(move || {
            while let (Some(node), Some(&c)) = (next, chars.get(at)) {
                let branch = self.branch(node, c);
                next = (branch.node != 0).then_some(branch.node);
                at += 1;
                if branch.word != 0 {
                    return Some((at, self.values[branch.word as usize - 1]));
                }
            }
            None
        })
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
