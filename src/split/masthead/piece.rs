//! The pieces of a masthead line: what each names.

use crate::chars::is_han;
use crate::lexicon::{Beginnings, begins, ends};
use crate::numeral::integer;
use crate::split::furniture::navigation;
use crate::split::words::WORDS;
use jiff::civil::Date;
use std::sync::LazyLock;

/// One thing that a masthead line names.
#[derive(Debug, PartialEq)]
pub(super) enum Token {
    Newspaper(String),
    /// Year, month, day.
    Day(Date),
    /// A day that is not in the calendar, or that the weekday beside it contradicts.
    BadDay,
    /// Month and day.
    ShortDay,
    /// From Monday, 0.
    Weekday(i8),
    Page(String),
    /// Lunar date, number of pages, issue number, editors, hotline.
    Other,
    /// Two to six Han characters: the page's name, where something surer stands beside it.
    Name,
}

/// What else mastheads name before a colon or slash.
static CREDITS: LazyLock<Beginnings> = LazyLock::new(|| {
    Beginnings::of(&[
        "责任编辑",
        "责编",
        "组稿",
        "排版",
        "电脑排版",
        "录入",
        "审稿",
        "签发",
        "编辑",
        "值班编辑",
        "值班主任",
        "主编",
        "编审",
        "监审",
        "校对",
        "组版",
        "版式",
        "美编",
        "制图",
        "视觉",
        "统筹",
        "检校",
        "审校",
        "一审",
        "二审",
        "三审",
        "热线",
        "电话",
        "传真",
        "邮箱",
        "信箱",
        "电子信箱",
        "电子邮箱",
        "E-mail",
        "Email",
        "QQ",
        "审读",
        "执行主编",
        "值班总编",
        "总编辑",
        "督印人",
        "出版人",
        "承印",
        "印刷",
        "地址",
        "邮编",
        "邮政编码",
        "社址",
    ])
});

const WEEKDAYS: &str = "一二三四五六日天";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
/// The solar terms, after the lunar day.
const TERMS: [[char; 2]; 24] = [
    ['立', '春'],
    ['雨', '水'],
    ['惊', '蛰'],
    ['春', '分'],
    ['清', '明'],
    ['谷', '雨'],
    ['立', '夏'],
    ['小', '满'],
    ['芒', '种'],
    ['夏', '至'],
    ['小', '暑'],
    ['大', '暑'],
    ['立', '秋'],
    ['处', '暑'],
    ['白', '露'],
    ['秋', '分'],
    ['寒', '露'],
    ['霜', '降'],
    ['立', '冬'],
    ['小', '雪'],
    ['大', '雪'],
    ['冬', '至'],
    ['小', '寒'],
    ['大', '寒'],
];
const HAN_DIGITS: &str = "〇零一二三四五六七八九十廿卅";

/// Whether a piece is a role of those who make the page, in full.
pub(in crate::split) fn is_role(piece: &[char]) -> bool {
    is_credit(piece.strip_prefix(&['本', '版']).unwrap_or(piece))
}

/// Whether mastheads name something so: 责编, 图片编辑, 社址.
fn is_credit(name: &[char]) -> bool {
    CREDITS.get(name).is_some()
        || (3..=6).contains(&name.len())
            && ends!(
                name,
                [
                    "编辑",
                    "校对",
                    "美编",
                    "设计",
                    "编委",
                    "总编",
                    "主编",
                    "审读",
                    "审校",
                    "热线",
                    "邮编",
                    "零售价"
                ]
            )
            && name.iter().all(|&c| is_han(c))
}

/// What databases write before a day, a page's number and the like.
static LABELS: LazyLock<Beginnings> = LazyLock::new(|| {
    Beginnings::of(&[
        "日期:",
        "出版日期:",
        "见报日期:",
        "版次:",
        "版面:",
        "版号:",
        "版名:",
        "报纸:",
        "报纸名称:",
        "报名:",
        "期号:",
        "星期:",
        "作者:",
    ])
});

