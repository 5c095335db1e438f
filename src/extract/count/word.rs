//! The words of a few characters of text, and what each does in a noun phrase.
//!
//! The words come from the common words of the dictionary, with the roles of `data/noun_words.tsv` where a class does not tell
//! them: no clause is segmented for a noun.

use super::unit;
use crate::chars::{CharLists, is_han};
use crate::lexicon;
use crate::numeral;
use crate::segment::common::{self, Class, Entry, Own, WINDOW};
use crate::{Document, Span};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/noun_words.tsv");

/// What a word does in a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// May end the phrase.
    Noun,
    /// A rare word that the dictionary calls a noun: verbs are among them (试种, 自带).
    Rare,
    /// People: the phrase ends behind them unless a head follows (党员干部, but 党员 / 试种木耳).
    Person,
    /// A noun that people stand before: 代表, 家庭.
    Head,
    /// Where others live or work: 全村, 辖区; never what is counted before a number.
    Group,
    /// What things are told apart by: 不同类型的书 are books.
    Trait,
    /// How much of something there is: 投资金额, 种植面积; verbs before it belong to it.
    Amount,
    /// What verbs tell apart: 更新项目, 检测服务.
    Matter,
    /// A last syllable: 桩 in 充电桩, and a noun by itself.
    Suffix,
    /// A noun of one character, or one of a word that the dictionary does not hold.
    Single,
    /// May stand in the phrase before its noun.
    Modifier,
    /// A verb that may stand before its noun as well: 管理费, 应急演练.
    VerbNoun,
    /// A verb that may begin a phrase (参展企业), but not stand inside.
    Verb,
    /// A clause's verb, which never stands before its noun as a modifier: 开展, 获得.
    Predicate,
    /// 的.
    Of,
    /// Ends the phrase.
    Stop,
}

impl Role {
    /// Whether a phrase may end with it.
    pub(super) const fn ends(self) -> bool {
        matches!(
            self,
            Role::Noun
                | Role::Rare
                | Role::Trait
                | Role::Amount
                | Role::Matter
                | Role::Person
                | Role::Head
                | Role::Group
                | Role::Suffix
                | Role::Single
        )
    }

    /// Whether it is a verb of any kind.
    pub(super) const fn is_verb(self) -> bool {
        matches!(self, Role::Verb | Role::VerbNoun | Role::Predicate)
    }
}

/// A word and what it does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) role: Role,
    /// A place, or a division's last syllable: 社区, 村.
    pub(super) place: bool,
    /// A body that does things: 合作社, 社区, 部门.
    pub(super) acts: bool,
    /// Its last syllable ends words for people.
    pub(super) people: bool,
    /// One character that begins or ends no word of a clause: 在, 已, 的.
    pub(super) function: bool,
    /// A verb that does something to the nouns behind it, though it may tell their kind: 安置 / 群众, 安置点.
    pub(super) deed: bool,
    /// A noun that is told by what it does: 施工人员, 销售企业.
    pub(super) doer: bool,
    /// 等, 各类.
    pub(super) lists: bool,
    /// Latin letters and digits: 5G, 500强.
    pub(super) latin: bool,
    /// One character that no phrase ends at: the first of 涉赛人员.
    pub(super) single: bool,
}

impl Word {
    const fn of(span: Span, role: Role) -> Word {
        Word {
            span,
            role,
            place: false,
            acts: false,
            people: false,
            function: false,
            deed: false,
            doer: false,
            lists: false,
            latin: false,
            single: false,
        }
    }
}

/// The words of a window, in order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    list: [Word; WINDOW],
    len: usize,
}

impl std::ops::Deref for Words {
    type Target = [Word];

    fn deref(&self) -> &[Word] {
        &self.list[..self.len]
    }
}

