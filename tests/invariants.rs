//! What holds for every extractor on every text: no panic, spans in bounds and on their mentions, the same result twice.

use jianbao::record::Record;
use jianbao::{Article, Engine, Options, Span, split};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| Engine::new(Options { explain: true, ..Options::default() }));

/// Extracts a text as a page and as a row, with and without a date, and checks the records.
fn check(text: &str) {
    for published in [None, Some("1998-02-28T23:59:00")] {
        for mut article in split::split(text).into_iter().chain([Article::from_row(None, text)]) {
            article.published = published.map(str::to_owned);
            let record = ENGINE.record(article.clone(), "page");
            assert_eq!(record, ENGINE.record(article, "page"), "not the same twice");
            check_record(&record);
        }
    }
}

fn check_record(record: &Record) {
    let chars: Vec<char> = record.text.chars().collect();
    let held = |span: Span| -> String {
        assert!(span.start < span.end && span.end <= chars.len(), "{span:?} in {} characters", chars.len());
        chars[span.start..span.end].iter().collect()
    };
    let in_order = |spans: &[Span]| assert!(spans.is_sorted(), "not in text order: {spans:?}");
    for date in &record.dates {
        assert_eq!(held(date.span), date.text);
        assert!(date.rule.is_some(), "{date:?}");
    }
    for count in &record.counts {
        assert_eq!(held(count.span), count.text);
        assert!(count.rule.is_some(), "{count:?}");
    }
    in_order(&record.dates.iter().map(|d| d.span).collect::<Vec<_>>());
    in_order(&record.counts.iter().map(|c| c.span).collect::<Vec<_>>());
    record.dateline.iter().for_each(|d| assert_eq!(held(d.span), d.marker));
    for correspondent in &record.correspondents {
        let printed: String = held(correspondent.span).chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(printed, correspondent.name.replace(char::is_whitespace, ""));
    }
    for community in &record.communities {
        assert!(!community.spans.is_empty(), "{community:?}");
        in_order(&community.spans);
        // A list prints a shared suffix once: the printed form begins the name.
        community.spans.iter().for_each(|&s| assert!(!held(s).trim().is_empty(), "{community:?}"));
        assert!(community.code.as_ref().is_none_or(|c| c.len() == 12), "{community:?}");
    }
    for person in &record.people {
        assert!(!person.spans.is_empty(), "{person:?}");
        person.spans.iter().for_each(|&s| assert!(!held(s).trim().is_empty(), "{person:?}"));
    }
    record.organizations.iter().flat_map(|o| &o.spans).for_each(|&s| drop(held(s)));
    record.activities.iter().for_each(|a| drop(held(a.span)));
    record.works.iter().for_each(|w| assert_eq!(held(w.span), w.name));
}

#[test]
fn corpus() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/pages");
    for entry in std::fs::read_dir(pages).expect("corpus/pages") {
        check(&std::fs::read_to_string(entry.expect("entry").path()).expect("UTF-8"));
    }
}

