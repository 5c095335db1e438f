//! Places in the calendar: year, what lies in it, month, day, then part of the day and clock.

use super::expression::{Clock, InMonth, InWeek, Month, Point, Unit, Year};
use super::guard;
use super::lexicon::Atom;
use super::number::Script;
use super::reader::Reader;
use super::rules;
use crate::chars::CharSet;
use crate::record::Modifier;

/// A point as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct PointRead {
    pub(super) point: Point,
    pub(super) modifier: Option<Modifier>,
    pub(super) end: usize,
    pub(super) rule: &'static str,
    /// `1` of `1—9月`: only the start of a range.
    pub(super) open: bool,
    /// `9至11时`: the clock reading at the other end, already read.
    pub(super) until: Option<Clock>,
    /// Doubtful alone: `29号`, `三日`.
    pub(super) weak: bool,
}

impl PointRead {
    pub(super) fn new(unit: Unit, end: usize, rule: &'static str) -> Self {
        let point = Point { unit, ..Point::default() };
        PointRead { point, modifier: None, end, rule, open: false, until: None, weak: false }
    }

    pub(super) fn with(self, modifier: Modifier) -> Self {
        let point = Point { phase: Some(modifier), ..self.point };
        PointRead { point, ..self }
    }
}

/// What a number of a date or a clock reading is followed by.
static DATED: CharSet = CharSet::of("季月日号点时:/、—-~至到起 ");

/// What begins that which stands in a year, but for the words of time.
static IN_YEAR: CharSet = super::look::RUN_SET
    .and("农阴旧夏大闰正腊冬“‘\"「『上下初早暮晚深仲金盛隆寒严春秋晨首头第前后最倒元周星礼年月岁");

/// What begins a lunar date.
static LUNAR: CharSet = super::look::RUN_SET.and("农阴旧夏大年初闰正腊冬");

/// What goes on behind 昨 that is no yesterday: 昨非, 昨今.
static OTHER_THAN_YESTERDAY: CharSet = CharSet::of("非今。、”’");

/// What stands before 第二天 as the next day: 他第二天, 到第二天.
static AHEAD_OF_NEXT: CharSet = CharSet::of("他她它们我你人到于至");
/// And behind it: 第二天就, 第二天一早.
static BEHIND_NEXT: CharSet = CharSet::of("就便早清凌一又才");

impl Reader<'_, '_> {
    /// The point at `at`.
    pub(super) fn point(&self, at: usize) -> Option<PointRead> {
        self.point_after(at, false)
    }

    /// The point at `at`; `bound`: words before it say that a clock reading may follow.
    pub(super) fn point_after(&self, at: usize, bound: bool) -> Option<PointRead> {
        // 10月, 29日, 9时: no year, and no date in signs.
        if self.at(at).is_ascii_digit()
            && let Some(number) = self.number(at)
            && number.plain
            && matches!(self.at(number.end), '月' | '日' | '号' | '时' | '点')
        {
            let read = self.in_year(at, false);
            let read = read.or_else(|| if bound { self.clock_point(at, true) } else { None })?;
            return Some(if read.open { read } else { self.in_day(read) });
        }
        if let Some(read) = self.bracketed(at).filter(|read| !read.open) {
            return Some(self.in_day(read));
        }
        if let Some(read) = self.business_year(at) {
            return Some(read);
        }
        if let Some(date) = self.numeric_date(at) {
            return Some(self.in_day(date));
        }
        let read = match self.year(at) {
            Some(year) if year.open => year,
            Some(year) => match self.gapped(year.end, |at| self.in_year(at, true)) {
                Some(unit) => {
                    PointRead { point: Point { year: year.point.year, ..unit.point }, weak: false, ..unit }
                }
                None => self.year_phase(year),
            },
            None => {
                self.in_year(at, false).or_else(|| if bound { self.clock_point(at, true) } else { None })?
            }
        };
        if read.open {
            return Some(read);
        }
        Some(self.in_day(read))
    }

