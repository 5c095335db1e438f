//! Finds communities.

use super::Context;
use crate::Document;
use crate::record::Community;

/// The communities of a document.
pub fn extract(_doc: &Document<'_>, _context: &Context<'_>) -> Vec<Community> {
    Vec::new()
}
