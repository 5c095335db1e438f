//! Personal names: how likely a run of characters is one, and where names that are printed together part.

mod bound;
mod foreign;
mod pack;
mod part;
mod reading;
mod table;

pub(crate) use bound::{bound_of_word, least_bound, upper_bound};
pub(crate) use foreign::{begins_steppe_name, steppe_lengths};
pub use foreign::{is_dotted_name, is_steppe_name, is_transcribed};
pub use pack::pack;
pub use part::{Parting, part, parting};
pub(crate) use reading::Reading;
pub use table::is_word_pair;

#[cfg(test)]
mod tests;

use crate::chars::is_han;
use crate::lexicon::{self, Beginnings};
use std::sync::LazyLock;
use table::{BEGINS_KNOWN, BEGINS_PART, COMPOUND, INITIAL, TABLE, TRANSCRIBES};

/// How names may begin with a character.
pub(crate) struct Beginning {
    /// Some surname begins with it.
    pub(crate) surname: bool,
    /// Names from other languages are written with it.
    pub(crate) transcribed: bool,
    /// Names that are put together from known parts begin with it.
    pub(crate) part: bool,
}

/// How names may begin with the character.
pub(crate) const fn beginning(c: char) -> Beginning {
    let flags = TABLE.flags(c);
    Beginning {
        surname: flags & INITIAL != 0,
        transcribed: flags & TRANSCRIBES != 0,
        part: flags & BEGINS_PART != 0,
    }
}

/// Words of the shape of a name that are none.
static NOT_NAMES: LazyLock<Beginnings> = LazyLock::new(|| {
    Beginnings::new(lexicon::columns(include_str!("../../data/not_names.tsv")).map(|[word]| (word, ())))
});

/// Names that everybody knows, and that the counts of characters misjudge: 赵乐际.
static KNOWN: LazyLock<Beginnings> = LazyLock::new(|| {
    Beginnings::new(lexicon::rows(include_str!("../../data/known_names.tsv")).map(|row| (row[0], ())))
});

/// The surnames of Japan of two characters and more.
static JAPANESE: LazyLock<Beginnings> = LazyLock::new(|| {
    let rows = lexicon::columns(include_str!("../../data/japanese_surnames.tsv"));
    Beginnings::new(rows.map(|[surname]| (surname, ())))
});

/// The length of the surname of Japan that `chars` begin with, if it has two characters or more.
pub(crate) fn japanese_surname(chars: &[char]) -> Option<usize> {
    JAPANESE.at_start(chars).map(|(length, ())| length)
}

/// Whether `chars` are the name of somebody whom everybody knows.
pub(crate) fn is_known(chars: &[char]) -> bool {
    KNOWN.get(chars).is_some()
}

/// The length of the name of somebody whom everybody knows that `chars` begin with.
pub(crate) fn known_at_start(chars: &[char]) -> Option<usize> {
    let begins = matches!(chars.first(), Some(&first) if TABLE.is(first, BEGINS_KNOWN));
    begins.then(|| KNOWN.at_start(chars)).flatten().map(|(length, ())| length)
}

/// A word costs far less than its characters: 高兴, 黄金|周, 于|社区.
const WORD: f32 = 4.0;

/// The odds that a known name has at least.
const KNOWN_ODDS: f32 = 9.0;

/// The surname that `chars` begin with: its length in characters and its share of the population in percent.
///
/// A compound surname wins over its first character where a given name is left after it.
pub fn surname(chars: &[char]) -> Option<(usize, f32)> {
    family(chars).map(|(length, cost)| (length, (-cost).exp() * 100.0))
}

/// The length of the surname that `chars` begin with, and what it costs.
fn family(chars: &[char]) -> Option<(usize, f32)> {
    let &first = chars.first()?;
    if let [_, second, _, ..] = *chars
        && let Some(cost) = TABLE.compound(first, second)
    {
        return Some((2, cost));
    }
    let cost = TABLE.costs(first).surname;
    cost.is_finite().then_some((1, cost))
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
    let Some((length, _)) = family(chars) else { return false };
    let shaped = match chars[length..] {
        [alone] => may_be_given(alone),
        [first, second] => may_be_given(first) && may_be_given(second),
        // 欧阳 alone is no name, 王张小明 (both parents' surnames) is one.
        [other, first, second] if length == 1 => {
            const COMMON: f32 = 6.9;
            TABLE.costs(other).surname < COMMON && may_be_given(first) && may_be_given(second)
        }
        _ => false,
    };
    shaped && !is_no_name(chars)
}

