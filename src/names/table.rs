//! The tables that names are judged by, laid out for one look a character.

use crate::chars::is_han;
use crate::lexicon;
use std::sync::LazyLock;

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
    /// Whether a surname of two characters begins with it.
    pub(super) compound: bool,
    /// Whether names from other languages are typically written with it.
    pub(super) transcribes: bool,
    /// Whether a name begins with it that is made of known parts (次仁卓玛).
    pub(super) begins_part: bool,
    /// Whether the name of somebody whom everybody knows begins with it.
    pub(super) begins_known: bool,
}

/// What a character costs that no table knows: as rare as any in a name, and rarer in text.
const UNKNOWN: Costs = Costs {
    surname: f32::INFINITY,
    alone: 14.0,
    first: 14.0,
    second: 14.0,
    foreign: 12.0,
    text: 13.0,
    compound: false,
    transcribes: false,
    begins_part: false,
    begins_known: false,
};

/// What is no Han character, and stands in no name.
const NONE: Costs = Costs { alone: f32::INFINITY, first: f32::INFINITY, second: f32::INFINITY, ..UNKNOWN };

/// Characters that no given name holds: function words, and heads of what stands beside names.
const NEVER_GIVEN: &str = "的了是不与等被把将及或者这哪谁我你您他她它们个位区街县省市局院厂店校队所站社部委办处组员说讲答\
     称给但而且都就还很最没该某每各何么吗呢吧啊呀地";

pub(super) struct Table {
    /// Index into `costs` by code point from [`FIRST`]; 0 is [`UNKNOWN`].
    index: Box<[u16]>,
    costs: Vec<Costs>,
    /// Surnames of two characters and what they cost, sorted.
    compounds: Vec<([char; 2], f32)>,
}

/// The tables cover the block of common Han characters.
const FIRST: usize = 0x4E00;
const LAST: usize = 0x9FFF;

/// The first character of a cell.
fn char_of(cell: &str) -> Option<char> {
    cell.chars().next()
}

impl Table {
    fn load() -> Self {
        let mut table =
            Table { index: vec![0; LAST - FIRST + 1].into(), costs: vec![UNKNOWN], compounds: Vec::new() };
        table.read_characters();
        // Mongolian, Tibetan and Uyghur names are missing in the counts.
        const STEPPE: f32 = 6.0;
        super::foreign::steppe().for_each(|c| {
            table.set(c, |costs| costs.foreign = costs.foreign.min(STEPPE));
        });
        super::foreign::typical().for_each(|c| table.set(c, |costs| costs.transcribes = true));
        super::foreign::parts()
            .filter_map(char_of)
            .for_each(|c| table.set(c, |costs| costs.begins_part = true));
        super::known().filter_map(char_of).for_each(|c| table.set(c, |costs| costs.begins_known = true));
        NEVER_GIVEN.chars().for_each(|c| {
            table.set(c, |costs| {
                (costs.alone, costs.first, costs.second) = (NONE.alone, NONE.first, NONE.second)
            });
        });
        for row in lexicon::rows(include_str!("../../data/surnames.tsv")) {
            let share: f32 = row[1].parse().unwrap_or(0.0);
            let cost = -(share / 100.0).ln();
            let mut chars = row[0].chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => table.set(c, |costs| costs.surname = cost),
                (Some(a), Some(b)) => {
                    table.compounds.push(([a, b], cost));
                    table.set(a, |costs| costs.compound = true);
                }
                (None, _) => {}
            }
        }
        table.compounds.sort_by_key(|(name, _)| *name);
        table
    }

    /// Reads how often each character was counted in each place.
    fn read_characters(&mut self) {
        let rows = || lexicon::rows(include_str!("../../data/name_chars.tsv"));
        let counts = |row: &[&str]| -> [f32; 5] {
            std::array::from_fn(|place| row.get(place + 1).and_then(|cell| cell.parse().ok()).unwrap_or(0.0))
        };
        let rows: Vec<(char, [f32; 5])> =
            rows().filter_map(|row| Some((char_of(row[0])?, counts(&row)))).collect();
        let sum = |place: usize| rows.iter().map(|(_, counts)| counts[place]).sum::<f32>();
        let sums: [f32; 5] = std::array::from_fn(sum);
        // Parents find characters that no table counted: one name in 200,000 is given each of them.
        const RAREST: f32 = 12.2;
        let cost = |seen: f32, place: usize| -((seen + 0.2) / sums[place]).ln();
        for &(c, [alone, first, second, foreign, text]) in &rows {
            self.set(c, |costs| {
                costs.alone = RAREST.min(cost(alone, 0));
                costs.first = RAREST.min(cost(first, 1));
                costs.second = RAREST.min(cost(second, 2));
                // Far fewer foreign names were counted.
                costs.foreign = -((foreign + 20.0) / sums[3]).ln();
                costs.text = cost(text, 4);
            });
        }
    }

    /// Changes what is known of a character.
    fn set(&mut self, c: char, change: impl FnOnce(&mut Costs)) {
        let Some(index) = self.index.get_mut((c as usize).wrapping_sub(FIRST)) else { return };
        if *index == 0 {
            *index = self.costs.len() as u16;
            self.costs.push(UNKNOWN);
        }
        change(&mut self.costs[usize::from(*index)]);
    }

    #[inline]
    pub(super) fn costs(&self, c: char) -> &Costs {
        match self.index.get((c as usize).wrapping_sub(FIRST)) {
            Some(&index) => &self.costs[usize::from(index)],
            None if is_han(c) => &UNKNOWN,
            None => &NONE,
        }
    }

    /// What a surname of two characters costs.
    #[inline]
    pub(super) fn compound(&self, a: char, b: char) -> Option<f32> {
        if !self.costs(a).compound {
            return None;
        }
        let found = self.compounds.binary_search_by_key(&[a, b], |(name, _)| *name).ok()?;
        Some(self.compounds[found].1)
    }

    /// The first characters of all surnames.
    pub(super) fn initials(&self) -> impl Iterator<Item = char> + '_ {
        (FIRST..=LAST).filter_map(|c| char::from_u32(c as u32)).filter(|&c| {
            let costs = self.costs(c);
            costs.surname.is_finite() || costs.compound
        })
    }
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(Table::load);

