//! Numbers with no unit behind them: 百分之五, 一半, 人民币2000, 近100万, 数千民众.

use super::grammar::{Quantity, Read};
use super::tail::suffix_words;
use super::unit::{self, UnitKind};
use super::{approximator, exclude, noun};
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
        Form::Fraction => (None, "count.fraction", after),
        Form::Half if doc.char(at) != '半' && after == at + 2 => (None, "count.fraction", after),
        Form::Half if doc.char(after) == '数' => (None, "count.fraction", after + 1),
        Form::Mixed | Form::Han | Form::Vague => return scaled(doc, read),
        // 6000多群众
        Form::Digits if number.modifier.is_some() => return scaled(doc, read),
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

/// 点赞41.8万: digits with a scale word count without a unit where the clause ends behind them.
fn scaled(doc: &Document<'_>, read: &Read) -> Option<Quantity> {
    let &Read { at, after, ref number, .. } = read;
    let more = matches!(doc.before(after), '多' | '余');
    let last = doc.before(after - usize::from(more));
    // 300万下岗失业人员, 数千民众, 6000多彝族群众
    let people = || {
        let form = match number.form {
            Form::Vague => matches!(last, '百' | '千' | '万' | '亿'),
            Form::Digits => more,
            Form::Han => number.modifier.is_some() || matches!(last, '万' | '亿'),
            _ => true,
        };
        let unit = unit::longest(&doc.chars()[after..]);
        form && unit.is_none_or(|u| u.kind == UnitKind::Label) && noun::people(doc, after)
    };
    if !matches!(last, '万' | '亿') || matches!(number.form, Form::Vague | Form::Digits) {
        let counted = people() && !exclude::quoted(doc, at, after);
        return counted
            .then(|| read.quantity(CountKind::Count, "count.scaled", after, None).led(read.lead(doc)));
    }
    if number.form == Form::Han && after - at < 2 {
        return None;
    }
    // 300万左右患者
    if let Some((end, _)) = approximator::after(doc, after)
        && noun::people(doc, end)
        && !exclude::quoted(doc, at, end)
    {
        let mut q = read.quantity(CountKind::Count, "count.scaled", after, None);
        suffix_words(doc, &mut q);
        return Some(q.led(read.lead(doc)));
    }
    let ends = after >= doc.len() || matches!(doc.char(after), ',' | '。' | ';' | '!' | ')' | '\n');
    let lead = read.lead(doc);
    // 人口近100万、农田近70万亩
    let listed = || match doc.char(after) {
        '、' => lead.is_some() && is_han(doc.char(after + 1)) && !numeral::is_start(doc.char(after + 1)),
        // 人口不到80万的小城
        ' ' | '的' => lead.is_some(),
        _ => false,
    };
    let named = !(ends || listed()) && people();
    if !(ends || named || listed()) || exclude::quoted(doc, at, after) {
        return None;
    }
    let alone = at == 0 && after == doc.len();
    let counted = named || is_han(doc.before(at)) || lead.is_some() || alone;
    counted.then(|| read.quantity(CountKind::Count, "count.scaled", after, None).led(lead))
}
