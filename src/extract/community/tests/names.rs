//! What is a name, and where it begins.

use super::*;
use crate::record::CommunityLevel;

#[test]
fn names_begin_where_they_should() {
    let cases: &[(&[&str], &[&str])] = &[
        (
            &["秦西社区"],
            &[
                "家住南通市崇川区幸福街道秦西社区7号院",
                "据秦西社区党总支书记介绍",
                "走进秦西社区",
                "10月8日秦西社区举办活动",
                "秦西社区居委会、秦西社区卫生服务站",
                "在秦西社区居民家中",
            ],
        ),
        (
            &["城南新村社区"],
            &["崇川区新城桥街道城南新村社区居委会", "来到城南新村社区", "城南新村社区:清扫楼道"],
        ),
        (
            &["凤凰社区"],
            &["崇川区文峰街道凤凰社区", "文峰街道的凤凰社区开展培训", "南通市崇川区文峰街道办事处凤凰社区"],
        ),
        (&["大洼村"], &["幸福街道大洼村村口的路灯", "幸福街道大洼村村史馆", "崇川区幸福街道大洼村村部"]),
        (&["晋城镇"], &["西充县晋城镇居民", "西充县晋城镇的老街"]),
        (&["陈桥街道"], &["崇川区陈桥街道总工会", "陈桥街道办事处", "近日,陈桥街道举办比武"]),
        (
            &["秦西社区", "濠东社区"],
            &["秦西社区和濠东社区", "秦西、濠东等社区", "秦西、濠东两个社区", "崇川区秦西、濠东社区"],
        ),
        (
            &["秦西社区", "濠东社区", "大南社区"],
            &["秦西、濠东、大南等社区", "秦西、濠东和大南三个社区", "走访秦西社区、濠东社区、大南社区"],
        ),
    ];
    for (expected, texts) in cases {
        for text in *texts {
            assert_eq!(*expected, names(text, NANTONG), "{text}");
        }
    }
}

#[test]
fn generic_uses_are_no_names() {
    let texts = [
        "本社区、该社区、各社区,全区12个社区",
        "智慧社区建设让社区居民受益",
        "志愿者走进社区,下沉社区,服务社区",
        "推进城乡社区治理,打造幸福社区、完整社区",
        "社区食堂、社区医院、社区矫正",
        "村(社区)、镇(街道)",
        "乡村振兴,农村变了样,全村老少都来了",
        "他是本村人,邻村的,老家在山村",
        "城镇化、乡镇企业、小城镇、特色小镇",
        "返乡创业,走上街道,老城区的街道",
        "城中村改造后的度假村",
        "费用由社区承担,做实社区服务",
        "三个村、几个乡镇、两个街道",
        "从江县驻村干部,派驻村里的工作队",
        "西充县小城镇,推进西充县城镇化",
    ];
    for text in texts {
        assert_eq!(Vec::<String>::new(), names(text, NANTONG), "{text}");
    }
}

#[test]
fn a_township_in_a_chain_has_no_entry_of_its_own() {
    let found = extract("幸福街道秦西社区投放书籍。幸福街道还组织培训。", NANTONG);
    let entries: Vec<_> = found.iter().map(|c| (c.name.as_str(), c.level, c.spans.len())).collect();
    assert_eq!(
        vec![("幸福街道", CommunityLevel::Township, 2), ("秦西社区", CommunityLevel::Community, 1)],
        entries
    );
    assert_eq!(vec!["秦西社区"], names("幸福街道秦西社区投放书籍。", NANTONG));
}

#[test]
fn any_text_is_read() {
    for text in [
        "社区",
        "村",
        "、社区",
        "等社区",
        "个社区",
        "、、、等社区",
        "街道街道街道",
        "村村村镇镇镇乡乡乡",
        "区社区",
        "的社区居委会",
    ] {
        let _ = extract(text, None);
        let _ = extract(&text.repeat(300), NANTONG);
    }
}

