//! Word lists kept as data: `data/*.tsv`, sorted, with their provenance in `#` lines.

use std::collections::HashMap;

/// The rows of an embedded table: `#` lines and empty lines skipped, cells split at tabs.
///
/// ```
/// let rows: Vec<Vec<&str>> = jianbao::lexicon::rows("# source: own\n人\tcount\n元\tmoney\n").collect();
/// assert_eq!(rows, [["人", "count"], ["元", "money"]]);
/// ```
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| l.split('\t').collect())
}

/// Words found where they end: the longest that ends at a position, with what is kept about it.
///
/// One bit a character tells whether any word ends with it, so that a walk over a text costs next to nothing where none
/// does.
#[derive(Debug)]
pub struct Endings<T> {
    bits: Box<[u64; 1024]>,
    /// By last character, longest first.
    words: HashMap<char, Vec<(Vec<char>, T)>>,
}

impl<T: Copy> Endings<T> {
    /// Takes words in any order.
    pub fn new<'w>(entries: impl Iterator<Item = (&'w str, T)>) -> Self {
        let mut bits = Box::new([0; 1024]);
        let mut words: HashMap<char, Vec<(Vec<char>, T)>> = HashMap::new();
        for (word, value) in entries {
            let word: Vec<char> = word.chars().collect();
            let Some(&last) = word.last() else { continue };
            if let Some(block) = bits.get_mut(last as usize >> 6) {
                *block |= 1 << (last as usize & 63);
            }
            words.entry(last).or_default().push((word, value));
        }
        words.values_mut().for_each(|words| words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        Endings { bits, words }
    }

    /// Whether a word may end with `c`.
    pub fn may_end(&self, c: char) -> bool {
        self.bits.get(c as usize >> 6).is_some_and(|block| block >> (c as usize & 63) & 1 == 1)
    }

    /// The longest word that `chars` end with: its length in characters and what is kept about it.
    ///
    /// ```
    /// use jianbao::lexicon::Endings;
    /// let words = Endings::new([("法院", 1), ("人民法院", 2)].into_iter());
    /// let text: Vec<char> = "崇川区人民法院".chars().collect();
    /// assert_eq!(words.at_end(&text), Some((4, 2)));
    /// ```
    pub fn at_end(&self, chars: &[char]) -> Option<(usize, T)> {
        let &last = chars.last()?;
        if !self.may_end(last) {
            return None;
        }
        let words = self.words.get(&last)?;
        words.iter().find(|(word, _)| chars.ends_with(word)).map(|(word, value)| (word.len(), *value))
    }
}
