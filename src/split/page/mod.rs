//! The lines of a page: furniture set aside, and each line's evidence.

mod article_heads;
mod brief_rows;
mod contents;
mod export;
pub(super) mod field;
mod head;
mod imprint;
mod listing;
mod names;
mod numbers;
mod run_in;

use crate::byline;
use crate::chars::Forms;
use crate::split::article::lines;
use crate::split::context::briefs::mark_briefs;
use crate::split::context::cohesion::mark_cohesion;
use crate::split::context::echoes::{Pairs, mark_echoes, mark_pictures};
use crate::split::context::margins::{mark_indents, mark_rifts, mark_width};
use crate::split::context::neighbours::{mark_neighbours, mark_spaced};
use crate::split::context::rows::{mark_rows, settle_names};
use crate::split::context::titles::mark_titles;
use crate::split::context::verse::mark_verse;
use crate::split::furniture::adverts::set_adverts_aside;
use crate::split::furniture::edges::{Edge, set_edges_aside};
use crate::split::furniture::lists::set_lists_aside;
use crate::split::furniture::menus::set_menus_aside;
use crate::split::furniture::metadata::{is_full_day, set_days_aside, set_sites_aside};
use crate::split::furniture::navigation::is_home_row;
use crate::split::furniture::repeats::{mark_announced, set_repeats_aside};
use crate::split::furniture::{self, Place};
use crate::split::label::Label;
use crate::split::line::Evidence as E;
use crate::split::line::column::unspaced_heading;
use crate::split::line::shape::mark_twins;
use crate::split::line::{Given, Line, Scan, is_box};
use crate::split::masthead::{Masthead, read_source};
use article_heads::{ArticleHeads, mark_decks, mark_whole, salute, set_titles_aside};
use contents::{keep_captions, set_contents_aside};
use export::Export;
use imprint::Below;
use listing::Listing;
use names::{names_paper, paper_name, without_markup};
pub(crate) use run_in::maker;
use run_in::{PageBriefs, note_before, run_in};

/// A page, read.
#[derive(Debug, Default)]
pub(in crate::split) struct Page<'a> {
    /// The lines that may belong to articles.
    pub(in crate::split) lines: Vec<Line<'a>>,
    /// The others.
    pub(in crate::split) aside: Vec<Aside<'a>>,
    /// What is known of the page from a line on.
    pub(in crate::split) mastheads: Vec<(usize, Masthead)>,
    /// What is known of the article alone that has a line in its headline.
    pub(in crate::split) told: Vec<(usize, Masthead)>,
}

/// A line that belongs to no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::split) struct Aside<'a> {
    pub(in crate::split) number: usize,
    pub(in crate::split) text: &'a str,
    /// `masthead`, a class of furniture, or `repeat`.
    pub(in crate::split) class: &'static str,
}

/// Reads a page.
pub(in crate::split) fn read(text: &str) -> Page<'_> {
    let raw: Vec<&str> = lines(text).collect();
    let bare: Vec<&str> = raw.iter().map(|line| line.trim()).collect();
    let export = Export::of(&bare);
    let heads = ArticleHeads::of(&bare);
    // Exports and heads say where articles begin.
    let briefs =
        if export.is_some() || heads.is_some() { PageBriefs::default() } else { PageBriefs::of(&bare) };
    let numbered = numbers::are_set(&bare);
    let mut reader = Reader { export, heads, briefs, numbered, ..Reader::default() };
    for (n, raw) in raw.into_iter().enumerate() {
        reader.line(n + 1, raw);
    }
    reader.finish()
}

