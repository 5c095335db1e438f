//! Lines of a page that belong to no article.

use crate::chars::fold;
use crate::lexicon;
use regex::Regex;
use std::sync::LazyLock;

/// Longer lines are text.
const LIMIT: usize = 120;

/// How far from either end of a line its anchor may stand.
const REACH: usize = 24;

/// What lines between articles are drawn with.
const RULES: &str = " -=_*—…·.~※☆★◆◇■□●〇#+|";

struct Row {
    class: &'static str,
    pattern: Regex,
}

/// The rows of the table, and where to look for them: most lines hold no anchor and meet no pattern.
struct Classes {
    rows: Vec<Row>,
    /// Anchors and their rows, sorted.
    anchors: Vec<(Vec<char>, usize)>,
    /// One bit a character of the basic plane: whether an anchor begins with it.
    firsts: Vec<u64>,
}

static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let mut classes = Classes { rows: Vec::new(), anchors: Vec::new(), firsts: vec![0; 1024] };
    for row in lexicon::rows(include_str!("../../data/furniture.tsv")) {
        let [class, anchors, pattern, _] = row[..] else { continue };
        // A test compiles every row: a pattern that does not parse never ships.
        let Ok(pattern) = Regex::new(pattern) else { continue };
        for anchor in anchors.split('|').map(|a| a.chars().collect::<Vec<_>>()) {
            let first = anchor[0] as usize & 0xFFFF;
            classes.firsts[first / 64] |= 1 << (first % 64);
            classes.anchors.push((anchor, classes.rows.len()));
        }
        classes.rows.push(Row { class, pattern });
    }
    classes.anchors.sort();
    classes
});

impl Classes {
    /// The rows whose anchors stand at the head of `chars`.
    fn anchored(&self, chars: &[char]) -> impl Iterator<Item = usize> {
        let first = chars[0] as usize & 0xFFFF;
        let begins = self.firsts[first / 64] & 1 << (first % 64) != 0;
        let from =
            if begins { self.anchors.partition_point(|(a, _)| a[0] < chars[0]) } else { self.anchors.len() };
        self.anchors[from..]
            .iter()
            .take_while(|(anchor, _)| anchor[0] == chars[0])
            .filter(|(anchor, _)| chars.starts_with(anchor))
            .map(|&(_, row)| row)
    }
}

/// The class of furniture that a line is, or `None` where it belongs to an article.
///
/// ```
/// use jianbao::split::furniture_class;
/// assert_eq!(furniture_class("责编：何敏　校对：吴涛"), Some("credit"));
/// assert_eq!(furniture_class("上一版 下一版"), Some("navigation"));
/// assert_eq!(furniture_class("今年，幸福街道开展全民阅读活动。"), None);
/// ```
pub fn furniture_class(line: &str) -> Option<&'static str> {
    class_of(&line.trim().chars().map(fold).collect::<Vec<_>>())
}

/// The class of a line given as folded characters.
pub(super) fn class_of(chars: &[char]) -> Option<&'static str> {
    if chars.len() > LIMIT {
        return None;
    }
    if chars.iter().all(|c| RULES.contains(*c)) {
        return Some("rule");
    }
    let classes = &*CLASSES;
    let tail = chars.len().saturating_sub(REACH).max(REACH.min(chars.len()));
    let mut folded = String::new();
    let mut tried = 0u64;
    for at in (0..REACH.min(chars.len())).chain(tail..chars.len()) {
        for row in classes.anchored(&chars[at..]) {
            if tried & 1 << row != 0 {
                continue;
            }
            tried |= 1 << row;
            if folded.is_empty() {
                folded.extend(chars);
            }
            let Row { class, pattern } = &classes.rows[row];
            // 统筹 张三 记者 李四 signs the article.
            let signs = *class == "credit" && ["记者", "通讯员"].iter().any(|role| folded.contains(role));
            if !signs && pattern.is_match(&folded) {
                return Some(class);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_fires_on_its_example() {
        let rows: Vec<_> = lexicon::rows(include_str!("../../data/furniture.tsv")).collect();
        assert!(rows.len() <= 64);
        for row in rows {
            let pattern = Regex::new(row[2]).unwrap_or_else(|e| panic!("{}: {e}", row[2]));
            let folded: String = row[3].chars().map(fold).collect();
            assert!(pattern.is_match(&folded), "{row:?}");
            assert!(row[1].split('|').any(|anchor| folded.contains(anchor)), "{row:?}");
            assert!(furniture_class(row[3]).is_some(), "{row:?}");
        }
    }

    #[test]
    fn each_class_knows_its_lines() {
        for (class, lines) in [
            ("advert", &["遗失声明", "某某遗失身份证一张,声明作废。", "广告"][..]),
            ("copyright", &["版权所有 海州报社 苏ICP备00000000号", "未经本报书面授权不得转载。"]),
            ("credit", &["责编 何敏", "本版责编:吕 然  沈 墨", "值班主编 何敏 责编 沈墨", "责任编辑/何敏"]),
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
        ] {
            assert_eq!(furniture_class(line), None, "{line}");
        }
    }
}
