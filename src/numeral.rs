//! Numbers as newspapers write them: `14,935.69`, `三千二百`, `3.2万`, `两三百`, `几十`, `百分之五`.
//!
//! One reader serves dates and counts. It reads the longest numeral at the start of a slice of folded characters
//! (see [`chars::fold`](crate::chars::fold)) and says nothing about what stands around it: whether `两` is a number
//! or an ounce, or `万` a number at all, is for the grammar that asks.

mod han;
mod plain;
mod scale;
mod signs;
#[cfg(test)]
mod tests;

use crate::Decimal;
use crate::chars::CharSet;
use crate::document::starts_with;
use crate::record::Modifier;

/// A number read from text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// The number multiplied out; the lower end of a range; `None` where the words name none (`几`, `数`) and for
    /// strings of digits too long to be a number.
    pub value: Option<Decimal>,
    /// The upper end of a range: `两三百` is 200 to 300.
    pub max: Option<Decimal>,
    /// Approximation said inside the numeral: `三十多`, `百余`, `几十`, `十来`.
    pub modifier: Option<Modifier>,
    /// Length in characters.
    pub len: usize,
    /// How it is written.
    pub form: Form,
    /// The factor of the last scale word, 1 where there is none: a range may share it (`两到三万`).
    pub scale: i64,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// ASCII digits alone: `1300`.
    Digits,
    /// ASCII digits with a point or separators: `14,935.69`.
    Arabic,
    /// ASCII digits with a scale word: `3.2万`, `12万3千`, `100余`.
    Mixed,
    /// Chinese: `三`, `三千二百`, `十几`.
    Han,
    /// Two and more Chinese digits without a unit: `二〇二二`.
    HanDigits,
    /// A scale word without a multiplier: `百`, `万`, `千万`; a number only with an approximator.
    Bare,
    /// `几`, `数` without a scale word.
    Vague,
    /// `半`, `一半`.
    Half,
    /// `三分之一`, `一又二分之一`, `1/3`.
    Fraction,
    /// `百分之五`: the value is 5.
    Percent,
    /// More digits than a number has.
    Long,
}

impl Numeral {
    /// Whether the numeral is written with ASCII digits.
    pub const fn is_arabic(&self) -> bool {
        matches!(self.form, Form::Digits | Form::Arabic | Form::Mixed)
    }

    /// The value as an integer where it is one.
    pub fn integer(&self) -> Option<i64> {
        self.value?.as_integer()
    }
}

/// Whether a numeral may start with the (folded) character.
///
/// ```
/// use jianbao::numeral::is_start;
/// assert!("5三两廿〇百几数半壹负".chars().all(is_start));
/// assert!(!is_start('个'));
/// ```
pub fn is_start(c: char) -> bool {
    is_numeric(c) || STARTS.contains(&c)
}

/// Characters that a numeral may start with and that are neither digits nor scale words.
const STARTS: [char; 7] = ['几', '幾', '数', '數', '半', '负', '負'];

/// Characters that a numeral may go on with and that are neither digits nor scale words.
const GOES_ON: &str = "., /多余餘来几幾数數点點分又个半";
static IN_NUMERALS: CharSet = CharSet::of(GOES_ON);

/// The characters other than ASCII digits that a numeral may start with.
pub(crate) fn starts() -> impl Iterator<Item = char> {
    numeric().chain(STARTS)
}

/// The characters that a numeral may go on with.
pub(crate) fn continuations() -> impl Iterator<Item = char> {
    numeric().chain('0'..='9').chain(GOES_ON.chars())
}

/// Chinese digits and scale words.
fn numeric() -> impl Iterator<Item = char> {
    signs::DIGITS.into_iter().chain(signs::SCALES).flatten().copied()
}

/// Whether the (folded) character is a digit or a scale word, ASCII or Chinese.
pub fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || signs::is_numeric(c)
}

/// Whether the (folded) character is a Chinese digit other than zero.
#[inline]
pub(crate) fn is_digit(c: char) -> bool {
    signs::digit(c).is_some_and(|value| value > 0)
}

/// The longest numeral at the start of `chars`.
///
/// Reading takes time in proportion to the numeral's length.
///
/// ```
/// use jianbao::{Decimal, numeral};
/// let chars: Vec<char> = "两三百人".chars().collect();
/// let n = numeral::read(&chars).unwrap();
/// assert_eq!((n.value, n.max, n.len), (Some(200.into()), Some(300.into()), 3));
/// ```
pub fn read(chars: &[char]) -> Option<Numeral> {
    if let Some(plain) = plain::read(chars) {
        return Some(plain);
    }
    match *chars.first()? {
        '半' => return half(chars),
        '负' | '負' => return negative(chars, 1 + usize::from(chars.get(1) == Some(&'的'))),
        '-' => return negative(chars, 1),
        // 总数百分之五: 数 is another word's.
        '数' | '數' if starts_with(&chars[1..], "百分之") => return None,
        '零' if chars.get(1) == Some(&'下') => return negative(chars, 2),
        '一' | '1' if chars.get(1) == Some(&'半') => {
            return half(&chars[1..]).map(|n| Numeral { len: n.len + 1, ..n });
        }
        _ => {}
    }
    let first = han::number(chars)?;
    Some(fraction(chars, &first).or_else(|| slashed(chars, &first)).unwrap_or(first))
}

