//! Finds counts.

use super::Context;
use crate::Document;
use crate::record::Count;

/// The counts of a document.
pub fn extract(_doc: &Document<'_>, _context: &Context<'_>) -> Vec<Count> {
    Vec::new()
}
