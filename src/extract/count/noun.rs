//! What is counted: the noun phrase behind the unit (`324户居民`) or before the number (`党员9人`).
//!
//! A phrase that does not fit its unit (`30名` of something that is no person) stays unsaid, and so does one whose
//! end is not plain.

use super::grammar::Quantity;
use super::money::verb_of_money;
use super::phrase::{Role, is_people, leading, people_first, trailing, words};
use crate::chars::{is_han, is_separator};
use crate::record::CountKind;
use crate::{Document, Span};

/// Characters of text behind a quantity that a noun is looked for in.
const AHEAD: usize = 16;
/// The same where only a noun itself is taken.
const NEAR: usize = 10;
/// Characters of text before a quantity.
const BEHIND: usize = 12;

/// The noun of a quantity as printed, where it is plain. `floor` is the end of the mention before.
pub(super) fn find(doc: &Document<'_>, q: &Quantity, floor: usize) -> Option<String> {
    let unit = q.unit.unwrap_or(Span::new(q.end, q.end));
    // 七部门, 6方面: the unit is the noun; 人次 counts comings and goings.
    let whole = unit.len() > 1
        && matches!(
            (doc.char(unit.start), doc.char(unit.start + 1)),
            ('人' | '次', '次' | '数')
                | ('部', '门')
                | ('方', '面')
                | ('用', '户')
                | ('残', '疾')
                | ('老', '年')
                | ('单', '位')
        );
    let moves = unit.len() == 1 && matches!(doc.char(unit.start), '趟' | '遍' | '步' | '回' | '圈');
    if whole || moves || q.kind == CountKind::Percent {
        return None;
    }
    let at = q.end.max(unit.end);
    let span = match quoted(doc, at) {
        Some(span) => Some(span),
        None => match after(doc, q, at) {
            After::Noun(span) => Some(span),
            After::Verb(span) => before(doc, q, floor).or(span),
            After::Other => None,
        },
    }?;
    Some(doc.surface(span).to_owned())
}

/// What a quantity's unit can count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// 名, 位: people and nothing else.
    People,
    /// 人 behind its noun: 常住人口912人.
    Persons,
    /// 户 behind its noun.
    Homes,
    /// 箱, 吨, 条: everything but people.
    Things,
    Anything,
}

fn counts(doc: &Document<'_>, q: &Quantity, before: bool) -> Counts {
    let unit = q.unit.filter(|u| u.len() == 1).map_or('\0', |u| doc.char(u.start));
    match (q.kind, unit) {
        (CountKind::Money | CountKind::Measure, _) => Counts::Things,
        (CountKind::Age, _) => Counts::Anything,
        (_, '名' | '位') => Counts::People,
        (_, '人') => Counts::Persons,
        (_, '户') if before => Counts::Homes,
        (
            _,
            '箱' | '袋' | '桶' | '瓶' | '盒' | '碗' | '份' | '件' | '张' | '条' | '台' | '辆' | '把' | '套'
            | '栋' | '幢' | '棵' | '株' | '头' | '只' | '块' | '盏' | '本' | '册' | '篇' | '首' | '幅' | '封'
            | '处' | '座' | '间' | '项' | '场' | '期' | '次' | '起',
        ) => Counts::Things,
        _ => Counts::Anything,
    }
}

fn fits(doc: &Document<'_>, counts: Counts, phrase: Span, last: Role) -> bool {
    let people = matches!(last, Role::Person) || is_people(doc.char(phrase.end - 1));
    match counts {
        Counts::People => people,
        Counts::Persons => {
            people || matches!(doc.char(phrase.end - 1), '口' | '力' | '队' | '团' | '组' | '班')
        }
        Counts::Homes => people || matches!(doc.char(phrase.end - 1), '庭' | '户' | '家'),
        Counts::Things => last != Role::Person,
        Counts::Anything => true,
    }
}

/// 50个“流动书箱”.
fn quoted(doc: &Document<'_>, at: usize) -> Option<Span> {
    if doc.char(at) != '“' {
        return None;
    }
    let end = (at + 1..(at + AHEAD).min(doc.len())).find(|&i| doc.char(i) == '”')?;
    (end > at + 1).then_some(Span::new(at + 1, end))
}

/// What stands behind a quantity.
enum After {
    Noun(Span),
    /// A clause, which leaves the noun to what stands before; the phrase that a verb begins otherwise.
    Verb(Option<Span>),
    /// Something that is no plain phrase.
    Other,
}

