//! Names that an article has given in full and says again: `东圣社区` in running words, `紫琅` in a title or a row.

use super::Mention;
use super::anchor::Anchor;
use super::boundary::Ground;
use super::chain::Chain;
use super::list::joins;
use crate::chars::{is_han, is_separator};
use crate::split::BlockKind;
use crate::{Document, Span};

/// What may stand behind a shortened name: an end, or what goes on with a row.
const fn goes_on(c: char) -> bool {
    matches!(c, '和' | '与' | '及' | '等' | '两' | '三')
}

/// Adds the further places of names in `found`: at `missed` suffixes, and without a suffix.
pub(super) fn add(ground: &Ground, missed: &[Anchor], found: &mut Vec<Mention>) {
    if found.is_empty() {
        return;
    }
    let mut more: Vec<Mention> = Vec::new();
    for anchor in missed {
        let again = found.iter().find_map(|m| again(ground.doc, anchor, m));
        more.extend(again);
    }
    let names = short_names(ground, found);
    if !names.is_empty() {
        shortened(ground, &names, found, &mut more);
    }
    if !more.is_empty() {
        found.extend(more);
        found.sort_by_key(|m| (m.span.start, m.span.end));
    }
}

/// The mention at `anchor` of a name that another mention gives.
fn again(doc: &Document, anchor: &Anchor, full: &Mention) -> Option<Mention> {
    let suffix = full.name.strip_prefix(full.stem.as_str())?;
    let start = anchor.at.checked_sub(full.stem.chars().count())?;
    let same = anchor.kind == full.kind && !anchor.doubtful && full.stem.chars().count() > 1;
    let here = same && doc.ends_with(anchor.at, &full.stem) && doc.starts_with(anchor.at, suffix);
    (here && doc.is_boundary(start))
        .then(|| at(full, Span::new(start, anchor.end), anchor.reach, "community.again"))
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

/// The stems that stand for one name of the article, each with a mention of it.
fn short_names<'m>(ground: &Ground, found: &'m [Mention]) -> Vec<(Vec<char>, &'m Mention)> {
    let mut names: Vec<(Vec<char>, &Mention)> = Vec::new();
    for mention in found.iter().filter(|m| m.level_five()) {
        let stem: Vec<char> = mention.stem.chars().collect();
        let own = stem.len() > 1 && found.iter().all(|m| m.stem != mention.stem || m.name == mention.name);
        let listed = names.iter().any(|(s, _)| *s == stem);
        if own && !listed && ground.generic(mention).is_none() {
            names.push((stem, mention));
        }
    }
    names
}

/// The names without their suffix: alone in a title, a label before a colon, or in a row with another name.
fn shortened(ground: &Ground, names: &[(Vec<char>, &Mention)], found: &[Mention], more: &mut Vec<Mention>) {
    let doc = ground.doc;
    let title = |at: usize| {
        let block = doc.blocks().iter().find(|b| b.span.start <= at && at < b.span.end);
        block.is_some_and(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Subhead))
    };
    let mut firsts = 0_u64;
    names.iter().for_each(|(stem, _)| firsts |= 1 << (stem[0] as u32 & 63));
    for (start, &first) in doc.chars().iter().enumerate() {
        if firsts >> (first as u32 & 63) & 1 == 0 {
            continue;
        }
        let Some((stem, full)) = names.iter().find(|(s, _)| doc.rest(start).starts_with(s)) else { continue };
        if start > 0 && !is_separator(doc.before(start)) && !joins(doc.before(start)) {
            continue;
        }
        let span = Span::new(start, start + stem.len());
        let (before, behind) = (doc.before(start), doc.char(span.end));
        if found.iter().any(|m| m.span.overlaps(span)) {
            continue;
        }
        let member = |end: usize| found.iter().chain(more.iter()).any(|m| m.span.end == end);
        let in_row = joins(before) && member(start - 1)
            || joins(behind) && found.iter().any(|m| m.span.start == span.end + 1);
        let row_head =
            behind == '、' && names.iter().any(|(s, _)| doc.chars()[span.end + 1..].starts_with(s));
        let ended = !is_han(behind) && !behind.is_ascii_alphanumeric() || goes_on(behind);
        let alone = is_separator(before) || start == 0;
        let told = (in_row || row_head) && (ended || doc.is_boundary(span.end))
            || alone && title(start) && ended
            || alone && behind == ':' && !ground.is_thing(span);
        if told {
            more.push(at(full, span, span.end, "community.short"));
        }
    }
}
