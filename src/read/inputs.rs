//! Inputs found, opened, unpacked, told apart and cut into items.

use super::archive::{self, Member};
use super::chunk::{Chunks, Cut, Piece, ROW_LIMIT};
use super::decode::{Encoding, Narrowed, decode, narrowed_width};
use super::done::{Done, Progress};
use super::item::{Item, Kind, Text};
use super::notice::{Notice, Reason, Severity};
use super::sniff::{BINARY, BOM, InputFormat, obstacle};
use super::table::Header;
use super::unpack::{Packing, content_name};
use super::walk::{Source, Walk};
use super::{ReadOptions, row};
use crate::error::reason;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

/// About how many bytes of rows an item holds.
const CHUNK: usize = 256 << 10;
/// Pages larger than this are left out: 16 MiB, more than a year of a page.
const PAGE_LIMIT: usize = 16 << 20;
/// How much of an input is looked at to tell what it is.
const HEAD: usize = 64 << 10;
/// How often a stream may be packed in itself.
const LAYERS: usize = 3;

const EMPTY: &str = "empty: nothing to extract";

/// A list of paths to read, in order: files, folders, patterns that match files, and `-` for standard input.
///
/// ```no_run
/// use jianbao::read::{Inputs, ReadOptions};
/// use std::ops::ControlFlow;
/// let options = ReadOptions::default();
/// Inputs::new(&["dump.zip".into()], &options).each(&mut |item| {
///     for article in item.articles(&options.fields) {
///         println!("{:?}", article.map(|a| a.headline));
///     }
///     ControlFlow::Continue(())
/// });
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    paths: &'a [PathBuf],
    options: &'a ReadOptions,
}

/// What takes items, until it breaks off.
pub(super) type Take<'t> = dyn FnMut(Item) -> ControlFlow<()> + 't;

impl<'a> Inputs<'a> {
    /// The inputs of `paths`. Nothing is opened yet.
    pub fn new(paths: &'a [PathBuf], options: &'a ReadOptions) -> Self {
        Inputs { paths, options }
    }

    /// The keys of rows.
    pub(crate) fn fields(&self) -> &'a row::FieldMap {
        &self.options.fields
    }

    /// Gives the items one after the other, in order. Holds no more than one.
    pub fn each(&self, take: &mut Take<'_>) {
        let mut reader =
            Reader { options: self.options, done: self.options.done.clone(), changed: false, take };
        for found in Walk::new(self.paths, &self.options.except) {
            let flow = match found {
                Ok(source) => reader.source(&source),
                Err(notice) => reader.notice(notice),
            };
            if flow.is_break() {
                return;
            }
        }
    }
}

/// The size of the files behind `paths`, in bytes; `None` where one is no regular file, or is packed.
pub fn size(paths: &[PathBuf], options: &ReadOptions) -> Option<u64> {
    const PACKED: [&str; 7] = [".gz", ".zst", ".bz2", ".xz", ".zip", ".tgz", ".tar"];
    Walk::new(paths, &options.except)
        .flatten()
        .map(|source| {
            let packed = PACKED.iter().any(|ending| source.name.to_ascii_lowercase().ends_with(ending));
            let data = source.path?.metadata().ok()?;
            (data.is_file() && !packed).then_some(data.len())
        })
        .sum()
}

/// An input as it is being read.
#[derive(Clone, Copy)]
struct Place<'p> {
    /// The path as it is reported.
    path: &'p str,
    /// What the content is called; `None` where that tells nothing.
    content: Option<&'p str>,
    /// Whether the user named it.
    named: bool,
    /// Whether it lies in an archive.
    is_member: bool,
}

impl Place<'_> {
    /// Folders and archives are full of pictures: no failure, unless the user named the file.
    fn foreign(&self) -> Severity {
        if self.named { Severity::Unreadable } else { Severity::Skipped }
    }

    fn notice(&self, severity: Severity, reason: Reason, message: impl Into<String>) -> Notice {
        Notice::new(severity, reason, self.path, message)
    }

    fn empty_archive(&self) -> Notice {
        self.notice(Severity::Damaged, Reason::Empty, "an archive without a file: nothing to extract")
    }
}

struct Reader<'r, 't> {
    options: &'r ReadOptions,
    done: Done,
    /// Whether an input was told that changed since it was done.
    changed: bool,
    take: &'r mut Take<'t>,
}

impl Reader<'_, '_> {
    fn notice(&mut self, notice: Notice) -> ControlFlow<()> {
        let path = Arc::from(notice.path.as_str());
        self.item(&path, true, Text::default(), 0, Kind::Notice(notice))
    }

