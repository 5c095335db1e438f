//! What an input is, by its name and its first bytes.

use std::path::Path;

/// What an input holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputFormat {
    /// By extension (`.jsonl`, `.ndjson`, `.json` are rows, all else pages); by the first character on standard input.
    #[default]
    Auto,
    /// One page of a newspaper, split into its articles.
    Page,
    /// JSON Lines: a row an article.
    JsonLines,
}

impl InputFormat {
    /// The format of an input, given its name (where it is a file) and first bytes.
    pub(crate) fn settle(self, path: Option<&Path>, head: &[u8]) -> Self {
        match (self, path.map(|p| p.extension().unwrap_or_default().to_ascii_lowercase())) {
            (InputFormat::Auto, Some(extension)) => match extension.to_str() {
                Some("jsonl" | "ndjson" | "json") => InputFormat::JsonLines,
                _ => InputFormat::Page,
            },
            (InputFormat::Auto, None) if first(head) == Some(b'{') => InputFormat::JsonLines,
            (InputFormat::Auto, None) => InputFormat::Page,
            (format, _) => format,
        }
    }
}

/// Why a file of this name is neither a page nor rows, though it be text; `None` where it may be.
pub(crate) fn foreign(path: &Path) -> Option<&'static str> {
    match path.extension()?.to_ascii_lowercase().to_str()? {
        "csv" | "tsv" => Some("a table, not a page: convert it to JSON Lines first (or --input-format page)"),
        "html" | "htm" | "xhtml" => {
            Some("an HTML document, not a page: convert it to text first (or --input-format page)")
        }
        _ => None,
    }
}

/// The first byte that is neither a byte order mark nor white space.
fn first(head: &[u8]) -> Option<u8> {
    head.strip_prefix(super::decode::BOM).unwrap_or(head).trim_ascii_start().first().copied()
}

/// Why the bytes at an input's start cannot be text; `None` where they can.
pub(crate) fn obstacle(head: &[u8]) -> Option<Obstacle> {
    const MAGIC: [(&[u8], &str); 7] = [
        (
            b"\x1f\x8b",
            "compressed (gzip): unpack it first, or pipe it in: `gzip -dc FILE | jianbao extract -`",
        ),
        (
            b"\x28\xb5\x2f\xfd",
            "compressed (zstd): unpack it first, or pipe it in: `zstd -dc FILE | jianbao extract -`",
        ),
        (b"\xfd7zXZ\0", "compressed (xz): unpack it first, or pipe it in: `xz -dc FILE | jianbao extract -`"),
        (b"BZh", "compressed (bzip2): unpack it first, or pipe it in: `bzip2 -dc FILE | jianbao extract -`"),
        (b"PK\x03\x04", "an archive (zip), or an office document: unpack or convert it first"),
        (b"%PDF-", "a PDF document: convert it to text first, such as with `pdftotext`"),
        (b"PAR1", "a Parquet file: convert it to JSON Lines first"),
    ];
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return Some(Obstacle::Encoding(
            "UTF-16, not UTF-8: convert it first: `iconv -f UTF-16 -t UTF-8 FILE`",
        ));
    }
    if let Some((_, message)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(Obstacle::Binary(message));
    }
    // A row with a NUL byte is a broken row, not a binary file.
    (first(head) != Some(b'{') && memchr::memchr(0, head).is_some()).then_some(Obstacle::Binary(BINARY))
}

/// What a file with a NUL byte is.
pub(crate) const BINARY: &str = "a binary file (it holds NUL bytes)";

/// Why an input is not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// Not text at all.
    Binary(&'static str),
    /// Text that is not UTF-8.
    Encoding(&'static str),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        let auto =
            |path: Option<&str>, head: &str| InputFormat::Auto.settle(path.map(Path::new), head.as_bytes());
        for path in ["a.jsonl", "a.NDJSON", "b/c.json"] {
            assert_eq!(auto(Some(path), "x"), InputFormat::JsonLines, "{path}");
        }
        for path in ["a.txt", "a", "jsonl", "{.md"] {
            assert_eq!(auto(Some(path), "{"), InputFormat::Page, "{path}");
        }
        for (head, format) in [
            ("\u{FEFF} \n{\"text\"", InputFormat::JsonLines),
            ("社区传真", InputFormat::Page),
            ("", InputFormat::Page),
        ] {
            assert_eq!(auto(None, head), format, "{head}");
        }
        assert_eq!(InputFormat::Page.settle(Some(Path::new("a.jsonl")), b"{"), InputFormat::Page);
    }

    #[test]
    fn tables_and_documents_are_foreign() {
        for (path, message) in
            [("a.csv", "table"), ("d/a.TSV", "table"), ("a.html", "HTML"), ("a.htm", "HTML")]
        {
            assert!(foreign(Path::new(path)).is_some_and(|m| m.contains(message)), "{path}");
        }
        for path in ["a.txt", "csv", ".html", "a.csv.txt", "a.jsonl"] {
            assert_eq!(foreign(Path::new(path)), None, "{path}");
        }
    }

    #[test]
    fn obstacles() {
        assert_eq!(obstacle("晚报讯".as_bytes()), None);
        assert_eq!(obstacle(b""), None);
        assert_eq!(obstacle(b"{\"text\": \"a\0\"}"), None);
        assert_eq!(obstacle(b"abc\0def"), Some(Obstacle::Binary(BINARY)));
        assert!(matches!(obstacle(b"\x1f\x8b\x08"), Some(Obstacle::Binary(m)) if m.contains("gzip")));
        assert!(matches!(obstacle(b"\xff\xfea\0"), Some(Obstacle::Encoding(_))));
    }
}