#[test]
fn lists_share_a_suffix_anywhere() {
    let cases: &[(&[&str], &[&str])] = &[
        (
            &["柳荫社区", "望江社区", "东湖社区"],
            &["柳荫、望江、东湖等社区", "柳荫、望江、东湖等三个社区", "柳荫、望江、东湖等3个社区"],
        ),
        (&["柳荫社区", "望江社区"], &["柳荫、望江等两个社区", "柳荫、望江两个社区", "柳荫、望江两社区"]),
        (&["陈寨村", "雷寨村", "十号村"], &["陈寨、雷寨、十号三村", "陈寨、雷寨、十号三个村"]),
        (&["云居居委会", "太平居委会", "钢屯居委会"], &["在云居、太平、钢屯等六个居委会装上喇叭"]),
        (&["军门社区", "庆城社区", "鼓东社区"], &["军门、庆城、鼓东等三个社区", "军门、庆城、鼓东三个社区"]),
        (&["九里乡", "杉板乡", "官亭乡"], &["九里、杉板、官亭等三个乡"]),
        (
            &[],
            &[
                "教育、医疗、养老等社区服务",
                "老人、儿童、妇女等社区居民",
                "李明华、王小红、张建国等社区工作者",
                "学校、企业等三个社区",
                "焦北办事处十二社区建起队伍",
            ],
        ),
    ];
    for (expected, texts) in cases {
        for text in *texts {
            assert_eq!(*expected, names(text, None), "{text}");
        }
    }
}

#[test]
fn names_are_said_again_in_short() {
    let cases: &[(&str, &[usize])] = &[
        ("紫琅、濠东:书香进楼道\n紫琅社区和濠东社区联合举办读书会。", &[2, 2]),
        ("濠东社区、紫琅社区结对。紫琅、濠东都有读书角。", &[2, 2]),
        ("紫琅社区的读书会结束了。该社区还有书画班,社区居民都来。", &[1]),
        ("幸福社区在崇川区幸福街道。幸福、和谐是大家的愿望。", &[1]),
        ("紫琅社区开了书店。紫琅路上车来车往,紫琅湖边有人散步。", &[1]),
    ];
    for (text, spans) in cases {
        let found = extract(text, NANTONG);
        let communities = found.iter().filter(|c| c.level == CommunityLevel::Community);
        assert_eq!(*spans, communities.map(|c| c.spans.len()).collect::<Vec<_>>(), "{text}: {found:?}");
    }
}

#[test]
fn words_before_a_suffix_are_no_name() {
    for text in [
        "服务居民,管好社区事务",
        "小区停水,喊来社区网格员",
        "镇里打造轻便化社区",
        "目前,河北社区养老机构已有百家",
        "安徽合肥改造社区周边的街巷",
        "全县两百个以上村通了车",
        "石港镇党委动员村里选出管家",
        "今年底前全街道要建五个这样的站点",
        "老城街道上挂满灯笼",
        "她嫁到隔壁村",
        "南阳镇平县的农机手",
        "河北孟村的植保队",
        "全国有名的豆腐村",
    ] {
        assert!(extract(text, None).iter().all(|c| c.name == "石港镇"), "{text}: {:?}", names(text, None));
    }
}

#[test]
fn what_is_left_or_carried_is_no_name() {
    for text in [
        "住户签了两份委托书,一份留社区,一份归自己。",
        "拿回来全村传着闻。",
        "——记南岗区社区民警关志鹏",
        "打造“花灯村”“木雕村”等特色乡村。",
        "卫生室转到了大兴社区医院。",
        "海州市青石镇学校的操场。",
        "东城区社区学院开了课。",
    ] {
        assert_eq!(names(text, None), [""; 0], "{text}");
    }
}

#[test]
fn what_is_of_a_community_or_a_township_names_it() {
    // 郊区 is a county's name, but not here.
    assert_eq!(names("额敏县红花节在郊区乡开幕。", None), ["郊区乡"]);
    assert_eq!(names("赛罕区大学西路街道学苑社区卫生服务站开了门。", None), ["学苑社区"]);
    assert_eq!(names("尼勒克县乌赞镇中学生巴音夺了冠。", None), ["乌赞镇"]);
}

#[test]
fn as_many_as_are_said_behind_their_township() {
    let text = "活动在荣光街道曲线、温州、公民三个社区和望江街道学府社区、教化社区开展。";
    assert_eq!(names(text, None), ["曲线社区", "温州社区", "公民社区", "学府社区", "教化社区"]);
    assert_eq!(names("近日在大石坝街社区设立调解室。", None), ["大石坝街社区"]);
}

