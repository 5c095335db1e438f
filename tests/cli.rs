//! The program from outside: arguments, inputs, outputs and exit codes.

use crate::folder::{Folder, PAGE, ROW, records, zip_of};
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

#[test]
fn pages_and_rows_by_extension() {
    let folder =
        Folder::with(&[("a.txt", PAGE.as_bytes()), ("b.jsonl", ROW.as_bytes()), ("c.json", ROW.as_bytes())]);
    let run = folder.run(&["extract", "c.json", "a.txt", "b.jsonl"]);
    assert_eq!((run.code, run.notices()), (0, vec![]));
    assert_eq!(run.ids(), ["r1", "a.txt#1", "r1"]);
    assert_eq!(run.records[1].headline.as_deref(), Some("清理河道"));
    assert_eq!(run.records[1].text, PAGE.trim_end());
    assert_eq!(run.records[1].source.lines, Some((1, 2)));
    assert_eq!(run.records[0].source.lines, None);
}

#[test]
fn input_format_overrides_the_extension() {
    let folder = Folder::with(&[("rows.txt", ROW.as_bytes()), ("page.jsonl", PAGE.as_bytes())]);
    assert_eq!(folder.run(&["extract", "rows.txt", "--input-format", "jsonl"]).ids(), ["r1"]);
    assert_eq!(folder.run(&["extract", "page.jsonl", "--input-format", "page"]).ids(), ["page.jsonl#1"]);
}

#[test]
fn folders_in_stable_order_with_a_word_about_what_is_skipped() {
    let folder = Folder::with(&[
        ("d/b.txt", PAGE.as_bytes()),
        ("d/a/2.txt", PAGE.as_bytes()),
        ("d/a/10.txt", PAGE.as_bytes()),
        ("d/.DS_Store", b"x"),
        ("d/photo.jpg", b"\xff\xd8\xff\0"),
    ]);
    let run = folder.run(&["extract", "d"]);
    assert_eq!(run.code, 0);
    assert_eq!(run.ids(), ["d/a/10.txt#1", "d/a/2.txt#1", "d/b.txt#1"]);
    run.tells(&[
        "skipped: d/.DS_Store: hidden",
        "skipped: d/photo.jpg: a picture",
        "3 records from 3 inputs (3 pages)",
        "skipped: 1 hidden, 1 not text",
    ]);
}

#[test]
fn documents_are_no_pages() {
    let folder = Folder::with(&[
        ("d/a.pdf", b"%PDF-1.7 x"),
        ("d/b.docx", &zip_of("[Content_Types].xml", b"x")),
        ("d/d.txt", PAGE.as_bytes()),
    ]);
    let run = folder.run(&["extract", "d"]);
    assert_eq!((run.code, run.ids()), (0, vec!["d/d.txt#1"]));
    run.tells(&[
        "skipped: d/a.pdf: a PDF document: convert it",
        "skipped: d/b.docx: an office document: convert it",
    ]);
    let run = folder.run(&["extract", "d/a.pdf", "d/d.txt"]);
    assert_eq!((run.code, run.ids()), (1, vec!["d/d.txt#1"]));
    run.tells(&["error: d/a.pdf: a PDF document"]);
    assert_eq!(folder.run(&["extract", "d/b.docx"]).code, 2);
}

#[test]
fn an_input_is_not_replaced() {
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes()), ("d/b.txt", PAGE.as_bytes())]);
    for args in [["a.txt", "a.txt"], ["d/b.txt", "./d/../d/b.txt"]] {
        let run = folder.run(&["extract", args[0], "-o", args[1]]);
        assert_eq!(run.code, 2, "{args:?}");
        assert!(run.err.contains("the same file as the input"), "{}", run.err);
        assert_eq!(fs::read(folder.path(args[0])).unwrap(), PAGE.as_bytes());
    }
}

