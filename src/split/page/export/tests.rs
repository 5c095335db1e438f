//! Records of exports in small.

use super::*;
use crate::split::split;

#[test]
fn records_of_an_export() {
    let framed = "检索报告 命中:2\n==========\n【报名】 海州晚报\n【日期】 2019-11-08 星期五\n【版次】 A07\n【栏目】 街坊\n\
        【题名】\n清理河道\n【作者】\n何敏\n【正文】\n居民清理河道。\n河边没了垃圾\n【报名】 海州日报\n\
        【题名】修路\n【正文】路修好了。";
    let named = "标题:清理河道\n来源:海州晚报\n日期:2019-11-08\n版次:A07\n栏目:街坊\n作者:何敏\n正文:居民清理河道。\n\
        河边没了垃圾\n\n标题:修路\n来源:海州日报\n正文:路修好了。";
    for page in [framed, named] {
        let articles = split(page);
        assert_eq!(articles.len(), 2, "{page}");
        let first = &articles[0];
        assert_eq!(first.headline.as_deref(), Some("清理河道"));
        assert_eq!(first.text, "清理河道\n何敏\n居民清理河道。\n河边没了垃圾");
        assert_eq!(first.section.as_deref(), Some("街坊"));
        assert_eq!(first.newspaper.as_deref(), Some("海州晚报"));
        assert_eq!(first.page.as_deref(), Some("A07"));
        assert_eq!(first.published.as_deref(), Some("2019-11-08"));
        assert_eq!(articles[1].headline.as_deref(), Some("修路"));
        assert_eq!(
            (articles[1].section.as_deref(), articles[1].newspaper.as_deref()),
            (None, Some("海州日报"))
        );
    }
}

#[test]
fn fields_of_one_line_and_bodies_without_a_label() {
    let titles =
        |page: &str| split(page).iter().map(|a| (a.headline.clone(), a.text.clone())).collect::<Vec<_>>();
    let page = "【标题】修路\n【来源】海州晚报\n\n路修好了。\n居民李秀英说好。\n【标题】清淤\n【来源】海州晚报\n\n完工了。";
    let whole = [
        (Some("修路".to_owned()), "修路\n路修好了。\n居民李秀英说好。".to_owned()),
        (Some("清淤".to_owned()), "清淤\n完工了。".to_owned()),
    ];
    assert_eq!(titles(page), whole);
    let page = "标题:修路\n作者:何敏\n正文:路修好了。\n编辑:小何说好。\n标题:清淤\n作者:吴涛\n正文:完工了。";
    assert_eq!(titles(page)[0].1, "修路\n何敏\n路修好了。\n编辑:小何说好。");
}

#[test]
fn records_that_begin_with_their_column() {
    let page = "【题名】修路\n【报名】海州晚报\n【正文】\n路修好了。\n【栏目】图片新闻\n【报名】海州晚报\n【正文】\n\
                农民在收稻。何敏摄\n【栏目】街坊\n【题名】清淤\n【正文】\n完工了。";
    let told: Vec<_> = split(page).into_iter().map(|a| (a.section, a.headline)).collect();
    let known = |text: &str| Some(text.to_owned());
    assert_eq!(told, [(None, known("修路")), (known("图片新闻"), None), (known("街坊"), known("清淤"))]);
    assert_eq!(split(page)[1].newspaper.as_deref(), Some("海州晚报"));
}

