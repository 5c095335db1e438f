//! Lengths and recurrences.

use super::{dates, gives, shape};

#[test]
fn rough_counts() {
    gives("DURATION P3Y/P5Y", &["三五年"]);
    gives("DURATION P3D/P5D", &["三五天"]);
    gives("DURATION P5D/P7D", &["五七天"]);
    gives("DURATION P3M/P5M", &["三五个月"]);
    gives("DURATION P20Y/P30Y", &["二三十年", "两三十年"]);
    gives("DURATION P300Y/P400Y", &["三四百年"]);
    gives("DURATION P70D/P80D", &["七八十天"]);
    gives("DURATION PT20M/PT30M", &["二三十分钟"]);
    gives("DURATION P10D Approx", &["十来天", "10来天"]);
    gives("DURATION P20Y Approx", &["二十来年"]);
    gives("DURATION P10M Approx", &["十来个月"]);
    gives("DATE 1998 [1998-01-01 1998-12-31]", &["九八年"]);
    gives("DATE 1957 [1957-01-01 1957-12-31]", &["五七年"]);
    gives("DATE 2005 [2005-01-01 2005-12-31]", &["〇五年", "零五年"]);
    gives("DATE 1935-03 [1935-03-01 1935-03-31]", &["三五年三月"]);
}

#[test]
fn lengths_before_a_feast() {
    for text in ["停产十六年的中秋传统用品", "守了十六年的中秋"] {
        let found = dates(text).into_iter().map(|date| date.value.to_string());
        assert_eq!(found.collect::<Vec<_>>()[0], "P16Y", "{text}");
    }
    gives("DATE 1956-SU [1956-06-01 1956-08-31]", &["五六年的夏天"]);
}

#[test]
fn lengths_with_their_unit_said_twice() {
    gives("DURATION P3D/P5D", &["3天至5天", "三天到五天"]);
    gives("DURATION P1Y/P1.5Y", &["一年至一年半"]);
    gives("DURATION P6M/P9M", &["6个月至9个月"]);
    assert_eq!(dates("工期5天到3天").len(), 2);
}

#[test]
fn lengths_of_a_great_many() {
    gives("DURATION P4600000000Y", &["46亿年", "四十六亿年"]);
    gives("DURATION P150000000Y", &["1.5亿年", "一亿五千万年"]);
    gives("DURATION PT2350000000H", &["23.5亿小时"]);
    assert_eq!(dates("约2亿年前的化石").len(), 1);
    for text in ["3亿人次", "5亿元", "3亿年轻人", "20亿件"] {
        assert!(dates(text).is_empty(), "{text}");
    }
}

#[test]
fn lengths_before_words_of_programmes() {
    for text in
        ["比重连续8年提升", "经过8年攻坚,全县脱贫", "八年攻坚克难", "历时八年规划建设", "坚持8年提升服务"]
    {
        assert_eq!(dates(text).iter().map(shape).collect::<Vec<_>>(), ["DURATION P8Y"], "{text}");
    }
    let before = ["", "坚持", "已经", "连续", "经过"];
    let plans = ["三年行动计划", "三年攻坚行动", "五年规划", "五年计划", "三年提升工程", "三年攻坚战"];
    for text in before.iter().flat_map(|before| plans.map(|plan| format!("{before}{plan}"))) {
        let text = &text;
        assert!(dates(text).is_empty(), "{text}");
    }
    assert_eq!(dates("5天集中学习+3天自学").len(), 2);
}

