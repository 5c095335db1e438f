//! Lunar dates: 农历八月十五, 正月初五, 闰四月.

use super::calendar::FestivalDay;
use super::expression::{Point, Unit};
use super::guard;
use super::lexicon::Atom;
use super::number::{Script, digit};
use super::point::PointRead;
use super::reader::Reader;
use super::rules;

/// How far back the first days of the year may have been told, in characters.
const NEAR: usize = 200;

impl Reader<'_, '_> {
    /// Lunar dates: 农历八月十五, 正月初五, 腊月二十八, 闰四月, 八月初八.
    pub(super) fn lunar(&self, at: usize, has_year: bool) -> Option<PointRead> {
        let lead = self.at(at);
        if matches!(lead, '农' | '阴' | '旧' | '夏')
            && let Some(mut next) = self.eat_any(at, &["农历", "阴历", "旧历", "夏历"])
        {
            next = self.skip(next, &['的']);
            // 农历甲子年八月十二
            if "甲乙丙丁戊己庚辛壬癸".contains(self.at(next)) && self.at(next + 2) == '年' {
                return self.lunar_month(next + 3, true);
            }
            // 农历2013年八月八日
            if !has_year && let Some(year) = self.year(next).filter(|y| !y.open) {
                let inner = self.skip(year.end, &['的']);
                let read = self.lunar_month(inner, true)?;
                return Some(PointRead { point: Point { year: year.point.year, ..read.point }, ..read });
            }
            if let Some(festival) = self.festival(next, true) {
                return Some(festival);
            }
            return self.lunar_month(next, true);
        }
        if lead == '大'
            && let Some(next) = self.eat(at, "大年").filter(|&next| self.at(next) == '初')
        {
            let (day, end) = self.lunar_day(next, true)?;
            return Some(PointRead::new(Unit::Lunar(1, Some(day)), end, rules::LUNAR_DAY));
        }
        // 年初二, but 年初|二期工程
        if lead == '年'
            && self.at(at + 1) == '初'
            && guard::phase_alone(self, at)
            && let Some((day, end)) = self.lunar_day(at + 1, true)
            && (self.at(end) == '\0'
                || crate::chars::is_separator(self.at(end))
                || "早晚上下在到至起".contains(self.at(end)))
        {
            return Some(PointRead::new(Unit::Lunar(1, Some(day)), end, rules::LUNAR_DAY));
        }
        if lead == '初' {
            let (day, end) = self.lunar_day(at, true).filter(|_| self.is_new_year(at))?;
            return Some(PointRead::new(Unit::Lunar(1, Some(day)), end, rules::LUNAR_DAY));
        }
        self.lunar_month(at, false)
    }

    /// Whether 初五 is one of the first days of the year: the text has told of them before. 初一 to 初三 are classes of a
    /// school too.
    fn is_new_year(&self, at: usize) -> bool {
        let told = ["正月", "大年", "除夕", "春节", "年三十", "腊月"];
        let near = at.saturating_sub(NEAR)..at;
        let school = matches!(self.at(at + 1), '一' | '二' | '三') && {
            let (before, after) = (self.before(at), self.at(at + 2));
            let led = at == 0 || crate::chars::is_separator(before) || "。到至从自".contains(before);
            let class = !led || "学年班女男生语数英物化的升毕".contains(after);
            class && !"早上晚下凌当".contains(after)
        };
        let alone = crate::chars::is_separator(self.before(at))
            || !crate::chars::is_han(self.before(at))
            || "到至从自在的于期是夕节".contains(self.before(at));
        alone
            && !school
            && near.into_iter().any(|at| {
                matches!(self.at(at), '正' | '大' | '除' | '春' | '年' | '腊')
                    && self.eat_any(at, &told).is_some()
            })
    }

    pub(super) fn lunar_month(&self, at: usize, sure: bool) -> Option<PointRead> {
        let lead = self.at(at);
        if !matches!(lead, '闰' | '正' | '腊' | '冬' | '0'..='9' | '十') && digit(lead).is_none() {
            return None;
        }
        let leap = self.eat(at, "闰");
        let start = leap.unwrap_or(at);
        let named = match self.at(start) {
            '正' => Some(1),
            '腊' => Some(12),
            '冬' => Some(11),
            _ => None,
        };
        let (month, end, sure) = match named.filter(|_| self.at(start + 1) == '月') {
            Some(month) if self.before(at) != '冰' => (month, start + 2, true),
            _ => {
                let n =
                    self.number(start).filter(|n| n.plain && (1..=12).contains(&n.value) && n.len <= 2)?;
                (n.value as i8, self.eat(n.end, "月")?, sure || leap.is_some())
            }
        };
        let month = if leap.is_some() { -month } else { month };
        if let Some((day, end)) = self.lunar_day(end, sure) {
            let end = self.same_festival(month, day, end);
            return Some(PointRead::new(Unit::Lunar(month, Some(day)), end, rules::LUNAR_DAY));
        }
        sure.then(|| PointRead::new(Unit::Lunar(month, None), end, rules::LUNAR_MONTH))
    }

    /// One past the name of the festival on the same day: 九月初九重阳节, 腊月三十除夕.
    fn same_festival(&self, month: i8, day: u8, at: usize) -> usize {
        let same = |day_of: FestivalDay| match day_of {
            FestivalDay::Lunar(m, d) => (m, d) == (month, day),
            FestivalDay::Eve => month == 12 && day >= 29,
            _ => false,
        };
        let word = self.words(at).find(|w| match w.atom {
            Atom::Festival(row) => self.lexicon.festival(row).is_some_and(|f| same(f.day)),
            _ => false,
        });
        word.map_or(at, |w| at + w.len())
    }

    /// 初五, 廿二, and with a month that is surely lunar also 十五, 18, 八日.
    pub(super) fn lunar_day(&self, at: usize, sure: bool) -> Option<(u8, usize)> {
        let at = self.skip(at, &['的']);
        if !sure && !matches!(self.at(at), '初' | '廿') {
            return None;
        }
        if let Some(next) = self.eat(at, "初") {
            let n = self.number(next).filter(|n| n.plain && (1..=10).contains(&n.value))?;
            let arabic = n.script == Script::Arabic;
            if n.len > 2 || n.script == Script::Digits || arabic && !sure || self.at(n.end) == '中' {
                return None;
            }
            return Some((n.value as u8, n.end));
        }
        let n = self.number(at).filter(|n| n.plain && (1..=30).contains(&n.value) && n.len <= 3)?;
        if n.script == Script::Digits || !sure && self.at(at) != '廿' {
            return None;
        }
        let end = self.skip(n.end, &['日', '号']);
        // 九月廿三日 is printed for 九月二十三日; a lunar 九月廿三 has no 日.
        if !sure && end > n.end {
            return None;
        }
        if end == n.end && n.script == Script::Arabic && (n.len > 2 || self.at(end).is_ascii_digit()) {
            return None;
        }
        Some((n.value as u8, end))
    }
}
