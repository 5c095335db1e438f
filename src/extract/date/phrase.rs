//! Whole time expressions: points, ranges, lengths with what stands before and after them.

use super::expression::{
    Clock, Direction, InMonth, Length, Month, Part, Period, Point, Quantity, Time, Unit, Year,
};
use super::guard;
use super::lexicon::Atom;
use super::point::{PointRead, is_day};
use super::reader::Reader;
use super::rules;
use crate::record::Modifier;

/// What was read at a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) time: Time,
    pub(super) modifier: Option<Modifier>,
    pub(super) rule: &'static str,
}

impl Found {
    pub(super) fn new(end: usize, time: Time, rule: &'static str) -> Option<Found> {
        Some(Found { end, time, modifier: None, rule })
    }
}

const BEFORE: &[&str] = &["或之前", "及之前", "或以前", "及以前", "以前", "之前", "前夕"];
const AFTER: &[&str] = &["或之后", "及之后", "或以后", "及以后", "以后", "之后"];

impl Reader<'_, '_> {
    /// The time expression at `at`, the longest there.
    pub(super) fn time(&self, at: usize) -> Option<Found> {
        match self.at(at) {
            '每' | '逢' => self.set(at),
            '约' | '大' | '超' | '逾' | '不' | '将' | '近' => {
                let near = self.approximate(at).or_else(|| self.window(at));
                longer(self.plain(at), near)
            }
            '过' | '最' | '未' | '今' | '接' | '前' | '后' | '上' | '下' | '刚' | '这' => {
                let window = self.window(at);
                let plain = self.plain(at);
                longer(plain, window)
            }
            '“' | '‘' | '"' | '「' | '『' => longer(self.plan(at), self.point_phrase(at)),
            _ => self.plain(at),
        }
    }

    /// A point, a length or a word.
    fn plain(&self, at: usize) -> Option<Found> {
        let c = self.at(at);
        let number = c.is_ascii_digit()
            || super::reader::digit(c).is_some()
            || matches!(c, '十' | '百' | '千' | '廿' | '卅' | '半' | '几' | '数' | '多' | '若');
        let length = if number { self.length_phrase(at) } else { None };
        let point = self.point_phrase(at);
        let best = longer(point, length);
        if best.is_some() && number {
            return best;
        }
        longer(best, self.word(at))
    }

    /// Vague words and days of history, where 以来 follows.
    fn word(&self, at: usize) -> Option<Found> {
        for word in self.lexicon.matches(self.chars, at) {
            let end = at + word.len();
            match word.atom {
                Atom::Stop => return None,
                Atom::Vague(direction) => return Found::new(end, Time::Vague(direction), rules::VAGUE),
                Atom::Anchor(year, month, day) => {
                    let end = self.eat_any(end, &["以来", "至今"])?;
                    let unit = Unit::Anchor(year, month, day);
                    let point = Point { year: Year::Number(year), unit, ..Point::default() };
                    return Found::new(end, Time::Since(point), rules::SINCE_EVENT);
                }
                _ => {}
            }
        }
        // 过去: a noun only where the clause begins with it or a preposition does.
        if let Some(end) = self.eat(at, "过去") {
            let before = self.before(at);
            let noun = at == 0
                || crate::chars::is_separator(before)
                || matches!(before, '在' | '与' | '和' | '比' | '跟' | '像' | '从' | '同');
            let verb = matches!(self.at(end), '了' | '吧' | '看' | '帮' | '后' | '之' | '时');
            return if noun && !verb {
                Found::new(end, Time::Vague(Direction::Past), rules::VAGUE)
            } else {
                None
            };
        }
        None
    }