#[test]
fn lengths() {
    gives("DURATION P30D", &["30天", "三十天"]);
    for text in ["整改须30天内完成", "整改须三十日以内完成"] {
        assert_eq!(dates(text).iter().map(shape).collect::<Vec<_>>(), ["DURATION P30D"], "{text}");
    }
    gives("DURATION PT24H", &["24小时", "24个小时"]);
    gives("DURATION P1Y6M", &["一年零六个月", "1年6个月"]);
    gives("DURATION P0.5Y", &["半年"]);
    gives("DURATION P1.5Y", &["一年半"]);
    gives("DURATION PT0.5H", &["半小时", "半个小时"]);
    gives("DURATION P3D/P5D", &["3至5天", "3-5天"]);
    gives("DURATION P3Y/P4Y", &["三四年"]);
    gives("DURATION PXY", &["多年", "数年"]);
    gives("DURATION PXD", &["几天"]);
    gives("DURATION PXM", &["几个月", "数月"]);
    gives("DURATION P10Y MoreThan", &["十几年", "十余年", "10多年"]);
    gives("DURATION PT2H LessThan", &["近两个小时", "不到2小时"]);
    gives("DURATION P3Y [2019-10-31 2022-10-31]", &["近三年", "过去3年", "三年来", "最近三年"]);
}

#[test]
fn sets() {
    gives("SET P1M", &["每月", "每个月"]);
    gives("SET P1D", &["每天", "每日"]);
    gives("SET P2W", &["每两周"]);
    gives("SET XXXX-WXX-3", &["每周三", "每逢周三", "每星期三"]);
    gives("SET XXXX-XX-15", &["每月15日"]);
    gives("SET XXXX-10-01", &["每年10月1日", "每年国庆节"]);
    gives("SET XXXX-XX-XXT08:00", &["每天早上8点", "每日8时"]);
    gives("SET P1W", &["每周", "每周二、四", "每周二和周四"]);
    gives("SET P1M", &["每月初一、十五", "每逢农历初一、十五", "逢初五、初十", "每月初五和二十"]);
}

#[test]
fn a_clock_range_ends_with_its_part_of_the_day() {
    for text in ["每天上午9点至下午5点看护", "每天上午9点至下午5点感受不同", "每天上午9点至下午5点"]
    {
        let found: Vec<_> = dates(text).iter().map(shape).collect();
        assert_eq!(found, ["SET XXXX-XX-XXT09:00/XXXX-XX-XXT17:00"], "{text}");
    }
}

#[test]
fn sets_with_a_clock_range() {
    gives(
        "SET XXXX-XX-XXT08:00/XXXX-XX-XXT18:00",
        &[
            "每天早八点到晚六点",
            "每天早上8点到晚上6点",
            "每日8:00至18:00",
            "每天8时—18时",
            "每天早8点至晚6点",
        ],
    );
    gives(
        "SET XXXX-XX-XXT21:00/XXXX-XX-XXT23:00",
        &["每晚九时至十一时", "每晚9点到11点", "每晚9至11时", "每天晚上9点至11点"],
    );
    gives("SET XXXX-XX-XXT22:00/XXXX-XX-XXT06:00", &["每天22点至次日6点", "每晚10点到第二天早上6点"]);
    gives("SET XXXX-XX-XXT06:30/XXXX-XX-XXT08:00", &["每天清晨6点半至8点", "每个早上6:30—8:00"]);
    gives(
        "SET XXXX-WXX-6T09:00/XXXX-WXX-6T11:00",
        &["每周六上午9点至11点", "每周六上午9至11时", "每逢周六上午9时至11时"],
    );
}

#[test]
fn whole_lengths_without_their_filler() {
    for (text, surface) in [("停产10天整", "10天"), ("整整两年整", "两年"), ("恰好24小时整", "24小时")]
    {
        let found: Vec<_> = dates(text).into_iter().map(|d| d.text).collect();
        assert_eq!(found, [surface], "{text}");
    }
    assert_eq!(dates("三年整改完成")[0].text, "三年");
}

#[test]
fn ends_in_a_longer_unit() {
    gives("DURATION P6M/P1Y", &["六个月至一年", "6个月到1年"]);
    gives("DURATION P3D/P1W", &["3天到1周"]);
    gives("DURATION PT30M/PT1H", &["30分钟到1小时"]);
}

