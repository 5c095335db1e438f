//! Whether a sentence speaks of the future, and the year of a day that it names without one.

use super::Resolver;
use crate::chars::is_sentence_end;
use crate::document::starts_with;
use crate::lexicon::{Beginnings, Endings, Kinds, begins, ends};
use crate::record::Modifier;
use jiff::civil::Date;
use std::sync::LazyLock;

/// A day without a year may lie this many days ahead of the publication.
pub(super) const AHEAD: i64 = 20;

/// A month that began more days ago than this is over: 10月底前 in an announcement is the next one's.
const OVER: i64 = 31;

/// What is prepared for lies this many days ahead at most, and the last one this many days back at least.
const SOON: i64 = 70;
/// A story goes on with days that are so many days later at most, and a day of the news is so many days old.
const GOES_ON: i64 = 100;
const LATELY: i64 = 14;
const AGO: i64 = 240;

/// What begins ends so many days later at most.
const SPAN: i64 = 270;

/// The next such day of the year is farther than one so many days ago, whatever calendar it is of.
const HALF: i64 = 170;

/// How far the resolver looks for the sentence around an expression, in characters.
pub(super) const SENTENCE_LIMIT: usize = 60;

/// Whether a sentence speaks of the future.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Future {
    /// No word of it does.
    No,
    /// It asks or prepares for something: a day in the next weeks is meant rather than one of last year.
    Prepared,
    /// It announces.
    Announced,
}

/// The words of `data/future_words.tsv`.
struct Words {
    /// Of a sentence that speaks of the future.
    future: Beginnings<Future>,
    /// What a day or month to come stands behind: 订单排到了8月底, 减产延至6月底.
    reaches: Endings,
    /// What a day that is over stands behind: 截至8月底.
    upto: Endings,
    /// What follows a day on which something was told: 28日|说.
    told: Beginnings,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words = Kinds::of(include_str!("../../../data/future_words.tsv"));
    let future = words.told(&[("announced", Future::Announced), ("prepared", Future::Prepared)]);
    Words {
        future: Beginnings::new(future),
        reaches: Endings::new(words.words("reaches")),
        upto: Endings::new(words.words("upto")),
        told: Beginnings::new(words.words("told")),
    }
});

/// Whether a text begins with what says that something was told.
pub(super) fn tells(rest: &[char]) -> bool {
    WORDS.told.starts(rest)
}

impl Resolver<'_, '_> {
    /// Whether the sentence announces something.
    pub(super) fn speaks_of_future(&self) -> bool {
        self.future() == Future::Announced
    }

    /// Whether the sentence speaks of the future.
    pub(super) fn future(&self) -> Future {
        if let Some(known) = self.future.get() {
            return known;
        }
        let chars = self.doc.chars();
        let high = chars.len().min(self.span.end + SENTENCE_LIMIT);
        let end = (self.span.end..high).find(|&i| is_sentence_end(chars[i])).unwrap_or(high);
        // 6月18日起, 8月开始: what begins is prepared. 订单排到了8月底: what reaches so far is to come.
        let begins = ["起", "开始", "正式施行", "正式实施"]
            .iter()
            .any(|word| starts_with(&chars[self.span.end..], word));
        let least = match WORDS.reaches.ends(&chars[..self.span.start]) {
            true => Future::Announced,
            false if begins => Future::Prepared,
            false => Future::No,
        };
        let future = least.max(self.heard(end));
        self.future.set(Some(future));
        future
    }

    /// Whether the sentence announces something before the expression: 将于28日公布, but not 28日说,将….
    pub(super) fn is_announced(&self) -> bool {
        self.heard(self.span.start) == Future::Announced
    }

    /// What the words of the sentence say, up to `end`.
    fn heard(&self, end: usize) -> Future {
        let chars = self.doc.chars();
        let low = self.span.start.saturating_sub(SENTENCE_LIMIT);
        let start = (low..self.span.start).rev().find(|&i| is_sentence_end(chars[i])).map_or(low, |i| i + 1);
        let words = &WORDS.future;
        let heard = (start..end).filter(|&at| words.may_begin(chars[at]));
        let mut heard = heard.filter_map(|at| words.at_start(&chars[at..])).map(|(_, future)| future);
        let future = heard.try_fold(Future::No, |said, heard| match said.max(heard) {
            Future::Announced => Err(Future::Announced),
            said => Ok(said),
        });
        future.unwrap_or_else(|announced| announced)
    }

    /// As [`nearest`](Self::nearest); but a day of no fixed date that is the whole text (a query, a cell) is of the year
    /// of publication.
    pub(super) fn nearest_year(
        &self,
        moves: bool,
        modifier: Option<Modifier>,
        day: impl Fn(i32) -> Option<Date>,
    ) -> Option<i32> {
        let alone = moves && self.span.len() == self.doc.len();
        if alone { self.today().map(|d| i32::from(d.year())) } else { self.nearest(modifier, day) }
    }