#[test]
fn standard_input() {
    let folder = Folder::with(&[]);
    for args in [&["extract"][..], &["extract", "-"]] {
        assert_eq!(folder.run_on(PAGE, args).ids(), ["-#1"]);
        assert_eq!(folder.run_on(format!("\u{FEFF}\n{ROW}\n"), args).ids(), ["r1"]);
    }
    let run = folder.run(&["extract", "-", "-"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("only once"), "{}", run.err);
    let run = folder.run(&["extract"]);
    assert_eq!(run.code, 2);
    run.tells(&["error: standard input: empty", "error: no article could be extracted"]);
}

#[test]
fn one_bad_input_does_not_stop_the_rest() {
    let rows = [
        ROW.as_bytes(),
        b"{\"text\": \"a\n",
        b"\n",
        b"{\"title\":\"x\"}\n",
        "{\"text\":\"河道XX\"}\n".as_bytes(),
        ROW.as_bytes(),
    ];
    let mut rows = [rows[0], b"\n", rows[1], rows[2], rows[3], rows[4], rows[5]].concat();
    rows.iter_mut().filter(|b| **b == b'X').for_each(|b| *b = 0xFF);
    let folder = Folder::with(&[
        ("empty.txt", b""),
        ("blank.txt", b"\xef\xbb\xbf \r\n\n"),
        ("empty.jsonl", b"\n\n"),
        ("binary.txt", b"abc\0def"),
        ("old.txt.gz", b"\x1f\x8b\x08"),
        (
            "damaged.txt",
            b"\xe6\xb2\xb3\xe6\xb2\xb3\xe6\xb2\xb3\xe6\xb2\xb3\xe6\xb2\xb3\n\xe6\xb2\xb3\xe6\xb2\n",
        ),
        ("array.json", b"[\n {\"text\": \"a\"}\n]"),
        ("rows.jsonl", &rows),
        ("good.txt", PAGE.as_bytes()),
    ]);
    let bad = [
        "missing.txt",
        "empty.txt",
        "blank.txt",
        "empty.jsonl",
        "binary.txt",
        "old.txt.gz",
        "damaged.txt",
        "array.json",
        "rows.jsonl",
    ];
    let run = folder.run(&[&["extract"], &bad[..], &["good.txt"]].concat());
    assert_eq!(run.code, 1);
    assert_eq!(run.ids(), ["damaged.txt#1", "r1", "rows.jsonl#4", "r1", "good.txt#1"]);
    run.tells(&[
        "error: missing.txt: No such file",
        "error: empty.txt: empty",
        "error: blank.txt: empty",
        "error: empty.jsonl: empty",
        "error: binary.txt: a binary file",
        "error: old.txt.gz: cannot be unpacked: ",
        "warning: damaged.txt:2: not UTF-8 at byte 19: marked with U+FFFD",
        "error: array.json: a JSON array",
        "error: rows.jsonl:2: not a JSON object: ",
        "error: rows.jsonl:4: no `text` in this row; is it one of `title`? then --map text=KEY",
        "warning: rows.jsonl:5: not UTF-8 at byte",
    ]);
    for name in bad {
        let run = folder.run(&["extract", name, "good.txt"]);
        assert_eq!((run.code, run.ids().last()), (1, Some(&"good.txt#1")), "{name}");
    }
}

#[test]
fn nothing_readable() {
    let folder = Folder::with(&[
        ("binary.txt", b"abc\0def"),
        ("e/.hidden", b"x"),
        ("blank.txt", "第A07版\n".as_bytes()),
        ("broken.jsonl", b"{\n{}\n"),
        ("old", b"old"),
    ]);
    for (name, reason) in [
        ("missing.txt", "nothing could be read"),
        ("binary.txt", "nothing could be read"),
        ("e", "nothing could be read"),
        ("blank.txt", "no article could be extracted"),
        ("broken.jsonl", "no article could be extracted"),
    ] {
        let run = folder.run(&["extract", name, "-o", "old"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}: {}", run.err);
        run.tells(&[&format!("error: {reason}")]);
    }
    assert_eq!(fs::read(folder.path("old")).unwrap(), b"old");
    assert_eq!(folder.names(), ["binary.txt", "blank.txt", "broken.jsonl", "e", "old"]);
}

#[cfg(unix)]
#[test]
fn unreadable_folder() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("d/locked/a.txt", b"x"), ("d/b.txt", PAGE.as_bytes())]);
    let locked = folder.path("d/locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    let is_root = fs::read_dir(&locked).is_ok();
    let run = folder.run(&["extract", "d"]);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
    if !is_root {
        assert_eq!((run.code, run.ids()), (1, vec!["d/b.txt#1"]));
        run.tells(&["error: d/locked: Permission denied"]);
    }
}

