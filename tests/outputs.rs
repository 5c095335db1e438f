//! Outputs: compressed, without what was printed before, gone on with after a run that was killed.

use crate::folder::{Folder, PAGE, ROW, Run, records};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

/// A page of its own for each number.
fn page(n: usize) -> String {
    let word = char::from_u32(0x4E00 + (n * 7919 % 20_000) as u32).unwrap();
    format!("清理河道之{word}\n10月{}日,柳荫社区组织{n}名志愿者清理河道。\n", n % 28 + 1)
}

fn rows(range: std::ops::Range<usize>) -> String {
    range
        .map(|n| format!("{{\"text\":\"柳荫社区组织{n}名志愿者清理河道。{}\"}}\n", "好".repeat(n % 90)))
        .collect()
}

/// A folder of pages and rows.
fn dump() -> Folder {
    let mut files: Vec<(String, String)> = (0..12).map(|n| (format!("d/{n:03}.txt"), page(n))).collect();
    files.push(("d/500.jsonl".to_owned(), rows(0..400)));
    files.extend((600..612).map(|n| (format!("d/{n}.txt"), page(n))));
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    Folder::with(&files)
}

/// A dump that is more than one batch, so that something is written before all is read.
fn long_dump() -> Folder {
    let row = format!("{{\"text\":\"{}\"}}\n", "好。".repeat(10_000));
    let files: Vec<(String, String)> = (0..20).map(|n| (format!("d/{n:03}.jsonl"), row.clone())).collect();
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    Folder::with(&files)
}

fn read(folder: &Folder, name: &str) -> Vec<u8> {
    fs::read(folder.path(name)).unwrap()
}

fn unpacked(folder: &Folder, name: &str) -> Vec<u8> {
    let bytes = read(folder, name);
    let mut out = Vec::new();
    if name.ends_with(".gz") {
        flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut out).unwrap();
        out
    } else {
        zstd::decode_all(&bytes[..]).unwrap()
    }
}

#[test]
fn compressed_by_name() {
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes())]);
    let plain = folder.run(&["extract", "a.txt"]).out;
    for name in ["out.jsonl.gz", "out.jsonl.zst"] {
        assert_eq!(folder.run(&["extract", "a.txt", "-o", name]).code, 0);
        assert_eq!(unpacked(&folder, name), plain.as_bytes());
    }
    assert_eq!(folder.names(), ["a.txt", "out.jsonl.gz", "out.jsonl.zst"]);
}

#[test]
fn what_was_printed_before_is_left_out() {
    let folder = Folder::with(&[
        ("a.txt", PAGE.as_bytes()),
        ("b.jsonl", format!("{ROW}\n{ROW}\n").as_bytes()),
        ("c.txt", PAGE.as_bytes()),
    ]);
    let run = folder.run(&["extract", ".", "--dedupe"]);
    assert_eq!((run.code, run.ids()), (0, vec!["./a.txt#1", "r1"]));
    run.tells(&["2 records from 3 inputs (2 pages)", "besides: 2 records printed before"]);
}

/// Leaves what a run leaves that is killed at a point of its output.
fn kill_at(folder: &Folder, whole: &[u8], name: &str, at: usize) {
    fs::write(folder.path(&format!("{name}.partial")), &whole[..at]).unwrap();
}

#[test]
fn gone_on_with_wherever_it_ended() {
    let folder = dump();
    let wanted = folder.run(&["extract", "d", "-o", "whole.jsonl"]);
    assert_eq!(wanted.code, 0);
    let whole = read(&folder, "whole.jsonl");
    let ends: Vec<usize> = (0..whole.len()).filter(|&at| whole[at] == b'\n').map(|at| at + 1).collect();
    let mut points = vec![0, 1, whole.len(), whole.len() - 1];
    points.extend([1, 11, 12, 13, 200, 412, 413, 423].map(|n| ends[n - 1]));
    points.extend([3, 150, 420].map(|n| ends[n - 1] + 77));
    for at in points {
        kill_at(&folder, &whole, "out.jsonl", at);
        let run = folder.run(&["extract", "d", "-o", "out.jsonl", "--resume", "-j3"]);
        assert_eq!((run.code, run.notices()), (0, vec![]), "{at}");
        assert!(read(&folder, "out.jsonl") == whole, "{at}");
        assert!(!Path::new(&folder.path("out.jsonl.partial")).exists());
        fs::remove_file(folder.path("out.jsonl")).unwrap();
    }
}

