//! From paths to named inputs in a stable order, and from inputs to articles.
//!
//! [`Items`] walks, opens and cuts inputs into [`Item`]s of bounded size, on one thread. [`Item::articles`] decodes and
//! parses one, on any thread. What cannot be used becomes a [`Notice`] and never stops the rest.

mod chunk;
pub mod decode;
mod item;
mod items;
mod notice;
pub mod row;
mod sniff;
mod walk;

pub use item::Item;
pub use items::{Items, size};
pub use notice::{Notice, Severity};
pub use sniff::InputFormat;

use std::path::PathBuf;

/// How inputs are read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// What the inputs hold.
    pub format: InputFormat,
    /// Which key of a row is which field.
    pub fields: row::FieldMap,
    /// A file that folders are not searched for: the run's own output.
    pub except: Option<PathBuf>,
}
