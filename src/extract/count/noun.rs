//! What is counted: the noun phrase behind the unit (`324户居民`) or before the number (`党员9人`).
//!
//! jieba's word classes tell where the phrase ends; words that its dictionary files under the wrong class are listed
//! here. Only a short window is cut, and a noun that is not plain stays unsaid.

use super::grammar::Quantity;
use crate::chars::{is_han, is_separator};
use crate::record::CountKind;
use crate::{Document, Span, lexicon};
use std::sync::LazyLock;

/// Characters of text that a noun is looked for in.
const WINDOW: usize = 20;

const TABLE: &str = include_str!("../../../data/noun_words.tsv");

/// Words whose role the dictionary does not tell, sorted.
static WORDS: LazyLock<Vec<(Vec<char>, Role)>> = LazyLock::new(|| {
    let mut words: Vec<_> = lexicon::rows(TABLE).filter_map(|row| word(&row)).collect();
    words.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    words
});

fn word(row: &[&str]) -> Option<(Vec<char>, Role)> {
    let &[word, role] = row else { return None };
    let role = match role {
        "end" => Role::Stop,
        "noun" => Role::Noun,
        "person" => Role::Person,
        "head" => Role::Head,
        "modifier" => Role::Modifier,
        "verb" => Role::Verb,
        _ => return None,
    };
    Some((word.chars().collect(), role))
}

/// Last syllables of nouns that the segmenter leaves alone.
const SUFFIXES: &[char] = &[
    '员', '者', '户', '车', '房', '楼', '树', '路', '店', '馆', '机', '卡', '书', '班', '队', '会', '站',
    '费', '款', '品', '器', '表', '证', '票', '衣', '鞋', '菜', '鱼', '肉', '油', '米', '酒', '茶', '药',
    '包', '桶', '箱', '桌', '椅', '床', '灯', '门', '窗', '墙', '桥', '井', '池', '渠', '田', '林', '村',
    '街', '巷', '桩', '棚', '牛', '羊', '猪', '鸡', '鸭', '花', '草', '苗', '果', '桃', '瓜', '粮', '煤',
    '砖', '犬', '猫', '案', '奖', '课', '室', '亭', '伞', '区', '园', '团', '点', '群', '组', '厂', '院',
    '所', '校', '屋', '厅', '栏', '球', '赛',
];

/// What a word does in a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// May end the phrase.
    Noun,
    /// Not in the dictionary: a noun at the start of a phrase, else not trusted.
    Unknown,
    /// May stand in the phrase before its noun.
    Modifier,
    /// A verb: before a noun at the start of a phrase it may modify (`康复患者`).
    Verb,
    /// People: the phrase ends behind them unless a head follows (党员干部, but 党员 / 试种木耳).
    Person,
    /// A noun that people stand before: 代表, 家庭.
    Head,
    /// A last syllable: `桩` in `充电桩`, and a noun by itself.
    Suffix,
    /// A fixed phrase: 困难群众 where the phrase begins, else what is said of the noun (日夜不停).
    Phrase,
    /// A noun of one character: trusted only where the phrase begins.
    Single,
    /// 的.
    Of,
    /// Ends the phrase.
    Stop,
}

/// A word and what it does.
#[derive(Clone, Copy, Debug)]
struct Word {
    span: Span,
    role: Role,
}

/// The noun of a quantity as printed, where it is plain. `floor` is the end of the mention before.
pub(super) fn find(doc: &Document<'_>, q: &Quantity, floor: usize) -> Option<String> {
    let unit = q.unit.unwrap_or(Span::new(q.end, q.end));
    let at = q.end.max(unit.end);
    let visits = doc.starts_with(unit.start, "人次") || doc.starts_with(unit.start, "次数");
    // 七部门, 6方面: the unit is the noun.
    let named =
        ["部门", "方面", "用户", "残疾人", "老年人", "单位"].iter().any(|w| doc.starts_with(unit.start, w));
    if visits || named {
        return None;
    }
    let (behind, open) = after(doc, q, at);
    let span = quoted(doc, at).or(behind).or_else(|| if open { before(doc, q, floor) } else { None })?;
    Some(doc.surface(span).to_owned())
}

/// 50个“漂流书包”.
fn quoted(doc: &Document<'_>, at: usize) -> Option<Span> {
    if doc.char(at) != '“' {
        return None;
    }
    let end = (at + 1..(at + WINDOW).min(doc.len())).find(|&i| doc.char(i) == '”')?;
    (end > at + 1).then_some(Span::new(at + 1, end))
}

