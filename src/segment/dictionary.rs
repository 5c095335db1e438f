//! jieba's dictionary, packed and read in place: nothing to load, one look in a table for each beginning of a word.
//!
//! `data/words.bin` holds every word and every beginning of one. A beginning stands in the line of its hash, which is
//! one of the cache, under 26 more bits of it; another string is taken for one about once in nine million looks. The
//! words themselves are not kept. Most strings that are looked up are no beginning: a filter of 32 bits a line, that the
//! near caches hold, turns four of five away.
//!
//! Layout, little-endian: the lines: ten entries of 48 bits and 32 bits, not zero where entries of the line stand in
//! the next one; the filter; `MAGIC`, seed u64, sum of frequencies u64; the tags: number u32, and of each its length u8 and its
//! bytes; the frequencies, ascending: number u32, u32 each; the characters of the main block: 22 bits in a u32 each.

use super::common::Class;
use std::collections::BTreeMap;

const MAGIC: &[u8; 8] = b"jbwords3";
/// The main block of ideographs, U+4E00 to U+9FFF: characters are looked up without a hash.
const BLOCK: std::ops::Range<u32> = 0x4E00..0xA000;
/// Bits of an entry, from the lowest: frequency (its index), tag, whether longer words begin so; the hash above them.
const FREQUENCY_BITS: u32 = 14;
const TAG_BITS: u32 = 7;
const INFO_BITS: u32 = FREQUENCY_BITS + TAG_BITS + 1;
const CHECK_BITS: u32 = 26;
const ENTRY: usize = 6;
/// Bytes of a line.
const LINE: usize = 64;
/// Entries of a line.
const ENTRIES: usize = LINE / ENTRY;
const LINE_BITS: u32 = 16;
const FILTER_BITS: u32 = LINE_BITS + 5;
/// The frequency from which a word counts as common.
const COMMON: u32 = 5;

/// What is known of a beginning of words: 22 bits. Zero is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Info(u32);

impl Info {
    fn new(frequency: usize, tag: usize, longer: bool) -> Self {
        Info(frequency as u32 | (tag as u32) << FREQUENCY_BITS | u32::from(longer) << (INFO_BITS - 1))
    }

    /// Whether it is a word.
    #[inline]
    pub(crate) fn is_word(self) -> bool {
        self.frequency() != 0
    }

    /// Whether longer words begin with it.
    #[inline]
    pub(crate) fn goes_on(self) -> bool {
        self.0 >> (INFO_BITS - 1) & 1 == 1
    }

    #[inline]
    fn frequency(self) -> usize {
        (self.0 & ((1 << FREQUENCY_BITS) - 1)) as usize
    }

    #[inline]
    fn tag(self) -> usize {
        (self.0 >> FREQUENCY_BITS & ((1 << TAG_BITS) - 1)) as usize
    }
}

/// The hash of a string, built up character by character.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hash(u64);

impl Hash {
    #[inline]
    fn push(self, c: char) -> Self {
        Hash((self.0.rotate_left(5) ^ u64::from(c)).wrapping_mul(0x517C_C1B7_2722_0A95))
    }

    /// Where the string stands.
    #[inline]
    fn place(self) -> Place {
        Place((self.0 ^ self.0 >> 29).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }
}

/// A hash whose bits are mixed.
#[derive(Clone, Copy, Debug)]
struct Place(u64);

impl Place {
    #[inline]
    fn line(self) -> usize {
        (self.0 >> (64 - LINE_BITS)) as usize
    }

    /// The bits kept in the entry.
    #[inline]
    fn check(self) -> u32 {
        (self.0 >> 12) as u32 & ((1 << CHECK_BITS) - 1)
    }

    /// The byte and the bit of the filter.
    #[inline]
    fn filter(self) -> (usize, u8) {
        ((self.0 >> (64 - FILTER_BITS + 3)) as usize, 1 << (self.0 >> (64 - FILTER_BITS) & 7))
    }
}

/// The dictionary, opened.
#[derive(Debug)]
pub(crate) struct Dictionary {
    seed: u64,
    tags: Vec<&'static str>,
    /// The class of each tag.
    classes: [Option<Class>; 1 << TAG_BITS],
    /// How rare a word is by the index of its frequency, 0 to 14: a step is about a halving.
    rarities: Vec<u8>,
    /// The index of the lowest frequency of a common word.
    common: usize,
    /// The logarithm of each word's share in all text, by the index of its frequency; of an unknown character at 0.
    shares: Vec<f64>,
    block: &'static [u8],
    lines: &'static [[u8; LINE]],
    filter: &'static [u8],
}

/// Laid out so that its lines are lines of the cache.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static EMBEDDED: &Aligned<[u8]> = &Aligned(*include_bytes!("../../data/words.bin"));

impl Dictionary {
    /// The embedded dictionary.
    pub(crate) fn embedded() -> Dictionary {
        Dictionary::open(&EMBEDDED.0).expect("data/words.bin is whole")
    }

