//! Whether a quantity stays once its unit and its surroundings were seen.

use super::exclude::{indefinite, is_word, quoted};
use super::grammar::Quantity;
use super::label;
use super::money::verb_of_money;
use super::set_phrase;
use super::unit::{Unit, UnitKind};
use crate::chars::{is_han, is_separator};
use crate::numeral::{Form, Numeral};
use crate::record::CountKind;
use crate::segment::common;
use crate::{Document, Span};

/// A quantity with its number and unit, and where it stands; whether a word before it says that it is no exact one.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) at: usize,
    pub(super) n: &'a Numeral,
    pub(super) unit: &'a Unit,
    pub(super) q: &'a Quantity,
    pub(super) approximated: bool,
}

impl Seen<'_> {
    /// Whether the quantity stays after its unit and surroundings were seen.
    pub(super) fn is_kept(&self) -> bool {
        !(self.counts_nothing()
            || self.is_indefinite()
            || self.is_of_words()
            || self.is_of_figure()
            || self.is_vague()
            || self.is_of_name()
            || self.doc.char(self.q.end) == '+'
            || self.unit.word == ['个'] && is_figure(self.doc, self.q.end))
    }

    /// Whether a number that looks like one is none, or only a word: 2023成都, 零门槛, 一角.
    fn counts_nothing(&self) -> bool {
        let Seen { doc, at, n, unit, q, approximated } = *self;
        // 2023成都: nothing has more than ten tenths.
        if unit.word == ['成'] && n.integer().is_some_and(|n| n > 10) {
            return true;
        }
        // 零门槛, 零件: nothing is counted; 零户 is a number.
        let nothing = doc.char(at) == '零' && n.len == 1 && q.kind == CountKind::Count;
        if nothing && !matches!(unit.word[0], '人' | '户' | '个' | '名' | '例' | '起' | '次') {
            return true;
        }
        let digit = !n.is_arabic() && n.len == 1;
        let told = || !indefinite(n) && label::verdict(self) == Some(false);
        if unit.strict && digit && !approximated && !self.is_amount() && !told() {
            return true;
        }
        false
    }

    /// Whether a small number before a strict unit is an amount: 两角五分, 深三尺, 积雪半尺厚, 收两角, 分成四班.
    fn is_amount(&self) -> bool {
        let Seen { doc, at, n, unit, q, .. } = *self;
        q.rule == "count.compound"
        || (q.kind == CountKind::Measure && (!is_han(doc.char(q.end)) || extent(doc.char(q.end))))
        || (q.kind == CountKind::Money && verb_of_money(doc.before(at)))
        || (unit.pairs && doc.char(at) == '两')
        // 每斤六角, 便宜了六毛, but not 公园一角, 金三角.
        || (q.kind == CountKind::Money
            && (!is_han(doc.char(q.end)) || matches!(doc.before(at), '由' | '从' | '至' | '到' | '涨' | '降' | '斤' | '价'))
            && n.integer() != Some(1)
            && !matches!(doc.before(at), '金' | '长' | '珠' | '铁' | '成'))
        || doc.before(at) == '分' && matches!(unit.word[..], ['段' | '批' | '组' | '班' | '路' | '步'])
            || matches!(doc.before(at), '成' | '为')
                && ["分成", "分为", "编成", "排成"].iter().any(|verb| doc.ends_with(at, verb))
    }

    /// Whether 一 is any, or 二 an ordinal.
    fn is_indefinite(&self) -> bool {
        let Seen { doc, at, n, unit, q, approximated } = *self;
        let digit = !n.is_arabic() && n.len == 1;
        // 一块五 is an exact price.
        let lump = unit.word == ['块'] && q.rule != "count.compound" && doc.char(q.end) != '钱';
        let indefinite_money = lump || unit.word == ['分', '钱'];
        if (unit.kind == UnitKind::Count(CountKind::Count) || indefinite_money)
            && !approximated
            && indefinite(n)
        {
            return true;
        }
        if digit
            && doc.char(at) == '二'
            && unit.word.len() == 1
            && (!approximated || doc.char(at + 1) == '、')
            && q.kind == CountKind::Count
            && !matches!(unit.word[0], '人' | '个' | '户' | '名' | '位' | '十')
        {
            // 二次供水, 二手: 二 before a classifier is an ordinal; two of them are 两.
            return true;
        }
        false
    }

    /// Whether the number is part of a word or a set phrase, or a rate.
    fn is_of_words(&self) -> bool {
        let Seen { doc, at, n, unit, q, approximated } = *self;
        if !n.is_arabic() && n.len <= 2 && !approximated && part_of_word(doc, at, n, q, unit) {
            return true;
        }
        if !n.is_arabic() && set_phrase::holds(doc, at, q.end) {
            return true;
        }
        if q.kind == CountKind::Measure && !approximated && indefinite(n) && is_rate(doc, at, q) {
            return true;
        }
        // 统一|六国
        if n.form == Form::HanDigits
            && doc.char(at) == '一'
            && is_word(doc, Span::new(at.saturating_sub(1), at + 1))
        {
            return true;
        }
        // 党的七大以来: the seventh congress.
        if unit.word == ['大'] && !n.is_arabic() && self.is_congress() {
            return true;
        }
        // 六部委
        if unit.word == ['部'] && doc.char(q.end) == '委' {
            return true;
        }
        false
    }

    /// Whether the number belongs to the name of a figure: 百万吨死亡率, 百公里油耗.
    fn is_of_figure(&self) -> bool {
        let Seen { doc, n, q, approximated, .. } = *self;
        let figure = || {
            (q.end..q.end + 5)
                .take_while(|&i| is_han(doc.char(i)))
                .any(|i| matches!(doc.char(i), '率' | '耗'))
        };
        n.form == Form::Bare && q.kind == CountKind::Measure && !approximated && figure()
    }

    /// Whether 大 behind the number is a congress: 党的七大以来.
    fn is_congress(&self) -> bool {
        let Seen { doc, at, q, .. } = *self;
        ["党的", "学社", "中共", "民盟", "动党"].iter().any(|body| doc.ends_with(at, body))
            && matches!(
                doc.char(q.end),
                '第' | '以'
                    | '提'
                    | '上'
                    | '召'
                    | '开'
                    | '闭'
                    | '精'
                    | '报'
                    | '代'
                    | '确'
                    | '把'
                    | '是'
                    | '在'
                    | '通'
                    | '胜'
                    | '的'
                    | '、'
                    | ','
                    | '前'
                    | '后'
            )
    }

    /// Whether some or a few are none: 数钱, 前几家, 不识几个字; or 八角 a spice.
    fn is_vague(&self) -> bool {
        let Seen { doc, at, n, unit, q, approximated } = *self;
        // 数钱 is what is done, 八角 a spice where nothing is paid, 前几家 the ones before.
        let spice = n.integer() == Some(8)
            && unit.word == ['角']
            && q.rule != "count.compound"
            && !priced_before(doc, at)
            && names_spice(doc, at, q.end);
        // Behind a mark: 店前几个人排队 counts.
        let first = n.form == Form::Vague && doc.before(at) == '前' && {
            let before = at.checked_sub(2).map_or('\n', |i| doc.char(i));
            is_separator(before) || matches!(before, '的' | '在' | '名' | '是' | '了' | '完' | '过' | '到')
        };
        if !approximated && (spice || first) || n.form == Form::Vague && unit.word == ['钱'] {
            return true;
        }
        // 还剩几片?
        if n.form == Form::Vague && !approximated && matches!(doc.char(q.end), '?' | '呢') {
            return true;
        }
        // 不识几个字, 没亮过几回, 值几个钱: hardly any.
        if n.form == Form::Vague && !approximated && is_hardly_any(doc, at) {
            return true;
        }
        false
    }

    /// Whether a name holds the number: 2025青年论坛, “万名医师下乡”.
    fn is_of_name(&self) -> bool {
        let Seen { doc, at, n, unit, q, approximated } = *self;
        // 2024城市马拉松, 2025青年论坛: a year before a name.
        let year = n.form == Form::Digits && n.integer().is_some_and(|v| (1900..2100).contains(&v));
        // 2024行动, but 2000顶帐篷
        let goes_on = || is_word(doc, Span::new(q.end - unit.word.len(), q.end + 1));
        let name =
            || unit.strict && (unit.word.len() > 1 || goes_on()) || doc.starts_with(at + n.len, "人工智能");
        if year && q.kind == CountKind::Count && !approximated && name() {
            return true;
        }
        // “万名医师下乡”: what is done is called so.
        let called = || {
            n.form == Form::Bare
                && matches!(doc.before(at), '“' | '"')
                && (q.end..q.end + 16)
                    .map(|i| doc.char(i))
                    .find(|&c| is_separator(c))
                    .is_some_and(|c| matches!(c, '”' | '"'))
        };
        called()
            || q.kind != CountKind::Age && quoted(doc, at, q.end)
            || q.rule != "count.compound" && label::verdict(self) == Some(true)
    }
}

