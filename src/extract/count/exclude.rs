//! Numbers that are no counts, each for a stated reason.

use super::grammar::Quantity;
use super::unit::{Unit, UnitKind};
use crate::chars::{is_han, is_separator};
use crate::numeral::{Form, Numeral, is_numeric};
use crate::record::CountKind;
use crate::{Document, Span, lexicon};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/not_counts.tsv");

/// Phrases by first character. Columns: phrase, reason.
static PHRASES: LazyLock<Vec<Vec<char>>> =
    LazyLock::new(|| lexicon::rows(TABLE).map(|row| row[0].chars().collect()).collect());

/// How far before its number a phrase may begin (千家万户, 成千上万).
const PHRASE_REACH: usize = 3;

/// The end of the title in 《》 that opens at `at`: its numbers are a name's. Without a near end, one further.
pub(super) fn title_end(doc: &Document<'_>, at: usize) -> usize {
    (at + 1..(at + 50).min(doc.len())).find(|&i| matches!(doc.char(i), '》' | '\n')).map_or(at + 1, |i| i + 1)
}

/// Reasons that the numeral alone tells; where to read on.
pub(super) fn before_unit(doc: &Document<'_>, at: usize, n: &Numeral) -> Option<usize> {
    let end = at + n.len;
    let before = doc.before(at);
    let after = doc.char(end);
    let latin = |c: char| c.is_ascii_alphanumeric();
    let ordinal = before == '第' || (before == ' ' && doc.before(at.saturating_sub(1)) == '第');
    // A07, 5G, 3.0.1, 0513-8511, 2:0, 1+2+X.
    let code = n.is_arabic()
        && (latin(before)
            || (matches!(before, '.' | '_' | '#' | '-' | '/' | ':' | '×' | '№')
                && at > 1
                && latin(doc.char(at - 2))));
    let goes_on = matches!(after, '.' | ':' | '×' | '_') && latin(doc.char(end + 1));
    let scheme = before == '+' || after == '+';
    // 周五轮流, 星期三班: a day of the week.
    let weekday = !n.is_arabic()
        && n.len == 1
        && doc.char(at) != '两'
        && (before == '周' || doc.ends_with(at, "星期") || doc.ends_with(at, "礼拜"));
    // 020-12345678 and every other long plain string; a leading zero is no number's.
    let identifier = n.form == Form::Long
        || (n.form == Form::Digits && n.len > 1 && doc.char(at) == '0')
        || (n.form == Form::Digits && n.len >= 9)
        || (n.form == Form::HanDigits && n.len > 4);
    (weekday || ordinal || code || goes_on || scheme || identifier)
        .then(|| if ordinal { ordinal_end(doc, end) } else { end })
}

/// 第三、四次; 第5—8版: the ordinal covers what is joined to it.
fn ordinal_end(doc: &Document<'_>, end: usize) -> usize {
    let mut at = end;
    while matches!(doc.char(at), '、' | '至' | '—' | '-' | '~' | '和')
        && is_numeric(doc.char(at + 1))
        && at - end < 24
    {
        at += 1;
        while is_numeric(doc.char(at)) {
            at += 1;
        }
    }
    // 第一个, 第3名: the unit is the ordinal's.
    at
}

/// Where reading goes on after a numeral without a count: behind ASCII digits, else behind one character more than
/// its start would re-read the tail of the same number (`三五一百人`).
pub(super) fn resume(doc: &Document<'_>, at: usize, after: usize) -> usize {
    let digits = (at..after).rev().find(|&i| doc.char(i).is_ascii_digit()).map_or(at + 1, |i| i + 1);
    digits.max(at + 1).max(if is_numeric(doc.char(at)) { after } else { at + 1 })
}

