//! Page text to articles: furniture out, a label for every line, lines joined into articles.
//!
//! Each step has a module:
//!
//! 1. `page` reads the lines. It sets aside what belongs to no article: `masthead` says what newspaper, day and page they
//!    are of, `furniture` are prices, links, lists of titles.
//! 2. `line` and `context` say what can be seen of each line ([`Evidence`]): in its own characters, and in the lines
//!    around it.
//! 3. `label` finds the cheapest labels for the page as a whole. What a piece of evidence costs a label is a row of
//!    `data/line_costs.tsv`.
//! 4. `assemble` joins the labelled lines to articles.

mod article;
mod assemble;
mod context;
mod furniture;
mod label;
mod line;
mod masthead;
mod outline;
mod page;
mod words;

pub use article::{Article, Block, BlockKind};
pub(crate) use article::{is_byline, lines};
pub use furniture::furniture_class;
pub use label::Label;
#[doc(hidden)]
pub use label::fit;
pub use line::{Evidence, Line, Set};
pub use masthead::Masthead;
pub use outline::{Outlined, Reason, outline};
pub(crate) use page::maker;

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
