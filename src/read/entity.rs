//! Character references that crawls leave in text: `&nbsp;`, `&ldquo;`, `&#12288;`, `&amp;nbsp;`.

use std::borrow::Cow;

/// The longest reference, from `&` through `;`.
const LENGTH: usize = 34;

/// The text without character references. No line is added or lost: a reference to a line end is a space, as is one to
/// a space that does not break.
///
/// ```
/// use jianbao::read::entity::clean;
/// assert_eq!(clean("&ldquo;王&nbsp;正&rdquo;&#160;摄&amp;nbsp;"), "“王 正” 摄 ");
/// assert_eq!(clean("A&B;C &nbspx"), "A&B;C  x");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'&', text.as_bytes()) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (meant, length) = reference(rest).unwrap_or((Cow::Borrowed("&"), 1));
        out.push_str(&meant);
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What a reference at the start of `text` means, and its length.
fn reference(text: &str) -> Option<(Cow<'_, str>, usize)> {
    let (meant, length) = single(text)?;
    if meant != "&" {
        return Some((meant, length));
    }
    // Escaped twice.
    let behind = text[length..].bytes().take(LENGTH).take_while(u8::is_ascii).count();
    let escaped = format!("&{}", &text[length..length + behind]);
    Some(match single(&escaped) {
        Some((meant, inner)) => (Cow::Owned(meant.into_owned()), length + inner - 1),
        None => (meant, length),
    })
}

/// As [`reference`], read once.
fn single(text: &str) -> Option<(Cow<'_, str>, usize)> {
    let name = text[1..].bytes().take(LENGTH).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    let length = name + 2;
    if text.as_bytes().get(length - 1) != Some(&b';') {
        // Browsers read it without the semicolon too.
        return text.starts_with("&nbsp").then_some((Cow::Borrowed(" "), "&nbsp".len()));
    }
    let meant = html_escape::decode_html_entities(&text[..length]);
    if *meant == text[..length] {
        return None;
    }
    let is_blank = |c: char| c == '\u{A0}' || c.is_control();
    Some((if meant.contains(is_blank) { Cow::Owned(meant.replace(is_blank, " ")) } else { meant }, length))
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn references_are_characters() {
        for (text, expected) in [
            ("清理河道", "清理河道"),
            ("张&middot;三&hellip;", "张·三…"),
            ("&#x6CB3;&#36947;", "河道"),
            ("&lt;甲&gt;&amp;&quot;乙&quot;", "<甲>&\"乙\""),
            ("甲&#10;乙&#13;&#9;丙", "甲 乙  丙"),
            ("&amp;nbsp;&amp;ldquo;&amp;#183;", " “·"),
            ("&nbsp&nbsp;甲", "  甲"),
            ("AT&T;R&D&", "AT&T;R&D&"),
            ("&没有;&;&#;&#x;&#1114112;", "&没有;&;&#;&#x;&#1114112;"),
            ("&amp;amp;amp;", "&amp;"),
        ] {
            assert_eq!(clean(text), expected, "{text}");
        }
    }
}
