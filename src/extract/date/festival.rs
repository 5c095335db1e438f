//! Festivals and named days, quoted or not: 国庆节, “六一”儿童节, “11·9”消防宣传日.

use super::calendar::FestivalDay;
use super::expression::{InMonth, Month, Unit};
use super::guard;
use super::lexicon::Atom;
use super::point::PointRead;
use super::reader::Reader;
use super::rules;
use crate::chars::CharSet;
use crate::segment::common::{Class, class};

/// What belongs to a feast behind it: 春节前夕, 春节期间, 春分时节, 中秋夜.
static BEHIND_FEAST: CharSet = CharSet::of("前后时期日当节月夜");

const fn is_term(day: FestivalDay) -> bool {
    matches!(day, FestivalDay::Term(_))
}

impl Reader<'_, '_> {
    /// Festivals and named days, in quotation marks or not, with what belongs to their name.
    pub(super) fn festival(&self, at: usize, has_year: bool) -> Option<PointRead> {
        let quoted = matches!(self.at(at), '“' | '‘' | '"' | '「' | '『');
        if quoted {
            return self.quoted_day(at);
        }
        if let Some(read) = self.next_festival(at) {
            return Some(read);
        }
        let mut word = self.word(at)?;
        let Atom::Festival(_) = word.atom else { return None };
        // 改在|日内瓦
        let place = |end: usize| {
            self.before(end) == '日' && class(&['日', self.at(end), self.at(end + 1)]) == Some(Class::Place)
        };
        // 端午|节目, 受难|日记; 春节前夕 is no 节前.
        let goes_on = |end: usize| {
            let eager = matches!(self.before(end), '节' | '日');
            !BEHIND_FEAST.has(self.at(end)) && (place(end) || guard::goes_on(self, end, eager))
        };
        if goes_on(at + word.len()) {
            word = self.words(at).find(|word| !goes_on(at + word.len()))?;
        }
        let Atom::Festival(row) = word.atom else { return None };
        let festival = self.lexicon.festival(row)?;
        let end = at + word.len();
        let (unit, end) = self.holiday(row, end);
        let loose = matches!(unit, Unit::Festival(..));
        // 二月二, 十一: numbers too.
        let numeric = super::number::digit(self.at(at)).is_some() || self.at(at) == '十';
        let counts = |c: char| {
            super::number::digit(c).is_some() || matches!(c, '十' | '月' | '日' | '号' | '点' | '时')
        };
        if numeric && (counts(self.at(end)) || !guard::starts_alone(self, at)) {
            return None;
        }
        if loose
            && festival.bound
            && (!has_year || numeric)
            && !(!numeric && matches!(self.before(at), '至' | '到') && !guard::is_snow(self, at))
            && self.eat_any(end, &["节气", "时节", "佳节"]).is_none()
            && !(numeric && self.eat_any(end, &["过后", "前后", "前夕", "以来"]).is_some())
            && !(is_term(festival.day) && !guard::is_snow(self, at) && self.bounds_work(end))
        {
            return None;
        }
        if loose && has_year && guard::is_weather(self, at, end)
            || loose && guard::not_a_festival(self, at, end)
            || !has_year && guard::of_some_year(self, at)
        {
            return None;
        }
        let end = self.eat_any(end, &["节气", "时节", "佳节"]).unwrap_or(end);
        Some(PointRead::new(unit, end, rules::FESTIVAL))
    }

    /// Whether 前 or 后 behind a solar term tells when something is done: 谷雨前打完药, 立冬后, 芒种前后.
    fn bounds_work(&self, end: usize) -> bool {
        matches!(self.at(end), '前' | '后') && !guard::begins_word(self, end)
    }

    /// 下一个中秋节, 上个元旦.
    fn next_festival(&self, at: usize) -> Option<PointRead> {
        let step = match self.at(at) {
            '下' => 1,
            '上' => -1,
            _ => return None,
        };
        let next = self.eat_any(at + 1, &["一个", "个"])?;
        let word = self.word(next)?;
        let Atom::Festival(row) = word.atom else { return None };
        Some(PointRead::new(Unit::NextFestival(row, step), next + word.len(), rules::NEXT_FESTIVAL))
    }

    /// 期间, 假期, 黄金周 after a festival.
    pub(super) fn holiday(&self, row: u16, at: usize) -> (Unit, usize) {
        let words = ["假期期间", "长假期间", "小长假", "黄金周", "假期", "长假", "假日", "期间", "节日期间"];
        match self.eat_any(at, &words) {
            Some(end) => (Unit::Holiday(row), self.eat(end, "期间").unwrap_or(end)),
            None => (Unit::Festival(row), at),
        }
    }

    /// “六一”, “六一”儿童节, “11·9”消防宣传日, “五一”假期.
    pub(super) fn quoted_day(&self, at: usize) -> Option<PointRead> {
        let close = |at| matches!(self.at(at), '”' | '’' | '"' | '」' | '』').then_some(at + 1);
        // “119”消防宣传日: the digits are the day's.
        if self.at(at + 1).is_ascii_digit()
            && let Some(digits) = self.number(at + 1).filter(|n| n.plain && (3..=4).contains(&n.len))
            && let Some(end) = close(digits.end)
            && let Some(read) = self.festival(end, false)
        {
            return Some(PointRead { rule: rules::NAMED_DAY, ..read });
        }
        // “11·9”
        if let Some((month, dot)) = self.short_digits(at + 1) {
            if !matches!(self.at(dot), '·' | '.') || !(1..=12).contains(&month) {
                return None;
            }
            let (day, end) = self.short_digits(dot + 1).filter(|d| (1..=31).contains(&d.0))?;
            let end = close(end)?;
            let named = guard::day_name(self, end)?;
            let unit = Unit::Month(Month::Number(month as u8), InMonth::Day(day as u8));
            return Some(PointRead::new(unit, named, rules::NAMED_DAY));
        }
        let word = self
            .words(at + 1)
            .find(|w| matches!(w.atom, Atom::Festival(_)) && close(at + 1 + w.len()).is_some())?;
        let Atom::Festival(row) = word.atom else { return None };
        let end = close(at + 1 + word.len())?;
        // “六一”儿童节, “六一”国际儿童节: a name of the same day.
        let day = self.lexicon.festival(row)?.day;
        for name in self.words(end) {
            if let Atom::Festival(other) = name.atom
                && self.lexicon.festival(other).is_some_and(|f| f.day == day)
            {
                let (unit, end) = self.holiday(other, end + name.len());
                return Some(PointRead::new(unit, end, rules::QUOTED_FESTIVAL));
            }
        }
        let (unit, end) = self.holiday(row, end);
        if matches!(unit, Unit::Festival(..)) {
            if let Some(end) = self.eat(end, "节") {
                return Some(PointRead::new(unit, end, rules::QUOTED_FESTIVAL));
            }
            if guard::quoted_name(self, end) {
                return None;
            }
        }
        Some(PointRead::new(unit, end, rules::QUOTED_FESTIVAL))
    }
}
