//! Names of newspapers in lines of a page's head, and the marks around lines.

use crate::chars::is_han;
use crate::split::line::Line;

/// Whether a line begins with a paper's name and a space, or holds no more: `松江周刊 | A04 深读`.
pub(super) fn names_paper(text: &str) -> bool {
    const LONGEST: usize = 14;
    let mut chars = text.chars().take(LONGEST).chain([' ']).peekable();
    while let Some(c) = chars.next() {
        let ends = |next: &char| next.is_whitespace() || *next == '|';
        if matches!(c, '报' | '報' | '刊') && chars.peek().is_some_and(ends) {
            return true;
        }
    }
    false
}

/// A line without the marks of Markdown: `## 清淤完工`, `**清淤完工**`, `清淤完工 |`.
pub(super) fn without_markup(text: &str) -> &str {
    if let Some(cell) = text.strip_suffix(" |").filter(|cell| !cell.contains('|')) {
        return cell.trim_end();
    }
    if let Some(heading) = text.strip_prefix('#') {
        let heading = heading.trim_start_matches('#');
        return heading.strip_prefix(' ').map_or(text, str::trim_start);
    }
    let strong = text.strip_prefix("**").and_then(|text| text.strip_suffix("**"));
    strong.filter(|text| !text.is_empty() && !text.contains('*')).unwrap_or(text)
}

/// Whether the first line of a page may be a newspaper's name.
pub(super) fn is_name_line(line: &Line<'_>) -> bool {
    // 钢城人      职工文化
    if let Some((name, title)) = line.text.split_once("   ") {
        let fits = |part: &str| (2..=8).contains(&part.chars().count()) && part.chars().all(is_han);
        return fits(name.trim()) && fits(title.trim());
    }
    let letters = line.text.chars().filter(|&c| c != ' ').count();
    // 钻 井 工 人
    let apart = line.length == letters || line.length == 2 * letters - 1;
    (3..=8).contains(&letters) && apart && line.text.chars().all(|c| is_han(c) || c == ' ')
}
