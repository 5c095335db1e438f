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

use crate::anchor::Field;
use crate::chars::is_han;
use crate::extract::Context;
use crate::lexicon::begins;
use crate::record::{Correspondent, Person};
use crate::split::BlockKind;
use crate::{Document, Span, names};
use around::{Around, Left, Right};
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
    merge::merge(doc, &finder.signed, finder.found, &headline, context.explain)
}

struct Finder<'d> {
    doc: &'d Document<'d>,
    lexicon: &'static Lexicon,
    around: Around<'d>,
    reader: NameReader<'d>,
    signed: Vec<Span>,
    found: Vec<Found>,
    /// Names that one mention alone does not show to be such.
    doubtful: Vec<Span>,
    /// Where the marks were sought last, and the next one from there: a text of short lines is gone through once.
    sought: Cell<(usize, usize)>,
}

/// A name behind a title is believed from here on.
const TITLED: f32 = -0.3;
/// A name without a title is.
const UNTITLED: f32 = 2.0;
/// What the words of the clause may add to a name that is doubted.
const DOUBT: f32 = 3.0;
/// The odds of a name that words may add to without a title.
const CLEAR: f32 = 4.0;
/// And of one that speaks.
const SPEAKS: f32 = 0.0;
/// How much likelier the longer of two titles is.
const LONGER: f32 = 2.0;
/// The most names of a list without a title that are read at once: the next name begins the rest of it.
const MOST_LISTED: usize = 64;
/// How far the end of a list of places is sought, in characters.
const LONGEST_LIST: usize = 40;
/// The longest office that somebody is chosen for, in characters.
const MOST_CHOSEN: usize = 20;
/// How far what looks like a name may be from the end of the title that it belongs to.
const LONGEST_PLACE: usize = 12;
/// One that is printed twice is.
const TWICE: f32 = -0.5;

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
        self.reader.may_reach(at, left) || classes.tells(before) && self.is_told(at, before)
    }

    /// Whether what stands before `at` may tell that a name follows, whatever it is like.
    fn is_told(&self, at: usize, before: char) -> bool {
        match before {
            '的' | '是' => {
                let last = self.doc.before(at - 1);
                last == '岁' || matches!(last, '”' | '"') || self.lexicon.titles.may_end(last)
            }
            _ => true,
        }
    }

    fn ending(&self, floor: usize, end: usize) -> Option<Title> {
        title::ending(self.doc, self.lexicon, floor, end)
    }

    /// Reads a name at `at`; returns where reading goes on.
    fn name(&mut self, at: usize, floor: usize) -> Option<usize> {
        if let Some(title) = self.ending(floor, at) {
            return self.titled(at, title, floor);
        }
        let before = if at == floor { '\n' } else { self.doc.before(at) };
        let classes = &self.lexicon.classes;
        if !classes.begins_name(self.doc.char(at))
            || !(classes.precedes(before) || title::is_joint(self.doc, self.lexicon, at))
        {
            return None;
        }
        match before {
            '的' if self.doc.ends_with(at, "岁的") => return self.aged(at, &AGE, floor),
            '叫' if self.doc.ends_with(at, "名叫") => return self.aged(at, &CALLED, floor),
            // 当了十年治保主任的张建国, 社长是张建国.
            '的' | '是' => {
                if let Some(title) = self.ending(floor, at - 1)
                    && (title.kind == TitleKind::Office || title.kind == TitleKind::Person && before == '是')
                    && let Some(name) =
                        self.reader.read(at, Left::Suffix).filter(|name| name.score >= UNTITLED)
                {
                    return self.accept(
                        at,
                        name,
                        vec![Span::new(title.head, title.end)],
                        TitleKind::Office,
                        &TITLE,
                    );
                }
            }
            // 他叫张建国.
            '叫' if at >= floor + 2 && matches!(self.doc.char(at - 2), '他' | '她' | '我') => {
                let name = self.reader.read(at, Left::Person).filter(|name| name.score >= UNTITLED)?;
                return self.accept(at, name, Vec::new(), TitleKind::None, &CALLED);
            }
            _ => {}
        }
        let left = if classes.separates(before) {
            Left::Bare
        } else if before == '的' && at >= floor + 3 && ends_place(self.doc.char(at - 2)) {
            Left::Of
        } else if before == '的' {
            Left::Relative
        } else {
            Left::Joint
        };
        self.untitled(at, left)
    }

    /// A name behind a title.
    fn titled(&mut self, at: usize, title: Title, floor: usize) -> Option<usize> {
        // 张建国书记来到: the title belongs to the name before it.
        if self.found.last().is_some_and(|last| last.span.end == title.head) {
            return None;
        }
        let behind = self.behind(at, title, floor);
        if let Some(start) = self.named_before(title, floor, behind.is_some()) {
            let (span, title) = (Span::new(start, title.head), Span::new(title.head, title.end));
            self.found.push(Found { span, titles: vec![title], rule: &TITLE, score: UNTITLED });
            return Some(title.end);
        }
        let name = behind?;
        // 修车师|傅: the title goes on. 老师|傅, 党总支书|记: perhaps it does, and the name begins behind it.
        if let Some(longer) = self.ending(floor, at + 1).filter(|longer| longer.head < at)
            && (longer.head <= title.head
                || self
                    .reader
                    .read(at + 1, self.left_of(longer, floor))
                    .is_some_and(|later| later.score + LONGER > name.score))
        {
            return None;
        }
        if title.kind == TitleKind::Choice {
            return self.chosen(at, name);
        }
        let titles = title::chain(self.doc, self.lexicon, self.behind_last(floor), title);
        self.accept(at, name, titles, title.kind, &TITLE)
    }

    /// A name behind a title, where it is believed.
    fn behind(&self, at: usize, title: Title, floor: usize) -> Option<Name> {
        let name = self.reader.read(at, self.left_of(title, floor))?;
        if name.score >= TITLED {
            return Some(name);
        }
        // 司机门长安立即停下: what only follows people tells as much as the name.
        let told = match self.around.right(name.end) {
            Right::Strong => 2.0,
            Right::Word => 1.0,
            _ => 0.0,
        };
        let sure = matches!(title.kind, TitleKind::Office | TitleKind::Person | TitleKind::Kin)
            && name.score + told + DOUBT >= TITLED
            && name.score + told + self.reader.words_say(at, name.end) >= TITLED;
        sure.then_some(name)
    }

    /// Where a name begins that stands right before a title that may follow names, without a mark before it: one that the
    /// text has told already (同张建国主席), or one from another language, where none follows (和塞古拉总统).
    fn named_before(&self, title: Title, floor: usize, followed: bool) -> Option<usize> {
        let rest = &self.doc.chars()[title.head..];
        let length = title.end - title.head;
        if title.kind != TitleKind::Office || self.lexicon.titles_after.at_start(rest) != Some((length, true))
        {
            return None;
        }
        let low = self.behind_last(floor);
        // The name before may run into the title: 书记王建主任.
        let before = self.doc.chars().get(low..title.head)?;
        let told = |length: &usize| {
            let Some(name) = before.len().checked_sub(*length).map(|at| &before[at..]) else { return false };
            let chars = self.doc.chars();
            names::is_known(name) || self.found.iter().any(|f| &chars[f.span.start..f.span.end] == name)
        };
        if let Some(length) = [3, 2].iter().find(|length| told(length)) {
            return Some(title.head - length);
        }
        let of_state = begins!(rest, ["总统", "总理", "首相", "国王", "外长"])
            && !begins!(&rest[2..], ["会议", "级", "府", "制", "选", "大选"]);
        (of_state && !followed).then(|| self.reader.foreign_before(title.head, low)).flatten()
    }

    /// A name behind a verb of choosing: 选举张建国为会长.
    fn chosen(&mut self, at: usize, mut name: Name) -> Option<usize> {
        if name.score < UNTITLED {
            return None;
        }
        // 任命李乐成|为主任.
        let end = name.end + 1;
        if name.end == at + 2
            && self.doc.starts_with(name.end, "成为")
            && names::odds(&self.doc.chars()[at..end]).is_some_and(|odds| odds > 0.0)
        {
            name.end = end;
        }
        let from = name.end + 1;
        let as_office = |end: usize| self.ending(from, end).filter(|title| title.end == end);
        let titles = match self.doc.char(name.end) {
            '为' => (from + 2..from + MOST_CHOSEN)
                .take_while(|&end| !self.lexicon.classes.separates(self.doc.before(end)))
                .filter_map(as_office)
                .last()
                .map(|title| Span::new(from, title.end)),
            _ => None,
        };
        self.accept(at, name, titles.into_iter().collect(), TitleKind::None, &CHOSEN)
    }

    /// Where what may belong to the next name begins: 书记梁海|和主席张建国.
    fn behind_last(&self, floor: usize) -> usize {
        match self.found.last() {
            Some(last) if last.span.end > floor => {
                let joined = matches!(self.doc.char(last.span.end), '和' | '与' | '及' | '同');
                last.span.end + usize::from(joined)
            }
            _ => floor,
        }
    }

    /// A name behind an age or 名叫.
    fn aged(&mut self, at: usize, rule: &'static Rule, floor: usize) -> Option<usize> {
        let name = self.reader.read(at, Left::Age).filter(|name| name.score >= TITLED)?;
        // 67岁的楼长: a title begins as a name does.
        let is_title =
            (at + 2..=name.end).any(|end| self.ending(floor, end).is_some_and(|title| title.head == at));
        if name.odds < -3.0
            || is_title
            || self.around.right(name.end) == Right::Place
            || self.is_place_of_titled(at, floor)
        {
            return None;
        }
        let titles = self.titles_before_age(at, floor);
        self.accept(at, name, titles, TitleKind::None, rule)
    }

    /// The titles before the age of somebody whose name begins at `at`: 驯马手、29岁的巴特尔.
    fn titles_before_age(&self, at: usize, floor: usize) -> Vec<Span> {
        let Some(unit) = at.checked_sub(2).filter(|&unit| self.doc.char(unit) == '岁') else {
            return Vec::new();
        };
        let digit = |c: &&char| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c);
        let digits = self.doc.chars()[floor..unit].iter().rev().take_while(digit).count();
        let mut start = unit - digits;
        if matches!(self.doc.chars()[floor..start], [.., '今' | '现' | '时', '年']) {
            start -= 2;
        }
        if start <= floor || self.doc.before(start) != '、' {
            return Vec::new();
        }
        match self.ending(floor, start - 1) {
            Some(title) if title.kind != TitleKind::Choice => {
                title::chain(self.doc, self.lexicon, self.behind_last(floor), title)
            }
            _ => Vec::new(),
        }
    }

    /// A name that no title shows to be one: the name itself must, with what follows it.
    fn untitled(&mut self, at: usize, left: Left) -> Option<usize> {
        let name = self.reader.is_plausible(at, left).then(|| self.reader.read(at, left)).flatten()?;
        let next = self.doc.char(name.end);
        if matches!(next, '、' | '和') && self.lists_places(name.end) {
            return None;
        }
        // 青岭队王晓、李芳分获冠军.
        let listed = left == Left::Bare || self.doc.before(at) == '队';
        if listed
            && matches!(next, '、' | '和' | '与')
            && name.odds > -1.0
            && let Some(end) = self.bare_list(at)
        {
            return Some(end);
        }
        let right = self.around.right(name.end);
        // A name between spaces or brackets is a signature as often.
        let least = if left == Left::Bare && right == Right::Mark { UNTITLED + 1.0 } else { UNTITLED };
        let sure = name.score >= least
            || name.odds >= if right == Right::Strong { SPEAKS } else { CLEAR }
                && !self.is_in_work(at)
                && name.score + DOUBT >= least
                && name.score + self.reader.words_say(at, name.end) >= least;
        // 吕梁山: what the dictionary has as something else.
        let common = || name.end == at + 3 && self.doc.is_common(Span::new(at, name.end));
        if !sure || right < Right::Weak || right < Right::Strong && common() {
            if name.score >= TWICE && name.odds >= 4.0 {
                self.doubtful.push(Span::new(at, name.end));
            }
            return None;
        }
        self.accept(at, name, Vec::new(), TitleKind::None, &SPEAKER)
    }

    /// Whether a list that goes on at `at` is one of places: 赫尔松、尼古拉耶夫等地.
    fn lists_places(&self, at: usize) -> bool {
        let plain = |c: &&char| is_han(**c) || **c == '、';
        let list = self.doc.rest(at).iter().take(LONGEST_LIST).take_while(plain).count();
        (at + 1..at + list).any(|i| {
            let unit = self.doc.char(i + 1);
            let behind = self.doc.char(i + 2);
            let ends = self.lexicon.classes.separates(behind) || matches!(behind, '的' | '均' | '都' | '也');
            self.doc.char(i) == '等'
                && match unit {
                    // 平等地对待.
                    '地' => !matches!(self.doc.before(i), '平' | '同' | '相' | '对'),
                    // 等市领导, 等村民 are people.
                    '国' | '州' | '省' | '市' | '县' => ends,
                    _ => false,
                }
        })
    }

    /// What a title says about the name behind it; of somebody whose age is told, as much as an office.
    fn left_of(&self, title: Title, floor: usize) -> Left {
        match title.kind {
            TitleKind::Office => Left::Office,
            _ if title::is_aged(self.doc, floor, title.head) => Left::Office,
            TitleKind::Suffix | TitleKind::Choice => Left::Suffix,
            _ => Left::Person,
        }
    }

    /// 88岁的曹杨老劳模裘根娣: what looks like a name at `at` belongs to a title that another name follows.
    fn is_place_of_titled(&self, at: usize, floor: usize) -> bool {
        let rest = self.doc.rest(at);
        let clause =
            rest.iter().take(LONGEST_PLACE).take_while(|&&c| !self.lexicon.classes.separates(c)).count();
        (at + 2..at + clause).any(|end| {
            self.ending(floor, end).filter(|title| title.end > at).is_some_and(|title| {
                let name = self.reader.read(end, self.left_of(title, floor));
                name.is_some_and(|name| name.score >= TITLED)
            })
        })
    }

    fn accept(
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
    fn is_in_work(&self, at: usize) -> bool {
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

    /// The names that are listed behind one that ends at `end`; returns where reading goes on.
    fn list(&mut self, mut end: usize, titles: Vec<Span>) -> usize {
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
            if spans.len() == MOST_LISTED || !matches!(self.doc.char(name.end), '、' | '和' | '与') {
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
        self.found.push(Found { span, titles, rule: &DOTTED, score: TITLED });
        Some(span.end)
    }
}

/// What the names of places end with that people are said to be of: 柳荫社区的.
const fn ends_place(c: char) -> bool {
    matches!(c, '村' | '社' | '区' | '道' | '镇' | '乡' | '组' | '县' | '市' | '查')
}
