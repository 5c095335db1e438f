//! The words of a few characters of text, and what each does in a noun phrase.
//!
//! The words come from the common words of the dictionary (`role` tells what each does): no clause is segmented for a
//! noun.

use super::role::{BODY, END, GOES, PARTICLES, PEOPLE_LIKE, ROLES, Role, SYLLABLES, is, role};
use super::unit;
use crate::chars::is_han;
use crate::numeral;
use crate::segment::common::{self, Class, WINDOW};
use crate::{Document, Span};

/// A word and what it does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) role: Role,
    /// A place, or a division's last syllable: 社区, 村.
    pub(super) place: bool,
    /// A body that does things: 合作社, 社区, 部门.
    pub(super) acts: bool,
    /// Its last syllable ends words for people.
    pub(super) people: bool,
    /// A verb that does something to the nouns behind it, though it may tell their kind: 安置 / 群众, 安置点.
    pub(super) deed: bool,
    /// A clause's verb that may begin what stands behind a count (展示 / 作品, but 5个展示区), or 联合, which does so
    /// and is a verb behind a body.
    pub(super) opens: bool,
    /// A noun that is told by what it does: 施工人员, 销售企业.
    pub(super) doer: bool,
    /// Where things are: 省内.
    pub(super) site: bool,
    /// 等, 各类: what stands before it is a phrase of its own.
    pub(super) lists: bool,
    /// What its only character does, or its last where it is a verb of two.
    particle: u8,
    /// Latin letters and digits: 5G, 500强.
    pub(super) latin: bool,
    /// One character that no phrase ends at: the first of 涉赛人员.
    pub(super) single: bool,
}

impl Word {
    const fn of(span: Span, role: Role) -> Word {
        Word {
            span,
            role,
            place: false,
            acts: false,
            people: false,
            deed: false,
            opens: false,
            doer: false,
            site: false,
            lists: false,
            particle: 0,
            latin: false,
            single: false,
        }
    }

    /// Whether the word is one of these particles, or ends with one.
    pub(super) const fn is(&self, particles: u8) -> bool {
        self.particle & particles != 0
    }
}

/// The words of a window, in order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    list: [Word; WINDOW],
    len: usize,
}

impl std::ops::Deref for Words {
    type Target = [Word];

    fn deref(&self) -> &[Word] {
        &self.list[..self.len]
    }
}

impl Words {
    /// The words as those before a count are read, where what may open a phrase is the clause's verb.
    pub(super) fn backwards(mut self) -> Words {
        for i in 0..self.len {
            // 修复面积, 展出面积: of how much there is.
            let tells = i + 1 < self.len && self.list[i + 1].role == Role::Amount;
            let word = &mut self.list[i];
            if word.opens && word.role == Role::Verb && !tells {
                word.role = Role::Predicate;
            }
            if word.site {
                word.role = Role::Stop;
            }
        }
        self
    }

    /// Two characters that are no words by themselves and a noun: 捞纸 / 工人, 自贸 / 试验区.
    pub(super) fn join_first(&mut self, doc: &Document<'_>) {
        let single = |w: &Word| {
            let c = doc.char(w.span.start);
            w.span.len() == 1
                && is_han(c)
                && !is(c, END)
                && matches!(w.role, Role::Stop | Role::Single)
                && !numeral::is_numeric(c)
                && !unit::is_classifier(c)
                && !matches!(
                    c,
                    '死' | '伤' | '亡' | '没' | '是' | '不' | '靠' | '凭' | '替' | '帮' | '陪' | '讲' | '穿'
                )
        };
        let noun = |w: &Word| w.role.ends() && (w.span.len() > 1 || doc.char(w.span.start) == '户');
        // 可 / 转化 / 成果
        if let [a, b, c, ..] = self.list[..self.len]
            && a.span.len() == 1
            && doc.char(a.span.start) == '可'
            && b.span.len() == 2
            && b.role.is_verb()
            && (noun(&c) || c.role == Role::Modifier)
        {
            self.join(Span::new(a.span.start, b.span.end));
        }
        if let [a, b, c, ..] = self.list[..self.len]
            && single(&a)
            && single(&b)
            && noun(&c)
        {
            self.join(Span::new(a.span.start, b.span.end));
        }
    }

    /// The first two words as one that belongs to the noun behind it.
    fn join(&mut self, span: Span) {
        self.list[0] = Word::of(span, Role::Modifier);
        self.list.copy_within(2..self.len, 1);
        self.len -= 1;
    }
}

