//! Dumps of `<doc>` elements, as the SogouCS corpus and its kin are: one article each, with its URL and number.

use super::item::Parsed;
use super::row::{FIELDS, Row};
use crate::Published;
use std::borrow::Cow;

const START: &str = "<doc>";
const END: &str = "</doc>";
/// What such dumps print for a line end within a text.
const LINE_END: char = '\u{E40C}';

/// The rows of a piece of a dump.
pub(super) fn rows(text: &str) -> Parsed<'_> {
    let mut out = Parsed::new();
    let (mut at, mut line) = (0, 0);
    while let Some(start) = text[at..].find(START).map(|found| at + found) {
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[at..start]).count();
        let inner = start + START.len();
        let found = text[inner..].find(END).map(|end| &text[inner..inner + end]);
        out.push((line, found.ok_or_else(|| format!("no `{END}` to this `{START}`")).and_then(row)));
        let next = inner + found.map_or(0, |inner| inner.len() + END.len());
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[start..next]).count();
        at = next;
    }
    out
}

fn row(doc: &str) -> Result<Row<'_>, String> {
    let content = element(doc, &["content", "text"]);
    let content = content.ok_or("no `<content>` in this `<doc>`")?;
    let content = match content.contains(LINE_END) {
        true => Cow::Owned(content.replace(LINE_END, "\n")),
        false => Cow::Borrowed(content),
    };
    let published = element(doc, &["url"]).and_then(Published::from_path).map(|date| date.to_string());
    let mut values: [Option<Cow<'_, str>>; FIELDS.len()] = Default::default();
    values[0] = element(doc, &["docno", "id"]).map(Cow::Borrowed);
    values[1] = element(doc, &["contenttitle", "title"]).map(Cow::Borrowed);
    values[2] = Some(content);
    values[3] = published.map(Cow::Owned);
    Ok(Row::new(values))
}

/// The content of the first element of one of these names.
fn element<'a>(doc: &'a str, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| {
        let start = doc.find(&format!("<{name}>"))? + name.len() + 2;
        let end = doc[start..].find(&format!("</{name}>"))?;
        Some(doc[start..start + end].trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docs() {
        let text = "<doc>\n<url>http://news.example.com/20221031/n17.shtml</url>\n<docno>d-1</docno>\n\
                    <contenttitle>清理河道</contenttitle>\n<content>　　１０月２９日\u{E40C}柳荫社区。</content>\n</doc>\n\n\
                    <doc>\n<docno>d-2</docno>\n</doc>\n<doc>\n<content>甲";
        let found = rows(text);
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [0, 7, 10]);
        let mut found = found.into_iter().map(|(_, row)| row);
        let (article, problems) = found.next().unwrap().unwrap().into_article(1);
        assert_eq!(problems, [""; 0]);
        assert_eq!(article.text, "清理河道\n１０月２９日\n柳荫社区。");
        assert_eq!(article.id.as_deref(), Some("d-1"));
        assert_eq!(article.published.as_deref(), Some("2022-10-31"));
        assert_eq!(found.next().unwrap().unwrap_err(), "no `<content>` in this `<doc>`");
        assert_eq!(found.next().unwrap().unwrap_err(), "no `</doc>` to this `<doc>`");
    }
}
