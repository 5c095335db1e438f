//! Reading, extracting and writing at the same time, in bounded memory and in the order of the input.
//!
//! The calling thread reads; a pool extracts; a third thread writes batches in the order in which they were read. How
//! much may be under way at once is counted in bytes of input: a reader that is ahead waits for the writer. This is
//! the only module that knows of threads.

mod batch;
mod flow;
mod rescue;
mod summary;
mod writer;

use crate::engine::{Batch, Engine, Sheet, complete, sheets};
use crate::read::row::FieldMap;
use crate::read::{Inputs, Item, Notice, Severity};
use crate::record::Record;
use crate::split::Article;
use crate::stage::{Clock, Stage};
use batch::{Done, Piece, fault};
use flow::{Budget, Buffers};
use rayon::prelude::*;
use rescue::Outcome;
use std::collections::HashSet;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
pub use summary::{Mentions, Summary};
use writer::Writer;

/// About how many bytes of input make a batch.
const BATCH: usize = 256 << 10;
/// Items in a batch at most.
const ITEMS: usize = 1024;
/// Batches under way for each thread.
const AHEAD: usize = 8;

/// What an item weighs besides its bytes.
const OVERHEAD: usize = 512;

/// Follows a run from the writing thread, in the order of the input.
pub trait Observer: Send {
    /// Something could not be used.
    fn notice(&mut self, notice: Notice);

    /// The records so far are written.
    fn progress(&mut self, _: &Summary) {}
}

/// Turns items into records and writes them.
#[derive(Debug)]
pub struct Pipeline<'a> {
    /// What extracts.
    pub engine: &'a Engine,
    /// Threads that extract, at least 1.
    pub threads: usize,
    /// How a record is appended to the output.
    pub encode: fn(&mut Vec<u8>, &Record) -> io::Result<()>,
    /// Where a record is left out whose text was written before: the digests of what is written already.
    pub seen: Option<HashSet<u128>>,
    /// Whether to measure what each stage takes.
    pub timed: bool,
    /// Ends the run early where it becomes `true`: what was read until then is still written.
    pub stop: Option<&'a AtomicBool>,
}

