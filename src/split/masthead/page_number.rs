//! Numbers and labels of pages: `第A07版`, `A04-05`, `10 要闻`.

use super::day::is_han_digit;
use crate::chars::is_han;
use crate::lexicon::begins;
use crate::split::words::WORDS;

/// The label of a piece that names a page, with or without the page's title.
pub(super) fn label(piece: &[char]) -> Option<String> {
    // 第A07版 is page A07; 第3版 stays as printed.
    let start = usize::from(*piece.first()? == '第');
    let letters = piece[start..].iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let digits = piece[start + letters..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut end = start + letters + digits;
    let han = piece[start..].iter().take_while(|c| is_han_digit(c)).count();
    if letters + digits == 0 && (1..=3).contains(&han) && (start == 1 || piece.get(han) == Some(&'版')) {
        end = start + han;
        // 第一、二版
        let second = piece[end..].strip_prefix(&['、']).unwrap_or_default();
        let second = second.iter().take_while(|c| is_han_digit(c)).count();
        end += if (1..=3).contains(&second) { 1 + second } else { 0 };
    } else if !(1..=3).contains(&digits) || letters > 2 {
        return None;
    } else {
        // A04-05, A6—A7: two pages printed as one. 第7B版: the letter behind.
        let joined = joined_page(&piece[end..]);
        let lettered = letters == 0
            && start == 1
            && piece.get(end).is_some_and(char::is_ascii_uppercase)
            && piece.get(end + 1) == Some(&'版');
        end += joined.max(usize::from(lettered));
    }
    let closed = piece.get(end) == Some(&'版');
    let bare = letters > 0 && start == 0 && piece[0].is_ascii_uppercase();
    if !closed && !bare {
        return None;
    }
    let label = if piece[start..end].iter().any(char::is_ascii_alphabetic) {
        &piece[start..end]
    } else {
        &piece[..end + usize::from(closed)]
    };
    let rest = &piece[end + usize::from(closed)..];
    let title = rest.get(1..).unwrap_or_default();
    // 第1版面所有文章内容, as an archive heads a page.
    if start == 1 && begins!(rest, ["面所有文章"]) {
        return Some(label.iter().collect());
    }
    // 第04版:街坊A
    let title = match title {
        [han @ .., letter] if letter.is_ascii_uppercase() => han,
        title => title,
    };
    let titled = matches!(rest.first(), Some(':' | '/' | '·'))
        && (2..=10).contains(&title.len())
        && is_han(title[0])
        && title.iter().all(|&c| is_han(c) || c == '·' || c.is_ascii_digit());
    // 第7版民生, but 第7版画展
    const GOES_ON: [char; 9] = ['画', '权', '本', '税', '面', '图', '块', '式', '次'];
    let plain = rest.len() == 2 && rest.iter().all(|&c| is_han(c)) && !GOES_ON.contains(&rest[0]);
    let glued = start == 1 && closed && (plain || rest.len() == 4 && WORDS.headings.ends(rest));
    (rest.is_empty() || titled || glued).then(|| label.iter().collect())
}

/// The length of what joins a second page to the first: `-05`, `—A7`.
fn joined_page(rest: &[char]) -> usize {
    let joint = rest.iter().take_while(|c| matches!(c, '-' | '—' | '~' | '、')).count();
    let letters = rest[joint..].iter().take_while(|c| c.is_ascii_uppercase()).count();
    let digits = rest[joint + letters..].iter().take_while(|c| c.is_ascii_digit()).count();
    let joins = (1..=2).contains(&joint) && letters <= 1 && (1..=2).contains(&digits);
    if joins { joint + letters + digits } else { 0 }
}

/// Whether a page's label is of this number: 第03版, 03.
pub(super) fn is_same_page(page: &str, number: &[char]) -> bool {
    page.chars().filter(char::is_ascii_alphanumeric).eq(number.iter().copied())
}

/// The number of a line that is a page's number and name: at most two digits, or two numbers where pages are printed as
/// one (08—09, B4-B5), and two to eight Han characters.
pub(super) fn numbered_name(chars: &[char]) -> Option<&[char]> {
    // Spaces that set two things apart.
    const WIDE: usize = 4;
    let is_name = |name: &[char]| {
        (2..=8).contains(&name.len()) && name.iter().all(|&c| is_han(c) || c == '·') && is_han(name[0])
    };
    let pages = |number: &[char]| {
        let end = page_number(number)?;
        let joint = number[end..].iter().take_while(|c| matches!(c, '-' | '—' | '~' | '、')).count();
        let both =
            joint > 0 && page_number(&number[end + joint..]).is_some_and(|n| end + joint + n == number.len());
        Some((both, end == number.len() && number[0].is_ascii_digit()))
    };
    let is_gap = |c: char| matches!(c, ' ' | '|' | '丨' | '·');
    // 03/社会新闻, 社会新闻·03
    let joint = |&at: &usize| {
        matches!(chars[at], '/' | '·') && at > 0 && {
            let (first, second) = (&chars[..at], &chars[at + 1..]);
            page_number(first) == Some(first.len()) && first.len() >= 2 && is_name(second)
                || is_name(first) && second.len() >= 2 && page_number(second) == Some(second.len())
        }
    };
    let gap = (0..chars.len().min(12)).find(|at| matches!(chars[*at], ' ' | '|' | '丨') || joint(at));
    let Some(gap) = gap else {
        // A07民生, A12版民生; G20峰会 is none.
        if let Some(end) = page_number(chars).filter(|&end| end < chars.len()) {
            let closed = usize::from(chars[end] == '版');
            let name = &chars[end + closed..];
            let zero = chars[..end].iter().find(|c| c.is_ascii_digit()) == Some(&'0') && end >= 2;
            let lettered = chars[0].is_ascii_uppercase();
            let told = zero || closed > 0 || lettered && WORDS.headings.ends(name);
            if told && is_name(name) {
                return Some(&chars[..end]);
            }
        }
        // A6—A7
        return pages(chars).is_some_and(|(both, _)| both && chars[0].is_ascii_uppercase()).then_some(chars);
    };
    let rest = gap + chars[gap..].iter().position(|&c| !is_gap(c) && c != '/')?;
    // 乡镇新闻 02, 综合新闻 · 3, 深度        07
    let (first, second) = (&chars[..gap], &chars[rest..]);
    let marked = rest - gap > WIDE || chars[gap..rest].iter().any(|&c| c != ' ');
    if is_name(first)
        && (marked
            || second[0] == '0'
            || WORDS.headings.ends(first)
            || matches!(first.last(), Some('报' | '刊')))
        && (marked || second.len() >= 2)
        && page_number(second) == Some(second.len())
    {
        return Some(second);
    }
    let (both, one) = pages(first)?;
    // 06 基 层
    let apart = second.len() <= 12 && second.split(|&c| c == ' ').all(|part| part.len() <= 1);
    let letters = second.iter().filter(|&&c| is_han(c)).count();
    let spaced = apart && letters >= 2 && second.iter().all(|&c| c == ' ' || is_han(c));
    ((both || one) && (is_name(second) || spaced)).then_some(first)
}

/// The length of a page's number: a letter or none, and one or two digits.
fn page_number(chars: &[char]) -> Option<usize> {
    let letter = usize::from(chars.first().is_some_and(char::is_ascii_uppercase));
    let digits = chars[letter..].iter().take_while(|c| c.is_ascii_digit()).count();
    (1..=2).contains(&digits).then_some(letter + digits)
}