    /// “十四五”期间, “十四五”以来.
    fn plan(&self, at: usize) -> Option<Found> {
        let word = self.lexicon.matches(self.chars, at + 1).find(|w| matches!(w.atom, Atom::Plan(..)))?;
        let Atom::Plan(first, last) = word.atom else { return None };
        let close = at + 1 + word.len();
        if !matches!(self.at(close), '”' | '’' | '"' | '」' | '』') {
            return None;
        }
        let point = Point { unit: Unit::Years(first, last), ..Point::default() };
        let next = close + 1;
        if let Some(end) = self.eat(next, "以来") {
            return Found::new(end, Time::Since(point), rules::PLAN);
        }
        let phase = |phase| Point { phase: Some(phase), ..point };
        let phases = [
            ("时期初", Modifier::Start),
            ("初期", Modifier::Start),
            ("末期", Modifier::End),
            ("末", Modifier::End),
        ];
        for (word, modifier) in phases {
            if let Some(end) = self.eat(next, word) {
                let time = Time::Point(phase(modifier));
                return Some(Found { end, time, modifier: Some(modifier), rule: rules::PLAN });
            }
        }
        let end = self.eat_any(next, &["时期", "期间"])?;
        Found::new(self.eat(end, "期间").unwrap_or(end), Time::Point(point), rules::PLAN)
    }

    /// 约, 近, 超过, 不到 before a length; 约, 大约 before a clock reading.
    fn approximate(&self, at: usize) -> Option<Found> {
        let words = [
            ("大约", Modifier::Approx),
            ("约", Modifier::Approx),
            ("将近", Modifier::LessThan),
            ("近", Modifier::LessThan),
            ("超过", Modifier::MoreThan),
            ("超", Modifier::MoreThan),
            ("逾", Modifier::MoreThan),
            ("不足", Modifier::LessThan),
            ("不到", Modifier::LessThan),
        ];
        let (next, modifier) = words.iter().find_map(|&(w, m)| Some((self.eat(at, w)?, m)))?;
        if modifier == Modifier::Approx
            && let Some(mut found) = self.point_phrase_after(next, true)
            && (found.rule == rules::CLOCK || found.rule == rules::CLOCK_RANGE || found.rule == rules::YEAR)
        {
            found.modifier = Some(modifier);
            return Some(found);
        }
        let mut found = self.length_phrase(next)?;
        if self.at(at) == '近' && self.is_last(at, &found) {
            return None;
        }
        if found.modifier.is_none() || matches!(found.time, Time::Duration(_)) {
            found.modifier = Some(modifier);
        }
        matches!(found.time, Time::Duration(_) | Time::Window { .. } | Time::Shift(..)).then_some(found)
    }

    /// Whether 近三年 is the past three years, not nearly three.
    fn is_last(&self, at: usize, found: &Found) -> bool {
        let Time::Duration(length) = found.time else {
            return matches!(found.time, Time::Window { .. });
        };
        if matches!(length.period(), Period::Hour | Period::Minute | Period::Second) || !length.is_exact() {
            return false;
        }
        let taken = [
            "历时", "长达", "耗时", "用时", "时隔", "持续", "已有", "有", "达", "经过", "历经", "了", "过",
            "已", "等", "接", "相隔", "拖", "阔别", "停", "迟", "出", "业", "晚", "早",
        ];
        let lasting = ["的历史", "的时间", "之久", "历史", "的努力", "的建设", "的奋战", "的筹备", "的发展"];
        !self.follows(at, &taken) && self.eat_any(found.end, &lasting).is_none() && found.modifier.is_none()
    }

    /// 近三年, 过去5年, 未来7天, 前两周.
    fn window(&self, at: usize) -> Option<Found> {
        let words = [
            ("近", Direction::Past),
            ("最近的", Direction::Past),
            ("最近", Direction::Past),
            ("刚刚过去的", Direction::Past),
            ("过去的", Direction::Past),
            ("过去", Direction::Past),
            ("这", Direction::Past),
            ("前", Direction::Past),
            ("上", Direction::Past),
            ("未来的", Direction::Future),
            ("未来", Direction::Future),
            ("今后的", Direction::Future),
            ("今后", Direction::Future),
            ("接下来的", Direction::Future),
            ("接下来", Direction::Future),
            ("将来", Direction::Future),
            ("后", Direction::Future),
            ("下", Direction::Future),
        ];
        let (next, direction) = words.iter().find_map(|&(w, d)| Some((self.eat(at, w)?, d)))?;
        let short = next == at + 1 && self.at(at) != '近';
        let read = self.length(next)?;
        if read.length.upper.is_some() && short {
            return None;
        }
        let exact = read.length.is_exact();
        if short {
            let apart = at == 0 || crate::chars::is_separator(self.before(at));
            let one = read.length
                == Length::one(super::expression::Amount::Exact(Quantity::new(1, 0)), read.length.period());
            if !apart || one && self.at(at) != '前' || !exact || read.day_word {
                return None;
            }
            let date_like = matches!(self.at(at), '上' | '下' | '后' | '这');
            let closed = self.at(read.end) == '\0' || crate::chars::is_separator(self.at(read.end));
            if date_like && !closed {
                return None;
            }
        }
        let mut end =
            self.eat_any(read.end, &["以来", "来", "里", "间", "中", "时间内", "内"]).unwrap_or(read.end);
        if end == read.end + 1
            && (guard::begins_word(self, read.end) || self.at(read.end) == '中' && self.at(end) == '国')
        {
            end = read.end;
        }
        if end == read.end + 1
            && self.at(read.end) == '来'
            && matches!(self.at(end), '到' | '自' | '临' | '访' | '源')
        {
            end = read.end;
        }
        let mut found =
            Found::new(end, Time::Window { length: read.length, direction, aligned: short }, rules::WINDOW)?;
        found.modifier = read.modifier;
        Some(found)
    }

