//! Where a point lies.

use super::future::AHEAD;
use super::month::nth_weekday;
use super::{Place, Resolver, Told, day, day_value};
use crate::extract::date::expression::{Part, Point, Unit, Year};
use crate::extract::date::{FestivalDay, festival};
use crate::record::Modifier;
use crate::resolve::lunar;
use crate::resolve::value::{Value, week_of_year};
use jiff::ToSpan;
use jiff::civil::Date;

/// So many days lie between the feasts of a season: 腊八, 除夕, 元宵.
const BESIDE: i32 = 40;

impl Resolver<'_, '_> {
    /// Where a point lies.
    pub(super) fn place(&self, point: &Point, modifier: Option<Modifier>) -> Place {
        let mut place = self.unit_place(point, modifier);
        if let (Value::Day(d), true) = (place.first, point.offset != 0) {
            place.first = d.checked_add(i64::from(point.offset).days()).map_or(place.first, Value::Day);
        }
        place
    }

    pub(super) fn unit_place(&self, point: &Point, modifier: Option<Modifier>) -> Place {
        let place = |first| Place { first, last: None, part: point.part, clock: point.clock };
        let span = |first, last| Place { last: Some(last), ..place(first) };
        let said = point.year != Year::Unsaid;
        let year = self.year_of(point.year);
        let this = self.today().map(|d| i32::from(d.year()));
        match point.unit {
            Unit::Whole => match point.year {
                Year::Unsaid => place(self.day.unwrap_or(Value::PartialDay(None, None, None))),
                Year::Decade(d) => place(Value::Decade(d)),
                Year::ShortDecade(tens) => match self.today() {
                    Some(today) => {
                        let tens = i32::from(tens);
                        let century = i32::from(today.year()) / 100 * 10;
                        let decade = if century + tens > i32::from(today.year()) / 10 {
                            century + tens - 10
                        } else {
                            century + tens
                        };
                        place(Value::Decade(decade))
                    }
                    None => place(Value::AnyDecade(tens)),
                },
                Year::Century(c) => place(Value::Century(c)),
                Year::RelativeCentury(n, tens) => match (this, tens) {
                    (Some(this), Some(tens)) => place(Value::Decade((this / 100 + n) * 10 + i32::from(tens))),
                    (Some(this), None) => place(Value::Century(this / 100 + n)),
                    (None, Some(tens)) => place(Value::AnyDecade(tens)),
                    (None, None) => place(Value::Year(None)),
                },
                _ => place(Value::Year(year)),
            },
            Unit::SamePeriod => self.same_period(year),
            Unit::Years(first, last) => span(Value::Year(Some(first)), Value::Year(Some(last))),
            Unit::Business(first, last) if first == last => place(Value::Business(first)),
            Unit::Business(first, last) => span(Value::Business(first), Value::Business(last)),
            Unit::BusinessQuarters(y, a, b) if a == b => place(Value::BusinessQuarter(y, a)),
            Unit::BusinessQuarters(y, a, b) => {
                span(Value::BusinessQuarter(y, a), Value::BusinessQuarter(y, b))
            }
            Unit::BusinessHalf(y, n) => place(Value::BusinessHalf(y, n)),
            Unit::Anchor(y, m, d) => place(day_value(Some(y), Some(m), Some(d))),
            Unit::Half(n) => place(Value::Half(if said { year } else { self.past_part(n, 6, modifier) }, n)),
            Unit::Quarter(n) => {
                place(Value::Quarter(if said { year } else { self.past_part(n, 3, modifier) }, n))
            }
            Unit::RelativeQuarter(offset) => match self.today() {
                Some(today) => {
                    let index = i32::from(today.year()) * 4 + (i32::from(today.month()) - 1) / 3 + offset;
                    place(Value::Quarter(Some(index.div_euclid(4)), index.rem_euclid(4) as u8 + 1))
                }
                None => place(Value::Quarter(None, 0)),
            },
            Unit::Quarters(a, b) => {
                let year = if said { year } else { self.past_part(b, 3, modifier) };
                span(Value::Quarter(year, a), Value::Quarter(year, b))
            }
            Unit::Months(a, b) => self.months(year, said, a, b, point),
            Unit::Term(a, b) => {
                let year = if said { year } else { self.nearest(modifier, |y| day(y, a, 1)) };
                span(Value::Month(year, Some(a)), Value::Month(year, Some(b)))
            }
            Unit::Season(n) => {
                let start = |y: i32| Value::Season(Some(y), n).bounds().map(|b| b.0);
                // 今冬 in January began last year.
                let begun = n == 3
                    && point.year == Year::Relative(0)
                    && self.today().is_some_and(|today| today.month() < 3);
                let year = year.map(|y| y - i32::from(begun));
                // 一到夏天: any summer.
                if !said && self.doc.ends_with(self.span.start, "一到") {
                    return place(Value::Season(None, n));
                }
                place(Value::Season(if said { year } else { self.nearest(modifier, start) }, n))
            }
            Unit::WeekOfYear(n) => place(Value::Week(year.and_then(|y| week_of_year(y, n)))),
            Unit::DayOfYear(n) => {
                let date = year.and_then(|y| {
                    let first = day(y, 1, 1)?;
                    let last = day(y, 12, 31)?;
                    let date = if n > 0 {
                        first.checked_add(i64::from(n - 1).days())
                    } else {
                        last.checked_add(i64::from(n + 1).days())
                    };
                    date.ok().filter(|d| i32::from(d.year()) == y)
                });
                place(date.map_or(Value::PartialDay(year, None, None), Value::Day))
            }
            Unit::Day(n) => {
                let date = self.today().and_then(|d| d.checked_add(i64::from(n).days()).ok());
                place(date.map_or_else(|| days_from(self.issue, n), Value::Day))
            }
            Unit::ThisDay => {
                let today = self.today().map(|d| (d.month() as u8, d.day() as u8));
                place(day_value(year, today.map(|t| t.0), today.map(|t| t.1)))
            }
            Unit::SameDay(n) => place(self.same_day(n)),
            Unit::Week(week, within) => place(self.week(week, within, modifier)),
            Unit::Month(month, within) => self.month(year, said, month, within, point, modifier),
            Unit::Lunar(month, Some(d)) => {
                let date = |y| lunar::date(y, month, d);
                let near = || self.beside_feast(date).or_else(|| self.nearest(modifier, date));
                let date = if said { year } else { near() }.and_then(date);
                place(date.map_or(Value::PartialDay(None, None, None), Value::Day))
            }
            Unit::Lunar(month, None) => {
                let first = |y: i32| lunar::month_of(y, month).map(|m| m.0);
                let year = if said { year } else { self.nearest(modifier, first) };
                match year.and_then(|y| lunar::month_of(y, month)) {
                    Some((first, length)) => {
                        let last = first.checked_add(i64::from(length - 1).days()).unwrap_or(first);
                        span(Value::Day(first), Value::Day(last))
                    }
                    None => place(Value::Month(None, None)),
                }
            }
            Unit::Festival(row) => {
                let date = self.festival(row, year, said, modifier);
                let eve = festival(row).is_some_and(|f| f.day == FestivalDay::Eve);
                let part =
                    if eve && point.part == Some(Part::Night) { Some(Part::Evening) } else { point.part };
                Place { part, ..place(date.map_or_else(|| festival_unknown(row), Value::Day)) }
            }
            Unit::NextFestival(row, step) => {
                let date = this.zip(self.today()).and_then(|(this, today)| {
                    let mut days = (-1..=1).filter_map(|n| self.festival(row, Some(this + n), true, None));
                    if step > 0 { days.find(|d| *d > today) } else { days.rfind(|d| *d < today) }
                });
                place(date.map_or_else(|| festival_unknown(row), Value::Day))
            }
            Unit::Holiday(row) => {
                let days = festival(row).map_or(1, |f| f.holiday);
                match self.festival(row, year, said, modifier).map(|feast| holiday(feast, days)) {
                    Some((first, last)) if first < last => span(Value::Day(first), Value::Day(last)),
                    Some((first, _)) => place(Value::Day(first)),
                    None => place(festival_unknown(row)),
                }
            }
        }
    }

