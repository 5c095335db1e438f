//! Where an article was printed, below its title, as sites and databases of newspapers print it:
//! `《 海州日报 》( 2019年11月08日 04 版)`, `海州日报 2019年11月8日 第04版:要闻`, `海州日报/2019年/11月/8日/第004版`.

use super::names::names_paper;
use super::{Aside, Reader, TITLE};
use crate::byline;
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line};
use crate::split::masthead::Masthead;

/// Where the newspaper's name begins in a line (folded) that ends in newspaper, day and page, and what they are.
fn imprint(chars: &[char], printed: &str) -> Option<(usize, Masthead)> {
    const LONGEST: usize = 48;
    if !matches!(chars, [.., '版', ')']) {
        return None;
    }
    let from = chars.iter().rposition(|&c| c == '《').filter(|&from| chars.len() - from <= LONGEST)?;
    // 04 版 is one piece.
    let close = chars.len() - 2;
    let number = chars[..close].iter().rposition(|&c| c != ' ')? + 1;
    let joined = |at: usize| at >= from && !(number..close).contains(&at);
    // 《青年天地》(…): between such marks any name is a paper's.
    let told = read_joined(chars, printed, joined).filter(|told| told.newspaper.is_some()).or_else(|| {
        let open = (from..chars.len()).find(|&at| chars[at] == '(')?;
        let name: String = printed.chars().skip(from).take(open - from).collect();
        let name: String = name.chars().filter(|c| !c.is_whitespace() && !matches!(c, '《' | '》')).collect();
        let fits = (2..=10).contains(&name.chars().count());
        let inside = |at: usize| at > open && at + 1 < chars.len() && joined(at);
        let told = read_joined(chars, printed, inside).filter(|_| fits)?;
        Some(Masthead { newspaper: Some(name), ..told })
    })?;
    (told.newspaper.is_some() && told.page.is_some()).then_some((from, told))
}

/// What a line (folded) tells by the characters that are kept of it, where that is a day at least.
fn read_joined(chars: &[char], printed: &str, kept: impl Fn(usize) -> bool) -> Option<Masthead> {
    let piece: Vec<char> = (0..chars.len()).filter(|&at| kept(at)).map(|at| chars[at]).collect();
    let shown: String = printed.chars().enumerate().filter(|(at, _)| kept(*at)).map(|(_, c)| c).collect();
    read_day(&piece, &shown)
}

/// What a line (folded) tells, where that is a day at least.
fn read_day(chars: &[char], printed: &str) -> Option<Masthead> {
    let mut told = Masthead::default();
    (told.read_chars(chars, false, printed) && told.published.is_some()).then_some(told)
}

/// A line as a page's head has it, right below a title: what follows says whether the title is an article's, or the
/// page's.
#[derive(Debug)]
pub(super) struct Below<'a> {
    number: usize,
    text: &'a str,
    /// The line of the title above.
    title: usize,
    told: Masthead,
}

/// What a line (folded) tells that names a newspaper or a page, and a day.
fn place(chars: &[char], printed: &str) -> Option<Masthead> {
    // Most lines below a title end a sentence.
    if matches!(chars.last(), Some('。' | '”')) {
        return None;
    }
    let parted = chars.windows(2).any(|pair| pair == ['年', '/']);
    // Of the pieces of 2019 年/11 月/8 日 one is made.
    let inside = |at: usize| {
        let before = chars[..at].last().copied().unwrap_or_default();
        match chars[at] {
            '/' => matches!(before, '年' | '月'),
            ' ' => before.is_ascii_digit() || before == '第',
            _ => false,
        }
    };
    let told = match parted {
        true => read_joined(chars, printed, |at| !inside(at)),
        false => read_day(chars, printed),
    }?;
    (told.newspaper.is_some() || told.page.is_some()).then_some(told)
}

impl<'a> Reader<'a> {
    /// Reads a line that tells where the article above was printed, behind its writers or alone; `false` where no title
    /// stands above: then it tells of the page.
    pub(super) fn read_imprint(&mut self, number: usize, text: &'a str) -> bool {
        let Some((from, told)) = imprint(&self.chars, text) else { return false };
        // 本文原载《海州日报》(…): where a text was printed before.
        let signed = &self.chars[..from];
        let writers = signed.iter().any(|&c| c != ' ');
        if writers && byline::read(signed).is_none() {
            return false;
        }
        let mut above = self.page.lines.iter_mut().rev();
        let is_title = |line: &Line<'_>| line.has(E::Title) && !line.has(E::Heading);
        let title = match above.next() {
            // Its writers stand between.
            Some(line) if line.is_signed_alone() && !writers => above.next(),
            line => line,
        };
        let Some(title) = title.filter(|line| is_title(line) || writers && line.is_signed_alone()) else {
            return false;
        };
        title.set(E::Announced, true);
        // 老读者 新朋友: its writers stand below it.
        if title.is_signed_alone() {
            title.given = Some(Given::Label(Label::Headline));
        }
        self.page.told.push((title.number, told));
        let byte = text.char_indices().nth(from).map_or(0, |(byte, _)| byte);
        let (signed, place) = (text[..byte].trim_end(), &text[byte..]);
        if !signed.is_empty() {
            let chars: Vec<char> = self.chars[..signed.chars().count()].to_vec();
            self.add(Line::new(number, signed, &chars), "", &chars);
        }
        self.page.aside.push(Aside { number, text: place, class: "masthead" });
        true
    }

