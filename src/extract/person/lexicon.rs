//! The words around names: what titles end with, what they begin behind, and what follows a name.

use crate::anchor::{Anchors, Field};
use crate::chars::{CharSet, is_separator};
use crate::lexicon::{Beginnings, Endings, Kinds, columns};
use crate::names::{self, Beginning};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

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
    /// A verb that persons follow: 选举.
    Choice,
    /// No title, but a name may follow: 支持, 转达.
    Joint,
    /// Looks like a title and is none.
    None,
}

/// Every word list, to be looked up once a document.
pub(super) struct Lexicon {
    pub(super) classes: Box<Classes>,
    /// Words that titles end with.
    pub(super) titles: Endings<TitleKind>,
    /// The last two characters of these words; the last one of those that are no longer.
    pub(super) title_ends: TitleEnds,
    /// Titles that may follow a name; `false` where a place stands before them as often.
    pub(super) titles_after: Beginnings<bool>,
    /// Where a title begins: behind these words. `true` for words that count only where they stand as a word.
    pub(super) stops: Endings<bool>,
    /// Words that hold one of these and go on.
    pub(super) title_words: Beginnings,
    /// Titles that say no more than that somebody lives and works there, and what stands before them.
    pub(super) residents: Beginnings,
    pub(super) resident_sorts: Beginnings,
    /// What firms and schools are called by.
    pub(super) firms: Beginnings,
    /// What follows names. `true` for words that show by themselves that a person was named.
    pub(super) followers: Beginnings<bool>,
    /// Forms of address behind a surname.
    pub(super) addresses: Beginnings<()>,
    /// What bears the dotted name before it.
    pub(super) bearers: Beginnings,
    /// What bears the name and the title before it.
    pub(super) titled_bearers: Beginnings,
    /// What bears the Chinese name before it, or is taught under it: 集团, 思想.
    pub(super) owned: Beginnings,
    /// What is taught under the name before it: 思想.
    pub(super) doctrines: Beginnings,
    /// Words that begin with the last character of a title: 首都.
    pub(super) longer: Beginnings,
    /// What those are who have an honour or a craft in marks: 获得者.
    pub(super) honours: Beginnings,
    /// How offices behind a body begin: 主任, 副.
    pub(super) heads: Beginnings,
    /// What is said of people alone, before 的: 年纪最大.
    pub(super) aged: Endings,
    /// What stands before what the people of a list are.
    pub(super) people_kinds: Beginnings,
    /// What those whom 由 names did for a work: 编剧.
    pub(super) credits: Beginnings,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    classes: CLASSES.with_titles(),
    titles: Endings::new(TITLES.iter().copied()),
    title_ends: TitleEnds::new(),
    titles_after: Beginnings::new(marked(include_str!("../../../data/titles_after.tsv"), "clear")),
    stops: Endings::new(marked(include_str!("../../../data/before_titles.tsv"), "word")),
    title_words: Beginnings::new(INSIDE.words("holds")),
    residents: Beginnings::new(INSIDE.words("resident")),
    resident_sorts: Beginnings::new(INSIDE.words("sort")),
    firms: Beginnings::new(INSIDE.words("firm")),
    followers: Beginnings::new(marked(include_str!("../../../data/after_names.tsv"), "strong")),
    addresses: Beginnings::new(ADDRESSES.iter().map(|word| (*word, ()))),
    bearers: Beginnings::new(FRAMES.words("bearer")),
    titled_bearers: Beginnings::new(FRAMES.words("titled")),
    owned: Beginnings::new(FRAMES.words("firm").chain(FRAMES.words("doctrine"))),
    doctrines: Beginnings::new(FRAMES.words("doctrine")),
    longer: Beginnings::new(INSIDE.words("longer")),
    honours: Beginnings::new(INSIDE.words("honour")),
    heads: Beginnings::new(INSIDE.words("head")),
    aged: Endings::new(FRAMES.words("aged")),
    people_kinds: Beginnings::new(FRAMES.words("kind")),
    credits: Beginnings::new(FRAMES.words("credit")),
});

static FRAMES: LazyLock<Kinds> = LazyLock::new(|| Kinds::of(include_str!("../../../data/name_frames.tsv")));

