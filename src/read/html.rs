//! Pages of digital newspapers (数字报): the article of an HTML document, or several that stand in elements of their own.
//!
//! The headline and the body are looked for where the systems that newspapers use put them, from the surest place to
//! the least sure one; without any, the body is the element with the most running text of its own. What stands before
//! the body tells the newspaper, its page and day, and who signs under the headline.

use crate::chars::is_han;
use crate::split::{Article, Masthead, furniture_class, is_byline};
use ego_tree::iter::Edge;
use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};
use std::sync::LazyLock;

/// Where a body stands.
const BODIES: [&str; 12] = [
    "founder-content",
    "#ozoom",
    "#articleContent, #articlecontent, #ArticleContent",
    "#contenttext, #article_content, #article-content",
    ".article-content, .articleContent, .article_content, .articleText",
    "[itemprop=articleBody]",
    ".text_c .c_c, .newsContent, .news-content, .news_content",
    "article",
    "#content, #zoom, #mdf",
    ".article",
    ".content, .text, .detail",
    "main",
];
/// What holds each article of a page of several.
const ARTICLES: [&str; 4] =
    ["article", "[itemprop=articleBody]", ".article, .article-item", ".news-item, .newsItem"];
/// So many of these hold one article and nothing else.
const SURE: usize = 5;
/// Where a headline stands.
const HEADLINES: [&str; 5] = ["founder-title", "h1", ".article-title, .title1, .bt", "h2", "h3"];
/// What `<meta>` elements call a headline and a date.
const META_HEADLINES: [&str; 3] = ["ArticleTitle", "og:title", "title"];
const META_DATES: [&str; 6] =
    ["PubDate", "publishdate", "article:published_time", "og:release_date", "pubtime", "date"];
/// A body has so many Chinese characters, or it is a caption or a line of navigation.
const SHORTEST: usize = 10;

/// Elements that hold no text to read.
const SILENT: [&str; 14] = [
    "script", "style", "noscript", "iframe", "select", "button", "input", "textarea", "template", "nav",
    "footer", "head", "svg", "object",
];
/// Elements within a line.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdo", "big", "cite", "code", "em", "font", "i", "img", "ins", "label", "mark", "q",
    "ruby", "s", "small", "span", "strong", "sub", "sup", "td", "th", "u", "wbr",
];

/// Selectors that a test compiles.
fn selectors(texts: &[&str]) -> Vec<Selector> {
    texts.iter().filter_map(|text| Selector::parse(text).ok()).collect()
}

static BODY: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&BODIES));
static HEADLINE: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&HEADLINES));
static ARTICLE: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&ARTICLES));
static HEADINGS: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&["h1", "h2", "h3", "h4", ".title"]));
static BLOCK: LazyLock<Vec<Selector>> =
    LazyLock::new(|| selectors(&["div, td, section, article, main, body"]));
static META: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&["meta"]));
static TITLE: LazyLock<Vec<Selector>> = LazyLock::new(|| selectors(&["title"]));

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
    let meta = || META_DATES.iter().find_map(|name| meta(&document, name).filter(|date| is_date(date)));
    let published = (known.date.filter(|date| is_date(date)).or_else(meta))
        .or_else(|| masthead.published.map(|day| day.to_string()));
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

/// What the document's title and the lines before its articles say. The day beside the source of an article is the surest,
/// then the first that a line says; of pages one counts that no other is named beside, and a newspaper's name where a day
/// or a page stands beside it.
fn masthead(document: &Html, before: &[String]) -> Masthead {
    let title = first(document, &TITLE).map(|e| text(e).join(" ")).unwrap_or_default();
    let mut masthead = Masthead::default();
    for part in title.split(['|', '_']).flat_map(|part| part.split(" - ")) {
        masthead.read(part.trim(), true);
    }
    let stamp = |line: &String| {
        let day = line.strip_prefix("时间:").or(line.strip_prefix("日期:")).unwrap_or(line).trim();
        let sourced = line.contains("来源") || day.len() < line.len() || day.contains(':');
        day.get(..10).filter(|_| sourced).and_then(|day| day.parse().ok())
    };
    if let Some(day) = before.iter().rev().find_map(stamp) {
        masthead.published.get_or_insert(day);
    }
    let mut pages: Vec<String> = Vec::new();
    for line in before.iter().filter(|line| !line.starts_with("今天是") && !line.starts_with("现在")) {
        let mut found = Masthead::default();
        if !found.read(line, true) {
            continue;
        }
        if found.published.is_some() || found.page.is_some() {
            masthead.newspaper = masthead.newspaper.or(found.newspaper);
        }
        masthead.published = masthead.published.or(found.published);
        pages.extend(found.page.filter(|page| !pages.contains(page)));
    }
    if let [page] = &pages[..] {
        masthead.page.get_or_insert_with(|| page.clone());
    }
    masthead
}

fn is_date(text: &str) -> bool {
    crate::Published::parse(text).is_some()
}

fn first<'a>(document: &'a Html, selectors: &[Selector]) -> Option<ElementRef<'a>> {
    selectors.iter().find_map(|selector| document.select(selector).next())
}

/// The content of the `<meta>` element of a name.
fn meta(document: &Html, name: &str) -> Option<String> {
    let elements = META.iter().flat_map(|selector| document.select(selector));
    let mut named = elements.filter(|e| {
        [e.attr("name"), e.attr("property")].into_iter().flatten().any(|n| n.eq_ignore_ascii_case(name))
    });
    named.find_map(|e| e.attr("content")).map(|c| c.trim().to_owned()).filter(|c| !c.is_empty())
}

