//! Parts of the day and clock readings.

use super::expression::{Clock, Part};
use super::guard;
use super::lexicon::Atom;
use super::number::Script;
use super::reader::Reader;
use super::words::{Before, Behind};

/// Words after `3点` that make it points on a list, a score or a quantity.
const POINTS: &[char] = &[
    '建', '要', '意', '共', '体', '优', '启', '感', '原', '措', '希', '问', '不', '理', '思', '看', '期',
    '倡', '经', '特', '变', '做', '说', '认', '难', '新', '创', '亮', '结', '点', '的', '五', '对', '具',
    '安', '明', '儿', ',',
];

/// A clock reading as read.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClockRead {
    pub(super) clock: Clock,
    /// `9` of `9至11时`, `七` of `七八点`: the unit stands with the second number.
    pub(super) until: Option<Clock>,
    pub(super) end: usize,
    /// Whether the form alone makes it a time: `9时30分`, `8点半`.
    pub(super) strong: bool,
}

impl Reader<'_, '_> {
    /// The part of the day at `at`. After a day (`bound`), a single character will do: `29日晚`.
    pub(super) fn part(&self, at: usize, bound: bool) -> Option<(Part, usize)> {
        if let Some(word) = self.word(at) {
            match word.atom {
                Atom::Part(_) if super::guard::is_name_part(self, at) => return None,
                Atom::Part(part) => return Some((part, at + word.len())),
                Atom::Stop => return None,
                _ => {}
            }
        }
        if !bound {
            return None;
        }
        let next = self.at(at + 1);
        let part = match self.at(at) {
            '早' if !matches!(
                next,
                '报' | '已'
                    | '日'
                    | '期'
                    | '餐'
                    | '饭'
                    | '在'
                    | '就'
                    | '有'
                    | '于'
                    | '知'
                    | '来'
                    | '出'
                    | '起'
                    | '晚'
                    | '点'
                    | '退'
                    | '早'
                    | '做'
                    | '市'
                    | '教'
                    | '稻'
                    | '盘'
            ) =>
            {
                Part::Morning
            }
            '晨' if !matches!(next, '报' | '曦' | '练' | '跑') => Part::Morning,
            '午' if !matches!(next, '餐' | '饭' | '休' | '盘') => Part::Midday,
            '晚' if !matches!(next, '报' | '会' | '餐' | '饭' | '宴' | '年' | '于' | '了') => {
                Part::Evening
            }
            '夜' if !matches!(next, '市' | '校' | '班' | '游' | '景') => Part::Night,
            _ => return None,
        };
        Some((part, at + 1))
    }

    /// 早 or 晚 directly before a clock reading: 晚7时30分. 晚一点 is a little later, 最晚7点 no evening.
    pub(super) fn short_part(&self, at: usize) -> Option<(Part, usize)> {
        let part = match self.at(at) {
            '早' | '晨' => Part::Morning,
            '晚' => Part::Evening,
            _ => return None,
        };
        if matches!(
            self.before(at),
            '最' | '更'
                | '迟'
                | '比'
                | '太'
                | '还'
                | '稍'
                | '略'
                | '不'
                | '过'
                | '尽'
                | '再'
                | '趁'
                | '早'
                | '较'
        ) {
            return None;
        }
        let next = self.eat_any(at + 1, &["大约", "约"]).unwrap_or(at + 1);
        let read = self.clock(next, true)?;
        let vague = read.clock == Clock { hour: 1, minute: 0, second: None } && read.until.is_none();
        (!vague).then_some((part, at + 1))
    }

    /// The clock reading at `at`. `bound`: a day or part of the day stands before it.
    pub(super) fn clock(&self, at: usize, bound: bool) -> Option<ClockRead> {
        let number = self.number(at)?;
        if !number.plain {
            return None;
        }
        // 七八点
        if number.script == Script::Digits && number.len == 2 {
            let (a, b) = ((number.value / 10) as u8, (number.value % 10) as u8);
            if a > 0 && b == a + 1 && self.at(number.end) == '点' {
                let read = self.after_hour(number.end, b, true, bound)?;
                let until = Some(Clock { hour: b, ..read.clock });
                return Some(ClockRead { clock: Clock { hour: a, minute: 0, second: None }, until, ..read });
            }
            return None;
        }
        if number.value > 24 || number.len > 3 || (number.script == Script::Arabic && number.len > 2) {
            return None;
        }
        let hour = number.value as u8;
        let arabic = number.script == Script::Arabic;
        // 9至11时, 6、7点
        let other = match self.at(number.end) {
            '、' => Some(number.end + 1),
            _ => self.connector(number.end),
        };
        if let Some(next) = other
            && let Some(upper) = self.number(next).filter(|n| n.plain && n.value <= 24 && n.len <= 3)
            && (self.at(number.end) != '、' || upper.value == number.value + 1)
            && matches!(self.at(upper.end), '点' | '时')
        {
            let read = self.after_hour(upper.end, upper.value as u8, arabic, bound)?;
            let until = Some(read.clock);
            return Some(ClockRead { clock: Clock { hour, minute: 0, second: None }, until, ..read });
        }
        self.after_hour(number.end, hour, arabic, bound)
    }

