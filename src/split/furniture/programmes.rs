//! What is on: rows of times and titles, with the stations that show them, below 今日电视 or by themselves.

use super::edges::set_aside;
use super::is_showing;
use crate::chars::folded;
use crate::split::line::{Evidence as E, Line};
use crate::split::page::Page;
use crate::split::words::WORDS;

/// Longer lines name no station and head no programme.
const NAME: usize = 12;

/// Sets aside programmes: two and more rows that say when what is shown, where a station or a heading stands above them;
/// with the stations between.
pub(in crate::split) fn set_programmes_aside(page: &mut Page<'_>) {
    const FEWEST: usize = 2;
    let lines = &page.lines;
    let shows: Vec<bool> = lines.iter().map(shows).collect();
    if shows.iter().filter(|shows| **shows).count() < FEWEST {
        return;
    }
    // A name over rows, or over another name that is.
    let names = |i: usize| {
        let line = &lines[i];
        line.has(E::Title) && line.length <= NAME && !line.has(E::Byline) && line.given.is_none()
    };
    let mut found = vec![None; lines.len()];
    let mut i = 0;
    while i < lines.len() {
        if !shows[i] {
            i += 1;
            continue;
        }
        let mut from = i;
        while from > 0 && i - from < 2 && names(from - 1) {
            from -= 1;
        }
        let listed = |n: usize| page.aside.iter().any(|aside| aside.class == "listing" && aside.number == n);
        // What stands between rows names a station too.
        let mut to = i;
        while to < lines.len() && (shows[to] || names(to) && shows.get(to + 1) == Some(&true)) {
            to += 1;
        }
        let told = |line: &Line<'_>| line.length <= 2 * NAME && is_programme(line.text);
        // (节目如有变动,以播出为准)
        let ends = |line: &&Line<'_>| line.text.starts_with(['(', '（']) && line.text.contains("节目");
        to += usize::from(lines.get(to).filter(ends).is_some());
        let from = (from..=i).find(|&at| told(&lines[at])).unwrap_or(i);
        let sure = told(&lines[from]) || lines[i..to].iter().any(told) || listed(lines[i].number - 1);
        if sure && shows[i..to].iter().filter(|shows| **shows).count() >= FEWEST {
            found[from..to].fill(Some("listing"));
        }
        i = to;
    }
    if found.iter().any(Option::is_some) {
        set_aside(page, &found);
    }
}

/// Whether a line says near its head when what is shown.
fn shows(line: &Line<'_>) -> bool {
    const LONGEST: usize = 60;
    line.length <= LONGEST
        && line.given.is_none()
        && !line.text.ends_with('。')
        && line.text.contains([':', '∶', '：'])
        && is_showing(&folded(line.text))
}

/// Whether a line names a station, or heads what is on: 中央一套, 今晚荧屏.
fn is_programme(text: &str) -> bool {
    let chars = folded(text);
    let chars = &chars[..chars.len().min(NAME)];
    (0..chars.len()).any(|at| WORDS.stations.starts(&chars[at..]))
}
