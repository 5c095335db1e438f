//! Words before a length or a reading that say how exact it is: 约10时, 近300天, 超过两年, 大半年.

use super::expression::{Amount, Period, Time};
use super::phrase::Found;
use super::reader::Reader;
use super::rules;
use super::words::{Before, Behind};
use crate::record::Modifier;

/// How far back a clause compares, in characters.
const CLAUSE: usize = 12;

impl Reader<'_, '_> {
    /// 约, 近, 超过, 不到 before a length; 约, 大约 before a clock reading.
    pub(super) fn approximate(&self, at: usize) -> Option<Found> {
        let words = [
            ("大约", Modifier::Approx),
            ("大", Modifier::MoreThan),
            ("约", Modifier::Approx),
            ("上", Modifier::MoreThan),
            ("将近", Modifier::LessThan),
            ("近", Modifier::LessThan),
            ("快", Modifier::LessThan),
            ("超过", Modifier::MoreThan),
            ("超", Modifier::MoreThan),
            ("逾", Modifier::MoreThan),
            ("不足", Modifier::LessThan),
            ("不到", Modifier::LessThan),
        ];
        let (next, modifier) = words.iter().find_map(|&(w, m)| Some((self.eat(at, w)?, m)))?;
        // 上百年, 上千年; 上十年 are the last ten.
        if self.at(at) == '上' && !matches!(self.at(next), '百' | '千' | '万') {
            return None;
        }
        // 大半年, 大半个月; not 扩大半年, 一大半
        if self.eat(at, "大") == Some(next)
            && (self.at(next) != '半' || matches!(self.before(at), '扩' | '一' | '增' | '加' | '放' | '最'))
        {
            return None;
        }
        // 加快三年行动
        if self.at(at) == '快' && crate::chars::is_han(self.before(at)) && !self.is_nearly(at) {
            return None;
        }
        // 不超过两小时 is no more than that.
        if modifier == Modifier::MoreThan
            && (matches!(self.before(at), '不' | '未' | '没' | '能')
                || self.follows(at, &["不得", "不可", "不应", "不准", "不许", "不宜"]))
        {
            return None;
        }
        // 比例约|1:15
        if modifier == Modifier::Approx
            && !self.is_before(next, Before::Ratio)
            && let Some(mut found) = self.point_phrase_after(next, true)
            && (found.rule == rules::CLOCK || found.rule == rules::CLOCK_RANGE || found.rule == rules::YEAR)
        {
            found.modifier = found.modifier.or(Some(modifier));
            return Some(found);
        }
        // 超过2024年的水平
        let dated = self.number(next).is_some_and(|n| n.len == 4 && (1900..=2100).contains(&n.value));
        if dated && self.year(next).is_some_and(|year| year.rule == rules::YEAR) {
            return None;
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

    /// Whether 快 at `at` is nearly: 施行快两年了, not 加快, 很快.
    fn is_nearly(&self, at: usize) -> bool {
        let manner = "加尽很赶更较最不增飞爽痛凉轻明变还";
        // 比师傅快3分钟
        let compared = || {
            let clause = self.chars[at.saturating_sub(CLAUSE)..at].iter().rev();
            clause.take_while(|&&c| !crate::chars::is_separator(c)).any(|&c| c == '比')
        };
        !manner.contains(self.before(at)) && self.doc.is_boundary(at) && !compared()
    }

    /// Whether 近三年 is the past three years, not nearly three.
    pub(super) fn is_last(&self, at: usize, found: &Found) -> bool {
        let Time::Duration(length) = found.time else {
            return matches!(found.time, Time::Window { .. });
        };
        if matches!(length.period(), Period::Hour | Period::Minute | Period::Second) || !length.is_exact() {
            return false;
        }
        // 近300天 is nearly as many, 近30天 are the last.
        let many = |(amount, period)| {
            period == Period::Day && matches!(amount, Amount::Exact(n) if n.to_f64() >= 100.0)
        };
        if length.first().is_some_and(many) {
            return false;
        }
        !self.is_before(at, Before::Taken)
            && !self.is_behind(found.end, Behind::Lasted)
            && matches!(found.modifier, None | Some(Modifier::MoreThan))
    }
}
