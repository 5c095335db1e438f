//! Menus of a site that stand a word a line, and what stands below the page's foot.

use super::navigation::{is_joint, is_link};
use crate::chars::forms;
use crate::split::line::{Evidence as E, Line, is_box, trim};
use crate::split::page::Aside;
use crate::split::words::WORDS;

/// Whether all of a line is one word that leads elsewhere on a site or names a part of it, behind a bullet or not.
fn is_item(text: &str) -> bool {
    const LONGEST: usize = 12;
    if text.chars().nth(LONGEST).is_some() {
        return false;
    }
    let chars = forms(text);
    let word = trim(&chars, |c| is_joint(&c) || is_box(c));
    is_link(word)
        || WORDS.channels.get(word).is_some()
        || WORDS.sites.get(word).is_some()
        || matches!(word, [] | ['x' | 'X' | '×'])
}

/// Sets aside menus that stand a word a line: 首页, • 时政, • 社会; and the words that stand below the page's foot.
pub(in crate::split) fn set_menus_aside<'a>(lines: &mut Vec<Line<'a>>, aside: &mut Vec<Aside<'a>>) {
    const FEWEST: usize = 3;
    const SHORT: usize = 16;
    const MOST: usize = 6;
    aside.sort_by_key(|line| line.number);
    let items: Vec<bool> = lines.iter().map(|line| line.given.is_none() && is_item(line.text)).collect();
    let mut menus = vec![false; lines.len()];
    let mut from = 0;
    for row in items.chunk_by(|a, b| a == b) {
        // 三农, 食品, 能源 may be a list of a text.
        let leads = |line: &Line<'_>| line.text.starts_with(is_box) || is_link(&forms(line.text));
        let row_lines = &lines[from..from + row.len()];
        // 登录, 注册 above all else
        let leading = || aside.iter().any(|a| a.class == "navigation" && a.number < row_lines[0].number);
        let heads = || {
            from == 0
                && row_lines.iter().all(|line| is_link(&forms(line.text)))
                && (row.len() > 1 || leading())
        };
        if row[0]
            && !announced(lines, from)
            && (row.len() >= FEWEST && row_lines.iter().any(leads) || heads())
        {
            menus[from..from + row.len()].fill(true);
        }
        from += row.len();
    }
    mark_bulleted(lines, &items, aside, &mut menus);
    mark_beside(lines, aside, &mut menus);
    mark_guides(lines, aside, &mut menus);
    // Below who owns the page, or where it leads to, no article begins that has no text.
    let is_short = |line: &Line<'_>| {
        line.has(E::Title) && line.length <= SHORT && !line.is_signed_alone() && line.given.is_none()
    };
    let short = lines.iter().rev().take(MOST + 1).take_while(|line| is_short(line)).count();
    let last = lines.len() - short;
    if (1..=MOST).contains(&short)
        && let Some(text) = last.checked_sub(1).map(|last| lines[last].number)
    {
        let is_foot = |aside: &&Aside<'_>| {
            aside.number > text && matches!(aside.class, "copyright" | "navigation" | "hotline")
        };
        // One telephone number or link may stand anywhere.
        let sure = || {
            aside.iter().filter(is_foot).count() > 1
                || aside.iter().any(|a| is_foot(&a) && a.class == "copyright")
        };
        if let Some(foot) = aside.iter().find(is_foot).map(|foot| foot.number).filter(|_| sure()) {
            (last..menus.len()).filter(|&i| lines[i].number > foot).for_each(|i| menus[i] = true);
        }
    }
    let mut menus = menus.into_iter();
    lines.retain(|line| {
        let is_menu = menus.next().unwrap_or_default();
        if is_menu {
            aside.push(Aside { number: line.number, text: line.text, class: "navigation" });
        }
        !is_menu
    });
}

/// Whether the line above one announces it: 记者梳理了八个热点:.
fn announced(lines: &[Line<'_>], at: usize) -> bool {
    at > 0 && lines[at - 1].has(E::Colon)
}

/// The page that a line leads to, and whether more than a bare number says so: `A3 桥头来了新大夫`, `4版 老街修路`,
/// `老街修路 A05`.
fn guides(text: &str) -> Option<(char, u32, bool)> {
    guide_before(text).or_else(|| guide_behind(text))
}

/// As [`guides`], where the label stands before the title.
fn guide_before(text: &str) -> Option<(char, u32, bool)> {
    let (letter, page, named, rest) = page_label(text)?;
    let title = rest.strip_prefix([' ', '\u{3000}', '|', '｜', '丨', ':', '：', '·'])?.trim_start();
    (named && fits(title)).then_some((letter, page, true))
}

/// As [`guides`], where the label stands behind the title.
fn guide_behind(text: &str) -> Option<(char, u32, bool)> {
    const JOINTS: [char; 13] = [' ', '\u{3000}', '/', '／', '|', '｜', '丨', '…', '·', '→', '>', '(', '（'];
    // Most lines end in no label.
    if !text.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '版' | ')' | '）')) {
        return None;
    }
    let text = text.trim_end_matches([')', '）']);
    let at = text.rfind(JOINTS)?;
    let label = text[at..].trim_start_matches(JOINTS);
    let (letter, page, named, rest) = page_label(label)?;
    let title = text[..at].trim_end_matches(JOINTS);
    (rest.is_empty() && fits(title)).then_some((letter, page, named))
}

/// Whether a title in a list is as long as titles are.
fn fits(title: &str) -> bool {
    (4..=40).contains(&title.chars().count()) && !title.contains('。')
}

