//! What an article has told so far, for the expressions after it.

use super::future::SENTENCE_LIMIT;
use super::print::hour_of;
use super::{NEAR, NEWS, Place, Resolver, Told};
use crate::chars::is_sentence_end;
use crate::document::starts_with;
use crate::extract::activity;
use crate::extract::date::expression::{InMonth, Month, Part, Point, Time, TimeExpression, Unit, Year};
use crate::extract::date::{FestivalDay, festival};
use crate::resolve::value::Value;
use jiff::civil::Date;

/// What was told farther back, in characters, is of no year that goes on.
const PARAGRAPH_LIMIT: usize = 600;

/// The last month in which a year is reported that is over: 年报, 统计公报.
const LAST_OF_REPORTS: i8 = 7;

/// A headline and a first sentence end in so many characters.
const OPENING: usize = 100;

impl Resolver<'_, '_> {
    /// Keeps the day that the text tells of a feast without a fixed one: 9月12日是古尔邦节.
    pub(super) fn hear(&mut self, point: &Point) {
        let Unit::Festival(row) = point.unit else { return };
        if festival(row).is_none_or(|f| f.day != FestivalDay::Moving) {
            return;
        }
        let between: String =
            self.doc.chars()[self.before.min(self.span.start)..self.span.start].iter().collect();
        let told = ["是", "为", "正是", "恰逢", "适逢", "是传统的", "是伊斯兰教"].contains(&between.as_str());
        if let (true, Some(Value::Day(day))) = (told, self.day) {
            self.told = Some((row, day));
        }
    }

    /// Moves 凌晨 without a day of its own past the midnight after an evening: 8月3日晚…守到凌晨.
    pub(super) fn turn_midnight(&mut self, place: &mut Place, point: &Point) {
        let small = |p: &Point| p.part == Some(Part::SmallHours);
        if self.late && small(point) && point.unit == Unit::Whole && point.year == Year::Unsaid {
            place.first = self.same_day(1);
        }
        let evening = matches!(place.part, Some(Part::Evening | Part::Night))
            || place.clock.is_some_and(|clock| hour_of(clock.hour, place.part).0 >= 18);
        // A day, or a time of it, is told anew; the small hours end the night.
        self.late = evening && matches!(place.first, Value::Day(_) | Value::PartialDay(..));
    }

    /// Forgets the month of a dateline, which is the publication's: 新华社北京11月1日电…30日 is October's. The dateline of
    /// another time, where the publication is not the article's own, counts.
    pub(crate) fn leave_dateline(&mut self) {
        if self.published.is_none() {
            self.issue = self.day;
        }
        if let (Some(Value::Day(day)), Some(today)) = (self.day, self.today())
            && day.until(today).is_ok_and(|span| span.get_days().abs() <= NEAR)
        {
            self.month = None;
        }
    }

    /// The part of the day that a clock reading behind `expression` belongs to.
    pub(super) fn part_behind(&self, expression: &TimeExpression) -> Option<(Part, usize)> {
        let Time::Point(point) = expression.time else { return None };
        let span = expression.span;
        match (point.part, self.part) {
            (Some(part), _) => Some((part, span.end)),
            // 今晚(9月1日)
            (None, Some((part, end))) if end + 1 == span.start && self.doc.char(end) == '(' => {
                (self.doc.char(span.end) == ')').then_some((part, span.end + 1))
            }
            _ => None,
        }
    }

    /// A clock reading without a part of the day is of the part before it, behind a date in brackets and where the
    /// sentence goes on with a later hour: 今晚(9月1日)8时, 下午2点开始,5点结束.
    pub(super) fn in_part(&self, point: Point) -> Point {
        let (Some(clock), None, Unit::Whole) = (point.clock, point.part, point.unit) else { return point };
        let Some((part, end)) = self.part else { return point };
        let bracketed = end == self.span.start && self.doc.before(end) == ')';
        let between = &self.doc.chars()[end.min(self.span.start)..self.span.start];
        let later = self.hour.is_some_and(|hour| hour < clock.hour)
            && between.len() <= SENTENCE_LIMIT
            && !between.iter().any(|&c| is_sentence_end(c));
        if bracketed || later { Point { part: Some(part), ..point } } else { point }
    }

    /// The last year told as a whole, where nothing that `parts` stands between.
    pub(super) fn stated(&self, parts: impl Fn(char) -> bool) -> Option<i32> {
        self.unparted(self.stated, parts)
    }

    /// As [`stated`](Self::stated), of 今年 and 明年, in their clause: 今年本市高考七月七日举行.
    pub(super) fn stated_from_here(&self) -> Option<i32> {
        self.unparted(self.relative, |c| c == ',' || is_sentence_end(c))
    }

    /// The year that the paragraph tells of as a whole; a report of last year (its headline or first sentence says so) tells
    /// of that one all through: 2019年…统计公报\n…全年, 上年.
    pub(super) fn told_year(&self) -> Option<i32> {
        let this = self.today().map(|d| i32::from(d.year()));
        let now = self.unparted(self.relative, |c| c == '\n').filter(|year| Some(*year) == this);
        // Such reports come in the first half of the year; what a plan calls 全年 is to come.
        let season =
            self.today().is_some_and(|today| today.month() <= LAST_OF_REPORTS) && !self.speaks_of_future();
        let reported = || self.opening.filter(|year| season && this == Some(year + 1));
        self.stated(|c| c == '\n').or(now).or_else(reported)
    }

