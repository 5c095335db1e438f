//! Masthead lines: newspaper, day, weekday, page and their kin, in any order and number.

use crate::chars::{fold, is_han};
use crate::numeral::integer;
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

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

/// A pattern that a test compiles.
fn pattern(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

static NEWSPAPER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"^[《]?(\p{Han}{1,8}(?:[日晚晨早商时周快导新]报|[日晚晨早周]刊|都市报|广播电视报|法制报|法治报|工人报|农民报|青年报|社区报|生活报|信息报|文化报|经济报|教育报|老年报|市民报|侨报|报))[》]?$",
    )
});
static DAY: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\(?(?:公历|公元)?([0-9]{4})[年/.\-]([0-9]{1,2})[月/.\-]([0-9]{1,2})日?\)?"));
static HAN_DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"^([一二][〇零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})日",
    )
});
static WEEKDAY: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\(?(?:星期|周|礼拜)([一二三四五六日天])\)?"));
static PAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"^(第?[A-Za-z]{0,2}[0-9]{1,3}版|第[一二三四五六七八九十]{1,3}版|[A-Z]{1,2}[0-9]{1,3})(?:[:/|·]\s*[\p{Han}·]{2,10})?$",
    )
});
/// `第 07 版`, as databases print it.
static SPACED_PAGE: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"第\s*([A-Z]?[0-9]{1,3})\s*版"));
static OTHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"^\(?(?:农历|阴历|夏历)\S{2,14}$|^[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S{0,10}$|^[正冬腊二三四五六七八九十闰]{1,2}月[初十廿卅][一二三四五六七八九十]$|^今日[0-9一二三四五六七八九十]{1,3}版$|^总?第[0-9]{1,6}期$|^(?:CN|ISSN)\s?[0-9]{2}-[0-9]{4}$|^本版$|^农历$|^(?:本版|本期)?(?:责任编辑|责编|编辑|值班编辑|值班主任|主编|编审|监审|校对|组版|版式|美编|制图|视觉|统筹|检校|审校|一审|二审|三审|热线|新闻热线|电话|传真|邮箱|投稿邮箱|广告热线|发行热线|订报热线|报料热线)[:/][^,。]{2,30}$",
    )
});

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
        let Some(tokens) = tokens(line) else { return false };
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

/// The tokens of a masthead line, or `None` where it holds anything else.
fn tokens(line: &str) -> Option<Vec<Token>> {
    const LIMIT: usize = 60;
    // Most lines of a page are long or name nothing that a masthead names.
    let tells = |c: char| c.is_numeric() || matches!(c, '版' | '报' | '刊' | '期' | '年' | '历' | ':' | '：');
    if line.len() > LIMIT * 4 || line.chars().count() > LIMIT || !line.contains(tells) {
        return None;
    }
    let folded: String =
        line.chars().map(fold).map(|c| if matches!(c, '(' | ')' | '《' | '》') { ' ' } else { c }).collect();
    let folded = SPACED_PAGE.as_ref()?.replace_all(&folded, "第${1}版");
    let mut tokens: Vec<Token> = Vec::new();
    for piece in folded.split([' ', '|', ',', '丨', '■', '●', '◆']).filter(|p| !p.is_empty()) {
        tokens.extend(piece_tokens(piece)?);
    }
    // After a comma stands a sentence, not the page's name.
    let most_names = if folded.contains(',') { 0 } else { 2 };
    let sure = tokens.iter().filter(|t| !matches!(t, Token::Name)).count();
    let names = tokens.len() - sure;
    let dated = tokens
        .iter()
        .any(|t| matches!(t, Token::Day(_) | Token::BadDay | Token::Weekday(_) | Token::Page(_)));
    if sure == 0 || names > most_names || names > 0 && !dated {
        return None;
    }
    check_weekday(&mut tokens);
    Some(tokens)
}

/// A piece without spaces: one token, or a day with its weekday.
fn piece_tokens(piece: &str) -> Option<Vec<Token>> {
    if let Some((day, rest)) = day(piece) {
        let mut tokens = vec![day.map_or(Token::BadDay, Token::Day)];
        if !rest.is_empty() {
            tokens.extend(piece_tokens(rest)?);
        }
        return Some(tokens);
    }
    if let Some(found) = WEEKDAY.as_ref().and_then(|r| r.captures(piece)) {
        let number = "一二三四五六日天".chars().position(|c| found[1].starts_with(c))?.min(6);
        let mut tokens = vec![Token::Weekday(i8::try_from(number).ok()?)];
        let rest = &piece[found[0].len()..];
        // 星期五的约会 is a title.
        if !rest.is_empty() && PAGE.as_ref().is_none_or(|r| !r.is_match(rest)) {
            return None;
        }
        if !rest.is_empty() {
            tokens.extend(piece_tokens(rest)?);
        }
        return Some(tokens);
    }
    if OTHER.as_ref()?.is_match(piece) {
        return Some(vec![Token::Other]);
    }
    if let Some(found) = PAGE.as_ref().and_then(|r| r.captures(piece)) {
        // 第A07版 is page A07; 第3版 stays as printed.
        let label = &found[1];
        let bare = label.trim_start_matches('第').trim_end_matches('版');
        let lettered = bare.starts_with(|c: char| c.is_ascii_alphabetic());
        return Some(vec![Token::Page(if lettered { bare.to_owned() } else { label.to_owned() })]);
    }
    if let Some(found) = NEWSPAPER.as_ref().and_then(|r| r.captures(piece)) {
        return Some(vec![Token::Newspaper(found[1].to_owned())]);
    }
    let length = piece.chars().count();
    let is_name = (2..=6).contains(&length) && piece.chars().all(|c| is_han(c) || matches!(c, '/' | '·'));
    is_name.then(|| vec![Token::Name])
}

/// The day at the head of a piece (`None` inside where the calendar has no such day), and what follows it.
fn day(piece: &str) -> Option<(Option<Date>, &str)> {
    if let Some(c) = DAY.as_ref().and_then(|r| r.captures(piece)) {
        let date = c[1].parse().ok().zip(c[2].parse().ok()).zip(c[3].parse().ok());
        return Some((date.and_then(|((y, m), d)| Date::new(y, m, d).ok()), &piece[c[0].len()..]));
    }
    let c = HAN_DAY.as_ref().and_then(|r| r.captures(piece))?;
    let number = |s: &str| integer(&s.chars().collect::<Vec<_>>()).map(|(n, _)| n);
    let year = i16::try_from(number(&c[1])?).ok()?;
    let small = |s: &str| number(s).and_then(|n| i8::try_from(n).ok());
    Some((Date::new(year, small(&c[2])?, small(&c[3])?).ok(), &piece[c[0].len()..]))
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
    fn patterns_compile() {
        for regex in [&NEWSPAPER, &DAY, &HAN_DAY, &WEEKDAY, &PAGE, &SPACED_PAGE, &OTHER] {
            assert!(regex.is_some());
        }
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
            &["海州晚报 A07 旗县 苏木 2019年11月8日 星期五"],
            &["海州晚报　A07 | 战疫·邻里 2019年11月8日"],
            &["二〇一九年十一月八日 星期五 农历己亥年十月十二", "A07", "海州晚报"],
        ] {
            assert_eq!(read(lines), want, "{lines:?}");
        }
        assert_eq!(read(&["《 海州晚报 》（ 2019年11月08日 第 07 版）"]).page.as_deref(), Some("第07版"));
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
