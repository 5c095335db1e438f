//! Lengths that are none, and what looks like a day or a year and is one: 三年级, 拘留十日, 一个月|多卖.

use super::super::expression::Period;
use super::super::number::digit;
use super::super::reader::Reader;
use super::super::words::{Before, Behind};
use crate::chars::{CharSet, is_han};
use crate::lexicon::begins;
use crate::segment::common::class;

/// Whether so many 日 from `at` to `end` are how long something lasts: 为期三日, 拘留十日, 受理后三十日缩短为.
pub(in crate::extract::date) fn lasts_days(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let counted = matches!(reader.before(at), '后' | '起');
    reader.is_before(at, Before::Days)
        || counted && reader.eat_any(end, &["缩短", "延长", "届满", "期满"]).is_some()
}

/// Whether 多 behind a unit that ends at `end` goes with what follows it: 一个月|多卖两百单, 比2021年|多了一倍; but 一年多来.
pub(in crate::extract::date) fn does_more(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    static EARNS: CharSet = CharSet::of("赚挣卖收省花赔掏产");
    static DOES: CharSet = CharSet::of("赚挣卖收省花赔掏产得跑出用开走增给拿发交吃做打喝生销运接干加");
    if reader.at(end) != '多' {
        return false;
    }
    let year = reader.before(end) == '年';
    let dated =
        || reader.number(at).is_some_and(|n| n.plain && n.len == 4 && (1900..=2100).contains(&n.value));
    // 一年多收入翻番
    let verbs = if year { &EARNS } else { &DOES };
    let does = verbs.has(reader.at(end + 1)) && reader.eat(end + 1, "收入").is_none();
    does || year && dated()
}

/// Whether a length from `at` to `end` is part of another word, or an age: 三年级, 15分钟生活圈, 五年规划, 两周岁,
/// 八个月大的女婴.
pub(in crate::extract::date) fn not_a_length(
    reader: &Reader<'_, '_>,
    period: Period,
    at: usize,
    end: usize,
) -> bool {
    let next = reader.at(end);
    let rest = reader.chars.get(end..).unwrap_or_default();
    if next == '大' && "的男女婴宝孩幼小时".contains(reader.at(end + 1)) {
        return true;
    }
    match period {
        Period::Year => {
            static OTHER: CharSet = CharSet::of("级龄轮薪产检均糕货画报鉴票费味息租制生代轻幼壮青夜");
            next == '会' && !matches!(reader.at(end + 1), '计' | '员' | '长')
                // 10年轮伐 is no ring of a tree.
                || OTHER.has(next) && !next_word(reader, end) && !(next == '轮' && "伐作休牧耕训岗值".contains(reader.at(end + 1)))
                || begins!(rest, ["义务教育", "一度", "一届", "四季", "到头", "奋斗目标", "磨一剑"])
                || is_programme(reader, at, end)
        }
        Period::Workday => false,
        Period::Day => {
            static OTHER: CharSet = CharSet::of("津然空文河山猫坛线际花窗");
            OTHER.has(next) && !next_word(reader, end)
                || begins!(rest, ["下第", "两头"])
                || next == '天' && reader.at(end + 1) != '气'
                || next == '气' && !matches!(reader.at(end + 1), '温' | '压' | '象')
        }
        Period::Week => {
            matches!(next, '岁' | '年' | '围' | '边' | '转' | '长' | '报' | '刊' | '口' | '末')
        }
        Period::Month => matches!(next, '饼' | '嫂' | '子' | '亮' | '龄' | '球'),
        Period::Hour => {
            matches!(next, '候' | '工') || begins!(rest, ["便利店", "书店", "药店", "自助", "生活圈"])
        }
        Period::Minute => {
            next.is_ascii_digit()
                // 15分钟清凉圈
                || (2..=4).any(|more| reader.at(end + more) == '圈') && (0..2).all(|i| is_han(reader.at(end + i)))
                || reader
                    .eat_any(
                        end,
                        &["生活圈", "便民", "圈", "服务圈", "就医圈", "健身圈", "步行", "社区", "“"],
                    )
                    .is_some_and(|at| reader.eat_any(end, &["步行"]).is_none() || reader.at(at) == '圈')
        }
        // 十一秒九: a result.
        Period::Second => next.is_ascii_digit() || digit(next).is_some(),
        Period::Quarter => false,
    }
}

/// Whether the name of a programme begins with the length: 三年行动计划, 五年规划; but 连续8年提升, 经过8年攻坚, 3年攻坚克难.
fn is_programme(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let named = reader.is_behind(end, Behind::Programme);
    let lasts = reader.is_before(at, Before::Lasting) || reader.is_behind(end, Behind::Effort);
    named && !reader.is_before(at, Before::Took)
        || (named || reader.is_behind(end, Behind::Campaign)) && !lasts
}

/// Whether the characters behind 年 or 天 are a word by themselves: 十几年|生意, 二十多年|货运; but 三年级, 一年生草本.
fn next_word(reader: &Reader<'_, '_>, end: usize) -> bool {
    let word = reader.chars.get(end..end + 2);
    word.is_some_and(|word| class(word).is_some())
}

/// Whether a length from `at` to `end` is a figure of speech or a margin: 大半天, 半天说不出话, 0.8秒之差.
pub(in crate::extract::date) fn not_measured(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let figure = reader.eat(at, "半天") == Some(end)
        && (reader.before(at) == '大' || matches!(reader.at(end), '说' | '没' | '不' | '才' | '也'));
    // 一天比一天热闹
    let grows = reader.eat(at, "一天") == Some(end)
        && (reader.eat(end, "比一天").is_some() || reader.follows(at, &["一天比"]));
    // 北风一天紧过一天, 日子一年好过一年
    let pair = [["一天"], ["一年"]];
    let grows = grows
        || pair.iter().any(|unit| {
            let whole = reader.eat_any(at, unit) == Some(end);
            let first = || reader.at(end + 1) == '过' && reader.eat_any(end + 2, unit).is_some();
            let second = || reader.before(at) == '过' && at > 1 && reader.follows(at - 2, unit);
            whole && (first() || second())
        });
    // 一年接着一年干
    let on = ["接着一年", "又一年", "接着一天", "又一天"];
    let grows = grows
        || matches!(reader.at(at), '一')
            && end == at + 2
            && (reader.eat_any(end, &on).is_some()
                || reader.follows(at, &["一年接着", "一年又", "一天接着", "一天又"]));
    // 绕场一周
    let round = reader.eat(at, "一周") == Some(end)
        && (2..4).any(|back| at >= back && matches!(reader.at(at - back), '绕' | '环'));
    // 计划的前四年 counts from the plan's own start.
    let first =
        reader.before(at.saturating_sub(1)) == '的' && matches!(reader.before(at), '前' | '头' | '后');
    figure
        || round
        || grows
        || first
        || begins!(reader.chars.get(end..).unwrap_or_default(), ["之差", "的优势", "之遥"])
}
