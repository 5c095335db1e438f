//! What stands before its number: 党员9人, 志愿者共36名, 总面积300平方米.

use super::super::exclude::is_word;
use super::super::grammar::Quantity;
use super::super::money::verb_of_money;
use super::super::phrase::trailing;
use super::super::role::Role;
use super::super::word::{Word, may_end, words};
use super::extent::is_division;
use super::lexicon::{
    self, BODY, COMPARED, LEAD, MEAN, MOVED, OWN, PAY, REACHED, REGION, SPEND, STOCK, TOTAL, VARIOUS, WIDE,
    is,
};
use super::sum::{is_priced, sum_of};
use super::ware::{event, is_solid, ware, ware_of};
use super::{AHEAD, Floor, NEAR, counts, fits};
use crate::chars::{is_han, is_separator};
use crate::numeral;
use crate::record::CountKind;
use crate::{Document, Span};

/// Characters of text before a quantity.
const BEHIND: usize = 16;

/// The phrase that ends where the quantity starts: 党员9人, 志愿者共36名, 总面积300平方米.
pub(super) fn before(doc: &Document<'_>, q: &Quantity, floor: Floor) -> Option<Span> {
    // 观众达9000人次, but 产值达9000元.
    let heads = || q.unit.is_some_and(|u| matches!(doc.surface(u), "人" | "人次" | "名" | "户"));
    let end = lexicon::ends(doc, q.start, TOTAL)
        .or_else(|| lexicon::ends(doc, q.start, REACHED).filter(|_| heads()));
    let end = q.start - end.unwrap_or(0);
    // 双拥模范城(县)9个: of either kind.
    if let Some(open) = bracket_of_divisions(doc, end, floor.count) {
        let span = phrase_before(doc, q, floor, open)?;
        return Some(Span::new(span.start, end));
    }
    phrase_before(doc, q, floor, end)
}

/// Where a bracket of other divisions opens that ends at `end`.
fn bracket_of_divisions(doc: &Document<'_>, end: usize, floor: usize) -> Option<usize> {
    /// Characters of the longest such bracket.
    const LONGEST: usize = 8;
    if doc.before(end) != ')' {
        return None;
    }
    let low = end.saturating_sub(LONGEST).max(floor + 1);
    let open = (low..end - 1).rev().find(|&i| doc.char(i) == '(')?;
    let divisions = is_division(doc.before(end - 1)) && open + 2 < end && is_division(doc.before(open));
    (divisions || open + 3 == end && is_division(doc.before(end - 1))).then_some(open)
}

