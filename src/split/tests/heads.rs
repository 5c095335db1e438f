//! Heads and feet of pages.

use super::*;

/// Where the paper comes from, whom to call and what it costs stands around articles, in any order.
#[test]
fn heads_and_feet_of_pages() {
    let story = format!("老楼道有了新管家\n本报讯 {STORY}\n{MORE}(李晓芳)");
    for page in [
        format!("海州日报海外版\n来信请寄:海州市前街本报群工部 邮编000000\n{story}"),
        format!("海州晚刊 周末版\n每逢周三、周六出版\n2019年11月8日 星期五\n\n{story}"),
        format!("老楼道有了新管家_海州日报\n返回版面\n字号:T|T\n{story}"),
        format!("01:头版 02:要闻 03:社会 04:副刊\nPDF下载\n{story}"),
        format!("首页 > 数字报 > 要闻\n老楼道有了新管家\n老楼道有了新管家\n来源:海州新闻网 2019-11-08 08:30\n{story}").replacen(
            &format!("\n{story}"),
            &story["老楼道有了新管家".len()..],
            1,
        ),
        format!("{story}\n本版言论仅代表作者个人观点\n县印刷厂承印 每份八分 内部交流"),
        format!("{story}\n\n每份一元五角\n自办发行"),
        format!("{story}\n广告·遗失声明\n汇率:1美元兑人民币7.76"),
    ] {
        assert_eq!(outlines(&page), ["-|老楼道有了新管家|"], "{page}");
    }
}

/// The same words inside a page are an article's.
#[test]
fn lines_like_a_pages_head_inside_a_page() {
    let first = format!("海州日报 2019年11月8日 星期五\n清理楼道杂物 邻里共享清爽\n本报讯 {MORE}");
    let page = format!("{first}\n\n老街早餐店\n每份一元五角\n本报讯 {STORY}");
    assert_eq!(outlines(&page)[1], "-|老街早餐店 每份一元五角|");
    let page =
        format!("{first}\n\n停电通告\n{STORY}\n海州供电局 2012年3月28日\n\n老楼道有了新管家\n本报讯 {STORY}");
    let articles = split(&page);
    assert!(articles[1].text.ends_with("海州供电局 2012年3月28日"), "{}", articles[1].text);
}

#[test]
fn a_day_below_a_title_is_of_that_article_alone() {
    let page = "给母亲的信\n1998年8月9日\n妈妈,我在大堤上给您写信。\n\n社区办起食堂\n本报讯(记者 何敏)食堂开张了,老人们都来吃饭。";
    let articles = split(page);
    let told: Vec<_> = articles.iter().map(|a| (a.headline.as_deref(), a.published.as_deref())).collect();
    assert_eq!(told, [(Some("给母亲的信"), Some("1998-08-09")), (Some("社区办起食堂"), None)]);
    let page = "社区办起食堂\n本报讯(记者 何敏)食堂开张了。\n\n河道清淤完工\n来源:望江日报 2019-11-09\n河道昨天完工了。";
    let told: Vec<_> = split(page).iter().map(|a| a.newspaper.clone()).collect();
    assert_eq!(told, [None, Some("望江日报".to_owned())]);
}

#[test]
fn masthead_tells_newspaper_page_and_day() {
    let page = format!(
        "海州晚报\n第A07版:社区新闻\n2019年11月8日 星期五\n清理楼道杂物 邻里共享清爽\n本报讯 {STORY}"
    );
    let article = &split(&page)[0];
    assert_eq!(article.newspaper.as_deref(), Some("海州晚报"));
    assert_eq!(article.page.as_deref(), Some("A07"));
    assert_eq!(article.published.as_deref(), Some("2019-11-08"));
    assert_eq!(article.lines, Some((4, 5)));
}

#[test]
fn a_dump_of_two_pages_has_two_mastheads() {
    let page = format!(
        "海州晚报 2019年11月8日 星期五 A07\n清理楼道杂物 邻里共享清爽\n本报讯 {STORY}\n二〇一九年十一月一日\n海州晚报 2019年11月9日 星期六 A01\n老楼道有了新管家 居民齐点赞\n本报讯 {MORE}"
    );
    let articles = split(&page);
    let told: Vec<_> = articles.iter().map(|a| (a.page.as_deref(), a.published.as_deref())).collect();
    assert_eq!(told, [(Some("A07"), Some("2019-11-08")), (Some("A01"), Some("2019-11-09"))]);
    assert!(articles[0].text.ends_with("二〇一九年十一月一日"));
}

