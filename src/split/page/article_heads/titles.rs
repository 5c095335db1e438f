//! Titles of articles that have heads: further lines of them, and what is printed twice.

use super::{TITLE, folded, numbered};
use crate::chars::{byte, forms, is_han};
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line, Set};
use crate::split::page::Aside;
use crate::split::words::WORDS;

/// Where a text goes on behind a title that it begins with and a space, whatever spaces stand in both; `None` where it
/// doesn't.
pub(super) fn behind_title(text: &str, title: &str) -> Option<usize> {
    let mut rest = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let mut at = 0;
    for c in title.chars().filter(|c| !c.is_whitespace()) {
        let (byte, same) = rest.next()?;
        if same != c {
            return None;
        }
        at = byte + same.len_utf8();
    }
    let apart = text[at..].chars().next().is_none_or(char::is_whitespace);
    apart.then(|| text.len() - text[at..].trim_start().len())
}

/// Where a text goes on that begins with its title, with no space between them, and then calls somebody:
/// 信箱|何敏同志: 来信收到.
pub(super) fn glued_title(text: &str, title: &str) -> Option<usize> {
    const CALL: usize = 24;
    let rest = text.strip_prefix(title).filter(|_| !title.is_empty())?;
    let call: String = rest.chars().take(CALL).take_while(|c| !matches!(c, ':' | '：')).collect();
    let calls = WORDS.called.ends(&folded(&call)) || call.ends_with(['君', '问']);
    (calls && call.len() < rest.len()).then_some(title.len())
}

/// Where a line (folded) calls the editors behind a title that no space parts from it: 望有关部门纠正|编辑同志:.
pub(in crate::split::page) fn salute(chars: &[char]) -> Option<usize> {
    const CALL: [char; 5] = ['编', '辑', '同', '志', ':'];
    const SHORTEST: usize = 6;
    const LONGEST: usize = 40;
    let title = chars.strip_suffix(&CALL)?;
    let (last, fits) = (*title.last()?, (SHORTEST..=LONGEST).contains(&title.len()));
    (fits && is_han(last) && !matches!(last, '的' | '致' | '给' | '位' | '报' | '刊' | '爱'))
        .then_some(title.len())
}

/// How many bytes of a text are further lines of its headline, each with a space behind it, before a lead marker.
pub(super) fn decks(text: &str) -> usize {
    const MOST: usize = 5;
    let mut length = 0;
    for part in text.split_inclusive(char::is_whitespace).take(MOST) {
        let line = part.trim_end();
        let chars = folded(line);
        let line = Line::new(0, line, &chars);
        if line.has(E::Marker) {
            return length;
        }
        if line.has(E::Closed) || chars.len() > 2 * TITLE || line.is_signed_alone() {
            break;
        }
        length += part.len();
    }
    0
}

/// Says of the lines between an article's title and its lead marker, or the call that begins a letter, that they are of
/// the headline, however long, but for bylines and sentences.
pub(in crate::split::page) fn mark_decks(lines: &mut [Line<'_>]) {
    const MOST: usize = 5;
    const SIGNED: Set = Set::of(&[E::Byline, E::Names, E::Pen, E::Sent, E::Closed]);
    for first in 0..lines.len() {
        if lines[first].given != Some(Given::Label(Label::Headline)) {
            continue;
        }
        let below = lines[first + 1..].iter().take(MOST).take_while(|line| line.given == Some(Given::Body));
        let Some(decks) = below.clone().position(|line| line.has(E::Marker) || line.has(E::Salute)) else {
            continue;
        };
        for line in &mut lines[first + 1..][..decks] {
            let asks = line.has(E::Title) && line.text.ends_with(['?', '？', '!', '！']);
            if asks || !line.evidence().any(SIGNED) {
                line.given = Some(Given::Label(Label::Deck));
            }
        }
    }
}

/// What a column holds several of below one head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Several {
    /// Their titles have blank lines above them.
    Briefs,
    Letters,
}

impl Several {
    /// By the column's name: 社区短波, 读者来信.
    fn of(column: &str) -> Option<Self> {
        let name = forms(column);
        let briefs = WORDS.briefs.ends(&name).then_some(Several::Briefs);
        briefs.or_else(|| WORDS.letters.ends(&name).then_some(Several::Letters))
    }
}

/// What a title of such is not: a call, a part, a name.
const PARTS: Set = Set::of(&[E::Salute, E::Colon, E::Numbered, E::Byline, E::Names, E::Sender, E::Sent]);

/// Whether some of a place or body sign, unnamed: 东湖路中学部分教师.
fn signs_for_many(line: &Line<'_>) -> bool {
    ["部分", "全体"].iter().any(|word| line.text.contains(word))
}

