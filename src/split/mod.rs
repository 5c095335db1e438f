//! Page text to articles: furniture out, a label for every line, lines joined into articles.

mod article;
mod furniture;
mod label;
mod line;
mod masthead;

pub use article::{Article, Block, BlockKind};
pub use furniture::furniture_class;
pub use label::Label;
pub use line::{Evidence, Line};
pub use masthead::Masthead;

use crate::chars::is_han;
use std::collections::HashMap;

/// Splits the text of a page into its articles.
///
/// Blank lines mean nothing by themselves. Paragraphs that the dump broke in mid-sentence are joined without a break.
///
/// ```
/// let page = "社区短波\n\n清理河道 守护碧水\n晚报讯 近日,濠东社区开展活动,居民纷纷参\n\n与其中。\n通讯员李晓芳";
/// let articles = jianbao::split::split(page);
/// assert_eq!(articles.len(), 1);
/// assert_eq!(articles[0].section.as_deref(), Some("社区短波"));
/// assert_eq!(articles[0].text, "清理河道 守护碧水\n晚报讯 近日,濠东社区开展活动,居民纷纷参与其中。\n通讯员李晓芳");
/// ```
pub fn split(text: &str) -> Vec<Article> {
    let (lines, mastheads) = article_lines(text);
    let labels = label::label(&lines);
    let mut articles = assemble(&lines, &labels);
    for (n, article) in articles.iter_mut().enumerate() {
        article.number = n + 1;
        // The masthead above the article; one at the page's foot serves all.
        let first = article.lines.map_or(0, |(first, _)| first);
        let above = mastheads.partition_point(|(line, _)| *line < first);
        let Some((_, masthead)) = mastheads.get(above.wrapping_sub(1)).or(mastheads.last()) else { continue };
        article.newspaper = masthead.newspaper.clone();
        article.page = masthead.page.clone();
        article.published = masthead.published.map(|d| d.to_string());
    }
    articles
}

/// The lines of a page that belong to articles, each with its label: how [`split`] came to its result.
///
/// ```
/// use jianbao::split::{Label, outline};
/// let labels: Vec<Label> = outline("清理河道 守护碧水\n晚报讯 近日,某社区清理河道。").into_iter().map(|(_, label)| label).collect();
/// assert_eq!(labels, [Label::Headline, Label::Paragraph]);
/// ```
pub fn outline(text: &str) -> Vec<(Line<'_>, Label)> {
    let (lines, _) = article_lines(text);
    let labels = label::label(&lines);
    lines.into_iter().zip(labels).collect()
}

/// The lines that belong to articles, and what is known of the page from each masthead line on. Other furniture is
/// dropped.
fn article_lines(text: &str) -> (Vec<Line<'_>>, Vec<(usize, Masthead)>) {
    let mut mastheads: Vec<(usize, Masthead)> = Vec::new();
    let mut masthead = Masthead::default();
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut gap = false;
    for (n, raw) in text.lines().enumerate() {
        let trimmed = raw.trim_matches(|c: char| c.is_whitespace() || c == '\u{3000}' || c == '\u{FEFF}');
        if trimmed.is_empty() {
            gap = true;
            continue;
        }
        if masthead.read(trimmed, lines.is_empty()) {
            // A name by itself above the day or page is the newspaper's.
            if lines.len() == 1 && masthead.newspaper.is_none() && is_name_line(&lines[0]) {
                masthead.newspaper = lines.pop().map(|line| line.text.to_owned());
            }
            mastheads.push((n + 1, masthead.clone()));
        } else if furniture_class(trimmed).is_none() {
            lines.push(Line::new(n + 1, trimmed, gap));
        }
        gap = false;
    }
    drop_title_list(&mut lines);
    line::mark_twins(&mut lines);
    (lines, mastheads)
}

/// Whether the first line of a page may be a newspaper's name.
fn is_name_line(line: &Line<'_>) -> bool {
    (3..=8).contains(&line.length) && line.text.chars().all(is_han)
}

