//! What is counted: the noun phrase behind the unit (`324户居民`) or before the number (`党员9人`).
//!
//! A phrase that does not fit its unit (`30名` of something that is no person) stays unsaid, and so does one whose
//! end is not plain.

mod before;
#[cfg(test)]
mod tests;

use self::before::before;
use super::grammar::Quantity;
use super::phrase::{leading, people_first};
use super::word::{Role, Word, is_end, is_people, may_be_singles, may_begin, words};
use super::{approximator, unit};
use crate::chars::{is_han, is_separator};
use crate::numeral;
use crate::record::CountKind;
use crate::{Document, Span};

/// Characters of text behind a quantity that a noun is looked for in.
const AHEAD: usize = 16;
/// The same where only a noun itself is taken.
const NEAR: usize = 10;

/// Where the text before a quantity begins that may tell what is counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Floor {
    /// The end of the mention, or of the number that is none, before it.
    pub(super) mention: usize,
    /// The end of the count before it.
    pub(super) count: usize,
}

/// The noun of a quantity as printed, where it is plain.
pub(super) fn find(doc: &Document<'_>, q: &Quantity, floor: Floor) -> Option<String> {
    let unit = q.unit.unwrap_or(Span::new(q.end, q.end));
    // 七部门, 6方面: the unit is the noun; 人次 counts comings and goings.
    let whole = unit.len() > 1
        && matches!(
            (doc.char(unit.start), doc.char(unit.start + 1)),
            ('人' | '次', '数')
                | ('次', '次')
                | ('部', '门')
                | ('方', '面')
                | ('用', '户')
                | ('残', '疾')
                | ('老', '年')
                | ('单', '位')
                | ('省', '市' | '区')
                | ('县' | '区', '市' | '县')
                | ('市', '县')
        );
    // 一家三口
    let family = unit.len() == 1
        && doc.char(unit.start) == '口'
        && doc.before(q.start) == '家'
        && doc.char(q.end) != '人';
    let moves = unit.len() == 1 && matches!(doc.char(unit.start), '趟' | '遍' | '步' | '回' | '圈' | '里');
    if whole || moves || family || q.kind == CountKind::Percent {
        return None;
    }
    let at = past_bracket(doc, q.end.max(unit.end));
    // 接待游客3万人次
    let visits = unit.len() == 2 && doc.char(unit.start) == '人' && doc.char(unit.start + 1) == '次';
    let span = match quoted(doc, at).filter(|_| !visits) {
        // 7个“绿洲”主要成员国: the quotation tells which.
        Some(span) => match after(doc, q, span.end + 1) {
            After::Noun(noun) if noun.start == span.end + 1 => Some(noun),
            After::Verb(Some(noun)) if noun.start == span.end + 1 && is_matter(doc, noun) => Some(noun),
            _ => Some(span),
        },
        None if visits => before(doc, q, floor),
        None => match after(doc, q, at) {
            After::Noun(span) => Some(span),
            After::Verb(span) => before(doc, q, floor).or(span),
            After::Other => None,
        },
    }?;
    Some(doc.surface(span).to_owned())
}

/// `at`, or the end of a bracket there with another unit: 220件(套).
fn past_bracket(doc: &Document<'_>, at: usize) -> usize {
    let close = || (at + 2..=at + 3).find(|&i| doc.char(i) == ')');
    match close().filter(|_| doc.char(at) == '(') {
        Some(close) if unit::longest(doc.rest(at + 1)).is_some_and(|u| u.word.len() == close - at - 1) => {
            close + 1
        }
        _ => at,
    }
}

/// A phrase with a bracket that gives others of its kind, and what stands behind: 村(社区)卫生室, 县(市、区).
fn alternatives(doc: &Document<'_>, span: Span) -> Span {
    const LONGEST: usize = 6;
    if doc.char(span.end) != '(' || !is_division(doc.before(span.end)) {
        return span;
    }
    let close = (span.end + 2..span.end + LONGEST).find(|&i| doc.char(i) == ')');
    let Some(close) = close.filter(|&close| is_division(doc.before(close))) else { return span };
    let at = close + 1;
    let limit = (at + NEAR).min(doc.len());
    let end = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
    match leading(&words(doc, Span::new(at, end)), false) {
        Some((more, _)) if more.start == at => Span::new(span.start, more.end),
        _ => Span::new(span.start, at),
    }
}

