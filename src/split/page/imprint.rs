//! Where an article was printed, below its title, as sites of newspapers print it: `《 海州日报 》( 2019年11月08日 04 版)`.

use super::{Aside, Reader};
use crate::byline;
use crate::split::line::{Evidence as E, Line};
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
    let joined = |at: &usize| *at >= from && !(number..close).contains(at);
    let piece: Vec<char> = (0..chars.len()).filter(joined).map(|at| chars[at]).collect();
    let shown: String = printed.chars().enumerate().filter(|(at, _)| joined(at)).map(|(_, c)| c).collect();
    let mut told = Masthead::default();
    let whole = told.read_chars(&piece, false, &shown)
        && told.newspaper.is_some()
        && told.published.is_some()
        && told.page.is_some();
    whole.then_some((from, told))
}

impl<'a> Reader<'a> {
    /// Reads a line that tells where the article above was printed, behind its writers or alone; `false` where no title
    /// stands above: then it tells of the page.
    pub(super) fn read_imprint(&mut self, number: usize, text: &'a str) -> bool {
        let Some((from, told)) = imprint(&self.chars, text) else { return false };
        // 本文原载《海州日报》(…): where a text was printed before.
        let signed = &self.chars[..from];
        if signed.iter().any(|&c| c != ' ') && byline::read(signed).is_none() {
            return false;
        }
        let mut above = self.page.lines.iter_mut().rev();
        let is_title = |line: &Line<'_>| line.has(E::Title) && !line.has(E::Heading);
        let title = match above.next() {
            // Its writers stand between.
            Some(line) if line.is_signed_alone() => above.next(),
            line => line,
        };
        let Some(title) = title.filter(|line| is_title(line)) else { return false };
        title.set(E::Announced, true);
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
}

#[cfg(test)]
mod tests {
    use crate::split::split;

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
