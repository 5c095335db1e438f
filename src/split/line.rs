//! What can be seen of one line of a page: the evidence that labels are decided on.

use crate::byline;
use crate::chars::{fold, is_han};
use crate::dateline;
use crate::lexicon;
use crate::record::CorrespondentKind;
use std::sync::LazyLock;

/// A piece of evidence about a line; [`Line::has`] asks for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Evidence {
    /// At most 45 characters, not ending a sentence and holding no end of one: what a headline or crosshead looks like.
    Title,
    /// More than 45 characters.
    Long,
    /// Fewer than 9 characters.
    Brief,
    /// Two to six Han characters and nothing else.
    Tiny,
    /// 12 characters or more.
    Full,
    /// Ends a sentence (or a quotation, or a bracket).
    Closed,
    /// Ends in a closing quotation mark or bracket.
    Quoted,
    /// Ends in a colon.
    Colon,
    /// Ends in a comma, or in 、.
    Comma,
    /// Two or more parts with spaces between, each of four characters or more.
    Parts,
    /// Two parts of equal length.
    Parallel,
    /// Ends in —— (a kicker), or holds one after its first half.
    Kicker,
    /// Begins with ——.
    Deck,
    /// Begins with a lead marker or a byline in brackets.
    Marker,
    /// Begins with a byline, after a lead marker or in its place.
    HeadSigned,
    /// Begins as leads do: with a date, 近日, 日前, 记者从….
    Lead,
    /// Nothing but a byline with a role.
    Byline,
    /// Nothing but one to three names, or a boxed name.
    Names,
    /// Has a box or bullet before it.
    Boxed,
    /// Ends with a byline after its last sentence.
    Signed,
    /// A byline of photographers only, on its own or after the last sentence.
    Credited,
    /// The shape of a column heading, with an end from the list.
    Heading,
    /// A column heading of at most four characters: 图片新闻.
    Label,
    /// In 【】, or ends in >>.
    Framed,
    /// Begins with a number or bullet of a list.
    Numbered,
    /// Cannot begin a sentence: begins with a mark that closes something.
    Midway,
    /// Holds a comma, full stop or the like.
    Marked,
    /// Leaves a quotation mark or bracket open.
    Unbalanced,
    /// A blank line stood before it.
    Gap,
    /// Begins as captions do.
    Caption,
    /// Ends in a digit or a number word: a number was cut.
    Numeric,
    /// Begins with 问:, 答: or the like.
    Speech,
    /// Nothing but a day: the end of a letter.
    Dated,
    /// Another title on the page is built like it.
    Twin,
    /// Has a comma after two to four characters, as in crossheads such as `精细管理,凝聚合力`.
    Hinged,
}

/// A line of a page with its evidence.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Number in the input, from 1.
    pub number: usize,
    /// Without the spaces at its ends.
    pub text: &'a str,
    /// Length in characters.
    pub length: usize,
    evidence: u64,
}

static HEADINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../data/sections.tsv")).filter_map(|row| row.first().copied()).collect()
});

/// What a line of talk begins with.
const SPEAKERS: &[&str] = &[
    "问:",
    "答:",
    "Q:",
    "A:",
    "记者:",
    "读者:",
    "市民:",
    "居民:",
    "网友:",
    "专家:",
    "律师:",
    "编辑同志:",
    "编者按:",
    "编者:",
];

/// Words that leads begin with.
const LEADS: &[&str] = &[
    "近日",
    "日前",
    "连日来",
    "近期",
    "昨日",
    "昨天",
    "昨晚",
    "今天",
    "今日",
    "今晨",
    "前日",
    "前天",
    "不久前",
    "记者从",
    "记者昨",
    "记者近",
    "上周",
    "本周",
];

impl<'a> Line<'a> {
    /// Looks at a line; `gap` says whether a blank line stood before it.
    pub fn new(number: usize, text: &'a str, gap: bool) -> Self {
        let chars: Vec<char> = text.chars().map(fold).collect();
        let mut line = Line { number, text, length: chars.len(), evidence: 0 };
        line.look(&chars, gap);
        line
    }

    /// Whether the line shows a piece of evidence.
    pub fn has(&self, evidence: Evidence) -> bool {
        self.evidence & (1 << evidence as u64) != 0
    }

    fn set(&mut self, evidence: Evidence, seen: bool) {
        self.evidence |= u64::from(seen) << evidence as u64;
    }

