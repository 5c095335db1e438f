//! What stands around a byline and is none of it: words that introduce it, sources, notes on the writers.

use super::lexicon::{WORDS, is_joint};
use super::read_signed;
use crate::chars::is_han;
use crate::lexicon::begins;
use crate::names;

/// Past what a digital paper prints before the writer, the day, the source: `2015-04-09 来源:海州晚报 | 作者:张晓明`; 0
/// where a line begins otherwise.
pub(crate) fn after_metadata(chars: &[char]) -> usize {
    const REACH: usize = 48;
    if !chars.first().is_some_and(|&c| c.is_ascii_digit() || WORDS.metadata.may_begin(c)) {
        return 0;
    }
    let is_stamp = |c: &&char| matches!(c, '0'..='9' | '-' | '/' | ':' | '.' | ' ' | '年' | '月' | '日');
    let stamp = chars.iter().take_while(is_stamp).count();
    let is_stamped = stamp >= 8 && chars[0].is_ascii_digit();
    let is_labelled = WORDS.metadata.starts(&chars[if is_stamped { stamp } else { 0 }..]);
    if !is_stamped && !is_labelled {
        return 0;
    }
    let rest = &chars[..chars.len().min(stamp + REACH)];
    let writer = (stamp..rest.len()).find(|&at| {
        begins!(&chars[at..], ["作者:", "记者:", "通讯员:"])
            && (at == stamp || is_labelled && matches!(chars[at - 1], ' ' | '|'))
    });
    writer.unwrap_or(0)
}

/// Where a byline begins and ends on a line of a digital paper's notes, behind them or before them: `作者:张晓明
/// 发布时间:2019-11-08`; `None` where nobody signs.
pub(crate) fn beside_metadata(chars: &[char]) -> Option<(usize, usize)> {
    let from = after_metadata(chars);
    if from == 0 && !begins!(chars, ["作者:", "记者:", "通讯员:", "撰文:", "供稿:"]) {
        return None;
    }
    let to = before_metadata(chars, from, chars.len());
    if (from, to) == (0, chars.len()) {
        return None;
    }
    read_signed(&chars[from..to]).filter(|byline| !byline.signatures.is_empty()).map(|_| (from, to))
}

/// Where a byline ends that a digital paper's notes follow: `作者:张晓明 来源:海州晚报 字号:大 中 小`.
pub(super) fn before_metadata(chars: &[char], start: usize, end: usize) -> usize {
    let run = &chars[start..end];
    if !run.contains(&':') {
        return end;
    }
    let note = |&at: &usize| matches!(run[at - 1], ' ' | '|') && WORDS.metadata.starts(&run[at..]);
    match (1..run.len()).find(note) {
        Some(at) => {
            start + run[..at].iter().rposition(|c| !matches!(c, ' ' | '|')).map_or(at, |last| last + 1)
        }
        None => end,
    }
}

/// Where a byline begins that words introduce which are none of it: `以上图片均为记者张三摄`, `新华社发(张三摄)`.
pub(super) fn after_lead(chars: &[char], start: usize, end: usize) -> usize {
    // 〔英〕王正 译
    if matches!(chars[start], '(' | '[' | '〔' | '【')
        && let Some(close) =
            (start + 2..end.min(start + 7)).find(|&i| matches!(chars[i], ')' | ']' | '〕' | '】'))
        && close + 2 < end
        && chars[start + 1..close].iter().all(|&c| is_han(c))
        && read_signed(&chars[start + 1..close]).is_none()
    {
        return close + 1;
    }
    let Some((length, ())) = WORDS.leads.at_start(&chars[start..end]) else { return start };
    let rest = start + length;
    rest + chars[rest..end].iter().take_while(|&&c| is_joint(c)).count()
}

