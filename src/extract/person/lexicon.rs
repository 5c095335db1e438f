//! The words around names: what titles end with, what they begin behind, and what follows a name.

use crate::anchor::{Anchors, Field};
use crate::chars::{CharSet, is_separator};
use crate::lexicon::{Beginnings, Endings, columns};
use crate::names;
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
    pub(super) classes: &'static Classes,
    /// Words that titles end with.
    pub(super) titles: Endings<TitleKind>,
    /// Titles that may follow a name; `false` where a place stands before them as often.
    pub(super) titles_after: Beginnings<bool>,
    /// Where a title begins: behind these words. `true` for words that count only where they stand as a word.
    pub(super) stops: Endings<bool>,
    /// What follows names. `true` for words that show by themselves that a person was named.
    pub(super) followers: Beginnings<bool>,
    /// Forms of address behind a surname.
    pub(super) addresses: Beginnings<()>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    classes: &CLASSES,
    titles: Endings::new(title_rows()),
    titles_after: Beginnings::new(marked(include_str!("../../../data/titles_after.tsv"), "clear")),
    stops: Endings::new(marked(include_str!("../../../data/before_titles.tsv"), "word")),
    followers: Beginnings::new(marked(include_str!("../../../data/after_names.tsv"), "strong")),
    addresses: Beginnings::new(ADDRESSES.iter().map(|word| (*word, ()))),
});

impl Lexicon {
    pub(super) fn get() -> &'static Self {
        &LEXICON
    }
}

/// The words of a table, and whether `mark` stands beside each.
fn marked(table: &'static str, mark: &'static str) -> impl Iterator<Item = (&'static str, bool)> {
    columns(table).map(move |[word, marks]| (word, marks == mark))
}

fn title_rows() -> impl Iterator<Item = (&'static str, TitleKind)> {
    columns(include_str!("../../../data/titles.tsv")).map(|[word, kind]| {
        let kind = match kind {
            "office" => TitleKind::Office,
            "person" => TitleKind::Person,
            "kin" => TitleKind::Kin,
            "suffix" => TitleKind::Suffix,
            "choice" => TitleKind::Choice,
            "joint" => TitleKind::Joint,
            _ => TitleKind::None,
        };
        (word, kind)
    })
}

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
    "家庄", "某", "婆", "伯", "叔", "婶", "姨", "嫂", "爷", "奶", "氏", "老", "总", "工", "导",
];

/// A name may begin behind a title, or behind a character that names follow.
///
/// A mark is on the last two characters of a title, on the character before the name, and on a dot.
pub(crate) fn anchors(anchors: &mut Anchors) {
    title_rows().for_each(|(word, _)| anchors.ending(Field::Person, word));
    anchors.product(Field::Person, CLASSES.all(BEFORE), CLASSES.all(SURNAME | TRANSCRIBING));
    anchors.single(Field::Person, '·');
}

const SURNAME: u8 = 1;
const TRANSCRIBING: u8 = 2;
const SEPARATOR: u8 = 4;
const BEFORE: u8 = 8;
const PLACE: u8 = 16;

/// What a character is around names: one byte a character of the basic plane.
pub(super) struct Classes([u8; 0x1_0000]);

static CLASSES: Classes = Classes::load();

impl Classes {
    const fn load() -> Self {
        let mut classes = [0; 0x1_0000];
        let mut code = 0;
        while code < classes.len() {
            if let Some(c) = char::from_u32(code as u32) {
                let separates = is_separator(c);
                classes[code] = (if names::begins_surname(c) { SURNAME } else { 0 })
                    | (if names::may_transcribe(c) { TRANSCRIBING } else { 0 })
                    | (if separates { SEPARATOR } else { 0 })
                    | (if separates || JOINTS.has(c) { BEFORE } else { 0 })
                    | (if PLACES.has(c) { PLACE } else { 0 });
            }
            code += 1;
        }
        Classes(classes)
    }

    #[inline]
    fn has(&self, c: char, class: u8) -> bool {
        self.0.get(c as usize).is_some_and(|found| found & class != 0)
    }

    /// The characters of a class.
    fn all(&self, class: u8) -> impl Iterator<Item = char> + '_ {
        (0..)
            .zip(&self.0)
            .filter(move |(_, found)| *found & class != 0)
            .filter_map(|(c, _)| char::from_u32(c))
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
        self.has(c, SURNAME | TRANSCRIBING)
    }

    /// Whether a name may stand behind the character.
    #[inline]
    pub(super) fn precedes(&self, c: char) -> bool {
        self.has(c, BEFORE)
    }

    /// Whether places and bodies are called by the character.
    #[inline]
    pub(super) fn is_place(&self, c: char) -> bool {
        self.has(c, PLACE)
    }
}