#[test]
fn usage_errors() {
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes())]);
    for (args, reason) in [
        (&["extract", "a.txt", "--published", "2022-02-30"][..], "not a date"),
        (&["extract", "a.txt", "--map", "txt=content"], "no field `txt`"),
        (&["extract", "a.txt", "--map", "content"], "expected FIELD=KEY"),
        (&["extract", "a.txt", "-j", "0"], "0"),
        (&["extract", "a.txt", "--input-format", "pdf"], "invalid value"),
        (&["extract", "a.txt", "--format", "csv"], "--table <TABLE>"),
        (&["extract", "a.txt", "--format", "csv", "--table", "count"], "'counts'"),
        (&["extract", "a.txt", "--table", "counts"], "it needs --format csv"),
        (&["extract", "a.txt", "-o", "no/such/folder.jsonl"], "no such folder"),
        (&["extract", "a.txt", "-o", "."], "a folder: name a file in it"),
        (&["extract", "a.txt", "-o", "a.txt"], "the same file as the input"),
        (&["extract", "a.txt", "--summary", "no/summary.json"], "there is no folder no"),
        (&["extract", "a.txt", "-o", "out", "--summary", "out"], "both the output and the summary"),
        (&["extract", "a.txt", "-o", "out.tsv"], "name it .csv"),
        (&["extract", "a.txt", "-o", "out.csv.gz"], "say --format csv"),
        (&["extract", "a.txt", "-o", "out.parquet"], "say --format parquet"),
        (
            &["extract", "a.txt", "--format", "csv", "--table", "dates", "-o", "out.jsonl"],
            "say --format jsonl",
        ),
        (&["extrakt", "a.txt"], "unrecognized subcommand"),
    ] {
        let run = folder.run(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(reason), "{args:?}: {}", run.err);
    }
    assert_eq!(folder.names(), ["a.txt"]);
}

#[test]
fn help_with_examples() {
    let folder = Folder::with(&[]);
    for command in ["extract", "eval", "explain"] {
        let run = folder.run_on("", &["help", command]);
        assert_eq!(run.code, 0);
        assert!(run.out.contains("Examples:\n  jianbao "), "{command}");
    }
}

#[test]
fn rows() {
    let folder = Folder::with(&[(
        "rows.jsonl",
        r#"{"id":17,"headline":"清理河道","text":"柳荫社区…","newspaper":"东湖晚报","page":7,"section":"社区传真","url":"x"}
{"text":"甲\r\n\r\n乙","id":null}

{"text":"","page":"A07"}"#
            .as_bytes(),
    )]);
    let run = folder.run(&["extract", "rows.jsonl", "--newspaper", "西山日报"]);
    assert_eq!((run.code, run.notices()), (0, vec![]));
    assert_eq!(run.ids(), ["17", "rows.jsonl#2", "rows.jsonl#3"]);
    let first = &run.records[0];
    assert_eq!(first.text, "清理河道\n柳荫社区…");
    assert_eq!(first.headline.as_deref(), Some("清理河道"));
    assert_eq!(first.newspaper.as_deref(), Some("东湖晚报"));
    assert_eq!(first.page.as_deref(), Some("7"));
    assert_eq!(first.section.as_deref(), Some("社区传真"));
    assert_eq!(run.records[1].text, "甲\n乙");
    assert_eq!(run.records[1].newspaper.as_deref(), Some("西山日报"));
    assert_eq!(run.records[2].page.as_deref(), Some("A07"));
    assert_eq!(run.records[2].source.article, 3);
}

