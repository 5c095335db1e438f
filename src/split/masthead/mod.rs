//! Masthead lines: newspaper, day, weekday, page and their kin, in any order and number.

mod credit;
mod day;
mod page_number;
mod piece;
mod source;
mod tokens;
mod words;

use crate::chars::folded;
use crate::split::furniture;
use crate::split::words::WORDS;
pub(super) use credit::is_role;
use jiff::civil::Date;
use page_number::{is_same_page, numbered_name};
use piece::Token;
pub(super) use source::read_source;
use tokens::{is_joint, tokens};

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
        self.read_chars(&folded(line), top, line)
    }

    /// Takes over what another line tells.
    pub(super) fn take(&mut self, told: Masthead) {
        self.newspaper = told.newspaper.or(self.newspaper.take());
        self.page = told.page.or(self.page.take());
        self.published = told.published.or(self.published);
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
        if tokens.iter().all(|t| matches!(t, Token::Other)) && furniture::find(chars).is_some() {
            return false;
        }
        // So are a day and links below a headline.
        let plain = |t: &Token| matches!(t, Token::Day(_) | Token::BadDay | Token::Other);
        if !top && tokens.iter().all(plain) && furniture::class_of(chars) == Some("metadata") {
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
        // So does 老街 何敏 2019年11月8日 a picture.
        if !top && tokens.len() > 1 && tokens.iter().all(signs) && !is_heading {
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
            &["海州晚报", "08.11.2019 星期五 己亥年十月十二", "A07 社区"],
            &["海州晚报 海州市总工会主办 2019年11月8日 第1147期 苏出准字06—0041号(内部发行) 本期四版 A07"],
            &["海州县融媒体中心 主编:何敏 责编:吴涛", "【A07】 海州晚报 2019年11月8日 总第6000号"],
            &["海州晚报 2019年11月8日 星期五 社区周刊 A07"],
            &["海州晚报 第A07版:城　事 2019年11月8日 星期五"],
            &["海州晚报 二〇一九年十一月八日 星期五 农", "历己亥年十月十二 A07 社区"],
            &["海州晚报", "November 8, 2019 · Friday    A07 华社新闻"],
            &["8 Nov 2019 海州晚报 A07"],
        ] {
            assert_eq!(read(lines), want, "{lines:?}");
        }
        assert_eq!(read(&["《 海州晚报 》（ 2019年11月08日 第 07 版）"]).page.as_deref(), Some("第07版"));
        assert_eq!(read(&["海州晚报 影像 08 2019年11月8日 星期五"]).page.as_deref(), Some("08"));
        assert_eq!(read(&["04 民生社区 责任编辑:何敏 校对:吴涛"]).page.as_deref(), Some("04"));
        assert_eq!(read(&["10 要闻"]).page.as_deref(), Some("10"));
        for (line, page) in
            [("A07民生", "A07"), ("A12版民生", "A12"), ("第7版民生", "第7版"), ("第2版社区新闻", "第2版")]
        {
            assert_eq!(read(&[line]).page.as_deref(), Some(page), "{line}");
        }
        for line in ["G20峰会", "F1赛车开赛", "5G通了"] {
            assert!(!Masthead::default().read(line, true), "{line}");
        }
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
            ("第03版:城 事 PDF版阅读", "第03版"),
            ("海州晚报 2019.11.8 星期五 A06版 城事·街巷 编辑/版式:束 琳", "A06"),
            ("第7B版:社区 上一版 下一版", "7B"),
            ("综合新闻 · 3", "3"),
            ("海州周末报  2019年11月8日  星期五  第三版  副刊“老街灯”  第412期", "第三版"),
            ("深度            07", "07"),
            ("二版·校园 2019年11月8日", "二版"),
            ("03·社会新闻", "03"),
            ("社会新闻/03", "03"),
            ("11月8日 星期五 第3版", "第3版"),
            ("2019年11月8日海州日报第04版(综合)", "第04版"),
            ("海州周报·第四版·草原副刊", "第四版"),
            ("海州时报 (San Francisco) 2019年11月8日 星期五 B2 社区", "B2"),
            ("日期:2019-11-08 版次:03 作者:", "03"),
            ("第三版　　本澳新闻　　　　今日出纸四大张　售葡币三元", "第三版"),
            ("第三版 今天出版一大张半 零售每份五分", "第三版"),
            ("二〇一九年十一月八日 第三版 每月一元二角 国内统一刊号CN00—0000", "第三版"),
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
