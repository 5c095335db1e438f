//! Parquet, read back by what it is written for, where that is installed. `cargo test --features parquet`.

use crate::folder::{Folder, PAGE, ROW};
use std::process::Command;

/// What a Python program prints; `None` where there is no Python, or it lacks a module.
fn python(folder: &Folder, modules: &str, program: &str) -> Option<String> {
    let run =
        |program: &str| Command::new("python3").current_dir(folder.path("")).args(["-c", program]).output();
    if !run(&format!("import {modules}")).is_ok_and(|output| output.status.success()) {
        eprintln!("not tested: no Python with {modules}");
        return None;
    }
    let output = run(program).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap().trim().to_owned())
}

#[test]
fn read_back() {
    let rows = format!("{ROW}\n").repeat(3000);
    let folder = Folder::with(&[("a.txt", PAGE.as_bytes()), ("b.jsonl", rows.as_bytes())]);
    let run = folder.run(&["extract", ".", "--format", "parquet", "-o", "out.parquet"]);
    assert_eq!((run.code, run.notices()), (0, vec![]));
    let duckdb = python(
        &folder,
        "duckdb",
        "import duckdb; print(duckdb.sql(\"\"\"select count(*), sum(counts[1].value), max(communities[1].spans[1][2]), \
         min(source.lines[2]), max(text) from 'out.parquet'\"\"\").fetchall()[0])",
    );
    let wanted = format!("(3001, 90030.0, 16, 2, '{}')", PAGE.trim_end().replace('\n', "\\n"));
    assert!(duckdb.is_none_or(|found| found == wanted), "{wanted}");
    let pandas = python(
        &folder,
        "pandas, pyarrow",
        "import pandas; d = pandas.read_parquet('out.parquet'); print(len(d), d.counts[0][0]['text'], d.id[3000])",
    );
    assert!(pandas.is_none_or(|found| found == "3001 30名 r1"));
    for args in [&[][..], &["-o", "out.parquet", "--resume"]] {
        assert_eq!(
            folder.run(&[&["extract", "a.txt", "--format", "parquet"], args].concat()).code,
            2,
            "{args:?}"
        );
    }
    assert_eq!(folder.names(), ["a.txt", "b.jsonl", "out.parquet"]);
}
