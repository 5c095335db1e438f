//! Headlines on the line of their text.

use super::brief_rows::BriefRows;
use crate::byline;
use crate::chars::{fold, folded, is_bullet, is_han};
use crate::dateline;
use crate::names;
use crate::split::line::{Evidence as E, Line, Set, is_box, is_han_ordinal};
use crate::split::words::WORDS;

/// How short a headline is that stands by itself on the line of its text.
pub(super) const SHORTEST: usize = 5;

/// How many letters of its title a text begins with to be known for its own.
const REPEATED: usize = 3;

/// How long a headline on the line of its text is at most.
pub(super) const LONGEST: usize = 26;

/// Where a headline ends and its text begins, where both stand on one line with spaces between them, as in columns of
/// briefs: `敬老院喝上自来水  城关镇集资打井…`. One space is enough on a page of such `briefs`.
pub(in crate::split) fn run_in(chars: &[char], printed: &str, briefs: Briefs) -> Option<(usize, usize)> {
    const TEXT: usize = 30;
    // How far into the text the place of the title is named again.
    const AGAIN: usize = 6;
    if let Some(found) = before_marker(chars) {
        return Some(found);
    }
    let bullet = chars.iter().take_while(|&&c| is_box(c) || c == ' ').count();
    // 敬老院喝上自来水　敬老院日前…: the text begins as its title does.
    let repeats =
        |at: usize| at >= SHORTEST && chars[at + 1..].starts_with(&chars[bullet..bullet + REPEATED]);
    let wide = |at: usize| (briefs.wide || repeats(at)) && printed.chars().nth(at) == Some('\u{3000}');
    let gap =
        |&at: &usize| chars[at] == ' ' && (chars[at + 1] == ' ' || briefs.bulleted && bullet > 0 || wide(at));
    let end = (bullet..chars.len().saturating_sub(1)).take(LONGEST).find(gap)?;
    let from = end + chars[end..].iter().take_while(|&&c| c == ' ').count();
    let (title, text) = (&chars[bullet..end], &chars[from..]);
    // ▲柳荫街:老墙“体检” 今起…: where the lead phrase ends nobody can tell.
    let dated =
        || WORDS.leads.starts(text) || text[0].is_ascii_digit() && text.iter().take(6).any(|&c| c == '日');
    // ▲柳荫街:老墙“体检” 望江区柳荫街今起…: it begins with the place again.
    let again = || {
        let label = title.iter().position(|&c| c == ':').map_or(title, |colon| &title[..colon]);
        let place = &text[..text.len().min(AGAIN + label.len())];
        !label.is_empty() && place.windows(label.len()).any(|words| words == label)
    };
    let told = || dated() || briefs.titled && again();
    if from == end + 1 && title.contains(&':') && !told() {
        return None;
    }
    // ●柳荫社区志愿者 李秀英等十人…: the sentence goes on.
    let named = |length: usize| text.len() > length && names::is_likely_name(&text[..length]);
    if from == end + 1 && (named(3) || named(2)) {
        return None;
    }
    if title.len() < SHORTEST || text.len() < TEXT || !text.contains(&'。') {
        return None;
    }
    is_title(title).then_some((end, from))
}

/// Where a headline ends behind which a lead marker opens the text: `敬老院喝上自来水 本报讯 城关镇…`.
fn before_marker(chars: &[char]) -> Option<(usize, usize)> {
    const MARKER: usize = 14;
    let end = chars.iter().take(LONGEST).position(|&c| c == ' ').filter(|&end| end >= SHORTEST)?;
    let from = end + chars[end..].iter().take_while(|&&c| c == ' ').count();
    let marker = &chars[from..chars.len().min(from + MARKER)];
    let tells = |c: &char| matches!(c, '讯' | '电' | '息');
    let opens = marker.iter().any(tells) && dateline::lead(marker).marker.is_some_and(|m| m.span.start < 2);
    // Behind one space more than the marker stands there.
    (opens && chars.len() > from + 4 && is_title(&chars[..end])).then_some((end, from))
}

/// Where a picture's note ends that the byline of an article follows on its line: `…合影。(何敏提供)| 记者吴涛/海州报道 …`.
pub(super) fn note_before(chars: &[char]) -> Option<usize> {
    const LONGEST: usize = 120;
    const CREDIT: usize = 16;
    const BYLINE: usize = 28;
    let ends = |&at: &usize| chars[at] == ')' && chars[at + 1..].starts_with(&[' ', '记', '者']);
    let end = (0..chars.len().min(LONGEST)).find(ends)? + 1;
    let open = chars[..end].iter().rev().take(CREDIT).position(|&c| c == '(')?;
    let credit = &chars[end - open..end - 1];
    let credits =
        credit.ends_with(&['摄']) || credit.ends_with(&['提', '供']) || credit.ends_with(&['供', '图']);
    let mut byline = chars[end..].windows(3).take(BYLINE);
    let reports = byline.any(|three| three[0] == '报' && matches!(three[1], '道' | '导') && three[2] == ' ');
    (credits && reports).then_some(end)
}

