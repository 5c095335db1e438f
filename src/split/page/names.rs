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

/// The name of a newspaper that the first line of a page may be, before the page's title, its number, an edition or the
/// name in Latin letters, and that number: `钻 井 工 人`, `松江融媒 SONGJIANG RONGMEI`, `海州中时／地方综合　B2`.
pub(super) fn paper_name<'a>(line: &Line<'a>) -> Option<(&'a str, Option<&'a str>)> {
    let is_name = |part: &str| (2..=8).contains(&part.chars().count()) && part.chars().all(is_han);
    // 钢城人      职工文化
    if let Some((name, title)) = line.text.split_once("   ") {
        return (is_name(name.trim()) && is_name(title.trim())).then_some((name, None));
    }
    let letters = line.text.chars().filter(|&c| c != ' ').count();
    // 钻 井 工 人
    let apart = line.length == letters || line.length == 2 * letters - 1;
    if (3..=8).contains(&letters) && apart && line.text.chars().all(|c| is_han(c) || c == ' ') {
        return Some((line.text, None));
    }
    let mut parts = line.text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '／' | '|' | '·'));
    let name = parts.next().filter(|name| is_name(name) && name.chars().count() > 2)?;
    // What tells that it is none of a title.
    let (mut told, mut number) = (false, None);
    for part in parts.filter(|part| !part.is_empty()) {
        let capitals = part.len() > 2 && part.bytes().all(|b| b.is_ascii_uppercase());
        let page = part.len() <= 3 && part.bytes().any(|b| b.is_ascii_digit()) && part.is_ascii();
        let edition = is_name(part) && part.ends_with('版');
        if !(capitals || page || is_name(part)) {
            return None;
        }
        told |= capitals || page || edition;
        number = number.or(Some(part).filter(|_| page));
    }
    told.then_some((name, number))
}
