//! Units that count in one place and label in another: `8幢` a house, `8幢居民楼` eight of them.
//!
//! What tells them apart is a table, `data/unit_labels.tsv`: a row a form, with its example.

use super::exclude::is_word;
use super::kept::Seen;
use crate::chars::is_han;
use crate::numeral::{self, Form, Numeral};
use crate::record::CountKind;
use crate::{Document, Span, lexicon};

const TABLE: &str = include_str!("../../../data/unit_labels.tsv");

/// A row of the table: what a unit is where its cells hold.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Whether the unit labels there.
    label: bool,
    number: Vec<Term>,
    before: Side,
    after: Side,
}

/// What is said of the number.
#[derive(Clone, Copy, Debug)]
enum Term {
    Arabic,
    Han,
    /// A Chinese number of so many characters.
    Characters(usize, usize),
    Digits,
    /// No whole number: 几.
    Vague,
    /// Not the character 两.
    NoPair,
    /// No whole number either, but a known one: 3.5.
    Fraction,
    /// The value lies in a range.
    Value(i64, i64),
    Exact,
    Uncounted,
    Modified,
    Unscaled,
    Unpriced,
}

/// What stands before a number or behind its unit.
#[derive(Clone, Debug)]
enum Side {
    Any,
    One { of: Vec<Sign>, negated: bool },
}

#[derive(Clone, Debug)]
enum Sign {
    Char(char),
    Word(Vec<char>),
    Han,
    Noun,
    Dictionary,
    Digit,
    Seconds,
}

/// The rows in order, each with a unit that it is for.
pub(super) fn rows() -> impl Iterator<Item = (char, Row)> {
    lexicon::rows(TABLE)
        .filter_map(|cells| Row::of(&cells).map(|row| (cells[0], row)))
        .flat_map(|(units, row)| units.chars().filter(|&c| c != ' ').map(move |unit| (unit, row.clone())))
}

impl Row {
    fn of(cells: &[&'static str]) -> Option<Row> {
        let &[_, _, verdict, number, before, after, _] = cells else { return None };
        let number = match number {
            "-" => Vec::new(),
            terms => terms.split(' ').map(Term::of).collect::<Option<_>>()?,
        };
        Some(Row { label: verdict == "label", number, before: Side::of(before), after: Side::of(after) })
    }

    fn holds(&self, seen: &Seen<'_>) -> bool {
        let Seen { doc, at, q, .. } = *seen;
        let before = |sign: &Sign| match sign {
            Sign::Char(c) => doc.before(at) == *c,
            Sign::Word(word) => doc.chars()[..at].ends_with(word),
            _ => false,
        };
        self.number.iter().all(|term| term.holds(seen))
            && self.before.holds(before)
            && self.after.holds(|sign| sign.stands(doc, q.end))
    }
}

impl Term {
    fn of(text: &str) -> Option<Term> {
        Some(match text {
            "arabic" => Term::Arabic,
            "han" => Term::Han,
            "digit" => Term::Characters(1, 1),
            "long" => Term::Characters(3, usize::MAX),
            "digits" => Term::Digits,
            "vague" => Term::Vague,
            "!两" => Term::NoPair,
            "fraction" => Term::Fraction,
            "exact" => Term::Exact,
            "uncounted" => Term::Uncounted,
            "modified" => Term::Modified,
            "unscaled" => Term::Unscaled,
            "unpriced" => Term::Unpriced,
            range => {
                let (low, high) = match range.split_once(['≤', '>', '–'])? {
                    ("", high) if range.starts_with('≤') => (i64::MIN, high.parse().ok()?),
                    ("", low) => (low.parse::<i64>().ok()? + 1, i64::MAX),
                    (low, high) => (low.parse().ok()?, high.parse().ok()?),
                };
                Term::Value(low, high)
            }
        })
    }

    fn holds(self, seen: &Seen<'_>) -> bool {
        let Seen { doc, at, n, q, approximated, .. } = *seen;
        match self {
            Term::Arabic => n.is_arabic(),
            Term::Han => !n.is_arabic(),
            Term::Characters(least, most) => !n.is_arabic() && (least..=most).contains(&n.len),
            Term::Digits => n.form == Form::HanDigits,
            Term::Vague => n.integer().is_none(),
            Term::Fraction => n.value.is_some() && n.integer().is_none(),
            Term::NoPair => doc.char(at) != '两',
            Term::Value(low, high) => n.integer().is_some_and(|value| (low..=high).contains(&value)),
            Term::Exact => !approximated,
            Term::Uncounted => !approximated && !COUNTING.contains(&doc.before(at)),
            Term::Modified => q.modifier.is_some(),
            Term::Unscaled => n.scale == 1,
            Term::Unpriced => q.kind != CountKind::Money,
        }
    }
}

impl Side {
    fn of(cell: &str) -> Side {
        let (cell, negated) = cell.strip_prefix('!').map_or((cell, false), |rest| (rest, true));
        match cell {
            "-" => Side::Any,
            signs => Side::One { of: signs.split(' ').map(Sign::of).collect(), negated },
        }
    }

