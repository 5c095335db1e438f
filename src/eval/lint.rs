//! Whether a gold record is well-formed: a slip in a label must not read as a fault of the extraction.

use super::field::{FIELDS, Field};
use super::matching::{get, list};
use crate::record;
use serde_json::Value;

/// Keys of a record that gold may carry beside the judged fields.
const OTHER_KEYS: &[&str] = &[
    "id",
    "digest",
    "source",
    "newspaper",
    "page",
    "published",
    "section",
    "headline",
    "subheads",
    "text",
    "dateline",
];

/// What is wrong with a gold record whose page reads `page`: unknown or missing keys, values that no record has,
/// mentions that do not stand in the page. One sentence each.
///
/// ```
/// use serde_json::json;
/// let gold = json!({"id": "a#1", "people": [{"name": "张三", "titel": []}]});
/// let problems = jianbao::eval::problems(&gold, "居民李四");
/// assert_eq!(problems[0], "people `张三`: `titles` is missing");
/// assert_eq!(problems[1], "people `张三`: unknown key `titel`");
/// assert_eq!(problems[2], "people `张三`: does not stand in the page");
/// ```
pub fn problems(gold: &Value, page: &str) -> Vec<String> {
    let mut found = structure_problems(gold);
    let page = unspaced(page);
    let stands = |surface: &str| page.contains(&unspaced(surface));
    // In an export names of fields stand between its lines.
    let parts = |headline: &str| headline.split(' ').all(stands);
    if let Some(headline) = get(gold, "headline").as_str().filter(|h| !stands(h) && !parts(h)) {
        found.push(format!("headline `{headline}` does not stand in the page"));
    }
    for subhead in list(gold, "subheads").iter().filter_map(Value::as_str).filter(|s| !stands(s)) {
        found.push(format!("subhead `{subhead}` does not stand in the page"));
    }
    for field in &FIELDS {
        for mention in list(gold, field.name) {
            let surface = get(mention, field.surface()).as_str().unwrap_or_default();
            // A shared suffix is printed once for a list of names, and a family name once for a couple.
            let completed = field.name == "communities"
                && SHARED_SUFFIXES.iter().any(|s| surface.strip_suffix(s).is_some_and(stands));
            if !stands(surface) && !completed {
                found.push(format!("{} `{surface}`: does not stand in the page", field.name));
            }
        }
    }
    found
}

/// Suffixes that a list of communities may share (`柳荫、望江等社区`).
const SHARED_SUFFIXES: &[&str] =
    &["社区", "居委会", "居委", "居民区", "村委会", "村", "嘎查", "苏木", "街道", "镇", "乡"];

/// The problems of a gold record that show without its page.
pub fn structure_problems(gold: &Value) -> Vec<String> {
    let Some(record) = gold.as_object() else { return vec!["not an object".to_owned()] };
    let mut found = Vec::new();
    if !get(gold, "id").is_string() {
        found.push("`id` is missing".to_owned());
    }
    for (key, value) in record {
        match Field::named(key) {
            Some(field) => match value.as_array() {
                Some(mentions) => mentions.iter().for_each(|m| mention_problems(field, m, &mut found)),
                None => found.push(format!("`{key}` is not a list")),
            },
            None if OTHER_KEYS.contains(&key.as_str()) => {}
            None => found.push(format!("unknown key `{key}`")),
        }
    }
    if get(gold, "published").as_str().is_some_and(|p| crate::Published::parse(p).is_none()) {
        found.push("`published` is not an ISO date".to_owned());
    }
    found
}

fn mention_problems(field: &Field, mention: &Value, found: &mut Vec<String>) {
    let surface = get(mention, field.surface()).as_str().unwrap_or_default();
    let mut add = |problem: String| found.push(format!("{} `{surface}`: {problem}", field.name));
    let Some(object) = mention.as_object() else { return add("not an object".to_owned()) };
    if surface.is_empty() {
        add(format!("`{}` is missing", field.surface()));
    }
    for key in field.keys.iter().filter(|k| !object.contains_key(**k)) {
        add(format!("`{key}` is missing"));
    }
    for (key, value) in object {
        let base = key.strip_suffix("_alt").or(key.strip_prefix("alt_"));
        let known = |k: &str| field.keys.contains(&k) || field.attributes.contains(&k);
        match (key.as_str(), base) {
            ("optional", _) if !value.is_boolean() => add("`optional` is not true or false".to_owned()),
            ("alt", _) | ("", Some(_)) if !value.is_array() => add(format!("`{key}` is not a list")),
            ("optional" | "alt" | "span" | "spans" | "rule" | "place", _) => {}
            (_, Some(base)) if known(base) => match value.as_array() {
                Some(others) => {
                    others
                        .iter()
                        .filter(|o| !is_value(field, base, o))
                        .for_each(|o| add(format!("`{key}` cannot hold {o}")));
                }
                None => add(format!("`{key}` is not a list")),
            },
            (key, _) if !known(key) => add(format!("unknown key `{key}`")),
            (key, _) if !is_value(field, key, value) => add(format!("`{key}` cannot be {value}")),
            _ => {}
        }
    }
}

