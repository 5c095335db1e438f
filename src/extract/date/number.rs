//! Small numbers in every script newspapers use.

use super::expression::Quantity;
use super::look::RUN;
use super::reader::Reader;

/// The longest number that is read, in characters: no time is longer, and look-ahead stays bounded.
const NUMBER_LIMIT: usize = 12;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// 2022
    Arabic,
    /// 二〇二二, 九八: digits in a row.
    Digits,
    /// 三, 三十三, 廿三.
    Words,
}

/// A number as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Its value; the whole part where there is a fraction.
    pub(super) value: u64,
    /// The exact value.
    pub(super) decimal: Quantity,
    /// One past its last character.
    pub(super) end: usize,
    /// Length in characters.
    pub(super) len: usize,
    pub(super) script: Script,
    /// Whether it has a fraction or a scale word (万).
    pub(super) plain: bool,
}

/// The value of a Chinese digit.
#[inline]
pub(super) const fn digit(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

const fn scale(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

impl Reader<'_, '_> {
    /// The number at `at`.
    #[inline]
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        if !RUN.has(self.at(at)) {
            return None;
        }
        self.numbers.get(at, || match self.at(at) {
            '0'..='9' => self.arabic(at),
            '万' | '亿' => None,
            _ => self.chinese(at),
        })
    }

    fn arabic(&self, at: usize) -> Option<Number> {
        let mut end = at;
        let mut value = 0u64;
        while let Some(d) = self.chars.get(end).and_then(|c| c.to_digit(10)) {
            if end - at >= NUMBER_LIMIT {
                return None;
            }
            value = value * 10 + u64::from(d);
            end += 1;
        }
        let mut decimal = Quantity::whole(value)?;
        let mut plain = true;
        if self.at(end) == '.' && self.at(end + 1).is_ascii_digit() {
            let mut digits = u32::try_from(value).ok()?;
            let mut places = 0u8;
            let mut point = end + 1;
            while let Some(d) = self.chars.get(point).and_then(|c| c.to_digit(10)) {
                if places >= 6 {
                    return None;
                }
                digits = digits.checked_mul(10)?.checked_add(d)?;
                places += 1;
                point += 1;
            }
            // 2022.10.29 is no fraction.
            if !(self.at(point) == '.' && self.at(point + 1).is_ascii_digit()) {
                decimal = Quantity::new(digits, places);
                end = point;
                plain = false;
            }
        }
        let mut factor = 1u32;
        while let (Some(s), true) = (scale(self.at(end)), factor < 100_000_000) {
            if self.at(end) == '十' {
                break;
            }
            factor = factor.checked_mul(s as u32)?;
            end += 1;
            plain = false;
        }
        let decimal = decimal.times(factor)?;
        Some(Number {
            value: value.saturating_mul(factor.into()),
            decimal,
            end: self.past_gap(end, "年月日号天时点分秒周个小星季世多余几"),
            len: end - at,
            script: Script::Arabic,
            plain,
        })
    }

    fn chinese(&self, at: usize) -> Option<Number> {
        let mut end = at;
        let mut scaled = false;
        let (mut total, mut section, mut last) = (0u64, 0u64, None::<u64>);
        let mut row = 0u64;
        let mut after_zero = false;
        let mut last_scale = 0u64;
        while end - at < NUMBER_LIMIT {
            let c = self.at(end);
            if let Some(d) = digit(c) {
                // 一两, 三两 are rough counts; otherwise 两 begins a number.
                if c == '两' && end > at && !scaled && !(end == at + 1 && matches!(self.at(at), '一' | '三'))
                {
                    break;
                }
                if scaled && last.is_some_and(|l| l != 0) && d != 0 {
                    // 二十三四: the number ends before a digit pair.
                    break;
                }
                row = row * 10 + d;
                after_zero = d == 0;
                last = Some(d);
                end += 1;
            } else if let Some(s) = scale(c) {
                if !scaled && end - at > 1 {
                    // 七八十, 一五十: not one number.
                    if self.chars[at..end].iter().any(|&c| digit(c) != Some(0)) && end - at > 1 {
                        return None;
                    }
                }
                // 千百年
                if s < 10_000 && scaled && last.is_none() {
                    return None;
                }
                scaled = true;
                last_scale = s;
                if s >= 10_000 {
                    // 一亿五千万: what stands before 亿 is no part of the 万.
                    let kept = if s == 10_000 && total >= 100_000_000 { total } else { 0 };
                    let part = (total - kept).saturating_add(section).saturating_add(last.unwrap_or(0));
                    total = part.saturating_mul(s).saturating_add(kept);
                    section = 0;
                } else {
                    section = section.saturating_add(last.unwrap_or(1) * s);
                }
                last = None;
                after_zero = false;
                end += 1;
            } else if (c == '廿' || c == '卅') && end == at {
                scaled = true;
                section = if c == '廿' { 20 } else { 30 };
                end += 1;
            } else {
                break;
            }
        }
        if end == at || end - at >= NUMBER_LIMIT {
            return None;
        }
        let len = end - at;
        let (value, script) = if scaled {
            let tail = last.unwrap_or(0);
            // 两千五 is 2500, 一百二十五 is not.
            let tail = if last_scale >= 100 && !after_zero && self.before(end) != '零' && self.zero_free(end)
            {
                tail * last_scale / 10
            } else {
                tail
            };
            (total.saturating_add(section).saturating_add(tail), Script::Words)
        } else if len == 1 {
            (row, Script::Words)
        } else {
            (row, Script::Digits)
        };
        let mut number = Number {
            value,
            decimal: Quantity::whole(value)?,
            end: self.past_gap(end, "年月日天秒小"),
            len,
            script,
            plain: true,
        };
        // 一点五
        if self.at(end) == '点' && script == Script::Words {
            let mut digits = u32::try_from(value).ok()?;
            let mut places = 0u8;
            let mut point = end + 1;
            while let (Some(d), true) = (digit(self.at(point)), places < 6) {
                digits = digits.checked_mul(10)?.checked_add(d as u32)?;
                places += 1;
                point += 1;
            }
            if places > 0 && matches!(self.at(point), '年' | '月' | '天' | '小' | '周' | '个' | '秒') {
                number = Number {
                    decimal: Quantity::new(digits, places),
                    end: point,
                    len: point - at,
                    plain: false,
                    ..number
                };
            }
        }
        Some(number)
    }

    /// One past a space that only sets a number apart from its unit: `10 月`, `3 天`.
    fn past_gap(&self, end: usize, units: &str) -> usize {
        if self.at(end) == ' ' && self.at(end + 1) != '\0' && units.contains(self.at(end + 1)) {
            end + 1
        } else {
            end
        }
    }

    /// Whether the two characters before the last are not a zero: 一千零五 has none of 一千五's meaning.
    fn zero_free(&self, end: usize) -> bool {
        end >= 2 && !matches!(self.chars[end - 2], '零' | '〇')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::segment::Segmenter;

    fn value(text: &str) -> Option<(u64, usize)> {
        let segmenter = Segmenter::new();
        let doc = Document::new(text, &[], &segmenter);
        Reader::new(&doc, false).number(0).map(|n| (n.value, n.end))
    }

    #[test]
    fn numbers_by_value() {
        for (expected, forms) in [
            (2022, &["2022", "二〇二二", "二零二二", "二○二二", "两千零二十二"][..]),
            (10, &["10", "十", "一十"]),
            (23, &["23", "二十三", "廿三"]),
            (30, &["30", "三十", "卅"]),
            (105, &["105", "一百零五"]),
            (2500, &["2500", "两千五百", "两千五"]),
            (2005, &["两千零五"]),
        ] {
            for form in forms {
                assert_eq!(value(form), Some((expected, form.chars().count())), "{form}");
            }
        }
    }

    #[test]
    fn a_digit_pair_ends_a_number() {
        assert_eq!(value("二十三四天"), Some((23, 3)));
        assert_eq!(value("1234567890123"), None);
    }
}
