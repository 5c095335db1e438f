//! Nouns of counts: one noun, then the texts that must give it.

mod joined;
mod verbal;

use super::super::tests::counts;

pub(super) fn noun(expected: Option<&str>, texts: &[&str]) {
    for text in texts {
        let found = counts(text);
        assert_eq!(found.first().map(|c| c.noun.as_deref()), Some(expected), "{text}");
    }
}

#[test]
fn nouns_behind_the_unit() {
    noun(Some("居民"), &["共324户居民及其他", "共有24户居民。", "40名居民自带板凳", "25户居民家中"]);
    noun(Some("社区志愿者"), &["6名社区志愿者。", "6名社区志愿者清理河道"]);
    noun(Some("流动书箱"), &["投放50个“流动书箱”,"]);
    noun(Some("党员"), &["有5名党员", "8名党员试种木耳", "8名党员的故事"]);
    // A verb that makes a word with its noun, and one that does not.
    noun(Some("水质监测设备"), &["装了6套水质监测设备。"]);
    noun(Some("社区养老驿站"), &["建成12个社区养老驿站"]);
    noun(Some("卫生费"), &["只收12元卫生费。"]);
    noun(Some("社区"), &["2个社区加装电梯", "8个社区的街坊", "在9个社区开展普查"]);
    noun(Some("参展企业"), &["30家参展企业签约"]);
    noun(Some("老宅院"), &["修好3处老宅院"]);
    noun(Some("新鲜蔬果"), &["20吨新鲜蔬果运往城里"]);
}

#[test]
fn nouns_behind_modifiers() {
    noun(Some("职工"), &["1300余名职工观看学习", "150余名来自各街道的职工参加", "30名参加培训的职工"]);
    noun(Some("书"), &["含有5本不同类型的书,"]);
    noun(Some("路障"), &["清走3处影响通行的路障"]);
    noun(Some("药品"), &["捎来4箱牧民急用的药品"]);
}

#[test]
fn nouns_behind_what_tells_more() {
    noun(Some("60岁以上老人"), &["为30名60岁以上老人理发"]);
    noun(Some("主要应对措施"), &["定下12项主要应对措施。"]);
    noun(Some("就业补助资金"), &["下达6亿元就业补助资金,"]);
    noun(Some("国家和地区"), &["来自9个国家和地区的歌手"]);
    noun(Some("绘画空间"), &["打造8个家门口的“绘画空间”。"]);
    noun(Some("大棚"), &["14栋大棚收入38万元"]);
    noun(Some("冰箱拆解生产线"), &["两条冰箱拆解生产线正在运行"]);
}

#[test]
fn nouns_before_the_number() {
    noun(Some("党员"), &["其中党员9人,", "来了党员9人参加劳动"]);
    noun(Some("实有人口"), &["实有人口912人。", "辖区实有人口912人。"]);
    noun(Some("志愿者"), &["名下志愿者共36名。"]);
    noun(Some("微心愿"), &["认领“微心愿”56个。"]);
    noun(Some("垃圾"), &["清运垃圾5车。", "合作社清运垃圾5车。"]);
    noun(Some("救灾资金"), &["下达救灾资金300万元。"]);
    noun(Some("科普读物"), &["发放科普读物500册"]);
    noun(Some("投诉"), &["受理投诉17件,"]);
    noun(Some("问题"), &["解决问题390个。"]);
    noun(Some("洋芋"), &["卖出河东村洋芋600斤"]);
    noun(Some("果树种植面积"), &["果树种植面积300亩"]);
    noun(Some("口袋公园"), &["计划建设口袋公园20个"]);
    noun(Some("干部和群众"), &["干部和群众60人忙了一夜"]);
    noun(Some("绿萝、吊兰"), &["换走绿萝、吊兰60盆"]);
}

#[test]
fn nouns_told_by_what_is_done() {
    noun(Some("适老化改造"), &["完成60项适老化改造,"]);
    noun(Some("快速通关查验通道"), &["开通2条快速通关查验通道,"]);
    noun(Some("农机购置补贴"), &["发放农机购置补贴30万元,"]);
    noun(Some("起飞重量"), &["起飞重量12吨,"]);
    noun(Some("支柱产业"), &["五大支柱产业集聚人才超3万人"]);
    noun(Some("新型职业农民"), &["培训新型职业农民500人。"]);
    noun(Some("企业"), &["服务企业300家,"]);
    noun(None, &["甲、乙、丙、丁4国缔结的条约", "这款飞机起飞重量12吨,"]);
}

