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
    /// A programme, held where its name is marked: “望云夜课”项目.
    Project,
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
    /// What is carried out over years: 实施.
    Policy,
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
            Verb::Policy | Verb::None => false,
        }
    }
}

/// The lists, ready to use.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub(super) endings: Endings<Kind>,
    pub(super) verbs: Endings<Verb>,
    /// Verbs behind the name: …在八一广场|举行.
    pub(super) behind: Beginnings,
    /// What says nothing of an activity and may stand before its name: 此次.
    pub(super) openers: Beginnings,
    /// What no name holds (`true`), and the words that begin like it and may stand in one: 不, 不文明.
    pub(super) breaks: Beginnings<bool>,
    /// What an ending goes on to (`true`), and other words that begin like it: 前, 前来.
    pub(super) longer: Beginnings<bool>,
    /// Words that begin with the last character of an ending: 节目.
    pub(super) words: Beginnings,
    generic: Beginnings,
}

/// The words of these kinds, with what the first of theirs stands for.
fn words<T: Copy, const N: usize>(kinds: [(&'static str, T); N]) -> impl Iterator<Item = (&'static str, T)> {
    rows(WORDS).filter_map(move |row| {
        let (_, value) = kinds.iter().find(|(kind, _)| row[1].split('|').any(|k| k == *kind))?;
        Some((row[0], *value))
    })
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    endings: Endings::new(rows(ACTIVITIES).filter_map(|row| {
        let kind = match *row.get(1)? {
            "event" => Kind::Event,
            "bare" => Kind::Bare,
            "act" => Kind::Act,
            "festival" => Kind::Festival,
            "none" => Kind::None,
            "project" => Kind::Project,
            _ => return None,
        };
        Some((row[0], kind))
    })),
    verbs: Endings::new(words([
        ("held", Verb::Held),
        ("act", Verb::Act),
        ("both", Verb::Both),
        ("join", Verb::Join),
        ("policy", Verb::Policy),
        ("none", Verb::None),
    ])),
    behind: Beginnings::new(words([("behind", ())])),
    openers: Beginnings::new(words([("opener", ())])),
    breaks: Beginnings::new(words([("break", true), ("kept", false)])),
    longer: Beginnings::new(words([("longer", true), ("other", false)])),
    words: Beginnings::new(words([("word", ())])),
    generic: Beginnings::new(words([("generic", ())])),
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
