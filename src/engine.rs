//! From an article to its record: every extractor run once, overlaps settled, rule names kept or dropped.

use crate::Span;
use crate::document::Document;
use crate::extract::{self, Context};
use crate::record::{Record, Source};
use crate::segment::Segmenter;
use crate::split::Article;
use jiff::civil::{Date, DateTime};

/// What a run is told from outside.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Used where an input does not say itself when it was published.
    pub published: Option<String>,
    /// Used where an input does not name its newspaper.
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
    segmenter: Segmenter,
}

impl Engine {
    /// An engine with its own segmenter.
    pub fn new(options: Options) -> Self {
        Engine { options, segmenter: Segmenter::new() }
    }

    /// The record of an article that was read from `path`.
    pub fn record(&self, article: Article, path: &str) -> Record {
        let published = article.published.or_else(|| self.options.published.clone());
        let newspaper = article.newspaper.or_else(|| self.options.newspaper.clone());
        let moment = published.as_deref().and_then(parse_published);
        let context = Context {
            published: moment,
            published_has_time: published.as_deref().is_some_and(|p| p.len() > 10),
            newspaper: newspaper.as_deref(),
            home: self.options.home.as_deref(),
        };
        let doc = Document::new(&article.text, &article.blocks, &self.segmenter);
        let (correspondents, dateline) = extract::correspondent::extract(&doc, &context);
        let communities = extract::community::extract(&doc, &context);
        let dates = extract::date::extract(&doc, &context);
        let counts = extract::count::extract(&doc, &context);
        let people = extract::person::extract(&doc, &context);
        let mut record = Record {
            id: article.id.unwrap_or_else(|| format!("{path}#{}", article.number)),
            digest: String::new(),
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
            organizations: Vec::new(),
            activities: Vec::new(),
            works: Vec::new(),
            published,
            newspaper,
            text: String::new(),
        };
        debug_assert!(record_spans(&record).all(|s| s.start < s.end && s.end <= doc.len()));
        if !self.options.explain {
            forget_rules(&mut record);
        }
        record.text = article.text;
        record
    }
}

/// Reads `2022-10-31` or `2022-10-31T08:00:00`.
pub fn parse_published(text: &str) -> Option<DateTime> {
    text.parse::<DateTime>()
        .ok()
        .or_else(|| Some(text.parse::<Date>().ok()?.to_datetime(jiff::civil::Time::midnight())))
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
