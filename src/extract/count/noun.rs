//! What is counted: the noun phrase behind the unit (`324户居民`) or before the number (`党员9人`).
//!
//! jieba's word classes tell where the phrase ends; words that its dictionary files under the wrong class are listed
//! here. Only a short window is cut, and a noun that is not plain stays unsaid.

use super::grammar::Quantity;
use crate::chars::{is_han, is_separator};
use crate::record::CountKind;
use crate::{Document, Span};

/// Characters of text that a noun is looked for in.
const WINDOW: usize = 20;

/// Words that end a noun phrase, whatever class the dictionary gives them.
const ENDS: &[&str] = &[
    "全部", "轮流", "免费", "上门", "专程", "同台", "联系", "户均", "人均", "日均", "均价", "动手", "长势",
    "最近", "同时", "一起", "当场", "现场", "集体", "自愿", "义务", "统一", "集中", "分别", "陆续", "先后",
    "共同", "积极", "踊跃", "纷纷", "无偿", "定期", "长期", "全程", "主动", "围观", "轮班", "报名", "不等",
    "多达", "合计", "共计", "总计", "来自", "左右", "其中", "名下", "旗下", "累计", "首批", "首次", "平均",
    "仅剩", "之多", "开始", "源自", "到场", "重新", "手工",
];

/// Nouns that the dictionary files as verbs or adverbs.
const NOUNS: &[&str] = &[
    "嘎查",
    "邻居",
    "选手",
    "包裹",
    "捐款",
    "代表",
    "组织",
    "补助",
    "补贴",
    "奖金",
    "借款",
    "贷款",
    "存款",
    "报告",
    "建议",
    "培训",
    "讲座",
    "比赛",
    "发小",
    "苗木",
    "摊位",
    "泊位",
    "车位",
    "床位",
    "村居",
    "导师",
    "教练",
    "编辑",
    "领导",
    "翻译",
    "病人",
    "保安",
    "保洁",
    "导游",
    "警察",
    "裁判",
    "出纳",
    "会计",
    "摄影师",
    "司机",
    "收入",
    "支出",
    "开支",
];

/// Words, verbs by themselves, that belong to the noun behind them: 实有人口, 退休教师.
const ATTRIBUTIVES: &[&str] = &[
    "实有", "常住", "户籍", "流动", "在册", "注册", "登记", "参保", "在校", "在职", "在岗", "退休", "离休",
    "下岗", "失业", "待业", "留守", "独居", "自治", "返乡", "轮值", "值班", "执勤", "住院", "入党", "失独",
    "失联", "下沉", "帮扶", "包联", "残疾", "困难", "贫困", "空巢", "外来", "参赛", "参训", "参会", "获奖",
    "入围", "毕业", "应届", "在读", "过期", "滞留", "闲置", "废弃", "空置", "新增", "脱贫", "搬迁", "充电",
    "停车", "分拣", "护理", "保洁", "巡逻", "调解", "志愿", "临时", "正式", "专职", "兼职", "大型", "小型",
    "中型", "常年", "新型", "老旧", "全国", "全球", "全市", "全省", "全县", "全区", "全镇",
];

/// Last syllables of nouns that the segmenter leaves alone.
const SUFFIXES: &[char] = &[
    '员', '者', '户', '车', '房', '楼', '树', '路', '店', '馆', '机', '卡', '书', '班', '队', '会', '站',
    '费', '款', '品', '器', '表', '证', '票', '衣', '鞋', '菜', '鱼', '肉', '油', '米', '酒', '茶', '药',
    '包', '桶', '箱', '桌', '椅', '床', '灯', '门', '窗', '墙', '桥', '井', '池', '渠', '田', '林', '村',
    '街', '巷', '桩', '棚', '牛', '羊', '猪', '鸡', '鸭', '花', '草', '苗', '果', '桃', '瓜', '粮', '煤',
    '砖', '犬', '猫', '案', '奖', '课', '室', '亭', '伞', '区', '园', '团', '点', '群', '组', '厂', '院',
    '所', '校', '屋', '厅', '栏', '球', '赛',
];

/// What a word does in a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// May end the phrase.
    Noun,
    /// Not in the dictionary: a noun at the start of a phrase, else not trusted.
    Unknown,
    /// May stand in the phrase before its noun.
    Modifier,
    /// A verb: before a noun at the start of a phrase it may modify (`康复患者`).
    Verb,
    /// A last syllable: `桩` in `充电桩`, and a noun by itself.
    Suffix,
    /// A fixed phrase: 困难群众 where the phrase begins, else what is said of the noun (日夜不停).
    Phrase,
    /// A noun of one character: trusted only where the phrase begins.
    Single,
    /// 的.
    Of,
    /// Ends the phrase.
    Stop,
}

