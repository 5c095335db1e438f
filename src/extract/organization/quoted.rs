//! Names that open with a name in quotation marks: “青禾”工作室.

use super::boundary::{Ground, Host, Opening};
use super::head::Head;
use crate::chars::{is_han, is_separator};
use crate::lexicon::ends;

impl Ground<'_> {
    /// Where the brackets open that close at `end`, in the name of a firm: 青禾|(南通)科技有限公司.
    pub(super) fn bracketed(&self, end: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        let doc = self.doc;
        let low = end.saturating_sub(LONGEST);
        let open = (low..end).rev().skip(1).find(|&at| !is_han(doc.char(at)))?;
        (doc.before(end) == ')' && doc.char(open) == '(' && end - open > 3 && is_han(doc.before(open)))
            .then_some(open)
    }

    /// Where a name in quotation marks ends that opens the name: “青禾”|工作室, “青禾”|蔬菜专业合作社.
    pub(super) fn marked(&self, head: Head) -> Option<usize> {
        // The longest trade between the marks and an ending.
        const LONGEST_TRADE: usize = 6;
        let text = &self.doc.chars()[..head.start];
        let trade = text.iter().rev().take(LONGEST_TRADE).take_while(|&&c| is_han(c)).count();
        let mark = head.start - trade;
        let follows = matches!(self.doc.before(mark), '”' | '」');
        let whole = &self.doc.chars()[..head.end];
        // “两委”和|青禾专业合作社: two things.
        let joined = matches!(text[mark..].first(), Some('和' | '与' | '及' | '同' | '跟'));
        let told = self.lexicon.is_generic(&text[mark..]) || !joined && ends!(whole, ["专业合作社"]);
        (follows && trade != 1 && told).then_some(mark)
    }

    /// The name in quotation marks before an ending: “青禾”工作室.
    pub(super) fn quoted(&self, head: usize) -> Opening {
        let doc = self.doc;
        let none = Opening { start: head, end: head, host: None };
        let open = match doc.before(head) {
            '”' => '“',
            _ => '「',
        };
        let low = head.saturating_sub(18);
        let Some(start) = (low..head - 1).rev().find(|&i| doc.char(i) == open) else { return none };
        let name = &doc.chars()[start + 1..head - 1];
        let plain = name.iter().all(|&c| !is_separator(c) || c == ' ') && name.len() >= 2;
        if plain { Opening { start, end: head, host: Some(Host::Quoted) } } else { none }
    }
}
