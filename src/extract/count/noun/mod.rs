//! What is counted: the noun phrase behind the unit (`324户居民`) or before the number (`党员9人`).
//!
//! A phrase that does not fit its unit (`30名` of something that is no person) stays unsaid, and so does one whose
//! end is not plain.

mod after;
mod attribute;
mod before;
mod deed;
mod extent;
mod lexicon;
mod search;
mod sum;
#[cfg(test)]
mod tests;
mod unknown;
mod ware;

use self::after::{After, after, numbered};
use self::before::before;
use self::sum::is_fund;
pub(super) use self::sum::is_sum;
use super::grammar::Quantity;
use super::phrase::{leading, people_first};
use super::role::{ASPECT, Role, is_people};
use super::unit;
use super::word::words;
use crate::chars::is_han;
use crate::record::{CountKind, ShortText};
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
pub(super) fn find(doc: &Document<'_>, q: &Quantity, floor: Floor) -> Option<ShortText> {
    let found = plain(doc, q, floor);
    // 集资200万|村民修路: a sum, whoever does something next.
    let sum = q.rule == NAMED && is_sum(doc, q.start);
    if sum || q.rule != NAMED || found.as_ref().is_some_and(|span| span.start == q.end) {
        return found.map(|span| doc.surface(span).into());
    }
    // 9000万人口历史性地摆脱贫困: what is counted stands there in any case.
    let unit = unit::longest(doc.rest(q.end))?;
    Some(doc.surface(Span::new(q.end, q.end + unit.word.len())).into())
}

/// The rule of numbers with no unit but what is counted: 约300学生.
pub(super) const NAMED: &str = "count.noun";

/// Where the noun of a quantity stands.
fn plain(doc: &Document<'_>, q: &Quantity, floor: Floor) -> Option<Span> {
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
    // 7金5银2铜的成绩
    let medal = unit.len() == 1 && matches!(doc.char(unit.start), '金' | '银' | '铜');
    // 3死5伤
    let hurt = unit.len() == 1 && matches!(doc.char(unit.start), '死' | '伤');
    // 两度夺冠, 支三招
    let often = q.kind == CountKind::Count && unit.len() == 1 && matches!(doc.char(unit.start), '度' | '招');
    if whole || family || medal || hurt || often || q.kind == CountKind::Percent {
        return None;
    }
    // 岁 counts years, whoever is so old; but 平均年龄39岁.
    if q.kind == CountKind::Age {
        return before(doc, q, floor);
    }
    let at = past_bracket(doc, q.end.max(unit.end));
    if unit.len() == 1 && matches!(doc.char(unit.start), '趟' | '遍' | '步' | '回' | '圈' | '里') {
        return moved(doc, q, at);
    }
    if q.kind == CountKind::Count && is_size(doc, unit, at) {
        return None;
    }
    // 500米口径望远镜: how large it is.
    let sized = || lexicon::begins(doc, at, lexicon::EXTENT);
    if q.kind == CountKind::Measure && (is_event(doc, unit, at) || sized()) {
        return None;
    }
    // 接待游客3万人次
    let visits = unit.len() == 2 && doc.char(unit.start) == '人' && doc.char(unit.start + 1) == '次';
    // 授予30人“先进工作者”称号
    let honour = unit.len() == 1 && doc.char(unit.start) == '人';
    let span = match quoted(doc, at).filter(|_| !visits) {
        Some(_) if honour => None,
        // 3万户“煤改电”设施
        Some(span) if unit.len() == 1 && doc.char(unit.start) == '户' => match after(doc, q, span.end + 1) {
            After::Noun(noun)
                if noun.start == span.end + 1
                    && words(doc, noun).last().is_some_and(|w| fits(doc, Counts::Homes, noun, w.role)) =>
            {
                Some(noun)
            }
            After::Noun(noun) | After::Verb(Some(noun)) if noun.start == span.end + 1 => None,
            _ => Some(span),
        },
        // 7个“绿洲”主要成员国: the quotation tells which.
        Some(span) => {
            let past = past_quote(doc, span.end + 1);
            match after(doc, q, past) {
                // 两名“伤员”被工友抬出
                After::Noun(noun)
                    if noun.start == past
                        && words(doc, noun).first().is_some_and(|w| w.role != Role::Stop)
                        && words(doc, noun).last().is_some_and(|w| w.role.ends()) =>
                {
                    Some(noun)
                }
                After::Verb(Some(noun))
                    if noun.start == past && (is_matter(doc, noun) || is_thing(doc, noun)) =>
                {
                    Some(noun)
                }
                // 12名“红星”协会的成员
                After::Noun(noun) if noun.start > past && counts(doc, q, false) == Counts::People => {
                    Some(noun)
                }
                _ => Some(span),
            }
        }
        None if visits => before(doc, q, floor),
        // 罚款50万|公司不服, but 拨款50万元救灾资金.
        None if (q.kind == CountKind::Money || q.unit.is_none()) && is_sum(doc, q.start) => {
            match after(doc, q, at) {
                After::Noun(span) if is_fund(doc.before(span.end)) => Some(span),
                _ => before(doc, q, floor),
            }
        }
        None => match after(doc, q, at) {
            // 贫困户7户土地15亩: what stands behind is the next number's.
            After::Noun(span)
                if matches!(counts(doc, q, true), Counts::People | Counts::Homes)
                    && numbered(doc, span.end) =>
            {
                before(doc, q, floor).or(Some(span))
            }
            After::Noun(span) => Some(span),
            After::Verb(span) => before(doc, q, floor).or(span),
            After::Other => None,
        },
    }?;
    // 7家的货架, 两家的老人, but 11万家的企业, 30家的各类场馆.
    let owned = doc.char(at) == '的' && unit.len() == 1 && doc.char(unit.start) == '家';
    let owned = owned && !(doc.char(at + 1) == '各' && span.start == at + 1);
    if owned && !words(doc, span).last().is_some_and(|w| w.acts && w.role != Role::Person) {
        return None;
    }
    // 两块多钱, 一百元地拿来, 按10元计
    let nothing =
        q.kind == CountKind::Money && span.len() == 1 && matches!(doc.char(span.start), '钱' | '地' | '计');
    (!nothing).then_some(span)
}

