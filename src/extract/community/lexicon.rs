//! Word lists: what is no name before a suffix, and what may stand directly before a name.

use super::anchor::Kind;
use crate::lexicon::{Beginnings, Endings, Kinds, columns};
use std::sync::LazyLock;

static GENERIC: &str = include_str!("../../../data/community_generic.tsv");
static BEFORE: &str = include_str!("../../../data/community_before.tsv");
static WORDS: &str = include_str!("../../../data/community_words.tsv");

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
    /// The rows of a word: kinds, and how firmly it is no name before their suffix.
    generic: Beginnings<(&'static str, &'static str)>,
    before: Endings,
}

impl Default for Lexicon {
    fn default() -> Self {
        let generic = columns(GENERIC).map(|[word, soft, hard]| (word, (soft, hard)));
        let before = columns(BEFORE).map(|[word]| (word, ()));
        Lexicon { generic: Beginnings::new(generic), before: Endings::new(before) }
    }
}

impl Lexicon {
    /// Whether a stem is a common word before this suffix, and how firmly.
    pub fn generic(&self, stem: &[char], kind: Kind) -> Option<Strength> {
        let (soft, hard) = self.generic.get(stem)?;
        let listed = |kinds: &str| kinds.split('|').any(|k| k == "*" || k == kind.label());
        match () {
            () if listed(hard) => Some(Strength::Hard),
            () if listed(soft) => Some(Strength::Soft),
            () => None,
        }
    }

    /// Length of the longest listed word that ends at `at`; 0 if none does.
    pub fn before(&self, chars: &[char], at: usize) -> usize {
        self.before.at_end(&chars[..at]).map_or(0, |(length, ())| length)
    }
}

/// The words around names, by kind.
pub(super) struct Words {
    /// What institutions in a township are for: 文化|站, 农业|综合|服务|中心.
    pub(super) fields: Beginnings,
    /// What stands behind a field: 站.
    pub(super) institutions: Beginnings,
    /// Schools, which are named after their township.
    pub(super) schools: Beginnings,
    /// What is named after a village, and is not the village: 水库.
    pub(super) namesakes: Beginnings,
    /// Who acts, and begins no name: 党委.
    pub(super) actors: Beginnings,
    /// A number and its unit, which begin no name: 一条.
    pub(super) counted: Beginnings,
    /// Before a slogan: 创建|幸福社区.
    pub(super) making: Endings,
    /// Behind a slogan: 幸福社区|创建.
    pub(super) made: Beginnings,
    /// Behind one village: its people, its committee, its groups.
    pub(super) villagers: Beginnings,
    /// Behind one township: its government, its officials, where it lies.
    pub(super) seats: Beginnings,
}

/// The words of `data/community_words.tsv`.
pub(super) fn words() -> &'static Words {
    static LISTS: LazyLock<Words> = LazyLock::new(|| {
        let kinds = Kinds::of(WORDS);
        let begin = |kind: &str| Beginnings::new(kinds.words(kind));
        Words {
            fields: begin("field"),
            institutions: begin("institution"),
            schools: begin("school"),
            namesakes: begin("namesake"),
            actors: begin("actor"),
            counted: begin("counted"),
            making: Endings::new(kinds.words("making")),
            made: begin("made"),
            villagers: begin("villager"),
            seats: begin("seat"),
        }
    });
    &LISTS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;

    #[test]
    fn every_word_is_of_a_kind() {
        const KINDS: [&str; 10] = [
            "seat",
            "field",
            "institution",
            "school",
            "namesake",
            "actor",
            "counted",
            "making",
            "made",
            "villager",
        ];
        assert!(rows(WORDS).all(|row| row[1].split('|').all(|kind| KINDS.contains(&kind))));
    }

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
