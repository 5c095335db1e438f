//! Resolves time expressions against the publication and the article so far.

use super::lunar;
use super::value::{Value, monday, week_of_year};
use crate::Document;
use crate::Span;
use crate::chars::is_sentence_end;
use crate::extract::Context;
use crate::extract::date::expression::{
    Amount, Clock, Direction, InMonth, InWeek, Length, Month, Part, Period, Point, Set, Time, TimeExpression,
    Unit, Year,
};
use crate::extract::date::{FestivalDay, festival};
use crate::record::{self, DateType, Modifier};
use jiff::civil::{Date, DateTime};
use jiff::{ToSpan, Unit as Grain};

/// A day without a year may lie this many days ahead of the publication.
const AHEAD: i64 = 20;

/// How far the resolver looks for the sentence around an expression, in characters.
const SENTENCE_LIMIT: usize = 60;

/// A mention this many months before the publication does not say the month of a day that is told as news.
const NEWS: i32 = 2;

/// What follows a day on which something was told.
const TOLD: &[&str] = &[
    "称", "稱", "说", "說", "表示", "宣布", "电", "電", "消息", "讯", "訊", "报道", "報道", "发布", "發布",
    "通报", "发表", "证实", "透露",
];

/// Words of a sentence that speaks of the future.
const FUTURE: &[&str] = &["将", "將", "計劃", "计划", "预计", "拟", "即将", "定于", "力争", "有望", "争取"];

/// Goes through the expressions of one article in order.
#[derive(Debug)]
pub(crate) struct Resolver<'d, 't> {
    doc: &'d Document<'t>,
    published: Option<DateTime>,
    has_time: bool,
    /// The last day mentioned.
    day: Option<Value>,
    /// The last month mentioned, and its year.
    month: Option<(Option<i32>, u8)>,
    /// The last year mentioned.
    year: Option<i32>,
    /// The last interval mentioned: its first part and, where it has one, its last.
    interval: Option<(Value, Option<Value>)>,
    /// The expression at hand, for its sentence.
    span: Span,
    /// What days without a month were taken for, by their number.
    bare: [Option<Date>; 32],
}

/// A point with all that is known of it.
#[derive(Clone, Copy, Debug)]
struct Place {
    first: Value,
    /// The last part, where the point is several: 春节期间.
    last: Option<Value>,
    part: Option<Part>,
    clock: Option<Clock>,
}

/// A resolved expression before it is printed.
struct Answer {
    kind: DateType,
    value: String,
    start: Option<String>,
    end: Option<String>,
}

impl Answer {
    fn new(kind: DateType, value: impl Into<String>) -> Self {
        Answer { kind, value: value.into(), start: None, end: None }
    }

    fn with(self, bounds: Option<(Date, Date)>) -> Self {
        let (start, end) = bounds.map_or((None, None), |(a, b)| (Some(a.to_string()), Some(b.to_string())));
        Answer { start, end, ..self }
    }
}

impl<'d, 't> Resolver<'d, 't> {
    pub(crate) fn new(doc: &'d Document<'t>, context: &Context<'_>) -> Self {
        Resolver {
            doc,
            published: context.published,
            has_time: context.published_has_time,
            day: None,
            month: None,
            year: None,
            interval: None,
            span: Span::new(0, 0),
            bare: [None; 32],
        }
    }

    /// The mention's record.
    pub(crate) fn resolve(&mut self, expression: &TimeExpression) -> record::Date {
        self.span = expression.span;
        let answer = self.answer(expression);
        record::Date {
            text: self.doc.surface(expression.span).to_owned(),
            r#type: answer.kind,
            value: answer.value,
            r#mod: expression.modifier,
            start: answer.start,
            end: answer.end,
            span: expression.span,
            rule: Some(expression.rule.into()),
        }
    }

    fn answer(&mut self, expression: &TimeExpression) -> Answer {
        match expression.time {
            Time::Point(point) => {
                let place = self.place(&point, expression.modifier);
                self.remember(&place, &point);
                self.print_place(&place, point.phase)
            }
            Time::Range(first, last) => self.range(&first, &last),
            Time::Since(point) => self.since(&point),
            Time::Duration(length) => Answer::new(DateType::Duration, print_length(&length)),
            Time::Window { length, direction, aligned } => self.window(&length, direction, aligned),
            Time::Offset(point, length, direction) => self.offset(&point, &length, direction),
            Time::Shift(length, direction, clock, part) => self.shift(&length, direction, clock, part),
            Time::Set(set) => Answer::new(DateType::Set, self.print_set(&set)),
            Time::Vague(direction) => Answer::new(DateType::Date, reference(direction)),
        }
    }

    fn today(&self) -> Option<Date> {
        self.published.map(DateTime::date)
    }

