//! What mentions mean and which of them stay: values, overlaps.

pub mod overlap;
