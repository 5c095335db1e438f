//! Which official division a name means: by the chain printed before it, by the rest of the article, by the
//! newspaper's city or `--home`; a code only where one unit is left.

use crate::Document;
use crate::extract::Context;
use crate::extract::community::Mention;
use crate::extract::community::anchor::Kind;
use crate::extract::community::chain::{self, Chain};
use crate::lexicon::rows;
use crate::record::{Community, CommunityLevel};
use crate::register::{Area, AreaLevel, Class, EVERYWHERE, NameSort, Register, Unit};
use std::ops::Range;

static NEWSPAPERS: &str = include_str!("../../data/newspaper_home.tsv");

/// What an article and its newspaper say about where it plays.
#[derive(Debug, Default)]
pub struct Scene {
    counties: Vec<Range<u32>>,
    prefectures: Vec<Range<u32>>,
    home: Option<Range<u32>>,
}

impl Scene {
    /// Reads the divisions named anywhere in the article, and its home.
    pub fn new(doc: &Document, context: &Context, register: &Register) -> Self {
        let home = (context.home.and_then(|h| home(register, h)))
            .or_else(|| context.newspaper.and_then(|n| newspaper_home(register, n)))
            .map(|a| a.towns.clone());
        let mut scene = Scene { home, ..Scene::default() };
        let mut counties: Vec<Vec<&Area>> = Vec::new();
        let mut wide: Vec<Range<u32>> = Vec::new();
        for (i, &c) in doc.chars().iter().enumerate() {
            if !"区县市旗州盟省".contains(c) {
                continue;
            }
            let county =
                |sort| chain::areas(doc, register, i + 1, AreaLevel::County, sort).filter(|_| c != '省');
            if let Some((_, found)) = county(NameSort::Full) {
                counties.push(found);
            } else if let Some((_, found)) =
                chain::areas(doc, register, i + 1, AreaLevel::Prefecture, NameSort::Full)
            {
                scene.prefectures.extend(found.iter().map(|a| a.towns.clone()));
            } else if let Some((_, found)) =
                chain::areas(doc, register, i + 1, AreaLevel::Province, NameSort::Full)
            {
                wide.extend(found.iter().map(|a| a.towns.clone()));
            } else if let Some((_, found)) = county(NameSort::Former) {
                counties.push(found);
            }
        }
        wide.extend(scene.prefectures.iter().cloned().chain(scene.home.clone()));
        for found in counties {
            // 鼓楼区 is four districts: the one in a city that is named too, or none.
            let within: Vec<_> = found.iter().filter(|a| wide.iter().any(|w| inside(&a.towns, w))).collect();
            match (&within[..], &found[..]) {
                ([one], _) => scene.counties.push(one.towns.clone()),
                ([], [one]) => scene.counties.push(one.towns.clone()),
                _ => {}
            }
        }
        for ranges in [&mut scene.counties, &mut scene.prefectures] {
            ranges.sort_by_key(|r| (r.start, r.end));
            ranges.dedup();
        }
        scene
    }

    /// The scopes that a bare name is looked for in first.
    pub fn near(&self) -> Vec<Range<u32>> {
        self.counties.iter().chain(&self.prefectures).chain(&self.home).cloned().collect()
    }
}

fn inside(inner: &Range<u32>, outer: &Range<u32>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The division that `江苏省南通市崇川区` means: names from left to right, each below the one before it. `None` where any
/// part of it is not in the register.
pub fn home<'a>(register: &'a Register, text: &str) -> Option<&'a Area> {
    let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut at = 0;
    let mut found: Option<&Area> = None;
    while at < chars.len() {
        let next = (at + 2..=chars.len().min(at + 15)).rev().find_map(|end| {
            [NameSort::Full, NameSort::Short].iter().find_map(|&sort| {
                let area = register
                    .areas_at(&chars[at..end], sort)
                    .filter(|a| found.is_none_or(|f| inside(&a.towns, &f.towns) && a.level > f.level))
                    .min_by_key(|a| a.level)?;
                Some((end, area))
            })
        });
        let (end, area) = next?;
        (at, found) = (end, Some(area));
    }
    found
}

/// The city that a newspaper is of: from the list of papers, else from the beginning of its name.
pub fn newspaper_home<'a>(register: &'a Register, name: &str) -> Option<&'a Area> {
    let name = name.trim();
    if let Some(row) = rows(NEWSPAPERS).find(|r| r[0] == name) {
        return row.get(1).filter(|h| **h != "-").and_then(|h| home(register, h));
    }
    let chars: Vec<char> = name.chars().collect();
    (2..chars.len()).rev().find_map(|end| {
        let head = &chars[..end];
        let mut areas: Vec<&Area> =
            [NameSort::Full, NameSort::Short].iter().flat_map(|&s| register.areas_at(head, s)).collect();
        areas.sort_by_key(|a| a.level);
        areas.dedup_by_key(|a| (a.level, a.code));
        match &areas[..] {
            [first, ..] if first.level != AreaLevel::County => Some(*first),
            [only] => Some(*only),
            _ => None,
        }
    })
}

