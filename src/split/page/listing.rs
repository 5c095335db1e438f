//! Lists of a paper's pages, as sites print them beside a page: `第01版:要闻`, `第02版:综合`. None of them is the page itself;
//! one line alone, `02:综合` above all else, is. Nor are they a list where they go on below an article: pages without text.

use super::{Page, Reader};
use crate::split::masthead::Masthead;

/// How many lines in a row that number pages make a list.
const FEWEST: usize = 3;

/// What was read of a list of pages.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The number of the last line of a row, how many lines it has, and the page that was known above it.
    row: Option<(u32, usize, Option<String>)>,
    /// Lines at the page's head that number a page and name it: the first, and how many there are.
    pointed: Option<(usize, String)>,
    pointers: usize,
    /// The last of a list, which is the page's where its numbers go on further down.
    last: Option<Last>,
    /// They do: rows of pages are none of a site's.
    goes_on: bool,
}

/// The last line of a list of pages.
#[derive(Debug)]
struct Last {
    number: u32,
    line: usize,
    masthead: Masthead,
    /// How many lines told of the page above it.
    above: usize,
}

impl Listing {
    /// A line of an article ends a row.
    pub(super) fn end(&mut self) {
        self.row = None;
    }

    /// Takes note of a line at the page's head: `02:综合`.
    pub(super) fn point(&mut self, number: usize, text: &str) {
        self.pointers += 1;
        let label = text.split([':', '：']).next().unwrap_or_default().trim();
        self.pointed.get_or_insert_with(|| (number, label.to_owned()));
    }
}

/// The number in a page's label: A03.
fn number(label: &str) -> Option<u32> {
    label.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()
}

impl Reader<'_> {
    /// Follows a line that told of the page: where it is one of a list, what it told is forgotten.
    pub(super) fn list(&mut self) {
        let Some(next) = self.masthead.page.as_deref().and_then(number) else { return self.listing.end() };
        if self.listing.row.is_none()
            && let Some(last) = self.listing.last.take_if(|last| last.number + 1 == next)
        {
            self.restore(last);
        }
        if self.listing.goes_on {
            return;
        }
        let mastheads = &mut self.page.mastheads;
        match &mut self.listing.row {
            Some((last, count, page)) if next == *last + 1 => {
                (*last, *count) = (next, *count + 1);
                if *count < FEWEST {
                    return;
                }
                let forgotten = if *count == FEWEST { FEWEST } else { 1 };
                let told = mastheads.last().cloned();
                mastheads.truncate(mastheads.len().saturating_sub(forgotten));
                let above = mastheads.len();
                self.listing.last = told.map(|(line, masthead)| Last { number: next, line, masthead, above });
                self.masthead.page.clone_from(page);
                let listed = self.page.aside.iter_mut().rev().take(forgotten);
                listed.for_each(|aside| aside.class = "navigation");
            }
            row => {
                let above = mastheads.len().checked_sub(2).and_then(|at| mastheads[at].1.page.clone());
                *row = Some((next, 1, above));
            }
        }
    }

    /// Gives the lines below a list that was none their page.
    fn restore(&mut self, last: Last) {
        let Last { line, masthead, above, .. } = last;
        let Page { mastheads, aside, .. } = &mut self.page;
        // The line under way says its own.
        let below = mastheads.len().saturating_sub(1);
        let above = above.min(below);
        let before = above.checked_sub(1).and_then(|at| mastheads[at].1.page.clone());
        for (_, told) in mastheads[above..below].iter_mut().filter(|(_, told)| told.page == before) {
            told.page.clone_from(&masthead.page);
        }
        mastheads.insert(above, (line, masthead));
        aside.iter_mut().filter(|aside| aside.number == line).for_each(|aside| aside.class = "masthead");
        self.listing.goes_on = true;
    }

    /// The one line that numbers and names a page at its head is of the page, where no other says which it is.
    pub(super) fn number_page(&mut self) {
        let Some((line, label)) = self.listing.pointed.take().filter(|_| self.listing.pointers == 1) else {
            return;
        };
        let mastheads = &mut self.page.mastheads;
        if mastheads.iter().any(|(_, masthead)| masthead.page.is_some()) {
            return;
        }
        if mastheads.is_empty() {
            mastheads.push((line, Masthead::default()));
        }
        mastheads.iter_mut().for_each(|(_, masthead)| masthead.page = Some(label.clone()));
    }
}
