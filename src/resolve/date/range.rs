//! From one point to another, and from a point until publication.

use super::{Answer, Place, Resolver};
use crate::extract::date::expression::{Clock, InMonth, Month, Point, Unit, Year};
use crate::record::DateType;
use crate::resolve::lunar;
use crate::resolve::value::{Value, iso};
use jiff::ToSpan;
use jiff::civil::Date;

impl Resolver<'_, '_> {
    pub(super) fn range(&mut self, first: &Point, last: &Point) -> Answer {
        let told = (self.month, self.month_at);
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
            b = match self.feast_after(a, last) {
                Some(day) => Place { first: Value::Day(day), ..b },
                None => after(a, b, first, last),
            };
        }
        let b = self.next_morning(a, b, first, last);
        self.remember_end(&b);
        if let (Value::Day(from), Value::Day(to)) = (a.first, b.first) {
            let next = from.first_of_month().checked_add(1.month()).is_ok_and(|m| m == to.first_of_month());
            self.over = next.then_some((from, to));
        }
        // 1—10月增长5%。15日: of none of those months.
        if let (Value::Month(..), Value::Month(..)) = (a.first, b.first) {
            (self.month, self.month_at) = told;
        }
        self.interval = Some((a.first, Some(b.last.unwrap_or(b.first))));
        let timed = a.part.is_some() || a.clock.is_some() || b.part.is_some() || b.clock.is_some();
        let (x, y) = (self.print_place(&a, first.phase), self.print_place(&b, last.phase));
        let mut value = if a.last.is_some() { a.first.print() } else { x.value };
        value.push('/');
        match b.last {
            Some(last) => last.append(&mut value),
            None => value.push_str(&y.value),
        }
        let kind = if timed { DateType::Time } else { DateType::Date };
        let answer = Answer::new(kind, value);
        match (x.start, y.end) {
            // Of one length, the strings compare as the times do.
            (Some(start), Some(end)) if is_date_time(&start) == is_date_time(&end) && start <= end => {
                Answer { start: Some(start), end: Some(end), ..answer }
            }
            _ => answer,
        }
    }

    /// The first such feast or lunar day on or after the start of a range: 今天到中秋节.
    fn feast_after(&self, a: Place, last: &Point) -> Option<Date> {
        let start = a.first.bounds()?.0;
        let this = i32::from(start.year());
        let day = |year: i32| match last.unit {
            Unit::Festival(row) => self.festival(row, Some(year), true, None),
            Unit::Lunar(month, Some(day)) => lunar::date(year, month, day),
            _ => None,
        };
        [this - 1, this, this + 1].into_iter().filter_map(day).find(|day| *day >= start)
    }

    /// 22点到6点: where only the clock goes on, an end before the start is on the next day.
    pub(super) fn next_morning(&self, a: Place, mut b: Place, first: &Point, last: &Point) -> Place {
        if first.unit != last.unit || first.year != last.year || first.offset != last.offset {
            return b;
        }
        let (Some((x, from)), Some((y, to))) = (self.timed(&a), self.timed(&b)) else { return b };
        let reading = |clock: Clock| (clock.hour, clock.minute, clock.second);
        if x == y
            && reading(to) < reading(from)
            && from.hour >= 18
            && let Value::Day(d) = b.first
        {
            b.first = d.tomorrow().map_or(b.first, Value::Day);
        }
        b
    }

    pub(super) fn since(&mut self, point: &Point) -> Answer {
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
                let mut value = first.print();
                value.push('/');
                Value::Day(today).append(&mut value);
                let bounds = start.filter(|s| *s <= today).map(|s| (s, today));
                Answer::new(DateType::Date, value).with(bounds)
            }
            None => Answer {
                start: start.map(iso),
                ..Answer::new(DateType::Date, format!("{}/..", first.print()))
            },
        }
    }
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

/// Whether a bound has a clock reading.
fn is_date_time(bound: &str) -> bool {
    bound.contains('T')
}
