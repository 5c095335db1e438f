//! What stands in a day: parts of it, clock readings, a weekday beside it.

use super::calendar::FestivalDay;
use super::expression::{InMonth, Month, Part, Unit};
use super::guard;
use super::lexicon::Atom;
use super::point::{PointRead, is_day};
use super::reader::Reader;
use super::rules;
use crate::chars::CharSet;
use crate::record::Modifier;

/// What begins that which stands in a day, but for the words of time.
static IN_DAY: CharSet = super::look::RUN_SET.and("的前后第次翌( 星周当大约早晨午晚夜");

/// What goes on behind the name of a feast that only names a day: 6月5日世界环境日当天, 10月7日重阳节上午.
static BEHIND_NAMED: CharSet = CharSet::of("当这那到来之上下早晚凌中清(");

impl Reader<'_, '_> {
    /// Takes the feast that a day is beside it into the day: 6月5日世界环境日, 9月23日秋分, 6月1日“六一”儿童节.
    fn take_feast(&self, read: &mut PointRead) {
        let Unit::Month(Month::Number(month), InMonth::Day(day)) = read.point.unit else { return };
        if !self.may_be_word(read.end) && !matches!(self.at(read.end), '“' | '‘' | '"' | '「' | '『') {
            return;
        }
        let feast_at = read.end;
        let Some(feast) = self.festival(feast_at, true) else { return };
        let Unit::Festival(row) = feast.point.unit else { return };
        let same = self.lexicon.festival(row).is_some_and(|feast| match feast.day {
            FestivalDay::Solar(m, d) => (m, d) == (month, day),
            FestivalDay::Nth(m, ..) => m == month,
            FestivalDay::Term(n) => n / 2 + 1 == month && !guard::is_snow(self, feast_at),
            FestivalDay::Lunar(..) => true,
            _ => false,
        });
        let next = self.at(feast.end);
        let closed =
            next == '\0' || next == '。' || crate::chars::is_separator(next) || BEHIND_NAMED.has(next);
        if same && closed {
            read.end = feast.end;
            read.weak = false;
        }
    }

    /// Weekday in brackets, part of the day and clock after a day.
    pub(super) fn in_day(&self, mut read: PointRead) -> PointRead {
        self.take_feast(&mut read);
        let alone = read.point.clock.is_some();
        let is_part = read.rule == rules::PART_OF_DAY;
        let day = is_day(&read.point.unit) || is_part;
        let next = self.at(read.end);
        let closed = next == '。' || crate::chars::is_separator(next) && !matches!(next, '(' | ' ');
        if alone || !day || closed || !IN_DAY.has(next) && self.word(read.end).is_none() {
            return read;
        }
        if !is_part {
            let aside = self.skip(read.end, &['的']);
            let moves =
                [("前一天", -1), ("前一日", -1), ("后一天", 1), ("第二天", 1), ("次日", 1), ("翌日", 1)];
            if matches!(self.at(aside), '前' | '后' | '第' | '次' | '翌')
                && let Some((end, offset)) = moves.iter().find_map(|&(w, n)| Some((self.eat(aside, w)?, n)))
                && !matches!(read.point.unit, Unit::Day(_) | Unit::SameDay(_))
            {
                read.point.offset = offset;
                read.end = end;
            }
            let inner = match self.at(read.end) {
                '(' => self.aside(read.end + 1).filter(|&end| self.at(end) == ')').map(|end| end + 1),
                ' ' => self.named_weekday(read.end + 1).map(|w| w.1),
                _ => self
                    .eat_any(read.end, &["星期", "周"])
                    .and_then(|_| self.named_weekday(read.end))
                    .map(|w| w.1),
            };
            if let Some(end) = inner {
                read.end = end;
            }
            // 正月十五当晚, 10月29日当天
            if let Some(end) = self.eat_any(read.end, &["当晚", "当天", "当日"]) {
                read.point.part = (self.before(end) == '晚').then_some(Part::Evening);
                read.end = end;
                read.weak = false;
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
        let hour = |at| self.clock(at, true).or_else(|| self.hour(at).filter(|_| read.point.part.is_some()));
        if let Some(clock) = self.gapped(at, hour) {
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

    /// 周六, 本周六, 今天 in brackets behind a day.
    fn aside(&self, at: usize) -> Option<usize> {
        if let Some((_, end)) = self.named_weekday(at) {
            return Some(end);
        }
        let word = self.word(at)?;
        match word.atom {
            Atom::Week(_) => self.weekday(at + word.len()).map(|read| read.1),
            Atom::Day(..) => Some(at + word.len()),
            _ => None,
        }
    }
}
