//! The text of an input: a page as a whole, rows in pieces.

use super::chunk::{Chunks, Piece, ROW_LIMIT};
use super::cut::Cut;
use super::decode::{Encoding, Narrowed, decode, narrowed_width};
use super::done::Progress;
use super::item::{Kind, Text};
use super::json;
use super::notice::{Notice, Reason, Severity};
use super::open::{HEAD, Place, Reader};
use super::sniff::{BINARY, BOM, InputFormat, obstacle};
use super::table::Header;
use crate::error::reason;
use std::borrow::Cow;
use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;
use std::sync::Arc;

/// About how many bytes of rows an item holds.
const CHUNK: usize = 256 << 10;
/// Pages larger than this are left out: 16 MiB, more than a year of a page.
const PAGE_LIMIT: usize = 16 << 20;

const EMPTY: &str = "empty: nothing to extract";

impl Reader<'_, '_> {
    /// Text, of which `head` is read.
    pub(super) fn content(
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
            && let Some(message) = json::not_lines(&seen)
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

/// The encoding that an HTML document says it is in.
fn charset(head: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(&head[..head.len().min(4096)]).to_ascii_lowercase();
    let (_, label) = head.split_once("charset=")?;
    let label = label.trim_start_matches(['"', '\'']);
    Encoding::named(&label[..label.find(['"', '\'', ' ', '>', ';', '/'])?])
}
