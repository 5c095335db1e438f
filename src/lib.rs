//! Structured records from dumps of Chinese newspaper pages.
//!
//! The line of work is `read → split → extract → resolve → record → write`. [`Engine::record`] turns one
//! [`Article`] into one [`record::Record`]; [`split::split`] cuts a page into articles.

pub mod byline;
pub mod chars;
pub mod dateline;
pub mod decimal;
pub mod document;
pub mod engine;
pub mod error;
pub mod extract;
pub mod lexicon;
pub mod names;
pub mod numeral;
pub mod pipeline;
pub mod published;
pub mod read;
pub mod record;
pub mod segment;
pub mod span;
pub mod split;
pub mod write;

pub use decimal::Decimal;
pub use document::Document;
pub use engine::{Engine, Options};
pub use error::{Error, Result};
pub use published::Published;
pub use span::Span;
pub use split::Article;
