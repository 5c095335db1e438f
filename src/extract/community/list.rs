//! Lists that share a suffix: `柳荫、望江、东湖等社区`, `柳荫、望江两个社区`, `甲、乙社区`.

use super::Mention;
use super::anchor::{Anchor, Kind};
use super::boundary::Ground;
use super::chain::{self, Chain};
use super::known::Known;
use super::lexicon::Strength;
use crate::chars::is_han;
use crate::{Document, Span};

/// More members are not read: no list in print is longer, and a megabyte of 、 must not be read again and again.
const MOST: usize = 24;

/// The longest member.
const LONGEST: usize = 8;

/// Whether it joins members.
pub(super) const fn joins(c: char) -> bool {
    matches!(c, '、' | '和' | '与' | '及')
}

/// The bare members before a complete name, the 甲 of `甲、乙社区`, in text order. The name takes over their chain.
pub(super) fn read(ground: &Ground, mention: &mut Mention, last: Option<&Mention>) -> Vec<Mention> {
    let start = mention.span.start;
    if !mention.chain.is_empty() || !joint(ground, start) || mention.kind == Kind::District {
        return Vec::new();
    }
    let mut found = Vec::new();
    let suffix = mention.name[mention.stem.len()..].to_owned();
    for (member, known) in members(ground, mention.kind, &suffix, start - 1, last, false).into_iter().rev() {
        // `学校、东湖社区`: a common word before a name is a thing of its own.
        let alike = mention.kind != Kind::Village
            || member.stem.chars().count() > 2 && member.stem.chars().last() == mention.stem.chars().last();
        let generic = ground.generic(&member).is_some();
        let firm = !generic && known >= Known::Near
            || known == Known::Somewhere && alike && !ground.doc.is_word(member.span);
        if !firm {
            break;
        }
        found.push(member);
    }
    found.reverse();
    // 石堡、回龙、大中村: three side by side, not all of which the register has.
    if mention.kind == Kind::Village {
        let mut row =
            parallel(ground, mention.kind, &suffix, mention.span.end - suffix.chars().count(), None, last);
        if row.pop().is_some_and(|m| m.stem == mention.stem) && row.len() > found.len() {
            found = row;
        }
    }
    if let Some(first) = found.first() {
        mention.chain = Chain { start, ..first.chain.clone() };
    }
    found
}

/// The number before a suffix that stands alone: `甲、乙等|三个|社区`.
struct Tally {
    /// Where the last member ends.
    end: usize,
    /// What the number says.
    said: Option<usize>,
    /// Whether 等 stands before it.
    open: bool,
    /// Whether 个 stands behind it.
    measured: bool,
}

impl Tally {
    fn read(doc: &Document, at: usize) -> Option<Tally> {
        let measured = doc.before(at) == '个';
        let digits = at - usize::from(measured);
        let length = (1..=4).take_while(|&n| digits >= n && is_number(doc.char(digits - n))).count();
        let at = digits - length;
        let open = doc.before(at) == '等';
        // 学田、文峰等街道的|24个|社区 are others than those in the row.
        if length == 0 && (!open || measured) || doc.before(at) == '的' {
            return None;
        }
        let said = count(&doc.chars()[at..digits].iter().collect::<String>());
        Some(Tally { end: at - usize::from(open), said, open, measured })
    }
}

/// The members of a list with a number that might be the end of its last name: `甲、乙两社区`, `甲、乙、丙三村`.
pub(super) fn read_counted(ground: &Ground, anchor: Anchor, last: Option<&Mention>) -> Vec<Mention> {
    let doc = ground.doc;
    let number = doc.before(anchor.at);
    if !is_number(number) || anchor.doubtful || number == '一' {
        return Vec::new();
    }
    let row = doc.chars()[anchor.at.saturating_sub(LONGEST)..anchor.at].iter().any(|&c| joins(c));
    let Some(tally) = Tally::read(doc, anchor.at).filter(|tally| row && tally.said.is_some()) else {
        return Vec::new();
    };
    let found = read_open(ground, anchor, last);
    let counted = Some(found.len()) == tally.said;
    // 园南、园北三村: the number may be of the name.
    let whole = || {
        let start = found.last().map_or(anchor.at, |m| m.span.start);
        ground.known(anchor.kind, &doc.chars()[start..anchor.at], &Chain::default()) >= Known::Near
    };
    if counted && !whole() { found } else { Vec::new() }
}

