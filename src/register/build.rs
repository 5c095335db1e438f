//! Packs the register: the writing side of `Register`, used by the generator.

use super::bits::BitWriter;
use super::huffman::{END, Encoder};
use super::index::Filter;
use super::{MAGIC, Register, SECTIONS, TABLES, checksum, index, names, upper};
use std::collections::BTreeMap;

/// Bits of a form's index.
pub(super) const FORM_BITS: u32 = 5;

/// Pages of the index of townships, and of that of grass-roots units: about 17 names a page.
const TOWN_PAGES: u32 = 2_048;
const UNIT_PAGES: u32 = 16_384;

/// Bits of the filters of their names: one stretch of text in twenty that is no name is looked for.
const TOWN_FILTER: u32 = 18;
const UNIT_FILTER: u32 = 21;

/// Collects rows and packs them.
#[derive(Debug, Default)]
pub struct Builder {
    rows: BTreeMap<String, String>,
}

impl Builder {
    /// An empty register.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a row: a code of 2, 4, 6, 9 or 12 digits and its name as the source prints it.
    ///
    /// # Errors
    ///
    /// A message, if the code is none of these or comes twice.
    pub fn row(&mut self, code: &str, name: &str) -> Result<(), String> {
        if !matches!(code.len(), 2 | 4 | 6 | 9 | 12) || !code.bytes().all(|b| b.is_ascii_digit()) {
            return Err(format!("not a division code: {code}"));
        }
        if name.trim().is_empty() {
            return Err(format!("{code}: no name"));
        }
        if self.rows.contains_key(code) {
            return Err(format!("{code}: twice"));
        }
        self.rows.insert(code.to_owned(), name.trim().to_owned());
        Ok(())
    }

    fn level(&self, digits: usize) -> impl Iterator<Item = (&str, &str)> {
        self.rows.iter().filter(move |(code, _)| code.len() == digits).map(|(c, n)| (c.as_str(), n.as_str()))
    }

    /// The rows of one level below a code.
    fn below(&self, code: &str, digits: usize) -> impl Iterator<Item = (u64, &str)> {
        let end = format!("{code}:"); // ':' follows '9'
        (self.rows.range(code.to_owned()..end).filter(move |(c, _)| c.len() == digits))
            .map(move |(c, n)| (c[digits - 3..].parse().unwrap_or(0), n.as_str()))
    }

    fn name(&self, code: &str) -> &str {
        self.rows.get(code).map_or("", String::as_str)
    }

    /// The everyday name of a township, without the divisions above it, which the source prints before all of some counties:
    /// 博爱县磨头镇.
    fn town<'a>(&self, code: &str, printed: &'a str) -> &'a str {
        let mut name = names::township(printed);
        for above in [2, 4, 6].map(|digits| self.name(&code[..digits])) {
            let rest = name.strip_prefix(above).filter(|_| !above.is_empty());
            let rest = rest.map(|rest| rest.strip_prefix("人民政府").unwrap_or(rest));
            // 芒市镇, 七星区街道: called after the county.
            let is_own = |rest: &&str| {
                ["街道", "镇", "乡"]
                    .iter()
                    .any(|kind| rest.strip_suffix(kind).is_some_and(|stem| !stem.is_empty()))
            };
            name = rest.filter(is_own).unwrap_or(name);
        }
        name
    }

    /// The packed register.
    pub fn finish(&self) -> Vec<u8> {
        let upper: String =
            self.rows.iter().filter(|(c, _)| c.len() <= 6).map(|(c, n)| format!("{c}\t{n}\n")).collect();
        let town_code = Encoder::new(&frequency(self.level(9).map(|(code, name)| self.town(code, name))));
        let unit_code = Encoder::new(&frequency(self.level(12).map(|(_, n)| names::parse(n).0)));
        let (mut town_bits, mut unit_bits) = (BitWriter::default(), BitWriter::default());
        let (mut town_starts, mut unit_starts) = (Vec::new(), Vec::new());
        let mut town_names: BTreeMap<Vec<char>, Vec<u32>> = BTreeMap::new();
        let mut unit_names: BTreeMap<Vec<char>, Vec<u32>> = BTreeMap::new();
        let mut town = 0;
        for (county, (code, county_name)) in self.level(6).enumerate() {
            town_starts.extend((town_bits.len() as u32).to_le_bytes());
            town_bits.gamma(self.below(code, 9).count() as u64);
            let mut last = 0;
            for (serial, name) in self.below(code, 9) {
                let name = self.town(code, name);
                town_bits.gamma(serial - last);
                last = serial;
                town_code.name(name, &mut town_bits);
                post(&mut town_names, name, county as u32);
                unit_starts.extend((unit_bits.len() as u32).to_le_bytes());
                let above = [self.name(&code[..2]), self.name(&code[..4]), county_name, name];
                let units = self.below(&format!("{code}{serial:03}"), 12).collect::<Vec<_>>();
                unit_bits.gamma(units.len() as u64);
                let (mut last, mut last_form) = (0, 0);
                for (serial, printed) in units {
                    let (stem, form) = names::parse(own(printed, &above));
                    if serial == last + 1 && form == last_form {
                        unit_bits.bit(true);
                    } else {
                        unit_bits.bit(false);
                        unit_bits.bits(form as u64, FORM_BITS);
                        unit_bits.gamma(serial - last);
                    }
                    (last, last_form) = (serial, form);
                    unit_code.name(stem, &mut unit_bits);
                    post(&mut unit_names, stem, town);
                }
                town += 1;
            }
        }
        let counties = self.level(6).count() as u32;
        let sections: [Vec<u8>; SECTIONS] = [
            upper.into_bytes(),
            town_code.table(),
            town_starts,
            town_bits.into_bytes(),
            unit_code.table(),
            unit_starts,
            unit_bits.into_bytes(),
            index::write(town_names, TOWN_PAGES, counties),
            index::write(unit_names, UNIT_PAGES, town),
        ];
        // A generator builds one register.
        let parts = sections.map(|section| &*section.leak());
        pack(&parts).unwrap_or_default()
    }
}

