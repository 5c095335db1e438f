//! Values first, then the texts that must give them; then what is no count.

mod large;
mod older;

use super::*;
use crate::record::{CountKind, Modifier};
use crate::segment::Segmenter;
use std::sync::LazyLock;

static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::new);

pub(super) fn counts(text: &str) -> Vec<Count> {
    let doc = Document::new(text, &[], &SEGMENTER);
    extract(&doc, &Context::default(), &Taken::default())
}

fn show(c: &Count) -> String {
    let or = |v: Option<String>| v.unwrap_or_else(|| "-".into());
    format!(
        "{} {} {} {}",
        c.text,
        or(c.value.map(|v| v.to_string())),
        or(c.max.map(|v| v.to_string())),
        c.unit.as_deref().unwrap_or("-")
    )
}

type Case = (&'static str, CountKind, Option<Modifier>, &'static str);

#[track_caller]
fn all(cases: &[Case]) {
    let wrong: Vec<String> = (cases.iter())
        .filter_map(|(expected, kind, modifier, text)| {
            let found = counts(text);
            let right =
                matches!(&found[..], [c] if show(c) == *expected && (c.kind, c.r#mod) == (*kind, *modifier));
            let seen: Vec<_> = found.iter().map(|c| (show(c), c.r#mod)).collect();
            (!right).then(|| format!("{text}: want {expected} {modifier:?}, got {seen:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[track_caller]
fn none(texts: &[&str]) {
    let wrong: Vec<String> = (texts.iter())
        .filter_map(|text| {
            let found: Vec<String> = counts(text).iter().map(show).collect();
            (!found.is_empty()).then(|| format!("{text}: {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn cases_solved_and_tricks_seen_through_are_no_more_than_a_sum() {
    all(&[
        ("300万元 3000000 - 元", CountKind::Money, None, "公安连破300万元大案"),
        ("10万元 100000 - 元", CountKind::Money, None, "看破10万元骗局"),
        ("破10亿元 1000000000 - 元", CountKind::Money, Some(Modifier::MoreThan), "票房连破10亿元"),
    ]);
}

#[track_caller]
#[test]
fn every_rule_fires_on_its_example() {
    for (rule, example) in RULES {
        let found = counts(example);
        assert!(found.iter().any(|c| c.rule.as_deref() == Some(rule)), "{rule}: {example}: {found:?}");
    }
}

#[test]
fn values() {
    use CountKind::*;
    use Modifier::*;
    all(&[
        ("324户 324 - 户", Count, None, "共有324户居民。"),
        ("近20场次 20 - 场次", Count, Some(LessThan), "放映近20场次,"),
        ("1300余名 1300 - 名", Count, Some(MoreThan), "有1300余名职工报名"),
        ("三十多人 30 - 人", Count, Some(MoreThan), "来了三十多人。"),
        ("百余名 100 - 名", Count, Some(MoreThan), "吸引百余名群众围观"),
        ("上千人 1000 - 人", Count, Some(MoreThan), "吸引上千人参加"),
        ("几名 - - 名", Count, None, "几名热心居民"),
        ("3至5名 3 5 名", Count, None, "每班配3至5名老师"),
        ("2—3次 2 3 次", Count, None, "每周2—3次。"),
        ("一两个 1 2 个", Count, None, "来了一两个人"),
        ("十一二万元 110000 120000 元", Money, None, "收入十一二万元"),
        ("三五个 3 5 个", Count, None, "三五个朋友"),
        ("两三百人 200 300 人", Count, None, "来了两三百人。"),
        ("500到700多户 500 700 户", Count, Some(MoreThan), "由500到700多户"),
        ("3、4个 3 4 个", Count, None, "摆了3、4个摊位"),
        ("30%至40% 30 40 %", Percent, None, "占30%至40%。"),
        ("1.6~3.9米 1.6 3.9 米", Measure, None, "1.6~3.9米"),
        ("两到三万港元 20000 30000 港元", Money, None, "卖两到三万港元"),
        ("12.5% 12.5 - %", Percent, None, "增长12.5%。"),
        ("百分之五 5 - %", Percent, None, "增长百分之五。"),
        ("三成 3 - 成", Percent, None, "占三成。"),
        ("0.8个百分点 0.8 - 个百分点", Percent, None, "提高0.8个百分点"),
        ("三分之一 0.333333 - -", Percent, None, "占了三分之一。"),
        ("近一半 0.5 - -", Percent, Some(LessThan), "近一半的人"),
        ("2倍 2 - 倍", Percent, None, "是去年的2倍。"),
        ("翻一番 2 - 番", Percent, None, "收入翻一番。"),
        ("5万余元 50000 - 元", Money, Some(MoreThan), "捐款5万余元"),
        ("10余万元 100000 - 元", Money, Some(MoreThan), "投入10余万元"),
        ("万余元 10000 - 元", Money, Some(MoreThan), "筹得万余元"),
        ("九元九角 9.9 - 元", Money, None, "只要九元九角"),
        ("四元九角五 4.95 - 元", Money, None, "只卖四元九角五,"),
        ("六成三 6.3 - 成", Percent, None, "老人占六成三,"),
        ("近一份半 1.5 - 份", Count, Some(LessThan), "平均近一份半。"),
        ("两圈多 2 - 圈", Count, Some(MoreThan), "跑了两圈多。"),
        ("几十号 10 - 号", Count, Some(MoreThan), "几十号人"),
        ("三代 3 - 代", Count, None, "三代人守着"),
        ("两头 2 - 头", Count, None, "养了两头肥猪"),
        ("两节 2 - 节", Count, None, "上两节课"),
        ("两封 2 - 封", Count, None, "写了两封信"),
        ("三段 3 - 段", Count, None, "分三段施工"),
        ("两口 2 - 口", Count, None, "两口大锅"),
        ("六里 6 - 里", Measure, None, "六里路"),
        ("96幢 96 - 幢", Count, None, "有老屋96幢,"),
        ("约4元/千克 4 - 元/千克", Money, Some(Approx), "价格约4元/千克"),
        ("3.2万亩 32000 - 亩", Measure, None, "种植3.2万亩"),
        ("100平方米以上 100 - 平方米", Measure, Some(MoreThan), "面积100平方米以上"),
        ("零下5℃ -5 - ℃", Measure, None, "气温零下5℃"),
        ("-5℃ -5 - ℃", Measure, None, "最低气温-5℃"),
        ("三斤半 3.5 - 斤", Measure, None, "买三斤半"),
        ("12千米 12 - 千米", Measure, None, "全长12千米"),
        ("81岁 81 - 岁", Age, None, "现年81岁"),
        ("60周岁以上 60 - 周岁", Age, Some(MoreThan), "60周岁以上老人"),
        ("200人左右 200 - 人", Count, Some(Approx), "容纳200人左右。"),
        ("不少于3次 3 - 次", Count, Some(AtLeast), "每月不少于3次"),
        ("不超过50人 50 - 人", Count, Some(AtMost), "每批不超过50人"),
        ("1个 1 - 个", Count, None, "设1个岗亭"),
        ("三项 3 - 项", Count, None, "推出三项举措"),
        ("３００户 300 - 户", Count, None, "搬迁３００户"),
        ("三千米 3000 - 米", Measure, None, "清出三千米通道"),
        ("七千到九千亿元 700000000000 900000000000 元", Money, None, "规模达七千到九千亿元"),
        ("人民币3.14 3.14 - 人民币", Money, None, "合人民币3.14。"),
        ("两角五分 2.5 - 角", Money, None, "每份两角五分。"),
        ("两美元又三美分 2.03 - 美元", Money, None, "只卖两美元又三美分"),
        ("5英镑20便士 5.2 - 英镑", Money, None, "票价5英镑20便士"),
        ("两个亿元 200000000 - 元", Money, None, "投了两个亿元"),
        ("零下摄氏5度 -5 - 度", Measure, None, "夜里零下摄氏5度"),
        ("百米 100 - 米", Measure, None, "百米小巷装了灯"),
        ("千亩 1000 - 亩", Measure, None, "千亩良田"),
        ("百万元 1000000 - 元", Money, None, "节省百万元。"),
        ("百亿斤 10000000000 - 斤", Measure, None, "损失百亿斤粮食"),
        ("半尺 0.5 - 尺", Measure, None, "淤泥有半尺厚"),
        ("两角 2 - 角", Money, None, "补一个洞收两角,"),
        ("四班 4 - 班", Count, None, "队员分成四班轮流上岗"),
        ("一點二公里 1.2 - 公里", Measure, None, "全長一點二公里"),
        ("两排 2 - 排", Count, None, "添了两排书架"),
        ("两块 2 - 块", Money, None, "比去年贵了两块。"),
        ("417幢 417 - 幢", Count, None, "共有老住宅楼417幢,"),
        ("12000字 12000 - 字", Count, None, "写了12000字的报告"),
        ("一至两个 1 2 个", Count, None, "开通一至两个航次"),
        ("六 点 五 成 6.5 - 成", Percent, None, "占 六 点 五 成"),
        ("百 分 之 2.4 2.4 - %", Percent, None, "涨 百 分 之 2.4"),
        ("十五  个百分点 15 - 个百分点", Percent, None, "十五  个百分点"),
        ("三个月大 3 - 个月", Age, None, "三个月大的孩子"),
        ("不到90天大 90 - 天", Age, Some(LessThan), "不到90天大,"),
        ("三千比特 3 - 千比特", Measure, None, "每秒三千比特"),
        ("数十万公里 100000 - 公里", Measure, Some(MoreThan), "奔波数十万公里"),
        ("两位 2 - 位", Count, None, "每周两位医生坐诊"),
        ("七部门 7 - 部门", Count, None, "市里七部门联合检查"),
        ("120栋 120 - 栋", Count, None, "共有120栋楼房"),
        ("四大 4 - 大", Count, None, "设四大板块"),
        ("1米75 1.75 - 米", Measure, None, "身高1米75,"),
        ("一米八 1.8 - 米", Measure, None, "个头一米八"),
        ("一米九二 1.92 - 米", Measure, None, "身高一米九二的中锋"),
        ("三块五 3.5 - 块", Money, None, "每斤三块五。"),
        ("20块 20 - 块", Count, None, "设置展板20块。"),
        ("8块 8 - 块", Money, None, "一份卖8块,"),
        ("六斤八两 6.8 - 斤", Measure, None, "生下六斤八两的男婴"),
        ("两亩七分 2.7 - 亩", Measure, None, "家里退了两亩七分水田"),
        ("三尺五寸 3.5 - 尺", Measure, None, "扁担长三尺五寸。"),
        ("六毛 6 - 毛", Money, None, "比上周便宜了六毛,"),
        ("五分 5 - 分", Money, None, "补一个洞收五分,"),
        ("六角 6 - 角", Money, None, "每斤六角,"),
        ("两声 2 - 声", Count, None, "按了两声喇叭"),
        ("32课 32 - 课", Count, None, "上了32课,"),
        ("41.8万 418000 - -", Count, None, "点赞41.8万。"),
        ("超过120万 1200000 - -", Count, Some(MoreThan), "粉丝超过120万,"),
        ("160余台套 160 - 台套", Count, Some(MoreThan), "配备机械160余台套"),
        ("10圈 10 - 圈", Count, None, "绕操场跑了10圈。"),
        ("好几个 - - 个", Count, None, "来了好几个邻居"),
        ("912 人 912 - 人", Count, None, "总共 912 人。"),
    ]);
}

#[test]
fn no_counts() {
    none(&[
        "第三网格",
        "第264条",
        "第三、四组",
        "8幢、11幢的",
        "家住30组的居民",
        "突破一批关键技术",
        "突破一个难点",
        "2023成都车展",
        "男子10米台决赛",
        "坐在3排左边",
        "二〇五所社区",
        "2024人工智能大会",
        "三台子街道",
        "五里店社区",
        "获得前三名。",
        "3号楼",
        "201室",
        "910弄",
        "乘2号线",
        "39号楼1单元",
    ]);
    none(&[
        "拨打12345热线",
        "12345市民热线",
        "2分54秒90",
        "电话85118888",
        "0513-85118888",
        "身份证320601195001011234",
    ]);
    none(&[
        "“1+2+X”模式",
        "“2+3”模式",
        "“四个100”",
        "“三单制”",
        "三官一律",
        "十佳",
        "十大案例",
        "一老一小",
        "“最后一米”",
    ]);
    none(&[
        "一名志愿者",
        "一批图书",
        "一次活动",
        "一心一意",
        "千家万户",
        "四面八方",
        "百姓",
        "万元户",
        "两委干部",
        "五角大楼",
    ]);
    none(&[
        "2∶0获胜",
        "A07版",
        "90后",
        "5G网络",
        "24小时",
        "3个月",
        "5天",
        "2022年10月",
        "30分钟",
        "三个工作日",
        "两年",
    ]);
    none(&[
        "上午7时40分开门",
        "8点10分到站",
        "周五轮流值守",
        "敲开3幢201室的门",
        "《成吉思汗的两匹骏马》",
        "还剩几片?",
    ]);
    none(&["不识几个字", "没亮过几回", "值几个钱", "没有几个人"]);
    none(&[
        "37码的鞋",
        "半幅路面",
        "拾款交还",
        "两头受气",
        "三里屯",
        "20号楼",
        "三轮板车",
        "公园一角,",
        "金三角,",
    ]);
    none(&[
        "市七届人大三次会议",
        "原731部队旧址",
        "二十国集团",
        "一砖一瓦",
        "一分钱不花",
        "换一块木板",
        "党的二十大",
        "十三届二次全会",
    ]);
    none(&["3天大会", "下了两天大雨"]);
    none(&["零门槛办理", "零投诉", "零件齐全"]);
    none(&["节约用水", "人数名列第一", "三角形", "五台山", "二次供水", "十九届五中全会"]);
}

#[test]
fn a_longer_count_takes_a_date() {
    let doc = Document::new("换三十万日元,3日再来5人", &[], &SEGMENTER);
    let dates = [(1, 5), (7, 9)].map(|(start, end)| crate::record::Date {
        text: doc.surface(Span::new(start, end)).into(),
        r#type: crate::record::DateType::Date,
        value: "XXXX".into(),
        r#mod: None,
        start: None,
        end: None,
        span: Span::new(start, end),
        rule: None,
    });
    let mut dates = dates.to_vec();
    let taken = Taken::before_counts(&dates, &[], &[], None);
    let counts = extract(&doc, &Context::default(), &taken);
    assert_eq!(counts.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(), ["三十万日元", "5人"]);
    crate::resolve::overlap::settle(&mut dates, &counts);
    assert_eq!(dates.iter().map(|d| d.text.as_str()).collect::<Vec<_>>(), ["3日"]);
}

#[test]
fn adversarial_input_is_read_in_linear_time() {
    for piece in ["7", "一", "一百", "“", "3人", "3、", "近", "1/", "三分之", "十"] {
        let _ = counts(&piece.repeat(30_000 / piece.len()));
    }
}

proptest::proptest! {
    #[test]
    fn mentions_are_cut_from_the_text(text in "[0-9,.%一二两三十百千万亿几半近约超余多人名户元个米斤岁至—、“”第+/ ]{0,40}") {
        let mut end = 0;
        for c in counts(&text) {
            proptest::prop_assert!(c.span.start >= end && c.span.start < c.span.end);
            let printed: String = text.chars().skip(c.span.start).take(c.span.len()).collect();
            proptest::prop_assert_eq!(&c.text, &printed);
            end = c.span.end;
        }
    }
}

#[test]
fn scaled_numbers_without_a_unit() {
    all(&[
        ("300万 3000000 - -", CountKind::Count, None, "有300万下岗职工再就业"),
        ("1400多万 14000000 - -", CountKind::Count, Some(Modifier::MoreThan), "受益人口1400多万。"),
        ("约十二万 120000 - -", CountKind::Count, Some(Modifier::Approx), "入场人数约十二万,多于去年"),
        ("二十点一万 201000 - -", CountKind::Count, None, "二十点一万"),
        ("百名 100 - 名", CountKind::Count, None, "百名党员清理河道"),
        ("百座 100 - 座", CountKind::Count, None, "百座大棚育苗"),
    ]);
    assert_eq!(counts("有300万下岗职工再就业")[0].noun.as_deref(), Some("下岗职工"));
}

#[test]
fn units_of_older_papers_and_prices() {
    all(&[
        ("千八元 1800 - 元", CountKind::Money, None, "失去港币千八元。"),
        ("800千伏 800 - 千伏", CountKind::Measure, None, "建成正负800千伏线路"),
        ("一公尺六十四 1.64 - 公尺", CountKind::Measure, None, "跳过一公尺六十四,打破纪录"),
        ("三立方公尺 3 - 立方公尺", CountKind::Measure, None, "节约木材三立方公尺"),
        ("七分二厘 7.2 - 分", CountKind::Money, None, "每斤价格七分二厘,没有上涨"),
        ("23块六 23.6 - 块", CountKind::Money, None, "走亲戚花了23块六;"),
        ("一毛五 1.5 - 毛", CountKind::Money, None, "一根卖一毛五,都抢着要"),
        ("百分之十七 17 - %", CountKind::Percent, None, "老人占居民总数百分之十七"),
        ("2000顶 2000 - 顶", CountKind::Count, None, "运送2000顶帐篷"),
        ("90% 90 - %", CountKind::Percent, None, "成活率达不到90%就补种"),
        ("五盾 5 - 盾", CountKind::Money, None, "每日工资提高到五盾,工人复工"),
        ("五十五欧分 55 - 欧分", CountKind::Money, None, "邮票面值五十五欧分,图案是城门"),
        ("七万二千瓩 72000 - 瓩", CountKind::Measure, None, "装机容量七万二千瓩,今年发电"),
        ("18任 18 - 任", CountKind::Count, None, "18任县委书记接着干"),
    ]);
    none(&[
        "出任三任职务",
        "上百平民",
        "打到十二平",
        "六部委联合行动",
        "在九台区土们岭",
        "买了小三轮跑运输",
        "2023行动",
    ]);
    assert_eq!(counts("一家三口吃饭的地方")[0].noun, None);
}

#[test]
fn units_that_other_words_hold() {
    all(&[
        ("两桶 2 - 桶", CountKind::Count, None, "捎来两桶酸奶。"),
        ("4口 4 - 口", CountKind::Count, None, "新挖4口堰塘。"),
        ("两间 2 - 间", CountKind::Count, None, "把两间房腾出来"),
        ("三样 3 - 样", CountKind::Count, None, "装着三样东西"),
        ("两座 2 - 座", CountKind::Count, None, "两座桥梁合龙"),
        ("两县 2 - 县", CountKind::Count, None, "邻近两县派人支援"),
        ("三尊 3 - 尊", CountKind::Count, None, "缴获铜佛三尊,"),
        ("八角 8 - 角", CountKind::Money, None, "每斤卖八角。"),
    ]);
    none(&[
        "榆溪县五棵树镇",
        "满载八角、花椒",
        "蹲在地头数钱:",
        "走完前几家,",
        "“新三样”出口",
        "“百名医师进山乡”活动",
    ]);
}

#[test]
fn people_behind_large_numbers() {
    all(&[
        ("约530万 5300000 - -", CountKind::Count, Some(Modifier::Approx), "震后约530万甲国人流离失所"),
        ("6000多 6000 - -", CountKind::Count, Some(Modifier::MoreThan), "社区有6000多彝族群众过节"),
        ("数千 1000 - -", CountKind::Count, Some(Modifier::MoreThan), "数千民众在广场集会"),
        ("近100万 1000000 - -", CountKind::Count, Some(Modifier::LessThan), "惠及人口近100万、农田连片"),
    ]);
}

#[test]
fn points_salutes_and_pylons() {
    all(&[
        ("四点 4 - 点", CountKind::Count, None, "提出四点建议。"),
        ("612.5点 612.5 - 点", CountKind::Count, None, "指数下跌612.5点。"),
        ("15055点 15055 - 点", CountKind::Count, None, "恒生指数收报15055点,"),
        ("21响 21 - 响", CountKind::Count, None, "鸣礼炮21响。"),
        ("90基 90 - 基", CountKind::Count, None, "抢修杆塔90基,"),
        ("两列 2 - 列", CountKind::Count, None, "两列火车相撞"),
        ("三部分 3 - 部分", CountKind::Count, None, "由三部分组成"),
        ("上千次 1000 - 次", CountKind::Count, Some(Modifier::MoreThan), "每天完成上千次实验。"),
        ("300万左右 3000000 - -", CountKind::Count, Some(Modifier::Approx), "惠及300万左右患者。"),
        ("不到90万 900000 - -", CountKind::Count, Some(Modifier::LessThan), "常住人口不到90万的小城"),
    ]);
    none(&["3点开始", "下午8点", "新建9基站", "运-20列装", "二列席会议", "排在前5位。", "跻身前八名,"]);
}

#[test]
fn units_of_older_papers_and_of_offices() {
    all(&[
        ("18任 18 - 任", CountKind::Count, None, "18任县委书记接力种树"),
        ("八亿多盾 800000000 - 盾", CountKind::Money, Some(Modifier::MoreThan), "得到八亿多盾的利润"),
        ("三百多方 300 - 方", CountKind::Measure, Some(Modifier::MoreThan), "送来三百多方石子。"),
        ("九所 9 - 所", CountKind::Count, None, "全乡九所村小,"),
        ("三角 3 - 角", CountKind::Money, None, "按每斤三角计,"),
        ("两头 2 - 头", CountKind::Count, None, "明年再添两头。"),
        ("百户 100 - 户", CountKind::Count, None, "评出百户“书香人家”"),
        ("千台 1000 - 台", CountKind::Count, None, "千台电脑进农家"),
    ]);
    none(&["完成9任务", "产值跨越万亿台阶", "三所长到场", "八人艇比赛", "蹬三轮的", "三方签约"]);
}

#[test]
fn prices_in_pieces() {
    all(&[
        ("一块五 1.5 - 块", CountKind::Money, None, "一碗卖一块五,"),
        ("四十二块 42 - 块", CountKind::Money, None, "那边每月四十二块,"),
        ("11块 11 - 块", CountKind::Money, None, "还差11块。"),
        ("20块 20 - 块", CountKind::Count, None, "运来展板20块,"),
    ]);
}