/// The members of a list whose suffix stands alone: `甲、乙等社区`, `甲、乙两个社区`, in text order.
pub(super) fn read_open(ground: &Ground, anchor: Anchor, last: Option<&Mention>) -> Vec<Mention> {
    let doc = ground.doc;
    if anchor.doubtful || anchor.kind == Kind::District {
        return Vec::new();
    }
    let Some(Tally { end, said, open, measured }) = Tally::read(doc, anchor.at) else { return Vec::new() };
    let suffix: String = doc.chars()[anchor.at..anchor.end].iter().collect();
    let told = open && measured && said.is_some();
    let list = members(ground, anchor.kind, &suffix, end, last, told);
    // 张庄村、李庄村和4个社区: others are counted. But 福绥、致和两个社区 are two names.
    let joined = !open && joins(doc.before(end));
    let others = || "村区".contains(doc.before(end - 1)) || said != Some(ends(ground, end).len());
    if joined && others() && list.last().is_none_or(|m| m.1 < Known::Near) {
        return Vec::new();
    }
    // 平安、幸福等社区 may be virtues; what is counted, or as many as a number says, are names.
    let soft = list.iter().any(|m| m.1 < Known::Near && ground.generic(&m.0).is_some());
    if soft && !told && said != Some(list.len()) {
        return Vec::new();
    }
    if list.len() < 2 {
        return parallel(ground, anchor.kind, &suffix, end, said, last);
    }
    let near = list.iter().filter(|m| m.1 >= Known::Near).count();
    let somewhere = list.iter().filter(|m| m.1 == Known::Somewhere && !doc.is_word(m.0.span)).count();
    let counted = said == Some(list.len());
    let firm = near > 0
        || counted
        || 2 * somewhere > list.len()
        || open && measured && (somewhere > 0 || anchor.kind == Kind::Residents);
    if firm {
        list.into_iter().map(|m| m.0).collect()
    } else {
        parallel(ground, anchor.kind, &suffix, end, said, last)
    }
}

pub(super) fn joint(ground: &Ground, at: usize) -> bool {
    at > 0 && joins(ground.doc.before(at))
}

/// The members up to `end`, first to last, and how the register knows each. Where they are `counted` (葡萄、高九等14个村), a word
/// in the row is a name too.
fn members(
    ground: &Ground,
    kind: Kind,
    suffix: &str,
    end: usize,
    last: Option<&Mention>,
    counted: bool,
) -> Vec<(Mention, Known)> {
    let doc = ground.doc;
    let ends = ends(ground, end);
    let mut found: Vec<(Mention, Known)> = Vec::new();
    let mut commons = 0;
    let mut chain = Chain::default();
    for (i, &end) in ends.iter().enumerate() {
        let anchor = Anchor { kind, at: end, end, reach: end, doubtful: false, borne: false };
        let start = if i == 0 { 0 } else { ends[i - 1] + 1 };
        let member = if found.is_empty() {
            // What stands before 和 may be no member: 南沙区和东莞 | 沙田、虎门两镇.
            let first = ground.read(anchor, last).filter(|m| m.span.start >= start);
            chain = first.as_ref().map_or_else(Chain::default, |f| f.chain.clone());
            first
        } else {
            plain(ground, anchor, start, &chain, counted)
        };
        // 陆村、雁门等六个村: a name that has its suffix already.
        let whole = |m: &Mention| m.stem.ends_with(suffix);
        let Some(mut member) = member.filter(|m| !whole(m) || counted && kind == Kind::Village) else {
            found.clear();
            continue;
        };
        if !whole(&member) || is_whole_stem(ground, &member) {
            member.name.push_str(suffix);
        } else {
            member.stem.truncate(member.stem.len() - suffix.len());
        }
        member.rule = "community.list";
        let stem: Vec<char> = member.stem.chars().collect();
        let known = ground.known(kind, &stem, &member.chain);
        let common = known == Known::No && (doc.is_word(member.span) || !ground.noun(member.span));
        // Behind two names a word is a name too: 象园、竹屿、讲堂等社区.
        let settled = found.len() > 1 && found.iter().any(|m| m.1 >= Known::Near);
        if common && !settled && (!counted || found.is_empty()) {
            found.clear();
            continue;
        }
        commons += usize::from(common);
        found.push((member, known));
    }
    if 2 * commons >= found.len() { Vec::new() } else { found }
}

