//! Recurrences.

use super::Resolver;
use super::length::print_length;
use super::print::hour_of;
use crate::extract::date::expression::{InMonth, InWeek, Month, Period, Point, Set, Unit};
use crate::extract::date::{FestivalDay, festival};
use crate::record::ShortText;
use crate::resolve::value::Value;
use compact_str::format_compact;

impl Resolver<'_, '_> {
    pub(super) fn print_set(&self, set: &Set) -> ShortText {
        match set {
            Set::Every(length) => print_length(length),
            // Several days of the week: only the period is sure to be one pattern.
            Set::Weekdays => "P1W".into(),
            Set::Pattern(period, point, until) => {
                let first = pattern(*period, point);
                match until {
                    Some(until) => format_compact!("{first}/{}", pattern(*period, until)),
                    None => first,
                }
            }
        }
    }
}

/// The pattern of a recurring point.
fn pattern(period: Period, point: &Point) -> ShortText {
    let day = match point.unit {
        Unit::Month(Month::Number(m), InMonth::Day(d)) => format_compact!("XXXX-{m:02}-{d:02}"),
        Unit::Month(Month::Number(m), _) => format_compact!("XXXX-{m:02}"),
        Unit::Month(_, InMonth::Day(d)) => format_compact!("XXXX-XX-{d:02}"),
        Unit::Week(_, InWeek::Day(n)) => format_compact!("XXXX-WXX-{n}"),
        Unit::Week(_, InWeek::Weekend) => "XXXX-WXX-WE".into(),
        Unit::Season(n) => Value::Season(None, n).print(),
        Unit::Half(n) => Value::Half(None, n).print(),
        Unit::Quarter(n) => Value::Quarter(None, n).print(),
        Unit::Months(a, b) | Unit::Term(a, b) => format_compact!("XXXX-{a:02}/XXXX-{b:02}"),
        Unit::Festival(row) | Unit::Holiday(row) => match festival(row).map(|f| f.day) {
            Some(FestivalDay::Solar(m, d)) => format_compact!("XXXX-{m:02}-{d:02}"),
            _ => "P1Y".into(),
        },
        Unit::Whole if period == Period::Day => "XXXX-XX-XX".into(),
        _ => match period {
            Period::Year => "P1Y".into(),
            Period::Month => "P1M".into(),
            Period::Week => "P1W".into(),
            _ => "P1D".into(),
        },
    };
    match (point.clock, point.part) {
        (Some(clock), part) => {
            format_compact!("{day}T{:02}:{:02}", hour_of(clock.hour, part).0, clock.minute)
        }
        (None, Some(part)) => format_compact!("{day}T{}", part.code()),
        (None, None) => day,
    }
}
