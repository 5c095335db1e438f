//! Finds people.

use super::Context;
use crate::Document;
use crate::record::Person;

/// The people of a document.
pub fn extract(_doc: &Document<'_>, _context: &Context<'_>) -> Vec<Person> {
    Vec::new()
}
