//! Years and what is longer: 2022年, 零六年, 今年, 民国二十六年, 90年代, 19世纪.

use super::era::BEFORE_REPUBLIC;
use super::expression::{InMonth, Month, Point, Unit, Year};
use super::guard;
use super::lexicon::Atom;
use super::number::{Number, Script, digit};
use super::point::PointRead;
use super::reader::Reader;
use super::rules;
use super::words::Behind;
use crate::chars::CharSet;
use crate::record::Modifier;
use crate::segment::common::class;

/// What the words for a part of a year begin with: 同期, 年初, 伊始, 末.
static PHASES: CharSet = CharSet::of("同年岁伊初末后中底一");

impl Reader<'_, '_> {
    /// The year at `at`, or more than a year.
    pub(super) fn year(&self, at: usize) -> Option<PointRead> {
        let of = |year, end, rule| {
            let point = Point { year, ..Point::default() };
            Some(PointRead { point, ..PointRead::new(Unit::Whole, end, rule) })
        };
        let lead = self.at(at);
        if lead.is_ascii_digit() {
            return self.numbered_year(at);
        }
        if lead == '上'
            && let Some(end) = self.eat_any(at, &["上世纪", "上个世纪"])
        {
            return self.decade_of_relative(-1, end);
        }
        if lead == '下'
            && let Some(end) = self.eat_any(at, &["下世纪", "下个世纪"])
        {
            return self.decade_of_relative(1, end);
        }
        if matches!(lead, '本' | '这')
            && let Some(end) = self.eat_any(at, &["本世纪", "这个世纪"])
        {
            return self.decade_of_relative(0, end);
        }
        // 第二年春天; 第二年 alone may count something.
        if lead == '第'
            && let Some(end) = self.eat(at, "第二年")
            && self.within_named_year(end).is_some()
        {
            return of(Year::Same(1), end, rules::SAME_YEAR);
        }
        if let Some(word) = self.word(at) {
            let end = at + word.len();
            match word.atom {
                // 2024年全年
                Atom::Year(_) | Atom::ToldYear(_) if self.before(at) == '年' => return None,
                Atom::ToldYear(n) => return of(Year::Told(n), end, rules::RELATIVE_YEAR),
                Atom::Year(n) => return of(Year::Relative(n), end, rules::RELATIVE_YEAR),
                // 像当年一样: long ago.
                Atom::SameYear(0)
                    if matches!(self.before(at), '像' | '如' | '跟' | '忆')
                        || self.eat(end, "一样").is_some() =>
                {
                    return None;
                }
                Atom::SameYear(n) => return of(Year::Same(n), end, rules::SAME_YEAR),
                Atom::Era(first, last) => return self.era(first, last, end),
                Atom::Stop => return None,
                _ => {}
            }
        }
        if matches!(lead, '民' | '中')
            && let Some(next) = self.eat_any(at, &["民国", "中华民国"])
        {
            return self.republic_year(next);
        }
        if lead == '公'
            && let Some(next) = self.eat_any(at, &["公元前", "公元"])
        {
            let number = self.number(self.skip(next, &[' '])).filter(|n| n.plain && n.value <= 9000)?;
            let era_bc = self.at(next - 1) == '前';
            let year = if era_bc { 1 - number.value as i32 } else { number.value as i32 };
            if number.value > 9000 || !number.plain {
                return None;
            }
            if let Some(end) = self.eat(number.end, "世纪") {
                return (!era_bc).then(|| of(Year::Century(number.value as i32 - 1), end, rules::CENTURY))?;
            }
            let end = self.eat(number.end, "年")?;
            return of(Year::Number(year), end, rules::ERA_YEAR);
        }
        self.numbered_year(at)
    }

