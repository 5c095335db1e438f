//! Whose characters are whose: a number is one thing only.
//!
//! Precedence, first to last: dates, identifiers, communities and signatures, counts. An extractor that comes later
//! is given the [`Taken`] spans and reads nothing that touches them. Identifiers (house numbers, ordinals, telephone
//! numbers) are no field of the record: the count grammar knows them and skips them.

use crate::Span;
use crate::record::{Community, Correspondent, Date, Dateline};

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
        Taken { spans }
    }

    /// What is taken before counts are read.
    pub fn before_counts(
        dates: &[Date],
        communities: &[Community],
        correspondents: &[Correspondent],
        dateline: Option<&Dateline>,
    ) -> Self {
        Taken::new(
            (dates.iter().map(|m| m.span))
                .chain(communities.iter().flat_map(|m| m.spans.iter().copied()))
                .chain(correspondents.iter().map(|m| m.span))
                .chain(dateline.map(|m| m.span)),
        )
    }

    /// The taken span that holds the character at `at`.
    pub fn at(&self, at: usize) -> Option<Span> {
        let next = self.spans.partition_point(|s| s.start <= at);
        next.checked_sub(1).map(|i| self.spans[i]).filter(|s| s.contains(at))
    }

    /// Whether any taken span shares a character with `span`.
    pub fn touches(&self, span: Span) -> bool {
        let next = self.spans.partition_point(|s| s.end <= span.start);
        self.spans.get(next).is_some_and(|s| s.overlaps(span))
    }
}
