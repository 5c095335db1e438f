//! Paths as given → files in stable order: each folder's entries by the bytes of their names, folders opened where
//! they stand.

use super::notice::{Notice, Severity};
use std::collections::VecDeque;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, IntoIter, WalkDir};

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
    /// Folder (canonical) and name of a file that is not to be found.
    except: Option<(PathBuf, OsString)>,
}

#[derive(Debug)]
struct Folder {
    path: PathBuf,
    entries: IntoIter,
    empty: bool,
}

impl Walk {
    pub(crate) fn new(paths: &[PathBuf], except: Option<&Path>) -> Self {
        let except = except.and_then(|path| {
            let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Some((parent.canonicalize().ok()?, path.file_name()?.to_owned()))
        });
        Walk { paths: paths.iter().cloned().collect(), folder: None, except }
    }

    fn open(&mut self, path: PathBuf) -> Option<Result<Source, Notice>> {
        if path.as_os_str() == "-" {
            return Some(Ok(Source { name: "-".to_owned(), path: None, named: true }));
        }
        match std::fs::metadata(&path) {
            Ok(data) if data.is_dir() => {
                let entries =
                    WalkDir::new(&path).follow_links(true).min_depth(1).sort_by_file_name().into_iter();
                self.folder = Some(Folder { path, entries, empty: true });
                None
            }
            Ok(_) => Some(Ok(Source { name: name(&path), path: Some(path), named: true })),
            Err(error) => Some(Err(unreadable(&path, &error))),
        }
    }

    fn entry(&mut self, entry: walkdir::Result<DirEntry>) -> Option<Result<Source, Notice>> {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(Path::new("?")).to_owned();
                return Some(Err(match (error.loop_ancestor(), error.io_error()) {
                    (Some(_), _) => skipped(&path, "a link to a folder that it lies in"),
                    (None, Some(error)) => unreadable(&path, error),
                    (None, None) => Notice::new(Severity::Unreadable, name(&path), error.to_string()),
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
            return Some(Err(skipped(entry.path(), "hidden")));
        }
        if kind.is_dir() {
            return None;
        }
        if !kind.is_file() {
            return Some(Err(skipped(entry.path(), "neither a file nor a folder")));
        }
        Some(Ok(Source { name: name(entry.path()), path: Some(entry.into_path()), named: false }))
    }

    /// The run's own output, or a temporary file of it.
    fn is_excepted(&self, entry: &DirEntry) -> bool {
        let Some((folder, file)) = &self.except else { return false };
        let (name, file) = (entry.file_name().as_encoded_bytes(), file.as_encoded_bytes());
        let temporary =
            name.strip_prefix(b".").and_then(|n| n.strip_prefix(file)).is_some_and(|n| n.starts_with(b"."));
        (name == file || temporary)
            && entry.path().parent().and_then(|p| p.canonicalize().ok()).as_ref() == Some(folder)
    }
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
                        folder
                            .empty
                            .then(|| Err(Notice::new(Severity::Unreadable, name(&folder.path), message)))
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
                return found;
            }
        }
    }
}

fn name(path: &Path) -> String {
    let name = path.to_string_lossy();
    if cfg!(windows) { name.replace('\\', "/") } else { name.into_owned() }
}

fn skipped(path: &Path, message: &str) -> Notice {
    Notice::new(Severity::Skipped, name(path), message)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Notice {
    Notice::new(Severity::Unreadable, name(path), crate::error::reason(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn listing(paths: &[&Path], except: Option<&Path>) -> (Vec<String>, Vec<String>) {
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
            ".out.jsonl.x1.tmp",
        ] {
            fs::create_dir_all(root.join(file).parent().unwrap()).unwrap();
            fs::write(root.join(file), "").unwrap();
        }
        let (files, notices) = listing(&[root], Some(&root.join("out.jsonl")));
        assert_eq!(files, ["/a/10.txt", "/a/2.txt", "/a.txt", "/b.txt"]);
        assert_eq!(notices, ["/.git: hidden", "/.hidden: hidden"]);
    }

    #[test]
    fn folders_without_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let (files, notices) = listing(&[folder.path()], None);
        assert_eq!((files.len(), notices), (0, vec![": no file to read in this folder".to_owned()]));
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
        let (files, notices) = listing(&[root], None);
        assert_eq!(files, ["/a.txt", "/z.txt"]);
        assert_eq!(notices.len(), 2);
        assert!(notices[0].starts_with("/d/up: a link"), "{notices:?}");
        assert!(notices[1].starts_with("/dead.txt: "), "{notices:?}");
    }
}
