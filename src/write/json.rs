//! JSON as serde_json writes it, byte for byte, for the types of a record; several times faster.
//!
//! Keys and variants are identifiers and go out unread. Pieces are copied into `Room`, mostly of lengths that the
//! compiler knows; a string is looked at many bytes at a time for what must be escaped, which Chinese text seldom holds.

use super::room::Room;
use serde::ser::{self, Impossible, Serialize};
use std::fmt::Display;

/// Appends `value`.
///
/// # Errors
///
/// Maps, tuple variants and bytes are not written: records have none.
///
/// ```
/// use jianbao::write::json;
/// let mut out = Vec::new();
/// json::append(&mut out, &("柳荫\n", Some(3_u32), None::<u8>)).unwrap();
/// assert_eq!(String::from_utf8(out).unwrap(), r#"["柳荫\n",3,null]"#);
/// ```
pub fn append<T: Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) -> Result<(), Unwritten> {
    value.serialize(Json { out: &mut Room::behind(out) })
}

/// What this writer does not write.
#[derive(Debug, thiserror::Error)]
#[error("not part of a record: {0}")]
pub struct Unwritten(String);

impl ser::Error for Unwritten {
    fn custom<T: Display>(message: T) -> Self {
        Unwritten(message.to_string())
    }
}

struct Json<'o, 'b> {
    out: &'o mut Room<'b>,
}

/// An object or array under way.
struct Compound<'o, 'b> {
    out: &'o mut Room<'b>,
    /// `{` or `[` before the first part, `,` before the others.
    next: u8,
    close: u8,
}

impl<'o, 'b> Compound<'o, 'b> {
    fn new(out: &'o mut Room<'b>, open: u8, close: u8) -> Self {
        Compound { out, next: open, close }
    }

    #[inline(always)]
    fn finish(self) {
        match self.next {
            b',' => self.out.put([self.close]),
            open => self.out.put([open, self.close]),
        }
    }
}

impl ser::SerializeStruct for Compound<'_, '_> {
    type Ok = ();
    type Error = Unwritten;

    // Where it is called the key is known, and so is the length of each copy.
    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritten> {
        let key = key.as_bytes();
        let piece = self.out.take(key.len() + 4);
        piece[0] = self.next;
        piece[1] = b'"';
        piece[2..key.len() + 2].copy_from_slice(key);
        piece[key.len() + 2] = b'"';
        piece[key.len() + 3] = b':';
        self.next = b',';
        value.serialize(Json { out: self.out })
    }

    #[inline]
    fn end(self) -> Result<(), Unwritten> {
        self.finish();
        Ok(())
    }
}

/// The traits of values in a row, which differ in the name of their method.
macro_rules! rows {
    ($($of:ident $method:ident),*) => {
        $(impl ser::$of for Compound<'_, '_> {
            type Ok = ();
            type Error = Unwritten;

            #[inline(always)]
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
                self.out.put([std::mem::replace(&mut self.next, b',')]);
                value.serialize(Json { out: self.out })
            }

            #[inline]
            fn end(self) -> Result<(), Unwritten> {
                self.finish();
                Ok(())
            }
        })*
    };
}

rows!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field);

/// Methods for integers.
macro_rules! integers {
    ($($method:ident $type:ty),*) => {
        $(#[inline]
        fn $method(self, value: $type) -> Result<(), Unwritten> {
            #[allow(unused_comparisons, reason = "some have no sign")]
            if value < 0 {
                self.out.put(*b"-");
            }
            self.out.number(value.abs_diff(0).into());
            Ok(())
        })*
    };
}

impl<'o, 'b> ser::Serializer for Json<'o, 'b> {
    type Ok = ();
    type Error = Unwritten;
    type SerializeSeq = Compound<'o, 'b>;
    type SerializeTuple = Compound<'o, 'b>;
    type SerializeTupleStruct = Compound<'o, 'b>;
    type SerializeTupleVariant = Impossible<(), Unwritten>;
    type SerializeMap = Impossible<(), Unwritten>;
    type SerializeStruct = Compound<'o, 'b>;
    type SerializeStructVariant = Impossible<(), Unwritten>;

