//! The search for the phrase behind a unit, on behind 的: 150余名来自各街道的|职工.

use super::super::phrase::{leading, people_first};
use super::super::role::Role;
use super::super::word::{Word, Words, words};
use super::after::{After, Behind, Opening, clause_end, ends_plainly, numbered};
use super::deed::{by_batches, deed, does, doing, happens, own_clause};
use super::extent::{alternatives, compounded, fitting, goes_on, headed, joined, shorter};
use super::lexicon::{EARNED, MADE, MANNER, STEP, is};
use super::unknown::{called, closed, somebody};
use super::{AHEAD, Counts, fits};
use crate::Span;
use crate::chars::is_separator;
use crate::record::CountKind;

/// How often it goes on behind 的.
const MOST: usize = 3;

/// A search, and what it found so far.
pub(super) struct Search<'s, 'a> {
    behind: &'s mut Behind<'a>,
    words: &'s mut Words,
    /// Where it has come to among the words.
    from: usize,
    found: Option<Span>,
    /// A word for something that is done was met: 活动.
    matter: bool,
    /// What stands behind 的 was looked at.
    further: bool,
}

impl<'s, 'a> Search<'s, 'a> {
    /// Looks for the phrase.
    pub(super) fn run(behind: &'s mut Behind<'a>, words: &'s mut Words, opening: Opening) -> Self {
        let mut search = Search { behind, words, from: 0, found: None, matter: false, further: false };
        let verbs = search.behind.loose || opening.compound || opening.held;
        // 来自各街道的职工, 不同类型的书: on behind 的, at most twice.
        for _ in 0..MOST {
            if !search.step(verbs) {
                break;
            }
        }
        search
    }

    fn go_on(&mut self, from: usize) {
        (self.from, self.further) = (from, true);
    }

    /// Looks at the words from where it has come to; `false` where the search ends.
    fn step(&mut self, verbs: bool) -> bool {
        let Behind { doc, q, at, unit, counts, loose, .. } = *self.behind;
        let from = self.from;
        let rest = &self.words[from..];
        let (span, count) = self.phrase(rest, verbs);
        // 没有接到一户进水的报告, 900户供水工程
        // 3家年产值50亿元以上的企业
        // 9个增速快、活力强的城市
        let told = |span: &Span| {
            count > 0
                && rest[count - 1].role == Role::Amount
                && (numbered(doc, span.end)
                    || matches!(
                        doc.char(span.end),
                        '不' | '快' | '慢' | '高' | '低' | '强' | '大' | '小' | '多' | '好' | '优'
                    ))
        };
        let span = span.filter(|span| !told(span));
        // 20户以上的自然村, but 17户的签名.
        let large = doc.char(at) == '的' && doc.before(at) != '户';
        let wanted = if unit == '户' && !large { Counts::Homes } else { counts };
        let people = || counts == Counts::People && from == 0 && ends_plainly(doc, rest, count);
        let fitting = span.filter(|&span| fits(doc, wanted, span, rest[count - 1].role) || people());
        if self.is_clause(rest, count) {
            self.found = fitting;
            self.go_on(from + count + 2);
            return true;
        }
        let owner = rest.get(count).is_some_and(|w| w.role == Role::Of) && count > 0;
        let people = counts == Counts::People || q.kind == CountKind::Age;
        // 15名务工人员的孩子
        let relatives = owner
            && counts == Counts::People
            && leading(&rest[count + 1..], false).is_some_and(|(span, n)| {
                span.start == rest[count].span.end && rest[count + n].role == Role::Person
            });
        if relatives {
            self.go_on(from + count + 1);
            return true;
        }
        // 3千盆菊花组成的花墙
        if let Some(span) = fitting.filter(|_| rest.get(count).is_some_and(|w| is(doc, w.span, MADE))) {
            self.found = Some(span);
            return false;
        }
        // 8个社区的街坊 counts the 社区; a 类型 or a lone adjective only tells what kind.
        let names = count > 0
            && !matches!(rest[count - 1].role, Role::Trait | Role::Amount)
            && (!rest[0].role.is_verb()
                || rest[count - 1].role == Role::Matter
                || rest[count - 1].acts && matches!(unit, '家' | '所'));
        self.matter |= count > 0 && rest[count - 1].role == Role::Matter;
        if let Some(span) = fitting.filter(|_| !owner || people || names) {
            self.found = Some(span);
            return false;
        }
        if let Some(span) = fitting {
            self.found = Some(span);
        }
        let of = rest.iter().position(|w| w.role == Role::Of);
        // 30台满载750套帐篷的车, but 300名来自14个乡镇的群众
        let numbers = || {
            let digit = |w: &Word| doc.char(w.span.start).is_ascii_digit();
            rest.iter().take(of.unwrap_or(0)).any(digit) && !doc.starts_with(at, "来自")
        };
        // 两场最大的山火
        let told = || unit == '场' && rest[..of.unwrap_or(0)].iter().all(|w| w.role == Role::Modifier);
        match of.filter(|_| (loose || owner || told()) && !numbers()) {
            // What stands behind it may be longer than what was looked at.
            Some(of) if self.behind.end == self.behind.limit => {
                let start = rest[of].span.end;
                self.behind.look_on(start);
                *self.words = words(doc, Span::new(start, self.behind.end));
                self.go_on(0);
            }
            Some(of) => self.go_on(from + of + 1),
            None => return false,
        }
        true
    }