/// Where a byline ends that brackets follow which are none of it: `王正摄(影像中国)`, `记者王正(图片由社区提供)`.
pub(super) fn before_source(chars: &[char], start: usize, end: usize) -> usize {
    if end < start + 3 || chars[end - 1] != ')' {
        return end;
    }
    // The bracket that closes there, not one inside it: 王正(实验小学三(2)班).
    let mut depth = 0;
    let open = (start..end).rev().find(|&i| {
        depth += i32::from(chars[i] == ')') - i32::from(chars[i] == '(');
        depth == 0
    });
    match open {
        Some(open) if open > start && describes(&chars[open + 1..end]) => start,
        Some(open) if open > start && read_signed(&chars[open..end]).is_none() => open,
        _ => end,
    }
}

/// Where a byline ends that others are counted behind: `王正等十一人`, `王正等11户居民`.
pub(super) fn before_others(chars: &[char], start: usize, end: usize) -> usize {
    const REACH: usize = 9;
    let floor = end.saturating_sub(REACH).max(start);
    let Some(at) = (floor..end).rev().find(|&i| chars[i] == '等') else { return end };
    let rest = &chars[at + 1..end];
    let counted =
        rest.first().is_some_and(|&c| c.is_ascii_digit() || "一二三四五六七八九十百数多几".contains(c))
            && rest.iter().any(|c| matches!(c, '人' | '户' | '名' | '位'));
    if at >= start + 2 && (counted || rest == ['人']) { at } else { end }
}

/// Where a byline ends that notes follow: `作者:王正,系某协会会员`, `王正 作者单位:某小学`, `王正 据新华社`.
pub(super) fn before_notes(chars: &[char], start: usize, end: usize) -> usize {
    let run = &chars[start..end];
    // Seldom: a look at each character.
    let Some(first) = run.iter().position(|&c| matches!(c, '作' | '据' | '发' | '单')) else {
        return end;
    };
    // 王正 据《某报》, 记者王正发自某地
    let source = (first.max(2)..run.len()).find(|&i| {
        run[i] == '据'
            || run[i..].starts_with(&['发', '自'])
            || is_joint(run[i - 1]) && run[i..].starts_with(&['单', '位', ':'])
    });
    if let Some(at) = source {
        return start + at;
    }
    let told = |c: &char| matches!(c, '系' | '为' | '是' | '单');
    if let [.., _, _] = run
        && let Some(at) = run.windows(3).position(|w| w[..2] == ['作', '者'] && told(&w[2]))
        && at > 0
    {
        return start + at;
    }
    if !run.starts_with(&['作', '者']) {
        return end;
    }
    let name = 2 + run[2..].iter().take_while(|&&c| is_joint(c)).count();
    let close = (name + 2..run.len().min(name + 5)).find(|&i| {
        let set_apart = run[i] == ',' && run[i + 1..].iter().take_while(|&&c| !is_joint(c)).count() > 3;
        (told(&run[i]) || set_apart) && names::is_chinese_name(&run[name..i])
    });
    close.map_or(end, |i| start + i)
}

/// Whether a bracket behind a name says where the writer is from: `某市,退休教师`, not `男,柳荫社区党委书记`.
pub(crate) fn is_note(inside: &[char]) -> bool {
    const LONGEST: usize = 18;
    inside.len() <= LONGEST && !describes(inside) && !inside.contains(&'。')
}

/// Whether a bracket describes a person, as lists of people do.
fn describes(inside: &[char]) -> bool {
    matches!(inside, ['男' | '女' | '今' | '现', ..]) || inside.contains(&'岁')
}

/// Where a short byline ends that a bracket closes which only prose would hold: `王正(某市.退休教师)`.
pub(super) fn before_prose(chars: &[char], start: usize, end: usize) -> usize {
    const HEAD: usize = 8;
    const WHENCE: usize = 20;
    let run = &chars[start..end];
    let one = run.last() == Some(&')') && run.iter().filter(|&&c| c == '(').count() == 1;
    // 某街 王正(退休教师)
    let named = |open: usize| open < HEAD || run[..open].contains(&' ');
    match run.iter().take(WHENCE).position(|&c| c == '(') {
        Some(open) if one && open > 1 && named(open) && is_note(&run[open + 1..]) => start + open,
        _ => end,
    }
}
