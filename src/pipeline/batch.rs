//! A batch when it is extracted: records in their bytes, notices, numbers.

use super::{Mentions, Summary};
use crate::read::{Notice, Reason, Severity};

/// What is told where a rule panicked.
pub(super) fn fault(path: &str, what: &str) -> Notice {
    let message = format!("{what} is left out: a fault in jianbao; please report it");
    Notice { severity: Severity::Damaged, reason: Reason::Fault, path: path.to_owned(), line: None, message }
}

/// A batch, extracted.
#[derive(Default)]
pub(super) struct Done {
    pub(super) weight: usize,
    pub(super) out: Vec<u8>,
    /// The records in `out`.
    pub(super) pieces: Vec<Piece>,
    pub(super) notices: Vec<Notice>,
    pub(super) summary: Summary,
}

/// A record, encoded.
pub(super) struct Piece {
    pub(super) digest: u128,
    pub(super) length: usize,
    pub(super) mentions: Mentions,
}

impl Done {
    /// Leaves out an article that a rule panicked on.
    pub(super) fn fault(&mut self, path: &str, lines: Option<(usize, usize)>, number: usize) {
        let line = lines.map(|(first, _)| first);
        self.notice(Notice { line, ..fault(path, &format!("article {number}")) });
    }

    pub(super) fn notice(&mut self, notice: Notice) {
        let failed = notice.severity != Severity::Skipped;
        *(if failed { &mut self.summary.failed } else { &mut self.summary.skipped }) += 1;
        *self.summary.reasons.entry((failed, notice.reason)).or_default() += 1;
        self.notices.push(notice);
    }

    pub(super) fn append(&mut self, other: Done) {
        self.out.extend_from_slice(&other.out);
        self.pieces.extend(other.pieces);
        self.notices.extend(other.notices);
        self.summary.add(other.summary);
    }
}
