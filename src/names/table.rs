//! The tables that names are judged by: `data/names.bin`, laid out for one look a character and read in place.
//!
//! [`pack`](super::pack()) makes the file of the tables that people read. Layout, little-endian: `MAGIC`; how many rows and
//! compound surnames, u32 each; for each character of the block the index of its row, u16; the rows; the compound
//! surnames, sorted: two characters, u16 each, and what they cost, f32; a bit for each pair of characters that may be a
//! word, by hash; for each character of the block, and its end, where the second characters of its words begin, u16;
//! these, sorted, u16 each.

use crate::chars::is_han;

pub(super) const MAGIC: &[u8; 8] = b"jbnames1";
/// The tables cover the block of common Han characters.
pub(super) const FIRST: u32 = 0x4E00;
pub(super) const BLOCK: usize = 0x5200;
/// Rows of what no table knows.
pub(super) const UNKNOWN_ROW: u16 = 0;
pub(super) const NONE_ROW: u16 = 1;

/// What a character costs in each place of a name and in running text: `-ln P`, infinite where it cannot stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Costs {
    /// As a whole surname.
    pub(super) surname: f32,
    /// As a whole given name.
    pub(super) alone: f32,
    /// As the first of two characters of a given name.
    pub(super) first: f32,
    /// As the second of two.
    pub(super) second: f32,
    /// In a name from another language.
    pub(super) foreign: f32,
    /// Anywhere in running text.
    pub(super) text: f32,
    /// [`COMPOUND`] and the others.
    pub(super) flags: u16,
}

/// A surname of two characters begins with it.
pub(super) const COMPOUND: u16 = 1;
/// Names from other languages are typically written with it.
pub(super) const TYPICAL: u16 = 2;
/// Names from other languages hold it at all.
pub(super) const TRANSCRIBES: u16 = 4;
/// A name begins with it that is made of known parts (次仁卓玛).
pub(super) const BEGINS_PART: u16 = 8;
/// The name of somebody whom everybody knows begins with it.
pub(super) const BEGINS_KNOWN: u16 = 16;
/// It is the second character of such a name.
pub(super) const GOES_ON_KNOWN: u16 = 128;
/// It is the second character of a known part.
pub(super) const GOES_ON_PART: u16 = 256;

/// Some surname begins with it.
pub(super) const INITIAL: u16 = 32;
/// A surname of two characters ends with it.
pub(super) const ENDS_COMPOUND: u16 = 64;

pub(super) const ROW: usize = 26;

impl Costs {
    /// A row.
    pub(super) fn to_row(self) -> [u8; ROW] {
        let Costs { surname, alone, first, second, foreign, text, flags } = self;
        let mut row = [0; ROW];
        let costs = [surname, alone, first, second, foreign, text].map(f32::to_le_bytes);
        row[..24].copy_from_slice(costs.as_flattened());
        row[24..].copy_from_slice(&flags.to_le_bytes());
        row
    }

    #[inline(always)]
    const fn flags(row: &[u8; ROW]) -> u16 {
        u16::from_le_bytes([row[24], row[25]])
    }

    #[inline(always)]
    const fn of_row(row: &[u8; ROW]) -> Self {
        let (words, _) = row.as_chunks::<4>();
        Costs {
            surname: f32::from_le_bytes(words[0]),
            alone: f32::from_le_bytes(words[1]),
            first: f32::from_le_bytes(words[2]),
            second: f32::from_le_bytes(words[3]),
            foreign: f32::from_le_bytes(words[4]),
            text: f32::from_le_bytes(words[5]),
            flags: Self::flags(row),
        }
    }

    #[inline]
    pub(super) const fn is(&self, flag: u16) -> bool {
        self.flags & flag != 0
    }
}

/// Blocks of the bits of pairs.
pub(super) const BLOCKS: usize = 1 << 13;

/// The block and bit of a pair.
pub(super) const fn pair_bit(a: char, b: char) -> (usize, u32) {
    let hash = (a as u32).wrapping_mul(0x9E37_79B1) ^ (b as u32).wrapping_mul(0x85EB_CA6B);
    (hash as usize >> 19 & (BLOCKS - 1), hash >> 13 & 63)
}

pub(super) struct Table {
    index: &'static [[u8; 2]],
    rows: &'static [[u8; ROW]],
    compounds: &'static [[u8; 8]],
    bits: &'static [[u8; 8]],
    starts: &'static [[u8; 2]],
    seconds: &'static [[u8; 2]],
}