fn after(doc: &Document<'_>, q: &Quantity, at: usize) -> After {
    // A weather table: 8℃ 南京 小雨.
    let degrees = matches!(doc.before(at), '℃' | '度' | '°');
    if !is_han(doc.char(at)) || degrees {
        return After::Verb(None);
    }
    let unit = q.unit.map_or('\0', |u| doc.char(u.start));
    let loose = q.kind == CountKind::Count && !matches!(unit, '人' | '次' | '场' | '步' | '遍' | '趟' | '回');
    let limit = (at + if loose { AHEAD } else { NEAR }).min(doc.len());
    let end = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
    let words = words(doc, Span::new(at, end));
    let Some(first) = words.first().map(|w| w.role) else { return After::Verb(None) };
    // Behind 人, sums and measures only a noun itself; a verb there is what they do.
    let nominal = first.ends() || first == Role::Modifier;
    let compound = first == Role::VerbNoun && words.get(1).is_some_and(|w| w.role == Role::Suffix);
    if !loose && !nominal && !compound {
        return After::Verb(None);
    }
    let counts = counts(doc, q, false);
    let mut from = 0;
    let mut found = None;
    // 来自各街道的职工, 不同类型的书: on behind 的, at most twice.
    for _ in 0..3 {
        let rest = &words[from..];
        let phrase = leading(rest, loose || compound);
        let phrase = match phrase {
            Some((_, count)) if counts == Counts::People => people_first(rest, count),
            phrase => phrase,
        };
        let (span, count) = match phrase {
            Some((span, count)) => (Some(span), count),
            None => (None, 0),
        };
        let fitting = span.filter(|&span| fits(doc, counts, span, rest[count - 1].role));
        let owner = rest.get(count).is_some_and(|w| w.role == Role::Of) && count > 0;
        let people = counts == Counts::People || q.kind == CountKind::Age;
        // 8个社区的街坊 counts the 社区; a 类型 or a lone adjective only tells what kind.
        let names = count > 0 && rest[count - 1].role != Role::Trait && !rest[0].role.is_verb();
        if let Some(span) = fitting.filter(|_| !owner || people || names) {
            found = Some(span);
            break;
        }
        if let Some(span) = fitting {
            found = Some(span);
        }
        let of = rest.iter().position(|w| w.role == Role::Of);
        match of.filter(|_| loose || owner) {
            Some(of) => from += of + 1,
            None => break,
        }
    }
    match found {
        Some(span) if nominal || from > 0 => After::Noun(span),
        Some(span) => After::Verb(Some(span)),
        None if !nominal || first == Role::Modifier => After::Verb(None),
        None => After::Other,
    }
}

/// The phrase that ends where the quantity starts: 党员9人, 志愿者共36名, 总面积300平方米.
fn before(doc: &Document<'_>, q: &Quantity, floor: usize) -> Option<Span> {
    let mut end = q.start;
    for word in ["共计", "总计", "合计", "共有", "共", "各"] {
        if doc.ends_with(end, word) {
            end -= word.chars().count();
            break;
        }
    }
    if end > floor && doc.before(end) == '”' {
        // 认领“微心愿”56个.
        let low = end.saturating_sub(AHEAD).max(floor);
        let open = (low..end - 1).rev().find(|&i| doc.char(i) == '“')?;
        return (open + 1 < end - 1 && q.kind == CountKind::Count).then(|| Span::new(open + 1, end - 1));
    }
    let governs =
        matches!(doc.before(end), '达' | '到' | '了' | '有' | '是' | '在' | '于' | '至' | '着' | '占' | '的');
    if end <= floor || !is_han(doc.before(end)) || governs {
        return None;
    }
    let low = end.saturating_sub(BEHIND).max(floor);
    let start = (low..end).rev().find(|&i| is_separator(doc.char(i))).map_or(low, |i| i + 1);
    let words = words(doc, Span::new(start, end));
    let last = *words.last()?;
    let repeats =
        q.unit.is_some_and(|u| u.len() == 1 && matches!(doc.char(u.start), '次' | '回' | '遍' | '趟' | '步'));
    let age = q.kind == CountKind::Age && doc.before(end) != '龄';
    let verbal = last.role == Role::VerbNoun && words.len() > 1 && words[words.len() - 2].role.is_verb();
    if !(last.role.ends() || verbal) || age || repeats && !event(doc.char(end - 1)) {
        return None;
    }
    let phrase = trailing(&words);
    let first = phrase.first()?.span.start;
    let counts = counts(doc, q, true);
    // The window may have cut a word in two.
    let whole = first > start || start == 0 || start == floor || is_separator(doc.char(start - 1));
    let each = doc.before(first) == '每' || doc.before(first.saturating_sub(1)) == '每';
    // 4个村民小组268户: the noun is the last count's.
    let shared = first == floor && floor > 0;
    // 村民和干部146人: both are counted.
    let one_of = matches!(doc.before(first), '和' | '与' | '及' | '、') && first > floor + 1;
    // 奖3000元, 花500元: a verb as likely.
    let spent = q.kind == CountKind::Money && verb_of_money(doc.before(end));
    let short = end - first == 1 && !ware(doc.char(first));
    // 河东社区400户: where they are.
    let place = last.place && !matches!(doc.char(q.unit.map_or(q.end, |u| u.start)), '个' | '家');
    let span = Span::new(first, end);
    (whole && !place && !each && !shared && !one_of && !spent && !short && fits(doc, counts, span, last.role))
        .then_some(span)
}

/// Nouns of one character that are counted so: 卖牛26头.
const fn ware(c: char) -> bool {
    matches!(
        c,
        '牛' | '羊' | '猪' | '鸡' | '鸭' | '鱼' | '树' | '车' | '桃' | '书' | '煤' | '米' | '面' | '油'
    )
}

/// Last syllables of what happens a number of times: 院坝会, 知识讲座.
const fn event(c: char) -> bool {
    matches!(c, '会' | '赛' | '课' | '练' | '训' | '查' | '动' | '座' | '演' | '展' | '诊')
}
