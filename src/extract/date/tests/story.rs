//! Days that the story tells, and the day that it counts from.

use super::{dates, dates_at, shape};
use crate::record::{Modifier, ShortText};

#[test]
fn a_day_told_as_news_is_no_day_of_long_ago() {
    let values = |text: &str, published: &str| -> Vec<ShortText> {
        dates_at(text, published).into_iter().map(|d| d.value).collect()
    };
    assert_eq!(
        values("卫生部门5日称,2021年10月7日地震发生至今,多人伤亡;消防局5日称,搜救继续。", "2022-10-06"),
        ["2022-10-05", "2021-10-07", "2022-10-05"]
    );
    // The same bare day, without a verb of telling.
    assert_eq!(
        values("5日,会议开幕。协会2019年3月成立。代表5日参观。", "2022-10-06"),
        ["2022-10-05", "2019-03", "2022-10-05"]
    );
    assert_eq!(values("2020年5月成立以来,公司扩张。公司28日宣布停产。", "2022-10-06")[1], "2022-09-28");
    // A chronicle goes on in its own month.
    assert_eq!(
        values("2021年3月3日开工,5日停工;2021年8月2日复工,5日完工。", "2022-10-06"),
        ["2021-03-03", "2021-03-05", "2021-08-02", "2021-08-05"]
    );
    assert_eq!(values("9月3日开工,5日称停工。", "2022-10-06")[1], "2022-09-05");
}

#[test]
fn same_period_is_one_mention() {
    for text in ["去年同期", "上年同期", "2021年同期", "前年同期"] {
        let found: Vec<_> = dates(&format!("客流比{text}增加")).into_iter().map(|d| d.text).collect();
        assert_eq!(found, [text]);
    }
    assert_eq!(dates("今年1至9月增长,去年1至9月下降,与去年的同期相比")[2].text, "去年的同期");
}

