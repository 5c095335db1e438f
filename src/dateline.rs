//! The lead marker at the head of an article's body: `晚报讯`, `本报讯(记者 …)`, `新华社北京10月30日电`.

use crate::Span;
use crate::byline::{self, Byline};
use crate::chars::{is_bullet, is_han};
use crate::lexicon::Endings;
use crate::numeral;
use std::sync::LazyLock;

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
    /// Month and day as printed; the month may be left out.
    pub date: Option<(Option<i8>, i8)>,
    /// The date's place in the paragraph.
    pub date_span: Option<Span>,
}

/// News agencies and the sites that take their part.
const AGENCIES: [&str; 26] = [
    "新华社",
    "新华网",
    "中新社",
    "中新网",
    "中国新闻社",
    "中国新闻网",
    "中国网",
    "人民网",
    "央视网",
    "央广网",
    "国际在线",
    "光明网",
    "海外网",
    "法新社",
    "路透社",
    "美联社",
    "合众社",
    "塔斯社",
    "俄新社",
    "共同社",
    "韩联社",
    "安莎社",
    "埃菲社",
    "德新社",
    "中央社",
    "中央广播电台",
];

/// Ends of the outlet's name before 讯, 消息 or 报道.
const OUTLET_ENDS: [&str; 20] = [
    "本报",
    "本网",
    "本刊",
    "本台",
    "本社",
    "日报",
    "晚报",
    "早报",
    "晨报",
    "商报",
    "时报",
    "都市报",
    "报",
    "网",
    "融媒",
    "融媒体",
    "融媒体中心",
    "客户端",
    "电视台",
    "报社",
];

/// Markers that are whole words.
const WHOLE: [&str; 6] = ["快讯", "综合讯", "综合消息", "最新消息", "特讯", "专讯"];

/// What no place of a marker holds: 本报记者张三报道 is a byline.
const NO_PLACES: [&str; 4] = ["记者", "通讯员", "综合", "特约"];

/// The lists above as characters.
struct Words {
    agencies: Vec<Vec<char>>,
    outlets: Endings,
    whole: Vec<Vec<char>>,
    no_places: Vec<Vec<char>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let list = |words: &[&str]| words.iter().map(|word| word.chars().collect()).collect();
    Words {
        agencies: list(&AGENCIES),
        outlets: Endings::new(OUTLET_ENDS.into_iter().map(|end| (end, ()))),
        whole: list(&WHOLE),
        no_places: list(&NO_PLACES),
    }
});

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
    if marker.is_none() && chars.get(start) == Some(&'【') {
        // 【某网】(记者 …): the site's name alone is no marker, but a byline may follow it.
        at = (start..chars.len().min(start + 12)).find(|&i| chars[i] == '】').map_or(at, |i| i + 1);
    }
    let byline = bracket(chars, at)
        .or_else(|| reported(chars, at))
        .or_else(|| marker.as_ref().and_then(|_| spaced(chars, at)));
    Lead { marker, byline }
}

/// Whether a paragraph may begin with a marker or byline at all: with a bracket, or with one of the characters that
/// markers end in before its first clause ends.
fn opens(chars: &[char]) -> bool {
    const REACH: usize = 40;
    if matches!(chars.first(), Some('(' | '[' | '【' | '〔')) {
        return true;
    }
    for &c in &chars[..chars.len().min(REACH)] {
        match c {
            '讯' | '电' | '息' | '道' | '导' => return true,
            ',' | '。' | ':' | '“' | '?' | '!' | '《' => return false,
            _ => {}
        }
    }
    false
}

