//! Where the name of an activity begins: behind the verb, what counts it, and what only praises it.

use super::lexicon::{Kind, Lexicon, Verb};
use crate::chars::{is_han, is_separator};
use crate::document::starts_with;
use crate::{Document, Span};

/// The longest way from an ending back to its verb, in characters.
const REACH: usize = 40;
/// The longest name, in characters.
const LONGEST: usize = 34;

/// An ending in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// A name, and the verb that holds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) span: Span,
    /// Where the verb begins; for a verb behind the name, where the name does.
    pub(super) verb: usize,
    pub(super) rule: &'static str,
}

/// The name that ends with `ending` behind a verb: 开展|了一场|宪法宣传活动.
pub(super) fn behind_verb(
    doc: &Document<'_>,
    lexicon: &Lexicon,
    ending: Ending,
    last: Option<&Named>,
) -> Option<Named> {
    let low = ending.start.saturating_sub(REACH);
    let mut at = ending.start;
    loop {
        if at <= low {
            return None;
        }
        // What stands in marks is passed as a whole.
        at = outside_marks(doc, at, low)?;
        if at == 0 {
            return None;
        }
        if let Some((length, verb)) = lexicon.verbs.at_end(&doc.chars()[low..at]) {
            if verb == Verb::None {
                at -= length;
                continue;
            }
            if !verb.takes(ending.kind) {
                return None;
            }
            let span = trimmed(doc, lexicon, at, ending)?;
            let marked = verb != Verb::Join || is_marked(doc, span);
            return marked.then_some(Named { span, verb: at - length, rule: rule_of(ending.kind, verb) });
        }
        // The second of a list: 举办健康讲座、中医义诊.
        if let Some(last) =
            last.filter(|l| l.span.end + 1 == at && matches!(doc.before(at), '、' | '和' | '及'))
        {
            let span = trimmed(doc, lexicon, at, ending)?;
            return Some(Named { span, verb: last.verb, rule: "activity.list" });
        }
        if is_separator(doc.before(at)) && !joins(doc, at) {
            return None;
        }
        at -= 1;
    }
}

/// The name before a verb: 宪法宣传活动|在八一广场举行.
pub(super) fn before_verb(
    doc: &Document<'_>,
    lexicon: &Lexicon,
    ending: Ending,
    edge: impl Fn(usize) -> bool,
) -> Option<Named> {
    if matches!(ending.kind, Kind::Act | Kind::Festival) || !is_held(doc, ending.end) {
        return None;
    }
    let low = ending.start.saturating_sub(LONGEST);
    let mut at = ending.start;
    while at > low {
        at = outside_marks(doc, at, low)?;
        if at == 0 || is_separator(doc.before(at)) && !joins(doc, at) || edge(at) {
            break;
        }
        at -= 1;
    }
    let span = trimmed(doc, lexicon, at, ending)?;
    Some(Named { span, verb: span.start, rule: "activity.subject" })
}

/// Whether the dash before `at` is part of a name: 中国—南亚博览会.
fn joins(doc: &Document<'_>, at: usize) -> bool {
    doc.before(at) == '—' && at >= 2 && is_han(doc.char(at - 2)) && is_han(doc.char(at))
}

/// `at`, or where the marks that close there open.
fn outside_marks(doc: &Document<'_>, mut at: usize, low: usize) -> Option<usize> {
    while let Some(open) = match doc.before(at) {
        '”' => Some('“'),
        '》' => Some('《'),
        '」' => Some('「'),
        _ => None,
    } {
        at = (low..at - 1).rev().find(|&i| doc.char(i) == open)?;
    }
    Some(at)
}

/// Whether an activity is said to be held behind its name, in the same clause.
fn is_held(doc: &Document<'_>, end: usize) -> bool {
    const HELD: &[&str] = &[
        "举行",
        "举办",
        "启动",
        "开幕",
        "闭幕",
        "落幕",
        "召开",
        "开赛",
        "收官",
        "开展",
        "拉开帷幕",
        "拉开序幕",
        "圆满结束",
        "开讲",
        "开营",
        "开锣",
        "鸣锣",
        "火热进行",
        "热闹开场",
        "开场",
        "登场",
        "上演",
        "开班",
        "结营",
        "开课",
    ];
    const BETWEEN: &str = "在于正将也已今昨日月时上下午晚近前圆隆如同首顺成陆热0123456789“";
    let window = doc.chars().get(end..doc.len().min(end + 26)).unwrap_or_default();
    let clause = window.iter().position(|&c| is_separator(c)).unwrap_or(window.len());
    let clause = &window[..clause];
    let Some(first) = clause.first() else { return false };
    (0..clause.len()).any(|i| {
        HELD.iter().any(|w| starts_with(&clause[i..], w) && !is_noun(&clause[i + w.chars().count()..]))
            && (i == 0 || BETWEEN.contains(*first))
    })
}

/// Whether what follows makes a noun of a verb: 开幕|式, 启动|仪式, 举办|地.
fn is_noun(rest: &[char]) -> bool {
    ["式", "仪式", "地", "方", "期间", "时", "前", "单位", "场地", "会"].iter().any(|w| starts_with(rest, w))
}

