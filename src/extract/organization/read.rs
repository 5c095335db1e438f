//! Reads a name from its ending: where it begins, and whether it is one.

use super::Found;
use super::boundary::{Ground, Host, Opening};
use super::head::Head;
use super::known::{known, ministry};
use super::lexicon::{Before, Kind};
use super::named::{behind_sort, is_named, proper};
use super::several::is_one_of_many;
use crate::chars::{is_han, is_separator};
use crate::lexicon::{begins, ends};
use crate::names::is_word_pair;
use crate::register::AreaLevel;
use crate::segment::common::{Class, class};
use crate::{Document, Span};

/// Reads the name that ends with `head`; `last` is the body found before it.
pub(super) fn read(ground: &Ground<'_>, head: Head, last: Option<&Found>) -> Option<Found> {
    let (text, rest) = ground.doc.chars().split_at(head.end);
    // 草厂胡同.
    if is_of_community(ground, head) || ends!(text, ["加工厂"]) || begins!(rest, ["胡同"]) {
        return None;
    }
    if head.kind == Kind::Known {
        return known(ground, head, last).or_else(|| ministry(ground, head));
    }
    if head.kind == Kind::Side {
        return side(ground, head);
    }
    // 田园居委会 is the community.
    if head.kind == Kind::Residents && ground.community_to(head.end).is_some() {
        return None;
    }
    let opening = ground.opening(head, last);
    // 青禾(南通)|科技有限公司: what stands in brackets is part of the name.
    if matches!(head.kind, Kind::Company | Kind::Bank)
        && opening.host.is_none()
        && let Some(start) = ground.bracketed(opening.start)
    {
        return read(ground, Head { start, ..head }, last);
    }
    let start = match opening.host {
        Some(host) => {
            let middle = &text[opening.end.min(head.start)..head.start];
            // 古山镇私营企业|青禾食品公司, 美国零售巨头|青禾公司.
            let sorted = behind_sort(ground, head, opening.end);
            if sorted > opening.end && host != Host::Body {
                let own = &text[sorted..head.start];
                let named = (2..=8).contains(&own.len()) && !ground.lexicon.is_generic(own);
                let start = proper(ground, head, sorted).or(named.then_some(sorted))?;
                let span = Span::new(start, head.end);
                return Some(Found { span, kind: head.kind, host: None });
            }
            // 全国人大一次会议江苏代表团: those of a meeting.
            let delegates = host == Host::Body && ends!(text, ["代表团"]) && !middle.is_empty();
            if delegates || !is_named(ground, head, host, middle) {
                return None;
            }
            let own = own_start(ground.doc, head, &opening, middle);
            let start = with_body_before(ground.doc, head, own, last);
            // 中国常驻|联合国代表团.
            let start = if ends!(text, ["代表团"]) { ground.posted(start) } else { start };
            // 珠海|格力电器|股份有限公司.
            let firm = host == Host::Body && ends!(text, ["有限公司", "集团公司"]);
            let start = match firm.then(|| ground.short_area(start, start.saturating_sub(6), None)).flatten()
            {
                Some((area, _)) => area,
                None => start,
            };
            let part = head.kind == Kind::Part && host != Host::Body;
            // 市|委会: only a party has one; but 郫县|县委会.
            let twice = ground.doc.before(head.start) == ground.doc.char(head.start);
            let party = head.kind == Kind::Committee && ends!(text, ["委会"]) && !twice;
            // 联合国|驻南苏丹特派团.
            let whole = last
                .is_some_and(|l| l.kind == Kind::Known && l.span.start == start && l.span.end < head.start);
            if (part || party) && start == own && !whole {
                return None;
            }
            start
        }
        None => match in_row(ground, head, last) {
            true => {
                return Some(Found {
                    span: Span::new(head.start, head.end),
                    kind: head.kind,
                    host: Some(Host::Body),
                });
            }
            // 空军某|飞行学院: which one is not told.
            false if is_sole(ground, head, opening.start) => opening.start,
            false => proper(ground, head, opening.start).filter(|&at| ground.doc.before(at) != '某')?,
        },
    };
    // 青禾公益发展中心|运营|社工站: the body before does something with another.
    let does = |l: &Found| ground.lexicon.acts.starts(&text[l.span.end..head.start]);
    if last.is_some_and(|l| l.span.start >= start && l.span.end < head.start && does(l)) {
        return None;
    }
    // “国家反诈中心”App.
    let tool = ground.doc.before(start) == '“'
        && begins!(rest, ["”App", "”APP", "”小程序", "”公众号", "”客户端", "”微信"]);
    // 被评为“爱婴医院”: an honour.
    let marked = start - usize::from(ground.doc.before(start) == '“');
    let before = &ground.doc.chars()[marked.saturating_sub(4)..marked];
    if ground.doc.char(marked) == '“' && ground.lexicon.honours.ends(before) {
        return None;
    }
    // 多国驻|沙特使馆, 首批支援|武汉医疗队: whose it is is not told.
    if is_posted(ground.doc, head, start) {
        return None;
    }
    let span = Span::new(start, head.end);
    // 5个|“青禾”合作联盟.
    let counted = opening.host == Some(Host::Quoted) && is_one_of_many(ground.doc, start);
    let stands = !tool && !counted && (head.kind != Kind::Venue || acts(ground, span));
    stands.then_some(Found { span, kind: head.kind, host: opening.host })
}

