//! Recurrences: 每天早上8点, 每周三, 每年10月1日, 每两周, 每逢农历初一.

use super::expression::{Amount, InMonth, Length, Month, Period, Point, Quantity, Set, Time, Unit, Year};
use super::guard;
use super::phrase::Found;
use super::reader::Reader;
use super::rules;
use crate::record::Modifier;
use crate::segment::common::{Class, class};

impl Reader<'_, '_> {
    /// The recurrence at `at`.
    pub(super) fn set(&self, at: usize) -> Option<Found> {
        let lead = self.at(at);
        if lead == '逢' {
            // 正逢端午节 is this year's.
            if matches!(self.before(at), '正' | '恰' | '适' | '时' | '喜' | '欣' | '又' | '今' | '巧' | '重')
            {
                return None;
            }
            return self.on_days(at + 1);
        }
        let next = at + 1;
        if let Some(next) = self.eat(next, "逢") {
            return self.on_days(next);
        }
        // 每当夜晚
        if let Some(next) = self.eat(next, "当") {
            return self.on_days(next).or_else(|| self.every_part(next).filter(|read| read.end > next + 1));
        }
        if let Some(next) = self.eat(next, "隔").or(Some(next))
            && let Some(read) = self.length(next)
            && read.modifier.is_none()
            && read.length.is_exact()
            && !read.day_word
        {
            return Found::new(read.end, Time::Set(Set::Every(read.length)), rules::EVERY_LENGTH);
        }
        if let Some(found) = self.eat(next, "到").and_then(|next| self.on_days(next)) {
            return Some(found);
        }
        let next = self.skip(next, &['个', '到']);
        let one = |period| Length::one(Amount::Exact(Quantity::ONE), period);
        let every = |period, end| Found::new(end, Time::Set(Set::Every(one(period))), rules::EVERY);
        match self.at(next) {
            '年' if !matches!(self.at(next + 1), '级' | '代' | '龄') => {
                let end = self.skip(next + 1, &['度']);
                if let Some(found) = self.phase_of(Period::Year, self.eat(end, "年").unwrap_or(end)) {
                    return Some(found);
                }
                self.pattern(Period::Year, end).or_else(|| every(Period::Year, end))
            }
            '月' if self.at(next + 1) != '亮' => {
                if let Some(found) =
                    self.phase_of(Period::Month, self.eat(next + 1, "月").unwrap_or(next + 1))
                {
                    return Some(found);
                }
                self.pattern(Period::Month, next + 1).or_else(|| every(Period::Month, next + 1))
            }
            '季' => {
                let end = self.skip(self.eat(next, "季").unwrap_or(next), &['度']);
                self.phase_of(Period::Quarter, end).or_else(|| every(Period::Quarter, end))
            }
            '周' | '星' | '礼' => {
                if let Some(found) = self.weekdays(next) {
                    return Some(found);
                }
                let end = self.eat_any(next, &["周", "星期", "礼拜"])?;
                // 每周的周三
                if let Some(found) = self.eat(end, "的").and_then(|next| self.weekdays(next)) {
                    return Some(found);
                }
                if let Some(end) = self.eat(end, "工作日") {
                    return self
                        .daily(Point::default(), Period::Day, end)
                        .or_else(|| every(Period::Day, end));
                }
                if matches!(self.at(end), '岁' | '年' | '期') {
                    return None;
                }
                every(Period::Week, end)
            }
            '天' | '日' => {
                let end = next + 1;
                if self.at(next) == '日' && matches!(self.at(end), '经' | '新' | '优' | '电')
                    // 每天天不亮
                    || self.at(end) == '天' && !matches!(self.at(end + 1), '不' | '没' | '刚' | '未' | '还' | '黑' | '亮')
                {
                    return None;
                }
                let point = Point { unit: Unit::Whole, ..Point::default() };
                self.daily(point, Period::Day, end).or_else(|| every(Period::Day, end))
            }
            // 三万立方米每秒: a unit.
            '小' | '分' | '秒' if "米里吨升转斤克瓦赫".contains(self.before(at)) => None,
            '小' => every(Period::Hour, self.eat(next, "小时")?),
            '分' => every(Period::Minute, self.eat(next, "分钟")?),
            '秒' => every(Period::Second, self.skip(next + 1, &['钟'])),
            '工' => {
                let end = self.eat(next, "工作日")?;
                self.daily(Point::default(), Period::Day, end).or_else(|| every(Period::Day, end))
            }
            _ => self.every_part(next),
        }
    }

