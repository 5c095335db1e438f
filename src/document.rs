//! An article as the extractors see it: folded characters, blocks, and words on demand.

use crate::Span;
use crate::anchor::{self, Anchors, Field, Prepared};
use crate::chars::is_separator;
use crate::segment::Segmenter;
use crate::split::Block;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// One article's text, prepared once and shared by all extractors.
///
/// All positions are characters (Unicode code points) of `text`. Rules match on [`chars`](Self::chars), which are
/// folded one for one (full-width digits are digits, traditional characters simplified); surfaces are cut from the text
/// as printed.
///
/// ```
/// use jianbao::{Document, Span, segment::Segmenter};
/// let segmenter = Segmenter::new();
/// let doc = Document::new("１０月２９日上午", &[], &segmenter);
/// assert!(doc.starts_with(0, "10月29日"));
/// assert_eq!(doc.surface(Span::new(0, 6)), "１０月２９日");
/// assert!(Document::new("柳蔭社區", &[], &segmenter).starts_with(2, "社区"));
/// ```
#[derive(Debug)]
pub struct Document<'a> {
    text: &'a str,
    prepared: Prepared,
    blocks: &'a [Block],
    segmenter: &'a Segmenter,
    clauses: RefCell<BTreeMap<usize, Rc<[Span]>>>,
}

/// Clauses longer than this are cut for the segmenter: a megabyte without punctuation must not cost a megabyte a word.
const CLAUSE_LIMIT: usize = 64;

impl<'a> Document<'a> {
    /// Prepares `text`, whose lines are described by `blocks` (spans in characters, in order).
    pub fn new(text: &'a str, blocks: &'a [Block], segmenter: &'a Segmenter) -> Self {
        let prepared = Anchors::get().prepare(text);
        Document { text, prepared, blocks, segmenter, clauses: RefCell::default() }
    }

    /// The text as printed.
    #[inline]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The folded characters, one for each character of the text.
    #[inline]
    pub fn chars(&self) -> &[char] {
        &self.prepared.chars
    }

    /// The folded character at `at`, or `'\0'` outside the text.
    #[inline]
    pub fn char(&self, at: usize) -> char {
        self.chars().get(at).copied().unwrap_or('\0')
    }

    /// The folded character before `at`, or `'\0'` at the start.
    #[inline]
    pub fn before(&self, at: usize) -> char {
        if at == 0 { '\0' } else { self.char(at - 1) }
    }

    /// The folded characters from `at` on; none outside the text.
    #[inline]
    pub fn rest(&self, at: usize) -> &[char] {
        self.chars().get(at..).unwrap_or_default()
    }

    /// Whether any of its characters is a traditional one.
    pub(crate) fn is_traditional(&self) -> bool {
        self.prepared.traditional
    }

    /// Number of characters.
    #[inline]
    pub fn len(&self) -> usize {
        self.prepared.chars.len()
    }

