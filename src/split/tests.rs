//! Pages in small, each a way in which dumps are laid out.

use super::*;

#[test]
fn blocks_cover_the_text_line_by_line() {
    let page = "清理河道 守护碧水\n晚报讯 近日,某社区开展活动,居民纷纷参\n\n与其中。\n通讯员李晓芳";
    for article in split(page) {
        let chars: Vec<char> = article.text.chars().collect();
        let lines: Vec<&str> = article.text.lines().collect();
        assert_eq!(lines.len(), article.blocks.len());
        for (line, block) in lines.iter().zip(&article.blocks) {
            assert_eq!(chars[block.span.start..block.span.end].iter().collect::<String>(), *line);
        }
    }
}

#[test]
fn nothing_comes_of_nothing() {
    for page in ["", "\n\n", "  \u{3000}\n", "2019年11月8日 星期五\n上一版 下一版"] {
        assert_eq!(split(page), [], "{page:?}");
    }
}

/// Section, headline and subheads of each article.
fn outlines(page: &str) -> Vec<String> {
    let articles = split(page);
    let part = |s: &Option<String>| s.clone().unwrap_or("-".into());
    articles
        .iter()
        .map(|a| format!("{}|{}|{}", part(&a.section), part(&a.headline), a.subheads.join(";")))
        .collect()
}

const STORY: &str = "近日,云桥区望江街道柳荫社区组织志愿者清理楼道杂物,居民纷纷点赞。活动持续到傍晚,共清运杂物三车,楼道重新亮堂起来。";
const MORE: &str =
    "社区党委书记介绍,下一步还将发动党员认领楼道,把整治成果巩固下来,让老旧小区的居民住得更舒心,走得更放心。";

#[test]
fn headlines() {
    let want = ["-|清理楼道杂物 邻里共享清爽|"];
    for page in [
        format!("清理楼道杂物 邻里共享清爽\n晚报讯 {STORY}\n{MORE}\n通讯员李晓芳"),
        format!("清理楼道杂物 邻里共享清爽\n\n{STORY}\n\n{MORE}\n\n(记者 李晓芳)"),
        format!("清理楼道杂物\n邻里共享清爽\n本报讯(记者 李晓芳){STORY}\n{MORE}"),
        format!("清理楼道杂物 邻里共享清爽\n□记者 李晓芳\n{STORY}{MORE}"),
        format!("清理楼道杂物 邻里共享清爽\n清理楼道杂物 邻里共享清爽\n本报讯 {STORY}{MORE}(李晓芳)"),
        format!(
            "海州晚报 2019年11月8日 星期五 A07\n清理楼道杂物 邻里共享清爽\n本报讯 {STORY}\n责编:何敏 校对:吴涛\n上一版 下一版"
        ),
    ] {
        assert_eq!(outlines(&page), want, "{page}");
    }
}

#[test]
fn kickers_and_decks() {
    for page in [
        format!("望江街道柳荫社区——\n老楼道有了新管家\n{STORY}\n{MORE}\n本报记者李晓芳"),
        format!("老楼道有了新管家\n——望江街道柳荫社区自治观察\n本报记者 李晓芳\n{STORY}\n{MORE}"),
    ] {
        let articles = split(&page);
        assert_eq!(articles.len(), 1, "{page}");
        let headline = articles[0].headline.clone().unwrap_or_default();
        assert_eq!(headline, page.lines().take(2).collect::<Vec<_>>().join(" "));
    }
}

#[test]
fn crossheads() {
    let page = format!(
        "望江街道柳荫社区推行院落自治—— 老楼道有了新管家\n{STORY}\n精细管理,楼道不再堆物\n{MORE}\n{STORY}\n精准服务,老人不再犯难\n{MORE}\n本报记者李晓芳"
    );
    assert_eq!(
        outlines(&page),
        ["-|望江街道柳荫社区推行院落自治—— 老楼道有了新管家|精细管理,楼道不再堆物;精准服务,老人不再犯难"]
    );
}

