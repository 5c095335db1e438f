//! Rows of a table in CSV or TSV, under a header line.

use super::chunk::Chunk;
use super::item::Parsed;
use super::row::{FIELDS, FieldMap, Row, TEXT};
use csv::{ReaderBuilder, StringRecord};
use std::array;

/// What a table's header line says.
#[derive(Debug)]
pub(super) struct Header {
    delimiter: u8,
    width: usize,
    /// The column of each field.
    columns: [Option<usize>; FIELDS.len()],
}

impl Header {
    /// Reads a header line.
    pub(super) fn read(line: &str, delimiter: u8, fields: &FieldMap) -> Result<Self, String> {
        let mut names = StringRecord::new();
        let text = line.trim_start_matches('\u{FEFF}');
        reader(text, delimiter).read_record(&mut names).map_err(|error| error.to_string())?;
        let mut columns = [None; FIELDS.len()];
        for (at, name) in names.iter().enumerate() {
            if let Some(field) = fields.field(name.trim()) {
                columns[field].get_or_insert(at);
            }
        }
        if columns[TEXT].is_none() {
            let names: Vec<String> = names.iter().take(12).map(|n| format!("`{}`", n.trim())).collect();
            let (key, names) = (fields.text(), names.join(", "));
            return Err(format!("no column `{key}`; is it one of {names}? then --map text=COLUMN"));
        }
        Ok(Header { delimiter, width: names.len(), columns })
    }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// The rows of a piece of a table.
pub(super) fn rows<'a>(text: &'a str, header: &Header) -> Parsed<'a> {
    let mut out = Parsed::new();
    let mut reader = reader(text, header.delimiter);
    let mut record = StringRecord::new();
    // Where the search for line ends stands, and how many it found.
    let (mut at, mut line) = (0, 0);
    loop {
        let before = reader.position().byte() as usize;
        let row = match reader.read_record(&mut record) {
            Ok(false) => return out,
            Ok(true)
                if reader.position().byte() as usize == text.len()
                    && is_open(&text[before..], header, &record) =>
            {
                Err("a quotation mark in this row is never closed, and takes in all rows below it".to_owned())
            }
            Ok(true) if record.len() == header.width => Ok(Row::new(array::from_fn(|field| {
                let value = header.columns[field].and_then(|column| record.get(column));
                value.filter(|v| !v.is_empty() || field == TEXT).map(|v| v.to_owned().into())
            }))),
            Ok(true) if record.len() == 1 && record[0].trim().is_empty() => continue,
            Ok(true) => Err(format!(
                "a row of {} fields under a header of {}: is a field with `{}` or a line end not in quotation marks?",
                record.len(),
                header.width,
                char::from(header.delimiter).escape_default()
            )),
            Err(error) => Err(error.to_string()),
        };
        let blank = text[before..].bytes().take_while(u8::is_ascii_whitespace).count();
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[at..before + blank]).count();
        at = before + blank;
        out.push((line, row));
    }
}

/// Whether the last record of a table ends within quotation marks: whatever stands below would belong to it.
fn is_open(text: &str, header: &Header, record: &StringRecord) -> bool {
    let mut extended = StringRecord::new();
    let read = reader(&format!("{text}\n."), header.delimiter).read_record(&mut extended);
    read.is_ok() && extended != *record
}

impl Chunk {
    /// Takes the header line off the first chunk of a table; its bytes.
    pub(super) fn take_header(&mut self, delimiter: u8, width: fn(&[u8]) -> usize) -> Vec<u8> {
        let end = super::chunk::first_record(&self.bytes, delimiter);
        let rest = self.bytes.split_off(end);
        let header = std::mem::replace(&mut self.bytes, rest);
        self.line += memchr::memchr_iter(b'\n', &header).count();
        self.offset += width(&header) as u64;
        self.count = self.count.saturating_sub(1);
        header
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(line: &str, delimiter: u8) -> Header {
        Header::read(line, delimiter, &FieldMap::default()).unwrap()
    }

    fn texts(found: Parsed<'_>) -> Vec<(usize, Result<String, String>)> {
        let text = |row: Row<'_>| row.into_article(1).0.text;
        found.into_iter().map(|(line, row)| (line, row.map(text))).collect()
    }

    #[test]
    fn rows_know_their_lines() {
        let header = header("\u{FEFF}id,headline,text,other\n", b',');
        let text = "1,,\"甲\r\n乙,\"\"丙\"\"\",x\r\n\r\n2,题,丁,\n3,丁\n4,,,\n";
        let found = texts(rows(text, &header));
        assert_eq!(found.iter().map(|f| f.0).collect::<Vec<_>>(), [0, 3, 4, 5]);
        assert_eq!(found[0].1.as_deref(), Ok("甲\n乙,\"丙\""));
        assert_eq!(found[1].1.as_deref(), Ok("题\n丁"));
        assert!(found[2].1.as_ref().is_err_and(|m| m.starts_with("a row of 2 fields under a header of 4")));
        assert_eq!(found[3].1.as_deref(), Ok(""));
    }

    #[test]
    fn quotation_marks_that_are_never_closed() {
        let header = header("id,text", b',');
        for end in ["", "\n", "\r\n", "\n\n"] {
            let found = texts(rows(&format!("1,甲\n2,\"乙\n3,丙{end}"), &header));
            assert_eq!((found.len(), found[1].0), (2, 1), "{end:?}");
            assert!(found[1].1.as_ref().is_err_and(|m| m.contains("never closed")), "{end:?}");
            for closed in ["2,\"乙\n丙\"", "2,5\"管", "2,\"\"", "2,"] {
                let found = texts(rows(&format!("1,甲\n{closed}{end}"), &header));
                assert!(found.len() == 2 && found[1].1.is_ok(), "{closed:?} {end:?}: {found:?}");
            }
        }
    }

    #[test]
    fn tabs() {
        let found = texts(rows("甲,乙\t5\n", &header("text\tid", b'\t')));
        assert_eq!(found, [(0, Ok("甲,乙".to_owned()))]);
    }

    #[test]
    fn a_header_without_the_text() {
        let message = Header::read("id,content", b',', &FieldMap::default()).unwrap_err();
        assert!(message.contains("no column `text`; is it one of `id`, `content`? then --map"), "{message}");
        let mut fields = FieldMap::default();
        fields.set("text", "content").unwrap();
        assert!(Header::read("id, content", b',', &fields).is_ok());
    }
}
