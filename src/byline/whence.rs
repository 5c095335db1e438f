//! Where writers are from, and offices that write.

use super::lexicon::{CITIES, WORDS};
use crate::chars::is_han;
use crate::names;

/// Whether a piece says where a person belongs: 葛岭社区, 岭下镇, 山东, 安徽宿州.
pub(super) fn is_institution(name: &[char]) -> bool {
    let belongs = match name.len() {
        0 | 1 => false,
        2 => {
            WORDS.members.get(name).is_some()
                || name[1] == '县'
                || !names::is_likely_name(name) && is_place(name)
        }
        // 生科院, 外语系
        3 => {
            let part = matches!(name[2], '院' | '系' | '馆' | '局' | '校');
            !names::is_likely_name(name) && (part || WORDS.areas.ends(name) || is_place(name))
        }
        _ => {
            [&WORDS.institutions, &WORDS.members, &WORDS.areas].iter().any(|ends| ends.ends(name))
                || is_place(name)
        }
    };
    belongs && name.iter().all(|&c| is_han(c))
}

/// Whether a piece is a province or city by its short name, or such a name and what lies in it: 宿州, 宁夏中卫.
pub(super) fn is_place(name: &[char]) -> bool {
    const LONGEST: usize = 8;
    let within = |length: usize| {
        // 阿里木江, 延安红 are no places.
        length == name.len()
            || (length + 2..=LONGEST).contains(&name.len()) && name.len() > 3 && !names::is_transcribed(name)
    };
    let province = WORDS.provinces.at_start(name).map(|(length, ())| length);
    // 江苏南通, whatever it sounds like.
    if province.is_some_and(|length| CITIES.at_start(&name[length..]) == Some(name.len() - length)) {
        return true;
    }
    province.or_else(|| CITIES.at_start(name)).is_some_and(within)
}

/// Whether a piece is an office or group that writes: 某县报道组, 某镇宣传办, 县水利局.
pub(crate) fn is_office(name: &[char]) -> bool {
    if name.len() == 3 && WORDS.presses.ends(name) {
        return true;
    }
    // 县一中
    if let ['省' | '市' | '区' | '县' | '镇', number, '中' | '小' | '院'] = name {
        return "一二三四五六七八九十".contains(*number);
    }
    // 详见某宣传办: a note. 全市共有三处: a clause.
    let noted = WORDS.noting.starts(name);
    let bare = name.strip_prefix(&['中', '共']).unwrap_or(name);
    // 有限公司
    let told =
        (0..bare.len()).any(|at| WORDS.clauses.starts(&bare[at..]) && !bare[at..].starts_with(&['有', '限']));
    if noted || told || !(3..=24).contains(&name.len()) || !name.iter().all(|&c| is_han(c)) {
        return false;
    }
    let known = [&WORDS.institutions, &WORDS.offices].iter().any(|ends| ends.ends(name));
    // 县水利局, 市卫生防疫站: whose it is.
    let owner = |c: &char| matches!(c, '省' | '市' | '区' | '县' | '镇' | '乡' | '州' | '旗' | '盟');
    let owned = if name.len() == 3 { owner(&name[0]) } else { name[..4].iter().any(owner) };
    let public = known
        || matches!(
            name[name.len() - 1],
            '站' | '所' | '厂' | '处' | '科' | '室' | '馆' | '院' | '委' | '办'
        );
    name.len() >= 5 && known || owned && public
}

/// Whether a piece is an office that says where it is: 郑州市自来水公司, but not 县城来了研究所.
pub(crate) fn is_local_office(name: &[char]) -> bool {
    let local = || {
        let owner = |c: &char| matches!(c, '省' | '市' | '区' | '县' | '州' | '旗' | '盟');
        let known = WORDS.provinces.starts(name) || CITIES.at_start(name).is_some();
        known || name.len() > 4 && name[2..4].iter().any(owner)
    };
    is_office(name) && local()
}

/// Whether a piece is a township that signs for itself: 望江街道, 崇川区石桥镇.
pub(super) fn is_township(name: &[char]) -> bool {
    let above = || name[1..name.len() - 2].iter().any(|c| matches!(c, '市' | '区' | '县' | '旗'));
    (4..=12).contains(&name.len())
        && match name {
            [.., '街', '道'] => true,
            [.., '镇' | '乡'] => above(),
            _ => false,
        }
}

/// Whether a piece is a part of a school, hospital or works, and nothing else: 护理部, 团委.
pub(crate) fn is_department(name: &[char]) -> bool {
    name.len() >= 2 && [&WORDS.institutions, &WORDS.offices].iter().any(|ends| ends.get(name).is_some())
}

/// Whether a piece is called as parts of a house are: 外语学院, 县气象站.
pub(crate) fn is_part(name: &[char]) -> bool {
    (3..=12).contains(&name.len())
        && !(name.len() == 3 && names::is_likely_name(name))
        && WORDS.institutions.ends(name)
        && name.iter().all(|&c| is_han(c))
}