    /// 晚 of 每晚, 上午八点 of 每个上午八点.
    fn every_part(&self, at: usize) -> Option<Found> {
        let (part, end) = self.part(at, true)?;
        // 每晚|上课, 每晚|上演
        let verb = self.eat(at, "晚上") == Some(end)
            && matches!(class(&['上', self.at(end)]), Some(Class::Verb | Class::VerbNoun));
        let end = if verb { end - 1 } else { end };
        let point = Point { part: Some(part), ..Point::default() };
        self.daily(point, Period::Day, end)
            .or_else(|| Found::new(end, Time::Set(Set::Pattern(Period::Day, point, None)), rules::EVERY_PART))
    }

    /// 每月底, 每季度末, 每年年初: the part of each that is meant.
    fn phase_of(&self, period: Period, at: usize) -> Option<Found> {
        let modifier = self.phase_letter(at)?;
        let every = Time::Set(Set::Every(Length::one(Amount::Exact(Quantity::ONE), period)));
        let found = Found::new(at + 1, every, rules::EVERY_DATE)?;
        Some(Found { modifier: Some(modifier), ..found })
    }

    /// 每年10月1日, 每月15日, 每月上旬.
    fn pattern(&self, period: Period, at: usize) -> Option<Found> {
        let at = self.skip(at, &['的']);
        let read = if period == Period::Month {
            if let Some(end) = self.lunar_days(at, false) {
                let one = Length::one(Amount::Exact(Quantity::ONE), Period::Month);
                return Found::new(end, Time::Set(Set::Every(one)), rules::EVERY_DATE);
            }
            // 每月第一天, 每月最后一天
            let one = Length::one(Amount::Exact(Quantity::ONE), Period::Month);
            match self.ordinal_day(at) {
                Some((day @ InMonth::Day(_), end, _)) => {
                    let point = Point { unit: Unit::Month(Month::Unsaid, day), ..Point::default() };
                    return Found::new(end, Time::Set(Set::Pattern(period, point, None)), rules::EVERY_DATE);
                }
                Some((InMonth::FromEnd(_), end, _)) => {
                    return Found::new(end, Time::Set(Set::Every(one)), rules::EVERY_DATE);
                }
                _ => {}
            }
            // 每月第一个周六, 每月上旬
            let part = self.ordinal_week(at).map(|read| (None, read.1)).or_else(|| {
                let parts = [("上旬", Modifier::Start), ("中旬", Modifier::Mid), ("下旬", Modifier::End)];
                parts.iter().find_map(|&(word, modifier)| Some((Some(modifier), self.eat(at, word)?)))
            });
            if let Some((modifier, end)) = part {
                // 每月第一个周六上午9点
                let end = self.part(end, true).map_or(end, |read| read.1);
                let end = self.clock(end, true).map_or(end, |read| read.end);
                let found = Found::new(end, Time::Set(Set::Every(one)), rules::EVERY_DATE)?;
                return Some(Found { modifier, ..found });
            }
            let number = self.number(at)?;
            let day = number.plain
                && (1..=31).contains(&number.value)
                && matches!(self.at(number.end), '日' | '号');
            let open = self
                .connector(number.end)
                .or_else(|| (self.at(number.end) == '、').then_some(number.end + 1));
            let ranged = open
                .and_then(|next| self.number(next))
                .is_some_and(|n| matches!(self.at(n.end), '日' | '号'));
            if !(day || ranged && number.value <= 31) {
                return None;
            }
            let unit = Unit::Month(Month::Unsaid, InMonth::Day(number.value as u8));
            let end = if day { number.end + 1 } else { number.end };
            // 每月10日、20日、30日
            let mut last = end;
            while day
                && let Some(next) = self.eat_any(last, &["、", "和", "及"])
                && let Some(more) = self.number(next).filter(|n| n.plain && (1..=31).contains(&n.value))
                && matches!(self.at(more.end), '日' | '号')
            {
                last = more.end + 1;
            }
            if last > end {
                return Found::new(last, Time::Set(Set::Every(one)), rules::EVERY_DATE);
            }
            (Point { unit, ..Point::default() }, end)
        } else {
            let read = self.point(at).or_else(|| self.season_letter(at))?;
            let named = matches!(
                read.point.unit,
                Unit::Month(Month::Number(_), _)
                    | Unit::Festival(..)
                    | Unit::Season(_)
                    | Unit::Half(_)
                    | Unit::Quarter(_)
                    | Unit::Term(..)
                    | Unit::Lunar(..)
                    | Unit::Holiday(_)
                    | Unit::Months(..)
            );
            if read.point.year != Year::Unsaid || !named {
                return None;
            }
            (read.point, read.end)
        };
        let (point, end) = read;
        if let Some(next) = self.connector(end)
            && let Some(upper) = self.point(next)
            && matches!(upper.point.unit, Unit::Month(..))
        {
            let upper_point = super::range::inherit(&point, &upper.point);
            let set = Set::Pattern(period, point, Some(upper_point));
            return Found::new(upper.end, Time::Set(set), rules::EVERY_DATE);
        }
        self.daily(point, period, end).or_else(|| {
            let (end, modifier) = self.bounded(end);
            let found = Found::new(end, Time::Set(Set::Pattern(period, point, None)), rules::EVERY_DATE)?;
            Some(Found { modifier, ..found })
        })
    }

