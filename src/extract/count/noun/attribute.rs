//! What stands before a noun behind its unit and is no word of a phrase: an age or a grade, a size, a country.

use super::super::approximator;
use super::super::exclude::is_word;
use super::super::grammar::Quantity;
use super::super::role::is_end;
use super::super::unit::{self, UnitKind};
use super::after::{After, after};
use crate::chars::is_han;
use crate::numeral::{self, Form};
use crate::record::CountKind;
use crate::{Document, Span, countries};

/// The phrase at `at`, where one of these begins it.
pub(super) fn attributed(doc: &Document<'_>, q: &Quantity, at: usize) -> Option<Span> {
    (q.kind == CountKind::Count)
        .then(|| {
            circle(doc, at)
                .or_else(|| aged(doc, q, at))
                .or_else(|| abroad(doc, q, at))
                .or_else(|| graded(doc, q, at))
                .or_else(|| across(doc, q, at))
        })
        .flatten()
}

/// The noun behind `end`, where one stands right there.
fn noun(doc: &Document<'_>, q: &Quantity, end: usize) -> Option<Span> {
    match after(doc, q, end) {
        After::Noun(span) if span.start == end => Some(span),
        _ => None,
    }
}

/// 60个15分钟便民生活圈, 80个一刻钟养老服务圈.
fn circle(doc: &Document<'_>, at: usize) -> Option<Span> {
    /// Characters of the longest such name behind its number.
    const LONGEST: usize = 12;
    let number = numeral::read(doc.rest(at)).filter(|n| n.value.is_some())?;
    let from = at + number.len;
    let timed = doc.starts_with(from, "分钟") || doc.starts_with(from, "刻钟");
    let end = (from..from + LONGEST).take_while(|&i| is_han(doc.char(i))).find(|&i| doc.char(i) == '圈')?;
    timed.then(|| Span::new(at, end + 1))
}

/// 3名60岁以上老人, 5家二级以上医院, 8个地级以上城市: an age or a grade.
fn aged(doc: &Document<'_>, q: &Quantity, at: usize) -> Option<Span> {
    /// Characters of the longest age or grade.
    const LONGEST: usize = 6;
    let (to, end) =
        (at + 2..=at + LONGEST).find_map(|to| approximator::after(doc, to).map(|(end, _)| (to, end)))?;
    let part = |i: usize| is_han(doc.char(i)) && !is_end(doc.char(i)) || doc.char(i).is_ascii_digit();
    // 6类10项以上方法: another count.
    let counted = || {
        let unit = unit::longest(&doc.chars()[to - 1..to]);
        unit.is_some_and(|u| u.kind == UnitKind::Count(CountKind::Count) && u.word != ['级'])
    };
    let plain = (at..to).all(part) && !(doc.char(at).is_ascii_digit() && counted());
    let span = noun(doc, q, end)?;
    plain.then(|| Span::new(at, span.end))
}

/// 3个万亿产业, 20个亿元村, 两艘五万吨级货轮: how large each is, in scale words or before 级. A number that is a count
/// of its own is no part of the noun.
fn graded(doc: &Document<'_>, q: &Quantity, at: usize) -> Option<Span> {
    if !numeral::is_start(doc.char(at)) {
        return None;
    }
    let number = numeral::read(doc.rest(at)).filter(|n| n.value.is_some() && n.modifier.is_none())?;
    let bare = number.form == Form::Bare;
    let end = at + number.len;
    let size = unit::longest(doc.rest(end))
        .filter(|u| matches!(u.kind, UnitKind::Count(CountKind::Measure | CountKind::Money)));
    let end = end + size.map_or(0, |u| u.word.len());
    let grade = doc.char(end) == '级';
    let end = end + usize::from(grade);
    // No size: 三级医院, 百名; but 万亿产业.
    let told = grade && (size.is_some() || number.scale > 1) || bare && (size.is_some() || number.len > 1);
    let span = told.then(|| noun(doc, q, end)).flatten()?;
    Some(Span::new(if bare { at } else { end }, span.end))
}

/// 27座跨海桥梁, 12部涉税法规, 90份各领域协议: a preposition or 各 with what it is about.
fn across(doc: &Document<'_>, q: &Quantity, at: usize) -> Option<Span> {
    let next = doc.char(at + 1);
    let told = match doc.char(at) {
        '跨' | '涉' => is_han(next),
        '各' => is_han(next) && !matches!(next, '项' | '类' | '种' | '具' | '有'),
        _ => false,
    };
    let span = told.then(|| noun(doc, q, at + 1)).flatten()?;
    (span.len() > 2 && doc.char(span.end) != '的').then(|| Span::new(at, span.end))
}

/// 100名哈萨克斯坦儿童: a country whose name is no common word.
fn abroad(doc: &Document<'_>, q: &Quantity, at: usize) -> Option<Span> {
    /// Characters of the longest word that the table of common words holds.
    const WORD: usize = 4;
    // 两个发展中大国
    if doc.starts_with(at, "发展中") {
        let span = noun(doc, q, at + 3)?;
        return Some(Span::new(at, span.end));
    }
    let length = countries::at_start(doc.rest(at))?;
    let known = length <= 2 || length <= WORD && is_word(doc, Span::new(at, at + length));
    let span = (!known).then(|| noun(doc, q, at + length)).flatten()?;
    Some(Span::new(at, span.end))
}

#[cfg(test)]
mod tests {
    use super::super::tests::noun;

    #[test]
    fn sizes_are_part_of_the_noun() {
        noun(Some("万亿产业"), &["形成3个万亿产业、"]);
        noun(Some("亿元企业"), &["全县有20家亿元企业。"]);
        noun(Some("千亩果园"), &["建设55个千亩果园,"]);
        noun(Some("千亿方级大气田"), &["新增9个千亿方级大气田,"]);
        // A count of its own.
        noun(Some("货轮"), &["可停靠两艘五万吨级货轮,"]);
        noun(Some("三级医院"), &["共有60家三级医院和9家诊所"]);
        noun(Some("企业"), &["30家企业百人参加"]);
    }

    #[test]
    fn what_is_crossed_or_concerned() {
        noun(Some("跨海桥梁"), &["27座跨海桥梁建成"]);
        noun(Some("涉税法规"), &["清理12部涉税法规,"]);
        noun(Some("各领域合作协议"), &["签下90份各领域合作协议,"]);
        noun(Some("展区"), &["90个各具特色的展区开放"]);
    }

    #[test]
    fn other_counts_are_no_grade() {
        noun(None, &["掌握6类10项以上技术方法"]);
        noun(Some("65岁以上老人"), &["为3名65岁以上老人理发"]);
        noun(Some("尼日尔民众"), &["数千名尼日尔民众聚集"]);
    }
}
