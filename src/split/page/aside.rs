//! Lines that belong to no article, and what they tell of the lines around them.

use super::{Aside, Page, Reader};
use crate::byline;
use crate::lexicon::ends;
use crate::split::furniture::menus::is_label;
use crate::split::furniture::navigation::is_home_row;
use crate::split::furniture::{self, Place};
use crate::split::line::{Evidence as E, Line, is_box};
use crate::split::masthead::{Masthead, read_source};

/// How long a motto is that stands over the publisher's name.
const MOTTO: usize = 20;

impl<'a> Reader<'a> {
    /// The class of furniture that the line under way is of; `apart`: its letters stand apart.
    pub(super) fn class(&mut self, number: usize, apart: bool) -> Option<&'static str> {
        let found = furniture::find(&self.chars).or_else(|| furniture::framed(&self.chars));
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
            .or_else(|| self.goes_on(self.above?))
    }

    /// The class of a line that goes on with what stands above it: rows of a programme, offers below 分类广告, the beginning
    /// of another article below 新闻推荐.
    fn goes_on(&self, above: &'static str) -> Option<&'static str> {
        let goes_on = match above {
            "listing" => furniture::is_showing(&self.chars) || furniture::is_week_day(&self.chars),
            "advert" => furniture::is_offer(&self.chars),
            "related" => is_teaser(&self.chars),
            _ => false,
        };
        goes_on.then_some(above)
    }

    /// Sets a line of furniture aside.
    pub(super) fn set_aside(&mut self, number: usize, text: &'a str, class: &'static str) {
        let head = self.page.lines.is_empty();
        self.above = Some(class);
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
            "navigation" => {
                self.guide = is_guide(&self.chars).then_some((self.page.lines.len(), false));
                self.navigate(number, text, head);
            }
            _ => {}
        }
        self.page.aside.push(Aside { number, text, class });
    }

    /// A page's label beside the title that it is of, below 今日导读: both lead to another page.
    pub(super) fn read_guide(&mut self, number: usize, text: &'a str) -> bool {
        const LABEL: usize = 5;
        let Some((from, labels_first)) = &mut self.guide else { return false };
        let lines = &mut self.page.lines;
        let label = self.chars.len() <= LABEL && is_label(text);
        // Lines above may have been set aside since.
        let title = match lines.len().saturating_sub(*from) {
            0 if label => {
                *labels_first |= self.above == Some("navigation");
                None
            }
            0 if *labels_first && self.above == Some("pointer") && !text.ends_with('。') => None,
            1 if label && !*labels_first => lines.pop().map(|line| (line.number, line.text)),
            0 => return false,
            _ => {
                self.guide = None;
                return false;
            }
        };
        for (number, text) in title.into_iter().chain([(number, text)]) {
            self.page.aside.push(Aside { number, text, class: "pointer" });
        }
        self.above = if label { Some("pointer") } else { None };
        true
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
        let rows = self.related.and_then(|from| self.page.lines.get(from..)).unwrap_or_default();
        line.has(E::Title) && !marked(line) && !rows.is_empty() && rows.iter().all(marked)
    }

    /// A line below the beginning of another article, and the page's last, is the site's.
    pub(super) fn end_teaser(&mut self) {
        let Page { lines, aside, .. } = &mut self.page;
        let is_long = |text: &str| text.chars().nth(TEXT - 1).is_some();
        let teased = |last: &mut Line<'_>| {
            aside.last().is_some_and(|above| {
                above.class == "related" && above.number < last.number && is_long(above.text)
            })
        };
        let above = |lines: &[Line<'_>]| lines.iter().rev().nth(1).map_or(0, |line| line.number);
        let alone = aside.last().is_some_and(|aside| above(lines) < aside.number);
        if let Some(last) = lines.pop_if(|last| alone && teased(last)) {
            aside.push(Aside { number: last.number, text: last.text, class: "related" });
        }
    }

    /// Titles below 相关新闻 and its like lead elsewhere, where no text follows them.
    pub(super) fn end_related(&mut self) {
        if let Some(from) = self.related.take() {
            // Lines above may have been set aside since.
            let from = from.min(self.page.lines.len());
            let lines = self.page.lines.drain(from..);
            self.page.aside.extend(lines.map(|line| Aside {
                number: line.number,
                text: line.text,
                class: "related",
            }));
        }
    }
}

/// Whether a line heads what stands on a paper's other pages: 今日导读.
fn is_guide(chars: &[char]) -> bool {
    ends!(chars, ["导读", "导 读", "要目", "要 目", "看点", "提要"])
}

/// How long a line is at least that is no title.
const TEXT: usize = 40;

/// Whether a line is text that a site breaks off, to be read elsewhere.
fn is_teaser(chars: &[char]) -> bool {
    chars.len() >= TEXT && ends!(chars, ["...", "…"])
}

/// Whether a line names somebody who signs.
fn is_signed(chars: &[char]) -> bool {
    byline::read_signed(chars).is_some_and(|byline| !byline.signatures.is_empty())
}
