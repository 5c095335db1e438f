//! Where a name begins: every start within reach of the suffix is weighed, and the best taken.

use super::anchor::{Anchor, Kind};
use super::chain::{self, Chain};
use super::known::{Known, Seen};
use super::lexicon::{Lexicon, Strength};
use crate::chars::{CharSet, is_han, is_separator};
use crate::extract::Context;
use crate::extract::community::Mention;
use crate::register::{AreaLevel, NameSort, Register};
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
        if self.is_idle(anchor, last) {
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
            // 个园社区: a name, where 个 begins a word, or the text.
            let begins = |at: usize| {
                let edge = || at == 0 || is_separator(self.doc.before(at));
                c == '个' && (edge() || self.doc.is_word(Span::new(at, at + 2)))
            };
            if matches!(c, '的' | '了' | '们' | '个') && anchor.at - start > 1 && !begins(start) {
                break;
            }
            let Some((weight, mention)) = self.weigh(anchor, start, last, &mut unknown) else { continue };
            if best.as_ref().is_none_or(|(w, _)| weight > *w) {
                best = Some((weight, mention));
            }
        }
        best.map(|b| b.1)
    }

    pub(super) fn is_county(&self, name: &[char], sort: NameSort) -> bool {
        self.register.areas_at(name, sort).any(|area| area.level == AreaLevel::County)
    }

    /// Whether the character before the suffix ends no name: 的社区, 城镇, 家乡, unless the register has a name with it.
    fn is_idle(&self, anchor: Anchor, before: Option<&Mention>) -> bool {
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
        // 泽雅镇纸山村: a village that ends like 山村, behind its township.
        let town = |m: &Mention| !m.level_five() && (m.reach + 2..=m.reach + 3).contains(&anchor.at);
        if anchor.kind == Kind::Village && last == '山' && before.is_some_and(town) {
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
        let county = || {
            let before = chain::ending(self.doc, self.register, start);
            let start = |sort| before.start(AreaLevel::County, sort);
            start(NameSort::Full).or_else(|| start(NameSort::Former))
        };
        !OTHER.has(self.doc.char(start))
            && self.register.ends_area(&self.doc.chars()[..start])
            && county().is_some()
    }

    /// Whether the stem of a name is a common word, and how firmly.
    pub(super) fn generic(&self, mention: &Mention) -> Option<Strength> {
        self.lexicon.generic(&mention.stem.chars().collect::<Vec<_>>(), mention.kind)
    }
}

/// Characters that no name ends with.
static IDLE: CharSet = CharSet::of("的了们个等这该各每些");
