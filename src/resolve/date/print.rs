//! Places in the calendar as they are printed, with their first and last day.

use super::{Answer, Place, Resolver};
use crate::extract::date::expression::{Clock, Part};
use crate::record::{DateType, Modifier, ShortText};
use crate::resolve::value::{Value, append_two, iso};
use jiff::civil::DateTime;

impl Resolver<'_, '_> {
    pub(super) fn print_place(&self, place: &Place, phase: Option<Modifier>) -> Answer {
        if let Some((day, time)) = self.timed(place) {
            let mut value = day.print();
            append_time(&mut value, time);
            let stamp = moment(day, time);
            return Answer { start: stamp.clone(), end: stamp, ..Answer::new(DateType::Time, value) };
        }
        let mut value = place.first.print();
        if let Some(part) = place.part {
            value.push('T');
            value.push_str(part.code());
            return Answer::new(DateType::Time, value).with(place.first.bounds());
        }
        let Some(last) = place.last else {
            if let Value::Day(_) = place.first {
                let day = Some(value.clone());
                return Answer { start: day.clone(), end: day, ..Answer::new(DateType::Date, value) };
            }
            return Answer::new(DateType::Date, value).with(place.first.narrowed(phase));
        };
        value.push('/');
        last.append(&mut value);
        let (start, end) = (place.first.bounds(), last.bounds());
        let bounds = match (phase, place.first, last) {
            (Some(Modifier::Start), Value::Year(_), _) => start,
            (Some(Modifier::End), _, Value::Year(_)) => end,
            _ => start.zip(end).map(|(a, b)| (a.0, b.1)),
        };
        Answer::new(DateType::Date, value).with(bounds)
    }

    /// The clock reading moved by the part of the day, and the day it falls on.
    pub(super) fn timed(&self, place: &Place) -> Option<(Value, Clock)> {
        let clock = place.clock?;
        let (hour, next) = hour_of(clock.hour, place.part);
        let day = match (next, place.first) {
            (true, Value::Day(d)) => d.tomorrow().map_or(place.first, Value::Day),
            _ => place.first,
        };
        Some((day, Clock { hour, ..clock }))
    }
}

/// The hour on the 24-hour clock, and whether it falls on the next day: 晚上8点 is 20, 晚上12点 is 24.
pub(super) fn hour_of(hour: u8, part: Option<Part>) -> (u8, bool) {
    match (part, hour) {
        (Some(Part::Afternoon), 1..=11) => (hour + 12, false),
        (Some(Part::Evening), 4..=11) => (hour + 12, false),
        (Some(Part::Evening), 1..=3) => (hour, true),
        (Some(Part::Evening), 12) => (0, true),
        (Some(Part::Night), 7..=11) => (hour + 12, false),
        (Some(Part::Night), 12) => (0, true),
        (Some(Part::Midday), 1..=5) => (hour + 12, false),
        (Some(Part::SmallHours), 12) => (0, false),
        (_, 24) => (24, false),
        _ => (hour, false),
    }
}

/// The date-time of a clock reading, where its day is known.
fn moment(day: Value, time: Clock) -> Option<ShortText> {
    let Value::Day(date) = day else { return None };
    let (date, hour) = if time.hour == 24 { (date.tomorrow().ok()?, 0) } else { (date, time.hour) };
    let mut text = iso(date);
    append_time(&mut text, Clock { hour, ..time });
    Some(text)
}

/// `T09:30`, and the seconds where they were read.
fn append_time(to: &mut ShortText, time: Clock) {
    let parts = [('T', Some(time.hour)), (':', Some(time.minute)), (':', time.second)];
    for (mark, part) in parts {
        if let Some(part) = part {
            to.push(mark);
            append_two(to, part);
        }
    }
}

pub(super) fn print_moment(moment: DateTime) -> ShortText {
    let [hour, minute, second] = [moment.hour(), moment.minute(), moment.second()].map(|n| n as u8);
    let mut text = iso(moment.date());
    append_time(&mut text, Clock { hour, minute, second: (second > 0).then_some(second) });
    text
}
