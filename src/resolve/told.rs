//! What an article tells of the communities that it names without their divisions: those behind a township are in it.
//!
//! The last township named before a community is the one that it lies in, right there or a paragraph above. Another place
//! named between them ends that, neighbours (隔壁的某村) get the county only, and beyond the clause the register is believed
//! where it has the name in the same county.

use super::scene::{Scene, inside};
use super::search::Search;
use crate::Document;
use crate::chars::is_separator;
use crate::extract::community::Mention;
use crate::extract::community::anchor::Kind;
use crate::extract::community::chain::{self, KINDS};
use crate::lexicon::begins;
use crate::record::Community;
use crate::register::{Area, AreaLevel, NameSort, Register};
use std::ops::Range;

/// A township that the article names, alone or before a community.
struct Told<'a> {
    /// Where its name ends.
    reach: usize,
    /// As printed, its chain without.
    name: String,
    /// What is settled of it, or of the community behind it.
    entry: &'a Community,
    /// The townships of its county.
    county: Option<Range<u32>>,
}

/// A name of more townships than this may well be another's, which the register does not have: 向阳社区.
pub(super) const MANY: usize = 25;

/// Puts communities below the township that the article named last before them: 学田街道办事处的人来到|学田、城中两个社区. The register
/// has a say where it knows the name in another township of that county; neighbours (隔壁的某村) are of the county only.
pub(super) fn follow(
    mentions: &[Mention],
    owners: &[usize],
    searches: &[Search],
    entries: &mut [Community],
    scene: &Scene,
) {
    let Some(register) = searches.first().map(|search| search.register) else { return };
    let open = |at: usize, entries: &[Community]| {
        let search = &searches[at];
        search.mention.level_five() && !search.told && (!search.is_guess || entries[at].code.is_some())
    };
    if !(0..searches.len()).any(|at| open(at, entries)) {
        return;
    }
    let before = entries.to_vec();
    let towns = towns(mentions, owners, &before, register);
    let Some(first) = towns.first() else { return };
    let only = towns.iter().all(|town| same_stem(&town.name, &first.name));
    for at in 0..searches.len() {
        if !open(at, entries) {
            continue;
        }
        let start = searches[at].mention.span.start;
        let last = towns.partition_point(|town| town.reach <= start);
        let Some(town) = last.checked_sub(1).map(|last| &towns[last]) else { continue };
        let entry = &mut entries[at];
        if let Some(own) = entry.township.as_ref().filter(|own| same_stem(own, &town.name)) {
            // 亚卓乡, which is 亚卓镇 now: called as the article calls it.
            if *own != town.name && entry.county == town.entry.county {
                entry.township = Some(town.name.clone());
            }
            continue;
        }
        if leaves(register, scene, mentions, town, start) {
            continue;
        }
        let neighbour = is_neighbour(scene.doc, start);
        let settled = entry.code.as_deref().and_then(|code| register.county_of(code)).map(|area| &area.towns);
        if let Some(own) = settled {
            let here = town.county.as_ref().is_some_and(|county| inside(own, county));
            let named = || is_named(register, scene, own, start);
            // 学田街道在秦西社区设点: within a clause the text is believed, beyond it the register.
            let clause =
                || !scene.doc.chars()[town.reach..start].iter().any(|&c| c == ',' || ends_sentence(c));
            if here && (neighbour || !clause() && searches[at].is_rare(MANY))
                || !here && (town.county.is_none() || named())
            {
                continue;
            }
        }
        // Without a paper of that place, an article may go far.
        let far = || scene.home.is_none() && scene.page.is_none() && !only;
        if far() && scene.doc.chars()[town.reach..start].contains(&'\n') {
            continue;
        }
        let Community { province, prefecture, county, .. } = town.entry;
        if settled.is_none() && county.is_none() && entry.county.is_some() {
            continue;
        }
        entry.province.clone_from(province);
        entry.prefecture.clone_from(prefecture);
        entry.county.clone_from(county);
        entry.township = (!neighbour).then(|| town.name.clone());
        entry.code = None;
    }
}

