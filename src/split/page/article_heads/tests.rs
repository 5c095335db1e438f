//! Pages whose articles have heads, in small.

use super::*;
use crate::split::split;

fn outlines(page: &str) -> Vec<String> {
    let told = |text: &Option<String>| text.clone().unwrap_or("-".to_owned());
    split(page)
        .iter()
        .map(|a| {
            format!("{}|{}|{}|{}", told(&a.page), told(&a.section), told(&a.headline), a.text.lines().count())
        })
        .collect()
}

#[test]
fn heads_part_articles() {
    let page = "1987年8月5日海州日报 第2版\n\n第2版(要闻)\n专栏:\n\n  沿河三村合力清淤\n青石镇河道通了\n  全镇三十里河道清淤完工,\
        沿河三千亩农田可以自流灌溉,二十个村吃上干净水\n本报讯 (记者何敏)河道清理完工。\n村民说好。\n\n\n第2版(副刊)\n专栏:街坊\n\n\
        老街的灯\n吴朵\n灯亮了。\n\n\n第2版()\n专栏:\n\n荷花(摄影) 何敏";
    let whole = [
        "第2版|-|沿河三村合力清淤 青石镇河道通了 全镇三十里河道清淤完工,沿河三千亩农田可以自流灌溉,二十个村吃上干净水|3",
        "第2版|街坊|老街的灯|3",
        "第2版|-|荷花(摄影) 何敏|1",
    ];
    assert_eq!(outlines(page), whole);
    assert_eq!(split(page)[1].published.as_deref(), Some("1987-08-05"));
}

#[test]
fn lines_that_became_spaces() {
    let more = "居民李秀英说,河道清理完工以后,沿河三千亩农田可以自流灌溉,二十个村吃上干净水。";
    let headed = format!(
        "1987-08-05\n第 3 版\n1. 清淤完工\n第3版(要闻)专栏: 清淤完工 本报记者何敏吴涛 河道清了。 一河一策有人管 {more} {more}\n\
         2. 老街的灯亮了!\n第3版(要闻)专栏: 老街的灯亮了! 本报讯 灯亮了。 {more}"
    );
    let listed =
        format!("1987-08-05\n第 3 版\n1. 外报评清淤\n【东海社汉口八月四日电】题:清淤    {more} {more}");
    let texts = |page: &str| split(page).into_iter().map(|article| article.text).collect::<Vec<_>>();
    assert_eq!(
        texts(&headed),
        [
            format!("清淤完工\n本报记者何敏吴涛\n河道清了。\n一河一策有人管\n{more}\n{more}"),
            format!("老街的灯亮了!\n本报讯 灯亮了。\n{more}"),
        ]
    );
    let text = format!("外报评清淤\n【东海社汉口八月四日电】题:清淤\n{more}\n{more}");
    assert_eq!(texts(&listed), [text]);
}

#[test]
fn titles_above_heads_and_in_lists() {
    let repeated = "1987-08-05第3版面所有文章内容\n\n清淤完工 河道通了\n\n第3版(要闻)\n专栏:\n\n  清淤完工\n  河道通了\n\
        本报讯 河道清理完工。\n\n老街的灯\n\n第3版(要闻)\n专栏:街坊\n\n老街的灯\n灯亮了。";
    let listed = "1987-08-05\n第 3 版\n1. 清淤完工 河道通了\n第3版(要闻)专栏: 清淤完工  河道通了 本报讯 河道清理完工。\n\
        2. 老街的灯\n第3版(要闻)专栏:街坊 老街的灯 灯亮了。";
    for page in [repeated, listed] {
        assert_eq!(outlines(page), ["第3版|-|清淤完工 河道通了|2", "第3版|街坊|老街的灯|2"]);
        assert_eq!(split(page)[0].published.as_deref(), Some("1987-08-05"));
    }
    let bare = "1987-08-05\n第 3 版\n1. 清淤完工\n河道清理完工。\n1. 分三段施工。\n2. 老街的灯\n灯亮了。";
    let pictures =
        "第3版()\n专栏:\n荷花(摄影) 何敏\n第3版()\n专栏:\n荷花(摄影) 何敏\n第3版()\n专栏:\n老街(木刻) 吴朵";
    assert_eq!(outlines(pictures).len(), 3);
    assert_eq!(outlines(bare), ["第3版|-|清淤完工|3", "第3版|-|老街的灯|2"]);
}

