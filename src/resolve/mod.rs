//! What mentions mean and which of them stay: values, divisions, overlaps.

pub(crate) mod company;
pub(crate) mod date;
pub mod division;
pub(crate) mod lunar;
pub mod overlap;
pub mod scene;
mod search;
mod told;
pub(crate) mod value;
