//! How the register knows a name: anywhere, near what the article names, or below the divisions printed before it.

use super::anchor::{Anchor, Kind};
use super::boundary::{Ground, LONGEST};
use super::chain::Chain;
use crate::record::CommunityLevel;
use crate::register::{Class, EVERYWHERE};
use std::ops::Range;

/// A stem that was looked up.
pub(super) struct Seen {
    kind: Kind,
    stem: Box<[char]>,
    known: Known,
}

/// How the register knows a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    No,
    /// Somewhere in the country.
    Somewhere,
    /// In the place the article speaks of.
    Near,
    /// In the division printed before it.
    Below,
}

impl Ground<'_> {
    /// Whether the register may have the name in the place that the article speaks of.
    pub(super) fn may_be_near(&self, kind: Kind, stem: &[char]) -> bool {
        match kind.level() {
            // What is in no place at all is near none: the places need not be read.
            CommunityLevel::Community if !self.register.may_know_community(stem, classes(kind)) => false,
            CommunityLevel::Community => self.register.knows_community(stem, classes(kind), self.near()),
            CommunityLevel::Township => !self.near().is_empty(),
        }
    }

    /// Whether the register has a grass-roots unit of the name in these places.
    pub(super) fn knows_unit(&self, kind: Kind, stem: &[char], places: &[Range<u32>]) -> bool {
        self.register.knows_community(stem, classes(kind), places)
    }

    /// How the register knows a name below the chain that is printed before it.
    pub(super) fn known(&self, kind: Kind, stem: &[char], chain: &Chain) -> Known {
        if kind.level() == CommunityLevel::Township {
            let mut name = ['\0'; LONGEST + 2];
            let mut length = 0;
            for (place, c) in name.iter_mut().zip(stem.iter().copied().chain(kind.label().chars())) {
                *place = c;
                length += 1;
            }
            let name = &name[..length];
            if !self.register.knows_township(name, &[EVERYWHERE]) {
                return Known::No;
            }
            let within = |scopes: &[Range<u32>]| self.register.knows_township(name, scopes);
            return match () {
                () if within(&chain.scope) => Known::Below,
                () if chain.is_empty() && within(self.near()) => Known::Near,
                () => Known::Somewhere,
            };
        }
        let classes = classes(kind);
        let below = if chain.township.is_some() { &Class::ALL } else { classes };
        if self.register.knows_community(stem, below, &chain.scope) {
            return Known::Below;
        }
        if !self.register.may_know_community(stem, classes) {
            return Known::No;
        }
        if !chain.is_empty() {
            let known = self.register.knows_community(stem, classes, &[EVERYWHERE]);
            return if known { Known::Somewhere } else { Known::No };
        }
        // An article says its names again and again.
        if let Some(seen) = self.seen.borrow().iter().find(|seen| seen.kind == kind && *seen.stem == *stem) {
            return seen.known;
        }
        let known = match self.register.knows_community(stem, classes, &[EVERYWHERE]) {
            false => Known::No,
            true if self.register.knows_community(stem, classes, self.near()) => Known::Near,
            true => Known::Somewhere,
        };
        self.seen.borrow_mut().push(Seen { kind, stem: stem.into(), known });
        known
    }

    /// Whether a township of the register was called so before, in the divisions printed before it or where the article
    /// plays.
    pub(super) fn is_renamed(&self, anchor: Anchor, start: usize, chain: &Chain) -> bool {
        let name = &self.doc.chars()[start..anchor.end];
        if anchor.kind.level() != CommunityLevel::Township || !self.register.may_be_renamed(name) {
            return false;
        }
        let told = chain.county.is_some() || chain.prefecture.is_some();
        let scopes = match () {
            () if told => &chain.scope,
            () if chain.is_empty() => self.near(),
            () => return false,
        };
        !self.register.townships_renamed(name, scopes).is_empty()
    }
}

/// What the register calls units of a kind.
fn classes(kind: Kind) -> &'static [Class] {
    match kind {
        Kind::Village => &[Class::Village],
        Kind::Gacha => &[Class::Gacha],
        _ => &[Class::Community, Class::Residents],
    }
}

/// How much the register's knowledge of a stem of `n` characters weighs.
pub(super) fn by_register(known: Known, n: usize) -> i32 {
    match known {
        Known::Below => 70 + n as i32,
        Known::Near => 52 + n as i32,
        Known::Somewhere => [5, 5, 30, 38, 42][n.min(4)],
        Known::No => 0,
    }
}