/// Whether a record can have that value there.
fn is_value(field: &Field, key: &str, value: &Value) -> bool {
    fn reads<T: serde::de::DeserializeOwned>(value: &Value) -> bool {
        serde_json::from_value::<T>(value.clone()).is_ok()
    }
    let text = value.as_str();
    match (field.name, key) {
        ("correspondents", "kind") => reads::<record::CorrespondentKind>(value),
        ("communities", "level") => reads::<record::CommunityLevel>(value),
        ("communities", "code") => {
            value.is_null() || text.is_some_and(|c| c.len() == 12 && c.bytes().all(|b| b.is_ascii_digit()))
        }
        ("dates", "type") => reads::<record::DateType>(value),
        ("dates" | "counts", "mod") => reads::<Option<record::Modifier>>(value),
        ("dates", "value") => text.is_some_and(|v| !v.is_empty() && v.bytes().all(is_timex)),
        ("dates", "start" | "end") => value.is_null() || text.is_some_and(is_day_or_moment),
        ("counts", "kind") => reads::<record::CountKind>(value),
        ("counts", "value" | "max") => value.is_null() || value.is_number(),
        ("works", "kind") => reads::<record::WorkKind>(value),
        (_, "titles" | "organizers" | "dates") => reads::<Vec<String>>(value),
        (_, "name" | "text") => text.is_some_and(|t| !t.is_empty()),
        _ => value.is_null() || text.is_some_and(|t| !t.is_empty()),
    }
}

fn is_timex(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b':' | b'.' | b'_')
}

/// Without white space: pages break lines in sentences and justify names, gold does not.
fn unspaced(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether a bound is a day or a moment, of any year: 二一五〇年, 乾隆年间.
fn is_day_or_moment(text: &str) -> bool {
    text.parse::<jiff::civil::DateTime>().is_ok() || crate::Published::parse(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_well_formed_record_has_no_problem() {
        let gold = json!({
            "id": "a.txt#1", "headline": "清理 河道", "published": "2020-01-02",
            "communities": [{"name": "柳荫社区", "level": "community", "code": "110101001001"}],
            "dates": [{"text": "1月", "type": "DATE", "value": "2020-01", "mod": null, "alt": ["今年1月"],
                       "start": "2020-01-01", "value_alt": ["XXXX-01"], "optional": true}],
            "counts": [{"text": "3名", "kind": "count", "value": 3, "max": null, "unit": "名", "mod": null}],
        });
        assert_eq!(
            problems(&gold, "清理\n河道\n今年1月,柳荫、望江等社区的3名志愿者"),
            <[String; 0]>::default()
        );
    }

    #[test]
    fn slips_are_told() {
        for (field, mention, problem) in [
            ("communities", json!({"name": "甲社区", "level": "village"}), "`level` cannot be \"village\""),
            (
                "communities",
                json!({"name": "甲社区", "level": "community", "code": "110101"}),
                "`code` cannot be",
            ),
            (
                "dates",
                json!({"text": "1月", "type": "DATE", "value": "一月", "mod": null}),
                "`value` cannot be",
            ),
            ("dates", json!({"text": "1月", "type": "DATE", "value": "XXXX-01"}), "`mod` is missing"),
            (
                "counts",
                json!({"text": "3名", "value": "3", "max": null, "unit": "名", "mod": null}),
                "`value` cannot be",
            ),
            ("works", json!({"name": "某法", "kind": "act"}), "`kind` cannot be"),
            (
                "people",
                json!({"name": "张三", "titles": [], "alt_titles": "x"}),
                "`alt_titles` is not a list",
            ),
            ("people", json!({"name": "张三", "titles": [], "span_alt": []}), "unknown key `span_alt`"),
            (
                "works",
                json!({"name": "某法", "kind": "law", "kind_alt": ["act"]}),
                "`kind_alt` cannot hold \"act\"",
            ),
        ] {
            let found = structure_problems(&json!({"id": "a", field: [mention]}));
            assert!(found.iter().any(|p| p.contains(problem)), "{problem}: {found:?}");
        }
        assert_eq!(structure_problems(&json!({"id": "a", "date": []})), ["unknown key `date`"]);
    }
}
