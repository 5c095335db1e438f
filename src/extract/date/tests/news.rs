//! Forms of the news pages: how plans, nights, stories and opening hours are told.

use super::{dates, dates_at, gives, shape};

/// The mentions as `text value`.
fn told(text: &str) -> Vec<String> {
    dates(text).into_iter().map(|d| format!("{} {}", d.text, d.value)).collect()
}

#[test]
fn seasons_and_feasts_that_are_over() {
    gives("DATE 2022-SP/2022-10-31 [2022-03-01 2022-10-31]", &["入春以来", "开春以来"]);
    gives("DATE 2022-05-01 After [2022-05-01]", &["五一过后", "“五一”过后", "5月1日过后", "五一节过后"]);
    gives("DATE 2022-10-01 Approx [2022-10-01]", &["十一前后", "国庆节前后"]);
    assert!(dates("一场大雪过后,居民扫雪。八一学校开学").is_empty());
    assert!(dates_at("山区有中到大雪,北部降雪达到大雪级别", "2022-12-07").is_empty());
    gives("DATE 2021-WI/2022-SP [2021-12-01 2022-05-31]", &["去冬今春"]);
}

#[test]
fn ranges_in_signs() {
    let may = "DATE 2022-05-01/2022-05-05 [2022-05-01 2022-05-05]";
    gives(may, &["2022.5.1-5.5", "2022.05.01-05.05", "2022.5.1-5", "2022/5/1—5/5", "2022/5/1~5/5"]);
    gives(may, &["2022-05-01至05-05", "2022.5.1—2022.5.5", "2022年5月1日-5日"]);
    gives("DATE 2022-04-28/2022-05-05 [2022-04-28 2022-05-05]", &["2022.4.28-5.5", "2022/4/28至5/5"]);
    // No range ends before it begins.
    assert!(dates("版本2022.5.1-2.3发布").is_empty());
}

#[test]
fn from_a_day_to_a_third_of_a_month() {
    let value = |text: &str| shape(&dates(text)[0]);
    assert_eq!(value("9月12日至10月中旬,全市降温"), "DATE 2022-09-12/2022-10 [2022-09-12 2022-10-20]");
    assert_eq!(value("9月28日到10月底,进行了清理"), "DATE 2022-09-28/2022-10 [2022-09-28 2022-10-31]");
}

#[test]
fn the_small_hours_after_an_evening_are_the_next_days() {
    assert_eq!(
        told("8月3日晚,大雨倾盆,民警守到凌晨。凌晨2点,险情排除。"),
        ["8月3日晚 2022-08-03TEV", "凌晨 2022-08-04TNI", "凌晨2点 2022-08-04T02:00"]
    );
    assert_eq!(told("10月9日22时出车,凌晨1点返回")[1], "凌晨1点 2022-10-10T01:00");
    // 凌晨 with a day of its own, or after the day's light, stays on it.
    assert_eq!(told("10月9日晚,10月9日凌晨")[1], "10月9日凌晨 2022-10-09TNI");
    assert_eq!(told("10月9日上午,居民说凌晨停电")[1], "凌晨 2022-10-09TNI");
}

#[test]
fn counted_parts_of_the_day_are_no_times() {
    for text in
        ["磨了好几个晚上", "蹲了三个早晨", "等了半个上午", "谈了一下午", "忙了整整一上午", "“那几年没路”"]
    {
        assert!(dates(text).is_empty(), "{text}: {:?}", told(text));
    }
    gives("DURATION P0.5D", &["半天", "半日"]);
}

#[test]
fn the_hour_behind_a_part_of_the_day_whatever_follows() {
    assert_eq!(told("从晚上7点说到深夜")[0], "晚上7点 XXXX-XX-XXT19:00");
    gives("TIME XXXX-XX-XXT08:00 Before", &["早上8点不到"]);
    assert!(told("提出3点说明").is_empty());
}

#[test]
fn a_name_before_a_day() {
    assert_eq!(told("外长米达10日表示,乌干达12日宣布"), ["10日 2022-10-10", "12日 2022-10-12"]);
}

