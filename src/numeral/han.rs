//! One number without sign or fraction: ASCII digits, Chinese digits and scale words in any mixture that is written.

use super::{Form, Numeral};
use crate::Decimal;
use crate::record::Modifier;

/// Longer strings of digits are no numbers: the arithmetic is that of an `i64`.
const DIGIT_LIMIT: usize = 18;

/// Chinese digits by their value, in plain, financial and traditional forms.
pub(super) const DIGITS: [&[char]; 10] = [
    &['〇', '零'],
    &['一', '壹', '弌'],
    &['二', '两', '兩', '贰', '貳', '弍'],
    &['三', '叁', '參', '叄', '弎'],
    &['四', '肆'],
    &['五', '伍'],
    &['六', '陆', '陸'],
    &['七', '柒'],
    &['八', '捌'],
    &['九', '玖'],
];

/// Scale words by the [`FACTORS`] they stand for.
pub(super) const SCALES: [&[char]; 5] =
    [&['十', '拾', '廿', '卅', '卌'], &['百', '佰'], &['千', '仟'], &['万', '萬'], &['亿', '億']];

const FACTORS: [i64; 6] = [1, 10, 100, 1000, 10_000, 100_000_000];

/// What a character of the basic plane is in a numeral: the value of a digit and one more in the lower four bits, the
/// place of its factor in the upper.
static CLASSES: [u8; 0x1_0000] = {
    let mut classes = [0; 0x1_0000];
    let (mut value, mut factor) = (0, 0);
    while value < DIGITS.len() {
        let mut n = 0;
        while n < DIGITS[value].len() {
            classes[DIGITS[value][n] as usize] = value as u8 + 1;
            n += 1;
        }
        value += 1;
    }
    while factor < SCALES.len() {
        let mut n = 0;
        while n < SCALES[factor].len() {
            classes[SCALES[factor][n] as usize] = (factor as u8 + 1) << 4;
            n += 1;
        }
        factor += 1;
    }
    classes
};

#[inline]
fn class(c: char) -> u8 {
    CLASSES.get(c as usize).copied().unwrap_or(0)
}

/// The value of a Chinese digit.
#[inline]
pub(super) fn digit(c: char) -> Option<u8> {
    (class(c) & 15).checked_sub(1)
}

/// The factor of a scale word, else 1. 廿 and 卅 are 20 and 30 by themselves.
#[inline]
pub(super) fn unit(c: char) -> i64 {
    FACTORS[usize::from(class(c) >> 4)]
}

/// Whether a character is a Chinese digit or a scale word.
#[inline]
pub(super) fn is_numeric(c: char) -> bool {
    class(c) != 0
}

/// Lower and upper end, equal for a plain number.
#[derive(Clone, Copy, PartialEq)]
struct Pair(Decimal, Decimal);

impl Pair {
    fn one(n: i64) -> Self {
        Pair(n.into(), n.into())
    }

    fn times(self, factor: i64) -> Option<Self> {
        Some(Pair(self.0.times(factor)?, self.1.times(factor)?))
    }

    fn plus(self, other: Self) -> Option<Self> {
        Some(Pair(self.0.plus(other.0)?, self.1.plus(other.1)?))
    }
}

/// The number before its scale word.
#[derive(Clone, Copy)]
struct Pending {
    value: Pair,
    digits: usize,
    arabic: bool,
    /// After 零: a following digit stands where it is said (`一百零二`).
    placed: bool,
}

/// A number being read: 亿, 万 and the rest are closed from the left.
struct Reader<'a> {
    chars: &'a [char],
    at: usize,
    high: Pair,
    middle: Pair,
    low: Pair,
    /// The last scale word's factor; 0 before the first.
    last: i64,
    /// The factor that the next of 十 百 千 must stay below.
    limit: i64,
    pending: Option<Pending>,
    /// 万 and 亿 that were read: each once.
    seen: (bool, bool),
    modifier: Option<Modifier>,
    arabic: bool,
    separated: bool,
    bare: bool,
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

