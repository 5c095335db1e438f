//! Lines that are furniture where furniture stands: 每份一元五角 at a page's foot, but not below a headline.

use super::evidence::Evidence as E;
use super::page::{Aside, Page};

/// A line that is of a class at the edge of a page.
pub(super) type Edge = (usize, &'static str);

/// Whether a line of a class tells that what stands beside it is of the page too.
fn is_sure(class: &str) -> bool {
    matches!(class, "masthead" | "issue" | "hotline" | "copyright" | "credit" | "navigation")
}

/// Sets aside those of the lines that stand at the page's foot or beside what is sure.
pub(super) fn set_edges_aside(page: &mut Page<'_>, edges: &[Edge]) {
    let class = |number: usize| {
        let at = edges.binary_search_by_key(&number, |edge| edge.0).ok()?;
        Some(edges[at].1)
    };
    // One line tells of the next.
    let mut i = page.lines.len();
    while i > 0 {
        i -= 1;
        if let Some(class) = class(page.lines[i].number)
            && (i + 1 == page.lines.len() || is_beside(page, i))
        {
            set_aside(page, i, class);
        }
    }
    while i < page.lines.len() {
        match class(page.lines[i].number).filter(|_| i == 0 || is_beside(page, i)) {
            Some(class) => set_aside(page, i, class),
            None => i += 1,
        }
    }
}

/// Whether furniture that is sure stands between a line and the line before or after it.
fn is_beside(page: &Page<'_>, i: usize) -> bool {
    let from = i.checked_sub(1).map_or(0, |above| page.lines[above].number);
    let to = page.lines.get(i + 1).map_or(usize::MAX, |below| below.number);
    page.aside.iter().any(|aside| from < aside.number && aside.number < to && is_sure(aside.class))
}

fn set_aside(page: &mut Page<'_>, i: usize, class: &'static str) {
    let line = page.lines.remove(i);
    page.aside.push(Aside { number: line.number, text: line.text, class });
    if let Some(next) = page.lines.get_mut(i) {
        next.blank = next.blank.max(line.blank);
        next.set(E::Gap, next.blank > 0);
        next.set(E::Parted, true);
    }
}
