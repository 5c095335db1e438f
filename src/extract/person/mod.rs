//! Finds people: full names with what the text says they are.
//!
//! A name is anchored on a surname whose left neighbour makes a person likely (a title, `82岁的`, the start of a
//! clause); `name` decides where it ends, `title` where the titles begin. A second pass collects every later
//! mention of the names found.

mod lexicon;
mod name;
#[cfg(test)]
mod tests;
mod title;

use crate::chars::{is_han, is_separator};
use crate::record::{Correspondent, Person};
use crate::split::BlockKind;
use crate::{Document, Span};
use lexicon::{Classes, TitleKind};
use name::{Left, Name, NameReader};
use std::collections::HashMap;

/// A rule: what stands around the name it reads.
struct Rule {
    name: &'static str,
    /// A sentence and the name that the rule finds in it.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that fires every rule"))]
    example: (&'static str, &'static str),
}

const TITLE: Rule =
    Rule { name: "title", example: ("社区党委书记王建国走在前面。", "王建国") };
const AGE: Rule =
    Rule { name: "age", example: ("志愿者帮82岁的王炳生清点药箱。", "王炳生") };
const CALLED: Rule =
    Rule { name: "called", example: ("他名叫王炳生,今年读三年级。", "王炳生") };
const SPEAKER: Rule = Rule { name: "speaker", example: ("王秀兰说,路灯亮了。", "王秀兰") };
const LIST: Rule =
    Rule { name: "list", example: ("居民王秀兰、赵国强和刘桂英都来了。", "刘桂英") };
const DOTTED: Rule =
    Rule { name: "dotted", example: ("居民阿依古丽·玉素甫说。", "阿依古丽·玉素甫") };

/// Every rule.
#[cfg(test)]
const RULES: &[&Rule] = &[&TITLE, &AGE, &CALLED, &SPEAKER, &LIST, &DOTTED];

/// A name with its titles.
struct Found {
    span: Span,
    titles: Vec<String>,
    rule: &'static Rule,
}

/// The people of a document, in order of first mention.
///
/// The printed names of those who signed are no mentions; where the running text names them again they are people.
pub fn extract(doc: &Document<'_>, signed: &[Correspondent]) -> Vec<Person> {
    let mut finder = Finder {
        doc,
        classes: Classes::get(),
        reader: NameReader { doc, classes: Classes::get() },
        signed: signed.iter().map(|c| c.span).collect(),
        found: Vec::new(),
    };
    for block in doc.blocks().iter().filter(|b| matches!(b.kind, BlockKind::Paragraph)) {
        finder.block(block.span);
    }
    let Finder { signed, found, .. } = finder;
    merge(doc, &signed, found)
}

struct Finder<'d> {
    doc: &'d Document<'d>,
    classes: Classes,
    reader: NameReader<'d>,
    signed: Vec<Span>,
    found: Vec<Found>,
}

