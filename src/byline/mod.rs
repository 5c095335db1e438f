//! The grammar of bylines: roles, names, and what stands between them.
//!
//! One grammar serves the splitter (is this line a byline?) and the correspondents extractor (who signed?). It reads a
//! run of folded characters that should hold a byline and nothing else.

mod assign;
mod collective;
mod lexicon;
mod notes;
mod pieces;
mod role;
mod slot;
mod tail;
#[cfg(test)]
mod tests;
mod whence;

pub use collective::office;
pub(crate) use collective::{begins_titled, collective};
pub use tail::tail;
pub(crate) use tail::together;
pub(crate) use whence::{
    is_city, is_department, is_local_office, is_office, is_outlet, is_part, is_pet_name, is_polite,
    is_stranger, is_titled,
};

use crate::Span;
use crate::chars::unspaced;
use crate::lexicon::begins;
use crate::names;
use crate::record::CorrespondentKind;
pub(crate) use lexicon::is_prose;
use lexicon::{WORDS, begins_note, is_bullet, is_joint};
pub(crate) use notes::{after_metadata, beside_metadata, is_note};
use role::Role;

/// Somebody who signed. Positions count from the start of the slice that was read; spaces that only justify a line may
/// stand inside ([`text`] leaves them out).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The name.
    pub span: Span,
    /// The role, without the outlet.
    pub role: Option<Span>,
    /// What the role amounts to.
    pub kind: CorrespondentKind,
    /// Printed with the role.
    pub outlet: Option<Span>,
    /// How the name was parted from others that it ran together with: the lengths of the names, and how many times
    /// likelier they are than the next best: `3+2 40:1 2+3`.
    pub parted: Option<String>,
}

/// A byline that was read as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// Who signed, in printed order; editors are left out.
    pub signatures: Vec<Signature>,
    /// Whether a role stands in it: `通讯员 张三` is surely a byline, `张三` may be one.
    pub has_role: bool,
}

/// What stands in a span of the line that was read, without spaces.
pub fn text(chars: &[char], span: Span) -> String {
    chars[span.start..span.end].iter().filter(|&&c| c != ' ').collect()
}

/// The letters of a name that was read, without spaces.
pub(crate) fn name(chars: &[char], span: Span) -> Vec<char> {
    unspaced(&chars[span.start..span.end]).into_owned()
}

/// Reads `chars` (folded and simplified) as a byline from end to end, or refuses.
///
/// Accepted: bullets before, one pair of brackets around, roles before or after names, names parted by spaces, 、 and /
/// or by nothing, verbs after names (`采访整理`), institutions under a role.
///
/// ```
/// use jianbao::byline::{read, text};
/// let chars: Vec<char> = "本报记者 王  正 通讯员 李晓芳张建国".chars().collect();
/// let signed = read(&chars).unwrap().signatures;
/// let names: Vec<_> = signed.iter().map(|s| text(&chars, s.role.unwrap()) + " " + &text(&chars, s.span)).collect();
/// assert_eq!(names, ["记者 王正", "通讯员 李晓芳", "通讯员 张建国"]);
/// assert!(read(&"记者从市民政局获悉".chars().collect::<Vec<_>>()).is_none());
/// ```
pub fn read(chars: &[char]) -> Option<Byline> {
    read_run(chars, false, false)
}

/// As [`read`], of bylines that hold a role; others are refused at a look.
pub fn read_signed(chars: &[char]) -> Option<Byline> {
    read_run(chars, true, false).filter(|byline| byline.has_role)
}

/// Whether a line holds the role of somebody who signs and nothing else: 本报通讯员.
pub(crate) fn is_bare_role(chars: &[char]) -> bool {
    const LONGEST: usize = 10;
    let (start, end) = trim(chars);
    (2..=LONGEST).contains(&(end - start))
        && (start..end).any(|at| {
            role::role_at(chars, start, at, end).is_some_and(|(role, after)| {
                let signs = role.before && role.kind.is_some() && !role.editor && role.word.len() > 1;
                signs && after == end && role::title_start(chars, start, at).1 == start
            })
        })
}

/// As [`read_signed`], of what ends where a report is from: `中央社记者张晓明台北`.
pub fn read_wired(chars: &[char]) -> Option<Byline> {
    read_run(chars, true, true).filter(|byline| byline.has_role)
}

fn read_run(chars: &[char], signed: bool, reported: bool) -> Option<Byline> {
    const LIMIT: usize = 90;
    let (start, end) = trim(chars);
    let start = start.max(notes::after_metadata(chars)).min(end);
    let end = match chars[start..end].iter().find(|&&c| is_prose(c) || begins_note(c)) {
        // No note begins before it.
        Some(&c) if is_prose(c) => return None,
        Some(_) => before_notes(chars, start, end)?,
        None => end,
    };
    if start >= end || end - start > LIMIT {
        return None;
    }
    let start = notes::after_lead(chars, start, end);
    let end = notes::before_others(chars, start, notes::before_source(chars, start, end));
    if start >= end || end - start > LIMIT || signed && !role::stands_in(chars, start, end) {
        return None;
    }
    let items = items(chars, start, end, reported)?;
    assign::assign(chars, &items)
}

