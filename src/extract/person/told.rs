//! Phrases that tell of a name behind them: how old somebody is, where somebody lives and is from, what somebody is called.

use super::around::Left;
use super::lexicon::{TitleKind, is_numeral};
use super::name::Name;
use super::title::{self, Title};
use super::{CALLED, Finder, LONGEST_PLACE, TITLE, TITLED, UNTITLED};
use crate::chars::{CharSet, is_han, is_separator};
use crate::{Span, names};

/// What the names of places end with that people are said to be of: 柳荫社区的.
static PLACES: CharSet = CharSet::of("队村社区道镇乡组县市查省州旗盟厂校");

impl Finder<'_> {
    /// Whether 的 before `at` stands behind what is said of people alone: 年纪最大的, 最年轻的.
    pub(super) fn is_of_age(&self, at: usize) -> bool {
        let chars = &self.doc.chars()[at.saturating_sub(6)..at - 1];
        self.lexicon.aged.ends(chars)
    }

    /// Whether what ends at `end` tells where somebody lives: 家住柳荫社区的.
    pub(super) fn lives(&self, floor: usize, end: usize) -> bool {
        const REACH: usize = 22;
        if !self.lexicon.classes.is_place(self.doc.before(end)) {
            return false;
        }
        let chars = &self.doc.chars()[floor.max(end.saturating_sub(REACH))..end];
        let clause = chars.iter().rev().take_while(|&&c| !self.lexicon.classes.separates(c)).count();
        let clause = &chars[chars.len() - clause..];
        clause.starts_with(&['家', '住']) || clause.starts_with(&['住', '在'])
    }

    /// Whether 叫 at `at` tells what somebody is called: 名叫, 来人叫, 小张叫, 司机叫.
    pub(super) fn calls(&self, at: usize, floor: usize) -> bool {
        match self.doc.before(at) {
            '名' => true,
            '人' => matches!(self.doc.before(at - 1), '来' | '这' | '此' | '那'),
            // 小李叫…, but no 小店叫…
            _ if at >= floor + 2
                && matches!(self.doc.char(at - 2), '小' | '老')
                && self.lexicon.classes.begins_surname(self.doc.before(at)) =>
            {
                true
            }
            _ => self
                .ending(floor, at)
                .is_some_and(|title| matches!(title.kind, TitleKind::Person | TitleKind::Kin)),
        }
    }

    /// A name of whatever letters that fills the clause behind 叫: 我叫阿力么么日,.
    pub(super) fn called(&mut self, at: usize) -> Option<usize> {
        let classes = &self.lexicon.classes;
        let rest = self.doc.rest(at);
        let length = rest.iter().take(8).take_while(|&&c| is_han(c)).count();
        let name = &rest[..length];
        let chinese = || {
            (2..=3).contains(&length)
                && classes.begins_surname(name[0])
                && name[1..].iter().all(|&c| names::may_be_given(c))
        };
        let foreign = || (3..=7).contains(&length) && name.iter().all(|&c| classes.is_transcribing(c));
        let ends = rest.get(length).is_none_or(|&c| classes.separates(c) && c != ' ');
        if !ends || !(chinese() || foreign()) || self.doc.is_word(Span::new(at, at + length)) {
            return None;
        }
        let name = Name { end: at + length, score: UNTITLED, odds: 0.0 };
        self.accept(at, name, Vec::new(), TitleKind::None, &CALLED)
    }

    /// Whether somebody is named at `at`, behind 向, of whom others are to learn: 向|凌志刚|学习.
    pub(super) fn is_model(&self, at: usize) -> bool {
        (at + 2..=at + 4).any(|end| {
            let end = end + if self.doc.starts_with(end, "同志") { 2 } else { 0 };
            self.doc.starts_with(end, "学习") || self.doc.starts_with(end, "看齐")
        })
    }

    /// Where a name of whatever letters ends that stands behind 由 and before what somebody does for a work: 由|束青|编剧.
    pub(super) fn credited(&self, at: usize) -> Option<usize> {
        if !self.lexicon.classes.begins_surname(self.doc.char(at)) {
            return None;
        }
        [at + 3, at + 2].into_iter().find(|&end| {
            let name = self.doc.chars().get(at..end).unwrap_or_default();
            name.len() > 1
                && name[1..].iter().all(|&c| names::may_be_given(c))
                && self.lexicon.credits.starts(self.doc.rest(end))
                && self.ending(at, end).is_none()
                && !self.doc.is_word(Span::new(at, end))
                && (self.doc.char(at) != '于' || self.is_no_reason(at, end))
        })
    }

    /// Whether 由于 before a name that ends at `end` is 由 and a surname, and no conjunction: 由于丽萍编舞。 but
    /// 由于著名导演缺席, 由于大雨摄影展推迟.
    fn is_no_reason(&self, at: usize, end: usize) -> bool {
        let given = Span::new(at + 1, end);
        let credit = self.lexicon.credits.at_start(self.doc.rest(end)).map_or(0, |(length, ())| length);
        let next = self.doc.char(end + credit);
        let closes = self.lexicon.classes.separates(next) || matches!(next, '和' | '并');
        given.len() > 1 && closes && !self.doc.is_word(given)
    }

    /// Those whom 由 names, one behind the other: 由|束青|编剧、|鲁岱|导演.
    pub(super) fn credits(&mut self, mut at: usize) -> Option<usize> {
        let mut last = None;
        while let Some(end) = self.credited(at) {
            let name = Name { end, score: UNTITLED, odds: 0.0 };
            self.accept(at, name, Vec::new(), TitleKind::None, &CALLED)?;
            last = Some(end);
            let (length, ()) = self.lexicon.credits.at_start(self.doc.rest(end))?;
            at = end + length + 1;
            if !matches!(self.doc.before(at), '、' | ',' | '和') {
                break;
            }
        }
        last
    }

    /// Whether what ends at `end` tells where somebody is from: 柳荫社区|的, 青岭队|的, 来自南方|的.
    pub(super) fn tells_whence(&self, floor: usize, end: usize) -> bool {
        let before = &self.doc.chars()[floor.max(end.saturating_sub(LONGEST_PLACE))..end];
        let clause = before.iter().rev().take_while(|&&c| !self.lexicon.classes.separates(c)).count();
        PLACES.has(self.doc.before(end))
            || before[before.len() - clause..].windows(2).any(|pair| matches!(pair, ['来', '自']))
    }

    /// Whether 班 at `at` is one of a school: 高三(7)班, 二年级三班.
    pub(super) fn is_class(&self, at: usize) -> bool {
        matches!(self.doc.before(at), ')' | '级') || is_numeral(self.doc.before(at))
    }

    /// A name behind a title and a colon that fill a clause: 指导教师:张建国.
    pub(super) fn labelled(&mut self, at: usize, floor: usize) -> Option<usize> {
        let title = self.ending(floor, at - 1)?;
        if !matches!(title.kind, TitleKind::Office | TitleKind::Person) {
            return None;
        }
        let titles = title::chain(self.doc, self.lexicon, floor, title);
        let first = titles.first()?.start;
        let fills = first == floor || is_separator(self.doc.before(first));
        let name = self.reader.read(at, Left::Person).filter(|name| name.score >= TITLED)?;
        let ends = self.lexicon.classes.separates(self.doc.char(name.end));
        (fills && ends).then(|| self.accept(at, name, titles, title.kind, &TITLE)).flatten()
    }

    /// The title that a space parts from a name at `at` which its line ends with: 南湖社区居民 张建国.
    pub(super) fn set_off(&self, at: usize, floor: usize) -> Option<Title> {
        const LONGEST_NAME: usize = 3;
        let title = self.ending(floor, at - 1).filter(|title| title.end == at - 1)?;
        let rest = self.doc.rest(at);
        let length = rest.iter().take(LONGEST_NAME + 1).take_while(|&&c| is_han(c)).count();
        let ends = (2..=LONGEST_NAME).contains(&length) && rest.get(length).is_none_or(|&c| c == '\n');
        (ends && matches!(title.kind, TitleKind::Office | TitleKind::Person)).then_some(title)
    }
}
