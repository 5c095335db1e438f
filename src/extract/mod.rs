//! One file an extractor: each finds the mentions of one field in a [`Document`](crate::Document).
//!
//! An extractor is a table of rules. A rule is a row: its name, an example that a test fires, and how it reads. It sees
//! a document and a [`Context`], and no clock, environment or global.

pub mod activity;
pub mod community;
pub mod correspondent;
pub mod count;
pub mod date;
pub mod organization;
pub mod person;
pub mod work;

use crate::resolve::scene::Page;
use jiff::civil::DateTime;

/// Past the address behind `://` at `at`, else past a character: its numbers and words are a name's.
pub(crate) fn past_address(chars: &[char], at: usize) -> usize {
    const ADDRESS: [bool; 0x80] = {
        let (mut table, mut c) = ([false; 0x80], b'!');
        while c <= b'~' {
            table[c as usize] = !matches!(c, b')' | b'"' | b'<' | b'>');
            c += 1;
        }
        table
    };
    let address = |c: char| ADDRESS.get(c as usize) == Some(&true);
    match chars[at..].starts_with(&[':', '/', '/']) {
        true => at + chars[at..].iter().take_while(|&&c| address(c)).count(),
        false => at + 1,
    }
}

/// What is known of an article from outside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The moment that relative dates are resolved against.
    pub published: Option<DateTime>,
    /// Whether `published` has a clock reading, not only a day.
    pub published_has_time: bool,
    /// The newspaper's name.
    pub newspaper: Option<&'a str>,
    /// The division that unqualified names are looked up in: `江苏省南通市`.
    pub home: Option<&'a str>,
    /// What the page that the article stands on says of places.
    pub page: Option<&'a Page>,
    /// Whether what else a mention may mean is asked for.
    pub explain: bool,
}