#[test]
fn nouns_that_end_before_what_is_told_of_them() {
    noun(Some("省份"), &["9个省份财政收入全部增长"]);
    noun(Some("学校"), &["76所学校原址开学"]);
    noun(None, &["60岁以上旅客火车票"]);
    noun(Some("危险区域人员"), &["转移危险区域人员70人。"]);
    noun(Some("疫苗"), &["累计接种疫苗300剂,"]);
    noun(Some("人才培养基地"), &["支持5个人才培养基地和国家产教融合平台"]);
    noun(Some("用人单位"), &["70家用人单位提供岗位900个"]);
    noun(Some("驻华大使"), &["28位驻华大使到场"]);
}

#[test]
fn nouns_of_measures() {
    noun(None, &["女子100米蝶泳决赛", "男子步枪50米三姿决赛", "长跑5公里坐姿组比赛"]);
    noun(Some("游泳池"), &["建了25米游泳池,"]);
    noun(None, &["抢修了北坡15公里的山路", "气温骤降,局地降温10℃,", "北部升温6℃,"]);
    noun(Some("海拔"), &["在海拔3000米的山口"]);
    noun(Some("室温"), &["室温20℃,"]);
    noun(Some("绿色电力"), &["每年提供2亿度绿色电力,"]);
}

#[test]
fn nouns_behind_a_country_or_a_quotation() {
    noun(Some("哈萨克斯坦儿童"), &["近百名哈萨克斯坦儿童唱歌"]);
    noun(Some("茶叶"), &["运来“金三角”地区茶叶8吨。"]);
    noun(Some("市场主体"), &["新增市场主体3万户,"]);
    noun(Some("数字化车间"), &["建成数字化车间26个,"]);
    noun(Some("人民警察"), &["数千人民警察上街", "两位人民警察"]);
    noun(Some("小型拖拉机"), &["买来两台最新款的小型拖拉机。"]);
}

#[test]
fn nouns_joined_by_and() {
    noun(Some("医生和社工"), &["40名医生和社工上门,"]);
    noun(Some("渔民、教师和学生"), &["50位渔民、教师和学生围坐"]);
    // Another count, a longer list, an owner.
    noun(Some("党员"), &["20名党员、网格员上门"]);
    noun(Some("单位"), &["8个单位和驻区企业的代表"]);
}

#[test]
fn nouns_without_what_is_said_of_them() {
    noun(Some("省份"), &["有7个省份用电量增长"]);
    noun(Some("方面"), &["从5个方面重点任务入手"]);
    noun(Some("企业"), &["9家企业负责人发言"]);
}

#[test]
fn nouns_that_the_dictionary_does_not_hold() {
    noun(Some("塑料凳"), &["搬来8把塑料凳。"]);
    noun(Some("爬楼机"), &["买来2台爬楼机,"]);
    noun(Some("假金条"), &["缴获假金条9根"]);
    noun(Some("扶贫车间"), &["还有扶贫车间9个"]);
    noun(Some("百岁老人"), &["有百岁老人8人"]);
    noun(Some("一刻钟生活圈"), &["建成“一刻钟生活圈”9个"]);
}

#[test]
fn nouns_left_unsaid() {
    noun(None, &["在地下80米处", "3户弃权。", "行程900公里,"]);
    noun(None, &["播放近20场次,", "增长12.5%", "成功率96%", "全村137户,", "单元12户"]);
    noun(None, &["跑了3趟区里", "年饭花500元。", "已有12人建档,"]);
    noun(None, &["河东社区400户,", "救助群众3次,"]);
}

#[test]
fn nouns_with_an_attribute_of_two_words() {
    noun(Some("示范性老年友好型社区"), &["建成2990个示范性老年友好型社区"]);
    noun(Some("气动式发电装备"), &["首台超100千瓦气动式发电装备下水"]);
}

#[test]
fn nouns_told_by_letters_and_digits() {
    noun(Some("5G基站"), &["开通了80座5G基站。", "开通5G基站80座。"]);
    noun(Some("LED灯"), &["换上300盏LED灯。"]);
    noun(Some("世界500强企业"), &["来了6家世界500强企业参展"]);
    noun(Some("国家5A级景区"), &["有两家国家5A级景区。"]);
    // The noun ends before the signal's.
    noun(Some("项目"), &["四个项目8K信号"]);
}