/// Puts communities whose township is printed without its county into the county that the article elsewhere prints before it:
/// 江阳区弥陀镇, then 弥陀镇大中村.
pub(super) fn share_counties(searches: &[Search], entries: &mut [Community]) {
    let town = |search: &Search| match search.mention.level_five() {
        true => search.group.chain.township.clone(),
        false => Some(search.mention.registered()),
    };
    let counties: Vec<(String, usize)> = (0..searches.len())
        .filter(|&at| searches[at].group.chain.county.is_some())
        .filter_map(|at| Some((town(&searches[at])?, at)))
        .collect();
    for at in 0..searches.len() {
        let chain = &searches[at].group.chain;
        let Some(own) = chain.township.as_ref().filter(|_| chain.county.is_none()) else { continue };
        if entries[at].code.is_none()
            && let Some(&(_, other)) = counties.iter().find(|(name, _)| name == own)
        {
            let Community { province, prefecture, county, .. } = entries[other].clone();
            (entries[at].province, entries[at].prefecture, entries[at].county) =
                (province, prefecture, county);
        }
    }
}

/// Puts names that neither the register nor the text around them places into the county that alone the article names, or
/// that the paper is of; else into the paper's city.
pub(super) fn stay_home(mentions: &[Mention], searches: &[Search], entries: &mut [Community], scene: &Scene) {
    let Some(register) = searches.first().map(|search| search.register) else { return };
    let counties = &scene.own.counties[..];
    let wide = scene.own.prefectures.iter().chain(&scene.own.either);
    let of_county = |range: &&Range<u32>| {
        register.above(AreaLevel::County, range.start).is_some_and(|area| inside(range, &area.towns))
    };
    let county = match counties {
        [one] => Some(one).filter(|one| wide.clone().all(|other| inside(one, other))),
        [] => scene.home.as_ref().filter(of_county).filter(|_| wide.clone().next().is_none()),
        _ => None,
    };
    let home = county.or_else(|| {
        let city = scene.city()?;
        counties.iter().chain(wide).all(|place| inside(place, city) || inside(city, place)).then_some(city)
    });
    let Some(home) = home else { return };
    let sentence = |at: usize| (0..at).rev().find(|&i| ends_sentence(scene.doc.char(i))).map_or(0, |i| i + 1);
    // Without a paper of that place, its name must stand in the paragraph before.
    let told = |at: usize| {
        let paragraph = (0..at).rev().find(|&i| scene.doc.char(i) == '\n').map_or(0, |i| i + 1);
        scene.home.is_some()
            || scene.page.is_some()
            || is_elsewhere(register, scene, mentions, paragraph..at, |area| area.towns != *home)
    };
    for (search, entry) in searches.iter().zip(entries) {
        let chain = &search.group.chain;
        let open = entry.prefecture.is_none() || entry.county.is_none() && county.is_some();
        let start = search.mention.span.start;
        if open
            && chain.county.is_none()
            && chain.prefecture.is_none()
            && chain.province.is_none()
            && !(search.is_guess && entry.code.is_none())
            && told(start)
            && !is_elsewhere(register, scene, mentions, sentence(start)..start, |area| {
                inside(home, &area.towns)
            })
        {
            super::division::complete(entry, std::slice::from_ref(home), register);
        }
    }
}

/// Whether the text before `at` names the county that a place lies in.
fn is_named(register: &Register, scene: &Scene, place: &Range<u32>, at: usize) -> bool {
    let chars = scene.doc.chars();
    scene.own.counties.iter().any(|county| inside(place, county))
        && (2..=at).any(|end| {
            KINDS.has(chars[end - 1]) && register.ends_area(&chars[..end]) && {
                let here = chain::ending(scene.doc, register, end);
                let of = |sort| here.areas(AreaLevel::County, sort).map(|f| f.1).unwrap_or_default();
                let mut all = of(NameSort::Full).into_iter().chain(of(NameSort::Former));
                all.any(|area| inside(place, &area.towns))
            }
        })
}

const fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | ';' | '\n')
}