/// Whether letters or a figure with nothing behind it stand at `at`: 三个100, but 3个5G基站, 2个10千伏开关站.
fn is_figure(doc: &Document<'_>, at: usize) -> bool {
    let digits = doc.rest(at).iter().take_while(|c| c.is_ascii_digit()).count();
    let next = doc.char(at + digits);
    match digits {
        0 => next.is_ascii_alphabetic(),
        // 三个3比2
        _ => next == '比' || !(is_han(next) || next.is_ascii_alphabetic()),
    }
}

/// Whether 八角 is the spice: it is grown, or stands among others.
fn names_spice(doc: &Document<'_>, at: usize, end: usize) -> bool {
    let listed = doc.before(at) == '、' && !matches!(doc.char(at.saturating_sub(2)), '角' | '元' | '分');
    listed
        || matches!(doc.before(at), '种' | '采' | '晒' | '烘' | '摘' | '购')
        || matches!(doc.char(end), '树' | '林' | '果' | '油' | '苗' | '香' | '种' | '园' | '产' | '价' | '、')
}

/// Whether what stands before `at` tells of a price: 每斤八角, 卖八角.
fn priced_before(doc: &Document<'_>, at: usize) -> bool {
    verb_of_money(doc.before(at))
        || matches!(doc.before(at), '价' | '费' | '钱' | '要')
        || matches!(doc.before(at), '斤' | '两' | '个' | '份' | '张' | '只' | '尺' | '本' | '天' | '人')
}