    /// The year in which a day lies beside the feast told before it: 2021年春节…初五.
    fn beside_feast(&self, day: impl Fn(i32) -> Option<Date>) -> Option<i32> {
        let Some(Told::Near(feast)) = self.month.filter(|_| !self.is_told_elsewhere()) else { return None };
        let beside = |date: Date| feast.until(date).is_ok_and(|span| span.get_days().abs() <= BESIDE);
        let year = i32::from(feast.year());
        (year - 1..=year + 1).find(|&y| day(y).is_some_and(beside))
    }

    /// The last interval mentioned, in another year: 去年同期.
    pub(super) fn same_period(&self, year: Option<i32>) -> Place {
        let place = |first, last| Place { first, last, part: None, clock: None };
        let whole = place(Value::Year(year), None);
        let (Some(year), Some((first, last))) = (year, self.interval) else { return whole };
        match (first.in_year(year), last) {
            (Some(moved), None) => place(moved, None),
            (Some(moved), Some(last)) => {
                // An interval over New Year keeps its length.
                let over = last.year().zip(first.year()).map_or(0, |(b, a)| b - a);
                place(moved, last.in_year(year + over))
            }
            _ => whole,
        }
    }

    /// The year of an unsaid half or quarter: this one where it has begun, else the last.
    pub(super) fn past_part(&self, n: u8, months: u8, modifier: Option<Modifier>) -> Option<i32> {
        let today = self.today()?;
        let this = i32::from(today.year());
        let first = day(this, (n - 1) * months + 1, 1)?;
        let begun = first <= today.checked_add(AHEAD.days()).unwrap_or(today);
        // 上半年, 下半年, 一季度 without a year are this year's, unless they are far ahead and nothing is announced. From
        // April on last year's 四季度 is only compared with: 一季度较四季度回升.
        let begun = begun || today.month() > 3 && !self.compares();
        Some(if begun || modifier == Some(Modifier::Before) || self.speaks_of_future() || months == 6 {
            this
        } else {
            this - 1
        })
    }

