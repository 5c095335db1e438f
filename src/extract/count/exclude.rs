//! Numbers that are no counts, each for a stated reason.

use super::unit::{self, UnitKind};
use crate::chars::is_separator;
use crate::numeral::{Form, Numeral, is_numeric};
use crate::segment::common;
use crate::{Document, Span};

/// The end of the title in 《》 that opens at `at`: its numbers are a name's. Without a near end, one further.
pub(super) fn title_end(doc: &Document<'_>, at: usize) -> usize {
    (at + 1..(at + 50).min(doc.len())).find(|&i| matches!(doc.char(i), '》' | '\n')).map_or(at + 1, |i| i + 1)
}

/// The end of a run of Latin letters and digits that the digit at `at` stands in: 5G, A07, B2型.
pub(super) fn code_end(doc: &Document<'_>, at: usize) -> Option<usize> {
    let latin = |c: char| c.is_ascii_alphanumeric();
    let within = doc.char(at).is_ascii_digit() && latin(doc.before(at));
    within.then(|| at + doc.chars()[at..].iter().take_while(|&&c| latin(c)).count())
}

/// Reasons that the numeral alone tells; where to read on.
pub(super) fn before_unit(doc: &Document<'_>, at: usize, n: &Numeral) -> Option<usize> {
    let end = at + n.len;
    let before = doc.before(at);
    let after = doc.char(end);
    let latin = |c: char| c.is_ascii_alphanumeric();
    if before == '第' || (before == ' ' && doc.before(at.saturating_sub(1)) == '第') {
        return Some(ordinal_end(doc, end));
    }
    // 3.0.1, 0513-8511, 2:0, 1+2+X.
    let code = || {
        matches!(before, '.' | '_' | '#' | '-' | '/' | ':' | '×' | '№')
            && n.is_arabic()
            && at > 1
            && latin(doc.char(at - 2))
    };
    let goes_on = || matches!(after, '.' | ':' | '×' | '_') && latin(doc.char(end + 1));
    let scheme = || before == '+' || after == '+';
    // 周五轮流, 星期三班: a day of the week.
    let weekday = || {
        let week = match before {
            '周' => true,
            '期' => doc.ends_with(at, "星期"),
            '拜' => doc.ends_with(at, "礼拜"),
            _ => false,
        };
        week && !n.is_arabic() && n.len == 1 && doc.char(at) != '两'
    };
    // 020-12345678 and every other long plain string; a leading zero is no number's.
    let identifier = || match n.form {
        Form::Long => true,
        // 618521620例
        Form::Digits => n.len > 1 && doc.char(at) == '0' || n.len >= 9 && !counts_at(doc, end),
        Form::HanDigits => n.len > 4,
        _ => false,
    };
    // 拾款交还: what was found.
    let found = || doc.char(at) == '拾' && n.len == 1;
    // 数了数人头
    let counted = || doc.char(at) == '数' && before == '了' && doc.before(at - 1) == '数';
    // 一一道来
    let each = || n.form == Form::HanDigits && n.integer() == Some(11) && doc.char(at) == '一';
    (code() || goes_on() || scheme() || weekday() || identifier() || found() || counted() || each())
        .then_some(end)
}

/// Whether a unit that nothing else begins with stands at `at`.
fn counts_at(doc: &Document<'_>, at: usize) -> bool {
    unit::longest(doc.rest(at)).is_some_and(|u| matches!(u.kind, UnitKind::Count(_)) && !u.strict)
}

/// 第三、四次; 第5—8版: the ordinal covers what is joined to it.
fn ordinal_end(doc: &Document<'_>, end: usize) -> usize {
    let mut at = end;
    while matches!(doc.char(at), '、' | '至' | '—' | '-' | '~' | '和')
        && is_numeric(doc.char(at + 1))
        && at - end < 24
    {
        at += 1;
        while is_numeric(doc.char(at)) {
            at += 1;
        }
    }
    // 第一个, 第3名: the unit is the ordinal's.
    at
}

/// Where reading goes on after a numeral without a count: behind ASCII digits, else behind one character more than
/// its start would re-read the tail of the same number (`三五一百人`).
pub(super) fn resume(doc: &Document<'_>, at: usize, after: usize) -> usize {
    let digits = (at..after).rev().find(|&i| doc.char(i).is_ascii_digit()).map_or(at + 1, |i| i + 1);
    digits.max(at + 1).max(if is_numeric(doc.char(at)) { after } else { at + 1 })
}

/// Whether the dictionary holds a span.
pub(super) fn is_word(doc: &Document<'_>, span: Span) -> bool {
    doc.chars().get(span.start..span.end).is_some_and(|word| common::class(word).is_some())
}

/// Whether a noun of two characters stands at `at`.
pub(super) fn is_noun(doc: &Document<'_>, at: usize) -> bool {
    doc.chars().get(at..at + 2).is_some_and(|word| common::class(word) == Some(common::Class::Noun))
}

/// 一名志愿者, 一批: indefinite, unless printed as a digit.
pub(super) fn indefinite(n: &Numeral) -> bool {
    !n.is_arabic() && n.integer() == Some(1) && n.max.is_none() && n.len == 1
}

/// “四个意识”, “最后一米”, “三个100”: a short quotation that begins or ends with the number is a name.
pub(super) fn quoted(doc: &Document<'_>, at: usize, end: usize) -> bool {
    let open = |c: char| matches!(c, '“' | '‘' | '「' | '『' | '"');
    let close = |c: char| matches!(c, '”' | '’' | '」' | '』' | '"');
    let begins = open(doc.before(at))
        && (end..end + 8).map(|i| doc.char(i)).take_while(|&c| !is_separator(c) || close(c)).any(close);
    // “稳就业保民生18条”
    let reach = if doc.before(end) == '条' { 12 } else { 6 };
    let ends = close(doc.char(end))
        && (at.saturating_sub(reach)..at)
            .rev()
            .map(|i| doc.char(i))
            .take_while(|&c| !is_separator(c) || open(c))
            .any(open);
    begins || ends
}
