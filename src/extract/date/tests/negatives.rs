//! What is not time.

use super::{dates, gives};

#[test]
fn parts_of_day_in_compounds_are_no_time() {
    for text in [
        "夜间施工扰民",
        "夜间经济",
        "夜间消费活跃",
        "夜间噪声",
        "禁止夜间作业",
        "夜间照明",
        "夜间停车难",
        "深夜食堂",
        "白天施工",
        "暑期未到",
        "暑期图书角",
        "暑期档",
        "暑期社会实践",
    ] {
        let found: Vec<_> = dates(text).into_iter().map(|d| d.text).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    gives("TIME 2022-10-30TNI [2022-10-30]", &["昨天夜间", "10月30日深夜", "30日夜间"]);
}

#[test]
fn scores_names_and_datelines_are_no_time() {
    for text in [
        "以9:15、4:15丢掉了两局",
        "光明日报总编辑到场",
        "不分白天黑夜地干",
        "本报保定十月十五日电记者张晓明报道",
        "本报北京10月4日讯记者张晓明报道",
    ] {
        assert!(dates(text).is_empty(), "{text}");
    }
    assert_eq!(dates("班车8:10、9:20发车").len(), 2);
    assert_eq!(dates("明日报名").len(), 1);
}

#[test]
fn not_time() {
    for text in [
        "“未来”号下水",
        "停水达10日",
        "近2000名职工",
        "第一时间",
        "江海晚报",
        "一池春水",
        "90后青年",
        "12号楼",
        "24号线",
        "4+7采购",
        "日均客流",
        "以3:0获胜",
        "比分21:15",
        "热线0571-12345678",
        "版本1.2.3",
        "30多名",
        "3月龄婴儿",
        "三年级学生",
        "两周岁",
        "15分钟生活圈",
        "《2022年预算报告》",
        "“2022先锋行动”",
        "“7·24”事故",
        "十月革命",
        "项目前期",
        "体现在",
        "每周岁",
        "一年一度的",
        "3日游",
        "李国庆说",
        "清明上河图",
        "“五一”劳动奖章",
        "五年规划",
        "人均",
        "同时",
        "小时候",
        "一点一滴",
        "三点建议",
        "第3天",
        "同比增长",
        "24小时便利店",
        "张黎明说",
        "公益暑期班",
        "国际环境日趋复杂",
        "四周青山",
        "无数年轻人",
        "新的一年",
        "东亚夏季风",
        "冬季风盛行",
        "冬季奥运会",
        "培训的最后一天",
        "周六日照常营业",
        "逢一三五日限行",
        "男女比例是1:12",
        "配比为1:20",
    ] {
        let found: Vec<_> = dates(text).into_iter().map(|d| (d.text, d.value)).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn feasts_are_given_names_behind_a_title() {
    for text in ["商务局局长农国庆介绍", "副局长逯国庆表示", "居民宁国庆的家", "队员苗中秋说"]
    {
        assert!(dates(text).is_empty(), "{text}: {:?}", dates(text));
    }
    for text in ["员工国庆加班", "老师于国庆期间值守", "居民向国庆献礼"] {
        assert_eq!(1, dates(text).len(), "{text}");
    }
}

#[test]
fn speech_in_marks_is_no_name() {
    gives("DATE 2022-05 End [2022-05-21 2022-05-31]", &["5月底"]);
    assert_eq!(1, dates("“5月底都能铺完”").len());
    assert!(dates("“周末集市”开张").is_empty());
    assert_eq!("如今", dates("如今天天往河边走")[0].text);
}

#[test]
fn words_that_only_begin_like_times() {
    for text in ["通讯员黎明亮", "该书一九八九年初版时", "今年雨水多"] {
        assert!(
            dates(text).iter().all(|d| ["今年", "一九八九年"].contains(&d.text.as_str())),
            "{text}: {:?}",
            dates(text)
        );
    }
    assert_eq!("前晚", dates("从前晚开始,传言疯传")[0].text);
    assert_eq!("今年雨水节气", dates("今年雨水节气已过")[0].text);
}

#[test]
fn wishes_sayings_and_kinds_are_no_times() {
    for text in
        ["创造更加美好的明天", "家乡的明天", "一年接着一年干", "一年又一年", "赶到夏季牧场", "建15分钟清凉圈"]
    {
        assert!(dates(text).is_empty(), "{text}: {:?}", dates(text));
    }
    assert_eq!(1, dates("明天的天气好").len());
}

#[test]
fn words_that_hold_a_time() {
    let texts = [
        "会议改在日内瓦召开",
        "以前所未有的决心",
        "航天员逐梦九天",
        "投运后年发电量达9亿千瓦时",
        "神舟十六号在轨",
        "冬季项目和夏季项目",
    ];
    for text in texts {
        assert_eq!(dates(text).iter().map(|d| d.text.to_string()).collect::<Vec<_>>(), [""; 0], "{text}");
    }
    let found = dates("总结过去4年中美关系的经验");
    assert_eq!(found.iter().map(|d| d.text.as_str()).collect::<Vec<_>>(), ["过去4年"]);
}

#[test]
fn shifts_flowers_and_figures_are_no_time() {
    for text in ["上后半夜班的工友", "公园里二月兰盛开", "北风一天紧过一天", "日子一年好过一年"]
    {
        let found: Vec<_> = dates(text).into_iter().map(|d| d.text).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    for text in ["十年磨一剑", "可实现当日往返", "全城当日通达", "继嫦娥五号之后", "会议改在日内瓦召开"]
    {
        let found: Vec<_> = dates(text).into_iter().map(|d| d.text).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    assert_eq!(dates("10月24日是联合国日")[1].text, "联合国日");
    assert_eq!(dates("一项革新一年省电五十万度")[0].text, "一年");
    assert_eq!(dates("10年轮伐")[0].text, "10年");
    assert_eq!(dates("此前的两个月,社区预演。")[0].text, "此前的两个月");
    assert_eq!(dates("每逢农历三、六、九开讲")[0].text, "每逢农历三、六、九");
}
