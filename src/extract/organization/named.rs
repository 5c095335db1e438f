//! Whether what stands before an ending makes a name of it.

use super::boundary::{Ground, Host, is_level};
use super::head::Head;
use super::lexicon::{Kind, Lexicon};
use super::plain::{faculty, is_given, is_trade_name, is_word_name, numbered, two_characters};
use super::several::{counts, is_numeral, is_of_several, is_one_of_many, is_small_number};
use crate::chars::{is_han, is_separator};
use crate::lexicon::{begins, ends};
use crate::names::{is_likely_name, is_word_pair};
use crate::segment::common::{Class, class};
use crate::{Document, Span};

/// The longest way between what opens a name and its ending, in characters.
const LONGEST: usize = 16;

/// The longest way between a body and the ending of a part of it.
const LONGEST_PART: usize = 10;

/// Whether a place and what stands between it and the ending make a name.
pub(super) fn is_named(ground: &Ground<'_>, head: Head, host: Host, middle: &[char]) -> bool {
    use Kind::{
        Association, Bank, Company, Hall, Hospital, Institute, Media, Residents, School, Team, Troupe,
    };
    let doc = ground.doc;
    if head.kind == Kind::State {
        return host == Host::Country
            && !is_of_several(ground.lexicon, middle, false)
            && is_of_state(doc, Span::new(head.start - middle.len(), head.start));
    }
    let plain = |&c: &char| is_han(c) || c.is_ascii_alphanumeric() || c == '·';
    // 中国发展和|政府: two things.
    // 海合会国家|政府, 历史上数额最高|政府预算: any of them, and something else.
    let two = matches!(middle, [.., '和' | '与' | '及'] | [.., '国', '家'] | [.., '最', '高'])
        && ends!(&doc.chars()[..head.end], ["政府", "人大"]);
    if two
        || middle.len() > LONGEST
        || !middle.iter().all(plain)
        || is_of_several(ground.lexicon, middle, matches!(head.kind, School | Hospital | Kind::Venue))
    {
        return false;
    }
    // 古山镇|开五金厂.
    if head.kind == Company
        && matches!(middle, ['开' | '办' | '建', rest @ ..] if ground.lexicon.is_generic(rest))
    {
        return false;
    }
    // 莫斯科市|引发|炼油厂火灾: a sentence.
    let says = |pair: &[char]| class(pair) == Some(Class::Verb) && !ground.lexicon.is_generic(pair);
    // 长沙|起重机厂: the verb is no word there.
    let begin = head.start - middle.len();
    if head.kind == Company
        && middle.len() > 2
        && says(&middle[..2])
        && doc.word(begin) == Span::new(begin, begin + 2)
    {
        return false;
    }
    // 兰州|一|果品公司: one of them; but 南通市|一|人民医院 is the first.
    if let ['一', rest @ ..] = middle
        && !matches!(doc.before(head.start - middle.len()), '市' | '县' | '区' | '省')
        && matches!(head.kind, Company | School | Hospital)
        // 合肥一六八中学 has a number, 白塔区一煤矿 none.
        && (head.kind == Company || !rest.is_empty())
        && !rest.first().is_some_and(|&c| is_numeral(c))
        && ground.lexicon.is_generic(rest)
    {
        return false;
    }
    let generic = middle.is_empty() || ground.lexicon.names_nothing(middle);
    let text = &doc.chars()[..head.end];
    // 南通市|公司: the ending alone says what it is, as an office's does, but not which.
    let bare = generic
        && matches!(head.kind, Company | School | Bank | Association | Institute | Media)
        && ground.lexicon.common.get(&text[head.start..]).is_some();
    match host {
        Host::Quoted => {
            matches!(
                head.kind,
                Company | Team | School | Association | Hospital | Media | Institute | Hall | Troupe
            )
        }
        Host::Level => {
            let named = match head.kind {
                Residents => false,
                Team => !generic,
                _ => !bare,
            };
            named && !ends!(text, ["市中心"])
        }
        Host::Country | Host::National => {
            let state = ends!(text, ["政府"]) && !ends!(text, ["特别行政区政府", "特区政府"]);
            // 全国|法院: all of them.
            let all = generic && ends!(text, ["全国法院", "全国检察院", "全国人民法院", "全国检察机关"]);
            // 美国|医院, 法国|式大学, 美国|大石油公司: any of them.
            let any = matches!(middle, ['式' | '大' | '某', rest @ ..] if rest.is_empty() || ground.lexicon.names_nothing(rest));
            let many = matches!(head.kind, Company | School | Hospital);
            if host == Host::Country && generic && head.kind == Hospital || any && many {
                return false;
            }
            let whole = generic || ends!(middle, ["共和国", "联邦", "王国", "联合"]);
            // 中国|代表团 is one, 国家|代表团 any.
            let delegates = host == Host::National
                && ends!(text, ["代表团"])
                && !ends!(text, ["国家代表团", "全国代表团"]);
            let unnamed = head.kind == Company || head.kind == Team && !delegates;
            !all && !bare && !(whole && (unnamed || state))
        }
        Host::Body => {
            // 兵团|第八师|一四三团: regiments and divisions only where all before them are.
            if head.kind == Kind::Part && matches!(text, [.., number, '师' | '团'] if is_numeral(*number)) {
                return is_regiment(text, head.start - middle.len());
            }
            // 市水务局|供水科: what is below an office is spoken of as the office.
            let office = &text[..head.start - middle.len()];
            if head.kind == Kind::Office && text.ends_with(&['科']) && !ends!(office, ["办事处"]) {
                return false;
            }
            // 外交部亚洲总|司长.
            if head.kind == Kind::Part && text.ends_with(&['司']) && doc.char(head.end) == '长' {
                return false;
            }
            // 淮北矿业集团|露天煤矿: any of theirs.
            if head.kind == Company && ground.lexicon.is_generic(middle) && ends!(text, ["煤矿", "铁矿"])
            {
                return false;
            }
            // 军方|方面否认白塔|医院.
            if head.kind == Hospital && middle.windows(2).any(says) {
                return false;
            }
            // 市民政局|同|学校.
            let joined = matches!(middle, ['同' | '与' | '和' | '跟' | '向' | '对' | '在' | '到' | '由']);
            !joined && middle.len() <= LONGEST_PART && !is_no_part(ground.lexicon, head.kind, text, middle)
        }
        // 石桥村小学; 金沙小学: the short name of a county is the school's own.
        Host::Community if head.kind == School => true,
        // 红旗|理发店: a word that many bear is the firm's.
        Host::Area
            if middle.is_empty()
                && (text[..head.start]
                    .last_chunk::<2>()
                    .is_some_and(|word| ground.lexicon.given.get(word).is_some())
                    || ends!(text, ["小学", "中学", "幼儿园", "学院"])
                        && !is_level(doc.before(head.start))) =>
        {
            true
        }
        Host::Community | Host::Area => !bare || head.kind == Bank,
    }
}

