//! The odds of the names that begin at one place, of which each character is looked up once.

use super::part::{self, DOUBLE, FOUR};
use super::table::{BEGINS_KNOWN, COMPOUND, Costs, TABLE};
use super::{KNOWN, KNOWN_ODDS, NOT_NAMES, WORD, is_word_pair};

/// The longest name that is read, in characters.
const LONGEST: usize = 4;

/// Characters that a name may begin.
pub(crate) struct Reading<'c> {
    chars: &'c [char],
    costs: [Costs; LONGEST],
    /// What the first two cost as a surname.
    compound: Option<f32>,
    /// The lengths of words of the shape of a name that are none, a bit each.
    no_names: u32,
}

impl<'c> Reading<'c> {
    /// Of the names that `chars` begin with. `None` where no surname begins there.
    pub(crate) fn new(chars: &'c [char]) -> Option<Self> {
        let chars = &chars[..chars.len().min(LONGEST)];
        let costs = |at: usize| TABLE.costs(chars.get(at).copied().unwrap_or_default());
        let first = costs(0);
        let compound = match *chars {
            [a, b, ..] if first.is(COMPOUND) => TABLE.compound(a, b),
            _ => None,
        };
        if first.surname.is_infinite() && compound.is_none() {
            return None;
        }
        let no_names = NOT_NAMES.all(chars).fold(0, |lengths, (length, ())| lengths | 1 << length);
        Some(Reading { chars, costs: [first, costs(1), costs(2), costs(3)], compound, no_names })
    }

    /// The length of the surname in characters: a compound one wins where a given name is left after it.
    pub(crate) fn surname(&self) -> usize {
        1 + usize::from(self.compound.is_some() && self.chars.len() > 2)
    }

    /// Whether the first `length` characters are listed as no name.
    pub(crate) fn is_no_name(&self, length: usize) -> bool {
        self.no_names >> length & 1 == 1
    }

    /// As [`odds`](super::odds()), of the first `length` characters.
    pub(crate) fn odds(&self, length: usize) -> Option<f32> {
        let chars = self.chars.get(..length)?;
        if self.is_no_name(length) {
            return None;
        }
        let [first, second, third, fourth] = &self.costs;
        let (single, double) = match length {
            2 => (second.alone + part::short(1), f32::INFINITY),
            3 => (second.first + third.second + part::long(1), third.alone + part::short(2)),
            4 if self.is_long_name() => {
                let surname = match second.alone.is_finite() {
                    true => second.surname + DOUBLE,
                    false => f32::INFINITY,
                };
                let given = third.first + fourth.second + surname.min(second.first + FOUR);
                (given, third.first + fourth.second + part::long(2))
            }
            _ => return None,
        };
        let single = first.surname + single;
        let name = self.compound.map_or(single, |surname| single.min(surname + double));
        if name.is_infinite() {
            return None;
        }
        let pair = |a: usize| f32::from(is_word_pair(chars[a], chars[a + 1]));
        let words = match length {
            2 => pair(0),
            3 => pair(0) + 0.45 * pair(1),
            // 东方|美学: behind a surname of two characters as good as alone; 关于|加强 is no pair of surnames.
            _ if self.compound.is_some() => pair(2),
            _ => pair(2) + pair(0),
        };
        let text: f32 = self.costs[..length].iter().map(|costs| costs.text).sum();
        let odds = text - name - WORD * words;
        let known = first.is(BEGINS_KNOWN) && KNOWN.get(chars).is_some();
        Some(if known { odds.max(KNOWN_ODDS) } else { odds })
    }

    /// Whether four characters have the shape of a name.
    fn is_long_name(&self) -> bool {
        const COMMON: f32 = 6.9;
        let [_, second, third, fourth] = &self.costs;
        let given = third.alone.is_finite() && fourth.alone.is_finite();
        given && (self.compound.is_some() || second.surname < COMMON)
    }
}
