//! Days below the titles of articles, as crawlers save them.

use crate::chars::folded;
use crate::split::line::{Evidence as E, Line, Set};
use crate::split::masthead::read_source;
use crate::split::page::{Aside, Page};

/// A day alone between a title and running text is the title's, as crawlers save it: it tells when the article was
/// published, unless the page's head does. At the end of a letter or notice no text follows it.
pub(in crate::split) fn set_days_aside(page: &mut Page<'_>, dated: bool) {
    const SIGNS: Set = Set::of(&[E::Byline, E::Names, E::Sender, E::Sent, E::Body, E::Salute, E::Leave]);
    let is_text = |line: &Line<'_>| !line.has(E::Title) && !line.is_signed_alone();
    let days: Vec<usize> = (1..page.lines.len().saturating_sub(1))
        .filter(|&i| {
            let (title, day, next) = (&page.lines[i - 1], &page.lines[i], &page.lines[i + 1]);
            let follows = is_text(next)
                || next.is_signed_alone() && page.lines.get(i + 2).is_some_and(|line| line.has(E::Long));
            let heads = title.has(E::Title) && !title.evidence().any(SIGNS) && title.length >= 4;
            day.has(E::Dated) && heads && follows && is_full_day(&folded(day.text))
        })
        .collect();
    if days.is_empty() {
        return;
    }
    for &i in &days {
        let day = &page.lines[i];
        page.aside.push(Aside { number: day.number, text: day.text, class: "metadata" });
        let told = read_source(&folded(day.text), day.text);
        let title = &mut page.lines[i - 1];
        title.set(E::Announced, true);
        if !dated {
            page.told.push((title.number, told));
        }
    }
    page.told.sort_by_key(|(number, _)| *number);
    let (mut i, mut days) = (0, days.into_iter().peekable());
    page.lines.retain(|_| {
        i += 1;
        days.next_if_eq(&(i - 1)).is_none()
    });
}

/// Whether a line is nothing but a day with its year.
pub(in crate::split) fn is_full_day(chars: &[char]) -> bool {
    chars.last() == Some(&'日') && chars.get(4) == Some(&'年') && chars.len() <= 12
}
