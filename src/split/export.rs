//! Exports of databases: the parts of each article stand behind the names of fields, `【题名】…`, `标题:…`.

use super::evidence::Evidence as E;
use super::furniture;
use super::label::Label;
use super::line::Line;
use super::masthead::Masthead;
use super::page::{Aside, Reader};
use crate::chars::{fold, unspaced};
use crate::lexicon::{Beginnings, rows};
use std::sync::LazyLock;

/// What a field of an export holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Title,
    Kicker,
    Deck,
    Author,
    /// Newspaper, day or page.
    Head,
    Section,
    Body,
    /// Keywords, number of characters and the like.
    Other,
}

/// What a field says of the label of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    Label(Label),
    /// A line of the body, whichever it is: no article begins there.
    Body,
}

/// The names of fields, of `data/fields.tsv`.
static FIELDS: LazyLock<Beginnings<Field>> = LazyLock::new(|| {
    let table = include_str!("../../data/fields.tsv");
    Beginnings::new(rows(table).map(|row| {
        let [field, name] = row[..] else { unreachable!("a row of the fields") };
        (name, self::field(field))
    }))
});

fn field(name: &str) -> Field {
    match name {
        "title" => Field::Title,
        "kicker" => Field::Kicker,
        "deck" => Field::Deck,
        "author" => Field::Author,
        "head" => Field::Head,
        "section" => Field::Section,
        "body" => Field::Body,
        _ => Field::Other,
    }
}

/// The field that a line (folded) opens, and where its value begins.
fn opens(chars: &[char]) -> Option<(Field, usize)> {
    const LONGEST: usize = 10;
    let framed = matches!(chars.first(), Some('【' | '[' | '〔' | '〖'));
    let start = usize::from(framed);
    let is_end = |c: &char| if framed { matches!(c, '】' | ']' | '〕' | '〗') } else { *c == ':' };
    let end = start + chars[start..].iter().take(LONGEST).position(is_end)?;
    let field = FIELDS.get(&unspaced(&chars[start..end]))?;
    let rest = end + 1;
    Some((field, rest + chars[rest..].iter().take_while(|c| matches!(c, ' ' | ':')).count()))
}

/// Whether a page is an export: it names titles, and bodies beside them or one title after the other.
pub(super) fn is_export<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let (mut titles, mut bodies) = (0, 0);
    for line in lines {
        let line = line.trim_start();
        if !line.starts_with(['【', '[', '〔', '〖'])
            && !line.chars().take(11).any(|c| matches!(c, ':' | '：'))
        {
            continue;
        }
        let chars: Vec<char> = line.chars().take(24).map(fold).collect();
        match opens(&chars) {
            Some((Field::Title, _)) => titles += 1,
            Some((Field::Body, _)) => bodies += 1,
            _ => {}
        }
        if titles > 0 && titles + bodies > 1 {
            return true;
        }
    }
    false
}

/// Where an export of a database has come to.
#[derive(Debug, Default)]
pub(super) struct Export {
    /// The field under way.
    field: Option<Field>,
    /// The number of the record's title, once it has one.
    title: Option<usize>,
    /// The record has a line already.
    begun: bool,
    /// The label that records begin with.
    first: Vec<char>,
}

