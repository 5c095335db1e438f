//! Finds organisations: named bodies, from 柳荫社区党委 to 世界卫生组织.
//!
//! An ending anchors a name (`head`), `boundary` walks left to what opens it: a community of the article, a division of
//! the register, a level (市第二人民医院), a country, another body, a name in quotation marks. Without any of these only
//! companies, schools and their like are names, where their first words are no common ones (青禾小学, but not 社区医院),
//! where they are numbered (第二医院), founded (成立农家客栈协会), or a university's own (化工学院).
//!
//! What is a name here:
//! - Bodies named in a title (柳荫社区党委书记) are mentions, as communities in a chain are.
//! - A level stands for the place (市民政局, 区妇联); below the county it does not: bare 社区党委, 街道办 and 镇政府 are generic.
//! - Bodies of a township or community begin with it (学田街道总工会), others with all that is printed (南通市崇川区人民法院).
//! - The second of 市民政局、残联 is of the same place, and is called as printed; the first must tell the place.
//! - Markets and their like are bodies where they act, not where something is held in them.
//! - A body printed in full and in short is one entry, under the name that stood first.
//! - Part of a body (省政府|办公厅, 厦门大学|马来西亚分校) is named with the whole; a section (市水务局|供水科) is the office.
//! - A residents' committee that is the community itself (田园居委会) is no body besides.
//! - A word that many bodies bear is a name (胜利派出所, 红旗理发店), and so is any before an ending that few bodies have, where
//!   it acts (花农公会会长).
//! - In traditional characters an office needs no place: 海事處 is the only one of its field.

mod abroad;
mod boundary;
mod head;
mod known;
mod lexicon;
mod named;
mod plain;
mod quoted;
mod read;
mod several;
#[cfg(test)]
mod tests;

use crate::anchor::{self, Anchors, Field};
use crate::chars::without_spaces;
use crate::extract::community::Communities;
use crate::lexicon::columns;
use crate::record::{Community, Organization};
use crate::{Document, Span, countries};
use boundary::{Ground, Host};
use lexicon::{BODIES, FIELDS_OF_OFFICES, Kind, lexicon};
use std::collections::HashMap;

/// A body found in the text.
#[derive(Clone, Copy, Debug)]
struct Found {
    span: Span,
    kind: Kind,
    host: Option<Host>,
}

/// How many names back one in short is looked for in full: enough for any article, and little for a megabyte of text.
const FAR: usize = 256;

/// The longest title in 《》, in characters: nothing is read in one.
const LONGEST_TITLE: usize = 60;

/// Whether what ends at `end` ends as bodies are called, venues apart: 县文体广电和旅游局, 学生会.
pub(crate) fn ends_body(doc: &Document<'_>, end: usize) -> bool {
    head::read(doc, lexicon(), end).is_some_and(|head| head.kind != Kind::Venue)
}

/// Marks the last two characters of every ending.
pub(crate) fn anchors(anchors: &mut Anchors) {
    columns(BODIES).for_each(|[body]| anchors.ending(Field::Organization, body));
    let lasts = columns(FIELDS_OF_OFFICES).filter_map(|[field]| field.chars().last());
    anchors.product(Field::Organization, lasts, head::OFFICES.chars());
}

/// The organisations of a document, in order of first mention. `borne` are townships without an entry of their own.
/// Nothing is read in `reserved` (datelines, signatures).
pub fn extract(
    doc: &Document<'_>,
    divisions: &Communities,
    communities: &[Community],
    borne: &[Span],
    reserved: &[Span],
) -> Vec<Organization> {
    let mut ends: Vec<Span> = communities.iter().flat_map(|c| c.spans.iter().copied()).collect();
    ends.extend(borne);
    ends.sort_unstable_by_key(|s| s.end);
    ends.dedup();
    let ground = Ground {
        doc,
        register: divisions.register(),
        divisions: divisions.lexicon(),
        lexicon: lexicon(),
        communities: ends,
    };
    let mut found: Vec<Found> = Vec::new();
    for end in anchor::ends(doc, Field::Organization) {
        let Some(head) = head::read(doc, ground.lexicon, end) else { continue };
        let Some(body) = read::read(&ground, head, found.last()) else { continue };
        if reserved.iter().any(|s| s.overlaps(body.span)) || is_in_title(doc, end - 1) {
            continue;
        }
        // A longer name takes the place of those it holds.
        while found.last().is_some_and(|f| f.span.overlaps(body.span)) {
            found.pop();
        }
        found.push(body);
    }
    merge(doc, found)
}

/// Whether `at` stands in a title: 《…法院…》.
fn is_in_title(doc: &Document<'_>, at: usize) -> bool {
    let line = &doc.chars()[at.saturating_sub(LONGEST_TITLE)..at];
    line.iter().rev().find(|c| matches!(c, '《' | '》' | '\n')) == Some(&'《')
}

