//! Names that nothing before them shows: what they are like, and what follows them, must.

use super::around::{Left, Right};
use super::lexicon::TitleKind;
use super::{DOUBT, Finder, Found, REPEATED, SPEAKER, UNTITLED};
use crate::Span;

/// The odds of a name that words may add to without a title.
const CLEAR: f32 = 4.0;
/// And of one that speaks.
const SPEAKS: f32 = 0.0;
/// One that is printed twice is.
const TWICE: f32 = -0.5;

impl Finder<'_> {
    /// A name that no title shows to be one: the name itself must, with what follows it.
    pub(super) fn untitled(&mut self, at: usize, left: Left) -> Option<usize> {
        let name = self.reader.is_plausible(at, left).then(|| self.reader.read(at, left)).flatten()?;
        let next = self.doc.char(name.end);
        if matches!(next, '、' | '和') && self.lists_places(name.end) {
            return None;
        }
        // 青岭队王晓、李芳分获冠军.
        let listed = left == Left::Bare || self.doc.before(at) == '队';
        if listed
            && matches!(next, '、' | '和' | '与')
            && name.odds > -1.0
            && let Some(end) = self.bare_list(at)
        {
            return Some(end);
        }
        let right = self.around.right(name.end);
        // A name between spaces or brackets is a signature as often.
        let least = if left == Left::Bare && right == Right::Mark { UNTITLED + 1.0 } else { UNTITLED };
        let sure = name.score >= least
            || name.odds >= if right == Right::Strong { SPEAKS } else { CLEAR }
                && !self.is_in_work(at)
                && name.score + DOUBT >= least
                && name.score + self.reader.words_say(at, name.end) >= least;
        // 吕梁山: what the dictionary has as something else.
        let common = || name.end == at + 3 && self.doc.is_common(Span::new(at, name.end));
        if !sure || right < Right::Weak || right < Right::Strong && common() {
            if name.score >= TWICE && name.odds >= 4.0 {
                self.doubtful.push(Span::new(at, name.end));
            }
            return None;
        }
        self.accept(at, name, Vec::new(), TitleKind::None, &SPEAKER)
    }

    /// Takes the doubtful names that are printed more than once.
    pub(super) fn repeated(&mut self) {
        let mut doubtful = std::mem::take(&mut self.doubtful);
        doubtful.sort_by_key(|span| &self.doc.chars()[span.start..span.end]);
        for same in doubtful.chunk_by(|a, b| self.doc.surface(*a) == self.doc.surface(*b)) {
            if same.len() > 1 {
                self.found.push(Found {
                    span: same[0],
                    titles: Vec::new(),
                    rule: &REPEATED,
                    score: UNTITLED,
                });
            }
        }
    }
}
