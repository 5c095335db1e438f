//! From a name to the places that hold it: a hash table of postings, read in place.
//!
//! A page of the table holds groups in order of fingerprint: a group is a fingerprint (Rice-coded step), the number of
//! its postings less one (gamma) and the postings themselves in ascending order (Rice-coded steps). The names are not
//! kept here: whoever looks one up reads the postings' own lists, which settles equal fingerprints too.

use super::bits::{BitReader, BitWriter};
use super::memo::{self, Memo};
use std::cell::RefCell;

/// Bits of a fingerprint.
const FINGERPRINT: u32 = 12;
/// Rice parameter of the step from one fingerprint to the next.
const STEP: u32 = 7;

/// The hash of a name: FNV-1a over code points, then a finaliser, because FNV's high bits are weak on two or three
/// characters.
fn hash(name: &[char]) -> u64 {
    let mut h =
        name.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, &c| (h ^ c as u64).wrapping_mul(0x0100_0000_01b3));
    h = (h ^ h >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^ h >> 29
}

/// The place of a name: page and fingerprint.
fn place(name: &[char], pages: u32) -> (usize, u64) {
    let h = hash(name);
    ((h >> 32) as usize & (pages as usize - 1), h & ((1 << FINGERPRINT) - 1))
}

/// Rice parameter for `count` postings out of `universe`.
fn parameter(universe: u32, count: u64) -> u32 {
    (u64::from(universe) / (count + 1)).max(1).ilog2()
}

/// Writes an index of `pages` (a power of two) over `(name, postings)`; postings ascend and are below `universe`.
pub(super) fn write(
    names: impl IntoIterator<Item = (Vec<char>, Vec<u32>)>,
    pages: u32,
    universe: u32,
) -> Vec<u8> {
    let mut table = vec![Vec::new(); pages as usize];
    for (name, postings) in names {
        let (page, fingerprint) = place(&name, pages);
        table[page].push((fingerprint, postings));
    }
    let mut starts = Vec::new();
    let mut bits = BitWriter::default();
    for groups in &mut table {
        groups.sort();
        starts.extend((bits.len() as u32).to_le_bytes());
        bits.gamma(groups.len() as u64);
        let mut last = 0;
        for (fingerprint, postings) in groups {
            bits.rice(*fingerprint - last, STEP);
            last = *fingerprint;
            bits.gamma(postings.len() as u64 - 1);
            let k = parameter(universe, postings.len() as u64);
            let mut previous = 0;
            for posting in postings {
                bits.rice(u64::from(*posting - previous), k);
                previous = *posting;
            }
        }
    }
    let mut out = [pages, universe].iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
    out.extend(starts);
    out.extend(bits.into_bytes());
    out
}

/// The reading side.
#[derive(Debug, Default)]
pub(super) struct Index<'a> {
    pages: u32,
    universe: u32,
    starts: &'a [u8],
    bits: &'a [u8],
}

impl<'a> Index<'a> {
    /// Opens what [`write`] wrote.
    pub(super) fn new(bytes: &'a [u8]) -> Option<Self> {
        let word = |i: usize| Some(u32::from_le_bytes(bytes.get(i..i + 4)?.try_into().ok()?));
        let pages = word(0)?;
        if !pages.is_power_of_two() {
            return None;
        }
        let (starts, bits) = bytes.get(8..)?.split_at_checked(pages as usize * 4)?;
        Some(Index { pages, universe: word(4)?, starts, bits })
    }

    /// Hands every posting that may hold `name` to `each`, in ascending order, until it answers `false`.
    pub(super) fn postings(&self, name: &[char], mut each: impl FnMut(u32) -> bool) {
        thread_local!(static MEMO: RefCell<Memo<Vec<u32>>> = const { RefCell::new(Memo::new()) });
        if self.pages == 0 {
            return;
        }
        let (page, wanted) = place(name, self.pages);
        let unpack = |postings: &mut Vec<u32>| {
            postings.clear();
            self.unpack(page, wanted, postings);
        };
        memo::with(&MEMO, self.bits, page << FINGERPRINT | wanted as usize, unpack, |postings| {
            let _ = postings.iter().all(|&posting| each(posting));
        });
    }

    /// Adds the postings of a fingerprint.
    fn unpack(&self, page: usize, wanted: u64, postings: &mut Vec<u32>) {
        let start = self.starts.get(page * 4..page * 4 + 4).and_then(|b| b.try_into().ok());
        let mut bits = BitReader::new(self.bits, start.map_or(0, u32::from_le_bytes) as usize);
        let mut fingerprint = 0;
        for _ in 0..bits.gamma() {
            fingerprint += bits.rice(STEP);
            if fingerprint > wanted {
                return;
            }
            let count = bits.gamma() + 1;
            let k = parameter(self.universe, count);
            let mut posting = 0;
            for _ in 0..count {
                posting += bits.rice(k);
                if fingerprint == wanted {
                    postings.push(posting as u32);
                }
            }
        }
    }
}

/// Three bits for each name of an index and its class: most stretches of a text are no name, and need not be looked for.
#[derive(Debug, Default)]
pub(super) struct Filter<'a> {
    bits: &'a [u8],
}

impl<'a> Filter<'a> {
    /// Opens what [`Filter::write`] wrote.
    pub(super) fn new(bits: &'a [u8]) -> Self {
        Filter { bits }
    }

    /// Writes a filter of 2^`size` bits over names and their classes.
    pub(super) fn write(names: impl Iterator<Item = (Vec<char>, u64)>, size: u32) -> Vec<u8> {
        let mut bits = vec![0; 1 << (size - 3)];
        for (name, class) in names {
            for (byte, bit) in Self::places(bits.len(), hash(&name), class) {
                bits[byte] |= bit;
            }
        }
        bits
    }

    fn places(bytes: usize, hash: u64, class: u64) -> impl Iterator<Item = (usize, u8)> {
        let hash = (hash ^ class).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        [0, 20, 40].into_iter().map(move |shift| {
            let at = (hash >> shift) as usize;
            (at >> 3 & bytes.wrapping_sub(1), 1 << (at & 7))
        })
    }

    /// Whether the name may be one of these classes.
    pub(super) fn may_hold(&self, name: &[char], mut classes: impl Iterator<Item = u64>) -> bool {
        let hash = hash(name);
        let set = |(byte, bit): (usize, u8)| self.bits.get(byte).is_some_and(|bits| bits & bit != 0);
        classes.any(|class| Self::places(self.bits.len(), hash, class).all(set))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_come_back() {
        let name = |i: u32| format!("第{i}村").chars().collect::<Vec<_>>();
        let postings = |i: u32| (0..=i % 40).map(|n| n * 1000 + i).collect::<Vec<_>>();
        let bytes = write((0..500).map(|i| (name(i), postings(i))), 32, 41_000);
        let index = Index::new(&bytes).expect("an index");
        for i in 0..500 {
            let mut found = Vec::new();
            index.postings(&name(i), |p| {
                found.push(p);
                true
            });
            assert!(postings(i).iter().all(|p| found.contains(p)), "{i}: {found:?}");
        }
        let mut strangers = 0;
        (500..1500).for_each(|i| {
            index.postings(&name(i), |_| {
                strangers += 1;
                false
            });
        });
        assert!(strangers < 20, "{strangers} of 1000 unknown names met a fingerprint");
    }
}
