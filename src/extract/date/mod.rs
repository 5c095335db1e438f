//! Finds time expressions and reads what they say; [`resolve`](crate::resolve) gives them values.
//!
//! One grammar finds and reads: at each character that can begin a time expression, the longest one there is read
//! into a [`TimeExpression`] (layer 1). The resolver (layer 2) goes through them in text order.

mod amount;
mod approximate;
mod bracketed;
mod calendar;
mod clock;
mod day;
mod era;
pub mod expression;
mod festival;
mod guard;
mod length;
mod lexicon;
mod listed;
mod lone;
mod look;
mod lunar;
mod month;
mod number;
mod numeric;
mod on_days;
mod phrase;
mod point;
mod range;
mod reader;
mod relative;
pub mod rules;
mod set;
#[cfg(test)]
mod tests;
mod week;
mod words;
mod year;
mod year_part;

pub(crate) use calendar::{FestivalDay, festival};
pub(crate) use look::anchors;

use super::{Context, past_address};
use crate::anchor::Field;
use crate::record::Date;
use crate::resolve::date::Resolver;
use crate::{Document, Span};
use expression::TimeExpression;
use reader::Reader;

/// A title in 《》 longer than this, in characters, is not taken for one.
const TITLE_LIMIT: usize = 60;

/// What news has between one date and the next, in characters.
const CHARS_A_DATE: usize = 80;

/// Room for so many dates at first: more is dear to allocate.
const AT_FIRST: usize = 7;

/// The dates of a document.
///
/// ```
/// use jianbao::extract::{Context, date};
/// use jianbao::{Document, published::Published, segment::Segmenter};
/// let segmenter = Segmenter::new();
/// let doc = Document::new("10月26日至28日,全市低温。", &[], &segmenter);
/// let context = Context { published: Published::parse("2022-10-31").map(Published::moment), ..Context::default() };
/// assert_eq!(date::extract(&doc, &context)[0].value, "2022-10-26/2022-10-28");
/// ```
pub fn extract(doc: &Document<'_>, context: &Context<'_>) -> Vec<Date> {
    extract_around(doc, context, &[])
}

/// The dates of a document outside `reserved` spans (sorted): a dateline's date is read there for the dates after it,
/// but is no mention.
pub fn extract_around(doc: &Document<'_>, context: &Context<'_>, reserved: &[Span]) -> Vec<Date> {
    let mut resolver = Resolver::new(doc, context);
    let mut dates = Vec::with_capacity((doc.len() / CHARS_A_DATE + 1).min(AT_FIRST));
    each(doc, context.published_has_time, |expression| {
        let date = resolver.resolve(&expression);
        let taken = reserved.iter().any(|s| s.overlaps(expression.span));
        if taken || is_dateline(doc, expression.span) {
            resolver.leave_dateline();
        } else {
            dates.push(date);
        }
    });
    dates
}

/// The time expressions of a document, in text order, none overlapping. `clocked`: the publication has a clock reading,
/// from which 两小时后 counts.
pub fn expressions(doc: &Document<'_>, clocked: bool) -> Vec<TimeExpression> {
    let mut found = Vec::new();
    each(doc, clocked, |expression| found.push(expression));
    found
}

/// Hands the time expressions of a document to `take`, in text order.
fn each(doc: &Document<'_>, clocked: bool, mut take: impl FnMut(TimeExpression)) {
    let reader = Reader::new(doc, clocked);
    let chars = doc.chars();
    let expression = |at, read: phrase::Found| {
        let start = if read.rule == rules::ERA { reader.dynasty(at) } else { at };
        TimeExpression {
            span: Span::new(start, read.end),
            rule: read.rule,
            time: read.time,
            modifier: read.modifier,
        }
    };
    if let Some(read) = reader.lone() {
        return take(expression(0, read));
    }
    let mut at = 0;
    loop {
        at = doc.seek(Field::Date, at);
        let Some(&c) = chars.get(at) else { return };
        if c == '《' || c == ':' {
            at = skip(chars, at);
            continue;
        }
        if !reader.promises(at) {
            // No word of time stands there either.
            at = if c.is_ascii_digit() { past_digits(chars, at) } else { at + 1 };
            continue;
        }
        match reader.time(at) {
            Some(read) if guard::names(&reader, at, &read) => at = read.end.max(at + 1),
            Some(read) => {
                let end = read.end.max(at + 1);
                take(expression(at, read));
                at = end;
            }
            None => at = past(&reader, at),
        }
    }
}

/// Past a title or an address.
fn skip(chars: &[char], at: usize) -> usize {
    if chars[at] == '《' {
        let window = &chars[at..chars.len().min(at + TITLE_LIMIT)];
        return window.iter().position(|&c| c == '》').map_or(at + 1, |end| at + end + 1);
    }
    past_address(chars, at)
}

/// Past what cannot begin a time expression at `at`: a run of digits, a word that only looks like time, a character.
fn past(reader: &Reader<'_, '_>, at: usize) -> usize {
    let chars = reader.chars;
    if chars[at].is_ascii_digit() {
        return past_digits(chars, at);
    }
    // 每|当夜幕降临
    if chars[at] == '每' && reader.at(at + 1) == '当' {
        return at + 2;
    }
    match reader.word(at) {
        Some(word) if word.atom == lexicon::Atom::Stop => at + word.len(),
        _ => at + 1,
    }
}

fn past_digits(chars: &[char], at: usize) -> usize {
    at + chars[at..].iter().take_while(|c| c.is_ascii_digit()).count()
}

/// Whether the date stands in a lead marker: 本报杭州8月2日电.
fn is_dateline(doc: &Document<'_>, span: Span) -> bool {
    if !matches!(doc.char(span.end), '电' | '讯' | '专') {
        return false;
    }
    let wire = span.end + usize::from(doc.starts_with(span.end, "专电"));
    let next = doc.char(wire);
    let after = doc.char(wire + 1);
    // 本报保定五月十五日电记者张晓明报道
    let closed = after == '\0' || crate::chars::is_separator(after) || doc.starts_with(wire + 1, "记者");
    matches!(next, '电' | '讯') && closed && {
        let line = doc.blocks().iter().find(|b| b.span.contains(span.start)).map_or(0, |b| b.span.start);
        span.start - line < 24
    }
}
