//! Names in a row, behind one that a title shows, or alone.

use super::around::{Left, Right};
use super::lexicon::is_numeral;
use super::name::Name;
use super::{Finder, Found, LIST, TITLED};
use crate::chars::is_han;
use crate::{Span, names};

/// The most names of a list without a title that are read at once: the next name begins the rest of it.
const MOST_LISTED: usize = 64;
/// The longest name of a row most of which are names, in characters.
const LONGEST_ITEM: usize = 4;
/// And of one with a dot.
const LONGEST_DOTTED: usize = 14;
/// The longest remark in brackets behind a listed name, in characters.
const LONGEST_REMARK: usize = 16;
/// The odds of a name that nothing shows but the next one of its list.
const LISTED_BEFORE: f32 = 3.0;
/// How far the end of a list of places is sought, in characters.
const LONGEST_LIST: usize = 40;

impl Finder<'_> {
    /// The names that are listed behind one that ends at `end`; returns where reading goes on.
    pub(super) fn list(&mut self, mut end: usize, titles: Vec<Span>) -> usize {
        loop {
            let mark = self.behind_remark(end);
            if !matches!(self.doc.char(mark), '、' | '和' | '与') {
                break;
            }
            let start = mark + 1;
            let Some(name) = self.reader.read(start, Left::Listed).filter(|name| name.score >= TITLED) else {
                break;
            };
            // 儿子张伟、孙女张晓: a title, that a name follows.
            if self.is_place_of_titled(start, start) {
                break;
            }
            let span = Span::new(start, name.end);
            if self.signed.iter().any(|s| s.overlaps(span)) {
                break;
            }
            self.found.push(Found { span, titles: titles.clone(), rule: &LIST, score: name.score });
            end = name.end;
        }
        end
    }

    /// Names in a row without a title: `张三、李四、王五出席`. Each alone would be a guess; three are none.
    pub(super) fn bare_list(&mut self, at: usize) -> Option<usize> {
        let mut spans: Vec<Span> = Vec::new();
        let mut odds = 0.0;
        let mut start = at;
        let mut spaced = false;
        loop {
            let read =
                if spaced { self.between_spaces(start) } else { self.reader.read(start, Left::Listed) };
            let Some(name) = read.filter(|name| name.odds > -2.5) else {
                // Between spaces anything may follow the last name.
                if spaced {
                    break;
                }
                return self.roll(at);
            };
            odds += name.odds;
            spans.push(Span::new(start, name.end));
            if spans.len() == MOST_LISTED {
                break;
            }
            let next = self.behind_remark(name.end);
            match self.doc.char(next) {
                '、' | '和' | '与' | '/' if !spaced => start = next + 1,
                ' ' if spaced || spans.len() == 1 => {
                    spaced = true;
                    start = next + self.doc.rest(next).iter().take_while(|&&c| c == ' ').count();
                }
                _ => break,
            }
        }
        let end = spans[spans.len() - 1].end;
        // 《王贵与李香香》.
        if self.is_in_work(at) {
            return None;
        }
        let mean = odds / spans.len() as f32;
        let least = match (spans.len(), self.around.right(end)) {
            (0 | 1, _) => return None,
            (2 | 3, _) if spaced => return None,
            // 由施夏明、单雯领衔.
            (2, Right::Word | Right::Strong) if self.doc.before(at) == '由' => 2.5,
            (2, Right::Word | Right::Strong | Right::Title) => 4.0,
            (2, _) => 5.0,
            _ => 2.5,
        };
        if mean < least || spans.iter().any(|span| self.signed.iter().any(|s| s.overlaps(*span))) {
            return None;
        }
        // 决定|刘奇、李俊成、王春燕: nothing before the first shows it.
        if spans.len() > 2 {
            self.listed_before(at);
        }
        self.found.extend(spans.into_iter().map(|span| Found {
            span,
            titles: Vec::new(),
            rule: &LIST,
            score: mean,
        }));
        Some(end)
    }

    /// A row of short items most of which are names: the others have surnames that no table knows, or none.
    fn roll(&mut self, at: usize) -> Option<usize> {
        const LEAST: usize = 4;
        const WORDS: f32 = -8.0;
        let mut items: Vec<Span> = Vec::new();
        let mut start = at;
        let mut likely = 0;
        loop {
            let rest = self.doc.rest(start).iter().take(LONGEST_DOTTED);
            let length = rest.take_while(|&&c| is_han(c) || c == '·').count();
            // 王建国、李芳等: and others.
            let others = usize::from(length > 2 && self.doc.char(start + length - 1) == '等');
            let item = Span::new(start, start + length - others);
            let name = &self.doc.chars()[item.start..item.end];
            let odds = names::odds(name).filter(|odds| *odds > 2.0);
            likely +=
                usize::from(odds.is_some() || names::is_steppe_name(name) || names::is_dotted_name(name));
            let dotted = names::is_dotted_name(name);
            let short = (2..=LONGEST_ITEM).contains(&item.len()) && !name.contains(&'·');
            // 由|李磊、池春雪.
            let behind_word = items.is_empty()
                && odds.is_some_and(|odds| names::odds(&name[1..]).is_some_and(|behind| behind > odds));
            // 马群、江海: words that begin as names do, among names.
            let surnamed = || names::odds(name).is_some_and(|odds| odds > WORDS);
            if behind_word || !(dotted || short && (odds.is_some() || !self.doc.is_word(item) || surnamed()))
            {
                return None;
            }
            items.push(item);
            let next = self.behind_remark(item.end);
            if self.doc.char(next) != '、' || items.len() == MOST_LISTED {
                break;
            }
            start = next + 1;
        }
        let end = items[items.len() - 1].end;
        let free = |span: &Span| !self.signed.iter().any(|s| s.overlaps(*span));
        if items.len() < LEAST || 2 * likely < items.len() || !items.iter().all(free) {
            return None;
        }
        self.found.extend(items.into_iter().map(|span| Found {
            span,
            titles: Vec::new(),
            rule: &LIST,
            score: TITLED,
        }));
        Some(end)
    }

    /// The names that are listed before one at `at` and that nothing before them shows: 展出|张建国、李芳等画家的作品.
    pub(super) fn listed_before(&mut self, at: usize) {
        let mut mark = at;
        while mark > 0
            && self.doc.before(mark) == '、'
            && self.found.last().is_none_or(|f| f.span.end < mark - 1)
        {
            let end = mark - 1;
            let chars = &self.doc.chars()[..end];
            let read = |length: usize| {
                let start = end.checked_sub(length)?;
                let odds = names::odds(&chars[start..]).filter(|odds| *odds >= LISTED_BEFORE)?;
                let torn = start > 0 && names::is_word_pair(chars[start - 1], chars[start]);
                (!torn && !self.doc.is_common(Span::new(start, end))).then_some((odds, start))
            };
            let Some((score, start)) = [2, 3].into_iter().filter_map(read).max_by(|a, b| a.0.total_cmp(&b.0))
            else {
                break;
            };
            let span = Span::new(start, end);
            if self.signed.iter().any(|s| s.overlaps(span)) {
                break;
            }
            self.found.push(Found { span, titles: Vec::new(), rule: &LIST, score });
            mark = start;
        }
    }

    /// The name at `at`, where it is all that stands up to the next mark.
    fn between_spaces(&self, at: usize) -> Option<Name> {
        let length = self.doc.rest(at).iter().take(4).take_while(|&&c| is_han(c)).count();
        let end = at + length;
        let whole = || names::odds(&self.doc.chars()[at..end]).map(|odds| Name { end, score: odds, odds });
        let read = self.reader.read(at, Left::Listed).filter(|name| name.end >= end);
        read.or_else(|| if length < 4 { whole() } else { None })
    }

    /// Where a remark in brackets ends that stands behind a name which ends at `end`: 王秀兰(女), 李芳(市一中).
    fn behind_remark(&self, end: usize) -> usize {
        if self.doc.char(end) != '(' {
            return end;
        }
        let close = self.doc.rest(end).iter().take(LONGEST_REMARK).position(|&c| matches!(c, ')' | '\n'));
        close.filter(|close| self.doc.char(end + close) == ')').map_or(end, |close| end + close + 1)
    }

    /// Whether a list that goes on at `at` is one of places: 哈尔科夫、敖德萨等地, 苏瓦、莫罗尼等多地.
    pub(super) fn lists_places(&self, at: usize) -> bool {
        let plain = |c: &&char| is_han(**c) || **c == '、';
        let list = self.doc.rest(at).iter().take(LONGEST_LIST).take_while(plain).count();
        (at + 1..at + list).any(|i| {
            let counts = |c: char| is_numeral(c) || matches!(c, '多' | '各' | '数' | '两');
            let counted = self.doc.rest(i + 1).iter().take_while(|&&c| counts(c)).count();
            let unit = self.doc.char(i + counted + 1);
            let behind = self.doc.char(i + counted + 2);
            let ends = self.lexicon.classes.separates(behind) || matches!(behind, '的' | '均' | '都' | '也');
            self.doc.char(i) == '等'
                && match unit {
                    // 平等地对待.
                    '地' => !matches!(self.doc.before(i), '平' | '同' | '相' | '对'),
                    // 巴斯夫等14家跨国公司.
                    '家' => counted > 0,
                    // 等市领导, 等村民 are people.
                    '国' | '州' | '省' | '市' | '县' => ends,
                    _ => false,
                }
        })
    }
}
