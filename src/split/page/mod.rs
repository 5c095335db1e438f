//! The lines of a page: furniture set aside, and each line's evidence.

mod article_heads;
mod aside;
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
mod take;

use crate::chars::Forms;
use crate::split::article::lines;
use crate::split::context::briefs::mark_briefs;
use crate::split::context::captions::mark_captions;
use crate::split::context::cohesion::mark_cohesion;
use crate::split::context::echoes::{Pairs, mark_echoes, mark_pictures};
use crate::split::context::margins::{mark_indents, mark_rifts, mark_width};
use crate::split::context::neighbours::{mark_neighbours, mark_spaced};
use crate::split::context::rows::{mark_rows, settle_names};
use crate::split::context::signers::mark_signers;
use crate::split::context::titles::mark_titles;
use crate::split::context::verse::mark_verse;
use crate::split::furniture;
use crate::split::furniture::adverts::set_adverts_aside;
use crate::split::furniture::edges::{Edge, set_edges_aside};
use crate::split::furniture::lists::set_lists_aside;
use crate::split::furniture::menus::set_menus_aside;
use crate::split::furniture::metadata::{set_days_aside, set_sites_aside};
use crate::split::furniture::programmes::set_programmes_aside;
use crate::split::furniture::repeats::{mark_announced, set_repeats_aside};
use crate::split::line::Line;
use crate::split::line::column::unspaced_heading;
use crate::split::line::shape::mark_twins;
use crate::split::masthead::Masthead;
use article_heads::{ArticleHeads, mark_decks, mark_several, mark_whole, set_titles_aside};
use contents::{keep_captions, set_contents_aside};
use export::Export;
use imprint::Below;
use listing::Listing;
use names::without_markup;
use run_in::PageBriefs;
pub(crate) use run_in::maker;

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
    let page = Page { lines: Vec::with_capacity(raw.len()), ..Page::default() };
    let mut reader = Reader { page, export, heads, briefs, numbered, ..Reader::default() };
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
    /// How many lines stood above 今日导读, while titles and the labels of their pages stand below it; whether the labels
    /// come first.
    guide: Option<(usize, bool)>,
    /// The class of the line above, where it is of no article.
    above: Option<&'static str>,
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
        let length = self.chars.len();
        let heading = unspaced_heading(&self.chars);
        let apart = heading.is_some();
        if let Some(heading) = heading {
            self.chars = heading;
        }
        if self.read_field(number, text)
            || self.read_head(number, text)
            || self.read_imprint(number, text)
            || self.keep_below(number, text)
            || self.read_guide(number, text)
        {
            self.blank = 0;
            return;
        }
        if self.read_page_number(number, text) || self.read_page_head(number, text) {
            return self.blank = 0;
        }
        match self.class(number, apart) {
            Some(class) => self.set_aside(number, text, class),
            None => {
                let margin = &raw[..raw.len() - raw.trim_start().len()];
                self.take(number, text, margin, apart.then_some(length));
                self.jump = leaves;
            }
        }
        self.blank = 0;
    }

    fn finish(mut self) -> Page<'a> {
        self.settle_below(false);
        self.number_page();
        set_contents_aside(&mut self.page);
        self.end_related();
        self.end_teaser();
        set_edges_aside(&mut self.page, &self.edges);
        set_adverts_aside(&mut self.page);
        set_programmes_aside(&mut self.page);
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
        mark_signers(lines);
        mark_rows(lines);
        mark_verse(lines);
        mark_captions(lines, &self.pairs);
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
                mark_several(lines);
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

/// How long a page's title is that stands over its day or number.
const TITLE: usize = 6;
