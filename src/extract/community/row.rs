//! Names side by side that each have their suffix: `甲社区、乙社区`. What one tells, its chain or that it is a name, holds for
//! the next.

use super::Mention;
use super::anchor::{Anchor, Kind};
use super::boundary::Ground;
use super::chain::Chain;
use super::known::Known;
use super::list::{joins, joint, named, plain};
use crate::Span;
use crate::chars::is_han;
use crate::record::CommunityLevel;
use crate::register::AreaLevel;
use std::ops::Range;

/// Takes over the chain of the full name before it in a list: `东湖街道甲社区、乙社区`.
///
/// The township goes over too, unless the register has the name in another one of the county.
pub(super) fn inherit(ground: &Ground, mention: &mut Mention, before: &Mention) {
    let joined = before.reach + 1 == mention.span.start && joint(ground, mention.span.start);
    if !joined
        || !mention.chain.is_empty()
        || before.kind.level() != mention.kind.level()
        || before.chain.is_empty()
    {
        return;
    }
    let chain = Chain { start: mention.span.start, ..before.chain.clone() };
    let stem: Vec<char> = mention.stem.chars().collect();
    let known = |chain: &Chain| ground.known(mention.kind, &stem, chain) == Known::Below;
    if known(&chain) {
        mention.chain = chain;
    } else if mention.kind.level() == CommunityLevel::Community && chain.scope.len() != 1 {
        // 城关镇 may be anywhere: what is told of the first holds for both.
        mention.chain = chain;
    } else if mention.kind.level() == CommunityLevel::Community && chain.township.is_some() {
        let above =
            |s: &Range<u32>| ground.register.above(AreaLevel::County, s.start).map(|a| a.towns.clone());
        let scope = chain.scope.iter().filter_map(above).collect();
        let wide = Chain { township: None, scope, ..chain.clone() };
        mention.chain = if known(&wide) { wide } else { chain };
    }
}

/// A township or unit that the register does not have, or a common word, in a row with one that it has: `甲镇、乙乡`,
/// `甲社区、和平社区`.
pub(super) fn beside(ground: &Ground, anchor: Anchor, before: &Mention) -> Option<Mention> {
    let start = before.reach + 1;
    let town = |kind| matches!(kind, Kind::Town | Kind::Rural | Kind::Street | Kind::Sumu);
    let same = before.kind == anchor.kind && !matches!(anchor.kind, Kind::District | Kind::Office)
        || town(before.kind) && town(anchor.kind);
    // 马家村和太滆村
    let joined =
        ground.doc.char(before.reach) == '、' || matches!(ground.doc.char(before.reach), '和' | '与');
    let fits = same && joined && !anchor.doubtful && (2..=4).contains(&anchor.at.checked_sub(start)?);
    let span = Span::new(start, anchor.at);
    let held = || {
        let stem = &ground.doc.chars()[start..anchor.at];
        !before.chain.is_empty() && ground.known(anchor.kind, stem, &before.chain) == Known::Below
    };
    if !fits {
        return None;
    }
    let soft = urban(anchor.kind) && ground.doc.char(before.reach) == '、';
    let found = match plain(ground, anchor, start, &Chain { start, ..Chain::default() }, soft) {
        Some(found) if soft && ground.generic(&found).is_some() => found,
        // 望江街道学府社区、教化社区: words too, behind the name of a township.
        Some(found) if soft && before.chain.township.is_some() => found,
        Some(found) if ground.plausible(anchor, start, 50) && !ground.is_thing(span) => found,
        // A common word where the register has it beside the one before it: 五星村、中心村.
        _ if held() => named(ground, anchor, start, &before.chain),
        _ => return None,
    };
    Some(whole(ground, anchor, found))
}

/// A name that the register does not have, in a row with the one behind it: 邻近的|覆卮山村、清溪村.
pub(super) fn ahead(ground: &Ground, anchor: Anchor, mention: &Mention) -> Option<Mention> {
    let doc = ground.doc;
    let joined = anchor.kind == mention.kind
        && !anchor.doubtful
        && anchor.end + 1 == mention.span.start
        && joins(doc.char(anchor.end));
    let edge = |&start: &usize| {
        let before = doc.before(start);
        start == 0 || !is_han(before) || before == '的' || ground.lexicon.before(doc.chars(), start) > 0
    };
    let start = (2..=4).filter(|_| joined).filter_map(|n| anchor.at.checked_sub(n)).find(edge)?;
    let span = Span::new(start, anchor.at);
    // 在|清涧居民区、南大街居民区: a word may be a name in the town, hardly in the country.
    let chain = Chain { start, ..Chain::default() };
    plain(ground, anchor, start, &chain, false)
        .filter(|_| ground.plausible(anchor, start, 50) && (urban(anchor.kind) || !ground.is_thing(span)))
        .map(|member| whole(ground, anchor, member))
}

const fn urban(kind: Kind) -> bool {
    matches!(kind, Kind::Community | Kind::Residents)
}

/// A member that has its suffix.
fn whole(ground: &Ground, anchor: Anchor, mut member: Mention) -> Mention {
    (member.span.end, member.reach) = (anchor.end, anchor.end);
    member.name.extend(&ground.doc.chars()[anchor.at..anchor.end]);
    member.rule = "community.row";
    member
}
