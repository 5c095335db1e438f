//! Page text to articles: furniture out, a label for every line, lines joined into articles.
//!
//! `page` reads the lines and what can be seen of each ([`Evidence`]), `costs` says what a piece of evidence counts
//! for a label (`table` compiles it), `label` finds the cheapest labels for the page as a whole, `assemble` joins the lines.

mod article;
mod assemble;
mod column;
mod costs;
mod echoes;
mod edges;
mod evidence;
mod export;
#[doc(hidden)]
pub mod fit;
mod furniture;
mod label;
mod line;
mod margins;
mod masthead;
mod metadata;
mod navigation;
mod neighbours;
mod outline;
mod page;
mod pattern;
mod repeats;
mod run_in;
mod scan;
mod shape;
mod signs;
mod table;
mod titles;
mod words;

pub(crate) use article::is_byline;
pub use article::{Article, Block, BlockKind};
pub use evidence::{Evidence, Set};
pub use furniture::furniture_class;
pub use label::Label;
pub use line::Line;
pub use masthead::Masthead;
pub use outline::{Outlined, Reason, outline};

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
    let page = page::read(text);
    let labels = label::label(&page.lines);
    assemble::assemble(&page.lines, &labels, &page.mastheads, &page.told)
}

#[cfg(test)]
mod tests;