/// The name between `start` and the end of its ending, without what counts or praises it; none where nothing is left
/// that says what was held.
fn trimmed(doc: &Document<'_>, lexicon: &Lexicon, start: usize, ending: Ending) -> Option<Span> {
    let mut at = start;
    while let Some(length) = particle(doc, at).or_else(|| quantifier(doc, at)) {
        at += length;
        if at > ending.start {
            return None;
        }
    }
    // 别开生面的|反诈宣传活动: what comes before the last 的 outside marks is no name.
    let (mut depth, from) = (0, at);
    for i in from..ending.start {
        match doc.char(i) {
            '“' | '《' | '「' => depth += 1,
            '”' | '》' | '」' => depth -= 1,
            '的' if depth == 0 => at = i + 1,
            _ => {}
        }
    }
    while let Some(length) = quantifier(doc, at).filter(|n| at + n <= ending.start) {
        at += length;
    }
    while let Some(word) = [
        "当地",
        "今年",
        "去年",
        "明年",
        "当年",
        "系列",
        "一系列",
        "我国",
        "本次",
        "此次",
        "各类",
        "各种",
        "各项",
        "各式",
        "多种",
        "隆重",
        "盛大",
    ]
    .iter()
    .find(|w| doc.starts_with(at, w))
    {
        if at + word.chars().count() >= ending.start {
            break;
        }
        at += word.chars().count();
    }
    let span = Span::new(at, ending.end);
    let said = &doc.chars()[at..ending.start];
    let says = match ending.kind {
        Kind::Bare => true,
        Kind::Festival => (1..=8).contains(&said.len()) && doc.before(ending.start) != '的',
        Kind::None => false,
        Kind::Event | Kind::Act => !lexicon.is_generic(said),
    };
    (says && span.len() <= LONGEST && is_name(doc, span, ending)).then_some(span)
}

/// Aspect markers and what follows a verb before its object.
fn particle(doc: &Document<'_>, at: usize) -> Option<usize> {
    const PARTICLES: &[&str] = &["了", "过", "起", "起来", "好", "出", "的", "为期", "以来"];
    PARTICLES.iter().filter(|w| doc.starts_with(at, w)).map(|w| w.chars().count()).max()
}

/// A number with a classifier: 一场, 3场, 多次, 首场.
fn quantifier(doc: &Document<'_>, at: usize) -> Option<usize> {
    // 超3600项, 约2.4万场次.
    let near = usize::from("超约近逾".contains(doc.char(at)) && doc.char(at + 1).is_ascii_digit());
    let digits = (at + near..doc.len().min(at + near + 7))
        .take_while(|&i| {
            let c = doc.char(i);
            c.is_ascii_digit() || "一二三四五六七八九十百千万两多数几余首每本该这.".contains(c)
        })
        .count();
    let number = if digits == 0 { 0 } else { near + digits };
    let classifier =
        ["系列", "场次", "场", "次", "期", "个", "项", "批", "轮", "堂", "节课", "天", "种", "类"]
            .iter()
            .find(|w| doc.starts_with(at + number, w))?;
    (number > 0 && !doc.ends_with(at + number, "首") || doc.starts_with(at, "首场"))
        .then_some(number + classifier.chars().count())
}

/// Whether the characters of a span may be a name: no clause, no verb of going or giving in it.
fn is_name(doc: &Document<'_>, span: Span, ending: Ending) -> bool {
    const BREAKS: &[&str] = &[
        "参加", "参与", "参观", "观看", "前往", "走进", "来到", "邀请", "为了", "通过", "利用", "围绕",
        "针对", "以及", "关于", "根据", "按照", "结合", "组织", "开展", "举办", "举行", "召开", "为", "将",
        "把", "被", "让", "使", "等", "在", "从", "由", "向", "给", "与会", "并", "是", "了", "着", "他",
        "她", "我", "你", "这", "那", "该", "其", "某", "对", "出席", "不", "没", "来自", "宣布",
    ];
    const KEPT: &[&str] = &[
        "社会组织",
        "志愿组织",
        "党组织",
        "平等",
        "高等",
        "初等",
        "等级",
        "行为",
        "人为",
        "将军",
        "其他",
        "由来",
        "不忘",
        "不文明",
        "在线",
        "存在",
        "实在",
        "组织生活",
        "这里",
        "吉他",
        "了解",
        "为民",
        "为老",
        "为爱",
        "我们",
        "为您",
        "为你",
        "不法",
        "不孕",
        "从业",
        "方向",
        "定向",
        "着装",
        "来自",
        "以及",
        "是非",
        "因为",
        "对口",
        "对话",
        "对接",
        "对外",
        "对联",
        "面对面",
        "对抗",
        "应对",
    ];
    let mut at = span.start;
    let mut depth = 0;
    while at < ending.start {
        match doc.char(at) {
            '“' | '《' | '「' => depth += 1,
            '”' | '》' | '」' => depth -= 1,
            c if depth == 0 => {
                if let Some(kept) = KEPT.iter().find(|w| doc.starts_with(at, w)) {
                    at += kept.chars().count();
                    continue;
                }
                if BREAKS.iter().any(|w| doc.starts_with(at, w))
                    || is_separator(c) && !matches!(c, '·' | '-' | '—' | '(' | ')')
                {
                    return false;
                }
            }
            _ => {}
        }
        at += 1;
    }
    depth == 0
        && doc.chars()[span.start..span.end].iter().any(|&c| is_han(c))
        && !"和与及、暨".contains(doc.char(span.start))
}

/// Whether a name shows itself as one: it has marks, or a number of its own (第三届…).
fn is_marked(doc: &Document<'_>, span: Span) -> bool {
    matches!(doc.char(span.start), '“' | '《' | '第')
        || doc.chars()[span.start..span.end].contains(&'届')
        || doc.starts_with(span.start, "20")
}

fn rule_of(kind: Kind, verb: Verb) -> &'static str {
    match (kind, verb) {
        (_, Verb::Join) => "activity.attended",
        (Kind::Act, _) => "activity.done",
        _ => "activity.held",
    }
}
