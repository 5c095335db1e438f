//! The record as its readers see it: declared anew here, so that no change of the wire types goes unnoticed.

use jianbao::{Article, Engine, Options, schema::record_schema, split};
use serde::Deserialize;
use serde_json::Value;

type Span = [usize; 2];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Record {
    id: String,
    digest: String,
    source: Source,
    newspaper: Option<String>,
    page: Option<String>,
    published: Option<String>,
    section: Option<String>,
    headline: Option<String>,
    subheads: Vec<String>,
    text: String,
    dateline: Option<Dateline>,
    correspondents: Vec<Correspondent>,
    communities: Vec<Community>,
    dates: Vec<Date>,
    counts: Vec<Count>,
    people: Vec<Person>,
    organizations: Vec<Organization>,
    activities: Vec<Activity>,
    works: Vec<Work>,
}

macro_rules! object {
    ($name:ident { $($field:ident: $type:ty),* }) => {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(dead_code)]
        struct $name {
            $($field: $type,)*
            rule: Option<String>,
        }
    };
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct Source {
    path: String,
    article: usize,
    lines: Option<[usize; 2]>,
}

object!(Dateline {
    marker: String,
    agency: Option<String>,
    place: Option<String>,
    date: Option<String>,
    span: Span
});
object!(Correspondent { name: String, role: Option<String>, kind: String, outlet: Option<String>, span: Span });
object!(Community {
    name: String,
    level: String,
    province: Option<String>,
    prefecture: Option<String>,
    county: Option<String>,
    township: Option<String>,
    code: Option<String>,
    spans: Vec<Span>
});
object!(Date {
    text: String,
    r#type: String,
    value: String,
    r#mod: Option<String>,
    start: Option<String>,
    end: Option<String>,
    span: Span
});
object!(Count {
    text: String,
    kind: String,
    value: Option<f64>,
    max: Option<f64>,
    r#mod: Option<String>,
    unit: Option<String>,
    noun: Option<String>,
    span: Span
});
object!(Person { name: String, titles: Vec<String>, spans: Vec<Span> });
object!(Organization { name: String, spans: Vec<Span> });
object!(Activity {
    name: String,
    organizers: Vec<String>,
    dates: Vec<String>,
    place: Option<String>,
    span: Span
});
object!(Work { name: String, kind: String, span: Span });

/// Keys in the order in which they are written.
const KEYS: [&str; 19] = [
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
    "correspondents",
    "communities",
    "dates",
    "counts",
    "people",
    "organizations",
    "activities",
    "works",
];

const PAGE: &str = "柳荫社区举办清明诗会\n本报讯(记者 张三 通讯员 李四)4月3日上午9时30分,江苏省南通市崇川区学田街道柳荫社区\
联合市第二医院举办清明诗会,居民王建国等300余名居民参加。今年以来,《反间谍法》宣传已开展12场次,覆盖三成以上家庭。\n";

fn lines(explain: bool) -> Vec<String> {
    let engine =
        Engine::new(Options { explain, published: Some("2021-04-04".to_owned()), ..Options::default() });
    let mut articles = split::split(PAGE);
    articles.push(Article::from_row(Some("一行"), "近日,30多人到会。"));
    articles.push(Article::from_row(None, ""));
    let records = articles.into_iter().map(|a| engine.record(a, "a.txt"));
    records.map(|r| serde_json::to_string(&r).expect("JSON")).collect()
}

#[test]
fn output_is_what_readers_expect() {
    for explain in [false, true] {
        for line in lines(explain) {
            let record: Record = serde_json::from_str(&line).expect("no unknown and no missing key");
            assert_eq!(record.source.path, "a.txt");
            let mut at = 0;
            for key in KEYS {
                let quoted = format!("\"{key}\":");
                let next = line[at..].find(&quoted).map(|found| at + found);
                assert!(next.is_some(), "`{key}` is missing or out of order: {line}");
                at = next.unwrap_or_default() + quoted.len();
            }
        }
    }
}

#[test]
fn output_is_valid_against_the_schema() {
    let validator = jsonschema::validator_for(record_schema().as_value()).expect("a schema");
    for explain in [false, true] {
        for line in lines(explain) {
            let value: Value = serde_json::from_str(&line).expect("JSON");
            let problems: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
            assert!(problems.is_empty(), "{problems:?}\n{line}");
        }
    }
}

#[test]
fn the_schema_is_strict() {
    let validator = jsonschema::validator_for(record_schema().as_value()).expect("a schema");
    let whole: Value = serde_json::from_str(&lines(true)[0]).expect("JSON");
    assert!(validator.is_valid(&whole));
    for key in KEYS {
        let mut lacking = whole.clone();
        lacking.as_object_mut().expect("object").remove(key);
        assert!(!validator.is_valid(&lacking), "`{key}` may be absent");
    }
    let mut more = whole.clone();
    more["unknown"] = Value::Null;
    assert!(!validator.is_valid(&more));
    let mut unnamed = whole.clone();
    unnamed["people"] = serde_json::json!([{"name": null, "titles": [], "spans": []}]);
    assert!(!validator.is_valid(&unnamed));
    let mut person = whole;
    person["people"] = serde_json::json!([{"name": "张三", "titles": [], "spans": [[0, 2]], "rule": "a"}]);
    assert!(validator.is_valid(&person));
    person["people"][0]["age"] = Value::from(3);
    assert!(!validator.is_valid(&person));
}
