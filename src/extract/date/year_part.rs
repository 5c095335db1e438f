//! Parts of a year: quarters, halves, 前三季度, seasons, 年初.

use super::expression::{InMonth, Month, Point, Unit, Year};
use super::guard;
use super::point::PointRead;
use super::reader::Reader;
use super::rules;
use crate::record::Modifier;
use crate::segment::common::{Class, class};

impl Reader<'_, '_> {
    /// 春, 初春, 深秋, 金秋, 夏末 after a year, where no word such as 春节 goes on.
    pub(super) fn season_letter(&self, at: usize) -> Option<PointRead> {
        let (phase, place) = match self.at(at) {
            '初' | '早' => (Some(Modifier::Start), at + 1),
            '暮' | '晚' | '深' => (Some(Modifier::End), at + 1),
            '仲' => (Some(Modifier::Mid), at + 1),
            '金' | '盛' | '隆' | '寒' | '严' => (None, at + 1),
            _ => (None, at),
        };
        let season = "春夏秋冬".chars().position(|c| c == self.at(place))?;
        // 夏末
        let behind = if place == at { self.phase_letter(place + 1) } else { None };
        let end = place + 1 + usize::from(behind.is_some());
        let phase = phase.or(behind);
        let next = self.at(end);
        let closed = behind.is_some()
            || next == '\0'
            || crate::chars::is_separator(next)
            || matches!(next, '的' | '以' | '起' | '在' | '我' | '他' | '她' | '和' | '与' | '到' | '至')
            || next == '后' && !guard::begins_word(self, end)
            || self.eat(end, "开始").is_some()
            || place == at && self.acts_behind(place)
            || place > at && !matches!(next, '节' | '茶' | '粮' | '装' | '新');
        let read = PointRead::new(Unit::Season(season as u8), end, rules::SEASON);
        closed.then_some(phase.map_or(read, |phase| read.with(phase)))
    }

    /// Whether a verb begins behind the season's letter at `at`, and no word with it: 1952年冬|转业, but 今年|春耕.
    fn acts_behind(&self, at: usize) -> bool {
        let pair = |at: usize| class(&[self.at(at), self.at(at + 1)]);
        let word = pair(at).is_some() || crate::names::is_word_pair(self.at(at), self.at(at + 1));
        !word && matches!(pair(at + 1), Some(Class::Verb | Class::VerbNoun))
    }

    /// 第一季度, 前三季度, 前五个月, 第52周, 第2天 of a year.
    pub(super) fn ordinal_unit(&self, at: usize, has_year: bool) -> Option<PointRead> {
        if let Some(end) = self.eat_any(at, &["首季度", "首季"]) {
            return Some(PointRead::new(Unit::Quarter(1), end, rules::QUARTER));
        }
        if has_year && let Some(end) = self.eat(at, "首月") {
            return Some(PointRead::new(Unit::Month(Month::Number(1), InMonth::Whole), end, rules::MONTH));
        }
        let lead = self.at(at);
        // 今年头两个月, 今年首八个月 are 前 of a year.
        let lead = if has_year && matches!(lead, '头' | '首') { '前' } else { lead };
        if !matches!(lead, '第' | '前' | '后' | '最' | '倒') {
            return None;
        }
        if has_year && let Some((within, end, days)) = self.ordinal_day(at) {
            let unit = match within {
                InMonth::Days(_, last) => Unit::Month(Month::Number(1), InMonth::Days(1, last)),
                _ => Unit::DayOfYear(days),
            };
            return Some(PointRead::new(unit, end, rules::ORDINAL_DAY));
        }
        if !matches!(lead, '第' | '前' | '后') {
            return None;
        }
        let number = self.number(at + 1).filter(|n| n.plain && n.value >= 1 && n.len <= 3)?;
        let n = number.value;
        match lead {
            '第' => {
                let end = self.skip(number.end, &['个']);
                let quarter = self.eat(end, "季度").or_else(|| self.eat(end, "季").filter(|_| has_year));
                // 第一、二季度
                if quarter.is_none()
                    && let Some(read) = self.units_in_row(at + 1, &number)
                {
                    return matches!(read.point.unit, Unit::Quarters(..)).then_some(read);
                }
                if let Some(end) = quarter.filter(|_| n <= 4) {
                    return Some(self.phase(PointRead::new(Unit::Quarter(n as u8), end, rules::QUARTER)));
                }
                if has_year && let Some(end) = self.eat(end, "月").filter(|_| n <= 12) {
                    let unit = Unit::Month(Month::Number(n as u8), InMonth::Whole);
                    return Some(PointRead::new(unit, end, rules::MONTH));
                }
                if has_year && let Some(end) = self.eat_any(end, &["周", "星期"]).filter(|_| n <= 53) {
                    return Some(PointRead::new(Unit::WeekOfYear(n as u8), end, rules::WEEK_OF_YEAR));
                }
                None
            }
            '前' => {
                let end = self.skip(number.end, &['个']);
                if let Some(end) = self.eat(end, "季度").filter(|_| (2..=4).contains(&n)) {
                    return Some(PointRead::new(Unit::Quarters(1, n as u8), end, rules::FIRST_QUARTERS));
                }
                let end = self.eat(end, "月").filter(|_| (2..=12).contains(&n))?;
                // 前7个月 sums up the year; 前两个月 alone may be the last two.
                let mut read = PointRead::new(Unit::Months(1, n as u8), end, rules::FIRST_MONTHS);
                read.weak = !has_year && n == 2;
                Some(read)
            }
            _ => {
                let end = self.eat(self.skip(number.end, &['个']), "月").filter(|_| has_year && n < 12)?;
                Some(PointRead::new(Unit::Months(13 - n as u8, 12), end, rules::LAST_MONTHS))
            }
        }
    }

