//! How far the phrase behind a unit goes: without what is said of the things counted, with what is joined to it.

use super::super::phrase::leading;
use super::super::role::{ASPECT, FUNCTION, Role, is_end};
use super::super::word::{Word, words};
use super::lexicon::{self, AMOUNT, DIVISION, HOUSE, KEPT, SPEAKS, WIDE, WORK, is};
use super::{AHEAD, Counts, NEAR, fits};
use crate::chars::{is_han, is_separator};
use crate::lexicon::columns;
use crate::numeral;
use crate::{Document, Span};
use std::sync::LazyLock;

/// What each classifier counts, by last syllables.
const UNIT_NOUNS: &str = include_str!("../../../../data/unit_nouns.tsv");

/// The phrase of `count` words without what is said of the things counted: 省份 of 省份 / 用电量, 企业 of 企业 / 负责人
/// behind 家.
pub(super) fn shorter(doc: &Document<'_>, words: &[Word], count: usize, unit: char) -> (Option<Span>, usize) {
    let span = |count: usize| Some(Span::new(words[0].span.start, words[count - 1].span.end));
    let amount = |w: &Word| {
        let ends = w.span.len() > 1 && matches!(doc.char(w.span.end - 1), '率' | '值' | '量' | '额');
        is(doc, w.span, AMOUNT) || ends && !is(doc, w.span, KEPT)
    };
    let end = words[count - 1].span.end;
    let speaks = lexicon::ends(doc, end, SPEAKS).is_some();
    let stands = match unit {
        '家' | '所' => words[count - 1].role == Role::Person || speaks,
        '个' => speaks,
        _ => false,
    };
    if stands {
        let body = |w: &Word| w.role.ends() && (w.acts || doc.surface(w.span) == "国家");
        match words[..count - 1].iter().rposition(body) {
            Some(at) => return (span(at + 1), at + 1),
            // 55家遗址公园 / 观众
            None if count > 1 && !speaks && !matches!(doc.char(end - 1), '户' | '商') => {
                return (span(count - 1), count - 1);
            }
            None => {}
        }
    }
    // 3家企业 / 产品, 200家批发市场 / 水果
    if unit == '家'
        && !is_house(doc, end)
        && let Some(at) = words[..count].iter().rposition(|w| w.role.ends() && is_house(doc, w.span.end))
    {
        return (span(at + 1), at + 1);
    }
    // 51个景区 / 游客, 两个乘组 / 航天员
    if unit == '个'
        && count > 1
        && words[count - 1].role == Role::Person
        && matches!(doc.char(words[count - 2].span.end - 1), '区' | '馆' | '园' | '院' | '组' | '队')
        && words[count - 2].role.ends()
    {
        return (span(count - 1), count - 1);
    }
    let apart = matches!(
        unit,
        '个' | '家'
            | '所'
            | '户'
            | '种'
            | '类'
            | '国'
            | '省'
            | '市'
            | '县'
            | '座'
            | '条'
            | '大'
            | '张'
            | '头'
            | '只'
            | '匹'
            | '株'
            | '棵'
            | '艘'
            | '栋'
    );
    // 9个主产省份 / 早稻
    if unit == '个'
        && let Some(at) = words[..count].iter().position(|w| is(doc, w.span, DIVISION))
        && words.get(at + 1).is_none_or(|w| w.span.len() > 1)
    {
        return (span(at + 1), at + 1);
    }
    // 9个卫生院 / 工作
    if let [.., body, work] = words[..count]
        && body.acts
        && body.role.ends()
        && matches!(unit, '个' | '家' | '所')
        && is(doc, work.span, WORK)
    {
        return (span(count - 1), count - 1);
    }
    // 八个方面重点任务
    if count > 1 && doc.surface(words[0].span) == "方面" {
        return (span(1), 1);
    }
    let told = words[..count].iter().rev().take_while(|w| apart && amount(w)).count();
    // 大中城市 / 商品住宅价格
    let body = |w: &Word| {
        matches!(doc.char(w.span.end - 1), '市' | '省' | '县' | '区' | '镇' | '村' | '校' | '院' | '司')
            || is(doc, w.span, HOUSE)
    };
    let bodies = words[..count - told].iter().position(|w| w.role.ends() && body(w));
    match bodies.or_else(|| words[..count - told].iter().rposition(|w| w.role.ends())) {
        Some(noun) if told > 0 => (span(noun + 1), noun + 1),
        _ => (span(count), count),
    }
}

/// The last syllables of what a unit counts, where the table tells.
fn counted_by(unit: char) -> Option<&'static str> {
    static LAST: LazyLock<Vec<(char, &'static str)>> = LazyLock::new(|| {
        columns(UNIT_NOUNS).filter_map(|[unit, last]| Some((unit.chars().next()?, last))).collect()
    });
    LAST.iter().find(|(of, _)| *of == unit).map(|(_, last)| *last)
}

