//! Columns, letters and poems.

use super::*;

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

#[test]
fn columns_of_answers_end_where_nothing_is_asked() {
    let page = format!(
        "政策问答\n租房能办居住证吗?\n问:租房八个月能不能办?\n答:能,带上合同。\n老年卡丢了怎么补?\n读者 王女士:母亲的卡丢了,谁去补?\n\
         市公交公司:子女带证件去补。\n老楼道有了新管家\n本报讯 {STORY}"
    );
    assert_eq!(
        outlines(&page),
        ["政策问答|租房能办居住证吗?|", "政策问答|老年卡丢了怎么补?|", "-|老楼道有了新管家|"]
    );
}

#[test]
fn a_box_before_a_column() {
    let page = format!("■灯下漫笔\n母亲的针线匣\n秦 桑\n{STORY}\n{MORE}");
    assert_eq!(outlines(&page), ["灯下漫笔|母亲的针线匣|"]);
}

#[test]
fn columns_over_headlines_of_two_lines() {
    for column in ["街区医生", "心香一瓣", "环球科技24小时", "家书抵万金"] {
        let page = format!(
            "楼道里的“早市”\n本报讯 {TEXT}\n\n{column}\n门诊开进了居民大院\n一位全科医生和她的三百户老邻居\n本报讯(记者 何敏) {TEXT}"
        );
        let want = (column.to_owned(), "门诊开进了居民大院 一位全科医生和她的三百户老邻居".to_owned());
        assert_eq!(sections(&page)[1], want);
    }
    // Places, offices and clauses belong to the headline.
    for (kicker, line) in [("退休老兵", "修出十里长廊"), ("三代教师", "门诊开进了居民大院")]
    {
        let page = format!("楼道里的“早市”\n本报讯 {TEXT}\n\n{kicker}\n{line}\n本报讯(记者 何敏) {TEXT}");
        assert_eq!(sections(&page)[1], (String::new(), format!("{kicker} {line}")));
    }
    for kicker in ["云桥区", "盈德村", "市公安局", "寒潮来袭"] {
        let page = format!(
            "楼道里的“早市”\n本报讯 {TEXT}\n\n{kicker}\n门诊开进了居民大院\n本报讯(记者 何敏) {TEXT}"
        );
        assert_eq!(sections(&page)[1], (String::new(), format!("{kicker} 门诊开进了居民大院")));
    }
}

#[test]
fn columns_of_names_end_at_the_first_headline() {
    let page = format!(
        "星座运势\n白羊\n{TEXT}\n金牛\n{TEXT}\n双子\n{TEXT}\n年货街元旦开张迎客\n本报讯(记者 何敏) {TEXT}"
    );
    let columns: Vec<_> = sections(&page).into_iter().map(|(section, _)| section).collect();
    assert_eq!(columns, ["星座运势", "星座运势", "星座运势", ""]);
}

#[test]
fn columns_known_by_what_they_hold() {
    let briefs = |name: &str, signed: &str| {
        format!(
            "海州晚报 2016年8月3日\n{name}\n楼道里办起书屋\n居民把闲置的书搬到楼道里,办起了小书屋。{signed}\n\
             菜场搬进新楼\n大河菜场昨日搬进新楼,摊位多了一半。{signed}\n奶奶们跳起街舞\n年轻的老师教奶奶们跳街舞,报名的人很多。{signed}"
        )
    };
    for page in [briefs("社区里的新鲜事", ""), briefs("味蕾上的故乡", "\n何敏")] {
        let found = sections(&page);
        assert_eq!(found.len(), 3, "{page}");
        assert!(found.iter().all(|(section, _)| !section.is_empty()), "{page}");
    }
    // Whom the first article is about.
    assert!(sections(&briefs("海州供电公司", "")).iter().all(|(section, _)| section.is_empty()));
}

#[test]
fn titles_that_say_where() {
    let briefs = |head: &str| {
        format!(
            "{head}南通 百名医生下乡义诊\n南通市组织百名医生下乡义诊,发放药品。\n扬州 古运河畔赏花灯\n扬州古运河畔举办花灯展。\n\
             徐州 秋粮开镰\n徐州各县秋粮陆续开镰,农机手日夜作业。"
        )
    };
    assert_eq!(sections(&briefs("")).len(), 3);
    // Parts of one article.
    assert_eq!(sections(&briefs("各地办活动欢度中秋\n本报记者 何敏\n中秋佳节,各地办起活动。\n")).len(), 1);
}

#[test]
fn crossheads_in_quotation_marks() {
    let page = format!(
        "从“等着人来”到“把人请回”\n本报记者 何敏\n{TEXT}\n“六十岁的后生”\n“{TEXT}”老人说。\n“先修一条回得来的路”\n{TEXT}\n\
         “不能再走一遍空的路”\n{TEXT}"
    );
    assert_eq!(split(&page)[0].subheads.len(), 3);
}

#[test]
fn items_that_are_cut_at_the_page_edge() {
    let row = "上级布置的各项工作都已经安排到人到";
    let item = format!("△高安县黄茅公社的社员用竹筒代替铁\n{row}\n{row}\n上了自来水。 (聂 春 生)\n");
    let page = format!("赣中农村报 1964年11月17日\n·简讯·\n{}", item.repeat(4));
    assert_eq!(split(&page).len(), 4);
}