#[test]
fn a_story_counts_from_the_day_it_told() {
    assert_eq!(told("10月9日,他走失了。直到五天后才回家。")[1], "五天后 2022-10-14");
    // What is announced, or would not be over, counts from the publication.
    assert_eq!(told("10月9日,公示开始,名单将在五天后公布。")[1], "五天后 2022-11-05");
    // What would not be over is a length from a day that only the story knows.
    assert_eq!(told("10月30日,双方签约。三天后开工。")[1], "三天 P3D");
    assert_eq!(told("2021年4月进驻,两个月后办结。")[1], "两个月后 2021-06");
    assert_eq!(told("1950年他入学,四年后毕业。")[1], "四年后 1954");
    assert_eq!(told("她收山十九年后重披戏服"), ["十九年 P19Y"]);
    assert_eq!(told("今天来信,说三年之后再聚")[1], "三年 P3Y");
}

#[test]
fn what_is_announced_lies_ahead() {
    let at = |text: &str| dates_at(text, "2022-03-19").into_iter().map(|d| d.value).collect::<Vec<_>>();
    assert_eq!(at("小区将于4月中旬开工,10月底前完工。"), ["2022-04", "2022-10"]);
    assert_eq!(at("3月底前将完成清理。"), ["2022-03"]);
    assert_eq!(at("办法自5月1日起施行。"), ["2022-05-01"]);
    assert_eq!(at("10月底前完成了清理。"), ["2021-10"]);
}

#[test]
fn whole_years_and_parts_of_them() {
    gives("DATE 2022-01/2022-08 [2022-01-01 2022-08-31]", &["今年头八个月", "今年首八个月", "今年前八个月"]);
    gives("DATE 2023-Q2 [2023-04-01 2023-06-30]", &["明年第二季", "明年第二季度"]);
    gives("DATE 2022 [2022-01-01 2022-12-31]", &["全年"]);
    assert_eq!(told("2021年全年完成"), ["2021年 2021"]);
    assert_eq!(told("2016年建社,第二年春天买了机器,第二年的事难说"), ["2016年 2016", "第二年春天 2017-SP"]);
    assert!(dates("头一年赔了").is_empty());
}

#[test]
fn what_is_prepared_for_is_coming() {
    let at = |text: &str, published: &str| {
        dates_at(text, published).into_iter().map(|d| d.value).collect::<Vec<_>>()
    };
    assert_eq!(at("通知要求,春节期间走访老人", "2023-12-27"), ["2024-02-10/2024-02-16"]);
    assert_eq!(at("春节期间,社区走访老人", "2023-12-27"), ["2023-01-22/2023-01-28"]);
    assert_eq!(at("随着冬季到来,居民备煤", "2024-10-30"), ["2024-WI"]);
    assert_eq!(at("报名截止12月5日", "2022-10-31"), ["2022-12-05"]);
    assert_eq!(at("两人定在国庆节结婚", "2001-06-08"), ["2001-10-01"]);
    assert_eq!(at("街道准备9月开班", "2021-07-22"), ["2021-09"]);
    assert_eq!(at("烘干机8月初就能投产", "2017-04-18"), ["2017-08"]);
    assert_eq!(at("几国决定7月继续增产", "2017-06-02"), ["2017-07"]);
    assert_eq!(at("7月交货的原油涨价", "2017-05-20"), ["2017-07"]);
    assert_eq!(at("新条例7月15日实施", "2017-05-20"), ["2017-07-15"]);
    assert_eq!(at("通告有效期到7月15日", "2017-06-20"), ["2017-07-15"]);
    // What has begun ends later.
    let span = ["2025-03-14", "2025-06-22"];
    assert_eq!(at("征文从3月14日开始,到6月22日结束", "2025-03-10"), span);
    assert_eq!(at("征文3月14日开始,6月22日结束", "2025-03-10"), span);
    assert_eq!(at("3月14日开会。截至6月22日,捐款到账", "2025-03-10")[1], "2024-06-22");
    // 要求 alone moves nothing of the last weeks.
    assert_eq!(at("周六,社区开会,要求防寒", "2023-12-27"), ["2023-12-23"]);
    assert_eq!(at("8月5日,社区开会,要求防汛", "2022-10-31"), ["2022-08-05"]);
}

