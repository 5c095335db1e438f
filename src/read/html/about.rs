//! What a document says of itself: newspaper, page and day.

use super::places::{META_DATES, TITLE, first, meta};
use super::text::text;
use crate::Published;
use crate::split::Masthead;
use scraper::Html;

/// What the document's title and the lines before its articles say. The day beside the source of an article is the surest,
/// then the first that a line says; of pages one counts that no other is named beside, and a newspaper's name where a day
/// or a page stands beside it.
pub(super) fn masthead(document: &Html, before: &[String]) -> Masthead {
    let title = first(document, &TITLE).map(|e| text(e).join(" ")).unwrap_or_default();
    let mut masthead = Masthead::default();
    for part in title.split(['|', '_']).flat_map(|part| part.split(" - ")) {
        masthead.read(part.trim(), true);
    }
    let stamp = |line: &String| {
        let day = line.strip_prefix("时间:").or(line.strip_prefix("日期:")).unwrap_or(line).trim();
        let sourced = line.contains("来源") || day.len() < line.len() || day.contains(':');
        day.get(..10).filter(|_| sourced).and_then(|day| day.parse().ok())
    };
    if let Some(day) = before.iter().rev().find_map(stamp) {
        masthead.published.get_or_insert(day);
    }
    let mut pages: Vec<String> = Vec::new();
    for line in before.iter().filter(|line| !line.starts_with("今天是") && !line.starts_with("现在")) {
        let mut found = Masthead::default();
        if !found.read(line, true) {
            continue;
        }
        if found.published.is_some() || found.page.is_some() {
            masthead.newspaper = masthead.newspaper.or(found.newspaper);
        }
        masthead.published = masthead.published.or(found.published);
        pages.extend(found.page.filter(|page| !pages.contains(page)));
    }
    if let [page] = &pages[..] {
        masthead.page.get_or_insert_with(|| page.clone());
    }
    masthead
}

/// The day or moment that a `<meta>` element tells.
pub(super) fn date(document: &Html) -> Option<String> {
    META_DATES.iter().find_map(|name| meta(document, name).filter(|date| is_date(date)))
}

fn is_date(text: &str) -> bool {
    Published::parse(text).is_some()
}

/// What the system of the Founder company notes in a comment: `<!--enpproperty <title>…</title>… /enpproperty-->`.
#[derive(Debug, Default)]
pub(super) struct Properties {
    kicker: Option<String>,
    title: Option<String>,
    deck: Option<String>,
    pub(super) date: Option<String>,
    pub(super) page: Option<String>,
}

impl Properties {
    pub(super) fn of(page: &str) -> Self {
        let comment =
            page.split_once("<!--enpproperty").and_then(|(_, rest)| rest.split_once("/enpproperty"));
        let Some((comment, _)) = comment else { return Properties::default() };
        let value = |name: &str| {
            let start = comment.find(&format!("<{name}>"))? + name.len() + 2;
            let end = comment[start..].find(&format!("</{name}>"))?;
            let value = Html::parse_fragment(&comment[start..start + end]);
            Some(text(value.root_element()).join(" ")).filter(|value| !value.is_empty())
        };
        Properties {
            kicker: value("introtitle"),
            title: value("title"),
            deck: value("subtitle"),
            // `2022-10-31 00:00:00.0`
            date: value("date").filter(|date| is_date(date)),
            page: value("nodename").and_then(|name| {
                let mut masthead = Masthead::default();
                masthead.read(&name, true);
                masthead.page
            }),
        }
    }

    /// The headline with its kicker and deck.
    pub(super) fn headline(&self) -> Option<String> {
        let title = self.title.as_deref()?;
        let parts = [self.kicker.as_deref(), Some(title), self.deck.as_deref()];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}
