//! Calendar values: a TIMEX3 string and the days it covers.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::record::{Modifier, ShortText};

/// A part of the calendar; unknown parts are `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Century(i32),
    Decade(i32),
    /// A decade of an unknown century.
    AnyDecade(u8),
    Year(Option<i32>),
    /// A fiscal or school year: its days are not known.
    Business(i32),
    BusinessQuarter(i32, u8),
    BusinessHalf(i32, u8),
    Half(Option<i32>, u8),
    Quarter(Option<i32>, u8),
    /// 0 spring … 3 winter.
    Season(Option<i32>, u8),
    /// Year and month; the month may be unknown.
    Month(Option<i32>, Option<u8>),
    /// A week by its Monday.
    Week(Option<Date>),
    Weekend(Option<Date>),
    Day(Date),
    /// A day whose year, month or both are unknown, or that no calendar has.
    PartialDay(Option<i32>, Option<u8>, Option<u8>),
    /// A weekday of an unknown week.
    Weekday(u8),
}

impl Value {
    /// The TIMEX3 value.
    pub(crate) fn print(self) -> ShortText {
        let mut text = ShortText::default();
        self.append(&mut text);
        text
    }

    /// Appends the TIMEX3 value.
    pub(crate) fn append(self, to: &mut ShortText) {
        match self {
            Value::Century(c) => *to += &format!("{c:02}XX"),
            Value::Decade(d) => *to += &format!("{d:03}X"),
            Value::AnyDecade(t) => {
                to.push_str("XX");
                append_digit(to, t);
                to.push('X');
            }
            Value::Year(y) => append_year(to, y),
            Value::Business(y) => append_year(to, Some(y)),
            Value::BusinessHalf(y, n) => Value::Half(Some(y), n).append(to),
            Value::BusinessQuarter(y, n) => Value::Quarter(Some(y), n).append(to),
            Value::Half(y, n) => {
                append_year(to, y);
                to.push_str("-H");
                append_digit(to, n);
            }
            Value::Quarter(y, n) => {
                append_year(to, y);
                to.push_str("-Q");
                append_digit(to, n);
            }
            Value::Season(y, n) => {
                append_year(to, y);
                to.push_str(["-SP", "-SU", "-FA", "-WI"][n as usize % 4]);
            }
            Value::Month(y, m) => {
                append_year(to, y);
                append_part(to, m);
            }
            Value::Week(Some(monday)) => append_week(to, monday),
            Value::Week(None) => to.push_str("XXXX-WXX"),
            Value::Weekend(Some(monday)) => {
                append_week(to, monday);
                to.push_str("-WE");
            }
            Value::Weekend(None) => to.push_str("XXXX-WXX-WE"),
            Value::Day(d) => append_day(to, d),
            Value::PartialDay(y, m, d) => {
                append_year(to, y);
                append_part(to, m);
                append_part(to, d);
            }
            Value::Weekday(n) => {
                to.push_str("XXXX-WXX-");
                append_digit(to, n);
            }
        }
    }

    /// The year.
    pub(crate) fn year(self) -> Option<i32> {
        match self {
            Value::Year(y)
            | Value::Half(y, _)
            | Value::Quarter(y, _)
            | Value::Season(y, _)
            | Value::Month(y, _) => y,
            Value::Day(d) => Some(i32::from(d.year())),
            _ => None,
        }
    }

    /// The same part of another year; `None` where that is not plain.
    pub(crate) fn in_year(self, year: i32) -> Option<Value> {
        Some(match self {
            Value::Year(_) => Value::Year(Some(year)),
            Value::Half(_, n) => Value::Half(Some(year), n),
            Value::Quarter(_, n) => Value::Quarter(Some(year), n),
            Value::Season(_, n) => Value::Season(Some(year), n),
            Value::Month(_, m) => Value::Month(Some(year), m),
            Value::Day(d) => Value::Day(Date::new(i16::try_from(year).ok()?, d.month(), d.day()).ok()?),
            _ => return None,
        })
    }

