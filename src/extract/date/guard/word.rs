//! Words that are no time: names of people, events and programmes that look like weekdays, festivals and parts of the day.

use super::super::number::digit;
use super::super::phrase::Found;
use super::super::reader::Reader;
use super::super::rules;
use super::super::words::Behind;
use crate::chars::{CharSet, is_han, is_separator};
use crate::segment::common::{Class, class};

/// Whether what follows a weekday's name counts something: 每周三次, 本周一个.
pub(in crate::extract::date) fn not_a_weekday(reader: &Reader<'_, '_>, end: usize) -> bool {
    // 每周六轮流值班
    let every = (2..4).any(|back| end >= back && matches!(reader.before(end - back), '每' | '逢'));
    if every
        && reader.at(end) == '轮'
        && matches!(reader.at(end + 1), '流' | '值' | '班' | '岗' | '到' | '村')
    {
        return false;
    }
    "次个场期届名遍回轮天岁年条项问更节份级百千十".contains(reader.at(end))
}

/// Whether what stands from `at` to `end` is the given name of a person who does something then: 王|明起|说.
pub(in crate::extract::date) fn is_called(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let begins = |at: usize| at == 0 || !is_han(reader.before(at)) || reader.before(at) == '民';
    at > 0
        && crate::names::surname(&[reader.before(at)]).is_some()
        && begins(at - 1)
        && (!is_han(reader.at(end)) || "说表介告认回摄和与".contains(reader.at(end)))
}

/// Whether 周 is a surname or belongs to a number: 周三多, 两周一次.
pub(in crate::extract::date) fn is_surname(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let before = reader.before(at);
    if digit(before).is_some()
        || before.is_ascii_digit()
        || matches!(before, '十' | '几' | '数' | '半' | '多')
    {
        return true;
    }
    if "上下本这每逢至到(".contains(before) || is_separator(before) {
        return reader.doc.word(at).end > end;
    }
    !reader.doc.is_boundary(at) || reader.doc.word(at).end > end
}

/// Whether 年初, 月底 stand on their own.
pub(in crate::extract::date) fn phase_alone(reader: &Reader<'_, '_>, at: usize) -> bool {
    let before = reader.before(at);
    if digit(before).is_some()
        || before.is_ascii_alphanumeric()
        || "十几数多半每余全个百千来".contains(before)
    {
        return false;
    }
    let next = reader.at(at + 2);
    if reader.at(at + 1) == '中' && "国央心小学考级医型".contains(next) {
        return false;
    }
    // 年中大促, 年底大促: a sale is called so.
    if next == '大' && reader.at(at + 3) == '促' {
        return false;
    }
    is_separator(before) || at == 0 || reader.doc.is_boundary(at) && reader.doc.word(at).len() <= 2
}

/// Whether a festival's name at `at..end` is something else: 李国庆, 清明上河图, 圣诞老人.
pub(in crate::extract::date) fn not_a_festival(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let next = reader.at(end);
    if reader.before(end) == '日' && matches!(next, '趋' | '益' | '渐' | '常' | '子') {
        return true;
    }
    if matches!(next, '粥' | '蒜' | '粽' | '饼' | '糕') {
        return true;
    }
    if matches!(next, '树' | '老' | '帽') && reader.at(at) == '圣' || reader.eat(end, "上河").is_some()
    {
        return true;
    }
    if end - at > 2 {
        return false;
    }
    let before = reader.before(at);
    // 通讯员宁国庆: a surname behind a role.
    let preposition = "年在到是逢度庆前于迎向从和与由".contains(before);
    // 庆祝国庆
    let verb = || matches!(class(&[reader.before(at - 1), before]), Some(Class::Verb | Class::VerbNoun));
    if at == 0 || is_separator(before) || preposition || verb() {
        return false;
    }
    let after = "节期假前后当晚长小黄".contains(next);
    let role = BEARER.has(reader.before(at - 1));
    if role && !after && crate::names::surname(&[before]).is_some() {
        return true;
    }
    // 农国庆说, 农国庆终于点头: who speaks or acts.
    let acts = || class(&[next, reader.at(end + 1)]) == Some(Class::Adverb);
    if ("说介告称笑坦".contains(next) || acts()) && crate::names::surname(&[before]).is_some() {
        return true;
    }
    let named = crate::names::surname(&[before]).is_some_and(|(_, share)| share > 0.2);
    named && !after || !reader.doc.is_boundary(at)
}

