//! The members of zip and tar archives, read where they lie.

use super::decode::{Encoding, decode};
use super::unpack::Guard;
use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::ops::ControlFlow;
use std::rc::Rc;
use zip::ZipArchive;
use zip::result::ZipError;

/// A member of an archive, or why it cannot be read.
pub(super) type Member<'a> = Result<Box<dyn Read + 'a>, String>;

/// Takes the members of an archive, each with its name.
pub(super) type Visit<'v> = dyn FnMut(&str, Member<'_>) -> ControlFlow<()> + 'v;

/// Whether bytes begin a zip archive.
pub(super) fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Whether bytes begin a tar archive.
pub(super) fn is_tar(head: &[u8]) -> bool {
    head.len() >= 512 && &head[257..262] == b"ustar"
}

/// Visits the files of a zip archive in their order.
///
/// # Errors
///
/// Why the archive cannot be read.
pub(super) fn zip(file: File, visit: &mut Visit<'_>) -> Result<ControlFlow<()>, String> {
    let size = file.metadata().map_err(|error| crate::error::reason(&error))?.len();
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|error| message(&error))?;
    let names = names(&mut archive);
    if names.iter().any(|name| name == "[Content_Types].xml" || name == "META-INF/manifest.xml") {
        return Err("an office document: convert it to text first".to_owned());
    }
    let given = Rc::new(Cell::new(0));
    for (at, name) in names.iter().enumerate() {
        let member = match archive.by_index(at) {
            Ok(member) if member.is_dir() => continue,
            Ok(member) => {
                let packed = member.compressed_size();
                let member = Guard::new(member, packed, Rc::default());
                Ok(Box::new(Guard::new(member, size, given.clone())) as Box<dyn Read + '_>)
            }
            Err(error) => Err(message(&error)),
        };
        if visit(name, member).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// The names of all members. Those of an archive from a Chinese Windows are in GBK or Big5, all in the same.
fn names(archive: &mut ZipArchive<impl Read + Seek>) -> Vec<String> {
    let raw: Vec<Vec<u8>> = (0..archive.len())
        .map(|at| archive.by_index_raw(at).map_or_else(|_| Vec::new(), |member| member.name_raw().to_vec()))
        .collect();
    let foreign: Vec<&[u8]> =
        raw.iter().map(Vec::as_slice).filter(|name| str::from_utf8(name).is_err()).collect();
    let encoding = Encoding::detect(&foreign.join(&b'\n')).unwrap_or(Encoding::Gb18030);
    let name = |raw: &Vec<u8>| match str::from_utf8(raw) {
        Ok(name) => name.replace('\\', "/"),
        // A byte of a character may look like a backslash: decode first.
        Err(_) => decode(raw, encoding).0.replace('\\', "/"),
    };
    raw.iter().map(name).collect()
}

fn message(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => "encrypted: unpack it first".to_owned(),
        ZipError::UnsupportedArchive(what) => format!("{what}: unpack it first"),
        ZipError::Io(error) => crate::error::reason(error),
        error => format!("a broken zip archive: {error}"),
    }
}

/// Visits the files of a tar archive in their order.
///
/// # Errors
///
/// Why the archive cannot be read, or not to its end.
pub(super) fn tar(stream: impl Read, visit: &mut Visit<'_>) -> io::Result<ControlFlow<()>> {
    let mut archive = tar::Archive::new(stream);
    for entry in archive.entries()? {
        let entry = entry?;
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let raw = entry.path_bytes().into_owned();
        let encoding = Encoding::detect(&raw).unwrap_or(Encoding::Utf8);
        let name = decode(&raw, encoding).0.trim_start_matches("./").to_owned();
        if visit(&name, Ok(Box::new(entry))).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}
