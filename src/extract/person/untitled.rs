//! Names that nothing before them shows: what they are like, and what follows them, must.

use super::around::{Left, Right};
use super::lexicon::TitleKind;
use super::name::Name;
use super::{DOUBT, Finder, Found, REPEATED, SPEAKER, UNTITLED};
use crate::chars::is_han;
use crate::segment::common::{Class, class};
use crate::split::BlockKind;
use crate::{Span, names};

/// The odds of a name that words may add to without a title.
const CLEAR: f32 = 4.0;
/// And of one that speaks.
const SPEAKS: f32 = 0.0;
/// What 由 adds to one that does something.
const AGENT: f32 = 3.0;
/// One that is printed twice is.
const TWICE: f32 = -0.5;
/// The odds of a name of three characters that tells as much by being printed again, before something else.
const REPEATED_ODDS: f32 = 2.5;

/// The odds of a typical name, behind which any verb tells as much as those that lists hold.
const TYPICAL: f32 = 6.0;

/// Whether a word of the class stands behind people rather than behind other things of their shape.
const fn tells(class: Class) -> bool {
    matches!(class, Class::Verb | Class::Adverb | Class::Adjective | Class::Idiom)
}

impl Finder<'_> {
    /// A name that no title shows to be one: the name itself must, with what follows it.
    pub(super) fn untitled(&mut self, at: usize, left: Left) -> Option<usize> {
        // 向|雷锋学习: the name begins behind it.
        if self.doc.char(at) == '向' && self.is_model(at + 1) {
            return None;
        }
        let mut name = self.reader.is_plausible(at, left).then(|| self.reader.read(at, left)).flatten()?;
        let next = self.doc.char(name.end);
        if matches!(next, '、' | '和') && self.lists_places(name.end) {
            return None;
        }
        // 青岭队王晓、李芳分获冠军.
        // 由王晓、李芳主演; but 由于.
        let before = self.doc.before(at);
        let agents = before == '由' && self.doc.char(at) != '于';
        let listed = matches!(left, Left::Bare | Left::Of) || before == '队' || agents;
        if listed
            && matches!(next, '、' | '和' | '与' | '/' | ' ' | '(')
            && name.odds > -1.0
            && let Some(end) = self.bare_list(at)
        {
            return Some(end);
        }
        let mut right = self.around.right(name.end);
        if let Some(told) = self.told_behind(at, name, right) {
            name.score += told.weight() - right.weight();
            right = told;
        }
        // 滑雪|教练.
        let is_verb = |name: &Name| {
            class(&self.doc.chars()[at..name.end])
                .is_some_and(|class| matches!(class, Class::Verb | Class::VerbNoun))
        };
        // 由王建国担任.
        if self.doc.before(at) == '由' && right >= Right::Word {
            name.score += AGENT;
        }
        if name.end == at + 2 && right == Right::Title && is_verb(&name) {
            return None;
        }
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
            if name.odds >= REPEATED_ODDS {
                let alone = name.score >= TWICE && name.odds >= CLEAR;
                let again = left == Left::Bare && right > Right::Place && self.may_be_again(at, name);
                if alone || again {
                    self.doubtful.push((Span::new(at, name.end), again));
                }
            }
            return None;
        }
        self.listed_before(at);
        let titles = if left == Left::Bare && matches!(next, '为' | '是') {
            self.office_behind(name.end)
        } else {
            Vec::new()
        };
        self.accept(at, name, titles, TitleKind::None, &SPEAKER)
    }

    /// What the words behind a name tell of it that no list holds: 以王建国为团长, 王秀兰坦然面对.
    fn told_behind(&self, at: usize, name: Name, right: Right) -> Option<Right> {
        let next = self.doc.char(name.end);
        let frame = match self.doc.before(at) {
            '以' => next == '为',
            // 该剧由束青任编剧.
            '由' => next == '任',
            // 青岭队的王晓夺得: one of theirs did it.
            '的' => right == Right::Word && self.doc.before(at - 1) == '队',
            '在' => next == '的' && self.leads_to(name.end),
            '向' => self.is_model(at),
            before if matches!(next, '为' | '是') && self.lexicon.classes.separates(before) => {
                let office = self.office_behind(name.end).pop();
                office.is_some_and(|office| self.lexicon.classes.separates(self.doc.char(office.end)))
            }
            '到' | '见' | '访' => next == '时' && !names::is_word_pair(next, self.doc.char(name.end + 1)),
            _ => false,
        };
        if frame && right <= Right::Word && right != Right::Place {
            return Some(Right::Strong);
        }
        if right != Right::Nothing {
            return None;
        }
        if name.odds < if next == '家' { CLEAR } else { TYPICAL } || name.end != at + 3 {
            return None;
        }
        // 金灿灿|显得.
        if self.doc.char(at + 1) == self.doc.char(at + 2) {
            return None;
        }
        // A look at the dictionary before the clause is cut.
        let rest = self.doc.rest(name.end);
        let longest = rest.len().min(4);
        if next != '家' && !(1..=longest).any(|length| class(&rest[..length]).is_some_and(tells)) {
            return None;
        }
        let words = self.doc.words(at);
        // A word over either end is another reading: 祝福伟|大, 万骏臻福.
        if words.iter().any(|word| {
            word.contains(at) && word.start < at || word.contains(name.end - 1) && word.end > name.end
        }) {
            return None;
        }
        let word = words.iter().find(|word| word.start == name.end)?;
        let word = &self.doc.chars()[word.start..word.end];
        match word {
            ['家'] => Some(Right::Weak),
            // 胡金海|捐2万元: a verb of one character where somebody was told of.
            [_] if self.doc.before(at) == '的' && class(word) == Some(Class::Verb) => Some(Right::Verb),
            _ if word.len() > 1 && class(word).is_some_and(tells) => Some(Right::Verb),
            _ => None,
        }
    }

    /// Whether 的 at `at` goes on with something done for others: 的带领下, 的精心指导下.
    fn leads_to(&self, at: usize) -> bool {
        const MOST: usize = 7;
        let rest = self.doc.rest(at + 1).iter().take(MOST).take_while(|&&c| is_han(c));
        rest.clone().skip(2).any(|&c| c == '下')
    }

    /// Takes the names of the headline that a title shows there, and the body names without one.
    pub(super) fn headlined(&mut self, headline: &[Found]) {
        let chars = self.doc.chars();
        for titled in headline.iter().filter(|f| !f.titles.is_empty() && f.score >= UNTITLED) {
            let name = &chars[titled.span.start..titled.span.end];
            let foreign = names::is_transcribed(name);
            // 洪都|拉斯总统访华, 马克龙夫|人: only where the body reads it as a name too.
            if self.found.iter().any(|f| chars[f.span.start..f.span.end].starts_with(name)) {
                continue;
            }
            let body = self.doc.blocks().iter().filter(|b| b.kind == BlockKind::Paragraph);
            let mut places = body.filter_map(|b| {
                let end = b.span.end.min(chars.len());
                let at = chars[b.span.start..end]
                    .windows(name.len())
                    .position(|window| window[0] == name[0] && window == name)?;
                let at = b.span.start + at;
                // 让·科尔特, 科尔特夫: a longer name.
                let joins = |c: char| c == '·' || foreign && self.lexicon.classes.is_transcribing(c);
                let whole = !joins(self.doc.before(at)) && !joins(self.doc.char(at + name.len()));
                whole.then_some(Span::new(at, at + name.len()))
            });
            let first = places.next();
            let free = |span: &Span| !self.signed.iter().any(|s| s.overlaps(*span));
            if let Some(span) = first.filter(free) {
                let Found { rule, score, .. } = *titled;
                self.found.push(Found { span, titles: Vec::new(), rule, score });
            }
        }
    }

    /// Takes the doubtful names that are printed more than once.
    pub(super) fn repeated(&mut self) {
        let mut doubtful = std::mem::take(&mut self.doubtful);
        doubtful.sort_by_key(|(span, _)| &self.doc.chars()[span.start..span.end]);
        for same in doubtful.chunk_by(|a, b| self.doc.surface(a.0) == self.doc.surface(b.0)) {
            let span = same[0].0;
            if same.len() > 1 || same[0].1 && self.is_printed_again(span) {
                self.found.push(Found { span, titles: Vec::new(), rule: &REPEATED, score: UNTITLED });
            }
        }
    }

    /// Whether a name of three characters at `at` is one if it is printed again: no word, no place, nothing that
    /// transcribes or is quoted.
    fn may_be_again(&self, at: usize, name: Name) -> bool {
        let chars = &self.doc.chars()[at..name.end];
        let [_, _, last] = *chars else { return false };
        let place = self.lexicon.classes.is_place(last) || "海州沟岭坪坝滩林坡峰洞泉家".contains(last);
        let quoted = matches!(self.doc.before(at), '“' | '”' | '"' | '《' | '》');
        // 向江泽|民: the name begins behind it.
        let behind = || {
            let later = self.doc.chars().get(at + 1..name.end + 1).and_then(names::odds);
            later.is_some_and(|odds| odds > name.odds)
        };
        !place
            && !quoted
            && !names::is_transcribed(chars)
            && !self.doc.is_word(Span::new(at, name.end))
            && !behind()
    }

    /// Whether a name stands elsewhere too, and something else behind it there: 王民刚|提出, 王民刚|临危.
    fn is_printed_again(&self, span: Span) -> bool {
        let chars = self.doc.chars();
        let name = &chars[span.start..span.end];
        let (first, second) = (name[0], name[1]);
        let mut others = chars.windows(name.len()).enumerate().filter(|(at, window)| {
            window[0] == first && window[1] == second && *window == name && *at != span.start
        });
        others.any(|(at, _)| self.doc.char(at + name.len()) != self.doc.char(span.end))
    }
}