/// Whether a division or regiment that ends `text` is a farm's of the Corps, behind the body that ends at `start`.
fn is_regiment(text: &[char], start: usize) -> bool {
    let (body, [own @ .., kind]) = text.split_at(start) else { return false };
    let division = own.strip_prefix(&['第']).filter(|_| *kind == '师');
    let behind = if *kind == '师' { ends!(body, ["兵团"]) } else { ends!(body, ["兵团", "师"]) };
    let number = if *kind == '师' { division.unwrap_or_default() } else { own };
    behind && !number.is_empty() && number.iter().all(|&c| is_numeral(c))
}

/// Whether what stands between a country and the ending may be part of a name: 南方|司令部, but no verb and no one's name.
fn is_of_state(doc: &Document<'_>, middle: Span) -> bool {
    middle.len() <= LONGEST_PART
        // 黎巴嫩四国|农业部.
        && (middle.is_empty() || doc.before(middle.end) != '国')
        && doc.tagged(middle).iter().all(|(word, tag)| match *tag {
            "c" | "p" => matches!(doc.char(word.start), '和' | '与'),
            "l" | "i" => true,
            // 南方|司令部, but 前|陆军司令.
            "f" => word.len() > 1,
            tag => tag.starts_with(['n', 'b', 'a', 's', 'j']) && !tag.starts_with("nr"),
        })
}

/// 全国人大常委会|…会议审议监狱(法) is a sentence, 足协|第三届理事会 is a meeting, 市政府|中心|工作 a word.
fn is_no_part(lexicon: &Lexicon, kind: Kind, text: &[char], middle: &[char]) -> bool {
    (0..middle.len()).any(|at| begins!(&middle[at..], ["审议", "举行", "召开", "通过"]))
        || middle.contains(&'届') && ends!(text, ["理事会"])
        || kind == Kind::Part && middle.is_empty() && ends!(text, ["中心"])
        // 卫生部|妇幼保健司, but no 上司.
        || kind == Kind::Part
            && ends!(text, ["司"])
            // 大学教授|司徒明, 上|司.
            && (middle.len() < 2
                || lexicon.bearers.ends(middle)
                || is_word_pair(middle[middle.len() - 1], '司'))
}