/// A word and what it does.
#[derive(Clone, Copy, Debug)]
struct Word {
    span: Span,
    role: Role,
}

/// The noun of a quantity as printed, where it is plain. `floor` is the end of the mention before.
pub(super) fn find(doc: &Document<'_>, q: &Quantity, floor: usize) -> Option<String> {
    let unit = q.unit.unwrap_or(Span::new(q.end, q.end));
    let at = q.end.max(unit.end);
    let visits = doc.starts_with(unit.start, "人次") || doc.starts_with(unit.start, "次数");
    // 七部门, 6方面: the unit is the noun.
    let named =
        ["部门", "方面", "用户", "残疾人", "老年人", "单位"].iter().any(|w| doc.starts_with(unit.start, w));
    if visits || named {
        return None;
    }
    let span = quoted(doc, at).or_else(|| after(doc, q, at)).or_else(|| before(doc, q, floor))?;
    Some(doc.surface(span).to_owned())
}

/// 50个“漂流书包”.
fn quoted(doc: &Document<'_>, at: usize) -> Option<Span> {
    if doc.char(at) != '“' {
        return None;
    }
    let end = (at + 1..(at + WINDOW).min(doc.len())).find(|&i| doc.char(i) == '”')?;
    (end > at + 1).then_some(Span::new(at + 1, end))
}

fn listed(doc: &Document<'_>, word: Span, list: &[&str]) -> bool {
    let first = doc.char(word.start);
    list.iter()
        .any(|w| w.starts_with(first) && doc.starts_with(word.start, w) && w.chars().count() == word.len())
}

fn role(doc: &Document<'_>, word: Span, tag: &str) -> Role {
    let first = doc.char(word.start);
    if !is_han(first) {
        return Role::Stop;
    }
    if word.len() == 1 {
        match first {
            '的' => return Role::Of,
            '等' | '和' | '与' | '及' | '或' | '为' | '共' | '时' | '均' | '各' | '多' | '余' | '内'
            | '中' | '后' | '前' | '上' | '下' | '左' | '起' | '到' | '至' | '每' => {
                return Role::Stop;
            }
            '村' | '车' | '户' | '人' | '县' | '镇' | '乡' => return Role::Noun,
            _ => {}
        }
    }
    if SUFFIXES.contains(&first) && word.len() == 1 {
        return Role::Suffix;
    }
    if first == '每' || doc.starts_with(word.start, "平均") || listed(doc, word, ENDS) {
        return Role::Stop;
    }
    if listed(doc, word, NOUNS) {
        return Role::Noun;
    }
    if listed(doc, word, ATTRIBUTIVES) {
        return Role::Modifier;
    }
    if word.len() == 2
        && matches!(doc.char(word.end - 1), '下' | '中' | '内' | '里' | '前' | '后' | '上' | '时')
    {
        return Role::Stop;
    }
    match tag.as_bytes() {
        [b'n', ..] | b"x" | b"j" if word.len() > 1 && !doc.is_word(word) => Role::Unknown,
        b"vn" | b"an" | b"a" | b"ad" | b"z" | b"k" | b"h" | [b'b', ..] => Role::Modifier,
        b"ns" => Role::Modifier,
        [b'n' | b'j', ..] | b"zg" | b"g" if word.len() == 1 => Role::Single,
        b"l" => Role::Phrase,
        [b'n' | b'j', ..] | b"zg" | b"g" => Role::Noun,
        b"v" | b"vi" | b"vq" => Role::Verb,
        _ => Role::Stop,
    }
}

fn words(doc: &Document<'_>, span: Span) -> Vec<Word> {
    doc.tagged(span).into_iter().map(|(span, tag)| Word { span, role: role(doc, span, tag) }).collect()
}

/// The phrase that begins at `at`.
fn after(doc: &Document<'_>, q: &Quantity, at: usize) -> Option<Span> {
    // A weather table: 8℃ 南京 小雨.
    let degrees = matches!(doc.before(at), '℃' | '度' | '°');
    if !is_han(doc.char(at)) || q.kind == CountKind::Percent || degrees {
        return None;
    }
    let limit = (at + WINDOW).min(doc.len());
    let end = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
    let words = words(doc, Span::new(at, end));
    // Behind 人, sums and measures only a noun itself; a verb there is what they do.
    let unit = q.unit.map_or('\0', |u| doc.char(u.start));
    let loose = q.kind == CountKind::Count && !matches!(unit, '人' | '次' | '场' | '步' | '遍' | '趟' | '回');
    let first = words.first()?.role;
    if !loose && !matches!(first, Role::Noun | Role::Modifier | Role::Suffix | Role::Phrase) {
        return None;
    }
    let Some((span, count)) = phrase(&words, loose) else {
        // 来自各街道的职工: on behind 的, in the same clause.
        let of = words.iter().position(|w| w.role == Role::Of).filter(|_| loose)?;
        return phrase(&words[of + 1..], true).map(|p| p.0);
    };
    // 不同类型的书 goes on to its noun; 8个社区的街坊 counts the 社区.
    let of = words.get(count).is_some_and(|w| w.role == Role::Of);
    if of && loose && first != Role::Noun {
        return phrase(&words[count + 1..], true).map_or(Some(span), |p| Some(p.0));
    }
    Some(span)
}