    /// Whether the sentence speaks of the future.
    fn speaks_of_future(&self) -> bool {
        let chars = self.doc.chars();
        let low = self.span.start.saturating_sub(SENTENCE_LIMIT);
        let start = (low..self.span.start).rev().find(|&i| is_sentence_end(chars[i])).map_or(low, |i| i + 1);
        let high = chars.len().min(self.span.end + SENTENCE_LIMIT);
        let end = (self.span.end..high).find(|&i| is_sentence_end(chars[i])).unwrap_or(high);
        (start..end).any(|at| FUTURE.iter().any(|w| self.doc.starts_with(at, w)))
    }

    /// The year in which `day` of that year is nearest in the past, or at most [`AHEAD`] days ahead.
    fn nearest(&self, modifier: Option<Modifier>, day: impl Fn(i32) -> Option<Date>) -> Option<i32> {
        let today = self.today()?;
        let this = i32::from(today.year());
        let ahead = |year: i32| {
            let days = today.until((Grain::Day, day(year)?)).ok()?.get_days();
            Some((year, i64::from(days)))
        };
        // Leap days and leap months are rare: go back until there is one. A lunar date may fall in the next year.
        let past = (-1..9).map(|back| this - back).filter_map(ahead).find(|&(_, days)| days <= AHEAD);
        let next = (-1..5).rev().map(|back| this - back).filter_map(ahead).find(|&(_, days)| days > AHEAD);
        let Some((year, days)) = past else { return next.map(|n| n.0) };
        if let Some((coming, far)) = next
            && far < -days
            && (modifier == Some(Modifier::Before) || self.speaks_of_future())
        {
            return Some(coming);
        }
        Some(year)
    }

    fn year_of(&self, year: Year) -> Option<i32> {
        let this = self.today().map(|d| i32::from(d.year()));
        match year {
            Year::Number(y) => Some(y),
            Year::Short(n) => {
                let pivot = this.unwrap_or(2030);
                let guess = pivot / 100 * 100 + i32::from(n);
                Some(if guess > pivot + 10 { guess - 100 } else { guess })
            }
            Year::Relative(n) => Some(this? + n),
            Year::Same(n) => Some(self.year? + n),
            _ => None,
        }
    }

    /// Where a point lies.
    fn place(&self, point: &Point, modifier: Option<Modifier>) -> Place {
        let mut place = self.unit_place(point, modifier);
        if let (Value::Day(d), true) = (place.first, point.offset != 0) {
            place.first = d.checked_add(i64::from(point.offset).days()).map_or(place.first, Value::Day);
        }
        place
    }