/// Where a byline ends that notes of any kind follow; `None` where prose stands before them.
fn before_notes(chars: &[char], start: usize, end: usize) -> Option<usize> {
    let end = notes::before_notes(chars, start, notes::before_metadata(chars, start, end));
    let prose = |end: usize| chars[start..end].iter().any(|&c| is_prose(c));
    let end = if prose(end) { notes::before_prose(chars, start, end) } else { end };
    (!prose(end)).then_some(end)
}

/// Reads a line that is known to be a byline, whatever name stands in it: two to four Han characters, behind where
/// the writer is from.
///
/// ```
/// use jianbao::byline::{pen_name, text};
/// let chars = |s: &str| s.chars().collect::<Vec<_>>();
/// let name = |s: &str| pen_name(&chars(s)).map(|byline| text(&chars(s), byline.signatures[0].span));
/// assert_eq!(name("□ 石头河").as_deref(), Some("石头河"));
/// assert_eq!(name("岭下镇 桃花").as_deref(), Some("桃花"));
/// assert_eq!(name("□吴朵 青石市 教师").as_deref(), Some("吴朵"));
/// assert_eq!(name("东花园部分居民"), None);
/// ```
pub fn pen_name(chars: &[char]) -> Option<Byline> {
    let (mut start, end) = trim(chars);
    let run = &chars[start..end];
    if let Some(space) =
        run.iter().position(|&c| c == ' ').filter(|&space| whence::is_institution(&run[..space]))
    {
        start += space + run[space..].iter().take_while(|&&c| c == ' ').count();
    }
    if let Some(byline) = beside_place(chars, start, end).or_else(|| before_place(chars, start, end)) {
        return Some(byline);
    }
    let span = Span::new(start, end);
    let name = unspaced(&chars[start..end]);
    let fits = (2..=4).contains(&name.len()) && name.iter().all(|&c| crate::chars::is_han(c));
    // 景  泰: what spaces justify is a name, whatever place is called so.
    let apart = name.len() == 2 && end - start > 2;
    (fits
        && (apart || !whence::is_institution(&name))
        && !slot::is_nobody(&name)
        && !WORDS.members.ends(&name)
        && !name.windows(2).any(|pair| pair == ['读', '者']))
    .then(|| alone(span))
}

/// Reads a line that is known to be a byline and holds the name of a part of a house: 外语学院, (生产处).
pub(crate) fn part(chars: &[char]) -> Option<Byline> {
    let (start, end) = trim(chars);
    let name = unspaced(&chars[start..end]);
    whence::is_part(&name).then(|| alone(Span::new(start, end)))
}

/// Reads a name before where the writer is from, and what: `吴朵 青石市 教师`.
fn before_place(chars: &[char], start: usize, end: usize) -> Option<Byline> {
    const LONGEST: usize = 10;
    let run = &chars[start..end];
    let length = run.iter().position(|&c| c == ' ')?;
    let mut rest = run[length..].split(|&c| c == ' ').filter(|piece| !piece.is_empty());
    let fits = names::is_chinese_name(&run[..length])
        && !slot::is_nobody(&run[..length])
        && rest.next().is_some_and(whence::is_institution)
        && rest.all(|piece| piece.len() <= LONGEST && piece.iter().all(|&c| crate::chars::is_han(c)));
    fits.then(|| alone(Span::new(start, start + length)))
}

/// Reads names behind a place that no list has: `拱北 凌波`.
fn beside_place(chars: &[char], start: usize, end: usize) -> Option<Byline> {
    const MOST: usize = 3;
    let mut pieces: Vec<Span> = Vec::new();
    for at in (start..end).filter(|&at| chars[at] != ' ') {
        match pieces.last_mut() {
            Some(piece) if piece.end == at => piece.end += 1,
            _ => pieces.push(Span::new(at, at + 1)),
        }
    }
    let (place, named) = pieces.split_first()?;
    let text = |span: &Span| &chars[span.start..span.end];
    let letters =
        |span: &Span| (2..=3).contains(&span.len()) && text(span).iter().all(|&c| crate::chars::is_han(c));
    let likely = |span: &Span, least: f32| names::odds(text(span)).is_some_and(|odds| odds >= least);
    let known = |span: &Span| {
        whence::is_pet_name(text(span)) || whence::is_city(text(place)) && whence::is_stranger(text(span))
    };
    let least = if named.len() == 1 { -2.0 } else { 1.0 };
    let fits = (1..=MOST).contains(&named.len())
        && (letters(place) || whence::is_place(text(place)))
        && !likely(place, 0.0)
        && named.iter().all(|span| {
            letters(span) && (likely(span, least) || known(span)) && !slot::is_nobody(text(span))
        });
    fits.then(|| {
        let signatures = named.iter().flat_map(|&span| alone(span).signatures).collect();
        Byline { signatures, has_role: false }
    })
}

