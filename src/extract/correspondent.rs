//! Finds correspondents.

use super::Context;
use crate::Document;
use crate::record::Correspondent;

/// The correspondents of a document.
pub fn extract(_doc: &Document<'_>, _context: &Context<'_>) -> Vec<Correspondent> {
    Vec::new()
}
