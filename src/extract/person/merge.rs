//! One entry a person: every mention collected, titles put together.

use super::Found;
use super::lexicon::Lexicon;
use crate::chars::{is_han, is_separator, unspaced};
use crate::record::Person;
use crate::split::BlockKind;
use crate::{Document, Span, names};
use std::borrow::Cow;
use std::collections::HashMap;

/// One entry a name that the body has, with every place where it is printed outside the byline. Who has no title there
/// has the one of the headline.
pub(super) fn merge(
    doc: &Document<'_>,
    signed: &[Span],
    mut found: Vec<Found>,
    headline: &[Found],
    explain: bool,
) -> Vec<Person> {
    if found.is_empty() {
        return Vec::new();
    }
    settle(doc, &mut found);
    let mut people: Vec<Person> = Vec::new();
    let mut names = Names::for_most(found.len());
    for Found { span, titles, rule, score } in found {
        let titles = titles.into_iter().map(|title| doc.surface(title));
        let name = unspaced(&doc.chars()[span.start..span.end]);
        match names.find(&name, |known| known.len() == name.len()) {
            Some(n) => {
                let person = &mut people[n];
                for title in titles {
                    // 书记 of a later mention is the 社区党委书记 of the first.
                    if !person.titles.iter().any(|t| t.ends_with(title)) {
                        person.titles.push(title.to_owned());
                    }
                }
                person.spans.push(span);
            }
            None => {
                let printed = doc.surface(span);
                people.push(Person {
                    name: match name {
                        Cow::Borrowed(_) => printed.to_owned(),
                        Cow::Owned(_) => printed.chars().filter(|c| !c.is_whitespace()).collect(),
                    },
                    titles: titles.map(str::to_owned).collect(),
                    spans: vec![span],
                    rule: explain.then(|| format!("{} {score:.1}", rule.name).into()),
                });
                names.add(name);
            }
        }
    }
    for Found { span, titles, .. } in headline {
        let name = unspaced(&doc.chars()[span.start..span.end]);
        if let Some(n) = names.find(&name, |known| known.len() == name.len())
            && people[n].titles.is_empty()
        {
            people[n].titles = titles.iter().map(|title| doc.surface(*title).to_owned()).collect();
        }
    }
    for person in &mut people {
        person.spans.sort_unstable();
        person.spans.dedup();
    }
    later(doc, signed, &names, &mut people);
    people.iter_mut().for_each(|person| lengthen(doc, person));
    // 艾奥瓦|州: a place, wherever it is printed.
    let is_place = |person: &Person| {
        person.spans.len() > 1
            && person.titles.len() < 2
            && person.spans.iter().all(|span| is_division(doc.char(span.end)))
    };
    people.retain(|person| !is_place(person));
    let body = doc.blocks().iter().find(|b| b.kind == BlockKind::Paragraph).map(|b| b.span);
    in_short(body.unwrap_or(Span::new(0, 0)), &mut people);
    people.iter_mut().for_each(|p| p.spans.sort_unstable());
    people.sort_by_key(|p| p.spans[0]);
    people
}

