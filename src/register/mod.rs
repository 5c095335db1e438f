//! The official register of China's divisions: all five levels, read in place from one embedded file.
//!
//! The file is built by `examples/build_register.rs`; `data/register.md` says from what. Opening it reads the list of the
//! three upper levels (3,300 divisions); their names are looked up where they lie (`upper`), townships and grass-roots
//! units stay packed and are decoded a township at a time, where a filter lets a name pass.
//!
//! A grass-roots unit is looked up by its stem, the name without 社区, 村, 居委会: see [`names`].

mod bits;
pub mod build;
mod huffman;
mod index;
pub mod lookup;
pub mod names;
mod upper;
pub(crate) mod variants;

use bits::BitReader;
use huffman::Decoder;
use index::{Filter, Index};
pub use names::{Class, Form};
use simdutf8::basic::from_utf8;
use std::ops::Range;
use std::sync::OnceLock;
use upper::UpperNames;
pub use variants::NameSort;

static EMBEDDED: &[u8] = include_bytes!("../../data/register.bin");

const MAGIC: &[u8; 8] = b"JBREG\0\0\x02";
/// Sections that hold the register.
const SECTIONS: usize = 9;
/// Sections that are made of the others, to find names in them sooner.
const TABLES: usize = 5;

/// The scope of the whole country.
pub const EVERYWHERE: Range<u32> = 0..u32::MAX;

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

/// How many divisions a level has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Sizes {
    pub provinces: usize,
    pub prefectures: usize,
    pub counties: usize,
    pub townships: usize,
    pub communities: usize,
}

/// The register.
///
/// ```
/// use jianbao::register::Register;
/// let register = Register::embedded();
/// let area = register.areas("崇川区").next().expect("a district");
/// let towns = register.townships("幸福街道", &area.towns);
/// let units = register.communities("秦西", &register.town(towns[0]).range());
/// assert_eq!(register.code(&units[0]), "320613021004");
/// assert_eq!(units[0].canonical(), "秦西社区居民委员会");
/// ```
#[derive(Debug, Default)]
pub struct Register {
    /// In order of code, so that a county's follow its prefecture's.
    provinces: Vec<Area>,
    prefectures: Vec<Area>,
    counties: Vec<Area>,
    upper_names: UpperNames,
    town_alphabet: Alphabet,
    town_starts: &'static [u8],
    town_bits: &'static [u8],
    unit_alphabet: Alphabet,
    unit_starts: &'static [u8],
    unit_bits: &'static [u8],
    town_index: Index<'static>,
    unit_index: Index<'static>,
    town_filter: Filter<'static>,
    unit_filter: Filter<'static>,
}

/// The code of names; read when one is first looked at.
#[derive(Debug, Default)]
struct Alphabet {
    table: &'static [u8],
    decoder: OnceLock<Decoder>,
}