/// Where a byline begins that a box sets off behind a title: `河道清了居民笑了□本报记者 何敏`.
pub(super) fn byline_behind(chars: &[char]) -> Option<usize> {
    const TITLE: usize = 36;
    const BYLINE: usize = 24;
    if chars.len() > TITLE + BYLINE || matches!(chars.last(), Some('。' | '”')) {
        return None;
    }
    let at = chars.iter().take(TITLE).skip(SHORTEST).position(|&c| is_bullet(c))? + SHORTEST;
    let (title, rest) = chars.split_at(at);
    let whole = !title.iter().any(|c| matches!(c, '。' | ';' | ':')) && rest.len() <= BYLINE;
    let signed = || byline::read_signed(rest).is_some_and(|byline| !byline.signatures.is_empty());
    (whole && signed() && byline::read(title).is_none()).then_some(at)
}

/// Where the maker of a picture begins behind its title: `春雨(国画) 何敏`.
pub(crate) fn maker(title: &[char]) -> Option<usize> {
    const LONGEST: usize = 40;
    let close = title.iter().position(|&c| c == ')').filter(|_| title.len() <= LONGEST)?;
    let open = title[..close].iter().rposition(|&c| c == '(').filter(|&open| open >= 2)?;
    let at = close + 1 + title[close + 1..].iter().take_while(|&&c| c == ' ').count();
    (at < title.len() && WORDS.genres.ends(&title[open + 1..close])).then_some(at)
}

/// Whether the beginning of a line (folded) may be a headline by itself.
pub(super) fn is_title(title: &[char]) -> bool {
    const NONE: Set =
        Set::of(&[E::Marker, E::Byline, E::Names, E::Lead, E::Speech, E::Told, E::Numbered, E::Caption]);
    // 本报海州电 (记者 何敏), 读者何敏来信说:
    let marks = matches!(title.last(), None | Some('电' | '讯' | '说'));
    // 10月1日上午, 1958年: when something was.
    let number = |c: char| c.is_ascii_digit() || is_han_ordinal(c);
    let ends = matches!(title.last(), Some('年' | '月' | '日' | '号' | '时' | '点'));
    let told = title.iter().any(|c| matches!(c, '年' | '月' | '日' | '时'));
    let dated = || title[0].is_ascii_digit() && told || number(title[0]) && ends;
    // 海州一套 18:30: of a programme.
    let clock = || {
        title
            .windows(3)
            .any(|three| three[1] == ':' && three[0].is_ascii_digit() && three[2].is_ascii_digit())
    };
    if marks
        || !title.iter().all(is_plain)
        || clock()
        || matches!(title[0], '、' | ':' | '!' | '?' | '”' | '》')
        || dated()
    {
        return false;
    }
    let mut line = Line::new(0, "", title);
    // 石城 may be a name too, but not in a row of places.
    if title.len() < SHORTEST {
        line.forget(E::Names);
    }
    line.has(E::Title) && !line.evidence().any(NONE)
}

/// Whether a character may stand in the headline of a brief.
fn is_plain(c: &char) -> bool {
    is_han(*c) || c.is_ascii_digit() || matches!(c, '“' | '”' | ':' | '!' | '?' | '《' | '》' | '、' | '·')
}

/// What parts the headlines of briefs from their text, where both stand on one line.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::split) struct Briefs {
    /// One space, behind bullets.
    bulleted: bool,
    /// The same, and headlines without a colon are among them.
    titled: bool,
    /// A space as wide as a letter.
    wide: bool,
}

/// The briefs of a page that have their headlines on their lines.
#[derive(Clone, Debug, Default)]
pub(in crate::split) struct PageBriefs {
    pub(super) briefs: Briefs,
    pub(super) rows: BriefRows,
}

impl PageBriefs {
    /// Looks at a page.
    pub(in crate::split) fn of(lines: &[&str]) -> Self {
        let runs = |line: &str, briefs: Briefs| run_in(&folded(line), line, briefs).is_some();
        let bulleted = |line: &&str| {
            line.starts_with(|c| is_box(fold(c)))
                && runs(line, Briefs { bulleted: true, ..Briefs::default() })
        };
        let plain = |line: &&str| !line.split(' ').next().is_some_and(|title| title.contains([':', '：']));
        let wide =
            |line: &&str| line.contains('\u{3000}') && runs(line, Briefs { wide: true, ..Briefs::default() });
        let all = || lines.iter().copied();
        let (mut bulleted_lines, mut plain_lines) = (0, 0);
        for line in all().filter(bulleted) {
            bulleted_lines += 1;
            plain_lines += usize::from(plain(&line));
        }
        let briefs = Briefs {
            bulleted: bulleted_lines > 1,
            titled: plain_lines > 1,
            wide: all().filter(wide).nth(2).is_some(),
        };
        PageBriefs { briefs, rows: BriefRows::of(lines) }
    }
}