/// Second characters of common words by their first, all in one list.
struct Pairs {
    /// A bit for all pairs with the same hash: most pairs are no word, and need no search.
    bits: Box<[u64]>,
    /// Where the seconds of a first character begin in `seconds`, by code point from [`FIRST`]; one more at the end.
    starts: Vec<u32>,
    seconds: Vec<char>,
}

impl Pairs {
    const BLOCKS: usize = 1 << 13;

    fn load() -> Self {
        let mut pairs = Pairs {
            bits: vec![0; Self::BLOCKS].into(),
            starts: vec![0; LAST - FIRST + 2],
            seconds: Vec::new(),
        };
        let mut next = 0;
        for line in include_str!("../../data/word_pairs.tsv").lines().filter(|line| !line.starts_with('#')) {
            let mut chars = line.chars();
            let Some(first) = chars.next() else { continue };
            let at = first as usize - FIRST;
            // The rows are sorted: every character in between begins no word.
            pairs.starts[next..=at].fill(pairs.seconds.len() as u32);
            next = at + 1;
            for second in chars.skip(1) {
                let (block, bit) = Self::bit(first, second);
                pairs.bits[block] |= 1 << bit;
                pairs.seconds.push(second);
            }
        }
        let end = pairs.seconds.len() as u32;
        pairs.starts[next..].fill(end);
        pairs
    }

    const fn bit(a: char, b: char) -> (usize, u32) {
        let hash = (a as u32).wrapping_mul(0x9E37_79B1) ^ (b as u32).wrapping_mul(0x85EB_CA6B);
        (hash as usize >> 19 & (Self::BLOCKS - 1), hash >> 13 & 63)
    }

    #[inline]
    fn has(&self, a: char, b: char) -> bool {
        let (block, bit) = Self::bit(a, b);
        self.bits[block] >> bit & 1 == 1 && self.search(a, b)
    }

    fn search(&self, a: char, b: char) -> bool {
        let at = (a as usize).wrapping_sub(FIRST);
        let (Some(&start), Some(&end)) = (self.starts.get(at), self.starts.get(at.wrapping_add(1))) else {
            return false;
        };
        self.seconds[start as usize..end as usize].binary_search(&b).is_ok()
    }
}

static PAIRS: LazyLock<Pairs> = LazyLock::new(Pairs::load);

/// Whether two characters are a common word that is no personal name.
///
/// ```
/// use jianbao::names::is_word_pair;
/// assert!(is_word_pair('社', '区') && is_word_pair('高', '兴') && !is_word_pair('王', '芳'));
/// ```
pub fn is_word_pair(a: char, b: char) -> bool {
    PAIRS.has(a, b)
}
