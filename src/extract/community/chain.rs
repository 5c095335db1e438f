//! The divisions printed directly before a name, read from right to left: 江苏省 | 南通市 | 崇川区 | 幸福街道.

pub use super::lexicon::Lexicon;
use crate::Document;
use crate::chars::{self, CharSet, is_han, is_separator};
use crate::lexicon::ends;
use crate::register::variants::BARE_ZONES;
use crate::register::{Area, AreaLevel, Ending, NameSort, Register};
use std::ops::Range;

/// The divisions above a name, as far as they are printed before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// Where the chain begins.
    pub start: usize,
    /// Full name.
    pub province: Option<String>,
    /// Full name.
    pub prefecture: Option<String>,
    /// Full name; a development zone as printed.
    pub county: Option<String>,
    /// Full name.
    pub township: Option<String>,
    /// The townships of the register that the chain leaves; empty where the register does not know it.
    pub scope: Vec<Range<u32>>,
}

impl Chain {
    /// Whether nothing stands before the name.
    pub fn is_empty(&self) -> bool {
        self.province.is_none()
            && self.prefecture.is_none()
            && self.county.is_none()
            && self.township.is_none()
    }
}

/// The longest name of an upper division that is read.
const LONGEST: usize = 15;

/// What the full names of upper divisions end with.
pub static KINDS: CharSet = CharSet::of("区县市旗州盟省");

/// The longest without its kind.
const LONGEST_SHORT: usize = 8;

/// Endings of development zones that the register may not have; longer ones first.
const ZONES: &[&str] = &[
    "高新技术产业开发区",
    "经济技术开发区",
    "旅游度假区",
    "风景名胜区",
    "经济开发区",
    "综合保税区",
    "自由贸易区",
    "工业园区",
    "产业园区",
    "科技园区",
    "风景区",
    "开发区",
    "经开区",
    "高新区",
    "示范区",
    "管理区",
    "度假区",
    "保税区",
    "试验区",
    "实验区",
    "合作区",
    "新区",
    "园区",
];

/// Counties whose name says nothing without the city before it.
const DEPENDENT: &[&str] = &["城区", "郊区", "矿区"];

/// Reads the chain of provinces, prefectures and counties that ends at `end`.
pub fn read(doc: &Document, register: &Register, lexicon: &Lexicon, end: usize) -> Option<Chain> {
    let here = ending(doc, register, end);
    if here.is_empty() && !matches!(doc.before(end), '区' | '县' | '旗') {
        return None;
    }
    let mut chain = Chain { start: end, ..Chain::default() };
    let mut counties = here.areas(AreaLevel::County, NameSort::Full);
    counties = counties.filter(|(start, found)| !is_part_of_a_city(doc, register, *start, found));
    let mut former = false;
    if counties.is_none() {
        counties = here.areas(AreaLevel::County, NameSort::Former);
        former = counties.is_some();
    }
    // 湖南麻阳: a county without its kind, told by the province or city before it.
    if counties.is_none() {
        counties = county_in_short(&here).filter(|(start, found)| {
            let before = ending(doc, register, *start);
            // 南宁市北投…: 市北 is no county of 南宁.
            let within = |areas: &[&Area]| {
                found.iter().any(|c| {
                    areas.iter().any(|a| a.towns.start <= c.towns.start && c.towns.end <= a.towns.end)
                })
            };
            [AreaLevel::Province, AreaLevel::Prefecture].iter().any(|&level| {
                before.areas(level, NameSort::Full).is_some_and(|(_, areas)| within(&areas))
                    || before.areas(level, NameSort::Short).is_some_and(|(start, areas)| {
                        within(&areas) && boundary(doc, register, lexicon, start)
                    })
            })
        });
    }
    if let Some((start, found)) = &counties {
        chain.start = *start;
        let printed = chars::text(&doc.chars()[*start..end]);
        let zone = ZONES.iter().any(|z| printed.ends_with(z));
        chain.county = Some(if zone || former { printed } else { found[0].name.to_owned() });
    } else if let Some(start) = zone(doc, register, lexicon, end).or_else(|| unlisted(doc, register, end)) {
        chain.start = start;
        chain.county = Some(chars::text(&doc.chars()[start..end]));
    }
    let mut here = if chain.start == end { here } else { ending(doc, register, chain.start) };
    let mut above = |level| {
        let short = || short(&here, level).filter(|(start, _)| boundary(doc, register, lexicon, *start));
        let (start, found) = here.areas(level, NameSort::Full).or_else(short)?;
        here = ending(doc, register, start);
        chain.start = start;
        Some(found)
    };
    let prefectures = above(AreaLevel::Prefecture);
    let provinces = above(AreaLevel::Province);
    chain.prefecture = prefectures.as_ref().map(|p| p[0].name.to_owned());
    chain.province = provinces.as_ref().map(|p| p[0].name.to_owned());
    if let (Some(_), None, Some(p)) = (&counties, &prefectures, &provinces)
        && p[0].code < 100
        && matches!(p[0].name, "北京市" | "天津市" | "上海市" | "重庆市")
    {
        chain.prefecture = Some(p[0].name.to_owned());
    }
    if chain.is_empty() {
        return None;
    }
    chain.scope = scope(register, &chain, counties.map(|c| c.1), prefectures, provinces);
    Some(chain)
}