    fn unparted(&self, told: Option<(i32, usize)>, parts: impl Fn(char) -> bool) -> Option<i32> {
        let (year, end) = told?;
        let between = &self.doc.chars()[end.min(self.span.start)..self.span.start];
        let near = between.len() <= PARAGRAPH_LIMIT && !between.iter().any(|&c| parts(c));
        near.then_some(year)
    }

    /// Keeps the day, month and year for the expressions after it.
    pub(super) fn remember(&mut self, place: &Place, point: &Point) {
        if point.unit != Unit::SamePeriod && place.clock.is_none() && !self.is_compared(point) {
            self.interval = Some((place.first, place.last));
        }
        self.last = Some(place.last.unwrap_or(place.first));
        self.coming = self.ahead(place, point);
        if matches!(place.first, Value::Day(_) | Value::Month(..) | Value::Season(..)) {
            self.story = self.long_ago(place);
        }
        if self.day.is_some() && self.names_gathering(point) {
            return;
        }
        if let (Unit::Whole, Year::Number(year)) = (point.unit, point.year) {
            self.stated = Some((year, self.span.end));
            if self.span.end <= OPENING {
                self.opening = self.opening.or(Some(year));
            }
        }
        if let (Unit::Whole, Year::Relative(_), Value::Year(Some(year))) =
            (point.unit, point.year, place.first)
        {
            self.relative = Some((year, self.span.end));
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
                self.month = match point.unit {
                    Unit::Festival(_) | Unit::NextFestival(..) | Unit::Holiday(_) | Unit::Lunar(..) => {
                        Some(Told::Near(d))
                    }
                    Unit::Day(_) | Unit::Week(..) => None,
                    Unit::Whole if point.year == Year::Unsaid => self.month,
                    _ => Some(month_of(d)),
                };
                self.told_month(false);
                self.year = Some(i32::from(d.year()));
            }
            Value::PartialDay(y, m, Some(_)) => {
                self.day = Some(place.first);
                if let Some(m) = m {
                    self.month = Some(Told::Month(y, m));
                    self.told_month(false);
                }
                self.year = y.or(self.year);
            }
            Value::Month(y, Some(m)) => {
                // 前10个月, 暑假期间 and 较上月 tell no month of the days behind them.
                let aside = place.last.is_some() || self.is_compared(point);
                if !aside {
                    self.month = Some(Told::Month(y, m));
                    self.told_month(true);
                }
                self.year = y.or(self.year);
            }
            Value::Year(y) | Value::Half(y, _) | Value::Quarter(y, _) | Value::Season(y, _) => {
                self.year = y.or(self.year);
            }
            _ => {}
        }
    }

    /// Whether a feast is only what a gathering is called by, which may be held on any day: 19日举行春节|团拜会.
    fn names_gathering(&self, point: &Point) -> bool {
        matches!(point.unit, Unit::Festival(_) | Unit::NextFestival(..))
            && activity::begins_gathering(&self.doc.chars()[self.span.end..])
    }

    /// The days of a day, a month or a season of the year before the last or an earlier one, and where it ends; none of what
    /// something is compared with: 较2019年5月, 2019年同期.
    fn long_ago(&self, place: &Place) -> Option<(Date, Date, usize)> {
        let this = i32::from(self.today()?.year());
        let year = match place.first {
            Value::Day(day) => i32::from(day.year()),
            Value::Month(year, _) | Value::Season(year, _) => year?,
            _ => return None,
        };
        // Most days are no older.
        if year + 1 >= this {
            return None;
        }
        let (first, last) = place.first.bounds()?;
        let chars = self.doc.chars();
        let compared = matches!(self.doc.before(self.span.start), '较' | '比' | '于' | '同' | '自' | '从')
            || starts_with(&chars[self.span.end..], "同期")
            || starts_with(&chars[self.span.end..], "的");
        (!compared && i32::from(last.year()) + 1 < this).then_some((first, last, self.span.end))
    }

    /// The first day of a day, a month or a part of it that is to come.
    fn ahead(&self, place: &Place, point: &Point) -> Option<Date> {
        let (Value::Day(_) | Value::Month(..)) = place.first else { return None };
        let (first, _) = place.first.narrowed(point.phase)?;
        (first > self.today()?).then_some(first)
    }

    /// Whether a month is only what another is compared with: 较上月, 由上月.
    fn is_compared(&self, point: &Point) -> bool {
        point.unit == Unit::Month(Month::Relative(-1), InMonth::Whole)
            && (self.compares() || self.doc.before(self.span.start) == '由')
    }

    pub(super) fn remember_end(&mut self, place: &Place) {
        if let Value::Day(d) = place.first {
            self.month = Some(month_of(d));
            self.told_month(false);
        }
    }

    /// Keeps where the month was told, and by a day or not.
    fn told_month(&mut self, whole: bool) {
        self.month_at = (self.span.end, whole);
        if !whole && self.months_ago().is_none_or(|ago| (0..=NEWS).contains(&ago)) {
            self.recent = self.month;
        }
    }
}

/// The month of a day.
fn month_of(day: Date) -> Told {
    Told::Month(Some(i32::from(day.year())), day.month() as u8)
}
