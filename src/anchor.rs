//! Where a mention may begin: one table lookup a character, made once for all extractors while a document is prepared.
//!
//! Most characters of a newspaper begin nothing. Each extractor says ahead which characters, pairs of characters and
//! words its mentions begin with (`Anchors::single`, `pair`, `product`,
//! `word`); [`Document::seek`](crate::Document::seek) then goes from one such place to the next. An
//! anchor promises nothing: pairs are hashed, so that one place in a hundred is none. The rules look again.

use crate::{Document, extract};
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
    entries: Box<[Entry]>,
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
                entries: vec![Entry::default(); PLANE].into(),
                pairs: vec![0; PLANE].into(),
                groups: Vec::new(),
            };
            extract::date::anchors(&mut anchors);
            extract::count::anchors(&mut anchors);
            extract::community::anchors(&mut anchors);
            extract::organization::anchors(&mut anchors);
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

    /// The fields that may begin at each of the (folded) `chars`, a bit a field.
    pub(crate) fn mark(&self, chars: &[char]) -> Vec<u8> {
        let entry = |c: char| self.entries.get(c as usize).copied().unwrap_or_default();
        let mut fields = Vec::with_capacity(chars.len());
        let Some(&first) = chars.first() else { return fields };
        let mut this = entry(first);
        for (n, &c) in chars.iter().enumerate() {
            let next = chars.get(n + 1).copied().unwrap_or('\0');
            let after = entry(next);
            let mut found = this.single;
            if this.leads != 0 {
                found |= this.leads & self.pairs[hash(c, next)];
            }
            let mut groups = this.left & after.right;
            while groups != 0 {
                found |= self.groups[groups.trailing_zeros() as usize];
                groups &= groups - 1;
            }
            fields.push(found);
            this = after;
        }
        fields
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