/// Whether a count before 的 tells how large something is: 50只的成绩, 三层的楼, 三层高的塔, 200个的订单; but
/// 30个左右的示范区域.
fn is_size(doc: &Document<'_>, unit: Span, at: usize) -> bool {
    let part = || match doc.surface(unit) {
        "只" | "头" | "锭" | "层" | "分" => true,
        "个" => unit.end == at,
        _ => false,
    };
    // 签下90台的合同
    let bargain = || lexicon::begins(doc, at + 1, lexicon::BARGAIN);
    doc.char(at) == '的' && (part() || bargain()) || doc.starts_with(at, "高的")
}

/// What is ridden or walked, or given again and again, behind 趟 and its like: 两趟车, 7里山路, 三遍水.
fn moved(doc: &Document<'_>, q: &Quantity, at: usize) -> Option<Span> {
    let After::Noun(span) = after(doc, q, at) else { return None };
    let last = doc.char(span.end - 1);
    let fitting = match doc.char(q.unit?.start) {
        '趟' => matches!(last, '车' | '交' | '铁' | '班'),
        '里' => last == '路',
        '遍' => matches!(last, '水' | '药' | '肥'),
        _ => false,
    };
    (fitting && span.start == at).then_some(span)
}

/// Whether a distance names a contest: 女子100米蝶泳决赛, 男子50米步枪三姿.
fn is_event(doc: &Document<'_>, unit: Span, at: usize) -> bool {
    if !matches!(doc.char(unit.end - 1), '米' | '里') || !is_han(doc.char(at)) {
        return false;
    }
    let end = (at..at + NEAR).find(|&i| !is_han(doc.char(i))).unwrap_or(at + NEAR);
    let named = |i: usize| lexicon::begins(doc, i, lexicon::EVENT);
    // 4000米走马赛, 65海里长距离拉力赛
    (at..end.min(at + 6)).any(|i| doc.char(i) == '赛') || (at..end).any(named)
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

/// Whether a phrase ends with what verbs tell apart: 示范基地.
fn is_matter(doc: &Document<'_>, span: Span) -> bool {
    words(doc, span).last().is_some_and(|w| w.role == Role::Matter)
}

/// Whether a phrase that a verb begins names a thing, and ends there: 防空导弹等.
fn is_thing(doc: &Document<'_>, span: Span) -> bool {
    let words = words(doc, span);
    let ends = !is_han(doc.char(span.end)) || doc.char(span.end) == '等';
    ends && words[0].role == Role::VerbNoun && words.last().is_some_and(|w| w.role == Role::Noun && !w.doer)
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
        _ if q.unit.is_none() && is_han(doc.char(q.end)) => {
            match q.rule != NAMED && !people(doc, q.end) && things(doc, q.end) {
                true => Counts::Anything,
                false => Counts::People,
            }
        }
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
        Counts::People => {
            people
                || doc.char(phrase.end - 1) == '奖'
                || ["人口", "力量"].iter().any(|who| doc.ends_with(phrase.end, who))
        }
        Counts::Persons => {
            people || matches!(doc.char(phrase.end - 1), '口' | '力' | '群' | '队' | '团' | '组' | '班')
        }
        // 市场主体3万户, 企业20户
        Counts::Homes => {
            people
                || matches!(
                    doc.char(phrase.end - 1),
                    '庭' | '户' | '家' | '属' | '乐' | '宅' | '宿' | '店' | '铺'
                )
                || ["场主体", "营主体", "企业", "公司", "单位"]
                    .iter()
                    .any(|body| doc.ends_with(phrase.end, body))
        }
        Counts::Things => last != Role::Person,
        Counts::Anything => true,
    }
}

