//! The lead marker at the head of an article's body: `晚报讯`, `本报讯(记者 …)`, `新华社北京10月30日电`.

mod marker;
#[cfg(test)]
mod tests;

use crate::Span;
use crate::byline::{self, Byline};
use crate::chars::is_bullet;
use crate::lexicon::begins;
use crate::names;
use marker::{date_before, marker};

/// What stands at the head of a paragraph. Positions count from the start of the paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// The marker, where there is one.
    pub marker: Option<Marker>,
    /// The byline after the marker (or in its place), and where it starts.
    pub byline: Option<(usize, Byline)>,
}

/// A lead marker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// From the outlet through 讯 or 电.
    pub span: Span,
    /// The news agency's name.
    pub agency: Option<Span>,
    /// The place, without its date.
    pub place: Option<Span>,
    /// The day as printed.
    pub date: Option<Day>,
    /// The date's place in the paragraph.
    pub date_span: Option<Span>,
}

/// A day as a marker prints it; year and month may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// 新华社一九七七年九月十日讯.
    pub year: Option<i16>,
    /// The month.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: i8,
}

/// Reads the head of a paragraph given as folded and simplified characters.
///
/// ```
/// use jianbao::dateline::lead;
/// let chars: Vec<char> = "本报讯(记者 张晓明) 昨日,".chars().collect();
/// let lead = lead(&chars);
/// assert_eq!(lead.marker.unwrap().span.len(), 3);
/// let (at, byline) = lead.byline.unwrap();
/// assert_eq!((at, byline.signatures[0].span.len()), (3, 3));
/// ```
pub fn lead(chars: &[char]) -> Lead {
    let start = chars.iter().take(8).position(|&c| c != ' ' && !is_bullet(c)).unwrap_or(0);
    if !opens(&chars[start..]) {
        return Lead::default();
    }
    let marker = marker(chars, start);
    let mut at = marker.as_ref().map_or(start, |m| m.span.end);
    while matches!(chars.get(at), Some(' ' | '】' | ']' | ':' | ','))
        && (marker.is_some() || chars[at] == ' ')
    {
        at += 1;
    }
    if marker.is_none()
        && let Some(lead) = bracket_wire(chars, start)
    {
        return lead;
    }
    let head = marker.is_none().then(|| bracket(chars, start, true)).flatten();
    if head.is_none() && marker.is_none() && chars.get(start) == Some(&'【') {
        // 【某网】(记者 …): the site's name alone is no marker, but a byline may follow it.
        at = (start..chars.len().min(start + 24)).find(|&i| chars[i] == '】').map_or(at, |i| i + 1);
    }
    let byline = head
        .or_else(|| if marker.is_some() || at != start { bracket(chars, at, false) } else { None })
        .or_else(|| reported(chars, at))
        .or_else(|| marker.as_ref().and_then(|_| spaced(chars, at).or_else(|| run_in(chars, at))));
    Lead { marker, byline }
}

/// The place of the marker that a paragraph begins with: 舟曲 of `本报舟曲8月9日电`.
pub(crate) fn place(chars: &[char]) -> Option<Span> {
    opens(chars).then(|| marker(chars, 0)).flatten()?.place
}

/// `本报讯 记者张三从市局获悉`: the first words of the text name the writer.
fn run_in(chars: &[char], at: usize) -> Option<(usize, Byline)> {
    const LIMIT: usize = 12;
    if !chars[at..].starts_with(&['记', '者']) {
        return None;
    }
    let end = chars.len().min(at + LIMIT);
    let stop = (at + 4..end)
        .find(|&i| begins!(&chars[i..], ["从", "昨", "今", "日前", "近日", "获悉", "在", "了解"]))?;
    let byline = byline::read_wired(&chars[at..stop])?;
    let named = |s: &byline::Signature| {
        names::odds(&byline::name(&chars[at..stop], s.span)).is_some_and(|odds| odds >= 0.0)
    };
    byline.signatures.iter().all(named).then_some((at, byline))
}

/// Whether characters are the name of a news agency.
pub(crate) fn is_agency(chars: &[char]) -> bool {
    marker::agency(chars) == Some(chars.len())
}

