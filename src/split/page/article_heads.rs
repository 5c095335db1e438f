//! Pages whose articles have heads, as archives of newspapers print them: each stands below the page's number and name and
//! its column, `第2版(要闻)` and `专栏:街坊`, with its title above that in some; or its title has a number, `3. 清淤完工`.

mod breaks;
mod titles;
mod whole;

use super::{Aside, Reader};
use crate::chars::{byte, folded};
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line};
use crate::split::masthead::read_source;
use std::collections::HashSet;
pub(super) use titles::salute;
pub(super) use titles::{mark_decks, mark_several, mark_whole, set_titles_aside};

/// Longer lines are no titles.
const TITLE: usize = 45;

/// The name of the field that tells an article's column.
const COLUMN: [char; 3] = ['专', '栏', ':'];

/// Where the reading of such a page has come to.
#[derive(Debug, Default)]
pub(super) struct ArticleHeads<'a> {
    /// What the next line may be.
    next: Next,
    /// A head was read.
    begun: bool,
    /// No page has two heads: one may stand above all its articles.
    sole: bool,
    /// Articles without heads may stand between the others.
    open: bool,
    /// Titles stand above the heads, and nowhere else.
    above: bool,
    /// The title of the article whose head is being read.
    title: Vec<(usize, &'a str)>,
    /// The page has no head: its titles are numbered.
    lists: bool,
    /// The number of the last title, below a page's number.
    listed: Option<usize>,
    /// No title has come since a page's number.
    paged: bool,
    /// Text stands right below the first head: its title stands above it.
    bare: bool,
    /// The last line was taken for the heading of a column by its looks.
    guessed: bool,
    /// The first line below the head begins a brief with a mark.
    briefs: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Next {
    /// A line of an article.
    #[default]
    Line,
    /// The column of an article, and then its first line.
    Column,
    /// The first line of an article; whether its column stands above it.
    First { column: bool },
}

/// Whether a line (folded) names an article's column, or says that it has none: 专栏:街坊, 专栏:.
fn is_column(chars: &[char]) -> bool {
    const LONGEST: usize = 18;
    chars.starts_with(&COLUMN)
        && chars.len() <= LONGEST
        && !chars.iter().any(|c| matches!(c, '。' | ',' | '”'))
}

/// Where the number of the page ends and where the head, in a line (folded) that holds one and no more, or the column
/// behind it.
fn head(chars: &[char]) -> Option<(usize, usize)> {
    const LONGEST: usize = 20;
    let end = page(chars)?;
    (chars.get(end) == Some(&'(')).then_some(())?;
    // 第5版(国内专页(教科文))
    let mut depth = 0;
    let name = chars[end..].iter().take(LONGEST).position(|&c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0
    })?;
    let head = end + name + 1;
    (head == chars.len() || chars[head..].starts_with(&COLUMN)).then_some((end, head))
}

/// Whether a line (folded) ends in a page's number: 海州日报 全文数据 第 3 版.
fn ends_in_page(chars: &[char]) -> bool {
    const LONGEST: usize = 24;
    let at = chars.iter().rposition(|&c| c == '第').filter(|_| chars.len() <= LONGEST);
    at.is_some_and(|at| page(&chars[at..]) == Some(chars.len() - at))
}

/// Where a page's number ends in a line (folded) that begins with one: 第 3 版.
fn page(chars: &[char]) -> Option<usize> {
    let rest = chars.strip_prefix(&['第'])?;
    let digits = rest.iter().take(4).take_while(|c| c.is_ascii_digit() || **c == ' ').count();
    (digits > 0 && rest.get(digits) == Some(&'版')).then_some(digits + 2)
}

