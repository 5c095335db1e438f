//! Festivals, named days and solar terms, from `data/festivals.tsv`.

use super::lexicon::Lexicon;

/// How a festival's day is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FestivalDay {
    /// Gregorian month and day.
    Solar(u8, u8),
    /// Lunar month and day.
    Lunar(i8, u8),
    /// Month, which, ISO weekday.
    Nth(u8, u8, u8),
    /// Solar term 0–23, from 小寒.
    Term(u8),
    /// The last day of the lunar year.
    Eve,
    /// Days after Easter Sunday.
    Easter(i8),
    /// A day that only the text tells.
    Moving,
}

/// A festival.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Festival {
    /// How its day is found.
    pub(crate) day: FestivalDay,
    /// Days of its holiday.
    pub(crate) holiday: u8,
    /// Whether it is a day only in quotation marks or before 节 and the like.
    pub(crate) bound: bool,
}

/// A row of the festival table.
pub(crate) fn festival(index: u16) -> Option<Festival> {
    Lexicon::get().festival(index).copied()
}

/// A row of the table.
pub(super) fn read_festival(row: &[&str]) -> Option<Festival> {
    let mut cells = row.get(1)?.split([' ', '-']);
    let kind = cells.next()?;
    let mut number = || cells.next()?.parse::<u8>().ok();
    let day = match kind {
        "solar" => FestivalDay::Solar(number()?, number()?),
        "lunar" => FestivalDay::Lunar(number()? as i8, number()?),
        "nth" => FestivalDay::Nth(number()?, number()?, number()?),
        "term" => FestivalDay::Term(number()?),
        "eve" => FestivalDay::Eve,
        "easter" => FestivalDay::Easter(number()? as i8),
        "lent" => FestivalDay::Easter(-(number()? as i8)),
        "moving" => FestivalDay::Moving,
        _ => return None,
    };
    Some(Festival { day, holiday: row.get(2)?.parse().ok()?, bound: row.get(3) == Some(&"bound") })
}
