//! Places in the calendar: year, what lies in it, month, day, then part of the day and clock.

use super::expression::{Clock, InMonth, InWeek, Month, Part, Point, Unit, Year};
use super::guard;
use super::lexicon::Atom;
use super::reader::{Reader, Script};
use super::rules;
use crate::record::Modifier;

/// A point as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct PointRead {
    pub(super) point: Point,
    pub(super) modifier: Option<Modifier>,
    pub(super) end: usize,
    pub(super) rule: &'static str,
    /// `1` of `1—9月`: only the start of a range.
    pub(super) open: bool,
    /// `9至11时`: the clock reading at the other end, already read.
    pub(super) until: Option<Clock>,
    /// Doubtful alone: `29号`, `三日`.
    pub(super) weak: bool,
}

impl PointRead {
    fn new(unit: Unit, end: usize, rule: &'static str) -> Self {
        let point = Point { unit, ..Point::default() };
        PointRead { point, modifier: None, end, rule, open: false, until: None, weak: false }
    }

    fn with(self, modifier: Modifier) -> Self {
        let point = Point { phase: Some(modifier), ..self.point };
        PointRead { point, ..self }
    }
}

impl Reader<'_, '_> {
    /// The point at `at`.
    pub(super) fn point(&self, at: usize) -> Option<PointRead> {
        self.point_after(at, false)
    }

    /// The point at `at`; `bound`: words before it say that a clock reading may follow.
    pub(super) fn point_after(&self, at: usize, bound: bool) -> Option<PointRead> {
        if let Some(date) = self.numeric_date(at) {
            return Some(self.in_day(date));
        }
        let read = match self.year(at) {
            Some(year) if year.open => year,
            Some(year) => match self.gapped(year.end, |at| self.in_year(at, true)) {
                Some(unit) => {
                    PointRead { point: Point { year: year.point.year, ..unit.point }, weak: false, ..unit }
                }
                None => self.year_phase(year),
            },
            None => {
                self.in_year(at, false).or_else(|| if bound { self.clock_point(at, true) } else { None })?
            }
        };
        if read.open {
            return Some(read);
        }
        Some(self.in_day(read))
    }

    /// Reads at `at`, else past one space or 的 there.
    fn gapped<T>(&self, at: usize, read: impl Fn(usize) -> Option<T>) -> Option<T> {
        read(at).or_else(|| if matches!(self.at(at), ' ' | '的') { read(at + 1) } else { None })
    }

    /// 2022-10-29, 2022.10.29, 2022/10/29, 2022-10.
    fn numeric_date(&self, at: usize) -> Option<PointRead> {
        let year = self.fixed_digits(at, 4)?;
        if !(1000..=2999).contains(&year) || !guard::starts_alone(self, at) {
            return None;
        }
        let sign = self.at(at + 4);
        if !matches!(sign, '-' | '.' | '/') {
            return None;
        }
        let (month, end) = self.short_digits(at + 5)?;
        if !(1..=12).contains(&month) {
            return None;
        }
        let month = month as u8;
        let point = |unit| Point { year: Year::Number(year as i32), unit, ..Point::default() };
        if self.at(end) == sign
            && let Some((day, end)) = self.short_digits(end + 1)
        {
            let closed = !matches!(self.at(end), '-' | '.' | '/') || !self.at(end + 1).is_ascii_digit();
            if (1..=31).contains(&day) && closed && !self.at(end).is_ascii_digit() {
                let unit = Unit::Month(Month::Number(month), InMonth::Day(day as u8));
                let end = self.skip(end, &['日']);
                let mut read =
                    PointRead { point: point(unit), ..PointRead::new(unit, end, rules::NUMERIC_DATE) };
                // 2022-10-29T09:30
                if self.at(end) == 'T'
                    && let Some(clock) = self.clock(end + 1, true)
                {
                    read.point.clock = Some(clock.clock);
                    read.end = clock.end;
                }
                return Some(read);
            }
            return None;
        }
        let padded = end == at + 7;
        let unit = Unit::Month(Month::Number(month), InMonth::Whole);
        let closed = !self.at(end).is_ascii_alphanumeric()
            && !matches!(self.at(end), '-' | '.' | '/' | '%' | '赛' | '学' | '年');
        (padded && sign != '/' && closed && guard::month_only(self, at, end, sign))
            .then_some(PointRead { point: point(unit), ..PointRead::new(unit, end, rules::NUMERIC_MONTH) })
    }

