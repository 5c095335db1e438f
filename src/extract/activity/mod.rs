//! Finds activities: what was held, who held it, when and where.
//!
//! An ending (活动, 讲座, 运动会) anchors a name; it counts where a verb says that it is held, before it (开展, 举办) or
//! behind it (…在八一广场举行). The name is what stands between the verb and the ending, without what counts or praises
//! it: 开展了一场别开生面的|反诈宣传活动. 活动 and 主题活动 alone name nothing, 座谈会 and 现场会 do. Marks belong to the name
//! (“墨香伴春风”主题活动; right behind 举办 they hold one whatever it ends with), and so does a number of its own
//! (第三届荷花文化节), a year, a season or a feast (2022年招聘会, 春季运动会).

mod context;
mod lexicon;
mod name;
mod quantity;
#[cfg(test)]
mod tests;

use crate::anchor::{self, Anchors, Field};
use crate::lexicon::{columns, ends};
use crate::record::{Activity, Community, Date, Organization};
use crate::split::BlockKind;
use crate::{Document, Span};
use context::Scene;
use lexicon::{ACTIVITIES, lexicon};
use name::{Ending, Followed, Named};
use std::cell::LazyCell;

/// How many names back the same activity is looked for: enough for any article, and little for a megabyte of text.
const FAR: usize = 128;

/// A rule: what shows that something is held.
#[cfg(test)]
struct Rule {
    name: &'static str,
    /// A sentence and the name that the rule finds in it.
    example: (&'static str, &'static str),
}

/// Every rule.
#[cfg(test)]
const RULES: &[Rule] = &[
    Rule {
        name: "activity.held", example: ("昨天,柳荫社区举办了一场防诈骗讲座。", "防诈骗讲座")
    },
    Rule {
        name: "activity.done", example: ("昨天,柳荫社区开展楼道堆物清理。", "楼道堆物清理")
    },
    Rule {
        name: "activity.attended", example: ("昨天,他参加第三届荷花文化节。", "第三届荷花文化节")
    },
    Rule {
        name: "activity.list", example: ("昨天,柳荫社区举办健康讲座、中医义诊。", "中医义诊")
    },
    Rule {
        name: "activity.scene", example: ("在柳荫社区“百姓学堂”活动现场,座无虚席。", "“百姓学堂”活动")
    },
    Rule {
        name: "activity.at", example: ("在全省春季农机大赛上,他获得二等奖。", "全省春季农机大赛")
    },
    Rule {
        name: "activity.subject", example: ("昨天,荷塘诗会在柳荫社区举行。", "荷塘诗会")
    },
];

/// Marks the last two characters of every ending, and marks that close before a stop.
pub(crate) fn anchors(anchors: &mut Anchors) {
    columns(ACTIVITIES).for_each(|[ending]| anchors.ending(Field::Activity, ending));
    [',', '。', ';', '、'].into_iter().for_each(|stop| anchors.pair(Field::Activity, '”', stop));
}

/// Whether what is held is called by the word before `chars`: (春节)团拜会, (元宵)灯会.
pub(crate) fn is_called_by_word_before(chars: &[char]) -> bool {
    lexicon::begins_gathering(chars)
}

