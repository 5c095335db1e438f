//! What stands between articles and beside them: guides to other pages, notes of tables, programmes, what readers send.

use super::*;

fn headlines(page: &str) -> Vec<Option<String>> {
    split(page).into_iter().map(|article| article.headline).collect()
}

fn told(page: &str, want: &[&str]) {
    let headlines: Vec<_> = headlines(page).into_iter().map(Option::unwrap_or_default).collect();
    assert_eq!(headlines, want, "{page}");
}

#[test]
fn headlines_before_lead_markers() {
    let page = "厂区短波\n  食堂添了夜班热饭 本报讯 灯泡\n厂食堂从本月起给夜班工人送饭。(何敏)\n  \
        三号炉提前检修 晚报讯 三号炉\n昨日开始检修,比往年早了十天。\n  浴室装上新锅炉  据新华社讯 海州\n灯泡厂的浴室昨天装上了新锅炉。";
    told(page, &["食堂添了夜班热饭", "三号炉提前检修", "浴室装上新锅炉"]);
    // A paper's name, and a place.
    let page = format!("河道清了居民笑了\n海州晚报 本报讯 {TEXT}");
    assert_eq!(split(&page)[0].headline.as_deref(), Some("河道清了居民笑了"));
}

#[test]
fn guides_to_other_pages() {
    for guide in [
        "今日导读\nA3 东湖渔民捞起旧船板\nA5 书包减负减了几两?",
        "A3 东湖渔民捞起旧船板\nA5 书包减负减了几两?\nB2 球队名单昨日公布",
        "本版导读\n4版 东湖渔民捞起旧船板\n第8版:书包减负减了几两?",
        "今日导读\n东湖渔民捞起旧船板  A03\n书包减负减了几两?  A05",
        "导读\n东湖渔民捞起旧船板/03\n书包减负减了几两?/05",
        "本报今日要目\n东湖渔民捞起旧船板(A03版)\n书包减负减了几两?(A05版)",
        "今日导读\n东湖渔民捞起旧船板\nA03\n书包减负减了几两?\nA05",
    ] {
        let page = format!("海州晚报 2019年11月8日\n{guide}\n\n老街路面月底修好\n本报讯 {TEXT}");
        told(&page, &["老街路面月底修好"]);
    }
    // One by itself may be anything.
    let page = format!("B2 球队名单昨日公布\n本报讯 {TEXT}");
    assert_eq!(headlines(&page).len(), 1);
}

#[test]
fn notes_beside_tables() {
    let table = "品 种 本周 上周 环比\n猪肉 24.60 24.92 -1.3%\n鸡蛋 8.14 8.10 0.5%\n大米 4.42 4.42 持平";
    for (above, below) in [
        ("(11月1日—7日 单位:元/公斤)", "数据来源:海州市价格监测站"),
        ("单位:元/公斤", "注:价格为市区均价"),
        ("计量单位:公斤", "资料来源:海州市农业局"),
    ] {
        let page = format!("上周菜价略有回落\n{above}\n{table}\n{below}\n老街路面月底修好\n本报讯 {TEXT}");
        told(&page, &["上周菜价略有回落", "老街路面月底修好"]);
    }
}

#[test]
fn programmes_are_no_articles() {
    for programme in [
        "今日电视\n中央一套\n08:35 电视剧:大河东流(12—14)\n19:00 新闻联播\n海州一套\n18:30 海州新闻\n19:35 电视剧:春天里",
        "荧屏导视\nCCTV-1\n20:05 大河东流(12—14)\n湖南卫视\n19:30 春天里(1、2)",
        "·电视节目预告·\n(5月19日 星期五)\n海州电视台一套\n18:30 少儿节目:小船 19:00 转播新闻联播\n21:50 晚间新闻\n\
         (节目如有变动,以播出为准)",
    ] {
        told(&format!("老街路面月底修好\n本报讯 {TEXT}\n{programme}"), &["老街路面月底修好"]);
    }
    // What an article says of its day.
    let page =
        format!("邻里节周六开幕\n本报讯 {TEXT}活动安排如下:\n9:00 开幕式\n9:30 百家宴\n14:00 邻里运动会");
    assert!(split(&page)[0].text.contains("百家宴"));
    let page = format!(
        "老街路面月底修好\n本报讯 {TEXT}\n本周电视转播预告\n11月8日(周五)14:30 海州台二套 排球联赛 海州—东湖\n\
         21:00 海州台 足球联赛第三轮"
    );
    told(&page, &["老街路面月底修好"]);
}

