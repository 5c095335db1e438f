//! What is counted: the noun phrase behind the unit (`324户居民`) or before the number (`党员9人`).
//!
//! jieba's word classes tell where the phrase ends. Only a short window is cut, and a noun that is not plain stays
//! unsaid.

use super::grammar::Quantity;
use crate::chars::{is_han, is_separator};
use crate::record::CountKind;
use crate::resolve::overlap::Taken;
use crate::{Document, Span};

/// Characters of text that a noun is looked for in.
const WINDOW: usize = 24;

/// Verbs that take the noun behind them as their object rather than modify it.
const TRANSITIVE: &[&str] = &[
    "来自", "参加", "参与", "获得", "获评", "进入", "前往", "成为", "接受", "通过", "完成", "开展", "组织",
    "享受", "领取", "拿到", "加入", "走进", "担任", "开始", "进行", "发表", "提供", "提出", "支持", "帮助",
    "服务", "围绕", "包括", "达到", "涉及", "具有", "拥有", "得到", "受到", "实现", "到达", "举行", "举办",
    "用于", "属于", "位于", "奔赴", "走访", "慰问",
];

/// Words, verbs by themselves, that belong to the noun behind them: 实有人口.
const ATTRIBUTIVE: &[&str] = &[
    "实有", "常住", "户籍", "流动", "在册", "注册", "登记", "参保", "在校", "在职", "在岗", "退休", "入党",
    "下岗", "失业", "待业", "留守", "独居",
];

/// What a word does in a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// May end the phrase.
    Noun,
    /// May stand in the phrase before its noun.
    Modifier,
    /// A verb: before a noun it may modify (`退休教师`).
    Verb,
    /// 的.
    Of,
    /// Ends the phrase.
    Stop,
}

/// The noun of a quantity as printed, where it is plain.
pub(super) fn find(doc: &Document<'_>, q: &Quantity, taken: &Taken) -> Option<String> {
    let unit_end = q.unit.map_or(q.end, |u| u.end.max(q.end));
    if matches!(q.kind, CountKind::Percent | CountKind::Age) {
        return None;
    }
    let span = quoted(doc, unit_end).or_else(|| after(doc, q, unit_end)).or_else(|| before(doc, q))?;
    (!taken.touches(span) || is_han(doc.char(span.start))).then(|| doc.surface(span).to_owned())
}

/// 50个“漂流书包”.
fn quoted(doc: &Document<'_>, at: usize) -> Option<Span> {
    if doc.char(at) != '“' {
        return None;
    }
    let end = (at + 1..(at + WINDOW).min(doc.len())).find(|&i| doc.char(i) == '”')?;
    (end > at + 1).then_some(Span::new(at + 1, end))
}

fn role(doc: &Document<'_>, word: Span, tag: &str) -> Role {
    let first = doc.char(word.start);
    if word.len() == 1 {
        match first {
            '的' => return Role::Of,
            '等' | '和' | '与' | '及' | '或' | '为' | '共' | '时' | '均' | '各' | '多' | '余' | '内'
            | '中' | '后' | '前' | '上' | '下' | '左' | '起' | '到' | '至' => {
                return Role::Stop;
            }
            _ => {}
        }
    }
    if word.len() == 2 && matches!(doc.char(word.end - 1), '下' | '中' | '内' | '里' | '前' | '后' | '上')
    {
        return Role::Stop;
    }
    match tag.as_bytes() {
        [b'n' | b'j' | b'l', ..] => Role::Noun,
        b"vn" | b"an" | b"x" | b"eng" | b"i" | b"s" => Role::Noun,
        [b'b', ..] | b"a" | b"ad" | b"f" | b"z" | b"k" | b"h" | b"g" => Role::Modifier,
        b"v" | b"vi" | b"vq"
            if TRANSITIVE.iter().any(|v| word.len() == 2 && doc.starts_with(word.start, v)) =>
        {
            Role::Stop
        }
        b"v" | b"vi" | b"vq" => Role::Verb,
        _ if !is_han(first) => Role::Stop,
        _ => Role::Stop,
    }
}

/// The phrase that begins at `at`.
fn after(doc: &Document<'_>, q: &Quantity, at: usize) -> Option<Span> {
    if !is_han(doc.char(at)) {
        return None;
    }
    let end = (at..(at + WINDOW).min(doc.len()))
        .find(|&i| is_separator(doc.char(i)))
        .unwrap_or((at + WINDOW).min(doc.len()));
    let words: Vec<(Span, Role)> =
        doc.tagged(Span::new(at, end)).into_iter().map(|(w, tag)| (w, role(doc, w, tag))).collect();
    let person = q.unit.is_some_and(|u| u.len() == 1 && matches!(doc.char(u.start), '人' | '名' | '位'));
    let classifier =
        q.kind == CountKind::Count && !matches!(q.unit.map(|u| doc.char(u.start)), Some('人' | '次' | '场'));
    let mut from = 0;
    loop {
        let phrase = phrase(&words[from..]);
        match phrase {
            Some((span, next)) => {
                // 不同类型的书; but 20名学生的作品 counts students.
                let goes_on = words.get(from + next).is_some_and(|w| w.1 == Role::Of);
                let verbal = words[from].1 == Role::Verb;
                if goes_on
                    && (verbal || !(person && from == 0))
                    && let Some(deeper) = self::phrase(&words[from + next + 1..])
                {
                    return Some(deeper.0);
                }
                return Some(span);
            }
            // 来自各街道的职工: on behind 的, in the same clause.
            None if from == 0 && classifier => from = words.iter().position(|w| w.1 == Role::Of)? + 1,
            None => return None,
        }
    }
}

/// The noun phrase at the start of `words` and the number of words in it.
fn phrase(words: &[(Span, Role)]) -> Option<(Span, usize)> {
    let mut last_noun = 0;
    for (i, (_, role)) in words.iter().enumerate() {
        match role {
            Role::Noun => last_noun = i + 1,
            Role::Modifier => {}
            // 退休教师: a verb at the start, its noun right behind it.
            Role::Verb if i == 0 && words.get(1).is_some_and(|w| w.1 == Role::Noun) => {}
            _ => break,
        }
    }
    (last_noun > 0).then(|| (Span::new(words[0].0.start, words[last_noun - 1].0.end), last_noun))
}

/// The phrase that ends where the quantity starts: 党员9人, 志愿者共36名.
fn before(doc: &Document<'_>, q: &Quantity) -> Option<Span> {
    if !matches!(q.kind, CountKind::Count | CountKind::Money) {
        return None;
    }
    let mut end = q.start;
    for word in ["共计", "总计", "合计", "共有", "共", "各"] {
        if doc.ends_with(end, word) {
            end -= word.chars().count();
            break;
        }
    }
    if end == 0 || !is_han(doc.before(end)) {
        return None;
    }
    let floor = end.saturating_sub(WINDOW / 2);
    let start = (floor..end).rev().find(|&i| is_separator(doc.char(i))).map_or(floor, |i| i + 1);
    let words: Vec<(Span, Role)> =
        doc.tagged(Span::new(start, end)).into_iter().map(|(w, tag)| (w, role(doc, w, tag))).collect();
    let attributive = |w: Span| ATTRIBUTIVE.iter().any(|v| doc.starts_with(w.start, v) && w.len() <= 2);
    let tail = (words.iter().rev())
        .take_while(|w| matches!(w.1, Role::Noun | Role::Modifier) || attributive(w.0))
        .count();
    let phrase = &words[words.len() - tail..];
    (phrase.last()?.1 == Role::Noun).then(|| Span::new(phrase[0].0.start, end))
}
