//! From an article to its record: every extractor run once, overlaps settled, rule names kept or dropped.

use crate::byline;
use crate::chars::plain;
use crate::document::Document;
use crate::extract::community::{Communities, Divisions, Reading};
use crate::extract::{self, Context};
use crate::record::{Record, Source};
use crate::resolve::overlap::{Taken, settle};
use crate::resolve::scene::Page;
use crate::segment::Segmenter;
use crate::split::Article;
use crate::stage::{Clock, Stage};
use crate::{Published, Span};
use std::sync::Arc;

/// A run of articles with more characters than this is no page of print, whatever its masthead says.
const PAGE_LIMIT: usize = 64 << 10;

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

/// What an article's page and the article itself say of places.
#[derive(Clone, Debug)]
pub struct OnPage {
    page: Arc<Page>,
    reading: Reading,
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
        let pages = self.pages(&articles.iter().collect::<Vec<_>>());
        articles.into_iter().zip(pages).map(move |(a, page)| self.record_on(a, path, page))
    }

    /// The record of an article that was read from `path`, as far as it tells by itself.
    pub fn record(&self, article: Article, path: &str) -> Record {
        self.record_on(article, path, None)
    }

    /// What the page of each article and the article itself say of places; `None` for rows and for an article that
    /// stands alone.
    ///
    /// Articles that follow each other under the same masthead are a page.
    pub fn pages(&self, articles: &[&Article]) -> Vec<Option<OnPage>> {
        let same = |a: &&Article, b: &&Article| {
            !a.is_row()
                && !b.is_row()
                && (&a.newspaper, &a.published, &a.page) == (&b.newspaper, &b.published, &b.page)
        };
        let mut pages = Vec::with_capacity(articles.len());
        for run in articles.chunk_by(same) {
            let length = run.iter().filter_map(|a| a.blocks.last()).map(|b| b.span.end).sum::<usize>();
            if run.len() < 2 || length > PAGE_LIMIT {
                pages.extend(run.iter().map(|_| None));
                continue;
            }
            let docs: Vec<Document> =
                run.iter().map(|a| Document::new(&a.text, &a.blocks, &self.segmenter)).collect();
            let newspaper = self.newspaper(run[0]);
            let context = Context {
                newspaper: newspaper.as_deref(),
                home: self.options.home.as_deref(),
                ..Context::default()
            };
            let (page, readings) = self.communities.page(&docs, &context);
            let page = Arc::new(page);
            pages.extend(readings.into_iter().map(|reading| Some(OnPage { page: page.clone(), reading })));
        }
        pages
    }

    /// The record of an article that was read from `path`, from a page that [`pages`](Self::pages) read.
    pub fn record_on(&self, article: Article, path: &str, page: Option<OnPage>) -> Record {
        self.record_timed(article, path, page, &mut Clock::new(false))
    }

    /// As [`record_on`](Self::record_on), telling `clock` when each stage ends.
    pub fn record_timed(
        &self,
        article: Article,
        path: &str,
        page: Option<OnPage>,
        clock: &mut Clock,
    ) -> Record {
        let (page, reading) = page.map(|on| (on.page, on.reading)).unzip();
        let published = self.published(&article, path);
        let newspaper = self.newspaper(&article);
        let context = Context {
            published: published.map(Published::moment),
            published_has_time: published.is_some_and(Published::has_time),
            newspaper: newspaper.as_deref(),
            home: self.options.home.as_deref(),
            page: page.as_deref(),
            explain: self.options.explain,
        };
        let doc = Document::new(&article.text, &article.blocks, &self.segmenter);
        clock.lap(Stage::Document);
        let (correspondents, dateline) = extract::correspondent::extract(&doc, &context);
        clock.lap(Stage::Correspondents);
        let signed: Vec<Span> = correspondents.iter().map(|c| c.span).collect();
        let Divisions { communities, borne } =
            self.communities.extract_beside(&doc, &context, reading, &signed);
        clock.lap(Stage::Communities);
        let markers: Vec<Span> = dateline.iter().map(|d| d.span).collect();
        let mut dates = extract::date::extract_around(&doc, &context, &markers);
        clock.lap(Stage::Dates);
        let taken = Taken::before_counts(&dates, &communities, &correspondents, dateline.as_ref());
        let counts = extract::count::extract(&doc, &context, &taken);
        settle(&mut dates, &counts);
        clock.lap(Stage::Counts);
        let people = extract::person::extract(&doc, &context, &correspondents);
        clock.lap(Stage::People);
        let signed: Vec<Span> =
            correspondents.iter().map(|by| by.span).chain(markers.iter().copied()).collect();
        // An office that signs is named by its signature.
        let persons = correspondents
            .iter()
            .filter(|by| by.name.ends_with('组') || !byline::is_office(&plain(&by.name)));
        let named: Vec<Span> = persons.map(|by| by.span).chain(markers.iter().copied()).collect();
        let organizations =
            extract::organization::extract(&doc, &self.communities, &communities, &borne, &named);
        clock.lap(Stage::Organizations);
        let activities = extract::activity::extract(&doc, &communities, &organizations, &dates, &signed);
        clock.lap(Stage::Activities);
        let works = extract::work::extract(&doc);
        clock.lap(Stage::Works);
        let mut record = Record {
            id: article.id.unwrap_or_else(|| format!("{path}#{}", article.number)),
            digest: digest(&article.text),
            source: Source { path: path.to_owned(), article: article.number, lines: article.lines },
            page: article.page,
            section: article.section,
            headline: article.headline,
            subheads: article.subheads,
            dateline,
            correspondents,
            communities,
            dates,
            counts,
            people,
            organizations,
            activities,
            works,
            published: published.map(|p| p.to_string()),
            newspaper,
            text: String::new(),
        };
        debug_assert!(record_spans(&record).all(|s| s.start < s.end && s.end <= doc.len()));
        debug_assert!(record.dates.iter().all(|m| doc.surface(m.span) == m.text));
        debug_assert!(record.counts.iter().all(|m| doc.surface(m.span) == m.text));
        if !self.options.explain {
            forget_rules(&mut record);
        }
        record.text = article.text;
        record
    }

    /// A row says best itself where it comes from; for pages the option counts before the masthead.
    fn newspaper(&self, article: &Article) -> Option<String> {
        let (own, given) = (&article.newspaper, &self.options.newspaper);
        let (first, second) = if article.is_row() { (own, given) } else { (given, own) };
        first.as_ref().or(second.as_ref()).cloned()
    }

    /// A row's own date counts first, then the option, the path, and what the page itself prints. A row's date that
    /// cannot be read leaves the moment unknown: another's would be a guess.
    fn published(&self, article: &Article, path: &str) -> Option<Published> {
        let own = article.published.as_deref().map(Published::parse);
        if let Some(own) = own.filter(|_| article.is_row()) {
            return own;
        }
        self.published.or_else(|| Published::from_path(path)).or(own.flatten())
    }
}

/// XXH3 (128 bits, seed 0) of the text in UTF-8, as `xxh128sum` prints it.
fn digest(text: &str) -> String {
    format!("{:032x}", xxhash_rust::xxh3::xxh3_128(text.as_bytes()))
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

fn forget_rules(record: &mut Record) {
    record.dateline.iter_mut().for_each(|m| m.rule = None);
    record.correspondents.iter_mut().for_each(|m| m.rule = None);
    record.communities.iter_mut().for_each(|m| m.rule = None);
    record.dates.iter_mut().for_each(|m| m.rule = None);
    record.counts.iter_mut().for_each(|m| m.rule = None);
    record.people.iter_mut().for_each(|m| m.rule = None);
    record.organizations.iter_mut().for_each(|m| m.rule = None);
    record.activities.iter_mut().for_each(|m| m.rule = None);
    record.works.iter_mut().for_each(|m| m.rule = None);
}
