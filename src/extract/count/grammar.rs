//! Reads one quantity: `[approximator] numeral [to numeral] unit [approximator]`.

use super::unit::{self, Unit, UnitKind};
use super::{approximator, exclude};
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

/// Whether a currency sign or its last letter may start a quantity.
pub(super) const fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¥' | '€' | '£' | '￥')
}

/// Reads at `at`, a character that may start a numeral or is a currency sign. `floor` is the end of what was read
/// before.
pub(super) fn read(doc: &Document<'_>, at: usize, floor: usize) -> Reading {
    if is_currency(doc.char(at)) {
        return currency(doc, at, floor);
    }
    let chars = doc.chars();
    let Some(first) = signed(doc, at) else { return Reading::None(at + 1) };
    let (at, first) = first;
    let end = at + first.len;
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
    match quantity {
        Some(quantity) => Reading::Count(quantity),
        None => Reading::None(exclude::resume(doc, at, after)),
    }
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
        && crate::chars::is_han(doc.before(at))
        && !matches!(doc.before(at), '近' | '的' | '了' | '有' | '达' | '上' | '、');
    (!counted || !doc.is_word(Span::new(at - 1, at + 1))).then_some((from, numeral))
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
            let rises = first.value?.to_f64() < second.value?.to_f64();
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
        let shares = shared.to_f64() < high.to_f64() && (second.scale >= 10_000 || low.to_f64() < 10.0);
        let shares = shares && (first.scale == 1 || !first.is_arabic());
        if shares {
            factor = second.scale;
        }
    }
    let low = low.times(factor)?;
    let rises = low.to_f64() < high.to_f64();
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
    let spaced =
        chars.get(after) == Some(&' ') && number.is_arabic() && crate::chars::is_han(doc.char(after + 1));
    let unit_at = after + usize::from(spaced);
    let yuan = ["人民币", "人民幣"]
        .iter()
        .find(|w| doc.ends_with(at, w))
        .filter(|_| at >= floor + 3 && number.is_arabic());
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
    let UnitKind::Count(kind) = unit.kind else { return None };
    if spaced
        && (unit.word.len() == 1
            && !matches!(unit.word[0], '人' | '名' | '户' | '个' | '元' | '亩' | '吨' | '米'))
    {
        return None;
    }
    let approximated = lead.is_some() || number.modifier.is_some() || number.max.is_some();
    if bare && !approximated {
        return None;
    }
    let unit_end = unit_at + unit.word.len();
    let kind = if unit.word == ['块'] && !priced(doc, at, unit_end) { CountKind::Count } else { kind };
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

