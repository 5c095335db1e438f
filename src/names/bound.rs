//! Upper bounds of the odds of names, of eight bytes a character: most places where a name might begin are refused by
//! three of them.

use super::table::{
    BEGINS_KNOWN, BEGINS_PART, BLOCK, COMPOUND, Costs, ENDS_COMPOUND, FIRST, GOES_ON_KNOWN, GOES_ON_PART,
    TABLE, UNKNOWN_ROW,
};
use super::{WORD, is_word_pair, part};

/// What a character adds to the odds of a name in each place at most, in quarters, and how names may begin with it.
#[derive(Clone, Copy)]
struct Bound {
    surname: i8,
    /// As a whole given name.
    alone: i8,
    first: i8,
    second: i8,
    flags: u16,
}

static BOUNDS: [Bound; BLOCK] = bounds();
static UNKNOWN: Bound = Bound::of_row(UNKNOWN_ROW);

const fn bounds() -> [Bound; BLOCK] {
    let mut bounds = [UNKNOWN; BLOCK];
    let mut at = 0;
    while at < BLOCK {
        bounds[at] = Bound::of_row(TABLE.row_number(at));
        at += 1;
    }
    bounds
}

impl Bound {
    const fn of_row(row: u16) -> Self {
        const fn gain(text: f32, cost: f32) -> i8 {
            // What is infinite ends at the least there is; the next quarter above is never less than the gain.
            ((text - cost) * 4.0) as i8 + 1
        }
        let Costs { surname, alone, first, second, text, flags, .. } = TABLE.costs_of_row(row);
        Bound {
            surname: gain(text, surname),
            alone: gain(text, alone),
            first: gain(text, first),
            second: gain(text, second),
            flags,
        }
    }

    #[inline(always)]
    fn of(c: char) -> &'static Bound {
        // What is no Han character stands in no name; the bound of a rare one is a bound all the same.
        BOUNDS.get((c as u32).wrapping_sub(FIRST) as usize).unwrap_or(&UNKNOWN)
    }
}

/// An upper bound of the odds of the names that begin at the start of `chars`, in quarters: a look at each of three
/// characters. Names that are known and what is put together from known parts have none.
#[inline(always)]
pub(crate) fn upper_bound(chars: &[char]) -> i32 {
    const SHORT: i32 = (4.0 * part::short(1)) as i32;
    const LONG: i32 = (4.0 * part::long(1)) as i32;
    let &[surname, given, ref rest @ ..] = chars else { return i32::MIN };
    let (surname, given) = (Bound::of(surname), Bound::of(given));
    let goes_on = |first: u16, second: u16| surname.flags & first != 0 && given.flags & second != 0;
    if surname.flags & (COMPOUND | BEGINS_PART | BEGINS_KNOWN) != 0
        && (goes_on(COMPOUND, ENDS_COMPOUND)
            || goes_on(BEGINS_PART, GOES_ON_PART)
            || goes_on(BEGINS_KNOWN, GOES_ON_KNOWN))
    {
        return i32::MAX;
    }
    let second = rest.first().map_or(i32::MIN, |second| i32::from(Bound::of(*second).second) - LONG);
    i32::from(surname.surname)
        + (i32::from(given.alone) - SHORT).max(i32::from(given.first).saturating_add(second))
}

/// The bound of names that begin as `chars` do, less where a surname and what follows are a word.
#[inline(always)]
pub(crate) fn bound_of_word(chars: &[char], bound: i32) -> i32 {
    let word = bound < i32::MAX && is_word_pair(chars[0], chars[1]);
    bound - if word { (4.0 * WORD) as i32 } else { 0 }
}

/// The least [bound](upper_bound) of names whose odds are `odds` or more.
pub(crate) const fn least_bound(odds: f32) -> i32 {
    (odds * 4.0) as i32 - 1
}