/// Whether the quantity stays after its unit and surroundings were seen.
pub(super) fn after_unit(
    doc: &Document<'_>,
    at: usize,
    n: &Numeral,
    unit: &Unit,
    q: &Quantity,
    approximated: bool,
) -> bool {
    let one = unit.word.len() == 1;
    let digit = !n.is_arabic() && n.len == 1;
    // 零门槛, 零件: nothing is counted; 零户 is a number.
    let nothing = doc.char(at) == '零' && n.len == 1 && q.kind == CountKind::Count;
    if nothing && !matches!(unit.word[0], '人' | '户' | '个' | '名' | '例' | '起' | '次') {
        return false;
    }
    // 两角五分 and 深三尺, are amounts all the same.
    let plain = q.rule == "count.compound" || (q.kind == CountKind::Measure && !is_han(doc.char(q.end)));
    if unit.strict && digit && !approximated && !plain {
        return false;
    }
    let indefinite_money = unit.word == ['块'] && doc.char(q.end) != '钱' || unit.word == ['分', '钱'];
    if (unit.kind == UnitKind::Count(CountKind::Count) || indefinite_money) && !approximated && indefinite(n)
    {
        return false;
    }
    if digit
        && doc.char(at) == '二'
        && one
        && q.kind == CountKind::Count
        && !matches!(unit.word[0], '人' | '个' | '户' | '名' | '位' | '十')
    {
        // 二次供水, 二手: 二 before a classifier is an ordinal; two of them are 两.
        return false;
    }
    if !n.is_arabic() && n.len <= 2 && !approximated && part_of_word(doc, at, n, q, unit) {
        return false;
    }
    if !n.is_arabic() && phrase(doc, at, q.end) {
        return false;
    }
    // 还剩几片?
    if n.form == Form::Vague && !approximated && matches!(doc.char(q.end), '?' | '呢') {
        return false;
    }
    // 2024城市马拉松, 2025青年论坛: a year before a name.
    let year = n.form == Form::Digits && n.integer().is_some_and(|v| (1900..2100).contains(&v));
    if year && unit.strict && q.kind == CountKind::Count && !approximated {
        return false;
    }
    if quoted(doc, at, q.end) || labelled(doc, at, n, unit, q, approximated) {
        return false;
    }
    !(matches!(doc.char(q.end), '+')
        || (one && doc.char(q.end).is_ascii_alphanumeric() && unit.word[0] == '个'))
}

/// One Chinese digit that another word owns: 统一, 大陆, 下半场, 六家村.
fn part_of_word(doc: &Document<'_>, at: usize, n: &Numeral, q: &Quantity, unit: &Unit) -> bool {
    let before = doc.before(at);
    let formal = matches!(doc.char(at), '壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖');
    let joined = match doc.char(at) {
        '一' => is_han(before) && doc.is_word(Span::new(at - 1, at + 1)),
        '半' => matches!(before, '前' | '后' | '上' | '下' | '大' | '小' | '多'),
        _ => false,
    };
    let loose =
        matches!(unit.word.as_slice(), ['座' | '条' | '个' | '处' | '间' | '户' | '名' | '位' | '口' | '棵']);
    let place = unit.word.len() == 1
        && !loose
        && matches!(
            doc.char(q.end),
            '村' | '镇' | '乡' | '庄' | '屯' | '桥' | '铺' | '湾' | '沟' | '街' | '巷'
        );
    if n.len > 1 {
        return false;
    }
    (formal && q.kind != CountKind::Money) || joined || place
}

/// 一名志愿者, 一批: indefinite, unless printed as a digit.
fn indefinite(n: &Numeral) -> bool {
    !n.is_arabic() && n.integer() == Some(1) && n.max.is_none() && n.len == 1
}

/// Idioms, names and other set phrases, own list and the dictionary's four-character words.
fn phrase(doc: &Document<'_>, at: usize, end: usize) -> bool {
    let listed = (at.saturating_sub(PHRASE_REACH)..=at).any(|from| {
        let first = doc.char(from);
        let low = PHRASES.partition_point(|p| p[0] < first);
        PHRASES[low..]
            .iter()
            .take_while(|p| p[0] == first)
            .any(|p| from + p.len() > at && doc.chars()[from..].starts_with(p))
    });
    // 三角形, 五台山, 六盘水, 三头六臂: a word of the dictionary that goes on behind the unit.
    let name = |to: usize| {
        to <= doc.len() && (end..to).all(|i| is_han(doc.char(i))) && doc.is_word(Span::new(at, to))
    };
    let person = matches!(doc.before(end), '个' | '名' | '位' | '元' | '岁' | '%');
    listed
        || (!person && end - at <= 3 && (name(end + 1) || name(end + 2)))
        || (end - at == 2 && name(at + 4))
}

