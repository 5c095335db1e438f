//! Where the time of a run goes: a stop-watch that notes, at the end of each stage, how long it took.

use std::time::{Duration, Instant};

/// A stage of the work on articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Opening, unpacking and cutting inputs into pieces, on the reading thread.
    Read,
    /// Decoding, rows, and the splitting of pages.
    Split,
    /// Characters, anchors.
    Document,
    /// What the articles of a page say together.
    Page,
    /// `correspondents` and `dateline`.
    Correspondents,
    /// `communities`.
    Communities,
    /// `dates`.
    Dates,
    /// `counts`.
    Counts,
    /// `people`.
    People,
    /// `organizations`.
    Organizations,
    /// `activities`.
    Activities,
    /// `works`.
    Works,
    /// What is left of a record, and its bytes.
    Encode,
    /// Handing the bytes to the output, on the writing thread.
    Write,
}

impl Stage {
    /// All stages, in the order of the work, with what they are called.
    pub const ALL: [(Stage, &'static str); 14] = [
        (Stage::Read, "read"),
        (Stage::Split, "split"),
        (Stage::Document, "document"),
        (Stage::Page, "page"),
        (Stage::Correspondents, "correspondents"),
        (Stage::Communities, "communities"),
        (Stage::Dates, "dates"),
        (Stage::Counts, "counts"),
        (Stage::People, "people"),
        (Stage::Organizations, "organizations"),
        (Stage::Activities, "activities"),
        (Stage::Works, "works"),
        (Stage::Encode, "encode"),
        (Stage::Write, "write"),
    ];
}

/// How long each stage took, summed over threads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times([Duration; Stage::ALL.len()]);

impl Times {
    /// Adds what others measured.
    pub fn add(&mut self, other: Times) {
        self.0.iter_mut().zip(other.0).for_each(|(sum, time)| *sum += time);
    }

    /// Each stage's name and time.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Duration)> + '_ {
        Stage::ALL.into_iter().map(|(stage, name)| (name, self.0[stage as usize]))
    }

    /// The time of all stages.
    pub fn total(&self) -> Duration {
        self.0.iter().sum()
    }
}

/// A stop-watch for one thread; one that is off costs nothing.
///
/// ```
/// use jianbao::stage::{Clock, Stage};
/// let mut clock = Clock::new(true);
/// clock.lap(Stage::Split);
/// assert_eq!(clock.times.total(), clock.times.iter().find(|(name, _)| *name == "split").unwrap().1);
/// let mut off = Clock::new(false);
/// off.lap(Stage::Split);
/// assert!(off.times.total().is_zero());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    last: Option<Instant>,
    /// What was measured.
    pub times: Times,
}

impl Clock {
    /// A clock that measures from now on, or never.
    pub fn new(on: bool) -> Self {
        Clock { last: on.then(Instant::now), times: Times::default() }
    }

    /// Counts the time since the last lap for `stage`.
    pub fn lap(&mut self, stage: Stage) {
        if let Some(last) = &mut self.last {
            let now = Instant::now();
            self.times.0[stage as usize] += now - *last;
            *last = now;
        }
    }

    /// Counts the time since the last lap for nothing: it was spent waiting.
    pub fn skip(&mut self) {
        if let Some(last) = &mut self.last {
            *last = Instant::now();
        }
    }
}
