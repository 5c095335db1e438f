//! Pages of newspaper archives: each article stands below the page's number and name and its column, `第2版(要闻)` and
//! `专栏:街坊`, with its title above that in some.

use super::export::Given;
use super::{Aside, Reader};
use crate::chars::fold;
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Line, Set};
use crate::split::masthead::read_source;

/// The name of the field that tells an article's column.
const COLUMN: [char; 3] = ['专', '栏', ':'];

/// Where the reading of an archive's page has come to.
#[derive(Debug, Default)]
pub(super) struct Archive {
    /// What the next line may be.
    next: Next,
    /// The line of the last article's head.
    head: usize,
    /// An article was begun: what stands above the first belongs to none.
    begun: bool,
    /// There is but one head, which may stand above a whole page.
    sole: bool,
    /// The number of the last title, where titles are numbered.
    listed: Option<usize>,
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

/// Where the number of the page ends and where the head, in a line (folded) that begins with one.
fn head(chars: &[char]) -> Option<(usize, usize)> {
    const LONGEST: usize = 20;
    let end = page(chars)?;
    (chars.get(end) == Some(&'(')).then_some(())?;
    let name = chars[end..].iter().take(LONGEST).position(|&c| c == ')')?;
    Some((end, end + name + 1))
}

/// Where a page's number ends in a line (folded) that begins with one: 第 3 版.
fn page(chars: &[char]) -> Option<usize> {
    let rest = chars.strip_prefix(&['第'])?;
    let digits = rest.iter().take(4).take_while(|c| c.is_ascii_digit() || **c == ' ').count();
    (digits > 0 && rest.get(digits) == Some(&'版')).then_some(digits + 2)
}

impl Archive {
    /// Looks at a page: it is of an archive where among its first lines is the head of an article, or its number stands
    /// above the first title of a list.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Self> {
        const WITHIN: usize = 8;
        let (mut headed, mut paged, mut listed, mut heads) = (false, false, false, 0);
        for (i, line) in lines.map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            if i >= WITHIN && heads == 0 && !listed {
                return None;
            }
            // Below the first lines only heads are looked for.
            if i >= WITHIN && !headed && !line.starts_with('第') {
                continue;
            }
            let chars: Vec<char> = line.chars().take(30).map(fold).collect();
            let end = head(&chars).map(|(_, end)| end);
            let is_head = headed && chars.starts_with(&COLUMN)
                || end.is_some_and(|end| chars[end..].starts_with(&COLUMN));
            heads += usize::from(is_head);
            listed |= paged && numbered(line).is_some_and(|(n, _)| n == 1);
            headed = end == Some(chars.len());
            paged = page(&chars) == Some(chars.len());
            if heads > 1 || listed {
                break;
            }
        }
        (heads > 0 || listed).then(|| Archive { sole: heads == 1 && !listed, ..Archive::default() })
    }
}

/// The number of a title in a list and where the title begins: `3. 清理河道`.
fn numbered(text: &str) -> Option<(usize, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix('.')?;
    let number = text[..digits].parse().ok().filter(|_| digits <= 3)?;
    let title = rest.trim_start();
    title.starts_with(|c: char| !c.is_ascii_digit()).then_some((number, text.len() - title.len()))
}

/// Where a text goes on behind a title that it begins with, whatever spaces stand in both; `None` where it doesn't.
fn behind_title(text: &str, title: &str) -> Option<usize> {
    let mut rest = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let mut at = 0;
    for c in title.chars().filter(|c| !c.is_whitespace()) {
        let (byte, same) = rest.next()?;
        if same != c {
            return None;
        }
        at = byte + same.len_utf8();
    }
    Some(text.len() - text[at..].trim_start().len())
}

