//! Exports of databases: the parts of each article stand behind the names of fields, `【题名】…`, `标题:…`.

use super::field::{Field, is_frame, opens};
use super::{Aside, Reader, furniture};
use crate::chars::{fold, is_han, unspaced};
use crate::split::label::Label;
use crate::split::line::Evidence as E;
use crate::split::line::{Given, Line};
use crate::split::masthead::Masthead;

/// Whether a page is an export: it begins with fields, a title and a body or another title among them. What stands above
/// the first is a line or two.
fn is_export(lines: &[&str]) -> bool {
    const ABOVE: usize = 2;
    const BODY_WITHIN: usize = 400;
    let (mut above, mut fields, mut titles, mut topics, mut bodies) = (0, 0, 0, 0, 0);
    for line in lines.iter().filter(|line| !line.is_empty()).take(BODY_WITHIN) {
        let chars = beginning(line);
        match opens(&chars) {
            Some((field, ..)) => {
                match field {
                    Field::Title => titles += 1,
                    Field::Topic => topics += 1,
                    Field::Body => bodies += 1,
                    _ => {}
                }
                fields += 1;
                let titled = titles > 0 && (bodies > 0 || titles > 1) || topics > 0 && bodies > 0;
                if titled && fields > 2 {
                    return true;
                }
            }
            None if fields == 0 => {
                above += usize::from(furniture::class_of(&chars).is_none());
                if above > ABOVE {
                    return false;
                }
            }
            None => {}
        }
    }
    false
}

/// Enough of a line (folded) to hold a field's name.
fn beginning(line: &str) -> Vec<char> {
    line.chars().take(24).map(fold).collect()
}

/// Where an export of a database has come to.
#[derive(Debug, Default)]
pub(super) struct Export {
    /// A record ends with its body.
    body_last: bool,
    /// 主题 is what its records call their titles.
    topics: bool,
    /// The label that records begin with.
    begins: Vec<char>,
    /// The labels that stood outside bodies: no others end one.
    known: Vec<Vec<char>>,
    /// What the page said of itself above the records, once one began.
    head: Option<Masthead>,
    /// A field stood above the first record.
    headed: bool,
    record: Record,
}

/// Where a record of an export has come to.
#[derive(Debug, Default)]
struct Record {
    /// The field under way; none between a field that is filled and the next.
    field: Option<Field>,
    /// The number of its title, once it has one.
    title: Option<usize>,
    /// The number of its first line, once it has one.
    first: Option<usize>,
    /// A line of it came that is no column's name, nor who wrote it.
    begun: bool,
    /// The number of the line that told who wrote it before that.
    author: Option<usize>,
    /// It has a body.
    body: bool,
}

impl Export {
    /// Looks at a page.
    pub(super) fn of(lines: &[&str]) -> Option<Self> {
        is_export(lines).then(|| Export::read(lines))
    }

    fn read(lines: &[&str]) -> Export {
        let mut export = Export { topics: true, ..Export::default() };
        let mut labels: Vec<(Vec<char>, Field, usize)> = Vec::new();
        for line in lines {
            let chars = beginning(line);
            let Some((field, end, _)) = opens(&chars) else { continue };
            if is_frame(chars[0]) {
                // The last framed field of a page is every record's last, but for notes of the export.
                export.body_last = field == Field::Body || export.body_last && field == Field::Other;
            }
            export.topics &= field != Field::Title;
            let label = unspaced(&chars[..end]);
            match labels.iter_mut().find(|(known, ..)| *known == *label) {
                Some((.., times)) => *times += 1,
                None => labels.push((label.into_owned(), field, 1)),
            }
        }
        let times = |of: Field| labels.iter().filter(|(_, field, _)| *field == of).map(|(.., n)| *n).max();
        let title = if export.topics { Field::Topic } else { Field::Title };
        let records = times(Field::Body).or(times(title)).unwrap_or(0);
        let heads = |&(_, field, n): &(Vec<char>, Field, usize)| (field != Field::Body).then_some(n);
        // Records begin with the first label that stands as often as there are any.
        let begins = (labels.iter().find(|label| heads(label) == Some(records)))
            .or_else(|| labels.iter().find(|label| heads(label).is_some_and(|n| n > 1)))
            .or(labels.first());
        export.begins = begins.map(|(label, ..)| label.clone()).unwrap_or_default();
        export
    }

