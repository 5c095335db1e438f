//! Where a name begins: every start within reach of the suffix is weighed by what stands before it and by the register.

use super::anchor::{Anchor, Kind};
use super::chain::{self, Chain};
use super::lexicon::{Lexicon, Strength};
use crate::chars::{CharSet, is_han, is_separator};
use crate::extract::Context;
use crate::extract::community::Mention;
use crate::lexicon::{begins, ends};
use crate::record::CommunityLevel;
use crate::register::{Area, AreaLevel, Class, EVERYWHERE, NameSort, Register};
use crate::resolve::scene::Scene;
use crate::{Document, Span};
use std::cell::{OnceCell, RefCell};
use std::ops::Range;

/// The longest stem that is tried.
const LONGEST: usize = 10;

/// What the weighing looks at.
pub(super) struct Ground<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) register: &'a Register,
    pub(super) lexicon: &'a Lexicon,
    context: &'a Context<'a>,
    scene: OnceCell<Scene<'a>>,
    near: OnceCell<Vec<Range<u32>>>,
    /// How the register knows stems that no chain is printed before.
    seen: RefCell<Vec<Seen>>,
}

/// A stem that was looked up.
struct Seen {
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

impl<'a> Ground<'a> {
    pub(super) fn new(
        doc: &'a Document<'a>,
        context: &'a Context<'a>,
        register: &'a Register,
        lexicon: &'a Lexicon,
    ) -> Self {
        let (scene, near, seen) = (OnceCell::new(), OnceCell::new(), RefCell::default());
        Ground { doc, register, lexicon, context, scene, near, seen }
    }

    /// What is known of where the article plays; read when a name is in doubt.
    pub(super) fn scene(&self) -> &Scene<'a> {
        self.scene.get_or_init(|| Scene::new(self.doc, self.context, self.register, self.lexicon))
    }

