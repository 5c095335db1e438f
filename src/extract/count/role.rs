//! What a word does in a noun phrase, by its class, by `data/noun_words.tsv` and by its syllables.

use crate::chars::{CharLists, is_han};
use crate::lexicon;
use crate::segment::common::{self, Class, Entry, Own};
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

/// Words whose role the dictionary does not tell.
pub(super) static ROLES: LazyLock<Own<Listed>> =
    LazyLock::new(|| Own::new(lexicon::columns(TABLE).filter_map(listed)));

/// What the table tells of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    role: Role,
    pub(super) deed: bool,
    pub(super) opens: bool,
    /// Where things are: 省内; before a number it ends what stands before the noun.
    pub(super) site: bool,
    /// Begins a phrase of its own behind a noun: 主产省|各类企业, 青年集体|中国青年奖章.
    pub(super) anew: bool,
    /// Told by what it does, or by what is done with it: 施工队伍, 销售企业, 抓捕嫌疑人.
    pub(super) doer: bool,
}

fn listed([word, name]: [&'static str; 2]) -> Option<(&'static str, Listed)> {
    let (name, doer) = name.strip_suffix("|doer").map_or((name, false), |name| (name, true));
    let role = match name {
        "end" => Role::Stop,
        "noun" | "work" => Role::Noun,
        "person" => Role::Person,
        "head" => Role::Head,
        "group" => Role::Group,
        "modifier" | "joint" | "anew" | "site" => Role::Modifier,
        "both" | "deed" => Role::VerbNoun,
        "act" | "opener" => Role::Verb,
        "verb" => Role::Predicate,
        "trait" => Role::Trait,
        "amount" => Role::Amount,
        "matter" => Role::Matter,
        _ => return None,
    };
    Some((
        word,
        Listed {
            role,
            deed: matches!(name, "deed" | "work"),
            opens: matches!(name, "opener" | "joint"),
            anew: name == "anew",
            site: name == "site",
            doer,
        },
    ))
}

/// Last syllables of nouns that the dictionary does not hold.
const SUFFIXES: &str = "员者户车房楼树路店馆机卡书班队会站费款品器表证票衣鞋菜鱼肉油米酒茶药包桶箱桌椅床灯门窗墙桥井池渠田林村\
                        街巷桩棚牛羊猪鸡鸭花草苗果桃瓜粮煤砖犬猫案奖课室亭伞区园团点群组厂院所校屋厅栏球赛屏豆薯地塔\
                        摊墩坝炉锅碗瓶袋盒带管线道网板柜架牌匾画集刊报文件单物料材具仪船艇港口岸岛山河湖沟湾圈金台城令寨营宴碑殿阀\
                        椒秆篮筐节秧藕蒜姜葱枣梨橘橙柚莓菇笋蛋糖盐醋饼糕粽绳瓦砂钢铁纸笔柱泵罐缸盆壶舰杆缆闸棉麻椰茧蚕蜂蟹虾驴骡马鹿枪炮弹塘坊";

/// Last syllables of bodies and places that act.
const BODIES: &str = "社区村委局司校院门位业心队会点厂店馆站所镇县市省府团方家行网员者人民众户";

/// One character that never belongs to what is counted.
const ENDS: &str = "来去往等和与及或为共时均各多余内中后前上下左起到至每在是有被将把从由对向于了着过就也都不已还又再只可能会要让使给比按经据因而且但则即以并又很最更达占成光仍尚掉";

pub(super) fn role(word: &[char], entry: Entry, listed: Option<Listed>) -> Role {
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
            '干' | '鲜' | '湿' | '熟' | '微' => Role::Modifier,
            // 产瓜, 储草
            '产' | '储' | '送' | '买' | '卖' | '捐' | '赠' | '购' | '售' | '收' | '耐' | '较' => {
                Role::Stop
            }
            // Verbs that the dictionary has no class for.
            '踩' | '扛' | '换' | '连' | '升' | '穿' | '讲' | '超' => Role::Stop,
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

pub(super) const SUFFIX: u8 = 1;
pub(super) const END: u8 = 1 << 1;
pub(super) const BODY: u8 = 1 << 2;
pub(super) const PERSON: u8 = 1 << 3;
pub(super) const PEOPLE_LIKE: u8 = 1 << 4;

/// The lists above, a bit a list.
pub(super) static SYLLABLES: CharLists = CharLists::of(&[
    (SUFFIXES, SUFFIX),
    (ENDS, END),
    (BODIES, BODY),
    (PEOPLE, PERSON | PEOPLE_LIKE),
    (PEOPLE_TOO, PEOPLE_LIKE),
]);

/// 的, 已, 由: a character by itself that begins or ends no word of a clause.
pub(super) const FUNCTION: u8 = 1;
/// 了, 到, 在 and their like, which make a verb of what stands before.
pub(super) const ASPECT: u8 = 1 << 1;
/// 了
pub(super) const PERFECT: u8 = 1 << 2;
/// What comes of a verb: 好 in 整好, 满.
pub(super) const DONE: u8 = 1 << 3;
/// A verb that has goods as its object: 收 / 鲜 / 海带.
pub(super) const TAKES: u8 = 1 << 4;
/// What goods are: 鲜, 干.
pub(super) const FRESH: u8 = 1 << 5;
/// The last syllable of a verb that says where something goes or what becomes of it: 开进, 变成, 卖掉.
pub(super) const GOES: u8 = 1 << 6;

/// A word that joins others.
pub(super) const JOINS: u8 = 1 << 7;

/// What one character does, as a word or (`GOES`) at the end of one, a bit a list.
pub(super) static PARTICLES: CharLists = CharLists::of(&[
    ("的已由在将被均也都是则仍可", FUNCTION),
    ("了到着过出起进成", ASPECT),
    ("了", PERFECT),
    ("好齐满净光断秃", DONE),
    ("产买卖送捐购售收种养运", TAKES),
    ("鲜干湿新好生", FRESH),
    ("进到出入成满着遍起掉回完", GOES),
    ("与和及", JOINS),
]);

#[inline]
pub(super) fn is(c: char, bits: u8) -> bool {
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
