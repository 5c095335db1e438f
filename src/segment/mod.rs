//! Word boundaries and parts of speech as jieba gives them, for the few places where characters cannot decide.
//!
//! The dictionary is jieba's, packed ahead (`dictionary`); the words are jieba's to the letter: the likeliest path
//! through the dictionary, and jieba-rs's hidden Markov model for the characters that the path leaves alone. A test
//! compares the two.

pub(crate) mod common;
pub mod dictionary;

use crate::Span;
use crate::chars::{forms, text};
use dictionary::{Dictionary, Info};
use jieba_rs::Jieba;
use std::cell::RefCell;
use std::sync::LazyLock;

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(Dictionary::embedded);
/// jieba without a dictionary: its model for unknown words.
static MODEL: LazyLock<Jieba> = LazyLock::new(Jieba::empty);

/// A word, and what the dictionary knows of it.
#[derive(Clone, Copy, Debug)]
struct Token {
    span: Span,
    info: Info,
}

/// A step of the likeliest path: the logarithm of its share from here on, and the word it begins with.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    share: f64,
    length: u32,
    info: Info,
}

/// A word segmenter. Opening it costs nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Segmenter;

impl Segmenter {
    /// A segmenter with jieba's own dictionary.
    pub fn new() -> Self {
        Segmenter
    }

    /// The words of `text`, as consecutive character spans counted from `offset`.
    ///
    /// ```
    /// use jianbao::{Span, segment::Segmenter};
    /// let words = Segmenter::new().words("走进社区", 10);
    /// assert_eq!(words, [Span::new(10, 12), Span::new(12, 14)]);
    /// ```
    pub fn words(&self, text: &str, offset: usize) -> Vec<Span> {
        self.cut(&forms(text), offset)
    }

    /// The words of folded characters, as consecutive spans counted from `offset`.
    pub fn cut(&self, chars: &[char], offset: usize) -> Vec<Span> {
        let mut words = Vec::with_capacity(chars.len() / 2 + 1);
        tokens(chars, |token| words.push(Span::new(offset + token.span.start, offset + token.span.end)));
        words
    }

    /// The words of folded characters with jieba's part-of-speech tags (`n`, `v`, `uj`…; `m`, `eng` or `x` for words
    /// outside the dictionary, `x` for marks).
    pub fn tagged(&self, chars: &[char], offset: usize) -> Vec<(Span, &'static str)> {
        let mut words = Vec::with_capacity(chars.len() / 2 + 1);
        tokens(chars, |token| {
            let span = Span::new(offset + token.span.start, offset + token.span.end);
            let tag = match token.info.is_word() {
                true => DICTIONARY.tag(token.info),
                false => shape(&chars[token.span.start..token.span.end]),
            };
            words.push((span, tag));
        });
        words
    }

    /// How much rarer `chars` are than without their first character, by the words that they are most likely made of
    /// (the logarithm), and whether the first word is a noun: in 申请到 the first character costs little, in 建请到 it
    /// costs what it does alone.
    pub(crate) fn cost_of_first(&self, chars: &[char]) -> (f32, bool) {
        with_path(|path| {
            likeliest(chars, path);
            match path[..] {
                [first, second, ..] => {
                    let noun =
                        first.length > 1 && matches!(DICTIONARY.tag(first.info), "n" | "ns" | "nz" | "nt");
                    ((second.share - first.share) as f32, noun)
                }
                _ => (0.0, false),
            }
        })
    }

    /// Whether the dictionary holds `word`.
    pub fn knows(&self, word: &[char]) -> bool {
        DICTIONARY.get(word).is_word()
    }

    /// Whether `word` stands in the dictionary as something else than a personal name.
    ///
    /// ```
    /// use jianbao::segment::Segmenter;
    /// let segmenter = Segmenter::new();
    /// assert!(segmenter.is_common(&['方', '便']) && !segmenter.is_common(&['王', '芳']));
    /// ```
    pub fn is_common(&self, word: &[char]) -> bool {
        let info = DICTIONARY.get(word);
        info.is_word() && !DICTIONARY.tag(info).starts_with("nr")
    }
}

/// The tag of a word outside the dictionary: `m` for digits, `eng` for Latin letters, `x` for all else. jieba guesses
/// further, which takes a table that is slow to load; no rule asks what an unknown word may be.
fn shape(word: &[char]) -> &'static str {
    match word {
        _ if !word.iter().any(char::is_ascii_alphanumeric) => "x",
        _ if word.iter().any(char::is_ascii_alphabetic) => "eng",
        _ => "m",
    }
}

/// Whether jieba looks for words at the character: ideographs, and what Latin words and numbers are made of.
fn is_in_words(c: char) -> bool {
    match c {
        '\u{4E00}'..='\u{9FFF}' => true,
        _ if c.is_ascii() => {
            c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '&' | '.' | '_' | '%' | '-')
        }
        _ => matches!(
            c,
            '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2EBEF}' | '\u{2F800}'..='\u{2FA1F}'
        ),
    }
}