impl Alphabet {
    fn decoder(&self) -> &Decoder {
        self.decoder.get_or_init(|| Decoder::new(self.table).unwrap_or_default())
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
    /// Opens the register that comes with the library.
    pub fn embedded() -> Self {
        // Data of ours: a test reads all of it. A damaged build knows no division, but does not fail.
        Self::open(EMBEDDED).unwrap_or_default()
    }

    /// Opens a register from the bytes that [`build::Builder::finish`] gave.
    pub fn open(bytes: &'static [u8]) -> Option<Self> {
        let sections = Self::sections(bytes)?;
        let (parts, tables) = sections.split_first_chunk()?;
        let &[names, text, endings, towns, units] = tables.first_chunk::<TABLES>()?;
        let mut register = Self::of_parts(parts)?;
        register.upper_names = UpperNames::new(names, from_utf8(text).ok()?, endings);
        register.town_filter = Filter::new(towns);
        register.unit_filter = Filter::new(units);
        Some(register)
    }

    /// The sections of a packed register.
    fn sections(bytes: &'static [u8]) -> Option<Vec<&'static [u8]>> {
        let mut rest = bytes.strip_prefix(MAGIC)?.get(8..)?;
        let (head, body) = rest.split_at_checked(4 * (SECTIONS + TABLES))?;
        rest = body;
        let lengths = head.as_chunks::<4>().0.iter().map(|length| u32::from_le_bytes(*length) as usize);
        lengths
            .map(|length| {
                let section;
                (section, rest) = rest.split_at_checked(length)?;
                Some(section)
            })
            .collect()
    }

    /// A register without the tables that are made of it: it finds no names.
    fn of_parts(parts: &[&'static [u8]; SECTIONS]) -> Option<Self> {
        let &[upper, town_table, town_starts, town_bits, unit_table, unit_starts, unit_bits, towns, units] =
            parts;
        let mut register = Register {
            town_alphabet: Alphabet { table: town_table, ..Alphabet::default() },
            town_starts,
            town_bits,
            unit_alphabet: Alphabet { table: unit_table, ..Alphabet::default() },
            unit_starts,
            unit_bits,
            town_index: Index::new(towns)?,
            unit_index: Index::new(units)?,
            ..Register::default()
        };
        register.read_areas(from_utf8(upper).ok()?)?;
        Some(register)
    }

    fn read_areas(&mut self, table: &'static str) -> Option<()> {
        let mut town = 0;
        let mut begin = 0;
        for end in memchr::memchr_iter(b'\n', table.as_bytes()) {
            let line = &table[begin..end];
            begin = end + 1;
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            let code = line.bytes().take(digits).fold(0, |code, digit| code * 10 + u32::from(digit - b'0'));
            let name = line.get(digits + 1..)?;
            let area = |level, towns| Area { level, code, name, towns };
            match digits {
                2 => self.provinces.push(area(AreaLevel::Province, town..town)),
                4 => self.prefectures.push(area(AreaLevel::Prefecture, town..town)),
                _ => {
                    let start = start(self.town_starts, self.counties.len());
                    let end = town + BitReader::new(self.town_bits, start).gamma() as u32;
                    self.counties.push(area(AreaLevel::County, town..end));
                    town = end;
                    self.provinces.last_mut()?.towns.end = town;
                    self.prefectures.last_mut()?.towns.end = town;
                }
            }
        }
        Some(())
    }

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
        names.filter_map(|n| self.level(n.level).get(n.index))
    }

    /// The divisions of a level whose name of this sort, the longest from `low` on, ends the text; where it begins.
    pub fn areas_ending(
        &self,
        text: &[char],
        low: usize,
        level: AreaLevel,
        sort: NameSort,
    ) -> Option<(usize, Vec<&Area>)> {
        let mut hash = upper::HASH;
        let mut longest = None;
        for start in (low..text.len()).rev() {
            hash = upper::step(hash, text[start]);
            let length = text.len() - start;
            if length < 2 {
                continue;
            }
            if !self.upper_names.may_end(hash) {
                // No name ends with the last two characters.
                if length == 2 {
                    return None;
                }
                continue;
            }
            if self.areas_of(hash, length, sort).any(|a| a.level == level) {
                longest = Some((start, hash));
            }
        }
        let (start, hash) = longest?;
        let found = self.areas_of(hash, text.len() - start, sort).filter(|a| a.level == level);
        Some((start, found.collect()))
    }

    /// Whether the last two characters may end the name of a province, prefecture or county.
    pub fn ends_area(&self, text: &[char]) -> bool {
        match text {
            [.., a, b] => self.upper_names.may_end(upper::step(upper::step(upper::HASH, *b), *a)),
            _ => false,
        }
    }

    /// The other names of an area, short ones and former ones.
    pub fn other_names(&self, area: &Area) -> Vec<(NameSort, &str)> {
        let this =
            |n: &upper::UpperName| n.level == area.level && self.level(n.level).get(n.index) == Some(area);
        let mut names: Vec<_> = self.upper_names.iter().filter(this).map(|n| (n.sort, n.text)).collect();
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

    /// The townships of this everyday name (`幸福街道`) in a scope.
    pub fn townships(&self, name: &str, scope: &Range<u32>) -> Vec<u32> {
        self.townships_at(&name.chars().collect::<Vec<_>>(), scope)
    }

    /// As [`townships`](Self::townships), of folded characters.
    pub fn townships_at(&self, name: &[char], scope: &Range<u32>) -> Vec<u32> {
        let mut found = Vec::new();
        if !self.may_know_township(name) {
            return found;
        }
        self.town_index.postings(name, |county| {
            let towns = self.counties.get(county as usize).map_or(0..0, |c| c.towns.clone());
            if towns.start < scope.end && scope.start < towns.end {
                self.each_town(county as usize, |index, _, other| {
                    if scope.contains(&index) && other == name && !found.contains(&index) {
                        found.push(index);
                    }
                });
            }
            true
        });
        found
    }

    /// The townships in a scope that have this name but for their kind: 沙河乡 and 沙河镇 are 沙河街道 since.
    pub fn townships_renamed(&self, name: &[char], scope: &Range<u32>) -> Vec<u32> {
        const KINDS: [&str; 4] = ["镇街道", "街道", "镇", "乡"];
        let name: String = name.iter().collect();
        let Some((stem, kind)) = KINDS.iter().find_map(|k| Some((name.strip_suffix(k)?, *k))) else {
            return Vec::new();
        };
        if stem.chars().count() < 2 {
            return Vec::new();
        }
        let others = KINDS.iter().filter(|k| **k != kind);
        others.flat_map(|k| self.townships(&format!("{stem}{k}"), scope)).collect()
    }

    /// Whether a township may have this everyday name: quick, and true of one other name in twenty.
    pub(crate) fn may_know_township(&self, name: &[char]) -> bool {
        self.town_filter.may_hold(name, [0].into_iter())
    }

    /// Whether a grass-roots unit of one of these classes may have this stem: quick, and true of one other in twenty.
    pub(crate) fn may_know_community(&self, stem: &[char], classes: &[Class]) -> bool {
        self.unit_filter.may_hold(stem, classes.iter().map(|class| *class as u64))
    }

    /// Whether any township has this everyday name.
    pub fn knows_township(&self, name: &[char]) -> bool {
        let mut known = false;
        if !self.may_know_township(name) {
            return false;
        }
        self.town_index.postings(name, |county| {
            self.each_town(county as usize, |_, _, other| known |= other == name);
            !known
        });
        known
    }

    /// The grass-roots units with this stem in a scope, in order of code.
    pub fn communities(&self, stem: &str, scope: &Range<u32>) -> Vec<Unit> {
        self.communities_at(&stem.chars().collect::<Vec<_>>(), scope)
    }

    /// As [`communities`](Self::communities), of folded characters.
    pub fn communities_at(&self, stem: &[char], scope: &Range<u32>) -> Vec<Unit> {
        let mut found = Vec::new();
        if !self.may_know_community(stem, &Class::ALL) {
            return found;
        }
        self.unit_index.postings(stem, |town| {
            if scope.contains(&town) {
                self.each_unit(town, |serial, form, other| {
                    if other == stem {
                        let unit = Unit { town, serial, form, stem: other.iter().collect() };
                        if !found.contains(&unit) {
                            found.push(unit);
                        }
                    }
                    true
                });
            }
            // Not the end when a posting lies behind the scope: another name may share the fingerprint.
            true
        });
        found
    }

    /// Whether any grass-roots unit of one of these classes has this stem.
    pub fn knows_community(&self, stem: &[char], classes: &[Class]) -> bool {
        let mut known = false;
        if !self.may_know_community(stem, classes) {
            return false;
        }
        self.unit_index.postings(stem, |town| {
            self.each_unit(town, |_, form, other| {
                let class = names::FORMS.get(usize::from(form)).map(|f| f.class);
                known |= other == stem && class.is_some_and(|c| classes.contains(&c));
                !known
            });
            !known
        });
        known
    }

    /// A township by its index.
    pub fn town(&self, index: u32) -> Township {
        let mut found = Township { index, code: 0, name: String::new() };
        let county = self.counties.partition_point(|c| c.towns.end <= index);
        if let Some(area) = self.counties.get(county) {
            self.each_town(county, |i, serial, name| {
                if i == index {
                    found.code = area.code * 1000 + u32::from(serial);
                    found.name = name.iter().collect();
                }
            });
        }
        found
    }

    /// The twelve digits of a grass-roots unit.
    pub fn code(&self, unit: &Unit) -> String {
        format!("{:09}{:03}", self.town(unit.town).code, unit.serial)
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

    fn each_town(&self, county: usize, mut each: impl FnMut(u32, u16, &[char])) {
        let Some(area) = self.counties.get(county) else { return };
        let mut bits = BitReader::new(self.town_bits, start(self.town_starts, county));
        let alphabet = self.town_alphabet.decoder();
        let mut name = Vec::new();
        let mut serial = 0;
        for i in 0..bits.gamma() as u32 {
            serial += bits.gamma() as u16;
            alphabet.name(&mut bits, &mut name);
            each(area.towns.start + i, serial, &name);
        }
    }

    fn each_unit(&self, town: u32, mut each: impl FnMut(u16, u8, &[char]) -> bool) {
        let mut bits = BitReader::new(self.unit_bits, start(self.unit_starts, town as usize));
        let alphabet = self.unit_alphabet.decoder();
        let mut stem = Vec::new();
        let (mut serial, mut form) = (0, 0);
        for _ in 0..bits.gamma() {
            if bits.bit() {
                serial += 1;
            } else {
                form = bits.bits(build::FORM_BITS) as u8;
                serial += bits.gamma() as u16;
            }
            alphabet.name(&mut bits, &mut stem);
            if !each(serial, form, &stem) {
                return;
            }
        }
    }
}

fn start(starts: &[u8], i: usize) -> usize {
    let bytes = starts.get(i * 4..i * 4 + 4).and_then(|b| b.try_into().ok());
    bytes.map_or(usize::MAX / 16, |b| u32::from_le_bytes(b) as usize)
}

/// The checksum in the file's head: FNV-1a of all that follows it.
pub fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_register_is_whole() {
        let (head, body) = EMBEDDED.split_at(16);
        assert_eq!(checksum(body).to_le_bytes(), head[8..], "the file differs from what the generator wrote");
        assert!(EMBEDDED.len() < 5_000_000);
        let register = Register::embedded();
        let expected = Sizes {
            provinces: 31,
            prefectures: 342,
            counties: 2_978,
            townships: 41_352,
            communities: 620_573,
        };
        assert_eq!(expected, register.sizes());
    }

    #[test]
    fn the_tables_are_of_this_register() {
        let again = build::refresh(EMBEDDED).expect("a register");
        assert!(again == EMBEDDED, "run examples/build_register: names were changed");
    }

    #[test]
    fn every_unit_is_found_by_its_stem() {
        let register = Register::embedded();
        let mut checked = 0;
        for town in (0..register.sizes().townships as u32).step_by(211) {
            let township = register.town(town);
            assert!(register.townships(&township.name, &township.range()).contains(&town), "{township:?}");
            for unit in register.units(town) {
                assert!(register.communities(&unit.stem, &township.range()).contains(&unit), "{unit:?}");
                checked += 1;
            }
        }
        assert!(checked > 2_500);
    }

    #[test]
    fn names_have_their_codes() {
        let register = Register::embedded();
        let cases = [
            ("崇川区", "幸福街道", "秦西", "320613021004"),
            ("崇川区", "新城桥街道", "城南新村", "320613004002"),
            ("崇川区", "文峰街道", "凤凰", "320613008009"),
            ("崇川区", "唐闸镇街道", "大南", "320613017016"),
            ("崇川区", "唐闸镇街道", "西洋桥", "320613017002"),
            ("崇川区", "城东街道", "濠东", "320613001010"),
            ("南通经济技术开发区", "小海街道", "紫琅", "320671004007"),
            ("东城区", "东华门街道", "多福巷", "110101001001"),
        ];
        for (county, town, stem, code) in cases {
            let area = register.areas(county).next().expect(county);
            let towns = register.townships(town, &area.towns);
            let units = register.communities(stem, &register.town(towns[0]).range());
            assert_eq!(vec![code], units.iter().map(|u| register.code(u)).collect::<Vec<_>>(), "{stem}");
        }
    }

    #[test]
    fn unknown_names_are_unknown() {
        let register = Register::embedded();
        let name = |s: &str| s.chars().collect::<Vec<_>>();
        for stem in ["", "甲乙丙丁戊", "党员志愿者", "𠀀"] {
            assert!(!register.knows_community(&name(stem), &[Class::Community, Class::Village]), "{stem}");
        }
        assert!(register.knows_community(&name("凤凰"), &[Class::Community]));
        assert!(register.knows_township(&name("城东街道")));
        assert!(!register.knows_township(&name("东街道道")));
        assert_eq!(0, register.areas("崇川").count());
    }

    #[test]
    fn damaged_bytes_do_no_harm() {
        for cut in [0, 7, 20, 60, 4_000, 200_000, EMBEDDED.len() - 1] {
            let _ = Register::open(&EMBEDDED[..cut]).map(|r| r.sizes());
        }
    }
}