impl<'a> ArticleHeads<'a> {
    /// Looks at a page: its articles have heads where the head of an article is among its first lines, or where the number
    /// of the page stands above a list of titles with their texts.
    pub(super) fn of(lines: &[&'a str]) -> Option<Self> {
        let lines = lines.iter().copied().filter(|line| !line.is_empty());
        Self::found(lines.clone()).map(|heads| {
            let bare = is_bare(lines.clone());
            ArticleHeads { above: !heads.lists && above(lines), bare, ..heads }
        })
    }

    fn found(lines: impl Iterator<Item = &'a str>) -> Option<Self> {
        // Forums that keep papers set some lines above each article.
        const WITHIN: usize = 12;
        let (mut headed, mut paged, mut listed) = (false, false, false);
        // Columns by themselves, without the page's number.
        let mut columns = 0;
        let mut heads: HashSet<Vec<char>> = HashSet::new();
        let mut above: Vec<char> = Vec::new();
        // What forums keep is one article.
        let mut forum = false;
        for (i, line) in lines.enumerate() {
            if i >= WITHIN && heads.is_empty() && !listed && columns == 0 {
                return None;
            }
            // Below the first lines only heads are looked for.
            if i >= WITHIN && !headed && !line.starts_with(['第', '专']) {
                continue;
            }
            forum |= heads.is_empty() && line.starts_with("只看楼主");
            let chars = folded(line);
            let found = head(&chars);
            let whole = found.is_some_and(|(_, end)| end < chars.len());
            if whole || headed && chars.starts_with(&COLUMN) {
                let label = found
                    .filter(|_| whole)
                    .map_or_else(|| std::mem::take(&mut above), |(end, _)| chars[..end].to_vec());
                if !heads.insert(label) {
                    return Some(ArticleHeads::default());
                }
            }
            columns += usize::from(!headed && is_column(&chars));
            if columns > 1 {
                return Some(ArticleHeads { open: true, ..ArticleHeads::default() });
            }
            listed |= paged && numbered(&chars).is_some_and(|(number, _)| number == 1);
            headed = found.is_some_and(|(_, end)| end == chars.len());
            paged = ends_in_page(&chars);
            if let Some((end, _)) = found.filter(|_| headed) {
                above = chars[..end].to_vec();
            }
        }
        (!heads.is_empty() || listed).then(|| ArticleHeads {
            sole: !forum || heads.is_empty(),
            lists: heads.is_empty(),
            ..ArticleHeads::default()
        })
    }
}

/// Whether a line is text, as far as its end and its length tell.
fn is_text(line: &str) -> bool {
    line.ends_with(['。', '”', '…']) || line.chars().nth(TITLE).is_some()
}

/// Whether text stands right below the first head.
fn is_bare<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let is_head = |line: &str| {
        let chars = folded(line);
        chars.starts_with(&COLUMN) || head(&chars).is_some()
    };
    let mut below = lines.skip_while(|line| !is_head(line)).skip_while(|line| is_head(line));
    below.next().is_none_or(|line| is_text(line) || Line::new(0, line, &folded(line)).is_signed_alone())
}

/// Whether most heads have a title above them and text below.
fn above<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let mut lines = lines.peekable();
    let (mut heads, mut titled, mut before) = (0, 0, "");
    while let Some(line) = lines.next() {
        let bare =
            line.starts_with('第') && head(&folded(line)).is_some_and(|(_, end)| end == line.chars().count());
        let alone = (!bare && is_column(&folded(line))).then_some(line);
        let below_head = |next: &&str| bare && folded(next).starts_with(&COLUMN);
        if let Some(column) = alone.or_else(|| lines.next_if(below_head)) {
            heads += 1;
            let below = lines.peek().is_some_and(|below| is_text(below));
            titled += usize::from(below && !before.is_empty() && !is_text(before));
            before = column;
        } else {
            before = line;
        }
    }
    titled > 0 && titled * 2 > heads
}

/// The number of a title in a list and where the title begins, in a line (folded): `3. 清理河道`. A sentence is none.
fn numbered(chars: &[char]) -> Option<(usize, usize)> {
    let digits = chars.iter().take(4).take_while(|c| c.is_ascii_digit()).count();
    if !(1..=3).contains(&digits)
        || chars.get(digits) != Some(&'.')
        || matches!(chars.last(), Some('。' | ';' | ':'))
    {
        return None;
    }
    let from = digits + 1 + chars[digits + 1..].iter().take_while(|c| **c == ' ').count();
    let number =
        chars[..digits].iter().fold(0, |number, c| number * 10 + c.to_digit(10).unwrap_or(0) as usize);
    chars.get(from).is_some_and(|c| !c.is_ascii_digit()).then_some((number, from))
}

impl<'a> Reader<'a> {
    /// Whether the next line is an article's first: whatever it looks like, it is none of the page's.
    pub(super) fn is_first(&self) -> bool {
        self.heads.as_ref().is_some_and(|heads| matches!(heads.next, Next::First { .. }) && !heads.sole)
    }

    /// Reads a line that parts articles; `false` where it is a line as any other.
    pub(super) fn read_head(&mut self, number: usize, text: &'a str) -> bool {
        let Some(heads) = &mut self.heads else { return false };
        let chars = folded(text);
        let place = |from: usize| byte(text, from);
        if let Some((page, end)) = head(&chars) {
            heads.next = Next::Column;
            let (first, above, bare) = (!std::mem::replace(&mut heads.begun, true), heads.above, heads.bare);
            let title = if above && end == chars.len() { self.take_title() } else { Vec::new() };
            if first {
                self.leave_title(!above && (bare || end < chars.len()));
            }
            // The head tells of the title above it too.
            let from = title.first().map_or(number, |(line, _)| line - 1);
            if let Some(heads) = &mut self.heads {
                heads.title = title;
            }
            self.masthead.page = Some(chars[..page].iter().filter(|c| **c != ' ').collect());
            self.page.mastheads.push((from, self.masthead.clone()));
            if end < chars.len() && self.read_whole(number, text[place(end + COLUMN.len())..].trim_end()) {
                return true;
            }
        } else if is_column(&chars) || heads.next == Next::Column && chars.starts_with(&COLUMN) {
            heads.next = Next::First { column: false };
            let alone = heads.above && heads.title.is_empty();
            let title = if alone { self.take_title() } else { std::mem::take(&mut heads.title) };
            let Some(heads) = &mut self.heads else { return false };
            if !std::mem::replace(&mut heads.begun, true) {
                self.leave_title(true);
            }
            let named = self.read_column(number, text[place(COLUMN.len())..].trim_start());
            for (i, (line, text)) in title.into_iter().enumerate() {
                self.add_line(line, text, (i > 0).then_some(Label::Deck));
            }
            if named {
                return true;
            }
        } else if ends_in_page(&chars) {
            heads.listed = heads.lists.then(|| heads.listed.unwrap_or(0));
            heads.paged = heads.lists;
            return false;
        } else if let Some((title, from)) = numbered(&chars).filter(|(number, _)| {
            // They may be numbered anew on each page.
            heads.listed.is_some_and(|last| *number == last + 1 || heads.paged && *number == 1)
        }) {
            (heads.listed, heads.paged) = (Some(title), false);
            heads.next = Next::First { column: false };
            self.add_line(number, &text[place(from)..], Some(Label::Headline));
            return true;
        } else {
            return heads.listed.is_some()
                && (self.read_repeated(number, text) || self.read_paragraphs(number, text));
        }
        self.page.aside.push(Aside { number, text, class: "masthead" });
        true
    }

