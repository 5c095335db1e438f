//! Months and what lies in them: 上旬, 29日, 第3周, 最后一天.

use super::expression::{InMonth, InWeek, Month, Unit};
use super::guard;
use super::number::Script;
use super::point::PointRead;
use super::reader::Reader;
use super::rules;
use crate::record::Modifier;

impl Reader<'_, '_> {
    /// What lies in a month: 上旬, 初, 29日, 第3周, 最后一天.
    pub(super) fn in_month(&self, month: Month, end: usize, rule: &'static str) -> PointRead {
        let whole = PointRead::new(Unit::Month(month, InMonth::Whole), end, rule);
        let read = |within, end, rule| PointRead::new(Unit::Month(month, within), end, rule);
        let at = if matches!(self.at(end), ' ' | '的') { end + 1 } else { end };
        if matches!(month, Month::Relative(_))
            && let Some(end) = self.eat(at, "同期")
        {
            return read(InMonth::SamePeriod, end, rules::SAME_PERIOD);
        }
        let third =
            |length, modifier| PointRead { end: at + length, rule: rules::TEN_DAYS, ..whole.with(modifier) };
        let half = |first, last| read(InMonth::Days(first, last), at + 3, rules::HALF_MONTH);
        match [0, 1, 2].map(|n| self.at(at + n)) {
            ['上', '半', '月'] => return half(1, 15),
            ['下', '半', '月'] => return half(16, 31),
            ['初', '旬', _] => return third(2, Modifier::Start),
            ['月', '初', '旬'] => return third(3, Modifier::Start),
            ['上', '旬', _] | ['月', '初', _] => return third(2, Modifier::Start),
            ['上', '中', '旬'] => return third(3, Modifier::Start),
            ['中', '旬', _] => return third(2, Modifier::Mid),
            ['月', '中', '旬'] => return third(3, Modifier::Mid),
            ['下', '旬', _] | ['月', '底' | '末', _] => return third(2, Modifier::End),
            ['中', '下', '旬'] => return third(3, Modifier::End),
            _ => {}
        }
        let next = self.at(end + 1);
        match self.at(end) {
            '初' if !matches!(next, '步' | '心' | '中' | '衷' | '级' | '选' | '赛' | '具' | '见') =>
            {
                return PointRead { end: end + 1, ..whole.with(Modifier::Start) };
            }
            '底' if !matches!(next, '线' | '层' | '座') => {
                return PointRead { end: end + 1, ..whole.with(Modifier::End) };
            }
            '末' => return PointRead { end: end + 1, ..whole.with(Modifier::End) },
            '中' if next == '\0' || crate::chars::is_separator(next) => {
                return PointRead { end: end + 1, ..whole.with(Modifier::Mid) };
            }
            _ => {}
        }
        if let Some(day) = self.day_number(at, month) {
            return day;
        }
        if let Some((within, end, _)) = self.ordinal_day(at) {
            return read(within, end, rules::ORDINAL_DAY);
        }
        if let Some((within, end)) = self.ordinal_week(at) {
            return read(within, end, rules::ORDINAL_WEEK);
        }
        whole
    }

    /// 29日, 29号, or 29 before `—31日`; in a month also 10月22 where the clause ends.
    pub(super) fn day_number(&self, at: usize, month: Month) -> Option<PointRead> {
        let number = self.number(at).filter(|n| n.plain && (1..=31).contains(&n.value) && n.len <= 3)?;
        let in_month = month != Month::Unsaid;
        let unit = Unit::Month(month, InMonth::Day(number.value as u8));
        let rule = if in_month { rules::MONTH_DAY } else { rules::DAY };
        let mark = self.at(number.end);
        if matches!(mark, '日' | '号') {
            let end = number.end + 1;
            let read = PointRead::new(unit, end, rule);
            if in_month {
                return Some(read);
            }
            // 周六日 are two weekdays.
            if guard::not_a_day(self, at, &number, mark) || self.follows(at, &["周", "星期", "礼拜"]) {
                return None;
            }
            let weak = mark == '号' || number.script != Script::Arabic && number.value < 11;
            return Some(PointRead { weak, ..read });
        }
        if let Some((upper, mark)) =
            self.shared_unit(if in_month { usize::MAX } else { at }, number.end, number.value)
            && matches!(mark, '日' | '号')
            && upper <= 31
        {
            let ends = self.connector(number.end).or(Some(number.end + 1))?;
            let upper = self.number(ends)?;
            if in_month || !guard::not_a_day(self, ends, &upper, mark) {
                return Some(PointRead { open: true, ..PointRead::new(unit, number.end, rule) });
            }
        }
        if in_month && number.script != Script::Digits && matches!(month, Month::Number(_)) {
            let c = self.at(number.end);
            let closed = matches!(c, '\0' | ',' | '。' | ';' | ')' | '出' | '在' | '晚' | '早' | '\n')
                || self.connector(number.end).is_some_and(|e| self.number(e).is_some());
            if closed && number.len <= 3 {
                return Some(PointRead::new(unit, number.end, rule));
            }
        }
        None
    }

    /// 第2天, 最后一天, 前10天, 首日 of something; and the length for a year's count.
    pub(super) fn ordinal_day(&self, at: usize) -> Option<(InMonth, usize, i16)> {
        if let Some(end) = self.eat_any(at, &["最后一天", "最后1天"]) {
            return Some((InMonth::FromEnd(1), end, -1));
        }
        if let Some(next) = self.eat(at, "倒数第") {
            let n = self.number(next).filter(|n| n.plain && (1..=366).contains(&n.value))?;
            let end = self.eat(n.end, "天")?;
            return Some((InMonth::FromEnd(n.value.min(31) as u8), end, -(n.value as i16)));
        }
        if let Some(next) = self.eat(at, "第") {
            let n = self.number(next).filter(|n| n.plain && (1..=366).contains(&n.value))?;
            let end = self.eat(n.end, "天")?;
            return Some((InMonth::Day(n.value.min(31) as u8), end, n.value as i16));
        }
        if let Some(next) = self.eat(at, "前") {
            let n = self.number(next).filter(|n| n.plain && (1..=31).contains(&n.value))?;
            // 10月前三周
            if let Some(end) = self.eat(n.end, "周").filter(|_| n.value <= 4) {
                return Some((InMonth::Days(1, 7 * n.value as u8), end, 0));
            }
            let end = self.eat_any(n.end, &["天", "日"])?;
            return Some((InMonth::Days(1, n.value as u8), end, 0));
        }
        None
    }

    /// 第3周, 第一个星期一, 最后一个周日.
    pub(super) fn ordinal_week(&self, at: usize) -> Option<(InMonth, usize)> {
        let (which, end) = match self.eat_any(at, &["最后一个", "最后1个", "最后一", "最后1"]) {
            Some(end) => (0, end),
            None => {
                let n = self.number(self.eat(at, "第")?).filter(|n| n.plain && (1..=5).contains(&n.value))?;
                (n.value as u8, self.skip(n.end, &['个']))
            }
        };
        if let Some((InWeek::Day(day), end)) = self.named_weekday(end) {
            return Some((InMonth::Weekday(which, day), end));
        }
        let end = self.eat_any(end, &["周", "星期"])?;
        // 第二个周末
        Some(match self.eat(end, "末") {
            Some(end) => (InMonth::Weekend(which), end),
            None => (InMonth::Week(which), end),
        })
    }
}