/// Reads what a bracket behind the last sentence holds, where it is no known name: an office, or two or three letters
/// that are set apart or make no word (白者黑, 小禾).
fn closing(chars: &[char]) -> Option<Byline> {
    let (start, end) = trim(chars);
    let run = &chars[start..end];
    let name = unspaced(run);
    let spaced = run.len() > name.len() && run.windows(2).all(|pair| pair.contains(&' '));
    let apart = spaced && (2..=3).contains(&name.len());
    let fits = name.iter().all(|&c| crate::chars::is_han(c)) && !slot::is_nobody(&name);
    // 见图三, 左起二: what notes are made of.
    const NOTES: &str =
        "图左右上下见本据转接完待续摘注附如前中第共略载表起同时月日岁男女化括一二三四五六七八九十";
    let strange = (2..=3).contains(&name.len())
        && !name.iter().any(|&c| NOTES.contains(c))
        && !name.windows(2).any(|pair| names::is_word_pair(pair[0], pair[1]))
        // (含税), (价另议) begin as no name does.
        && (matches!(name[0], '小' | '阿' | '老') || names::odds(&name).is_some_and(|odds| odds > -6.0));
    let apart = apart || strange || whence::is_press(&name);
    let group = whence::is_office(&name)
        || whence::is_department(&name)
        || whence::is_board(&name)
        || whence::is_township(&name);
    (fits && (apart || group)).then(|| alone(Span::new(start, end)))
}

/// A byline of one name without a role.
fn alone(span: Span) -> Byline {
    let signature =
        Signature { span, role: None, kind: CorrespondentKind::Author, outlet: None, parted: None };
    Byline { signatures: vec![signature], has_role: false }
}

/// Drops spaces, bullets, dots or circles on both sides and one pair of brackets around.
fn trim(chars: &[char]) -> (usize, usize) {
    let (mut start, mut end) = (0, chars.len());
    // ·何敏·, ○何敏○
    if let [first @ ('·' | '〇'), .., last] = chars
        && first == last
        && end > 2
    {
        (start, end) = (1, end - 1);
    }
    while start < end && is_bullet(chars[start]) {
        start += 1;
    }
    while start < end && is_bullet(chars[end - 1]) {
        end -= 1;
    }
    // N本报记者: a bullet that lost its font.
    if chars[start..end].first().is_some_and(char::is_ascii_alphabetic)
        && begins!(&chars[start + 1..end], ["本报", "记者", "通讯员", "见习记者", "实习生"])
    {
        start += 1;
    }
    if end - start >= 2
        && matches!(chars[start], '(' | '[' | '【' | '〔')
        && matches!(chars[end - 1], ')' | ']' | '】' | '〕')
    {
        start += 1;
        end -= 1;
    }
    (start, end)
}

/// What a byline is made of.
enum Item {
    Role { role: &'static Role, text: Span, outlet: Option<Span> },
    Name(slot::Named),
}

/// Cuts the run into roles and names; `None` where something is neither.
fn items(chars: &[char], start: usize, end: usize, reported: bool) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    let mut names_from = start;
    let mut at = start;
    while at < end {
        let Some((role, after)) = role::role_at(chars, start, at, end) else {
            at += 1;
            continue;
        };
        let (text_from, outlet_from) = role::title_start(chars, names_from, at);
        let under_role =
            items.last().is_some_and(|i| matches!(i, Item::Role { .. })) || role.after && role.kind.is_some();
        let slot = slot::Slot {
            under_role,
            // 某县报道组 本报记者 张三: who writes for another paper is none of it.
            before_role: role.before && !role.after && (outlet_from == text_from || role.editor),
            reported: role.is_report(),
            lone: false,
        };
        // 青石读者 洪小岩: where the person is from.
        let is_member = WORDS.members.get(&chars[text_from..after]).is_some();
        let from = |&at: &usize| is_member && !is_joint(chars[at - 1]);
        let names_to =
            (names_from + 1..=outlet_from).rev().take_while(from).last().map_or(outlet_from, |at| at - 1);
        slot::names_between(chars, names_from, names_to, slot)
            .map(|names| items.extend(names.into_iter().map(Item::Name)))?;
        let (text, outlet) = (Span::new(text_from, after), Span::new(outlet_from, text_from));
        items.push(Item::Role { role, text, outlet: (!outlet.is_empty()).then_some(outlet) });
        at = after;
        names_from = after;
    }
    let under_role = items.last().is_some_and(|i| matches!(i, Item::Role { .. }));
    let lone = !reported
        && matches!(&items[..], [Item::Role { outlet: None, .. }])
        && !is_joint(chars[names_from.min(end - 1)]);
    slot::names_between(
        chars,
        names_from,
        end,
        slot::Slot { under_role, before_role: false, reported, lone },
    )
    .map(|names| items.extend(names.into_iter().map(Item::Name)))?;
    Some(items)
}
