//! Words before and after a quantity that say how exact it is.

use crate::Document;
use crate::record::Modifier::{self, Approx, AtLeast, AtMost, LessThan, MoreThan};

/// Before the numeral, longer words first. The third cell holds characters that make another word when they stand
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
    ("不到", LessThan, ""),
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
    ("上", MoreThan, "以马线网街路身车会早晚台船岸地海桌墙村山楼手成"),
    ("过", MoreThan, "超通经不难只"),
    ("破", MoreThan, "突"),
];

/// After the unit, longer words first. The third cell holds characters that make another word when they stand after.
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

/// The approximator that ends at `at` and begins at or after `floor`: its start and what it says.
pub(super) fn before(doc: &Document<'_>, at: usize, floor: usize, bare: bool) -> Option<(usize, Modifier)> {
    let last = doc.before(at);
    if !ends_one(last) {
        return None;
    }
    let find = |table: &[(&str, Modifier, &str)]| {
        table.iter().filter(|(word, ..)| word.ends_with(last)).find_map(|&(word, modifier, not_after)| {
            let start = at.checked_sub(word.chars().count())?;
            let fits = start >= floor && doc.ends_with(at, word) && !not_after.contains(doc.before(start));
            fits.then_some((start, modifier))
        })
    };
    find(BEFORE).or_else(|| if bare { find(BEFORE_BARE) } else { None })
}

/// The approximator that begins at `at`: its end and what it says.
pub(super) fn after(doc: &Document<'_>, at: usize) -> Option<(usize, Modifier)> {
    let first = doc.char(at);
    if !begins_one(first) {
        return None;
    }
    AFTER.iter().filter(|(word, ..)| word.starts_with(first)).find_map(|&(word, modifier, not_before)| {
        let end = at + word.chars().count();
        (doc.starts_with(at, word) && !not_before.contains(doc.char(end))).then_some((end, modifier))
    })
}

/// The last characters of the words before a numeral.
const fn ends_one(c: char) -> bool {
    matches!(
        c,
        '于' | '过'
            | '過'
            | '多'
            | '少'
            | '码'
            | '碼'
            | '下'
            | '出'
            | '破'
            | '约'
            | '概'
            | '莫'
            | '近'
            | '足'
            | '到'
            | '满'
            | '超'
            | '逾'
            | '上'
    )
}

/// The first characters of the words after a unit.
const fn begins_one(c: char) -> bool {
    matches!(c, '或' | '及' | '左' | '上' | '以' | '之' | '有' | '开')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_look_lets_every_word_pass() {
        let before = BEFORE.iter().chain(BEFORE_BARE);
        assert!(before.filter_map(|row| row.0.chars().last()).all(ends_one));
        assert!(AFTER.iter().filter_map(|row| row.0.chars().next()).all(begins_one));
    }
}