    /// Where the article, its page, the newspaper and `--home` point to.
    fn near(&self) -> &[Range<u32>] {
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
            Kind::Village => matches!(last, '农' | '乡' | '山'),
            _ => false,
        };
        (common || matches!(last, '那' | '其' | '此'))
            && (2..=4).filter_map(|n| anchor.at.checked_sub(n)).all(|start| {
                let stem = &self.doc.chars()[start..anchor.at];
                self.known(anchor.kind, stem, &Chain::default()) == Known::No
            })
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
        let at_edge = start == 0 || is_separator(prev);
        let before = self.lexicon.before(self.doc.chars(), start);
        // 一百个以上村: no 上村.
        if prev == '以' && matches!(stem[0], '上' | '下' | '内' | '外') {
            return None;
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
            .or_else(|| self.generic_province(anchor.kind, stem));
        // 第六居民区 of 南汇新城第六居民区: a number needs the place it counts in.
        if chain.is_empty() && stem[0] == '第' && is_han(self.doc.before(start)) {
            return None;
        }
        let township = chain.township.is_some();
        let allowed = match generic {
            None => true,
            Some(Strength::Soft) => {
                known >= Known::Near && (known == Known::Below || self.holds_alone(anchor, start))
            }
            Some(Strength::Hard) => known == Known::Below && township,
        };
        // 城南新村, where people live in blocks, is a village only where the register has it in the county printed.
        let compound = anchor.kind == Kind::Village && stem.len() > 2 && stem.ends_with(&['新']);
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
        } else if before > 1 {
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
                Kind::Community | Kind::Residents | Kind::Gacha | Kind::Street => 6,
                Kind::Village if self.is_lived_in(anchor) => 24,
                _ => 0,
            };
        }
        if weight < needed(anchor.kind) {
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

    /// The chain with its scope narrowed to its township, where the register has it there.
    pub(super) fn narrowed(&self, mut chain: Chain) -> Chain {
        let Some(township) = &chain.township else { return chain };
        let everywhere = [EVERYWHERE];
        let wide = if chain.scope.is_empty() { &everywhere[..] } else { &chain.scope };
        let mut towns = self.register.townships(township, wide);
        if towns.is_empty() && chain.county.is_some() {
            towns = self.register.townships_renamed(township, &chain.scope);
        }
        if !towns.is_empty() {
            chain.scope = towns.into_iter().map(|town| town..town + 1).collect();
        }
        chain
    }

    /// The chain of a township that ends at `start`, where the register has the name in it: proof enough for both.
    fn township_before(&self, kind: Kind, stem: &[char], start: usize) -> Option<Chain> {
        let last = self.doc.before(start);
        if kind.level() != CommunityLevel::Community
            || !matches!(last, '道' | '镇' | '乡' | '木' | '团' | '场' | '区')
        {
            return None;
        }
        let low = chain::floor(self.doc, start, LONGEST);
        (low..start.saturating_sub(1)).find_map(|at| {
            let printed = &self.doc.chars()[at..start];
            // 三十一团 is 兵团三十一团 in the register.
            let whole: Vec<char> = "兵团".chars().chain(printed.iter().copied()).collect();
            let name = [printed, &whole[..]]
                .into_iter()
                .take(if last == '团' { 2 } else { 1 })
                .find(|name| self.register.knows_township(name, &[EVERYWHERE]))?;
            let above = chain::read(self.doc, self.register, self.lexicon, at).unwrap_or_default();
            let begin = if above.is_empty() { at } else { above.start };
            let chain = self.narrowed(Chain { start: begin, township: Some(name.iter().collect()), ..above });
            (self.known(kind, stem, &chain) == Known::Below).then_some(chain)
        })
    }

    /// The chain of a county that ends at `end` without its kind, where the register has the name in it: 海门 | 常乐镇. Of
    /// counties elsewhere a word is no name: 和平 | 新建村.
    fn county_in_short(&self, kind: Kind, stem: &[char], end: usize) -> Option<Chain> {
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

    /// The chain of a 办事处 that ends at `start`, which is its 街道: 五里堡办事处 | 某社区.
    fn office(&self, kind: Kind, start: usize) -> Option<Chain> {
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
    fn township_printed(&self, kind: Kind, start: usize) -> Option<Chain> {
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
    fn township_unlisted(&self, kind: Kind, start: usize) -> Option<Chain> {
        let end = start.checked_sub(1)?;
        let town = match self.doc.char(end) {
            '镇' => Kind::Town,
            '乡' => Kind::Rural,
            _ => return None,
        };
        let at = (2..=3).filter_map(|n| end.checked_sub(n)).find(|&at| {
            let before = self.doc.before(at);
            at == 0 || !is_han(before) || self.lexicon.before(self.doc.chars(), at) > 0
        })?;
        let anchor = Anchor { kind: town, at: end, end: start, reach: start, doubtful: false, borne: false };
        let named = kind.level() == CommunityLevel::Community
            && self.lexicon.generic(&self.doc.chars()[at..end], town).is_none()
            && self.plausible(anchor, at, 50)
            && !self.is_thing(Span::new(at, end));
        let township = Some(self.doc.chars()[at..start].iter().collect());
        named.then(|| Chain { start: at, township, ..Chain::default() })
    }

    /// Whether one or two characters are left between `start` and the division before it, which are the head of a name:
    /// 小河镇 | 北 | 中堡村, 东湖区 | 新 | 公园路居委会.
    fn cuts(&self, start: usize, last: Option<&Mention>) -> bool {
        // 东湖区原柳荫社区, 东湖区下辖柳荫社区: no part of the name.
        static NO_HEAD: CharSet = CharSet::of("的和与原各某该驻在到内等");
        let head = |from: usize| {
            let span = Span::new(from, start);
            let part = |&c: &char| is_han(c) && !NO_HEAD.has(c);
            self.doc.chars()[from..start].iter().all(part) && (start - from == 1 || self.noun(span))
        };
        let town = last.is_some_and(|m| {
            !m.level_five() && (m.reach + 1..=m.reach + 2).contains(&start) && head(m.reach)
        });
        let county = |from: usize| {
            let here = chain::ending(self.doc, self.register, from);
            here.start(AreaLevel::County, NameSort::Full).is_some() && head(from)
        };
        town || (1..=2).filter_map(|n| start.checked_sub(n)).any(county)
    }

    /// Whether what stands before `start` is the first part of a personal or foreign name: 洛桑 | 江村.
    fn reads_on(&self, start: usize) -> bool {
        static TRANSCRIBING: CharSet =
            CharSet::of("洛桑扎西次仁卓玛嘎丹央旺堆巴珠拉姆措曲吉尼顿普琼贡阿卜杜买提尔斯克德夫");
        let transcribing = |at: usize| at > 0 && TRANSCRIBING.has(self.doc.before(at));
        let person = |n: usize| {
            start.checked_sub(n).is_some_and(|at| {
                let span = Span::new(at, start);
                self.doc.is_word(span) && !self.doc.is_common(span)
            })
        };
        self.doc.before(start) == '·'
            || start > 1 && transcribing(start) && transcribing(start - 1)
            || person(3)
    }

    /// Whether a soft word stands as a name: not behind a verb that would make it a slogan (建设幸福社区).
    fn holds_alone(&self, anchor: Anchor, start: usize) -> bool {
        let making = ends!(
            &self.doc.chars()[..start],
            ["建设", "打造", "创建", "共建", "构建", "构筑", "营造", "争创", "创", "建", "建成", "迈向"]
        );
        !making && anchor.at > start
    }

    /// 湖南社区 speaks of the province, but where the register has the name.
    fn generic_province(&self, kind: Kind, stem: &[char]) -> Option<Strength> {
        let province = |a: &Area| a.level == AreaLevel::Province;
        (kind == Kind::Community && self.register.areas_at(stem, NameSort::Short).any(province))
            .then_some(Strength::Soft)
    }

    /// Whether the stem of a name is a common word, and how firmly.
    pub(super) fn generic(&self, mention: &Mention) -> Option<Strength> {
        self.lexicon.generic(&mention.stem.chars().collect::<Vec<_>>(), mention.kind)
    }

    /// Whether the register may have the name in the place that the article speaks of.
    fn may_be_near(&self, kind: Kind, stem: &[char]) -> bool {
        match kind.level() {
            // What is in no place at all is near none: the places need not be read.
            CommunityLevel::Community if !self.register.may_know_community(stem, classes(kind)) => false,
            CommunityLevel::Community => self.register.knows_community(stem, classes(kind), self.near()),
            CommunityLevel::Township => !self.near().is_empty(),
        }
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

    /// Whether a stem outside the register has the shape of a name.
    pub(super) fn plausible(&self, anchor: Anchor, start: usize, left: i32) -> bool {
        static NEVER: CharSet = CharSet::of(
            "的了是和与在为由将把被有个各每该本此其所等们这那到从向对于进入出及或不更最也都让使给无非位名户跟",
        );
        static NO_FIRST: CharSet = CharSet::of("看去来做建管办讲学听爱想要变成");
        let stem = &self.doc.chars()[start..anchor.at];
        let n = stem.len();
        // Directly behind its township a name may hold nearly any character: 三有村.
        let barred = if left >= 60 { &stem[..1] } else { stem };
        if !stem.iter().all(|&c| is_han(c))
            || barred.iter().any(|c| NEVER.has(*c))
            || stem.iter().any(|c| matches!(c, '的' | '了' | '是' | '在' | '和' | '与'))
            || matches!(stem[0], '原' | '当' | '仍' | '即' | '若' | '以' | '并' | '且' | '而' | '但' | '却')
            // 某镇党委指导村里…: who acts, not a name.
            || begins!(
                stem,
                ["党委", "党政", "党支部", "党总支", "党组织", "政府", "人大", "政协", "纪委", "机关", "干部", "群众", "领导", "书记"]
            )
        {
            return false;
        }
        let most = match anchor.kind {
            Kind::Community | Kind::Residents | Kind::Gacha => 6,
            Kind::Village if left >= 60 => 4,
            // 杭嘉新村 may be a compound of dwellings.
            Kind::Village if left >= 50 && (2..=3).contains(&n) && stem[n - 1] != '新' => 3,
            Kind::Village if self.is_lived_in(anchor) && n >= 2 => 3,
            Kind::Street | Kind::Town | Kind::Rural if left >= 50 => 4,
            Kind::Street => 3,
            _ => return false,
        };
        if n < 2 && left < 50 || n > most {
            return false;
        }
        let span = Span::new(start, anchor.at);
        // 梅城古镇: the old town of a place. 青石镇镇山村: the village's 镇, not the town's.
        if matches!(anchor.kind, Kind::Town)
            && (n > 2 && matches!(stem[n - 1], '古' | '小' | '名' | '新') || stem[n - 1] == '镇')
        {
            return false;
        }
        if left < 60 && stem.iter().any(|c| matches!(c, '省' | '市' | '县' | '区'))
            || stem[..n - 1].iter().any(|c| matches!(c, '镇' | '乡'))
            || stem.windows(2).any(|w| w == ['街', '道'] || w == ['社', '区'])
        {
            return false;
        }
        if left >= 50 && n <= 4 {
            return self.noun(span);
        }
        if n > 2 && NO_FIRST.has(stem[0]) {
            return false;
        }
        // 滨江国际社区, 瓜山未来社区: a place and a word that developers like; 首批未来社区 has no place.
        if let Some(tail) = (anchor.kind == Kind::Community)
            .then(|| TAILS.iter().find(|t| n >= 4 && self.doc.ends_with(anchor.at, t)))
            .flatten()
        {
            let head = Span::new(start, anchor.at - tail.chars().count());
            return self.noun(head) && !self.is_thing(head);
        }
        // 年底前全街道的人: all of it.
        if stem[n - 1] == '全' && n > 1 {
            return false;
        }
        // 品质化社区, 嵌入式社区: sorts of community.
        if n > 2 && matches!(stem[n - 1], '型' | '式' | '化' | '性' | '类')
            || self.is_done(span)
            || self.is_of_place(span)
        {
            return false;
        }
        if left >= 40 && anchor.kind == Kind::Community && n <= 5 {
            return self.noun(span) && !self.is_thing(span);
        }
        // A word of the dictionary that the register does not have is a common word, not a name.
        !self.doc.is_word(span) && self.noun(span) && (n <= 3 || PLACES.has(stem[n - 1]))
    }

    /// Whether a verb and what comes of it end a span: 用好社区, 找来社区.
    fn is_done(&self, span: Span) -> bool {
        if !matches!(self.doc.before(span.end), '好' | '来' | '去' | '到' | '完' | '成') {
            return false;
        }
        let words = self.doc.tagged(span);
        matches!(&words[..], [.., (_, verb), (end, _)] if end.len() == 1 && verb.starts_with(['v', 'p']))
    }

    /// Whether a span is the name of a city or province and a common word behind it: 沈阳利用社区周边…
    fn is_of_place(&self, span: Span) -> bool {
        let stem = &self.doc.chars()[span.start..span.end];
        (2..=3).filter(|&n| n + 2 <= stem.len() && !PLACES.has(stem[stem.len() - 1])).any(|n| {
            let wide = |a: &Area| a.level != AreaLevel::County;
            self.register.areas_at(&stem[..n], NameSort::Short).any(wide)
                && self.is_thing(Span::new(span.start + n, span.end))
        })
    }

    /// Whether what stands behind 村 speaks of one village: its people, its committee, its groups.
    fn is_lived_in(&self, anchor: Anchor) -> bool {
        let people = || {
            begins!(
                self.doc.rest(anchor.end),
                [
                    "村民",
                    "村委",
                    "党支部",
                    "党总支",
                    "党员",
                    "支书",
                    "支部",
                    "第一书记",
                    "“两委”",
                    "两委",
                    "小组"
                ]
            )
        };
        let digits = (0..3).take_while(|&i| self.doc.char(anchor.end + i).is_ascii_digit()).count();
        anchor.kind == Kind::Village && (people() || digits > 0 && self.doc.char(anchor.end + digits) == '组')
    }

    /// Whether a span is a word of the dictionary, and no place.
    pub(super) fn is_thing(&self, span: Span) -> bool {
        self.doc.is_common(span) && !self.doc.tagged(span).iter().all(|t| t.1.starts_with("ns"))
    }

    /// Whether a stem may be a name by its parts of speech: no verb, adjective or function word in it.
    pub(super) fn noun(&self, span: Span) -> bool {
        const NO_NAME: [&str; 14] =
            ["v", "vn", "vd", "a", "ad", "p", "c", "d", "r", "u", "ul", "uj", "y", "t"];
        let tags = self.doc.tagged(span);
        let single = |n: usize| n == 1 && tags.len() > 1;
        !tags.iter().any(|(word, tag)| !single(word.len()) && NO_NAME.contains(tag))
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

/// What the chain before a name ends with: divisions, an office, and 的 behind them.
static CHAINING: CharSet = CharSet::of("区县市旗州盟省道镇乡木团场处的");

/// Characters that no name ends with.
static IDLE: CharSet = CharSet::of("的了们个等这该各每些");

/// How much the register's knowledge of a stem of `n` characters weighs.
fn by_register(known: Known, n: usize) -> i32 {
    match known {
        Known::Below => 70 + n as i32,
        Known::Near => 52 + n as i32,
        Known::Somewhere => [5, 5, 30, 38, 42][n.min(4)],
        Known::No => 0,
    }
}

/// The least weight of a name.
fn needed(kind: Kind) -> i32 {
    match kind {
        Kind::Community | Kind::Residents | Kind::Gacha | Kind::Sumu | Kind::Street => 34,
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

/// Words behind a place in the names of new communities.
const TAILS: [&str; 6] = ["未来", "国际", "公寓", "名都", "华府", "人家"];

/// Last characters of longer stems: residential places and features.
static PLACES: CharSet = CharSet::of(
    "园苑城里路街巷桥门山河湖湾庭府庄家台岗岭坪塘港洲岛浦泾浜渡村镇寺庙亭阁楼院邸居郡一二三四五六七八九十东西南北中泉溪江海滩沟坡井口头店铺营堡寨屯厂矿站",
);

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
        Sumu "community.sumu", District "community.district"
    )
}
