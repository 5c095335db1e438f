//! Which official division a name means: by the chain printed before it, by the rest of the article, by its page, by the
//! newspaper's city or `--home`; a code only where one unit is left.

use super::company;
use super::scene::{Scene, inside};
use super::search::{Candidate, Group, SAID_AGAIN, Search};
use super::told;
use crate::extract::community::Mention;
use crate::extract::community::chain::Chain;
use crate::record::Community;
use crate::register::variants::without_peoples;
use crate::register::{AreaLevel, EVERYWHERE, Register};
use std::cell::OnceCell;
use std::ops::Range;

/// How many candidates of an ambiguous name are listed.
const LISTED: usize = 20;

/// Puts mentions of one division together, completes their chains and gives codes.
pub fn resolve(mentions: &[Mention], scene: &Scene, register: &Register) -> Vec<Community> {
    let mut groups: Vec<Group> = Vec::new();
    // Which group each mention is of.
    let mut owners = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let same = |g: &Group| {
            let first = &g.mentions[0];
            (first.name == mention.name || is_by_people(first, mention))
                && first.kind.level() == mention.kind.level()
                && agree(&g.chain, &mention.chain)
        };
        let owner = groups.iter().position(same);
        owners.push(owner.unwrap_or(groups.len()));
        match owner.map(|at| &mut groups[at]) {
            Some(group) => {
                // A township of a people is called by its full name.
                let full = [&group.chain, &mention.chain].map(|chain| chain.township.clone());
                let full = full.into_iter().max_by_key(|name| name.as_ref().map(|n| n.chars().count()));
                if fullness(&mention.chain) > fullness(&group.chain) {
                    group.chain = merge(&mention.chain, &group.chain);
                }
                group.chain.township = full.flatten();
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
    told::share_counties(&searches, &mut entries);
    told::follow(mentions, &owners, &searches, &mut entries, scene);
    if let Some(city) = scene.own_city() {
        company::place_in_town(&searches, &mut entries, &city);
    }
    told::stay_home(mentions, &searches, &mut entries, scene);
    let named = searches.iter().map(|search| search.group.mentions.iter().any(|m| !m.consumed));
    let named = entries.into_iter().zip(named).filter(|(_, named)| *named).map(|(entry, _)| entry);
    named.fold(Vec::new(), |mut all, entry| {
        match all.iter_mut().find(|other: &&mut Community| is_same(other, &entry)) {
            Some(other) => unite(other, entry, register),
            None => all.push(entry),
        }
        all
    })
}

/// Whether two entries are of one division, called by what its county is and by what it was (龙海区, 龙海市), or with its
/// suffix twice (运村, 运村村).
fn is_same(a: &Community, b: &Community) -> bool {
    a.code.is_some() && a.code == b.code && (a.name.starts_with(&b.name) || b.name.starts_with(&a.name))
}

/// Adds an entry to one of the same division. Of two names of the county the one that is no more was printed.
fn unite(entry: &mut Community, other: Community, register: &Register) {
    let now = entry.code.as_deref().and_then(|code| register.county_of(code)).map(|county| county.name);
    if entry.county.as_deref() == now {
        entry.county = other.county;
    }
    entry.spans.extend(other.spans);
    entry.spans.sort_unstable();
}

/// Whether two names are of one township of a people: 温滴楼满族乡, 温滴楼乡.
fn is_by_people(a: &Mention, b: &Mention) -> bool {
    let plain = |long: &Mention, short: &Mention| {
        let stem: Vec<char> = long.stem.chars().collect();
        stem.ends_with(&['族'])
            && without_peoples(&stem).is_some_and(|plain| plain.iter().copied().eq(short.stem.chars()))
    };
    a.kind == b.kind && !a.level_five() && (plain(a, b) || plain(b, a))
}

fn agree(a: &Chain, b: &Chain) -> bool {
    let fits = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => a == b || a.ends_with(b.as_str()) || b.ends_with(a.as_str()),
        _ => true,
    };
    fits(&a.province, &b.province)
        && fits(&a.prefecture, &b.prefecture)
        && fits(&a.county, &b.county)
        && (fits(&a.township, &b.township) || is_town_by_people(&a.township, &b.township))
}

/// Whether two townships are one, called with its peoples and without: 董地苗族彝族乡, 董地乡.
fn is_town_by_people(a: &Option<String>, b: &Option<String>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let plain = |long: &str, short: &str| {
        let (Some(long), Some(short)) = (long.strip_suffix('乡'), short.strip_suffix('乡')) else {
            return false;
        };
        let stem: Vec<char> = long.chars().collect();
        stem.ends_with(&['族'])
            && without_peoples(&stem).is_some_and(|plain| plain.iter().copied().eq(short.chars()))
    };
    plain(a, b) || plain(b, a)
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

impl Search<'_> {
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
        if let Some(code) = scene.settled(&mention.name, mention.kind.level())
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
        // An article that says where it plays does not mean one of many where another article plays.
        let stays = !own.counties.is_empty() && !search.is_rare(told::MANY);
        let wide: &[&[Range<u32>]] =
            if stays { &[city] } else { &[&places.counties, &places.prefectures, city] };
        if let Some(found) = wide.iter().find_map(|places| tier(places)) {
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
        match near.is_empty() {
            // 三星鄉行健村: the register has no divisions of Taiwan, and another township of the name.
            true if scene.doc.is_traditional() && is_short_alone(chain) => Vec::new(),
            true => chain.scope.clone(),
            false => near,
        }
    } else {
        candidates.iter().map(|c| c.town..c.town + 1).collect()
    };
    if let Some(name) = scene.former_county(&places) {
        entry.county.get_or_insert_with(|| name.to_owned());
    }
    complete(&mut entry, &places, register);
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

/// Whether a township of two letters is all that was printed before a name.
fn is_short_alone(chain: &Chain) -> bool {
    const SHORT: usize = 3;
    let above = [&chain.province, &chain.prefecture, &chain.county];
    above.iter().all(|name| name.is_none())
        && chain.township.as_ref().is_some_and(|name| name.chars().count() <= SHORT)
}

/// Gives an entry the divisions that all these places have in common, where it has none.
pub(super) fn complete(entry: &mut Community, places: &[Range<u32>], register: &Register) {
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
}
