//! One entry a person: every mention collected, titles put together.

use super::Found;
use super::around::names_doctrine;
use crate::record::Person;
use crate::{Document, Span};

/// One entry a name, with every place where it is printed outside the byline.
pub(super) fn merge(doc: &Document<'_>, signed: &[Span], found: Vec<Found>) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut forms: Vec<Vec<char>> = Vec::new();
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
                forms.push(doc.chars()[span.start..span.end].to_vec());
                people.push(Person {
                    name,
                    titles: titles.map(str::to_owned).collect(),
                    spans: vec![span],
                    rule: Some(format!("{} {score:.1}", rule.name).into()),
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
fn later(doc: &Document<'_>, signed: &[Span], forms: &[Vec<char>], people: &mut [Person]) {
    // Most pairs of characters begin none of the names: a bit for all pairs with the same hash.
    let bit = |pair: &[char]| (pair[0] as usize ^ (pair[1] as usize) << 3) & 1023;
    let mut pairs = [0_u64; 16];
    for form in forms {
        pairs[bit(form) >> 6] |= 1 << (bit(form) & 63);
    }
    let chars = doc.chars();
    let mut from = 0;
    for (at, pair) in chars.windows(2).enumerate() {
        if pairs[bit(pair) >> 6] >> (bit(pair) & 63) & 1 == 0 || at < from {
            continue;
        }
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
