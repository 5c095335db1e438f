//! Inputs opened: archives looked into, compression taken off, and what follows told apart.

use super::ReadOptions;
use super::archive::{self, Member};
use super::done::{Done, Progress};
use super::inputs::Take;
use super::item::{Item, Kind, Text};
use super::notice::{Notice, Reason, Severity};
use super::unpack::{Packing, content_name};
use super::walk::Source;
use crate::error::reason;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::ops::ControlFlow;
use std::sync::Arc;

/// How much of an input is looked at to tell what it is.
pub(super) const HEAD: usize = 64 << 10;
/// How often a stream may be packed in itself.
const LAYERS: usize = 3;

/// An input as it is being read.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    /// The path as it is reported.
    pub(super) path: &'p str,
    /// What the content is called; `None` where that tells nothing.
    pub(super) content: Option<&'p str>,
    /// Whether the user named it.
    named: bool,
    /// Whether it lies in an archive.
    is_member: bool,
}

impl Place<'_> {
    /// Folders and archives are full of pictures: no failure, unless the user named the file.
    pub(super) fn foreign(&self) -> Severity {
        if self.named { Severity::Unreadable } else { Severity::Skipped }
    }

    pub(super) fn notice(&self, severity: Severity, reason: Reason, message: impl Into<String>) -> Notice {
        Notice::new(severity, reason, self.path, message)
    }

    fn empty_archive(&self) -> Notice {
        self.notice(Severity::Damaged, Reason::Empty, "an archive without a file: nothing to extract")
    }
}

/// Gives the items of inputs to whoever takes them.
pub(super) struct Reader<'r, 't> {
    pub(super) options: &'r ReadOptions,
    done: Done,
    /// Whether an input was told that changed since it was done.
    changed: bool,
    take: &'r mut Take<'t>,
}

impl<'r, 't> Reader<'r, 't> {
    pub(super) fn new(options: &'r ReadOptions, take: &'r mut Take<'t>) -> Self {
        Reader { options, done: options.done.clone(), changed: false, take }
    }

    pub(super) fn notice(&mut self, notice: Notice) -> ControlFlow<()> {
        let path = Arc::from(notice.path.as_str());
        self.item(&path, true, Text::default(), 0, Kind::Notice(notice))
    }

    pub(super) fn item(
        &mut self,
        path: &Arc<str>,
        is_first: bool,
        text: Text,
        after: usize,
        kind: Kind,
    ) -> ControlFlow<()> {
        (self.take)(Item { path: path.clone(), is_first, text, after, kind })
    }

    /// Reads one input.
    pub(super) fn source(&mut self, source: &Source) -> ControlFlow<()> {
        let progress = self.done.take(&source.name);
        if progress == Progress::Whole {
            return self.left(source);
        }
        let mut place = Place { path: &source.name, content: None, named: source.named, is_member: false };
        let Some(path) = &source.path else { return self.stream(place, Box::new(io::stdin()), progress) };
        let (mut file, data) = match File::open(path).and_then(|file| Ok((file.metadata()?, file))) {
            Ok((data, file)) => (file, data),
            Err(error) => {
                return self.notice(place.notice(Severity::Unreadable, Reason::Refused, reason(&error)));
            }
        };
        // The name of a pipe tells nothing.
        if !data.is_file() {
            return self.stream(place, Box::new(file), progress);
        }
        place.content = Some(&source.name);
        let head = Head::of(&mut file, data.len());
        if !archive::is_zip(&head.bytes) || head.broken.is_some() {
            return self.headed(place, head, Box::new(file), progress);
        }
        if let Err(error) = file.rewind() {
            return self.notice(place.notice(Severity::Unreadable, Reason::Refused, reason(&error)));
        }
        let mut is_empty = true;
        let read = archive::zip(file, &mut |name, member| {
            is_empty = false;
            self.member(place, name, member)
        });
        match read {
            Ok(_) if is_empty => self.notice(place.empty_archive()),
            Ok(flow) => flow,
            Err(message) => {
                let is_document = message.starts_with("an office");
                let (severity, reason) = match is_document {
                    true => (place.foreign(), Reason::NotText),
                    false => (Severity::Unreadable, Reason::Archive),
                };
                self.notice(place.notice(severity, reason, message))
            }
        }
    }

