//! The official register of China's divisions: all five levels, read in place from one embedded file.
//!
//! The file is built by `examples/build_register.rs`; `data/register.md` says from what. Opening it reads the list of the
//! three upper levels (3,300 divisions); their names are looked up where they lie (`upper`), townships and grass-roots
//! units stay packed and are decoded a township at a time, where a filter lets a name pass.
//!
//! A grass-roots unit is looked up by its stem, the name without 社区, 村, 居委会: see [`names`].

mod areas;
mod bits;
pub mod build;
mod find;
mod huffman;
mod index;
pub mod lookup;
mod memo;
pub mod names;
mod upper;
pub(crate) mod variants;

pub use areas::{Area, AreaLevel, Ending};
use bits::BitReader;
pub use find::{Township, Unit};
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
/// let towns = register.townships("幸福街道", &[area.towns.clone()]);
/// let units = register.communities("秦西", &[register.town(towns[0]).range()]);
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
mod tests;
