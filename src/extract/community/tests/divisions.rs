//! Which division a name means: chains, codes, what the context settles.

use super::*;
use crate::Span;
use crate::record::CommunityLevel;
use crate::split::{Block, BlockKind};

#[test]
fn a_city_has_a_part_that_is_called_so_too() {
    let found = extract("湘潭市雨湖区的校门口不再堵车。书院社区的李先生说,明年推广到城区各校。", None);
    let told: Vec<_> =
        found.iter().map(|c| (c.name.as_str(), c.county.as_deref(), c.code.as_deref())).collect();
    assert_eq!(vec![("书院社区", Some("雨湖区"), None)], told);
}

#[test]
fn chains_are_completed() {
    let cases = [
        (
            "崇川区幸福街道秦西社区",
            None,
            Some("江苏省"),
            Some("南通市"),
            Some("崇川区"),
            Some("幸福街道"),
            Some("320613021004"),
        ),
        (
            "濠东社区举办活动",
            NANTONG,
            Some("江苏省"),
            Some("南通市"),
            Some("崇川区"),
            Some("城东街道"),
            Some("320613001010"),
        ),
        (
            "南通开发区小海街道紫琅社区",
            None,
            Some("江苏省"),
            Some("南通市"),
            Some("南通开发区"),
            Some("小海街道"),
            Some("320671004007"),
        ),
        (
            "开发区小海街道紫琅社区",
            NANTONG,
            Some("江苏省"),
            Some("南通市"),
            Some("开发区"),
            Some("小海街道"),
            Some("320671004007"),
        ),
        // Merged into 崇川区 in 2020: the county as printed, the code as it is now.
        (
            "南通市港闸区幸福街道秦西社区",
            None,
            Some("江苏省"),
            Some("南通市"),
            Some("港闸区"),
            Some("幸福街道"),
            Some("320613021004"),
        ),
        // More than one in the province: none is chosen.
        ("某个星期天,凤凰社区很热闹", Some("江苏省"), Some("江苏省"), None, None, None, None),
    ];
    for (text, home, province, prefecture, county, township, code) in cases {
        let found = extract(text, home);
        let [one] = &found[..] else { panic!("{text}: {found:?}") };
        let chain = (
            one.province.as_deref(),
            one.prefecture.as_deref(),
            one.county.as_deref(),
            one.township.as_deref(),
            one.code.as_deref(),
        );
        assert_eq!((province, prefecture, county, township, code), chain, "{text}");
    }
}

#[test]
fn municipalities_repeat_their_name() {
    let found = extract("上海市虹口区嘉兴路街道", None);
    assert_eq!(
        (Some("上海市"), Some("上海市")),
        (found[0].province.as_deref(), found[0].prefecture.as_deref())
    );
}

#[test]
fn a_code_is_no_guess() {
    let found = extract("某县城关镇朝阳街居委会", None);
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!((Some("城关镇"), None), (one.township.as_deref(), one.code.as_deref()));
    // A township of Taiwan, which the register has not, and one that it has.
    let counties = |text: &str| extract(text, None)[0].county.clone();
    assert_eq!(
        [None, Some("石柱土家族自治县".into())],
        ["三星鄉行健村種米", "三星乡行健村种米"].map(counties)
    );
    for text in ["洛桑江村是一位老人", "习近平希望村党组织", "记者来到南苑·南泉社区"]
    {
        for home in [None, Some("陕西省"), Some("西藏自治区"), NANTONG] {
            assert!(extract(text, home).iter().all(|c| c.code.is_none()), "{text}");
        }
    }
    assert_eq!(Vec::<String>::new(), names("洛桑江村是一位老人", Some("西藏自治区")));
}

#[test]
fn a_page_tells_what_its_articles_leave_open() {
    let texts = [
        "南通市崇川区文峰街道凤凰社区组织居民清理河道。",
        "凤凰社区举办读书会。",
        "海门区海门街道凤凰社区粉刷楼道。",
    ];
    let codes = |texts: &[&str]| {
        let docs: Vec<Document> = texts.iter().map(|t| Document::new(t, &[], &SEGMENTER)).collect();
        let (page, _) = COMMUNITIES.page(&docs, &Context::default());
        let context = Context { page: Some(&page), ..Context::default() };
        let found = docs.iter().flat_map(|d| COMMUNITIES.extract(d, &context));
        found.map(|c| c.code).collect::<Vec<_>>()
    };
    let code = Some("320613008009".to_owned());
    assert_eq!(vec![code.clone(), code.clone()], codes(&texts[..2]), "settled by the article before it");
    assert_eq!(vec![None], codes(&texts[1..2]), "alone");
    // The page names one county only, and that has one of the name.
    assert_eq!(vec![code], codes(&["崇川区的河道清了。", texts[1]]));
}

