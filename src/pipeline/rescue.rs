//! What is done where a rule panics: an article is lost, and its page still tells of the others.

use crate::engine::Sheet;
use crate::record::Record;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What comes of some sheets.
pub(super) enum Outcome {
    /// Sheets, and what was found in each of their articles.
    Found(Vec<Sheet>, Vec<Record>),
    /// An article that cannot be read.
    Lost { path: Arc<str>, article: usize, lines: Option<(usize, usize)> },
}

/// What `find` finds in some sheets, in their order. Where it panics, the sheets are read one by one; of the one to
/// blame the articles are tried one by one, and those that are sound are read together once more.
pub(super) fn find(sheets: Vec<Sheet>, find: &mut impl FnMut(&[Sheet]) -> Vec<Record>) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    rescue(sheets, find, &mut outcomes);
    outcomes
}

fn rescue(
    mut sheets: Vec<Sheet>,
    find: &mut impl FnMut(&[Sheet]) -> Vec<Record>,
    outcomes: &mut Vec<Outcome>,
) {
    let mut attempt = |sheets: &[Sheet]| catch_unwind(AssertUnwindSafe(|| find(sheets))).ok();
    if let Some(found) = attempt(&sheets) {
        outcomes.push(Outcome::Found(sheets, found));
        return;
    }
    if sheets.len() > 1 {
        sheets.into_iter().for_each(|sheet| rescue(vec![sheet], find, outcomes));
        return;
    }
    let Some(Sheet { path, articles, is_page }) = sheets.pop() else { return };
    let (mut sound, mut alone, total) = (Vec::new(), Vec::new(), articles.len());
    for article in articles {
        let sheet = vec![Sheet::alone(article.clone(), &path)];
        match attempt(&sheet) {
            Some(found) => {
                alone.push(Outcome::Found(sheet, found));
                sound.push(article);
            }
            None => outcomes.push(Outcome::Lost {
                path: path.clone(),
                article: article.number,
                lines: article.lines,
            }),
        }
    }
    if sound.len() == total {
        // None is to blame by itself: they go on without each other.
        outcomes.extend(alone);
    } else if !sound.is_empty() {
        let is_page = is_page && sound.len() > 1;
        rescue(vec![Sheet { path, articles: sound, is_page }], find, outcomes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::Article;

    fn sheet(texts: &[&str], is_page: bool) -> Sheet {
        let articles = texts.iter().enumerate().map(|(n, text)| {
            let mut article = Article::from_row(None, text);
            article.number = n + 1;
            article
        });
        Sheet { path: "p".into(), articles: articles.collect(), is_page }
    }

    /// Each article with how many its sheet had, `lost`, or what was found of it.
    fn outcomes(sheets: Vec<Sheet>, is_fault: fn(&[Sheet]) -> bool) -> Vec<String> {
        let mut find_all = |sheets: &[Sheet]| {
            assert!(!is_fault(sheets), "a fault, as this test wants it");
            vec![Record::default(); sheets.iter().map(|sheet| sheet.articles.len()).sum()]
        };
        let mut told = Vec::new();
        for outcome in find(sheets, &mut find_all) {
            match outcome {
                Outcome::Found(sheets, found) => {
                    let all = sheets.iter().flat_map(|sheet| sheet.articles.iter().map(move |a| (sheet, a)));
                    assert_eq!(all.clone().count(), found.len());
                    told.extend(all.map(|(sheet, a)| {
                        format!("{} {}", a.text, if sheet.is_page { sheet.articles.len() } else { 0 })
                    }));
                }
                Outcome::Lost { path, article, .. } => told.push(format!("{path} {article} lost")),
            }
        }
        told
    }

    fn holds(sheets: &[Sheet], text: &str) -> bool {
        sheets.iter().flat_map(|sheet| &sheet.articles).any(|article| article.text == text)
    }

    #[test]
    fn a_fault_costs_one_article() {
        let page = || sheet(&["河", "灯", "路"], true);
        assert_eq!(outcomes(vec![page()], |_| false), ["河 3", "灯 3", "路 3"]);
        let found = outcomes(vec![page(), sheet(&["桥"], false)], |sheets| holds(sheets, "灯"));
        assert_eq!(found, ["p 2 lost", "河 2", "路 2", "桥 0"]);
        let found = outcomes(vec![page()], |sheets| holds(sheets, "灯") || holds(sheets, "路"));
        assert_eq!(found, ["p 2 lost", "p 3 lost", "河 0"]);
        // A fault of two together.
        let found = outcomes(vec![page()], |sheets| holds(sheets, "河") && holds(sheets, "灯"));
        assert_eq!(found, ["河 0", "灯 0", "路 0"]);
    }
}
