//! Nouns behind a unit that the dictionary does not hold, or takes for something else: 爬楼机, 侨批, 外出打工职工.

use super::super::phrase::{leading, people_first};
use super::super::role::{ASPECT, FUNCTION, Role, is_end, is_people};
use super::super::word::Word;
use crate::chars::{is_han, is_separator};
use crate::numeral;
use crate::{Document, Span};

/// The words up to those for people, whatever verbs and unknown words tell which: 外出打工职工, 被扣押人员, 井下工人.
pub(super) fn somebody(doc: &Document<'_>, words: &[Word]) -> Option<Span> {
    /// Characters of the longest such phrase.
    const LONGEST: usize = 10;
    let Some(at) = words.iter().position(|w| w.role == Role::Person || w.role == Role::Head && w.people)
    else {
        return called(doc, words);
    };
    let (before, who) = (&words[..at], words[at]);
    // 优秀 / 青年 / 运动员
    let end = leading(&words[at..], false)
        .and_then(|(_, count)| people_first(&words[at..], count))
        .map_or(who.span.end, |(span, _)| span.end);
    let span = Span::new(words[0].span.start, end);
    let tells = |(i, w): (usize, &Word)| match w.role {
        // 俄方 / 被 / 扣押 / 人员, 加拿大 / 前 / 总理
        Role::Stop if matches!(doc.char(w.span.start), '被' | '前' | '原') => i == 0 || i + 2 >= at,
        Role::Stop => w.span.len() > 1 || w.single,
        Role::Predicate => who.doer && i + 1 == at,
        Role::Of => false,
        _ => true,
    };
    let told = before.iter().enumerate().all(tells) && !before.iter().any(|w| w.is(ASPECT));
    let verbs = before.iter().any(|w| w.role.is_verb());
    (told && span.len() <= LONGEST && (who.doer || !verbs)).then_some(span)
}

