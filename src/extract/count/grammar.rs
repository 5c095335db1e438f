//! Reads one quantity: `[approximator] numeral [to numeral] unit [approximator]`.

use super::money::{priced, verb_of_money};
use super::tail::{compound, prefix, rate, suffix, suffix_words};
use super::unit::{self, Unit, UnitKind};
use super::{approximator, exclude, spaced};
use crate::chars::is_han;
use crate::numeral::{self, Form, Numeral};
use crate::record::{CountKind, Modifier};
use crate::{Decimal, Document, Span};

/// A quantity before its noun is known. Positions are characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: CountKind,
    pub(super) value: Option<Decimal>,
    pub(super) max: Option<Decimal>,
    pub(super) modifier: Option<Modifier>,
    /// Where the unit is printed.
    pub(super) unit: Option<Span>,
    /// The unit's sign where words say it: 百分之五.
    pub(super) sign: Option<&'static str>,
    pub(super) rule: &'static str,
}

/// What stands at an anchor.
pub(super) enum Reading {
    Count(Quantity),
    /// No count up to this position.
    None(usize),
}

/// Signs that stand before a sum.
pub(super) const CURRENCIES: [char; 5] = ['$', '¥', '€', '£', '￥'];

/// Reads at `at`, a character that may start a numeral or is a currency sign. `floor` is the end of what was read
/// before.
pub(super) fn read(doc: &Document<'_>, at: usize, floor: usize) -> Reading {
    if CURRENCIES.contains(&doc.char(at)) {
        return currency(doc, at, floor);
    }
    let chars = doc.chars();
    let Some(first) = signed(doc, at) else { return Reading::None(at + 1) };
    let (at, first) = first;
    let end = at + first.len;
    if indefinite(doc, at, end, floor) {
        return Reading::None(end);
    }
    if let Some(skip) = exclude::before_unit(doc, at, &first) {
        return Reading::None(skip);
    }
    let mut number = first;
    let mut after = end;
    let mut rule = None;
    if let Some((joined, to)) = range(chars, at, &first) {
        (number, after, rule) = (joined, to, Some("count.range"));
    }
    let quantity = finish(doc, at, after, floor, number, rule)
        .or_else(|| (after != end).then(|| finish(doc, at, end, floor, first, None)).flatten());
    match quantity.or_else(|| spaced::percent(doc, at)) {
        Some(quantity) => Reading::Count(quantity),
        None => Reading::None(exclude::resume(doc, at, after)),
    }
}

/// 一个, 一名, 一次: the commonest characters that a numeral may start with, and no count without an approximator.
fn indefinite(doc: &Document<'_>, at: usize, end: usize, floor: usize) -> bool {
    doc.char(at) == '一'
        && end == at + 1
        && unit::longest(&doc.chars()[end..]).is_some_and(|u| u.kind == UnitKind::Count(CountKind::Count))
        && approximator::before(doc, at, floor, false).is_none()
}

/// The numeral at `at`, with a minus sign or 零下 before it.
fn signed(doc: &Document<'_>, at: usize) -> Option<(usize, Numeral)> {
    let chars = doc.chars();
    let minus = doc.before(at) == '-'
        && chars[at].is_ascii_digit()
        && !at.checked_sub(2).is_some_and(|i| {
            chars[i].is_ascii_alphanumeric()
                || numeral::is_numeric(chars[i])
                || matches!(chars[i], ')' | '-' | '/' | '%' | '℃' | '.')
        });
    let from = if minus { at - 1 } else { at };
    let numeral = numeral::read(&chars[from..])?;
    // 数 after a character it makes a word with: 人数, 总数. 数百 is a number everywhere.
    let counted = numeral.form == Form::Vague
        && matches!(chars[at], '数' | '數')
        && is_han(doc.before(at))
        && !matches!(doc.before(at), '近' | '的' | '了' | '有' | '达' | '上' | '、');
    (!counted || !exclude::is_word(doc, Span::new(at - 1, at + 1))).then_some((from, numeral))
}

