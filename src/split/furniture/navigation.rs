//! What leads from page to page of a site: 首页 | 新闻 | 登录.

use crate::chars::{CharSet, is_han};
use crate::split::line::trim;
use crate::split::words::WORDS;

/// Whether a word leads elsewhere on a site; an arrow may have become a digit: 3上一篇, 下一版4.
pub(in crate::split) fn is_link(word: &[char]) -> bool {
    const LONGEST: usize = 6;
    let bare = trim(word, |c| c.is_ascii_digit());
    (2..=LONGEST).contains(&bare.len()) && WORDS.links.get(bare).is_some() || is_home(bare)
}

/// Whether a word leads to the front page of a site: 海州网首页.
fn is_home(word: &[char]) -> bool {
    const LONGEST: usize = 10;
    word.len() <= LONGEST && word.ends_with(&['首', '页'])
}

/// What stands between words of a row.
static JOINTS: CharSet = CharSet::of(" |丨■/>»<[](),!+-—:·【】→←▶◀►◄▲▼•▪");

/// Whether a character stands between words of a row.
pub(super) fn is_joint(c: &char) -> bool {
    JOINTS.has(*c)
}

/// Whether a line runs on from the front page through the parts of a site, with nothing between them: 首页评论时政国际财经.
fn is_glued(chars: &[char]) -> bool {
    const LONGEST: usize = 80;
    const FEWEST: usize = 4;
    let Some(mut rest) = chars.strip_prefix(&['首', '页']).filter(|rest| rest.len() < LONGEST) else {
        return false;
    };
    // 首页English
    if !rest.is_empty() && rest.iter().all(char::is_ascii_alphabetic) {
        return true;
    }
    let (mut parts, mut others) = (1, 0);
    while let Some((&first, behind)) = rest.split_first() {
        if let Some((length, ())) = WORDS.channels.at_start(rest).or_else(|| WORDS.links.at_start(rest)) {
            parts += 1;
            rest = &rest[length..];
        } else if is_han(first) || first.is_ascii_alphabetic() {
            others += 1;
            rest = behind;
        } else {
            return false;
        }
    }
    // What is not known is about as long as what is.
    parts >= FEWEST && others <= 3 * parts
}

/// Whether a line leads to the front page and then to parts of the site, whatever they are called: 首页 新闻大观 中新图片 供稿.
pub(in crate::split) fn is_home_row(chars: &[char]) -> bool {
    const FEWEST: usize = 5;
    const WORD: usize = 6;
    let mut words = chars.split(is_joint).filter(|word| !word.is_empty());
    words.next().is_some_and(is_home)
        && words.clone().count() >= FEWEST
        && words.all(|word| word.len() <= WORD && word.iter().all(|&c| is_han(c) || c.is_ascii_alphabetic()))
}

/// Whether a line tells the way from the front page to an article: 海州网>>评论, 首页 > 新闻 > 正文.
fn is_way(chars: &[char]) -> bool {
    const LONGEST: usize = 60;
    const STEP: usize = 24;
    let is_mark = |c: &char| matches!(c, '>' | '»');
    if chars.len() > LONGEST || !chars[1..].iter().any(is_mark) || is_mark(&chars[0]) {
        return false;
    }
    let open = is_mark(&chars[chars.len() - 1]);
    let mut steps = chars.split(is_mark).map(|step| trim(step, |c| c == ' ')).filter(|step| !step.is_empty());
    let plain = |step: &[char]| {
        step.len() <= STEP
            && !step.iter().any(|c| matches!(c, '。' | ',' | '“' | '<' | '/'))
            && is_han(step[0])
    };
    // 记者帮办>> heads a column; 修路 > 通车 > 致富 is a title.
    let Some(first) = steps.next().filter(|step| plain(step)) else { return false };
    let of_site = |step: &[char]| {
        is_link(step)
            || step == ['正', '文']
            || WORDS.channels.get(step).is_some()
            || step.iter().all(char::is_ascii_digit)
    };
    let (mut further, mut tells) = (0, of_site(first));
    for step in steps {
        if !plain(step) && !of_site(step) {
            return false;
        }
        (further, tells) = (further + 1, tells || of_site(step));
    }
    // 海州网 > 县区 > 邻里, 电视台 > 新闻 > 邻里 >; 城市网 > 乡村网 may be of a text.
    // 海州新闻网>>海州工会
    let doubled = chars.windows(2).any(|pair| pair == ['>', '>']) && first.ends_with(&['网']);
    further > 0 && (tells || doubled) || further > 1 && (open || first.ends_with(&['网']))
}