#[test]
fn who_asks_stands_above_the_answer() {
    let page = format!(
        "没有收据怎样退租\n吴涛律师\n\n问:房东说没有收据就不退押金,我该怎样办?\n东湖青石 阿强\n\n答:{TEXT}"
    );
    let articles = split(&page);
    assert_eq!(articles.len(), 1);
    assert!(articles[0].blocks.iter().filter(|block| block.kind == BlockKind::Byline).count() == 2);
}

#[test]
fn poems_below_one_title() {
    let page = "登望海楼(外一首)\n何 云 山\n\n万壑松声入翠微,一筇穿破白云归。\n忽闻人语疑天上,转过山腰见钓矶。\n\n清音亭\n\n\
        双桥不系往来舟,黑白二溪绕石头。\n洗尽平生尘土气,今宵枕上听江流。\n\n书讯\n\n何敏散文集出版\n\n我市作家何敏的散文集最近出版,全书收作品五十二篇。";
    assert_eq!(split(page)[0].subheads, ["清音亭"]);
    let page = "诗二首\n\n何 云\n\n渡 口\n\n一根绳子\n把两岸的日子拉得很近\n船在中间\n不属于任何一岸\n\n老 屋\n\n钥匙锈在锁里\n\
        锁锈在门上\n门锈在\n母亲喊我乳名的黄昏里";
    assert_eq!(split(page)[0].subheads, ["渡 口", "老 屋"]);
}

#[test]
fn letters_set_apart_over_a_byline_are_a_title() {
    let page = format!(
        "河道清了居民笑了\n本报讯 {TEXT}\n识 字 歌\n搬运工人  刘 大 富\n从前挑担走千家,\n一个大字认不下。"
    );
    told(&page, &["河道清了居民笑了", "识 字 歌"]);
}

#[test]
fn writers_before_what_sites_tell() {
    for writers in ["何敏", "何 敏", "记者 何敏 通讯员 吴涛", "记者 何敏"] {
        for behind in ["发布时间:2019-11-08 08:12", "时间:2019-11-08 来源:海州晚报 点击:12"] {
            let page = format!("河道清了居民笑了\n作者:{writers}  {behind}\n\n{TEXT}");
            let articles = split(&page);
            assert_eq!(articles[0].headline.as_deref(), Some("河道清了居民笑了"), "{page}");
            assert_eq!(articles[0].blocks[1].kind, BlockKind::Byline, "{page}");
            // What the site tells is none of the text.
            assert_eq!(articles[0].published.as_deref(), Some("2019-11-08"), "{page}");
            assert!(!articles[0].text.contains("2019"), "{page}");
        }
    }
    for writers in ["何敏", "记者 何敏 通讯员 吴 涛", "见习记者 何敏", "通讯员 何敏 文/摄"]
    {
        let note = format!("2019年11月08日  来源:海州日报  作者:{writers}  字号:大 中 小  打印 关闭");
        let articles = split(&format!("河道清了居民笑了\n{note}\n\n{TEXT}"));
        assert_eq!(articles[0].blocks[1].kind, BlockKind::Byline, "{note}");
        assert_eq!(articles[0].published.as_deref(), Some("2019-11-08"), "{note}");
    }
    let page = format!("河道清了居民笑了\n作者:  发布时间:2019-11-08 08:12\n\n{TEXT}");
    assert_eq!(split(&page)[0].blocks.len(), 2);
}

#[test]
fn columns_end_before_corrections() {
    let page = format!(
        "读者来信\n码头的灯该修了\n编辑同志:{TEXT}\n海州 何敏\n更正\n本报昨日三版“每日一斤”应为“每日一两”,特此更正。"
    );
    let articles = split(&page);
    let last = articles.last().unwrap();
    assert_eq!((last.section.as_deref(), last.headline.as_deref()), (None, Some("更正")));
}

#[test]
fn pictures_of_the_article_above() {
    let orchard = "城南小学把操场边的空地改成了菜园,孩子们每天浇水、除草,写观察日记。(记者 何敏)";
    for caption in [
        "图为孩子们在菜园里浇水。吴涛 摄",
        "◀菜园里的孩子 吴涛 摄\n▼操场边的空地改成了菜园",
        "圖／城南國小提供",
        "城南小学的孩子们在菜园浇水\n吴涛 摄",
        "▲孩子们在给菜苗浇水。\n◆观察日记写了一本又一本。",
    ] {
        let page = format!("校园里种起了菜\n{orchard}\n{caption}\n老街路面月底修好\n本报讯 {TEXT}");
        told(&page, &["校园里种起了菜", "老街路面月底修好"]);
    }
    // One of its own.
    let page = format!(
        "校园里种起了菜\n{orchard}\n昨日,市民在望江公园放风筝,春风和煦,游人如织。吴涛 摄\n老街路面月底修好\n本报讯 {TEXT}"
    );
    assert_eq!(headlines(&page).len(), 3);
}