    /// The bare hour after a part of the day, whatever follows: 从晚上7点说到10点多, 早上8点不到.
    pub(super) fn hour(&self, at: usize) -> Option<ClockRead> {
        let number = self.number(at).filter(|n| n.plain && n.value <= 24 && n.len <= 3)?;
        let end =
            self.eat(number.end, "点").filter(|&end| !matches!(self.at(end), '建' | '意' | '要' | '希'))?;
        let clock = Clock { hour: number.value as u8, minute: 0, second: None };
        Some(ClockRead { clock, until: None, end, strong: true })
    }

    /// What follows the hour: `点半`, `时30分`, `:30`.
    fn after_hour(&self, at: usize, hour: u8, arabic: bool, bound: bool) -> Option<ClockRead> {
        let mut clock = Clock { hour, minute: 0, second: None };
        let read = |clock, end, strong| Some(ClockRead { clock, until: None, end, strong });
        match self.at(at) {
            ':' => {
                let (minute, end) = self.two_digits(at + 1)?;
                clock.minute = minute;
                if !arabic || hour == 24 && minute > 0 {
                    return None;
                }
                let end = match (self.at(end), self.two_digits(end + 1)) {
                    (':', Some((second, end))) => {
                        clock.second = Some(second);
                        end
                    }
                    (':', None) => return None,
                    _ => end,
                };
                if self.at(end).is_ascii_digit() {
                    return None;
                }
                let end = self.skip(end, &['时', '分']);
                let strong = bound || self.is_reading(at, end, minute);
                if strong { read(clock, end, true) } else { None }
            }
            '点' | '时' => {
                let dot = self.at(at) == '点';
                let next = at + 1;
                let c = self.at(next);
                if !dot
                    && matches!(c, '间' | '代' | '期' | '候' | '装' | '节' | '辰' | '区' | '空' | '光' | '速')
                {
                    return None;
                }
                if self.eat(next, "来钟").is_some() {
                    return read(clock, next, true);
                }
                if let Some(end) = self
                    .eat_any(next, &["整", "正", "钟"])
                    .filter(|&end| self.before(end) != '正' || !guard::goes_on(self, end, true))
                {
                    return read(clock, end, true);
                }
                if c == '半' {
                    clock.minute = 30;
                    return read(clock, self.skip(next + 1, &['钟']), true);
                }
                if let Some(end) = self.eat_any(next, &["一刻", "1刻", "过一刻"]) {
                    clock.minute = 15;
                    return read(clock, end, true);
                }
                if let Some(end) = self.eat_any(next, &["三刻", "3刻"]) {
                    clock.minute = 45;
                    return read(clock, end, true);
                }
                let spaced = c == ' ';
                let minute_at = self.skip(next, &['过', '零', ' ']);
                let minute = self.number(minute_at).or_else(|| self.number(next));
                if let Some(minute) = minute.filter(|m| m.plain && m.value < 60) {
                    if self.at(minute.end) == '分' && !matches!(self.at(minute.end + 1), '之' | '钟') {
                        clock.minute = minute.value as u8;
                        let end = minute.end + 1;
                        if let Some(second) = self.number(end).filter(|s| s.plain && s.value < 60)
                            && self.at(second.end) == '秒'
                        {
                            clock.second = Some(second.value as u8);
                            return read(clock, second.end + 1, true);
                        }
                        return read(clock, end, true);
                    }
                    // 9点20, 三点十五: without 分 only where the clause ends or time goes on.
                    let closed = matches!(
                        self.at(minute.end),
                        '\0' | ','
                            | '。'
                            | ' '
                            | '、'
                            | ';'
                            | ')'
                            | '左'
                            | '许'
                            | '到'
                            | '至'
                            | '—'
                            | '-'
                            | '~'
                            | '\n'
                    );
                    let padded = minute_at > next && self.at(next) == '零';
                    if closed
                        && !spaced
                        && (padded || minute.len >= 2 || minute.value >= 10)
                        && (bound || arabic || dot)
                    {
                        clock.minute = minute.value as u8;
                        return read(clock, minute.end, true);
                    }
                    if minute.script == Script::Arabic && !bound && !spaced {
                        return None;
                    }
                }
                if bound {
                    // 下午5点看护 is a reading, whatever goes on.
                    let hour_at = (0..at).rev().find(|&i| !super::look::RUN.has(self.at(i)));
                    let parted =
                        hour_at.is_some_and(|i| matches!(self.at(i), '午' | '晚' | '晨' | '上' | '夜'));
                    if !parted && dot && POINTS.contains(&c) && !matches!(c, ',' | '的' | '明' | '对' | '安')
                    {
                        return None;
                    }
                    return read(clock, next, true);
                }
                let hinted = matches!(
                    c,
                    '许' | '多' | '左' | '前' | '后' | '起' | '开' | '至' | '到' | '—' | '~' | '-'
                ) || c == '刚' && matches!(self.at(next + 1), '过' | '到')
                    || self.eat_any(next, &["以前", "以后", "之前", "之后", "出发", "准时"]).is_some();
                if hour == 1 && !arabic && !hinted {
                    return None; // 一点, 一时
                }
                if hinted && !(c == '多' && self.at(next + 1) == '少') {
                    let strong = arabic || hour > 3 || !dot || c == '许';
                    return read(clock, next, strong || c == '左');
                }
                if dot && POINTS.contains(&c) && c != ',' {
                    return None;
                }
                let closed = c == '\0' || crate::chars::is_separator(c);
                if dot {
                    let lone =
                        closed && (at < 3 || crate::chars::is_separator(self.before(at - 1)) || arabic);
                    return if lone || hour == 0 && closed { read(clock, next, false) } else { None };
                }
                // N时 in Arabic digits is an hour; 三时 only where the clause ends.
                if arabic || (closed && hour > 1) { read(clock, next, arabic) } else { None }
            }
            _ => None,
        }
    }

