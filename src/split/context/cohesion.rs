//! Whether the text below a title goes on with what was told above it, as that below a crosshead does: told by the pairs of
//! characters that both have and the rest of the page has not.

use super::echoes::Pairs;
use crate::split::line::{Evidence as E, Line, Set};
use std::cell::RefCell;

/// How many pairs above a title are compared, and below it.
const ABOVE: usize = 300;
const BELOW: usize = 200;

/// In how many lines they are looked for: some hold none.
const REACH: usize = 40;

/// How often each pair is met: on a page, above a title, and below it.
struct Counts {
    page: Box<[u8]>,
    above: Box<[u8]>,
    below: Box<[u8]>,
    /// A page is under way, or was when a panic ended it.
    in_use: bool,
}

impl Counts {
    fn new() -> Self {
        let none = || vec![0; Pairs::NUMBERS].into_boxed_slice();
        Counts { page: none(), above: none(), below: none(), in_use: false }
    }
}

thread_local!(static COUNTS: RefCell<Counts> = RefCell::new(Counts::new()));

/// Marks titles over text by whether it goes on with what was told above.
pub(in crate::split) fn mark_cohesion(lines: &mut [Line<'_>], pairs: &Pairs) {
    COUNTS.with_borrow_mut(|counts| {
        if counts.in_use {
            *counts = Counts::new();
        }
        for i in 1..lines.len() {
            if !heads_text(lines, i) {
                continue;
            }
            if !counts.in_use {
                counts.in_use = true;
                lines.iter().for_each(|line| add(&mut counts.page, pairs.of(line)));
            }
            mark(lines, i, pairs, counts);
        }
        if counts.in_use {
            lines.iter().for_each(|line| clear(&mut counts.page, pairs.of(line)));
            counts.in_use = false;
        }
    });
}

/// Whether a line is a title between two texts, the one above without a signature, the one below without a lead marker.
fn heads_text(lines: &[Line<'_>], i: usize) -> bool {
    const OTHER: Set = Set::of(&[E::Byline, E::Names, E::Sent, E::Verse, E::Heading, E::Wide]);
    let is_text = |line: &Line<'_>| !line.has(E::Title) || line.has(E::Wide);
    lines[i].has(E::Title)
        && !lines[i].evidence().any(OTHER)
        && is_text(&lines[i - 1])
        && !lines[i - 1].has(E::Signed)
        && lines.get(i + 1).is_some_and(|below| is_text(below) && !below.has(E::Marker))
}

/// Marks one title.
fn mark(lines: &mut [Line<'_>], i: usize, pairs: &Pairs, counts: &mut Counts) {
    // Of less text nothing is told.
    const LEAST: (usize, usize) = (60, 25);
    const FEW: usize = 1;
    const MANY: usize = 5;
    let mut above = Vec::with_capacity(ABOVE);
    for line in lines[..i].iter().rev().take(REACH) {
        above.extend(pairs.of(line).take(ABOVE - above.len()));
        if above.len() == ABOVE {
            break;
        }
    }
    let is_text = |line: &&Line<'_>| !line.has(E::Title) || line.has(E::Wide);
    let below =
        lines[i + 1..].iter().take(REACH).take_while(is_text).flat_map(|line| pairs.of(line)).take(BELOW);
    let below: Vec<u16> = below.collect();
    if above.len() < LEAST.0 || below.len() < LEAST.1 {
        return;
    }
    let Counts { page, above: known, below: near, .. } = counts;
    add(known, above.iter().copied());
    add(near, below.iter().copied());
    let mut shared = 0;
    for &pair in &below {
        let at = usize::from(pair);
        let both = known[at].saturating_add(near[at]);
        shared += usize::from(known[at] > 0 && page[at] <= both.saturating_add(1));
        // Once each.
        known[at] = 0;
    }
    clear(known, above.iter().copied());
    clear(near, below.iter().copied());
    lines[i].set(E::Severed, shared <= FEW);
    lines[i].set(E::Akin, shared >= MANY);
}

fn add(counts: &mut [u8], pairs: impl Iterator<Item = u16>) {
    for pair in pairs {
        let count = &mut counts[usize::from(pair)];
        *count = count.saturating_add(1);
    }
}

fn clear(counts: &mut [u8], pairs: impl Iterator<Item = u16>) {
    pairs.for_each(|pair| counts[usize::from(pair)] = 0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::page;

    #[test]
    fn texts_go_on_or_do_not() {
        let wells = "杨庄乡把修复机井作为春灌的头等大事,组织打井队和电工逐眼检查,缺泵的补泵,断线的接线,旱地一亩一亩浇上了水。";
        let more =
            "打井队的电工白天检查机井,夜里修泵接线,缺泵的村由乡里补泵,春灌没有耽误一天,旱地都浇上了水。";
        let other = "城关小学的孩子们把旧书摆上操场,用故事换故事,老师当起了收银员,家长在旁边看得直乐,一上午换出去四百本。";
        let seen = |below: &str| {
            let page = format!("机井修好了\n{wells}{wells}\n夜里也有人\n{below}\n");
            let page = page::read(&page);
            (page.lines[2].has(E::Severed), page.lines[2].has(E::Akin))
        };
        assert_eq!(seen(more), (false, true));
        assert_eq!(seen(other), (true, false));
        // What a panic left of another page tells nothing.
        COUNTS.with_borrow_mut(|counts| {
            counts.in_use = true;
            counts.page.fill(u8::MAX);
            counts.below.fill(1);
        });
        assert_eq!(seen(more), (false, true));
    }
}