    /// Keeps a line such as a page's head has where it stands right below a title; `false` elsewhere.
    pub(super) fn keep_below(&mut self, number: usize, text: &'a str) -> bool {
        let above = self
            .page
            .lines
            .last()
            .filter(|_| self.blank <= 1 && self.export.is_none() && self.heads.is_none());
        let is_title = |line: &&Line<'_>| {
            line.has(E::Title)
                && !line.has(E::Heading)
                && !line.is_signed_alone()
                && (line.length > TITLE || self.imprinted)
                && !names_paper(line.text)
        };
        let Some(title) = above.filter(is_title).map(|line| line.number) else { return false };
        let Some(told) = place(&self.chars, text) else { return false };
        self.settle_below(false);
        self.below = Some(Below { number, text, title, told });
        // One article of the page told where it was printed: the next ones do.
        if self.imprinted {
            self.settle_below(true);
        }
        true
    }

    /// Settles whether the line kept was of the article whose title stands above it, or of the page.
    pub(super) fn settle_below(&mut self, is_articles: bool) {
        let Some(Below { number, text, title, told }) = self.below.take() else { return };
        if !is_articles {
            self.masthead.take(told);
            self.read_masthead(number, text);
            return;
        }
        self.imprinted = true;
        if let Some(line) = self.page.lines.last_mut() {
            line.set(E::Announced, true);
        }
        self.page.told.push((title, told));
        self.page.aside.push(Aside { number, text, class: "masthead" });
    }
}

#[cfg(test)]
mod tests {
    use crate::split::split;

    #[test]
    fn heads_of_pages_and_imprints_look_alike() {
        let texts = [
            ("河道清了居民笑了", "    本报讯(记者何敏)昨日,柳荫社区组织30名志愿者清理河道。"),
            ("桥头来了新大夫", "    本报记者 吴涛\n\n    三月里,桥头村来了一位大夫。"),
            ("粮仓满了", "    十月,粮仓又满了。"),
        ];
        for imprint in [
            "海州日报 2019年11月8日 第04版:要闻",
            "《海州日报》  2019年11月8日  第04版  要闻",
            "(《海州日报》2019年11月8日第04版)",
            "海州日报/2019 年/11 月/8 日/第04版",
            "海州日报 2019-11-08",
            "( 2019-11-08 ) 稿件来源:海州日报 国际",
        ] {
            let page = texts.map(|(title, text)| format!("{title}\n{imprint}\n\n{text}")).join("\n\n");
            let articles = split(&page);
            let headlines: Vec<_> = articles.iter().map(|a| a.headline.as_deref().unwrap()).collect();
            assert_eq!(headlines, texts.map(|(title, _)| title), "{imprint}");
            for article in &articles {
                assert_eq!(article.newspaper.as_deref(), Some("海州日报"), "{imprint}");
                assert_eq!(article.published.as_deref(), Some("2019-11-08"), "{imprint}");
            }
        }
        // A title stands below the head of a page.
        let page = "走基层看变化\n海州日报 2019年11月8日 第04版\n\n河道清了居民笑了\n本报讯(记者何敏)昨日,居民清理河道。";
        let articles = split(page);
        assert_eq!(articles.len(), 1);
        assert_eq!(articles[0].headline.as_deref(), Some("河道清了居民笑了"));
    }

    #[test]
    fn articles_and_where_they_were_printed() {
        let page = "海州日报 2019年11月08日 星期五\n\n邻里守望\n河道清了居民笑了\n《 海州日报 》( 2019年11月08日   04 版)\n\n\
                    本报讯(记者何敏)昨日,柳荫社区组织30名志愿者清理河道。\n居民都说好。\n\n桥头来了新大夫\n\
                    本报记者 何敏 《 海州日报 》( 2019年11月07日   05 版)\n\n三月里,桥头村来了一位大夫。\n他什么病都看。\n\n\
                    粮仓满了\n吴涛\n《 海州日报 》( 2019年11月08日   06 版)\n十月,粮仓又满了。";
        let told: Vec<_> = split(page)
            .into_iter()
            .map(|a| (a.headline.unwrap(), a.page.unwrap(), a.published.unwrap()))
            .collect();
        let article = |headline: &str, page: &str, day: &str| (headline.into(), page.into(), day.into());
        assert_eq!(
            told,
            [
                article("河道清了居民笑了", "04版", "2019-11-08"),
                article("桥头来了新大夫", "05版", "2019-11-07"),
                article("粮仓满了", "06版", "2019-11-08"),
            ]
        );
    }
}
