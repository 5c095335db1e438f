//! Lines signed by groups: `中共青石县委通讯组 青石日报记者`.

use super::lexicon::WORDS;
use super::whence::{is_board, is_institution, is_office, is_post, is_titled, is_workplace};
use super::{Byline, alone, trim};
use crate::Span;
use crate::chars::{is_han, unspaced};
use crate::lexicon::begins;

/// The most groups that sign together.
const MOST: usize = 4;
/// The longest name of a group.
const LONGEST: usize = 24;

/// Reads a line that is known to be a byline and holds the names of offices, or of groups that sign for a paper;
/// reporters whom it does not name sign nothing.
///
/// ```
/// use jianbao::byline::office;
/// let signs = |s: &str| office(&s.chars().collect::<Vec<_>>()).map(|byline| byline.signatures.len());
/// assert_eq!(signs("青石县水利局"), Some(1));
/// assert_eq!(signs("中共青石县委通讯组 青石日报记者"), Some(1));
/// assert_eq!(signs("本报评论员"), Some(1));
/// assert_eq!(signs("修好水渠"), None);
/// ```
pub fn office(chars: &[char]) -> Option<Byline> {
    signed(chars, |name| is_office(name) || is_group(name) || is_board(name))
}

/// As [`office`], of groups whose work is writing, and of reporters: between a title and its text they sign, whatever it
/// is like.
pub(crate) fn collective(chars: &[char]) -> Option<Byline> {
    signed(chars, |name| is_group(name) || is_board(name))
}

/// Whether a line begins with an office that somebody holds, whose name follows: 中共青石县委书记 何敏; where the office is
/// may stand before it: 中医科 副主任医师 何敏.
pub(crate) fn begins_titled(chars: &[char]) -> bool {
    let (start, end) = trim(chars);
    let head = &chars[start..end.min(start + 2 * LONGEST)];
    let mut pieces = head.split(|&c| c == ' ').filter(|piece| !piece.is_empty());
    let Some((first, second)) = pieces.next().zip(pieces.next()) else { return false };
    is_titled(first)
        || (is_workplace(first) || is_institution(first)) && is_post(second) && pieces.next().is_some()
}

/// Reads a line whose pieces are groups of a kind, or reporters without names.
fn signed(chars: &[char], is_one: impl Fn(&[char]) -> bool) -> Option<Byline> {
    if chars.len() > MOST * LONGEST {
        return None;
    }
    let (start, end) = trim(chars);
    // 本 报 评 论 员: one name, set letter by letter.
    if end - start <= 2 * LONGEST && is_one(&unspaced(&chars[start..end])) {
        return Some(alone(Span::new(start, end)));
    }
    let mut byline = Byline { signatures: Vec::new(), has_role: true };
    let mut names = 0;
    let mut at = start;
    while at < end {
        let piece = chars[at..end].iter().position(|&c| matches!(c, ' ' | '、')).map_or(end, |n| at + n);
        if piece == at {
            at += 1;
            continue;
        }
        names += 1;
        if names > MOST || piece - at > LONGEST {
            return None;
        }
        let name = &chars[at..piece];
        if is_one(name) {
            byline.signatures.extend(alone(Span::new(at, piece)).signatures);
        } else if !is_unnamed(name) {
            return None;
        }
        at = piece;
    }
    (names > 0).then_some(byline)
}

/// Whether a piece is a group whose work is writing, or a Party or army office: 中共青石县委写作小组.
fn is_group(name: &[char]) -> bool {
    let writes = || name.len() >= 5 && WORDS.groups.ends(name);
    let led = || begins!(name, ["中共", "共青团", "中国共产党", "中国人民解放军"]) && is_office(name);
    (writes() || led()) && name.iter().all(|&c| is_han(c)) && !is_told(name)
}

/// Whether a clause is told of a group: 全县办起报道组.
fn is_told(name: &[char]) -> bool {
    (0..name.len()).any(|at| WORDS.founding.starts(&name[at..]))
}

/// Whether a piece is a reporter whom nobody names: 本报记者, 青石日报通讯员.
fn is_unnamed(name: &[char]) -> bool {
    let (paper, role) = name.split_at(name.len().saturating_sub(3));
    let paper = match role {
        ['通', '讯', '员'] => paper,
        [.., '记', '者'] => &name[..name.len() - 2],
        _ => return false,
    };
    let paper = WORDS.ranks.at_end(paper).map_or(paper, |(length, ())| &paper[..paper.len() - length]);
    WORDS.own.get(paper).is_some() || paper.len() > 2 && WORDS.outlets.ends(paper)
}
