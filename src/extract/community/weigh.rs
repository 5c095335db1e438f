//! What a start weighs: how firmly a name begins there by what stands before it, and how the register knows the name.

use super::anchor::{Anchor, Kind};
use super::boundary::Ground;
use super::chain::{self, Chain};
use super::known::{Known, by_register};
use super::lexicon::Strength;
use super::shape::STREETS;
use crate::chars::{self, CharSet, is_han, is_separator};
use crate::extract::community::Mention;
use crate::record::CommunityLevel;
use crate::register::{Area, AreaLevel, NameSort};
use crate::{Document, Span};
use std::cell::OnceCell;

/// A name that would begin at a place.
struct Candidate<'d> {
    anchor: Anchor,
    start: usize,
    /// The name without its suffix.
    stem: &'d [char],
    /// The character before it.
    before: char,
    /// The text begins there, or a separator stands before it.
    at_edge: bool,
    /// The length of the word before it that names are known to stand behind.
    word: usize,
    /// A day or time stands before it.
    dated: bool,
}

impl<'d> Candidate<'d> {
    fn new(ground: &Ground<'d>, anchor: Anchor, start: usize) -> Self {
        let doc: &'d Document<'d> = ground.doc;
        let before = doc.before(start);
        Candidate {
            anchor,
            start,
            stem: &doc.chars()[start..anchor.at],
            before,
            at_edge: start == 0 || is_separator(before),
            word: ground.lexicon.before(doc.chars(), start),
            dated: matches!(before, '日' | '月' | '年' | '时' | '分')
                && start >= 2
                && doc.char(start - 2).is_ascii_digit(),
        }
    }
}

