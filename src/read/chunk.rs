//! A stream of bytes in chunks of whole lines.

use std::io::{self, Read};

/// Lines longer than this are left out: 64 MiB.
pub(crate) const LINE_LIMIT: usize = 64 << 20;

/// Lines that stand together in an input.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub(crate) bytes: Vec<u8>,
    /// Number of the first line in the input, from 1.
    pub(crate) line: usize,
    /// Lines before that are not blank.
    pub(crate) rows: usize,
    /// Place of the first byte in the input.
    pub(crate) offset: u64,
}

/// What a stream gives next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Lines(Chunk),
    /// The line of this number is longer than the limit.
    TooLong(usize),
}

/// Cuts a stream into chunks of about `size` bytes. Holds no more than a chunk, or one line up to `limit`.
#[derive(Debug)]
pub(crate) struct Chunks<R> {
    reader: R,
    size: usize,
    limit: usize,
    /// The beginning of the next chunk.
    rest: Vec<u8>,
    line: usize,
    rows: usize,
    offset: u64,
    ended: bool,
}

impl<R: Read> Chunks<R> {
    pub(crate) fn new(reader: R, size: usize, limit: usize) -> Self {
        Chunks { reader, size, limit, rest: Vec::new(), line: 1, rows: 0, offset: 0, ended: false }
    }

    /// Lines so far that are not blank.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// The next piece; `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Piece>> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut searched = 0;
        loop {
            if !self.ended {
                let got = self.reader.by_ref().take(self.size as u64).read_to_end(&mut bytes)?;
                self.ended = got < self.size;
            }
            if let Some(end) = memchr::memrchr(b'\n', &bytes[searched..]) {
                let first = searched + memchr::memchr(b'\n', &bytes[searched..]).unwrap_or(end);
                if first > self.limit {
                    self.rest = bytes.split_off(first + 1);
                    self.offset += bytes.len() as u64;
                    return Ok(Some(self.too_long()));
                }
                self.rest = bytes.split_off(searched + end + 1);
                return Ok(Some(self.lines(bytes)));
            }
            if self.ended {
                return Ok((!bytes.is_empty()).then(|| self.lines(bytes)));
            }
            if bytes.len() > self.limit {
                return self.skip_line(bytes).map(Some);
            }
            searched = bytes.len();
        }
    }

    fn lines(&mut self, bytes: Vec<u8>) -> Piece {
        let chunk = Chunk { line: self.line, rows: self.rows, offset: self.offset, bytes };
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', &chunk.bytes).chain([chunk.bytes.len()]) {
            self.rows += usize::from(!chunk.bytes[start..end].trim_ascii_start().is_empty());
            self.line += usize::from(end < chunk.bytes.len());
            start = end + 1;
        }
        self.offset += chunk.bytes.len() as u64;
        Piece::Lines(chunk)
    }

    /// Reads on to the end of a line without keeping it.
    fn skip_line(&mut self, mut bytes: Vec<u8>) -> io::Result<Piece> {
        loop {
            self.offset += bytes.len() as u64;
            bytes.clear();
            let got = self.reader.by_ref().take(self.size as u64).read_to_end(&mut bytes)?;
            self.ended = got < self.size;
            let end = memchr::memchr(b'\n', &bytes);
            if let Some(end) = end {
                self.rest = bytes[end + 1..].to_vec();
                self.offset += end as u64 + 1;
            }
            if end.is_some() || self.ended {
                return Ok(self.too_long());
            }
        }
    }

    fn too_long(&mut self) -> Piece {
        self.line += 1;
        self.rows += 1;
        Piece::TooLong(self.line - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, size: usize, limit: usize) -> Vec<(usize, usize, u64, Option<String>)> {
        let mut chunks = Chunks::new(text.as_bytes(), size, limit);
        let mut out = Vec::new();
        while let Some(piece) = chunks.next().unwrap() {
            out.push(match piece {
                Piece::Lines(c) => (c.line, c.rows, c.offset, Some(String::from_utf8(c.bytes).unwrap())),
                Piece::TooLong(line) => (line, 0, 0, None),
            });
        }
        out
    }

    #[test]
    fn chunks_are_whole_lines() {
        let text = "a\n\nbb\nccc\n dddd";
        for size in 1..20 {
            let found = pieces(text, size, 100);
            let whole: String = found.iter().filter_map(|p| p.3.as_deref()).collect();
            assert_eq!(whole, text, "{size}");
            for (line, rows, offset, lines) in found {
                let before = &text[..offset as usize];
                assert_eq!(line, 1 + before.matches('\n').count(), "{size}");
                assert_eq!(rows, before.lines().filter(|l| !l.is_empty()).count(), "{size}");
                assert!(lines.unwrap().ends_with('\n') || line == 5, "{size}");
            }
        }
        assert_eq!(pieces("", 4, 100), []);
    }

    #[test]
    fn lines_over_the_limit_are_left_out() {
        for size in 1..9 {
            let found = pieces("ab\n0123456789\ncd\n", size, 8);
            assert_eq!(
                found.iter().filter(|p| p.3.is_none()).map(|p| p.0).collect::<Vec<_>>(),
                [2],
                "{size}"
            );
            let whole: String = found.iter().filter_map(|p| p.3.as_deref()).collect();
            assert_eq!(whole, "ab\ncd\n", "{size}");
            let last = found.last().unwrap();
            assert_eq!((last.0, last.1, last.2), (3, 2, 14), "{size}");
        }
        assert_eq!(pieces("0123456789", 2, 8), [(1, 0, 0, None)]);
    }
}