/// Whether an office stands in a row behind one of a named place, and is of that place too: 南通市市场监管局、|教育局.
fn in_row(ground: &Ground<'_>, head: Head, last: Option<&Found>) -> bool {
    let Some(last) = last.filter(|l| matches!(l.host, Some(Host::Area | Host::Level | Host::Body))) else {
        return false;
    };
    let text = &ground.doc.chars()[..head.end];
    let office = |kind: Kind, text: &[char]| match kind {
        Kind::Office | Kind::Mass => true,
        Kind::Party | Kind::Police | Kind::Government => ground.lexicon.offices.ends(text),
        _ => false,
    };
    let between = text.get(last.span.end..head.start).unwrap_or_default();
    // 市教育局与|工会签约: any one; 机床厂团委、|工会: of the same body.
    let bare = ground.lexicon.common.get(&text[head.start..]).is_some()
        && !matches!(last.kind, Kind::Party | Kind::Mass | Kind::Committee);
    !bare
        && matches!(between, ['、' | '和' | '与' | '及'] | ['会', '同'] | ['以', '及'])
        && office(head.kind, text)
        && office(last.kind, &text[..last.span.end])
}

/// Whether an office without a place is the only one of its field: 行署; 海事處, 街坊總會 of papers in traditional characters.
fn is_sole(ground: &Ground<'_>, head: Head, start: usize) -> bool {
    const SHORTEST: usize = 3;
    let stem = ground.doc.chars().get(start..head.start).unwrap_or_default();
    if stem.is_empty() && ground.lexicon.sole.ends(&ground.doc.chars()[..head.end]) {
        return true;
    }
    let sole = match head.kind {
        Kind::Office => stem.is_empty() && head.end - head.start >= SHORTEST,
        Kind::Association => head.end - start > SHORTEST && ground.lexicon.is_generic(stem),
        _ => false,
    };
    sole && ground.doc.is_traditional()
        && !matches!(ground.doc.before(start), '該' | '该' | '各' | '某' | '本')
}

/// Whether a mission begins at `start` of which only the host is told: 驻|沙特使馆, 支援|武汉医疗队.
fn is_posted(doc: &Document<'_>, head: Head, start: usize) -> bool {
    match head.kind {
        Kind::Foreign => doc.before(start) == '驻',
        Kind::Team => doc.before(start) == '援',
        _ => false,
    }
}

