//! The words of time, from `data/time.tsv` and `data/festivals.tsv`, looked up by their first character.

use super::calendar::{Festival, read_festival};
use super::expression::{Direction, Part};
use crate::anchor::{Anchors, Field};
use crate::lexicon::rows;
use std::sync::OnceLock;

const WORDS: &str = include_str!("../../../data/time.tsv");
const FESTIVALS: &str = include_str!("../../../data/festivals.tsv");

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Atom {
    /// Days from publication, and a part of the day.
    Day(i32, Option<Part>),
    /// Days from the last dated mention, and a part of the day.
    SameDay(i32, Option<Part>),
    Week(i32),
    SameWeek,
    Month(i32),
    SameMonth(i32),
    Quarter(i32),
    Half(u8),
    Year(i32),
    SameYear(i32),
    /// Years from publication, and a season.
    YearSeason(i32, u8),
    Season(u8),
    Part(Part),
    /// First and last month of a school holiday.
    Term(u8, u8),
    /// A day of history.
    Anchor(i32, u8, u8),
    /// First and last year of a five-year plan.
    Plan(i32, i32),
    /// First and last year of an era: 光绪.
    Era(i32, i32),
    Vague(Direction),
    /// A row of the festival table.
    Festival(u16),
    /// Looks like time, is not.
    Stop,
}

/// A word and what it says.
#[derive(Debug)]
pub(super) struct Word {
    chars: Box<[char]>,
    pub(super) atom: Atom,
    not_after: Box<[char]>,
    not_before: Box<[char]>,
}

impl Word {
    /// Length in characters.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The hash of its first two characters.
    fn hash(&self) -> usize {
        pair_hash(self.chars[0], self.chars.get(1).copied().unwrap_or('\0'))
    }

    /// Whether the character before it makes it doubtful: 目前 after 项 is rather 项目 and 前.
    pub(super) fn is_doubtful_after(&self, before: char) -> bool {
        self.not_after.contains(&before)
    }
}

/// All words, found by their first two characters, longest first.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// For each hash of two characters, where the words that begin with such two lie in `words`; they end where the next
    /// begin. A word of one character stands under its own and `'\0'`.
    first: Box<[u16]>,
    /// Sorted by that hash, longest first.
    words: Vec<Word>,
    festivals: Vec<Festival>,
    /// Hashes of [`PAIRS`].
    pairs: Box<[u64]>,
    /// For each character of the basic plane, the sets that it is in: [`NUMERAL`] and the following.
    classes: Box<[u8]>,
}

/// A digit or scale word, ASCII or Chinese.
const NUMERAL: u8 = 1;
/// One of [`AFTER_NUMERAL`].
const FOLLOWS_NUMERAL: u8 = 2;
/// One of [`AFTER_DIGITS`].
const FOLLOWS_DIGITS: u8 = 4;
/// One of [`AFTER_MEASURE`].
const FOLLOWS_MEASURE: u8 = 8;
/// A character of a numeral's run.
pub(super) const RUN: u8 = 16;
/// One of [`BEFORE_NUMERAL`].
const LEADS_NUMERAL: u8 = 32;
/// One of [`AFTER_POINT`].
pub(super) const FOLLOWS_POINT: u8 = 64;

/// First two characters of the words that only the grammar names.
const PAIRS: &str = "大约 大年 超过 不足 不到 将近 过去 以前 从前 最近 最后 未来 今后 接下 刚刚 首季 首月 农历 阴历 旧历 夏历 正月 腊月 冬月 \
    公元 民国 中华 本世 上世 上个 上一 下个 下一 这个 周一 周二 周三 周四 周五 周六 周日 周天 周末 星期 礼拜 年初 年底 年末 年中 年内 岁末 月初 月底 \
    月末 元月 倒数";

/// What may follow a Chinese numeral that begins a time expression.
const AFTER_NUMERAL: &str = "〇零一二三四五六七八九十百千万廿卅两多余几半年月日号天时点周星礼季世小分秒刻钟工交昼至到—-~、代后来夜整载";

/// What may follow a number in ASCII digits that begins one; also one of the numerals' scales.
const AFTER_DIGITS: &str = "百千万多余几半年月日号天时点周星礼季世小分秒刻钟工交昼个至到—-~、代后来.:/·' 版";

/// What may follow 个 there.
const AFTER_MEASURE: &str = "半多月小星礼季世钟工交年余";

const HASHES: usize = 0x1_0000;

const fn pair_hash(a: char, b: char) -> usize {
    let (a, b) = (a as u32, b as u32);
    (a.wrapping_mul(0x9E37_79B1) >> 8 ^ b.wrapping_mul(0x85EB_CA6B) >> 12) as usize & (HASHES - 1)
}

/// What begins a number.
const NUMERALS: &str = "0123456789〇零一二三四五六七八九十百千廿卅半几数多若两壹贰叁";

/// Marks that a time expression may stand in.
const QUOTES: &str = "“‘\"「『";

/// What the words after a point begin with: 以来, 至今, 内, 左右, 许, 不到, 刚过, 多, 或之前, 期间, 过后.
const AFTER_POINT: &str = "以至迄内左前许上来不未刚多或及之后过期";

