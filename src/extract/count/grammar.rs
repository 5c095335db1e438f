//! Reads one quantity: `[approximator] numeral [to numeral] unit [approximator]`.

use super::approximator::{self, Size};
use super::bare::{nominal, renminbi, unitless};
use super::kept::Seen;
use super::money::{priced, verb_of_money};
use super::noun::NAMED;
use super::range::range;
use super::tail::{compound, prefix, rate, suffix, suffix_words};
use super::unit::{self, Unit, UnitKind};
use super::{exclude, label, noun, set_phrase, spaced};
use crate::chars::is_han;
use crate::numeral::{self, Form, Numeral};
use crate::record::{CountKind, Modifier};
use crate::{Decimal, Document, Span, countries};

/// A quantity before its noun is known. Positions are characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: CountKind,
    pub(super) value: Option<Decimal>,
    pub(super) max: Option<Decimal>,
    pub(super) modifier: Option<Modifier>,
    /// Where the unit is printed.
    pub(super) unit: Option<Span>,
    /// The unit's sign where words say it: 百分之五.
    pub(super) sign: Option<&'static str>,
    pub(super) rule: &'static str,
}

impl Quantity {
    /// With what stands before the numeral.
    pub(super) fn led(self, lead: Option<Lead>) -> Self {
        match lead {
            Some((start, modifier)) => Quantity { start, modifier: modifier.or(self.modifier), ..self },
            None => self,
        }
    }
}

/// Where a word before the numeral begins, and what it says.
pub(super) type Lead = (usize, Option<Modifier>);

/// A number that was read: where it begins and ends, and where the mention before it ends.
#[derive(Clone, Copy)]
pub(super) struct Read {
    pub(super) at: usize,
    pub(super) after: usize,
    pub(super) floor: usize,
    pub(super) number: Numeral,
    /// Whether it is two numbers, joined to a range.
    range: bool,
}

impl Read {
    pub(super) fn quantity(
        &self,
        kind: CountKind,
        rule: &'static str,
        end: usize,
        unit: Option<Span>,
    ) -> Quantity {
        let Numeral { value, max, modifier, .. } = self.number;
        Quantity { start: self.at, end, kind, value, max, modifier, unit, sign: None, rule }
    }

    /// What stands before the numeral: an approximator, 好 before 几.
    pub(super) fn lead(&self, doc: &Document<'_>) -> Option<Lead> {
        let size = match self.number {
            Numeral { form: Form::Bare, .. } => Size::Bare,
            Numeral { scale, .. } if scale >= 10_000 => Size::Scaled,
            _ => Size::Plain,
        };
        let good =
            doc.before(self.at) == '好' && matches!(doc.char(self.at), '几' | '幾') && self.at > self.floor;
        let at = self.at - usize::from(good);
        match approximator::before(doc, at, self.floor, size) {
            Some((start, modifier)) => Some((start, Some(modifier))),
            None => good.then_some((at, None)),
        }
    }
}

/// What stands at an anchor.
pub(super) enum Reading {
    Count(Quantity),
    /// No count up to this position.
    None(usize),
}

/// Signs that stand before a sum.
pub(super) const CURRENCIES: [char; 5] = ['$', '¥', '€', '£', '￥'];

/// Reads at `at`, a character that may start a numeral or is a currency sign. `floor` is the end of what was read
/// before.
pub(super) fn read(doc: &Document<'_>, at: usize, floor: usize) -> Reading {
    if CURRENCIES.contains(&doc.char(at)) {
        return currency(doc, at, floor);
    }
    if let Some(end) = passed(doc, at, floor) {
        return Reading::None(end);
    }
    let chars = doc.chars();
    let Some(first) = signed(doc, at) else { return Reading::None(at + 1) };
    let (at, first) = first;
    let end = at + first.len;
    let unit = unit::longest(&chars[end..]).filter(|unit| !is_other(doc, at, end, unit));
    if indefinite(doc, at, end, floor, unit) {
        return Reading::None(end);
    }
    // 29日, 3号楼: what is said with such a unit is no count, whatever stands around it.
    let behind = |unit: &Unit| doc.char(end + unit.word.len());
    let other = |unit: &Unit| unit.kind == UnitKind::Time && !matches!(behind(unit), '大' | ' ');
    if matches!(first.form, Form::Digits | Form::Han) && unit.is_some_and(other) {
        return Reading::None(exclude::resume(doc, at, end));
    }
    if let Some(skip) = exclude::before_unit(doc, at, &first) {
        return Reading::None(skip);
    }
    let alone = Read { at, after: end, floor, number: first, range: false };
    let range = range(chars, at, &first, unit);
    let range = range.map(|(number, after)| Read { after, number, range: true, ..alone });
    let quantity = range
        .and_then(|range| finish(doc, &range, unit::longest(&chars[range.after..])))
        .or_else(|| finish(doc, &alone, unit))
        .or_else(|| nominal(doc, &alone, unit?));
    match quantity.or_else(|| spaced::percent(doc, at)) {
        Some(quantity) => Reading::Count(quantity),
        None => Reading::None(exclude::resume(doc, at, range.map_or(end, |range| range.after))),
    }
}

