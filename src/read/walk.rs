//! Paths as given → files in stable order: each folder's entries by the bytes of their names, folders opened where
//! they stand.

use super::notice::{Notice, Reason, Severity};
use glob::MatchOptions;
use std::collections::{HashSet, VecDeque};
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, IntoIter, WalkDir};
use xxhash_rust::xxh3::xxh3_128;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// Its path as given, or below a folder as given; `-` for standard input. Always with `/`.
    pub(crate) name: String,
    /// `None` for standard input.
    pub(crate) path: Option<PathBuf>,
    /// Whether the user named it, rather than a folder above it.
    pub(crate) named: bool,
}

/// The files behind a list of paths.
#[derive(Debug)]
pub(crate) struct Walk {
    paths: VecDeque<PathBuf>,
    folder: Option<Folder>,
    /// Digests of the places that were found; none are kept where only one path is given.
    seen: Option<HashSet<u128>>,
    /// Folder (canonical) and name of files that are not to be found.
    except: Vec<(PathBuf, OsString)>,
}

#[derive(Debug)]
struct Folder {
    path: PathBuf,
    /// The same without links and `..`.
    place: PathBuf,
    entries: IntoIter,
    empty: bool,
}

impl Walk {
    pub(crate) fn new(paths: &[PathBuf], except: &[PathBuf]) -> Self {
        let except = except.iter().filter_map(|path| place(path)).collect();
        let seen = (paths.len() > 1 || paths.iter().any(|path| is_pattern(path))).then(HashSet::new);
        Walk { paths: paths.iter().cloned().collect(), folder: None, seen, except }
    }

    fn open(&mut self, path: PathBuf) -> Option<Result<Source, Notice>> {
        if path.as_os_str() == "-" {
            return Some(Ok(Source { name: "-".to_owned(), path: None, named: true }));
        }
        match std::fs::metadata(&path) {
            Ok(data) if data.is_dir() => {
                let entries =
                    WalkDir::new(&path).follow_links(true).min_depth(1).sort_by_file_name().into_iter();
                let place = path.canonicalize().unwrap_or_else(|_| path.clone());
                self.folder = Some(Folder { path, place, entries, empty: true });
                None
            }
            Ok(_) => Some(Ok(Source { name: name(&path), path: Some(path), named: true })),
            Err(error) if error.kind() == ErrorKind::NotFound && is_pattern(&path) => self.matches(&path),
            Err(error) => Some(Err(unreadable(&path, &error))),
        }
    }

    /// Puts what a pattern matches in its place.
    fn matches(&mut self, pattern: &Path) -> Option<Result<Source, Notice>> {
        let refused = |message: String| {
            Some(Err(Notice::new(Severity::Unreadable, Reason::Refused, name(pattern), message)))
        };
        let options = MatchOptions { require_literal_leading_dot: true, ..MatchOptions::new() };
        match glob::glob_with(&pattern.to_string_lossy(), options) {
            Ok(found) => {
                // An entry that cannot be read is found again by its path, and told then.
                let found: Vec<PathBuf> =
                    found.map(|path| path.unwrap_or_else(|error| error.path().to_owned())).collect();
                if found.is_empty() {
                    return refused("nothing matches this pattern".to_owned());
                }
                found.into_iter().rev().for_each(|path| self.paths.push_front(path));
                None
            }
            Err(error) => refused(format!("no file of this name, and no pattern: {error}")),
        }
    }

