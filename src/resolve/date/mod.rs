//! Resolves time expressions against the publication and the article so far.

mod length;
mod month;
mod place;
mod range;
mod set;

use self::length::print_length;
use super::value::{Value, append_two, iso};
use crate::Document;
use crate::Span;
use crate::chars::is_sentence_end;
use crate::document::starts_with;
use crate::extract::Context;
use crate::extract::date::expression::{
    Clock, Direction, InMonth, Month, Part, Point, Time, TimeExpression, Unit, Year,
};
use crate::extract::date::{FestivalDay, festival};
use crate::lexicon::Beginnings;
use crate::record::{self, DateType, Modifier};
use jiff::civil::{Date, DateTime};
use std::cell::Cell;
use std::sync::LazyLock;

/// A day without a year may lie this many days ahead of the publication.
const AHEAD: i64 = 20;

/// A month that began more days ago than this is over: 10月底前 in an announcement is the next one's.
const OVER: i64 = 31;

/// What is prepared for lies this many days ahead at most, and the last one this many days back at least.
const SOON: i64 = 62;
const AGO: i64 = 240;

/// The next such day of the year is farther than one so many days ago, whatever calendar it is of.
const HALF: i64 = 170;

/// A dateline is this many days from its publication at most.
const NEAR: i32 = 10;

/// How far the resolver looks for the sentence around an expression, in characters.
const SENTENCE_LIMIT: usize = 60;

/// A mention this many months before the publication does not say the month of a day that is told as news.
const NEWS: i32 = 2;

/// A paragraph without a month tells of the last days, so many of them, rather than of a month told before it.
const LATEST: i64 = 3;

/// What follows a day on which something was told.
const TOLD: &[&str] =
    &["称", "说", "表示", "宣布", "电", "消息", "讯", "报道", "发布", "通报", "发表", "证实", "透露"];

/// Whether a sentence speaks of the future.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Future {
    /// No word of it does.
    No,
    /// It asks or prepares for something: a day in the next weeks is meant rather than one of last year.
    Prepared,
    /// It announces.
    Announced,
}

/// Words of a sentence that speaks of the future.
static FUTURE: LazyLock<Beginnings<Future>> = LazyLock::new(|| {
    let announced = "将 计划 预计 拟 即将 定于 定在 就能 力争 有望 争取 临近 还没到 还未到 只待 起施行 起实施 起执行 月施行 月实施 生效";
    let prepared =
        "晋级 无缘 入围 出征 估计 准备 明年 要求 部署 做好 确保 筹备 备战 迎接 到来 来临 报名 截止";
    let announced = announced.split(' ').map(|word| (word, Future::Announced));
    Beginnings::new(announced.chain(prepared.split(' ').map(|word| (word, Future::Prepared))))
});

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
    /// The last interval mentioned: its first part and, where it has one, its last.
    interval: Option<(Value, Option<Value>)>,
    /// The expression at hand, for its sentence.
    span: Span,
    /// Where the expression before it ended.
    before: usize,
    /// The last feast whose day only the text tells, and that day: 9月12日是古尔邦节.
    told: Option<(u16, Date)>,
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
    value: String,
    start: Option<String>,
    end: Option<String>,
}

