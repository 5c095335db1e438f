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