/// Whether 块 is money: 花8块, 8块多; not 展板20块, 20块展板.
fn priced(doc: &Document<'_>, at: usize, end: usize) -> bool {
    let verb = matches!(
        doc.before(at),
        '花' | '卖'
            | '收'
            | '付'
            | '交'
            | '赚'
            | '省'
            | '要'
            | '价'
            | '才'
            | '到'
            | '给'
            | '涨'
            | '降'
            | '罚'
            | '欠'
            | '补'
            | '斤'
            | '个'
            | '挣'
            | '掏'
    );
    let goes_on = matches!(doc.char(end), '多' | '半') || numeral::is_start(doc.char(end));
    (verb && !crate::chars::is_han(doc.char(end))) || goes_on
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

/// 三元五角, 三斤半, 翻一番: what goes on after the unit.
fn compound(doc: &Document<'_>, q: &mut Quantity, number: &Numeral, unit: &Unit) {
    let chars = doc.chars();
    if q.max.is_some() || q.modifier.is_some() {
        return;
    }
    let Some(value) = q.value else { return };
    if q.kind == CountKind::Money
        && matches!(unit.word.as_slice(), ['元' | '圆' | '圓' | '块' | '塊' | '角' | '毛'])
    {
        let mut sum = value;
        let mut from = q.end;
        loop {
            let zero = usize::from(matches!(chars.get(from), Some('零')));
            let Some(n) = chars.get(from + zero..).and_then(numeral::read).filter(|n| n.len <= 2) else {
                break;
            };
            let at = from + zero + n.len;
            let tenth = match chars.get(at) {
                Some('角' | '毛') => 10,
                Some('分') if chars.get(at + 1) != Some(&'钟') => 100,
                _ => break,
            };
            let part = n.value.and_then(|v| v.divided_by(tenth.into()));
            let Some(total) = part.and_then(|p| sum.plus(p)).filter(|_| n.max.is_none()) else { break };
            sum = total;
            from = at + 1;
        }
        if from > q.end {
            if unit.word[0] == '角' || unit.word[0] == '毛' {
                // 两角五分: 2.5 of the printed unit.
                sum = value
                    .plus(
                        sum.plus(value.times(-1).unwrap_or(value)).and_then(|d| d.times(10)).unwrap_or(value),
                    )
                    .unwrap_or(sum);
            }
            (q.value, q.end, q.rule) = (Some(sum), from, "count.compound");
            return;
        }
    }
    if let (['米' | '块'], Some(whole)) = (unit.word.as_slice(), number.integer()) {
        // 1米75, 一米八, 三块五: what follows is the fraction.
        let digits = chars.get(q.end..).and_then(numeral::read).filter(|n| n.len <= 2);
        let tail = digits
            .filter(|n| matches!(n.form, Form::Digits | Form::HanDigits | Form::Han) && n.max.is_none());
        let tail =
            tail.filter(|n| n.is_arabic() == number.is_arabic() && (n.form != Form::Han || n.len == 1));
        if let Some(n) = tail
            && whole < 100
            && n.integer().is_some_and(|v| v > 0 && v < if n.len == 1 { 10 } else { 100 })
            && !matches!(chars.get(q.end + n.len), Some('.' | '点' | '多' | '余' | '—' | '-' | '至' | '、'))
            && chars.get(q.end + n.len..).and_then(unit::longest).is_none()
        {
            let part = n.value.and_then(|v| v.divided_by(if n.len == 1 { 10 } else { 100 }.into()));
            if let Some(sum) = part.and_then(|p| value.plus(p)) {
                (q.value, q.end, q.rule) = (Some(sum), q.end + n.len, "count.compound");
                return;
            }
        }
    }
    let half = chars.get(q.end) == Some(&'半')
        && !matches!(
            chars.get(q.end + 1),
            Some('径' | '数' | '价' | '年' | '天' | '个' | '月' | '夜' | '小' | '导' | '岛' | '百')
        );
    let divides =
        matches!(q.kind, CountKind::Measure | CountKind::Age | CountKind::Money | CountKind::Percent)
            || unit.word == ['个'];
    let half_of = Decimal::new(if value.to_f64() < 0.0 { -5 } else { 5 }, 1);
    if half
        && divides
        && number.integer().is_some()
        && unit.word != ['%']
        && let Some(sum) = value.plus(half_of)
    {
        (q.value, q.end, q.rule) = (Some(sum), q.end + 1, "count.half");
    }
    if unit.word == ['番'] && doc.before(q.start) == '翻' {
        let times = number.integer().and_then(|n| u32::try_from(n).ok()).and_then(|n| 2i64.checked_pow(n));
        (q.value, q.start, q.rule) = (times.map(Decimal::from), q.start - 1, "count.redouble");
    }
}

/// 元/千克, 米/秒: the unit goes on after the stroke.
fn rate(doc: &Document<'_>, q: &mut Quantity) {
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
fn suffix(doc: &Document<'_>, q: &mut Quantity) {
    let more = matches!(doc.char(q.end), '多' | '余')
        && q.modifier.is_none()
        && q.max.is_none()
        && q.rule != "count.half";
    let divides = match q.kind {
        CountKind::Measure | CountKind::Money | CountKind::Age => true,
        CountKind::Percent => doc.before(q.end) != '%',
        CountKind::Count => false,
    };
    let word = matches!(
        doc.char(q.end + 1),
        '种' | '样' | '次' | '家' | '名' | '个' | '元' | '处' | '户' | '方' | '年' | '地' | '项' | '位'
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

fn suffix_words(doc: &Document<'_>, q: &mut Quantity) {
    if let Some((end, modifier)) = approximator::after(doc, q.end) {
        q.end = end;
        q.modifier = Some(match q.modifier {
            Some(Modifier::AtLeast) => Modifier::AtLeast,
            _ => modifier,
        });
    }
}

/// 摄氏30度: the scale is said before the number.
fn prefix(doc: &Document<'_>, q: &mut Quantity, floor: usize) {
    let degree = q.unit.is_some_and(|u| matches!(doc.char(u.start), '度' | '°'));
    let said = doc.ends_with(q.start, "摄氏") || doc.ends_with(q.start, "华氏");
    if degree && said && q.start >= floor + 2 {
        q.start -= 2;
    }
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
