//! What an input is, by its name and its first bytes.

use super::decode::Encoding;
use std::path::Path;

/// What an input holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputFormat {
    /// By extension (`.jsonl`, `.ndjson` and `.json`, `.csv`, `.tsv`, `.html` and `.htm`); else by the first characters:
    /// `<doc>` begins a dump, `<html` a document, and on standard input `{` a row. All else is a page.
    #[default]
    Auto,
    /// One page of a newspaper, split into its articles.
    Page,
    /// A document of a digital newspaper, an article each.
    Html,
    /// JSON Lines: a row an article.
    JsonLines,
    /// A table of comma-separated values with a header line: a row an article.
    Csv,
    /// A table of tab-separated values with a header line: a row an article.
    Tsv,
    /// `<doc>` elements, as in the SogouCS corpus: an article each.
    Docs,
}

impl InputFormat {
    /// The format of an input, given the name of what it holds (`None` for standard input) and its first bytes.
    pub(crate) fn settle(self, name: Option<&str>, head: &[u8]) -> Self {
        if self != InputFormat::Auto {
            return self;
        }
        let extension =
            name.and_then(|name| Path::new(name).extension()).unwrap_or_default().to_ascii_lowercase();
        match extension.to_str() {
            Some("jsonl" | "ndjson" | "json") => return InputFormat::JsonLines,
            Some("csv") => return InputFormat::Csv,
            Some("tsv") => return InputFormat::Tsv,
            Some("html" | "htm" | "xhtml" | "shtml") => return InputFormat::Html,
            _ => {}
        }
        let head = head.strip_prefix(BOM).unwrap_or(head).trim_ascii_start();
        let begins =
            |tag: &str| head.len() >= tag.len() && head[..tag.len()].eq_ignore_ascii_case(tag.as_bytes());
        match head.first() {
            Some(b'{') if name.is_none() => InputFormat::JsonLines,
            Some(b'<') if begins("<doc>") => InputFormat::Docs,
            Some(b'<') if begins("<!doctype html") || begins("<html") => InputFormat::Html,
            _ => InputFormat::Page,
        }
    }
}

/// The byte order mark of UTF-8.
pub(crate) const BOM: &[u8] = b"\xef\xbb\xbf";

/// What bytes begin, where that is no text; `None` where it may be. UTF-16 has NUL bytes too.
pub(crate) fn obstacle(head: &[u8], encoding: Option<Encoding>) -> Option<&'static str> {
    const PICTURE: &str = "a picture: its text must be read off it first (OCR)";
    const MAGIC: [(&[u8], &str); 9] = [
        (b"%PDF-", "a PDF document: convert it to text first, such as with `pdftotext`"),
        (b"\xff\xd8\xff", PICTURE),
        (b"\x89PNG", PICTURE),
        (b"GIF8", PICTURE),
        (b"II*\0", PICTURE),
        (b"PAR1", "a Parquet file: convert it to JSON Lines or CSV first"),
        (b"7z\xbc\xaf\x27\x1c", "an archive (7z): unpack it first"),
        (b"Rar!\x1a\x07", "an archive (rar): unpack it first"),
        (b"\xd0\xcf\x11\xe0", "an office document: convert it to text first"),
    ];
    if let Some((_, message)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(message);
    }
    // A row with a NUL byte is a broken row, not a binary file.
    let is_row = head.strip_prefix(BOM).unwrap_or(head).trim_ascii_start().starts_with(b"{");
    let is_wide = encoding.is_some_and(Encoding::is_wide);
    (!is_row && !is_wide && memchr::memchr(0, head).is_some()).then_some(BINARY)
}

/// What a file with a NUL byte is.
pub(crate) const BINARY: &str = "a binary file (it holds NUL bytes)";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        let auto = |name: Option<&str>, head: &str| InputFormat::Auto.settle(name, head.as_bytes());
        for (names, format) in [
            (&["a.jsonl", "a.NDJSON", "b/c.json"][..], InputFormat::JsonLines),
            (&["a.csv", "B.CSV"], InputFormat::Csv),
            (&["a.tsv"], InputFormat::Tsv),
            (&["a.html", "d/content_1.HTM"], InputFormat::Html),
            (&["a.txt", "a", "jsonl", "{.md"], InputFormat::Page),
        ] {
            for name in names {
                assert_eq!(auto(Some(name), "{"), format, "{name}");
            }
        }
        for (head, format) in [
            ("\u{FEFF} \n{\"text\"", InputFormat::JsonLines),
            ("社区传真", InputFormat::Page),
            ("<doc>\n<url>", InputFormat::Docs),
            ("\n<!DOCTYPE HTML>", InputFormat::Html),
            ("<HTML>", InputFormat::Html),
            ("<社区>", InputFormat::Page),
            ("", InputFormat::Page),
        ] {
            assert_eq!(auto(None, head), format, "{head}");
        }
        assert_eq!(auto(Some("news.dat"), "<doc>"), InputFormat::Docs);
        assert_eq!(InputFormat::Page.settle(Some("a.jsonl"), b"{"), InputFormat::Page);
    }

    #[test]
    fn obstacles() {
        assert_eq!(obstacle("晚报讯".as_bytes(), None), None);
        assert_eq!(obstacle(b"", None), None);
        assert_eq!(obstacle(b"{\"text\": \"a\0\"}", None), None);
        assert_eq!(obstacle(b"abc\0def", None), Some(BINARY));
        assert_eq!(obstacle(b"a\0b\0", Some(Encoding::Utf16Le)), None);
        assert!(obstacle(b"\xff\xd8\xff\xe0", None).is_some_and(|m| m.contains("picture")));
        assert!(obstacle(b"%PDF-1.7", None).is_some_and(|m| m.contains("PDF")));
    }
}
