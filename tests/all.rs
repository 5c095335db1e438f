//! All integration tests in one binary, a module a subject.

#![allow(clippy::unwrap_used)] // clippy.toml allows it in test functions, but not in their helpers

mod addresses;
mod cli;
mod folder;
mod golden;
mod inputs;
mod invariants;
mod lexicon;
mod normalisers;
mod outputs;
#[cfg(feature = "parquet")]
mod parquet;
mod peers;
mod pipeline;
mod readme;
mod reports;
mod schema;
mod scorer;