/// The plain integer at the start of `chars`, in ASCII or Chinese, and its length in characters: no point, no
/// separators, no scale word after ASCII digits, no range and no approximation.
///
/// ```
/// use jianbao::numeral::integer;
/// let read = |text: &str| integer(&text.chars().collect::<Vec<_>>());
/// assert_eq!(read("29日"), Some((29, 2)));
/// assert_eq!(read("廿九日"), Some((29, 2)));
/// assert_eq!(read("二〇二二年"), Some((2022, 4)));
/// assert_eq!(read("几日"), None);
/// ```
pub fn integer(chars: &[char]) -> Option<(i64, usize)> {
    let digits = chars.iter().take(19).take_while(|c| c.is_ascii_digit());
    let (len, value) =
        digits.fold((0, 0i64), |(n, v), &c| (n + 1, v.saturating_mul(10) + i64::from(c as u32 - 48)));
    if len > 0 {
        return (len < 19).then_some((value, len));
    }
    let n = han::integer(chars)?;
    let plain = n.max.is_none() && n.modifier.is_none();
    plain.then_some((n.value?.as_integer()?, n.len))
}

fn half(chars: &[char]) -> Option<Numeral> {
    let numeral = chars.get(1).is_some_and(|&c| signs::unit(c) > 1);
    let half = Decimal::new(5, 1);
    (!numeral).then_some(Numeral {
        value: Some(half),
        max: None,
        modifier: None,
        len: 1,
        form: Form::Half,
        scale: 1,
    })
}

fn negative(chars: &[char], sign: usize) -> Option<Numeral> {
    let n = han::number(chars.get(sign..)?)?;
    let minus = |d: Decimal| d.times(-1);
    let plain = n.value.is_some() && !matches!(n.form, Form::Bare | Form::Vague);
    plain.then(|| Numeral {
        value: n.value.and_then(minus),
        max: n.max.and_then(minus),
        len: n.len + sign,
        ..n
    })
}

/// `百分之五`, `三分之二`, `一又二分之一` (`一又二分一`), `百分百`.
fn fraction(chars: &[char], first: &Numeral) -> Option<Numeral> {
    match chars.get(first.len) {
        Some('又') => {
            let rest = &chars[first.len + 1..];
            let below = han::number(rest)?;
            let line = if starts_with(&rest[below.len..], "分之") { 2 } else { 1 };
            let part = over(rest, &below, line)?;
            let value = first.value?.plus(part.value?);
            Some(Numeral { value, len: first.len + 1 + part.len, form: Form::Fraction, ..*first })
        }
        Some('分') if starts_with(chars, "百分百") => {
            let value = Some(Decimal::from(100));
            Some(Numeral { value, max: None, modifier: None, len: 3, form: Form::Percent, scale: 1 })
        }
        Some('分') if starts_with(&chars[first.len..], "分之") => over(chars, first, 2),
        _ => None,
    }
}

/// The fraction whose denominator is read, with 分之 or 分, of so many characters, behind it.
fn over(chars: &[char], below: &Numeral, line: usize) -> Option<Numeral> {
    if chars.get(below.len) != Some(&'分') {
        return None;
    }
    let above = han::number(&chars[below.len + line..])?;
    let len = below.len + line + above.len;
    let (form, divide) = match below.integer() {
        Some(100) => (Form::Percent, false),
        _ => (Form::Fraction, true),
    };
    let over = |d: Decimal| if divide { d.divided_by(below.value?) } else { Some(d) };
    // 百分之百 is the one numerator that is a bare scale word.
    let value = above.value.and_then(over)?;
    Some(Numeral { value: Some(value), max: above.max.and_then(over), len, form, scale: 1, ..above })
}

/// `2/3`: a proper fraction up to tenths; the rest are dates, house numbers, ratios.
fn slashed(chars: &[char], first: &Numeral) -> Option<Numeral> {
    if first.form != Form::Digits || chars.get(first.len) != Some(&'/') {
        return None;
    }
    let over = first.integer().filter(|over| (1..10).contains(over))?;
    let below = han::number(&chars[first.len + 1..]).filter(|below| below.form == Form::Digits)?;
    let len = first.len + 1 + below.len;
    let ends = !matches!(chars.get(len), Some('/' | '.' | '-' | ' '))
        && !chars.get(len).is_some_and(char::is_ascii_alphanumeric);
    let proper = ends && below.integer().is_some_and(|under| over < under && under <= 10);
    let value = proper.then(|| first.value?.divided_by(below.value?))??;
    Some(Numeral { value: Some(value), len, form: Form::Fraction, ..*first })
}
