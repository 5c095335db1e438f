//! Numbers that are no time: neighbours that make a month or a day something else.

use super::super::number::{Number, Script, digit};
use super::super::reader::Reader;
use super::super::words::{Before, Behind};
use crate::chars::{CharSet, is_han, is_separator};
use crate::lexicon::begins;
use crate::segment::common::{Class, class};

/// Whether the number at `at` begins there, and no word, number or code runs into it.
pub(in crate::extract::date) fn starts_alone(reader: &Reader<'_, '_>, at: usize) -> bool {
    if at == 0 || at == usize::MAX {
        return true;
    }
    let c = reader.at(at - 1);
    if c.is_ascii_alphanumeric() || matches!(c, '.' | '第' | '几' | '×' | '%' | '_' | '@' | '#') {
        return false;
    }
    match c {
        // 数十天, but 运价指数18日回落, 人数9月增加.
        '数' => return reader.at(at).is_ascii_digit() && at > 1 && is_noun(reader, at - 2),
        // “5+2”天, but 5天集中学习+3天自学.
        '+' => return at > 1 && is_han(reader.at(at - 2)) && !matches!(reader.at(at - 2), '十' | '几'),
        _ => {}
    }
    if matches!(c, '-' | '/' | '·') {
        return !(at > 1 && reader.at(at - 2).is_ascii_alphanumeric())
            || c == '-' && reader.at(at - 2).is_ascii_digit();
    }
    if digit(c).is_some() || matches!(c, '十' | '百' | '千' | '万' | '亿' | '廿' | '卅') {
        // 周一至周五9:00
        return reader.at(at).is_ascii_digit() && at > 1 && matches!(reader.at(at - 2), '周' | '期' | '拜');
    }
    true
}

/// Whether the two characters at `at` are a noun: 指数, 人数.
fn is_noun(reader: &Reader<'_, '_>, at: usize) -> bool {
    class(&[reader.at(at), reader.at(at + 1)]) == Some(Class::Noun)
}

/// Whether 2022-10 or 2022.10 is a month and no code or score.
pub(in crate::extract::date) fn month_only(
    reader: &Reader<'_, '_>,
    at: usize,
    end: usize,
    sign: char,
) -> bool {
    let open = |c: char| c == '\0' || is_separator(c) || is_han(c);
    sign == '-' && open(reader.before(at)) && open(reader.at(end))
        || is_separator(reader.before(at)) && is_separator(reader.at(end))
}

/// Whether 2000年 is a length: 近2000年, 2000年历史.
pub(in crate::extract::date) fn is_span_of_years(
    reader: &Reader<'_, '_>,
    at: usize,
    number: &Number,
) -> bool {
    if !number.value.is_multiple_of(100) {
        return false;
    }
    reader.is_before(at, Before::Grown) || reader.is_behind(number.end + 1, Behind::Aged)
}

/// Whether `N月` is no month: 3月龄, 五月天, 12月号.
pub(in crate::extract::date) fn not_a_month(reader: &Reader<'_, '_>, at: usize, number: &Number) -> bool {
    let next = reader.at(number.end + 1);
    static OTHER: CharSet = CharSet::of("龄嫂子饼票薪租亮球光色华均号刊牙");
    OTHER.has(next)
        || number.script != Script::Arabic
            && begins!(
                &reader.chars[at..],
                [
                    "十月革命",
                    "五月天",
                    "八月瓜",
                    "三月街",
                    "二月兰",
                    "十月怀胎",
                    "六月雪",
                    "一月一次",
                    "一月一期"
                ]
            )
}

