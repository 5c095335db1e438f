//! Townships and grass-roots units by name: the index tells where a name may be, and the packed names there are read.

use super::bits::BitReader;
use super::memo::{self, Memo, Names};
use super::{Class, Form, Register, Sizes, build, names, start, variants};
use crate::chars::text;
use std::cell::RefCell;
use std::ops::Range;

/// A grass-roots unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Index of its township.
    pub town: u32,
    /// Last three digits of its code.
    pub serial: u16,
    /// Index in the table of forms.
    form: u8,
    /// The name without 社区, 村, 居委会.
    pub stem: String,
}

impl Unit {
    /// What stands behind the stem.
    pub fn form(&self) -> &'static Form {
        &names::FORMS[usize::from(self.form).min(names::FORMS.len() - 1)]
    }

    /// The official name, slips of the source mended: `秦西社区居民委员会`.
    pub fn canonical(&self) -> String {
        format!("{}{}", self.stem, self.form().canonical)
    }

    /// The name people use: `秦西社区`.
    pub fn everyday(&self) -> String {
        format!("{}{}", self.stem, self.form().everyday)
    }
}

/// A township.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Township {
    /// Index in the register.
    pub index: u32,
    /// Nine digits.
    pub code: u32,
    /// Everyday name: `幸福街道`.
    pub name: String,
}

impl Township {
    /// The scope that holds this township only.
    pub fn range(&self) -> Range<u32> {
        self.index..self.index + 1
    }
}

impl Register {
    /// The townships of this everyday name (`幸福街道`) in any of these scopes.
    pub fn townships(&self, name: &str, scopes: &[Range<u32>]) -> Vec<u32> {
        self.townships_at(&name.chars().collect::<Vec<_>>(), scopes)
    }

    /// As [`townships`](Self::townships), of folded characters.
    pub fn townships_at(&self, name: &[char], scopes: &[Range<u32>]) -> Vec<u32> {
        let mut found = Vec::new();
        self.each_township_of(name, scopes, |town| {
            if !found.contains(&town) {
                found.push(town);
            }
            true
        });
        found
    }

    /// The townships in these scopes that have this name but for their kind: 沙河乡 and 沙河镇 are 沙河街道 since, or a 地区 of
    /// Beijing; 乌镇 is 乌镇镇.
    pub fn townships_renamed(&self, name: &[char], scopes: &[Range<u32>]) -> Vec<u32> {
        let mut found = Vec::new();
        for_each_other(name, |other| found.extend(self.townships_at(other, scopes)));
        found
    }

    /// Whether a township may have this name but for its kind: quick.
    pub(crate) fn may_be_renamed(&self, name: &[char]) -> bool {
        let mut may = false;
        for_each_other(name, |other| may = may || self.may_know_township(other));
        may
    }

    /// Whether a township may have this everyday name: quick, and true of one other name in twenty.
    pub(crate) fn may_know_township(&self, name: &[char]) -> bool {
        self.town_filter.may_hold(name, [0].into_iter())
    }

    /// Whether a grass-roots unit of one of these classes may have this stem: quick, and true of one other in twenty.
    pub(crate) fn may_know_community(&self, stem: &[char], classes: &[Class]) -> bool {
        self.unit_filter.may_hold(stem, classes.iter().map(|class| *class as u64))
    }

    /// Whether any township in these scopes has this everyday name.
    pub fn knows_township(&self, name: &[char], scopes: &[Range<u32>]) -> bool {
        let mut known = false;
        self.each_township_of(name, scopes, |_| {
            known = true;
            false
        });
        known
    }

    /// The grass-roots units with this stem in any of these scopes, in order of code.
    pub fn communities(&self, stem: &str, scopes: &[Range<u32>]) -> Vec<Unit> {
        self.communities_at(&stem.chars().collect::<Vec<_>>(), scopes)
    }

    /// As [`communities`](Self::communities), of folded characters.
    pub fn communities_at(&self, stem: &[char], scopes: &[Range<u32>]) -> Vec<Unit> {
        let mut found = Vec::new();
        self.each_unit_of(stem, &Class::ALL, scopes, |town, serial, form| {
            let unit = Unit { town, serial, form, stem: text(stem) };
            if !found.contains(&unit) {
                found.push(unit);
            }
            true
        });
        found
    }