#[test]
fn titles_stand_above_heads_alone() {
    let lead = "居民李秀英说,河道清理完工以后,沿河三千亩农田可以自流灌溉,二十个村吃上干净水,大家都来帮忙。";
    let page = format!(
        "海州日报 1987年8月5日\n\n沿河三村合力\n清淤完工\n第2版(要闻)\n专栏:\n{lead}\n何 敏\n\n老街的灯\n第4版(副刊)\n专栏:街坊\n{lead}"
    );
    assert_eq!(outlines(&page), ["第2版|-|沿河三村合力 清淤完工|3", "第4版|街坊|老街的灯|2"]);
}

#[test]
fn columns_part_articles_by_themselves() {
    let page = "海州日报 1964.8.5 星期三 第三版\n\n专栏:\n桥头的“铁算盘”\n——记青石镇会计何敏\n本报记者\n太阳还没有出来,何敏已经到了桥头。\n\
        账本摊在桌上。\n\n专栏:思想杂谈\n“差不多”差多少\n青石县县长 吴涛\n有些同志有一句口头禅,叫做“差不多”。\n\n第2版\n专栏:\n清淤完工\n本报讯 河道清理完工。";
    assert_eq!(
        outlines(page),
        [
            "第三版|-|桥头的“铁算盘” ——记青石镇会计何敏|4",
            "第三版|思想杂谈|“差不多”差多少|3",
            "第2版|-|清淤完工|2",
        ]
    );
}

#[test]
fn one_head_stands_above_an_article_or_a_page() {
    let lead = "居民李秀英说,河道清理完工以后,沿河三千亩农田可以自流灌溉。";
    let page = format!("海州日报\n第3版()\n专栏:\n清淤完工\n本报讯 {lead}\n老街的灯亮了\n本报讯 {lead}");
    assert_eq!(outlines(&page), ["第3版|-|清淤完工|2", "第3版|-|老街的灯亮了|2"]);
    let page = format!("第3版()\n专栏:街坊\n清淤完工\n{lead}\n{lead}");
    assert_eq!(outlines(&page), ["第3版|街坊|清淤完工|3"]);
}

#[test]
fn nothing_is_lost_around_heads() {
    let lead = "居民李秀英说,河道清理完工以后,沿河三千亩农田可以自流灌溉。";
    let lines = |page: &str| split(page).iter().map(|a| a.text.lines().count()).sum::<usize>();
    // An article above the first head.
    let page =
        format!("海州日报 1987年8月5日\n清淤完工\n本报讯 {lead}\n第2版(要闻)\n专栏:\n老街的灯\n{lead}");
    assert_eq!(lines(&page), 4);
    // Text that begins as a head does.
    let page = format!(
        "第2版(要闻)\n专栏:\n更正\n第2版(要闻)刊登的《清淤》一文有误。\n第2版(要闻)\n专栏:\n老街的灯\n{lead}"
    );
    assert_eq!(outlines(&page)[0], "第2版|-|更正|2");
    // Text that begins as the next title does.
    let page = format!("第2版(要闻)\n专栏:\n修堤\n清淤完工以后,{lead}\n第2版(要闻)\n专栏:\n清淤完工\n{lead}");
    assert_eq!(lines(&page), 4);
    let page = "第3版\n1. 清淤\n第3版(要闻)专栏: 清淤工作昨日完工。\n2. 修堤\n第3版(要闻)专栏:街坊\n本报讯 大堤修好了。";
    assert_eq!(outlines(page)[0], "第3版|-|清淤|2");
    assert!(split(page)[0].text.ends_with("清淤工作昨日完工。"));
}

#[test]
fn pages_below_one_head_each() {
    let lead = "居民李秀英说,河道清理完工以后,沿河三千亩农田可以自流灌溉。";
    let page =
        |n: usize| format!("第{n}版(要闻)\n专栏:\n清淤完工\n本报讯 {lead}\n老街的灯亮了\n本报讯 {lead}\n");
    assert_eq!(outlines(&(page(2) + &page(3))).len(), 4);
}

