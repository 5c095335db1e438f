//! Lengths of time: 30天, 一年零六个月, 三四年, 几天, 十几年, 近两个小时.

use super::expression::{Amount, Length, Period, Quantity};
use super::guard;
use super::number::{Number, Script, digit};
use super::reader::Reader;
use crate::record::Modifier;

/// A length as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct LengthRead {
    pub(super) length: Length,
    pub(super) modifier: Option<Modifier>,
    pub(super) end: usize,
    /// 30日: a length only where 内 or the like follows.
    pub(super) day_word: bool,
}

const HALF: Quantity = Quantity::new(5, 1);

impl Reader<'_, '_> {
    /// The length at `at`, its trailing 多 included.
    pub(super) fn length(&self, at: usize) -> Option<LengthRead> {
        if !guard::starts_alone(self, at) {
            return None;
        }
        // 十天半个月
        if let Some(end) = self.eat_any(at, &["十天半个月", "十天半月"]) {
            let ten = Length::one(Amount::Exact(Quantity::new(10, 0)), Period::Day);
            let length = ten.up_to(Some(Quantity::new(15, 0)));
            return Some(LengthRead { length, modifier: None, end, day_word: false });
        }
        let mut read = self.simple_length(at)?;
        let round = self.eat(at, "一周") == Some(read.end);
        // 三年多, 两小时多
        if matches!(self.at(read.end), '多' | '余')
            && !matches!(
                self.at(read.end + 1),
                '次' | '云' | '名' | '人' | '家' | '种' | '地' | '层' | '发' | '元'
            )
            && read.modifier.is_none()
            && read.length.period() != Period::Day
            && !guard::does_more(self, at, read.end)
            && !(self.at(read.end) == '余' && self.simple_length(read.end + 1).is_some())
        {
            read.end += 1;
            read.modifier = Some(Modifier::MoreThan);
        }
        // 一年零六个月, 36天5小时30分
        for _ in 0..5 {
            if read.day_word || read.length.upper().is_some() {
                break;
            }
            let at = self.eat_any(read.end, &["零", "又", "加上", "加", "余"]).unwrap_or(read.end);
            let Some(finer) = self.simple_length(at) else { break };
            let Some((amount, period)) = finer.length.first() else { break };
            if at == read.end
                && (finer.day_word
                    || read.length.finest() == Period::Week
                        // 绕地球一周|一百一十四分钟
                        && (finer.length.period() == Period::Day || round))
                || order(period) <= order(read.length.finest())
                || finer.length.upper().is_some()
                || fills(amount, period, read.length.finest())
            {
                break;
            }
            read.length.push(amount, period);
            read.end = finer.end;
        }
        self.longer_end(&mut read);
        if guard::not_a_length(self, read.length.finest(), at, read.end)
            || guard::not_measured(self, at, read.end)
        {
            return None;
        }
        // 两天一夜
        if read.length.finest() == Period::Day
            && let Some(nights) = self.number(read.end).filter(|n| n.plain && n.len <= 2)
            && matches!(self.at(nights.end), '夜' | '晚')
        {
            read.end = nights.end + 1;
        }
        Some(read)
    }

    /// Takes in the upper end that is told in a longer unit: 六个月至一年, 3天到1周.
    fn longer_end(&self, read: &mut LengthRead) {
        let plain = read.length.is_exact() && !read.length.is_compound() && read.modifier.is_none();
        if !plain || read.day_word {
            return;
        }
        let Some(next) = self.connector(read.end) else { return };
        let Some(upper) = self.simple_length(next).filter(|upper| upper.modifier.is_none()) else { return };
        let Some((Amount::Exact(most), period)) = upper.length.first() else { return };
        let longer = order(period) < order(read.length.period()) && period != Period::Quarter;
        // 从15分钟到一个半小时
        if longer && upper.length.is_exact() && !upper.length.is_compound() && !upper.day_word {
            read.length = read.length.up_to_other(most, period);
            read.end = upper.end;
        }
    }

