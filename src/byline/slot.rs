//! The slots between roles: names, names run together, institutions.

use super::lexicon::WORDS;
use super::pieces::{apart, before_place, justified, pieces};
use super::whence::{
    glued_name, is_home, is_institution, is_member, is_pet_name, is_place, is_polite, is_post, is_press,
    is_titled, is_workplace,
};
use crate::chars::{is_han, unspaced};
use crate::{Span, names};

/// The most characters that a name has without dots: 巴音吉日嘎拉 and longer.
const LONGEST_NAME: usize = 8;

/// What stands around a slot.
#[derive(Clone, Copy, Default)]
pub(super) struct Slot {
    /// A role before it covers its names, or one behind it does.
    pub(super) under_role: bool,
    /// A role follows that stands before names: what is left in front of it is no signature (`东湖街道 通讯员 张三`).
    pub(super) before_role: bool,
    /// 报道 follows: the last piece may be a place (`记者张三/台北报道`).
    pub(super) reported: bool,
    /// Nothing but 记者 stands before it: 记者跑腿 is the name of a column.
    pub(super) lone: bool,
}

/// A name in a slot.
pub(super) struct Named {
    pub(super) span: Span,
    /// How names that were run together were parted.
    pub(super) parted: Option<String>,
}

/// The names of a slot, with their printed spans; `None` where something is no name.
pub(super) fn names_between(chars: &[char], from: usize, to: usize, slot: Slot) -> Option<Vec<Named>> {
    let to = if slot.reported { before_place(chars, from, to) } else { to };
    let pieces = apart(chars, pieces(chars, from, to));
    // 张晓明 向晚: beside a clear name any other is one.
    let clear = |p: &Span| {
        p.len() == 3 && is_bare_name(&chars[p.start..p.end], 3)
            || p.len() == 2 && names::is_likely_name(&chars[p.start..p.end])
    };
    let names_follow = |mut i: usize, mut sure: bool, mut any: bool| {
        // 骨科 副主任医师 何敏
        while i + 1 < pieces.len() && is_post(&chars[pieces[i].start..pieces[i].end]) {
            i += 1;
            (sure, any) = (true, true);
        }
        while i < pieces.len() {
            let joined = justified(chars, &pieces[i..]);
            let text = unspaced(&chars[pieces[i].start..pieces[i + joined - 1].end]);
            let foreign = names::is_dotted_name(&text) || names::is_steppe_name(&text);
            // 儿科 主任医师 宛如月: behind an office any letters are a name.
            let named = names::is_chinese_name(&text) || any && is_short(&text);
            if !foreign && !named {
                return false;
            }
            sure |= foreign || joined > 1 || clear(&pieces[i]);
            i += joined;
        }
        sure
    };
    let company = !slot.under_role && pieces.len() > 1 && pieces.iter().any(clear);
    // 人民医院肾内科护士长 甘露: an office and where.
    let told = |text: &[char]| text.len() >= SURE;
    // 湖南 章法: behind where the writer is from.
    let mut placed = false;
    // 省农科院 研究员 何敏: behind where the writer works.
    let mut belongs = false;
    let mut held = false;
    // 乐清 郑先生
    let unnamed = !slot.under_role
        && pieces.len() > 1
        && pieces.last().is_some_and(|p| is_polite(&chars[p.start..p.end]));
    let mut out = Vec::new();
    let mut i = 0;
    while i < pieces.len() {
        let joined = justified(chars, &pieces[i..]);
        let piece = Span::new(pieces[i].start, pieces[i + joined - 1].end);
        i += joined;
        // 东湖社区 张三, 东湖街道 通讯员 张三: whom the person belongs to.
        let text = &chars[piece.start..piece.end];
        let more = i < pieces.len();
        // 陈志远/台南市
        let behind = !more && !out.is_empty() && !slot.under_role && chars[piece.start - 1] == '/';
        let home = !slot.under_role && pieces.len() == 2 && i == 1 && {
            let next = &chars[pieces[1].start..pieces[1].end];
            pieces[1].start == piece.end + 1 && chars[piece.end] == ' ' && is_home(text, next)
        };
        let affiliation = home
            || more && (is_member(text) || unnamed || text.len() > 4 && WORDS.members.ends(text))
            || more
                && (is_titled(text) || belongs && is_post(text))
                && names_follow(i, belongs || told(text), belongs)
            || behind && is_institution(text)
            || !slot.under_role && (more || slot.before_role) && is_institution(text)
            || more && is_workplace(text) && names_follow(i, false, false);
        // 邓遂平 小 禾: what spaces justify is a name.
        let justified = joined == 2 && text.contains(&' ') && text.iter().all(|&c| c == ' ' || is_han(c));
        let beside = (company || placed && text.len() > 2)
            && (is_name_in_company(text) || company && justified && !is_nobody(&unspaced(text)))
            && !is_polite(text);
        // 女儿 小 雪
        let beside = beside || belongs && !more && justified && is_pet_name(&unspaced(text));
        held = affiliation && belongs && is_post(text) || held && !affiliation && is_short(text);
        belongs |= affiliation;
        if affiliation {
            placed = is_place(text);
        } else if placed && text.len() == 2 && names::odds(text).is_none_or(|odds| odds < 0.0) {
            // 河北 任丘
            return None;
        } else if beside || held {
            out.push(Named { span: piece, parted: None });
        } else {
            read_piece(chars, piece, slot, &mut out)?;
        }
    }
    // 记者张三台北报道: what no name is like is where the report comes from.
    if slot.reported
        && let [.., before, last] = &out[..]
        && before.span.end == last.span.start
        && names::odds(&chars[last.span.start..last.span.end]).is_none_or(|odds| odds < -1.0)
    {
        out.pop();
    }
    Some(out)
}

