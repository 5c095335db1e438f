//! The names of fields, from `data/fields.tsv`: `【题名】`, `版次:`.

use crate::chars::unspaced;
use crate::lexicon::{Beginnings, columns};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/fields.tsv");

/// What a field of an export holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::split) enum Field {
    Title,
    Kicker,
    Deck,
    Author,
    /// A title where no other field is one, else what an article is about.
    Topic,
    /// Newspaper, day or page.
    Head,
    /// The page's name, the issue's number.
    Issue,
    /// Where and when an article was published, as sites tell it.
    Origin,
    Section,
    Body,
    /// Keywords, number of characters and the like.
    Other,
}

static FIELDS: LazyLock<Beginnings<Field>> = LazyLock::new(|| {
    Beginnings::new(
        columns(TABLE).filter(|[field, _]| *field != ALONE).map(|[field, name]| (name, self::field(field))),
    )
});

/// The class of names that stand on lines of their own.
const ALONE: &str = "alone";

static ALONES: LazyLock<Beginnings> = LazyLock::new(|| {
    Beginnings::new(columns(TABLE).filter(|[field, _]| *field == ALONE).map(|[_, name]| (name, ())))
});

fn field(name: &str) -> Field {
    match name {
        "title" => Field::Title,
        "kicker" => Field::Kicker,
        "deck" => Field::Deck,
        "author" => Field::Author,
        "topic" => Field::Topic,
        "head" => Field::Head,
        "issue" => Field::Issue,
        "origin" => Field::Origin,
        "section" => Field::Section,
        "body" => Field::Body,
        _ => Field::Other,
    }
}

/// The field whose name and colon (folded) characters begin with, and the length of both.
pub(in crate::split) fn labels(chars: &[char]) -> Option<(Field, usize)> {
    let (length, field) = FIELDS.at_start(chars)?;
    (chars.get(length) == Some(&':')).then_some((field, length + 1))
}

/// Whether a character opens the frame around a field's name.
pub(super) const fn is_frame(c: char) -> bool {
    matches!(c, '【' | '[' | '〔' | '〖' | '<')
}

/// The field that a line (folded) opens, where its name ends, and where its value begins: `【题名】`, `题名:`, `<题名>=`,
/// `Title-题名:`; or the body below its name alone.
pub(super) fn opens(chars: &[char]) -> Option<(Field, usize, usize)> {
    const LONGEST: usize = 18;
    if ALONES.get(chars).is_some() {
        return Some((Field::Body, chars.len(), chars.len()));
    }
    let framed = chars.first().is_some_and(|c| is_frame(*c));
    let start = usize::from(framed);
    let is_end = |c: &char| {
        if framed { matches!(c, '】' | ']' | '〕' | '〗' | '>') } else { matches!(c, ':' | '=') }
    };
    let end = start + chars[start..].iter().take(LONGEST).position(is_end)?;
    let name = &chars[start..end];
    let latin = name.iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let name = name[latin..].strip_prefix(&['-']).unwrap_or(name);
    let field = FIELDS.get(&unspaced(name))?;
    let rest = end + 1;
    Some((field, end, rest + chars[rest..].iter().take_while(|c| matches!(c, ' ' | ':' | '=')).count()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;

    #[test]
    fn rows_are_known() {
        for row in rows(TABLE) {
            if row[0] == ALONE {
                let alone: Vec<char> = row[1].chars().collect();
                assert_eq!(opens(&alone).map(|(field, ..)| field), Some(Field::Body), "{}", row[1]);
                assert!(opens(&format!("{}:", row[1]).chars().collect::<Vec<_>>()).is_none());
                continue;
            }
            let label: Vec<char> = format!("【{}】何敏", row[1]).chars().collect();
            assert_eq!(opens(&label).map(|(.., from)| from), Some(label.len() - 2), "{}", row[1]);
            for (before, after) in [("", ":"), ("<", ">="), ("Name-", ": ")] {
                let label: Vec<char> = format!("{before}{}{after}何敏", row[1]).chars().collect();
                assert_eq!(opens(&label).map(|(.., from)| from), Some(label.len() - 2), "{}", row[1]);
            }
        }
    }
}