    /// Reads at `at`, else past one space or 的 there.
    pub(super) fn gapped<T>(&self, at: usize, read: impl Fn(usize) -> Option<T>) -> Option<T> {
        read(at).or_else(|| if matches!(self.at(at), ' ' | '的') { read(at + 1) } else { None })
    }

    /// What can follow a year or stand alone: half, quarter, season, month, week, festival, day.
    pub(super) fn in_year(&self, at: usize, has_year: bool) -> Option<PointRead> {
        if !IN_YEAR.has(self.at(at)) && self.word(at).is_none() {
            return None;
        }
        if self.at(at).is_ascii_digit() {
            return self.lunar_month(at, false).or_else(|| self.numbered(at, has_year));
        }
        if LUNAR.has(self.at(at))
            && let Some(read) = self.lunar(at, has_year)
        {
            return Some(read);
        }
        if let Some(read) = self.festival(at, has_year) {
            return Some(read);
        }
        for word in self.words(at) {
            let end = at + word.len();
            let unit = |unit, rule| Some(PointRead::new(unit, end, rule));
            let month = |month| self.in_month(month, end, rules::MONTH);
            match word.atom {
                Atom::Half(n) => return unit(Unit::Half(n), rules::HALF),
                // 入冬后 is a time, 陆续入冬 is an event.
                Atom::Season(_)
                    if matches!(self.at(at), '入' | '开')
                        && !has_year
                        && self.eat_any(end, &["以来", "以后", "后", "前", "之"]).is_none() =>
                {
                    return None;
                }
                Atom::Season(_)
                    if guard::names_season(self, at, end) || !has_year && guard::of_some_year(self, at) =>
                {
                    return None;
                }
                Atom::Season(n) => return unit(Unit::Season(n), rules::SEASON),
                // 暑期班, 放暑假: a time only with a year, 这个 or 期间.
                Atom::Term(a, b) => {
                    let during = self.eat(end, "期间").or((has_year || word.len() > 2).then_some(end))?;
                    return Some(PointRead::new(Unit::Term(a, b), during, rules::TERM));
                }
                Atom::Part(_) if has_year => return None,
                Atom::Stop => return None,
                // 去年的今天, 去年今日
                Atom::Day(0, None)
                    if has_year && (self.before(at) == '的' || self.follows(at, &["去年", "明年"])) =>
                {
                    return unit(Unit::ThisDay, rules::RELATIVE_DAY);
                }
                _ if has_year => continue,
                Atom::Day(n, part) => {
                    // 记者昨从…获悉; but 今是昨非, 恍如昨.
                    if word.len() == 1
                        && (OTHER_THAN_YESTERDAY.has(self.at(end))
                            || matches!(self.before(at), '如' | '似' | '犹' | '是'))
                    {
                        return None;
                    }
                    // 美好明天, 家乡的明天; but 约好明天, 他说的明天.
                    let wish = at.checked_sub(2).map_or('\0', |at| self.at(at));
                    let wished = part.is_none()
                        && match self.before(at) {
                            '的' => !matches!(wish, '说' | '讲' | '指' | '约' | '定'),
                            '好' | '丽' => wish == '美',
                            '煌' | '烂' => true,
                            _ => false,
                        };
                    if wished && self.eat(at, "明天") == Some(end) {
                        return None;
                    }
                    let mut read = PointRead::new(Unit::Day(n), end, rules::RELATIVE_DAY);
                    read.point.part = part;
                    return Some(read);
                }
                // 进入第二天 is the second of something.
                Atom::SameDay(..)
                    if self.at(at) == '第'
                        && at > 0
                        && !crate::chars::is_separator(self.before(at))
                        && !AHEAD_OF_NEXT.has(self.before(at))
                        && !BEHIND_NEXT.has(self.at(end)) =>
                {
                    return None;
                }
                // 乘火车当日通达: within one day.
                Atom::SameDay(0, None) if self.eat_any(end, &["往返", "通达", "来回"]).is_some() => {
                    return None;
                }
                Atom::SameDay(n, part) => {
                    let mut read = PointRead::new(Unit::SameDay(n), end, rules::SAME_DAY);
                    read.point.part = part;
                    return Some(read);
                }
                Atom::Month(n) => return Some(month(Month::Relative(n))),
                // 8月份当月 is that month.
                Atom::SameMonth(0) if matches!(self.before(at), '月' | '份') => return None,
                Atom::SameMonth(n) => return Some(month(Month::Same(n))),
                Atom::Quarter(n) => {
                    let read = PointRead::new(Unit::RelativeQuarter(n), end, rules::QUARTER);
                    return Some(self.phase(read));
                }
                Atom::YearSeason(n, season) => {
                    let mut read = PointRead::new(Unit::Season(season), end, rules::SEASON);
                    read.point.year = Year::Relative(n);
                    return Some(read);
                }
                Atom::Week(n) => {
                    // 上周一周: all of it.
                    if let Some(end) = self.eat(end, "一周") {
                        let whole = Unit::Week(Some(n), InWeek::Whole);
                        return Some(PointRead::new(whole, end, rules::WEEK));
                    }
                    // 上周的周五
                    let day = self.weekday(end).or_else(|| self.named_weekday(self.eat(end, "的")?));
                    let read = match day {
                        Some((day, end)) => PointRead::new(Unit::Week(Some(n), day), end, rules::WEEKDAY),
                        None => PointRead::new(Unit::Week(Some(n), InWeek::Whole), end, rules::WEEK),
                    };
                    return Some(read);
                }
                Atom::SameWeek => return None,
                // 一个下午 is a length, 黎明 may be a name.
                Atom::Part(_) if self.is_counted(at) => return None,
                Atom::Part(_) if guard::is_name_part(self, at) => return None,
                Atom::Part(_) if guard::is_kind(self, at, end) => return None,
                Atom::Part(part) => {
                    let mut read = PointRead::new(Unit::Whole, end, rules::PART_OF_DAY);
                    read.point.part = Some(part);
                    return Some(read);
                }
                _ => continue,
            }
        }
        if has_year && let Some(read) = self.season_letter(at) {
            return Some(read);
        }
        if !has_year && let Some((part, end)) = self.short_part(at) {
            let mut read = PointRead::new(Unit::Whole, end, rules::PART_OF_DAY);
            read.point.part = Some(part);
            return Some(read);
        }
        if let Some(read) = self.ordinal_unit(at, has_year).or_else(|| self.first_month(at, has_year)) {
            return Some(read);
        }
        if !has_year {
            if let Some((day, end)) = self.named_weekday(at) {
                return Some(PointRead::new(Unit::Week(None, day), end, rules::WEEKDAY));
            }
            if let Some(read) = self.bare_phase(at) {
                return Some(read);
            }
        }
        self.numbered(at, has_year)
    }

