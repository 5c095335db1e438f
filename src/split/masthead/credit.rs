//! Who makes the page and how to reach them: `责编:何敏`, `热线:200000`, `海州县融媒体中心主办`.

use super::day::is_digit;
use super::words::{Value, WORDS};
use crate::chars::is_han;
use crate::lexicon::{begins, ends};

/// Whether a piece is a role of those who make the page, in full.
pub(in crate::split) fn is_role(piece: &[char]) -> bool {
    kind(piece.strip_prefix(&['本', '版']).unwrap_or(piece)).is_some()
}

/// What stands after a role or label that mastheads name: 责编, 图片编辑, 社址.
fn kind(name: &[char]) -> Option<Value> {
    let longer = || (3..=6).contains(&name.len()) && name.iter().all(|&c| is_han(c));
    WORDS
        .credits
        .get(name)
        .or_else(|| WORDS.credit_ends.at_end(name).filter(|_| longer()).map(|(_, value)| value))
}

/// Whether a piece is a role or label with what belongs to it.
pub(super) fn is_credit(piece: &[char]) -> bool {
    const LONGEST: usize = 30;
    let Some(joint) = piece.iter().position(|&c| matches!(c, ':' | '/')) else { return false };
    let led = if WORDS.whose.starts(piece) { joint.min(2) } else { 0 };
    let value = &piece[joint + 1..];
    (1..=LONGEST).contains(&value.len()) && kind(&piece[led..joint]).is_some_and(|kind| fits(kind, value))
}

/// Whether what stands behind a role or label is of its kind.
fn fits(kind: Value, value: &[char]) -> bool {
    let digits = value.iter().filter(|c| is_digit(c)).count();
    let longest = match kind {
        Value::Price => return digits >= 1,
        Value::Contact => return digits >= 3 || value.contains(&'@') || value.contains(&'×'),
        Value::Place => return digits > 0 || value.iter().any(|&c| "市县区镇路街巷道村号楼社".contains(c)),
        Value::Printer => return ends!(value, ["厂", "公司", "中心", "社", "所"]),
        Value::Reviewer => 3,
        Value::Person => 4,
    };
    let is_name = |part: &[char]| part.len() <= longest || part.iter().all(char::is_ascii);
    value.split(|&c| c == '/').all(is_name) || ends!(value, ["部", "社", "室", "中心", "局", "联", "委"])
}

/// Whether a piece says how many sheets or pages the paper has: 今日出纸四大张, 本期共八版.
fn is_extent(piece: &[char]) -> bool {
    let Some((length, ())) = WORDS.extents.at_start(piece) else { return false };
    let number = piece[length..].iter().take_while(|c| is_digit(c) || matches!(c, '两' | '百')).count();
    (1..=4).contains(&number)
        && matches!(
            piece[length + number..],
            ['版' | '张' | '页'] | ['大' | '中', '张'] | ['大', '张', '半'] | ['张', '半']
        )
}

/// The number that a paper is permitted by: 冀出准字06—0041号, before a note: (内部发行).
fn is_permit(piece: &[char]) -> bool {
    let note = if piece.last() == Some(&')') { piece.iter().rposition(|&c| c == '(') } else { None };
    let bare = &piece[..note.unwrap_or(piece.len())];
    bare.last() == Some(&'号')
        && bare.windows(2).any(|pair| matches!(pair, ['准', '字'] | ['证', '字'] | ['广', '字']))
}

/// Whether a piece says in words who issues the paper, where its office is and what it costs.
pub(super) fn is_imprint(piece: &[char]) -> bool {
    // 海州县融媒体中心主办
    let issued =
        (4..=18).contains(&piece.len()) && WORDS.issuers.ends(piece) && piece.iter().all(|&c| is_han(c));
    // 本报社址人民路, 电话二三〇号, 零售每份一元
    let digits = piece.iter().filter(|c| is_digit(c)).count();
    let told = piece.len() <= 20
        && (begins!(piece, ["本报社址", "社址"])
            || digits >= 3 && begins!(piece, ["电话"])
            || digits >= 1
                && WORDS.costs.starts(piece)
                && ends!(piece, ["元", "角", "分", "毛", "仙", "圆", "元整"])
            || digits >= 3 && WORDS.serials.starts(piece)
            || digits >= 3 && is_permit(piece));
    // 来稿请寄县城关镇
    issued || told || is_extent(piece) || piece.len() <= 24 && WORDS.letters.starts(piece)
}
