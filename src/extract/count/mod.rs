//! Finds counts: `1300余名`, `近20场次`, `3.2万亩`, `12.5%`, with what is counted.
//!
//! One pass over the characters; a character that may start a numeral is the anchor. From there one grammar reads
//! `[approximator] numeral [range] unit [approximator]` (`grammar`), a list of reasons says what is none
//! (`exclude`), and the noun is looked for last (`noun`).

mod approximator;
mod bare;
mod exclude;
mod grammar;
mod kept;
mod label;
mod money;
mod noun;
mod phrase;
mod range;
mod role;
mod set_phrase;
mod spaced;
mod tail;
#[cfg(test)]
mod tests;
mod unit;
mod word;

use super::{Context, past_address};
use crate::anchor::{Anchors, Field};
use crate::record::Count;
use crate::resolve::overlap::Taken;
use crate::{Document, Span, numeral};
use grammar::{Quantity, Reading};
use noun::Floor;
use std::borrow::Cow;

/// The rules of the grammar, each with an example that it reads.
pub const RULES: &[(&str, &str)] = &[
    ("count.classifier", "1300余名职工"),
    ("count.range", "每组3至5名队员"),
    ("count.compound", "共花去三元五角"),
    ("count.scaled", "视频点赞41.8万。"),
    ("count.half", "买了三斤半青菜"),
    ("count.percent", "占比超过12.5%"),
    ("count.spaced", "完成了 六 点 五 成"),
    ("count.hundredth", "上升百分之五"),
    ("count.fraction", "三分之一的住户"),
    ("count.redouble", "产量翻一番"),
    ("count.money", "资助3万元"),
    ("count.prefix", "总价为$300"),
    ("count.measure", "种了3.2万亩"),
    ("count.rate", "每千克卖到4元/千克"),
    ("count.age", "现年81岁"),
    ("count.infant", "才三个月大的孩子"),
    ("count.noun", "约300学生"),
    ("count.casualties", "事故致3死5伤"),
];

/// The counts of a document, in text order. `taken` are the spans of other fields: a number is one thing only.
pub fn extract(doc: &Document<'_>, _context: &Context<'_>, taken: &Taken) -> Vec<Count> {
    let mut counts = Vec::new();
    let mut taken_at = taken.walk();
    let mut at = 0;
    // Where the last mention or non-count ended: nothing is read twice.
    let mut floor = 0;
    // Where the last count ended.
    let mut last = 0;
    loop {
        at = doc.seek(Field::Count, at);
        if at >= doc.len() {
            return counts;
        }
        let passed = match doc.char(at) {
            // 抢险队伍: no number, and the noun of the next.
            '伍' if matches!(doc.before(at), '队' | '退' | '入') => {
                at += 1;
                continue;
            }
            '《' => Some(exclude::title_end(doc, at)),
            ':' => Some(past_address(doc.chars(), at)),
            _ => exclude::code_end(doc, at),
        };
        if let Some(end) = passed {
            (at, floor) = (end, end);
            continue;
        }
        let over = taken_at.at(at);
        // Inside another mention only a longer reading from its first character is tried.
        let reading = match over {
            Some(span) if span.start < at => Reading::None(span.end),
            _ => grammar::read(doc, at, floor),
        };
        let admitted = |q: &Quantity| {
            let span = Span::new(q.start, q.end);
            taken_at.leaves(span) || taken.admits(span)
        };
        match reading {
            Reading::Count(q) if admitted(&q) => {
                counts.push(count(doc, &q, Floor { mention: floor, count: last }));
                (at, last) = (q.end, q.end);
            }
            Reading::Count(q) => at = over.map_or(q.end, |span| span.end),
            Reading::None(end) => at = over.map_or(end.max(at + 1), |span| span.end),
        }
        floor = at;
    }
}

/// Where a count may begin: at a numeral with something behind it that a number goes on with, or at a currency sign.
/// Titles and addresses are passed over.
pub(crate) fn anchors(anchors: &mut Anchors) {
    for c in ('0'..='9').chain(grammar::CURRENCIES).chain(['《']) {
        anchors.single(Field::Count, c);
    }
    anchors.pair(Field::Count, ':', '/');
    let joins = ['死', '伤', '下', '至', '到', '~', '—', '-', '、'];
    let follows = numeral::continuations().chain(unit::beginnings()).chain(joins);
    anchors.product(Field::Count, numeral::starts(), follows);
    // 用户破亿。
    for (scale, mark) in
        ['万', '亿'].into_iter().flat_map(|scale| [',', '。', '\n'].map(|mark| (scale, mark)))
    {
        anchors.pair(Field::Count, scale, mark);
    }
    anchors.word(Field::Count, "负的");
    anchors.word(Field::Count, "負的");
}

fn count(doc: &Document<'_>, q: &Quantity, floor: Floor) -> Count {
    let span = Span::new(q.start, q.end);
    Count {
        text: doc.surface(span).into(),
        kind: q.kind,
        value: q.value,
        max: q.max,
        r#mod: q.modifier,
        unit: q.unit.map_or_else(|| q.sign.map(Cow::Borrowed), |unit| Some(printed(doc, unit))),
        noun: noun::find(doc, q, floor),
        span,
        rule: Some(q.rule.into()),
    }
}

/// A unit as printed; most are printed as the lexicon has them.
fn printed(doc: &Document<'_>, unit: Span) -> Cow<'static, str> {
    let surface = doc.surface(unit);
    match unit::longest(doc.rest(unit.start)) {
        Some(known) if known.name == surface => Cow::Borrowed(known.name),
        _ => Cow::Owned(surface.to_owned()),
    }
}