/// Whether the unit behind a number from `at` to `end` begins another word: 10万多种植户, but 10多种植物; 3000万银发族, but
/// 7金5银2铜.
fn is_other(doc: &Document<'_>, at: usize, end: usize, unit: &Unit) -> bool {
    match unit.word[..] {
        ['种'] => doc.char(end + 1) == '植' && doc.char(end + 2) != '物',
        // 50亿发展基金
        ['发'] => matches!(doc.char(end + 1), '展' | '放' | '电' | '布' | '行'),
        // 1000亿项目清单, but 3项目标.
        ['项'] => doc.char(end + 1) == '目' && !matches!(doc.char(end + 2), '标' | '的' | '录'),
        // 这一马克思主义政党
        ['马', '克'] => doc.char(end + 2) == '思',
        ['金' | '银' | '铜'] => !(doc.char(at).is_ascii_digit() && unit::is_medal(doc, at, end)),
        _ => false,
    }
}

/// A currency with its country at `at`: the unit and where it begins (波兰兹罗提).
fn foreign(doc: &Document<'_>, at: usize) -> Option<(&'static Unit, usize)> {
    let from = at + countries::at_start(doc.rest(at))?;
    let unit = unit::longest(doc.rest(from)).filter(|u| u.kind == UnitKind::Count(CountKind::Money))?;
    Some((unit, from))
}

/// The commonest numbers that are no counts, told by a look at what stands around: 29日, 三年, 一条.
#[inline]
fn passed(doc: &Document<'_>, at: usize, floor: usize) -> Option<usize> {
    let first = doc.char(at);
    // 正负800千伏; 胜5场负3场
    if matches!(first, '负' | '負') {
        let lost = || {
            let number = numeral::read(doc.rest(at + 1));
            number.is_some_and(|n| matches!(doc.char(at + 1 + n.len), '场' | '局' | '盘' | '轮'))
        };
        if doc.before(at) == '正' || lost() {
            return Some(at + 1);
        }
    }
    let digits = doc.rest(at).iter().take(4).take_while(|c| c.is_ascii_digit()).count();
    let end = at + digits.max(1);
    let next = doc.char(end);
    let time = || unit::is_time(next) && !matches!(doc.char(end + 1), '大' | ' ');
    match digits {
        0 if first == '一' && unit::is_classifier(next) => {
            approximator::before(doc, at, floor, Size::Plain).is_none().then_some(end)
        }
        0 => (numeral::is_digit(first) && time()).then_some(end),
        1..4 => time().then_some(end),
        _ => None,
    }
}

/// 一个, 一名, 一次: the commonest characters that a numeral may start with, and no count without an approximator.
fn indefinite(doc: &Document<'_>, at: usize, end: usize, floor: usize, unit: Option<&Unit>) -> bool {
    doc.char(at) == '一'
        && end == at + 1
        && unit.is_some_and(|u| u.kind == UnitKind::Count(CountKind::Count))
        && approximator::before(doc, at, floor, Size::Plain).is_none()
}

