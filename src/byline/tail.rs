//! Bylines at the end of a paragraph.

use super::lexicon::{WORDS, is_bullet};
use super::{Byline, Signature, closing, read, read_signed};
use crate::Span;
use crate::chars::is_han;
use crate::lexicon::ends;
use crate::names;
use crate::record::CorrespondentKind;

/// Where a byline starts that ends the paragraph `chars`: a bracket at its end, or roles and names after its last
/// sentence. A bare name counts in brackets, or after a space.
///
/// ```
/// use jianbao::byline::tail;
/// let tail_of = |s: &str| tail(&s.chars().collect::<Vec<_>>()).map(|(at, _)| s.chars().skip(at).collect::<String>());
/// assert_eq!(tail_of("大家都说好。”记者张晓明").unwrap(), "记者张晓明");
/// assert_eq!(tail_of("大家都说好。(张晓明)").unwrap(), "(张晓明)");
/// assert_eq!(tail_of("大家都说好。张晓明").unwrap(), "张晓明");
/// assert_eq!(tail_of("大家都说好。(文 闻)").unwrap(), "(文 闻)");
/// assert_eq!(tail_of("大家都说好。(青石镇宣传办)").unwrap(), "(青石镇宣传办)");
/// assert_eq!(tail_of("大家都说好。(记者 张晓明)(图片由社区提供)").unwrap(), "(记者 张晓明)(图片由社区提供)");
/// assert_eq!(tail_of("大家都说好。兰 舟").unwrap(), "兰 舟");
/// assert_eq!(tail_of("老街的猫 @江边卖花人").unwrap(), "@江边卖花人");
/// assert_eq!(tail_of("他笑了。胡同里"), None);
/// assert_eq!(tail_of("“我们的节日”摄影大赛征稿"), None);
/// assert_eq!(tail_of("敬请关注 @海州发布"), None);
/// assert_eq!(tail_of("他笑了。待 续"), None);
/// assert_eq!(tail_of("他去了医院(青石镇卫生院)"), None);
/// assert_eq!(tail_of("大家都说好。(待 续)"), None);
/// assert_eq!(tail_of("图为活动现场。(左一)"), None);
/// ```
pub fn tail(chars: &[char]) -> Option<(usize, Byline)> {
    const WINDOW: usize = 80;
    let end = chars.iter().rposition(|&c| c != ' ')? + 1;
    // Most paragraphs end with their last sentence.
    if is_end(chars[end - 1]) {
        return None;
    }
    if let Some(found) = handle(chars, end) {
        return Some(found);
    }
    let floor = end.saturating_sub(WINDOW);
    if chars[end - 1] == ')' || chars[end - 1] == ']' {
        let found = brackets(chars, floor, end);
        // 张三摄(某图片社): the bracket is none, but what stands before it may be.
        if found.is_some() || chars[end - 1] != ')' {
            return found;
        }
    }
    let sentence = (floor..end).rev().find(|&i| is_end(chars[i]));
    let Some(from) = sentence.map(|i| i + 1) else {
        // 以上图片均为记者张三摄: the whole line is one.
        let whole = (floor == 0).then(|| read_signed(chars)).flatten().map(|byline| (0, byline));
        return whole.or_else(|| behind_caption(chars, floor, end));
    };
    let rest = &chars[from..end];
    // 。兰 舟: a pen name, set apart.
    let apart = || {
        let letters = rest.iter().filter(|&&c| is_han(c)).count();
        let spaced = rest.len() > letters && rest.windows(2).all(|pair| pair.contains(&' '));
        ((2..=3).contains(&letters) && spaced && is_han(rest[0])).then(|| closing(rest)).flatten()
    };
    let Some(byline) = read(rest) else {
        return apart().map(|byline| (from, byline)).or_else(|| behind_caption(chars, from, end));
    };
    // “我们的节日”摄影大赛征稿 is no credit.
    let odd = |s: &Signature| {
        let name = super::name(rest, s.span);
        matches!(s.kind, CorrespondentKind::Author | CorrespondentKind::Photographer)
            && names::odds(&name).is_none_or(|odds| odds < -3.0)
    };
    if chars[from - 1] == '”' && is_han(rest[0]) && byline.signatures.iter().any(odd) {
        return None;
    }
    let spaced = chars.get(from) == Some(&' ');
    // 。张晓明: one whole name with nothing else behind the last sentence.
    let glued = chars[from - 1] == '。' && end - from <= 3 && names::is_likely_name(rest);
    let glued = glued || apart().is_some();
    (byline.has_role || spaced && byline.signatures.len() <= 3 || glued).then_some((from, byline))
}

