//! Lines of a page that belong to no article.

pub(super) mod adverts;
pub(super) mod edges;
pub(super) mod lists;
pub(super) mod menus;
pub(super) mod metadata;
pub(super) mod navigation;
mod pattern;
pub(super) mod programmes;
pub(super) mod repeats;

use crate::chars::{CharSet, folded, is_han, unspaced};
use crate::lexicon::{self, Beginnings};
use crate::names::is_likely_name;
use crate::split::line::column::trim_frame;
use crate::split::masthead::is_role;
use crate::split::words::WORDS;
use pattern::Pattern;
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

/// Longer lines are text.
const LIMIT: usize = 120;

/// How far from either end of a line its anchor may stand.
const REACH: usize = 24;

/// What lines between articles are drawn with.
static RULES: CharSet = CharSet::of(" -=_*—…·.~※☆★◆◇■□●〇#+|↓▼");

/// Whether a mark stands before the items of a list, as sites print them.
const fn marks_item(c: char) -> bool {
    matches!(c, '-' | '•' | '·' | '*')
}

/// Where on a page a line of a class is no article's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::split) enum Place {
    Any,
    /// Above the first article, below the last, or beside furniture that is sure.
    Edge,
    /// Above the first article.
    Head,
}

/// A row of the table.
struct Row {
    class: &'static str,
    place: Place,
    source: &'static str,
    /// Read where a line first holds one of its anchors: most pages need few.
    pattern: OnceLock<Option<Pattern>>,
}

impl Row {
    fn is_match(&self, line: &[char]) -> bool {
        // A test reads every row: a pattern that is none never ships.
        self.pattern.get_or_init(|| Pattern::read(self.source)).as_ref().is_some_and(|p| p.is_match(line))
    }
}

/// A set of rows, a bit each.
#[derive(Clone, Copy, Default)]
struct Rows([u128; 2]);

impl Rows {
    /// How many rows the table may have.
    #[cfg(test)]
    const MOST: usize = 256;

    fn of(row: usize) -> Rows {
        let mut rows = Rows::default();
        rows.0[row / 128] = 1 << (row % 128);
        rows
    }

    fn is_empty(self) -> bool {
        self.0 == [0; 2]
    }

    fn iter(self) -> impl Iterator<Item = usize> {
        let ones = |mut bits: u128| {
            std::iter::from_fn(move || {
                let at = bits.trailing_zeros() as usize;
                bits &= bits.wrapping_sub(1);
                (at < 128).then_some(at)
            })
        };
        ones(self.0[0]).chain(ones(self.0[1]).map(|at| at + 128))
    }
}

impl std::ops::BitOr for Rows {
    type Output = Rows;

    fn bitor(self, other: Rows) -> Rows {
        Rows([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }
}

/// The rows of the table, and where to look for them: most lines hold no anchor and meet no pattern.
struct Classes {
    rows: Vec<Row>,
    /// Anchors, each with the rows that it or its beginning is an anchor of.
    anchors: Beginnings<Rows>,
}

static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let mut rows = Vec::new();
    let mut anchors: Vec<(&str, Rows)> = Vec::new();
    for row in lexicon::rows(include_str!("../../../data/furniture.tsv")) {
        let [class, place, places, source, _] = row[..] else { continue };
        let place = match place {
            "edge" => Place::Edge,
            "head" => Place::Head,
            _ => Place::Any,
        };
        anchors.extend(places.split('|').map(|anchor| (anchor, Rows::of(rows.len()))));
        rows.push(Row { class, place, source, pattern: OnceLock::new() });
    }
    let mut own: HashMap<&str, Rows> = HashMap::new();
    for &(anchor, row) in &anchors {
        let set = own.entry(anchor).or_default();
        *set = *set | row;
    }
    let all = |anchor: &str| {
        let ends = anchor.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.filter_map(|end| own.get(&anchor[..end])).fold(Rows::default(), |set, row| set | *row)
    };
    let anchors = Beginnings::new(own.keys().map(|anchor| (*anchor, all(anchor))));
    Classes { rows, anchors }
});

/// What a line in a frame is, where it heads what is on: ·电视节目预告·.
pub(in crate::split) fn framed(chars: &[char]) -> Option<(&'static str, Place)> {
    const LONGEST: usize = 14;
    let [first, .., last] = chars else { return None };
    if chars.len() > LONGEST || is_han(*first) || is_han(*last) {
        return None;
    }
    find(trim_frame(chars)).filter(|(class, _)| matches!(*class, "listing" | "exchange"))
}

/// Whether a line (folded) names a day of the week and nothing else: (5月19日 星期五).
pub(in crate::split) fn is_week_day(chars: &[char]) -> bool {
    const LONGEST: usize = 16;
    let day = |c: &char| c.is_ascii_digit() || "()年月日星期周一二三四五六天 ".contains(*c);
    chars.len() <= LONGEST && chars.iter().all(day) && chars.contains(&'日')
}