/// The phrase that ends at `end`.
fn phrase_before(doc: &Document<'_>, q: &Quantity, floor: Floor, end: usize) -> Option<Span> {
    if end > floor.count && doc.before(end) == '”' {
        return marked(doc, q, floor, end);
    }
    let number = floor.mention;
    let floor = word_start(doc, number);
    let summed = lexicon::ends(doc, q.start, TOTAL).is_some();
    let governs =
        matches!(doc.before(end), '达' | '到' | '了' | '有' | '是' | '在' | '于' | '至' | '着' | '占' | '的');
    // 聚焦两大重点
    let kinds = q.unit.is_some_and(|u| doc.char(u.start) == '大');
    // 恒生指数收报15055点
    let quoted = q.unit.is_some_and(|u| doc.char(u.start) == '点') && doc.before(end) == '报';
    if end <= floor || !is_han(doc.before(end)) || governs || kinds || quoted {
        return None;
    }
    let low = end.saturating_sub(BEHIND).max(floor);
    let start = (low..end).rev().find(|&i| is_separator(doc.char(i))).map_or(low, |i| i + 1);
    if q.kind == CountKind::Measure && doc.before(end) == '产' && matches!(doc.before(end - 1), '亩' | '单')
    {
        let mean = if doc.ends_with(end - 2, "平均") { 2 } else { 0 };
        return Some(Span::new(end - 2 - mean, end));
    }
    if !may_end(&doc.chars()[start..end], |role| role.ends() || role == Role::VerbNoun) {
        return None;
    }
    let words = words(doc, Span::new(start, end)).backwards();
    let last = *words.last()?;
    let repeats =
        q.unit.is_some_and(|u| u.len() == 1 && matches!(doc.char(u.start), '次' | '回' | '遍' | '趟' | '步'));
    // 养猪200头, 献血3万毫升
    if let Some(span) = ware_of(doc, &words, q.kind) {
        return Some(span);
    }
    if q.kind == CountKind::Money
        && let Some(span) = sum_of(doc, &words, end)
    {
        return Some(span);
    }
    let age = q.kind == CountKind::Age && doc.before(end) != '龄';
    let verbal = is_verbal(doc, q, &words);
    if !(last.role.ends() || verbal) || age || repeats && !event(doc.char(end - 1)) {
        return None;
    }
    let governed = behind_lead(doc, &words);
    // 新增 / 体检 / 项目: what stands behind it is its object.
    let lead = words[..words.len() - governed.len()].last();
    let object = lead.is_some_and(|w| w.role == Role::VerbNoun && is(doc, w.span, LEAD));
    let phrase = trailing(governed, object);
    let phrase = without_aside(doc, phrase)?;
    let phrase = listed_whole(doc, governed, phrase);
    let phrase = amount_of(doc, phrase);
    let mut first = phrase.first()?.span.start;
    // 去 / 年产量
    if doc.char(first) == '年' && matches!(doc.before(first), '去' | '今' | '本' | '当' | '全' | '每')
    {
        first += 1;
    }
    // 员 / 年 / 工资, but 去年 / 工资
    let yearly =
        doc.before(first) == '年' && phrase.len() == 1 && matches!(last.role, Role::Amount | Role::Noun);
    if yearly && first > start + 1 && is(doc, last.span, PAY) && {
        let c = doc.before(first - 1);
        is_han(c) && !numeral::is_numeric(c) && !"去今明本当全每同往多近几前后周半年".contains(c)
    } {
        first -= 1;
    }
    let priced = is_priced(doc, q, governed, phrase, Span::new(first, end));
    let counts = counts(doc, q, true);
    // The window may have cut a word in two.
    let whole = first > start || start == 0 || start == floor || is_separator(doc.char(start - 1));
    let each = doc.before(first) == '每' || doc.before(first.saturating_sub(1)) == '每';
    // 4个村民小组268户: the noun is the last count's.
    let shared =
        first == number && floor > 0 && !matches!(doc.before(floor), '上' | '下' | '年' | '月' | '日' | '份');
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
    // 累计报告3例
    let reported = matches!(phrase, [only] if only.deed)
        && q.unit.is_some_and(|u| u.len() == 1 && doc.char(u.start) == '例');
    // 河东社区400户: where they are.
    let unit = doc.char(q.unit.map_or(q.end, |u| u.start));
    // 社区共有7个: as many of something else.
    let place = last.place && (!matches!(unit, '个' | '家') || summed);
    // 金溪、崇仁两县: their names.
    let place = place
        || matches!(unit, '省' | '市' | '县' | '乡' | '镇' | '村' | '国')
            && q.unit.is_some_and(|u| u.len() == 1);
    // 加上沟道共900条: of all together.
    let total = summed && (doc.starts_with(start, "加上") || doc.starts_with(start, "连同"));
    // 甘肃积石山县
    let area = last.place && phrase.iter().rev().skip(1).any(|w| w.place);
    // 河西15公里的山路: the measure is of what stands behind.
    let extent = "积长宽高度量重深径距程拔容龄率额".contains(doc.before(end));
    let of = q.kind == CountKind::Measure && doc.char(q.end) == '的' && !extent;
    // 这款运输机起飞重量12吨
    let pointed = matches!(doc.char(first), '这' | '该' | '此' | '那');
    let span = Span::new(first, end);
    let apart = is_apart(doc, q, last, Span::new(start, end));
    // 低于警戒水位1.5米
    let aside = |w: &&Word| w.span.end > first || matches!(w.role, Role::Group | Role::Modifier);
    let before = words.iter().rev().find(|w| !aside(w));
    let compared = q.kind == CountKind::Measure && before.is_some_and(|w| is(doc, w.span, COMPARED));
    let refused = [
        total, area, compared, of, pointed, place, each, shared, priced, degrees, apart, spent, short,
        reported,
    ];
    let fitting = q.kind == CountKind::Age || fits(doc, counts, span, last.role);
    (whole && !refused.contains(&true) && fitting).then_some(span)
}

