//! The words around names: what titles end with, what they begin behind, and what follows a name.

use crate::chars::is_separator;
use crate::lexicon::rows;
use crate::names;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words found by their first or last character, longest first.
pub(super) struct Words<T> {
    /// Bucket by character of the basic plane; 0 is empty.
    index: Vec<u16>,
    buckets: Vec<Vec<(Vec<char>, T)>>,
}

impl<T: Copy> Words<T> {
    fn new(entries: impl Iterator<Item = (&'static str, T)>, key: impl Fn(&[char]) -> Option<char>) -> Self {
        let mut words = Words { index: vec![0; 0x10000], buckets: vec![Vec::new()] };
        for (word, value) in entries {
            let word: Vec<char> = word.chars().collect();
            let Some(slot) = key(&word).and_then(|c| words.index.get_mut(c as usize)) else { continue };
            if *slot == 0 {
                *slot = words.buckets.len() as u16;
                words.buckets.push(Vec::new());
            }
            words.buckets[usize::from(*slot)].push((word, value));
        }
        words
            .buckets
            .iter_mut()
            .for_each(|bucket| bucket.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        words
    }

    fn bucket(&self, c: char) -> &[(Vec<char>, T)] {
        &self.buckets[usize::from(self.index.get(c as usize).copied().unwrap_or(0))]
    }

    /// The longest word that `chars` begin with: its length and value.
    pub(super) fn at_start(&self, chars: &[char]) -> Option<(usize, T)> {
        let words = self.bucket(*chars.first()?);
        words.iter().find(|(word, _)| chars.starts_with(word)).map(|(word, value)| (word.len(), *value))
    }

    /// The longest word that `chars` end with: its length and value.
    pub(super) fn at_end(&self, chars: &[char]) -> Option<(usize, T)> {
        let words = self.bucket(*chars.last()?);
        words.iter().find(|(word, _)| chars.ends_with(word)).map(|(word, value)| (word.len(), *value))
    }

    /// The characters that words are found by.
    fn keys(&self) -> impl Iterator<Item = char> + '_ {
        (0..=0xFFFF_u32).filter_map(char::from_u32).filter(|&c| !self.bucket(c).is_empty())
    }
}

/// What sort of title a word ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TitleKind {
    /// Held by one at a time: 书记, 局长.
    Office,
    /// What many are at once: 居民, 志愿者.
    Person,
    /// A relation to somebody: 女儿.
    Kin,
    /// The last character of words such as 保洁员.
    Suffix,
    /// Looks like a title and is none.
    None,
}

fn title_rows() -> impl Iterator<Item = (&'static str, TitleKind)> {
    rows(include_str!("../../../data/titles.tsv")).filter_map(|row| {
        let kind = match *row.get(1)? {
            "office" => TitleKind::Office,
            "person" => TitleKind::Person,
            "kin" => TitleKind::Kin,
            "suffix" => TitleKind::Suffix,
            _ => TitleKind::None,
        };
        Some((*row.first()?, kind))
    })
}

/// Title words by their last character.
pub(super) static TITLES: LazyLock<Words<TitleKind>> =
    LazyLock::new(|| Words::new(title_rows(), |word| word.last().copied()));

/// Titles by their first character that may follow a name; `false` where a place stands before them as often.
pub(super) static TITLES_AFTER: LazyLock<Words<bool>> = LazyLock::new(|| {
    let entries = rows(include_str!("../../../data/titles_after.tsv"))
        .filter_map(|row| Some((*row.first()?, *row.get(1)? == "clear")));
    Words::new(entries, |word| word.first().copied())
});

/// Where a title begins: behind these words. `true` for words that count only where they stand as a word.
pub(super) static STOPS: LazyLock<Words<bool>> = LazyLock::new(|| {
    let entries = rows(include_str!("../../../data/before_titles.tsv"))
        .filter_map(|row| Some((*row.first()?, *row.get(1)? == "word")));
    Words::new(entries, |word| word.last().copied())
});

/// What follows names. `true` for words that show by themselves that a person was named.
pub(super) static FOLLOWERS: LazyLock<Words<bool>> = LazyLock::new(|| {
    let entries = rows(include_str!("../../../data/after_names.tsv"))
        .filter_map(|row| Some((*row.first()?, *row.get(1)? == "strong")));
    Words::new(entries, |word| word.first().copied())
});

const TITLE_END: u8 = 1;
const SURNAME: u8 = 2;
const TRANSCRIBING: u8 = 8;
const SEPARATOR: u8 = 16;
const JOINT: u8 = 32;
const DOT: u8 = 64;

/// Last characters of words that a name may follow without a title: 对, 走进, 看望.
const JOINTS: &str = "的对向和与同跟由给让请被把将是在据有像随陪替听称为叫进到望问帮见找救送访及以即属系";

/// One byte a character of the basic plane.
static CLASSES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut classes = vec![0; 0x10000];
    let mut set = |c: char, class: u8| {
        if let Some(slot) = classes.get_mut(c as usize) {
            *slot |= class;
        }
    };
    TITLES.keys().for_each(|c| set(c, TITLE_END));
    names::surname_initials().for_each(|c| set(c, SURNAME));
    names::transcribing().for_each(|c| set(c, TRANSCRIBING));
    JOINTS.chars().for_each(|c| set(c, JOINT));
    (0..=0xFFFF_u32).filter_map(char::from_u32).filter(|&c| is_separator(c)).for_each(|c| set(c, SEPARATOR));
    set('·', DOT);
    classes
});

/// The class table, to be looked up once a document.
#[derive(Clone, Copy)]
pub(super) struct Classes(&'static [u8]);

impl Classes {
    pub(super) fn get() -> Self {
        Classes(&CLASSES)
    }

    fn has(self, c: char, class: u8) -> bool {
        self.0.get(c as usize).is_some_and(|found| found & class != 0)
    }

    /// Whether some title ends with the character.
    pub(super) fn ends_title(self, c: char) -> bool {
        self.has(c, TITLE_END)
    }

    /// Whether some surname begins with the character.
    pub(super) fn begins_surname(self, c: char) -> bool {
        self.has(c, SURNAME)
    }

    /// Whether names from other languages are written with the character.
    pub(super) fn is_transcribing(self, c: char) -> bool {
        self.has(c, TRANSCRIBING)
    }

    /// Whether the character parts words.
    pub(super) fn separates(self, c: char) -> bool {
        self.has(c, SEPARATOR)
    }

    /// Whether a name may begin at the character, or one is written around it.
    pub(super) fn is_anchor(self, c: char) -> bool {
        self.has(c, SURNAME | TRANSCRIBING | DOT)
    }

    /// Whether a name may stand behind the character at all.
    pub(super) fn precedes(self, c: char) -> bool {
        self.has(c, TITLE_END | SEPARATOR | JOINT)
    }
}

/// Whether the characters are the name of a country, as the table of what stands before organisations has them.
pub(super) fn is_country(name: &[char]) -> bool {
    static COUNTRIES: LazyLock<HashSet<Vec<char>>> = LazyLock::new(|| {
        let table = rows(include_str!("../../../data/organization_before.tsv"));
        table.filter(|row| row.get(1) == Some(&"country")).map(|row| row[0].chars().collect()).collect()
    });
    COUNTRIES.contains(name)
}
