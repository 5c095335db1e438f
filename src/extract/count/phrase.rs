//! Noun phrases: where one ends that begins with these words, and where one begins that ends with them.

use super::role::{ASPECT, DONE, FRESH, FUNCTION, GOES, JOINS, PERFECT, Role, TAKES};
use super::word::Word;
use crate::Span;

/// The noun phrase at the start of `words` and the number of words in it. `verbs`: whether it may begin with one.
pub(super) fn leading(words: &[Word], verbs: bool) -> Option<(Span, usize)> {
    let role = |i: usize| words.get(i).map_or(Role::Stop, |w: &Word| w.role);
    let mut nouns = 0;
    for (i, word) in words.iter().enumerate() {
        match word.role {
            Role::Noun
            | Role::Head
            | Role::Suffix
            | Role::Group
            | Role::Trait
            | Role::Amount
            | Role::Matter => nouns = i + 1,
            // 新鲜蔬果 / 运往各地: a rare word with an object behind it.
            Role::Rare if nouns == 0 || role(i - 1) == Role::Modifier || !role(i + 1).ends() => nouns = i + 1,
            Role::Person => {
                nouns = i + 1;
                let goes_on = match role(i + 1) {
                    // 学生 / 小饭桌, 党员 / 干部.
                    next if next.ends() && !matches!(next, Role::Single | Role::Rare) => true,
                    // 志愿者服务队, 居民议事会; but 志愿者 / 服务老人.
                    Role::VerbNoun => {
                        matches!(role(i + 2), Role::Head | Role::Suffix | Role::Matter)
                            || words.get(i + 2).is_some_and(|w| w.doer && w.role == Role::Noun)
                    }
                    // 人才 / 培养 / 基地
                    Role::Predicate | Role::Verb => word.doer && role(i + 2) == Role::Matter,
                    // 居民 / 自治 / 委员会
                    Role::Modifier => matches!(role(i + 2), Role::Head),
                    _ => false,
                };
                if !goes_on {
                    break;
                }
            }
            // 六块五 / 数 / 了三分钟: a verb.
            Role::Single if words.get(i + 1).is_some_and(|w| w.is(ASPECT)) => break,
            // 热馕; 院坝会, a word in single characters.
            Role::Single if i == 0 || nouns < i || word_of_singles(words, i) => nouns = i + 1,
            // 塑料 / 凳, 小叶 / 榕: the end of a word that the dictionary does not hold.
            Role::Single if nouns == i && words.get(i + 1).is_none_or(|w| w.is(FUNCTION)) => nouns = i + 1,
            // 四个项目 / 8K / 信号
            Role::Modifier if word.latin && nouns == i && i > 0 && words[i - 1].role == Role::Matter => break,
            // 主产省 / 各类 / 企业
            Role::Modifier if word.lists && nouns > 0 => break,
            // 社区 / 集中 / 整治 / 电动车
            Role::Modifier
                if nouns == i
                    && i > 0
                    && words[i - 1].acts
                    && words.get(i + 1).is_some_and(|w| w.deed)
                    && acts_on(words, i + 1) =>
            {
                break;
            }
            // 社区 / 联合 / 图书馆
            Role::Modifier if word.opens && nouns == i && i > 0 && words[i - 1].acts => break,
            Role::Modifier if nouns == 0 || reaches(words, i) => {}
            // 导弹 / 发射 / 装置, but 供应商 / 入驻 / 平台.
            Role::Verb
                if nouns == i
                    && i > 0
                    && word.opens
                    && (role(i + 1) != Role::Suffix && role(i + 1) != Role::Matter
                        || words[i - 1].people
                        || words[i - 1].acts)
                    && !(words[i - 1].role == Role::Person
                        && words[i - 1].doer
                        && role(i + 1) == Role::Matter) =>
            {
                break;
            }
            // 收割机 / 开进 / 地头, but 外出 / 务工人员, 文艺 / 演出 / 活动.
            Role::Verb
                if nouns == i
                    && i > 0
                    && word.is(GOES)
                    && !words.get(i + 1).is_some_and(|w| w.doer || w.role == Role::Matter) =>
            {
                break;
            }
            Role::Verb if i > 0 && role(i + 1) == Role::Suffix => {}
            // 示范点 / 接待 / 游客
            Role::VerbNoun if i > 0 && words[i - 1].acts && serves(words, i) => break,
            // 村 / 种植 / 洋芋
            Role::VerbNoun if nouns == i && i > 0 && words[i - 1].acts && word.deed && acts_on(words, i) => {
                break;
            }
            // 村 / 学习 / 索 / 洛 / 湾
            Role::VerbNoun if nouns == i && i > 0 && words[i - 1].acts && role(i + 1) == Role::Single => {
                break;
            }
            // 航空公司 / 使用 / C909 / 飞机
            Role::VerbNoun if nouns == i && i > 0 && words.get(i + 1).is_some_and(|w| w.latin) => break,
            Role::VerbNoun if i > 0 && reaches(words, i) => {}
            Role::VerbNoun | Role::Verb if i == 0 && verbs && reaches(words, i) => {}
            // 城市 / 更新 / 项目
            Role::Verb
                if i > 0
                    && (role(i + 1) == Role::Matter
                        || role(i + 1) == Role::Modifier && role(i + 2) == Role::Matter) => {}
            Role::Predicate | Role::Verb
                if i > 0
                    && words[i - 1].role == Role::Person
                    && words[i - 1].doer
                    && role(i + 1) == Role::Matter => {}
            // 主要 / 应对 / 措施, 智能冰箱 / 拆解 / 生产线 / 正在运行.
            Role::Verb if i > 0 && nouns == 0 && verbs && reaches(words, i) => {}
            Role::Verb if i > 0 && nouns == i && !words[i - 1].acts && attributive(words, i) => {}
            // 生态 / 保护 / 与 / 修复 / 区域
            _ if (joins(words, i) || i > 0 && joins(words, i - 1)) && reaches(words, i) => {}
            _ => break,
        }
    }
    (nouns > 0).then(|| (Span::new(words[0].span.start, words[nouns - 1].span.end), nouns))
}

