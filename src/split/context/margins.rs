//! What the page's edges show: the width at which lines are cut, indents, blank lines.

use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line, Set};

/// Marks the lines that reach the width at which a dump cuts all lines, where it cuts them at one.
pub(in crate::split) fn mark_width(lines: &mut [Line<'_>]) {
    const FEWEST: usize = 12;
    const WIDEST: usize = 128;
    if lines.len() < FEWEST {
        return;
    }
    for unit in [1, 2] {
        // In characters, or in columns.
        let measure = |line: &Line<'_>| if unit == 1 { line.indent + line.length } else { line.columns };
        let mut counts = [0usize; WIDEST];
        lines.iter().for_each(|line| counts[measure(line).min(WIDEST - 1)] += 1);
        let width = (10 * unit..=60 * unit).max_by_key(|&w| counts[w]).unwrap_or_default();
        // A line in twenty may stick out, a headline or a table; a mark may hang over the edge.
        let out: usize = counts[width + 2 * unit..].iter().sum();
        if out * 20 > lines.len() {
            continue;
        }
        let is_wide = |line: &Line<'_>| measure(line) + unit >= width;
        let wide: Vec<&Line<'_>> = lines.iter().filter(|line| is_wide(line)).collect();
        let open = wide.iter().filter(|line| !line.has(E::Closed)).count();
        if wide.len() * 4 >= lines.len() && open * 3 >= wide.len() * 2 {
            // A signature in brackets at the other edge breaks off nowhere.
            let signs = |line: &Line<'_>| line.has(E::Bracketed) && line.is_signed_alone();
            for line in lines.iter_mut().filter(|line| is_wide(line) && !signs(line)) {
                line.set(E::Wide, true);
                line.set(E::Long, true);
                line.set(E::Labelled, line.is_named);
            }
            // As far from the one edge as from the other.
            let is_centred = |line: &&mut Line<'_>| {
                let left = measure(line).saturating_sub(line.length * unit);
                let right = width.saturating_sub(measure(line));
                line.has(E::Deep) && right >= 3 * unit && left.abs_diff(right) <= 4 * unit
            };
            for line in lines.iter_mut().filter(is_centred) {
                line.forget(E::Deep);
                line.set(E::Centred, true);
            }
            return;
        }
    }
}

/// Longer than any line that a dump cut.
const PARAGRAPH: usize = 64;

/// Marks lines by whether they are set in, where some are and others are not.
pub(in crate::split) fn mark_indents(lines: &mut [Line<'_>]) {
    let indented = lines.iter().filter(|line| line.indent > 0).count();
    // Of a paragraph that is cut into many lines only the first is set in.
    let share = if lines.iter().any(|line| line.has(E::Wide)) { 30 } else { 5 };
    if indented < 3 || indented * share < lines.len() || indented == lines.len() {
        return;
    }
    let mut depths = [0usize; 9];
    lines.iter().for_each(|line| depths[line.indent.min(8)] += 1);
    let depth = (1..8).max_by_key(|&depth| depths[depth]).unwrap_or(1);
    if sets_in_titles_alone(lines) {
        let is_title =
            |line: &&mut Line<'_>| line.indent > 0 && line.has(E::Title) && !line.is_signed_alone();
        lines.iter_mut().filter(is_title).for_each(|line| line.set(E::Centred, true));
        return;
    }
    let titles_too = sets_in_titles(lines);
    // Where a paragraph is a line, one that is not set in goes on with none that ended.
    let whole = lines.iter().filter(|line| line.length > PARAGRAPH).count() >= 2
        && !lines.iter().any(|line| line.has(E::Wide));
    let mut ended = false;
    for line in lines {
        let centred = line.has(E::Centred)
            || line.indent > depth + 2 && line.has(E::Title) && !line.has(E::Deep) && !line.has(E::Closed);
        line.set(E::Centred, centred);
        line.set(E::Indent, line.indent > 0 && !centred && !(titles_too && line.has(E::Title)));
        line.set(E::Flush, line.indent == 0 && !(whole && ended && !line.has(E::Title)));
        ended = line.has(E::Closed) || line.has(E::Salute);
    }
}

/// Whether titles are set in and paragraphs are not: crossheads, as archives print them.
fn sets_in_titles_alone(lines: &[Line<'_>]) -> bool {
    let is_text = |line: &&Line<'_>| !line.has(E::Title) && line.has(E::Closed);
    let (mut texts, mut set_in) = (0, 0);
    for text in lines.iter().filter(is_text) {
        texts += 1;
        set_in += usize::from(text.indent > 0);
    }
    set_in * 8 < texts && !lines.iter().any(|line| line.has(E::Wide))
}

/// Whether headlines are set in as paragraphs are: some that lead markers or bylines follow.
fn sets_in_titles(lines: &[Line<'_>]) -> bool {
    const OPENS: Set = Set::of(&[E::Marker, E::Byline, E::Likely]);
    const NONE: Set =
        Set::of(&[E::Byline, E::Names, E::Sent, E::Sender, E::Deep, E::Bullet, E::Speech, E::Colon]);
    let is_head = |pair: &&[Line<'_>]| {
        pair[0].has(E::Title) && !pair[0].evidence().any(NONE) && pair[1].evidence().any(OPENS)
    };
    let (mut heads, mut set_in) = (0, 0);
    for head in lines.windows(2).filter(is_head) {
        heads += 1;
        set_in += usize::from(head[0].indent > 0);
    }
    set_in > 0 && set_in * 2 >= heads
}

/// Marks blank lines where they are few: they part no paragraphs, but columns, or articles. Where one stands behind
/// nearly every line they tell nothing. Where one parts paragraphs and two or more part articles, one tells nothing.
pub(in crate::split) fn mark_rifts(lines: &mut [Line<'_>]) {
    let single = lines.iter().filter(|line| line.blank == 1).count();
    let wide = lines.iter().skip(1).filter(|line| line.blank > 1).count();
    if wide >= 2 && single >= wide && single * 4 >= lines.len() {
        lines.iter_mut().filter(|line| line.blank == 1).for_each(|line| line.forget(E::Gap));
    }
    let gaps = lines.iter().filter(|line| line.has(E::Gap)).count();
    if lines.len() > 1 && gaps * 10 >= (lines.len() - 1) * 9 {
        lines.iter_mut().for_each(|line| line.forget(E::Gap));
    }
    if gaps * 8 <= lines.len() {
        lines.iter_mut().skip(1).for_each(|line| line.set(E::Rift, line.has(E::Gap)));
    }
    // Where blank lines part no paragraphs, they part articles: one without a headline begins with its lead marker.
    let parts = |line: &Line<'_>| line.has(E::Gap) && !line.has(E::Title) && !line.has(E::Marker);
    if gaps > 0 && !lines.iter().skip(1).any(parts) {
        for i in 1..lines.len() {
            let begins = lines[i].has(E::Gap) && lines[i].has(E::Marker);
            if begins
                && lines[i - 1].has(E::Closed)
                && !lines[i - 1].has(E::Title)
                && lines[i].given.is_none()
            {
                lines[i].given = Some(Given::Label(Label::Lead));
            }
        }
    }
}
