//! Where a name ends: how likely its characters are a name, what stands before it, and what follows.

mod chinese;
mod end;
mod foreign;
mod japanese;
mod words;

use super::UNTITLED;
use super::around::{Around, Left, Right};
use super::lexicon::Lexicon;
use crate::chars::{CharSet, is_han};
use crate::countries;
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
    pub(super) lexicon: &'static Lexicon,
    pub(super) around: Around<'d>,
}

/// Given names hold these now and then; most are the words behind a name.
static FUNCTION: CharSet = CharSet::of("在于那名村镇乡会科问被从向到让对为以因又更再则给曾已也还");

/// Surnames that are verbs or stand before nouns as often.
static VERBS: CharSet = CharSet::of(
    "包贺曾向和与占候关查计连从应别来过接有要能可会出上下经种开找说管养封安戴谈支修练解顾盖扶打学同",
);

/// The odds from which on a name with an unknown surname is clearly one.
const CLEAR: f32 = 2.0;
/// And those below which it is none, whatever shows a person.
const UNCLEAR: f32 = -8.0;

/// The odds from which on characters that transcribe are a name behind an office, whatever stands behind them.
const TOLD: f32 = 5.0;

/// The longest part of a name from another language, in characters.
const LONGEST: usize = 9;

impl<'d> NameReader<'d> {
    fn slice(&self, start: usize, end: usize) -> Option<&'d [char]> {
        self.doc.chars().get(start..end)
    }

    /// Whether a name that no title tells may begin at `at`, behind what says as much as `left` or less: a look at each
    /// of a few characters, ahead of all rules.
    #[inline(always)]
    pub(super) fn may_reach(&self, at: usize, left: Left) -> bool {
        const fn least(left: Left) -> [i32; 2] {
            let untitled = UNTITLED - left.weight();
            [
                names::least_bound(untitled - Right::Title.weight()),
                names::least_bound(untitled - Right::Strong.weight()),
            ]
        }
        const BARE: [i32; 2] = least(Left::Bare);
        const OF: [i32; 2] = least(Left::Of);
        const JOINT: [i32; 2] = least(Left::Joint);
        let [least, enough] = match left {
            Left::Bare => BARE,
            Left::Joint => JOINT,
            _ => OF,
        };
        let rest = self.doc.rest(at);
        let bound = names::upper_bound(rest);
        if bound < least {
            return false;
        }
        let bound = names::bound_of_word(rest, bound);
        let follows = |c: &char| matches!(c, '、' | '和' | '与') || self.lexicon.titles_after.may_begin(*c);
        bound >= least && (bound >= enough || rest[2..].iter().take(3).any(follows))
    }

    /// Whether a name without a title may begin at `at`: a look at each of four characters, ahead of all rules.
    pub(super) fn is_plausible(&self, at: usize, left: Left) -> bool {
        let rest = self.doc.rest(at);
        // What stands behind a name adds so much, unless it is a title or the next name of a list.
        let untitled = UNTITLED - left.weight();
        let least = |right: Right| untitled - right.weight();
        let odds = names::best_odds(&rest[..rest.len().min(4)], least(Right::Title));
        let listed_or_titled = |rest: &[char]| match rest.first() {
            Some('、' | '和' | '与') => true,
            Some(_) => self.lexicon.titles_after.starts(rest),
            None => false,
        };
        odds >= least(Right::Strong)
            || odds >= least(Right::Title) && (2..=4).any(|end| listed_or_titled(self.doc.rest(at + end)))
            || names::begins_steppe_name(rest)
    }

    /// The name at `at`, where one stands.
    pub(super) fn read(&self, at: usize, left: Left) -> Option<Name> {
        let (first, classes) = (self.doc.char(at), &self.lexicon.classes);
        // 占三成, 占比达: a share.
        if first == '占' && "比总全地一二三四五六七八九十两半几百".contains(self.doc.char(at + 1))
        {
            return None;
        }
        if left >= Left::Person
            && let Some(name) = self.known(at)
        {
            return Some(name);
        }
        let chinese = classes.begins_surname(first).then(|| self.chinese(at, left)).flatten();
        let foreign = classes.begins_foreign(first).then(|| self.foreign(at, left)).flatten();
        let surnamed = classes.begins_surname(first).then(|| self.surnamed(at, left)).flatten();
        let japanese = (left >= Left::Suffix).then(|| self.japanese(at, left)).flatten();
        let name = [chinese, foreign, surnamed, japanese]
            .into_iter()
            .flatten()
            .max_by(|a, b| a.score.total_cmp(&b.score));
        // 居民种小虎说: surnames that are words besides.
        let rare = left == Left::Office
            || left == Left::Person
                && matches!(
                    first,
                    '同' | '种'
                        | '合'
                        | '力'
                        | '能'
                        | '通'
                        | '麻'
                        | '才'
                        | '红'
                        | '黑'
                        | '玉'
                        | '岩'
                        | '波'
                        | '过'
                );
        let name = name.or_else(|| rare.then(|| self.rare(at, left)).flatten());
        // 书记默默记下: what is said twice is an adverb.
        let twice = !classes.begins_surname(first) && first == self.doc.char(at + 1);
        let is_adverb = |name: &Name| twice && name.end == at + 2;
        // 金灿灿的糜子: how something looks; but 村民金灿灿的家.
        let looks = matches!(first, '金' | '黄' | '白' | '红' | '蓝' | '黑') && left < Left::Suffix;
        let is_look = |name: &Name| {
            looks
                && name.end == at + 3
                && self.doc.char(at + 1) == self.doc.char(at + 2)
                && self.doc.char(name.end) == '的'
        };
        // 总书记高瞻远瞩.
        let is_idiom = |name: &Name| {
            name.end < at + 4 && self.doc.is_common(Span::new(at, (at + 4).min(self.doc.len())))
        };
        let name = name
            .filter(|name| !(is_adverb(name) || is_look(name) || is_idiom(name)))
            .filter(|name| !self.is_part_of_more(at, name.end, left));
        // 伙伴|和朋友, 代表|和超10万名: no name, but a word behind 和.
        let joins = |name: &Name| {
            matches!(first, '和' | '与')
                && match name.end - at {
                    2 => left == Left::Person,
                    // 主席和|通伦总书记.
                    3 => {
                        self.doc.is_common(Span::new(at + 1, name.end))
                            || left == Left::Office && self.around.right(name.end) == Right::Title
                    }
                    _ => false,
                }
                // 年轻人都立志成才.
                || first == '都' && left == Left::Person && self.around.right(name.end) < Right::Strong
        };
        let name = name.filter(|name| !joins(name));
        name.map(|name| {
            let end = self.hyphenated(name.end);
            // 赵玉兰四世同堂 has no number.
            let short =
                || self.slice(at, end).is_some_and(|name| name.iter().all(|&c| classes.is_transcribing(c)));
            let transcribed =
                self.slice(at, end).is_some_and(names::is_transcribed) || end == at + 2 && short();
            Name { end: if transcribed { self.numbered(end) } else { end }, ..name }
        })
    }

    /// The name of somebody whom everybody knows: 普京.
    fn known(&self, at: usize) -> Option<Name> {
        // What the counts of characters know is weighed by them.
        let length = names::known_at_start(self.doc.rest(at))
            .filter(|length| *length > 3 || !self.lexicon.classes.begins_surname(self.doc.char(at)))?;
        (!self.lexicon.classes.is_transcribing(self.doc.char(at + length))).then_some(Name {
            end: at + length,
            score: CLEAR,
            odds: CLEAR,
        })
    }

    /// Whether what looks like a name is the beginning of one with a dot, or, where no title shows a person, a country:
    /// 乌克兰总统, 29岁的阿富汗公民.
    fn is_part_of_more(&self, at: usize, end: usize, left: Left) -> bool {
        let rest = &self.doc.chars()[at..];
        let dot = rest.iter().take(LONGEST).position(|&c| !is_han(c)).filter(|&dot| rest[dot] == '·');
        // 张建国|致电萨米拉·哈达德: the name with a dot begins later.
        dot.is_some_and(|dot| self.part_start(at, at + dot) == at)
            // 主席巴林国王, 应英国国王邀请.
            || self.around.right(end) == Right::Title && self.ends_with_country(at, end)
            || (left < Left::Suffix || left >= Left::Listed)
                && countries::at_start(rest).is_some_and(|length| at + length >= end)
    }

    /// A name with a surname that no table knows: only between an office and a word that shows a person, or with a
    /// given name that is clearly one.
    fn rare(&self, at: usize, left: Left) -> Option<Name> {
        let read = |end: usize| {
            let chars = self.slice(at, end)?;
            let odds = names::odds_of_rare(chars)?;
            // 总书记特别强调.
            if self.lexicon.followers.get(chars).is_some()
                || chars.len() == 2 && names::is_word_pair(chars[0], chars[1])
            {
                return None;
            }
            let clear = odds >= CLEAR && end == at + 3;
            if !clear && odds < UNCLEAR {
                return None;
            }
            let right = self.around.right(end);
            let weak = clear && right >= if left == Left::Office { Right::Weak } else { Right::Word };
            if right != Right::Strong && !weak {
                return None;
            }
            let score = odds + self.after(end, right) + left.weight() - self.joined_left(at, left);
            Some(Name { end, score, odds })
        };
        (at + 2..=at + 3).filter_map(read).max_by(|a, b| a.score.total_cmp(&b.score))
    }
}
