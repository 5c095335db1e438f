//! Where an article plays: the divisions that it names, those that the rest of its page names, and the newspaper's home.

use crate::Document;
use crate::chars::plain;
use crate::dateline;
use crate::extract::Context;
use crate::extract::community::chain;
use crate::lexicon::{Beginnings, columns};
use crate::record::CommunityLevel;
use crate::register::{Area, AreaLevel, NameSort, Register};
use crate::split::BlockKind;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

static NEWSPAPERS: &str = include_str!("../../data/newspaper_home.tsv");

/// Counties and prefectures that a text names, as townships of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// In order, each once.
    pub counties: Vec<Range<u32>>,
    /// In order, each once.
    pub prefectures: Vec<Range<u32>>,
    /// Counties that share their name with another, where nothing tells which is meant.
    pub either: Vec<Range<u32>>,
    /// Counties that are called only by a name that they had before, and that name.
    pub former: Vec<(Range<u32>, String)>,
}

impl Places {
    /// Reads the divisions whose full or former name stands anywhere in the text. Of counties that share a name it is the
    /// one in a wider division that is named too, or in `home`.
    pub fn read(doc: &Document, home: Option<&Range<u32>>, register: &Register) -> Self {
        let mut places = Places::default();
        let mut counties: Vec<Vec<&Area>> = Vec::new();
        let mut now: Vec<u32> = Vec::new();
        let mut wide: Vec<Range<u32>> = home.cloned().into_iter().collect();
        for (i, &c) in doc.chars().iter().enumerate() {
            if !chain::KINDS.has(c) || !register.ends_area(&doc.chars()[..=i]) {
                continue;
            }
            let here = chain::ending(doc, register, i + 1);
            let find = |level, sort| here.areas(level, sort).map(|f| f.1);
            let county = |sort| {
                let found = here.areas(AreaLevel::County, sort).filter(|_| c != '省');
                // 推广到|城区: no county.
                let named = |f: &(usize, Vec<&Area>)| !chain::is_part_of_a_city(doc, register, f.0, &f.1);
                found.filter(named).map(|f| f.1)
            };
            if let Some(found) = county(NameSort::Full) {
                now.extend(found.iter().map(|area| area.towns.start));
                counties.push(found);
            } else if let Some(found) = find(AreaLevel::Prefecture, NameSort::Full) {
                places.prefectures.extend(found.iter().map(|a| a.towns.clone()));
            } else if let Some(found) = find(AreaLevel::Province, NameSort::Full) {
                wide.extend(found.iter().map(|a| a.towns.clone()));
            } else if let Some((start, found)) = here.areas(AreaLevel::County, NameSort::Former) {
                if let [one] = found[..] {
                    let name = doc.chars()[start..=i].iter().collect();
                    places.former.push((one.towns.clone(), name));
                }
                counties.push(found);
            }
        }
        counties.extend(wired_from(doc, register));
        wide.extend(places.prefectures.iter().cloned());
        for found in counties {
            let within: Vec<_> = found.iter().filter(|a| wide.iter().any(|w| inside(&a.towns, w))).collect();
            match (&within[..], &found[..]) {
                ([one], _) => places.counties.push(one.towns.clone()),
                ([], [one]) => places.counties.push(one.towns.clone()),
                ([], all) => places.either.extend(all.iter().map(|a| a.towns.clone())),
                (some, _) => places.either.extend(some.iter().map(|a| a.towns.clone())),
            }
        }
        places.former.retain(|(county, _)| !now.contains(&county.start));
        places.tidy();
        places
    }

    /// Reads the divisions that are named without their kind: a city where a name may begin (`在乌鲁木齐,`), a county
    /// behind what it lies in (`浙江安吉`).
    pub fn read_short(doc: &Document, register: &Register, lexicon: &chain::Lexicon) -> Self {
        let mut places = Places::default();
        for end in (2..=doc.len()).filter(|&end| register.ends_area(&doc.chars()[..end])) {
            let here = chain::ending(doc, register, end);
            if let Some((start, found)) = chain::county_in_short(&here) {
                let before = chain::ending(doc, register, start);
                let above = [AreaLevel::Prefecture, AreaLevel::Province].iter().find_map(|&level| {
                    [NameSort::Full, NameSort::Short].iter().find_map(|&sort| before.areas(level, sort))
                });
                let inside_above =
                    |a: &&&Area| above.iter().flat_map(|(_, wide)| wide).any(|w| inside(&a.towns, &w.towns));
                places.counties.extend(found.iter().filter(inside_above).map(|a| a.towns.clone()));
            }
            if let Some((start, found)) = chain::short(&here, AreaLevel::Prefecture)
                && chain::boundary(doc, register, lexicon, start)
            {
                places.prefectures.extend(found.iter().map(|a| a.towns.clone()));
            }
        }
        places.tidy();
        places
    }

    fn tidy(&mut self) {
        for ranges in [&mut self.counties, &mut self.prefectures, &mut self.either] {
            ranges.sort_by_key(|r| (r.start, r.end));
            ranges.dedup();
        }
    }