/// Whether a line (folded) says when what is shown, as the rows of a programme do: `2月20日(周六)14:30 一套 排球联赛`.
pub(in crate::split) fn is_showing(chars: &[char]) -> bool {
    const LONGEST: usize = 60;
    const CLOCK: usize = 20;
    let clock = |four: &[char]| {
        four[0].is_ascii_digit() && matches!(four[1], ':' | '∶') && four[2..].iter().all(char::is_ascii_digit)
    };
    chars.len() <= LONGEST && !chars.contains(&'。') && chars.windows(4).take(CLOCK).any(clock)
}

/// Whether a line (folded) begins with what it offers, and a colon: 出租:两间.
pub(in crate::split) fn is_offer(chars: &[char]) -> bool {
    const LONGEST: usize = 6;
    let colon = chars.iter().take(LONGEST + 1).position(|&c| c == ':');
    colon.is_some_and(|colon| (0..colon).any(|at| WORDS.trades.starts(&chars[at..colon])))
}

/// The class of furniture that a line is wherever it stands, or `None` where it may belong to an article.
///
/// ```
/// use jianbao::split::furniture_class;
/// assert_eq!(furniture_class("责编：何敏　校对：吴涛"), Some("credit"));
/// assert_eq!(furniture_class("上一版 下一版"), Some("navigation"));
/// assert_eq!(furniture_class("今年，幸福街道开展全民阅读活动。"), None);
/// ```
pub fn furniture_class(line: &str) -> Option<&'static str> {
    class_of(&folded(line.trim()))
}

/// The class of a line given as folded characters.
pub(in crate::split) fn class_of(chars: &[char]) -> Option<&'static str> {
    find(chars).filter(|(_, place)| *place == Place::Any).map(|(class, _)| class)
}

/// The class of a line given as folded characters, and where on a page it is of the class.
pub(in crate::split) fn find(chars: &[char]) -> Option<(&'static str, Place)> {
    // 1. 凡本网注明…: conditions are long.
    let item =
        chars.iter().take(3).take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '、' | ' ')).count();
    if WORDS.legal.starts(&chars[item..]) {
        return Some(("copyright", Place::Any));
    }
    if chars.len() > LIMIT {
        return None;
    }
    if chars.iter().all(|&c| RULES.has(c)) {
        return Some(("rule", Place::Any));
    }
    // What a site prints as a list: - 下一页.
    let chars = match chars {
        [mark, ' ', line @ ..] if marks_item(*mark) => line,
        _ => chars,
    };
    let classes = &*CLASSES;
    let tail = chars.len().saturating_sub(REACH).max(REACH.min(chars.len()));
    let mut rows = Rows::default();
    for range in [0..REACH.min(chars.len()), tail..chars.len()] {
        for at in range {
            if let Some((_, found)) = classes.anchors.at_start(&chars[at..]) {
                rows = rows | found;
            }
        }
    }
    let navigates = || navigation::is_row(chars).then_some(("navigation", Place::Any));
    if rows.is_empty() {
        return navigates();
    }
    // 统筹 张三 记者 李四 signs the article.
    let signs = || chars.windows(2).any(|pair| matches!(pair, ['记', '者'] | ['讯', '员']));
    let hit = |place: Place| {
        let is_hit =
            |row: &&Row| row.place == place && !(row.class == "credit" && signs()) && row.is_match(chars);
        rows.iter().map(|n| &classes.rows[n]).find(is_hit).map(|row| (row.class, place))
    };
    hit(Place::Any).or_else(navigates).or_else(|| hit(Place::Edge)).or_else(|| hit(Place::Head))
}

/// The class of a line whose letters were set apart, where it names who made the page: 编 辑 何 晓 敏.
pub(in crate::split) fn credit(letters: &[char]) -> Option<&'static str> {
    const LONGEST_ROLE: usize = 4;
    let roles = (2..=LONGEST_ROLE.min(letters.len())).rev();
    let mut parts = roles.map(|length| letters.split_at(length));
    parts.any(|(role, name)| is_role(role) && is_likely_name(name)).then_some("credit")
}

/// The class of a line that is set letter by letter, where all its marks stand behind roles of those who made the page:
/// 责 编:何 敏   版 式:吴 涛.
pub(in crate::split) fn spaced_credit(chars: &[char]) -> Option<&'static str> {
    const LONGEST: usize = 60;
    let is_mark = |c: &char| matches!(c, ':' | '/');
    if chars.len() > LONGEST
        || chars.get(1) != Some(&' ')
        || !chars.iter().all(|c| is_mark(c) || *c == ' ' || is_han(*c))
    {
        return None;
    }
    let letters = unspaced(chars);
    let parts: Vec<&[char]> = letters.split(is_mark).collect();
    let (last, led) = parts.split_last()?;
    let ends_in_role =
        |part: &[char]| (2..=4.min(part.len())).any(|length| is_role(&part[part.len() - length..]));
    let credits =
        !led.is_empty() && (2..=4).contains(&last.len()) && led.iter().all(|part| ends_in_role(part));
    // 社 长 : 何 敏
    let known = || !led.is_empty() && find(&letters).is_some_and(|(class, _)| class == "credit");
    (credits || known()).then_some("credit")
}

