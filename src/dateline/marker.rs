//! Lead markers: an outlet or agency, at most a place and a day, and 讯 or 电.

use super::{Day, Marker};
use crate::Span;
use crate::chars::is_han;
use crate::lexicon::{Beginnings, Endings, Kinds};
use crate::{names, numeral};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../data/lead_markers.tsv");

/// The words of `data/lead_markers.tsv`.
struct Words {
    /// News agencies and the sites that take their part.
    agencies: Beginnings,
    /// End the outlet's name before 讯, 消息 or 报道.
    outlets: Endings,
    /// Markers that are whole words.
    whole: Beginnings,
    /// What no place of a marker holds: 本报记者张三报道 is a byline.
    not_places: Beginnings,
    /// Make a word of the 讯 or 电 behind them: 本报通讯, 新华社简讯.
    words: Endings,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let kinds = Kinds::of(TABLE);
    Words {
        agencies: Beginnings::new(kinds.words("agency")),
        outlets: Endings::new(kinds.words("outlet")),
        whole: Beginnings::new(kinds.words("whole")),
        not_places: Beginnings::new(kinds.words("not-place")),
        words: Endings::new(kinds.words("word")),
    }
});

/// The marker that a paragraph begins with at `start`.
pub(super) fn marker(chars: &[char], start: usize) -> Option<Marker> {
    const LIMIT: usize = 34;
    let mut from = start;
    if matches!(chars.get(from), Some('【' | '[' | '(')) {
        from += 1;
    }
    if chars.get(from) == Some(&'据') {
        from += 1;
    }
    let run = chars.get(from..chars.len().min(from + LIMIT))?;
    let mut depth = false;
    for (i, &c) in run.iter().enumerate() {
        match c {
            '(' if i > 2 => depth = true,
            ')' if depth => depth = false,
            '/' | ' ' | '·' => {}
            '讯' | '电' if !depth => {
                if let Some(marker) = read_marker(chars, from, from + i + 1) {
                    return Some(marker);
                }
            }
            '息' | '道' if i > 0 && matches!(run[i - 1], '消' | '报') => {
                if let Some(marker) = read_marker(chars, from, from + i + 1) {
                    return Some(marker);
                }
            }
            _ if is_han(c) || c.is_ascii_alphanumeric() => {}
            _ => return None,
        }
    }
    None
}

/// Reads `chars[from..end]`, which ends in 讯, 电, 消息 or 报道, as a marker from end to end.
fn read_marker(chars: &[char], from: usize, end: usize) -> Option<Marker> {
    let span = Span::new(from, end);
    let body = &chars[from..end];
    if WORDS.whole.get(body).is_some() {
        return closed(chars, end).then_some(Marker {
            span,
            agency: None,
            place: None,
            date: None,
            date_span: None,
        });
    }
    // (吉隆坡11日讯): between brackets a place and a day are enough.
    let framed = from > 0 && chars[from - 1] == '(' && chars.get(end) == Some(&')');
    let verb = match body {
        [.., '综', '合', '讯' | '电'] if framed => 3,
        // 本报巴黎7月23日专电
        [.., '息' | '道'] | [.., '专', '电'] | [.., '专' | '特', '讯'] => 2,
        _ => 1,
    };
    let is_wire = body[body.len() - 1] == '电';
    let mut core = end - verb;
    let (date, date_span) = match date_before(chars, from, core) {
        Some((date, at)) => {
            let date_span = Span::new(at, core);
            core = at;
            (Some(date), Some(date_span))
        }
        None => (None, None),
    };
    while core > from && chars[core - 1] == ' ' {
        core -= 1;
    }
    let agency = agency(&chars[from..core]).map(|length| Span::new(from, from + length));
    // An outlet from the start, and behind it at most a place.
    let outlet_end = match agency {
        Some(span) => span.end,
        // Any name counts before a bracket that holds a byline: 晨刊讯(记者 …).
        None => match outlet_end(chars, from, core, date.is_some()) {
            Some(end) => end,
            None if (2..=8).contains(&(core - from)) && chars.get(end) == Some(&'(') => core,
            None if framed && date.is_some() && is_town(&chars[from..core]) => from,
            None => return None,
        },
    };
    // 本报综合讯 comes from nowhere.
    let core = if chars[outlet_end..core] == ['综', '合'] { outlet_end } else { core };
    let place = Span::new(outlet_end, core);
    let has_place = place.len() >= 2 && place.len() <= 14;
    if !place.is_empty() && !has_place {
        return None;
    }
    let within = &chars[place.start..place.end];
    // What is left of 本报通讯, 新华社简讯 is no place.
    if has_place && WORDS.words.ends(within) {
        return None;
    }
    if (0..within.len()).any(|i| WORDS.not_places.starts(&within[i..])) {
        return None;
    }
    // 电 ends many words: a wire has a date, or an agency, or 本报电, or a bracket sets it off (本报南昌专电(记者 …)).
    let next = chars[end..].iter().find(|&&c| c != ' ');
    let set_off = matches!(next, Some('(')) && outlet_end == from + 2;
    // 某局从3月1日起设立举报电话
    let open = !place.is_empty() || !closed(chars, end);
    if is_wire && date.is_none() && agency.is_none() && open && !set_off {
        return None;
    }
    if !(closed(chars, end) || place.is_empty() || date.is_some()) {
        return None;
    }
    if verb == 2 && !is_wire && !(closed(chars, end) || matches!(chars.get(end), Some(':' | ','))) {
        return None;
    }
    Some(Marker { span, agency, place: has_place.then_some(place), date, date_span })
}

