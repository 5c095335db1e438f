//! From paths to named inputs in a stable order, and from inputs to articles.
//!
//! [`Inputs`] walks, opens, unpacks and cuts inputs into [`Item`]s of bounded size, on one thread. [`Item::articles`]
//! decodes and parses one, on any thread. What cannot be used becomes a [`Notice`] and never stops the rest.

mod archive;
mod chunk;
mod content;
mod cut;
pub mod decode;
mod doc;
mod done;
pub mod entity;
mod flat;
pub mod html;
mod inputs;
mod item;
pub mod json;
mod notice;
mod open;
pub mod row;
mod sniff;
mod table;
pub mod tag;
mod unpack;
mod walk;

pub use done::Done;
pub use inputs::{Inputs, size};
pub use item::Item;
pub use notice::{Notice, Reason, Severity};
pub use sniff::InputFormat;

use decode::Encoding;
use std::path::PathBuf;

/// How inputs are read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// What the inputs hold.
    pub format: InputFormat,
    /// Their encoding; `None`: each by its bytes.
    pub encoding: Option<Encoding>,
    /// Whether text that is not of its encoding is refused, rather than marked with `U+FFFD`.
    pub strict: bool,
    /// Which key of a row is which field.
    pub fields: row::FieldMap,
    /// Files that folders are not searched for: the run's own outputs.
    pub except: Vec<PathBuf>,
    /// Inputs that were done by an earlier run, and are left out.
    pub done: Done,
}
