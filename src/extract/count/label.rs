//! Units that count in one place and label in another: `8幢` a house, `8幢居民楼` eight of them.

use super::exclude::is_word;
use super::grammar::Quantity;
use super::unit::Unit;
use crate::chars::is_han;
use crate::numeral::{self, Form, Numeral};
use crate::record::CountKind;
use crate::{Document, Span};

/// House numbers, groups, ranks: units that count in one place and label in another.
pub(super) fn labelled(
    doc: &Document<'_>,
    at: usize,
    n: &Numeral,
    unit: &Unit,
    q: &Quantity,
    approximated: bool,
) -> bool {
    let before = doc.before(at);
    let after = doc.char(q.end);
    let noun = is_han(after) && !goes_on(after);
    let counted = approximated || counts(before);
    match unit.word.as_slice() {
        // 包揽前三名: places, not people.
        ['名'] if before == '前' && !is_han(after) => true,
        // 12345市民热线, 12338妇女维权热线: a number to dial.
        _ if unit.strict && unit.word.len() > 1 && hotline(n) && !approximated => true,
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
        // 坐在3排, 三排左边; but 两排书架.
        ['排'] => !counted && (!noun || before == '在' || before == '第'),
        ['幢' | '栋'] if after.is_ascii_digit() => true,
        ['幢' | '栋'] if !n.is_arabic() && n.len > 2 => false,
        // 四大板块: a Chinese digit and a noun; 十大 is a prize's name.
        ['大'] => {
            n.is_arabic()
                || n.integer().is_none_or(|v| v > 9)
                || !noun
                || !is_word(doc, Span::new(q.end, (q.end + 2).min(doc.len())))
        }
        ['瓦'] => !n.is_arabic() && n.len == 1,
        ['幢' | '栋'] => {
            let inside = [
                "居民", "业主", "住户", "楼道", "楼下", "楼前", "楼上", "楼顶", "单元", "门口", "东侧",
                "西侧",
            ];
            let tenants =
                inside.iter().any(|w| doc.starts_with(q.end, w)) && !doc.starts_with(q.end, "居民楼");
            !counted && before != '楼' && n.scale == 1 && (!noun || tenants)
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
        // 37码: the size of a shoe; 10码 is a length.
        ['码'] => n.integer().is_some_and(|v| (20..=60).contains(&v)),
        // 2分54秒90: a time.
        ['分'] if n.is_arabic() && seconds(doc, q.end) => true,
        ['分'] if matches!(before, '时' | '点' | ':' | '度' | '時' | '點') => true,
        ['分'] => {
            !n.is_arabic() && !approximated && n.len == 1 && q.kind != CountKind::Money
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
        ['桶' | '平' | '两' | '石' | '斗' | '钱' | '克' | '转' | '安' | '卡'] => {
            !n.is_arabic() && !approximated && is_han(after) && n.len == 1
        }
        ['家'] => matches!(after, '庭' | '长' | '属' | '园' | '具' | '电' | '政' | '乡') && !n.is_arabic(),
        _ => false,
    }
}

/// Whether 秒 or ″ follows with its number.
fn seconds(doc: &Document<'_>, at: usize) -> bool {
    let number = doc.chars().get(at..).and_then(numeral::read);
    number.is_some_and(|n| matches!(doc.char(at + n.len), '秒' | '″'))
}

/// Characters before a number that is counted: 共8幢, 建成8幢.
const fn counts(before: char) -> bool {
    matches!(
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
            | '房'
    )
}

/// Characters after a unit that no noun begins with.
const fn goes_on(after: char) -> bool {
    matches!(
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
    )
}

/// 12345, 95598: five digits of the national and the companies' hotlines.
fn hotline(n: &Numeral) -> bool {
    let number = n.integer().filter(|_| n.form == Form::Digits && n.len == 5);
    number.is_some_and(|v| (matches!(v / 100, 123 | 950..=969)) && v % 100 != 0)
}
