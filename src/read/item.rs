//! Items: pieces of inputs, decoded and parsed into articles on whatever thread takes them.

use super::chunk::Chunk;
use super::cut::Cut;
use super::decode::{Encoding, Fault, decode, decode_marked, narrowed_width};
use super::entity::clean;
use super::notice::{Notice, Reason, Severity};
use super::sniff::InputFormat;
use super::table::Header;
use super::tag::{self, Untagged};
use super::{doc, html, json, row, table};
use crate::split::{self, Article};
use std::borrow::Cow;
use std::sync::Arc;

/// A piece of an input, read but not yet decoded.
#[derive(Debug)]
pub struct Item {
    pub(super) path: Arc<str>,
    pub(super) is_first: bool,
    pub(super) text: Text,
    /// Rows up to this number are left out: they were done before.
    pub(super) after: usize,
    pub(super) kind: Kind,
}

/// How an item's bytes are text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Text {
    /// `None`: by the bytes themselves.
    pub(super) encoding: Option<Encoding>,
    /// Whether the user named the encoding.
    pub(super) is_given: bool,
    /// Whether text with damage is refused.
    pub(super) strict: bool,
    /// The UTF-16 that the bytes were before they became UTF-8.
    pub(super) narrowed: Option<Encoding>,
}

#[derive(Debug)]
pub(super) enum Kind {
    Page(Vec<u8>),
    Html(Vec<u8>),
    Rows(Chunk),
    Table(Chunk, Arc<Header>),
    Docs(Chunk),
    Notice(Notice),
}

/// The articles of a piece, in order, with a notice where something could not be used.
pub(super) type Found = Vec<Result<Article, Notice>>;

impl Item {
    /// The input's path as given; for a member of an archive, that of the archive and of the member in it.
    pub fn path(&self) -> &Arc<str> {
        &self.path
    }

    /// Bytes of input.
    pub fn size(&self) -> usize {
        match &self.kind {
            Kind::Page(bytes) | Kind::Html(bytes) => bytes.len(),
            Kind::Rows(chunk) | Kind::Table(chunk, _) | Kind::Docs(chunk) => chunk.bytes.len(),
            Kind::Notice(_) => 0,
        }
    }

    /// Whether an input begins with this item.
    pub fn is_first(&self) -> bool {
        self.is_first
    }

    /// Whether it is a page, or a piece of an input of rows.
    pub fn is_page(&self) -> bool {
        matches!(self.kind, Kind::Page(_) | Kind::Html(_))
    }

    /// The articles, in the input's order, with a notice where something could not be used.
    pub fn articles(self, fields: &row::FieldMap) -> Vec<Result<Article, Notice>> {
        let Item { path, text, after, kind, .. } = self;
        match kind {
            Kind::Notice(notice) => vec![Err(notice)],
            Kind::Page(bytes) => page(&path, &bytes, text, split_untagged),
            Kind::Html(bytes) => page(&path, &bytes, text, html::articles),
            Kind::Rows(chunk) => rows(&path, &chunk, text, after, |text| json::rows(text, fields)),
            Kind::Table(chunk, header) => rows(&path, &chunk, text, after, |text| table::rows(text, &header)),
            Kind::Docs(chunk) => rows(&path, &chunk, text, after, doc::rows),
        }
    }

    /// The text of a page as it is split, with a notice where it is damaged; `None` for a piece of rows.
    pub fn page(self) -> (Option<Untagged<'static>>, Option<Notice>) {
        match self.kind {
            Kind::Page(bytes) | Kind::Html(bytes) => {
                let (text, notice) = page_text(&self.path, &bytes, self.text);
                (text.map(|text| tag::clean(&text).into_owned()), notice)
            }
            Kind::Notice(notice) => (None, Some(notice)),
            _ => (None, None),
        }
    }
}

fn page(path: &str, bytes: &[u8], how: Text, split: impl Fn(&str) -> Vec<Article>) -> Found {
    let (text, notice) = page_text(path, bytes, how);
    let mut found: Found = notice.into_iter().map(Err).collect();
    let Some(text) = text else { return found };
    let articles = split(&text);
    if articles.is_empty() {
        found.push(Err(Notice::new(Severity::Skipped, Reason::NoArticle, path, "no article found")));
    }
    found.extend(articles.into_iter().map(Ok));
    found
}

