//! What the names of columns look like: 图片新闻, 知识窗, 【街坊】, 小 言 论.

use super::{is_box, is_han_ordinal, trim};
use crate::chars::{CharSet, forms, is_han};
use crate::lexicon::{begins, ends};
use crate::names;
use crate::segment::common::{self, Class};
use crate::split::words::WORDS;

/// What the names of many columns end in.
static COLUMNS: CharSet = CharSet::of("窗坛讯苑园角廊栏版谭谈榜台站汇坊篇集录志刊音镜钟桥亭厅堂");

/// Whether a short line that no list knows ends or begins as the names of many columns do.
pub(in crate::split) fn is_column(chars: &[char]) -> bool {
    let Some(&last) = chars.last() else { return false };
    let (short, shorter) = (chars.len() <= 5, chars.len() <= 4);
    // 老木匠修桥: the end is what a verb of one character does something to.
    let done = || {
        let [.., first, verb, _] = chars else { return false };
        common::class(&[*verb]) == Some(Class::Verb)
            && common::class(&[*first, *verb]).is_none()
            && common::class(&chars[chars.len() - 2..]).is_none()
            && chars.len() >= 4
    };
    short && COLUMNS.has(last) && !chars.contains(&'的') && !names::is_likely_name(chars) && !done()
        || is_said(chars)
        || is_asked(chars)
        || shorter && (matches!(last, '季' | '味') || chars[0] == '晒')
        || shorter && chars.len() == 4 && begins!(chars, ["一周", "每周", "每日"])
        || begins!(chars, ["镜头里", "光影里", "图说"])
}

/// Without the marks that column headings are framed in.
pub(in crate::split) fn trim_frame(chars: &[char]) -> &[char] {
    let chars = between_dashes(chars).unwrap_or(chars);
    let frame = |c: char| matches!(c, '【' | '】' | '〔' | '〕' | '〖' | '〗' | '[' | ']' | '<' | '>' | '〉');
    trim(chars, |c| frame(c) || matches!(c, ' ' | ':' | '|' | '丨') || is_box(c) || is_star(c))
}

/// Whether a few characters end in a noun and begin with no place, as the names of columns do.
pub(in crate::split) fn is_nominal(chars: &[char]) -> bool {
    let (head, tail) = (common::class(&chars[..2]), common::class(&chars[chars.len() - 2..]));
    // 安全哨, 湖边石凳: not a word, but a noun of one character, and no verb before it (科技兴城).
    let last = || {
        let [.., before, last] = chars else { return false };
        let of_verb = matches!(
            common::class(&[*before]),
            Some(Class::Verb | Class::Adverb | Class::Function | Class::Adjective)
        );
        matches!(common::class(&[*last]), Some(Class::Noun | Class::Position)) && !of_verb
    };
    // 卖凉粉的胡大姐, 三代教师: whom or what an article is about.
    !chars.contains(&'的')
        && !counts(chars)
        && (matches!(tail, Some(Class::Noun | Class::VerbNoun | Class::Position)) || tail.is_none() && last())
        && head != Some(Class::Place)
        && common::class(chars) != Some(Class::Idiom)
        && !is_team(chars[chars.len() - 1])
}

/// Whether letters end in a noun, as the names of columns do: 味蕾上的故乡, 社区里的新鲜事.
pub(in crate::split) fn ends_in_noun(letters: &str) -> bool {
    let letters = forms(letters);
    let [.., before, last] = letters[..] else { return false };
    match common::class(&[before, last]) {
        Some(class) => matches!(class, Class::Noun | Class::VerbNoun | Class::Position),
        None => common::class(&[last]) == Some(Class::Noun),
    }
}

/// Whether a title begins with a verb, or with an adverb: 推出低盐套餐, 守着一所小学, 重新开张迎老客.
pub(in crate::split) fn begins_in_verb(chars: &[char]) -> bool {
    let done = || {
        matches!(chars[1], '了' | '着' | '过' | '起' | '上' | '出' | '到' | '下' | '成' | '来')
            && common::class(&chars[..1]) == Some(Class::Verb)
    };
    // 租来的三轮车 is a thing.
    chars.get(2) != Some(&'的')
        && (matches!(common::class(&chars[..2]), Some(Class::Verb | Class::Adverb)) || done())
}

/// Whether characters begin by counting something: 一条热线, 三代教师.
fn counts(chars: &[char]) -> bool {
    matches!(chars, [number, measure, ..]
        if is_han_ordinal(*number) && (*measure == '旬' || common::class(&[*measure]) == Some(Class::Classifier)))
}

