//! Finds works: laws and other titles in 《》, and named projects in quotation marks.
//!
//! Quotation marks hold speech, irony, slogans and number schemes as well; a name is one only where the word behind the
//! marks says what it names (活动, 志愿者, 工作室).

use crate::chars::{is_han, is_sentence_end};
use crate::document::starts_with;
use crate::record::{Work, WorkKind};
use crate::{Document, Span};

/// The longest title or name that is read, in characters.
const LONGEST: usize = 60;

/// What the title of a law ends with.
const LAWS: &[&str] = &[
    "法",
    "法典",
    "条例",
    "规定",
    "办法",
    "决定",
    "细则",
    "宪法",
    "解释",
    "通则",
    "法案",
    "实施办法",
    "若干规定",
    "法(草案)",
];

/// Titles that end like a law and are none: 书法, 方法.
const NO_LAWS: &[&str] = &[
    "书法",
    "方法",
    "做法",
    "看法",
    "想法",
    "说法",
    "手法",
    "兵法",
    "语法",
    "文法",
    "技法",
    "疗法",
    "用法",
    "写法",
    "算法",
    "佛法",
    "魔法",
    "剑法",
    "拳法",
    "针法",
    "画法",
    "工作法",
    "教学法",
    "食谱法",
    "的决定",
];

/// What a quoted name is the name of.
const NAMED: &[&str] = &[
    "主题活动",
    "系列活动",
    "志愿活动",
    "宣传活动",
    "实践活动",
    "公益活动",
    "文化活动",
    "服务活动",
    "专项行动",
    "主题宣讲",
    "活动",
    "行动",
    "项目",
    "工程",
    "计划",
    "模式",
    "品牌",
    "志愿者",
    "志愿服务",
    "工作室",
    "工作法",
    "工作坊",
    "工作站",
    "调解室",
    "调解员",
    "讲师团",
    "宣讲团",
    "服务队",
    "志愿队",
    "小分队",
    "突击队",
    "先锋队",
    "巡逻队",
    "议事厅",
    "议事会",
    "服务站",
    "驿站",
    "课堂",
    "大讲堂",
    "讲堂",
    "学堂",
    "平台",
    "小程序",
    "机制",
    "制度",
    "专场",
    "大赛",
    "比赛",
    "竞赛",
    "展览",
    "论坛",
    "讲座",
    "晚会",
    "音乐会",
    "运动会",
    "文化节",
    "艺术节",
    "专栏",
    "栏目",
    "公众号",
    "热线",
    "联盟",
    "基金",
    "书屋",
    "食堂",
    "党建品牌",
    "服务品牌",
    "微项目",
    "公益项目",
    "社团",
    "合唱团",
    "艺术团",
    "理论宣讲",
];

/// The works of a document, in text order; a title named again is named once more.
///
/// ```
/// use jianbao::{Document, extract::work, segment::Segmenter};
/// let segmenter = Segmenter::new();
/// let doc = Document::new("开展《反间谍法》宣传和“漂流书包”活动", &[], &segmenter);
/// let names: Vec<String> = work::extract(&doc).into_iter().map(|w| w.name).collect();
/// assert_eq!(names, ["反间谍法", "漂流书包"]);
/// ```
pub fn extract(doc: &Document<'_>) -> Vec<Work> {
    let mut out: Vec<Work> = Vec::new();
    let mut at = 0;
    while at < doc.len() {
        let read = match doc.char(at) {
            '《' => titled(doc, at),
            '“' | '「' => quoted(doc, at),
            _ => None,
        };
        at = match read {
            Some((span, kind, rule)) => {
                let name = doc.surface(span).to_owned();
                if !out.iter().any(|w| w.name == name && w.kind == kind) {
                    out.push(Work { name, kind, span, rule: Some(rule.into()) });
                }
                span.end + 1
            }
            None => at + 1,
        };
    }
    out
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
    let law = LAWS.iter().any(|word| doc.ends_with(span.end, word))
        && !NO_LAWS.iter().any(|w| doc.ends_with(span.end, w));
    Some(if law { (span, WorkKind::Law, "law") } else { (span, WorkKind::Work, "title") })
}

fn quoted(doc: &Document<'_>, open: usize) -> Option<Read> {
    let close = if doc.char(open) == '「' { '」' } else { '”' };
    let span = inside(doc, open, close)?;
    let name = &doc.chars()[span.start..span.end];
    let han = name.iter().filter(|&&c| is_han(c)).count();
    let last = *name.last()?;
    // Speech ends like a sentence; 1+2+X and 三个一 are schemes, 11·9 is a day.
    let speech =
        is_sentence_end(last) || last == ',' || name.iter().filter(|c| matches!(c, ',' | '。')).count() > 1;
    let scheme = name.contains(&'+') || name.iter().any(|c| c.is_ascii_digit()) && han <= 1;
    if speech || scheme || !(2..=20).contains(&han) || doc.before(open) == ':' && han > 8 {
        return None;
    }
    if matches!(name.first(), Some(c) if "三五两一四六七八九十".contains(*c)) && han <= 3 {
        return None;
    }
    let rest = &doc.chars()[span.end + 1..];
    NAMED.iter().any(|word| starts_with(rest, word)).then_some((span, WorkKind::Project, "named-project"))
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
            ("居民防火手册", WorkKind::Work, "发放《居民防火手册》1500册"),
            ("写意山水画技法", WorkKind::Work, "翻阅《写意山水画技法》"),
            ("我和我的祖国", WorkKind::Work, "合唱《我和我的祖国》"),
        ] {
            assert_eq!(brief(text), [(name.to_owned(), kind)], "{text}");
        }
    }

    #[test]
    fn projects() {
        for (name, text) in [
            ("漂流书包", "开展“漂流书包”活动"),
            ("石榴籽", "社区来了“石榴籽”调解员"),
            ("谱写新篇章·廉洁守初心", "举办“谱写新篇章·廉洁守初心”主题活动"),
            ("板凳议事", "推行“板凳议事”工作法"),
        ] {
            assert_eq!(brief(text), [(name.to_owned(), WorkKind::Project)], "{text}");
        }
    }

    #[test]
    fn neither() {
        for text in [
            "“路灯亮了。”居民说",
            "社区推行“1+2+X”模式",
            "变“软黄金”",
            "“三不”制度",
            "把“肠梗阻”打通",
            "“11·9”活动",
            "《没有收尾的书名",
            "“”活动",
        ] {
            assert_eq!(brief(text), [], "{text}");
        }
    }
}
