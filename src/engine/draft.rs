//! A record in the making.

use crate::Span;
use crate::byline;
use crate::chars::plain;
use crate::document::Document;
use crate::extract::community::{Communities, Divisions, Reading};
use crate::extract::{self, Context};
use crate::record::Record;
use crate::resolve::overlap::{Taken, settle};
use crate::stage::Stage;

/// What a stage does to a draft.
type Work = fn(&mut Draft<'_>, &Communities);

/// The stages of a draft, in order.
pub(super) const STAGES: [(Stage, Work); 8] = [
    (Stage::Correspondents, |draft, _| draft.correspondents()),
    (Stage::Communities, |draft, communities| draft.communities(communities)),
    (Stage::Dates, |draft, _| draft.dates()),
    (Stage::Counts, |draft, _| draft.counts()),
    (Stage::People, |draft, _| draft.people()),
    (Stage::Organizations, |draft, communities| draft.organizations(communities)),
    (Stage::Activities, |draft, _| draft.activities()),
    (Stage::Works, |draft, _| draft.works()),
];

/// An article, and what is found in it so far.
pub(super) struct Draft<'a> {
    doc: Document<'a>,
    context: Context<'a>,
    /// What was read of its places for its page.
    reading: Option<Reading>,
    /// Townships that have no entry of their own.
    borne: Vec<Span>,
    found: Record,
}

impl<'a> Draft<'a> {
    /// A draft of which `found` says what is known from outside.
    pub(super) fn new(
        doc: Document<'a>,
        context: Context<'a>,
        reading: Option<Reading>,
        found: Record,
    ) -> Self {
        Draft { doc, context, reading, borne: Vec::new(), found }
    }

    fn correspondents(&mut self) {
        (self.found.correspondents, self.found.dateline) =
            extract::correspondent::extract(&self.doc, &self.context);
    }

    fn communities(&mut self, communities: &Communities) {
        let signed: Vec<Span> = self.found.correspondents.iter().map(|by| by.span).collect();
        let divisions = communities.extract_beside(&self.doc, &self.context, self.reading.take(), &signed);
        Divisions { communities: self.found.communities, borne: self.borne } = divisions;
    }

    fn dates(&mut self) {
        let marker = self.found.dateline.as_ref().map(|d| d.span);
        self.found.dates = extract::date::extract_around(&self.doc, &self.context, marker.as_slice());
    }

    fn counts(&mut self) {
        let found = &mut self.found;
        let taken = Taken::before_counts(
            &found.dates,
            &found.communities,
            &found.correspondents,
            found.dateline.as_ref(),
        );
        found.counts = extract::count::extract(&self.doc, &self.context, &taken);
        settle(&mut found.dates, &found.counts);
    }

    fn people(&mut self) {
        self.found.people = extract::person::extract(&self.doc, &self.context, &self.found.correspondents);
    }

    fn organizations(&mut self, communities: &Communities) {
        let found = &mut self.found;
        // An office that signs is named by its signature.
        let persons = (found.correspondents.iter())
            .filter(|by| by.name.ends_with('组') || !byline::is_office(&plain(&by.name)));
        let marker = found.dateline.iter().map(|d| d.span);
        let named: Vec<Span> = persons.map(|by| by.span).chain(marker).collect();
        found.organizations =
            extract::organization::extract(&self.doc, communities, &found.communities, &self.borne, &named);
    }

    fn activities(&mut self) {
        let found = &mut self.found;
        let marker = found.dateline.iter().map(|d| d.span);
        let signed: Vec<Span> = found.correspondents.iter().map(|by| by.span).chain(marker).collect();
        found.activities = extract::activity::extract(
            &self.doc,
            &found.communities,
            &found.organizations,
            &found.dates,
            &signed,
        );
    }

    fn works(&mut self) {
        self.found.works = extract::work::extract(&self.doc);
    }

    /// What was found, with the names of the rules where they are wanted.
    pub(super) fn finish(self, explain: bool) -> Record {
        let Draft { doc, mut found, .. } = self;
        debug_assert!(super::record_spans(&found).all(|s| s.start < s.end && s.end <= doc.len()));
        debug_assert!(found.dates.iter().all(|m| doc.surface(m.span) == m.text));
        debug_assert!(found.counts.iter().all(|m| doc.surface(m.span) == m.text));
        if !explain {
            forget_rules(&mut found);
        }
        found
    }
}

fn forget_rules(record: &mut Record) {
    record.dateline.iter_mut().for_each(|m| m.rule = None);
    record.correspondents.iter_mut().for_each(|m| m.rule = None);
    record.communities.iter_mut().for_each(|m| m.rule = None);
    record.dates.iter_mut().for_each(|m| m.rule = None);
    record.counts.iter_mut().for_each(|m| m.rule = None);
    record.people.iter_mut().for_each(|m| m.rule = None);
    record.organizations.iter_mut().for_each(|m| m.rule = None);
    record.activities.iter_mut().for_each(|m| m.rule = None);
    record.works.iter_mut().for_each(|m| m.rule = None);
}
