//! The tables that names are judged by, laid out for one look a character.

use crate::lexicon;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a character costs in each place of a name and in running text: `-ln P`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Costs {
    /// As a whole surname; infinite where it is none.
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
    compound: bool,
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
};

pub(super) struct Table {
    /// Index into `costs` by code point from [`FIRST`]; 0 is [`UNKNOWN`].
    index: Vec<u16>,
    costs: Vec<Costs>,
    compounds: HashMap<[char; 2], f32>,
}

/// The tables cover the block of common Han characters.
const FIRST: usize = 0x4E00;
const LAST: usize = 0x9FFF;

impl Table {
    fn load() -> Self {
        let mut table =
            Table { index: vec![0; LAST - FIRST + 1], costs: vec![UNKNOWN], compounds: HashMap::new() };
        let mut sums = [0.0_f32; 5];
        let mut rows: Vec<(char, [f32; 5])> = Vec::new();
        for row in lexicon::rows(include_str!("../../data/name_chars.tsv")) {
            let mut places = [0.0; 5];
            for (place, cell) in row[1..].iter().enumerate().take(5) {
                places[place] = cell.parse().unwrap_or(0.0);
                sums[place] += places[place];
            }
            rows.extend(row[0].chars().next().map(|c| (c, places)));
        }
        // Parents find characters that no table counted: one name in 200,000 is given each of them.
        const RAREST: f32 = 12.2;
        let cost = |seen: f32, place: usize| match place {
            4 => -((seen + 0.2) / sums[place]).ln(),
            _ => RAREST.min(-((seen + 0.2) / sums[place]).ln()),
        };
        for (c, places) in rows {
            if let Some(costs) = table.slot(c) {
                costs.alone = cost(places[0], 0);
                costs.first = cost(places[1], 1);
                costs.second = cost(places[2], 2);
                // Far fewer foreign names were counted.
                costs.foreign = -((places[3] + 20.0) / sums[3]).ln();
                costs.text = cost(places[4], 4);
            }
        }
        // Mongolian, Tibetan and Uyghur names are missing in the counts.
        const STEPPE: f32 = 6.0;
        for c in super::foreign::steppe() {
            if let Some(costs) = table.slot(c) {
                costs.foreign = costs.foreign.min(STEPPE);
            }
        }
        for row in lexicon::rows(include_str!("../../data/surnames.tsv")) {
            let share: f32 = row[1].parse().unwrap_or(0.0);
            match row[0].chars().collect::<Vec<_>>()[..] {
                [c] => {
                    if let Some(costs) = table.slot(c) {
                        costs.surname = -(share / 100.0).ln();
                    }
                }
                [a, b] => {
                    table.compounds.insert([a, b], share);
                    if let Some(costs) = table.slot(a) {
                        costs.compound = true;
                    }
                }
                _ => {}
            }
        }
        table
    }

    fn slot(&mut self, c: char) -> Option<&mut Costs> {
        let index = self.index.get_mut((c as usize).wrapping_sub(FIRST))?;
        if *index == 0 {
            *index = u16::try_from(self.costs.len()).ok()?;
            self.costs.push(UNKNOWN);
        }
        self.costs.get_mut(usize::from(*index))
    }

    pub(super) fn costs(&self, c: char) -> &Costs {
        let index = self.index.get((c as usize).wrapping_sub(FIRST)).copied().unwrap_or(0);
        &self.costs[usize::from(index)]
    }

    /// The share in percent of a surname of two characters.
    pub(super) fn compound(&self, a: char, b: char) -> Option<f32> {
        self.costs(a).compound.then(|| self.compounds.get(&[a, b]).copied()).flatten()
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
    /// Where the seconds of a first character begin in `seconds`, by code point from [`FIRST`]; one more at the end.
    starts: Vec<u32>,
    seconds: Vec<char>,
}

static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
    let mut pairs = Pairs { starts: vec![0; LAST - FIRST + 2], seconds: Vec::new() };
    let mut next = 0;
    for row in lexicon::rows(include_str!("../../data/word_pairs.tsv")) {
        let Some(at) = row[0].chars().next().map(|c| (c as usize).wrapping_sub(FIRST)) else { continue };
        if at > LAST - FIRST {
            continue;
        }
        // The rows are sorted: every character in between begins no word.
        while next <= at {
            pairs.starts[next] = pairs.seconds.len() as u32;
            next += 1;
        }
        pairs.seconds.extend(row[1].chars());
    }
    let end = pairs.seconds.len() as u32;
    pairs.starts[next..].fill(end);
    pairs
});

/// Whether two characters are a common word that is no personal name.
///
/// ```
/// use jianbao::names::is_word_pair;
/// assert!(is_word_pair('社', '区') && is_word_pair('高', '兴') && !is_word_pair('王', '芳'));
/// ```
pub fn is_word_pair(a: char, b: char) -> bool {
    let at = (a as usize).wrapping_sub(FIRST);
    let (Some(&start), Some(&end)) = (PAIRS.starts.get(at), PAIRS.starts.get(at.wrapping_add(1))) else {
        return false;
    };
    PAIRS.seconds[start as usize..end as usize].binary_search(&b).is_ok()
}
