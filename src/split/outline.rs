//! How a page was split: each line with its label, its article and its evidence.

use super::label::costs::Sheet;
use super::label::{self, Label, begins};
use super::page;

/// A line of a page, as the splitter took it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlined<'a> {
    /// Number in the input, from 1.
    pub number: usize,
    /// Without the spaces at its ends.
    pub text: &'a str,
    /// What it is.
    pub label: Label,
    /// Number of the article that it belongs to, from 1.
    pub article: Option<usize>,
    /// The class of furniture, where it is furniture.
    pub class: Option<&'static str>,
    /// What speaks for each label that it may have, the label that it has first, the others cheapest first.
    pub reasons: Vec<Reason>,
}

/// What speaks for and against a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The label.
    pub label: Label,
    /// The sum of its rows; a label that is cheaper by itself may lose to one that fits its neighbours.
    pub cost: i16,
    /// Each row with its cost.
    pub rows: Vec<(String, i16)>,
}

/// The lines of a page that are not blank, each with its label: how [`split`](super::split) came to its result.
///
/// ```
/// use jianbao::split::{Label, outline};
/// let labels: Vec<Label> = outline("A07 2019年11月8日\n清理河道 守护碧水\n晚报讯 近日,某社区清理河道。").iter().map(|o| o.label).collect();
/// assert_eq!(labels, [Label::Masthead, Label::Headline, Label::Paragraph]);
/// ```
pub fn outline(text: &str) -> Vec<Outlined<'_>> {
    let page = page::read(text);
    let labels = label::label(&page.lines);
    let sheet = Sheet::embedded();
    let mut out: Vec<Outlined<'_>> = page
        .aside
        .iter()
        .map(|aside| Outlined {
            number: aside.number,
            text: aside.text,
            label: if aside.class == "masthead" { Label::Masthead } else { Label::Furniture },
            article: None,
            class: (aside.class != "masthead").then_some(aside.class),
            reasons: Vec::new(),
        })
        .collect();
    let mut article = 0;
    let mut before = Label::Section;
    for (i, (line, &own)) in page.lines.iter().zip(&labels).enumerate() {
        let is_section = own == Label::Section;
        if !is_section && (article == 0 || begins(before, own)) {
            article += 1;
        }
        before = own;
        let mut reasons = label::reasons(&page.lines, i, &sheet);
        reasons.sort_by_key(|reason| (reason.label != own, reason.cost));
        out.push(Outlined {
            number: line.number,
            text: line.text,
            label: own,
            article: (!is_section).then_some(article),
            class: None,
            reasons,
        });
    }
    out.sort_by_key(|line| line.number);
    out
}