    /// The year of a story of long ago that goes on in its paragraph: 1998年8月1日…8月7日. A day that may be one of these is
    /// this year's.
    pub(super) fn year_of_story(&self, day: impl Fn(i32) -> Option<Date>) -> Option<i32> {
        let today = self.today()?;
        let (first, last, end) = self.story?;
        let between = &self.doc.chars()[end.min(self.span.start)..self.span.start];
        if between.len() > 2 * SENTENCE_LIMIT || between.contains(&'\n') {
            return None;
        }
        let days = |from: Date, to: Date| from.duration_until(to).as_hours() / 24;
        let year = i32::from(last.year());
        let told = day(year)?;
        let goes_on = told >= first && days(last, told) <= GOES_ON;
        let this = i32::from(today.year());
        let now = (this - 1..=this + 1).filter_map(&day).any(|day| (-LATELY..=3).contains(&days(today, day)));
        (goes_on && !now).then_some(year)
    }

    /// The year in which `day` of that year is nearest in the past, or at most [`AHEAD`] days ahead.
    pub(super) fn nearest(
        &self,
        modifier: Option<Modifier>,
        day: impl Fn(i32) -> Option<Date>,
    ) -> Option<i32> {
        let today = self.today()?;
        let this = i32::from(today.year());
        let ahead = |year: i32| Some((year, today.duration_until(day(year)?).as_hours() / 24));
        // Leap days and leap months are rare: go back until there is one. A lunar date may fall in the next year.
        let past = (-1..9).map(|back| this - back).filter_map(ahead).find(|&(_, days)| days <= AHEAD);
        let next = |from| (from..=this + 1).filter_map(ahead).find(|&(_, days)| days > AHEAD);
        let Some((year, days)) = past else { return next(this - 4).map(|n| n.0) };
        // 2026年高考6月7日开考, told in January.
        let told = self.stated(is_sentence_end).max(self.stated_from_here());
        let told = told.filter(|told| year < *told && days < -SOON);
        if let Some((coming, _)) = told.and_then(|told| next(year + 1).filter(|(coming, _)| *coming <= told))
        {
            return Some(coming);
        }
        // 从1月14日开始,到2月22日结束: it ends after it has begun.
        if let Some(began) = self.began()
            && day(year).is_some_and(|end| end < began)
            && let Some(end) = day(year + 1).filter(|&end| end.duration_since(began).as_hours() / 24 <= SPAN)
        {
            return Some(i32::from(end.year()));
        }
        // 10月15日前完成维修;11月15日供暖之前入住: what is planned goes on.
        if days < -AGO
            && let Some((coming, _)) = next(year + 1).filter(|_| self.goes_on_ahead())
            && day(coming) >= self.coming
        {
            return Some(coming);
        }
        let before = modifier == Some(Modifier::Before);
        if !before && days >= -HALF {
            return Some(year);
        }
        match next(year + 1) {
            Some((coming, far)) if far < -days && (before || self.speaks_of_future()) => Some(coming),
            Some((coming, far)) if far <= SOON && days < -AGO && self.future() > Future::No => Some(coming),
            Some((coming, far)) if before && days < -OVER && far <= SPAN && self.speaks_of_future() => {
                Some(coming)
            }
            _ => Some(year),
        }
    }

    /// The day on which began, in the same sentence, what ends with the expression at hand: 从…开始,到…, …结束.
    fn began(&self) -> Option<Date> {
        const FAR: usize = 24;
        let chars = self.doc.chars();
        let between = chars.get(self.before..self.span.start).filter(|between| between.len() <= FAR)?;
        if between.iter().any(|&c| is_sentence_end(c)) {
            return None;
        }
        let over = WORDS.upto.ends(&chars[..self.span.start]);
        let reaches = ends!(between, ["至", "到"]) && !over;
        let ends = || begins!(&chars[self.span.end..], ["结束", "截止", "为止", "闭幕", "落幕"]);
        (reaches || ends()).then(|| self.last?.bounds()).flatten().map(|(first, _)| first)
    }

    /// Whether what was mentioned last, in the same paragraph, is to come. 截至 is up to what is over.
    fn goes_on_ahead(&self) -> bool {
        if WORDS.upto.ends(&self.doc.chars()[..self.span.start]) {
            return false;
        }
        let between = &self.doc.chars()[self.before.min(self.span.start)..self.span.start];
        self.coming.is_some() && between.len() <= SENTENCE_LIMIT && !between.contains(&'\n')
    }

    /// Whether something is told later in the sentence: 11日下午在记者会上说.
    pub(super) fn is_told(&self) -> bool {
        let rest = &self.doc.chars()[self.span.end..];
        let end = rest.iter().take(SENTENCE_LIMIT).position(|&c| is_sentence_end(c) || c == ',');
        let rest = &rest[..end.unwrap_or(rest.len().min(SENTENCE_LIMIT))];
        (0..rest.len()).any(|at| tells(&rest[at..]))
    }
}
