//! Weekdays: 上周三, 星期天, 周末.

use super::expression::InWeek;
use super::guard;
use super::reader::Reader;

impl Reader<'_, '_> {
    /// 三 of 上周三, 周六 of 下周周六, 末 of 本周末.
    pub(super) fn weekday(&self, at: usize) -> Option<(InWeek, usize)> {
        if let Some(read) = self.named_weekday(at) {
            return Some(read);
        }
        if let Some(end) = self.both_days(at) {
            return Some((InWeek::Weekend, end));
        }
        let day = weekday_of(self.at(at))?;
        // 周一天, but 周末天气.
        if day != InWeek::Weekend && guard::not_a_weekday(self, at + 1) {
            return None;
        }
        Some((day, at + 1))
    }

    /// 六日 of 周六日: the weekend.
    fn both_days(&self, at: usize) -> Option<usize> {
        let end = self.eat(at, "六日")?;
        (!"期本均常照报前后".contains(self.at(end))).then_some(end)
    }

    /// 周三, 星期天, 礼拜六, 周末.
    pub(super) fn named_weekday(&self, at: usize) -> Option<(InWeek, usize)> {
        let end = self.eat_any(at, &["周", "星期", "礼拜"])?;
        let day = weekday_of(self.at(end))?;
        if let Some(end) = self.both_days(end) {
            return Some((InWeek::Weekend, end));
        }
        if day == InWeek::Weekend && self.at(at) != '周' || guard::not_a_weekday(self, end + 1) {
            return None;
        }
        // 周一鸣摄 is a photographer.
        let signed =
            crate::chars::is_han(self.at(end + 1)) && matches!(self.at(end + 2), '摄' | '/' | '文' | '图');
        if self.at(at) == '周' && (signed || guard::is_surname(self, at, end + 1)) {
            return None;
        }
        Some((day, end + 1))
    }
}

pub(super) fn weekday_of(c: char) -> Option<InWeek> {
    Some(match c {
        '一' => InWeek::Day(1),
        '二' => InWeek::Day(2),
        '三' => InWeek::Day(3),
        '四' => InWeek::Day(4),
        '五' => InWeek::Day(5),
        '六' => InWeek::Day(6),
        '日' | '天' => InWeek::Day(7),
        '末' => InWeek::Weekend,
        _ => return None,
    })
}
