//! Word lists kept as data: `data/*.tsv`, sorted, with their provenance in `#` lines.

/// The rows of an embedded table: `#` lines and empty lines skipped, cells split at tabs.
///
/// ```
/// let rows: Vec<Vec<&str>> = jianbao::lexicon::rows("# source: own\n人\tcount\n元\tmoney\n").collect();
/// assert_eq!(rows, [["人", "count"], ["元", "money"]]);
/// ```
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| l.split('\t').collect())
}

/// Words found where they begin: the longest that begins at a position, with what is kept about it.
///
/// One bit a character tells whether any word begins with it, and two characters lead to the few words that begin with
/// both, so that a walk over a text costs next to nothing where no word stands.
#[derive(Debug)]
pub struct Beginnings<T>(Words<T>);

impl<T: Copy> Beginnings<T> {
    /// Takes words in any order.
    pub fn new<'w>(entries: impl Iterator<Item = (&'w str, T)>) -> Self {
        Beginnings(Words::new(entries, |word| (word[0], word.get(1).copied())))
    }

    /// Whether a word may begin with `c`.
    #[inline]
    pub fn may_begin(&self, c: char) -> bool {
        self.0.leads(c)
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
        if !self.may_begin(first) {
            return None;
        }
        self.0.find(first, chars.get(1).copied(), |word| chars.starts_with(word))
    }

    /// What is kept about the word that `chars` are, all of them.
    #[inline]
    pub fn get(&self, chars: &[char]) -> Option<T> {
        let &first = chars.first()?;
        if !self.may_begin(first) {
            return None;
        }
        self.0.find(first, chars.get(1).copied(), |word| chars == word).map(|(_, value)| value)
    }
}

/// Words found where they end: as [`Beginnings`], read from behind.
#[derive(Debug)]
pub struct Endings<T>(Words<T>);

impl<T: Copy> Endings<T> {
    /// Takes words in any order.
    pub fn new<'w>(entries: impl Iterator<Item = (&'w str, T)>) -> Self {
        Endings(Words::new(entries, |word| (word[word.len() - 1], word.iter().rev().nth(1).copied())))
    }

    /// Whether a word may end with `c`.
    #[inline]
    pub fn may_end(&self, c: char) -> bool {
        self.0.leads(c)
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
        if !self.may_end(last) {
            return None;
        }
        let before = chars.len().checked_sub(2).map(|at| chars[at]);
        self.0.find(last, before, |word| chars.ends_with(word))
    }
}

/// Words by their two outermost characters at the end that they are found by.
#[derive(Debug)]
struct Words<T> {
    /// A bit a character of the basic plane: whether it is the outermost of any word.
    bits: Box<[u64; 1024]>,
    /// Open addressing: a key and where its words lie in `words`. The key of an empty slot is 0.
    slots: Box<[Slot]>,
    /// Grouped by key, longest first.
    words: Vec<(Box<[char]>, T)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u64,
    start: u32,
    end: u32,
}

/// The outermost character and the next, which words of one character have not.
const fn key(outer: char, inner: Option<char>) -> u64 {
    (outer as u64) << 32
        | match inner {
            Some(c) => c as u64,
            None => 0,
        }
}

impl<T: Copy> Words<T> {
    fn new<'w>(
        entries: impl Iterator<Item = (&'w str, T)>,
        ends: impl Fn(&[char]) -> (char, Option<char>),
    ) -> Self {
        let mut bits = Box::new([0; 1024]);
        let mut words: Vec<(u64, Box<[char]>, T)> = Vec::new();
        for (word, value) in entries.filter(|(word, _)| !word.is_empty()) {
            let word: Box<[char]> = word.chars().collect();
            let (outer, inner) = ends(&word);
            if let Some(block) = bits.get_mut(outer as usize >> 6) {
                *block |= 1 << (outer as usize & 63);
            }
            words.push((key(outer, inner), word, value));
        }
        words.sort_by_key(|(key, word, _)| (*key, std::cmp::Reverse(word.len())));
        let mut slots = vec![Slot::default(); (2 * words.len()).next_power_of_two()].into_boxed_slice();
        let mut start = 0;
        for group in words.chunk_by(|a, b| a.0 == b.0) {
            let end = start + group.len() as u32;
            let mut at = Self::place(group[0].0, slots.len());
            while slots[at].key != 0 {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = Slot { key: group[0].0, start, end };
            start = end;
        }
        Words { bits, slots, words: words.into_iter().map(|(_, word, value)| (word, value)).collect() }
    }

    fn place(key: u64, slots: usize) -> usize {
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & (slots - 1)
    }

    fn leads(&self, c: char) -> bool {
        self.bits.get(c as usize >> 6).is_some_and(|block| block >> (c as usize & 63) & 1 == 1)
    }

    /// The longest word with these outer characters that `fits`.
    fn find(&self, outer: char, inner: Option<char>, fits: impl Fn(&[char]) -> bool) -> Option<(usize, T)> {
        let longest = |key: u64| {
            let words = self.words_of(key);
            words.iter().find(|(word, _)| fits(word)).map(|(word, value)| (word.len(), *value))
        };
        inner.and_then(|_| longest(key(outer, inner))).or_else(|| longest(key(outer, None)))
    }

    fn words_of(&self, key: u64) -> &[(Box<[char]>, T)] {
        let mut at = Self::place(key, self.slots.len());
        loop {
            match self.slots[at] {
                Slot { key: 0, .. } => return &[],
                slot if slot.key == key => return &self.words[slot.start as usize..slot.end as usize],
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
    }
}