impl Words {
    /// Two characters that are no words by themselves and a noun: 捞纸 / 工人, 自贸 / 试验区.
    pub(super) fn join_first(&mut self, doc: &Document<'_>) {
        let single = |w: &Word| {
            let c = doc.char(w.span.start);
            w.span.len() == 1
                && is_han(c)
                && !is(c, END)
                && matches!(w.role, Role::Stop | Role::Single)
                && !numeral::is_numeric(c)
                && !unit::is_classifier(c)
                && !matches!(c, '死' | '伤' | '亡' | '没' | '是' | '不' | '靠' | '凭' | '替' | '帮' | '陪')
        };
        let noun = |w: &Word| w.role.ends() && (w.span.len() > 1 || doc.char(w.span.start) == '户');
        if let [a, b, c, ..] = self.list[..self.len]
            && single(&a)
            && single(&b)
            && noun(&c)
        {
            self.list[0] = Word::of(Span::new(a.span.start, b.span.end), Role::Modifier);
            self.list.copy_within(2..self.len, 1);
            self.len -= 1;
        }
    }
}

/// The words of a span, at most [`WINDOW`] characters of it.
pub(super) fn words(doc: &Document<'_>, span: Span) -> Words {
    let chars = &doc.chars()[span.start..span.end];
    let mut words = Words { list: [Word::of(span, Role::Stop); WINDOW], len: 0 };
    common::cut(chars, &ROLES, |at, entry, listed| {
        let word = &chars[at..at + entry.len];
        if let (&[c], Some(last)) = (word, words.len.checked_sub(1))
            && let Some(role) = joins(c, doc.before(span.start + at), &words.list[last])
        {
            let span = Span::new(words.list[last].span.start, span.start + at + 1);
            let latin = !matches!(c, '型' | '式' | '性');
            words.list[last] = Word { latin, ..Word::of(span, role) };
            return;
        }
        let role = role(word, entry, listed);
        let place = matches!(word, ['村' | '镇' | '乡' | '县' | '市' | '区'] | ['社', '区'] | ['街', '道']);
        let place = place || entry.class == Class::Place && role == Role::Modifier;
        let last = word.last().map_or(0, |&c| SYLLABLES.of_char(c));
        let (people, acts) = (last & PEOPLE_LIKE != 0, last & BODY != 0);
        let function = matches!(
            word,
            ['的' | '已' | '由' | '在' | '将' | '被' | '均' | '也' | '都' | '是' | '则' | '仍' | '可']
        );
        let span = Span::new(span.start + at, span.start + at + entry.len);
        let deed = listed.is_some_and(|l| l.deed);
        let doer = match word {
            ['学' | '党' | '社' | '会' | '团' | '议' | '演' | '成', '员'] => false,
            [.., '员'] => true,
            [a, b] => DOERS.iter().any(|&[c, d]| (*a, *b) == (c, d)),
            [.., '嫌', '疑', '人'] | ['志', '愿', '者'] | [_, _, '书' | '证' | '单' | '表' | '卡'] => {
                true
            }
            _ => false,
        };
        words.list[words.len] = Word {
            span,
            role,
            place,
            acts,
            people,
            function,
            deed,
            doer,
            lists: matches!(word, ['等'] | ['各', '类' | '种' | '项' | '型']),
            latin: matches!(word, ['A'..='Z' | 'a'..='z']),
            single: matches!(word, &[c] if is_han(c) && !is(c, END) && !matches!(c, '该' | '本' | '其' | '此')),
        };
        words.len += 1;
    });
    words
}

/// Nouns that verbs tell apart, besides those of [`Role::Matter`].
const DOERS: [[char; 2]; 21] = [
    ['中', '心'],
    ['队', '伍'],
    ['小', '组'],
    ['单', '位'],
    ['企', '业'],
    ['公', '司'],
    ['工', '人'],
    ['专', '家'],
    ['人', '才'],
    ['教', '师'],
    ['协', '会'],
    ['合', '同'],
    ['协', '议'],
    ['成', '果'],
    ['行', '为'],
    ['行', '动'],
    ['活', '动'],
    ['卷', '宗'],
    ['技', '术'],
    ['设', '备'],
    ['方', '案'],
];

/// Syllables that make an attribute or a noun of the word before them.
const fn makes_attributes(c: char) -> bool {
    matches!(c, '型' | '式' | '性')
}

