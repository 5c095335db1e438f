//! Forms that a whole line takes: rows, captions, items of lists, talk, days, leads.

use super::scan::Scan;
use crate::byline;
use crate::chars::is_han;
use crate::lexicon::{begins, ends};
use crate::names;
use crate::split::words::WORDS;

/// Whether a line is a row of a table: numbered, with spaces between its cells and figures in them, or with two cells and
/// more that are figures.
pub(super) fn is_row(chars: &[char], scan: &Scan) -> bool {
    if scan.parts < 3 || !scan.is_prose {
        return begins!(chars, ["(单位:"]);
    }
    let cells = chars.split(|&c| c == ' ').filter(|cell| !cell.is_empty());
    let is_figure = |cell: &&[char]| {
        cell[0].is_ascii_digit()
            && cell.iter().all(|&c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-' | '—'))
    };
    if cells.filter(is_figure).count() >= 2 {
        return true;
    }
    let figures =
        chars.iter().zip(chars.iter().skip(1)).filter(|(a, b)| a.is_ascii_digit() && !b.is_ascii_digit());
    let numbered = chars[0].is_ascii_digit() && scan.parts >= 4 && figures.count() >= 4;
    // What heads a table.
    numbered || begins!(chars, ["(单位:"])
}

/// Whether a line begins as captions do: `图为…`, `图①:…`, `上图:…`, `▶…`.
pub(super) fn is_caption(chars: &[char]) -> bool {
    if matches!(chars[0], '▶' | '◀' | '►' | '◄' | '→' | '←' | '↑' | '↓') && chars.get(1) != Some(&chars[0])
    {
        return true;
    }
    let picture = chars.iter().take(3).position(|&c| c == '图');
    picture.is_some_and(|at| match chars.get(at + 1) {
        Some('为' | ':' | '①'..='⑳') => at == 0 || matches!(chars[0], '上' | '下' | '左' | '右'),
        Some(&c) => at == 0 && is_ordinal(c),
        None => false,
    })
}

pub(super) fn is_numbered(chars: &[char]) -> bool {
    match chars {
        ['(', c, ')', ..] => is_ordinal(*c),
        [c, '、' | '.', next, ..] => {
            (c.is_ascii_digit() && !next.is_ascii_digit()) || is_han_ordinal(*c) || c.is_ascii_uppercase()
        }
        // 一, 二 between the parts of an essay.
        [c] if is_han_ordinal(*c) => true,
        [c, ..] => ('①'..='⑳').contains(c),
        [] => false,
    }
}

/// Whether a line begins with who speaks: 问:, 读者问:, 市规划局答:.
pub(super) fn is_speech(chars: &[char], scan: &Scan) -> bool {
    const REACH: usize = 14;
    // 一问, 二问 number the crossheads of an article.
    // 请问: goes on.
    let begs = |at: usize| at > 1 && matches!(chars[at - 2], '请' | '试' | '想' | '要' | '禁' | '敢');
    let asked = |at: usize| {
        (1..=REACH).contains(&at)
            && matches!(chars[at - 1], '问' | '答' | '問')
            && !begs(at)
            && !(at == 2 && is_han_ordinal(chars[0]))
    };
    // @何敏: what somebody wrote on a site.
    let posted = chars[0] == '@' && scan.colon.is_some_and(|at| (3..=14).contains(&at));
    // 记:, 傅: an interview, where names are one letter.
    let one = matches!(chars, [c, ':', _, ..] if is_han(*c) && !"文图摄诗画译编题注按作".contains(*c));
    one || posted
        || scan.colon.is_some_and(asked)
        || WORDS.speakers.starts(chars)
        || begins!(chars, ["问(", "答("])
}

/// Whether words with spaces between them are where somebody lives or works, and who.
pub(super) fn is_sent(chars: &[char]) -> bool {
    let parts = chars.split(|&c| c == ' ').filter(|part| !part.is_empty());
    let reader = |part: &[char]| {
        ends!(
            part,
            ["读者", "居民", "村民", "职工", "学生", "家长", "一兵", "博士生", "研究生", "硕士生", "教师"]
        )
    };
    let signs = |part: &[char]| (2..=3).contains(&part.len()) && names::is_likely_name(part) || reader(part);
    // Where from, names, and the letters of a name that are set apart: 生物系96级 何 敏.
    let (mut place, mut named, mut letters) = (false, false, Vec::new());
    let mut city = false;
    for part in parts {
        if !place {
            city = byline::is_city(part);
            place = (2..=14).contains(&part.len());
            if !place {
                return false;
            }
        } else if let [letter] = part {
            letters.push(*letter);
            named = true;
        } else if signs(part) || city && byline::is_stranger(part) {
            named = true;
        } else {
            return false;
        }
    }
    let known = || names::is_likely_name(&letters) || byline::is_pet_name(&letters);
    named && (letters.is_empty() || (2..=3).contains(&letters.len()) && known())
}

/// Nothing but a day.
pub(super) fn is_day(chars: &[char]) -> bool {
    const LIMIT: usize = 14;
    let of_date = |&c: &char| is_ordinal(c) || matches!(c, '年' | '月' | '日' | '〇' | '零' | '廿');
    // 9月10日夜
    let chars = chars.strip_suffix(&['夜']).or(chars.strip_suffix(&['晨'])).unwrap_or(chars);
    chars.last() == Some(&'日') && chars.len() <= LIMIT && chars.iter().all(of_date)
}

/// Whether a line says in its midst when something was, or who says so.
pub(super) fn is_told(chars: &[char]) -> bool {
    // 集市价格(5月6日): what a bracket at the end holds is no part of a sentence.
    let note = if chars.last() == Some(&')') { chars.iter().rposition(|&c| c == '(') } else { None };
    let chars = &chars[..note.unwrap_or(chars.len())];
    let day = |at: usize| at > 0 && chars[at] == '日' && chars[at - 1].is_ascii_digit();
    (2..chars.len()).any(|at| day(at) && at + 1 < chars.len() || WORDS.told.starts(&chars[at..]))
}

/// A date, or one of the words that leads begin with.
pub(super) fn begins_as_lead(chars: &[char]) -> bool {
    let date = chars.iter().take(12).position(|&c| c == '日').is_some_and(|i| {
        i > 0 && chars[..i].iter().all(|&c| is_ordinal(c) || matches!(c, '年' | '月' | '〇' | '零' | '廿'))
    });
    date || WORDS.leads.starts(chars)
}

/// Whether a character numbers what is counted up to ten.
pub(super) const fn is_ordinal(c: char) -> bool {
    c.is_ascii_digit() || is_han_ordinal(c)
}

pub(in crate::split) const fn is_han_ordinal(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}