    fn unit_place(&self, point: &Point, modifier: Option<Modifier>) -> Place {
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
                place(date.map_or(Value::PartialDay(None, None, None), Value::Day))
            }
            Unit::SameDay(n) => place(self.same_day(n)),
            Unit::Week(week, within) => place(self.week(week, within, modifier)),
            Unit::Month(month, within) => self.month(year, said, month, within, point, modifier),
            Unit::Lunar(month, Some(d)) => {
                let year = if said { year } else { self.nearest(modifier, |y| lunar::date(y, month, d)) };
                let date = year.and_then(|y| lunar::date(y, month, d));
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
            Unit::Holiday(row) => {
                let days = festival(row).map_or(1, |f| f.holiday);
                match self.festival(row, year, said, modifier) {
                    Some(first) if days > 1 => {
                        let last = first.checked_add(i64::from(days - 1).days()).unwrap_or(first);
                        span(Value::Day(first), Value::Day(last))
                    }
                    Some(first) => place(Value::Day(first)),
                    None => place(festival_unknown(row)),
                }
            }
        }
    }

    /// The last interval mentioned, in another year: 去年同期.
    fn same_period(&self, year: Option<i32>) -> Place {
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
    fn past_part(&self, n: u8, months: u8, modifier: Option<Modifier>) -> Option<i32> {
        let today = self.today()?;
        let this = i32::from(today.year());
        let first = day(this, (n - 1) * months + 1, 1)?;
        let begun = first <= today.checked_add(AHEAD.days()).unwrap_or(today);
        // 上半年, 下半年, 一季度 without a year are this year's, unless they are far ahead and nothing is announced.
        Some(if begun || modifier == Some(Modifier::Before) || self.speaks_of_future() || months == 6 {
            this
        } else {
            this - 1
        })
    }

    /// 前五个月 of a year; 前两个月 alone, early in the year, are the last two.
    fn months(&self, year: Option<i32>, said: bool, a: u8, b: u8, point: &Point) -> Place {
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
        let over = today.month() as u8 >= b;
        let year = if over { this } else { this - 1 };
        place(Value::Month(Some(year), Some(a)), Value::Month(Some(year), Some(b)))
    }

    fn same_day(&self, offset: i32) -> Value {
        match self.day {
            Some(Value::Day(d)) => d
                .checked_add(i64::from(offset).days())
                .map_or(Value::PartialDay(None, None, None), Value::Day),
            // Without a year the next day is known inside a month.
            Some(Value::PartialDay(y, m, Some(d))) => {
                let next = i32::from(d) + offset;
                let known = offset == 0 || (1..=28).contains(&next);
                if known {
                    Value::PartialDay(y, m, Some(next as u8))
                } else {
                    Value::PartialDay(y, None, None)
                }
            }
            _ => Value::PartialDay(None, None, None),
        }
    }

    fn week(&self, week: Option<i32>, within: InWeek, modifier: Option<Modifier>) -> Value {
        let Some(today) = self.today() else {
            return match within {
                InWeek::Whole => Value::Week(None),
                InWeek::Weekend => Value::Weekend(None),
                InWeek::Day(n) => Value::Weekday(n),
            };
        };
        let this = monday(today);
        let start = this.and_then(|m| m.checked_add(i64::from(week.unwrap_or(0) * 7).days()).ok());
        match within {
            InWeek::Whole => Value::Week(start),
            InWeek::Weekend => {
                let begun = today.weekday().to_monday_one_offset() >= 6;
                let back = week.is_none() && !begun && !self.speaks_of_future();
                let start = if back { start.and_then(|m| m.checked_sub(7.days()).ok()) } else { start };
                Value::Weekend(start)
            }
            InWeek::Day(n) => {
                let date = start.and_then(|m| m.checked_add(i64::from(n - 1).days()).ok());
                let date = match date {
                    // Alone, the last one; announced, the next.
                    Some(d)
                        if week.is_none()
                            && d > today
                            && modifier != Some(Modifier::Before)
                            && !self.speaks_of_future() =>
                    {
                        d.checked_sub(7.days()).ok()
                    }
                    Some(d) if week.is_none() && d < today && self.speaks_of_future() => {
                        d.checked_add(7.days()).ok()
                    }
                    date => date,
                };
                date.map_or(Value::Weekday(n), Value::Day)
            }
        }
    }

    fn month(
        &self,
        year: Option<i32>,
        said: bool,
        month: Month,
        within: InMonth,
        point: &Point,
        modifier: Option<Modifier>,
    ) -> Place {
        let place = |first| Place { first, last: None, part: point.part, clock: point.clock };
        let shifted = |y: Option<i32>, m: u8, offset: i32| {
            let index = y.unwrap_or(1) * 12 + i32::from(m) - 1 + offset;
            (y.map(|_| index.div_euclid(12)), Some(index.rem_euclid(12) as u8 + 1))
        };
        let (year, number) = match month {
            Month::Number(m) if said => (year, Some(m)),
            Month::Number(m) => {
                let anchor = |y: i32| match within {
                    InMonth::Day(d) => day(y, m, d),
                    _ => day(y, m, 1),
                };
                (self.nearest(modifier, anchor), Some(m))
            }
            Month::Relative(n) => match self.today() {
                Some(today) => shifted(Some(i32::from(today.year())), today.month() as u8, n),
                None => (None, None),
            },
            Month::Same(n) => match self.month {
                Some((y, m)) => shifted(y, m, n),
                None => match self.today() {
                    Some(today) => shifted(Some(i32::from(today.year())), today.month() as u8, n),
                    None => (None, None),
                },
            },
            Month::Unsaid => match (self.news_month(within).or(self.month), self.today()) {
                (Some((y, m)), _) => (y, Some(m)),
                (None, Some(today)) => (Some(i32::from(today.year())), Some(today.month() as u8)),
                (None, None) => (None, None),
            },
        };
        let whole = Value::Month(year, number);
        let Some((first, last)) = whole.bounds() else {
            return place(match within {
                InMonth::Day(d) => Value::PartialDay(year, number, Some(d)),
                InMonth::Whole => whole,
                _ => Value::PartialDay(year, number, None),
            });
        };
        let at =
            |d: u8| Value::Day(first.checked_add(i64::from(d.saturating_sub(1)).days()).unwrap_or(first));
        place(match within {
            InMonth::Whole => whole,
            InMonth::Day(d) => day_value(year, number, Some(d)),
            InMonth::FromEnd(n) => Value::Day(last.checked_sub(i64::from(n - 1).days()).unwrap_or(last)),
            InMonth::Days(a, b) => return Place { last: Some(at(b)), ..place(at(a)) },
            InMonth::Week(n) => {
                let to_monday = i64::from((7 - first.weekday().to_monday_zero_offset()) % 7);
                Value::Week(first.checked_add((to_monday + i64::from(n - 1) * 7).days()).ok())
            }
            InMonth::Weekday(0, weekday) => {
                let back = (last.weekday().to_monday_one_offset() - weekday as i8).rem_euclid(7);
                Value::Day(last.checked_sub(i64::from(back).days()).unwrap_or(last))
            }
            InMonth::Weekday(n, weekday) => nth_weekday(first, n, weekday)
                .filter(|d| *d <= last)
                .map_or(Value::PartialDay(year, number, None), Value::Day),
        })
    }

    /// The month of a day without one that is told as news after a mention of long ago: `5日称`, or the same day as
    /// before that mention.
    fn news_month(&self, within: InMonth) -> Option<(Option<i32>, u8)> {
        let (InMonth::Day(d), Some((Some(y), m)), Some(today)) = (within, self.month, self.today()) else {
            return None;
        };
        let index = |y: i32, m: u8| y * 12 + i32::from(m);
        let now = index(i32::from(today.year()), today.month() as u8);
        if now - index(y, m) <= NEWS {
            return None;
        }
        let said = |date: Date| Some((Some(i32::from(date.year())), date.month() as u8));
        let near = |date: &Date| now - index(i32::from(date.year()), date.month() as u8) <= NEWS;
        if let Some(date) = self.bare.get(usize::from(d)).copied().flatten().filter(near) {
            return said(date);
        }
        if !TOLD.iter().any(|w| self.doc.starts_with(self.span.end, w)) {
            return None;
        }
        // A day that has not come yet is the last month's.
        if today.day() as u8 >= d { said(today) } else { said(today.first_of_month().yesterday().ok()?) }
    }

    fn festival(&self, row: u16, year: Option<i32>, said: bool, modifier: Option<Modifier>) -> Option<Date> {
        let festival = festival(row)?;
        let date = |y: i32| match festival.day {
            FestivalDay::Solar(m, d) => day(y, m, d),
            FestivalDay::Lunar(m, d) => lunar::date(y, m, d),
            FestivalDay::Nth(m, n, weekday) => nth_weekday(day(y, m, 1)?, n, weekday),
            FestivalDay::Term(n) => lunar::term(y, n),
            // 2024年除夕 is the one in January or February 2024.
            FestivalDay::Eve => lunar::eve(if said { y - 1 } else { y }),
        };
        let year = if said { year } else { self.nearest(modifier, date) };
        date(year?)
    }

    /// Keeps the day, month and year for the expressions after it.
    fn remember(&mut self, place: &Place, point: &Point) {
        if point.unit != Unit::SamePeriod && place.clock.is_none() {
            self.interval = Some((place.first, place.last));
        }
        match place.first {
            Value::Day(d) => {
                if let (Unit::Month(Month::Unsaid, InMonth::Day(n)), Some(slot)) =
                    (point.unit, self.bare.get_mut(d.day() as usize))
                    && n as i8 == d.day()
                {
                    *slot = Some(d);
                }
                self.day = Some(place.first);
                self.month = Some((Some(i32::from(d.year())), d.month() as u8));
                self.year = Some(i32::from(d.year()));
            }
            Value::PartialDay(y, m, Some(_)) => {
                self.day = Some(place.first);
                if let Some(m) = m {
                    self.month = Some((y, m));
                }
                self.year = y.or(self.year);
            }
            Value::Month(y, Some(m)) => {
                self.month = Some((y, m));
                self.year = y.or(self.year);
            }
            Value::Year(y) | Value::Half(y, _) | Value::Quarter(y, _) | Value::Season(y, _) => {
                self.year = y.or(self.year);
            }
            _ => {}
        }
    }

    fn print_place(&self, place: &Place, phase: Option<Modifier>) -> Answer {
        let (day, clock) = self.timed(place);
        if let Some(text) = &clock {
            let stamp = moment(place, day);
            let value = format!("{}{text}", day.print());
            return Answer { start: stamp.clone(), end: stamp, ..Answer::new(DateType::Time, value) };
        }
        if let Some(part) = place.part {
            let value = format!("{}T{}", place.first.print(), part.code());
            return Answer::new(DateType::Time, value).with(place.first.bounds());
        }
        match place.last {
            Some(last) => {
                let value = format!("{}/{}", place.first.print(), last.print());
                let (start, end) = (place.first.bounds(), last.bounds());
                let bounds = start.zip(end).map(|(a, b)| (a.0, b.1));
                let bounds = match (phase, place.first, last) {
                    (Some(Modifier::Start), Value::Year(_), _) => place.first.bounds(),
                    (Some(Modifier::End), _, Value::Year(_)) => last.bounds(),
                    _ => bounds,
                };
                Answer::new(DateType::Date, value).with(bounds)
            }
            None => Answer::new(DateType::Date, place.first.print()).with(place.first.narrowed(phase)),
        }
    }

    /// The clock as `T09:30`, moved by the part of the day, and the day it falls on.
    fn timed(&self, place: &Place) -> (Value, Option<String>) {
        let Some(clock) = place.clock else { return (place.first, None) };
        let (hour, next) = hour_of(clock.hour, place.part);
        let day = match (next, place.first) {
            (true, Value::Day(d)) => d.tomorrow().map_or(place.first, Value::Day),
            _ => place.first,
        };
        let second = clock.second.map_or_else(String::new, |s| format!(":{s:02}"));
        (day, Some(format!("T{hour:02}:{:02}{second}", clock.minute)))
    }

    fn range(&mut self, first: &Point, last: &Point) -> Answer {
        let mut a = self.place(first, None);
        self.remember(&a, first);
        if let Year::Same(_) = last.year {
            // 11月至次年3月: the year after the start's, not after one mentioned earlier.
            self.year = a.last.unwrap_or(a.first).year();
        }
        let mut b = self.place(last, None);
        // 1—11月 in December are this year's months, though January is near.
        if let (
            Year::Unsaid,
            Unit::Month(Month::Number(_), InMonth::Whole),
            Value::Month(Some(y), m),
            Some(today),
        ) = (first.year, first.unit, a.first, self.today())
            && y > i32::from(today.year())
            && !self.speaks_of_future()
            && matches!((m, b.first), (Some(m), Value::Month(_, Some(n))) if n > m)
        {
            a.first = Value::Month(Some(y - 1), m);
            if let Value::Month(_, n) = b.first {
                b.first = Value::Month(Some(y - 1), n);
            }
        }
        self.remember(&a, first);
        // 10月26日至11月5日, 12月至次年: the end is the first one after the start.
        if last.year == Year::Unsaid || last.year == first.year {
            b = after(a, b, first, last);
        }
        let b = self.next_morning(a, b, first, last);
        self.remember_end(&b);
        self.interval = Some((a.first, Some(b.last.unwrap_or(b.first))));
        let timed = a.part.is_some() || a.clock.is_some() || b.part.is_some() || b.clock.is_some();
        let (x, y) = (self.print_place(&a, first.phase), self.print_place(&b, last.phase));
        let start_value = if a.last.is_some() { a.first.print() } else { x.value };
        let end_value = if let Some(last) = b.last { last.print() } else { y.value };
        let kind = if timed { DateType::Time } else { DateType::Date };
        let answer = Answer::new(kind, format!("{start_value}/{end_value}"));
        match (x.start, y.end) {
            // Of one length, the strings compare as the times do.
            (Some(start), Some(end)) if is_date_time(&start) == is_date_time(&end) && start <= end => {
                Answer { start: Some(start), end: Some(end), ..answer }
            }
            _ => answer,
        }
    }

    /// 22点到6点: where only the clock goes on, an end before the start is on the next day.
    fn next_morning(&self, a: Place, mut b: Place, first: &Point, last: &Point) -> Place {
        if first.unit != last.unit || first.year != last.year || first.offset != last.offset {
            return b;
        }
        let ((x, Some(from)), (y, Some(to))) = (self.timed(&a), self.timed(&b)) else { return b };
        if x == y
            && to < from
            && from.as_str() >= "T18"
            && let Value::Day(d) = b.first
        {
            b.first = d.tomorrow().map_or(b.first, Value::Day);
        }
        b
    }

    fn remember_end(&mut self, place: &Place) {
        if let Value::Day(d) = place.first {
            self.month = Some((Some(i32::from(d.year())), d.month() as u8));
        }
    }

    fn since(&mut self, point: &Point) -> Answer {
        let place = self.place(point, None);
        let first = match (point.unit, point.year, place.first) {
            // 今年以来 is counted from New Year's Day.
            (Unit::Whole, Year::Relative(0), Value::Year(Some(y))) => {
                Value::Month(Some(y), Some(1)).bounds().map_or(place.first, |b| Value::Day(b.0))
            }
            _ => place.first,
        };
        let start = first.narrowed(point.phase).map(|b| b.0);
        match self.today() {
            Some(today) => {
                self.interval = Some((first, Some(Value::Day(today))));
                let value = format!("{}/{today}", first.print());
                let bounds = start.filter(|s| *s <= today).map(|s| (s, today));
                Answer::new(DateType::Date, value).with(bounds)
            }
            None => Answer {
                start: start.map(|d| d.to_string()),
                ..Answer::new(DateType::Date, format!("{}/..", first.print()))
            },
        }
    }

    fn window(&self, length: &Length, direction: Direction, aligned: bool) -> Answer {
        let answer = Answer::new(DateType::Duration, print_length(length));
        let Some(published) = self.published else { return answer };
        let fine = matches!(length.finest(), Period::Hour | Period::Minute | Period::Second);
        if fine && !self.has_time {
            return answer;
        }
        // 上两周 are the two weeks before this one, 下三天 the three days after today.
        let published = if aligned {
            current(published, length.finest(), direction).unwrap_or(published)
        } else {
            published
        };
        let Some(moved) = moved(published, length, direction).filter(|m| m.year() > 0) else { return answer };
        let (start, end) = if direction == Direction::Past { (moved, published) } else { (published, moved) };
        if fine {
            return Answer { start: Some(print_moment(start)), end: Some(print_moment(end)), ..answer };
        }
        let last = if aligned { end.date().yesterday().unwrap_or(end.date()) } else { end.date() };
        answer.with(Some((start.date(), last)))
    }

    fn offset(&mut self, point: &Point, length: &Length, direction: Direction) -> Answer {
        let place = self.place(point, None);
        let Value::Day(d) = place.first else { return Answer::new(DateType::Date, "XXXX-XX-XX") };
        let moved = moved(d.to_datetime(jiff::civil::Time::midnight()), length, direction);
        let Some(moved) = moved.filter(|m| m.year() > 0) else {
            return Answer::new(DateType::Date, "XXXX-XX-XX");
        };
        if matches!(length.finest(), Period::Hour | Period::Minute | Period::Second) {
            let text = print_moment(moved);
            return Answer {
                start: Some(text.clone()),
                end: Some(text.clone()),
                ..Answer::new(DateType::Time, text)
            };
        }
        let place = Place { first: Value::Day(moved.date()), ..place };
        self.remember(&place, point);
        self.print_place(&place, None)
    }

    fn shift(
        &mut self,
        length: &Length,
        direction: Direction,
        clock: Option<Clock>,
        part: Option<Part>,
    ) -> Answer {
        let fine = matches!(length.finest(), Period::Hour | Period::Minute | Period::Second);
        let unknown = Answer::new(
            DateType::Date,
            match length.finest() {
                _ if length.parts[1].is_some() => reference(direction),
                Period::Year => "XXXX",
                Period::Month => "XXXX-XX",
                Period::Week | Period::Day => "XXXX-XX-XX",
                _ => reference(direction),
            },
        );
        let Some(published) = self.published.filter(|_| self.has_time || !fine) else { return unknown };
        let whole_years = length.finest() == Period::Year;
        let Some(moved) =
            moved(published, length, direction).filter(|m| m.year() > 0 || whole_years && clock.is_none())
        else {
            return unknown;
        };
        if fine {
            let text = print_moment(moved);
            return Answer {
                start: Some(text.clone()),
                end: Some(text.clone()),
                ..Answer::new(DateType::Time, text)
            };
        }
        let date = moved.date();
        let (y, m) = (i32::from(date.year()), date.month() as u8);
        let whole = |amount: Amount| matches!(amount, Amount::Exact(n) if n.as_integer().is_some());
        let half_year = length.parts[0].is_some_and(|(a, p)| p == Period::Year && !whole(a));
        let half_month = length.parts[0].is_some_and(|(a, p)| p == Period::Month && !whole(a));
        let value = match length.finest() {
            Period::Year if half_year => Value::Month(Some(y), Some(m)),
            Period::Year => Value::Year(Some(y)),
            Period::Month if half_month => Value::Day(date),
            Period::Quarter | Period::Month => Value::Month(Some(y), Some(m)),
            _ => Value::Day(date),
        };
        let value = if clock.is_some() || part.is_some() { Value::Day(date) } else { value };
        let place = Place { first: value, last: None, part, clock };
        self.remember(&place, &Point::default());
        self.print_place(&place, None)
    }

    fn print_set(&self, set: &Set) -> String {
        match set {
            Set::Every(length) => print_length(length),
            // Several days of the week: only the period is sure to be one pattern.
            Set::Weekdays => "P1W".to_owned(),
            Set::Pattern(period, point, until) => {
                let first = pattern(*period, point);
                match until {
                    Some(until) => format!("{first}/{}", pattern(*period, until)),
                    None => first,
                }
            }
        }
    }
}

