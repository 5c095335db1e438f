//! Titles: the words that end them, where they begin, and how far a list of them reaches back.

use super::cut::cut;
use super::lexicon::{Lexicon, TitleKind, is_numeral};
use crate::chars::{is_han, is_separator};
use crate::segment::common::{Class, class};
use crate::{Document, Span, countries, names};

/// A title that ends where a name begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// Where the word that ends it begins.
    pub(super) head: usize,
    /// Where it ends; marks of quotation lie behind.
    pub(super) end: usize,
    pub(super) kind: TitleKind,
}

/// The longest title that is read, in characters.
const LONGEST: usize = 26;
/// The most titles of one person that are read.
const MOST: usize = 6;

/// The title that ends at `end`, not reaching over `floor`.
#[inline]
pub(super) fn ending(doc: &Document<'_>, lexicon: &Lexicon, floor: usize, end: usize) -> Option<Title> {
    match doc.before(end) {
        '”' | '"' if end > floor + 2 => word_before(doc, lexicon, floor, end - 1),
        // 我们认识了一位老劳模——张建国.
        '—' if end > floor + 3 && doc.char(end - 2) == '—' => word_before(doc, lexicon, floor, end - 2),
        c if lexicon.classes.ends_title(c) => word_before(doc, lexicon, floor, end),
        _ => None,
    }
}

fn word_before(doc: &Document<'_>, lexicon: &Lexicon, floor: usize, at: usize) -> Option<Title> {
    if at <= floor {
        return None;
    }
    let (length, kind) = lexicon.titles.at_end(&doc.chars()[floor.max(at.saturating_sub(6))..at])?;
    let is_title = match kind {
        // 沙特首|都, 对外公|布, 云南师|范大学.
        _ if lexicon.longer.starts(&doc.chars()[at - 1..]) => false,
        TitleKind::Joint | TitleKind::None => false,
        // 员 alone is no word.
        TitleKind::Suffix => at >= floor + 2 && !is_separator(doc.char(at - 2)) && doc.char(at - 2) != '的',
        _ => true,
    };
    is_title.then_some(Title { head: at - length, end: at, kind })
}

/// Whether a word ends at `end` that is no title, but that names follow.
pub(super) fn is_joint(doc: &Document<'_>, lexicon: &Lexicon, end: usize) -> bool {
    let word = lexicon.titles.at_end(&doc.chars()[end.saturating_sub(6)..end]);
    word.is_some_and(|(_, kind)| kind == TitleKind::Joint)
}

/// The titles that end with `title`, in printed order, as spans: 、 parts them.
pub(super) fn chain(doc: &Document<'_>, lexicon: &Lexicon, floor: usize, title: Title) -> Vec<Span> {
    let mut spans = vec![cut(doc, lexicon, Span::new(start(doc, lexicon, floor, title.head), title.end))];
    while spans.len() < MOST {
        let first = spans[spans.len() - 1].start;
        // 志愿者、81岁的专家.
        let first = behind_age(doc, floor, first);
        // Only an uncut title continues a list: 、 stands before it.
        if first <= floor || doc.before(first) != '、' {
            break;
        }
        let Some(before) = ending(doc, lexicon, floor, first - 1) else { break };
        spans.push(cut(doc, lexicon, Span::new(start(doc, lexicon, floor, before.head), before.end)));
    }
    spans.reverse();
    spans
}

/// Where a place in brackets begins that ends at `end` and belongs to the name before it: 刚果|(金).
fn aside_before(doc: &Document<'_>, floor: usize, end: usize) -> Option<usize> {
    const MOST: usize = 5;
    let open = (floor.max(end.saturating_sub(MOST))..end - 1).rev().find(|&at| !is_han(doc.char(at)))?;
    (doc.char(open) == '(' && open > floor && is_han(doc.before(open)) && is_han(doc.char(end)))
        .then_some(open)
}