/// Whether characters may be the name of a town: 吉隆坡, 哥打巴鲁.
fn is_town(chars: &[char]) -> bool {
    const LONGEST: usize = 6;
    (2..=LONGEST).contains(&chars.len()) && chars.iter().all(|&c| is_han(c))
}

/// The length of the agency's name that `chars` begin with.
pub(super) fn agency(chars: &[char]) -> Option<usize> {
    WORDS.agencies.at_start(chars).map(|(length, ())| length)
}

/// Where the outlet's name ends that `chars[from..core]` begins with, leaving room for a place; a date may stand behind it.
fn outlet_end(chars: &[char], from: usize, core: usize, is_dated: bool) -> Option<usize> {
    const LIMIT: usize = 16;
    // 江城晚报汉口3月2日讯: how short the outlet's name may be, and how long the city's.
    const OUTLET: usize = 3;
    const CITY: usize = 6;
    let run = &chars[from..core];
    let plain = run.iter().take_while(|&&c| is_han(c) || c.is_ascii_alphanumeric() || c == '·').count();
    // The longest fitting end, so that 市融媒体中心 is not cut at 融媒; a place follows 本报 and agencies, and others
    // where its date does.
    (2..=plain.min(LIMIT))
        .rev()
        .find(|&n| {
            let longest = WORDS.outlets.at_end(&run[..n]);
            // 报|业集团, 晚报|社区广场 are cut within a word.
            let whole = |n: usize| !names::is_word_pair(run[n - 1], run[n]);
            let before_city = is_dated && n >= OUTLET && (2..=CITY).contains(&(run.len() - n)) && whole(n);
            longest.is_some_and(|(length, ())| n == run.len() || n == length && length >= 2 || before_city)
        })
        .map(|n| from + n)
}

/// Whether what follows the marker sets it off from the text.
fn closed(chars: &[char], end: usize) -> bool {
    matches!(chars.get(end), None | Some(' ' | '(' | '】' | ']' | ')' | '“' | ':' | '\n'))
}

/// `10月30日`, `30日`, `一九七七年十月三十日` that ends at `end`, and where it starts.
pub(super) fn date_before(chars: &[char], from: usize, end: usize) -> Option<(Day, usize)> {
    if end == from || !matches!(chars[end - 1], '日' | '号') {
        return None;
    }
    let (day, at) = small_before(chars, from, end - 1)?;
    if at > from && chars[at - 1] == '月' {
        let (month, at) = small_before(chars, from, at - 1)?;
        let (year, at) = year_before(chars, from, at).map_or((None, at), |(year, at)| (Some(year), at));
        let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
        return fits.then_some((Day { year, month: Some(month), day }, at));
    }
    (1..=31).contains(&day).then_some((Day { year: None, month: None, day }, at))
}

/// A year of four digits that ends at `end`, and where it starts.
fn year_before(chars: &[char], from: usize, end: usize) -> Option<(i16, usize)> {
    const DIGITS: usize = 4;
    let at = end.checked_sub(DIGITS + 1).filter(|&at| at >= from && chars[end - 1] == '年')?;
    let (value, length) = numeral::integer(&chars[at..end - 1])?;
    (length == DIGITS && (1900..2100).contains(&value)).then_some((i16::try_from(value).ok()?, at))
}

/// A number of at most three characters that ends at `end`.
fn small_before(chars: &[char], from: usize, end: usize) -> Option<(i8, usize)> {
    let digits = |c: &char| c.is_ascii_digit() || "〇零一二三四五六七八九十廿卅".contains(*c);
    let at = (from..end).rev().take(3).take_while(|&i| digits(&chars[i])).last()?;
    let (value, length) = numeral::integer(&chars[at..end])?;
    if at + length != end {
        return None;
    }
    Some((i8::try_from(value).ok()?, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;

    #[test]
    fn every_word_makes_or_spoils_its_example() {
        for row in rows(TABLE) {
            let [word, kind, example] = row[..] else { panic!("{row:?}") };
            let chars: Vec<char> = example.chars().collect();
            assert!(example.contains(word), "{row:?}");
            assert_eq!(marker(&chars, 0).is_some(), !matches!(kind, "not-place" | "word"), "{row:?}");
        }
    }
}