/// Cuts `chars`; marks are tokens of their own.
fn tokens(chars: &[char], mut emit: impl FnMut(Token)) {
    let mut at = 0;
    while at < chars.len() {
        let length = chars[at..].iter().take_while(|&&c| is_in_words(c)).count();
        if length == 0 {
            emit(Token { span: Span::new(at, at + 1), info: DICTIONARY.first(chars[at]).0 });
            at += 1;
        } else {
            run(chars, Span::new(at, at + length), &mut emit);
            at += length;
        }
    }
}

/// Cuts a run in which words are looked for.
fn run(chars: &[char], run: Span, emit: &mut impl FnMut(Token)) {
    with_path(|path| {
        likeliest(&chars[run.start..run.end], path);
        let mut at = run.start;
        // Where the characters begin that the path leaves alone.
        let mut alone = run.start;
        while at < run.end {
            let step = path[at - run.start];
            let next = at + step.length as usize;
            if step.length > 1 {
                unjoined(chars, Span::new(alone, at), &path[alone - run.start..], emit);
                emit(Token { span: Span::new(at, next), info: step.info });
                alone = next;
            }
            at = next;
        }
        unjoined(chars, Span::new(alone, run.end), &path[alone - run.start..], emit);
    });
}

/// Calls with room for a path, which is kept.
fn with_path<T>(with: impl FnOnce(&mut Vec<Step>) -> T) -> T {
    thread_local!(static PATH: RefCell<Vec<Step>> = const { RefCell::new(Vec::new()) });
    PATH.with_borrow_mut(with)
}

/// The likeliest path through the words of `chars`, from the end.
fn likeliest(chars: &[char], path: &mut Vec<Step>) {
    path.clear();
    path.resize(chars.len() + 1, Step::default());
    for at in (0..chars.len()).rev() {
        let (info, mut hash) = DICTIONARY.first(chars[at]);
        let mut best = Step { share: DICTIONARY.share(info) + path[at + 1].share, length: 1, info };
        let mut longer = info.goes_on();
        let mut to = at + 1;
        while longer && to < chars.len() {
            let (info, next) = DICTIONARY.next(hash, chars[to]);
            to += 1;
            if info.is_word() {
                let share = DICTIONARY.share(info) + path[to].share;
                // The longer of two that are equal.
                if share >= best.share {
                    best = Step { share, length: (to - at) as u32, info };
                }
            }
            (hash, longer) = (next, info.goes_on());
        }
        path[at] = best;
    }
}

/// Single characters in a row: words that only the model knows.
fn unjoined(chars: &[char], run: Span, path: &[Step], emit: &mut impl FnMut(Token)) {
    let known = |span: Span| DICTIONARY.get(&chars[span.start..span.end]);
    if run.len() > 1 && !known(run).is_word() {
        let text = text(&chars[run.start..run.end]);
        for word in MODEL.cut(&text, true) {
            let span = Span::new(run.start + word.start, run.start + word.end);
            emit(Token { span, info: known(span) });
        }
        return;
    }
    for at in run.start..run.end {
        emit(Token { span: Span::new(at, at + 1), info: path[at - run.start].info });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts with names, Latin words, numbers, marks and rare characters.
    const TEXTS: &[&str] = &[
        "柳荫社区居民王建国说,这条路走了三十年。",
        "研究生命起源,乒乓球拍卖完了",
        "他来到网易杭研大厦,见到B超室的AT&T员工x+y",
        "永和服装饰品有限公司 3.5万元 100%",
        "𠮷野家㐂乐囍囧",
        "阿依古丽·玉素甫和欧阳娜娜、司马懿及区小明",
        "",
        "一",
        "龘靐齉",
    ];

    #[test]
    fn words_are_those_of_jieba() {
        let jieba = Jieba::new();
        let corpus: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/pages"))
            .expect("corpus/pages")
            .map(|page| std::fs::read_to_string(page.expect("a page").path()).expect("UTF-8"))
            .collect();
        for text in TEXTS.iter().copied().chain(corpus.iter().flat_map(|page| page.lines())) {
            let chars = forms(text);
            let folded: String = chars.iter().collect();
            // jieba guesses the tags of unknown words.
            let tag = |t: &jieba_rs::Tag<'_>| match jieba.has_word(t.word) {
                true => t.tag.to_owned(),
                false => shape(&t.word.chars().collect::<Vec<_>>()).to_owned(),
            };
            let theirs: Vec<(Span, String)> =
                jieba.tag(&folded, true).iter().map(|t| (Span::new(t.start, t.end), tag(t))).collect();
            let ours = Segmenter.tagged(&chars, 0);
            assert!(ours.iter().map(|(span, tag)| (*span, (*tag).to_owned())).eq(theirs), "{text}");
            assert!(Segmenter.cut(&chars, 0).iter().eq(ours.iter().map(|(span, _)| span)), "{text}");
        }
    }

    #[test]
    fn words_are_known() {
        let known = |word: &str| Segmenter.knows(&word.chars().collect::<Vec<_>>());
        let jieba = Jieba::new();
        let words =
            ["社区", "中华人民共和国", "的", "AT&T", "〇", "乒乓球拍", "社", "柳荫社区", "中华人民共", "﹏"];
        for word in words {
            assert_eq!(known(word), jieba.has_word(word), "{word}");
        }
        assert!(!known(""));
    }
}
