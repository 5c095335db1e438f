//! Who signed or supplied the article, and the lead marker at its head.

use super::Context;
use crate::byline::{self, Byline};
use crate::dateline::{self, Marker};
use crate::record::{Correspondent, Dateline};
use crate::split::BlockKind;
use crate::{Document, Span};
use jiff::civil::Date;

/// The correspondents of a document, in printed order, and its dateline.
///
/// Looked at are lines that hold nothing but a byline, brackets after the lead marker, and the ends of paragraphs.
/// Reporters met in running text (`记者从…获悉`) are not correspondents.
pub fn extract(doc: &Document<'_>, context: &Context<'_>) -> (Vec<Correspondent>, Option<Dateline>) {
    let mut out: Vec<Correspondent> = Vec::new();
    let mut dateline = None;
    for block in doc.blocks() {
        let line = &doc.chars()[block.span.start..block.span.end];
        match block.kind {
            BlockKind::Byline => {
                if let Some(byline) = byline::read(line) {
                    sign(doc, &mut out, byline, block.span.start, "byline-line");
                }
            }
            BlockKind::Paragraph => {
                let lead = dateline::lead(line);
                let mut read_to = 0;
                if let Some((at, byline)) = lead.byline {
                    read_to = at + 1;
                    sign(doc, &mut out, byline, block.span.start + at, "byline-after-marker");
                }
                if let Some(marker) = lead.marker
                    && dateline.is_none()
                {
                    dateline = Some(describe(doc, context, &marker, block.span.start));
                }
                if let Some((at, byline)) = byline::tail(line)
                    && at >= read_to
                {
                    sign(doc, &mut out, byline, block.span.start + at, "byline-at-end");
                }
            }
            BlockKind::Headline | BlockKind::Subhead => {}
        }
    }
    (out, dateline)
}

/// Adds the signatures of a byline that starts at `offset`; the same person signed twice is one entry.
fn sign(doc: &Document<'_>, out: &mut Vec<Correspondent>, byline: Byline, offset: usize, rule: &'static str) {
    for s in byline.signatures {
        let span = Span::new(offset + s.span.start, offset + s.span.end);
        debug_assert!(span.end <= doc.len());
        match out.iter_mut().find(|c| c.name == s.name) {
            // A photo credit of the reporter adds nothing; a role where there was none does.
            Some(known) if known.role.is_none() && s.role.is_some() => {
                known.role = s.role;
                known.kind = s.kind;
                known.outlet = s.outlet;
            }
            Some(_) => {}
            None => out.push(Correspondent {
                name: s.name,
                role: s.role,
                kind: s.kind,
                outlet: s.outlet,
                span,
                rule: Some(rule.into()),
            }),
        }
    }
}

fn describe(doc: &Document<'_>, context: &Context<'_>, marker: &Marker, offset: usize) -> Dateline {
    let surface = |s: Span| doc.surface(Span::new(offset + s.start, offset + s.end)).to_owned();
    Dateline {
        marker: surface(marker.span),
        agency: marker.agency.map(surface),
        place: marker.place.map(surface),
        date: marker.date.and_then(|(month, day)| resolve(context, month, day)).map(|d| d.to_string()),
        span: Span::new(offset + marker.span.start, offset + marker.span.end),
        rule: Some("marker".into()),
    }
}

/// The day named in a dateline: the last such day up to the day of printing.
fn resolve(context: &Context<'_>, month: Option<i8>, day: i8) -> Option<Date> {
    let printed = context.published?.date();
    // A dateline may run a day ahead of an early edition, never more.
    let latest = printed.tomorrow().ok()?;
    match month {
        Some(month) => {
            (0..2).filter_map(|back| Date::new(printed.year() - back, month, day).ok()).find(|&d| d <= latest)
        }
        None => {
            let last_month = printed.first_of_month().yesterday().ok()?;
            [printed, last_month]
                .iter()
                .filter_map(|m| Date::new(m.year(), m.month(), day).ok())
                .find(|&d| d <= latest)
        }
    }
}
