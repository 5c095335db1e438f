//! Rows in JSON: an object a line.

use super::flat::Flat;
use super::item::Parsed;
use super::row::{FieldMap, Row, TEXT};
use crate::split;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// The rows of JSON Lines. Blank lines are none.
pub(super) fn rows<'a>(text: &'a str, fields: &FieldMap) -> Parsed<'a> {
    let lines = split::lines(text).enumerate();
    lines.filter(|(_, l)| !l.trim_ascii().is_empty()).map(|(n, line)| (n, parse(line, fields))).collect()
}

/// Reads a JSON object. Unknown keys are passed over; numbers are taken as their digits.
///
/// # Errors
///
/// The line is not a JSON object, or has no text; the message says where and what to do.
pub fn parse<'a>(line: &'a str, fields: &FieldMap) -> Result<Row<'a>, String> {
    if let Some(row) = parse_flat(line, fields) {
        return Ok(row);
    }
    let mut json = serde_json::Deserializer::from_str(line);
    let found = RowSeed { fields }.deserialize(&mut json).and_then(|found| json.end().map(|()| found));
    let Found { row, others, text_is_odd } = found.map_err(|error| {
        let text = error.to_string();
        let text = text.rfind(" at line ").map_or(text.as_str(), |at| &text[..at]);
        format!("not a JSON object: {text} (byte {} of the line)", error.column())
    })?;
    if row.values[TEXT].is_none() {
        let key = fields.text();
        let others: Vec<String> = others.iter().take(12).map(|k| format!("`{k}`")).collect();
        return Err(match others.as_slice() {
            _ if text_is_odd => format!("`{key}` is not a string"),
            [] => format!("no `{key}` in this row"),
            _ => format!("no `{key}` in this row; is it one of {}? then --map text=KEY", others.join(", ")),
        });
    }
    Ok(row)
}

/// Reads a row as nearly all dumps have them, a [`Flat`] object with a text; `None` where it is anything else.
fn parse_flat<'a>(line: &'a str, fields: &FieldMap) -> Option<Row<'a>> {
    let mut row = Row::default();
    for entry in Flat::new(line)? {
        let (key, value) = entry?;
        let Some(field) = fields.field(&key) else { continue };
        match value {
            Value::Null => {}
            Value::Text(text) => row.values[field] = Some(text),
            Value::Number(digits) if field != TEXT => row.values[field] = Some(digits),
            Value::Number(_) | Value::Other => return None,
        }
    }
    row.values[TEXT].is_some().then_some(row)
}

/// Why the beginning of an input is JSON, but not a row a line.
pub(crate) fn not_lines(head: &[u8]) -> Option<&'static str> {
    let head = head.strip_prefix(super::sniff::BOM).unwrap_or(head).trim_ascii_start();
    let (&first, rest) = head.split_first()?;
    let line_ends = rest.iter().find(|b| !matches!(b, b' ' | b'\t' | b'\r')) == Some(&b'\n');
    match (first, rest.trim_ascii_start().first()) {
        (b'[', Some(b'{')) => Some("a JSON array, not a row a line: convert it first: `jq -c '.[]' FILE`"),
        (b'{', Some(b'"')) if line_ends => {
            Some("JSON objects over several lines, not a row a line: convert it first: `jq -c . FILE`")
        }
        _ => None,
    }
}

/// A row as it was found.
#[derive(Default)]
struct Found<'a> {
    row: Row<'a>,
    /// Keys that are no field.
    others: Vec<Cow<'a, str>>,
    /// There is a text, but it is not a string.
    text_is_odd: bool,
}

struct RowSeed<'f> {
    fields: &'f FieldMap,
}

impl<'de> DeserializeSeed<'de> for RowSeed<'_> {
    type Value = Found<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowSeed<'_> {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = Found::default();
        while let Some(Value::Text(key)) = map.next_key()? {
            let Some(field) = self.fields.field(&key) else {
                map.next_value::<IgnoredAny>()?;
                found.others.push(key);
                continue;
            };
            // An id may have more digits than a number keeps.
            let value = match field {
                TEXT => map.next_value()?,
                _ => Value::read(map.next_value::<&RawValue>()?.get()).map_err(A::Error::custom)?,
            };
            match value {
                Value::Null => {}
                Value::Text(text) => found.row.values[field] = Some(text),
                Value::Number(_) | Value::Other if field == TEXT => found.text_is_odd = true,
                Value::Number(digits) => found.row.values[field] = Some(digits),
                Value::Other => {
                    found.row.problems.push(format!("`{key}` is neither a string nor a number: left out"));
                }
            }
        }
        Ok(found)
    }
}