    fn entry(&mut self, entry: walkdir::Result<DirEntry>) -> Option<Result<Source, Notice>> {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(Path::new("?")).to_owned();
                return Some(Err(match (error.loop_ancestor(), error.io_error()) {
                    (Some(_), _) => skipped(Reason::Special, &path, "a link to a folder that it lies in"),
                    (None, Some(error)) => unreadable(&path, error),
                    (None, None) => {
                        Notice::new(Severity::Unreadable, Reason::Refused, name(&path), error.to_string())
                    }
                }));
            }
        };
        let kind = entry.file_type();
        if self.is_excepted(&entry) {
            return None;
        }
        if entry.file_name().as_encoded_bytes().first() == Some(&b'.') {
            if let Some(folder) = self.folder.as_mut().filter(|_| kind.is_dir()) {
                folder.entries.skip_current_dir();
            }
            return Some(Err(skipped(Reason::Hidden, entry.path(), "hidden")));
        }
        if kind.is_dir() {
            return None;
        }
        if !kind.is_file() {
            return Some(Err(skipped(Reason::Special, entry.path(), "neither a file nor a folder")));
        }
        Some(Ok(Source { name: name(entry.path()), path: Some(entry.into_path()), named: false }))
    }

    /// A file that is given twice, or by its name and by a folder above it, is read once. Links are taken by their names.
    fn unseen(&mut self, source: Source) -> Result<Source, Notice> {
        let (Some(seen), Some(path)) = (&mut self.seen, &source.path) else { return Ok(source) };
        let below = |folder: &Folder| Some(folder.place.join(path.strip_prefix(&folder.path).ok()?));
        let place = match &self.folder {
            Some(folder) => below(folder),
            None => place(path).map(|(folder, name)| folder.join(name)),
        };
        let place = place.unwrap_or_else(|| path.clone());
        if seen.insert(xxh3_128(place.as_os_str().as_encoded_bytes())) {
            return Ok(source);
        }
        Err(skipped(Reason::Repeated, path, "given twice: it was read before"))
    }

    /// One of the run's own outputs, or an unfinished one beside it.
    fn is_excepted(&self, entry: &DirEntry) -> bool {
        let name = entry.file_name().as_encoded_bytes();
        self.except.iter().any(|(folder, file)| {
            let rest = name.strip_prefix(file.as_encoded_bytes());
            rest.is_some_and(|rest| matches!(rest, b"" | b".partial" | b".partial.new"))
                && entry.path().parent().and_then(|p| p.canonicalize().ok()).as_ref() == Some(folder)
        })
    }
}

/// A file's folder without links and `..`, and its name there.
fn place(path: &Path) -> Option<(PathBuf, OsString)> {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some((parent.canonicalize().ok()?, path.file_name()?.to_owned()))
}

/// Whether a path has a character that a shell would have matched files with.
fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}

impl Iterator for Walk {
    type Item = Result<Source, Notice>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let found = match &mut self.folder {
                None => {
                    let path = self.paths.pop_front()?;
                    self.open(path)
                }
                Some(folder) => match folder.entries.next() {
                    Some(entry) => self.entry(entry),
                    None => {
                        let folder = self.folder.take()?;
                        let message = "no file to read in this folder";
                        let notice =
                            || Notice::new(Severity::Unreadable, Reason::Empty, name(&folder.path), message);
                        folder.empty.then(|| Err(notice()))
                    }
                },
            };
            // A file that is there but cannot be read is enough said about the folder.
            let told =
                matches!(&found, Some(Ok(_)) | Some(Err(Notice { severity: Severity::Unreadable, .. })));
            if let Some(folder) = self.folder.as_mut().filter(|_| told) {
                folder.empty = false;
            }
            if found.is_some() {
                return found.map(|found| found.and_then(|source| self.unseen(source)));
            }
        }
    }
}

fn name(path: &Path) -> String {
    let name = path.to_string_lossy();
    if cfg!(windows) { name.replace('\\', "/") } else { name.into_owned() }
}

