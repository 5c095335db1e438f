//! The noun phrase behind a unit: 324户居民, 150余名来自各街道的职工.

use super::super::grammar::Quantity;
use super::super::phrase::leading;
use super::super::role::{FUNCTION, JOINS, Role};
use super::super::unit;
use super::super::word::{Word, Words, may_be_singles, may_begin, words};
use super::attribute::attributed;
use super::deed::deed;
use super::extent::alternatives;
use super::search::Search;
use super::sum::{fund, is_fund};
use super::unknown::{counted_alone, meeting, unknown_compound, unlisted};
use super::ware::event;
use super::{AHEAD, Counts, NEAR, counts, past_quote, quoted};
use crate::chars::{is_han, is_separator};
use crate::numeral;
use crate::record::CountKind;
use crate::{Document, Span};

/// What stands behind a quantity.
pub(super) enum After {
    Noun(Span),
    /// A clause, which leaves the noun to what stands before; the phrase that a verb begins otherwise.
    Verb(Option<Span>),
    /// Something that is no plain phrase.
    Other,
}

/// What a quantity is, and the text behind it as far as it is looked at.
#[derive(Clone, Copy)]
pub(super) struct Behind<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) q: &'a Quantity,
    /// Where the text begins, how far it is looked at, and where its clause ends.
    pub(super) at: usize,
    pub(super) limit: usize,
    pub(super) end: usize,
    /// The first letter of the unit; NUL where there is none.
    pub(super) unit: char,
    pub(super) counts: Counts,
    /// Not only a noun itself may follow, as behind 人, 次 and measures.
    pub(super) loose: bool,
}

/// How the text behind a quantity opens.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    pub(super) first: Role,
    /// With a noun, or what stands before one.
    pub(super) nominal: bool,
    /// With a verb that is part of a noun: 卫生|费.
    pub(super) compound: bool,
    /// With what is held: 招聘|活动.
    pub(super) held: bool,
}

pub(super) fn after(doc: &Document<'_>, q: &Quantity, at: usize) -> After {
    if let Some(span) = attributed(doc, q, at) {
        return After::Noun(span);
    }
    let mut behind = match Behind::of(doc, q, at) {
        Ok(behind) => behind,
        Err(found) => return found,
    };
    let mut words = behind.cut();
    let Some(first) = words.first().map(|w| w.role) else { return After::Verb(None) };
    if let Some(found) = behind.special(&words, first) {
        return found;
    }
    let mut opening = behind.opening(&words, first);
    if let Some(span) = behind.event(&words) {
        return After::Noun(span);
    }
    let plain = behind.loose || opening.nominal || opening.compound;
    opening.held = !plain && behind.is_held(&words, first);
    if !plain && !opening.held {
        return After::Verb(None);
    }
    if let Some(found) = behind.marked(&words).or_else(|| behind.joint(&words)) {
        return found;
    }
    Search::run(&mut behind, &mut words, opening).told(opening)
}

impl<'a> Behind<'a> {
    /// What is looked at, or what tells at once.
    fn of(doc: &'a Document<'a>, q: &'a Quantity, at: usize) -> Result<Self, After> {
        // A weather table: 8℃ 南京 小雨.
        let many = || q.value.is_some_and(|v| v > 1000.into());
        let degrees = matches!(doc.before(at), '℃' | '°') || doc.before(at) == '度' && !many();
        // 地下250米处
        let place = q.kind == CountKind::Measure && doc.char(at) == '处';
        if place {
            return Err(After::Other);
        }
        // 5G基站, C919飞机
        let latin = || doc.char(at).is_ascii_alphabetic() || doc.char(at + 1).is_ascii_uppercase();
        if !(is_han(doc.char(at)) || q.kind == CountKind::Count && latin()) || degrees {
            return Err(After::Verb(None));
        }
        let unit = q.unit.map_or('\0', |u| doc.char(u.start));
        let loose =
            q.kind == CountKind::Count && !matches!(unit, '人' | '次' | '场' | '步' | '遍' | '趟' | '回');
        let far = loose || q.kind == CountKind::Money;
        let limit = (at + if far { AHEAD } else { NEAR }).min(doc.len());
        let end = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
        let text = &doc.chars()[at..end];
        // No phrase begins here, whatever the words are, and none that another rule finds.
        let starts = |role: Role| {
            role.ends()
                || matches!(role, Role::Modifier | Role::VerbNoun)
                || role == Role::Verb && (loose || matches!(unit, '场' | '次'))
        };
        let owned = || match loose {
            true => text.contains(&'的') || matches!(doc.before(end), '位' | '点' | '店'),
            false => q.kind == CountKind::Money && text.iter().any(|&c| is_fund(c)),
        };
        let counts = counts(doc, q, false);
        // 爬楼机, all that is left of the clause.
        let short = || {
            let things = (loose || unit == '场') && (counts == Counts::Things || counted_alone(unit));
            things && (1..7).contains(&text.len()) && is_separator(doc.char(end))
        };
        let singles = || loose && may_be_singles(text);
        let people = || loose && counts == Counts::People;
        // 可循环材料
        let able = || loose && doc.char(at) == '可';
        // 5G基站
        let coded = || doc.char(at).is_ascii_digit() && loose;
        if !(owned() || coded() || able() || may_begin(text, starts) || short() || singles() || people()) {
            return Err(After::Verb(None));
        }
        // 92名村(社区)干部
        if loose && text.len() == 1 && doc.char(end) == '(' {
            let span = alternatives(doc, Span::new(at, end));
            if span.len() > 1 && (doc.before(span.end) != ')' || counts != Counts::People) {
                return Err(After::Noun(span));
            }
        }
        // 两个成了学生, 7个是孩子
        if doc.char(at + 1) == '了' || doc.char(at) == '是' {
            return Err(After::Verb(None));
        }
        Ok(Behind { doc, q, at, limit, end, unit, counts, loose })
    }

