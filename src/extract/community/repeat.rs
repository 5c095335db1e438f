//! Names that an article has given in full and says again: `东圣社区` in running words, `紫琅` in a title or a row.

use super::Mention;
use super::anchor::Anchor;
use super::boundary::Ground;
use super::chain::Chain;
use super::list::joins;
use crate::chars::{is_han, is_separator};
use crate::split::BlockKind;
use crate::{Document, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What may stand behind a shortened name: an end, or what goes on with a row.
const fn goes_on(c: char) -> bool {
    matches!(c, '和' | '与' | '及' | '等' | '两' | '三')
}

/// Adds the further places of names in `found`: at `missed` suffixes, and without a suffix.
pub(super) fn add(ground: &Ground, missed: &[Anchor], found: &mut Vec<Mention>) {
    if found.is_empty() {
        return;
    }
    let mut more = again(ground.doc, missed, found);
    let names = short_names(ground, found);
    if !names.is_empty() {
        shortened(ground, &names, found, &mut more);
    }
    if !more.is_empty() {
        found.extend(more);
        found.sort_by_key(|m| (m.span.start, m.span.end));
    }
}

/// The mentions at `missed` suffixes of names that `found` gives.
fn again(doc: &Document, missed: &[Anchor], found: &[Mention]) -> Vec<Mention> {
    if missed.is_empty() {
        return Vec::new();
    }
    // Each name once, by the last character of its stem.
    let mut names: BTreeMap<char, Vec<&Mention>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for mention in found {
        if let Some(last) = mention.stem.chars().last()
            && seen.insert((mention.kind, &mention.name, &mention.stem))
        {
            names.entry(last).or_default().push(mention);
        }
    }
    let place = |anchor: &Anchor, full: &Mention| {
        let suffix = full.name.strip_prefix(full.stem.as_str())?;
        let length = full.stem.chars().count();
        let start = anchor.at.checked_sub(length)?;
        let same = anchor.kind == full.kind && !anchor.doubtful && length > 1;
        let here = same && doc.ends_with(anchor.at, &full.stem) && doc.starts_with(anchor.at, suffix);
        (here && doc.is_boundary(start))
            .then(|| at(full, Span::new(start, anchor.end), anchor.reach, "community.again"))
    };
    let full =
        |anchor: &Anchor| names.get(&doc.before(anchor.at))?.iter().find_map(|name| place(anchor, name));
    missed.iter().filter_map(full).collect()
}

fn at(full: &Mention, span: Span, reach: usize, rule: &'static str) -> Mention {
    Mention {
        span,
        reach,
        chain: Chain { start: span.start, ..Chain::default() },
        consumed: false,
        rule,
        ..full.clone()
    }
}

/// Stems that stand for one name of the article, by their first characters, each with a mention of it.
type Stems<'m> = BTreeMap<char, Vec<(Vec<char>, &'m Mention)>>;

fn short_names<'m>(ground: &Ground, found: &'m [Mention]) -> Stems<'m> {
    // The name of each stem; `None` where it has two.
    let mut owners: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for mention in found {
        let owner = owners.entry(&mention.stem).or_insert(Some(&mention.name));
        *owner = owner.filter(|name| *name == mention.name);
    }
    let mut stems = Stems::new();
    for mention in found.iter().filter(|m| m.level_five()) {
        let stem: Vec<char> = mention.stem.chars().collect();
        let own = stem.len() > 1 && owners.get(mention.stem.as_str()).is_some_and(Option::is_some);
        if own && ground.generic(mention).is_none() {
            owners.remove(mention.stem.as_str());
            stems.entry(stem[0]).or_default().push((stem, mention));
        }
    }
    stems
}

/// The stem that the text goes on with.
fn stem_at<'s, 'm>(stems: &'s Stems<'m>, rest: &[char]) -> Option<&'s (Vec<char>, &'m Mention)> {
    stems.get(rest.first()?)?.iter().find(|(stem, _)| rest.starts_with(stem))
}

/// The names without their suffix: alone in a title, a label before a colon, or in a row with another name.
fn shortened(ground: &Ground, stems: &Stems, found: &[Mention], more: &mut Vec<Mention>) {
    let doc = ground.doc;
    let title = |at: usize| {
        let block = doc.blocks().get(doc.blocks().partition_point(|b| b.span.end <= at));
        block
            .is_some_and(|b| b.span.start <= at && matches!(b.kind, BlockKind::Headline | BlockKind::Subhead))
    };
    let taken = Taken::new(found);
    let mut ends: BTreeSet<usize> = found.iter().chain(more.iter()).map(|m| m.span.end).collect();
    let firsts = stems.keys().fold(0_u64, |set, &first| set | 1 << (first as u32 & 63));
    for (start, &first) in doc.chars().iter().enumerate() {
        if firsts >> (first as u32 & 63) & 1 == 0 {
            continue;
        }
        let Some((stem, full)) = stem_at(stems, doc.rest(start)) else { continue };
        if start > 0 && !is_separator(doc.before(start)) && !joins(doc.before(start)) {
            continue;
        }
        let span = Span::new(start, start + stem.len());
        let (before, behind) = (doc.before(start), doc.char(span.end));
        if taken.overlaps(span) {
            continue;
        }
        let in_row = joins(before) && ends.contains(&(start - 1))
            || joins(behind) && taken.starts.binary_search(&(span.end + 1)).is_ok();
        let row_head = behind == '、' && stem_at(stems, doc.rest(span.end + 1)).is_some();
        let ended = !is_han(behind) && !behind.is_ascii_alphanumeric() || goes_on(behind);
        let alone = is_separator(before) || start == 0;
        let told = (in_row || row_head) && (ended || doc.is_boundary(span.end))
            || alone && title(start) && ended
            || alone && behind == ':' && !ground.is_thing(span);
        if told {
            ends.insert(span.end);
            more.push(at(full, span, span.end, "community.short"));
        }
    }
}

/// Where names stand already.
struct Taken {
    /// Where each begins, in order.
    starts: Vec<usize>,
    /// Where the last of those that begin until then ends.
    reaches: Vec<usize>,
}

impl Taken {
    fn new(found: &[Mention]) -> Self {
        let mut spans: Vec<Span> = found.iter().map(|m| m.span).collect();
        spans.sort_unstable_by_key(|span| span.start);
        let reach = |reach: &mut usize, span: &Span| {
            *reach = span.end.max(*reach);
            Some(*reach)
        };
        let reaches = spans.iter().scan(0, reach).collect();
        Taken { starts: spans.iter().map(|span| span.start).collect(), reaches }
    }

    fn overlaps(&self, span: Span) -> bool {
        let before = self.starts.partition_point(|&start| start < span.end);
        before > 0 && self.reaches[before - 1] > span.start
    }
}