/// The name in marks that ends at `end`.
fn marked(doc: &Document<'_>, q: &Quantity, floor: Floor, end: usize) -> Option<Span> {
    // 认领“微心愿”56个, “一刻钟”生活圈.
    let low = end.saturating_sub(AHEAD).max(floor.count);
    let open = (low..end - 1).rev().find(|&i| doc.char(i) == '“')?;
    let name = Span::new(open + 1, end - 1);
    // “送岗”1800个: what is done.
    let deed = || name.len() == 2 && words(doc, name)[0].role == Role::Stop;
    (!name.is_empty() && q.kind == CountKind::Count && !deed()).then_some(name)
}

/// Whether the last word is what was done so many times, though it is a verb as well: 举办技能|竞赛|36场.
fn is_verbal(doc: &Document<'_>, q: &Quantity, words: &[Word]) -> bool {
    let Some(last) = words.last() else { return false };
    let doers = matches!(doc.char(q.unit.map_or(q.end, |u| u.start)), '家' | '户' | '名' | '人' | '位');
    let verbal = last.role == Role::VerbNoun
        && !doers
        && words
            .iter()
            .rev()
            .skip(1)
            .find(|w| !matches!(w.role, Role::Modifier | Role::Person))
            .is_some_and(|w| w.role.is_verb());
    // 举办 / 技能 / 竞赛 / 36场
    let held = last.role == Role::VerbNoun
        && !last.deed
        && !is(doc, last.span, LEAD)
        && q.unit.is_some_and(|u| matches!(doc.char(u.start), '场' | '次' | '起'))
        && words.iter().rev().nth(1).is_some_and(|w| matches!(w.role, Role::Noun | Role::Matter) && !w.acts);
    // 交付 / 运营 / 近百架
    let solid = q.kind == CountKind::Count && is_solid(doc.char(q.unit.map_or(q.end, |u| u.start)));
    (verbal || held) && !solid
}

/// A phrase without whose it is, where it is from and what is done with it; `None` of a mean alone.
fn without_aside<'w>(doc: &Document<'_>, phrase: &'w [Word]) -> Option<&'w [Word]> {
    // 居民 / 人均可支配收入, 排查 / 各类问题
    let per = phrase.iter().rposition(|w| is(doc, w.span, MEAN | VARIOUS));
    let phrase = &phrase[per.unwrap_or(0)..];
    // 月均超130万件
    if let [only] = phrase
        && is(doc, only.span, MEAN)
    {
        return None;
    }
    // “金星”地区毒品: where it is from.
    let region = |w: &Word| is(doc, w.span, REGION);
    let phrase = match phrase {
        [place, rest @ ..]
            if !rest.is_empty() && matches!(doc.before(place.span.start), '”' | '等') && region(place) =>
        {
            rest
        }
        phrase => phrase,
    };
    // 卖给 / 国家 / 肥猪: who gets it.
    let gets = |w: &Word| w.role == Role::Person || w.acts || is(doc, w.span, WIDE);
    let phrase = match phrase {
        [who, rest @ ..] if !rest.is_empty() && doc.before(who.span.start) == '给' && gets(who) => rest,
        phrase => phrase,
    };
    // 支出 / 就业 / 补助资金: what is done with it.
    Some(match phrase {
        [first, rest @ ..] if !rest.is_empty() && is(doc, first.span, SPEND) => rest,
        phrase => phrase,
    })
}

