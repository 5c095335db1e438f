//! What the words of a clause tell of a name.

use super::{FUNCTION, Name, NameReader, VERBS};
use crate::Span;
use crate::extract::person::around::Right;
use crate::names;
use crate::segment::common::{Class, class};

/// The least odds of a name that a title and a verb show between them.
const UNLIKELY: f32 = -10.0;

const fn is_noun(class: Class) -> bool {
    matches!(class, Class::Noun)
}

impl NameReader<'_> {
    /// What the words of the clause say of a Chinese name of three characters, where its own do not settle it: most names
    /// are no words, or a surname and a word (涂|万里).
    pub(in crate::extract::person) fn words_say(&self, at: usize, end: usize) -> f32 {
        if end != at + 3 || self.around.right(end) < Right::Weak {
            return f32::NEG_INFINITY;
        }
        let words = self.doc.words(at);
        let within: Vec<usize> =
            words.iter().filter(|word| word.start >= at && word.end <= end).map(Span::len).collect();
        let verb = VERBS.has(self.doc.char(at));
        match within[..] {
            // 会见负责人时再次强调.
            _ if self.lexicon.followers.get(&self.doc.chars()[at + 1..end]).is_some() => f32::NEG_INFINITY,
            // 等儿子从旗里赶来.
            [3] if !(verb && self.doc.before(end) == '里' || self.doc.is_common(Span::new(at, end))) => 3.0,
            [1, 1, 1] if !verb => 2.5,
            // 包|饺子, 于|凌晨.
            [1, 2] if !verb && self.doc.char(at) != '于' => 1.8,
            _ => f32::NEG_INFINITY,
        }
    }

    /// Whether a name of three characters, behind a title and before what follows people, is made of words that no
    /// sentence goes on with there, whatever it is like: 幸福|田, 盛|大年.
    pub(in crate::extract::person) fn is_framed(&self, at: usize, name: Name) -> bool {
        // Before a verb that no list holds.
        const RARE: f32 = -5.0;
        // What stands between titles and verbs and begins or ends as names do: 向记者说, 从家里跑出来, 高声向.
        let goes_on = |c: char| {
            matches!(
                c,
                '和' | '与' | '从' | '来' | '向' | '都' | '同' | '党' | '对' | '还' | '也' | '被' | '把'
            )
        };
        let ends = |c: char| {
            FUNCTION.has(c)
                || self.lexicon.classes.is_place(c)
                || matches!(c, '和' | '前' | '作' | '并' | '后' | '赛' | '节')
        };
        let [first, second, last] = [0, 1, 2].map(|n| self.doc.char(at + n));
        let right = self.around.right(name.end);
        // 律师水生民|则拿出, 茶农俞柏校|把茶送到.
        let adverb = || {
            let after =
                matches!(self.doc.char(name.end), '则' | '却' | '便' | '把' | '曾' | '仍' | '已' | '正');
            after && right == Right::Weak && class(&self.doc.chars()[at..at + 2]).is_none_or(is_noun)
        };
        if name.end != at + 3
            || name.odds < UNLIKELY
            || !(right >= Right::Word
                || adverb()
                || name.odds >= RARE
                    && (right == Right::Verb && !VERBS.has(first)
                        || right == Right::Nothing && self.begins_verb(name.end)))
            || goes_on(first) && (first != '党' || names::is_word_pair(first, second))
            || ends(last) && !(self.doc.char(name.end) == '把' && self.lexicon.classes.is_place(last))
            || self.doc.is_common(Span::new(at, name.end))
            // 默默记下, 缓缓说.
            || second == last
            || self.lexicon.followers.get(&[first, second]).is_some()
            // 裁判|文书网.
            || self.lexicon.titles.get(&[first, second]).is_some()
        {
            return false;
        }
        let words = self.doc.words(at);
        let mut within = words.iter().filter(|word| word.end > at && word.start < name.end);
        let (mut verb, mut whole) = (false, true);
        within.all(|word| {
            // 古月|明种: no word of the dictionary.
            whole &= word.start >= at && word.end <= name.end || !self.doc.is_word(*word);
            let word = &self.doc.chars()[word.start..word.end];
            verb |= word.len() == 2
                && class(word).is_some_and(|class| matches!(class, Class::Adverb | Class::Function));
            whole && !verb
        })
    }

    /// Whether the longest word at `at` is a verb or an adverb.
    pub(super) fn begins_verb(&self, at: usize) -> bool {
        let rest = self.doc.rest(at);
        let longest = (2..=rest.len().min(4)).rev().find_map(|length| class(&rest[..length]));
        matches!(longest, Some(Class::Verb | Class::Adverb))
    }
}