/// A value of a row, or a key; borrowed from the line where it is a string without escapes.
pub(super) enum Value<'a> {
    Null,
    Text(Cow<'a, str>),
    Number(Cow<'a, str>),
    Other,
}

impl<'a> Value<'a> {
    /// Reads a value as it is printed; a number is its digits, without the `.0` that tables put behind.
    fn read(raw: &'a str) -> serde_json::Result<Self> {
        match raw.as_bytes().first() {
            Some(b'-' | b'0'..=b'9') => {
                let whole = raw.split_once('.').filter(|(_, rest)| rest.bytes().all(|b| b == b'0'));
                Ok(Value::Number(whole.map_or(raw, |(whole, _)| whole).into()))
            }
            _ => serde_json::from_str(raw),
        }
    }
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Value::Number(number.to_string().into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Value::Number(number.to_string().into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Value::Number(number.to_string().into()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Value::Other)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::Article;

    fn article(line: &str) -> (Article, Vec<String>) {
        parse(line, &FieldMap::default()).unwrap().into_article(3)
    }

    fn error(line: &str) -> String {
        parse(line, &FieldMap::default()).unwrap_err()
    }

    #[test]
    fn all_fields() {
        let (article, problems) = article(
            r#"{"id": 7, "headline": "清理河道", "text": "近日,\u67f3荫社区…", "published": "20221031", "newspaper": "东湖晚报",
                "page": 7.0, "section": "社区传真", "url": {"a": [1, {"b": null}]}}"#,
        );
        assert_eq!(problems, [""; 0]);
        assert_eq!(article.number, 3);
        assert_eq!(article.lines, None);
        assert_eq!(article.text, "清理河道\n近日,柳荫社区…");
        let fields = [&article.id, &article.headline, &article.published, &article.newspaper, &article.page];
        assert_eq!(fields.map(|f| f.as_deref().unwrap()), ["7", "清理河道", "20221031", "东湖晚报", "7"]);
        assert_eq!(article.section.as_deref(), Some("社区传真"));
    }

    #[test]
    fn rows_are_read_alike_by_both_ways() {
        let fields = FieldMap::default();
        for line in [
            r#"{"id": 7, "headline": "清理河道", "text": "甲\n\t\"乙\"\\\/\u67f3\r", "published": null}"#,
            r#" { "text" : "" , "id":"x","id":0,"other": 12 , "page":"A\u0041" } "#,
            "{\"text\":\"一二三四五六七八九十一二三四五六七八九十\\n一二三四五六七八九十\"}\r",
        ] {
            // What the short way does not read is as the long way reads it.
            let longer = line.replacen('{', "{\"url\": [],", 1);
            assert_eq!(parse_flat(&longer, &fields), None);
            assert_eq!(parse_flat(line, &fields), parse(&longer, &fields).ok(), "{line}");
        }
        for odd in [
            "",
            "{",
            "{}",
            "{\"text\": 5}",
            "{\"text\": \"\t\"}",
            "{\"text\": \"甲\"} x",
            "{\"text\": \"甲\",}",
            "{\"text\": \"\\ud83d\"}",
            "{\"text\": \"\\x\"}",
            "{\"id\": 07, \"text\": \"甲\"}",
            "{\"id\": 1.5, \"text\": \"甲\"}",
            "{\"id\": tru, \"text\": \"甲\"}",
            "{\"text\": \"甲\" \"id\": 1}",
        ] {
            assert_eq!(parse_flat(odd, &fields), None, "{odd}");
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        for (number, id) in [
            ("12345678901234567890123456789", "12345678901234567890123456789"),
            ("18446744073709551616", "18446744073709551616"),
            ("-7", "-7"),
            ("17.0", "17"),
            ("17.50", "17.50"),
        ] {
            let row = format!("{{\"id\": {number}, \"text\": \"甲\"}}");
            assert_eq!(article(&row).0.id.as_deref(), Some(id));
        }
    }

    #[test]
    fn broken_rows() {
        for (line, reason) in [
            ("{", "not a JSON object: EOF"),
            ("[1]", "expected an object"),
            ("\"甲\"", "expected an object"),
            ("{\"text\": \"甲\"} x", "trailing characters (byte 17 of the line)"),
            ("{\"text\": \"甲", "EOF while parsing a string"),
            ("{\"text\": 5}", "`text` is not a string"),
            ("{\"text\": null}", "no `text` in this row"),
            ("{\"content\": \"甲\"}", "is it one of `content`? then --map text=KEY"),
        ] {
            let message = error(line);
            assert!(message.contains(reason), "{line}: {message}");
        }
    }

    #[test]
    fn json_that_is_not_a_row_a_line() {
        assert!(not_lines(b" [\n  {\"text\"").is_some());
        assert!(not_lines(b"[{\"text\"").is_some());
        assert!(not_lines(b"{\n  \"text\"").is_some());
        for head in ["", "[1]\n{\"text\"", "{\"text\": 1}\n", "{\n{\"text\"", "{ \"text\""] {
            assert_eq!(not_lines(head.as_bytes()), None, "{head}");
        }
    }
}
