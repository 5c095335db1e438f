//! Finds people: full names with what the text says they are.
//!
//! A name is anchored on a surname (or a character of names from other languages) behind a title, `82岁的`, the start
//! of a clause, or a word like 走进. `name` weighs it: how much likelier its characters are in a name than in running
//! text, and what stands `around` it. `title` says where the titles begin; `merge` collects every mention.
//!
//! Where a name stands tells more than its letters: between an office and what follows people (`主任幸福田告诉`), behind 年纪最大的 and
//! 来人叫, between 任命 or 免去 and an office, in a row most of which are names, any letters are one, unless a word reaches over
//! its ends (`name::words`). Elsewhere a name is read only where its characters, each looked at once in a table of upper
//! bounds, may reach what a name without a title needs.

mod around;
mod cut;
mod lexicon;
mod list;
mod merge;
mod name;
#[cfg(test)]
mod tests;
mod title;
mod titled;
mod told;
mod untitled;

use crate::anchor::Field;
use crate::chars::is_han;
use crate::extract::Context;
use crate::record::{Correspondent, Person};
use crate::split::BlockKind;
use crate::{Document, Span};
use around::{Around, Left};
pub(crate) use lexicon::anchors;
use lexicon::{Lexicon, TitleKind};
use name::{Name, NameReader};
use std::cell::Cell;
use title::Title;

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
const CHOSEN: Rule = Rule { name: "chosen", example: ("会员选举王炳生为会长。", "王炳生") };
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
const RULES: &[&Rule] = &[&TITLE, &AGE, &CALLED, &CHOSEN, &SPEAKER, &LIST, &DOTTED, &REPEATED];

/// A name with its titles.
struct Found {
    span: Span,
    titles: Vec<Span>,
    rule: &'static Rule,
    /// The logarithm of the odds that it is one.
    score: f32,
}

/// The people of a document, in order of first mention.
///
/// The printed names of those who signed are no mentions; where the running text names them again they are people.
pub fn extract(doc: &Document<'_>, context: &Context<'_>, signed: &[Correspondent]) -> Vec<Person> {
    let lexicon = Lexicon::get();
    let around = Around { doc, lexicon };
    let mut finder = Finder {
        doc,
        lexicon,
        around,
        reader: NameReader { doc, lexicon, around },
        signed: signed.iter().map(|c| c.span).collect(),
        found: Vec::new(),
        doubtful: Vec::new(),
        sought: Cell::new((usize::MAX, 0)),
    };
    // A headline may tell what somebody is whom the body names without a title.
    for block in doc.blocks().iter().filter(|b| b.kind == BlockKind::Headline) {
        finder.block(block.span);
    }
    let headline = std::mem::take(&mut finder.found);
    finder.doubtful.clear();
    for block in doc.blocks().iter().filter(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Subhead)) {
        finder.block(block.span);
    }
    finder.repeated();
    finder.headlined(&headline);
    merge::merge(doc, &finder.signed, finder.found, &headline, context.explain)
}

struct Finder<'d> {
    doc: &'d Document<'d>,
    lexicon: &'static Lexicon,
    around: Around<'d>,
    reader: NameReader<'d>,
    signed: Vec<Span>,
    found: Vec<Found>,
    /// Names that one mention alone does not show to be such, and whether being printed again does.
    doubtful: Vec<(Span, bool)>,
    /// Where the marks were sought last, and the next one from there: a text of short lines is gone through once.
    sought: Cell<(usize, usize)>,
}

/// How far what looks like a name may be from the end of the title that it belongs to.
const LONGEST_PLACE: usize = 12;
/// A name behind a title is believed from here on.
const TITLED: f32 = -0.3;
/// A name without a title is.
const UNTITLED: f32 = 2.0;
/// What the words of the clause may add to a name that is doubted.
const DOUBT: f32 = 3.0;

