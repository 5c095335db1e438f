//! What the writing thread does.

use super::batch::Done;
use super::flow::{Budget, Buffers};
use super::{Observer, Summary};
use crate::stage::{Clock, Stage};
use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};
use std::sync::mpsc;

/// Puts batches in their order, and out.
pub(super) struct Writer<'w, W> {
    pub(super) out: &'w mut W,
    pub(super) observer: &'w mut dyn Observer,
    pub(super) seen: Option<HashSet<u128>>,
    pub(super) timed: bool,
    pub(super) summary: Summary,
}

impl<W: Write> Writer<'_, W> {
    pub(super) fn run(
        mut self,
        receiver: mpsc::Receiver<(usize, Done)>,
        budget: &Budget,
        buffers: &Buffers,
    ) -> io::Result<Summary> {
        let mut early = BTreeMap::new();
        let mut next = 0;
        for (number, done) in &receiver {
            early.insert(number, done);
            while let Some(done) = early.remove(&next) {
                next += 1;
                let mut clock = Clock::new(self.timed);
                self.pieces(&done)?;
                clock.lap(Stage::Write);
                self.summary.times.add(clock.times);
                done.notices.into_iter().for_each(|notice| self.observer.notice(notice));
                self.summary.add(done.summary);
                self.observer.progress(&self.summary);
                buffers.give(done.out);
                budget.give(done.weight);
            }
        }
        Ok(self.summary)
    }

    fn pieces(&mut self, done: &Done) -> io::Result<()> {
        // Records that stand together go out together.
        let (mut from, mut at) = (0, 0);
        for piece in &done.pieces {
            let end = at + piece.length;
            if self.seen.as_mut().is_none_or(|seen| seen.insert(piece.digest)) {
                self.summary.records += 1;
                self.summary.mentions.add(piece.mentions);
            } else {
                self.summary.duplicates += 1;
                self.out.write_all(&done.out[from..at])?;
                from = end;
            }
            at = end;
        }
        self.out.write_all(&done.out[from..at])
    }
}
