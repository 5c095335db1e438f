//! Points and ranges with what follows them: 10月26日至28日, 2018年以来, 10月30日前.

use super::expression::{InMonth, InWeek, Month, Part, Period, Point, Set, Time, Unit, Year};
use super::guard;
use super::phrase::Found;
use super::point::{PointRead, is_day};
use super::reader::Reader;
use super::rules;
use crate::chars::CharSet;
use crate::lexicon::begins;
use crate::record::Modifier;

/// What the words after a point begin with: 以来, 至今, 内, 左右, 许, 不到, 刚过, 多, 或之前, 期间, 过后.
static FOLLOWS: CharSet = CharSet::of(FOLLOW);
const FOLLOW: &str = "以至迄内左前许上来不未刚多或及之后过期";

/// What a point may go on with: what [`FOLLOWS`] has, what joins it to another, days of the week in a row, a length
/// behind it, 闭馆 of 周一闭馆, 明春 of 今冬明春.
static GOES_ON: CharSet =
    CharSet::of(FOLLOW).and("—-~至到起 、和与及的半一二两三四五六七八九十日天0123456789闭休公明今");

const BEFORE: &[&str] = &["或之前", "及之前", "或以前", "及以前", "以前", "之前", "前夕"];

const AFTER: &[&str] = &["或之后", "及之后", "或以后", "及以后", "以后", "之后", "过后"];

impl Reader<'_, '_> {
    /// A point or range, and what follows it.
    pub(super) fn point_phrase(&self, at: usize) -> Option<Found> {
        self.point_phrase_after(at, false)
    }

    pub(super) fn point_phrase_after(&self, at: usize, bound: bool) -> Option<Found> {
        let read = self.point_after(at, bound)?;
        let modifier = read.modifier.or(read.point.phase);
        if let Some(clock) = read.until {
            let until = Point { clock: Some(clock), ..read.point };
            let found = Found {
                end: read.end,
                time: Time::Range(read.point, until),
                modifier,
                rule: rules::CLOCK_RANGE,
            };
            return self.suffixed(found, &read, false);
        }
        // Nearly all end before a verb or a mark, and nothing goes on there.
        if !(read.open || read.weak || GOES_ON.has(self.at(read.end))) {
            return Found::new(read.end, Time::Point(read.point), read.rule)
                .map(|found| Found { modifier, ..found });
        }
        if let Some(found) = self.weekdays_behind(&read) {
            return Some(found);
        }
        if let Some(found) = self.range(&read).or_else(|| self.between(&read)) {
            return self.suffixed(found, &read, true);
        }
        if read.open {
            return None;
        }
        if let Some(found) = self.offset(&read) {
            return Some(found);
        }
        // 周一闭馆 is every Monday.
        if let Unit::Week(None, InWeek::Day(_)) = read.point.unit
            && begins!(
                self.chars.get(read.end..).unwrap_or_default(),
                ["闭馆", "休馆", "公休", "闭园", "休园"]
            )
        {
            let set = Set::Pattern(Period::Week, read.point, None);
            return Found::new(read.end, Time::Set(set), rules::EVERY_WEEKDAY);
        }
        let time = Time::Point(read.point);
        let found = Found { end: read.end, time, modifier, rule: read.rule };
        let found = self.suffixed(found, &read, false)?;
        let strengthened = found.end > read.end || found.modifier != modifier;
        if read.weak && !strengthened && !self.day_context(at, read.end) {
            return None;
        }
        if read.weak && matches!(read.point.unit, Unit::Months(..)) && !strengthened {
            // The resolver settles whether 前两个月 are the last or the first two.
            return Some(Found { rule: rules::FIRST_MONTHS, ..found });
        }
        Some(found)
    }

    /// Whether the words around a doubtful day speak of a date: 在29号, 于三日.
    pub(super) fn day_context(&self, at: usize, end: usize) -> bool {
        let before = self.before(at);
        let preposition = matches!(before, '于' | '在' | '自' | '从' | '到' | '至' | '截' | '月' | '报');
        // 16号在东京集会; 3号在前 is a runner.
        let placed = self.at(end) == '在' && self.number(at).is_some_and(|n| n.value > 9);
        // 煤矿工会三日举行罢工
        let acts = begins!(
            self.chars.get(end..).unwrap_or_default(),
            ["举行", "召开", "抵达", "到达", "离开", "宣布", "报道", "发表", "开幕", "闭幕"]
        );
        preposition
            || placed
            || acts
            || self.follows(at, &["当地时间", "北京时间"])
            || self.at(end) == '起'
            || self.at(at) == '前'
            || (at == 0 && self.at(end) == '\0')
    }

