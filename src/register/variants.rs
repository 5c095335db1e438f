//! Other names of the upper divisions: without their kind (江苏, 南通), with it cut short (凉山州), and the short names
//! of development zones (南通开发区 for 南通经济技术开发区).

use super::AreaLevel;

/// What sort of name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameSort {
    /// The register's own, or one as unmistakable: 凉山州, 科左后旗, 南通开发区.
    Full,
    /// Without its kind: 江苏, 南通, 崇川.
    Short,
    /// The name of a county that was merged, renamed or raised since: 港闸区 (now 崇川区), 双流县.
    Former,
}

/// Counties that changed their name: former name, code now, name now, year.
pub(super) static FORMER: &str = include_str!("../../data/former_counties.tsv");

/// What people call banners and counties with long names: 科左后旗.
pub(super) static SHORT: &str = include_str!("../../data/short_counties.tsv");

/// The 县 that a 区 or 市 of the same name was before, where it can be told by rule.
pub(super) fn raised(name: &str) -> Option<String> {
    let stem = name.strip_suffix(['区', '市'])?;
    let plain =
        stem.chars().count() >= 2 && !stem.ends_with(['新', '县', '市', '城', '园', '发', '范', '理']);
    plain.then(|| format!("{stem}县"))
}

/// Peoples in the names of autonomous divisions; longer forms first.
const PEOPLES: &[&str] = &[
    "蒙古族",
    "维吾尔",
    "哈萨克族",
    "乌孜别克族",
    "柯尔克孜族",
    "柯尔克孜",
    "维吾尔族",
    "塔塔尔族",
    "俄罗斯族",
    "鄂伦春族",
    "塔吉克族",
    "达斡尔族",
    "鄂温克族",
    "土家族",
    "布依族",
    "朝鲜族",
    "哈尼族",
    "傈僳族",
    "拉祜族",
    "东乡族",
    "纳西族",
    "景颇族",
    "仫佬族",
    "布朗族",
    "撒拉族",
    "毛南族",
    "仡佬族",
    "阿昌族",
    "普米族",
    "裕固族",
    "赫哲族",
    "锡伯族",
    "德昂族",
    "基诺族",
    "门巴族",
    "珞巴族",
    "保安族",
    "独龙族",
    "塔吉克",
    "哈萨克",
    "蒙古",
    "锡伯",
    "回族",
    "藏族",
    "苗族",
    "彝族",
    "壮族",
    "满族",
    "侗族",
    "瑶族",
    "白族",
    "傣族",
    "黎族",
    "佤族",
    "畲族",
    "水族",
    "土族",
    "羌族",
    "怒族",
    "京族",
    "各族",
];

/// A name without the peoples that it ends with: 温滴楼 of 温滴楼满族; `None` where it ends with none, or nothing else is
/// left.
pub(crate) fn without_peoples(stem: &[char]) -> Option<&[char]> {
    let people = |stem: &[char]| {
        let ends = |people: &&&str| people.ends_with('族') && stem_ends(stem, people);
        PEOPLES.iter().find(ends).map(|people| stem.len() - people.chars().count())
    };
    let mut left = people(stem).map(|end| &stem[..end])?;
    while let Some(end) = people(left) {
        left = &left[..end];
    }
    (!left.is_empty()).then_some(left)
}

fn stem_ends(stem: &[char], ending: &str) -> bool {
    let mut stem = stem.iter().rev();
    ending.chars().rev().all(|c| stem.next() == Some(&c))
}

/// Endings of development zones, with the short forms people use.
const ZONES: &[(&str, &[&str])] = &[
    ("高新技术产业开发区", &["高新区", "高新技术开发区", "高新开发区"]),
    ("高新技术开发区", &["高新区", "高新技术产业开发区"]),
    ("高新技术产业园区", &["高新区"]),
    ("经济技术开发区", &["经开区", "开发区", "经济开发区"]),
    ("经济开发区", &["经开区", "开发区"]),
    ("城乡一体化示范区", &["示范区"]),
];

