use super::*;
use crate::segment::Segmenter;
use crate::split::Block;
use std::sync::LazyLock;

static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::new);

fn people(text: &str) -> Vec<Person> {
    let blocks = [Block { kind: BlockKind::Paragraph, span: Span::new(0, text.chars().count()) }];
    extract(&Document::new(text, &blocks, &SEGMENTER), &[])
}

/// `name:title|title`, one a person.
fn brief(text: &str) -> Vec<String> {
    people(text).into_iter().map(|p| format!("{}:{}", p.name, p.titles.join("|"))).collect()
}

#[test]
fn every_rule_fires_on_its_example() {
    for rule in RULES {
        let (text, name) = rule.example;
        let found = people(text);
        let person = found.iter().find(|p| p.name == name);
        let by = person.and_then(|p| p.rule.as_deref()).and_then(|rule| rule.split(' ').next());
        assert_eq!(by, Some(rule.name), "{text}: {found:?}");
    }
}

#[test]
fn titles_before_the_name() {
    for (expected, texts) in [
        (
            "王建国:柳荫社区党总支书记|总网格长",
            &[
                "据柳荫社区党总支书记、总网格长王建国介绍,小区共有8幢楼。",
                "柳荫社区党总支书记、总网格长王建国说,小区共有8幢楼。",
                "望江街道柳荫社区党总支书记、总网格长王建国告诉记者,小区共有8幢楼。",
            ][..],
        ),
        (
            "李秀英:居民",
            &[
                "10月30日,家住东湖区望江街道柳荫社区30组的居民李秀英接过书包。",
                "“楼道亮了。”居民李秀英说。",
                "今年72岁的居民李秀英每天都来。",
                "近日,居民李秀英当选组长。",
                "在居民李秀英的提议下,大家都来了。",
            ],
        ),
        ("赵德明:退休教师", &["今年86岁的退休教师赵德明在台上讲课。", "课上,退休教师赵德明拿出一张旧照片。"]),
        (
            "吴芳:网格员",
            &["网格员吴芳登门四回。", "网格员吴芳介绍,楼里住着老人。", "网格员吴芳(左一)在走访。"],
        ),
        ("方志明:社区民警", &["社区民警方志明提醒,出门要锁好门。"]),
        ("孙丽:法律明白人", &["主讲的“法律明白人”孙丽结合案例讲解。"]),
        ("欧阳文:村医", &["村医欧阳文背着药箱进山。"]),
        ("额尔德尼:牧民", &["牧民额尔德尼说,雪停了。"]),
        ("古丽努尔·买买提:居民", &["居民古丽努尔·买买提表示满意。"]),
    ] {
        for text in texts {
            assert_eq!(brief(text), [expected], "{text}");
        }
    }
}

#[test]
fn lists() {
    assert_eq!(
        brief("总工会以省劳模王勇、市劳模李金云、女职工先进个人赵晓晴的事迹为题材。"),
        ["王勇:省劳模", "李金云:市劳模", "赵晓晴:女职工先进个人"]
    );
    assert_eq!(brief("居民王秀兰、赵国强和刘桂英都来了。"), ["王秀兰:居民", "赵国强:居民", "刘桂英:居民"]);
    assert_eq!(brief("居民王秀兰等3人受伤。"), ["王秀兰:居民"]);
}

#[test]
fn later_mentions_are_the_same_person() {
    let found = people("居民王秀兰说好。王秀兰家在三楼。记者见到王秀兰。");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].spans.len(), 3);
}