/// The pattern of a recurring point.
fn pattern(period: Period, point: &Point) -> String {
    let day = match point.unit {
        Unit::Month(Month::Number(m), InMonth::Day(d)) => format!("XXXX-{m:02}-{d:02}"),
        Unit::Month(Month::Number(m), _) => format!("XXXX-{m:02}"),
        Unit::Month(_, InMonth::Day(d)) => format!("XXXX-XX-{d:02}"),
        Unit::Week(_, InWeek::Day(n)) => format!("XXXX-WXX-{n}"),
        Unit::Week(_, InWeek::Weekend) => "XXXX-WXX-WE".to_owned(),
        Unit::Season(n) => Value::Season(None, n).print(),
        Unit::Half(n) => Value::Half(None, n).print(),
        Unit::Quarter(n) => Value::Quarter(None, n).print(),
        Unit::Months(a, b) | Unit::Term(a, b) => format!("XXXX-{a:02}/XXXX-{b:02}"),
        Unit::Festival(row) | Unit::Holiday(row) => match festival(row).map(|f| f.day) {
            Some(FestivalDay::Solar(m, d)) => format!("XXXX-{m:02}-{d:02}"),
            _ => "P1Y".to_owned(),
        },
        Unit::Whole if period == Period::Day => "XXXX-XX-XX".to_owned(),
        _ => match period {
            Period::Year => "P1Y".to_owned(),
            Period::Month => "P1M".to_owned(),
            Period::Week => "P1W".to_owned(),
            _ => "P1D".to_owned(),
        },
    };
    match (point.clock, point.part) {
        (Some(clock), part) => format!("{day}T{:02}:{:02}", hour_of(clock.hour, part).0, clock.minute),
        (None, Some(part)) => format!("{day}T{}", part.code()),
        (None, None) => day,
    }
}