/// The townships of an article, in text order.
fn towns<'a>(
    mentions: &[Mention],
    owners: &[usize],
    entries: &'a [Community],
    register: &Register,
) -> Vec<Told<'a>> {
    let told = |(mention, &owner): (&Mention, &usize)| {
        let entry = &entries[owner];
        let (reach, name) = match mention.level_five() {
            true => (mention.span.start, mention.chain.township.clone()?),
            false if mention.kind == Kind::Office => (mention.reach, mention.registered()),
            false => (mention.reach, entry.name.clone()),
        };
        let of_code = || entry.code.as_deref().and_then(|code| register.county_of(code));
        let county = of_code().map(|area| area.towns.clone()).or_else(|| {
            let scope = mention.chain.scope.first()?;
            register.above(AreaLevel::County, scope.start).map(|area| area.towns.clone())
        });
        Some(Told { reach, name, entry, county: county.filter(|_| entry.county.is_some()) })
    };
    mentions.iter().zip(owners).filter_map(told).collect()
}

/// Whether two names of townships differ in their kind only: 沙河乡, 沙河镇.
fn same_stem(a: &str, b: &str) -> bool {
    const KINDS: [&str; 5] = ["街道", "镇", "乡", "苏木", "地区"];
    let stem = |name| KINDS.iter().find_map(|kind| str::strip_suffix(name, kind)).unwrap_or(name);
    a == b || stem(a) == stem(b)
}

/// Whether the text between a township and a name names another division: 在宝华镇,梯田…。在福建宁德|康里村.
fn leaves(register: &Register, scene: &Scene, mentions: &[Mention], town: &Told, start: usize) -> bool {
    let Community { province, prefecture, county, .. } = town.entry;
    let own = [province, prefecture, county];
    is_elsewhere(register, scene, mentions, town.reach..start, |area| {
        own.into_iter().flatten().any(|name| name == area.name)
            || town.county.as_ref().is_some_and(|county| inside(county, &area.towns))
    })
}

/// Whether a stretch of text names a division that is not `own`; one without its kind only in the last sentence of it.
fn is_elsewhere(
    register: &Register,
    scene: &Scene,
    mentions: &[Mention],
    within: Range<usize>,
    own: impl Fn(&Area) -> bool,
) -> bool {
    let chars = scene.doc.chars();
    let sentence = within.clone().rev().find(|&i| ends_sentence(chars[i]));
    let sentence = sentence.unwrap_or(within.start);
    (within.start + 2..=within.end).any(|end| {
        if !register.ends_area(&chars[..end]) || end < sentence + 2 && !KINDS.has(chars[end - 1]) {
            return false;
        }
        let here = chain::ending(scene.doc, register, end);
        [AreaLevel::County, AreaLevel::Prefecture, AreaLevel::Province].iter().any(|&level| {
            let part = |at: usize, found: &[&Area]| chain::is_part_of_a_city(scene.doc, register, at, found);
            let named =
                |sort| here.areas(level, sort).filter(|(at, found)| *at >= within.start && !part(*at, found));
            let short = || {
                // 新城社区 names no 新城区; counties in short are words, but right before a name: 江西南昌西湖|李家村.
                let in_name =
                    |at: usize| mentions.iter().any(|m| m.span.start <= at && at < m.span.end.max(m.reach));
                let holds = |at: usize| !in_name(at) && (level != AreaLevel::County || end == within.end);
                named(NameSort::Short).filter(|(at, _)| *at >= sentence && holds(*at))
            };
            let found = named(NameSort::Full).or_else(|| named(NameSort::Former)).or_else(short);
            found.is_some_and(|(_, areas)| !areas.iter().any(|area| own(area)))
        })
    })
}

/// Whether a name is of a place beside the one that the article is of: 隔壁的某村, 邻近的某村.
fn is_neighbour(doc: &Document, start: usize) -> bool {
    const REACH: usize = 16;
    let low = start.saturating_sub(REACH);
    let breaks = |&i: &usize| is_separator(doc.char(i)) && doc.char(i) != '、';
    let from = (low..start).rev().find(breaks).map_or(low, |i| i + 1);
    (from..start).any(|i| {
        begins!(&doc.chars()[i..start], ["邻", "隔壁", "附近", "周边", "周围", "毗", "外村", "其他"])
    })
}