/// The second number of a range and where it ends: 3至5, 2—3, 两到三万, 3、4.
fn range(chars: &[char], at: usize, first: &Numeral) -> Option<(Numeral, usize)> {
    let mut to = at + first.len;
    let mut factor = 1;
    match *chars.get(to)? {
        '至' | '到' | '~' | '—' | '-' => to += 1,
        '、' => return enumeration(chars, at, first),
        _ => {
            // 3名至5名, 30%至40%: the unit may be said twice.
            let unit = unit::longest(&chars[to..]).filter(|u| matches!(u.kind, UnitKind::Count(_)))?;
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

/// 3、4个, 三、四名: neighbours among the digits are one guess, not two numbers.
fn enumeration(chars: &[char], at: usize, first: &Numeral) -> Option<(Numeral, usize)> {
    let second = numeral::read(&chars[at + first.len + 1..]).filter(|n| n.len == 1 && first.len == 1)?;
    let (low, high) = (first.integer()?, second.integer()?);
    // At the start of a line it is the number of a list.
    let alone = at > 0 && !matches!(chars[at - 1], '、' | '第' | '.' | '\n');
    let neighbours = 0 < low && low + 1 == high && first.is_arabic() == second.is_arabic();
    (alone && neighbours).then_some((Numeral { value: first.value, max: second.value, ..second }, at + 3))
}

/// From the end of the numeral on: unit, compound parts, approximators.
fn finish(
    doc: &Document<'_>,
    at: usize,
    after: usize,
    floor: usize,
    number: Numeral,
    rule: Option<&'static str>,
) -> Option<Quantity> {
    let chars = doc.chars();
    let bare = number.form == Form::Bare;
    let lead = lead(doc, at, floor, &number);
    if let Some(quantity) = unitless(doc, at, after, lead, &number) {
        return Some(quantity);
    }
    // 912 人: a space inside, as some dumps print it.
    let spaced = chars.get(after) == Some(&' ') && number.is_arabic() && is_han(doc.char(after + 1));
    let unit_at = after + usize::from(spaced);
    let yuan = (matches!(doc.before(at), '币' | '幣') && at >= floor + 3 && number.is_arabic())
        .then(|| doc.ends_with(at - 1, "人民"))
        .filter(|&yuan| yuan);
    let unit = unit::longest(chars.get(unit_at..)?);
    if let (None, Some(_), false) = (unit, yuan, spaced) {
        let unit = Some(Span::new(at - 3, at));
        let (kind, rule) = (CountKind::Money, "count.prefix");
        let Numeral { value, max, modifier, .. } = number;
        return Some(Quantity {
            start: at - 3,
            end: after,
            kind,
            value,
            max,
            modifier,
            unit,
            sign: None,
            rule,
        });
    }
    let unit = unit?;
    let UnitKind::Count(kind) = unit.kind else {
        return infant(doc, at, unit_at + unit.word.len(), lead, &number);
    };
    if spaced
        && (unit.word.len() == 1
            && !matches!(unit.word[0], '人' | '名' | '户' | '个' | '元' | '亩' | '吨' | '米'))
    {
        return None;
    }
    let approximated = lead.is_some() || number.modifier.is_some() || number.max.is_some();
    if bare && !approximated && !definite(&number, &chars[at..after], unit) {
        return None;
    }
    let unit_end = unit_at + unit.word.len();
    let kind = match unit.word.as_slice() {
        ['块'] if !priced(doc, at, unit_end) => CountKind::Count,
        // 收五分: the coin; 得五分 a score.
        ['分'] if !number.is_arabic() && verb_of_money(doc.before(at)) => CountKind::Money,
        _ => kind,
    };
    let mut q = Quantity {
        start: at,
        end: unit_end,
        kind,
        value: number.value,
        max: number.max,
        modifier: number.modifier,
        unit: Some(Span::new(unit_at, unit_end)),
        sign: None,
        rule: rule.unwrap_or(match kind {
            CountKind::Count if unit.word.len() > 1 && unit.strict => "count.noun",
            CountKind::Count => "count.classifier",
            CountKind::Money => "count.money",
            CountKind::Percent => "count.percent",
            CountKind::Measure => "count.measure",
            CountKind::Age => "count.age",
        }),
    };
    compound(doc, &mut q, &number, unit);
    rate(doc, &mut q);
    suffix(doc, &mut q);
    if let Some((start, modifier)) = lead {
        q.start = start;
        q.modifier = modifier.or(q.modifier);
    }
    prefix(doc, &mut q, floor);
    exclude::after_unit(doc, at, &number, unit, &q, approximated).then_some(q)
}

/// 百米, 千亩, 百万元: a scale word alone counts before a measure, and two of them before money and people too.
fn definite(number: &Numeral, printed: &[char], unit: &Unit) -> bool {
    let plain = number.max.is_none() && matches!(printed, [_, ..]) && printed.len() <= 2;
    let measure = matches!(
        unit.word.as_slice(),
        ['米' | '亩' | '吨' | '斤'] | ['公', '里' | '斤' | '顷'] | ['平', '方', '米'] | ['立', '方', '米']
    );
    let many = matches!(unit.word.as_slice(), ['人' | '户'] | ['人', '次'] | ['人', '口'])
        || unit.kind == UnitKind::Count(CountKind::Money);
    plain && (measure || (printed.len() == 2 && many))
}

/// 三个月大, 90天大: an age in months or days.
fn infant(
    doc: &Document<'_>,
    at: usize,
    end: usize,
    lead: Option<(usize, Option<Modifier>)>,
    number: &Numeral,
) -> Option<Quantity> {
    let unit = Span::new(at + number.len, end);
    let grown = ["个月", "天", "周"]
        .iter()
        .any(|u| doc.starts_with(unit.start, u) && unit.len() == u.chars().count());
    // 3天大会, 两天大雨.
    let alone = !is_han(doc.char(end + 1)) || matches!(doc.char(end + 1), '的' | '时' | '就' | '左');
    (grown && doc.char(end) == '大' && alone).then(|| {
        let mut q = Quantity {
            start: lead.map_or(at, |l| l.0),
            end: end + 1,
            kind: CountKind::Age,
            value: number.value,
            max: number.max,
            modifier: lead.and_then(|l| l.1).or(number.modifier),
            unit: Some(unit),
            sign: None,
            rule: "count.infant",
        };
        suffix_words(doc, &mut q);
        q
    })
}

/// What stands before the numeral: an approximator, 好 before 几.
fn lead(doc: &Document<'_>, at: usize, floor: usize, number: &Numeral) -> Option<(usize, Option<Modifier>)> {
    let bare = number.form == Form::Bare;
    let at = if doc.before(at) == '好' && matches!(doc.char(at), '几' | '幾') && at > floor {
        at - 1
    } else {
        at
    };
    match approximator::before(doc, at, floor, bare) {
        Some((start, modifier)) => Some((start, Some(modifier))),
        None if doc.before(at + 1) == '好' => Some((at, None)),
        None => None,
    }
}

/// 百分之五, 三分之一, 一半, 半数: no unit follows.
fn unitless(
    doc: &Document<'_>,
    at: usize,
    after: usize,
    lead: Option<(usize, Option<Modifier>)>,
    number: &Numeral,
) -> Option<Quantity> {
    if let Some(quantity) = scaled(doc, at, after, lead, number) {
        return Some(quantity);
    }
    let (sign, rule, mut end) = match number.form {
        Form::Percent => (Some("%"), "count.hundredth", after),
        Form::Fraction => (None, "count.fraction", after),
        Form::Half if doc.char(at) != '半' && after == at + 2 => (None, "count.fraction", after),
        Form::Half if doc.char(after) == '数' => (None, "count.fraction", after + 1),
        _ => return None,
    };
    let unit = unit::longest(&doc.chars()[end..]).filter(|u| u.kind == UnitKind::Count(CountKind::Count));
    if number.form == Form::Half && (unit.is_some() || unit::longest(&doc.chars()[end..]).is_some()) {
        return None;
    }
    let unit_span = unit
        .filter(|u| number.form == Form::Fraction && matches!(u.word.as_slice(), ['人' | '户']))
        .map(|u| Span::new(end, end + u.word.len()));
    end = unit_span.map_or(end, |u| u.end);
    let mut q = Quantity {
        start: at,
        end,
        kind: CountKind::Percent,
        value: number.value,
        max: number.max,
        modifier: number.modifier,
        unit: unit_span,
        sign,
        rule,
    };
    suffix_words(doc, &mut q);
    if let Some((start, modifier)) = lead {
        q.start = start;
        q.modifier = modifier.or(q.modifier);
    }
    (!exclude::quoted(doc, at, q.end)).then_some(q)
}

/// 点赞41.8万: digits with a scale word count without a unit where the clause ends behind them.
fn scaled(
    doc: &Document<'_>,
    at: usize,
    after: usize,
    lead: Option<(usize, Option<Modifier>)>,
    number: &Numeral,
) -> Option<Quantity> {
    let ends = after >= doc.len() || matches!(doc.char(after), ',' | '。' | ';' | '!' | ')' | '\n');
    let counted = is_han(doc.before(at)) || lead.is_some();
    if !(ends && counted && number.is_arabic() && matches!(doc.before(after), '万' | '亿')) {
        return None;
    }
    let mut q = Quantity {
        start: at,
        end: after,
        kind: CountKind::Count,
        value: number.value,
        max: number.max,
        modifier: number.modifier,
        unit: None,
        sign: None,
        rule: "count.scaled",
    };
    if let Some((start, modifier)) = lead {
        (q.start, q.modifier) = (start, modifier.or(q.modifier));
    }
    (!exclude::quoted(doc, at, q.end)).then_some(q)
}

/// $300, ￥5000, HK$80, 人民币 without 元.
fn currency(doc: &Document<'_>, at: usize, floor: usize) -> Reading {
    let chars = doc.chars();
    let from = at + 1 + usize::from(doc.char(at + 1) == ' ');
    let Some(n) = chars.get(from..).and_then(numeral::read).filter(Numeral::is_arabic) else {
        return Reading::None(at + 1);
    };
    let letters = (floor..at).rev().take(3).take_while(|&i| chars[i].is_ascii_uppercase()).count();
    let mut q = Quantity {
        start: at - letters,
        end: from + n.len,
        kind: CountKind::Money,
        value: n.value,
        max: None,
        modifier: n.modifier,
        unit: Some(Span::new(at - letters, at + 1)),
        sign: None,
        rule: "count.prefix",
    };
    suffix_words(doc, &mut q);
    if let Some((start, modifier)) = approximator::before(doc, q.start, floor, false) {
        q.start = start;
        q.modifier = Some(modifier);
    }
    Reading::Count(q)
}
