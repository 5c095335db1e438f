//! What was unpacked last is kept for whoever asks next: the articles of a page name the same places over and over.

use std::cell::RefCell;
use std::thread::LocalKey;

/// How much is kept: a power of two.
const SLOTS: usize = 1024;

/// What was unpacked from one place each.
pub(super) struct Memo<T> {
    slots: Vec<Slot<T>>,
}

/// The place and what was unpacked from it.
type Slot<T> = ((usize, usize), T);

impl<T> Memo<T> {
    pub(super) const fn new() -> Self {
        Memo { slots: Vec::new() }
    }
}

/// Hands to `read` what stands at a place of packed data, which `unpack` puts into an empty or outdated value.
pub(super) fn with<T: Default, R>(
    memo: &'static LocalKey<RefCell<Memo<T>>>,
    data: &[u8],
    place: usize,
    unpack: impl FnOnce(&mut T),
    read: impl FnOnce(&T) -> R,
) -> R {
    let key = (data.as_ptr() as usize, place);
    let slot = place.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32 & (SLOTS - 1);
    let (kept, mut value) = memo.with_borrow_mut(|memo| {
        if memo.slots.is_empty() {
            memo.slots.resize_with(SLOTS, Slot::default);
        }
        std::mem::take(&mut memo.slots[slot])
    });
    if kept != key {
        unpack(&mut value);
    }
    let result = read(&value);
    memo.with_borrow_mut(|memo| memo.slots[slot] = (key, value));
    result
}

/// Names with something about each, in one piece.
#[derive(Debug, Default)]
pub(super) struct Names<T> {
    chars: Vec<char>,
    /// Where each name ends, and what is told of it.
    rows: Vec<(u32, T)>,
}

impl<T: Copy> Names<T> {
    pub(super) fn clear(&mut self) {
        self.chars.clear();
        self.rows.clear();
    }

    /// Adds a name whose characters `write` appends.
    pub(super) fn push(&mut self, told: T, write: impl FnOnce(&mut Vec<char>)) {
        write(&mut self.chars);
        self.rows.push((self.chars.len() as u32, told));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (T, &[char])> {
        let mut start = 0;
        self.rows.iter().map(move |&(end, told)| {
            let name = &self.chars[start..end as usize];
            start = end as usize;
            (told, name)
        })
    }
}