    /// A length and what follows it: 前, 后, 以来, 以上, 左右, 内.
    fn length_phrase(&self, at: usize) -> Option<Found> {
        let read = self.length(at)?;
        let length = read.length;
        let end = read.end;
        let mut found =
            Found { end, time: Time::Duration(length), modifier: read.modifier, rule: rules::LENGTH };
        let inexact = !length.is_exact() || read.modifier.is_some();
        // 30分钟后 counts from the story, not from the publication, unless that has a clock reading.
        let fine = matches!(length.finest(), Period::Hour | Period::Minute | Period::Second);
        let story = fine && !self.clocked;
        let shift = |end, direction, modifier: Option<Modifier>| {
            let time =
                if inexact { Time::Vague(direction) } else { Time::Shift(length, direction, None, None) };
            Some(Found { end, time, modifier: if inexact { None } else { modifier }, rule: rules::SHIFT })
        };
        if let Some(end) = self.eat_any(end, &["以内", "之内"]) {
            found.end = end;
            return Some(found);
        }
        if self.at(end) == '内' && !guard::begins_word(self, end) {
            found.end = end + 1;
            return Some(found);
        }
        if read.day_word {
            // 三日后 are days, 15日后 is a date.
            let small = !self.at(at).is_ascii_digit() && !matches!(self.at(at), '廿' | '卅');
            if !(small && matches!(self.at(end), '后' | '来')) || guard::begins_word(self, end) {
                return None;
            }
        }
        if story
            && matches!(self.at(end), '前' | '后' | '以' | '之')
            && self.eat_any(end, &["以上", "以下"]).is_none()
        {
            return Some(found);
        }
        if let Some(end) = self.eat_any(end, &["以前", "之前"]) {
            return shift(end, Direction::Past, Some(Modifier::Before));
        }
        if let Some(end) = self.eat_any(end, &["以后", "之后", "过后"]) {
            return shift(end, Direction::Future, Some(Modifier::After)).and_then(|f| self.shifted(f));
        }
        if self.at(end) == '前' && !guard::begins_word(self, end) {
            return shift(end + 1, Direction::Past, None).and_then(|f| self.shifted(f));
        }
        if self.at(end) == '后' && !guard::begins_word(self, end) {
            return shift(end + 1, Direction::Future, None).and_then(|f| self.shifted(f));
        }
        if let Some(end) = self.eat_any(end, &["以来", "来"]) {
            let verb = self.before(end) == '来'
                && matches!(self.at(end), '到' | '自' | '临' | '访' | '源' | '了' | '华');
            if !verb && !matches!(length.period(), Period::Hour | Period::Minute | Period::Second) {
                return Some(Found {
                    end,
                    time: Time::Window { length, direction: Direction::Past, aligned: false },
                    rule: rules::WINDOW,
                    ..found
                });
            }
        }
        let after = [
            ("左右", Modifier::Approx),
            ("上下", Modifier::Approx),
            ("以上", Modifier::MoreThan),
            ("以下", Modifier::LessThan),
            ("许", Modifier::Approx),
        ];
        if let Some((end, modifier)) = after.iter().find_map(|&(w, m)| Some((self.eat(end, w)?, m))) {
            found.end = end;
            found.modifier = Some(modifier);
        }
        // 三年以上七年以下
        if found.modifier == Some(Modifier::MoreThan)
            && length.is_exact()
            && let Some(upper) = self.length(found.end)
            && let Some(end) = self.eat(upper.end, "以下")
            && let (Some((super::expression::Amount::Exact(n), p)), None) =
                (upper.length.parts[0], upper.length.parts[1])
            && p == length.period()
        {
            let length = Length { upper: Some(n), ..length };
            return Some(Found { end, time: Time::Duration(length), modifier: None, rule: rules::LENGTH });
        }
        // 一天, 一年 after 有, 某, 这, 那 is no length.
        if length == Length::one(super::expression::Amount::Exact(Quantity::new(1, 0)), Period::Day)
            && matches!(self.before(at), '有' | '某' | '这' | '那' | '哪' | '同' | '新' | '头' | '前' | '后')
        {
            return None;
        }
        // 新的一年, 两个一百年, 四周 (all around), 无数年.
        let lead = self.at(at);
        if self.eat(at, "一年") == Some(found.end)
            && self.follows(at, &["新的", "又", "这", "那", "同", "末"])
            || lead == '一' && self.before(at) == '个'
            || lead == '四' && found.end == at + 2 && length.period() == Period::Week
            || lead == '数' && self.before(at) == '无'
        {
            return None;
        }
        if matches!(self.at(at), '百' | '千')
            && found.modifier.is_none()
            && !self.follows(at, &["近", "建党", "成立", "超"])
        {
            return None;
        }
        Some(found)
    }