#[test]
fn fields_in_other_frames_and_orders() {
    let told = |page: &str| {
        let of = |a: &crate::split::Article| (a.section.clone(), a.headline.clone(), a.text.clone());
        split(page).iter().map(of).collect::<Vec<_>>()
    };
    let known = |text: &str| Some(text.to_owned());
    let whole = [
        (known("街坊"), known("老街修路 ——柳荫见闻"), "老街修路 ——柳荫见闻\n何敏\n路修好了。".to_owned()),
        (None, None, "农民在收稻。\n吴涛摄".to_owned()),
        (None, known("气象台提醒 明日大风"), "气象台提醒 明日大风\n关好门窗。".to_owned()),
    ];
    let framed = "【库名】海州报刊库\n【检索条件】日期=2019-11-08 AND 版次=A07\n共3条\n----\n【记录】1\n\
        【版次】A07 【版名】要闻\n【栏目】街坊\n【引题】\n【主题】老街修路\n【副题】——柳荫见闻\n【作者】何敏\n\
        【正文】路修好了。\n----\n【记录】2\n【版次】A07 【版名】要闻\n【引题】\n【主题】\n【副题】\n\
        【作者】吴涛摄\n【正文】农民在收稻。\n----\n【记录】3\n【版次】A07 【版名】要闻\n【引题】气象台提醒\n\
        【主题】明日大风\n【副题】\n【作者】\n【正文】关好门窗。\n----\n【结束】";
    let named = "作者:何敏\n专栏:街坊\n标题:老街修路\n副题:——柳荫见闻\n日期:2019-11-08 版次:A07 版名:要闻\n\
        正文:\n路修好了。\n作者:吴涛摄\n日期:2019-11-08 版次:A07 版名:要闻\n正文:\n农民在收稻。\n\
        作者:\n引题:气象台提醒\n标题:明日大风\n日期:2019-11-08 版次:A07 版名:要闻\n正文:\n关好门窗。";
    let angled = "<REC>\n<日期>=2019-11-08 <版次>=A07\n<栏目>=街坊\n<题名>=老街修路\n<副题>=——柳荫见闻\n\
        <作者>=何敏\n<全文>=路修好了。\n<REC>\n<日期>=2019-11-08 <版次>=A07\n<作者>=吴涛摄\n\
        <全文>=农民在收稻。\n<REC>\n<日期>=2019-11-08 <版次>=A07\n<引题>=气象台提醒\n<题名>=明日大风\n\
        <全文>=关好门窗。";
    let latin = "Author-作者:何敏\nColumn-栏目:街坊\nTitle-题名:老街修路\nSub-副题:——柳荫见闻\n\
        PubTime-出版日期:2019-11-08 | Page-版次:A07\nText-正文:路修好了。\nAuthor-作者:吴涛摄\n\
        PubTime-出版日期:2019-11-08 | Page-版次:A07\nText-正文:农民在收稻。\nAuthor-作者:\n\
        Kicker-引题:气象台提醒\nTitle-题名:明日大风\nPubTime-出版日期:2019-11-08 | Page-版次:A07\n\
        Text-正文:关好门窗。";
    for page in [framed, named, angled, latin] {
        assert_eq!(told(page), whole, "{page}");
        for article in split(page) {
            assert_eq!(article.published.as_deref(), Some("2019-11-08"), "{page}");
            assert_eq!(article.page.as_deref(), Some("A07"), "{page}");
        }
    }
    // What an article is about, beside its title.
    let page = "【题名】修路\n【主题】城建\n【正文】路修好了。\n【题名】清淤\n【主题】水利\n【正文】完工了。";
    assert_eq!(told(page)[0], (None, known("修路"), "修路\n路修好了。".to_owned()));
}

#[test]
fn pages_that_are_none() {
    for page in [
        "来源:海州晚报 作者:何敏",
        "标题:清理河道",
        "正文:清理河道\n作者:何敏",
        "【街坊】\n【记者帮办】",
        "主题:清理河道\n单位:柳荫社区\n内容:居民清理河道。",
    ] {
        assert!(!is_export(&page.lines().collect::<Vec<_>>()), "{page}");
    }
}

#[test]
fn bodies_below_their_name_alone() {
    let page = "知识类型: 析出资源\n查看原文\n内容出处: 《海州日报》 报纸\n唯一号: 3209200\n颗粒名称: 社区清理河道\n其他题名:\n\
        分类号: D669.3\n页数: 1\n摘要: 本文记述了清理河道的情况。\n关键词: 社区 河道\n内容\n居民清理河道。\n河边没了垃圾。";
    let articles = split(page);
    assert_eq!(articles.len(), 1);
    assert_eq!(articles[0].text, "社区清理河道\n居民清理河道。\n河边没了垃圾。");
}
