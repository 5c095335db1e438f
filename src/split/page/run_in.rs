//! Headlines on the line of their text.

use crate::chars::{fold, is_han};
use crate::names;
use crate::split::article::lines;
use crate::split::line::{Evidence as E, Set};
use crate::split::line::{Line, is_box};

/// Where a headline ends and its text begins, where both stand on one line with spaces between them, as in columns of
/// briefs: `敬老院喝上自来水  城关镇集资打井…`. One space is enough behind a bullet, on a page of `bulleted` briefs.
pub(in crate::split) fn run_in(chars: &[char], bulleted: bool) -> Option<(usize, usize)> {
    const SHORTEST: usize = 5;
    const LONGEST: usize = 26;
    const TEXT: usize = 30;
    let bullet = chars.iter().take_while(|&&c| is_box(c) || c == ' ').count();
    let gap = |pair: &[char]| pair[0] == ' ' && (pair[1] == ' ' || bulleted && bullet > 0);
    let end = bullet + chars[bullet..].windows(2).take(LONGEST).position(gap)?;
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
    let is_title = title.len() >= SHORTEST && !marks && title.iter().all(plain) && is_han(title[0]);
    if !is_title || text.len() < TEXT || !text.contains(&'。') {
        return None;
    }
    let line = Line::new(0, "", title);
    const NONE: Set =
        Set::of(&[E::Marker, E::Byline, E::Names, E::Lead, E::Speech, E::Told, E::Numbered, E::Caption]);
    (line.has(E::Title) && !line.evidence().any(NONE)).then_some((end, from))
}

/// Whether a page holds briefs behind bullets, each with its headline on the line of its text.
pub(in crate::split) fn has_bulleted_briefs(text: &str) -> bool {
    const FEWEST: usize = 2;
    let is_brief = |line: &str| {
        let mut chars = line.trim_start().chars().map(fold);
        chars.next().is_some_and(is_box)
            && run_in(&line.trim().chars().map(fold).collect::<Vec<_>>(), true).is_some()
    };
    lines(text).filter(|line| is_brief(line)).nth(FEWEST - 1).is_some()
}
