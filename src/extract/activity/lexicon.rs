//! The word lists: what names of activities end with, and the verbs and empty words around them.

use crate::lexicon::{Beginnings, Endings, rows};
use std::sync::LazyLock;

pub(super) static ACTIVITIES: &str = include_str!("../../../data/activities.tsv");
static WORDS: &str = include_str!("../../../data/activity_words.tsv");

/// What sort of activity an ending tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Held, and named by what stands before the ending: 反诈讲座.
    Event,
    /// Held, and named by the ending alone: 读书会.
    Bare,
    /// Short, and right behind its verb: 柿子节.
    Festival,
    /// Ends like one and is none: 季节.
    None,
    /// Done: 垃圾分类检查. Counts behind a verb of doing only.
    Act,
}

/// What a verb is followed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// What is held: 举办.
    Held,
    /// What is done: 进行.
    Act,
    /// Either: 开展.
    Both,
    /// What is attended: 参加.
    Join,
    /// No verb, though it looks like one: 社会组织.
    None,
}

impl Verb {
    /// Whether `kind` may be its object.
    pub(super) fn takes(self, kind: Kind) -> bool {
        match self {
            Verb::Held | Verb::Join => kind != Kind::Act,
            Verb::Act => kind == Kind::Act,
            Verb::Both => true,
            Verb::None => false,
        }
    }
}

/// The lists, ready to use.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub(super) endings: Endings<Kind>,
    pub(super) verbs: Endings<Verb>,
    generic: Beginnings,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    endings: Endings::new(rows(ACTIVITIES).filter_map(|row| {
        let kind = match *row.get(1)? {
            "event" => Kind::Event,
            "bare" => Kind::Bare,
            "act" => Kind::Act,
            "festival" => Kind::Festival,
            "none" => Kind::None,
            _ => return None,
        };
        Some((row[0], kind))
    })),
    verbs: Endings::new(rows(WORDS).filter_map(|row| {
        let verb = match *row.get(1)? {
            "held" => Verb::Held,
            "act" => Verb::Act,
            "both" => Verb::Both,
            "join" => Verb::Join,
            "none" => Verb::None,
            _ => return None,
        };
        Some((row[0], verb))
    })),
    generic: Beginnings::new(rows(WORDS).filter(|row| row[1] == "generic").map(|row| (row[0], ()))),
});

/// The word lists of this extractor.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    /// Whether `chars` are made of words that say nothing about an activity: 一系列主题 (活动).
    pub(super) fn is_generic(&self, chars: &[char]) -> bool {
        self.generic.cover(chars)
    }
}
