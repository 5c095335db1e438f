//! Where a name begins: every start within reach of the suffix is weighed by what stands before it and by the register.

use super::anchor::{Anchor, Kind};
use super::chain::{self, Chain};
use super::known::{Known, Seen, by_register};
use super::lexicon::{Lexicon, Strength};
use crate::chars::{CharSet, is_han, is_separator};
use crate::extract::Context;
use crate::extract::community::Mention;
use crate::record::CommunityLevel;
use crate::register::{Area, AreaLevel, NameSort, Register};
use crate::resolve::scene::{Places, Scene};
use crate::{Document, Span};
use std::cell::{OnceCell, RefCell};
use std::ops::Range;

/// The longest stem that is tried.
pub(super) const LONGEST: usize = 10;

/// What the weighing looks at.
pub(super) struct Ground<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) register: &'a Register,
    pub(super) lexicon: &'a Lexicon,
    context: &'a Context<'a>,
    /// The places that the article names, where they were read before.
    places: Option<Places>,
    scene: OnceCell<Scene<'a>>,
    near: OnceCell<Vec<Range<u32>>>,
    /// How the register knows stems that no chain is printed before.
    pub(super) seen: RefCell<Vec<Seen>>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(
        doc: &'a Document<'a>,
        context: &'a Context<'a>,
        register: &'a Register,
        lexicon: &'a Lexicon,
        places: Option<Places>,
    ) -> Self {
        let (scene, near, seen) = (OnceCell::new(), OnceCell::new(), RefCell::default());
        Ground { doc, register, lexicon, context, places, scene, near, seen }
    }

    /// What is known of where the article plays; read when a name is in doubt.
    pub(super) fn scene(&self) -> &Scene<'a> {
        let read = || Scene::new(self.doc, self.context, self.register, self.lexicon, self.places.clone());
        self.scene.get_or_init(read)
    }

    /// Where the article, its page, the newspaper and `--home` point to.
    pub(super) fn near(&self) -> &[Range<u32>] {
        self.near.get_or_init(|| self.scene().near())
    }

    /// Reads the name whose suffix is `anchor`; `last` is the mention found before it.
    pub(super) fn read(&self, anchor: Anchor, last: Option<&Mention>) -> Option<Mention> {
        if self.is_idle(anchor) {
            return None;
        }
        let low = chain::floor(self.doc, anchor.at, LONGEST);
        let mut best: Option<(i32, Mention)> = None;
        let mut unknown = 0;
        for start in (low..anchor.at).rev() {
            // A name does not begin inside the one before it.
            if last.is_some_and(|m| m.span.start < start && start < m.span.end) {
                continue;
            }
            let c = self.doc.char(start);
            if !is_han(c) && !c.is_ascii_digit() && c != '·' {
                break;
            }
            if matches!(c, '的' | '了' | '们' | '个') && anchor.at - start > 1 {
                break;
            }
            let Some((weight, mention)) = self.weigh(anchor, start, last, &mut unknown) else { continue };
            if best.as_ref().is_none_or(|(w, _)| weight > *w) {
                best = Some((weight, mention));
            }
        }
        best.map(|b| b.1)
    }

    fn is_county(&self, name: &[char], sort: NameSort) -> bool {
        self.register.areas_at(name, sort).any(|area| area.level == AreaLevel::County)
    }

    /// Whether the character before the suffix ends no name: 的社区, 城镇, 家乡, unless the register has a name with it.
    fn is_idle(&self, anchor: Anchor) -> bool {
        let last = self.doc.before(anchor.at);
        if !is_han(last) {
            return !last.is_ascii_alphanumeric() && last != '·';
        }
        if IDLE.has(last) {
            return true;
        }
        // 南阳镇平县: the suffix begins the name of a county.
        let rest = self.doc.rest(anchor.at);
        if matches!(anchor.kind, Kind::Town | Kind::Rural)
            && (2..=4).filter_map(|n| rest.get(..n)).any(|name| self.is_county(name, NameSort::Full))
        {
            return true;
        }
        let common = match anchor.kind {
            Kind::Town => matches!(last, '城' | '乡' | '村' | '小' | '古' | '集' | '重'),
            Kind::Rural => matches!(last, '城' | '家' | '故' | '老' | '返' | '下' | '回' | '还' | '他'),
            Kind::Village => matches!(last, '农' | '乡' | '山' | '驻'),
            _ => false,
        };
        // 西充县晋城镇: a town that ends like 城镇, behind its county.
        if anchor.kind == Kind::Town && last == '城' && self.is_town_of_county(anchor.at) {
            return false;
        }
        (common || matches!(last, '那' | '其' | '此'))
            && (2..=4).filter_map(|n| anchor.at.checked_sub(n)).all(|start| {
                let stem = &self.doc.chars()[start..anchor.at];
                self.known(anchor.kind, stem, &Chain::default()) == Known::No
            })
    }

    /// Whether two characters before `at` are the name of a town, and a county or a city stands before it.
    fn is_town_of_county(&self, at: usize) -> bool {
        static OTHER: CharSet = CharSet::of("小大中老古新县市省全各个区");
        let Some(start) = at.checked_sub(2) else { return false };
        let county =
            || chain::ending(self.doc, self.register, start).start(AreaLevel::County, NameSort::Full);
        !OTHER.has(self.doc.char(start))
            && self.register.ends_area(&self.doc.chars()[..start])
            && county().is_some()
    }

    pub(super) fn weigh(
        &self,
        anchor: Anchor,
        start: usize,
        last: Option<&Mention>,
        unknown: &mut u32,
    ) -> Option<(i32, Mention)> {
        let stem = &self.doc.chars()[start..anchor.at];
        let adjacent = last.filter(|m| {
            !m.level_five() && (m.reach == start || m.reach + 1 == start && self.doc.char(m.reach) == '的')
        });
        let prev = self.doc.before(start);
        // 望江街|道大河村: no cut within a suffix.
        if prev == '街' && stem[0] == '道' {
            return None;
        }
        let at_edge = start == 0 || is_separator(prev);
        let before = self.lexicon.before(self.doc.chars(), start);
        // 一百个以上村: no 上村. 以茶富村: no name at all.
        if prev == '以' {
            let verb = matches!(stem, [_, .., '兴' | '富' | '强' | '治' | '立' | '护' | '活' | '带' | '促']);
            let is_motto = verb
                && self.doc.char(anchor.end) != '为'
                && self.known(anchor.kind, stem, &Chain::default()) <= Known::Somewhere;
            if matches!(stem[0], '上' | '下' | '内' | '外') || is_motto {
                return None;
            }
        }
        let dated = matches!(prev, '日' | '月' | '年' | '时' | '分')
            && start >= 2
            && self.doc.char(start - 2).is_ascii_digit();
        // Most starts are in the middle of a word. They are believed by the register only, and what that says is cheap.
        let bare = !at_edge
            && before == 0
            && !dated
            && adjacent.is_none()
            && !CHAINING.has(prev)
            && !self.register.ends_area(&self.doc.chars()[..start]);
        let alone = OnceCell::new();
        let alone = || *alone.get_or_init(|| self.known(anchor.kind, stem, &Chain::default()));
        if bare {
            let told = |known| 6 + by_register(known, stem.len()) >= needed(anchor.kind);
            let may = match () {
                () if told(Known::Somewhere) => true,
                () if told(Known::Near) => self.may_be_near(anchor.kind, stem),
                () => false,
            };
            if !may || alone() == Known::No || !told(alone()) {
                return None;
            }
        }
        let mut chain = match adjacent {
            Some(town) if anchor.kind.level() == CommunityLevel::Community => self.narrowed(town.as_chain()),
            Some(_) => return None,
            None => match self
                .township_before(anchor.kind, stem, start)
                .or_else(|| self.office(anchor.kind, start))
            {
                Some(chain) => chain,
                None => {
                    // 道县的新光村: the county may stand before 的.
                    let end = start - usize::from(self.doc.before(start) == '的');
                    let chain = chain::read(self.doc, self.register, self.lexicon, end);
                    chain
                        .filter(|c| end == start || c.county.is_some() && !c.scope.is_empty())
                        .or_else(|| self.county_in_short(anchor.kind, stem, end))
                        .unwrap_or_default()
                }
            },
        };
        if chain.is_empty() {
            chain.start = start;
        }
        let mut known = if chain.is_empty() { alone() } else { self.known(anchor.kind, stem, &chain) };
        // A township by a name that it had before: 上蔡县…在 | 邵店乡.
        if !bare && known == Known::No && self.is_renamed(anchor, start, &chain) {
            known = if chain.is_empty() { Known::Near } else { Known::Below };
        }
        // A township printed right before the name is its own, also where the register has the name elsewhere only.
        if chain.is_empty()
            && known >= Known::Somewhere
            && let Some(printed) = self
                .township_printed(anchor.kind, start)
                .or_else(|| self.township_unlisted(anchor.kind, start))
        {
            chain = printed;
            known = self.known(anchor.kind, stem, &chain);
        }
        let generic = (self.lexicon.generic(stem, anchor.kind))
            .or_else(|| generic_tail(anchor.kind, stem))
            .or_else(|| self.generic_area(anchor.kind, stem, &chain));
        // 第六居民区 of 南汇新城第六居民区: a number needs the place it counts in.
        if chain.is_empty() && stem[0] == '第' && is_han(self.doc.before(start)) {
            return None;
        }
        let township = chain.township.is_some();
        let allowed = match generic {
            None => true,
            Some(Strength::Soft) => {
                known >= Known::Near && (known == Known::Below || self.holds_alone(anchor, start))
                    || known == Known::Somewhere && township && !self.is_made(anchor.end)
            }
            Some(Strength::Hard) => {
                let town = anchor.kind.level() == CommunityLevel::Township && chain.county.is_some();
                known == Known::Below && (township || town)
            }
        };
        // 城南新村, where people live in blocks, is a village only where the register has it in the county printed.
        let compound = anchor.kind == Kind::Village && stem.len() > 2 && stem.ends_with(&['新']);
        // Banks and companies have offices too: only a street that the register has here is meant.
        if anchor.kind == Kind::Office && (known < Known::Near || OTHER_OFFICES.has(prev)) {
            return None;
        }
        // 河北孟村: a county without its kind.
        let county = || {
            let name = &self.doc.chars()[start..anchor.end];
            name.len() > stem.len() && self.is_county(name, NameSort::Short)
        };
        if !allowed
            || (anchor.doubtful || compound) && known < Known::Below
            || county() && (known < Known::Below || chain.county.is_none())
        {
            return None;
        }
        let (left, rule) = if township {
            (60, "chain.township")
        } else if chain.county.is_some() {
            (50, "chain.county")
        } else if !chain.is_empty() {
            (40, "chain.city")
        } else if at_edge {
            (30, "edge")
        } else if before > 1 || prev == '的' && matches!(anchor.kind, Kind::Sumu | Kind::Gacha) {
            (28, "word")
        } else if dated {
            (25, "date")
        } else if before == 1 {
            (20, "word")
        } else if known == Known::No || self.reads_on(start) || self.cuts(start, last) {
            return None;
        } else if self.doc.is_boundary(start) {
            (6, "segment")
        } else {
            (-20, "register")
        };
        let span = Span::new(start, anchor.at);
        let paved = matches!(stem.last(), Some('路' | '街' | '巷' | '桥'));
        if known == Known::Somewhere
            && (left < 40 && !paved && !self.noun(span) || left < 20 && self.doc.is_word(span))
        {
            return None;
        }
        if known == Known::No {
            // Names outside the register: only one start is believed, the nearest that has a firm boundary.
            *unknown += 1;
            if *unknown > 1 && left < 30 || !self.plausible(anchor, start, left) {
                return None;
            }
        }
        let mut weight = left + by_register(known, stem.len());
        if known == Known::No {
            weight += match anchor.kind {
                Kind::Community | Kind::Residents | Kind::Gacha | Kind::Sumu | Kind::Street => 6,
                Kind::Village if self.is_lived_in(anchor) => 24,
                _ => 0,
            };
        }
        if weight < needed(anchor.kind)
            || chain.is_empty() && known <= Known::Somewhere && self.is_abroad(start)
        {
            return None;
        }
        let span = Span::new(start, anchor.end);
        let name = self.doc.chars()[start..anchor.end].iter().collect();
        let rule = rule_name(anchor.kind, rule);
        Some((
            weight,
            Mention {
                span,
                reach: anchor.reach,
                name,
                stem: stem.iter().collect(),
                kind: anchor.kind,
                chain,
                consumed: anchor.borne,
                rule,
            },
        ))
    }

    /// 湖南社区 speaks of the province, but where the register has the name; 吉林长春社区 of the city.
    fn generic_area(&self, kind: Kind, stem: &[char], chain: &Chain) -> Option<Strength> {
        let of = |level| self.register.areas_at(stem, NameSort::Short).filter(move |a| a.level == level);
        let inside = |a: &Area| chain.scope.iter().any(|s| s.start <= a.towns.start && a.towns.end <= s.end);
        let wide = chain.prefecture.is_none() && chain.county.is_none() && chain.township.is_none();
        match kind {
            Kind::Community if of(AreaLevel::Province).next().is_some() => Some(Strength::Soft),
            Kind::Community if wide && of(AreaLevel::Prefecture).any(inside) => Some(Strength::Hard),
            _ => None,
        }
    }

    /// Whether the stem of a name is a common word, and how firmly.
    pub(super) fn generic(&self, mention: &Mention) -> Option<Strength> {
        self.lexicon.generic(&mention.stem.chars().collect::<Vec<_>>(), mention.kind)
    }
}

