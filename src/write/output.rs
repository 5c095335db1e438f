//! Output that is whole or absent.

use crate::{Error, Result};
use std::fs::{self, File};
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// A place to write records to. Nothing appears under a file's name before [`finish`](Output::finish).
#[derive(Debug)]
pub struct Output {
    name: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Stdout(BufWriter<Stdout>),
    /// A device or named pipe: nothing to rename.
    Stream(BufWriter<File>),
    /// A temporary file, its path beside its place, and the place.
    File(BufWriter<File>, TempPath, PathBuf),
}

impl Output {
    /// Standard output.
    pub fn stdout() -> Self {
        Output { name: "standard output".into(), kind: Kind::Stdout(BufWriter::new(io::stdout())) }
    }

    /// A file, written beside its place.
    ///
    /// # Errors
    ///
    /// `path` is a folder, or nothing can be created beside it.
    pub fn file(path: &Path) -> Result<Self> {
        let failed = |source| Error::Io { path: path.to_owned(), source };
        // A link stays a link: what it points to is replaced.
        let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let kind = match fs::metadata(&place) {
            Ok(data) if data.is_dir() => return Err(failed(io::ErrorKind::IsADirectory.into())),
            Ok(data) if !data.is_file() => {
                Kind::Stream(BufWriter::new(File::options().write(true).open(&place).map_err(failed)?))
            }
            _ => {
                let (file, path) = temporary(&place).map_err(failed)?;
                Kind::File(BufWriter::new(file), path, place)
            }
        };
        Ok(Output { name: path.to_owned(), kind })
    }

    /// Writes what is left and puts the file in its place.
    ///
    /// # Errors
    ///
    /// As writing; the file is then absent, or as it was before.
    pub fn finish(self) -> Result<()> {
        let name = self.name;
        let finished = match self.kind {
            Kind::Stdout(mut out) => out.flush(),
            Kind::Stream(mut out) => out.flush(),
            Kind::File(out, path, place) => out.into_inner().map_err(|e| e.into_error()).and_then(|file| {
                file.sync_all()?;
                path.persist(&place).map_err(|e| e.error)
            }),
        };
        finished.map_err(|source| Error::Io { path: name, source })
    }

    /// The place as an error names it.
    pub fn name(&self) -> &Path {
        &self.name
    }

    fn writer(&mut self) -> &mut dyn Write {
        match &mut self.kind {
            Kind::Stdout(out) => out,
            Kind::Stream(out) => out,
            Kind::File(out, ..) => out,
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

/// A hidden file beside `place`, with the permissions of a new file, or of the one that it will replace.
fn temporary(place: &Path) -> io::Result<(File, TempPath)> {
    let folder = place.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotFound, "there is no such folder to write to"));
    }
    let mut prefix = std::ffi::OsString::from(".");
    prefix.push(place.file_name().unwrap_or_default());
    prefix.push(".");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Ok(data) = fs::metadata(place) {
        file.as_file().set_permissions(data.permissions())?;
    }
    Ok(file.into_parts())
}