impl Pipeline<'_> {
    /// Runs to the end of `inputs`. The bytes written are the same for any number of threads.
    ///
    /// # Errors
    ///
    /// Only those of writing and of starting threads: what is wrong with an input goes to `observer`.
    pub fn run<W: Write + Send>(
        mut self,
        inputs: Inputs<'_>,
        out: &mut W,
        observer: &mut dyn Observer,
    ) -> io::Result<Summary> {
        let threads = self.threads.max(1);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)?;
        let budget = Budget::new(threads * AHEAD * BATCH);
        let buffers = Buffers::default();
        let failed = AtomicBool::new(false);
        let (sender, receiver) = mpsc::channel();
        let writer =
            Writer { out, observer, seen: self.seen.take(), timed: self.timed, summary: Summary::default() };
        let (this, fields) = (&self, inputs.fields());
        let (budget, buffers, failed) = (&budget, &buffers, &failed);
        let mut interrupted = false;
        let mut clock = Clock::new(self.timed);
        let result = std::thread::scope(|scope| {
            let writer = scope.spawn(move || {
                let result = writer.run(receiver, budget, buffers);
                failed.store(true, Ordering::Relaxed);
                budget.open();
                result
            });
            pool.in_place_scope(|scope| {
                let mut number = 0;
                let mut dispatch = |batch: Vec<Item>| {
                    let weight = budget.take(batch.iter().map(|item| item.size() + OVERHEAD).sum());
                    if failed.load(Ordering::Relaxed) {
                        return ControlFlow::Break(());
                    }
                    let (sender, at) = (sender.clone(), number);
                    number += 1;
                    scope.spawn(move |_| {
                        let mut done = Done { weight, out: buffers.take(), ..Done::default() };
                        this.items(batch, fields, &mut done);
                        // The writer is gone only where it failed, and has said why.
                        let _ = sender.send((at, done));
                    });
                    ControlFlow::Continue(())
                };
                let (mut batch, mut size) = (Vec::new(), 0);
                inputs.each(&mut |item| {
                    clock.lap(Stage::Read);
                    size += item.size();
                    batch.push(item);
                    if this.stop.is_some_and(|stop| stop.load(Ordering::Relaxed)) {
                        interrupted = true;
                        return ControlFlow::Break(());
                    }
                    if size < BATCH && batch.len() < ITEMS {
                        return ControlFlow::Continue(());
                    }
                    size = 0;
                    let flow = dispatch(std::mem::take(&mut batch));
                    clock.skip();
                    flow
                });
                if !batch.is_empty() {
                    let _ = dispatch(batch);
                }
            });
            drop(sender);
            writer.join().unwrap_or_else(|_| Err(io::Error::other("the writing thread failed")))
        });
        result.map(|mut summary| {
            summary.times.add(clock.times);
            Summary { interrupted, ..summary }
        })
    }

    fn items(&self, items: Vec<Item>, fields: &FieldMap, done: &mut Done) {
        let mut batch = Batch::default();
        for item in items {
            // A big page would keep all others waiting.
            let is_big = item.size() > 2 * BATCH;
            let sheets = self.sheets(item, fields, done);
            if is_big {
                self.extract(batch.take(), done);
                let parts: Vec<Done> = (sheets.into_par_iter())
                    .fold(Done::default, |mut done, sheet| {
                        self.extract(vec![sheet], &mut done);
                        done
                    })
                    .collect();
                parts.into_iter().for_each(|part| done.append(part));
                continue;
            }
            for sheet in sheets {
                if let Some(full) = batch.add(sheet) {
                    self.extract(full, done);
                }
            }
        }
        self.extract(batch.take(), done);
    }

    /// The articles of an item.
    fn sheets(&self, item: Item, fields: &FieldMap, done: &mut Done) -> Vec<Sheet> {
        let (path, bytes) = (item.path().clone(), item.size());
        let (is_first, is_page) = (item.is_first(), item.is_page());
        done.summary.bytes += bytes as u64;
        let mut clock = Clock::new(self.timed);
        // A fault in a rule must not cost a century of newspapers.
        let found = catch_unwind(AssertUnwindSafe(|| item.articles(fields)));
        clock.lap(Stage::Split);
        let found = found.unwrap_or_else(|_| vec![Err(fault(&path, "a piece of it"))]);
        let unreadable =
            |f: &Result<Article, Notice>| matches!(f, Err(n) if n.severity == Severity::Unreadable);
        let unread = |f: &Result<Article, Notice>| {
            matches!(f, Err(n) if n.severity == Severity::Skipped) && bytes == 0
        };
        if is_first && !found.iter().any(|f| unreadable(f) || unread(f)) {
            done.summary.inputs += 1;
            done.summary.pages += usize::from(is_page);
        }
        let articles =
            found.into_iter().filter_map(|f| f.map_err(|notice| done.notice(notice)).ok()).collect();
        let sheets = sheets(articles, &path);
        clock.lap(Stage::Split);
        done.summary.times.add(clock.times);
        sheets
    }

    fn extract(&self, sheets: Vec<Sheet>, done: &mut Done) {
        let mut clock = Clock::new(self.timed);
        for outcome in rescue::find(sheets, &mut |sheets| self.engine.found(sheets, &mut clock)) {
            match outcome {
                Outcome::Found(sheets, found) => {
                    done.pieces.reserve(found.len());
                    complete(sheets, found).for_each(|record| self.record(&record, done));
                }
                Outcome::Lost { path, article, lines } => done.fault(&path, lines, article),
            }
        }
        clock.lap(Stage::Encode);
        done.summary.times.add(clock.times);
    }

    fn record(&self, record: &Record, done: &mut Done) {
        let length = done.out.len();
        match catch_unwind(AssertUnwindSafe(|| (self.encode)(&mut done.out, record))) {
            Ok(Ok(())) => {
                let digest = number_of(&record.digest);
                let mentions = Mentions::of(record);
                done.pieces.push(Piece { digest, mentions, length: done.out.len() - length });
            }
            _ => {
                done.out.truncate(length);
                done.fault(&record.source.path, record.source.lines, record.source.article);
            }
        }
    }
}

/// The number that a digest is in hex.
fn number_of(digest: &str) -> u128 {
    u128::from_str_radix(digest, 16).unwrap_or_default()
}
