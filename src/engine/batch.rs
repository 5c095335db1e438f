//! Which articles are worked on together.

use crate::split::Article;
use std::sync::Arc;

/// About how many characters go through a stage together: enough that its code and tables are fetched once for many, few
/// enough to be there still at the next stage. A run of articles with more is no page of print, whatever its masthead
/// says.
const SIZE: usize = 64 << 10;

/// Articles of one input: a page of print, rows, or what else follows each other.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What they were read from.
    pub path: Arc<str>,
    /// The articles, one or more.
    pub articles: Vec<Article>,
    /// Whether they are a page, and tell of each other's places.
    pub is_page: bool,
}

impl Sheet {
    /// An article that tells only of itself.
    pub fn alone(article: Article, path: &Arc<str>) -> Self {
        Sheet { path: path.clone(), articles: vec![article], is_page: false }
    }

    fn length(&self) -> usize {
        self.articles.iter().map(length).sum()
    }
}

/// The articles of an input, in order. Those that follow each other under the same masthead are a page.
pub fn sheets(articles: Vec<Article>, path: &Arc<str>) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    let mut run: Vec<Article> = Vec::new();
    for article in articles {
        if run.last().is_some_and(|last| !is_beside(last, &article)) {
            sheets.extend(parted(std::mem::take(&mut run), path));
        }
        run.push(article);
    }
    sheets.extend(parted(run, path));
    sheets
}

/// A run of rows, or of articles under one masthead, in sheets.
fn parted(run: Vec<Article>, path: &Arc<str>) -> Vec<Sheet> {
    let is_page = run.len() > 1 && !run[0].is_row() && run.iter().map(length).sum::<usize>() <= SIZE;
    if is_page {
        return vec![Sheet { path: path.clone(), articles: run, is_page }];
    }
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut room = 0;
    for article in run {
        let length = length(&article);
        match sheets.last_mut() {
            Some(sheet) if length <= room => sheet.articles.push(article),
            _ => {
                room = SIZE;
                sheets.push(Sheet::alone(article, path));
            }
        }
        room = room.saturating_sub(length);
    }
    sheets
}

/// Sheets that go through each stage together.
#[derive(Debug, Default)]
pub struct Batch {
    sheets: Vec<Sheet>,
    length: usize,
}

impl Batch {
    /// Adds a sheet. Hands out the batch where the sheet makes it full.
    pub fn add(&mut self, sheet: Sheet) -> Option<Vec<Sheet>> {
        self.length += sheet.length();
        self.sheets.push(sheet);
        (self.length >= SIZE).then(|| self.take())
    }

    /// The sheets that are left.
    pub fn take(&mut self) -> Vec<Sheet> {
        self.length = 0;
        std::mem::take(&mut self.sheets)
    }
}

/// Whether both are rows, or stand under the same masthead.
fn is_beside(a: &Article, b: &Article) -> bool {
    a.is_row() == b.is_row()
        && (a.is_row() || (&a.newspaper, &a.published, &a.page) == (&b.newspaper, &b.published, &b.page))
}

/// Characters of an article's text.
fn length(article: &Article) -> usize {
    article.blocks.last().map_or(0, |block| block.span.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::split;

    #[test]
    fn a_page_is_one_sheet() {
        let page = "东湖晚报 2022年10月31日 第A07版\n\n河道清了\n\n居民来到河边,清出垃圾。\n\n路灯亮了\n\n居民说,夜里好走了。\n";
        let articles = split(page);
        assert_eq!(articles.len(), 2);
        let shape = |articles| {
            sheets(articles, &"-".into()).iter().map(|b| (b.articles.len(), b.is_page)).collect::<Vec<_>>()
        };
        assert_eq!(shape(articles.clone()), [(2, true)]);
        let mut other = articles[0].clone();
        other.page = Some("A08".into());
        assert_eq!(shape([&articles[..], &[other]].concat()), [(2, true), (1, false)]);
    }

    #[test]
    fn rows_are_parted_by_their_length() {
        let row = |length: usize| Article::from_row(None, &"河".repeat(length));
        let lengths = |rows: &[usize]| {
            let sheets = sheets(rows.iter().map(|&n| row(n)).collect(), &"-".into());
            sheets.iter().map(|b| b.articles.len()).collect::<Vec<_>>()
        };
        assert!(lengths(&[]).is_empty());
        assert_eq!(lengths(&[100, 200, 300]), [3]);
        assert_eq!(lengths(&[SIZE / 2, SIZE / 2, 1, SIZE * 2, 1]), [2, 1, 1, 1]);
    }
}