/// Where a name without a place before it begins, behind `start`.
pub(super) fn proper(ground: &Ground<'_>, head: Head, start: usize) -> Option<usize> {
    let start = behind_sort(ground, head, start);
    own_name(ground, head, start).or_else(|| faculty(ground, head, start))
}

/// Where a firm's name begins behind what sort of firm it is: 施工单位|恒通公司, 知名企业|东方机械公司.
pub(super) fn behind_sort(ground: &Ground<'_>, head: Head, start: usize) -> usize {
    if head.kind != Kind::Company {
        return start;
    }
    let stem = ground.doc.chars().get(start..head.start).unwrap_or_default();
    // 莫斯科市引发|炼油厂火灾.
    let clause = |at: usize| ground.lexicon.clauses.at_start(&stem[at..]).map(|(length, _)| at + length);
    if let Some(behind) = (1..stem.len()).rev().find_map(clause) {
        return start + behind;
    }
    let sort = stem.windows(2).take(6).rposition(|pair| ground.lexicon.sorts.get(pair).is_some());
    match sort {
        Some(at) if at + 4 <= stem.len() && !matches!(stem[at + 2], '家' | '集' | '服' | '管' | '发') => {
            start + at + 2
        }
        _ => start,
    }
}

/// Where a name begins whose first words are no common ones.
fn own_name(ground: &Ground<'_>, head: Head, start: usize) -> Option<usize> {
    let (doc, lexicon) = (ground.doc, ground.lexicon);
    let (text, rest) = doc.chars().split_at(head.end);
    // What opens a name may reach into its ending.
    let stem = text.get(start..head.start)?;
    let own = head.kind.has_proper_names()
        || stem.len() > 1 && lexicon.own.ends(text)
        || stem.len() == 2 && ends!(text, ["法庭"])
        || stem.len() >= 4 && ends!(text, ["治沙站", "保护站", "管护局"])
        || ends!(text, ["管理处", "管理所", "管理局", "管委会"])
            && ends!(stem, ["公园", "景区", "名胜区", "水库", "陵园", "保护区", "开发区", "灌区"])
            && stem.len() > 3;
    let graduates = head.kind == Kind::School && begins!(rest, ["毕业"]);
    // 向明来|医院探视, 甲醛厂|等16家企业.
    let goes = matches!(stem, [.., before, '来' | '到' | '去' | '进' | '回'] if !is_word_pair(*before, stem[stem.len() - 1]));
    // 白塔|一|煤矿: one of them; but 国棉一厂.
    let one = matches!(head.kind, Kind::Company | Kind::Venue)
        && head.end - head.start > 1
        && matches!(stem, [.., before, '一'] if *before != '第');
    // 抗议|厂主.
    if one || lexicon.clauses.get(stem).is_some() {
        return None;
    }
    if goes && matches!(head.kind, Kind::Hospital | Kind::School)
        || stem.len() < 3 && ends!(text, ["厂"]) && counts(rest)
    {
        return None;
    }
    // 供女儿上|大学, 误闯|医院, 配建|学校: what is done with one names none.
    // 云上|茶业.
    let done = lexicon.done.ends(&text[..head.start]) && !(head.kind == Kind::Company && ends!(stem, ["上"]));
    // 只念过|初中.
    let studied = matches!(text[..head.start], [.., '念' | '读' | '上', '过' | '完' | '到']);
    if !own || graduates || done || studied || stem.contains(&'+') {
        return None;
    }
    // 阳光花园|业委会: called by its houses.
    if head.kind == Kind::Residents
        && (3..=8).contains(&stem.len())
        && stem.iter().all(|&c| is_han(c))
        && lexicon.estates.ends(stem)
    {
        return Some(start);
    }
    // 五股路|派出所, 青年路|小学: called by its street.
    if (head.kind == Kind::School || ends!(text, ["派出所", "司法所", "供电所", "公安分局"]))
        && matches!(stem, [_, _, '路' | '街' | '桥' | '巷'] | [_, _, _, '路' | '街' | '桥' | '巷'])
        && stem.iter().all(|&c| is_han(c))
        && !matches!(stem[0], '一' | '两' | '这' | '那' | '每' | '各')
    {
        return Some(start);
    }
    if is_given(ground, head, start) {
        return Some(start);
    }
    if let Some(start) = numbered(ground, head, start).or_else(|| two_characters(ground, head, start)) {
        return Some(start);
    }
    // 3|家拉面馆.
    let counted = start > 0
        && doc.before(start).is_ascii_digit()
        && matches!(stem.first(), Some('家' | '座' | '所' | '个' | '间' | '名' | '位'));
    // 一百一十七所民族小学.
    let many = (2..stem.len()).any(|at| {
        matches!(stem[at], '所' | '家')
            && stem[..at].iter().all(|&c| is_small_number(c) || matches!(c, '百' | '千' | '余' | '多'))
    });
    // 草原上的“马背法庭”: what it is called, not which one.
    let called = ends!(text, ["法庭"]) && start > 0 && matches!(doc.before(start), '“' | '「');
    if stem.len() < 2 || counted || many || called || stem.iter().any(char::is_ascii_digit) {
        return None;
    }
    if lexicon.is_generic(stem) {
        // 老中|铁路|有限公司: two countries in short.
        let short = stem.len() >= 4
            && ends!(text, ["有限公司", "有限责任公司"])
            && !doc.is_word(Span::new(start, start + 2));
        return short.then_some(start);
    }
    if matches!(stem[0], '办' | '建' | '修') && lexicon.is_generic(&stem[1..]) {
        return None;
    }
    if head.kind == Kind::School && doc.is_word(Span::new(start, head.end))
        || ground.is_founded(start) && stem.len() >= 4
        // 港岛居民|协会|主席.
        || matches!(head.kind, Kind::Association | Kind::Team)
            && stem.len() >= 4
            && (start == 0 || is_separator(doc.before(start)) && doc.before(start) != '、')
            && lexicon.does.starts(rest)
        || is_trade_name(ground, head, start)
        || is_word_name(ground, head, start)
    {
        return Some(start);
    }
    // Words outside the dictionary and proper nouns make a name; verbs before them are no part of it.
    let tags = doc.tagged(Span::new(start, head.start));
    let is_proper = |(word, tag): &(Span, &str)| {
        let person = matches!(*tag, "nr" | "nrt" | "nrfg") && head.kind == Kind::School;
        let alone = *word == Span::new(start, head.start) && !is_likely_name(&text[word.start..word.end]);
        (!person || alone) && is_proper_tag(tag) && !lexicon.is_generic(&text[word.start..word.end])
    };
    // 城北派出所, 东关小学, 北方民族大学: a side of the town is part of the name.
    let side = |(word, tag): &(Span, &str)| {
        *tag == "f"
            && matches!(doc.char(word.start), '东' | '西' | '南' | '北' | '城')
            && head.start - word.start > 1
    };
    let first = tags
        .iter()
        .position(|t| side(t) || !t.1.starts_with(['v', 'p', 'd', 'r', 'm', 'c', 'u', 't', 'f', 'q']))?;
    let tags = &tags[first..];
    let begin = tags.first()?.0.start;
    let stem = &text[begin..head.start];
    if stem.len() < 2 || lexicon.is_generic(stem) || is_one_of_many(doc, begin) {
        return None;
    }
    let singles = tags.iter().filter(|(word, _)| word.len() == 1).count();
    let strong = stem.len() <= 12
        && lexicon.strong.ends(&text[start..])
        && !tags.iter().any(|t| is_verb(t) && !side(t) && !lexicon.is_generic(&text[t.0.start..t.0.end]));
    let factory = doc.before(head.end) == '厂';
    // 国棉三十一厂.
    let numbered = factory && is_small_number(doc.before(head.start));
    (tags.iter().any(is_proper)
        || singles >= 2 && (!factory || head.end - head.start > 1)
        || strong
        || numbered)
        .then_some(begin)
}

/// Whether jieba's tag is that of proper nouns and unknown words.
pub(super) fn is_proper_tag(tag: &str) -> bool {
    matches!(tag, "nr" | "ns" | "nz" | "nt" | "x" | "nrt" | "nrfg" | "eng")
}

fn is_verb((word, tag): &(Span, &str)) -> bool {
    word.len() > 1 && matches!(*tag, "v" | "d" | "p" | "c" | "r" | "m" | "t" | "f")
}
