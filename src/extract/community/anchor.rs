//! The suffixes that a division's name ends with, and what may not follow them.

use super::lexicon::words;
use crate::Document;
use crate::anchor::{Anchors, Field};
use crate::chars::{CharSet, is_han};
use crate::lexicon::begins;
use crate::record::CommunityLevel;

/// What sort of division a suffix names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 社区.
    Community,
    /// 居委会, 居委, 居民委员会, 居民区, 社居委.
    Residents,
    /// 村.
    Village,
    /// 嘎查.
    Gacha,
    /// 街道.
    Street,
    /// 镇.
    Town,
    /// 乡.
    Rural,
    /// 苏木.
    Sumu,
    /// 地区 as a township of Beijing.
    District,
    /// 办事处 for the 街道 that it is the office of, as in Henan: 西关办事处.
    Office,
}

impl Kind {
    /// The level of such a division.
    pub fn level(self) -> CommunityLevel {
        match self {
            Kind::Community | Kind::Residents | Kind::Village | Kind::Gacha => CommunityLevel::Community,
            Kind::Street | Kind::Town | Kind::Rural | Kind::Sumu | Kind::District | Kind::Office => {
                CommunityLevel::Township
            }
        }
    }

    /// The name of the kind in the lexicons and in the register.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Community => "社区",
            Kind::Residents => "居委会",
            Kind::Village => "村",
            Kind::Gacha => "嘎查",
            Kind::Street | Kind::Office => "街道",
            Kind::Town => "镇",
            Kind::Rural => "乡",
            Kind::Sumu => "苏木",
            Kind::District => "地区",
        }
    }
}

/// A suffix in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// What it names.
    pub kind: Kind,
    /// Where the suffix begins.
    pub at: usize,
    /// Where the name ends.
    pub end: usize,
    /// Where an office behind the name ends (`街道办事处`), so that the next name may follow directly.
    pub reach: usize,
    /// Whether the character behind it makes another common word of it (乡下, 镇江, 村庄).
    pub doubtful: bool,
    /// Whether the name of an institution goes on behind it: 某镇文化站.
    pub borne: bool,
}

/// Characters behind 村 that make another word of it.
static AFTER_VILLAGE: CharSet = CharSet::of("庄落寨屯镇乡史规医晚超际企办播");
/// Characters behind 镇.
static AFTER_TOWN: CharSet = CharSet::of("江海静压定痛流守");
/// Characters behind 乡.
static AFTER_RURAL: CharSet = CharSet::of("村镇亲土愁情间下音绅贤风俗味邻里民");

/// Suffixes, or what they end with, of two characters; the others have one.
const PAIRS: &[&str] = &["社区", "民区", "地区", "民委", "居委", "街道", "苏木", "嘎查", "办事"];
const SINGLES: [char; 3] = ['村', '镇', '乡'];

/// Where a suffix may stand.
pub(crate) fn anchors(anchors: &mut Anchors) {
    PAIRS.iter().for_each(|pair| anchors.word(Field::Community, pair));
    SINGLES.iter().for_each(|&c| anchors.single(Field::Community, c));
}

/// All suffixes of a document, in text order.
pub fn all<'d>(doc: &'d Document<'_>) -> impl Iterator<Item = Anchor> + 'd {
    let mut at = 0;
    let places = std::iter::from_fn(move || {
        let place = doc.seek(Field::Community, at);
        at = place + 1;
        (place < doc.len()).then_some(place)
    });
    let anchors = places.filter_map(|place| match SINGLES.contains(&doc.char(place)) {
        true => read(doc, place),
        // A pair that only hashes like one of ours; the character is a place of its own.
        false if SINGLES.contains(&doc.char(place + 1)) => None,
        false => read(doc, place + 1),
    });
    // Most suffixes stand alone: 走进社区 has a word before it, 、社区 nothing. 社区社区 says nothing twice.
    anchors.filter(|anchor| {
        let last = doc.before(anchor.at);
        let (before, suffix) = doc.chars()[..anchor.end].split_at(anchor.at);
        let doubled = suffix.len() > 1 && before.ends_with(suffix);
        !doubled && (is_han(last) || last.is_ascii_alphanumeric() || last == '·')
    })
}

