//! Finds people: full names with what the text says they are.
//!
//! A name is anchored on a surname (or a character of names from other languages) behind a title, `82岁的`, the start
//! of a clause, or a word like 走进. `name` weighs it: how much likelier its characters are in a name than in running
//! text, and what stands `around` it. `title` says where the titles begin; `merge` collects every mention.

mod around;
mod lexicon;
mod merge;
mod name;
#[cfg(test)]
mod tests;
mod title;

use crate::record::{Correspondent, Person};
use crate::split::BlockKind;
use crate::{Document, Span};
use around::{Around, Left, Right};
use lexicon::{Classes, TitleKind};
use name::{Name, NameReader};

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
const REPEATED: Rule = Rule {
    name: "repeated",
    example: ("大家走进郭明远家。后来又有人走进郭明远家。", "郭明远"),
};

/// Every rule.
#[cfg(test)]
const RULES: &[&Rule] = &[&TITLE, &AGE, &CALLED, &SPEAKER, &LIST, &DOTTED, &REPEATED];

/// A name with its titles.
struct Found {
    span: Span,
    titles: Vec<String>,
    rule: &'static Rule,
    /// The logarithm of the odds that it is one.
    score: f32,
}

/// The people of a document, in order of first mention.
///
/// The printed names of those who signed are no mentions; where the running text names them again they are people.
pub fn extract(doc: &Document<'_>, signed: &[Correspondent]) -> Vec<Person> {
    let classes = Classes::get();
    let around = Around { doc, classes };
    let mut finder = Finder {
        doc,
        classes,
        around,
        reader: NameReader { doc, classes, around },
        signed: signed.iter().map(|c| c.span).collect(),
        found: Vec::new(),
        doubtful: Vec::new(),
    };
    for block in doc.blocks().iter().filter(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Subhead)) {
        finder.block(block.span);
    }
    finder.repeated();
    merge::merge(doc, &finder.signed, finder.found)
}

struct Finder<'d> {
    doc: &'d Document<'d>,
    classes: Classes,
    around: Around<'d>,
    reader: NameReader<'d>,
    signed: Vec<Span>,
    found: Vec<Found>,
    /// Names that one mention alone does not show to be such.
    doubtful: Vec<Span>,
}

/// A name behind a title is believed from here on.
const TITLED: f32 = -0.3;
/// A name without a title is.
const UNTITLED: f32 = 2.0;
/// How much likelier the longer of two titles is.
const LONGER: f32 = 2.0;
/// One that is printed twice is.
const TWICE: f32 = -0.5;

