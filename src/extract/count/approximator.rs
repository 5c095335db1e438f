//! Words before and after a quantity that say how exact it is.

use super::unit::{self, UnitKind};
use crate::chars::is_separator;
use crate::lexicon::{Beginnings, Endings};
use crate::record::CountKind;
use crate::record::Modifier::{self, Approx, AtLeast, AtMost, LessThan, MoreThan};
use crate::{Document, numeral};
use std::sync::LazyLock;

/// Before the numeral. The third cell holds characters that make another word when they stand
/// before (节约, 附近).
const BEFORE: &[(&str, Modifier, &str)] = &[
    ("不少于", AtLeast, ""),
    ("不低于", AtLeast, ""),
    ("不小于", AtLeast, ""),
    ("不下于", AtLeast, ""),
    ("不超过", AtMost, ""),
    ("不多于", AtMost, ""),
    ("不高于", AtMost, ""),
    ("不大于", AtMost, ""),
    ("差不多", Approx, ""),
    ("至少", AtLeast, ""),
    ("最少", AtLeast, ""),
    ("起码", AtLeast, ""),
    ("起碼", AtLeast, ""),
    ("不下", AtLeast, "居放留"),
    ("至多", AtMost, "甚"),
    ("最多", AtMost, ""),
    ("顶多", AtMost, ""),
    ("超过", MoreThan, ""),
    ("超過", MoreThan, ""),
    ("超出", MoreThan, ""),
    ("突破", MoreThan, ""),
    ("多于", MoreThan, ""),
    ("高于", MoreThan, ""),
    ("大于", MoreThan, ""),
    ("大约", Approx, ""),
    ("大概", Approx, ""),
    ("约莫", Approx, ""),
    ("将近", LessThan, ""),
    ("接近", LessThan, ""),
    ("不足", LessThan, ""),
    ("不到", LessThan, "达看想料等"),
    ("不满", LessThan, ""),
    ("未满", LessThan, ""),
    ("低于", LessThan, ""),
    ("少于", LessThan, ""),
    ("小于", LessThan, ""),
    ("约", Approx, "节签预合条契邀违公履制相失特如纽誓立毁大解"),
    ("近", LessThan, "最附邻靠临远亲走贴接就相挨迫新逼将"),
    ("超", MoreThan, "反赶英中西意德"),
    ("逾", MoreThan, ""),
];

/// Before a bare scale word only: 上百, 过万.
const BEFORE_BARE: &[(&str, Modifier, &str)] = &[
    ("上", MoreThan, "以马线网街路身车会早晚台船岸地海桌墙村山楼手"),
    ("过", MoreThan, "超通经不难只"),
    ("破", MoreThan, "突"),
];

/// Before a number with 万 or 亿: 票房破10亿.
const BEFORE_SCALED: &[(&str, Modifier, &str)] = &[("破", MoreThan, "突侦查攻打击识看点说揭戳爆撞跌")];

/// After the unit. The third cell holds characters that make another word when they stand after.
const AFTER: &[(&str, Modifier, &str)] = &[
    ("或以上", MoreThan, ""),
    ("及以上", MoreThan, ""),
    ("或以下", LessThan, ""),
    ("及以下", LessThan, ""),
    ("左右", Approx, ""),
    ("上下", Approx, "楼车班学床山联齐游铺级"),
    ("以上", MoreThan, "海"),
    ("之上", MoreThan, ""),
    ("有余", MoreThan, ""),
    ("开外", MoreThan, ""),
    ("以下", LessThan, ""),
    ("以内", LessThan, ""),
    ("之内", LessThan, ""),
];

type Row = (Modifier, &'static str);

/// How large a number is said to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Plain,
    /// A scale word with nothing before it: 百, 千万.
    Bare,
    /// With 万 or 亿 behind other figures.
    Scaled,
}

fn words(table: &[(&'static str, Modifier, &'static str)]) -> impl Iterator<Item = (&'static str, Row)> {
    table.iter().map(|&(word, modifier, other)| (word, (modifier, other)))
}

/// The approximator that ends at `at` and begins at or after `floor`: its start and what it says.
#[inline]
pub(super) fn before(doc: &Document<'_>, at: usize, floor: usize, size: Size) -> Option<(usize, Modifier)> {
    static ALL: LazyLock<[Endings<Row>; 3]> =
        LazyLock::new(|| [BEFORE, BEFORE_BARE, BEFORE_SCALED].map(|table| Endings::new(words(table))));
    let last = doc.before(at);
    let find = |table: &Endings<Row>| {
        if !table.may_end(last) {
            return None;
        }
        let (length, (modifier, not_after)) = table.at_end(&doc.chars()[floor.min(at)..at])?;
        let start = at - length;
        // 突破一批关键技术: what is broken through, and no number; but 突破一亿.
        let verb = doc.char(at) == '一' && doc.starts_with(start, "突破") && is_counted(doc, at + 1);
        let other = not_after.contains(doc.before(start)) && !is_classified(doc, start);
        (!verb && !other).then_some((start, modifier))
    };
    find(&ALL[0]).or_else(|| match size {
        Size::Plain => None,
        Size::Bare => find(&ALL[1]).filter(|&(start, _)| !is_solved(doc, start, at)),
        Size::Scaled => find(&ALL[2]).filter(|&(start, _)| !is_solved(doc, start, at)),
    })
}

/// Whether 破 at `start` says that a case was solved, of which the number at `at` tells: 连破300万元大案.
fn is_solved(doc: &Document<'_>, start: usize, at: usize) -> bool {
    const REACH: usize = 14;
    let clause = doc.rest(at).iter().take(REACH).take_while(|&&c| !is_separator(c));
    doc.char(start) == '破' && clause.into_iter().any(|&c| c == '案')
}

/// Whether a number with its classifier ends before `at`: 一条|约百米, but 条约.
fn is_classified(doc: &Document<'_>, at: usize) -> bool {
    at > 1 && unit::is_classifier(doc.before(at)) && numeral::is_numeric(doc.before(at - 1))
}

/// Whether a classifier stands at `at`.
fn is_counted(doc: &Document<'_>, at: usize) -> bool {
    unit::longest(doc.rest(at)).is_some_and(|u| u.kind == UnitKind::Count(CountKind::Count))
}

/// The end of the approximator before a number that begins at `at`, else `at`.
pub(super) fn leading(doc: &Document<'_>, at: usize) -> usize {
    let said = |&&(word, ..): &&(&str, Modifier, &str)| doc.starts_with(at, word);
    BEFORE.iter().find(said).map_or(at, |(word, ..)| at + word.chars().count())
}

/// The approximator that begins at `at`: its end and what it says.
#[inline]
pub(super) fn after(doc: &Document<'_>, at: usize) -> Option<(usize, Modifier)> {
    static ALL: LazyLock<Beginnings<Row>> = LazyLock::new(|| Beginnings::new(words(AFTER)));
    if !ALL.may_begin(doc.char(at)) {
        return None;
    }
    let (length, (modifier, not_before)) = ALL.at_start(doc.rest(at))?;
    (!not_before.contains(doc.char(at + length))).then_some((at + length, modifier))
}
