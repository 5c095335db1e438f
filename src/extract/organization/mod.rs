//! Finds organisations: named bodies, from 柳荫社区党委 to 世界卫生组织.
//!
//! An ending anchors a name (`head`), `boundary` walks left to what opens it: a community of the article, a division of
//! the register, a level (市第二人民医院), a country, another body, a name in quotation marks. Without any of these only
//! companies, schools and their like are names, where their first words are no common ones (青禾小学, but not 社区医院).
//!
//! What is a name here:
//! - Bodies named in a title (柳荫社区党委书记) are mentions, as communities in a chain are.
//! - A level stands for the place (市民政局, 区妇联); below the county it does not: bare 社区党委, 街道办 and 镇政府 are generic.
//! - Bodies of a township or community begin with it (学田街道总工会), others with all that is printed (南通市崇川区人民法院).
//! - The second of 区妇联、残联 has no name of its own, and is left out.
//! - Museums and libraries are bodies where they act, not where something is held in them.

mod boundary;
mod head;
mod lexicon;
#[cfg(test)]
mod tests;

use crate::chars::{is_han, is_separator};
use crate::extract::community::Communities;
use crate::names::is_likely_name;
use crate::record::{Community, Organization};
use crate::{Document, Span};
use boundary::{Ground, Host, Opening};
use head::Head;
use lexicon::{Kind, Lexicon, lexicon};

/// A body found in the text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) span: Span,
    rule: &'static str,
}

/// The organisations of a document, in order of first mention. `borne` are townships without an entry of their own. Nothing is read in `reserved` (datelines, signatures).
pub fn extract(
    doc: &Document<'_>,
    divisions: &Communities,
    communities: &[Community],
    borne: &[Span],
    reserved: &[Span],
) -> Vec<Organization> {
    let lexicon = lexicon();
    let mut ends: Vec<Span> = communities.iter().flat_map(|c| c.spans.iter().copied()).collect();
    ends.extend(borne);
    ends.sort_unstable_by_key(|s| s.end);
    ends.dedup();
    let ground = Ground {
        doc,
        register: divisions.register(),
        divisions: divisions.lexicon(),
        lexicon,
        communities: ends,
    };
    let mut found: Vec<Found> = Vec::new();
    let mut title = false;
    for at in 0..doc.len() {
        let c = doc.char(at);
        match c {
            '《' => title = true,
            '》' | '\n' => title = false,
            _ => {}
        }
        if !may_end(lexicon, c) || title {
            continue;
        }
        let Some(head) = head::read(doc, lexicon, at) else { continue };
        let Some(body) = read(&ground, head, found.last()) else { continue };
        if reserved.iter().any(|s| s.overlaps(body.span)) {
            continue;
        }
        // A longer name takes the place of those it holds.
        while found.last().is_some_and(|f| f.span.overlaps(body.span)) {
            found.pop();
        }
        found.push(body);
    }
    merge(doc, found)
}

fn may_end(lexicon: &Lexicon, c: char) -> bool {
    lexicon.bodies.may_end(c) || head::OFFICES.contains(c)
}

