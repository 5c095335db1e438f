//! What a character is to the rules: the folded form they match on, and its class.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// The form of a character that rules match on: one character for one, so that positions stay.
///
/// Dumps mix full-width and half-width forms of the same sign, three kinds of space and five of the dot inside
/// minority names. Rules see one of each; records keep what was printed.
///
/// ```
/// use jianbao::chars::fold;
/// let folded: String = "（３月４日　９∶３０）买买提•某".chars().map(fold).collect();
/// assert_eq!(folded, "(3月4日 9:30)买买提·某");
/// ```
#[inline]
pub const fn fold(c: char) -> char {
    // Nearly all are Han characters, which are their own.
    match c {
        '\u{3101}'..='\u{FE2F}' => c,
        _ => fold_sign(c),
    }
}

const fn fold_sign(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(ascii) => ascii,
            None => c,
        },
        '\u{3000}' | '\u{00A0}' | '\t' => ' ',
        '∶' | '︰' => ':',
        '〜' => '~',
        '–' | '―' | '─' => '—',
        '‐' | '‑' | '−' => '-',
        '•' | '‧' | '・' | '∙' | '⋅' => '·',
        '∕' => '/',
        '○' | '◯' => '〇',
        _ => c,
    }
}

/// The [folded](fold) characters of a text.
pub(crate) fn folded(text: &str) -> Vec<char> {
    let mut folded = vec!['\0'; count(text)];
    folded.iter_mut().zip(text.chars()).for_each(|(form, c)| *form = fold(c));
    folded
}

/// The characters of a text as rules match them: [folded](fold) and [simplified].
pub(crate) fn forms(text: &str) -> Vec<char> {
    let mut chars = Vec::new();
    Forms::get().read(text, &mut chars);
    chars
}

/// The simplified form of a traditional character; any other is its own.
///
/// ```
/// use jianbao::chars::simplified;
/// assert_eq!(['區', '区', '乾'].map(simplified), ['区', '区', '乾']);
/// ```
pub fn simplified(c: char) -> char {
    match c {
        '\u{4E00}'..'\u{A000}' => Forms::get().of(c),
        _ => c,
    }
}

/// How many characters a text has. As `chars().count()`, in a third of the time.
///
/// ```
/// assert_eq!(jianbao::chars::count("柳荫 a\u{1F33F}"), 5);
/// ```
pub fn count(text: &str) -> usize {
    /// So many bytes at once that they may all be counted in one.
    const CHUNK: usize = 128;
    let begin = |bytes: &[u8]| bytes.iter().map(|&byte| u8::from(byte as i8 >= -0x40)).sum::<u8>();
    let (chunks, rest) = text.as_bytes().as_chunks::<CHUNK>();
    chunks.iter().map(|chunk| usize::from(begin(chunk))).sum::<usize>() + usize::from(begin(rest))
}

/// The byte that the character at `at` begins at, or the text's end.
pub(crate) fn byte(text: &str, at: usize) -> usize {
    text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte)
}

/// Characters as a text. As `collect`, with room for all of it from the start.
pub(crate) fn text(chars: &[char]) -> String {
    // Nearly all are three bytes long.
    let mut text = String::with_capacity(3 * chars.len());
    text.extend(chars);
    text
}

/// A name as it is looked up: folded and simplified, without spaces.
pub(crate) fn plain(name: &str) -> Vec<char> {
    let mut plain = forms(name);
    plain.retain(|c| !c.is_whitespace());
    plain
}

/// What is printed, without spaces.
pub(crate) fn without_spaces(printed: &str) -> String {
    match printed.contains(char::is_whitespace) {
        true => printed.chars().filter(|c| !c.is_whitespace()).collect(),
        false => printed.to_owned(),
    }
}

/// Folded characters without the spaces that only justify a line: `张  三`.
pub(crate) fn unspaced(chars: &[char]) -> Cow<'_, [char]> {
    match chars.contains(&' ') {
        true => chars.iter().copied().filter(|&c| c != ' ').collect(),
        false => Cow::Borrowed(chars),
    }
}

/// The form of each character that rules match on: folded and simplified. 0 where it is the character itself, so that most
/// of the table is never touched.
pub(crate) struct Forms(Vec<u16>);

impl Forms {
    /// The table, built at first use.
    pub(crate) fn get() -> &'static Forms {
        static FORMS: LazyLock<Forms> = LazyLock::new(|| {
            let mut forms = vec![0; 0x1_0000];
            let folded = FOLDED.into_iter().flatten().map(|c| (c, fold(c))).filter(|(c, form)| c != form);
            let rows = include_str!("../data/traditional.tsv").lines().filter(|row| !row.starts_with('#'));
            let simplified = rows.filter_map(|row| {
                let mut chars = row.chars();
                Some((chars.next()?, chars.nth(1)?))
            });
            for (c, form) in folded.chain(simplified) {
                forms[c as usize] = form as u16;
            }
            Forms(forms)
        });
        &FORMS
    }

    /// The form of a character.
    #[inline]
    pub(crate) fn of(&self, c: char) -> char {
        match self.0.get(c as usize) {
            None | Some(0) => c,
            Some(&form) => char::from_u32(form.into()).unwrap_or(c),
        }
    }

    /// The forms of the characters of a text, in place of what `forms` hold.
    pub(crate) fn read(&self, text: &str, forms: &mut Vec<char>) {
        forms.resize(count(text), '\0');
        for (form, c) in forms.iter_mut().zip(text.chars()) {
            *form = self.of(c);
        }
    }

    /// The characters that have another form, with it.
    pub(crate) fn others(&self) -> impl Iterator<Item = (usize, char)> {
        let forms = self.0.iter().enumerate().filter(|(_, form)| **form != 0);
        forms.map(|(at, form)| (at, char::from_u32((*form).into()).unwrap_or_default()))
    }
}