    /// 元月, of a year or where a clause or a preposition begins: 三百元月息 is no January.
    pub(super) fn first_month(&self, at: usize, has_year: bool) -> Option<PointRead> {
        let end = self.eat(at, "元月")?;
        let before = self.before(at);
        let open = at == 0
            || crate::chars::is_separator(before)
            || matches!(before, '。' | '自' | '从' | '在' | '于' | '到' | '至' | '截');
        (has_year || open).then(|| self.in_month(Month::Number(1), end, rules::MONTH))
    }

    /// 年初, 年底, 月底, 上半月 alone: of the year or month of publication.
    pub(super) fn bare_phase(&self, at: usize) -> Option<PointRead> {
        if matches!(self.at(at), '上' | '下') && self.at(at + 2) == '月' && self.at(at + 1) == '半' {
            return Some(self.in_month(Month::Relative(0), at, rules::HALF_MONTH));
        }
        if !matches!(self.at(at), '年' | '月' | '岁') || !guard::phase_alone(self, at) {
            return None;
        }
        // 年初一
        if self.at(at + 1) == '初' && guard::goes_on(self, at + 2, true) {
            return None;
        }
        let (unit, modifier) = match (self.at(at), self.at(at + 1)) {
            ('年', '初') => (Unit::Whole, Modifier::Start),
            ('年' | '岁', '末') | ('年', '底') => (Unit::Whole, Modifier::End),
            ('年', '中') => (Unit::Whole, Modifier::Mid),
            ('年', '内') => {
                let point = Point { year: Year::Relative(0), ..Point::default() };
                return Some(PointRead { point, ..PointRead::new(Unit::Whole, at + 2, rules::PHASE) });
            }
            ('月', '初') => (Unit::Month(Month::Relative(0), InMonth::Whole), Modifier::Start),
            ('月', '底' | '末') => (Unit::Month(Month::Relative(0), InMonth::Whole), Modifier::End),
            _ => return None,
        };
        let mut read = PointRead::new(unit, at + 2, rules::PHASE).with(modifier);
        if unit == Unit::Whole {
            // 年末 is of the year that the figures are of.
            let told = (self.at(at), self.at(at + 1)) == ('年', '末');
            read.point.year = if told { Year::Told(0) } else { Year::Relative(0) };
        }
        Some(read)
    }

    /// 初, 底, 末 at `at`, where no word begins with it: 去年初, not 去年|初夏, 每月|底薪, 每年|末位淘汰.
    pub(super) fn phase_letter(&self, at: usize) -> Option<Modifier> {
        let modifier = match self.at(at) {
            '初' => Modifier::Start,
            '底' | '末' => Modifier::End,
            _ => return None,
        };
        (!guard::goes_on(self, at + 1, true)).then_some(modifier)
    }

    /// 初, 末 after a quarter.
    pub(super) fn phase(&self, read: PointRead) -> PointRead {
        match self.phase_letter(read.end) {
            Some(modifier) => PointRead { end: read.end + 1, ..read.with(modifier) },
            None => read,
        }
    }
}
