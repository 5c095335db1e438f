//! Word boundaries from jieba, for the few places where characters cannot decide.

use crate::Span;
use jieba_rs::Jieba;
use std::sync::OnceLock;

/// A word segmenter whose dictionary is loaded at first use.
///
/// Loading takes about 0.1 s and 32 MB; inputs without a doubtful boundary never pay it.
#[derive(Debug, Default)]
pub struct Segmenter {
    jieba: OnceLock<Jieba>,
}

impl Segmenter {
    /// A segmenter with jieba's own dictionary.
    pub fn new() -> Self {
        Self::default()
    }

    /// The words of `text`, as consecutive character spans counted from `offset`.
    ///
    /// ```
    /// use jianbao::{Span, segment::Segmenter};
    /// let words = Segmenter::new().words("走进社区", 10);
    /// assert_eq!(words, [Span::new(10, 12), Span::new(12, 14)]);
    /// ```
    pub fn words(&self, text: &str, offset: usize) -> Vec<Span> {
        self.jieba().cut(text, true).iter().map(|t| Span::new(offset + t.start, offset + t.end)).collect()
    }

    /// The words of `text` with jieba's part-of-speech tags (`n`, `v`, `uj`…; `x` for words outside the dictionary).
    pub fn tagged<'s>(&'s self, text: &'s str, offset: usize) -> Vec<(Span, &'s str)> {
        let tags = self.jieba().tag(text, true);
        tags.iter().map(|t| (Span::new(offset + t.start, offset + t.end), t.tag)).collect()
    }

    /// Whether the dictionary holds `word`.
    pub fn knows(&self, word: &str) -> bool {
        self.jieba().has_word(word)
    }

    /// Whether `word` stands in the dictionary as something else than a personal name.
    ///
    /// ```
    /// use jianbao::segment::Segmenter;
    /// let segmenter = Segmenter::new();
    /// assert!(segmenter.is_common("方便") && !segmenter.is_common("王芳"));
    /// ```
    pub fn is_common(&self, word: &str) -> bool {
        self.knows(word) && self.jieba().tag(word, false).first().is_some_and(|t| !t.tag.starts_with("nr"))
    }

    fn jieba(&self) -> &Jieba {
        self.jieba.get_or_init(Jieba::new)
    }
}