    /// `30` or `05`: exactly two digits below 60.
    fn two_digits(&self, at: usize) -> Option<(u8, usize)> {
        let tens = self.at(at).to_digit(10)?;
        let ones = self.at(at + 1).to_digit(10)?;
        if tens > 5 || self.at(at + 2).is_ascii_digit() {
            return None;
        }
        Some(((tens * 10 + ones) as u8, at + 2))
    }

    /// Whether `h:mm` without a day is a clock reading and no score, ratio or running time.
    fn is_reading(&self, colon: usize, end: usize, minute: u8) -> bool {
        let mut start = colon;
        while start > 0 && self.chars[start - 1].is_ascii_digit() && colon - start < 3 {
            start -= 1;
        }
        let before = self.before(start);
        if matches!(before, '.' | ':' | '/' | '-' | '分' | '比' | '以' | '胜' | '负' | '平' | '成' | '第')
            || before.is_ascii_alphanumeric()
        {
            return self.before(start) == '-' && minute.is_multiple_of(5);
        }
        // 以9:15、4:15丢掉了: scores stand in rows.
        if before == '、' && start > 3 && self.at(start - 4) == ':' && !self.is_round(start - 3) {
            return false;
        }
        // 比例是1:12
        if self.is_before(start, Before::Ratio) {
            return false;
        }
        if self.is_behind(end, Behind::Contest) {
            return false;
        }
        if matches!(self.at(end), '丢' | '败' | '胜' | '负') {
            return false;
        }
        if self.at(end) == '、'
            && let Some(next) = self.number(end + 1).filter(|n| self.at(n.end) == ':')
        {
            return minute.is_multiple_of(10) && self.is_round(next.end + 1);
        }
        if self.at(end) == '.' && self.at(end + 1).is_ascii_digit() {
            return false;
        }
        minute.is_multiple_of(5) || self.connector(end).is_some()
    }

    /// Whether the minutes at `at` are full tens, as those of timetables are: 8:10、9:20.
    fn is_round(&self, at: usize) -> bool {
        self.two_digits(at).is_some_and(|(minute, _)| minute.is_multiple_of(10))
    }
}
