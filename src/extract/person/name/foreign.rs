//! Names from other languages: how far they run, with dots, hyphens and numbers.

use super::{FUNCTION, LONGEST, Name, NameReader, TOLD};
use crate::chars::{CharSet, is_han};
use crate::extract::person::around::{Left, Right};
use crate::extract::person::lexicon::TitleKind;
use crate::extract::person::title;
use crate::lexicon::begins;
use crate::segment::common::{Class, class};
use crate::{Span, countries, names};

/// What a part of a dotted name loses that ends within a word.
const TORN: f32 = 3.0;
/// What a character that such names are mostly written with adds to the odds: 科|举行 is no 科举.
const TYPICAL: f32 = 1.5;

impl NameReader<'_> {
    /// A name from another language without a dot: 额尔登木图. Only where a title shows that a person follows.
    pub(super) fn foreign(&self, at: usize, left: Left) -> Option<Name> {
        // 乌军人员|和坦克.
        if matches!(self.doc.char(at), '和' | '与') {
            return None;
        }
        let steppe = names::steppe_lengths(&self.doc.chars()[at..]);
        // Without a title only what is known, and says something.
        if left < Left::Suffix && steppe == 0 {
            return None;
        }
        // 女子马拉松比赛.
        if self.doc.chars().get(at..at + 3).is_some_and(names::is_no_name) {
            return None;
        }
        // 主席|阿尔及利亚总统贝纳尼, 会长|泰国前外长: whose the next title is.
        const SURE: usize = 4;
        let country = countries::at_start(self.doc.rest(at));
        if country.is_some_and(|length| length >= SURE || self.around.right(at + length) == Right::Title) {
            return None;
        }
        let mut best: Option<Name> = None;
        let (mut end, mut sum, mut transcribes) = (at, 0.0, true);
        let longest_known = steppe.checked_ilog2().unwrap_or(0) as usize;
        while end < at + LONGEST {
            let c = self.doc.char(end);
            transcribes &= self.lexicon.classes.is_transcribing(c);
            if !transcribes && end - at >= longest_known {
                break;
            }
            sum += names::foreign_gain(c);
            end += 1;
            let length = end - at;
            let known = steppe >> length & 1 == 1;
            if length < 2 || (left < Left::Suffix || !transcribes) && !known {
                continue;
            }
            // 总书记多次走访.
            if length == 2 && self.lexicon.followers.get(&self.doc.chars()[at..end]).is_some() {
                continue;
            }
            let odds = if known { names::steppe_odds(length).max(sum) } else { sum };
            // 国王图普|六世; 卡尔十六世·古斯塔夫 goes on.
            let number = self.numbered(end);
            if number > end && self.doc.char(number) == '·' {
                continue;
            }
            let right = if number > end { Right::Strong } else { self.around.right(end) };
            let says = left == Left::Person && right == Right::Strong && transcribes;
            let short = left == Left::Office || says || known && (left == Left::Of || left >= Left::Suffix);
            let shortest = if short { 2 } else { 3 };
            // 次仁卓玛 is no word, 扎西 may be the beginning of one.
            if left < Left::Suffix && right < if length >= 4 { Right::Weak } else { Right::Strong } {
                continue;
            }
            // 次仁卓玛 is no other word, whatever follows but more of it.
            let more = self.lexicon.classes.is_transcribing(self.doc.char(end))
                && names::foreign_gain(self.doc.char(end)) > 1.0;
            // 总统奥列申科|举行, 61岁的奥列申科|连任: what transcribes ends, and the name with it.
            let told = matches!(left, Left::Office | Left::Age)
                && length >= 3
                && sum >= TOLD
                && self.ends_run(end)
                && !self.doc.chars()[at..end].iter().any(|c| matches!(c, '和' | '与' | '同'))
                && !self.ends_with_country(at, end);
            let whole = known && length >= 4 && !more || told;
            let bounded = right != Right::Nothing || whole;
            // 领导人|阿拉斯加会晤.
            let is_place = left == Left::Person
                && !known
                && self.doc.is_common(Span::new(at, end))
                && class(&self.doc.chars()[at..end]) == Some(Class::Place);
            // 领导人阿拉斯加会晤, 代表达沃斯论坛: an event there.
            let is_event = left == Left::Person
                && !known
                && begins!(self.doc.rest(end), ["会晤", "会谈", "会议", "峰会", "论坛", "对话会"])
                && self.doc.ends_with(at, "领导人");
            if is_event {
                return None;
            }
            if length < shortest || is_place || !bounded || matches!(self.doc.char(end), '某' | '·') {
                continue;
            }
            // Two characters are a word more often than a name: 总理|访问.
            let short = if length == 2 && !known { 3.0 } else { 0.0 };
            let word = !known && names::is_word_pair(self.doc.char(at), self.doc.char(at + 1));
            // 舒尤克|和: names of Mongols end with it, and are known.
            let joined = !known && matches!(self.doc.before(end), '和' | '与' | '都' | '不' | '来');
            // 克林顿|和国务卿李某: the title is another's.
            if joined && right == Right::Title {
                continue;
            }
            // 塞古|拉来访: more of the name follows.
            let goes_on = !known && right < Right::Word && more;
            // 巴图|那生正式退休: known parts go on.
            let cut = known && steppe >> (length + 1) != 0;
            let penalty = f32::from(word) * 3.0
                + f32::from(joined) * 5.0
                + f32::from(goes_on) * 2.5
                + f32::from(cut) * 3.0;
            let score = odds + self.after(end, right) - short - penalty;
            if best.is_none_or(|b| score > b.score) {
                best = Some(Name { end, score, odds });
            }
        }
        let mut name = best?;
        // 到访的哥|伦比亚总统.
        let within =
            |from: usize| countries::at_start(self.doc.rest(from)).is_some_and(|n| from + n >= name.end);
        if (at.saturating_sub(2)..at).any(within) {
            return None;
        }
        name.score += left.weight() - self.joined_left(at, left);
        Some(name)
    }

    /// Whether the end of what may be a name is a country's: 总统图瓦卢|访问, 国务卿布林|肯尼亚|之行.
    pub(super) fn ends_with_country(&self, at: usize, end: usize) -> bool {
        (at..end - 1).any(|i| countries::at_start(self.doc.rest(i)).is_some_and(|length| i + length >= end))
    }

    /// Whether a run of characters that transcribe ends at `end`, or before a word that begins with one of them: 里|热烈.
    fn ends_run(&self, end: usize) -> bool {
        let transcribes = |at: usize| self.lexicon.classes.is_transcribing(self.doc.char(at));
        let pair = |at: usize| names::is_word_pair(self.doc.char(at), self.doc.char(at + 1));
        // 科|举行 begins with no 科举.
        let word = |at: usize| !transcribes(at + 1) && pair(at) && !pair(at + 1);
        if transcribes(end) { word(end) } else { !word(end - 1) }
    }

    /// A Chinese surname before a name put together from known parts, as Salar, Monguor and Yi people write theirs: 韩尤素夫.
    pub(super) fn surnamed(&self, at: usize, left: Left) -> Option<Name> {
        if left < Left::Suffix {
            return None;
        }
        let given = names::steppe_lengths(self.doc.rest(at + 1));
        let length = (3..u16::BITS as usize).rev().find(|&length| given >> length & 1 == 1)?;
        let (end, odds) = (at + 1 + length, names::steppe_odds(length));
        let right = self.around.right(end);
        let goes_on = matches!(self.doc.char(end), '某' | '·');
        let score = odds + self.after(end, right) + left.weight() - self.joined_left(at, left);
        (right != Right::Nothing && !goes_on).then_some(Name { end, score, odds })
    }

    /// Where a name ends that goes on with a number of those who bear it: 阿卜杜拉二世.
    pub(super) fn numbered(&self, end: usize) -> usize {
        let number =
            |c: &&char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
        let digits = self.doc.rest(end).iter().take(3).take_while(number).count();
        let next = self.doc.char(end + digits + 1);
        if digits > 0 && self.doc.char(end + digits) == '世' && !matches!(next, '纪' | '同' | '为' | '清')
        {
            end + digits + 1
        } else {
            end
        }
    }

    /// Where a name from another language ends that goes on behind a hyphen at `end`: 迪亚斯-卡内尔.
    pub(super) fn hyphenated(&self, mut end: usize) -> usize {
        while self.doc.char(end) == '-' && self.lexicon.classes.is_transcribing(self.doc.char(end + 1)) {
            let part = self.part_end(end + 1);
            if part == end + 2 {
                break;
            }
            end = part;
        }
        end
    }

    /// The name around the dot at `dot`: 吐尔逊娜依·卡德尔. Bounded on both sides.
    pub(in crate::extract::person) fn dotted(
        &self,
        dot: usize,
        floor: usize,
        title_end: impl Fn(usize) -> bool,
    ) -> Option<Span> {
        let mut start = dot;
        while start > floor && dot - start < LONGEST {
            let c = self.doc.char(start - 1);
            // 让-吕克·梅朗雄: a hyphen joins parts as a dot does.
            let joins = c == '-' && start < dot && is_han(self.doc.before(start - 1));
            let joined = self.doc.char(start) == '-';
            if !(is_han(c) || joins)
                || start < dot && (title_end(start) || !joined && self.is_function(start - 1))
            {
                break;
            }
            start -= 1;
        }
        let mut end = dot;
        while self.doc.char(end) == '·' && end < start + 3 * LONGEST {
            // 乔治·W·布什; a dot with no letter behind it joins nothing.
            if !self.doc.char(end + 1).is_alphabetic() {
                return None;
            }
            let from = end + 1;
            end = self.hyphenated(self.part_end(from));
            // 总理赛塔·他威信、: behind a title any letters up to the next mark.
            let is_office = || {
                title::ending(self.doc, self.lexicon, floor, start)
                    .is_some_and(|title| title.kind == TitleKind::Office)
            };
            if end == from + 1 && is_office() {
                let length = self.doc.rest(from).iter().take(LONGEST).take_while(|&&c| is_han(c)).count();
                let bounded = self.lexicon.classes.separates(self.doc.char(from + length));
                let plain = (from..from + length).all(|at| !self.is_function(at));
                if (2..=4).contains(&length) && bounded && plain {
                    end = from + length;
                }
            }
        }
        // 致电|唐纳德·科尔特.
        let verb = |at: &usize| {
            let word = self.lexicon.stops.at_end(&self.doc.chars()[start..*at]);
            word.is_some_and(|(length, as_word)| length > 1 && !as_word)
        };
        start = match (start + 2..dot).rev().find(verb) {
            Some(behind) => behind,
            // 主席|同谢尔达尔·阿曼多夫.
            None if title_end(start) && matches!(self.doc.char(start), '同' | '与') && start + 2 < dot => {
                start + 1
            }
            None if title_end(start) => start,
            None => self.part_start(start, dot),
        };
        if self.is_bearer(end) {
            return None;
        }
        end = self.numbered(end);
        let transcribed = names::is_transcribed(self.slice(start, end).unwrap_or_default());
        let fits = start < dot
            && match self.around.right(end) {
                Right::Nothing => title_end(start) && (transcribed || self.ends_known(end)),
                _ => title_end(start) || transcribed,
            };
        fits.then_some(Span::new(start, end))
    }

    /// Where a name from another language begins that ends at `end`, behind a word that joins or a mark.
    pub(in crate::extract::person) fn foreign_before(&self, end: usize, floor: usize) -> Option<usize> {
        let classes = &self.lexicon.classes;
        let low = floor.max(end.saturating_sub(LONGEST));
        let mut best: Option<(f32, usize)> = None;
        let mut sum = 0.0;
        for at in (low..end).rev() {
            let c = self.doc.char(at);
            if !classes.is_transcribing(c) || matches!(c, '和' | '与' | '同' | '都') {
                break;
            }
            sum += names::foreign_gain(self.doc.char(at));
            let before = self.doc.before(at);
            let begins = at == low
                || classes.separates(before)
                || matches!(before, '和' | '与' | '同' | '对' | '向' | '由' | '跟' | '据' | '在')
                || self.lexicon.stops.ends(&self.doc.chars()[low..at]);
            if begins && end - at >= 2 && best.is_none_or(|(most, _)| sum > most) {
                best = Some((sum, at));
            }
        }
        let (odds, at) = best?;
        // 到访的哥|伦比亚总统: the country may begin before.
        let reaches = |from: usize| countries::at_start(self.doc.rest(from)).is_some_and(|n| from + n >= end);
        let country = (at.saturating_sub(3)..=at).any(reaches);
        let place = self.doc.is_common(Span::new(at, end));
        (odds >= 4.0 && !country && !place).then_some(at)
    }

    /// Where the part of a name begins that ends with the dot at `dot`, `start` or later: 致电|萨米拉·哈达德.
    pub(super) fn part_start(&self, start: usize, dot: usize) -> usize {
        let mut best = (f32::NEG_INFINITY, start);
        let mut sum = 0.0;
        for at in (start..dot).rev() {
            // 领导人|叶海亚: two in a row that no name is written with.
            let strange = |i: usize| !self.lexicon.classes.is_transcribing(self.doc.char(i));
            if at + 1 < dot && strange(at) && strange(at + 1) {
                break;
            }
            sum += self.gain(at);
            // What is cut off must speak against the name.
            if sum > best.0 - if at == start { 3.0 } else { 0.0 } {
                best = (sum.max(best.0), at);
            }
        }
        best.1
    }

    /// Whether what stands behind the last dot before `end` is a name that is known: 居来提·买买提.
    fn ends_known(&self, end: usize) -> bool {
        let part = self.doc.chars()[..end].rsplit(|&c| c == '·').next();
        part.is_some_and(names::is_steppe_name)
    }

    /// What the character at `at` adds to the odds of a name from another language: one that none is written with may be
    /// rare in running text, but tells of none.
    fn gain(&self, at: usize) -> f32 {
        let c = self.doc.char(at);
        let gain = names::foreign_gain(c);
        if self.lexicon.classes.is_transcribing(c) { gain } else { gain.min(-1.0) }
    }

    /// How far a part of a dotted name runs from `at`: where its characters and what follows fit best.
    fn part_end(&self, at: usize) -> usize {
        let mut best = (0.0, at + 1);
        let mut sum = 0.0;
        for end in at + 1..at + LONGEST {
            let c = self.doc.char(end - 1);
            if !is_han(c) || matches!(c, '与' | '的' | '了' | '是' | '在' | '及' | '被' | '把') {
                break;
            }
            // 辛瓦尔|接替: two in a row that no name is written with.
            let strange = |i: usize| !self.lexicon.classes.is_transcribing(self.doc.char(i));
            if end > at + 2 && strange(end - 1) && strange(end - 2) {
                break;
            }
            sum += self.gain(end - 1);
            let chars = self.slice(at, end).unwrap_or_default();
            let known = end > at + 1 && names::is_steppe_name(chars);
            let part = if known { sum.max(names::steppe_odds(chars.len())) + 2.0 } else { sum };
            if self.is_bearer(end) {
                return end;
            }
            let next_dot = if self.doc.char(end) == '·' { 6.0 } else { 0.0 };
            // 佩雷斯|则: what follows names is no part of them.
            // 吾斯曼·依明|和100岁的.
            let joins = matches!(c, '和' | '与') && !self.lexicon.classes.separates(self.doc.char(end));
            // 胡赛因|说: what begins a clause elsewhere ends names.
            let ends = c == '科' || c == '因' && self.around.right(end) == Right::Strong;
            let function = if (FUNCTION.has(c) && !ends || joins) && next_dot == 0.0 { 5.0 } else { 0.0 };
            // 拜登|海外交易.
            let next = self.doc.char(end);
            let torn = next_dot == 0.0
                && names::foreign_gain(c) < TYPICAL
                && names::is_word_pair(c, next)
                && !self.lexicon.classes.is_transcribing(next);
            let function = if torn { function + TORN } else { function };
            let score = part + self.around.right(end).weight() + next_dot - function;
            if end > at + 1 && score > best.0 {
                best = (score, end);
            }
        }
        best.1
    }

    /// Whether what stands at `end` bears the name before it: 比尔·盖茨|基金会.
    fn is_bearer(&self, end: usize) -> bool {
        self.lexicon.bearers.starts(self.doc.rest(end))
    }

    fn is_function(&self, at: usize) -> bool {
        static JOINING: CharSet = CharSet::of("的了是在由与及被让对向把为给和");
        JOINING.has(self.doc.char(at))
    }
}