    fn extend(&mut self, other: &Places) {
        self.counties.extend(other.counties.iter().cloned());
        self.prefectures.extend(other.prefectures.iter().cloned());
        self.either.extend(other.either.iter().cloned());
        self.former.extend(other.former.iter().cloned());
        self.tidy();
    }
}

/// The county that an article was wired from, which its lead names without its kind: 本报舟曲8月9日电.
fn wired_from<'r>(doc: &Document, register: &'r Register) -> Option<Vec<&'r Area>> {
    const REACH: usize = 60;
    let body = doc.blocks().iter().find(|b| b.kind == BlockKind::Paragraph)?.span;
    let lead = &doc.chars()[body.start..body.end.min(body.start + REACH)];
    let start = lead.iter().position(|&c| c != ' ')?;
    let place = dateline::place(&lead[start..])?;
    let name = &lead[start + place.start..start + place.end];
    let found: Vec<_> = register.areas_at(name, NameSort::Short).collect();
    matches!(found[..], [one] if one.level == AreaLevel::County).then_some(found)
}

/// What the articles of one printed page say together: the places that they name, and the divisions that they settle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub(super) places: Places,
    home: Option<Range<u32>>,
    /// The prefecture that two or more counties named on the page lie in, and none outside it.
    pub(super) city: Option<Range<u32>>,
    /// By name and level: the code, where all articles that settle the name mean one division.
    settled: BTreeMap<(String, CommunityLevel), Option<String>>,
}

impl Page {
    /// A page of a paper of `home` whose articles name these places.
    pub fn new(all: &[Places], home: Option<Range<u32>>, register: &Register) -> Self {
        let mut page = Page { home, ..Page::default() };
        all.iter().for_each(|places| page.places.extend(places));
        let counties = &page.places.counties;
        let city = counties.first().and_then(|c| register.above(AreaLevel::Prefecture, c.start));
        let all_in = |city: &&Area| counties.len() > 1 && counties.iter().all(|c| inside(c, &city.towns));
        page.city = city.filter(all_in).map(|c| c.towns.clone());
        page
    }

    /// Takes a county for the paper's home, where no place on the page speaks against it.
    pub fn settle_home(&mut self, county: Range<u32>) -> bool {
        let Places { counties, .. } = &self.places;
        let may = counties.is_empty() || counties.contains(&county);
        if may {
            self.home = Some(county);
        }
        may
    }

    /// Takes in a division that an article settles.
    pub fn add_settled(&mut self, name: &str, level: CommunityLevel, code: &str) {
        let entry = self.settled.entry((name.to_owned(), level)).or_insert_with(|| Some(code.to_owned()));
        if entry.as_deref() != Some(code) {
            *entry = None;
        }
    }

    /// The code of the one division of this name that other articles settle.
    fn settled(&self, name: &str, level: CommunityLevel) -> Option<&str> {
        self.settled.get(&(name.to_owned(), level))?.as_deref()
    }
}

/// What an article, its page and its newspaper say about where it plays.
#[derive(Debug)]
pub struct Scene<'a> {
    pub(super) doc: &'a Document<'a>,
    register: &'a Register,
    pub(super) lexicon: &'a chain::Lexicon,
    pub(super) own: Places,
    pub(super) page: Option<&'a Page>,
    pub(super) home: Option<Range<u32>>,
    /// Whether it is asked what a name may mean.
    pub(super) explain: bool,
    short: OnceCell<Places>,
    /// The names of which it was asked what other articles of the page settle.
    asked: RefCell<Vec<(String, CommunityLevel)>>,
}

impl<'a> Scene<'a> {
    /// Reads the divisions named anywhere in the article, unless they are told, and its home.
    pub fn new(
        doc: &'a Document,
        context: &Context<'a>,
        register: &'a Register,
        lexicon: &'a chain::Lexicon,
        places: Option<Places>,
    ) -> Self {
        let home = match context.page {
            Some(page) => page.home.clone(),
            None => home_of(context, register),
        };
        let own = places.unwrap_or_else(|| Places::read(doc, home.as_ref(), register));
        Scene {
            doc,
            register,
            lexicon,
            own,
            page: context.page,
            home,
            explain: context.explain,
            short: OnceCell::new(),
            asked: RefCell::default(),
        }
    }

    /// The code of the one division of this name that other articles of the page settle.
    pub(super) fn settled(&self, name: &str, level: CommunityLevel) -> Option<&str> {
        self.asked.borrow_mut().push((name.to_owned(), level));
        self.page?.settled(name, level)
    }

    /// Whether what was settled might be otherwise by what a page settles since.
    pub(crate) fn depends_on(&self, page: &Page) -> bool {
        self.asked.borrow().iter().any(|(name, level)| page.settled(name, *level).is_some())
    }

    /// The scopes that a bare name is looked for in first.
    pub fn near(&self) -> Vec<Range<u32>> {
        self.places().chain(&self.own.either).chain(&self.home).cloned().collect()
    }

    /// As [`near`](Self::near), without a home that is a whole province.
    pub(super) fn near_city(&self) -> Vec<Range<u32>> {
        self.places().chain(self.city()).cloned().collect()
    }

