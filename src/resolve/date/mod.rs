//! Resolves time expressions against the publication and the article so far.
//!
//! A day without a month (`31日`) is of the last month told in its paragraph, else of the last days before the publication.
//! `两年后` with nothing announced counts from what was told last; where that is not known, it is a length. `此前三天` ends before
//! the last day told, a lunar day behind a feast is of its season. `上年` and `全年` are of the year that their paragraph tells
//! of; `三年多来` begins three years ago, `十几年来` nowhere. Years of budgets and schools (2023财年) and their quarters have no
//! days, and so many working days from now are no day.
//!
//! A text that is one expression and nothing else (a query, a cell) has no story to count from: it counts from publication,
//! and a feast without a fixed date is of its year.

mod future;
mod length;
mod month;
mod place;
mod print;
mod range;
mod set;
mod story;

use self::future::Future;
use self::length::print_length;
use self::print::print_moment;
use super::value::{Value, iso};
use crate::Document;
use crate::Span;
use crate::extract::Context;
use crate::extract::date::expression::{
    Clock, Direction, InWeek, Part, Point, Time, TimeExpression, Unit, Year,
};
use crate::record::{self, DateType, Modifier, ShortText};
use jiff::civil::{Date, DateTime};
use std::cell::Cell;

/// A dateline is this many days from its publication at most.
const NEAR: i32 = 10;

/// A mention this many months before the publication does not say the month of a day that is told as news.
const NEWS: i32 = 2;

/// A paragraph without a month tells of the last days, so many of them, rather than of a month told before it.
const LATEST: i64 = 3;

/// What tells the month of a day without one.
#[derive(Clone, Copy, Debug)]
enum Told {
    /// A month said last, and its year.
    Month(Option<i32>, u8),
    /// A feast: 春节前后…2日 is the nearest such day.
    Near(Date),
}

/// Goes through the expressions of one article in order.
#[derive(Debug)]
pub(crate) struct Resolver<'d, 't> {
    doc: &'d Document<'t>,
    published: Option<DateTime>,
    has_time: bool,
    /// The day of the dateline, where no publication is known: 昨天 counts from it.
    issue: Option<Value>,
    /// The last day mentioned.
    day: Option<Value>,
    /// Whether that day's last mention was its evening or night: 凌晨 after it is the next day's.
    late: bool,
    /// What was mentioned last.
    last: Option<Value>,
    /// What tells the month of a day without one; `None`: the publication does.
    month: Option<Told>,
    /// One past the mention that told it, and whether that was no day.
    month_at: (usize, bool),
    /// As `month`, by the last day mentioned that is no more than [`NEWS`] months old.
    recent: Option<Told>,
    /// The last year mentioned.
    year: Option<i32>,
    /// The last year told as a whole, and where: 2026年高考.
    stated: Option<(i32, usize)>,
    /// The last year told from the publication, and where: 今年.
    relative: Option<(i32, usize)>,
    /// The year told as a whole where the article begins: 2019年…统计公报.
    opening: Option<i32>,
    /// The first day of what was mentioned last, where it is to come.
    coming: Option<Date>,
    /// The last interval mentioned: its first part and, where it has one, its last.
    interval: Option<(Value, Option<Value>)>,
    /// The expression at hand, for its sentence.
    span: Span,
    /// Where the expression before it ended.
    before: usize,
    /// Whether that was a weekday.
    weekday: bool,
    /// The first and last day of the last month or day told that is long ago, and one past it: 1998年8月1日.
    story: Option<(Date, Date, usize)>,
    /// The last feast whose day only the text tells, and that day: 9月12日是古尔邦节.
    told: Option<(u16, Date)>,
    /// The last range of days told that begins in one month and ends in the next.
    over: Option<(Date, Date)>,
    /// What days without a month were taken for, by their number.
    bare: [Option<Date>; 32],
    /// The part of the day of the expression before, and one past a date in brackets behind it: 今晚(9月1日)8时.
    part: Option<(Part, usize)>,
    /// The hour of the clock reading before, where it had a part of the day.
    hour: Option<u8>,
    /// Whether the sentence at hand speaks of the future, where that was asked.
    future: Cell<Option<Future>>,
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
    value: ShortText,
    start: Option<ShortText>,
    end: Option<ShortText>,
}

