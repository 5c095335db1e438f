//! Whole time expressions: which reading at a place is the longest.

use super::expression::{Direction, Part, Point, Time, Unit, Year};
use super::guard;
use super::lexicon::Atom;
use super::look::NUMERALS;
use super::reader::Reader;
use super::rules;
use super::words::Behind;
use crate::chars::CharSet;
use crate::record::Modifier;

/// What makes a length longer than its number and its unit: 多, 零, 半, 以来, 之后, 内, 左右, another number.
static LENGTHENS: CharSet =
    CharSet::of("多余零又加半头以之内前后来左上许过0123456789〇一二三四五六七八九十两廿卅几数");

/// What was read at a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) end: usize,
    pub(super) time: Time,
    pub(super) modifier: Option<Modifier>,
    pub(super) rule: &'static str,
}

impl Found {
    pub(super) fn new(end: usize, time: Time, rule: &'static str) -> Option<Found> {
        Some(Found { end, time, modifier: None, rule })
    }
}

impl Reader<'_, '_> {
    /// The time expression at `at`, the longest there.
    pub(super) fn time(&self, at: usize) -> Option<Found> {
        match self.at(at) {
            '每' | '逢' => self.set(at),
            '约' | '大' | '超' | '逾' | '不' | '将' | '近' | '快' => {
                let near = self.approximate(at).or_else(|| self.window(at));
                longer(self.plain(at), near)
            }
            // 提前两个月, 此前三年
            '前' if matches!(self.before(at), '提' | '此' | '之' | '以' | '目') => None,
            '上' if matches!(self.at(at + 1), '百' | '千') => self.approximate(at),
            '今' | '明' if self.at(at + 1) == '起' => self.today_alone(at),
            '今' | '昨' | '明' | '本' | '上' | '下' | '去' | '前' | '后' if self.at(at + 1) == '(' => {
                if self.bracketed(at).is_some() {
                    self.plain(at)
                } else {
                    self.today_alone(at)
                }
            }
            '今' | '昨' | '明' if matches!(self.at(at + 1), '今' | '明' | '后') => {
                self.both(at).or_else(|| self.longest(at))
            }
            // 前三天 has its number behind it, 今后三天 a word more.
            '今' if self.at(at + 1) != '后' => self.plain(at),
            '前' | '后' | '上' | '下' | '这' if !(NUMERALS.has(self.at(at + 1)) || self.clocked) => {
                self.plain(at)
            }
            '过' | '最' | '未' | '今' | '此' | '接' | '前' | '后' | '上' | '下' | '刚' | '这' => {
                let window = self.window(at);
                let plain = self.plain(at);
                longer(plain, window)
            }
            '“' | '‘' | '"' | '「' | '『' => longer(self.plan(at), self.point_phrase(at)),
            _ => self.plain(at),
        }
    }

    /// A window or what else stands at `at`, the longer of them.
    fn longest(&self, at: usize) -> Option<Found> {
        longer(self.plain(at), self.window(at))
    }

    /// 今 of 今起 and 今(22日), 明 of 明起: the day alone.
    fn today_alone(&self, at: usize) -> Option<Found> {
        let days = match self.at(at) {
            '昨' => -1,
            '今' => 0,
            '明' => 1,
            _ => return None,
        };
        let end = if self.at(at + 1) == '起' {
            let other = "如当现迄声说证表光文".contains(self.before(at)) || "源步诉草点床".contains(self.at(at + 2))
                || guard::is_called(self, at, at + 2)
                // 明起明落
                || self.at(at + 2) == self.at(at);
            (!other).then_some(at + 1)?
        } else {
            let number = self.number(at + 2).filter(|n| n.plain && (1..=31).contains(&n.value))?;
            match [self.at(number.end), self.at(number.end + 1)] {
                [')', _] | ['日' | '号', ')'] => at + 1,
                _ => return None,
            }
        };
        let today = Point { unit: Unit::Day(days), ..Point::default() };
        Found::new(end, Time::Point(today), rules::RELATIVE_DAY)
    }

