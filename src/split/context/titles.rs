//! What titles stand over and under: column headings, pen names, lists, series.

use super::columns::{mark_columns, mark_plates};
use crate::chars::{fold, is_han, simplified};
use crate::split::assemble::PICTURES;
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line, Set, is_box};
use crate::split::words::WORDS;

/// Marks titles by what they stand over and under.
pub(in crate::split) fn mark_titles(lines: &mut [Line<'_>]) {
    const OPENS: Set = Set::of(&[E::Marker, E::Byline, E::Speech, E::Salute, E::Likely, E::Sent]);
    // What ends an article, though it looks like a title.
    const ENDS: Set = Set::of(&[E::Byline, E::Names, E::Sent, E::Verse, E::Dated, E::Sender, E::End]);
    let opens = |line: &Line<'_>| line.evidence().any(OPENS);
    clear_labels(lines);
    clear_answers(lines);
    clear_boxed(lines);
    mark_calls(lines);
    mark_plates(lines);
    mark_quoted(lines);
    // Whether the last title heads a text that a lead marker opens.
    let mut news = false;
    for i in 0..lines.len() {
        let before = i.checked_sub(1).map(|j| lines[j].evidence()).unwrap_or_default();
        let after = lines.get(i + 1).map(Line::evidence).unwrap_or_default();
        let heads_text =
            |line: &Line<'_>, next: Option<&Line<'_>>| line.has(E::TextAfter) || next.is_some_and(opens);
        // Its headline may have two lines, but none that goes on with the name: 退休老兵, 修出十里长廊.
        let titled = || {
            const LISTED: Set = Set::of(&[E::Column, E::Heading]);
            const NAME: Set = Set::of(&[E::Nominal, E::Column, E::Heading, E::Plain]);
            const OTHER: Set = Set::of(&[E::Byline, E::Names, E::Deck, E::Bracketed, E::Wide]);
            let (first, second, third) = (lines.get(i + 1), lines.get(i + 2), lines.get(i + 3));
            let is_title = |line: &&Line<'_>| line.has(E::Title) && !line.evidence().any(OTHER);
            (lines[i].length <= 5 || lines[i].has(E::Column))
                && lines[i].evidence().any(NAME)
                && first.filter(is_title).is_some_and(|first| {
                    (first.length > lines[i].length || lines[i].has(E::Four))
                        && !(first.has(E::Does) && !first.has(E::Parts) && !lines[i].evidence().any(LISTED))
                        && (heads_text(first, second)
                            || second.filter(is_title).is_some_and(|second| heads_text(second, third)))
                })
        };
        const NONE: Set = Set::of(&[E::Open, E::Notice, E::Aside, E::Likely, E::Body, E::Acts, E::Stanza]);
        let named = lines[i].has(E::Names) && lines[i].length == 3;
        let over = (lines[i].has(E::Tiny) || lines[i].has(E::Column))
            && !named
            && !(lines[i].has(E::Place) && lines[i].length > 2)
            && !lines[i].evidence().any(NONE)
            && (i == 0
                || !before.has(E::Title)
                || before.any(ENDS)
                || before.has(E::Body) && lines[i].has(E::Gap))
            && (after.has(E::Bullet) || titled());
        lines[i].set(E::Over, over);
        // 编后 over a text heads a note; over a title it heads a column.
        let column =
            lines[i].has(E::Aside) && after.has(E::Title) && !after.any(Set::of(&[E::Byline, E::Names]));
        lines[i].set(E::Heading, column && lines[i].length <= 6);
        let pen = (2..=3).contains(&lines[i].length)
            && lines[i].has(E::Tiny)
            && !lines[i].has(E::Heading)
            && before.has(E::Title)
            && !before.any(Set::of(&[E::Tiny, E::Colon, E::Open, E::Byline, E::Names]))
            && lines[i].has(E::TextAfter)
            && !after.any(Set::of(&[E::Marker, E::Speech]));
        lines[i].set(E::Pen, pen);
        if lines[i].has(E::Title) && !lines[i].evidence().any(Set::of(&[E::Byline, E::Names])) {
            lines[i].set(E::News, news);
            news = after.has(E::Marker) && !after.has(E::Bullet);
        }
    }
    mark_columns(lines);
    mark_series(lines);
    mark_steps(lines);
    mark_counted(lines);
    mark_items(lines);
}

/// 短讯三则 over three bullets heads them as one article.
fn mark_counted(lines: &mut [Line<'_>]) {
    for i in 0..lines.len() {
        let mut last = lines[i].text.chars().rev();
        if !lines[i].has(E::Title) || !matches!(last.next(), Some('则' | '則')) {
            continue;
        }
        let number = last.next().and_then(|c| match c {
            '两' | '兩' => Some(2),
            c => "〇一二三四五六七八九".chars().position(|number| number == c),
        });
        let below = lines[i + 1..].iter().take_while(|line| !line.has(E::Title)).count();
        let end = i + 1 + below;
        let bullets = || lines[i + 1..end].iter().filter(|line| line.has(E::Bullet)).count();
        let last = lines[i + 1..end].iter().rposition(|line| line.has(E::Bullet));
        // A text that goes on behind its cases is no row of briefs.
        let ends = |last: usize| last + 1 == below || lines[i + last + 2].is_signed_alone();
        if !last.is_some_and(ends) || number != Some(bullets()) {
            continue;
        }
        lines[i].given = lines[i].given.or(Some(Given::Label(Label::Headline)));
        for line in &mut lines[i + 1..end] {
            line.given = line.given.or(Some(Given::Body));
        }
    }
}

/// Takes what a line of an article announces for lines of it: 三项措施 and three lines with bullets, or a colon and several.
/// Below who signs no article goes on, and items that are signed are articles.
fn mark_items(lines: &mut [Line<'_>]) {
    const LONGEST: usize = 16;
    const MEASURES: &str = "项个点条大招种步类件要问不";
    let is_item = |line: &Line<'_>| line.has(E::Bullet) || line.has(E::Numbered);
    // Where the row of items under way ends, counted once, and whether one of them is signed.
    let (mut end, mut signed) = (0, false);
    let mut i = 0;
    while i + 2 < lines.len() {
        i += 1;
        let (before, line) = (&lines[i - 1], &lines[i]);
        let short = line.length <= LONGEST
            && !line.evidence().any(Set::of(&[E::Bullet, E::Gap]))
            && !before.evidence().any(Set::of(&[E::Title, E::Signed]));
        // Running text announces too: 记者梳理了八个热点:.
        let runs = line.has(E::Colon) && line.length > LONGEST;
        if !short && !runs || !is_item(&lines[i + 1]) {
            continue;
        }
        if end <= i {
            // ■环保 may be a name by itself.
            let mark = lines[i + 1].edges.0;
            let is_item = |line: &&Line<'_>| {
                is_item(line) || line.has(E::Boxed) && line.edges.0 == mark && !line.has(E::Byline)
            };
            end = i + 1 + lines[i + 1..].iter().take_while(is_item).count();
            signed = lines[i + 1..end].iter().any(|item| item.has(E::Signed));
        }
        let items = end - i - 1;
        let mut letters = line.text.chars();
        let number =
            letters.next().and_then(|c| "〇一二三四五六七八九十".chars().position(|number| number == c));
        let counted = number == Some(items) && letters.next().is_some_and(|c| MEASURES.contains(c));
        let announces = counted || line.has(E::Colon) && !line.has(E::Heading);
        if items >= 2 && announces && !signed {
            // Running text may begin the article.
            for line in &mut lines[i + usize::from(!short)..end] {
                line.given = line.given.or(Some(Given::Body));
            }
            i = end - 1;
        }
    }
}

/// Takes titles that stand in quotation marks from end to end, each over text, for crossheads where three and more follow
/// each other: “先修一条路”.
fn mark_quoted(lines: &mut [Line<'_>]) {
    const FEWEST: usize = 3;
    const OPENS: Set = Set::of(&[E::Marker, E::HeadSigned, E::Byline]);
    let is_quoted = |line: &Line<'_>| {
        line.text.starts_with('“') && line.text.ends_with('”') && line.text.matches('”').count() == 1
    };
    let mut row: Vec<usize> = Vec::new();
    for i in 1..=lines.len() {
        let title = lines.get(i).filter(|line| line.has(E::Title) && !line.is_signed_alone());
        let stands = |title: &&Line<'_>| {
            is_quoted(title)
                && !lines[i - 1].has(E::Title)
                && lines.get(i + 1).is_some_and(|below| !below.has(E::Title) && !below.evidence().any(OPENS))
        };
        if title.filter(stands).is_some() {
            row.push(i);
        } else if title.is_some() || i == lines.len() {
            if row.len() >= FEWEST {
                row.iter().for_each(|&at| lines[at].given = lines[at].given.or(Some(Given::Body)));
            }
            row.clear();
        }
    }
}

/// Takes what looks like a name for none where it stands over text as others of its length do that are none: 青石, 岭下,
/// 白塔 over briefs.
fn clear_labels(lines: &mut [Line<'_>]) {
    const FEWEST: usize = 3;
    const SIGNED: Set = Set::of(&[E::Byline, E::Names, E::Likely]);
    for length in 2..=4 {
        let is_label = |i: &usize| {
            let (line, before) = (&lines[*i], &lines[*i - 1]);
            line.length == length
                && line.has(E::Tiny)
                && line.has(E::TextAfter)
                && (!before.has(E::Title) || before.evidence().any(SIGNED) || before.has(E::Heading))
        };
        let labels: Vec<usize> = (1..lines.len()).filter(is_label).collect();
        let named = labels.iter().filter(|&&i| lines[i].has(E::Names)).count();
        if labels.len() >= FEWEST && named * 2 <= labels.len() {
            for i in labels {
                lines[i].forget(E::Names);
                lines[i].forget(E::Likely);
            }
        }
    }
}

/// Marks short lines over running text where the next title is as long and stands over text too.
fn mark_steps(lines: &mut [Line<'_>]) {
    const SIGNED: Set = Set::of(&[E::Byline, E::Names, E::Sent]);
    let mut last: Option<usize> = None;
    for i in 1..lines.len() {
        if !lines[i].has(E::Title) || lines[i].evidence().any(SIGNED) {
            continue;
        }
        let is_step = lines[i].has(E::Tiny) && lines[i].has(E::TextAfter) && !lines[i - 1].has(E::Title);
        if let Some(last) = last.filter(|&last| is_step && lines[last].length == lines[i].length) {
            lines[last].set(E::Step, true);
            lines[i].set(E::Step, true);
        }
        last = is_step.then_some(i);
    }
}

/// Marks the items under a column heading, up to the next title: bulleted lines, questions, quotations with their
/// speaker below, texts with a lead marker each; under one of pictures those with a number.
fn mark_series(lines: &mut [Line<'_>]) {
    const CUT: usize = 12;
    let mut headed = false;
    let mut pictures = false;
    // The mark before the items above.
    let mut mark = None;
    let cut = lines.iter().any(|line| line.has(E::Wide));
    for i in 1..lines.len() {
        let (before, line) = (&lines[i - 1], &lines[i]);
        let heading = before.evidence().any(Set::of(&[E::Heading, E::Over]));
        if heading {
            pictures = before.text.contains(PICTURES);
            mark = None;
        }
        // Where lines are cut, an item may end without a mark at their width.
        let again = mark.is_some()
            && mark == line.text.chars().next()
            && cut
            && line.length >= CUT
            && before.evidence().any(Set::of(&[E::Closed, E::Signed]))
            && lines
                .get(i + 1)
                .is_some_and(|after| !after.has(E::Bullet) && (!after.has(E::Title) || after.has(E::Wide)));
        let numbered = || pictures && line.text.starts_with(|c| ('①'..='⑳').contains(&c));
        let spoken = || {
            line.text.starts_with('“') && lines.get(i + 1).is_some_and(|after| after.text.starts_with('—'))
        };
        let is_item = || {
            line.has(E::Bullet) && (line.has(E::Marked) || line.has(E::Wide) || again)
                || line.has(E::Marker)
                || line.has(E::Speech) && asks(line.text)
                || is_call(line.text)
                || numbered()
                || spoken()
        };
        let item = (heading || headed) && is_item();
        let title =
            line.has(E::Title) && !line.evidence().any(Set::of(&[E::Wide, E::Bullet, E::Speech, E::Deck]));
        headed = item && heading || headed && (item || !title);
        if headed && item && line.has(E::Bullet) {
            mark = line.text.chars().next();
        }
        lines[i].set(E::Series, headed && item);
        lines[i].set(E::Anew, headed && item && again);
    }
}

/// Takes an office that answers who asks above it for none that an item begins with: 市城管局:…
fn clear_answers(lines: &mut [Line<'_>]) {
    for i in 1..lines.len() {
        if lines[i].has(E::Labelled) && is_call(lines[i - 1].text) {
            lines[i].forget(E::Labelled);
        }
    }
}

/// Takes four letters and more behind a box for no writer where a title with its writer stands below: ■檐下听雨.
fn clear_boxed(lines: &mut [Line<'_>]) {
    const FEWEST: usize = 4;
    for i in 0..lines.len().saturating_sub(2) {
        let (line, title, writer) = (&lines[i], &lines[i + 1], &lines[i + 2]);
        let letters = line.text.chars().skip(1);
        let boxed = line.text.starts_with(is_box)
            && letters.clone().all(is_han)
            && (FEWEST..=8).contains(&letters.count());
        let heads = title.has(E::Title) && !title.is_signed_alone() && writer.is_signed_alone();
        let below_title = i > 0 && lines[i - 1].has(E::Title) && !lines[i - 1].is_signed_alone();
        if boxed && heads && !below_title && !line.has(E::Byline) {
            lines[i].forget(E::Names);
            lines[i].forget(E::Likely);
            lines[i].set(E::Bullet, true);
            lines[i].set(E::Flagged, true);
        }
    }
}

/// Whether somebody who called or wrote speaks in a line: 江州区凌先生:…
pub(in crate::split) fn is_call(text: &str) -> bool {
    const LONGEST: usize = 14;
    let Some(colon) = text.chars().take(LONGEST + 1).position(|c| fold(c) == ':') else { return false };
    let who: Vec<char> = text.chars().take(colon).map(|c| simplified(fold(c))).collect();
    // 网友“海边人”:…, 海州读者 何敏:…
    let writes = || who.windows(2).any(|pair| matches!(pair, ['读', '者'] | ['网', '友']));
    WORDS.callers.ends(&who) || writes()
}

/// Takes what somebody asks below a title, or below a question that stands for one, for text: 海州读者 何敏:…?
fn mark_calls(lines: &mut [Line<'_>]) {
    for i in 1..lines.len() {
        let (before, line) = (&lines[i - 1], &lines[i]);
        let title = before.has(E::Title) && !before.has(E::Heading) && !before.is_signed_alone();
        let closes = line.has(E::Closed) || line.text.ends_with(['?', '？']);
        if !title || !closes || !is_call(line.text) {
            continue;
        }
        lines[i].given = lines[i].given.or(Some(Given::Label(Label::Paragraph)));
        // 问:马铃薯为什么烂种?
        if asks(lines[i - 1].text) {
            lines[i - 1].given = lines[i - 1].given.or(Some(Given::Label(Label::Headline)));
        }
    }
}

/// Whether a line of talk asks: 问:, 读者问:.
fn asks(text: &str) -> bool {
    text.split([':', '：']).next().is_some_and(|speaker| speaker.ends_with(['问', '問']))
}