/// The words of a span, at most [`WINDOW`] characters of it.
pub(super) fn words(doc: &Document<'_>, span: Span) -> Words {
    let chars = &doc.chars()[span.start..span.end];
    let mut words = Words { list: [Word::of(span, Role::Stop); WINDOW], len: 0 };
    common::cut(chars, &ROLES, |at, entry, listed| {
        let word = &chars[at..at + entry.len];
        if let (&[c], Some(last)) = (word, words.len.checked_sub(1))
            && let Some(role) = joins(c, doc.before(span.start + at), &words.list[last])
        {
            let span = Span::new(words.list[last].span.start, span.start + at + 1);
            let latin = !matches!(c, '型' | '式' | '性');
            words.list[last] = Word { latin, ..Word::of(span, role) };
            return;
        }
        // 标志 / 着: a verb, whatever the dictionary says.
        if word == ['着']
            && let Some(last) = words.len.checked_sub(1).map(|last| &mut words.list[last])
            && last.role == Role::Noun
            && last.span.len() > 1
        {
            last.role = Role::Predicate;
        }
        let role = role(word, entry, listed);
        let place = matches!(word, ['村' | '镇' | '乡' | '县' | '市' | '区'] | ['社', '区'] | ['街', '道']);
        let place = place || entry.class == Class::Place && role == Role::Modifier;
        let last = word.last().map_or(0, |&c| SYLLABLES.of_char(c));
        // 农业, 官方 and 国家 tell of others.
        let branch = matches!(word, ['国', '家'] | ['官', '方'] | ['棚', '户', '区'])
            || matches!(word, [.., a, '业'] if !matches!(a, '企' | '行' | '物'));
        let (people, acts) = (last & PEOPLE_LIKE != 0, last & BODY != 0 && !branch);
        let particle = match word {
            [c] => PARTICLES.of_char(*c) & !GOES,
            [_, c] => PARTICLES.of_char(*c) & GOES,
            _ => 0,
        };
        let span = Span::new(span.start + at, span.start + at + entry.len);
        let deed = listed.is_some_and(|l| l.deed);
        let doer = match word {
            ['学' | '党' | '社' | '会' | '团' | '议' | '演' | '成', '员'] => false,
            [.., '员'] | [_, _, '书' | '证' | '单' | '表' | '卡'] => true,
            _ => listed.is_some_and(|l| l.doer),
        };
        words.list[words.len] = Word {
            span,
            role,
            place,
            acts,
            people,
            deed,
            opens: listed.is_some_and(|l| l.opens),
            doer,
            site: listed.is_some_and(|l| l.site),
            lists: word == ['等'] || listed.is_some_and(|l| l.anew),
            latin: matches!(word, ['A'..='Z' | 'a'..='z']),
            particle,
            single: matches!(word, &[c] if is_han(c) && !is(c, END) && !matches!(c, '该' | '本' | '其' | '此')),
        };
        words.len += 1;
    });
    words
}

/// Syllables that make an attribute or a noun of the word before them.
const fn makes_attributes(c: char) -> bool {
    matches!(c, '型' | '式' | '性')
}

/// What the word `last`, which ends with `before`, is with the character behind it: 友好型, 气动式; 5G, F-35, 5A级, 500强.
fn joins(c: char, before: char, last: &Word) -> Option<Role> {
    let latin = before.is_ascii_alphanumeric() || matches!(before, '-' | '+');
    match c {
        '型' if last.span.len() > 1 => Some(Role::Modifier),
        '式' | '性' if last.span.len() > 1 => Some(Role::Noun),
        '级' if latin
            || last.span.len() > 1 && matches!(last.role, Role::Modifier | Role::Noun | Role::Stop) =>
        {
            Some(Role::Modifier)
        }
        // 米格-29战斗机
        '-' if !latin && (last.role.ends() || last.single) => Some(Role::Modifier),
        '强' if before.is_ascii_digit() => Some(Role::Noun),
        'A'..='Z' | 'a'..='z' if latin => Some(Role::Modifier),
        '0'..='9' | '-' | '+' if latin => Some(last.role),
        _ => None,
    }
}

/// Whether a word at the start of `chars` may have such a role, however they are cut.
pub(super) fn may_begin(chars: &[char], role_is: impl Fn(Role) -> bool) -> bool {
    common::firsts(chars, &ROLES).any(|(entry, listed)| {
        let joined = entry.len > 1 && chars.get(entry.len).is_some_and(|&c| makes_attributes(c));
        joined || role_is(role(&chars[..entry.len], entry, listed))
    })
}

/// Whether `chars` begin with two characters that begin no word with those behind them.
pub(super) fn may_be_singles(chars: &[char]) -> bool {
    let alone = |at: usize| {
        chars.get(at).is_some_and(|&c| is_han(c) && !is(c, END))
            && common::firsts(&chars[at..], &ROLES).all(|(entry, _)| entry.len == 1)
    };
    chars.len() > 2 && alone(0) && alone(1)
}

/// Whether a word at the end of `chars` may have such a role, however they are cut.
pub(super) fn may_end(chars: &[char], role_is: impl Fn(Role) -> bool) -> bool {
    chars.last().is_some_and(|&c| makes_attributes(c))
        || common::lasts(chars, &ROLES)
            .any(|(entry, listed)| role_is(role(&chars[chars.len() - entry.len..], entry, listed)))
}
