//! Titles that a page prints twice: in a list before the text, or in a row.

use crate::chars::is_han;
use crate::split::line::{Evidence as E, Line, Set, is_box};
use crate::split::page::Aside;
use std::collections::{HashMap, HashSet};

/// Sets aside a list of titles that the site prints before the text, and titles printed twice in a row.
///
/// Further down a line may recur for reasons of its own: refrains, captions, signatures.
pub(in crate::split) fn set_repeats_aside<'a>(lines: &mut Vec<Line<'a>>, aside: &mut Vec<Aside<'a>>) {
    const NOTE: Set = Set::of(&[E::Caption, E::Credited]);
    let mut repeats: Vec<bool> = vec![false; lines.len()];
    let doubled = |i: usize, j: usize| {
        lines[i].has(E::Title) && lines[i].text == lines[j].text && lines[i].given.is_none()
    };
    for i in 1..lines.len() {
        let once = lines[i].length >= 6 && doubled(i, i - 1);
        let pair = i >= 3 && lines[i].length >= 6 && doubled(i, i - 2) && doubled(i - 1, i - 3);
        // A picture's note may stand twice, as its name and below it; a refrain stands twice in a song.
        let noted =
            lines[i].evidence().any(NOTE) && lines[i].text == lines[i - 1].text && lines[i].given.is_none();
        repeats[i] |= once || pair || noted;
        repeats[i - 1] |= pair;
    }
    // 老楼道有了新管家_海州晚报: a document's title above the headline itself.
    for i in 0..lines.len().min(3) {
        let below = || lines.iter().skip(i + 1).take(5).filter(|line| line.has(E::Title));
        repeats[i] |= lines[i].has(E::Title)
            && before_sites(lines[i].text).any(|title| {
                let title = letters(START, title);
                let mut above = START;
                below().any(|line| {
                    let joined = letters(above, line.text);
                    above = letters(START, line.text);
                    above == title || joined == title
                })
            });
    }
    mark_lists(lines, &mut repeats);
    let head = lines.iter().position(|line| !line.has(E::Title)).unwrap_or(lines.len());
    if head > 2 {
        // Where each title stands.
        let mut places: Vec<(u64, usize)> = Vec::new();
        for (i, line) in lines.iter().enumerate().filter(|(_, line)| line.has(E::Title)) {
            let letters = letters(START, bare(line.text));
            places.push((letters, i));
            if let Some(next) = lines.get(i + 1).filter(|next| next.has(E::Title)) {
                places.push((self::letters(letters, next.text), i));
            }
        }
        places.sort_unstable();
        // Where a title stands last, and how many times it stands anywhere.
        let last = |letters: u64| {
            let [from, to] =
                [(letters, 0), (letters, usize::MAX)].map(|at| places.partition_point(|p| *p < at));
            (places[from..to].last().map_or(0, |place| place.1), to - from)
        };
        let letters = |i: usize| letters(START, bare(lines[i].text));
        // What stands with each article is no title.
        let listed = |i: &usize| {
            let (place, times) = last(letters(*i));
            !lines[*i].is_signed_alone() && place > *i && times <= OFTENEST
        };
        let titles: Vec<usize> = (0..head).filter(listed).collect();
        // What stands between two is of the list too. One title that recurs is chance, but for the page's first line.
        if let [0] = titles[..] {
            let soon = last(letters(0)).0 <= 3;
            repeats[0] |= soon && !lines[0].has(E::Heading);
        } else if let [from, .., to] = titles[..]
            && titles.len() * 2 > to - from
        {
            repeats[from..=to].fill(true);
        } else if titles.len() >= 2 {
            titles.iter().for_each(|&i| repeats[i] = true);
        }
    }
    if !repeats.contains(&true) {
        return;
    }
    let mut i = 0;
    lines.retain(|line| {
        i += 1;
        if repeats[i - 1] {
            aside.push(Aside { number: line.number, text: line.text, class: "repeat" });
        }
        !repeats[i - 1]
    });
}

/// How many times a listed title stands on a page: in a list or two, over its text, at a pointer.
const OFTENEST: usize = 4;

/// Marks rows of bulleted titles that stand over texts further down: a site's list, wherever it stands.
fn mark_lists(lines: &[Line<'_>], repeats: &mut [bool]) {
    const FEWEST: usize = 3;
    let is_item = |line: &Line<'_>| line.has(E::Title) && line.text.starts_with(is_box);
    let mut titles: Option<HashMap<u64, usize>> = None;
    let mut from = 0;
    for row in lines.chunk_by(|a, b| is_item(a) == is_item(b)) {
        if row.len() >= FEWEST && is_item(&row[0]) {
            let titles = titles.get_or_insert_with(|| {
                let plain = lines.iter().enumerate().filter(|(_, line)| line.has(E::Title) && !is_item(line));
                plain.map(|(i, line)| (letters(START, line.text), i)).collect()
            });
            let stands = |line: &&Line<'_>| {
                titles.get(&letters(START, line.text)).is_some_and(|&at| at >= from + row.len())
            };
            // Two of an agenda's three points may head articles by chance.
            let standing = row.iter().filter(stands).count();
            if standing == row.len() || row.len() > FEWEST && standing * 2 >= row.len() {
                repeats[from..from + row.len()].fill(true);
            }
        }
        from += row.len();
    }
}

/// Where the number of a title's letters begins.
const START: u64 = 0xcbf2_9ce4_8422_2325;

/// A number for the letters of a title, gone on with from another's: a list may set other marks than the page, or join
/// what the page prints on two lines.
fn letters(from: u64, text: &str) -> u64 {
    const FACTOR: u64 = 0x0100_0000_01b3;
    let letters = text.chars().filter(|&c| is_han(c) || c.is_alphanumeric());
    letters.fold(from, |number, c| (number ^ u64::from(c)).wrapping_mul(FACTOR))
}

/// What may stand before the name of a site: `老楼道有了新管家` of `老楼道有了新管家-海州晚报`.
fn before_sites(text: &str) -> impl Iterator<Item = &str> {
    let is_joint = |c: char| matches!(c, '_' | '-' | '|' | '—' | '－' | '｜');
    let titles = text.match_indices(is_joint).map(|(at, _)| (&text[..at], &text[at..]));
    titles.filter(|(_, site)| site.chars().filter(|&c| is_han(c)).count() >= 2).map(|(title, _)| title)
}

/// A title without its number in a list.
fn bare(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_ascii_digit())
}

/// Marks titles that a list on the page names too.
pub(in crate::split) fn mark_announced(lines: &mut [Line<'_>], aside: &[Aside<'_>]) {
    // What is printed twice is printed whole; others may name several, and are few.
    const MOST: usize = 64;
    let whole = |line: &&Aside<'_>| line.class == "repeat";
    let repeats: HashSet<u64> = aside.iter().filter(whole).map(|line| letters(START, line.text)).collect();
    let lists = aside.iter().filter(|line| matches!(line.class, "repeat" | "pointer" | "related"));
    let named: Vec<&str> = lists.take(MOST).map(|line| line.text).collect();
    if named.is_empty() {
        return;
    }
    for line in lines.iter_mut().filter(|line| line.has(E::Title) && line.length >= 4) {
        if repeats.contains(&letters(START, line.text)) || named.iter().any(|text| text.contains(line.text)) {
            line.set(E::Announced, true);
        }
    }
}
