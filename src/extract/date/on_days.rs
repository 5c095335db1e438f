//! The days on which something recurs: 每周二、四, 每月初一、十五, 每逢春节.

use super::expression::{Amount, InWeek, Length, Month, Period, Point, Quantity, Set, Time, Unit, Year};
use super::guard;
use super::phrase::Found;
use super::reader::Reader;
use super::rules;

impl Reader<'_, '_> {
    /// 每周三, 每周二、四, 每周一至周五.
    pub(super) fn weekdays(&self, at: usize) -> Option<Found> {
        let (day, mut end) = self.named_weekday(at).or_else(|| {
            let next = self.eat(at, "星期")?;
            self.eat(next, "末").map(|end| (InWeek::Weekend, end))
        })?;
        let point = Point { unit: Unit::Week(None, day), ..Point::default() };
        let InWeek::Day(_) = day else {
            return self.daily(point, Period::Week, end).or_else(|| {
                Found::new(end, Time::Set(Set::Pattern(Period::Week, point, None)), rules::EVERY_WEEKDAY)
            });
        };
        if let Some(next) = self.connector(end) {
            let upper = self.named_weekday(next).or_else(|| {
                let bare = "一二三四五六日天".chars().position(|c| c == self.at(next))?;
                Some((InWeek::Day(bare.min(6) as u8 + 1), next + 1))
            });
            if let Some((upper, end)) = upper {
                let upper = Point { unit: Unit::Week(None, upper), ..Point::default() };
                if let Some(found) = self.hours(point, upper, end) {
                    return Some(found);
                }
                return Found::new(
                    end,
                    Time::Set(Set::Pattern(Period::Week, point, Some(upper))),
                    rules::EVERY_WEEKDAY,
                );
            }
        }
        let mut several = false;
        for _ in 0..6 {
            let Some(next) = self.eat_any(end, &["、", "和", "及"]) else { break };
            let more = self.named_weekday(next).or_else(|| {
                let bare = "一二三四五六日天".chars().position(|c| c == self.at(next))?;
                let closed = !guard::not_a_weekday(self, next + 1);
                closed.then_some((InWeek::Day(bare.min(6) as u8 + 1), next + 1))
            });
            let Some((InWeek::Day(_), after)) = more else { break };
            several = true;
            end = after;
        }
        // 每周一三五
        let letters = |at: usize| {
            (0..5).map_while(move |n| "一二三四五六日".chars().position(|c| c == self.at(at + n)))
        };
        let run = letters(end).count();
        if !several && run > 0 {
            // 每周三四次
            if guard::not_a_weekday(self, end + run) {
                return None;
            }
            several = run > 1 && letters(end - 1).is_sorted_by(|a, b| a < b);
            end += if several { run } else { 0 };
        }
        if several {
            // 每周一、三、五晚上8点
            end = self.part(end, true).map_or(end, |(_, end)| end);
            end = self.clock(end, true).map_or(end, |read| read.end);
            return Found::new(end, Time::Set(Set::Weekdays), rules::EVERY_WEEKDAY);
        }
        self.daily(point, Period::Week, end).or_else(|| {
            Found::new(end, Time::Set(Set::Pattern(Period::Week, point, None)), rules::EVERY_WEEKDAY)
        })
    }

    /// One past the days of a lunar month: 初一, 初一、十五, 初五和二十; 初 may be left out where the month is surely lunar.
    pub(super) fn lunar_days(&self, at: usize, sure: bool) -> Option<usize> {
        let day = |at: usize, sure: bool| {
            let first = self.eat(at, "初");
            let number =
                self.number(first.unwrap_or(at)).filter(|n| n.plain && (1..=30).contains(&n.value))?;
            (first.is_some() && number.value <= 10 || first.is_none() && sure).then_some(number.end)
        };
        let mut end = day(at, sure)?;
        // 三、六、九: days alone, as the first.
        let alone = sure && end == at + 1;
        while let Some(next) = self.eat_any(end, &["、", "和", "与"])
            && let Some(more) =
                day(next, (alone || matches!(self.at(next), '十' | '廿' | '二')) && self.at(next + 1) != '月')
        {
            end = more;
        }
        Some(self.skip(end, &['日']))
    }

    /// One past the last digits of the days of a month on which a market is held: 三、六、九, 五、逢十.
    fn market_days(&self, at: usize) -> Option<usize> {
        let digit = |at: usize| "一二三四五六七八九十".contains(self.at(at));
        let mut end = at + 1;
        let next =
            |end: usize| self.eat(end, "、").map(|next| self.skip(next, &['逢'])).filter(|&next| digit(next));
        while let Some(more) = next(end) {
            end = more + 1;
        }
        let days = digit(at)
            && end > at + 1
            && !digit(end)
            && !"月日号年周个次场天点时百千万的晚".contains(self.at(end));
        days.then_some(end)
    }

    /// 每逢周三, 逢农历初一, 每逢春节, 逢三、六、九.
    pub(super) fn on_days(&self, at: usize) -> Option<Found> {
        if let Some(mut found) = self.weekdays(at) {
            found.rule = rules::ON_DAYS;
            return Some(found);
        }
        // 单周的周一, 双周周三
        if let Some(next) = self.eat_any(at, &["单周", "双周"]) {
            let next = self.skip(next, &['的']);
            let end = self.named_weekday(next).map_or(next, |read| read.1);
            let two = Length::one(Amount::Exact(Quantity::new(2, 0)), Period::Week);
            return Found::new(end, Time::Set(Set::Every(two)), rules::ON_DAYS);
        }
        let lunar = self.eat_any(at, &["农历", "阴历"]).map(|next| self.skip(next, &['每', '月']));
        if let Some(end) = self.lunar_days(lunar.unwrap_or(at), lunar.is_some()) {
            let one = Length::one(Amount::Exact(Quantity::ONE), Period::Month);
            return Found::new(end, Time::Set(Set::Every(one)), rules::ON_DAYS);
        }
        if let Some(end) = self.market_days(at) {
            let one = Length::one(Amount::Exact(Quantity::ONE), Period::Month);
            return Found::new(end, Time::Set(Set::Every(one)), rules::ON_DAYS);
        }
        let read = self.point(at)?;
        if read.open || read.point.year != Year::Unsaid {
            return None;
        }
        let period = match read.point.unit {
            Unit::Month(Month::Unsaid, _) => Period::Month,
            Unit::Festival(..)
            | Unit::Lunar(..)
            | Unit::Month(Month::Number(_), _)
            | Unit::Holiday(_)
            | Unit::Season(_) => Period::Year,
            _ => return None,
        };
        Found::new(read.end, Time::Set(Set::Pattern(period, read.point, None)), rules::ON_DAYS)
    }
}