/// What the word `last`, which ends with `before`, is with the character behind it: 友好型, 气动式; 5G, F-35, 5A级, 500强.
fn joins(c: char, before: char, last: &Word) -> Option<Role> {
    let latin = before.is_ascii_alphanumeric() || matches!(before, '-' | '+');
    match c {
        '型' if last.span.len() > 1 => Some(Role::Modifier),
        '式' | '性' if last.span.len() > 1 => Some(Role::Noun),
        '级' if latin => Some(Role::Modifier),
        // 米格-29战斗机
        '-' if !latin && last.role.ends() => Some(Role::Modifier),
        '强' if before.is_ascii_digit() => Some(Role::Noun),
        'A'..='Z' | 'a'..='z' if latin => Some(Role::Modifier),
        '0'..='9' | '-' | '+' if latin => Some(last.role),
        _ => None,
    }
}

/// Whether a word at the start of `chars` may have such a role, however they are cut.
pub(super) fn may_begin(chars: &[char], role_is: impl Fn(Role) -> bool) -> bool {
    common::firsts(chars, &ROLES).any(|(entry, listed)| {
        let joined = entry.len > 1 && chars.get(entry.len).is_some_and(|&c| makes_attributes(c));
        joined || role_is(role(&chars[..entry.len], entry, listed))
    })
}

/// Whether `chars` begin with two characters that begin no word with those behind them.
pub(super) fn may_be_singles(chars: &[char]) -> bool {
    let alone = |at: usize| {
        chars.get(at).is_some_and(|&c| is_han(c) && !is(c, END))
            && common::firsts(&chars[at..], &ROLES).all(|(entry, _)| entry.len == 1)
    };
    chars.len() > 2 && alone(0) && alone(1)
}

/// Whether a word at the end of `chars` may have such a role, however they are cut.
pub(super) fn may_end(chars: &[char], role_is: impl Fn(Role) -> bool) -> bool {
    chars.last().is_some_and(|&c| makes_attributes(c))
        || common::lasts(chars, &ROLES)
            .any(|(entry, listed)| role_is(role(&chars[chars.len() - entry.len..], entry, listed)))
}

/// Words whose role the dictionary does not tell.
static ROLES: LazyLock<Own<Listed>> = LazyLock::new(|| Own::new(lexicon::columns(TABLE).filter_map(listed)));

/// What the table tells of a word.
#[derive(Clone, Copy, Debug)]
struct Listed {
    role: Role,
    deed: bool,
}