/// The longest beginning of a phrase of `count` words that ends with people: 队员 of 队员平均年龄.
pub(super) fn people_first(words: &[Word], count: usize) -> Option<(Span, usize)> {
    let last = (0..count).rev().find(|&i| match words[i].role {
        Role::Person => true,
        role => role.ends() && words[i].people,
    })?;
    Some((Span::new(words[0].span.start, words[last].span.end), last + 1))
}

/// Whether what stands before `i` are single characters from the start.
fn word_of_singles(words: &[Word], i: usize) -> bool {
    words[..i].iter().all(|w| w.span.len() == 1)
}

/// Whether the verb at `i` belongs to the noun behind it: another verb, or what stands before one, follows that.
fn attributive(words: &[Word], i: usize) -> bool {
    let rest = &words[i + 1..];
    let nouns = rest.iter().take_while(|w| w.role.ends()).count();
    let next = rest.get(nouns).map(|w| w.role);
    // 板凳 / 招呼 / 街坊
    let people = rest.first().is_some_and(|w| w.role == Role::Person && !w.doer);
    nouns > 0 && !people && matches!(next, Some(Role::Stop | Role::Predicate | Role::Verb))
}

/// Whether a noun follows the modifier at `i`, other modifiers, verbs that make a word (集聚区) and what joins them between.
fn reaches(words: &[Word], i: usize) -> bool {
    let between = |at: &usize| match words[*at].role {
        Role::Modifier | Role::VerbNoun => true,
        Role::Verb => {
            words.get(at + 1).is_some_and(|next| matches!(next.role, Role::Suffix | Role::Matter))
                || joins(words, at - 1)
                || words.get(at + 1).is_some_and(|next| next.is(JOINS)) && joins(words, at + 1)
        }
        _ => joins(words, *at),
    };
    let noun = (i + 1..words.len()).find(|at| !between(at));
    noun.is_some_and(|at| words[at].role.ends())
}

/// Whether the word at `i` joins two verbs that tell what stands behind them: 保护 / 与 / 修复 / 区域.
fn joins(words: &[Word], i: usize) -> bool {
    let verb = |w: &Word| w.role.is_verb() && w.role != Role::Predicate && w.span.len() > 1;
    words[i].is(JOINS) && i > 0 && verb(&words[i - 1]) && words.get(i + 1).is_some_and(verb)
}