#[test]
fn rounds_and_years_before_a_length() {
    let found = dates("工期两个星期11小时");
    assert_eq!(found.iter().map(|d| d.text.as_str()).collect::<Vec<_>>(), ["两个星期11小时"]);
    let found = dates("养猪比一九六三年多一倍");
    assert_eq!(found.iter().map(|d| d.text.as_str()).collect::<Vec<_>>(), ["一九六三年"]);
    let found = dates("绕地球一周一百一十四分钟");
    assert_eq!(found.iter().map(|d| d.text.as_str()).collect::<Vec<_>>(), ["一百一十四分钟"]);
}

#[test]
fn days_that_the_law_counts_are_lengths() {
    for (text, value) in [
        ("被处以行政拘留十日", "十日 P10D"),
        ("判处拘役三十日", "三十日 P30D"),
        ("期限由受理后三十日缩短为七日", "三十日 P30D"),
        ("自受理之日起三十日届满未答复", "三十日 P30D"),
        ("逾期十五日不缴纳", "十五日 P15D"),
        ("公示期为5日", "5日 P5D"),
    ] {
        let found: Vec<_> = dates(text).into_iter().map(|d| format!("{} {}", d.text, d.value)).collect();
        assert_eq!(found[0], value, "{text}");
    }
    for text in ["嫌疑人被拘留后,警方15日通报", "会谈后28日发表声明", "任期15日届满", "国家元首15日表示"]
    {
        assert_eq!(dates(text)[0].r#type, crate::record::DateType::Date, "{text}");
    }
}

#[test]
fn more_of_what_is_done_is_no_longer_time() {
    let printed = |text: &str| -> Vec<_> {
        dates(text).into_iter().map(|d| format!("{} {}", d.text, d.value)).collect()
    };
    assert_eq!(printed("一个月多卖两百单"), ["一个月 P1M"]);
    assert_eq!(printed("一个月多生产两千件"), ["一个月 P1M"]);
    assert_eq!(printed("一年多赚了三万元"), ["一年 P1Y"]);
    assert_eq!(printed("比2021年多了一倍"), ["2021年 2021"]);
    assert_eq!(printed("一年多收入翻番"), ["一年多 P1Y"]);
    assert_eq!(printed("超过2020年全年的业务量"), ["2020年 2020"]);
    assert_eq!(printed("主要城市1—1.5小时通达"), ["1—1.5小时 PT1H/PT1.5H"]);
    assert_eq!(printed("园区每晚上演灯光秀"), ["每晚 XXXX-XX-XXTEV"]);
    assert_eq!(printed("每晚上课")[0], "每晚 XXXX-XX-XXTEV");
    assert_eq!(printed("近20年党龄"), ["近20年 P20Y"]);
    assert_eq!(printed("创去年5月来新高"), ["去年5月来 2021-05/2022-10-31"]);
    assert_eq!(printed("一到夏天就堵"), ["夏天 XXXX-SU"]);
    assert_eq!(printed("修了一年多"), ["一年多 P1Y"]);
    assert_eq!(printed("走了两个小时多"), ["两个小时多 PT2H"]);
    assert_eq!(printed("三年多来没亏过")[0], "三年多来 P3Y");
}

#[test]
fn a_length_of_a_story_is_no_year_to_come() {
    let printed = |text: &str| -> Vec<_> {
        dates(text).into_iter().map(|d| format!("{} {}", d.text, d.value)).collect()
    };
    assert_eq!(printed("借款二十万元,八个月后变成欠款。"), ["八个月 P8M"]);
    assert_eq!(printed("二十三年后的无罪判决"), ["二十三年 P23Y"]);
    assert_eq!(printed("她四年前回国,一年半后才建好实验室。"), ["四年前 2018", "一年半 P1.5Y"]);
    assert_eq!(printed("一百年之后的2021年11月5日,结果公布。"), ["一百年 P100Y", "2021年11月5日 2021-11-05"]);
    assert_eq!(printed("他去年落榜,两年后再次应考。")[1], "两年 P2Y");
    assert_eq!(printed("“没有大碍,半年后再看一次。”"), ["半年后 2023-04"]);
    assert_eq!(printed("公园将扩建,八个月后开放。"), ["八个月后 2023-06"]);
    assert_eq!(printed("记者获悉,八个月后开放。"), ["八个月后 2023-06"]);
}
