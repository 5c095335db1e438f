//! Inputs that an earlier run has done.

use std::collections::HashMap;
use std::fs::Metadata;
use std::time::SystemTime;
use xxhash_rust::xxh3::xxh3_128;

/// The inputs whose articles are in an output already, by path.
#[derive(Clone, Debug, Default)]
pub struct Done {
    /// How often an input is there as a whole; more than once where it was given so.
    whole: HashMap<u128, u32>,
    /// An input of rows that is there up to a row.
    begun: Option<(u128, usize)>,
    /// When the output was last written to.
    written: Option<SystemTime>,
}

/// How far an input is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    Nothing,
    /// Rows up to this number.
    Rows(usize),
    Whole,
}

impl Done {
    /// Notes when the output was last written to.
    pub fn written(&mut self, output: &Metadata) {
        self.written = output.modified().ok();
    }

    /// Whether an input changed after the output was written.
    pub(crate) fn is_older_than(&self, input: &Metadata) -> bool {
        self.written.zip(input.modified().ok()).is_some_and(|(written, changed)| written < changed)
    }

    /// Notes an input as done.
    pub fn add(&mut self, path: &str) {
        *self.whole.entry(xxh3_128(path.as_bytes())).or_default() += 1;
    }

    /// Notes an input of rows as done up to a row.
    pub fn begin(&mut self, path: &str, rows: usize) {
        self.begun = Some((xxh3_128(path.as_bytes()), rows));
    }

    /// How far an input is done that comes up now.
    pub(crate) fn take(&mut self, path: &str) -> Progress {
        if self.whole.is_empty() && self.begun.is_none() {
            return Progress::Nothing;
        }
        let path = xxh3_128(path.as_bytes());
        if let Some(times) = self.whole.get_mut(&path).filter(|times| **times > 0) {
            *times -= 1;
            return Progress::Whole;
        }
        match self.begun.take_if(|(begun, _)| *begun == path) {
            Some((_, rows)) => Progress::Rows(rows),
            None => Progress::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_often_as_it_was_given() {
        let mut done = Done::default();
        done.add("a");
        done.add("a");
        done.begin("a", 7);
        let found: Vec<Progress> = ["a", "b", "a", "a", "a"].map(|path| done.take(path)).to_vec();
        use Progress::{Nothing, Rows, Whole};
        assert_eq!(found, [Whole, Nothing, Whole, Rows(7), Nothing]);
    }
}
