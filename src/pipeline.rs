//! Reading, extracting and writing at the same time, in bounded memory and in the order of the input.
//!
//! The calling thread reads; a pool extracts; a third thread writes batches in the order in which they were read. How
//! much may be under way at once is counted in bytes of input: a reader that is ahead waits for the writer. This is
//! the only module that knows of threads.

use crate::engine::Engine;
use crate::read::row::FieldMap;
use crate::read::{Item, Notice, Severity};
use crate::record::Record;
use crate::resolve::scene::Page;
use crate::split::Article;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, mpsc};

/// About how many bytes of input make a batch.
const BATCH: usize = 256 << 10;
/// Batches under way for each thread.
const AHEAD: usize = 8;

/// What an item weighs besides its bytes.
const OVERHEAD: usize = 512;

/// What a run amounted to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Inputs that could be read.
    pub inputs: usize,
    /// Records written.
    pub records: usize,
    /// Notices of what was left out on purpose.
    pub skipped: usize,
    /// Notices of inputs, or parts of them, that could not be used.
    pub failed: usize,
    /// Bytes of input.
    pub bytes: u64,
}

impl Summary {
    fn add(&mut self, other: Summary) {
        self.inputs += other.inputs;
        self.records += other.records;
        self.skipped += other.skipped;
        self.failed += other.failed;
        self.bytes += other.bytes;
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
    /// The keys of rows.
    pub fields: &'a FieldMap,
    /// Threads that extract, at least 1.
    pub threads: usize,
    /// How a record is appended to the output.
    pub encode: fn(&mut Vec<u8>, &Record) -> io::Result<()>,
}

impl Pipeline<'_> {
    /// Runs to the end of `items`. The bytes written are the same for any number of threads.
    ///
    /// # Errors
    ///
    /// Only those of writing and of starting threads: what is wrong with an input goes to `observer`.
    pub fn run<W: Write + Send>(
        &self,
        items: impl IntoIterator<Item = Item>,
        out: &mut W,
        observer: &mut dyn Observer,
    ) -> io::Result<Summary> {
        let threads = self.threads.max(1);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)?;
        let budget = Budget::new(threads * AHEAD * BATCH);
        let stopped = AtomicBool::new(false);
        let (sender, receiver) = mpsc::channel();
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| {
                let result = write(receiver, out, observer, &budget);
                stopped.store(true, Ordering::Relaxed);
                budget.open();
                result
            });
            pool.in_place_scope(|scope| {
                for (number, batch) in Batches(items.into_iter()).enumerate() {
                    let weight = budget.take(batch.iter().map(|item| item.size() + OVERHEAD).sum());
                    if stopped.load(Ordering::Relaxed) {
                        break;
                    }
                    let sender = sender.clone();
                    scope.spawn(move |_| {
                        let mut done = Done { weight, ..Done::default() };
                        batch.into_iter().for_each(|item| self.item(item, &mut done));
                        // The writer is gone only where it failed, and has said why.
                        let _ = sender.send((number, done));
                    });
                }
            });
            drop(sender);
            writer.join().unwrap_or_else(|_| Err(io::Error::other("the writing thread failed")))
        })
    }

    fn item(&self, item: Item, done: &mut Done) {
        let (path, bytes, is_first) = (item.path().clone(), item.size(), item.is_first());
        done.summary.bytes += bytes as u64;
        let found = item.articles(self.fields);
        let unreadable =
            |f: &Result<Article, Notice>| matches!(f, Err(n) if n.severity == Severity::Unreadable);
        let unread = |f: &Result<Article, Notice>| {
            matches!(f, Err(n) if n.severity == Severity::Skipped) && bytes == 0
        };
        done.summary.inputs += usize::from(is_first && !found.iter().any(|f| unreadable(f) || unread(f)));
        let pages = self.pages(&found);
        if bytes > 2 * BATCH {
            // A big page would keep all others waiting.
            let parts: Vec<Done> = (found.into_par_iter().zip(pages))
                .fold(Done::default, |mut done, (found, page)| {
                    self.article(found, &path, page.as_deref(), &mut done);
                    done
                })
                .collect();
            parts.into_iter().for_each(|part| done.append(part));
        } else {
            let each = found.into_iter().zip(pages);
            each.for_each(|(found, page)| self.article(found, &path, page.as_deref(), done));
        }
    }

    /// What the page of each article says, before any of them is extracted.
    fn pages(&self, found: &[Result<Article, Notice>]) -> Vec<Option<Arc<Page>>> {
        let articles: Vec<&Article> = found.iter().flatten().collect();
        // A fault in a rule costs the page's help, not the page.
        let attempt = catch_unwind(AssertUnwindSafe(|| self.engine.pages(&articles)));
        let mut pages = attempt.unwrap_or_default().into_iter();
        found.iter().map(|f| f.as_ref().ok().and_then(|_| pages.next().flatten())).collect()
    }

    fn article(&self, found: Result<Article, Notice>, path: &str, page: Option<&Page>, done: &mut Done) {
        let (line, number) = match &found {
            Ok(article) => (article.lines.map(|(first, _)| first), article.number),
            Err(_) => (None, 0),
        };
        let written = found.and_then(|article| {
            let length = done.out.len();
            // A fault in a rule must not cost a century of newspapers.
            let attempt = catch_unwind(AssertUnwindSafe(|| {
                let record = self.engine.record_on(article, path, page);
                (self.encode)(&mut done.out, &record)
            }));
            if let Ok(Ok(())) = attempt {
                return Ok(());
            }
            done.out.truncate(length);
            let message = format!("article {number} is left out: a fault in jianbao; please report it");
            Err(Notice { line, ..Notice::new(Severity::Damaged, path, message) })
        });
        match written {
            Ok(()) => done.summary.records += 1,
            Err(notice) => {
                match notice.severity {
                    Severity::Skipped => done.summary.skipped += 1,
                    Severity::Damaged | Severity::Unreadable => done.summary.failed += 1,
                }
                done.notices.push(notice);
            }
        }
    }
}

/// Items together, so that each batch is worth a task.
struct Batches<I>(I);

impl<I: Iterator<Item = Item>> Iterator for Batches<I> {
    type Item = Vec<Item>;

    fn next(&mut self) -> Option<Vec<Item>> {
        let mut size = 0;
        let mut batch = Vec::new();
        while size < BATCH && batch.len() < 1024 {
            let Some(item) = self.0.next() else { break };
            size += item.size();
            batch.push(item);
        }
        (!batch.is_empty()).then_some(batch)
    }
}

/// A batch, extracted.
#[derive(Default)]
struct Done {
    weight: usize,
    out: Vec<u8>,
    notices: Vec<Notice>,
    summary: Summary,
}

impl Done {
    fn append(&mut self, other: Done) {
        self.out.extend_from_slice(&other.out);
        self.notices.extend(other.notices);
        self.summary.add(other.summary);
    }
}

fn write(
    receiver: mpsc::Receiver<(usize, Done)>,
    out: &mut impl Write,
    observer: &mut dyn Observer,
    budget: &Budget,
) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (number, done) in &receiver {
        early.insert(number, done);
        while let Some(done) = early.remove(&next) {
            next += 1;
            out.write_all(&done.out)?;
            done.notices.into_iter().for_each(|notice| observer.notice(notice));
            summary.add(done.summary);
            observer.progress(&summary);
            budget.give(done.weight);
        }
    }
    Ok(summary)
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