    /// 今明两天, 今明两年, 昨今两天: two days or years in a row.
    fn both(&self, at: usize) -> Option<Found> {
        let day = |c: char| match c {
            '昨' => Some(-1),
            '今' => Some(0),
            '明' => Some(1),
            '后' => Some(2),
            _ => None,
        };
        let (first, mut last) = (day(self.at(at))?, day(self.at(at + 1))?);
        let mut next = at + 2;
        // 今明后三天
        let three = last == 1 && first == 0 && self.at(next) == '后';
        if three {
            next += 1;
        }
        let unit = self.eat_any(next, if three { &["三", "3"] } else { &["两", "2"] })?;
        let point = |offset| match self.at(unit) {
            '天' | '日' | '晚' => Some(Point { unit: Unit::Day(offset), ..Point::default() }),
            '年' if first == 0 => Some(Point { year: Year::Relative(offset), ..Point::default() }),
            _ => None,
        };
        if last != first + 1 {
            return None;
        }
        last += i32::from(three);
        let part = (self.at(unit) == '晚').then_some(Part::Evening);
        let [first, last] = [point(first)?, point(last)?].map(|point| Point { part, ..point });
        Found::new(unit + 1, Time::Range(first, last), rules::RANGE)
    }

    /// A point, a length or a word.
    pub(super) fn plain(&self, at: usize) -> Option<Found> {
        let c = self.at(at);
        if NUMERALS.has(c) {
            return self.numbered_phrase(at).or_else(|| self.vague(at));
        }
        // 近日, 目前: no shorter word there begins more.
        if self.word(at).is_some_and(|word| matches!(word.atom, Atom::Vague(_))) {
            return self.vague(at);
        }
        self.point_phrase(at).or_else(|| self.vague(at))
    }

    /// A point or a length that begins with a number: its unit tells which of them it may be.
    fn numbered_phrase(&self, at: usize) -> Option<Found> {
        let Some(number) = self.number(at) else {
            return longer(self.point_phrase(at), self.length_phrase(at));
        };
        match self.at(number.end) {
            // 两月 is how long, 二月 is when.
            '月' if self.before(number.end) == '两' => self.length_phrase(at),
            '月' | '号' | '时' | ':' | '/' => self.point_phrase(at),
            '天' | '小' | '星' | '礼' | '秒' | '刻' | '昼' | '工' | '钟' | '个' | '多' | '余' | '几'
            | '来' | '整' | '载' => self.length_phrase(at),
            _ => {
                let point = self.point_phrase(at);
                let unit = number.end + 1;
                let whole =
                    |point: &Found| point.end > unit || point.end == unit && !LENGTHENS.has(self.at(unit));
                if point.as_ref().is_some_and(whole) { point } else { longer(point, self.length_phrase(at)) }
            }
        }
    }

    /// Vague words and days of history, where 以来 follows.
    pub(super) fn vague(&self, at: usize) -> Option<Found> {
        for word in self.words(at) {
            let end = at + word.len();
            match word.atom {
                Atom::Stop => return None,
                Atom::Vague(_)
                    if self.at(at) == '未'
                        && self.eat(at, "未来") == Some(end)
                        && self.is_object(at, end) =>
                {
                    return None;
                }
                // 此前一天 is the day before; 此前三天 is a window.
                Atom::Vague(_)
                    if self.at(at) == '此'
                        && self.eat(at, "此前") == Some(end)
                        && self.window(at).is_some() =>
                {
                    let point = Point { unit: Unit::SameDay(-1), ..Point::default() };
                    let end = self.eat_any(end, &["一天", "一日"])?;
                    return Found::new(end, Time::Point(point), rules::SAME_DAY);
                }
                Atom::Vague(direction) => return Found::new(end, Time::Vague(direction), rules::VAGUE),
                // 十二五期间, 第一个五年计划时期
                Atom::Plan(first, last) if guard::starts_alone(self, at) => {
                    let end = self.eat_any(end, &["期间", "时期"])?;
                    let point = Point { unit: Unit::Years(first, last), ..Point::default() };
                    return Found::new(self.eat(end, "期间").unwrap_or(end), Time::Point(point), rules::PLAN);
                }
                Atom::Anchor(year, month, day) => {
                    let end = self.eat_any(end, &["以来", "至今"])?;
                    let unit = Unit::Anchor(year, month, day);
                    let point = Point { year: Year::Number(year), unit, ..Point::default() };
                    return Found::new(end, Time::Since(point), rules::SINCE_EVENT);
                }
                _ => {}
            }
        }
        if !matches!(self.at(at), '以' | '从' | '过') {
            return None;
        }
        // 以前, 从前: only where the clause begins with it.
        if let Some(end) = self.eat_any(at, &["以前", "从前"]).filter(|&end| self.at(end) != '所')
            && !matches!(self.at(end), '晚' | '天' | '日' | '年' | '夜' | '些')
            // 从前两个月看: the first two.
            && !(self.at(at) == '从' && crate::numeral::is_start(self.at(end)))
            && (at == 0 || crate::chars::is_separator(self.before(at)) || self.before(at) == '。')
        {
            return Found::new(end, Time::Vague(Direction::Past), rules::VAGUE);
        }
        // 过去: a noun only where the clause begins with it or a preposition does.
        if let Some(end) = self.eat(at, "过去") {
            let before = self.before(at);
            let noun = at == 0
                || crate::chars::is_separator(before)
                || matches!(before, '在' | '与' | '和' | '比' | '跟' | '像' | '从' | '同' | '把' | '较')
                // 由过去的三成提高到五成
                || before == '由' && self.at(end) == '的'
                || self.follows(at, &["改变", "打破", "告别", "结束", "延续", "一改"])
                || self.is_then(at, end);
            let verb = matches!(self.at(end), '了' | '吧' | '看' | '帮' | '后' | '之' | '时');
            return if noun && !verb {
                Found::new(end, Time::Vague(Direction::Past), rules::VAGUE)
            } else {
                None
            };
        }
        None
    }