/// Whether a stem with a suffix of its own has another behind it: 大村 of 大村村.
fn is_whole_stem(ground: &Ground, member: &Mention) -> bool {
    let stem: Vec<char> = member.stem.chars().collect();
    ground.known(member.kind, &stem, &member.chain) >= Known::Near
}

/// The ends of the members up to `end`, first to last.
fn ends(ground: &Ground, end: usize) -> Vec<usize> {
    let doc = ground.doc;
    // Ends of the members, last to first; between them only Han characters, so that a clause bounds the list.
    let mut ends = vec![end];
    let mut at = end;
    while ends.len() < MOST {
        let low = at.saturating_sub(LONGEST);
        // 和 may stand inside a name or end it (白音额日和), so it joins only before two characters; behind 、 it begins one.
        let joint = |i: usize| {
            let word = || at - i > 2 && doc.before(i) != '、' && !is_verb(doc, i);
            doc.char(i) == '、' || joins(doc.char(i)) && word()
        };
        match (low..at).rev().find(|&i| joint(i) || !is_han(doc.char(i))) {
            Some(i) if joint(i) => {
                at = i;
                ends.push(i);
            }
            _ => break,
        }
    }
    ends.reverse();
    ends
}

/// Whether a joint at `at` ends a verb, or begins the text: 涉及, 参与.
fn is_verb(doc: &Document, at: usize) -> bool {
    match doc.char(at) {
        '及' => at == 0 || matches!(doc.before(at), '涉' | '普' | '遍' | '波' | '触' | '危' | '惠' | '覆'),
        '与' => at == 0 || matches!(doc.before(at), '参' | '赠' | '给'),
        _ => at == 0,
    }
}

/// A list told by its shape: short members side by side, as many as a number says, or three and more of which the
/// register has half. Nothing where one of them cannot be a name.
fn parallel(
    ground: &Ground,
    kind: Kind,
    suffix: &str,
    end: usize,
    said: Option<usize>,
    last: Option<&Mention>,
) -> Vec<Mention> {
    let doc = ground.doc;
    let ends = ends(ground, end);
    let counted = said == Some(ends.len());
    let head = ends[0];
    // 学田街道|车桥、学士等5个社区: two are enough behind their township.
    let of_town = said.is_some()
        && last.is_some_and(|m| !m.level_five() && (m.reach + 2..=m.reach + 5).contains(&head));
    if ends.len() < 2 || ends.len() < 3 && !counted && !of_town || said.is_some_and(|n| n < ends.len()) {
        return Vec::new();
    }
    let firm = |start: usize| {
        start == 0
            || !is_han(doc.before(start)) && doc.before(start) != '·'
            || ground.lexicon.before(doc.chars(), start) > 0
            || last.is_some_and(|m| !m.level_five() && m.reach == start)
            || chain::read(doc, ground.register, ground.lexicon, start).is_some_and(|c| c.start < start)
    };
    let short = |start: usize| doc.chars()[start..head].iter().all(|&c| is_han(c));
    // Directly behind a township the first member takes all: 如 belongs to 某街道如东里, but not 某镇|将把石堡.
    let member = |end| Anchor { kind, at: end, end, reach: end, doubtful: false, borne: false };
    let in_town = |start: usize| last.is_some_and(|m| !m.level_five() && m.reach == start);
    let may = |start: usize| firm(start) && (!in_town(start) || ground.plausible(member(head), start, 60));
    let mut starts = (2..=5).filter_map(|n| head.checked_sub(n)).filter(|&s| short(s) && may(s));
    let Some(first) = starts.clone().find(|&s| in_town(s)).or_else(|| starts.next()) else {
        return Vec::new();
    };
    // 北漳镇 | 东林、土块: a township that the register does not have.
    let unlisted = (first + 1..head).rev().find_map(|at| {
        let town = matches!(doc.before(at), '镇' | '乡').then(|| ground.township_unlisted(kind, at))?;
        Some((at, town?))
    });
    let first = unlisted.as_ref().map_or(first, |(at, _)| *at);
    let town = last.filter(|m| !m.level_five() && m.reach == first && kind.level() != m.kind.level());
    let above = match (town, unlisted) {
        (Some(town), _) => ground.narrowed(town.as_chain()),
        (None, Some((_, chain))) => chain,
        (None, None) => chain::read(doc, ground.register, ground.lexicon, first).unwrap_or_default(),
    };
    let above = if above.is_empty() { Chain { start: first, ..above } } else { above };
    let (mut found, mut registered, mut common) = (Vec::new(), 0, 0);
    for (i, &end) in ends.iter().enumerate() {
        let start = if i == 0 { first } else { ends[i - 1] + 1 };
        let member = member(end);
        let fits = (2..=5).contains(&end.saturating_sub(start));
        let own = |m: &Mention| fits && !m.stem.ends_with(suffix);
        let Some(mut member) = plain(ground, member, start, &above, false).filter(own) else {
            return Vec::new();
        };
        if i == 0 {
            member.chain = above.clone();
        }
        let stem: Vec<char> = member.stem.chars().collect();
        if ground.known(kind, &stem, &member.chain) >= Known::Somewhere {
            registered += 1;
        } else if doc.is_common(member.span) && !doc.tagged(member.span).iter().all(|t| t.1.starts_with("ns"))
        {
            common += 1;
        }
        member.name.push_str(suffix);
        found.push(member);
    }
    let soft = found.iter().any(|m| ground.generic(m).is_some());
    if soft && !counted {
        return Vec::new();
    }
    let told = match () {
        // 荣市街道|国民、曲线两个社区: as many as are said, right behind their township.
        () if counted && town.is_some() => true,
        () if counted => 2 * common < found.len(),
        () if of_town => 2 * common <= found.len(),
        () => common == 0 && 2 * registered >= found.len(),
    };
    if told { found } else { Vec::new() }
}

