//! Layer 1 of time: what the words say, before any reference date is known.

pub use super::amount::{Amount, Length, Period, Quantity};
use crate::Span;
use crate::record::Modifier;

/// A time expression as read: its place, the rule that read it and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// Its place in the text, in characters.
    pub span: Span,
    /// The rule that read it.
    pub rule: &'static str,
    /// What it says.
    pub time: Time,
    /// How it is qualified.
    pub modifier: Option<Modifier>,
}

/// What a time expression says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Time {
    /// A place in the calendar, with or without a clock: `10月29日上午9时`.
    Point(Point),
    /// From one point to another: `10月26日至28日`.
    Range(Point, Point),
    /// From a point until the article was published: `2018年以来`, `4月至今`.
    Since(Point),
    /// A length of time: `30天`, `3至5年`.
    Duration(Length),
    /// A length that ends or begins at an edge: `近三年`, `未来7天`.
    #[allow(missing_docs)]
    Window { length: Length, direction: Direction, edge: Edge },
    /// A length before or after the reference: `3年前`, `两天后`.
    Shift(Length, Direction, Option<Clock>, Option<Part>),
    /// A length before or after a point: `2月13日3天后`.
    Offset(Point, Length, Direction),
    /// A recurrence: `每周三`.
    Set(Set),
    /// A vague past, present or future: `近日`, `目前`, `今后`.
    Vague(Direction),
}

/// Where the reference stands to a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Direction {
    Past,
    Present,
    Future,
}

/// A place in the calendar. What is not said is left for the resolver.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// The year, or more than a year.
    pub year: Year,
    /// What part of the year.
    pub unit: Unit,
    /// Part of the day.
    pub part: Option<Part>,
    /// Clock reading.
    pub clock: Option<Clock>,
    /// 初, 中, 底 of a month or longer: `START`, `MID`, `END`.
    pub phase: Option<Modifier>,
    /// 前一天 -1, 第二天 1 of a day.
    pub offset: i8,
}

/// The year of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Year {
    /// Not said.
    #[default]
    Unsaid,
    /// 2022年; 0 is 1 BC.
    Number(i32),
    /// 98年, 零六年: two digits, the century not said.
    Short(u8),
    /// 今年 0, 去年 -1.
    Relative(i32),
    /// 全年 0, 上年 -1: from the year that its paragraph tells of, else from this one.
    Told(i32),
    /// 当年 0, 次年 1: from the last year mentioned.
    Same(i32),
    /// 20世纪90年代: the first year of the decade.
    Decade(i32),
    /// 90年代: the century not said.
    ShortDecade(u8),
    /// 19世纪: the first two digits, 18.
    Century(i32),
    /// 本世纪 0, 上世纪 -1; with a decade's tens in the second place.
    RelativeCentury(i32, Option<u8>),
}

/// The part of the year that a point names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Nothing below the year.
    #[default]
    Whole,
    /// 上半年 1, 下半年 2.
    Half(u8),
    /// 一季度 1.
    Quarter(u8),
    /// 本季度 0, 上季度 -1.
    RelativeQuarter(i32),
    /// 前三季度 1–3, 前五个月 1–5 months: first and last.
    Quarters(u8, u8),
    /// 前五个月: first and last month.
    Months(u8, u8),
    /// 春季 0 … 冬季 3.
    Season(u8),
    /// A month, or what lies in it.
    Month(Month, InMonth),
    /// 本周 0, 上周 -1, and a day of it. The flag says that the week itself was named.
    Week(Option<i32>, InWeek),
    /// 第52周 of the year.
    WeekOfYear(u8),
    /// 今年第2天; negative from the end.
    DayOfYear(i16),
    /// 今天 0, 昨日 -1.
    Day(i32),
    /// 去年的今天: the day of publication in another year.
    ThisDay,
    /// 当天 0, 次日 1.
    SameDay(i32),
    /// A row of the festival table.
    Festival(u16),
    /// 春节期间.
    Holiday(u16),
    /// 下一个中秋节 1, 上一个 -1: the next or last one from publication.
    NextFestival(u16, i8),
    /// A lunar month (negative: leap) and day.
    Lunar(i8, Option<u8>),
    /// First and last year: `“十四五”期间`.
    Years(i32, i32),
    /// 2023财年, 2019—2020学年: first and last year; which days they are is another matter.
    Business(i32, i32),
    /// First and last quarter of a business year.
    BusinessQuarters(i32, u8, u8),
    /// Half of a business year.
    BusinessHalf(i32, u8),
    /// 同期: the last interval mentioned, in this year.
    SamePeriod,
    /// 暑假: first and last month.
    Term(u8, u8),
    /// A day of history: 党的二十大.
    Anchor(i32, u8, u8),
}

/// Where a window ends, or begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// At the publication: `近三年`.
    Now,
    /// At the current unit of the calendar: `上两周` are whole weeks.
    Unit,
    /// At the last day told: `此前三天`.
    Told,
}

/// The month of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Month {
    /// Only a day was said.
    Unsaid,
    /// 10月.
    Number(u8),
    /// 本月 0, 上月 -1.
    Relative(i32),
    /// 当月 0, 次月 1: from the last month mentioned.
    Same(i32),
}

/// What lies in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InMonth {
    /// The month itself.
    Whole,
    /// 29日, as printed: 30 is allowed in February.
    Day(u8),
    /// 最后一天 1.
    FromEnd(u8),
    /// 前10天: first and last day.
    Days(u8, u8),
    /// 第3周 (Monday to Sunday, the first with its Monday in the month).
    Week(u8),
    /// 上月同期: the days of the last interval mentioned.
    SamePeriod,
    /// 第一个星期一: which, and the ISO weekday.
    Weekday(u8, u8),
    /// 第二个周末: which; 0 the last.
    Weekend(u8),
}

/// What lies in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InWeek {
    /// The week itself.
    Whole,
    /// ISO weekday, Monday 1.
    Day(u8),
    /// Saturday and Sunday.
    Weekend,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// 清晨 … 上午.
    Morning,
    /// 中午.
    Midday,
    /// 下午.
    Afternoon,
    /// 傍晚, 晚上.
    Evening,
    /// 深夜, 夜间.
    Night,
    /// 凌晨, written TNI too but read with the clock differently.
    SmallHours,
    /// 白天.
    Daytime,
}

impl Part {
    /// The TIMEX3 code.
    pub const fn code(self) -> &'static str {
        match self {
            Part::Morning => "MO",
            Part::Midday => "MI",
            Part::Afternoon => "AF",
            Part::Evening => "EV",
            Part::Night | Part::SmallHours => "NI",
            Part::Daytime => "DT",
        }
    }
}

/// A clock reading as printed: the hour 0–24, not yet moved by the part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Clock {
    pub hour: u8,
    pub minute: u8,
    pub second: Option<u8>,
}

/// A recurrence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Set {
    /// 每两周: a length.
    Every(Length),
    /// 每周三, 每年10月1日: a pattern whose coarser parts recur.
    Pattern(Period, Point, Option<Point>),
    /// 每周二、四: several weekdays.
    Weekdays,
}
