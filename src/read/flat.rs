//! JSON objects without anything inside them: strings, whole numbers and `null`, as nearly all rows are.
//!
//! What is read here is read as serde_json would. Anything else, and whatever is broken, is left to it.

use super::json::Value;
use crate::write::json::plain;
use std::borrow::Cow;

/// The keys and values of an object, in order; an entry is `None` where the line is no such object, and the last then.
pub(super) struct Flat<'a> {
    /// What is left of the line.
    rest: &'a str,
    is_first: bool,
}

impl<'a> Flat<'a> {
    /// An object that is all of a line.
    pub(super) fn new(line: &'a str) -> Option<Self> {
        let rest = unspaced(line).strip_prefix('{')?;
        Some(Flat { rest, is_first: true })
    }

    /// Whether this comes next, spaces aside; it is passed.
    fn passes(&mut self, mark: char) -> bool {
        match unspaced(self.rest).strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn entry(&mut self) -> Option<(Cow<'a, str>, Value<'a>)> {
        let key = self.passes('"').then(|| self.string())??;
        if !self.passes(':') {
            return None;
        }
        if self.passes('"') {
            return Some((key, Value::Text(self.string()?)));
        }
        let value = unspaced(self.rest);
        if let Some(rest) = value.strip_prefix("null") {
            self.rest = rest;
            return Some((key, Value::Null));
        }
        let (digits, rest) = value.split_at(value.bytes().take_while(u8::is_ascii_digit).count());
        self.rest = rest;
        let is_whole = match digits.as_bytes() {
            [] => false,
            [b'0', more @ ..] => more.is_empty(),
            _ => true,
        };
        // A point or an exponent behind it is no mark that may follow.
        is_whole.then(|| (key, Value::Number(digits.into())))
    }

    /// The string that has begun.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let (head, rest) = self.rest.split_at(plain(self.rest.as_bytes()));
        self.rest = rest;
        if self.rest.starts_with('"') {
            self.rest = &rest[1..];
            return Some(Cow::Borrowed(head));
        }
        let mut text = String::with_capacity(head.len() + rest.len());
        text.push_str(head);
        loop {
            let rest = self.rest;
            match rest.as_bytes() {
                [b'"', ..] => {
                    self.rest = &rest[1..];
                    return Some(Cow::Owned(text));
                }
                [b'\\', b'u', ..] => {
                    let digits = rest.get(2..6).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
                    // Half of a pair is none.
                    text.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
                    self.rest = &rest[6..];
                }
                [b'\\', escape, ..] => {
                    text.push(match escape {
                        b'n' => '\n',
                        b'r' => '\r',
                        b't' => '\t',
                        b'b' => '\u{8}',
                        b'f' => '\u{C}',
                        b'"' | b'\\' | b'/' => char::from(*escape),
                        _ => return None,
                    });
                    self.rest = &rest[2..];
                }
                _ => return None,
            }
            let (head, rest) = self.rest.split_at(plain(self.rest.as_bytes()));
            text.push_str(head);
            self.rest = rest;
        }
    }
}

/// A text without the spaces before it that JSON knows.
fn unspaced(text: &str) -> &str {
    &text[text.bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count()..]
}

impl<'a> Iterator for Flat<'a> {
    type Item = Option<(Cow<'a, str>, Value<'a>)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.passes('}') {
            // Nothing may follow; nor may `}` follow a comma, of which the next entry would tell.
            return (!unspaced(self.rest).is_empty()).then_some(None);
        }
        let begins = std::mem::take(&mut self.is_first) || self.passes(',');
        Some(begins.then(|| self.entry()).flatten())
    }
}
