//! Where a name ends: how likely its characters are a name, what stands before it, and what follows.

use super::around::{Around, Left, Right};
use super::lexicon::{Classes, FOLLOWERS, TITLES, TITLES_AFTER, is_country};
use crate::chars::is_han;
use crate::names;
use crate::{Document, Span};

/// A name that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Name {
    pub(super) end: usize,
    /// The logarithm of the odds that a person is named here.
    pub(super) score: f32,
    /// How much of that the name itself gives.
    pub(super) odds: f32,
}

/// Reads names of one document.
#[derive(Clone, Copy)]
pub(super) struct NameReader<'d> {
    pub(super) doc: &'d Document<'d>,
    pub(super) classes: Classes,
    pub(super) around: Around<'d>,
}

/// Given names hold these now and then; most are the words behind a name.
const FUNCTION: &str = "在于那名村镇乡会科问被从向到让对为以因又更再则给";

/// The longest part of a name from another language, in characters.
const LONGEST: usize = 9;

/// Forms of address behind a surname: 李大爷, 何女士, 邓伯 are no full names.
const ADDRESSES: &[&str] = &[
    "大爷", "大妈", "大娘", "大叔", "大伯", "大姐", "大哥", "大嫂", "大婶", "大姨", "大夫", "奶奶", "爷爷",
    "阿姨", "阿婆", "阿公", "阿伯", "阿叔", "婆婆", "爹爹", "叔叔", "伯伯", "姑娘", "女士", "先生", "小姐",
    "太太", "老伯", "老汉", "老太", "老人", "老板", "师傅", "经理", "老总", "女孩", "男子", "女子", "同志",
    "同学", "妈妈", "爸爸", "爷叔", "嬢嬢", "孃孃", "公公", "老师", "医生", "警官", "律师", "家人", "家村",
    "家庄", "某", "婆", "伯", "叔", "婶", "姨", "嫂", "爷", "奶", "氏", "老", "总", "工", "导",
];