/// The role that the table gives a word.
fn listed(doc: &Document<'_>, word: Span) -> Option<Role> {
    let word = &doc.chars()[word.start..word.end];
    let found = WORDS.binary_search_by(|w| w.0.as_slice().cmp(word)).ok()?;
    Some(WORDS[found].1)
}

fn role(doc: &Document<'_>, word: Span, tag: &str) -> Role {
    let first = doc.char(word.start);
    if !is_han(first) {
        return Role::Stop;
    }
    if word.len() == 1 {
        match first {
            '的' => return Role::Of,
            '等' | '和' | '与' | '及' | '或' | '为' | '共' | '时' | '均' | '各' | '多' | '余' | '内'
            | '中' | '后' | '前' | '上' | '下' | '左' | '起' | '到' | '至' | '每' => {
                return Role::Stop;
            }
            '村' | '车' | '户' | '人' | '县' | '镇' | '乡' => return Role::Noun,
            _ => {}
        }
    }
    if SUFFIXES.contains(&first) && word.len() == 1 {
        return Role::Suffix;
    }
    if first == '每' || doc.starts_with(word.start, "平均") {
        return Role::Stop;
    }
    if let Some(role) = listed(doc, word) {
        return role;
    }
    if word.len() == 2
        && matches!(doc.char(word.end - 1), '下' | '中' | '内' | '里' | '前' | '后' | '上' | '时')
    {
        return Role::Stop;
    }
    match tag.as_bytes() {
        [b'n', ..] | b"x" | b"j" if word.len() > 1 && !doc.is_word(word) => Role::Unknown,
        b"vn" | b"an" | b"a" | b"ad" | b"z" | b"k" | b"h" | [b'b', ..] => Role::Modifier,
        b"ns" => Role::Modifier,
        [b'n' | b'j', ..] | b"zg" | b"g" if word.len() == 1 => Role::Single,
        b"l" => Role::Phrase,
        [b'n' | b'j', ..] | b"zg" | b"g" => Role::Noun,
        b"v" | b"vi" | b"vq" => Role::Verb,
        _ => Role::Stop,
    }
}

fn words(doc: &Document<'_>, span: Span) -> Vec<Word> {
    doc.tagged(span).into_iter().map(|(span, tag)| Word { span, role: role(doc, span, tag) }).collect()
}

/// The phrase that begins at `at`, and whether there is none, so that the noun may stand before.
fn after(doc: &Document<'_>, q: &Quantity, at: usize) -> (Option<Span>, bool) {
    // A weather table: 8℃ 南京 小雨.
    let degrees = matches!(doc.before(at), '℃' | '度' | '°');
    if !is_han(doc.char(at)) || q.kind == CountKind::Percent || degrees {
        return (None, true);
    }
    let limit = (at + WINDOW).min(doc.len());
    let end = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
    let words = words(doc, Span::new(at, end));
    let Some(first) = words.first().map(|w| w.role) else { return (None, true) };
    // Behind 人, sums and measures only a noun itself; a verb there is what they do.
    let unit = q.unit.map_or('\0', |u| doc.char(u.start));
    let loose = q.kind == CountKind::Count && !matches!(unit, '人' | '次' | '场' | '步' | '遍' | '趟' | '回');
    let nominal = matches!(
        first,
        Role::Noun | Role::Person | Role::Head | Role::Modifier | Role::Suffix | Role::Phrase | Role::Single
    );
    if !loose && !nominal {
        return (None, true);
    }
    let Some((span, count)) = phrase(&words, loose) else {
        // 来自各街道的职工: on behind 的, in the same clause.
        let of = words.iter().position(|w| w.role == Role::Of).filter(|_| loose);
        let deeper = of.and_then(|of| phrase(&words[of + 1..], true)).map(|p| p.0);
        return (deeper, deeper.is_none() && !(nominal && loose));
    };
    // 不同类型的书 goes on to its noun; 8个社区的街坊 counts the 社区.
    let of = words.get(count).is_some_and(|w| w.role == Role::Of);
    if of && loose && !matches!(first, Role::Noun | Role::Person) {
        return (phrase(&words[count + 1..], true).map_or(Some(span), |p| Some(p.0)), false);
    }
    (Some(span), false)
}