/// Where a noun of the kind that the unit counts ends in a phrase that ends with no such noun, where a verb follows or
/// people are meant: 水库 / 保障 / 水源, but 污水 / 处理 / 站.
pub(super) fn fitting(doc: &Document<'_>, phrase: &[Word], unit: char) -> Option<usize> {
    let last = counted_by(unit)?;
    let fits = |w: &Word| w.role.ends() && w.span.len() > 1 && last.contains(doc.before(w.span.end));
    let noun = phrase.iter().position(fits)?;
    let verb = phrase.get(noun + 1).is_some_and(|w| w.role.is_verb());
    // 13座机场 / 地面 / 服务人员
    let people = phrase.len() > noun + 1 && phrase.last().is_some_and(|w| w.role == Role::Person);
    ((verb || people) && !phrase.last().is_some_and(fits)).then_some(noun + 1)
}

/// How many words the phrase of `count` words has with characters behind it that the dictionary knows no word of, the
/// last of which the unit counts: 古 / 石 / 拱 / 桥, 校园 / 吸 / 污 / 车.
pub(super) fn compounded(doc: &Document<'_>, words: &[Word], count: usize, unit: char) -> Option<usize> {
    let last = counted_by(unit)?;
    let fits = |w: &Word| last.contains(doc.before(w.span.end));
    let plain = words[count - 1].role != Role::Person && !fits(&words[count - 1]);
    let letter = |w: &&Word| w.single && w.role != Role::Suffix && !w.is(FUNCTION | ASPECT);
    let letters = words[count..].iter().take_while(letter).count();
    let end = count + letters;
    let head = words.get(end).is_some_and(|w| w.span.len() == 1 && w.role == Role::Suffix && fits(w));
    let whole = words.get(end + 1).is_none_or(|w| !w.single);
    (plain && (1..=2).contains(&letters) && head && whole).then_some(end + 1)
}

/// Whether a word names what is counted in 家: 企业, 书店, but not 产业.
fn is_house(doc: &Document<'_>, end: usize) -> bool {
    const LAST: &str = "司店厂馆院场社行所构位户商站园室会部局团队坊铺吧台校心楼城点庭体宿乐盟房媒报刊号牌方主厅组间库府\
                        师处企堂地群织";
    match doc.before(end) {
        '业' => matches!(doc.before(end - 1), '企' | '物' | '商'),
        '市' => matches!(doc.before(end - 1), '超' | '门' | '夜'),
        '网' => false,
        last => LAST.contains(last),
    }
}

/// The phrase with those that 和 joins to it: 学者和社区工作者, 归侨、渔民和学生; but no other count.
pub(super) fn joined(doc: &Document<'_>, span: Span, counts: Counts) -> Span {
    let mut end = span.end;
    for _ in 0..3 {
        let last = matches!(doc.char(end), '和' | '及');
        let at = end + 1;
        if !(last || doc.char(end) == '、') || numeral::is_start(doc.char(at)) || !is_han(doc.char(at)) {
            break;
        }
        let limit = (at + AHEAD).min(doc.len());
        let to = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
        let words = words(doc, Span::new(at, to));
        // 比赛和训练场馆
        let told =
            doc.char(end) == '和' && words.len() > 1 && words[0].role == Role::VerbNoun && !words[0].deed;
        let told = told && matches!(words[1].role, Role::Noun | Role::Suffix | Role::Matter);
        let Some((mut member, mut count)) = leading(&words, told) else { break };
        // 茶企和合作社 / 选送 / 茶样
        let body = words[..count].iter().position(|w| w.acts && w.role.ends());
        let clause = |at: usize| at + 1 < count && words[at + 1].role.is_verb();
        let told = matches!(words[count - 1].role, Role::Matter | Role::Head);
        if let Some(at) = body.filter(|&at| clause(at) && !told) {
            (member, count) = (Span::new(member.start, words[at].span.end), at + 1);
        }
        // 步行街和商圈 / 客流量
        while count > 1 && words[count - 1].role == Role::Amount {
            (member, count) = (Span::new(member.start, words[count - 2].span.end), count - 1);
        }
        let owner = words[count..].iter().take(2).any(|w| w.role == Role::Of);
        let counted = numeral::is_start(doc.char(member.end));
        // 培养基地和国家…平台
        let wide = is(doc, member, WIDE);
        // The window may have cut a word in two.
        let cut = to == limit && member.end == to;
        if wide
            || cut
            || member.start != at
            || owner
            || counted
            || !fits(doc, counts, member, words[count - 1].role)
        {
            break;
        }
        // 八大产业和水、电、气: another list.
        if last && doc.char(member.end) == '、' && !numeral::is_start(doc.char(member.end + 1)) {
            break;
        }
        if last {
            return Span::new(span.start, member.end);
        }
        end = member.end;
    }
    span
}

