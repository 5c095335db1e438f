//! Parquet: a record a row, lists nested as in the record. Behind the cargo feature `parquet`.
//!
//! What is known to have few forms (kinds, types, dates) is text, as in JSON: a date may have unknown parts.

use arrow_json::ReaderBuilder;
use arrow_json::reader::Decoder;
use arrow_schema::{ArrowError, DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use std::io::{self, Write};
use std::sync::Arc;

/// Records that are turned into columns together.
const BATCH: usize = 1024;
/// A group of rows is closed when it takes so many bytes.
const GROUP: usize = 32 << 20;

/// Writes JSON Lines of records as a Parquet file.
pub(super) struct Columns<W: Write + Send> {
    decoder: Decoder,
    writer: ArrowWriter<W>,
}

impl<W: Write + Send> Columns<W> {
    /// Begins a file. `explain` adds the columns of [`Options::explain`](crate::Options::explain).
    pub(super) fn new(out: W, explain: bool) -> io::Result<Self> {
        let schema = Arc::new(schema(explain));
        let decoder =
            ReaderBuilder::new(schema.clone()).with_batch_size(BATCH).build_decoder().map_err(arrow)?;
        let properties = WriterProperties::builder()
            .set_created_by(concat!("jianbao ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::ZSTD(parquet::basic::ZstdLevel::default()))
            .build();
        let writer = ArrowWriter::try_new(out, schema, Some(properties)).map_err(broken)?;
        Ok(Columns { decoder, writer })
    }

    /// Takes lines, whole or in pieces.
    pub(super) fn write(&mut self, mut lines: &[u8]) -> io::Result<()> {
        while !lines.is_empty() {
            let taken = self.decoder.decode(lines).map_err(arrow)?;
            lines = &lines[taken..];
            // It stops where a batch is full.
            if !lines.is_empty() {
                self.batch()?;
            }
        }
        Ok(())
    }

    fn batch(&mut self) -> io::Result<()> {
        if let Some(batch) = self.decoder.flush().map_err(arrow)? {
            self.writer.write(&batch).map_err(broken)?;
            if self.writer.in_progress_size() > GROUP {
                self.writer.flush().map_err(broken)?;
            }
        }
        Ok(())
    }

    /// Writes what is left, and the end of the file.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.batch()?;
        self.writer.into_inner().map_err(broken)
    }
}

fn arrow(error: ArrowError) -> io::Error {
    io::Error::other(error)
}

/// The error of the file below, where it is one: a full disk stays a full disk.
fn broken(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(source) => match source.downcast::<io::Error>() {
            Ok(source) => *source,
            Err(source) => io::Error::other(source),
        },
        error => io::Error::other(error),
    }
}

/// The columns of a record.
fn schema(explain: bool) -> Schema {
    let text = |name: &str| Field::new(name, DataType::Utf8, true);
    let number = |name: &str| Field::new(name, DataType::Float64, true);
    let list = |name: &str, item: DataType| Field::new_list(name, Field::new_list_field(item, true), false);
    let span = |name: &str| Field::new_list(name, Field::new_list_field(DataType::Int64, true), true);
    let spans = || {
        let span = DataType::List(Arc::new(Field::new_list_field(DataType::Int64, true)));
        list("spans", span)
    };
    let entry = |fields: Vec<Field>| {
        let rule = explain.then(|| text("rule"));
        DataType::Struct(fields.into_iter().chain(rule).collect())
    };
    let mention = |name: &str, fields: Vec<Field>| list(name, entry(fields));
    let texts = |names: &[&str]| names.iter().map(|name| text(name)).collect::<Vec<_>>();
    let with = |mut fields: Vec<Field>, more: Vec<Field>| {
        fields.extend(more);
        fields
    };

    let source = vec![text("path"), Field::new("article", DataType::Int64, true), span("lines")];
    let dateline = entry(with(texts(&["marker", "agency", "place", "date"]), vec![span("span")]));
    let community = texts(&["name", "level", "province", "prefecture", "county", "township", "code"]);
    let candidates =
        explain.then(|| Field::new_list("candidates", Field::new_list_field(DataType::Utf8, true), true));
    let count = with(texts(&["text", "kind"]), vec![number("value"), number("max")]);
    let mut fields = texts(&["id", "digest"]);
    fields.push(Field::new("source", DataType::Struct(source.into()), true));
    fields.extend(texts(&["newspaper", "page", "published", "section", "headline"]));
    fields.push(list("subheads", DataType::Utf8));
    fields.push(text("text"));
    fields.push(Field::new("dateline", dateline, true));
    fields.push(mention(
        "correspondents",
        with(texts(&["name", "role", "kind", "outlet"]), vec![span("span")]),
    ));
    fields.push(mention("communities", with(community, candidates.into_iter().chain([spans()]).collect())));
    fields.push(mention(
        "dates",
        with(texts(&["text", "type", "value", "mod", "start", "end"]), vec![span("span")]),
    ));
    fields.push(mention("counts", with(with(count, texts(&["mod", "unit", "noun"])), vec![span("span")])));
    fields.push(mention("people", vec![text("name"), list("titles", DataType::Utf8), spans()]));
    fields.push(mention("organizations", vec![text("name"), spans()]));
    let activity = vec![list("organizers", DataType::Utf8), list("dates", DataType::Utf8), text("place")];
    fields.push(mention("activities", with(with(texts(&["name"]), activity), vec![span("span")])));
    fields.push(mention("works", with(texts(&["name", "kind"]), vec![span("span")])));
    Schema::new(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every key of the record's JSON Schema has a column, and no column is without one.
    #[test]
    fn columns_are_the_keys_of_the_record() {
        let json: serde_json::Value = serde_json::to_value(crate::schema::record_schema()).unwrap();
        let keys = |value: &serde_json::Value| -> Vec<String> {
            let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
            keys.sort();
            keys
        };
        let names = |fields: &arrow_schema::Fields| {
            let mut names: Vec<String> = fields.iter().map(|f| f.name().clone()).collect();
            names.sort();
            names
        };
        let schema = schema(true);
        assert_eq!(names(&schema.fields), keys(&json["properties"]));
        for (field, definition) in [
            ("correspondents", "Correspondent"),
            ("communities", "Community"),
            ("dates", "Date"),
            ("counts", "Count"),
            ("people", "Person"),
            ("organizations", "Organization"),
            ("activities", "Activity"),
            ("works", "Work"),
        ] {
            let DataType::List(item) = schema.field_with_name(field).unwrap().data_type() else {
                panic!("{field}")
            };
            let DataType::Struct(fields) = item.data_type() else { panic!("{field}") };
            assert_eq!(names(fields), keys(&json["$defs"][definition]["properties"]), "{field}");
        }
    }
}
