//! Gold files, and the pages they label.

use super::pairing::{file_name, id};
use crate::{Error, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// One gold file.
#[derive(Clone, Debug)]
pub struct Gold {
    /// The file as given, or as found in the folder given.
    pub path: PathBuf,
    /// Its records.
    pub records: Vec<Value>,
}

impl Gold {
    /// Loads a gold file, or the `*.jsonl` files of a folder in the order of their names.
    ///
    /// # Errors
    ///
    /// Where the path or a file cannot be read, a line is no JSON object, or there is no gold record.
    pub fn load(path: &Path) -> Result<Vec<Gold>> {
        let files = if path.is_dir() {
            files_in(path, |p| has_extension(p, "jsonl"))?
        } else {
            vec![path.to_owned()]
        };
        if files.is_empty() {
            return Err(input(path, "no *.jsonl file of gold records in this folder"));
        }
        let golds: Vec<Gold> = files
            .into_iter()
            .map(|path| Ok(Gold { records: load_records(&path)?, path }))
            .collect::<Result<_>>()?;
        if golds.iter().all(|gold| gold.records.is_empty()) {
            return Err(input(path, "no gold record in it"));
        }
        Ok(golds)
    }

    /// The file's name without its ending: `a` for `gold/a.jsonl` and `a.gold.jsonl`.
    pub fn name(&self) -> &str {
        stem(&self.path)
    }

    /// The files that the gold file labels: those that its ids name, else one of its own name; looked for beside it
    /// and in a sibling folder `pages`.
    ///
    /// # Errors
    ///
    /// Where there is none.
    pub fn pages(&self) -> Result<Vec<PathBuf>> {
        let own = self.path.parent().unwrap_or(Path::new(""));
        let own = if own.as_os_str().is_empty() { Path::new(".") } else { own };
        let folders = [own.parent().unwrap_or(Path::new("..")).join("pages"), own.to_owned()];
        let mut named: Vec<PathBuf> = Vec::new();
        for name in self.records.iter().map(|r| file_name(id(r))) {
            let found = folders.iter().map(|f| f.join(name)).find(|p| p.is_file() && *p != self.path);
            named.extend(found.filter(|p| !named.contains(p)));
        }
        if !named.is_empty() {
            return Ok(named);
        }
        for folder in folders.iter().filter(|f| f.is_dir()) {
            let same_name = files_in(folder, |p| *p != self.path && !is_gold(p) && stem(p) == self.name())?;
            if !same_name.is_empty() {
                return Ok(same_name);
            }
        }
        let message = format!(
            "no page found for it: neither {0}.txt (or another ending) beside it nor in ../pages; give the page as argument",
            self.name()
        );
        Err(input(&self.path, &message))
    }

    /// What gold says of a page's date: the `published` of the first record of that file that has one. Where no record
    /// names the file, the first of all.
    pub fn published(&self, page: &Path) -> Option<&str> {
        let name = page.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        let named = self.records.iter().any(|r| file_name(id(r)) == name);
        let mut records = self.records.iter().filter(|r| !named || file_name(id(r)) == name);
        records.find_map(|r| r.get("published")?.as_str())
    }
}

/// Reads JSON Lines of objects; empty lines are skipped.
///
/// # Errors
///
/// Where the file cannot be read, or a line is no JSON object: the message names the line.
pub fn load_records(path: &Path) -> Result<Vec<Value>> {
    let text = std::fs::read_to_string(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    let mut records = Vec::new();
    for (number, line) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let at =
            |message: String| Error::Input { path: format!("{}:{}", path.display(), number + 1), message };
        let record: Value =
            serde_json::from_str(line).map_err(|e| at(format!("not a JSON object: {}", json_reason(&e))))?;
        if !record.get("id").is_some_and(Value::is_string) {
            return Err(at("not a record: an object with an `id` is expected".to_owned()));
        }
        records.push(record);
    }
    Ok(records)
}

/// What is wrong with a line, without the place that counts lines within it.
fn json_reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

fn files_in(folder: &Path, wanted: impl Fn(&PathBuf) -> bool) -> Result<Vec<PathBuf>> {
    let failed = |source| Error::Io { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_file() && wanted(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|e| e == extension)
}

fn is_gold(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n.to_string_lossy().ends_with(".gold.jsonl"))
}

fn stem(path: &Path) -> &str {
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    stem.strip_suffix(".gold").unwrap_or(stem)
}

fn input(path: &Path, message: &str) -> Error {
    Error::Input { path: path.display().to_string(), message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::write;

    fn gold(folder: &Path, name: &str, lines: &str) -> Gold {
        let path = folder.join(name);
        write(&path, lines).expect("write");
        Gold::load(&path).expect("load").remove(0)
    }

    #[test]
    fn finds_the_page_by_id_by_name_and_beside_the_folder() {
        let folder = tempfile::tempdir().expect("folder");
        let own = folder.path().join("gold");
        let pages = folder.path().join("pages");
        [&own, &pages].iter().for_each(|d| std::fs::create_dir(d).expect("folder"));
        write(pages.join("a.txt"), "").expect("write");
        write(own.join("b.txt"), "").expect("write");
        write(own.join("c.txt"), "").expect("write");
        assert_eq!(
            gold(&own, "x.jsonl", r#"{"id":"d/a.txt#1"}"#).pages().expect("page"),
            [pages.join("a.txt")]
        );
        assert_eq!(gold(&own, "b.gold.jsonl", r#"{"id":"1"}"#).pages().expect("page"), [own.join("b.txt")]);
        assert_eq!(gold(&own, "c.jsonl", r#"{"id":"1"}"#).pages().expect("page"), [own.join("c.txt")]);
        let lost = gold(&own, "d.jsonl", r#"{"id":"1"}"#).pages().expect_err("no page").to_string();
        assert!(lost.contains("d.jsonl: no page found"), "{lost}");
    }

    #[test]
    fn takes_published_of_the_page() {
        let folder = tempfile::tempdir().expect("folder");
        let lines = "{\"id\":\"a.txt#1\",\"published\":null}\n\n{\"id\":\"b.txt#1\",\"published\":\"2020-01-02\"}\n\
                     {\"id\":\"a.txt#2\",\"published\":\"2021-03-04\"}\n";
        let gold = gold(folder.path(), "x.jsonl", lines);
        assert_eq!(gold.published(Path::new("pages/a.txt")), Some("2021-03-04"));
        assert_eq!(gold.published(Path::new("pages/b.txt")), Some("2020-01-02"));
        assert_eq!(gold.published(Path::new("pages/other.txt")), Some("2020-01-02"));
    }

    #[test]
    fn names_the_line_that_is_no_record() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("x.jsonl");
        for (line, message) in [("{", "x.jsonl:2: not a JSON object"), ("[]", "x.jsonl:2: not a record")] {
            write(&path, format!("{{\"id\":\"1\"}}\n{line}\n")).expect("write");
            let error = load_records(&path).expect_err("error").to_string();
            assert!(error.contains(message), "{error}");
        }
    }
}