impl Finder<'_> {
    fn block(&mut self, block: Span) {
        let end = block.end.min(self.doc.len());
        let begins = self.promises(block.start, '\n');
        let mut at = if begins { block.start } else { self.next_place(block.start + 1, end) };
        while at < end {
            let next = match self.doc.char(at) {
                '·' => self.dotted(at, block.start),
                _ => self.name(at, block.start),
            };
            at = self.next_place(next.unwrap_or(at).max(at + 1), end);
        }
    }

    /// The first mark at or after `at`.
    #[inline]
    fn mark(&self, at: usize) -> usize {
        let (from, mark) = self.sought.get();
        if from <= at && at <= mark {
            return mark;
        }
        let mark = self.doc.seek(Field::Person, at);
        self.sought.set((at, mark));
        mark
    }

    /// The first place from `at` on and before `end` where a dot stands or a name may begin: a mark is on a dot, on the
    /// character before a name, or on the first of two that end a title.
    fn next_place(&self, at: usize, end: usize) -> usize {
        let (chars, classes, ends) = (self.doc.chars(), &self.lexicon.classes, &self.lexicon.title_ends);
        let mut mark = self.mark(at.saturating_sub(2));
        while mark < end
            && let Some(&[c, next]) = chars.get(mark..).and_then(|rest| rest.first_chunk())
        {
            if c == '·' && mark >= at {
                return mark;
            }
            let single = || classes.ends_title(c) && is_han(next) && ends.may_be_one(c);
            if mark + 1 >= at && (self.promises(mark + 1, c) || single()) {
                return mark + 1;
            }
            if classes.ends_title(next)
                && mark + 2 >= at
                && ends.may_be(c, next)
                && is_han(self.doc.char(mark + 2))
            {
                return mark + 2;
            }
            mark = self.mark(mark + 1);
        }
        end
    }

    /// Whether a name may begin at `at`, behind `before`, that no title tells: a look at a few characters, ahead of all
    /// rules.
    #[inline(always)]
    fn promises(&self, at: usize, before: char) -> bool {
        let classes = &self.lexicon.classes;
        if !classes.precedes(before) || !classes.begins_name(self.doc.char(at)) {
            return false;
        }
        let left = match before {
            _ if classes.separates(before) => Left::Bare,
            '的' => Left::Of,
            _ => Left::Joint,
        };
        self.reader.may_reach(at, left)
            || classes.tells(before) && self.is_told(at, before)
            || before == '由' && self.credited(at).is_some()
    }

    /// Whether what stands before `at` may tell that a name follows, whatever it is like.
    fn is_told(&self, at: usize, before: char) -> bool {
        match before {
            '的' | '是' => {
                if self.is_of_age(at) || before == '的' && self.lives(0, at - 1) {
                    return true;
                }
                let last = self.doc.before(at - 1);
                last == '岁' || matches!(last, '”' | '"') || self.lexicon.titles.may_end(last)
            }
            _ => true,
        }
    }

    pub(super) fn ending(&self, floor: usize, end: usize) -> Option<Title> {
        title::ending(self.doc, self.lexicon, floor, end)
    }

    /// Reads a name at `at`; returns where reading goes on.
    fn name(&mut self, at: usize, floor: usize) -> Option<usize> {
        if let Some(title) = self.ending(floor, at) {
            return self.titled(at, title, floor);
        }
        let before = if at == floor { '\n' } else { self.doc.before(at) };
        if before == ' '
            && let Some(title) = self.set_off(at, floor)
        {
            return self.titled(at, title, floor);
        }
        let classes = &self.lexicon.classes;
        if !classes.begins_name(self.doc.char(at))
            || !(classes.precedes(before) || title::is_joint(self.doc, self.lexicon, at))
        {
            return None;
        }
        match before {
            // 河内—昆岛—胡志明: where a line goes.
            '—' | '-' if is_han(self.doc.before(at - 1)) => return None,
            ':' => {
                if let Some(end) = self.labelled(at, floor) {
                    return Some(end);
                }
            }
            '的' if self.doc.ends_with(at, "岁的") || self.is_of_age(at) => {
                return self.aged(at, &AGE, floor);
            }
            '叫' if self.calls(at - 1, floor) => {
                return self.aged(at, &CALLED, floor).or_else(|| self.called(at));
            }
            // 当了十年治保主任的张建国, 社长是张建国.
            '的' | '是' => {
                if let Some(title) = self.ending(floor, at - 1)
                    && (title.kind == TitleKind::Office || title.kind == TitleKind::Person && before == '是')
                    && let Some(name) =
                        self.reader.read(at, Left::Suffix).filter(|name| name.score >= UNTITLED)
                {
                    let titles = match before {
                        '是' => title::chain(self.doc, self.lexicon, floor, title),
                        _ => vec![Span::new(title.head, title.end)],
                    };
                    return self.accept(at, name, titles, TitleKind::Office, &TITLE);
                }
            }
            '由' => {
                if let Some(end) = self.credits(at) {
                    return Some(end);
                }
            }
            // 他叫张建国.
            '叫' if at >= floor + 2 && matches!(self.doc.char(at - 2), '他' | '她' | '我') => {
                let Some(name) = self.reader.read(at, Left::Person).filter(|name| name.score >= UNTITLED)
                else {
                    return self.called(at);
                };
                return self.accept(at, name, Vec::new(), TitleKind::None, &CALLED);
            }
            _ => {}
        }
        // 家住柳荫社区的|张建国.
        if before == '的'
            && self.lives(floor, at - 1)
            && let Some(name) = self.reader.read(at, Left::Person).filter(|name| name.score >= UNTITLED)
            && !self.is_place_of_titled(at, floor)
        {
            return self.accept(at, name, Vec::new(), TitleKind::None, &SPEAKER);
        }
        let left = if classes.separates(before) {
            Left::Bare
        } else if before == '的' && at >= floor + 3 && self.tells_whence(floor, at - 1)
            || before == '班' && self.is_class(at - 1)
        {
            Left::Of
        } else if before == '的' {
            Left::Relative
        } else {
            Left::Joint
        };
        self.untitled(at, left)
    }

    pub(super) fn accept(
        &mut self,
        at: usize,
        name: Name,
        mut titles: Vec<Span>,
        kind: TitleKind,
        rule: &'static Rule,
    ) -> Option<usize> {
        let span = Span::new(at, name.end);
        if self.is_title_of_work(span) || self.signed.iter().any(|s| s.overlaps(span)) {
            return None;
        }
        let shared = if kind == TitleKind::Person { titles.clone() } else { Vec::new() };
        if let Some(length) = self.around.title_after(name.end) {
            titles.push(Span::new(name.end, name.end + length));
        }
        self.found.push(Found { span, titles, rule, score: name.score });
        Some(self.list(name.end, shared))
    }

    /// Whether the title of a work has begun before `at`: 《张建国的春天》.
    pub(super) fn is_in_work(&self, at: usize) -> bool {
        let before = self.doc.chars()[..at].iter().rev().take(LONGEST_PLACE);
        before.take_while(|&&c| !matches!(c, '》' | '\n')).any(|&c| c == '《')
    }

    /// Whether a name is all of what stands in 《》, or what a ship is called: “亚伯拉罕·林肯”号.
    fn is_title_of_work(&self, span: Span) -> bool {
        match (self.doc.before(span.start), self.doc.char(span.end)) {
            ('《', '》') => true,
            // 台风“贝碧嘉”, “亚伯拉罕·林肯”号.
            ('“', '”') => {
                self.doc.char(span.end + 1) == '号' || self.doc.ends_with(span.start - 1, "台风")
            }
            _ => false,
        }
    }

    fn dotted(&mut self, dot: usize, floor: usize) -> Option<usize> {
        let floor = self.found.last().map_or(floor, |f| f.span.end.max(floor));
        let span = self.reader.dotted(dot, floor, |at| self.ending(floor, at).is_some())?;
        if self.is_title_of_work(span) || self.signed.iter().any(|s| s.overlaps(span)) {
            return Some(span.end);
        }
        let titles = match self.ending(floor, span.start) {
            Some(title) if title.kind != TitleKind::Choice => {
                title::chain(self.doc, self.lexicon, floor, title)
            }
            _ => Vec::new(),
        };
        let behind = self.around.title_after(span.end).map(|length| Span::new(span.end, span.end + length));
        let titles: Vec<Span> = titles.into_iter().chain(behind).collect();
        self.found.push(Found { span, titles, rule: &DOTTED, score: TITLED });
        Some(span.end)
    }
}
