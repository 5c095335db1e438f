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
        let mut room = ['\0'; LONGEST + 2];
        let is_town = kind.level() == CommunityLevel::Township;
        let name = if is_town {
            let letters = stem.iter().copied().chain(kind.label().chars());
            let length = room.iter_mut().zip(letters).map(|(place, c)| *place = c).count();
            &room[..length]
        } else {
            stem
        };
        let classes = classes(kind);
        let may = match is_town {
            true => self.register.may_know_township(name),
            false => self.register.may_know_community(name, classes),
        };
        let knows = |classes: &[Class], scopes: &[Range<u32>]| match is_town {
            true => self.register.knows_township(name, scopes),
            false => self.register.knows_community(name, classes, scopes),
        };
        if !chain.is_empty() {
            let below = if chain.township.is_some() { &Class::ALL } else { classes };
            return match () {
                () if knows(below, &chain.scope) => Known::Below,
                () if may && knows(classes, &[EVERYWHERE]) => Known::Somewhere,
                () => Known::No,
            };
        }
        if !may {
            return Known::No;
        }
        // An article says its names again and again.
        if let Some(seen) = self.seen.borrow().iter().find(|seen| seen.kind == kind && *seen.stem == *stem) {
            return seen.known;
        }
        let known = match () {
            () if !knows(classes, &[EVERYWHERE]) => Known::No,
            () if knows(classes, self.near()) => Known::Near,
            () => Known::Somewhere,
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
