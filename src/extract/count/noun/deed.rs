//! Verbs in what a count is of: what is done a number of times, and where a verb is the clause's.

use super::super::approximator;
use super::super::grammar::Quantity;
use super::super::role::{ASPECT, FUNCTION, Role, is_end};
use super::super::word::Word;
use super::after::numbered;
use crate::chars::is_separator;
use crate::{Document, Span};

/// The verb between nouns of a phrase that another count ends: its object is what that counts.
pub(super) fn own_clause(doc: &Document<'_>, phrase: &[Word], end: usize) -> Option<usize> {
    let verb = phrase.iter().rposition(|w| w.role.is_verb()).filter(|&verb| verb > 0)?;
    let plain = phrase[verb - 1].role.ends() && verb + 1 < phrase.len();
    let next = approximator::leading(doc, end);
    (plain && next > end && numbered(doc, next)).then_some(verb)
}

/// Whether the verb at the start of a phrase has as its object what the next number counts: 分4批|安置移民3120户.
pub(super) fn by_batches(doc: &Document<'_>, words: &[Word], phrase: Span, unit: char) -> bool {
    let first = &words[0];
    matches!(unit, '批' | '期' | '轮' | '次')
        && first.deed
        && first.span.start == phrase.start
        && numbered(doc, phrase.end)
}

/// Whether the unit counts what happens: 项, 场.
pub(super) fn happens(doc: &Document<'_>, q: &Quantity) -> bool {
    let unit = q.unit.filter(|u| u.len() == 1).map_or('\0', |u| doc.char(u.start));
    let times = || q.unit.is_some_and(|u| doc.surface(u) == "场次");
    matches!(unit, '项' | '场' | '期' | '轮' | '次' | '起') || times()
}

/// Whether the unit counts nothing but what happens: 场, 起.
const fn occurs(unit: char) -> bool {
    matches!(unit, '场' | '起' | '轮')
}

/// Where the verb stands behind the creature that a phrase begins with.
pub(super) fn does(phrase: &[Word]) -> Option<usize> {
    let verb = phrase.iter().position(|w| w.role.is_verb()).filter(|&verb| verb > 0)?;
    phrase[verb - 1].role.ends().then_some(verb)
}

/// Where a phrase of `count` words ends with the verbal nouns behind it: 湖区 / 综合 / 治理.
pub(super) fn doing(words: &[Word], count: usize, unit: char) -> usize {
    let opens = |w: &Word| w.opens && w.role == Role::Verb && matches!(unit, '次' | '起' | '轮' | '场');
    let verbal = |w: &&Word| matches!(w.role, Role::Modifier | Role::VerbNoun) || opens(w);
    let verbal = words[count..].iter().take_while(verbal).count();
    let verb = |w: &Word| w.role == Role::Predicate && occurs(unit);
    let ends = words.get(count + verbal).is_none_or(|w| w.role == Role::Stop || verb(w));
    let last =
        words[..count + verbal].iter().rposition(|w| w.role == Role::VerbNoun || opens(w) || w.role.ends());
    words[last.filter(|_| ends).unwrap_or(count - 1)].span.end
}

/// What is done, where the clause is no more than that: 适老化改造.
pub(super) fn deed(doc: &Document<'_>, words: &[Word], unit: char) -> Option<Span> {
    let verbal = |w: &&Word| matches!(w.role, Role::Modifier | Role::VerbNoun) || w.opens;
    let count = words.iter().take_while(verbal).count();
    let [first, ..] = words[..count] else { return None };
    let last = words[count - 1];
    let span = Span::new(first.span.start, last.span.end);
    let ends = match words.get(count) {
        // 建起, 改造了
        Some(next) if next.is(ASPECT) && next.span.len() == 1 => doc.char(next.span.start) == '到',
        // 三场演出走进村寨
        Some(next) if next.role == Role::Predicate => occurs(unit),
        // 三场演出1260张票
        Some(next) if doc.char(next.span.start).is_ascii_digit() => true,
        Some(next) => next.is(FUNCTION) || next.span.len() == 1 && is_end(doc.char(next.span.start)),
        // 共建“一带一路”国家: what the quotation is the object of.
        None => is_separator(doc.char(span.end)) && doc.char(span.end) != '“',
    };
    (ends && (last.role == Role::VerbNoun || last.opens)).then_some(span)
}