/// Whether a bare `N日` or `N号` is no day of a month: 3日游, 12号楼, 一日, 连续5日.
pub(in crate::extract::date) fn not_a_day(
    reader: &Reader<'_, '_>,
    at: usize,
    number: &Number,
    mark: char,
) -> bool {
    let next = reader.at(number.end + 1);
    let before = reader.before(at);
    static COUNTED: CharSet = CharSet::of("第每某满近约逾超足昔连续达零共个");
    let names = ["北约", "公约", "条约"];
    let told = reader.follows(at, &names)
        || ends_place(reader, at)
        || matches!(before, '达' | '超') && is_reported(reader, number.end + 1);
    if COUNTED.has(before) && !told {
        return true;
    }
    // 神舟十六号
    if mark == '号' && reader.is_before(at, Before::Numbered) {
        return true;
    }
    if mark == '日' && super::lasts_days(reader, at, number.end + 1) {
        return true;
    }
    if mark == '号' {
        let number_of = [
            '楼', '线', '院', '门', '机', '店', '馆', '厅', '台', '井', '文', '令', '公', '仓', '池', '泵',
            '炉', '桥', '路', '岛', '坑', '矿', '煤', '选', '车', '舰', '航', '地', '种', '球', '衣', '码',
            '员', '房', '室', '库', '厂', '站', '村', '街', '弄', '巷', '单', '栋', '幢', '柜', '箱', '船',
            '艇', '星', '卫', '火', '飞', '洞', '墓', '标', '段', '病', '字', '档', '窗', '食', '教', '宿',
            '综', '展', '场', '码', '铺', '摊', '田', '大', '学', '园', '区', '文', '提', '议', '建', '指',
            '决', '通', '信', '信', '电', '热', '服', '染', '元', '工', '国', '高', '省', '县', '乡', '冰',
            '主', '位', '种', '人', '首', '发', '遥', '探', '嫦', '嘉', '商', '广',
        ];
        return number_of.contains(&next)
            || before == '\0' && next == '\0'
            || is_separator(next) && next != ',' && next != ' ' && !reader_is_listed(reader, number.end + 1);
    }
    // 日企, 日军 belong together only where no date stands before them: 28日军方宣布.
    let word = if number.script == Script::Arabic {
        // 21日均发布消息 is a day, 5日均线 none.
        matches!(next, '游' | '龄' | '薪' | '租' | '内')
            || next == '期' && reader.at(number.end + 2) != '间'
            || next == '均' && matches!(reader.at(number.end + 2), '线' | '价' | '值' | '量')
            || next == '元' && reader.at(number.end + 2) != '旦'
    } else {
        static OTHER: CharSet = CharSet::of("游均内元系本军子志增产耗程照常谈化托租籍式语方企资餐龄期用薪");
        OTHER.has(next)
    };
    if word || begins!(&reader.chars[number.end + 1..], ["以内", "之内", "的旅", "常"]) {
        return true;
    }
    if next == '报' && !matches!(reader.at(number.end + 2), '道' | '告' | '名' | '送' | '案' | '到' | '收')
    {
        return true;
    }
    // 一日 is any day; 三日后 are three days later.
    number.script == Script::Words && (number.value == 1 || number.value < 11 && next == '后')
}

/// Whether what follows a day is told of somebody: 外长米达10日表示, 边城莫达3日爆发冲突, but 停水达10日.
fn is_reported(reader: &Reader<'_, '_>, end: usize) -> bool {
    let verb = || matches!(class(&[reader.at(end), reader.at(end + 1)]), Some(Class::Verb | Class::VerbNoun));
    begins!(
        reader.chars.get(end..).unwrap_or_default(),
        ["说", "称", "上午", "下午", "晚", "凌晨", "在", "对", "就", "与", "同", "向", "根据"]
    ) || verb()
}

/// Whether the name of a place ends before `at`: 乌干达, 纽约.
fn ends_place(reader: &Reader<'_, '_>, at: usize) -> bool {
    (2..=3).any(|back| at >= back && class(&reader.chars[at - back..at]) == Some(Class::Place))
}

fn reader_is_listed(reader: &Reader<'_, '_>, end: usize) -> bool {
    reader.connector(end).is_some() || reader.at(end) == '、' && reader.number(end + 1).is_some()
}