/// The townships below the narrowest level that the register knows, within the wider ones.
fn scope(
    register: &Register,
    chain: &Chain,
    counties: Option<Vec<&Area>>,
    prefectures: Option<Vec<&Area>>,
    provinces: Option<Vec<&Area>>,
) -> Vec<Range<u32>> {
    let ranges = |areas: Vec<&Area>| areas.iter().map(|a| a.towns.clone()).collect::<Vec<_>>();
    let wide = prefectures.or(provinces).map(ranges);
    let narrow = match (counties, &chain.county, &wide) {
        (Some(counties), ..) => Some(ranges(counties)),
        (None, Some(printed), Some(wide)) => zones_within(register, printed, wide),
        _ => None,
    };
    match (narrow, wide) {
        (Some(narrow), Some(wide)) => {
            narrow.into_iter().filter(|n| wide.iter().any(|w| w.start <= n.start && n.end <= w.end)).collect()
        }
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => Vec::new(),
    }
}

/// The register's zones in `wide` that a printed zone without a place of its own may mean.
pub fn zones_within(register: &Register, printed: &str, wide: &[Range<u32>]) -> Option<Vec<Range<u32>>> {
    let endings = BARE_ZONES.iter().find(|(bare, _)| printed.ends_with(bare))?.1;
    let zones: Vec<_> = (register.all(AreaLevel::County).iter())
        .filter(|a| wide.iter().any(|w| w.start <= a.towns.start && a.towns.end <= w.end))
        .filter(|a| endings.iter().any(|e| a.name.ends_with(e)))
        .map(|a| a.towns.clone())
        .collect();
    (!zones.is_empty()).then_some(zones)
}

/// Whether a county of this name is only some city's 城区, since none stands before it.
pub fn is_part_of_a_city(doc: &Document, register: &Register, start: usize, found: &[&Area]) -> bool {
    let city = || {
        let before = ending(doc, register, start);
        [NameSort::Full, NameSort::Short]
            .iter()
            .any(|&sort| before.start(AreaLevel::Prefecture, sort).is_some())
    };
    found.first().is_some_and(|area| DEPENDENT.contains(&area.name)) && !city()
}

/// The names of provinces, prefectures and counties that end at `end`.
pub fn ending<'r>(doc: &Document, register: &'r Register, end: usize) -> Ending<'r> {
    // No name holds a separator, so none need be looked for.
    let whole = KINDS.has(doc.before(end));
    let longest = if whole { LONGEST } else { LONGEST_SHORT };
    let mut found = register.areas_ending(&doc.chars()[..end], end.saturating_sub(longest));
    found.retain(|start, sort| if sort == NameSort::Short { end - start <= LONGEST_SHORT } else { whole });
    found
}

