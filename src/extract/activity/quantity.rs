//! What counts an activity before its name: 了一场, 3场, 一次次.

use super::lexicon::lexicon;
use crate::lexicon::Beginnings;
use std::sync::LazyLock;

/// The length of aspect markers and what else follows a verb before its object.
pub(super) fn particle(chars: &[char]) -> Option<usize> {
    static PARTICLES: LazyLock<Beginnings> =
        LazyLock::new(|| Beginnings::of(&["了", "过", "起", "起来", "的", "为期", "以来"]));
    // 组织|好|代表视察, but 好人评选.
    let well = matches!(chars, ['好', next, ..] if !"人书家歌声物戏".contains(*next));
    PARTICLES.at_start(chars).map(|(length, ())| length).or(well.then_some(1))
}

/// The length of a number with a classifier: 一场, 3场, 多次, 首场.
pub(super) fn quantifier(chars: &[char]) -> Option<usize> {
    let digit = |c: &char| {
        c.is_ascii_digit()
            || matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千')
            || matches!(
                c,
                '万' | '两'
                    | '多'
                    | '数'
                    | '几'
                    | '余'
                    | '首'
                    | '每'
                    | '本'
                    | '该'
                    | '这'
                    | '.'
                    | '至'
                    | '~'
                    | '-'
            )
    };
    // 超3600项, 约2.4万场次.
    let near = match chars {
        ['超', '过', next, ..] => 2 * usize::from(digit(next)),
        ['超' | '约' | '近' | '逾', next, ..] => usize::from(digit(next)),
        _ => 0,
    };
    let number = near + chars[near..].iter().take(7).take_while(|c| digit(c)).count();
    let (length, ()) = lexicon().classifiers.at_start(&chars[number..])?;
    let counted = number > 0 && (chars[number - 1] != '首' || chars[..number + length] == ['首', '场']);
    // 一场场|宣讲会.
    let twice = length == 1 && chars.get(number + 1) == chars.get(number);
    counted.then_some(number + length + usize::from(twice))
}

/// Whether something is counted in a name (40个大项), or it begins with a number that is no year (6233000全县…).
pub(super) fn counts(said: &[char]) -> bool {
    const UNITS: [char; 6] = ['个', '场', '余', '多', '名', '项'];
    let digits = |chars: &[char]| chars.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let counted = |at: usize| {
        let before = &said[..at];
        let number = digits(before);
        UNITS.contains(&said[at]) && (1..at).contains(&number) && before[at - number - 1] != '第'
    };
    // 十二名乡村医生|巡回义诊.
    let people = said.iter().take_while(|c| "一二两三四五六七八九十百千余多".contains(**c)).count();
    if people > 0 && matches!(said.get(people), Some('名' | '位' | '人' | '支')) {
        return true;
    }
    let marked = said.iter().any(|c| matches!(c, '“' | '《'));
    let leading = said.iter().take_while(|c| c.is_ascii_digit()).count();
    leading > 4 || !marked && (1..said.len()).any(counted)
}
