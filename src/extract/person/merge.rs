//! One entry a person: every mention collected, titles put together.

use super::Found;
use super::around::names_doctrine;
use crate::record::Person;
use crate::{Document, Span};
use std::collections::HashMap;

/// One entry a name, with every place where it is printed outside the byline.
pub(super) fn merge(doc: &Document<'_>, signed: &[Span], found: Vec<Found>, explain: bool) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut forms: Vec<&[char]> = Vec::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for Found { span, titles, rule, score } in found {
        let titles = titles.into_iter().map(|title| doc.surface(title));
        let name: String = doc.surface(span).chars().filter(|c| !c.is_whitespace()).collect();
        match numbers.get(&name).map(|&n| &mut people[n]) {
            Some(person) => {
                for title in titles {
                    // 书记 of a later mention is the 社区党委书记 of the first.
                    if !person.titles.iter().any(|t| t.ends_with(title)) {
                        person.titles.push(title.to_owned());
                    }
                }
                person.spans.push(span);
            }
            None => {
                forms.push(&doc.chars()[span.start..span.end]);
                numbers.insert(name.clone(), people.len());
                people.push(Person {
                    name,
                    titles: titles.map(str::to_owned).collect(),
                    spans: vec![span],
                    rule: explain.then(|| format!("{} {score:.1}", rule.name).into()),
                });
            }
        }
    }
    for person in &mut people {
        person.spans.sort();
        person.spans.dedup();
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
    let mut beginning: HashMap<[char; 2], Vec<usize>> = HashMap::new();
    for (n, form) in forms.iter().enumerate() {
        begins[hash(form[0], form[1])] = true;
        beginning.entry([form[0], form[1]]).or_default().push(n);
    }
    let known: Vec<usize> = people.iter().map(|person| person.spans.len()).collect();
    let chars = doc.chars();
    let (mut last, mut from) = ('\0', 0);
    for (next, &c) in chars.iter().enumerate() {
        let found = begins[hash(last, c)];
        last = c;
        if !found || next <= from {
            continue;
        }
        let at = next - 1;
        let Some(here) = beginning.get(&[chars[at], c]) else { continue };
        let here = here.iter().copied().filter(|&n| chars[at..].starts_with(forms[n]));
        let Some(n) = here.max_by_key(|&n| forms[n].len()) else { continue };
        let span = Span::new(at, at + forms[n].len());
        if names_doctrine(&chars[span.end..]) {
            continue;
        }
        if people[n].spans[..known[n]].binary_search(&span).is_err()
            && !signed.iter().any(|s| s.overlaps(span))
        {
            people[n].spans.push(span);
        }
        from = span.end;
    }
}
