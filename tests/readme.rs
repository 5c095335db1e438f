//! The README's example is what the program makes of it.

use jianbao::{Engine, Options, split};
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// The content of the README's first block in a language.
fn block(language: &str) -> String {
    let readme = include_str!("../README.md");
    let start = format!("```{language}\n");
    let rest = readme.split_once(&start).unwrap().1;
    rest.split_once("```").unwrap().0.to_owned()
}

/// How the README shows a record: a key a line, and an entry of a list a line.
#[derive(Default)]
struct Layout {
    depth: usize,
    is_empty: bool,
}

impl Layout {
    fn begin(&mut self, out: &mut (impl Write + ?Sized), bracket: &str) -> io::Result<()> {
        self.depth += 1;
        self.is_empty = true;
        out.write_all(bracket.as_bytes())
    }

    fn end(&mut self, out: &mut (impl Write + ?Sized), bracket: &str, lines: usize) -> io::Result<()> {
        self.depth -= 1;
        if self.depth < lines && !self.is_empty {
            write!(out, "\n{}", "  ".repeat(self.depth))?;
        }
        self.is_empty = false;
        out.write_all(bracket.as_bytes())
    }

    fn entry(&mut self, out: &mut (impl Write + ?Sized), first: bool, lines: usize) -> io::Result<()> {
        self.is_empty = false;
        match (first, self.depth <= lines) {
            (_, true) => write!(out, "{}\n{}", if first { "" } else { "," }, "  ".repeat(self.depth)),
            (true, false) => Ok(()),
            (false, false) => out.write_all(b", "),
        }
    }
}

impl Formatter for Layout {
    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, "{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, "}", 1)
    }

    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, "[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, "]", 2)
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.entry(out, first, 1)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.entry(out, first, 2)
    }
}

#[test]
fn example() {
    let articles = split::split(&block("text"));
    assert_eq!(articles.len(), 1);
    let engine = Engine::new(Options::default());
    let record = articles.into_iter().map(|article| engine.record(article, "page.txt")).next().unwrap();
    let mut shown = Vec::new();
    record.serialize(&mut serde_json::Serializer::with_formatter(&mut shown, Layout::default())).unwrap();
    let shown = String::from_utf8(shown).unwrap() + "\n";
    assert!(block("json") == shown, "the README's record should read:\n{shown}");
}
