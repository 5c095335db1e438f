//! Titles that a page prints twice: in a list before the text, or in a row.

use super::evidence::Evidence as E;
use super::line::Line;
use super::page::Aside;
use std::collections::HashMap;

/// Sets aside a list of titles that the site prints before the text, and titles printed twice in a row.
///
/// Further down a line may recur for reasons of its own: refrains, captions, signatures.
pub(super) fn set_repeats_aside<'a>(lines: &mut Vec<Line<'a>>, aside: &mut Vec<Aside<'a>>) {
    let mut repeats: Vec<bool> = vec![false; lines.len()];
    let doubled = |i: usize, j: usize| lines[i].has(E::Title) && lines[i].text == lines[j].text;
    for i in 1..lines.len() {
        let once = lines[i].length >= 6 && doubled(i, i - 1);
        let pair = i >= 3 && lines[i].length >= 6 && doubled(i, i - 2) && doubled(i - 1, i - 3);
        repeats[i] |= once || pair;
        repeats[i - 1] |= pair;
    }
    let head = lines.iter().position(|line| !line.has(E::Title)).unwrap_or(lines.len());
    if head > 2 {
        // What is printed of a title: a list may set other marks, or join what the page prints on two lines.
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let bare = |text: &str| letters(text.trim_start_matches(|c: char| c.is_ascii_digit()));
        let mut last: HashMap<String, usize> = HashMap::new();
        for (i, line) in lines.iter().enumerate().filter(|(_, line)| line.has(E::Title)) {
            last.insert(bare(line.text), i);
            if let Some(next) = lines.get(i + 1).filter(|next| next.has(E::Title)) {
                last.insert(bare(line.text) + &letters(next.text), i);
            }
        }
        let listed = |i: &usize| last.get(&bare(lines[*i].text)).is_some_and(|later| later > i);
        let titles: Vec<usize> = (0..head).filter(listed).collect();
        // What stands between two is of the list too. One title that recurs is chance, but for the page's first line.
        if let [0] = titles[..] {
            let soon = last.get(&bare(lines[0].text)).is_some_and(|&later| later <= 3);
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

/// Marks titles that a list on the page names too.
pub(super) fn mark_announced(lines: &mut [Line<'_>], aside: &[Aside<'_>]) {
    let lists = aside.iter().filter(|line| matches!(line.class, "repeat" | "pointer" | "related"));
    let named: Vec<&str> = lists.map(|line| line.text).collect();
    if named.is_empty() {
        return;
    }
    for line in lines.iter_mut().filter(|line| line.has(E::Title) && line.length >= 4) {
        line.set(E::Announced, named.iter().any(|text| text.contains(line.text)));
    }
}
