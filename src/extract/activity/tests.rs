use super::RULES;
use super::lexicon::ACTIVITIES;
use crate::lexicon::rows;
use crate::record::Activity;
use crate::{Article, Engine, Options};

fn activities(text: &str) -> Vec<Activity> {
    let engine =
        Engine::new(Options { explain: true, published: Some("2022-10-31".into()), ..Options::default() });
    engine.record(Article::from_row(None, text), "-").activities
}

#[test]
fn every_rule_fires_on_its_example() {
    for rule in RULES {
        let (sentence, name) = rule.example;
        let found = activities(sentence);
        let hit = found.iter().any(|a| a.name == name && a.rule.as_deref() == Some(rule.name));
        assert!(hit, "{}: {found:?}", rule.name);
    }
}

#[test]
fn every_ending_finds_its_example() {
    let engine = Engine::new(Options::default());
    let mut wrong = Vec::new();
    for row in rows(ACTIVITIES).filter(|row| row[1] != "none") {
        let text = format!("昨天,柳荫社区{}{}。", if row[1] == "act" { "开展" } else { "举办" }, row[2]);
        let record = engine.record(Article::from_row(None, &text), "-");
        let found: Vec<_> = record.activities.iter().map(|a| a.name.as_str()).collect();
        if found != [row[2]] {
            wrong.push(format!("{} {}: {found:?}", row[0], row[2]));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} of {}", wrong.join("\n"), wrong.len(), rows(ACTIVITIES).count());
}

#[test]
fn what_is_held_is_read_whole() {
    for (name, text) in [
        ("“半岛读书会”", "昨天,村民举办“半岛读书会”。"),
        ("“墨香江海——新春书画大展”", "“墨香江海——新春书画大展”10月19日在南通美术馆举行。"),
        ("新闻发布会", "记者从昨天市政府召开的新闻发布会上获悉。"),
        ("“望云夜课”项目", "昨天,柳荫社区启动“望云夜课”项目。"),
        ("第三届荷花文化节", "昨天,第三届荷花文化节结束。"),
        ("第三届荷花文化节", "第三届荷花文化节昨天(10月30日)结束。"),
        ("荷塘诗会", "荷塘诗会今天(10月31日)在南通启动。"),
        ("全市春季排球联赛", "10日,全市春季排球联赛在体育场开赛。"),
        ("2022年退役军人招聘会", "昨天,2022年退役军人招聘会在会展中心举行。"),
        ("“望云夜课”公益项目", "昨天,“望云夜课”公益项目在柳荫社区启动。"),
        ("座谈会", "昨天,望江街道召开座谈会。"),
        ("“荷塘秧歌汇”", "昨天,柳荫社区举办“荷塘秧歌汇”,200人到场。"),
        ("老日记展", "下半年,图书馆将举办一次老日记展。"),
        ("消防体验活动", "昨天,30名学生参加消防体验活动。"),
        ("党的知识宣讲会", "昨天,柳荫社区举行党的知识宣讲会。"),
        ("亚太经合组织第三次会议", "昨天,代表团出席亚太经合组织第三次会议。"),
    ] {
        let found: Vec<String> = activities(text).into_iter().map(|a| a.name).collect();
        assert_eq!(found, [name], "{text}");
    }
}

#[test]
fn programmes_and_counts_are_not_held() {
    for text in [
        "今年,全市深入实施消费提振专项行动。",
        "今年,全市启动粮食产能提升行动。",
        "昨天,社区开展节水宣传,推出特别节目。",
        "下半年,协会还将举办2至3场类似活动。",
        "比赛结束只有三分钟。",
        "昨天,联合国大会召开,讨论粮食问题。",
        "昨天,120名居民参加职业技能培训。",
        "第二批主题教育开展以来,各地走访群众。",
        "专家对此进行审查调查。",
    ] {
        let found: Vec<String> = activities(text).into_iter().map(|a| a.name).collect();
        let held = found.iter().filter(|name| *name != "节水宣传").count();
        assert_eq!(held, 0, "{text}: {found:?}");
    }
}

#[test]
fn places_hold_nothing() {
    for (organizers, text) in [
        (&["崇川区总工会"][..], "昨天,崇川区总工会在狼山镇街道学田社区举办徒步大赛。"),
        (&["区妇联"], "昨天,区妇联组织学田、北濠两个社区开展反诈宣传活动。"),
        (&["区妇联"], "昨天,学田社区居民参加由区妇联举办的反诈宣传活动。"),
    ] {
        let found = activities(text);
        assert_eq!(found[0].organizers, organizers, "{text}");
    }
}

#[test]
fn times_are_no_places() {
    for (place, text) in [
        (Some("学田社区"), "区妇联昨天在学田社区举办反诈宣传活动。"),
        (Some("学田社区"), "区妇联在10月8日学田社区举办反诈宣传活动。"),
        (None, "区妇联在三个月内举办反诈宣传活动。"),
        (None, "区妇联在今年10月举办反诈宣传活动。"),
    ] {
        assert_eq!(activities(text)[0].place.as_deref(), place, "{text}");
    }
}

#[test]
fn a_place_ends_before_how_and_with_whom() {
    for (place, text) in [
        (Some("巴黎"), "外长昨天在巴黎同法国外长举行第二轮磋商会议。"),
        (Some("大同市体育馆"), "市妇联昨天在大同市体育馆举办家庭才艺大赛。"),
        (Some("北京"), "司法部昨天在北京以视频连线方式举行普法宣传活动。"),
        (Some("八一广场"), "区妇联昨天在八一广场再次举办反诈宣传活动。"),
    ] {
        assert_eq!(activities(text)[0].place.as_deref(), place, "{text}");
    }
}

#[test]
fn who_attends_holds_nothing() {
    for text in ["昨天,市民政局局长出席首届望江峰会。", "昨天,崇川区妇联参加第三届荷花文化节。"]
    {
        let found = activities(text);
        assert_eq!((found.len(), found[0].organizers.len()), (1, 0), "{text}");
    }
}

#[test]
fn groups_of_people_are_not_held() {
    for text in ["全市组织了1400多支宣讲小分队。", "全市组织了宣讲队伍。"] {
        assert_eq!(activities(text), [], "{text}");
    }
    let found = activities("第二届青禾论坛,以及“灯火”学术研讨会在海州举行。");
    assert!(found.iter().all(|a| !a.name.starts_with("以及")), "{found:?}");
}

#[test]
fn dates_of_the_clause_and_of_one_moment() {
    for (text, dates) in [
        ("文物局昨天透露,11月5日图书馆将举办荷塘灯会。", &["2022-11-05"][..]),
        ("今天(10月31日)上午,图书馆举办荷塘灯会。", &["2022-10-31TMO"]),
        ("10月29日,社区来到公园,举办荷塘灯会。", &["2022-10-29"]),
    ] {
        let found = activities(text);
        assert_eq!(found[0].dates.iter().map(|date| date.as_str()).collect::<Vec<_>>(), dates, "{text}");
    }
}

#[test]
fn names_of_old_papers_and_of_headlines() {
    let cases: &[(&str, &[&str])] = &[
        ("昨天,市商业局召开春耕电话会议。", &["春耕电话会议"]),
        ("柏文教授追悼会七日下午在南通举行。", &["柏文教授追悼会"]),
        ("全省少年游泳比赛在六日下午结束。", &["全省少年游泳比赛"]),
        ("遗体告别仪式定于10月30日举行。", &["遗体告别仪式"]),
        ("全市女子排球联赛今晚在体育馆开始。", &["全市女子排球联赛"]),
        ("全市女子排球联赛今天开始报名。", &[]),
        ("工会三日举行二十四小时罢工。", &["二十四小时罢工"]),
        ("工会昨天举行大规模罢工。", &[]),
        ("市教育局启动“望云讲学”计划,计划三年办完。", &["“望云讲学”计划"]),
        ("一场场宣讲会在各村举行。", &["宣讲会"]),
        ("各地开展多种形式宣讲,开展开机前的各项功能检查。", &[]),
        ("石港药材大会闭幕\n石港县春季药材交流大会三月八日闭幕。", &["石港县春季药材交流大会"]),
        ("荷花节文艺晚会举行\n柿子节歌咏晚会昨天举行。", &["荷花节文艺晚会", "柿子节歌咏晚会"]),
    ];
    for (text, expected) in cases {
        let article = match text.split_once('\n') {
            Some((headline, body)) => Article::from_row(Some(headline), body),
            None => Article::from_row(None, text),
        };
        let engine = Engine::new(Options { published: Some("2022-10-31".into()), ..Options::default() });
        let found: Vec<String> = engine.record(article, "-").activities.into_iter().map(|a| a.name).collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn those_without_a_name_hold_it_with_those_who_have_one() {
    let cases: &[(&str, &[&str])] = &[
        ("昨天,护河队与南通大学团委联合开展“河小青”认养活动。", &["护河队", "南通大学团委"]),
        ("昨天,社区联合南通第七中学举办茶艺体验活动。", &["社区", "南通第七中学"]),
        ("由本报评论部与南通大学联合举办的征文比赛昨天启动。", &["本报评论部", "南通大学"]),
        ("昨天,市政府新闻办举行新闻发布会。", &["市政府新闻办"]),
        ("在市政府新闻办举行的新闻发布会上,局长作了介绍。", &["市政府新闻办"]),
        ("在日前南通市委宣传部暨市作协举行的座谈会上,大家发言。", &["南通市委宣传部", "市作协"]),
        ("在崇川区文化馆举办的书法展上,老人们展出作品。", &[]),
    ];
    for (text, expected) in cases {
        let found = activities(text);
        assert_eq!(found[0].organizers, *expected, "{text}");
        assert!(found[0].place.as_ref().is_none_or(|place| expected.is_empty() && place == "崇川区文化馆"));
    }
}

#[test]
fn hosts_are_told_behind_the_name_too() {
    let cases: &[(&str, &[&str])] = &[
        ("荷塘诗会由崇川区文化馆主办,崇川区图书馆承办。", &["崇川区文化馆", "崇川区图书馆"]),
        ("荷塘诗会由崇川区文化馆、崇川区图书馆共同主办。", &["崇川区文化馆", "崇川区图书馆"]),
        ("荷塘诗会昨天在人民公园举行,崇川区文化馆主办。", &["崇川区文化馆"]),
        ("荷塘诗会昨天在人民公园举行。本次活动由崇川区文化馆主办。", &["崇川区文化馆"]),
        ("崇川区总工会“送清凉”慰问活动启动。", &["崇川区总工会"]),
        ("荷塘诗会昨天在人民公园举行。市民由南通站到公园,崇川区文化馆也开放。", &[]),
        ("荷塘诗会昨天举行。展厅由崇川区文化馆布置。", &[]),
    ];
    for (text, expected) in cases {
        let found = activities(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].organizers, *expected, "{text}");
    }
}

#[test]
fn what_was_said_or_done_at_it() {
    let cases: &[(&str, &[&str])] = &[
        ("在全省春季农机大赛上,他获得二等奖。", &["全省春季农机大赛"]),
        ("劳模表彰大会上,书记讲话。秋季运动会上,三人破纪录。", &["劳模表彰大会", "秋季运动会"]),
        ("方案三次拿到居民大会上讨论。昨天的新闻发布会上空无一人。", &[]),
        ("本届论坛上,专家发言。他的新书在大会上午场发布。", &[]),
        ("南岸市一场庆祝活动上发生意外。大家在思想上政治上行动上保持一致。", &[]),
        ("2022年度荷塘文学奖颁奖典礼昨天在南通举行。", &["2022年度荷塘文学奖颁奖典礼"]),
    ];
    for (text, expected) in cases {
        let found: Vec<String> = activities(text).into_iter().map(|a| a.name).collect();
        assert_eq!(found, *expected, "{text}");
    }
    // Who speaks at it, or tells what was said there, need not have held it.
    for (text, hosts) in [
        ("昨天,崇川区图书馆在第三届荷塘文化博览会上推出新书。", &[][..]),
        ("崇川区图书馆昨天开会,学习书记在全市文化工作会议上的讲话。", &[]),
        ("昨天,在崇川区总工会“送清凉”主题论坛上,专家发言。", &["崇川区总工会"]),
    ] {
        let found = activities(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].organizers, *hosts, "{text}");
        assert_eq!(found[0].dates.is_empty(), text.contains("上的"), "{text}");
    }
    // The year of a prize is no day of its giving.
    assert_eq!(activities("2021年度荷塘文学奖揭晓,颁奖典礼昨天举行。")[0].dates, ["2022-10-30"]);
}

#[test]
fn the_subject_of_the_clause_holds_it() {
    let cases: &[(&str, &[&str])] = &[
        ("镇党委、镇政府10月20日在卜村举办养羊技术培训班。", &["镇党委", "镇政府"]),
        ("厂工会从八月起召开春耕电话会议。", &["厂工会"]),
        ("南通大学学生会在食堂开展节粮宣传活动。", &["南通大学学生会"]),
        ("社区妇联昨天为百岁老人办起了重阳宴。", &["社区妇联"]),
        ("由区文化馆主办,区图书馆承办的荷塘诗会昨天开幕。", &["区文化馆", "区图书馆"]),
        (
            "由海州职业教育指导协会主办、崇川区总工会承办的荷塘诗会昨天开幕。",
            &["海州职业教育指导协会", "崇川区总工会"],
        ),
        ("崇川区总工会昨天深入学田、北濠等村,开展反诈宣传活动。", &["崇川区总工会"]),
        ("“海鸥”合唱团昨天在广场举办专场演出。", &["“海鸥”合唱团"]),
        ("村里昨天办起了长桌宴。", &["村里"]),
        // Nobody in particular, or those who only tell of it or tell others to.
        ("各社区昨天举办反诈宣传活动。", &[]),
        ("市教育局昨天要求各学校开展防汛演练。", &[]),
        ("崇川区总工会昨天透露,全国公安机关将开展反诈宣传活动。", &["全国公安机关"]),
        ("记者从崇川区总工会获悉,第三届荷塘诗会昨天举行。", &[]),
        ("记者从崇川区总工会获悉,今年已开展反诈宣传活动。", &["崇川区总工会"]),
        ("三部门昨天聚焦互联网开展反诈宣传活动。", &[]),
        ("昨天,市委常委、副市长李文主持召开春耕座谈会。", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(activities(text)[0].organizers, *expected, "{text}");
    }
}

#[test]
fn a_later_sentence_tells_who_held_it() {
    let cases: &[(&str, &[&str])] = &[
        ("全市荷塘诗歌会演昨天开幕。会演由市文化局举办,有30人参加。", &["市文化局"]),
        ("第三届农民篮球赛昨天开打。\n比赛由崇川区总工会主办,区团委承办。", &["崇川区总工会", "区团委"]),
        ("第三届农民篮球赛昨天开打。\n展厅由崇川区总工会布置。", &[]),
        ("区里农民开展“科普电影月”活动。活动由市文化局、市科协组织,到月底结束。", &["市文化局", "市科协"]),
    ];
    for (text, expected) in cases {
        assert_eq!(activities(text)[0].organizers, *expected, "{text}");
    }
}

#[test]
fn what_the_headline_says_in_short() {
    let engine = Engine::new(Options { published: Some("2022-10-31".into()), ..Options::default() });
    let body = "南通市中级人民法院昨天上午在崇川区举行普法宣传活动。";
    let found = engine.record(Article::from_row(Some("中院举行普法宣传活动"), body), "-").activities;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].organizers, ["南通市中级人民法院"]);
    assert_eq!(found[0].dates, ["2022-10-30TMO"]);
}