impl Finder<'_> {
    fn block(&mut self, block: Span) {
        let mut at = block.start;
        let mut before = '\n';
        while at < block.end {
            let c = self.doc.char(at);
            let next = match c {
                '·' => self.dotted(at, block.start),
                c if self.classes.is_anchor(c) && self.classes.precedes(before) => self.name(at, block.start),
                // 党总支书记望红霞: an office is followed by rare surnames too.
                _ if self.classes.ends_title(before) => self.name(at, block.start),
                _ => None,
            };
            let next = next.unwrap_or(at).max(at + 1);
            before = self.doc.char(next - 1);
            at = next;
        }
    }

    /// Reads a name at `at`; returns where reading goes on.
    fn name(&mut self, at: usize, floor: usize) -> Option<usize> {
        let doc = self.doc;
        if let Some(title) = title::ending(doc, self.classes, floor, at) {
            // 张建国书记来到: the title belongs to the name before it.
            if self.found.last().is_some_and(|last| last.span.end == title.head) {
                return None;
            }
            let name = self.reader.read(at, self.left_of(&title, floor))?;
            // 修车师|傅: the title goes on. 老师|傅, 党总支书|记: perhaps it does, and the name begins behind it.
            if let Some(longer) =
                title::ending(doc, self.classes, floor, at + 1).filter(|longer| longer.head < at)
                && (longer.head <= title.head
                    || self
                        .reader
                        .read(at + 1, self.left_of(&longer, floor))
                        .is_some_and(|later| later.score + LONGER > name.score))
            {
                return None;
            }
            if name.score < TITLED {
                return None;
            }
            let titles = title::chain(doc, self.classes, floor, &title);
            let titles = titles.into_iter().map(|s| doc.surface(s).to_owned()).collect();
            return self.accept(at, name, titles, title.kind, &TITLE);
        }
        let before = if at == floor { '\n' } else { doc.before(at) };
        if before == '的' && doc.ends_with(at, "岁的") || before == '叫' && doc.ends_with(at, "名叫") {
            let name = self.reader.read(at, Left::Age).filter(|name| name.score >= TITLED)?;
            // 67岁的楼长: a title begins as a name does.
            let is_title = (at + 2..=name.end).any(|end| {
                title::ending(doc, self.classes, floor, end).is_some_and(|title| title.head == at)
            });
            if name.odds < -3.0 || is_title || self.is_place_of_titled(at, floor) {
                return None;
            }
            let rule = if before == '的' { &AGE } else { &CALLED };
            return self.accept(at, name, Vec::new(), TitleKind::None, rule);
        }
        if !self.classes.is_anchor(doc.char(at)) {
            return None;
        }
        // 当了十年治保主任的张建国, 社长是张建国.
        if matches!(before, '的' | '是')
            && let Some(title) = title::ending(doc, self.classes, floor, at - 1)
            && title.kind == TitleKind::Office
            && let Some(name) = self.reader.read(at, Left::Suffix).filter(|name| name.score >= UNTITLED)
        {
            let title = doc.surface(Span::new(title.head, title.end)).to_owned();
            return self.accept(at, name, vec![title], TitleKind::Office, &TITLE);
        }
        // 他叫张建国.
        if before == '叫' && at >= floor + 2 && "他她我".contains(doc.char(at - 2)) {
            let name = self.reader.read(at, Left::Person).filter(|name| name.score >= UNTITLED)?;
            return self.accept(at, name, Vec::new(), TitleKind::None, &CALLED);
        }
        let left = if at == floor || self.classes.separates(before) {
            Left::Bare
        } else if before == '的' && at >= floor + 3 && "村社区道镇乡组区县市查".contains(doc.char(at - 2))
        {
            Left::Of
        } else {
            Left::Joint
        };
        let name = self.reader.read(at, left)?;
        let next = doc.char(name.end);
        if left == Left::Bare
            && matches!(next, '、' | '和' | '与')
            && name.odds > -1.0
            && let Some(end) = self.bare_list(at)
        {
            return Some(end);
        }
        if name.score < UNTITLED || self.around.right(name.end) < Right::Weak {
            if name.score >= TWICE && name.odds >= 4.0 {
                self.doubtful.push(Span::new(at, name.end));
            }
            return None;
        }
        self.accept(at, name, Vec::new(), TitleKind::None, &SPEAKER)
    }

    /// What a title says about the name behind it; of somebody whose age is told, as much as an office.
    fn left_of(&self, title: &title::Title, floor: usize) -> Left {
        match title.kind {
            TitleKind::Office => Left::Office,
            _ if title::is_aged(self.doc, floor, title.head) => Left::Office,
            TitleKind::Suffix => Left::Suffix,
            _ => Left::Person,
        }
    }

    /// 88岁的曹杨老劳模裘根娣: what looks like a name at `at` belongs to a title that another name follows.
    fn is_place_of_titled(&self, at: usize, floor: usize) -> bool {
        (at + 2..at + 8).any(|end| {
            title::ending(self.doc, self.classes, floor, end).is_some_and(|title| title.end > at)
                && self.reader.read(end, Left::Person).is_some_and(|name| name.score >= TITLED)
        })
    }

    fn accept(
        &mut self,
        at: usize,
        name: Name,
        mut titles: Vec<String>,
        kind: TitleKind,
        rule: &'static Rule,
    ) -> Option<usize> {
        let span = Span::new(at, name.end);
        if self.signed.iter().any(|s| s.overlaps(span)) {
            return None;
        }
        let shared = if kind == TitleKind::Person { titles.clone() } else { Vec::new() };
        if let Some(length) = self.around.title_after(name.end) {
            titles.push(self.doc.surface(Span::new(name.end, name.end + length)).to_owned());
        }
        self.found.push(Found { span, titles, rule, score: name.score });
        Some(self.list(name.end, shared))
    }

    /// The names that are listed behind one that ends at `end`; returns where reading goes on.
    fn list(&mut self, mut end: usize, titles: Vec<String>) -> usize {
        while matches!(self.doc.char(end), '、' | '和' | '与') {
            let Some(name) = self.reader.read(end + 1, Left::Listed).filter(|name| name.score >= TITLED)
            else {
                break;
            };
            // 儿子张伟、孙女张晓: a title, that a name follows.
            if self.is_place_of_titled(end + 1, end + 1) {
                break;
            }
            let span = Span::new(end + 1, name.end);
            if self.signed.iter().any(|s| s.overlaps(span)) {
                break;
            }
            self.found.push(Found { span, titles: titles.clone(), rule: &LIST, score: name.score });
            end = name.end;
        }
        end
    }

    /// Names in a row without a title: `张三、李四、王五出席`. Each alone would be a guess; three are none.
    fn bare_list(&mut self, at: usize) -> Option<usize> {
        let mut spans: Vec<Span> = Vec::new();
        let mut odds = 0.0;
        let mut start = at;
        loop {
            let name = self.reader.read(start, Left::Listed).filter(|name| name.odds > -2.5)?;
            odds += name.odds;
            spans.push(Span::new(start, name.end));
            if !matches!(self.doc.char(name.end), '、' | '和' | '与') {
                break;
            }
            start = name.end + 1;
        }
        let end = spans[spans.len() - 1].end;
        let mean = odds / spans.len() as f32;
        let least = match (spans.len(), self.around.right(end)) {
            (0 | 1, _) => return None,
            (2, Right::Word | Right::Strong | Right::Title) => 4.0,
            (2, _) => 6.0,
            _ => 2.5,
        };
        if mean < least || spans.iter().any(|span| self.signed.iter().any(|s| s.overlaps(*span))) {
            return None;
        }
        self.found.extend(spans.into_iter().map(|span| Found {
            span,
            titles: Vec::new(),
            rule: &LIST,
            score: mean,
        }));
        Some(end)
    }

    /// Takes the doubtful names that are printed more than once.
    fn repeated(&mut self) {
        let mut doubtful = std::mem::take(&mut self.doubtful);
        doubtful.sort_by_key(|span| &self.doc.chars()[span.start..span.end]);
        for same in doubtful.chunk_by(|a, b| self.doc.surface(*a) == self.doc.surface(*b)) {
            if same.len() > 1 {
                self.found.push(Found {
                    span: same[0],
                    titles: Vec::new(),
                    rule: &REPEATED,
                    score: UNTITLED,
                });
            }
        }
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
        self.found.push(Found { span, titles, rule: &DOTTED, score: TITLED });
        Some(span.end)
    }
}
