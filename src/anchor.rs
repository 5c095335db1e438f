//! How a text is prepared: a table lookup a character tells the form that rules match on, another where a mention may begin.
//!
//! Most characters of a newspaper begin nothing. Each extractor says ahead which characters, pairs of characters and
//! words its mentions begin with (`Anchors::single`, `pair`, `product`,
//! `word`); [`Document::seek`](crate::Document::seek) then goes from one such place to the next. An
//! anchor promises nothing: pairs are hashed, so that one place in a hundred is none. The rules look again.

use crate::chars::{self, Forms};
use crate::{Document, extract};
use std::cell::RefCell;
use std::iter;
use std::sync::OnceLock;

/// A field of the record whose extractor starts from anchors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Field {
    /// `dates`.
    Date = 1 << 0,
    /// `counts`.
    Count = 1 << 1,
    /// `communities`: the first character of a suffix.
    Community = 1 << 2,
    /// `people`.
    Person = 1 << 3,
    /// `organizations`.
    Organization = 1 << 4,
    /// `activities`.
    Activity = 1 << 5,
    /// `works`.
    Work = 1 << 6,
    /// `correspondents` and `dateline`.
    Correspondent = 1 << 7,
}

/// What is known of a character of the basic plane.
#[derive(Clone, Copy, Default)]
#[repr(align(8))]
struct Entry {
    /// Groups of [`Anchors::product`] that it is a left member of.
    left: u16,
    /// Groups that it is a right member of.
    right: u16,
    /// Fields whose mentions it may begin, whatever follows.
    single: u8,
    /// Fields that have a hashed pair beginning with it.
    leads: u8,
}

/// The table of anchors.
pub struct Anchors {
    entries: Box<[Entry; PLANE]>,
    pairs: Box<[u8]>,
    /// The field of each product.
    groups: Vec<u8>,
}

const PLANE: usize = 0x1_0000;
const GROUPS: usize = 16;

const fn hash(a: char, b: char) -> usize {
    ((a as u32).wrapping_mul(0x9E37_79B1) >> 7 ^ (b as u32).wrapping_mul(0x85EB_CA6B) >> 11) as usize
        & (PLANE - 1)
}

impl Anchors {
    /// The anchors of all extractors, built at first use.
    pub(crate) fn get() -> &'static Anchors {
        static ANCHORS: OnceLock<Anchors> = OnceLock::new();
        ANCHORS.get_or_init(|| {
            let mut anchors = Anchors {
                entries: Box::new([Entry::default(); PLANE]),
                pairs: vec![0; PLANE].into(),
                groups: Vec::new(),
            };
            extract::date::anchors(&mut anchors);
            extract::count::anchors(&mut anchors);
            extract::community::anchors(&mut anchors);
            extract::organization::anchors(&mut anchors);
            extract::activity::anchors(&mut anchors);
            extract::work::anchors(&mut anchors);
            extract::person::anchors(&mut anchors);
            anchors
        })
    }

    /// A mention of `field` may begin with `c`, whatever follows.
    pub(crate) fn single(&mut self, field: Field, c: char) {
        if let Some(entry) = self.entries.get_mut(c as usize) {
            entry.single |= field as u8;
        }
    }

    /// A mention of `field` may begin with `a` and `b`.
    pub(crate) fn pair(&mut self, field: Field, a: char, b: char) {
        if let Some(entry) = self.entries.get_mut(a as usize) {
            entry.leads |= field as u8;
            self.pairs[hash(a, b)] |= field as u8;
        }
    }

    /// A mention of `field` may begin with a character of `lefts` followed by one of `rights`: for sets so large that
    /// their pairs would fill the table.
    pub(crate) fn product(
        &mut self,
        field: Field,
        lefts: impl IntoIterator<Item = char>,
        rights: impl IntoIterator<Item = char>,
    ) {
        let group = self.groups.len();
        assert!(group < GROUPS, "no more than {GROUPS} products");
        self.groups.push(field as u8);
        for c in lefts {
            if let Some(entry) = self.entries.get_mut(c as usize) {
                entry.left |= 1 << group;
            }
        }
        for c in rights {
            if let Some(entry) = self.entries.get_mut(c as usize) {
                entry.right |= 1 << group;
            }
        }
    }

    /// A mention of `field` may begin with `word`, of which the first two characters are looked at.
    pub(crate) fn word(&mut self, field: Field, word: &str) {
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (Some(a), Some(b)) => self.pair(field, a, b),
            (Some(a), None) => self.single(field, a),
            (None, _) => {}
        }
    }

    /// A mention of `field` may end with `word`, of which the last two characters are looked at: the mark stands at the
    /// first of them.
    pub(crate) fn ending(&mut self, field: Field, word: &str) {
        let mut chars = word.chars().rev();
        match (chars.next(), chars.next()) {
            (Some(b), Some(a)) => self.pair(field, a, b),
            (Some(b), None) => self.single(field, b),
            (None, _) => {}
        }
    }

    /// Reads a text.
    pub(crate) fn prepare(&self, text: &str) -> Prepared {
        let mut prepared = Prepared::of_length(text.chars().count());
        let Prepared { chars, bytes, marks, traditional } = &mut prepared;
        let forms = Forms::get();
        let mut rest = text.as_bytes();
        for (char, byte) in chars.iter_mut().zip(bytes.iter_mut()) {
            *byte = (text.len() - rest.len()) as u32;
            let (c, tail) = decode(rest);
            rest = tail;
            *char = forms.of(c);
            if *char as u32 != c {
                *traditional |= chars::is_han(*char);
            }
        }
        bytes.last_mut().into_iter().for_each(|end| *end = text.len() as u32);
        self.mark(chars, marks);
        prepared
    }

    /// Marks the fields that may begin at each of the (folded) `chars`, a bit a field.
    fn mark(&self, chars: &[char], marks: &mut [u8]) {
        // From the end on, so that the next character is known.
        let (mut next, mut after) = ('\0', Entry::default());
        for (&c, mark) in chars.iter().zip(marks).rev() {
            let this = self.entries.get(c as usize).copied().unwrap_or_default();
            *mark = this.single;
            if this.leads != 0 {
                *mark |= this.leads & self.pairs[hash(c, next)];
            }
            let mut groups = this.left & after.right;
            while groups != 0 {
                *mark |= self.groups[groups.trailing_zeros() as usize];
                groups &= groups - 1;
            }
            (next, after) = (c, this);
        }
    }
}