/// Reads the name that ends with `head`.
fn read(ground: &Ground<'_>, head: Head, last: Option<&Found>) -> Option<Found> {
    let doc = ground.doc;
    // 中科院社区 is a community, 林山寨办事处|百花社区 the chain of one.
    if ground.communities.iter().any(|s| {
        s.contains(head.end - 1) && s.end > head.end && s.start < head.end
            || s.start == head.end && doc.ends_with(head.end, "办事处")
    }) {
        return None;
    }
    if doc.ends_with(head.end, "加工厂") {
        return None;
    }
    if head.kind == Kind::Known {
        return known(ground, head);
    }
    if head.kind == Kind::Residents
        && let Some(span) = ground.community_to(head.end)
    {
        // 田园居委会 is the community; as a body it acts.
        let lives = ["家住", "住在", "在", "来自", "位于"].iter().any(|w| doc.ends_with(span.start, w));
        let next = doc.char(head.end);
        let place = next.is_ascii_digit() || "的有里内里辖居共门位".contains(next);
        let acts = span.start < head.start && !lives && !place;
        return acts.then_some(Found { span, rule: rule(head.kind, Some(Host::Community)) });
    }
    let mut opening = ground.opening(head, last);
    match opening.host {
        Some(host) => {
            let middle = &doc.chars()[opening.end.min(head.start)..head.start];
            if !is_named(ground, head, host, middle) {
                return None;
            }
            opening.start = own_start(doc, head, &opening, middle);
            // 青禾银行|南通分行, 南通市公安局|崇川分局.
            let below = ["分", "支", "校区", "派出所"].iter().any(|w| doc.starts_with(head.start, w))
                || doc.ends_with(head.end, "派出所");
            let company =
                head.kind == Kind::Company && last.is_some_and(|l| l.rule.starts_with("organization.known"));
            // 共青团|崇川区委.
            let league = head.kind == Kind::Committee && doc.ends_with(opening.start, "共青团");
            let joined = below || company || league;
            if let Some(last) = last.filter(|l| joined && l.span.end == opening.start) {
                opening.start = last.span.start;
            } else if head.kind == Kind::Committee && doc.ends_with(opening.start, "中共") {
                opening.start -= 2;
            }
        }
        None => {
            let proper = proper(ground, head, opening.start)?;
            opening = Opening { start: proper, end: proper, host: None };
        }
    }
    let span = Span::new(opening.start, head.end);
    // “国家反诈中心”App.
    let tool = ["”App", "”APP", "”小程序", "”公众号", "”客户端", "”微信"];
    if doc.before(span.start) == '“' && tool.iter().any(|w| doc.starts_with(span.end, w)) {
        return None;
    }
    if head.kind == Kind::Venue && !acts(doc, ground.lexicon, span) {
        return None;
    }
    Some(Found { span, rule: rule(head.kind, opening.host) })
}

/// A whole name, with the country that may stand before it: 法国|外交部.
fn known(ground: &Ground<'_>, head: Head) -> Option<Found> {
    let doc = ground.doc;
    let mut span = Span::new(head.start, head.end);
    let low = head.start.saturating_sub(6);
    match ground.lexicon.before.at_end(&doc.chars()[low..head.start]) {
        Some((n, lexicon::Before::Country)) => span.start -= n,
        // 省教育部门 and 该国务院: the name is part of something else.
        _ if is_han(doc.before(head.start))
            && head.end - head.start <= 3
            && !ground.is_firm(head.start, low, None) =>
        {
            // 公司人事部: a department of something else.
            let department = doc.char(head.end - 1) == '部' && !doc.ends_with(head.start, "经");
            if department || !doc.is_boundary(head.start) {
                return None;
            }
        }
        _ => {}
    }
    // 新华社记者, 新华社发: a credit, not a body that acts.
    let credit = ["记者", "发(", "发（", "、本报", "、中新社", "电", "图片"];
    if doc.ends_with(span.end, "新华社") && credit.iter().any(|w| doc.starts_with(span.end, w)) {
        return None;
    }
    Some(Found { span, rule: rule(Kind::Known, None) })
}

/// Where a body of a township or community begins: with it, not with the divisions above it.
fn own_start(doc: &Document<'_>, head: Head, opening: &Opening, middle: &[char]) -> usize {
    if opening.host != Some(Host::Area) || middle.len() < 2 {
        return opening.start;
    }
    // 如皋市青乡果业有限公司: a firm's own name may hold the suffix.
    let suffixes: &[&str] = match head.kind {
        Kind::Company | Kind::Bank | Kind::Association | Kind::Institute => &["街道", "社区"],
        _ => &["街道", "镇", "乡", "苏木", "社区", "村"],
    };
    let below = suffixes.iter().any(|suffix| {
        let suffix: Vec<char> = suffix.chars().collect();
        middle.windows(suffix.len()).skip(1).any(|w| w == suffix)
    });
    let office = doc.ends_with(head.end, "办事处") && middle[0] != '驻';
    if below || office { opening.end } else { opening.start }
}

