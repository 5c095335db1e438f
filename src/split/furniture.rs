//! Lines of a page that belong to no article, and what a masthead line tells.

use crate::chars::fold;
use crate::lexicon;
use jiff::civil::Date;
use regex::{Regex, RegexSet};
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

/// What the masthead lines of a page say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The newspaper's name.
    pub newspaper: Option<String>,
    /// The page's label as printed.
    pub page: Option<String>,
    /// The day of printing. A weekday beside it must agree.
    pub published: Option<Date>,
}

static NEWSPAPER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(\p{Han}{2,8}?(?:日报|晚报|晨报|早报|商报|时报|都市报|快报|导报|广播电视报|法制报|工人报|农民报|青年报|新报|周报|报))(?:[\s/|·]|$)").ok()
});
static PAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"第\s*[A-Za-z]?[0-9]{1,3}\s*版|第[一二三四五六七八九十]{1,3}版|\b[A-Z][0-9]{2,3}\b版?|(?:^|[\s])[0-9]{1,2}\s?版").ok()
});
static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([0-9]{4})\s*[年/.\-]\s*([0-9]{1,2})\s*[月/.\-]\s*([0-9]{1,2})日?[\s,]*(?:(?:星期|周|礼拜)([一二三四五六日天]))?").ok()
});
static HAN_DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([一二][〇零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})日\s*(?:星期([一二三四五六日天]))?").ok()
});

impl Masthead {
    /// Takes what a furniture line tells, where nothing is known yet.
    pub fn read(&mut self, line: &str) {
        let folded: String = line.chars().map(fold).collect();
        if self.newspaper.is_none()
            && let Some(found) = NEWSPAPER.as_ref().and_then(|r| r.captures(folded.trim()))
        {
            self.newspaper = Some(found[1].to_owned());
        }
        if self.page.is_none()
            && let Some(found) = PAGE.as_ref().and_then(|r| r.find(&folded))
        {
            self.page = Some(found.as_str().trim().to_owned());
        }
        if self.published.is_none() {
            self.published = day(&folded);
        }
    }
}

/// The day that a masthead line names; `None` where a weekday beside it disagrees.
fn day(folded: &str) -> Option<Date> {
    let (year, month, day, weekday) = if let Some(c) = DAY.as_ref().and_then(|r| r.captures(folded)) {
        (c[1].parse().ok()?, c[2].parse().ok()?, c[3].parse().ok()?, c.get(4).map(|m| m.as_str().to_owned()))
    } else {
        let c = HAN_DAY.as_ref().and_then(|r| r.captures(folded))?;
        let digits: Option<i16> = c[1].chars().try_fold(0, |n, d| Some(n * 10 + han_digit(d)?));
        let small = |s: &str| {
            crate::dateline::small(&s.chars().collect::<Vec<_>>()).and_then(|n| i8::try_from(n).ok())
        };
        (digits?, small(&c[2])?, small(&c[3])?, c.get(4).map(|m| m.as_str().to_owned()))
    };
    let date = Date::new(year, month, day).ok()?;
    let agrees = weekday.is_none_or(|w| {
        let number = "一二三四五六日"
            .chars()
            .position(|c| c == w.chars().next().map_or(' ', |c| if c == '天' { '日' } else { c }));
        number == Some(date.weekday().to_monday_zero_offset() as usize)
    });
    agrees.then_some(date)
}

fn han_digit(c: char) -> Option<i16> {
    "〇一二三四五六七八九"
        .chars()
        .position(|d| d == c || d == '〇' && c == '零')
        .and_then(|n| i16::try_from(n).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn masthead_lines_tell() {
        let mut masthead = Masthead::default();
        for line in ["海州晚报", "第A07版：社区新闻", "2019年11月8日 星期五"] {
            masthead.read(line);
        }
        let want = Masthead {
            newspaper: Some("海州晚报".into()),
            page: Some("第A07版".into()),
            published: Some(jiff::civil::date(2019, 11, 8)),
        };
        assert_eq!(masthead, want);
        assert_eq!(day("二〇一九年十一月八日 星期五"), Some(jiff::civil::date(2019, 11, 8)));
        assert_eq!(day("2019年11月8日 星期四"), None, "a weekday that disagrees");
        assert_eq!(day("2019年2月30日"), None);
    }
}