#[test]
fn headlines_that_look_like_a_pages_head() {
    for title in [
        "首届社区读书节由区文化局主办",
        "内部资料为何流入市场",
        "行动代号:利剑 警方端掉一个窝点",
        "印刷 千年雕版的新生",
        "新三版:中小企业融资新渠道",
        "收藏老物件 评论旧时光",
        "小区改造 > 老人出行 > 孩子上学",
        "当前位置:离海三公里",
        "我爱民生版",
        "本报图片展今天由市文联开幕",
    ] {
        assert_eq!(furniture_class(title), None, "{title}");
    }
    // Behind the day of the page a title is an article's.
    let page = format!("海州日报 2019年11月7日 星期四\n老楼道有了新管家\n第08版:社区新闻\n本报讯 {STORY}");
    assert!(outlines(&page).iter().any(|outline| outline.contains("老楼道有了新管家")), "{page}");
}

#[test]
fn lists_of_titles_at_the_head_are_set_aside() {
    let text = "本报讯 近日,柳荫社区开展活动,居民纷纷参与其中,楼道里多了几分笑声。";
    let list = "本版导读\n▶ 楼道里的“早市”\n▶ 桥头修伞,三十年没有涨价\n▶ 老井加了盖";
    let page =
        format!("{list}\n\n楼道里的“早市”\n{text}\n桥头修伞 三十年没有涨价\n{text}\n老井加了盖\n{text}");
    let headlines: Vec<_> = split(&page).into_iter().map(|a| a.headline.unwrap_or_default()).collect();
    assert_eq!(headlines, ["楼道里的“早市”", "桥头修伞 三十年没有涨价", "老井加了盖"]);
    let crawled = format!("守桥人\n首页 新闻 登录 注册\n沿着大河口往上走\n守桥人\n{text}");
    assert_eq!(split(&crawled)[0].headline.as_deref(), Some("沿着大河口往上走 守桥人"));
}

#[test]
fn a_title_over_a_day_and_a_byline_is_no_newspaper() {
    let page = format!("河道清了\n2022年10月31日\n本报记者 李文\n{STORY}");
    assert_eq!(outlines(&page), ["-|河道清了|"]);
}

/// What a house prints of itself is no headline: where to write, who prints, pages told by number.
#[test]
fn the_house_is_no_article() {
    let story = format!("老楼道有了新管家\n本报讯 {STORY}\n{MORE}(李晓芳)");
    for page in [
        format!("B4-B5 社区\n{story}\n投稿信箱:hzwb@example.com 来稿请注明地址"),
        format!("社区新闻 02\n海州区融媒体中心主办\n{story}\n有线索请拨 0500-555××××"),
        format!("3　镇村·民生\n{story}\n印刷:本报印刷厂 代号:1—00"),
        format!(
            "老楼道有了新管家\n2019-11-08\n作者:\n本报讯 {STORY}\n{MORE}(李晓芳)\n本版图片除署名外均为资料片"
        ),
    ] {
        assert_eq!(outlines(&page), ["-|老楼道有了新管家|"], "{page}");
    }
}

#[test]
fn heads_set_letter_by_letter() {
    let story = format!("老楼道有了新管家\n本报讯 {STORY}");
    for head in [
        "2 0 1 6 年 5 月 1 2 日   星 期 四\n第 3 版 综 合 新 闻\n责 编:何 敏   版 式:吴 涛",
        "海州晚报 2 0 1 6 年 5 月 1 2 日",
        "2016 年 5 月 12 日",
    ] {
        let page = format!("{head}\n\n{story}");
        assert_eq!(outlines(&page), ["-|老楼道有了新管家|"], "{head}");
        assert_eq!(split(&page)[0].published.as_deref(), Some("2016-05-12"), "{head}");
    }
}