/// `(记者 张三 通讯员 李四)` at `at`; a bracket without a role counts after an agency's marker only through its names.
fn bracket(chars: &[char], at: usize) -> Option<(usize, Byline)> {
    const LIMIT: usize = 90;
    if !matches!(chars.get(at)?, '(' | '[' | '【' | '〔') {
        return None;
    }
    let close =
        (at + 1..chars.len().min(at + LIMIT)).find(|&i| matches!(chars[i], ')' | ']' | '】' | '〕'))?;
    // Without a role a bracket at the very head may hold anything; after a marker it holds names.
    let read = if at == 0 { byline::read_signed } else { byline::read };
    read(&chars[at..=close]).map(|byline| (at, byline))
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
    byline::read_signed(&chars[at..verb]).map(|byline| (at, byline))
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

fn marker(chars: &[char], start: usize) -> Option<Marker> {
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
    if WORDS.whole.iter().any(|word| body == word) {
        return closed(chars, end).then_some(Marker {
            span,
            agency: None,
            place: None,
            date: None,
            date_span: None,
        });
    }
    let verb = match body {
        // 本报巴黎7月23日专电
        [.., '息' | '道'] | [.., '专', '电'] => 2,
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
    let agency = WORDS.agencies.iter().find(|agency| chars[from..core].starts_with(agency));
    let agency = agency.map(|agency| Span::new(from, from + agency.len()));
    // An outlet from the start, and behind it at most a place.
    let outlet_end = match agency {
        Some(span) => span.end,
        // Any name counts before a bracket that holds a byline: 晨刊讯(记者 …).
        None => match outlet_end(chars, from, core) {
            Some(end) => end,
            None if (2..=8).contains(&(core - from)) && chars.get(end) == Some(&'(') => core,
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
    // 本报通讯, 新华社简讯: what is left is no place.
    if has_place && matches!(chars[core - 1], '通' | '简' | '快' | '电' | '来' | '资' | '短' | '传') {
        return None;
    }
    let within = &chars[place.start..place.end];
    if (0..within.len()).any(|i| WORDS.no_places.iter().any(|word| within[i..].starts_with(word))) {
        return None;
    }
    // 电 ends many words: a wire has a date, or an agency, or 本报电.
    if is_wire && date.is_none() && agency.is_none() && !place.is_empty() {
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

/// The shortest outlet name that `chars[from..core]` begins with, leaving room for a place.
fn outlet_end(chars: &[char], from: usize, core: usize) -> Option<usize> {
    const LIMIT: usize = 16;
    let run = &chars[from..core];
    let plain = run.iter().take_while(|&&c| is_han(c) || c.is_ascii_alphanumeric() || c == '·').count();
    // The longest fitting end, so that 市融媒体中心 is not cut at 融媒; a place follows 本报 and agencies only.
    (2..=plain.min(LIMIT))
        .rev()
        .find(|&n| {
            let longest = WORDS.outlets.at_end(&run[..n]);
            longest.is_some_and(|(length, ())| n == run.len() || n == length && length >= 2)
        })
        .map(|n| from + n)
}

/// Whether what follows the marker sets it off from the text.
fn closed(chars: &[char], end: usize) -> bool {
    matches!(chars.get(end), None | Some(' ' | '(' | '】' | ']' | ')' | '“' | ':' | '\n'))
}

/// `10月30日`, `30日`, `十月三十日` that ends at `end`, and where it starts.
fn date_before(chars: &[char], from: usize, end: usize) -> Option<((Option<i8>, i8), usize)> {
    if end == from || !matches!(chars[end - 1], '日' | '号') {
        return None;
    }
    let (day, at) = small_before(chars, from, end - 1)?;
    if at > from && chars[at - 1] == '月' {
        let (month, at) = small_before(chars, from, at - 1)?;
        return ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(((Some(month), day), at));
    }
    (1..=31).contains(&day).then_some(((None, day), at))
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
    use crate::chars::fold;

    fn chars(text: &str) -> Vec<char> {
        text.chars().map(fold).collect()
    }

    /// `marker|agency|place|month-day`, `-` where there is none.
    fn read(text: &str) -> String {
        let chars = chars(text);
        let Some(marker) = lead(&chars).marker else { return "none".into() };
        let cut = |span: Option<Span>| {
            span.map_or("-".into(), |s| chars[s.start..s.end].iter().collect::<String>())
        };
        let date = marker
            .date
            .map_or("-".into(), |(m, d)| format!("{}-{d}", m.map_or("?".into(), |m| m.to_string())));
        format!("{}|{}|{}|{date}", cut(Some(marker.span)), cut(marker.agency), cut(marker.place))
    }

    #[test]
    fn local_markers() {
        for (text, want) in [
            ("晚报讯 连日来,某区", "晚报讯|-|-|-"),
            ("本报讯(记者 张晓明)昨日", "本报讯|-|-|-"),
            ("【本报讯】昨日", "本报讯|-|-|-"),
            ("本报讯昨日上午", "本报讯|-|-|-"),
            ("海州日报讯 (记者 张晓明)", "海州日报讯|-|-|-"),
            ("本报4月5日讯(见习记者 张晓明)", "本报4月5日讯|-|-|4-5"),
            ("海东县融媒体中心4月5日讯 日前", "海东县融媒体中心4月5日讯|-|-|4-5"),
            ("本网讯 日前", "本网讯|-|-|-"),
            ("本报消息 昨日", "本报消息|-|-|-"),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn wires() {
        for (text, want) in [
            ("新华社北京10月30日电(记者张晓明)", "新华社北京10月30日电|新华社|北京|10-30"),
            ("据新华社电 记者", "新华社电|新华社|-|-"),
            ("本报杭州8月2日电  (记者张晓明)", "本报杭州8月2日电|-|杭州|8-2"),
            ("本报巴黎7月23日专电 晚上", "本报巴黎7月23日专电|-|巴黎|7-23"),
            ("中新社台北七月二十五日电", "中新社台北七月二十五日电|中新社|台北|7-25"),
            ("本报刚果(金)金沙萨8月2日电 (记者张晓明)", "本报刚果(金)金沙萨8月2日电|-|刚果(金)金沙萨|8-2"),
            ("本报上海/杭州8月2日电 (记者张晓明)", "本报上海/杭州8月2日电|-|上海/杭州|8-2"),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn no_marker() {
        for text in [
            "近日,某区",
            "电信局通讯 员",
            "通讯员 张晓明",
            "据悉,今年用电",
            "10月26日,某区来电",
            "记者从供电公司获悉,用电",
            "",
        ] {
            assert_eq!(read(text), "none", "{text}");
        }
    }

    #[test]
    fn bylines_after_the_marker() {
        for text in [
            "本报讯(记者 张晓明)昨日,",
            "本报讯 (记者张晓明) 昨日,",
            "(记者 张晓明)昨日,",
            "〔记者张晓明/海湾报导〕昨日,",
            "中新网上海10月30日电 (张晓明)昨日,",
            "本报讯 记者张晓明报道:昨日,",
            "本报记者张晓明报道:昨日,",
        ] {
            let byline = lead(&chars(text)).byline.unwrap_or_else(|| panic!("{text}"));
            let name = byline.1.signatures[0].span.shifted(byline.0);
            assert_eq!(byline::text(&chars(text), name), "张晓明", "{text}");
        }
        for text in ["(左一)", "记者从市局报道获悉:", "本报讯 记者从市局获悉,"] {
            assert_eq!(lead(&chars(text)).byline, None, "{text}");
        }
    }
}
