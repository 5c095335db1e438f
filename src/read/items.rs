//! Inputs found, opened, told apart and cut into items.

use super::ReadOptions;
use super::chunk::{Chunks, LINE_LIMIT, Piece};
use super::decode::BOM;
use super::item::{Item, Kind};
use super::notice::{Notice, Severity};
use super::row;
use super::sniff::{BINARY, InputFormat, Obstacle, foreign, obstacle};
use super::walk::{Source, Walk};
use crate::error::reason;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::PathBuf;
use std::sync::Arc;

/// About how many bytes of rows an item holds.
const CHUNK: usize = 256 << 10;
/// Pages larger than this are left out: 256 MiB.
const PAGE_LIMIT: usize = 256 << 20;
/// How much of an input is looked at to tell what it is.
const HEAD: usize = 8 << 10;

const EMPTY: &str = "empty: nothing to extract";

/// The items of a list of paths, in order: files, folders, and `-` for standard input.
///
/// Reads no further than the item asked for, and holds no more than one.
///
/// ```no_run
/// use jianbao::read::{Items, ReadOptions};
/// let options = ReadOptions::default();
/// for item in Items::new(&["dump".into()], &options) {
///     for article in item.articles(&options.fields) {
///         println!("{:?}", article.map(|a| a.headline));
///     }
/// }
/// ```
pub struct Items {
    walk: Walk,
    format: InputFormat,
    rows: Option<Rows>,
}

/// An input of rows that is being read.
struct Rows {
    path: Arc<str>,
    chunks: Chunks<Box<dyn Read>>,
    begun: bool,
}

enum Opened {
    Page(Vec<u8>),
    Rows(Box<dyn Read>),
}

impl Items {
    /// The items of `paths`. Nothing is opened yet.
    pub fn new(paths: &[PathBuf], options: &ReadOptions) -> Self {
        Items { walk: Walk::new(paths, options.except.as_deref()), format: options.format, rows: None }
    }

    /// The next item of the rows being read; `None` at their end.
    fn next_rows(&mut self) -> Option<Item> {
        let rows = self.rows.as_mut()?;
        let path = rows.path.clone();
        let is_first = !std::mem::replace(&mut rows.begun, true);
        let notice = |message: &str| Kind::Notice(Notice::new(Severity::Damaged, &*path, message));
        let kind = match rows.chunks.next() {
            Ok(Some(Piece::Lines(chunk))) => Kind::Rows(chunk),
            Ok(Some(Piece::TooLong(line))) => {
                Kind::Notice(Notice::new(Severity::Damaged, &*path, "a row longer than 64 MiB").at_line(line))
            }
            Ok(None) => {
                let empty = rows.chunks.rows() == 0;
                self.rows = None;
                empty.then(|| notice(EMPTY))?
            }
            Err(error) => {
                self.rows = None;
                notice(&format!("reading stopped here: {}", reason(&error)))
            }
        };
        Some(Item { path, is_first, kind })
    }
}

impl Iterator for Items {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            if let Some(item) = self.next_rows() {
                return Some(item);
            }
            let opened = self.walk.next()?.and_then(|source| {
                let opened = open(&source, self.format)?;
                Ok((Arc::from(source.name), opened))
            });
            match opened {
                Ok((path, Opened::Page(bytes))) => {
                    return Some(Item { path, is_first: true, kind: Kind::Page(bytes) });
                }
                Ok((path, Opened::Rows(stream))) => {
                    let chunks = Chunks::new(stream, CHUNK, LINE_LIMIT);
                    self.rows = Some(Rows { path, chunks, begun: false });
                }
                Err(notice) => {
                    let path = notice.path.as_str().into();
                    return Some(Item { path, is_first: true, kind: Kind::Notice(notice) });
                }
            }
        }
    }
}

/// The size of the files behind `paths`, in bytes; `None` where one is no regular file.
pub fn size(paths: &[PathBuf], options: &ReadOptions) -> Option<u64> {
    Walk::new(paths, options.except.as_deref())
        .flatten()
        .map(|source| source.path?.metadata().ok().filter(|data| data.is_file()).map(|data| data.len()))
        .sum()
}

/// Opens an input; reads it whole where it is a page.
fn open(source: &Source, format: InputFormat) -> Result<Opened, Notice> {
    let notice = |severity, message: &str| Notice::new(severity, source.name.as_str(), message);
    let failed = |error: io::Error| notice(Severity::Unreadable, &reason(&error));
    // Folders are full of pictures: no failure, unless the user named the file.
    let binary = if source.named { Severity::Unreadable } else { Severity::Skipped };
    let mut stream: Box<dyn Read> = match &source.path {
        None => Box::new(io::stdin()),
        Some(path) => Box::new(File::open(path).map_err(failed)?),
    };
    // The name of a pipe tells nothing.
    let file = source.path.as_deref().filter(|path| path.is_file());
    if let Some(message) = file.filter(|_| format == InputFormat::Auto).and_then(foreign) {
        return Err(notice(binary, message));
    }
    let mut bytes = Vec::new();
    stream.by_ref().take(HEAD as u64).read_to_end(&mut bytes).map_err(failed)?;
    match obstacle(&bytes) {
        Some(Obstacle::Binary(message)) => return Err(notice(binary, message)),
        Some(Obstacle::Encoding(message)) => return Err(notice(Severity::Unreadable, message)),
        None => {}
    }
    if format.settle(file, &bytes) == InputFormat::JsonLines {
        if let Some(message) = row::not_lines(&bytes) {
            return Err(notice(Severity::Unreadable, message));
        }
        return Ok(Opened::Rows(Box::new(Cursor::new(bytes).chain(stream))));
    }
    stream.take((PAGE_LIMIT - HEAD) as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > PAGE_LIMIT {
        let message = "a page longer than 256 MiB: cut it into several files, or turn it into JSON Lines";
        return Err(notice(Severity::Unreadable, message));
    }
    if memchr::memchr(0, &bytes).is_some() {
        return Err(notice(binary, BINARY));
    }
    if bytes.strip_prefix(BOM).unwrap_or(&bytes).trim_ascii().is_empty() {
        return Err(notice(Severity::Damaged, EMPTY));
    }
    Ok(Opened::Page(bytes))
}