    /// The phrase that opens `rest`, without what is said of it, and of how many words it is.
    fn phrase(&self, rest: &[Word], verbs: bool) -> (Option<Span>, usize) {
        let Behind { doc, q, unit, counts, loose, .. } = *self.behind;
        let from = self.from;
        let phrase = leading(rest, verbs);
        let phrase = match phrase {
            // 数千万失能老人家庭
            Some((span, _)) if q.unit.is_none() && doc.ends_with(span.end, "家庭") => phrase,
            Some((_, count)) if counts == Counts::People => people_first(rest, count)
                .or_else(|| phrase.filter(|_| from == 0 && ends_plainly(doc, rest, count)))
                .or_else(|| phrase.filter(|(span, count)| fits(doc, counts, *span, rest[count - 1].role))),
            // 97户农民 / 搭棚种瓜
            Some((span, count)) if unit == '户' && !fits(doc, Counts::Homes, span, rest[count - 1].role) => {
                let home = |i: &usize| {
                    rest[*i].role.ends() && fits(doc, Counts::Homes, rest[*i].span, rest[*i].role)
                };
                let home = (0..count).rev().find(home);
                home.map(|i| (Span::new(rest[0].span.start, rest[i].span.end), i + 1)).or(phrase)
            }
            phrase => phrase,
        };
        let (span, count) = match phrase {
            Some((span, count)) => (Some(span), count),
            None => (None, 0),
        };
        // The first words of it.
        let first = |span: Span, count: usize| (Some(Span::new(span.start, rest[count - 1].span.end)), count);
        match span {
            // 14栋大棚收入38万元: the last word is what the next number counts.
            Some(span) if count > 1 && is(doc, rest[count - 1].span, EARNED) && numbered(doc, span.end) => {
                first(span, count - 1)
            }
            // 产业 / 集聚 / 人才 / 超80万人
            Some(span) if let Some(verb) = own_clause(doc, &rest[..count], span.end) => first(span, verb),
            // 河道 / 生态 / 修复: what is done to it.
            Some(span)
                if count > 1
                    && is(doc, rest[count - 1].span, MANNER)
                    && rest.get(count).is_some_and(|w| w.role.is_verb()) =>
            {
                first(span, count - 1)
            }
            // 3座古 / 石 / 拱 / 桥
            Some(span) if loose && let Some(whole) = compounded(doc, rest, count, unit) => first(span, whole),
            // 18座水库 / 保障 / 水源
            Some(span) if loose && let Some(verb) = fitting(doc, &rest[..count], unit) => first(span, verb),
            // 8匹骡子 / 驮运 / 水泥
            Some(_)
                if matches!(unit, '头' | '匹')
                    && let Some(verb) = does(&rest[..count]) =>
            {
                (Some(Span::new(rest[0].span.start, rest[verb - 1].span.end)), verb)
            }
            // 80幅 / 青少年 / 绘画作品
            Some(span)
                if counts == Counts::Things
                    && rest[count - 1].role == Role::Person
                    && let Some((more, n)) = leading(&rest[count..], true)
                    && more.start == span.end
                    && rest[count + n - 1].role != Role::Person =>
            {
                (Some(Span::new(span.start, more.end)), count + n)
            }
            Some(_) if loose && !happens(doc, q) => shorter(doc, rest, count, unit),
            Some(span) if happens(doc, q) => (Some(Span::new(span.start, doing(rest, count, unit))), count),
            span => (span, count),
        }
    }