/// A division of the register that a mention may mean.
#[derive(Clone, Debug, PartialEq)]
struct Candidate {
    town: u32,
    unit: Option<Unit>,
}

/// The mentions of one division.
struct Group {
    mentions: Vec<Mention>,
    chain: Chain,
}

/// Puts mentions of one division together, completes their chains and gives codes.
pub fn resolve(mentions: Vec<Mention>, scene: &Scene, register: &Register) -> Vec<Community> {
    let mut groups: Vec<Group> = Vec::new();
    for mention in mentions {
        let same = |g: &&mut Group| {
            let first = &g.mentions[0];
            first.name == mention.name
                && first.kind.level() == mention.kind.level()
                && agree(&g.chain, &mention.chain)
        };
        match groups.iter_mut().find(same) {
            Some(group) => {
                if fullness(&mention.chain) > fullness(&group.chain) {
                    group.chain = merge(&mention.chain, &group.chain);
                }
                group.mentions.push(mention);
            }
            None => groups.push(Group { chain: mention.chain.clone(), mentions: vec![mention] }),
        }
    }
    // Townships first: they narrow the communities.
    let mut towns: Vec<Range<u32>> = Vec::new();
    for group in &groups {
        let (candidates, settled) = settle(group, scene, &[], register);
        if (settled || group.chain.township.is_some()) && candidates.len() == 1 {
            towns.extend(candidates.iter().map(|c| c.town..c.town + 1));
        }
    }
    (groups.iter())
        .filter(|g| g.mentions.iter().any(|m| !m.consumed))
        .map(|g| entry(g, settle(g, scene, &towns, register), scene, register))
        .collect()
}

fn agree(a: &Chain, b: &Chain) -> bool {
    let fits = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => a == b || a.ends_with(b.as_str()) || b.ends_with(a.as_str()),
        _ => true,
    };
    fits(&a.province, &b.province)
        && fits(&a.prefecture, &b.prefecture)
        && fits(&a.county, &b.county)
        && fits(&a.township, &b.township)
}

fn fullness(chain: &Chain) -> usize {
    [&chain.province, &chain.prefecture, &chain.county, &chain.township]
        .iter()
        .filter(|c| c.is_some())
        .count()
}

fn merge(full: &Chain, other: &Chain) -> Chain {
    let or = |a: &Option<String>, b: &Option<String>| a.clone().or_else(|| b.clone());
    Chain {
        start: full.start,
        province: or(&full.province, &other.province),
        prefecture: or(&full.prefecture, &other.prefecture),
        county: or(&full.county, &other.county),
        township: or(&full.township, &other.township),
        scope: if full.scope.is_empty() { other.scope.clone() } else { full.scope.clone() },
    }
}

/// The candidates that are left, and whether the one that is left is certain.
fn settle(group: &Group, scene: &Scene, towns: &[Range<u32>], register: &Register) -> (Vec<Candidate>, bool) {
    let mention = &group.mentions[0];
    let everywhere = [EVERYWHERE];
    let told = !group.chain.is_empty();
    let scope = if group.chain.scope.is_empty() { &everywhere[..] } else { &group.chain.scope };
    let by_town = group.chain.township.is_some() && scope.iter().all(|s| s.len() == 1);
    let mut all = candidates(mention, scope, by_town, register);
    // A name cut out of running words is a guess, unless a county or city of the scene holds it.
    if !told && group.mentions.iter().all(|m| m.rule.ends_with(".segment") || m.rule.ends_with(".register")) {
        let city = scene.home.as_ref().filter(|h| {
            let within = |level| register.above(level, h.start).filter(|a| inside(h, &a.towns));
            within(AreaLevel::Prefecture).is_some()
                || within(AreaLevel::Province).is_some_and(|p| p.name.ends_with('市'))
        });
        let near = |town: &u32| {
            (scene.counties.iter().chain(&scene.prefectures).chain(city)).any(|r| r.contains(town))
        };
        all.retain(|c| near(&c.town));
    }
    let home: Vec<_> = scene.home.iter().cloned().collect();
    for tier in [towns, &scene.counties, &scene.prefectures, &home] {
        let left: Vec<_> = all.iter().filter(|c| tier.iter().any(|t| t.contains(&c.town))).cloned().collect();
        match left.len() {
            0 => {}
            1 => return (left, true),
            _ => return (left, false),
        }
    }
    // Nothing around points to any of them: a name of three characters is believed by itself where the country has
    // one of it, unless the article plays elsewhere. Shorter ones may be a place abroad or a unit of another year.
    let elsewhere = scene.home.is_some() || !scene.counties.is_empty() || !scene.prefectures.is_empty();
    let printed = told && !group.chain.scope.is_empty();
    match all.len() {
        1 if printed || !elsewhere && !told && mention.stem.chars().count() > 2 => (all, true),
        _ if printed => (all, false),
        _ => (Vec::new(), false),
    }
}

