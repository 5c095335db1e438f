//! Names that neither a place nor words outside the dictionary tell: by number, subject or trade.

use super::boundary::Ground;
use super::head::Head;
use super::lexicon::Kind;
use super::named::is_proper_tag;
use super::several::is_small_number;
use crate::Span;
use crate::chars::{CharSet, is_han, is_separator};
use crate::lexicon::{begins, ends};
use crate::segment::common::{Class, class};

/// 化工|学院: a university's own, named by its subject.
pub(super) fn faculty(ground: &Ground<'_>, head: Head, start: usize) -> Option<usize> {
    let text = &ground.doc.chars()[..head.end];
    let subject = text.get(start..head.start)?;
    let sort = || {
        ground.lexicon.names_nothing(subject)
            || ends!(subject, ["职业", "技术", "独立", "成人", "师范", "示范性", "专科", "重点", "二级"])
    };
    let counted = || begins!(subject, ["所", "个", "家", "各", "兼", "高校", "孔子", "行政", "党校"]);
    let plain = subject.iter().all(|&c| is_han(c)) && (2..=8).contains(&subject.len()) && !counted();
    (ends!(text, ["学院"]) && head.end - head.start == 2 && plain && !sort()).then_some(start)
}

/// 第二|医院, 第一|航务|工程局: a number of its own is a name.
pub(super) fn numbered(ground: &Ground<'_>, head: Head, start: usize) -> Option<usize> {
    let doc = ground.doc;
    let number = |&at: &usize| is_small_number(doc.char(at)) || doc.char(at).is_ascii_digit();
    let digits = (start + 1..head.start).take_while(number).count();
    // 八五二|农场: the farms of the north are called by number.
    let number = &doc.chars()[start..head.start];
    let farm = (2..=4).contains(&number.len())
        && number.iter().all(|&c| is_small_number(c) || c.is_ascii_digit())
        && ends!(&doc.chars()[..head.end], ["农场"]);
    if farm {
        return Some(start);
    }
    if doc.char(start) != '第' || digits == 0 {
        return None;
    }
    let middle = &doc.chars()[start + 1 + digits..head.start];
    static ONE_OF: CharSet = CharSet::of("个家所名间座批届次大艘期代轮种类条项级方");
    let kinds = matches!(head.kind, Kind::Hospital | Kind::School | Kind::Company | Kind::Institute);
    (kinds && middle.len() <= 6 && !middle.first().is_some_and(|&c| ONE_OF.has(c))).then_some(start)
}

/// 洪都|机械厂: a name of two characters, the second of which may also end something. `start` is behind it.
pub(super) fn two_characters(ground: &Ground<'_>, head: Head, start: usize) -> Option<usize> {
    let doc = ground.doc;
    let begin = start.checked_sub(2)?;
    let named = matches!(doc.before(start), '都' | '和' | '原' | '正' | '当' | '至')
        && is_han(doc.char(begin))
        && !is_small_number(doc.char(begin))
        && doc.tagged(Span::new(begin, start)).iter().all(|(word, tag)| word.len() < 2 || is_proper_tag(tag))
        && ground.lexicon.before.at_end(&doc.chars()[..=begin]).is_none()
        && ground.lexicon.is_generic(&doc.chars()[start..head.start]);
    if !named || head.kind != Kind::Company {
        return None;
    }
    let low = begin.saturating_sub(6);
    let firm = ground.is_firm(begin, low, None);
    firm.then_some(begin).or_else(|| ground.short_area(begin, low, None).map(|(start, _)| start))
}

/// 大成|面粉|公司: a word of two characters before the trade, where a sentence begins.
pub(super) fn is_trade_name(ground: &Ground<'_>, head: Head, start: usize) -> bool {
    let doc = ground.doc;
    let stem = &doc.chars()[start..head.start];
    head.kind == Kind::Company
        && stem.len() >= 4
        && stem[..2].iter().all(|&c| is_han(c))
        && !ground.lexicon.is_generic(&stem[..2])
        && ground.lexicon.is_generic(&stem[2..])
        && (start == 0 || is_separator(doc.before(start)) && doc.before(start) != '、')
        && doc
            .tagged(Span::new(start, start + 2))
            .iter()
            .all(|(word, tag)| word.len() < 2 || tag.starts_with('n'))
}

/// 胜利|派出所, 九州|电力|公司: a word that many bodies bear.
pub(super) fn is_given(ground: &Ground<'_>, head: Head, start: usize) -> bool {
    const LONGEST: usize = 6;
    let stem = ground.doc.chars().get(start..head.start).unwrap_or_default();
    let given = ground.lexicon.given.at_start(stem).map(|(length, ())| length);
    stem.len() <= LONGEST && given.is_some_and(|length| ground.lexicon.is_generic(&stem[length..]))
}

/// 花农|公会, 三道关|派出所: a word before what few bodies end with, where one of theirs or what bodies do stands behind.
pub(super) fn is_word_name(ground: &Ground<'_>, head: Head, start: usize) -> bool {
    let (text, rest) = ground.doc.chars().split_at(head.end);
    let stem = &text[start..head.start];
    let own = ground.lexicon.own.ends(text);
    let goes = || matches!(stem[0], '去' | '来' | '到' | '找' | '进' | '回' | '报');
    let class = class(stem);
    (2..=3).contains(&stem.len())
        && (class == Some(Class::Noun) && (own || head.kind == Kind::Association)
            || class.is_none() && own && stem.len() == 3 && !goes())
        && ground.lexicon.does.starts(rest)
}
