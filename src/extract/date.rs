//! Finds dates.

use super::Context;
use crate::Document;
use crate::record::Date;

/// The dates of a document.
pub fn extract(_doc: &Document<'_>, _context: &Context<'_>) -> Vec<Date> {
    Vec::new()
}