fn listed([word, name]: [&'static str; 2]) -> Option<(&'static str, Listed)> {
    let role = match name {
        "end" => Role::Stop,
        "noun" | "work" => Role::Noun,
        "person" => Role::Person,
        "head" => Role::Head,
        "group" => Role::Group,
        "modifier" => Role::Modifier,
        "both" | "deed" => Role::VerbNoun,
        "act" => Role::Verb,
        "verb" => Role::Predicate,
        "trait" => Role::Trait,
        "amount" => Role::Amount,
        "matter" => Role::Matter,
        _ => return None,
    };
    Some((word, Listed { role, deed: matches!(name, "deed" | "work") }))
}

/// Last syllables of nouns that the dictionary does not hold.
const SUFFIXES: &str = "员者户车房楼树路店馆机卡书班队会站费款品器表证票衣鞋菜鱼肉油米酒茶药包桶箱桌椅床灯门窗墙桥井池渠田林村\
                        街巷桩棚牛羊猪鸡鸭花草苗果桃瓜粮煤砖犬猫案奖课室亭伞区园团点群组厂院所校屋厅栏球赛屏豆薯地塔\
                        摊墩坝炉锅碗瓶袋盒带管线道网板柜架牌匾画集刊报文件单物料材具仪船艇港口岸岛山河湖沟湾圈金台城令寨营宴碑殿阀";

/// Last syllables of bodies and places that act.
const BODIES: &str = "社区村委局司校院门位业心队会点厂店馆站所镇县市省府团方家行网员者人民众户";

/// One character that never belongs to what is counted.
const ENDS: &str = "来去往等和与及或为共时均各多余内中后前上下左起到至每在是有被将把从由对向于了着过就也都不已还又再只可能会要让使给比按经据因而且但则即以并又很最更达占成光仍尚掉";

fn role(word: &[char], entry: Entry, listed: Option<Listed>) -> Role {
    if let Some(Listed { role, .. }) = listed {
        return role;
    }
    if let &[c] = word {
        return match c {
            '的' => Role::Of,
            '人' | '户' | '村' | '车' | '县' | '镇' | '乡' => Role::Noun,
            'A'..='Z' | 'a'..='z' => Role::Modifier,
            _ if !is_han(c) => Role::Stop,
            _ if is(c, SUFFIX) => Role::Suffix,
            // 产瓜, 储草
            '产' | '储' | '送' | '买' | '卖' | '捐' | '赠' | '购' | '售' | '收' | '耐' | '较' => {
                Role::Stop
            }
            _ if is(c, END) => Role::Stop,
            _ => match entry.class {
                Class::Noun | Class::Other => Role::Single,
                Class::Adjective | Class::Attribute => Role::Modifier,
                _ => Role::Stop,
            },
        };
    }
    if word[0] == '每' || matches!(word, [_, '下' | '中' | '内' | '里' | '前' | '后' | '上' | '时'])
    {
        return Role::Stop;
    }
    // 客客气气, 整整齐齐
    if let [a, b, c, d] = word
        && a == b
        && c == d
    {
        return Role::Stop;
    }
    // 国家级, 省级
    if let [.., '级'] = word {
        return Role::Modifier;
    }
    match entry.class {
        // 管理费, 监测屏: the last syllable tells.
        Class::Verb | Class::VerbNoun | Class::Adjective
            if word.len() > 2 && is(word[word.len() - 1], SUFFIX) =>
        {
            noun(word, entry.rarity)
        }
        // 待业青年, 十字路口: a set phrase that ends with a noun.
        Class::Idiom if word.len() == 4 && common::class(&word[2..]) == Some(Class::Noun) => {
            noun(&word[2..], entry.rarity)
        }
        Class::Noun => noun(word, entry.rarity),
        Class::Place | Class::Adjective | Class::Attribute => Role::Modifier,
        Class::VerbNoun | Class::Idiom => Role::VerbNoun,
        Class::Verb => Role::Verb,
        _ => Role::Stop,
    }
}

/// Last syllables of words for people.
const PEOPLE: &str = "员者人师手生民友童兵警官医客士妇徒工";

/// More of them, which end other words as well.
const PEOPLE_TOO: &str = "户弟妈婆爸爷奶姐妹哥姨叔农匠众干商家长亲部表宾年子孩娃女迷贼";

const SUFFIX: u8 = 1;
const END: u8 = 1 << 1;
const BODY: u8 = 1 << 2;
const PERSON: u8 = 1 << 3;
const PEOPLE_LIKE: u8 = 1 << 4;

/// The lists above, a bit a list.
static SYLLABLES: CharLists = CharLists::of(&[
    (SUFFIXES, SUFFIX),
    (ENDS, END),
    (BODIES, BODY),
    (PEOPLE, PERSON | PEOPLE_LIKE),
    (PEOPLE_TOO, PEOPLE_LIKE),
]);

#[inline]
fn is(c: char, bits: u8) -> bool {
    SYLLABLES.of_char(c) & bits != 0
}

/// Whether a character never belongs to what is counted.
#[inline]
pub(super) fn is_end(c: char) -> bool {
    is(c, END)
}

/// Whether a word that ends so may name people.
#[inline]
pub(super) fn is_people(last: char) -> bool {
    is(last, PEOPLE_LIKE)
}

/// Nouns rarer than this, of two characters, are not trusted behind people.
const RARE: u8 = 11;

fn noun(word: &[char], rarity: u8) -> Role {
    match word {
        [.., last] if is(*last, PERSON) && !matches!(word, [_, '工' | '生' | '家' | '手']) => {
            Role::Person
        }
        [_, last] if rarity >= RARE && !is(*last, SUFFIX) => Role::Rare,
        _ => Role::Noun,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let words: Vec<&str> = lexicon::rows(TABLE).map(|row| row[0]).collect();
        assert!(words.is_sorted_by(|a, b| a < b), "sorted, without duplicates");
        assert!(lexicon::columns(TABLE).all(|row| listed(row).is_some()));
    }
}
