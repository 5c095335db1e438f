//! Words that others are joined to inside a noun, and nouns of large numbers.

use super::noun;

#[test]
fn verbs_and_attributes_that_are_joined() {
    noun(Some("湿地保护与修复重点区域"), &["划定12个湿地保护与修复重点区域,"]);
    noun(Some("技术研究与应用项目"), &["安排9个技术研究与应用项目,"]);
    noun(Some("爱国民主和进步人士"), &["20名爱国民主和进步人士到会"]);
    noun(Some("政界、工商界和高校代表"), &["80位政界、工商界和高校代表参加"]);
    noun(Some("旧城更新重点片区"), &["启动15个旧城更新重点片区改造"]);
    noun(Some("对接交流活动"), &["举办60场对接交流活动,"]);
    // Another list.
    noun(Some("产业集群"), &["建成8大产业集群和水、电、气配套"]);
}

#[test]
fn nouns_of_amounts_and_funds() {
    noun(Some("修复面积"), &["累计修复面积30万亩"]);
    noun(Some("输送容量"), &["输送容量600万千瓦"]);
    noun(Some("外资"), &["全市实际使用外资12亿元,", "实际利用外资3亿美元。"]);
    noun(Some("直接投资"), &["对外直接投资260亿元,"]);
    noun(Some("大坝"), &["洪水致三座大坝决堤,"]);
    noun(Some("河流"), &["16条河流水位上涨"]);
    noun(Some("成员"), &["12名“晨星会”组织的成员被捕"]);
    noun(Some("批次"), &["分三个批次发放。"]);
}

#[test]
fn nouns_of_large_numbers() {
    noun(Some("产业基金"), &["50亿产业基金扶持企业"]);
    noun(Some("5G基站"), &["架设800多个5G基站,"]);
    noun(Some("总量"), &["用户总量破百万"]);
    noun(Some("常住人口"), &["常住人口不到60万的小城"]);
    noun(None, &["代表团以2金3银的成绩收官"]);
}

#[test]
fn names_that_hold_numbers_and_brackets() {
    noun(Some("一刻钟便民生活圈"), &["新建42个一刻钟便民生活圈,"]);
    noun(Some("20分钟健身圈"), &["建成60个20分钟健身圈。"]);
    noun(Some("省(自治区、直辖市)"), &["16个省(自治区、直辖市)和兵团", "来自9个省(自治区、直辖市)。"]);
    noun(Some("地(市)"), &["全省7个地(市)完成试点"]);
    noun(Some("省级以上非物质文化遗产"), &["传承21项省级以上非物质文化遗产。"]);
    noun(Some("主要入湖河流"), &["12条主要入湖河流水质好转"]);
}

#[test]
fn verbs_before_what_a_number_counts() {
    noun(Some("集装箱货物"), &["班列发运集装箱货物300标箱。"]);
    noun(Some("就业补助资金"), &["支出就业补助资金8亿元。"]);
    noun(Some("中央预算内投资"), &["紧急安排中央预算内投资4000万元,"]);
    noun(Some("创新创业人才"), &["共新增创新创业人才600多人。"]);
    noun(Some("摄影爱好者"), &["接待摄影爱好者2000多人次,"]);
    noun(Some("作品"), &["200余件作品入围决赛"]);
    noun(Some("用户"), &["日均服务用户300万人次。"]);
    noun(Some("城市轨道交通线路"), &["已开通运营城市轨道交通线路12条。"]);
    noun(Some("河道"), &["完成8公里河道生态修复,"]);
    noun(Some("乡镇"), &["27个乡镇风力达9级"]);
    noun(Some("乘组"), &["三个乘组航天员,"]);
    noun(Some("入围作品"), &["12部入围作品参展"]);
}

#[test]
fn what_begins_anew_behind_a_noun() {
    noun(Some("青年集体"), &["表彰30个青年集体中国青年奖章。"]);
    noun(Some("职工"), &["授予20名职工全国劳动奖章。"]);
    noun(Some("舞龙队伍"), &["9支舞龙队伍集体亮相"]);
    noun(Some("火箭弹"), &["发射90枚火箭弹打击敌军阵地"]);
    noun(Some("主产省份"), &["9个主产省份早稻陆续成熟"]);
    noun(Some("鲜花"), &["9万株鲜花组成的立体花坛"]);
    noun(Some("花灯"), &["9盏造型各异的花灯亮起"]);
}

#[test]
fn verbs_that_look_like_nouns() {
    noun(None, &["有3亿元投向了新产业。", "突破40万亿元标志着新阶段", "曾两次秘密来访,"]);
    noun(Some("航班"), &["每天9班航班翱翔蓝天,"]);
    noun(Some("国家"), &["中越两个国家致力于友好"]);
    noun(Some("交易团"), &["近700个交易团进场采购"]);
    noun(Some("卫生院"), &["9个卫生院工作正常"]);
    noun(None, &["累计报告3例。", "位于地下300米。", "500米口径望远镜"]);
}

#[test]
fn what_is_built_and_sown() {
    noun(Some("井"), &["挖井37眼,"]);
    noun(Some("坝"), &["打坝5座。"]);
    noun(Some("秋菜"), &["抢种秋菜900亩。"]);
    noun(None, &["打车花了30元,", "赶路30里。"]);
    noun(Some("民工"), &["出动三千民工,"]);
    noun(Some("劳力"), &["派出九百劳力修渠"]);
}

#[test]
fn nouns_with_a_bracket_before_their_number() {
    noun(Some("双拥模范城(县)"), &["命名双拥模范城(县)9个。"]);
    noun(Some("社区(村)"), &["建成社区(村)9个。"]);
}

#[test]
fn words_that_verbs_stand_before() {
    noun(Some("举措"), &["出台30条促进就业举措,"]);
    noun(Some("生产扶持政策"), &["出台19条生产扶持政策,"]);
    noun(Some("军事支持"), &["提供3亿美元军事支持。"]);
    noun(Some("补助资金"), &["给予3亿元补助资金支持。"]);
    noun(Some("省内制度文件"), &["印发13项省内制度文件,"]);
    noun(Some("救援力量"), &["投入千名救援力量。"]);
    noun(Some("发展中大国"), &["中巴两个发展中大国携手"]);
    noun(Some("山火"), &["两场最大的山火还在烧"]);
    noun(Some("防空导弹"), &["击落4枚“海鸥”防空导弹等,"]);
}

#[test]
fn courts_and_sales() {
    noun(Some("肥猪"), &["卖给国家肥猪六十三头,"]);
    noun(Some("余粮"), &["卖给国家余粮九万斤。"]);
    noun(Some("发票"), &["虚开发票六十八张,"]);
    noun(Some("从犯"), &["从犯三人,"]);
    noun(Some("贪污贿赂案件"), &["立案侦查贪污贿赂案件十八件。"]);
    noun(Some("受骗群众"), &["受骗群众一百一十二人。"]);
    noun(None, &["东经121度"]);
    noun(Some("辅导"), &["做了三次辅导。"]);
}