static INSIDE: LazyLock<Kinds> = LazyLock::new(|| Kinds::of(include_str!("../../../data/title_words.tsv")));

/// Whether `c` is a digit, or a numeral below a hundred.
pub(super) const fn is_numeral(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '几')
}

impl Lexicon {
    pub(super) fn get() -> &'static Self {
        &LEXICON
    }
}

/// What titles end with, a bit a pair of characters by hash: a look ahead of the list.
pub(super) struct TitleEnds([u64; TitleEnds::BLOCKS]);

impl TitleEnds {
    const BLOCKS: usize = 256;

    fn new() -> Self {
        let mut ends = TitleEnds([0; Self::BLOCKS]);
        for (word, _) in &*TITLES {
            let mut last = word.chars().rev();
            let (b, a) = (last.next().unwrap_or_default(), last.next().unwrap_or_default());
            let (block, bit) = Self::place(a, b);
            ends.0[block] |= bit;
        }
        ends
    }

    #[inline(always)]
    const fn place(a: char, b: char) -> (usize, u64) {
        let hash = (a as u32).wrapping_mul(0x9E37_79B1) ^ (b as u32).wrapping_mul(0x85EB_CA6B);
        (hash as usize >> 24 & (Self::BLOCKS - 1), 1 << (hash >> 18 & 63))
    }

    /// Whether a title may end with `a` and `b`.
    #[inline(always)]
    pub(super) fn may_be(&self, a: char, b: char) -> bool {
        let (block, bit) = Self::place(a, b);
        self.0[block] & bit != 0
    }

    /// Whether `c` alone may end a title.
    #[inline(always)]
    pub(super) fn may_be_one(&self, c: char) -> bool {
        self.may_be('\0', c)
    }
}

/// The words of a table, and whether `mark` stands beside each.
fn marked(table: &'static str, mark: &'static str) -> impl Iterator<Item = (&'static str, bool)> {
    columns(table).map(move |[word, marks]| (word, marks == mark))
}

/// The words of `data/titles.tsv`, with what sort of title each ends.
static TITLES: LazyLock<Vec<(&str, TitleKind)>> = LazyLock::new(|| {
    let kind = |kind| match kind {
        "office" => TitleKind::Office,
        "person" => TitleKind::Person,
        "kin" => TitleKind::Kin,
        "suffix" => TitleKind::Suffix,
        "choice" => TitleKind::Choice,
        "joint" => TitleKind::Joint,
        _ => TitleKind::None,
    };
    columns(include_str!("../../../data/titles.tsv")).map(|[word, of]| (word, kind(of))).collect()
});

/// Last characters of words that a name may follow without a title: 对, 走进, 看望.
static JOINTS: CharSet =
    CharSet::of("的对向和与同跟由给让请被把将是在据有像随陪替听称为叫进到望问帮见找救送访及以即属系");

/// What places and bodies are called by.
static PLACES: CharSet = CharSet::of(
    "路街道镇乡村区市县州省湖山河江桥湾巷弄寺庙宫塔港岛站店厂院校馆局所社部队委办党系酒茶庄园苑坊",
);

/// Forms of address behind a surname: 李大爷, 何女士, 邓伯 are no full names.
const ADDRESSES: &[&str] = &[
    "大爷", "大妈", "大娘", "大叔", "大伯", "大姐", "大哥", "大嫂", "大婶", "大姨", "大夫", "奶奶", "爷爷",
    "阿姨", "阿婆", "阿公", "阿伯", "阿叔", "婆婆", "爹爹", "叔叔", "伯伯", "姑娘", "女士", "先生", "小姐",
    "太太", "老伯", "老汉", "老太", "老人", "老板", "师傅", "经理", "老总", "女孩", "男子", "女子", "同志",
    "同学", "妈妈", "爸爸", "爷叔", "嬢嬢", "孃孃", "公公", "老师", "医生", "警官", "律师", "家人", "家村",
    "家庄", "夫人", "某", "婆", "伯", "叔", "婶", "姨", "嫂", "爷", "奶", "氏", "老", "总", "工", "导",
];