#[test]
fn no_full_names() {
    for text in [
        "社区主任张主任说。",
        "居民李大爷说,路亮了。",
        "居民何女士告诉记者。",
        "嫌疑人王某被抓获。",
        "志愿者小潘说。",
        "居民方便多了。",
        "志愿者向居民发放手册。",
        "居民高兴地说。",
        "双方表示,将加强合作。",
        "工作人员和居民一起动手。",
        "村民安居乐业。",
        "学生时常来看书。",
        "工人文化宫开放。",
        "居民万家灯火。",
        "商家表示愿意配合。",
        "党员解决难题。",
        "党员任务清单上墙。",
        "居民江边散步。",
        "成员单位介绍经验。",
        "给5名修车师傅送去手套。",
        "67岁的楼长很忙。",
        "他们跟着师傅学手艺。",
        "望江区长安街的路灯亮了。",
        "发言人介绍有关情况。",
        "增进两岸同胞福祉。",
        "市重点工程瑞梅铁路通车。",
    ] {
        assert_eq!(brief(text), [""; 0], "{text}");
    }
}

#[test]
fn names_without_a_title_in_front() {
    for (expected, texts) in [
        (
            "郭明远:",
            &[
                "今年69岁的郭明远每天都来。",
                "郭明远,今年69岁,住在三楼。",
                "郭明远告诉记者,路灯亮了。",
                "图为郭明远(左一)在领奖。",
            ][..],
        ),
        ("郭明远:总书记", &["会上,郭明远总书记强调,要办好食堂。"]),
        ("郭明远:教授", &["郭明远教授说,药要按时吃。"]),
        ("郭明远:治保主任", &["这多亏了当了十年治保主任的郭明远。"]),
    ] {
        for text in texts {
            assert_eq!(brief(text), [expected], "{text}");
        }
    }
    assert_eq!(brief("郭明远、林晓彤、何建平出席会议。"), ["郭明远:", "林晓彤:", "何建平:"]);
}

#[test]
fn rare_and_foreign_names() {
    for (expected, text) in [
        ("望红霞:社区党总支书记", "社区党总支书记望红霞说,路灯亮了。"),
        ("边巴扎西:处长", "处长边巴扎西介绍,校舍修好了。"),
        ("索南才让:法官", "法官索南才让在帐篷里调解。"),
        ("木合塔尔·肉孜:民警", "民警木合塔尔·肉孜提醒,出门要锁好门。"),
        ("奥韦尔丘克:副总理", "副总理奥韦尔丘克表示,愿意合作。"),
        ("奥列连斯基:乌克兰副总理", "乌克兰副总理奥列连斯基说,会谈有进展。"),
        ("卢卡申卡科:白俄罗斯副外长", "会后,白俄罗斯副外长卢卡申卡科6日表示,愿意合作。"),
        ("龙在渊:驻村第一书记", "驻村第一书记龙在渊记得,那年修路。"),
    ] {
        assert_eq!(brief(text), [expected], "{text}");
    }
}

#[test]
fn where_a_title_ends_and_a_name_begins() {
    for (expected, text) in [
        ("郭明远:修伞老师傅", "他拜修伞老师傅郭明远为师。"),
        ("相瑞:社区党总支书记", "社区党总支书记相瑞表示,下月开工。"),
        ("陶伟:望江派出所副所长", "望江派出所副所长陶伟说,路灯亮了。"),
        ("祁子墨:孙女", "存折上写着孙女祁子墨。"),
        ("郭明远:装配工", "装配工郭明远说,路灯亮了。"),
        ("次仁卓玛:木匠", "59岁的木匠次仁卓玛侧着头看。"),
        ("郭水法:竹编艺人", "学员跟着72岁的竹编艺人郭水法学劈篾。"),
        ("龙光明:退休工人", "退休工人龙光明顾不上穿鞋。"),
        ("赵乐际:委员长", "委员长赵乐际对此表示欢迎。"),
        ("邹长庚:", "81岁的邹长庚老人按下按钮。"),
        ("郭明远:", "她笑了,他叫郭明远,住在三楼。"),
        ("霍玉妹:", "湾华村的霍玉妹老人过生日。"),
        ("卡里姆·哈桑:官员", "官员卡里姆·哈桑同一天表示欢迎。"),
    ] {
        assert_eq!(brief(text), [expected], "{text}");
    }
    assert_eq!(brief("名字是儿子祁伟、孙女祁子墨。"), ["祁伟:儿子", "祁子墨:孙女"]);
}