    /// An input that is not read, since an earlier run did: the first that changed since is told.
    fn left(&mut self, source: &Source) -> ControlFlow<()> {
        let data = source.path.as_deref().and_then(|path| path.metadata().ok());
        if self.changed || !data.is_some_and(|data| data.is_file() && self.done.is_older_than(&data)) {
            return ControlFlow::Continue(());
        }
        self.changed = true;
        let message = "newer than the output, which keeps the records of what it was; others may be too. Without \
                       --resume all are read anew";
        let notice = Notice::new(Severity::Flawed, Reason::Changed, &*source.name, message);
        self.item(&Arc::from(&*source.name), false, Text::default(), 0, Kind::Notice(notice))
    }

    fn member(&mut self, archive: Place<'_>, name: &str, member: Member<'_>) -> ControlFlow<()> {
        let path = format!("{}/{name}", archive.path);
        let place = Place { path: &path, content: Some(&path), named: false, is_member: true };
        if name
            .split('/')
            .any(|part| part.starts_with('.') && part != "." && part != ".." || part == "__MACOSX")
        {
            return self.notice(place.notice(Severity::Skipped, Reason::Hidden, "hidden"));
        }
        let progress = self.done.take(&path);
        match member {
            _ if progress == Progress::Whole => ControlFlow::Continue(()),
            Ok(stream) => self.stream(place, stream, progress),
            Err(message) => self.notice(place.notice(Severity::Unreadable, Reason::Archive, message)),
        }
    }

    fn stream(
        &mut self,
        place: Place<'_>,
        mut stream: Box<dyn Read + '_>,
        progress: Progress,
    ) -> ControlFlow<()> {
        let head = Head::of(&mut stream, 0);
        self.headed(place, head, stream, progress)
    }

    /// A stream behind its head.
    fn headed(
        &mut self,
        place: Place<'_>,
        head: Head,
        stream: Box<dyn Read + '_>,
        progress: Progress,
    ) -> ControlFlow<()> {
        let (mut head, mut stream, mut content) = (head, stream, place.content);
        let mut layers = 0;
        let failed = |error: &io::Error, layers| match layers {
            0 => place.notice(Severity::Unreadable, Reason::Refused, reason(error)),
            _ => place.notice(
                Severity::Unreadable,
                Reason::Archive,
                format!("cannot be unpacked: {}", reason(error)),
            ),
        };
        let head = loop {
            match head.broken.take() {
                Some(error) if head.bytes.is_empty() => return self.notice(failed(&error, layers)),
                // What came before the error is of use.
                Some(error) => stream = Box::new(Broken(Some(error))),
                // It ends there.
                None if head.bytes.len() < HEAD => stream = Box::new(io::empty()),
                None => {}
            }
            let Some(packing) = Packing::of(&head.bytes) else { break head.bytes };
            layers += 1;
            if layers > LAYERS {
                let message = "packed in itself again and again: unpack it first";
                return self.notice(place.notice(Severity::Unreadable, Reason::Archive, message));
            }
            stream = match packing.unpack(Box::new(Cursor::new(head.bytes).chain(stream))) {
                Ok(stream) => stream,
                Err(error) => return self.notice(failed(&error, layers)),
            };
            head = Head::of(&mut stream, 0);
            content = content.map(content_name);
        };
        let is_tar = archive::is_tar(&head);
        if archive::is_zip(&head) || is_tar && place.is_member {
            let message = match place.is_member {
                true => "an archive within an archive: unpack it first",
                false => "a zip archive that cannot be read as a stream: give it as a file",
            };
            return self.notice(place.notice(Severity::Unreadable, Reason::Archive, message));
        }
        if is_tar {
            let stream = Cursor::new(head).chain(stream);
            let mut is_empty = true;
            let read = archive::tar(stream, &mut |name, member| {
                is_empty = false;
                self.member(place, name, member)
            });
            return match read {
                Ok(_) if is_empty => self.notice(place.empty_archive()),
                Ok(flow) => flow,
                Err(error) => {
                    let message = format!("reading the archive stopped here: {}", reason(&error));
                    self.notice(place.notice(Severity::Unreadable, Reason::Archive, message))
                }
            };
        }
        self.content(Place { content, ..place }, head, stream, progress, &failed, layers)
    }
}

/// The first [`HEAD`] bytes of a stream, or all of it.
struct Head {
    bytes: Vec<u8>,
    /// Why there are no more.
    broken: Option<io::Error>,
}

impl Head {
    /// Reads the head of a stream that holds about `length` bytes: a short file with all of its bytes at once.
    fn of(stream: &mut impl Read, length: u64) -> Self {
        let mut bytes = Vec::with_capacity(length.min(HEAD as u64) as usize);
        let broken = stream.take(HEAD as u64).read_to_end(&mut bytes).err();
        Head { bytes, broken }
    }
}

/// A stream that broke.
struct Broken(Option<io::Error>);

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}
