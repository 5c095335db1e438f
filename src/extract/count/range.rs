//! Ranges: 3至5名, 30%至40%, 三、四十人.

use super::unit::{Unit, UnitKind};
use crate::numeral::{self, Form, Numeral};

/// The second number of a range and where it ends: 3至5, 2—3, 两到三万, 3、4.
pub(super) fn range(
    chars: &[char],
    at: usize,
    first: &Numeral,
    unit: Option<&Unit>,
) -> Option<(Numeral, usize)> {
    let mut to = at + first.len;
    let mut factor = 1;
    match *chars.get(to)? {
        '至' | '到' | '~' | '—' | '-' => to += 1,
        '、' => return enumeration(chars, at, first),
        _ => {
            // 3名至5名, 30%至40%: the unit may be said twice.
            let unit = unit.filter(|u| matches!(u.kind, UnitKind::Count(_)))?;
            let next = to + unit.word.len();
            matches!(chars.get(next)?, '至' | '到' | '~' | '—' | '-').then_some(())?;
            let second = numeral::read(&chars[next + 1..]).filter(|n| n.value.is_some())?;
            let end = next + 1 + second.len;
            let same = chars[end..].starts_with(&unit.word) && first.value.is_some() && first.max.is_none();
            let rises = first.value? < second.value?;
            return (same && rises)
                .then_some((Numeral { value: first.value, max: second.value, ..second }, end));
        }
    }
    if chars.get(to) == Some(&'—') {
        to += 1;
    }
    let second = numeral::read(&chars[to..])?;
    let (low, high) = (first.value?, second.value?);
    if first.max.is_some()
        || matches!(first.form, Form::Bare | Form::Long)
        || matches!(second.form, Form::Half | Form::Bare | Form::Fraction)
    {
        return None;
    }
    // 两到三万: the first shares the scale unless it would be the larger then.
    if first.scale < second.scale && first.scale < 10_000 {
        let shared = low.times(second.scale)?;
        let shares = shared < high && (second.scale >= 10_000 || low < 10.into());
        let shares = shares && (first.scale == 1 || !first.is_arabic());
        if shares {
            factor = second.scale;
        }
    }
    let low = low.times(factor)?;
    let rises = low < high;
    let percent = first.form == Form::Percent;
    let form = if percent { Form::Percent } else { second.form };
    let numeral = Numeral { value: Some(low), max: Some(high), form, ..second };
    rises.then_some((numeral, to + second.len))
}

/// 3、4个, 三、四名, 三、四十人: neighbours among the digits are one guess, not two numbers.
fn enumeration(chars: &[char], at: usize, first: &Numeral) -> Option<(Numeral, usize)> {
    let second = numeral::read(&chars[at + first.len + 1..]).filter(|n| {
        let scaled = n.form == Form::Han && n.max.is_none() && n.modifier.is_none();
        first.len == 1 && (n.len == 1 || scaled)
    })?;
    let (low, high) = (first.integer()?, second.integer()?);
    // What both are said in: tens in 三、四十.
    let scale = if second.len == 1 { 1 } else { high.checked_div(low.checked_add(1)?)? };
    // At the start of a line it is the number of a list.
    let alone = at > 0 && !matches!(chars[at - 1], '、' | '第' | '.' | '\n');
    let whole = scale.checked_ilog10().is_some_and(|zeros| 10_i64.pow(zeros) == scale);
    let neighbours =
        low > 0 && whole && (low + 1).checked_mul(scale)? == high && first.is_arabic() == second.is_arabic();
    let value = first.value?.times(scale);
    let end = at + first.len + 1 + second.len;
    (alone && neighbours).then_some((Numeral { value, max: second.value, ..second }, end))
}