/// Whether two to five characters may be any column's name: no place, time or manner at their head, no verb at their end,
/// and words where they are as few as names of people have.
pub(in crate::split) fn is_plain(chars: &[char]) -> bool {
    const NAME: usize = 3;
    let (head, last) = (common::class(&chars[..2]), chars[chars.len() - 1]);
    // 食话食说, 大家谈
    let is_speaking =
        |c: char| matches!(c, '说' | '谈' | '论' | '评' | '议' | '问' | '答' | '看' | '读' | '记');
    let word = || common::class(chars).is_some() && !names::is_likely_name(chars);
    !matches!(head, Some(Class::Place | Class::Time | Class::Adverb | Class::Function))
        && (common::class(&[last]) != Some(Class::Verb) || is_speaking(last))
        && !chars.iter().any(|c| matches!(c, '的' | '地' | '了'))
        && (chars.len() > NAME || word())
        && !counts(chars)
}

/// Whether a character ends the names of those who work or play together.
pub(in crate::split) const fn is_team(c: char) -> bool {
    matches!(c, '队' | '厂' | '校' | '社' | '团' | '局' | '店' | '署')
}

/// A column of what some people say: 网友说, 青年说.
fn is_said(chars: &[char]) -> bool {
    matches!(chars, [a, b, '说' | '谈' | '评' | '论'] if common::class(&[*a, *b]) == Some(Class::Noun))
}

/// A column of questions: 街坊问 社区答.
fn is_asked(chars: &[char]) -> bool {
    matches!(chars, [.., '答'] if chars.contains(&'问'))
}

/// A column of what a day or a minute brings: 环球科技24小时, 国际新闻60秒.
pub(in crate::split) fn is_timed(chars: &[char]) -> bool {
    if !matches!(chars.last(), Some('时' | '秒' | '分' | '钟')) {
        return false;
    }
    let Some(bare) =
        ["24小时", "48小时", "60秒", "60分", "60分钟"].iter().find_map(|&time| ends_in(chars, time))
    else {
        return false;
    };
    (2..=6).contains(&bare.len())
        && bare.iter().all(|&c| is_han(c))
        && matches!(common::class(&bare[bare.len() - 2..]), Some(Class::Noun | Class::VerbNoun))
}

/// What stands before an end.
fn ends_in<'c>(chars: &'c [char], end: &str) -> Option<&'c [char]> {
    let from = chars.len().checked_sub(end.chars().count())?;
    chars[from..].iter().copied().eq(end.chars()).then(|| &chars[..from])
}

/// A column heading: two to six Han characters (with · | inside), ending as column headings end, or known whole.
pub(in crate::split) fn is_heading(chars: &[char]) -> bool {
    let bare = without_number(trim_frame(chars));
    // 据海州晚报
    if bare.first() == Some(&'据') {
        return false;
    }
    let framed = is_framed(chars) || chars.ends_with(&['>', '>']);
    if framed && (2..=8).contains(&bare.len()) && bare.iter().all(|&c| is_han(c)) {
        // ·何敏·
        if is_box(chars[0]) && bare.len() <= 3 && names::is_likely_name(bare) {
            return false;
        }
        return WORDS.asides.get(bare).is_none();
    }
    // “两会”特别报道
    if let ['“', quoted @ .., _] = bare
        && let Some(close) = quoted.iter().position(|&c| c == '”')
    {
        let rest = &bare[close + 2..];
        return close <= 4 && (2..=6).contains(&rest.len()) && WORDS.headings.ends(rest);
    }
    let dotted = is_dotted(bare);
    (2..=if dotted { 11 } else { 12 }).contains(&bare.len())
        && bare.iter().all(|&c| is_han(c) || matches!(c, '·' | '|' | '丨'))
        && (dotted || ends_as_heading(bare) || WORDS.columns.get(bare).is_some())
}

/// Whether letters end as column headings end. Longer ones do by three letters, the last of them one that few headlines
/// end in (乡村治理大家谈), or by what is picked from many (我与工厂征文选登): by others, headlines do too (金秋唱响夕阳红).
fn ends_as_heading(letters: &[char]) -> bool {
    let last = letters.last().copied().unwrap_or_default();
    let longest = |end: usize| if end > 2 && COLUMNS.has(last) || last == '登' { 8 } else { 6 };
    WORDS.headings.at_end(letters).is_some_and(|(end, ())| letters.len() <= longest(end))
}

/// A column heading without the number of its piece: 老街故事 03, 老街故事(12), 老街故事第三期.
fn without_number(chars: &[char]) -> &[char] {
    let is_number = |c: char| c.is_ascii_digit() || is_han_ordinal(c) || matches!(c, '(' | ')' | ' ' | '之');
    let bare = chars.strip_suffix(&['期']).unwrap_or(chars);
    let bare = trim(bare, is_number);
    let bare = bare.strip_suffix(&['第']).unwrap_or(bare);
    let rest = &chars[(chars.len().min(bare.len()))..];
    // 一线快递 begins with a number, 老街十二 is none of its kind.
    let numbered = chars.starts_with(bare) && matches!(rest.first(), Some(' ' | '(' | '第'));
    if numbered && bare.len() >= 3 { bare } else { chars }
}

