//! Numbers with no unit behind them: 百分之五, 一半, 人民币2000, 近100万, 数千民众.

use super::grammar::{Quantity, Read};
use super::tail::suffix_words;
use super::unit::{self, Unit, UnitKind};
use super::{approximator, exclude, noun, set_phrase};
use crate::chars::is_han;
use crate::numeral::{self, Form};
use crate::record::CountKind;
use crate::{Document, Span};

/// 人民币2000: no unit behind the number.
pub(super) fn renminbi(doc: &Document<'_>, read: &Read) -> Option<Quantity> {
    let said = matches!(doc.before(read.at), '币' | '幣')
        && read.at >= read.floor + 3
        && read.number.is_arabic()
        && doc.ends_with(read.at - 1, "人民");
    let start = read.at.checked_sub(3).filter(|_| said)?;
    let unit = Some(Span::new(start, read.at));
    Some(Quantity { start, ..read.quantity(CountKind::Money, "count.prefix", read.after, unit) })
}

/// 百分之五, 三分之一, 一半, 半数: no unit follows.
pub(super) fn unitless(doc: &Document<'_>, read: &Read) -> Option<Quantity> {
    let &Read { at, after, ref number, .. } = read;
    let (sign, rule, mut end) = match number.form {
        Form::Percent => (Some("%"), "count.hundredth", after),
        // 1/4决赛, 四分之一决赛: how far a contest has come.
        Form::Fraction if doc.starts_with(after, "决赛") => return None,
        Form::Fraction => (None, "count.fraction", after),
        Form::Half if doc.char(at) != '半' && after == at + 2 => (None, "count.fraction", after),
        Form::Half if doc.char(after) == '数' => (None, "count.fraction", after + 1),
        Form::Vague | Form::Bare => return scaled(doc, read),
        Form::Mixed | Form::Han => return scaled(doc, read).or_else(|| guessed(doc, read)),
        // 6000多群众
        Form::Digits if number.modifier.is_some() => {
            return scaled(doc, read).or_else(|| guessed(doc, read));
        }
        Form::Digits => return guessed(doc, read),
        _ => return None,
    };
    let unit = unit::longest(&doc.chars()[end..]);
    if number.form == Form::Half && unit.is_some() {
        return None;
    }
    let unit = unit
        .filter(|u| number.form == Form::Fraction && matches!(u.word.as_slice(), ['人' | '户']))
        .map(|u| Span::new(end, end + u.word.len()));
    end = unit.map_or(end, |u| u.end);
    let mut q = Quantity { sign, ..read.quantity(CountKind::Percent, rule, end, unit) };
    suffix_words(doc, &mut q);
    (!exclude::quoted(doc, at, q.end)).then(|| q.led(read.lead(doc)))
}

/// 从业人员近4000, 粽子八百多: a guess that ends its clause.
fn guessed(doc: &Document<'_>, read: &Read) -> Option<Quantity> {
    let &Read { at, after, ref number, .. } = read;
    // 死亡逾5000 搜救继续
    let spaced = doc.char(after) == ' ' && is_han(doc.char(after + 1));
    if after < doc.len() && !spaced && !matches!(doc.char(after), ',' | '。' | ';' | '!' | '\n') {
        return None;
    }
    let value = number.integer().filter(|value| *value >= 100)?;
    let lead = read.lead(doc);
    if spaced && lead.is_none() {
        return None;
    }
    let start = lead.map_or(at, |(start, _)| start);
    let year = (1900..2100).contains(&value) && number.modifier.is_none();
    let guess = lead.is_some() || number.modifier.is_some();
    let told = guess && !year && is_han(doc.before(start)) && !set_phrase::holds(doc, at, after);
    (told && !exclude::quoted(doc, at, after))
        .then(|| read.quantity(CountKind::Count, "count.scaled", after, None).led(lead))
}

