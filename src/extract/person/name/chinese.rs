//! Names of a surname and a given name: how far they reach, as their characters and what follows say.

use super::{CLEAR, FUNCTION, Name, NameReader};
use crate::chars::is_han;
use crate::extract::person::around::{Left, Right};
use crate::extract::person::lexicon::is_numeral;
use crate::names;

impl NameReader<'_> {
    /// A name of surname and given name.
    pub(super) fn chinese(&self, at: usize, left: Left) -> Option<Name> {
        let window = self.slice(at, self.doc.len().min(at + 4))?;
        let reading = names::Reading::new(window)?;
        let surname = reading.surname();
        let given = at + surname;
        // 张 建: dumps pad names of two characters so that they justify.
        if surname == 1 && self.doc.char(at + 1) == ' ' && left >= Left::Suffix {
            return self.padded(at, left);
        }
        let mut best: Option<Name> = None;
        let mut read: [Option<Name>; 3] = [None; 3];
        for end in at + 2..=at + window.len() {
            let chars = &window[..end - at];
            if end <= given {
                continue;
            }
            // Both parents' surnames are believed behind a title only: 主|任赵淑琴.
            if end - given > 2 && left < Left::Suffix {
                break;
            }
            // 郑老五: which of the brothers somebody is.
            let brother = left >= Left::Person && matches!(chars[surname..], ['老', c] if is_numeral(c));
            let odds = reading.odds(chars.len());
            let Some(mut odds) = (if brother { Some(CLEAR) } else { odds }) else { continue };
            // 52岁的牧民, 发言人|介绍: a title is no name, and neither is what stands behind names.
            if self.lexicon.titles.get(chars).is_some() || self.lexicon.followers.get(chars).is_some() {
                continue;
            }
            // 青年|路小学.
            if surname == 1 && matches!(chars, [_, '小' | '中' | '大', '学']) {
                continue;
            }
            // 高桥|介绍.
            if chars.len() == 4 && self.lexicon.followers.get(&chars[2..]).is_some() {
                continue;
            }
            // 首届女职工登山|比赛.
            if surname == 1
                && let [a, b, c, d] = *chars
                && names::is_word_pair(a, b)
                && names::is_word_pair(c, d)
            {
                continue;
            }
            // 贺信|并: a name begins with another word now and then.
            if chars.len() == 3 && reading.is_no_name(2) {
                odds -= 5.0;
            }
            // 龙在渊 is a name; in 李芳在 the name ends before.
            odds -= match chars[surname..] {
                [.., last] if FUNCTION.has(last) => 5.0,
                // 潘阿|各: no name ends with it.
                [.., '阿'] => 4.0,
                // 朱婷得18分.
                [.., '得'] if self.doc.char(end).is_ascii_digit() => 5.0,
                [first, _] if FUNCTION.has(first) => 1.0,
                _ => 0.0,
            };
            let after = self.doc.char(end);
            if matches!(after, '某' | '×' | 'X' | 'x' | '·') {
                return None;
            }
            let right = self.around.right(end);
            let mut score = odds + self.after(end, right);
            // 祝贺|峰会: words on both sides leave no name.
            let next = self.doc.char(end);
            if chars.len() == 3
                && right < Right::Word
                && names::is_word_pair(chars[0], chars[1])
                && is_han(next)
                && names::is_word_pair(chars[2], next)
            {
                score -= 4.0;
            }
            // 罗夫|莱斯: a name from another language goes on.
            if chars.len() < 4
                && right < Right::Word
                && chars.iter().chain([&next]).all(|&c| self.lexicon.classes.is_transcribing(c))
                && names::foreign_gain(next) > 1.0
            {
                score -= 2.5;
            }
            // 赵进、孙丁求、周敏: a name of a list ends where the next mark stands.
            if left == Left::Listed && matches!(right, Right::Mark | Right::Strong) {
                score += 2.0;
            }
            // 卓越工程师: a title behind what is hardly a name is behind a word.
            if odds < -2.0 && right == Right::Title {
                score -= 4.0;
            }
            let name = Name { end, score, odds };
            read[end - at - 2] = Some(name);
            if best.is_none_or(|b| score > b.score) {
                best = Some(name);
            }
        }
        let best = best.map(|best| self.parted(at, best, read, surname));
        let mut name = best.filter(|_| !self.is_addressed(given))?;
        name.score += left.weight() - self.joined_left(at, left);
        Some(name)
    }

    /// What the character before the name takes from it: 社|会, 全|国.
    pub(super) fn joined_left(&self, at: usize, left: Left) -> f32 {
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
        let rest = self.doc.chars().get(given..).unwrap_or_default();
        // A single character may begin a given name: 邓伯明.
        let ends = |length: usize| {
            length > 1
                || rest[0] == '某'
                || match self.around.right(given + length) {
                    Right::Nothing => false,
                    // 傅叔同|认为.
                    Right::Weak => self.around.right(given + length + 1) < Right::Word,
                    _ => true,
                }
        };
        self.lexicon.titles_after.at_start(rest).is_some()
            || self.lexicon.addresses.at_start(rest).is_some_and(|(length, ())| ends(length))
    }

    fn padded(&self, at: usize, left: Left) -> Option<Name> {
        let given = if self.doc.char(at + 2) == ' ' { at + 3 } else { at + 2 };
        let end = given + 1;
        let odds = names::odds(&[self.doc.char(at), self.doc.char(given)])?;
        let score = odds + left.weight() + self.around.right(end).weight();
        // 学生单 飞抛出.
        (self.around.right(end) != Right::Nothing || left >= Left::Person).then_some(Name {
            end,
            score,
            odds,
        })
    }
}
