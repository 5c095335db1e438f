//! Whether what stands before an ending makes a name of it.

use super::boundary::{Ground, Host, is_level};
use super::head::Head;
use super::lexicon::Kind;
use crate::chars::is_han;
use crate::lexicon::{begins, ends};
use crate::names::is_likely_name;
use crate::{Document, Span};

/// The longest way between what opens a name and its ending, in characters.
const LONGEST: usize = 16;

/// The longest way between a body and the ending of a part of it.
const LONGEST_PART: usize = 10;

/// Whether a place and what stands between it and the ending make a name.
pub(super) fn is_named(ground: &Ground<'_>, head: Head, host: Host, middle: &[char]) -> bool {
    use Kind::{
        Association, Bank, Company, Hall, Hospital, Institute, Media, Residents, School, Team, Troupe,
    };
    let doc = ground.doc;
    let plain = |&c: &char| is_han(c) || c.is_ascii_alphanumeric() || c == '·';
    if middle.len() > LONGEST || !middle.iter().all(plain) || is_of_several(middle) {
        return false;
    }
    let generic = middle.is_empty() || ground.lexicon.names_nothing(middle);
    let text = &doc.chars()[..head.end];
    // 南通市|公司: the ending alone says what it is, as an office's does, but not which.
    let bare = generic
        && matches!(head.kind, Company | School | Bank | Association | Institute | Media)
        && ground.lexicon.common.get(&text[head.start..]).is_some();
    match host {
        Host::Quoted => {
            matches!(
                head.kind,
                Company | Team | School | Association | Hospital | Media | Institute | Hall | Troupe
            )
        }
        Host::Level => !bare && !matches!(head.kind, Team | Residents) && !ends!(text, ["市中心"]),
        Host::Country | Host::National => {
            !bare && !(generic && (matches!(head.kind, Company | Team) || ends!(text, ["政府"])))
        }
        Host::Body => middle.len() <= LONGEST_PART && !is_no_part(head.kind, text, middle),
        // 石桥村小学; 金沙小学: the short name of a county is the school's own.
        Host::Community if head.kind == School => true,
        Host::Area
            if middle.is_empty()
                && ends!(text, ["小学", "中学", "幼儿园"])
                && !is_level(doc.before(head.start)) =>
        {
            true
        }
        Host::Community | Host::Area => !bare || head.kind == Bank,
    }
}

/// 足协|第三届理事会 is a meeting, 市政府|中心|工作 a word; 省统计局|工业处 is named by its body.
fn is_no_part(kind: Kind, text: &[char], middle: &[char]) -> bool {
    middle.contains(&'届') && ends!(text, ["理事会"])
        || kind == Kind::Part && middle.is_empty() && ends!(text, ["中心"])
        || kind == Kind::Office && ends!(text, ["处", "科"])
}

/// 南通四所学校, 县以下医院, 全市各中学: several, not one.
fn is_of_several(middle: &[char]) -> bool {
    match middle {
        [number, '所' | '家' | '个' | '名' | '支' | '座' | '间', ..] => {
            is_small_number(*number) || matches!(number, '两' | '多' | '几' | '数')
        }
        ['各' | '某', ..] | ['以', '下' | '上', ..] | ['所', '有', ..] => true,
        _ => false,
    }
}

/// Where a name without a place before it begins, behind `start`: its first words are no common ones.
pub(super) fn proper(ground: &Ground<'_>, head: Head, start: usize) -> Option<usize> {
    let (doc, lexicon) = (ground.doc, ground.lexicon);
    let (text, rest) = doc.chars().split_at(head.end);
    // What opens a name may reach into its ending.
    let stem = text.get(start..head.start).filter(|stem| stem.len() >= 2)?;
    let own = head.kind.has_proper_names()
        || ends!(text, ["派出所", "司法所", "工商所", "税务所", "财政所", "国土所", "供电所", "警署"])
        || stem.len() >= 4 && ends!(text, ["治沙站", "保护站", "管护局"]);
    let graduates = head.kind == Kind::School && begins!(rest, ["毕业"]);
    if !own
        || graduates
        || ends!(&text[..head.start], ["上市", "龙头", "跨国", "外国"])
        || lexicon.is_generic(stem)
        || stem.iter().any(char::is_ascii_digit)
    {
        return None;
    }
    if head.kind == Kind::School && doc.is_word(Span::new(start, head.end)) {
        return Some(start);
    }
    // Words outside the dictionary and proper nouns make a name; verbs before them are no part of it.
    let tags = doc.tagged(Span::new(start, head.start));
    let is_proper = |(word, tag): &(Span, &str)| {
        let person = matches!(*tag, "nr" | "nrt" | "nrfg") && head.kind == Kind::School;
        let alone = *word == Span::new(start, head.start) && !is_likely_name(&text[word.start..word.end]);
        (!person || alone)
            && matches!(*tag, "nr" | "ns" | "nz" | "nt" | "x" | "nrt" | "nrfg" | "eng")
            && !lexicon.is_generic(&text[word.start..word.end])
    };
    let first = tags.iter().position(|(word, tag)| {
        // 城北派出所, 东关小学: a side of the town is part of the name.
        let side = *tag == "f"
            && matches!(doc.char(word.start), '东' | '西' | '南' | '北' | '城')
            && head.start - word.start > 1;
        side || !tag.starts_with(['v', 'p', 'd', 'r', 'm', 'c', 'u', 't', 'f', 'q'])
    })?;
    let tags = &tags[first..];
    let begin = tags.first()?.0.start;
    let stem = &text[begin..head.start];
    if stem.len() < 2 || lexicon.is_generic(stem) || is_one_of_many(doc, begin) {
        return None;
    }
    let singles = tags.iter().filter(|(word, _)| word.len() == 1).count();
    let strong = stem.len() <= 12
        && lexicon.strong.ends(&text[start..])
        && !tags.iter().any(|t| is_verb(t) && !lexicon.is_generic(&text[t.0.start..t.0.end]));
    let factory = doc.before(head.end) == '厂';
    // 国棉三十一厂.
    let numbered = factory && is_small_number(doc.before(head.start));
    (tags.iter().any(is_proper)
        || singles >= 2 && (!factory || head.end - head.start > 1)
        || strong
        || numbered)
        .then_some(begin)
}

/// Whether a number and a classifier stand before `at`: 一座|菌包厂 tells what it is, not its name.
fn is_one_of_many(doc: &Document<'_>, at: usize) -> bool {
    at >= 2
        && matches!(doc.before(at), '座' | '家' | '个' | '所' | '间' | '支')
        && matches!(
            doc.char(at - 2),
            '一' | '两' | '二' | '三' | '四' | '五' | '多' | '几' | '数' | '0'..='9'
        )
}

fn is_small_number(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn is_verb((word, tag): &(Span, &str)) -> bool {
    word.len() > 1 && matches!(*tag, "v" | "d" | "p" | "c" | "r" | "m" | "t" | "f")
}
