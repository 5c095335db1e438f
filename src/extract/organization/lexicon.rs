//! The word lists: what names of bodies end with, what opens them, what stands before them, and what names nothing.

use crate::lexicon::{Beginnings, Endings, Kinds, columns};
use std::sync::LazyLock;

pub(super) static BODIES: &str = include_str!("../../../data/organizations.tsv");
pub(super) static FIELDS_OF_OFFICES: &str = include_str!("../../../data/organization_fields.tsv");
static BEFORE: &str = include_str!("../../../data/organization_before.tsv");
static WORDS: &str = include_str!("../../../data/organization_words.tsv");
static GENERIC: &str = include_str!("../../../data/organization_generic.tsv");

/// What sort of body an ending tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// A branch or committee of the Party below a named place or body: 党委, 党支部, 组织部.
    Party,
    /// 市委, 区委: the place is part of the ending.
    Committee,
    /// 总工会, 妇联, 团委, 残联.
    Mass,
    /// An office in charge of a field: 民政局, 文明办.
    Office,
    /// 政府, 办事处, 法院, and offices that their ending tells.
    Government,
    /// 派出所, 交警大队, 消防救援站.
    Police,
    /// 居委会, 村委会, 业委会.
    Residents,
    /// 公司, 律师事务所, 合作社, 工作室.
    Company,
    /// 银行, 支行.
    Bank,
    /// 大学, 小学, 幼儿园.
    School,
    /// 医院, 卫生服务中心.
    Hospital,
    /// 协会, 基金会.
    Association,
    /// 志愿服务队, 艺术团.
    Team,
    /// 队, 女排: those who play for a place.
    Side,
    /// 研究所, 设计院.
    Institute,
    /// 电视台, 报社.
    Media,
    /// 图书馆, 文化馆.
    Hall,
    /// 剧团, 文工团.
    Troupe,
    /// 菜市场, 老年大学: a body or a place, as its part in the sentence tells.
    Venue,
    /// 办公厅, 分校: a body where it is part of another.
    Part,
    /// 议会, 大使馆.
    Foreign,
    /// 空军, 参议院, 劳动党, 财政部: of a country that its name begins with.
    State,
    /// A whole name: 国务院, 世界卫生组织.
    Known,
}

impl Kind {
    fn named(label: &str) -> Option<Kind> {
        Some(match label {
            "party" => Kind::Party,
            "committee" => Kind::Committee,
            "mass" => Kind::Mass,
            "government" => Kind::Government,
            "police" => Kind::Police,
            "residents" => Kind::Residents,
            "company" => Kind::Company,
            "bank" => Kind::Bank,
            "school" => Kind::School,
            "hospital" => Kind::Hospital,
            "association" => Kind::Association,
            "team" => Kind::Team,
            "side" => Kind::Side,
            "institute" => Kind::Institute,
            "media" => Kind::Media,
            "hall" => Kind::Hall,
            "troupe" => Kind::Troupe,
            "venue" => Kind::Venue,
            "part" => Kind::Part,
            "foreign" => Kind::Foreign,
            "state" => Kind::State,
            "known" => Kind::Known,
            _ => return None,
        })
    }

    /// Whether such a body may be called by a name of its own, without a place or body before it: 青禾小学.
    pub(super) fn has_proper_names(self) -> bool {
        use Kind::{Association, Bank, Company, Hall, Hospital, Institute, Media, School, Troupe};
        matches!(self, Company | Bank | School | Hospital | Association | Institute | Media | Hall | Troupe)
    }
}

/// What a word before a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// The name begins behind it.
    Stop,
    /// Holds the characters of a stop and is none: 文化和旅游局.
    Join,
    /// A country.
    Country,
    /// 国家, 全国, 中国.
    National,
    /// A city or region of another country: 东京, 加州.
    Abroad,
}

