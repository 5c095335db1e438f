//! The words around names: what titles end with, what they begin behind, and what follows a name.

use crate::lexicon::rows;
use crate::names;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words found by their first or last character, longest first.
pub(super) struct Words<T> {
    map: HashMap<char, Vec<(Vec<char>, T)>>,
}

impl<T: Copy> Words<T> {
    fn new(entries: impl Iterator<Item = (&'static str, T)>, key: impl Fn(&[char]) -> Option<char>) -> Self {
        let mut map: HashMap<char, Vec<(Vec<char>, T)>> = HashMap::new();
        for (word, value) in entries {
            let word: Vec<char> = word.chars().collect();
            if let Some(key) = key(&word) {
                map.entry(key).or_default().push((word, value));
            }
        }
        map.values_mut().for_each(|words| words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        Words { map }
    }

    /// The longest word that `chars` begin with: its length and value.
    pub(super) fn at_start(&self, chars: &[char]) -> Option<(usize, T)> {
        let words = self.map.get(chars.first()?)?;
        words.iter().find(|(word, _)| chars.starts_with(word)).map(|(word, value)| (word.len(), *value))
    }

    /// The longest word that `chars` end with: its length and value.
    pub(super) fn at_end(&self, chars: &[char]) -> Option<(usize, T)> {
        let words = self.map.get(chars.last()?)?;
        words.iter().find(|(word, _)| chars.ends_with(word)).map(|(word, value)| (word.len(), *value))
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

/// Offices and degrees by their first character: those that may follow a name.
pub(super) static TITLES_AFTER: LazyLock<Words<TitleKind>> = LazyLock::new(|| {
    let may_follow = |(word, _): &(&str, TitleKind)| {
        const FOLLOWING: &[&str] = &[
            "书记",
            "副书记",
            "主任",
            "副主任",
            "主席",
            "校长",
            "院长",
            "局长",
            "教授",
            "副教授",
            "院士",
            "博士",
            "医生",
            "老师",
            "律师",
            "警官",
            "法官",
            "检察官",
            "会长",
            "总经理",
            "董事长",
            "总理",
            "总统",
            "首相",
            "委员",
            "代表",
            "大使",
            "将军",
            "大夫",
            "支书",
            "村长",
            "镇长",
            "区长",
            "市长",
            "县长",
        ];
        FOLLOWING.contains(word)
    };
    let extra = [("老师", TitleKind::Person), ("律师", TitleKind::Person)];
    Words::new(title_rows().chain(extra).filter(may_follow), |word| word.first().copied())
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
const GIVEN: u8 = 4;
const TRANSCRIBING: u8 = 8;

/// What Mongolian, Tibetan and Uyghur names hold besides.
const STEPPE: &str = "道和策云仁朝鲁勒玛花木布登塔不都艾提江吾玉龙沁其夫宁逊顿列合";

/// One byte a character of the basic plane.
static CLASSES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut classes = vec![0; 0x10000];
    let mut set = |c: char, class: u8| {
        if let Some(slot) = classes.get_mut(c as usize) {
            *slot |= class;
        }
    };
    TITLES.map.keys().for_each(|&c| set(c, TITLE_END));
    names::surname_initials().for_each(|c| set(c, SURNAME));
    rows(include_str!("../../../data/given_names.tsv"))
        .for_each(|row| row.iter().flat_map(|cell| cell.chars()).for_each(|c| set(c, GIVEN)));
    names::TRANSCRIBING.chars().chain(STEPPE.chars()).for_each(|c| set(c, TRANSCRIBING));
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

    /// Whether given names are commonly written with the character.
    pub(super) fn is_given(self, c: char) -> bool {
        self.has(c, GIVEN)
    }

    /// Whether names from other languages are written with the character.
    pub(super) fn is_transcribing(self, c: char) -> bool {
        self.has(c, TRANSCRIBING)
    }
}

/// Surnames that are more often a word: their names need a second witness.
const DOUBTFUL: &str = "丁万丰乐习于云从代任伍伏伯何全党公关农冷利别包匡区华单危双古向和商国宁安宗官容富封尚居山布常干平年幸广应康强怀慎\
                        成战房才扎支敖文方施时昌明易景智暴曾木步水池沙海温满漆牛牧生田申由白盖盛石福种税管米粘索经艾花苍\
                        苏苗荣蒙藏虎衣解计谈贡费路车轩连迟边达还那都金银锁长闪阳雪雷霍青项顾风饶高鱼鲜麻齐江童\
                        买井仓付仰依元刀劳占原司咸堵央妥季宫宰宿寿尉展崇左席庆弓弘征户拓揭撒旷曲束松柏柴查淳滑独甘皮\
                        祖祝禄端符简粟练翁肇舒谷银阴隆麦陆许";

/// Whether a surname is more often a common word than a surname (方, 时, 于).
pub(super) fn is_doubtful(surname: char) -> bool {
    DOUBTFUL.contains(surname)
}
