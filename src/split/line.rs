//! One line of a page and what its own characters show.

use super::evidence::{Evidence, Set};
use super::shape::Shape;
use crate::byline::{self, Byline, Signature};
use crate::chars::is_han;
use crate::dateline;
use crate::document::starts_with;
use crate::lexicon;
use crate::names;
use crate::record::CorrespondentKind;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A line of a page with its evidence.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Number in the input, from 1.
    pub number: usize,
    /// Without the spaces at its ends.
    pub text: &'a str,
    /// Length in characters.
    pub length: usize,
    /// Characters that it was set in by.
    pub(super) indent: usize,
    /// Width in columns, a Han character two, what it was set in by included.
    pub(super) columns: usize,
    pub(super) shape: Shape,
    evidence: Set,
}

/// Words that end or make up lines, by their last character.
struct Ends(HashMap<char, Vec<Vec<char>>>);

impl Ends {
    fn of(words: impl Iterator<Item = &'static str>) -> Self {
        let mut ends: HashMap<char, Vec<Vec<char>>> = HashMap::new();
        for word in words.map(|w| w.chars().collect::<Vec<_>>()) {
            if let Some(&last) = word.last() {
                ends.entry(last).or_default().push(word);
            }
        }
        Ends(ends)
    }

    fn with_last<'e>(&'e self, chars: &[char]) -> impl Iterator<Item = &'e Vec<char>> {
        chars.last().and_then(|last| self.0.get(last)).into_iter().flatten()
    }

    fn end(&self, chars: &[char]) -> bool {
        self.with_last(chars).any(|word| chars.ends_with(word))
    }

    fn are(&self, chars: &[char]) -> bool {
        self.with_last(chars).any(|word| chars == word)
    }
}