/// What the words for a person end with, behind which a name stands: 通讯员 | 宁国庆, 局长 | 农国庆.
static BEARER: CharSet = CharSet::of("员者长民任师席记理授生友工士家影户");

/// What goes on as speech behind a time: “5月底都能铺完”.
static SPEAKS_ON: CharSet = CharSet::of("都就能会要将已还才再我你他她咱没不可应得也又");

/// The longest name in quotation marks, in characters.
const NAME_LIMIT: usize = 10;

/// Whether a time opens a name in quotation marks and goes on in it: “四点半课堂”, “夜间议事厅”, “周末集市”. Speech has marks
/// of its own inside, and 今年, 目前, 今天 begin speech more often than names.
pub(in crate::extract::date) fn names(reader: &Reader<'_, '_>, at: usize, read: &Found) -> bool {
    let opens = opens_quotation(reader.before(at));
    // “未来”号
    if opens
        && matches!(reader.at(read.end), '”' | '’' | '」' | '』')
        && matches!(reader.at(read.end + 1), '号' | '牌')
    {
        return true;
    }
    if !opens && read.rule != rules::FESTIVAL {
        return false;
    }
    let kinds = [
        rules::PART_OF_DAY,
        rules::CLOCK,
        rules::WEEKDAY,
        rules::SEASON,
        rules::YEAR,
        rules::FESTIVAL,
        rules::LENGTH,
        rules::MONTH,
    ];
    if !kinds.contains(&read.rule) {
        return false;
    }
    if !opens {
        return closes_name(reader, at, read.end) || names_event(reader, at, read.end);
    }
    let rest = &reader.chars[read.end..reader.chars.len().min(at + NAME_LIMIT).max(read.end)];
    // “一刻钟”助餐点: a length that fills its quotation marks is a name too.
    let least = usize::from(read.rule != rules::LENGTH);
    if rest.first().is_some_and(|&c| SPEAKS_ON.has(c)) {
        return false;
    }
    match rest.iter().position(|&c| is_separator(c) || matches!(c, '。' | '.')) {
        Some(length) => length >= least && matches!(rest[length], '”' | '’' | '」' | '』'),
        None => false,
    }
}

const fn opens_quotation(c: char) -> bool {
    matches!(c, '“' | '‘' | '「' | '『')
}

/// Whether a feast ends a name in quotation marks: “欢乐春节”, “我们的节日·端午”.
fn closes_name(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    // “在家过春节” is speech.
    let closed = matches!(reader.at(end), '”' | '’' | '」' | '』')
        && !matches!(reader.before(at), '在' | '过' | '到' | '是' | '年');
    let head = &reader.chars[at.saturating_sub(NAME_LIMIT)..at];
    closed && head.iter().rev().find(|&&c| is_separator(c) || c == '。').is_some_and(|&c| opens_quotation(c))
}

/// Whether a feast stands in the name of an event in quotation marks: “迎国庆·露天电影月”活动, “迎春节送春联”行动.
fn names_event(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let parts = |c: char| c != '·' && (is_separator(c) || c == '。');
    let head = &reader.chars[at.saturating_sub(NAME_LIMIT)..at];
    let rest = &reader.chars[end..reader.chars.len().min(end + NAME_LIMIT)];
    let opened = head.iter().rev().find(|&&c| parts(c)).is_some_and(|&c| opens_quotation(c));
    let closed =
        || rest.iter().position(|&c| parts(c)).filter(|&at| matches!(rest[at], '”' | '’' | '」' | '』'));
    opened && closed().is_some_and(|at| reader.is_behind(end + at + 1, Behind::Occasion))
}