/// A word for people that the dictionary does not hold, by its last syllable: 采冰工, 寄宿生.
pub(super) fn called(doc: &Document<'_>, words: &[Word]) -> Option<Span> {
    /// Characters of the longest such word.
    const LONGEST: usize = 4;
    let at = words.iter().position(|w| {
        w.span.len() == 1 && is_people(doc.char(w.span.start)) && !w.is(ASPECT) && w.role != Role::Of
    })?;
    let span = Span::new(words[0].span.start, words[at].span.end);
    let part =
        |w: &Word| w.single && !w.is(ASPECT | FUNCTION) || w.role == Role::Verb || w.role == Role::VerbNoun;
    // 采茶 / 女 / 能手: the word goes on.
    let goes_on = words.get(at + 1).is_some_and(|w| w.role.ends());
    // 桡手 / 中
    let short = span.len() == 2 && words.get(at + 1).is_none_or(|w| is_end(doc.char(w.span.start)));
    (at > 0 && (short || (3..=LONGEST).contains(&span.len())) && !goes_on && words[..at].iter().all(part))
        .then_some(span)
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

/// A meeting, all that is left of the clause: 板凳会, 屋场会.
pub(super) fn meeting(doc: &Document<'_>, words: &[Word], end: usize) -> Option<Span> {
    /// Characters of the longest such word.
    const LONGEST: usize = 4;
    let [before @ .., last] = words else { return None };
    let span = Span::new(before.first()?.span.start, end);
    let meets = last.span.len() == 1 && doc.before(end) == '会' && is_separator(doc.char(end));
    let noun = |w: &Word| w.role.ends() || w.role == Role::Modifier || w.single && !w.is(ASPECT | FUNCTION);
    // 都不会, 没开会
    let held = !matches!(doc.before(end - 1), '开' | '到' | '参' | '散' | '学');
    let plain = before.iter().all(noun) && !matches!(doc.char(span.start), '没' | '是' | '不');
    (last.span.end == end && meets && held && plain && (3..=LONGEST).contains(&span.len())).then_some(span)
}

/// Classifiers of what may be said in one character: 11个章, 21道弯, 4堂课.
const LONE: &str = "个道堂包眼条块座棵把口杯碗";

/// What is no noun behind them, though all that is left of the clause.
const NEVER_ALONE: &str = "里外间处半整人行好县市区省村乡镇";

/// Whether what a classifier counts may be said in one character.
pub(super) fn counted_alone(unit: char) -> bool {
    LONE.contains(unit)
}

/// All that is left of a clause, where no word of it is a verb and the last may end a noun: 健康跑路段, 非法采石点.
pub(super) fn closed(doc: &Document<'_>, words: &[Word], unit: char) -> Option<Span> {
    /// Characters of the longest such noun.
    const LONGEST: usize = 8;
    let [first, second, ..] = words else { return None };
    let last = words.last()?;
    let span = Span::new(first.span.start, last.span.end);
    // 属 / 东汉
    let verb = first.role == Role::Single && second.span.len() > 1;
    let part = |w: &Word| match w.role {
        Role::Stop => {
            w.single && !w.is(ASPECT | FUNCTION) && !matches!(doc.char(w.span.start), '没' | '是' | '不')
        }
        Role::VerbNoun => true,
        role => role.ends() || role == Role::Modifier,
    };
    let begins = first.role.ends() || first.role == Role::Modifier;
    let ends = matches!(last.role, Role::Noun | Role::Matter | Role::Suffix | Role::Head);
    let named = !matches!(unit, '户' | '家' | '国' | '省' | '市' | '县' | '区');
    (named && begins && !verb && ends && span.len() <= LONGEST && words.iter().all(part)).then_some(span)
}

/// A verb of one or two characters and a noun at the start, as far as the clause goes: 爬楼机, 通组公路, 打捆机.
pub(super) fn unknown_compound(doc: &Document<'_>, words: &[Word], end: usize) -> Option<Span> {
    let single = |w: &&Word| {
        let c = doc.char(w.span.start);
        w.role == Role::Stop
            && w.span.len() == 1
            && is_han(c)
            && !is_end(c)
            && !matches!(c, '没' | '是' | '不' | '的' | '属')
            && !numeral::is_numeric(c)
    };
    let verbs = words.iter().take(2).take_while(single).count();
    let rest = words.get(verbs..).filter(|_| verbs > 0)?;
    let (span, count) = leading(rest, true)?;
    let clause_ends = rest.len() == count && is_separator(doc.char(end));
    (span.start == rest[0].span.start && clause_ends).then(|| Span::new(words[0].span.start, span.end))
}

#[cfg(test)]
mod tests {
    use super::super::tests::noun;

    #[test]
    fn all_that_is_left_of_a_clause() {
        noun(Some("健康跑路段"), &["开通4条健康跑路段,"]);
        noun(Some("巨型钻孔弹"), &["投下六枚巨型钻孔弹,"]);
        noun(None, &["3枚击中目标,", "其中19座属东汉中晚期,", "4条没水管,"]);
    }

    #[test]
    fn meetings_that_are_no_words() {
        noun(Some("屋场会"), &["开了14场屋场会。"]);
        noun(Some("坝坝会"), &["每季度3场坝坝会,"]);
        noun(None, &["第一天的5场没开会,", "这3场都不会,"]);
    }

    #[test]
    fn people_by_their_last_syllable() {
        noun(Some("采冰工"), &["300名采冰工凿冰"]);
        noun(Some("寄宿生"), &["42名寄宿生中有走读的"]);
        noun(Some("高血压、糖尿病老人"), &["给90名高血压、糖尿病老人建档"]);
        noun(Some("村"), &["组织9个村学习榆河湾的做法"]);
        noun(Some("韩方被扣押人员"), &["40名韩方被扣押人员获释"]);
        noun(Some("加拿大前总理"), &["5名加拿大前总理发言"]);
        noun(None, &["8名在医院治疗", "其中9名获奖"]);
    }
}
