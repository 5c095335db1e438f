//! Looks for the divisions of a name in the register.
//!
//! Townships change their kind (乡 to 镇), counties their name: 三屯乡 is looked for where the article plays, as 三屯镇 too, before
//! the country is asked for another 三屯乡; a city comes before the county that shares its short name (湖北恩施, 江西南昌).

use super::scene::Scene;
use crate::extract::community::Mention;
use crate::extract::community::anchor::Kind;
use crate::extract::community::chain::Chain;
use crate::register::{AreaLevel, Class, EVERYWHERE, Register, Unit};
use std::ops::Range;

/// A division of the register that a mention may mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) town: u32,
    pub(super) unit: Option<Unit>,
}

impl Candidate {
    /// Twelve digits.
    pub(super) fn code(&self, register: &Register) -> String {
        match &self.unit {
            Some(unit) => register.code(unit),
            None => format!("{:012}", u64::from(register.town_code(self.town)) * 1000),
        }
    }

    /// Code and full name: `320613008009 江苏省南通市崇川区文峰街道凤凰社区`.
    pub(super) fn told(&self, register: &Register) -> String {
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
pub(super) struct Group<'a> {
    pub(super) mentions: Vec<&'a Mention>,
    pub(super) chain: Chain,
}

/// Rules that only add places to a name found elsewhere.
pub(super) const SAID_AGAIN: [&str; 2] = ["community.again", "community.short"];

/// Looks for a name in the register: the name, and where its printed chain leaves it.
pub(super) struct Search<'a> {
    pub(super) group: &'a Group<'a>,
    pub(super) mention: &'a Mention,
    /// What the register is asked for: the whole name of a township, the stem of a community.
    pub(super) name: Vec<char>,
    pub(super) register: &'a Register,
    /// Where the printed chain leaves it.
    pub(super) scope: &'a [Range<u32>],
    /// Whether any chain is printed.
    pub(super) told: bool,
    /// Whether the chain ends in its township.
    by_town: bool,
    /// Whether all places of the name were cut out of running words.
    pub(super) is_guess: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(group: &'a Group<'a>, register: &'a Register) -> Self {
        const ALL: &[Range<u32>] = &[EVERYWHERE];
        let chain = &group.chain;
        let scope = if chain.scope.is_empty() { ALL } else { &chain.scope };
        let cut = |m: &&Mention| {
            m.rule.ends_with(".segment") || m.rule.ends_with(".register") || SAID_AGAIN.contains(&m.rule)
        };
        let mention = &group.mentions[0];
        let name = if mention.level_five() { mention.stem.clone() } else { mention.registered() };
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

    /// The name of a village that became 社区 and kept its 村 in front of it.
    fn whole(&self) -> Option<Vec<char>> {
        (self.mention.kind == Kind::Village).then(|| [&self.name[..], &['村']].concat())
    }

    /// Whether no more than `most` townships or counties have the name.
    pub(super) fn is_rare(&self, most: usize) -> bool {
        self.register.places_of(&self.name, self.mention.level_five(), most) <= most
    }

    /// Whether the register may have the name anywhere.
    pub(super) fn may_find(&self) -> bool {
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
        if ranges.is_empty() {
            return Vec::new();
        }
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
    pub(super) fn renamed(&self, scene: &Scene) -> Option<Candidate> {
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
