//! Dates in digits alone: 2022-10-29, 2022.10.29, 2022/10/29, 2022-10.

use super::expression::{InMonth, Month, Point, Unit, Year};
use super::guard;
use super::point::PointRead;
use super::reader::Reader;
use super::rules;

impl Reader<'_, '_> {
    /// 2022-10-29, 2022.10.29, 2022/10/29, 2022-10.
    pub(super) fn numeric_date(&self, at: usize) -> Option<PointRead> {
        let year = self.fixed_digits(at, 4)?;
        if !(1000..=2999).contains(&year) || !guard::starts_alone(self, at) {
            return None;
        }
        let sign = self.at(at + 4);
        if !matches!(sign, '-' | '.' | '/') {
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
            if (1..=31).contains(&day) && closed && !self.at(end).is_ascii_digit() {
                let unit = Unit::Month(Month::Number(month), InMonth::Day(day as u8));
                let end = self.skip(end, &['日']);
                let mut read =
                    PointRead { point: point(unit), ..PointRead::new(unit, end, rules::NUMERIC_DATE) };
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
