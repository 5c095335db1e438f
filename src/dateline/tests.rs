use super::*;
use crate::chars::fold;

fn chars(text: &str) -> Vec<char> {
    text.chars().map(fold).collect()
}

/// `marker|agency|place|month-day`, `-` where there is none.
fn read(text: &str) -> String {
    let chars = chars(text);
    let Some(marker) = lead(&chars).marker else { return "none".into() };
    let cut =
        |span: Option<Span>| span.map_or("-".into(), |s| chars[s.start..s.end].iter().collect::<String>());
    let date = marker
        .date
        .map_or("-".into(), |d| format!("{}-{}", d.month.map_or("?".into(), |m| m.to_string()), d.day));
    format!("{}|{}|{}|{date}", cut(Some(marker.span)), cut(marker.agency), cut(marker.place))
}

#[test]
fn local_markers() {
    for (text, want) in [
        ("晚报讯 连日来,某区", "晚报讯|-|-|-"),
        ("江城晚报汉口3月2日讯(记者 李明) 昨日", "江城晚报汉口3月2日讯|-|汉口|3-2"),
        ("某某经济网汉口3月2日讯 股价收高", "某某经济网汉口3月2日讯|-|汉口|3-2"),
        ("江城日报客户端汉口3月2日电(记者 李明)", "江城日报客户端汉口3月2日电|-|汉口|3-2"),
        ("本报讯(记者 张晓明)昨日", "本报讯|-|-|-"),
        ("【本报讯】昨日", "本报讯|-|-|-"),
        ("本报讯昨日上午", "本报讯|-|-|-"),
        ("海州日报讯 (记者 张晓明)", "海州日报讯|-|-|-"),
        ("本报4月5日讯(见习记者 张晓明)", "本报4月5日讯|-|-|4-5"),
        ("海东县融媒体中心4月5日讯 日前", "海东县融媒体中心4月5日讯|-|-|4-5"),
        ("【本报特讯】麦收", "本报特讯|-|-|-"),
        ("【海州日报专讯】有人", "海州日报专讯|-|-|-"),
        ("本网讯 日前", "本网讯|-|-|-"),
        ("本报消息 昨日", "本报消息|-|-|-"),
    ] {
        assert_eq!(read(text), want, "{text}");
    }
}

#[test]
fn wires() {
    for (text, want) in [
        ("新华社北京10月30日电(记者张晓明)", "新华社北京10月30日电|新华社|北京|10-30"),
        ("新华社一九七七年九月十日讯 展览", "新华社一九七七年九月十日讯|新华社|-|9-10"),
        ("新华社东京1981年3月2日电 外相", "新华社东京1981年3月2日电|新华社|东京|3-2"),
        ("据新华社电 记者", "新华社电|新华社|-|-"),
        ("本报杭州8月2日电  (记者张晓明)", "本报杭州8月2日电|-|杭州|8-2"),
        ("(哥打巴鲁11日讯)州政府", "哥打巴鲁11日讯|-|哥打巴鲁|?-11"),
        ("(新山12月4日讯)警方", "新山12月4日讯|-|新山|12-4"),
        ("(怡保十一日讯)警方", "怡保十一日讯|-|怡保|?-11"),
        ("(北京3日综合电)外交部", "北京3日综合电|-|北京|?-3"),
        ("本报巴黎7月23日专电 晚上", "本报巴黎7月23日专电|-|巴黎|7-23"),
        ("本报汉口专电(特派记者 张晓明)昨晚", "本报汉口专电|-|汉口|-"),
        ("本报汉口电(通讯员 张晓明)昨晚", "本报汉口电|-|汉口|-"),
        ("中新社台北七月二十五日电", "中新社台北七月二十五日电|中新社|台北|7-25"),
        ("本报刚果(金)金沙萨8月2日电 (记者张晓明)", "本报刚果(金)金沙萨8月2日电|-|刚果(金)金沙萨|8-2"),
        ("本报上海/杭州8月2日电 (记者张晓明)", "本报上海/杭州8月2日电|-|上海/杭州|8-2"),
    ] {
        assert_eq!(read(text), want, "{text}");
    }
}

#[test]
fn no_marker() {
    for text in [
        "近日,某区",
        "电信局通讯 员",
        "通讯员 张晓明",
        "据悉,今年用电",
        "10月26日,某区来电",
        "记者从供电公司获悉,用电",
        "省农经委从3月1日起设立举报电话,",
        "",
    ] {
        assert_eq!(read(text), "none", "{text}");
    }
}

#[test]
fn bylines_after_the_marker() {
    for text in [
        "本报讯(记者 张晓明)昨日,",
        "本报讯 (记者张晓明) 昨日,",
        "(记者 张晓明)昨日,",
        "〔记者张晓明/海湾报导〕昨日,",
        "中新网上海10月30日电 (张晓明)昨日,",
        "本报讯 记者张晓明报道:昨日,",
        "本报记者张晓明报道:昨日,",
    ] {
        let byline = lead(&chars(text)).byline.unwrap_or_else(|| panic!("{text}"));
        let name = byline.1.signatures[0].span.shifted(byline.0);
        assert_eq!(byline::text(&chars(text), name), "张晓明", "{text}");
    }
    for text in ["(左一)", "记者从市局报道获悉:", "本报讯 记者从市局获悉,"] {
        assert_eq!(lead(&chars(text)).byline, None, "{text}");
    }
}
