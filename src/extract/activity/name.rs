//! Where the name of an activity begins: behind the verb, what counts it, and what only praises it.

use super::lexicon::{Kind, Lexicon, Verb, lexicon};
use super::quantity::{counts, particle, quantifier};
use super::told::{Told, told_behind};
use crate::chars::{is_han, is_separator};
use crate::lexicon::{begins, ends};
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

/// What stands right behind an ending.
pub(super) enum Followed {
    /// 活动|现场.
    Scene,
    /// 座谈会|上.
    Above,
    Nothing,
}

impl Ending {
    /// The ending that ends at `end`, no part of a longer word: 活动室. Marks that close behind it are part of it, and
    /// what stands in them: “荷塘诗会”.
    pub(super) fn read(doc: &Document<'_>, lexicon: &Lexicon, end: usize) -> Option<Ending> {
        let (text, rest) = doc.chars().split_at(end);
        let (length, kind) = lexicon.endings.at_end(text)?;
        let longer = match lexicon.longer.at_start(rest) {
            Some((_, longer)) => longer && !begins!(rest, ["上", "现场"]),
            None => lexicon.words.starts(&doc.chars()[end - 1..]),
        };
        if kind == Kind::None || longer {
            return None;
        }
        match rest.first() {
            // “百姓学堂”|计划.
            Some('”') if matches!(lexicon.longer.at_start(&rest[1..]), Some((_, true))) => None,
            Some('”') if !matches!(kind, Kind::Act | Kind::Project) => {
                let low = end.saturating_sub(LONGEST);
                let open = (low..end - length).rev().find(|&i| matches!(text[i], '“' | '”'))?;
                (text[open] == '“').then_some(Ending { start: open, end: end + 1, kind: Kind::Bare })
            }
            _ => Some(Ending { start: end - length, end, kind }),
        }
    }

    pub(super) fn followed(&self, doc: &Document<'_>) -> Followed {
        match doc.chars()[self.end..] {
            ['现', '场', ..] => Followed::Scene,
            ['上', ..] if !lexicon().upper.starts(&doc.chars()[self.end..]) => Followed::Above,
            _ => Followed::Nothing,
        }
    }
}

/// A name, and the verb that holds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) span: Span,
    /// Where the verb begins; for a verb behind the name, where the name does.
    pub(super) verb: usize,
    pub(super) rule: &'static str,
}

impl Named {
    /// Whether the verb says no more than that somebody is there.
    pub(super) fn is_attended(&self) -> bool {
        self.rule == ATTENDED
    }

    /// Whether the sentence says only what was said or done there.
    pub(super) fn is_place(&self) -> bool {
        self.rule == AT
    }
}

const ATTENDED: &str = "activity.attended";

const AT: &str = "activity.at";

/// The name that ends with `ending` behind a verb: 开展|了一场|宪法宣传活动.
pub(super) fn behind_verb(
    doc: &Document<'_>,
    lexicon: &Lexicon,
    ending: Ending,
    last: Option<&Named>,
) -> Option<Named> {
    let low = ending.start.saturating_sub(REACH);
    // 采茶体验、|茶艺培训班|等活动: the last of a list, whatever the others are called.
    let listed = doc.char(ending.end) == '等' && matches!(ending.kind, Kind::Event | Kind::Bare);
    let mut item = None;
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
            let policy = verb == Verb::Policy
                && matches!(ending.kind, Kind::Event | Kind::Bare)
                && !doc.ends_with(ending.end, "行动");
            if !(verb.takes(ending.kind) || policy) {
                return None;
            }
            let span = trimmed(doc, lexicon, item.unwrap_or(at), ending)?;
            // 组织实施“乡村夜读”惠民演出: a programme, unless it is called something.
            if policy && !is_marked(doc, span) {
                return None;
            }
            let marked = match ending.kind {
                Kind::Project => {
                    let name = &doc.chars()[span.start..span.end];
                    // “三北”防护林工程 is built.
                    let mark = name.iter().rposition(|&c| c == '”').map_or(0, |at| at + 1);
                    let built = name.ends_with(&['工', '程']) && name.len() - mark > 4;
                    name.contains(&'“') && !name.contains(&'及') && !built
                }
                // 参加职业技能培训 is learning, 参加下一站比赛 one of many.
                _ => {
                    verb != Verb::Join
                        || is_marked(doc, span)
                        || !ends!(&doc.chars()[..ending.end], ["培训", "比赛", "演出", "训练", "调研"])
                }
            };
            return marked.then_some(Named { span, verb: at - length, rule: rule_of(ending.kind, verb) });
        }
        // The second of a list: 举办健康讲座、中医义诊.
        if let Some(last) =
            last.filter(|l| l.span.end + 1 == at && matches!(doc.before(at), '、' | '和' | '及'))
        {
            let span = trimmed(doc, lexicon, at, ending)?;
            return Some(Named { span, verb: last.verb, rule: "activity.list" });
        }
        if doc.before(at) == '、' && listed {
            item = item.or(Some(at));
        } else if is_separator(doc.before(at)) && !joins(doc, at) {
            return None;
        }
        at -= 1;
    }
}