#[test]
fn people_of_visits() {
    noun(Some("游客"), &["接待游客3万人次。"]);
    noun(Some("学员"), &["培训学员90人次,", "共培训学员90名。"]);
    noun(None, &["惠及900人次。", "讲座参加900人次居民满意"]);
}

#[test]
fn what_is_done_is_no_part_of_the_noun() {
    noun(Some("受灾群众"), &["转移安置受灾群众60人。", "安置受灾群众60人。"]);
    noun(Some("老旧小区"), &["改造提升老旧小区12个。"]);
    noun(Some("居民"), &["累计服务居民800人。"]);
    noun(Some("乡村旅游示范点"), &["30家乡村旅游示范点接待游客"]);
    noun(Some("安置点"), &["设置安置点9个。"]);
    noun(Some("施工人员"), &["增派施工人员60人。"]);
    noun(Some("研发费用"), &["研发费用3亿元,"]);
}

#[test]
fn words_of_single_characters() {
    noun(Some("养蚕户"), &["全村41户养蚕户都来了"]);
    noun(Some("涉渔案件"), &["查办涉渔案件70件。"]);
    noun(Some("无症状感染者"), &["新增无症状感染者9例,"]);
    noun(Some("抢险队伍"), &["出动抢险队伍70支。"]);
    noun(Some("塘坝"), &["27座塘坝蓄满水"]);
    noun(Some("降温幅度"), &["甲乙等地降温幅度10℃。"]);
}

#[test]
fn nouns_around_brackets() {
    noun(Some("文物珍品"), &["展出60件(套)文物珍品。"]);
    noun(Some("县(市、区)"), &["来自9个县(市、区)的代表"]);
    noun(Some("村(社区)卫生室"), &["改造70个村(社区)卫生室。"]);
    noun(None, &["建成80个集餐厅、课堂于一体的中心"]);
}

#[test]
fn nouns_without_what_their_owners_do() {
    noun(Some("大中城市"), &["30个大中城市商品住宅价格持平"]);
    noun(Some("主产省"), &["6个主产省各类企业收购夏粮"]);
    noun(Some("侨批"), &["老人和60封侨批,"]);
    noun(Some("里弄"), &["在二十条里弄传唱。"]);
    noun(Some("村"), &["带动9个村种植洋芋,"]);
    noun(Some("贫困户"), &["涉及贫困户7户土地15亩,"]);
    noun(Some("国家"), &["近60个国家代表与会"]);
    noun(Some("群众举报"), &["受理群众举报9件,"]);
    noun(None, &["能储草500吨。"]);
}

#[test]
fn nouns_behind_quotations() {
    noun(Some("店铺"), &["来了30家“小修小补”店铺,"]);
    noun(Some("志愿者"), &["8名“红马甲”志愿者上门"]);
    noun(Some("示范基地"), &["建成3处“稻虾共生”示范基地。"]);
    noun(Some("微心愿"), &["点亮60个“微心愿”。"]);
    noun(None, &["沿河9省区联手治水", "来自7省市的歌手"]);
}

#[test]
fn sums_are_of_funds() {
    noun(Some("技能提升补贴"), &["发放36亿元技能提升补贴。"]);
    noun(Some("中央财政职工困难帮扶资金"), &["下拨9亿元中央财政职工困难帮扶资金,"]);
    noun(None, &["每户6000元村民领取补贴后"]);
}

#[test]
fn nouns_of_what_is_kept_or_sold() {
    noun(Some("猪"), &["养猪200头,"]);
    noun(Some("瓜"), &["预计产瓜90吨,"]);
    noun(Some("血"), &["献血3万毫升。"]);
    noun(Some("出口"), &["其中出口900亿美元,"]);
    // The name of a business.
    noun(Some("稻田养鱼"), &["推广稻田养鱼300亩,"]);
}

#[test]
fn unknown_words_as_nouns() {
    noun(Some("锄草机"), &["购进锄草机6台,"]);
    noun(Some("冻羊肉"), &["查扣没有检疫的冻羊肉4吨,"]);
    noun(Some("控制主板"), &["更换控制主板2块,"]);
    noun(Some("违规用火行为"), &["查处违规用火行为9起。"]);
    noun(Some("章"), &["要盖11个章,现在只盖一个"]);
    noun(Some("弯"), &["山路有21道弯,"]);
    noun(Some("囚犯"), &["5名囚犯在押。"]);
    noun(Some("富余劳力"), &["吸纳300名富余劳力就业"]);
    noun(Some("中国籍船员"), &["11名中国籍船员获救"]);
}