impl Finder<'_> {
    fn block(&mut self, block: Span) {
        let mut at = block.start;
        while at < block.end {
            let c = self.doc.char(at);
            let next = if c == '·' {
                self.dotted(at, block.start)
            } else if self.classes.begins_surname(c) || self.classes.is_transcribing(c) {
                self.name(at, block.start)
            } else {
                None
            };
            at = next.unwrap_or(at).max(at + 1);
        }
    }

    /// Reads a name at `at`; returns where reading goes on.
    fn name(&mut self, at: usize, floor: usize) -> Option<usize> {
        let doc = self.doc;
        let before = if at == floor { '\n' } else { doc.before(at) };
        if let Some(title) = title::ending(doc, self.classes, floor, at) {
            let left = if title.kind == TitleKind::Office { Left::Office } else { Left::Person };
            let name = self.reader.read(at, left)?;
            if title.kind == TitleKind::Suffix && !self.is_clear(at, name) {
                return None;
            }
            let titles = title::chain(doc, self.classes, floor, &title);
            let titles = titles.into_iter().map(|s| doc.surface(s).to_owned()).collect();
            return self.accept(at, name, titles, title.kind, &TITLE);
        }
        let (left, rule) = match before {
            '的' if doc.ends_with(at, "岁的") => (Left::Age, &AGE),
            '叫' if doc.ends_with(at, "名叫") => (Left::Age, &CALLED),
            '为' if doc.ends_with(at, "图为") => (Left::Bare, &SPEAKER),
            '的' | '据' => (Left::Bare, &SPEAKER),
            c if is_separator(c) => (Left::Bare, &SPEAKER),
            _ => return None,
        };
        if left == Left::Bare && !self.classes.begins_surname(doc.char(at)) {
            return None;
        }
        let name = self.reader.read(at, left)?;
        self.accept(at, name, Vec::new(), TitleKind::None, rule)
    }

    /// A title word made by a suffix (乡邮员) wants a clear name behind it.
    fn is_clear(&self, at: usize, name: Name) -> bool {
        let given_like = || self.doc.chars()[at + 1..name.end].iter().all(|&c| self.classes.is_given(c));
        !self.reader.joins_left(at) && (name.strong || given_like() || name.end - at > 4)
    }

    fn accept(
        &mut self,
        at: usize,
        name: Name,
        titles: Vec<String>,
        kind: TitleKind,
        rule: &'static Rule,
    ) -> Option<usize> {
        let span = Span::new(at, name.end);
        if self.signed.iter().any(|s| s.overlaps(span)) {
            return None;
        }
        let shared = if kind == TitleKind::Person { titles.clone() } else { Vec::new() };
        self.found.push(Found { span, titles, rule });
        Some(self.list(name.end, shared))
    }

    /// The names that are listed behind one that ends at `end`; returns where reading goes on.
    fn list(&mut self, mut end: usize, titles: Vec<String>) -> usize {
        while matches!(self.doc.char(end), '、' | '和' | '与')
            && self.classes.begins_surname(self.doc.char(end + 1))
        {
            let Some(name) = self.reader.read(end + 1, Left::Person) else { break };
            let span = Span::new(end + 1, name.end);
            if self.signed.iter().any(|s| s.overlaps(span)) {
                break;
            }
            self.found.push(Found { span, titles: titles.clone(), rule: &LIST });
            end = name.end;
        }
        end
    }

    fn dotted(&mut self, dot: usize, floor: usize) -> Option<usize> {
        let doc = self.doc;
        let floor = self.found.last().map_or(floor, |f| f.span.end.max(floor));
        let span =
            self.reader.dotted(dot, floor, |at| title::ending(doc, self.classes, floor, at).is_some())?;
        if self.signed.iter().any(|s| s.overlaps(span)) {
            return Some(span.end);
        }
        let titles = match title::ending(doc, self.classes, floor, span.start) {
            Some(title) => title::chain(doc, self.classes, floor, &title),
            None => Vec::new(),
        };
        let titles = titles.into_iter().map(|s| doc.surface(s).to_owned()).collect();
        self.found.push(Found { span, titles, rule: &DOTTED });
        Some(span.end)
    }
}

/// One entry a name, with every place where it is printed outside the byline.
fn merge(doc: &Document<'_>, signed: &[Span], found: Vec<Found>) -> Vec<Person> {
    if found.is_empty() {
        return Vec::new();
    }
    let mut people: Vec<Person> = Vec::new();
    let mut forms: Vec<Vec<char>> = Vec::new();
    for Found { span, titles, rule } in found {
        let name: String = doc.surface(span).chars().filter(|c| !c.is_whitespace()).collect();
        match people.iter_mut().find(|p| p.name == name) {
            Some(person) => {
                for title in titles {
                    // 书记 of a later mention is the 社区党委书记 of the first.
                    if !person.titles.iter().any(|t| t.ends_with(&title)) {
                        person.titles.push(title);
                    }
                }
                if !person.spans.contains(&span) {
                    person.spans.push(span);
                }
            }
            None => {
                forms.push(doc.chars()[span.start..span.end].to_vec());
                people.push(Person { name, titles, spans: vec![span], rule: Some(rule.name.into()) });
            }
        }
    }
    let mut by_first: HashMap<char, Vec<usize>> = HashMap::new();
    for (n, form) in forms.iter().enumerate() {
        by_first.entry(form[0]).or_default().push(n);
    }
    by_first.values_mut().for_each(|ns| ns.sort_by_key(|&n| std::cmp::Reverse(forms[n].len())));
    let mut at = 0;
    while at < doc.len() {
        let hit = by_first
            .get(&doc.char(at))
            .and_then(|ns| ns.iter().copied().find(|&n| doc.chars()[at..].starts_with(&forms[n])));
        at += match hit {
            Some(n) => {
                let span = Span::new(at, at + forms[n].len());
                if !people[n].spans.contains(&span) && !signed.iter().any(|s| s.overlaps(span)) {
                    people[n].spans.push(span);
                }
                span.len()
            }
            None => 1,
        };
    }
    people.iter_mut().for_each(|p| p.spans.sort());
    people.sort_by_key(|p| p.spans[0]);
    debug_assert!(people.iter().all(|p| p.name.chars().all(|c| is_han(c) || !c.is_whitespace())));
    people
}
