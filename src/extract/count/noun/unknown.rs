//! Nouns behind a unit that the dictionary does not hold, or takes for something else: 爬楼机, 侨批, 外出打工职工.

use super::super::phrase::{leading, people_first};
use super::super::role::{ASPECT, Role, is_end};
use super::super::word::Word;
use crate::chars::{is_han, is_separator};
use crate::numeral;
use crate::{Document, Span};

/// The words up to those for people, whatever verbs and unknown words tell which: 外出打工职工, 被扣押人员, 井下工人.
pub(super) fn somebody(doc: &Document<'_>, words: &[Word]) -> Option<Span> {
    /// Characters of the longest such phrase.
    const LONGEST: usize = 10;
    let at = words.iter().position(|w| w.role == Role::Person || w.role == Role::Head && w.people)?;
    let (before, who) = (&words[..at], words[at]);
    // 优秀 / 青年 / 运动员
    let end = leading(&words[at..], false)
        .and_then(|(_, count)| people_first(&words[at..], count))
        .map_or(who.span.end, |(span, _)| span.end);
    let span = Span::new(words[0].span.start, end);
    let tells = |(i, w): (usize, &Word)| match w.role {
        Role::Stop if i == 0 && matches!(doc.char(w.span.start), '被' | '前' | '原') => true,
        Role::Stop => w.span.len() > 1 || w.single,
        Role::Predicate => who.doer && i + 1 == at,
        Role::Of => false,
        _ => true,
    };
    let told = before.iter().enumerate().all(tells) && !before.iter().any(|w| w.is(ASPECT));
    let verbs = before.iter().any(|w| w.role.is_verb());
    (told && span.len() <= LONGEST && (who.doer || !verbs)).then_some(span)
}

/// A noun that the dictionary does not hold, or takes for something else, at the start of `text`; `closed`: whether the
/// clause ends with it.
pub(super) fn unlisted(
    doc: &Document<'_>,
    words: &[Word],
    text: Span,
    closed: bool,
    unit: char,
) -> Option<Span> {
    let first = words.first()?;
    let unknown = |w: &Word| w.span.len() == 1 && !is_end(doc.char(w.span.start));
    let pair = Span::new(text.start, text.start + 2);
    // 里弄 / 传唱: taken for a place's name.
    let site = matches!(unit, '条' | '座' | '处' | '口' | '间' | '栋' | '幢');
    if site
        && first.place
        && first.role == Role::Modifier
        && words.get(1).is_none_or(|w| matches!(w.role, Role::Stop | Role::Verb | Role::Predicate))
    {
        return Some(first.span);
    }
    let singles = words.iter().take_while(|w| w.single).count();
    let named = singles >= 2 && (words[1].role != Role::Stop || words[0].role == Role::Single);
    match text.len() {
        // 11个章, 21道弯
        1 if closed
            && counted_alone(unit)
            && first.role != Role::Of
            && is_han(doc.char(text.start))
            && !is_end(doc.char(text.start))
            && !NEVER_ALONE.contains(doc.char(text.start)) =>
        {
            Some(text)
        }
        // 480万个托位: all that is left of the clause.
        2 | 3
            if closed
                && words.len() > 1
                && words.iter().all(unknown)
                && matches!(doc.before(text.end), '位' | '点' | '店') =>
        {
            Some(text)
        }
        // 侨批.
        2 if closed && named && !matches!(doc.char(text.end - 1), '里' | '外' | '的') => Some(pair),
        // 影棚 / 都 / 满负荷
        _ if singles == 2
            && named
            && !matches!(words[1].role, Role::Stop | Role::Of)
            && matches!(doc.char(pair.end), '都' | '均' | '已' | '将' | '在') =>
        {
            Some(pair)
        }
        _ => None,
    }
}

/// Classifiers of what may be said in one character: 11个章, 21道弯, 4堂课.
const LONE: &str = "个道堂包眼条块座棵把口杯碗";

/// What is no noun behind them, though all that is left of the clause.
const NEVER_ALONE: &str = "里外间处半整人行好县市区省村乡镇";

/// Whether what a classifier counts may be said in one character.
pub(super) fn counted_alone(unit: char) -> bool {
    LONE.contains(unit)
}

/// A verb of one or two characters and a noun at the start, as far as the clause goes: 爬楼机, 通组公路, 打捆机.
pub(super) fn unknown_compound(doc: &Document<'_>, words: &[Word], end: usize) -> Option<Span> {
    let single = |w: &&Word| {
        let c = doc.char(w.span.start);
        w.role == Role::Stop
            && w.span.len() == 1
            && is_han(c)
            && !is_end(c)
            && !matches!(c, '没' | '是' | '不' | '的')
            && !numeral::is_numeric(c)
    };
    let verbs = words.iter().take(2).take_while(single).count();
    let rest = words.get(verbs..).filter(|_| verbs > 0)?;
    let (span, count) = leading(rest, true)?;
    let clause_ends = rest.len() == count && is_separator(doc.char(end));
    (span.start == rest[0].span.start && clause_ends).then(|| Span::new(words[0].span.start, span.end))
}
