//! What stands about a page's head and is of it: a motto, whose paper it is, what a site is called.

use super::names::names_paper;
use super::{Aside, Reader, TITLE};
use crate::split::line::{Evidence as E, Line};
use crate::split::masthead::Masthead;

impl Reader<'_> {
    /// A line or two between the lines of a page's head are of it: a motto, whose paper it is. Below the day and the
    /// page's number one of at most `longest` characters is.
    pub(super) fn end_head(&mut self, longest: usize) {
        let page = &mut self.page;
        let head = |line: &Line<'_>| line.has(E::Title) && !line.has(E::Heading);
        // Behind the day or the page's number an article may have begun: only what begins with a paper's name is of it.
        let open =
            |(_, masthead): &(usize, Masthead)| masthead.published.is_none() && masthead.page.is_none();
        let open = page.mastheads.last().is_some_and(open);
        let papers = page.lines.iter().take_while(|line| names_paper(line.text)).count();
        let short = page.lines.iter().all(|line| line.length <= longest);
        let whole = (open || short) && (1..=2).contains(&page.lines.len()) && page.lines.iter().all(head);
        let length = if whole { page.lines.len() } else { papers };
        if !page.mastheads.is_empty() && page.lines.len() <= 2 {
            page.aside.extend(page.lines.drain(..length).map(|line| Aside {
                number: line.number,
                text: line.text,
                class: "masthead",
            }));
        }
    }

    /// What a site is called stands above the row of its parts.
    pub(super) fn end_site(&mut self) {
        const ENDS: [char; 6] = ['网', '社', '报', '台', '線', '线'];
        let page = &mut self.page;
        let is_site = |line: &Line<'_>| line.length <= TITLE * 2 && line.text.ends_with(ENDS);
        if page.lines.len() <= 2 && page.lines.iter().all(is_site) {
            page.aside.extend(page.lines.drain(..).map(|line| Aside {
                number: line.number,
                text: line.text,
                class: "navigation",
            }));
        }
    }
}