/// Drops a list of titles that the site prints before the text, and titles printed twice in a row.
///
/// Further down a line may recur for reasons of its own: refrains, captions, signatures.
fn drop_title_list(lines: &mut Vec<Line<'_>>) {
    lines.dedup_by(|second, first| {
        second.text == first.text && second.has(Evidence::Title) && second.length >= 6
    });
    let head = lines.iter().position(|line| !line.has(Evidence::Title)).unwrap_or(lines.len());
    let mut last: HashMap<&str, usize> = HashMap::new();
    for (i, line) in lines.iter().enumerate() {
        last.insert(line.text, i);
    }
    let listed: Vec<bool> = lines[..head]
        .iter()
        .enumerate()
        .map(|(i, line)| last.get(line.text).is_some_and(|&later| later > i))
        .collect();
    // One title that recurs is chance.
    if listed.iter().filter(|&&l| l).count() < 2 {
        return;
    }
    let mut i = 0;
    lines.retain(|_| {
        i += 1;
        !listed.get(i - 1).copied().unwrap_or(false)
    });
}

/// Joins labelled lines into articles.
fn assemble(lines: &[Line<'_>], labels: &[Label]) -> Vec<Article> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut section = None;
    for (line, &label) in lines.iter().zip(labels) {
        match label {
            Label::Section => section = Some(heading_text(line.text)),
            Label::Headline => {
                drafts.push(Draft::new(section.clone(), line.number));
                if let Some(draft) = drafts.last_mut() {
                    draft.headline.push(line.text.to_owned());
                }
            }
            Label::Lead => {
                drafts.push(Draft::new(section.clone(), line.number));
                if let Some(draft) = drafts.last_mut() {
                    draft.body.push((BlockKind::Paragraph, line.text.to_owned()));
                }
            }
            _ => {
                if drafts.is_empty() {
                    drafts.push(Draft::new(section.clone(), line.number));
                }
                let Some(draft) = drafts.last_mut() else { continue };
                draft.add(label, line.text);
                draft.last = line.number;
                continue;
            }
        }
        if let Some(draft) = drafts.last_mut().filter(|_| label != Label::Section) {
            draft.last = line.number;
        }
    }
    drafts.into_iter().map(Draft::finish).collect()
}

/// A column heading without its frame.
fn heading_text(line: &str) -> String {
    line.trim_matches(|c: char| "【】[]>■●◆□★ ".contains(c)).to_owned()
}

/// An article whose lines are still coming.
struct Draft {
    section: Option<String>,
    headline: Vec<String>,
    body: Vec<(BlockKind, String)>,
    first: usize,
    last: usize,
}

impl Draft {
    fn new(section: Option<String>, first: usize) -> Self {
        Draft { section, headline: Vec::new(), body: Vec::new(), first, last: first }
    }

    fn add(&mut self, label: Label, text: &str) {
        let kind = match label {
            Label::Deck => return self.headline.push(text.to_owned()),
            Label::Continued => {
                if let Some((_, open)) =
                    self.body.iter_mut().rev().find(|(kind, _)| *kind == BlockKind::Paragraph)
                {
                    return open.push_str(text);
                }
                BlockKind::Paragraph
            }
            Label::Subhead => BlockKind::Subhead,
            Label::Byline | Label::Signature => BlockKind::Byline,
            _ => BlockKind::Paragraph,
        };
        self.body.push((kind, text.to_owned()));
    }

    fn finish(self) -> Article {
        let mut article =
            Article { section: self.section, lines: Some((self.first, self.last)), ..Article::default() };
        if !self.headline.is_empty() {
            let headline = self.headline.join(" ");
            article.push(BlockKind::Headline, &headline);
            article.headline = Some(headline);
        }
        for (kind, text) in self.body {
            if kind == BlockKind::Subhead {
                article.subheads.push(text.clone());
            }
            article.push(kind, &text);
        }
        article
    }
}

#[cfg(test)]
mod tests;
