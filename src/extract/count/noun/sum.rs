//! What sums of money are called, and who pays them: 就业补助资金, 工资, 政府补贴20万元.

use super::super::exclude::is_word;
use super::super::grammar::Quantity;
use super::super::role::{PERFECT, Role};
use super::super::word::Word;
use super::lexicon::{self, AID, EARNED, GRANT, LOAN, RECEIVED, TRADE, WHOLE, WORTH, is};
use crate::chars::is_separator;
use crate::record::CountKind;
use crate::{Document, Span};

/// Last syllables of what money is called: 资金, 补贴, 补助, 投资.
pub(super) const fn is_fund(c: char) -> bool {
    matches!(c, '金' | '款' | '费' | '券' | '债' | '贴' | '助' | '资')
}

/// What money is called behind its sum: 就业补助资金, 管理费.
pub(super) fn fund(doc: &Document<'_>, words: &[Word]) -> Option<Span> {
    let named = |w: &Word| {
        let (a, b) = (doc.char(w.span.end.saturating_sub(2)), doc.char(w.span.end - 1));
        matches!(b, '金' | '款' | '费' | '券' | '债')
            || matches!((a, b), ('补', '贴' | '助') | ('经', '费') | ('投', '资'))
    };
    // 技能 / 提升 / 补贴, but 村民 / 领取 / 补贴.
    let told = |i: usize| {
        i > 0 && words[0].role != Role::Person && words.get(i + 1).is_some_and(|w| w.role.ends() && named(w))
    };
    // 提供3亿美元军事支持。
    let aid =
        |i: usize| i > 0 && i + 1 == words.len() && !named(&words[i - 1]) && is(doc, words[i].span, AID);
    let plain = (0..words.len().min(7))
        .take_while(|&i| match words[i].role {
            Role::Stop | Role::Of => false,
            Role::Predicate => told(i) || aid(i),
            _ => true,
        })
        .count();
    // 预算内 / 投资, but 投资 alone is what is done.
    let last = words[..plain].iter().enumerate().rposition(|(i, w)| {
        named(w) && (w.role.ends() || i > 0 && doc.surface(w.span) == "投资")
            || aid(i) && is_separator(doc.char(w.span.end))
    })?;
    Some(Span::new(words[0].span.start, words[last].span.end))
}

/// Whether money is what somebody pays or lends another, or what something is worth: 政府补贴20万元, 向银行贷款3万元,
/// 奖励某人500元; but 领到补贴20万元.
fn paid(doc: &Document<'_>, words: &[Word], phrase: &[Word]) -> bool {
    let [.., last] = phrase else { return false };
    let before = &words[..words.len().saturating_sub(1)];
    let told = |kind| is(doc, last.span, kind);
    let subject = |w: &Word| w.acts || w.role == Role::Person || matches!(doc.surface(w.span), "财政");
    // 发放 / 个人 / 住房 / 贷款, 领到 / 政府 / 补贴: what another verb is about.
    let object = before.iter().any(|w| {
        w.is(PERFECT) || w.role == Role::Predicate && !matches!(doc.surface(w.span), "决定" | "打算")
    });
    match () {
        () if told(GRANT) => {
            let after = before.last().is_none_or(subject);
            !object && after || before.last().is_some_and(|w| doc.before(w.span.end) == '上')
        }
        () if told(LOAN) => {
            before.iter().any(|w| doc.surface(w.span) == "向")
                || !object && before.last().is_none_or(|w| w.role != Role::Modifier)
        }
        () if told(WORTH) => !before.last().is_some_and(|w| matches!(doc.surface(w.span), "总" | "经济")),
        // 赔了国家300元
        () => {
            (last.acts || doc.surface(last.span) == "国家") && last.role != Role::Amount
                || phrase.len() > 1 && phrase.iter().all(|w| w.span.len() == 1) && last.role == Role::Single
        }
    }
}

/// Whether a number at `at` tells how much money it was that somebody paid or owes, and what stands behind it opens
/// another clause: 罚款|50万公司不服, 集资了|200万村民修路.
pub(in crate::extract::count) fn is_sum(doc: &Document<'_>, at: usize) -> bool {
    let end = at - usize::from(doc.before(at) == '了');
    let kind = |c: char| matches!(c, '条' | '新' | '老' | '旧' | '爆');
    let paid = doc.before(end) == '款' && end > 1 && !kind(doc.before(end - 1)) && {
        is_word(doc, Span::new(end - 2, end))
    };
    paid || doc.ends_with(end, "捐资") || doc.ends_with(end, "集资")
}

/// The word before a sum that says what it was, though it is a verb as well.
pub(super) fn sum_of(doc: &Document<'_>, words: &[Word], end: usize) -> Option<Span> {
    let last = words.last()?;
    // 其中出口1186亿美元: what was sold, though it is a verb as well.
    let trade = is(doc, last.span, TRADE);
    if trade && (words.len() == 1 || words[words.len() - 2].role == Role::Stop) {
        return Some(last.span);
    }
    // 实际使用外资30亿元
    let used = || words.iter().rev().nth(1).is_some_and(|w| !w.role.ends() && w.role != Role::Modifier);
    if is(doc, last.span, RECEIVED) && used() {
        return Some(last.span);
    }
    // 安排中央预算内投资3亿元
    let length = lexicon::ends(doc, end, WHOLE)?;
    Some(Span::new(end - length, end))
}

/// Whether what stands before a sum is what it is paid for, or a verb as likely: 换一块踏板80元, 收入3万元.
pub(super) fn is_priced(
    doc: &Document<'_>,
    q: &Quantity,
    governed: &[Word],
    phrase: &[Word],
    span: Span,
) -> bool {
    // 已捐款3万元
    let alone = phrase.len() == 1 && !governed.iter().rev().nth(1).is_some_and(|w| w.role != Role::Stop);
    let price = q.kind == CountKind::Money || q.unit.is_some_and(|u| doc.char(u.start) == '分');
    // 校友捐款3万元
    let gift = matches!(phrase, [who, what] if who.role == Role::Person && is(doc, what.span, EARNED));
    let each_of = |i: usize| matches!(doc.before(span.start.saturating_sub(i)), '一' | '每');
    let priced = gift
        || each_of(1)
        || span.len() == 1 && each_of(2)
        || alone && is(doc, span, EARNED)
        || q.kind == CountKind::Money && paid(doc, governed, phrase);
    // 少收入四万元, 多支出3万元
    let changed = matches!(phrase, [how, what] if how.span.len() == 1 && matches!(doc.char(how.span.start), '少' | '多')
            && is(doc, what.span, EARNED));
    price && (priced || changed)
}

#[cfg(test)]
mod tests {
    use super::super::tests::noun;

    #[test]
    fn what_opens_the_next_clause_is_no_noun_of_a_sum() {
        noun(None, &["罚款50万公司不服", "罚款50万元公司不服"]);
        noun(Some("捐款"), &["捐款100万学校建成", "捐款100万,学校建成"]);
        noun(None, &["集资200万村民修路"]);
        noun(Some("存款"), &["存款100万利息3万", "存款100万,利息3万"]);
        noun(Some("救灾资金"), &["拨款50万元救灾资金"]);
    }
}