impl<'a> Reader<'a> {
    /// Reads a line of an export; `false` where it is furniture or goes on with a body, as any line does.
    pub(super) fn read_field(&mut self, number: usize, text: &'a str) -> bool {
        let Some(export) = &mut self.export else { return false };
        let opened = opens(&self.chars);
        if opened.is_none()
            && (export.field == Some(Field::Body) || furniture::class_of(&self.chars).is_some())
        {
            return false;
        }
        let from = opened.map_or(0, |(_, from)| from);
        if let Some((field, _)) = opened {
            let label = unspaced(&self.chars[..from]);
            if export.first.is_empty() {
                export.first = label.into_owned();
            } else if label.starts_with(&export.first) || field == Field::Title && export.title.is_some() {
                *export = Export { first: std::mem::take(&mut export.first), ..Export::default() };
                self.masthead = Masthead::default();
            }
            export.field = Some(field);
        }
        let field = export.field.unwrap_or(Field::Other);
        let chars = std::mem::take(&mut self.chars);
        let chars = &chars[from.min(chars.len())..];
        let value = text.char_indices().nth(from).map_or("", |(byte, _)| &text[byte..]);
        let label = match field {
            // (缺), (无)
            _ if chars.is_empty() || chars.first() == Some(&'(') && chars.len() <= 4 => None,
            Field::Kicker if export.title.is_none() => Some(Given::Label(Label::Kicker)),
            Field::Title | Field::Kicker | Field::Deck => Some(Given::Label(match export.title {
                Some(_) => Label::Deck,
                None => Label::Headline,
            })),
            Field::Author => Some(Given::Label(Label::Byline)),
            Field::Section => Some(Given::Label(Label::Section)),
            Field::Body => Some(Given::Body),
            Field::Head => {
                self.masthead.read_chars(chars, true, value);
                None
            }
            Field::Other => None,
        };
        if let Some(given) = label {
            let mut line = Line::new(number, value, chars);
            line.given = Some(given);
            line.set(E::Apart, !export.begun);
            export.begun = true;
            match given {
                Given::Label(Label::Headline) => export.title = Some(number),
                Given::Label(Label::Byline) => line.set(E::Pen, true),
                _ => {}
            }
            self.add(line, "", chars);
            self.raise_section();
        } else {
            self.page.aside.push(Aside { number, text, class: "metadata" });
        }
        // What a record says of its newspaper counts from its title on, wherever it stands.
        if let Some(title) = self.export.as_ref().and_then(|export| export.title) {
            self.page.mastheads.retain(|(line, _)| *line != title - 1);
            self.page.mastheads.push((title - 1, self.masthead.clone()));
        }
        true
    }

    /// Puts the section that stands below a record's title above it.
    fn raise_section(&mut self) {
        let title = self.export.as_ref().and_then(|export| export.title);
        let lines = &mut self.page.lines;
        let is_section = |line: &Line<'_>| line.given == Some(Given::Label(Label::Section));
        let at = lines.iter().rposition(|line| Some(line.number) == title);
        if let Some(at) = at
            && let Some(mut section) = lines.pop_if(|line| is_section(line))
        {
            section.set(E::Apart, lines[at].has(E::Apart));
            lines[at].forget(E::Apart);
            lines.insert(at, section);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::split;

    #[test]
    fn rows_are_known() {
        for row in rows(include_str!("../../data/fields.tsv")) {
            let label: Vec<char> = format!("【{}】何敏", row[1]).chars().collect();
            assert_eq!(opens(&label).map(|(_, from)| from), Some(label.len() - 2), "{}", row[1]);
        }
    }

    #[test]
    fn records_of_an_export() {
        let framed = "检索报告 命中:2\n==========\n【报名】 海州晚报\n【日期】 2019-11-08 星期五\n【版次】 A07\n【栏目】 街坊\n\
            【题名】\n清理河道\n【作者】\n何敏\n【正文】\n居民清理河道。\n河边没了垃圾\n【报名】 海州日报\n\
            【题名】修路\n【正文】路修好了。";
        let named = "标题:清理河道\n来源:海州晚报\n日期:2019-11-08\n版次:A07\n栏目:街坊\n作者:何敏\n正文:居民清理河道。\n\
            河边没了垃圾\n\n标题:修路\n来源:海州日报\n正文:路修好了。";
        for page in [framed, named] {
            let articles = split(page);
            assert_eq!(articles.len(), 2, "{page}");
            let first = &articles[0];
            assert_eq!(first.headline.as_deref(), Some("清理河道"));
            assert_eq!(first.text, "清理河道\n何敏\n居民清理河道。\n河边没了垃圾");
            assert_eq!(first.section.as_deref(), Some("街坊"));
            assert_eq!(first.newspaper.as_deref(), Some("海州晚报"));
            assert_eq!(first.page.as_deref(), Some("A07"));
            assert_eq!(first.published.as_deref(), Some("2019-11-08"));
            assert_eq!(articles[1].headline.as_deref(), Some("修路"));
            assert_eq!(
                (articles[1].section.as_deref(), articles[1].newspaper.as_deref()),
                (None, Some("海州日报"))
            );
        }
    }

    #[test]
    fn pages_that_are_none() {
        for page in
            ["来源:海州晚报 作者:何敏", "标题:清理河道", "正文:清理河道\n作者:何敏", "【街坊】\n【记者帮办】"]
        {
            assert!(!is_export(page.lines()), "{page}");
        }
    }
}
