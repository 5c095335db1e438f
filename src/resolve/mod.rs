//! What mentions mean and which of them stay: values, divisions, overlaps.

pub mod division;
pub mod overlap;