    fn simple_length(&self, at: usize) -> Option<LengthRead> {
        let read = |amount, period, modifier, end| {
            Some(LengthRead { length: Length::one(amount, period), modifier, end, day_word: false })
        };
        match self.at(at) {
            '半' => {
                let next = at + 1;
                let (next, modifier) = match self.eat(next, "个多") {
                    Some(next) => (next, Some(Modifier::MoreThan)),
                    None => (self.skip(next, &['个']), None),
                };
                if let Some(end) = self.eat(next, "世纪") {
                    return read(Amount::Exact(Quantity::new(50, 0)), Period::Year, modifier, end);
                }
                let (period, factor, end) = self.period(next, true)?;
                if matches!(period, Period::Second | Period::Quarter) || factor != 1 {
                    return None;
                }
                return read(Amount::Exact(HALF), period, modifier, end);
            }
            // 许多年
            '许' if self.at(at + 1) == '多' => return self.vague_length(at + 1),
            '几' if self.before(at) == '那' => return None,
            '几' | '数' | '多' | '若' => return self.vague_length(at),
            _ => {}
        }
        // 二三十年, 三四百年
        if let (Some(a), Some(b), Some(tens)) =
            (digit(self.at(at)), digit(self.at(at + 1)), self.tens(at + 2))
            && is_pair(a, b)
        {
            let lower = Number {
                value: a * tens,
                decimal: Quantity::whole(a * tens)?,
                end: at + 3,
                len: 3,
                script: Script::Words,
                plain: true,
            };
            return self.counted(lower, Quantity::whole(b * tens));
        }
        let number = self.number(at)?;
        // 一三五日: days in a row, no length.
        if number.script == Script::Digits && number.len > 2 && self.at(number.end) == '日' {
            return None;
        }
        // 三四年, 一两天, 三五天
        if number.script == Script::Digits && number.len == 2 && number.plain {
            let (a, b) = match (number.value / 10, number.value % 10) {
                // 三两天
                (3, 2) if self.at(at + 1) == '两' => (2, 3),
                pair => pair,
            };
            // 一五年 is 2015, never fifteen years.
            if !is_pair(a, b) {
                return self.counted(number, None).filter(|read| read.length.period() != Period::Year);
            }
            let lower = Number { value: a, decimal: Quantity::whole(a)?, ..number };
            return self.counted(lower, Quantity::whole(b));
        }
        if let Some(upper) = self.number(number.end).filter(|n| {
            number.script == Script::Words
                && n.script == Script::Words
                && number.value > 10
                && n.value == number.value % 10 + 1
                && n.len == 1
        }) {
            let high = number.value / 10 * 10 + upper.value;
            let lower = Number { end: upper.end, ..number };
            return self.counted(lower, Quantity::whole(high));
        }
        // 3至5年, 30~90日, 七、八天
        let listed = self.at(number.end) == '、' && number.value < 10;
        let next = if listed { Some(number.end + 1) } else { self.connector(number.end) };
        if let Some(upper) = next.and_then(|next| self.number(next))
            && upper.decimal.to_f64() > number.decimal.to_f64()
            && (!listed || upper.value == number.value + 1)
        {
            let lower = Number { end: upper.end, ..number };
            if let Some(read) = self.counted(lower, Some(upper.decimal)) {
                return Some(read);
            }
        }
        self.counted(number, None)
    }

    /// 几天, 数年, 多年, 几十年, 数百年.
    fn vague_length(&self, at: usize) -> Option<LengthRead> {
        let lead = self.at(at);
        let mut next = if lead == '若' { self.eat(at, "若干")? } else { at + 1 };
        let mut amount = Amount::Some;
        let mut modifier = None;
        if matches!(lead, '几' | '数') {
            let tens = match self.at(next) {
                '十' => Some(10),
                '百' => Some(100),
                '千' => Some(1000),
                _ => None,
            };
            if let Some(tens) = tens {
                amount = Amount::Exact(Quantity::new(tens, 0));
                modifier = Some(Modifier::MoreThan);
                next = self.skip(next + 1, &['万', '余', '多']);
            }
        }
        let measured = self.at(next) == '个';
        let next = next + usize::from(measured);
        let (period, factor, end) = self.period(next, true)?;
        // 许多个日夜
        if measured && matches!(self.at(next), '天' | '日' | '年')
            || factor != 1
            || matches!(period, Period::Second | Period::Minute)
                && self.at(next) == '分'
                && self.at(next + 1) != '钟'
        {
            return None;
        }
        if lead == '多'
            && !matches!(
                period,
                Period::Year | Period::Month | Period::Day | Period::Workday | Period::Hour | Period::Week
            )
            || lead == '数' && self.at(next) == '周' && self.at(next + 1) == '期'
        {
            return None;
        }
        Some(LengthRead { length: Length::one(amount, period), modifier, end, day_word: false })
    }

