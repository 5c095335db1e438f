//! Scores records against labelled ones, field by field, and names every difference.
//!
//! A *gold* record is a record of which any key may be absent: what is absent is not judged. A gold mention may carry
//! `"optional": true` (neither rewarded nor punished), `"alt": [other accepted surfaces]` and `"<key>_alt": [other
//! accepted values of that key]`. Both sides are JSON objects here, not [`Record`](crate::record::Record)s, so that
//! the records of other programs can be scored as well.

mod difference;
mod field;
mod gold;
mod lint;
mod matching;
mod pairing;
mod report;
mod run;
mod score;
mod similarity;
mod stored;

pub use difference::{Difference, Kind, Place};
pub use field::{FIELDS, Field};
pub use gold::{Gold, load_records};
pub use lint::{problems, structure_problems};
pub use report::{json, text};
pub use run::score;
pub use score::{Accuracy, Evaluation, FieldScore, PageScore, Structure, Tally, evaluate};
pub use stored::{Fall, Stored};