/// The activities of a document, in text order, each name once. Nothing is read in `reserved`.
pub fn extract(
    doc: &Document<'_>,
    communities: &[Community],
    bodies: &[Organization],
    dates: &[Date],
    reserved: &[Span],
) -> Vec<Activity> {
    let lexicon = lexicon();
    // Where a date or a community ends, a name may begin.
    let edges = LazyCell::new(|| {
        let places = communities.iter().flat_map(|c| c.spans.iter().map(|s| s.end));
        let days = dates.iter().map(|date| date.span.end).filter(|&end| !is_attribute(doc, end));
        // 市总工会|“送清凉”慰问活动.
        let marked = bodies
            .iter()
            .flat_map(|b| b.spans.iter().map(|s| s.end))
            .filter(|&end| matches!(doc.char(end), '“' | '「'));
        let mut edges: Vec<usize> = days.chain(places).chain(marked).collect();
        edges.sort_unstable();
        edges
    });
    let mut found: Vec<Named> = Vec::new();
    for end in anchor::ends(doc, Field::Activity) {
        let Some(ending) = Ending::read(doc, lexicon, end.min(doc.len())) else {
            let named = name::in_marks(doc, end.min(doc.len()));
            found.extend(named.filter(|n| found.last().is_none_or(|last| !last.span.overlaps(n.span))));
            continue;
        };
        let named = match ending.followed(doc) {
            Followed::Scene => name::at_scene(doc, ending),
            // 召开的座谈会上.
            Followed::Above => name::behind_verb(doc, lexicon, ending, None)
                .filter(|named| doc.before(named.span.start) == '的')
                .or_else(|| name::at(doc, lexicon, ending, |at| edges.binary_search(&at).is_ok())),
            Followed::Nothing => name::behind_verb(doc, lexicon, ending, found.last())
                .or_else(|| name::before_verb(doc, lexicon, ending, |at| edges.binary_search(&at).is_ok())),
        };
        let Some(named) = named.filter(|n| !reserved.iter().any(|s| s.overlaps(n.span))) else { continue };
        while found.last().is_some_and(|f| f.span.overlaps(named.span)) {
            found.pop();
        }
        found.push(named);
    }
    if found.is_empty() {
        return Vec::new();
    }
    let scene = Scene::new(doc, communities, bodies, dates);
    let headline = doc.blocks().first().filter(|b| b.kind == BlockKind::Headline).map_or(0, |b| b.span.end);
    let mut activities: Vec<Activity> = Vec::new();
    // 联合国大会 is a body.
    for named in found.iter().filter(|named| !scene.is_holder(named.span)) {
        let name: String = doc.surface(named.span).to_owned();
        // Who attends it holds it as little as those who tell of it.
        let organizers = if named.is_attended() { Vec::new() } else { scene.organizers(named) };
        // 在日前市委宣传部暨讲师团举行的座谈会上: those who held it are no place.
        let is_of_holders = |place: &String| {
            let mut parts = organizers.iter().filter(|o| o.len() < place.len());
            parts.clone().any(|o| place.starts_with(o.as_str())) && parts.any(|o| place.ends_with(o.as_str()))
        };
        let place = scene.place(named).filter(|place| !is_of_holders(place));
        let told = Activity {
            name,
            organizers,
            dates: scene.dates(named),
            place,
            span: named.span,
            rule: Some(named.rule.into()),
        };
        let stem = stem(&told.name);
        let same = |a: &&mut Activity| {
            let known = self::stem(&a.name);
            known.ends_with(stem)
                || stem.ends_with(known)
                || a.span.start < headline && is_short_for(known, stem)
        };
        let near = activities.len().saturating_sub(FAR);
        match activities[near..].iter_mut().find(same) {
            // What the headline leaves out, a later sentence tells: 柿子节, 首届柿子节.
            Some(known) => {
                let of_headline = known.span.start < headline;
                if told.name.len() > known.name.len() {
                    known.name = told.name;
                    known.span = told.span;
                    known.rule = told.rule;
                }
                // What the headline says in short, the text says in full: 文峰街道, 文峰街道办事处和消防大队.
                let in_full = |short: &String| {
                    short.starts_with('我')
                        || told.organizers.iter().any(|full| full.starts_with(short.as_str()))
                };
                let fuller =
                    of_headline && !told.organizers.is_empty() && known.organizers.iter().all(in_full);
                if known.organizers.is_empty() || fuller {
                    known.organizers = told.organizers;
                }
                if known.dates.is_empty() {
                    known.dates = told.dates;
                }
                known.place = known.place.take().or(told.place);
            }
            None => activities.push(told),
        }
    }
    activities
}

/// Whether the date that ends at `end` tells of an activity behind it what it is, not when it was: 春季|运动会,
/// 2022年|招聘会.
fn is_attribute(doc: &Document<'_>, end: usize) -> bool {
    ends!(
        &doc.chars()[..end],
        ["节", "季", "季度", "春", "夏", "秋", "冬", "年", "年度", "元旦", "中秋", "清明", "端午", "重阳"]
    )
}

/// Whether a headline's name is a later one that leaves words out: 安国药材大会 for 安国县春季药材交流大会.
fn is_short_for(short: &str, full: &str) -> bool {
    const SHORTEST: usize = 5;
    let mut full_chars = full.chars();
    short.chars().count() >= SHORTEST
        && short.chars().next_back() == full.chars().next_back()
        && short.chars().all(|c| full_chars.any(|other| other == c))
}

/// What two names of one activity share at their ends: “荷塘诗会” and 荷塘诗会活动.
fn stem(name: &str) -> &str {
    let name = name.trim_matches(['“', '”']);
    name.strip_suffix("活动").or_else(|| name.strip_suffix("项目")).unwrap_or(name)
}
