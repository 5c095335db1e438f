//! Packs the tables that names are judged by, as `data/names.bin` holds them.

use super::foreign::{OTHERS, STEPPE, TRANSCRIBING};
use super::table::{
    BEGINS_KNOWN, BEGINS_PART, BLOCK, BLOCKS, COMPOUND, Costs, ENDS_COMPOUND, FIRST, GOES_ON_KNOWN,
    GOES_ON_PART, INITIAL, MAGIC, NONE_ROW, TRANSCRIBES, TYPICAL, UNKNOWN_ROW, pair_bit,
};
use crate::lexicon::rows;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// What a character costs that no table knows: as rare as any in a name, and rarer in text.
const UNKNOWN: Costs = Costs {
    surname: f32::INFINITY,
    alone: 14.0,
    first: 14.0,
    second: 14.0,
    foreign: 12.0,
    text: 13.0,
    flags: 0,
};

/// What is no Han character, and stands in no name.
const NONE: Costs = Costs { alone: f32::INFINITY, first: f32::INFINITY, second: f32::INFINITY, ..UNKNOWN };

/// Characters that no given name holds: function words, and heads of what stands beside names.
const NEVER_GIVEN: &str = "的了是不与等被把将及或者这哪谁我你您他她它们个位区街县省市局院厂店校队所站社部委办处组员说讲答\
     称给但而且着都就还很最没该某每各何么吗呢吧啊呀地";

/// Packs the tables of the folder `data` (`src/names/table.rs` tells the layout).
///
/// # Errors
///
/// If one cannot be read.
pub fn pack(data: &Path) -> io::Result<Vec<u8>> {
    let read = |name: &str| std::fs::read_to_string(data.join(name));
    let mut costs: BTreeMap<char, Costs> = BTreeMap::new();
    let mut change = |c: char, change: &dyn Fn(&mut Costs)| change(costs.entry(c).or_insert(UNKNOWN));
    for (c, counted) in characters(&read("name_chars.tsv")?) {
        change(c, &|costs| *costs = counted);
    }
    // Mongolian, Tibetan and Uyghur names are missing in the counts.
    const RARE_IN_COUNTS: f32 = 6.0;
    for c in STEPPE.chars() {
        change(c, &|costs| costs.foreign = costs.foreign.min(RARE_IN_COUNTS));
    }
    let (parts, known) = (read("steppe_names.tsv")?, read("known_names.tsv")?);
    let firsts = |table| rows(table).filter_map(|row| row[0].chars().next()).collect::<Vec<_>>();
    let mut flag = |chars: &mut dyn Iterator<Item = char>, flags: u16| {
        chars.for_each(|c| change(c, &|costs| costs.flags |= flags));
    };
    flag(&mut TRANSCRIBING.chars(), TYPICAL | TRANSCRIBES);
    flag(&mut STEPPE.chars().chain(OTHERS.chars()), TRANSCRIBES);
    flag(&mut firsts(&parts).into_iter(), BEGINS_PART);
    flag(&mut firsts(&known).into_iter(), BEGINS_KNOWN);
    let seconds = |table| rows(table).filter_map(|row| row[0].chars().nth(1)).collect::<Vec<_>>();
    flag(&mut seconds(&parts).into_iter(), GOES_ON_PART);
    flag(&mut seconds(&known).into_iter(), GOES_ON_KNOWN);
    for c in NEVER_GIVEN.chars() {
        change(c, &|costs| (costs.alone, costs.first, costs.second) = (NONE.alone, NONE.first, NONE.second));
    }
    let mut compounds: Vec<([char; 2], f32)> = Vec::new();
    for row in rows(&read("surnames.tsv")?) {
        let share: f64 = row[1].parse().unwrap_or(0.0);
        let cost = -(share / 100.0).ln() as f32;
        match row[0].chars().collect::<Vec<_>>()[..] {
            [c] => change(c, &|costs| {
                costs.surname = cost;
                costs.flags |= INITIAL;
            }),
            [a, b] => {
                compounds.push(([a, b], cost));
                change(a, &|costs| costs.flags |= COMPOUND | INITIAL);
                change(b, &|costs| costs.flags |= ENDS_COMPOUND);
            }
            _ => {}
        }
    }
    compounds.sort_by_key(|(name, _)| *name);
    let mut out = MAGIC.to_vec();
    costs.retain(|c, _| place(*c) < BLOCK);
    out.extend((2 + costs.len() as u32).to_le_bytes());
    out.extend((compounds.len() as u32).to_le_bytes());
    let mut index = [UNKNOWN_ROW; BLOCK];
    for (c, row) in costs.keys().zip(NONE_ROW + 1..) {
        index[place(*c)] = row;
    }
    out.extend(index.iter().flat_map(|row| row.to_le_bytes()));
    out.extend([UNKNOWN, NONE].iter().chain(costs.values()).flat_map(|costs| costs.to_row()));
    for ([a, b], cost) in compounds {
        out.extend([a, b].into_iter().flat_map(|c| (c as u16).to_le_bytes()));
        out.extend(cost.to_le_bytes());
    }
    pairs(&read("word_pairs.tsv")?, &mut out);
    Ok(out)
}

/// The place of a character in the block; behind it for others.
fn place(c: char) -> usize {
    (c as u32).wrapping_sub(FIRST) as usize
}

/// What each character costs, by how often it was counted in each place.
fn characters(table: &str) -> Vec<(char, Costs)> {
    let counts = |row: &[&str]| -> [f64; 5] {
        std::array::from_fn(|place| row.get(place + 1).and_then(|cell| cell.parse().ok()).unwrap_or(0.0))
    };
    let rows: Vec<(char, [f64; 5])> =
        rows(table).filter_map(|row| Some((row[0].chars().next()?, counts(&row)))).collect();
    let sums: [f64; 5] = std::array::from_fn(|place| rows.iter().map(|(_, counts)| counts[place]).sum());
    // Parents find characters that no table counted: one name in 200,000 is given each of them.
    const RAREST: f32 = 12.2;
    let cost = |seen: f64, place: usize| -((seen + 0.2) / sums[place]).ln() as f32;
    let costs = |[alone, first, second, foreign, text]: [f64; 5]| Costs {
        alone: RAREST.min(cost(alone, 0)),
        first: RAREST.min(cost(first, 1)),
        second: RAREST.min(cost(second, 2)),
        // Far fewer foreign names were counted.
        foreign: -((foreign + 20.0) / sums[3]).ln() as f32,
        text: cost(text, 4),
        ..UNKNOWN
    };
    rows.into_iter().map(|(c, counts)| (c, costs(counts))).collect()
}

/// Appends the second characters of common words by their first.
fn pairs(table: &str, out: &mut Vec<u8>) {
    let mut bits = [0_u64; BLOCKS];
    let (mut starts, mut seconds) = (vec![0_u16; BLOCK + 1], Vec::new());
    for row in rows(table) {
        let Some(first) = row[0].chars().next().filter(|first| place(*first) < BLOCK) else { continue };
        for second in row[1].chars().filter(|second| u16::try_from(*second).is_ok()) {
            let (block, bit) = pair_bit(first, second);
            bits[block] |= 1 << bit;
            seconds.push(second as u16);
        }
        // The rows are sorted: what begins no word ends where it begins.
        starts[place(first) + 1..].fill(seconds.len() as u16);
    }
    assert!(seconds.len() <= usize::from(u16::MAX), "too many pairs");
    out.extend(bits.iter().flat_map(|bits| bits.to_le_bytes()));
    out.extend(starts.iter().chain(&seconds).flat_map(|n| n.to_le_bytes()));
}
