//! Headlines on the line of their text.

use crate::chars::{fold, is_han};
use crate::names;
use crate::split::article::lines;
use crate::split::line::{Evidence as E, Set};
use crate::split::line::{Line, is_box};

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
    if from == end + 1 && title.contains(&':') {
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
    let line = Line::new(0, "", title);
    const NONE: Set =
        Set::of(&[E::Marker, E::Byline, E::Names, E::Lead, E::Speech, E::Told, E::Numbered, E::Caption]);
    // 石城 may be a name too.
    let names = title.len() < SHORTEST && !line.has(E::Byline);
    (line.has(E::Title) && (names || !line.evidence().any(NONE))).then_some((end, from))
}

/// What kinds of briefs a page holds that have their headline on the line of their text, with one space between.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::split) struct Briefs {
    /// Behind bullets.
    bulleted: bool,
    /// With a space as wide as a letter.
    wide: bool,
    /// With a name of a place or a few letters for a headline: several lines that follow each other.
    short: bool,
}

impl Briefs {
    /// Whether a headline of this length is one of a row of short ones.
    pub(in crate::split) fn is_short(self, length: usize) -> bool {
        self.short && length < SHORTEST
    }

    /// Looks at a page.
    pub(in crate::split) fn of(text: &str) -> Self {
        const FEWEST: usize = 2;
        let runs = |line: &str, briefs: Briefs| {
            run_in(&line.chars().map(fold).collect::<Vec<_>>(), line, briefs).is_some()
        };
        const NONE: Briefs = Briefs { bulleted: false, wide: false, short: false };
        let bulleted = |line: &&str| {
            line.starts_with(|c| is_box(fold(c))) && runs(line, Briefs { bulleted: true, ..NONE })
        };
        let wide = |line: &&str| line.contains('\u{3000}') && runs(line, Briefs { wide: true, ..NONE });
        Briefs {
            bulleted: lines(text).map(str::trim).filter(bulleted).nth(FEWEST - 1).is_some(),
            wide: lines(text).map(str::trim).filter(wide).nth(FEWEST - 1).is_some(),
            short: has_short(text),
        }
    }
}

/// Whether lines that follow each other begin with two to four letters, set apart, that are nobody's name.
fn has_short(text: &str) -> bool {
    const FEWEST: usize = 3;
    let is_short = |line: &str| {
        let space = |c: char| matches!(c, ' ' | '\u{3000}');
        let (head, rest) = line.split_once(space)?;
        let chars: Vec<char> = head.chars().collect();
        let brief = (2..=4).contains(&chars.len()) && chars.iter().all(|&c| is_han(c));
        (brief && rest.starts_with(space) && rest.contains('。') && !names::is_likely_name(&chars))
            .then_some(())
    };
    let mut row = 0;
    lines(text).map(str::trim).filter(|line| !line.is_empty()).any(|line| {
        row = if is_short(line).is_some() { row + 1 } else { 0 };
        row == FEWEST
    })
}