/// The noun phrase at the end of `words`.
///
/// A verb before its noun is the sentence's (清运 / 垃圾杂物), unless it makes a word with it (分拣员) or another verb
/// governs both (受理 / 供热投诉).
/// `object`: whether a verb before `words` governs them.
pub(super) fn trailing(words: &[Word], object: bool) -> &[Word] {
    let mut first = words.len();
    for (i, word) in words.iter().enumerate().rev() {
        let before = words[..i].iter().rev().find(|w| w.role != Role::Modifier);
        let governed = || {
            before.map_or(object && !word.deed && first < words.len(), |w| {
                matches!(w.role, Role::Predicate | Role::Verb | Role::VerbNoun)
            })
        };
        // 水利 / 救灾资金, but 合作社 / 销售大蒜.
        let named = || {
            words[..i]
                .last()
                .is_some_and(|w| matches!(w.role, Role::Noun | Role::Matter | Role::Rare) && !w.acts)
        };
        // 试点 / 示范 / 项目
        let told = || words[..i].last().is_some_and(|w| w.role == Role::Modifier);
        // 旅游 / 综合 / 收入, 种植 / 面积.
        let measured = || {
            let mut between =
                words[i + 1..].iter().skip_while(|w| matches!(w.role, Role::Modifier | Role::VerbNoun));
            between.next().is_some_and(|w| w.role == Role::Amount)
        };
        let takes = match word.role {
            Role::Modifier => first < words.len(),
            // 转移 / 安置 / 群众, 接待 / 游客: what is done to them.
            // 更换 / 控制 / 主板, 铺好了 / 排水 / 管网: told of what another verb is done to.
            Role::VerbNoun
                if first == i + 1
                    && words[..i].last().map_or(object && !word.deed, is_object_of)
                    // 这次的 / 登记 / 选民
                    && (!acting(words, first) || words[..i].last().is_some_and(|w| w.role == Role::Of)) =>
            {
                true
            }
            Role::VerbNoun if done_to(words, i, first) => false,
            Role::VerbNoun => {
                words.get(i + 1).is_some_and(|w| {
                    // 分拣员, but 种植 / 线 / 辣椒.
                    w.role == Role::Suffix && !(word.deed && first > 0 && i + 2 < words.len())
                        || w.role == Role::Person && w.doer && !word.deed
                }) || governed()
                    || first == words.len() && i > 0 && words[i - 1].role == Role::Person
                    || named()
                    || measured()
                    || told()
            }
            // 放射源 / 丢失 / 事故
            Role::Verb => {
                let matter = || {
                    words.get(i + 1).is_some_and(|w| w.role == Role::Matter)
                        && i > 0
                        && words[i - 1].role == Role::Noun
                };
                first == i + 1 && (governed() || measured() || matter())
            }
            // 服务 / 居民, 培训 / 学员
            _ if word.deed && serves(words, i) => false,
            // 累计 / 报告 / 病例
            Role::Noun if word.deed && first < words.len() && acts_on(words, i) => false,
            role => role.ends(),
        };
        if !takes {
            break;
        }
        first = i;
    }
    let mut phrase = &words[first..];
    // 辖区 / 常住人口: where they are is not what they are.
    while let [Word { role: Role::Group, .. }, rest @ ..] = phrase {
        phrase = rest;
    }
    // 河东村 / 洋芋, 山西 / 小米; but 社区志愿者.
    if let Some(at) = phrase.iter().rposition(|w| w.place)
        && at + 1 < phrase.len()
        && (0 < at || phrase[0].role == Role::Modifier)
    {
        phrase = &phrase[at + 1..];
    }
    // 等 / 地 / 降温幅度
    if let [first, rest @ ..] = phrase
        && first.span.len() == 1
        && first.role != Role::Modifier
        && !rest.is_empty()
        && words[..words.len() - phrase.len()].last().is_some_and(|w| w.lists)
    {
        phrase = rest;
    }
    // 整 / 好 / 秧田: what came of the verb.
    if let [first, rest @ ..] = phrase
        && first.is(DONE)
        && !rest.is_empty()
        && words[..words.len() - phrase.len()].last().is_some_and(|w| w.single)
    {
        phrase = rest;
    }
    if let Some(object) = unknown_object(words, words.len() - phrase.len()) {
        return object;
    }
    // 涉 / 赛 / 人员: a word that the dictionary does not hold.
    let before = &words[..words.len() - phrase.len()];
    if let ([first, second, ..], [.., last]) = (phrase, before)
        && first.span.len() == 1
        && matches!(first.role, Role::Single | Role::Suffix)
        && second.span.len() > 1
        && last.single
        && !(last.is(TAKES) && first.is(FRESH))
        && last.role == Role::Stop
        && !before.iter().rev().nth(1).is_some_and(|w| w.single)
    {
        return &words[before.len() - 1..];
    }
    // 并 / 处 / 罚金, “长江2号”轮 / 总长: the end of another word; but 缴获 / 假 / 金条.
    while let [Word { role: Role::Single, .. }, rest @ ..] = phrase
        && rest.first().is_some_and(|w| w.span.len() > 1)
        && !words[..words.len() - phrase.len()].last().is_some_and(|w| w.role.is_verb())
    {
        phrase = rest;
    }
    phrase
}