#[test]
fn festivals_announced_in_december_are_coming() {
    for text in ["将在春节前完工", "力争春节前通车", "春节前将发放到位", "确保春节前交付", "务必在春节前付清"]
    {
        let found = dates_at(text, "2022-12-20");
        assert_eq!(
            (found[0].value.as_str(), found[0].r#mod),
            ("2023-01-22", Some(Modifier::Before)),
            "{text}"
        );
    }
}

#[test]
fn a_feast_that_a_gathering_is_called_by_is_not_the_day_of_the_story() {
    let last = |text: &str| dates_at(text, "2023-01-20").pop().expect("a date").value;
    for gathering in ["团拜会", "联欢会", "文艺晚会", "茶话会", "音乐会", "灯会"] {
        let text = format!("19日上午,商会办了2023年春节{gathering}。9时许,来宾到齐。");
        assert_eq!(last(&text), "2023-01-19T09:00", "{gathering}");
    }
    for day in ["春节当天,", "春节,", "春节期间,"] {
        assert_eq!(
            last(&format!("19日上午,大家排练。{day}上午10时,演出开始。")),
            "2023-01-22T10:00",
            "{day}"
        );
    }
}

#[test]
fn anaphora() {
    let found = dates("10月12日,活动举行。当天下午3点,队员出发,次日返回。");
    let values: Vec<_> = found.iter().map(|d| d.value.as_str()).collect();
    assert_eq!(values, ["2022-10-12", "2022-10-12T15:00", "2022-10-13"]);
    assert_eq!(dates("9月8日开工,15日完工。")[1].value, "2022-09-15");
    assert_eq!(dates("9月8日开工,上午10时剪彩。")[1].value, "2022-09-08T10:00");
    assert_eq!(dates("当天,居民报名。")[0].value, "XXXX-XX-XX");
}

#[test]
fn announced_days_lie_ahead() {
    assert_eq!(dates("大桥将于12月25日通车。")[0].value, "2022-12-25");
    assert_eq!(dates("大桥12月25日通车。")[0].value, "2021-12-25");
}

#[test]
fn same_period() {
    let found = dates("今年以来,产值增长,比去年同期多一成。");
    assert_eq!(found[1].value, "2021-01-01/2021-10-31");
    assert_eq!(dates("9月客流回升,超过上年同期。")[1].value, "2021-09");
    assert_eq!(dates("据统计,去年同期更少。")[0].value, "2021");
}

#[test]
fn months_summed_up_in_december_are_this_years() {
    for text in ["1—11月", "1至11月"] {
        assert_eq!(dates_at(text, "2024-12-22")[0].value, "2024-01/2024-11", "{text}");
    }
    assert_eq!(dates_at("元旦前后将开放", "2023-12-06")[0].value, "2024-01-01");
    assert_eq!(dates_at("腊月二十三", "2016-01-20")[0].value, "2016-02-01");
    assert_eq!(dates_at("2024年除夕", "2024-08-28")[0].value, "2024-02-09");
    assert_eq!(dates_at("大年三十", "2024-02-09")[0].value, "2024-02-09");
}

#[test]
fn clock_lengths_count_from_a_clock_reading_only() {
    assert_eq!(dates("消杀30分钟后领取")[0].text, "30分钟");
    assert_eq!(dates_at("2小时后返回", "2012-08-10T12:14:00")[0].value, "2012-08-10T14:14");
}

#[test]
fn without_publication_nothing_is_guessed() {
    for (text, value) in [
        ("10月29日", "XXXX-10-29"),
        ("昨日", "XXXX-XX-XX"),
        ("去年", "XXXX"),
        ("2018年以来", "2018/.."),
        ("三年前", "XXXX"),
        ("国庆节", "XXXX-10-01"),
    ] {
        let found = dates_at(text, "");
        assert_eq!((found.len(), found[0].value.as_str()), (1, value), "{text}");
    }
}

#[test]
fn a_year_in_its_clause_is_that_of_the_day() {
    let values = |text: &str| -> Vec<ShortText> {
        dates_at(text, "1997-06-12").into_iter().map(|d| d.value).collect()
    };
    assert_eq!(values("今年本市高考七月七日至九日举行"), ["1997", "1997-07-07/1997-07-09"]);
    assert_eq!(values("今年任务加重,12月31日已交账"), ["1997", "1996-12-31"]);
}

#[test]
fn first_days_behind_the_last_are_the_next_months() {
    let values = |text: &str, published: &str| -> Vec<ShortText> {
        dates_at(text, published).into_iter().map(|d| d.value).collect()
    };
    assert_eq!(
        values("30日晚大雨,31日转晴,1日放晴。", "2022-11-02"),
        ["2022-10-30TEV", "2022-10-31", "2022-11-01"]
    );
    assert_eq!(values("9月29日遇险,救援队1日称已脱险。", "2022-10-02")[1], "2022-10-01");
    // In another paragraph, and where the next month is far.
    assert_eq!(values("9月29日开工。\n3日停工。", "2022-10-31")[1], "2022-09-03");
    assert_eq!(values("10月29日公布,2日完工。", "2022-10-25")[1], "2022-10-02");
}

#[test]
fn years_of_two_digits_with_what_one_does_in_them() {
    let values: Vec<_> = dates("86年他参军,89年退伍。她63年出生。").into_iter().map(|d| d.value).collect();
    assert_eq!(values, ["1986", "1989", "1963"]);
    assert_eq!(dates("33年坚守在一线")[0].value, "P33Y");
}

#[test]
fn a_window_before_what_was_told() {
    let last = |text: &str| dates(text).last().map(|date| format!("{} {}", date.text, shape(date)));
    let window = |text: &str| last(text).unwrap_or_default();
    assert_eq!(window("10月12日大雨,此前三天也有雨"), "此前三天 DURATION P3D [2022-10-09 2022-10-11]");
    assert_eq!(window("10月12日停工,此前一周里"), "此前一周里 DURATION P1W [2022-10-05 2022-10-11]");
    // A year told last has no day that it ends before.
    assert_eq!(window("10月12日公布2016年的账,与此前5年比"), "此前5年 DURATION P5Y");
    assert_eq!(window("如此前三天都没人来"), "三天 DURATION P3D");
}

#[test]
fn feasts_of_a_season_are_of_one_year() {
    let values = |text: &str| dates(text).into_iter().map(|d| d.value.to_string()).collect::<Vec<_>>();
    assert_eq!(values("2021年春节办庙会,初五那天人最多,正月十五散场")[1..], ["2021-02-16", "2021-02-26"]);
    assert_eq!(values("2021年春节办庙会,八月十五又办")[1], "2022-09-10");
    assert_eq!(values("2021年春节办庙会。\n正月十五猜灯谜")[1], "2022-02-15");
}

#[test]
fn the_day_before_what_was_told() {
    let told = |text: &str| -> Vec<String> {
        dates(text).into_iter().map(|d| format!("{} {}", d.text, d.value)).collect()
    };
    assert_eq!(told("消防局28日称,火已扑灭。此前一天,林场起火。")[1], "此前一天 2022-10-27");
    assert_eq!(
        told("10月28日开赛,头天晚上下雨,前一晚停电")[1..],
        ["头天晚上 2022-10-27TEV", "前一晚 2022-10-26TEV"]
    );
    assert_eq!(told("此前三天下大雨"), ["此前三天 P3D"]);
    assert_eq!(told("此前10日的公告,超过此前2021年的纪录")[..2], ["此前 PAST_REF", "10日 2022-10-10"]);
    assert_eq!(told("此前,三次试验失败"), ["此前 PAST_REF"]);
    assert_eq!(told("建厂三十年后的今天,厂史馆开馆"), ["三十年后的今天 2022-10-31"]);
    assert_eq!(
        told("9月份,价格涨幅比上月回落,出厂价由上月上涨转为下降")[1..],
        ["上月 2022-08", "上月 2022-08"]
    );
    assert_eq!(told("今年9月产蛋三吨,比去年同月多一吨")[1], "去年同月 2021-09");
    assert_eq!(told("上周一周降温"), ["上周一周 2022-W43"]);
    assert_eq!(told("今明后三天有雨"), ["今明后三天 2022-10-31/2022-11-02"]);
    assert!(told("灯光明起明落").is_empty());
}

#[test]
fn a_story_of_long_ago_goes_on_in_its_year() {
    let values = |text: &str| -> Vec<ShortText> {
        dates_at(text, "2025-07-21").into_iter().map(|d| d.value).collect()
    };
    assert_eq!(values("1998年夏天发大水。6月7日决堤,6月12日堵口成功。")[1..], ["1998-06-07", "1998-06-12"]);
    assert_eq!(values("2020年3月5日他入职。4月1日,他转正。"), ["2020-03-05", "2020-04-01"]);
    // News, a figure that is compared with, a law that came into force long before, another paragraph.
    assert_eq!(values("2020年6月5日他入职。7月19日,记者见到他。")[1], "2025-07-19");
    assert_eq!(values("客流较2019年5月增长。6月7日,车站增开列车。")[1], "2025-06-07");
    assert_eq!(values("2019年1月1日,条例施行。6月7日,社区宣传条例。")[1], "2025-06-07");
    assert_eq!(values("2020年3月5日他入职。\n4月1日,社区开会。")[1], "2025-04-01");
}