    /// From `first` to what stands after a connector.
    pub(super) fn range(&self, first: &PointRead) -> Option<Found> {
        // 六七十年代
        if first.open
            && first.rule == rules::DECADE
            && let Some((tens, end)) = self.decade(first.end)
        {
            let year = match first.point.year {
                Year::Decade(d) => Year::Decade(d / 10 * 10 + i32::from(tens)),
                Year::RelativeCentury(n, _) => Year::RelativeCentury(n, Some(tens)),
                _ => Year::ShortDecade(tens),
            };
            return Found::new(end, Time::Range(first.point, Point { year, ..first.point }), rules::DECADE);
        }
        // 今冬明春, 去冬今春
        if matches!(first.point.unit, Unit::Season(3))
            && self.eat_any(first.end, &["明春", "今春"]).is_some()
            && let Some(second) = self.point(first.end)
        {
            return Found::new(second.end, Time::Range(first.point, second.point), rules::RANGE);
        }
        let listed = first.open && self.at(first.end) == '、';
        let next = if listed { first.end + 1 } else { self.connector(first.end)? };
        let rule = rules::RANGE;
        if let Some(end) = self.eat(next, "今").filter(|_| {
            !matches!(
                self.at(next + 1),
                '天' | '日' | '年' | '早' | '晨' | '午' | '晚' | '夜' | '后' | '春' | '夏' | '秋' | '冬'
            )
        }) {
            return Found::new(end, Time::Since(first.point), rules::SINCE);
        }
        let next = self.skip(next, &[' ']);
        if first.rule == rules::NUMERIC_DATE
            && let Some(second) = self.short_end(first)
        {
            return Found::new(
                second.end,
                Time::Range(first.point, inherit(&first.point, &second.point)),
                rule,
            );
        }
        if !matches!(self.at(next), '第') && first.rule == rules::NUMERIC_DATE {
            // 2022-10-29-31 is no range.
            if self.at(first.end) == '-' && self.number(next).is_some_and(|n| n.len < 4) {
                return None;
            }
        }
        // 正月初三至初七
        if let Unit::Lunar(month, Some(_)) = first.point.unit
            && let Some((day, end)) = self.lunar_day(next, true)
        {
            let last = Point { unit: Unit::Lunar(month, Some(day)), ..first.point };
            return Found::new(end, Time::Range(first.point, last), rule);
        }
        // 周一至周五每天, 周二到周日每晚: every week's.
        if let Unit::Week(None, InWeek::Day(_)) = first.point.unit
            && let Some((InWeek::Day(day), end)) = self.last_weekday(next)
            && let Some(each) = self.eat(end, "每")
            && matches!(self.at(each), '天' | '日' | '晚')
        {
            let last = Point { unit: Unit::Week(None, InWeek::Day(day)), ..Point::default() };
            // 周五至周日每晚7点半
            let hours = each + usize::from(self.at(each) != '晚');
            if let Some(found) = self.hours(first.point, last, hours)
                && matches!(found.time, Time::Set(Set::Pattern(_, Point { clock: Some(_), .. }, _)))
            {
                return Some(Found { rule: rules::EVERY_WEEKDAY, ..found });
            }
            let set = Set::Pattern(Period::Week, first.point, Some(last));
            return Found::new(end, Time::Set(set), rules::EVERY_WEEKDAY);
        }
        // 周一至周五9:00—17:00
        if let Unit::Week(None, InWeek::Day(_)) = first.point.unit
            && let Some((day, end)) = self.last_weekday(next)
            && let last = (Point { unit: Unit::Week(None, day), ..Point::default() })
            && let Some(found) = self.hours(first.point, last, end)
            && self.ends_hours(self.skip(end, &[' ']))
        {
            return Some(Found { rule: rules::EVERY_WEEKDAY, ..found });
        }
        // 周一至五
        if let Unit::Week(week, InWeek::Day(_)) = first.point.unit
            && let Some((day, end)) = self.last_weekday(next)
            && end == next + 1
        {
            let last = Point { unit: Unit::Week(week, day), ..Point::default() };
            return Found::new(end, Time::Range(first.point, last), rule);
        }
        if let Some((last, end)) = self.republic_end(first, next) {
            return Found::new(end, Time::Range(first.point, last), rules::RANGE);
        }
        let timed = first.point.clock.is_some() || first.point.part.is_some();
        let second = self.point_after(next, timed)?;
        let second = if timed { second } else { self.without_hours(next, &second).unwrap_or(second) };
        if second.open || second.weak && !first_is_day(first) && !first.open {
            return None;
        }
        if !compatible(first, &second) {
            return None;
        }
        let mut end_point = inherit(&first.point, &second.point);
        if let Some(clock) = second.until {
            end_point.clock = Some(clock);
        }
        let mut start = first.point;
        // 上世纪50至70年代
        if let (Year::RelativeCentury(n, Some(_)), Year::ShortDecade(t)) = (start.year, second.point.year) {
            end_point.year = Year::RelativeCentury(n, Some(t));
        }
        if let (Year::Decade(d), Year::ShortDecade(t)) = (start.year, second.point.year) {
            end_point.year = Year::Decade(d / 10 * 10 + i32::from(t));
        }
        if first.open && start.year == Year::Unsaid && second.point.year != Year::Unsaid {
            start.year = second.point.year;
        }
        let modifier = second.modifier.or(second.point.phase).filter(|_| false);
        let rule = if start.clock.is_some() { rules::CLOCK_RANGE } else { rule };
        Some(Found { end: second.end, time: Time::Range(start, end_point), modifier, rule })
    }