    /// Whether any grass-roots unit of one of these classes in these scopes has this stem.
    pub fn knows_community(&self, stem: &[char], classes: &[Class], scopes: &[Range<u32>]) -> bool {
        let mut known = false;
        self.each_unit_of(stem, classes, scopes, |_, _, form| {
            known = classes.contains(&names::FORMS[usize::from(form).min(names::FORMS.len() - 1)].class);
            !known
        });
        known
    }

    /// About how many townships have units of this stem, or counties townships of this name; counted up to `most` and one.
    pub(crate) fn places_of(&self, name: &[char], unit: bool, most: usize) -> usize {
        let mut count = 0;
        let index = if unit { &self.unit_index } else { &self.town_index };
        index.postings(name, |_| {
            count += 1;
            count <= most
        });
        count
    }

    /// A township by its index.
    pub fn town(&self, index: u32) -> Township {
        let mut found = Township { index, code: 0, name: String::new() };
        let county = self.counties.partition_point(|c| c.towns.end <= index);
        if let Some(area) = self.counties.get(county) {
            self.each_town(county, |town, serial, name| {
                if town == index {
                    found.code = area.code * 1000 + u32::from(serial);
                    found.name = name.iter().collect();
                }
                town != index
            });
        }
        found
    }

    /// The nine digits of a township; 0 where there is none.
    pub fn town_code(&self, index: u32) -> u32 {
        let mut code = 0;
        let county = self.counties.partition_point(|c| c.towns.end <= index);
        if let Some(area) = self.counties.get(county) {
            self.each_town(county, |town, serial, _| {
                code = if town == index { area.code * 1000 + u32::from(serial) } else { 0 };
                town != index
            });
        }
        code
    }

    /// The twelve digits of a grass-roots unit.
    pub fn code(&self, unit: &Unit) -> String {
        format!("{:012}", u64::from(self.town_code(unit.town)) * 1000 + u64::from(unit.serial))
    }

    /// All units of a township, in order of code.
    pub fn units(&self, town: u32) -> Vec<Unit> {
        let mut units = Vec::new();
        self.each_unit(town, |serial, form, stem| {
            units.push(Unit { town, serial, form, stem: stem.iter().collect() });
            true
        });
        units
    }

    /// Counts every level, by reading all of it.
    pub fn sizes(&self) -> Sizes {
        let townships = self.counties.last().map_or(0, |c| c.towns.end);
        let count =
            |town| BitReader::new(self.unit_bits, start(self.unit_starts, town as usize)).gamma() as usize;
        Sizes {
            provinces: self.provinces.len(),
            prefectures: self.prefectures.len(),
            counties: self.counties.len(),
            townships: townships as usize,
            communities: (0..townships).map(count).sum(),
        }
    }

    /// Hands the townships of a name to `each` until it answers `false`. One may come twice.
    fn each_township_of(&self, name: &[char], scopes: &[Range<u32>], mut each: impl FnMut(u32) -> bool) {
        if scopes.is_empty() || !self.may_know_township(name) {
            return;
        }
        self.town_index.postings(name, |county| {
            let towns = self.counties.get(county as usize).map_or(0..0, |c| c.towns.clone());
            let mut go_on = true;
            if scopes.iter().any(|scope| towns.start < scope.end && scope.start < towns.end) {
                self.each_town(county as usize, |town, _, other| {
                    if same(other, name) && scopes.iter().any(|scope| scope.contains(&town)) {
                        go_on = each(town);
                    }
                    go_on
                });
            }
            go_on
        });
    }

    /// Hands the units with a stem, some of them of these classes, to `each` until it answers `false`: township, serial and
    /// form. One may come twice.
    fn each_unit_of(
        &self,
        stem: &[char],
        classes: &[Class],
        scopes: &[Range<u32>],
        mut each: impl FnMut(u32, u16, u8) -> bool,
    ) {
        if scopes.is_empty() || !self.may_know_community(stem, classes) {
            return;
        }
        self.unit_index.postings(stem, |town| {
            let mut go_on = true;
            // Not the end when a posting lies behind the scopes: another name may share the fingerprint.
            if scopes.iter().any(|scope| scope.contains(&town)) {
                self.each_unit(town, |serial, form, other| {
                    if same(other, stem) {
                        go_on = each(town, serial, form);
                    }
                    go_on
                });
            }
            go_on
        });
    }