    /// The counties and prefectures that the article and its page name.
    fn places(&self) -> impl Iterator<Item = &Range<u32>> {
        let all = [Some(&self.own), self.page.map(|p| &p.places)].into_iter().flatten();
        let city = self.page.and_then(|p| p.city.as_ref());
        all.flat_map(|p| p.counties.iter().chain(&p.prefectures)).chain(city)
    }

    /// Places named without their kind; read when nothing else settles a name.
    pub(super) fn short(&self) -> &Places {
        self.short.get_or_init(|| Places::read_short(self.doc, self.register, self.lexicon))
    }

    /// What the article, or else its page, calls the county that these places are in, where that is a name it had before.
    pub(super) fn former_county(&self, places: &[Range<u32>]) -> Option<&str> {
        let holds = |county: &Range<u32>| !places.is_empty() && places.iter().all(|p| inside(p, county));
        let in_article = self.own.former.iter();
        let in_page = self.page.iter().flat_map(|page| &page.places.former);
        let in_page = in_page.filter(|(county, _)| !self.own.counties.contains(county));
        in_article.chain(in_page).find(|(county, _)| holds(county)).map(|(_, name)| name.as_str())
    }

    /// Whether anything tells where the article plays.
    pub(crate) fn is_placed(&self) -> bool {
        self.home.is_some() || self.places().next().is_some()
    }

    /// The city that the paper is of: its home, or what all counties named on the page lie in.
    pub(super) fn own_city(&self) -> Option<Range<u32>> {
        let of_page = || {
            let counties = &self.page?.places.counties;
            let city = self.register.above(AreaLevel::Prefecture, counties.first()?.start)?;
            counties.iter().all(|county| inside(county, &city.towns)).then(|| city.towns.clone())
        };
        self.city().cloned().or_else(of_page)
    }

    /// Whether the article itself names no place.
    pub(crate) fn is_unplaced(&self) -> bool {
        let none = |p: &Places| p.counties.is_empty() && p.prefectures.is_empty() && p.either.is_empty();
        none(&self.own) && none(self.short())
    }

    /// The home, where it is a city or smaller.
    pub(super) fn city(&self) -> Option<&Range<u32>> {
        self.home.as_ref().filter(|home| {
            let within = |level| self.register.above(level, home.start).filter(|a| inside(home, &a.towns));
            within(AreaLevel::Prefecture).is_some()
                || within(AreaLevel::Province).is_some_and(|p| p.name.ends_with('市'))
        })
    }
}

/// The townships of an article's home: `--home`, else the newspaper's city.
pub(crate) fn home_of(context: &Context, register: &Register) -> Option<Range<u32>> {
    (context.home.and_then(|h| home(register, h)))
        .or_else(|| context.newspaper.and_then(|n| newspaper_home(register, n)))
        .map(|a| a.towns.clone())
}

pub(super) fn inside(inner: &Range<u32>, outer: &Range<u32>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The division that `江苏省南通市崇川区` means: names from left to right, each below the one before it. `None` where any
/// part of it is not in the register.
pub fn home<'a>(register: &'a Register, text: &str) -> Option<&'a Area> {
    let chars = plain(text);
    let mut at = 0;
    let mut found: Option<&Area> = None;
    while at < chars.len() {
        let next = (at + 2..=chars.len().min(at + 15)).rev().find_map(|end| {
            [NameSort::Full, NameSort::Short].iter().find_map(|&sort| {
                let area = register
                    .areas_at(&chars[at..end], sort)
                    .filter(|a| found.is_none_or(|f| inside(&a.towns, &f.towns) && a.level > f.level))
                    .min_by_key(|a| a.level)?;
                Some((end, area))
            })
        });
        let (end, area) = next?;
        (at, found) = (end, Some(area));
    }
    found
}

/// The city that a newspaper is of: from the list of papers, else from the beginning of its name.
pub fn newspaper_home<'a>(register: &'a Register, name: &str) -> Option<&'a Area> {
    static LISTED: LazyLock<Beginnings<&str>> =
        LazyLock::new(|| Beginnings::new(columns(NEWSPAPERS).map(|[name, home]| (name, home))));
    let chars = plain(name);
    if let Some(listed) = LISTED.get(&chars) {
        return Some(listed).filter(|h| *h != "-").and_then(|h| home(register, h));
    }
    (2..chars.len()).rev().find_map(|end| {
        let head = &chars[..end];
        let mut areas: Vec<&Area> =
            [NameSort::Full, NameSort::Short].iter().flat_map(|&s| register.areas_at(head, s)).collect();
        areas.sort_by_key(|a| a.level);
        areas.dedup_by_key(|a| (a.level, a.code));
        match &areas[..] {
            [first, ..] if first.level != AreaLevel::County => Some(*first),
            [only] => Some(*only),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homes_are_found_in_traditional_characters_too() {
        let register = Register::embedded();
        for name in ["济南日报", "濟南日報", "濟 南 日 報"] {
            assert_eq!(newspaper_home(&register, name).map(|a| a.name), Some("济南市"), "{name}");
        }
        assert_eq!(home(&register, "江蘇省南通市").map(|a| a.name), Some("南通市"));
    }
}
