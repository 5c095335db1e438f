//! Lengths: printed, and counted from the publication or a day.

use super::print::print_moment;
use super::{Answer, Place, Resolver, day, reference};
use crate::Span;
use crate::chars::{is_sentence_end, is_separator};
use crate::extract::date::expression::{
    Amount, Clock, Direction, Edge, Length, Part, Period, Point, Time, TimeExpression, Unit,
};
use crate::extract::date::rules;
use crate::record::{DateType, ShortText};
use crate::resolve::value::{Value, monday};
use compact_str::format_compact;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

impl Resolver<'_, '_> {
    pub(super) fn window(&self, length: &Length, direction: Direction, edge: Edge) -> Answer {
        let answer = Answer::new(DateType::Duration, print_length(length));
        let fine = is_fine(length.finest());
        let from = match (edge, self.published, self.last) {
            // 上两周 are the two weeks before this one, 下三天 the three days after today.
            (Edge::Unit, Some(now), _) => Some(current(now, length.finest(), direction).unwrap_or(now)),
            (Edge::Now, now, _) => now,
            // 10月12日大雨,此前三天: up to the 11th.
            (Edge::Told, _, Some(Value::Day(day))) if !fine => {
                Some(day.to_datetime(jiff::civil::Time::midnight()))
            }
            _ => None,
        };
        let Some(from) = from.filter(|_| !fine || self.has_time) else { return answer };
        let Some(moved) = moved(from, length, direction).filter(|m| m.year() > 0) else { return answer };
        let (start, end) = if direction == Direction::Past { (moved, from) } else { (from, moved) };
        if fine {
            return Answer { start: Some(print_moment(start)), end: Some(print_moment(end)), ..answer };
        }
        let last = if edge != Edge::Now { end.date().yesterday().unwrap_or(end.date()) } else { end.date() };
        // 三年半以来 is told to the month, as 三年半前 is.
        let months = matches!(length.first(), Some((Amount::Exact(n), Period::Year))
            if n.as_integer().is_none() && n.to_f64() > 1.0);
        answer.with(Some(match (months, direction) {
            (true, Direction::Past) => (start.date().first_of_month(), last),
            (true, _) => (start.date(), last.last_of_month()),
            _ => (start.date(), last),
        }))
    }