/// The end of a quotation before `at`, with others behind it and 式, 级 or 牌: “海燕”级快艇, “专精”“小巨人”企业.
fn past_quote(doc: &Document<'_>, at: usize) -> usize {
    match quoted(doc, at) {
        Some(more) => past_quote(doc, more.end + 1),
        None => at + usize::from(matches!(doc.char(at), '式' | '级' | '型' | '牌')),
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

/// Whether people are named at `at`: 300万下岗失业人员.
pub(super) fn people(doc: &Document<'_>, at: usize) -> bool {
    let end = (at..(at + NEAR).min(doc.len())).find(|&i| !is_han(doc.char(i)));
    let mut words = words(doc, Span::new(at, end.unwrap_or((at + NEAR).min(doc.len()))));
    words.join_first(doc);
    let phrase = leading(&words, true).filter(|(span, _)| span.start == at);
    phrase.is_some_and(|(_, count)| people_first(&words, count).is_some())
}

/// Whether a word of two characters and more at `at` begins a noun phrase, and is no verb.
pub(super) fn begins(doc: &Document<'_>, at: usize) -> bool {
    let end = (at..(at + NEAR).min(doc.len())).find(|&i| !is_han(doc.char(i)));
    let words = words(doc, Span::new(at, end.unwrap_or((at + NEAR).min(doc.len()))));
    words.first().is_some_and(|w| w.span.len() > 1 && (w.role.ends() || w.role == Role::Modifier))
}

/// Whether people are named behind a clause that tells of them at `at`: 登记注册的志愿者, 在外务工的村民.
pub(super) fn told_people(doc: &Document<'_>, at: usize) -> bool {
    let clause = (at..(at + NEAR).min(doc.len())).take_while(|&i| is_han(doc.char(i)));
    let of = clause.last().and_then(|last| (at + 2..=last).find(|&i| doc.char(i) == '的'));
    of.is_some_and(|of| {
        let tells = words(doc, Span::new(at, of));
        tells.iter().any(|w| w.role.is_verb()) && people(doc, of + 1)
    })
}

/// Whether a plain noun that is told by no verb stands at `at`: 50亿产业基金, 6亿移动用户.
pub(super) fn things(doc: &Document<'_>, at: usize) -> bool {
    let limit = (at + NEAR).min(doc.len());
    let end = (at..limit).find(|&i| !is_han(doc.char(i))).unwrap_or(limit);
    let words = words(doc, Span::new(at, end));
    let phrase = leading(&words, false).filter(|(span, _)| span.start == at);
    phrase.is_some_and(|(span, count)| {
        let verbs = words[..count].iter().any(|w| w.role.is_verb());
        // 摩托 / 手: the end of a word that the dictionary does not hold; but 家庭 / 圆 / 了.
        let verb = || words.get(count + 1).is_some_and(|w| w.is(ASPECT));
        let more = words.get(count).is_some_and(|w| matches!(w.role, Role::Single | Role::Modifier))
            && !(doc.ends_with(span.end, "人口") || verb());
        let cut = span.end == end && end == at + NEAR;
        span.len() > 1
            && !verbs
            && !more
            && !cut
            && matches!(words[count - 1].role, Role::Noun | Role::Head | Role::Person | Role::Matter)
    })
}