#[test]
fn pages_without_heads() {
    for page in ["第3版(要闻)\n清淤完工", "专栏:街坊\n老街的灯", "第3版\n清淤完工\n1. 河道清理完工。"]
    {
        assert!(ArticleHeads::of(&page.lines().collect::<Vec<_>>()).is_none(), "{page}");
    }
}

#[test]
fn numbers_that_begin_anew_and_further_lines_of_headlines() {
    let page = "1987-04-09\n第 1 版\n1. 夏时制今起施行\n第1版(要闻)专栏: 夏时制今起施行 各地钟表拨快一小时 新华社北京4月8日电 \
                从明天起钟表拨快一小时。\n第 2 版\n1. 渠水进村\n第2版(农村)专栏: 渠水进村 本报讯 桥头村修通水渠。";
    let told: Vec<_> = split(page).into_iter().map(|a| (a.headline.unwrap(), a.page.unwrap())).collect();
    let article = |headline: &str, page: &str| (headline.to_owned(), page.to_owned());
    assert_eq!(told, [article("夏时制今起施行 各地钟表拨快一小时", "第1版"), article("渠水进村", "第2版")]);
}

#[test]
fn titles_that_look_like_something_else() {
    let page = "第5版()\n专栏:\n\n柳荫新风\n魏政\n柳荫街的居民清理河道,七年没有断过。\n\n第5版()\n专栏:\n\n\
                两种做法,你赞成哪一种?\n是多修几间小的?\n本报讯 海州市修房子有两种做法。\n\n第5版()\n专栏:\n\n河道清了\n本报讯 河道清了。";
    let page = &format!("{page}\n\n第5版()\n专栏:\n\n小说集在海州出版\n【本报讯】小说集出版了。");
    let headlines: Vec<_> = split(page).into_iter().map(|a| a.headline.unwrap()).collect();
    assert_eq!(
        headlines,
        ["柳荫新风", "两种做法,你赞成哪一种? 是多修几间小的?", "河道清了", "小说集在海州出版"]
    );
}

#[test]
fn texts_that_begin_with_their_title() {
    let page = "1957-04-11\n\n海州大众报 全文数据 第 2 版\n\n1. 桥头村的社员为什么多积肥\n\n桥头村的社员为什么多积肥 编者按:积肥的报酬怎样定,要由社员来定。\n\n\
                2. 莫把镰刀锁在仓库里\n\n[读者来信] 莫把镰刀锁在仓库里 编辑同志: 眼看就要割草了,镰刀还锁在仓库里。\n\n上一版 下一版";
    let told: Vec<_> = split(page).into_iter().map(|a| (a.section, a.headline.unwrap(), a.text)).collect();
    let article = |section: Option<&str>, title: &str, text: &str| {
        (section.map(str::to_owned), title.to_owned(), format!("{title}\n{text}"))
    };
    assert_eq!(
        told,
        [
            article(None, "桥头村的社员为什么多积肥", "编者按:积肥的报酬怎样定,要由社员来定。"),
            article(Some("读者来信"), "莫把镰刀锁在仓库里", "编辑同志:\n眼看就要割草了,镰刀还锁在仓库里。"),
        ]
    );
}

#[test]
fn briefs_and_additions_below_a_head() {
    let page = "第2版()\n专栏:简讯\n\n▲山前县新打水井三百眼。\n▲海州罐头厂已开始装箱。\n\n\n第2版()\n专栏:\n\n\
                渠水进村\n【新华社海州二十日电】桥头村修通水渠。\n又讯:桥头村已有四十七户用上渠水。";
    let told: Vec<_> = split(page).into_iter().map(|a| (a.section, a.headline)).collect();
    let text = |s: &str| Some(s.to_owned());
    let brief = (text("简讯"), None);
    assert_eq!(told, [brief.clone(), brief, (None, text("渠水进村")), (None, None)]);
    let one = "第2版()\n专栏:\n\n渠水进村\n桥头村修通水渠。\n▲渠边要种树。\n▲水费要收齐。\n\n第2版()\n专栏:\n\n河道清了\n河道清了。";
    assert_eq!(split(one).len(), 2);
}