/// What stands between dashes: - 简讯 -, ——街坊——.
fn between_dashes(chars: &[char]) -> Option<&[char]> {
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '─');
    let bare = trim(chars, |c| is_dash(c) || c == ' ');
    let framed = is_dash(*chars.first()?) && is_dash(*chars.last()?);
    (framed && !bare.is_empty() && !bare.iter().any(|&c| is_dash(c))).then_some(bare)
}

/// Whether a mark stands on both sides of the names of columns, beside boxes: ※简讯※, ＊简讯＊.
const fn is_star(c: char) -> bool {
    matches!(c, '※' | '*' | '★' | '+' | '=' | '~')
}

/// Whether a line stands between two marks of one kind: 【街坊】, ·街坊·, ◆街坊◆, |街坊|.
pub(in crate::split) fn is_framed(chars: &[char]) -> bool {
    match (chars.first(), chars.last()) {
        (Some('【'), Some('】'))
        | (Some('〔'), Some('〕'))
        | (Some('〖'), Some('〗'))
        | (Some('['), Some(']')) => true,
        (Some(&first), Some(&last)) => {
            first == last
                && (is_box(first) || is_star(first) || matches!(first, '|' | '丨'))
                && chars.len() > 2
                || between_dashes(chars).is_some()
        }
        _ => false,
    }
}

/// How likely characters that are set apart must be a name to be no column heading.
const LIKELIER: f32 = 0.5;

/// A column heading whose letters are set apart, without the spaces: 小 言 论.
pub(in crate::split) fn unspaced_heading(chars: &[char]) -> Option<Vec<char>> {
    let bare = trim_frame(chars);
    if !(3..=24).contains(&bare.len()) || bare[1] != ' ' {
        return None;
    }
    let letters: Vec<char> = bare.iter().copied().filter(|&c| c != ' ').collect();
    let apart = bare.windows(2).all(|pair| pair[0] == ' ' || pair[1] == ' ');
    let listed = || {
        let column = letters.len() <= 5 && COLUMNS.has(letters[letters.len() - 1]);
        column || WORDS.headings.ends(&letters) || WORDS.columns.get(&letters).is_some()
    };
    // 陈 小 可 is a name, 何 敏 吴 涛 are two.
    let named = |name: &[char]| names::odds(name).is_some_and(|odds| odds >= LIKELIER);
    let are_names = || {
        let mut rest = &letters[..];
        names::part(&letters).is_some_and(|lengths| {
            lengths.iter().all(|&length| {
                let (name, after) = rest.split_at(length.min(rest.len()));
                rest = after;
                named(name)
            })
        })
    };
    let is_name = ends!(&letters, ["摄", "文", "图"])
        || letters.len() <= 3 && names::is_likely_name(&letters)
        || !listed() && are_names();
    if letters.len() <= 4 && WORDS.notices.ends(&letters) {
        return None;
    }
    let plain = (3..=6).contains(&letters.len()) && !is_name && letters.iter().all(|&c| is_han(c));
    (apart && (plain || is_heading(&letters))).then_some(letters)
}

/// Two short halves with a dot between, as in 社区·烦心事.
fn is_dotted(chars: &[char]) -> bool {
    let mut halves = chars.split(|&c| c == '·').map(<[char]>::len);
    let short = |n: Option<usize>| n.is_some_and(|n| (2..=5).contains(&n));
    // 蝶恋花·登楼 is a poem.
    short(halves.next())
        && short(halves.next())
        && halves.next().is_none()
        && chars.split(|&c| c == '·').next().is_none_or(|first| WORDS.tunes.get(first).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn every_end_is_needed_and_known_in_its_example() {
        for row in rows(include_str!("../../../data/sections.tsv")) {
            let (end, example) = (chars(row[0]), chars(row[1]));
            assert!(example.ends_with(&end) && is_heading(&example), "{row:?}");
            assert!(!WORDS.headings.ends(&end[1..]), "{row:?}: a shorter end is listed");
        }
    }

    #[test]
    fn every_column_is_needed_and_known() {
        for row in rows(include_str!("../../../data/columns.tsv")) {
            let column = chars(row[0]);
            assert!(is_heading(&column), "{row:?}");
            let long = column.len() > 6;
            assert!(long || !WORDS.headings.ends(&column), "{row:?}: its end is listed in sections.tsv");
        }
    }
}