    fn look(&mut self, chars: &[char], gap: bool) {
        use Evidence::*;
        let (Some(&first), Some(&last)) = (chars.first(), chars.last()) else { return };
        let inner_stop = chars[..chars.len() - 1].contains(&'。');
        let ends_sentence = matches!(last, '。' | '!' | '?' | '…' | ';');
        let title = chars.len() <= 45
            && !inner_stop
            && !matches!(last, '。' | ',' | '、' | ';')
            && !is_closing(first);
        self.set(Title, title);
        self.set(Long, chars.len() > 45);
        self.set(Brief, chars.len() < 9);
        self.set(Tiny, (2..=6).contains(&chars.len()) && chars.iter().all(|&c| is_han(c)));
        self.set(Full, chars.len() >= 12);
        let quoted = matches!(last, '”' | '』' | '」' | ')' | '】' | '》');
        self.set(Quoted, quoted);
        let before = chars.len().checked_sub(2).map_or(' ', |i| chars[i]);
        self.set(Closed, ends_sentence || quoted && (!title || matches!(before, '。' | '!' | '?' | '…')));
        self.set(Colon, last == ':');
        self.set(Comma, matches!(last, ',' | '、'));
        self.set(
            Kicker,
            chars.ends_with(&['—', '—']) || chars.windows(2).skip(3).any(|w| w == ['—', '—']) && title,
        );
        self.set(Deck, chars.starts_with(&['—', '—']));
        self.set(Midway, is_closing(first));
        self.set(Marked, chars.iter().any(|&c| matches!(c, ',' | '。' | ';' | '、')));
        self.set(Unbalanced, unbalanced(chars));
        self.set(Gap, gap);
        let of_date = |&c: &char| c.is_ascii_digit() || "年月日〇零一二三四五六七八九十廿".contains(c);
        self.set(Dated, last == '日' && chars.len() <= 14 && chars.iter().all(of_date));
        self.set(Speech, SPEAKERS.iter().any(|w| crate::document::starts_with(chars, w)));
        self.set(Numeric, last.is_ascii_digit() && title);
        self.set(
            Framed,
            first == '【' && chars.contains(&'】') || chars.ends_with(&['>', '>']) || chars.contains(&'丨'),
        );
        self.set(Numbered, numbered(chars));
        self.set(Boxed, matches!(first, '□' | '■' | '◎' | '●' | '▲' | '◆' | '★' | '◇' | '△'));
        self.set(Caption, is_caption(chars));
        if title {
            let parts: Vec<usize> =
                chars.split(|&c| c == ' ').map(<[char]>::len).filter(|&n| n > 0).collect();
            let whole = parts.len() >= 2 && parts.iter().all(|&n| n >= 4);
            self.set(Parts, whole);
            self.set(Parallel, whole && parts.len() == 2 && parts[0].abs_diff(parts[1]) <= 1);
            self.set(Heading, is_heading(chars));
            self.set(Label, self.has(Heading) && chars.len() <= 4);
            let hinge = chars.iter().position(|&c| c == ',' || c == ' ');
            self.set(Hinged, hinge.is_some_and(|i| (2..=6).contains(&i)) && chars.len() >= 8);
        }
        if chars.len() <= 90
            && let Some(byline) = byline::read(chars)
        {
            let names = byline.signatures.len();
            self.set(Byline, byline.has_role);
            self.set(Names, !byline.has_role && (1..=3).contains(&names));
            self.set(Credited, is_credit(chars, &byline));
        } else if let Some((at, byline)) = byline::tail(chars) {
            self.set(Signed, true);
            self.set(Credited, is_credit(&chars[at..], &byline));
        }
        let head = &chars[..chars.len().min(120)];
        let lead = dateline::lead(head);
        let byline_only = lead.byline.is_some() && self.has(Byline);
        self.set(
            Marker,
            (lead.marker.is_some() || lead.byline.is_some()) && !byline_only && !self.has(Names),
        );
        self.set(HeadSigned, self.has(Marker) && lead.byline.is_some());
        self.set(Lead, begins_as_lead(chars));
    }
}