    /// 2023财年, 1998—1999财政年度, 2019-2020学年, 2021/2022年供暖季: years that begin in another month than January.
    pub(super) fn business_year(&self, at: usize) -> Option<PointRead> {
        if !self.at(at).is_ascii_digit() {
            return None;
        }
        let year = |number: &Number| number.plain && number.len == 4 && (1900..2100).contains(&number.value);
        let number = self.number(at).filter(year)?;
        let named = |end: usize| {
            let words = ["财年度", "财年", "财政年度", "学年度", "学年"];
            if matches!(self.at(end), '财' | '学') { self.eat_any(end, &words) } else { None }
        };
        let first = number.value as i32;
        let joined = |at: usize| {
            // 2021/2022年供暖季
            let slash = self.at(at) == '/';
            let next = if slash { at + 1 } else { self.skip(self.connector(at)?, &[' ']) };
            let ahead =
                |last: &Number| year(last) && (1..=5).contains(&last.value.wrapping_sub(number.value));
            let last = self.number(next).filter(ahead)?;
            let end = self.skip(last.end, &['年']);
            // 2021/2022年度, but 2021/2022年会.
            let whole = self.skip(end, &['度']);
            let next = self.at(end);
            let cut = whole == end && (next == '会' || class(&['年', next]).is_some());
            let season = slash && end > last.end && last.value == number.value + 1 && !cut;
            Some((last.value as i32, named(end).or(season.then_some(whole))?))
        };
        let (last, end) = match named(self.skip(number.end, &['年'])) {
            Some(end) => (first, end),
            None => joined(self.skip(number.end, &['年']))?,
        };
        // 2022财年报 is a report of a year.
        if crate::names::is_word_pair(self.before(end), self.at(end)) && self.at(end) == '报' {
            return None;
        }
        let (unit, end) = self.business_part(first, last, end).unwrap_or((Unit::Business(first, last), end));
        let point = Point { unit, year: Year::Number(first), ..Point::default() };
        Some(PointRead { point, ..PointRead::new(Unit::Whole, end, rules::BUSINESS_YEAR) })
    }

    /// 第一季度, 上半年, 前三季度 of a business year: no part of the calendar's.
    fn business_part(&self, first: i32, last: i32, at: usize) -> Option<(Unit, usize)> {
        let read = self.gapped(at, |at| self.in_year(at, true))?;
        let unit = match read.point.unit {
            _ if first < last => Unit::Business(first, last),
            Unit::Quarter(n) => Unit::BusinessQuarters(first, n, n),
            Unit::Quarters(a, b) => Unit::BusinessQuarters(first, a, b),
            Unit::Half(n) => Unit::BusinessHalf(first, n),
            // 2023财年前六个月
            Unit::Months(1, 6) => Unit::BusinessHalf(first, 1),
            Unit::Months(1, n @ (3 | 9 | 12)) => Unit::BusinessQuarters(first, 1, n / 3),
            _ => return None,
        };
        matches!(read.point.unit, Unit::Quarter(_) | Unit::Quarters(..) | Unit::Half(_) | Unit::Months(..))
            .then_some((unit, read.end))
    }