/// The phrase with the last syllable of a word that the dictionary does not hold: 伞铺, 县中.
///
/// The syllable is a verb or a place elsewhere (三条路铺好, 三个镇中), so the unit and what ends the word tell.
pub(super) fn headed(doc: &Document<'_>, span: Span, words: &[Word], unit: char) -> Span {
    let end = span.end + 1;
    let head = match doc.char(span.end) {
        '铺' => matches!(unit, '家' | '间'),
        '中' => unit == '所' && span.len() == 1 && is_division(doc.char(span.start)),
        _ => false,
    };
    let next = words.iter().find(|w| w.span.start >= end);
    let alone = words.iter().any(|w| w.span == Span::new(span.end, end));
    let ends = !is_han(doc.char(end))
        || next.is_some_and(|w| {
            w.span.len() > 1 && w.role != Role::Noun || w.is(FUNCTION) || w.role == Role::Of
        });
    if head && alone && ends { Span::new(span.start, end) } else { span }
}

/// A phrase with a bracket that gives others of its kind, and what stands behind: 村(社区)卫生室, 县(市、区).
pub(super) fn alternatives(doc: &Document<'_>, span: Span) -> Span {
    const LONGEST: usize = 10;
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
pub(super) const fn is_division(c: char) -> bool {
    matches!(
        c,
        '省' | '市'
            | '县'
            | '区'
            | '旗'
            | '乡'
            | '镇'
            | '村'
            | '街'
            | '道'
            | '办'
            | '居'
            | '地'
            | '州'
            | '盟'
    )
}

/// Whether what stands behind a phrase belongs to it, though it is no noun.
pub(super) fn goes_on(doc: &Document<'_>, span: Span, words: &[Word], unit: char) -> bool {
    let next = doc.char(span.end);
    let more = is_han(next) && !is_end(next) && !matches!(next, '的' | '里' | '外' | '间');
    let wide = unit != '个' && is(doc, span, WIDE);
    let alone = |w: &[Word]| {
        w[0].span == span && w[0].role == Role::Single && w[1].span.len() == 1 && doc.char(span.start) != '省'
    };
    wide && (next.is_ascii_alphanumeric() || more) || more && words.windows(2).any(alone)
}

#[cfg(test)]
mod tests {
    use super::super::tests::noun;
    use super::*;

    #[test]
    fn last_syllables_that_the_unit_tells() {
        noun(Some("伞铺"), &["镇上42家伞铺合并成立合作社", "还剩3家伞铺。"]);
        noun(Some("县中"), &["帮扶120所县中,", "对52所县中的教师"]);
        noun(Some("学校"), &["这12所学校中,有3所是新建的"]);
        noun(Some("路"), &["3条路铺了柏油"]);
    }

    #[test]
    fn what_the_unit_counts_ends_before_a_verb() {
        for row in crate::lexicon::rows(UNIT_NOUNS) {
            let [_, last, example, expected] = row[..] else { panic!("four cells: {row:?}") };
            noun(Some(expected), &[example]);
            assert!(last.contains(expected.chars().last().unwrap()), "{row:?}");
        }
        noun(Some("污水处理站"), &["18座污水处理站建成"]);
        noun(Some("青石拱桥"), &["修缮18座青石拱桥。"]);
    }

    #[test]
    fn what_a_verb_tells_is_joined() {
        noun(Some("比赛和训练场馆"), &["70个比赛和训练场馆中,"]);
        noun(Some("讲座"), &["三场讲座和12次走访"]);
    }

    #[test]
    fn nouns_of_long_phrases() {
        noun(Some("作品"), &["展出200余件作品和某国人类文明博物馆珍藏的油画"]);
        noun(Some("商场和公园"), &["12个商场和公园客流量增长"]);
        noun(Some("中央预算内投资"), &["安排3亿元中央预算内投资,"]);
        noun(Some("油气当量"), &["为国家贡献油气当量9亿吨。"]);
        noun(Some("各类食品安全案件"), &["查办各类食品安全案件12件,"]);
        noun(Some("最低气温"), &["郑州、洛阳等城市最低气温-8℃,"]);
        noun(None, &["加上季节性沟道共900条。", "支持9个投资增速快、活力强的地方"]);
        noun(Some("项目"), &["青海海东市循化县7个纳入规划的项目完工"]);
    }
}