/// Leads that a number may follow.
const BEFORE_NUMERAL: &str = "前后上下这近约超逾快第闰早晨晚";

/// Where a time expression may begin: all that [`Lexicon::promises`] lets pass.
pub(crate) fn anchors(anchors: &mut Anchors) {
    let lexicon = Lexicon::get();
    for c in "0123456789每逢《昨若".chars() {
        anchors.single(Field::Date, c);
    }
    anchors.pair(Field::Date, ':', '/');
    anchors.product(Field::Date, NUMERALS.chars(), AFTER_NUMERAL.chars().chain("个 ".chars()));
    anchors.product(Field::Date, BEFORE_NUMERAL.chars(), NUMERALS.chars().chain("约大".chars()));
    let words = lexicon.words.iter().map(|w| &*w.chars);
    let pairs: Vec<Vec<char>> = PAIRS.split_whitespace().map(|p| p.chars().collect()).collect();
    let words: Vec<&[char]> = words.chain(pairs.iter().map(|p| &**p)).collect();
    anchors.product(Field::Date, QUOTES.chars(), NUMERALS.chars().chain(words.iter().map(|w| w[0])));
    for word in words {
        match word {
            [one] => anchors.single(Field::Date, *one),
            [a, b, ..] => anchors.pair(Field::Date, *a, *b),
            [] => {}
        }
    }
}

impl Lexicon {
    /// The lexicon, built at first use.
    pub(super) fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Lexicon::build)
    }

    fn build() -> Lexicon {
        let mut festivals = Vec::new();
        let mut words = Vec::new();
        let chars =
            |cell: Option<&&str>| cell.map_or_else(Box::default, |c| c.chars().collect::<Box<[char]>>());
        for row in rows(WORDS) {
            if let Some(atom) = row.get(1).and_then(|code| read_atom(code)) {
                let (not_after, not_before) = (chars(row.get(2)), chars(row.get(3)));
                words.push(Word { chars: chars(row.first()), atom, not_after, not_before });
            }
        }
        for row in rows(FESTIVALS) {
            if let Some(festival) = read_festival(&row) {
                let atom = Atom::Festival(festivals.len() as u16);
                festivals.push(festival);
                let none = Box::default();
                words.push(Word {
                    chars: chars(row.first()),
                    atom,
                    not_after: none,
                    not_before: Box::default(),
                });
            }
        }
        words.retain(|w: &Word| !w.chars.is_empty());
        words.sort_by_key(|w| (w.hash(), std::cmp::Reverse(w.len())));
        let mut first = vec![0u16; HASHES + 1].into_boxed_slice();
        words.iter().for_each(|word| first[word.hash() + 1] += 1);
        (0..HASHES).for_each(|hash| first[hash + 1] += first[hash]);
        let mut classes = vec![0u8; 0x1_0000].into_boxed_slice();
        let sets = [
            (NUMERAL, NUMERALS),
            (FOLLOWS_NUMERAL, AFTER_NUMERAL),
            (FOLLOWS_DIGITS, AFTER_DIGITS),
            (FOLLOWS_MEASURE, AFTER_MEASURE),
            (LEADS_NUMERAL, BEFORE_NUMERAL),
            (FOLLOWS_POINT, AFTER_POINT),
            (RUN, "0123456789〇零一二三四五六七八九十百千万廿卅两壹贰叁"),
        ];
        for (bit, set) in sets {
            set.chars().for_each(|c| classes[c as usize] |= bit);
        }
        let mut pairs = vec![0u64; 0x400].into_boxed_slice();
        let mut mark = |a: char, b: char| pairs[pair_hash(a, b) / 64] |= 1 << (pair_hash(a, b) % 64);
        for word in PAIRS.split_whitespace() {
            let mut chars = word.chars();
            if let (Some(a), Some(b)) = (chars.next(), chars.next()) {
                mark(a, b);
            }
        }
        Lexicon { first, words, festivals, pairs, classes }
    }

    /// Whether a character is in one of the sets of `class`.
    #[inline]
    pub(super) fn is(&self, c: char, class: u8) -> bool {
        self.classes.get(c as usize).is_some_and(|bits| bits & class != 0)
    }

    /// Whether the characters after a leading one allow a time expression: a cheap look before the grammar is asked.
    pub(super) fn promises(&self, chars: &[char], at: usize) -> bool {
        let look = |n: usize| chars.get(at + n).copied().unwrap_or('\0');
        let (lead, next) = (look(0), look(1));
        match lead {
            '0'..='9' => self.number_promises(chars, at, FOLLOWS_DIGITS),
            '每' | '逢' | '《' | ':' | '昨' | '若' => true,
            '“' | '‘' | '"' | '「' | '『' => next.is_ascii_digit() || self.has_word(chars, at + 1),
            _ if self.is(lead, LEADS_NUMERAL) && self.is(next, NUMERAL) => true,
            '早' | '晨' | '晚' if matches!(next, '约' | '大') => true,
            _ if self.is(lead, NUMERAL) && self.number_promises(chars, at, FOLLOWS_NUMERAL) => true,
            _ => self.has_pair(lead, next) || self.has_word(chars, at),
        }
    }

    /// Whether a word stands at `at`.
    fn has_word(&self, chars: &[char], at: usize) -> bool {
        self.matches(chars, at).next().is_some()
    }

    /// Whether `a` and `b` are one of [`PAIRS`]; hashed, so that another pair may pass.
    fn has_pair(&self, a: char, b: char) -> bool {
        let hash = pair_hash(a, b);
        self.pairs[hash / 64] >> (hash % 64) & 1 == 1
    }

    /// Whether what follows the number at `at` may be a unit of time or join it to another number.
    fn number_promises(&self, chars: &[char], at: usize, class: u8) -> bool {
        // A longer number is no time, and a text of digits must not be run through from each of them.
        const LIMIT: usize = 40;
        let look = |at: usize| chars.get(at).copied().unwrap_or('\0');
        let run = (1..LIMIT).take_while(|&n| self.is(look(at + n), RUN)).count();
        let end = at + 1 + run;
        match look(end) {
            '个' => self.is(look(end + 1), FOLLOWS_MEASURE),
            ' ' => self.is(look(end + 1), class) || self.is(look(end + 1), RUN),
            c => self.is(c, class),
        }
    }

    /// All words at `at` that the character behind them allows, longest first.
    pub(super) fn matches<'a>(&'a self, chars: &[char], at: usize) -> impl Iterator<Item = &'a Word> {
        let rest = chars.get(at..).unwrap_or_default();
        let look = |n: usize| rest.get(n).copied().unwrap_or('\0');
        let (lead, third) = (look(0), look(2));
        self.under(lead, look(1)).iter().chain(self.under(lead, '\0')).filter(move |w| {
            // 全国, 世界 begin dozens of named days: most fall here.
            w.chars.get(2).is_none_or(|&c| c == third)
                && rest.starts_with(&w.chars)
                && !rest.get(w.len()).is_some_and(|c| w.not_before.contains(c))
        })
    }

    /// The words whose first two characters hash as these do.
    fn under(&self, a: char, b: char) -> &[Word] {
        let hash = pair_hash(a, b);
        &self.words[self.first[hash] as usize..self.first[hash + 1] as usize]
    }

    /// A row of the festival table.
    pub(super) fn festival(&self, index: u16) -> Option<&Festival> {
        self.festivals.get(index as usize)
    }
}

