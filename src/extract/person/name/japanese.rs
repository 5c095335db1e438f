//! Names from Japan: a known surname of two characters or more, and a given name.

use super::{Name, NameReader};
use crate::chars::is_han;
use crate::extract::person::around::{Left, Right};
use crate::names;

/// What given names end with there.
const ENDS_GIVEN: &str = "子郎男夫雄美介彦一二三治树也人平辅之代惠江枝香菜奈织里衣明久司志朗鹤太广博宏浩诚隆孝作义信幸勇健进茂繁昇光实";

impl NameReader<'_> {
    /// A name from Japan: 小野寺千鹤, 山田由纪子. Only where a title shows that a person follows.
    pub(super) fn japanese(&self, at: usize, left: Left) -> Option<Name> {
        const TYPICAL: f32 = 5.0;
        const OTHER: f32 = 2.5;
        const LONGEST_GIVEN: usize = 3;
        let surname = names::japanese_surname(self.doc.rest(at))?;
        let given = at + surname;
        let mut best: Option<Name> = None;
        for end in given + 1..=given + LONGEST_GIVEN {
            let last = self.doc.before(end);
            if !is_han(last) || !names::may_be_given(last) {
                break;
            }
            let chars = &self.doc.chars()[given..end];
            // 山田|介绍, 高桥|书记.
            if chars.len() > 1
                && (self.lexicon.followers.get(chars).is_some() || self.lexicon.titles.get(chars).is_some())
            {
                break;
            }
            let right = self.around.right(end);
            // 村民中村|里开会, 书记大岛|上任: the sentence goes on with other letters as often.
            if !ENDS_GIVEN.contains(last) {
                continue;
            }
            let odds = if chars.len() == 2 { TYPICAL } else { OTHER };
            let score = odds + self.after(end, right);
            if right >= Right::Weak && best.is_none_or(|best| score > best.score) {
                best = Some(Name { end, score, odds });
            }
        }
        let mut name = best?;
        name.score += left.weight() - self.joined_left(at, left);
        Some(name)
    }
}