/// Reads the lines of a page one after the other.
#[derive(Debug, Default)]
pub(in crate::split) struct Reader<'a> {
    pub(in crate::split) page: Page<'a>,
    pub(in crate::split) masthead: Masthead,
    pairs: Pairs,
    /// The line under way, folded.
    pub(in crate::split) chars: Vec<char>,
    /// Blank lines since the last line.
    blank: usize,
    /// What else stood between the last line and this one.
    jump: bool,
    resumed: bool,
    parted: bool,
    ruled: bool,
    apart: bool,
    /// Where lines began that a heading such as 相关新闻 announced.
    related: Option<usize>,
    /// The page holds briefs with their headlines on their lines.
    briefs: PageBriefs,
    /// Lines that are furniture if they stand at the page's edge.
    edges: Vec<Edge>,
    /// Where an export of a database has come to.
    export: Option<Export>,
    /// Where a page has come to whose articles have heads.
    heads: Option<ArticleHeads<'a>>,
    /// A line that was taken for the newspaper's name, since nothing but a day stood below it.
    named: Option<Line<'a>>,
    /// A line that may be of the page's head or of the article whose title stands above it.
    below: Option<Below<'a>>,
    /// An article of the page told where it was printed.
    imprinted: bool,
    /// Numbers stand before the page's headlines.
    numbered: bool,
    /// The line above is of what is on: a programme's heading or rows.
    listed: bool,
    /// What of the lines above is a site's list of pages.
    listing: Listing,
}

impl<'a> Reader<'a> {
    fn line(&mut self, number: usize, raw: &'a str) {
        let raw = raw.trim_start_matches('\u{FEFF}').trim_end();
        let text = without_markup(raw.trim_start());
        let text = if self.numbered { numbers::without(text) } else { text };
        let (text, leaves, arrives) = furniture::without_jump(text);
        self.jump |= arrives;
        self.resumed |= arrives;
        if text.is_empty() {
            self.blank += 1;
            return;
        }
        Forms::get().read(text, &mut self.chars);
        let mut length = self.chars.len();
        let heading = unspaced_heading(&self.chars);
        let apart = heading.is_some();
        if let Some(heading) = heading {
            self.chars = heading;
        }
        if self.read_field(number, text)
            || self.read_head(number, text)
            || self.read_imprint(number, text)
            || self.keep_below(number, text)
        {
            self.blank = 0;
            return;
        }
        // Above the first text a day by itself is the page's, where none is known yet.
        let undated = self.masthead.published.is_none() && (1..=2).contains(&self.page.lines.len());
        let is_title = |line: &Line<'_>| line.has(E::Heading) || line.has(E::Title) && line.length <= TITLE;
        let top = self.page.lines.is_empty() || undated && self.page.lines.iter().all(is_title);
        // 7 between the newspaper's name and the day, 02 below the page's name
        let alone = (1..=2).contains(&length) && self.chars.iter().all(char::is_ascii_digit);
        let named = match &self.page.lines[..] {
            [] => self.masthead.newspaper.is_some(),
            [name] => name.has(E::Heading) && self.masthead.published.is_some() && length == 2,
            _ => false,
        };
        if alone && named && self.masthead.page.is_none() && !self.page.lines.is_empty() {
            self.masthead.page = Some(text.to_owned());
            self.page.mastheads.push((number, self.masthead.clone()));
            self.page.aside.push(Aside { number, text, class: "masthead" });
            return self.blank = 0;
        }
        if alone && named && self.masthead.page.is_none() {
            self.masthead.page = Some(text.to_owned());
            self.read_masthead(number, text);
            return self.blank = 0;
        }
        let first = self.is_first();
        if !first && self.masthead.read_chars(&self.chars, top, text) {
            self.settle_below(false);
            self.read_masthead(number, text);
            return self.blank = 0;
        }
        let found = furniture::find(&self.chars);
        let head = self.page.lines.is_empty();
        if let Some((class, Place::Edge)) = found
            && !head
        {
            self.edges.push((number, class));
        }
        if let Some(class) = found
            .filter(|(_, place)| head || *place == Place::Any)
            .map(|(class, _)| class)
            // 来源:海州晚报 作者:张晓明 字号:大 中 小 signs what stands above it.
            .filter(|class| *class != "metadata" || head || !is_signed(&self.chars))
            .or_else(|| apart.then(|| furniture::credit(&self.chars)).flatten())
            .or_else(|| furniture::spaced_credit(&self.chars))
            .or_else(|| (self.listed && furniture::is_showing(&self.chars)).then_some("listing"))
        {
            self.listed = class == "listing";
            self.end_related();
            self.related = (class == "related").then_some(self.page.lines.len());
            self.jump |= class == "jump";
            self.resumed |= class == "jump" && text.contains('接');
            self.parted = true;
            self.ruled |= class == "rule";
            if class == "issue" {
                self.end_head(MOTTO);
            }
            self.apart |= class == "navigation" && text.contains("一篇");
            if class == "pointer" && head {
                self.listing.point(number, text);
            }
            if class == "navigation" && is_home_row(&self.chars) {
                self.end_site();
            }
            if class == "metadata" {
                self.read_metadata(number, text);
            }
            // 您当前的位置:海州网 >> 新闻 | 2019-11-08 15:28:18
            if class == "navigation" && head && text.contains(':') && self.masthead.published.is_none() {
                self.masthead.published = read_source(&self.chars, text).published;
                if self.masthead.published.is_some() {
                    self.page.mastheads.push((number, self.masthead.clone()));
                }
            }
            self.page.aside.push(Aside { number, text, class });
        } else {
            self.listed = false;
            // Of day, source and writer on one line the writer is the article's.
            let mut text = text;
            if let Some((from, to)) = byline::beside_metadata(&self.chars) {
                self.read_metadata(number, text);
                let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
                text = &text[byte(from)..byte(to)];
                self.chars.truncate(to);
                self.chars.drain(..from);
                length = to - from;
            }
            let chars = std::mem::take(&mut self.chars);
            let set_in = raw.len() - raw.trim_start().len();
            let margin = &raw[..set_in];
            // A row of briefs is sure: by itself 石城 may be a name.
            let head = self.briefs.rows.at(number).filter(|head| head.from < chars.len());
            let salute = self.heads.as_ref().and_then(|_| salute(&chars)).map(|end| (0, end, end));
            let scan = Scan::of(&chars);
            // Most lines have no bracket and no space.
            let note = if scan.brackets > 0 { note_before(&chars) } else { None };
            let note = note.map(|end| (0, end, end + 1));
            let run = || if scan.spaces > 0 { run_in(&chars, text, self.briefs.briefs) } else { None };
            let run = || run().map(|(end, from)| (0, end, from));
            match head.map(|head| (head.start, head.end, head.from)).or(salute).or(note).or_else(run) {
                // A headline on the line of its text: they are read as two lines.
                Some((start, end, from)) => {
                    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
                    let mut title = Line::new(number, &text[byte(start)..byte(end)], &chars[start..end]);
                    let mut body = Line::new(number, &text[byte(from)..], &chars[from..]);
                    if head.is_some() {
                        title.given = Some(Given::Label(Label::Headline));
                    }
                    // Behind a headline or a picture's note no article begins.
                    if head.is_some() || note.is_some() {
                        body.given = Some(Given::Label(Label::Paragraph));
                    }
                    self.add(title, margin, &chars[start..end]);
                    self.blank = 0;
                    self.add(body, "", &chars[from..]);
                }
                None => {
                    let mut line = Line::scanned(number, text, &chars, &scan);
                    line.length = length;
                    if apart {
                        line.set(E::Heading, true);
                        line.set(E::Plated, true);
                        line.forget(E::Unlisted);
                    }
                    self.add(line, margin, &chars);
                }
            }
            self.chars = chars;
            self.jump = leaves;
        }
        self.blank = 0;
    }

