//! Lines that may belong to articles.

use super::Reader;
use super::article_heads::salute;
use super::run_in::{byline_behind, note_before, run_in};
use crate::byline;
use crate::chars::byte;
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line, Scan};
use crate::split::masthead::Masthead;

/// From how far lines are set in that are set at the other edge.
const DEEP: usize = 9;

impl<'a> Reader<'a> {
    /// Takes the line under way, given with what sets it in; `apart`: its length as printed, where its letters stand
    /// apart.
    pub(super) fn take(&mut self, number: usize, text: &'a str, margin: &str, apart: Option<usize>) {
        self.above = None;
        let text = self.without_metadata(number, text);
        let chars = std::mem::take(&mut self.chars);
        // A row of briefs is sure: by itself 石城 may be a name.
        let head = self.briefs.rows.at(number).filter(|head| head.from < chars.len());
        let salute = self.heads.as_ref().and_then(|_| salute(&chars)).map(|end| (0, end, end));
        let scan = Scan::of(&chars);
        // Most lines have no bracket and no space.
        let note = if scan.brackets > 0 { note_before(&chars) } else { None };
        let note = note.map(|end| (0, end, end + 1));
        let run = || if scan.spaces > 0 { run_in(&chars, text, self.briefs.briefs) } else { None };
        let run = || run().map(|(end, from)| (0, end, from));
        let signed = || byline_behind(&chars).map(|at| (0, at, at));
        match head
            .map(|head| (head.start, head.end, head.from))
            .or(salute)
            .or(note)
            .or_else(signed)
            .or_else(run)
        {
            // A headline on the line of its text: they are read as two lines.
            Some((start, end, from)) => {
                let (begin, stop, rest) = (byte(text, start), byte(text, end), byte(text, from));
                let mut title = Line::new(number, &text[begin..stop], &chars[start..end]);
                let mut body = Line::new(number, &text[rest..], &chars[from..]);
                if head.is_some() {
                    title.given = Some(Given::Label(Label::Headline));
                }
                // Behind a headline or a picture's note no article begins.
                if head.is_some() || note.is_some() {
                    body.given = Some(Given::Label(Label::Paragraph));
                }
                self.add(title, margin, &chars[start..end]);
                self.blank = 0;
                self.add(body, "", &chars[from..]);
            }
            None => {
                let mut line = Line::scanned(number, text, &chars, &scan);
                if let Some(length) = apart {
                    line.length = length;
                    line.set(E::Heading, true);
                    line.set(E::Plated, true);
                    line.forget(E::Unlisted);
                }
                self.add(line, margin, &chars);
            }
        }
        self.chars = chars;
    }

    /// Of day, source and writer on one line the writer is the article's.
    fn without_metadata(&mut self, number: usize, text: &'a str) -> &'a str {
        let Some((from, to)) = byline::beside_metadata(&self.chars) else { return text };
        self.read_metadata(number, text);
        self.chars.truncate(to);
        self.chars.drain(..from);
        &text[byte(text, from)..byte(text, to)]
    }

    /// Adds a line, given with what sets it in.
    pub(in crate::split) fn add(&mut self, mut line: Line<'a>, margin: &str, chars: &[char]) {
        self.settle_below(!line.has(E::Title) || line.is_signed_alone());
        self.listing.end();
        line.pairs = self.pairs.add(chars);
        line.indent = margin.chars().count();
        line.set(E::Deep, line.indent >= DEEP && line.length <= 20 && line.has(E::Title));
        line.columns += line.indent * if margin.starts_with('\u{3000}') { 2 } else { 1 };
        line.blank = self.blank;
        line.ruled = std::mem::take(&mut self.ruled);
        line.set(E::Gap, self.blank > 0);
        line.set(E::Jump, self.jump);
        line.set(E::Resumed, self.resumed);
        line.set(E::Parted, self.parted);
        line.set(E::Apart, self.apart);
        self.given(&mut line);
        self.placed(&mut line);
        (self.jump, self.resumed) = (false, false);
        (self.parted, self.apart) = (false, false);
        if !line.has(E::Title) {
            self.related = None;
        } else if self.ends_related(&line) {
            self.end_related();
        }
        if let Some(title) = self.named.take().filter(|_| !line.has(E::Title) || line.is_signed_alone()) {
            self.page.aside.retain(|aside| aside.number != title.number);
            // Nor is the day the page's.
            let told = Masthead { newspaper: None, ..std::mem::take(&mut self.masthead) };
            self.page.mastheads.clear();
            self.page.told.push((title.number, told));
            self.page.lines.push(title);
        }
        self.page.lines.push(line);
        self.order_record();
    }
}