    /// 前五个月 of a year; 前两个月 alone, early in the year, are the last two.
    pub(super) fn months(&self, year: Option<i32>, said: bool, a: u8, b: u8, point: &Point) -> Place {
        let place = |first, last| Place { first, last: Some(last), part: point.part, clock: point.clock };
        if said {
            return place(Value::Month(year, Some(a)), Value::Month(year, Some(b)));
        }
        let Some(today) = self.today() else {
            return place(Value::Month(None, Some(a)), Value::Month(None, Some(b)));
        };
        let this = i32::from(today.year());
        // 前两个月 before they are over are the last two.
        if (a, b) == (1, 2) && today.month() <= 2 {
            let back = |n: i64| {
                let d = today.first_of_month().checked_sub(n.months()).unwrap_or(today);
                Value::Month(Some(i32::from(d.year())), Some(d.month() as u8))
            };
            return place(back(2), back(1));
        }
        // 前七个月 are over, 七八月份 have begun or are announced.
        let over = today.month() as u8 >= if a > 1 { a } else { b } || a > 1 && self.speaks_of_future();
        let year = if over { this } else { this - 1 };
        place(Value::Month(Some(year), Some(a)), Value::Month(Some(year), Some(b)))
    }

    pub(super) fn same_day(&self, offset: i32) -> Value {
        days_from(self.day, offset)
    }