/// Whether a line is a title with the label of its page behind: 老街修路/05.
pub(in crate::split) fn is_guide(text: &str) -> bool {
    guide_behind(text).is_some()
}

/// Whether a line is a page's label and nothing else: A03, 3版.
pub(in crate::split) fn is_label(text: &str) -> bool {
    page_label(text.trim_matches(['(', ')', '（', '）', '>', ' ']))
        .is_some_and(|(.., named, rest)| named && rest.is_empty())
}

/// The page's label that a text begins with: its letter and number, whether it is more than a number, and what stands behind.
fn page_label(text: &str) -> Option<(char, u32, bool, &str)> {
    let bare = text.trim_start_matches('第');
    let letter = bare.chars().next().filter(char::is_ascii_uppercase);
    let bare = letter.map_or(bare, |_| &bare[1..]);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let page = bare[..digits].parse().ok().filter(|_| digits <= 2)?;
    let rest = &bare[digits..];
    let behind = rest.strip_prefix('版').unwrap_or(rest);
    Some((letter.unwrap_or_default(), page, letter.is_some() || behind.len() < rest.len(), behind))
}

/// Marks titles beside the numbers of the pages that they stand on, one below the other: below 今日导读, or by themselves.
fn mark_guides(lines: &[Line<'_>], aside: &[Aside<'_>], menus: &mut [bool]) {
    const FEWEST: usize = 3;
    let mut from = 0;
    while from < lines.len() {
        let page =
            |i: usize| lines.get(i).filter(|line| line.given.is_none()).and_then(|line| guides(line.text));
        let mut to = from;
        let mut last = None;
        let mut sure = true;
        while let Some((letter, number, named)) = page(to).filter(|next| last <= Some((next.0, next.1))) {
            last = Some((letter, number));
            sure &= named;
            to += 1;
        }
        let led = || {
            let number = lines[from].number;
            let at = aside.partition_point(|aside| aside.number < number);
            let above = at.checked_sub(1).map(|at| &aside[at]);
            above.is_some_and(|a| {
                matches!(a.class, "navigation" | "pointer")
                    && (from == 0 || a.number > lines[from - 1].number)
            })
        };
        if to - from >= FEWEST && sure || to > from && led() {
            menus[from..to].fill(true);
        }
        from = to.max(from + 1);
    }
}

/// Marks titles that a link to the next page names: below 上一篇 alone, with no text of their own.
fn mark_beside(lines: &[Line<'_>], aside: &[Aside<'_>], menus: &mut [bool]) {
    let leads = |aside: &Aside<'_>| {
        let word = forms(aside.text);
        let word = trim(&word, |c| is_joint(&c)).iter().collect::<String>();
        let word = word.trim_end_matches("新闻").trim_end_matches("文章");
        matches!(word, "上一篇" | "下一篇" | "上一条" | "下一条")
    };
    let above = |i: usize| {
        let number = lines[i].number;
        let at = aside.partition_point(|aside| aside.number < number);
        at.checked_sub(1).map(|at| &aside[at]).filter(|aside| i == 0 || aside.number > lines[i - 1].number)
    };
    for i in (0..lines.len()).filter(|&i| lines[i].has(E::Title) && lines[i].given.is_none()) {
        let alone =
            lines.get(i + 1).is_none() || above(i + 1).is_some_and(|aside| aside.class == "navigation");
        if alone && above(i).is_some_and(leads) {
            menus[i] = true;
        }
    }
}

/// Marks rows of short words behind bullets: a menu where a third of them are known, tags where 热词 or its like heads them.
fn mark_bulleted(lines: &[Line<'_>], items: &[bool], aside: &[Aside<'_>], menus: &mut [bool]) {
    const FEWEST: usize = 5;
    const WORD: usize = 10;
    let is_bullet = |line: &Line<'_>| {
        line.given.is_none() && line.length <= WORD && line.has(E::Title) && line.text.starts_with(is_box)
    };
    let is_tags = |aside: &&Aside<'_>| {
        let word = forms(aside.text);
        let word = trim(&word, |c| is_joint(&c)).iter().collect::<String>();
        matches!(word.as_str(), "热词" | "标签" | "关键词" | "热搜")
    };
    let mut from = 0;
    for row in lines.chunk_by(|a, b| is_bullet(a) == is_bullet(b)) {
        let to = from + row.len();
        if is_bullet(&row[0]) && !announced(lines, from) {
            let known = items[from..to].iter().filter(|item| **item).count();
            let above = from.checked_sub(1).map_or(0, |above| lines[above].number);
            let within = |aside: &&Aside<'_>| (above..row[0].number).contains(&aside.number);
            if row.len() >= FEWEST && known * 3 >= row.len()
                || aside.iter().filter(within).any(|a| is_tags(&a))
            {
                menus[from..to].fill(true);
            }
        }
        from = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_in_whatever_order_they_were_set_aside() {
        let title = "远洋货轮昨天靠港 码头迎来大忙";
        let line =
            |number: usize, text: &'static str| Line::new(number, text, &text.chars().collect::<Vec<_>>());
        let mut lines = vec![line(1, "老楼道有了新管家"), line(4, title)];
        let aside = |number: usize, text: &'static str, class: &'static str| Aside { number, text, class };
        let mut set_aside = vec![
            aside(3, "上一篇新闻", "navigation"),
            aside(5, "下一篇新闻", "navigation"),
            aside(2, "招租", "advert"),
        ];
        set_menus_aside(&mut lines, &mut set_aside);
        assert_eq!(lines.len(), 1);
        assert!(set_aside.iter().any(|aside| aside.text == title));
    }
}
