//! Lengths with what stands around them: 近三年, 3天后, 30天内, 未来7天.

use super::expression::{Amount, Direction, Edge, Length, Month, Period, Point, Quantity, Time, Unit, Year};
use super::guard;
use super::length::LengthRead;
use super::phrase::Found;
use super::point::{PointRead, is_day};
use super::reader::Reader;
use super::rules;
use crate::chars::CharSet;
use crate::lexicon::Beginnings;
use crate::record::Modifier;
use crate::segment::common::class;
use std::sync::LazyLock;

/// Words before a length that ends or begins at the publication.
static WINDOWS: LazyLock<Beginnings<Direction>> = LazyLock::new(|| {
    let past = "近 最近 最近的 刚刚过去的 过去 过去的 此前 此前的 这 前 上";
    let future = "未来 未来的 今后 今后的 接下来 接下来的 将来 后 下";
    let past = past.split(' ').map(|word| (word, Direction::Past));
    Beginnings::new(past.chain(future.split(' ').map(|word| (word, Direction::Future))))
});

/// Prepositions and verbs that 前三年 follows, where 建国前三年 has a noun.
static LEADS_YEARS: CharSet = CharSet::of("把比与和像跟是在对从将用起");

/// What stands behind a length: 以内, 之前, 内, 间, 后, 过后, 来, 左右, 上下, 许, 不到.
static BEHIND_LENGTH: CharSet = CharSet::of("以之内间前后过来左上许不");

impl Reader<'_, '_> {
    /// 上个小时, 下一分钟.
    fn last_hour(&self, at: usize) -> Option<Found> {
        let direction = match self.at(at) {
            '上' => Direction::Past,
            '下' => Direction::Future,
            _ => return None,
        };
        let next = self.eat_any(at + 1, &["一个", "个", "一"])?;
        let (period, end) = [("小时", Period::Hour), ("分钟", Period::Minute), ("秒钟", Period::Second)]
            .iter()
            .find_map(|&(word, period)| Some((period, self.eat(next, word)?)))?;
        let length = Length::one(Amount::Exact(Quantity::ONE), period);
        Found::new(end, Time::Window { length, direction, edge: Edge::Now }, rules::WINDOW)
    }

    /// 近三年, 过去5年, 未来7天, 前两周.
    pub(super) fn window(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.last_hour(at).filter(|_| self.clocked) {
            return Some(found);
        }
        let (length, direction) = WINDOWS.at_start(self.chars.get(at..)?)?;
        // 大火已经过去一年: it has passed.
        if self.at(at) == '过' && self.follows(at, &["已", "已经", "就"]) {
            return None;
        }
        let next = at + length;
        let short = next == at + 1 && self.at(at) != '近';
        // 刚过去的2015年 is a year.
        let read = self.length(next).filter(|_| self.year(next).is_none_or(|y| y.rule != rules::YEAR))?;
        if read.length.upper().is_some() && short {
            return None;
        }
        let edge = match self.at(at) {
            // 此前10日 is a day of the month, 如此|前三天.
            '此' if read.day_word || self.word(at).is_none() => return None,
            '此' => Edge::Told,
            _ if short => Edge::Unit,
            _ => Edge::Now,
        };
        let exact = read.length.is_exact();
        if short {
            // 贴出前三年的账, 比前两年多
            let before = self.before(at);
            let apart = at == 0
                || crate::chars::is_separator(before)
                || self.at(at) == '前'
                    && exact
                    && read.length.period() == Period::Year
                    && LEADS_YEARS.has(before);
            let one = read.length == Length::one(Amount::Exact(Quantity::ONE), read.length.period());
            if !apart || one && self.at(at) != '前' || !exact || read.day_word {
                return None;
            }
            let date_like = matches!(self.at(at), '上' | '下' | '后' | '这');
            let closed = self.at(read.end) == '\0' || crate::chars::is_separator(self.at(read.end));
            if date_like && !closed {
                return None;
            }
        }
        let mut end =
            self.eat_any(read.end, &["以来", "来", "里", "间", "中", "时间内", "内"]).unwrap_or(read.end);
        if end == read.end + 1
            // 过去五年|中国, 过去4年|中美关系
            && (guard::begins_word(self, read.end)
                || self.at(read.end) == '中' && "国美俄欧法德韩越巴非".contains(self.at(end)))
        {
            end = read.end;
        }
        if end == read.end + 1
            && self.at(read.end) == '来'
            && matches!(self.at(end), '到' | '自' | '临' | '访' | '源')
        {
            end = read.end;
        }
        // Which three years 他贴出前三年的账 are is told nowhere.
        let time = match short && at > 0 && !crate::chars::is_separator(self.before(at)) {
            true => Time::Duration(read.length),
            false => Time::Window { length: read.length, direction, edge },
        };
        let mut found = Found::new(end, time, rules::WINDOW)?;
        found.modifier = read.modifier;
        Some(found)
    }