#[test]
fn rows_under_other_keys() {
    let folder = Folder::with(&[(
        "rows.jsonl",
        r#"{"content":"甲","title":"乙","time":"2022/10/31 08:05"}"#.as_bytes(),
    )]);
    let run = folder.run(&[
        "extract",
        "rows.jsonl",
        "--map",
        "text=content,headline=title",
        "--map",
        "published=time",
    ]);
    assert_eq!((run.code, run.notices()), (0, vec![]));
    assert_eq!(run.records[0].text, "乙\n甲");
    assert_eq!(run.published(), [Some("2022-10-31T08:05:00")]);
}

#[test]
fn published_by_row_then_option_then_path() {
    let rows = "{\"text\":\"甲\",\"published\":\"2022-01-01\"}\n{\"text\":\"甲\"}\n{\"text\":\"甲\",\"published\":\"\"}";
    let folder = Folder::with(&[
        ("2022-03/03/A07.jsonl", rows.as_bytes()),
        ("20220303.txt", PAGE.as_bytes()),
        ("a.jsonl", rows.as_bytes()),
    ]);
    let row = Some("2022-01-01");
    let path = Some("2022-03-03");
    let option = Some("2022-02-02");
    let run = folder.run(&["extract", "2022-03", "20220303.txt", "a.jsonl"]);
    assert_eq!(run.published(), [row, path, path, path, row, None, None]);
    let run = folder.run(&["extract", "2022-03", "20220303.txt", "a.jsonl", "--published", "2022年2月2日"]);
    assert_eq!(run.published(), [row, option, option, option, row, option, option]);
}

#[test]
fn published_of_the_path_before_the_masthead() {
    let page = format!("东湖晚报\n2022年10月31日 星期一\n{PAGE}");
    let folder = Folder::with(&[("a.txt", page.as_bytes()), ("2022-03-03.txt", page.as_bytes())]);
    let run = folder.run(&["extract", "a.txt", "2022-03-03.txt"]);
    assert_eq!(run.published(), [Some("2022-10-31"), Some("2022-03-03")]);
    let run = folder.run(&["extract", "a.txt", "--published", "2022-02-02"]);
    assert_eq!(run.published(), [Some("2022-02-02")]);
}