/// Whether a piece is as long as names are and no word, where a name is looked for: behind a city, 银川 拜学东.
pub(crate) fn is_stranger(name: &[char]) -> bool {
    name.len() == 3
        && name.iter().all(|&c| is_han(c))
        && !name.windows(2).any(|pair| names::is_word_pair(pair[0], pair[1]))
}

/// Whether a piece is a city by its short name, and nothing else.
pub(crate) fn is_city(name: &[char]) -> bool {
    CITIES.at_start(name) == Some(name.len())
}

/// Whether letters that are set apart are what somebody is called: 小 雪.
pub(crate) fn is_pet_name(name: &[char]) -> bool {
    name.len() == 2 && matches!(name[0], '小' | '阿' | '老') && is_han(name[1])
}

/// Whether a piece is a city by its short name that people are called by too, before somebody whose name is clear:
/// 吴忠 杨秀英.
pub(super) fn is_home(name: &[char], next: &[char]) -> bool {
    let clear = next.len() == 3 && names::odds(next).is_some_and(|odds| odds >= 0.0);
    clear && name.len() == 2 && CITIES.at_start(name) == Some(2)
}

/// Whether a piece is called as papers, agencies and stations are: 海州晚报.
pub(crate) fn is_outlet(name: &[char]) -> bool {
    name.len() >= 4 && !name.ends_with(&['中', '心']) && WORDS.outlets.ends(name)
}

/// Whether a piece is a name that the writers of an office share: 会宣, 江公宣, 沪卫轩.
pub(super) fn is_press(name: &[char]) -> bool {
    match name.len() {
        2 => name[1] == '宣' && is_han(name[0]),
        3 => WORDS.presses.ends(name),
        _ => false,
    }
}

/// Whether a piece is a group that signs for a paper: 本报评论员.
pub(super) fn is_board(name: &[char]) -> bool {
    (4..=14).contains(&name.len())
        && WORDS.boards.at_end(name).is_some_and(|(length, ())| {
            // 《红旗》杂志评论员
            let paper: Vec<char> =
                name[..name.len() - length].iter().copied().filter(|c| !matches!(c, '《' | '》')).collect();
            WORDS.own.get(&paper).is_some() || paper.len() > 2 && WORDS.outlets.ends(&paper)
        })
}

/// Whether a piece says where the writers work whose names follow: 王村粮站, 市二十三中, 第四小学教师, 实验小学三(2)班.
pub(super) fn is_workplace(name: &[char]) -> bool {
    let number = |c: char| "一二三四五六七八九十".contains(c);
    let numbered = matches!(*name, [.., c, '中'] if number(c));
    // 三矿, 二班
    if matches!(*name, [c, '矿' | '厂' | '连' | '班' | '队' | '站' | '井' | '车'] if number(c)) {
        return true;
    }
    // 高二(3)班, 生物系96级
    let class = matches!(name, [.., ')', '班'] | [_, _, .., '0'..='9', '级' | '班']);
    // 化学系八四级
    let year =
        matches!(name, [_, .., '系' | '院' | '业', a, b, '级'] if number(*a) && (number(*b) || *b == '〇'));
    // 张永科, 李知行 are names.
    let named = name.len() == 3 && names::odds(name).is_some_and(|odds| odds >= 0.0);
    // 骨科, 儿科
    let ward = matches!(name, [_, '科']) && !names::is_likely_name(name);
    (name.len() >= 3 || ward)
        && !named
        && (class || year || name.iter().all(|&c| is_han(c)) && (numbered || WORDS.workplaces.ends(name)))
}

/// Whether a piece says what office somebody holds, and where: 省农业厅厅长, 中共青石县委书记.
pub(crate) fn is_titled(name: &[char]) -> bool {
    // 访青石县县长: whom the article is about.
    let about = WORDS.about.starts(name);
    !about && (4..=24).contains(&name.len()) && WORDS.titles.ends(name) && name.iter().all(|&c| is_han(c))
}

/// Whether a piece says what office somebody holds: 副主任医师, 省农业厅厅长; in short where the office is told before it,
/// 研究员.
pub(super) fn is_post(name: &[char]) -> bool {
    is_titled(name) || WORDS.titles.at_end(name).is_some_and(|(length, ())| length == name.len())
}

/// Whether a piece says what somebody is, and nothing else: 市民, 志愿者.
pub(super) fn is_member(name: &[char]) -> bool {
    WORDS.members.get(name).is_some()
}

/// Where the name begins that is glued to what its bearer is: 葛岭社区居民|王晓棠.
pub(super) fn glued_name(text: &[char]) -> Option<usize> {
    [3, 2]
        .into_iter()
        .filter_map(|name| text.len().checked_sub(name))
        .find(|&at| at >= 2 && WORDS.members.ends(&text[..at]) && names::is_likely_name(&text[at..]))
}

/// Whether a piece is how somebody is called who does not want to be named: 李女士.
pub(crate) fn is_polite(name: &[char]) -> bool {
    name.len() <= 4
        && WORDS.polite.at_end(name).is_some_and(|(length, ())| (1..=2).contains(&(name.len() - length)))
}