impl<'d> NameReader<'d> {
    fn slice(&self, start: usize, end: usize) -> Option<&'d [char]> {
        self.doc.chars().get(start..end)
    }

    /// The name at `at`, where one stands.
    pub(super) fn read(&self, at: usize, left: Left) -> Option<Name> {
        // A dot ahead: the whole is read around it.
        let mut ahead = self.doc.chars().get(at..).unwrap_or_default().iter().take(LONGEST);
        if ahead.find(|&&c| !is_han(c)) == Some(&'·') {
            return None;
        }
        let first = self.doc.char(at);
        let chinese = self.classes.begins_surname(first).then(|| self.chinese(at, left)).flatten();
        let foreign = self.classes.is_transcribing(first).then(|| self.foreign(at, left)).flatten();
        let name = match (chinese, foreign) {
            (Some(a), Some(b)) => Some(if b.score > a.score { b } else { a }),
            (None, None) if left == Left::Office => self.rare(at),
            (a, b) => a.or(b),
        };
        // 乌克兰总统: a country stands before an office as a name may.
        name.filter(|name| left >= Left::Suffix || !self.slice(at, name.end).is_some_and(is_country))
    }

    /// A name with a surname that no table knows: only between an office and a word that shows a person.
    fn rare(&self, at: usize) -> Option<Name> {
        let read = |end: usize| {
            let odds = names::odds_of_rare(self.slice(at, end)?)?;
            let score = odds + self.after(end) + Left::Office.weight() - self.joined_left(at, Left::Office);
            (self.around.right(end) == Right::Strong).then_some(Name { end, score, odds })
        };
        (at + 2..=at + 3).filter_map(read).max_by(|a, b| a.score.total_cmp(&b.score))
    }

    /// A name of surname and given name.
    fn chinese(&self, at: usize, left: Left) -> Option<Name> {
        let window = self.slice(at, self.doc.len().min(at + 4))?;
        let (surname, _) = names::surname(window)?;
        let given = at + surname;
        // 张 建: dumps pad names of two characters so that they justify.
        if surname == 1 && self.doc.char(at + 1) == ' ' && left >= Left::Suffix {
            return self.padded(at, left);
        }
        if self.is_addressed(given) {
            return None;
        }
        let mut best: Option<Name> = None;
        for end in at + 2..=at + window.len() {
            let chars = &window[..end - at];
            if end <= given {
                continue;
            }
            // Both parents' surnames are believed behind a title only: 主|任赵淑琴.
            if end - given > 2 && left < Left::Suffix {
                break;
            }
            // 52岁的牧民: a title is no name.
            if TITLES.at_end(chars).is_some_and(|(length, _)| length == chars.len()) {
                continue;
            }
            // 发言人|介绍: what stands behind names is none.
            if FOLLOWERS.at_start(chars).is_some_and(|(length, _)| length == chars.len()) {
                continue;
            }
            let Some(mut odds) = names::odds(chars) else { continue };
            // 龙在渊 is a name; in 李芳在 the name ends before.
            let function = |c: char| FUNCTION.contains(c);
            odds -= match &chars[surname..] {
                [.., last] if function(*last) => 5.0,
                [first, _] if function(*first) => 1.0,
                _ => 0.0,
            };
            let after = self.doc.char(end);
            if matches!(after, '某' | '×' | 'X' | 'x' | '·') {
                return None;
            }
            let mut score = odds + self.after(end);
            // 卓越工程师: a title behind what is hardly a name is behind a word.
            if odds < -2.0 && self.around.right(end) == Right::Title {
                score -= 4.0;
            }
            if best.is_none_or(|b| score > b.score) {
                best = Some(Name { end, score, odds });
            }
        }
        let mut name = best?;
        name.score += left.weight() - self.joined_left(at, left);
        Some(name)
    }

    /// What stands behind `end` says about a name that ends there.
    fn after(&self, end: usize) -> f32 {
        let right = self.around.right(end);
        let (last, next) = (self.doc.before(end), self.doc.char(end));
        // 王建|国家: the last character makes a word with the next one.
        let torn = is_han(next) && names::is_word_pair(last, next);
        let tear = match right {
            Right::Strong | Right::Title => 1.0,
            Right::Word | Right::Weak => 2.0,
            _ => 4.0,
        };
        right.weight() - if torn { tear } else { 0.0 }
    }

    /// What the character before the name takes from it: 社|会, 全|国.
    fn joined_left(&self, at: usize, left: Left) -> f32 {
        let before = self.doc.before(at);
        let joined = at > 0 && is_han(before) && names::is_word_pair(before, self.doc.char(at));
        match left {
            _ if !joined => 0.0,
            Left::Office | Left::Age | Left::Listed => 1.5,
            // 重点工|程: what a suffix makes is no sure title.
            Left::Suffix => 8.0,
            _ => 4.0,
        }
    }

    /// Whether a surname is followed by a form of address or an office: 李大爷, 张主任, 邓伯.
    fn is_addressed(&self, given: usize) -> bool {
        let rest = &self.doc.chars()[given.min(self.doc.len())..];
        if TITLES_AFTER.at_start(rest).is_some() {
            return true;
        }
        ADDRESSES.iter().any(|word| {
            let length = word.chars().count();
            self.doc.starts_with(given, word)
                // A single character may begin a given name: 邓伯明.
                && (length > 1 || matches!(word, &"某") || self.around.right(given + 1) != Right::Nothing)
        })
    }

    fn padded(&self, at: usize, left: Left) -> Option<Name> {
        let given = if self.doc.char(at + 2) == ' ' { at + 3 } else { at + 2 };
        let end = given + 1;
        let odds = names::odds(&[self.doc.char(at), self.doc.char(given)])?;
        let score = odds + left.weight() + self.around.right(end).weight();
        (self.around.right(end) != Right::Nothing).then_some(Name { end, score, odds })
    }

    /// A name from another language without a dot: 额尔登木图. Only where a title shows that a person follows.
    fn foreign(&self, at: usize, left: Left) -> Option<Name> {
        let mut best: Option<Name> = None;
        let mut end = at;
        while end < at + LONGEST && self.classes.is_transcribing(self.doc.char(end)) {
            end += 1;
            let name = self.slice(at, end)?;
            let (odds, known) = (names::foreign_odds(name), names::is_steppe_name(name));
            let right = self.around.right(end);
            let shortest = if left == Left::Office || known && left >= Left::Suffix { 2 } else { 3 };
            // Without a title only what is known, and says something.
            if left < Left::Suffix && !(known && right >= Right::Strong) {
                continue;
            }
            // 次仁卓玛 is no other word, whatever follows.
            let bounded = right != Right::Nothing || known && end >= at + 4;
            if end < at + shortest || !bounded || matches!(self.doc.char(end), '某' | '·') {
                continue;
            }
            // Two characters are a word more often than a name: 总理|访问.
            let short = if end == at + 2 && !known { 3.0 } else { 0.0 };
            let word = !known && names::is_word_pair(self.doc.char(at), self.doc.char(at + 1));
            let score = odds + self.after(end) - short - if word { 3.0 } else { 0.0 };
            if best.is_none_or(|b| score > b.score) {
                best = Some(Name { end, score, odds });
            }
        }
        let mut name = best?;
        name.score += left.weight() - self.joined_left(at, left);
        Some(name)
    }

    /// The name around the dot at `dot`: 吐尔逊娜依·卡德尔. Bounded on both sides.
    pub(super) fn dotted(&self, dot: usize, floor: usize, title_end: impl Fn(usize) -> bool) -> Option<Span> {
        let mut start = dot;
        while start > floor && dot - start < LONGEST && is_han(self.doc.char(start - 1)) {
            if start < dot && (title_end(start) || self.is_function(start - 1)) {
                break;
            }
            start -= 1;
        }
        let mut end = dot;
        while self.doc.char(end) == '·' && end < start + 3 * LONGEST {
            let part = self.part_end(end + 1);
            if part == end + 1 {
                return None;
            }
            end = part;
        }
        let transcribed = names::is_transcribed(self.slice(start, end).unwrap_or_default());
        let fits = start < dot
            && match self.around.right(end) {
                Right::Nothing => title_end(start) && transcribed,
                _ => title_end(start) || transcribed,
            };
        fits.then_some(Span::new(start, end))
    }

    /// How far a part of a dotted name runs from `at`: where its characters and what follows fit best.
    fn part_end(&self, at: usize) -> usize {
        let mut best = (0.0, at + 1);
        for end in at + 1..at + LONGEST {
            if !is_han(self.doc.char(end - 1)) {
                break;
            }
            let part = names::foreign_odds(self.slice(at, end).unwrap_or_default());
            let next_dot = if self.doc.char(end) == '·' { 6.0 } else { 0.0 };
            let score = part + self.around.right(end).weight() + next_dot;
            if end > at + 1 && score > best.0 {
                best = (score, end);
            }
        }
        best.1
    }

    fn is_function(&self, at: usize) -> bool {
        "的了是在由与及被让对向把为给和".contains(self.doc.char(at))
    }
}