#[test]
fn compressed_files_are_gone_on_with() {
    let folder = dump();
    for name in ["out.jsonl.gz", "out.jsonl.zst"] {
        folder.run(&["extract", "d", "-o", name]);
        let whole = read(&folder, name);
        fs::remove_file(folder.path(name)).unwrap();
        for at in [0, 5, whole.len() / 3, whole.len() - 1] {
            kill_at(&folder, &whole, name, at);
            assert_eq!(folder.run(&["extract", "d", "-o", name, "--resume"]).code, 0);
            assert!(read(&folder, name) == whole, "{name} {at}");
            fs::remove_file(folder.path(name)).unwrap();
        }
    }
    assert_eq!(folder.names(), ["d"]);
}

#[test]
fn duplicates_are_known_again() {
    let folder = dump();
    fs::write(folder.path("d/700.jsonl"), rows(390..410)).unwrap();
    folder.run(&["extract", "d", "-o", "whole.jsonl", "--dedupe"]);
    let whole = read(&folder, "whole.jsonl");
    let half = whole[..whole.len() / 2].iter().rposition(|&b| b == b'\n').unwrap() + 1;
    for at in [half, whole.len()] {
        kill_at(&folder, &whole, "out.jsonl", at);
        folder.run(&["extract", "d", "-o", "out.jsonl", "--dedupe", "--resume"]);
        assert!(read(&folder, "out.jsonl") == whole, "{at}");
        fs::remove_file(folder.path("out.jsonl")).unwrap();
    }
}

#[test]
fn a_whole_output_takes_what_is_new() {
    let folder = Folder::with(&[("d/a.txt", page(1).as_bytes())]);
    let args = ["extract", "d", "-o", "out.jsonl", "--resume"];
    assert_eq!(folder.run(&args).code, 0);
    let first = read(&folder, "out.jsonl");
    let run = folder.run(&args);
    assert_eq!((run.code, read(&folder, "out.jsonl") == first), (0, true));
    run.tells(&["0 records from 0 inputs", "besides: 1 record from an earlier run"]);
    fs::write(folder.path("d/b.txt"), page(2)).unwrap();
    assert_eq!(folder.run(&args).code, 0);
    let both = records(&String::from_utf8(read(&folder, "out.jsonl")).unwrap());
    assert_eq!(both.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ["d/a.txt#1", "d/b.txt#1"]);
    assert_eq!(folder.names(), ["d", "out.jsonl"]);
}

#[test]
fn an_input_that_changed_since_is_told() {
    let folder = Folder::with(&[("d/a.txt", page(1).as_bytes()), ("d/b.txt", page(2).as_bytes())]);
    let args = ["extract", "d", "-o", "out.jsonl", "--resume"];
    assert_eq!(folder.run(&args).code, 0);
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(60);
    for name in ["d/a.txt", "d/b.txt"] {
        let file = fs::File::options().append(true).open(folder.path(name)).unwrap();
        file.set_modified(later).unwrap();
    }
    let run = folder.run(&args);
    assert_eq!((run.code, run.notices().len()), (1, 1), "the first is told");
    run.tells(&["warning: d/a.txt: newer than the output", "0 records from 0 inputs"]);
}

#[test]
fn what_cannot_be_gone_on_with_is_told() {
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes()), ("out.jsonl.partial", b"id,text\n")]);
    let run = folder.run(&["extract", "a.txt", "-o", "out.jsonl", "--resume"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("out.jsonl.partial:1: not a record of jianbao"), "{}", run.err);
    assert_eq!(read(&folder, "out.jsonl.partial"), b"id,text\n");
    for args in [
        &["--resume"][..],
        &["--resume", "-o", "-"],
        &["--resume", "-o", "x.csv", "--format", "csv", "--table", "dates"],
    ] {
        assert_eq!(folder.run(&[&["extract", "a.txt"], args].concat()).code, 2, "{args:?}");
    }
    let run = folder.run(&["extract", "a.txt", "-o", "out.jsonl"]);
    assert_eq!(run.code, 0);
    run.tells(&["note: out.jsonl.partial of an earlier run is replaced"]);
}

