//! What stands before and behind a name, and how much it tells.

use super::lexicon::{Lexicon, TitleKind, is_numeral};
use crate::Document;
use crate::chars::is_han;
use crate::names;

/// What stands before a name, from the least telling to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Left {
    /// A word that names may follow as anything else may: 对, 走进.
    Joint,
    /// The start of a clause.
    Bare,
    /// 的 behind anything: 在外地打工的.
    Relative,
    /// A place and 的: 柳荫社区的.
    Of,
    /// A title made with a suffix: 乡邮员.
    Suffix,
    /// What many are at once: 居民.
    Person,
    /// An office: 书记, 局长.
    Office,
    /// Another name and 、.
    Listed,
    /// A phrase that only a person follows: 82岁的, 名叫.
    Age,
}

impl Left {
    /// The logarithm of the odds that a name follows.
    #[inline]
    pub(super) const fn weight(self) -> f32 {
        match self {
            Left::Joint => -6.5,
            Left::Bare => -5.0,
            Left::Relative => -5.0,
            Left::Of => -3.5,
            Left::Suffix => -1.0,
            Left::Person => 0.0,
            Left::Office => 2.5,
            Left::Listed => 1.5,
            Left::Age => 4.0,
        }
    }
}

/// What stands behind a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Right {
    /// What only places and bodies have: 路, 公司.
    Place,
    Nothing,
    /// One character that may follow anything: 在, 的.
    Weak,
    /// Punctuation.
    Mark,
    /// A verb that no list holds: 侧着, 卷起.
    Verb,
    /// A word that follows persons and other things: 走访.
    Word,
    /// 说, 今年82岁, (左一): only a person.
    Strong,
    /// An office that is put behind names: 总书记.
    Title,
}

impl Right {
    /// How much the odds of a name change with it.
    #[inline]
    pub(super) const fn weight(self) -> f32 {
        match self {
            Right::Place => -7.0,
            Right::Nothing => -1.0,
            Right::Weak => 1.0,
            Right::Mark => 1.0,
            Right::Verb | Right::Word => 2.0,
            Right::Strong => 4.5,
            Right::Title => 10.5,
        }
    }
}

/// Looks around names of one document.
#[derive(Clone, Copy)]
pub(super) struct Around<'d> {
    pub(super) doc: &'d Document<'d>,
    pub(super) lexicon: &'static Lexicon,
}