/// A name in marks right behind a verb of holding, whatever it ends with: 举办|“春耕秧歌汇”|,….
pub(super) fn in_marks(doc: &Document<'_>, end: usize) -> Option<Named> {
    if doc.before(end) != '”' || !matches!(doc.char(end), ',' | '。' | ';' | '、') {
        return None;
    }
    let chars = doc.chars();
    let low = end.saturating_sub(LONGEST);
    let open = (low..end - 1).rev().find(|&at| is_separator(chars[at])).filter(|&at| chars[at] == '“')?;
    let before = &chars[..open];
    let between = ["了一场", "一场", "首届", "了"].iter().find(|word| doc.ends_with(open, word));
    let from = open - between.map_or(0, |word| word.chars().count());
    let start = if between == Some(&"首届") { from } else { open };
    let held = ends!(&before[..from], ["举办", "举行", "主办", "承办"]);
    (held && end - open > 5).then(|| Named {
        span: Span::new(start, end),
        verb: from - 2,
        rule: "activity.held",
    })
}

/// A name in marks where the text is on the scene: “百姓学堂”活动|现场.
pub(super) fn at_scene(doc: &Document<'_>, ending: Ending) -> Option<Named> {
    let low = ending.start.saturating_sub(LONGEST);
    let start = outside_marks(doc, ending.start, low).filter(|&open| open < ending.start)?;
    let span = Span::new(start, ending.end);
    Some(Named { span, verb: start, rule: "activity.scene" })
}

/// The name of that at which something was said or done: 在|全省农机大赛|上. One that tells which it was.
pub(super) fn at(
    doc: &Document<'_>,
    lexicon: &Lexicon,
    ending: Ending,
    edge: impl Fn(usize) -> bool,
) -> Option<Named> {
    const SHORTEST: usize = 4;
    if matches!(ending.kind, Kind::Act | Kind::Project | Kind::Festival) {
        return None;
    }
    let start = clause_from(doc, ending, |at| is_in(doc, at) || edge(at))?;
    let span = trimmed(doc, lexicon, start, ending)?;
    let said = &doc.chars()[span.start..ending.start];
    let bare = ending.kind == Kind::Bare && said.len() > 1 && !lexicon.is_generic(said);
    let shown = is_marked(doc, span) || is_of_all(doc, span) || said.len() >= SHORTEST || bare;
    // 方案三次拿到|居民大会上.
    let goes = said.iter().any(|c| matches!(c, '到' | '拿' | '带')) || said.ends_with(&['上']);
    (shown && !goes && span.start == start).then_some(Named { span, verb: span.start, rule: AT })
}

/// Whether 在 ends at `at`, and no word that it is part of: 现在.
fn is_in(doc: &Document<'_>, at: usize) -> bool {
    at > 0 && doc.before(at) == '在' && !"现正存实所内外潜".contains(doc.before(at - 1))
}

/// Where what stands before an ending begins: at a mark, or where `edge` tells that something ends.
fn clause_from(doc: &Document<'_>, ending: Ending, edge: impl Fn(usize) -> bool) -> Option<usize> {
    let low = ending.start.saturating_sub(LONGEST);
    let mut at = ending.start;
    while at > low {
        at = outside_marks(doc, at, low)?;
        if at == 0 || is_separator(doc.before(at)) && !joins(doc, at) || edge(at) {
            break;
        }
        at -= 1;
    }
    Some(at)
}

/// The name before a verb: 宪法宣传活动|在八一广场举行.
pub(super) fn before_verb(
    doc: &Document<'_>,
    lexicon: &Lexicon,
    ending: Ending,
    edge: impl Fn(usize) -> bool,
) -> Option<Named> {
    if ending.kind == Kind::Act {
        return None;
    }
    let own = told_behind(doc, lexicon, ending.end);
    // 一九六四年全省少年游泳比赛,|在六日下午结束.
    let next = || told_behind(doc, lexicon, ending.end + 1).map(|_| Told::Ended);
    let told = own.or_else(|| (doc.char(ending.end) == ',').then(next).flatten())?;
    let span = trimmed(doc, lexicon, clause_from(doc, ending, edge)?, ending)?;
    let shown = match ending.kind {
        Kind::Project => doc.chars()[span.start..span.end].contains(&'“'),
        Kind::Festival => is_marked(doc, span),
        // 第三届荷花文化节|结束: of a name that shows itself as one, that it ended tells enough.
        _ => told == Told::Held || is_marked(doc, span) || is_of_all(doc, span),
    };
    shown.then_some(Named { span, verb: span.start, rule: "activity.subject" })
}

