//! Reading, extracting and writing at the same time, in bounded memory and in the order of the input.
//!
//! The calling thread reads; a pool extracts; a third thread writes batches in the order in which they were read. How
//! much may be under way at once is counted in bytes of input: a reader that is ahead waits for the writer. This is
//! the only module that knows of threads.

use crate::engine::{Batch, Engine, Sheet, complete, sheets};
use crate::read::row::FieldMap;
use crate::read::{Inputs, Item, Notice, Reason, Severity};
use crate::record::Record;
use crate::split::Article;
use crate::stage::{Clock, Stage, Times};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

/// About how many bytes of input make a batch.
const BATCH: usize = 256 << 10;
/// Items in a batch at most.
const ITEMS: usize = 1024;
/// Batches under way for each thread.
const AHEAD: usize = 8;

/// What an item weighs besides its bytes.
const OVERHEAD: usize = 512;

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
    fn add(&mut self, other: Summary) {
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

    fn of(record: &Record) -> Self {
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

    fn add(&mut self, other: Mentions) {
        self.0.iter_mut().zip(other.0).for_each(|(sum, number)| *sum += number);
    }

    /// Each field and its number.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, usize)> + '_ {
        Self::FIELDS.into_iter().zip(self.0)
    }
}

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
        match catch_unwind(AssertUnwindSafe(|| self.engine.found(&sheets, &mut clock))) {
            Ok(found) => {
                complete(sheets, found).for_each(|record| self.record(&record, done));
                clock.lap(Stage::Encode);
            }
            // Once more, sheet by sheet, and then article by article, without the page's help.
            Err(_) if sheets.len() > 1 => {
                sheets.into_iter().for_each(|sheet| self.extract(vec![sheet], done));
            }
            Err(_) => {
                for Sheet { path, articles, .. } in sheets {
                    let alone = articles.len() == 1;
                    for article in articles {
                        match alone {
                            true => done.fault(&path, article.lines, article.number),
                            false => self.extract(vec![Sheet::alone(article, &path)], done),
                        }
                    }
                }
            }
        }
        done.summary.times.add(clock.times);
    }

    fn record(&self, record: &Record, done: &mut Done) {
        let length = done.out.len();
        match catch_unwind(AssertUnwindSafe(|| (self.encode)(&mut done.out, record))) {
            Ok(Ok(())) => {
                let digest = u128::from_str_radix(&record.digest, 16).unwrap_or_default();
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

/// What is told where a rule panicked.
fn fault(path: &str, what: &str) -> Notice {
    let message = format!("{what} is left out: a fault in jianbao; please report it");
    Notice { severity: Severity::Damaged, reason: Reason::Fault, path: path.to_owned(), line: None, message }
}

/// A batch, extracted.
#[derive(Default)]
struct Done {
    weight: usize,
    out: Vec<u8>,
    /// The records in `out`.
    pieces: Vec<Piece>,
    notices: Vec<Notice>,
    summary: Summary,
}

/// A record, encoded.
struct Piece {
    digest: u128,
    length: usize,
    mentions: Mentions,
}

impl Done {
    /// Leaves out an article that a rule panicked on.
    fn fault(&mut self, path: &str, lines: Option<(usize, usize)>, number: usize) {
        let line = lines.map(|(first, _)| first);
        self.notice(Notice { line, ..fault(path, &format!("article {number}")) });
    }

    fn notice(&mut self, notice: Notice) {
        let failed = notice.severity != Severity::Skipped;
        *(if failed { &mut self.summary.failed } else { &mut self.summary.skipped }) += 1;
        *self.summary.reasons.entry((failed, notice.reason)).or_default() += 1;
        self.notices.push(notice);
    }

    fn append(&mut self, other: Done) {
        self.out.extend_from_slice(&other.out);
        self.pieces.extend(other.pieces);
        self.notices.extend(other.notices);
        self.summary.add(other.summary);
    }
}

/// Puts batches in their order, and out.
struct Writer<'w, W> {
    out: &'w mut W,
    observer: &'w mut dyn Observer,
    seen: Option<HashSet<u128>>,
    timed: bool,
    summary: Summary,
}

impl<W: Write> Writer<'_, W> {
    fn run(
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
        let mut at = 0;
        for piece in &done.pieces {
            let record = &done.out[at..at + piece.length];
            at += piece.length;
            if self.seen.as_mut().is_none_or(|seen| seen.insert(piece.digest)) {
                self.out.write_all(record)?;
                self.summary.records += 1;
                self.summary.mentions.add(piece.mentions);
            } else {
                self.summary.duplicates += 1;
            }
        }
        Ok(())
    }
}

/// What the writer has done with serves the next batches: fresh memory costs a fault of the page every 4 KiB.
#[derive(Default)]
struct Buffers(Mutex<Vec<Vec<u8>>>);

impl Buffers {
    /// Larger ones, of a large page, are not kept.
    const LIMIT: usize = 16 * BATCH;

    fn take(&self) -> Vec<u8> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    fn give(&self, mut buffer: Vec<u8>) {
        if buffer.capacity() <= Self::LIMIT {
            buffer.clear();
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(buffer);
        }
    }
}

/// How many bytes may still be read ahead.
struct Budget {
    free: Mutex<usize>,
    all: usize,
    given: Condvar,
}

impl Budget {
    fn new(all: usize) -> Self {
        Budget { free: Mutex::new(all), all, given: Condvar::new() }
    }

    /// Waits until `size` bytes are free, or, for more than there are, until all are. Returns what it took.
    fn take(&self, size: usize) -> usize {
        let weight = size.min(self.all);
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free =
            self.given.wait_while(free, |free| *free < weight).unwrap_or_else(PoisonError::into_inner);
        *free -= weight;
        weight
    }

    fn give(&self, weight: usize) {
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) += weight;
        self.given.notify_all();
    }

    /// Lets nobody wait any more.
    fn open(&self) {
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) = usize::MAX / 2;
        self.given.notify_all();
    }
}