/// The code point at the head of UTF-8, and what is behind it. Nearly all are three bytes long in Chinese text.
#[inline]
fn decode(bytes: &[u8]) -> (u32, &[u8]) {
    let low = |byte: u8| u32::from(byte & 0x3F);
    match *bytes {
        [a @ 0xE0..=0xEF, b, c, ref rest @ ..] => (u32::from(a & 0x0F) << 12 | low(b) << 6 | low(c), rest),
        [a @ ..0x80, ref rest @ ..] => (a.into(), rest),
        [a @ ..0xE0, b, ref rest @ ..] => (u32::from(a & 0x1F) << 6 | low(b), rest),
        [a, b, c, d, ref rest @ ..] => {
            (u32::from(a & 0x07) << 18 | low(b) << 12 | low(c) << 6 | low(d), rest)
        }
        _ => (0, &[]),
    }
}

/// A text as [`Document`](crate::Document) keeps it. The buffers go to the next text of the thread.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    /// The form that rules match on of each character.
    pub(crate) chars: Vec<char>,
    /// Byte offset of each character, and of the end.
    pub(crate) bytes: Vec<u32>,
    /// The fields that may begin at each character, a bit a field.
    pub(crate) marks: Vec<u8>,
    /// Whether a traditional character stands in the text.
    pub(crate) traditional: bool,
}

/// Buffers longer than this are not kept.
const KEPT: usize = 1 << 16;

thread_local! {
    /// Buffers of texts that are done with.
    static SPARE: RefCell<Vec<Prepared>> = const { RefCell::new(Vec::new()) };
}

impl Prepared {
    /// Buffers of a length, whatever they hold.
    fn of_length(length: usize) -> Self {
        let mut prepared = SPARE.with_borrow_mut(Vec::pop).unwrap_or_default();
        prepared.chars.resize(length, '\0');
        prepared.bytes.resize(length + 1, 0);
        prepared.marks.resize(length, 0);
        prepared.traditional = false;
        prepared
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        if self.chars.len() <= KEPT {
            // A thread that ends has no use for them.
            let _ = SPARE.try_with(|spare| spare.borrow_mut().push(std::mem::take(self)));
        }
    }
}

/// The first place at or after `at` that is marked for `field`; the length where there is none.
pub(crate) fn seek(marks: &[u8], field: Field, at: usize) -> usize {
    let every = u64::from_ne_bytes([field as u8; 8]);
    let mut from = at.min(marks.len());
    while let Some(eight) = marks[from..].first_chunk::<8>() {
        if u64::from_ne_bytes(*eight) & every != 0 {
            break;
        }
        from += 8;
    }
    marks[from..].iter().position(|m| m & field as u8 != 0).map_or(marks.len(), |n| from + n)
}

/// Where mentions of a field may end whose anchors are [endings](Anchors::ending), in order: a mark stands at the last
/// two characters of an ending, or at the only one.
pub(crate) fn ends(doc: &Document<'_>, field: Field) -> impl Iterator<Item = usize> {
    let mut end = 0_usize;
    iter::from_fn(move || {
        let mark = doc.seek(field, end.saturating_sub(1));
        end = (end + 1).max(mark + 1);
        (mark < doc.len()).then_some(end)
    })
}
