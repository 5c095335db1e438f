//! What sites and archives print around articles.

use super::*;

fn story() -> String {
    format!("老楼道有了新管家\n本报讯 {STORY}\n{MORE}")
}

/// Menus, lists of pages, links to what stands beside, notes of the site.
#[test]
fn around_one_article() {
    let story = story();
    for page in [
        format!("首页English\n• 时政\n• 国际\n• 理论\n• 文化\n• 夕阳\n• 报系\n• 杂货\n{story}"),
        format!("海州新闻社\n首页 海州大观 海州图片 图文专稿 华人世界 供稿服务\n{story}"),
        format!("设为首页\n登录\n海州电视台 > 新闻台 > 新闻中心 >\n{story}"),
        format!("您好!欢迎来到海州报网站!\n报刊搜索: 搜索\n{story}"),
        format!("老楼道有了新管家--社区--海州网\n{story}"),
        format!("{story}\nRead More\n"),
        format!("< 2019年11月 >\n日 一 二 三 四 五 六\n28 29 30\n{story}"),
        format!("海州晚报全文检索系统 导出结果 导出时间:2015-11-02 09:31\n{story}"),
        format!("海州日报图文数据库\n{story}"),
        format!("{story}\n热词:\n• 楼道\n• 志愿者\n• 望江街道"),
        format!("{story}\n快速回复\n限200 字节\n上一个 下一个"),
        format!("{story}\n上一篇新闻\n\n远洋货轮昨天靠港 码头迎来大忙\n下一篇新闻\n"),
        format!(
            "{story}\n放大 缩小 默认\n第01版:一版要闻\n第02版:街坊A\n第03版:街坊B\n第04版:副刊\n望江书屋开门\n老街迎客"
        ),
        format!(
            "{story}\n网站声明\n海州日报所有自采新闻独家授权海州网发布,未经允许不得转载。\n凡本网未注明来源的作品均转载自其他媒体,并不代表本网赞同其观点。"
        ),
        story.replacen('\n', "\n作者: 来源:海州网 时间:2019-11-08\n", 1),
        story.replacen('\n', "\n发布日期:2019年11月08日 上一版  下一版\n文章字数:110\n", 1),
        story.replacen('\n', "\nhttp://news.example.com 2019年11月08日 08:56 海州网\n", 1),
        story.replacen('\n', "\n文章原始标题为: 老楼道的新管家\n3小时前\n", 1),
    ] {
        assert_eq!(outlines(&page), ["-|老楼道有了新管家|"], "{page}");
    }
}

/// The same in a text is the text's.
#[test]
fn words_like_links_in_a_text() {
    for line in [
        "• 拖把\n• 铁锹\n• 竹筐",
        "记者梳理了八个热点:\n■教育\n■健康\n■就业\n■房产\n■社会",
        "更多 关爱",
        "修路 > 通车 > 致富",
    ] {
        let page = format!("老楼道有了新管家\n本报讯 {STORY}\n{line}\n{MORE}");
        let text: Vec<_> = split(&page).into_iter().map(|article| article.text).collect();
        assert!(text.join("\n").contains(line.lines().last().unwrap_or_default()), "{line}");
    }
}

#[test]
fn the_pages_number_is_no_list() {
    let page = |text: &str| split(text)[0].page.clone();
    let story = story();
    let list = "第01版:要闻\n第02版:街坊\n第03版:副刊";
    assert_eq!(page(&format!("02:社区广角\n2019年11月8日 星期五\n{story}\n{list}")).as_deref(), Some("02"));
    assert_eq!(page(&format!("海州晚报 2019年11月8日 A05版\n{list}\n{story}")).as_deref(), Some("A05"));
    assert_eq!(page(&format!("{list}\n{story}")), None);
    assert_eq!(page(&format!("01:要闻\n02:街坊\n2019年11月8日\n{story}")), None);
    assert_eq!(page(&format!("第4版 :街坊\n{story}")).as_deref(), Some("第4版"));
    // Where the numbers go on below an article, pages without text stood above it.
    let pages = |text: &str| split(text).into_iter().map(|article| article.page).collect::<Vec<_>>();
    let head = "海州晚报 2019年11月8日";
    let text = format!("{head}\n{list}\n\n{story}\n\n第04版:街坊\n\n小区新添图书角\n本报讯 {MORE}");
    assert_eq!(pages(&text), [Some("第03版".to_owned()), Some("第04版".to_owned())]);
    let text = format!("{head} A05版\n{list}\n{story}\n\n第06版:街坊\n\n小区新添图书角\n本报讯 {MORE}");
    assert_eq!(pages(&text), [Some("A05".to_owned()), Some("第06版".to_owned())]);
}