/// Where the age begins that stands before a title at `at` (今年81岁的|专家), or `at`.
fn behind_age(doc: &Document<'_>, floor: usize, at: usize) -> usize {
    let text = &doc.chars()[floor..at];
    let Some(years) = text.strip_suffix(&['岁', '的']).or_else(|| text.strip_suffix(&['岁'])) else {
        return at;
    };
    let digits = years.iter().rev().take_while(|&&c| is_numeral(c) || c == '多').count();
    let years = &years[..years.len() - digits];
    floor + years.strip_suffix(&['今', '年']).unwrap_or(years).len()
}

/// Where the title whose last word begins at `head` begins.
fn start(doc: &Document<'_>, lexicon: &Lexicon, floor: usize, head: usize) -> usize {
    let floor = floor.max(head.saturating_sub(LONGEST));
    let mut at = head;
    while at > floor {
        let c = doc.before(at);
        // “蓝盾”救生队队员: what a body is called by belongs to the title.
        // “七一勋章”获得者.
        let of_name = || lexicon.honours.starts(&doc.chars()[head..]);
        if c == '”'
            && (at < head || of_name())
            && let Some(open) =
                (floor.max(at.saturating_sub(8))..at - 1).rev().find(|&i| is_separator(doc.char(i)))
            && doc.char(open) == '“'
        {
            return open;
        }
        // 刚果(金)总统, 中国(青岭)自贸区主任.
        if c == ')'
            && at < head
            && let Some(open) = aside_before(doc, floor, at)
        {
            at = open;
            continue;
        }
        // 中国—东盟商务理事会主席: one dash joins names.
        let joins =
            c == '—' && at >= floor + 3 && at < head && is_han(doc.char(at)) && is_han(doc.char(at - 2));
        if is_separator(c) && !joins {
            // 全国“最美志愿者” would need both marks; a title ends at either.
            break;
        }
        let next = doc.char(at);
        // 三年级学生, 12号楼楼长: no number of years or days.
        let numbers = matches!((c, next), ('年', '级') | ('号', '楼' | '院' | '线' | '井' | '店' | '站' | '船'))
            // 第二分公司经理.
            || matches!((c, next), ('分', '公' | '局' | '场' | '社' | '站' | '所' | '处' | '院' | '店' | '厂' | '校' | '部' | '会' | '行' | '队'));
        if ends_number(c) && !numbers && at >= 2 && is_numeral(doc.char(at - 2)) {
            break;
        }
        // 他和|党支部书记, 他们和|校长.
        if matches!(c, '和' | '与' | '同' | '跟')
            && at >= 2
            && matches!(doc.char(at - 2), '他' | '她' | '我' | '们')
        {
            break;
        }
        // 这个厂|工会主席.
        if c == '个' && at >= 2 && matches!(doc.char(at - 2), '这' | '那') {
            return behind_owner(doc, at).min(head);
        }
        // 该处办公室主任, 该机构首席专家: whose office it is was said before.
        if at >= 2 && doc.char(at - 2) == '该' {
            return behind_owner(doc, at - 1).min(head);
        }
        // 他|夫人, 他们|校长.
        if matches!(c, '他' | '她' | '您' | '们')
            && at >= head
            && !matches!(doc.before(at - 1), '耳' | '其' | '吉')
        {
            break;
        }
        // 党的|二十大代表.
        if c == '的' && at < head && at >= floor + 2 && doc.char(at - 2) == '党' {
            at -= 2;
            continue;
        }
        // 的士|司机.
        if c == '的' && next == '士' && at < head {
            at -= 1;
            continue;
        }
        // 市委办公室分管日常工作的|副主任: what somebody is in charge of belongs to the office.
        if c == '的'
            && let Some(charge) = charge_before(doc, floor, at - 1)
        {
            at = charge;
            continue;
        }
        // 逆转|韩国名将, 横扫|日本选手.
        if at < head && at >= floor + 2 && is_verb_before_country(doc, at) {
            break;
        }
        // 应|国家主席, 受|大会主席团委托.
        if matches!(c, '应' | '受') && !is_held(doc, lexicon, at, 1) {
            break;
        }
        let stop = lexicon.stops.at_end(&doc.chars()[floor..at]);
        // 某守备部队|政委: one that is not told; 李某|家属 is somebody.
        let untold = |length: usize| length == 1 && doc.before(at) == '某' && at < head && is_untold(doc, at);
        let within = |length: usize| {
            is_held(doc, lexicon, at, length)
                || begins_office(doc, at, length, head)
                || untold(length)
                || length == 1 && begins_township(doc, at)
        };
        if let Some((length, as_word)) = stop.filter(|(length, _)| !within(*length)) {
            let word = Span::new(at - length, at);
            if !as_word || stands_alone(doc, word) && !joins_names(doc, lexicon, word.start) {
                break;
            }
        }
        at -= 1;
    }
    // ——记老船长张建国.
    at + usize::from(doc.char(at) == '记' && doc.before(at) == '—')
}

