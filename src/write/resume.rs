//! What an output of JSON Lines holds already, so that a run can go on where another ended.
//!
//! Records are written in the order of the input. So all inputs but the last that an unfinished output tells of are
//! whole in it; the last is done again if it is a page, and gone on with behind its last row if it is one of rows.

use super::packer::ending;
use crate::read::Done;
use crate::{Error, Result};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, BufRead, Read};
use std::path::Path;

/// What is left of an earlier run.
#[derive(Clone, Debug, Default)]
pub struct Resumed {
    /// The inputs that need not be read again.
    pub done: Done,
    /// The digests of the records.
    pub digests: HashSet<u128>,
    /// How many records are kept.
    pub records: usize,
    /// The bytes that they are.
    pub(super) length: u64,
}

/// What is needed of a record.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    digest: Cow<'a, str>,
    #[serde(borrow)]
    source: Source<'a>,
}

#[derive(Deserialize)]
struct Source<'a> {
    #[serde(borrow)]
    path: Cow<'a, str>,
    article: usize,
    lines: Option<IgnoredAny>,
}

/// The records of an input that stand together.
struct Stretch {
    path: String,
    is_page: bool,
    last: usize,
    /// Where it begins: bytes and records before it.
    start: u64,
    records: usize,
    digests: Vec<u128>,
}

/// The content of an output as its name says that it is packed. It may break off anywhere.
pub(super) fn unpacked(file: impl Read + 'static, name: &Path) -> io::Result<Box<dyn Read>> {
    let stream: Box<dyn Read> = match ending(name).as_deref() {
        Some("gz") => Box::new(flate2::read::MultiGzDecoder::new(file)),
        Some("zst") => Box::new(zstd::Decoder::new(file)?),
        _ => return Ok(Box::new(file)),
    };
    Ok(Box::new(Torn(stream)))
}

/// A packed stream that may break off.
struct Torn(Box<dyn Read>);

impl Read for Torn {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        Ok(self.0.read(out).unwrap_or(0))
    }
}

/// Reads the records of `path`, an output that is whole or not.
pub(super) fn scan(mut stream: impl BufRead, path: &Path, is_whole: bool, digests: bool) -> Result<Resumed> {
    let failed = |source| Error::Io { path: path.to_owned(), source };
    let mut found = Resumed::default();
    let mut stretch: Option<Stretch> = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        stream.read_until(b'\n', &mut line).map_err(failed)?;
        if line.last() != Some(&b'\n') {
            break;
        }
        let Line { digest, source } = serde_json::from_slice(&line).map_err(|_| Error::Input {
            path: format!("{}:{}", path.display(), found.records + 1),
            message:
                "not a record of jianbao, so that --resume cannot go on behind it: delete the file, or leave \
                      --resume out"
                    .to_owned(),
        })?;
        match stretch.as_mut().filter(|s| s.path == source.path && s.last < source.article) {
            Some(stretch) => stretch.last = source.article,
            None => {
                let next = Stretch {
                    path: source.path.into_owned(),
                    is_page: source.lines.is_some(),
                    last: source.article,
                    start: found.length,
                    records: found.records,
                    digests: Vec::new(),
                };
                if let Some(whole) = stretch.replace(next) {
                    found.done.add(&whole.path);
                    found.digests.extend(whole.digests);
                }
            }
        }
        if let (true, Some(stretch), Ok(digest)) = (digests, &mut stretch, u128::from_str_radix(&digest, 16))
        {
            stretch.digests.push(digest);
        }
        found.length += line.len() as u64;
        found.records += 1;
    }
    let Some(last) = stretch else { return Ok(found) };
    if !is_whole && last.is_page {
        (found.length, found.records) = (last.start, last.records);
        return Ok(found);
    }
    if is_whole {
        found.done.add(&last.path);
    } else {
        found.done.begin(&last.path, last.last);
    }
    found.digests.extend(last.digests);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(path: &str, article: usize, lines: &str) -> String {
        format!(
            "{{\"id\":\"x\",\"digest\":\"{article:032x}\",\"source\":{{\"path\":\"{path}\",\"article\":{article},\"lines\":{lines}}}}}\n"
        )
    }

    fn scanned(text: &str, is_whole: bool) -> Resumed {
        scan(text.as_bytes(), Path::new("out"), is_whole, true).unwrap()
    }

    #[test]
    fn the_last_page_is_done_again() {
        let first = line("a.txt", 1, "[1,2]") + &line("a.txt", 2, "[3,4]");
        let text = first.clone() + &line("b.txt", 1, "[1,2]") + "{\"id\":";
        let found = scanned(&text, false);
        assert_eq!((found.length, found.records, found.digests.len()), (first.len() as u64, 2, 2));
        let found = scanned(&first, true);
        assert_eq!((found.length, found.records), (first.len() as u64, 2));
    }

    #[test]
    fn rows_are_gone_on_with() {
        let whole = line("a.jsonl", 1, "null") + &line("a.jsonl", 7, "null");
        let found = scanned(&(whole.clone() + "{"), false);
        assert_eq!((found.length, found.records, found.digests.len()), (whole.len() as u64, 2, 2));
    }

    #[test]
    fn what_is_no_record_is_told() {
        let error = scan("id,text\n".as_bytes(), Path::new("out"), false, false).unwrap_err();
        assert!(error.to_string().starts_with("out:1: not a record of jianbao"), "{error}");
    }
}
