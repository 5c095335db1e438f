//! What stands before its number: 党员9人, 志愿者共36名, 总面积300平方米.

use super::super::exclude::is_word;
use super::super::grammar::Quantity;
use super::super::money::verb_of_money;
use super::super::phrase::trailing;
use super::super::role::Role;
use super::super::word::{Word, may_end, words};
use super::{AHEAD, Floor, NEAR, counts, earned, fits};
use crate::chars::{is_han, is_separator};
use crate::lexicon::Endings;
use crate::numeral;
use crate::record::CountKind;
use crate::{Document, Span};
use std::sync::LazyLock;

/// Characters of text before a quantity.
const BEHIND: usize = 16;

/// The phrase that ends where the quantity starts: 党员9人, 志愿者共36名, 总面积300平方米.
pub(super) fn before(doc: &Document<'_>, q: &Quantity, floor: Floor) -> Option<Span> {
    static TOTALS: LazyLock<Endings> =
        LazyLock::new(|| Endings::of(&["共计", "总计", "合计", "共有", "共", "各"]));
    let end = q.start - TOTALS.at_end(&doc.chars()[..q.start]).map_or(0, |(length, ())| length);
    if end > floor.count && doc.before(end) == '”' {
        // 认领“微心愿”56个, “一刻钟”生活圈.
        let low = end.saturating_sub(AHEAD).max(floor.count);
        let open = (low..end - 1).rev().find(|&i| doc.char(i) == '“')?;
        return (open + 1 < end - 1 && q.kind == CountKind::Count).then(|| Span::new(open + 1, end - 1));
    }
    let number = floor.mention;
    let floor = word_start(doc, number);
    let governs =
        matches!(doc.before(end), '达' | '到' | '了' | '有' | '是' | '在' | '于' | '至' | '着' | '占' | '的');
    // 聚焦两大重点
    let kinds = q.unit.is_some_and(|u| doc.char(u.start) == '大');
    if end <= floor || !is_han(doc.before(end)) || governs || kinds {
        return None;
    }
    let low = end.saturating_sub(BEHIND).max(floor);
    let start = (low..end).rev().find(|&i| is_separator(doc.char(i))).map_or(low, |i| i + 1);
    if !may_end(&doc.chars()[start..end], |role| role.ends() || role == Role::VerbNoun) {
        return None;
    }
    let words = words(doc, Span::new(start, end));
    let last = *words.last()?;
    let repeats =
        q.unit.is_some_and(|u| u.len() == 1 && matches!(doc.char(u.start), '次' | '回' | '遍' | '趟' | '步'));
    let age = q.kind == CountKind::Age && doc.before(end) != '龄';
    let verbal = last.role == Role::VerbNoun
        && words
            .iter()
            .rev()
            .skip(1)
            .find(|w| !matches!(w.role, Role::Modifier | Role::Person))
            .is_some_and(|w| w.role.is_verb());
    if !(last.role.ends() || verbal) || age || repeats && !event(doc.char(end - 1)) {
        return None;
    }
    let governed = behind_lead(doc, &words);
    let phrase = trailing(governed);
    // 居民 / 人均可支配收入, 排查 / 各类问题
    let per = phrase.iter().rposition(|w| matches!(doc.surface(w.span), "人均" | "各类" | "各种" | "各项"));
    let phrase = &phrase[per.unwrap_or(0)..];
    // “金星”地区毒品: where it is from.
    let region =
        |w: &Word| matches!(doc.surface(w.span), "地区" | "区域" | "一带" | "地带" | "周边" | "沿线");
    let phrase = match phrase {
        [place, rest @ ..] if !rest.is_empty() && doc.before(place.span.start) == '”' && region(place) => {
            rest
        }
        phrase => phrase,
    };
    let mut first = phrase.first()?.span.start;
    // 换一块踏板80元: the price of one. 收入3万元, 已捐款3万元: a verb as likely.
    let alone = phrase.len() == 1 && !governed.iter().rev().nth(1).is_some_and(|w| w.role != Role::Stop);
    let price = q.kind == CountKind::Money || q.unit.is_some_and(|u| doc.char(u.start) == '分');
    // 校友捐款3万元
    let gift = matches!(phrase, [who, what] if who.role == Role::Person && earned(doc, what.span));
    let priced = price
        && (gift
            || matches!(doc.before(first.saturating_sub(1)), '一' | '每')
            || alone && earned(doc, phrase[0].span));
    let counts = counts(doc, q, true);
    // The window may have cut a word in two.
    let whole = first > start || start == 0 || start == floor || is_separator(doc.char(start - 1));
    let each = doc.before(first) == '每' || doc.before(first.saturating_sub(1)) == '每';
    // 4个村民小组268户: the noun is the last count's.
    let shared =
        first == number && floor > 0 && !matches!(doc.before(floor), '上' | '下' | '年' | '月' | '日');
    // 距离村委会300米
    let apart = q.kind == CountKind::Measure
        && (start..end).any(|i| doc.char(i) == '距' || doc.starts_with(i, "离") && doc.before(i) != '距');
    // 村民和干部146人: both are counted.
    let listed = joins(doc, first) && first > floor + 1;
    if listed {
        // 手册和灯笼各20份: as many of each.
        first = list(doc, first, floor).filter(|_| doc.char(end) != '各')?;
    }
    // 奖3000元, 花500元: a verb as likely.
    let spent = q.kind == CountKind::Money && verb_of_money(doc.before(end));
    let short = end - first == 1 && !ware(doc.char(first));
    // 气温26℃, but 小雨26℃.
    let degrees = q.unit.is_some_and(|u| matches!(doc.char(u.start), '℃' | '°'))
        && (!matches!(doc.before(end), '温' | '度')
            || matches!(doc.before(end - 1), '降' | '升' | '增' | '回'));
    // 河东社区400户: where they are.
    let place = last.place && !matches!(doc.char(q.unit.map_or(q.end, |u| u.start)), '个' | '家');
    // 河西15公里的山路: the measure is of what stands behind.
    let extent = "积长宽高度量重深径距程拔容龄率额".contains(doc.before(end));
    let of = q.kind == CountKind::Measure && doc.char(q.end) == '的' && !extent;
    // 这款运输机起飞重量12吨
    let pointed = matches!(doc.char(first), '这' | '该' | '此' | '那');
    let span = Span::new(first, end);
    let refused = [of, pointed, place, each, shared, priced, degrees, apart, spent, short];
    (whole && !refused.contains(&true) && fits(doc, counts, span, last.role)).then_some(span)
}

