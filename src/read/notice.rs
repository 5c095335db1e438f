//! What is said of an input that could not be used as it is.

use std::fmt;

/// A message about an input. Displayed as `path:line: message`, with `path` as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of trouble, to count by.
    pub reason: Reason,
    /// The input's path as given; `-` for standard input.
    pub path: String,
    /// The line, from 1, where one is to blame.
    pub line: Option<usize>,
    /// What is wrong, and what to do about it where that is not plain.
    pub message: String,
}

/// How bad a [`Notice`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Left out on purpose, such as a hidden file in a folder. Not a failure.
    Skipped,
    /// The input was used, though it is damaged.
    Flawed,
    /// The input was read, but a part of it, or all, gave no record.
    Damaged,
    /// The input could not be read at all.
    Unreadable,
}

/// The kinds of trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Its name begins with a dot.
    Hidden,
    /// Neither a file nor a folder.
    Special,
    /// It was read before, under this or another of the given paths.
    Repeated,
    /// It changed since an earlier run read it.
    Changed,
    /// It is not there, or the system refuses it.
    Refused,
    /// Pictures, documents and whatever else is no text.
    NotText,
    /// An archive or a compressed file that is broken, or of a kind that is not read.
    Archive,
    /// It holds nothing.
    Empty,
    /// A page without an article.
    NoArticle,
    /// Bytes that are not of the encoding.
    Encoding,
    /// A row that is none, or a field that is not what it should be.
    Row,
    /// Too long to be a page or a row.
    TooLong,
    /// A fault in this program.
    Fault,
}

impl Reason {
    /// The reason in a few words.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::Hidden => "hidden",
            Reason::Special => "not a file",
            Reason::Repeated => "given before",
            Reason::Changed => "changed since",
            Reason::Refused => "cannot be opened",
            Reason::NotText => "not text",
            Reason::Archive => "archive or compression",
            Reason::Empty => "empty",
            Reason::NoArticle => "no article",
            Reason::Encoding => "encoding",
            Reason::Row => "broken row",
            Reason::TooLong => "too long",
            Reason::Fault => "fault in jianbao",
        }
    }
}

impl Notice {
    pub(crate) fn new(
        severity: Severity,
        reason: Reason,
        path: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Notice { severity, reason, path: path.into(), line: None, message: message.into() }
    }

    pub(crate) fn at_line(self, line: usize) -> Self {
        Notice { line: Some(line), ..self }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path == "-" { "standard input" } else { &self.path };
        match self.line {
            Some(line) => write!(f, "{path}:{line}: {}", self.message),
            None => write!(f, "{path}: {}", self.message),
        }
    }
}