/// From how many characters on an office says where it is too.
const SURE: usize = 8;

/// Whether a piece is as long as names are: two or three Han characters.
fn is_short(piece: &[char]) -> bool {
    (2..=3).contains(&piece.len()) && piece.iter().all(|&c| is_han(c))
}

/// Reads one piece of text without joints: a name, names run together, or an institution.
fn read_piece(chars: &[char], piece: Span, slot: Slot, out: &mut Vec<Named>) -> Option<()> {
    let under_role = slot.under_role;
    let text = unspaced(&chars[piece.start..piece.end]);
    if text.len() > 2 && text.ends_with(&['等']) {
        // 通讯员 张晓明等: and others.
        return read_piece(chars, Span::new(piece.start, piece.end - 1), slot, out);
    }
    if text.len() == piece.len()
        && let Some(at) = glued_name(&text)
    {
        out.push(Named { span: Span::new(piece.start + at, piece.end), parted: None });
        return Some(());
    }
    let whole = || Named { span: piece, parted: None };
    if text.is_empty() || under_role && is_nobody(&text) {
        return Some(());
    }
    if text.contains(&'·') {
        let is_name = names::is_dotted_name(&text) && (under_role || names::is_transcribed(&text));
        return is_name.then(|| out.push(whole()));
    }
    if !text.iter().all(|&c| is_han(c)) || is_phrase(&text) {
        return None;
    }
    // Without a role only what is surely an office: 共建和谐社区 is a headline.
    let ends = if under_role { &WORDS.institutions } else { &WORDS.offices };
    if text.len() >= 3 && (under_role || text.len() >= 5) && ends.ends(&text) {
        out.push(whole());
        return Some(());
    }
    if !under_role {
        if is_bare_name(&text, piece.len()) {
            out.push(whole());
            return Some(());
        }
        let parting = run_together(&text).filter(|_| text.len() == piece.len())?;
        part(piece, &parting, out);
        return Some(());
    }
    if is_japanese(&text) {
        out.push(whole());
        return Some(());
    }
    if text.len() == piece.len()
        && let Some(parting) = names::parting(&text)
        && !is_one_long_name(&text, &parting.lengths)
    {
        part(piece, &parting, out);
        return Some(());
    }
    // Pen names, minority names without dots, rare surnames: the role says that it is a name. 记者跑腿: a word is none.
    // 左 岸: what is set apart is a name.
    let apart = text.len() < piece.len();
    let word = matches!(text[..], [a, b] if slot.lone && !apart && names::is_word_pair(a, b) && names::odds(&text).is_none_or(|o| o < -6.0));
    let plausible = !word && (2..=5).contains(&text.len()) || text.len() <= 9 && names::is_transcribed(&text);
    plausible.then(|| out.push(whole()))
}

/// Two names run together that are each clearly one: 张晓明李芳.
fn run_together(text: &[char]) -> Option<names::Parting> {
    const CLEAR: f32 = 3.0;
    let parting = Some(text).filter(|text| (5..=6).contains(&text.len())).and_then(names::parting)?;
    let mut at = 0;
    let clear = parting.lengths.iter().all(|length| {
        at += length;
        *length < 4 && names::odds(&text[at - length..at]).is_some_and(|odds| odds > CLEAR)
    });
    (clear && parting.lengths.len() == 2).then_some(parting)
}