    /// What begins with a number: 一季度, 10月, 29日, 9时.
    fn numbered(&self, at: usize, has_year: bool) -> Option<PointRead> {
        let number = self.number(at).filter(|number| number.plain && DATED.has(self.at(number.end)))?;
        if !(has_year || guard::starts_alone(self, at)) {
            return None;
        }
        let one_to = |max| (1..=max).contains(&number.value) && number.len <= 3;
        // 二三季度, 七八月份
        if number.script == Script::Digits && number.len == 2 && number.value / 10 + 1 == number.value % 10 {
            let (a, b) = ((number.value / 10) as u8, (number.value % 10) as u8);
            if let Some(end) = self.eat_any(number.end, &["月份", "月间", "月"]).filter(|_| a > 0) {
                return Some(PointRead::new(Unit::Months(a, b), end, rules::MONTHS));
            }
            let end = self.eat(number.end, "季度").filter(|_| a > 0 && b <= 4)?;
            return Some(PointRead::new(Unit::Quarters(a, b), end, rules::FIRST_QUARTERS));
        }
        if one_to(31)
            && !matches!(self.at(number.end), '月' | '日' | '号' | '时' | '点' | ':' | '季')
            && let Some(read) = self.units_in_row(at, &number)
        {
            return Some(read);
        }
        // 一季度
        if self.at(number.end) == '季'
            && let Some(end) = self.eat(number.end, "季度")
            && one_to(4)
        {
            return Some(self.phase(PointRead::new(Unit::Quarter(number.value as u8), end, rules::QUARTER)));
        }
        if self.at(number.end) == '月' && one_to(12) {
            if guard::not_a_month(self, at, &number) {
                return None;
            }
            let end = self.skip(number.end + 1, &['份', '间']);
            return Some(self.in_month(Month::Number(number.value as u8), end, rules::MONTH));
        }
        // 1—9月, 9、10月
        if one_to(12)
            && let Some((upper, mark)) = self.shared_unit(at, number.end, number.value)
            && mark == '月'
            && upper <= 12
        {
            let unit = Unit::Month(Month::Number(number.value as u8), InMonth::Whole);
            return Some(PointRead { open: true, ..PointRead::new(unit, number.end, rules::MONTH) });
        }
        if has_year {
            return None;
        }
        // 11/3号
        if one_to(12)
            && self.at(number.end) == '/'
            && let Some((day, end)) = self.short_digits(number.end + 1)
            && matches!(self.at(end), '日' | '号')
            && (1..=31).contains(&day)
        {
            let unit = Unit::Month(Month::Number(number.value as u8), InMonth::Day(day as u8));
            return Some(PointRead::new(unit, end + 1, rules::MONTH_DAY));
        }
        if let Some(read) = self.day_number(at, Month::Unsaid) {
            return Some(read);
        }
        self.clock_point(at, false)
    }

