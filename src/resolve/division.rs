//! Which official division a name means: by the chain printed before it, by the rest of the article, by its page, by the
//! newspaper's city or `--home`; a code only where one unit is left.

use super::company;
use super::scene::{Scene, inside};
use crate::extract::community::Mention;
use crate::extract::community::anchor::Kind;
use crate::extract::community::chain::Chain;
use crate::record::Community;
use crate::register::{AreaLevel, Class, EVERYWHERE, Register, Unit};
use std::cell::OnceCell;
use std::ops::Range;

/// How many candidates of an ambiguous name are listed.
const LISTED: usize = 20;

/// A division of the register that a mention may mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) town: u32,
    pub(super) unit: Option<Unit>,
}

impl Candidate {
    /// Twelve digits.
    fn code(&self, register: &Register) -> String {
        match &self.unit {
            Some(unit) => register.code(unit),
            None => format!("{:09}000", register.town(self.town).code),
        }
    }

    /// Code and full name: `320613008009 江苏省南通市崇川区文峰街道凤凰社区`.
    fn told(&self, register: &Register) -> String {
        let above = [AreaLevel::Province, AreaLevel::Prefecture, AreaLevel::County].into_iter();
        let above = above.filter_map(|level| register.above(level, self.town)).map(|a| a.name);
        let above: String = above.filter(|name| !is_placeholder(name)).collect();
        let unit = self.unit.as_ref().map(Unit::everyday).unwrap_or_default();
        format!("{} {above}{}{unit}", self.code(register), register.town(self.town).name)
    }
}

/// Whether an area only holds others together in the register: 市辖区, 省直辖县级行政区划.
fn is_placeholder(name: &str) -> bool {
    matches!(name, "市辖区" | "县") || name.contains("直辖")
}

/// The mentions of one division.
pub(super) struct Group {
    pub(super) mentions: Vec<Mention>,
    pub(super) chain: Chain,
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
    let searches: Vec<Search> = groups.iter().map(|group| Search::new(group, register)).collect();
    let mut settled: Vec<Settled> = searches.iter().map(|search| search.settle(scene)).collect();
    company::pair(&searches, &mut settled);
    if !scene.is_placed() {
        company::meet(&searches, &mut settled);
    }
    let sure = |search: &Search, settled: &Settled| settled.certain || search.group.chain.township.is_some();
    let towns: Vec<Range<u32>> = (searches.iter().zip(&settled))
        .filter_map(|(search, settled)| match &settled.left[..] {
            [one] if sure(search, settled) => Some(one.town..one.town + 1),
            _ => None,
        })
        .collect();
    let mut entries: Vec<Community> = (searches.iter().zip(settled))
        .map(|(search, settled)| {
            let below = if settled.renamed { None } else { search.below(&towns) };
            entry(search, below.unwrap_or(settled), scene)
        })
        .collect();
    if let Some(city) = scene.own_city() {
        company::place_in_town(&searches, &mut entries, &city);
    }
    let named = searches.iter().map(|search| search.group.mentions.iter().any(|m| !m.consumed));
    entries.into_iter().zip(named).filter(|(_, named)| *named).map(|(entry, _)| entry).collect()
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

/// What is left of the divisions that a name may mean.
#[derive(Default)]
pub(super) struct Settled {
    /// Those that the context leaves.
    pub(super) left: Vec<Candidate>,
    /// Whether the one that is left is certain.
    pub(super) certain: bool,
    /// Whether it is the name of a former township, of what that is now.
    pub(super) renamed: bool,
}

/// Leaves what the nearest context leaves: article, page, home.
fn narrow(search: &Search, scene: &Scene) -> (Vec<Candidate>, bool) {
    let Search { mention, told, register, .. } = search;
    let own = &scene.own;
    let home = scene.home.as_slice();
    let at_home = OnceCell::new();
    let at_home = || at_home.get_or_init(|| search.within(home)).as_slice();
    let tier = |tier: &[Range<u32>]| {
        let mut left = search.within(tier);
        // The paper's own city has one of the name, and the article names another city that has one too.
        let elsewhere = |c: &Candidate| !home.iter().any(|h| h.contains(&c.town));
        if !told && left.iter().any(elsewhere) && !at_home().is_empty() {
            left.extend(at_home().iter().filter(|c| !tier.iter().any(|t| t.contains(&c.town))).cloned());
            return Some((left, false));
        }
        let certain = left.len() == 1;
        (!left.is_empty()).then_some((left, certain))
    };
    if let Some(found) = tier(&own.counties).or_else(|| tier(&own.prefectures)) {
        return found;
    }
    if let Some(page) = scene.page {
        if let Some(code) = page.settled(&mention.name, mention.kind.level())
            && let Some(county) = register.county_of(code)
            && let Some(one) = search
                .within(std::slice::from_ref(&county.towns))
                .into_iter()
                .find(|c| c.code(register) == code)
        {
            return (vec![one], true);
        }
        let places = &page.places;
        let city = page.city.as_slice();
        if let Some(found) = [&places.counties, &places.prefectures, city].into_iter().find_map(tier) {
            return found;
        }
    }
    // A name cut out of running words is a guess, unless a county or city of the scene holds it.
    let guess = !told && search.is_guess;
    let home = if guess { scene.city().map(std::slice::from_ref).unwrap_or_default() } else { home };
    if let Some(found) = tier(home) {
        return found;
    }
    if guess {
        return (Vec::new(), false);
    }
    if let Some(found) = tier(&own.either) {
        return found;
    }
    if let Some(found) = tier(&scene.short().counties).or_else(|| tier(&scene.short().prefectures)) {
        return found;
    }
    // Nothing around points to any of them: a name of three characters is believed by itself where the country has
    // one of it, unless the article plays elsewhere. Shorter ones may be a place abroad or a unit of another year.
    if *told {
        let left = if search.scope == [EVERYWHERE] { Vec::new() } else { search.within(search.scope) };
        let certain = left.len() == 1;
        return (left, certain);
    }
    if scene.is_placed() || mention.stem.chars().count() < 3 {
        return (Vec::new(), false);
    }
    let all = search.within(&[EVERYWHERE]);
    if all.len() == 1 { (all, true) } else { (Vec::new(), false) }
}

/// Rules that only add places to a name found elsewhere.
const SAID_AGAIN: [&str; 2] = ["community.again", "community.short"];

/// Looks for a name in the register: the name, and where its printed chain leaves it.
pub(super) struct Search<'a> {
    pub(super) group: &'a Group,
    pub(super) mention: &'a Mention,
    /// What the register is asked for: the whole name of a township, the stem of a community.
    pub(super) name: Vec<char>,
    pub(super) register: &'a Register,
    /// Where the printed chain leaves it.
    scope: &'a [Range<u32>],
    /// Whether any chain is printed.
    pub(super) told: bool,
    /// Whether the chain ends in its township.
    by_town: bool,
    /// Whether all places of the name were cut out of running words.
    pub(super) is_guess: bool,
}