#[test]
fn a_row_with_an_invalid_date_is_dated_by_nothing() {
    let rows = "{\"text\":\"甲\",\"published\":\"昨天\"}\n{\"text\":\"乙\"}\n";
    let folder = Folder::with(&[("20220303.jsonl", rows.as_bytes())]);
    let run = folder.run(&["extract", "20220303.jsonl", "--published", "2022-02-02"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.published(), [None, Some("2022-02-02")]);
    run.tells(&["error: 20220303.jsonl:1: `published` is not a date: \"昨天\""]);
}

#[test]
fn byte_order_mark_and_line_ends_change_nothing() {
    let plain = Folder::with(&[("a.txt", PAGE.as_bytes()), ("a.jsonl", ROW.as_bytes())]);
    let marked = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let page = marked(PAGE);
    let row = marked(&format!("{ROW}\n"));
    let other = Folder::with(&[("a.txt", page.as_bytes()), ("a.jsonl", row.as_bytes())]);
    let args = ["extract", "a.txt", "a.jsonl"];
    assert_eq!(plain.run(&args).out, other.run(&args).out);
}

#[test]
fn equal_texts_have_equal_digests() {
    let folder =
        Folder::with(&[("a.txt", PAGE.as_bytes()), ("b.txt", PAGE.as_bytes()), ("c.jsonl", ROW.as_bytes())]);
    let run = folder.run(&["extract", "."]);
    let digests: Vec<&str> = run.records.iter().map(|r| r.digest.as_str()).collect();
    assert_eq!(digests[0], digests[1]);
    assert_ne!(digests[0], digests[2]);
    // Stable for ever: stored records are compared with new ones.
    let row = folder.run_on("{\"text\":\"社区\"}", &["extract"]);
    assert_eq!(row.records[0].digest, "16f61fc082b91a85e0a43c503dd6b4e4");
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    let rows: String = (0..1500)
        .map(|n| {
            format!(
                "{{\"text\":\"{}月{}日,柳荫社区{}户居民…{}\"}}\n",
                n % 12 + 1,
                n % 28 + 1,
                n,
                "好".repeat(n % 600)
            )
        })
        .collect();
    let page: String =
        (0..900).map(|n| format!("清理河道之{n}\n本报讯 柳荫社区组织{n}名志愿者清理河道。\n\n")).collect();
    let folder =
        Folder::with(&[("a.jsonl", rows.as_bytes()), ("b.txt", page.as_bytes()), ("c.txt", PAGE.as_bytes())]);
    let one = folder.run(&["extract", ".", "-j1"]);
    assert_eq!(one.code, 0);
    let ids: Vec<String> = (1..=1500).map(|n| format!("./a.jsonl#{n}")).collect();
    assert_eq!(one.ids()[..1500], ids);
    assert_eq!(one.ids().last(), Some(&"./c.txt#1"));
    for threads in ["-j2", "-j5"] {
        assert!(folder.run(&["extract", ".", threads]).out == one.out, "{threads}");
    }
}

#[test]
fn output_files_are_whole_and_not_read_again() {
    let folder = Folder::with(&[("d/a.txt", PAGE.as_bytes()), ("d/old.jsonl", b"old")]);
    let args = ["extract", "d", "-o", "d/old.jsonl"];
    let run = folder.run(&args);
    assert_eq!((run.code, run.out.as_str(), run.notices()), (0, "", vec![]));
    let first = fs::read_to_string(folder.path("d/old.jsonl")).unwrap();
    assert_eq!(records(&first).len(), 1);
    folder.run(&args);
    assert_eq!(fs::read_to_string(folder.path("d/old.jsonl")).unwrap(), first);
    assert_eq!(fs::read_dir(folder.path("d")).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_link_as_output_stays_a_link() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes()), ("real.jsonl", b"old")]);
    fs::set_permissions(folder.path("real.jsonl"), fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("real.jsonl", folder.path("link.jsonl")).unwrap();
    assert_eq!(folder.run(&["extract", "a.txt", "-o", "link.jsonl"]).code, 0);
    assert!(fs::symlink_metadata(folder.path("link.jsonl")).unwrap().is_symlink());
    let data = fs::metadata(folder.path("real.jsonl")).unwrap();
    assert_eq!((data.permissions().mode() & 0o777, data.len() > 3), (0o640, true));
}

#[cfg(target_os = "linux")]
#[test]
fn full_disk() {
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes())]);
    let run = folder.run(&["extract", "a.txt", "-o", "/dev/full"]);
    assert_eq!(run.code, 2);
    run.tells(&["error: /dev/full: No space left on device"]);
}