/// Ends a run with a signal while it waits for standard input, all else being done. What it said, and its exit code.
#[cfg(unix)]
fn stopped_by(folder: &Folder, signal: &str) -> (Option<i32>, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jianbao"))
        .current_dir(folder.path(""))
        .args(["extract", "d", "-", "-o", "out.jsonl", "-j1"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let partial = folder.path("out.jsonl.partial");
    let mut waits = 0..6000;
    while fs::metadata(&partial).map_or(0, |data| data.len()) == 0 {
        assert!(child.try_wait().unwrap().is_none() && waits.next().is_some());
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
    let mut told = String::new();
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    stderr.read_line(&mut told).unwrap();
    drop(child.stdin.take());
    stderr.read_to_string(&mut told).unwrap();
    (child.wait().unwrap().code(), told)
}

#[cfg(unix)]
#[test]
fn killed_and_gone_on_with() {
    let folder = long_dump();
    folder.run(&["extract", "d", "-o", "whole.jsonl"]);
    let (code, _) = stopped_by(&folder, "-KILL");
    assert_eq!(code, None);
    assert_eq!(folder.names(), ["d", "out.jsonl.partial", "whole.jsonl"]);
    assert_eq!(folder.run(&["extract", "d", "-o", "out.jsonl", "--resume"]).code, 0);
    assert!(read(&folder, "out.jsonl") == read(&folder, "whole.jsonl"));
    assert_eq!(folder.names(), ["d", "out.jsonl", "whole.jsonl"]);
}

#[cfg(unix)]
#[test]
fn interrupted_and_gone_on_with() {
    let folder = long_dump();
    folder.run(&["extract", "d", "-o", "whole.jsonl"]);
    let (code, told) = stopped_by(&folder, "-INT");
    assert_eq!(code, Some(130), "{told}");
    assert!(told.contains("interrupted: "), "{told}");
    assert!(told.contains("the records so far are kept in") && told.contains("out.jsonl.partial"), "{told}");
    assert_eq!(folder.run(&["extract", "d", "-o", "out.jsonl", "--resume"]).code, 0);
    assert!(read(&folder, "out.jsonl") == read(&folder, "whole.jsonl"));
}

#[test]
fn stats_tell_where_the_time_goes() {
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes())]);
    let run = folder.run(&["extract", "a.txt", "-o", "out.jsonl", "--stats", "--summary", "summary.json"]);
    assert_eq!(run.code, 0);
    run.tells(&["stage ", "split ", "dates ", "write ", "all "]);
    let json: serde_json::Value = serde_json::from_slice(&read(&folder, "summary.json")).unwrap();
    let stages = json["stage_seconds"].as_object().expect("times");
    for (_, stage) in jianbao::stage::Stage::ALL {
        assert!(stages[stage].is_number(), "{stage}");
    }
    assert!(stages["dates"].as_f64() > Some(0.0) && stages["people"].as_f64() > Some(0.0), "{stages:?}");
}

#[test]
fn a_summary_for_people_and_for_programs() {
    let folder = Folder::with(&[("d/a.txt", PAGE.as_bytes()), ("d/b.jsonl", b"{\n"), ("d/.c", b"x")]);
    let run = folder.run(&["extract", "d", "--summary", "d/summary.json"]);
    assert_eq!(run.code, 1);
    run.tells(&[
        "1 record from 2 inputs (1 page), ",
        "mentions: communities 1, dates 1, counts 1",
        "skipped: 1 hidden",
        "errors: 1 broken row",
    ]);
    let json: serde_json::Value = serde_json::from_slice(&read(&folder, "d/summary.json")).unwrap();
    assert_eq!((&json["records"], &json["inputs"], &json["pages"]), (&1.into(), &2.into(), &1.into()));
    assert_eq!(json["mentions"]["communities"], 1);
    assert_eq!((&json["skipped"]["hidden"], &json["errors"]["broken row"]), (&1.into(), &1.into()));
    assert_eq!((&json["notices"][1]["path"], &json["notices"][1]["line"]), (&"d/b.jsonl".into(), &1.into()));
    assert!(json["megabytes_per_second"].is_number());
    assert!(json["stage_seconds"].is_null(), "not asked for");
    // Neither its own summary nor the one of last time is an input.
    let again: Run = folder.run(&["extract", "d", "--summary", "d/summary.json", "--quiet"]);
    assert_eq!((again.ids(), again.notices().len()), (vec!["d/a.txt#1"], 1));
}
