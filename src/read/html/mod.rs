//! Pages of digital newspapers (数字报): the article of an HTML document, or several that stand in elements of their own.
//!
//! The headline and the body are looked for where the systems that newspapers use put them, from the surest place to
//! the least sure one; without any, the body is the element with the most running text of its own. What stands before
//! the body tells the newspaper, its page and day, and who signs under the headline.

mod about;
mod places;
mod text;

use crate::chars::is_han;
use crate::split::{Article, furniture_class, is_byline};
use about::{Properties, date, masthead};
use places::{ARTICLE, BODY, HEADINGS, SURE, body, headline};
use scraper::{ElementRef, Html, Selector};
use text::text;

/// The articles of a document, in its order: none where it holds none, such as a page that lists others.
///
/// ```
/// use jianbao::read::html::articles;
/// let page = "<title>东湖晚报</title><h1>河道清了</h1><div id=ozoom><p>近日,柳荫社区组织<b>志愿者</b>清理河道。<p>通讯员&nbsp;李文</div>";
/// assert_eq!(articles(page)[0].text, "河道清了\n近日,柳荫社区组织志愿者清理河道。\n通讯员 李文");
/// ```
pub fn articles(page: &str) -> Vec<Article> {
    let document = Html::parse_document(page);
    let known = Properties::of(page);
    let lines = text(document.root_element());
    let several = several(&document, &lines);
    let found: Vec<(Option<String>, Vec<String>)> = if several.is_empty() {
        let Some(body) = body(&document) else { return Vec::new() };
        let headline = known.headline().or_else(|| headline(&document));
        let body = with_bylines(&lines, body, headline.as_deref());
        vec![(headline, body)]
    } else {
        several
    };
    let start = found.first().and_then(|(_, body)| place(&lines, body)).unwrap_or(0);
    let masthead = masthead(&document, &lines[..start]);
    let published =
        known.date.or_else(|| date(&document)).or_else(|| masthead.published.map(|day| day.to_string()));
    let label = known.page.or(masthead.page);
    let length = page.lines().count().max(1);
    let article = |(n, (headline, body)): (usize, (Option<String>, Vec<String>))| Article {
        number: n + 1,
        newspaper: masthead.newspaper.clone(),
        page: label.clone(),
        published: published.clone(),
        // It is no row, whose own date would count before one given as an option.
        lines: Some((1, length)),
        ..Article::from_row(headline.as_deref(), &body.join("\n"))
    };
    found.into_iter().enumerate().map(article).collect()
}

/// The headline and the lines of each article of a page that holds several, each in an element of its own with a heading
/// in it. Where a heading stands over all of them, or most of the prose outside, they are parts or lead elsewhere.
fn several(document: &Html, all: &[String]) -> Vec<(Option<String>, Vec<String>)> {
    /// The most articles of a page.
    const MOST: usize = 200;
    let sure = BODY[..SURE].iter().flat_map(|selector| document.select(selector)).next().is_some();
    let heads = document.select(&HEADINGS[0]).count();
    let read = |element: ElementRef<'_>| {
        let heading = HEADINGS.iter().find_map(|selector| element.select(selector).next())?;
        let titles = text(heading);
        let headline = Some(titles.join(" ")).filter(|line| line.chars().any(is_han))?;
        let lines: Vec<String> = text(element).into_iter().filter(|line| !titles.contains(line)).collect();
        let ends = lines.iter().any(|line| line.contains(['。', '!', '?', '！', '？']));
        ends.then_some((Some(headline), lines))
    };
    let articles = |selector: &Selector| {
        let found: Vec<_> = document.select(selector).take(MOST + 1).collect();
        let inner = |e: &ElementRef<'_>| {
            e.ancestors().filter_map(ElementRef::wrap).any(|above| selector.matches(&above))
        };
        let comment = |e: &ElementRef<'_>| e.attr("class").is_some_and(|class| class.contains("comment"));
        if found.len() < 2 || found.len() > MOST || found.iter().any(|e| inner(e) || comment(e)) {
            return Vec::new();
        }
        // A heading of the first rank that stands in none of them is over all.
        let own = found.iter().flat_map(|e| e.select(&HEADINGS[0])).count();
        if own < heads {
            return Vec::new();
        }
        let read: Vec<_> = found.iter().map(|e| read(*e)).collect();
        let whole = read.iter().all(Option::is_some);
        if whole { read.into_iter().flatten().collect() } else { Vec::new() }
    };
    if sure {
        return Vec::new();
    }
    let han = |lines: &[String]| lines.iter().flat_map(|line| line.chars()).filter(|&c| is_han(c)).count();
    ARTICLE
        .iter()
        .map(articles)
        .find(|found| found.len() > 1)
        .filter(|found| found.iter().map(|(_, lines)| han(lines)).sum::<usize>() * 2 > han(all))
        .unwrap_or_default()
}