fn read_part(code: &str) -> Option<Part> {
    Some(match code {
        "MO" => Part::Morning,
        "MI" => Part::Midday,
        "AF" => Part::Afternoon,
        "EV" => Part::Evening,
        "NI" => Part::Night,
        "SM" => Part::SmallHours,
        "DT" => Part::Daytime,
        _ => return None,
    })
}

fn read_atom(code: &str) -> Option<Atom> {
    let mut cells = code.split(' ');
    let kind = cells.next()?;
    let first = cells.next().unwrap_or("");
    let second = cells.next().unwrap_or("");
    let offset = || first.parse::<i32>().ok();
    Some(match kind {
        "day" => Atom::Day(offset()?, read_part(second)),
        "same" => Atom::SameDay(offset()?, read_part(second)),
        "week" => Atom::Week(offset()?),
        "sameweek" => Atom::SameWeek,
        "month" => Atom::Month(offset()?),
        "samemonth" => Atom::SameMonth(offset()?),
        "quarter" => Atom::Quarter(offset()?),
        "half" => Atom::Half(first.parse().ok()?),
        "year" => Atom::Year(offset()?),
        "sameyear" => Atom::SameYear(offset()?),
        "yearseason" => Atom::YearSeason(offset()?, second.parse().ok()?),
        "season" => Atom::Season(first.parse().ok()?),
        "part" => Atom::Part(read_part(first)?),
        "term" => Atom::Term(first.parse().ok()?, second.parse().ok()?),
        "plan" => Atom::Plan(offset()?, second.parse().ok()?),
        "era" => Atom::Era(offset()?, second.parse().ok()?),
        "anchor" => {
            let mut date = first.splitn(3, '-');
            let mut next = || date.next();
            Atom::Anchor(next()?.parse().ok()?, next()?.parse().ok()?, next()?.parse().ok()?)
        }
        "vague" => Atom::Vague(match first {
            "past" => Direction::Past,
            "present" => Direction::Present,
            "future" => Direction::Future,
            _ => return None,
        }),
        "stop" => Atom::Stop,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_reads() {
        for row in rows(WORDS) {
            assert!(row.get(1).is_some_and(|code| read_atom(code).is_some()), "{row:?}");
            assert_eq!(row.len(), 4, "{row:?}");
        }
        for row in rows(FESTIVALS) {
            assert!(read_festival(&row).is_some() && row.len() == 4, "{row:?}");
        }
    }

    #[test]
    fn tables_are_sorted_without_duplicates() {
        for table in [WORDS, FESTIVALS] {
            let words: Vec<_> = rows(table).map(|r| r[0]).collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
        }
    }
}