fn first_cells(table: &'static str) -> impl Iterator<Item = &'static str> {
    lexicon::rows(table).filter_map(|row| row.first().copied())
}

static HEADINGS: LazyLock<Ends> =
    LazyLock::new(|| Ends::of(first_cells(include_str!("../../data/sections.tsv"))));

static ASIDES: LazyLock<Ends> =
    LazyLock::new(|| Ends::of(first_cells(include_str!("../../data/asides.tsv"))));

/// What the names of offices end in that sign letters.
static OFFICES: LazyLock<Ends> = LazyLock::new(|| {
    Ends::of(
        [
            "局",
            "管理处",
            "办事处",
            "园林处",
            "委员会",
            "居委会",
            "村委会",
            "办公室",
            "中心",
            "公司",
            "协会",
            "医院",
            "编辑部",
            "支队",
            "大队",
            "中队",
            "总队",
            "派出所",
            "管理所",
            "指挥部",
            "总工会",
            "妇联",
            "团委",
            "消协",
            "学校",
            "中学",
            "小学",
            "大学",
            "法院",
            "检察院",
            "集团",
            "支行",
            "分行",
        ]
        .into_iter(),
    )
});

/// What announcements end in.
static NOTICES: LazyLock<Ends> = LazyLock::new(|| {
    Ends::of(
        [
            "启事",
            "公告",
            "通知",
            "通告",
            "公示",
            "声明",
            "告示",
            "告知书",
            "公开信",
            "倡议书",
            "感谢信",
            "待领",
        ]
        .into_iter(),
    )
});

/// Verbs that want an object after them: a line that ends in one goes on in the next.
static VERBS: LazyLock<Ends> = LazyLock::new(|| {
    Ends::of(
        [
            "部署", "发布", "印发", "启动", "召开", "要求", "强调", "推进", "推动", "出台", "举行", "举办",
            "开展", "推出", "公布", "提出", "呼吁", "建议", "指出", "促", "建成", "实现", "加快", "力争",
            "深化", "打造", "破解", "构建", "组织", "实施", "探索", "创新", "聚焦", "助力", "督促", "调研",
            "看望", "慰问", "会见", "批准", "通过", "制定", "确保", "保障", "促进", "提升", "加强", "强化",
            "优化", "完善", "落实", "试点", "推行", "推广", "开通", "投放", "发出", "查处", "整治", "治理",
            "清理", "征集", "评选", "表彰", "关于", "致力", "成为", "获评", "荣获", "喜获",
        ]
        .into_iter(),
    )
});

/// What readers who sign letters call themselves by.
const READERS: &[&str] =
    &["读者", "一位", "一名", "一个", "市民", "居民", "网友", "热心人", "部分业主", "全体业主"];

/// What a line of talk begins with.
const SPEAKERS: &[&str] =
    &["Q:", "A:", "记者:", "读者:", "市民:", "居民:", "网友:", "专家:", "律师:", "主持人:"];

/// How letters begin.
const SALUTES: &[&str] =
    &["编辑同志", "编辑部", "编辑您好", "编辑你好", "尊敬的编辑", "各位编辑", "晚报编辑", "记者同志"];

/// What is added to an article.
const ALSO: &[&str] = &["又讯", "另讯", "又据", "另据", "又电", "另悉"];

/// How articles end that say so.
const ENDINGS: &[&str] = &["(完)", "(未完待续)", "(待续)", "(未完)", "(全文完)", "(连载完)"];

/// Words that leads begin with.
const LEADS: &[&str] = &[
    "近日",
    "日前",
    "连日来",
    "近期",
    "昨日",
    "昨天",
    "昨晚",
    "今天",
    "今日",
    "今晨",
    "前日",
    "前天",
    "不久前",
    "记者从",
    "记者昨",
    "记者近",
    "上周",
    "本周",
];

/// Marks that bullets are drawn with.
pub(super) const BOXES: &str = "□■◎●▲◆★◇△▼▪•◼◾▍▌";

impl<'a> Line<'a> {
    /// Looks at a line, given as printed and as folded characters. Evidence of its place on the page comes later.
    pub(super) fn new(number: usize, text: &'a str, chars: &[char]) -> Self {
        let scan = Scan::of(chars);
        let mut line = Line {
            number,
            text,
            length: chars.len(),
            indent: 0,
            columns: chars.len() * 2 - scan.narrow,
            shape: Shape::default(),
            evidence: Set::default(),
        };
        line.look(chars, &scan);
        line
    }

    /// All that the line shows.
    pub fn evidence(&self) -> Set {
        self.evidence
    }

    /// Whether the line shows a piece of evidence.
    pub fn has(&self, evidence: Evidence) -> bool {
        self.evidence.has(evidence)
    }

    /// Whether the line holds nothing but a byline.
    pub(super) fn is_signed_alone(&self) -> bool {
        self.has(Evidence::Byline) || self.has(Evidence::Names)
    }

    pub(super) fn set(&mut self, evidence: Evidence, seen: bool) {
        self.evidence.put(evidence, seen);
    }

    fn look(&mut self, chars: &[char], scan: &Scan) {
        use Evidence::*;
        let (Some(&first), Some(&last)) = (chars.first(), chars.last()) else { return };
        let before = chars.len().checked_sub(2).map_or(' ', |i| chars[i]);
        let parts = scan.parts >= 2 && scan.shortest_part >= 4;
        let limit = if parts || scan.dash.is_some() { 64 } else { 45 };
        let title = chars.len() <= limit
            && !scan.has_stop
            && !matches!(last, '。' | ',' | '、' | ';')
            && !is_closing(first);
        let ends_sentence = matches!(last, '。' | '!' | '?' | '…' | ';');
        let quoted = matches!(last, '”' | '』' | '」' | ')' | '】' | '》');
        self.set(Title, title);
        self.set(Long, chars.len() > 45);
        self.set(Quoted, quoted);
        self.set(Closed, ends_sentence || quoted && (!title || matches!(before, '。' | '!' | '?' | '…')));
        self.set(Colon, last == ':');
        self.set(Comma, matches!(last, ',' | '、'));
        self.set(Marked, scan.has_mark || matches!(last, ',' | '。' | ';' | '、'));
        self.set(Midway, is_closing(first));
        self.set(Unbalanced, scan.open > 0);
        self.set(Boxed, BOXES.contains(first));
        self.set(Framed, first == '【' && scan.has_frame || chars.ends_with(&['>', '>']));
        self.set(Numbered, is_numbered(chars));
        self.set(Caption, is_caption(chars));
        self.set(Lead, begins_as_lead(chars) && !is_day(chars));
        self.set(Also, ALSO.iter().any(|w| starts_with(chars, w)));
        self.set(Speech, is_speech(chars, scan));
        self.set(Labelled, scan.colon.is_some_and(|at| (2..=8).contains(&at) && at + 4 < chars.len()));
        if chars.len() <= 20 {
            self.look_short(chars, scan);
        }
        if title {
            self.look_title(chars, scan, parts);
        }
        self.look_signed(chars, scan);
    }

    /// Evidence of lines of at most 20 characters.
    fn look_short(&mut self, chars: &[char], scan: &Scan) {
        use Evidence::*;
        let han_only = scan.han == chars.len();
        self.set(Brief, chars.len() < 9);
        self.set(Tiny, (2..=6).contains(&chars.len()) && han_only);
        self.set(Four, chars.len() == 4 && han_only);
        self.set(Notice, chars.len() <= 12 && NOTICES.end(chars));
        self.set(Salute, SALUTES.iter().any(|w| starts_with(chars, w)) && !chars.contains(&'。'));
        self.set(End, ENDINGS.iter().any(|w| chars.len() == w.chars().count() && starts_with(chars, w)));
        self.set(Aside, ASIDES.are(trim_frame(chars)));
        self.set(Dated, is_day(chars));
        let words = scan.han + scan.spaces == chars.len() && scan.spaces <= 3;
        let reader = || READERS.iter().any(|w| find(chars, w).is_some_and(|at| at == 0 || *w == "读者"));
        self.set(Sender, words && chars.len() >= 3 && (han_only && OFFICES.end(chars) || reader()));
    }

    /// Evidence of lines that look like titles.
    fn look_title(&mut self, chars: &[char], scan: &Scan, parts: bool) {
        use Evidence::*;
        let last = chars[chars.len() - 1];
        self.set(Full, chars.len() >= 12);
        let many = if chars.len() >= 28 { 2 } else { 3 };
        self.set(Prose, scan.commas >= many && !parts && scan.dash.is_none());
        let wordy = |c: &&char| "的了着也还就都并把被将是已又而".contains(**c);
        self.set(Wordy, chars.len() >= 14 && chars.iter().filter(wordy).count() >= 2);
        self.set(Kicker, chars.ends_with(&['—', '—']));
        self.set(Dashed, scan.dash.is_some_and(|at| at >= 3 && at + 2 < chars.len()));
        self.set(Deck, chars.starts_with(&['—', '—']));
        self.set(Numeric, last.is_ascii_digit() || last == '.');
        self.set(Parts, parts);
        self.set(Parallel, parts && scan.parts == 2 && scan.longest_part - scan.shortest_part <= 1);
        self.set(Bracketed, chars[0] == '(' && last == ')' && scan.brackets == 1);
        self.set(Heading, is_heading(chars));
        self.set(Label, self.has(Heading) && chars.len() <= 4);
        self.set(Open, VERBS.end(chars));
        self.set(Stub, self.has(Tiny) && chars.len() <= 3 && !self.has(Heading));
        let hinge = scan.hinge.filter(|&i| matches!(chars[i], ',' | ' '));
        self.set(Hinged, hinge.is_some_and(|i| (2..=6).contains(&i)) && chars.len() >= 8);
        if chars.contains(&'丨') {
            self.set(Framed, true);
        }
        self.shape = Shape::of(chars, scan.hinge);
    }

    /// Evidence of bylines and lead markers.
    fn look_signed(&mut self, chars: &[char], scan: &Scan) {
        use Evidence::*;
        let whole = whole_byline(chars, scan);
        if let Some(byline) = &whole {
            self.set(Byline, byline.has_role);
            let names = (1..=3).contains(&byline.signatures.len());
            self.set(Names, !byline.has_role && names && !self.has(Heading));
            let framed = !is_han(chars[0]) || byline.signatures.len() > 1;
            let likely = |s: &Signature| names::is_likely_name(&chars[s.span.start..s.span.end]);
            self.set(Likely, self.has(Names) && (framed || byline.signatures.iter().all(likely)));
            self.set(Credited, is_credit(chars, byline));
            self.set(Credit, self.has(Credited));
        }
        self.set(Byline, is_reported(chars));
        // 赣 夫: a pen name, set apart.
        let apart = scan.spaces > 0 && scan.parts == scan.han && (2..=3).contains(&scan.han);
        self.set(Names, apart && scan.han + scan.spaces == chars.len());
        // □ 石头河: what a box marks and is as short as a name signs, whoever it is.
        let boxed = matches!(chars[0], '□' | '■' | '◎' | '◇') && (2..=4).contains(&scan.han);
        let boxed = boxed && scan.han + scan.spaces + 1 == chars.len();
        self.set(Names, boxed);
        self.set(Likely, boxed);
        let lead = dateline::lead(&chars[..chars.len().min(120)]);
        if lead.marker.is_some() || lead.byline.is_some() {
            let alone = self.has(Byline) && lead.byline.is_some() || self.has(Names);
            self.set(Marker, !alone);
            self.set(HeadSigned, self.has(Marker) && lead.byline.is_some());
            let marker_end = lead.marker.map_or(0, |m| m.span.end);
            // 新华社北京8月4日电 题:… names what follows, and the writers come next.
            let titled =
                chars.get(marker_end..).is_some_and(|rest| find(&rest[..rest.len().min(5)], "题:").is_some());
            self.set(Dateline, marker_end > 0 && (marker_end + 1 >= chars.len() || titled));
        }
        self.set(Bullet, self.has(Boxed) && !self.is_signed_alone());
        // 。佟丽: the shape of a name, where no more is sure.
        let rest = &chars[scan.last_stop.map_or(0, |at| at + 1)..];
        self.set(Trail, rest.len() < 5 && rest.len() < chars.len() && names::is_chinese_name(rest));
        let is_head = self.has(HeadSigned) && scan.last_stop.is_none();
        if whole.is_none()
            && !is_head
            && may_end_signed(chars, scan)
            && let Some((at, byline)) = byline::tail(chars)
        {
            self.set(Signed, true);
            self.set(Credited, is_credit(&chars[at..], &byline));
        }
    }
}

/// What one pass over a line's characters counts.
#[derive(Debug, Default)]
struct Scan {
    han: usize,
    spaces: usize,
    /// Characters half as wide as the others.
    narrow: usize,
    /// A full stop stands before the end.
    has_stop: bool,
    /// A comma or the like stands in it.
    has_mark: bool,
    commas: usize,
    /// A closing 】 stands in it.
    has_frame: bool,
    /// More quotation marks, titles or brackets are opened than closed.
    open: i32,
    brackets: usize,
    /// Place of the last mark that ends a sentence or quotation, before the end.
    last_stop: Option<usize>,
    /// Place of the first colon.
    colon: Option<usize>,
    /// Place of the first ——.
    dash: Option<usize>,
    /// Place of the first comma, space or colon.
    hinge: Option<usize>,
    /// Runs between spaces.
    parts: usize,
    shortest_part: usize,
    longest_part: usize,
    /// A mark stands in it that no byline holds.
    is_prose: bool,
}

impl Scan {
    fn of(chars: &[char]) -> Self {
        let mut scan = Scan { shortest_part: usize::MAX, ..Scan::default() };
        let end = chars.len().saturating_sub(1);
        let (mut quotes, mut titles, mut brackets) = (0, 0, 0);
        let mut part_from = 0;
        for (i, &c) in chars.iter().enumerate() {
            if ('\u{4E00}'..='\u{9FFF}').contains(&c) {
                scan.han += 1;
                continue;
            }
            match c {
                ' ' => {
                    scan.spaces += 1;
                    scan.narrow += 1;
                    scan.hinge.get_or_insert(i);
                    scan.part(part_from, i);
                    part_from = i + 1;
                }
                ',' | '、' | ';' => {
                    scan.has_mark = true;
                    scan.commas += usize::from(c != '、');
                    scan.hinge.get_or_insert(i);
                    scan.is_prose |= c != '、';
                }
                '。' => {
                    scan.has_mark = true;
                    scan.has_stop |= i < end;
                    scan.is_prose = true;
                    scan.last_stop = if i < end { Some(i) } else { scan.last_stop };
                }
                '!' | '?' | '…' => {
                    scan.is_prose = true;
                    scan.last_stop = if i < end { Some(i) } else { scan.last_stop };
                }
                ':' => {
                    scan.colon.get_or_insert(i);
                    scan.hinge.get_or_insert(i);
                }
                '“' => {
                    quotes += 1;
                    scan.is_prose = true;
                }
                '”' => {
                    quotes -= 1;
                    scan.last_stop = if i < end { Some(i) } else { scan.last_stop };
                }
                '《' => {
                    titles += 1;
                    scan.is_prose = true;
                }
                '》' => titles -= 1,
                '(' => {
                    brackets += 1;
                    scan.brackets += 1;
                }
                ')' => brackets -= 1,
                '】' => scan.has_frame = true,
                '—' if i > 0 && chars[i - 1] == '—' => {
                    scan.dash.get_or_insert(i - 1);
                }
                '0'..='9' => {
                    scan.narrow += 1;
                    scan.is_prose = true;
                }
                '!'..='~' => scan.narrow += 1,
                _ if is_han(c) => scan.han += 1,
                _ => {}
            }
        }
        scan.part(part_from, chars.len());
        scan.open = quotes.max(0) + titles.max(0) + brackets.max(0);
        scan
    }

    fn part(&mut self, from: usize, to: usize) {
        if to > from {
            self.parts += 1;
            self.shortest_part = self.shortest_part.min(to - from);
            self.longest_part = self.longest_part.max(to - from);
        }
    }
}

/// The byline that a line is from end to end.
fn whole_byline(chars: &[char], scan: &Scan) -> Option<Byline> {
    const LIMIT: usize = 90;
    // Characters that roles are written with.
    let has_role = |c: &char| {
        matches!(
            c,
            '记' | '通'
                | '摄'
                | '文'
                | '图'
                | '作'
                | '供'
                | '稿'
                | '者'
                | '实'
                | '整'
                | '编'
                | '撰'
                | '著'
                | '综'
        )
    };
    let may_be = !scan.is_prose && chars.len() <= LIMIT && (scan.han <= 14 || chars.iter().any(has_role));
    if may_be { byline::read(chars) } else { None }
}

/// Whether a line holds a byline and nothing else that places its writer, 記者陳小可／台中報導, or names a book's, 陈小可 著.
fn is_reported(chars: &[char]) -> bool {
    const LIMIT: usize = 36;
    if let [names @ .., ' ' | '/', '著' | '译' | '画'] = chars {
        return (2..=10).contains(&names.len()) && names.iter().all(|&c| is_han(c) || c == ' ');
    }
    // 以上图片均为本报记者陈小可摄
    let of_pictures =
        ["以上", "本版", "本组", "文中", "图片", "照片", "均为"].iter().any(|w| starts_with(chars, w))
            && chars.iter().any(|&c| matches!(c, '图' | '照'));
    if of_pictures && chars.len() <= LIMIT {
        let ends = |w: &str| chars.ends_with(&w.chars().collect::<Vec<_>>());
        return ["摄", "提供", "供图", "拍摄", "摄影"].into_iter().any(ends);
    }
    if starts_with(chars, "(参与采写") && chars.ends_with(&[')']) {
        return true;
    }
    let supplied = ["供稿", "供图", "整理", "采写"].iter().any(|w| {
        let inner = chars.trim_ends(|c| matches!(c, '(' | ')'));
        inner.len() < chars.len() && inner.ends_with(&w.chars().collect::<Vec<_>>())
    });
    if supplied && chars.len() <= LIMIT && !chars.contains(&'。') {
        return true;
    }
    let bare =
        chars.trim_ends(|c| matches!(c, '(' | '[' | '〔' | '【' | ')' | ']' | '〕' | '】' | '□' | '■' | ' '));
    chars.len() <= LIMIT
        && (starts_with(bare, "记者") || starts_with(bare, "本报记者"))
        && (bare.ends_with(&['报', '导']) || bare.ends_with(&['报', '道']) || bare.ends_with(&['整', '理']))
}

/// Trims what a test accepts from both ends.
trait TrimEnds {
    fn trim_ends(&self, is_end: impl Fn(char) -> bool) -> &[char];
}

impl TrimEnds for [char] {
    fn trim_ends(&self, is_end: impl Fn(char) -> bool) -> &[char] {
        let start = self.iter().position(|&c| !is_end(c)).unwrap_or(self.len());
        let end = self.iter().rposition(|&c| !is_end(c)).map_or(start, |i| i + 1);
        &self[start..end.max(start)]
    }
}

/// Whether a byline may stand behind the last sentence: a bracket, or a short rest.
fn may_end_signed(chars: &[char], scan: &Scan) -> bool {
    const REST: usize = 80;
    match chars[chars.len() - 1] {
        ')' | ']' => true,
        '。' | '!' | '?' | '…' | '”' | ',' | '、' | ':' | ';' => false,
        _ => scan.last_stop.is_some_and(|at| chars.len() - at <= REST),
    }
}

/// Whether a character closes what another opened, or ends a clause.
fn is_closing(c: char) -> bool {
    matches!(c, ',' | '。' | '、' | ';' | ':' | '!' | '?' | '”' | ')' | '》' | '』' | '」' | '】' | '%' | '℃')
}

/// Whether a byline credits a picture only: `张晓明 摄`, `记者张晓明 摄`.
fn is_credit(chars: &[char], byline: &Byline) -> bool {
    let photographers = byline.signatures.iter().all(|s| s.kind == CorrespondentKind::Photographer);
    photographers || chars.iter().rev().find(|&&c| is_han(c)) == Some(&'摄')
}

/// Whether a line begins as captions do: `图为…`, `图①:…`, `上图:…`, `▶…`.
fn is_caption(chars: &[char]) -> bool {
    if matches!(chars[0], '▶' | '◀' | '►' | '◄' | '→' | '←' | '↑' | '↓') && chars.get(1) != Some(&chars[0])
    {
        return true;
    }
    let picture = chars.iter().take(3).position(|&c| c == '图');
    picture.is_some_and(|at| match chars.get(at + 1) {
        Some('为' | ':' | '①'..='⑳') => at == 0 || matches!(chars[0], '上' | '下' | '左' | '右'),
        Some(c) => at == 0 && (c.is_ascii_digit() || "一二三四五六".contains(*c)),
        None => false,
    })
}

fn is_numbered(chars: &[char]) -> bool {
    match chars {
        ['(', c, ')', ..] => c.is_ascii_digit() || "一二三四五六七八九十".contains(*c),
        [c, '、' | '.', next, ..] => {
            (c.is_ascii_digit() && !next.is_ascii_digit())
                || "一二三四五六七八九十".contains(*c)
                || c.is_ascii_uppercase()
        }
        [c, ..] => ('①'..='⑳').contains(c),
        [] => false,
    }
}

/// Whether a line begins with who speaks: 问:, 读者问:, 市规划局答:.
fn is_speech(chars: &[char], scan: &Scan) -> bool {
    const REACH: usize = 14;
    // 一问, 二问 number the crossheads of an article.
    let asked = |at: usize| {
        (1..=REACH).contains(&at)
            && matches!(chars[at - 1], '问' | '答' | '問')
            && !(at == 2 && "一二三四五六七八九十".contains(chars[0]))
    };
    scan.colon.is_some_and(asked) || SPEAKERS.iter().any(|w| starts_with(chars, w))
}

/// Nothing but a day.
fn is_day(chars: &[char]) -> bool {
    const LIMIT: usize = 14;
    let of_date = |&c: &char| c.is_ascii_digit() || "年月日〇零一二三四五六七八九十廿".contains(c);
    chars.last() == Some(&'日') && chars.len() <= LIMIT && chars.iter().all(of_date)
}

/// Without the marks that column headings are framed in.
fn trim_frame(chars: &[char]) -> &[char] {
    chars.trim_ends(|c| {
        matches!(c, '【' | '】' | '>' | '<' | '[' | ']' | ' ' | ':' | '|' | '〉') || BOXES.contains(c)
    })
}

/// A column heading: two to six Han characters (with · | inside), ending as column headings end.
fn is_heading(chars: &[char]) -> bool {
    let bare = trim_frame(chars);
    let dotted = is_dotted(bare);
    (2..=if dotted { 11 } else { 6 }).contains(&bare.len())
        && bare.iter().all(|&c| is_han(c) || matches!(c, '·' | '|' | '丨'))
        && (dotted || HEADINGS.end(bare))
}

/// Two short halves with a dot between, as in 社区·烦心事.
fn is_dotted(chars: &[char]) -> bool {
    let mut halves = chars.split(|&c| c == '·').map(<[char]>::len);
    let short = |n: Option<usize>| n.is_some_and(|n| (2..=5).contains(&n));
    short(halves.next()) && short(halves.next()) && halves.next().is_none()
}

/// A date, or one of the words that leads begin with.
fn begins_as_lead(chars: &[char]) -> bool {
    let date = chars.iter().take(12).position(|&c| c == '日').is_some_and(|i| {
        i > 0
            && chars[..i].iter().all(|&c| {
                c.is_ascii_digit() || matches!(c, '年' | '月') || "〇零一二三四五六七八九十廿".contains(c)
            })
    });
    date || LEADS.iter().any(|w| starts_with(chars, w))
}

/// Where a word stands in a short line.
fn find(chars: &[char], word: &str) -> Option<usize> {
    (0..chars.len()).find(|&i| starts_with(&chars[i..], word))
}
