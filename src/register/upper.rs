//! The names of the upper divisions, in all their forms, in order of hash and read in place.
//!
//! Names are hashed from their last character on, so that a text can be read backwards from where a name may end; a bit
//! for each last two characters and each whole name tells that most places of a text end none.

use super::{Area, AreaLevel, NameSort, Register, variants};
use crate::chars::byte;
use crate::lexicon::rows;
use std::borrow::Cow;

/// Bytes of a row: hash (8), place in the text (4), index of the area (2), sort and level (1), characters (1).
const ROW: usize = 16;

/// Size of the table of endings.
const ENDING_BITS: u32 = 19;

/// Rows are found by the first bits of their hash: a few rows a bucket.
const BUCKET_BITS: u32 = 12;

/// The hash of no character.
pub(super) const HASH: u64 = 0xcbf2_9ce4_8422_2325;

#[inline]
pub(super) fn step(hash: u64, c: char) -> u64 {
    (hash ^ c as u64).wrapping_mul(0x0100_0000_01b3).rotate_left(23)
}

/// The hash of a name, its last character first.
pub(super) fn hash(backwards: impl Iterator<Item = char>) -> u64 {
    backwards.fold(HASH, step)
}

fn ending(hash: u64) -> usize {
    (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - ENDING_BITS)) as usize
}

const SORTS: [NameSort; 3] = [NameSort::Full, NameSort::Short, NameSort::Former];
const LEVELS: [AreaLevel; 3] = [AreaLevel::Province, AreaLevel::Prefecture, AreaLevel::County];

/// A name of an upper division, without its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UpperName {
    pub(super) level: AreaLevel,
    /// Of the area in its level.
    pub(super) index: usize,
    pub(super) sort: NameSort,
    /// In characters.
    pub(super) length: usize,
}

/// The table.
#[derive(Debug, Default)]
pub(super) struct UpperNames {
    rows: &'static [[u8; ROW]],
    /// The first row of each bucket, and the end.
    buckets: Vec<u16>,
    text: &'static str,
    endings: &'static [u8],
}

impl UpperNames {
    /// Opens what [`tables`] wrote.
    pub(super) fn new(rows: &'static [u8], text: &'static str, endings: &'static [u8]) -> Self {
        let rows = rows.as_chunks().0;
        let mut buckets = Vec::with_capacity((1 << BUCKET_BITS) + 1);
        for (at, row) in rows.iter().enumerate() {
            buckets.resize(buckets.len().max(bucket(row_hash(row)) + 1), at as u16);
        }
        buckets.resize((1 << BUCKET_BITS) + 1, rows.len() as u16);
        UpperNames { rows, buckets, text, endings }
    }

    /// Whether a name, or the last two characters of one, may have this hash.
    #[inline]
    pub(super) fn may_end(&self, hash: u64) -> bool {
        let bit = ending(hash);
        self.endings.get(bit >> 3).is_some_and(|byte| byte >> (bit & 7) & 1 == 1)
    }

    /// The names of a hash. It has 64 bits: with its length, a name is known.
    pub(super) fn of(&self, hash: u64) -> impl Iterator<Item = UpperName> + use<> {
        let bucket = bucket(hash);
        let rows = match self.buckets.get(bucket..bucket + 2) {
            Some(&[from, to]) if self.may_end(hash) => &self.rows[from.into()..to.into()],
            _ => &[],
        };
        rows.iter().filter(move |row| row_hash(row) == hash).map(name)
    }

    /// All names and their texts.
    pub(super) fn iter(&self) -> impl Iterator<Item = (UpperName, &'static str)> {
        self.rows.iter().map(|row| {
            let name = name(row);
            let &[_, _, _, _, _, _, _, _, a, b, c, d, ..] = row;
            let rest = self.text.get(u32::from_le_bytes([a, b, c, d]) as usize..).unwrap_or_default();
            (name, &rest[..byte(rest, name.length)])
        })
    }
}

fn bucket(hash: u64) -> usize {
    (hash >> (64 - BUCKET_BITS)) as usize
}

fn row_hash(&[a, b, c, d, e, f, g, h, ..]: &[u8; ROW]) -> u64 {
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

fn name(&[.., low, high, kind, length]: &[u8; ROW]) -> UpperName {
    UpperName {
        level: LEVELS[usize::from(kind >> 2).min(2)],
        index: u16::from_le_bytes([low, high]).into(),
        sort: SORTS[usize::from(kind & 3).min(2)],
        length: length.into(),
    }
}

/// A name to be written.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    hash: u64,
    text: Cow<'static, str>,
    level: AreaLevel,
    index: usize,
    sort: NameSort,
    length: usize,
}

/// The names of a register's upper divisions, in order.
fn names(register: &Register) -> Vec<Named> {
    let mut names = Vec::new();
    let mut push = |sort, area: (AreaLevel, usize), text: Cow<'static, str>| {
        let (hash, length) = (hash(text.chars().rev()), text.chars().count());
        names.push(Named { hash, text, level: area.0, index: area.1, sort, length });
    };
    for (level, (index, area)) in
        LEVELS.into_iter().flat_map(|level| register.all(level).iter().enumerate().map(move |a| (level, a)))
    {
        let this = (level, index);
        push(NameSort::Full, this, Cow::Borrowed(area.name));
        let stem = |above: &Area| variants::split(above.name).0.to_owned();
        let parents = [AreaLevel::Province, AreaLevel::Prefecture].map(|level| register.parent(area, level));
        let parents: Vec<String> = parents.into_iter().flatten().map(stem).collect();
        for (sort, text) in variants::variants(level, area.name, &parents) {
            push(sort, this, Cow::Owned(text));
        }
        if let Some(text) = variants::raised(area.name).filter(|_| level == AreaLevel::County) {
            push(NameSort::Former, this, Cow::Owned(text));
        }
    }
    let counties = register.all(AreaLevel::County);
    for (table, sort) in [(variants::FORMER, NameSort::Former), (variants::SHORT, NameSort::Full)] {
        for row in rows(table) {
            let code = row.get(1).and_then(|c| c.parse().ok()).unwrap_or(0_u32);
            if let Ok(index) = counties.binary_search_by_key(&code, |c| c.code) {
                push(sort, (AreaLevel::County, index), Cow::Borrowed(row[0]));
            }
        }
    }
    names.sort();
    names.dedup_by(|b, a| (&a.text, a.level, a.index) == (&b.text, b.level, b.index));
    names
}

/// The table of a register: rows, text, endings.
pub(super) fn tables(register: &Register) -> [Vec<u8>; 3] {
    let (mut table, mut text) = (Vec::new(), Vec::new());
    let mut endings = vec![0_u8; 1 << (ENDING_BITS - 3)];
    for name in names(register) {
        table.extend(name.hash.to_le_bytes());
        table.extend((text.len() as u32).to_le_bytes());
        table.extend((name.index as u16).to_le_bytes());
        table.extend([(name.level as u8) << 2 | name.sort as u8, name.length as u8]);
        text.extend(name.text.as_bytes());
        for hash in [hash(name.text.chars().rev().take(2)), name.hash] {
            let bit = ending(hash);
            endings[bit >> 3] |= 1 << (bit & 7);
        }
    }
    [table, text, endings]
}
