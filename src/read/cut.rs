//! Where rows end in a stream of bytes.

/// Where a row ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// With its line.
    Lines,
    /// With its line, unless that lies within quotation marks. Fields are parted by this byte.
    Table(u8),
    /// Behind `</doc>`, and the line end that follows.
    Docs,
}

/// Where rows end in a piece of a stream that begins with a row.
pub(super) struct Ends {
    /// The first end.
    pub(super) first: usize,
    /// The last end.
    pub(super) last: usize,
}

impl Cut {
    /// The ends in `bytes`, of which those before `searched` have none.
    pub(super) fn ends(self, bytes: &[u8], searched: usize) -> Option<Ends> {
        match self {
            Cut::Lines => {
                let first = searched + memchr::memchr(b'\n', &bytes[searched..])? + 1;
                let last = memchr::memrchr(b'\n', bytes)? + 1;
                Some(Ends { first, last })
            }
            Cut::Table(delimiter) => {
                let mut ends = Records::new(bytes, delimiter, false);
                let first = ends.next()?;
                Some(Ends { first, last: ends.last().unwrap_or(first) })
            }
            Cut::Docs => {
                let past = |at: usize| {
                    at + DOC_END.len() + usize::from(bytes.get(at + DOC_END.len()) == Some(&b'\n'))
                };
                let from = searched.saturating_sub(DOC_END.len());
                let first = from + memchr::memmem::find(&bytes[from..], DOC_END)?;
                Some(Ends { first: past(first), last: past(memchr::memmem::rfind(bytes, DOC_END)?) })
            }
        }
    }

    /// The rows in `bytes`.
    pub(super) fn count(self, bytes: &[u8]) -> usize {
        let is_row = |row: &[u8]| usize::from(!row.trim_ascii_start().is_empty());
        let count = |ends: &mut dyn Iterator<Item = usize>| {
            let mut start = 0;
            ends.map(|end| is_row(&bytes[std::mem::replace(&mut start, end)..end])).sum()
        };
        let tail = [bytes.len()];
        match self {
            Cut::Lines => count(&mut memchr::memchr_iter(b'\n', bytes).map(|at| at + 1).chain(tail)),
            Cut::Table(delimiter) => count(&mut Records::new(bytes, delimiter, true).chain(tail)),
            Cut::Docs => memchr::memmem::find_iter(bytes, DOC_END).count(),
        }
    }
}

const DOC_END: &[u8] = b"</doc>";

/// The ends of a table's records, each with its line end. A quotation mark counts where a field begins with it; between
/// tabs, where many programs quote nothing, only where the mark that closes it ends the field too: `"最美"村官` is text.
pub(super) struct Records<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    at: usize,
    /// Whether nothing follows: a mark that is never closed is text.
    whole: bool,
}

/// A field between tabs that is longer, in bytes, is not in quotation marks.
const QUOTED_LIMIT: usize = 1 << 20;

impl<'a> Records<'a> {
    pub(super) fn new(bytes: &'a [u8], delimiter: u8, whole: bool) -> Self {
        Records { bytes, delimiter, at: 0, whole }
    }
}

/// Where a field between tabs ends whose quotation mark opens before `from`; `from` where the mark is text; `None` where
/// what follows tells, unless the bytes are the `whole` of it.
pub(super) fn past_quoted(bytes: &[u8], from: usize, whole: bool) -> Option<usize> {
    let mut at = from;
    loop {
        let close = memchr::memchr(b'"', &bytes[at..]).filter(|n| at + n - from < QUOTED_LIMIT);
        let Some(close) = close else {
            return (whole || bytes.len() - from > QUOTED_LIMIT).then_some(from);
        };
        at += close + 1;
        match bytes.get(at) {
            Some(b'"') => at += 1,
            Some(b'\t' | b'\r' | b'\n') => return Some(at),
            Some(_) => return Some(from),
            None => return whole.then_some(at),
        }
    }
}

impl Iterator for Records<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bytes = self.bytes;
        loop {
            let found = self.at + memchr::memchr2(b'"', b'\n', &bytes[self.at..])?;
            self.at = found + 1;
            if bytes[found] == b'\n' {
                return Some(self.at);
            }
            let tabs = self.delimiter == b'\t';
            let opens = match found.checked_sub(1).map(|before| bytes[before]) {
                None | Some(b'\n' | b'\r') => true,
                // A doubled mark; between tabs one that is text is looked at once.
                Some(b'"') => !tabs,
                // Behind the mark of a byte order.
                Some(0xBF) => found == 3 && bytes.starts_with("\u{FEFF}".as_bytes()),
                Some(before) => before == self.delimiter,
            };
            if opens && tabs {
                self.at = past_quoted(bytes, self.at, self.whole)?;
            } else if opens {
                // A doubled mark closes, and opens again.
                self.at += memchr::memchr(b'"', &bytes[self.at..])? + 1;
            }
        }
    }
}

/// The end of a table's first record that is not blank.
pub(crate) fn first_record(bytes: &[u8], delimiter: u8) -> usize {
    let mut ends = Records::new(bytes, delimiter, true);
    ends.find(|&end| !bytes[..end].trim_ascii().is_empty()).unwrap_or(bytes.len())
}
