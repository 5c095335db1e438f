//! Structured records from dumps of Chinese newspaper pages.
//!
//! The line of work is `read → decode → split → extract → resolve → record → write`.
//!
//! - [`Engine::record`] turns one [`Article`] into one [`record::Record`]; [`Engine::records`] does so for all of a page.
//! - [`split::split`] cuts a page into articles; [`Article::from_row`] makes one of a text that is an article already.
//! - [`read::Inputs`] finds and reads inputs, and [`pipeline::Pipeline`] takes them through to an output on many threads.
//!
//! ```
//! use jianbao::{Engine, Options, split};
//!
//! let engine = Engine::new(Options { published: Some("2022-10-31".into()), ..Options::default() });
//! let page = "清理河道\n本报讯(记者 李文) 10月29日,柳荫社区组织30名志愿者清理河道。\n";
//! for record in engine.records(split::split(page), "A07.txt") {
//!     assert_eq!(record.headline.as_deref(), Some("清理河道"));
//!     assert_eq!(record.correspondents[0].name, "李文");
//! }
//! ```
//!
//! All positions in a record are characters (Unicode code points) of its text. Text is never converted or normalised;
//! nothing is read from a clock, the environment or the network.

pub mod anchor;
pub mod byline;
pub mod chars;
mod countries;
pub mod dateline;
pub mod decimal;
pub mod document;
pub mod engine;
pub mod error;
pub mod eval;
pub mod explain;
pub mod extract;
pub mod lexicon;
pub mod names;
pub mod numeral;
pub mod pipeline;
pub mod published;
pub mod read;
pub mod record;
pub mod register;
pub mod resolve;
pub mod schema;
pub mod segment;
pub mod span;
pub mod split;
pub mod stage;
pub mod write;

pub use decimal::Decimal;
pub use document::Document;
pub use engine::{Engine, Options};
pub use error::{Error, Result};
pub use published::Published;
pub use span::Span;
pub use split::Article;

/// The README's examples, compiled with the others.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