/// A name may begin behind a title, or behind a character that names follow.
///
/// A mark is on the last two characters of a title, on the character before the name, and on a dot.
pub(crate) fn anchors(anchors: &mut Anchors) {
    TITLES.iter().for_each(|(word, _)| anchors.ending(Field::Person, word));
    let names: Vec<char> = HAN.filter(|c| CLASSES.begins_name(*c)).collect();
    anchors.product(Field::Person, TELLING, names.iter().copied());
    let before = ('\0'..'\u{FFFF}').filter(|c| CLASSES.precedes(*c) && !CLASSES.tells(*c));
    let shown = names.into_iter().filter(|c| CLASSES.has(*c, SURNAME | PART));
    anchors.product(Field::Person, before, shown);
    anchors.single(Field::Person, '·');
}

const SURNAME: u8 = 1;
const TRANSCRIBING: u8 = 2;
const SEPARATOR: u8 = 4;
const BEFORE: u8 = 8;
const PLACE: u8 = 16;
/// What names are put together from begins with it.
const PART: u8 = 32;
/// What is said before these may tell that a name follows, whatever it is like: 岁的, 名叫, 书记是.
const TELLING: [char; 5] = ['的', '叫', '是', '”', '"'];
/// Where the characters of names stand.
const HAN: RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// A title may end with it.
const ENDS_TITLE: u8 = 128;

/// What a character is around names: one byte a character of the basic plane.
#[derive(Clone)]
pub(super) struct Classes([u8; 0x1_0000]);

static CLASSES: Classes = Classes::load();

impl Classes {
    const fn load() -> Self {
        let mut classes = [0; 0x1_0000];
        let mut code = 0;
        while code < classes.len() {
            if let Some(c) = char::from_u32(code as u32) {
                let separates = is_separator(c);
                let Beginning { surname, transcribed, part } = names::beginning(c);
                classes[code] = (if surname { SURNAME } else { 0 })
                    | (if transcribed { TRANSCRIBING } else { 0 })
                    | (if part { PART } else { 0 })
                    | (if separates { SEPARATOR } else { 0 })
                    | (if separates || JOINTS.has(c) { BEFORE } else { 0 })
                    | (if PLACES.has(c) { PLACE } else { 0 });
            }
            code += 1;
        }
        Classes(classes)
    }

    /// The classes, and what titles end with.
    fn with_titles(&self) -> Box<Self> {
        let mut classes = Box::new(self.clone());
        for last in TITLES.iter().filter_map(|(word, _)| word.chars().last()) {
            classes.0[last as usize] |= ENDS_TITLE;
        }
        classes
    }

    #[inline(always)]
    fn has(&self, c: char, class: u8) -> bool {
        self.0.get(c as usize).is_some_and(|found| found & class != 0)
    }

    /// Whether a title may end with the character.
    #[inline(always)]
    pub(super) fn ends_title(&self, c: char) -> bool {
        self.has(c, ENDS_TITLE)
    }

    /// Whether some surname begins with the character.
    #[inline]
    pub(super) fn begins_surname(&self, c: char) -> bool {
        self.has(c, SURNAME)
    }

    /// Whether names from other languages are written with the character.
    #[inline]
    pub(super) fn is_transcribing(&self, c: char) -> bool {
        self.has(c, TRANSCRIBING)
    }

    /// Whether the character parts words.
    #[inline]
    pub(super) fn separates(&self, c: char) -> bool {
        self.has(c, SEPARATOR)
    }

    /// Whether a name may begin with the character.
    #[inline]
    pub(super) fn begins_name(&self, c: char) -> bool {
        self.has(c, SURNAME | TRANSCRIBING | PART)
    }

    /// Whether a name from another language may begin with the character.
    #[inline]
    pub(super) fn begins_foreign(&self, c: char) -> bool {
        self.has(c, TRANSCRIBING | PART)
    }

    /// Whether a name may stand behind the character.
    #[inline]
    pub(super) fn precedes(&self, c: char) -> bool {
        self.has(c, BEFORE)
    }

    /// Whether what stands before the character may tell that a name follows.
    #[inline]
    pub(super) fn tells(&self, c: char) -> bool {
        TELLING.contains(&c)
    }

    /// Whether places and bodies are called by the character.
    #[inline]
    pub(super) fn is_place(&self, c: char) -> bool {
        self.has(c, PLACE)
    }
}