    /// A length up to another one of its unit: 3天至5天, 一年至一年半.
    fn up_to(&self, lower: &LengthRead) -> Option<LengthRead> {
        let plain = |read: &LengthRead| {
            let exact = read.length.is_exact() && !read.length.is_compound() && !read.day_word;
            exact && read.modifier.is_none() && read.length.upper().is_none()
        };
        let next = self.connector(lower.end).filter(|_| plain(lower))?;
        let upper = self.length(next).filter(plain)?;
        match (lower.length.first()?, upper.length.first()?) {
            ((Amount::Exact(low), unit), (Amount::Exact(high), same))
                if unit == same && low.to_f64() < high.to_f64() =>
            {
                Some(LengthRead { length: lower.length.up_to(Some(high)), ..upper })
            }
            _ => None,
        }
    }

    /// A length that ends at `end` as the lower bound of one: 三年|以上七年以下, 六个月|以上一年以下 (of one unit).
    fn least_and_most(&self, length: &Length, end: usize) -> Option<Found> {
        let upper = self.length(self.eat(end, "以上")?)?;
        let end = self.eat(upper.end, "以下")?;
        let (Amount::Exact(n), period) = upper.length.first()? else { return None };
        (length.is_exact() && !upper.length.is_compound() && period == length.period()).then(|| Found {
            end,
            time: Time::Duration(length.up_to(Some(n))),
            modifier: None,
            rule: rules::LENGTH,
        })
    }

