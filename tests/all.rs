//! All integration tests in one binary, a module a subject.

mod cli;
mod golden;
mod invariants;
mod lexicon;
mod pipeline;
mod schema;
mod scorer;