/// What the chain before a name ends with: divisions, an office, and 的 behind them.
static CHAINING: CharSet = CharSet::of("区县市旗州盟省道街镇乡木团场处的");

/// What an office that is no street's belongs to: 工行|解放路办事处, 驻|西安办事处.
static OTHER_OFFICES: CharSet = CharSet::of("行社司会局险部院团驻");

/// Characters that no name ends with.
static IDLE: CharSet = CharSet::of("的了们个等这该各每些");

/// The least weight of a name.
fn needed(kind: Kind) -> i32 {
    match kind {
        Kind::Community | Kind::Residents | Kind::Gacha | Kind::Sumu | Kind::Street | Kind::Office => 34,
        Kind::Village => 50,
        Kind::Town | Kind::Rural => 44,
        Kind::District => 90,
    }
}

/// Villages that end in another common word with 村: 以上乡村, 附近农村.
fn generic_tail(kind: Kind, stem: &[char]) -> Option<Strength> {
    let last = stem.last()?;
    (kind == Kind::Village && stem.len() > 1 && matches!(last, '乡' | '农')).then_some(Strength::Hard)
}

fn rule_name(kind: Kind, how: &'static str) -> &'static str {
    macro_rules! table {
        ($($kind:ident $label:literal),*) => {
            match (kind, how) {
                $(
                    (Kind::$kind, "chain.township") => concat!($label, ".chain.township"),
                    (Kind::$kind, "chain.county") => concat!($label, ".chain.county"),
                    (Kind::$kind, "chain.city") => concat!($label, ".chain.city"),
                    (Kind::$kind, "edge") => concat!($label, ".edge"),
                    (Kind::$kind, "word") => concat!($label, ".word"),
                    (Kind::$kind, "date") => concat!($label, ".date"),
                    (Kind::$kind, "segment") => concat!($label, ".segment"),
                    (Kind::$kind, _) => concat!($label, ".register"),
                )*
            }
        };
    }
    table!(
        Community "community.community", Residents "community.residents", Village "community.village",
        Gacha "community.gacha", Street "community.street", Town "community.town", Rural "community.rural",
        Sumu "community.sumu", District "community.district", Office "community.office"
    )
}