    /// The words of the clause.
    fn cut(&mut self) -> Words {
        let doc = self.doc;
        let mut cut = words(doc, Span::new(self.at, self.end));
        if self.loose {
            cut.join_first(doc);
        }
        // 老城区雨水管网改造提升工程: longer than what is looked at first.
        let long = |cut: &[Word]| leading(cut, false).is_some_and(|(span, _)| span.end + 4 >= self.end);
        if !self.loose && self.end == self.at + NEAR && long(&cut) {
            self.look_on(self.at);
            cut = words(doc, Span::new(self.at, self.end));
        }
        cut
    }

    /// Looks on from `start`.
    pub(super) fn look_on(&mut self, start: usize) {
        self.limit = (start + AHEAD).min(self.doc.len());
        self.end = clause_end(self.doc, start, AHEAD);
    }

    /// What tells by itself, whatever opens the phrase: clauses with 集, words that no list has, sums that are funds.
    fn special(&self, words: &[Word], first: Role) -> Option<After> {
        let Behind { doc, q, at, unit, counts, loose, .. } = *self;
        // 4国缔结的条约
        if loose && matches!(unit, '国' | '省' | '市' | '县' | '区') && first.is_verb() {
            return Some(After::Other);
        }
        // 100个集餐厅、课堂于一体的中心
        if doc.char(at) == '集' && words[0].span.len() == 1 {
            return Some(After::Other);
        }
        if loose
            && counts != Counts::People
            && let Some(span) = unlisted(doc, words, Span::new(at, self.end), self.end < self.limit, unit)
        {
            return Some(After::Noun(span));
        }
        if q.kind == CountKind::Money
            && let Some(span) = fund(doc, words)
        {
            return Some(After::Noun(span));
        }
        None
    }

    fn opening(&self, words: &[Word], first: Role) -> Opening {
        let Behind { doc, q, loose, .. } = *self;
        // Behind 人, sums and measures only a noun itself; a verb there is what they do.
        let nominal = first.ends() || first == Role::Modifier;
        // 12元卫生费, but 3万元改造|管|网.
        let compound = (first == Role::VerbNoun || first == Role::Verb && loose)
            && words.get(1).is_some_and(|w| {
                w.role == Role::Suffix && (q.kind != CountKind::Money || is_fund(doc.char(w.span.start)))
            });
        Opening { first, nominal, compound, held: false }
    }

    /// What is done or held so many times, where its words say so alone.
    fn event(&self, words: &[Word]) -> Option<Span> {
        let Behind { doc, unit, .. } = *self;
        // 做了三次辅导。
        if let Some(span) =
            deed(doc, words, unit).filter(|_| unit == '场' || unit == '次' && words.len() == 1)
        {
            return Some(span);
        }
        // 3场板凳会
        if unit == '场'
            && let Some(span) = meeting(doc, words, self.end)
        {
            return Some(span);
        }
        // 3场促消费活动
        if unit == '场'
            && let Some(span) = unknown_compound(doc, words, self.end)
        {
            return Some(span);
        }
        None
    }

