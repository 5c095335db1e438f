//! Names that something before them shows: a title, an age, 名叫, a verb of choosing.

use super::around::{Left, Right};
use super::lexicon::TitleKind;
use super::name::Name;
use super::title::{self, Title};
use super::{CHOSEN, DOUBT, Finder, Found, LONGEST_PLACE, Rule, TITLE, TITLED, UNTITLED};
use crate::chars::{CharSet, is_han};
use crate::lexicon::begins;
use crate::segment::common::{Class, class};
use crate::{Span, names};

/// What a name tells of the one that it is listed behind, and its odds at least.
const LISTED: f32 = 2.0;
const SURE: f32 = 5.0;
/// How much likelier the longer of two titles is.
const LONGER: f32 = 2.0;
/// A name that begins with a verb is believed from here on, where nothing behind it shows one.
const SURE_OF_VERB: f32 = 2.5;
/// How much likelier a name behind 由 is than one that it begins.
const AGENT: f32 = 3.0;
/// The longest list of offices that somebody loses, in characters.
const MOST_OFFICES: usize = 60;
/// The longest office that somebody is chosen for, in characters.
const MOST_CHOSEN: usize = 20;
/// How many names back one counts as told: a long text stays linear.
const FAR: usize = 1000;

impl Finder<'_> {
    /// A name behind a title.
    pub(super) fn titled(&mut self, at: usize, title: Title, floor: usize) -> Option<usize> {
        // 张建国书记来到: the title belongs to the name before it. 王书生|诸君: it is of the name.
        if self.found.last().is_some_and(|last| last.span.end >= title.head) {
            return None;
        }
        if title.kind == TitleKind::Choice
            && let Some(found) = self.framed(at)
        {
            return Some(found);
        }
        let behind = self.behind(at, title, floor);
        if let Some(start) = self.named_before(title, floor, behind.is_some()) {
            let (span, title) = (Span::new(start, title.head), Span::new(title.head, title.end));
            self.found.push(Found { span, titles: vec![title], rule: &TITLE, score: UNTITLED });
            return Some(title.end);
        }
        let name = behind?;
        // 冠军由|王强获得, 专家应|李强邀请: the name begins behind it.
        if matches!(self.doc.char(at), '由' | '应')
            && names::odds(self.doc.chars().get(at + 1..name.end).unwrap_or_default())
                .into_iter()
                .chain(self.doc.chars().get(at + 1..name.end + 1).and_then(names::odds))
                .any(|odds| odds > name.odds + AGENT)
        {
            return None;
        }
        // 号召官兵向|凌志刚学习.
        if self.doc.char(at) == '向' && self.is_model(at + 1) {
            return None;
        }
        // 修车师|傅: the title goes on. 老师|傅, 党总支书|记: perhaps it does, and the name begins behind it.
        // 退休工|程师.
        for end in [at + 1, at + 2] {
            if let Some(longer) = self.ending(floor, end).filter(|longer| longer.head < at)
                && (longer.head <= title.head
                    || self
                        .reader
                        .read(end, self.left_of(longer, floor))
                        .is_some_and(|later| later.score + LONGER > name.score))
            {
                return None;
            }
        }
        if title.kind == TitleKind::Choice {
            return self.chosen(at, name);
        }
        // 维修工张罗饭, 教师周转房: a verb and what it is about.
        if name.end == at + 3
            && name.odds < SURE_OF_VERB
            && self.around.right(name.end) < Right::Verb
            && matches!(class(&self.doc.chars()[at..at + 2]), Some(Class::Verb | Class::VerbNoun))
        {
            return None;
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
        // 采集员高天来|和刘海涛.
        if name.score >= TITLED - LISTED
            && matches!(self.doc.char(name.end), '、' | '和' | '与')
            && self.reader.read(name.end + 1, Left::Listed).is_some_and(|next| next.odds >= SURE)
        {
            return Some(name);
        }
        // 青岭大学教授全维在场: a body in front shows that the title is somebody's.
        if name.score >= TITLED - LISTED
            && title.kind == TitleKind::Person
            && self.around.right(name.end) > Right::Nothing
            && !names::is_word_pair(self.doc.before(at), self.doc.char(at))
            && self.is_of_body(title.head, floor)
        {
            return Some(name);
        }
        // 主任幸福田告诉记者, 科员过建东答复: between a title and what follows people any letters are a name.
        let is_title = matches!(title.kind, TitleKind::Office | TitleKind::Person | TitleKind::Kin);
        if is_title && self.reader.is_framed(at, name) {
            return Some(Name { score: TITLED, ..name });
        }
        let sure = is_title
            && name.score + told + DOUBT >= TITLED
            && name.score + told + self.reader.words_say(at, name.end) >= TITLED;
        sure.then_some(name)
    }

    /// Whether a body is named before a title whose last word begins at `head`: 青岭大学|教授, 海州集团|司机.
    fn is_of_body(&self, head: usize, floor: usize) -> bool {
        const SHORTEST: usize = 4;
        let before = &self.doc.chars()[floor.max(head.saturating_sub(SHORTEST))..head];
        before.len() == SHORTEST
            && before.iter().all(|&c| is_han(c))
            && matches!(
                before,
                [.., '大' | '中' | '小', '学']
                    | [.., '公', '司']
                    | [.., '集', '团']
                    | [.., '学' | '医' | '法', '院']
                    | [.., '研', '究', '所' | '院']
                    | [.., '院' | '学', '系' | '部']
            )
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
            let mut last = self.found.iter().rev().take(FAR);
            names::is_known(name) || last.any(|f| &chars[f.span.start..f.span.end] == name)
        };
        if let Some(length) = [3, 2].iter().find(|length| told(length)) {
            return Some(title.head - length);
        }
        if let Some(at) = self.behind_body(title.head, low) {
            return Some(at);
        }
        let of_state = begins!(rest, ["总统", "总理", "首相", "国王", "外长"])
            && !self.lexicon.titled_bearers.starts(&rest[2..]);
        (of_state && !followed).then(|| self.reader.foreign_before(title.head, low)).flatten()
    }

    /// Where a name begins that stands between a body and a title at `end`: 心内科|李建国|主任.
    fn behind_body(&self, end: usize, low: usize) -> Option<usize> {
        static BODIES: CharSet = CharSet::of("科部院室局司校厂所社系处委办");
        const CLEAR: [(usize, f32); 2] = [(3, 3.0), (2, 5.0)];
        let chars = self.doc.chars();
        let place = CLEAR.into_iter().find(|&(length, least)| {
            let Some(at) = end.checked_sub(length).filter(|&at| at > low + 1) else { return false };
            let name = &chars[at..end];
            BODIES.has(chars[at - 1])
                && self.lexicon.classes.begins_surname(name[0])
                && !self.doc.is_common(Span::new(at, end))
                && !names::is_word_pair(chars[at - 1], name[0])
                && names::odds(name).is_some_and(|odds| odds >= least)
        });
        place.map(|(length, _)| end - length)
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
        let titles = self.office_behind(name.end);
        self.choose(at, name, titles)
    }

    fn choose(&mut self, at: usize, name: Name, titles: Vec<Span>) -> Option<usize> {
        let office = titles.last().filter(|_| self.doc.char(name.end) == '为').map(|office| office.end);
        let end = self.accept(at, name, titles, TitleKind::None, &CHOSEN)?;
        Some(office.map_or(end, |office| self.others_chosen(office).max(end)))
    }

    /// Who is chosen besides, behind an office that ends at `end`: 张建国为会长,|李芳、王敏为副会长.
    fn others_chosen(&mut self, mut end: usize) -> usize {
        while matches!(self.doc.char(end), ',' | '、' | ';') {
            let mut names: Vec<Span> = Vec::new();
            let mut start = end + 1;
            let office = loop {
                let rest = self.doc.rest(start).iter().take(4);
                let length = rest.take_while(|&&c| is_han(c) && c != '为').count();
                if length < 2 || !self.lexicon.classes.begins_surname(self.doc.char(start)) {
                    break None;
                }
                names.push(Span::new(start, start + length));
                match self.doc.char(start + length) {
                    '、' => start += length + 1,
                    '为' => break self.office_behind(start + length).pop(),
                    _ => break None,
                }
            };
            let Some(office) = office else { break };
            let found = |span| Found { span, titles: vec![office], rule: &CHOSEN, score: UNTITLED };
            self.found.extend(names.into_iter().map(found));
            end = office.end;
        }
        end
    }

    /// A name of whatever letters between a verb of choosing and an office: 任命车国立|为局长, 免去岳中|的局长职务.
    fn framed(&mut self, at: usize) -> Option<usize> {
        let classes = &self.lexicon.classes;
        let end = [at + 3, at + 2].into_iter().find(|&end| matches!(self.doc.char(end), '为' | '的'))?;
        let name = self.doc.chars().get(at..end)?;
        if !classes.begins_surname(name[0]) || !name.iter().all(|&c| is_han(c)) || name[1..].contains(&'有')
        {
            return None;
        }
        let titles = self.office_behind(end);
        if titles.is_empty() {
            return None;
        }
        let odds = names::odds(name).unwrap_or_default();
        let name = Name { end, score: odds.max(UNTITLED), odds };
        self.choose(at, name, titles)
    }

    /// The offices behind a name that ends at `end`: 为会长, 是柳荫社区主任, 的市教育局局长、党组书记职务.
    pub(super) fn office_behind(&self, end: usize) -> Vec<Span> {
        let from = end + 1;
        let separates = |at: usize| self.lexicon.classes.separates(self.doc.char(at));
        let as_office = |end: usize| {
            let title = self.ending(from, end).filter(|title| title.end == end)?;
            (title.kind == TitleKind::Office || separates(end)).then_some(title)
        };
        match self.doc.char(end) {
            '为' => (from + 2..from + MOST_CHOSEN)
                .take_while(|&end| !separates(end - 1) && self.doc.char(end - 1) != '的')
                .filter_map(as_office)
                .last()
                .map(|title| Span::new(from, title.end))
                .into_iter()
                .collect(),
            // 李芳是柳荫社区主任。
            '是' => {
                let rest = self.doc.rest(from).iter().take(MOST_CHOSEN);
                let end = from + rest.take_while(|&&c| is_han(c)).count();
                let title = self
                    .ending(from, end)
                    .filter(|title| title.end == end && title.kind == TitleKind::Office && separates(end));
                title.map_or_else(Vec::new, |title| title::chain(self.doc, self.lexicon, from, title))
            }
            '的' => {
                let rest = self.doc.rest(from);
                let ends = |at: &usize| self.doc.starts_with(from + at, "职务");
                let Some(length) = (2..rest.len().min(MOST_OFFICES)).find(ends) else { return Vec::new() };
                if rest[..length].iter().any(|&c| c != '、' && self.lexicon.classes.separates(c)) {
                    return Vec::new();
                }
                let mut start = from;
                let mut offices = Vec::new();
                for office in rest[..length].split(|&c| c == '、') {
                    offices.push(Span::new(start, start + office.len()));
                    start += office.len() + 1;
                }
                offices
            }
            _ => Vec::new(),
        }
    }

    /// Where what may belong to the next name begins: 书记梁海|和主席张建国.
    fn behind_last(&self, floor: usize) -> usize {
        match self.found.last() {
            Some(last) if last.span.end > floor => {
                // 王军教授、主任医师李华: what stands behind a name belongs to it.
                let joined = |end: usize| matches!(self.doc.char(end), '、' | '和' | '与' | '及' | '同');
                match last.titles.last().map(|title| title.end) {
                    // 张建国主席夫人李芳 is another's.
                    Some(end) if end > last.span.end && joined(end) => end + 1,
                    _ => last.span.end + usize::from(joined(last.span.end)),
                }
            }
            _ => floor,
        }
    }

    /// A name behind an age or 名叫.
    pub(super) fn aged(&mut self, at: usize, rule: &'static Rule, floor: usize) -> Option<usize> {
        let name = self.reader.read(at, Left::Age).filter(|name| name.score >= TITLED)?;
        // 67岁的楼长: a title begins as a name does.
        let is_title =
            (at + 2..=name.end + 1).any(|end| self.ending(floor, end).is_some_and(|title| title.head == at));
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

    /// What a title says about the name behind it; of somebody whose age is told, as much as an office.
    pub(super) fn left_of(&self, title: Title, floor: usize) -> Left {
        match title.kind {
            TitleKind::Office => Left::Office,
            _ if title::is_aged(self.doc, floor, title.head) => Left::Office,
            TitleKind::Suffix | TitleKind::Choice => Left::Suffix,
            _ => Left::Person,
        }
    }

    /// 88岁的曹杨老劳模裘根娣: what looks like a name at `at` belongs to a title that another name follows.
    pub(super) fn is_place_of_titled(&self, at: usize, floor: usize) -> bool {
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
}
