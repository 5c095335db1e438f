//! Masthead lines: newspaper, day, weekday, page and their kin, in any order and number.

use crate::chars::{fold, is_han};
use crate::document::starts_with;
use crate::numeral::integer;
use jiff::civil::Date;

/// What the masthead lines of a page say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The newspaper's name.
    pub newspaper: Option<String>,
    /// The page's label as printed.
    pub page: Option<String>,
    /// The day of printing. A weekday beside it must agree.
    pub published: Option<Date>,
}

/// One thing that a masthead line names.
#[derive(Debug, PartialEq)]
enum Token {
    Newspaper(String),
    /// Year, month, day.
    Day(Date),
    /// A day that is not in the calendar, or that the weekday beside it contradicts.
    BadDay,
    /// From Monday, 0.
    Weekday(i8),
    Page(String),
    /// Lunar date, number of pages, issue number, editors, hotline.
    Other,
    /// Two to six Han characters: the page's name, where something surer stands beside it.
    Name,
}

/// What newspapers' names end in.
const NEWSPAPERS: &[&str] = &["报", "晚刊", "周刊", "早刊", "晨刊", "日刊"];

/// What ends so and is none.
const NO_NEWSPAPERS: &[&str] =
    &["播报", "简报", "海报", "喜报", "通报", "捷报", "预报", "板报", "墙报", "举报", "汇报", "情报", "回报"];

/// What else mastheads name before a colon or slash.
const CREDITS: &[&str] = &[
    "责任编辑",
    "责编",
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
];

const WEEKDAYS: &str = "一二三四五六日天";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
const HAN_DIGITS: &str = "〇零一二三四五六七八九十廿卅";

impl Masthead {
    /// Reads a line that names a day, weekday, page or newspaper and nothing else; `false` where it is another line.
    ///
    /// A newspaper's name or a day alone counts at the `top` of a page only: further down 社区快报 is a column heading,
    /// and a day may end a letter. What the line names replaces what was known: a dump may hold several pages.
    ///
    /// ```
    /// use jianbao::split::Masthead;
    /// let mut masthead = Masthead::default();
    /// assert!(masthead.read("海州晚报 第A07版：社区新闻　2019年11月8日 星期五", true));
    /// assert_eq!(masthead.page.as_deref(), Some("A07"));
    /// assert!(!masthead.read("2019年11月8日，居民告诉记者", true));
    /// ```
    pub fn read(&mut self, line: &str, top: bool) -> bool {
        let line = line.trim();
        self.read_chars(&line.chars().map(fold).collect::<Vec<_>>(), top, line)
    }

    /// Reads a line given as folded characters, and as printed.
    pub(super) fn read_chars(&mut self, chars: &[char], top: bool, printed: &str) -> bool {
        if !may_tell(chars) {
            return false;
        }
        let Some(tokens) = tokens(chars, printed) else { return false };
        // Credits by themselves are furniture of another kind.
        if tokens.iter().all(|t| matches!(t, Token::Other))
            && crate::split::furniture::class_of(chars).is_some()
        {
            return false;
        }
        // Below the first article a day by itself may end a letter.
        let single = |t: &Token| matches!(t, Token::Newspaper(_) | Token::Day(_) | Token::BadDay);
        if !top && tokens.iter().all(single) && tokens.len() == 1 {
            return false;
        }
        for token in tokens {
            match token {
                Token::Newspaper(name) => self.newspaper = Some(name),
                Token::Page(label) => self.page = Some(label),
                Token::Day(date) => self.published = Some(date),
                _ => {}
            }
        }
        true
    }
}

/// A cheap refusal: most lines of a page are long, or end a sentence, or name nothing that a masthead names.
fn may_tell(chars: &[char]) -> bool {
    const LIMIT: usize = 100;
    if chars.len() > LIMIT
        || matches!(chars.last(), Some('。' | ',' | '、' | ';' | '?' | '!' | '”' | '…') | None)
    {
        return false;
    }
    let mut tells = false;
    for &c in chars {
        match c {
            '。' | '“' | '?' | '!' | '、' => return false,
            '0'..='9' | '版' | '报' | '刊' | '期' | '年' | '历' | ':' => tells = true,
            _ => {}
        }
    }
    tells
}