    /// Takes the lines of a title from above its head, back to the blank line that parts it from what stands before.
    fn take_title(&mut self) -> Vec<(usize, &'a str)> {
        const MOST: usize = 4;
        let lines = &mut self.page.lines;
        let titles = lines.iter().rev().take(MOST).take_while(|line| line.has(E::Title)).count();
        let begins = lines.iter().rev().take(titles).position(|line| line.has(E::Gap));
        let length = begins.map_or(titles.min(1), |at| at + 1);
        lines.drain(lines.len() - length..).map(|line| (line.number, line.text)).collect()
    }

    /// Sets aside what stands above the first head, but for the title just above it, if it is left there. Where an article
    /// stands there, all stays.
    fn leave_title(&mut self, left: bool) {
        let lines = &mut self.page.lines;
        let text = lines
            .iter()
            .skip_while(|line| !line.has(E::Title))
            .any(|line| line.text.ends_with(['。', '”', '…']));
        if text || lines.iter().any(|line| line.has(E::Marker)) {
            return;
        }
        let title = lines.pop_if(|line| left && !line.has(E::Closed));
        for line in lines.drain(..) {
            let told = read_source(&folded(line.text), line.text);
            self.masthead.published = self.masthead.published.or(told.published);
            self.page.aside.push(Aside { number: line.number, text: line.text, class: "masthead" });
        }
        self.page.lines.extend(title);
    }

    pub(super) fn add_line(&mut self, number: usize, text: &'a str, given: Option<Label>) {
        let chars = folded(text);
        let mut line = Line::new(number, text, &chars);
        line.given = given.map(Given::Label);
        self.add(line, "", &chars);
    }

    /// The column of an article; `false` where none is named.
    pub(super) fn read_column(&mut self, number: usize, name: &'a str) -> bool {
        if !name.is_empty() {
            self.add_line(number, name, Some(Label::Section));
        }
        !name.is_empty()
    }

    /// What the heads say of a line that belongs to an article: the first begins it, the others go on with it.
    pub(super) fn placed(&mut self, line: &mut Line<'_>) {
        let Some(heads) = &mut self.heads else { return };
        if line.given == Some(Given::Label(Label::Section)) {
            line.set(E::Apart, true);
            heads.next = Next::First { column: true };
            return;
        }
        // 柳荫新风 over a name and text is a title.
        if std::mem::take(&mut heads.guessed)
            && line.is_signed_alone()
            && let Some(title) = self.page.lines.last_mut()
        {
            title.given = Some(Given::Label(Label::Headline));
            heads.next = Next::Line;
        }
        let Next::First { column } = std::mem::take(&mut heads.next) else {
            if heads.begun && !heads.sole && !heads.open {
                // ▲…, 又讯:…
                let another = heads.briefs && line.has(E::Bullet) || line.has(E::Also);
                let given = if another { Given::Label(Label::Lead) } else { Given::Body };
                line.given = line.given.or(Some(given));
            }
            return;
        };
        // 简讯: the column of what follows, with no title of its own.
        if line.has(E::Heading) && !heads.sole && !column {
            line.given = Some(Given::Label(Label::Section));
            line.set(E::Apart, true);
            heads.next = Next::First { column: true };
            heads.guessed = true;
            return;
        }
        // A question may be a title.
        let is_text = !line.has(E::Title) && (line.has(E::Closed) || line.length > 2 * TITLE);
        let label = if is_text { Label::Lead } else { Label::Headline };
        heads.briefs = label == Label::Lead && line.has(E::Bullet);
        line.given = line.given.or((!heads.sole).then_some(Given::Label(label)));
        line.set(E::Apart, !column);
    }
}

#[cfg(test)]
mod tests;