/// Whether a place and what stands between it and the ending make a name.
fn is_named(ground: &Ground<'_>, head: Head, host: Host, middle: &[char]) -> bool {
    let doc = ground.doc;
    if middle.len() > 16 || middle.iter().any(|&c| !is_han(c) && !c.is_ascii_alphanumeric() && c != '·') {
        return false;
    }
    // 南通四所学校, 县以下医院, 全市各中学: several, not one.
    let several = matches!(
        middle,
        [
            '一' | '两' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '多' | '几' | '数',
            '所' | '家' | '个' | '名' | '支' | '座' | '间',
            ..
        ]
    ) || matches!(middle, ['各' | '某', ..] | ['以', '下' | '上', ..] | ['所', '有', ..]);
    if several {
        return false;
    }
    let generic = middle.is_empty() || ground.lexicon.names_nothing(middle);
    let bare = matches!(
        head.kind,
        Kind::Company | Kind::School | Kind::Bank | Kind::Association | Kind::Institute | Kind::Media
    );
    let common = [
        "公司",
        "学校",
        "集团",
        "物业",
        "合作社",
        "中学",
        "小学",
        "幼儿园",
        "初中",
        "高中",
        "学院",
        "协会",
        "学会",
        "俱乐部",
        "联盟",
        "银行",
    ]
    .iter()
    .any(|w| doc.ends_with(head.end, w) && head.end - head.start == w.chars().count());
    match host {
        Host::Quoted => matches!(
            head.kind,
            Kind::Company
                | Kind::Team
                | Kind::School
                | Kind::Association
                | Kind::Hospital
                | Kind::Media
                | Kind::Institute
        ),
        Host::Level => {
            !(bare && common && generic
                || matches!(head.kind, Kind::Team | Kind::Residents)
                || doc.ends_with(head.end, "市中心"))
        }
        Host::Country | Host::National => {
            !(generic
                && (bare && common
                    || (matches!(head.kind, Kind::Company | Kind::Team) || doc.ends_with(head.end, "政府"))))
        }
        Host::Body => true,
        // 金沙小学: the short name of a county is the school's own.
        Host::Area
            if middle.is_empty()
                && ["小学", "中学", "幼儿园"].iter().any(|w| doc.ends_with(head.end, w))
                && !"省市区县州旗".contains(doc.before(head.start)) =>
        {
            true
        }
        Host::Community | Host::Area => !(bare && common && generic && head.kind != Kind::Bank),
    }
}

