//! From articles to their records: every extractor run once, overlaps settled, rule names kept or dropped.
//!
//! A few articles go through each stage together, so that its code and tables stay in the cache.

mod batch;
mod draft;

use crate::document::Document;
use crate::extract::Context;
use crate::extract::community::Communities;
use crate::record::{Record, Source};
use crate::segment::Segmenter;
use crate::split::Article;
use crate::stage::{Clock, Stage};
use crate::{Published, Span};
pub use batch::{Batch, Sheet, sheets};
use draft::{Draft, STAGES};
use std::cell::OnceCell;

/// What a run is told from outside.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// When the articles were published, unless a row says so itself: any form that [`Published::parse`] reads; another
    /// counts as unknown.
    pub published: Option<String>,
    /// The newspaper's name, unless a row says so itself.
    pub newspaper: Option<String>,
    /// The division that unqualified names are looked up in.
    pub home: Option<String>,
    /// Keep the name of the rule with each mention.
    pub explain: bool,
}

/// Extracts records from articles. One engine serves all threads.
///
/// ```
/// use jianbao::{Article, Engine, Options};
/// let engine = Engine::new(Options::default());
/// let record = engine.record(Article::from_row(Some("清理河道"), "近日,濠东社区开展活动。"), "-");
/// assert_eq!(record.text, "清理河道\n近日,濠东社区开展活动。");
/// ```
#[derive(Debug, Default)]
pub struct Engine {
    options: Options,
    published: Option<Published>,
    segmenter: Segmenter,
    communities: Communities,
}

impl Engine {
    /// An engine with its own segmenter.
    pub fn new(options: Options) -> Self {
        let published = options.published.as_deref().and_then(Published::parse);
        Engine { options, published, segmenter: Segmenter::new(), communities: Communities::default() }
    }

    /// The records of all articles of one input, in order. Articles of one page settle each other's places.
    pub fn records(&self, articles: Vec<Article>, path: &str) -> impl Iterator<Item = Record> {
        sheets(articles, &path.into()).into_iter().flat_map(move |sheet| {
            let found = self.found(std::slice::from_ref(&sheet), &mut Clock::new(false));
            complete([sheet], found)
        })
    }

    /// The record of an article that was read from `path`, as far as it tells by itself.
    pub fn record(&self, article: Article, path: &str) -> Record {
        let sheet = Sheet::alone(article, &path.into());
        let found = self.found(std::slice::from_ref(&sheet), &mut Clock::new(false));
        complete([sheet], found).next().unwrap_or_default()
    }