    /// 2022年, 98年, 20世纪, 90年代, 六七十年代, and 2019 of 2019—2021年.
    fn numbered_year(&self, at: usize) -> Option<PointRead> {
        let of = |year, end, rule| {
            let point = Point { year, ..Point::default() };
            Some(PointRead { point, ..PointRead::new(Unit::Whole, end, rule) })
        };
        // 六七十年代
        if let Some((tens, end)) = self.decade_pair(at).filter(|_| guard::starts_alone(self, at)) {
            let read = of(Year::ShortDecade(tens), end, rules::DECADE)?;
            return Some(PointRead { open: true, ..read });
        }
        let number = self.number(at).filter(|number| number.plain)?;
        let yearly = matches!(self.at(number.end), '年' | '世') || self.connector(number.end).is_some();
        if !yearly || !guard::starts_alone(self, at) {
            return None;
        }
        if let Some(end) = self.eat(number.end, "世纪") {
            if !(1..=30).contains(&number.value) || self.before(at) == '前' {
                return None;
            }
            let century = number.value as i32 - 1;
            if let Some((tens, end)) = self.open_decade(end) {
                let read = of(Year::Decade(century * 10 + i32::from(tens)), end, rules::DECADE)?;
                return Some(PointRead { open: true, ..read });
            }
            if let Some((tens, end)) = self.decade(end) {
                return of(Year::Decade(century * 10 + i32::from(tens)), end, rules::DECADE);
            }
            return of(Year::Century(century), end, rules::CENTURY);
        }
        if let Some((tens, end)) = self.decade(at) {
            return of(Year::ShortDecade(tens), end, rules::DECADE);
        }
        if number.value >= 1000 && number.value <= 2999 && self.eat(number.end, "年代").is_some() {
            return of(Year::Decade(number.value as i32 / 10), number.end + 2, rules::DECADE);
        }
        let four = match number.script {
            Script::Arabic => number.len == 4 && number.value >= 1000,
            Script::Digits => number.len == 4 && number.value >= 1000,
            Script::Words => number.len >= 4 && (1900..=2100).contains(&number.value),
        } && number.value <= 2999;
        if four {
            if self.at(number.end) == '年' {
                let end = number.end + 1;
                if guard::is_span_of_years(self, at, &number) {
                    return None;
                }
                return of(Year::Number(number.value as i32), self.skip(end, &['度']), rules::YEAR);
            }
            // 2019—2021年
            if let Some(next) = self.connector(number.end)
                && let Some(upper) = self.number(next).filter(|n| n.plain && n.len == 4)
                && self.at(upper.end) == '年'
            {
                let mut read = of(Year::Number(number.value as i32), number.end, rules::YEAR)?;
                read.open = true;
                return Some(read);
            }
            return None;
        }
        // 七十三年九月, 113年9月: years of the Republic.
        if number.len == 3
            && self.at(number.end) == '年'
            && (30..=130).contains(&number.value)
            && (number.script == Script::Words || number.value >= 100)
            && self
                .gapped(number.end + 1, |at| self.in_year(at, true))
                .is_some_and(|read| matches!(read.point.unit, Unit::Month(Month::Number(_), _)))
        {
            return of(
                Year::Number(BEFORE_REPUBLIC + number.value as i32),
                number.end + 1,
                rules::REPUBLIC_YEAR,
            );
        }
        if number.len == 2 && self.at(number.end) == '年' && number.value < 100 {
            let end = number.end + 1;
            let zero = matches!(self.chars[at], '0' | '零' | '〇');
            // 三四年, 三五年: small digits that go up are a rough count.
            let (tens, ones) = (number.value / 10, number.value % 10);
            let pair = tens > 0 && tens + 1 == ones || (tens, ones) == (3, 5) || self.at(at + 1) == '两';
            // 停产十六年的|中秋传统用品: a length.
            let counted = number.script == Script::Words && self.at(end) == '的';
            let finer = || {
                if counted { None } else { self.gapped(end, |at| self.within_named_year(at)) }
            };
            let digits = number.script == Script::Digits && !pair;
            let old = number.value >= 30;
            // 86年参军: what one does in a year.
            let begun = || {
                let before = self.before(at);
                let opens = at == 0 || matches!(before, ',' | '。' | ';' | '\n' | ' ' | '(' | '、');
                // 50年退休金, 30年毕业不算晚: lengths.
                let goes_on = |end: usize| {
                    crate::chars::is_separator(self.at(end))
                        || matches!(
                            self.at(end),
                            '后' | '于' | '到' | '在' | '来' | '进' | '并' | '从' | '的' | '时'
                        )
                };
                let event = |at: usize| self.eat_word(at, Behind::Begun).is_some_and(goes_on);
                number.value >= 45
                    && (opens || matches!(before, '他' | '她' | '我'))
                    && (event(end) || matches!(self.at(end), '他' | '她' | '我') && event(end + 1))
            };
            if zero
                || old && begun()
                || digits && !matches!(self.at(end), '级' | '龄')
                || finer().is_some_and(|read| old || number.value < 30 && read)
            {
                return of(Year::Short(number.value as u8), self.skip(end, &['度']), rules::SHORT_YEAR);
            }
        }
        None
    }

    /// Whether a month, quarter, festival or week that makes `98年` a year stands at `at`.
    pub(super) fn within_named_year(&self, at: usize) -> Option<bool> {
        let read = self.in_year(at, true)?;
        Some(matches!(
            read.point.unit,
            Unit::Month(..)
                | Unit::Quarter(_)
                | Unit::Half(_)
                | Unit::Season(_)
                | Unit::WeekOfYear(_)
                | Unit::Festival(..)
                | Unit::Lunar(..)
        ))
    }