    /// 每月5日前, 每年9月以后: one past what stands behind a recurring day, and what it says.
    fn bounded(&self, end: usize) -> (usize, Option<Modifier>) {
        const BEFORE: &[&str] = &["以前", "之前", "前夕", "前"];
        const AFTER: &[&str] = &["以后", "之后", "后"];
        let sides = [(BEFORE, Modifier::Before), (AFTER, Modifier::After)];
        let side = |(words, modifier): (&[&str], Modifier)| {
            let past = self.eat_any(end, words)?;
            (past > end + 1 || !guard::begins_word(self, end)).then_some((past, Some(modifier)))
        };
        sides.into_iter().find_map(side).unwrap_or((end, None))
    }

    /// A part of the day and a clock after the recurring day: 每天早上8点至10点.
    pub(super) fn daily(&self, mut point: Point, period: Period, at: usize) -> Option<Found> {
        let mut end = at;
        let inner = self.skip(at, &['的', ' ']);
        if point.part.is_none()
            && let Some((part, next)) = self.part(end, true).or_else(|| self.part(inner, false))
        {
            point.part = Some(part);
            end = next;
        }
        let mut until = None;
        if let Some(read) = self.clock(end, true).or_else(|| self.clock(inner, true)) {
            point.clock = Some(read.clock);
            until = read.until.map(|clock| Point { clock: Some(clock), ..point });
            end = read.end;
        }
        if end == at {
            return None;
        }
        // 每天早晨6点多
        let rough = [("多", Modifier::MoreThan), ("左右", Modifier::Approx), ("许", Modifier::Approx)];
        let rough = rough.iter().filter(|_| point.clock.is_some() && until.is_none());
        let rough = rough.filter_map(|&(word, modifier)| Some((self.eat(end, word)?, modifier))).next();
        if until.is_none()
            && rough.is_none()
            && let Some(next) = self.connector(end)
            && let Some((last, next)) = self.until(next)
        {
            until = Some(super::range::inherit(&point, &last));
            end = next;
        }
        let (end, modifier) = rough.map_or((end, None), |(end, modifier)| (end, Some(modifier)));
        let found = Found::new(end, Time::Set(Set::Pattern(period, point, until)), rules::EVERY_CLOCK)?;
        Some(Found { modifier, ..found })
    }

    /// The hours of a range of days: 每周一至周五9:00—17:00.
    pub(super) fn hours(&self, first: Point, last: Point, at: usize) -> Option<Found> {
        let found = self.daily(first, Period::Week, at)?;
        let Time::Set(Set::Pattern(period, from, until)) = found.time else { return None };
        let until = Point { unit: last.unit, ..until.unwrap_or(from) };
        Some(Found { time: Time::Set(Set::Pattern(period, from, Some(until))), ..found })
    }

    /// The other end of a recurring clock range: 晚六点, 十一时, 次日凌晨2点.
    pub(super) fn until(&self, at: usize) -> Option<(Point, usize)> {
        let at = self.eat_any(at, &["次日", "第二天", "翌日"]).unwrap_or(at);
        let (part, end) = self.part(at, true).map_or((None, at), |(part, end)| (Some(part), end));
        let clock = self.clock(end, true).filter(|c| c.until.is_none());
        let end = clock.map_or(end, |c| c.end);
        let point = Point { part, clock: clock.map(|c| c.clock), ..Point::default() };
        (clock.is_some() || part.is_some()).then_some((point, end))
    }
}