/// The tokens of a masthead line, or `None` where it holds anything else.
fn tokens(chars: &[char], printed: &str) -> Option<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::new();
    // After a role stand names: 编辑 唐 松.
    let mut credited = false;
    let mut bare_number: Option<String> = None;
    let mut bare_number_seen = false;
    let is_joint = |c: char| " |,丨■●◆()《》".contains(c);
    let mut at = 0;
    while at < chars.len() {
        if is_joint(chars[at]) {
            at += 1;
            continue;
        }
        let mut end = (at..chars.len()).find(|&i| is_joint(chars[i])).unwrap_or(chars.len());
        // 第 07 版, as databases print it.
        let piece = if chars[at..end] == ['第'] {
            let close = (end..chars.len().min(end + 8)).find(|&i| chars[i] == '版')?;
            end = (close..chars.len()).find(|&i| is_joint(chars[i])).unwrap_or(chars.len());
            chars[at..end].iter().copied().filter(|&c| c != ' ').collect()
        } else {
            chars[at..end].to_vec()
        };
        at = end;
        if credited && piece.len() <= 4 && piece.iter().all(|&c| is_han(c)) && !is_role(&piece) {
            continue;
        }
        // A page's number without a word: 08.
        if (1..=3).contains(&piece.len()) && piece.iter().all(char::is_ascii_digit) && !tokens.is_empty() {
            bare_number_seen = true;
            bare_number = Some(piece.iter().collect::<String>());
            continue;
        }
        credited = is_role(&piece);
        if credited {
            tokens.push(Token::Other);
        } else {
            read_piece(&piece, &mut tokens)?;
            credited = piece.contains(&':') && matches!(tokens.last(), Some(Token::Other));
        }
    }
    if let Some(number) = bare_number
        && tokens.iter().any(|t| matches!(t, Token::Day(_) | Token::BadDay))
        && !tokens.iter().any(|t| matches!(t, Token::Page(_)))
    {
        tokens.push(Token::Page(number));
    } else if bare_number_seen {
        return None;
    }
    // After a comma stands a sentence, not the page's name.
    let most_names = if chars.contains(&',') { 0 } else { 2 };
    let sure = tokens.iter().filter(|t| !matches!(t, Token::Name)).count();
    let names = tokens.len() - sure;
    let dated = tokens
        .iter()
        .any(|t| matches!(t, Token::Day(_) | Token::BadDay | Token::Weekday(_) | Token::Page(_)));
    // 海州晚报    社会生活
    let set_apart = tokens.len() == 2
        && matches!(tokens[0], Token::Newspaper(_))
        && chars.windows(3).any(|w| w.iter().all(|&c| c == ' '));
    if sure == 0 || names > most_names || names > 0 && !dated && !set_apart {
        return None;
    }
    check_weekday(&mut tokens);
    // Names are told as printed, in traditional characters where they are.
    for token in &mut tokens {
        if let Token::Newspaper(name) = token {
            *name = as_printed(name, chars, printed);
        }
    }
    Some(tokens)
}

/// Whether a piece is a role of those who make the page, in full.
fn is_role(piece: &[char]) -> bool {
    let bare = if starts_with(piece, "本版") { &piece[2..] } else { piece };
    CREDITS.iter().any(|w| bare.len() == w.chars().count() && starts_with(bare, w))
}

/// The printed form of a name that stands in `chars`.
fn as_printed(name: &str, chars: &[char], printed: &str) -> String {
    let length = name.chars().count();
    let at = (0..chars.len()).find(|&i| starts_with(&chars[i..], name)).unwrap_or(0);
    printed.chars().skip(at).take(length).collect()
}