    /// Whether a range of clock readings stands at `at`, behind a part of the day or without one.
    fn ends_hours(&self, at: usize) -> bool {
        let at = self.part(at, true).map_or(at, |read| read.1);
        let Some(read) = self.clock(at, true) else { return false };
        read.until.is_some() || self.connector(read.end).is_some_and(|next| self.until(next).is_some())
    }

    /// The day alone at the end of a range of days, where a range of clock readings follows, which is each day's:
    /// 1月3日至5日9:00—17:00.
    fn without_hours(&self, at: usize, last: &PointRead) -> Option<PointRead> {
        last.point.clock.filter(|_| is_day(&last.point.unit))?;
        let day = self.numeric_date(at).or_else(|| self.in_year(at, false))?;
        let alone = is_day(&day.point.unit) && day.point.clock.is_none() && day.end < last.end;
        (alone && self.ends_hours(self.skip(day.end, &[' ']))).then_some(day)
    }

    /// 2015年和2018年之间
    pub(super) fn between(&self, first: &PointRead) -> Option<Found> {
        let next = self.eat_any(first.end, &["和", "与"])?;
        let second = self.point(next).filter(|s| !s.open && s.until.is_none())?;
        let end = self.eat(second.end, "之间")?;
        if !compatible(first, &second) {
            return None;
        }
        Found::new(end, Time::Range(first.point, inherit(&first.point, &second.point)), rules::RANGE)
    }

    /// 以来, 前, 后, 左右, 期间 after a point or range.
    pub(super) fn suffixed(&self, mut found: Found, read: &PointRead, ranged: bool) -> Option<Found> {
        let end = found.end;
        if let Time::Since(_) = found.time {
            return Some(found);
        }
        if ranged || matches!(found.time, Time::Range(..)) {
            if let Some(end) = self.eat(end, "期间") {
                found.end = end;
            } else if let Some(end) = self.eat(end, "以来") {
                // 去冬今春以来
                return Some(Found {
                    end,
                    time: Time::Since(read.point),
                    modifier: None,
                    rule: rules::SINCE,
                });
            } else if let Some(end) =
                self.eat(end, "前").filter(|_| !guard::begins_word(self, end) && read.open)
            {
                found.end = end;
                found.modifier = Some(Modifier::Before);
            } else if let Some(end) = self.eat(end, "左右") {
                found.end = end;
                found.modifier = Some(Modifier::Approx);
            }
            return Some(found);
        }
        if !FOLLOWS.has(self.at(end)) {
            return Some(found);
        }
        if let Some(end) = self.eat_any(end, &["以来", "至今", "迄今"]) {
            return Some(Found { end, time: Time::Since(read.point), modifier: None, rule: rules::SINCE });
        }
        // 创去年5月来新高
        let record = ["最", "新高", "新低", "首次", "首度"];
        if let Some(end) = self.eat(end, "来").filter(|&end| self.eat_any(end, &record).is_some()) {
            return Some(Found { end, time: Time::Since(read.point), modifier: None, rule: rules::SINCE });
        }
        // 今年内, 本月内
        let relative = matches!(read.point.year, Year::Relative(_)) && read.point.unit == Unit::Whole
            || matches!(
                read.point.unit,
                Unit::Month(Month::Relative(_), InMonth::Whole) | Unit::Week(Some(_), _)
            );
        if relative && self.at(end) == '内' && !guard::begins_word(self, end) {
            return Some(Found { end: end + 1, ..found });
        }
        let mark = |end, modifier| Some(Found { end, modifier: Some(modifier), ..found });
        if let Some(end) = self.eat_any(end, &["左右", "前后"]) {
            return mark(end, Modifier::Approx);
        }
        if read.point.clock.is_some() {
            if let Some(end) = self.eat_any(end, &["许", "上下", "来钟"]) {
                return mark(end, Modifier::Approx);
            }
            if let Some(end) = self.eat_any(end, &["不到", "未到", "刚过"]) {
                let past = self.before(end) == '过';
                return mark(end, if past { Modifier::After } else { Modifier::Before });
            }
            if self.at(end) == '多' && self.at(end + 1) != '少' {
                return mark(self.skip(end + 1, &['钟']), Modifier::MoreThan);
            }
        }
        let vague_part = read.rule == rules::PART_OF_DAY;
        if let Some(end) = self.eat_any(end, BEFORE) {
            return mark(end, Modifier::Before);
        }
        if !vague_part && let Some(end) = self.eat_any(end, AFTER) {
            return mark(end, Modifier::After);
        }
        let relative =
            matches!(read.point.unit, Unit::Day(_) | Unit::SameDay(_)) && read.point.clock.is_none();
        if !vague_part && !relative {
            if self.at(end) == '前' && !guard::begins_word(self, end) {
                return mark(end + 1, Modifier::Before);
            }
            if self.at(end) == '后' && !guard::begins_word(self, end) {
                return mark(end + 1, Modifier::After);
            }
        }
        Some(found)
    }
}