/// Last syllables of divisions: 县, 社区.
const fn is_division(c: char) -> bool {
    matches!(c, '省' | '市' | '县' | '区' | '旗' | '乡' | '镇' | '村' | '街' | '道' | '办' | '居')
}

/// Whether a phrase ends with what verbs tell apart: 示范基地.
fn is_matter(doc: &Document<'_>, span: Span) -> bool {
    words(doc, span).last().is_some_and(|w| w.role == Role::Matter)
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
    let unit = q.unit.map_or('\0', |u| match (u.len(), doc.char(u.start)) {
        (1, unit) => unit,
        (2, '人') if doc.char(u.start + 1) == '次' => '人',
        _ => '\0',
    });
    match (q.kind, unit) {
        // 300万下岗失业人员
        _ if q.unit.is_none() && is_han(doc.char(q.end)) => Counts::People,
        (CountKind::Money | CountKind::Measure, _) => Counts::Things,
        (CountKind::Age, _) => Counts::Persons,
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
        // 贫困人口, 一等奖
        Counts::People => people || doc.char(phrase.end - 1) == '奖' || doc.ends_with(phrase.end, "人口"),
        Counts::Persons => {
            people || matches!(doc.char(phrase.end - 1), '口' | '力' | '群' | '队' | '团' | '组' | '班')
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
    if let Some(span) = aged(doc, q, at) {
        return After::Noun(span);
    }
    // A weather table: 8℃ 南京 小雨.
    let degrees = matches!(doc.before(at), '℃' | '度' | '°');
    // 地下250米处
    let place = q.kind == CountKind::Measure && doc.char(at) == '处';
    if place {
        return After::Other;
    }
    // 5G基站, C919飞机
    let latin = || doc.char(at).is_ascii_alphabetic() || doc.char(at + 1).is_ascii_uppercase();
    if !(is_han(doc.char(at)) || q.kind == CountKind::Count && latin()) || degrees {
        return After::Verb(None);
    }
    let unit = q.unit.map_or('\0', |u| doc.char(u.start));
    let loose = q.kind == CountKind::Count && !matches!(unit, '人' | '次' | '场' | '步' | '遍' | '趟' | '回');
    let mut limit = (at + if loose { AHEAD } else { NEAR }).min(doc.len());
    let mut end = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
    let text = &doc.chars()[at..end];
    // No phrase begins here, whatever the words are, and none that another rule finds.
    let starts = |role: Role| {
        role.ends() || matches!(role, Role::Modifier | Role::VerbNoun) || loose && role == Role::Verb
    };
    let owned = || match loose {
        true => text.contains(&'的') || matches!(doc.before(end), '位' | '点' | '店'),
        false => q.kind == CountKind::Money && text.iter().any(|&c| is_fund(c)),
    };
    let counts = counts(doc, q, false);
    // 爬楼机, all that is left of the clause.
    let short = || {
        let things = loose && (counts == Counts::Things || unit == '个');
        things && (2..7).contains(&text.len()) && is_separator(doc.char(end))
    };
    if !owned() && !may_begin(text, starts) && !short() && !(loose && may_be_singles(text)) {
        return After::Verb(None);
    }
    let mut cut = words(doc, Span::new(at, end));
    if loose {
        cut.join_first(doc);
    }
    // 老城区雨水管网改造提升工程: longer than what is looked at first.
    if !loose && end == at + NEAR && leading(&cut, false).is_some_and(|(span, _)| span.end + 3 >= end) {
        limit = (at + AHEAD).min(doc.len());
        end = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
        cut = words(doc, Span::new(at, end));
    }
    let words = cut;
    let Some(first) = words.first().map(|w| w.role) else { return After::Verb(None) };
    // 100个集餐厅、课堂于一体的中心
    if doc.char(at) == '集' && words[0].span.len() == 1 {
        return After::Other;
    }
    // 480万个托位: all that is left of the clause.
    let unknown =
        || words.len() > 1 && words.iter().all(|w| w.span.len() == 1 && !is_end(doc.char(w.span.start)));
    if loose && end - at <= 3 && end < limit && matches!(doc.before(end), '位' | '点' | '店') && unknown()
    {
        return After::Noun(Span::new(at, end));
    }
    // 里弄 / 传唱: the dictionary takes it for a place's name; 侨批, all that is left of the clause.
    let site = matches!(unit, '条' | '座' | '处' | '口' | '间' | '栋' | '幢');
    if site
        && words[0].place
        && words[0].role == Role::Modifier
        && words.get(1).is_none_or(|w| matches!(w.role, Role::Stop | Role::Verb | Role::Predicate))
    {
        return After::Noun(words[0].span);
    }
    if loose
        && counts != Counts::People
        && end - at == 2
        && end < limit
        && words.len() == 2
        && words.iter().all(|w| w.single)
        && (words[1].role != Role::Stop || words[0].role == Role::Single)
    {
        return After::Noun(Span::new(at, end));
    }
    if q.kind == CountKind::Money
        && let Some(span) = fund(doc, &words)
    {
        return After::Noun(span);
    }
    // Behind 人, sums and measures only a noun itself; a verb there is what they do.
    let nominal = first.ends() || first == Role::Modifier;
    let compound = first == Role::VerbNoun && words.get(1).is_some_and(|w| w.role == Role::Suffix);
    if !loose && !nominal && !compound {
        return After::Verb(None);
    }
    if loose
        && (counts == Counts::Things || unit == '个')
        && let Some(span) = unknown_compound(doc, &words, end)
    {
        return After::Noun(span);
    }
    // 130个家门口的“书吧”
    let place = matches!(words[..], [.., at, of] if of.role == Role::Of && at.role == Role::Stop && at.span.len() > 1);
    if let Some(span) = quoted(doc, end).filter(|_| loose && place) {
        return After::Noun(span);
    }
    let mut from = 0;
    let mut found = None;
    let mut matter = false;
    let mut further = false;
    let mut words = words;
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
        let (span, count) = match span {
            // 14栋大棚收入38万元: the last word is what the next number counts.
            Some(span) if count > 1 && earned(doc, rest[count - 1].span) && numbered(doc, span.end) => {
                (Some(Span::new(span.start, rest[count - 2].span.end)), count - 1)
            }
            Some(_) if loose && !happens(doc, q) => shorter(doc, rest, count, unit),
            Some(span) if happens(doc, q) => (Some(Span::new(span.start, doing(rest, count))), count),
            span => (span, count),
        };
        let fitting = span.filter(|&span| fits(doc, counts, span, rest[count - 1].role));
        let owner = rest.get(count).is_some_and(|w| w.role == Role::Of) && count > 0;
        let people = counts == Counts::People || q.kind == CountKind::Age;
        // 8个社区的街坊 counts the 社区; a 类型 or a lone adjective only tells what kind.
        let names = count > 0
            && !matches!(rest[count - 1].role, Role::Trait | Role::Amount)
            && (!rest[0].role.is_verb() || rest[count - 1].role == Role::Matter);
        matter |= count > 0 && rest[count - 1].role == Role::Matter;
        if let Some(span) = fitting.filter(|_| !owner || people || names) {
            found = Some(span);
            break;
        }
        if let Some(span) = fitting {
            found = Some(span);
        }
        let of = rest.iter().position(|w| w.role == Role::Of);
        match of.filter(|_| loose || owner) {
            // What stands behind it may be longer than what was looked at.
            Some(of) if end == limit => {
                let start = rest[of].span.end;
                limit = (start + AHEAD).min(doc.len());
                end = (start..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
                (words, from, further) = (self::words(doc, Span::new(start, end)), 0, true);
            }
            Some(of) => (from, further) = (from + of + 1, true),
            None => break,
        }
    }
    // 9个国家和地区
    let found = found.map(|span| match q.kind {
        _ if doc.starts_with(span.end, "和地区") && doc.ends_with(span.end, "国家") => {
            Span::new(span.start, span.end + 3)
        }
        CountKind::Count if doc.char(span.end) == '(' => alternatives(doc, span),
        CountKind::Count | CountKind::Measure => joined(doc, span, counts),
        _ => span,
    });
    match found {
        // 5个国家5A级景区, 10个鸿蒙应用: the phrase goes on.
        Some(span) if goes_on(doc, span, &words, unit) => After::Other,
        Some(span) if nominal || further => After::Noun(span),
        // 上线8个检测服务项目, 设计3条学习路线.
        Some(span) if matter => After::Noun(span),
        // 1套防空导弹发射器、
        Some(span)
            if first == Role::VerbNoun && counts == Counts::Things && is_separator(doc.char(span.end)) =>
        {
            After::Noun(span)
        }
        Some(span) => After::Verb(Some(span)),
        None if !nominal || first == Role::Modifier => After::Verb(None),
        None => After::Other,
    }
}

/// 3名60岁以上老人, 5家二级以上医院, 8个地级以上城市: an age or a grade before the noun.
fn aged(doc: &Document<'_>, q: &Quantity, at: usize) -> Option<Span> {
    /// Characters of the longest age or grade.
    const LONGEST: usize = 6;
    if q.kind != CountKind::Count {
        return None;
    }
    let (to, end) =
        (at + 2..=at + LONGEST).find_map(|to| approximator::after(doc, to).map(|(end, _)| (to, end)))?;
    let plain = (at..to).all(|i| is_han(doc.char(i)) && !is_end(doc.char(i)) || doc.char(i).is_ascii_digit());
    match after(doc, q, end) {
        After::Noun(span) if plain && span.start == end => Some(Span::new(at, span.end)),
        _ => None,
    }
}

/// A verb of one character and a noun at the start, as far as the clause goes: 爬楼机, 通组公路.
fn unknown_compound(doc: &Document<'_>, words: &[Word], end: usize) -> Option<Span> {
    let [verb, rest @ ..] = words else { return None };
    let c = doc.char(verb.span.start);
    let single = verb.role == Role::Stop && verb.span.len() == 1 && is_han(c) && !is_end(c);
    let (span, count) = leading(rest, false).filter(|_| single && !matches!(c, '没' | '是' | '不'))?;
    let clause_ends = rest.len() == count && is_separator(doc.char(end));
    (span.start == verb.span.end && clause_ends).then(|| Span::new(verb.span.start, span.end))
}

/// The phrase of `count` words without what is said of the things counted: 省份 of 省份 / 用电量, 企业 of 企业 / 负责人
/// behind 家.
fn shorter(doc: &Document<'_>, words: &[Word], count: usize, unit: char) -> (Option<Span>, usize) {
    let span = |count: usize| Some(Span::new(words[0].span.start, words[count - 1].span.end));
    let amount = |w: &Word| match doc.surface(w.span) {
        "能力" | "水平" | "名单" | "情况" | "收入" | "支出" | "价格" | "规模" | "面积" | "成本" | "人数"
        | "经费" | "任务" | "利润" | "产值" | "总值" | "增速" => true,
        "力量" | "能量" | "名额" | "限额" | "份额" => false,
        _ => w.span.len() > 1 && matches!(doc.char(w.span.end - 1), '率' | '值' | '量' | '额'),
    };
    if matches!(unit, '家' | '所')
        && (words[count - 1].role == Role::Person
            || ["负责人", "代表"].iter().any(|who| doc.ends_with(words[count - 1].span.end, who)))
        && let Some(body) = words[..count - 1].iter().rposition(|w| w.acts && w.role.ends())
    {
        return (span(body + 1), body + 1);
    }
    let apart = matches!(
        unit,
        '个' | '家' | '户' | '种' | '类' | '国' | '省' | '市' | '县' | '座' | '条' | '大' | '张'
    );
    // 八个方面重点任务
    if count > 1 && doc.surface(words[0].span) == "方面" {
        return (span(1), 1);
    }
    let told = words[..count].iter().rev().take_while(|w| apart && amount(w)).count();
    // 大中城市 / 商品住宅价格
    let body = |w: &Word| {
        matches!(doc.char(w.span.end - 1), '市' | '省' | '县' | '区' | '镇' | '村' | '校' | '院' | '司')
            || matches!(doc.surface(w.span), "企业" | "行业")
    };
    let bodies = words[..count - told].iter().position(|w| w.role.ends() && body(w));
    match bodies.or_else(|| words[..count - told].iter().rposition(|w| w.role.ends())) {
        Some(noun) if told > 0 => (span(noun + 1), noun + 1),
        _ => (span(count), count),
    }
}

/// The phrase with those that 和 joins to it: 学者和社区工作者, 归侨、渔民和学生; but no other count.
fn joined(doc: &Document<'_>, span: Span, counts: Counts) -> Span {
    let mut end = span.end;
    for _ in 0..3 {
        let last = matches!(doc.char(end), '和' | '及');
        let at = end + 1;
        if !(last || doc.char(end) == '、') || numeral::is_start(doc.char(at)) || !is_han(doc.char(at)) {
            break;
        }
        let limit = (at + NEAR).min(doc.len());
        let to = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
        let words = words(doc, Span::new(at, to));
        let Some((member, count)) = leading(&words, false) else { break };
        let owner = words[count..].iter().take(2).any(|w| w.role == Role::Of);
        let counted = numeral::is_start(doc.char(member.end));
        if member.start != at || owner || counted || !fits(doc, counts, member, words[count - 1].role) {
            break;
        }
        if last {
            return Span::new(span.start, member.end);
        }
        end = member.end;
    }
    span
}

/// Whether what stands behind a phrase belongs to it, though it is no noun.
fn goes_on(doc: &Document<'_>, span: Span, words: &[Word], unit: char) -> bool {
    let next = doc.char(span.end);
    let more = is_han(next) && !is_end(next) && !matches!(next, '的' | '里' | '外' | '间');
    let wide =
        unit != '个' && matches!(doc.surface(span), "国家" | "全国" | "世界" | "国际" | "全球" | "中央");
    let alone = |w: &[Word]| w[0].span == span && w[0].role == Role::Single && w[1].span.len() == 1;
    wide && (next.is_ascii_alphanumeric() || more) || more && words.windows(2).any(alone)
}

/// Whether people are named at `at`: 300万下岗失业人员.
pub(super) fn people(doc: &Document<'_>, at: usize) -> bool {
    let end = (at..(at + NEAR).min(doc.len())).find(|&i| !is_han(doc.char(i)));
    let words = words(doc, Span::new(at, end.unwrap_or((at + NEAR).min(doc.len()))));
    leading(&words, true).is_some_and(|(span, count)| {
        span.start == at && (words[count - 1].role == Role::Person || is_people(doc.char(span.end - 1)))
    })
}

/// Whether a number begins at `at`.
fn numbered(doc: &Document<'_>, at: usize) -> bool {
    let first = doc.char(at);
    first.is_ascii_digit() || numeral::is_numeric(first) && unit::longest(&doc.chars()[at + 1..]).is_some()
}

/// Whether the unit counts what happens: 项, 场.
fn happens(doc: &Document<'_>, q: &Quantity) -> bool {
    let unit = q.unit.filter(|u| u.len() == 1).map_or('\0', |u| doc.char(u.start));
    matches!(unit, '项' | '场' | '期' | '轮' | '次' | '起')
}

/// Where a phrase of `count` words ends with the verbal nouns behind it: 湖区 / 综合 / 治理.
fn doing(words: &[Word], count: usize) -> usize {
    let verbal =
        words[count..].iter().take_while(|w| matches!(w.role, Role::Modifier | Role::VerbNoun)).count();
    let ends = !words.get(count + verbal).is_some_and(|w| w.role != Role::Stop);
    let last = words[..count + verbal].iter().rposition(|w| w.role == Role::VerbNoun || w.role.ends());
    words[last.filter(|_| ends).unwrap_or(count - 1)].span.end
}

/// Last syllables of what money is called: 资金, 补贴, 补助, 投资.
const fn is_fund(c: char) -> bool {
    matches!(c, '金' | '款' | '费' | '券' | '债' | '贴' | '助' | '资')
}

/// What money is called behind its sum: 就业补助资金, 管理费.
fn fund(doc: &Document<'_>, words: &[Word]) -> Option<Span> {
    let named = |w: &Word| {
        let (a, b) = (doc.char(w.span.end.saturating_sub(2)), doc.char(w.span.end - 1));
        matches!(b, '金' | '款' | '费' | '券' | '债')
            || matches!((a, b), ('补', '贴' | '助') | ('经', '费') | ('投', '资'))
    };
    let plain = words
        .iter()
        .take(6)
        .take_while(|w| !matches!(w.role, Role::Stop | Role::Of | Role::Predicate))
        .count();
    let last = words[..plain].iter().rposition(|w| w.role.ends() && named(w))?;
    Some(Span::new(words[0].span.start, words[last].span.end))
}

/// Verbs that are nouns as well: with money, they mostly say what was done.
fn earned(doc: &Document<'_>, span: Span) -> bool {
    matches!(
        doc.surface(span),
        "收入" | "支出" | "损失" | "捐款" | "投资" | "集资" | "贷款" | "借债" | "价值" | "花费"
    )
}
