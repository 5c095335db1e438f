//! Where records go: standard output, or a file that appears under its name only when whole.

pub mod jsonl;
mod output;

pub use output::Output;