/// A line without the notes at its ends that its article goes on elsewhere, or comes from there; whether it goes on,
/// and whether it comes.
pub(in crate::split) fn without_jump(line: &str) -> (&str, bool, bool) {
    const REACH: usize = 16;
    let is_jump = |part: &str| furniture_class(part) == Some("jump");
    // A line that is a note from end to end is furniture by itself.
    let tail = || {
        let (at, _) =
            line.char_indices().rev().take(REACH).find(|(_, c)| matches!(c, '(' | '（' | '▶' | '►' | '▼'))?;
        (at > 0 && line.contains('版') && is_jump(&line[at..])).then_some(at)
    };
    let head = || {
        line.starts_with(['(', '（']).then_some(())?;
        let (at, c) = line.char_indices().take(REACH).find(|(_, c)| matches!(c, ')' | '）'))?;
        let end = at + c.len_utf8();
        (end < line.len() && is_jump(&line[..end])).then_some(end)
    };
    if line.ends_with([')', '）', '版'])
        && let Some(at) = tail()
    {
        return (line[..at].trim_end(), true, false);
    }
    match head() {
        Some(end) => (line[end..].trim_start(), false, true),
        None => (line, false, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_of_jumps_are_cut_off() {
        assert_eq!(without_jump("居民点赞。（下转第4版）"), ("居民点赞。", true, false));
        assert_eq!(without_jump("(上接A1版)居民点赞。"), ("居民点赞。", false, true));
        for line in ["(下转第4版)", "居民点赞。(李晓芳)", "今年第3版规划出台", "(李晓芳)下转第4版的人"]
        {
            assert_eq!(without_jump(line), (line, false, false));
        }
    }

    #[test]
    fn every_row_fires_on_its_example() {
        let rows: Vec<_> = lexicon::rows(include_str!("../../../data/furniture.tsv")).collect();
        assert!(rows.len() <= Rows::MOST);
        for row in rows {
            let [_, place, anchors, pattern, example] = row[..] else { panic!("{row:?}") };
            let pattern = Pattern::read(pattern).unwrap_or_else(|| panic!("{pattern}"));
            let folded = folded(example);
            assert!(pattern.is_match(&folded), "{row:?}");
            assert!(matches!(place, "any" | "edge" | "head"), "{row:?}");
            assert!(find(&folded).is_some(), "{row:?}");
            assert_eq!(furniture_class(example).is_some(), place == "any", "{row:?}");
            let folded: String = folded.iter().collect();
            assert!(anchors.split('|').any(|anchor| folded.contains(anchor)), "{row:?}");
        }
    }

    #[test]
    fn each_class_knows_its_lines() {
        for (class, lines) in [
            ("advert", &["遗失声明", "某某遗失身份证一张,声明作废。", "广告"][..]),
            ("copyright", &["版权所有 海州报社 苏ICP备00000000号", "未经本报书面授权不得转载。"]),
            (
                "credit",
                &[
                    "责编 何敏",
                    "本版责编:吕 然  沈 墨",
                    "值班主编 何敏 责编 沈墨",
                    "责任编辑/何敏",
                    "首席编辑 何敏 校对 吴涛 24小时热线 2000000",
                ],
            ),
            ("hotline", &["新闻热线 0731-58200000", "本版投稿邮箱:a@example.com", "晨报热线:0416-2800000"]),
            ("jump", &["(下转第4版)", "▲上接A1版", "(上接第一版)"]),
            ("lottery", &["双色球第2013075期开奖号码:03 07 11", "体彩排列3第13176期:5 1 8"]),
            ("metadata", &["2023-07-16 1 1 海州晚报 content_276080.html 1 标题 /enpproperty-->"]),
            (
                "navigation",
                &["3上一篇 下一篇4", "放大 缩小 默认", "上一篇:老码头", "标题导航", "导读", "打印 关闭"],
            ),
            ("weather", &["今天晴到多云 27~36℃", "今天夜间到明天 晴 西北风3到4级 -2℃~9℃"]),
            ("rule", &["----------", "＊＊＊", "◆◆◆"]),
        ] {
            for line in lines {
                assert_eq!(furniture_class(line), Some(class), "{line}");
            }
        }
    }

    #[test]
    fn lines_of_articles_are_not_furniture() {
        for line in [
            "10月26日，某区柳荫社区党委走进古镇。",
            "社区传真",
            "本报记者 陈小可",
            "10月26日",
            "编者按:从今天起，本报开设专栏。",
            "编辑同志:",
            "邵岗村:大蒜地里装上“千里眼”",
            "我们的晚报",
            "2022先锋行动",
            "今年第3版规划出台 居民点赞",
            "买双色球中大奖 他捐出一半建书屋",
            "大风降温 周末最低气温-2℃",
            "统筹 何敏 记者 陈小可",
            "公益广告进楼道 邻里添新风",
            "机床、电器、水泵、肥料……",
            "谁来……谁去挑水",
        ] {
            assert_eq!(furniture_class(line), None, "{line}");
        }
    }
}
