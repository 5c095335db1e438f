//! Names that are printed together, and where they part: `张晓明李芳` is three and two characters.

use super::table::TABLE;
use super::{is_no_name, may_be_given};

/// How names that are printed together part.
#[derive(Clone, Debug, PartialEq)]
pub struct Parting {
    /// The lengths of the names in characters.
    pub lengths: Vec<usize>,
    /// The next best parting, and how many times less likely it is.
    pub next: Option<(Vec<usize>, f32)>,
}

/// Splits names that are printed without anything between them: the lengths of the names.
///
/// A name is two or three characters, four with a compound surname or two surnames. The likeliest parting wins, by the
/// shares of surnames and of the characters in each place of a given name; four characters that are two unlikely names
/// stay one (`吴老金妹`).
///
/// ```
/// use jianbao::names::part;
/// let lengths = |s: &str| part(&s.chars().collect::<Vec<_>>());
/// assert_eq!(lengths("张晓明李芳"), Some(vec![3, 2]));
/// assert_eq!(lengths("王芳赵国强"), Some(vec![2, 3]));
/// assert_eq!(lengths("欧阳建国"), Some(vec![4]));
/// assert_eq!(lengths("吴老金妹"), Some(vec![4]));
/// ```
pub fn part(chars: &[char]) -> Option<Vec<usize>> {
    parting(chars).map(|parting| parting.lengths)
}

/// A way to name what is left: its cost, the length of the first name, and which way goes on behind it.
#[derive(Clone, Copy)]
struct Way {
    cost: f32,
    length: usize,
    rank: usize,
}

const NO_WAY: Way = Way { cost: f32::INFINITY, length: 0, rank: 0 };

/// As [`part`], with the next best parting beside it.
pub fn parting(chars: &[char]) -> Option<Parting> {
    const LIMIT: usize = 24;
    let n = chars.len();
    if n == 0 || n > LIMIT {
        return None;
    }
    // ways[i]: the two cheapest ways to name chars[i..].
    let mut ways = [[NO_WAY; 2]; LIMIT + 1];
    ways[n][0].cost = 0.0;
    for i in (0..n).rev() {
        let mut best = [NO_WAY; 2];
        for length in 2..=4.min(n - i) {
            let Some(name) = name_cost(&chars[i..i + length]) else { continue };
            for (rank, rest) in ways[i + length].iter().enumerate() {
                let way = Way { cost: name + rest.cost, length, rank };
                if way.cost < best[0].cost {
                    best = [way, best[0]];
                } else if way.cost < best[1].cost {
                    best[1] = way;
                }
            }
        }
        ways[i] = best;
    }
    let follow = |mut rank: usize| {
        let (mut at, mut lengths) = (0, Vec::new());
        while at < n {
            let way = ways[at][rank];
            if way.cost.is_infinite() {
                return None;
            }
            lengths.push(way.length);
            at += way.length;
            rank = way.rank;
        }
        Some(lengths)
    };
    let lengths = follow(0)?;
    let next = follow(1).map(|other| (other, (ways[0][1].cost - ways[0][0].cost).exp()));
    Some(Parting { lengths, next })
}

/// What it costs a name to be of one character behind a surname of `surname` characters.
#[inline]
pub(super) const fn short(surname: usize) -> f32 {
    if surname == 1 { 1.15 } else { 0.9 }
}

/// What it costs a name to be of two.
#[inline]
pub(super) const fn long(surname: usize) -> f32 {
    if surname == 1 { 0.40 } else { 0.5 }
}

/// And to be of three, whatever they are: 吴老金妹.
pub(super) const FOUR: f32 = 5.5;
/// Both parents' surnames: one name in a few hundred.
pub(super) const DOUBLE: f32 = 5.5;

/// `-ln P` of a given name of one or two characters behind a surname of `surname` characters; infinite where it cannot
/// be one.
#[inline]
pub(super) fn given_cost(surname: usize, given: &[char]) -> f32 {
    let costs = |c: char| TABLE.costs(c);
    match *given {
        [alone] => costs(alone).alone + short(surname),
        [first, second] => costs(first).first + costs(second).second + long(surname),
        _ => f32::INFINITY,
    }
}

/// `-ln P` of a name among all names; `None` where it has not the shape of one.
pub(super) fn name_cost(chars: &[char]) -> Option<f32> {
    let &[first, second, ..] = chars else { return None };
    if is_no_name(chars) {
        return None;
    }
    let single = TABLE.costs(first).surname + given_cost_of(1, &chars[1..]);
    let cost = match TABLE.compound(first, second) {
        Some(surname) => single.min(surname + given_cost(2, &chars[2..])),
        None => single,
    };
    cost.is_finite().then_some(cost)
}

/// As [`given_cost`], also of three characters behind a surname of one: a second surname, or whatever they are.
fn given_cost_of(surname: usize, given: &[char]) -> f32 {
    let &[other, first, second] = given else { return given_cost(surname, given) };
    let costs = |c: char| TABLE.costs(c);
    let double = if may_be_given(other) { costs(other).surname + DOUBLE } else { f32::INFINITY };
    costs(first).first + costs(second).second + double.min(costs(other).first + FOUR)
}