impl Answer {
    fn new(kind: DateType, value: impl Into<ShortText>) -> Self {
        Answer { kind, value: value.into(), start: None, end: None }
    }

    fn with(self, bounds: Option<(Date, Date)>) -> Self {
        let Some((first, last)) = bounds else { return Answer { start: None, end: None, ..self } };
        let start = iso(first);
        let end = if first == last { start.clone() } else { iso(last) };
        Answer { start: Some(start), end: Some(end), ..self }
    }
}

impl<'d, 't> Resolver<'d, 't> {
    pub(crate) fn new(doc: &'d Document<'t>, context: &Context<'_>) -> Self {
        Resolver {
            doc,
            published: context.published,
            has_time: context.published_has_time,
            issue: None,
            day: None,
            late: false,
            last: None,
            month: None,
            month_at: (0, false),
            recent: None,
            year: None,
            stated: None,
            relative: None,
            opening: None,
            coming: None,
            interval: None,
            span: Span::new(0, 0),
            before: 0,
            weekday: false,
            story: None,
            told: None,
            over: None,
            bare: [None; 32],
            part: None,
            hour: None,
            future: Cell::new(None),
        }
    }

    /// The mention's record.
    pub(crate) fn resolve(&mut self, expression: &TimeExpression) -> record::Date {
        self.span = expression.span;
        self.future.set(None);
        let length = self.as_length(expression);
        let expression = length.as_ref().unwrap_or(expression);
        self.span = expression.span;
        let answer = self.answer(expression);
        self.part = self.part_behind(expression);
        self.before = expression.span.end;
        self.weekday =
            matches!(expression.time, Time::Point(Point { unit: Unit::Week(_, InWeek::Day(_)), .. }));
        record::Date {
            text: self.doc.surface(expression.span).into(),
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
                self.hear(&point);
                let point = self.in_part(point);
                self.hour = point.clock.filter(|_| point.part.is_some()).map(|clock| clock.hour);
                let mut place = self.place(&point, expression.modifier);
                self.turn_midnight(&mut place, &point);
                self.remember(&place, &point);
                self.print_place(&place, point.phase)
            }
            Time::Range(first, last) => self.range(&first, &last),
            Time::Since(point) => self.since(&point),
            Time::Duration(length) => Answer::new(DateType::Duration, print_length(&length)),
            Time::Window { length, .. }
                if expression.modifier.is_some() && !self.is_rough_count(expression) =>
            {
                // Where 十几年来 begins, nobody knows.
                Answer::new(DateType::Duration, print_length(&length))
            }
            Time::Window { length, direction, edge } => self.window(&length, direction, edge),
            Time::Offset(point, length, direction) => self.offset(&point, &length, direction),
            Time::Shift(length, direction, clock, part) => self.shift(&length, direction, clock, part),
            Time::Set(set) => Answer::new(DateType::Set, self.print_set(&set)),
            Time::Vague(Direction::Present) if expression.span.len() == self.doc.len() => self.now(),
            Time::Vague(direction) => Answer::new(DateType::Date, reference(direction)),
        }
    }

    /// Whether a length is a number and more: 三年多来 counts from three years ago, 十几年来 from no year.
    fn is_rough_count(&self, expression: &TimeExpression) -> bool {
        let Span { start, end } = expression.span;
        expression.modifier == Some(Modifier::MoreThan)
            && !self.doc.chars()[start..end].iter().any(|c| matches!(c, '几' | '数'))
    }

    /// 现在 as the whole text is the moment of publication.
    fn now(&self) -> Answer {
        let moment = self.published.filter(|_| self.has_time).map(print_moment);
        let answer = Answer::new(DateType::Date, reference(Direction::Present));
        Answer { start: moment.clone(), end: moment, ..answer }
    }

    fn today(&self) -> Option<Date> {
        self.published.map(DateTime::date)
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
            Year::Told(n) => {
                let told = self.told_year().filter(|told| this.is_none_or(|this| *told <= this));
                Some(told.or(this)? + n)
            }
            Year::Same(n) => Some(self.year? + n),
            _ => None,
        }
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

fn reference(direction: Direction) -> &'static str {
    match direction {
        Direction::Past => "PAST_REF",
        Direction::Present => "PRESENT_REF",
        Direction::Future => "FUTURE_REF",
    }
}
