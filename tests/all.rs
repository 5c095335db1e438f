//! All integration tests in one binary, a module a subject.

mod cli;
mod lexicon;
mod pipeline;
