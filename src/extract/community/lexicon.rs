//! Word lists: what is no name before a suffix, and what may stand directly before a name.

use super::anchor::Kind;
use crate::lexicon::rows;
use std::collections::HashMap;

static GENERIC: &str = include_str!("../../../data/community_generic.tsv");
static BEFORE: &str = include_str!("../../../data/community_before.tsv");

/// How firmly a word is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// A name where the register has it in the place that the text speaks of.
    Soft,
    /// A name only with its township printed before it and in the register there.
    Hard,
}

/// The word lists, ready to use.
#[derive(Debug)]
pub struct Lexicon {
    generic: HashMap<&'static str, Vec<(&'static str, Strength)>>,
    /// By last character: words that end directly before a name, reversed.
    before: HashMap<char, Vec<Vec<char>>>,
}

impl Default for Lexicon {
    fn default() -> Self {
        let mut generic: HashMap<_, Vec<_>> = HashMap::new();
        for row in rows(GENERIC) {
            if let [word, soft, hard, ..] = row[..] {
                for (kinds, strength) in [(soft, Strength::Soft), (hard, Strength::Hard)] {
                    generic.entry(word).or_default().extend(kinds.split('|').map(|k| (k, strength)));
                }
            }
        }
        let mut before: HashMap<_, Vec<Vec<char>>> = HashMap::new();
        for row in rows(BEFORE) {
            let word: Vec<char> = row[0].chars().rev().collect();
            before.entry(word[0]).or_default().push(word);
        }
        before.values_mut().for_each(|words| words.sort_by_key(|w| std::cmp::Reverse(w.len())));
        Lexicon { generic, before }
    }
}

impl Lexicon {
    /// Whether a stem is a common word before this suffix, and how firmly.
    pub fn generic(&self, stem: &str, kind: Kind) -> Option<Strength> {
        let kinds = self.generic.get(stem)?;
        kinds.iter().filter(|(k, _)| *k == "*" || *k == kind.label()).map(|(_, s)| *s).max()
    }

    /// Length of the longest listed word that ends at `at`; 0 if none does.
    pub fn before(&self, chars: &[char], at: usize) -> usize {
        let Some(words) = at.checked_sub(1).and_then(|i| self.before.get(&chars[i])) else { return 0 };
        let head = &chars[..at];
        words.iter().find(|w| head.iter().rev().take(w.len()).eq(w.iter())).map_or(0, Vec::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_without_doubles() {
        for table in [GENERIC, BEFORE] {
            let words: Vec<_> = rows(table).map(|r| r[0]).collect();
            let wrong = words.windows(2).find(|w| w[0] >= w[1]);
            assert_eq!(None, wrong, "out of order, or twice");
        }
        for row in rows(GENERIC) {
            assert_eq!(4, row.len(), "{row:?}");
        }
    }
}