/// The numeral at `at`, with a minus sign or 零下 before it.
fn signed(doc: &Document<'_>, at: usize) -> Option<(usize, Numeral)> {
    let chars = doc.chars();
    let minus = doc.before(at) == '-'
        && chars[at].is_ascii_digit()
        && !at.checked_sub(2).is_some_and(|i| {
            chars[i].is_ascii_alphanumeric()
                || numeral::is_numeric(chars[i])
                || matches!(chars[i], ')' | '-' | '/' | '%' | '℃' | '.')
        });
    let from = if minus { at - 1 } else { at };
    let numeral = numeral::read(&chars[from..])?;
    // 数 after a character it makes a word with: 人数, 总数. 数百 is a number everywhere.
    let counted = numeral.form == Form::Vague
        && matches!(chars[at], '数' | '數')
        && is_han(doc.before(at))
        && !matches!(doc.before(at), '近' | '的' | '了' | '有' | '达' | '上' | '、');
    (!counted || !exclude::is_word(doc, Span::new(at - 1, at + 1))).then_some((from, numeral))
}

/// From the end of the numeral on: unit, compound parts, approximators. `unit` stands behind it.
fn finish(doc: &Document<'_>, read: &Read, unit: Option<&'static Unit>) -> Option<Quantity> {
    let &Read { at, after, floor, ref number, range } = read;
    if let Some(quantity) = unitless(doc, read) {
        return Some(quantity);
    }
    if let Some(quantity) = casualties(doc, read) {
        return Some(quantity);
    }
    // 912 人: a space inside, as some dumps print it.
    let spaced =
        unit.is_none() && doc.char(after) == ' ' && number.is_arabic() && is_han(doc.char(after + 1));
    let from = after + usize::from(spaced);
    let unit = if spaced { unit::longest(&doc.chars()[from..]) } else { unit };
    let unit = unit.map(|unit| (unit, from)).or_else(|| foreign(doc, from));
    let Some((unit, unit_at)) = unit else { return renminbi(doc, read).filter(|_| !spaced) };
    let unit_end = unit_at + unit.word.len();
    let UnitKind::Count(kind) = unit.kind else { return infant(doc, read, unit, unit_at) };
    // 直-8L, 歼-20首飞: a type of aircraft; but -6.5点.
    let minus = number.value.is_some_and(|v| v < 0.into());
    let typed = kind == CountKind::Count && doc.char(at) == '-' && unit.word != ['点'];
    if minus && (typed || unit.word[0].is_ascii_alphabetic()) {
        return None;
    }
    if spaced && matches!(unit.word[..], [c] if !SPACED.contains(&c)) {
        return None;
    }
    let lead = read.lead(doc);
    let approximated = lead.is_some() || number.modifier.is_some() || number.max.is_some();
    let named = || {
        let goes_on = is_han(doc.char(unit_end)) || doc.char(unit_end) == '“';
        // 百家企业, but 百家宴, 万家团圆.
        let house = unit.word != ['家'] || doc.char(at) != '万' && exclude::is_noun(doc, unit_end);
        // 百场活动, but 万场宣讲进校园, 千条线.
        let thing =
            !matches!(unit.word[..], ['场' | '对' | '条' | '首' | '种' | '款' | '间' | '本' | '只' | '头'])
                || noun::begins(doc, unit_end);
        doc.before(at) != '每' && !numeral::is_numeric(doc.before(at)) && goes_on && house && thing
    };
    if number.form == Form::Bare && !approximated && !definite(number, after - at, unit, named()) {
        return None;
    }
    let kind = match unit.word.as_slice() {
        ['块'] if !priced(doc, at, unit_end) => CountKind::Count,
        // 收五分: the coin; 得五分 a score.
        ['分'] if !number.is_arabic() && (verb_of_money(doc.before(at)) || is_mill(doc, unit_end)) => {
            CountKind::Money
        }
        // 两度夺冠
        ['度'] if !number.is_arabic() && after == at + 1 && label::occasion(doc, unit_end) => {
            CountKind::Count
        }
        _ => kind,
    };
    let rule = match kind {
        _ if range => "count.range",
        CountKind::Count => "count.classifier",
        CountKind::Money => "count.money",
        CountKind::Percent => "count.percent",
        CountKind::Measure => "count.measure",
        CountKind::Age => "count.age",
    };
    if unit.people {
        let q = read.quantity(kind, NAMED, after, None).led(lead);
        return Seen { doc, at, n: number, unit, q: &q, approximated }.is_kept().then_some(q);
    }
    let mut q = read.quantity(kind, rule, unit_end, Some(Span::new(from, unit_end)));
    compound(doc, &mut q, number, unit);
    rate(doc, &mut q);
    suffix(doc, &mut q);
    q = q.led(lead);
    prefix(doc, &mut q, floor);
    Seen { doc, at, n: number, unit, q: &q, approximated }.is_kept().then_some(q)
}

