//! Lines that are furniture where furniture stands: 每份一元五角 at a page's foot, but not below a headline.

use crate::split::line::Evidence as E;
use crate::split::page::{Aside, Page};
use std::collections::BTreeSet;

/// A line that is of a class at the edge of a page.
pub(in crate::split) type Edge = (usize, &'static str);

/// Whether a line of a class tells that what stands beside it is of the page too.
fn is_sure(class: &str) -> bool {
    matches!(class, "masthead" | "issue" | "hotline" | "copyright" | "credit" | "navigation")
}

/// Sets aside those of the lines that stand at the page's foot or beside what is sure.
pub(in crate::split) fn set_edges_aside(page: &mut Page<'_>, edges: &[Edge]) {
    if edges.is_empty() {
        return;
    }
    let class = |number: usize| {
        let at = edges.binary_search_by_key(&number, |edge| edge.0).ok()?;
        Some(edges[at].1)
    };
    let mut sure: BTreeSet<usize> =
        page.aside.iter().filter(|aside| is_sure(aside.class)).map(|aside| aside.number).collect();
    // Whether a line is of the page between the two that are left, none at the page's end; one line tells of the next.
    let mut is_of_page = |number: usize, above: Option<usize>, below: Option<usize>, ends: bool| {
        let (from, to) = (above.unwrap_or(0), below.unwrap_or(usize::MAX));
        let class = class(number)?;
        let beside = from < to && sure.range(from + 1..to).next().is_some();
        (ends || beside).then(|| {
            if is_sure(class) {
                sure.insert(number);
            }
            class
        })
    };
    let numbers: Vec<usize> = page.lines.iter().map(|line| line.number).collect();
    let mut found: Vec<Option<&'static str>> = vec![None; numbers.len()];
    let mut below = None;
    for i in (0..numbers.len()).rev() {
        let above = i.checked_sub(1).map(|above| numbers[above]);
        found[i] = is_of_page(numbers[i], above, below, below.is_none());
        below = if found[i].is_some() { below } else { Some(numbers[i]) };
    }
    let left: Vec<usize> = (0..numbers.len()).filter(|&i| found[i].is_none()).collect();
    let mut above = None;
    for (n, &i) in left.iter().enumerate() {
        let below = left.get(n + 1).map(|&below| numbers[below]);
        found[i] = is_of_page(numbers[i], above, below, above.is_none());
        above = if found[i].is_some() { above } else { Some(numbers[i]) };
    }
    set_aside(page, &found);
}

/// Sets aside the lines that are of a class; what stood before them stands before the next.
pub(super) fn set_aside(page: &mut Page<'_>, classes: &[Option<&'static str>]) {
    let mut blank = None;
    let lines = std::mem::take(&mut page.lines);
    for (mut line, class) in lines.into_iter().zip(classes) {
        if let Some(class) = *class {
            blank = Some(line.blank.max(blank.unwrap_or(0)));
            page.aside.push(Aside { number: line.number, text: line.text, class });
            continue;
        }
        if let Some(blank) = blank.take() {
            line.blank = line.blank.max(blank);
            line.set(E::Gap, line.blank > 0);
            line.set(E::Parted, true);
        }
        page.lines.push(line);
    }
}