/// Whether a line is a row of such words and of the parts of a site: two and more, and more than half of what stands
/// between spaces and marks. Some words are a row by themselves: 返回版面.
pub(in crate::split) fn is_row(chars: &[char]) -> bool {
    const LONGEST: usize = 80;
    const WORD: usize = 10;
    const SITE: usize = 16;
    // Most lines end in a stop.
    if matches!(chars.last(), Some('。' | '”')) {
        return false;
    }
    if chars.len() <= SITE && WORDS.sites.get(trim(chars, |c| is_joint(&c))).is_some() {
        return true;
    }
    if is_barred(chars)
        || is_noise(chars)
        || is_calendar(chars)
        || is_glued(chars)
        || is_way(chars)
        || is_home_row(chars)
    {
        return true;
    }
    // Most others are no such words at either end.
    let tells = |word: &[char]| {
        is_link(word)
            || WORDS.channels.get(word).is_some()
            || WORDS.sites.get(word).is_some()
            || word.iter().all(char::is_ascii_digit)
    };
    let first = || {
        let from = chars.iter().take(3).take_while(|c| is_joint(c)).count();
        let end = chars[from..].iter().take(WORD + 1).position(is_joint);
        end.is_some_and(|end| tells(&chars[from..from + end]))
    };
    let last = || {
        let to = chars.len() - chars.iter().rev().take(3).take_while(|c| is_joint(c)).count();
        let length = chars[..to].iter().rev().take(WORD + 1).position(is_joint);
        length.is_some_and(|length| tells(&chars[to - length..to]))
    };
    if chars.len() > LONGEST || !last() && !first() {
        return false;
    }
    if chars.iter().any(|c| matches!(c, '。' | '“' | '、' | ';')) {
        return false;
    }
    // 关于我们 | 版权声明 | 违法和不良信息举报电话:010-00000000: between bars anything may stand.
    let bars = chars.iter().filter(|c| matches!(c, '|' | '丨')).count();
    let (mut links, mut channels, mut others) = (0, 0, 0);
    for word in chars.split(is_joint).filter(|word| !word.is_empty()) {
        if is_link(word) || WORDS.sites.get(word).is_some() {
            links += 1;
        } else if WORDS.channels.get(word).is_some() {
            channels += 1;
        } else if word.len() > WORD && bars < 2 {
            return false;
        } else if matches!(word, ['大' | '中' | '小']) {
            // 字号 大 中 小
        } else if !word.iter().all(char::is_ascii_digit) && !matches!(word, ['共', .., '页']) {
            others += 1;
        }
    }
    let all = links + channels;
    // | 海州网首页 | 海州论坛 |: the bars tell too.
    let barred = links > 0 && bars >= 2;
    // 1 2 3 4 下一页
    let counted = links == all && links > 0 && others == 0 && chars.iter().any(char::is_ascii_digit);
    barred || counted || all >= 2 && all > others && (links > 0 || channels > 4)
}

/// Whether a line is what forums set between paragraphs against copying: `# T8 G2 F$ d! f1 n, Z0 l" Z1`.
fn is_noise(chars: &[char]) -> bool {
    const FEWEST: usize = 5;
    const WORD: usize = 3;
    const MARKS: usize = 3;
    if !chars.iter().all(|c| c.is_ascii()) {
        return false;
    }
    let words = || chars.split(|&c| c == ' ').filter(|word| !word.is_empty());
    let odd = |c: &&char| c.is_ascii_punctuation() && !matches!(c, '.' | ',' | ':' | '-' | '/');
    words().count() >= FEWEST
        && words().all(|word| word.len() <= WORD)
        && chars.iter().filter(|c| c.is_ascii_alphabetic()).count() >= FEWEST
        && chars.iter().filter(odd).count() >= MARKS
}