#[test]
fn closed_pipe_is_quiet() {
    let rows = format!("{ROW}\n").repeat(3_000);
    let folder = Folder::with(&[("a.jsonl", rows.as_bytes())]);
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_jianbao"))
        .args(["extract", &folder.path("a.jsonl")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(records(&line).len(), 1);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn explain_adds_rules() {
    let folder = Folder::with(&[("a.txt", "清理河道\n本报讯(记者 李文) 柳荫社区清理河道。\n".as_bytes())]);
    assert!(!folder.run(&["extract", "a.txt"]).out.contains("\"rule\""));
    assert!(folder.run(&["extract", "a.txt", "--explain"]).out.contains("\"rule\":\""));
}

#[test]
fn split_shows_each_line_with_its_label() {
    let page = "海州晚报 2019年11月8日 星期五 A07\n社区传真\n清理河道 守护碧水\n本报讯 近日,某社区清理河道,居民纷纷参\n\n与其中。\n通讯员 李晓芳\n责编:何敏 校对:吴涛\n";
    let folder = Folder::with(&[("a.txt", page.as_bytes())]);
    let out = folder.run(&["split", "a.txt"]).out;
    let labels: Vec<String> =
        out.lines().map(|l| l.split('\t').take(3).collect::<Vec<_>>().join(" ")).collect();
    let want = [
        "1 - masthead",
        "2 - section",
        "3 1 headline",
        "4 1 paragraph",
        "6 1 continued",
        "7 1 byline",
        "8 - furniture:credit",
    ];
    assert_eq!(labels, want);
    let explained = folder.run(&["split", "a.txt", "--explain"]).out;
    assert!(explained.contains("headline -") && explained.contains("after: Marker -"), "{explained}");
    assert_ne!(folder.run(&["split", "missing.txt"]).err, "");
}

#[test]
fn split_reads_what_extract_reads() {
    let zip = zip_of("a.txt", PAGE.as_bytes());
    let folder = Folder::with(&[
        ("a.txt", PAGE.as_bytes()),
        ("a.zip", &zip),
        ("crlf.txt", PAGE.replace('\n', "\r\n").as_bytes()),
        ("d/a.txt", PAGE.as_bytes()),
        ("d/b.txt", PAGE.as_bytes()),
        ("empty.txt", b""),
        ("photo.jpg", b"\xff\xd8\0\0"),
    ]);
    let plain = folder.run(&["split", "a.txt"]);
    assert_eq!((plain.code, plain.out.lines().count()), (0, PAGE.lines().count()));
    for name in ["a.zip", "crlf.txt"] {
        assert_eq!(folder.run(&["split", name]).out, plain.out, "{name}");
    }
    for (name, reason) in [
        ("d", "d: more than one page"),
        ("empty.txt", "empty.txt: empty"),
        ("photo.jpg", "photo.jpg: a binary file"),
        ("missing.txt", "missing.txt: No such file"),
    ] {
        let run = folder.run(&["split", name]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}");
        run.tells(&[&format!("error: {reason}")]);
    }
}

#[test]
fn a_file_name_as_text_is_told() {
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes())]);
    folder.run(&["explain", "a.txt"]).tells(&["note: the name is explained, not the file"]);
    assert_eq!(folder.run(&["explain", "b.txt"]).err, "");
}

#[test]
fn broken_rows_without_end_are_counted_only() {
    let rows = "{\n".repeat(150) + ROW;
    let folder = Folder::with(&[("a.jsonl", rows.as_bytes()), ("b.jsonl", b"{\n")]);
    let run = folder.run(&["extract", "a.jsonl", "b.jsonl"]);
    assert_eq!((run.code, run.ids()), (1, vec!["r1"]));
    assert_eq!(run.err.lines().filter(|line| line.starts_with("error: a.jsonl:")).count(), 101);
    run.tells(&["error: a.jsonl:100: ", "error: b.jsonl:1: ", "errors: 151 broken row"]);
    assert!(run.err.contains("further broken rows of this input are counted only"), "{}", run.err);
}

#[test]
fn progress_in_lines_where_there_is_no_terminal() {
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes())]);
    assert_eq!(folder.run(&["extract", "a.txt", "--quiet"]).err, "");
    folder.run(&["extract", "a.txt", "--progress", "always"]).tells(&["1 record from 1 input"]);
}

#[test]
fn tables() {
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes()), ("b,c.jsonl", ROW.as_bytes()), ("d.txt", b"")]);
    let args = ["extract", "a.txt", "b,c.jsonl", "--format", "csv", "--table"];
    let run = folder.run(&[&args[..], &["counts"]].concat());
    assert_eq!((run.code, run.notices()), (0, vec![]));
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], "id,published,text,kind,value,max,mod,unit,noun,span_start,span_end");
    assert_eq!(
        lines[1..],
        ["a.txt#1,,30名,count,30,,,名,志愿者,18,21", "r1,,30名,count,30,,,名,志愿者,13,16"]
    );
    let run = folder.run(&[&args[..], &["communities", "--explain", "-o", "out.csv"]].concat());
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    let table = fs::read_to_string(folder.path("out.csv")).unwrap();
    assert_eq!(table.lines().count(), 3);
    assert!(table.lines().next().unwrap().ends_with(",span_start,span_end,rule"), "{table}");
    let run = folder.run(&["extract", "d.txt", "--format", "csv", "--table", "articles"]);
    assert_eq!((run.code, run.out.lines().count()), (2, 1));
}
