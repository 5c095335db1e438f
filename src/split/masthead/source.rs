//! What the line below an article's title tells: `2019-11-08 08:30 来源:海州晚报 字号:大 中 小`.

use super::Masthead;
use super::day::day;
use super::piece::is_newspaper;
use super::tokens::as_printed;
use crate::lexicon::begins;

/// The day and, where it is a newspaper, the source that a line of metadata names; given folded and as printed.
pub(in crate::split) fn read_source(chars: &[char], printed: &str) -> Masthead {
    let starts = |at: usize| chars[at].is_ascii_digit() && (at == 0 || !chars[at - 1].is_ascii_digit());
    let published =
        (0..chars.len()).filter(|&at| starts(at)).find_map(|at| day(&chars[at..])).and_then(|(day, _)| day);
    let source = (0..chars.len()).find(|&at| begins!(&chars[at..], ["来源:", "稿源:", "出处:"]));
    // 2019-11-08 08:30 海州晚报
    let from = source.map(|at| at + 3).or_else(|| published.map(|_| 0));
    let newspaper = from.and_then(|from| {
        let mut names = chars[from..].split(|&c| matches!(c, ' ' | '|')).filter(|name| !name.is_empty());
        let bare = |name: &'_ [char]| match name.strip_prefix(&['《']) {
            Some(name) => name.iter().copied().take_while(|&c| c != '》').collect::<Vec<char>>(),
            None => name.to_vec(),
        };
        let name = match source {
            Some(_) => names.next().map(bare).filter(|name| is_newspaper(name)),
            None => names.map(bare).find(|name| is_newspaper(name)),
        };
        name.map(|name| as_printed(&name.iter().collect::<String>(), chars, printed))
    });
    Masthead { newspaper, page: None, published }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn day_and_newspaper() {
        let read = |line: &str| read_source(&line.chars().collect::<Vec<_>>(), line);
        for line in [
            "2019-11-08 08:30 来源:海州晚报 字号:大 中 小",
            "来源:海州晚报 作者:何敏 2019年11月8日",
            "发布日期:2019/11/8 稿源:《海州晚报》 浏览:120次",
            "来源:《海州晚报》(2019年11月8日 第4版)",
            "http://www.example.com 2019年11月8日08:30 海州晚报",
        ] {
            let told = read(line);
            assert_eq!(told.published, Some(date(2019, 11, 8)), "{line}");
            assert_eq!(told.newspaper.as_deref(), Some("海州晚报"), "{line}");
        }
        for line in ["来源:海州网", "来源:新华社", "作者:何敏"] {
            assert_eq!(read(line), Masthead::default(), "{line}");
        }
        assert_eq!(read("2019-02-30 来源:海州网").published, None);
    }
}
