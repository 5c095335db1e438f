//! The evaluator's figures beside those of the reference scorer, a Python script kept outside the project: a stored
//! case everywhere, and live where the script is present. `scorer/expected*.json` are what it prints for
//! `scorer/gold.jsonl` and `scorer/predicted.jsonl`, plain and with `--merge`.

use jianbao::eval::{Evaluation, Gold, evaluate, json, load_records, score};
use jianbao::{Engine, Options};
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn stored(name: &str) -> PathBuf {
    Path::new(ROOT).join("tests/scorer").join(name)
}

/// Our figures in the reference's form.
fn figures(gold: &[Value], predicted: &[Value], merge: bool) -> Value {
    let ours = json(&Evaluation { pages: vec![evaluate("all", gold, predicted, merge)] });
    let mut structure = ours["structure"].clone();
    let own = ["sections", "subheads"];
    own.iter().for_each(|k| drop(structure.as_object_mut().and_then(|s| s.remove(*k))));
    let mut fields = Map::new();
    for (name, field) in ours["fields"].as_object().expect("fields") {
        let shares = |t: &Value| json!([t["precision"], t["recall"], t["f1"]]);
        let strict = &field["strict"];
        let count = |key: &str| strict[key].as_u64().expect("count");
        let attributes: Map<String, Value> = (field["attributes"].as_object().expect("attributes").iter())
            .map(|(k, a)| (k.clone(), json!([a["right"], a["judged"]])))
            .collect();
        let field = json!({
            "strict": shares(strict), "loose": shares(&field["loose"]), "n": count("tp") + count("fn"),
            "tp": strict["tp"], "fp": strict["fp"], "fn": strict["fn"], "attrs": attributes,
        });
        fields.insert(name.clone(), field);
    }
    json!({"structure": structure, "fields": fields})
}

#[test]
fn stored_case() {
    let gold = load_records(&stored("gold.jsonl")).expect("gold");
    let predicted = load_records(&stored("predicted.jsonl")).expect("predicted");
    for (merge, name) in [(false, "expected.json"), (true, "expected-merge.json")] {
        let expected: Value =
            serde_json::from_str(&std::fs::read_to_string(stored(name)).expect(name)).expect("JSON");
        assert_eq!(figures(&gold, &predicted, merge), expected, "{name}");
    }
}

#[test]
fn agrees_with_the_reference_where_it_is_present() {
    let script = Path::new(ROOT).join("../shared/score.py");
    if !script.is_file() || Command::new("python3").arg("--version").output().is_err() {
        return;
    }
    let mut cases = vec![(
        load_records(&stored("gold.jsonl")).expect("gold"),
        load_records(&stored("predicted.jsonl")).expect("predicted"),
    )];
    let engine = Engine::new(Options::default());
    for place in ["corpus/gold", "../shared/seed/page.gold.jsonl"] {
        let Ok(golds) = Gold::load(&Path::new(ROOT).join(place)) else { continue };
        let predicted = golds.iter().flat_map(|g| extracted(g, &engine)).collect();
        cases.push((golds.into_iter().flat_map(|g| g.records).collect(), predicted));
    }
    for (gold, predicted) in cases {
        let folder = tempfile::tempdir().expect("folder");
        let [gold_file, predicted_file] =
            [("gold", &gold), ("predicted", &predicted)].map(|(name, records)| {
                let path = folder.path().join(name);
                let mut file = std::fs::File::create(&path).expect("create");
                records.iter().for_each(|r| writeln!(file, "{r}").expect("write"));
                path
            });
        for merge in [false, true] {
            let mut reference = Command::new("python3");
            reference.arg(&script).args([&gold_file, &predicted_file]).arg("--json");
            let output = reference.args(merge.then_some("--merge")).output().expect("run");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let expected: Value = serde_json::from_slice(&output.stdout).expect("JSON");
            assert_eq!(figures(&gold, &predicted, merge), expected, "{} articles, merge {merge}", gold.len());
        }
    }
}

/// The records of a gold file's pages.
fn extracted(gold: &Gold, engine: &Engine) -> Vec<Value> {
    let pages = gold.pages().expect("pages");
    let mut records = Vec::new();
    for path in &pages {
        let text = std::fs::read_to_string(path).expect("page");
        let name = path.to_string_lossy().into_owned();
        let published = gold.published(path).map(str::to_owned);
        let mut articles = jianbao::split::split(&text);
        for article in &mut articles {
            article.published = article.published.take().or_else(|| published.clone());
        }
        records.extend(engine.records(articles, &name).map(|r| serde_json::to_value(r).expect("JSON")));
    }
    records
}

#[test]
fn a_difference_stands_in_its_line() {
    let gold = load_records(&stored("gold.jsonl")).expect("gold");
    let predicted = load_records(&stored("predicted.jsonl")).expect("predicted");
    let page = evaluate("all", &gold, &predicted, false);
    let wrong = page.differences.iter().find(|d| d.text == "近日").expect("a difference");
    assert_eq!(wrong.expected, [("value", json!("PAST_REF"))]);
    assert_eq!(wrong.got, [("value", json!("PRESENT_REF"))]);
    assert_eq!(wrong.rule.as_deref(), Some("vague"));
    let place = wrong.place.as_ref().expect("a place");
    assert_eq!(place.line, 2);
    let mention: String = place.text.chars().skip(place.span.start).take(place.span.len()).collect();
    assert_eq!(mention, "近日");
}

#[test]
fn pages_are_found_and_extracted() {
    let folder = tempfile::tempdir().expect("folder");
    let text = "柳荫社区清理河道\n10月29日,柳荫社区组织志愿者清理河道。\n";
    std::fs::write(folder.path().join("a.txt"), text).expect("write");
    let label =
        json!({"id": "a.txt#1", "published": "2022-10-31", "headline": "柳荫社区清理河道", "people": []});
    let path = folder.path().join("a.gold.jsonl");
    std::fs::write(&path, format!("{label}\n")).expect("write");
    let gold = Gold::load(&path).expect("gold").remove(0);
    let page = score(&gold, &[], &Engine::new(Options::default()), false).expect("score");
    assert_eq!((page.structure.articles_gold, page.structure.span_errors), (1, 0));
}