/// 点赞41.8万: digits with a scale word count without a unit where the clause ends behind them, or where what is counted
/// follows: 300万下岗失业人员, 6亿移动用户.
fn scaled(doc: &Document<'_>, read: &Read) -> Option<Quantity> {
    let &Read { at, after, ref number, .. } = read;
    let more = matches!(doc.before(after), '多' | '余');
    let last = doc.before(after - usize::from(more));
    let large = matches!(last, '万' | '亿');
    let lead = read.lead(doc);
    // 数千民众, 6000多彝族群众
    let counts = match number.form {
        Form::Vague => matches!(last, '百' | '千' | '万' | '亿'),
        Form::Digits => more,
        // 五百精壮劳力
        Form::Han => {
            let hundreds = || matches!(last, '百' | '千') && doc.char(after) != '强';
            number.modifier.is_some() || large || hundreds()
        }
        Form::Bare => lead.is_some(),
        _ => true,
    };
    // 罚款50万|公司不服
    let sum = large && noun::is_sum(doc, lead.map_or(at, |(start, _)| start));
    let followed = |end: usize| {
        let unit = unit::longest(&doc.chars()[end..]);
        let other =
            |u: &Unit| u.kind == UnitKind::Label || matches!(u.word[..], ['种' | '发' | '金' | '银' | '铜']);
        let free = unit.is_none_or(other);
        let known = number.form != Form::Han && large && !measured(doc, at);
        // 5000多万登记注册的志愿者
        let clause = known && number.modifier.is_some() && noun::told_people(doc, end);
        counts && free && !sum && (noun::people(doc, end) || known && noun::things(doc, end) || clause)
    };
    let quoted = |end: usize| exclude::quoted(doc, at, end);
    let counted = |end: usize| {
        let mut q = read.quantity(CountKind::Count, "count.scaled", after, None);
        if end > after {
            suffix_words(doc, &mut q);
        }
        q.led(lead)
    };
    let whole = large && matches!(number.form, Form::Mixed | Form::Han)
        || number.form == Form::Bare && lead.is_some() && (large || number.len > 1);
    if !whole {
        return (followed(after) && !quoted(after)).then(|| counted(after));
    }
    if number.form == Form::Han && after - at < 2 {
        return None;
    }
    let closes = |at: usize| {
        let ends = at >= doc.len() || matches!(doc.char(at), ',' | '。' | ';' | '!' | ')' | '\n');
        // 突破九百万大关
        ends || lead.is_some() && doc.starts_with(at, "大关")
    };
    // 300万左右患者, 人口达到300万左右
    if let Some((end, _)) = approximator::after(doc, after)
        && (closes(end) || doc.char(end) == '的' || followed(end))
        && !quoted(end)
    {
        return Some(counted(end));
    }
    // 人口近100万、农田近70万亩
    let listed = || match doc.char(after) {
        '、' => lead.is_some() && is_han(doc.char(after + 1)) && !numeral::is_start(doc.char(after + 1)),
        // 人口不到80万的小城
        ' ' | '的' => lead.is_some(),
        _ => false,
    };
    let unit = || unit::longest(doc.rest(after)).is_some();
    let ends = closes(after) || listed() || sum && is_han(doc.char(after)) && !unit();
    let named = !ends && followed(after);
    if !(ends || named) || quoted(after) {
        return None;
    }
    let alone = at == 0 && after == doc.len();
    (named || is_han(doc.before(at)) || lead.is_some() || alone).then(|| counted(after))
}

/// 30万部队: the unit begins the noun.
pub(super) fn nominal(doc: &Document<'_>, read: &Read, unit: &Unit) -> Option<Quantity> {
    let &Read { at, after, ref number, .. } = read;
    let counted = unit.word.len() == 1
        && number.form == Form::Mixed
        && matches!(doc.before(after), '万' | '亿')
        && exclude::is_noun(doc, after)
        && !measured(doc, at)
        && noun::things(doc, after)
        && !exclude::quoted(doc, at, after);
    counted.then(|| read.quantity(CountKind::Count, "count.scaled", after, None).led(read.lead(doc)))
}

/// Whether what a number before `at` tells the size of stands before it: 人口超100万城市.
fn measured(doc: &Document<'_>, at: usize) -> bool {
    let from = at.saturating_sub(4);
    (from..at).any(|i| doc.starts_with(i, "人口") || doc.starts_with(i, "规模"))
}