    /// A clock reading after a shift: 六天后的3时1刻.
    fn shifted(&self, found: Found) -> Option<Found> {
        let Time::Shift(length, direction, ..) = found.time else { return Some(found) };
        if matches!(length.period(), Period::Hour | Period::Minute | Period::Second) {
            return Some(found);
        }
        let at = self.skip(found.end, &['的']);
        // 五年后3月30日
        if length.period() == Period::Year
            && let Some((super::expression::Amount::Exact(n), _)) = length.parts[0]
            && let (Some(years), None) = (n.as_integer().filter(|n| *n < 1000), length.parts[1])
            && let Some(read) = self.point(at).filter(|r| !r.open && !r.weak && r.until.is_none())
            && matches!(read.point.unit, Unit::Month(Month::Number(_), _))
        {
            let years = if direction == Direction::Past { -years } else { years };
            let point = Point { year: Year::Relative(years as i32), ..read.point };
            return Some(Found {
                end: read.end,
                time: Time::Point(point),
                modifier: point.phase,
                rule: rules::SHIFT,
            });
        }
        let (part, next) = self.part(at, at == found.end).map_or((None, at), |(p, e)| (Some(p), e));
        match self.clock(next, true).filter(|c| c.strong && c.until.is_none()) {
            Some(clock) => {
                let time = Time::Shift(length, direction, Some(clock.clock), part);
                Some(Found { end: clock.end, time, ..found })
            }
            None if part.is_some() => {
                Some(Found { end: next, time: Time::Shift(length, direction, None, part), ..found })
            }
            None => Some(found),
        }
    }

    /// A point or range, and what follows it.
    fn point_phrase(&self, at: usize) -> Option<Found> {
        self.point_phrase_after(at, false)
    }