/// Whether what stands behind a word is all of one phrase: 查处 …, 冰冻的 …, 铺好了 ….
fn is_object_of(word: &Word) -> bool {
    matches!(word.role, Role::Predicate | Role::Of)
        || word.is(PERFECT)
        || word.is(GOES) && word.role == Role::Verb
}

/// Whether a phrase that begins at `first` ends with people or bodies: 扶持 / 培育 / 企业 is two verbs.
fn acting(words: &[Word], first: usize) -> bool {
    words[first..].last().is_some_and(|w| matches!(w.role, Role::Person | Role::Head) || w.people || w.doer)
}

/// The phrase from `first` on with the characters before it that are no words by themselves, where a verb or 的 stands
/// before these: 购进 / 打 / 捆 / 机, 的 / 冻 / 牛肉.
fn unknown_object(words: &[Word], first: usize) -> Option<&[Word]> {
    /// Characters of the longest word that the dictionary does not hold, without its noun.
    const LONGEST: usize = 4;
    let single = |w: &&Word| w.single && !w.place && w.role != Role::Of;
    let unknown = words[..first].iter().rev().take_while(single).count();
    // 查处 / 违规 / 用 / 火 / 行为
    let told = |w: &&Word| matches!(w.role, Role::VerbNoun | Role::Modifier) && w.span.len() > 1;
    let start = first - unknown - words[..first - unknown].iter().rev().take_while(told).count();
    let governed = start > 0 && is_object_of(&words[start - 1]);
    (governed && (1..=LONGEST).contains(&unknown)).then(|| &words[start..])
}

/// Whether a noun that no verb tells apart follows the verb at `i`: 种植 / 洋芋, but 改造 / 工程.
fn acts_on(words: &[Word], i: usize) -> bool {
    words[i + 1..]
        .iter()
        .find(|w| !matches!(w.role, Role::Modifier | Role::VerbNoun))
        .is_some_and(|w| matches!(w.role, Role::Noun | Role::Rare | Role::Person) && !w.doer)
}

/// Whether people are the object of the verb at `i`.
fn serves(words: &[Word], i: usize) -> bool {
    // 培训 / 新型 / 职业 / 农民, but 服务 / 中心 / 职工.
    let kind = |w: &&Word| w.role == Role::Modifier || w.role == Role::Noun && !w.acts && !w.doer;
    // 培训 / 急救员, but 服务 / 人员.
    let told = |w: &Word| w.doer && w.span.len() == 2;
    words[i + 1..].iter().find(|w| !kind(w)).is_some_and(|w| w.role == Role::Person && !told(w))
}

/// Whether the verb at `i` does something to the noun of the phrase from `first` on: it has people as its object, or is
/// one that mostly has an object.
fn done_to(words: &[Word], i: usize, first: usize) -> bool {
    let phrase = &words[first..];
    let Some(noun) = phrase.iter().find(|w| !matches!(w.role, Role::Modifier | Role::VerbNoun)) else {
        return false;
    };
    let object = match noun.role {
        Role::Person => true,
        Role::Single if phrase.len() == 1 => false,
        Role::Suffix | Role::Matter | Role::Amount | Role::Head => false,
        _ => words[i].deed,
    };
    object
        && !words.last().is_some_and(|w| w.doer || matches!(w.role, Role::Matter | Role::Amount | Role::Head))
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;
    use crate::Document;
    use crate::segment::Segmenter;

    #[test]
    fn phrases_end_before_the_verb() {
        let segmenter = Segmenter::new();
        for (text, phrase) in [
            ("志愿者清理河道", "志愿者"),
            ("居民议事会成员", "居民议事会成员"),
            ("应急演练方案", "应急演练方案"),
            ("老宅院", "老宅院"),
            ("社区已经完成改造", "社区"),
        ] {
            let doc = Document::new(text, &[], &segmenter);
            let found = leading(&words(&doc, Span::new(0, doc.len())), true);
            assert_eq!(found.map(|p| doc.surface(p.0)), Some(phrase));
        }
    }
}