/// Where characters that [`fold`] changes stand.
const FOLDED: [RangeInclusive<char>; 5] = [
    '\t'..='\u{A0}',
    '\u{2010}'..='\u{2500}',
    '\u{25CB}'..='\u{3100}',
    '\u{FE30}'..='\u{FE30}',
    '\u{FF01}'..='\u{FF5E}',
];

/// The character of one to three bytes at `at`, and where it ends.
pub(crate) const fn decode(text: &[u8], at: usize) -> (usize, usize) {
    let lead = text[at] as usize;
    let width = if lead < 0x80 {
        1
    } else if lead < 0xE0 {
        2
    } else {
        3
    };
    let mut c = if width == 1 { lead } else { lead & (0x7F >> width) };
    let mut next = 1;
    while next < width {
        c = c << 6 | text[at + next] as usize & 0x3F;
        next += 1;
    }
    (c, at + width)
}

/// Lists of characters of the basic plane, a bit a list: which of them hold a character is one look.
pub(crate) struct CharLists([u8; 0x1_0000]);

impl CharLists {
    /// The lists with their bits.
    pub(crate) const fn of(lists: &[(&str, u8)]) -> Self {
        let (mut table, mut list) = ([0; 0x1_0000], 0);
        while list < lists.len() {
            let (text, bits) = lists[list];
            let (text, mut at) = (text.as_bytes(), 0);
            while at < text.len() {
                let (c, end) = decode(text, at);
                table[c] |= bits;
                at = end;
            }
            list += 1;
        }
        CharLists(table)
    }

    /// The bits of the lists that hold the character.
    #[inline]
    pub(crate) const fn of_char(&self, c: char) -> u8 {
        if (c as usize) < self.0.len() { self.0[c as usize] } else { 0 }
    }
}

/// A set of characters of the basic plane, asked by one look.
///
/// ```
/// use jianbao::chars::CharSet;
/// static JOINTS: CharSet = CharSet::of("、和与及");
/// assert!(JOINTS.has('和') && !JOINTS.has('同'));
/// ```
pub struct CharSet([u64; 1024]);

impl CharSet {
    /// The characters of a text, which are of one to three bytes.
    pub const fn of(text: &str) -> Self {
        CharSet([0; 1024]).and(text)
    }

    /// The set with the characters of a text besides.
    pub const fn and(self, text: &str) -> Self {
        let (text, mut bits, mut at) = (text.as_bytes(), self.0, 0);
        while at < text.len() {
            let (c, end) = decode(text, at);
            bits[c >> 6] |= 1 << (c & 63);
            at = end;
        }
        CharSet(bits)
    }

    /// Whether the character is one of the set.
    #[inline]
    pub const fn has(&self, c: char) -> bool {
        let c = c as usize;
        c < 0x1_0000 && self.0[c >> 6] >> (c & 63) & 1 == 1
    }
}

/// Whether the (folded) character is a Han character.
#[inline]
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
        || matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{323AF}' | '\u{F900}'..='\u{FAFF}' | '〇')
}

static SEPARATORS: CharSet = CharSet::of(
    ",;:!?()[]{}\"' \n\r|/~<>。、“”‘’《》〈〉【】〔〕「」『』…—○▽☆※\
     ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
)
.and(BULLETS);
static IS_BULLET: CharSet = CharSet::of(BULLETS);

/// What items, bylines and notes are marked with.
const BULLETS: &str = "■□◎●▲▼◆◇★△☉⊙▓█◤❖";

/// Whether the (folded) character ends a clause or stands between words: punctuation, brackets, quotation marks,
/// spaces, bullets and line ends. The dot of minority names and the decimal point are not separators.
#[inline]
pub const fn is_separator(c: char) -> bool {
    SEPARATORS.has(c)
}

/// Whether items, bylines and notes are marked with a character.
#[inline]
pub const fn is_bullet(c: char) -> bool {
    IS_BULLET.has(c)
}

/// Whether the (folded) character ends a sentence.
#[inline]
pub const fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | '…' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted() {
        for c in ["a", "é", "柳", "\u{1F33F}"] {
            for n in [0, 1, 31, 32, 33, 43, 127, 128, 129, 1000] {
                assert_eq!(count(&c.repeat(n)), n, "{c}");
            }
        }
    }

    #[test]
    fn forms_are_folded_and_simplified() {
        for c in '\0'..='\u{FFFF}' {
            let form = Forms::get().of(c);
            assert_eq!(simplified(fold(c)), form, "{c}");
            assert_eq!(simplified(fold(form)), form, "{c} has a form of another form");
        }
        assert_eq!(Forms::get().of('𠮷'), '𠮷');
    }
}
