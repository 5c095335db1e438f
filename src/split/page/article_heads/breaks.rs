//! Texts that an archive prints on one line, with a space wherever a line of the paper ended.

use super::folded;
use crate::chars::{is_han, is_sentence_end};
use crate::split::line::{Evidence as E, Line};

/// The lines of a text behind its title: who signed, then paragraphs and crossheads. A space within a sentence is one that
/// was printed.
pub(super) fn broken(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    if let Some(end) = byline(rest) {
        lines.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    while !rest.is_empty() {
        // The first words of a text are none.
        let crosshead = if lines.is_empty() { None } else { crosshead(rest) };
        let end = crosshead.or_else(|| paragraph(rest)).unwrap_or(rest.len());
        lines.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    lines
}

/// Where a text's first lines end that say who wrote it: `本报记者 何敏 吴涛 …`.
fn byline(text: &str) -> Option<usize> {
    const MOST: usize = 6;
    const LONGEST: usize = 30;
    const FEWEST: usize = 30;
    let ends = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).take(MOST);
    ends.filter(|&end| {
        let line = &text[..end];
        line.chars().nth(LONGEST).is_none()
            && text[end..].chars().nth(FEWEST).is_some()
            && Line::new(0, line, &folded(line)).is_signed_alone()
    })
    .last()
}

/// Where a text's first words end, where they are a crosshead: short, in letters only, and text follows.
fn crosshead(text: &str) -> Option<usize> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 4..=18;
    const FEWEST: usize = 30;
    let end = text.find(char::is_whitespace)?;
    let line = &text[..end];
    let chars = folded(line);
    let plain = |c: &char| is_han(*c) || matches!(c, '“' | '”' | '《' | '》' | '、');
    let told = [E::Marker, E::Byline, E::Names, E::Lead, E::Caption, E::Speech];
    let fits = LENGTHS.contains(&chars.len())
        && chars.iter().all(plain)
        && text[end..].chars().nth(FEWEST).is_some()
        && !told.iter().any(|&evidence| Line::new(0, line, &chars).has(evidence));
    fits.then_some(end)
}

/// Where a text's first paragraph ends: at a space behind the end of a sentence, in quotation marks or not, or a colon; or
/// where the next is set in.
fn paragraph(text: &str) -> Option<usize> {
    const INDENT: usize = 4;
    let width = |c: char| if c == '\u{3000}' { 2 } else { 1 };
    let is_indent = |rest: &str| {
        rest.chars().take(INDENT).take_while(|c| c.is_whitespace()).map(width).sum::<usize>() >= INDENT
    };
    let mut before = [' '; 2];
    for (at, c) in text.char_indices() {
        let ends = |c: char| is_sentence_end(c) || matches!(c, '！' | '？');
        let closed = match before {
            [inside, '”' | '』' | '」'] => ends(inside),
            [_, last] => ends(last) || matches!(last, ':' | '：'),
        };
        if c.is_whitespace() && (closed || !before[1].is_whitespace() && is_indent(&text[at..])) {
            return Some(at);
        }
        before = [before[1], c];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_where_lines_ended() {
        let tail = "第二段也讲河道清淤的事,有三十个字以上,这样才像一段文字的样子,不是标题。";
        for (text, want) in [
            (format!("本报记者何敏吴涛 老街河道清了。 {tail}"), vec!["本报记者何敏吴涛", "老街河道清了。"]),
            (format!("本报记者 何敏 吴涛 {tail}"), vec!["本报记者 何敏 吴涛"]),
            (format!("本报讯 今年以来,河道清了。 {tail}"), vec!["本报讯 今年以来,河道清了。"]),
            (format!("河道清了。 一河一策有人管 {tail}"), vec!["河道清了。", "一河一策有人管"]),
            (format!("他说:“河道清了。” {tail}"), vec!["他说:“河道清了。”"]),
            (format!("【东海社汉口九月九日电】题:老街    {tail}"), vec!["【东海社汉口九月九日电】题:老街"]),
            (format!("写成“幸福河” 的材料,摘要如下: {tail}"), vec!["写成“幸福河” 的材料,摘要如下:"]),
        ] {
            let lines = broken(&text);
            assert_eq!(lines[..lines.len() - 1], want[..], "{text}");
            assert_eq!(lines[lines.len() - 1], tail, "{text}");
        }
        let whole = "【东海社汉口九月九日电】(记者:何敏)老街 河道清了。";
        assert_eq!(broken(whole), [whole]);
    }
}
