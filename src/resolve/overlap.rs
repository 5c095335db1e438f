//! Whose characters are whose: a number is one thing only.
//!
//! Precedence, first to last: dates, identifiers, communities and signatures, counts. An extractor that comes later
//! is given the [`Taken`] spans and reads nothing that touches them. One exception: a count that holds a whole date
//! and goes on (`三十万日元`, `10点建议`, `4米每秒`) is the longer reading of the same words, and the date gives way
//! ([`settle`]). Identifiers (house numbers, ordinals, telephone numbers) are no field of the record: the count
//! grammar knows them and skips them.

use crate::Span;
use crate::record::{Community, Correspondent, Count, Date, Dateline};

/// The spans that earlier extractors took, sorted and disjoint.
///
/// ```
/// use jianbao::{Span, resolve::overlap::Taken};
/// let taken = Taken::new([Span::new(6, 9), Span::new(0, 4), Span::new(3, 5)]);
/// assert_eq!(taken.at(4), Some(Span::new(0, 5)));
/// assert!(!taken.touches(Span::new(5, 6)) && taken.touches(Span::new(5, 7)));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Taken {
    spans: Vec<Span>,
    /// Dates, sorted: they give way to a longer count.
    dates: Vec<Span>,
}

impl Taken {
    /// Takes spans in any order.
    pub fn new(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut all: Vec<Span> = spans.into_iter().filter(|s| !s.is_empty()).collect();
        all.sort_unstable();
        let mut spans: Vec<Span> = Vec::with_capacity(all.len());
        for span in all {
            match spans.last_mut() {
                Some(last) if span.start < last.end => last.end = last.end.max(span.end),
                _ => spans.push(span),
            }
        }
        Taken { spans, dates: Vec::new() }
    }

    /// What is taken before counts are read.
    pub fn before_counts(
        dates: &[Date],
        communities: &[Community],
        correspondents: &[Correspondent],
        dateline: Option<&Dateline>,
    ) -> Self {
        let hard = (communities.iter().flat_map(|m| m.spans.iter().copied()))
            .chain(correspondents.iter().map(|m| m.span))
            .chain(dateline.map(|m| m.span));
        Taken { dates: Taken::new(dates.iter().map(|m| m.span)).spans, ..Taken::new(hard) }
    }

    /// The taken span that holds the character at `at`; dates included.
    pub fn at(&self, at: usize) -> Option<Span> {
        self.walk().at(at)
    }

    /// A walk along the text.
    pub(crate) fn walk(&self) -> Walk<'_> {
        Walk { left: [&self.spans, &self.dates], passed: 0 }
    }

    /// Whether a taken span shares a character with `span`; dates included.
    pub fn touches(&self, span: Span) -> bool {
        touching(&self.spans, span).next().is_some() || touching(&self.dates, span).next().is_some()
    }

    /// Whether a count may stand at `span`: it touches nothing, or only dates that it holds and goes beyond.
    pub fn admits(&self, span: Span) -> bool {
        touching(&self.spans, span).next().is_none()
            && touching(&self.dates, span).all(|date| holds(span, date))
    }
}

/// Taken spans asked for place after place, in the order of the text: what ended is not looked at again.
pub(crate) struct Walk<'t> {
    left: [&'t [Span]; 2],
    /// Where the last of those that ended did.
    passed: usize,
}

impl Walk<'_> {
    /// The taken span that holds the character at `at`, which lies behind those asked for before.
    #[inline]
    pub(crate) fn at(&mut self, at: usize) -> Option<Span> {
        let passed = &mut self.passed;
        self.left.iter_mut().find_map(|left| {
            while let [first, rest @ ..] = *left
                && first.end <= at
            {
                *passed = first.end.max(*passed);
                *left = rest;
            }
            left.first().copied().filter(|span| span.start <= at)
        })
    }

    /// Whether no taken span shares a character with `span`, as far as the walk tells without looking back.
    #[inline]
    pub(crate) fn leaves(&self, span: Span) -> bool {
        self.passed <= span.start
            && self.left.iter().all(|left| left.first().is_none_or(|next| span.end <= next.start))
    }
}

/// Drops the dates that a longer count holds.
pub fn settle(dates: &mut Vec<Date>, counts: &[Count]) {
    dates.retain(|date| {
        let next = counts.partition_point(|c| c.span.end <= date.span.start);
        !counts.get(next).is_some_and(|c| holds(c.span, date.span))
    });
}

fn holds(count: Span, date: Span) -> bool {
    count.start <= date.start && date.end < count.end || count.start < date.start && date.end <= count.end
}

fn touching(spans: &[Span], span: Span) -> impl Iterator<Item = Span> + '_ {
    let next = spans.partition_point(|s| s.end <= span.start);
    spans[next..].iter().copied().take_while(move |s| s.overlaps(span))
}
