//! Where a name ends that may be a character shorter or longer.

use super::{Name, NameReader};
use crate::chars::{CharSet, is_han};
use crate::extract::person::around::Right;
use crate::names;

/// What a clause may end with behind a name: 李芳|说, 王敏|摄.
static ENDS_CLAUSE: CharSet = CharSet::of("等们说摄著译绘编饰道答问笑哭家赢输睡离停死醉醒在的是");

impl NameReader<'_> {
    /// The likelier of `best` and of the name that is a character shorter or longer, where they are near each other: by
    /// the words that the text goes on with. 贾龙|申请到, 李国庆|祝贺.
    pub(super) fn parted(&self, at: usize, best: Name, read: [Option<Name>; 3], surname: usize) -> Name {
        const NEAR: f32 = 8.0;
        // The given name is as good a name as it is a word: 牟桃花.
        const WORD: f32 = 1.8;
        const NOUN: f32 = 2.0;
        // What words can outweigh.
        const LEAST: f32 = -5.0;
        const MOST: f32 = 7.0;
        const TOLD: f32 = 4.0;
        // A name that may well end where a mark stands.
        const TYPICAL_ENOUGH: f32 = -2.5;
        // Both parents' surnames are rare.
        const FOUR: f32 = 1.5;
        let length = best.end - at - 2;
        let near = |n: usize| read.get(n).copied().flatten().filter(|name| best.score - name.score < NEAR);
        let others = near(length + 1).into_iter().chain(length.checked_sub(1).and_then(near));
        let Some(other) = others.max_by(|a, b| a.score.total_cmp(&b.score)) else { return best };
        let (short, long) = if other.end < best.end { (other, best) } else { (best, other) };
        let (last, next) = (self.doc.char(short.end), self.doc.char(long.end));
        if !is_han(next) {
            // 郑惟一、李芳: what is left before a mark must be able to end a clause.
            let is_left = self.lexicon.classes.separates(next)
                && short.end == best.end
                && long.odds > TYPICAL_ENOUGH
                && self.around.right(short.end) == Right::Weak
                && (!matches!(last, '和' | '与') || matches!(next, '、' | ',' | '。' | ';'))
                && !ENDS_CLAUSE.has(last);
            return if is_left { Name { score: best.score, ..long } } else { best };
        }
        // 祝春和|等参加, 倪宗和|赶路: 和 joins what can be named.
        if long.end == at + 3
            && matches!(last, '和' | '与')
            && (matches!(
                next,
                '等' | '在' | '也' | '是' | '被' | '将' | '又' | '就' | '都' | '则' | '已' | '说'
            ) || self.begins_verb(long.end))
        {
            return Name { score: long.score.max(best.score - TOLD), ..long };
        }
        let told = |name: &Name| match self.around.right(name.end) {
            // 林海|洋溢着: whose verb it is, is the question.
            Right::Verb if name.end == long.end && names::is_word_pair(last, next) => Right::Nothing.weight(),
            Right::Weak => 2.5,
            Right::Word => 3.0,
            Right::Title => 5.0,
            right => right.weight(),
        };
        let mut gain = long.odds - short.odds + told(&long) - told(&short);
        if !(LEAST..MOST).contains(&gain) {
            return if gain > 0.0 { long } else { short };
        }
        let (words, noun) = self.doc.cost_of_first(short.end);
        gain += words - names::cost_in_text(last);
        // 郭水法|学劈篾: no noun stands behind a name.
        if noun && told(&short) <= 0.0 {
            gain += NOUN;
        }
        match long.end - at {
            3 if names::is_word_pair(self.doc.before(short.end), last) => gain += WORD,
            4 if surname == 1 => gain -= FOUR,
            _ => {}
        }
        // 吴满有|等人: a verb before it has an object.
        if next == '等' && !matches!(last, '和' | '与' | '及') && self.around.right(long.end) == Right::Strong
        {
            gain += 4.0;
        }
        // 马慧|正在, 李敏|同市民: adverbs and prepositions stand behind a name more often than elsewhere.
        gain -= match last {
            // 周福来|说; but 对周福|来说.
            '来' if next == '说' && !self.doc.chars()[at.saturating_sub(14)..at].contains(&'对') => -4.0,
            // 甄文会|说: nobody is said to be able to say it.
            '会' if next == '说' && self.lexicon.classes.separates(self.doc.char(long.end + 1)) => -7.0,
            '正' | '作' if told(&short) > 0.0 => 1.5,
            '同' | '总' if told(&short) > 0.0 && told(&long) < 2.5 => 1.0,
            _ => 0.0,
        };
        let settled = if gain > 0.0 { long } else { short };
        // That a name stands here, the other reading told as well.
        Name { score: settled.score.max(best.score - TOLD), ..settled }
    }

    /// What stands behind `end` says about a name that ends there.
    pub(super) fn after(&self, end: usize, right: Right) -> f32 {
        let (last, next) = (self.doc.before(end), self.doc.char(end));
        // 王建|国家: the last character makes a word with the next one.
        let torn = is_han(next) && names::is_word_pair(last, next);
        let tear = match right {
            // 杨立人|参加: the word behind is there, whatever 人参 may be.
            Right::Strong | Right::Title | Right::Word => 0.5,
            Right::Weak | Right::Verb => 2.0,
            _ => 4.0,
        };
        // 王伟|正在: what follows names begins before.
        let begun = self.lexicon.followers.at_start(&self.doc.chars()[end - 1..]);
        let begun = if begun.is_some_and(|(length, _)| length > 1) { 3.0 } else { 0.0 };
        right.weight() - begun - if torn { tear } else { 0.0 }
    }
}
