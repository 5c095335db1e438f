//! Days below the titles of articles, as crawlers save them.

use super::evidence::{Evidence as E, Set};
use super::line::Line;
use super::masthead::read_metadata;
use super::page::{Aside, Page};
use crate::chars::fold;

/// A day alone between a title and running text is the title's, as crawlers save it: it tells when the article was
/// published, unless the page's head does. At the end of a letter or notice no text follows it.
pub(super) fn set_days_aside(page: &mut Page<'_>, dated: bool) {
    const SIGNS: Set = Set::of(&[E::Byline, E::Names, E::Sender, E::Sent, E::Body, E::Salute, E::Leave]);
    let mut i = 1;
    while i + 1 < page.lines.len() {
        let [title, day, next] = &page.lines[i - 1..=i + 1] else { break };
        let is_text = |line: &Line<'_>| !line.has(E::Title) && !line.is_signed_alone();
        let follows = is_text(next)
            || next.is_signed_alone() && page.lines.get(i + 2).is_some_and(|line| line.has(E::Long));
        let heads =
            day.has(E::Dated) && title.has(E::Title) && !title.evidence().any(SIGNS) && title.length >= 4;
        let chars: Vec<char> =
            if heads && follows { day.text.chars().map(fold).collect() } else { Vec::new() };
        if !is_full_day(&chars) {
            i += 1;
            continue;
        }
        let day = page.lines.remove(i);
        let title = &mut page.lines[i - 1];
        title.set(E::Announced, true);
        if !dated {
            let told = read_metadata(&chars, day.text);
            let at = page.told.partition_point(|(number, _)| *number < title.number);
            page.told.insert(at, (title.number, told));
        }
        page.aside.push(Aside { number: day.number, text: day.text, class: "metadata" });
    }
}

/// Whether a line is nothing but a day with its year.
pub(super) fn is_full_day(chars: &[char]) -> bool {
    chars.last() == Some(&'日') && chars.get(4) == Some(&'年') && chars.len() <= 12
}
