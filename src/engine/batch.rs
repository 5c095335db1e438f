//! Which articles are worked on together.

use crate::split::Article;

/// About how many characters go through a stage together: enough that its code and tables are fetched once for many, few
/// enough to be there still at the next stage. A run of articles with more is no page of print, whatever its masthead
/// says.
const SIZE: usize = 64 << 10;

/// Articles that go through each stage together.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The articles, one or more.
    pub articles: Vec<Article>,
    /// Whether they are a page, and tell of each other's places.
    pub is_page: bool,
}

impl Batch {
    /// An article that tells only of itself.
    pub fn alone(article: Article) -> Self {
        Batch { articles: vec![article], is_page: false }
    }
}

/// The articles of an input in batches, in order. Articles that follow each other under the same masthead are a page.
pub fn batches(articles: Vec<Article>) -> Vec<Batch> {
    let mut batches = Vec::new();
    let mut run: Vec<Article> = Vec::new();
    for article in articles {
        if run.last().is_some_and(|last| !is_beside(last, &article)) {
            batches.extend(parted(std::mem::take(&mut run)));
        }
        run.push(article);
    }
    batches.extend(parted(run));
    batches
}

/// A run of rows, or of articles under one masthead, in batches.
fn parted(run: Vec<Article>) -> Vec<Batch> {
    let is_page = run.len() > 1 && !run[0].is_row() && run.iter().map(length).sum::<usize>() <= SIZE;
    if is_page {
        return vec![Batch { articles: run, is_page }];
    }
    let mut batches: Vec<Batch> = Vec::new();
    let mut room = 0;
    for article in run {
        let length = length(&article);
        match batches.last_mut() {
            Some(batch) if length <= room => batch.articles.push(article),
            _ => {
                room = SIZE;
                batches.push(Batch::alone(article));
            }
        }
        room = room.saturating_sub(length);
    }
    batches
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
    fn a_page_is_one_batch() {
        let page = "东湖晚报 2022年10月31日 第A07版\n\n河道清了\n\n居民来到河边,清出垃圾。\n\n路灯亮了\n\n居民说,夜里好走了。\n";
        let articles = split(page);
        assert_eq!(articles.len(), 2);
        let shape =
            |articles| batches(articles).iter().map(|b| (b.articles.len(), b.is_page)).collect::<Vec<_>>();
        assert_eq!(shape(articles.clone()), [(2, true)]);
        let mut other = articles[0].clone();
        other.page = Some("A08".into());
        assert_eq!(shape([&articles[..], &[other]].concat()), [(2, true), (1, false)]);
    }

    #[test]
    fn rows_are_parted_by_their_length() {
        let row = |length: usize| Article::from_row(None, &"河".repeat(length));
        let lengths = |rows: &[usize]| {
            let batches = batches(rows.iter().map(|&n| row(n)).collect());
            batches.iter().map(|b| b.articles.len()).collect::<Vec<_>>()
        };
        assert!(lengths(&[]).is_empty());
        assert_eq!(lengths(&[100, 200, 300]), [3]);
        assert_eq!(lengths(&[SIZE / 2, SIZE / 2, 1, SIZE * 2, 1]), [2, 1, 1, 1]);
    }
}
