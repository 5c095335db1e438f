//! What the names of an article say of each other, where nothing else tells which divisions they mean.

use super::division::Settled;
use super::scene::inside;
use super::search::{Candidate, Group, Search};
use crate::extract::community::Mention;
use crate::record::Community;
use crate::register::{AreaLevel, EVERYWHERE, Register};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// Names of more townships than this say nothing of where they are.
const COMMON: usize = 60;

/// Two names meet in a county by chance the oftener, the more counties have either: as many pairs of counties as this.
const BY_CHANCE: usize = 150;

/// Settles what nothing around settles by another name of the article: 学田街道 … 学田社区, where the country has one such pair.
pub(super) fn pair(searches: &[Search], settled: &mut [Settled]) {
    let open = |at: usize, settled: &[Settled]| settled[at].left.len() != 1 && !searches[at].told;
    let level = |five| (0..searches.len()).filter(move |&at| searches[at].mention.level_five() == five);
    for town in level(false) {
        if !open(town, settled) {
            continue;
        }
        let places = searches[town].register.townships_at(&searches[town].name, &[EVERYWHERE]);
        let places: Vec<_> = places.into_iter().map(|place| place..place + 1).collect();
        for unit in level(true) {
            if open(unit, settled)
                && let Some(found) = searches[unit].below(&places).filter(|found| found.certain)
            {
                let place = Candidate { town: found.left[0].town, unit: None };
                settled[town] = Settled { left: vec![place], certain: true, renamed: false };
                settled[unit] = found;
                break;
            }
        }
    }
}

/// Settles names by the county that more of them have than any other: 梅李镇、海虞镇和虞山街道 are of 常熟.
pub(super) fn meet(searches: &[Search], settled: &mut [Settled]) {
    let open =
        |search: &Search, settled: &Settled| settled.left.len() != 1 && !search.told && !search.is_guess;
    let names: Vec<usize> = (0..searches.len()).filter(|&at| open(&searches[at], &settled[at])).collect();
    let Some(register) = searches.first().map(|search| search.register).filter(|_| names.len() > 1) else {
        return;
    };
    let Some((county, there)) = meeting(names.iter().map(|&at| &searches[at]), register) else { return };
    if there.len() < 2 || there.len() == 2 && there.iter().product::<usize>() > BY_CHANCE {
        return;
    }
    let city = register.above(AreaLevel::Prefecture, county.start).map(|city| city.towns.clone());
    for at in names {
        let scopes = [Some(county.clone()), city.clone()].into_iter().flatten();
        let found = scopes.map(|scope| searches[at].below(&[scope])).find_map(|found| found);
        if let Some(found) = found.filter(|found| found.certain) {
            settled[at] = found;
        }
    }
}

/// The county that more of these names have than any other, and how many counties each of the names that it has is in.
fn meeting<'s>(
    names: impl Iterator<Item = &'s Search<'s>>,
    register: &Register,
) -> Option<(Range<u32>, Vec<usize>)> {
    // The counties, by where their townships begin.
    let mut counties: BTreeMap<u32, (Range<u32>, Vec<usize>)> = BTreeMap::new();
    for search in names.filter(|search| search.is_rare(COMMON)) {
        let found = search.within(&[EVERYWHERE]);
        let mut areas: Vec<_> = found
            .iter()
            .filter_map(|c| register.above(AreaLevel::County, c.town))
            .map(|a| &a.towns)
            .collect();
        areas.dedup();
        for area in &areas {
            counties.entry(area.start).or_insert_with(|| ((*area).clone(), Vec::new())).1.push(areas.len());
        }
    }
    let most = counties.values().map(|(_, names)| names.len()).max()?;
    let mut best = counties.into_values().filter(|(_, names)| names.len() == most);
    best.next().filter(|_| best.next().is_none())
}

/// The county of a page whose paper nobody knows: the one that has most of the townships named without their county. Where
/// the paper's name tells of a `home`, that has none of them.
pub(crate) fn county_of_page(
    mentions: &[Vec<Mention>],
    home: Option<&Range<u32>>,
    register: &Register,
) -> Option<Range<u32>> {
    const LEAST: usize = 3;
    let alone = |m: &&Mention| !m.level_five() && m.chain.is_empty();
    let mut seen = HashSet::new();
    let groups: Vec<Group> = (mentions.iter().flatten().filter(alone))
        .filter(|m| seen.insert(&m.name))
        .map(|m| Group { chain: m.chain.clone(), mentions: vec![m] })
        .collect();
    if groups.len() < LEAST {
        return None;
    }
    let searches: Vec<Search> = groups.iter().map(|group| Search::new(group, register)).collect();
    let at_home = |home: &Range<u32>| {
        searches.iter().any(|search| !search.within(std::slice::from_ref(home)).is_empty())
    };
    if home.is_some_and(at_home) {
        return None;
    }
    let (county, there) = meeting(searches.iter().filter(|search| search.may_find()), register)?;
    (there.len() >= LEAST && 2 * there.len() >= groups.len()).then_some(county)
}

/// Puts communities that the register does not have around into the township of the article, where it names only one and
/// that is in the paper's own city: 涪城区城北街道…, then 红星街居委会.
pub(super) fn place_in_town(searches: &[Search], entries: &mut [Community], city: &Range<u32>) {
    let town = |search: &Search| match search.mention.level_five() {
        true => search.group.chain.township.clone(),
        false => Some(search.mention.registered()),
    };
    let towns: Vec<(String, usize)> =
        (0..searches.len()).filter_map(|at| Some((town(&searches[at])?, at))).collect();
    let Some((name, _)) = towns.first().filter(|first| towns.iter().all(|t| t.0 == first.0)) else { return };
    let in_city = |county: &str| searches[0].register.areas(county).any(|a| inside(&a.towns, city));
    let home = |entry: &&Community| entry.county.as_deref().is_some_and(in_city);
    let Some(told) = towns.iter().map(|t| &entries[t.1]).find(home).cloned() else { return };
    for (search, entry) in searches.iter().zip(entries) {
        if search.mention.level_five() && !search.told && !search.is_guess && entry.county.is_none() {
            entry.province.clone_from(&told.province);
            entry.prefecture.clone_from(&told.prefecture);
            entry.county.clone_from(&told.county);
            entry.township = Some(name.clone());
        }
    }
}
