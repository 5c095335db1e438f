//! One number without sign or fraction: ASCII digits, Chinese digits and scale words in any mixture that is written.

use super::signs::{digit, lone, unit};
use super::{Form, Numeral};
use crate::Decimal;
use crate::record::Modifier;

/// Longer strings of digits are no numbers: the arithmetic is that of an `i64`.
const DIGIT_LIMIT: usize = 18;

/// Lower and upper end, equal for a plain number.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Pair(pub(super) Decimal, pub(super) Decimal);

impl Pair {
    pub(super) fn one(n: i64) -> Self {
        Pair(n.into(), n.into())
    }

    pub(super) fn times(self, factor: i64) -> Option<Self> {
        Some(Pair(self.0.times(factor)?, self.1.times(factor)?))
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Pair(self.0.plus(other.0)?, self.1.plus(other.1)?))
    }
}

/// The number before its scale word.
#[derive(Clone, Copy)]
pub(super) struct Pending {
    pub(super) value: Pair,
    pub(super) digits: usize,
    pub(super) arabic: bool,
    /// After 零: a following digit stands where it is said (`一百零二`).
    pub(super) placed: bool,
}

/// A number being read: 亿, 万 and the rest are closed from the left.
pub(super) struct Reader<'a> {
    pub(super) chars: &'a [char],
    pub(super) at: usize,
    pub(super) high: Pair,
    pub(super) middle: Pair,
    pub(super) low: Pair,
    /// The last scale word's factor; 0 before the first.
    pub(super) last: i64,
    /// The factor that the next of 十 百 千 must stay below.
    pub(super) limit: i64,
    pub(super) pending: Option<Pending>,
    /// 万 and 亿 that were read: each once.
    pub(super) seen: (bool, bool),
    pub(super) modifier: Option<Modifier>,
    pub(super) arabic: bool,
    pub(super) separated: bool,
    pub(super) bare: bool,
}

/// Reads a number with points, separators and approximation (`三十多万`).
pub(super) fn number(chars: &[char]) -> Option<Numeral> {
    if let Some(long) = long(chars) {
        return Some(long);
    }
    match chars {
        ['几' | '幾' | '数' | '數', rest @ ..] if !rest.first().is_some_and(|&c| unit(c) > 1 && !lone(c)) =>
        {
            let form = Form::Vague;
            return Some(Numeral { value: None, max: None, modifier: None, len: 1, form, scale: 1 });
        }
        _ => {}
    }
    Reader::new(chars).read(true)
}

/// Reads a Chinese integer without point, approximation or ASCII digits.
pub(super) fn integer(chars: &[char]) -> Option<Numeral> {
    let first = *chars.first()?;
    if first.is_ascii_digit() || (digit(first).is_none() && unit(first) != 10) || long(chars).is_some() {
        return None;
    }
    Reader::new(chars).read(false)
}

fn long(chars: &[char]) -> Option<Numeral> {
    let ascii = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let han = if ascii > 0 { 0 } else { chars.iter().take_while(|&&c| digit(c).is_some()).count() };
    let len = ascii.max(han);
    (len > DIGIT_LIMIT).then_some(Numeral {
        value: None,
        max: None,
        modifier: None,
        len,
        form: Form::Long,
        scale: 1,
    })
}

impl<'a> Reader<'a> {
    fn new(chars: &'a [char]) -> Self {
        let zero = Pair::one(0);
        Reader {
            chars,
            at: 0,
            high: zero,
            middle: zero,
            low: zero,
            last: 0,
            limit: 10_000,
            pending: None,
            seen: (false, false),
            modifier: None,
            arabic: false,
            separated: false,
            bare: false,
        }
    }