/// Says of the titles of briefs, or letters, that stand in one column below one head, that each begins an article.
pub(in crate::split::page) fn mark_several(lines: &mut [Line<'_>]) {
    let mut column = None;
    for i in 1..lines.len().saturating_sub(1) {
        let [above, line, below] = &lines[i - 1..=i + 1] else { continue };
        if above.given == Some(Given::Label(Label::Section)) {
            column = Several::of(above.text);
        } else if line.has(E::Apart) {
            column = None;
        }
        let body = |line: &Line<'_>| line.given == Some(Given::Body);
        let ended = above.has(E::Closed) || above.is_signed_alone() || signs_for_many(above);
        let apart = column.is_some_and(|column| column == Several::Letters || line.has(E::Gap));
        if apart
            && ended
            && !signs_for_many(line)
            && body(line)
            && body(below)
            && line.has(E::Title)
            && !line.evidence().any(PARTS)
            && !below.has(E::Title)
            && !is_note(below.text)
        {
            lines[i].given = Some(Given::Label(Label::Headline));
        }
    }
}

/// Whether a line is a note of the editors on what stands above: 编者的话:…
fn is_note(text: &str) -> bool {
    text.split_once([':', '：']).is_some_and(|(name, _)| WORDS.asides.get(&forms(name)).is_some())
}

/// Says of lines below crossheads that they begin anew: where paragraphs stand on lines of their own, so do titles.
pub(in crate::split::page) fn mark_whole(lines: &mut [Line<'_>]) {
    const PARAGRAPH: usize = 60;
    const LONGEST: usize = 30;
    let whole = |line: &Line<'_>| line.length > PARAGRAPH && line.has(E::Closed);
    for i in 2..lines.len() {
        let title = &lines[i - 1];
        let body = matches!(title.given, None | Some(Given::Body));
        let crosshead = body && title.has(E::Title) && title.length <= LONGEST;
        if crosshead && lines[i - 2].has(E::Closed) && whole(&lines[i]) {
            lines[i].forget(E::Broken);
        }
    }
}

/// Sets aside titles above the heads of their articles, which say the same as the lines below the head. Where titles are
/// numbered there, all are set aside: some say less than those below (5. 图片).
pub(in crate::split::page) fn set_titles_aside<'a>(lines: &mut Vec<Line<'a>>, aside: &mut Vec<Aside<'a>>) {
    const MOST: usize = 5;
    let begins = |line: &Line<'_>| line.given == Some(Given::Label(Label::Headline));
    let columns = |at: usize| {
        let rest = lines[at + 1..].iter().take(MOST + 1);
        rest.skip_while(|line| line.given == Some(Given::Label(Label::Section)))
    };
    let stands_above = |at: usize| {
        let title = &lines[at];
        !begins(title) && !title.has(E::Closed) && lines.get(at + 1).is_some_and(|line| line.has(E::Apart))
    };
    let repeats = |at: usize| {
        let mut below = columns(at).take(MOST);
        let mut rest = lines[at].text.chars().filter(|c| !c.is_whitespace()).peekable();
        stands_above(at)
            && below.all(|line| {
                rest.peek().is_none()
                    || line.text.chars().filter(|c| !c.is_whitespace()).all(|c| rest.next() == Some(c))
            })
            && rest.peek().is_none()
    };
    let mut repeated: Vec<bool> = (0..lines.len()).map(repeats).collect();
    let number = |at: usize| {
        let starts = lines[at].text.starts_with(|c: char| c.is_ascii_digit()) && stands_above(at);
        starts.then(|| numbered(&folded(lines[at].text))).flatten()
    };
    // Each numbered title, and whether a title stands below its head too. Where none does, they are the only ones.
    let counted: Vec<(usize, usize, bool)> = (0..lines.len())
        .filter_map(|at| Some((at, number(at)?.1, columns(at).next().is_some_and(begins))))
        .collect();
    let doubled = counted.iter().any(|(.., doubled)| *doubled);
    for (at, from, _) in counted {
        let title = &lines[at];
        if doubled {
            repeated[at] = true;
        } else {
            let text = &title.text[byte(title.text, from)..];
            let mut line = Line::new(title.number, text, &folded(text));
            line.blank = title.blank;
            line.given = Some(Given::Label(Label::Headline));
            lines[at] = line;
        }
    }
    let mut at = 0;
    lines.retain(|line| {
        at += 1;
        if repeated[at - 1] {
            aside.push(Aside { number: line.number, text: line.text, class: "repeat" });
        }
        !repeated[at - 1]
    });
}