#[test]
fn a_month_of_another_paragraph_tells_no_day() {
    let at = |text: &str| dates_at(text, "2016-05-24").into_iter().map(|d| d.value).collect::<Vec<_>>();
    assert_eq!(at("5月20日开会,8月底前建成。\n22日下午座谈。")[2], "2016-05-22TAF");
    assert_eq!(at("去年四月开工。\n工厂十五日投产。"), ["2015-04", "2016-05-15"]);
    assert_eq!(at("去年四月开工,十五日奠基。"), ["2015-04", "2015-04-15"]);
    assert_eq!(at("4月6日开会。\n8日开工。"), ["2016-04-06", "2016-04-08"]);
    assert_eq!(at("4月6日开会。\n23日开工。"), ["2016-04-06", "2016-05-23"]);
    assert_eq!(at("4月6日开会,23日开工。"), ["2016-04-06", "2016-04-23"]);
}

#[test]
fn words_that_only_look_like_time_and_back() {
    assert_eq!(told("晚秧迟播了七、八天"), ["七、八天 P7D/P8D"]);
    assert_eq!(told("大雨从昨晚至今晨")[0], "昨晚至今晨 2022-10-30TEV/2022-10-31TMO");
    assert_eq!(told("大雨从昨晚至今未停")[0], "昨晚至今 2022-10-30/2022-10-31");
    assert_eq!(told("每周六轮流值班,每周六次"), ["每周六 XXXX-WXX-6", "每周 P1W"]);
    assert_eq!(told("一年来不了几回"), ["一年 P1Y"]);
    assert!(dates("八个月大的女婴").is_empty());
    assert!(dates("那年冬天,他来了").is_empty());
    assert_eq!(told("同住三日,停水两日"), ["三日 P3D", "两日 P2D"]);
    assert_eq!(shape(&dates("条例施行快两年了")[0]), "DURATION P2Y LessThan");
    assert_eq!(told("加快三年行动,很快两年过去"), ["两年 P2Y"]);
    assert_eq!(shape(&dates("班次已运行近300天")[0]), "DURATION P300D LessThan");
    assert!(dates("按三千八百万人次年旅客吞吐量设计").is_empty());
    assert_eq!(told("农历壬寅年八月十二")[0], "农历壬寅年八月十二 2022-09-07");
    assert!(dates("本报巴黎10月23日专电 香榭丽舍大街").is_empty());
}

#[test]
fn names_of_feasts_and_seasons() {
    assert!(dates("“欢乐春节”活动开场,“我们的节日·元宵”开演").is_empty());
    assert_eq!(told("他说:“在家过春节”"), ["春节 2022-02-01"]);
    assert!(dates("第14届夏季达沃斯论坛。第24届冬季奥林匹克运动会。7×24小时通关").is_empty());
    assert_eq!(told("未来三天气温下降,三天天气晴好"), ["未来三天 P3D", "三天 P3D"]);
    assert_eq!(told("北约29日起演习,两地28日均发布消息"), ["29日 2022-10-29", "28日 2022-10-28"]);
}

#[test]
fn opening_hours_recur() {
    assert_eq!(told("周一至周五每天有人轮值"), ["周一至周五 XXXX-WXX-1/XXXX-WXX-5", "每天 P1D"]);
    assert_eq!(told("周一至周五,全市有雨"), ["周一至周五 2022-10-31/2022-11-04"]);
    assert_eq!(told("10月4日,正逢重阳节"), ["10月4日 2022-10-04", "重阳节 2022-10-04"]);
    assert_eq!(told("每逢重阳节登高").len(), 1);
}

#[test]
fn lengths_said_once() {
    gives("DURATION P50Y", &["五十载", "50年"]);
    gives("DURATION PXY", &["数载", "多年"]);
    assert!(dates("千载难逢,一年半载,五十载货车").iter().all(|d| !d.text.contains("载")));
    assert_eq!(told("一年12个月,一天24小时"), ["一年 P1Y", "12个月 P12M", "一天 P1D", "24小时 PT24H"]);
    gives("DURATION P1Y6M", &["一年零六个月", "一年6个月"]);
    assert_eq!(told("从烧熟到食用不超过2小时"), ["2小时 PT2H"]);
    assert_eq!(told("1小时折合2分,跑了1小时9分"), ["1小时 PT1H", "1小时9分 PT1H9M"]);
}