/// The hour on the 24-hour clock, and whether it falls on the next day: 晚上8点 is 20, 晚上12点 is 24.
fn hour_of(hour: u8, part: Option<Part>) -> (u8, bool) {
    match (part, hour) {
        (Some(Part::Afternoon), 1..=11) => (hour + 12, false),
        (Some(Part::Evening), 4..=11) => (hour + 12, false),
        (Some(Part::Evening), 1..=3) => (hour, true),
        (Some(Part::Evening), 12) => (0, true),
        (Some(Part::Night), 7..=11) => (hour + 12, false),
        (Some(Part::Night), 12) => (0, true),
        (Some(Part::Midday), 1..=3) => (hour + 12, false),
        (Some(Part::SmallHours), 12) => (0, false),
        (_, 24) => (24, false),
        _ => (hour, false),
    }
}

/// The date-time of a clock reading, where its day is known.
fn moment(place: &Place, day: Value) -> Option<String> {
    let clock = place.clock?;
    let Value::Day(mut date) = day else { return None };
    let (mut hour, _) = hour_of(clock.hour, place.part);
    if hour == 24 {
        date = date.tomorrow().ok()?;
        hour = 0;
    }
    let second = clock.second.map_or_else(String::new, |s| format!(":{s:02}"));
    Some(format!("{date}T{hour:02}:{:02}{second}", clock.minute))
}