/// The kinds of zone that text names without a place: what is printed, and the endings of official names it may mean.
pub(crate) const BARE_ZONES: &[(&str, &[&str])] = &[
    ("经济技术开发区", &["经济技术开发区"]),
    ("经济开发区", &["经济技术开发区", "经济开发区"]),
    ("经开区", &["经济技术开发区", "经济开发区"]),
    ("开发区", &["经济技术开发区", "经济开发区"]),
    ("高新技术产业开发区", &["高新技术产业开发区"]),
    ("高新区", &["高新技术产业开发区", "高新技术开发区", "高新技术产业园区"]),
    ("工业园区", &["工业园区"]),
    ("示范区", &["示范区"]),
];

/// The other names of a division below `parents` (province and prefecture, without their kind).
pub(super) fn variants(level: AreaLevel, name: &str, parents: &[String]) -> Vec<(NameSort, String)> {
    let mut out = Vec::new();
    if name.starts_with("省直辖") || name.starts_with("自治区直辖") || matches!(name, "市辖区" | "县")
    {
        return out;
    }
    if level == AreaLevel::County
        && let Some((head, ending, shorts)) =
            ZONES.iter().find_map(|(e, s)| Some((name.strip_suffix(e)?, *e, s)))
    {
        let mut head = head;
        for parent in parents {
            // 河北唐山海港经济开发区 is 唐山海港…, where a place is left.
            head = head.strip_prefix(parent.as_str()).filter(|h| h.chars().count() >= 2).unwrap_or(head);
        }
        let place = head.strip_suffix('市').unwrap_or(head);
        for end in shorts.iter().copied().chain([ending]) {
            for place in [place.to_owned(), format!("{place}市")] {
                let variant = format!("{place}{end}");
                if variant != name && !place.is_empty() {
                    out.push((NameSort::Full, variant));
                }
            }
        }
        return out;
    }
    let (stem, kind) = split(name);
    if stem.chars().count() >= 2 && !matches!(stem, "经济" | "开发") {
        out.push((NameSort::Short, stem.to_owned()));
        if !kind.is_empty() && stem.len() + kind.len() < name.len() {
            out.push((NameSort::Full, format!("{stem}{kind}")));
        }
    }
    out
}

/// A name without its kind, and the kind cut short: 凉山彝族自治州 is 凉山, 州.
pub(super) fn split(name: &str) -> (&str, &'static str) {
    for (kind, short) in [("自治区", ""), ("自治州", "州"), ("自治县", "县"), ("自治旗", "旗")]
    {
        if let Some(mut stem) = name.strip_suffix(kind) {
            while let Some(head) =
                PEOPLES.iter().find_map(|p| stem.strip_suffix(p)).filter(|h| h.chars().count() > 1)
            {
                stem = head;
            }
            return (stem, short);
        }
    }
    for kind in ["特别行政区", "地区", "省", "市", "县", "区", "盟", "旗"] {
        if let Some(stem) = name.strip_suffix(kind) {
            return (stem, kind);
        }
    }
    (name, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_come_off() {
        let cases = [
            ("凉山", "州", "凉山彝族自治州"),
            ("恩施", "州", "恩施土家族苗族自治州"),
            ("内蒙古", "", "内蒙古自治区"),
            ("巴音郭楞", "州", "巴音郭楞蒙古自治州"),
            ("都安", "县", "都安瑶族自治县"),
            ("大兴安岭", "地区", "大兴安岭地区"),
            ("锡林郭勒", "盟", "锡林郭勒盟"),
        ];
        for (stem, kind, name) in cases {
            assert_eq!((stem, kind), split(name));
        }
    }

    #[test]
    fn zones_have_short_names() {
        let parents = ["江苏".to_owned(), "南通".to_owned()];
        let names = variants(AreaLevel::County, "南通经济技术开发区", &parents);
        for short in ["南通开发区", "南通经开区", "南通市开发区", "南通市经济技术开发区"]
        {
            assert!(names.contains(&(NameSort::Full, short.to_owned())), "{short}: {names:?}");
        }
        let parents = ["河北".to_owned(), "唐山".to_owned()];
        let names = variants(AreaLevel::County, "河北唐山海港经济开发区", &parents);
        assert!(names.contains(&(NameSort::Full, "海港经济开发区".to_owned())), "{names:?}");
    }
}
