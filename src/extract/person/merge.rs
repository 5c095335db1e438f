//! One entry a person: every mention collected, titles put together.

use super::Found;
use crate::record::Person;
use crate::{Document, Span};

/// One entry a name, with every place where it is printed outside the byline.
pub(super) fn merge(doc: &Document<'_>, signed: &[Span], found: Vec<Found>) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut forms: Vec<Vec<char>> = Vec::new();
    for Found { span, titles, rule, score } in found {
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
                people.push(Person {
                    name,
                    titles,
                    spans: vec![span],
                    rule: Some(format!("{} {score:.1}", rule.name).into()),
                });
            }
        }
    }
    later(doc, signed, &forms, &mut people);
    people.iter_mut().for_each(|p| p.spans.sort());
    people.sort_by_key(|p| p.spans[0]);
    people
}

/// Adds the mentions that no rule found: the name printed again, wherever it stands. The longest name wins.
fn later(doc: &Document<'_>, signed: &[Span], forms: &[Vec<char>], people: &mut [Person]) {
    // Most characters begin none of the names.
    let mut firsts = [false; 256];
    for form in forms {
        firsts[form[0] as usize & 0xFF] = true;
    }
    let chars = doc.chars();
    let mut at = 0;
    while at < chars.len() {
        if !firsts[chars[at] as usize & 0xFF] {
            at += 1;
            continue;
        }
        let here = forms.iter().enumerate().filter(|(_, form)| chars[at..].starts_with(form));
        let Some((n, form)) = here.max_by_key(|(_, form)| form.len()) else {
            at += 1;
            continue;
        };
        let span = Span::new(at, at + form.len());
        if !people[n].spans.contains(&span) && !signed.iter().any(|s| s.overlaps(span)) {
            people[n].spans.push(span);
        }
        at = span.end;
    }
}