/// Whether a paragraph may begin with a marker or byline at all: with a bracket, or with what markers end in before its
/// first clause ends.
fn opens(chars: &[char]) -> bool {
    const REACH: usize = 40;
    if matches!(chars.first(), Some('(' | '[' | '【' | '〔')) {
        return true;
    }
    let mut before = ' ';
    for &c in &chars[..chars.len().min(REACH)] {
        match c {
            '讯' | '电' => return true,
            '息' if before == '消' => return true,
            '道' | '导' if before == '报' => return true,
            ',' | '。' | ':' | '“' | '?' | '!' | '《' => return false,
            _ => before = c,
        }
    }
    false
}

/// `(记者 张三 通讯员 李四)` at `at`; a bracket without a role counts after an agency's marker only through its names.
fn bracket(chars: &[char], at: usize, first: bool) -> Option<(usize, Byline)> {
    let close = closing(chars, at)?;
    // Without a role a bracket at the very head may hold anything; after a marker it holds names.
    let read = if first { byline::read_signed } else { byline::read };
    let run = &chars[at..=close];
    let byline = read(run).or_else(|| if first { None } else { byline::office(run) })?;
    // (记者 张三) (通讯员 李四)
    let next = close + 1 + chars[close + 1..].iter().take_while(|&&c| c == ' ').count();
    let later = closing(chars, next).and_then(|close| byline::read_signed(&chars[next..=close]));
    Some((at, byline::together(byline, later.map(|later| (next - at, later)))))
}

/// Where the bracket closes that opens at `at`.
fn closing(chars: &[char], at: usize) -> Option<usize> {
    const LIMIT: usize = 90;
    if !matches!(chars.get(at)?, '(' | '[' | '【' | '〔') {
        return None;
    }
    (at + 1..chars.len().min(at + LIMIT)).find(|&i| matches!(chars[i], ')' | ']' | '】' | '〕'))
}

/// `(中央社记者张三台北5日电)`: the marker of a wire with its writer inside.
fn bracket_wire(chars: &[char], start: usize) -> Option<Lead> {
    let close = closing(chars, start)?;
    let end = match chars[start + 1..close] {
        [.., '专', '电'] => close - 2,
        [.., '电' | '讯'] => close - 1,
        _ => return None,
    };
    let (date, core) = date_before(chars, start + 1, end).map_or((None, end), |(date, at)| (Some(date), at));
    let byline = byline::read_wired(&chars[start + 1..core])?;
    let signed = byline.signatures.last()?.span.end + start + 1;
    let place_at = signed + chars[signed..core].iter().take_while(|&&c| matches!(c, '/' | ' ')).count();
    let marker = Marker {
        span: Span::new(start + 1, close),
        agency: marker::agency(&chars[start + 1..core])
            .map(|length| Span::new(start + 1, start + 1 + length)),
        place: (core > place_at + 1).then(|| Span::new(place_at, core)),
        date,
        date_span: date.map(|_| Span::new(core, end)),
    };
    Some(Lead { marker: Some(marker), byline: Some((start + 1, byline)) })
}

/// `特约记者张三、通讯员李四报道:` and `记者张三报道`.
fn reported(chars: &[char], at: usize) -> Option<(usize, Byline)> {
    const LIMIT: usize = 40;
    let end = chars.len().min(at + LIMIT);
    let stop = (at..end).find(|&i| matches!(chars[i], ',' | '。' | ':' | '“' | '\n')).unwrap_or(end);
    let verb =
        (at..stop.saturating_sub(1)).find(|&i| matches!(chars[i..i + 2], ['报', '道'] | ['报', '导']))?;
    if verb + 2 != stop && chars[verb + 2] != ' ' {
        return None;
    }
    byline::read_wired(&chars[at..verb]).map(|byline| (at, byline))
}

/// `本报讯 记者 张三 通讯员 李四 昨日`: nothing but spaces sets the byline off from the text.
fn spaced(chars: &[char], at: usize) -> Option<(usize, Byline)> {
    const LIMIT: usize = 40;
    let end = chars.len().min(at + LIMIT);
    let stop = (at..end).find(|&i| matches!(chars[i], ',' | '。' | ':' | '“' | '\n')).unwrap_or(end);
    (at + 1..stop)
        .rev()
        .filter(|&i| chars[i] == ' ' && chars[i - 1] != ' ')
        .find_map(|i| byline::read_signed(&chars[at..i]))
        .map(|byline| (at, byline))
}
