//! Labelled lines to articles.

use super::article::{Article, BlockKind};
use super::context::titles::is_call;
use super::label::{Label, begins};
use super::line::Evidence;
use super::line::column::unspaced_heading;
use super::line::{Line, is_box};
use super::masthead::Masthead;
use super::words::WORDS;
use crate::chars::{forms, is_han, plain};

/// Joins the labelled lines of a page into articles, and tells each what the masthead above it says.
pub(super) fn assemble(
    lines: &[Line<'_>],
    labels: &[Label],
    mastheads: &[(usize, Masthead)],
    told: &[(usize, Masthead)],
) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    let mut section: Option<String> = None;
    let mut before = Label::Section;
    let mut pages = 0;
    let mut kinds: Vec<Kind> = Vec::new();
    let mut column = 0;
    let ruled = rules_end_columns(lines, labels);
    for (line, &label) in lines.iter().zip(labels) {
        // A column ends with its page.
        let above = mastheads.partition_point(|(number, _)| *number < line.number);
        if above > pages && pages > 0 && mastheads[above - 1].1.page != mastheads[pages - 1].1.page {
            section = None;
            column += 1;
        }
        // No masthead lies within a headline.
        let parted = above > pages && matches!(before, Label::Kicker | Label::Headline | Label::Deck);
        pages = above;
        // Where every article has a page of its own, a column ends with it, unless a heading opens another.
        if line.has(Evidence::Apart) && section.take().is_some() {
            column += 1;
        }
        // So does one at a drawn line, where few articles have one between them.
        if ruled && line.ruled && before != Label::Section && section.take().is_some() {
            column += 1;
        }
        if label == Label::Section {
            section = Some(heading_text(line.text));
            column += 1;
        } else {
            if begins(before, label) || parted || articles.is_empty() {
                articles.push(Article {
                    number: articles.len() + 1,
                    section: section.clone(),
                    // Most are no longer.
                    text: String::with_capacity(TEXT),
                    lines: Some((line.number, line.number)),
                    ..Article::default()
                });
                kinds.push(Kind {
                    column,
                    bulleted: line.has(Evidence::Bullet),
                    talks: false,
                    called: false,
                    marked: false,
                    bylined: false,
                    penned: false,
                    verse: false,
                    decked: false,
                    named: matches!(label, Label::Kicker | Label::Headline) && is_named(line.text),
                    credited: false,
                    rows: 0,
                });
            }
            if let Some((article, kind)) = articles.last_mut().zip(kinds.last_mut()) {
                kind.marked |= line.has(Evidence::Marker);
                // Who asks may be named: 读者王女士:….
                let first = label == Label::Paragraph && article.blocks.len() == 1;
                kind.talks |= line.has(Evidence::Speech) && label != Label::Continued;
                kind.called |= first && is_call(line.text);
                kind.bylined |= label == Label::Byline;
                kind.penned |= label == Label::Byline && !reports(line.text);
                kind.verse |= line.has(Evidence::Verse) || line.has(Evidence::Genre);
                kind.credited |= line.has(Evidence::Credited);
                kind.rows += usize::from(line.is_row);
                kind.decked |= matches!(label, Label::Kicker | Label::Deck);
                add(article, label, line);
            }
        }
        before = label;
    }
    end_columns(&mut articles, &kinds);
    let sole = told.len() == 1 && mastheads.iter().all(|(_, head)| head.published.is_none());
    for article in &mut articles {
        // The masthead above the article; one at the page's foot serves all.
        let first = article.lines.map_or(0, |(first, _)| first);
        let above = mastheads.partition_point(|(line, _)| *line < first);
        let head = mastheads.get(above.wrapping_sub(1)).or(mastheads.last()).map(|(_, head)| head);
        // What a line of its own headline, or the line below it, tells is surer.
        let until = article.lines.map_or(0, |(_, last)| last);
        let from = told.partition_point(|(line, _)| *line < first);
        let own = told.get(from).filter(|(line, _)| *line <= until).map(|(_, own)| own);
        // On a site's page the day below its title is of what stands below without a title of its own.
        let untitled = sole && article.headline.is_none();
        let site = told.first().filter(|(line, own)| untitled && *line < first && own.published.is_some());
        let own = own.or(site.map(|(_, own)| own));
        let of = |own: Option<&Masthead>| own.cloned().unwrap_or_default();
        let (own, head) = (of(own), of(head));
        article.newspaper = own.newspaper.or(head.newspaper);
        article.page = own.page.or(head.page);
        article.published = own.published.or(head.published).map(|d| d.to_string());
    }
    articles
}

