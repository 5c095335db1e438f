//! Lines of a page that belong to no article.

use crate::chars::fold;
use crate::lexicon;
use regex::RegexSet;
use std::sync::LazyLock;

/// Longer lines are text.
const LIMIT: usize = 120;

struct Classes {
    set: RegexSet,
    names: Vec<&'static str>,
}

static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let rows: Vec<_> = lexicon::rows(include_str!("../../data/furniture.tsv")).collect();
    // A test compiles every row: a pattern that does not parse never ships.
    let set = RegexSet::new(rows.iter().filter_map(|row| row.get(1))).unwrap_or_else(|_| RegexSet::empty());
    Classes { set, names: rows.iter().filter_map(|row| row.first().copied()).collect() }
});

/// The class of furniture that a line is, or `None` where it belongs to an article.
///
/// ```
/// use jianbao::split::furniture_class;
/// assert_eq!(furniture_class("责编：何敏　校对：吴涛"), Some("credit"));
/// assert_eq!(furniture_class("上一版 下一版"), Some("navigation"));
/// assert_eq!(furniture_class("今年，幸福街道开展全民阅读活动。"), None);
/// ```
pub fn furniture_class(line: &str) -> Option<&'static str> {
    if line.len() > LIMIT * 3 || line.chars().count() > LIMIT {
        return None;
    }
    let folded: String = line.chars().map(fold).collect();
    let classes = &*CLASSES;
    classes.set.matches(&folded).iter().next().map(|i| classes.names[i])
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex::Regex;

    #[test]
    fn every_row_fires_on_its_example() {
        for row in lexicon::rows(include_str!("../../data/furniture.tsv")) {
            let pattern = Regex::new(row[1]).unwrap_or_else(|e| panic!("{}: {e}", row[1]));
            let folded: String = row[2].chars().map(fold).collect();
            assert!(pattern.is_match(&folded), "{row:?}");
            assert!(furniture_class(row[2]).is_some(), "{row:?}");
        }
    }

    #[test]
    fn lines_of_articles_are_not_furniture() {
        for line in [
            "10月26日，某区大南社区党委走进古镇。",
            "社区传真",
            "本报记者 陈小可",
            "10月26日",
            "编者按:从今天起，本报开设专栏。",
            "邵岗村:大蒜地里装上“千里眼”",
            "我们的晚报",
            "2022先锋行动",
            "今年第3版规划出台 居民点赞",
        ] {
            assert_eq!(furniture_class(line), None, "{line}");
        }
    }
}
