//! Pages in small, each a way in which dumps are laid out.

mod adverts;
mod briefs;
mod columns;
mod heads;
mod odd;
mod rows;
mod sites;

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
    assert_eq!(outlines(&page), ["简明新闻|-|", "简明新闻|-|"]);
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

/// Who writes a letter, and where he lives, ends it.
#[test]
fn letters_end_with_their_writers() {
    let letter = |sender: &str| {
        format!(
            "来信照登\n这条小路何时修好\n编辑同志:\n{STORY}\n{sender}\n路灯为什么不亮\n{STORY}\n城北 一读者"
        )
    };
    for sender in [
        "大河巷居民 张晓明 李建国",
        "城北 一读者",
        "海州第二棉纺厂 王秀英",
        "东湖区一元街 王秀英(退休教师)",
        "海州市前街小学分校 六(1)班 王子墨",
    ] {
        assert_eq!(
            outlines(&letter(sender)),
            ["来信照登|这条小路何时修好|", "来信照登|路灯为什么不亮|"],
            "{sender}"
        );
    }
}

/// An office sends what it stands right below, set apart from what follows or in brackets.
#[test]
fn offices_end_what_they_send() {
    let page = |sender: &str, next: &str| {
        format!("来信照登\n这条小路何时修好\n{STORY}\n{sender}{next}路灯为什么不亮\n{STORY}\n(王建国)")
    };
    let apart =
        ["海州市自来水公司营业处", "望江农业技术推广站", "胜利电影院", "东湖副食品商店", "海州供水有限公司"];
    for sender in apart {
        let bracketed = format!("({sender})");
        for page in [page(sender, "\n\n"), page(&bracketed, "\n")] {
            assert_eq!(outlines(&page), ["来信照登|这条小路何时修好|", "来信照登|路灯为什么不亮|"], "{page}");
        }
    }
    // A title has text below: no office sends it.
    let title = format!("这条小路何时修好\n{STORY}\n市区又添新校区\n\n{MORE}\n(王建国)");
    let signed = |a: &Article| a.blocks.iter().filter(|b| b.kind == BlockKind::Byline).count();
    assert_eq!(split(&title).iter().map(signed).sum::<usize>(), 1);
    // What says where the next title belongs, or is a title.
    for title in ["城南街道", "他走进了消化科"] {
        let page = format!("这条小路何时修好\n{STORY}\n\n{title}\n\n路灯为什么不亮\n{STORY}");
        assert!(outlines(&page)[0].ends_with("这条小路何时修好|"), "{title}");
        assert!(outlines(&page)[1].contains(title), "{title}: {:?}", outlines(&page));
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
fn the_parts_of_an_essay_are_numbered() {
    let page = format!("我的父亲\n□李文\n{STORY}\n一\n{MORE}\n二\n{STORY}");
    assert_eq!(outlines(&page), ["-|我的父亲|一;二"]);
}

/// What stands for running text.
const TEXT: &str = "近日,柳荫社区开展活动,居民纷纷参与其中,楼道里多了几分笑声,院子里也热闹起来,大家都说好。";

fn sections(page: &str) -> Vec<(String, String)> {
    let of = |article: Article| (article.section.unwrap_or_default(), article.headline.unwrap_or_default());
    split(page).into_iter().map(of).collect()
}

/// A search above or below each line would read such pages again and again.
#[test]
fn adversarial_pages_are_read_in_linear_time() {
    const LINES: usize = 20_000;
    let latin = "It is said by everybody in the town, and it is said again.\nA short title\n";
    let wires = "新华社北京10月1日电 灯亮了。\n";
    for rows in [latin, "1.好的。\n", "1.好,的:\n", "老街:灯\n本报讯 亮了。\n", wires] {
        split(&rows.repeat(LINES));
    }
}
