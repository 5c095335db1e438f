//! Where a name ends: surname evidence, the words behind it, and the segmenter where neither tells.

use super::lexicon::{Classes, FOLLOWERS, TITLES_AFTER, is_doubtful};
use crate::chars::{is_han, is_separator};
use crate::names;
use crate::{Document, Span};

/// What stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Left {
    /// Nothing that tells of a person: the start of a clause, 的.
    Bare,
    /// A phrase that only a person follows: 82岁的, 名叫.
    Age,
    /// A title: 居民.
    Person,
    /// An office: 书记, 局长.
    Office,
}

/// What stands behind a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Right {
    Nothing,
    /// Punctuation, or a word that may follow anything.
    Weak,
    /// 说, 今年82岁, (左一): only a person.
    Strong,
}

/// A name that was read: where it ends, and whether what follows shows a person by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) end: usize,
    pub(super) strong: bool,
}

/// Reads names of one document.
#[derive(Clone, Copy)]
pub(super) struct NameReader<'d> {
    pub(super) doc: &'d Document<'d>,
    pub(super) classes: Classes,
}

/// Given names in bylines hold these now and then; in running text they are the words behind a name.
const NEVER_HERE: &str = "在等于那名村镇乡会科员问被从向到让对为以因又更再";

/// The longest part of a name from another language, in characters.
const LONGEST: usize = 9;

/// Forms of address behind a surname: 李大爷, 何女士, 邓伯 are no full names.
const ADDRESSES: &[&str] = &[
    "大爷", "大妈", "大娘", "大叔", "大伯", "大姐", "大哥", "大嫂", "大婶", "大姨", "大夫", "奶奶", "爷爷",
    "阿姨", "阿婆", "阿公", "阿伯", "阿叔", "阿妹", "婆婆", "爹爹", "叔叔", "伯伯", "姑娘", "女士", "先生",
    "小姐", "太太", "老师", "老伯", "老汉", "老太", "老人", "老板", "师傅", "主任", "书记", "队长", "局长",
    "所长", "院长", "校长", "医生", "警官", "律师", "教授", "同学", "经理", "总理", "老总", "女孩", "男子",
    "女子", "同志", "村长", "站长", "某", "妈妈", "爸爸", "爷叔", "嬢嬢", "孃孃", "婆", "伯", "叔", "婶",
    "姨", "嫂", "爷", "奶", "公公", "家",
];

/// Surnames that are first of all function words and verbs.
const FUNCTION: &str = "占区和于向由从任应时成年全关经解别还都那才双单古常曾公商国农党布干平白同连";

