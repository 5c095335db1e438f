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
        let bare = |line: &Line<'a>| line.text.trim_start_matches(|c| "·●■◆▪1234567890.、 ".contains(c));
        let mut last: HashMap<String, usize> = HashMap::new();
        for (i, line) in lines.iter().enumerate().filter(|(_, line)| line.has(E::Title)) {
            last.insert(bare(line).to_owned(), i);
            // The list may print on one line what the page prints on two.
            if let Some(next) = lines.get(i + 1).filter(|next| next.has(E::Title)) {
                last.insert(format!("{} {}", bare(line), next.text), i);
            }
        }
        let listed = |i: usize| last.get(bare(&lines[i])).is_some_and(|&later| later > i);
        // One title that recurs is chance.
        if (0..head).filter(|&i| listed(i)).count() >= 2 {
            (0..head).for_each(|i| repeats[i] |= listed(i));
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
