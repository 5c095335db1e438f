//! Lines that belong to the pictures of articles: what stands below them, who took them.

use super::echoes::{Pairs, Words};
use crate::chars::forms;
use crate::lexicon::{begins, ends};
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line};

/// Marks what stands below pictures, where more than the line itself tells of it.
pub(in crate::split) fn mark_captions(lines: &mut [Line<'_>], pairs: &Pairs) {
    mark_credits(lines);
    mark_numbered(lines);
    mark_arrows(lines);
    mark_pointed(lines);
    mark_sources(lines);
    mark_named(lines, pairs);
}

/// Marks that point from what is said of a picture to it.
const ARROWS: [char; 6] = ['◀', '▶', '▲', '▼', '◄', '►'];

/// Takes a title that an arrow points from for a picture's, where it stands below a text and over none: ▼老街上的百年茶馆.
fn mark_pointed(lines: &mut [Line<'_>]) {
    const SHORTEST: usize = 6;
    for i in 1..lines.len() {
        let (above, line) = (&lines[i - 1], &lines[i]);
        let points = line.text.starts_with(ARROWS) && line.has(E::Title);
        let ends = |sign| above.has(sign);
        let below_text = ends(E::Caption) || ends(E::Signed) || ends(E::Closed) && !above.has(E::Title);
        let over_title = lines.get(i + 1).is_none_or(|below| below.has(E::Title) && !below.has(E::Boxed));
        // ▲午收前线 may head a column.
        let heads = line.text.starts_with('▲') && (line.has(E::Flagged) || !above.has(E::Caption));
        if points && below_text && over_title && !heads && line.length >= SHORTEST {
            take(&mut lines[i]);
        }
    }
}

/// Takes a line that says nothing but where a picture is from for one of the article's above: 圖／市府提供.
fn mark_sources(lines: &mut [Line<'_>]) {
    const LONGEST: usize = 24;
    for line in lines.iter_mut().skip(1).filter(|line| line.length <= LONGEST && line.has(E::Title)) {
        if !line.text.starts_with(['图', '圖', '(', '（', '▲', '照']) {
            continue;
        }
        let chars = forms(line.text);
        let bare = match &chars[..] {
            ['(', inner @ .., ')'] | ['▲', inner @ ..] => inner,
            chars => chars,
        };
        let leads = begins!(bare, ["图/", "图 /", "图:", "图片/", "照片/", "图源:"]);
        if leads && ends!(bare, ["提供", "供图", "摄", "翻摄", "截图"]) {
            take(line);
        }
    }
}

/// Takes a title above a photographer's name for a picture's, where no text stands below it and the text above has its words.
fn mark_named(lines: &mut [Line<'_>], pairs: &Pairs) {
    const FEWEST: usize = 3;
    const REACH: usize = 6;
    for i in 1..lines.len().saturating_sub(1) {
        let over_title =
            || lines.get(i + 2).is_none_or(|below| below.has(E::Title) && !below.is_signed_alone());
        let is_title = lines[i].has(E::Title) && !lines[i].is_signed_alone() && !lines[i].has(E::Heading);
        if !lines[i + 1].has(E::Credit) || !is_title || lines[i - 1].has(E::Title) || !over_title() {
            continue;
        }
        let text = lines[..i].iter().rev().take(REACH).take_while(|line| !line.has(E::Title));
        let mut told = Words::of(&[], pairs);
        text.for_each(|line| told.add(line, pairs));
        if !told.are_strange_to(pairs.all(&lines[i]), FEWEST) {
            take(&mut lines[i]);
            lines[i + 1].given = lines[i + 1].given.or(Some(Given::Label(Label::Signature)));
        }
    }
}

/// Takes a line for what stands below a picture of the article under way.
fn take(line: &mut Line<'_>) {
    line.set(E::Caption, true);
    for sign in [E::Title, E::Unlisted, E::Heading, E::Bullet, E::Boxed, E::Flagged] {
        line.forget(sign);
    }
    line.given = line.given.or(Some(Given::Body));
}

/// A photographer's name between the heading of a column and a text begins an article: 图片新闻, 何敏摄.
fn mark_credits(lines: &mut [Line<'_>]) {
    for i in 1..lines.len().saturating_sub(1) {
        if lines[i].has(E::Credit) && lines[i - 1].has(E::Heading) && !lines[i + 1].has(E::Title) {
            lines[i].given = lines[i].given.or(Some(Given::Label(Label::Lead)));
            lines[i + 1].given = lines[i + 1].given.or(Some(Given::Body));
        }
    }
}

/// Takes the captions of an article's pictures together: 图1:…, 图2:…, one below the other.
fn mark_numbered(lines: &mut [Line<'_>]) {
    let number = |line: &Line<'_>| {
        let rest = line.text.strip_prefix('图').or_else(|| line.text.strip_prefix('圖'))?;
        "1234567890①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十".chars().position(|c| rest.starts_with(c))
    };
    for i in 1..lines.len() {
        let follows = number(&lines[i - 1]).zip(number(&lines[i])).is_some_and(|(a, b)| b == a + 1);
        if follows && !lines[i].has(E::Title) {
            lines[i].given = lines[i].given.or(Some(Given::Body));
        }
    }
}

/// Takes lines with arrows, one below the other, for captions where one of them points aside and the others do not: no list
/// is marked with ◀, or with ▲ and ▶. Below a byline so are lines with several marks.
fn mark_arrows(lines: &mut [Line<'_>]) {
    let is_arrow = |line: &Line<'_>| line.text.starts_with(ARROWS);
    let is_marked =
        |line: &Line<'_>| (is_arrow(line) || line.text.starts_with(['◆', '●', '■'])) && !line.has(E::Title);
    let back = |line: &Line<'_>| line.text.starts_with(['◀', '◄']);
    let aside = |line: &Line<'_>| line.text.starts_with(['▶', '►']);
    // The page's first line begins an article.
    let Some((first, lines)) = lines.split_first_mut() else { return };
    let mut signed = first.has(E::Signed);
    for row in lines.chunk_by_mut(|a, b| is_marked(a) == is_marked(b)) {
        let below_byline = std::mem::replace(&mut signed, row[row.len() - 1].has(E::Signed));
        if !is_marked(&row[0]) {
            continue;
        }
        let points = row.iter().any(back) || row.iter().any(aside) && !row.iter().all(aside);
        // ▲…, ◆… below what somebody signed.
        let mixed = below_byline && is_arrow(&row[0]) && !row.iter().all(is_arrow);
        for line in row.iter_mut().filter(|line| mixed || points && is_arrow(line)) {
            line.set(E::Caption, true);
            line.forget(E::Bullet);
            line.forget(E::Boxed);
            line.given = line.given.or(Some(Given::Body));
        }
    }
}
