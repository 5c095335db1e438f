//! What a title leaves out: the divisions above the last one, and where plain people live.

use super::lexicon::{Lexicon, is_numeral};
use crate::{Document, Span};

/// Without the divisions above the last one: 通济镇花溪村村民 is 花溪村村民 of a chain, and a villager of no rank: 村民.
pub(super) fn cut(doc: &Document<'_>, lexicon: &Lexicon, span: Span) -> Span {
    let chars = &doc.chars()[span.start..span.end];
    let find = |word: &[char], to: usize| -> Option<usize> {
        chars[..to].windows(word.len()).rposition(|w| w == word).map(|i| i + word.len())
    };
    let community = [&['社', '区'][..], &['村'], &['嘎', '查'], &['居', '委'], &['社', '居', '委']]
        .iter()
        .filter_map(|word| find(word, chars.len()))
        // 宜川路街道|社区服务中心: no community.
        .filter(|&end| {
            end >= 3
                && !matches!(
                    chars[..end],
                    [.., '街', '道' | '办', '社', '区'] | [.., '镇' | '乡', '社', '区']
                )
        })
        .max();
    let limit = community.unwrap_or(chars.len());
    // 布日都|嘎查牧民: a stop in the name of a village leaves its suffix.
    let left = match chars {
        ['嘎', '查', ..] => 2,
        ['村' | '镇' | '乡', ..] => 1,
        _ => 0,
    };
    if left > 0 && is_of_place(lexicon, &chars[left..]) {
        return Span::new(span.start + left, span.end);
    }
    // 城乡建设局局长, 侨乡报社社长: no township.
    let is_unit = |end: &usize| {
        let before = end.checked_sub(2).map_or(' ', |at| chars[at]);
        !(matches!(chars[end - 1], '乡' | '镇')
            && matches!(before, '城' | '侨' | '水' | '家' | '故' | '乡' | '同' | '返'))
    };
    // 新河镇|镇长: the second is of the office.
    let named = match chars {
        [named @ .., '副', '镇' | '乡', '长'] | [named @ .., '镇' | '乡', '长'] => named.len(),
        _ => chars.len(),
    };
    let mut above = [&['街', '道'][..], &['镇'], &['乡'], &['办', '事', '处'], &['苏', '木'], &['片', '区']]
        .iter()
        .filter_map(|word| find(word, named))
        .filter(is_unit)
        .filter(|&end| end >= 3 && end + 1 < limit)
        .max();
    if community.is_none() {
        // 崇川区幸福街道: only what stands above the township goes. 吴江市盛泽镇丝织厂: a firm there stands for itself.
        above = above.and_then(|township| {
            let county = (1..township.saturating_sub(3))
                .rev()
                .find(|&i| matches!(chars[i], '区' | '县' | '市' | '旗'))
                .map(|i| i + 1);
            let in_township = is_in_county(doc, span.start) || county.is_some();
            // 石浦镇|第二小学: a number tells nothing by itself.
            let itself = chars.get(township).is_some_and(|&c| c != '第' && !is_numeral(c));
            if in_township && itself && names_firm(lexicon, &chars[township..]) {
                Some(township)
            } else {
                county
            }
        });
        // 阿拉善左旗牧民: people of a place are what they are.
        let place = &chars[..chars.len().saturating_sub(2)];
        let level = |&at: &usize| {
            matches!(place[at], '省' | '市' | '县' | '旗' | '盟' | '州')
                && !chars[at..].starts_with(&['市', '场'])
        };
        if let Some(last) = (0..place.len()).rev().find(level)
            && is_of_place(lexicon, &chars[last + 1..])
        {
            return Span::new(span.start + last + 1, span.end);
        }
    }
    let Some(above) = above else { return span };
    let villager = match &chars[limit..] {
        ['民'] => Some(limit - 1),
        head if is_of_place(lexicon, head) => Some(limit),
        _ => None,
    };
    Span::new(span.start + if community.is_some() { villager.unwrap_or(above) } else { above }, span.end)
}

/// Whether a title says no more than that somebody lives and works there: 农民, 退休教师, 养殖大户.
fn is_of_place(lexicon: &Lexicon, title: &[char]) -> bool {
    let sort = lexicon.resident_sorts.at_start(title).map_or(0, |(length, ())| length);
    let sort = if title.len() > sort { sort } else { 0 };
    let title = &title[sort..];
    lexicon.residents.get(title).is_some() || is_household(title)
}

/// 养殖大户, 贫困户, 养鹅户; a 客户 is somebody's.
fn is_household(title: &[char]) -> bool {
    matches!(title, [first, .., '户'] if title.len() <= 5 && *first != '客')
}

/// Whether the name of a county or city ends at `at`.
fn is_in_county(doc: &Document<'_>, at: usize) -> bool {
    matches!(doc.before(at), '区' | '县' | '市' | '旗' | '省')
}

/// Whether a firm or a school is named in a title: 丝织厂厂长.
fn names_firm(lexicon: &Lexicon, chars: &[char]) -> bool {
    (1..chars.len()).any(|at| lexicon.firms.starts(&chars[at..]))
}