/// Whether drawn lines part columns: fewer than half of the articles have one between them.
fn rules_end_columns(lines: &[Line<'_>], labels: &[Label]) -> bool {
    let (mut articles, mut ruled) = (0, 0);
    for (i, pair) in labels.windows(2).enumerate().filter(|(_, pair)| begins(pair[0], pair[1])) {
        if !matches!(pair[0], Label::Section) {
            articles += 1;
            ruled += usize::from(lines[i + 1].ruled);
        }
    }
    ruled > 0 && ruled * 2 < articles
}

/// Columns that hold one kind of article end where another kind begins: a column of bulleted briefs at the first
/// article without a bullet, one without headlines at the first headline, one of questions at the first article that
/// answers none, one of pictures or of signed pieces at the first that a lead marker opens, one of plain briefs at the
/// first that is signed under its headline, one of single paragraphs at the first article of several that is twice as
/// long, one of headlines with a place before a colon at the first without, one of texts at the first table, any where the paper
/// says what it had wrong, one of names (白羊座, 南通) at the first
/// that is none. One of opinions holds one.
fn end_columns(articles: &mut [Article], kinds: &[Kind]) {
    let mut from = 0;
    while from < articles.len() {
        let column = kinds[from].column;
        let to = (from..articles.len()).find(|&i| kinds[i].column != column).unwrap_or(articles.len());
        let pictures = articles[from].section.as_deref().is_some_and(|s| s.contains(PICTURES));
        let first = kinds[from];
        let letters =
            articles[from].section.as_deref().is_some_and(|s| LETTERS.iter().any(|l| s.contains(l)));
        let single = articles[from].section.as_deref().is_some_and(is_single);
        let answers = articles[from].section.as_deref().is_some_and(|name| WORDS.answers.ends(&forms(name)));
        let unasked = |i: usize| {
            let asks = articles[i].headline.as_deref().is_some_and(asks);
            answers
                && !asks
                && (!kinds[i].talks && !kinds[i].called || kinds[i].penned)
                && (i > from || articles[i].headline.is_some())
        };
        let single = single || unasked(from);
        // Of the articles so far: the longest, where each is one paragraph.
        let mut longest = brief(&articles[from]);
        // Whether all of them say where in their headlines, and whether all headlines are short.
        let (mut all_named, mut all_short) = (true, true);
        let is_other = |i: &usize| {
            let this = kinds[*i];
            let (length, paragraphs) = extent(&articles[*i]);
            let grows =
                paragraphs > 1 && longest.is_some_and(|l| length >= 2 * l) && (from > 0 || *i > from + 1);
            longest = longest.zip(brief(&articles[*i])).map(|(a, b)| a.max(b));
            let headed = articles[from].headline.is_none()
                && articles[*i].headline.is_some()
                && !(pictures && this.credited);
            let brief = |i: usize| articles[i].headline.as_deref().map(|headline| headline.chars().count());
            all_named &= kinds[*i - 1].named;
            all_short &= brief(*i - 1).is_some_and(|length| length <= SHORT);
            // Two briefs that say where in their headlines make a column of such.
            let named = *i > from + 1 && articles[*i].headline.is_some() && all_named && !this.named;
            // What heads the page may head all of it.
            let plain = !first.bylined && !first.marked;
            let turns =
                first.bylined && this.marked || plain && this.bylined || plain && this.marked && this.decked;
            // Essays and what is told by nobody.
            let turns = turns
                || first.penned
                    && !this.penned
                    && !(first.verse && this.verse)
                    && articles[*i].headline.is_some();
            let short = *i > from + 1 && all_short && brief(*i).is_some_and(|length| length > 2 * SHORT);
            let turns =
                turns || *i > from + 1 && this.rows > 2 && kinds[from..*i].iter().all(|kind| kind.rows == 0);
            let corrects = is_correction(&articles[*i]) && !is_correction(&articles[from]);
            let asked = || articles[*i].headline.as_deref().is_some_and(asks);
            let turns = turns || first.talks && !this.talks && !this.called && !answers && !asked();
            single
                || corrects
                || letters && !first.marked && this.marked
                || unasked(*i)
                || first.bulleted && !this.bulleted
                || pictures && this.marked
                || headed
                || grows
                || named
                || short
                || from > 0 && turns
        };
        if let Some(end) = (from + 1..to).find(is_other) {
            articles[end..to].iter_mut().for_each(|article| article.section = None);
        }
        from = to;
    }
}

/// How long names are at most that stand for headlines.
const SHORT: usize = 3;

/// Whether a column holds one piece: 短评, 手记.
fn is_single(section: &str) -> bool {
    WORDS.singles.ends(&forms(section))
}

/// Length and number of paragraphs of an article.
fn extent(article: &Article) -> (usize, usize) {
    let paragraphs = article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    paragraphs.fold((0, 0), |(length, number), block| (length + block.span.len(), number + 1))
}

/// Whether a headline says where before a colon: `柳荫:楼道装上扶手`.
fn is_named(headline: &str) -> bool {
    const LONGEST: usize = 8;
    let colon = headline.chars().take(LONGEST + 1).position(|c| matches!(c, ':' | '：'));
    colon.is_some_and(|at| at >= 2 && headline.chars().take(at).all(is_han))
}

/// Whether an article says what the paper had wrong: 更 正.
fn is_correction(article: &Article) -> bool {
    article.headline.as_deref().is_some_and(|headline| WORDS.corrections.get(&plain(headline)).is_some())
}

/// Whether a byline is of those who report.
fn reports(byline: &str) -> bool {
    ["记者", "記者", "通讯员", "通訊員", "摄影", "实习生"].iter().any(|role| byline.contains(role))
}

/// The length of an article of one paragraph.
fn brief(article: &Article) -> Option<usize> {
    let (length, paragraphs) = extent(article);
    (paragraphs <= 1).then_some(length)
}

/// Whether a headline asks something.
fn asks(headline: &str) -> bool {
    let chars = forms(headline);
    let word = |c: &char| matches!(c, '怎' | '何' | '吗' | '谁' | '哪' | '?');
    chars.iter().any(word) || chars.windows(3).any(|three| three[1] == '不' && three[0] == three[2])
}

/// Room for the text of an article, in bytes.
const TEXT: usize = 1536;

/// What columns of letters are called by.
const LETTERS: [&str; 5] = ["来信", "來信", "来函", "來函", "信箱"];

/// What columns of pictures are called by.
pub(super) const PICTURES: [char; 5] = ['图', '影', '镜', '摄', '照'];

/// What tells an article's column.
#[derive(Clone, Copy)]
struct Kind {
    /// How many column headings stood before it.
    column: usize,
    /// It holds verse.
    verse: bool,
    /// Somebody who is no reporter signed under its headline.
    penned: bool,
    /// It begins with a bullet.
    bulleted: bool,
    /// Somebody asks or answers in it.
    talks: bool,
    /// Somebody who called or wrote asks below its headline.
    called: bool,
    /// A lead marker opens it.
    marked: bool,
    /// It is signed under its headline.
    bylined: bool,
    /// Its headline has a deck or kicker.
    decked: bool,
    /// Its headline names a place or office before a colon.
    named: bool,
    /// A photographer signs it.
    credited: bool,
    /// How many rows of tables it holds.
    rows: usize,
}

/// A column heading without its frame, and without spaces between its letters.
fn heading_text(line: &str) -> String {
    let bare = line.trim_matches(|c: char| "【】〔〕〖〗[]<>〈〉|丨: —-〓※".contains(c) || is_box(c));
    let apart = unspaced_heading(&forms(line)).is_some();
    if apart { bare.chars().filter(|c| !c.is_whitespace()).collect() } else { bare.to_owned() }
}

fn add(article: &mut Article, label: Label, line: &Line<'_>) {
    if let Some((_, last)) = &mut article.lines {
        *last = line.number.max(*last);
    }
    let last = article.blocks.last().map(|block| block.kind);
    match label {
        Label::Kicker | Label::Headline | Label::Deck => {
            // A bullet marks the headline and is no part of it.
            let text = line.text.trim_start_matches(|c: char| is_box(c) || c == ' ');
            let length = if text.len() == line.text.len() { line.length } else { text.chars().count() };
            // A bullet on a line of its own.
            if length == 0 {
                return;
            }
            match &mut article.headline {
                Some(headline) if last == Some(BlockKind::Headline) => {
                    headline.push(' ');
                    headline.push_str(text);
                    article.extend_counted(" ", 1);
                    article.extend_counted(text, length);
                }
                _ => {
                    article.headline = Some(text.to_owned());
                    article.push_counted(BlockKind::Headline, text, length);
                }
            }
        }
        Label::Continued if last == Some(BlockKind::Paragraph) => {
            article.extend_counted(line.text, line.length);
        }
        Label::Subhead => {
            article.subheads.push(line.text.to_owned());
            article.push_counted(BlockKind::Subhead, line.text, line.length);
        }
        Label::Byline | Label::Signature if line.is_signed_alone() || line.has(Evidence::Sender) => {
            article.push_counted(BlockKind::Byline, line.text, line.length);
        }
        Label::Lead if line.has(Evidence::Credit) => {
            article.push_counted(BlockKind::Byline, line.text, line.length);
        }
        _ => article.push_counted(BlockKind::Paragraph, line.text, line.length),
    }
}
