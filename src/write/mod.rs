//! How records are written, and where they go: standard output, or a file that appears under its name only when whole.

pub mod json;
pub mod jsonl;
mod output;
mod packer;
#[cfg(feature = "parquet")]
mod parquet;
mod resume;
mod room;
pub mod table;

pub use output::{Output, partial};
pub use resume::Resumed;