/// The noun phrase at the start of `words` and the number of words in it.
fn phrase(words: &[Word], loose: bool) -> Option<(Span, usize)> {
    let noun_at = |i: usize| words.get(i).is_some_and(|w| matches!(w.role, Role::Noun | Role::Suffix));
    let mut nouns = 0;
    for (i, word) in words.iter().enumerate() {
        match word.role {
            Role::Noun => nouns = i + 1,
            Role::Unknown if nouns == 0 && word.span.len() <= 4 && loose => {
                nouns = i + 1;
            }
            Role::Suffix => nouns = i + 1,
            Role::Single | Role::Phrase if i == 0 => nouns = i + 1,
            Role::Modifier if nouns == 0 || noun_at(i + 1) => {}
            // 康复患者, 分拣员: a verb with its noun right behind it.
            Role::Verb if i == 0 && loose && noun_at(1) => {}
            _ => break,
        }
    }
    (nouns > 0).then(|| (Span::new(words[0].span.start, words[nouns - 1].span.end), nouns))
}

/// The phrase that ends where the quantity starts: 党员9人, 志愿者共36名, 总面积300平方米.
fn before(doc: &Document<'_>, q: &Quantity, floor: usize) -> Option<Span> {
    let mut end = q.start;
    for word in ["共计", "总计", "合计", "共有", "共", "各"] {
        if doc.ends_with(end, word) {
            end -= word.chars().count();
            break;
        }
    }
    if end <= floor || !is_han(doc.before(end)) {
        return None;
    }
    let low = end.saturating_sub(WINDOW / 2).max(floor);
    let start = (low..end).rev().find(|&i| is_separator(doc.char(i))).map_or(low, |i| i + 1);
    let words = words(doc, Span::new(start, end));
    let last = words.last()?;
    let fits = match q.kind {
        CountKind::Percent => matches!(doc.before(end), '率' | '度' | '比' | '例' | '重'),
        CountKind::Age => doc.before(end) == '龄',
        _ => true,
    };
    if last.role == Role::Unknown && last.span.len() == 2 && verb(doc.char(last.span.start)) {
        // 卖牛26头.
        return Some(Span::new(last.span.end - 1, last.span.end)).filter(|_| fits);
    }
    let repeats =
        q.unit.is_some_and(|u| u.len() == 1 && matches!(doc.char(u.start), '次' | '回' | '遍' | '趟' | '步'));
    if !matches!(last.role, Role::Noun | Role::Suffix | Role::Phrase) || !fits || repeats {
        return None;
    }
    let attributive =
        |w: &Word| listed(doc, w.span, ATTRIBUTIVES) || w.role == Role::Modifier && w.span.len() > 1;
    let tail = words
        .iter()
        .rev()
        .take_while(|w| matches!(w.role, Role::Noun | Role::Suffix | Role::Phrase) || attributive(w))
        .count();
    let mut phrase = &words[words.len() - tail..];
    // 宣传资料500份, 服务群众: a verbal noun at the head is the sentence's verb, unless it is known to modify.
    while phrase.first().is_some_and(|w| w.role == Role::Modifier && !listed(doc, w.span, ATTRIBUTIVES)) {
        phrase = &phrase[1..];
    }
    let first = phrase.first()?.span.start;
    let each = doc.before(first) == '每' || doc.before(first.saturating_sub(1)) == '每';
    // 4个村民小组268户: the noun is the last count's.
    let shared = first == floor && floor > 0;
    // 奖3000元, 花500元: a verb as likely.
    let short = end - first == 1
        && !matches!(doc.char(first), '牛' | '羊' | '猪' | '鸡' | '鸭' | '鱼' | '树' | '车' | '桃' | '书');
    (!each && !shared && !short).then(|| Span::new(first, end))
}

/// Verbs that run together with their object in headlines and reports.
const fn verb(c: char) -> bool {
    matches!(
        c,
        '卖' | '买'
            | '增'
            | '养'
            | '种'
            | '收'
            | '送'
            | '捐'
            | '建'
            | '修'
            | '栽'
            | '植'
            | '产'
            | '售'
            | '购'
            | '铺'
            | '拆'
            | '搭'
    )
}