fn candidates(mention: &Mention, scope: &[Range<u32>], by_town: bool, register: &Register) -> Vec<Candidate> {
    if mention.kind.level() == CommunityLevel::Township {
        let name: Vec<char> = mention.name.chars().collect();
        return (scope.iter().flat_map(|s| register.townships_at(&name, s)))
            .map(|town| Candidate { town, unit: None })
            .collect();
    }
    let stem: Vec<char> = mention.stem.chars().collect();
    let mut ranked: Vec<(u8, Unit)> = Vec::new();
    for range in scope {
        ranked.extend(register.communities_at(&stem, range).into_iter().map(|u| (rank(mention.kind, &u), u)));
        if mention.kind == Kind::Village {
            let mut whole = stem.clone();
            whole.push('村');
            let urban = |u: &Unit| matches!(u.form().class, Class::Community | Class::Residents);
            ranked.extend(register.communities_at(&whole, range).into_iter().filter(urban).map(|u| (1, u)));
        }
    }
    // Beyond its own sort, a name is another's only where the township is printed: a village that became 社区.
    ranked.retain(|(rank, _)| *rank <= if by_town { 2 } else { 1 });
    let best = ranked.iter().map(|r| r.0).min();
    let mut found: Vec<Candidate> = (ranked.into_iter().filter(|r| Some(r.0) == best))
        .map(|(_, unit)| Candidate { town: unit.town, unit: Some(unit) })
        .collect();
    found.dedup();
    found
}

/// How far a unit's class is from what the suffix says.
fn rank(kind: Kind, unit: &Unit) -> u8 {
    match (kind, unit.form().class) {
        (Kind::Community, Class::Community)
        | (Kind::Residents, Class::Residents)
        | (Kind::Village, Class::Village)
        | (Kind::Gacha, Class::Gacha) => 0,
        (Kind::Community, Class::Residents) | (Kind::Residents, Class::Community) => 1,
        (Kind::Gacha, Class::Village) | (Kind::Village, Class::Gacha) => 2,
        (_, Class::Other) => 9,
        _ => 2,
    }
}

fn entry(group: &Group, settled: (Vec<Candidate>, bool), scene: &Scene, register: &Register) -> Community {
    let (candidates, settled) = settled;
    let first = &group.mentions[0];
    let community = first.kind.level() == CommunityLevel::Community;
    let chain = &group.chain;
    let mut entry = Community {
        name: first.name.clone(),
        level: first.kind.level(),
        province: chain.province.clone(),
        prefecture: chain.prefecture.clone(),
        county: chain.county.clone(),
        township: chain.township.clone(),
        code: None,
        spans: group.mentions.iter().map(|m| m.span).collect(),
        rule: Some(group.mentions.iter().find(|m| !m.consumed).unwrap_or(first).rule.into()),
    };
    // What all that are left have in common is known; without candidates, what the printed chain lies in.
    let places: Vec<Range<u32>> = if candidates.is_empty() {
        let near: Vec<_> = (chain.scope.iter())
            .filter(|s| {
                scene
                    .home
                    .iter()
                    .chain(&scene.prefectures)
                    .chain(&scene.counties)
                    .any(|n| inside(s, n) || inside(n, s))
            })
            .cloned()
            .collect();
        if near.is_empty() { chain.scope.clone() } else { near }
    } else {
        candidates.iter().map(|c| c.town..c.town + 1).collect()
    };
    let common = |level| {
        let mut areas = places.iter().map(|p| register.above(level, p.start).filter(|a| inside(p, &a.towns)));
        let first = areas.next()??;
        areas.all(|a| a == Some(first)).then_some(first)
    };
    if let Some(province) = common(AreaLevel::Province) {
        entry.province.get_or_insert_with(|| province.name.to_owned());
        if let Some(prefecture) = common(AreaLevel::Prefecture) {
            match prefecture.name {
                "市辖区" | "县" => entry.prefecture = Some(province.name.to_owned()),
                name if name.contains("直辖") => {}
                name => {
                    entry.prefecture.get_or_insert_with(|| name.to_owned());
                }
            }
        }
    }
    if let Some(county) = common(AreaLevel::County) {
        entry.county.get_or_insert_with(|| county.name.to_owned());
    }
    if community
        && let [Candidate { town, .. }, rest @ ..] = &candidates[..]
        && rest.iter().all(|c| c.town == *town)
    {
        entry.township.get_or_insert_with(|| register.town(*town).name);
    }
    if let ([one], true) = (&candidates[..], settled) {
        entry.code = Some(match &one.unit {
            Some(unit) => register.code(unit),
            None => format!("{:09}000", register.town(one.town).code),
        });
    }
    entry
}
