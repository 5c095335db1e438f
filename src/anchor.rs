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

/// What is known of a character of the basic plane: eight bytes, so that the table stays near the processor.
#[derive(Clone, Copy, Default)]
struct Entry {
    /// The form that rules match on; what follows is told of it.
    form: char,
    /// Groups of [`Anchors::product`] that it is a left member of, and [`TRADITIONAL`].
    left: u8,
    /// Groups that it is a right member of.
    right: u8,
    /// Fields whose mentions it may begin, whatever follows.
    single: u8,
    /// Fields that have a hashed pair beginning with it.
    leads: u8,
}

impl Entry {
    /// A character of which nothing is told.
    #[inline]
    fn of(c: u32) -> Self {
        Entry { form: char::from_u32(c).unwrap_or_default(), ..Entry::default() }
    }

    /// Those of the plane, of which nothing is told yet.
    fn plane() -> Box<[Entry; PLANE]> {
        let entries: Box<[Entry]> = (0..PLANE as u32).map(Entry::of).collect();
        entries.try_into().unwrap_or_else(|_| unreachable!("an entry a character"))
    }
}

/// The table of anchors.
pub struct Anchors {
    entries: Box<[Entry; PLANE]>,
    /// The fields that a pair may begin, by its hash.
    pairs: Box<[u8; PAIRS]>,
    /// The fields of each set of products.
    groups: [u8; 1 << u8::BITS],
    /// How many products there are.
    products: usize,
}

const PLANE: usize = 0x1_0000;
const PAIRS: usize = 0x2_0000;
const GROUPS: usize = 7;
/// Beside the groups: a Han character that has another form.
const TRADITIONAL: u8 = 1 << GROUPS;

/// Where a pair stands in the table of pairs.
const fn hash(a: char, b: char) -> usize {
    ((a as u32).wrapping_mul(0x9E37_79B1).wrapping_add((b as u32).wrapping_mul(0x85EB_CA6B)) >> 15) as usize
        & (PAIRS - 1)
}

impl Anchors {
    /// The anchors of all extractors, built at first use.
    pub(crate) fn get() -> &'static Anchors {
        static ANCHORS: OnceLock<Anchors> = OnceLock::new();
        ANCHORS.get_or_init(|| {
            let mut anchors = Anchors {
                entries: Entry::plane(),
                pairs: Box::new([0; PAIRS]),
                groups: [0; 1 << u8::BITS],
                products: 0,
            };
            extract::date::anchors(&mut anchors);
            extract::count::anchors(&mut anchors);
            extract::community::anchors(&mut anchors);
            extract::organization::anchors(&mut anchors);
            extract::activity::anchors(&mut anchors);
            extract::work::anchors(&mut anchors);
            extract::person::anchors(&mut anchors);
            anchors.take_forms();
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
        let group = self.products;
        assert!(group < GROUPS, "no more than {GROUPS} products");
        self.products += 1;
        let sets = self.groups.iter_mut().enumerate().filter(|(set, _)| set >> group & 1 == 1);
        sets.for_each(|(_, fields)| *fields |= field as u8);
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

    /// Tells of every character that has another form what was told of that.
    fn take_forms(&mut self) {
        for (at, form) in Forms::get().others() {
            let told = self.entries[form as usize];
            let traditional = if chars::is_han(form) { TRADITIONAL } else { 0 };
            self.entries[at] = Entry { left: told.left | traditional, ..told };
        }
    }

    /// Reads a text, from its end on, so that the next character of each is known.
    pub(crate) fn prepare(&self, text: &str) -> Prepared {
        let length = chars::count(text);
        let mut prepared = Prepared::of_length(length);
        let (chars, marks) = (&mut prepared.chars[..length], &mut prepared.marks[..length]);
        let backs = prepared.backs[..length].chunks_mut(RUN);
        let mut rest = text.as_bytes();
        let mut after = Entry::default();
        let mut lefts = 0;
        let runs = chars.chunks_mut(RUN).zip(marks.chunks_mut(RUN)).zip(backs).zip(&mut prepared.ends);
        for (((chars, marks), backs), end) in runs.rev() {
            let bytes = rest.len();
            *end = bytes as u32;
            for ((form, mark), back) in chars.iter_mut().zip(marks).zip(backs).rev() {
                let this;
                (this, rest) = self.last(rest);
                *form = this.form;
                *mark = this.single
                    | this.leads & self.pairs[hash(this.form, after.form)]
                    | self.groups[usize::from(this.left & after.right)];
                *back = (bytes - rest.len()) as u8;
                lefts |= this.left;
                after = this;
            }
        }
        prepared.traditional = lefts & TRADITIONAL != 0;
        prepared
    }

    /// What is known of the character at the end of UTF-8, and what is before it. Nearly all are three bytes long in
    /// Chinese text.
    #[inline(always)]
    fn last<'t>(&self, text: &'t [u8]) -> (Entry, &'t [u8]) {
        let low = |byte: u8| usize::from(byte & 0x3F);
        match *text {
            [ref head @ .., a @ 0xE0..=0xEF, b, c] => {
                (self.entries[usize::from(a & 0x0F) << 12 | low(b) << 6 | low(c)], head)
            }
            [ref head @ .., a @ ..0x80] => (self.entries[usize::from(a)], head),
            [ref head @ .., a @ 0xC0..=0xDF, b] => (self.entries[usize::from(a & 0x1F) << 6 | low(b)], head),
            [ref head @ .., a, b, c, d] => {
                let c = usize::from(a & 0x07) << 18 | low(b) << 12 | low(c) << 6 | low(d);
                (Entry::of(c as u32), head)
            }
            _ => (Entry::default(), &[]),
        }
    }
}

/// A text as [`Document`](crate::Document) keeps it. The buffers go to the next text of the thread.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    /// The form that rules match on of each character.
    pub(crate) chars: Vec<char>,
    /// Where each run of [`RUN`] characters ends, in bytes.
    ends: Vec<u32>,
    /// How many bytes before the end of its run each character begins: a byte for what would be four.
    backs: Vec<u8>,
    /// The fields that may begin at each character, a bit a field, and [`PADDING`].
    pub(crate) marks: Vec<u8>,
    /// Whether a traditional character stands in the text.
    pub(crate) traditional: bool,
}

/// Characters of a run: their bytes can be counted in one.
const RUN: usize = 32;

/// Marks of nothing behind the last, so that eight can be looked at at once from each.
const PADDING: usize = 8;

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
        prepared.ends.resize(length.div_ceil(RUN), 0);
        prepared.backs.resize(length, 0);
        prepared.marks.resize(length + PADDING, 0);
        prepared.marks[length..].fill(0);
        prepared
    }
}

impl Prepared {
    /// The byte that the character at `at` begins at; at the end of the text that of the end.
    #[inline]
    pub(crate) fn byte(&self, at: usize) -> usize {
        match self.backs.get(at) {
            Some(back) => self.ends[at / RUN] as usize - usize::from(*back),
            None => self.ends.last().map_or(0, |&end| end as usize),
        }
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

/// The first place at or after `at` that is marked for `field`; the number of characters where there is none.
#[inline]
pub(crate) fn seek(marks: &[u8], field: Field, at: usize) -> usize {
    let every = u64::from_le_bytes([field as u8; 8]);
    let length = marks.len() - PADDING;
    let mut from = at.min(length);
    while let Some(eight) = marks[from..].first_chunk::<8>() {
        let marked = u64::from_le_bytes(*eight) & every;
        if marked != 0 {
            return from + marked.trailing_zeros() as usize / 8;
        }
        from += 8;
    }
    length
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