/// The noun phrase at the start of `words` and the number of words in it.
fn phrase(words: &[Word], loose: bool) -> Option<(Span, usize)> {
    let noun_at = |i: usize| {
        words.get(i).is_some_and(|w| matches!(w.role, Role::Noun | Role::Person | Role::Head | Role::Suffix))
    };
    let mut nouns = 0;
    for (i, word) in words.iter().enumerate() {
        match word.role {
            Role::Noun | Role::Head => nouns = i + 1,
            Role::Person => {
                nouns = i + 1;
                let next = words.get(i + 1).map(|w| w.role);
                if !matches!(next, Some(Role::Person | Role::Head | Role::Suffix)) {
                    break;
                }
            }
            Role::Unknown if nouns == 0 && word.span.len() <= 4 && loose => {
                nouns = i + 1;
            }
            Role::Suffix => nouns = i + 1,
            Role::Single | Role::Phrase if i == 0 => nouns = i + 1,
            Role::Modifier if nouns == 0 || noun_at(i + 1) => {}
            // 矛盾调解室.
            Role::Verb if nouns > 0 && words.get(i + 1).is_some_and(|w| w.role == Role::Suffix) => {}
            // 康复患者, 分拣员: a verb with its noun right behind it.
            Role::Verb if i == 0 && loose && noun_at(1) => {}
            _ => break,
        }
    }
    (nouns > 0).then(|| (Span::new(words[0].span.start, words[nouns - 1].span.end), nouns))
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
        let low = end.saturating_sub(WINDOW).max(floor);
        let open = (low..end - 1).rev().find(|&i| doc.char(i) == '“')?;
        return (open + 1 < end - 1 && q.kind == CountKind::Count).then(|| Span::new(open + 1, end - 1));
    }
    if end <= floor || !is_han(doc.before(end)) {
        return None;
    }
    let low = end.saturating_sub(WINDOW / 2).max(floor);
    let start = (low..end).rev().find(|&i| is_separator(doc.char(i))).map_or(low, |i| i + 1);
    let words = words(doc, Span::new(start, end));
    let last = words.last()?;
    let fits = match q.kind {
        CountKind::Percent => matches!(doc.before(end), '率' | '度' | '比' | '例' | '重'),
        CountKind::Age => doc.before(end) == '龄',
        _ => true,
    };
    if last.role == Role::Unknown && last.span.len() == 2 && verb(doc.char(last.span.start)) {
        // 卖牛26头.
        return Some(Span::new(last.span.end - 1, last.span.end)).filter(|_| fits);
    }
    let repeats =
        q.unit.is_some_and(|u| u.len() == 1 && matches!(doc.char(u.start), '次' | '回' | '遍' | '趟' | '步'));
    if !matches!(last.role, Role::Noun | Role::Person | Role::Head | Role::Suffix | Role::Phrase)
        || !fits
        || repeats
    {
        return None;
    }
    let attributive = |w: &Word| {
        listed(doc, w.span) == Some(Role::Modifier) || w.role == Role::Modifier && w.span.len() > 1
    };
    let tail = words
        .iter()
        .rev()
        .take_while(|w| {
            matches!(w.role, Role::Noun | Role::Person | Role::Head | Role::Suffix | Role::Phrase)
                || attributive(w)
        })
        .count();
    let mut phrase = &words[words.len() - tail..];
    // 宣传资料500份, 服务群众: a verbal noun at the head is the sentence's verb, unless it is known to modify.
    while phrase
        .first()
        .is_some_and(|w| w.role == Role::Modifier && listed(doc, w.span) != Some(Role::Modifier))
    {
        phrase = &phrase[1..];
    }
    let first = phrase.first()?.span.start;
    let each = doc.before(first) == '每' || doc.before(first.saturating_sub(1)) == '每';
    // 4个村民小组268户: the noun is the last count's.
    let shared = first == floor && floor > 0;
    // 奖3000元, 花500元: a verb as likely.
    let short = end - first == 1
        && !matches!(doc.char(first), '牛' | '羊' | '猪' | '鸡' | '鸭' | '鱼' | '树' | '车' | '桃' | '书');
    (!each && !shared && !short).then(|| Span::new(first, end))
}

/// Verbs that run together with their object in headlines and reports.
const fn verb(c: char) -> bool {
    matches!(
        c,
        '卖' | '买'
            | '增'
            | '养'
            | '种'
            | '收'
            | '送'
            | '捐'
            | '建'
            | '修'
            | '栽'
            | '植'
            | '产'
            | '售'
            | '购'
            | '铺'
            | '拆'
            | '搭'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(WORDS.len(), lexicon::rows(TABLE).count());
    }
}