    /// Adds a line, given with what sets it in.
    pub(in crate::split) fn add(&mut self, mut line: Line<'a>, margin: &str, chars: &[char]) {
        self.settle_below(!line.has(E::Title) || line.is_signed_alone());
        self.listing.end();
        line.pairs = self.pairs.add(chars);
        line.indent = margin.chars().count();
        line.set(E::Deep, line.indent >= DEEP && line.length <= 20 && line.has(E::Title));
        line.columns += line.indent * if margin.starts_with('\u{3000}') { 2 } else { 1 };
        line.blank = self.blank;
        line.ruled = std::mem::take(&mut self.ruled);
        line.set(E::Gap, self.blank > 0);
        line.set(E::Jump, self.jump);
        line.set(E::Resumed, self.resumed);
        line.set(E::Parted, self.parted);
        line.set(E::Apart, self.apart);
        self.given(&mut line);
        self.placed(&mut line);
        (self.jump, self.resumed) = (false, false);
        (self.parted, self.apart) = (false, false);
        if !line.has(E::Title) {
            self.related = None;
        } else if self.ends_related(&line) {
            self.end_related();
        }
        if let Some(title) = self.named.take().filter(|_| !line.has(E::Title) || line.is_signed_alone()) {
            self.page.aside.retain(|aside| aside.number != title.number);
            // Nor is the day the page's.
            let told = Masthead { newspaper: None, ..std::mem::take(&mut self.masthead) };
            self.page.mastheads.clear();
            self.page.told.push((title.number, told));
            self.page.lines.push(title);
        }
        self.page.lines.push(line);
        self.order_record();
    }