/// A county called in short in the lead counts as one that the article names in full.
#[test]
fn where_an_article_was_wired_from() {
    let text = "本报舟曲电(记者 何平) 11月7日,峰迭镇的安置点上换了门帘。";
    let blocks = [Block { kind: BlockKind::Paragraph, span: Span::new(0, text.chars().count()) }];
    let doc = Document::new(text, &blocks, &SEGMENTER);
    let home = Some("甘肃省张掖市民乐县");
    let found = COMMUNITIES.extract(&doc, &Context { home, ..Context::default() });
    assert_eq!(found[0].county.as_deref(), Some("舟曲县"));
}

#[test]
fn what_a_name_may_mean_is_listed() {
    let doc = Document::new("记者来到凤凰社区。", &[], &SEGMENTER);
    let context = Context { home: Some("江苏省"), explain: true, ..Context::default() };
    let found = COMMUNITIES.extract(&doc, &context);
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!(None, one.code);
    assert!(
        one.candidates.contains(&"320613008009 江苏省南通市崇川区文峰街道凤凰社区".to_owned()),
        "{one:?}"
    );
    assert!(extract("崇川区文峰街道凤凰社区", None)[0].candidates.is_empty());
}

#[test]
fn another_kind_of_township_is_the_same_one() {
    for text in ["永年区小龙马镇", "邯郸市永年区小龙马乡"] {
        assert_eq!(Some("130408208000"), extract(text, None)[0].code.as_deref(), "{text}");
    }
}

#[test]
fn the_own_city_and_another_leave_it_open() {
    for (text, code) in [
        ("秦西社区的王先生去过南京市", Some("320613021004")),
        ("在乌鲁木齐,固原巷社区很热闹", Some("650102400009")),
        ("南京市的王先生来到凤凰社区", None),
    ] {
        assert_eq!(code, extract(text, NANTONG)[0].code.as_deref(), "{text}");
    }
}

#[test]
fn a_county_without_its_kind_is_told_by_its_villages() {
    let found = extract("她嫁到婺源李坑村", None);
    assert_eq!(("李坑村", Some("婺源县")), (found[0].name.as_str(), found[0].county.as_deref()));
}

#[test]
fn a_village_tells_of_a_township_that_is_no_more() {
    let found = extract("在柳口镇南塘村,农艺师卷起裤腿", None);
    assert_eq!(("南塘村", Some("柳口镇")), (found[0].name.as_str(), found[0].township.as_deref()));
    assert_eq!(None, found[0].code);
    assert!(extract("走进特色小镇新光村", None).is_empty());
}

#[test]
fn a_township_is_known_by_the_kind_it_had() {
    for (text, home, code) in [
        // Raised since, in the county that the article names or the paper is of.
        ("上蔡县剧团在邵店乡演出", None, "411722109000"),
        ("汝阳县的老樊是三屯乡东保村人", None, "410326104201"),
        ("门头沟区的王平镇通了路", Some("北京市"), "110109005000"),
        ("大会在浙江乌镇开幕", None, "330483100000"),
    ] {
        let found = extract(text, home);
        assert_eq!([Some(code)], found.iter().map(|c| c.code.as_deref()).collect::<Vec<_>>()[..], "{text}");
    }
}

#[test]
fn a_city_comes_before_the_county_of_its_name() {
    for (text, county) in [
        ("江西南昌罗亭镇的花开了", Some("新建区")),
        ("辽宁抚顺东华园社区的楼道", Some("顺城区")),
        ("湖北恩施没有的社区", None),
    ] {
        let found = extract(text, None);
        assert_eq!(county, found.first().and_then(|c| c.county.as_deref()), "{text}: {found:?}");
    }
}

#[test]
fn a_township_and_a_community_settle_each_other() {
    let found = extract("学田街道办事处的人来到学田社区", None);
    let codes: Vec<_> = found.iter().filter_map(|c| c.code.as_deref()).collect();
    assert_eq!(["320613006000", "320613006007"], codes[..]);
}