    /// The number of exactly `count` digits at `at`.
    fn fixed_digits(&self, at: usize, count: usize) -> Option<u32> {
        let mut value = 0;
        for i in 0..count {
            value = value * 10 + self.at(at + i).to_digit(10)?;
        }
        (!self.at(at + count).is_ascii_digit()).then_some(value)
    }

    /// One or two digits at `at`.
    fn short_digits(&self, at: usize) -> Option<(u32, usize)> {
        let one = self.at(at).to_digit(10)?;
        match self.at(at + 1).to_digit(10) {
            Some(two) if !self.at(at + 2).is_ascii_digit() => Some((one * 10 + two, at + 2)),
            Some(_) => None,
            None => Some((one, at + 1)),
        }
    }

    /// The year at `at`, or more than a year.
    fn year(&self, at: usize) -> Option<PointRead> {
        let of = |year, end, rule| {
            let point = Point { year, ..Point::default() };
            Some(PointRead { point, ..PointRead::new(Unit::Whole, end, rule) })
        };
        if let Some(end) = self.eat_any(at, &["上世纪", "上个世纪"]) {
            return self.decade_of_relative(-1, end);
        }
        if let Some(end) = self.eat_any(at, &["本世纪", "这个世纪"]) {
            return self.decade_of_relative(0, end);
        }
        if let Some(word) = self.lexicon.longest(self.chars, at) {
            let end = at + word.len();
            match word.atom {
                Atom::Year(n) => return of(Year::Relative(n), end, rules::RELATIVE_YEAR),
                Atom::SameYear(n) => return of(Year::Same(n), end, rules::SAME_YEAR),
                Atom::Stop => return None,
                _ => {}
            }
        }
        if let Some(next) = self.eat_any(at, &["民国", "中华民国"]) {
            let next = self.skip(next, &[' ']);
            let number = if self.at(next) == '元' { None } else { Some(self.number(next)?) };
            let (value, end) = number.map_or((1, next + 1), |n| (n.value, n.end));
            let end = self.eat(end, "年")?;
            let end = self.skip(end, &['度']);
            return (value <= 200)
                .then(|| of(Year::Number(1911 + value as i32), end, rules::REPUBLIC_YEAR))?;
        }
        if let Some(next) = self.eat_any(at, &["公元前", "公元"]) {
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
        let number = self.number(at)?;
        if !guard::starts_alone(self, at) {
            return None;
        }
        if !number.plain {
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
        if number.len == 2 && self.at(number.end) == '年' && number.value < 100 {
            let end = number.end + 1;
            let zero = matches!(self.chars[at], '0' | '零' | '〇');
            // 三四年, 三五年: small digits that go up are a rough count.
            let (tens, ones) = (number.value / 10, number.value % 10);
            let pair = tens + 1 == ones || tens < ones && ones <= 5;
            let finer = || self.gapped(end, |at| self.within_named_year(at));
            let digits = number.script == Script::Digits && !pair;
            let old = number.value >= 30;
            if zero
                || digits && !matches!(self.at(end), '级' | '龄')
                || finer().is_some_and(|read| old || number.value < 30 && read)
            {
                return of(Year::Short(number.value as u8), self.skip(end, &['度']), rules::SHORT_YEAR);
            }
        }
        None
    }

    /// Whether a month, quarter, festival or week that makes `98年` a year stands at `at`.
    fn within_named_year(&self, at: usize) -> Option<bool> {
        let read = self.in_year(at, true)?;
        Some(matches!(
            read.point.unit,
            Unit::Month(..)
                | Unit::Quarter(_)
                | Unit::Half(_)
                | Unit::WeekOfYear(_)
                | Unit::Festival(..)
                | Unit::Lunar(..)
        ))
    }

    fn decade_of_relative(&self, offset: i32, end: usize) -> Option<PointRead> {
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

    /// 50 of 50至70年代: the tens.
    fn open_decade(&self, at: usize) -> Option<(u8, usize)> {
        let number = self.number(at).filter(|n| n.plain && n.value < 100 && n.value.is_multiple_of(10))?;
        let next =
            self.connector(number.end).or_else(|| (self.at(number.end) == '、').then_some(number.end + 1))?;
        self.decade(next)?;
        Some(((number.value / 10) as u8, number.end))
    }

    /// 90年代, 九十年代: the tens.
    fn decade(&self, at: usize) -> Option<(u8, usize)> {
        let number = self.number(at).filter(|n| n.plain && n.value < 100 && n.value.is_multiple_of(10))?;
        let end = self.eat(number.end, "年代")?;
        Some(((number.value / 10) as u8, end))
    }

    /// 初, 底, 末 after a year, and after 世纪 and 年代; 同期.
    fn year_phase(&self, year: PointRead) -> PointRead {
        let at = self.skip(year.end, &['的']);
        if let Some(end) = self.eat(at, "同期") {
            let point = Point { unit: Unit::SamePeriod, ..year.point };
            return PointRead { point, end, rule: rules::SAME_PERIOD, ..year };
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
        let next = self.at(year.end + 1);
        let modifier = match self.at(year.end) {
            '初' if !matches!(next, '步' | '心' | '中' | '衷' | '级' | '选' | '赛' | '具' | '见') => {
                Modifier::Start
            }
            '底' if !matches!(next, '线' | '层' | '座') => Modifier::End,
            '末' if !matches!(next, '端') => Modifier::End,
            _ => return year,
        };
        PointRead { end: year.end + 1, ..year.with(modifier) }
    }

    /// What can follow a year or stand alone: half, quarter, season, month, week, festival, day.
    fn in_year(&self, at: usize, has_year: bool) -> Option<PointRead> {
        if let Some(read) = self.lunar(at, has_year) {
            return Some(read);
        }
        if let Some(read) = self.festival(at, has_year) {
            return Some(read);
        }
        for word in self.lexicon.matches(self.chars, at) {
            let end = at + word.len();
            let unit = |unit, rule| Some(PointRead::new(unit, end, rule));
            let month = |month| self.in_month(month, end, rules::MONTH, has_year);
            match word.atom {
                Atom::Half(n) => return unit(Unit::Half(n), rules::HALF),
                // 入冬后 is a time, 陆续入冬 is an event.
                Atom::Season(_)
                    if self.at(at) == '入'
                        && self.eat_any(end, &["以来", "以后", "后", "前", "之"]).is_none() =>
                {
                    return None;
                }
                Atom::Season(n) => return unit(Unit::Season(n), rules::SEASON),
                // 暑期班, 放暑假: a time only with a year.
                Atom::Term(a, b) if has_year => return unit(Unit::Term(a, b), rules::TERM),
                Atom::Term(..) => return None,
                Atom::Part(_) if has_year => return None,
                Atom::Stop => return None,
                _ if has_year => continue,
                Atom::Day(n, part) => {
                    if word.len() == 1 && !matches!(self.at(end), ',' | '(' | '起') {
                        return None;
                    }
                    let mut read = PointRead::new(Unit::Day(n), end, rules::RELATIVE_DAY);
                    read.point.part = part;
                    return Some(read);
                }
                // 进入第二天 is the second of something.
                Atom::SameDay(..)
                    if self.at(at) == '第' && at > 0 && !crate::chars::is_separator(self.before(at)) =>
                {
                    return None;
                }
                Atom::SameDay(n, part) => {
                    let mut read = PointRead::new(Unit::SameDay(n), end, rules::SAME_DAY);
                    read.point.part = part;
                    return Some(read);
                }
                Atom::Month(n) => return Some(month(Month::Relative(n))),
                Atom::SameMonth(n) => return Some(month(Month::Same(n))),
                Atom::Quarter(n) => {
                    let read = PointRead::new(Unit::RelativeQuarter(n), end, rules::QUARTER);
                    return Some(self.phase(read));
                }
                Atom::YearSeason(n, season) => {
                    let mut read = PointRead::new(Unit::Season(season), end, rules::SEASON);
                    read.point.year = Year::Relative(n);
                    return Some(read);
                }
                Atom::Week(n) => {
                    let read = match self.weekday(end) {
                        Some((day, end)) => PointRead::new(Unit::Week(Some(n), day), end, rules::WEEKDAY),
                        None => PointRead::new(Unit::Week(Some(n), InWeek::Whole), end, rules::WEEK),
                    };
                    return Some(read);
                }
                Atom::SameWeek => return None,
                // 一个下午 is a length, 黎明 may be a name.
                Atom::Part(_) if self.follows(at, &["一个", "整个", "半个", "两个"]) => return None,
                Atom::Part(_) if guard::is_name_part(self, at) => return None,
                Atom::Part(_) if guard::is_kind(self, at, end) => return None,
                Atom::Part(part) => {
                    let mut read = PointRead::new(Unit::Whole, end, rules::PART_OF_DAY);
                    read.point.part = Some(part);
                    return Some(read);
                }
                _ => continue,
            }
        }
        if has_year && let Some(read) = self.season_letter(at) {
            return Some(read);
        }
        if !has_year && let Some((part, end)) = self.short_part(at) {
            let mut read = PointRead::new(Unit::Whole, end, rules::PART_OF_DAY);
            read.point.part = Some(part);
            return Some(read);
        }
        if let Some(read) = self.ordinal_unit(at, has_year) {
            return Some(read);
        }
        if !has_year {
            if let Some((day, end)) = self.named_weekday(at) {
                return Some(PointRead::new(Unit::Week(None, day), end, rules::WEEKDAY));
            }
            if let Some(read) = self.bare_phase(at) {
                return Some(read);
            }
        }
        let number = self.number(at)?;
        if !number.plain || !(has_year || guard::starts_alone(self, at)) {
            return None;
        }
        let one_to = |max| (1..=max).contains(&number.value) && number.len <= 3;
        // 二三季度
        if number.script == Script::Digits && number.len == 2 && number.value / 10 + 1 == number.value % 10 {
            let (a, b) = ((number.value / 10) as u8, (number.value % 10) as u8);
            let end = self.eat(number.end, "季度").filter(|_| a > 0 && b <= 4)?;
            return Some(PointRead::new(Unit::Quarters(a, b), end, rules::FIRST_QUARTERS));
        }
        // 一季度
        if let Some(end) = self.eat(number.end, "季度")
            && one_to(4)
        {
            return Some(self.phase(PointRead::new(Unit::Quarter(number.value as u8), end, rules::QUARTER)));
        }
        if self.at(number.end) == '月' && one_to(12) {
            if guard::not_a_month(self, at, &number) {
                return None;
            }
            let end = self.skip(number.end + 1, &['份']);
            return Some(self.in_month(Month::Number(number.value as u8), end, rules::MONTH, has_year));
        }
        // 1—9月, 9、10月
        if one_to(12)
            && let Some((upper, mark)) = self.shared_unit(at, number.end, number.value)
            && mark == '月'
            && upper <= 12
        {
            let unit = Unit::Month(Month::Number(number.value as u8), InMonth::Whole);
            return Some(PointRead { open: true, ..PointRead::new(unit, number.end, rules::MONTH) });
        }
        if has_year {
            return None;
        }
        // 11/3号
        if one_to(12)
            && self.at(number.end) == '/'
            && let Some((day, end)) = self.short_digits(number.end + 1)
            && matches!(self.at(end), '日' | '号')
            && (1..=31).contains(&day)
        {
            let unit = Unit::Month(Month::Number(number.value as u8), InMonth::Day(day as u8));
            return Some(PointRead::new(unit, end + 1, rules::MONTH_DAY));
        }
        if let Some(read) = self.day_number(at, Month::Unsaid) {
            return Some(read);
        }
        self.clock_point(at, false)
    }

    /// 春, 初春, 深秋, 金秋 after a year, where no word such as 春节 goes on.
    fn season_letter(&self, at: usize) -> Option<PointRead> {
        let (phase, place) = match self.at(at) {
            '初' | '早' => (Some(Modifier::Start), at + 1),
            '暮' | '晚' | '深' => (Some(Modifier::End), at + 1),
            '仲' => (Some(Modifier::Mid), at + 1),
            '金' | '盛' | '隆' | '寒' | '严' => (None, at + 1),
            _ => (None, at),
        };
        let season = "春夏秋冬".chars().position(|c| c == self.at(place))?;
        let end = place + 1;
        let next = self.at(end);
        let closed = next == '\0'
            || crate::chars::is_separator(next)
            || matches!(next, '的' | '以' | '起' | '在' | '我' | '他' | '她')
            || self.eat(end, "开始").is_some()
            || place > at && !matches!(next, '节' | '茶' | '粮' | '装' | '新');
        let read = PointRead::new(Unit::Season(season as u8), end, rules::SEASON);
        closed.then_some(phase.map_or(read, |phase| read.with(phase)))
    }

    /// A clock reading without a day.
    fn clock_point(&self, at: usize, bound: bool) -> Option<PointRead> {
        let clock = self.clock(at, bound)?;
        let mut read = PointRead::new(Unit::Whole, clock.end, rules::CLOCK);
        read.point.clock = Some(clock.clock);
        read.until = clock.until;
        Some(read)
    }

    /// The number and unit that share the unit of a number ending at `at`: `—9月` after `1`.
    fn shared_unit(&self, start: usize, at: usize, value: u64) -> Option<(u64, char)> {
        let comma = self.at(at) == '、';
        let next = if comma { at + 1 } else { self.connector(at)? };
        let upper = self.number(next).filter(|n| n.plain && n.len <= 3)?;
        if comma && upper.value != value + 1 || upper.value <= value && self.at(upper.end) != '日' {
            return None;
        }
        if !guard::starts_alone(self, start) {
            return None;
        }
        Some((upper.value, self.at(upper.end)))
    }

    /// What lies in a month: 上旬, 初, 29日, 第3周, 最后一天.
    fn in_month(&self, month: Month, end: usize, rule: &'static str, has_year: bool) -> PointRead {
        let whole = PointRead::new(Unit::Month(month, InMonth::Whole), end, rule);
        let read = |within, end, rule| PointRead::new(Unit::Month(month, within), end, rule);
        let at = if matches!(self.at(end), ' ' | '的') { end + 1 } else { end };
        let thirds = [
            ("上旬", Modifier::Start),
            ("上中旬", Modifier::Start),
            ("中旬", Modifier::Mid),
            ("中下旬", Modifier::End),
            ("下旬", Modifier::End),
            ("月初", Modifier::Start),
            ("月底", Modifier::End),
            ("月末", Modifier::End),
            ("月中旬", Modifier::Mid),
        ];
        for (word, modifier) in thirds {
            if let Some(end) = self.eat(at, word) {
                return PointRead { end, rule: rules::TEN_DAYS, ..whole.with(modifier) };
            }
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
        let _ = has_year;
        whole
    }

    /// 29日, 29号, or 29 before `—31日`; in a month also 10月22 where the clause ends.
    fn day_number(&self, at: usize, month: Month) -> Option<PointRead> {
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
    fn ordinal_day(&self, at: usize) -> Option<(InMonth, usize, i16)> {
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
            let end = self.eat_any(n.end, &["天", "日"])?;
            return Some((InMonth::Days(1, n.value as u8), end, 0));
        }
        None
    }

    /// 第3周, 第一个星期一, 最后一个周日.
    fn ordinal_week(&self, at: usize) -> Option<(InMonth, usize)> {
        let (which, end) = match self.eat_any(at, &["最后一个", "最后1个"]) {
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
        (which > 0 && self.at(end) != '末').then_some((InMonth::Week(which), end))
    }

    /// 第一季度, 前三季度, 前五个月, 第52周, 第2天 of a year.
    fn ordinal_unit(&self, at: usize, has_year: bool) -> Option<PointRead> {
        if let Some(end) = self.eat_any(at, &["首季度", "首季"]) {
            return Some(PointRead::new(Unit::Quarter(1), end, rules::QUARTER));
        }
        if has_year && let Some(end) = self.eat(at, "首月") {
            return Some(PointRead::new(Unit::Month(Month::Number(1), InMonth::Whole), end, rules::MONTH));
        }
        let lead = self.at(at);
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
                if let Some(end) = self.eat(end, "季度").filter(|_| n <= 4) {
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

    /// 年初, 年底, 月底 alone: of the year or month of publication.
    fn bare_phase(&self, at: usize) -> Option<PointRead> {
        if !matches!(self.at(at), '年' | '月' | '岁') || !guard::phase_alone(self, at) {
            return None;
        }
        let (unit, modifier) = match (self.at(at), self.at(at + 1)) {
            ('年', '初') => (Unit::Whole, Modifier::Start),
            ('年' | '岁', '末') | ('年', '底') => (Unit::Whole, Modifier::End),
            ('年', '中') => (Unit::Whole, Modifier::Mid),
            ('月', '初') => (Unit::Month(Month::Relative(0), InMonth::Whole), Modifier::Start),
            ('月', '底' | '末') => (Unit::Month(Month::Relative(0), InMonth::Whole), Modifier::End),
            _ => return None,
        };
        let mut read = PointRead::new(unit, at + 2, rules::PHASE).with(modifier);
        if unit == Unit::Whole {
            read.point.year = Year::Relative(0);
        }
        Some(read)
    }

    /// 初, 末 after a quarter.
    fn phase(&self, read: PointRead) -> PointRead {
        match self.at(read.end) {
            '初' => PointRead { end: read.end + 1, ..read.with(Modifier::Start) },
            '末' | '底' => PointRead { end: read.end + 1, ..read.with(Modifier::End) },
            _ => read,
        }
    }

    /// 三 of 上周三, 周六 of 下周周六, 末 of 本周末.
    fn weekday(&self, at: usize) -> Option<(InWeek, usize)> {
        if let Some(read) = self.named_weekday(at) {
            return Some(read);
        }
        let day = weekday_of(self.at(at))?;
        if guard::not_a_weekday(self, at + 1) {
            return None;
        }
        Some((day, at + 1))
    }

    /// 周三, 星期天, 礼拜六, 周末.
    pub(super) fn named_weekday(&self, at: usize) -> Option<(InWeek, usize)> {
        let end = self.eat_any(at, &["周", "星期", "礼拜"])?;
        let day = weekday_of(self.at(end))?;
        if day == InWeek::Weekend && self.at(at) != '周' || guard::not_a_weekday(self, end + 1) {
            return None;
        }
        if self.at(at) == '周' && guard::is_surname(self, at, end + 1) {
            return None;
        }
        Some((day, end + 1))
    }

    /// Lunar dates: 农历八月十五, 正月初五, 腊月二十八, 闰四月, 八月初八.
    fn lunar(&self, at: usize, has_year: bool) -> Option<PointRead> {
        if let Some(mut next) = self.eat_any(at, &["农历", "阴历", "旧历", "夏历"]) {
            next = self.skip(next, &['的']);
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
        if let Some(next) = self.eat(at, "大年").filter(|&next| self.at(next) == '初') {
            let (day, end) = self.lunar_day(next, true)?;
            return Some(PointRead::new(Unit::Lunar(1, Some(day)), end, rules::LUNAR_DAY));
        }
        self.lunar_month(at, false)
    }

    fn lunar_month(&self, at: usize, sure: bool) -> Option<PointRead> {
        let leap = self.eat(at, "闰");
        let start = leap.unwrap_or(at);
        let named = [("正月", 1), ("腊月", 12), ("冬月", 11)];
        let (month, end, mut sure) = match named.iter().find_map(|&(w, m)| Some((m, self.eat(start, w)?))) {
            Some((month, end)) if !matches!(self.before(at), '冰') => (month, end, true),
            _ => {
                let n =
                    self.number(start).filter(|n| n.plain && (1..=12).contains(&n.value) && n.len <= 2)?;
                (n.value as i8, self.eat(n.end, "月")?, sure || leap.is_some())
            }
        };
        let month = if leap.is_some() { -month } else { month };
        if let Some((day, end)) = self.lunar_day(end, sure) {
            sure = true;
            let _ = sure;
            return Some(PointRead::new(Unit::Lunar(month, Some(day)), end, rules::LUNAR_DAY));
        }
        sure.then(|| PointRead::new(Unit::Lunar(month, None), end, rules::LUNAR_MONTH))
    }

    /// 初五, 廿二, and with a month that is surely lunar also 十五, 18, 八日.
    pub(super) fn lunar_day(&self, at: usize, sure: bool) -> Option<(u8, usize)> {
        let at = self.skip(at, &['的']);
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
        if end == n.end && n.script == Script::Arabic && (n.len > 2 || self.at(end).is_ascii_digit()) {
            return None;
        }
        Some((n.value as u8, end))
    }

    /// Festivals and named days, in quotation marks or not, with what belongs to their name.
    fn festival(&self, at: usize, has_year: bool) -> Option<PointRead> {
        let quoted = matches!(self.at(at), '“' | '‘' | '"' | '「' | '『');
        if quoted {
            return self.quoted_day(at);
        }
        let word = self.lexicon.matches(self.chars, at).next()?;
        let Atom::Festival(row) = word.atom else { return None };
        let festival = self.lexicon.festival(row)?;
        let end = at + word.len();
        let (unit, end) = self.holiday(row, end);
        let loose = matches!(unit, Unit::Festival(..));
        // 二月二, 十一: numbers too.
        let numeric = super::reader::digit(self.at(at)).is_some() || self.at(at) == '十';
        let counts = |c: char| {
            super::reader::digit(c).is_some() || matches!(c, '十' | '月' | '日' | '号' | '点' | '时')
        };
        if numeric && (counts(self.at(end)) || !guard::starts_alone(self, at)) {
            return None;
        }
        if loose && festival.bound && (!has_year || numeric) && self.eat_any(end, &["节气", "时节"]).is_none()
        {
            return None;
        }
        if loose && guard::not_a_festival(self, at, end) {
            return None;
        }
        let end = self.eat_any(end, &["节气", "时节"]).unwrap_or(end);
        Some(PointRead::new(unit, end, rules::FESTIVAL))
    }

    /// 期间, 假期, 黄金周 after a festival.
    fn holiday(&self, row: u16, at: usize) -> (Unit, usize) {
        let words = ["假期期间", "长假期间", "小长假", "黄金周", "假期", "长假", "假日", "期间", "节日期间"];
        match self.eat_any(at, &words) {
            Some(end) => (Unit::Holiday(row), self.eat(end, "期间").unwrap_or(end)),
            None => (Unit::Festival(row), at),
        }
    }

    /// “六一”, “六一”儿童节, “11·9”消防宣传日, “五一”假期.
    fn quoted_day(&self, at: usize) -> Option<PointRead> {
        let close = |at| matches!(self.at(at), '”' | '’' | '"' | '」' | '』').then_some(at + 1);
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
            .lexicon
            .matches(self.chars, at + 1)
            .find(|w| matches!(w.atom, Atom::Festival(_)) && close(at + 1 + w.len()).is_some())?;
        let Atom::Festival(row) = word.atom else { return None };
        let end = close(at + 1 + word.len())?;
        // “六一”儿童节, “六一”国际儿童节: a name of the same day.
        let day = self.lexicon.festival(row)?.day;
        for name in self.lexicon.matches(self.chars, end) {
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

    /// Weekday in brackets, part of the day and clock after a day.
    fn in_day(&self, mut read: PointRead) -> PointRead {
        let alone = read.point.clock.is_some();
        let is_part = read.rule == rules::PART_OF_DAY;
        let day = is_day(&read.point.unit) || is_part;
        if alone || !day {
            return read;
        }
        if !is_part {
            let aside = self.skip(read.end, &['的']);
            let moves =
                [("前一天", -1), ("前一日", -1), ("后一天", 1), ("第二天", 1), ("次日", 1), ("翌日", 1)];
            if let Some((end, offset)) = moves.iter().find_map(|&(w, n)| Some((self.eat(aside, w)?, n)))
                && !matches!(read.point.unit, Unit::Day(_) | Unit::SameDay(_))
            {
                read.point.offset = offset;
                read.end = end;
            }
            let inner = match self.at(read.end) {
                '(' => self.named_weekday(read.end + 1).filter(|w| self.at(w.1) == ')').map(|w| w.1 + 1),
                ' ' => self.named_weekday(read.end + 1).map(|w| w.1),
                _ => self
                    .eat_any(read.end, &["星期", "周"])
                    .and_then(|_| self.named_weekday(read.end))
                    .map(|w| w.1),
            };
            if let Some(end) = inner {
                read.end = end;
            }
        }
        if let Some(next) = self.eat_any(read.end, &["大约", "约"])
            && let Some((part, end)) = self.part(next, false)
            && self.clock(end, true).is_some()
        {
            read.point.part = Some(part);
            read.point.phase = None;
            read.modifier = Some(Modifier::Approx);
            read.end = end;
        }
        if read.point.part.is_none()
            && let Some((part, end)) = self.gapped(read.end, |at| self.part(at, at == read.end))
        {
            read.point.part = Some(part);
            read.end = end;
            read.weak = false;
        } else if let (Some(_), Some((Part::Night | Part::SmallHours, end))) =
            (read.point.part, self.part(read.end, false))
        {
            // 当晚深夜
            read.point.part = Some(Part::Night);
            read.end = end;
        }
        let at = self.eat_any(read.end, &["大约", "约"]).unwrap_or(read.end);
        if let Some(clock) = self.gapped(at, |at| self.clock(at, true)) {
            read.point.clock = Some(clock.clock);
            read.until = clock.until;
            read.end = clock.end;
            read.weak = false;
            if is_part {
                read.rule = rules::CLOCK;
            }
            if self.before(at) == '约' {
                read.modifier = Some(Modifier::Approx);
            }
        }
        read
    }
}

/// Whether a unit is a single day.
pub(super) fn is_day(unit: &Unit) -> bool {
    matches!(
        unit,
        Unit::Day(_)
            | Unit::SameDay(_)
            | Unit::Festival(..)
            | Unit::DayOfYear(_)
            | Unit::Lunar(_, Some(_))
            | Unit::Week(_, InWeek::Day(_))
            | Unit::Month(_, InMonth::Day(_) | InMonth::FromEnd(_) | InMonth::Weekday(..))
    )
}

fn weekday_of(c: char) -> Option<InWeek> {
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
