//! The word lists: what names of activities end with, and the verbs and empty words around them.

use crate::lexicon::{Beginnings, Endings, Kinds};
use std::sync::LazyLock;

pub(super) static ACTIVITIES: &str = include_str!("../../../data/activities.tsv");
static WORDS: &str = include_str!("../../../data/activity_words.tsv");

/// 联欢晚会 and the like have so many characters at most.
const LONGEST_GATHERING: usize = 4;

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
    /// Behind those who held it: 由市文旅局|主办.
    pub(super) hosts: Beginnings,
    /// What no name holds (`true`), and the words that begin like it and may stand in one: 不, 不文明.
    pub(super) breaks: Beginnings<bool>,
    /// What an ending goes on to (`true`), and other words that begin like it: 前, 前来.
    pub(super) longer: Beginnings<bool>,
    /// Words that begin with the last character of an ending: 节目.
    pub(super) words: Beginnings,
    /// What ends a subject without a name of its own: 社区, 村里.
    pub(super) subjects: Endings,
    /// What ends the name of a body behind 联合: 物业, 高校.
    pub(super) partners: Endings,
    /// Before a place or body: it holds nothing. 在|社区|举办.
    pub(super) objects: Endings,
    /// The same, before what else is no subject: 对, 来到.
    pub(super) prepositions: Beginnings,
    /// Between a subject and its verb: 社区|再|办.
    pub(super) adverbs: Beginnings,
    /// Between those who hold something together: 社区|联合|物业.
    pub(super) joints: Beginnings,
    /// End a clause that says who told what follows: 记者从市教育局|获悉.
    pub(super) tellers: Endings,
    /// Before those who are told to do something: 县教育局|要求|各学校.
    pub(super) orders: Beginnings,
    /// Behind a place, of the verb: 在八一广场|隆重|举行.
    pub(super) manners: Beginnings,
    /// End what stands behind 在 and is no place: 在活动|期间.
    pub(super) occasions: Endings,
    /// Behind a body, of a person's title: 市委|常委.
    pub(super) titles: Beginnings,
    /// End what a body behind it may have held: 演出.
    pub(super) sorts: Endings,
    /// Begin bodies that are not told: 各, 许多.
    pub(super) vague: Beginnings,
    /// End bodies in which others hold things: 馆.
    pub(super) houses: Endings,
    /// Behind a verb, make a noun of it: 开幕|式.
    pub(super) nominal: Beginnings,
    /// Count activities: 场.
    pub(super) classifiers: Beginnings,
    /// Begin with 上 and do not say where: 上周.
    pub(super) upper: Beginnings,
    /// End days that tell what sort an activity is: 春季|运动会.
    pub(super) seasons: Endings,
    /// Behind a day, make it none of an activity: 国庆节|前夕.
    pub(super) coming: Beginnings,
    generic: Beginnings,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let words = Kinds::of(WORDS);
    Lexicon {
        endings: Endings::new(Kinds::of(ACTIVITIES).told(&[
            ("event", Kind::Event),
            ("bare", Kind::Bare),
            ("act", Kind::Act),
            ("festival", Kind::Festival),
            ("project", Kind::Project),
            ("none", Kind::None),
        ])),
        verbs: Endings::new(words.told(&[
            ("held", Verb::Held),
            ("act", Verb::Act),
            ("both", Verb::Both),
            ("join", Verb::Join),
            ("policy", Verb::Policy),
            ("none", Verb::None),
        ])),
        behind: Beginnings::new(words.words("behind")),
        openers: Beginnings::new(words.words("opener")),
        breaks: Beginnings::new(words.told(&[("break", true), ("kept", false)])),
        longer: Beginnings::new(words.told(&[("longer", true), ("other", false)])),
        words: Beginnings::new(words.words("word")),
        subjects: Endings::new(words.words("subject")),
        partners: Endings::new(words.words("partner")),
        objects: Endings::new(words.words("object")),
        prepositions: Beginnings::new(words.words("object")),
        adverbs: Beginnings::new(words.words("adverb")),
        joints: Beginnings::new(words.words("joint")),
        tellers: Endings::new(words.words("teller")),
        orders: Beginnings::new(words.words("order")),
        manners: Beginnings::new(words.words("manner")),
        occasions: Endings::new(words.words("occasion")),
        titles: Beginnings::new(words.words("title")),
        hosts: Beginnings::new(words.words("host")),
        sorts: Endings::new(words.words("sort")),
        vague: Beginnings::new(words.words("vague")),
        houses: Endings::new(words.words("house")),
        nominal: Beginnings::new(words.words("nominal")),
        classifiers: Beginnings::new(words.words("classifier")),
        upper: Beginnings::new(words.words("upper")),
        seasons: Endings::new(words.words("season")),
        coming: Beginnings::new(words.words("coming")),
        generic: Beginnings::new(words.words("generic")),
    }
});

/// The word lists of this extractor.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// Whether an ending of a gathering that is held begins `chars`, which is called by the word before: (春节)团拜会.
pub(crate) fn begins_gathering(chars: &[char]) -> bool {
    let held = |length: usize| {
        let kind = chars.get(..length).and_then(|ending| lexicon().endings.get(ending));
        matches!(kind, Some(Kind::Event | Kind::Bare))
    };
    (2..=LONGEST_GATHERING).any(held)
}

impl Lexicon {
    /// Whether `chars` are made of words that say nothing about an activity: 一系列主题 (活动).
    pub(super) fn is_generic(&self, chars: &[char]) -> bool {
        self.generic.cover(chars)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;

    #[test]
    fn every_word_is_of_a_kind() {
        let kinds = [
            "held",
            "act",
            "both",
            "join",
            "policy",
            "none",
            "behind",
            "generic",
            "opener",
            "break",
            "kept",
            "longer",
            "other",
            "word",
            "subject",
            "partner",
            "object",
            "adverb",
            "joint",
            "teller",
            "order",
            "manner",
            "occasion",
            "title",
            "host",
            "sort",
            "vague",
            "house",
            "nominal",
            "classifier",
            "upper",
            "season",
            "coming",
        ];
        assert!(rows(WORDS).all(|row| row[1].split('|').all(|k| kinds.contains(&k))));
        let endings = ["event", "bare", "act", "festival", "project", "none"];
        assert!(rows(ACTIVITIES).all(|row| endings.contains(&row[1])));
    }
}
