//! Inputs to read, one after the other.

use super::ReadOptions;
use super::item::Item;
use super::open::Reader;
use super::row::FieldMap;
use super::walk::Walk;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// A list of paths to read, in order: files, folders, patterns that match files, and `-` for standard input.
///
/// ```no_run
/// use jianbao::read::{Inputs, ReadOptions};
/// use std::ops::ControlFlow;
/// let options = ReadOptions::default();
/// Inputs::new(&["dump.zip".into()], &options).each(&mut |item| {
///     for article in item.articles(&options.fields) {
///         println!("{:?}", article.map(|a| a.headline));
///     }
///     ControlFlow::Continue(())
/// });
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    paths: &'a [PathBuf],
    options: &'a ReadOptions,
}

/// What takes items, until it breaks off.
pub(super) type Take<'t> = dyn FnMut(Item) -> ControlFlow<()> + 't;

impl<'a> Inputs<'a> {
    /// The inputs of `paths`. Nothing is opened yet.
    pub fn new(paths: &'a [PathBuf], options: &'a ReadOptions) -> Self {
        Inputs { paths, options }
    }

    /// The keys of rows.
    pub(crate) fn fields(&self) -> &'a FieldMap {
        &self.options.fields
    }

    /// Gives the items one after the other, in order. Holds no more than one.
    pub fn each(&self, take: &mut Take<'_>) {
        let mut reader = Reader::new(self.options, take);
        for found in Walk::new(self.paths, &self.options.except) {
            let flow = match found {
                Ok(source) => reader.source(&source),
                Err(notice) => reader.notice(notice),
            };
            if flow.is_break() {
                return;
            }
        }
    }
}

/// The size of the files behind `paths`, in bytes; `None` where one is no regular file, or is packed.
pub fn size(paths: &[PathBuf], options: &ReadOptions) -> Option<u64> {
    const PACKED: [&str; 7] = [".gz", ".zst", ".bz2", ".xz", ".zip", ".tgz", ".tar"];
    Walk::new(paths, &options.except)
        .flatten()
        .map(|source| {
            let packed = PACKED.iter().any(|ending| source.name.to_ascii_lowercase().ends_with(ending));
            let data = source.path?.metadata().ok()?;
            (data.is_file() && !packed).then_some(data.len())
        })
        .sum()
}
