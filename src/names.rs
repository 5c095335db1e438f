//! Personal names: how likely a run of characters is one, and where names that are printed together part.

use crate::chars::is_han;
use crate::lexicon;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Surname → share of the population in percent.
static SURNAMES: LazyLock<HashMap<&'static str, f32>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../data/surnames.tsv"))
        .filter_map(|row| Some((*row.first()?, row.get(1)?.parse().ok()?)))
        .collect()
});

/// First characters of surnames, for a quick refusal.
static INITIALS: LazyLock<std::collections::HashSet<char>> =
    LazyLock::new(|| SURNAMES.keys().filter_map(|s| s.chars().next()).collect());

/// The first characters of all surnames.
pub fn surname_initials() -> impl Iterator<Item = char> {
    INITIALS.iter().copied()
}

/// Words of the shape of a name that are none.
static NOT_NAMES: LazyLock<std::collections::HashSet<&'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../data/not_names.tsv")).filter_map(|row| row.first().copied()).collect()
});

/// Characters that no given name holds: function words, and heads of what stands beside names.
const NEVER_GIVEN: &str = "的了是不与等被把将及或者其这哪谁我你您他她它们个位区街县省市局院厂店校队所站社部委办处组员说讲答\
     称给但而且都就还很最没该某每各何么吗呢吧啊呀";

/// The surname that `chars` begin with: its length in characters and its share in percent.
///
/// A compound surname wins over its first character where a given name is left after it.
pub fn surname(chars: &[char]) -> Option<(usize, f32)> {
    let first = *chars.first()?;
    if !INITIALS.contains(&first) {
        return None;
    }
    if chars.len() >= 3 {
        let two: String = chars[..2].iter().collect();
        if let Some(&share) = SURNAMES.get(two.as_str()) {
            return Some((2, share));
        }
    }
    let mut buffer = [0; 4];
    SURNAMES.get(&*first.encode_utf8(&mut buffer)).map(|&share| (1, share))
}

/// Whether `chars` have the shape of a Chinese personal name: a surname and one or two characters that a given name
/// may hold.
///
/// ```
/// use jianbao::names::is_chinese_name;
/// let is_name = |s: &str| is_chinese_name(&s.chars().collect::<Vec<_>>());
/// assert!(is_name("李晓芳") && is_name("欧阳菲") && is_name("陈敏"));
/// assert!(!is_name("社区传真") && !is_name("王的") && !is_name("陈"));
/// ```
pub fn is_chinese_name(chars: &[char]) -> bool {
    if !(2..=4).contains(&chars.len()) || !chars.iter().all(|&c| is_han(c)) {
        return false;
    }
    if NOT_NAMES.contains(chars.iter().collect::<String>().as_str()) {
        return false;
    }
    let given = match surname(chars) {
        Some((length, _)) => &chars[length..],
        None => return false,
    };
    // 欧阳 alone is no name, 王张小明 (both parents' surnames) is one.
    let double = given.len() == 3 && surname(&given[..1]).is_some_and(|(_, share)| share > 0.1);
    (1..=2).contains(&given.len()) && given.iter().all(|c| !NEVER_GIVEN.contains(*c))
        || double && given[1..].iter().all(|c| !NEVER_GIVEN.contains(*c))
}

/// Whether `chars` are a surname of two characters.
pub fn is_compound_surname(chars: &[char]) -> bool {
    chars.len() == 2 && SURNAMES.contains_key(chars.iter().collect::<String>().as_str())
}

/// Characters that given names are often made of.
static GIVEN: LazyLock<std::collections::HashSet<char>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../data/given_names.tsv"));
    rows.flat_map(|row| row[0].chars()).collect()
});

/// Whether `chars` are most likely a personal name wherever they stand: a common surname, and characters that given
/// names are often made of.
///
/// ```
/// use jianbao::names::is_likely_name;
/// let is_name = |s: &str| is_likely_name(&s.chars().collect::<Vec<_>>());
/// assert!(is_name("张晓明") && !is_name("胡同里") && !is_name("高兴"));
/// ```
pub fn is_likely_name(chars: &[char]) -> bool {
    let Some((length, share)) = surname(chars) else { return false };
    let given = &chars[length.min(chars.len())..];
    let enough = if given.len() == 1 { 0.3 } else { 0.04 };
    is_chinese_name(chars) && share >= enough && given.iter().all(|c| GIVEN.contains(c))
}

