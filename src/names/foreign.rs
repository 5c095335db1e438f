//! Names from other languages: written with dots, or with characters that only transcribe.

use super::table::{BEGINS_PART, TABLE, TYPICAL};
use crate::chars::is_han;
use crate::lexicon::{self, Beginnings};
use std::sync::LazyLock;

/// Characters that names from other languages are written with.
pub(super) const TRANSCRIBING: &str = "阿艾爱安奥巴白柏拜班保贝比毕别宾博布才查达代丹德迪丁东多顿俄鄂额恩尔法菲费弗佛福盖甘冈高格戈根古\
     哈海汉杭浩贺赫亨呼胡花华吉加贾佳江杰金卡凯康考科克肯孔库夸拉莱赖兰朗劳勒雷黎里力丽利莉林琳卢鲁路\
     伦罗洛马玛买麦曼毛梅美门蒙孟米密敏明莫姆木穆那纳娜南楠内尼妮努诺欧帕派潘佩皮平普其齐奇恰乔切琼曲\
     却热仁日荣茹瑞若萨塞赛桑森沙山尚舍生施史丝斯苏素索塔台泰坦汤陶特提铁图吐托陀瓦娃万旺维卫温翁沃乌\
     武西希锡夏肖谢辛雅亚延扬耶叶伊依音尹英永尤于裕约扎泽詹珍志朱珠卓孜子兹佐措卡嘎次旺仓吾甫甲菩萨央\
     拉茨曲敖包胜图雅嘎拉埃昂戴蒂厄柯腊芬捷珀契廷涅丘登撒瑙韦连申钦默基昆迈伍豪霍邦凡隆\
     坎冯蓬喀罕庞培瑟朔舒绍逊腾芙蕾薇黛娅鲍彼芒慕纽屈儒雍芝乍贡圭侯祖什威彻伯敦摩墨瓜怀琴欣赞奎本波奈滕济缅谟琪芭翰";

/// What Mongolian, Tibetan and Uyghur names hold besides.
pub(super) const STEPPE: &str = "道和策云仁朝鲁勒玛花木布登塔不都艾提江吾玉龙沁其夫宁逊顿列合格呼阿力克孜古丽买热娜吉尼日达娃旺杰桑珠卓措央次扎西嘎多才让苏乌图来里夏甫帕哈";

/// What names from other languages hold now and then, and words as often.
pub(super) const OTHERS: &str = "久么义乐决卜占参司呷嘉噶土地坚堆增奴如完宗宝尕居岩干庆应强彦彭忠扁拥斗旦晋更朵村杜松楚楞正求汗洪满照牧益章绒群肉草莎藏觉赤边追通邓郎闹青项顺香思乃洁修休留略柳莲茂聂因廖葛唐通";

/// Names of peoples without surnames, and the parts they are put together from,
/// and whether each is a name by itself.
static PARTS: LazyLock<Beginnings<bool>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/steppe_names.tsv"));
    Beginnings::new(rows.map(|row| (row[0], row[2] == "name")))
});

/// Whether `chars` have the shape of a name written with dots: `麦麦提·某某`, `约翰·史密斯`.
pub fn is_dotted_name(chars: &[char]) -> bool {
    let is_part = |part: &[char]| {
        let letters = part.iter().filter(|&&c| c != ' ');
        (1..=7).contains(&letters.clone().count())
            && letters.clone().all(|&c| is_han(c) || c.is_ascii_alphabetic())
    };
    chars.contains(&'·') && chars.split(|&c| c == '·').all(is_part)
}

/// Whether `chars` are put together from names of the plateau and the steppe, and nothing else.
///
/// ```
/// use jianbao::names::is_steppe_name;
/// let is_name = |s: &str| is_steppe_name(&s.chars().collect::<Vec<_>>());
/// assert!(is_name("扎西") && is_name("次仁卓玛") && is_name("巴音吉日嘎拉"));
/// assert!(!is_name("扎根") && !is_name("次仁说"));
/// ```
pub fn is_steppe_name(chars: &[char]) -> bool {
    (2..=LONGEST).contains(&chars.len()) && steppe_lengths(chars) >> chars.len() & 1 == 1
}

/// The longest name that is put together from parts, in characters.
const LONGEST: usize = 8;

/// Whether `chars` begin with a part of such names.
#[inline]
pub(crate) fn begins_steppe_name(chars: &[char]) -> bool {
    matches!(chars.first(), Some(&first) if TABLE.is(first, BEGINS_PART)) && PARTS.starts(chars)
}

/// The lengths of the names put together from known parts that `chars` begin with, a bit each.
#[inline]
pub(crate) fn steppe_lengths(chars: &[char]) -> u16 {
    match chars.first() {
        Some(&first) if TABLE.is(first, BEGINS_PART) => lengths(chars),
        _ => 0,
    }
}

fn lengths(chars: &[char]) -> u16 {
    // Where parts end, and where names do.
    let (mut reached, mut names): (u16, u16) = (1, 0);
    let mut start = 0;
    while start < chars.len().min(LONGEST - 1) {
        for (length, alone) in PARTS.all(&chars[start..]).filter(|(length, _)| *length > 1) {
            reached |= 1 << (start + length);
            // 当周 and 才增 are the ends and beginnings of words as often.
            names |= u16::from(start > 0 || alone) << (start + length);
        }
        // The next part begins where one has ended.
        start += 1 + (reached >> (start + 1)).trailing_zeros() as usize;
    }
    names & ((1 << (LONGEST + 1)) - 2)
}

/// Whether most characters are such as names from other languages are written with: `热依娜·吐尔逊`, `巴音吉日嘎拉`.
pub fn is_transcribed(chars: &[char]) -> bool {
    let han = chars.iter().filter(|&&c| is_han(c)).count();
    let typical = chars.iter().filter(|&&c| TABLE.is(c, TYPICAL)).count();
    han >= 3 && typical * 4 >= han * 3 || is_steppe_name(chars)
}
