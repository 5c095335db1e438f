//! JSON as serde_json writes it, byte for byte, for the types of a record; several times faster.
//!
//! Keys and variants are identifiers and go out unread; a string is looked at eight bytes at a time for what must be
//! escaped, which Chinese text seldom holds.

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
    value.serialize(Json { out })
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

struct Json<'o> {
    out: &'o mut Vec<u8>,
}

/// An object or array under way.
struct Compound<'o> {
    out: &'o mut Vec<u8>,
    /// `{` or `[` before the first part, `,` before the others.
    next: u8,
    close: u8,
}

impl<'o> Compound<'o> {
    fn new(out: &'o mut Vec<u8>, open: u8, close: u8) -> Self {
        Compound { out, next: open, close }
    }

    fn finish(self) {
        match self.next {
            b',' => self.out.push(self.close),
            open => self.out.extend_from_slice(&[open, self.close]),
        }
    }
}

impl ser::SerializeStruct for Compound<'_> {
    type Ok = ();
    type Error = Unwritten;

    // Where it is called the key is known, and the piece is made ahead.
    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritten> {
        const ROOM: usize = 32;
        let key = key.as_bytes();
        let mut piece = [b'"'; ROOM];
        piece[0] = std::mem::replace(&mut self.next, b',');
        match piece.get_mut(2..key.len() + 4) {
            Some(room) => {
                room[..key.len()].copy_from_slice(key);
                room[key.len() + 1] = b':';
                self.out.extend_from_slice(&piece[..key.len() + 4]);
            }
            None => {
                self.out.extend_from_slice(&piece[..2]);
                self.out.extend_from_slice(key);
                self.out.extend_from_slice(b"\":");
            }
        }
        append(self.out, value)
    }

    fn end(self) -> Result<(), Unwritten> {
        self.finish();
        Ok(())
    }
}

/// The traits of values in a row, which differ in the name of their method.
macro_rules! rows {
    ($($of:ident $method:ident),*) => {
        $(impl ser::$of for Compound<'_> {
            type Ok = ();
            type Error = Unwritten;

            #[inline]
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritten> {
                self.out.push(std::mem::replace(&mut self.next, b','));
                append(self.out, value)
            }

            fn end(self) -> Result<(), Unwritten> {
                self.finish();
                Ok(())
            }
        })*
    };
}

rows!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field);

/// Methods for types whose `Display` is their JSON.
macro_rules! displayed {
    ($($method:ident $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<(), Unwritten> {
            use std::io::Write;
            write!(self.out, "{value}").map_err(ser::Error::custom)
        })*
    };
}

impl<'o> ser::Serializer for Json<'o> {
    type Ok = ();
    type Error = Unwritten;
    type SerializeSeq = Compound<'o>;
    type SerializeTuple = Compound<'o>;
    type SerializeTupleStruct = Compound<'o>;
    type SerializeTupleVariant = Impossible<(), Unwritten>;
    type SerializeMap = Impossible<(), Unwritten>;
    type SerializeStruct = Compound<'o>;
    type SerializeStructVariant = Impossible<(), Unwritten>;

    displayed!(serialize_bool bool, serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64);

    fn serialize_u8(self, value: u8) -> Result<(), Unwritten> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unwritten> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unwritten> {
        self.serialize_u64(value.into())
    }

    #[inline]
    fn serialize_u64(self, mut value: u64) -> Result<(), Unwritten> {
        let mut digits = [0; 20];
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (value % 10) as u8;
            value /= 10;
            if value == 0 {
                break;
            }
        }
        self.out.extend_from_slice(&digits[at..]);
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
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritten> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unwritten> {
        self.out.push(b'"');
        self.out.extend_from_slice(variant.as_bytes());
        self.out.push(b'"');
        Ok(())
    }

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
    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'o>, Unwritten> {
        Ok(Compound::new(self.out, b'[', b']'))
    }

    #[inline]
    fn serialize_tuple(self, _: usize) -> Result<Compound<'o>, Unwritten> {
        Ok(Compound::new(self.out, b'[', b']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'o>, Unwritten> {
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
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Compound<'o>, Unwritten> {
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

/// Appends a string in its marks.
fn string(out: &mut Vec<u8>, text: &str) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let mut rest = text.as_bytes();
    loop {
        let plain = plain(rest);
        out.extend_from_slice(&rest[..plain]);
        let Some((&byte, after)) = rest[plain..].split_first() else { break };
        match byte {
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0C => out.extend_from_slice(b"\\f"),
            _ => {
                let hex = |nibble: u8| b"0123456789abcdef"[usize::from(nibble)];
                out.extend_from_slice(&[b'\\', b'u', b'0', b'0', hex(byte >> 4), hex(byte & 15)]);
            }
        }
        rest = after;
    }
    out.push(b'"');
}

/// How many bytes at the head need no escape.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    // The high bit of each byte below 32, or equal to a mark; a carry can only set bits behind a true one.
    let odd = |eight: u64| {
        let equals = |mark: u8| {
            let same = eight ^ (ONES * u64::from(mark));
            same.wrapping_sub(ONES) & !same
        };
        (eight.wrapping_sub(ONES * 0x20) & !eight | equals(b'"') | equals(b'\\')) & HIGHS
    };
    let escaped = |&b: &u8| b < 0x20 || b == b'"' || b == b'\\';
    let mut at = 0;
    // The compiler looks at these at once.
    for many in bytes.as_chunks::<32>().0 {
        if many.iter().fold(false, |odd, b| odd | escaped(b)) {
            break;
        }
        at += 32;
    }
    while let Some(eight) = bytes[at..].first_chunk::<8>() {
        let found = odd(u64::from_le_bytes(*eight));
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    bytes[at..].iter().position(escaped).map_or(bytes.len(), |n| at + n)
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
