//! What sites print with each article, as crawlers save it: the day below or above its title, the name of the site.

use super::marks_item;
use crate::chars::folded;
use crate::split::line::{Evidence as E, Line, Set};
use crate::split::masthead::read_source;
use crate::split::page::{Aside, Page};
use jiff::civil::Date;
use std::collections::HashMap;

/// A day alone between a title and running text is the title's, as crawlers save it: it tells when the article was
/// published, unless the page's head does. So is one above a title, where several of the page's titles have one there, all
/// of one year. At the end of a letter or notice no text follows it.
pub(in crate::split) fn set_days_aside(page: &mut Page<'_>, page_day: Option<Date>) {
    const FEWEST: usize = 2;
    let is_text = |line: &Line<'_>| !line.has(E::Title) && !line.is_signed_alone();
    let opens = |at: usize| {
        page.lines.get(at).is_some_and(|line| {
            is_text(line)
                || line.is_signed_alone() && page.lines.get(at + 1).is_some_and(|line| line.has(E::Long))
        })
    };
    let is_title = |line: &Line<'_>| line.has(E::Title) && !line.evidence().any(SIGNS) && line.length >= 4;
    let days: Vec<usize> =
        (0..page.lines.len()).filter(|&i| is_full_day(&unlisted(&page.lines[i]))).collect();
    // Each day with the title that it is of.
    let below = |&i: &usize| (i > 0 && is_title(&page.lines[i - 1]) && opens(i + 1)).then(|| (i, i - 1));
    let above = |&i: &usize| {
        let title = page.lines.get(i + 1).filter(|line| is_title(line));
        title.filter(|_| opens(i + 2) && (i == 0 || !is_title(&page.lines[i - 1]))).map(|_| (i, i + 1))
    };
    let mut told: Vec<(usize, usize)> = days.iter().filter_map(below).collect();
    // One day in the page's head is the first article's.
    let each = told.is_empty();
    if each {
        told = days.iter().filter_map(above).collect();
        if told.len() < FEWEST || !are_near(page, &told, page_day) {
            return;
        }
    }
    for &(i, title) in &told {
        let day = &page.lines[i];
        page.aside.push(Aside { number: day.number, text: day.text, class: "metadata" });
        let source = read_source(&folded(day.text), day.text);
        let title = &mut page.lines[title];
        title.set(E::Announced, true);
        if each || page_day.is_none() {
            page.told.push((title.number, source));
        }
    }
    page.told.sort_by_key(|(number, _)| *number);
    let (mut i, mut days) = (0, told.into_iter().map(|(day, _)| day).peekable());
    page.lines.retain(|_| {
        i += 1;
        days.next_if_eq(&(i - 1)).is_none()
    });
}

/// Whether days are of one year, and of the page's: those of 历史上的今天 are not.
fn are_near(page: &Page<'_>, told: &[(usize, usize)], page_day: Option<Date>) -> bool {
    const YEAR: i64 = 366;
    let of = |&(i, _): &(usize, usize)| read_source(&folded(page.lines[i].text), "").published;
    let days: Vec<Date> = told.iter().filter_map(of).chain(page_day).collect();
    let (first, last) = (days.iter().min(), days.iter().max());
    first.zip(last).is_some_and(|(first, last)| last.duration_since(*first).as_hours() / 24 <= YEAR)
}

/// What shows that a line is no title which a day belongs to.
const SIGNS: Set = Set::of(&[E::Byline, E::Names, E::Sender, E::Sent, E::Body, E::Salute, E::Leave]);

/// A line's folded characters without what stands before an item of a list.
fn unlisted(line: &Line<'_>) -> Vec<char> {
    if !(line.has(E::Dated) || line.text.starts_with(marks_item)) {
        return Vec::new();
    }
    folded(line.text.trim_start_matches(|c| marks_item(c) || c == ' '))
}

/// Sets aside a short line that a page prints with each of its articles above a day, or between a title and its byline:
/// the name of a site.
pub(in crate::split) fn set_sites_aside(page: &mut Page<'_>) {
    const FEWEST: usize = 3;
    const LONGEST: usize = 16;
    let metadata = (page.aside.iter())
        .filter(|aside| matches!(aside.class, "metadata" | "masthead"))
        .map(|aside| aside.number);
    let mut telling: Vec<usize> = metadata.collect();
    telling.sort_unstable();
    let tells = |line: &Line<'_>| line.is_signed_alone() || is_full_day(&unlisted(line));
    if telling.len() + page.lines.iter().filter(|line| tells(line)).count() < FEWEST {
        return;
    }
    let mut names: HashMap<&str, (usize, bool)> = HashMap::new();
    let is_name = |line: &Line<'_>| {
        line.has(E::Title) && line.length <= LONGEST && !line.is_signed_alone() && !line.has(E::Heading)
    };
    for (i, line) in page.lines.iter().enumerate().filter(|(_, line)| is_name(line)) {
        let next = page.lines.get(i + 1);
        let aside = telling.get(telling.partition_point(|&number| number < line.number));
        let beside = aside.is_some_and(|&number| next.is_none_or(|next| number < next.number));
        let dated = next.is_some_and(|line| is_full_day(&unlisted(line)));
        let titled = || i > 0 && page.lines[i - 1].has(E::Title) && !page.lines[i - 1].is_signed_alone();
        let (times, all) = names.entry(line.text).or_insert((0, true));
        *times += 1;
        *all &= beside || dated || next.is_some_and(Line::is_signed_alone) && titled();
    }
    names.retain(|_, (times, all)| *times >= FEWEST && *all);
    if names.is_empty() {
        return;
    }
    let aside = &mut page.aside;
    page.lines.retain(|line| {
        let named = is_name(line) && names.contains_key(line.text);
        if named {
            aside.push(Aside { number: line.number, text: line.text, class: "metadata" });
        }
        !named
    });
}

/// Whether a line is nothing but a day with its year.
pub(in crate::split) fn is_full_day(chars: &[char]) -> bool {
    chars.last() == Some(&'日') && chars.get(4) == Some(&'年') && chars.len() <= 12
}
