//! The Chinese calendar 1900–2100, from `data/calendar.tsv`.

use crate::lexicon::rows;
use jiff::ToSpan;
use jiff::civil::Date;
use std::sync::OnceLock;

const TABLE: &str = include_str!("../../data/calendar.tsv");
const FIRST: i16 = 1900;

/// A lunar year.
#[derive(Clone, Copy, Debug)]
struct Year {
    new_year: Date,
    /// The leap month, 0 for none.
    leap: u8,
    /// Bit `i`: the month at place `i` has 30 days.
    long: u16,
    months: u8,
    /// Days of the month of the 24 solar terms, from 小寒.
    terms: [u8; 24],
}

/// The lines of the table, each read when its year is first asked for.
type Table = Vec<(&'static str, OnceLock<Option<Year>>)>;

fn table() -> &'static Table {
    static YEARS: OnceLock<Table> = OnceLock::new();
    YEARS.get_or_init(|| {
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.map(|line| (line, OnceLock::new())).collect()
    })
}

fn read(row: &[&str]) -> Option<Year> {
    let year: i16 = row.first()?.parse().ok()?;
    let (month, day) = row.get(1)?.split_once('-')?;
    let lengths = row.get(3)?;
    let digits = row.get(4)?.as_bytes();
    let mut terms = [0; 24];
    for (slot, pair) in terms.iter_mut().zip(digits.chunks(2)) {
        *slot = (pair.first()? - b'0') * 10 + (pair.get(1)? - b'0');
    }
    Some(Year {
        new_year: Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?,
        leap: row.get(2)?.parse().ok()?,
        long: lengths.bytes().enumerate().fold(0, |bits, (i, b)| bits | u16::from(b == b'1') << i),
        months: lengths.len() as u8,
        terms,
    })
}

fn year(year: i32) -> Option<&'static Year> {
    let (line, read_once) = table().get(usize::try_from(year - i32::from(FIRST)).ok()?)?;
    read_once.get_or_init(|| rows(line).next().and_then(|row| read(&row))).as_ref()
}

/// The Gregorian day of a lunar date; a negative month is a leap month. `None` where the year has no such day.
pub(crate) fn date(lunar_year: i32, month: i8, day: u8) -> Option<Date> {
    let (first, length) = month_of(lunar_year, month)?;
    (1..=length).contains(&day).then_some(())?;
    first.checked_add(i64::from(day - 1).days()).ok()
}

/// The first day and the length of a lunar month.
pub(crate) fn month_of(lunar_year: i32, month: i8) -> Option<(Date, u8)> {
    let y = year(lunar_year)?;
    let number = month.unsigned_abs();
    if number == 0 || number > 12 || month < 0 && y.leap != number {
        return None;
    }
    let place = number - 1 + u8::from(y.leap != 0 && (number > y.leap || month < 0));
    let mut days = 0i64;
    for at in 0..place {
        days += length(y, at);
    }
    Some((y.new_year.checked_add(days.days()).ok()?, length(y, place) as u8))
}

/// The last day of a lunar year.
pub(crate) fn eve(lunar_year: i32) -> Option<Date> {
    let y = year(lunar_year)?;
    let days: i64 = (0..y.months).map(|at| length(y, at)).sum();
    y.new_year.checked_add((days - 1).days()).ok()
}

fn length(y: &Year, place: u8) -> i64 {
    29 + i64::from(y.long >> place & 1)
}

/// The day of solar term 0–23 (from 小寒) in a Gregorian year.
pub(crate) fn term(gregorian_year: i32, term: u8) -> Option<Date> {
    let y = year(gregorian_year)?;
    let day = *y.terms.get(term as usize)?;
    Date::new(gregorian_year as i16, (term / 2 + 1) as i8, day as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn known_days() {
        assert_eq!(date(2022, 1, 1), Some(day(2022, 2, 1)));
        assert_eq!(date(2021, 8, 15), Some(day(2021, 9, 21)));
        assert_eq!(date(2020, -4, 1), Some(day(2020, 5, 23)));
        assert_eq!(date(2022, -4, 1), None);
        assert_eq!(date(2022, 1, 31), None);
        assert_eq!(eve(2022), Some(day(2023, 1, 21)));
        assert_eq!(term(2022, 6), Some(day(2022, 4, 5)));
        assert_eq!(term(2021, 23), Some(day(2021, 12, 21)));
    }

    /// The months of a lunar year, leap ones negative, with their lengths.
    fn months(y: &Year) -> Vec<(i8, u8)> {
        (1..=12i8)
            .flat_map(|m| if m as u8 == y.leap { vec![m, -m] } else { vec![m] })
            .zip(0..)
            .map(|(m, place)| (m, length(y, place) as u8))
            .collect()
    }

    #[test]
    fn icu_calendar_has_the_same_months() {
        use icu_calendar::{cal::ChineseTraditional, types::LeapStatus};
        for year in 1949..=2100 {
            let y = super::year(year).unwrap();
            let mut day = y.new_year;
            for (month, length) in months(y) {
                let iso =
                    icu_calendar::Date::try_new_iso(day.year().into(), day.month() as u8, day.day() as u8);
                let theirs = iso.unwrap().to_calendar(ChineseTraditional::new());
                let leap = theirs.month().leap_status() == LeapStatus::Leap;
                let number = theirs.month().number() as i8;
                assert_eq!(
                    (if leap { -number } else { number }, theirs.day_of_month().0, theirs.days_in_month()),
                    (month, 1, length),
                    "{year}"
                );
                day = day.checked_add(i64::from(length).days()).unwrap();
            }
        }
    }

    #[test]
    fn the_table_is_whole() {
        assert_eq!(table().len(), 201);
        let of = |number: i16| year(number.into()).expect("a row of the table");
        for number in FIRST..FIRST + 200 {
            let next = eve(number.into()).and_then(|d| d.tomorrow().ok());
            assert_eq!((of(number).new_year.year(), next), (number, Some(of(number + 1).new_year)));
            assert_eq!(of(number).months, 12 + u8::from(of(number).leap != 0), "{number}");
        }
    }
}
