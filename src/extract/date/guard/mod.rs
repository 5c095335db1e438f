//! What is not time: the neighbours that make a number, a weekday or a festival's name something else.

mod length;
mod number;
mod word;

pub(super) use length::{does_more, lasts_days, not_a_length, not_measured};
pub(super) use number::{is_span_of_years, month_only, not_a_day, not_a_month, starts_alone};
pub(super) use word::{
    begins_inner_word, begins_word, day_name, goes_on, is_called, is_kind, is_name_part, is_snow, is_surname,
    is_weather, names, names_season, not_a_festival, not_a_weekday, of_some_year, phase_alone, quoted_name,
};
