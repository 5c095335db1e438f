//! JSON Lines: a record a line.

use super::json;
use crate::record::Record;
use std::io;

/// Appends a record and a line end.
///
/// # Errors
///
/// Those of the encoder; none are known for a [`Record`].
pub fn append(out: &mut Vec<u8>, record: &Record) -> io::Result<()> {
    json::append(out, record).map_err(io::Error::other)?;
    out.push(b'\n');
    Ok(())
}
