//! One entry a person: every mention collected, titles put together.

use super::Found;
use super::around::names_doctrine;
use crate::record::Person;
use crate::{Document, Span};

/// One entry a name, with every place where it is printed outside the byline.
pub(super) fn merge(doc: &Document<'_>, signed: &[Span], found: Vec<Found>, explain: bool) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut forms: Vec<&[char]> = Vec::new();
    for Found { span, titles, rule, score } in found {
        let titles = titles.into_iter().map(|title| doc.surface(title));
        let name: String = doc.surface(span).chars().filter(|c| !c.is_whitespace()).collect();
        match people.iter_mut().find(|p| p.name == name) {
            Some(person) => {
                for title in titles {
                    // 书记 of a later mention is the 社区党委书记 of the first.
                    if !person.titles.iter().any(|t| t.ends_with(title)) {
                        person.titles.push(title.to_owned());
                    }
                }
                if !person.spans.contains(&span) {
                    person.spans.push(span);
                }
            }
            None => {
                forms.push(&doc.chars()[span.start..span.end]);
                people.push(Person {
                    name,
                    titles: titles.map(str::to_owned).collect(),
                    spans: vec![span],
                    rule: explain.then(|| format!("{} {score:.1}", rule.name).into()),
                });
            }
        }
    }
    if !people.is_empty() {
        later(doc, signed, &forms, &mut people);
    }
    people.iter_mut().for_each(|p| p.spans.sort());
    people.sort_by_key(|p| p.spans[0]);
    people
}

/// Adds the mentions that no rule found: the name printed again, wherever it stands. The longest name wins.
fn later(doc: &Document<'_>, signed: &[Span], forms: &[&[char]], people: &mut [Person]) {
    // Most pairs of characters begin none of the names: a flag for all pairs with the same hash.
    let hash = |a: char, b: char| (a as usize ^ (b as usize) << 3) & 1023;
    let mut begins = [false; 1024];
    forms.iter().for_each(|form| begins[hash(form[0], form[1])] = true);
    let chars = doc.chars();
    let (mut last, mut from) = ('\0', 0);
    for (next, &c) in chars.iter().enumerate() {
        let found = begins[hash(last, c)];
        last = c;
        if !found || next <= from {
            continue;
        }
        let at = next - 1;
        let here = forms.iter().enumerate().filter(|(_, form)| chars[at..].starts_with(form));
        let Some((n, form)) = here.max_by_key(|(_, form)| form.len()) else { continue };
        let span = Span::new(at, at + form.len());
        if names_doctrine(&chars[span.end..]) {
            continue;
        }
        if !people[n].spans.contains(&span) && !signed.iter().any(|s| s.overlaps(span)) {
            people[n].spans.push(span);
        }
        from = span.end;
    }
}
