//! The commonest numerals without the machinery of the others: `三`, `二十三`, `1300`, `12.5`, `3.2万`, `30多`.
//!
//! Each is read only where nothing can follow that belongs to it.

use super::{Form, IN_NUMERALS, Numeral, is_numeric, signs};
use crate::Decimal;
use crate::chars::CharSet;
use crate::record::Modifier;

/// Digits beyond which a product with 亿 might not fit.
const MOST: usize = 9;

/// The numeral at the start of `chars`, if it is one of these.
pub(super) fn read(chars: &[char]) -> Option<Numeral> {
    let first = *chars.first()?;
    match first.to_digit(10) {
        Some(digit) => arabic(chars, digit),
        None => chinese(chars, first),
    }
}

/// Whether no numeral goes on at `at`.
#[inline]
fn ends(chars: &[char], at: usize) -> bool {
    match chars.get(at..).unwrap_or_default() {
        [',' | ' ' | '/', after, ..] => !after.is_ascii_digit(),
        ['分', after, ..] => *after != '之',
        ['个', after, ..] => !matches!(after, '多' | '余' | '亿' | '億'),
        [c, ..] => !is_numeric(*c) && !IN_NUMERALS.has(*c),
        [] => true,
    }
}

/// 三, 十, 十三, 二十, 二十三.
fn chinese(chars: &[char], first: char) -> Option<Numeral> {
    let digit =
        |at: usize| chars.get(at).and_then(|&c| signs::digit(c)).filter(|&value| value > 0).map(i64::from);
    let read = |value: i64, len: usize| {
        let value = Some(value.into());
        ends(chars, len).then_some(Numeral {
            value,
            max: None,
            modifier: None,
            len,
            form: Form::Han,
            scale: 1,
        })
    };
    let (tens, at) = match digit(0) {
        _ if first == '十' => (1, 1),
        Some(tens) if chars.get(1) == Some(&'十') && !matches!(first, '两' | '兩') => (tens, 2),
        Some(value) => return read(value, 1),
        None => return None,
    };
    match digit(at) {
        Some(ones) if !matches!(chars[at], '两' | '兩') => read(tens * 10 + ones, at + 1),
        _ => read(tens * 10, at),
    }
}

/// Whether a dot in mid-line before `chars` is the point of a number, as older dumps print it: 7·3%, 1·4万; the 11·9 of
/// a day's name is none.
fn is_point(chars: &[char]) -> bool {
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    digits > 0 && chars.get(digits).is_some_and(|&c| UNITS.has(c))
}

/// What a number with a point is followed by: scale words, and first characters of measures and money.
static UNITS: CharSet = CharSet::of("%‰万亿倍元美港米吨斤公平立千亩升摄度");

/// 1300, 12.5, 3.2万, 30多, 5万余.
fn arabic(chars: &[char], first: u32) -> Option<Numeral> {
    let digit = |at: usize| chars.get(at).and_then(|c| c.to_digit(10));
    let mut digits = i64::from(first);
    let mut len = 1;
    while let Some(d) = digit(len).filter(|_| len < MOST) {
        digits = digits * 10 + i64::from(d);
        len += 1;
    }
    let whole = len;
    let mut scale = 0;
    if chars.get(len) == Some(&'.') || chars.get(len) == Some(&'·') && is_point(&chars[len + 1..]) {
        len += 1;
        while let Some(d) = digit(len).filter(|_| len <= MOST) {
            digits = digits * 10 + i64::from(d);
            scale += 1;
            len += 1;
        }
        if scale == 0 {
            return None;
        }
    }
    let mut form = if len == whole { Form::Digits } else { Form::Arabic };
    let mut factor = 1;
    if let Some('万' | '亿') = chars.get(len) {
        if digits == 0 {
            return None;
        }
        factor = signs::unit(chars[len]);
        (len, form) = (len + 1, Form::Mixed);
    }
    let mut modifier = None;
    if let Some(more @ ('多' | '余')) = chars.get(len)
        && (factor > 1 || scale == 0 && digits > 0 && (*more == '余' || digits % 10 == 0))
        && !matches!(chars.get(len + 1), Some('样' | '彩' | '媒' | '功' | '维'))
    {
        (len, form, modifier) = (len + 1, Form::Mixed, Some(Modifier::MoreThan));
    }
    if !ends(chars, len) {
        return None;
    }
    let value = Decimal::new(digits, scale).times(factor);
    Some(Numeral { value, max: None, modifier, len, form, scale: factor })
}