fn skipped(reason: Reason, path: &Path, message: &str) -> Notice {
    Notice::new(Severity::Skipped, reason, name(path), message)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Notice {
    Notice::new(Severity::Unreadable, Reason::Refused, name(path), crate::error::reason(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn listing(paths: &[&Path], except: &[PathBuf]) -> (Vec<String>, Vec<String>) {
        let root = paths[0].to_string_lossy().into_owned();
        let paths: Vec<PathBuf> = paths.iter().map(|p| p.to_path_buf()).collect();
        let (mut files, mut notices) = (Vec::new(), Vec::new());
        for found in Walk::new(&paths, except) {
            match found {
                Ok(source) => files.push(source.name.replacen(&root, "", 1)),
                Err(notice) => notices.push(notice.to_string().replacen(&root, "", 1)),
            }
        }
        (files, notices)
    }

    #[test]
    fn folders_in_byte_order_without_hidden_files() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for file in [
            "b.txt",
            "a/2.txt",
            "a/10.txt",
            "a.txt",
            ".hidden",
            ".git/config",
            "out.jsonl",
            "out.jsonl.partial",
        ] {
            fs::create_dir_all(root.join(file).parent().unwrap()).unwrap();
            fs::write(root.join(file), "").unwrap();
        }
        let (files, notices) = listing(&[root], &[root.join("out.jsonl")]);
        assert_eq!(files, ["/a/10.txt", "/a/2.txt", "/a.txt", "/b.txt"]);
        assert_eq!(notices, ["/.git: hidden", "/.hidden: hidden"]);
    }

    #[test]
    fn a_file_given_twice_is_found_once() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.txt"), "").unwrap();
        fs::write(root.join("b.txt"), "").unwrap();
        fs::create_dir(root.join("d")).unwrap();
        fs::write(root.join("d/c.txt"), "").unwrap();
        let given = ["./b.txt", "*.txt", "d/../b.txt", "d/../d"].map(|path| root.join(path));
        let given: Vec<&Path> = std::iter::once(root).chain(given.iter().map(PathBuf::as_path)).collect();
        let (files, notices) = listing(&given, &[]);
        assert_eq!(files, ["/a.txt", "/b.txt", "/d/c.txt"]);
        let twice = |name: &str| format!("{name}: given twice: it was read before");
        assert_eq!(notices, ["/./b.txt", "/a.txt", "/b.txt", "/d/../b.txt", "/d/../d/c.txt"].map(twice));
    }

    #[test]
    fn folders_without_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let (files, notices) = listing(&[folder.path()], &[]);
        assert_eq!((files.len(), notices), (0, vec![": no file to read in this folder".to_owned()]));
    }

    #[test]
    fn patterns_that_no_shell_matched() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for file in ["a/2.txt", "a/1.txt", "b/3.txt", "b/3.md", "[x]/y.txt"] {
            fs::create_dir_all(root.join(file).parent().unwrap()).unwrap();
            fs::write(root.join(file), "").unwrap();
        }
        let found = |pattern: &str| {
            let paths = [root.join(pattern)];
            let found: Vec<String> = Walk::new(&paths, &[])
                .map(|f| f.map_or_else(|notice| notice.message, |source| source.name))
                .map(|name| name.replacen(&*root.to_string_lossy(), "", 1))
                .collect();
            found
        };
        assert_eq!(found("*/*.txt"), ["/[x]/y.txt", "/a/1.txt", "/a/2.txt", "/b/3.txt"]);
        assert_eq!(found("**/3.*"), ["/b/3.md", "/b/3.txt"]);
        assert_eq!(found("[ab]"), ["/a/1.txt", "/a/2.txt", "/b/3.md", "/b/3.txt"]);
        assert_eq!(found("[x]"), ["/[x]/y.txt"]);
        assert_eq!(found("*.csv"), ["nothing matches this pattern"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_but_not_in_circles() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.txt"), "").unwrap();
        fs::create_dir(root.join("d")).unwrap();
        std::os::unix::fs::symlink(root, root.join("d/up")).unwrap();
        std::os::unix::fs::symlink(root.join("a.txt"), root.join("z.txt")).unwrap();
        std::os::unix::fs::symlink(root.join("gone"), root.join("dead.txt")).unwrap();
        let (files, notices) = listing(&[root], &[]);
        assert_eq!(files, ["/a.txt", "/z.txt"]);
        assert_eq!(notices.len(), 2);
        assert!(notices[0].starts_with("/d/up: a link"), "{notices:?}");
        assert!(notices[1].starts_with("/dead.txt: "), "{notices:?}");
    }
}