#[test]
fn titled_briefs_below_one_head() {
    let page = |column: &str| {
        format!(
            "第2版()\n专栏:{column}\n\n  渠水进村\n桥头村修通水渠。\n\n  书库开放\n海州书库昨日开放。\n读者很多。\n\n\
             第2版()\n专栏:\n\n  河道清了\n河道清了。"
        )
    };
    let headlines = |column: &str| -> Vec<_> {
        split(&page(column)).into_iter().map(|a| (a.section, a.headline.unwrap())).collect()
    };
    let some = |column: &str, title: &str| (Some(column.to_owned()), title.to_owned());
    for column in ["新闻简报", "简讯", "体育短波"] {
        let last = (None, "河道清了".to_owned());
        assert_eq!(headlines(column), [some(column, "渠水进村"), some(column, "书库开放"), last]);
    }
    // Elsewhere such a line is a crosshead.
    assert_eq!(headlines("调查").len(), 2);
}

#[test]
fn numbered_titles_above_heads_are_set_aside() {
    for head in ["第2版()\n专栏:", "第2版()专栏:"] {
        let page = format!(
            "海州日报\n\n1. 渠水进村\n{head}农村\n渠水进村\n桥头村修通水渠。\n\n2. 书库开放\n{head}\n海州添新景\n\
             书库开放\n本报讯 海州书库昨日开放。\n\n3. 图片\n{head}\n梨花开了\n山前县的梨花开了。"
        );
        let headlines: Vec<_> = split(&page).into_iter().map(|a| a.headline.unwrap()).collect();
        assert_eq!(headlines, ["渠水进村", "海州添新景 书库开放", "梨花开了"], "{head}");
    }
}

#[test]
fn letters_below_one_head() {
    let page = "第2版()\n专栏:读者来信\n\n街灯该修了\n我们巷口的街灯坏了半年。\n海州市东湖路中学部分教师\n\
                路牌难认\n东湖路的路牌褪了色。\n石桥公社中学教师\n编者的话:路牌应当重漆。\n\n第2版()\n专栏:\n\n河道清了\n河道清了。";
    let headlines: Vec<_> = split(page).into_iter().map(|a| a.headline.unwrap()).collect();
    assert_eq!(headlines, ["街灯该修了", "路牌难认", "河道清了"]);
}

#[test]
fn a_list_above_the_heads_is_set_aside() {
    let page = "今日导读\n老楼加梯 2版\n柳荫社区的早晨\n\n第2版(要闻)\n专栏:街坊\n\n老楼加梯\n本报讯 电梯开动了。\n\n\
                第3版(农村)\n专栏:\n\n渠水进村\n本报讯 水渠通了。";
    let headlines: Vec<_> = split(page).into_iter().map(|a| a.headline.unwrap()).collect();
    assert_eq!(headlines, ["老楼加梯", "渠水进村"]);
}

#[test]
fn lines_of_a_forum_stand_above_each_head() {
    let posts = [("清淤完工", "柳荫河清淤工程昨日完工。"), ("新桥通车", "东湖新桥昨日通车。")];
    let page = posts.map(|(title, text)| {
        format!(
            "• 41阅读\n  • 0回复\n\n{title} [复制链接]\n\n上一主题 下一主题\n离线admin\n\n\
             只看楼主 倒序阅读 0 发表于: 1959-11-08\n第2版()\n专栏:街坊\n{title}\n【本报讯】{text}\n"
        )
    });
    let articles = split(&format!("海州日报资料库 » 1959年11月8日 第2版\n{}", page.join("\n")));
    let told: Vec<_> = articles
        .iter()
        .map(|a| (a.headline.as_deref(), a.section.as_deref(), a.published.as_deref()))
        .collect();
    let day = Some("1959-11-08");
    assert_eq!(told, [(Some("清淤完工"), Some("街坊"), day), (Some("新桥通车"), Some("街坊"), day)]);
}