    fn item(
        &mut self,
        path: &Arc<str>,
        is_first: bool,
        text: Text,
        after: usize,
        kind: Kind,
    ) -> ControlFlow<()> {
        (self.take)(Item { path: path.clone(), is_first, text, after, kind })
    }

    fn source(&mut self, source: &Source) -> ControlFlow<()> {
        let progress = self.done.take(&source.name);
        if progress == Progress::Whole {
            return self.left(source);
        }
        // The name of a pipe tells nothing.
        let is_file = source.path.as_deref().is_some_and(|path| path.is_file());
        let place = Place {
            path: &source.name,
            content: is_file.then_some(source.name.as_str()),
            named: source.named,
            is_member: false,
        };
        let failed = |error| place.notice(Severity::Unreadable, Reason::Refused, reason(&error));
        let Some(path) = &source.path else { return self.stream(place, Box::new(io::stdin()), progress) };
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return self.notice(failed(error)),
        };
        if !is_file {
            return self.stream(place, Box::new(file), progress);
        }
        let mut magic = [0; 4];
        let found = match file.read(&mut magic).and_then(|got| file.rewind().map(|()| got)) {
            Ok(got) => &magic[..got],
            Err(error) => return self.notice(failed(error)),
        };
        if !archive::is_zip(found) {
            return self.stream(place, Box::new(file), progress);
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
        stream: Box<dyn Read + '_>,
        progress: Progress,
    ) -> ControlFlow<()> {
        let (mut stream, mut content) = (stream, place.content);
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
            let mut head = Vec::new();
            match stream.by_ref().take(HEAD as u64).read_to_end(&mut head) {
                Ok(_) => {}
                Err(error) if head.is_empty() => return self.notice(failed(&error, layers)),
                // What came before the error is of use.
                Err(error) => stream = Box::new(Broken(Some(error))),
            }
            let Some(packing) = Packing::of(&head) else { break head };
            layers += 1;
            if layers > LAYERS {
                let message = "packed in itself again and again: unpack it first";
                return self.notice(place.notice(Severity::Unreadable, Reason::Archive, message));
            }
            stream = match packing.unpack(Box::new(Cursor::new(head).chain(stream))) {
                Ok(stream) => stream,
                Err(error) => return self.notice(failed(&error, layers)),
            };
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

    /// Text, of which `head` is read.
    fn content(
        &mut self,
        place: Place<'_>,
        mut head: Vec<u8>,
        mut stream: Box<dyn Read + '_>,
        progress: Progress,
        failed: &dyn Fn(&io::Error, usize) -> Notice,
        layers: usize,
    ) -> ControlFlow<()> {
        let mut encoding = match self.options.encoding {
            // A mark knows the order of the bytes better.
            Some(given) if given.is_wide() => Encoding::detect(&head).filter(|e| e.is_wide()).or(Some(given)),
            Some(given) => Some(given),
            None => Encoding::detect(&head),
        };
        if let Some(message) = obstacle(&head, encoding) {
            return self.notice(place.notice(place.foreign(), Reason::NotText, message));
        }
        let seen = match encoding.filter(|e| e.is_wide()) {
            Some(wide) => Cow::Owned(decode(&head, wide).0.into_owned().into_bytes()),
            None => Cow::Borrowed(head.as_slice()),
        };
        let format = self.options.format.settle(place.content, &seen);
        if format == InputFormat::JsonLines
            && let Some(message) = row::not_lines(&seen)
        {
            return self.notice(place.notice(Severity::Unreadable, Reason::Row, message));
        }
        let mut text = Text {
            is_given: self.options.encoding.is_some(),
            strict: self.options.strict,
            ..Text::default()
        };
        if let Some(cut) = Kind::cut(format) {
            let stream = Cursor::new(head).chain(stream);
            let stream: Box<dyn Read + '_> = match encoding.filter(|e| e.is_wide()) {
                Some(wide) => {
                    text.narrowed = Some(wide);
                    encoding = Some(Encoding::Utf8);
                    Box::new(Narrowed::new(stream, wide))
                }
                None => Box::new(stream),
            };
            text.encoding = encoding;
            return self.rows(place, stream, cut, text, progress);
        }
        let rest = stream.by_ref().take((PAGE_LIMIT - HEAD) as u64 + 1).read_to_end(&mut head);
        if let Err(error) = &rest {
            if head.is_empty() || self.options.strict {
                return self.notice(failed(error, layers));
            }
            // The last character may be torn.
            if let Err(torn) = std::str::from_utf8(&head)
                && torn.error_len().is_none()
            {
                head.truncate(torn.valid_up_to());
            }
        }
        if head.len() > PAGE_LIMIT {
            let message = format!(
                "a page longer than {} MiB: cut it into several files, or turn it into JSON Lines",
                PAGE_LIMIT >> 20
            );
            return self.notice(place.notice(Severity::Unreadable, Reason::TooLong, message));
        }
        if !encoding.is_some_and(Encoding::is_wide) && memchr::memchr(0, &head).is_some() {
            return self.notice(place.notice(place.foreign(), Reason::NotText, BINARY));
        }
        if head.strip_prefix(BOM).unwrap_or(&head).trim_ascii().is_empty() {
            return self.notice(place.notice(Severity::Damaged, Reason::Empty, EMPTY));
        }
        if format == InputFormat::Html && !text.is_given && encoding != Some(Encoding::Utf8) {
            encoding = charset(&head).or(encoding);
        }
        text.encoding = encoding;
        let path = Arc::from(place.path);
        let kind = if format == InputFormat::Html { Kind::Html(head) } else { Kind::Page(head) };
        self.item(&path, true, text, 0, kind)?;
        let Err(error) = rest else { return ControlFlow::Continue(()) };
        let message = format!("reading stopped here, what came before is used: {}", reason(&error));
        let notice = place.notice(Severity::Damaged, Reason::Archive, message);
        self.item(&path, false, text, 0, Kind::Notice(notice))
    }

