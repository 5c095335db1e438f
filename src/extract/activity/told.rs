//! What a clause says of an activity behind its name: that it was held, or that it ended.

use super::lexicon::{Lexicon, lexicon};

use crate::Document;
use crate::chars::{CharSet, is_separator};

/// How far behind a name its verb may end, in characters.
const HELD_WITHIN: usize = 26;

/// What is said of an activity behind its name.
#[derive(PartialEq, Eq)]
pub(super) enum Told {
    Held,
    Ended,
}

/// What is said of an activity behind its name, in the same clause: 今天(7月29日)在南通|启动.
pub(super) fn told_behind(doc: &Document<'_>, lexicon: &Lexicon, end: usize) -> Option<Told> {
    static BETWEEN: CharSet = CharSet::of(
        "在于由正将也已就今昨日月时上下午晚近前圆隆如同首顺成陆热火胜盛鸣定每再(0123456789一二三四五六七八九十廿",
    );
    let window = &doc.chars()[end..doc.len().min(end + HELD_WITHIN)];
    let mut at = 0;
    while at < window.len() {
        let rest = &window[at..];
        let verb = lexicon.behind.at_start(rest).filter(|&(length, ())| !is_noun(&rest[length..]));
        match rest[0] {
            '(' => at += rest.iter().position(|&c| c == ')')?,
            // 由市文旅局、|市图书馆主办.
            c if is_separator(c) && !(c == '、' && window[0] == '由') => return None,
            // 今天起开始|办理手续: something else begins.
            '开' if rest.get(1) == Some(&'始') && rest.get(2).is_some_and(|&c| !is_separator(c)) => {}
            _ if verb.is_some() => return Some(Told::Held),
            '结' if rest.get(1) == Some(&'束') => return Some(Told::Ended),
            '吸' if at == 0 && rest.get(1) == Some(&'引') => return Some(Told::Ended),
            c if at == 0 && !(BETWEEN.has(c) || is_day(rest)) => return None,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Whether `rest` begin with a day or an hour in words: 六日下午.
fn is_day(rest: &[char]) -> bool {
    let digit =
        |c: &&char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '廿');
    let digits = rest.iter().take(3).take_while(digit).count();
    digits > 0 && matches!(rest.get(digits), Some('月' | '日' | '号' | '时' | '点'))
}

/// Whether what follows makes a noun of a verb: 开幕|式, 启动|仪式, 举办|地.
fn is_noun(rest: &[char]) -> bool {
    lexicon().nominal.starts(rest)
}