/// Says of the lines between an article's title and its lead marker that they are of the headline, however long, but for
/// bylines and sentences.
pub(super) fn mark_decks(lines: &mut [Line<'_>]) {
    const MOST: usize = 5;
    const SIGNED: Set = Set::of(&[E::Byline, E::Names, E::Pen, E::Sent, E::Closed]);
    for first in 0..lines.len() {
        if lines[first].given != Some(Given::Label(Label::Headline)) {
            continue;
        }
        let below = lines[first + 1..].iter().take(MOST).take_while(|line| line.given == Some(Given::Body));
        let Some(decks) = below.clone().position(|line| line.has(E::Marker)) else { continue };
        for line in &mut lines[first + 1..][..decks] {
            if !line.evidence().any(SIGNED) {
                line.given = Some(Given::Label(Label::Deck));
            }
        }
    }
}

impl<'a> Reader<'a> {
    /// Reads a line that parts the articles of an archive; `false` where it is a line as any other.
    pub(super) fn read_head(&mut self, number: usize, text: &'a str) -> bool {
        let Some(archive) = &mut self.archive else { return false };
        let place = |from: usize| text.char_indices().nth(from).map_or(text.len(), |(byte, _)| byte);
        if let Some((page, end)) = head(&self.chars) {
            (archive.next, archive.head) = (Next::Column, number);
            if !std::mem::replace(&mut archive.begun, true) {
                self.leave_title();
            }
            self.masthead.page = Some(self.chars[..page].iter().filter(|c| **c != ' ').collect());
            self.page.mastheads.push((number, self.masthead.clone()));
            if self.chars[end..].starts_with(&COLUMN) {
                self.read_whole(number, &text[place(end + COLUMN.len())..]);
                return true;
            }
        } else if archive.next == Next::Column && self.chars.starts_with(&COLUMN) {
            archive.next = Next::First { column: false };
            if self.read_column(number, text[place(COLUMN.len())..].trim_start()) {
                return true;
            }
        } else if page(&self.chars) == Some(self.chars.len()) {
            archive.listed = Some(0);
            return false;
        } else if let Some((_, from)) = numbered(text)
            .filter(|(n, _)| archive.listed.is_some_and(|last| *n == last + 1 || *n == 1 && last == 0))
        {
            *archive = Archive {
                next: Next::First { column: false },
                head: number,
                begun: true,
                sole: false,
                listed: archive.listed.map(|last| last + 1),
            };
            self.add_line(number, &text[from..], Some(Label::Headline));
            return true;
        } else {
            return false;
        }
        self.page.aside.push(Aside { number, text, class: "masthead" });
        true
    }

    /// Sets aside what stands above the first head, but for the title just above it.
    fn leave_title(&mut self) {
        let lines = &mut self.page.lines;
        let title = lines.pop_if(|line| !line.has(E::Closed));
        for line in lines.drain(..) {
            let chars: Vec<char> = line.text.chars().map(fold).collect();
            let told = read_source(&chars, line.text);
            self.masthead.published = self.masthead.published.or(told.published);
            self.page.aside.push(Aside { number: line.number, text: line.text, class: "masthead" });
        }
        self.page.lines.extend(title);
    }

    fn add_line(&mut self, number: usize, text: &'a str, given: Option<Label>) {
        let chars: Vec<char> = text.chars().map(fold).collect();
        let mut line = Line::new(number, text, &chars);
        line.given = given.map(Given::Label);
        self.add(line, "", &chars);
    }

    /// The column of an article; `false` where none is named.
    fn read_column(&mut self, number: usize, name: &'a str) -> bool {
        if !name.is_empty() {
            self.add_line(number, name, Some(Label::Section));
        }
        !name.is_empty()
    }

    /// An article on the line of its head, behind the name of its column. It may begin with the title above once more.
    fn read_whole(&mut self, number: usize, text: &'a str) {
        let is_title = |line: &mut Line<'_>| line.given == Some(Given::Label(Label::Headline));
        let mut title = self.page.lines.pop_if(is_title);
        let column = text.find(char::is_whitespace).unwrap_or(0);
        let named = self.read_column(number, &text[..column]);
        if let Some(title) = title.as_mut().filter(|_| named) {
            title.forget(E::Apart);
        }
        if let Some(archive) = &mut self.archive {
            archive.next = if title.is_some() { Next::Line } else { Next::First { column: named } };
        }
        let printed = title.as_ref().map_or("", |title| title.text);
        self.page.lines.extend(title);
        let body = text[column..].trim_start();
        let body = &body[behind_title(body, printed).unwrap_or(0)..];
        if !body.is_empty() {
            self.add_line(number, body, None);
        }
    }

    /// What an archive says of a line that belongs to an article: the first begins it, the others go on with it.
    pub(super) fn placed(&mut self, line: &mut Line<'_>) {
        let Some(archive) = &mut self.archive else { return };
        if line.given == Some(Given::Label(Label::Section)) {
            line.set(E::Apart, true);
            archive.next = Next::First { column: true };
            return;
        }
        let Next::First { column } = std::mem::take(&mut archive.next) else {
            line.given = (archive.begun && !archive.sole).then_some(Given::Body);
            return;
        };
        let label = if line.has(E::Closed) { Label::Lead } else { Label::Headline };
        line.given = line.given.or((!archive.sole).then_some(Given::Label(label)));
        line.set(E::Apart, !column);
        // The title above the head says the same.
        const SHORTEST: usize = 4;
        let (head, first) = (archive.head, line.text);
        let lines = &mut self.page.lines;
        let above = lines.iter().rposition(|line| line.number < head && line.number + 4 > head);
        let repeats = |line: &Line<'_>| {
            line.given != Some(Given::Label(Label::Headline)) && behind_title(line.text, first).is_some()
        };
        if let Some(above) = above.filter(|&above| line.length >= SHORTEST && repeats(&lines[above])) {
            let repeat = lines.remove(above);
            self.page.aside.push(Aside { number: repeat.number, text: repeat.text, class: "repeat" });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::split;

    fn outlines(page: &str) -> Vec<String> {
        let told = |text: &Option<String>| text.clone().unwrap_or("-".to_owned());
        split(page)
            .iter()
            .map(|a| {
                format!(
                    "{}|{}|{}|{}",
                    told(&a.page),
                    told(&a.section),
                    told(&a.headline),
                    a.text.lines().count()
                )
            })
            .collect()
    }

    #[test]
    fn heads_part_articles() {
        let page = "1987年8月5日海州日报 第2版\n\n第2版(要闻)\n专栏:\n\n  沿河三村合力清淤\n青石镇河道通了\n  全镇三十里河道清淤完工,\
            沿河三千亩农田可以自流灌溉,二十个村吃上干净水\n本报讯 (记者何敏)河道清理完工。\n村民说好。\n\n\n第2版(副刊)\n专栏:街坊\n\n\
            老街的灯\n吴朵\n灯亮了。\n\n\n第2版()\n专栏:\n\n荷花(摄影) 何敏";
        let whole = [
            "第2版|-|沿河三村合力清淤 青石镇河道通了 全镇三十里河道清淤完工,沿河三千亩农田可以自流灌溉,二十个村吃上干净水|3",
            "第2版|街坊|老街的灯|3",
            "第2版|-|荷花(摄影) 何敏|1",
        ];
        assert_eq!(outlines(page), whole);
        assert_eq!(split(page)[1].published.as_deref(), Some("1987-08-05"));
    }

    #[test]
    fn titles_above_heads_and_in_lists() {
        let repeated = "1987-08-05第3版面所有文章内容\n\n清淤完工 河道通了\n\n第3版(要闻)\n专栏:\n\n  清淤完工\n  河道通了\n\
            本报讯 河道清理完工。\n\n老街的灯\n\n第3版(要闻)\n专栏:街坊\n\n老街的灯\n灯亮了。";
        let listed = "1987-08-05\n第 3 版\n1. 清淤完工 河道通了\n第3版(要闻)专栏: 清淤完工  河道通了 本报讯 河道清理完工。\n\
            2. 老街的灯\n第3版(要闻)专栏:街坊 老街的灯 灯亮了。";
        for page in [repeated, listed] {
            assert_eq!(outlines(page), ["第3版|-|清淤完工 河道通了|2", "第3版|街坊|老街的灯|2"]);
            assert_eq!(split(page)[0].published.as_deref(), Some("1987-08-05"));
        }
        let bare = "1987-08-05\n第 3 版\n1. 清淤完工\n河道清理完工。\n1. 分三段施工。\n2. 老街的灯\n灯亮了。";
        let pictures = "第3版()\n专栏:\n荷花(摄影) 何敏\n第3版()\n专栏:\n荷花(摄影) 何敏\n第3版()\n专栏:\n老街(木刻) 吴朵";
        assert_eq!(outlines(pictures).len(), 3);
        assert_eq!(outlines(bare), ["第3版|-|清淤完工|3", "第3版|-|老街的灯|2"]);
    }

    #[test]
    fn one_head_stands_above_an_article_or_a_page() {
        let lead = "居民李秀英说,河道清理完工以后,沿河三千亩农田可以自流灌溉。";
        let page = format!("海州日报\n第3版()\n专栏:\n清淤完工\n本报讯 {lead}\n老街的灯亮了\n本报讯 {lead}");
        assert_eq!(outlines(&page), ["第3版|-|清淤完工|2", "第3版|-|老街的灯亮了|2"]);
        let page = format!("第3版()\n专栏:街坊\n清淤完工\n{lead}\n{lead}");
        assert_eq!(outlines(&page), ["第3版|街坊|清淤完工|3"]);
    }

    #[test]
    fn pages_of_no_archive() {
        for page in ["第3版(要闻)\n清淤完工", "专栏:街坊\n老街的灯", "第3版\n清淤完工\n1. 河道清理完工。"]
        {
            assert!(Archive::of(page.lines()).is_none(), "{page}");
        }
    }
}
