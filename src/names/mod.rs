//! Personal names: how likely a run of characters is one, and where names that are printed together part.

mod foreign;
mod part;
mod table;

pub(crate) use foreign::transcribing;
pub use foreign::{is_dotted_name, is_steppe_name, is_transcribed};
pub use part::{Parting, part, parting};
pub use table::is_word_pair;

#[cfg(test)]
mod tests;

use crate::chars::is_han;
use crate::lexicon;
use std::collections::HashSet;
use std::sync::LazyLock;
use table::TABLE;

/// The first characters of all surnames.
pub fn surname_initials() -> impl Iterator<Item = char> {
    TABLE.initials()
}

/// Words of the shape of a name that are none.
static NOT_NAMES: LazyLock<HashSet<Vec<char>>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/not_names.tsv"));
    rows.filter_map(|row| row.first().map(|word| word.chars().collect())).collect()
});

/// Names that everybody knows, and that the counts of characters misjudge: 赵乐际.
static KNOWN: LazyLock<HashSet<Vec<char>>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/known_names.tsv"));
    rows.filter_map(|row| row.first().map(|word| word.chars().collect())).collect()
});

/// Characters that no given name holds: function words, and heads of what stands beside names.
const NEVER_GIVEN: &str = "的了是不与等被把将及或者这哪谁我你您他她它们个位区街县省市局院厂店校队所站社部委办处组员说讲答\
     称给但而且都就还很最没该某每各何么吗呢吧啊呀地";

/// The surname that `chars` begin with: its length in characters and its share of the population in percent.
///
/// A compound surname wins over its first character where a given name is left after it.
pub fn surname(chars: &[char]) -> Option<(usize, f32)> {
    let first = *chars.first()?;
    if chars.len() >= 3
        && let Some(share) = TABLE.compound(first, chars[1])
    {
        return Some((2, share));
    }
    let cost = TABLE.costs(first).surname;
    cost.is_finite().then(|| (1, (-cost).exp() * 100.0))
}

/// Whether `chars` have the shape of a Chinese personal name: a surname and one or two characters that a given name
/// may hold.
///
/// ```
/// use jianbao::names::is_chinese_name;
/// let is_name = |s: &str| is_chinese_name(&s.chars().collect::<Vec<_>>());
/// assert!(is_name("李晓芳") && is_name("欧阳菲") && is_name("陈敏"));
/// assert!(!is_name("社区传真") && !is_name("王的") && !is_name("陈"));
/// ```
pub fn is_chinese_name(chars: &[char]) -> bool {
    if !(2..=4).contains(&chars.len()) || !chars.iter().all(|&c| is_han(c)) || is_no_name(chars) {
        return false;
    }
    let Some((length, _)) = surname(chars) else { return false };
    let given = &chars[length..];
    // 欧阳 alone is no name, 王张小明 (both parents' surnames) is one.
    let double = given.len() == 3 && surname(&given[..1]).is_some_and(|(_, share)| share > 0.1);
    (1..=2).contains(&given.len()) && given.iter().all(|&c| may_be_given(c))
        || double && given[1..].iter().all(|&c| may_be_given(c))
}

/// Whether a given name may hold the character at all.
pub(crate) fn may_be_given(c: char) -> bool {
    is_han(c) && !NEVER_GIVEN.contains(c)
}

/// Whether `chars` are listed as no name: 左一, 连载.
pub(crate) fn is_no_name(chars: &[char]) -> bool {
    NOT_NAMES.contains(chars)
}

/// Whether `chars` are a surname of two characters.
pub fn is_compound_surname(chars: &[char]) -> bool {
    matches!(*chars, [a, b] if TABLE.compound(a, b).is_some())
}

/// How much better `chars` fit a personal name than running text: the logarithm of the odds, before anything around
/// them is seen. `None` where they cannot be a name.
///
/// Typical names reach 4 to 12; words of the same shape stay below 0.
///
/// ```
/// use jianbao::names::odds;
/// let odds = |s: &str| odds(&s.chars().collect::<Vec<_>>()).unwrap_or(f32::MIN);
/// assert!(odds("张晓明") > 6.0 && odds("李芳") > 4.0);
/// assert!(odds("高兴") < 0.0 && odds("方便") < 0.0 && odds("安全帽") < 1.0);
/// ```
pub fn odds(chars: &[char]) -> Option<f32> {
    if !is_chinese_name(chars) {
        return None;
    }
    let name = part::name_cost(chars)?;
    let text: f32 = chars.iter().map(|&c| TABLE.costs(c).text).sum();
    // A word costs far less than its characters: 高兴, 黄金|周, 于|社区.
    const WORD: f32 = 4.0;
    let words = match *chars {
        [a, b] => f32::from(is_word_pair(a, b)),
        [a, b, c] => f32::from(is_word_pair(a, b)) + 0.45 * f32::from(is_word_pair(b, c)),
        _ => 0.0,
    };
    let odds = text - name - WORD * words;
    Some(if KNOWN.contains(chars) { odds.max(9.0) } else { odds })
}

/// How much better `chars` fit a name from another language than running text, without its dots.
///
/// ```
/// use jianbao::names::foreign_odds;
/// let odds = |s: &str| foreign_odds(&s.chars().collect::<Vec<_>>());
/// assert!(odds("特鲁多夫") > 4.0 && odds("志愿者") < 0.0);
/// ```
pub fn foreign_odds(chars: &[char]) -> f32 {
    // A known name is worth as much as a typical Chinese one, and more the longer it is.
    let known = if is_steppe_name(chars) { 2.5 + 1.25 * chars.len() as f32 } else { f32::MIN };
    let sum: f32 = chars.iter().map(|&c| TABLE.costs(c)).map(|costs| costs.text - costs.foreign).sum();
    sum.max(known)
}

/// As [`odds`], of a name whose surname no table knows: as rare as one in ten thousand.
pub(crate) fn odds_of_rare(chars: &[char]) -> Option<f32> {
    let [first, given @ ..] = chars else { return None };
    if !is_han(*first) || !given.iter().all(|&c| may_be_given(c)) || is_no_name(chars) {
        return None;
    }
    const RARE: f32 = 9.5;
    let name = RARE + part::given_cost(given)?;
    let text: f32 = chars.iter().map(|&c| TABLE.costs(c).text).sum();
    let words = chars.windows(2).filter(|pair| is_word_pair(pair[0], pair[1])).count();
    Some(text - name - 4.0 * words as f32)
}

/// Whether `chars` are most likely a personal name wherever they stand.
///
/// ```
/// use jianbao::names::is_likely_name;
/// let is_name = |s: &str| is_likely_name(&s.chars().collect::<Vec<_>>());
/// assert!(is_name("张晓明") && !is_name("胡同里") && !is_name("高兴"));
/// ```
pub fn is_likely_name(chars: &[char]) -> bool {
    odds(chars).is_some_and(|odds| odds >= 3.0)
}
