//! The parts of a grass-roots name in the register: its stem, and the form of committee behind it.
//!
//! The register prints one sort of thing in many ways (`秦西社区居民委员会`, `秦西社区居委会`, `秦西社区`), with slips
//! (`居民委委会`). A unit is kept as stem and [`Form`]; the canonical and the everyday name are put together from them.

/// What a grass-roots unit is, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// 社区.
    Community,
    /// 居委会 without 社区.
    Residents,
    /// 村.
    Village,
    /// 嘎查.
    Gacha,
    /// 生活区, 生产队, 管理区…: the name is kept whole.
    Other,
}

impl Class {
    /// All classes.
    pub const ALL: [Class; 5] =
        [Class::Community, Class::Residents, Class::Village, Class::Gacha, Class::Other];
}

/// A form of name: what stands behind the stem.
#[derive(Debug, PartialEq, Eq)]
pub struct Form {
    /// What the unit is.
    pub class: Class,
    /// The official ending.
    pub canonical: &'static str,
    /// The ending people say.
    pub everyday: &'static str,
    /// Endings in the source that stand for it, slips included.
    endings: &'static [&'static str],
}

/// All forms; the index is what the register stores. New ones go to the end.
pub(super) static FORMS: &[Form] = &[
    form(Class::Other, "", "", &[]),
    form(Class::Community, "社区", "社区", &["社区", "社区服务中心"]),
    form(
        Class::Community,
        "社区居民委员会",
        "社区",
        &[
            "社区居民委员会",
            "社区居民委委会",
            "社区居民委会",
            "社区居民委员",
            "社区居民委员会会",
            "社区居民管理委员会",
            "社区居委员会",
            "社区居员会",
            "社区委员会",
            "社区民委会",
            "社区委会",
        ],
    ),
    form(Class::Community, "社区居委会", "社区", &["社区居委会", "社区居委会会", "社区居委", "社区居会"]),
    form(Class::Community, "社区村民委员会", "社区", &["社区村民委员会", "社区村委会"]),
    form(
        Class::Residents,
        "居民委员会",
        "居委会",
        &["居民委员会", "居民委委会", "居民委会", "居民委员", "居委员会"],
    ),
    form(Class::Residents, "居委会", "居委会", &["居委会", "居委会会", "居委"]),
    form(
        Class::Village,
        "村村民委员会",
        "村",
        &[
            "村村民委员会",
            "村村民委会",
            "村村民委员",
            "村村民委委会",
            "村村民委员会会",
            "村村民民委员会",
            "村村民委会员",
            "村村民员委会",
            "村村委员会",
            "村村委会委员会",
            "村牧民委员会",
        ],
    ),
    form(
        Class::Village,
        "村民委员会",
        "村",
        &["村民委员会", "村民委会", "村民委员", "村民委委会", "村委员会", "村民员委会", "村民委员会会"],
    ),
    form(Class::Village, "村村委会", "村", &["村村委会", "村村委委会"]),
    form(Class::Village, "村委会", "村", &["村委会", "村委", "村委委会", "村会", "村委会委会"]),
    form(Class::Village, "村", "村", &["村"]),
    form(Class::Village, "牧委会", "村", &["村牧委会", "牧委会"]),
    form(Class::Gacha, "嘎查", "嘎查", &["嘎查", "嘎查村"]),
    form(
        Class::Gacha,
        "嘎查委员会",
        "嘎查",
        &["嘎查委员会", "嘎查委会", "嘎查村委会", "嘎查村委员会", "嘎查村民委员会"],
    ),
];

const fn form(
    class: Class,
    canonical: &'static str,
    everyday: &'static str,
    endings: &'static [&'static str],
) -> Form {
    Form { class, canonical, everyday, endings }
}

/// Splits a name of the register into stem and index of its form.
///
/// Remarks in brackets (`（省级）`, `（含红星村村委）`) are dropped where they end the name.
pub(super) fn parse(printed: &str) -> (&str, usize) {
    let name = without_remarks(printed);
    let best = (FORMS.iter().enumerate())
        .flat_map(|(i, f)| f.endings.iter().map(move |e| (i, *e)))
        .filter(|(_, e)| name.len() > e.len() && name.ends_with(e))
        .max_by_key(|(_, e)| e.len());
    best.map_or((name, 0), |(i, ending)| (&name[..name.len() - ending.len()], i))
}

fn without_remarks(printed: &str) -> &str {
    let mut name = printed.trim();
    while let Some((head, _)) = name.strip_suffix(['）', ')']).and_then(|n| n.rsplit_once(['（', '('])) {
        if head.is_empty() {
            break;
        }
        name = head;
    }
    name
}

/// The name of a township as people print it: `东华门街道办事处` is `东华门街道`.
pub(super) fn township(printed: &str) -> &str {
    let name = without_remarks(printed);
    match name.strip_suffix("街道办事处") {
        Some(stem) if !stem.is_empty() => &name[..name.len() - "办事处".len()],
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn official_names_have_a_stem() {
        let cases = [
            ("秦西", "秦西社区居民委员会", ["秦西社区居民委委会", "秦西社区居民委员会", "秦西社区居民委会"]),
            ("大河", "大河村村委会", ["大河村村委会", "大河村村委会（新）", "大河村村委委会"]),
            ("大河", "大河村委会", ["大河村委会", "大河村委", "大河村委会（省级）（部分）"]),
            ("丽华一村", "丽华一村居委会", ["丽华一村居委会", "丽华一村居委会会", "丽华一村居委"]),
            ("城南新村", "城南新村社区", ["城南新村社区", "城南新村社区服务中心", "城南新村社区（东）"]),
            ("巴雅", "巴雅嘎查委员会", ["巴雅嘎查委会", "巴雅嘎查村委会", "巴雅嘎查委员会"]),
        ];
        for (stem, canonical, printed) in cases {
            for name in printed {
                let (s, form) = parse(name);
                assert_eq!(
                    (stem, canonical),
                    (s, format!("{s}{}", FORMS[form].canonical).as_str()),
                    "{name}"
                );
            }
        }
        for whole in ["社区", "村委会", "第十一生产队", "（氵甸）"] {
            assert_eq!((whole, 0), parse(whole));
        }
    }

    #[test]
    fn townships_drop_their_office() {
        for (name, printed) in [
            ("东湖街道", "东湖街道办事处"),
            ("东湖镇", "东湖镇"),
            ("东湖街道", "东湖街道（洪山）"),
            ("街道办事处", "街道办事处"),
        ] {
            assert_eq!(name, township(printed));
        }
    }
}
