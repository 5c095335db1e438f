//! Masthead lines: newspaper, day, weekday, page and their kin, in any order and number.

mod piece;
mod source;

use crate::chars::{fold, is_han};
use crate::document::starts_with;
use crate::lexicon::{begins, ends};
use crate::split::line::trim;
use crate::split::words::WORDS;
use jiff::civil::Date;
pub(super) use piece::is_role;
use piece::{Token, is_edition, read_piece};
pub(super) use source::read_source;

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
        if top && chars.len() >= 4 && chars.iter().all(|&c| c.is_ascii_uppercase() || c == ' ') {
            return true;
        }
        if !may_tell(chars) {
            return false;
        }
        // At the top of a page, its number and name, 10 要闻, or the newspaper's name in letters.
        if top
            && let Some(number) = numbered_name(chars)
            && self.page.as_deref().is_none_or(|page| is_same_page(page, number))
        {
            self.page.get_or_insert_with(|| number.iter().collect());
            return true;
        }
        let Some(tokens) = tokens(chars, printed) else { return false };
        // Credits by themselves are furniture of another kind.
        if tokens.iter().all(|t| matches!(t, Token::Other)) && crate::split::furniture::find(chars).is_some()
        {
            return false;
        }
        // So are a day and links below a headline.
        let plain = |t: &Token| matches!(t, Token::Day(_) | Token::BadDay | Token::Other);
        if !top && tokens.iter().all(plain) && crate::split::furniture::class_of(chars) == Some("metadata") {
            return false;
        }
        // Below the first article a day by itself may end a letter.
        let single = |t: &Token| matches!(t, Token::Newspaper(_) | Token::Day(_) | Token::BadDay);
        if !top && tokens.iter().all(single) && tokens.len() == 1 {
            return false;
        }
        // 海州供电局 2012年3月28日 signs a notice.
        let signs = |t: &Token| matches!(t, Token::Name | Token::Day(_) | Token::BadDay);
        let first = chars.split(|&c| is_joint(c)).next().unwrap_or_default();
        let office =
            matches!(first.last(), Some('站' | '局' | '司' | '厂' | '院' | '校' | '所' | '委' | '处' | '部'));
        let is_heading = !office && WORDS.headings.ends(first);
        if !top && tokens.len() == 2 && tokens.iter().all(signs) && !is_heading {
            return false;
        }
        // 海州晚报 社区周刊: the second is the page's.
        let paper = |t: &Token| matches!(t, Token::Newspaper(name) if !name.ends_with('刊'));
        let has_paper = tokens.iter().any(paper);
        for token in tokens {
            match token {
                Token::Newspaper(name) if has_paper && name.ends_with('刊') => {}
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
    for (i, &c) in chars.iter().enumerate() {
        match c {
            // 副刊“老街灯”
            '“' if i > 0 && matches!(chars[i - 1], '刊' | '版') => {}
            '。' | '“' | '?' | '!' | '、' => return false,
            '0'..='9' | '版' | '报' | '刊' | '期' | '年' | '历' | ':' => tells = true,
            _ => {}
        }
    }
    tells
}

/// Whether a page's label is of this number: 第03版, 03.
fn is_same_page(page: &str, number: &[char]) -> bool {
    page.chars().filter(char::is_ascii_alphanumeric).eq(number.iter().copied())
}

/// The number of a line that is a page's number and name: at most two digits, or two numbers where pages are printed as
/// one (08—09, B4-B5), and two to eight Han characters.
fn numbered_name(chars: &[char]) -> Option<&[char]> {
    // Spaces that set two things apart.
    const WIDE: usize = 4;
    let is_name = |name: &[char]| {
        (2..=8).contains(&name.len()) && name.iter().all(|&c| is_han(c) || c == '·') && is_han(name[0])
    };
    let pages = |number: &[char]| {
        let end = page_number(number)?;
        let joint = number[end..].iter().take_while(|c| matches!(c, '-' | '—' | '~' | '、')).count();
        let both =
            joint > 0 && page_number(&number[end + joint..]).is_some_and(|n| end + joint + n == number.len());
        Some((both, end == number.len() && number[0].is_ascii_digit()))
    };
    let is_gap = |c: char| matches!(c, ' ' | '|' | '丨' | '·');
    // 03/社会新闻, 社会新闻·03
    let joint = |&at: &usize| {
        matches!(chars[at], '/' | '·') && at > 0 && {
            let (first, second) = (&chars[..at], &chars[at + 1..]);
            page_number(first) == Some(first.len()) && first.len() >= 2 && is_name(second)
                || is_name(first) && second.len() >= 2 && page_number(second) == Some(second.len())
        }
    };
    let gap = (0..chars.len().min(12)).find(|at| matches!(chars[*at], ' ' | '|' | '丨') || joint(at));
    let Some(gap) = gap else {
        // A6—A7
        return pages(chars).is_some_and(|(both, _)| both && chars[0].is_ascii_uppercase()).then_some(chars);
    };
    let rest = gap + chars[gap..].iter().position(|&c| !is_gap(c) && c != '/')?;
    // 乡镇新闻 02, 综合新闻 · 3, 深度        07
    let (first, second) = (&chars[..gap], &chars[rest..]);
    let marked = rest - gap > WIDE || chars[gap..rest].iter().any(|&c| c != ' ');
    if is_name(first)
        && (marked
            || second[0] == '0'
            || WORDS.headings.ends(first)
            || matches!(first.last(), Some('报' | '刊')))
        && (marked || second.len() >= 2)
        && page_number(second) == Some(second.len())
    {
        return Some(second);
    }
    let (both, one) = pages(first)?;
    // 06 基 层
    let apart = second.len() <= 12 && second.split(|&c| c == ' ').all(|part| part.len() <= 1);
    let letters = second.iter().filter(|&&c| is_han(c)).count();
    let spaced = apart && letters >= 2 && second.iter().all(|&c| c == ' ' || is_han(c));
    ((both || one) && (is_name(second) || spaced)).then_some(first)
}

/// The length of a page's number: a letter or none, and one or two digits.
fn page_number(chars: &[char]) -> Option<usize> {
    let letter = usize::from(chars.first().is_some_and(char::is_ascii_uppercase));
    let digits = chars[letter..].iter().take_while(|c| c.is_ascii_digit()).count();
    (1..=2).contains(&digits).then_some(letter + digits)
}

/// The tokens of a masthead line, or `None` where it holds anything else.
fn tokens(chars: &[char], printed: &str) -> Option<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::new();
    // After a role stand names: 编辑 唐 松. After 热线 a number.
    let (mut credited, mut roles, mut contact) = (false, 0, false);
    let mut bare_number: Option<String> = None;
    let mut bare_number_seen = false;
    let mut latin = false;
    // Characters set apart: 基  层.
    let mut letters: Vec<char> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if is_joint(chars[at]) {
            at += 1;
            continue;
        }
        let mut end = (at..chars.len()).find(|&i| is_joint(chars[i])).unwrap_or(chars.len());
        // 第 07 版, as databases print it.
        let joined: Vec<char>;
        let piece = if chars[at..end] == ['第'] {
            let close = (end..chars.len().min(end + 8)).find(|&i| chars[i] == '版')?;
            end = (close..chars.len()).find(|&i| is_joint(chars[i])).unwrap_or(chars.len());
            joined = chars[at..end].iter().copied().filter(|&c| c != ' ').collect();
            &joined[..]
        } else {
            &chars[at..end]
        };
        at = end;
        // ·2·
        let piece = trim(piece, |c| c == '·');
        if piece.is_empty() || matches!(piece, ['-' | '—' | '/']) {
            continue;
        }
        if credited && piece.len() <= 4 && piece.iter().all(|&c| is_han(c)) && !is_role(piece) {
            continue;
        }
        if (credited || contact) && piece.len() >= 5 && is_address(piece) {
            continue;
        }
        if let [letter] = piece
            && is_han(*letter)
        {
            letters.push(*letter);
            continue;
        }
        read_letters(&mut letters, &mut tokens)?;
        // What follows a forecast is of the forecast.
        if begins!(piece, ["今日天气", "今天天气", "天气"]) && !tokens.is_empty() {
            tokens.push(Token::Other);
            break;
        }
        // A page's number without a word: 08.
        if (1..=3).contains(&piece.len()) && piece.iter().all(char::is_ascii_digit) {
            bare_number_seen = true;
            bare_number = Some(piece.iter().collect::<String>());
            continue;
        }
        // HAIZHOU WANBAO 海州晚报
        if piece.len() >= 4 && piece.iter().all(char::is_ascii_uppercase) {
            latin = true;
            continue;
        }
        // 24小时热线 2000000
        let next = chars[at..].split(|&c| is_joint(c)).find(|next| !next.is_empty());
        contact = piece.len() <= 8
            && ends!(piece, ["热线", "电话", "邮箱", "信箱", "传真", "微信", "QQ"])
            && next.is_some_and(|next| next.len() >= 5 && is_address(next));
        credited = is_role(piece);
        if credited || contact {
            tokens.push(Token::Other);
        } else {
            read_piece(piece, &mut tokens)?;
            credited =
                piece.iter().any(|c| matches!(c, ':' | '/')) && matches!(tokens.last(), Some(Token::Other));
        }
        roles += usize::from(credited);
    }
    // The last character may have gone to the next line: …星期四 農.
    if letters.len() > 1 || tokens.len() < 3 {
        read_letters(&mut letters, &mut tokens)?;
    }
    if let Some(number) = bare_number
        && tokens.iter().any(|t| matches!(t, Token::Day(_) | Token::BadDay | Token::Other))
        && !tokens.iter().any(|t| matches!(t, Token::Page(_)))
    {
        tokens.push(Token::Page(number));
    } else if bare_number_seen {
        return None;
    }
    if latin && !tokens.iter().any(|t| matches!(t, Token::Newspaper(_) | Token::Day(_) | Token::Page(_))) {
        return None;
    }
    // After a comma stands a sentence, not the page's name.
    let most_names = if chars.contains(&',') { 0 } else { 2 };
    let names = tokens.iter().filter(|t| matches!(t, Token::Name)).count();
    let sure = tokens.iter().filter(|t| !matches!(t, Token::Name | Token::ShortDay)).count();
    // 11月8日 第3版; 11月8日 星期五 may begin a diary.
    let short = tokens.iter().any(|t| matches!(t, Token::ShortDay));
    if short && !tokens.iter().any(|t| matches!(t, Token::Page(_) | Token::Newspaper(_))) {
        return None;
    }
    let dated = tokens
        .iter()
        .any(|t| matches!(t, Token::Day(_) | Token::BadDay | Token::Weekday(_) | Token::Page(_)));
    // 海州晚报    社会生活
    let set_apart = tokens.len() == 2
        && matches!(tokens[0], Token::Newspaper(_))
        && chars.windows(3).any(|w| w.iter().all(|&c| c == ' '));
    // 海州晚刊 周末版
    let set_apart =
        set_apart || tokens.len() == 2 && matches!(tokens[0], Token::Newspaper(_)) && is_edition(chars);
    let credits = names == 1 && roles > 0;
    if sure == 0 || names > most_names || names > 0 && !dated && !set_apart && !credits {
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

/// Whether a character stands between the pieces of a masthead line.
const fn is_joint(c: char) -> bool {
    matches!(
        c,
        ' ' | '|'
            | '丨'
            | '['
            | ']'
            | ','
            | '■'
            | '●'
            | '◆'
            | '★'
            | '☆'
            | '('
            | ')'
            | '《'
            | '》'
            | '【'
            | '】'
            | '〔'
            | '〕'
            | '<'
            | '>'
    )
}

/// Reads characters that were set apart as one piece; `None` where one stands alone.
fn read_letters(letters: &mut Vec<char>, tokens: &mut Vec<Token>) -> Option<()> {
    if letters.is_empty() {
        return Some(());
    }
    let piece = std::mem::take(letters);
    if piece.len() < 2 {
        return None;
    }
    read_piece(&piece, tokens)
}

/// Whether a piece is a number to call or an address to write to.
fn is_address(piece: &[char]) -> bool {
    let marks = |&c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '—' | '@' | '.' | '_' | '×' | '/');
    piece.iter().all(marks)
}