    /// A number and its unit, with what stands between: 十几年, 20余天, 一个半小时, 两年半.
    fn counted(&self, number: Number, upper: Option<Quantity>) -> Option<LengthRead> {
        let mut at = number.end;
        let mut modifier = None;
        let mut amount = number.decimal;
        if matches!(self.at(at), '多' | '余' | '几') {
            if self.at(at) == '几' && (!number.value.is_multiple_of(10) || number.value == 0) {
                return None;
            }
            modifier = Some(Modifier::MoreThan);
            at += 1;
        }
        // 十来天, 二十来年
        if self.at(at) == '来' && modifier.is_none() && number.value.is_multiple_of(10) && number.value > 0 {
            modifier = Some(Modifier::Approx);
            at += 1;
        }
        // 一整天
        if self.at(at) == '整' && matches!(self.at(at + 1), '天' | '年' | '个' | '月') {
            at += 1;
        }
        let measured = self.at(at) == '个';
        if measured {
            at += 1;
            match self.at(at) {
                '半' => {
                    amount = amount.and_half()?;
                    at += 1;
                }
                '多' => {
                    modifier = Some(Modifier::MoreThan);
                    at += 1;
                }
                _ => {}
            }
        }
        let loose = measured || modifier.is_some();
        if measured && self.eat(at, "多").is_some() {
            return None;
        }
        let (period, factor, mut end) = self.period(at, loose)?;
        if measured && matches!(self.at(at), '天' | '日' | '年') && self.at(at + 1) != '头' {
            return None;
        }
        amount = amount.times(factor)?;
        let upper = match upper {
            Some(upper) => Some(upper.times(factor)?),
            None => None,
        };
        // 两年半, 一分钟半, 一分半钟
        if self.at(end) == '半'
            && upper.is_none()
            && !matches!(self.at(end + 1), '数' | '价' | '载' | '径' | '个' | '月')
            && modifier.is_none()
        {
            amount = amount.and_half()?;
            end = self.skip(end + 1, &['钟']);
        }
        let high = upper.and_then(Quantity::as_integer).map_or(0, u64::from).max(number.value);
        let day_word = self.at(at) == '日' && !loose && high <= 31;
        let length = Length::one(Amount::Exact(amount), period).up_to(upper);
        Some(LengthRead { length, modifier, end, day_word })
    }

