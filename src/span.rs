//! Half-open ranges of characters.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A range `[start, end)` of Unicode code points in a record's `text` (Python string indices).
///
/// Serialises as `[start, end]`.
///
/// ```
/// use jianbao::Span;
/// let span = Span::new(2, 5);
/// assert_eq!((span.len(), span.contains(4), span.contains(5)), (3, true, false));
/// assert_eq!(serde_json::to_string(&span).unwrap(), "[2,5]");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// Length in characters.
    pub const fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether the range holds no character.
    pub const fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether the character at `position` lies in the range.
    pub const fn contains(&self, position: usize) -> bool {
        self.start <= position && position < self.end
    }

    /// The range as far on as `by` says: of a line, in the text that has the line there.
    pub const fn shifted(&self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }

    /// Whether the two ranges share a character.
    pub const fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Span { start, end }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl JsonSchema for Span {
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "[start, end): Unicode code points of the record's text, end not included",
            "type": "array",
            "items": { "type": "integer", "minimum": 0 },
            "minItems": 2,
            "maxItems": 2
        })
    }
}
