//! The endings of names in the text: where one stands, what sort of body it tells, and that it is no part of a longer
//! word.

use super::lexicon::{Kind, Lexicon};
use crate::Document;

/// An ending in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What offices end with, behind their field.
pub(super) const OFFICES: &str = "局厅委办署处站";

/// By last character of an ending: what may follow it in other words only. 北京大学|生, 民政局|面.
const CONTINUED: &[(char, &str)] = &[
    ('局', "面势部限促域"),
    ('委', "员托派屈任会婉"),
    ('办', "理事公起好法学了成案"),
    ('厅', "堂房里"),
    ('署', "名理"),
    ('处', "于理罚置"),
    ('站', "立起台点稳"),
    ('段', "落位子长时"),
    ('部', "长门分队署落委件位"),
    ('学', "生费业期科"),
    ('中', "央"),
    ('校', "长友园区服门车"),
    ('院', "士线子落"),
    ('行', "业卡"),
    ('司', "法机"),
    ('会', "议员场谈展上长见费晤客堂计"),
    ('府', "邸"),
    ('团', "结队圆员"),
    ('所', "有以在谓"),
    ('大', "会家型量力门代"),
    ('协', "议调助同商作委"),
    ('联', "合系盟动络防"),
    ('科', "技学目"),
    ('社', "区会交"),
    ('业', "主务绩"),
    ('组', "织成合建"),
    ('盟', "国友"),
    ('盘', ""),
];

/// The ending whose last character is at `at`.
pub(super) fn read(doc: &Document<'_>, lexicon: &Lexicon, at: usize) -> Option<Head> {
    let c = doc.char(at);
    let end = at + 1;
    let body = lexicon.bodies.at_end(&doc.chars()[..end]);
    let office = OFFICES.contains(c).then(|| lexicon.fields.at_end(&doc.chars()[..at])).flatten();
    let (length, kind) = match (body, office) {
        (Some((n, kind)), Some((field, ()))) if n > field => (n, kind),
        (_, Some((field, ()))) => (field + 1, Kind::Office),
        (Some(body), None) => body,
        (None, None) => return None,
    };
    // 四中全会: a session of the Party.
    if doc.ends_with(end, "中小学") || c == '中' && doc.starts_with(end, "全会") {
        return None;
    }
    let next = doc.char(end);
    // 大学路, 医院街: streets.
    let continued = "路街巷弄".contains(next)
        || CONTINUED.iter().any(|(last, next_of)| *last == c && next_of.contains(next));
    (!continued || may_go_on(doc, kind, end)).then_some(Head { kind, start: end - length, end })
}

/// Where a character that may continue another word begins a title or a verb of its own: 协会|会长, 市民政局|部署.
fn may_go_on(doc: &Document<'_>, kind: Kind, end: usize) -> bool {
    const OWN: &[&str] = &[
        "会长", "会员", "部署", "部长", "委员", "校长", "院士", "行长", "公开", "门诊", "议定", "合作",
        "联合", "会同", "员工", "团员", "所长", "所在", "组织", "主任", "位于",
    ];
    let own = OWN.iter().any(|word| doc.starts_with(end, word));
    own && !((kind == Kind::Office || doc.ends_with(end, "政协")) && doc.starts_with(end, "委员"))
        && !(doc.ends_with(end, "部") && doc.starts_with(end, "部长") && !doc.ends_with(end, "部部"))
        && !(matches!(kind, Kind::School) && doc.starts_with(end, "校长"))
}