    pub(super) fn offset(&mut self, point: &Point, length: &Length, direction: Direction) -> Answer {
        let place = self.place(point, None);
        let Value::Day(d) = place.first else { return Answer::new(DateType::Date, "XXXX-XX-XX") };
        let moved = moved(d.to_datetime(jiff::civil::Time::midnight()), length, direction);
        let Some(moved) = moved.filter(|m| m.year() > 0) else {
            return Answer::new(DateType::Date, "XXXX-XX-XX");
        };
        if is_fine(length.finest()) {
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

    pub(super) fn shift(
        &mut self,
        length: &Length,
        direction: Direction,
        clock: Option<Clock>,
        part: Option<Part>,
    ) -> Answer {
        let fine = is_fine(length.finest());
        let unknown = Answer::new(
            DateType::Date,
            match length.finest() {
                _ if length.is_compound() => reference(direction),
                Period::Year => "XXXX",
                Period::Month => "XXXX-XX",
                Period::Week | Period::Day | Period::Workday => "XXXX-XX-XX",
                _ => reference(direction),
            },
        );
        let Some(published) = self.published.filter(|_| self.has_time || !fine) else { return unknown };
        let published = self.story(published, length, direction).unwrap_or(published);
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
        let half_year = length.first().is_some_and(|(a, p)| p == Period::Year && !whole(a));
        let half_month = length.first().is_some_and(|(a, p)| p == Period::Month && !whole(a));
        let value = match length.finest() {
            Period::Year if half_year => Value::Month(Some(y), Some(m)),
            Period::Year => Value::Year(Some(y)),
            Period::Month if half_month => Value::Day(date),
            Period::Quarter | Period::Month => Value::Month(Some(y), Some(m)),
            _ => Value::Day(date),
        };
        let value = if clock.is_some() || part.is_some() { Value::Day(date) } else { value };
        let place = Place { first: value, last: None, part, clock };
        self.remember(&place, &Point { unit: Unit::Day(0), ..Point::default() });
        self.print_place(&place, None)
    }
}

impl Resolver<'_, '_> {
    /// What was told last where a story goes on from it: 5月9日…直到五天后才, 2021年4月…两个月后. What is announced, or would
    /// not be over by the publication, counts from that.
    fn story(&self, published: DateTime, length: &Length, direction: Direction) -> Option<DateTime> {
        if direction != Direction::Future || self.speaks_of_future() {
            return None;
        }
        let finest = length.finest();
        let from = match self.last? {
            Value::Day(day) if !is_fine(finest) => day,
            Value::Month(Some(y), Some(m)) if matches!(finest, Period::Month | Period::Year) => day(y, m, 1)?,
            Value::Year(Some(y)) if finest == Period::Year && is_whole(length) => day(y, 1, 1)?,
            _ => return None,
        };
        if from >= published.date() {
            return None;
        }
        let from = from.to_datetime(jiff::civil::Time::midnight());
        moved(from, length, direction).filter(|to| to.date() <= published.date()).map(|_| from)
    }

    /// 收山十九年后重披戏服: with nothing announced and no day told that it counts from, 十九年 is a length.
    pub(super) fn as_length(&self, expression: &TimeExpression) -> Option<TimeExpression> {
        let Time::Shift(length, Direction::Future, None, None) = expression.time else { return None };
        let span = expression.span;
        // “半年后再来看看”; but 三年后再次登台.
        let asked = is_long(&length)
            && self.doc.char(span.end) == '再'
            && "看来去说查做谈议审".contains(self.doc.char(span.end + 1));
        if is_fine(length.finest()) || span.len() == self.doc.len() || asked || self.speaks_of_future() {
            return None;
        }
        if self.story(self.published?, &length, Direction::Future).is_some() {
            return None;
        }
        // Where nothing was told before, 三天后 counts from the publication.
        let before = self.doc.before(span.start);
        let opens = span.start == 0 || is_separator(before) || is_sentence_end(before);
        if self.last.is_none() && opens && !self.is_of_a_story(&length) {
            return None;
        }
        let after = ["以后", "之后", "过后", "后"].into_iter().find(|w| self.doc.ends_with(span.end, w))?;
        let span = Span::new(span.start, span.end - after.chars().count());
        Some(TimeExpression { span, rule: rules::LENGTH, time: Time::Duration(length), modifier: None })
    }
}

impl Resolver<'_, '_> {
    /// Whether months or years at hand, told by a headline or behind another clause, count from what that tells:
    /// 二十三年后的无罪判决; 借款20万元,八个月后变成欠款268万元; but not 据悉,两年后….
    fn is_of_a_story(&self, length: &Length) -> bool {
        let start = self.span.start;
        let clause = || {
            let chars = self.doc.chars();
            let head = chars[..start.saturating_sub(1)].iter().rev();
            let clause: Vec<_> = head.take_while(|&&c| !is_separator(c) && !is_sentence_end(c)).collect();
            let told = clause.first().is_some_and(|&&c| "悉称说到道示绍解露布讯".contains(c));
            clause.len() > 3 && !told
        };
        is_long(length) && (start == 0 || self.doc.before(start) == ',' && clause())
    }
}

/// Whether a length is of months or years.
fn is_long(length: &Length) -> bool {
    matches!(length.finest(), Period::Year | Period::Quarter | Period::Month)
}

/// Whether a length is so many of one unit, none of them in part.
fn is_whole(length: &Length) -> bool {
    let whole = |(amount, _)| matches!(amount, Amount::Exact(n) if n.as_integer().is_some());
    !length.is_compound() && length.first().is_some_and(whole)
}

const fn is_fine(period: Period) -> bool {
    matches!(period, Period::Hour | Period::Minute | Period::Second)
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
        Period::Day | Period::Workday => at(date).checked_add(next.days()).ok()?,
        Period::Hour => now.date().at(now.hour(), 0, 0, 0).checked_add(next.hours()).ok()?,
        Period::Minute => now.date().at(now.hour(), now.minute(), 0, 0).checked_add(next.minutes()).ok()?,
        Period::Second => now.checked_add(next.seconds()).ok()?,
    })
}

/// A moment moved by an exact length; `None` where the calendar ends or the length is not exact.
fn moved(from: DateTime, length: &Length, direction: Direction) -> Option<DateTime> {
    let sign = if direction == Direction::Past { -1 } else { 1 };
    let mut to = from;
    for (amount, period) in length.parts() {
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
            Period::Workday => return None,
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
pub(super) fn print_length(length: &Length) -> ShortText {
    let print = |upper: bool| {
        let mut text = ShortText::const_new("P");
        let mut clock = false;
        for (at, (amount, period)) in length.parts().enumerate() {
            let (code, fine, factor) = match length.upper_period().filter(|_| upper).unwrap_or(period) {
                Period::Year => ('Y', false, 1),
                Period::Quarter => ('M', false, 3),
                Period::Month => ('M', false, 1),
                Period::Week => ('W', false, 1),
                Period::Day | Period::Workday => ('D', false, 1),
                Period::Hour => ('H', true, 1),
                Period::Minute => ('M', true, 1),
                Period::Second => ('S', true, 1),
            };
            if fine && !clock {
                text.push('T');
                clock = true;
            }
            match (amount, length.upper()) {
                (_, Some(n)) if upper && at == 0 => text += &n.times(factor).unwrap_or(n).to_string(),
                (Amount::Exact(n), _) => text += &n.times(factor).unwrap_or(n).to_string(),
                (Amount::Some, _) => text.push('X'),
            }
            text.push(code);
        }
        text
    };
    if length.upper().is_some() { format_compact!("{}/{}", print(false), print(true)) } else { print(false) }
}