/// Whether 几 at `at` says that there are hardly any: a negation stands before it.
fn is_hardly_any(doc: &Document<'_>, at: usize) -> bool {
    if !matches!(doc.char(at), '几' | '幾') {
        return false;
    }
    let denied = |end: usize| matches!(doc.before(end), '没' | '不') || doc.ends_with(end, "没有");
    let verb = (at.saturating_sub(1)..at).any(denied) && is_han(doc.before(at));
    denied(at) || verb || doc.before(at) == '值' || doc.before(at) == '过' && denied(at.saturating_sub(2))
}

/// One Chinese digit that another word owns: 统一, 大陆, 下半场, 六家村.
fn part_of_word(doc: &Document<'_>, at: usize, n: &Numeral, q: &Quantity, unit: &Unit) -> bool {
    let before = doc.before(at);
    let formal = matches!(doc.char(at), '壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖');
    let joined = match doc.char(at) {
        // 身高一米九: 高一 is no word there.
        '一' => q.rule != "count.compound" && is_han(before) && is_word(doc, Span::new(at - 1, at + 1)),
        // 获得过半席位, but 走过半条街.
        '半' => {
            matches!(before, '前' | '后' | '上' | '下' | '大' | '小' | '多')
                || before == '过' && unit.word.len() > 1
        }
        _ => false,
    };
    // 五棵树镇
    let tree = || {
        matches!(doc.char(q.end + 1), '镇' | '乡' | '村')
            && matches!(doc.char(q.end), '树' | '房' | '井' | '桥')
            && !matches!(doc.char(q.end + 2), '民' | '里')
    };
    let loose = match unit.word.as_slice() {
        ['间' | '棵' | '口' | '座'] => !tree(),
        ['条' | '个' | '处' | '户' | '名' | '位' | '所' | '次' | '场' | '项' | '批' | '份' | '件' | '轮'] => {
            true
        }
        _ => false,
    };
    let place = unit.word.len() == 1
        && !loose
        && (matches!(
            doc.char(q.end),
            '村' | '镇' | '乡' | '庄' | '屯' | '桥' | '铺' | '湾' | '沟' | '街' | '巷'
        ) || is_area(doc, at, q.end)
            || ["街道", "社区", "镇", "村"]
                .iter()
                .any(|s| is_han(doc.char(q.end)) && doc.starts_with(q.end + 1, s)));
    if n.len > 1 {
        return false;
    }
    (formal && q.kind != CountKind::Money) || joined || place
}

/// Whether number and unit are the name of a place: 九台区, 三台县.
fn is_area(doc: &Document<'_>, at: usize, end: usize) -> bool {
    let named = |suffix: char| {
        let name: Vec<char> = doc.chars()[at..end].iter().copied().chain([suffix]).collect();
        common::class(&name).is_some()
    };
    matches!(doc.char(end), '区' | '县' | '市') && ['区', '县', '市'].into_iter().any(named)
}

/// Whether 一 before a unit of measure says of how much the rest is told, and no amount: 一斤红薯卖八分钱, 四角五分一度;
/// but 长一米, 一米深, 每人一斤.
fn is_rate(doc: &Document<'_>, at: usize, q: &Quantity) -> bool {
    let exact = q.rule == "count.measure";
    let extent = matches!(
        doc.before(at),
        '长' | '宽'
            | '高'
            | '深'
            | '厚'
            | '远'
            | '距'
            | '隔'
            | '粗'
            | '重'
            | '达'
            | '到'
            | '加'
            | '减'
            | '增'
            | '降'
            | '升'
            | '差'
            | '成'
    ) || extent(doc.char(q.end));
    let shared = (at.saturating_sub(6)..at).any(|i| matches!(doc.char(i), '每' | '各'));
    let alone = at == 0 && q.end == doc.len();
    exact && !extent && !shared && !alone
}

/// Adjectives of extent behind a measure: 半尺厚.
const fn extent(c: char) -> bool {
    matches!(c, '厚' | '深' | '高' | '长' | '宽' | '粗' | '远' | '多' | '见')
}