/// Whether a verb stands before `at`, and a country that it is about behind.
fn is_verb_before_country(doc: &Document<'_>, at: usize) -> bool {
    let word = Span::new(at - 2, at);
    countries::at_start(doc.rest(at)).is_some()
        && class(&doc.chars()[word.start..word.end]) == Some(Class::Verb)
        && stands_alone(doc, word)
}

/// Where it begins that `end`, before 的, tells what somebody is in charge of: 分管日常工作, 主持日常工作.
fn charge_before(doc: &Document<'_>, floor: usize, end: usize) -> Option<usize> {
    const MOST: usize = 8;
    let low = floor.max(end.saturating_sub(MOST));
    let clause = &doc.chars()[low..end];
    let at = clause.windows(2).rposition(|pair| matches!(pair, ['分' | '主', '管'] | ['主', '持']))?;
    let charge = clause[at..].strip_suffix(&['工', '作'])?;
    let whole = match charge {
        ['主', '持', of @ ..] => matches!(of, [] | ['日', '常'] | ['全', '面']),
        charge => !charge.iter().any(|&c| is_separator(c) || c == '的'),
    };
    whole.then_some(low + at)
}

/// Whether the stop of `length` that ends at `at` is part of a longer word: 供应|商, 上|院, 和|田地区专员.
fn is_held(doc: &Document<'_>, lexicon: &Lexicon, at: usize, length: usize) -> bool {
    // 与|水利专家: what joins stands between two.
    if length == 1 && matches!(doc.before(at), '和' | '与' | '及') && !is_han(doc.before(at - 1)) {
        return false;
    }
    (at.saturating_sub(3)..at).any(|from| {
        let word = lexicon.title_words.at_start(doc.rest(from)).map(|(n, ())| from + n);
        word.is_some_and(|end| end > at || end == at && from + length < at)
    })
}

/// Where the word behind 该 ends: 该|处, 该|机构, 该|研究所.
fn behind_owner(doc: &Document<'_>, at: usize) -> usize {
    let long = (3..=4).rev().find(|n| at + n <= doc.len() && doc.is_word(Span::new(at, at + n)));
    // 该院|内科主任, 该校|外语系教师: where something lies does not go on with its owner.
    let inside = matches!(doc.char(at + 1), '内' | '外' | '中' | '上' | '下');
    at + long.unwrap_or(1 + usize::from(!inside && names::is_word_pair(doc.char(at), doc.char(at + 1))))
}

/// Whether a township behind its county begins with the character before `at`: 德保县|都安乡, 崇明县|向化镇.
fn begins_township(doc: &Document<'_>, at: usize) -> bool {
    at > 1
        && matches!(doc.char(at - 2), '县' | '市' | '区' | '州' | '旗')
        && is_han(doc.char(at))
        && !matches!(doc.char(at), '乡' | '镇' | '村' | '各' | '该')
        && matches!((doc.char(at + 1), doc.char(at + 2)), ('乡' | '镇', _) | (_, '乡' | '镇'))
}