/// Somebody named in full and by the last or first part of the name is one: 让·科尔特, 科尔特总统; 哈桑·谢里夫, 哈桑总理.
fn in_short(body: Span, people: &mut Vec<Person>) {
    if !people.iter().any(|person| person.name.contains('·')) {
        return;
    }
    // Who bears a part of a dotted name: the first, and whether others do.
    let mut bearers: HashMap<&str, (usize, bool)> = HashMap::new();
    for (n, person) in people.iter().enumerate().filter(|(_, person)| person.name.contains('·')) {
        for part in person.name.split('·') {
            let (first, shared) = bearers.entry(part).or_insert((n, false));
            *shared |= *first != n;
        }
    }
    let full = |person: &Person| {
        let (n, shared) = *bearers.get(person.name.as_str())?;
        let bearer = &people[n];
        // 总统科尔特和儿子亨利·科尔特 are two.
        let later = person.spans.iter().all(|span| *span < body || *span >= bearer.spans[0]);
        let first = || !person.titles.is_empty() && bearer.name.starts_with(&person.name);
        (!shared && later && (bearer.name.ends_with(&person.name) || first())).then_some(n)
    };
    let bearers: Vec<Option<usize>> = people.iter().map(full).collect();
    for (short, bearer) in bearers.iter().enumerate() {
        let Some(bearer) = *bearer else { continue };
        let Person { titles, spans, .. } = people[short].clone();
        let bearer = &mut people[bearer];
        for title in titles {
            if !bearer.titles.iter().any(|t| t.ends_with(&title)) {
                bearer.titles.push(title);
            }
        }
        bearer.spans.extend(spans);
        bearer.spans.sort_unstable();
    }
    let mut bearers = bearers.iter();
    people.retain(|_| bearers.next().is_some_and(Option::is_none));
}

/// What the names of divisions end with.
const fn is_division(c: char) -> bool {
    matches!(c, '州' | '省' | '市' | '县' | '镇' | '乡' | '区')
}

/// The same character behind every mention, and different ones behind it, are a part of the name: 傅平|均当选, 傅平|均和.
fn lengthen(doc: &Document<'_>, person: &mut Person) {
    const MOST: usize = 32;
    let (chars, lexicon) = (doc.chars(), Lexicon::get());
    let spans = &person.spans[..];
    if !(2..=MOST).contains(&spans.len()) || spans[0].len() > 3 {
        return;
    }
    let last = doc.char(spans[0].end);
    // 均 and 都 follow several people.
    let several = |span: &Span| matches!(doc.before(span.start), '、' | '和' | '与');
    let alone = matches!(last, '均' | '都') && !spans.iter().any(several);
    let follows = |at: usize| {
        !alone && (lexicon.followers.starts(&chars[at..]) || lexicon.titles_after.starts(&chars[at..]))
    };
    let part = |span: &Span| doc.char(span.end) == last && !follows(span.end);
    let next = doc.char(spans[0].end + 1);
    let varied = spans.iter().any(|span| doc.char(span.end + 1) != next);
    let place = is_division(last);
    // 王丽年过六旬, 王丽国外归来: a word begins there.
    let word = |span: &Span| names::is_word_pair(last, doc.char(span.end + 1));
    // 均 and 年 are adverbs and numbers as often, but not before 和 or a mark.
    let ends = |span: &Span| {
        let next = doc.char(span.end + 1);
        is_separator(next) || matches!(next, '和' | '与' | '的' | '说')
    };
    let told = spans.len() > 2
        || if matches!(last, '均' | '都' | '年') {
            spans.iter().any(ends)
        } else {
            !spans.iter().any(word)
        };
    if is_han(last) && !place && varied && told && names::may_be_given(last) && spans.iter().all(part) {
        person.spans.iter_mut().for_each(|span| span.end += 1);
        person.name = doc.surface(person.spans[0]).to_owned();
    }
}

/// Where one mention of somebody was read longer than another, the text tells which is right: 林丹荣|获 where it goes on
/// about 林丹, 唐永|固 where 唐永固 is printed elsewhere.
fn settle(doc: &Document<'_>, found: &mut [Found]) {
    // Names of three characters, and those of two that one of them begins with.
    const MOST: usize = 64;
    if !(2..=MOST).contains(&found.len()) {
        return;
    }
    let chars = doc.chars();
    for long in 0..found.len() {
        let span = found[long].span;
        let name = &chars[span.start..span.end];
        let short = |f: &Found| f.span.len() == 2 && name.starts_with(&chars[f.span.start..f.span.end]);
        if name.len() != 3 || !found.iter().any(short) {
            continue;
        }
        let (mut whole, mut part) = (0, 0);
        for window in chars.windows(3).filter(|window| window[..2] == name[..2]) {
            if window[2] == name[2] { whole += 1 } else { part += 1 }
        }
        // 荣|获 is a word, 娟|说 none: 李丽娟 and 李丽 are two.
        let torn = names::is_word_pair(name[2], doc.char(span.end));
        if whole == 1 && part > 0 && torn {
            found[long].span.end -= 1;
        } else if part == 0 {
            let shorter =
                found.iter_mut().filter(|f| f.span.len() == 2 && chars[f.span.start..].starts_with(name));
            shorter.for_each(|f| f.span.end += 1);
        }
    }
}