impl<'d> NameReader<'d> {
    fn slice(&self, start: usize, length: usize) -> Option<&'d [char]> {
        self.doc.chars().get(start..start + length)
    }

    /// What follows at `at`, and how many characters of it tell so.
    fn right(&self, at: usize) -> (Right, usize) {
        let chars = self.doc.chars();
        let rest = &chars[at.min(chars.len())..];
        let Some(&c) = rest.first() else { return (Right::Weak, 1) };
        match c {
            '(' => return (if in_brackets(&rest[1..]) { Right::Strong } else { Right::Weak }, 2),
            ':' if matches!(rest.get(1), Some('“')) => return (Right::Strong, 2),
            ',' if matches!(rest.get(1..3), Some(['男' | '女', ',' | '。'])) => return (Right::Strong, 2),
            ',' if is_age(rest.get(1..5).unwrap_or_default()) => return (Right::Strong, 2),
            c if is_separator(c) => return (Right::Weak, 1),
            c if c.is_ascii_digit() => return (if is_age(rest) { Right::Strong } else { Right::Weak }, 2),
            c if !is_han(c) => return (Right::Weak, 1),
            '等' if matches!(rest.get(1), Some(c) if c.is_ascii_digit() || "一两二三四五六七八九十人多".contains(*c)) =>
            {
                return (Right::Strong, 2);
            }
            _ => {}
        }
        if let Some((length, strong)) = FOLLOWERS.at_start(rest) {
            return (if strong { Right::Strong } else { Right::Weak }, length);
        }
        match TITLES_AFTER.at_start(rest) {
            Some((length, _)) => (Right::Strong, length),
            None => (Right::Nothing, 0),
        }
    }

    /// The name at `at`, where one stands.
    pub(super) fn read(&self, at: usize, left: Left) -> Option<Name> {
        // A dot ahead: the whole is read around it.
        let mut ahead = self.doc.chars().get(at..).unwrap_or_default().iter().take(LONGEST);
        if ahead.find(|&&c| !is_han(c)) == Some(&'·') {
            return None;
        }
        let transcribed = (left >= Left::Person && self.classes.is_transcribing(self.doc.char(at)))
            .then(|| self.transcribed(at))
            .flatten();
        let chinese =
            self.classes.begins_surname(self.doc.char(at)).then(|| self.chinese(at, left)).flatten();
        match (chinese, transcribed) {
            (Some(name), Some(long)) if long.end >= at + 4 && !name.strong => Some(long),
            (None, Some(long)) => Some(long),
            (name, _) => name,
        }
    }

    /// A name of surname and given name.
    fn chinese(&self, at: usize, left: Left) -> Option<Name> {
        let chars = self.doc.chars();
        let window = &chars[at..chars.len().min(at + 4)];
        let (surname, share) = names::surname(window)?;
        let given = at + surname;
        // 张 建: dumps pad names of two characters so that they justify.
        if surname == 1 && self.doc.char(at + 1) == ' ' && left >= Left::Person {
            return self.padded(at, share);
        }
        let rest = &chars[given.min(chars.len())..chars.len().min(given + 2)];
        if ADDRESSES.iter().any(|word| self.doc.starts_with(given, word) && self.addresses(given, word)) {
            return None;
        }
        let valid = |length: usize| {
            rest.len() >= length
                && !rest[..length].iter().any(|&c| NEVER_HERE.contains(c))
                && self.slice(at, surname + length).is_some_and(names::is_chinese_name)
        };
        let (one, two) = (valid(1), valid(2));
        if !one && !two {
            return None;
        }
        let length = self.given_length(given, one, two)?;
        let end = given + length;
        let (right, _) = self.right(end);
        if matches!(self.doc.char(end), '某' | '×' | 'X' | 'x' | '·') {
            return None;
        }
        let name = Name { end, strong: right == Right::Strong };
        let given_like = chars[given..end].iter().all(|&c| self.classes.is_given(c));
        let doubtful = surname == 1 && is_doubtful(chars[at]);
        if self.is_word(at, end) {
            // 常青, 高兴: an office before it and a verb behind it make a name of a word.
            return (left == Left::Office && right == Right::Strong && given_like).then_some(name);
        }
        let clear = match (left, right) {
            (Left::Bare, Right::Strong) => given_like && (!doubtful || length == 2),
            (Left::Bare, _) => false,
            (_, Right::Strong) => true,
            (_, Right::Weak) => given_like || !doubtful,
            (Left::Age, Right::Nothing) => false,
            (_, Right::Nothing) => given_like && !doubtful,
        };
        // 黄金周, 和平安: a word of the dictionary inside calls the segmenter, for surnames that are words at any rate.
        let prefix = length == 2 && self.is_common(at, given + 1);
        let inner = length == 2 && doubtful && self.is_common(given, end);
        let function = doubtful && FUNCTION.contains(chars[at]);
        let asks =
            prefix || inner || function && right != Right::Strong || doubtful && right == Right::Nothing;
        let witnessed = match right {
            Right::Strong => {
                given_like
                    && (left >= Left::Person || !prefix)
                    && (left == Left::Office && !"和向于由从".contains(chars[at]) || !(inner && function))
            }
            Right::Weak => given_like && !doubtful && left >= Left::Person,
            Right::Nothing => false,
        };
        let whole = !asks || witnessed || !prefix && self.is_whole(at, given, end);
        (clear && whole).then_some(name)
    }

    fn addresses(&self, given: usize, word: &str) -> bool {
        match word {
            // A single character may begin a given name: 邓伯明.
            "婆" | "伯" | "叔" | "婶" | "姨" | "嫂" | "爷" | "奶" | "家" => {
                self.right(given + 1).0 != Right::Nothing
            }
            _ => true,
        }
    }

    fn padded(&self, at: usize, share: f32) -> Option<Name> {
        let given = if self.doc.char(at + 2) == ' ' { at + 3 } else { at + 2 };
        let end = given + 1;
        let (right, _) = self.right(end);
        (self.classes.is_given(self.doc.char(given)) && share >= 0.1 && right != Right::Nothing)
            .then_some(Name { end, strong: true })
    }

    /// Whether the character at `at` makes a word with the one before it: 长江, 师傅.
    pub(super) fn joins_left(&self, at: usize) -> bool {
        at > 0 && is_han(self.doc.before(at)) && self.doc.is_word(Span::new(at - 1, at + 1))
    }

    /// Whether a given name that starts at `given` has one or two characters.
    fn given_length(&self, given: usize, one: bool, two: bool) -> Option<usize> {
        if !two {
            return one.then_some(1);
        }
        if !one {
            return Some(2);
        }
        let (short, short_by) = self.right(given + 1);
        let (long, long_by) = self.right(given + 2);
        let last_is_given = self.classes.is_given(self.doc.char(given + 1));
        if matches!(self.doc.char(given + 1), '和' | '与') && long == Right::Nothing {
            return Some(1);
        }
        match (short, long) {
            (Right::Nothing, Right::Nothing) => self.by_words(given, last_is_given),
            (Right::Nothing, _) => Some(2),
            (_, Right::Nothing) => match short_by >= 2 || !last_is_given {
                true => Some(1),
                false => self.by_words(given, last_is_given),
            },
            _ if short_by >= 2 && short_by > long_by => Some(1),
            _ if last_is_given => self.by_words(given, last_is_given),
            _ => Some(1),
        }
    }

    /// Where jieba ends the word.
    fn by_words(&self, given: usize, last_is_given: bool) -> Option<usize> {
        match (self.doc.is_boundary(given + 1), self.doc.is_boundary(given + 2)) {
            (true, false) => Some(1),
            (false, true) => Some(2),
            (true, true) => Some(if last_is_given { 2 } else { 1 }),
            (false, false) => None,
        }
    }

    fn is_common(&self, start: usize, end: usize) -> bool {
        self.doc.is_common(Span::new(start, end))
    }

    /// Whether the whole is a word of the dictionary that is no name.
    fn is_word(&self, start: usize, end: usize) -> bool {
        self.is_common(start, end)
    }

    /// Whether jieba takes surname and given name for one word, or the given name for one.
    fn is_whole(&self, at: usize, given: usize, end: usize) -> bool {
        let words = self.doc.words(at);
        let has = |start: usize, end: usize| words.iter().any(|w| w.start == start && w.end == end);
        has(at, end) || has(at, given) && has(given, end) && !self.is_common(given, end)
    }

    /// A name from another language without a dot: 额尔登木图. Only where a title shows that a person follows.
    fn transcribed(&self, at: usize) -> Option<Name> {
        let end = self.transcribed_end(at);
        let (right, _) = self.right(end);
        let fits = (at + 3..at + LONGEST).contains(&end)
            && right != Right::Nothing
            && self.is_transcribed(Span::new(at, end))
            && !self.is_common(at, end);
        fits.then_some(Name { end, strong: right == Right::Strong })
    }

    /// How far the characters that other languages are written with run from `at`, before a word that follows names.
    fn transcribed_end(&self, at: usize) -> usize {
        let mut end = at;
        while end < at + LONGEST && self.classes.is_transcribing(self.doc.char(end)) {
            let (right, length) = self.right(end);
            if end > at + 1 && (right == Right::Strong || right == Right::Weak && length >= 2) {
                break;
            }
            if self.doc.char(end) == '不' && !matches!(self.doc.char(end + 1), '都' | '力' | '拉') {
                break;
            }
            end += 1;
        }
        end
    }

    fn is_transcribed(&self, span: Span) -> bool {
        let chars = &self.doc.chars()[span.start..span.end];
        let typical = chars.iter().filter(|&&c| self.classes.is_transcribing(c)).count();
        chars.len() >= 3 && typical * 4 >= chars.len() * 3
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
            let part = self.transcribed_end(end + 1);
            if part == end + 1 {
                return None;
            }
            end = part;
        }
        let (right, _) = self.right(end);
        let fits = start < dot && right != Right::Nothing && self.is_transcribed(Span::new(start, end));
        fits.then_some(Span::new(start, end))
    }

    fn is_function(&self, at: usize) -> bool {
        "的了是在由与及被让对向把为给和".contains(self.doc.char(at))
    }
}

/// Whether the inside of brackets tells of a person: (左一), (女), (化名), (72岁).
fn in_brackets(inside: &[char]) -> bool {
    match inside {
        ['左' | '右' | '中' | '前' | '后' | '男' | '女', ..] => true,
        ['化', '名', ..] => true,
        _ => is_age(inside),
    }
}

/// Whether `chars` begin with an age: 82岁, 七十岁.
fn is_age(chars: &[char]) -> bool {
    let digits = chars
        .iter()
        .take(4)
        .take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c))
        .count();
    (1..=3).contains(&digits) && chars.get(digits) == Some(&'岁')
}