/// The articles of a page that tags may stand in.
fn split_untagged(text: &str) -> Vec<Article> {
    let page = tag::clean(text);
    let mut articles = split::split(&page.text);
    for (first, last) in articles.iter_mut().filter_map(|article| article.lines.as_mut()) {
        (*first, *last) = (page.line(*first), page.line(*last));
    }
    articles
}

/// A page decoded and cleaned, unless it is refused, and what is wrong with it.
fn page_text(path: &str, bytes: &[u8], how: Text) -> (Option<String>, Option<Notice>) {
    let encoding = how.encoding.or_else(|| Encoding::detect(bytes)).unwrap_or(Encoding::Utf8);
    let (text, fault) = decode(bytes, encoding);
    let refused = |fault: &Fault| how.strict || !how.is_given && fault.is_hopeless(&text);
    let is_refused = fault.as_ref().is_some_and(refused);
    let notice = fault.map(|fault| {
        let severity = if is_refused { Severity::Unreadable } else { Severity::Flawed };
        let notice = Notice::new(severity, Reason::Encoding, path, remedy(&fault, &text, how));
        notice.at_line(fault.line + 1)
    });
    let text = (!is_refused).then(|| clean(&unix_lines(&text)).into_owned());
    (text, notice)
}

/// What is wrong with bytes that are not text, and what comes of it.
fn remedy(fault: &Fault, text: &str, how: Text) -> String {
    if !how.is_given && fault.is_hopeless(text) {
        return format!(
            "not text in UTF-8, GB18030, Big5 or UTF-16 (as {} it is broken from byte {} on): name its encoding with \
             --encoding",
            fault.encoding, fault.offset
        );
    }
    if how.strict {
        return format!(
            "{fault}, which --strict refuses: mend the file, or name its encoding with --encoding"
        );
    }
    let more = if fault.count > 1 { format!(" and {} more", fault.count - 1) } else { String::new() };
    format!("{fault}{more}: marked with U+FFFD; if the encoding is another one, name it with --encoding")
}

/// A text whose lines end in `\n`.
fn unix_lines(text: &str) -> Cow<'_, str> {
    match memchr::memchr(b'\r', text.as_bytes()) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
    }
}

/// What a parser of rows makes of a chunk: for each row its line in the chunk, from 0, and the row or what is wrong
/// with it.
pub(super) type Parsed<'a> = Vec<(usize, Result<row::Row<'a>, String>)>;

fn rows(
    path: &str,
    chunk: &Chunk,
    how: Text,
    after: usize,
    parse: impl for<'a> Fn(&'a str) -> Parsed<'a>,
) -> Found {
    let encoding = how.encoding.or_else(|| Encoding::detect(&chunk.bytes)).unwrap_or(Encoding::Utf8);
    let decode = if chunk.offset == 0 { decode } else { decode_marked };
    let (text, fault) = decode(&chunk.bytes, encoding);
    let mut found = Found::new();
    let notice = |severity, reason, line, message: String| {
        Err(Notice::new(severity, reason, path, message).at_line(chunk.line + line))
    };
    if let Some(fault) = &fault {
        let mut told = Fault { offset: fault.offset + chunk.offset as usize, ..*fault };
        if let Some(encoding) = how.narrowed {
            told.encoding = encoding;
            told.offset = chunk.offset as usize + narrowed_width(&chunk.bytes[..fault.offset]);
        }
        let severity = if how.strict { Severity::Damaged } else { Severity::Flawed };
        found.push(notice(severity, Reason::Encoding, fault.line, remedy(&told, &text, how)));
    }
    for (n, (line, parsed)) in parse(&text).into_iter().enumerate() {
        let number = chunk.rows + n + 1;
        if number <= after {
            continue;
        }
        match parsed {
            Ok(row) if how.strict && fault.is_some() && row.has_damage() => {
                // The first is told already.
                if fault.is_some_and(|fault| fault.line != line) {
                    let message = format!("not {encoding}, which --strict refuses");
                    found.push(notice(Severity::Damaged, Reason::Encoding, line, message));
                }
            }
            Ok(row) => {
                let (article, problems) = row.into_article(number);
                found.push(Ok(article));
                found.extend(problems.into_iter().map(|m| notice(Severity::Damaged, Reason::Row, line, m)));
            }
            Err(message) => found.push(notice(Severity::Damaged, Reason::Row, line, message)),
        }
    }
    found
}

