//! Lines that belong to no article, and what they tell of the lines around them.

use super::{Aside, Reader};
use crate::byline;
use crate::split::furniture::navigation::is_home_row;
use crate::split::furniture::{self, Place};
use crate::split::line::{Evidence as E, Line, is_box};
use crate::split::masthead::{Masthead, read_source};

/// How long a motto is that stands over the publisher's name.
const MOTTO: usize = 20;

impl<'a> Reader<'a> {
    /// The class of furniture that the line under way is of; `apart`: its letters stand apart.
    pub(super) fn class(&mut self, number: usize, apart: bool) -> Option<&'static str> {
        let found = furniture::find(&self.chars);
        let head = self.page.lines.is_empty();
        if let Some((class, Place::Edge)) = found
            && !head
        {
            self.edges.push((number, class));
        }
        found
            .filter(|(_, place)| head || *place == Place::Any)
            .map(|(class, _)| class)
            // 来源:海州晚报 作者:张晓明 字号:大 中 小 signs what stands above it.
            .filter(|class| *class != "metadata" || head || !is_signed(&self.chars))
            .or_else(|| apart.then(|| furniture::credit(&self.chars)).flatten())
            .or_else(|| furniture::spaced_credit(&self.chars))
            .or_else(|| (self.listed && furniture::is_showing(&self.chars)).then_some("listing"))
    }

    /// Sets a line of furniture aside.
    pub(super) fn set_aside(&mut self, number: usize, text: &'a str, class: &'static str) {
        let head = self.page.lines.is_empty();
        self.listed = class == "listing";
        self.end_related();
        self.parted = true;
        match class {
            "related" => self.related = Some(self.page.lines.len()),
            "jump" => {
                self.jump = true;
                self.resumed |= text.contains('接');
            }
            "rule" => self.ruled = true,
            "issue" => self.end_head(MOTTO),
            "pointer" if head => self.listing.point(number, text),
            "metadata" => self.read_metadata(number, text),
            "navigation" => self.navigate(number, text, head),
            _ => {}
        }
        self.page.aside.push(Aside { number, text, class });
    }

    /// What leads through a site may end its head, or tell the day: 您当前的位置:海州网 >> 新闻 | 2019-11-08 15:28:18.
    fn navigate(&mut self, number: usize, text: &str, head: bool) {
        self.apart |= text.contains("一篇");
        if is_home_row(&self.chars) {
            self.end_site();
        }
        if head && text.contains(':') && self.masthead.published.is_none() {
            self.masthead.published = read_source(&self.chars, text).published;
            if self.masthead.published.is_some() {
                self.page.mastheads.push((number, self.masthead.clone()));
            }
        }
    }

    /// A line that tells an article's day and source: the title above it is its headline, as one of a list of titles is.
    /// The page's own head is surer.
    pub(super) fn read_metadata(&mut self, number: usize, text: &str) {
        let told = read_source(&self.chars, text);
        // Above a head it is of what the head stands over.
        if self.heads.is_some() && told.published.is_some() {
            self.masthead.take(told);
            self.page.mastheads.push((number, self.masthead.clone()));
            return;
        }
        let Some(line) = self.page.lines.last_mut().filter(|line| line.has(E::Title)) else { return };
        if told.published.is_none() && !text.contains("来源") {
            return;
        }
        line.set(E::Announced, true);
        if self.masthead.published.is_some() {
            return;
        }
        let newspaper = told.newspaper.filter(|_| self.masthead.newspaper.is_none());
        self.page.told.push((line.number, Masthead { newspaper, ..told }));
    }

    /// Whether titles behind marks stand below 相关新闻 or its like, and a line is a title without one: an article's.
    pub(super) fn ends_related(&self, line: &Line<'_>) -> bool {
        let marked = |line: &Line<'_>| line.text.starts_with(is_box);
        let rows = self.related.map_or(&[][..], |from| &self.page.lines[from..]);
        line.has(E::Title) && !marked(line) && !rows.is_empty() && rows.iter().all(marked)
    }

    /// Titles below 相关新闻 and its like lead elsewhere, where no text follows them.
    pub(super) fn end_related(&mut self) {
        if let Some(from) = self.related.take() {
            let lines = self.page.lines.drain(from..);
            self.page.aside.extend(lines.map(|line| Aside {
                number: line.number,
                text: line.text,
                class: "related",
            }));
        }
    }
}

/// Whether a line names somebody who signs.
fn is_signed(chars: &[char]) -> bool {
    byline::read_signed(chars).is_some_and(|byline| !byline.signatures.is_empty())
}
