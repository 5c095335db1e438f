//! HTML tags that crawls leave in text: `<br/>`, `<p align="center">`, `</strong>`, `<!-- -->`.

use std::borrow::Cow;

/// The longest tag, from `<` through `>`, in bytes: pictures may stand in one.
const LENGTH: usize = 1 << 18;
/// The longest name of a tag.
const NAME: usize = 12;
/// The longest comment or script, in bytes.
const LONGEST_COMMENT: usize = 1 << 14;

/// What a tag is in print.
#[derive(Clone, Copy)]
enum Tag {
    LineEnd,
    Space,
    Nothing,
}

impl Tag {
    /// What a tag of this name is in print. Other names than these are text: `<甲>`.
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "br" | "p" | "div" | "center" | "hr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol"
            | "li" | "dl" | "dt" | "dd" | "table" | "tr" | "section" | "article" | "blockquote" => {
                Tag::LineEnd
            }
            "td" | "th" => Tag::Space,
            "a" | "b" | "i" | "u" | "em" | "strong" | "span" | "font" | "img" | "sup" | "sub" | "big"
            | "small" | "tbody" | "thead" | "label" | "s" | "o:p" => Tag::Nothing,
            _ => return None,
        })
    }
}

/// A text without the tags that crawls left in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Untagged<'a> {
    /// The text, with an end of line where a tag ended one in print.
    pub text: Cow<'a, str>,
    /// The lines, from 0, that begin behind a tag, ascending.
    added: Vec<usize>,
}

impl Untagged<'_> {
    /// The number that a line of the text, from 1, has in the input.
    #[must_use]
    pub fn line(&self, number: usize) -> usize {
        number - self.added.partition_point(|&added| added < number)
    }

    /// The same, of its own.
    #[must_use]
    pub fn into_owned(self) -> Untagged<'static> {
        Untagged { text: Cow::Owned(self.text.into_owned()), added: self.added }
    }
}

/// Takes the tags out of a text: those of HTML that newspapers' systems use; whatever else stands in `<>` is kept.
///
/// ```
/// use jianbao::read::tag::clean;
/// let page = clean("河道清了<br/>近日,<b>柳荫社区</b>清理河道。\n<p>通讯员 李文</p>");
/// assert_eq!(page.text, "河道清了\n近日,柳荫社区清理河道。\n\n通讯员 李文\n");
/// assert_eq!((page.line(2), page.line(4)), (1, 2));
/// ```
#[must_use]
pub fn clean(text: &str) -> Untagged<'_> {
    let Some(first) = memchr::memchr_iter(b'<', text.as_bytes()).find(|&at| read(&text[at..]).is_some())
    else {
        return Untagged { text: Cow::Borrowed(text), added: Vec::new() };
    };
    let mut out = String::with_capacity(text.len());
    let (mut added, mut line) = (Vec::new(), 0);
    let copy = |out: &mut String, line: &mut usize, piece: &str| {
        *line += memchr::memchr_iter(b'\n', piece.as_bytes()).count();
        out.push_str(piece);
    };
    let mut rest = text;
    let mut next = Some(first);
    while let Some(at) = next {
        copy(&mut out, &mut line, &rest[..at]);
        rest = &rest[at..];
        match read(rest) {
            Some((tag, length)) => {
                match tag {
                    Tag::LineEnd => {
                        out.push('\n');
                        line += 1;
                        added.push(line);
                    }
                    Tag::Space => out.push(' '),
                    Tag::Nothing => {}
                }
                let inside = memchr::memchr_iter(b'\n', &rest.as_bytes()[..length]).count();
                out.extend(std::iter::repeat_n('\n', inside));
                line += inside;
                rest = &rest[length..];
            }
            None => {
                out.push('<');
                rest = &rest[1..];
            }
        }
        next = memchr::memchr(b'<', rest.as_bytes());
    }
    out.push_str(rest);
    Untagged { text: Cow::Owned(out), added }
}

/// What a tag at the start of `text` is in print, and its length in bytes.
fn read(text: &str) -> Option<(Tag, usize)> {
    if text.starts_with("<!--") {
        let comment = &text.as_bytes()[..text.len().min(LONGEST_COMMENT)];
        return Some((Tag::Nothing, memchr::memmem::find(comment, b"-->")? + "-->".len()));
    }
    for (opens, closes) in [("<script", "</script>"), ("<style", "</style>")] {
        if text
            .as_bytes()
            .get(..opens.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(opens.as_bytes()))
        {
            let script = &text.as_bytes()[..text.len().min(LONGEST_COMMENT)];
            return Some((Tag::Nothing, memchr::memmem::find(script, closes.as_bytes())? + closes.len()));
        }
    }
    let inside = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    let is_named = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-');
    let length = inside.bytes().take(NAME).take_while(|b| is_named(b)).count();
    let tag = Tag::named(&inside[..length].to_ascii_lowercase())?;
    let behind = &inside.as_bytes()[length..];
    // Behind its name an attribute, or the end.
    if !behind.first().is_some_and(|b| matches!(b, b' ' | b'\t' | b'/' | b'>' | b'\n' | b'\r')) {
        return None;
    }
    let end = behind.iter().take(LENGTH).position(|b| matches!(b, b'>' | b'<' | b'\n'))?;
    let end = if behind[end] == b'\n' { over_lines(behind)? } else { end };
    (behind[end] == b'>').then(|| (tag, text.len() - inside.len() + length + end + 1))
}

/// Where a tag ends whose attributes stand on several lines: one of them has a value.
fn over_lines(behind: &[u8]) -> Option<usize> {
    const LONGEST: usize = 1 << 11;
    let end = behind.iter().take(LONGEST).position(|b| matches!(b, b'>' | b'<'))?;
    behind[..end].windows(2).any(|pair| pair == b"=\"" || pair == b"='").then_some(end)
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn tags_are_lines_and_nothing() {
        for (text, expected) in [
            ("清理河道", "清理河道"),
            ("甲<br>乙<BR/>丙<br />丁", "甲\n乙\n丙\n丁"),
            ("<p align=\"center\">甲</p>", "\n甲\n"),
            ("甲<strong>乙</strong><font color=red>丙</font>丁", "甲乙丙丁"),
            ("甲<!-- 广告\n位 -->乙", "甲\n乙"),
            ("甲<script src=a.js>var b = 1;</script>乙<STYLE>p {}</style>", "甲乙"),
            ("<tr><td>甲</td><td>乙</td></tr>", "\n 甲  乙 \n"),
            ("甲<乙>丙,1<2,a<b>c", "甲<乙>丙,1<2,ac"),
            ("<柳荫社区>、<bravo>、<p、<p\n>、</>、<", "<柳荫社区>、<bravo>、<p、<p\n>、</>、<"),
            ("甲<!-- 乙", "甲<!-- 乙"),
            ("甲<img\n src=\"a.jpg\"\n alt='乙'\n/>丙", "甲\n\n\n丙"),
            ("甲<p\nstyle = 乙>丙", "甲<p\nstyle = 乙>丙"),
        ] {
            assert_eq!(clean(text).text, expected, "{text}");
        }
    }

    #[test]
    fn lines_keep_the_numbers_of_the_input() {
        let page = clean("甲\n乙<br>丙<br>丁\n戊<br>己\n庚");
        let numbers: Vec<usize> = (1..=page.text.lines().count()).map(|n| page.line(n)).collect();
        assert_eq!(numbers, [1, 2, 2, 2, 3, 3, 4]);
    }
}