/// Who sent a picture, by the name that goes by on a site: `老街的猫 @江边卖花人`. 关注 @海州发布 leads to a site.
fn handle(chars: &[char], end: usize) -> Option<(usize, Byline)> {
    const CAPTION: usize = 4;
    const LONGEST: usize = 12;
    let at =
        chars[..end].iter().rev().take(LONGEST + 1).position(|&c| c == '@').map(|back| end - 1 - back)?;
    let (text, name) = (&chars[..at], &chars[at + 1..end]);
    let caption = text.len() > CAPTION && text.ends_with(&[' ']);
    let leads = || WORDS.sites.ends(&text[..at - 1]);
    let fits = name.len() >= 2 && name.iter().all(|&c| is_han(c) || c.is_ascii_alphanumeric() || c == '_');
    (caption && fits && !leads()).then(|| (at, super::alone(Span::new(1, 1 + name.len()))))
}

/// A byline with a role that a space sets off from a caption which ends without a mark: `居民在清理河道 张三 摄`.
fn behind_caption(chars: &[char], from: usize, end: usize) -> Option<(usize, Byline)> {
    const CAPTION: usize = 4;
    (from + CAPTION..end)
        .filter(|&i| chars[i - 1] == ' ' && chars[i] != ' ')
        // 向记者 张三 讲述: whom somebody tells.
        .filter(|&i| {
            !ends!(&chars[..i - 1], ["记者", "通讯员"])
                && !matches!(chars[i], '向' | '为' | '对' | '跟' | '给')
        })
        .find_map(|i| read_signed(&chars[i..end]).map(|byline| (i, byline)))
        .filter(|(at, byline)| !byline.signatures.is_empty() && read(&chars[from..*at]).is_none())
}

/// Whether a sentence or quotation ends with `c`.
const fn is_end(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | '”' | '…')
}

/// The bylines in the brackets that end at `end`, one behind the other; what is no byline is passed over.
pub(super) fn brackets(chars: &[char], floor: usize, end: usize) -> Option<(usize, Byline)> {
    let mut found: Option<(usize, Byline)> = None;
    let mut at = end;
    while at > floor && matches!(chars[at - 1], ')' | ']') {
        // The bracket that closes there, not one inside it: (高二(3)班 张三).
        let mut depth = 0;
        let open = (floor..at).rev().find(|&i| {
            match chars[i] {
                ')' | ']' => depth += 1,
                '(' | '[' => depth -= 1,
                _ => {}
            }
            depth == 0
        })?;
        let run = &chars[open..at];
        let before = chars[..open].iter().rev().find(|&&c| c != ' ');
        let ends = before.is_some_and(|&c| is_end(c));
        // A bracket in mid-sentence belongs to the sentence, unless a role stands in it.
        // What a space sets off stands behind the last one: 举办讲座 (张三).
        // So does what closes a brief of one sentence: ○医院到连队义诊(张三).
        let apart = open > 0 && (chars[open - 1] == ' ' || is_bullet(chars[0]) && chars[0] != ' ');
        let likely = |s: &Signature| {
            let name = &run[s.span.start..s.span.end];
            names::is_likely_name(name) || names::is_transcribed(name)
        };
        let signs = |byline: &Byline| {
            byline.has_role
                || before.is_none_or(|c| "。!?”’…》)".contains(*c))
                || apart && byline.signatures.iter().all(likely)
        };
        if let Some(byline) = read(run).filter(signs).or_else(|| if ends { closing(run) } else { None }) {
            found = Some((open, together(byline, found.map(|(start, later)| (start - open, later)))));
        }
        at = open;
    }
    found
}

/// A byline with what another says that begins so many characters behind it.
pub(crate) fn together(mut byline: Byline, later: Option<(usize, Byline)>) -> Byline {
    let Some((shift, later)) = later else { return byline };
    byline.has_role |= later.has_role;
    byline.signatures.extend(later.signatures.into_iter().map(|mut s| {
        for span in [Some(&mut s.span), s.role.as_mut(), s.outlet.as_mut()].into_iter().flatten() {
            *span = span.shifted(shift);
        }
        s
    }));
    byline
}