/// Whether a line is a row of many short words between bars, whatever they are: 老街视频 | 老街图片 | 老街人物….
fn is_barred(chars: &[char]) -> bool {
    const FEWEST: usize = 6;
    const WORD: std::ops::RangeInclusive<usize> = 2..=6;
    let is_bar = |c: &char| matches!(c, '|' | '丨');
    // Most lines hold none so early.
    let early = chars.iter().take(10).any(is_bar);
    let plain = |word: &[char]| WORD.contains(&word.len()) && word.iter().all(|&c| is_han(c));
    let words = || chars.split(is_bar).map(|word| trim(word, |c| c == ' '));
    early && words().count() >= FEWEST && words().all(plain)
}

/// Whether a line is a week of the calendar that sites print to choose a day by: `1 2 3 4 5 6 7`, `891011121314`.
fn is_calendar(chars: &[char]) -> bool {
    const FEWEST: u32 = 6;
    // The last week of a month may be short.
    const SHORT: u32 = 4;
    const LAST: u32 = 31;
    if !chars.iter().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '|')) {
        return false;
    }
    let digits: Vec<u32> = chars.iter().filter_map(|c| c.to_digit(10)).collect();
    // The first day has a digit or two; those that follow it are known.
    (1..=2).any(|length| {
        let Some(mut rest) = digits.get(length..) else { return false };
        let first = digits[..length].iter().fold(0, |sum, digit| sum * 10 + digit);
        let mut day = first;
        while !rest.is_empty() {
            day += 1;
            let expected: &[u32] = if day < 10 { &[day] } else { &[day / 10, day % 10] };
            let Some(behind) = rest.strip_prefix(expected) else { return false };
            rest = behind;
        }
        let days = day + 1 - first;
        first > 0 && day <= LAST && (days >= FEWEST || day >= 28 && days >= SHORT)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chars::forms;

    fn row(line: &str) -> bool {
        is_row(&forms(line))
    }

    #[test]
    fn rows_of_links() {
        for line in [
            "首页 新闻 图片 论坛 关于我们",
            "首页 | 县区 | 视频 | 客户端",
            "[登录] [注册] 设为首页 加入收藏",
            "欢迎您,游客! [登录] [注册]",
            "<上一期 下一期>",
            "我要评论 (0) 文明上网 理性发言",
            "【返回版面】",
            "←上一版 下一版→",
            "点赞 在看 分享",
            "123456",
            "78910111213",
            "28293031",
            "1 2 3 4 下一页",
            "3 上一篇 下一篇 4",
            "1 2 3 4 5 6 7",
            "PDF版阅读",
            "[打印] [网摘论坛] [推荐] [字号 大 中 小]",
            "按日期查找 按版次查找",
            "| 海州网首页 | 海州论坛 | 海州视频 |",
            "| 扫一扫在手机打开当前页 |",
            "1 2 3 下一页 尾页 共3页",
            "关于我们 | 版权声明 | 违法和不良信息举报电话:010-00000000",
            "首页评论时政台海国际财经娱乐图片视频专题创投",
            "海州网>>评论",
            "首页 > 新闻中心 > 正文",
            "您当前的位置:首页> 品牌 >正文",
            "海州电视台 > 新闻台 > 新闻中心 >",
            "首页 海州大观 海州图片 图文专稿 华人世界 供稿服务",
            "首页English",
            "Read More",
            "# T8 G2 F$ d! f1 n, Z0 l\" Z1",
            "海州新闻网>>海州工会",
            "老街视频 | 老街图片 | 老街人物 | 老街故事 | 老街书画 | 老街往事",
        ] {
            assert!(row(line), "{line}");
        }
        for line in [
            "新闻",
            "123",
            "2021",
            "20212022",
            "1 2 3 4",
            "5678",
            "20 21 22 23 24",
            "1 2 3 5",
            "甲 | 乙 | 丙",
            "N E W S 2 0 1 9",
            "把家乡写上首页",
            "32333435",
            "教育 文化",
            "打印店里的新闻 论坛里的人",
            "图片说明:老街",
            "体育 健康走进校园",
            "返回家乡",
            "点赞",
            "首页上的老照片",
            "记者帮办>>",
            ">>相关链接",
            "3>2",
            "修路 > 通车 > 致富",
            "首页 设计 大赛 评出 优胜",
        ] {
            assert!(!row(line), "{line}");
        }
    }
}
