//! Bodies of which several are told, or any one: 南通四所学校, 等16家企业, 一座菌包厂.

use super::lexicon::Lexicon;
use crate::Document;
use crate::names::is_word_pair;

/// 南通四所学校, 县以下医院, 全市各中学: several, not one; nor is what a clause says one.
pub(super) fn is_of_several(lexicon: &Lexicon, middle: &[char], place: bool) -> bool {
    match middle {
        [number, '所' | '家' | '个' | '名' | '支' | '座' | '间', ..] => {
            is_small_number(*number) || matches!(number, '两' | '多' | '几' | '数')
        }
        ['各' | '某' | '籍', ..] | ['以', '下' | '上', ..] | ['所', '有', ..] | ['多', '地', ..] => {
            true
        }
        // 白塔区一饭店, 法国前政府, 中国发展和政府.
        ['一' | '前' | '新' | '旧'] => true,
        // 加沙北部一|学校.
        [.., before, '一']
            if place && !is_word_pair(*before, '一') && *before != '第' && !is_numeral(*before) =>
        {
            true
        }
        _ => (0..middle.len()).any(|at| lexicon.clauses.starts(&middle[at..])),
    }
}

/// Whether several are counted behind the last of a list: 等16家企业.
pub(super) fn counts(rest: &[char]) -> bool {
    let [after, rest @ ..] = rest else { return false };
    let number = |c: &&char| {
        c.is_ascii_digit() || is_small_number(**c) || matches!(c, '多' | '余' | '几' | '数' | '百')
    };
    let digits = rest.iter().take(4).take_while(number).count();
    *after == '等' && digits > 0 && matches!(rest.get(digits), Some('家' | '个' | '所' | '座'))
}

/// Whether a number and a classifier stand before `at`: 一座|菌包厂 tells what it is, not its name.
pub(super) fn is_one_of_many(doc: &Document<'_>, at: usize) -> bool {
    // 千家|泵厂, and 一家小|泵厂.
    let at = at - usize::from(at > 0 && matches!(doc.before(at), '小' | '大'));
    at >= 2
        && matches!(doc.before(at), '座' | '家' | '个' | '所' | '间' | '支')
        && matches!(
            doc.char(at - 2),
            '一' | '两'
                | '二'
                | '三'
                | '四'
                | '五'
                | '十'
                | '百'
                | '千'
                | '万'
                | '余'
                | '多'
                | '几'
                | '数'
                | '0'..='9'
        )
}

pub(super) fn is_small_number(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

pub(super) fn is_numeral(c: char) -> bool {
    is_small_number(c) || matches!(c, '〇' | '零')
}