fn print_moment(moment: DateTime) -> String {
    let second = if moment.second() == 0 { String::new() } else { format!(":{:02}", moment.second()) };
    format!("{}T{:02}:{:02}{second}", moment.date(), moment.hour(), moment.minute())
}

/// Whether a bound has a clock reading.
fn is_date_time(bound: &str) -> bool {
    bound.contains('T')
}

/// The end of a range moved to the first such time after its start: by weeks for weekdays, by months for days of the
/// same month, else by years.
fn after(a: Place, mut b: Place, first: &Point, last: &Point) -> Place {
    let same_month = match (first.unit, last.unit) {
        (Unit::Month(x, InMonth::Day(_)), Unit::Month(y, InMonth::Day(_))) => x == y,
        (_, Unit::Month(Month::Unsaid, InMonth::Day(_))) => true,
        _ => false,
    };
    let step = match last.unit {
        Unit::Day(_) | Unit::SameDay(_) => return b,
        Unit::Week(Some(_), _) if first.unit != last.unit && !matches!(first.unit, Unit::Week(..)) => {
            return b;
        }
        Unit::Week(..) => 7.days(),
        _ if same_month => 1.month(),
        _ => 1.year(),
    };
    let weekly = matches!(last.unit, Unit::Week(..));
    let later = |v: Value| match v {
        Value::Day(d) => d.checked_add(step).map_or(v, Value::Day),
        Value::Month(Some(y), m) => Value::Month(Some(y + 1), m),
        other => other,
    };
    let earlier = |v: Value| match v {
        Value::Day(d) => d.checked_sub(step).map_or(v, Value::Day),
        Value::Month(Some(y), m) => Value::Month(Some(y - 1), m),
        other => other,
    };
    if let (Some(x), Value::Day(d), false) = (a.first.bounds(), b.first, weekly)
        && d.year() != x.0.year()
    {
        b.first = Date::new(x.0.year(), d.month(), d.day()).map_or(b.first, Value::Day);
    }
    if let (Some(x), Some(y)) = (a.first.bounds(), b.first.bounds()) {
        if y.0 < x.0 {
            b.first = later(b.first);
        } else if !same_month
            && earlier(b.first).bounds().is_some_and(|e| e.0 >= x.0)
            && matches!(b.first, Value::Day(_) | Value::Month(..))
        {
            b.first = earlier(b.first);
        }
    }
    b
}

