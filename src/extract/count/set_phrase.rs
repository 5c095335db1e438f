//! Idioms, names and other set phrases that a number belongs to: 千家万户, 三角形, 五台山.

use super::exclude::is_word;
use crate::chars::is_han;
use crate::lexicon::{self, Beginnings};
use crate::{Document, Span};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/not_counts.tsv");

/// Columns: phrase, reason.
static PHRASES: LazyLock<Beginnings<()>> =
    LazyLock::new(|| Beginnings::new(lexicon::columns(TABLE).map(|[phrase]| (phrase, ()))));

/// How far before its number a phrase may begin (千家万户, 成千上万).
const PHRASE_REACH: usize = 3;

/// Whether a number from `at` to `end` belongs to one: own list and the dictionary's words.
pub(super) fn holds(doc: &Document<'_>, at: usize, end: usize) -> bool {
    let listed = (at.saturating_sub(PHRASE_REACH)..=at)
        .any(|from| PHRASES.at_start(&doc.chars()[from..]).is_some_and(|(length, ())| from + length > at));
    // 三角形, 五台山, 六盘水, 三头六臂: a word of the dictionary that goes on behind the unit.
    let rooms =
        doc.before(end) == '间' && doc.char(end) == '房' && !matches!(doc.char(end + 1), '乡' | '镇' | '村');
    let name = |to: usize| {
        !rooms && to <= doc.len() && (end..to).all(|i| is_han(doc.char(i))) && is_word(doc, Span::new(at, to))
    };
    let person =
        matches!(doc.before(end), '个' | '名' | '位' | '代' | '封' | '节' | '扇' | '元' | '岁' | '%');
    listed
        || (!person && end - at <= 3 && (name(end + 1) || name(end + 2)))
        || (end - at == 2 && name(at + 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted() {
        let phrases: Vec<&str> = lexicon::rows(TABLE).map(|row| row[0]).collect();
        assert!(phrases.is_sorted_by(|a, b| a < b), "sorted, without duplicates");
        assert!(lexicon::rows(TABLE).all(|row| row.len() == 2));
    }
}