#[test]
fn days_of_the_next_clause() {
    for (text, dates) in [
        ("由县武装部举办的全县射击比赛,10月17日至18日在靶场举行。", &["2022-10-17/2022-10-18"][..]),
        ("一九九八年全省少年游泳比赛,在10月6日下午结束。", &["2022-10-06TAF"]),
        ("县武装部举办射击比赛,10月17日他才回来。", &[]),
        ("重阳节将至,10月1日,社区举办百家宴。", &["2022-10-01"]),
        ("公安部24日通报,已开展反诈宣传活动。", &[]),
        ("10月24日召开会议,决定从11月起在全国开展反诈宣传活动。", &["2022-11"]),
    ] {
        let found = activities(text);
        let found = found.last().map(|a| a.dates.iter().map(|date| date.as_str()).collect::<Vec<_>>());
        assert_eq!(found.as_deref(), Some(dates), "{text}");
    }
}

#[test]
fn names_with_brackets_lists_and_counts() {
    let cases: &[(&str, &[&str])] = &[
        ("第八届中国(海州)茶叶博览会昨天开幕。", &["第八届中国(海州)茶叶博览会"]),
        ("(记者李文)全市茶叶博览会昨天开幕。", &["全市茶叶博览会"]),
        ("景区昨天举办采茶体验、茶艺培训班等活动。", &["茶艺培训班"]),
        ("景区将举办篝火晚会和近百场文艺展演。", &["篝火晚会", "文艺展演"]),
        ("2022年中国·石桥火把节昨天开幕。", &["2022年中国·石桥火把节"]),
        ("全县举行出征仪式。", &["出征仪式"]),
        ("市里实施“乡村夜读”惠民演出,实施“银铃”行动。", &["“乡村夜读”惠民演出"]),
        ("23所小学每周开设一节山歌课。卫生局组织十二名医生巡回义诊。", &[]),
    ];
    for (text, expected) in cases {
        let found: Vec<String> = activities(text).into_iter().map(|a| a.name).collect();
        assert_eq!(found, *expected, "{text}");
    }
}