    /// Whether a clause that begins with `count` words tells of what stands behind it.
    fn is_clause(&self, rest: &[Word], count: usize) -> bool {
        let Behind { doc, unit, .. } = *self.behind;
        // 数字 / 融合 / 的 / 场景, 耐受性 / 好 / 的 / 藻种, 300条 / 居民 / 反映 / 的 / 建议: a clause about what stands
        // behind.
        count > 0
            && match unit {
                '条' | '件' | '封' | '篇' => rest[count - 1].acts || rest[count - 1].role == Role::Person,
                '个' | '种' | '项' | '类' | '款' | '株' | '盏' | '张' | '座' => !rest[count - 1].acts,
                _ => false,
            }
            // 3千盆菊花组成的花墙
            && !rest.get(count).is_some_and(|w| is(doc, w.span, MADE))
            && rest.get(count + 1).is_some_and(|w| w.role == Role::Of)
            && (rest[count].role.is_verb() || rest[count].role == Role::Modifier)
            && leading(&rest[count + 2..], false)
                .is_some_and(|(span, _)| span.start == rest[count + 1].span.end)
    }

    /// What was found, with what other words tell where that is nothing.
    pub(super) fn told(mut self, opening: Opening) -> After {
        let Behind { doc, at, unit, counts, loose, .. } = *self.behind;
        // 30条促进就业举措
        if self.found.is_none() && self.from == 0 && loose && opening.first == Role::Predicate {
            let step = self.words.iter().position(|w| is(doc, w.span, STEP));
            let whole =
                |at: usize| self.words.get(at + 1).is_none_or(|w| !w.role.ends() && w.role != Role::Of);
            if let Some(at) = step.filter(|&at| whole(at)) {
                return After::Noun(self.words[at].span);
            }
        }
        if self.found.is_none()
            && self.from == 0
            && loose
            && self.behind.end < self.behind.limit
            && counts != Counts::People
        {
            self.found = closed(doc, self.words, unit);
            self.further |= self.found.is_some();
        }
        if self.found.is_none() && counts == Counts::People {
            // What was looked at further on, behind 的; then the words right behind the unit again.
            let again = || {
                let moved = self.words.first().is_none_or(|w| w.span.start != at);
                moved.then(|| called(doc, &words(doc, Span::new(at, clause_end(doc, at, AHEAD))))).flatten()
            };
            if let Some(span) = somebody(doc, self.words).or_else(again) {
                return After::Noun(joined(doc, span, counts));
            }
        }
        self.end(opening)
    }

    fn end(self, opening: Opening) -> After {
        let Behind { doc, q, at, unit, counts, .. } = *self.behind;
        // 9个国家和地区
        let found = self.found.map(|span| headed(doc, span, self.words, unit)).map(|span| match q.kind {
            _ if doc.starts_with(span.end, "和地区") && doc.ends_with(span.end, "国家") => {
                Span::new(span.start, span.end + 3)
            }
            CountKind::Count if doc.char(span.end) == '(' => alternatives(doc, span),
            CountKind::Count | CountKind::Measure => joined(doc, span, counts),
            _ => span,
        });
        match found {
            // 5个国家5A级景区, 10个鸿蒙应用: the phrase goes on.
            Some(span) if goes_on(doc, span, self.words, unit) => After::Other,
            Some(span) if by_batches(doc, self.words, Span::new(at, span.end), unit) => After::Verb(None),
            Some(span) if opening.nominal || self.further => After::Noun(span),
            // 上线8个检测服务项目, 设计3条学习路线.
            Some(span) if self.matter => After::Noun(span),
            // 1套防空导弹发射器、
            Some(span)
                if opening.first == Role::VerbNoun
                    && counts == Counts::Things
                    && is_separator(doc.char(span.end)) =>
            {
                After::Noun(span)
            }
            Some(span) => After::Verb(Some(span)),
            // 从97万个调整到104万个: a clause.
            None if let Some(span) = deed(doc, self.words, unit)
                .filter(|_| !matches!(doc.before(q.start), '从' | '由'))
                .filter(|_| {
                    happens(doc, q)
                        || self.words.len() == 1 && matches!(unit, '条' | '份' | '件' | '个' | '种')
                }) =>
            {
                After::Noun(span)
            }
            None if !opening.nominal || opening.first == Role::Modifier || unit == '户' => After::Verb(None),
            None => After::Other,
        }
    }
}