/// The printed form of a name that stands in `chars`.
fn as_printed(name: &str, chars: &[char], printed: &str) -> String {
    let length = name.chars().count();
    let at = (0..chars.len()).find(|&i| starts_with(&chars[i..], name)).unwrap_or(0);
    printed.chars().skip(at).take(length).collect()
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
            &["A07 社区 海州晚报 2019年11月8日 星期五 责编/邱 云 美编/蓝 蔚"],
            &["HAIZHOU WANBAO", "海州晚报 A07 2019年11月8日 星期五 今日8版 今日天气:多云 南风4级 22~27度"],
            &["海州晚报2019年11月8日 星期五 第A07版:社区周刊 PDF版 上一期 下一期"],
            &["海州县融媒体中心 主编:何敏 责编:吴涛", "【A07】 海州晚报 2019年11月8日 总第6000号"],
            &["海州晚报 2019年11月8日 星期五 社区周刊 A07"],
            &["海州晚报 二〇一九年十一月八日 星期五 农", "历己亥年十月十二 A07 社区"],
        ] {
            assert_eq!(read(lines), want, "{lines:?}");
        }
        assert_eq!(read(&["《 海州晚报 》（ 2019年11月08日 第 07 版）"]).page.as_deref(), Some("第07版"));
        assert_eq!(read(&["海州晚报 影像 08 2019年11月8日 星期五"]).page.as_deref(), Some("08"));
        assert_eq!(read(&["04 民生社区 责任编辑:何敏 校对:吴涛"]).page.as_deref(), Some("04"));
        assert_eq!(read(&["10 要闻"]).page.as_deref(), Some("10"));
        assert_eq!(read(&["08—09 特别报道"]).page.as_deref(), Some("08—09"));
        assert_eq!(read(&["乡镇新闻 02"]).page.as_deref(), Some("02"));
        assert_eq!(read(&["3　镇村·民生"]).page.as_deref(), Some("3"));
        assert_eq!(read(&["A6—A7"]).page.as_deref(), Some("A6—A7"));
        assert_eq!(read(&["B4-B5 视觉"]).page.as_deref(), Some("B4-B5"));
        assert_eq!(
            read(&["海州时报 中华民国一〇五年三月三十一日 星期四"]).published,
            Some(date(2016, 3, 31))
        );
        for (line, page) in [
            ("A04-05 深读 海州周刊", "A04-05"),
            ("·2· 海州日报 二〇一九年十一月八日", "2"),
            ("06  基  层  海州新报 2019年11月8日", "06"),
            ("8 | 副刊·老街", "8"),
            ("综合新闻 · 3", "3"),
            ("海州周末报  2019年11月8日  星期五  第三版  副刊“老街灯”  第412期", "第三版"),
            ("深度            07", "07"),
            ("二版·校园 2019年11月8日", "二版"),
            ("03·社会新闻", "03"),
            ("社会新闻/03", "03"),
            ("11月8日 星期五 第3版", "第3版"),
            ("日期:2019-11-08 版次:03 作者:", "03"),
            ("海州日报 - 2019年11月08日 - 第03版:社会新闻", "第03版"),
        ] {
            assert_eq!(read(&[line]).page.as_deref(), Some(page), "{line}");
        }
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
