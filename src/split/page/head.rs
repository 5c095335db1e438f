//! A page's head: its day, number and paper, and what stands about them and is of it: a motto, what a site is called.

use super::contents::numbers_page;
use super::names::{names_paper, paper_name};
use super::{Aside, Reader, TITLE};
use crate::split::furniture::menus::is_guide;
use crate::split::furniture::metadata::is_full_day;
use crate::split::line::{Evidence as E, Line};
use crate::split::masthead::Masthead;

impl<'a> Reader<'a> {
    /// A number by itself that is the page's: 7 between the newspaper's name and the day, 02 below the page's name.
    pub(super) fn read_page_number(&mut self, number: usize, text: &'a str) -> bool {
        let length = self.chars.len();
        let alone = (1..=2).contains(&length) && self.chars.iter().all(char::is_ascii_digit);
        if !alone || self.masthead.page.is_some() {
            return false;
        }
        let first = match &self.page.lines[..] {
            [] => self.masthead.newspaper.is_some(),
            [name] => name.has(E::Heading) && self.masthead.published.is_some() && length == 2,
            _ => false,
        };
        if !first {
            return false;
        }
        self.masthead.page = Some(text.to_owned());
        if self.page.lines.is_empty() {
            self.read_masthead(number, text);
        } else {
            self.page.mastheads.push((number, self.masthead.clone()));
            self.page.aside.push(Aside { number, text, class: "masthead" });
        }
        true
    }

    /// A line of a page's head.
    pub(super) fn read_page_head(&mut self, number: usize, text: &'a str) -> bool {
        // Above the first text a day by itself is the page's, where none is known yet.
        let undated = self.masthead.published.is_none() && (1..=2).contains(&self.page.lines.len());
        let is_title = |line: &Line<'_>| line.has(E::Heading) || line.has(E::Title) && line.length <= TITLE;
        let top = self.page.lines.is_empty() || undated && self.page.lines.iter().all(is_title);
        let guides = matches!(self.above, Some("navigation" | "pointer")) && is_guide(text);
        if guides || self.is_first() || !self.masthead.read_chars(&self.chars, top, text) {
            return false;
        }
        self.settle_below(false);
        self.read_masthead(number, text);
        true
    }

    /// Takes what a line of the head told.
    pub(super) fn read_masthead(&mut self, number: usize, text: &'a str) {
        self.end_related();
        let page = &mut self.page;
        // A name by itself above the day or page is the newspaper's; its publisher may stand between.
        let at_edge = |line: &Line<'_>| self.edges.binary_search_by_key(&line.number, |edge| edge.0).is_ok();
        // 封面导读 below 第001版, above 第002版, is a page's.
        let listed = numbers_page(text) && page.aside.last().is_some_and(|aside| numbers_page(aside.text));
        if (1..=3).contains(&page.lines.len())
            && !listed
            && self.masthead.newspaper.is_none()
            && page.lines[1..].iter().all(at_edge)
            && let Some((name, label)) = paper_name(&page.lines[0])
        {
            let line = page.lines.remove(0);
            page.aside.push(Aside { number: line.number, text: line.text, class: "masthead" });
            if self.masthead.page.is_none() {
                self.masthead.page = label.map(str::to_owned);
            }
            self.masthead.newspaper = Some(name.replace([' ', '\u{3000}'], ""));
            let alone = is_full_day(&self.chars) && page.mastheads.is_empty();
            self.named = alone.then_some(line).filter(|line| !names_paper(line.text));
        }
        self.end_head(TITLE);
        let page = &mut self.page;
        page.mastheads.push((number, self.masthead.clone()));
        page.aside.push(Aside { number, text, class: "masthead" });
        self.parted = true;
        self.list();
    }

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