    /// The field that a line (folded) opens, the label, and where its value begins.
    fn opened(&self, chars: &[char]) -> Option<(Field, Vec<char>, usize)> {
        let (field, end, from) = opens(chars)?;
        let label = unspaced(&chars[..end]).into_owned();
        let inside = self.record.field == Some(Field::Body);
        let field = if field == Field::Topic && self.topics { Field::Title } else { field };
        (!inside || !is_han(chars[0]) || self.known.contains(&label)).then_some((field, label, from))
    }
}

/// Whether a character parts the fields of a line.
const fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\t' | '|' | ';')
}

/// Where the next field of a line (folded) begins whose value begins at a place: `版次:03 版名:要闻`.
fn next_field(chars: &[char], from: usize, field: Field) -> Option<usize> {
    let running = matches!(field, Field::Title | Field::Kicker | Field::Deck | Field::Body);
    // 检索条件:日期=2019-11-08
    let first = usize::from(field != Field::Other);
    let begins = |&at: &usize| {
        let apart = at == from || is_separator(chars[at - 1]);
        (is_frame(chars[at]) || apart && !running) && opens(&chars[at..]).is_some()
    };
    if field == Field::Body { None } else { (from + first..chars.len()).find(begins) }
}

impl<'a> Reader<'a> {
    /// Reads a line of an export; `false` where it is a line as any other: above the records, or of a body.
    pub(in crate::split) fn read_field(&mut self, number: usize, text: &'a str) -> bool {
        // Titles take a few lines, none of them a sentence.
        const TITLE: usize = 45;
        let Some(export) = &mut self.export else { return false };
        let chars = &self.chars;
        let Some(mut opened) = export.opened(chars) else {
            let record = &mut export.record;
            let ended = chars.last().is_some_and(|&c| matches!(c, '。' | '!' | '?' | '”'));
            let is_text =
                matches!(record.field, Some(Field::Title | Field::Kicker | Field::Deck | Field::Author))
                    && (ended && record.title.is_some() || chars.len() > TITLE);
            if is_text || record.field.is_none() && record.title.is_some() {
                (record.field, record.body) = (Some(Field::Body), true);
            }
            let field = match record.field {
                Some(field) if field != Field::Body => field,
                // How many records an export holds.
                None if export.headed && export.head.is_none() => Field::Head,
                _ => return false,
            };
            let chars = std::mem::take(&mut self.chars);
            self.fill(number, text, text, &chars, field);
            return true;
        };
        let chars = std::mem::take(&mut self.chars);
        let (mut at, mut byte) = (0, 0);
        loop {
            let (field, label, from) = opened;
            self.open(field, label);
            let from = at + from;
            let end = next_field(&chars, from, field);
            let bytes =
                |n: usize| text[byte..].char_indices().nth(n - at).map_or(text.len(), |(b, _)| byte + b);
            let until = end.map_or(text.len(), bytes);
            let value = text[bytes(from)..until].trim_end_matches(is_separator);
            // 日期=2019-11-08 AND 版次=3
            let value = value.strip_suffix(" AND").unwrap_or(value);
            let folded = &chars[from..from + value.chars().count()];
            self.fill(number, &text[byte..until], value, folded, field);
            let next = end.and_then(|end| Some((end, until, self.export.as_ref()?.opened(&chars[end..])?)));
            let Some((end, until, next)) = next else { return true };
            (at, byte, opened) = (end, until, next);
        }
    }

    /// Opens a field, and a record where one begins with it.
    fn open(&mut self, field: Field, label: Vec<char>) {
        let Some(export) = &mut self.export else { return };
        let Record { title, body, .. } = export.record;
        export.headed = true;
        match &export.head {
            None if export.begins == label || is_content(field) => export.head = Some(self.masthead.clone()),
            Some(head)
                if (title.is_some() || body)
                    && (export.begins == label
                        || field == Field::Title
                        || export.body_last && body && is_place(field)) =>
            {
                self.masthead = head.clone();
                export.record = Record::default();
            }
            _ => {}
        }
        let record = &mut export.record;
        if record.field != Some(Field::Body) && !export.known.contains(&label) {
            export.known.push(label);
        }
        record.field = Some(field);
        record.body |= field == Field::Body;
    }

