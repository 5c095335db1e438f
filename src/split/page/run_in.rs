//! Headlines on the line of their text.

use crate::chars::{fold, is_han};
use crate::names;
use crate::split::article::lines;
use crate::split::line::{Evidence as E, Line, Set, is_box};
use crate::split::words::WORDS;
use std::ops::RangeInclusive;

/// How short a headline is that stands by itself on the line of its text.
const SHORTEST: usize = 5;

/// Where a headline ends and its text begins, where both stand on one line with spaces between them, as in columns of
/// briefs: `敬老院喝上自来水  城关镇集资打井…`. One space is enough on a page of such `briefs`.
pub(in crate::split) fn run_in(chars: &[char], printed: &str, briefs: Briefs) -> Option<(usize, usize)> {
    let shortest = if briefs.short { 2 } else { SHORTEST };
    const LONGEST: usize = 26;
    const TEXT: usize = 30;
    let bullet = chars.iter().take_while(|&&c| is_box(c) || c == ' ').count();
    let wide = |at: usize| briefs.wide && printed.chars().nth(at) == Some('\u{3000}');
    let gap =
        |&at: &usize| chars[at] == ' ' && (chars[at + 1] == ' ' || briefs.bulleted && bullet > 0 || wide(at));
    let end = (bullet..chars.len().saturating_sub(1)).take(LONGEST).find(gap)?;
    let from = end + chars[end..].iter().take_while(|&&c| c == ' ').count();
    let (title, text) = (&chars[bullet..end], &chars[from..]);
    // ▲柳荫街:老墙“体检” 今起…: where the lead phrase ends nobody can tell.
    let dated =
        || WORDS.leads.starts(text) || text[0].is_ascii_digit() && text.iter().take(6).any(|&c| c == '日');
    if from == end + 1 && title.contains(&':') && !dated() {
        return None;
    }
    // ●柳荫社区志愿者 李秀英等十人…: the sentence goes on.
    let named = |length: usize| text.len() > length && names::is_likely_name(&text[..length]);
    if from == end + 1 && (named(3) || named(2)) {
        return None;
    }
    let plain = |&c: &char| {
        is_han(c) || c.is_ascii_digit() || matches!(c, '“' | '”' | ':' | '!' | '?' | '《' | '》' | '、')
    };
    // 本报海州电 (记者 何敏)
    let marks = matches!(title.last(), Some('电' | '讯'));
    let is_title = title.len() >= shortest && !marks && title.iter().all(plain) && is_han(title[0]);
    if !is_title || text.len() < TEXT || !text.contains(&'。') {
        return None;
    }
    let mut line = Line::new(0, "", title);
    const NONE: Set =
        Set::of(&[E::Marker, E::Byline, E::Names, E::Lead, E::Speech, E::Told, E::Numbered, E::Caption]);
    // 石城 may be a name too, but not in a row of places.
    if title.len() < SHORTEST {
        line.forget(E::Names);
    }
    (line.has(E::Title) && !line.evidence().any(NONE)).then_some((end, from))
}

/// What parts the headlines of briefs from their text, where both stand on one line.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::split) struct Briefs {
    /// One space, behind bullets.
    bulleted: bool,
    /// A space as wide as a letter.
    wide: bool,
    /// Two spaces; the headline may be as short as the name of a place.
    short: bool,
}

impl Briefs {
    /// Whether a headline of this length is one of a row of short ones.
    pub(in crate::split) fn is_short(self, length: usize) -> bool {
        self.short && length < SHORTEST
    }
}

/// The briefs of a page that have their headlines on their lines.
#[derive(Clone, Debug, Default)]
pub(in crate::split) struct PageBriefs {
    briefs: Briefs,
    /// The numbers of lines that are rows of short ones.
    rows: Vec<RangeInclusive<usize>>,
}

impl PageBriefs {
    /// Looks at a page.
    pub(in crate::split) fn of(text: &str) -> Self {
        const NONE: Briefs = Briefs { bulleted: false, wide: false, short: false };
        let runs = |line: &str, briefs: Briefs| run_in(&folded(line), line, briefs).is_some();
        let bulleted = |line: &&str| {
            line.starts_with(|c| is_box(fold(c))) && runs(line, Briefs { bulleted: true, ..NONE })
        };
        let wide = |line: &&str| line.contains('\u{3000}') && runs(line, Briefs { wide: true, ..NONE });
        let briefs = Briefs {
            bulleted: lines(text).map(str::trim).filter(bulleted).nth(1).is_some(),
            wide: lines(text).map(str::trim).filter(wide).nth(2).is_some(),
            short: false,
        };
        PageBriefs { briefs, rows: short_rows(text) }
    }

    /// Those that a line may be one of, told by its number.
    pub(in crate::split) fn at(&self, number: usize) -> Briefs {
        Briefs { short: self.rows.iter().any(|row| row.contains(&number)), ..self.briefs }
    }
}

fn folded(line: &str) -> Vec<char> {
    line.chars().map(fold).collect()
}

/// Rows of lines below a column heading that each begin with two to four letters, set apart, which are nobody's name, no
/// ordinal and not the same.
fn short_rows(text: &str) -> Vec<RangeInclusive<usize>> {
    const FEWEST: usize = 3;
    let space = |c: char| matches!(c, ' ' | '\u{3000}');
    let head = |line: &str| {
        let (at, _) = line.char_indices().take(5).find(|(_, c)| space(*c))?;
        let (head, rest) = line.split_at(at);
        let wide = rest.chars().nth(1).is_some_and(space);
        let chars = folded(head);
        let brief = (2..=4).contains(&chars.len()) && chars.iter().all(|&c| is_han(c));
        let plain = brief && !matches!(chars[0], '第' | '其') && !names::is_likely_name(&chars);
        (plain && wide && rest.contains('。')).then_some(chars)
    };
    let mut rows = Vec::new();
    let mut above = "";
    let mut heads: Vec<Vec<char>> = Vec::new();
    let (mut from, mut to) = (0, 0);
    let mut end = |heads: &mut Vec<Vec<char>>, from: usize, to: usize| {
        if heads.len() >= FEWEST {
            rows.push(from..=to);
        }
        heads.clear();
    };
    for (number, line) in lines(text).map(str::trim).enumerate().filter(|(_, line)| !line.is_empty()) {
        match head(line).filter(|head| heads.last() != Some(head)) {
            Some(head) if !heads.is_empty() || is_column(above) => {
                if heads.is_empty() {
                    from = number + 1;
                }
                to = number + 1;
                heads.push(head);
            }
            _ => end(&mut heads, from, to),
        }
        above = line;
    }
    end(&mut heads, from, to);
    rows
}

fn is_column(line: &str) -> bool {
    const LONGEST: usize = 12;
    let chars = folded(line);
    chars.len() <= LONGEST && Line::new(0, line, &chars).has(E::Heading)
}