    /// Whether 过去 behind a subject is a time: 柳河村过去靠天吃饭, 我们过去没有路; not 派人过去.
    fn is_then(&self, at: usize, end: usize) -> bool {
        let place =
            matches!(self.before(at), '村' | '镇' | '乡' | '县' | '街' | '巷' | '厂' | '们' | '队' | '民');
        // 老人过去总是自己做; but 走过去总是.
        let moves = "走跑飞翻送拿开赶挤冲转看挪搬递接传追说熬混挺".contains(self.before(at));
        let habit = || self.eat_any(end, &["总是", "常常", "一直", "经常", "从来", "往往"]).is_some();
        place && self.is_behind(end, Behind::Then) || !moves && habit()
    }

    /// Whether a word closes its clause as an object: 开创美好未来 is no time, 未来 alone or before a verb is.
    fn is_object(&self, at: usize, end: usize) -> bool {
        if self.follows(at, &["美好"]) {
            return true;
        }
        let closed = end >= self.chars.len() || crate::chars::is_separator(self.at(end));
        let before = self.before(at);
        closed && at > 0 && !crate::chars::is_separator(before) && !matches!(before, '在' | '于')
    }

    /// “十四五”期间, “十四五”以来.
    pub(super) fn plan(&self, at: usize) -> Option<Found> {
        let word = self.words(at + 1).find(|w| matches!(w.atom, Atom::Plan(..)))?;
        let Atom::Plan(first, last) = word.atom else { return None };
        let close = at + 1 + word.len();
        if !matches!(self.at(close), '”' | '’' | '"' | '」' | '』') {
            return None;
        }
        let point = Point { unit: Unit::Years(first, last), ..Point::default() };
        // “六五”计划期间
        let next = self.eat_any(close + 1, &["计划", "规划"]).unwrap_or(close + 1);
        if let Some(end) = self.eat(next, "以来") {
            return Found::new(end, Time::Since(point), rules::PLAN);
        }
        let phase = |phase| Point { phase: Some(phase), ..point };
        let phases = [
            ("时期初", Modifier::Start),
            ("初期", Modifier::Start),
            ("末期", Modifier::End),
            ("末", Modifier::End),
        ];
        for (word, modifier) in phases {
            if let Some(end) = self.eat(next, word) {
                let time = Time::Point(phase(modifier));
                return Some(Found { end, time, modifier: Some(modifier), rule: rules::PLAN });
            }
        }
        let end = self.eat_any(next, &["时期", "期间"])?;
        Found::new(self.eat(end, "期间").unwrap_or(end), Time::Point(point), rules::PLAN)
    }
}

fn longer(a: Option<Found>, b: Option<Found>) -> Option<Found> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.end > a.end { b } else { a }),
        (a, b) => a.or(b),
    }
}