    /// Whether what opens the phrase tells what was held: 3场招聘活动.
    fn is_held(&self, words: &[Word], first: Role) -> bool {
        let Behind { doc, at, unit, .. } = *self;
        // 3场招聘活动, 4次飞行任务, but 两次访问中国.
        matches!(unit, '场' | '次') && (first == Role::VerbNoun || words[0].opens) && {
            let phrase = leading(words, true);
            phrase.is_some_and(|(span, count)| {
                matches!(words[count - 1].role, Role::Matter | Role::Amount) && span.start == at
                    || unit == '场'
                        && span.start == at
                        && (ends_plainly(doc, words, count) || event(doc.before(span.end)))
            })
        }
    }

    /// A compound that no list has, or a name in marks.
    fn marked(&self, words: &[Word]) -> Option<After> {
        let Behind { doc, q, unit, counts, loose, .. } = *self;
        if loose
            && (matches!(counts, Counts::Things | Counts::Anything) && !matches!(unit, '户' | '家' | '国'))
            && let Some(span) = unknown_compound(doc, words, self.end)
        {
            return Some(After::Noun(span));
        }
        // 130个家门口的“书吧”
        let place = matches!(words[..], [.., at, of] if of.role == Role::Of && at.role == Role::Stop && at.span.len() > 1);
        if let Some(span) = quoted(doc, self.end).filter(|_| loose && place) {
            return Some(After::Noun(span));
        }
        // 35家省级“绿叶”企业, 18个共建“同心路”国家
        let told = loose && words.iter().all(|w| matches!(w.role, Role::Modifier | Role::VerbNoun));
        if told && let Some(name) = quoted(doc, self.end) {
            let past = past_quote(doc, name.end + 1);
            return Some(match after(doc, q, past) {
                After::Noun(noun) if noun.start == past => After::Noun(noun),
                _ if words.iter().all(|w| w.role == Role::Modifier) => After::Noun(name),
                _ => After::Verb(None),
            });
        }
        None
    }

    /// Kinds that share a noun: 10个山区、丘陵乡镇.
    fn joint(&self, words: &[Word]) -> Option<After> {
        let Behind { doc, q, at, counts, loose, .. } = *self;
        // 10个山区、丘陵乡镇, 30名高血压、糖尿病老人
        let kind = |w: &Word| {
            w.role == Role::Modifier || counts == Counts::People && w.role == Role::Noun && !w.people
        };
        // 50名民主和进步人士: what joins them stands in the clause.
        let joint = words.iter().position(|w| !kind(w)).filter(|&i| i > 0 && words[i].is(JOINS));
        let joint = joint.filter(|_| counts == Counts::People).map(|i| words[i].span.start);
        if loose
            && let Some(joint) =
                joint.or((doc.char(self.end) == '、' && words.iter().all(kind)).then_some(self.end))
        {
            return Some(match after(doc, q, joint + 1) {
                After::Noun(noun) if noun.start == joint + 1 => After::Noun(Span::new(at, noun.end)),
                // 50名民主和进步人士
                After::Verb(Some(noun)) if noun.start == joint + 1 && joint < self.end => {
                    After::Noun(Span::new(at, noun.end))
                }
                _ => After::Verb(None),
            });
        }
        None
    }
}

/// Where the clause ends at `at`, or `most` characters on.
pub(super) fn clause_end(doc: &Document<'_>, at: usize, most: usize) -> usize {
    let limit = (at + most).min(doc.len());
    (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit)
}

/// Whether a phrase of `count` words is one noun or more and something plainly ends it.
pub(super) fn ends_plainly(doc: &Document<'_>, words: &[Word], count: usize) -> bool {
    let last = &words[count - 1];
    if doc.surface(last.span) == "人口" {
        return true;
    }
    let noun = matches!(last.role, Role::Noun | Role::Head) && last.span.len() > 1 && !last.acts;
    let ends = match words.get(count) {
        Some(next) => {
            next.is(FUNCTION) || next.role == Role::Predicate || numeral::is_start(doc.char(next.span.start))
        }
        None => is_separator(doc.char(last.span.end)),
    };
    noun && ends && words[..count].iter().all(|w| !w.role.is_verb())
}

/// Whether a number begins at `at`.
pub(super) fn numbered(doc: &Document<'_>, at: usize) -> bool {
    let first = doc.char(at);
    first.is_ascii_digit() || numeral::is_numeric(first) && unit::longest(&doc.chars()[at + 1..]).is_some()
}
