//! `eval`, `explain` and `schema` as a user runs them: output and exit codes.

use assert_cmd::Command;
use std::path::Path;
use tempfile::TempDir;

const PAGE: &str = "柳荫社区清理河道\n本报讯(记者 张三)近日,柳荫社区志愿者清理河道。\n";

/// A page and its gold records, whose byline is `name`.
fn labelled(name: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("folder");
    let gold = serde_json::json!({
        "id": "a.txt#1", "headline": "柳荫社区清理河道",
        "correspondents": [{"name": name, "role": "记者", "kind": "reporter", "outlet": null}],
    });
    std::fs::write(folder.path().join("a.txt"), PAGE).expect("page");
    std::fs::write(folder.path().join("a.gold.jsonl"), format!("{gold}\n")).expect("gold");
    folder
}

/// Exit code, standard output and standard error.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_jianbao")).current_dir(folder).args(arguments).output();
    let output = output.expect("run");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

#[test]
fn eval_prints_figures_and_differences() {
    let folder = labelled("李四");
    let (code, out, err) = run(folder.path(), &["eval", "a.gold.jsonl"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("correspondents  missed  李四"), "{out}");
    assert!(out.contains("correspondents  spurious  张三"), "{out}");
    assert!(out.contains("(记者 [张三])"), "{out}");
    assert!(!out.contains('\u{1b}'), "colours in a pipe: {out}");
    let (_, other, _) = run(folder.path(), &["eval", "a.gold.jsonl", "--field", "dates"]);
    assert!(!other.contains("李四"), "{other}");
}

#[test]
fn eval_fails_below_a_minimum() {
    for (name, expected) in [("张三", 0), ("李四", 1)] {
        let folder = labelled(name);
        let (code, _, err) = run(folder.path(), &["eval", "a.gold.jsonl", "--min-f1", "correspondents=0.9"]);
        assert_eq!(code, expected, "{err}");
        assert_eq!(err.contains("F1 of correspondents is 0.0000, below 0.9"), expected == 1, "{err}");
    }
    let folder = labelled("张三");
    let (code, _, err) = run(folder.path(), &["eval", "a.gold.jsonl", "--min-f1", "counts=0.5"]);
    assert_eq!((code, err.contains("no gold record judges counts")), (1, true), "{err}");
    assert_eq!(run(folder.path(), &["eval", "a.gold.jsonl", "--min-f1", "count=0.5"]).0, 2);
    assert_eq!(run(folder.path(), &["eval", "nowhere"]).0, 2);
}

#[test]
fn eval_prints_json_and_reads_records() {
    let folder = labelled("张三");
    run(folder.path(), &["extract", "a.txt", "-o", "records.jsonl"]);
    for paths in [&["a.txt"][..], &["records.jsonl"], &[]] {
        let arguments = [&["eval", "a.gold.jsonl", "--format", "json"], paths].concat();
        let (code, out, _) = run(folder.path(), &arguments);
        let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        assert_eq!(
            (code, report["fields"]["correspondents"]["strict"]["f1"].as_f64()),
            (0, Some(1.0)),
            "{out}"
        );
        assert_eq!(report["structure"]["headline_exact"], 1);
    }
}

#[test]
fn eval_holds_stored_scores() {
    let folder = labelled("张三");
    let arguments = ["eval", "a.gold.jsonl", "--scores", "scores.tsv"];
    assert_eq!(run(folder.path(), &arguments).0, 2, "no such file");
    assert_eq!(run(folder.path(), &[&arguments[..], &["--update-scores"]].concat()).0, 0);
    assert_eq!(run(folder.path(), &arguments).0, 0);
    std::fs::write(folder.path().join("a.txt"), PAGE.replace("张三", "王五")).expect("page");
    let (code, _, err) = run(folder.path(), &arguments);
    assert_eq!(code, 1);
    assert!(err.contains("correspondents of a fell") && err.contains("missed 张三"), "{err}");
}

#[test]
fn eval_tells_slips_in_labels() {
    let folder = labelled("张三");
    std::fs::write(folder.path().join("a.gold.jsonl"), "{\"id\":\"a.txt#1\",\"date\":[]}\n").expect("gold");
    let (code, _, err) = run(folder.path(), &["eval", "a.gold.jsonl"]);
    assert_eq!((code, err.contains("a.txt#1: unknown key `date`")), (0, true), "{err}");
}

#[test]
fn explain_names_value_and_rule() {
    let folder = labelled("张三");
    let text = "本报讯(记者 张三)柳荫社区志愿者清理河道。";
    let (code, out, _) = run(folder.path(), &["explain", text]);
    assert!(code == 0 && out.contains(text) && out.contains("张三 记者 reporter  by "), "{out}");
    let (_, coloured, _) = run(folder.path(), &["explain", "--color", "always", text]);
    assert!(coloured.contains('\u{1b}'), "{coloured}");
    assert_eq!(run(folder.path(), &["explain", ""]).0, 2);
}

#[test]
fn schema_is_json() {
    let (code, out, _) = run(Path::new("."), &["schema"]);
    let schema: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, &schema["additionalProperties"]), (0, &serde_json::Value::Bool(false)));
}
