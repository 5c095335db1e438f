//! How much may be under way at once, and the memory that it lies in.

use super::BATCH;
use std::sync::{Condvar, Mutex, PoisonError};

/// What the writer has done with serves the next batches: fresh memory costs a fault of the page every 4 KiB.
#[derive(Default)]
pub(super) struct Buffers(Mutex<Vec<Vec<u8>>>);

impl Buffers {
    /// Larger ones, of a large page, are not kept.
    const LIMIT: usize = 16 * BATCH;
    /// Records are some twice as long as rows.
    const FIRST: usize = 3 * BATCH;

    pub(super) fn take(&self) -> Vec<u8> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        kept.unwrap_or_else(|| Vec::with_capacity(Self::FIRST))
    }

    pub(super) fn give(&self, mut buffer: Vec<u8>) {
        if buffer.capacity() <= Self::LIMIT {
            buffer.clear();
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(buffer);
        }
    }
}

/// How many bytes may still be read ahead.
pub(super) struct Budget {
    free: Mutex<usize>,
    all: usize,
    given: Condvar,
}

impl Budget {
    pub(super) fn new(all: usize) -> Self {
        Budget { free: Mutex::new(all), all, given: Condvar::new() }
    }

    /// Waits until `size` bytes are free, or, for more than there are, until all are. Returns what it took.
    pub(super) fn take(&self, size: usize) -> usize {
        let weight = size.min(self.all);
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free =
            self.given.wait_while(free, |free| *free < weight).unwrap_or_else(PoisonError::into_inner);
        *free -= weight;
        weight
    }

    pub(super) fn give(&self, weight: usize) {
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) += weight;
        self.given.notify_all();
    }

    /// Lets nobody wait any more.
    pub(super) fn open(&self) {
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) = usize::MAX / 2;
        self.given.notify_all();
    }
}