/// The lists, ready to use.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub(super) bodies: Endings<Kind>,
    /// The words before 局, 厅, 委, 办, 署.
    pub(super) fields: Endings,
    pub(super) before: Endings<Before>,
    /// Endings that only names have, or nearly so.
    pub(super) strong: Endings,
    /// Endings of offices and teams that may be called by a name of their own: 石桥供销社.
    pub(super) own: Endings,
    /// What stands before a body that acts with another: 联合, 由.
    pub(super) joined: Endings,
    /// What follows a body that acts: 举办, 馆长.
    pub(super) does: Beginnings,
    /// What the last character of an ending goes on to: 局面.
    pub(super) longer: Beginnings,
    /// What ends like a division and is none: 社区, 城市.
    pub(super) no_level: Endings,
    /// What a clause says before an ending, and no name holds: 加快, 新一届.
    pub(super) clauses: Beginnings,
    /// What sort of firm a firm is, before its name: 企业, 单位.
    pub(super) sorts: Beginnings,
    /// Before an honour in marks: 被评为“爱婴医院”.
    pub(super) honours: Endings,
    /// Countries in short, before their ministries: 俄|外交部.
    pub(super) states: Endings,
    /// Endings that name nothing behind a place: 公司.
    pub(super) common: Beginnings,
    /// Offices that one of the same place may stand before in a row: 宣传部、|组织部.
    pub(super) offices: Endings,
    /// Whose name 司 may begin behind them: 教授|司徒明远.
    pub(super) bearers: Endings,
    /// What a side plays, and who plays in it: 中国|男子|足球|队.
    pub(super) sports: Endings,
    /// What one body does with another: 青禾中心|运营|社工站.
    pub(super) acts: Beginnings,
    /// What is done with any one: 考上|大学, 误闯|医院.
    pub(super) done: Endings,
    /// What many bodies are called: 胜利|派出所.
    pub(super) given: Beginnings,
    /// What begins a word behind a level that it may also end: 区|民政局, 市|场监局.
    pub(super) below: Beginnings,
    /// What is a word of its own behind an ending: 协会|会长.
    pub(super) apart: Beginnings,
    /// Bodies that need no place: 行署.
    pub(super) sole: Endings,
    /// How houses are called: 阳光花园|业委会.
    pub(super) estates: Endings,
    /// What stands between a place and an ending and names nothing: 重点.
    unnamed: Beginnings,
    generic: Beginnings,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let words = Kinds::of(WORDS);
    Lexicon {
        bodies: Endings::new(columns(BODIES).filter_map(|[body, kind]| Some((body, Kind::named(kind)?)))),
        fields: Endings::new(columns(FIELDS_OF_OFFICES).map(|[field]| (field, ()))),
        before: Endings::new(Kinds::of(BEFORE).told(&[
            ("stop", Before::Stop),
            ("join", Before::Join),
            ("country", Before::Country),
            ("national", Before::National),
            ("abroad", Before::Abroad),
        ])),
        strong: Endings::new(words.words("strong")),
        own: Endings::new(words.words("own")),
        joined: Endings::new(words.words("joined")),
        does: Beginnings::new(words.words("does")),
        longer: Beginnings::new(words.words("longer")),
        no_level: Endings::new(words.words("no level")),
        clauses: Beginnings::new(words.words("clause")),
        sorts: Beginnings::new(words.words("sort")),
        honours: Endings::new(words.words("honour")),
        states: Endings::new(words.words("state")),
        common: Beginnings::new(words.words("common")),
        offices: Endings::new(words.words("office")),
        bearers: Endings::new(words.words("bearer")),
        sports: Endings::new(words.words("sport")),
        acts: Beginnings::new(words.words("acts")),
        done: Endings::new(words.words("done")),
        given: Beginnings::new(words.words("given")),
        below: Beginnings::new(words.words("below")),
        apart: Beginnings::new(words.words("apart")),
        sole: Endings::new(words.words("sole")),
        estates: Endings::new(words.words("estate")),
        unnamed: Beginnings::new(words.words("unnamed")),
        generic: Beginnings::new(columns(GENERIC).map(|[word]| (word, ()))),
    }
});

/// The word lists of this extractor.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    /// Whether what stands between a place and an ending names nothing: 南通市|重点|中学.
    pub(super) fn names_nothing(&self, middle: &[char]) -> bool {
        self.unnamed.get(middle).is_some()
    }

    /// Whether `chars` are made of words that name nothing: 大型食品 (公司), 社区 (医院).
    pub(super) fn is_generic(&self, chars: &[char]) -> bool {
        self.generic.cover(chars)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;

    #[test]
    fn generic_words_cover_the_whole() {
        let generic = |s: &str| lexicon().is_generic(&s.chars().collect::<Vec<_>>());
        assert!(generic("") && generic("食品") && generic("大型食品") && generic("多家物业"));
        assert!(!generic("青禾食品") && !generic("食品青禾"));
    }

    #[test]
    fn words_are_sorted_and_of_a_kind() {
        let kinds = [
            "unnamed", "strong", "does", "joined", "longer", "no level", "clause", "common", "sort", "state",
            "honour", "office", "bearer", "own", "sport", "acts", "estate", "done", "given", "below",
            "apart", "sole",
        ];
        assert!(rows(WORDS).all(|row| row[1].split('|').all(|k| kinds.contains(&k))));
        assert!(rows(WORDS).is_sorted_by(|a, b| a[0] < b[0]), "sorted, without duplicates");
    }

    #[test]
    fn every_row_has_a_kind() {
        assert!(rows(BODIES).all(|row| Kind::named(row[1]).is_some()));
        assert_eq!(
            rows(BEFORE)
                .filter(|r| !["stop", "join", "country", "national", "abroad"].contains(&r[1]))
                .count(),
            0
        );
    }
}
