//! Expressions that are the whole text: a query, or the cell of a table. With no story around them, they count from
//! the publication, and readings that prose would leave in doubt are sure.

use super::expression::{Amount, Direction, Edge, Length, Period, Point, Quantity, Time, Unit, Year};
use super::lexicon::Atom;
use super::phrase::Found;
use super::reader::Reader;
use super::rules;

/// The longest text that may be a single expression, in characters.
const LONE_LIMIT: usize = 12;

impl Reader<'_, '_> {
    /// The reading of the whole text, where only its standing alone makes it one.
    pub(super) fn lone(&self) -> Option<Found> {
        if self.chars.len() > LONE_LIMIT {
            return None;
        }
        let found = self
            .lone_window()
            .or_else(|| self.ahead(0))
            .or_else(|| self.same_hour())
            .or_else(|| self.lone_day())
            .or_else(|| self.lone_ordinal())
            .or_else(|| self.lone_edition())
            .or_else(|| self.lone_length())?;
        let end = self.skip(found.end, &['起']);
        (end == self.chars.len()).then_some(found)
    }

    /// 60日内, 往前二个月, 之后十天; 此时.
    fn lone_window(&self) -> Option<Found> {
        if let Some(end) = self.eat(0, "此时") {
            return Found::new(end, Time::Vague(Direction::Present), rules::VAGUE);
        }
        let sides = [
            (&["往前", "向前", "之前", "前面"][..], Direction::Past, Edge::Unit),
            (&["往后", "向后", "之后", "后面"], Direction::Future, Edge::Now),
        ];
        let side = sides.iter().find_map(|&(words, side, edge)| Some((self.eat_any(0, words)?, side, edge)));
        let (at, direction, edge) = side.unwrap_or((0, Direction::Future, Edge::Now));
        let read = self.length(at).filter(|read| read.modifier.is_none() && read.length.is_exact())?;
        let inside = self.eat_any(read.end, &["以内", "之内", "内"]);
        let end = if side.is_some() { read.end } else { inside? };
        Found::new(end, Time::Window { length: read.length, direction, edge }, rules::WINDOW)
    }

    /// 再过三天.
    fn ahead(&self, at: usize) -> Option<Found> {
        let next = self.eat(at, "再过")?;
        let read = self.length(next).filter(|read| !read.day_word)?;
        let fine = matches!(read.length.finest(), Period::Hour | Period::Minute | Period::Second);
        if !read.length.is_exact() || read.modifier.is_some() {
            return Found::new(read.end, Time::Vague(Direction::Future), rules::SHIFT);
        }
        let time = Time::Shift(read.length, Direction::Future, None, None);
        if fine && !self.clocked { None } else { Found::new(read.end, time, rules::SHIFT) }
    }

    /// 昨天此时, 明天这个时候: whole days from the hour of publication.
    fn same_hour(&self) -> Option<Found> {
        let word = self.word(0).filter(|_| self.clocked)?;
        let Atom::Day(days, None) = word.atom else { return None };
        let end = self.eat_any(word.len(), &["此时此刻", "此时", "此刻", "现在", "这个时候", "这时候"])?;
        let hours = Amount::Exact(Quantity::whole(u64::from(days.unsigned_abs()) * 24)?);
        let direction = if days < 0 { Direction::Past } else { Direction::Future };
        let time = Time::Shift(Length::one(hours, Period::Hour), direction, None, None);
        if days == 0 { None } else { Found::new(end, time, rules::SHIFT) }
    }

    /// 三一五: a day that prose must quote. 全天 is the day of publication.
    fn lone_day(&self) -> Option<Found> {
        if let Some(end) = self.eat_any(0, &["全天", "全日"]) {
            let point = Point { unit: Unit::Day(0), ..Point::default() };
            return Found::new(end, Time::Point(point), rules::RELATIVE_DAY);
        }
        let word = self.word(0)?;
        let Atom::Festival(row) = word.atom else { return None };
        let point = Point { unit: Unit::Festival(row), ..Point::default() };
        Found::new(word.len(), Time::Point(point), rules::FESTIVAL)
    }

    /// 第三天起: today is the first.
    fn lone_ordinal(&self) -> Option<Found> {
        let number = self.number(self.eat(0, "第")?).filter(|n| n.plain && (2..100).contains(&n.value))?;
        let end = self.eat(number.end, "天").filter(|&end| self.at(end) == '起')?;
        let unit = Unit::Day(number.value as i32 - 1);
        Found::new(end, Time::Point(Point { unit, ..Point::default() }), rules::ORDINAL_DAY)
    }

    /// 2015版, 零六年版: the year of an edition.
    fn lone_edition(&self) -> Option<Found> {
        let number = self.number(0).filter(|n| n.plain && matches!(n.len, 2 | 4))?;
        let end = self.eat(self.skip(number.end, &['年']), "版")?;
        let year = match number.value {
            n @ 0..=99 if number.len == 2 => Year::Short(n as u8),
            n @ 1000..=2999 => Year::Number(n as i32),
            _ => return None,
        };
        Found::new(end, Time::Point(Point { year, ..Point::default() }), rules::YEAR)
    }

    /// 五分半, 4周年, 两小时整: prose has marks and shares, anniversaries, and fillers there.
    fn lone_length(&self) -> Option<Found> {
        let long = |length, end| {
            Some(Found { end, time: Time::Duration(length), modifier: None, rule: rules::LENGTH })
        };
        if let Some(read) = self.length(0).filter(|read| read.modifier.is_none())
            && let Some(end) = self.eat(read.end, "整")
        {
            return long(read.length, end);
        }
        let number = self.number(0).filter(|n| n.plain)?;
        if let Some(end) = self.eat(number.end, "周年") {
            return long(Length::one(Amount::Exact(number.decimal), Period::Year), end);
        }
        let end = self.eat(number.end, "分半")?;
        let length = Length::one(Amount::Exact(number.decimal.and_half()?), Period::Minute);
        long(length, end)
    }
}