    /// The unit at `at`: what it is, how many of it (一刻钟 is 15 minutes) and its end. `loose`: 月 counts as 个月.
    fn period(&self, at: usize, loose: bool) -> Option<(Period, u32, usize)> {
        let read = |period, end| Some((period, 1, end));
        match self.at(at) {
            '年' => read(Period::Year, self.year_end(at)),
            '载' if self.is_years(at) => read(Period::Year, at + 1),
            // 200个月饼
            '月' if self.at(at + 1) == '饼' => None,
            '月' if loose || self.before(at) == '两' => read(Period::Month, at + 1),
            '季' if loose => read(Period::Quarter, self.eat(at, "季度")?),
            '周' => read(Period::Week, at + 1),
            '星' => read(Period::Week, self.eat(at, "星期")?),
            '礼' => read(Period::Week, self.eat(at, "礼拜")?),
            '天' => read(Period::Day, at + 1),
            '日' if !matches!(self.at(at + 1), '本' | '常' | '均' | '报') => read(Period::Day, at + 1),
            '昼' => read(Period::Day, self.eat(at, "昼夜")?),
            '工' => read(Period::Workday, self.eat(at, "工作日")?),
            '交' => read(Period::Workday, self.eat(at, "交易日")?),
            '小' => read(Period::Hour, self.eat(at, "小时")?),
            '钟' if self.before(at) == '个' || self.at(at + 1) == '头' => {
                read(Period::Hour, self.skip(at + 1, &['头']))
            }
            '分' => {
                if let Some(end) = self.eat(at, "分钟") {
                    return read(Period::Minute, end);
                }
                if self.at(at + 1) == '半' && self.at(at + 2) == '钟' {
                    return read(Period::Minute, at + 1);
                }
                // 1分09秒, 1小时9分
                let seconds = self.number(at + 1).is_some_and(|n| self.at(n.end) == '秒' && n.plain);
                let after_hours = seconds || self.hours_before(at);
                (after_hours && self.at(at + 1) != '之').then_some((Period::Minute, 1, at + 1))
            }
            '秒' => read(Period::Second, self.skip(at + 1, &['钟'])),
            '刻' => Some((Period::Minute, 15, self.eat(at, "刻钟")?)),
            '世' if loose => Some((Period::Year, 100, self.eat(at, "世纪")?)),
            _ => None,
        }
    }

    /// One past 年, or 年头: 十几个年头; but 2019年|头茬.
    fn year_end(&self, at: usize) -> usize {
        let end = self.eat(at, "年头").filter(|&end| !"一两三几茬季批胎道年半".contains(self.at(end)));
        end.unwrap_or(at + 1)
    }

    /// Whether 载 counts years: 五十载, 数载; not 50载货车, 千载难逢, 一年半载.
    fn is_years(&self, at: usize) -> bool {
        !matches!(self.before(at), '千' | '半' | '0'..='9')
            && !matches!(
                self.at(at + 1),
                '货' | '客'
                    | '人'
                    | '重'
                    | '体'
                    | '波'
                    | '流'
                    | '具'
                    | '明'
                    | '入'
                    | '歌'
                    | '满'
                    | '誉'
                    | '难'
            )
    }

    /// 十, 百 or 千 after a pair of digits.
    fn tens(&self, at: usize) -> Option<u64> {
        Some(match self.at(at) {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => return None,
        })
    }

    /// Whether the number before 分 follows hours: 1小时9分.
    fn hours_before(&self, at: usize) -> bool {
        let number = |c: char| c.is_ascii_digit() || digit(c).is_some() || matches!(c, '十' | '.');
        let back = (1..=5).find(|&back| back > at || !number(self.at(at - back)));
        back.is_some_and(|back| back <= at && self.at(at - back) == '时' && self.before(at - back) == '小')
    }
}

/// Whether two digits in a row are a rough count: 三四, 三五.
const fn is_pair(a: u64, b: u64) -> bool {
    a > 0 && (b == a + 1 || b == a + 2)
}

/// Whether a finer part is a whole coarser unit by itself: 一年12个月, 一天24小时 say one length twice.
fn fills(amount: Amount, period: Period, coarser: Period) -> bool {
    let Amount::Exact(amount) = amount else { return false };
    let whole = match (coarser, period) {
        (Period::Year, Period::Month) => 12.0,
        (Period::Year, Period::Week) => 52.0,
        (Period::Year, Period::Day) => 360.0,
        (Period::Month, Period::Day) => 30.0,
        (Period::Week, Period::Day) => 7.0,
        (Period::Day, Period::Hour) => 24.0,
        (Period::Hour, Period::Minute) | (Period::Minute, Period::Second) => 60.0,
        _ => return false,
    };
    amount.to_f64() >= whole
}

/// Coarse to fine.
fn order(period: Period) -> u8 {
    match period {
        Period::Year => 0,
        Period::Quarter => 1,
        Period::Month => 2,
        Period::Week => 3,
        Period::Day | Period::Workday => 4,
        Period::Hour => 5,
        Period::Minute => 6,
        Period::Second => 7,
    }
}