fn festival_unknown(row: u16) -> Value {
    match festival(row).map(|f| f.day) {
        Some(FestivalDay::Solar(m, d)) => Value::PartialDay(None, Some(m), Some(d)),
        Some(FestivalDay::Nth(m, ..)) => Value::PartialDay(None, Some(m), None),
        Some(FestivalDay::Term(n)) => Value::PartialDay(None, Some(n / 2 + 1), None),
        _ => Value::PartialDay(None, None, None),
    }
}

fn day(y: i32, m: u8, d: u8) -> Option<Date> {
    Date::new(i16::try_from(y).ok().filter(|y| *y > 0)?, m as i8, d as i8).ok()
}

/// A whole day, or what is known of it; 2月30日 stays as printed.
fn day_value(y: Option<i32>, m: Option<u8>, d: Option<u8>) -> Value {
    match (y, m, d) {
        (Some(year), Some(month), Some(date)) => {
            day(year, month, date).map_or(Value::PartialDay(y, m, d), Value::Day)
        }
        _ => Value::PartialDay(y, m, d),
    }
}

fn nth_weekday(first: Date, n: u8, weekday: u8) -> Option<Date> {
    let ahead = (weekday as i8 - first.weekday().to_monday_one_offset()).rem_euclid(7);
    first.checked_add((i64::from(ahead) + i64::from(n - 1) * 7).days()).ok()
}