/// A packed register with its tables made anew: for names in lists beside it (`former_counties.tsv`,
/// `short_counties.tsv`) that have changed.
pub fn refresh(packed: &'static [u8]) -> Option<Vec<u8>> {
    pack(Register::sections(packed)?.first_chunk()?)
}

/// Puts the parts of a register and the tables that are made of them into a file.
fn pack(parts: &[&'static [u8]; SECTIONS]) -> Option<Vec<u8>> {
    let register = Register::of_parts(parts)?;
    let chars = |name: &String| name.chars().collect::<Vec<_>>();
    let (mut towns, mut units) = (Vec::new(), Vec::new());
    (0..register.counties.len()).for_each(|county| register.all_names(county, &mut towns, &mut units));
    let [rows, text, endings] = upper::tables(&register);
    let (towns, units) = (
        Filter::write(towns.iter().map(|name| (chars(name), 0)), TOWN_FILTER),
        Filter::write(units.iter().map(|(stem, class)| (chars(stem), *class as u64)), UNIT_FILTER),
    );
    let tables: [Vec<u8>; TABLES] = [rows, text, endings, towns, units];
    let sections = || parts.iter().copied().chain(tables.iter().map(Vec::as_slice));
    let mut body = Vec::new();
    sections().for_each(|s| body.extend((s.len() as u32).to_le_bytes()));
    sections().for_each(|s| body.extend(s));
    Some([&MAGIC[..], &checksum(&body).to_le_bytes(), &body].concat())
}

/// A grass-roots name without the divisions above it, which the source prints before some: 连平县忠信镇老街社区.
fn own<'a>(printed: &'a str, above: &[&str; 4]) -> &'a str {
    let mut name = printed;
    for division in above {
        if let Some(rest) = name.strip_prefix(division).filter(|_| !division.is_empty())
            && names::parse(rest).0.chars().count() >= 2
            && names::parse(rest).1 > 0
        {
            name = rest;
        }
    }
    name
}

fn post(names: &mut BTreeMap<Vec<char>, Vec<u32>>, name: &str, place: u32) {
    let postings = names.entry(name.chars().collect()).or_default();
    if postings.last() != Some(&place) {
        postings.push(place);
    }
}

/// How often each character stands in the names; rare ones are counted up, so that no code grows past 24 bits.
fn frequency<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<char, u64> {
    let mut count = BTreeMap::new();
    for name in names {
        *count.entry(END).or_insert(0) += 1;
        name.chars().for_each(|c| *count.entry(c).or_insert(0) += 1);
    }
    let floor = count.values().sum::<u64>() >> 18;
    count.values_mut().for_each(|n| *n = (*n).max(floor));
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_register_comes_back() {
        let mut builder = Builder::new();
        let rows = [
            ("98", "甲省"),
            ("9801", "乙市"),
            ("980101", "丙区"),
            ("980102", "空县"),
            ("980101001", "丁街道办事处"),
            ("980101001001", "戊社区居民委委会"),
            ("980101001201", "己村村委会"),
            ("980101100", "丙区庚镇"),
            ("980101101", "丙区街道"),
            ("980101100201", "己村民委员会"),
        ];
        rows.iter().for_each(|(c, n)| builder.row(c, n).expect("a row"));
        assert!(builder.row("980101100201", "己村").is_err(), "twice");
        assert!(builder.row("98010", "己").is_err(), "five digits");
        let register = Register::open(builder.finish().leak()).expect("a register");
        let area = register.areas("丙区").next().expect("a county");
        assert_eq!(vec![0], register.townships("丁街道", std::slice::from_ref(&area.towns)));
        for (town, name) in [(1, "庚镇"), (2, "丙区街道")] {
            assert_eq!(vec![town], register.townships(name, std::slice::from_ref(&area.towns)));
        }
        let found = register.communities("己", std::slice::from_ref(&area.towns));
        let codes = found.iter().map(|u| (register.code(u), u.canonical())).collect::<Vec<_>>();
        assert_eq!(
            vec![
                ("980101001201".to_owned(), "己村村委会".to_owned()),
                ("980101100201".to_owned(), "己村民委员会".to_owned())
            ],
            codes
        );
        assert!(
            register
                .townships("丁街道", &[register.areas("空县").next().expect("a county").towns.clone()])
                .is_empty()
        );
    }
}