/// Whether what stands before a number is none of what it counts: how far something is from it, or who pays a share. `clause`
/// ends with it.
fn is_apart(doc: &Document<'_>, q: &Quantity, last: Word, clause: Span) -> bool {
    let end = clause.end;
    let unit = doc.char(q.unit.map_or(q.end, |u| u.start));
    // 距离村委会300米
    let distant = q.kind == CountKind::Measure
        && (clause.start..end)
            .any(|i| doc.char(i) == '距' || doc.starts_with(i, "离") && doc.before(i) != '距');
    // 火山口3公里内: how far it is.
    let within = q.kind == CountKind::Measure
        && matches!(doc.char(q.end), '内' | '外' | '处' | '远')
        && matches!(doc.before(end), '口' | '村' | '站' | '点' | '城' | '区');
    // 材料费两家各出一半
    distant
        || within
        || unit == '家' && (last.role == Role::Single || matches!(doc.before(end), '费' | '款' | '金'))
}

/// A phrase that tells how much of something a body or a place has, without these: 企业 / 亏损额, 书屋 / 藏书.
fn amount_of<'w>(doc: &Document<'_>, phrase: &'w [Word]) -> &'w [Word] {
    let [whose @ .., last] = phrase else { return phrase };
    let stock = is(doc, last.span, STOCK);
    let amount = last.role == Role::Amount
        || last.span.len() > 1 && matches!(doc.before(last.span.end), '额' | '量' | '率' | '本');
    let owner = |w: &Word| (w.acts && w.role != Role::Person || w.place) && doc.surface(w.span) != "社会";
    let own = is(doc, last.span, OWN);
    match whose.iter().rposition(owner) {
        _ if stock => &phrase[whose.len()..],
        // 队员 / 平均 / 年龄
        _ if own => &phrase[whose.iter().rposition(|w| w.role != Role::Modifier).map_or(0, |at| at + 1)..],
        Some(at) if phrase.get(at + 1).is_some_and(|w| doc.surface(w.span) == "集体") => phrase,
        Some(at) if amount => &phrase[at + 1..],
        _ => phrase,
    }
}

/// The phrase, or all the words of a list's member that the dictionary holds only in part: 、压 / 块 / 机.
fn listed_whole<'w>(doc: &Document<'_>, words: &'w [Word], phrase: &'w [Word]) -> &'w [Word] {
    let unknown = &words[..words.len() - phrase.len()];
    let noun = match unknown {
        [] => false,
        [first] => matches!(first.role, Role::Single | Role::Modifier),
        [_, _] => phrase.len() == 1 && phrase[0].span.len() == 1,
        _ => false,
    };
    let member = noun && unknown.iter().all(|w| w.single) && doc.before(words[0].span.start) == '、';
    if member { words } else { phrase }
}

/// `floor`, or where the word begins that goes on over it: 百岁老人, 二手车, 5G基站.
fn word_start(doc: &Document<'_>, floor: usize) -> usize {
    if doc.before(floor).is_ascii_digit() && doc.char(floor).is_ascii_uppercase() {
        let digits = doc.chars()[..floor].iter().rev().take_while(|c| c.is_ascii_digit()).count();
        return floor - digits;
    }
    // 一级文物, 千兆城市
    let grade = match doc.char(floor) {
        '级' => matches!(doc.before(floor), '一' | '二' | '三' | '四' | '五'),
        '兆' => matches!(doc.before(floor), '百' | '千' | '万'),
        _ => false,
    };
    if floor > 0 && grade {
        return floor - 1;
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
    let leads = |w: &Word| is(doc, w.span, LEAD);
    // 服务居民300人, but 服务项目12项.
    let body = |w: &Word| is(doc, w.span, BODY);
    // 日均 / 服务 / 用户
    let led = words.iter().take_while(|w| is(doc, w.span, MEAN)).count();
    if let [first, rest @ ..] = &words[led..]
        && (rest.first().is_some_and(|w| w.role == Role::Person) || rest.last().is_some_and(body))
        && doc.surface(first.span) == "服务"
    {
        return rest;
    }
    // 转移 / 危险 / 区域 / 人员
    let moved = |w: &Word| is(doc, w.span, MOVED);
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
        let words = words(doc, Span::new(start, end)).backwards();
        let member = trailing(&words, false).first().map(|w| w.span.start);
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