    fn rows(
        &mut self,
        place: Place<'_>,
        stream: Box<dyn Read + '_>,
        cut: Cut,
        text: Text,
        progress: Progress,
    ) -> ControlFlow<()> {
        let path = Arc::from(place.path);
        let after = if let Progress::Rows(rows) = progress { rows } else { 0 };
        let width = if text.narrowed.is_some() { narrowed_width } else { <[u8]>::len };
        let mut chunks = Chunks::new(stream, cut, CHUNK, ROW_LIMIT).with_width(width);
        let mut header: Option<Arc<Header>> = None;
        let mut is_first = true;
        loop {
            let damaged = |reason, message: &str| place.notice(Severity::Damaged, reason, message);
            let kind = match chunks.next() {
                Ok(Some(Piece::Rows(mut chunk))) => {
                    if let Cut::Table(delimiter) = cut {
                        let known = match &header {
                            Some(known) => {
                                chunk.rows -= 1;
                                known.clone()
                            }
                            None => {
                                let line = chunk.take_header(delimiter, width);
                                let encoding = text.encoding.unwrap_or(Encoding::Utf8);
                                match Header::read(
                                    &decode(&line, encoding).0,
                                    delimiter,
                                    &self.options.fields,
                                ) {
                                    Ok(read) => header.insert(Arc::new(read)).clone(),
                                    Err(message) => {
                                        let notice = place.notice(Severity::Unreadable, Reason::Row, message);
                                        return self.notice(notice.at_line(1));
                                    }
                                }
                            }
                        };
                        if chunk.rows + chunk.count <= after {
                            continue;
                        }
                        Kind::Table(chunk, known)
                    } else if chunk.rows + chunk.count <= after {
                        continue;
                    } else if cut == Cut::Docs {
                        Kind::Docs(chunk)
                    } else {
                        Kind::Rows(chunk)
                    }
                }
                Ok(Some(Piece::TooLong(line))) => {
                    let hint =
                        if matches!(cut, Cut::Table(_)) { ": is a quotation mark not closed?" } else { "" };
                    let message = format!("a row longer than {} MiB is left out{hint}", ROW_LIMIT >> 20);
                    Kind::Notice(damaged(Reason::TooLong, &message).at_line(line))
                }
                Ok(None) => {
                    if chunks.rows() > usize::from(header.is_some()) {
                        return ControlFlow::Continue(());
                    }
                    Kind::Notice(damaged(Reason::Empty, EMPTY))
                }
                Err(error) => {
                    let message = format!("reading stopped here: {}", reason(&error));
                    let notice = damaged(Reason::Archive, &message).at_line(chunks.line());
                    return self.item(&path, is_first, text, after, Kind::Notice(notice));
                }
            };
            let is_end = matches!(&kind, Kind::Notice(notice) if notice.reason == Reason::Empty);
            self.item(&path, std::mem::replace(&mut is_first, false), text, after, kind)?;
            if is_end {
                return ControlFlow::Continue(());
            }
        }
    }
}

/// A stream that broke.
struct Broken(Option<io::Error>);

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

/// The encoding that an HTML document says it is in.
fn charset(head: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(&head[..head.len().min(4096)]).to_ascii_lowercase();
    let (_, label) = head.split_once("charset=")?;
    let label = label.trim_start_matches(['"', '\'']);
    Encoding::named(&label[..label.find(['"', '\'', ' ', '>', ';', '/'])?])
}
