//! Where systems of digital newspapers put things: places from the surest to the least sure one.

use super::text::text;
use crate::chars::is_han;
use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};
use std::sync::LazyLock;

/// Where a body stands.
const BODIES: [&str; 12] = [
    "founder-content",
    "#ozoom",
    "#articleContent, #articlecontent, #ArticleContent",
    "#contenttext, #article_content, #article-content",
    ".article-content, .articleContent, .article_content, .articleText",
    "[itemprop=articleBody]",
    ".text_c .c_c, .newsContent, .news-content, .news_content",
    "article",
    "#content, #zoom, #mdf",
    ".article",
    ".content, .text, .detail",
    "main",
];
/// What holds each article of a page of several.
const ARTICLES: [&str; 4] =
    ["article", "[itemprop=articleBody]", ".article, .article-item", ".news-item, .newsItem"];
/// So many of these hold one article and nothing else.
pub(super) const SURE: usize = 5;
/// Where a headline stands.
const HEADLINES: [&str; 5] = ["founder-title", "h1", ".article-title, .title1, .bt", "h2", "h3"];
/// What `<meta>` elements call a headline and a date.
const META_HEADLINES: [&str; 3] = ["ArticleTitle", "og:title", "title"];
pub(super) const META_DATES: [&str; 6] =
    ["PubDate", "publishdate", "article:published_time", "og:release_date", "pubtime", "date"];
/// A body has so many Chinese characters, or it is a caption or a line of navigation.
const SHORTEST: usize = 10;

/// Selectors that a test compiles.
fn selectors(texts: &[&str]) -> Vec<Selector> {
    texts.iter().filter_map(|text| Selector::parse(text).ok()).collect()
}

pub(super) static BODY: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&BODIES));
static HEADLINE: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&HEADLINES));
pub(super) static ARTICLE: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&ARTICLES));
pub(super) static HEADINGS: LazyLock<Vec<Selector>> =
    LazyLock::new(|| selectors(&["h1", "h2", "h3", "h4", ".title"]));
static BLOCK: LazyLock<Vec<Selector>> =
    LazyLock::new(|| selectors(&["div, td, section, article, main, body"]));
static META: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&["meta"]));
pub(super) static TITLE: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&["title"]));

pub(super) fn first<'a>(document: &'a Html, selectors: &[Selector]) -> Option<ElementRef<'a>> {
    selectors.iter().find_map(|selector| document.select(selector).next())
}

/// The content of the `<meta>` element of a name.
pub(super) fn meta(document: &Html, name: &str) -> Option<String> {
    let elements = META.iter().flat_map(|selector| document.select(selector));
    let mut named = elements.filter(|e| {
        [e.attr("name"), e.attr("property")].into_iter().flatten().any(|n| n.eq_ignore_ascii_case(name))
    });
    named.find_map(|e| e.attr("content")).map(|c| c.trim().to_owned()).filter(|c| !c.is_empty())
}

/// The lines of the body.
pub(super) fn body(document: &Html) -> Option<Vec<String>> {
    let han = |lines: &[String]| lines.iter().flat_map(|l| l.chars()).filter(|&c| is_han(c)).count();
    let found = BODY
        .iter()
        .flat_map(|selector| document.select(selector))
        .map(text)
        .find(|lines| han(lines) >= SHORTEST);
    found.or_else(|| {
        let blocks = BLOCK.iter().flat_map(|selector| document.select(selector));
        let (weight, densest) =
            blocks.map(|block| (own_weight(block), block)).max_by_key(|(weight, _)| *weight)?;
        (weight >= SHORTEST).then(|| text(densest)).filter(|lines| is_prose(lines))
    })
}

/// Whether lines hold a sentence, as navigation does not.
fn is_prose(lines: &[String]) -> bool {
    lines.iter().any(|line| {
        line.chars().filter(|&c| is_han(c)).count() >= SHORTEST && line.contains(['。', '!', '?', '！', '？'])
    })
}

/// The Chinese characters of an element's own text and paragraphs, those of links not counted.
fn own_weight(block: ElementRef<'_>) -> usize {
    let han = |text: &str| text.chars().filter(|&c| is_han(c)).count();
    let of = |child: ElementRef<'_>| match child.value().name() {
        "p" | "span" | "font" | "b" | "strong" => child.text().map(han).sum(),
        _ => 0,
    };
    let own = block.children().map(|child| match child.value() {
        Node::Text(text) => han(text),
        _ => ElementRef::wrap(child).map_or(0, of),
    });
    own.sum()
}

/// The headline as the document shows it: the kicker above and the deck below with it.
pub(super) fn headline(document: &Html) -> Option<String> {
    let shown = |e: ElementRef<'_>| Some(text(e).join(" ")).filter(|t| t.chars().any(is_han));
    let found =
        HEADLINE.iter().find_map(|selector| document.select(selector).find_map(|e| Some((e, shown(e)?))));
    let Some((element, main)) = found else {
        return META_HEADLINES.iter().find_map(|name| meta(document, name));
    };
    if element.value().name() != "h1" {
        return Some(main);
    }
    let beside = |mut elements: Box<dyn Iterator<Item = ElementRef<'_>> + '_>, name: &str| {
        elements.next().filter(|e| e.value().name() == name).and_then(shown)
    };
    let before = beside(Box::new(element.prev_siblings().filter_map(ElementRef::wrap)), "h3");
    let behind = beside(Box::new(element.next_siblings().filter_map(ElementRef::wrap)), "h2");
    Some([before, Some(main), behind].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_are_sound() {
        assert_eq!(
            (BODY.len(), HEADLINE.len(), ARTICLE.len()),
            (BODIES.len(), HEADLINES.len(), ARTICLES.len())
        );
        assert_eq!(HEADINGS.len(), 5);
    }
}