/// The lines of the body.
fn body(document: &Html) -> Option<Vec<String>> {
    let han = |lines: &[String]| lines.iter().flat_map(|l| l.chars()).filter(|&c| is_han(c)).count();
    let found = BODY
        .iter()
        .flat_map(|selector| document.select(selector))
        .map(text)
        .find(|lines| han(lines) >= SHORTEST);
    found.or_else(|| {
        let blocks = BLOCK.iter().flat_map(|selector| document.select(selector));
        let (weight, densest) =
            blocks.map(|block| (own_weight(block), block)).max_by_key(|(weight, _)| *weight)?;
        (weight >= SHORTEST).then(|| text(densest)).filter(|lines| is_prose(lines))
    })
}

/// Whether lines hold a sentence, as navigation does not.
fn is_prose(lines: &[String]) -> bool {
    lines.iter().any(|line| {
        line.chars().filter(|&c| is_han(c)).count() >= SHORTEST && line.contains(['。', '!', '?', '！', '？'])
    })
}

/// The Chinese characters of an element's own text and paragraphs, those of links not counted.
fn own_weight(block: ElementRef<'_>) -> usize {
    let han = |text: &str| text.chars().filter(|&c| is_han(c)).count();
    let of = |child: ElementRef<'_>| match child.value().name() {
        "p" | "span" | "font" | "b" | "strong" => child.text().map(han).sum(),
        _ => 0,
    };
    let own = block.children().map(|child| match child.value() {
        Node::Text(text) => han(text),
        _ => ElementRef::wrap(child).map_or(0, of),
    });
    own.sum()
}

/// The headline as the document shows it: the kicker above and the deck below with it.
fn headline(document: &Html) -> Option<String> {
    let shown = |e: ElementRef<'_>| Some(text(e).join(" ")).filter(|t| t.chars().any(is_han));
    let found =
        HEADLINE.iter().find_map(|selector| document.select(selector).find_map(|e| Some((e, shown(e)?))));
    let Some((element, main)) = found else {
        return META_HEADLINES.iter().find_map(|name| meta(document, name));
    };
    if element.value().name() != "h1" {
        return Some(main);
    }
    let beside = |mut elements: Box<dyn Iterator<Item = ElementRef<'_>> + '_>, name: &str| {
        elements.next().filter(|e| e.value().name() == name).and_then(shown)
    };
    let before = beside(Box::new(element.prev_siblings().filter_map(ElementRef::wrap)), "h3");
    let behind = beside(Box::new(element.next_siblings().filter_map(ElementRef::wrap)), "h2");
    Some([before, Some(main), behind].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// The lines of an element's text.
fn text(element: ElementRef<'_>) -> Vec<String> {
    let mut lines = vec![String::new()];
    // Elements whose text is passed over, one in the other.
    let mut silent = 0;
    for edge in element.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Element(e) if SILENT.contains(&e.name()) => {
                if opens {
                    silent += 1
                } else {
                    silent -= 1
                }
            }
            Node::Element(e) if !INLINE.contains(&e.name()) => lines.push(String::new()),
            Node::Element(e) if matches!(e.name(), "td" | "th") && !opens => add(&mut lines, " "),
            Node::Text(text) if opens && silent == 0 => add(&mut lines, text),
            _ => {}
        }
    }
    lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Adds text to the last line. White space of the source is a space at most, and none between Chinese characters that
/// the source only wraps; spaces that do not break are spaces.
fn add(lines: &mut [String], text: &str) {
    let Some(line) = lines.last_mut() else { return };
    let mut wraps = false;
    let mut spaces = false;
    for c in text.chars() {
        match c {
            '\n' | '\r' => wraps = true,
            ' ' | '\t' | '\u{C}' => spaces = true,
            c => {
                let joins = wraps && is_wide(c) && line.chars().next_back().is_none_or(is_wide);
                if (wraps || spaces) && !joins && !line.ends_with(' ') {
                    line.push(' ');
                }
                (wraps, spaces) = (false, false);
                line.push(if c == '\u{A0}' { ' ' } else { c });
            }
        }
    }
    if spaces && !wraps && !line.ends_with(' ') {
        line.push(' ');
    }
}

fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{2010}'..='\u{203B}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
}

/// What the system of the Founder company notes in a comment: `<!--enpproperty <title>…</title>… /enpproperty-->`.
#[derive(Debug, Default)]
struct Properties {
    kicker: Option<String>,
    title: Option<String>,
    deck: Option<String>,
    date: Option<String>,
    page: Option<String>,
}

impl Properties {
    fn of(page: &str) -> Self {
        let comment =
            page.split_once("<!--enpproperty").and_then(|(_, rest)| rest.split_once("/enpproperty"));
        let Some((comment, _)) = comment else { return Properties::default() };
        let value = |name: &str| {
            let start = comment.find(&format!("<{name}>"))? + name.len() + 2;
            let end = comment[start..].find(&format!("</{name}>"))?;
            let value = Html::parse_fragment(&comment[start..start + end]);
            Some(text(value.root_element()).join(" ")).filter(|value| !value.is_empty())
        };
        Properties {
            kicker: value("introtitle"),
            title: value("title"),
            deck: value("subtitle"),
            // `2022-10-31 00:00:00.0`
            date: value("date"),
            page: value("nodename").and_then(|name| {
                let mut masthead = Masthead::default();
                masthead.read(&name, true);
                masthead.page
            }),
        }
    }

    /// The headline with its kicker and deck.
    fn headline(&self) -> Option<String> {
        let title = self.title.as_deref()?;
        let parts = [self.kicker.as_deref(), Some(title), self.deck.as_deref()];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
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
    fn selectors_are_sound() {
        assert_eq!(
            (BODY.len(), HEADLINE.len(), ARTICLE.len()),
            (BODIES.len(), HEADLINES.len(), ARTICLES.len())
        );
        assert_eq!(HEADINGS.len(), 5);
    }

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
