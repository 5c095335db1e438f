//! Finds works: laws and other titles in 《》, and named projects in quotation marks.
//!
//! Quotation marks hold speech, irony and slogans as well; a name is one only where the text treats it so: the word
//! behind the marks says what it names (活动, 志愿者, 工作室), it ends as only names do (“草坡客厅”), or a verb of making
//! stands before them and it ends like a name (打造“梧桐书吧”). The short title that stands for a longer one (以下简称《意见》) is no work of its own.

use crate::anchor::{Anchors, Field};
use crate::chars::{CharSet, is_han, is_sentence_end, is_separator};
use crate::extract::activity;
use crate::lexicon::{Beginnings, Endings, Kinds, begins, ends};
use crate::record::{Work, WorkKind};
use crate::{Document, Span};
use std::collections::HashSet;
use std::sync::LazyLock;

/// The longest title or name that is read, in characters.
const LONGEST: usize = 60;

static WORDS: &str = include_str!("../../data/work_words.tsv");

/// The word lists, ready to use.
struct Lexicon {
    /// What the title of a law ends with (`true`), and what ends like one and is none: 书法, 方法.
    laws: Endings<bool>,
    /// What a quoted name is the name of.
    named: Beginnings,
    /// Such words where something else stands between them and the marks.
    described: Beginnings,
    /// Verbs that make a name of what stands in marks behind them.
    makers: Endings,
    /// What names end with.
    tails: Endings,
    /// What only names end with: 工作室.
    strong: Endings,
    /// What ends like a name and mocks or praises: 形象工程.
    scare: Endings,
    /// What begins like a word that names and names nothing: 展示, or what the marks hold is only its topic: 座谈会.
    unnamed: Beginnings,
    /// What “1+2+X” is a name of.
    models: Beginnings,
    /// Verbs that a sentence in marks begins with: 推动….
    doing: Beginnings,
    /// What says that something is like what the marks hold: 成了.
    likening: Beginnings,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let words = Kinds::of(WORDS);
    Lexicon {
        laws: Endings::new(words.told(&[("law", true), ("no law", false)])),
        named: Beginnings::new(words.words("named")),
        described: Beginnings::new(words.words("described")),
        makers: Endings::new(words.words("maker")),
        tails: Endings::new(words.words("tail")),
        strong: Endings::new(words.words("strong tail")),
        scare: Endings::new(words.words("scare")),
        unnamed: Beginnings::new(words.words("unnamed")),
        models: Beginnings::new(words.words("model")),
        doing: Beginnings::new(words.words("doing")),
        likening: Beginnings::new(words.words("likening")),
    }
});

/// Marks every opening mark.
pub(crate) fn anchors(anchors: &mut Anchors) {
    ['《', '“', '「'].into_iter().for_each(|mark| anchors.single(Field::Work, mark));
}

/// The works of a document, in text order; a title named again is named once more.
///
/// ```
/// use jianbao::{Document, extract::work, segment::Segmenter};
/// let segmenter = Segmenter::new();
/// let doc = Document::new("开展《反间谍法》宣传和“流动书箱”活动", &[], &segmenter);
/// let names: Vec<String> = work::extract(&doc).into_iter().map(|w| w.name).collect();
/// assert_eq!(names, ["反间谍法", "流动书箱"]);
/// ```
pub fn extract(doc: &Document<'_>) -> Vec<Work> {
    let mut out: Vec<Work> = Vec::new();
    let mut known = HashSet::new();
    let mut at = doc.seek(Field::Work, 0);
    while at < doc.len() {
        let read = if doc.char(at) == '《' { titled(doc, at) } else { quoted(doc, at, 5) };
        let next = match read {
            Some((span, kind, rule)) => {
                let name = doc.surface(span);
                // A name that is short for another is known from there on.
                if known.insert((name, kind)) && !is_short(doc, span, kind, &out) {
                    out.push(Work { name: name.to_owned(), kind, span, rule: Some(rule.into()) });
                }
                span.end + 1
            }
            None => at + 1,
        };
        at = doc.seek(Field::Work, next);
    }
    out
}

