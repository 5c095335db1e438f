//! Exports of databases: the parts of each article stand behind the names of fields, `【题名】…`, `标题:…`.

use super::field::{Field, opens};
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
    let (mut above, mut fields, mut titles, mut bodies) = (0, 0, 0, 0);
    for line in lines.iter().filter(|line| !line.is_empty()).take(BODY_WITHIN) {
        let chars = beginning(line);
        match opens(&chars) {
            Some((field, ..)) => {
                match field {
                    Field::Title => titles += 1,
                    Field::Body => bodies += 1,
                    _ => {}
                }
                fields += 1;
                if titles > 0 && (bodies > 0 || titles > 1) && fields > 2 {
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

fn beginning(line: &str) -> Vec<char> {
    line.chars().take(24).map(fold).collect()
}

/// Whether the last field of a page is a body, framed as the others are: then it is every record's last.
fn ends_in_body(lines: &[&str]) -> bool {
    let framed = |line: &&&str| line.starts_with(['【', '[', '［', '〔', '〖']);
    let mut fields = lines.iter().rev().filter(framed).filter_map(|line| opens(&beginning(line)));
    fields.next().is_some_and(|(field, ..)| field == Field::Body)
}

/// Where an export of a database has come to.
#[derive(Debug, Default)]
pub(super) struct Export {
    /// A record ends with its body.
    body_last: bool,
    /// The field under way; none between a field that is filled and the next.
    field: Option<Field>,
    /// The number of the record's title, once it has one.
    title: Option<usize>,
    /// The number of the record's first line, once it has one.
    first: Option<usize>,
    /// A line of the record came that is no column's name.
    begun: bool,
    /// The record has a body.
    body: bool,
    /// The label that records begin with.
    begins: Vec<char>,
    /// The labels that stood outside bodies: no others end one.
    known: Vec<Vec<char>>,
    /// What the page said of itself above the records.
    head: Option<Masthead>,
}

impl Export {
    /// Looks at a page.
    pub(super) fn of(lines: &[&str]) -> Option<Self> {
        is_export(lines).then(|| Export { body_last: ends_in_body(lines), ..Export::default() })
    }
}

impl<'a> Reader<'a> {
    /// Reads a line of an export; `false` where it is a line as any other: above the records, or of a body.
    pub(in crate::split) fn read_field(&mut self, number: usize, text: &'a str) -> bool {
        // Titles take a few lines, none of them a sentence.
        const TITLE: usize = 45;
        let Some(export) = &mut self.export else { return false };
        let opened = opens(&self.chars)
            .map(|(field, end, from)| (field, unspaced(&self.chars[..end]).into_owned(), from));
        let opened = opened.filter(|(_, label, _)| {
            export.field != Some(Field::Body) || !is_han(self.chars[0]) || export.known.contains(label)
        });
        let from = opened.as_ref().map_or(0, |(.., from)| *from);
        if let Some((field, label, _)) = opened {
            if export.begins.is_empty() {
                export.begins.clone_from(&label);
                export.head = Some(self.masthead.clone());
            } else if (export.title.is_some() || export.body)
                && (export.begins == label
                    || field == Field::Title
                    || export.body_last && export.body && is_place(field))
            {
                *export = Export {
                    body_last: export.body_last,
                    begins: std::mem::take(&mut export.begins),
                    known: std::mem::take(&mut export.known),
                    head: export.head.take(),
                    ..Export::default()
                };
                self.masthead = export.head.clone().unwrap_or_default();
            }
            if export.field != Some(Field::Body) && !export.known.contains(&label) {
                export.known.push(label);
            }
            export.field = Some(field);
            export.body |= field == Field::Body;
        } else {
            let ended = self.chars.last().is_some_and(|&c| matches!(c, '。' | '!' | '?' | '”'));
            let is_text =
                matches!(export.field, Some(Field::Title | Field::Kicker | Field::Deck | Field::Author))
                    && (ended && export.title.is_some() || self.chars.len() > TITLE);
            if is_text || export.field.is_none() && export.title.is_some() {
                (export.field, export.body) = (Some(Field::Body), true);
            }
            if matches!(export.field, None | Some(Field::Body)) {
                return false;
            }
        }
        let field = export.field.unwrap_or(Field::Other);
        let chars = std::mem::take(&mut self.chars);
        let chars = &chars[from.min(chars.len())..];
        let value = text.char_indices().nth(from).map_or("", |(byte, _)| &text[byte..]);
        // (缺), (无)
        let filled = !(chars.is_empty() || chars[0] == '(' && chars.len() <= 4);
        let given = match field {
            _ if !filled => None,
            Field::Kicker if export.title.is_none() => Some(Given::Label(Label::Kicker)),
            Field::Title | Field::Kicker | Field::Deck => Some(Given::Label(match export.title {
                Some(_) => Label::Deck,
                None => Label::Headline,
            })),
            Field::Author => Some(Given::Label(Label::Byline)),
            Field::Section => Some(Given::Label(Label::Section)),
            Field::Body => Some(Given::Body),
            Field::Head | Field::Origin | Field::Issue | Field::Other => None,
        };
        if filled && matches!(field, Field::Head | Field::Origin) {
            self.masthead.read_chars(chars, true, value);
        }
        // One line fills what is neither a title nor a body.
        if filled && matches!(given, None | Some(Given::Label(Label::Section))) {
            export.field = None;
        }
        if let Some(given) = given {
            let mut line = Line::new(number, value, chars);
            line.given = Some(given);
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
        self.tell_record();
        true
    }

    /// What a record says of its newspaper counts from its title on, wherever it stands.
    fn tell_record(&mut self) {
        let Some(title) = self.export.as_ref().and_then(|export| export.title) else { return };
        let told = self.masthead.clone();
        match self.page.told.last_mut().filter(|(line, _)| *line == title) {
            Some((_, known)) => *known = told,
            None => self.page.told.push((title, told)),
        }
    }

    /// What an export says of the next line that belongs to an article: the first of a record without a title begins it.
    pub(in crate::split) fn given(&mut self, line: &mut Line<'_>) {
        let Some(export) = &mut self.export else { return };
        if export.begins.is_empty() {
            return;
        }
        let first = *export.first.get_or_insert(line.number) == line.number;
        line.set(E::Apart, first);
        let is_section = line.given == Some(Given::Label(Label::Section));
        let opens = !is_section && !std::mem::replace(&mut export.begun, true);
        let begins = opens && matches!(line.given, None | Some(Given::Body));
        line.given = if begins { Some(Given::Label(Label::Lead)) } else { line.given.or(Some(Given::Body)) };
        if begins && export.title.is_none() {
            self.page.told.push((line.number, self.masthead.clone()));
        }
    }

    /// Puts the section that stands below a record's first line above it.
    fn raise_section(&mut self) {
        let first = self.export.as_ref().and_then(|export| export.first);
        let lines = &mut self.page.lines;
        let is_section = |line: &Line<'_>| line.given == Some(Given::Label(Label::Section));
        // A record's titles are few lines.
        let at = lines.iter().rposition(|line| Some(line.number) == first);
        if let Some(at) = at.filter(|&at| at + 1 < lines.len())
            && let Some(mut section) = lines.pop_if(|line| is_section(line))
        {
            section.set(E::Apart, true);
            lines[at].forget(E::Apart);
            lines.insert(at, section);
        }
    }
}

/// Whether a field tells where an article was printed.
const fn is_place(field: Field) -> bool {
    matches!(field, Field::Head | Field::Section | Field::Issue)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::split;

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
    fn fields_of_one_line_and_bodies_without_a_label() {
        let titles =
            |page: &str| split(page).iter().map(|a| (a.headline.clone(), a.text.clone())).collect::<Vec<_>>();
        let page = "【标题】修路\n【来源】海州晚报\n\n路修好了。\n居民李秀英说好。\n【标题】清淤\n【来源】海州晚报\n\n完工了。";
        let whole = [
            (Some("修路".to_owned()), "修路\n路修好了。\n居民李秀英说好。".to_owned()),
            (Some("清淤".to_owned()), "清淤\n完工了。".to_owned()),
        ];
        assert_eq!(titles(page), whole);
        let page =
            "标题:修路\n作者:何敏\n正文:路修好了。\n编辑:小何说好。\n标题:清淤\n作者:吴涛\n正文:完工了。";
        assert_eq!(titles(page)[0].1, "修路\n何敏\n路修好了。\n编辑:小何说好。");
    }

    #[test]
    fn records_that_begin_with_their_column() {
        let page = "【题名】修路\n【报名】海州晚报\n【正文】\n路修好了。\n【栏目】图片新闻\n【报名】海州晚报\n【正文】\n\
                    农民在收稻。何敏摄\n【栏目】街坊\n【题名】清淤\n【正文】\n完工了。";
        let told: Vec<_> = split(page).into_iter().map(|a| (a.section, a.headline)).collect();
        let known = |text: &str| Some(text.to_owned());
        assert_eq!(told, [(None, known("修路")), (known("图片新闻"), None), (known("街坊"), known("清淤"))]);
        assert_eq!(split(page)[1].newspaper.as_deref(), Some("海州晚报"));
    }

    #[test]
    fn pages_that_are_none() {
        for page in
            ["来源:海州晚报 作者:何敏", "标题:清理河道", "正文:清理河道\n作者:何敏", "【街坊】\n【记者帮办】"]
        {
            assert!(!is_export(&page.lines().collect::<Vec<_>>()), "{page}");
        }
    }
}
