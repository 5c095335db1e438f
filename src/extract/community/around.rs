//! What stands around a name and speaks against it: the rest of a longer one, a slogan, another country.

use super::Mention;
use super::anchor::{Anchor, Kind};
use super::boundary::Ground;
use super::chain::{self, Chain};
use super::lexicon::words;
use crate::chars::{CharSet, is_han, is_separator};
use crate::record::CommunityLevel;
use crate::register::{Area, AreaLevel, NameSort};
use crate::{Span, countries};

impl Ground<'_> {
    /// Whether one or two characters are left between `start` and the division before it, which are the head of a name:
    /// 小河镇 | 北 | 中堡村, 东湖区 | 新 | 公园路居委会.
    ///
    /// More of them are, where the register has the rest in another county only: 江岸区 | 百步亭 | 花园社区.
    pub(super) fn cuts(&self, anchor: Anchor, start: usize, last: Option<&Mention>) -> bool {
        let head = |from: usize| self.is_head(from, start);
        let town = last.is_some_and(|m| {
            !m.level_five() && (m.reach + 1..=m.reach + 2).contains(&start) && head(m.reach)
        });
        let county = |from: usize| {
            let here = chain::ending(self.doc, self.register, from);
            here.start(AreaLevel::County, NameSort::Full).is_some() && head(from)
        };
        let outside = |from: usize| {
            let here = chain::ending(self.doc, self.register, from);
            let stem = &self.doc.chars()[start..anchor.at];
            let in_it = |area: &&Area| self.knows_unit(anchor.kind, stem, std::slice::from_ref(&area.towns));
            here.areas(AreaLevel::County, NameSort::Full).is_some_and(|(_, found)| !found.iter().any(in_it))
                && head(from)
        };
        let five = anchor.kind.level() == CommunityLevel::Community;
        town || (1..=2).filter_map(|n| start.checked_sub(n)).any(county)
            || five && (3..=4).filter_map(|n| start.checked_sub(n)).any(outside)
    }

    /// Whether what stands between two places may be the head of a name.
    fn is_head(&self, from: usize, start: usize) -> bool {
        // 东湖区原柳荫社区, 东湖区下辖柳荫社区: no part of the name.
        static NO_HEAD: CharSet = CharSet::of("的和与原各某该驻在到内等");
        let part = |&c: &char| is_han(c) && !NO_HEAD.has(c);
        self.doc.chars()[from..start].iter().all(part)
            && (start - from == 1 || self.noun(Span::new(from, start)))
    }

    /// Whether the divisions printed before a name are cut out of it: 黄海路街道 | 黄 | 海城市 | 花园社区.
    pub(super) fn is_cut_out(&self, chain: &Chain, last: Option<&Mention>) -> bool {
        !chain.is_empty()
            && last.is_some_and(|m| {
                !m.level_five()
                    && (m.reach + 1..=m.reach + 2).contains(&chain.start)
                    && self.is_head(m.reach, chain.start)
            })
    }

    /// Whether what stands before `start` is the first part of a personal or foreign name: 洛桑 | 江村.
    pub(super) fn reads_on(&self, start: usize) -> bool {
        static TRANSCRIBING: CharSet =
            CharSet::of("洛桑扎西次仁卓玛嘎丹央旺堆巴珠拉姆措曲吉尼顿普琼贡阿卜杜买提尔斯克德夫");
        let transcribing = |at: usize| at > 0 && TRANSCRIBING.has(self.doc.before(at));
        let person = |n: usize| {
            start.checked_sub(n).is_some_and(|at| {
                let span = Span::new(at, start);
                self.doc.is_word(span) && !self.doc.is_common(span)
            })
        };
        self.doc.before(start) == '·'
            || start > 1 && transcribing(start) && transcribing(start - 1)
            || person(3)
    }

    /// Whether a soft word stands as a name: not behind a verb that would make it a slogan (建设幸福社区).
    pub(super) fn holds_alone(&self, anchor: Anchor, start: usize) -> bool {
        let making = words().making.ends(&self.doc.chars()[..start]);
        !making && anchor.at > start
    }

    /// Whether a name in marks is coined for what is made: 打造“唐卡村”“木雕村”.
    pub(super) fn is_coined(&self, anchor: Anchor, start: usize) -> bool {
        let marked = self.doc.before(start) == '“' && self.doc.char(anchor.end) == '”';
        marked && words().making.ends(&self.doc.chars()[..start - 1])
    }

    /// Whether what stands behind a name is done to it, so that it is a slogan: 某街道幸福社区 | 创建.
    pub(super) fn is_made(&self, end: usize) -> bool {
        // 某街道新兴社区 | 活动室 is a room of it.
        static OF_IT: CharSet = CharSet::of("室站所队点员厅馆场中");
        let made = words().made.at_start(self.doc.rest(end));
        made.is_some_and(|(length, ())| !OF_IT.has(self.doc.char(end + length)))
    }

    /// Whether a village stands behind a township's name, whose first character makes a word with the suffix: 峨庄乡 | 土泉村.
    pub(super) fn leads_on(&self, anchor: Anchor) -> bool {
        let end = anchor.end;
        matches!(anchor.kind, Kind::Town | Kind::Rural)
            && (2..=4)
                .any(|n| self.doc.char(end + n) == '村' && (end..end + n).all(|i| is_han(self.doc.char(i))))
    }

    /// Whether another country stands before a name in its clause (法国南部的某村, not 美国学生在某村), where nothing tells
    /// which place of this country the article is of.
    pub(super) fn is_abroad(&self, at: usize) -> bool {
        const REACH: usize = 20;
        let between = |c: &char| !is_separator(*c) && !matches!(c, '、' | '在' | '到' | '来' | '住');
        let before = self.doc.chars()[at.saturating_sub(REACH)..at].iter().rev().take_while(|c| between(c));
        let from = at - before.count();
        !self.scene().is_placed()
            && self.scene().is_unplaced()
            && (from..at).any(|n| countries::at_start(self.doc.rest(n)).is_some())
    }
}
