//! The endings of names in the text: where one stands, what sort of body it tells, and that it is no part of a longer
//! word.

use super::lexicon::{Kind, Lexicon};
use crate::Document;
use crate::chars::{CharSet, is_han};
use crate::lexicon::ends;
use crate::names;

/// An ending in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What offices end with, behind their field.
pub(super) const OFFICES: &str = "局厅委办署处站科部";
static IS_OFFICE: CharSet = CharSet::of(OFFICES);

/// The ending that ends at `end`.
#[inline]
pub(super) fn read(doc: &Document<'_>, lexicon: &Lexicon, end: usize) -> Option<Head> {
    let chars = doc.chars();
    let text = chars.get(..end)?;
    let (&last, before) = text.split_last()?;
    let body = lexicon.bodies.at_end(text);
    let office = IS_OFFICE.has(last).then(|| lexicon.fields.at_end(before)).flatten();
    let (length, kind) = match (body, office) {
        (Some((n, kind)), Some((field, ()))) if n > field => (n, kind),
        // 人民武装|部.
        (Some((n, kind)), Some(_)) if last == '部' && kind != Kind::Known => (n, kind),
        // 财政部: a ministry of another country, where no list has it whole.
        (_, Some((field, ()))) => (field + 1, if last == '部' { Kind::State } else { Kind::Office }),
        (Some(body), None) => body,
        (None, None) => return None,
    };
    // 四中全会: a session of the Party.
    if text.ends_with(&['中', '小', '学']) || last == '中' && chars[end..].starts_with(&['全', '会']) {
        return None;
    }
    // 一|小时, 二|小组, 一|小飞机.
    if text.ends_with(&['小']) {
        let rest = doc.rest(end);
        let whose = matches!(rest.first(), Some('的' | '校' | '教' | '师' | '学' | '读' | '上' | '念'))
            || lexicon.does.starts(rest);
        // 两国|小朋友.
        let word = doc.word(end - 1);
        if word.end > end && doc.is_word(word)
            || doc.char(end) != '组' && names::is_word_pair('小', doc.char(end))
            || ends!(text, ["一小"]) && rest.first().is_some_and(|&c| is_han(c)) && !whose
        {
            return None;
        }
    }
    // 9次协|商会.
    if text.ends_with(&['协', '商', '会']) {
        return None;
    }
    // 市监委|会同市公安局.
    let with = chars[end..].starts_with(&['同'])
        && matches!(text, [.., '监' | '纪' | '党' | '团' | '市' | '省' | '区' | '县' | '工', '委', '会']);
    // 集中学习.
    if with || text.ends_with(&['集', '中', '学']) && doc.char(end) == '习' {
        return None;
    }
    // 大学路, 医院街: streets.
    let continued =
        matches!(doc.char(end), '路' | '街' | '巷' | '弄') || lexicon.longer.starts(&chars[end - 1..]);
    (!continued || may_go_on(doc, lexicon, kind, end)).then_some(Head { kind, start: end - length, end })
}

/// Where a character that may continue another word begins a title or a verb of its own: 协会|会长, 市民政局|部署.
fn may_go_on(doc: &Document<'_>, lexicon: &Lexicon, kind: Kind, end: usize) -> bool {
    let (text, rest) = doc.chars().split_at(end);
    let own = lexicon.apart.starts(rest);
    // 师大附中|队.
    let team = text.ends_with(&['附', '中']) && rest.first() == Some(&'队');
    team || own
        && !((kind == Kind::Office || text.ends_with(&['政', '协'])) && rest.starts_with(&['委', '员']))
}