    /// A clock reading without a day.
    pub(super) fn clock_point(&self, at: usize, bound: bool) -> Option<PointRead> {
        let clock = self.clock(at, bound)?;
        let mut read = PointRead::new(Unit::Whole, clock.end, rules::CLOCK);
        read.point.clock = Some(clock.clock);
        read.until = clock.until;
        Some(read)
    }

    /// The number and unit that share the unit of a number ending at `at`: `—9月` after `1`.
    pub(super) fn shared_unit(&self, start: usize, at: usize, value: u64) -> Option<(u64, char)> {
        let comma = self.at(at) == '、';
        let next = if comma { at + 1 } else { self.connector(at)? };
        let upper = self.number(next).filter(|n| n.plain && n.len <= 3)?;
        if comma && upper.value != value + 1 || upper.value <= value && self.at(upper.end) != '日' {
            return None;
        }
        if !guard::starts_alone(self, start) {
            return None;
        }
        Some((upper.value, self.at(upper.end)))
    }
}

impl Reader<'_, '_> {
    /// Whether the part of the day at `at` is counted: 半个上午, 好几个晚上, 那个晚上, 三个早晨, 整整一下午, 一夜间.
    fn is_counted(&self, at: usize) -> bool {
        match self.before(at) {
            // 一天下午: of some day; but 第一天下午.
            '天' if self.follows(at, &["一天"]) => {
                let lead = self.before(at - 2);
                lead == '\0' || crate::chars::is_separator(lead) || matches!(lead, '的' | '有')
            }
            '个' => !self.follows(at, &["这个", "上个", "每个"]),
            '一' | '整' | '半' => {
                self.chars.get(at).is_some_and(|&c| matches!(c, '上' | '下' | '晚' | '早' | '夜'))
            }
            _ => false,
        }
    }
}

/// Whether a unit is a single day.
pub(super) fn is_day(unit: &Unit) -> bool {
    matches!(
        unit,
        Unit::Day(_)
            | Unit::ThisDay
            | Unit::SameDay(_)
            | Unit::Festival(..)
            | Unit::DayOfYear(_)
            | Unit::Lunar(_, Some(_))
            | Unit::Week(_, InWeek::Day(_))
            | Unit::Month(_, InMonth::Day(_) | InMonth::FromEnd(_) | InMonth::Weekday(..))
    )
}
