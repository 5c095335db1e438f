//! Articles of pages with heads that stand on one line: the column, the title once more, and the text.

use super::super::Reader;
use super::titles::{behind_title, decks, glued_title};
use super::{Next, numbered};
use crate::chars::folded;
use crate::split::label::Label;
use crate::split::line::{Given, Line};

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
        if !body.is_empty() {
            self.add_line(number, body, None);
        }
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
        if from < body.len() {
            self.add_line(number, &body[from..], None);
        }
        true
    }
}