impl<'a> Search<'a> {
    fn new(group: &'a Group, register: &'a Register) -> Self {
        const ALL: &[Range<u32>] = &[EVERYWHERE];
        let chain = &group.chain;
        let scope = if chain.scope.is_empty() { ALL } else { &chain.scope };
        let cut = |m: &Mention| {
            m.rule.ends_with(".segment") || m.rule.ends_with(".register") || SAID_AGAIN.contains(&m.rule)
        };
        let mention = &group.mentions[0];
        let name = if mention.level_five() { &mention.stem } else { &mention.name };
        Search {
            group,
            mention,
            name: name.chars().collect(),
            register,
            scope,
            told: !chain.is_empty(),
            by_town: chain.township.is_some() && scope.iter().all(|s| s.len() == 1),
            is_guess: group.mentions.iter().all(cut),
        }
    }

    /// What the article, its page and its home leave of the divisions of the name.
    fn settle(&self, scene: &Scene) -> Settled {
        if let Some(one) = self.renamed(scene) {
            return Settled { left: vec![one], certain: true, renamed: true };
        }
        if !self.may_find() {
            return Settled::default();
        }
        let (left, certain) = narrow(self, scene);
        Settled { left, certain, renamed: false }
    }

    /// The divisions of the name in the townships that the article names.
    pub(super) fn below(&self, towns: &[Range<u32>]) -> Option<Settled> {
        let left = self.within(towns);
        (!left.is_empty()).then_some(Settled { certain: left.len() == 1, left, renamed: false })
    }

    /// The name of a village that became 社区 and kept its 村 in front of it.
    fn whole(&self) -> Option<Vec<char>> {
        (self.mention.kind == Kind::Village).then(|| [&self.name[..], &['村']].concat())
    }

    /// Whether no more than `most` townships or counties have the name.
    pub(super) fn is_rare(&self, most: usize) -> bool {
        self.register.places_of(&self.name, self.mention.level_five(), most) <= most
    }