/// Whether the mark before `at` is part of a name: the dash of 中国—南亚博览会, the brackets of 中国(海州)茶叶博览会.
fn joins(doc: &Document<'_>, at: usize) -> bool {
    const LONGEST: usize = 8;
    let chars = doc.chars();
    let between = at >= 2 && is_han(chars[at - 2]);
    let closes = || {
        let rest = &chars[at..chars.len().min(at + LONGEST)];
        let close = rest.iter().position(|&c| !is_han(c))?;
        (rest[close] == ')').then(|| doc.char(at + close + 1))
    };
    match doc.before(at) {
        '—' => between && is_han(doc.char(at)),
        ')' => {
            let open = chars[..at - 1].iter().rev().take(LONGEST).take_while(|&&c| is_han(c)).count();
            open > 0
                && is_han(doc.char(at))
                && doc.before(at - 1 - open) == '('
                && at - 1 - open >= 2
                && is_han(chars[at - 3 - open])
        }
        '(' => between && closes().is_some_and(is_han),
        _ => false,
    }
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

/// The name between `start` and the end of its ending, without what counts or praises it; none where nothing is left
/// that says what was held.
fn trimmed(doc: &Document<'_>, lexicon: &Lexicon, start: usize, ending: Ending) -> Option<Span> {
    let text = &doc.chars()[..ending.end];
    let bullets = text[start..].iter().take_while(|&&c| c == '·').count();
    let mut at = start + bullets;
    while let Some(length) = particle(&text[at..]).or_else(|| quantifier(&text[at..])) {
        at += length;
        if at > ending.start {
            return None;
        }
    }
    // 别开生面的|反诈宣传活动: what comes before the last 的 outside marks is no name.
    let mut depth = 0;
    for (i, c) in text.iter().enumerate().take(ending.start).skip(at) {
        match c {
            '“' | '《' | '「' => depth += 1,
            '”' | '》' | '」' => depth -= 1,
            '的' if depth == 0 && text[i - 1] != '党' => at = i + 1,
            _ => {}
        }
    }
    // 体育赛事和近百场|文艺展演.
    let counted = |i: usize| {
        matches!(text[i], '和' | '及' | '、').then(|| quantifier(&text[i + 1..])).flatten().map(|n| i + 1 + n)
    };
    at = (at..ending.start).rev().find_map(counted).filter(|&i| i <= ending.start).unwrap_or(at);
    while let Some(length) = quantifier(&text[at..]).filter(|n| at + n <= ending.start) {
        at += length;
    }
    while let Some((length, ())) =
        lexicon.openers.at_start(&text[at..]).filter(|(n, ())| at + n <= ending.start)
    {
        at += length;
    }
    let span = Span::new(at, ending.end);
    let said = &text[at..ending.start];
    let says = match ending.kind {
        Kind::Bare => true,
        Kind::Festival => {
            let most = if said.contains(&'届') || said.contains(&'年') { 16 } else { 8 };
            (1..=most).contains(&said.len()) && !matches!(said, [.., '的'] | ['一' | '两' | '三'])
        }
        Kind::None => false,
        Kind::Event | Kind::Act | Kind::Project => !lexicon.is_generic(said),
    };
    (says && span.len() <= LONGEST && is_name(lexicon, &text[at..], said.len())).then_some(span)
}

/// Whether `chars` may be a name: no clause in it, no verb of going or giving. Its ending, behind `said` characters, is
/// not looked at.
fn is_name(lexicon: &Lexicon, chars: &[char], said: usize) -> bool {
    let mut at = 0;
    let mut depth = 0;
    // 南岸市一场|庆祝活动.
    let one = |at: usize| {
        at > 0
            && begins!(&chars[at..said], ["一场", "一次", "一项"])
            && !matches!(chars[at - 1], '第' | '十' | '百' | '零')
    };
    if counts(&chars[..said]) || (0..said).any(one) {
        return false;
    }
    while at < said {
        match chars[at] {
            '“' | '《' | '「' => depth += 1,
            '”' | '》' | '」' => depth -= 1,
            c if depth == 0 => match lexicon.breaks.at_start(&chars[at..]) {
                Some((_, true)) => return false,
                Some((kept, false)) => {
                    at += kept;
                    continue;
                }
                None if is_separator(c) && !matches!(c, '·' | '-' | '—' | '(' | ')') => return false,
                None => {}
            },
            _ => {}
        }
        at += 1;
    }
    depth == 0
        && chars.iter().any(|&c| is_han(c))
        && !matches!(chars.first(), Some('和' | '与' | '及' | '、' | '暨'))
}

/// Whether a name shows itself as one: it has marks, or a number of its own (第三届…).
fn is_marked(doc: &Document<'_>, span: Span) -> bool {
    matches!(doc.char(span.start), '“' | '《' | '第')
        || doc.chars()[span.start..span.end].contains(&'届')
        || doc.starts_with(span.start, "20")
        || doc.starts_with(span.start, "一九")
}

/// Whether a name tells of which area's it is: 全省少年游泳比赛.
fn is_of_all(doc: &Document<'_>, span: Span) -> bool {
    const SHORTEST: usize = 6;
    let area = matches!(doc.char(span.start + 1), '国' | '省' | '市' | '县' | '区' | '州' | '盟' | '旗');
    doc.char(span.start) == '全' && area && span.len() >= SHORTEST
}

fn rule_of(kind: Kind, verb: Verb) -> &'static str {
    match (kind, verb) {
        (_, Verb::Join) => ATTENDED,
        (Kind::Act, _) => "activity.done",
        _ => "activity.held",
    }
}