/// The counties that are named without their kind. 恩施 and 南昌 are the prefectures, not the counties of the name in them.
pub fn county_in_short<'r>(here: &Ending<'r>) -> Option<(usize, Vec<&'r Area>)> {
    let (start, found) = here.areas(AreaLevel::County, NameSort::Short)?;
    (here.start(AreaLevel::Prefecture, NameSort::Short) != Some(start)).then_some((start, found))
}

/// The divisions of a level that are named without their kind. 海南 and 吉林 are the provinces, not the prefectures of the
/// name.
pub fn short<'r>(here: &Ending<'r>, level: AreaLevel) -> Option<(usize, Vec<&'r Area>)> {
    let start = here.start(level, NameSort::Short)?;
    let wider =
        level == AreaLevel::Prefecture && here.start(AreaLevel::Province, NameSort::Short) == Some(start);
    if wider { None } else { here.areas(level, NameSort::Short) }
}

/// Where a development zone that ends at `end` begins, its place included.
fn zone(doc: &Document, register: &Register, lexicon: &Lexicon, end: usize) -> Option<usize> {
    if doc.before(end) != '区' {
        return None;
    }
    let zone = ZONES.iter().find(|z| doc.ends_with(end, z))?;
    let mut start = end - zone.chars().count();
    for more in ["经济", "技术", "高新", "综合", "现代", "循环"] {
        if doc.ends_with(start, more) {
            start -= 2;
        }
    }
    let here = ending(doc, register, start);
    for level in [AreaLevel::County, AreaLevel::Prefecture] {
        for sort in [NameSort::Full, NameSort::Short] {
            if let Some(place) = here.start(level, sort) {
                return Some(place);
            }
        }
    }
    let bare = ["开发区", "经开区", "高新区"].iter().any(|z| zone.ends_with(z));
    if bare && boundary(doc, register, lexicon, start) {
        return Some(start);
    }
    // A name of two or three characters: 郑东新区, 天府新区.
    (2..=3)
        .filter_map(|n| start.checked_sub(n))
        .find(|&s| doc.chars()[s..start].iter().all(|&c| is_han(c)) && boundary(doc, register, lexicon, s))
}

/// Where a county begins that no list has, told by the prefecture before it.
fn unlisted(doc: &Document, register: &Register, end: usize) -> Option<usize> {
    let common = || {
        ends!(
            &doc.chars()[..end],
            [
                "市区", "城区", "郊区", "辖区", "山区", "地区", "小区", "社区", "园区", "景区", "校区",
                "片区", "全县", "各县"
            ]
        )
    };
    if !matches!(doc.before(end), '区' | '县' | '旗') || common() {
        return None;
    }
    (2..=4).filter_map(|n| end.checked_sub(n)).find(|&start| {
        ending(doc, register, start).start(AreaLevel::Prefecture, NameSort::Full).is_some()
            && doc.chars()[start..end].iter().all(|&c| is_han(c))
    })
}

/// Whether a name may begin at `at` by what stands before it: nothing, a separator, a listed word, a full division.
pub fn boundary(doc: &Document, register: &Register, lexicon: &Lexicon, at: usize) -> bool {
    at == 0
        || !is_han(doc.before(at))
        || matches!(doc.before(at), '日' | '和' | '与' | '及' | '至')
        || lexicon.before(doc.chars(), at) > 0
        || {
            let before = ending(doc, register, at);
            before.start(AreaLevel::Prefecture, NameSort::Full).is_some()
                || before.start(AreaLevel::Province, NameSort::Full).is_some()
                || before.start(AreaLevel::Province, NameSort::Short).is_some()
        }
}

/// The first position of the run without separators that ends at `end`, at most `most` back.
pub fn floor(doc: &Document, end: usize, most: usize) -> usize {
    let low = end.saturating_sub(most);
    (low..end).rev().find(|&i| is_separator(doc.char(i))).map_or(low, |i| i + 1)
}
