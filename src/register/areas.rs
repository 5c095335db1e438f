//! The three upper levels: provinces, prefectures and counties, by name, by place in a text, and by what holds what.

use super::upper::{self, UpperName};
use super::{NameSort, Register, variants};
use std::ops::Range;

/// A level of the register above the township.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaLevel {
    /// 省, 自治区, 直辖市.
    Province,
    /// 市, 州, 盟, 地区.
    Prefecture,
    /// 区, 县, 县级市, 旗, and the register's development zones.
    County,
}

/// A division of the three upper levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its level.
    pub level: AreaLevel,
    /// Two, four or six digits.
    pub code: u32,
    /// Full name; for the register's place-holders (`市辖区`, `省直辖县级行政区划`) as printed there.
    pub name: &'static str,
    /// Its townships, by index in the register.
    pub towns: Range<u32>,
}

impl Register {
    fn level(&self, level: AreaLevel) -> &[Area] {
        match level {
            AreaLevel::Province => &self.provinces,
            AreaLevel::Prefecture => &self.prefectures,
            AreaLevel::County => &self.counties,
        }
    }

    /// All divisions of an upper level, in order of code.
    pub fn all(&self, level: AreaLevel) -> &[Area] {
        self.level(level)
    }

    /// The provinces, prefectures and counties of this full name (`崇川区`, `凉山州`, `南通开发区`).
    pub fn areas<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Area> + use<'a> {
        self.areas_at(&name.chars().collect::<Vec<_>>(), NameSort::Full)
    }

    /// The divisions of an upper level that have this name of this sort.
    pub fn areas_at<'a>(&'a self, name: &[char], sort: NameSort) -> impl Iterator<Item = &'a Area> + use<'a> {
        self.areas_of(upper::hash(name.iter().rev().copied()), name.len(), sort)
    }

    fn areas_of<'a>(
        &'a self,
        hash: u64,
        length: usize,
        sort: NameSort,
    ) -> impl Iterator<Item = &'a Area> + use<'a> {
        let names = self.upper_names.of(hash).filter(move |n| n.sort == sort && n.length == length);
        names.filter_map(|n| self.area(&n))
    }

    fn area(&self, name: &UpperName) -> Option<&Area> {
        self.level(name.level).get(name.index)
    }

    /// The names from `low` on that end a text.
    pub fn areas_ending(&self, text: &[char], low: usize) -> Ending<'_> {
        let mut ending = Ending { register: self, names: Vec::new() };
        let mut hash = upper::HASH;
        for (start, &c) in text.iter().enumerate().skip(low).rev() {
            hash = upper::step(hash, c);
            let length = text.len() - start;
            if length < 2 {
                continue;
            }
            if self.upper_names.may_end(hash) {
                let names = self.upper_names.of(hash).filter(|name| name.length == length);
                ending.names.extend(names.map(|name| (start, name)));
            } else if length == 2 {
                // No name ends with the last two characters.
                break;
            }
        }
        ending
    }

    /// Whether the last two characters may end the name of a province, prefecture or county.
    #[inline]
    pub fn ends_area(&self, text: &[char]) -> bool {
        match text {
            [.., a, b] => self.upper_names.may_end(upper::step(upper::step(upper::HASH, *b), *a)),
            _ => false,
        }
    }

    /// The other names of an area, short ones and former ones.
    pub fn other_names(&self, area: &Area) -> Vec<(NameSort, &str)> {
        let this = |n: &UpperName| n.level == area.level && self.area(n) == Some(area);
        let all = self.upper_names.iter();
        let mut names: Vec<_> = all.filter(|(n, _)| this(n)).map(|(n, text)| (n.sort, text)).collect();
        // The 县 before a 区 is a guess of a rule that reads text; it is no name to tell people.
        let raised = variants::raised(area.name);
        names.retain(|n| n.1 != area.name && (n.0 != NameSort::Former || Some(n.1) != raised.as_deref()));
        names.sort_unstable();
        names
    }

    /// The division of a level that an area lies in.
    pub fn parent(&self, area: &Area, level: AreaLevel) -> Option<&Area> {
        let divisor = match (area.level, level) {
            (AreaLevel::County, AreaLevel::Prefecture) | (AreaLevel::Prefecture, AreaLevel::Province) => 100,
            (AreaLevel::County, AreaLevel::Province) => 10_000,
            _ => return None,
        };
        let areas = self.level(level);
        areas.binary_search_by_key(&(area.code / divisor), |a| a.code).ok().and_then(|i| areas.get(i))
    }

    /// The division of an upper level that holds a township.
    pub fn above(&self, level: AreaLevel, town: u32) -> Option<&Area> {
        let areas = self.level(level);
        // Areas without a township share their start with the next one: the last that begins at or before it.
        let next = areas.partition_point(|a| a.towns.start <= town);
        areas[..next].iter().rev().find(|a| a.towns.contains(&town))
    }

    /// The county that a code lies in.
    pub fn county_of(&self, code: &str) -> Option<&Area> {
        let county: u32 = code.get(..6)?.parse().ok()?;
        self.counties.binary_search_by_key(&county, |c| c.code).ok().and_then(|i| self.counties.get(i))
    }
}

/// The names of upper divisions that a text ends with.
#[derive(Debug)]
pub struct Ending<'r> {
    register: &'r Register,
    /// Where each begins: the shortest first.
    names: Vec<(usize, UpperName)>,
}

impl<'r> Ending<'r> {
    /// Whether no name ends there.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Keeps the names that hold, by where they begin and their sort.
    pub fn retain(&mut self, holds: impl Fn(usize, NameSort) -> bool) {
        self.names.retain(|(start, name)| holds(*start, name.sort));
    }

    /// Where the longest name of a level and sort begins.
    pub fn start(&self, level: AreaLevel, sort: NameSort) -> Option<usize> {
        self.names.iter().rev().find(|(_, n)| n.level == level && n.sort == sort).map(|(start, _)| *start)
    }

    /// The divisions of a level whose name of this sort is the longest; and where it begins.
    pub fn areas(&self, level: AreaLevel, sort: NameSort) -> Option<(usize, Vec<&'r Area>)> {
        let start = self.start(level, sort)?;
        let of = |(at, n): &&(usize, UpperName)| *at == start && n.level == level && n.sort == sort;
        Some((start, self.names.iter().filter(of).filter_map(|(_, n)| self.register.area(n)).collect()))
    }
}
