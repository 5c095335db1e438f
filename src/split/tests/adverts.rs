//! Adverts, and what accounts print above and below their posts.

use super::*;

/// The lines of a page that are set aside between two articles.
fn between(lines: &str) -> Vec<Option<&'static str>> {
    let page = format!(
        "海州晚报 2019年11月8日 第5版\n清理楼道杂物 邻里共享清爽\n本报讯(记者 何敏){STORY}\n\n{lines}\n\n小区新添图书角\n本报讯(记者 何敏){MORE}"
    );
    let number = lines.lines().count();
    outline(&page).iter().skip(3).take(number).map(|line| line.class).collect()
}

#[test]
fn adverts() {
    for advert in [
        "海天家电城 盛大开业\n冰箱洗衣机 让利三成\n地址:东大路18号 电话:2220000",
        "招租\n临街店面两间,80平方米,水电齐全,有意者请与何先生联系。电话:138××××0000",
        "**转让** 码头旁门面一间,手续齐全。电话2220×××",
        "东湖新村现房发售 首付三成 2220×××",
        "电脑培训 包学会 随到随学",
        "百货大楼秋装展销\n全场五折起\n热线:2220000",
    ] {
        assert!(between(advert).iter().all(Option::is_some), "{advert}");
    }
}

#[test]
fn articles_are_no_adverts() {
    for lines in [
        "老字号饭店重新开业\n本报讯 停业三年的老字号饭店昨天重新开业,老街坊都来捧场。",
        "招聘会进社区\n本报讯 昨天,柳荫社区举行招聘会,提供岗位300个。咨询电话:2220000",
        "停水通知\n因管网改造,11月9日8时至20时,柳荫社区停水,请储水备用。",
    ] {
        assert!(between(lines).iter().all(Option::is_none), "{lines}");
    }
}

/// Headlines over text that hold words of traders, and tables of an article.
#[test]
fn headlines_are_no_adverts() {
    for lines in [
        "旧房出租要登记\n新闻热线 85112345",
        "药店专治老寒腿被查\n举报电话:12331",
        "房屋转让要先看证\n市民可拨打咨询热线0513-85112345",
        "开盘打折 促销送礼 楼市回暖",
        "招工难 招生难 技校怎么办",
        "老字号饭店昨日开业\n首日客人1200000",
        "招聘会周六举行\n地址:人民广场",
        "便民服务电话公布\n家电维修与上门服务等电话\n城东 张师傅 上门维修 85112345\n城南 李师傅 疏通 85112346",
        "家电维修与上门服务电话:\n城东 张师傅 上门维修 85112345\n城南 李师傅 疏通 85112346",
    ] {
        for text in [STORY, &format!("记者 何敏\n{STORY}")] {
            let texts: Vec<_> =
                split(&format!("小区新添图书角\n本报讯(记者 何敏){MORE}\n\n{lines}\n{text}\n{MORE}"))
                    .into_iter()
                    .map(|article| article.text)
                    .collect();
            let texts = texts.join("\n");
            let kept = |line: &str| furniture_class(line) == Some("hotline") || texts.contains(line);
            assert!(lines.lines().all(kept), "{lines}: {texts}");
        }
    }
    for alone in ["老字号饭店昨日开业\n首日客人1200000", "招聘会周六举行\n地址:人民广场"]
    {
        assert!(between(alone).iter().all(Option::is_none), "{alone}");
    }
}

#[test]
fn accounts_greet_and_take_leave() {
    let page = format!(
        "点击上方蓝字关注“海州融媒”\n早安,海州!11月8日新闻早餐来了\n\n清理楼道杂物 邻里共享清爽\n{STORY}\n\n小区新添图书角\n{MORE}\n\n来源丨海州融媒综合\n编辑丨何敏 校对丨吴涛\n往期推荐\n点个“在看”,为家乡点赞!\n↓↓↓"
    );
    assert_eq!(outlines(&page), ["-|清理楼道杂物 邻里共享清爽|", "-|小区新添图书角|"]);
}

#[test]
fn what_a_line_announces_is_of_its_article() {
    for items in [
        "四个不要\n●不要用湿手碰插头。\n●不要在电线上晾衣服。\n●不要用铜丝代替保险丝。\n●不要让小孩单独充电。",
        "发车时刻:\n◆第一班:早晨六点,客运站\n◆第二班:上午九点,乡政府",
        "今年居民关心哪些话题?记者梳理了五个热点:\n■教育\n■健康\n■就业\n■环保\n■交通\n■社会",
        "三项措施\n①培训工匠,持证上岗。\n②安全员每周到工地看一次。\n③验收合格才能入住。",
    ] {
        let page = format!("清理楼道杂物 邻里共享清爽\n本报讯(记者 何敏){STORY}\n{items}\n{MORE}");
        assert_eq!(split(&page).len(), 1, "{items}");
    }
}

/// Signed briefs under a line that counts them are articles, and so is what stands below who signs.
#[test]
fn counted_briefs_are_articles() {
    let brief = |who: &str| format!("●{MORE}({who})");
    let briefs = ["何晓敏", "吴海涛", "唐小松", "王芳"].map(brief).join("\n");
    let page = format!("清理楼道杂物 邻里共享清爽\n本报讯 {STORY}(李晓芳)\n四条简讯\n{briefs}");
    assert_eq!(split(&page).len(), 5, "{page}");
    let page = format!("清理楼道杂物 邻里共享清爽\n本报讯 {STORY}\n四条简讯\n{briefs}");
    assert_eq!(split(&page).len(), 5, "{page}");
}