#[test]
fn nouns_that_end_before_what_they_do() {
    noun(Some("收割机"), &["两台收割机开进地头,"]);
    noun(Some("骡子"), &["用8匹骡子驮运水泥杆上山"]);
    noun(Some("社区"), &["在9个社区集中整治电动车"]);
    noun(Some("困难家庭"), &["帮20户困难家庭收麦"]);
    noun(Some("谈判"), &["五轮谈判与一本账", "进行了五轮谈判,"]);
    noun(Some("辅导"), &["做了三次辅导。"]);
    noun(Some("孩子"), &["40名外来务工人员的孩子报到"]);
    noun(None, &["有两个成了我校的学生", "找到几个踢球的"]);
}

#[test]
fn what_only_has_as_many_is_no_noun() {
    noun(
        None,
        &["两家的招牌挨着", "7家的货架空了", "以46只的成绩夺冠", "三层高的石塔", "没有接到1户进水的报告"],
    );
    noun(None, &["授予30人“先进工作者”称号", "76岁老人下楼", "3岁以上人群均可接种"]);
    noun(None, &["邻近的东平、西平两县派出农机", "社区共有7个,"]);
    noun(Some("平均年龄"), &["队员平均年龄66岁,", "平均年龄超过55岁。"]);
    noun(Some("公交车"), &["要转两趟公交车,"]);
    noun(Some("山路"), &["走了7里山路。"]);
    noun(None, &["跑了三趟社区,"]);
}

#[test]
fn sums_that_somebody_pays() {
    noun(
        None,
        &[
            "政府补贴12万元,",
            "县财政补助两万元,",
            "每买一头牛,补贴2000元。",
            "向银行贷款30万元,",
            "倒赔了国家90万元",
        ],
    );
    noun(None, &["去年收入38万元,", "药品价值3万元,"]);
    noun(Some("补贴"), &["领到补贴300元。"]);
    noun(Some("长寿补贴"), &["发放长寿补贴30万元,"]);
    noun(Some("注册资本"), &["研究院注册资本3亿元,"]);
    noun(Some("销售收入"), &["合作社销售收入突破90万元,"]);
    noun(Some("产量"), &["去年产量5000吨。"]);
}

#[test]
fn homes_and_clauses() {
    noun(Some("农民"), &["全村97户农民搭棚种瓜,"]);
    noun(Some("典型场景"), &["打造100个数字融合的典型场景。"]);
    noun(None, &["实施900户安全饮水工程。", "其中7个是娃娃", "低于警戒水位1.5米。", "30台满载750套帐篷的车"]);
    noun(Some("总投资"), &["该生产线总投资12亿元,"]);
}

#[test]
fn nouns_of_a_place_told_by_where_it_is() {
    noun(Some("当地居民"), &["72名当地居民被疏散"]);
    noun(Some("当地企业"), &["三家当地企业参与其中"]);
}

#[test]
fn nouns_behind_of() {
    noun(Some("自然村"), &["30户以上的自然村"]);
    noun(Some("报告"), &["写下30万字的报告。"]);
    noun(Some("示范园区"), &["9个左右的示范园区,"]);
    noun(None, &["又来了30个的订单,"]);
    noun(Some("科技企业"), &["8万家的科技企业集聚"]);
    noun(None, &["9家的老人同住"]);
}

#[test]
fn verbal_nouns_inside_a_phrase() {
    noun(Some("演出单位"), &["9家演出单位参加"]);
    noun(Some("文艺演出活动"), &["举办30场文艺演出活动。"]);
    noun(Some("图像处理元器件"), &["年产3万只图像处理元器件,"]);
    noun(Some("外出务工人员"), &["约有9万外出务工人员返乡"]);
    noun(Some("世界冠军"), &["9位世界冠军领衔的队伍"]);
    noun(Some("极端组织据点"), &["端掉两处极端组织据点"]);
    noun(Some("城市"), &["数十座城市抗议加税"]);
    noun(None, &["从97万个调整到104万个,"]);
}