impl Answer {
    fn new(kind: DateType, value: impl Into<String>) -> Self {
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
            interval: None,
            span: Span::new(0, 0),
            before: 0,
            told: None,
            bare: [None; 32],
            part: None,
            hour: None,
            future: Cell::new(None),
        }
    }

    /// Keeps the day that the text tells of a feast without a fixed one: 9月12日是古尔邦节.
    fn hear(&mut self, point: &Point) {
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
    fn turn_midnight(&mut self, place: &mut Place, point: &Point) {
        let small = |p: &Point| p.part == Some(Part::SmallHours);
        if self.late && small(point) && point.unit == Unit::Whole && point.year == Year::Unsaid {
            place.first = self.same_day(1);
        }
        let evening = matches!(place.part, Some(Part::Evening | Part::Night))
            || place.clock.is_some_and(|clock| hour_of(clock.hour, place.part).0 >= 18);
        // A day, or a time of it, is told anew; the small hours end the night.
        self.late = evening && matches!(place.first, Value::Day(_) | Value::PartialDay(..));
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
            Time::Window { length, direction, aligned } => self.window(&length, direction, aligned),
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

    /// Whether something is told later in the sentence: 11日下午在记者会上说.
    fn is_told(&self) -> bool {
        let rest = &self.doc.chars()[self.span.end..];
        let end = rest.iter().take(SENTENCE_LIMIT).position(|&c| is_sentence_end(c) || c == ',');
        let rest = &rest[..end.unwrap_or(rest.len().min(SENTENCE_LIMIT))];
        (0..rest.len()).any(|at| TOLD.iter().any(|word| starts_with(&rest[at..], word)))
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
    fn part_behind(&self, expression: &TimeExpression) -> Option<(Part, usize)> {
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
    fn in_part(&self, point: Point) -> Point {
        let (Some(clock), None, Unit::Whole) = (point.clock, point.part, point.unit) else { return point };
        let Some((part, end)) = self.part else { return point };
        let bracketed = end == self.span.start && self.doc.before(end) == ')';
        let between = &self.doc.chars()[end.min(self.span.start)..self.span.start];
        let later = self.hour.is_some_and(|hour| hour < clock.hour)
            && between.len() <= SENTENCE_LIMIT
            && !between.iter().any(|&c| is_sentence_end(c));
        if bracketed || later { Point { part: Some(part), ..point } } else { point }
    }

    /// Whether the sentence announces something.
    fn speaks_of_future(&self) -> bool {
        self.future() == Future::Announced
    }

    /// Whether the sentence speaks of the future.
    fn future(&self) -> Future {
        if let Some(known) = self.future.get() {
            return known;
        }
        let chars = self.doc.chars();
        let low = self.span.start.saturating_sub(SENTENCE_LIMIT);
        let start = (low..self.span.start).rev().find(|&i| is_sentence_end(chars[i])).map_or(low, |i| i + 1);
        let high = chars.len().min(self.span.end + SENTENCE_LIMIT);
        let end = (self.span.end..high).find(|&i| is_sentence_end(chars[i])).unwrap_or(high);
        let words = &*FUTURE;
        let heard = (start..end).filter(|&at| words.may_begin(chars[at]));
        let future = heard.filter_map(|at| words.at_start(&chars[at..])).map(|(_, future)| future).max();
        let future = future.unwrap_or(Future::No);
        self.future.set(Some(future));
        future
    }

    /// The year in which `day` of that year is nearest in the past, or at most [`AHEAD`] days ahead.
    fn nearest(&self, modifier: Option<Modifier>, day: impl Fn(i32) -> Option<Date>) -> Option<i32> {
        let today = self.today()?;
        let this = i32::from(today.year());
        let ahead = |year: i32| Some((year, today.duration_until(day(year)?).as_hours() / 24));
        // Leap days and leap months are rare: go back until there is one. A lunar date may fall in the next year.
        let past = (-1..9).map(|back| this - back).filter_map(ahead).find(|&(_, days)| days <= AHEAD);
        let next = |from| (from..=this + 1).filter_map(ahead).find(|&(_, days)| days > AHEAD);
        let Some((year, days)) = past else { return next(this - 4).map(|n| n.0) };
        // 2026年高考6月7日开考, told in January.
        let told = self.stated(is_sentence_end).filter(|told| year < *told && days < -SOON);
        if let Some((coming, _)) = told.and_then(|told| next(year + 1).filter(|(coming, _)| *coming <= told))
        {
            return Some(coming);
        }
        let before = modifier == Some(Modifier::Before);
        if !before && days >= -HALF {
            return Some(year);
        }
        match next(year + 1) {
            Some((coming, far)) if far < -days && (before || self.speaks_of_future()) => Some(coming),
            Some((coming, far)) if far <= SOON && days < -AGO && self.future() > Future::No => Some(coming),
            Some((coming, _)) if before && days < -OVER && self.speaks_of_future() => Some(coming),
            _ => Some(year),
        }
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
                let told = self.stated(|c| c == '\n').filter(|told| this.is_none_or(|this| *told <= this));
                Some(told.or(this)? + n)
            }
            Year::Same(n) => Some(self.year? + n),
            _ => None,
        }
    }

    /// The last year told as a whole, where nothing that `parts` stands between.
    fn stated(&self, parts: impl Fn(char) -> bool) -> Option<i32> {
        let (year, end) = self.stated?;
        let between = &self.doc.chars()[end.min(self.span.start)..self.span.start];
        (!between.iter().any(|&c| parts(c))).then_some(year)
    }

    /// Keeps the day, month and year for the expressions after it.
    fn remember(&mut self, place: &Place, point: &Point) {
        if point.unit != Unit::SamePeriod && place.clock.is_none() {
            self.interval = Some((place.first, place.last));
        }
        self.last = Some(place.last.unwrap_or(place.first));
        if let (Unit::Whole, Year::Number(year)) = (point.unit, point.year) {
            self.stated = Some((year, self.span.end));
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
                self.month = Some(Told::Month(y, m));
                self.told_month(true);
                self.year = y.or(self.year);
            }
            Value::Year(y) | Value::Half(y, _) | Value::Quarter(y, _) | Value::Season(y, _) => {
                self.year = y.or(self.year);
            }
            _ => {}
        }
    }

    fn print_place(&self, place: &Place, phase: Option<Modifier>) -> Answer {
        if let Some((day, time)) = self.timed(place) {
            let mut value = day.print();
            append_time(&mut value, time);
            let stamp = moment(day, time);
            return Answer { start: stamp.clone(), end: stamp, ..Answer::new(DateType::Time, value) };
        }
        let mut value = place.first.print();
        if let Some(part) = place.part {
            value.push('T');
            value.push_str(part.code());
            return Answer::new(DateType::Time, value).with(place.first.bounds());
        }
        let Some(last) = place.last else {
            if let Value::Day(_) = place.first {
                let day = Some(value.clone());
                return Answer { start: day.clone(), end: day, ..Answer::new(DateType::Date, value) };
            }
            return Answer::new(DateType::Date, value).with(place.first.narrowed(phase));
        };
        value.push('/');
        last.append(&mut value);
        let (start, end) = (place.first.bounds(), last.bounds());
        let bounds = match (phase, place.first, last) {
            (Some(Modifier::Start), Value::Year(_), _) => start,
            (Some(Modifier::End), _, Value::Year(_)) => end,
            _ => start.zip(end).map(|(a, b)| (a.0, b.1)),
        };
        Answer::new(DateType::Date, value).with(bounds)
    }

    /// The clock reading moved by the part of the day, and the day it falls on.
    fn timed(&self, place: &Place) -> Option<(Value, Clock)> {
        let clock = place.clock?;
        let (hour, next) = hour_of(clock.hour, place.part);
        let day = match (next, place.first) {
            (true, Value::Day(d)) => d.tomorrow().map_or(place.first, Value::Day),
            _ => place.first,
        };
        Some((day, Clock { hour, ..clock }))
    }

    fn remember_end(&mut self, place: &Place) {
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

/// The hour on the 24-hour clock, and whether it falls on the next day: 晚上8点 is 20, 晚上12点 is 24.
fn hour_of(hour: u8, part: Option<Part>) -> (u8, bool) {
    match (part, hour) {
        (Some(Part::Afternoon), 1..=11) => (hour + 12, false),
        (Some(Part::Evening), 4..=11) => (hour + 12, false),
        (Some(Part::Evening), 1..=3) => (hour, true),
        (Some(Part::Evening), 12) => (0, true),
        (Some(Part::Night), 7..=11) => (hour + 12, false),
        (Some(Part::Night), 12) => (0, true),
        (Some(Part::Midday), 1..=5) => (hour + 12, false),
        (Some(Part::SmallHours), 12) => (0, false),
        (_, 24) => (24, false),
        _ => (hour, false),
    }
}

/// The date-time of a clock reading, where its day is known.
fn moment(day: Value, time: Clock) -> Option<String> {
    let Value::Day(date) = day else { return None };
    let (date, hour) = if time.hour == 24 { (date.tomorrow().ok()?, 0) } else { (date, time.hour) };
    let mut text = iso(date);
    append_time(&mut text, Clock { hour, ..time });
    Some(text)
}

/// `T09:30`, and the seconds where they were read.
fn append_time(to: &mut String, time: Clock) {
    let parts = [('T', Some(time.hour)), (':', Some(time.minute)), (':', time.second)];
    for (mark, part) in parts {
        if let Some(part) = part {
            to.push(mark);
            append_two(to, part);
        }
    }
}

fn print_moment(moment: DateTime) -> String {
    let [hour, minute, second] = [moment.hour(), moment.minute(), moment.second()].map(|n| n as u8);
    let mut text = iso(moment.date());
    append_time(&mut text, Clock { hour, minute, second: (second > 0).then_some(second) });
    text
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