    pub(super) fn festival(
        &self,
        row: u16,
        year: Option<i32>,
        said: bool,
        modifier: Option<Modifier>,
    ) -> Option<Date> {
        let festival = festival(row)?;
        let date = |y: i32| match festival.day {
            FestivalDay::Solar(m, d) => day(y, m, d),
            FestivalDay::Lunar(m, d) => lunar::date(y, m, d),
            FestivalDay::Nth(m, n, weekday) => nth_weekday(day(y, m, 1)?, n, weekday),
            FestivalDay::Term(n) => lunar::term(y, n),
            FestivalDay::Easter(n) => easter(y)?.checked_add(i64::from(n).days()).ok(),
            FestivalDay::Moving => None,
            // 2024年除夕 is the one in January or February 2024.
            FestivalDay::Eve => lunar::eve(if said { y - 1 } else { y }),
        };
        if festival.day == FestivalDay::Moving {
            return self.told.filter(|told| told.0 == row).map(|told| told.1);
        }
        // The last months of the lunar year may be the next of the calendar.
        let moves = match festival.day {
            FestivalDay::Lunar(month, _) => month < 11,
            FestivalDay::Nth(..) | FestivalDay::Easter(_) | FestivalDay::Term(_) => true,
            _ => false,
        };
        let year = if said { year } else { self.nearest_year(moves, modifier, date) };
        date(year?)
    }
}

/// The days of a feast's holiday. Of three days it lies beside the weekend: up to a Monday or Tuesday, from a Thursday,
/// Friday or Saturday on, around a Sunday; a feast on a Wednesday was moved beside it until 2013, and is alone since. The
/// Mid-Autumn Festival next to National Day makes one holiday of eight days with it.
fn holiday(feast: Date, days: u8) -> (Date, Date) {
    if days == 3 && matches!((feast.month(), feast.day()), (9, 29..) | (10, ..=8)) {
        let first = feast.min(day(i32::from(feast.year()), 10, 1).unwrap_or(feast));
        return (first, first.checked_add(7.days()).unwrap_or(first));
    }
    let (before, after) = match (days, feast.weekday().to_monday_one_offset()) {
        (3, 1 | 2) => (2, 0),
        (3, 3) if feast.year() < 2014 => (2, 0),
        (3, 3) => (0, 0),
        (3, 7) => (1, 1),
        _ => (0, i64::from(days.saturating_sub(1))),
    };
    let beside = |days: i64| feast.checked_add(days.days()).unwrap_or(feast);
    (beside(-before), beside(after))
}

/// Easter Sunday by the Gregorian computus.
fn easter(year: i32) -> Option<Date> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moved = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moved + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    day(year, u8::try_from(days / 31).ok()?, (days % 31 + 1) as u8)
}

/// The day so many days from another, as far as that is known.
fn days_from(day: Option<Value>, offset: i32) -> Value {
    match day {
        Some(Value::Day(d)) => {
            d.checked_add(i64::from(offset).days()).map_or(Value::PartialDay(None, None, None), Value::Day)
        }
        // Without a year the day before or after is known inside a month.
        Some(Value::PartialDay(y, m, Some(d))) => {
            let next = i32::from(d) + offset;
            let known = next >= 1 && (offset <= 0 || next <= 28);
            if known { Value::PartialDay(y, m, Some(next as u8)) } else { Value::PartialDay(y, None, None) }
        }
        _ => Value::PartialDay(None, None, None),
    }
}

fn festival_unknown(row: u16) -> Value {
    match festival(row).map(|f| f.day) {
        Some(FestivalDay::Solar(m, d)) => Value::PartialDay(None, Some(m), Some(d)),
        Some(FestivalDay::Nth(m, ..)) => Value::PartialDay(None, Some(m), None),
        Some(FestivalDay::Term(n)) => Value::PartialDay(None, Some(n / 2 + 1), None),
        _ => Value::PartialDay(None, None, None),
    }
}