#[test]
fn letters_in_a_column_without_headlines() {
    let letters = [
        "楼下的路灯坏了半个多月,晚上出门很不方便。(何先生)\n公交8路早上班次太少。能不能增加几个?(市民李女士)\n\
         摊贩占道经营,希望城管来管一管。(市民吴先生)",
        "贵报上月刊登的《旧房变新居》一文,“三百万元”应为“三十万元”。\n市房管局办公室\n贵报刊登的《他们为何吃不上水》一文,\
         我镇已打井两眼。\n大河镇人民政府\n读了贵报《谁来管野广告》一文,深有同感。\n海州 何敏",
        "编辑同志:贵报批评的楼道堆物,我们已组织清理。\n望江街道办事处\n6月10日\n编辑同志:占道的照片,我们已责成整改。\n\
         市城管局\n6月11日\n编辑同志:路灯已经修好。\n市路灯管理所\n6月11日",
    ];
    for letters in letters {
        assert_eq!(headlines(&format!("海州晚报 2009年5月12日\n读者来电\n{letters}")).len(), 3, "{letters}");
    }
    // Voices of an article.
    let page =
        format!("公交涨价市民怎么看\n本报讯 {TEXT}\n涨一点可以理解。(何先生)\n对我影响很大。(市民李女士)");
    assert_eq!(headlines(&page).len(), 1);
}

#[test]
fn who_signs_on_two_lines() {
    let articles = split(
        "来个晚集\n集市兴起了夜市,天一擦黑就点起了灯笼。\n本报通讯员\n谷 雨\n老街修路\n老街的路开始修了,月底完工。",
    );
    assert_eq!(articles.len(), 2);
    assert!(articles[0].blocks[2..].iter().all(|block| block.kind == BlockKind::Byline));
    let page =
        "肥要早积 工要细派\n河口公社第二生产队队长\n胡 水 根\n我们队年年到腊月才想起积肥,年年赶不上趟。";
    told(page, &["肥要早积 工要细派"]);
    for name in ["·何 敏·", "△何敏△", "○何敏 吴涛○"] {
        let page = format!("河道清了居民笑了\n{TEXT}\n{name}\n老街路面月底修好\n本报讯 {TEXT}");
        told(&page, &["河道清了居民笑了", "老街路面月底修好"]);
    }
    told(
        "谁说“三分钟热度”不好\n\n林 下 风\n\n妻子常说我三分钟热度,学过吉他,练过书法。",
        &["谁说“三分钟热度”不好"],
    );
    let page = format!("河道清了居民笑了□本报记者 何敏 文/图\n{TEXT}");
    assert_eq!(split(&page)[0].blocks[1].kind, BlockKind::Byline);
    told(&page, &["河道清了居民笑了"]);
}

#[test]
fn teasers_of_other_articles() {
    let page = format!(
        "河道清了居民笑了\n{TEXT}\n新闻推荐\n本报讯 3月26日,海州城管系统的发布厅正式上线,网友可以在这里与各部门互动,这在全国尚属首次。...\n\
         海州新闻,新鲜有料。世界很大,期待在此相遇,可以走遍天涯,难以忘记的是故乡的那条河。"
    );
    let articles = split(&page);
    assert_eq!(articles.len(), 1);
    assert_eq!(articles[0].text, format!("河道清了居民笑了\n{TEXT}"));
}

#[test]
fn lines_set_aside_below_what_leads_elsewhere() {
    for page in [
        "专栏:\n【题名】\n专栏:读者来信\n今日导读\n内容\n第2版()\n：：",
        "·何 敏·2. (何敏)\n3. 图片:\n新闻推荐\n第3版(要闻)\n专栏:读者来信",
        "专栏:读者来信\n专栏:读者来信\n标题:\n【题名】编者的话:\n本报讯 昨天,社区举办读书节。\n|读者|丨民情丨电话:1380000",
    ] {
        assert!(split(page).len() < 4, "{page}");
    }
}