/// Whether 夏季 and its like at `at..end` belongs to a name, or to a year that is not told: 夏季达沃斯论坛, 第24届冬季
/// 奥林匹克运动会, 那年冬天.
pub(in crate::extract::date) fn names_season(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    // 召开春季护林会议, 召开全省春季会议, 北京市秋季运动大会: what kind of meeting; 全国冬季气温偏低: when.
    let word = |at: usize| class(&[reader.at(at), reader.at(at + 1)]);
    let acts = |at: usize| matches!(word(at), Some(Class::Verb | Class::VerbNoun));
    let verb = if reader.before(at) == '了' { at.saturating_sub(1) } else { at };
    let object = verb > 1 && acts(verb - 2) || at > 3 && is_whole_area(reader, at - 2) && acts(at - 4);
    // 举行冬季长跑赛, “荷塘”秋季大型招聘会: an event, whatever its first word is.
    let event = || match reader.before(at) {
        '”' => begins_event(reader, end),
        before => {
            is_han(before)
                && matches!(word(end), Some(Class::Noun | Class::VerbNoun | Class::Verb))
                && begins_event(reader, end)
        }
    };
    let kind = reader.at(at + 1) == '季'
        && (object
            && (matches!(word(end), Some(Class::Noun | Class::VerbNoun | Class::Verb))
                || begins_event(reader, end))
            || event());
    // 长春|天然气.
    let gas = reader.at(end - 1) == '天' && reader.at(end) == '然';
    kind || gas
        || reader.before(at) == '届'
        || reader.follows(at, &["一个"])
        || reader.is_behind(end, Behind::Games)
}

/// Whether 全省 or its like stands at `at`.
fn is_whole_area(reader: &Reader<'_, '_>, at: usize) -> bool {
    matches!(reader.at(at), '全' | '我' | '本')
        && matches!(reader.at(at + 1), '国' | '省' | '市' | '区' | '县' | '州' | '校')
}

/// Whether a trip, or a few words that end with another kind of event and hold nothing that is done with it, stand at
/// `at`: 旅行, 田径运动大会, 长跑赛.
fn begins_event(reader: &Reader<'_, '_>, at: usize) -> bool {
    const LONGEST: usize = 8;
    let mut letters = (at..at + LONGEST)
        .map(|at| reader.at(at))
        .take_while(|&c| is_han(c) && !"召开举办参在的".contains(c));
    letters.next() == Some('旅') || letters.skip(1).any(|c| matches!(c, '会' | '赛' | '展' | '营' | '班'))
}

/// Whether a year that nobody knows stands before `at`: 那年春节, 往年冬天, 第三年春天. 连续第三年春节 is this year's.
pub(in crate::extract::date) fn of_some_year(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.before(at) == '年'
        && (reader.follows(at - 1, &["那", "那一", "有一", "某", "往", "历", "隔", "头"])
            || at > 2
                && digit(reader.before(at - 1)).is_some()
                && reader.before(at - 2) == '第'
                && !reader.follows(at - 3, &["连续", "已是", "这是"]))
}

/// Whether what follows “五一” makes it a name: “五一”劳动奖章, “八一”学校.
pub(in crate::extract::date) fn quoted_name(reader: &Reader<'_, '_>, end: usize) -> bool {
    reader.is_behind(end, Behind::Named)
}

/// One past the name of the day that “11·9” counts for: 消防宣传日; or `end` itself where the day is well known.
pub(in crate::extract::date) fn day_name(reader: &Reader<'_, '_>, end: usize) -> Option<usize> {
    for at in end..end + 16 {
        let c = reader.at(at);
        let last = matches!(c, '日' | '节') && at > end;
        if last && !matches!(reader.at(at + 1), '期' | '目' | '约' | '能' | '常') {
            return Some(at + 1);
        }
        if !is_han(c) || "的是在了前后来到案震".contains(c) {
            break;
        }
    }
    // “3·15”晚会 counts, “7·24”事故 does not.
    let start = (0..8).find_map(|back| {
        let open = end.checked_sub(back + 1)?;
        matches!(reader.at(open), '“' | '‘' | '"' | '「' | '『').then_some(open + 1).filter(|&s| s + 1 < end)
    })?;
    let known = ["3·15", "6·26", "12·4", "11·9", "4·15", "6·5", "3·8", "3·12"];
    let ends = known.iter().any(|k| reader.eat(start, k) == Some(end - 1));
    (ends && !reader.is_behind(end, Behind::Disaster)).then_some(end)
}

