//! Columns: their headings, in frames or known by what stands below them, and the titles that they hold.

use crate::byline;
use crate::chars::{forms, is_han};
use crate::segment::common::{self, Class};
use crate::split::label::Label;
use crate::split::line::column::ends_in_noun;
use crate::split::line::{Evidence as E, Given, Line, Set};

/// Marks the titles that columns hold, and headings that no list knows.
pub(in crate::split) fn mark_columns(lines: &mut [Line<'_>]) {
    mark_headed(lines);
    mark_where(lines);
    mark_listed(lines);
    mark_placed(lines);
}

/// Takes the heading of a note for that of a column where all headings of columns stand in frames too: 【要闻】, 【编后】.
pub(super) fn mark_plates(lines: &mut [Line<'_>]) {
    const FEWEST: usize = 3;
    let framed = |line: &Line<'_>| line.edges.0 == '【' && line.edges.1[1] == '】';
    if lines.iter().filter(|line| line.has(E::Plated) && framed(line)).count() < FEWEST {
        return;
    }
    for line in lines.iter_mut().filter(|line| line.has(E::Aside) && framed(line)) {
        line.forget(E::Aside);
        line.set(E::Heading, true);
        line.set(E::Plated, true);
    }
    // Where half of them stand over titles or bullets they head columns, not the parts of an article.
    let plates: Vec<usize> =
        (0..lines.len()).filter(|&i| lines[i].has(E::Plated) && framed(&lines[i])).collect();
    let over = |i: &&usize| {
        lines.get(*i + 1).is_some_and(|below| {
            below.has(E::Bullet) || below.has(E::Title) && !below.is_signed_alone() || below.given.is_some()
        })
    };
    if plates.iter().filter(over).count() * 2 >= plates.len() {
        plates
            .into_iter()
            .for_each(|i| lines[i].given = lines[i].given.or(Some(Given::Label(Label::Section))));
    }
}

/// Marks places over titles where the first of them stands below a column heading.
fn mark_placed(lines: &mut [Line<'_>]) {
    let mut placed = false;
    for i in 1..lines.len() {
        let over = lines[i].has(E::Place) && lines.get(i + 1).is_some_and(|after| after.has(E::Title));
        placed = over && (placed || lines[i - 1].has(E::Heading)) || placed && !lines[i].has(E::Heading);
        lines[i].set(E::Placed, over && placed);
    }
}

/// Takes a short line that no list knows for the heading of a column where a row of titles stands below it, each over one
/// paragraph: three of them, or two that are signed below it.
fn mark_headed(lines: &mut [Line<'_>]) {
    const LONGEST: usize = 9;
    const FEWEST: usize = 3;
    const SHORTEST: usize = 6;
    const SAYS: Set = Set::of(&[E::Acts, E::Place, E::Open, E::Notice, E::Aside, E::Heading, E::Does]);
    const TITLE: usize = 20;
    const OTHER: Set = Set::of(&[E::Byline, E::Likely, E::Plated, E::Verse, E::Speech, E::Deck, E::Does]);
    // 供应处清仓查库,修复旧阀门640个 may be a brief itself.
    const TOLD: Set = Set::of(&[E::Prose, E::Clause, E::Told, E::Wide, E::Numeric, E::Lead, E::Hinged]);
    let is_text = |line: &Line<'_>| !line.has(E::Title) && line.has(E::Closed) && !line.has(E::Marker);
    let is_title = |line: &Line<'_>| {
        line.has(E::Title)
            && line.length <= TITLE
            && !line.evidence().any(OTHER)
            && !line.evidence().any(TOLD)
    };
    for i in 0..lines.len().saturating_sub(2 * FEWEST - 1) {
        let line = &lines[i];
        let above = i == 0 || !lines[i - 1].has(E::Title) || lines[i - 1].is_signed_alone();
        let short =
            (3..=LONGEST).contains(&line.length) && line.has(E::Title) && line.text.chars().all(is_han);
        // 舌尖上的故乡 is no 乡.
        let body = line.has(E::Body) && !line.text.contains('的');
        if !above
            || !short
            || body
            || line.evidence().any(SAYS)
            || line.is_signed_alone()
            || line.given.is_some()
        {
            continue;
        }
        if !is_title(&lines[i + 1]) || !ends_in_noun(line.text) {
            continue;
        }
        let (mut titles, mut signed, mut at) = (Vec::new(), 0, i + 1);
        // 读者来电 heads the next column.
        let heads = |at: usize| lines[at].has(E::Heading) && lines[at].length < SHORTEST;
        while at + 1 < lines.len() && is_title(&lines[at]) && !heads(at) && is_text(&lines[at + 1]) {
            titles.push(at);
            at += 2;
            let signs = lines.get(at).is_some_and(|line| line.is_signed_alone() && !line.has(E::Byline));
            signed += usize::from(signs || lines[at - 1].has(E::Signed));
            at += usize::from(signs);
        }
        let even = signed == 0 || signed == titles.len();
        if even && titles.len() >= FEWEST - usize::from(signed > 0) {
            lines[i].given = Some(Given::Label(Label::Section));
            for at in titles {
                lines[at].forget(E::Heading);
                lines[at].given = lines[at].given.or(Some(Given::Label(Label::Headline)));
            }
        }
    }
}

/// Marks titles that say first where, each over its text, where all of a row do, from the page's or a column's first on:
/// 海州 老街修路.
fn mark_where(lines: &mut [Line<'_>]) {
    const FEWEST: usize = 3;
    let is_title = |line: &Line<'_>| line.has(E::Title) && !line.is_signed_alone();
    let place = |line: &Line<'_>| -> Option<bool> {
        let (place, rest) = line.text.split_once([' ', '\u{3000}'])?;
        let chars = forms(place);
        let fits = (2..=3).contains(&chars.len()) && chars.iter().all(|&c| is_han(c));
        (fits && rest.trim_start().chars().count() >= 4).then(|| byline::is_city(&chars) || is_place(&chars))
    };
    let mut row: Vec<usize> = Vec::new();
    let mut whole = true;
    for i in 0..=lines.len() {
        let title = lines.get(i).filter(|line| is_title(line));
        let says = title.filter(|line| line.has(E::TextAfter)).and_then(place);
        if says.is_some() {
            row.push(i);
            continue;
        }
        let ends = title.is_some() || i == lines.len() || lines[i].has(E::Heading);
        if !ends {
            continue;
        }
        let known = row.iter().filter(|&&at| place(&lines[at]) == Some(true)).count();
        if whole && row.len() >= FEWEST && known * 3 >= row.len() {
            row.iter().for_each(|&at| lines[at].set(E::Listed, true));
        }
        row.clear();
        whole = i == lines.len() || lines[i].has(E::Heading);
    }
}

/// Whether letters name a place.
fn is_place(letters: &[char]) -> bool {
    common::class(letters) == Some(Class::Place)
}

/// Marks two titles and more that stand under a column heading with a paragraph each.
fn mark_listed(lines: &mut [Line<'_>]) {
    const OTHER: Set = Set::of(&[E::Byline, E::Likely, E::Heading, E::Verse, E::Speech]);
    let is_title = |line: &Line<'_>| line.has(E::Title) && !line.evidence().any(OTHER);
    let is_text = |line: &Line<'_>| !line.has(E::Title) && (line.has(E::Closed) || line.has(E::Signed));
    let mut i = 0;
    while i < lines.len() {
        let headed = lines[i].has(E::Heading) || lines[i].has(E::Over);
        i += 1;
        let from = i;
        while headed && i + 1 < lines.len() && is_title(&lines[i]) && is_text(&lines[i + 1]) {
            i += 2;
        }
        if i >= from + 4 {
            lines[from..i].iter_mut().step_by(2).for_each(|line| line.set(E::Listed, true));
        }
    }
}