    /// First and last day.
    pub(crate) fn bounds(self) -> Option<(Date, Date)> {
        // Years before 1 have no days: no calendar of the time is meant.
        let days = |y: i32, m: u8, d: u8| {
            Date::new(i16::try_from(y).ok().filter(|y| *y > 0)?, m as i8, d as i8).ok()
        };
        let months =
            |y: i32, first: u8, last: u8| Some((days(y, first, 1)?, days(y, last, 1)?.last_of_month()));
        match self {
            Value::Century(c) => {
                Some((days((c * 100).max(1), 1, 1).filter(|_| c >= 0)?, days(c * 100 + 99, 12, 31)?))
            }
            Value::Decade(d) => Some((days(d * 10, 1, 1)?, days(d * 10 + 9, 12, 31)?)),
            Value::Year(y) => months(y?, 1, 12),
            Value::Half(y, n) => months(y?, n * 6 - 5, n * 6),
            Value::Quarter(y, n) => months(y?, n * 3 - 2, n * 3),
            Value::Season(y, n) => season(y?, n),
            Value::Month(y, m) => months(y?, m?, m?),
            Value::Week(monday) => Some((monday?, monday?.checked_add(6.days()).ok()?)),
            Value::Weekend(monday) => {
                Some((monday?.checked_add(5.days()).ok()?, monday?.checked_add(6.days()).ok()?))
            }
            Value::Day(d) => Some((d, d)),
            Value::AnyDecade(_)
            | Value::Business(_)
            | Value::BusinessQuarter(..)
            | Value::BusinessHalf(..)
            | Value::PartialDay(..)
            | Value::Weekday(_) => None,
        }
    }

    /// First and last day where 初, 中 or 底 narrows it.
    pub(crate) fn narrowed(self, phase: Option<Modifier>) -> Option<(Date, Date)> {
        let (start, end) = self.bounds()?;
        let Some(phase) = phase else { return Some((start, end)) };
        let month_of = |date: Date, m: i8| Date::new(date.year(), m, 1).ok();
        match self {
            Value::Month(..) => {
                let day = |d: i8| Date::new(start.year(), start.month(), d).ok();
                match phase {
                    Modifier::Start => Some((start, day(10)?)),
                    Modifier::Mid => Some((day(11)?, day(20)?)),
                    Modifier::End => Some((day(21)?, end)),
                    _ => Some((start, end)),
                }
            }
            Value::Year(_) => match phase {
                Modifier::Start => Some((start, month_of(start, 3)?.last_of_month())),
                Modifier::Mid => Some((month_of(start, 5)?, month_of(start, 8)?.last_of_month())),
                Modifier::End => Some((month_of(start, 10)?, end)),
                _ => Some((start, end)),
            },
            Value::Quarter(..) | Value::Half(..) => match phase {
                Modifier::Start => Some((start, start.last_of_month())),
                Modifier::End => Some((end.first_of_month(), end)),
                _ => Some((start, end)),
            },
            Value::Century(_) => {
                let year = |n: i16, last: bool| {
                    let first = (start.year() / 100 * 100 + n).max(1);
                    Date::new(first, if last { 12 } else { 1 }, if last { 31 } else { 1 }).ok()
                };
                match phase {
                    Modifier::Start => Some((start, year(9, true)?)),
                    Modifier::Mid => Some((year(40, false)?, year(59, true)?)),
                    Modifier::End => Some((year(90, false)?, end)),
                    _ => Some((start, end)),
                }
            }
            Value::Decade(_) => {
                let year = |n: i16, last: bool| {
                    Date::new(start.year() + n, if last { 12 } else { 1 }, if last { 31 } else { 1 }).ok()
                };
                match phase {
                    Modifier::Start => Some((start, year(2, true)?)),
                    Modifier::Mid => Some((year(3, false)?, year(6, true)?)),
                    Modifier::End => Some((year(7, false)?, end)),
                    _ => Some((start, end)),
                }
            }
            _ => Some((start, end)),
        }
    }
}

/// A date as `2022-10-29`.
pub(crate) fn iso(date: Date) -> ShortText {
    let mut text = ShortText::default();
    append_day(&mut text, date);
    text
}

/// The numbers of two digits, in order.
const TWO_DIGITS: &str = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
                          5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/// Appends a number below 100 in two digits.
pub(crate) fn append_two(to: &mut ShortText, number: u8) {
    let at = usize::from(number % 100) * 2;
    to.push_str(&TWO_DIGITS[at..at + 2]);
}

fn append_digit(to: &mut ShortText, digit: u8) {
    to.push(char::from(b'0' + digit % 10));
}

fn append_year(to: &mut ShortText, year: Option<i32>) {
    match year {
        Some(year @ FIRST_YEAR..2100) => {
            let at = (year - FIRST_YEAR) as usize * 4;
            let year = &YEARS[at..at + 4];
            if to.is_empty() {
                *to = ShortText::new(year);
            } else {
                to.push_str(year);
            }
        }
        Some(year @ 0..10_000) => {
            append_two(to, (year / 100) as u8);
            append_two(to, (year % 100) as u8);
        }
        Some(year) => *to += &format!("{year:05}"),
        None => to.push_str("XXXX"),
    }
}

/// A month, or a day of it.
fn append_part(to: &mut ShortText, part: Option<u8>) {
    to.push('-');
    match part {
        Some(part) => append_two(to, part),
        None => to.push_str("XX"),
    }
}