impl Kind {
    /// How the rows of a format are cut from their input; `None` for pages.
    pub(super) fn cut(format: InputFormat) -> Option<Cut> {
        match format {
            InputFormat::JsonLines => Some(Cut::Lines),
            InputFormat::Csv => Some(Cut::Table(b',')),
            InputFormat::Tsv => Some(Cut::Table(b'\t')),
            InputFormat::Docs => Some(Cut::Docs),
            InputFormat::Auto | InputFormat::Page | InputFormat::Html => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(bytes: &[u8]) -> Chunk {
        Chunk { bytes: bytes.to_vec(), line: 10, rows: 7, count: 0, offset: 1000 }
    }

    fn json(chunk: &Chunk, strict: bool) -> (Vec<(usize, String)>, Vec<String>) {
        let fields = row::FieldMap::default();
        let how = Text { strict, ..Text::default() };
        let found = rows("r", chunk, how, 0, |text| json::rows(text, &fields));
        let told = found.iter().filter_map(|f| f.as_ref().err()).map(ToString::to_string).collect();
        (found.into_iter().flatten().map(|a| (a.number, a.text)).collect(), told)
    }

    #[test]
    fn rows_know_their_place() {
        let bytes =
            b"{\"text\":\"a\"}\r\n\n{\"text\":\"\xe7\x94\xb2\xe4\xb9\x99\xcd\xed\"}\n{\"text\":\"b\",\"published\":\"x\"}\n{]";
        let (articles, told) = json(&chunk(bytes), false);
        assert_eq!(articles.iter().map(|a| a.0).collect::<Vec<_>>(), [8, 9, 10]);
        assert_eq!(articles[1].1, "甲乙\u{FFFD}\u{FFFD}");
        assert_eq!(told.len(), 3);
        assert!(
            told[0].starts_with("r:12: not UTF-8 at byte 1030 and 1 more: marked with U+FFFD"),
            "{told:?}"
        );
        assert!(told[1].starts_with("r:13: `published` is not a date"), "{told:?}");
        assert!(told[2].starts_with("r:14: not a JSON object"), "{told:?}");
        let (articles, told) = json(&chunk(bytes), true);
        assert_eq!(articles.iter().map(|a| a.0).collect::<Vec<_>>(), [8, 10]);
        assert!(told[0].starts_with("r:12: not UTF-8 at byte 1030, which --strict refuses"), "{told:?}");
    }

    #[test]
    fn a_mark_counts_in_offsets_but_not_in_rows() {
        let mut first = chunk("\u{FEFF}{\"text\":\"甲\"}\n{\"text\":\"乙\"}\n".as_bytes());
        (first.line, first.rows, first.offset) = (1, 0, 0);
        let at = first.bytes.len() - 6;
        first.bytes[at..at + 3].fill(b'x');
        first.bytes[at] = 0xFF;
        let (articles, told) = json(&first, false);
        assert_eq!(articles.len(), 2);
        assert!(told[0].starts_with(&format!("r:2: not UTF-8 at byte {at}")), "{told:?}");
    }

    #[test]
    fn pages_without_articles_are_told() {
        let found = page("p", "第A07版\n".as_bytes(), Text::default(), split::split);
        assert!(matches!(&found[..], [Err(notice)] if notice.severity == Severity::Skipped), "{found:?}");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..4000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 | 1).collect();
        let found = page("p", &noise, Text::default(), split::split);
        assert!(matches!(&found[..], [Err(notice)] if notice.severity == Severity::Unreadable), "{found:?}");
    }
}