    fn holds(&self, stands: impl Fn(&Sign) -> bool) -> bool {
        match self {
            Side::Any => true,
            Side::One { of, negated } => of.iter().any(stands) != *negated,
        }
    }
}

impl Sign {
    fn of(text: &str) -> Sign {
        let mut chars = text.chars();
        match (text, chars.next(), chars.next()) {
            ("HAN", ..) => Sign::Han,
            ("NOUN", ..) => Sign::Noun,
            ("WORD", ..) => Sign::Dictionary,
            ("DIGIT", ..) => Sign::Digit,
            ("SECONDS", ..) => Sign::Seconds,
            (_, Some(c), None) => Sign::Char(c),
            _ => Sign::Word(text.chars().collect()),
        }
    }

    /// Whether it stands at `at`.
    fn stands(&self, doc: &Document<'_>, at: usize) -> bool {
        let first = doc.char(at);
        match self {
            Sign::Char(c) => first == *c,
            Sign::Word(word) => doc.chars()[at..].starts_with(word),
            Sign::Han => is_han(first),
            Sign::Noun => is_han(first) && !NO_NOUN.contains(&first),
            Sign::Dictionary => is_word(doc, Span::new(at, (at + 2).min(doc.len()))),
            Sign::Digit => first.is_ascii_digit(),
            Sign::Seconds => {
                numeral::read(&doc.chars()[at..]).is_some_and(|n| matches!(doc.char(at + n.len), '秒' | '″'))
            }
        }
    }
}

/// Characters before a number that is counted: 共8幢, 建成8幢.
const COUNTING: [char; 26] = [
    '共', '有', '成', '建', '了', '这', '各', '计', '设', '置', '选', '出', '盖', '拆', '造', '分', '买',
    '达', '为', '第', '等', '余', '房', '屋', '宅', '好',
];

/// Characters after a unit that no noun begins with.
const NO_NOUN: [char; 16] =
    ['的', '和', '与', '及', '至', '到', '是', '为', '在', '也', '内', '前', '旁', '下', '上', '里'];

/// Whether the unit of a quantity labels, where a row tells.
pub(super) fn verdict(seen: &Seen<'_>) -> Option<bool> {
    let Seen { n, unit, approximated, .. } = *seen;
    // 12345市民热线, 12338妇女维权热线: a number to dial.
    if unit.strict && unit.word.len() > 1 && hotline(n) && !approximated {
        return Some(true);
    }
    unit.labels.iter().find(|row| row.holds(seen)).map(|row| row.label)
}

/// Whether what stands behind 度 tells that something happened so often: 两度夺冠, but 三度的坡, 两度电.
pub(super) fn occasion(doc: &Document<'_>, at: usize) -> bool {
    is_han(doc.char(at)) && !matches!(doc.char(at), '的' | '左' | '以' | '多' | '电')
}

/// 12345, 95598: five digits of the national and the companies' hotlines.
fn hotline(n: &Numeral) -> bool {
    let number = n.integer().filter(|_| n.form == Form::Digits && n.len == 5);
    number.is_some_and(|v| (matches!(v / 100, 123 | 950..=969)) && v % 100 != 0)
}

#[cfg(test)]
mod tests {
    use super::super::approximator::{self, Size};
    use super::super::unit;
    use super::*;
    use crate::extract::count::Quantity;
    use crate::segment::Segmenter;

    /// A row decides what the first number of its example is, and no row before it does.
    #[test]
    fn every_row_decides_on_its_example() {
        let segmenter = Segmenter::new();
        let mut seen: Vec<char> = Vec::new();
        for cells in lexicon::rows(TABLE) {
            let [units, _, _, _, _, _, example] = cells[..] else { panic!("seven cells: {cells:?}") };
            let doc = Document::new(example, &[], &segmenter);
            let (at, n, unit) = (0..doc.len())
                .filter_map(|at| Some((at, numeral::read(&doc.chars()[at..])?)))
                .filter_map(|(at, n)| Some((at, n, unit::longest(&doc.chars()[at + n.len..])?)))
                .find(|(.., unit)| matches!(unit.word[..], [c] if units.contains(c)))
                .expect(example);
            let row = seen.iter().filter(|&&c| c == unit.word[0]).count();
            seen.extend(units.chars());
            let lead = approximator::before(&doc, at, 0, Size::Plain);
            let q = Quantity {
                start: at,
                end: at + n.len + unit.word.len(),
                kind: CountKind::Count,
                value: n.value,
                max: n.max,
                modifier: lead.map(|lead| lead.1),
                unit: None,
                sign: None,
                rule: "",
            };
            let here = Seen { doc: &doc, at, n: &n, unit, q: &q, approximated: lead.is_some() };
            let decides = unit.labels.iter().position(|row| row.holds(&here));
            assert_eq!(decides, Some(row), "{example}");
        }
    }
}
