//! Lists of a paper's pages whose names stand on lines of their own, as older sites print them beside a page: `第001版`,
//! `封面导读`, `第002版`, `街坊`. None of them is the page itself.

use super::{Aside, Page};
use crate::chars::folded;
use crate::split::line::{Evidence as E, Given, Line};

/// How many pages make a list.
const FEWEST: usize = 3;

/// How many lines lie between the numbers of two pages, blank ones too.
const APART: usize = 4;

/// The number of a line that holds a page's number and nothing else: 第001版.
fn number(text: &str) -> Option<u32> {
    // Most lines of a page's head name more.
    let chars = text.starts_with('第').then(|| folded(text))?;
    let digits: String = chars.strip_prefix(&['第'])?.strip_suffix(&['版'])?.iter().collect();
    digits.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse().ok()
}

/// Whether a line is a page's number and nothing else.
pub(super) fn numbers_page(text: &str) -> bool {
    number(text).is_some()
}

/// Sets aside a list of pages, and forgets what its lines told.
pub(super) fn set_contents_aside(page: &mut Page<'_>) {
    page.aside.sort_by_key(|aside| aside.number);
    let labels: Vec<(usize, u32)> = page
        .aside
        .iter()
        .filter(|aside| aside.class == "masthead")
        .filter_map(|aside| Some((aside.number, number(aside.text)?)))
        .collect();
    // Its name is all that stands between it and the next page.
    let names = |line: &Line<'_>| line.has(E::Title) || line.has(E::Heading);
    let named = |from: usize, to: usize| {
        let mut lines = page.lines.iter().filter(|line| (from..to).contains(&line.number));
        lines.next().is_none_or(names) && lines.next().is_none() && to - from <= APART
    };
    let follows = |a: &(usize, u32), b: &(usize, u32)| a.1 + 1 == b.1 && named(a.0, b.0);
    let lists: Vec<(usize, usize)> = labels
        .chunk_by(follows)
        .filter(|row| row.len() >= FEWEST)
        .map(|row| (row[0].0, row[row.len() - 1].0))
        .collect();
    for (first, last) in lists {
        // The name of the last page stands right below it.
        let name = page.lines.iter().find(|line| line.number > last).filter(|line| {
            line.has(E::Title)
                && !page.aside.iter().any(|aside| (last + 1..line.number).contains(&aside.number))
        });
        // A1 要闻 was read as a page's.
        let read = page.aside.iter().find(|aside| aside.number == last + 1 && aside.class == "masthead");
        let end = name.map_or(last, |line| line.number).max(read.map_or(last, |aside| aside.number));
        let listed = |number: usize| (first..=end).contains(&number);
        let last = page.mastheads.iter().rev().find(|(number, _)| listed(*number));
        let last = last.and_then(|(_, masthead)| masthead.page.clone());
        page.mastheads.retain(|(number, _)| !listed(*number));
        let told = page.mastheads.iter().rev().find(|(number, _)| *number < first).cloned();
        let label = told.and_then(|(_, masthead)| masthead.page);
        let later = page.mastheads.iter_mut().filter(|(number, _)| *number > end);
        later.filter(|(_, masthead)| masthead.page == last).for_each(|(_, masthead)| {
            masthead.page.clone_from(&label);
        });
        let aside = &mut page.aside;
        aside.iter_mut().filter(|aside| listed(aside.number)).for_each(|aside| aside.class = "navigation");
        page.lines.retain(|line| {
            if listed(line.number) {
                aside.push(Aside { number: line.number, text: line.text, class: "navigation" });
            }
            !listed(line.number)
        });
    }
}

/// Says of paragraphs below a picture's note that they go on with the article: on a site's page of one.
pub(super) fn keep_captions(page: &mut Page<'_>) {
    let Some(&(title, _)) = page.told.first() else { return };
    let from = page.lines.partition_point(|line| line.number <= title);
    for i in from.max(1)..page.lines.len() {
        let (above, line) = (&page.lines[i - 1], &page.lines[i]);
        if above.has(E::Credited) && !above.has(E::Title) && !line.has(E::Title) && line.given.is_none() {
            page.lines[i].given = Some(Given::Body);
        }
    }
}
