//! What goes on behind a unit: compound amounts (`三元五角`), halves, rates (`元/千克`), 多, and approximators.

use super::approximator;
use super::grammar::Quantity;
use super::money;
use super::unit::{self, Unit};
use crate::chars::is_han;
use crate::numeral::{self, Form, Numeral};
use crate::record::{CountKind, Modifier};
use crate::{Decimal, Document};

/// 三元五角, 三斤半, 翻一番: what goes on after the unit.
pub(super) fn compound(doc: &Document<'_>, q: &mut Quantity, number: &Numeral, unit: &Unit) {
    let chars = doc.chars();
    if q.max.is_some() || q.modifier.is_some() {
        return;
    }
    let Some(value) = q.value else { return };
    if matches!(q.kind, CountKind::Money | CountKind::Measure) && money::parts(doc, q, unit) {
        return;
    }
    if let (['米' | '块' | '度'] | ['公', '尺'], Some(whole)) = (unit.word.as_slice(), number.integer())
    {
        // 1米75, 一米八, 三块五, 38度5: what follows is the fraction.
        let digits = chars.get(q.end..).and_then(numeral::read);
        let digits = digits.filter(|n| n.len <= if n.is_arabic() { 2 } else { 3 });
        let tail = digits
            .filter(|n| matches!(n.form, Form::Digits | Form::HanDigits | Form::Han) && n.max.is_none());
        // 23块六
        let alike =
            |n: &Numeral| n.is_arabic() == number.is_arabic() || unit.word == ['块'] && !n.is_arabic();
        // 五十六米四十
        let tens =
            |n: &Numeral| n.len == 2 && n.integer().is_some_and(|v| v % 10 == 0) && unit.word == ['米'];
        let tail = tail
            .filter(|n| alike(n) && (n.form != Form::Han || n.len == 1 || unit.word.len() > 1 || tens(n)));
        // 三十七度二, but 二十度一直.
        let ends = |n: &Numeral| {
            let next = doc.char(q.end + n.len);
            let closes =
                || !is_han(next) || next == '的' || approximator::after(doc, q.end + n.len).is_some();
            n.len == 1 && value > 0.into() && (n.is_arabic() || closes())
        };
        let tail = tail.filter(|n| unit.word != ['度'] || ends(n));
        if let Some(n) = tail
            && whole < 100
            && n.integer().is_some_and(|v| v > 0 && v < if n.len == 1 { 10 } else { 100 })
            && !matches!(chars.get(q.end + n.len), Some('.' | '点' | '多' | '余' | '—' | '-' | '至' | '、'))
            && chars.get(q.end + n.len..).and_then(unit::longest).is_none()
        {
            let part = n.value.and_then(|v| money::fraction(v, n.len));
            if let Some(sum) = part.and_then(|p| value.plus(p)) {
                (q.value, q.end, q.rule) = (Some(sum), q.end + n.len, "count.compound");
                return;
            }
        }
    }
    // 六成三 is 6.3.
    if unit.word == ['成'] && !number.is_arabic() && number.integer().is_some() {
        let digit = chars.get(q.end..).and_then(numeral::read).filter(|n| n.form == Form::Han && n.len == 1);
        let tenths =
            digit.and_then(|n| n.integer()).filter(|d| (1..10).contains(d) && !is_han(doc.char(q.end + 1)));
        if let Some(sum) = tenths.and_then(|d| value.plus(Decimal::new(d, 1))) {
            (q.value, q.end, q.rule) = (Some(sum), q.end + 1, "count.compound");
            return;
        }
    }
    let half = chars.get(q.end) == Some(&'半')
        && !matches!(
            chars.get(q.end + 1),
            Some('径' | '数' | '价' | '年' | '天' | '个' | '月' | '夜' | '小' | '导' | '岛' | '百')
        );
    let divides =
        matches!(q.kind, CountKind::Measure | CountKind::Age | CountKind::Money | CountKind::Percent)
            || unit.word == ['个']
            || matches!(unit.word[..], [c] if PARTED.contains(&c));
    let half_of = || Decimal::new(if value < 0.into() { -5 } else { 5 }, 1);
    if half
        && divides
        && number.integer().is_some()
        && unit.word != ['%']
        && let Some(sum) = value.plus(half_of())
    {
        (q.value, q.end, q.rule) = (Some(sum), q.end + 1, "count.half");
    }
    if unit.word == ['番'] && doc.before(q.start) == '翻' {
        let times = number.integer().and_then(|n| u32::try_from(n).ok()).and_then(|n| 2i64.checked_pow(n));
        (q.value, q.start, q.rule) = (times.map(Decimal::from), q.start - 1, "count.redouble");
    }
}

