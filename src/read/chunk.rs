//! A stream of bytes in chunks of whole rows.

use super::cut::Cut;
use std::io::{self, Read};

/// Rows longer than this are left out: 16 MiB.
pub(crate) const ROW_LIMIT: usize = 16 << 20;

/// Rows that stand together in an input.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub(crate) bytes: Vec<u8>,
    /// Number of the first line in the input, from 1.
    pub(crate) line: usize,
    /// Rows before.
    pub(crate) rows: usize,
    /// Rows in it.
    pub(crate) count: usize,
    /// Place of the first byte in the input.
    pub(crate) offset: u64,
}

/// What a stream gives next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Rows(Chunk),
    /// The row that begins in the line of this number is longer than the limit.
    TooLong(usize),
}

/// Cuts a stream into chunks of about `size` bytes. Holds no more than a chunk, or one row up to `limit`.
#[derive(Debug)]
pub(crate) struct Chunks<R> {
    reader: R,
    cut: Cut,
    size: usize,
    limit: usize,
    /// What bytes of an input are when its offsets are told.
    width: fn(&[u8]) -> usize,
    /// The beginning of the next chunk.
    rest: Vec<u8>,
    line: usize,
    rows: usize,
    offset: u64,
    ended: bool,
    /// Why the stream ended before its end.
    broken: Option<io::Error>,
}

impl<R: Read> Chunks<R> {
    pub(crate) fn new(reader: R, cut: Cut, size: usize, limit: usize) -> Self {
        let width = <[u8]>::len;
        Chunks {
            reader,
            cut,
            size,
            limit,
            width,
            rest: Vec::new(),
            line: 1,
            rows: 0,
            offset: 0,
            ended: false,
            broken: None,
        }
    }

    /// The same, where bytes of the reader stand for others in the input.
    pub(crate) fn with_width(self, width: fn(&[u8]) -> usize) -> Self {
        Chunks { width, ..self }
    }

    /// Rows so far.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// The line that the next row begins in.
    pub(crate) fn line(&self) -> usize {
        self.line
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    ///
    /// Those of the stream, after the rows before.
    pub(crate) fn next(&mut self) -> io::Result<Option<Piece>> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut searched = 0;
        loop {
            self.fill(&mut bytes);
            if let Some(ends) = self.cut.ends(&bytes, searched) {
                if ends.first > self.limit {
                    self.rest = bytes.split_off(ends.first);
                    return Ok(Some(self.too_long(&bytes)));
                }
                self.rest = bytes.split_off(ends.last);
                return Ok(Some(self.chunk(bytes)));
            }
            if self.ended {
                let broken = self.broken.take_if(|_| bytes.is_empty());
                return broken.map_or_else(|| Ok((!bytes.is_empty()).then(|| self.chunk(bytes))), Err);
            }
            if bytes.len() > self.limit {
                return self.skip_row(bytes).map(Some);
            }
            searched = bytes.len();
        }
    }

    fn fill(&mut self, bytes: &mut Vec<u8>) {
        if self.ended {
            return;
        }
        // What goes on after a chunk is mostly as long again.
        if self.offset > 0 {
            bytes.reserve(self.size);
        }
        match self.reader.by_ref().take(self.size as u64).read_to_end(bytes) {
            Ok(got) => self.ended = got < self.size,
            Err(error) => {
                self.ended = true;
                self.broken = Some(error);
            }
        }
    }

    fn chunk(&mut self, bytes: Vec<u8>) -> Piece {
        let (line, rows, offset) = (self.line, self.rows, self.offset);
        let count = self.cut.count(&bytes);
        self.rows += count;
        self.pass(&bytes);
        Piece::Rows(Chunk { bytes, line, rows, count, offset })
    }

    fn pass(&mut self, bytes: &[u8]) {
        self.line += memchr::memchr_iter(b'\n', bytes).count();
        self.offset += (self.width)(bytes) as u64;
    }

    /// Reads on to the end of a row without keeping it. Within a table nobody can tell where that is.
    fn skip_row(&mut self, mut bytes: Vec<u8>) -> io::Result<Piece> {
        let line = self.line;
        loop {
            self.pass(&bytes);
            bytes.clear();
            self.fill(&mut bytes);
            let end = match self.cut {
                Cut::Table(_) => {
                    self.ended = true;
                    None
                }
                cut => cut.ends(&bytes, 0),
            };
            if let Some(ends) = &end {
                self.rest = bytes.split_off(ends.first);
                self.pass(&bytes);
            }
            if end.is_some() || self.ended {
                self.rows += 1;
                return Ok(Piece::TooLong(line));
            }
        }
    }

    fn too_long(&mut self, bytes: &[u8]) -> Piece {
        let line = self.line;
        self.pass(bytes);
        self.rows += 1;
        Piece::TooLong(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, size: usize, limit: usize) -> Vec<(usize, usize, u64, Option<String>)> {
        let mut chunks = Chunks::new(text.as_bytes(), Cut::Lines, size, limit);
        let mut out = Vec::new();
        while let Some(piece) = chunks.next().unwrap() {
            out.push(match piece {
                Piece::Rows(c) => (c.line, c.rows, c.offset, Some(String::from_utf8(c.bytes).unwrap())),
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

    /// The chunks of a text, and the rows in all.
    fn cut(cut: Cut, text: &str, size: usize) -> (Vec<String>, usize) {
        let mut chunks = Chunks::new(text.as_bytes(), cut, size, 1000);
        let mut out: Vec<String> = Vec::new();
        while let Some(piece) = chunks.next().unwrap() {
            let Piece::Rows(chunk) = piece else { panic!("{piece:?}") };
            assert_eq!(chunk.line, 1 + out.concat().matches('\n').count());
            out.push(String::from_utf8(chunk.bytes).unwrap());
        }
        (out, chunks.rows())
    }

    #[test]
    fn tables_are_cut_outside_of_quotation_marks() {
        let rows = ["id,text\n", "1,\"甲\n乙\"\n", "2,\"a \"\"b\"\",\n\"\n", "\n", "3,5\" wide\n", "4,x"];
        for size in 1..40 {
            let (chunks, count) = cut(Cut::Table(b','), &rows.concat(), size);
            assert_eq!((chunks.concat(), count), (rows.concat(), 5), "{size}");
            let mut ends = rows.iter().scan(0, |end, row| {
                *end += row.len();
                Some(*end)
            });
            let mut end = 0;
            for chunk in chunks {
                end += chunk.len();
                assert!(ends.any(|e| e == end), "{size}: {chunk:?}");
            }
        }
    }

    #[test]
    fn tables_between_tabs_are_cut_outside_of_marks_that_close_with_their_field() {
        let rows = [
            "id\ttext\n",
            "1\t\"甲\n乙\"\n",
            "2\t\"丙\"丁\n",
            "3\t\"戊\n",
            "4\t\"己 \"\"庚\"\"\n\"\n",
            "5\tx",
        ];
        for size in 1..60 {
            let (chunks, count) = cut(Cut::Table(b'\t'), &rows.concat(), size);
            assert_eq!((chunks.concat(), count), (rows.concat(), 6), "{size}");
        }
    }

    #[test]
    fn docs_are_cut_behind_their_end() {
        let doc = "<doc>\n<content>甲</content>\n</doc>\n";
        for size in 1..80 {
            let (chunks, count) = cut(Cut::Docs, &doc.repeat(5), size);
            assert_eq!((chunks.concat(), count), (doc.repeat(5), 5), "{size}");
            assert!(chunks.iter().rev().skip(1).all(|c| c.trim_end().ends_with("</doc>")), "{size}");
        }
    }
}
