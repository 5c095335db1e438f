//! JSON Lines: a record a line.

use crate::record::Record;
use std::io;

/// Appends a record and a line end.
///
/// # Errors
///
/// Those of the encoder; none are known for a [`Record`].
pub fn append(out: &mut Vec<u8>, record: &Record) -> io::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.push(b'\n');
    Ok(())
}