/// Reads a piece without spaces: one token, or a day with what follows it.
fn read_piece(piece: &[char], tokens: &mut Vec<Token>) -> Option<()> {
    if let Some((day, length)) = day(piece) {
        tokens.push(day.map_or(Token::BadDay, Token::Day));
        return if length == piece.len() { Some(()) } else { read_piece(&piece[length..], tokens) };
    }
    // 海州晚报2019年11月8日
    let name = piece.iter().position(|c| c.is_ascii_digit()).unwrap_or(0);
    if name > 0 && is_newspaper(&piece[..name]) {
        tokens.push(Token::Newspaper(piece[..name].iter().collect()));
        return read_piece(&piece[name..], tokens);
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
        let is_name =
            (2..=6).contains(&piece.len()) && piece.iter().all(|&c| is_han(c) || matches!(c, '/' | '·'));
        is_name.then(|| tokens.push(Token::Name))?;
    }
    Some(())
}

/// The day at the head of a piece (`None` inside where the calendar has no such day), and its length.
fn day(piece: &[char]) -> Option<(Option<Date>, usize)> {
    let from = ["公历", "公元"].iter().find(|w| starts_with(piece, w)).map_or(0, |_| 2);
    let is_digit = |c: &char| c.is_ascii_digit() || HAN_DIGITS.contains(*c);
    let mut at = from;
    let mut parts = [0i64; 3];
    for (n, part) in parts.iter_mut().enumerate() {
        let run = piece[at..].iter().take_while(|c| is_digit(c)).count();
        let fits = if n == 0 { run == 4 } else { (1..=3).contains(&run) };
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
    let year = i16::try_from(parts[0]).ok()?;
    let small = |n: i64| i8::try_from(n).ok();
    Some((small(parts[1]).zip(small(parts[2])).and_then(|(m, d)| Date::new(year, m, d).ok()), at))
}

/// The weekday at the head of a piece, from Monday, 0, and its length.
fn weekday(piece: &[char]) -> Option<(i8, usize)> {
    let length = ["星期", "礼拜", "周"].iter().find(|w| starts_with(piece, w))?.chars().count();
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
    if start == 1 && letters + digits == 0 && (1..=3).contains(&han) {
        end = start + han;
    } else if !(1..=3).contains(&digits) || letters > 2 {
        return None;
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

fn is_newspaper(piece: &[char]) -> bool {
    let ends = |end: &str| {
        let n = end.chars().count();
        piece.len() >= n && starts_with(&piece[piece.len() - n..], end)
    };
    (3..=11).contains(&piece.len())
        && piece.iter().all(|&c| is_han(c))
        && NEWSPAPERS.iter().any(|end| ends(end))
        && !NO_NEWSPAPERS.iter().any(|end| ends(end))
}

/// Lunar dates, numbers of pages and issues, editors, hotlines.
fn is_other(piece: &[char]) -> bool {
    let begins = |w: &str| starts_with(piece, w);
    let lunar =
        ["农历", "阴历", "夏历", "藏历", "傣历", "彝历"].iter().any(|w| begins(w)) && piece.len() <= 16;
    let cyclic = piece.len() >= 3
        && piece.len() <= 13
        && STEMS.contains(piece[0])
        && BRANCHES.contains(piece[1])
        && piece[2] == '年';
    let month = piece.iter().position(|&c| c == '月').is_some_and(|i| {
        (1..=2).contains(&i)
            && piece.len() == i + 3
            && piece[..i].iter().all(|&c| "正冬腊闰二三四五六七八九十".contains(c))
            && "初十廿卅".contains(piece[i + 1])
    });
    let counted = |head: &str, tail: char| {
        let n = head.chars().count();
        let number = piece.get(n..piece.len() - 1).unwrap_or_default();
        begins(head)
            && piece.ends_with(&[tail])
            && (1..=6).contains(&number.len())
            && number.iter().all(|&c| c.is_ascii_digit() || HAN_DIGITS.contains(c))
    };
    let numbered =
        counted("今日", '版') || counted("总第", '期') || counted("第", '期') || counted("共", '版');
    let serial = ["CN", "ISSN"].iter().any(|w| begins(w)) && piece.iter().any(char::is_ascii_digit);
    let credit = piece.iter().position(|&c| matches!(c, ':' | '/')).is_some_and(|i| {
        let bare = ["本版", "本期", "新闻", "投稿", "广告", "发行", "订报", "报料"]
            .iter()
            .find(|w| begins(w))
            .map_or(0, |_| 2);
        let name = &piece[bare.min(i)..i];
        (2..=30).contains(&(piece.len() - i - 1))
            && CREDITS.iter().any(|w| name.len() == w.chars().count() && starts_with(name, w))
    });
    let plain = piece.iter().filter(|c| !c.is_ascii_digit());
    let navigates = ["上一版", "下一版", "上一篇", "下一篇", "上一期", "下一期", "PDF版", "PDF"]
        .iter()
        .any(|w| plain.clone().copied().eq(w.chars()));
    navigates
        || lunar
        || cyclic
        || month
        || numbered
        || serial
        || credit
        || begins("本版") && piece.len() == 2
}

/// A day that its weekday contradicts was misread: it tells nothing.
fn check_weekday(tokens: &mut [Token]) {
    let Some(weekday) = tokens.iter().find_map(|t| if let Token::Weekday(n) = t { Some(*n) } else { None })
    else {
        return;
    };
    for token in tokens.iter_mut() {
        if matches!(token, Token::Day(date) if date.weekday().to_monday_zero_offset() != weekday) {
            *token = Token::BadDay;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read(lines: &[&str]) -> Masthead {
        let mut masthead = Masthead::default();
        for line in lines {
            assert!(masthead.read(line, true), "{line}");
        }
        masthead
    }

    #[test]
    fn newspaper_page_and_day() {
        let want = Masthead {
            newspaper: Some("海州晚报".into()),
            page: Some("A07".into()),
            published: Some(date(2019, 11, 8)),
        };
        for lines in [
            &["海州晚报", "第A07版：社区新闻", "2019年11月8日 星期五"][..],
            &["海州晚报 2019年11月8日　星期五 A07 社区新闻"],
            &["2019年11月8日星期五", "A07版", "海州晚报"],
            &["A07　社区新闻　　2019年11月8日　星期五", "海州晚报"],
            &["海州晚报 | 2019-11-08 | A07"],
            &["海州晚报      社会生活", "2019年11月8日", "A07版"],
            &["海州晚报 A07 旗县 苏木 2019年11月8日 星期五"],
            &["海州晚报　A07 | 战疫·邻里 2019年11月8日"],
            &["二〇一九年十一月八日 星期五 农历己亥年十月十二", "A07", "海州晚报"],
            &["海州晚报 A07 社区 2019年11月8日 星期五 编辑:董雪燕 版式:尹川"],
            &["A07 社区新闻 编辑 唐 松 美编 何敏", "2019年11月8日 海州晚报"],
            &["2019年11月8日 星期五 第A07版:社区 下一版4", "海州晚报"],
            &["海州晚报2019年11月8日 星期五 第A07版:社区周刊 PDF版 上一期 下一期"],
        ] {
            assert_eq!(read(lines), want, "{lines:?}");
        }
        assert_eq!(read(&["《 海州晚报 》（ 2019年11月08日 第 07 版）"]).page.as_deref(), Some("第07版"));
        assert_eq!(read(&["海州晚报 影像 08 2019年11月8日 星期五"]).page.as_deref(), Some("08"));
        assert_eq!(read(&["第3版"]).page.as_deref(), Some("第3版"));
        assert_eq!(read(&["2019年11月8日 星期四"]).published, None, "a weekday that disagrees");
        assert_eq!(read(&["2019年2月30日"]).published, None);
    }

    #[test]
    fn lines_of_articles() {
        for line in [
            "2019年11月8日，居民告诉记者",
            "社区新闻",
            "清理河道 守护碧水",
            "我们 社区 报",
            "2022先锋行动",
            "10月26日",
            "星期五的约会",
            "第3版画展开幕",
            "今年第3版规划出台",
        ] {
            assert!(!Masthead::default().read(line, true), "{line}");
        }
    }
}