/// Those who play for a country, province or city: 江苏队, 中国女排.
fn side(ground: &Ground<'_>, head: Head) -> Option<Found> {
    let doc = ground.doc;
    let (text, _) = doc.chars().split_at(head.start);
    let behind = &doc.chars()[head.end..];
    // 南通队员, 江苏队伍.
    let goes_on = behind.first().is_some_and(|&next| {
        is_word_pair(doc.before(head.end), next)
            || matches!(
                next,
                '里' | '形' | '旗' | '徽' | '医' | '服' | '史' | '歌' | '魂' | '籍' | '内' | '部'
            )
            || next == '队' && behind.get(1).is_some_and(|&next| is_word_pair('队', next))
    });
    // 中国男篮|职业联赛.
    let league = begins!(behind, ["职业", "联赛", "超级", "世界杯", "锦标赛"]);
    if goes_on || league || !is_han(*text.last()?) {
        return None;
    }
    // 中国|男子|篮球|队: the place stands before who plays what.
    let mut start = head.start;
    while let Some((length, ())) = ground.lexicon.sports.at_end(&doc.chars()[..start]) {
        start -= length;
    }
    let (head, text) = (Head { start, ..head }, &doc.chars()[..start]);
    let rest = &doc.chars()[start..];
    let low = head.start.saturating_sub(6);
    let found = |start: usize, host| {
        Some(Found { span: Span::new(start, head.end), kind: Kind::Side, host: Some(host) })
    };
    match ground.lexicon.before.at_end(&text[low..]) {
        Some((n, Before::Country)) if n > 1 => return found(head.start - n, Host::Country),
        // 国家队 is any country's.
        Some((n, Before::National))
            if ends!(text, ["中国"]) || ends!(text, ["国家"]) && !begins!(rest, ["队"]) =>
        {
            let n = if ends!(text, ["中国国家"]) { 4 } else { n };
            return found(head.start - n, Host::National);
        }
        Some((_, Before::Country | Before::National)) => return None,
        _ => {}
    }
    let (start, level) = ground.short_area(head.start, low, None).or_else(|| sponsored(ground, head))?;
    if level == AreaLevel::County { None } else { found(start, Host::Area) }
}

/// The place that a team plays for, before the name of its sponsor: 江苏|中天钢铁|女排.
fn sponsored(ground: &Ground<'_>, head: Head) -> Option<(usize, AreaLevel)> {
    const LONGEST: usize = 6;
    let doc = ground.doc;
    if !matches!(doc.char(head.start), '男' | '女') {
        return None;
    }
    let sponsor = |at: &usize| {
        let name = &doc.chars()[*at..head.start];
        name.iter().all(|&c| is_han(c) && !matches!(c, '的' | '会' | '赛' | '杯' | '对' | '胜' | '队'))
            && !name.windows(2).any(|pair| class(pair) == Some(Class::Verb))
            && ground.lexicon.before.at_end(name).is_none()
    };
    (head.start.saturating_sub(LONGEST)..=head.start.saturating_sub(2))
        .rev()
        .filter(sponsor)
        .find_map(|at| ground.short_area(at, at.saturating_sub(6), None))
}

/// Whether the ending is part of a division: 中科院社区 is a community, 林山寨办事处|百花社区 the chain of one.
fn is_of_community(ground: &Ground<'_>, head: Head) -> bool {
    // No division's name is as long as that.
    const FAR: usize = 64;
    let office = ends!(&ground.doc.chars()[..head.end], ["办事处"]);
    ground
        .communities_from(head.end + 1)
        .take_while(|s| s.end < head.end + FAR)
        .any(|s| s.start < head.end || s.start == head.end && office)
}

