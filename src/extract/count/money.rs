//! Amounts said in parts: `三元五角`, `两美元又三美分`, `两角五分`, and measures likewise: `六斤八两`, `两亩七分`,
//! `3公里200米`.

use super::grammar::Quantity;
use super::unit::Unit;
use crate::chars::is_han;
use crate::record::CountKind;
use crate::{Decimal, Document, numeral};

/// The parts of a currency, by the end of its name, or of a measure: how many make the whole.
fn parts_of(kind: CountKind, unit: &[char]) -> Option<&'static [(&'static str, i64)]> {
    Some(match (kind, unit) {
        (CountKind::Money, [.., '元']) => {
            &[("角", 10), ("毛", 10), ("美分", 100), ("欧分", 100), ("分", 100)]
        }
        (CountKind::Money, [.., '圆' | '块']) => &[("角", 10), ("毛", 10), ("分", 100)],
        (CountKind::Money, [.., '镑']) => &[("便士", 100)],
        (CountKind::Money, [.., '角' | '毛']) => &[("分", 10), ("仙", 10)],
        (CountKind::Money, ['分']) => &[("厘", 10)],
        (CountKind::Measure, ['斤'] | ['市', '斤']) => &[("两", 10)],
        (CountKind::Measure, ['两']) => &[("钱", 10)],
        (CountKind::Measure, ['亩']) => &[("分", 10)],
        (CountKind::Measure, ['尺']) => &[("寸", 10)],
        (CountKind::Measure, ['丈']) => &[("尺", 10)],
        (CountKind::Measure, ['公', '里']) => &[("米", 1000)],
        (CountKind::Measure, ['米']) => &[("厘米", 100), ("公分", 100)],
        (CountKind::Measure, ['公', '斤']) => &[("克", 1000)],
        (CountKind::Measure, ['吨']) => &[("公斤", 1000)],
        _ => return None,
    })
}

/// Takes in the parts that follow: 三元五角 is 3.5元, 两角五分 2.5角.
pub(super) fn parts(doc: &Document<'_>, q: &mut Quantity, unit: &Unit) -> bool {
    let (Some(mut sum), Some(parts)) = (q.value, parts_of(q.kind, &unit.word)) else {
        return false;
    };
    let mut end = q.end;
    // Whether tenths were read last.
    let mut tenths = false;
    loop {
        let from = end + usize::from(matches!(doc.char(end), '零' | '又'));
        let number = doc.chars().get(from..).and_then(numeral::read);
        let Some(number) = number.filter(|n| n.max.is_none() && n.modifier.is_none()) else { break };
        let at = from + number.len;
        let Some((part, many)) = parts.iter().find(|(part, _)| doc.starts_with(at, part)) else {
            // 四元九角五, 一毛五: the last part is not said.
            let dimes = matches!(unit.word[..], ['毛' | '角']) && end == q.end;
            let said = number.len == 1 && (tenths || dimes) && !number.is_arabic() && !is_han(doc.char(at));
            let digit = number.integer().filter(|_| said);
            let places = if tenths { 2 } else { 1 };
            if let Some(total) = digit.and_then(|digit| sum.plus(Decimal::new(digit, places))) {
                (sum, end) = (total, at);
            }
            break;
        };
        let Some(total) = number.value.and_then(|v| v.divided_by((*many).into())).and_then(|v| sum.plus(v))
        else {
            break;
        };
        // Hundreds of it: 四十二公里一百九十五米.
        if number.len > 2 && *many < 1000 {
            break;
        }
        let to = at + part.chars().count();
        if *part == "分" && doc.char(to) == '钟' {
            break;
        }
        (sum, end, tenths) = (total, to, *many == 10);
    }
    if end == q.end {
        return false;
    }
    (q.value, q.end, q.rule) = (Some(sum), end, "count.compound");
    true
}

/// Whether 块 is money: 花8块, 8块多, 贵了两块; not 展板20块, 20块展板.
pub(super) fn priced(doc: &Document<'_>, at: usize, end: usize) -> bool {
    let before = match doc.before(at) {
        '了' => doc.before(at - 1),
        before => before,
    };
    let price = verb_of_money(before)
        || matches!(
            before,
            '价' | '才'
                | '到'
                | '给'
                | '涨'
                | '降'
                | '欠'
                | '补'
                | '斤'
                | '个'
                | '挣'
                | '掏'
                | '贵'
                | '宜'
                | '差'
                | '去'
                | '月'
                | '天'
                | '年'
                | '亩'
                | '次'
                | '碗'
                | '斗'
                | '钱'
        );
    let goes_on = matches!(doc.char(end), '多' | '半') || numeral::is_start(doc.char(end));
    // 八百块本钱
    let sum = is_han(doc.char(end)) && doc.char(end) != '的' && doc.char(end + 1) == '钱';
    (price && !is_han(doc.char(end))) || goes_on || sum
}

/// Verbs of one character that an amount of money follows.
pub(super) const fn verb_of_money(c: char) -> bool {
    matches!(c, '花' | '罚' | '交' | '付' | '卖' | '收' | '捐' | '奖' | '赔' | '赚' | '省' | '欠' | '要')
}

/// The value of a price such as 三块五: what follows 块 are tenths or hundredths.
pub(super) fn fraction(digits: Decimal, len: usize) -> Option<Decimal> {
    digits.divided_by(if len == 1 { 10 } else { 100 }.into())
}