/// Reads a piece without spaces: one token, or a day with what follows it.
pub(super) fn read_piece(piece: &[char], tokens: &mut Vec<Token>) -> Option<()> {
    // 作者:何敏 signs; 作者: names nobody.
    if let Some((length, ())) = LABELS.at_start(piece).filter(|(n, ())| piece[0] != '作' || *n == piece.len())
    {
        let rest = &piece[length..];
        let bare = (1..=3).contains(&rest.len()) && rest.iter().all(char::is_ascii_digit);
        if bare {
            tokens.push(Token::Page(rest.iter().collect()));
        }
        if rest.is_empty() && tokens.is_empty() || begins!(piece, ["版名:"]) {
            tokens.push(Token::Other);
            return Some(());
        }
        return if rest.is_empty() || bare { Some(()) } else { read_piece(rest, tokens) };
    }
    // 11月8日: with the weekday or page beside it.
    if let Some(length) = short_day(piece) {
        tokens.push(Token::ShortDay);
        return if length == piece.len() { Some(()) } else { read_piece(&piece[length..], tokens) };
    }
    if let Some((day, length)) = day(piece) {
        tokens.push(day.map_or(Token::BadDay, Token::Day));
        let rest = &piece[length..];
        let rest = rest.strip_prefix(&['/']).unwrap_or(rest);
        return if rest.is_empty() { Some(()) } else { read_piece(rest, tokens) };
    }
    // 海州晚报·周末版
    if let Some(dot) = piece.iter().position(|&c| c == '·')
        && is_newspaper(&piece[..dot])
        && is_edition(&piece[dot + 1..])
    {
        tokens.push(Token::Newspaper(piece[..dot].iter().collect()));
        return Some(());
    }
    // 海州晚报2019年11月8日
    let name = piece.iter().position(|c| c.is_ascii_digit() || *c == '/').unwrap_or(0);
    if name > 0 && is_newspaper(&piece[..name]) {
        tokens.push(Token::Newspaper(piece[..name].iter().collect()));
        let rest = &piece[name..];
        return read_piece(rest.strip_prefix(&['/']).unwrap_or(rest), tokens);
    }
    if let Some((weekday, length)) = weekday(piece) {
        tokens.push(Token::Weekday(weekday));
        let rest = &piece[length..];
        if rest.is_empty() {
            return Some(());
        }
        // 星期五的约会 is a title.
        return read_piece(rest, tokens).filter(|()| !matches!(tokens.last(), Some(Token::Name)));
    }
    if is_other(piece) {
        tokens.push(Token::Other);
    } else if let Some(label) = page(piece) {
        tokens.push(Token::Page(label));
    } else if is_newspaper(piece) {
        tokens.push(Token::Newspaper(piece.iter().collect()));
    } else {
        let longest = if piece.contains(&'·') { 11 } else { 6 };
        let office = (4..=14).contains(&piece.len()) && WORDS.offices.ends(piece);
        let is_name = ((2..=longest).contains(&piece.len()) || office)
            && piece.iter().all(|&c| is_han(c) || matches!(c, '/' | '·'));
        // 副刊“柳巷灯”
        let supplement = match piece {
            [kind, rest @ .., '”'] if piece.len() <= 12 && is_han(*kind) => {
                begins!(piece, ["副刊", "专刊", "周刊", "特刊", "专版", "文艺"])
                    && rest.iter().all(|&c| is_han(c) || c == '“')
            }
            _ => false,
        };
        (is_name || supplement).then(|| tokens.push(Token::Name))?;
    }
    Some(())
}

/// The day at the head of a piece (`None` inside where the calendar has no such day), and its length.
pub(super) fn day(piece: &[char]) -> Option<(Option<Date>, usize)> {
    let from = if begins!(piece, ["公历", "公元", "西历", "阳历"]) { 2 } else { 0 };
    // 中华民国一〇五年: of the Republic, whose first year was 1912.
    let republic =
        if begins!(piece, ["中华民国"]) { 4 } else { 2 * usize::from(begins!(piece, ["民国"])) };
    let from = from.max(republic);
    let is_digit = |c: &char| c.is_ascii_digit() || HAN_DIGITS.contains(*c);
    let mut at = from;
    let mut parts = [0i64; 3];
    for (n, part) in parts.iter_mut().enumerate() {
        let run = piece[at..].iter().take_while(|c| is_digit(c)).count();
        let fits = if n == 0 && republic == 0 { run == 4 } else { (1..=4).contains(&run) };
        if !fits {
            return None;
        }
        let (value, length) = integer(&piece[at..at + run])?;
        if length != run {
            return None;
        }
        *part = value;
        at += run;
        match (n, piece.get(at)) {
            (0, Some('年' | '/' | '.' | '-')) | (1, Some('月' | '/' | '.' | '-')) | (2, Some('日')) => {
                at += 1
            }
            (2, _) if piece[from].is_ascii_digit() => {}
            _ => return None,
        }
    }
    let year = i16::try_from(parts[0]).ok()? + if republic > 0 { 1911 } else { 0 };
    let small = |n: i64| i8::try_from(n).ok();
    Some((small(parts[1]).zip(small(parts[2])).and_then(|(m, d)| Date::new(year, m, d).ok()), at))
}

