//! Several units in a row that share what only one of them has: 周六、日, 周一三五, 二、三季度, 六、七两月.

use super::expression::{InMonth, InWeek, Month, Point, Set, Time, Unit};
use super::guard;
use super::number::{Number, Script};
use super::phrase::Found;
use super::point::PointRead;
use super::reader::Reader;
use super::rules;
use super::week::weekday_of;
use crate::chars::{CharSet, is_separator};

/// What numbers in a row count that are no weekdays: 周一、三人, 一、二、三产业.
static OTHER_UNITS: CharSet = CharSet::of("人产种类线号级者组班队");

/// What follows a weekday without its 周 at the end of a range: 周一至五上午, 星期一至五9:00.
static BEHIND_WEEKDAY: CharSet = CharSet::of("0123456789上下早晚中每的全白夜为是在开");

impl Reader<'_, '_> {
    /// 日 of 周六、日, 三五 of 周一三五: days behind the first; those of every week where they are not in a row.
    pub(super) fn weekdays_behind(&self, first: &PointRead) -> Option<Found> {
        let Unit::Week(week, InWeek::Day(start)) = first.point.unit else { return None };
        let bare = matches!(self.before(first.end), '一' | '二' | '三' | '四' | '五' | '六');
        let timed = first.point.part.is_some() || first.point.clock.is_some();
        let marked = matches!(self.at(first.end), '、' | '和' | '及');
        if !bare || timed || !(marked || weekday_of(self.at(first.end)).is_some()) {
            return None;
        }
        let (mut last, mut end, mut count, mut in_row) = (start, first.end, 1, true);
        while let Some(InWeek::Day(day)) = weekday_of(self.at(end + usize::from(marked)))
            && (!marked || matches!(self.at(end), '、' | '和' | '及'))
            && day > last
        {
            in_row &= day == last + 1;
            (last, end, count) = (day, end + 1 + usize::from(marked), count + 1);
        }
        if count < if marked { 2 } else { 3 }
            || OTHER_UNITS.has(self.at(end))
            // 周三、日均客流
            || self.before(end) == '日' && !self.may_end_weekday(end)
            || guard::not_a_weekday(self, end)
        {
            return None;
        }
        if in_row && marked {
            let last = self.in_day(PointRead::new(Unit::Week(week, InWeek::Day(last)), end, rules::WEEKDAY));
            let until = last.until.map_or(last.point, |clock| Point { clock: Some(clock), ..last.point });
            return Found::new(last.end, Time::Range(first.point, until), rules::RANGE);
        }
        if week.is_some() {
            return None;
        }
        // 周一三五晚上7点
        end = self.part(end, true).map_or(end, |(_, end)| end);
        end = self.clock(end, true).map_or(end, |read| read.end);
        Found::new(end, Time::Set(Set::Weekdays), rules::EVERY_WEEKDAY)
    }

    /// The weekday that ends a range of them, with its 周 or without: 周五, and 五 of 周一至五.
    pub(super) fn last_weekday(&self, at: usize) -> Option<(InWeek, usize)> {
        self.named_weekday(at).or_else(|| {
            let day = weekday_of(self.at(at)).filter(|day| matches!(day, InWeek::Day(_)))?;
            self.may_end_weekday(at + 1).then_some((day, at + 1))
        })
    }

    /// Whether a weekday without its 周 may end at `at`.
    fn may_end_weekday(&self, at: usize) -> bool {
        let next = self.at(at);
        next == '\0' || next == '。' || is_separator(next) || BEHIND_WEEKDAY.has(next)
    }

    /// 二、三季度, 一至三季度, 六、七两月, 七、八两日; `first` is the number at `at`.
    pub(super) fn units_in_row(&self, at: usize, first: &Number) -> Option<PointRead> {
        let listed = self.at(first.end) == '、';
        // 二、三季度工作安排: the second heading.
        let heading = listed && matches!(self.before(at), '\0' | '\n') && first.script != Script::Arabic;
        let next = if listed { first.end + 1 } else { self.connector(first.end)? };
        let second = self.number(next).filter(|n| n.plain && n.value <= 31 && n.value > first.value)?;
        if listed && second.value != first.value + 1 {
            return None;
        }
        // 一、二、三季度
        let mut second = second;
        let mut more = false;
        while listed
            && self.at(second.end) == '、'
            && let Some(next) = self.number(second.end + 1).filter(|n| n.plain && n.value == second.value + 1)
        {
            (second, more) = (next, true);
        }
        let (a, b) = (first.value as u8, second.value as u8);
        if more && self.at(second.end) == '月' && b <= 12 {
            let end = self.skip(second.end + 1, &['份', '间']);
            return Some(PointRead::new(Unit::Months(a, b), end, rules::MONTHS));
        }
        if let Some(end) = self.eat(second.end, "季度").filter(|_| b <= 4 && !heading) {
            return Some(PointRead::new(Unit::Quarters(a, b), end, rules::FIRST_QUARTERS));
        }
        let end = self.eat(second.end, "两").filter(|_| listed)?;
        if let Some(end) = self.eat_any(end, &["月", "个月"]).filter(|_| b <= 12) {
            return Some(PointRead::new(Unit::Months(a, b), end, rules::MONTHS));
        }
        let end = self.eat_any(end, &["日", "天"])?;
        let unit = Unit::Month(Month::Unsaid, InMonth::Days(a, b));
        Some(PointRead::new(unit, end, rules::DAY))
    }
}