#[test]
fn sources_are_signatures() {
    let page = format!(
        "海州晚报 2019年11月8日\n\n老楼道有了新管家\n据新华社\n{STORY}\n\n河道清淤完工\n本报讯 {MORE}\n据海州日报\n\n莫让楼道变仓库\n{STORY}\n(据新华社)"
    );
    assert_eq!(outlines(&page), ["-|老楼道有了新管家|", "-|河道清淤完工|", "-|莫让楼道变仓库|"]);
}

#[test]
fn people_with_an_office_sign_below_titles_only() {
    let text = "本报讯(记者何敏)昨日,柳荫社区清理河道,居民都说好。\n清淤用了两天。";
    for title in ["访海州市市长 王建国", "海州中学校长 李雪", "省委调查组进驻海州"]
    {
        let page = format!("海州晚报 2019年11月8日\n\n河道清了居民笑了\n{text}\n\n{title}\n{text}");
        let headlines: Vec<_> = split(&page).into_iter().map(|a| a.headline).collect();
        assert_eq!(headlines, [Some("河道清了居民笑了".to_owned()), Some(title.to_owned())]);
    }
    let page = format!("海州晚报 2019年11月8日\n\n把河道管好\n省水利厅厅长 王建国\n{text}");
    assert_eq!(split(&page)[0].headline.as_deref(), Some("把河道管好"));
    let page = format!("海州晚报 2019年11月8日\n\n膝盖响要紧吗\n骨科 副主任医师 韩石\n{text}");
    assert_eq!(split(&page)[0].headline.as_deref(), Some("膝盖响要紧吗"));
}

#[test]
fn letters_to_many_begin_below_their_headline() {
    for salute in ["各位养殖户:", "全县烟农同志们：", "亲爱的家长朋友:", "尊敬的广大用户："]
    {
        let page = format!("把河道管好\n本报讯 {MORE}\n\n致全县养殖户的一封信\n{salute}\n{STORY}\n县畜牧局");
        assert_eq!(split(&page)[1].headline.as_deref(), Some("致全县养殖户的一封信"), "{salute}");
    }
    let page = format!("把河道管好\n本报讯 {MORE}\n\n广大农民:\n今年种子不愁买\n本报讯 {STORY}");
    assert_eq!(split(&page)[1].headline.as_deref(), Some("广大农民: 今年种子不愁买"));
}

/// The name of a site and the day, which it prints with each of its articles, below its title or above.
#[test]
fn sites_print_their_name_with_each_article() {
    let titles = ["老楼道有了新管家", "菜场里的读书会", "路灯亮到了巷尾"];
    let below = titles
        .map(|title| {
            format!("{title}\n\n• 柳荫人\n• 記者:陳小可、吳濤編輯:何敏\n• 2021-02-05\n\n{STORY}\n\n")
        })
        .concat();
    let above =
        titles.map(|title| format!("- 柳荫新聞\n- 2021年02月05日\n{title}\n【柳荫新聞】{STORY}\n")).concat();
    for page in [below, format!("{above}- 下一页\n")] {
        let told: Vec<_> =
            split(&page).into_iter().map(|a| (a.headline.unwrap(), a.published.unwrap())).collect();
        assert_eq!(told, titles.map(|title| (title.to_owned(), "2021-02-05".to_owned())), "{page}");
    }
    // What stands above each title is a column.
    let columns = titles.map(|title| format!("街坊\n{title}\n本报记者 何敏\n{STORY}\n{MORE}\n")).concat();
    assert_eq!(outlines(&columns), titles.map(|title| format!("街坊|{title}|")));
}

#[test]
fn records_of_a_site_tell_their_issue() {
    let page = format!(
        "老楼道有了新管家\n\n期次:第187期   作者:学生记者 何敏 文/图   查看:156\n\n{STORY}\n\n短讯\n\n期次:第187期   作者:   查看:38\n\n{MORE}"
    );
    assert_eq!(outlines(&page), ["-|老楼道有了新管家|", "短讯|-|"]);
}