    /// A length and what follows it: 前, 后, 以来, 以上, 左右, 内.
    pub(super) fn length_phrase(&self, at: usize) -> Option<Found> {
        let read = self.length(at)?;
        let read = self.up_to(&read).unwrap_or(read);
        let length = read.length;
        let end = read.end;
        let mut found =
            Found { end, time: Time::Duration(length), modifier: read.modifier, rule: rules::LENGTH };
        // 时隔两个月后 says how long it was.
        if self.follows(at, &["时隔", "相隔"]) && self.eat_any(end, &["后", "之后"]).is_some() {
            return Some(found);
        }
        let goes_on = read.day_word || BEHIND_LENGTH.has(self.at(end));
        let inexact = !length.is_exact() || read.modifier.is_some();
        // 30分钟后 counts from the story, not from the publication, unless that has a clock reading.
        let fine = matches!(length.finest(), Period::Hour | Period::Minute | Period::Second);
        let story = fine && !self.clocked;
        let shift = |end, direction, modifier: Option<Modifier>| {
            let time =
                if inexact { Time::Vague(direction) } else { Time::Shift(length, direction, None, None) };
            Some(Found { end, time, modifier: if inexact { None } else { modifier }, rule: rules::SHIFT })
        };
        if goes_on && let Some(end) = self.eat_any(end, &["以内", "之内"]) {
            found.end = end;
            return Some(found);
        }
        if self.at(end) == '内' && !guard::begins_inner_word(self, end) {
            found.end = end + 1;
            return Some(found);
        }
        // 两年间, 三个月间
        let long = matches!(length.finest(), Period::Year | Period::Month | Period::Day | Period::Week);
        if self.at(end) == '间'
            && long
            && !read.day_word
            && !matches!(self.at(end + 1), '隔' | '接' | '歇' | '断')
        {
            found.end = end + 1;
            return Some(found);
        }
        if read.day_word {
            // 三日后 are days, 15日后 is a date.
            let lasting = ["连续", "一连", "持续", "停", "住", "放假", "共", "首", "头"];
            if self.at(at) == '两' || guard::lasts_days(self, at, end) || self.follows(at, &lasting) {
                return Some(found);
            }
            // 十日以上十五日以下
            if let Some(found) = self.least_and_most(&length, end) {
                return Some(found);
            }
            let small = !self.at(at).is_ascii_digit() && !matches!(self.at(at), '廿' | '卅');
            if !(small && matches!(self.at(end), '后' | '来')) || guard::begins_word(self, end) {
                return None;
            }
        }
        if story
            && matches!(self.at(end), '前' | '后' | '以' | '之')
            && self.eat_any(end, &["以上", "以下"]).is_none()
        {
            return Some(found);
        }
        if goes_on && let Some(end) = self.eat_any(end, &["以前", "之前"]) {
            return shift(end, Direction::Past, Some(Modifier::Before));
        }
        if goes_on && let Some(end) = self.eat_any(end, &["以后", "之后", "过后"]) {
            return shift(end, Direction::Future, Some(Modifier::After)).and_then(|f| self.shifted(f));
        }
        if self.at(end) == '前' && !guard::begins_word(self, end) {
            return shift(end + 1, Direction::Past, None).and_then(|f| self.shifted(f));
        }
        if self.at(end) == '后' && !guard::begins_word(self, end) {
            return shift(end + 1, Direction::Future, None).and_then(|f| self.shifted(f));
        }
        if goes_on && let Some(end) = self.eat_any(end, &["以来", "来"]) {
            // 1989年来无锡
            let year = self.at(at + 4) == '年'
                && matches!((self.at(at), self.at(at + 1)), ('1', '9') | ('2', '0'))
                && self.eat(at, "2000").is_none();
            let verb = self.before(end) == '来'
                && (matches!(self.at(end), '到' | '自' | '临' | '访' | '源' | '了' | '华' | '不' | '得')
                    || year && self.before(end - 1) == '年');
            if !verb && !matches!(length.period(), Period::Hour | Period::Minute | Period::Second) {
                return Some(Found {
                    end,
                    time: Time::Window { length, direction: Direction::Past, edge: Edge::Now },
                    rule: rules::WINDOW,
                    ..found
                });
            }
        }
        let after = [
            ("左右", Modifier::Approx),
            ("上下", Modifier::Approx),
            ("以上", Modifier::MoreThan),
            ("以下", Modifier::LessThan),
            ("许", Modifier::Approx),
            ("不到", Modifier::LessThan),
        ];
        // 三年不到就坏了; but 三天不到校.
        let closes = |end: usize, modifier| {
            modifier != Modifier::LessThan
                || self.before(end) != '到'
                || matches!(self.at(end), '\0' | '。' | '的' | '就' | '便' | '已' | '又' | '竟')
                || crate::chars::is_separator(self.at(end))
        };
        let mut after = after.iter().filter_map(|&(w, m)| Some((self.eat(end, w)?, m)));
        if goes_on
            && let Some((end, modifier)) = after.next().filter(|&(end, modifier)| closes(end, modifier))
        {
            found.end = end;
            found.modifier = Some(modifier);
        }
        if let Some(found) =
            self.least_and_most(&length, end).filter(|_| found.modifier == Some(Modifier::MoreThan))
        {
            return Some(found);
        }
        // 一天, 一年 after 有, 某, 这, 那 is no length.
        let one = |period| length == Length::one(Amount::Exact(Quantity::ONE), period);
        // 前一交易日, 最后一个交易日
        if one(Period::Workday) && (matches!(self.before(at), '前' | '上' | '下' | '后')) {
            return None;
        }
        if one(Period::Day)
            && matches!(self.before(at), '有' | '某' | '这' | '那' | '哪' | '同' | '新' | '头' | '前' | '后')
        {
            return None;
        }
        // 六月的一天
        if self.eat(at, "一天") == Some(found.end)
            && self.before(at) == '的'
            && !matches!(
                self.at(found.end),
                '里' | '内' | '中' | '间' | '时' | '能' | '可' | '要' | '挣' | '赚' | '只'
            )
        {
            return None;
        }
        // 一天下午, 有一年: some day, some year.
        let told = at == 0 || crate::chars::is_separator(self.before(at));
        let some = |at: usize| {
            at == 0 || crate::chars::is_separator(self.before(at)) || "他她我们".contains(self.before(at))
        };
        if told && self.eat(at, "一天") == Some(found.end) && self.is_part(found.end)
            || self.before(at) == '有'
                && self.eat(at, "一年") == Some(found.end)
                && some(at - 1)
                && !matches!(self.at(found.end), '的' | '时' | '期')
        {
            return None;
        }
        // 新的一年, 两个一百年, 四周 (all around), 无数年.
        let lead = self.at(at);
        if self.eat(at, "一年") == Some(found.end)
            && (self.follows(
                at,
                &["新的", "又", "这", "那", "哪", "同", "末", "关键", "一年", "更比", "头"],
            )
                // 迎来新|一年, but 一项革新|一年省电.
                || self.before(at) == '新' && class(&[self.before(at - 1), '新']).is_none()
                || self.before(at) == '的'
                && !matches!(self.at(found.end), '里' | '内' | '中' | '间' | '时' | '的' | '能' | '可')
                || self.eat_any(found.end, &["又一年", "更比"]).is_some())
            || self.eat(found.end, "如一日").is_some()
            || lead == '一' && self.before(at) == '个'
            || lead == '四' && found.end == at + 2 && length.period() == Period::Week
            || lead == '数' && self.before(at) == '无'
        {
            return None;
        }
        if matches!(self.at(at), '百' | '千')
            && found.modifier.is_none()
            && !self.follows(at, &["近", "建党", "成立", "超", "上"])
            && !(self.eat(at, "百天") == Some(found.end)
                && (self.follows(at, &["张", "业", "学", "线", "行", "满", "过", "生"])
                    || crate::chars::is_separator(self.at(found.end))))
        {
            return None;
        }
        Some(found)
    }