/// Marks titles that are built alike: the same length and hinge, or the same first or last two characters.
///
/// Crossheads of one article are parallel; headlines seldom are.
pub(super) fn mark_twins(lines: &mut [Line<'_>]) {
    const REACH: usize = 16;
    let shapes: Vec<Option<Shape>> =
        lines.iter().map(|line| line.has(Evidence::Title).then(|| Shape::of(line.text))).collect();
    for i in 0..lines.len() {
        let Some(shape) = &shapes[i] else { continue };
        let near = shapes[i.saturating_sub(REACH)..(i + REACH).min(shapes.len())].iter().enumerate();
        let twin = near
            .filter(|(j, _)| (i.saturating_sub(REACH) + j).abs_diff(i) > 1)
            .any(|(_, other)| other.as_ref().is_some_and(|o| shape.like(o)));
        lines[i].set(Evidence::Twin, twin);
    }
}

/// How a title is built.
struct Shape {
    length: usize,
    /// Where its first mark or space stands.
    hinge: Option<usize>,
    /// Whether that mark is a colon.
    colon: bool,
    head: [char; 2],
    tail: [char; 2],
}

impl Shape {
    fn of(text: &str) -> Self {
        let chars: Vec<char> = text.chars().map(fold).collect();
        // 第一次, 第二次 are one frame.
        let plain = |c: char| {
            if c.is_ascii_digit() || "一二三四五六七八九十".contains(c) { '#' } else { c }
        };
        let edge = |at: usize| chars.get(at).map_or(' ', |&c| plain(c));
        let n = chars.len();
        Shape {
            length: n,
            colon: chars.iter().find(|&&c| matches!(c, ',' | ' ' | ':' | '、')) == Some(&':'),
            hinge: chars.iter().position(|&c| matches!(c, ',' | ' ' | ':' | '、')),
            head: [edge(0), edge(1)],
            tail: [edge(n.saturating_sub(2)), edge(n.saturating_sub(1))],
        }
    }

    fn like(&self, other: &Shape) -> bool {
        let parallel =
            self.length.abs_diff(other.length) <= 1 && self.hinge.is_some() && self.hinge == other.hinge;
        let same_frame = self.head == other.head && self.length.abs_diff(other.length) <= 9;
        let same_tail = self.tail == other.tail && self.length.abs_diff(other.length) <= 2;
        let small = self.length == other.length && self.length <= 6 && self.hinge.is_none();
        let colons =
            self.colon && other.colon && self.hinge.zip(other.hinge).is_some_and(|(a, b)| a.abs_diff(b) <= 2);
        let same_label = self.hinge.is_some_and(|h| (1..=5).contains(&h))
            && self.hinge == other.hinge
            && self.length.abs_diff(other.length) <= 6;
        parallel || same_frame || same_tail || same_label || small || colons
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, ',' | '。' | '、' | ';' | ':' | '!' | '?' | '”' | ')' | '》' | '』' | '」' | '】' | '%' | '℃')
}

/// Whether more quotation marks, titles or brackets are opened than closed.
fn unbalanced(chars: &[char]) -> bool {
    let count = |open: char, close: char| {
        let opened = chars.iter().filter(|&&c| c == open).count();
        opened > chars.iter().filter(|&&c| c == close).count()
    };
    count('“', '”') || count('《', '》') || count('(', ')')
}

/// Whether a byline credits a picture only: `张晓明 摄`, `记者张晓明 摄`.
fn is_credit(chars: &[char], byline: &byline::Byline) -> bool {
    let photographers = byline.signatures.iter().all(|s| s.kind == CorrespondentKind::Photographer);
    photographers || chars.iter().rev().find(|&&c| is_han(c)) == Some(&'摄')
}

/// Whether a line begins as captions do: `图为…`, `图①:…`, `上图:…`.
fn is_caption(chars: &[char]) -> bool {
    let picture = chars.iter().take(3).position(|&c| c == '图');
    picture.is_some_and(|at| match chars.get(at + 1) {
        Some('为' | ':' | '片' | '①'..='⑳') => at == 0 || matches!(chars[0], '上' | '下' | '左' | '右'),
        Some(c) => at == 0 && (c.is_ascii_digit() || "一二三四五六".contains(*c)),
        None => false,
    })
}

fn numbered(chars: &[char]) -> bool {
    match chars {
        ['(', c, ')', ..] => c.is_ascii_digit() || "一二三四五六七八九十".contains(*c),
        [c, '、' | '.', ..] => {
            c.is_ascii_digit() || "一二三四五六七八九十".contains(*c) || c.is_ascii_uppercase()
        }
        [c, ..] => ('①'..='⑳').contains(c),
        [] => false,
    }
}

/// A column heading: two to six Han characters (with · | inside), ending as column headings end.
fn is_heading(chars: &[char]) -> bool {
    let bare: Vec<char> = chars
        .iter()
        .copied()
        .filter(|&c| !matches!(c, '【' | '】' | '>' | '■' | '●' | '◆' | '□' | '★' | '[' | ']'))
        .collect();
    (2..=if is_dotted(&bare) { 11 } else { 6 }).contains(&bare.len())
        && bare.iter().all(|&c| is_han(c) || matches!(c, '·' | '|' | '丨'))
        && (is_dotted(&bare)
            || HEADINGS.iter().any(|h| {
                let n = h.chars().count();
                bare.len() >= n && crate::document::starts_with(&bare[bare.len() - n..], h)
            }))
}

/// Two short halves with a dot between, as in 社区·烦心事.
fn is_dotted(chars: &[char]) -> bool {
    let halves: Vec<&[char]> = chars.split(|&c| c == '·').collect();
    halves.len() == 2 && halves.iter().all(|half| (2..=5).contains(&half.len()))
}

/// A date, or one of the words that leads begin with.
fn begins_as_lead(chars: &[char]) -> bool {
    let date = chars.iter().take(12).position(|&c| c == '日').is_some_and(|i| {
        i > 0
            && chars[..i].iter().all(|&c| {
                c.is_ascii_digit() || matches!(c, '年' | '月') || "〇一二三四五六七八九十廿".contains(c)
            })
    });
    date || LEADS.iter().any(|w| crate::document::starts_with(chars, w))
}
