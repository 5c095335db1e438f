//! Articles of pages with heads that stand on one line: the column, the title once more, and the text.

use super::super::Reader;
use super::breaks::broken;
use super::titles::{behind_title, decks, glued_title};
use super::{Next, TITLE, numbered};
use crate::chars::folded;
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line};

impl<'a> Reader<'a> {
    /// What stands on the line of a head, behind `专栏:`: the name of the column and, behind a space, the article, which
    /// may begin with the title on the line above once more. `false` where nothing does.
    pub(super) fn read_whole(&mut self, number: usize, text: &'a str) -> bool {
        let above = self.page.lines.last().map_or("", |line| line.text);
        let chars = folded(above);
        let from =
            numbered(&chars).map(|(_, from)| above.char_indices().nth(from).map_or(0, |(byte, _)| byte));
        let title = &above[from.unwrap_or(0)..];
        let behind = |text: &str| behind_title(text, title).or_else(|| glued_title(text, title));
        let repeats = |text: &str| from.is_some() && behind(text).is_some();
        let column = match text.find(char::is_whitespace) {
            _ if repeats(text) => 0,
            None => text.len(),
            Some(end) => end,
        };
        let body = text[column..].trim_start();
        // The title may stand below as well.
        let from = from.filter(|_| !body.is_empty());
        let titled = from.and_then(|_| self.page.lines.pop());
        let named = self.read_column(number, &text[..column]);
        if let Some(heads) = &mut self.heads {
            heads.next = Next::First { column: named };
        }
        if let Some(above) = titled {
            self.add_line(above.number, title, Some(Label::Headline));
        }
        let body = &body[behind(body).filter(|_| from.is_some()).unwrap_or(0)..];
        let decks = if from.is_some() { decks(body) } else { 0 };
        for deck in body[..decks].split_whitespace() {
            self.add_line(number, deck, Some(Label::Deck));
        }
        let body = &body[decks..];
        self.add_text(number, body, from.is_some());
        named || decks > 0 || !body.is_empty()
    }

    /// A text that begins with its title once more, behind the column in brackets or not; `false` where it does not:
    /// `[读者来信] 老街的灯亮了 编辑同志:…`.
    pub(super) fn read_repeated(&mut self, number: usize, text: &'a str) -> bool {
        const LONGEST: usize = 12;
        let is_title = |line: &&Line<'_>| line.given == Some(Given::Label(Label::Headline));
        let Some(title) = self.page.lines.last().filter(is_title).map(|line| (line.number, line.text)) else {
            return false;
        };
        let column = text.strip_prefix(['[', '【']).and_then(|rest| rest.split_once([']', '】']));
        let column = column.filter(|(name, _)| name.chars().count() <= LONGEST);
        let (column, body) = column.map_or(("", text), |(name, rest)| (name, rest.trim_start()));
        let Some(from) = behind_title(body, title.1).or_else(|| glued_title(body, title.1)) else {
            return false;
        };
        if !column.is_empty() {
            self.page.lines.pop();
            self.add_line(number, column, Some(Label::Section));
            self.add_line(title.0, title.1, Some(Label::Headline));
        }
        self.add_text(number, &body[from..], true);
        true
    }

    /// A text below its title on a line of its own, where a list numbers the titles; `false` where it is one paragraph.
    pub(super) fn read_paragraphs(&mut self, number: usize, text: &'a str) -> bool {
        let is_title = |line: &Line<'_>| line.given == Some(Given::Label(Label::Headline));
        let below = self.page.lines.last().is_some_and(is_title);
        let breaks = below && text.chars().nth(2 * TITLE).is_some() && broken(text).len() > 1;
        if breaks {
            self.add_text(number, text, true);
        }
        breaks
    }

    /// Adds the lines of a text that stands on one. Below a `titled` one all are of its article.
    fn add_text(&mut self, number: usize, text: &'a str, titled: bool) {
        for (i, line) in broken(text).into_iter().enumerate() {
            let chars = folded(line);
            let mut line = Line::new(number, line, &chars);
            // Where a line ended is known: none goes on with the one above.
            let text = chars.len() > TITLE || line.has(E::Closed);
            let given = if text { Given::Label(Label::Paragraph) } else { Given::Body };
            line.given = (titled || i > 0).then_some(given);
            self.add(line, "", &chars);
        }
    }
}
