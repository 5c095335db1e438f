//! Names that are printed together, and where they part: `张晓明李芳` is three and two characters.

use super::table::TABLE;
use super::{is_chinese_name, may_be_given, surname};
use crate::chars::is_han;

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

/// As [`part`], with the next best parting beside it.
pub fn parting(chars: &[char]) -> Option<Parting> {
    const LIMIT: usize = 24;
    let n = chars.len();
    if n == 0 || n > LIMIT {
        return None;
    }
    // best[i]: the two cheapest ways to name chars[i..]: cost, length of the first name, rank of what follows it.
    let mut best: Vec<Vec<(f32, usize, usize)>> = vec![Vec::new(); n + 1];
    best[n].push((0.0, 0, 0));
    for i in (0..n).rev() {
        let mut ways = Vec::new();
        for length in 2..=4.min(n - i) {
            let Some(name) = name_cost(&chars[i..i + length]) else { continue };
            for (rank, (rest, ..)) in best[i + length].iter().enumerate() {
                ways.push((name + rest, length, rank));
            }
        }
        ways.sort_by(|a, b| a.0.total_cmp(&b.0));
        ways.truncate(2);
        best[i] = ways;
    }
    let follow = |mut rank: usize| {
        let (mut at, mut lengths) = (0, Vec::new());
        while at < n {
            let &(_, length, next) = best[at].get(rank)?;
            lengths.push(length);
            at += length;
            rank = next;
        }
        Some(lengths)
    };
    let lengths = follow(0)?;
    let next = follow(1).map(|other| (other, (best[0][1].0 - best[0][0].0).exp()));
    Some(Parting { lengths, next })
}

/// Of all names of one surname character: those of two, of three and of four characters (`吴老金妹`).
const SHORT: f32 = 1.15;
const LONG: f32 = 0.40;
const FOUR: f32 = 5.5;
/// Both parents' surnames: one name in a few hundred.
const DOUBLE: f32 = 5.5;

/// `-ln P` of a given name behind a surname of one character.
pub(super) fn given_cost(given: &[char]) -> Option<f32> {
    let costs = |c: char| TABLE.costs(c);
    match *given {
        [alone] => Some(costs(alone).alone + SHORT),
        [first, second] => Some(costs(first).first + costs(second).second + LONG),
        _ => None,
    }
}

/// `-ln P` of a name among all names; `None` where it has not the shape of one.
pub(super) fn name_cost(chars: &[char]) -> Option<f32> {
    let plain = is_chinese_name(chars);
    let (length, share) = surname(chars)?;
    let given = &chars[length..];
    let family = -(share / 100.0).ln();
    let costs = |c: char| TABLE.costs(c);
    let cost = match *given {
        [alone] if plain => costs(alone).alone + if length == 1 { SHORT } else { 0.9 },
        [first, second] if plain => {
            costs(first).first + costs(second).second + if length == 1 { LONG } else { 0.5 }
        }
        [other, first, second] if length == 1 && given.iter().all(|&c| is_han(c) && may_be_given(c)) => {
            let rest = costs(first).first + costs(second).second;
            let double = costs(other).surname + DOUBLE;
            rest + double.min(costs(other).first + FOUR)
        }
        _ => return None,
    };
    Some(family + cost)
}