impl Ground<'_> {
    /// What a name from `start` to the suffix weighs, and the mention that it is; `None` where it is none. `last` is the
    /// mention before it; `unknown` counts the starts whose name the register does not have.
    pub(super) fn weigh(
        &self,
        anchor: Anchor,
        start: usize,
        last: Option<&Mention>,
        unknown: &mut u32,
    ) -> Option<(i32, Mention)> {
        let candidate = Candidate::new(self, anchor, start);
        let stem = candidate.stem;
        let alone = OnceCell::new();
        let alone = || *alone.get_or_init(|| self.known(anchor.kind, stem, &Chain::default()));
        if self.is_cut_within_a_word(&candidate, &alone) {
            return None;
        }
        let town = last.filter(|m| {
            !m.level_five() && (m.reach == start || m.reach + 1 == start && self.doc.char(m.reach) == '的')
        });
        // Most starts are in the middle of a word. They are believed by the register only, and what that says is cheap.
        let bare = !candidate.at_edge
            && candidate.word == 0
            && !candidate.dated
            && town.is_none()
            && !CHAINING.has(candidate.before)
            && !self.register.ends_area(&self.doc.chars()[..start]);
        if bare && !self.is_known_enough(&candidate, &alone) {
            return None;
        }
        let (chain, known) = self.chain_of(&candidate, town, bare, &alone)?;
        if self.is_cut_out(&chain, last) || !self.may_be_name(&candidate, &chain, known) {
            return None;
        }
        let (firmness, rule) = self.firmness(&candidate, &chain, known, last)?;
        let span = Span::new(start, anchor.at);
        let paved = matches!(stem.last(), Some('路' | '街' | '巷' | '桥'));
        if known == Known::Somewhere
            && (firmness < 40 && !paved && !self.noun(span) || firmness < 20 && self.doc.is_word(span))
        {
            return None;
        }
        if known == Known::No {
            // Names outside the register: only one start is believed, the nearest that has a firm boundary.
            *unknown += 1;
            let believed = *unknown == 1 || firmness >= 30 || self.of_people(anchor, start).is_some();
            if !believed || !self.plausible(anchor, start, firmness) {
                return None;
            }
        }
        let unlisted = match anchor.kind {
            _ if known != Known::No => 0,
            Kind::Town | Kind::Rural if self.of_people(anchor, start).is_some() => 24,
            Kind::Town | Kind::Rural if self.is_seat(anchor) => 14,
            Kind::Town | Kind::Rural if candidate.at_edge && stem.len() == 2 => 14,
            // 在窑坪乡姚家沟
            Kind::Town | Kind::Rural
                if stem.len() == 2 && candidate.word == 1 && self.is_place_of(&candidate) =>
            {
                14
            }
            // 在赤乌社区, where 在赤乌 is no word.
            Kind::Community | Kind::Residents | Kind::Street
                if candidate.word == 1 && self.is_place_of(&candidate) =>
            {
                14
            }
            // 没受灾的云飞里居委会
            Kind::Residents if candidate.word == 1 && self.is_committee(anchor) => 14,
            Kind::Community | Kind::Residents | Kind::Gacha | Kind::Sumu | Kind::Street => 6,
            Kind::Village if self.is_lived_in(anchor) => 24,
            Kind::Village if self.is_numbered(stem) => 30,
            _ => 0,
        };
        let weight = firmness + by_register(known, stem.len()) + unlisted;
        if weight < needed(anchor.kind)
            || chain.is_empty() && known <= Known::Somewhere && self.is_abroad(start)
        {
            return None;
        }
        let mention = Mention {
            span: Span::new(start, anchor.end),
            reach: anchor.reach,
            name: chars::text(&self.doc.chars()[start..anchor.end]),
            stem: chars::text(stem),
            kind: anchor.kind,
            chain,
            consumed: anchor.borne,
            rule: rule_name(anchor.kind, rule),
        };
        Some((weight, mention))
    }

    /// Whether a suffix is 居委会, not 居民区.
    fn is_committee(&self, anchor: Anchor) -> bool {
        self.doc.before(anchor.end) != '区'
    }

    /// Whether a verb of place before a name of two or three characters leaves nothing else than a name: 在 | 赤乌社区.
    fn is_place_of(&self, candidate: &Candidate<'_>) -> bool {
        static PLACING: CharSet = CharSet::of("在到往至赴");
        let span = Span::new(candidate.start, candidate.anchor.at);
        let street = matches!(candidate.stem, [_, _, .., last] if STREETS.has(*last));
        let letters = || self.doc.tagged(span).iter().all(|(word, _)| word.len() == 1);
        PLACING.has(candidate.before)
            && (2..=3 + usize::from(street)).contains(&candidate.stem.len())
            && (street || candidate.anchor.kind != Kind::Street && letters())
            // 最难的是 | 柑子坪社区
            || candidate.before == '是' && street
    }

    /// Whether the name would begin with the rest of a word: 望江街|道大河村, 一百个以|上村, 以|茶富村.
    fn is_cut_within_a_word(&self, candidate: &Candidate<'_>, alone: &impl Fn() -> Known) -> bool {
        let stem = candidate.stem;
        match candidate.before {
            '街' => stem[0] == '道',
            // 南岗区|区社区: what is left of the division's name.
            before if stem.len() == 1 && matches!(stem[0], '区' | '县' | '市' | '州') => is_han(before),
            '以' => {
                let verb =
                    matches!(stem, [_, .., '兴' | '富' | '强' | '治' | '立' | '护' | '活' | '带' | '促']);
                let is_motto =
                    verb && self.doc.char(candidate.anchor.end) != '为' && alone() <= Known::Somewhere;
                matches!(stem[0], '上' | '下' | '内' | '外') || is_motto
            }
            _ => false,
        }
    }

    /// Whether the register alone lets a name begin in the middle of a word.
    fn is_known_enough(&self, candidate: &Candidate<'_>, alone: &impl Fn() -> Known) -> bool {
        let kind = candidate.anchor.kind;
        let enough = |known| 6 + by_register(known, candidate.stem.len()) >= needed(kind);
        let may = enough(Known::Somewhere) || enough(Known::Near) && self.may_be_near(kind, candidate.stem);
        may && alone() != Known::No && enough(alone())
    }

    /// The divisions printed before a name, a `town` right before it among them, and how the register knows the name
    /// below them; `None` for a township behind another.
    fn chain_of(
        &self,
        candidate: &Candidate<'_>,
        town: Option<&Mention>,
        bare: bool,
        alone: &impl Fn() -> Known,
    ) -> Option<(Chain, Known)> {
        let &Candidate { anchor, start, stem, .. } = candidate;
        let mut chain = match town {
            Some(town) if anchor.kind.level() == CommunityLevel::Community => self.narrowed(town.as_chain()),
            Some(_) => return None,
            None => (self.township_before(anchor.kind, stem, start))
                .or_else(|| self.office(anchor.kind, start))
                .unwrap_or_else(|| self.upper_chain(candidate)),
        };
        if chain.is_empty() {
            chain.start = start;
        }
        let mut known = if chain.is_empty() { alone() } else { self.known(anchor.kind, stem, &chain) };
        // A township by a name that it had before: 上蔡县…在 | 邵店乡.
        if !bare && known == Known::No && self.is_renamed(anchor, start, &chain) {
            known = if chain.is_empty() { Known::Near } else { Known::Below };
        }
        // 那扶镇大绿村, neither of which the register has, where nothing stands before them.
        if chain.is_empty()
            && known == Known::No
            && anchor.kind == Kind::Village
            && (2..=4).contains(&stem.len())
            && matches!(candidate.before, '镇' | '乡')
            && self.plausible(anchor, start, 50)
            && let Some(printed) = self.township_unlisted(anchor.kind, start)
        {
            chain = printed;
        }
        // A township printed right before the name is its own, also where the register has the name elsewhere only.
        if chain.is_empty()
            && known >= Known::Somewhere
            && let Some(printed) = (self.township_printed(anchor.kind, start))
                .or_else(|| self.township_unlisted(anchor.kind, start))
        {
            known = self.known(anchor.kind, stem, &printed);
            chain = printed;
        }
        Some((chain, known))
    }

    /// The provinces, prefectures and counties before a name; a county may stand before 的: 道县的新光村.
    fn upper_chain(&self, candidate: &Candidate<'_>) -> Chain {
        let end = candidate.start - usize::from(candidate.before == '的');
        chain::read(self.doc, self.register, self.lexicon, end)
            .filter(|chain| end == candidate.start || chain.county.is_some() && !chain.scope.is_empty())
            .or_else(|| self.county_in_short(candidate.anchor.kind, candidate.stem, end))
            .or_else(|| self.county_before_road(candidate.anchor.kind, candidate.stem, end))
            .unwrap_or_default()
    }

    /// Whether the letters may be a name, by how common they are as words and how well the register knows them.
    fn may_be_name(&self, candidate: &Candidate<'_>, chain: &Chain, known: Known) -> bool {
        let &Candidate { anchor, start, stem, before, .. } = candidate;
        // 第六居民区 of 南汇新城第六居民区: a number needs the place it counts in.
        // 鞍山四村居委会 likewise, whatever city is called 鞍山.
        let numbered = matches!(stem, [first, '村'] if is_numeral(*first))
            && anchor.kind != Kind::Village
            && chain.county.is_none()
            && chain.township.is_none();
        if (chain.is_empty() && stem[0] == '第' || numbered) && is_han(before) {
            return false;
        }
        let generic = (self.lexicon.generic(stem, anchor.kind))
            .or_else(|| generic_tail(anchor.kind, stem))
            .or_else(|| self.generic_area(anchor.kind, stem, chain));
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
        let led = || known == Known::No && self.only_leads(stem);
        // Banks and companies have offices too: only a street that the register has here is meant.
        // 焦北办事处十二社区: how many.
        let counted = anchor.kind == Kind::Community
            && stem.iter().all(|&c| is_numeral(c))
            && !(township && stem.len() > 2);
        let foreign_office =
            || anchor.kind == Kind::Office && (known < Known::Near || OTHER_OFFICES.has(before));
        // 河北孟村: a county without its kind.
        let county = || {
            let name = &self.doc.chars()[start..anchor.end];
            // 东城区|社区学院; but 郊区乡.
            let of_county = anchor.kind == Kind::Community
                && matches!(stem, [_, .., '区' | '县' | '市'])
                && self.is_county(stem, NameSort::Full);
            of_county || name.len() > stem.len() && self.is_county(name, NameSort::Short)
        };
        allowed
            && !((anchor.doubtful && !(chain.county.is_some() && self.leads_on(anchor)) || compound)
                && known < Known::Below)
            && !(counted && known < Known::Below)
            && !foreign_office()
            && !(known < Known::Below && self.is_coined(anchor, start))
            && !led()
            && !((known < Known::Below || chain.county.is_none()) && county())
    }

    /// How firmly a name begins by what stands before it, and the rule that says so; `None` where it does not.
    fn firmness(
        &self,
        candidate: &Candidate<'_>,
        chain: &Chain,
        known: Known,
        last: Option<&Mention>,
    ) -> Option<(i32, &'static str)> {
        let &Candidate { anchor, start, before, at_edge, word, dated, .. } = candidate;
        Some(if chain.township.is_some() {
            (60, "chain.township")
        } else if chain.county.is_some() {
            (50, "chain.county")
        } else if !chain.is_empty() {
            (40, "chain.city")
        } else if at_edge {
            (30, "edge")
        } else if word > 1 || before == '的' && matches!(anchor.kind, Kind::Sumu | Kind::Gacha) {
            (28, "word")
        } else if dated {
            (25, "date")
        } else if word == 1 {
            (20, "word")
        } else if known == Known::No || self.reads_on(start) || self.cuts(candidate.anchor, start, last) {
            return None;
        } else if self.doc.is_boundary(start) {
            (6, "segment")
        } else {
            (-20, "register")
        })
    }

    /// Whether letters are nothing but words that stand before names: 便联系社区.
    fn only_leads(&self, stem: &[char]) -> bool {
        let mut end = stem.len();
        while let length @ 1.. = self.lexicon.before(stem, end) {
            end -= length;
        }
        end == 0
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
}