/// Whether the character before `end` and the one at it are a word that parts what was read: 两国|庆祝, 每年|初夏, but
/// 每年初|评选. `eager`: wherever no other word begins behind it, 端午|节目, but 清明节|气温.
pub(in crate::extract::date) fn goes_on(reader: &Reader<'_, '_>, end: usize, eager: bool) -> bool {
    let word = |at: usize| {
        let pair = [reader.at(at), reader.at(at + 1)];
        is_han(pair[1])
            && (crate::names::is_word_pair(pair[0], pair[1])
                || class(&pair).is_some_and(|class| class != Class::Attribute))
    };
    end > 0 && word(end - 1) && !((word(end) || !eager) && reader.doc.is_boundary(end))
}

/// Whether 前 or 后 at `at` begins another word: 前往, 前三季度, 后续.
pub(in crate::extract::date) fn begins_word(reader: &Reader<'_, '_>, at: usize) -> bool {
    let next = reader.at(at + 1);
    let counted =
        || reader.number(at + 1).is_some_and(|n| "季个名位强天月年周大场轮".contains(reader.at(n.end)));
    let begins = match reader.at(at) {
        '前' if counted() => return true,
        '前' => "往来去期沿景锋进途台任述身门提赴方面行排段列线辈卫者后半海哨".contains(next),
        '后' => "续来方勤备期盾果天面半继排者代台卫世院边门浪山悔年遗场厨街村".contains(next),
        '内' => "部地容蒙需外涵科心在资置阁陆务河江".contains(next),
        _ => return false,
    };
    // 5年前|提高了, 三天后|来到: another word begins behind it, and jieba parts them.
    let parted = || {
        let pair = [next, reader.at(at + 2)];
        is_han(pair[1]) && crate::names::is_word_pair(pair[0], pair[1]) && reader.doc.is_boundary(at + 1)
    };
    begins && !parted()
}

/// Whether a solar term at `at` is weather more often: 大雪后交通受阻.
pub(in crate::extract::date) fn is_snow(reader: &Reader<'_, '_>, at: usize) -> bool {
    matches!(reader.at(at), '大' | '小')
}

/// Whether 雨水 or 大雪 behind a year is weather: 今年雨水多, but 今年雨水是2月18日.
pub(in crate::extract::date) fn is_weather(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let next = reader.at(end);
    matches!((reader.at(at), reader.at(at + 1)), ('雨', '水') | ('大' | '小', '雪'))
        && !(next == '\0' || is_separator(next) || "。节时前后当这那是为".contains(next))
}

/// Whether 内 behind a length at `at` begins another word: 三年内需, but 三年内在五万户中.
pub(in crate::extract::date) fn begins_inner_word(reader: &Reader<'_, '_>, at: usize) -> bool {
    matches!(reader.at(at + 1), '部' | '容' | '蒙' | '需' | '涵' | '阁' | '资' | '科')
}

/// Whether a part of the day from `at` to `end` tells a kind, not a time: 夜间施工, 深夜食堂, 上后半夜班.
pub(in crate::extract::date) fn is_kind(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    // 上后半夜班, 倒夜里班: a shift.
    let shift =
        reader.at(end) == '班' && matches!(reader.before(at), '上' | '倒' | '值' | '轮' | '当' | '前' | '后');
    shift
        || reader.eat_any(at, &["夜间", "深夜", "白天", "晚间"]).is_some()
            && reader.is_behind(end, Behind::Sort)
}

/// Whether 黎明, 黄昏, 一早 at `at` is a person's name or part of another word, or 天黑 says only that it is dark: a time
/// where something is done until then (忙到天黑).
pub(in crate::extract::date) fn is_name_part(reader: &Reader<'_, '_>, at: usize) -> bool {
    // 初一|早上
    reader.at(at) == '一' && reader.before(at) == '初'
        || reader.at(at) == '天' && reader.at(at + 1) == '黑' && reader.before(at) != '到'
        || reader.at(at) == '黎'
            && reader.at(at + 1) == '明'
            && at > 0
            && !is_separator(reader.before(at))
            && (crate::names::surname(&[reader.before(at)]).is_some()
                || BEARER.has(reader.before(at))
                || !reader.doc.is_boundary(at))
}
