//! Canonical Huffman code over characters: names are two to five characters of an alphabet of five thousand, where
//! a general compressor needs long runs before it gains anything, and no part could be read without the rest.

use super::bits::{BitReader, BitWriter};
use std::collections::{BTreeMap, BinaryHeap, HashMap};

/// Ends a name.
pub(super) const END: char = '\0';

/// Codes up to this length are found in one step. Longer ones are rare, and a table of them would fill the near caches.
const FAST: u32 = 11;

/// The longest code.
const LONGEST: u32 = 24;

/// The writing side.
#[derive(Debug)]
pub(super) struct Encoder {
    codes: HashMap<char, (u64, u32)>,
    /// Characters by (length of code, character).
    alphabet: Vec<(u32, char)>,
}

impl Encoder {
    /// The code for names of these characters, [`END`] included.
    pub(super) fn new(frequency: &BTreeMap<char, u64>) -> Self {
        let mut heap = BinaryHeap::new();
        let mut parents: Vec<usize> = vec![0; frequency.len() * 2];
        for (i, &count) in frequency.values().enumerate() {
            heap.push((std::cmp::Reverse(count), std::cmp::Reverse(i)));
        }
        let mut next = frequency.len();
        while let (Some(a), Some(b)) = (heap.pop(), heap.pop()) {
            parents[a.1.0] = next;
            parents[b.1.0] = next;
            heap.push((std::cmp::Reverse(a.0.0 + b.0.0), std::cmp::Reverse(next)));
            next += 1;
            if heap.len() == 1 {
                break;
            }
        }
        let depth = |leaf: usize| {
            let mut node = leaf;
            let mut depth = 0;
            while node + 1 < next {
                node = parents[node];
                depth += 1;
            }
            depth.max(1)
        };
        let mut alphabet: Vec<_> = frequency.keys().enumerate().map(|(i, &c)| (depth(i), c)).collect();
        alphabet.sort_unstable();
        let mut codes = HashMap::new();
        let mut code = 0;
        let mut width = 0;
        for &(length, c) in &alphabet {
            code <<= length - width;
            width = length;
            codes.insert(c, (code, length));
            code += 1;
        }
        Encoder { codes, alphabet }
    }

    /// Writes a name and its end.
    pub(super) fn name(&self, name: &str, out: &mut BitWriter) {
        for c in name.chars().chain([END]) {
            let (code, width) = self.codes[&c];
            out.bits(code, width);
        }
    }

    /// The table that [`Decoder::new`] reads: number, then a length (byte) and a character (three bytes) each.
    pub(super) fn table(&self) -> Vec<u8> {
        let mut out = (self.alphabet.len() as u32).to_le_bytes().to_vec();
        for &(length, c) in &self.alphabet {
            out.extend((length << 24 | c as u32).to_le_bytes());
        }
        out
    }
}

/// The reading side.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    /// By the next [`FAST`] bits: the length of a code, and below it its character; 0 where the code is longer.
    fast: Vec<u32>,
    /// By length: first code, and the index of its character.
    first: Vec<(u64, usize)>,
    alphabet: Vec<char>,
}

impl Decoder {
    /// Reads a table.
    pub(super) fn new(bytes: &[u8]) -> Option<Self> {
        let word = |i: usize| Some(u32::from_le_bytes(bytes.get(i * 4..i * 4 + 4)?.try_into().ok()?));
        let n = word(0)? as usize;
        let mut fast = vec![0; 1 << FAST];
        let mut first = Vec::new();
        let mut alphabet = Vec::with_capacity(n.min(1 << 16));
        let (mut code, mut width) = (0_u64, 0_u32);
        for i in 0..n {
            let entry = word(i + 1)?;
            let (length, c) = (entry >> 24, char::from_u32(entry & 0xFF_FFFF)?);
            if length < width || length > LONGEST {
                return None;
            }
            while width < length {
                code <<= 1;
                width += 1;
                first.resize(width as usize, (u64::MAX, 0));
                first.push((code, i));
            }
            if length <= FAST {
                let low = (code << (FAST - length)) as usize;
                fast.get_mut(low..low + (1 << (FAST - length)))?.fill(entry);
            }
            alphabet.push(c);
            code += 1;
        }
        Some(Decoder { fast, first, alphabet })
    }

    /// Reads a name, and appends it.
    pub(super) fn name(&self, bits: &mut BitReader, name: &mut Vec<char>) {
        self.read(bits, |c| name.extend(char::from_u32(c)));
    }

    /// Reads a name, a character at a time.
    #[inline(always)]
    fn read(&self, bits: &mut BitReader, mut each: impl FnMut(u32)) {
        let (mut word, mut used) = (bits.word(), 0);
        // No name is this long: a bound for data that is not ours.
        for _ in 0..64 {
            if used + LONGEST > 56 {
                bits.skip(used);
                (word, used) = (bits.word(), 0);
            }
            let entry = match self.fast.get((word >> (64 - FAST)) as usize) {
                Some(&entry) if entry > 0 => entry,
                _ => self.longer(word),
            };
            let (length, c) = (entry >> 24, entry & 0xFF_FFFF);
            word <<= length;
            used += length;
            if c == END as u32 {
                break;
            }
            each(c);
        }
        bits.skip(used);
    }

    /// The length of the code that `word` begins with, and its character, of a code that is not in the fast table.
    #[inline(never)]
    fn longer(&self, word: u64) -> u32 {
        for width in FAST as usize + 1..self.first.len() {
            let code = word >> (64 - width);
            let (first, index) = self.first[width];
            let next = self.first.get(width + 1).map_or(self.alphabet.len(), |n| n.1);
            if code >= first && (code - first) < (next - index) as u64 {
                return (width as u32) << 24 | self.alphabet[index + (code - first) as usize] as u32;
            }
        }
        1 << 24 | END as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        let names = ["凤凰", "新建", "新村", "新", "城南新村", "𣒍树"];
        let mut frequency = BTreeMap::from([(END, 40)]);
        for (i, c) in names.iter().flat_map(|n| n.chars()).enumerate() {
            // Frequencies far apart make codes longer than the fast table.
            *frequency.entry(c).or_default() += 1 << (i * 2);
        }
        let encoder = Encoder::new(&frequency);
        let mut out = BitWriter::default();
        names.iter().for_each(|n| encoder.name(n, &mut out));
        let bytes = out.into_bytes();
        let table = encoder.table();
        let decoder = Decoder::new(&table).expect("a table");
        let mut bits = BitReader::new(&bytes, 0);
        for expected in names {
            let mut name = Vec::new();
            decoder.name(&mut bits, &mut name);
            assert_eq!(expected, name.into_iter().collect::<String>());
        }
    }
}
