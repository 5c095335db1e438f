//! Lists of a page's titles that a site prints above the article that is shown: one of them heads it, the others lead
//! elsewhere.

use crate::split::line::{Evidence as E, Line};
use crate::split::page::Aside;

/// Sets aside the titles beside one that was set aside since it stands over its text further down, as far as no text, and
/// nothing of the page's head, stands between them; and several above all else that a site's links part from the first
/// article.
pub(in crate::split) fn set_lists_aside<'a>(lines: &mut Vec<Line<'a>>, aside: &mut Vec<Aside<'a>>) {
    aside.sort_by_key(|line| line.number);
    let mut listed = vec![false; lines.len()];
    let repeats = aside.iter().filter(|line| line.class == "repeat").map(|line| (line.number, line.text));
    let first = lines.first().filter(|line| line.length >= LONG).map(|line| (line.number, line.text));
    for (number, text) in repeats.chain(first).collect::<Vec<_>>() {
        let below = lines.partition_point(|line| line.number < number);
        let from = lines.partition_point(|line| line.number <= number);
        let row = (from..lines.len()).take_while(|&i| is_item(&lines[i]));
        let Some(head) = row.clone().find(|&i| lines[i].text == text) else { continue };
        // What stands right above the headline is of it.
        let Some(last) = (below..head).rev().find(|&i| is_parted(lines, aside, i + 1)) else { continue };
        listed[below..=last].fill(true);
        let above = (0..below).rev().take_while(|&i| is_item(&lines[i]) && !lines[i].has(E::Heading));
        let joined = above.take_while(|&i| !is_parted(lines, aside, i + 1));
        joined.for_each(|i| listed[i] = true);
    }
    mark_latest(lines, aside, &mut listed);
    mark_joined(lines, &mut listed);
    // 海州社工网, and links below it.
    let names_site = lines
        .first()
        .is_some_and(|line| line.length <= LONG && line.text.ends_with(['网', '坛']) && line.given.is_none());
    let leads = |aside: &Aside<'_>| matches!(aside.class, "navigation" | "metadata");
    if names_site && between(lines, aside, 1).iter().any(leads) {
        listed[0] = true;
    }
    let mut listed = listed.into_iter();
    lines.retain(|line| {
        let is_listed = listed.next().unwrap_or_default();
        if is_listed {
            aside.push(Aside { number: line.number, text: line.text, class: "navigation" });
        }
        !is_listed
    });
}

/// Marks what a site prints as its latest: three titles and more above all else, and links between them and the first
/// article's title.
fn mark_latest(lines: &[Line<'_>], aside: &[Aside<'_>], listed: &mut [bool]) {
    const FEWEST: usize = 3;
    let row = lines.iter().take_while(|line| is_item(line) && line.length >= LONG).count();
    let leads = |aside: &Aside<'_>| aside.class == "navigation";
    let first = (1..=row).find(|&i| between(lines, aside, i).iter().any(leads)).unwrap_or(0);
    if first >= FEWEST && lines.get(first).is_some_and(is_item) {
        listed[..first].fill(true);
    }
}

/// Marks a line above all else that holds several titles, one of which heads what stands below it.
fn mark_joined(lines: &[Line<'_>], listed: &mut [bool]) {
    const ABOVE: usize = 3;
    const BELOW: usize = 6;
    const FEWEST: usize = 3;
    for i in 0..lines.len().min(ABOVE) {
        let titles = lines[i].text.split_whitespace().filter(|title| title.chars().count() >= LONG);
        let heads = |title: &str| lines[i + 1..].iter().take(BELOW).any(|line| line.text == title);
        listed[i] |= titles.clone().count() >= FEWEST && titles.clone().any(heads);
    }
}

/// From how many characters on titles are none of columns.
const LONG: usize = 8;

/// Whether a line may be one of a list's titles.
fn is_item(line: &Line<'_>) -> bool {
    const LONGEST: usize = 45;
    // 老人与猫的“亲情”
    let quoted = line.has(E::Title) && !matches!(line.edges.1[0], '。' | '!' | '?' | '…');
    line.length <= LONGEST
        && !line.text.ends_with(['。', '；', ';', '：', ':'])
        && (quoted || !line.text.ends_with('”'))
        && !line.is_signed_alone()
        && line.given.is_none()
}

/// Whether something parts a line from the one above it: links, a head of the page, blank lines below a tight row.
fn is_parted(lines: &[Line<'_>], aside: &[Aside<'_>], at: usize) -> bool {
    let blank = lines.get(at).is_some_and(|line| line.has(E::Gap)) && !lines[at - 1].has(E::Gap);
    blank || between(lines, aside, at).iter().any(|aside| aside.class != "repeat")
}

/// What was set aside between a line and the one above it.
fn between<'l, 'a>(lines: &[Line<'_>], aside: &'l [Aside<'a>], at: usize) -> &'l [Aside<'a>] {
    let (Some(above), Some(line)) = (lines.get(at - 1), lines.get(at)) else { return &[] };
    let from = aside.partition_point(|aside| aside.number <= above.number);
    let to = aside.partition_point(|aside| aside.number < line.number);
    &aside[from..to]
}
