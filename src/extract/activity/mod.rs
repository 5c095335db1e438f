//! Finds activities: what was held, who held it, when and where.
//!
//! An ending (活动, 讲座, 运动会) anchors a name; it counts where a verb says that it is held, before it (开展, 举办) or
//! behind it (…在八一广场举行). The name is what stands between the verb and the ending, without what counts or praises
//! it: 开展了一场别开生面的|反诈宣传活动. 活动 and 主题活动 alone name nothing, 座谈会 and 现场会 do. Marks belong to the name
//! (“墨香伴春风”主题活动; right behind 举办 they hold one whatever it ends with), and so does a number of its own
//! (第三届荷花文化节), a year, a season or a feast (2022年招聘会, 春季运动会).

mod context;
mod doers;
mod hosts;
mod lexicon;
mod name;
mod quantity;
#[cfg(test)]
mod tests;
mod told;

use crate::anchor::{self, Anchors, Field};
use crate::lexicon::columns;
use crate::record::{Activity, Community, Date, Organization};
use crate::split::BlockKind;
use crate::{Document, Span};
use context::Scene;
pub(crate) use lexicon::begins_gathering;
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
    let mut activities: Vec<Held> = Vec::new();
    // 联合国大会 is a body.
    for named in found.iter().filter(|named| !scene.is_holder(named.span)) {
        let told = Held::of(&scene, named, doc.surface(named.span), named.span.start < headline);
        let near = activities.len().saturating_sub(FAR);
        match activities[near..].iter_mut().find(|known| known.is_same(&told)) {
            Some(known) => known.learn(told),
            None => activities.push(told),
        }
    }
    activities.into_iter().map(|held| held.activity).collect()
}

/// An activity, and whether no more than a headline has told of it so far.
struct Held {
    activity: Activity,
    of_headline: bool,
}

impl Held {
    fn of(scene: &Scene<'_>, named: &Named, name: &str, of_headline: bool) -> Self {
        // Who attends it holds it as little as those who tell of it.
        let organizers = if named.is_attended() { Vec::new() } else { scene.organizers(named) };
        // 在日前市委宣传部暨讲师团举行的座谈会上: those who held it are no place.
        let is_of_holders = |place: &String| {
            let mut parts = organizers.iter().filter(|o| o.len() < place.len());
            parts.clone().any(|o| place.starts_with(o.as_str())) && parts.any(|o| place.ends_with(o.as_str()))
        };
        let place = scene.place(named).filter(|place| !is_of_holders(place));
        let activity = Activity {
            name: name.to_owned(),
            organizers,
            dates: scene.dates(named),
            place,
            span: named.span,
            rule: Some(named.rule.into()),
        };
        Held { activity, of_headline }
    }

    /// Whether `told` is the same activity, told again.
    fn is_same(&self, told: &Held) -> bool {
        let (known, stem) = (stem(&self.activity.name), stem(&told.activity.name));
        known.ends_with(stem) || stem.ends_with(known) || self.of_headline && is_short_for(known, stem)
    }

    /// Adds what a later sentence tells: 柿子节, 首届柿子节. What the headline says in short, the text says in full: 县法院,
    /// 海州县人民法院.
    fn learn(&mut self, told: Held) {
        let known = &mut self.activity;
        let told = told.activity;
        if told.name.len() > known.name.len() {
            known.name = told.name;
            known.span = told.span;
            known.rule = told.rule;
        }
        if known.organizers.is_empty() || self.of_headline && !told.organizers.is_empty() {
            known.organizers = told.organizers;
        }
        if known.dates.is_empty() || self.of_headline && !told.dates.is_empty() {
            known.dates = told.dates;
        }
        known.place = known.place.take().or(told.place);
        self.of_headline = false;
    }
}

/// Whether the date that ends at `end` tells of an activity behind it what it is, not when it was: 春季|运动会,
/// 2022年|招聘会.
fn is_attribute(doc: &Document<'_>, end: usize) -> bool {
    lexicon().seasons.ends(&doc.chars()[..end])
}

/// Whether a headline's name is a later one that leaves words out: 安国药材大会 for 安国县春季药材交流大会.
fn is_short_for(short: &str, full: &str) -> bool {
    const SHORTEST: usize = 5;
    let mut full_chars = full.chars();
    let programme = |name: &str| ["工程", "项目", "计划", "行动"].iter().any(|end| name.ends_with(end));
    // “万名医师支援农村”二期|工程, “万名医师支援农村卫生工程”二期|项目.
    let programmes = programme(short) && programme(full);
    let short = if programmes { short.trim_end_matches("工程").trim_end_matches("项目") } else { short };
    short.chars().count() >= SHORTEST
        && (programmes || short.chars().next_back() == full.chars().next_back())
        && short.chars().all(|c| full_chars.any(|other| other == c))
}

/// What two names of one activity share at their ends: “荷塘诗会” and 荷塘诗会活动.
fn stem(name: &str) -> &str {
    let name = name.trim_matches(['“', '”']);
    name.strip_suffix("活动").or_else(|| name.strip_suffix("项目")).unwrap_or(name)
}
