//! An article before extraction: its place in the paper, and its text in blocks.

use crate::Span;
use crate::byline;
use crate::chars::{self, Forms};

/// An article before extraction: its text and what each line of it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Number in the input, from 1.
    pub number: usize,
    /// First and last line in the decoded input, from 1; `None` for rows.
    pub lines: Option<(usize, usize)>,
    /// A row's own id.
    pub id: Option<String>,
    /// From a masthead line or a row's field.
    pub newspaper: Option<String>,
    /// 版 label, from a masthead line or a row's field.
    pub page: Option<String>,
    /// ISO date or date-time, from a row's field or a masthead line.
    pub published: Option<String>,
    /// The column heading that the article stands under.
    pub section: Option<String>,
    /// As in the record.
    pub headline: Option<String>,
    /// As in the record.
    pub subheads: Vec<String>,
    /// As in the record: a block a line.
    pub text: String,
    /// What each line of `text` is, in order.
    pub blocks: Vec<Block>,
}

/// A line of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the line is.
    pub kind: BlockKind,
    /// The line's characters in the text, its line end not included.
    pub span: Span,
}

/// What a line of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The headline, kicker and deck included: the first line, where there is one.
    Headline,
    /// A crosshead.
    Subhead,
    /// A line that holds nothing but a byline.
    Byline,
    /// Running text, captions included.
    Paragraph,
}

impl Article {
    /// Adds a line to the text.
    pub fn push(&mut self, kind: BlockKind, line: &str) {
        self.push_counted(kind, line, chars::count(line));
    }

    /// Adds a line whose length in characters is known.
    pub(super) fn push_counted(&mut self, kind: BlockKind, line: &str, length: usize) {
        debug_assert_eq!(line.chars().count(), length, "{line}");
        if !self.blocks.is_empty() {
            self.text.push('\n');
        }
        let start = self.blocks.last().map_or(0, |b| b.span.end + 1);
        self.text.push_str(line);
        self.blocks.push(Block { kind, span: Span::new(start, start + length) });
    }

    /// Adds to the last line.
    pub(super) fn extend_counted(&mut self, line: &str, length: usize) {
        debug_assert_eq!(line.chars().count(), length, "{line}");
        self.text.push_str(line);
        if let Some(block) = self.blocks.last_mut() {
            block.span.end += length;
        }
    }

    /// Whether the article is a row, not a part of a page.
    pub fn is_row(&self) -> bool {
        self.lines.is_none()
    }

    /// A row's article: one article, not split. The headline comes first, unless the text begins with it.
    ///
    /// Lines are kept as they are; those that hold nothing but a byline are known as such.
    pub fn from_row(headline: Option<&str>, text: &str) -> Self {
        let mut article = Article { number: 1, ..Article::default() };
        let headline = headline.map(str::trim).filter(|h| !h.is_empty());
        let mut lines: Vec<&str> = {
            let mut found = Vec::with_capacity(USUAL_LINES);
            found.extend(lines(text).map(str::trim).filter(|line| !line.is_empty()));
            found
        };
        article.text.reserve(headline.map_or(0, |headline| headline.len() + 1) + text.len());
        article.blocks.reserve(lines.len() + 1);
        if let Some(headline) = headline {
            if lines.first() == Some(&headline) {
                lines.remove(0);
            }
            article.headline = Some(headline.to_owned());
            article.push(BlockKind::Headline, headline);
        }
        // A letter's day stands below who signed it.
        let dated = lines.len() > 2 && lines.last().is_some_and(|line| is_day(line));
        let last = lines.len().saturating_sub(if dated { 2 } else { 1 });
        let mut chars = Vec::with_capacity(LONGEST_BYLINE / 3);
        for (n, line) in lines.iter().enumerate() {
            // A bare name is a signature only where one stands: under the headline, or at the end.
            let at_edge = last > 0 && (n == 0 || n == last);
            let kind =
                if signs(line, at_edge, &mut chars) { BlockKind::Byline } else { BlockKind::Paragraph };
            article.push(kind, line);
        }
        article
    }
}

/// Most rows have no more lines.
const USUAL_LINES: usize = 16;

/// The lines of a text, as [`str::lines`] but for `\r` and an empty one at the end, found many bytes at a time.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> + Clone {
    let mut from = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain(std::iter::once(text.len()));
    ends.map(move |end| &text[std::mem::replace(&mut from, end + 1)..end])
}

/// Whether a line is a day and nothing else: 2022年6月1日, 六月一日.
fn is_day(line: &str) -> bool {
    const LONGEST: usize = 11;
    let digit = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十".contains(c);
    line.ends_with('日')
        && line.contains('月')
        && line.chars().count() <= LONGEST
        && line.chars().all(|c| digit(c) || matches!(c, '年' | '月' | '日' | ' '))
}

/// Whether a line by itself, beside an article, is a byline with a role.
pub(crate) fn is_byline(line: &str) -> bool {
    signs(line, false, &mut Vec::new())
}

/// The longest line of a row that may be a byline, in bytes.
const LONGEST_BYLINE: usize = 360;

/// Whether a row's line is a byline from end to end: one with a role, or `named`, of up to three names alone.
fn signs(line: &str, named: bool, chars: &mut Vec<char>) -> bool {
    // What is longer, or ends a sentence, is not worth a closer look.
    if line.len() > LONGEST_BYLINE || line.ends_with('。') {
        return false;
    }
    chars.clear();
    let forms = Forms::get();
    for c in line.chars() {
        let c = forms.of(c);
        if byline::is_prose(c) {
            return false;
        }
        chars.push(c);
    }
    let byline = if named { byline::read(chars) } else { byline::read_signed(chars) };
    // □ 石头河, 本报评论员: whoever it is.
    let boxed = || named && matches!(chars[0], '□' | '■' | '◎' | '◇') && byline::pen_name(chars).is_some();
    if byline.is_none() && named && (boxed() || byline::office(chars).is_some()) {
        return true;
    }
    byline.is_some_and(|byline| byline.has_role || (1..=3).contains(&byline.signatures.len()))
}
