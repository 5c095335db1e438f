//! Rows of tables, words set letter by letter, bulletins.

use super::*;

#[test]
fn letters_set_apart_over_text_are_a_title() {
    let page = format!(
        "存车费该不该涨\n编辑同志:{TEXT}\n海州第三中学 何明理\n复 信\n何明理同志:\n{TEXT}\n更 正\n{TEXT}"
    );
    let headlines: Vec<_> = sections(&page).into_iter().map(|(_, headline)| headline).collect();
    assert_eq!(headlines, ["存车费该不该涨", "复 信", "更 正"]);
}

#[test]
fn rows_of_tables_are_text() {
    let page = format!(
        "河道清淤完工\n本报讯 {TEXT}\n\n煤矿产量排名\n单位   计划   实际\n一矿   820   841\n二矿   760   752\n\n昨日战报\n全国联赛第五轮\n海州队97∶101望江队\n柳荫队89∶83东湖队"
    );
    let headlines: Vec<_> = sections(&page).into_iter().map(|(_, headline)| headline).collect();
    assert_eq!(headlines, ["河道清淤完工", "煤矿产量排名", "全国联赛第五轮"]);
}

#[test]
fn boxes_in_letters_and_marks_of_markdown() {
    let page = format!(
        "# 海州日报 2019年11月8日 A07\n\n## 老楼道有了新管家\nn本报记者 何敏 通讯员 吴涛\n{TEXT}\n\n**河道清淤完工**\n本报讯 {TEXT}"
    );
    let articles = split(&page);
    let told: Vec<_> = articles.iter().map(|a| (a.headline.as_deref(), a.page.as_deref())).collect();
    assert_eq!(told, [(Some("老楼道有了新管家"), Some("A07")), (Some("河道清淤完工"), Some("A07"))]);
    assert_eq!(articles[0].blocks[1].kind, BlockKind::Byline);
}

#[test]
fn poems_of_a_row_end_where_its_title_says() {
    let page = format!(
        "诗二首\n闻 笛\n夜行车\n火车穿过黑夜\n像一根针穿过布\n远处的田野\n慢慢亮了起来\n邮 票\n你把春天剪成一小块\n贴在信的右上角\n我拆开的时候\n听见雨\n\n五月\n五月从麦芒上走来\n一步一个金黄的脚印\n母亲直起腰\n把手搭在额前\n她望见了远方\n也望见了\n自己的从前\n石 榴\n\n画猫的人\n{TEXT}\n{TEXT}"
    );
    let told: Vec<_> =
        split(&page).iter().map(|a| (a.headline.clone().unwrap(), a.subheads.join(";"))).collect();
    let want = [("诗二首", "夜行车;邮 票"), ("五月", ""), ("画猫的人", "")];
    assert_eq!(told, want.map(|(a, b)| (a.to_owned(), b.to_owned())));
    let page = format!(
        "楼道里的“早市”\n本报讯 {TEXT}\n\n书海一瓢\n读灯下记\n于 枫\n{TEXT}\n\n蝶恋花·登楼\n江上朱栏谁拍遍,\n孤鹜归时,\n秋水连天卷。\n(何澹如)"
    );
    assert_eq!(outlines(&page)[2], "-|蝶恋花·登楼|");
}

#[test]
fn rows_of_prices_and_ranks_and_talk_are_text() {
    let page = format!(
        "河道清淤完工\n·何敏·\n{TEXT}\n\n价格播报\n大白菜:0.8元/斤,比上周降0.1元\n猪肉:28.5元/斤\n\n排行榜\n1.海州队 积13分\n2.望江队 积12分\n\n大海的女儿\n吴 朵\n{TEXT}\n“娘,爹啥时候回来?”\n“潮来的时候。”"
    );
    let headlines: Vec<_> = sections(&page).into_iter().map(|(_, headline)| headline).collect();
    assert_eq!(headlines.first().map(String::as_str), Some("河道清淤完工"));
    assert!(
        !headlines.iter().any(|headline| headline.starts_with(['大', '1', '“']) && headline != "大海的女儿"),
        "{headlines:?}"
    );
    assert_eq!(split(&page)[0].blocks[1].kind, BlockKind::Byline);
}

#[test]
fn bulletins_of_offices() {
    let page = format!(
        "云桥区政务快报\n(2012年第18期 总第206期)\n2012年5月14日\n\n【要闻】\n●区人大视察菜市场 5月11日,{STORY}\n●区委调研社区建设 5月10日,{STORY}\n\n【街道之窗】\n●金山街道:城管队员学手艺 5月9日,{STORY}\n\n【经济数据】\n{MORE}\n\n【编后】\n{MORE}\n主编:何敏\n报:市委办公室\n送:区委各部门"
    );
    let want = [
        "要闻|区人大视察菜市场|",
        "要闻|区委调研社区建设|",
        "街道之窗|金山街道:城管队员学手艺|",
        "经济数据|-|",
        "编后|-|",
    ];
    assert_eq!(outlines(&page), want);
    assert_eq!(split(&page)[0].published.as_deref(), Some("2012-05-14"));
}

#[test]
fn columns_of_calls() {
    let page = format!(
        "河道清淤完工\n本报讯 {TEXT}\n\n读者来电\n江州区凌先生:{MORE}\n大新县许女士:{MORE}\n扶绥县一市民:{MORE}"
    );
    assert_eq!(outlines(&page)[1..], ["读者来电|-|", "读者来电|-|", "读者来电|-|"]);
    let page = format!(
        "钢城人                   职工文化\n一九九四年五月一日 第四版\n\n·劳模速写·\n炉前三十年\n本报记者 刘 泉\n{TEXT}"
    );
    let articles = split(&page);
    assert_eq!(articles[0].newspaper.as_deref(), Some("钢城人"));
    assert_eq!(articles[0].section.as_deref(), Some("劳模速写"));
}