/// Lines with arrows are captions of the article above them where one of them points aside.
#[test]
fn arrows_point_at_pictures() {
    let page = format!(
        "稻花香里说丰年\n◀望江村的水稻进入收割期。\n▲柳荫村农户在晾晒稻谷。何敏/摄\n▼东湖村的收割机下田。\n{STORY}\n老楼道有了新管家\n本报讯 {MORE}"
    );
    assert_eq!(outlines(&page), ["-|稻花香里说丰年|", "-|老楼道有了新管家|"]);
    let briefs = format!("{page}\n简讯\n▲望江村修好水渠。\n▲柳荫村种下新树。\n▲东湖村通了班车。");
    assert_eq!(outlines(&briefs).len(), 5);
}

/// What only looks like the name or day of a site: a title that recurs over bylines, days of other years.
#[test]
fn what_a_page_repeats_for_reasons_of_its_own() {
    let poems = format!("我的家乡\n作者:何敏\n{STORY}\n").repeat(3);
    assert_eq!(split(&poems).len(), 3);
    let events = format!(
        "海州晚报 2019年11月8日 第A07版\n历史上的今天\n1964年10月16日\n老楼道有了新管家\n{STORY}\n1997年7月1日\n菜场里的读书会\n{MORE}"
    );
    assert!(split(&events).iter().all(|a| a.published.as_deref() == Some("2019-11-08")));
}

/// Each page of a site has its day, its column and its source.
#[test]
fn pages_of_a_site_one_behind_the_other() {
    let page = ["老楼道有了新管家", "菜场里的读书会", "路灯亮到了巷尾", "桥头的修鞋摊", "旧书换绿植"].map(|title| {
        format!("2016年07月26日 星期二\n街坊在线\n\n{title}\n\n何敏\n\n来源:海州时报  ( 2016年07月26日   02 版)\n\n{STORY}\n{MORE}\n\n版权声明 | 关于我们\n\n")
    });
    let told: Vec<_> =
        split(&format!("海州时报客户端\n\n海州在线版权与免责声明\n\n海州时报手机版\n\n{}", page.concat()))
            .into_iter()
            .map(|a| (a.headline.unwrap(), a.text.contains("来源:")))
            .collect();
    let title = |title: &str| (title.to_owned(), false);
    let titles = ["老楼道有了新管家", "菜场里的读书会", "路灯亮到了巷尾", "桥头的修鞋摊", "旧书换绿植"];
    assert_eq!(told, titles.map(title));
}

/// A paper whose name no list's end fits, above the day.
#[test]
fn names_of_papers_with_what_stands_beside_them() {
    for (head, page) in [
        ("松江融媒 SONGJIANG RONGMEI", None),
        ("侨声周讯 海州版 NEW ENGLAND", None),
        ("海州中時／地方綜合　B2", Some("B2")),
    ] {
        let articles = split(&format!("{head}\n2024年10月24日 星期四\n\n老楼道有了新管家\n{STORY}"));
        let [article] = &articles[..] else { panic!("{head}: {articles:?}") };
        assert_eq!(article.headline.as_deref(), Some("老楼道有了新管家"));
        assert!(article.newspaper.as_deref().is_some_and(|name| head.starts_with(name)), "{head}");
        assert_eq!(article.page.as_deref(), page);
    }
    let title = format!("河道清了 居民笑了\n2024年10月24日\n{STORY}");
    assert_eq!(split(&title)[0].headline.as_deref(), Some("河道清了 居民笑了"));
}

/// A column between dashes is one, whatever it is called.
#[test]
fn columns_between_dashes() {
    let page =
        format!("- 民情 -\n老楼道有了新管家\n{STORY}\n(李晓芳)\n— 夜灯 —\n菜场里的读书会\n{MORE}\n(王建国)");
    assert_eq!(outlines(&page), ["民情|老楼道有了新管家|", "夜灯|菜场里的读书会|"]);
    for column in ["|民情|", "丨民情丨", "读者·作者·编者", "我与街道征文选登"] {
        let page = format!("{column}\n望江街道的老楼道有了新管家\n{STORY}\n(李晓芳)");
        let column = column.trim_matches(['|', '丨']);
        assert_eq!(outlines(&page), [format!("{column}|望江街道的老楼道有了新管家|")]);
    }
}