fn first_is_day(first: &PointRead) -> bool {
    is_day(&first.point.unit)
}

/// Whether the second point can end a range that the first begins.
fn compatible(first: &PointRead, second: &PointRead) -> bool {
    let (a, b) = (&first.point, &second.point);
    let timed = |p: &Point| p.clock.is_some() || p.part.is_some();
    if b.unit == Unit::Whole && b.year == Year::Unsaid {
        return timed(b) && timed(a);
    }
    if a.unit == Unit::Whole && a.year == Year::Unsaid {
        // 十一点半到明天早上八点
        return timed(a) && timed(b);
    }
    let grain = |p: &Point| match p.unit {
        Unit::Whole => 0,
        Unit::Month(_, InMonth::Whole) => 2,
        Unit::Quarter(_) | Unit::Half(_) | Unit::Season(_) | Unit::RelativeQuarter(_) => 1,
        ref unit if is_day(unit) => 4,
        _ => 3,
    };
    let (x, y) = (grain(a), grain(b));
    x == y
        || x == 2 && y == 4 && matches!(b.unit, Unit::Day(_) | Unit::Festival(_))
        || x == 4 && y == 2 && b.phase.is_some()
        || x <= 2 && y <= 2 && b.year != Year::Unsaid
        || x == 3
        || y == 3
}

/// The end of a range with what it shares with the start: 28日 of 10月26日至28日.
pub(super) fn inherit(first: &Point, second: &Point) -> Point {
    let mut point = *second;
    if second.unit == Unit::Whole && second.year == Year::Unsaid {
        point.unit = first.unit;
        point.year = first.year;
        if let Some(clock) = point.clock
            && point.part.is_none()
        {
            let raw = first.clock.map_or(0, |c| c.hour);
            if clock.hour >= raw || first.part == Some(Part::Midday) {
                point.part =
                    if first.part == Some(Part::Midday) { Some(Part::Afternoon) } else { first.part };
            }
        }
        return point;
    }
    if let (Unit::Month(Month::Unsaid, day), Unit::Month(month, _)) = (second.unit, first.unit) {
        point.unit = Unit::Month(month, day);
        point.year = first.year;
    }
    if let (Unit::Month(..), Year::Unsaid) = (point.unit, point.year) {
        point.year = first.year;
    }
    if let (Unit::Lunar(..), Unit::Lunar(..), Year::Unsaid) = (point.unit, first.unit, point.year) {
        point.year = first.year;
    }
    if let (Unit::Quarter(_) | Unit::Season(_), Year::Unsaid) = (point.unit, point.year) {
        point.year = first.year;
    }
    if let (Unit::Week(None, day), Unit::Week(week, _)) = (second.unit, first.unit) {
        point.unit = Unit::Week(week, day);
    }
    point
}
