//! What a run amounted to, in numbers.

use crate::read::Reason;
use crate::record::Record;
use crate::stage::Times;
use std::collections::BTreeMap;

/// What a run amounted to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Inputs that could be read.
    pub inputs: usize,
    /// Those of them that are pages.
    pub pages: usize,
    /// Records written.
    pub records: usize,
    /// Records left out because their text was written before.
    pub duplicates: usize,
    /// Notices of what was left out on purpose.
    pub skipped: usize,
    /// Notices of inputs, or parts of them, that could not be used as they are.
    pub failed: usize,
    /// The same notices by kind; `true` those that failed.
    pub reasons: BTreeMap<(bool, Reason), usize>,
    /// Bytes of input, unpacked.
    pub bytes: u64,
    /// Mentions in the records written.
    pub mentions: Mentions,
    /// Where the time went, if that was asked for.
    pub times: Times,
    /// Whether the run was stopped before its end.
    pub interrupted: bool,
}

impl Summary {
    pub(super) fn add(&mut self, other: Summary) {
        self.inputs += other.inputs;
        self.pages += other.pages;
        self.records += other.records;
        self.skipped += other.skipped;
        self.failed += other.failed;
        self.bytes += other.bytes;
        self.times.add(other.times);
        for (reason, number) in other.reasons {
            *self.reasons.entry(reason).or_default() += number;
        }
    }
}

/// How many mentions there are in each field of records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mentions([usize; 8]);

impl Mentions {
    /// The fields, in the order of the record.
    const FIELDS: [&'static str; 8] = [
        "correspondents",
        "communities",
        "dates",
        "counts",
        "people",
        "organizations",
        "activities",
        "works",
    ];

    pub(super) fn of(record: &Record) -> Self {
        Mentions([
            record.correspondents.len(),
            record.communities.len(),
            record.dates.len(),
            record.counts.len(),
            record.people.len(),
            record.organizations.len(),
            record.activities.len(),
            record.works.len(),
        ])
    }

    pub(super) fn add(&mut self, other: Mentions) {
        self.0.iter_mut().zip(other.0).for_each(|(sum, number)| *sum += number);
    }

    /// Each field and its number.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, usize)> + '_ {
        Self::FIELDS.into_iter().zip(self.0)
    }
}
