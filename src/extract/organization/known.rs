//! Whole names, known as such: 国务院, 法国|外交部, 北京|国安队.

use super::Found;
use super::boundary::{Ground, Host, is_level};
use super::head::Head;
use super::lexicon::{Before, Kind};
use super::named::is_named;
use crate::Span;
use crate::chars::is_han;
use crate::lexicon::{begins, ends};

/// A whole name, with the country that may stand before it: 法国|外交部.
pub(super) fn known(ground: &Ground<'_>, head: Head, last: Option<&Found>) -> Option<Found> {
    let doc = ground.doc;
    let (text, rest) = doc.chars().split_at(head.end);
    let mut span = Span::new(head.start, head.end);
    // 尼古拉·特斯拉.
    if doc.before(head.start) == '·' && is_han(doc.before(head.start - 1)) {
        return None;
    }
    // 波兰武装部队|总参谋部.
    let forces = |l: &&Found| l.kind == Kind::State && l.span.end == head.start && !ends!(text, ["党"]);
    if let Some(forces) = last.filter(forces) {
        span.start = forces.span.start;
        return Some(Found { span, kind: Kind::Known, host: None });
    }
    // 国立|清华大学.
    if ends!(text, ["大学"]) && ends!(&text[..head.start], ["国立"]) {
        span.start -= 2;
    }
    // 北京|国安队.
    if rest_of_club(text, head) {
        let low = head.start.saturating_sub(6);
        if let Some((start, _)) = ground.short_area(head.start, low, None) {
            span.start = start;
        }
    }
    // 云川新华书店, 崇川区卫生计生委.
    let branch = ends!(text, ["书店", "银行"])
        || ends!(text, ["委", "局", "办", "委员会"])
            && is_level(doc.before(head.start))
            && head.end - head.start < 7;
    if branch {
        let opening = ground.opening(head, None);
        if matches!(opening.host, Some(Host::Area | Host::Level)) && opening.end == head.start {
            return Some(Found {
                span: Span::new(opening.start, head.end),
                kind: Kind::Known,
                host: opening.host,
            });
        }
    }
    let low = head.start.saturating_sub(6);
    match ground.lexicon.before.at_end(&text[low..head.start]) {
        Some((n, Before::Country)) => span.start -= n,
        // 中国全国人大 is called without.
        Some((n, Before::National))
            // 中共中央|国务院, 中央|全国人大: two bodies.
            if ends!(&text[..head.start], ["中央", "国家"]) && !matches!(text[head.start], '国' | '全')
                || ends!(&text[..head.start], ["中国"]) && doc.before(head.end) == '部' =>
        {
            span.start -= n;
        }
        // 俄|外交部.
        _ if matches!(doc.before(head.end), '部' | '院')
            && span.start > 0
            && ground.lexicon.states.ends(&text[..head.start])
            && ground.is_firm(head.start - 1, low, None) =>
        {
            span.start -= 1;
        }
        // 省教育部门 and 该国务院: the name is part of something else; 民政部|教育部 are two.
        _ if is_han(doc.before(head.start))
            && span.len() <= 3
            && !ground.is_firm(head.start, low, last.filter(|l| l.kind == Kind::Known)) =>
        {
            // 公司人事部: a department of something else.
            let department = doc.before(head.end) == '部' && doc.before(head.start) != '经';
            if department || !doc.is_boundary(head.start) {
                return None;
            }
        }
        _ => {}
    }
    // 首钢|园, 太钢|精密带钢有限公司: the name of something else goes on.
    const LONGEST: usize = 14;
    let goes_on = || {
        let han = rest.iter().take(LONGEST).take_while(|c| is_han(**c)).count();
        rest[0] == '园' || rest[..han].windows(2).any(|pair| matches!(pair, ['有', '限'] | ['公', '司']))
    };
    if head.end - head.start == 2 && rest.first().is_some_and(|&c| is_han(c)) {
        // 我国|航空运输: letters of two words.
        let across = is_han(doc.before(head.start)) && !doc.is_boundary(head.end);
        if across || goes_on() {
            return None;
        }
    }
    // 新华社记者, 新华社发: a credit, not a body that acts.
    let credit =
        ends!(text, ["新华社"]) && begins!(rest, ["记者", "发(", "、本报", "、中新社", "电", "图片"]);
    (!credit).then_some(Found { span, kind: Kind::Known, host: None })
}

/// Whether a whole name is a club's, before which its city may stand.
fn rest_of_club(text: &[char], head: Head) -> bool {
    text.ends_with(&['队']) && head.end - head.start == 3
}

/// A ministry that a shorter one ends: 韩国国土|交通部.
pub(super) fn ministry(ground: &Ground<'_>, head: Head) -> Option<Found> {
    if ground.doc.before(head.end) != '部' {
        return None;
    }
    let head = Head { kind: Kind::State, ..head };
    let opening = ground.opening(head, None);
    let middle = ground.doc.chars().get(opening.end..head.start)?;
    let host = opening.host.filter(|&host| is_named(ground, head, host, middle))?;
    Some(Found { span: Span::new(opening.start, head.end), kind: head.kind, host: Some(host) })
}