/// One entry a body, with every place where it is printed, in full or in short.
fn merge(doc: &Document<'_>, found: Vec<Found>) -> Vec<Organization> {
    let mut merged: Vec<Organization> = Vec::with_capacity(found.len());
    // How the name of each entry was found.
    let mut first: Vec<Found> = Vec::with_capacity(found.len());
    // The entry of each name as printed, in short or not.
    let mut entries: HashMap<(bool, &str), usize> = HashMap::with_capacity(found.len());
    for body in found {
        let printed = doc.surface(body.span);
        let short = body.host == Some(Host::Level);
        let entry = *entries.entry((short, printed)).or_insert_with(|| {
            let name = without_spaces(printed);
            let near = merged.len().saturating_sub(FAR);
            let same = |at: &usize| is_same(&merged[*at].name, &first[*at], &name, &body);
            let entry = (near..merged.len()).find(same).unwrap_or(merged.len());
            match merged.get_mut(entry) {
                // What only a name tells of may begin too early (回信青禾乐团, 青禾乐团); its place tells it best.
                Some(known) if first[entry].host.is_none() && body.kind != Kind::Known => {
                    if name.len() < known.name.len() || body.host == Some(Host::Area) {
                        known.name = name;
                        first[entry] = body;
                    }
                }
                Some(_) => {}
                None => {
                    merged.push(Organization { name, spans: Vec::new(), rule: Some(rule(body).into()) });
                    first.push(body);
                }
            }
            entry
        });
        merged[entry].spans.push(body.span);
    }
    merged
}

/// Whether a later name is that of a body named before: 区法院 of a later sentence is the 崇川区法院 of the first, and
/// 崇川区城东派出所 was 城东派出所; but 市政府 is none of two cities.
fn is_same(known: &str, from: &Found, name: &str, body: &Found) -> bool {
    let whole = |found: &Found| found.kind == Kind::Known;
    let ours = is_known_as(known, name) || is_known_as(name, known);
    let shorter = !whole(body) && known.ends_with(name);
    let longer = !whole(body) && !whole(from) && from.host != Some(Host::Level) && name.ends_with(known);
    known == name || shorter || longer || ours || is_same_mark(known, name)
}

/// Whether two names open with the same marked one, and one leaves out its trade: “青禾”合作社, “青禾”蔬菜专业合作社.
fn is_same_mark(known: &str, name: &str) -> bool {
    let (Some((mark, tail)), Some((other, end))) = (marked(known), marked(name)) else { return false };
    mark == other && !tail.is_empty() && !end.is_empty() && (tail.ends_with(end) || end.ends_with(tail))
}

/// The marked name that a name opens with, and what stands behind it.
fn marked(name: &str) -> Option<(&str, &str)> {
    name.strip_prefix('“')?.split_once('”')
}

/// Whether a whole name is another's behind a country: 中国外交部 and 外交部, 黎巴嫩真主党 and 真主党; but 法国外交部 is another
/// than 外交部.
fn is_known_as(full: &str, short: &str) -> bool {
    let Some(country) = full.strip_suffix(short).filter(|country| !country.is_empty()) else { return false };
    let letters: Vec<char> = country.chars().collect();
    let office = short.ends_with(['部', '院', '局', '署', '省', '行', '会']);
    country == "中国" || !office && countries::at_start(&letters) == Some(letters.len())
}

/// The name of the rule that a body was found by: what sort of body it is, and what its name opens with.
fn rule(body: Found) -> &'static str {
    macro_rules! table {
        ($($kind:ident $label:literal),* $(,)?) => {
            match (body.kind, body.host) {
                $(
                    (Kind::$kind, Some(Host::Community)) => concat!("organization.", $label, ".community"),
                    (Kind::$kind, Some(Host::Area)) => concat!("organization.", $label, ".area"),
                    (Kind::$kind, Some(Host::Level)) => concat!("organization.", $label, ".level"),
                    (Kind::$kind, Some(Host::National)) => concat!("organization.", $label, ".national"),
                    (Kind::$kind, Some(Host::Country)) => concat!("organization.", $label, ".country"),
                    (Kind::$kind, Some(Host::Body)) => concat!("organization.", $label, ".body"),
                    (Kind::$kind, Some(Host::Quoted)) => concat!("organization.", $label, ".quoted"),
                    (Kind::$kind, None) => concat!("organization.", $label, ".name"),
                )*
            }
        };
    }
    table!(
        Party "party", Committee "committee", Mass "mass", Office "office", Government "government", Police "police",
        Residents "residents", Company "company", Bank "bank", School "school", Hospital "hospital",
        Association "association", Team "team", Side "side", Institute "institute", Media "media", Venue "venue",
        Hall "hall", Troupe "troupe", Part "part",
        Foreign "foreign", State "state", Known "known",
    )
}
