//! Dates in digits alone: 2022-10-29, 2022.10.29, 2022/10/29, 2022-10.

use super::expression::{InMonth, Month, Point, Unit, Year};
use super::guard;
use super::point::PointRead;
use super::reader::Reader;
use super::rules;

impl Reader<'_, '_> {
    /// 2022-10-29, 2022.10.29, 2022/10/29, 2022-10.
    pub(super) fn numeric_date(&self, at: usize) -> Option<PointRead> {
        let sign = self.at(at + 4);
        if !matches!(sign, '-' | '.' | '/') {
            return None;
        }
        let year = self.fixed_digits(at, 4)?;
        if !(1000..=2999).contains(&year) || !guard::starts_alone(self, at) {
            return None;
        }
        let (month, end) = self.short_digits(at + 5)?;
        if !(1..=12).contains(&month) {
            return None;
        }
        let month = month as u8;
        let point = |unit| Point { year: Year::Number(year as i32), unit, ..Point::default() };
        if self.at(end) == sign
            && let Some((day, end)) = self.short_digits(end + 1)
        {
            let closed = !matches!(self.at(end), '-' | '.' | '/') || !self.at(end + 1).is_ascii_digit();
            let ranged = sign != '-' && self.at(end) == '-';
            if (1..=31).contains(&day) && (closed || ranged) && !self.at(end).is_ascii_digit() {
                let unit = Unit::Month(Month::Number(month), InMonth::Day(day as u8));
                let end = self.skip(end, &['日']);
                let mut read =
                    PointRead { point: point(unit), ..PointRead::new(unit, end, rules::NUMERIC_DATE) };
                if !closed && self.short_end(&read).is_none() {
                    return None;
                }
                // 2022-10-29T09:30
                if self.at(end) == 'T'
                    && let Some(clock) = self.clock(end + 1, true)
                {
                    read.point.clock = Some(clock.clock);
                    read.end = clock.end;
                }
                return Some(read);
            }
            return None;
        }
        let padded = end == at + 7;
        let unit = Unit::Month(Month::Number(month), InMonth::Whole);
        let closed = !self.at(end).is_ascii_alphanumeric()
            && !matches!(self.at(end), '-' | '.' | '/' | '%' | '赛' | '学' | '年');
        (padded && sign != '/' && closed && guard::month_only(self, at, end, sign))
            .then_some(PointRead { point: point(unit), ..PointRead::new(unit, end, rules::NUMERIC_MONTH) })
    }

    /// 5.5 of 2022.5.1-5.5: the end of a range written with the signs of its start, the year left out.
    pub(super) fn short_end(&self, first: &PointRead) -> Option<PointRead> {
        let (Unit::Month(start, InMonth::Day(since)), None) = (first.point.unit, first.point.clock) else {
            return None;
        };
        let sign = *['.', '/', '-']
            .iter()
            .find(|&&sign| self.at(first.end - 2) == sign || self.at(first.end - 3) == sign)?;
        if sign == '-' && self.at(first.end) == '-' {
            return None;
        }
        let (number, end) = self.short_digits(self.connector(first.end)?)?;
        let (month, day, end) = match self.short_digits(end + 1).filter(|_| self.at(end) == sign) {
            Some((day, end)) => (Month::Number(u8::try_from(number).ok()?), day, end),
            None => (start, number, end),
        };
        let (Month::Number(from), Month::Number(to)) = (start, month) else { return None };
        let inside =
            (1..=12).contains(&to) && (1..=31).contains(&day) && (to, day) > (from, u32::from(since));
        let c = self.at(end);
        let goes_on = c.is_ascii_alphanumeric()
            || matches!(c, '.' | '/' | '-' | ':') && self.at(end + 1).is_ascii_digit();
        if !inside || goes_on || matches!(c, '时' | '点' | '年' | '%') {
            return None;
        }
        let unit = Unit::Month(month, InMonth::Day(day as u8));
        Some(PointRead::new(unit, self.skip(end, &['日']), rules::NUMERIC_DATE))
    }

    /// The number of exactly `count` digits at `at`.
    pub(super) fn fixed_digits(&self, at: usize, count: usize) -> Option<u32> {
        let mut value = 0;
        for i in 0..count {
            value = value * 10 + self.at(at + i).to_digit(10)?;
        }
        (!self.at(at + count).is_ascii_digit()).then_some(value)
    }

    /// One or two digits at `at`.
    pub(super) fn short_digits(&self, at: usize) -> Option<(u32, usize)> {
        let one = self.at(at).to_digit(10)?;
        match self.at(at + 1).to_digit(10) {
            Some(two) if !self.at(at + 2).is_ascii_digit() => Some((one * 10 + two, at + 2)),
            Some(_) => None,
            None => Some((one, at + 1)),
        }
    }
}