/// Adds the mentions that no rule found: the name printed again, wherever it stands. The longest name wins.
fn later(doc: &Document<'_>, signed: &[Span], names: &Names<'_>, people: &mut [Person]) {
    let known: Vec<usize> = people.iter().map(|person| person.spans.len()).collect();
    let chars = doc.chars();
    let mut at = 0;
    while let Some(skipped) = names.first_in(&chars[at..]) {
        at += skipped;
        match chars.get(at + 1) {
            Some(&next) if names.begins[Names::pair(chars[at], next)] => {}
            Some(_) => {
                at += 1;
                continue;
            }
            None => break,
        }
        let Some(n) = names.find(&chars[at..], |_| true) else {
            at += 1;
            continue;
        };
        let span = Span::new(at, at + names.all[n].0.len());
        if Lexicon::get().doctrines.starts(&chars[span.end..]) {
            at += 1;
            continue;
        }
        if people[n].spans[..known[n]].binary_search(&span).is_err()
            && !signed.iter().any(|s| s.overlaps(span))
        {
            people[n].spans.push(span);
        }
        at = span.end;
    }
}

/// Names by their first two characters.
struct Names<'d> {
    /// Whether a name begins with a character, by its last eight bits.
    firsts: [bool; 256],
    /// Whether a name begins with a pair of characters, by hash: most begin none.
    begins: [bool; PAIRS],
    /// The last name of those whose beginning has the same hash.
    heads: Vec<u32>,
    /// Each name, and the one before it of the same hash.
    all: Vec<(Cow<'d, [char]>, u32)>,
}

const PAIRS: usize = 1 << 10;
const NONE: u32 = u32::MAX;

impl<'d> Names<'d> {
    fn for_most(names: usize) -> Self {
        let heads = vec![NONE; names.next_power_of_two().min(1 << 16)];
        Names { firsts: [false; 256], begins: [false; PAIRS], heads, all: Vec::new() }
    }

    const fn hash(a: char, b: char) -> usize {
        a as usize ^ (b as usize) << 3
    }

    const fn pair(a: char, b: char) -> usize {
        Self::hash(a, b) & (PAIRS - 1)
    }

    /// The first character that a name may begin with.
    fn first_in(&self, chars: &[char]) -> Option<usize> {
        chars.iter().position(|&c| self.firsts[c as usize & 0xFF])
    }

    fn add(&mut self, name: Cow<'d, [char]>) {
        let (a, b) = (name[0], name[1]);
        self.firsts[a as usize & 0xFF] = true;
        self.begins[Self::pair(a, b)] = true;
        let slot = Self::hash(a, b) & (self.heads.len() - 1);
        let number = self.all.len() as u32;
        self.all.push((name, std::mem::replace(&mut self.heads[slot], number)));
    }

    /// The longest name that `chars`, of two and more, begin with, of those that `fit`.
    fn find(&self, chars: &[char], fit: impl Fn(&[char]) -> bool) -> Option<usize> {
        let mut longest = None;
        let mut length = 0;
        let mut next = self.heads[Self::hash(chars[0], chars[1]) & (self.heads.len() - 1)];
        while let Some((name, before)) = self.all.get(next as usize) {
            if name.len() > length && chars.starts_with(name) && fit(name) {
                longest = Some(next as usize);
                length = name.len();
            }
            next = *before;
        }
        longest
    }
}