/// The packed tables, laid out when the program is compiled.
pub(super) static TABLE: Table = Table::lay_out(include_bytes!("../../data/names.bin"));

impl Table {
    const fn lay_out(bytes: &'static [u8]) -> Table {
        const fn take<const N: usize>(
            bytes: &'static [u8],
            at: usize,
            length: usize,
        ) -> (&'static [[u8; N]], usize) {
            let (part, _) = bytes.split_at(at).1.split_at(length * N);
            (part.as_chunks::<N>().0, at + length * N)
        }
        let (magic, at) = take::<8>(bytes, 0, 1);
        assert!(
            u64::from_le_bytes(magic[0]) == u64::from_le_bytes(*MAGIC),
            "data/names.bin is of another kind"
        );
        let (counts, at) = take::<4>(bytes, at, 2);
        let (index, at) = take(bytes, at, BLOCK);
        let (rows, at) = take(bytes, at, u32::from_le_bytes(counts[0]) as usize);
        let (compounds, at) = take(bytes, at, u32::from_le_bytes(counts[1]) as usize);
        let (bits, at) = take(bytes, at, BLOCKS);
        let (starts, at) = take(bytes, at, BLOCK + 1);
        let (seconds, _) = take(bytes, at, (bytes.len() - at) / 2);
        Table { index, rows, compounds, bits, starts, seconds }
    }

    #[inline(always)]
    const fn row(&self, c: char) -> &'static [u8; ROW] {
        let place = (c as u32).wrapping_sub(FIRST) as usize;
        let row = if place < BLOCK {
            u16::from_le_bytes(self.index[place])
        } else if is_han(c) {
            UNKNOWN_ROW
        } else {
            NONE_ROW
        };
        &self.rows[row as usize]
    }

    /// The number of the row of the character at a place of the block.
    pub(super) const fn row_number(&self, place: usize) -> u16 {
        u16::from_le_bytes(self.index[place])
    }

    /// What the characters of a row cost.
    pub(super) const fn costs_of_row(&self, row: u16) -> Costs {
        Costs::of_row(&self.rows[row as usize])
    }

    #[inline(always)]
    pub(super) fn costs(&self, c: char) -> Costs {
        Costs::of_row(self.row(c))
    }

    /// The flags of a character.
    pub(super) const fn flags(&self, c: char) -> u16 {
        Costs::flags(self.row(c))
    }

    /// Whether a flag is set of a character.
    #[inline]
    pub(super) const fn is(&self, c: char, flag: u16) -> bool {
        Costs::flags(self.row(c)) & flag != 0
    }

    /// What a surname of two characters costs.
    #[inline]
    pub(super) fn compound(&self, a: char, b: char) -> Option<f32> {
        if !(self.is(a, COMPOUND) && self.is(b, ENDS_COMPOUND)) {
            return None;
        }
        let name =
            |row: &[u8; 8]| [[row[0], row[1]], [row[2], row[3]]].map(|c| u32::from(u16::from_le_bytes(c)));
        let found = self.compounds.binary_search_by_key(&[a as u32, b as u32], name).ok()?;
        let [.., w, x, y, z] = self.compounds[found];
        Some(f32::from_le_bytes([w, x, y, z]))
    }

    /// Whether two characters are a common word.
    #[inline]
    pub(super) fn is_pair(&self, a: char, b: char) -> bool {
        let (block, bit) = pair_bit(a, b);
        u64::from_le_bytes(self.bits[block]) >> bit & 1 == 1 && self.search_pair(a, b)
    }

    fn search_pair(&self, a: char, b: char) -> bool {
        let at = (a as u32).wrapping_sub(FIRST) as usize;
        let Some([start, end]) = self.starts.get(at..).and_then(|starts| starts.first_chunk()) else {
            return false;
        };
        let seconds = usize::from(u16::from_le_bytes(*start))..usize::from(u16::from_le_bytes(*end));
        let key = |second: &[u8; 2]| u32::from(u16::from_le_bytes(*second));
        self.seconds[seconds].binary_search_by_key(&(b as u32), key).is_ok()
    }
}

/// Whether two characters are a common word that is no personal name.
///
/// ```
/// use jianbao::names::is_word_pair;
/// assert!(is_word_pair('社', '区') && is_word_pair('高', '兴') && !is_word_pair('王', '芳'));
/// ```
#[inline]
pub fn is_word_pair(a: char, b: char) -> bool {
    TABLE.is_pair(a, b)
}
