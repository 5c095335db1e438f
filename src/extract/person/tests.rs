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
    ] {
        assert_eq!(brief(text), [""; 0], "{text}");
    }
}