/// `floor`, or where the word begins that goes on over it: 百岁老人, 二手车, 5G基站.
fn word_start(doc: &Document<'_>, floor: usize) -> usize {
    if doc.before(floor).is_ascii_digit() && doc.char(floor).is_ascii_uppercase() {
        let digits = doc.chars()[..floor].iter().rev().take_while(|c| c.is_ascii_digit()).count();
        return floor - digits;
    }
    let goes_on = floor > 0
        && is_han(doc.before(floor))
        && numeral::is_start(doc.before(floor))
        && doc.before(floor - 1) != '第'
        && (2..=3).any(|more| is_word(doc, Span::new(floor - 1, floor + more)));
    floor - usize::from(goes_on)
}

/// The words behind the last that a clause's verb follows: 计划 / 建设 / 公园.
fn behind_lead<'w>(doc: &Document<'_>, words: &'w [Word]) -> &'w [Word] {
    const LEADS: [&str; 11] =
        ["计划", "预计", "准备", "累计", "新增", "新建", "已经", "将", "拟", "已", "共"];
    let leads = |w: &Word| LEADS.iter().any(|lead| doc.surface(w.span) == *lead);
    // 服务居民300人, but 服务项目12项.
    let body = |w: &Word| ["企业", "商户", "单位", "客户"].contains(&doc.surface(w.span));
    if let [first, rest @ ..] = words
        && (rest.first().is_some_and(|w| w.role == Role::Person) || rest.last().is_some_and(body))
        && doc.surface(first.span) == "服务"
    {
        return rest;
    }
    // 转移 / 危险 / 区域 / 人员
    let moved = |w: &Word| matches!(doc.surface(w.span), "转移" | "疏散" | "撤离");
    if words.last().is_some_and(|w| doc.surface(w.span) == "人员")
        && let Some(at) = words.iter().rposition(moved)
    {
        return &words[at + 1..];
    }
    match words.iter().rposition(leads) {
        Some(at) if at + 1 < words.len() => &words[at + 1..],
        _ => words,
    }
}

/// Whether 和, 与, 及 or 、 stands before `at`: no 惠及, no 参与.
fn joins(doc: &Document<'_>, at: usize) -> bool {
    let word = doc.before(at.saturating_sub(1));
    match doc.before(at) {
        '、' | '和' => true,
        '与' => word != '参',
        '及' => !matches!(word, '惠' | '涉' | '普' | '波' | '顾' | '危' | '触' | '遍' | '以'),
        _ => false,
    }
}

/// Where a list begins whose last member begins at `first`: 水利干部和工地代表, 绿萝、吊兰.
fn list(doc: &Document<'_>, first: usize, floor: usize) -> Option<usize> {
    let mut first = first;
    for _ in 0..4 {
        if !joins(doc, first) {
            break;
        }
        let end = first - 1;
        let low = end.saturating_sub(NEAR).max(floor);
        let start = (low..end).rev().find(|&i| is_separator(doc.char(i))).map_or(low, |i| i + 1);
        let words = words(doc, Span::new(start, end));
        let member = trailing(&words).first().map(|w| w.span.start);
        // 充电桩8组、插口96个: another count.
        let other = member.is_none_or(|m| numeral::is_numeric(doc.before(m)) || m == floor && m > 0)
            || words.last().is_some_and(|w| w.place);
        match member.filter(|_| !other) {
            Some(member) => first = member,
            None if doc.before(first) == '、' => break,
            None => return None,
        }
    }
    Some(first)
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
