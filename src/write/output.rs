//! Output that is whole or absent.
//!
//! A file is written beside its place, as `OUT.partial`, and renamed when it is whole. What a run that was killed leaves
//! there, the next one can go on with: see [`resume`](super::resume).

use super::packer::Packer;
use super::resume::{self, Resumed};
use crate::{Error, Result};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Stdout, Write};
use std::path::{Path, PathBuf};

/// A place to write records to. Nothing appears under a file's name before [`finish`](Output::finish).
#[derive(Debug)]
pub struct Output {
    name: PathBuf,
    kind: Kind,
    /// Whether an unfinished file is of use.
    resumable: bool,
}

#[derive(Debug)]
enum Kind {
    Stdout(BufWriter<Stdout>),
    /// A device or named pipe: nothing to rename.
    Stream(BufWriter<File>),
    File(Box<Packer<File>>, Partial),
}

/// A file that is not whole yet. Removed where it is dropped, unless it is to be kept.
#[derive(Debug)]
struct Partial {
    path: PathBuf,
    place: PathBuf,
    keep: bool,
}

impl Drop for Partial {
    fn drop(&mut self) {
        if !self.keep {
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Output {
    fn new(name: PathBuf, kind: Kind) -> Self {
        Output { name, kind, resumable: false }
    }

    /// The same, to be kept where it is left unfinished: [`resume`](Self::resume) can go on with it.
    pub fn resumable(self) -> Self {
        Output { resumable: true, ..self }
    }

    /// Standard output.
    pub fn stdout() -> Self {
        Self::new("standard output".into(), Kind::Stdout(BufWriter::new(io::stdout())))
    }

    /// A file, written beside its place; compressed where it is called `.gz` or `.zst`. What an earlier run has left
    /// unfinished is replaced.
    ///
    /// # Errors
    ///
    /// `path` is a folder, or nothing can be created beside it.
    pub fn file(path: &Path) -> Result<Self> {
        Self::create(path, Packer::new)
    }

    /// A file of Parquet, to be given JSON Lines of records; written as [`file`](Self::file) is. `explain` adds the
    /// columns of [`Options::explain`](crate::Options::explain).
    ///
    /// # Errors
    ///
    /// As [`file`](Self::file).
    #[cfg(feature = "parquet")]
    pub fn parquet(path: &Path, explain: bool) -> Result<Self> {
        Self::create(path, |file, _| Packer::parquet(file, explain))
    }

    fn create(path: &Path, pack: impl Fn(File, &Path) -> io::Result<Packer<File>>) -> Result<Self> {
        let failed = |source| Error::Io { path: path.to_owned(), source };
        let place = place(path);
        let kind = match fs::metadata(&place) {
            Ok(data) if data.is_dir() => {
                return Err(failed(io::Error::new(
                    io::ErrorKind::IsADirectory,
                    "a folder: name a file in it, such as records.jsonl",
                )));
            }
            Ok(data) if !data.is_file() => {
                Kind::Stream(BufWriter::new(File::options().write(true).open(&place).map_err(failed)?))
            }
            _ => {
                let (file, partial) = create(&place, partial_path(&place)).map_err(failed)?;
                Kind::File(Box::new(pack(file, &place).map_err(failed)?), partial)
            }
        };
        Ok(Self::new(path.to_owned(), kind))
    }

    /// A file of JSON Lines as an earlier run left it, finished or not, to go on with; and what it holds. With
    /// `digests`, those of its records too.
    ///
    /// # Errors
    ///
    /// As [`file`](Self::file), and where what is there are no records.
    pub fn resume(path: &Path, digests: bool) -> Result<(Self, Resumed)> {
        let failed = |source| Error::Io { path: path.to_owned(), source };
        let place = place(path);
        let unfinished = partial_path(&place);
        let (old, is_whole) = if unfinished.exists() { (&unfinished, false) } else { (&place, true) };
        if !old.is_file() {
            return Ok((Self::file(path)?, Resumed::default()));
        }
        let open = || File::open(old).and_then(|file| resume::unpacked(file, &place));
        let mut resumed = resume::scan(BufReader::new(open().map_err(failed)?), old, is_whole, digests)?;
        resumed.done.written(&old.metadata().map_err(failed)?);
        let (packer, mut partial) = if Packer::<File>::packs(&place) || is_whole {
            // A compressor cannot go on in the middle: all is written anew, and takes the place of the old.
            let mut new = unfinished.clone().into_os_string();
            new.push(".new");
            let (file, mut partial) = create(&place, new.into()).map_err(failed)?;
            let mut packer = Packer::new(file, &place).map_err(failed)?;
            io::copy(&mut open().map_err(failed)?.take(resumed.length), &mut packer).map_err(failed)?;
            fs::rename(&partial.path, &unfinished).map_err(failed)?;
            partial.path = unfinished;
            (packer, partial)
        } else {
            let mut file = OpenOptions::new().read(true).write(true).open(&unfinished).map_err(failed)?;
            file.set_len(resumed.length).map_err(failed)?;
            file.seek(SeekFrom::End(0)).map_err(failed)?;
            let partial = Partial { path: unfinished, place: place.clone(), keep: false };
            (Packer::new(file, &place).map_err(failed)?, partial)
        };
        partial.keep = !is_whole;
        Ok((Self::new(path.to_owned(), Kind::File(Box::new(packer), partial)).resumable(), resumed))
    }

    /// Writes what is left and puts the file in its place.
    ///
    /// # Errors
    ///
    /// As writing; the file is then absent, or as it was before, and what is unfinished is kept where that is of use.
    pub fn finish(self) -> Result<()> {
        let Output { name, kind, resumable } = self;
        let finished = match kind {
            Kind::Stdout(mut out) => out.flush(),
            Kind::Stream(mut out) => out.flush(),
            Kind::File(out, mut partial) => {
                partial.keep |= resumable;
                out.finish().and_then(|file| {
                    file.sync_all()?;
                    fs::rename(&partial.path, &partial.place)?;
                    partial.keep = true;
                    Ok(())
                })
            }
        };
        finished.map_err(|source| Error::Io { path: name, source })
    }

    /// Leaves the file unfinished, to be gone on with; where it is. `None` for what is no file, or could not be written
    /// at all.
    pub fn keep(self) -> Option<PathBuf> {
        match self.kind {
            Kind::Stdout(mut out) => out.flush().ok().and(None),
            Kind::Stream(mut out) => out.flush().ok().and(None),
            Kind::File(out, mut partial) => {
                // On a full disk the last records may be cut off: whoever goes on cuts them away.
                let _ = out.finish();
                partial.keep |=
                    self.resumable && fs::metadata(&partial.path).is_ok_and(|data| data.len() > 0);
                partial.keep.then(|| partial.path.clone())
            }
        }
    }

    /// The place as an error names it.
    pub fn name(&self) -> &Path {
        &self.name
    }

    fn writer(&mut self) -> &mut dyn Write {
        match &mut self.kind {
            Kind::Stdout(out) => out,
            Kind::Stream(out) => out,
            Kind::File(out, _) => out,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer().write(bytes)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.writer().write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer().flush()
    }
}

/// Where a file is written until it is whole.
pub fn partial(path: &Path) -> PathBuf {
    partial_path(&place(path))
}

fn partial_path(place: &Path) -> PathBuf {
    let mut path = place.as_os_str().to_owned();
    path.push(".partial");
    path.into()
}

/// A link stays a link: what it points to is replaced.
fn place(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Creates `path`, with the permissions of a new file, or of the one that it will replace.
fn create(place: &Path, path: PathBuf) -> io::Result<(File, Partial)> {
    let folder = place.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotFound, "there is no such folder to write to"));
    }
    // Another run's file stays another file.
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let file = File::create_new(&path)?;
    if let Ok(data) = fs::metadata(place) {
        file.set_permissions(data.permissions())?;
    }
    Ok((file, Partial { path, place: place.to_owned(), keep: false }))
}
