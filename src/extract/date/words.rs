//! Words around a time expression that tell what it is: `data/date_words.tsv`.

use super::reader::Reader;
#[cfg(test)]
use crate::lexicon;
use crate::lexicon::{Beginnings, Endings, Kinds};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/date_words.tsv");

/// Declares what words tell, and its names in the table.
macro_rules! kinds {
    ($(#[$of:meta])* $kind:ident { $($(#[$doc:meta])* $variant:ident $name:literal),* $(,)? }) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug)]
        pub(super) enum $kind { $($(#[$doc])* $variant),* }

        impl $kind {
            /// In the order of the variants.
            const NAMES: &[&str] = &[$($name),*];
        }
    };
}

kinds! {
    /// What a word tells of what stands before it.
    Behind {
        /// Of so many years, what a programme is called: 三年|行动.
        Programme "programme",
        /// Of so many years, how the name of one may begin, or what was done: 三年|攻坚.
        Campaign "campaign",
        /// Of so many years, what was done: 三年|攻坚克难.
        Effort "effort",
        /// Of a length, what lasted: 近三年|的历史.
        Lasted "lasted",
        /// Of thousands of years, what is so old: 2000年|文明.
        Aged "aged",
        /// Of a year of two digits, what one does in it: 86年|参军.
        Begun "begun",
        /// Of a marked day, what is named after it: “五一”|劳动奖章.
        Named "named",
        /// Of marks, that they hold the name of an event: “迎国庆·露天电影月”|活动.
        Occasion "occasion",
        /// Of a marked day, what happened on it: “7·24”|事故.
        Disaster "disaster",
        /// Of a season, what is called by it: 夏季|奥运会.
        Games "games",
        /// Of a part of the day, what kind it tells: 夜间|施工.
        Sort "sort",
        /// Of two numbers, that they are a score: 9:15|战胜.
        Contest "contest",
        /// Of 过去, that it was so then: 柳河村过去|靠天吃饭.
        Then "then",
    }
}

kinds! {
    /// What a word tells of what stands behind it.
    Before {
        /// A length that it lasted: 连续|三年.
        Lasting "lasting",
        /// A length that something took: 历时|三年.
        Took "took",
        /// Nearly as long, and not the last years: 历时|近三年.
        Taken "taken",
        /// So many thousand years: 距今|2000年.
        Grown "grown",
        /// So many 日 that are a length: 拘留|十日.
        Days "days",
        /// What has a number: 神舟|十六号.
        Numbered "numbered",
        /// Two numbers that are a ratio: 比例是|1:12.
        Ratio "ratio",
        /// An era: 清|乾隆三年.
        Dynasty "dynasty",
    }
}

static BEHIND: LazyLock<Vec<Beginnings>> = LazyLock::new(|| {
    let words = Kinds::of(TABLE);
    Behind::NAMES.iter().map(|kind| Beginnings::new(words.words(kind))).collect()
});

static BEFORE: LazyLock<Vec<Endings>> = LazyLock::new(|| {
    let words = Kinds::of(TABLE);
    Before::NAMES.iter().map(|kind| Endings::new(words.words(kind))).collect()
});

impl Reader<'_, '_> {
    /// One past the longest word at `at` that tells `kind`.
    pub(super) fn eat_word(&self, at: usize, kind: Behind) -> Option<usize> {
        let rest = self.chars.get(at..)?;
        BEHIND[kind as usize].at_start(rest).map(|(length, ())| at + length)
    }

    /// Whether a word that tells `kind` begins at `at`.
    pub(super) fn is_behind(&self, at: usize, kind: Behind) -> bool {
        self.eat_word(at, kind).is_some()
    }

    /// Where the longest word begins that ends at `at` and tells `kind`.
    pub(super) fn word_before(&self, at: usize, kind: Before) -> Option<usize> {
        BEFORE[kind as usize].at_end(&self.chars[..at]).map(|(length, ())| at - length)
    }

    /// Whether a word that tells `kind` ends at `at`.
    pub(super) fn is_before(&self, at: usize, kind: Before) -> bool {
        self.word_before(at, kind).is_some()
    }
}

/// The table with its examples, for the test that reads them.
#[cfg(test)]
pub(in crate::extract::date) fn rows() -> impl Iterator<Item = lexicon::Row<'static>> {
    let known = |kind: &str| Behind::NAMES.contains(&kind) || Before::NAMES.contains(&kind);
    assert!(lexicon::columns(TABLE).all(|[_, kinds]| kinds.split('|').all(known)));
    lexicon::rows(TABLE)
}
