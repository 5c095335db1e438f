//! Rows of a table in CSV or TSV, under a header line.

use super::chunk::Chunk;
use super::cut::{Records, first_record, past_quoted};
use super::item::Parsed;
use super::row::{FIELDS, FieldMap, Row, TEXT};
use csv::{ReaderBuilder, StringRecord};
use std::array;
use std::borrow::Cow;

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
    if header.delimiter == b'\t' { tab_rows(text, header) } else { comma_rows(text, header) }
}

/// What is told of a row that has another number of fields than the header.
fn uneven(found: usize, header: &Header) -> String {
    format!(
        "a row of {found} fields under a header of {}: is a field with `{}` or a line end not in quotation marks?",
        header.width,
        char::from(header.delimiter).escape_default()
    )
}

/// Rows between tabs, as programs write them that quote nothing, and those that do.
fn tab_rows<'a>(text: &'a str, header: &Header) -> Parsed<'a> {
    let mut out = Parsed::new();
    let (mut start, mut line) = (0, 0);
    let ends = Records::new(text.as_bytes(), header.delimiter, true).chain([text.len()]);
    for end in ends {
        let record = &text[std::mem::replace(&mut start, end)..end];
        let blank = record.bytes().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let first = line + memchr::memchr_iter(b'\n', &record.as_bytes()[..blank]).count();
        line += memchr::memchr_iter(b'\n', record.as_bytes()).count();
        if record.trim().is_empty() {
            continue;
        }
        let mut fields = tab_fields(record.trim_matches(['\r', '\n']));
        let row = match fields.len() == header.width {
            true => Ok(Row::new(array::from_fn(|field| {
                let value = header.columns[field].map(|column| std::mem::take(&mut fields[column]));
                value.filter(|v| !v.is_empty() || field == TEXT)
            }))),
            false => Err(uneven(fields.len(), header)),
        };
        out.push((first, row));
    }
    out
}

/// The fields of a record between tabs.
fn tab_fields(record: &str) -> Vec<Cow<'_, str>> {
    let mut fields = Vec::new();
    let mut at = 0;
    loop {
        let quoted =
            record[at..].strip_prefix('"').and_then(|_| past_quoted(record.as_bytes(), at + 1, true));
        let end = match quoted.filter(|&end| end > at + 1) {
            Some(end) => {
                fields.push(record[at + 1..end - 1].replace("\"\"", "\"").into());
                end
            }
            None => {
                let end = memchr::memchr(b'\t', &record.as_bytes()[at..]).map_or(record.len(), |n| at + n);
                fields.push(record[at..end].into());
                end
            }
        };
        if end == record.len() {
            return fields;
        }
        at = end + 1;
    }
}

fn comma_rows<'a>(text: &'a str, header: &Header) -> Parsed<'a> {
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
            Ok(true) => Err(uneven(record.len(), header)),
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
        let end = first_record(&self.bytes, delimiter);
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
    fn between_tabs_marks_are_text_unless_they_close_with_their_field() {
        let header = header("id\ttext\tpage", b'\t');
        let rows = [
            ("1\t\"最美\"村官说\t2", "\"最美\"村官说"),
            ("2\t\"他说:今年好\t2", "\"他说:今年好"),
            ("3\t\"甲\n乙\t\"\"丙\"\"\"\t2", "甲\n乙\t\"丙\""),
            ("4\t丁\"戊\"\t\"A07\"", "丁\"戊\""),
            ("5\t\t", ""),
        ];
        let text: String = rows.iter().map(|row| format!("{}\r\n", row.0)).collect();
        let found = texts(super::rows(&text, &header));
        let lines: Vec<_> = found.iter().map(|f| f.0).collect();
        assert_eq!(lines, [0, 1, 2, 4, 5]);
        for ((_, found), (row, text)) in found.iter().zip(rows) {
            assert_eq!(found.as_deref(), Ok(text), "{row}");
        }
        assert!(texts(super::rows("1\t甲\n", &header))[0].1.as_ref().is_err_and(|m| m.contains("2 fields")));
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
