//! Nouns of one character, and what verbs and classifiers tell of a noun: 养猪200头, 打井3口, 讲座5场, 客机3架.

use super::super::word::Word;
use crate::Document;
use crate::Span;
use crate::record::CountKind;

/// What is kept, bought or grown, of a verb with it: 养猪, 献血.
pub(super) fn ware_of(doc: &Document<'_>, words: &[Word], kind: CountKind) -> Option<Span> {
    let [before @ .., word] = words else { return None };
    let apart = match word.span.len() {
        1 => before.last().is_some_and(|w| w.span.len() == 1),
        // 稻田 / 养鱼
        2 => {
            !(before
                .last()
                .is_some_and(|w| matches!(doc.before(w.span.end), '田' | '塘' | '林' | '箱' | '海' | '池')))
        }
        _ => false,
    };
    if !apart {
        return None;
    }
    let (verb, noun) = (doc.before(word.span.end - 1), doc.char(word.span.end - 1));
    let kept = KEEPS.contains(verb) && (ware(noun) || STUFFS.contains(noun));
    let built = kind != CountKind::Money && BUILDS.contains(verb) && WORKS.contains(noun);
    (kept || built).then(|| Span::new(word.span.end - 1, word.span.end))
}

/// Whether a classifier counts bodies, which no verb names: 架, 辆.
pub(super) const fn is_solid(unit: char) -> bool {
    matches!(
        unit,
        '架' | '台'
            | '辆'
            | '艘'
            | '座'
            | '栋'
            | '幢'
            | '列'
            | '棵'
            | '株'
            | '头'
            | '匹'
            | '张'
            | '本'
            | '册'
            | '把'
            | '盏'
            | '枚'
            | '颗'
    )
}

/// Nouns of one character that are counted so: 卖牛26头.
const WARES: &str = "牛羊猪鸡鸭鱼树车桃书煤米面油";

/// More of them, behind the verbs that have them as their object.
const STUFFS: &str = "血水电柴粮棉菜瓜茶";

/// Verbs of what is kept, bought or grown.
const KEEPS: &str = "养购买卖种栽献产载收省节捕植";

/// Verbs of what is built: 挖井, 打坝.
const BUILDS: &str = "挖打修建架盖搭筑造铺砌";

/// Nouns of one character that are built.
const WORKS: &str = "井坝塘渠桥路房棚窖堤闸墙";

/// Last syllables of what happens a number of times: 院坝会, 知识讲座.
const EVENTS: &str = "会赛课练训查动座演展诊震灾式";

/// Whether a noun of one character is counted so.
pub(super) fn ware(c: char) -> bool {
    WARES.contains(c)
}

/// Whether a word that ends so happens a number of times.
pub(super) fn event(last: char) -> bool {
    EVENTS.contains(last)
}