/// Where a name that begins at `start` begins with the body before it: 青禾银行|南通分行, 南通市公安局|崇川分局.
fn with_body_before(doc: &Document<'_>, head: Head, start: usize, last: Option<&Found>) -> usize {
    let (before, text) = (&doc.chars()[..start], &doc.chars()[..head.end]);
    let below = begins!(&text[head.start..], ["分", "支", "校区", "派出所", "营业所"])
        || ends!(text, ["派出所", "供电局", "供电公司", "供电所"]);
    // 南通市消防支队|崇川大队.
    let sent = ends!(text, ["调查队", "调查总队", "特派团"]);
    let part = head.kind == Kind::Part
        && last.is_some_and(|l| l.kind == Kind::Police || l.kind == Kind::Known && sent);
    let company = head.kind == Kind::Company && last.is_some_and(|l| l.kind == Kind::Known);
    // 中国科学院|西安光学精密机械研究所, 民政部|国家减灾中心.
    let institute = last.is_some_and(|l| l.kind == Kind::Known)
        && (head.kind == Kind::Institute || head.kind == Kind::Government && ends!(text, ["中心"]));
    // 共青团|崇川区委, 中国共产党|南通市委员会.
    let committee = head.kind == Kind::Committee || ends!(text, ["委员会"]);
    let league = committee && ends!(before, ["共青团", "共产党"]);
    let party = if committee { allied_party(before) } else { 0 };
    match last {
        Some(last) if (below || part || company || institute || league) && last.span.end == start => {
            last.span.start
        }
        _ if party > 0 => start - party,
        // 国网|江苏省电力有限公司.
        _ if head.kind == Kind::Company && ends!(before, ["国网"]) => start - 2,
        _ if head.kind == Kind::Committee && ends!(before, ["中共"]) || ends!(before, ["武警"]) => {
            start - 2
        }
        // 团|南通市委.
        _ if head.kind == Kind::Committee
            && ends!(before, ["团"])
            && (start == 1 || is_separator(before[start - 2])) =>
        {
            start - 1
        }
        _ => start,
    }
}

/// The length of the name of a party allied with the Communist one that `text` ends with: 民革|南通市委会.
pub(super) fn allied_party(text: &[char]) -> usize {
    match text {
        [.., '九', '三', '学', '社'] => 4,
        [.., '农', '工', '党'] | [.., '致', '公', '党'] => 3,
        [.., '民', '革' | '盟' | '建' | '进'] | [.., '台', '盟'] => 2,
        _ => 0,
    }
}

/// Where a body of a township or community begins: with it, not with the divisions above it.
fn own_start(doc: &Document<'_>, head: Head, opening: &Opening, middle: &[char]) -> usize {
    if opening.host != Some(Host::Area) || middle.len() < 2 {
        return opening.start;
    }
    // 如皋市青乡果业有限公司: a firm's own name may hold the suffix.
    let below = match head.kind {
        Kind::Company | Kind::Bank | Kind::Association | Kind::Institute => {
            (1..middle.len()).any(|at| begins!(&middle[at..], ["街道", "社区"]))
        }
        // 住房和城乡建设委员会 is no township's.
        _ => (1..middle.len()).any(|at| {
            begins!(&middle[at..], ["街道", "镇", "乡", "苏木", "社区", "村"])
                // 农村客运发展中心, 乡村振兴局.
                && !ends!(&middle[..at], ["城", "农", "乡", "新"])
        }),
    };
    let office = ends!(&doc.chars()[..head.end], ["办事处"]) && middle[0] != '驻';
    if below || office { opening.end } else { opening.start }
}

/// Whether a place is spoken of as a body: it joins others or does something.
fn acts(ground: &Ground<'_>, span: Span) -> bool {
    let doc = ground.doc;
    let (before, next) = (&doc.chars()[..span.start], doc.char(span.end));
    let joins = |c: char| matches!(c, '、' | '和' | '与');
    let listed = joins(doc.before(span.start)) || joins(next);
    let held = ends!(before, ["在", "到", "于", "走进", "参观"]);
    let opens = (span.start == 0 || is_separator(doc.before(span.start)))
        && !matches!(next, '里' | '内' | '外' | '前' | '门' | '旁' | '人' | '迎' | '展')
        && !ends!(&doc.chars()[..span.end], ["市场"]);
    ground.lexicon.joined.ends(&before[before.len().saturating_sub(4)..])
        || !held && (opens || listed || ground.lexicon.does.starts(&doc.chars()[span.end..]))
}