    fn read_masthead(&mut self, number: usize, text: &'a str) {
        self.end_related();
        let page = &mut self.page;
        // A name by itself above the day or page is the newspaper's; its publisher may stand between.
        let at_edge = |line: &Line<'_>| self.edges.binary_search_by_key(&line.number, |edge| edge.0).is_ok();
        // 封面导读 below 第001版, above 第002版, is a page's.
        let listed = contents::numbers_page(text)
            && page.aside.last().is_some_and(|aside| contents::numbers_page(aside.text));
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

    /// A line that tells an article's day and source: the title above it is its headline, as one of a list of titles is.
    /// The page's own head is surer.
    fn read_metadata(&mut self, number: usize, text: &str) {
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
    fn ends_related(&self, line: &Line<'_>) -> bool {
        let marked = |line: &Line<'_>| line.text.starts_with(is_box);
        let rows = self.related.map_or(&[][..], |from| &self.page.lines[from..]);
        line.has(E::Title) && !marked(line) && !rows.is_empty() && rows.iter().all(marked)
    }

    /// Titles below 相关新闻 and its like lead elsewhere, where no text follows them.
    fn end_related(&mut self) {
        if let Some(from) = self.related.take() {
            let lines = self.page.lines.drain(from..);
            self.page.aside.extend(lines.map(|line| Aside {
                number: line.number,
                text: line.text,
                class: "related",
            }));
        }
    }

    fn finish(mut self) -> Page<'a> {
        self.settle_below(false);
        self.number_page();
        set_contents_aside(&mut self.page);
        self.end_related();
        set_edges_aside(&mut self.page, &self.edges);
        set_adverts_aside(&mut self.page);
        let Page { lines, aside, .. } = &mut self.page;
        set_menus_aside(lines, aside);
        // Exports and heads say of each line what it is.
        match (&self.export, &self.heads) {
            (None, None) => {
                set_repeats_aside(lines, aside);
                set_lists_aside(lines, aside);
            }
            (_, Some(_)) => set_titles_aside(lines, aside),
            _ => {}
        }
        set_sites_aside(&mut self.page);
        set_days_aside(&mut self.page, self.masthead.published);
        let Page { lines, aside, .. } = &mut self.page;
        mark_announced(lines, aside);
        aside.sort_by_key(|line| line.number);
        mark_width(lines);
        mark_indents(lines);
        mark_rifts(lines);
        settle_names(lines);
        mark_rows(lines);
        mark_verse(lines);
        mark_twins(lines);
        mark_neighbours(lines);
        mark_spaced(lines);
        mark_titles(lines);
        mark_echoes(lines, &self.pairs);
        mark_cohesion(lines, &self.pairs);
        mark_pictures(lines, &self.pairs);
        match (&self.export, &self.heads) {
            (None, None) => mark_briefs(lines, &self.pairs),
            (_, Some(_)) => {
                mark_decks(lines);
                mark_whole(lines);
            }
            _ => {}
        }
        if let [_] = self.page.told[..] {
            keep_captions(&mut self.page);
        }
        self.page
    }
}

/// Whether a line names somebody who signs.
fn is_signed(chars: &[char]) -> bool {
    byline::read_signed(chars).is_some_and(|byline| !byline.signatures.is_empty())
}

/// How long a motto is that stands over the publisher's name.
const MOTTO: usize = 20;

/// How long a page's title is that stands over its day or number.
const TITLE: usize = 6;

/// From how far lines are set in that are set at the other edge.
const DEEP: usize = 9;