    /// What is found in each article of some sheets, in order, for [`complete`]; tells `clock` when each stage ends.
    pub fn found<'s>(&'s self, sheets: &'s [Sheet], clock: &mut Clock) -> Vec<Record> {
        let prepare = |sheet: &'s Sheet| {
            let docs = sheet.articles.iter().map(|a| Document::new(&a.text, &a.blocks, &self.segmenter));
            docs.collect::<Vec<_>>()
        };
        let docs: Vec<Vec<Document>> = sheets.iter().map(prepare).collect();
        clock.lap(Stage::Document);
        let home = self.options.home.as_deref();
        let page = |(sheet, docs): (&Sheet, &Vec<Document>)| match &sheet.articles[..] {
            [first, ..] if sheet.is_page => {
                let explain = self.options.explain;
                let context =
                    Context { newspaper: self.newspaper(first), home, explain, ..Context::default() };
                let (page, readings) = self.communities.page(docs, &context);
                (Some(page), readings)
            }
            _ => (None, Vec::new()),
        };
        let (pages, readings): (Vec<_>, Vec<_>) = sheets.iter().zip(&docs).map(page).unzip();
        clock.lap(Stage::Page);
        let mut drafts = Vec::with_capacity(docs.iter().map(Vec::len).sum());
        for (((sheet, docs), page), readings) in sheets.iter().zip(docs).zip(&pages).zip(readings) {
            let mut readings = readings.into_iter();
            let dated = OnceCell::new();
            let dated = || *dated.get_or_init(|| Published::from_path(&sheet.path));
            for (article, doc) in sheet.articles.iter().zip(docs) {
                let (published, newspaper) = (self.published(article, dated), self.newspaper(article));
                let context = Context {
                    published: published.map(Published::moment),
                    published_has_time: published.is_some_and(Published::has_time),
                    newspaper,
                    home,
                    page: page.as_ref(),
                    explain: self.options.explain,
                };
                let found = Record {
                    published: published.map(|p| p.to_string()),
                    newspaper: newspaper.map(str::to_owned),
                    ..Record::default()
                };
                drafts.push(Draft::new(doc, context, readings.next(), found));
            }
        }
        for (stage, work) in STAGES {
            drafts.iter_mut().for_each(|draft| work(draft, &self.communities));
            clock.lap(stage);
        }
        drafts.into_iter().map(|draft| draft.finish(self.options.explain)).collect()
    }

    /// A row says best itself where it comes from; for pages the option counts before the masthead.
    fn newspaper<'a>(&'a self, article: &'a Article) -> Option<&'a str> {
        let (own, given) = (&article.newspaper, &self.options.newspaper);
        let (first, second) = if article.is_row() { (own, given) } else { (given, own) };
        first.as_deref().or(second.as_deref())
    }

    /// A row's own date counts first, then the option, the path, and what the page itself prints. A row's date that
    /// cannot be read leaves the moment unknown: another's would be a guess.
    fn published(&self, article: &Article, by_path: impl FnOnce() -> Option<Published>) -> Option<Published> {
        let own = article.published.as_deref().map(Published::parse);
        if let Some(own) = own.filter(|_| article.is_row()) {
            return own;
        }
        self.published.or_else(by_path).or(own.flatten())
    }
}

/// The records of the articles of some sheets: what was [found](Engine::found) in each, and what it says itself.
pub fn complete(sheets: impl IntoIterator<Item = Sheet>, found: Vec<Record>) -> impl Iterator<Item = Record> {
    let articles = sheets.into_iter().flat_map(|Sheet { path, articles, .. }| {
        articles.into_iter().map(move |article| (path.clone(), article))
    });
    articles.zip(found).map(|((path, article), found)| Record {
        id: article.id.unwrap_or_else(|| [&path, "#", &article.number.to_string()].concat()),
        digest: digest(&article.text),
        source: Source { path: path.to_string(), article: article.number, lines: article.lines },
        page: article.page,
        section: article.section,
        headline: article.headline,
        subheads: article.subheads,
        text: article.text,
        ..found
    })
}

/// XXH3 (128 bits, seed 0) of the text in UTF-8, as `xxh128sum` prints it.
fn digest(text: &str) -> String {
    const DIGITS: &str = "0123456789abcdef";
    let mut digest = String::with_capacity(32);
    for byte in xxhash_rust::xxh3::xxh3_128(text.as_bytes()).to_be_bytes() {
        for half in [byte >> 4, byte & 0xF].map(usize::from) {
            digest.push_str(&DIGITS[half..=half]);
        }
    }
    digest
}

/// Every span of a record, field by field.
pub fn record_spans(record: &Record) -> impl Iterator<Item = Span> + '_ {
    let r = record;
    (r.dateline.iter().map(|m| m.span))
        .chain(r.correspondents.iter().map(|m| m.span))
        .chain(r.communities.iter().flat_map(|m| m.spans.iter().copied()))
        .chain(r.dates.iter().map(|m| m.span))
        .chain(r.counts.iter().map(|m| m.span))
        .chain(r.people.iter().flat_map(|m| m.spans.iter().copied()))
        .chain(r.organizations.iter().flat_map(|m| m.spans.iter().copied()))
        .chain(r.activities.iter().map(|m| m.span))
        .chain(r.works.iter().map(|m| m.span))
}