#[test]
fn odd_texts() {
    for text in [
        "",
        "\n",
        "\r\n\r\n",
        "\u{FEFF}",
        "\0",
        "。",
        "社区",
        "村",
        "、社区、社区",
        "年月日",
        "0年0月0日",
        "9999年99月99日99时99分",
        "99999999999999999999999999999999999999999999年",
        "2月30日 2023年2月29日 十三月四十日",
        "农历十三月三十一 正月三十 闰十二月初一",
        "零 〇 ○ 万亿 亿万 十十 百百千千",
        "99999999999999999999999999999999999999999999999999万亿亿亿户",
        "0.00000000000000000000000000000000000000000000000001%",
        "1/0 0分之一 三分之零 -5℃",
        "从1月到1月从到至至—— - -",
        "(记者)(通讯员)(记者 )( 摄)本报讯()",
        "记者记者记者 通讯员通讯员",
        "“”‘’《》〈〉「」『』()[]【】",
        "“““《《《(((",
        "𠮷野家社区👩‍👩‍👧‍👦30名👨‍🦰\u{301}\u{200B}村",
        "العربية हिन्दी ไทย 한국어 日本語の社区",
        "３０名　１０月２９日　９∶３０",
        "a\tb\u{A0}c\u{3000}d",
        "民国零年 民国前一年 公元前221年",
        "第第第一一一届届届",
    ] {
        check(text);
        check(&format!("标题\n{text}"));
        check(&format!("{text}{text}。{text}\n{text}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Random texts of what rules look for, which meet each other in ways nobody writes.
    #[test]
    fn random_texts(pieces in prop::collection::vec(piece(), 0..40)) {
        check(&pieces.concat());
    }
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        2 => "[0-9〇一二三四五六七八九十百千万亿两半几数多余.,:/%-]{1,6}",
        1 => "[\\u{4E00}-\\u{9FA5}]{1,4}",
        1 => "\\PC{1,3}",
    ]
}

const PIECES: &[&str] = &[
    "年",
    "月",
    "日",
    "号",
    "时",
    "点",
    "分",
    "上午",
    "凌晨",
    "今年",
    "去年",
    "昨日",
    "每",
    "周三",
    "星期日",
    "农历",
    "正月",
    "初五",
    "重阳节",
    "国庆",
    "期间",
    "以来",
    "前",
    "后",
    "底",
    "上旬",
    "至",
    "到",
    "—",
    "-",
    "~",
    "、",
    "和",
    "近",
    "约",
    "超过",
    "不足",
    "左右",
    "以上",
    "以内",
    "名",
    "户",
    "人",
    "个",
    "场次",
    "元",
    "平方米",
    "公里",
    "%",
    "个百分点",
    "倍",
    "成",
    "岁",
    "百分之",
    "分之",
    "第",
    "届",
    "幢",
    "社区",
    "居委会",
    "村",
    "村委会",
    "街道",
    "镇",
    "乡",
    "省",
    "市",
    "区",
    "县",
    "柳荫",
    "望江",
    "江苏省",
    "南通市",
    "党总支书记",
    "主任",
    "居民",
    "志愿者",
    "王建国",
    "李秀英",
    "欧阳修",
    "买买提·某某",
    "记者",
    "本报记者",
    "通讯员",
    "摄",
    "文/图",
    "本报讯",
    "新华社",
    "电",
    "晚报讯",
    "(",
    ")",
    "“",
    "”",
    "《",
    "》",
    ",",
    "。",
    ":",
    ";",
    " ",
    "\u{3000}",
    "\n",
    "的",
    "在",
    "等",
    "该",
    "各",
    "两个",
    "一",
    "１０",
    "2022",
    "10",
    "9",
    "30",
    "12.5",
    "1,234",
];

/// One piece of text over and over, as damage and generators leave it. How long it takes is the benchmark's subject.
#[test]
fn the_same_again_and_again() {
    const LENGTH: usize = 2_000;
    for unit in [
        "1",
        "一",
        "年",
        "1月",
        "、",
        "“",
        "(",
        "社区",
        "村",
        "柳荫、",
        "记者",
        "记者 ",
        "至",
        "近",
        "9时",
        "多",
        "百万",
        "。",
        "\n",
        "1年2月3日4时5分",
        "10户、",
        "省市区街道社区",
        "张三 ",
        "第一",
        "1.",
        "1-",
        "每",
        "春",
        "里",
    ] {
        let text = unit.repeat(LENGTH / unit.chars().count());
        for article in split::split(&text).into_iter().chain([Article::from_row(None, &text)]) {
            check_record(&ENGINE.record(article, "page"));
        }
    }
}

/// A text in traditional characters gives the same record, in the characters of its print.
#[test]
fn traditional_text_reads_like_simplified() {
    let mut traditional: Vec<(char, char)> = Vec::new();
    for row in jianbao::lexicon::rows(include_str!("../data/traditional.tsv")) {
        let pair: Vec<char> = row.iter().filter_map(|cell| cell.chars().next()).collect();
        if !traditional.iter().any(|(simple, _)| *simple == pair[1]) {
            traditional.push((pair[1], pair[0]));
        }
    }
    traditional.sort_unstable();
    let to_traditional = |c: char| match traditional.binary_search_by_key(&c, |p| p.0) {
        Ok(at) => traditional[at].1,
        Err(_) => c,
    };
    let engine = Engine::new(Options { published: Some("2022-10-31".into()), ..Options::default() });
    let text = "本报讯(记者 张晓明 通讯员 刘进)10月29日上午,崇川区学田街道学田社区党总支书记陈国强介绍,学田、新桥两个社区\
        组织30余名志愿者开展义务劳动活动,学习《个人信息保护法》。";
    let printed: String = text.chars().map(to_traditional).collect();
    assert_ne!(text, printed);
    let simple = engine.record(Article::from_row(None, text), "-");
    let record = engine.record(Article::from_row(None, &printed), "-");
    let told = |record: &jianbao::record::Record| {
        let mut record = record.clone();
        record.digest.clear();
        let json = serde_json::to_string(&record).expect("a record");
        json.chars().map(jianbao::chars::simplified).collect::<String>()
    };
    assert_eq!(told(&record), told(&simple));
    let names = [&record.communities[0].name, &record.correspondents[0].name, &record.people[0].name];
    let expected = [&simple.communities[0].name, &simple.correspondents[0].name, &simple.people[0].name];
    assert!(names.iter().all(|name| printed.contains(name.as_str())), "{names:?}");
    assert_eq!(
        names.map(|n| n.chars().map(jianbao::chars::simplified).collect::<String>()),
        expected.map(String::clone)
    );
    assert_eq!(record.correspondents[1].role.as_deref(), Some("通訊員"));
    assert_eq!(record.communities[0].code, simple.communities[0].code);
}