/// Whether a given name may hold the character at all.
pub(crate) fn may_be_given(c: char) -> bool {
    TABLE.costs(c).alone.is_finite()
}

/// Whether `chars` are listed as no name: 左一, 连载.
pub(crate) fn is_no_name(chars: &[char]) -> bool {
    NOT_NAMES.get(chars).is_some()
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
    Reading::new(chars)?.odds(chars.len())
}

/// What `chars` cost as running text.
fn text_cost(chars: &[char]) -> f32 {
    chars.iter().map(|&c| TABLE.costs(c).text).sum()
}

/// What a character costs as running text, whatever stands beside it.
pub(crate) fn cost_in_text(c: char) -> f32 {
    TABLE.costs(c).text
}

/// An upper bound of the [`odds`] of the names that `chars` begin with, of a surname and one or two characters: a look
/// at each character, and no more unless that gives `least`.
pub(crate) fn best_odds(chars: &[char], least: f32) -> f32 {
    let [surname, ref given @ ..] = *chars else { return f32::NEG_INFINITY };
    let costs = TABLE.costs(surname);
    let mut odds = f32::NEG_INFINITY;
    if costs.surname.is_finite() {
        odds = costs.text - costs.surname + best_given(1, given);
        if odds >= least && is_word_pair(surname, given[0]) {
            odds -= WORD;
        }
    }
    if costs.is(COMPOUND)
        && let [second, ref given @ ..] = *given
        && let Some(cost) = TABLE.compound(surname, second)
    {
        odds = odds.max(costs.text + TABLE.costs(second).text - cost + best_given(2, given));
    }
    if costs.is(BEGINS_KNOWN) && KNOWN.at_start(chars).is_some() { odds.max(KNOWN_ODDS) } else { odds }
}

/// What a given name at the start of `chars`, behind a surname of `surname` characters, adds to the odds at most.
#[inline]
fn best_given(surname: usize, chars: &[char]) -> f32 {
    let &[first, ref rest @ ..] = chars else { return f32::NEG_INFINITY };
    let first = TABLE.costs(first);
    let alone = first.text - first.alone - part::short(surname);
    match rest {
        [] => alone,
        &[second, ..] => {
            let second = TABLE.costs(second);
            let both = first.text - first.first + second.text - second.second - part::long(surname);
            alone.max(both)
        }
    }
}

/// How much better `chars` fit a name from another language than running text, without its dots.
///
/// ```
/// use jianbao::names::foreign_odds;
/// let odds = |s: &str| foreign_odds(&s.chars().collect::<Vec<_>>());
/// assert!(odds("特鲁多夫") > 4.0 && odds("志愿者") < 0.0);
/// ```
pub fn foreign_odds(chars: &[char]) -> f32 {
    let odds: f32 = chars.iter().map(|&c| foreign_gain(c)).sum();
    if is_steppe_name(chars) { odds.max(steppe_odds(chars.len())) } else { odds }
}

/// What a character adds to the odds of a name from another language.
#[inline]
pub(crate) fn foreign_gain(c: char) -> f32 {
    let costs = TABLE.costs(c);
    costs.text - costs.foreign
}

/// A name put together from known parts is worth as much as a typical Chinese one, and more the longer it is.
pub(crate) fn steppe_odds(length: usize) -> f32 {
    2.5 + 1.25 * length as f32
}

/// As [`odds`], of a name whose surname no table knows: as rare as one in ten thousand.
pub(crate) fn odds_of_rare(chars: &[char]) -> Option<f32> {
    const RARE: f32 = 9.5;
    let [first, given @ ..] = chars else { return None };
    let name = RARE + part::given_cost(1, given);
    if !is_han(*first) || name.is_infinite() || is_no_name(chars) {
        return None;
    }
    let words = chars.windows(2).filter(|pair| is_word_pair(pair[0], pair[1])).count();
    Some(text_cost(chars) - name - WORD * words as f32)
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