/// The names of a piece, one behind the other.
fn part(piece: Span, parting: &names::Parting, out: &mut Vec<Named>) {
    let shape = |lengths: &[usize]| lengths.iter().map(usize::to_string).collect::<Vec<_>>().join("+");
    let parted = (parting.lengths.len() > 1).then(|| match &parting.next {
        Some((other, times)) => format!("{} {times:.0}:1 {}", shape(&parting.lengths), shape(other)),
        None => shape(&parting.lengths),
    });
    let mut at = piece.start;
    for length in &parting.lengths {
        let span = Span::new(at, at + length);
        out.push(Named { span, parted: parted.clone() });
        at += length;
    }
}

/// 石老山保, 呼和牧仁: four characters or more that part only into unlikely names are one.
fn is_one_long_name(text: &[char], lengths: &[usize]) -> bool {
    let least = if names::begins_steppe_name(text) { -0.5 } else { -3.0 };
    let unlikely = |name: &[char]| names::odds(name).is_none_or(|odds| odds < least);
    let mut at = 0;
    if lengths.len() > 1 && names::is_steppe_name(text) && text.len() <= 6 {
        return true;
    }
    lengths.len() > 1
        && (text.len() <= 4 || names::is_transcribed(text))
        && lengths.iter().any(|length| {
            at += length;
            unlikely(&text[at - length..at])
        })
}

/// 山本信太郎: a Japanese surname, and a given name of two or three characters.
fn is_japanese(text: &[char]) -> bool {
    (4..=5).contains(&text.len()) && names::japanese_surname(text).is_some()
}

/// Whether a piece beside a clear name is one too.
fn is_name_in_company(text: &[char]) -> bool {
    // 翟所军, 陈地长: a common surname, whatever follows.
    let odd = || {
        text.len() == 3
            && names::surname(text).is_some_and(|(_, share)| share > 0.02)
            && !"社队站所校院厂班组部局区县市镇乡村路街会办处科室系".contains(text[2])
            && text.iter().all(|&c| is_han(c))
            && !names::is_no_name(text)
    };
    names::is_chinese_name(text) || text.len() >= 3 && names::is_transcribed(text) || is_press(text) || odd()
}

/// Whether a piece without a role is a name: 李芳, 居安, but not 平安 or 安全第一. Where a line or bracket holds nothing
/// else, a rare name counts too, unless a word stands in it; spaces inside make a name likelier.
fn is_bare_name(text: &[char], printed: usize) -> bool {
    let word = |at: usize| matches!(text[at..], [a, b, ..] if names::is_word_pair(a, b));
    if text.len() > LONGEST_NAME {
        return false;
    }
    if names::is_steppe_name(text) {
        return true;
    }
    let least = match text.len() {
        n if n < printed => -5.0,
        2 | 3 if !word(0) && !word(1) => -7.0,
        3 if !word(0) => -3.5,
        2 => -4.2,
        _ => -2.0,
    };
    names::odds(text).is_some_and(|odds| odds >= least)
}

/// Whether a piece stands where a name would and names nobody: 受访者供图, 图片由社区提供.
pub(super) fn is_nobody(text: &[char]) -> bool {
    let given = text.ends_with(&['提', '供']) || text.ends_with(&['供', '图']);
    given && matches!(text, ['图', ..] | ['照', '片', ..] | ['视', '频', ..] | ['受', '访', ..])
        || WORDS.nobody.get(text).is_some()
}

/// Whether a piece under a role reads as a phrase and not as a name: 记者从…, 记者了解到.
fn is_phrase(text: &[char]) -> bool {
    // 于小洋, 李及文 are names: a surname, and no more than a name has.
    let begins =
        |at: usize| at > 1 && [&text[..at], &text[at..]].iter().all(|part| names::is_chinese_name(part));
    let named = (2..=3).contains(&text.len()) && names::surname(text).is_some()
        || matches!(text, ['把', _, _]) && names::odds_of_rare(text).is_some_and(|odds| odds > 0.0)
        || text.len() <= 6 && text.iter().rposition(|&c| c == '于').is_some_and(begins);
    !named && text.iter().any(|c| matches!(c, '与' | '将' | '于' | '及' | '把'))
        || WORDS.phrase_ends.ends(text)
        || WORDS.phrases.starts(text)
}