fn append_day(to: &mut ShortText, date: Date) {
    if date.year() < 0 {
        *to += &date.to_string();
        return;
    }
    append_year(to, Some(date.year().into()));
    let at = (usize::from(date.month().unsigned_abs()) * 32 + usize::from(date.day().unsigned_abs())) * 6;
    to.push_str(&DAYS[at..at + 6]);
}

/// `-01-01` and the other days: the day of month m stands at place 32 m + day.
const DAYS: &str = match str::from_utf8(&DAY_BYTES) {
    Ok(days) => days,
    Err(_) => panic!("digits are text"),
};

const DAY_BYTES: [u8; 13 * 32 * 6] = {
    let mut bytes = [b'-'; 13 * 32 * 6];
    let mut place = 0;
    while place < 13 * 32 {
        let (month, day) = ((place / 32) as u8, (place % 32) as u8);
        bytes[6 * place + 1] = b'0' + month / 10;
        bytes[6 * place + 2] = b'0' + month % 10;
        bytes[6 * place + 4] = b'0' + day / 10;
        bytes[6 * place + 5] = b'0' + day % 10;
        place += 1;
    }
    bytes
};

/// The years that news tells of, four characters each.
const YEARS: &str = match str::from_utf8(&YEAR_BYTES) {
    Ok(years) => years,
    Err(_) => panic!("digits are text"),
};
const FIRST_YEAR: i32 = 1900;

const YEAR_BYTES: [u8; 200 * 4] = {
    let mut bytes = [b'0'; 200 * 4];
    let mut place = 0;
    while place < 200 {
        let year = FIRST_YEAR as usize + place;
        bytes[4 * place] = b'0' + (year / 1000) as u8;
        bytes[4 * place + 1] = b'0' + (year / 100 % 10) as u8;
        bytes[4 * place + 2] = b'0' + (year / 10 % 10) as u8;
        bytes[4 * place + 3] = b'0' + (year % 10) as u8;
        place += 1;
    }
    bytes
};

fn append_week(to: &mut ShortText, monday: Date) {
    let week = monday.iso_week_date();
    append_year(to, Some(week.year().into()));
    to.push_str("-W");
    append_two(to, week.week() as u8);
}

/// The Monday of a day's week.
pub(crate) fn monday(day: Date) -> Option<Date> {
    day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()
}

/// The Monday of an ISO week.
pub(crate) fn week_of_year(year: i32, week: u8) -> Option<Date> {
    Some(ISOWeekDate::new(i16::try_from(year).ok()?, week as i8, Weekday::Monday).ok()?.date())
}

/// March to May, June to August, September to November, December to February.
fn season(year: i32, n: u8) -> Option<(Date, Date)> {
    let y = i16::try_from(year).ok().filter(|y| *y > 0)?;
    let first = Date::new(y, i8::try_from(n).ok()? * 3 + 3, 1).ok()?;
    Some((first, first.checked_add(2.months()).ok()?.last_of_month()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn prints_and_covers() {
        for (value, printed, start, end) in [
            (Value::Year(Some(2022)), "2022", "2022-01-01", "2022-12-31"),
            (Value::Half(Some(2022), 2), "2022-H2", "2022-07-01", "2022-12-31"),
            (Value::Quarter(Some(2022), 3), "2022-Q3", "2022-07-01", "2022-09-30"),
            (Value::Month(Some(2024), Some(2)), "2024-02", "2024-02-01", "2024-02-29"),
            (Value::Decade(199), "199X", "1990-01-01", "1999-12-31"),
            (Value::Century(18), "18XX", "1800-01-01", "1899-12-31"),
            (Value::Week(Some(date(2022, 10, 24))), "2022-W43", "2022-10-24", "2022-10-30"),
            (Value::Weekend(Some(date(2022, 10, 24))), "2022-W43-WE", "2022-10-29", "2022-10-30"),
            (Value::Season(Some(2021), 0), "2021-SP", "2021-03-01", "2021-05-31"),
        ] {
            assert_eq!(value.print(), printed);
            let bounds = value.bounds().map(|(a, b)| (a.to_string(), b.to_string()));
            assert_eq!(bounds, Some((start.to_owned(), end.to_owned())), "{printed}");
        }
        assert_eq!(Value::PartialDay(None, Some(10), Some(29)).print(), "XXXX-10-29");
        for day in [date(2022, 10, 29), date(33, 1, 2), date(-5, 12, 31), date(9999, 9, 9)] {
            assert_eq!(iso(day), day.to_string());
        }
        assert_eq!(Value::PartialDay(Some(2022), Some(2), Some(30)).bounds(), None);
    }
}