/// A paragraph a line: one that is not set in goes on with none that ended.
#[test]
fn paragraphs_set_in_and_not() {
    let long = STORY.repeat(3);
    let page = format!("老楼道有了新管家\n  本报讯 {long}\n——{MORE}\n  {long}\n{MORE}\n  社区还想修亭子。");
    let articles = split(&page);
    assert_eq!(articles[0].text.lines().count(), 6, "{}", articles[0].text);
}

/// A picture's note that stands twice is printed once; works with their days are no page's head.
#[test]
fn notes_and_lists_of_pictures() {
    let note = "修好的栏杆挡住了风口。(何晓敏摄)";
    let page = format!("老楼道有了新管家\n本报讯 {STORY}\n{note}\n{note}\n{MORE}");
    assert_eq!(outlines(&page), ["-|老楼道有了新管家|"]);
    assert_eq!(split(&page)[0].text.matches("栏杆").count(), 1);
    let refrain = "向前进向前进,邻里的灯火亮堂堂,";
    let song = format!("{refrain}\n{refrain}\n我们的楼道洒满阳光,我们的歌声传遍四方。");
    let page = format!("社区之歌\n何敏\n{song}\n\n老楼道有了新管家\n本报讯 {STORY}");
    assert_eq!(page.matches(refrain).count(), 2);
    let texts: String = split(&page).into_iter().map(|article| article.text).collect();
    assert_eq!(texts.matches("邻里的灯火").count(), 2, "{texts}");
    let works = "晨渡 何晓敏 2018年6月10日\n归帆 吴海涛 2018年7月1日\n秋场 唐小松 2018年9月9日";
    let page = format!("海州日报 2019年11月8日 第4版\n“水乡”摄影获奖名单\n{works}\n{STORY}");
    let article = &split(&page)[0];
    assert_eq!(article.published.as_deref(), Some("2019-11-08"));
    assert!(article.text.contains("归帆"), "{}", article.text);
    let page = format!(
        "长者共餐添笑声\n\n长者在活动中心围坐。(记者唐小松摄) 记者何晓敏∕台南报导 {STORY}\n\nRead More\n\n老桥换上新护板\n\n记者吴海涛∕台南报导 {STORY}"
    );
    assert_eq!(outlines(&page), ["-|长者共餐添笑声|", "-|老桥换上新护板|"]);
    assert!(split(&page)[0].text.contains("摄)\n记者何晓敏"));
}

/// Letters in archives: the call stands behind the title, a forum keeps one article.
#[test]
fn letters_in_archives() {
    let head = "第2版()\n专栏:读者来信\n\n";
    let page = format!(
        "{head}在修路的工地上\n应该注意保护树苗编辑同志:\n{STORY}\n海州 何晓敏\n\n{head}菜场缺秤\n编辑同志:\n{STORY}"
    );
    let headlines: Vec<_> =
        split(&page).into_iter().map(|article| article.headline.unwrap_or_default()).collect();
    assert_eq!(headlines, ["在修路的工地上 应该注意保护树苗", "菜场缺秤"]);
    let page = format!(
        "• 40阅读\n只看楼主 倒序阅读 0 发表于: 1956-03-20\n{head}修路要护树\n(一)编辑同志:\n{STORY}\n何晓敏 吴海涛 唐小松\n贺立群 石太有 濮稼先 李克俭\n(二)编辑同志:\n{MORE}\n快速回复"
    );
    assert_eq!(outlines(&page), ["读者来信|修路要护树|"]);
}

/// Wires without headlines: two blank lines part them, and none else stand there.
#[test]
fn wires_between_blank_lines() {
    let wire = |day: &str| format!("    【路透社海州{day}日电】{STORY}\n    {MORE}");
    let page =
        format!("1964年6月13日望江消息 第1版\n\n{}\n\n\n{}\n{}", wire("十一"), wire("十"), wire("十二"));
    assert_eq!(split(&page).len(), 2, "{page}");
}