#[test]
fn then_and_the_future_as_words() {
    assert_eq!(told("柳河村过去靠天吃饭"), ["过去 PAST_REF"]);
    assert_eq!(told("工人每晚上课两小时")[0], "每晚 XXXX-XX-XXTEV");
    assert_eq!(told("亩产由过去的三成提高到五成"), ["过去 PAST_REF"]);
    assert!(dates("派人到柳河村过去看看。代表将来社区取经").is_empty());
    assert_eq!(told("将来,路会更宽"), ["将来 FUTURE_REF"]);
    assert!(dates("通讯员宁国庆").is_empty());
}

#[test]
fn this_season_is_the_one_around_the_publication() {
    let value = |text: &str, published: &str| {
        let found = dates_at(text, published);
        (found[0].text.to_string(), found[0].value.to_string())
    };
    let season = |word: &str, value: &str| (word.to_owned(), value.to_owned());
    assert_eq!(value("这个冬天,雪场热闹。", "2022-11-20"), season("这个冬天", "2022-WI"));
    assert_eq!(value("这个冬天,雪场热闹。", "2023-01-20"), season("这个冬天", "2022-WI"));
    assert_eq!(value("今冬最强的寒潮", "2023-02-03"), season("今冬", "2022-WI"));
    assert_eq!(value("这个夏天,市民戏水。", "2022-09-20"), season("这个夏天", "2022-SU"));
    assert_eq!(value("这个暑假,社区开班。", "2022-08-20"), season("这个暑假", "2022-07/2022-08"));
}

#[test]
fn last_month_of_the_figures() {
    assert_eq!(told("9月份指数为50.2%,比上月上升。"), ["9月份 2022-09", "上月 2022-08"]);
    assert_eq!(told("上月,社区办班。9月指数发布。"), ["上月 2022-09", "9月 2022-09"]);
    assert_eq!(told("从前两个月看,开局良好。"), ["前两个月 2022-01/2022-02"]);
}

#[test]
fn habits_and_limits() {
    assert_eq!(told("老人过去总是自己挑水"), ["过去 PAST_REF"]);
    assert!(told("他走过去常常回头").is_empty());
    assert_eq!(told("他1989年来无锡"), ["1989年 1989"]);
    assert_eq!(told("他每天天不亮就下地"), ["每天 P1D"]);
    assert_eq!(told("实习不得超过8小时"), ["8小时 PT8H"]);
    assert_eq!(told("10点刚过,铃响了")[0], "10点刚过 XXXX-XX-XXT10:00");
    assert_eq!(told("时隔两个月后再次上涨"), ["两个月 P2M"]);
}

#[test]
fn neighbours_that_make_it_another_time_or_none() {
    gives("DURATION PXY", &["许多年"]);
    assert_eq!(told("手快的一天能编十二只"), ["一天 P1D"]);
    assert!(dates("六月的一天").len() == 1 && dates("说起那个晚上,他笑了").is_empty());
    // 快 is faster where something is compared, nearly where not.
    assert_eq!(told("比师傅还快2分10秒"), ["2分10秒 PT2M10S"]);
    assert_eq!(told("等了快一个小时"), ["快一个小时 PT1H"]);
    assert_eq!(told("2019年头茬蒜上市"), ["2019年 2019"]);
    assert_eq!(told("干了十几个年头"), ["十几个年头 P10Y"]);
    assert_eq!(told("收益率22日早盘升至3%"), ["22日 2022-10-22"]);
    assert_eq!(told("逢周六轮村演"), ["逢周六 XXXX-WXX-6"]);
    assert_eq!(told("明年春节至元宵,南街有灯会"), ["明年春节至元宵 2023-01-22/2023-02-05"]);
    assert_eq!(told("三年不到,就还清了"), ["三年不到 P3Y"]);
    for text in ["“迎国庆·露天电影月”活动开始", "“迎春节送春联”行动"] {
        assert!(dates(text).is_empty(), "{text}");
    }
    assert_eq!(dates_at("冬瓜不卖,留到中秋节全家吃", "2006-09-15")[0].value, "2006-10-06");
}

#[test]
fn quotations_shorter_than_the_time_in_them() {
    for text in [
        "他说:“两小时三十五分钟四十秒”",
        "“凌晨三点四十五分三十二秒”",
        "去(1987)年十二月,他来了。",
        "“2022年的国庆节期间,好。”",
    ] {
        assert!(!dates(text).is_empty(), "{text}");
    }
    for text in ["周三、日均客流3万人", "周六、日本客人来访"] {
        assert_eq!(told(text).len(), 1, "{text}");
    }
}
