//! Look-up for people: a name, with or without the divisions above it, to every division it may mean.

use super::{Area, AreaLevel, Class, EVERYWHERE, NameSort, Register};
use crate::chars::plain;
use serde::Serialize;
use std::ops::Range;

/// A division found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The statistical division code, twelve digits.
    pub code: String,
    /// The names from the province down to the division itself, everyday ones.
    pub chain: Vec<String>,
    /// The official name, where it differs from the everyday one.
    pub official: Option<String>,
    /// Short names and former names.
    pub aliases: Vec<String>,
}

impl Register {
    /// Every division that `name` may mean, in order of code: `秦西社区`, `幸福街道`, `崇川区幸福街道秦西社区`, `港闸区`.
    ///
    /// Divisions above may be printed before it, in any completeness; `within` narrows the search further.
    ///
    /// ```
    /// use jianbao::register::Register;
    /// let found = Register::embedded().look_up("崇川区秦西社区", None);
    /// assert_eq!(found[0].code, "320613021004");
    /// assert_eq!(found[0].official.as_deref(), Some("秦西社区居民委员会"));
    /// ```
    pub fn look_up(&self, name: &str, within: Option<&Area>) -> Vec<Found> {
        let chars = plain(name);
        let mut found: Vec<Found> = Vec::new();
        let scopes = vec![within.map_or(EVERYWHERE, |a| a.towns.clone())];
        self.descend(&chars, &scopes, &mut found);
        found.sort_by(|a, b| a.code.cmp(&b.code));
        found.dedup();
        found
    }

    /// Takes the name whole, and then every division off its head that leaves something.
    fn descend(&self, name: &[char], scopes: &[Range<u32>], found: &mut Vec<Found>) {
        if name.is_empty() || scopes.is_empty() {
            return;
        }
        for scope in scopes {
            found.extend(self.areas_named(name).filter(|a| overlap(&a.towns, scope)).map(|a| self.told(a)));
        }
        found.extend(self.townships_at(name, scopes).into_iter().map(|t| self.township(t)));
        self.units_named(name, scopes, found);
        for end in (2..name.len()).rev() {
            let (head, rest) = name.split_at(end);
            let mut below: Vec<Range<u32>> = self.areas_named(head).map(|a| a.towns.clone()).collect();
            below.extend(self.townships_at(head, scopes).into_iter().map(|t| t..t + 1));
            below.retain(|b| scopes.iter().any(|s| overlap(b, s)));
            if !below.is_empty() {
                return self.descend(rest, &below, found);
            }
        }
    }

    fn areas_named<'a>(&'a self, name: &'a [char]) -> impl Iterator<Item = &'a Area> {
        [NameSort::Full, NameSort::Short, NameSort::Former]
            .into_iter()
            .flat_map(|sort| self.areas_at(name, sort))
    }

    fn units_named(&self, name: &[char], scopes: &[Range<u32>], found: &mut Vec<Found>) {
        let text: String = name.iter().collect();
        let endings: [(&str, &[Class]); 5] = [
            ("社区", &[Class::Community, Class::Residents]),
            ("居委会", &[Class::Residents, Class::Community]),
            ("村", &[Class::Village]),
            ("嘎查", &[Class::Gacha]),
            // 丽华一村居委会 is 丽华一村 to its people.
            (
                "",
                if name.last() == Some(&'村') { &[Class::Other, Class::Residents] } else { &[Class::Other] },
            ),
        ];
        for (ending, classes) in endings {
            let Some(stem) = text.strip_suffix(ending) else { continue };
            for unit in self.communities(stem, scopes).iter().filter(|u| classes.contains(&u.form().class)) {
                let mut chain = self.township(unit.town).chain;
                chain.push(unit.everyday());
                let official = Some(unit.canonical()).filter(|o| *o != unit.everyday());
                found.push(Found { code: self.code(unit), chain, official, aliases: Vec::new() });
            }
        }
    }

    fn township(&self, index: u32) -> Found {
        let town = self.town(index);
        let county = self.above(AreaLevel::County, index);
        let mut chain = county.map_or_else(Vec::new, |c| self.told(c).chain);
        chain.push(town.name);
        Found { code: format!("{:09}000", town.code), chain, official: None, aliases: Vec::new() }
    }

    fn told(&self, area: &Area) -> Found {
        let digits = match area.level {
            AreaLevel::Province => 2,
            AreaLevel::Prefecture => 4,
            AreaLevel::County => 6,
        };
        let mut chain: Vec<String> = [AreaLevel::Province, AreaLevel::Prefecture]
            .into_iter()
            .filter_map(|level| self.parent(area, level))
            .map(|a| a.name.to_owned())
            .filter(|name| !matches!(name.as_str(), "市辖区" | "县") && !name.contains("直辖"))
            .collect();
        chain.push(area.name.to_owned());
        let code = format!("{:0<12}", format!("{:0digits$}", area.code));
        let aliases = self.other_names(area).into_iter().map(|(_, name)| name.to_owned()).collect();
        Found { code, chain, official: None, aliases }
    }
}

fn overlap(a: &Range<u32>, b: &Range<u32>) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(name: &str, within: Option<&str>) -> Vec<String> {
        let register = Register::embedded();
        let area = within.and_then(|w| register.areas(w).next());
        register.look_up(name, area).into_iter().map(|f| f.code).collect()
    }

    #[test]
    fn names_and_chains_are_looked_up() {
        type Case<'a> = (&'a [&'a str], &'a [(&'a str, Option<&'a str>)]);
        let cases: &[Case] = &[
            (
                &["320613021004"],
                &[
                    ("秦西社区", None),
                    ("秦西社区", Some("南通市")),
                    ("南通市崇川区幸福街道秦西社区", None),
                    ("江苏省 南通市 秦西社区", None),
                    ("港闸区秦西社区", None),
                    ("江蘇省南通市秦西社區", None),
                ],
            ),
            (&["320613017000"], &[("唐闸镇街道", None)]),
            (&["320671000000"], &[("南通开发区", None), ("南通经开区", None), ("南通经济技术开发区", None)]),
            (&["320613000000"], &[("崇川区", None), ("港闸区", None), ("崇川", None)]),
            (&["320000000000"], &[("江苏", None), ("江苏省", None)]),
            (&[], &[("甲乙丙社区", None), ("", None), ("秦西社区", Some("徐州市"))]),
        ];
        for (expected, forms) in cases {
            for (name, within) in *forms {
                assert_eq!(*expected, codes(name, *within), "{name} in {within:?}");
            }
        }
        assert!(codes("凤凰社区", None).len() > 100);
    }

    #[test]
    fn former_counties_name_what_they_are_now() {
        let register = Register::embedded();
        let mut last = "";
        for row in crate::lexicon::rows(super::super::variants::FORMER) {
            assert!(row.len() == 4 && last < row[0], "{row:?}");
            last = row[0];
            assert_eq!(0, register.areas(row[0]).count(), "{row:?} is a county still");
            let now = register.all(AreaLevel::County).iter().find(|c| c.code.to_string() == row[1]);
            assert_eq!(Some(row[2]), now.map(|c| c.name), "{row:?}");
        }
    }

    #[test]
    fn short_names_of_counties_are_found_as_their_own() {
        let register = Register::embedded();
        for row in crate::lexicon::rows(super::super::variants::SHORT) {
            let found: Vec<_> = register.areas(row[0]).map(|a| (a.code.to_string(), a.name)).collect();
            assert_eq!(vec![(row[1].to_owned(), row[2])], found, "{row:?}");
        }
    }
}