    /// Whether the text is empty.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.prepared.chars.is_empty()
    }

    /// The first place at or after `at` where a mention of `field` may begin ([`anchor`]); the length where
    /// there is none.
    ///
    /// ```
    /// use jianbao::{Document, anchor::Field, segment::Segmenter};
    /// let segmenter = Segmenter::new();
    /// let doc = Document::new("居民都说好,10月29日也来。", &[], &segmenter);
    /// assert_eq!(doc.seek(Field::Date, 0), 6);
    /// ```
    #[inline]
    pub fn seek(&self, field: Field, at: usize) -> usize {
        anchor::seek(&self.prepared.marks, field, at)
    }

    /// The lines of the article and what each is.
    #[inline]
    pub fn blocks(&self) -> &'a [Block] {
        self.blocks
    }

    /// Whether the folded text has `word` at `at`.
    pub fn starts_with(&self, at: usize, word: &str) -> bool {
        starts_with(self.rest(at), word)
    }

    /// Whether the folded text before `at` ends with `word`.
    pub fn ends_with(&self, at: usize, word: &str) -> bool {
        let head = &self.chars()[..at.min(self.len())];
        let mut left = head.iter().rev();
        word.chars().rev().all(|c| left.next() == Some(&c))
    }

    /// The text as printed in a span.
    #[inline]
    pub fn surface(&self, span: Span) -> &'a str {
        &self.text[self.prepared.byte(span.start)..self.prepared.byte(span.end)]
    }

    /// A name in the characters of the print: `span` holds it, or its beginning, which what follows in the text may
    /// complete (`柳蔭、望江等社區`: 柳蔭 is completed to 柳蔭社區).
    ///
    /// ```
    /// use jianbao::{Document, Span, segment::Segmenter};
    /// let segmenter = Segmenter::new();
    /// let doc = Document::new("柳蔭、望江等社區", &[], &segmenter);
    /// assert_eq!(doc.as_printed("柳荫社区".into(), Span::new(0, 2)), "柳蔭社區");
    /// ```
    pub fn as_printed(&self, name: String, span: Span) -> String {
        let rest: Option<Vec<char>> =
            self.prepared.traditional.then(|| name.chars().skip(span.len()).collect());
        let Some(rest) =
            rest.filter(|_| self.starts_with(span.start, &name.chars().take(span.len()).collect::<String>()))
        else {
            return name;
        };
        let window = &self.chars()[span.end..self.len().min(span.end + CLAUSE_LIMIT)];
        let completion = window.windows(rest.len().max(1)).position(|w| w == rest);
        let completion = match completion {
            _ if rest.is_empty() => "",
            Some(at) => self.surface(Span::new(span.end + at, span.end + at + rest.len())),
            None => return name,
        };
        format!("{}{completion}", self.surface(span))
    }

    /// The words of the clause around `at` (the run of characters without a separator), by jieba.
    pub fn words(&self, at: usize) -> Rc<[Span]> {
        let clause = self.clause(at);
        if let Some(words) = self.clauses.borrow().get(&clause.start) {
            return words.clone();
        }
        let words: Rc<[Span]> =
            self.segmenter.cut(&self.chars()[clause.start..clause.end], clause.start).into();
        self.clauses.borrow_mut().insert(clause.start, words.clone());
        words
    }

    /// The words of a span with jieba's part-of-speech tags. Not kept: ask for short spans, once.
    pub fn tagged(&self, span: Span) -> Vec<(Span, &'static str)> {
        self.segmenter.tagged(&self.chars()[span.start..span.end], span.start)
    }

    /// Whether a word starts at `at`.
    pub fn is_boundary(&self, at: usize) -> bool {
        at == 0
            || at >= self.len()
            || is_separator(self.char(at))
            || is_separator(self.before(at))
            || self.words(at).iter().any(|w| w.start == at)
    }

    /// The word that covers `at`.
    pub fn word(&self, at: usize) -> Span {
        self.words(at)
            .iter()
            .copied()
            .find(|w| w.contains(at))
            .unwrap_or(Span::new(at, (at + 1).min(self.len())))
    }

    /// Whether jieba's dictionary holds the folded text of a span.
    pub fn is_word(&self, span: Span) -> bool {
        self.segmenter.knows(&self.chars()[span.start..span.end])
    }

    /// Whether jieba's dictionary holds the folded text of a span as something else than a personal name.
    pub fn is_common(&self, span: Span) -> bool {
        self.segmenter.is_common(&self.chars()[span.start..span.end])
    }

    /// What the character at `at` costs as the beginning of what follows, less where a word begins with it, and whether
    /// that word is a noun.
    pub(crate) fn cost_of_first(&self, at: usize) -> (f32, bool) {
        const REACH: usize = 6;
        let rest = self.rest(at);
        let end = rest.iter().take(REACH).take_while(|&&c| !is_separator(c)).count();
        self.segmenter.cost_of_first(&rest[..end])
    }

    /// The run without separators around `at`, in pieces of at most [`CLAUSE_LIMIT`] characters.
    fn clause(&self, at: usize) -> Span {
        let floor = at.saturating_sub(at % CLAUSE_LIMIT);
        let start = (floor..at).rev().find(|&i| is_separator(self.chars()[i])).map_or(floor, |i| i + 1);
        // A piece may begin in a clause that began before it: look back once more so that short clauses stay whole.
        let start = if start == floor && floor > 0 {
            let low = floor.saturating_sub(CLAUSE_LIMIT);
            (low..floor).rev().find(|&i| is_separator(self.chars()[i])).map_or(floor, |i| i + 1)
        } else {
            start
        };
        let ceiling = (start + 2 * CLAUSE_LIMIT).min(self.len()).max(at);
        let end = (at..ceiling).find(|&i| is_separator(self.chars()[i])).unwrap_or(ceiling);
        Span::new(start, end)
    }
}

/// Whether `chars` begin with `word`.
pub fn starts_with(chars: &[char], word: &str) -> bool {
    let mut left = chars.iter();
    word.chars().all(|c| left.next() == Some(&c))
}