#[test]
fn an_institution_is_not_the_township_it_is_called_after() {
    let cases: &[(&str, &[&str])] = &[
        ("石港镇文化站开放了", &[]),
        ("石港镇农业综合服务中心和石港镇派出所", &[]),
        ("学田街道便民服务中心", &[]),
        ("石港镇司法所的人到石港镇来", &["石港镇"]),
        ("石港镇政府来人,学田街道办事处也来人", &["石港镇", "学田街道"]),
        ("文峰社区卫生服务中心", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(*expected, names(text, NANTONG), "{text}");
    }
}

#[test]
fn the_whole_of_a_name_stands_behind_its_division() {
    for (text, expected) in [
        ("崇川区石港镇镇北村", "镇北村"),
        ("中山市古镇镇海洲村", "海洲村"),
        ("东湖区新公园路居委会的人", "新公园路居委会"),
        ("崇川区下辖学田社区", "学田社区"),
    ] {
        assert_eq!([expected], names(text, NANTONG)[..], "{text}");
    }
}

#[test]
fn an_office_stands_for_its_street_where_the_register_has_it() {
    let luoyang = Some("河南省洛阳市");
    for text in ["西北隅办事处的货架", "涧西区房管局会同武汉路办事处选楼", "武汉路办事处书记来了"]
    {
        let found = extract(text, luoyang);
        assert_eq!(1, found.len(), "{text}: {found:?}");
        assert!(found[0].name.ends_with("办事处") && found[0].code.is_some(), "{text}: {found:?}");
    }
    let below = extract("西北隅办事处敬事街社区", luoyang);
    assert_eq!(["敬事街社区"], below.iter().map(|c| c.name.as_str()).collect::<Vec<_>>()[..]);
    assert_eq!(Some("西北隅街道"), below[0].township.as_deref());
    for text in ["工行武汉路办事处被盗", "省政府驻西工办事处", "公司上海办事处", "联合国办事处"]
    {
        assert!(names(text, luoyang).is_empty(), "{text}");
    }
    assert!(names("西北隅办事处的货架", NANTONG).is_empty());
}

#[test]
fn roads_and_peoples_name_what_the_register_does_not_have() {
    assert_eq!(["优胜北路居委会"], names("金水区大石桥街道优胜北路居委会的院子", None)[..]);
    assert_eq!(["鄂温克苏木"], names("他要去的地方在140公里外的鄂温克苏木。", None)[..]);
    assert_eq!(["五星村", "中心村", "芦虎村"], names("威宁县迤那镇五星村、中心村、芦虎村等地", None)[..]);
}

#[test]
fn common_words_are_names_in_a_counted_list() {
    let xining = Some("青海省西宁市");
    let listed = names("马坊街道办事处组织新村、光明、幸福三个社区开展活动", xining);
    assert_eq!(["马坊街道", "新村社区", "光明社区", "幸福社区"], listed[..]);
    let mudanjiang = Some("黑龙江省牡丹江市");
    assert_eq!(["文化社区", "耐火社区", "黄花站社区"], names("文化、耐火、黄花站等社区都来", mudanjiang)[..]);
    let fuzhou = Some("福建省福州市");
    assert_eq!(["象园社区", "凤坂社区", "讲堂社区"], names("象园、凤坂、讲堂等社区的老人", fuzhou)[..]);
    assert_eq!(["张庄村", "李庄村"], names("队员来自张庄村、李庄村和4个社区", None)[..]);
    assert_eq!(["张庄村", "李庄村"], names("队员来自张庄村、李庄村和两个社区", None)[..]);
    assert_eq!(["福绥社区", "致和社区"], names("在福绥、致和两个社区设了服务站", None)[..]);
    assert_eq!(["柳荫社区", "致和社区"], names("在柳荫、致和两个社区设了服务站", None)[..]);
    for text in ["建设和谐、幸福等社区", "打造平安、幸福、和谐三个社区", "沪苏社区交流"]
    {
        assert!(names(text, xining).is_empty(), "{text}");
    }
}

#[test]
fn what_looks_like_a_name_and_is_none() {
    for text in [
        "游客来到浙北水乡长秀村",
        "走以茶富村、以竹兴村的路子",
        "供热管网覆盖宝清县主要居民区",
        "走进黔西苗族彝族乡寨",
        "吉林长春社区干部学院的教室",
        "他领着居委会的人清楼道",
        "新田乡事委员会的主席",
        "这是上海虹口区的一条普通街道",
        "城区社区和市区街道",
        "没有街道文明社区创建",
        // Of a country that is not ours.
        "以色列军队在巴勒斯坦城市附近的塔尔镇打死四人",
    ] {
        assert_eq!(Vec::<String>::new(), names(text, None), "{text}");
    }
}

#[test]
fn names_that_begin_with_common_words() {
    for (text, expected) in [
        ("昨日,市民新村居民区亮了灯", "市民新村居民区"),
        ("崇川区石港镇甘棠村民兵分队", "甘棠村"),
        ("威海市环翠区温泉镇的人", "温泉镇"),
        ("市区学士街居委会的大妈", "学士街居委会"),
        ("静安区锦绣里第二居委会", "锦绣里第二居委会"),
        ("崇川区五一路街道", "五一路街道"),
        ("石港镇平房村村支书", "平房村"),
        ("龙海市石码街道解放社区的居民", "解放社区"),
        // No place is named: what is hardly ever anything else is a name all the same.
        ("5月3日,城东社区举办讲座", "城东社区"),
        ("记者走进光明社区", "光明社区"),
    ] {
        assert_eq!([expected], names(text, None)[..], "{text}");
    }
    assert!(names("团结社区居民,繁荣社区文化", None).is_empty());
    assert!(names("老人没有取牛奶,便联系社区民警。立即到社区", None).is_empty());
    assert_eq!(["便江街道"], names("永兴县便江街道的居民", None)[..]);
    assert_eq!(["沙田镇", "虎门镇"], names("大桥连接广州南沙区和东莞沙田、虎门两镇", None)[..]);
}

#[test]
fn directly_behind_its_township_nearly_anything_is_a_name() {
    let cases: &[(&str, &[&str])] = &[
        ("滕州市荆河街道春秋阁社区的老年食堂", &["春秋阁社区"]),
        ("甘井子区辛寨子街道由家村社区的孩子", &["由家村社区"]),
        ("墨玉县喀拉喀什镇其娜尔民俗社区", &["其娜尔民俗社区"]),
        ("青山区钢花村街道119社区的老厂房", &["119社区"]),
        ("临汾路街道阳曲路760弄居民区的楼长", &["阳曲路760弄居民区"]),
        ("陈巴尔虎旗巴彦哈达苏木额仁陶勒盖嘎查", &["额仁陶勒盖嘎查"]),
        ("泽普县古勒巴格乡天合玛热瓦特村的老人", &["天合玛热瓦特村"]),
        ("抚远市乌苏镇抓吉赫哲族村的渔民", &["抓吉赫哲族村"]),
        ("瓯海区泽雅镇纸山村的老屋", &["纸山村"]),
        // What is done there is none.
        ("学田街道推进社区治理,学田街道党员干部进社区", &["学田街道"]),
        ("学田街道走访社区,学田街道今年社区更美", &["学田街道"]),
        ("学田街道12社区同时开会", &["学田街道"]),
    ];
    for (text, expected) in cases {
        assert_eq!(*expected, names(text, None), "{text}");
    }
}

#[test]
fn a_printed_county_is_believed() {
    let of = |text: &str| {
        let found = extract(text, None);
        found.into_iter().map(|c| (c.name, c.county, c.code)).collect::<Vec<_>>()
    };
    let case = |name: &str, county: &str| vec![(name.to_owned(), Some(county.to_owned()), None)];
    assert_eq!(case("百步亭花园社区", "江岸区"), of("江岸区百步亭花园社区办起万家宴"));
    assert_eq!(case("保成居委会", "江汉区"), of("武汉市江汉区前进街保成居委会办起夜校"));
    let names: Vec<_> =
        extract("莱山区黄海路街道黄海城市花园社区", None).into_iter().map(|c| c.name).collect();
    assert_eq!(vec!["黄海城市花园社区"], names);
}

#[test]
fn names_in_a_row_tell_of_each_other() {
    let cases: &[(&str, &[&str])] = &[
        ("东宝区泉口街道车桥、关公庙等5个社区", &["车桥社区", "关公庙社区"]),
        ("在南关区桃源、民康等街道的24个社区", &["桃源街道", "民康街道"]),
        (
            "栖霞区迈皋桥街道开通热线,长营村、万寿、和燕路等3个社区",
            &["迈皋桥街道", "长营村社区", "万寿社区", "和燕路社区"],
        ),
        ("嵊州市清溪村和邻近的覆卮山村、清溪村", &["清溪村", "覆卮山村"]),
        ("在福绥、致和两个社区设立了", &["福绥社区", "致和社区"]),
        ("参观花园社区、和平社区、团结社区", &["花园社区", "和平社区", "团结社区"]),
        ("平桥镇、何集乡、官滩镇受灾", &["平桥镇", "何集乡", "官滩镇"]),
        ("江阳区弥陀镇将把石堡、回龙、大中村的秸秆收走", &["弥陀镇", "石堡村", "回龙村", "大中村"]),
    ];
    for (text, expected) in cases {
        assert_eq!(*expected, names(text, None), "{text}");
    }
}

#[test]
fn a_township_that_is_no_more_may_begin_a_clause() {
    assert_eq!(vec!["牛儿乡"], names("牛儿乡的妇女卖花椒", Some("四川省凉山彝族自治州")));
    for text in ["景德镇的瓷器", "逛山乡,看水乡", "回乡的人", "赶集去镇上", "古镇的灯会"]
    {
        assert_eq!(Vec::<String>::new(), names(text, Some("江西省南昌市")), "{text}");
    }
}
