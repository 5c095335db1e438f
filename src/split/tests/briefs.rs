//! Briefs without a headline, below an article and in columns of their own.

use super::split;

/// How each article of a page begins.
fn beginnings(page: &str) -> Vec<String> {
    split(page).iter().map(|article| article.text.chars().take(4).collect()).collect()
}

#[test]
fn briefs_without_a_headline_below_an_article() {
    for page in [
        // Opened by a lead marker each, signed at its head.
        "水库开闸放水\n本报讯 (记者 何敏) 昨日,石桥水库提起闸门,渠水流向三个乡镇的麦田。\n本报讯 (通讯员 李文) 县工商局检查三家农资市场,查处化肥两吨。\n本报讯 (通讯员 吴涛) 县妇联组织志愿者为老人打扫房屋。",
        // By an outlet whose articles nobody signs.
        "水库开闸放水\n【本报讯】石桥水库提起闸门,渠水流向三个乡镇的麦田。\n【本报讯】县工商局检查三家农资市场,查处化肥两吨。\n【本报讯】县妇联组织志愿者为老人打扫房屋。",
        // Behind an article that was signed.
        "水库开闸放水\n渠水流向三个乡镇的麦田,今年春灌比往年提前十天。\n(记者 何敏)\n本报讯 县工商局检查三家农资市场,查处化肥两吨。\n本报讯 县妇联组织志愿者为老人打扫房屋。",
        // Wires.
        "水库开闸放水\n新华社济南3月10日电 石桥水库10日提起闸门,渠水流向三个乡镇。\n新华社北京3月10日电 国家邮政局宣布发行生肖邮票一枚。\n据新华社广州3月9日电 广东引进外资项目三千余个。",
        // Signed below, whatever they begin with.
        "水库开闸放水\n渠水流向三个乡镇的麦田,今年春灌比往年提前十天。\n(何敏)\n县工商局检查三家农资市场,查处化肥两吨。\n(李文)\n县妇联组织志愿者为老人打扫房屋。\n(吴涛)",
        "水库开闸放水\n渠水流向三个乡镇的麦田,今年春灌比往年提前十天。晚报记者 何敏\n前天,县工商局检查三家农资市场,查处化肥两吨。晚报记者 李文\n县妇联组织志愿者为老人打扫房屋。晚报通讯员 吴涛",
        "水库开闸放水\n渠水流向三个乡镇的麦田,今年春灌比往年提前十天。 □何敏\n近日,县工商局检查三家农资市场,查处化肥两吨。 □李文\n县妇联组织志愿者为老人打扫房屋。 □吴涛",
    ] {
        let found = beginnings(page);
        assert!(found.len() == 3 && found[0] == "水库开闸", "{page}\n{found:?}");
    }
}

#[test]
fn briefs_in_a_column_that_nothing_else_parts() {
    let page = "社区短波\n桥头社区暑期学堂开班,首日有四十六个孩子报名。\n柳荫社区请来退休电工,为居民讲用电安全。\n城东社区在小区门口发放防盗宣传单三百余份。";
    assert_eq!(beginnings(page), ["桥头社区", "柳荫社区", "城东社区"]);
    // One text goes on.
    let page = "社区短波\n桥头社区暑期学堂开班,首日有四十六个孩子报名。\n“孩子有人管了。”家长吴女士说,她可以放心上班。";
    assert_eq!(beginnings(page), ["桥头社区"]);
}

#[test]
fn what_only_looks_like_briefs() {
    for page in [
        // Several agencies at one place, an agency twice on one matter.
        "港口工人罢工\n【合众国际社哈利法十二日电】港务当局宣布,罢工进入第九天。\n【法新社哈利法十二日电】起重机今天只有两架开动。",
        "矿工罢工扩大\n新华社伦敦3月10日电 三个煤矿的矿工今天罢工。\n新华社巴黎3月10日电 法国矿工工会今天声援英国三个煤矿的矿工罢工。",
        // Who speaks stands above the text.
        "快递柜要不要收费?\n■城南社区居民 邱志勇\n快递柜开始收超时费,一个月下来要多花二三十元。\n■城南社区居民 吴娟\n快递柜占的是公共地方,账目应该公开。",
        // Pictures of one article.
        "茶园采秋茶\n①茶农在采摘秋茶。 何敏\n②三口铁锅从早上六点炒到天黑。 吴涛\n③刚出锅的秋茶每公斤能卖到一百六十元。 李文",
        "水库开闸放水\n渠水流向三个乡镇的麦田,今年春灌比往年提前十天。(何敏)\n图为水库开闸时的情景。(吴涛摄)",
    ] {
        let found = beginnings(page);
        assert_eq!(found.len(), 1, "{page}\n{found:?}");
    }
}

#[test]
fn a_colon_with_nothing_before_it() {
    let brief = |title: &str| format!("●{title} 城关镇集资打井,昨天起敬老院的二十位老人喝上了干净的自来水。");
    let page = ["敬老院喝上自来水", "老街修好新路灯", ":桥头修路"].map(brief).join("\n");
    assert_eq!(beginnings(&page).last().unwrap(), "●:桥头");
}