/// Whether `chars` have the shape of a name written with dots: `麦麦提·某某`, `约翰·史密斯`.
pub fn is_dotted_name(chars: &[char]) -> bool {
    let parts: Vec<&[char]> = chars.split(|&c| c == '·').collect();
    parts.len() >= 2
        && parts.iter().all(|part| {
            let part: Vec<char> = part.iter().copied().filter(|&c| c != ' ').collect();
            (1..=7).contains(&part.len()) && part.iter().all(|&c| is_han(c) || c.is_ascii_alphabetic())
        })
}

/// Characters that names from other languages are written with.
pub(crate) const TRANSCRIBING: &str = "阿艾爱安奥巴白柏拜班保贝比毕别宾博布才查达代丹德迪丁东多顿俄鄂额恩尔法菲费弗佛福盖甘冈高格戈根古\
     哈海汉杭浩贺赫亨呼胡花华吉加贾佳江杰金卡凯康考科克肯孔库夸拉莱赖兰朗劳勒雷黎里力丽利莉林琳卢鲁路\
     伦罗洛马玛买麦曼毛梅美门蒙孟米密敏明莫姆木穆那纳娜南楠内尼妮努诺欧帕派潘佩皮平普其齐奇恰乔切琼曲\
     却热仁日荣茹瑞若萨塞赛桑森沙山尚舍生施史丝斯苏素索塔台泰坦汤陶特提铁图吐托陀瓦娃万旺维卫温翁沃乌\
     武西希锡夏肖谢辛雅亚延扬耶叶伊依音尹英永尤于裕约扎泽詹珍志朱珠卓孜子兹佐措卡嘎次旺仓吾甫甲菩萨央\
     拉茨曲敖包胜图雅嘎拉";

/// Whether most characters are such as names from other languages are written with: `热依娜·吐尔逊`, `巴音吉日嘎拉`.
pub fn is_transcribed(chars: &[char]) -> bool {
    let han = chars.iter().filter(|&&c| is_han(c)).count();
    let typical = chars.iter().filter(|&&c| is_han(c) && TRANSCRIBING.contains(c)).count();
    han >= 3 && typical * 4 >= han * 3
}

/// Splits names that are printed without anything between them: the lengths of the names, most likely first parting.
///
/// A name is two or three characters, four with a compound surname. The parting with the likeliest surnames wins;
/// three characters are twice as common as two.
///
/// ```
/// use jianbao::names::part;
/// let lengths = |s: &str| part(&s.chars().collect::<Vec<_>>());
/// assert_eq!(lengths("张晓明李芳"), Some(vec![3, 2]));
/// assert_eq!(lengths("王芳赵国强"), Some(vec![2, 3]));
/// assert_eq!(lengths("欧阳建国"), Some(vec![4]));
/// ```
pub fn part(chars: &[char]) -> Option<Vec<usize>> {
    let n = chars.len();
    if n == 0 || n > 24 {
        return None;
    }
    // best[i]: cheapest way to name chars[i..], with the length of its first name.
    let mut best: Vec<Option<(f32, usize)>> = vec![None; n + 1];
    best[n] = Some((0.0, 0));
    for i in (0..n).rev() {
        for length in 2..=4.min(n - i) {
            let (Some(name), Some((rest, _))) = (name_cost(&chars[i..i + length]), best[i + length]) else {
                continue;
            };
            if best[i].is_none_or(|(cost, _)| name + rest < cost) {
                best[i] = Some((name + rest, length));
            }
        }
    }
    let mut lengths = Vec::new();
    let mut at = 0;
    while at < n {
        let (_, length) = best[at]?;
        lengths.push(length);
        at += length;
    }
    Some(lengths)
}

/// Negative log-likelihood of a name, up to a constant a name.
fn name_cost(chars: &[char]) -> Option<f32> {
    if !is_chinese_name(chars) {
        return None;
    }
    let (surname_length, share) = surname(chars)?;
    let length = match (chars.len(), surname_length) {
        (3, 1) => 0.45,
        (2, 1) => 1.05,
        (_, 2) => 1.0,
        // Both parents' surnames: one name in a few hundred.
        _ => 6.0,
    };
    Some(length - (share / 100.0).ln())
}
