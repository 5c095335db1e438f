use super::lexicon::BODIES;
use crate::lexicon::rows;
use crate::{Article, Engine, Options};

/// The names found in a text, in order.
fn names(text: &str) -> Vec<String> {
    let engine = Engine::new(Options::default());
    let record = engine.record(Article::from_row(None, text), "-");
    record.organizations.into_iter().map(|o| o.name).collect()
}

#[test]
fn every_ending_finds_its_example() {
    let engine = Engine::new(Options::default());
    let mut wrong = Vec::new();
    for row in rows(BODIES) {
        let example = row[2];
        let text = format!("昨天,{example}组织人员走访。");
        let record = engine.record(Article::from_row(None, &text), "-");
        let found: Vec<_> = record.organizations.iter().map(|o| o.name.as_str()).collect();
        if found != [example] {
            wrong.push(format!("{} {example}: {found:?}", row[0]));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} of {}", wrong.join("\n"), wrong.len(), rows(BODIES).count());
}

#[test]
fn names_begin_behind_what_is_none_of_them() {
    let cases: &[(&str, &[&str])] = &[
        ("昨天,客队战胜南通师大附中队。", &["南通师大附中"]),
        ("去年9月,市环卫处、区爱卫会联合检查。", &["市环卫处", "区爱卫会"]),
        ("四月十日,望江街道办事处在这里召开现场会。", &["望江街道办事处"]),
        ("经铁道部批准,列车今天开行。", &["铁道部"]),
        ("县医院联合县行政审批服务局推出新办法。", &["县医院", "县行政审批服务局"]),
        ("△西北石油管理局完成计划。", &["西北石油管理局"]),
        ("昨天,石桥头村小学学生拾到手提包。", &["石桥头村小学"]),
        ("会上,县蔬菜办主任贺立代表县蔬菜办发言。", &["县蔬菜办"]),
        ("昨天,三名伤者送青禾医院。", &["青禾医院"]),
        ("昨天,区妇联合办讲座。", &["区妇联"]),
        ("学田街道社区和崇川区文化馆11月9日联合举办展览。", &["崇川区文化馆"]),
        ("茶农昨天同县茶叶公司签约。", &["县茶叶公司"]),
        ("去年,他成立于都青禾蔬菜专业合作社。", &["于都青禾蔬菜专业合作社"]),
        ("据成都海关统计,出口上升。", &["成都海关"]),
        ("这是镇农业综合服务中心的主意。", &["镇农业综合服务中心"]),
        ("居民协会上月公布,青禾商会上周也公布。", &["青禾商会"]),
        ("昨天,民政部国家减灾中心发布消息。", &["民政部国家减灾中心"]),
        ("中国科学院南京地质研究所公布结果。", &["中国科学院南京地质研究所"]),
        ("香港特别行政区政府教育局昨天宣布。", &["香港特别行政区政府教育局"]),
        ("日本厚生劳动省公布数据。", &["日本厚生劳动省"]),
        ("今天,地区行署召开会议。", &["地区行署"]),
        ("五里路派出所照常上班。", &["五里路派出所"]),
        ("市监委会同市公安局下发通知。", &["市监委", "市公安局"]),
        ("国家防总会商研判汛情。市公安局队伍齐整。", &["国家防总", "市公安局"]),
        ("崇川区一饭店失火,法国前政府总理来访,听取对中国发展和政府工作的建议。", &[]),
        ("江西籍厂主慰问国家层面绿色工厂。", &[]),
        ("用这笔钱供女儿上大学。考拉误闯医院。", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(names(text), *expected, "{text}");
    }
}

#[test]
fn names_without_a_place() {
    let cases: &[(&str, &[&str])] = &[
        ("她被抬到第二医院。", &["第二医院"]),
        ("第四航道工程局的船到了。", &["第四航道工程局"]),
        ("石都机械厂投产。", &["石都机械厂"]),
        ("1954年,大禾面粉公司实行公私合营。", &["大禾面粉公司"]),
        ("村里今年成立农家客栈协会。", &["农家客栈协会"]),
        ("化工学院研究生说。", &["化工学院"]),
        ("能源与动力学院教授说。", &["能源与动力学院"]),
        ("北岛居民协会主席指出,车费太贵。", &["北岛居民协会"]),
        ("昆明军区某部排长来信。", &["昆明军区某部"]),
        ("中国全国人大愿同友好国家交流。", &["全国人大"]),
        ("青龙湖水库管理所巡堤。", &["青龙湖水库管理所"]),
    ];
    for (text, expected) in cases {
        assert_eq!(names(text), *expected, "{text}");
    }
}

#[test]
fn a_body_in_short_is_the_same() {
    for (text, expected) in [
        ("崇川区城南派出所来电。城南派出所所长说。", &["崇川区城南派出所"][..]),
        ("城南派出所所长说。崇川区城南派出所来电。", &["崇川区城南派出所"]),
        ("市政府开会。南通市政府、如皋市政府到会。", &["市政府", "南通市政府", "如皋市政府"]),
        ("法国外交部发表声明。外交部回应。", &["法国外交部", "外交部"]),
    ] {
        assert_eq!(names(text), expected, "{text}");
    }
}

#[test]
fn parts_are_named_with_the_whole() {
    for name in [
        "南通市消防支队崇川大队",
        "南通大学历史系",
        "省政府办公厅",
        "国家体育总局田径中心",
        "南通大学海安分校",
        "联合国人权理事会",
    ] {
        assert_eq!(names(&format!("昨天,{name}发布消息。")), [name]);
    }
    assert_eq!(names("围绕市政府中心工作开展调研。"), ["市政府"]);
}

#[test]
fn several_bodies_and_unnamed_ones_have_no_name() {
    for text in [
        "南通四所学校敞开怀抱。",
        "受表彰的教师中,在县以下学校任教的占六成。",
        "今年将建成一座菌包厂。",
        "两人跑医院、两人守弄堂口。",
        "公司人事部经理说。",
        "听取学院专业建设汇报。",
        "这种药美国医院也用。",
        "省里第一所法国式大学办了百年。",
        "走进南通草厂胡同,墙上画满了花。",
        "靠开矿和建砖瓦厂致富。",
        "新华社记者报道。",
        "学习好贯彻好四中全会精神。",
        "在结对的乡村小学,活动走进课堂。",
        "据中新社电。",
        "各镇卫生院都有医生。",
        "全县新增普通高中学位300个。",
        "钱拿去办钢厂。",
        "已开设20所孔子学院、3个产业学院。",
        "我国第二艘医院船下水。",
    ] {
        assert_eq!(names(text), [""; 0], "{text}");
    }
}

#[test]
fn sides_play_for_a_place() {
    let cases: &[(&str, &[&str])] = &[
        ("决赛中,江苏队战胜辽宁队。", &["江苏队", "辽宁队"]),
        ("中国女排以3比0战胜古巴队。", &["中国女排", "古巴队"]),
        ("他入选国家队,随中国队员出征中国男篮职业联赛。", &[]),
        ("评级机构青禾公司下调评级。", &["青禾公司"]),
        ("美国著名博物馆关闭。", &[]),
        ("内蒙古巴彦淖尔市民政局发放补贴。", &["内蒙古巴彦淖尔市民政局"]),
    ];
    for (text, expected) in cases {
        assert_eq!(names(text), *expected, "{text}");
    }
}
