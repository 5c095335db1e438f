//! The township or county printed directly before a name, told by what the register has in it.

use super::anchor::{Anchor, Kind};
use super::boundary::{Ground, LONGEST};
use super::chain::{self, Chain};
use super::known::Known;
use crate::Span;
use crate::chars::is_han;
use crate::record::CommunityLevel;
use crate::register::{Area, AreaLevel, EVERYWHERE, NameSort};

impl Ground<'_> {
    /// The chain with its scope narrowed to its township, where the register has it there. A township without its county is
    /// first looked for in the places that the article speaks of, as what it is called now too.
    pub(super) fn narrowed(&self, mut chain: Chain) -> Chain {
        let Some(township) = &chain.township else { return chain };
        let name: Vec<char> = township.chars().collect();
        let known = |scopes| self.register.townships_at(&name, scopes);
        let renamed = |scopes| self.register.townships_renamed(&name, scopes);
        let or =
            |towns: Vec<u32>, other: &dyn Fn() -> Vec<u32>| if towns.is_empty() { other() } else { towns };
        let towns = match () {
            () if !chain.scope.is_empty() && chain.county.is_none() => known(&chain.scope),
            () if !chain.scope.is_empty() => or(known(&chain.scope), &|| renamed(&chain.scope)),
            () => or(or(known(self.near()), &|| renamed(self.near())), &|| known(&[EVERYWHERE])),
        };
        if !towns.is_empty() {
            chain.scope = towns.into_iter().map(|town| town..town + 1).collect();
        }
        chain
    }

    /// The chain of a township that ends at `start`, where the register has the name in it: proof enough for both.
    pub(super) fn township_before(&self, kind: Kind, stem: &[char], start: usize) -> Option<Chain> {
        let last = self.doc.before(start);
        if kind.level() != CommunityLevel::Community
            || !matches!(last, '道' | '街' | '镇' | '乡' | '木' | '团' | '场' | '区')
        {
            return None;
        }
        let low = chain::floor(self.doc, start, LONGEST);
        (low..start.saturating_sub(1)).find_map(|at| {
            let printed = &self.doc.chars()[at..start];
            // 三十一团 is 兵团三十一团 in the register, 沙园街 in Guangzhou 沙园街道.
            let whole = match last {
                '团' => [&['兵', '团'], printed].concat(),
                '街' => [printed, &['道']].concat(),
                _ => Vec::new(),
            };
            let mut names = [printed, &whole[..]].into_iter().filter(|name| !name.is_empty());
            let name = names.find(|name| self.register.knows_township(name, &[EVERYWHERE]))?;
            let above = chain::read(self.doc, self.register, self.lexicon, at).unwrap_or_default();
            let begin = if above.is_empty() { at } else { above.start };
            // A street by one character is told from a road by the county that has it.
            let street = last == '街'
                && above.county.is_some()
                && stem.len() > 1
                && self.register.knows_township(name, &above.scope);
            let chain = self.narrowed(Chain { start: begin, township: Some(name.iter().collect()), ..above });
            (street || self.known(kind, stem, &chain) == Known::Below).then_some(chain)
        })
    }

    /// The chain of a county that ends at `end` without its kind, where the register has the name in it: 海门 | 常乐镇. Of
    /// counties elsewhere a word is no name: 和平 | 新建村.
    pub(super) fn county_in_short(&self, kind: Kind, stem: &[char], end: usize) -> Option<Chain> {
        let (start, found) =
            chain::ending(self.doc, self.register, end).areas(AreaLevel::County, NameSort::Short)?;
        let near = |a: &&&Area| self.near().iter().any(|n| n.start <= a.towns.start && a.towns.end <= n.end);
        let word = || self.doc.is_word(Span::new(end, end + stem.len()));
        let elsewhere = found.iter().filter(|_| stem.len() > 1 && !word());
        let chain = |county: &&Area| Chain {
            start,
            county: Some(county.name.to_owned()),
            scope: vec![county.towns.clone()],
            ..Chain::default()
        };
        let holds = |chain: &Chain| self.known(kind, stem, chain) == Known::Below;
        let found = match found.iter().find(near).map(chain) {
            Some(chain) => Some(chain).filter(holds),
            None => elsewhere.map(chain).find(holds),
        };
        found.filter(|_| chain::boundary(self.doc, self.register, self.lexicon, start))
    }

    /// The chain of the county before a road that ends at `end`, which is no division: 江汉区 | 前进街 | 保成居委会.
    pub(super) fn county_before_road(&self, kind: Kind, stem: &[char], end: usize) -> Option<Chain> {
        let urban = matches!(kind, Kind::Community | Kind::Residents);
        if !urban || stem.len() < 2 || !matches!(self.doc.before(end), '街' | '路') {
            return None;
        }
        let road = |at: &usize| self.doc.chars()[*at..end].iter().all(|&c| is_han(c));
        let county = |at: usize| {
            matches!(self.doc.before(at), '区' | '县' | '市')
                .then(|| chain::read(self.doc, self.register, self.lexicon, at))?
                .filter(|chain| chain.county.is_some() && !chain.scope.is_empty())
        };
        (3..=5).filter_map(|n| end.checked_sub(n)).filter(road).find_map(county)
    }

    /// The chain of a 办事处 that ends at `start`, which is its 街道: 五里堡办事处 | 某社区.
    pub(super) fn office(&self, kind: Kind, start: usize) -> Option<Chain> {
        const OFFICE: &str = "办事处";
        let end = start.checked_sub(OFFICE.chars().count()).filter(|_| self.doc.ends_with(start, OFFICE))?;
        if kind.level() != CommunityLevel::Community || self.doc.ends_with(end, "街道") {
            return None;
        }
        let low = chain::floor(self.doc, end, 5);
        let read = |at: usize| {
            let above = chain::read(self.doc, self.register, self.lexicon, at).unwrap_or_default();
            let begin = if above.is_empty() { at } else { above.start };
            let township: String = self.doc.chars()[at..end].iter().chain(&['街', '道']).collect();
            self.narrowed(Chain { start: begin, township: Some(township), ..above })
        };
        let starts = || {
            (low..end.saturating_sub(1)).filter(|&at| self.doc.chars()[at..end].iter().all(|&c| is_han(c)))
        };
        let held = |chain: &Chain| !chain.scope.is_empty() && chain.scope.iter().all(|s| s.len() == 1);
        let edge = |at: usize| {
            let before = self.doc.before(at);
            at == 0 || !is_han(before) || self.lexicon.before(self.doc.chars(), at) > 0
        };
        let free = |at: usize| !self.is_thing(Span::new(at, end)) && self.doc.char(at) != '驻';
        (starts().map(read).find(held)).or_else(|| {
            starts()
                .filter(|&at| free(at))
                .map(|at| (at, read(at)))
                .find(|(at, c)| c.start < *at || edge(*at))
                .map(|f| f.1)
        })
    }

    /// The chain of a township of the register that ends at `start`.
    pub(super) fn township_printed(&self, kind: Kind, start: usize) -> Option<Chain> {
        let last = self.doc.before(start);
        if kind.level() != CommunityLevel::Community || !matches!(last, '道' | '镇' | '乡' | '木') {
            return None;
        }
        let low = chain::floor(self.doc, start, LONGEST);
        let at = (low..start.saturating_sub(2))
            .find(|&at| self.register.knows_township(&self.doc.chars()[at..start], &[EVERYWHERE]))?;
        let township = Some(self.doc.chars()[at..start].iter().collect());
        Some(self.narrowed(Chain { start: at, township, ..Chain::default() }))
    }

    /// The chain of a township that the register does not have, since merged or renamed, which ends at `start`: 在 | 某镇 | 某村.
    pub(super) fn township_unlisted(&self, kind: Kind, start: usize) -> Option<Chain> {
        let (town, length) = match self.doc.before(start) {
            '镇' => (Kind::Town, 1),
            '乡' => (Kind::Rural, 1),
            '道' if self.doc.ends_with(start, "街道") => (Kind::Street, 2),
            _ => return None,
        };
        let end = start.checked_sub(length)?;
        let at = (2..=3).filter_map(|n| end.checked_sub(n)).find(|&at| {
            let before = self.doc.before(at);
            at == 0 || !is_han(before) || self.lexicon.before(self.doc.chars(), at) > 0
        })?;
        let anchor = Anchor { kind: town, at: end, end: start, reach: start, doubtful: false, borne: false };
        let named = kind.level() == CommunityLevel::Community
            && self.lexicon.generic(&self.doc.chars()[at..end], town).is_none()
            && self.plausible(anchor, at, 50)
            && (town == Kind::Street || !self.is_thing(Span::new(at, end)))
            // 浙北 | 水乡: a common word with 乡.
            && !(town == Kind::Rural && self.is_thing(Span::new(end - 1, start)));
        let township = Some(self.doc.chars()[at..start].iter().collect());
        named.then(|| self.narrowed(Chain { start: at, township, ..Chain::default() }))
    }
}
