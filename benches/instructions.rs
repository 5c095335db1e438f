//! How many instructions a fixed piece of work takes, counted by valgrind's callgrind: the same on a busy machine as on
//! an idle one, so that a change that costs speed is seen when it is made.
//!
//! `cargo bench --bench instructions` compares with `benches/instructions.tsv` and fails where a line took 5 % more;
//! `-- --update` writes the new numbers there. Without valgrind it says so and counts nothing. Compilers differ by a few
//! per cent: numbers are to be written by the toolchain that checks them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const STORED: &str = "benches/instructions.tsv";
const HEADER: &str = "# work\tmillions of instructions\n";
/// Pages of several papers and decades. They stay as they are, however the corpus grows.
const PAGES: [&str; 5] = [
    "1993-05-18-wuhu.txt",
    "2005-09-06-dalian.txt",
    "2012-08-22-qingdao.txt",
    "2021-06-17-xuzhou.txt",
    "2024-04-11-hanzhong.txt",
];
/// How much more is still the same.
const TOLERANCE: f64 = 1.05;

fn main() -> ExitCode {
    let valgrind = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status();
    if !valgrind.is_ok_and(|status| status.success()) {
        println!("valgrind is not installed: instructions are not counted");
        return ExitCode::SUCCESS;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let counted: BTreeMap<String, f64> = works(folder.path())
        .into_iter()
        .map(|(name, path)| (name.to_owned(), count(&path, folder.path())))
        .collect();
    let stored = stored();
    println!("{:8} {:>10} {:>10} {:>7}", "work", "millions", "stored", "ratio");
    let mut worse = false;
    for (name, &now) in &counted {
        let before = stored.get(name).copied().unwrap_or(f64::NAN);
        println!("{name:8} {now:>10.1} {before:>10.1} {:>7.3}", now / before);
        // What is not stored counts as worse: else nothing would be compared, and nobody would know.
        worse |= before.is_nan() || now / before > TOLERANCE;
    }
    if std::env::args().any(|argument| argument == "--update") {
        let lines = counted.iter().fold(HEADER.to_owned(), |mut lines, (name, now)| {
            writeln!(lines, "{name}\t{now:.1}").expect("a line");
            lines
        });
        std::fs::write(Path::new(ROOT).join(STORED), lines).expect("write");
        println!("{STORED} is written anew");
        return ExitCode::SUCCESS;
    }
    if worse {
        println!(
            "more than {TOLERANCE} of what is stored, or not stored; make it cheaper, or keep the new numbers with: \
             cargo bench --bench instructions -- --update"
        );
    }
    ExitCode::from(u8::from(worse))
}

/// What is done: an article, to see what the start costs; pages; and their lines as rows.
fn works(folder: &Path) -> Vec<(&'static str, PathBuf)> {
    let pages = folder.join("pages");
    std::fs::create_dir(&pages).expect("a folder");
    let mut rows = String::new();
    for name in PAGES {
        let text = std::fs::read_to_string(Path::new(ROOT).join("corpus/pages").join(name)).expect(name);
        let lines: Vec<&str> = text.lines().filter(|line| line.len() > 100).collect();
        for lines in lines.chunks(4) {
            writeln!(rows, "{}", serde_json::json!({ "text": lines.join("\n") })).expect("a row");
        }
        std::fs::write(pages.join(name), text).expect("write");
    }
    let (start, file) = (folder.join("start.txt"), folder.join("rows.jsonl"));
    std::fs::write(&start, "清理河道\n本报讯(记者 李文)10月29日,柳荫社区组织30名志愿者清理河道。\n")
        .expect("write");
    std::fs::write(&file, rows.repeat(4)).expect("write");
    vec![("start", start), ("pages", pages), ("rows", file)]
}

/// The instructions, in millions, that `extract` takes for a path.
fn count(path: &Path, folder: &Path) -> f64 {
    let out = folder.join("callgrind.out");
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--quiet", &format!("--callgrind-out-file={}", out.display())])
        .arg(env!("CARGO_BIN_EXE_jianbao"))
        .args(["extract", "--quiet", "-j", "1", "--published", "2022-10-31"])
        .arg(path)
        .stdout(Stdio::null())
        .status();
    assert!(status.is_ok_and(|status| status.success()), "valgrind of {}", path.display());
    let counted = std::fs::read_to_string(&out).expect("callgrind's file");
    let total =
        counted.lines().find_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")));
    total.and_then(|n| n.trim().parse::<f64>().ok()).expect("a total") / 1e6
}

fn stored() -> BTreeMap<String, f64> {
    let text = std::fs::read_to_string(Path::new(ROOT).join(STORED)).unwrap_or_default();
    let rows = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(name, number)| Some((name.to_owned(), number.parse().ok()?))).collect()
}
