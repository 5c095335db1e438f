//! Verse, and the titles of poems inside it.

use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line, Set};

/// Marks runs of four or more short lines without full stops.
pub(in crate::split) fn mark_verse(lines: &mut [Line<'_>]) {
    const FEWEST: usize = 4;
    const LONGEST: usize = 18;
    // How many lines of a poem stand below its title at most, where its last is looked for.
    const POEM: usize = 16;
    let is_verse = |line: &Line<'_>| {
        const TOLD: Set = Set::of(&[
            E::Wide,
            E::Byline,
            E::Names,
            E::Marker,
            E::Heading,
            E::Salute,
            E::Dated,
            E::Signed,
            E::Kicker,
        ]);
        line.length <= LONGEST
            && (line.has(E::Title) || line.has(E::Comma))
            && !line.evidence().any(TOLD)
            && !line.has(E::Parts)
    };
    // 远处的田野 in the midst of a poem heads no column.
    for i in 2..lines.len().saturating_sub(2) {
        let inside = lines[i].has(E::Heading)
            && !lines[i].has(E::Plated)
            && !lines[i].has(E::Gap)
            && !lines[i + 1].has(E::Gap)
            && [i - 2, i - 1, i + 1, i + 2].iter().all(|&j| is_verse(&lines[j]));
        // 是要听水说话, the last line of a poem's part, below a title of several.
        let last = || {
            lines[i].has(E::Heading)
                && !lines[i].evidence().any(Set::of(&[E::Plated, E::Label, E::Gap]))
                && lines[i + 1].has(E::Gap)
                && [i - 2, i - 1].iter().all(|&j| is_verse(&lines[j]))
                && lines[i.saturating_sub(POEM)..i].iter().any(|title| several(title.text).is_some())
        };
        if inside || last() {
            lines[i].forget(E::Heading);
        }
    }
    // 稻草: a word as short as a name, between lines of several poems.
    let is_word = |i: usize, line: &Line<'_>, from: usize| {
        line.has(E::Names)
            && !line.has(E::Likely)
            && i >= from + FEWEST
            && lines[from.saturating_sub(2)..=from].iter().any(|title| several(title.text).is_some())
            && lines.get(i + 1..i + 3).is_some_and(|after| after.iter().all(is_verse))
    };
    let goes_on: Vec<bool> = {
        let mut from = 0;
        let mut goes_on = Vec::with_capacity(lines.len());
        for (i, line) in lines.iter().enumerate() {
            goes_on.push(is_verse(line) || is_word(i, line, from));
            if !goes_on[i] {
                from = i + 1;
            }
        }
        goes_on
    };
    let mut from = 0;
    for i in 0..=lines.len() {
        if goes_on.get(i) == Some(&true) {
            continue;
        }
        // A short line over running text or a byline is a title, and four characters over that a column heading.
        const SIGNS: Set = Set::of(&[E::Byline, E::Likely]);
        let over =
            |line: &Line<'_>| line.has(E::Closed) && line.length > LONGEST || line.evidence().any(SIGNS);
        // What a blank line below parts from what follows, and none above from the verse, signs it.
        let signs = |line: &Line<'_>| {
            line.evidence().any(SIGNS)
                && !line.has(E::Gap)
                && lines.get(i + 1).is_none_or(|below| below.has(E::Gap))
        };
        let headed = i > from && lines.get(i).is_some_and(|line| over(line) && !signs(line));
        let names = |line: &Line<'_>| line.has(E::Four) || line.has(E::Tiny) && line.has(E::Gap);
        // What a blank line parts from the title, and none from the line above, is verse.
        let above = |title: &Line<'_>, line: &Line<'_>| title.has(E::Gap) && !line.has(E::Gap);
        let column = headed && i > from + 1 && names(&lines[i - 2]) && !above(&lines[i - 1], &lines[i - 2]);
        let end = i - usize::from(headed) - usize::from(column);
        // So is one behind a column heading or running text.
        const OPEN: Set = Set::of(&[E::Title, E::Byline, E::Names, E::Likely, E::Comma]);
        let first = from < end
            && lines[from].has(E::Title)
            && from
                .checked_sub(1)
                .is_none_or(|before| lines[before].has(E::Heading) || !lines[before].evidence().any(OPEN));
        let from_verse = from + usize::from(first);
        if end >= from_verse + FEWEST {
            for line in &mut lines[from_verse..end] {
                line.set(E::Verse, true);
                // Verse is set in, or not, for itself.
                line.forget(E::Flush);
                line.forget(E::Indent);
                line.forget(E::Names);
            }
            let is_title = |line: &&Line<'_>| line.has(E::Title) && several(line.text).is_some();
            let title = lines[..from_verse].iter().rev().take(2).find(is_title);
            // The first of a poem and one more stands under the headline itself.
            match title.and_then(|title| several(title.text)) {
                Some(Several { others: true, poems }) => {
                    // 秋日(外二首) and below it 秋日: named twice.
                    let again = title.is_some_and(|title| title.text.starts_with(lines[from_verse].text));
                    mark_stanzas(
                        &mut lines[from_verse + usize::from(!again)..end],
                        poems.map(|n| n + usize::from(again)),
                    );
                }
                Some(Several { poems, .. }) if lines[from_verse].length < lines[from_verse + 1].length => {
                    mark_stanzas(&mut lines[from_verse..end], poems);
                }
                _ => {}
            }
        }
        from = i + 1;
    }
    mark_couplets(lines);
}