/// The length of a month and day at the head of a piece.
fn short_day(piece: &[char]) -> Option<usize> {
    let number = |from: usize| piece[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let month = number(0);
    if !(1..=2).contains(&month) || piece.get(month) != Some(&'月') {
        return None;
    }
    let day = number(month + 1);
    let end = month + 1 + day;
    ((1..=2).contains(&day) && piece.get(end) == Some(&'日')).then_some(end + 1)
}

/// The weekday at the head of a piece, from Monday, 0, and its length.
fn weekday(piece: &[char]) -> Option<(i8, usize)> {
    let length = match piece {
        ['星', '期', ..] | ['礼', '拜', ..] => 2,
        ['周', ..] => 1,
        _ => return None,
    };
    let number = WEEKDAYS.chars().position(|c| piece.get(length) == Some(&c))?.min(6);
    Some((i8::try_from(number).ok()?, length + 1))
}

/// The label of a piece that names a page, with or without the page's title.
fn page(piece: &[char]) -> Option<String> {
    // 第A07版 is page A07; 第3版 stays as printed.
    let start = usize::from(piece[0] == '第');
    let letters = piece[start..].iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let digits = piece[start + letters..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut end = start + letters + digits;
    let han = piece[start..].iter().take_while(|c| HAN_DIGITS.contains(**c)).count();
    if letters + digits == 0 && (1..=3).contains(&han) && (start == 1 || piece.get(han) == Some(&'版')) {
        end = start + han;
    } else if !(1..=3).contains(&digits) || letters > 2 {
        return None;
    } else {
        // A04-05, A6—A7: two pages printed as one.
        end += joined_page(&piece[end..]);
    }
    let closed = piece.get(end) == Some(&'版');
    let bare = letters > 0 && start == 0 && piece[0].is_ascii_uppercase();
    if !closed && !bare {
        return None;
    }
    let label = if letters > 0 { &piece[start..end] } else { &piece[..end + usize::from(closed)] };
    let rest = &piece[end + usize::from(closed)..];
    let title = rest.get(1..).unwrap_or_default();
    let titled = matches!(rest.first(), Some(':' | '/' | '·'))
        && (2..=10).contains(&title.len())
        && title.iter().all(|&c| is_han(c) || c == '·');
    (rest.is_empty() || titled).then(|| label.iter().collect())
}

/// The length of what joins a second page to the first: `-05`, `—A7`.
fn joined_page(rest: &[char]) -> usize {
    let joint = rest.iter().take_while(|c| matches!(c, '-' | '—' | '~')).count();
    let letters = rest[joint..].iter().take_while(|c| c.is_ascii_uppercase()).count();
    let digits = rest[joint + letters..].iter().take_while(|c| c.is_ascii_digit()).count();
    let joins = (1..=2).contains(&joint) && letters <= 1 && (1..=2).contains(&digits);
    if joins { joint + letters + digits } else { 0 }
}

/// Whether a piece ends in the name of an edition, three characters long.
pub(super) fn is_edition(piece: &[char]) -> bool {
    ends!(
        piece,
        [
            "海外版",
            "周末版",
            "农村版",
            "城市版",
            "社区版",
            "市区版",
            "星期版",
            "假日版",
            "校园版",
            "地方版",
            "县区版",
            "省内版",
            "美国版",
            "美东版",
            "美西版",
            "欧洲版",
            "星期刊",
            "周末刊",
            "节日版",
            "假日刊"
        ]
    )
}

/// Whether a piece is a newspaper's name by its end.
pub(super) fn is_newspaper(piece: &[char]) -> bool {
    const NONE: &[[char; 2]] = &[
        ['播', '报'],
        ['简', '报'],
        ['海', '报'],
        ['喜', '报'],
        ['通', '报'],
        ['捷', '报'],
        ['预', '报'],
        ['板', '报'],
        ['墙', '报'],
        ['举', '报'],
        ['汇', '报'],
        ['情', '报'],
        ['回', '报'],
    ];
    (3..=11).contains(&piece.len())
        && (ends!(piece, ["报", "晚刊", "周刊", "早刊", "晨刊", "日刊"])
            || is_edition(piece) && piece.len() > 5 && matches!(piece[piece.len() - 4], '报' | '刊'))
        && !NONE.iter().any(|none| piece.ends_with(none))
        && piece.iter().all(|&c| is_han(c))
}

/// Whether what stands behind a role or label is of its kind: a name, a number to call, where a house is.
fn fits(name: &[char], value: &[char]) -> bool {
    let digits = value.iter().filter(|c| c.is_ascii_digit() || HAN_DIGITS.contains(**c)).count();
    if ends!(name, ["零售价"]) {
        return digits >= 1;
    }
    if ends!(name, ["热线", "电话", "传真", "邮箱", "信箱", "mail", "QQ", "邮编", "编码"]) {
        return digits >= 3 || value.contains(&'@') || value.contains(&'×');
    }
    if ends!(name, ["地址", "社址"]) {
        return digits > 0 || value.iter().any(|&c| "市县区镇路街巷道村号楼社".contains(c));
    }
    if ends!(name, ["印刷", "承印"]) {
        return ends!(value, ["厂", "公司", "中心", "社", "所"]);
    }
    let longest = if ends!(name, ["一审", "二审", "三审"]) { 3 } else { 4 };
    let is_name = |part: &[char]| part.len() <= longest || part.iter().all(char::is_ascii);
    value.split(|&c| c == '/').all(is_name) || ends!(value, ["部", "社", "室", "中心", "局", "联", "委"])
}

/// Lunar dates, numbers of pages and issues, editors, hotlines.
fn is_other(piece: &[char]) -> bool {
    let lunar = begins!(
        piece,
        ["农历", "阴历", "夏历", "藏历", "傣历", "彝历", "旧历", "黄历", "佛历", "回历", "伊斯兰历"]
    ) && piece.len() <= 16;
    // 历甲子年: the line broke in 农历.
    let piece = piece.strip_prefix(&['历']).unwrap_or(piece);
    let cyclic = piece.len() >= 3
        && piece.len() <= 13
        && STEMS.contains(piece[0])
        && BRANCHES.contains(piece[1])
        && piece[2] == '年';
    let month = piece.iter().position(|&c| c == '月').is_some_and(|i| {
        // 十月廿六大雪
        let term = || piece.len() == i + 5 && TERMS.contains(&[piece[i + 3], piece[i + 4]]);
        (1..=2).contains(&i)
            && (piece.len() == i + 3 || term())
            && piece[..i].iter().all(|&c| "正冬腊闰二三四五六七八九十".contains(c))
            && "初十廿卅".contains(piece[i + 1])
    });
    let number = match piece {
        ['今', '日', number @ .., '版'] | ['共', number @ .., '版'] => number,
        ['总' | '新', '第', number @ .., '期' | '号'] | ['第', number @ .., '期' | '号'] => number,
        ['本', '期', number @ .., '版'] => number,
        _ => &[],
    };
    // 廿六大雪
    let term =
        matches!(piece, [ten, _, _, _] if "初十廿卅".contains(*ten)) && TERMS.contains(&[piece[2], piece[3]]);
    let numbered = (1..=6).contains(&number.len())
        && number.iter().all(|&c| c.is_ascii_digit() || HAN_DIGITS.contains(c));
    let serial = begins!(piece, ["CN", "ISSN"]) && piece.iter().any(char::is_ascii_digit);
    let credit = piece.iter().position(|&c| matches!(c, ':' | '/')).is_some_and(|i| {
        let led = begins!(
            piece,
            ["本版", "本期", "本报", "本刊", "本社", "新闻", "投稿", "广告", "发行", "订报", "报料"]
        );
        let name = &piece[if led { i.min(2) } else { 0 }..i];
        (1..=30).contains(&(piece.len() - i - 1)) && is_credit(name) && fits(name, &piece[i + 1..])
    });
    // 海州县融媒体中心主办
    let issued = (4..=18).contains(&piece.len())
        && ends!(piece, ["主办", "主管", "承办", "协办", "出版", "编印", "承印", "印刷"])
        && piece.iter().all(|&c| is_han(c));
    let navigates = navigation::is_link(piece);
    // 本报社址人民路, 电话二三〇号
    let digit = |c: &char| c.is_ascii_digit() || HAN_DIGITS.contains(*c);
    let digits = piece.iter().filter(|c| digit(c)).count();
    let told = piece.len() <= 20
        && (begins!(piece, ["本报社址", "社址"])
            || digits >= 3 && begins!(piece, ["电话"])
            || digits >= 1
                && begins!(piece, ["零售", "每份", "定价"])
                && ends!(piece, ["元", "角", "分", "毛", "元整"]));
    // 来稿请寄县城关镇
    let told =
        told || piece.len() <= 24 && begins!(piece, ["来稿请", "来信请", "投稿请", "稿件请", "来稿寄"]);
    told || issued
        || term
        || navigates
        || lunar
        || cyclic
        || month
        || numbered
        || serial
        || credit
        || piece == ['本', '版']
}