#[test]
fn the_only_township_of_an_article_holds_what_the_register_has_not() {
    let text = "崇川区学田街道柳树街修好了。柳树街居委会说灯也亮了。";
    let town = |home| extract(text, home).last().and_then(|c| c.township.clone());
    assert_eq!(vec![Some("学田街道".to_owned()); 2], vec![town(NANTONG), town(None)]);
}

#[test]
fn names_that_meet_in_one_county_settle_each_other() {
    let counties = |text: &str| -> Vec<Option<String>> {
        extract(text, None).into_iter().map(|c| c.code.and(c.county)).collect()
    };
    let all = |county: &str| vec![Some(county.to_owned()); 3];
    assert_eq!(all("常熟市"), counties("梅李镇、海虞镇和虞山街道都通了车"));
    // Common names meet anywhere.
    assert_eq!(vec![None; 3], counties("城关镇、城东街道和城西街道都通了车"));
}

#[test]
fn guangzhou_calls_its_streets_by_one_character() {
    let found = extract("海珠区沙园街光大社区的长者", None);
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!(("光大社区", Some("沙园街道")), (one.name.as_str(), one.township.as_deref()));
}

#[test]
fn a_county_by_its_old_name_and_in_short_is_one() {
    let found = extract("龙海石码街道:旧衣变身\n龙海市石码街道办了班。", None);
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!((Some("龙海市"), 2), (one.county.as_deref(), one.spans.len()));
}

#[test]
fn what_stands_behind_a_township_is_in_it() {
    let town = |text: &str| -> Vec<(Option<String>, Option<String>)> {
        let found = extract(text, None).into_iter().filter(|c| c.level == CommunityLevel::Community);
        found.map(|c| (c.county, c.township)).collect()
    };
    let own = |county: &str, town: Option<&str>| (Some(county.to_owned()), town.map(str::to_owned));
    let here = own("崇川区", Some("学田街道"));
    assert_eq!(vec![here.clone(); 2], town("崇川区学田街道在柳树、桃园里两个社区试点。"));
    assert_eq!(vec![here.clone(); 2], town("崇川区学田街道有新风。学田社区、柳树街社区评了楼长。"));
    // The register has a say in the same county, but not where the clause tells.
    assert_eq!(vec![here], town("崇川区学田街道在秦西社区设点。"));
    for text in [
        "崇川区学田街道举办比赛,秦西社区代表队获得第一名。",
        "崇川区学田街道办班。文峰街道也办了班。秦西社区没有办。",
    ] {
        assert_eq!(vec![own("崇川区", Some("幸福街道"))], town(text), "{text}");
    }
    // Neighbours are of the county, other places of their own.
    assert_eq!(vec![own("崇川区", None); 2], town("崇川区学田街道办班,隔壁的柳树、桃园里两个社区来看。"));
    assert_eq!(vec![own("婺源县", Some("江湾镇"))], town("崇川区学田街道办班。客人去过婺源县汪口村。"));
}

#[test]
fn a_county_is_called_as_the_article_calls_it() {
    for (text, county) in [
        ("潜山县妇联和余井镇妇联办起夜校。", "潜山县"),
        ("潜山市妇联和余井镇妇联办起夜校。", "潜山市"),
        ("北宁市闾阳镇通了水。", "北宁市"),
    ] {
        let found = extract(text, None);
        assert_eq!(Some(county), found.first().and_then(|c| c.county.as_deref()), "{text}: {found:?}");
    }
}

#[test]
fn a_township_of_a_people_keeps_its_name_without_it() {
    let found = extract("凌海市温滴楼满族乡:养羊\n温滴楼乡山多地薄。", None);
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!(("温滴楼满族乡", 2), (one.name.as_str(), one.spans.len()));
    assert_eq!(Some("210781117000"), one.code.as_deref());
}

#[test]
fn a_page_tells_its_county_by_its_townships() {
    let texts = ["梅李镇种树。", "海虞镇修路。", "虞山街道办班。"];
    let docs: Vec<Document> = texts.iter().map(|t| Document::new(t, &[], &SEGMENTER)).collect();
    let (page, _) = COMMUNITIES.page(&docs, &Context::default());
    let context = Context { page: Some(&page), ..Context::default() };
    let found = docs.iter().flat_map(|d| COMMUNITIES.extract(d, &context));
    assert_eq!(vec![Some("常熟市".to_owned()); 3], found.map(|c| c.county).collect::<Vec<_>>());
}