#[test]
fn column_headings_and_briefs() {
    let page = format!(
        "老楼道有了新管家 居民住得更舒心\n晚报讯 {STORY}\n通讯员李晓芳\n社区短波\n普法进社区 护航邻里情\n晚报讯 {STORY}\n王芳\n送医上门 暖在心头\n晚报讯 {STORY}\n通讯员赵建国"
    );
    assert_eq!(
        outlines(&page),
        [
            "-|老楼道有了新管家 居民住得更舒心|",
            "社区短波|普法进社区 护航邻里情|",
            "社区短波|送医上门 暖在心头|"
        ]
    );
    let bullets = format!("一周速览\n●{STORY}(李晓芳)\n●{MORE}(王芳)");
    assert_eq!(outlines(&bullets), ["一周速览|-|", "一周速览|-|"]);
}

#[test]
fn broken_columns_are_joined() {
    let whole = format!("清理楼道杂物 邻里共享清爽\n晚报讯 {STORY}\n{MORE}\n通讯员李晓芳");
    let at = whole.find("志愿者").expect("a place to break");
    for gap in ["\n", "\n\n", "\n\u{3000}\n"] {
        let broken = format!("{}{gap}{}", &whole[..at], &whole[at..]);
        assert_eq!(split(&broken)[0].text, whole, "{broken}");
    }
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
fn lines_that_recur_are_kept() {
    let verse = "春风吹过老楼道来\n邻里相亲笑声多多";
    let page = format!("社区歌咏会唱响邻里情\n本报讯 {STORY}\n{verse}\n{MORE}\n{verse}\n{STORY}");
    let text: String = split(&page).iter().map(|a| a.text.clone()).collect();
    assert_eq!(text.matches("春风吹过老楼道来").count(), 2);
}

#[test]
fn lines_cut_at_one_width_are_joined() {
    const THIRD: &str =
        "到了周末,孩子们也提着小桶来帮忙,有的擦扶手,有的贴春联,楼上楼下笑成一片,比过节还要热闹几分。";
    let paragraphs = [format!("本报讯 {STORY}"), MORE.to_owned(), THIRD.to_owned()];
    let mut page = "清理楼道杂物 邻里共享清爽\n".to_owned();
    for paragraph in &paragraphs {
        let chars: Vec<char> = format!("　　{paragraph}").chars().collect();
        chars.chunks(18).for_each(|line| page.extend(line.iter().chain(&['\n'])));
    }
    let article = &split(&page)[0];
    assert_eq!(article.headline.as_deref(), Some("清理楼道杂物 邻里共享清爽"));
    assert_eq!(article.text.lines().skip(1).collect::<Vec<_>>(), paragraphs);
}

#[test]
fn verse_stays_in_lines() {
    let page = format!(
        "桂花雨\n□ 石头河\n不用伞\n在巷子里走一走\n肩上就有了金子\n像一个没说完的谜\n副刊\n说慢\n□ 廖远\n{STORY}"
    );
    let articles = split(&page);
    assert_eq!(articles[0].text.lines().count(), 6, "{}", articles[0].text);
    assert_eq!(articles[1].section.as_deref(), Some("副刊"));
}

#[test]
fn letters_answers_and_notices() {
    let page = format!(
        "读者来信\n楼道灯坏了谁来修\n编辑同志:\n{STORY}\n读者 李晓芳\n2005年12月2日\n有问必答\n参保中断能不能补缴\n读者问:断了两年还能补缴吗?\n社保局答:{MORE}\n停水通知\n{MORE}\n市供水公司\n停电通知\n{STORY}"
    );
    assert_eq!(
        outlines(&page),
        ["读者来信|楼道灯坏了谁来修|", "有问必答|参保中断能不能补缴|", "-|停水通知|", "-|停电通知|"]
    );
}

#[test]
fn kickers_without_a_dash() {
    let page = format!("三部门部署\n秋冬季森林草原防火\n本报讯 {STORY}");
    assert_eq!(outlines(&page), ["-|三部门部署 秋冬季森林草原防火|"]);
}

#[test]
fn columns_end_with_what_they_hold() {
    let page = format!("一周街坊事\n●{STORY}(李晓芳)\n●{MORE}(王芳)\n老楼道有了新管家\n本报讯 {STORY}");
    assert_eq!(outlines(&page), ["一周街坊事|-|", "一周街坊事|-|", "-|老楼道有了新管家|"]);
    let pictures =
        format!("图片新闻\n荷花开了\n{STORY}(李晓芳 摄)\n老楼道有了新管家\n本报讯(记者 王芳){STORY}");
    assert_eq!(outlines(&pictures), ["图片新闻|荷花开了|", "-|老楼道有了新管家|"]);
}

#[test]
fn a_picture_below_an_article_is_its_own_unless_the_text_goes_on_below_it() {
    const PICTURE: &str = "10月16日,孩子们在凤凰湖畔放飞自己画的风筝,湖边的草坪上笑声一片。\n李晓芳 摄";
    let page =
        format!("老楼道有了新管家\n本报讯(记者 王芳){STORY}\n{PICTURE}\n口罩下的大嗓门\n本报讯 {MORE}");
    assert_eq!(outlines(&page), ["-|老楼道有了新管家|", "-|-|", "-|口罩下的大嗓门|"]);
    let page = format!(
        "老楼道有了新管家\n本报讯(记者 王芳){STORY}\n{PICTURE}\n{MORE}\n口罩下的大嗓门\n本报讯 {MORE}"
    );
    assert_eq!(outlines(&page), ["-|老楼道有了新管家|", "-|口罩下的大嗓门|"]);
}

#[test]
fn a_title_over_a_day_and_a_byline_is_no_newspaper() {
    let page = format!("河道清了\n2022年10月31日\n本报记者 李文\n{STORY}");
    assert_eq!(outlines(&page), ["-|河道清了|"]);
}

#[test]
fn counted_briefs_are_one_article() {
    let bullets = |title: &str| format!("{title}\n△{STORY}\n△{MORE}\n△{STORY}\n(李晓芳)");
    assert_eq!(outlines(&bullets("短讯三则")), ["-|短讯三则|"]);
    assert_eq!(outlines(&bullets("街坊短讯")).len(), 3);
}

#[test]
fn an_article_that_goes_on_elsewhere_ends_at_its_jump() {
    let page = format!(
        "清理楼道杂物 邻里共享清爽\n本报讯 {STORY}上午9点,车停在小区门口,全程不超过20分\n(下转第4版)\n口罩下的大嗓门\n{MORE}"
    );
    assert_eq!(outlines(&page), ["-|清理楼道杂物 邻里共享清爽|", "-|口罩下的大嗓门|"]);
}

#[test]
fn traditional_characters() {
    let page = "大墩時報 2014年3月11日 星期二 A8 地方新聞\n夜市攤商裝洗碗機 一天省水五噸\n記者陳佳伶／台中報導\n攤商合資購入兩台洗碗機，由里辦公處統一管理，三十八個攤位共用。\n地方簡訊\n▲豐原里民活動中心十五日辦理健檢，八十名為限。\n責任編輯／王小梅";
    let articles = split(page);
    assert_eq!(articles[0].newspaper.as_deref(), Some("大墩時報"));
    assert_eq!(outlines(page), ["-|夜市攤商裝洗碗機 一天省水五噸|", "地方簡訊|-|"]);
}

#[test]
fn lists_of_titles_are_set_aside() {
    let page = format!(
        "标题导航\n清理楼道杂物 邻里共享清爽\n老楼道有了新管家\n清理楼道杂物 邻里共享清爽\n本报讯 {STORY}\n老楼道有了新管家\n本报讯 {MORE}"
    );
    assert_eq!(outlines(&page), ["-|清理楼道杂物 邻里共享清爽|", "-|老楼道有了新管家|"]);
}

#[test]
fn crossheads_come_in_twos() {
    let page = format!(
        "清理楼道杂物 邻里共享清爽\n本报讯(记者 李晓芳){STORY}\n{MORE}\n石桥村:果园里来了“田秀才”\n{STORY}\n{MORE}"
    );
    assert_eq!(outlines(&page), ["-|清理楼道杂物 邻里共享清爽|", "-|石桥村:果园里来了“田秀才”|"]);
}

#[test]
fn titles_with_a_paragraph_each_under_a_heading_are_briefs() {
    let page = format!("体坛快讯\n游泳\n{STORY}\n网球\n{MORE}\n围棋\n{STORY}");
    assert_eq!(outlines(&page), ["体坛快讯|游泳|", "体坛快讯|网球|", "体坛快讯|围棋|"]);
}

#[test]
fn headings_with_letters_set_apart() {
    let page = format!("小　言　论\n莫让楼道变仓库\n方　言\n{STORY}{MORE}");
    assert_eq!(outlines(&page), ["小言论|莫让楼道变仓库|"]);
}

#[test]
fn pen_names_sign() {
    let page = format!("莫让楼道变仓库\n桃花渡\n{STORY}\n{MORE}");
    let article = &split(&page)[0];
    assert_eq!(article.headline.as_deref(), Some("莫让楼道变仓库"));
    assert_eq!(article.blocks[1].kind, BlockKind::Byline);
}

#[test]
fn jumps_at_the_end_of_a_line_are_cut() {
    let page =
        format!("清理楼道杂物 邻里共享清爽\n本报讯 {STORY}(下转第4版)\n老楼道有了新管家\n本报讯 {MORE}");
    let articles = split(&page);
    assert_eq!(articles.len(), 2);
    assert!(articles[0].text.ends_with("亮堂起来。"));
}

#[test]
fn headlines_run_in_with_their_text() {
    let page = format!("简明新闻\n楼道装上新扶手  {STORY}\n旧物换来新绿植  {MORE}");
    let articles = split(&page);
    assert_eq!(outlines(&page), ["简明新闻|楼道装上新扶手|", "简明新闻|旧物换来新绿植|"]);
    assert_eq!(articles[0].text, format!("楼道装上新扶手\n{STORY}"));
    // A row of places.
    let page = format!("简明新闻\n望江  {STORY}\n云桥  {MORE}\n柳荫  {STORY}");
    assert_eq!(outlines(&page), ["简明新闻|望江|", "简明新闻|云桥|", "简明新闻|柳荫|"]);
    let page = format!("光荣榜\n李晓芳  {STORY}\n王大力  {MORE}\n张晓明  {STORY}");
    assert!(split(&page).iter().all(|a| a.headline.as_deref().is_none_or(|headline| headline == "光荣榜")));
    for row in ["记者  {}\n局长  {}\n记者  {}", "第一  {}\n第二  {}\n第三  {}"] {
        let page = format!("河道清淤答问\n{}", row.replace("{}", STORY));
        assert_eq!(outlines(&page).len(), 1, "{row}");
    }
    // A wide space is enough where several lines have it.
    let page =
        format!("简明新闻\n楼道装上新扶手　{STORY}\n旧物换来新绿植　{MORE}\n老楼道有了新管家　{STORY}");
    assert_eq!(outlines(&page).len(), 3);
    assert_eq!(outlines(&page)[1], "简明新闻|旧物换来新绿植|");
    let page = format!("简明新闻\n楼道装上新扶手　{STORY}\n居民老张的楼道 {MORE}");
    assert_eq!(outlines(&page), ["简明新闻|-|"]);
}

#[test]
fn further_news_is_a_piece_of_its_own() {
    let page = format!("老楼道有了新管家\n本报讯 {STORY}\n又讯 {MORE}\n莫让楼道变仓库\n本报讯 {STORY}");
    assert_eq!(outlines(&page), ["-|老楼道有了新管家|", "-|-|", "-|莫让楼道变仓库|"]);
}

#[test]
fn columns_of_opinions_hold_one_piece() {
    let page = format!(
        "清理楼道杂物 邻里共享清爽\n本报讯 {STORY}\n编辑手记\n莫让楼道变仓库\n{MORE}\n老楼道有了新管家\n本报讯 {STORY}"
    );
    let sections: Vec<_> = split(&page).iter().map(|a| a.section.clone()).collect();
    assert_eq!(sections, [None, Some("编辑手记".to_owned()), None]);
}

#[test]
fn rows_of_tables_are_no_titles() {
    let page = format!(
        "老楼道有了新管家\n本报讯 {STORY}\n积分榜\n1 东湖队 9战 6胜 2平 20分\n2 海州队 9战 5胜 3平 18分\n莫让楼道变仓库\n本报讯 {MORE}"
    );
    let headlines: Vec<_> = split(&page).into_iter().filter_map(|a| a.headline).collect();
    assert_eq!(headlines, ["老楼道有了新管家", "莫让楼道变仓库"]);
}

/// A short headline that no list knows for a column heading belongs to the line below it.
#[test]
fn short_headlines_are_no_columns() {
    for page in [
        format!("河道清了\n居民笑着来到水边\n本报讯 {STORY}\n{MORE}(李晓芳)"),
        format!("河道清了\n\n居民笑着来到水边\n\n本报讯 {STORY}\n\n{MORE}(李晓芳)"),
    ] {
        assert_eq!(outlines(&page), ["-|河道清了 居民笑着来到水边|"], "{page}");
    }
    let page = format!("社区短波\n居民笑着来到水边\n本报讯 {STORY}\n{MORE}(李晓芳)");
    assert_eq!(outlines(&page), ["社区短波|居民笑着来到水边|"]);
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

/// Who writes a letter, and where he lives, ends it.
#[test]
fn letters_end_with_their_writers() {
    let letter = |sender: &str| {
        format!(
            "来信照登\n这条小路何时修好\n编辑同志:\n{STORY}\n{sender}\n路灯为什么不亮\n{STORY}\n城北 一读者"
        )
    };
    for sender in ["大河巷居民 张晓明 李建国", "城北 一读者", "海州第二棉纺厂 王秀英"]
    {
        assert_eq!(
            outlines(&letter(sender)),
            ["来信照登|这条小路何时修好|", "来信照登|路灯为什么不亮|"],
            "{sender}"
        );
    }
}

/// A column of briefs that say where ends at the first that does not.
#[test]
fn columns_of_placed_briefs_end() {
    let page = format!(
        "社区短波\n柳荫:楼道装上扶手\n{STORY}\n望江:老人学会挂号\n{STORY}\n老楼道有了新管家\n本报讯 {STORY}\n{MORE}(李晓芳)"
    );
    assert_eq!(
        outlines(&page),
        ["社区短波|柳荫:楼道装上扶手|", "社区短波|望江:老人学会挂号|", "-|老楼道有了新管家|"]
    );
}

#[test]
fn a_bullet_alone_is_no_line() {
    for mark in ["▲", "◎", "▼", "△", "●"] {
        for page in [format!("{mark}\n{STORY}"), format!("{mark}\n老楼道有了新管家\n{STORY}\n{MORE}")]
        {
            for article in split(&page) {
                let length = article.text.chars().count();
                assert!(article.blocks.iter().all(|block| block.span.end <= length), "{page}");
                assert_eq!(article.headline.as_deref().map(str::trim), article.headline.as_deref());
            }
        }
    }
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
fn the_parts_of_an_essay_are_numbered() {
    let page = format!("我的父亲\n□李文\n{STORY}\n一\n{MORE}\n二\n{STORY}");
    assert_eq!(outlines(&page), ["-|我的父亲|一;二"]);
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

/// What stands for running text.
const TEXT: &str = "近日,柳荫社区开展活动,居民纷纷参与其中,楼道里多了几分笑声,院子里也热闹起来,大家都说好。";

fn sections(page: &str) -> Vec<(String, String)> {
    let of = |article: Article| (article.section.unwrap_or_default(), article.headline.unwrap_or_default());
    split(page).into_iter().map(of).collect()
}

#[test]
fn columns_without_a_listed_name() {
    let page = format!("楼道里的“早市”\n本报讯 {TEXT}\n河边石凳\n借书证\n□ 何敏\n{TEXT}");
    assert_eq!(sections(&page)[1], ("河边石凳".into(), "借书证".into()));
    let page = format!("楼道里的“早市”\n本报讯 {TEXT}\n老街故事 03\n修伞铺\n文/何敏\n{TEXT}");
    assert_eq!(sections(&page)[1], ("老街故事 03".into(), "修伞铺".into()));
    for framed in ["·桥边·", "〔桥边〕", "☆桥边☆", "【桥边】"] {
        let page = format!("楼道里的“早市”\n本报讯 {TEXT}\n{framed}\n修伞铺\n何敏\n{TEXT}");
        assert_eq!(sections(&page)[1], ("桥边".into(), "修伞铺".into()), "{framed}");
    }
    let idiom = format!("楼道里的“早市”\n本报讯 {TEXT}\n争分夺秒\n抢修水管的十二个小时\n本报讯 {TEXT}");
    assert_eq!(sections(&idiom)[1], (String::new(), "争分夺秒 抢修水管的十二个小时".into()));
}

#[test]
fn places_below_a_column_heading_are_of_the_headlines() {
    let page = format!("一线快讯\n古塔区\n社区来了“楼顶医生”\n{TEXT}\n义县\n河边又见灰鹤\n{TEXT}");
    let want = ["古塔区 社区来了“楼顶医生”", "义县 河边又见灰鹤"];
    assert_eq!(sections(&page), want.map(|headline| ("一线快讯".to_owned(), headline.to_owned())));
}

#[test]
fn letters_end_in_more_than_a_name() {
    let page = format!("读者来信\n路灯该修了\n编辑同志:\n{TEXT}\n此致\n敬礼!\n居民 何敏\n桥栏该补了\n{TEXT}");
    assert_eq!(sections(&page).len(), 2);
    assert_eq!(split(&page)[0].headline.as_deref(), Some("路灯该修了"));
}

#[test]
fn poems_have_titles() {
    let page = "天车上的月亮(外一首)\n何敏\n我把月亮吊起来\n吊过沸腾的钢包\n吊过师傅的安全帽\n\n卷尺\n拉出来是一米\n缩回去是一辈子\n师傅把它别在我腰上";
    assert_eq!(split(page)[0].subheads, ["卷尺"]);
    let page = format!(
        "冬至(诗)\n何敏\n夜长一点\n就有更多的房间\n给想家的人住\n门口的灯亮着\n老街人家\n一只米糕桶\n□ 吴涛\n{TEXT}"
    );
    assert_eq!(sections(&page)[1], ("老街人家".into(), "一只米糕桶".into()));
}

#[test]
fn blank_lines_tell_headlines_from_crossheads() {
    let page = format!(
        "泵站里的四个姑娘\n本报记者 何敏\n{TEXT}\n夜里的客人\n{TEXT}\n最后一封信\n{TEXT}\n\n采油队的“四本账”\n{TEXT}\n\n医院抢救溺水儿童\n本报讯 {TEXT}"
    );
    let headlines: Vec<_> = sections(&page).into_iter().map(|(_, headline)| headline).collect();
    assert_eq!(headlines, ["泵站里的四个姑娘", "采油队的“四本账”", "医院抢救溺水儿童"]);
}

#[test]
fn bylines_that_tell_where_from() {
    for byline in ["生物系96级 何 敏", "生命学院 博士生 吴涛", "□ 朵 朵(海州县第三小学五年级)", "○关 山 雨"]
    {
        let page = format!("楼道里的“早市”\n本报讯 {TEXT}\n\n捡秋\n{byline}\n{TEXT}\n{TEXT}");
        let labels: Vec<Label> = outline(&page).iter().map(|line| line.label).collect();
        assert_eq!(labels[2..4], [Label::Headline, Label::Byline], "{byline}");
    }
}

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
        "书海一瓢\n读灯下记\n于 枫\n{TEXT}\n\n蝶恋花·登楼\n江上朱栏谁拍遍,\n孤鹜归时,\n秋水连天卷。\n(何澹如)"
    );
    assert_eq!(outlines(&page)[1], "-|蝶恋花·登楼|");
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