fn reference(direction: Direction) -> &'static str {
    match direction {
        Direction::Past => "PAST_REF",
        Direction::Present => "PRESENT_REF",
        Direction::Future => "FUTURE_REF",
    }
}

/// The start of the current unit, or of the next one for the future.
fn current(now: DateTime, period: Period, direction: Direction) -> Option<DateTime> {
    let midnight = jiff::civil::Time::midnight();
    let date = now.date();
    let next = i64::from(direction == Direction::Future);
    let at = |d: Date| d.to_datetime(midnight);
    Some(match period {
        Period::Year => at(date.first_of_year()).checked_add(next.years()).ok()?,
        Period::Quarter | Period::Month => at(date.first_of_month()).checked_add(next.months()).ok()?,
        Period::Week => at(monday(date)?).checked_add((next * 7).days()).ok()?,
        Period::Day => at(date).checked_add(next.days()).ok()?,
        Period::Hour => now.date().at(now.hour(), 0, 0, 0).checked_add(next.hours()).ok()?,
        Period::Minute => now.date().at(now.hour(), now.minute(), 0, 0).checked_add(next.minutes()).ok()?,
        Period::Second => now.checked_add(next.seconds()).ok()?,
    })
}

/// A moment moved by an exact length; `None` where the calendar ends or the length is not exact.
fn moved(from: DateTime, length: &Length, direction: Direction) -> Option<DateTime> {
    let sign = if direction == Direction::Past { -1 } else { 1 };
    let mut to = from;
    for (amount, period) in length.parts.iter().flatten() {
        let Amount::Exact(number) = amount else { return None };
        let number = number.to_f64();
        if !(0.0..1e6).contains(&number) {
            return None;
        }
        let whole = number.floor() as i64;
        let rest = number - number.floor();
        let step = |n: i64| sign * n;
        let none = jiff::Span::new();
        let span = match period {
            Period::Year => {
                none.try_years(step(whole)).and_then(|s| s.try_months(step((rest * 12.0).round() as i64)))
            }
            Period::Quarter => none.try_months(step(whole * 3)),
            Period::Month => {
                none.try_months(step(whole)).and_then(|s| s.try_days(step((rest * 30.0).round() as i64)))
            }
            Period::Week => none.try_days(step(whole * 7)),
            Period::Day => {
                none.try_days(step(whole)).and_then(|s| s.try_hours(step((rest * 24.0).round() as i64)))
            }
            Period::Hour => none.try_seconds(step((number * 3600.0).round() as i64)),
            Period::Minute => none.try_seconds(step((number * 60.0).round() as i64)),
            Period::Second => none.try_seconds(step(whole)),
        };
        to = to.checked_add(span.ok()?).ok()?;
    }
    Some(to)
}

/// ISO 8601: `P1Y6M`, `PT0.5H`, `P3D/P5D`, `PXD`.
fn print_length(length: &Length) -> String {
    let print = |upper: bool| {
        let mut text = String::from("P");
        let mut clock = false;
        for (at, (amount, period)) in length.parts.iter().flatten().enumerate() {
            let (code, fine, factor) = match period {
                Period::Year => ('Y', false, 1),
                Period::Quarter => ('M', false, 3),
                Period::Month => ('M', false, 1),
                Period::Week => ('W', false, 1),
                Period::Day => ('D', false, 1),
                Period::Hour => ('H', true, 1),
                Period::Minute => ('M', true, 1),
                Period::Second => ('S', true, 1),
            };
            if fine && !clock {
                text.push('T');
                clock = true;
            }
            match (amount, length.upper) {
                (_, Some(n)) if upper && at == 0 => text += &n.times(factor).unwrap_or(n).to_string(),
                (Amount::Exact(n), _) => text += &n.times(factor).unwrap_or(*n).to_string(),
                (Amount::Some, _) => text.push('X'),
            }
            text.push(code);
        }
        text
    };
    if length.upper.is_some() { format!("{}/{}", print(false), print(true)) } else { print(false) }
}
