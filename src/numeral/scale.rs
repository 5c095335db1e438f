//! What closes or loosens the part of a number before it: scale words, 几 and 多.

use super::han::{Pair, Pending, Reader};
use super::signs::{lone, unit};
use crate::record::Modifier;

impl Reader<'_> {
    /// 几 and 数 in the place of a digit: `几十`, `十几`, `数百万`.
    pub(super) fn several(&mut self, c: char) {
        let next = unit(self.char(1));
        let leads = self.at == 0 && next > 1;
        let ends = self.last == 10 && matches!(c, '几' | '幾') && next != 10;
        let inside = self.last > 10 && matches!(c, '几' | '幾') && next > 1 && next < self.last;
        if self.pending.is_some() || self.modifier.is_some() || !(leads || ends || inside) {
            return;
        }
        if leads {
            self.pending = Some(Pending { value: Pair::one(1), digits: 1, arabic: false, placed: true });
        } else if inside {
            // 一百几十, 三千几百: at least the part that is said.
            self.at += 1;
        }
        self.at += 1;
        self.modifier = Some(Modifier::MoreThan);
    }

    /// 十 百 千 close a digit, 万 and 亿 all that came before.
    pub(super) fn scale(&mut self, c: char) -> Option<()> {
        let factor = unit(c);
        if self.is_unit_prefix(c)
            || (self.modifier.is_some() && factor < 10_000 && self.last > 0 && self.pending.is_none())
        {
            return Some(());
        }
        if lone(c) {
            if self.limit > 10 && self.pending.is_none() && self.modifier.is_none() {
                let tens = match c {
                    '廿' => 2,
                    '卅' => 3,
                    _ => 4,
                };
                self.low = self.low.plus(Pair::one(tens * 10))?;
                (self.last, self.limit) = (10, 10);
                self.at += 1;
            }
            return Some(());
        }
        let start = self.at == 0;
        if factor < 10_000 {
            let multiplier = match self.pending {
                // ASCII digits before 十, 百, 千: 3百, 5千; never 10十.
                Some(p) if p.arabic && p.digits > 1 && (factor < 1000 || p.digits > 2) && !self.separated => {
                    return Some(());
                }
                Some(p) if !p.arabic && p.digits > 1 => return Some(()),
                Some(p) => p.value,
                None if factor == 10 || start => Pair::one(1),
                None if self.chars[self.at - 1] == '零' => Pair::one(1),
                None => return Some(()),
            };
            if factor >= self.limit {
                return Some(());
            }
            self.low = self.low.plus(multiplier.times(factor)?)?;
            self.limit = factor;
        } else {
            let sum = self.low.plus(self.pending.map_or(Pair::one(0), |p| p.value))?;
            let sum = if start { Pair::one(1) } else { sum };
            // 万亿 and 百万万 multiply once more; otherwise 万 and 亿 come once each, 亿 first.
            let again = self.last >= 10_000
                && self.chars[self.at - 1] != '零'
                && unit(self.chars[self.at - 1]) >= 10_000;
            if factor == 10_000 {
                match self.seen {
                    (false, _) if !again => self.middle = sum.times(factor)?,
                    (true, false) if again => self.middle = self.middle.times(factor)?,
                    _ => return Some(()),
                }
                if sum == Pair::one(0) && !again {
                    return Some(());
                }
                self.seen.0 = true;
            } else {
                let all = self.middle.plus(sum)?;
                // 20亿亿
                if self.seen.1 && again && all == Pair::one(0) {
                    self.high = self.high.times(factor)?;
                } else if self.seen.1 || (all == Pair::one(0) && !again) {
                    return Some(());
                } else {
                    self.high = all.times(factor)?;
                }
                self.middle = Pair::one(0);
                self.seen = (false, true);
            }
            self.low = Pair::one(0);
            self.limit = 10_000;
        }
        self.bare |= start && factor > 10;
        self.pending = None;
        self.last = factor;
        self.at += 1;
        Some(())
    }

    /// 千 that belongs to the unit: 12千米, 一百千瓦, 三千克; but 三千米 is three thousand.
    fn is_unit_prefix(&self, c: char) -> bool {
        let next = self.char(1);
        let said = self.pending.is_some() || self.last > 0;
        let digit = self.pending.is_some_and(|p| !p.arabic) && self.last == 0;
        c == '千'
            && said
            && (matches!(next, '克' | '瓦' | '卡' | '伏' | '赫' | '帕' | '焦' | '安')
                || (next == '米' && !digit)
                || (next == '比' && self.char(2) == '特'))
    }

    /// 多, 余 and 来 after a round number, before a further 万 or 亿.
    pub(super) fn more(&mut self, c: char) {
        let round = match self.pending {
            Some(p) => {
                let whole = p.arabic && p.value.0 == p.value.1;
                let integer = p.value.0.as_integer();
                whole && integer.is_some_and(|n| n > 0 && (n % 10 == 0 || matches!(c, '余' | '餘')))
            }
            None => self.last > 0,
        };
        if !round || self.modifier.is_some() {
            return;
        }
        // 十来岁; but 5000来自, 三十来到.
        let comes = c == '来'
            && matches!(
                self.char(1),
                '自' | '到' | '源' | '了' | '访' | '临' | '电' | '信' | '看' | '说' | '讲' | '客' | '年'
            );
        // 十多 and 百余 end a number; 多样, 多元化 and the like begin a word.
        let word = c == '多' && matches!(self.char(1), '样' | '彩' | '媒' | '功' | '维');
        if comes || word {
            return;
        }
        self.modifier = Some(if c == '来' { Modifier::Approx } else { Modifier::MoreThan });
        self.at += 1;
    }

    /// 两个亿, 三个多亿: spoken for 两亿 and 三亿多.
    pub(super) fn spoken(&mut self) {
        let more = matches!(self.char(1), '多' | '余');
        let scale = 1 + usize::from(more);
        // 20个亿元村: what has so much each.
        let each = self.char(scale + 1) == '元'
            && matches!(
                self.char(scale + 2),
                '村' | '镇' | '乡' | '县' | '企' | '产' | '园' | '户' | '街' | '楼'
            );
        let hundred_million = matches!(self.char(scale), '亿' | '億') && !each;
        if hundred_million && self.pending.is_some() && self.last == 0 && self.modifier.is_none() {
            self.modifier = more.then_some(Modifier::MoreThan);
            self.at += 1 + usize::from(more);
        }
    }
}