    integers!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64);
    integers!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);

    fn serialize_bool(self, value: bool) -> Result<(), Unwritten> {
        self.out.copy(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unwritten> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unwritten> {
        serde_json::to_writer(self.out, &value).map_err(ser::Error::custom)
    }

    fn serialize_char(self, value: char) -> Result<(), Unwritten> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Unwritten> {
        string(self.out, value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unwritten> {
        Err(ser::Error::custom("bytes"))
    }

    #[inline]
    fn serialize_none(self) -> Result<(), Unwritten> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritten> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_unit(self) -> Result<(), Unwritten> {
        self.out.put(*b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritten> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unwritten> {
        let variant = variant.as_bytes();
        let piece = self.out.take(variant.len() + 2);
        piece[0] = b'"';
        piece[1..=variant.len()].copy_from_slice(variant);
        piece[variant.len() + 1] = b'"';
        Ok(())
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unwritten> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<(), Unwritten> {
        Err(ser::Error::custom(variant))
    }

    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Unwritten> {
        Ok(Compound::new(self.out, b'[', b']'))
    }

    #[inline]
    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unwritten> {
        Ok(Compound::new(self.out, b'[', b']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeSeq, Unwritten> {
        Ok(Compound::new(self.out, b'[', b']'))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Unwritten>, Unwritten> {
        Err(ser::Error::custom(variant))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Impossible<(), Unwritten>, Unwritten> {
        Err(ser::Error::custom("a map"))
    }

    #[inline]
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Unwritten> {
        Ok(Compound::new(self.out, b'{', b'}'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Unwritten>, Unwritten> {
        Err(ser::Error::custom(variant))
    }
}

/// Strings up to this are mostly without escapes: they are copied first, and looked at where they are.
const SHORT: usize = 64;

/// Appends a string in its marks.
fn string(out: &mut Room<'_>, text: &str) {
    let bytes = text.as_bytes();
    if bytes.len() <= SHORT {
        // The room behind holds spaces, or what needs a second look.
        let room = out.ahead::<{ SHORT + 2 }>();
        room[0] = b'"';
        room[1..=bytes.len()].copy_from_slice(bytes);
        let looked_at = bytes.len().div_ceil(CHUNK);
        if room[1..].as_chunks::<CHUNK>().0.iter().take(looked_at).all(is_plain) {
            room[bytes.len() + 1] = b'"';
            out.pass(bytes.len() + 2);
            return;
        }
    }
    out.put(*b"\"");
    let mut rest = bytes;
    loop {
        let plain = plain(rest);
        out.copy(&rest[..plain]);
        let Some((&byte, after)) = rest[plain..].split_first() else { break };
        match byte {
            b'"' | b'\\' => out.put([b'\\', byte]),
            b'\n' => out.put(*b"\\n"),
            b'\r' => out.put(*b"\\r"),
            b'\t' => out.put(*b"\\t"),
            0x08 => out.put(*b"\\b"),
            0x0C => out.put(*b"\\f"),
            _ => {
                let hex = |nibble: u8| b"0123456789abcdef"[usize::from(nibble)];
                out.put([b'\\', b'u', b'0', b'0', hex(byte >> 4), hex(byte & 15)]);
            }
        }
        rest = after;
    }
    out.put(*b"\"");
}

/// How many bytes the compiler looks at together.
const CHUNK: usize = 32;

/// Whether a byte of a string must be escaped.
#[inline(always)]
fn is_escaped(byte: u8) -> bool {
    // Without branches, so that the compiler looks at many together.
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

/// Whether no byte must be escaped.
#[inline(always)]
fn is_plain<const N: usize>(chunk: &[u8; N]) -> bool {
    let mut escaped = false;
    for &byte in chunk {
        escaped |= is_escaped(byte);
    }
    !escaped
}

/// How many bytes at the head need no escape.
pub(crate) fn plain(bytes: &[u8]) -> usize {
    fn plain_chunks<const N: usize>(bytes: &[u8]) -> usize {
        let chunks = bytes.as_chunks::<N>().0;
        N * chunks.iter().position(|chunk| !is_plain(chunk)).unwrap_or(chunks.len())
    }
    let at = plain_chunks::<CHUNK>(bytes);
    let at = at + plain_chunks::<8>(&bytes[at..]);
    bytes[at..].iter().position(|&byte| is_escaped(byte)).map_or(bytes.len(), |n| at + n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Decimal;
    use crate::record::{Count, CountKind, Modifier, Record, Source};

    fn written<T: Serialize + ?Sized>(value: &T) -> String {
        let mut out = Vec::new();
        append(&mut out, value).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn strings_are_as_serde_json_writes_them() {
        let odd: Vec<char> = ('\0'..='\u{80}').chain(['柳', '”', '\u{2028}', '\u{1F600}']).collect();
        for &c in &odd {
            for before in ["", "a", "一二三四五", "abcdefg", "abcdefgh"] {
                let text = format!("{before}{c}{c}荫x{c}");
                assert_eq!(written(&text), serde_json::to_string(&text).unwrap(), "{text:?}");
            }
        }
        let all: String = odd.into_iter().collect();
        assert_eq!(written(&all), serde_json::to_string(&all).unwrap());
    }

    #[test]
    fn keys_of_any_length() {
        #[derive(serde::Serialize)]
        struct Keys {
            short: u8,
            no_key_of_a_record_is_quite_so_long_as_this: u8,
        }
        let keys = Keys { short: 1, no_key_of_a_record_is_quite_so_long_as_this: 2 };
        assert_eq!(written(&keys), serde_json::to_string(&keys).unwrap());
    }

    #[test]
    fn records_are_as_serde_json_writes_them() {
        let count = Count {
            text: "12.5%以上".into(),
            kind: CountKind::Percent,
            value: Some(Decimal::new(125, 1)),
            max: None,
            r#mod: Some(Modifier::MoreThan),
            unit: Some("%".into()),
            noun: None,
            span: crate::Span::new(0, 1_234_567),
            rule: Some("count.percent".into()),
        };
        let record = Record {
            text: "他说:\"好\"。\n\u{1}".into(),
            source: Source { path: "a\\b".into(), article: 3, lines: Some((0, 10)) },
            subheads: vec!["甲".into(), "乙".into()],
            counts: vec![Count { value: Some(Decimal::new(-7, 0)), rule: None, ..count.clone() }, count],
            ..Record::default()
        };
        assert_eq!(written(&record), serde_json::to_string(&record).unwrap());
        assert_eq!(written(&Record::default()), serde_json::to_string(&Record::default()).unwrap());
    }
}