/// Whether a title is short for one before it: (以下简称《办法》), and 《办法》 from there on.
fn is_short(doc: &Document<'_>, span: Span, kind: WorkKind, before: &[Work]) -> bool {
    let chars = doc.chars();
    let name = &chars[span.start..span.end];
    let stands_for = |w: &Work| {
        let whole = without_remark(&chars[w.span.start..w.span.end]);
        w.kind != WorkKind::Project && whole.len() > name.len() && whole.ends_with(name)
    };
    let introduced = ends!(&chars[..span.start - 1], ["简称", "下称"]);
    kind != WorkKind::Project && (introduced || name.len() <= 4 && before.iter().any(stands_for))
}

/// The inside of the marks that open at `open`. Marks of the same sort may nest: 《关于〈…〉的决定》.
fn inside(doc: &Document<'_>, open: usize, close: char) -> Option<Span> {
    let start = open + 1;
    let mark = doc.char(open);
    let mut depth = 0;
    for at in start..doc.len().min(start + LONGEST) {
        match doc.char(at) {
            '\n' => return None,
            c if c == close && depth == 0 => return (at > start).then_some(Span::new(start, at)),
            c if c == close => depth -= 1,
            c if c == mark => depth += 1,
            _ => {}
        }
    }
    None
}

type Read = (Span, WorkKind, &'static str);

fn titled(doc: &Document<'_>, open: usize) -> Option<Read> {
    let span = inside(doc, open, '》')?;
    // 《中国妇女报》讯: still a title.
    let title = without_remark(&doc.chars()[span.start..span.end]);
    let end = span.start + title.len();
    let law = LEXICON.laws.at_end(&doc.chars()[..end]);
    // 海带的二十种吃法.
    let way = matches!(law, Some((1, _))) && title.contains(&'的');
    Some(if matches!(law, Some((_, true))) && !way {
        (span, WorkKind::Law, "law")
    } else {
        (span, WorkKind::Work, "title")
    })
}

/// A title without what stands in brackets at its end: 管理办法(试行).
fn without_remark(title: &[char]) -> &[char] {
    match (title.last(), title.iter().rposition(|&c| c == '(')) {
        (Some(')'), Some(open)) if open > 1 => &title[..open],
        _ => title,
    }
}

/// `depth`: how many names behind it are asked what they are.
fn quoted(doc: &Document<'_>, open: usize, depth: usize) -> Option<Read> {
    let close = if doc.char(open) == '「' { '」' } else { '”' };
    let span = inside(doc, open, close)?;
    let name = &doc.chars()[span.start..span.end];
    let han = name.iter().filter(|&&c| is_han(c)).count();
    let last = *name.last()?;
    let rest = &doc.chars()[span.end + 1..];
    // Speech ends like a sentence; 三个一 is a scheme, 11·9 a day.
    let commas = name.iter().filter(|c| matches!(c, ',' | '。')).count();
    let speech = is_sentence_end(last) || last == ',' || commas > 1;
    if speech || doc.before(open) == ':' && han > 8 {
        return None;
    }
    // “1+2+X”模式 is a name by what follows it.
    if name.contains(&'+') {
        let model = LEXICON.models.starts(rest) && name.len() <= 16;
        return model.then_some((span, WorkKind::Project, "named-model"));
    }
    if !(2..=20).contains(&han) || han <= 1 && name.iter().any(char::is_ascii_digit) {
        return None;
    }
    // “智能化、绿色化”改造, “沉浸式”体验: what something is like.
    const LONGEST_MANNER: usize = 4;
    let likened =
        |part: &[char]| part.len() <= LONGEST_MANNER && matches!(part.last(), Some('化' | '式' | '型'));
    if name.split(|&c| c == '、').all(likened) {
        return None;
    }
    // “三不”制度 sums up, “八五”计划 is a time; “三河”工程 is a name.
    let plan = begins!(rest, ["工程", "行动", "计划"]) && last != '五';
    if name.first().is_some_and(|&c| is_small_number(c)) && han <= 3 && !plan {
        return None;
    }
    // “阅读点亮童年”|读书节: what is held has a name.
    if (LEXICON.named.starts(rest) || activity::begins_gathering(rest)) && !LEXICON.unnamed.starts(rest) {
        return Some((span, WorkKind::Project, "named-project"));
    }
    // “墨香杯”: a cup is a contest's name by itself; so is a feast that is numbered.
    let numbered = last == '节' && doc.before(open) == '届';
    if (last == '杯' || numbered) && han > 2 {
        return Some((span, WorkKind::Project, "cup"));
    }
    if is_described(rest, han) {
        return Some((span, WorkKind::Project, "described-project"));
    }
    // “亲子阅读”“银龄课堂”活动: the word behind the last names them all.
    let next = span.end + 1 + usize::from(doc.char(span.end + 1) == '、');
    if depth > 0
        && doc.char(next) == doc.char(open)
        && quoted(doc, next, depth - 1)
            .is_some_and(|(_, _, rule)| !matches!(rule, "made-project" | "tailed-project"))
    {
        return Some((span, WorkKind::Project, "listed-project"));
    }
    let scheme = is_small_number(name[0]) && matches!(name[1], '个' | '项' | '大' | '条' | '种');
    // “农家书屋建设工程” may be long: its ending tells that it is a name.
    let whole = ends!(name, ["工程", "行动", "计划", "项目"]) && !LEXICON.scare.ends(name);
    // “雨前计划”资助学生.
    if whole
        && !scheme
        && !LEXICON.doing.starts(name)
        && (4..=12).contains(&han)
        && !is_likened(&doc.chars()[..open])
    {
        return Some((span, WorkKind::Project, "called-project"));
    }
    let made = han <= if whole { 16 } else { 8 }
        && !scheme
        && LEXICON.makers.ends(&doc.chars()[..open])
        && LEXICON.tails.ends(&name[1..]);
    // “帐篷客厅”; “第二课堂” is a common word.
    let tailed = !scheme && (4..=8).contains(&han) && name[0] != '第' && LEXICON.strong.ends(&name[2..]);
    if tailed && !is_likened(&doc.chars()[..open]) {
        return Some((span, WorkKind::Project, "tailed-project"));
    }
    made.then_some((span, WorkKind::Project, "made-project"))
}

/// Whether a few characters behind the marks, which hold `han` of them, lead to what is named: “小药箱”|健康搭子|行动.
fn is_described(rest: &[char], han: usize) -> bool {
    // “敲门”转移演练: how it is done.
    const SHORTEST: usize = 3;
    static NEVER: CharSet =
        CharSet::of("的了是在和与及等为将把被让从由向给对于到后前中上下时说称也都就还又已经有没不开举组闹");
    let run = rest.iter().take(10).position(|&c| !is_han(c)).unwrap_or(rest.len().min(10));
    let run = &rest[..run];
    let places = (1..run.len().min(7)).take_while(|&at| !NEVER.has(run[at - 1]));
    // “老街怎么修”系列新闻发布会: its topic.
    let topic = || (0..run.len()).any(|at| LEXICON.unnamed.starts(&run[at..]));
    places.clone().any(|at| LEXICON.described.starts(&run[at..]))
        || han >= SHORTEST && places.clone().any(|at| activity::begins_gathering(&run[at..])) && !topic()
}

/// Whether something is said to be like what the marks hold: 成了居民的|“共享客厅”.
fn is_likened(before: &[char]) -> bool {
    let clause = before.iter().rev().take(12).take_while(|&&c| !is_separator(c)).count();
    let clause = &before[before.len() - clause..];
    (0..clause.len()).any(|at| LEXICON.likening.starts(&clause[at..]))
}

fn is_small_number(c: char) -> bool {
    matches!(c, '一' | '两' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::Segmenter;

    fn brief(text: &str) -> Vec<(String, WorkKind)> {
        let segmenter = Segmenter::new();
        extract(&Document::new(text, &[], &segmenter)).into_iter().map(|w| (w.name, w.kind)).collect()
    }

    #[test]
    fn laws_and_titles() {
        for (name, kind, text) in [
            ("消防法", WorkKind::Law, "依据《消防法》第60条"),
            ("中华人民共和国民法典", WorkKind::Law, "宣讲《中华人民共和国民法典》"),
            ("信访工作条例", WorkKind::Law, "学习《信访工作条例》"),
            ("物业服务管理办法(试行)", WorkKind::Law, "印发《物业服务管理办法(试行)》"),
            ("老街保护指南", WorkKind::Work, "印发《老街保护指南》(以下简称《街指》)。《街指》明确"),
            (
                "关于老街保护的指导意见",
                WorkKind::Law,
                "《关于老街保护的指导意见》(以下简称《意见》)。《意见》明确",
            ),
            ("居民防火手册", WorkKind::Work, "发放《居民防火手册》1500册"),
            ("写意山水画技法", WorkKind::Work, "翻阅《写意山水画技法》"),
            ("我和我的祖国", WorkKind::Work, "合唱《我和我的祖国》"),
            ("土豆的八种吃法", WorkKind::Work, "翻看《土豆的八种吃法》"),
        ] {
            assert_eq!(brief(text), [(name.to_owned(), kind)], "{text}");
        }
    }

    #[test]
    fn projects() {
        for (name, text) in [
            ("流动书箱", "开展“流动书箱”活动"),
            ("石榴籽", "社区来了“石榴籽”调解员"),
            ("同走清风路·共守平安家", "举办“同走清风路·共守平安家”主题活动"),
            ("板凳议事", "推行“板凳议事”工作法"),
            ("雨前计划", "“雨前计划”资助学生"),
            ("梨花节", "第三届“梨花节”开幕"),
            ("1+2+X", "社区推行“1+2+X”模式"),
            ("小药箱", "推出“小药箱”健康搭子行动"),
            ("草坡客厅", "村里的“草坡客厅”客人不断"),
            ("旧巷子", "“旧巷子”数字博物馆上线"),
            ("雪城杯", "首届“雪城杯”职工象棋赛"),
            ("荷塘锣鼓", "会馆主办的“荷塘锣鼓”社区巡演"),
            ("旧物新生", "举办“旧物新生”公益集市"),
            ("三河", "治理“三河”工程沿线"),
            ("乡村教师素质提升工程", "国家将实施“乡村教师素质提升工程”"),
            ("梧桐客厅", "社区打造“梧桐客厅”,邻里常来"),
            ("小河灯", "协会设立“小河灯”助学金"),
            ("书香伴成长", "第八届“书香伴成长”读书节"),
            ("海上砺剑", "组织“海上砺剑”演习"),
            ("荷塘百景", "“荷塘百景”博览会开幕"),
            ("荷塘保", "县里推出“荷塘保”,老人也能投"),
        ] {
            assert_eq!(brief(text), [(name.to_owned(), WorkKind::Project)], "{text}");
        }
    }

    #[test]
    fn neither() {
        for text in [
            "“路灯亮了。”居民说",
            "织起“1+2+X”照护网",
            "“慢一点”的说法引来活动",
            "变“软黄金”",
            "“面子工程”要不得",
            "眼下正是“一喷三防”窗口期",
            "这是一项“安心工程”",
            "孩子们的“第二课堂”",
            "街角成了居民的“共享客厅”",
            "“三不”制度",
            "出席“扩大村镇消费”座谈会",
            "召开“治理东湖”会议",
            "开展“沉浸式”体验活动",
            "推进“智能化、绿色化”改造项目",
            "“八五”计划",
            "把“肠梗阻”打通",
            "“11·9”活动",
            "《没有收尾的书名",
            "“”活动",
        ] {
            assert_eq!(brief(text), [], "{text}");
        }
    }
}