    pub(super) fn char(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn read(mut self, full: bool) -> Option<Numeral> {
        loop {
            let c = self.char(0);
            let before = self.at;
            if c.is_ascii_digit() && full {
                self.digits()?;
            } else if matches!(c, '零' | '〇') && self.last > 0 && self.pending.is_none() {
                if !self.zero() {
                    break;
                }
            } else if let Some(d) = digit(c) {
                self.digit(c, d, full);
            } else if full && matches!(c, '几' | '幾' | '数' | '數') {
                self.several(c);
            } else if full && matches!(c, '点' | '點') && self.pending_or_low() {
                self.point();
            } else if unit(c) > 1 {
                self.scale(c)?;
            } else if full && matches!(c, '多' | '余' | '餘' | '来') {
                self.more(c);
            } else if full && c == '个' {
                self.spoken();
            }
            if self.at == before {
                break;
            }
        }
        self.finish()
    }

    /// ASCII digits, with `,` or a space between groups of three, and a decimal point.
    fn digits(&mut self) -> Option<()> {
        if self.pending.is_some() || self.modifier.is_some() {
            return Some(());
        }
        let run = |from: usize| {
            self.chars[from.min(self.chars.len())..].iter().take_while(|c| c.is_ascii_digit()).count()
        };
        let mut digits: i64 = 0;
        let mut scale = 0u8;
        let mut push = |from: usize, to: usize| -> Option<()> {
            for &c in &self.chars[from..to] {
                digits = digits.checked_mul(10)?.checked_add(i64::from(c as u32 - 48))?;
            }
            Some(())
        };
        let mut end = self.at + run(self.at);
        let first = end - self.at;
        push(self.at, end)?;
        let mut count = first;
        let separator =
            self.chars.get(end).copied().filter(|&c| matches!(c, ',' | ' ') && first <= 3 && self.last == 0);
        if let Some(separator) = separator.filter(|_| self.chars[self.at] != '0') {
            while self.chars.get(end) == Some(&separator) && run(end + 1) == 3 && count < DIGIT_LIMIT {
                push(end + 1, end + 4)?;
                end += 4;
                count += 3;
                self.separated = true;
            }
        }
        if self.chars.get(end) == Some(&'.') {
            let fraction = run(end + 1);
            if fraction > 0 && count + fraction <= DIGIT_LIMIT {
                push(end + 1, end + 1 + fraction)?;
                scale = fraction as u8;
                end += 1 + fraction;
                self.separated = true;
            }
        }
        let value = Decimal::new(digits, scale);
        self.pending =
            Some(Pending { value: Pair(value, value), digits: count, arabic: true, placed: false });
        self.arabic = true;
        self.at = end;
        Some(())
    }

    /// 零 between units: skipped where a number follows, else not part of the numeral.
    fn zero(&mut self) -> bool {
        let next = self.char(1);
        let goes_on = digit(next).is_some_and(|d| d > 0) || next.is_ascii_digit() || unit(next) > 1;
        if !goes_on || self.modifier.is_some() {
            return false;
        }
        self.at += 1;
        let digits = if next.is_ascii_digit() { self.digits() } else { Some(()) };
        if let Some(d) = digit(next) {
            self.digit(next, d, true);
        }
        if let Some(pending) = &mut self.pending {
            pending.placed = true;
        }
        digits.is_some()
    }

    fn digit(&mut self, c: char, d: u8, full: bool) {
        let next = self.char(1);
        // After a number, 两 is a digit only before a scale word: 一千两百, but 三十两.
        // 一两个, 一两天: one or two, but 一两茶叶.
        let guess = self.at == 1
            && self.last == 0
            && matches!(
                next,
                '个' | '块' | '天' | '年' | '次' | '名' | '位' | '人' | '户' | '件' | '句' | '条'
            )
            && self.pending.as_ref().is_some_and(|p| p.value.0.as_integer() == Some(1));
        let ounce =
            matches!(c, '两' | '兩') && self.at > 0 && unit(next) < 100 && !matches!(next, '三') && !guess;
        if ounce || self.modifier.is_some() {
            return;
        }
        let value = Pair::one(i64::from(d));
        match &mut self.pending {
            None => {
                self.pending = Some(Pending { value, digits: 1, arabic: false, placed: false });
                self.at += 1;
            }
            Some(p) if p.arabic || (self.last > 0 && p.digits > 1) => {}
            Some(p) => {
                let before = p.value.0.as_integer().unwrap_or(0);
                let pair = full
                    && p.digits == 1
                    && p.value.0 == p.value.1
                    && before > 0
                    && (i64::from(d) == before + 1 || (before, d) == (3, 5))
                    && digit(next).is_none()
                    && !(c == '二' && unit(next) < 10 && self.last == 0);
                if pair {
                    p.value.1 = i64::from(d).into();
                    self.at += 1;
                } else if self.last == 0 && p.value.0 == p.value.1 {
                    let Some(joined) = p.value.times(10).and_then(|v| v.plus(value)) else { return };
                    p.value = joined;
                    p.digits += 1;
                    self.at += 1;
                }
            }
        }
    }

    fn pending_or_low(&self) -> bool {
        self.modifier.is_none() && (self.pending.is_some() || self.last > 0)
    }

    /// 点 between digits is the decimal point, unless a clock is read: 三点五分, 8点30.
    fn point(&mut self) {
        let digits = self.chars[self.at + 1..]
            .iter()
            .take(DIGIT_LIMIT)
            .take_while(|&&c| digit(c).is_some() && !matches!(c, '两') || c.is_ascii_digit())
            .count();
        let after = self.char(1 + digits);
        let clock = (after == '分' && self.char(2 + digits) != '之')
            || matches!(after, '刻' | '时' | '点' | '钟' | '半')
            || (1 < unit(after) && unit(after) < 10_000);
        let arabic = self.pending.is_some_and(|p| p.arabic) && digits == 2 && self.char(1).is_ascii_digit();
        let whole = self.pending.map_or(Pair::one(0), |p| p.value);
        if digits == 0
            || clock
            || arabic
            || self.pending.is_some_and(|p| p.value.0 != p.value.1)
            || self.separated
        {
            return;
        }
        let mut fraction: i64 = 0;
        for &c in &self.chars[self.at + 1..self.at + 1 + digits] {
            let d = digit(c).map_or_else(|| c as u32 - 48, u32::from);
            fraction = fraction * 10 + i64::from(d);
        }
        let fraction = Decimal::new(fraction, digits as u8);
        let Some(value) = whole.plus(Pair(fraction, fraction)) else { return };
        self.pending = Some(Pending { value, digits: digits + 1, arabic: true, placed: true });
        self.separated = true;
        self.at += 1 + digits;
    }

    fn finish(mut self) -> Option<Numeral> {
        let mut len = self.at;
        let mut tail = Pair::one(0);
        if let Some(p) = self.pending {
            let shorthand = p.digits == 1 && !p.placed && self.last >= 100;
            // 千八元, 千四米
            let told = matches!(self.chars.get(len), Some('元' | '块' | '米' | '呎' | '尺'));
            if self.bare && shorthand && told && p.value != Pair::one(1) {
                tail = p.value.times(self.last / 10)?;
                self.bare = false;
            } else if self.bare && shorthand {
                // 万一, 百一: the digit is another word's.
                len -= 1;
            } else {
                tail = if shorthand { p.value.times(self.last / 10)? } else { p.value };
            }
        }
        let sum = self.high.plus(self.middle)?.plus(self.low)?.plus(tail)?;
        if len == 0 {
            return None;
        }
        let scaled = self.last > 0;
        let form = match self.pending {
            _ if self.bare => Form::Bare,
            _ if self.arabic && (scaled || self.modifier.is_some()) => Form::Mixed,
            _ if self.arabic && self.separated => Form::Arabic,
            _ if self.arabic => Form::Digits,
            Some(p) if !scaled && p.digits > 1 && !self.separated => Form::HanDigits,
            _ => Form::Han,
        };
        let whole = self.pending.is_none() && self.last >= 100;
        let scale = if !whole {
            1
        } else if self.seen == (false, true) && self.low == Pair::one(0) && self.middle == Pair::one(0) {
            if self.chars[..len].iter().any(|&c| unit(c) == 10_000) { 1_000_000_000_000 } else { 100_000_000 }
        } else if self.seen == (true, false) && self.low == Pair::one(0) {
            10_000
        } else if self.seen == (false, false) {
            self.last
        } else {
            1
        };
        Some(Numeral {
            value: Some(sum.0),
            max: (sum.0 != sum.1).then_some(sum.1),
            modifier: self.modifier,
            len,
            form,
            scale,
        })
    }
}