/// “四个意识”, “最后一米”, “三个100”: a short quotation that begins or ends with the number is a name.
pub(super) fn quoted(doc: &Document<'_>, at: usize, end: usize) -> bool {
    let open = |c: char| matches!(c, '“' | '‘' | '「' | '『' | '"');
    let close = |c: char| matches!(c, '”' | '’' | '」' | '』' | '"');
    let begins = open(doc.before(at))
        && (end..end + 8).map(|i| doc.char(i)).take_while(|&c| !is_separator(c) || close(c)).any(close);
    let ends = close(doc.char(end))
        && (at.saturating_sub(6)..at)
            .rev()
            .map(|i| doc.char(i))
            .take_while(|&c| !is_separator(c) || open(c))
            .any(open);
    begins || ends
}

/// House numbers, groups, ranks: units that count in one place and label in another.
fn labelled(
    doc: &Document<'_>,
    at: usize,
    n: &Numeral,
    unit: &Unit,
    q: &Quantity,
    approximated: bool,
) -> bool {
    let before = doc.before(at);
    let after = doc.char(q.end);
    let noun = is_han(after)
        && !matches!(
            after,
            '的' | '和'
                | '与'
                | '及'
                | '至'
                | '到'
                | '是'
                | '为'
                | '在'
                | '也'
                | '内'
                | '前'
                | '旁'
                | '下'
                | '上'
                | '里'
        );
    let counted = approximated
        || matches!(
            before,
            '共' | '有'
                | '成'
                | '建'
                | '了'
                | '这'
                | '各'
                | '计'
                | '设'
                | '置'
                | '选'
                | '出'
                | '盖'
                | '拆'
                | '造'
                | '分'
                | '买'
                | '达'
                | '为'
                | '第'
                | '等'
                | '余'
        );
    match unit.word.as_slice() {
        // 十四届全国人大三次会议: the session's number.
        ['次'] if doc.starts_with(q.end, "会议") || doc.starts_with(q.end, "全会") => {
            !n.is_arabic() && n.len <= 2 && before != '了' && before != '开'
        }
        ['部'] => matches!(after, '队' | '长' | '署' | '分'),
        ['国'] if doc.starts_with(q.end, "集团") || doc.starts_with(q.end, "峰会") => true,
        ['番'] => q.rule != "count.redouble",
        // 电视三台, 四台的转播.
        ['台'] if !n.is_arabic() && n.len == 1 && doc.char(at) != '两' => !counted && !is_han(after),
        ['回'] => matches!(after, '迁' | '收' | '族' | '款' | '报' | '馈' | '购' | '流'),
        // 204国道, 县道, 2022国庆, 12村民小组.
        ['国' | '省' | '县' | '镇' | '村' | '校']
            if matches!(
                after,
                '道' | '级'
                    | '民'
                    | '委'
                    | '区'
                    | '长'
                    | '内'
                    | '园'
                    | '庆'
                    | '家'
                    | '际'
                    | '外'
                    | '考'
                    | '企'
                    | '货'
                    | '产'
                    | '旗'
                    | '防'
                    | '务'
                    | '庄'
                    | '官'
                    | '支'
            ) =>
        {
            true
        }
        ['幢' | '栋'] if after.is_ascii_digit() => true,
        ['幢' | '栋'] if !n.is_arabic() && n.len > 2 => false,
        // 四大板块: a Chinese digit and a noun; 十大 is a prize's name.
        ['大'] => {
            n.is_arabic()
                || n.integer().is_none_or(|v| v > 9)
                || !noun
                || !doc.is_word(Span::new(q.end, (q.end + 2).min(doc.len())))
        }
        ['瓦'] => !n.is_arabic() && n.len == 1,
        ['幢' | '栋'] => {
            let inside = [
                "居民", "业主", "住户", "楼道", "楼下", "楼前", "楼上", "楼顶", "单元", "门口", "东侧",
                "西侧",
            ];
            let tenants =
                inside.iter().any(|w| doc.starts_with(q.end, w)) && !doc.starts_with(q.end, "居民楼");
            !counted && n.scale == 1 && (!noun || tenants)
        }
        ['组'] => {
            let people = noun && !matches!(after, '居' | '村' | '组' | '农' | '社');
            let place = matches!(before, '村' | '社' | '区' | '庄' | '队' | '第');
            !counted && (place || !people)
        }
        ['级'] => {
            !(n.is_arabic()
                && (doc.starts_with(q.end, "地震")
                    || matches!(after, '大' | '风' | '台' | '强' | '阵' | '以')
                    || matches!(before, '震' | '力' | '到' | '风' | '达')
                    || q.modifier.is_some()))
        }
        ['层'] => {
            !counted && matches!(before, '在' | '第' | '于' | '下' | '楼') || doc.starts_with(q.end, "次")
        }
        ['届'] => {
            n.integer().is_some_and(|v| v > 9)
                || matches!(
                    after,
                    '全' | '中'
                        | '人'
                        | '政'
                        | '市'
                        | '省'
                        | '县'
                        | '区'
                        | '常'
                        | '党'
                        | '三'
                        | '四'
                        | '五'
                        | '六'
                        | '七'
                        | '一'
                        | '二'
                        | '理'
                        | '委'
                )
        }
        ['期'] => {
            !n.is_arabic() && n.integer().is_some_and(|v| v <= 4) && !counted
                || doc.starts_with(q.end, "工程")
                || doc.starts_with(q.end, "项目")
        }
        ['条' | '款' | '章' | '节' | '项' | '版' | '页'] => before == '第' || doc.ends_with(at, "第 "),
        ['度'] => {
            !n.is_arabic()
                && n.len == 1
                && n.integer().is_some_and(|v| v <= 4)
                && is_han(after)
                && !matches!(after, '的' | '左' | '以')
        }
        ['分'] if matches!(before, '时' | '点' | ':' | '度' | '時' | '點') => true,
        ['分'] => {
            !n.is_arabic() && !approximated && n.len == 1
                || matches!(
                    after,
                    '之' | '贝'
                        | '局'
                        | '公'
                        | '院'
                        | '校'
                        | '队'
                        | '店'
                        | '会'
                        | '行'
                        | '管'
                        | '区'
                        | '厂'
                        | '社'
                        | '布'
                        | '类'
                        | '别'
                        | '钟'
                        | '辨'
                        | '享'
                )
        }
        ['点'] => {
            !matches!(after, '要' | '建' | '意' | '希' | '体' | '启' | '经' | '感' | '原' | '理' | '共')
        }
        ['口'] => {
            !(matches!(
                after,
                '人' | '井' | '之' | '鱼' | '水' | '塘' | '锅' | '棺' | '缸' | '。' | ',' | ';'
            ) || q.modifier.is_some())
        }
        ['道' | '门' | '面' | '手'] => {
            !n.is_arabic() && n.len == 1 && (!is_han(after) || matches!(after, '人' | '派'))
        }
        ['方'] => {
            !n.is_arabic()
                || matches!(
                    after,
                    '面' | '向' | '案' | '式' | '便' | '法' | '针' | '可' | '联' | '协' | '会' | '签' | '共'
                )
        }
        ['里'] => {
            before == '这'
                || (!n.is_arabic()
                    && !approximated
                    && !matches!(after, '路' | '地' | '长' | '外' | '山' | '多' | '以'))
        }
        ['强'] => true,
        ['桶' | '平' | '两' | '石' | '斗' | '钱' | '克' | '码' | '转' | '安' | '卡'] => {
            !n.is_arabic() && !approximated && is_han(after) && n.len == 1
        }
        ['家'] => matches!(after, '庭' | '长' | '属' | '园' | '具' | '电' | '政' | '乡') && !n.is_arabic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted() {
        let phrases: Vec<&str> = lexicon::rows(TABLE).map(|row| row[0]).collect();
        assert!(phrases.is_sorted_by(|a, b| a < b), "sorted, without duplicates");
        assert!(lexicon::rows(TABLE).all(|row| row.len() == 2));
    }
}