/// Whether the name of an institution goes on at `at`: it is meant then, not the township that it is called after. Offices of
/// the township itself (办事处, 政府, 党委) are none.
fn is_institution(doc: &Document, at: usize) -> bool {
    // What they are stands behind a field.
    let ends = |at: usize| words().institutions.starts(doc.rest(at));
    let field = |at: usize| words().fields.starts(doc.rest(at));
    begins!(doc.rest(at), ["法庭"])
        || (1..=4).take_while(|n| field(at + 2 * (n - 1))).any(|n| ends(at + 2 * n))
}

/// Whether what stands behind 街道 speaks of a street: 古城街道上挂满灯笼, but 学田街道上半年.
fn is_road(doc: &Document, at: usize) -> bool {
    match doc.char(at) {
        '上' => {
            !matches!(doc.char(at + 1), '半' | '月' | '周' | '个' | '下' | '报' | '门' | '述' | '级' | '榜')
        }
        '两' => matches!(doc.char(at + 1), '旁' | '侧' | '边'),
        '旁' => true,
        _ => false,
    }
}

/// Whether a school is named after the township before `at`: without a chain, the school is meant.
fn is_school(doc: &Document, at: usize) -> bool {
    // 某镇中学生 are people of the township.
    let school = words().schools.at_start(doc.rest(at));
    school.is_some_and(|(length, ())| doc.char(at + length) != '生')
}

/// The anchor whose last character of the suffix is at `i`.
pub fn read(doc: &Document, i: usize) -> Option<Anchor> {
    let mut anchor = suffix(doc, i)?;
    anchor.borne = anchor.kind.level() == CommunityLevel::Township
        && (is_institution(doc, anchor.end) || is_school(doc, anchor.end));
    Some(anchor)
}