    fn open(bytes: &'static [u8]) -> Option<Dictionary> {
        let (lines, rest) = bytes.split_at_checked(LINE << LINE_BITS)?;
        let (filter, rest) = rest.split_at_checked(1 << (FILTER_BITS - 3))?;
        let mut rest = rest.strip_prefix(MAGIC)?;
        let mut take = |n: usize| {
            let (head, tail) = rest.split_at_checked(n)?;
            rest = tail;
            Some(head)
        };
        let u32_of = |bytes: &[u8]| bytes.try_into().ok().map(u32::from_le_bytes);
        let seed = u64::from_le_bytes(take(8)?.try_into().ok()?);
        let sum = u64::from_le_bytes(take(8)?.try_into().ok()?);
        let mut tags = Vec::new();
        for _ in 0..u32_of(take(4)?)? {
            let length = usize::from(take(1)?[0]);
            tags.push(str::from_utf8(take(length)?).ok()?);
        }
        // As jieba computes it, to the last bit: a tie of two readings is settled the same way.
        let all = (sum as f64).ln();
        let (mut shares, mut rarities, mut common) = (Vec::new(), Vec::new(), 0);
        for n in 0..u32_of(take(4)?)? {
            let frequency = u32_of(take(4)?)?;
            let (log, halvings) = match n {
                0 => (0.0, 20.0),
                // Nothing is rare that is one word of 2^6 among 2^26.
                _ => (f64::from(frequency).ln(), (20.0 - f64::from(frequency).log2()).max(0.0)),
            };
            shares.push(log - all);
            rarities.push(((halvings * 5.0 / 6.0 + 0.5) as u8).min(14));
            common += usize::from(n == 0 || frequency < COMMON);
        }
        let mut classes = [None; 1 << TAG_BITS];
        for (class, tag) in classes.iter_mut().zip(&tags) {
            *class = Class::of_tag(tag);
        }
        let block = take(BLOCK.len() * 4)?;
        let lines = lines.as_chunks().0;
        Some(Dictionary { seed, tags, classes, rarities, common, shares, block, lines, filter })
    }

    /// The hash of the empty string.
    pub(crate) fn begin(&self) -> Hash {
        Hash(self.seed)
    }

    /// What is known of a single character, and its hash.
    #[inline]
    pub(crate) fn first(&self, c: char) -> (Info, Hash) {
        let hash = self.begin().push(c);
        let at = (c as u32).wrapping_sub(BLOCK.start) as usize * 4;
        let info = match self.block.get(at..at.wrapping_add(4)) {
            Some(&[a, b, c, d]) => Info(u32::from_le_bytes([a, b, c, d])),
            _ => self.find(hash),
        };
        (info, hash)
    }

    /// What is known of the string of `hash` with `c` behind it, and its hash.
    #[inline]
    pub(crate) fn next(&self, hash: Hash, c: char) -> (Info, Hash) {
        let hash = hash.push(c);
        (self.find(hash), hash)
    }

    /// What is known of a string.
    pub(crate) fn get(&self, chars: &[char]) -> Info {
        match chars {
            [one] => self.first(*one).0,
            _ => self.find(chars.iter().fold(self.begin(), |hash, &c| hash.push(c))),
        }
    }

    /// The tag of a word.
    pub(crate) fn tag(&self, word: Info) -> &'static str {
        self.tags.get(word.tag()).copied().unwrap_or_default()
    }

    /// The logarithm of the word's share in all text; of an unknown character for what is no word.
    #[inline]
    pub(crate) fn share(&self, word: Info) -> f64 {
        self.shares[word.frequency()]
    }

    /// The class of a word; `None` for personal names.
    #[inline]
    pub(crate) fn class(&self, word: Info) -> Option<Class> {
        self.classes[word.tag()]
    }

    /// How rare a word is, 0 to 14.
    #[inline]
    pub(crate) fn rarity(&self, word: Info) -> u8 {
        self.rarities[word.frequency()]
    }

    /// Whether a word is no rare one.
    #[inline]
    pub(crate) fn is_common(&self, word: Info) -> bool {
        word.frequency() >= self.common
    }

    fn find(&self, hash: Hash) -> Info {
        let place = hash.place();
        let (byte, bit) = place.filter();
        if self.filter[byte] & bit == 0 {
            return Info::default();
        }
        let check = place.check();
        for line in &self.lines[place.line()..] {
            let (entries, goes_on) = line.as_chunks::<ENTRY>();
            // The upper four bytes hold all that is compared.
            let same =
                |[_, _, upper @ ..]: &&[u8; ENTRY]| u32::from_le_bytes(*upper) >> (INFO_BITS - 16) == check;
            if let Some(&[a, b, c, ..]) = entries.iter().find(same) {
                return Info(u32::from_le_bytes([a, b, c, 0]) & ((1 << INFO_BITS) - 1));
            }
            if goes_on == [0; LINE - ENTRIES * ENTRY] {
                break;
            }
        }
        Info::default()
    }
}