    /// Takes what fills a field: its value, printed and folded.
    fn fill(&mut self, number: usize, text: &'a str, value: &'a str, chars: &[char], field: Field) {
        let Some(export) = &mut self.export else { return };
        let record = &mut export.record;
        // (缺), (无)
        let filled = !(chars.is_empty() || chars[0] == '(' && chars.len() <= 4);
        let given = match field {
            _ if !filled => None,
            Field::Kicker if record.title.is_none() => Some(Given::Label(Label::Kicker)),
            Field::Title | Field::Kicker | Field::Deck => Some(Given::Label(match record.title {
                Some(_) => Label::Deck,
                None => Label::Headline,
            })),
            Field::Author => Some(Given::Label(Label::Byline)),
            Field::Section => Some(Given::Label(Label::Section)),
            Field::Body => Some(Given::Body),
            Field::Head | Field::Origin | Field::Issue | Field::Topic | Field::Other => None,
        };
        if filled && matches!(field, Field::Head | Field::Origin) {
            self.masthead.read_chars(chars, true, value);
        }
        // One line fills what is neither a title nor a body.
        if filled && matches!(given, None | Some(Given::Label(Label::Section))) {
            record.field = None;
        }
        if let Some(given) = given {
            let mut line = Line::new(number, value, chars);
            line.given = Some(given);
            match given {
                Given::Label(Label::Headline) => record.title = Some(number),
                Given::Label(Label::Byline) => line.set(E::Pen, true),
                _ => {}
            }
            self.add(line, "", chars);
        } else {
            self.page.aside.push(Aside { number, text, class: "metadata" });
        }
        self.tell_record();
    }

    /// What a record says of its newspaper counts from its title on, wherever it stands.
    fn tell_record(&mut self) {
        let Some(title) = self.export.as_ref().and_then(|export| export.record.title) else { return };
        let told = self.masthead.clone();
        match self.page.told.last_mut().filter(|(line, _)| *line == title) {
            Some((_, known)) => *known = told,
            None => self.page.told.push((title, told)),
        }
    }

    /// What an export says of the next line that belongs to an article: the first of a record without a title begins it.
    pub(in crate::split) fn given(&mut self, line: &mut Line<'_>) {
        let Some(export) = self.export.as_mut().filter(|export| export.head.is_some()) else { return };
        let record = &mut export.record;
        // Who wrote it may be told above its title.
        let signs = line.given == Some(Given::Label(Label::Byline)) && !record.begun;
        record.author = if signs { Some(line.number) } else { record.author };
        let first = !signs && *record.first.get_or_insert(line.number) == line.number;
        line.set(E::Apart, first);
        let is_section = line.given == Some(Given::Label(Label::Section));
        let opens = !signs && !is_section && !std::mem::replace(&mut record.begun, true);
        let begins = opens && matches!(line.given, None | Some(Given::Body));
        line.given = if begins { Some(Given::Label(Label::Lead)) } else { line.given.or(Some(Given::Body)) };
        if begins && record.title.is_none() {
            self.page.told.push((line.number, self.masthead.clone()));
        }
    }

    /// Puts the record's last line where records have it: the section above the first, a title or a text without one
    /// above who wrote it.
    pub(in crate::split) fn order_record(&mut self) {
        let Some(export) = &self.export else { return };
        let Record { first, author, .. } = export.record;
        let lines = &mut self.page.lines;
        let given = |line: &Line<'_>, label: Label| line.given == Some(Given::Label(label));
        if let [.., above, last] = &mut lines[..]
            && author == Some(above.number)
            && !matches!(last.given, None | Some(Given::Body))
        {
            if given(last, Label::Lead) {
                above.given = Some(Given::Label(Label::Signature));
            }
            std::mem::swap(above, last);
        }
        let Some(mut section) = lines.pop_if(|line| given(line, Label::Section)) else { return };
        // A record's titles are few lines.
        let at = lines.iter().rposition(|line| Some(line.number) == first).unwrap_or(lines.len());
        if let Some(below) = lines.get_mut(at) {
            section.set(E::Apart, true);
            below.forget(E::Apart);
        }
        lines.insert(at, section);
    }
}

/// Whether a field holds something of an article.
const fn is_content(field: Field) -> bool {
    !matches!(field, Field::Head | Field::Issue | Field::Origin | Field::Other | Field::Topic)
}

/// Whether a field tells where an article was printed.
const fn is_place(field: Field) -> bool {
    matches!(field, Field::Head | Field::Section | Field::Issue)
}

#[cfg(test)]
mod tests;
