//! What is said of an input that could not be used as it is.

use std::fmt;

/// A message about an input. Displayed as `path:line: message`, with `path` as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How bad it is.
    pub severity: Severity,
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
    /// The input was read, but a part of it, or all, gave no record.
    Damaged,
    /// The input could not be read at all.
    Unreadable,
}

impl Notice {
    pub(crate) fn new(severity: Severity, path: impl Into<String>, message: impl Into<String>) -> Self {
        Notice { severity, path: path.into(), line: None, message: message.into() }
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