/// 3死5伤: each tells of the other.
fn casualties(doc: &Document<'_>, read: &Read) -> Option<Quantity> {
    let &Read { at, after, .. } = read;
    let beside = match doc.char(after) {
        '死' => numeral::is_numeric(doc.char(after + 1)),
        '伤' => doc.before(at) == '死',
        _ => false,
    };
    let end = after + 1;
    (beside && !set_phrase::holds(doc, at, end)).then(|| {
        read.quantity(CountKind::Count, "count.casualties", end, Some(Span::new(after, end)))
            .led(read.lead(doc))
    })
}

/// Whether what stands behind 分 tells of money: 七分二厘.
fn is_mill(doc: &Document<'_>, at: usize) -> bool {
    numeral::is_numeric(doc.char(at)) && doc.char(at + 1) == '厘'
}

/// Units of one character that a space may stand before.
const SPACED: [char; 8] = ['人', '名', '户', '个', '元', '亩', '吨', '米'];

/// 百米, 千亩, 百万元: a scale word alone counts before a measure, and two of them before money and people too.
fn definite(number: &Numeral, length: usize, unit: &Unit, goes_on: bool) -> bool {
    let plain = number.max.is_none() && length <= 2;
    let measure = matches!(
        unit.word.as_slice(),
        ['米' | '亩' | '吨' | '斤'] | ['公', '里' | '斤' | '顷'] | ['平', '方', '米'] | ['立', '方', '米']
    );
    // 百名党员, 百座大棚, 百家企业: what is counted follows.
    let named = matches!(
        unit.word.as_slice(),
        ['名'
            | '位'
            | '座'
            | '幅'
            | '盏'
            | '件'
            | '辆'
            | '棵'
            | '株'
            | '户'
            | '架'
            | '台'
            | '艘'
            | '册'
            | '家'
            | '所'
            | '项'
            | '支'
            | '场'
            | '对'
            | '条'
            | '首'
            | '种'
            | '款'
            | '间'
            | '本'
            | '只'
            | '头']
    ) && goes_on;
    let many = matches!(unit.word.as_slice(), ['人' | '户'] | ['人', '次'] | ['人', '口'])
        || unit.kind == UnitKind::Count(CountKind::Money);
    plain && (measure || named || (length == 2 && many))
}

/// 三个月大, 90天大: an age in months or days. `from` is where the unit begins.
fn infant(doc: &Document<'_>, read: &Read, unit: &Unit, from: usize) -> Option<Quantity> {
    let end = from + unit.word.len();
    // 3天大会, 两天大雨.
    let alone = doc.char(end) == '大'
        && (!is_han(doc.char(end + 1)) || matches!(doc.char(end + 1), '的' | '时' | '就' | '左'));
    if !(alone && matches!(unit.word[..], ['个', '月'] | ['天'] | ['周'])) {
        return None;
    }
    let unit = Some(Span::new(from, end));
    let mut q = read.quantity(CountKind::Age, "count.infant", end + 1, unit).led(read.lead(doc));
    suffix_words(doc, &mut q);
    Some(q)
}

/// $300, ￥5000, HK$80, 人民币 without 元.
fn currency(doc: &Document<'_>, at: usize, floor: usize) -> Reading {
    let chars = doc.chars();
    let from = at + 1 + usize::from(doc.char(at + 1) == ' ');
    let Some(n) = chars.get(from..).and_then(numeral::read).filter(Numeral::is_arabic) else {
        return Reading::None(at + 1);
    };
    let letters = (floor..at).rev().take(3).take_while(|&i| chars[i].is_ascii_uppercase()).count();
    let mut q = Quantity {
        start: at - letters,
        end: from + n.len,
        kind: CountKind::Money,
        value: n.value,
        max: None,
        modifier: n.modifier,
        unit: Some(Span::new(at - letters, at + 1)),
        sign: None,
        rule: "count.prefix",
    };
    suffix_words(doc, &mut q);
    if let Some((start, modifier)) = approximator::before(doc, q.start, floor, Size::Plain) {
        q.start = start;
        q.modifier = Some(modifier);
    }
    Reading::Count(q)
}
