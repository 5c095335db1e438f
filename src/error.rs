//! Errors of the library.

use std::path::PathBuf;

/// What can go wrong with an input or an output. Each message names the place and, where there is one, the remedy.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be opened or read.
    #[error("{path}: {}", reason(source))]
    Io {
        /// The path as given.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// An input was read, but is not what it should be.
    #[error("{path}: {message}")]
    Input {
        /// The path as given, with `:line` where the line is known.
        path: String,
        /// What is wrong and what to do.
        message: String,
    },
    /// An option's value is not usable.
    #[error("{0}")]
    Usage(String),
}

/// A result with the library's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The system's reason without its number.
pub(crate) fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    match text.rfind(" (os error") {
        Some(at) => text[..at].to_owned(),
        None => text,
    }
}
