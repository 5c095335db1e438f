//! What the names of an article say of each other, where nothing else tells which divisions they mean.

use super::division::Settled;
use super::scene::inside;
use super::search::{Candidate, Search};
use crate::record::Community;
use crate::register::{AreaLevel, EVERYWHERE};
use std::collections::BTreeMap;
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
    // The counties, by where their townships begin, and how many counties each of its names has.
    let mut counties: BTreeMap<u32, (Range<u32>, Vec<usize>)> = BTreeMap::new();
    for &at in names.iter().filter(|&&at| searches[at].is_rare(COMMON)) {
        let found = searches[at].within(&[EVERYWHERE]);
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
    let most = counties.values().map(|(_, names)| names.len()).max().unwrap_or(0);
    let mut best = counties.values().filter(|(_, names)| names.len() == most);
    let (Some((county, names_there)), None) = (best.next(), best.next()) else { return };
    if most < 2 || most == 2 && names_there.iter().product::<usize>() > BY_CHANCE {
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