    /// Goes through the townships of a county, their serials and names, until `each` answers `false`.
    fn each_town(&self, county: usize, mut each: impl FnMut(u32, u16, &[char]) -> bool) {
        thread_local!(static MEMO: RefCell<Memo<Names<u16>>> = const { RefCell::new(Memo::new()) });
        let Some(area) = self.counties.get(county) else { return };
        let unpack = |towns: &mut Names<u16>| {
            towns.clear();
            let mut bits = BitReader::new(self.town_bits, start(self.town_starts, county));
            let alphabet = self.town_alphabet.decoder();
            let mut serial = 0;
            for _ in 0..bits.gamma() {
                serial += bits.gamma() as u16;
                towns.push(serial, |name| alphabet.name(&mut bits, name));
            }
        };
        memo::with(&MEMO, self.town_bits, county, unpack, |towns| {
            let _ =
                (area.towns.start..).zip(towns.iter()).all(|(town, (serial, name))| each(town, serial, name));
        });
    }

    /// Goes through the units of a township, their serials, forms and stems, until `each` answers `false`.
    fn each_unit(&self, town: u32, mut each: impl FnMut(u16, u8, &[char]) -> bool) {
        thread_local!(static MEMO: RefCell<Memo<Names<(u16, u8)>>> = const { RefCell::new(Memo::new()) });
        let unpack = |units: &mut Names<(u16, u8)>| {
            units.clear();
            let mut bits = BitReader::new(self.unit_bits, start(self.unit_starts, town as usize));
            let alphabet = self.unit_alphabet.decoder();
            let (mut serial, mut form) = (0, 0);
            for _ in 0..bits.gamma() {
                if bits.bit() {
                    serial += 1;
                } else {
                    form = bits.bits(build::FORM_BITS) as u8;
                    serial += bits.gamma() as u16;
                }
                units.push((serial, form), |stem| alphabet.name(&mut bits, stem));
            }
        };
        memo::with(&MEMO, self.unit_bits, town as usize, unpack, |units| {
            let _ = units.iter().all(|((serial, form), stem)| each(serial, form, stem));
        });
    }

    /// The everyday names of all townships of a county, and the stems and classes of all units of a township: for the
    /// filters.
    pub(super) fn all_names(&self, county: usize, towns: &mut Vec<String>, units: &mut Vec<(String, Class)>) {
        self.each_town(county, |town, _, name| {
            towns.push(name.iter().collect());
            self.each_unit(town, |_, form, stem| {
                units.push((stem.iter().collect(), names::FORMS[usize::from(form)].class));
                true
            });
            true
        });
    }
}

/// Whether two names are the same. Most have another first character.
fn same(one: &[char], other: &[char]) -> bool {
    one.first() == other.first() && one == other
}

/// Hands the names of another kind that a township of this name may have to `each`.
fn for_each_other(name: &[char], mut each: impl FnMut(&[char])) {
    const KINDS: [&[char]; 5] = [&['镇', '街', '道'], &['街', '道'], &['镇'], &['乡'], &['地', '区']];
    let Some((stem, kind)) = KINDS.iter().find_map(|kind| Some((name.strip_suffix(*kind)?, *kind))) else {
        return;
    };
    let (stem, kinds) = match (stem.len(), kind) {
        (1, ['镇']) => (name, &KINDS[1..3]),
        (..2, _) => return,
        _ => (stem, &KINDS[..]),
    };
    let mut other = ['\0'; 24];
    // 温滴楼满族乡 is 温滴楼镇 since.
    let plain = if stem.last() == Some(&'族') { variants::without_peoples(stem) } else { None };
    for more in kinds.iter().filter(|_| plain.is_some_and(|plain| plain.len() > 1)) {
        let plain = plain.unwrap_or_default();
        let length = plain.len() + more.len();
        if let Some(other) = other.get_mut(..length) {
            other[..plain.len()].copy_from_slice(plain);
            other[plain.len()..].copy_from_slice(more);
            each(other);
        }
    }
    for more in kinds.iter().filter(|more| stem.len() == name.len() || **more != kind) {
        let length = stem.len() + more.len();
        if let Some(other) = other.get_mut(..length) {
            other[..stem.len()].copy_from_slice(stem);
            other[stem.len()..].copy_from_slice(more);
            each(other);
        }
    }
}
