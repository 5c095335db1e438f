//! Verbs and nouns that the dictionary does not tell apart: what a row of `data/noun_words.tsv` mends.

use super::noun;

#[test]
fn verbs_behind_what_is_counted() {
    noun(Some("学校"), &["94所学校存在漏洞", "12所学校配发热水器24台"]);
    noun(Some("企业"), &["30家企业抱团出海,", "9家企业力争年内投产"]);
    noun(Some("河流"), &["境内六条河流过境,", "7条河流断流,"]);
    noun(Some("整车"), &["每两分钟有1辆整车下线。"]);
    noun(Some("过境点"), &["关闭两个过境点。"]);
    noun(Some("水果"), &["十五种水果零关税进口"]);
    noun(Some("住户"), &["这栋楼的40家住户家家有花"]);
    noun(Some("工作组"), &["派出10支工作组分赴各地指导"]);
    noun(Some("电梯"), &["支持各地更新电梯12万台。"]);
    noun(Some("抢修队"), &["组织6支抢修队24小时值守,"]);
    noun(None, &["分4批安置移民3120户,", "94所存在漏洞,", "全年以98万元中标,"]);
}

#[test]
fn verbs_before_what_is_counted() {
    noun(Some("黄精"), &["林下套种黄精430亩,"]);
    noun(Some("货物"), &["损失货物6万多元,"]);
    noun(Some("资金"), &["冻结资金3390万元,"]);
    noun(Some("绿色工厂"), &["力争培育绿色工厂40个,"]);
    noun(None, &["今年少收入四万多元。", "比去年多支出3万元。", "每张门票按10元计,", "老韩蹚水6公里,"]);
}

#[test]
fn nouns_that_the_dictionary_lacks() {
    noun(Some("同乡"), &["他和三位同乡进城,"]);
    noun(Some("职工家属"), &["1.1万名职工家属住进了新房"]);
    noun(Some("村民小组长"), &["召集400多名村民小组长开会"]);
    noun(Some("劳动模范"), &["32名劳动模范到海边疗养"]);
    noun(Some("成年民众"), &["访问1078位成年民众,"]);
    noun(Some("拾花工"), &["接来两万多名拾花工。", "相当于500个拾花工的工作量"]);
    noun(Some("马"), &["5匹马驮来一支宣讲队。"]);
    noun(Some("演出"), &["三场演出1260张票售出八成。"]);
    noun(Some("电瓶被盗案"), &["发生11起电瓶被盗案。"]);
}

#[test]
fn behind_what_leads_a_clause_all_is_its_object() {
    noun(Some("体检项目"), &["新增体检项目36项,"]);
    noun(Some("合作协议"), &["新增合作协议36份,"]);
    noun(Some("确诊病例"), &["新增确诊病例36例"]);
    // What is done to them, and a verb alone.
    noun(Some("桥梁"), &["新建桥梁3座。"]);
    noun(None, &["新增供应36套。", "已交付运营近百架,"]);
}

#[test]
fn attributes_of_verbs() {
    noun(Some("可循环材料"), &["选用36种可循环材料制成"]);
    noun(Some("国产高端设备"), &["36台国产高端设备正在运行"]);
    noun(Some("各类场馆"), &["超1000家的各类场馆开放"]);
    noun(Some("公益讲座"), &["36场公益讲座吸引居民"]);
}

#[test]
fn distances_are_of_nothing() {
    noun(None, &["严禁进入火山口3公里内区域", "停在村口9公里处"]);
    noun(Some("隧道"), &["建成隧道9公里,"]);
}