/// Classifiers of what is counted in parts too: 两圈多, 三层半.
const PARTED: [char; 11] = ['圈', '页', '层', '份', '碗', '箱', '袋', '桶', '瓶', '筐', '车'];

/// 元/千克, 米/秒: the unit goes on after the stroke.
pub(super) fn rate(doc: &Document<'_>, q: &mut Quantity) {
    let chars = doc.chars();
    let Some(unit) = q.unit.as_mut() else { return };
    if unit.end != q.end || chars.get(q.end) != Some(&'/') || q.kind == CountKind::Percent {
        return;
    }
    let Some(per) = chars.get(q.end + 1..).and_then(unit::longest) else { return };
    unit.end = q.end + 1 + per.word.len();
    q.end = unit.end;
    q.rule = "count.rate";
}

/// 多 and 余 after a unit that divides, then 左右, 以上 and their like.
pub(super) fn suffix(doc: &Document<'_>, q: &mut Quantity) {
    // 2.5米|多终端望远镜, but 2.5米多高.
    let next = doc.char(q.end + 1);
    let goes_on = is_han(next) && !"的长高宽深厚重远大了左以".contains(next);
    let more = matches!(doc.char(q.end), '多' | '余')
        && !(goes_on && doc.chars()[q.start..q.end].contains(&'.'))
        && q.modifier.is_none()
        && q.max.is_none()
        && q.rule != "count.half";
    let divides = match q.kind {
        CountKind::Measure | CountKind::Money | CountKind::Age => true,
        CountKind::Percent => doc.before(q.end) != '%',
        CountKind::Count => q.unit.is_some_and(|u| u.len() == 1 && PARTED.contains(&doc.char(u.start))),
    };
    let word = matches!(
        doc.char(q.end + 1),
        '种' | '样'
            | '人'
            | '次'
            | '家'
            | '名'
            | '个'
            | '元'
            | '处'
            | '户'
            | '方'
            | '年'
            | '地'
            | '项'
            | '位'
            | '边'
            | '晶'
            | '肉'
    );
    if more && divides && !word {
        q.end += 1;
        q.modifier = Some(Modifier::MoreThan);
    }
    if q.kind == CountKind::Money && doc.starts_with(q.end, "人民币") && q.modifier.is_none() {
        q.end += 3;
        if let Some(unit) = q.unit.as_mut() {
            unit.end = unit.end.max(q.end);
        }
    }
    suffix_words(doc, q);
}

pub(super) fn suffix_words(doc: &Document<'_>, q: &mut Quantity) {
    if let Some((end, modifier)) = approximator::after(doc, q.end) {
        q.end = end;
        q.modifier = Some(match q.modifier {
            Some(Modifier::AtLeast) => Modifier::AtLeast,
            _ => modifier,
        });
    }
}

/// 摄氏30度, 零下摄氏5度: the scale is said before the number.
pub(super) fn prefix(doc: &Document<'_>, q: &mut Quantity, floor: usize) {
    let degree = q.unit.is_some_and(|u| matches!(doc.char(u.start), '度' | '°'));
    if !degree || q.start < floor + 2 {
        return;
    }
    if doc.ends_with(q.start, "摄氏") || doc.ends_with(q.start, "华氏") {
        q.start -= 2;
        if doc.ends_with(q.start, "零下") {
            q.start -= 2;
            q.value = q.value.and_then(|v| v.times(-1));
            q.max = q.max.and_then(|v| v.times(-1));
        }
    }
}