/// Marks the titles of poems whose lines are couplets, below a title that says that there are others: 登楼(外一首).
fn mark_couplets(lines: &mut [Line<'_>]) {
    const LONGEST: usize = 6;
    /// How many lines a poem has at most.
    const POEM: usize = 8;
    let couplet = |line: &Line<'_>| {
        let halves = line.text.strip_suffix(['。', '?', '？', '!', '！']);
        let halves = halves.and_then(|text| text.split_once([',', '，']));
        halves.is_some_and(|(a, b)| {
            let length = a.chars().count();
            matches!(length, 5 | 7) && b.chars().count() == length
        })
    };
    let mut poems = 0;
    let mut couplets = 0;
    for i in 0..lines.len() {
        if let Some(several) = several(lines[i].text).filter(|_| lines[i].has(E::Title)) {
            (poems, couplets) = (if several.others { several.poems.unwrap_or(POEM) } else { 0 }, 0);
        } else if couplet(&lines[i]) {
            couplets += 1;
        } else if lines[i].has(E::Title)
            && lines[i].length <= LONGEST
            && poems > 0
            && couplets > 1
            && lines.get(i + 1).is_some_and(couplet)
        {
            lines[i].set(E::Stanza, true);
            (poems, couplets) = (poems - 1, 0);
        } else if couplets > 0 {
            (poems, couplets) = (0, 0);
        }
    }
}

/// Several poems below one title.
struct Several {
    /// The title is the first one's: these are the others.
    others: bool,
    /// How many, where it says so.
    poems: Option<usize>,
}

/// Whether a title announces several poems.
pub(super) fn announces_poems(title: &str) -> bool {
    several(title).is_some()
}

/// What a title announces, where it announces several poems: 麦收(组诗), 渭河三题, and with the name of the first
/// 天车(外一首).
fn several(title: &str) -> Option<Several> {
    const ENDS: [char; 6] = ['首', '题', '題', '章', '则', '則'];
    const NUMBERS: [char; 11] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '两', '兩'];
    let title = title.trim_end_matches([')', '）', ' ']);
    if title.ends_with("组诗") || title.ends_with("組詩") {
        return Some(Several { others: false, poems: None });
    }
    let mut last = title.chars().rev();
    last.next().filter(|c| ENDS.contains(c))?;
    let number = last.next()?;
    let poems = NUMBERS.iter().position(|&c| c == number)?;
    let poems = if poems < 9 { poems + 1 } else { 2 };
    Some(Several { others: last.next() == Some('外'), poems: Some(poems) })
}

/// Marks the titles of poems: shorter than the lines around them. Where some of these have a blank line before them, or
/// their letters set apart, those are. Behind as many as the title says another article begins.
fn mark_stanzas(lines: &mut [Line<'_>], poems: Option<usize>) {
    const LONGEST: usize = 6;
    let lengths: Vec<usize> = lines.iter().map(|line| line.length).collect();
    let longer = |i: usize, by: usize, at: Option<usize>| {
        at.and_then(|at| lengths.get(at)).is_some_and(|&length| length >= lengths[i] + by)
    };
    let is_short = |line: &Line<'_>| line.has(E::Title) && line.length <= LONGEST && !line.has(E::Quoted);
    let apart = |line: &Line<'_>| {
        line.length <= LONGEST && line.text.chars().filter(|c| !c.is_whitespace()).count() < line.length
    };
    let gapped = |i: usize| i == 0 || lines[i].has(E::Gap) || apart(&lines[i]);
    let below = |&i: &usize| is_short(&lines[i]) && longer(i, 1, Some(i + 1)) && gapped(i);
    let mut titles: Vec<usize> = (0..lines.len()).filter(below).collect();
    // As many as the title says have their letters set apart.
    if let Some(poems) = poems.filter(|&poems| titles.len() > poems) {
        let set_apart: Vec<usize> = titles.iter().copied().filter(|&i| apart(&lines[i])).collect();
        titles = if set_apart.len() == poems { set_apart } else { titles };
    }
    if titles.iter().all(|&i| i == 0) {
        let between = |&i: &usize| {
            is_short(&lines[i]) && longer(i, 2, Some(i + 1)) && (i == 0 || longer(i, 2, i.checked_sub(1)))
        };
        titles = (0..lines.len()).filter(between).collect();
        // Where more lines than the title announces look like titles, the shortest are.
        if let Some(poems) = poems.filter(|&poems| titles.len() > poems) {
            titles.sort_by_key(|&i| (i != 0, lengths[i]));
            if lengths[titles[poems - 1]] < lengths[titles[poems]] {
                titles.truncate(poems);
            }
            titles.sort_unstable();
        }
    }
    for (n, i) in titles.into_iter().enumerate() {
        if poems.is_some_and(|poems| n >= poems) && lines[i].has(E::Gap) {
            lines[i].given = lines[i].given.or(Some(Given::Label(Label::Headline)));
            return;
        }
        // Letters that are set apart are of no verse.
        if apart(&lines[i]) {
            lines[i].forget(E::Verse);
        }
        lines[i].set(E::Stanza, true);
    }
}
