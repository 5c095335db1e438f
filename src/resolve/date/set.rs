//! Recurrences.

use super::Resolver;
use super::length::print_length;
use super::print::hour_of;
use crate::extract::date::expression::{InMonth, InWeek, Month, Period, Point, Set, Unit};
use crate::extract::date::{FestivalDay, festival};
use crate::resolve::value::Value;

impl Resolver<'_, '_> {
    pub(super) fn print_set(&self, set: &Set) -> String {
        match set {
            Set::Every(length) => print_length(length),
            // Several days of the week: only the period is sure to be one pattern.
            Set::Weekdays => "P1W".to_owned(),
            Set::Pattern(period, point, until) => {
                let first = pattern(*period, point);
                match until {
                    Some(until) => format!("{first}/{}", pattern(*period, until)),
                    None => first,
                }
            }
        }
    }
}

/// The pattern of a recurring point.
fn pattern(period: Period, point: &Point) -> String {
    let day = match point.unit {
        Unit::Month(Month::Number(m), InMonth::Day(d)) => format!("XXXX-{m:02}-{d:02}"),
        Unit::Month(Month::Number(m), _) => format!("XXXX-{m:02}"),
        Unit::Month(_, InMonth::Day(d)) => format!("XXXX-XX-{d:02}"),
        Unit::Week(_, InWeek::Day(n)) => format!("XXXX-WXX-{n}"),
        Unit::Week(_, InWeek::Weekend) => "XXXX-WXX-WE".to_owned(),
        Unit::Season(n) => Value::Season(None, n).print(),
        Unit::Half(n) => Value::Half(None, n).print(),
        Unit::Quarter(n) => Value::Quarter(None, n).print(),
        Unit::Months(a, b) | Unit::Term(a, b) => format!("XXXX-{a:02}/XXXX-{b:02}"),
        Unit::Festival(row) | Unit::Holiday(row) => match festival(row).map(|f| f.day) {
            Some(FestivalDay::Solar(m, d)) => format!("XXXX-{m:02}-{d:02}"),
            _ => "P1Y".to_owned(),
        },
        Unit::Whole if period == Period::Day => "XXXX-XX-XX".to_owned(),
        _ => match period {
            Period::Year => "P1Y".to_owned(),
            Period::Month => "P1M".to_owned(),
            Period::Week => "P1W".to_owned(),
            _ => "P1D".to_owned(),
        },
    };
    match (point.clock, point.part) {
        (Some(clock), part) => format!("{day}T{:02}:{:02}", hour_of(clock.hour, part).0, clock.minute),
        (None, Some(part)) => format!("{day}T{}", part.code()),
        (None, None) => day,
    }
}