    /// A clock reading after a shift: 六天后的3时1刻.
    pub(super) fn shifted(&self, found: Found) -> Option<Found> {
        let Time::Shift(length, direction, ..) = found.time else { return Some(found) };
        if matches!(length.period(), Period::Hour | Period::Minute | Period::Second) {
            return Some(found);
        }
        let at = self.skip(found.end, &['的']);
        // 十年前的今天
        if let Some(end) = self.eat(found.end, "的今天") {
            let today = Point { unit: Unit::Day(0), ..Point::default() };
            // 十年后的今天 is today, ten years after what is told.
            let time = match direction {
                Direction::Future => Time::Point(today),
                _ => Time::Offset(today, length, direction),
            };
            return Some(Found { end, time, modifier: None, rule: rules::OFFSET });
        }
        // 五年后3月30日
        if length.period() == Period::Year
            && let Some((Amount::Exact(n), _)) = length.first()
            && let Some(years) = n.as_integer().filter(|n| *n < 1000 && !length.is_compound())
            && let Some(read) = self.point(at).filter(|r| !r.open && !r.weak && r.until.is_none())
            // 一百年之后的2021年11月5日 has a year of its own.
            && read.point.year == Year::Unsaid
            && matches!(read.point.unit, Unit::Month(Month::Number(_), _))
        {
            let years = if direction == Direction::Past { -(years as i32) } else { years as i32 };
            let point = Point { year: Year::Relative(years), ..read.point };
            return Some(Found {
                end: read.end,
                time: Time::Point(point),
                modifier: point.phase,
                rule: rules::SHIFT,
            });
        }
        let (part, next) = self.part(at, at == found.end).map_or((None, at), |(p, e)| (Some(p), e));
        match self.clock(next, true).filter(|c| c.strong && c.until.is_none()) {
            Some(clock) => {
                let time = Time::Shift(length, direction, Some(clock.clock), part);
                Some(Found { end: clock.end, time, ..found })
            }
            None if part.is_some() => {
                Some(Found { end: next, time: Time::Shift(length, direction, None, part), ..found })
            }
            None => Some(found),
        }
    }

    /// A length before or after a day: 2月13日3天后.
    pub(super) fn offset(&self, read: &PointRead) -> Option<Found> {
        if !is_day(&read.point.unit) || read.point.clock.is_some() || read.point.part.is_some() {
            return None;
        }
        let at = self.skip(read.end, &['的']);
        if !matches!(
            self.at(at),
            '0'..='9' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '半'
        ) {
            return None;
        }
        let found = self.length_phrase_alone(at)?;
        let Time::Shift(length, direction, None, None) = found.time else { return None };
        Some(Found {
            time: Time::Offset(read.point, length, direction),
            rule: rules::OFFSET,
            modifier: None,
            ..found
        })
    }

    pub(super) fn length_phrase_alone(&self, at: usize) -> Option<Found> {
        let read = self.length(at).filter(|r| r.modifier.is_none() && r.length.is_exact() && !r.day_word)?;
        let (direction, end) = if let Some(end) = self.eat_any(read.end, &["以前", "之前"]) {
            (Direction::Past, end)
        } else if let Some(end) = self.eat_any(read.end, &["以后", "之后"]) {
            (Direction::Future, end)
        } else if self.at(read.end) == '前' && !guard::begins_word(self, read.end) {
            (Direction::Past, read.end + 1)
        } else if self.at(read.end) == '后' && !guard::begins_word(self, read.end) {
            (Direction::Future, read.end + 1)
        } else {
            return None;
        };
        Found::new(end, Time::Shift(read.length, direction, None, None), rules::SHIFT)
    }
}