    pub(super) fn decade_of_relative(&self, offset: i32, end: usize) -> Option<PointRead> {
        if let Some((tens, end)) = self.open_decade(end) {
            let point = Point { year: Year::RelativeCentury(offset, Some(tens)), ..Point::default() };
            return Some(PointRead { point, open: true, ..PointRead::new(Unit::Whole, end, rules::DECADE) });
        }
        let (tens, end) = match self.decade(end) {
            Some((tens, end)) => (Some(tens), end),
            None => (None, end),
        };
        let rule = if tens.is_some() { rules::DECADE } else { rules::CENTURY };
        let point = Point { year: Year::RelativeCentury(offset, tens), ..Point::default() };
        Some(PointRead { point, ..PointRead::new(Unit::Whole, end, rule) })
    }

    /// 六 of 六七十年代: the tens.
    fn decade_pair(&self, at: usize) -> Option<(u8, usize)> {
        let (first, second) = (digit(self.at(at))?, digit(self.at(at + 1))?);
        (first + 1 == second && self.eat(at + 2, "十年代").is_some()).then_some((first as u8, at + 1))
    }

    /// 50 of 50至70年代: the tens.
    pub(super) fn open_decade(&self, at: usize) -> Option<(u8, usize)> {
        if let Some(pair) = self.decade_pair(at) {
            return Some(pair);
        }
        let number = self.number(at).filter(|n| n.plain && n.value < 100 && n.value.is_multiple_of(10))?;
        let next =
            self.connector(number.end).or_else(|| (self.at(number.end) == '、').then_some(number.end + 1))?;
        self.decade(next)?;
        Some(((number.value / 10) as u8, number.end))
    }

    /// 90年代, 九十年代: the tens.
    pub(super) fn decade(&self, at: usize) -> Option<(u8, usize)> {
        let number = self.number(at).filter(|n| n.plain && n.value < 100 && n.value.is_multiple_of(10))?;
        let end = self.eat(number.end, "年代")?;
        Some(((number.value / 10) as u8, end))
    }

    /// 初, 底, 末 after a year, and after 世纪 and 年代; 同期.
    pub(super) fn year_phase(&self, year: PointRead) -> PointRead {
        let at = self.skip(year.end, &['的']);
        if !(PHASES.has(self.at(at)) || PHASES.has(self.at(year.end))) {
            return year;
        }
        if let Some(end) = self.eat(at, "同期") {
            let point = Point { unit: Unit::SamePeriod, ..year.point };
            return PointRead { point, end, rule: rules::SAME_PERIOD, ..year };
        }
        // 去年同月
        if let Some(end) = self.eat(at, "同月") {
            let point = Point { unit: Unit::Month(Month::Same(0), InMonth::Whole), ..year.point };
            return PointRead { point, end, rule: rules::SAME_PERIOD, ..year };
        }
        // 今年年内, 去年一年: all of it.
        if let Some(end) =
            self.eat(at, "年内").filter(|_| matches!(year.point.year, Year::Relative(0))).or_else(|| {
                self.eat(year.end, "一年").filter(|&end| !"级多半来以内后前比".contains(self.at(end)))
            })
            && year.rule != rules::DECADE
            && year.rule != rules::CENTURY
        {
            return PointRead { end, ..year };
        }
        let long = [
            ("年年初", Modifier::Start),
            ("年初", Modifier::Start),
            ("岁初", Modifier::Start),
            ("伊始", Modifier::Start),
            ("初期", Modifier::Start),
            ("年底", Modifier::End),
            ("年末", Modifier::End),
            ("岁末", Modifier::End),
            ("年终", Modifier::End),
            ("末期", Modifier::End),
            ("后期", Modifier::End),
            ("年中", Modifier::Mid),
            ("中期", Modifier::Mid),
            ("中叶", Modifier::Mid),
        ];
        for (word, modifier) in long {
            if let Some(end) = self.eat(at, word)
                && !(word == "年中" && matches!(self.at(end), '国' | '央' | '共' | '心'))
                && !(word == "年终" && matches!(self.at(end), '奖' | '总' | '决' | '考'))
            {
                return PointRead { end, ..year.with(modifier) };
            }
        }
        let Some(modifier) = self.phase_letter(year.end) else { return year };
        PointRead { end: year.end + 1, ..year.with(modifier) }
    }
}