    fn point_phrase_after(&self, at: usize, bound: bool) -> Option<Found> {
        let read = self.point_after(at, bound)?;
        let modifier = read.modifier.or(read.point.phase);
        if let Some(clock) = read.until {
            let until = Point { clock: Some(inherit_hour(&read.point, clock)), ..read.point };
            let found = Found {
                end: read.end,
                time: Time::Range(read.point, until),
                modifier,
                rule: rules::CLOCK_RANGE,
            };
            return self.suffixed(found, &read, false);
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

    /// A length before or after a day: 2月13日3天后.
    fn offset(&self, read: &PointRead) -> Option<Found> {
        if !is_day(&read.point.unit) || read.point.clock.is_some() || read.point.part.is_some() {
            return None;
        }
        let at = self.skip(read.end, &['的']);
        if !matches!(
            self.at(at),
            '0'..='9' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '半'
        ) {
            return None;
        }
        let found = self.length_phrase_alone(at)?;
        let Time::Shift(length, direction, None, None) = found.time else { return None };
        Some(Found {
            time: Time::Offset(read.point, length, direction),
            rule: rules::OFFSET,
            modifier: None,
            ..found
        })
    }

    fn length_phrase_alone(&self, at: usize) -> Option<Found> {
        let read = self.length(at).filter(|r| r.modifier.is_none() && r.length.is_exact() && !r.day_word)?;
        let (direction, end) = if let Some(end) = self.eat_any(read.end, &["以前", "之前"]) {
            (Direction::Past, end)
        } else if let Some(end) = self.eat_any(read.end, &["以后", "之后"]) {
            (Direction::Future, end)
        } else if self.at(read.end) == '前' && !guard::begins_word(self, read.end) {
            (Direction::Past, read.end + 1)
        } else if self.at(read.end) == '后' && !guard::begins_word(self, read.end) {
            (Direction::Future, read.end + 1)
        } else {
            return None;
        };
        Found::new(end, Time::Shift(read.length, direction, None, None), rules::SHIFT)
    }

    /// Whether the words around a doubtful day speak of a date: 在29号, 于三日.
    fn day_context(&self, at: usize, end: usize) -> bool {
        let before = self.before(at);
        let preposition = matches!(before, '于' | '在' | '自' | '从' | '到' | '至' | '截' | '月' | '报');
        preposition || self.at(end) == '起' || self.at(at) == '前' || (at == 0 && self.at(end) == '\0')
    }

    /// From `first` to what stands after a connector.
    fn range(&self, first: &PointRead) -> Option<Found> {
        let listed = first.open && self.at(first.end) == '、';
        let next = if listed { first.end + 1 } else { self.connector(first.end)? };
        let rule = rules::RANGE;
        if let Some(end) = self
            .eat(next, "今")
            .filter(|_| !matches!(self.at(next + 1), '天' | '日' | '年' | '晚' | '后' | '夏'))
        {
            return Found::new(end, Time::Since(first.point), rules::SINCE);
        }
        let next = self.skip(next, &[' ']);
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
        let second = self.point_after(next, first.point.clock.is_some() || first.point.part.is_some())?;
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

    /// 2015年和2018年之间
    fn between(&self, first: &PointRead) -> Option<Found> {
        let next = self.eat_any(first.end, &["和", "与"])?;
        let second = self.point(next).filter(|s| !s.open && s.until.is_none())?;
        let end = self.eat(second.end, "之间")?;
        if !compatible(first, &second) {
            return None;
        }
        Found::new(end, Time::Range(first.point, inherit(&first.point, &second.point)), rules::RANGE)
    }

    /// 以来, 前, 后, 左右, 期间 after a point or range.
    fn suffixed(&self, mut found: Found, read: &PointRead, ranged: bool) -> Option<Found> {
        let end = found.end;
        if let Time::Since(_) = found.time {
            return Some(found);
        }
        if ranged || matches!(found.time, Time::Range(..)) {
            if let Some(end) = self.eat(end, "期间") {
                found.end = end;
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
        if let Some(end) = self.eat_any(end, &["以来", "至今", "迄今"]) {
            return Some(Found { end, time: Time::Since(read.point), modifier: None, rule: rules::SINCE });
        }
        let mark = |end, modifier| Some(Found { end, modifier: Some(modifier), ..found });
        if let Some(end) = self.eat_any(end, &["左右", "前后"]) {
            return mark(end, Modifier::Approx);
        }
        if read.point.clock.is_some() {
            if let Some(end) = self.eat_any(end, &["许", "上下"]) {
                return mark(end, Modifier::Approx);
            }
            if self.at(end) == '多' && self.at(end + 1) != '少' {
                return mark(end + 1, Modifier::MoreThan);
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

fn longer(a: Option<Found>, b: Option<Found>) -> Option<Found> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.end > a.end { b } else { a }),
        (a, b) => a.or(b),
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
        || x == 2 && y == 4 && matches!(b.unit, Unit::Day(_))
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

/// The hour at the other end of 下午3到6点.
fn inherit_hour(_first: &Point, clock: Clock) -> Clock {
    clock
}