/// Titles that lead elsewhere, above the one that is shown.
#[test]
fn lists_of_titles_above_the_article() {
    let story = story();
    let latest = "远洋货轮昨天靠港码头迎来大忙\n\n百年老桥本周起封闭大修\n\n城西夜市搬进新家摊位翻番";
    for page in [
        format!("第A21版:民情\n3上一版  下一版4\n老楼道有了新管家\n远洋货轮昨天靠港\n新闻搜索:\n{story}"),
        format!(
            "2019年11月8日星期五\n\n老楼道有了新管家\n百年老桥何时重开?\n夜市搬进新家!\n远洋货轮昨天靠港\n\n\n{story}"
        ),
        format!("date 2019-11-08 快讯\n\n{latest}\n\n听新闻\n0:00 / 0:00\n\n{story}"),
        format!(
            "2019年11月8日 星期五\n百年老桥本周大修 远洋货轮昨天靠港 老楼道有了新管家\n第6版:综合新闻\n{story}"
        ),
        format!(
            "第002版:封2 街坊\n上一版3  4下一版\n版面导航\n第001版\n封面导读\n第002版\n封2 街坊\n第003版\n头版要闻\n标题导航\n{story}"
        ),
    ] {
        let page = page.replace("老楼道有了新管家", "老楼道里有了新管家");
        assert_eq!(outlines(&page), ["-|老楼道里有了新管家|"], "{page}");
    }
    let page = "第002版:封2 街坊\n版面导航\n第001版\n封面导读\n第002版\n街坊\n第003版\n要闻\n";
    assert_eq!(split(&format!("{page}{story}"))[0].page.as_deref(), Some("第002版"));
}

/// Conditions that a site sets above its articles, and where those were printed.
#[test]
fn conditions_of_sites() {
    let legal =
        "在接受本网站服务之前,请仔细阅读下列条款。1. 凡本网注明来源的作品,版权均属于海州报社。".repeat(4);
    let page = format!(
        "海州在线版权与免责声明:\n{legal}\n2019年11月8日 星期五\n人民网\n老楼道有了新管家\n《 青年天地 》( 2019年11月08日   15 版)\n本报讯 {STORY}\n{MORE}"
    );
    assert_eq!(outlines(&page), ["-|老楼道有了新管家|"]);
    let article = &split(&page)[0];
    assert_eq!((article.newspaper.as_deref(), article.page.as_deref()), (Some("青年天地"), Some("15版")));
    let story = story().replacen('\n', "\n2019-11-08 09:09   来源: 海州日报   作者:何敏 吴涛   点击:\n", 1);
    assert!(split(&story)[0].text.starts_with("老楼道有了新管家\n作者:何敏 吴涛\n本报讯"), "{story}");
}

/// A site's page of one article: pictures above it, a title that looks like a byline, the day in a row of links.
#[test]
fn one_article_of_a_site() {
    let captions = "5月15日,老街先锋会在海州召开。何小敏 摄\n\n4月23日,职工读书活动启动。吴小涛 摄\n\n";
    let page = format!(
        "海州新闻网>>海州工会\n\n老楼道有了新管家\n\n2019年11月08日09:02\n\n{captions}{STORY}\n{MORE}"
    );
    assert_eq!(outlines(&page), ["-|老楼道有了新管家|"]);
    let page =
        format!("老读者 新朋友\n\n本报记者 何敏 《 海州日报 》( 2019年11月08日   03 版)\n\n{STORY}\n{MORE}");
    assert_eq!(outlines(&page), ["-|老读者 新朋友|"]);
    let page = format!(
        "您当前的位置 :海州网 >> 新闻中心 来源:海州网 | 2019-11-08 15:28:18 |\n海州网讯 {STORY}\n{MORE}"
    );
    assert_eq!(split(&page)[0].published.as_deref(), Some("2019-11-08"));
    let page = format!(
        "海州社工网\n 找回密码\n 注册会员\n老楼道有了新管家\n本报讯 {STORY}\n# T8 G2 F$ d! f1 n, Z0 l\" Z1\n{MORE}"
    );
    assert_eq!(outlines(&page), ["-|老楼道有了新管家|"]);
    let page = format!("2019年11月8日\n综合新闻\n02\n\n老楼道有了新管家\n本报讯 {STORY}\n{MORE}");
    let article = &split(&page)[0];
    assert_eq!((article.newspaper.as_deref(), article.page.as_deref()), (None, Some("02")));
}
