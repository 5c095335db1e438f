//! Labelled lines to articles.

use super::article::{Article, BlockKind};
use super::label::{Label, begins};
use super::line::Line;
use super::masthead::Masthead;

/// Joins the labelled lines of a page into articles, and tells each what the masthead above it says.
pub(super) fn assemble(
    lines: &[Line<'_>],
    labels: &[Label],
    mastheads: &[(usize, Masthead)],
) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    let mut section: Option<String> = None;
    let mut before = Label::Section;
    let mut pages = 0;
    for (line, &label) in lines.iter().zip(labels) {
        // A column ends with its page.
        let above = mastheads.partition_point(|(number, _)| *number < line.number);
        if above > pages && pages > 0 && mastheads[above - 1].1.page != mastheads[pages - 1].1.page {
            section = None;
        }
        pages = above;
        if label == Label::Section {
            section = Some(heading_text(line.text).to_owned());
        } else {
            if begins(before, label) || articles.is_empty() {
                articles.push(Article {
                    number: articles.len() + 1,
                    section: section.clone(),
                    lines: Some((line.number, line.number)),
                    ..Article::default()
                });
            }
            if let Some(article) = articles.last_mut() {
                add(article, label, line);
            }
        }
        before = label;
    }
    for article in &mut articles {
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

/// A column heading without its frame.
pub(super) fn heading_text(line: &str) -> &str {
    line.trim_matches(|c: char| "【】[]<>〈〉■●◆□★▼|: ".contains(c))
}

fn add(article: &mut Article, label: Label, line: &Line<'_>) {
    if let Some((_, last)) = &mut article.lines {
        *last = line.number;
    }
    let last = article.blocks.last().map(|block| block.kind);
    match label {
        Label::Kicker | Label::Headline | Label::Deck => match &mut article.headline {
            Some(headline) if last == Some(BlockKind::Headline) => {
                headline.push(' ');
                headline.push_str(line.text);
                article.extend_counted(" ", 1);
                article.extend_counted(line.text, line.length);
            }
            _ => {
                article.headline = Some(line.text.to_owned());
                article.push_counted(BlockKind::Headline, line.text, line.length);
            }
        },
        Label::Continued if last == Some(BlockKind::Paragraph) => {
            article.extend_counted(line.text, line.length);
        }
        Label::Subhead => {
            article.subheads.push(line.text.to_owned());
            article.push_counted(BlockKind::Subhead, line.text, line.length);
        }
        Label::Byline | Label::Signature if line.is_signed_alone() => {
            article.push_counted(BlockKind::Byline, line.text, line.length);
        }
        _ => article.push_counted(BlockKind::Paragraph, line.text, line.length),
    }
}
