//! A folder of files, and the program run in it.

use assert_cmd::Command;
use jianbao::record::Record;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

pub(crate) const PAGE: &str = "清理河道\n10月29日,柳荫社区组织30名志愿者清理河道。\n";
pub(crate) const ROW: &str = r#"{"id":"r1","text":"10月29日,柳荫社区组织30名志愿者清理河道。"}"#;

/// A folder of files for one test.
pub(crate) struct Folder(TempDir);

pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) records: Vec<Record>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    pub(crate) fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = Folder(tempfile::tempdir().unwrap());
        for (name, bytes) in files {
            let path = folder.path(name);
            fs::create_dir_all(Path::new(&path).parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.run_on("", args)
    }

    pub(crate) fn run_on(&self, stdin: impl Into<Vec<u8>>, args: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_jianbao"))
            .current_dir(self.0.path())
            .args(args)
            .write_stdin(stdin)
            .output()
            .unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        Run {
            code: output.status.code().unwrap(),
            records: if args.first() == Some(&"extract") && !args.contains(&"--table") {
                records(&out)
            } else {
                Vec::new()
            },
            out,
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    pub(crate) fn ids(&self) -> Vec<&str> {
        self.records.iter().map(|r| r.id.as_str()).collect()
    }

    pub(crate) fn published(&self) -> Vec<Option<&str>> {
        self.records.iter().map(|r| r.published.as_deref()).collect()
    }

    /// What standard error says, but for the summary.
    pub(crate) fn notices(&self) -> Vec<&str> {
        const KINDS: [&str; 5] = ["error: ", "warning: ", "skipped: ", "note: ", "interrupted: "];
        self.err.lines().filter(|line| KINDS.iter().any(|kind| line.starts_with(kind))).collect()
    }

    /// One line of standard error begins so, for each of `lines`.
    pub(crate) fn tells(&self, lines: &[&str]) {
        for line in lines {
            assert!(self.err.lines().any(|l| l.starts_with(line)), "{line:?} not told in:\n{}", self.err);
        }
    }
}

pub(crate) fn records(lines: &str) -> Vec<Record> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A zip archive of one file.
pub(crate) fn zip_of(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, bytes).unwrap();
    zip.finish().unwrap().into_inner()
}
