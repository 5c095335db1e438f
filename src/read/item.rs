//! Items: pieces of inputs, decoded and parsed into articles on whatever thread takes them.

use super::chunk::Chunk;
use super::decode::{BOM, NotUtf8, decode};
use super::notice::{Notice, Severity};
use super::row;
use crate::split::{self, Article};
use std::sync::Arc;

/// A piece of an input, read but not yet decoded.
#[derive(Debug)]
pub struct Item {
    pub(super) path: Arc<str>,
    pub(super) is_first: bool,
    pub(super) kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    Page(Vec<u8>),
    Rows(Chunk),
    Notice(Notice),
}

impl Item {
    /// The input's path as given.
    pub fn path(&self) -> &Arc<str> {
        &self.path
    }

    /// Bytes of input.
    pub fn size(&self) -> usize {
        match &self.kind {
            Kind::Page(bytes) => bytes.len(),
            Kind::Rows(chunk) => chunk.bytes.len(),
            Kind::Notice(_) => 0,
        }
    }

    /// Whether an input begins with this item.
    pub fn is_first(&self) -> bool {
        self.is_first
    }

    /// The articles, in the input's order, with a notice where something could not be used.
    pub fn articles(self, fields: &row::FieldMap) -> Vec<Result<Article, Notice>> {
        match self.kind {
            Kind::Notice(notice) => vec![Err(notice)],
            Kind::Page(bytes) => page(&self.path, &bytes),
            Kind::Rows(chunk) => rows(&self.path, &chunk, fields),
        }
    }
}

fn page(path: &str, bytes: &[u8]) -> Vec<Result<Article, Notice>> {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(error) => {
            let notice = Notice::new(Severity::Unreadable, path, error.to_string());
            let line = 1 + memchr::memchr_iter(b'\n', &bytes[..error.offset]).count();
            return vec![Err(notice.at_line(line))];
        }
    };
    let articles = split::split(&text);
    if articles.is_empty() {
        return vec![Err(Notice::new(Severity::Skipped, path, "no article found"))];
    }
    articles.into_iter().map(Ok).collect()
}

fn rows(path: &str, chunk: &Chunk, fields: &row::FieldMap) -> Vec<Result<Article, Notice>> {
    let mut out = Vec::new();
    let (mut line, mut number, mut offset) = (chunk.line, chunk.rows, chunk.offset);
    let mut bytes = chunk.bytes.as_slice();
    if let Some(rest) = bytes.strip_prefix(BOM).filter(|_| offset == 0) {
        bytes = rest;
        offset += BOM.len() as u64;
    }
    for row in bytes.split_inclusive(|&b| b == b'\n') {
        if !row.trim_ascii().is_empty() {
            number += 1;
            let notice = |message: String| Err(Notice::new(Severity::Damaged, path, message).at_line(line));
            let parsed = str::from_utf8(row).map_err(|error| {
                let mut fault = NotUtf8::new(error, row);
                fault.offset += offset as usize;
                fault.to_string()
            });
            match parsed.and_then(|row| row::parse(row, fields)) {
                Ok(row) => {
                    let (article, problems) = row.into_article(number);
                    out.push(Ok(article));
                    out.extend(problems.into_iter().map(notice));
                }
                Err(message) => out.push(notice(message)),
            }
        }
        line += 1;
        offset += row.len() as u64;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(bytes: &[u8]) -> Chunk {
        Chunk { bytes: bytes.to_vec(), line: 10, rows: 7, offset: 1000 }
    }

    #[test]
    fn rows_know_their_place() {
        let bytes = b"{\"text\":\"a\"}\r\n\n{\"text\":\"\xe7\x94\xb2\xcd\xed\"}\n{\"text\":\"b\",\"published\":\"x\"}";
        let found = rows("r", &chunk(bytes), &row::FieldMap::default());
        let told: Vec<String> =
            found.iter().filter_map(|f| f.as_ref().err()).map(ToString::to_string).collect();
        let numbers: Vec<usize> = found.iter().filter_map(|f| f.as_ref().ok()).map(|a| a.number).collect();
        assert_eq!(numbers, [8, 10]);
        assert_eq!(told.len(), 2);
        assert!(told[0].starts_with("r:12: not UTF-8 at byte 1027: the file is damaged here"), "{told:?}");
        assert!(told[1].starts_with("r:13: `published` is not a date"), "{told:?}");
    }

    #[test]
    fn a_mark_counts_in_offsets_but_not_in_rows() {
        let mut first = chunk(b"\xef\xbb\xbf{\"text\":\"\xcd\xed\"}");
        (first.line, first.rows, first.offset) = (1, 0, 0);
        let found = rows("r", &first, &row::FieldMap::default());
        let notice = found[0].as_ref().unwrap_err().to_string();
        assert!(notice.starts_with("r:1: not UTF-8 at byte 12: convert"), "{notice}");
    }

    #[test]
    fn pages_without_articles_are_told() {
        let found = page("p", "第A07版\n".as_bytes());
        assert!(matches!(&found[..], [Err(notice)] if notice.severity == Severity::Skipped), "{found:?}");
    }
}