/// Packs a dictionary in jieba's form, a word, its frequency and its tag a line.
///
/// # Errors
///
/// A message that names the line, if one has another form; or if the tables are too small for the words.
pub fn pack(dictionary: &str) -> Result<Vec<u8>, String> {
    let mut words: BTreeMap<&str, (u32, &str)> = BTreeMap::new();
    for (n, line) in dictionary.lines().enumerate() {
        let cells: Vec<&str> = line.split_ascii_whitespace().collect();
        let [word, frequency, tag] = cells[..] else {
            return Err(format!("line {}: not a word, a frequency and a tag", n + 1));
        };
        let frequency = frequency.parse().map_err(|e| format!("line {}: {frequency}: {e}", n + 1))?;
        words.insert(word, (frequency, tag));
    }
    let index = |values: Vec<u32>| -> BTreeMap<u32, usize> { values.into_iter().zip(1..).collect() };
    let mut frequencies: Vec<u32> = words.values().map(|w| w.0).collect();
    frequencies.sort_unstable();
    frequencies.dedup();
    let frequency_at = index(frequencies.clone());
    let mut tags: Vec<&str> = words.values().map(|w| w.1).collect();
    tags.sort_unstable();
    tags.dedup();
    if frequencies.len() >= 1 << FREQUENCY_BITS || tags.len() > 1 << TAG_BITS {
        return Err("too many frequencies or tags".into());
    }
    // Every beginning; those that are no words have frequency 0.
    let mut beginnings: BTreeMap<&str, Info> = BTreeMap::new();
    for (word, (frequency, tag)) in &words {
        let tag = tags.binary_search(tag).unwrap_or_default();
        let longer = beginnings.get(word).is_some_and(|i| i.goes_on());
        beginnings.insert(word, Info::new(frequency_at[frequency], tag, longer));
        for (end, _) in word.char_indices().skip(1) {
            let shorter = beginnings.entry(&word[..end]).or_default();
            *shorter = Info::new(shorter.frequency(), shorter.tag(), true);
        }
    }
    let block: Vec<u8> = (BLOCK.filter_map(char::from_u32))
        .flat_map(|c| beginnings.get(&*c.to_string()).copied().unwrap_or_default().0.to_le_bytes())
        .collect();
    let mut seeds = (1..64).filter_map(|seed| Some((seed, lines(&beginnings, seed)?)));
    let Some((seed, lines)) = seeds.next() else { return Err("no seed without collisions".into()) };
    let mut filter = vec![0; 1 << (FILTER_BITS - 3)];
    for text in beginnings.keys() {
        let (byte, bit) = text.chars().fold(Hash(seed), Hash::push).place().filter();
        filter[byte] |= bit;
    }
    let mut out = lines;
    out.extend(filter);
    out.extend(MAGIC);
    out.extend(u64::to_le_bytes(seed));
    out.extend(words.values().map(|w| u64::from(w.0)).sum::<u64>().to_le_bytes());
    out.extend((tags.len() as u32).to_le_bytes());
    for tag in &tags {
        out.push(tag.len() as u8);
        out.extend(tag.as_bytes());
    }
    out.extend((frequencies.len() as u32 + 1).to_le_bytes());
    for frequency in [1].iter().chain(&frequencies) {
        out.extend(frequency.to_le_bytes());
    }
    out.extend(block);
    Ok(out)
}

/// The lines of all beginnings; `None` where two look the same by this seed, or there is no room behind a full line.
fn lines(beginnings: &BTreeMap<&str, Info>, seed: u64) -> Option<Vec<u8>> {
    let mut lines: Vec<Vec<u64>> = vec![Vec::new(); 1 << LINE_BITS];
    for (text, info) in beginnings {
        let place = text.chars().fold(Hash(seed), Hash::push).place();
        lines[place.line()].push(u64::from(place.check()) << INFO_BITS | u64::from(info.0));
    }
    let mut out = Vec::with_capacity(LINE << LINE_BITS);
    let mut left = Vec::new();
    for mut line in lines {
        line.splice(..0, left);
        line.sort_unstable();
        if line.windows(2).any(|pair| pair[0] >> INFO_BITS == pair[1] >> INFO_BITS) {
            return None;
        }
        left = line.split_off(line.len().min(ENTRIES));
        line.resize(ENTRIES, 0);
        out.extend(line.iter().flat_map(|entry| entry.to_le_bytes().into_iter().take(ENTRY)));
        out.extend(u32::from(!left.is_empty()).to_le_bytes());
    }
    left.is_empty().then_some(out)
}