#[test]
fn verbs_that_open_what_is_counted() {
    noun(Some("展示区"), &["设9个展示区,"]);
    noun(Some("搜救犬"), &["带来4只搜救犬参与训练"]);
    noun(Some("往返航班"), &["每周增加9个往返航班,"]);
    noun(Some("导弹发射装置"), &["摧毁两套导弹发射装置"]);
    noun(Some("联合收割机"), &["调来9台联合收割机抢收"]);
    noun(Some("社区"), &["3个社区联合图书馆办展"]);
    noun(Some("人才培养基地"), &["建设9个人才培养基地。"]);
    noun(Some("作品"), &["展示作品9件,"]);
}

#[test]
fn people_told_by_what_no_phrase_holds() {
    noun(Some("外出打工职工"), &["为300名外出打工职工建档"]);
    noun(Some("被困人员"), &["救出9名被困人员,"]);
    noun(Some("井下工人"), &["90名井下工人升井"]);
    noun(Some("前总理"), &["两名前总理出席"]);
    noun(Some("村(社区)干部"), &["90名村(社区)干部参加培训"]);
    noun(None, &["其中9名获得奖学金,"]);
}

#[test]
fn what_is_held_a_number_of_times() {
    noun(Some("演出"), &["举办9场演出,"]);
    noun(Some("招聘活动"), &["举办9场招聘活动,"]);
    noun(Some("促消费活动"), &["推出9场促消费活动,"]);
    noun(Some("飞行任务"), &["完成4次飞行任务。"]);
    noun(Some("会谈"), &["举行两次会谈。"]);
    noun(None, &["曾3次参加比赛", "两次访问中原"]);
}

#[test]
fn attributes_before_a_quotation_or_another() {
    noun(Some("企业"), &["9家省级“绿叶”企业", "9家国家级“绿叶”“红花”企业参展"]);
    noun(Some("国家"), &["9个共建“同心路”国家参展"]);
    noun(Some("快艇"), &["两艘“海燕”级快艇下水"]);
    noun(Some("伤员"), &["两名“伤员”被工友抬出"]);
    noun(Some("山区、丘陵乡镇"), &["为9个山区、丘陵乡镇修路"]);
}

#[test]
fn numbers_with_no_unit_but_people() {
    noun(Some("居民"), &["约300居民疏散", "十余万居民迁入"]);
    noun(Some("外地游客"), &["60万外地游客来过年"]);
    noun(Some("人口"), &["90万人口历史性地脱贫"]);
}

#[test]
fn houses_without_what_they_have() {
    noun(Some("中小企业"), &["9家中小企业产品畅销", "对9家中小企业法定代表人约谈"]);
    noun(Some("批发市场"), &["9家批发市场水果、鸡蛋价格"]);
    noun(Some("特色产业集群"), &["培育9家特色产业集群。"]);
    noun(Some("共建高校"), &["9所共建高校的博士生"]);
    noun(Some("建议"), &["300条居民反映的建议"]);
}

#[test]
fn words_that_the_dictionary_does_not_hold() {
    noun(Some("打捆机"), &["买回两台打捆机,"]);
    noun(Some("红干椒"), &["种植红干椒300亩,", "把3吨红干椒装上车"]);
    noun(Some("晚桃"), &["卖掉晚桃90公斤。"]);
    noun(Some("青少年绘画作品"), &["90幅青少年绘画作品展出"]);
    noun(Some("先进级智能工厂"), &["建成9家先进级智能工厂,"]);
    noun(Some("困难老年人家庭"), &["改造300户困难老年人家庭,"]);
    noun(Some("年工资"), &["护林员年工资3万元,"]);
    noun(Some("亩产"), &["亩产530公斤。"]);
    noun(Some("平均亩产"), &["平均亩产530公斤。"]);
    noun(Some("在逃人员"), &["抓获在逃人员6名。"]);
    noun(Some("国际龙舟节"), &["举办9届国际龙舟节。"]);
    noun(Some("理论微宣讲团"), &["组建9支理论微宣讲团,"]);
    noun(Some("晚稻"), &["9万亩晚稻稳产丰产"]);
    noun(Some("道路"), &["9公里道路全线贯通"]);
}

#[test]
fn sums_and_amounts_that_another_verb_is_about() {
    noun(Some("年均收入"), &["目前年均收入超1亿元,"]);
    noun(Some("个人住房贷款"), &["发放个人住房贷款3亿元,"]);
    noun(Some("水利贷款"), &["新投放水利贷款9亿元,"]);
    noun(Some("政府补贴"), &["领到政府补贴30万元,"]);
}