/// What the chain before a name ends with: divisions, an office, and 的 behind them.
static CHAINING: CharSet = CharSet::of("区县市旗州盟省道街镇乡木团场处的");

/// What an office that is no street's belongs to: 工行|解放路办事处, 驻|西安办事处.
static OTHER_OFFICES: CharSet = CharSet::of("行社司会局险部院团驻");

const fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
        || c.is_ascii_digit()
}

/// The least weight of a name.
fn needed(kind: Kind) -> i32 {
    match kind {
        Kind::Community | Kind::Residents | Kind::Gacha | Kind::Sumu | Kind::Street | Kind::Office => 34,
        Kind::Village => 50,
        Kind::Town | Kind::Rural => 44,
        Kind::District => 90,
    }
}

/// Villages that end in another common word with 村: 以上乡村, 附近农村, 传来|全村.
fn generic_tail(kind: Kind, stem: &[char]) -> Option<Strength> {
    let other = match stem {
        [_, .., '乡' | '农'] => true,
        [verb, '全'] => WHOLE_BEHIND.has(*verb),
        _ => false,
    };
    (kind == Kind::Village && other).then_some(Strength::Hard)
}

/// What 全村 stands behind.
static WHOLE_BEHIND: CharSet = CharSet::of("来去到给让对使在为向把被令得着了是动带");

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
