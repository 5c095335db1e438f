//! Weeks, months and the days in them.

use super::future::{AHEAD, tells};
use super::{LATEST, NEWS, Place, Resolver, Told, day, day_value};
use crate::extract::date::expression::{InMonth, InWeek, Month, Point};
use crate::record::Modifier;
use crate::resolve::value::{Value, monday};
use jiff::ToSpan;
use jiff::civil::Date;

/// Days at the turn of a month: one behind one of the last is the next month's.
const TURN: u8 = 3;

impl Resolver<'_, '_> {
    pub(super) fn week(&self, week: Option<i32>, within: InWeek, modifier: Option<Modifier>) -> Value {
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
            // 11月1日,星期二: a weekday beside its day says nothing new.
            InWeek::Day(n)
                if week.is_none()
                    && self.span.start <= self.before + 1
                    && matches!(self.day, Some(Value::Day(d)) if d.weekday().to_monday_one_offset() == n as i8) =>
            {
                self.day.unwrap_or(Value::Weekday(n))
            }
            // 周二、周四: the first such day behind it.
            InWeek::Day(n)
                if week.is_none()
                    && self.weekday
                    && self.span.start == self.before + 1
                    && matches!(self.doc.before(self.span.start), '、' | '和' | '与' | '及') =>
            {
                let Some(Value::Day(last)) = self.day else { return Value::Weekday(n) };
                let ahead = (n as i8 - last.weekday().to_monday_one_offset()).rem_euclid(7);
                last.checked_add(i64::from(ahead).days()).map_or(Value::Weekday(n), Value::Day)
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

    pub(super) fn month(
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
                let moves = matches!(within, InMonth::Weekday(..) | InMonth::Weekend(_));
                let story = matches!(within, InMonth::Day(_)).then(|| self.year_of_story(anchor)).flatten();
                (story.or_else(|| self.nearest_year(moves, modifier, anchor)), Some(m))
            }
            // 去年同月
            Month::Same(0) if said => (year, self.last_month().map(|(_, m)| m)),
            // 8月指数比上月上升
            Month::Relative(-1) if self.compares_with_told(within) => match self.month {
                Some(Told::Month(y, m)) => shifted(y, m, -1),
                _ => (None, None),
            },
            Month::Relative(n) => match self.today() {
                Some(today) => shifted(Some(i32::from(today.year())), today.month() as u8, n),
                None => (None, None),
            },
            Month::Same(n) => match self.last_month() {
                Some((y, m)) => shifted(y, m, n),
                None => (None, None),
            },
            Month::Unsaid => match self.month_of_day(within, modifier) {
                Some((y, m)) => (y, Some(m)),
                None => (None, None),
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
        let at = |d: u8| {
            first.checked_add(i64::from(d.saturating_sub(1)).days()).map_or(first, |day| day.min(last))
        };
        let at = |d: u8| Value::Day(at(d));
        place(match within {
            InMonth::Whole => whole,
            InMonth::SamePeriod => match self.interval {
                Some((Value::Day(a), Some(Value::Day(b)))) if a.month() == b.month() => {
                    return Place { last: Some(at(b.day() as u8)), ..place(at(a.day() as u8)) };
                }
                _ => whole,
            },
            InMonth::Day(d) => day_value(year, number, Some(d)),
            InMonth::FromEnd(n) => Value::Day(last.checked_sub(i64::from(n - 1).days()).unwrap_or(last)),
            InMonth::Days(a, b) => return Place { last: Some(at(b)), ..place(at(a)) },
            InMonth::Week(0) => Value::Week(monday(last)),
            InMonth::Week(n) => {
                let to_monday = i64::from((7 - first.weekday().to_monday_zero_offset()) % 7);
                Value::Week(first.checked_add((to_monday + i64::from(n - 1) * 7).days()).ok())
            }
            InMonth::Weekday(0, weekday) => {
                let back = (last.weekday().to_monday_one_offset() - weekday as i8).rem_euclid(7);
                Value::Day(last.checked_sub(i64::from(back).days()).unwrap_or(last))
            }
            // The weekend is that of its Saturday.
            InMonth::Weekend(n) => {
                let saturday = match n {
                    0 => {
                        let back = (last.weekday().to_monday_one_offset() - 6).rem_euclid(7);
                        last.checked_sub(i64::from(back).days()).ok()
                    }
                    n => nth_weekday(first, n, 6).filter(|d| *d <= last),
                };
                Value::Weekend(saturday.and_then(monday))
            }
            InMonth::Weekday(n, weekday) => nth_weekday(first, n, weekday)
                .filter(|d| *d <= last)
                .map_or(Value::PartialDay(year, number, None), Value::Day),
        })
    }

    /// How many months before the publication the last month mentioned is.
    pub(super) fn months_ago(&self) -> Option<i32> {
        let (Some(Told::Month(Some(y), m)), Some(today)) = (self.month, self.today()) else { return None };
        Some((i32::from(today.year()) - y) * 12 + i32::from(today.month()) - i32::from(m))
    }

    /// Whether 比 or its like stands before the expression, and the month told last, as a whole and in its paragraph,
    /// is the one before the publication: the news of its figures.
    fn compares_with_told(&self, within: InMonth) -> bool {
        // 由上月下降转为上涨; but 从上月起.
        let turns = matches!(self.doc.before(self.span.start), '由' | '从')
            && within == InMonth::Whole
            && !matches!(self.doc.char(self.span.end), '起' | '开' | '至' | '到');
        (self.compares() || turns)
            && self.month_at.1
            && self.months_ago() == Some(1)
            && !self.is_told_elsewhere()
    }

    /// Whether the expression is what something is compared with.
    pub(super) fn compares(&self) -> bool {
        matches!(self.doc.before(self.span.start), '比' | '较' | '与' | '和')
    }

    /// Whether the month told last was told in another paragraph.
    pub(super) fn is_told_elsewhere(&self) -> bool {
        self.doc.chars()[self.month_at.0.min(self.span.start)..self.span.start].contains(&'\n')
    }

    /// The last month mentioned, else that of the publication. A month without a day, or long ago, or to come, tells
    /// nothing of the days of another paragraph: 去年四月…\n…十五日.
    fn last_month(&self) -> Option<YearMonth> {
        let aside = self.month_at.1 || self.months_ago().is_some_and(|ago| !(0..=NEWS).contains(&ago));
        match if aside && self.is_told_elsewhere() { self.recent } else { self.month } {
            Some(Told::Month(y, m)) => Some((y, m)),
            Some(Told::Near(date)) => Some(year_month(date)),
            None => self.today().map(year_month),
        }
    }

    /// The day of this number where it is one of the last days: another paragraph's news.
    fn latest(&self, number: u8) -> Option<Date> {
        let today = self.today()?;
        let mut days = (0..=LATEST).filter_map(|back| today.checked_sub(back.days()).ok());
        days.find(|day| day.day() == number as i8)
    }

    /// The month of a day without one: the last mentioned, else the publication's, or the one before where that has
    /// no such day, or has it only far ahead and nothing is announced.
    fn month_of_day(&self, within: InMonth, modifier: Option<Modifier>) -> Option<YearMonth> {
        let InMonth::Day(number) = within else { return self.last_month() };
        if let Some(month) = self.news_month(number) {
            return Some(month);
        }
        if self.month.is_some()
            && self.is_told_elsewhere()
            && let Some(day) = self.latest(number)
        {
            return Some(year_month(day));
        }
        if let Some(Told::Near(feast)) = self.month {
            let beside = |months: i64| feast.first_of_month().checked_add(months.months()).ok();
            let days = [-1, 0, 1].into_iter().filter_map(beside).map(year_month);
            let days = days.filter_map(|(y, m)| day(y?, m, number));
            let far = |d: &Date| feast.until(*d).map_or(i32::MAX, |span| span.get_days().abs());
            return days.min_by_key(far).map(year_month);
        }
        if let Some(day) = self.day_in_range(number) {
            return Some(year_month(day));
        }
        let (year, month) = self.last_month()?;
        // 30日晚大雨,31日转晴,1日放晴: the next month's first days.
        if let Some(Value::Day(last)) = self.day
            && number <= TURN
            && last.day() as u8 > 31 - TURN
            && !self.is_told_elsewhere()
            && let Ok(next) = last.first_of_month().checked_add(1.months())
            && day(i32::from(next.year()), next.month() as u8, number).is_some_and(|d| {
                self.today().is_none_or(|today| today.until(d).is_ok_and(|s| s.get_days() <= TURN.into()))
            })
        {
            return Some(year_month(next));
        }
        let (Some(y), Some(today)) = (year, self.today()) else { return Some((year, month)) };
        let past = match day(y, month, number) {
            None => true,
            Some(date) => {
                let ahead = today.until(date).map_or(0, |span| i64::from(span.get_days()));
                let far = self.month.is_none() && ahead > AHEAD && modifier != Some(Modifier::Before);
                far && !self.speaks_of_future()
            }
        };
        let before = |(y, m): (i32, u8)| if m == 1 { (Some(y - 1), 12) } else { (Some(y), m - 1) };
        Some(if past { before((y, month)) } else { (year, month) })
    }

    /// The day of this number in a range told last that goes over the end of a month: 4月26日至5月3日…29日.
    fn day_in_range(&self, number: u8) -> Option<Date> {
        let (from, to) = self.over?;
        let ends = [from, to].map(year_month);
        // Another month told since then has ended that.
        if !ends.contains(&self.last_month()?) {
            return None;
        }
        let days = ends.map(|(y, m)| day(y?, m, number));
        let mut within = days.into_iter().flatten().filter(|day| (from..=to).contains(day));
        within.next().filter(|_| within.next().is_none())
    }

    /// The month of a day without one that is told as news after a mention of long ago: `5日称`, or the same day as
    /// before that mention.
    fn news_month(&self, d: u8) -> Option<YearMonth> {
        let (Some((Some(y), m)), Some(today)) = (self.last_month(), self.today()) else { return None };
        let index = |y: i32, m: u8| y * 12 + i32::from(m);
        let now = index(i32::from(today.year()), today.month() as u8);
        // 名单9月公布…11日下午在记者会上说: a day before that month comes.
        let ahead = index(y, m) > now && d <= today.day() as u8 && !self.is_announced() && self.is_told();
        if ahead {
            return Some(year_month(today));
        }
        if now - index(y, m) <= NEWS {
            return None;
        }
        let said = |date: Date| Some(year_month(date));
        let near = |date: &Date| now - index(i32::from(date.year()), date.month() as u8) <= NEWS;
        if let Some(date) = self.bare.get(usize::from(d)).copied().flatten().filter(near) {
            return said(date);
        }
        if !tells(self.doc.rest(self.span.end)) {
            return None;
        }
        // A day that has not come yet is the last month's.
        if today.day() as u8 >= d { said(today) } else { said(today.first_of_month().yesterday().ok()?) }
    }
}

/// A year, where it is known, and a month.
type YearMonth = (Option<i32>, u8);

fn year_month(date: Date) -> YearMonth {
    (Some(i32::from(date.year())), date.month() as u8)
}

pub(super) fn nth_weekday(first: Date, n: u8, weekday: u8) -> Option<Date> {
    let ahead = (weekday as i8 - first.weekday().to_monday_one_offset()).rem_euclid(7);
    first.checked_add((i64::from(ahead) + i64::from(n - 1) * 7).days()).ok()
}