/// A member that has nothing but its stem, below the chain of the first.
pub(super) fn plain(
    ground: &Ground,
    anchor: Anchor,
    start: usize,
    chain: &Chain,
    counted: bool,
) -> Option<Mention> {
    let stem = ground.doc.chars().get(start..anchor.at)?;
    let short = (1..=6).contains(&stem.len());
    let allowed = match ground.lexicon.generic(stem, anchor.kind) {
        None => true,
        Some(Strength::Soft) => counted || ground.known(anchor.kind, stem, chain) >= Known::Near,
        Some(Strength::Hard) => false,
    };
    (short && allowed).then(|| named(ground, anchor, start, chain))
}

/// The mention of a member.
pub(super) fn named(ground: &Ground, anchor: Anchor, start: usize, chain: &Chain) -> Mention {
    let stem: String = ground.doc.chars()[start..anchor.at].iter().collect();
    Mention {
        span: Span::new(start, anchor.at),
        reach: anchor.at,
        name: stem.clone(),
        stem,
        kind: anchor.kind,
        chain: Chain { start, ..chain.clone() },
        consumed: false,
        rule: "community.list",
    }
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '两' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '几')
}

fn count(number: &str) -> Option<usize> {
    let digit = |c| "一二三四五六七八九十".chars().position(|d| d == c).map(|i| i + 1);
    match number.chars().collect::<Vec<_>>()[..] {
        ['两'] => Some(2),
        [c] if digit(c).is_some() => digit(c),
        ['十', c] => digit(c).map(|d| d + 10),
        _ => number.parse().ok(),
    }
}

/// The members of a list whose last name the register does not have, by those before it: 士英、饶阳、天安街道.
pub(super) fn read_bare(ground: &Ground, anchor: Anchor, last: Option<&Mention>) -> Vec<Mention> {
    let doc = ground.doc;
    if anchor.doubtful || matches!(anchor.kind, Kind::District | Kind::Village | Kind::Office) {
        return Vec::new();
    }
    let row = (2..=4).filter_map(|n| anchor.at.checked_sub(n + 1)).any(|at| doc.char(at) == '、');
    // 平等社区 is one; 讲堂等社区 is not.
    if !row || Tally::read(doc, anchor.at).is_some() {
        return Vec::new();
    }
    let suffix: String = doc.chars()[anchor.at..anchor.end].iter().collect();
    let list = members(ground, anchor.kind, &suffix, anchor.at, last, false);
    let near = list.iter().filter(|m| m.1 >= Known::Near).count();
    let named = |m: &Mention| ground.generic(m).is_none() && !doc.is_word(m.span);
    if list.len() < 2
        || 2 * near < list.len() - 1
        || !list.iter().all(|(m, known)| *known >= Known::Near || named(m))
    {
        return Vec::new();
    }
    list.into_iter().map(|m| m.0).collect()
}