/// Whether 某 before `at` stands for the name of a body, and for nobody's: 某边防团参谋长, but 李某所在连队连长.
fn is_untold(doc: &Document<'_>, at: usize) -> bool {
    let word = (2..=4).any(|n| at + n <= doc.len() && doc.is_word(Span::new(at, at + n)));
    word && doc.char(at) != '所'
}

/// Whether a word of `length` that ends at `at` is no stop, but the beginning of an office: 投诉部主任, 某部战士, 宣传委员.
fn begins_office(doc: &Document<'_>, at: usize, length: usize, head: usize) -> bool {
    if length == 2
        && matches!((doc.char(at), doc.char(at + 1)), ('委' | '干', '员' | '事') | ('员', '员' | '事'))
    {
        return true;
    }
    match doc.char(at) {
        '部' if doc.before(at) == '某' => true,
        // 请来|站长.
        '部' | '科' | '处' | '室' | '组' | '站' | '办' | '所' | '股' | '队' if length > 1 && at < head =>
        {
            matches!(
                doc.char(at + 1),
                '主' | '长' | '副' | '负' | '部' | '科' | '处' | '组' | '站' | '所' | '股' | '队'
            )
        }
        _ => false,
    }
}

/// Whether an age stands before a title whose last word begins at `head`: 59岁的木匠, 79岁老人, 六十多岁的布依族老人.
pub(super) fn is_aged(doc: &Document<'_>, floor: usize, head: usize) -> bool {
    let before = &doc.chars()[floor.max(head.saturating_sub(6))..head];
    before.iter().rev().take_while(|&&c| !is_separator(c)).any(|&c| c == '岁')
}

/// Whether a word is no part of a longer one of the dictionary.
fn stands_alone(doc: &Document<'_>, word: Span) -> bool {
    let covering = doc.word(word.start);
    covering == word || !doc.is_word(covering)
}

/// What a number before a title ends with: 82岁, 10月, 3名.
const fn ends_number(c: char) -> bool {
    matches!(
        c,
        '岁' | '日' | '号' | '时' | '分' | '名' | '位' | '个' | '年' | '月' | '点' | '起' | '天' | '户'
    )
}

/// 和 inside the name of an office: 发展和改革局, 县扶贫和移民办主任.
fn joins_names(doc: &Document<'_>, lexicon: &Lexicon, at: usize) -> bool {
    if !matches!(doc.char(at), '和' | '与' | '及') {
        return false;
    }
    // 阿尔及利亚总统
    const WITHIN: usize = 3;
    let within = |from: usize| countries::at_start(doc.rest(from)).is_some_and(|length| from + length > at);
    if doc.char(at) == '及' && (at.saturating_sub(WITHIN)..at).any(within) {
        return true;
    }
    // 与|波兰外交部长通话: the office of a country has no other before it.
    let rest = &doc.chars()[at + 1..];
    if countries::at_start(rest).is_some() {
        return false;
    }
    // An office behind it, and nobody before it.
    let office = (2..=4).any(|n| {
        matches!(rest.get(n), Some('办' | '局' | '委' | '厅' | '科' | '处' | '部' | '院'))
            && rest.get(n + 1..).is_some_and(|after| lexicon.heads.starts(after))
    });
    // 海洋与渔业局应急指挥中心主任, 统计与数据中心副主任.
    let body = doc.char(at) == '与'
        && !matches!(doc.before(at), '他' | '她' | '我' | '们' | '将' | '已' | '并' | '曾')
        && rest.windows(2).take(6).skip(1).any(|pair| {
            matches!(pair, ['局' | '委' | '院', _] | ['部', '长' | '副' | '主'] | ['中', '心'] | ['研', '究'])
        });
    (office || body)
        && is_han(doc.before(at))
        && lexicon.titles.at_end(&doc.chars()[at.saturating_sub(6)..at]).is_none()
}