fn suffix(doc: &Document, i: usize) -> Option<Anchor> {
    let anchor = |kind, at, end| Some(Anchor { kind, at, end, reach: end, doubtful: false, borne: false });
    let next = doc.char(i + 1);
    let doubtful = |kind, after: &CharSet| {
        Some(Anchor { kind, at: i, end: i + 1, reach: i + 1, doubtful: after.has(next), borne: false })
    };
    match doc.char(i) {
        '区' => match doc.before(i) {
            // 某社区卫生服务中心, 某社区医院 and 某社区大学 serve many communities, and are called after the place they
            // stand in.
            '社' if !doc.starts_with(i + 1, "街道") => {
                let doubtful = begins!(doc.rest(i + 1), ["卫生服务中心", "医院", "大学", "学院"]);
                Some(Anchor {
                    kind: Kind::Community,
                    at: i - 1,
                    end: i + 1,
                    reach: i + 1,
                    doubtful,
                    borne: false,
                })
            }
            '民' if doc.ends_with(i, "居民") => anchor(Kind::Residents, i - 2, i + 1),
            '地' => anchor(Kind::District, i - 1, i + 1),
            _ => None,
        },
        '村' => {
            // 大河村乡亲们, 大河村办起: no 乡村, no 村办企业.
            let other = match next {
                '乡' => matches!(doc.char(i + 2), '亲' | '贤' | '邻'),
                '办' => !matches!(doc.char(i + 2), '企' | '厂' | '公' | '小' | '学' | '集'),
                _ => false,
            };
            if other {
                return Some(Anchor {
                    kind: Kind::Village,
                    at: i,
                    end: i + 1,
                    reach: i + 1,
                    doubtful: false,
                    borne: false,
                });
            }
            // 碧江村心街 is a street.
            static SIDES: CharSet = CharSet::of("东西南北中前后大小新老心口头");
            let street = matches!(doc.char(i + 2), '街' | '路' | '巷') && SIDES.has(next);
            let longer = street || begins!(doc.rest(i + 1), ["社区", "居委", "街道", "居民委", "居民区"]);
            // 甘棠村民兵分队, 大河村民宿: no 村民.
            let people = next == '民'
                && !begins!(doc.rest(i + 1), ["民委员会", "民兵", "民宿", "民俗", "民歌", "民乐", "民办"]);
            // 平房村 | 村支书, 村口, 村史馆: the second is no suffix.
            static OF_A_VILLAGE: CharSet = CharSet::of("支干两官医级口部道里头史规务集风容主委组校小会");
            let office = doc.before(i) == '村' && OF_A_VILLAGE.has(next);
            if longer || people || office {
                return None;
            }
            let mut anchor = doubtful(Kind::Village, &AFTER_VILLAGE)?;
            // What is named after a village, and is not the village.
            anchor.doubtful |= words().namesakes.starts(doc.rest(i + 1));
            Some(anchor)
        }
        '委' => {
            let end = if next == '会' { i + 2 } else { i + 1 };
            let at = if doc.ends_with(i, "居民") && doc.starts_with(i + 1, "员会") {
                return residents(doc, i - 2, i + 3);
            } else if doc.ends_with(i, "社居") {
                i - 2
            } else if doc.before(i) == '居' {
                i - 1
            } else {
                return None;
            };
            residents(doc, at, end)
        }
        '道' if doc.before(i) == '街' => {
            let office = match doc.rest(i + 1) {
                ['办', '事', '处', ..] => 3,
                ['办', ..] => 1,
                _ => 0,
            };
            Some(Anchor {
                kind: Kind::Street,
                at: i - 1,
                end: i + 1,
                reach: i + 1 + office,
                doubtful: is_road(doc, i + 1),
                borne: false,
            })
        }
        '镇' | '乡' if is_school(doc, i + 1) => {
            let kind = if doc.char(i) == '镇' { Kind::Town } else { Kind::Rural };
            Some(Anchor { kind, at: i, end: i + 1, reach: i + 1, doubtful: true, borne: false })
        }
        '镇' if !doc.starts_with(i + 1, "街道") => doubtful(Kind::Town, &AFTER_TOWN),
        // 河西乡村民, but 乡村民宿.
        '乡' if next == '村' => {
            let mut anchor = doubtful(Kind::Rural, &AFTER_RURAL)?;
            anchor.doubtful = !begins!(doc.rest(i + 1), ["村民", "村委", "村干部", "村组"])
                || begins!(doc.rest(i + 1), ["村民宿", "村民俗", "村民居", "村民歌", "村民乐"]);
            Some(anchor)
        }
        // 新田乡事委员会: a body of the New Territories.
        '乡' if doc.starts_with(i + 1, "事委员会") => None,
        // 积石山保安族东乡族撒拉族自治县
        '乡' if next == '族' => None,
        '乡' => doubtful(Kind::Rural, &AFTER_RURAL),
        '木' if doc.before(i) == '苏' => anchor(Kind::Sumu, i - 1, i + 1),
        '查' if doc.before(i) == '嘎' => anchor(Kind::Gacha, i - 1, i + 1),
        '事' if doc.before(i) == '办' && next == '处' && !doc.ends_with(i - 1, "街道") => {
            anchor(Kind::Office, i - 1, i + 2)
        }
        _ => None,
    }
}

/// 居委会 behind 社区 is the community's committee: the community is named before it.
fn residents(doc: &Document, at: usize, end: usize) -> Option<Anchor> {
    (!doc.ends_with(at, "社区")).then_some(Anchor {
        kind: Kind::Residents,
        at,
        end,
        reach: end,
        doubtful: false,
        borne: false,
    })
}