    /// Whether the register may have the name anywhere.
    fn may_find(&self) -> bool {
        if !self.mention.level_five() {
            return self.register.may_know_township(&self.name);
        }
        let may = |name: &[char]| self.register.may_know_community(name, &Class::ALL);
        may(&self.name) || self.whole().is_some_and(|name| may(&name))
    }

    /// The candidates below the printed chain and in any of these places.
    pub(super) fn within(&self, places: &[Range<u32>]) -> Vec<Candidate> {
        let mut ranges: Vec<Range<u32>> = (self.scope.iter())
            .flat_map(|s| places.iter().map(|p| s.start.max(p.start)..s.end.min(p.end)))
            .filter(|r| r.start < r.end)
            .collect();
        ranges.sort_by_key(|r| (r.start, u32::MAX - r.end));
        let mut end = 0;
        ranges.retain(|r| {
            let new = r.end > end;
            end = end.max(r.end);
            new
        });
        let mut found = if self.mention.level_five() {
            self.units(&ranges)
        } else {
            let towns = self.register.townships_at(&self.name, &ranges).into_iter();
            towns.map(|town| Candidate { town, unit: None }).collect()
        };
        found.dedup();
        found
    }

    fn units(&self, ranges: &[Range<u32>]) -> Vec<Candidate> {
        let (kind, register) = (self.mention.kind, self.register);
        let own = register.communities_at(&self.name, ranges);
        let mut ranked: Vec<(u8, Unit)> = own.into_iter().map(|unit| (rank(kind, &unit), unit)).collect();
        if let Some(whole) = self.whole() {
            let urban = |u: &Unit| matches!(u.form().class, Class::Community | Class::Residents);
            ranked.extend(register.communities_at(&whole, ranges).into_iter().filter(urban).map(|u| (1, u)));
        }
        // Beyond its own sort, a name is another's only where the township is printed: a village that became 社区.
        ranked.retain(|(rank, _)| *rank <= if self.by_town { 2 } else { 1 });
        let best = ranked.iter().map(|r| r.0).min();
        ranked.sort_by_key(|r| (r.1.town, r.1.serial));
        let left = ranked.into_iter().filter(|r| Some(r.0) == best);
        left.map(|(_, unit)| Candidate { town: unit.town, unit: Some(unit) }).collect()
    }

    /// A township that was raised since (乡 to 镇, 镇 to 街道), where the text or its context says of what county.
    fn renamed(&self, scene: &Scene) -> Option<Candidate> {
        if self.mention.level_five() {
            return None;
        }
        let near = if self.scope == [EVERYWHERE] { scene.near_city() } else { self.scope.to_vec() };
        if near.is_empty() || !self.within(&near).is_empty() {
            return None;
        }
        let mut towns = self.register.townships_renamed(&self.name, &near);
        towns.sort_unstable();
        towns.dedup();
        if let [town] = towns[..] { Some(Candidate { town, unit: None }) } else { None }
    }
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

fn entry(search: &Search, settled: Settled, scene: &Scene) -> Community {
    let &Search { group, register, .. } = search;
    let Settled { left: candidates, certain, .. } = settled;
    let first = &group.mentions[0];
    let community = first.level_five();
    let chain = &group.chain;
    let alone = || group.mentions.iter().filter(|m| !m.consumed).map(|m| m.rule);
    let rule =
        alone().find(|rule| !SAID_AGAIN.contains(rule)).or_else(|| alone().next()).unwrap_or(first.rule);
    let mut entry = Community {
        name: first.name.clone(),
        level: first.kind.level(),
        province: chain.province.clone(),
        prefecture: chain.prefecture.clone(),
        county: chain.county.clone(),
        township: chain.township.clone(),
        code: None,
        candidates: Vec::new(),
        spans: group.mentions.iter().map(|m| m.span).collect(),
        rule: Some(rule.into()),
    };
    // What all that are left have in common is known; without candidates, what the printed chain lies in.
    let places: Vec<Range<u32>> = if candidates.is_empty() {
        let near: Vec<_> = (chain.scope.iter())
            .filter(|s| {
                (scene.home.iter().chain(&scene.own.prefectures).chain(&scene.own.counties))
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
    if let ([one], true) = (&candidates[..], certain) {
        entry.code = Some(one.code(register));
    } else {
        let open = match candidates.is_empty() && scene.explain {
            true => search.within(&[EVERYWHERE]),
            false => candidates,
        };
        let listed = open.iter().take(if scene.explain { LISTED } else { 0 });
        entry.candidates = listed.map(|c| c.told(register)).collect();
    }
    entry
}