/// 廿, 卅, 卌: tens by themselves.
const fn lone(c: char) -> bool {
    matches!(c, '廿' | '卅' | '卌')
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

    fn char(&self, ahead: usize) -> char {
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

    /// 几 and 数 in the place of a digit: `几十`, `十几`, `数百万`.
    fn several(&mut self, c: char) {
        let next = unit(self.char(1));
        let leads = self.at == 0 && next > 1;
        let ends = self.last == 10 && matches!(c, '几' | '幾') && next != 10;
        let inside = self.last > 10 && matches!(c, '几' | '幾') && next > 1 && next < self.last;
        if self.pending.is_some() || self.modifier.is_some() || !(leads || ends || inside) {
            return;
        }
        if leads {
            self.pending = Some(Pending { value: Pair::one(1), digits: 1, arabic: false, placed: true });
        } else if inside {
            // 一百几十, 三千几百: at least the part that is said.
            self.at += 1;
        }
        self.at += 1;
        self.modifier = Some(Modifier::MoreThan);
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

    /// 十 百 千 close a digit, 万 and 亿 all that came before.
    fn scale(&mut self, c: char) -> Option<()> {
        let factor = unit(c);
        if self.is_unit_prefix(c)
            || (self.modifier.is_some() && factor < 10_000 && self.last > 0 && self.pending.is_none())
        {
            return Some(());
        }
        if lone(c) {
            if self.limit > 10 && self.pending.is_none() && self.modifier.is_none() {
                let tens = match c {
                    '廿' => 2,
                    '卅' => 3,
                    _ => 4,
                };
                self.low = self.low.plus(Pair::one(tens * 10))?;
                (self.last, self.limit) = (10, 10);
                self.at += 1;
            }
            return Some(());
        }
        let start = self.at == 0;
        if factor < 10_000 {
            let multiplier = match self.pending {
                // ASCII digits before 十, 百, 千: 3百, 5千; never 10十.
                Some(p) if p.arabic && p.digits > 1 && (factor < 1000 || p.digits > 2) && !self.separated => {
                    return Some(());
                }
                Some(p) if !p.arabic && p.digits > 1 => return Some(()),
                Some(p) => p.value,
                None if factor == 10 || start => Pair::one(1),
                None if self.chars[self.at - 1] == '零' => Pair::one(1),
                None => return Some(()),
            };
            if factor >= self.limit {
                return Some(());
            }
            self.low = self.low.plus(multiplier.times(factor)?)?;
            self.limit = factor;
        } else {
            let sum = self.low.plus(self.pending.map_or(Pair::one(0), |p| p.value))?;
            let sum = if start { Pair::one(1) } else { sum };
            // 万亿 and 百万万 multiply once more; otherwise 万 and 亿 come once each, 亿 first.
            let again = self.last >= 10_000
                && self.chars[self.at - 1] != '零'
                && unit(self.chars[self.at - 1]) >= 10_000;
            if factor == 10_000 {
                match self.seen {
                    (false, _) if !again => self.middle = sum.times(factor)?,
                    (true, false) if again => self.middle = self.middle.times(factor)?,
                    _ => return Some(()),
                }
                if sum == Pair::one(0) && !again {
                    return Some(());
                }
                self.seen.0 = true;
            } else {
                let all = self.middle.plus(sum)?;
                if self.seen.1 || (all == Pair::one(0) && !again) {
                    return Some(());
                }
                self.high = all.times(factor)?;
                self.middle = Pair::one(0);
                self.seen = (false, true);
            }
            self.low = Pair::one(0);
            self.limit = 10_000;
        }
        self.bare |= start && factor > 10;
        self.pending = None;
        self.last = factor;
        self.at += 1;
        Some(())
    }

    /// 千 that belongs to the unit: 12千米, 一百千瓦, 三千克; but 三千米 is three thousand.
    fn is_unit_prefix(&self, c: char) -> bool {
        let next = self.char(1);
        let said = self.pending.is_some() || self.last > 0;
        let digit = self.pending.is_some_and(|p| !p.arabic) && self.last == 0;
        c == '千'
            && said
            && (matches!(next, '克' | '瓦' | '卡' | '伏' | '赫' | '帕' | '焦' | '安')
                || (next == '米' && !digit)
                || (next == '比' && self.char(2) == '特'))
    }

    /// 多, 余 and 来 after a round number, before a further 万 or 亿.
    fn more(&mut self, c: char) {
        let round = match self.pending {
            Some(p) => {
                let whole = p.arabic && p.value.0 == p.value.1;
                let integer = p.value.0.as_integer();
                whole && integer.is_some_and(|n| n > 0 && (n % 10 == 0 || matches!(c, '余' | '餘')))
            }
            None => self.last > 0,
        };
        if !round || self.modifier.is_some() {
            return;
        }
        // 十来岁; but 5000来自, 三十来到.
        let comes = c == '来'
            && matches!(
                self.char(1),
                '自' | '到' | '源' | '了' | '访' | '临' | '电' | '信' | '看' | '说' | '讲' | '客' | '年'
            );
        // 十多 and 百余 end a number; 多样, 多元化 and the like begin a word.
        let word = c == '多' && matches!(self.char(1), '样' | '彩' | '媒' | '功' | '维');
        if comes || word {
            return;
        }
        self.modifier = Some(if c == '来' { Modifier::Approx } else { Modifier::MoreThan });
        self.at += 1;
    }

    /// 两个亿, 三个多亿: spoken for 两亿 and 三亿多.
    fn spoken(&mut self) {
        let more = matches!(self.char(1), '多' | '余');
        let hundred_million = matches!(self.char(1 + usize::from(more)), '亿' | '億');
        if hundred_million && self.pending.is_some() && self.last == 0 && self.modifier.is_none() {
            self.modifier = more.then_some(Modifier::MoreThan);
            self.at += 1 + usize::from(more);
        }
    }

    fn finish(self) -> Option<Numeral> {
        let mut len = self.at;
        let mut tail = Pair::one(0);
        if let Some(p) = self.pending {
            let shorthand = p.digits == 1 && !p.placed && self.last >= 100;
            if self.bare && shorthand {
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