impl Around<'_> {
    /// What stands at `at`.
    pub(super) fn right(&self, at: usize) -> Right {
        let chars = self.doc.chars();
        let rest = &chars[at.min(chars.len())..];
        let classes = &self.lexicon.classes;
        let Some(&c) = rest.first() else { return Right::Mark };
        match c {
            '(' => return if in_brackets(&rest[1..]) { Right::Strong } else { Right::Mark },
            ':' if matches!(rest.get(1), Some('“')) => return Right::Strong,
            ',' if matches!(rest.get(1..3), Some(['男' | '女', ',' | '。'])) => return Right::Strong,
            ',' if is_age(rest.get(1..6).unwrap_or_default()) => return Right::Strong,
            c if classes.separates(c) => return Right::Mark,
            // 扑进|68岁的冀长海怀里: another's age.
            c if c.is_ascii_digit() => {
                let own = is_age(rest) && !rest.iter().take(5).any(|&c| c == '的');
                return if own { Right::Strong } else { Right::Weak };
            }
            c if !is_han(c) => return Right::Weak,
            '等' if counts_persons(&rest[1..]) || self.begins_title(&rest[1..]) => return Right::Strong,
            '等' => return Right::Weak,
            '以' if is_result(&rest[1..]) => return Right::Strong,
            // 王建国著, 李芳译.
            '著' | '译' if rest.get(1).is_none_or(|&c| classes.separates(c)) => return Right::Strong,
            _ => {}
        }
        // 柯尔克|孜族, 金峰|控股集团, 某某|思想.
        if self.lexicon.owned.starts(rest) || matches!(rest, ['族', ..] | ['孜' | '克' | '尔', '族', ..])
        {
            return Right::Place;
        }
        let follower = self.lexicon.followers.at_start(rest);
        if let Some((length, clear)) = self.lexicon.titles_after.at_start(rest)
            && follower.is_none_or(|(longer, _)| longer <= length)
            // 哈立德国王国际机场.
            && !self.lexicon.titled_bearers.starts(&rest[length..])
        {
            return match clear {
                true => Right::Title,
                // 望江区长: a place and its head.
                false if matches!(c, '省' | '市' | '县' | '区' | '镇' | '乡' | '村' | '部') => {
                    Right::Word
                }
                false => Right::Strong,
            };
        }
        let next = rest.get(1).copied();
        match follower {
            Some((_, true)) => Right::Strong,
            Some((2.., false)) => Right::Word,
            // 看过, 分到.
            Some((_, false)) if next.is_some_and(complements) => Right::Verb,
            // 家|庭, 当|地: a longer word that is no follower.
            Some((_, false)) if next.is_some_and(|next| names::is_word_pair(c, next)) => Right::Nothing,
            // 耿福来|正领着: no adverb follows a verb.
            Some((_, false)) if is_motion(c) && next.is_some_and(is_adverb) => Right::Nothing,
            Some((_, false)) => Right::Weak,
            None if classes.is_place(c) => Right::Place,
            // 侧着, 卷起, 顾不上.
            None if next.is_some_and(complements) => Right::Verb,
            None => Right::Nothing,
        }
    }

    /// Whether `rest` begin with what people are: 画家, 著名画家.
    fn begins_title(&self, rest: &[char]) -> bool {
        let kind = self.lexicon.people_kinds.at_start(rest).map_or(0, |(length, ())| length);
        let rest = &rest[kind..];
        (2..=rest.len().min(4)).any(|length| {
            let title = self.lexicon.titles.at_end(&rest[..length]);
            title.is_some_and(|(whole, kind)| {
                whole == length && matches!(kind, TitleKind::Office | TitleKind::Person)
            })
        })
    }

    /// The title at `at`, where one follows a name there: its length.
    pub(super) fn title_after(&self, at: usize) -> Option<usize> {
        (self.right(at) == Right::Title)
            .then(|| self.lexicon.titles_after.at_start(&self.doc.chars()[at..]))
            .flatten()
            .map(|(length, _)| length)
    }
}

/// Verbs that given names end with too.
const fn is_motion(c: char) -> bool {
    matches!(c, '来' | '去' | '生' | '成' | '发' | '为')
}

const fn is_adverb(c: char) -> bool {
    matches!(c, '正' | '将' | '已' | '也' | '就' | '还' | '曾' | '刚' | '便' | '都' | '却' | '仍')
}

/// What verbs of one character are followed by.
const fn complements(c: char) -> bool {
    matches!(c, '着' | '了' | '完' | '掉' | '起' | '过' | '到' | '不')
}

/// Whether what follows 以 is a result of sports: 11秒57, 3比0, 21∶18.
fn is_result(rest: &[char]) -> bool {
    let digits = rest.iter().take(4).take_while(|c| c.is_ascii_digit() || **c == '.').count();
    digits > 0 && matches!(rest.get(digits), Some('秒' | '分' | '比' | ':' | '∶' | '米' | '环' | '杆'))
}

/// Whether what follows 等 counts persons: 等3人, 等多人, 等人; 等多地 does not.
fn counts_persons(rest: &[char]) -> bool {
    let number =
        |c: &char| c.is_ascii_digit() || is_numeral(*c) || matches!(c, '两' | '多' | '余' | '几' | '数');
    let unit = rest.iter().take(5).find(|c| !number(c));
    matches!(unit, Some('人' | '名' | '位' | '同'))
}

/// Whether the inside of brackets tells of a person: (左一), (女), (化名), (72岁).
fn in_brackets(inside: &[char]) -> bool {
    match inside {
        ['左' | '右' | '中' | '前' | '后' | '男' | '女', ..] => true,
        ['化', '名', ..] => true,
        _ => is_age(inside),
    }
}

/// Whether `chars` begin with an age: 82岁, 七十岁, 今年69岁.
fn is_age(chars: &[char]) -> bool {
    let chars = chars.strip_prefix(&['今', '年']).unwrap_or(chars);
    let digits = chars.iter().take(4).take_while(|&&c| c.is_ascii_digit() || is_numeral(c)).count();
    (1..=3).contains(&digits) && chars.get(digits) == Some(&'岁')
}
