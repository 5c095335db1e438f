//! What leads from page to page of a site: 首页 | 新闻 | 登录.

use crate::split::words::WORDS;

/// Whether a word leads elsewhere on a site; an arrow may have become a digit: 3上一篇, 下一版4.
pub(in crate::split) fn is_link(word: &[char]) -> bool {
    const LONGEST: usize = 6;
    let bare = crate::split::line::trim(word, |c| c.is_ascii_digit());
    (2..=LONGEST).contains(&bare.len()) && WORDS.links.get(bare).is_some()
}

/// Whether a character stands between words of a row.
fn is_joint(c: &char) -> bool {
    matches!(
        c,
        ' ' | '|'
            | '丨'
            | '■'
            | '/'
            | '>'
            | '»'
            | '<'
            | '['
            | ']'
            | '('
            | ')'
            | ','
            | '!'
            | '+'
            | '-'
            | '—'
            | ':'
            | '·'
            | '【'
            | '】'
            | '→'
            | '←'
            | '▶'
            | '◀'
            | '►'
            | '◄'
            | '▲'
            | '▼'
    )
}

/// Whether a line is a row of such words and of the parts of a site: two and more, and more than half of what stands
/// between spaces and marks. Some words are a row by themselves: 返回版面.
pub(in crate::split) fn is_row(chars: &[char]) -> bool {
    const LONGEST: usize = 80;
    const WORD: usize = 10;
    const SITE: usize = 16;
    if chars.len() <= SITE && WORDS.sites.get(crate::split::line::trim(chars, |c| is_joint(&c))).is_some() {
        return true;
    }
    // Most lines end in a stop, or are no such words at either end.
    let tells = |word: &[char]| {
        is_link(word) || WORDS.channels.get(word).is_some() || WORDS.sites.get(word).is_some()
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
    if chars.len() > LONGEST || matches!(chars.last(), Some('。' | '”')) || !last() && !first() {
        return false;
    }
    if chars.iter().any(|c| matches!(c, '。' | '“' | '、' | ';')) {
        return false;
    }
    let (mut links, mut channels, mut others) = (0, 0, 0);
    for word in chars.split(is_joint).filter(|word| !word.is_empty()) {
        if is_link(word) || WORDS.sites.get(word).is_some() {
            links += 1;
        } else if WORDS.channels.get(word).is_some() {
            channels += 1;
        } else if word.len() > WORD {
            return false;
        } else if !word.iter().all(char::is_ascii_digit) {
            others += 1;
        }
    }
    let all = links + channels;
    all >= 2 && all > others && (links > 0 || channels > 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: &str) -> bool {
        is_row(&line.chars().map(crate::chars::fold).collect::<Vec<_>>())
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
        ] {
            assert!(row(line), "{line}");
        }
        for line in [
            "新闻",
            "教育 文化",
            "打印店里的新闻 论坛里的人",
            "图片说明:老街",
            "体育 健康走进校园",
            "返回家乡",
            "点赞",
        ] {
            assert!(!row(line), "{line}");
        }
    }
}