/// Where the lines of a body begin among those of the document.
fn place(lines: &[String], body: &[String]) -> Option<usize> {
    let begins = |length: usize| {
        let beginning = body.get(..length)?;
        lines.windows(length).position(|window| window == beginning)
    };
    body.first()?;
    begins(body.len().min(3)).or_else(|| begins(1))
}

/// The body, with the bylines that stand between it and the headline, or right behind it.
fn with_bylines(lines: &[String], mut body: Vec<String>, headline: Option<&str>) -> Vec<String> {
    let signs = |line: &&String| is_byline(line) && furniture_class(line).is_none();
    let titled = |line: &String| headline.is_some_and(|headline| headline.contains(line.as_str()));
    let Some(start) = place(lines, &body) else { return body };
    let Some(head) = lines[..start].iter().rposition(titled) else { return body };
    if let Some(line) = lines.get(start + body.len()).filter(signs) {
        body.push(line.clone());
    }
    // What the body repeats is there.
    let above = lines[head + 1..start].iter().filter(signs).filter(|line| !body.contains(line)).cloned();
    above.chain(body.iter().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(page: &str) -> Option<Article> {
        let mut articles = articles(page);
        assert!(articles.len() < 2, "{page}");
        articles.pop()
    }

    const BODY_TEXT: &str = "近日,柳荫社区组织志愿者清理河道。";

    #[test]
    fn bodies() {
        for page in [
            "<founder-content><p>BODY</p></founder-content>",
            "<div id=\"ozoom\"><!--enpcontent--><P>&nbsp;&nbsp;BODY</P><!--/enpcontent--></div>",
            "<div class=\"article-content\">\n  BODY<br>\n</div>",
            "<article><p>BODY</p></article>",
            "<div><ul><li><a>上一版</a><li><a>下一版</a></ul><table><tr><td>BODY</td></tr></table></div>",
            "<div id=ozoom></div><div id=content><style>p {}</style><div>BODY</div></div>",
        ] {
            let page =
                format!("<html><body><h1>河道清了</h1>{}</body></html>", page.replace("BODY", BODY_TEXT));
            let article = article(&page).unwrap();
            assert_eq!(article.text, format!("河道清了\n{BODY_TEXT}"), "{page}");
        }
        for page in
            ["", "<a>清理河道</a>", "<div><ul><li><a href=1>柳荫社区组织志愿者清理河道</a></ul></div>"]
        {
            assert_eq!(article(page), None, "{page}");
        }
    }

    #[test]
    fn headlines() {
        for (head, headline) in [
            ("<founder-title>河道清了</founder-title><h1>东湖晚报</h1>", "河道清了"),
            ("<h3>柳荫社区</h3><h1>河道清了</h1><h2>居民笑了</h2>", "柳荫社区 河道清了 居民笑了"),
            ("<h1>河道清了<br>居民笑了</h1><h4>李文</h4>", "河道清了 居民笑了"),
            ("<meta property='og:title' content='河道清了'>", "河道清了"),
            (
                "<!--enpproperty <title>河道清了</title><introtitle>柳荫社区</introtitle> /enpproperty-->",
                "柳荫社区 河道清了",
            ),
        ] {
            let page = format!("{head}<div id=ozoom><p>{BODY_TEXT}</p></div>");
            assert_eq!(article(&page).unwrap().headline.as_deref(), Some(headline), "{head}");
        }
    }

    #[test]
    fn paper_page_and_date() {
        let body = format!("<div id=ozoom>{BODY_TEXT}</div>");
        let property = "<!--enpproperty <date>2022-10-31 00:00:00.0</date><nodename>第A07版：社区新闻</nodename>/enpproperty-->";
        for (head, newspaper, page, published) in [
            (
                "<title>东湖晚报 2022年10月31日 第A07版</title>",
                Some("东湖晚报"),
                Some("A07"),
                Some("2022-10-31"),
            ),
            ("<title>河道清了_东湖晚报</title>", Some("东湖晚报"), None, None),
            (property, None, Some("A07"), Some("2022-10-31 00:00:00.0")),
            ("<meta name=publishdate content=2022-10-31>", None, None, Some("2022-10-31")),
        ] {
            let article = article(&format!("{head}{body}")).unwrap();
            let found = [article.newspaper, article.page, article.published];
            assert_eq!(found.each_ref().map(|f| f.as_deref()), [newspaper, page, published], "{head}");
        }
    }

    #[test]
    fn what_stands_around_the_body() {
        let page = format!(
            "<ul><li>第A01版:头版</li><li>上一篇</li></ul><div>东湖晚报 2022年10月31日 星期一 第A07版:社区新闻</div>\
             <h1>河道清了</h1><div>放大 缩小</div><div class=who>□记者 张立 通讯员 李文</div>\
             <div id=ozoom><p>{BODY_TEXT}</p></div><p>版权所有</p>"
        );
        let found = article(&page).unwrap();
        assert_eq!(found.text, format!("河道清了\n□记者 张立 通讯员 李文\n{BODY_TEXT}"));
        assert_eq!(
            (found.newspaper.as_deref(), found.published.as_deref()),
            (Some("东湖晚报"), Some("2022-10-31"))
        );
        // Two pages are named.
        assert_eq!(found.page, None);
        // A clock, a link, and the day beside the source.
        let clock = format!(
            "<div>今天是 2024年5月1日 星期三</div><div>西湖日报</div><h1>河道清了</h1>\
             <div>2022-10-31 09:00 来源:东湖晚报</div><div id=ozoom>{BODY_TEXT}</div><p>编辑 王芳</p>"
        );
        let clock = article(&clock).unwrap();
        assert_eq!((clock.newspaper, clock.published.as_deref()), (None, Some("2022-10-31")));
        assert_eq!(clock.text, format!("河道清了\n{BODY_TEXT}"));
        let found = article(&page.replace("<li>第A01版:头版</li>", "")).unwrap();
        assert_eq!(found.page.as_deref(), Some("A07"));
    }

    #[test]
    fn several_articles() {
        let one = |headline: &str| {
            format!("<div class=article><h2>{headline}</h2><p>记者 张立</p><p>{BODY_TEXT}</p></div>")
        };
        let page = format!("<p>东湖晚报 2022年10月31日</p>{}{}", one("河道清了"), one("路灯亮了"));
        let found = articles(&page);
        let texts: Vec<_> =
            found.iter().map(|a| (a.number, a.headline.as_deref(), a.newspaper.as_deref())).collect();
        assert_eq!(texts, [(1, Some("河道清了"), Some("东湖晚报")), (2, Some("路灯亮了"), Some("东湖晚报"))]);
        assert_eq!(found[1].text, format!("路灯亮了\n记者 张立\n{BODY_TEXT}"));
        // An article of parts is one.
        let parts =
            format!("<article><h1>河道清了</h1><div class=article><h2>岸上</h2>{BODY_TEXT}</div></article>");
        assert_eq!(articles(&parts).len(), 1);
    }

    #[test]
    fn lines_are_blocks() {
        let page = "<div id=ozoom><p>近日,柳荫\n社区<b>组织</b> <i>30</i>\n 名<p>王&nbsp;&nbsp;正说:<div>“好\n。”</div>\
                    <table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table></div>";
        let text = article(page).unwrap().text;
        assert_eq!(text, "近日,柳荫社区组织 30 名\n王  正说:\n“好。”\n甲 乙\n丙");
    }

    #[test]
    fn deep_nesting_is_no_harm() {
        let page = format!("{}{BODY_TEXT}", "<div>".repeat(3_000));
        assert!(article(&page).is_some());
    }
}