/// Where a name without a place before it begins, behind `start`: its first words are no common ones.
fn proper(ground: &Ground<'_>, head: Head, start: usize) -> Option<usize> {
    let doc = ground.doc;
    // What opens a name may reach into its ending.
    let stem = doc.chars().get(start..head.start)?;
    if ["上市", "龙头", "跨国", "外国"].iter().any(|w| doc.ends_with(head.start, w)) {
        return None;
    }
    let police = doc.ends_with(head.end, "派出所");
    let own = ["治沙站", "保护站", "管护局"].iter().any(|w| doc.ends_with(head.end, w)) && stem.len() >= 4;
    if !head.kind.has_proper_names() && !police && !own || start >= head.start {
        return None;
    }
    if doc.starts_with(head.end, "毕业") && head.kind == Kind::School
        || stem.len() < 2
        || ground.lexicon.is_generic(stem)
        || stem.iter().any(|c| c.is_ascii_digit())
    {
        return None;
    }
    let whole = Span::new(start, head.end);
    if doc.is_word(whole) && head.kind == Kind::School {
        return Some(start);
    }
    // Words outside the dictionary and proper nouns make a name; verbs before them are no part of it.
    let tags = doc.tagged(Span::new(start, head.start));
    let is_proper = |(word, tag): &(Span, &str)| {
        let person = matches!(*tag, "nr" | "nrt" | "nrfg") && head.kind == Kind::School;
        let alone =
            *word == Span::new(start, head.start) && !is_likely_name(&doc.chars()[word.start..word.end]);
        (!person || alone)
            && matches!(*tag, "nr" | "ns" | "nz" | "nt" | "x" | "nrt" | "nrfg" | "eng")
            && !ground.lexicon.is_generic(&doc.chars()[word.start..word.end])
    };
    let first = tags.iter().position(|(word, tag)| {
        // 城北派出所, 东关小学: a side of the town is part of the name.
        let side = *tag == "f" && "东西南北城".contains(doc.char(word.start)) && head.start - word.start > 1;
        side || !matches!(
            tag.as_bytes().first(),
            Some(b'v' | b'p' | b'd' | b'r' | b'm' | b'c' | b'u' | b't' | b'f' | b'q')
        )
    })?;
    let tags = &tags[first..];
    let begin = tags.first()?.0.start;
    let stem = &doc.chars()[begin..head.start];
    if stem.len() < 2 || ground.lexicon.is_generic(stem) || is_one_of_many(doc, begin) {
        return None;
    }
    let singles = tags.iter().filter(|(word, _)| word.len() == 1).count();
    let strong = ground.lexicon.strong.at_end(&doc.chars()[start..head.end]).is_some()
        && stem.len() <= 12
        && !tags.iter().any(|t| is_verb(t) && !ground.lexicon.is_generic(&doc.chars()[t.0.start..t.0.end]));
    // 国棉三十一厂.
    let numbered = doc.char(head.end - 1) == '厂' && "一二三四五六七八九十".contains(doc.before(head.start));
    (tags.iter().any(is_proper)
        || singles >= 2 && (doc.char(head.end - 1) != '厂' || head.end - head.start > 1)
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

fn is_verb((word, tag): &(Span, &str)) -> bool {
    word.len() > 1 && matches!(*tag, "v" | "d" | "p" | "c" | "r" | "m" | "t" | "f")
}

/// Whether a place is spoken of as a body: it joins others or does something.
fn acts(doc: &Document<'_>, lexicon: &Lexicon, span: Span) -> bool {
    let listed = matches!(doc.before(span.start), '、' | '和' | '与')
        || matches!(doc.char(span.end), '、' | '和' | '与');
    let held = ["在", "到", "于", "走进", "参观"].iter().any(|w| doc.ends_with(span.start, w));
    let opens = (span.start == 0 || is_separator(doc.before(span.start)))
        && !"里内外前门旁人迎展".contains(doc.char(span.end));
    lexicon.joined.at_end(&doc.chars()[span.start.saturating_sub(4)..span.start]).is_some()
        || !held
            && (opens && !doc.ends_with(span.end, "市场")
                || listed
                || lexicon.does.iter().any(|w| doc.starts_with(span.end, w)))
}

/// One entry a name, with every place where it is printed.
fn merge(doc: &Document<'_>, found: Vec<Found>) -> Vec<Organization> {
    let mut merged: Vec<Organization> = Vec::new();
    for Found { span, rule, .. } in found {
        let name: String = doc.surface(span).chars().filter(|c| !c.is_whitespace()).collect();
        // 区法院 of a later sentence is the 崇川区法院 of the first.
        let short = rule.ends_with(".level");
        match merged.iter_mut().find(|o| o.name == name || short && o.name.ends_with(&name)) {
            Some(known) => known.spans.push(span),
            None => merged.push(Organization { name, spans: vec![span], rule: Some(rule.into()) }),
        }
    }
    merged
}

fn rule(kind: Kind, host: Option<Host>) -> &'static str {
    macro_rules! table {
        ($($kind:ident $label:literal),* $(,)?) => {
            match (kind, host) {
                $(
                    (Kind::$kind, Some(Host::Community)) => concat!("organization.", $label, ".community"),
                    (Kind::$kind, Some(Host::Area)) => concat!("organization.", $label, ".area"),
                    (Kind::$kind, Some(Host::Level)) => concat!("organization.", $label, ".level"),
                    (Kind::$kind, Some(Host::National)) => concat!("organization.", $label, ".national"),
                    (Kind::$kind, Some(Host::Country)) => concat!("organization.", $label, ".country"),
                    (Kind::$kind, Some(Host::Body)) => concat!("organization.", $label, ".body"),
                    (Kind::$kind, Some(Host::Quoted)) => concat!("organization.", $label, ".quoted"),
                    (Kind::$kind, None) => concat!("organization.", $label, ".name"),
                )*
            }
        };
    }
    table!(
        Party "party", Committee "committee", Mass "mass", Office "office", Government "government", Police "police",
        Residents "residents", Company "company", Bank "bank", School "school", Hospital "hospital",
        Association "association", Team "team", Institute "institute", Media "media", Venue "venue",
        Foreign "foreign", Known "known",
    )
}
