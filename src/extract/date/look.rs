//! Where a time expression may begin: the anchors, and a cheap look before the grammar is asked.

use super::lexicon::{Atom, words};
use super::reader::Reader;
use crate::anchor::{Anchors, Field};
use crate::chars::CharSet;
use crate::lexicon::Beginnings;
use std::sync::LazyLock;

/// What begins a number.
const BEGINS_NUMBER: &str = "0123456789〇零一二三四五六七八九十百千廿卅半几数多若许两壹贰叁";
/// What it goes on with.
const IN_NUMBER: &str = "0123456789〇零一二三四五六七八九十百千万亿廿卅两壹贰叁";
/// What may stand between a number and its unit.
const BEFORE_UNIT: &str = "多余几来整半个 ";
/// What the units of time begin with: 年, 月, 小时.
const UNITS: &str = "年月日号天时点周星礼季世小分秒刻钟工交昼载财学";
/// What joins a number to another, or the parts of a date or a reading.
const JOINS: &str = "至到—-~、:./";
/// Leads that a number may follow.
const LEADS: &str = "前后上下这近约超逾快第闰早晨晚";
/// Leads of two characters that a number must follow.
const LONG_LEADS: &str = "大约 超过 不足 不到 将近";
/// What leads half a unit: 大半年, 大半个月.
const HALF_LEADS: &str = "大半年 大半个 大半月";
/// First two characters of the words that only the grammar names.
const PAIRS: &str = "大年 过去 以前 从前 最近 未来 今后 接下 刚刚 首季 首月 农历 阴历 旧历 夏历 今明 今起 明起 今( 明( 本( 上( 下( 去( 前( 后( 昨今 明后 正月 腊月 冬月 公元 民国 中华 本世 \
    上世 下世 上个 上一 下个 下一 这个 周一 周二 周三 周四 周五 周六 周日 周天 周末 星期 礼拜 年初 年底 年末 年中 年内 岁末 月初 月底 月末 元月 \
    初一 初二 初三 初四 初五 初六 初七 初八 初九 初十";
/// Marks that a time expression may stand in.
const QUOTES: &str = "“‘\"「『";

/// The characters that begin a number.
pub(super) static NUMERALS: CharSet = CharSet::of(BEGINS_NUMBER);
/// The characters of a number's run.
pub(super) static RUN: CharSet = RUN_SET;
/// The same, for sets that hold it.
pub(super) const RUN_SET: CharSet = CharSet::of(IN_NUMBER);
/// What may begin a time expression by itself; every other character only begins words.
static LEADING: CharSet = CharSet::of(BEGINS_NUMBER).and(LEADS).and(QUOTES).and("每逢昨");
static BETWEEN: CharSet = CharSet::of(BEFORE_UNIT);

/// A longer number is no time, and a text of digits must not be run through from each of them.
const LIMIT: usize = 40;

/// The pairs of both lists, and whether a number must follow.
static NAMED: LazyLock<Beginnings<bool>> = LazyLock::new(|| {
    let of = |list: &'static str, led| list.split_whitespace().map(move |pair| (pair, led));
    Beginnings::new(of(PAIRS, false).chain(of(HALF_LEADS, false)).chain(of(LONG_LEADS, true)))
});

/// Where a time expression may begin: all that [`Reader::promises`] lets pass.
pub(crate) fn anchors(anchors: &mut Anchors) {
    for c in "每逢《昨若".chars() {
        anchors.single(Field::Date, c);
    }
    anchors.pair(Field::Date, ':', '/');
    let follows = [IN_NUMBER, BEFORE_UNIT, UNITS, JOINS];
    anchors.product(Field::Date, BEGINS_NUMBER.chars(), follows.iter().flat_map(|list| list.chars()));
    anchors.product(Field::Date, LEADS.chars(), BEGINS_NUMBER.chars().chain("约大".chars()));
    let leads = PAIRS.split_whitespace().filter_map(|pair| pair.chars().next());
    let leads = leads.chain(words().filter_map(|word| word.chars().next())).chain(BEGINS_NUMBER.chars());
    anchors.product(Field::Date, QUOTES.chars(), leads);
    let named = [PAIRS, HALF_LEADS, LONG_LEADS].into_iter().flat_map(str::split_whitespace);
    words().chain(named).for_each(|word| anchors.word(Field::Date, word));
}

impl Reader<'_, '_> {
    /// Whether the characters at `at` allow a time expression. Asked of each place whose first two characters are those of
    /// a word (国家 of 国家宪法日), so the cheapest looks come first.
    #[inline]
    pub(super) fn promises(&self, at: usize) -> bool {
        let lead = self.at(at);
        if LEADING.has(lead) && self.is_led(at, lead) {
            return true;
        }
        if lead.is_ascii_digit() {
            return false;
        }
        // 五一, 半夜, 多年 are words.
        self.word(at).is_some() || !NUMERALS.has(lead) && NAMED.may_begin(lead) && self.is_named(at)
    }

    /// Whether the characters at `at`, the first of them `lead`, begin a number or stand before one.
    fn is_led(&self, at: usize, lead: char) -> bool {
        if NUMERALS.has(lead) {
            return self.measures(at);
        }
        match lead {
            '每' | '逢' | '昨' => true,
            '“' | '‘' | '"' | '「' | '『' => {
                self.at(at + 1).is_ascii_digit() || self.word(at + 1).is_some()
            }
            '早' | '晨' | '晚' => matches!(self.at(at + 1), '约' | '大') || self.measures(at + 1),
            _ => self.measures(at + 1),
        }
    }

    /// Whether a word of [`NAMED`] stands at `at`, and a number behind it where it leads one.
    fn is_named(&self, at: usize) -> bool {
        let named = NAMED.at_start(&self.chars[at..]);
        named.is_some_and(|(length, led)| !led || self.measures(at + length) || self.is_part(at + length))
    }

    /// Whether a word for a part of the day stands at `at`: 大约晚上十点.
    pub(super) fn is_part(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| matches!(word.atom, Atom::Part(_)))
    }

    /// Whether a number stands at `at` and what follows it may be a unit of time, or join it to another number.
    fn measures(&self, at: usize) -> bool {
        if !NUMERALS.has(self.at(at)) {
            return false;
        }
        let run = |from: usize| {
            let mut end = from;
            while RUN.has(self.at(end)) && end - from < LIMIT {
                end += 1;
            }
            end
        };
        let whole = run(at + 1);
        let mut end = whole;
        // 1.5小时; 2022.10.29
        if self.at(end) == '.' && self.at(end + 1).is_ascii_digit() {
            if whole - at == 4 {
                return true;
            }
            end = run(end + 1);
        }
        let number = end;
        while BETWEEN.has(self.at(end)) && end - number < 3 {
            end += 1;
        }
        let next = self.at(end + 1);
        match self.at(end) {
            '年' | '月' | '日' | '号' | '天' | '时' | '点' | '周' | '季' | '秒' | '载' => true,
            '分' => next != '之' && next != '点',
            '小' => next == '时',
            '星' => next == '期',
            '礼' => next == '拜',
            '世' => next == '纪',
            '刻' | '钟' | '工' | '交' | '昼' => true,
            '财' => matches!(next, '年' | '政'),
            '学' => next == '年',
            ':' | '/' => next.is_ascii_digit(),
            '-' | '—' | '~' | '至' | '到' | '、' => RUN.has(next) || matches!(next, '-' | '—' | ' '),
            _ => false,
        }
    }
}
