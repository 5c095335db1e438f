//! Communities and townships: names in front of 社区, 村, 街道, 镇 …, with the divisions printed before them.
//!
//! A suffix anchors a name; `boundary` finds where the name begins: it has each start weighed (`weigh`) by what the
//! register knows of the name (`known`), by its looks (`shape`) and by what stands around it (`around`). [`chain`] and
//! `above` read the divisions before it, `list` the names that share a suffix, `row` those side by side. Which official division is meant is settled in [`crate::resolve::division`].

mod above;
pub mod anchor;
mod around;
mod boundary;
pub mod chain;
mod known;
pub mod lexicon;
mod list;
mod repeat;
mod row;
mod shape;
#[cfg(test)]
mod tests;
mod weigh;

use crate::extract::Context;
use crate::record::{Community, CommunityLevel};
use crate::register::Register;
use crate::resolve::scene::{Page, Places, home_of};
use crate::resolve::{company, division};
use crate::{Document, Span};
use anchor::Kind;
pub(crate) use anchor::anchors;
use boundary::Ground;
use chain::Chain;
use lexicon::Lexicon;

/// A division named in the text, before it is resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name as printed.
    pub span: Span,
    /// Where an office behind the name ends; else the end of the name.
    pub reach: usize,
    /// The name, completed where a list shares its suffix.
    pub name: String,
    /// The name without its suffix.
    pub stem: String,
    /// What the suffix says.
    pub kind: Kind,
    /// The divisions printed before it.
    pub chain: Chain,
    /// Whether it is a township that stands only as part of the chain of the name behind it, or of an institution's name.
    pub consumed: bool,
    /// The rule that found it.
    pub rule: &'static str,
}

impl Mention {
    /// Whether it is a grass-roots unit, not a township.
    pub(crate) fn level_five(&self) -> bool {
        self.kind.level() == CommunityLevel::Community
    }

    /// The name that the register has: 西关街道 for 西关办事处.
    pub(crate) fn registered(&self) -> String {
        match self.kind {
            Kind::Office => format!("{}{}", self.stem, self.kind.label()),
            _ => self.name.clone(),
        }
    }

    /// The chain of a community that stands directly behind this township.
    fn as_chain(&self) -> Chain {
        let start = if self.chain.is_empty() { self.span.start } else { self.chain.start };
        Chain { start, township: Some(self.registered()), ..self.chain.clone() }
    }
}

/// The extractor: the register and the word lists, opened once.
#[derive(Debug)]
pub struct Communities {
    register: Register,
    lexicon: Lexicon,
}

impl Default for Communities {
    fn default() -> Self {
        Communities { register: Register::embedded(), lexicon: Lexicon::default() }
    }
}

impl Communities {
    /// The register in use.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// Reads what the articles of a page say together, for the [`Context`] of each of them, and what each of them says.
    pub fn page(&self, docs: &[Document], context: &Context) -> (Page, Vec<Reading>) {
        let home = home_of(context, &self.register);
        let places: Vec<Places> =
            docs.iter().map(|doc| Places::read(doc, home.as_ref(), &self.register)).collect();
        let mut unsettled = Page::new(&places, home.clone(), &self.register);
        let mentions = |page: &Page| -> Vec<Vec<Mention>> {
            let context = Context { page: Some(page), ..*context };
            let read = |(doc, places): (_, &Places)| read(&self.ground(doc, &context, Some(places.clone())));
            docs.iter().zip(&places).map(read).collect()
        };
        let mut found = mentions(&unsettled);
        if context.home.is_none()
            && let Some(county) = company::county_of_page(&found, home.as_ref(), &self.register)
            && unsettled.settle_home(county)
        {
            found = mentions(&unsettled);
        }
        let mut page = unsettled.clone();
        let context = Context { page: Some(&unsettled), ..*context };
        let readings = docs.iter().zip(places).zip(found).map(|((doc, places), mentions)| {
            let ground = self.ground(doc, &context, Some(places.clone()));
            let found = if mentions.is_empty() { Vec::new() } else { self.settle(&ground, &mentions) };
            for found in &found {
                if let Some(code) = &found.code {
                    page.add_settled(&found.name, found.level, code);
                }
            }
            (ground, Reading { places, mentions, found: Some(found) })
        });
        let readings: Vec<_> = readings.collect();
        // What asked for nothing that the page settles stays as it is.
        let readings = readings.into_iter().map(|(ground, reading)| match reading.mentions.is_empty() {
            false if ground.scene().depends_on(&page) => Reading { found: None, ..reading },
            _ => reading,
        });
        let readings = readings.collect();
        (page, readings)
    }

    /// The word lists in use.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Finds the divisions named in an article, one entry a division, in order of first mention.
    pub fn extract(&self, doc: &Document, context: &Context) -> Vec<Community> {
        self.extract_beside(doc, context, None, &[]).communities
    }

    /// As [`extract`](Self::extract); what stands in the bylines at `signed` is the name of whoever signed: 某镇司法所供稿.
    /// An article that was read with its page is not read again.
    pub fn extract_beside(
        &self,
        doc: &Document,
        context: &Context,
        reading: Option<Reading>,
        signed: &[Span],
    ) -> Divisions {
        let (places, mentions, found) = match reading {
            Some(reading) => (Some(reading.places), Some(reading.mentions), reading.found),
            None => (None, None, None),
        };
        let ground = self.ground(doc, context, places);
        let mut mentions = mentions.unwrap_or_else(|| read(&ground));
        if mentions.is_empty() {
            return Divisions::default();
        }
        let all = mentions.len();
        mentions.retain(|m| !signed.iter().any(|s| s.overlaps(m.span)));
        let borne = mentions.iter().filter(|m| m.consumed).map(|m| m.span).collect();
        let found =
            found.filter(|_| mentions.len() == all).unwrap_or_else(|| self.settle(&ground, &mentions));
        Divisions { communities: found, borne }
    }

    /// Settles which divisions are meant, and names them as printed.
    fn settle(&self, ground: &Ground, mentions: &[Mention]) -> Vec<Community> {
        let mut found = division::resolve(mentions, ground.scene(), &self.register);
        for community in &mut found {
            let name = std::mem::take(&mut community.name);
            community.name = ground.doc.as_printed(name, community.spans[0]);
        }
        found
    }

    fn ground<'a>(&'a self, doc: &'a Document, context: &'a Context, places: Option<Places>) -> Ground<'a> {
        Ground::new(doc, context, &self.register, &self.lexicon, places)
    }
}

/// What an article says of divisions, before it is settled which are meant.
#[derive(Clone, Debug)]
pub struct Reading {
    places: Places,
    mentions: Vec<Mention>,
    /// The divisions meant, where nothing that other articles settle changes them.
    found: Option<Vec<Community>>,
}

/// The divisions named in an article, in text order.
fn read(ground: &Ground) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut missed = Vec::new();
    for anchor in anchor::all(ground.doc) {
        let last = mentions.last().filter(|m| m.reach + 64 > anchor.at);
        let counted = list::read_counted(ground, anchor, last);
        let single = if counted.is_empty() { ground.read(anchor, last) } else { None };
        let found = match single {
            _ if !counted.is_empty() => counted,
            Some(mut mention) => {
                // A name that swallows the one before it replaces it.
                while mentions.last().is_some_and(|m| m.span.overlaps(mention.span)) {
                    mentions.pop();
                }
                let mut found = list::read(ground, &mut mention, mentions.last());
                if let (Some(before), true) = (mentions.last(), found.is_empty()) {
                    row::inherit(ground, &mut mention, before);
                }
                if let Some(first) = missed.last().and_then(|&anchor| row::ahead(ground, anchor, &mention)) {
                    missed.pop();
                    found.insert(0, first);
                }
                found.push(mention);
                found
            }
            None => match mentions.last().and_then(|before| row::beside(ground, anchor, before)) {
                Some(mention) => vec![mention],
                None => {
                    let open = list::read_open(ground, anchor, mentions.last());
                    if open.is_empty() { list::read_bare(ground, anchor, last) } else { open }
                }
            },
        };
        // 长营村、万寿等3个社区: a member of a list that had a suffix of its own.
        while mentions.last().is_some_and(|m| found.iter().any(|other| other.span.overlaps(m.span))) {
            mentions.pop();
        }
        // A township directly before a name is part of its chain.
        if let (Some(town), Some(first)) = (mentions.last_mut(), found.first()) {
            town.consumed |= first.level_five()
                && !town.level_five()
                && town.reach <= first.span.start
                && first.span.start <= town.reach + 1
                && first.chain.township.is_some();
        }
        if found.is_empty() {
            missed.push(anchor);
        }
        mentions.extend(found);
    }
    repeat::add(ground, &missed, &mut mentions);
    mentions
}

/// The divisions named in an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Divisions {
    /// One entry a division, in order of first mention.
    pub communities: Vec<Community>,
    /// Where a township stands only in the chain of a community, or opens the name of an institution: 某镇文化站.
    pub borne: Vec<Span>,
}
