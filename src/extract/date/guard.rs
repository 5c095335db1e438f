//! What is not time: the neighbours that make a number, a weekday or a festival's name something else.

use super::expression::Period;
use super::phrase::Found;
use super::reader::{Number, Reader, Script, digit};
use super::rules;
use crate::chars::{is_han, is_separator};

/// Whether the number at `at` begins there, and no word, number or code runs into it.
pub(super) fn starts_alone(reader: &Reader<'_, '_>, at: usize) -> bool {
    if at == 0 || at == usize::MAX {
        return true;
    }
    let c = reader.at(at - 1);
    if c.is_ascii_alphanumeric() || matches!(c, '.' | '第' | '几' | '数' | '+' | '×' | '%' | '_' | '@' | '#')
    {
        return false;
    }
    if matches!(c, '-' | '/' | '·') {
        return !(at > 1 && reader.at(at - 2).is_ascii_alphanumeric())
            || c == '-' && reader.at(at - 2).is_ascii_digit();
    }
    if digit(c).is_some() || matches!(c, '十' | '百' | '千' | '万' | '廿' | '卅') {
        return false;
    }
    true
}

/// Whether 2022-10 or 2022.10 is a month and no code or score.
pub(super) fn month_only(reader: &Reader<'_, '_>, at: usize, end: usize, sign: char) -> bool {
    let open = |c: char| c == '\0' || is_separator(c) || is_han(c);
    sign == '-' && open(reader.before(at)) && open(reader.at(end))
        || is_separator(reader.before(at)) && is_separator(reader.at(end))
}

/// Whether 2000年 is a length: 近2000年, 2000年历史.
pub(super) fn is_span_of_years(reader: &Reader<'_, '_>, at: usize, number: &Number) -> bool {
    if !number.value.is_multiple_of(100) {
        return false;
    }
    let before =
        ["近", "约", "超", "逾", "超过", "长达", "距今", "历经", "跨越", "有着", "拥有", "绵延", "已有"];
    let after = ["历史", "文明", "文化", "之久", "的历史", "的文明", "古"];
    reader.follows(at, &before) || reader.eat_any(number.end + 1, &after).is_some()
}

/// Whether `N月` is no month: 3月龄, 五月天, 12月号.
pub(super) fn not_a_month(reader: &Reader<'_, '_>, at: usize, number: &Number) -> bool {
    let next = reader.at(number.end + 1);
    if matches!(
        next,
        '龄' | '嫂'
            | '子'
            | '饼'
            | '票'
            | '薪'
            | '租'
            | '亮'
            | '球'
            | '光'
            | '色'
            | '华'
            | '均'
            | '号'
            | '刊'
            | '牙'
    ) {
        return true;
    }
    let words = ["十月革命", "五月天", "八月瓜", "三月街", "十月怀胎", "一月一", "六月雪"];
    number.script != Script::Arabic && reader.eat_any(at, &words).is_some()
}

/// Whether a bare `N日` or `N号` is no day of a month: 3日游, 12号楼, 一日, 连续5日.
pub(super) fn not_a_day(reader: &Reader<'_, '_>, at: usize, number: &Number, mark: char) -> bool {
    let next = reader.at(number.end + 1);
    let before = reader.before(at);
    let treaty = reader.follows(at, &["北约", "公约", "条约"]);
    if !treaty
        && matches!(
            before,
            '第' | '每'
                | '某'
                | '满'
                | '近'
                | '约'
                | '逾'
                | '超'
                | '足'
                | '昔'
                | '连'
                | '续'
                | '达'
                | '零'
                | '共'
                | '个'
        )
    {
        return true;
    }
    if mark == '号' {
        let number_of = [
            '楼', '线', '院', '门', '机', '店', '馆', '厅', '台', '井', '文', '令', '公', '仓', '池', '泵',
            '炉', '桥', '路', '岛', '坑', '矿', '煤', '选', '车', '舰', '航', '地', '种', '球', '衣', '码',
            '员', '房', '室', '库', '厂', '站', '村', '街', '弄', '巷', '单', '栋', '幢', '柜', '箱', '船',
            '艇', '星', '卫', '火', '飞', '洞', '墓', '标', '段', '病', '字', '档', '窗', '食', '教', '宿',
            '综', '展', '场', '码', '铺', '摊', '田', '大', '学', '园', '区', '文', '提', '议', '建', '指',
            '决', '通', '信', '信', '电', '热', '服', '染', '元', '工', '国', '高', '省', '县', '乡', '冰',
            '主', '位', '种', '人', '首', '发', '遥', '探', '嫦', '嘉', '商', '广',
        ];
        return number_of.contains(&next)
            || before == '\0' && next == '\0'
            || is_separator(next) && next != ',' && next != ' ' && !reader_is_listed(reader, number.end + 1);
    }
    // 日企, 日军 belong together only where no date stands before them: 28日军方宣布.
    let word = if number.script == Script::Arabic {
        // 21日均发布消息 is a day, 5日均线 none.
        "游龄薪租内期".contains(next)
            || next == '均' && matches!(reader.at(number.end + 2), '线' | '价' | '值' | '量')
            || next == '元' && reader.at(number.end + 2) != '旦'
    } else {
        "游均内元系本军子志增产耗程照常谈化托租籍式语方企资餐龄期用薪".contains(next)
    };
    if word || reader.eat_any(number.end + 1, &["以内", "之内", "的旅", "常"]).is_some() {
        return true;
    }
    if next == '报' && !matches!(reader.at(number.end + 2), '道' | '告' | '名' | '送' | '案' | '到') {
        return true;
    }
    // 一日 is any day; 三日后 are three days later.
    number.script == Script::Words && (number.value == 1 || number.value < 11 && next == '后')
}

fn reader_is_listed(reader: &Reader<'_, '_>, end: usize) -> bool {
    reader.connector(end).is_some() || reader.at(end) == '、' && reader.number(end + 1).is_some()
}

/// Whether what follows a weekday's name counts something: 每周三次, 本周一个.
pub(super) fn not_a_weekday(reader: &Reader<'_, '_>, end: usize) -> bool {
    // 每周六轮流值班
    if reader.at(end) == '轮' && matches!(reader.at(end + 1), '流' | '值' | '班' | '岗') {
        return false;
    }
    matches!(
        reader.at(end),
        '次' | '个'
            | '场'
            | '期'
            | '届'
            | '名'
            | '遍'
            | '回'
            | '轮'
            | '天'
            | '岁'
            | '年'
            | '条'
            | '项'
            | '问'
            | '更'
            | '节'
            | '份'
            | '级'
            | '百'
            | '千'
            | '十'
    )
}

/// Whether 周 is a surname or belongs to a number: 周三多, 两周一次.
pub(super) fn is_surname(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let before = reader.before(at);
    if digit(before).is_some()
        || before.is_ascii_digit()
        || matches!(before, '十' | '几' | '数' | '半' | '多')
    {
        return true;
    }
    if matches!(before, '上' | '下' | '本' | '这' | '每' | '逢' | '至' | '到' | '(') || is_separator(before)
    {
        return reader.doc.word(at).end > end;
    }
    !reader.doc.is_boundary(at) || reader.doc.word(at).end > end
}

/// Whether 年初, 月底 stand on their own.
pub(super) fn phase_alone(reader: &Reader<'_, '_>, at: usize) -> bool {
    let before = reader.before(at);
    if digit(before).is_some()
        || before.is_ascii_alphanumeric()
        || matches!(before, '十' | '几' | '数' | '多' | '半' | '每' | '余' | '全' | '个' | '百' | '千' | '来')
    {
        return false;
    }
    let next = reader.at(at + 2);
    if reader.at(at + 1) == '中'
        && matches!(next, '国' | '央' | '心' | '小' | '学' | '考' | '级' | '医' | '型')
    {
        return false;
    }
    is_separator(before) || at == 0 || reader.doc.is_boundary(at) && reader.doc.word(at).len() <= 2
}

/// Whether a festival's name at `at..end` is something else: 李国庆, 清明上河图, 圣诞老人.
pub(super) fn not_a_festival(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let next = reader.at(end);
    if reader.before(end) == '日' && matches!(next, '趋' | '益' | '渐' | '常' | '子') {
        return true;
    }
    if matches!(next, '粥' | '蒜' | '粽' | '饼' | '糕') {
        return true;
    }
    if matches!(next, '树' | '老' | '帽') && reader.at(at) == '圣' || reader.eat(end, "上河").is_some()
    {
        return true;
    }
    if end - at > 2 {
        return false;
    }
    let before = reader.before(at);
    // 通讯员宁国庆: a surname behind a role.
    let role = ["记者", "通讯员", "作者", "实习生", "摄影", "居民", "村民", "市民"];
    if crate::names::surname(&[before]).is_some() && reader.follows(at - 1, &role) {
        return true;
    }
    let preposition = matches!(before, '年' | '在' | '到' | '是' | '逢' | '度' | '庆' | '前' | '于' | '迎');
    if at == 0 || is_separator(before) || preposition {
        return false;
    }
    let after = matches!(next, '节' | '期' | '假' | '前' | '后' | '当' | '晚' | '长' | '小' | '黄');
    let named = crate::names::surname(&[before]).is_some_and(|(_, share)| share > 0.2);
    named && !after || !reader.doc.is_boundary(at)
}

/// The longest name in quotation marks, in characters.
const NAME_LIMIT: usize = 10;

/// Whether a time opens a name in quotation marks and goes on in it: “四点半课堂”, “夜间议事厅”, “周末集市”. Speech has marks
/// of its own inside, and 今年, 目前, 今天 begin speech more often than names.
pub(super) fn names(reader: &Reader<'_, '_>, at: usize, read: &Found) -> bool {
    let kinds = [
        rules::PART_OF_DAY,
        rules::CLOCK,
        rules::WEEKDAY,
        rules::SEASON,
        rules::YEAR,
        rules::FESTIVAL,
        rules::LENGTH,
        rules::MONTH,
    ];
    if !kinds.contains(&read.rule) {
        return false;
    }
    if !opens_quotation(reader.before(at)) {
        return read.rule == rules::FESTIVAL && closes_name(reader, at, read.end);
    }
    let rest = &reader.chars[read.end..reader.chars.len().min(at + NAME_LIMIT)];
    // “一刻钟”助餐点: a length that fills its quotation marks is a name too.
    let least = usize::from(read.rule != rules::LENGTH);
    match rest.iter().position(|&c| is_separator(c) || matches!(c, '。' | '.')) {
        Some(length) => length >= least && matches!(rest[length], '”' | '’' | '」' | '』'),
        None => false,
    }
}

const fn opens_quotation(c: char) -> bool {
    matches!(c, '“' | '‘' | '「' | '『')
}

/// Whether a feast ends a name in quotation marks: “欢乐春节”, “我们的节日·端午”.
fn closes_name(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    // “在家过春节” is speech.
    let closed = matches!(reader.at(end), '”' | '’' | '」' | '』')
        && !matches!(reader.before(at), '在' | '过' | '到' | '是' | '年');
    let head = &reader.chars[at.saturating_sub(NAME_LIMIT)..at];
    closed && head.iter().rev().find(|&&c| is_separator(c) || c == '。').is_some_and(|&c| opens_quotation(c))
}

/// Whether 夏季 and its like at `at..end` belongs to a name, or to a year that is not told: 夏季达沃斯论坛, 第24届冬季
/// 奥林匹克运动会, 那年冬天.
pub(super) fn names_season(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let games = ["奥运", "奥林匹克", "残奥", "残疾人奥", "达沃斯"];
    reader.before(at) == '届'
        || reader.follows(at, &["那年", "那一年", "有一年"])
        || reader.eat_any(end, &games).is_some()
}

/// Whether what follows “五一” makes it a name: “五一”劳动奖章, “八一”学校.
pub(super) fn quoted_name(reader: &Reader<'_, '_>, end: usize) -> bool {
    let names = [
        "劳动奖",
        "奖",
        "勋章",
        "红旗",
        "精神",
        "运动",
        "口号",
        "学校",
        "路",
        "广场",
        "新村",
        "大街",
        "中学",
        "小学",
        "巾帼",
        "班",
        "枪",
        "式",
        "工程",
        "农场",
        "村",
        "社区",
        "公园",
        "表彰",
        "电影",
        "制片",
        "南昌",
        "起义",
        "事变",
        "新文化",
        "男",
        "女篮",
        "队",
        "体工",
        "先锋",
        "爱民",
        "先进",
        "优秀",
        "建军",
        "粮",
        "大桥",
        "街",
        "乡",
        "镇",
        "规划",
        "计划",
        "时期",
    ];
    reader.eat_any(end, &names).is_some()
}

/// One past the name of the day that “11·9” counts for: 消防宣传日; or `end` itself where the day is well known.
pub(super) fn day_name(reader: &Reader<'_, '_>, end: usize) -> Option<usize> {
    for at in end..end + 16 {
        let c = reader.at(at);
        let last = matches!(c, '日' | '节') && at > end;
        if last && !matches!(reader.at(at + 1), '期' | '目' | '约' | '能' | '常') {
            return Some(at + 1);
        }
        if !is_han(c) || matches!(c, '的' | '是' | '在' | '了' | '前' | '后' | '来' | '到' | '案' | '震')
        {
            break;
        }
    }
    // “3·15”晚会 counts, “7·24”事故 does not.
    let start = (0..8).find_map(|back| {
        let open = end.checked_sub(back + 1)?;
        matches!(reader.at(open), '“' | '‘' | '"' | '「' | '『').then_some(open + 1).filter(|&s| s + 1 < end)
    })?;
    let known = ["3·15", "6·26", "12·4", "11·9", "4·15", "6·5", "3·8", "3·12"];
    let event = ["事故", "案", "特大", "地震", "事件", "专", "爆炸", "洪", "泥石流", "火灾", "汶川", "大"];
    let ends = known.iter().any(|k| reader.eat(start, k) == Some(end - 1));
    (ends && reader.eat_any(end, &event).is_none()).then_some(end)
}

/// Whether a length is part of another word, or an age: 三年级, 15分钟生活圈, 五年规划, 两周岁, 八个月大的女婴.
pub(super) fn not_a_length(reader: &Reader<'_, '_>, period: Period, end: usize) -> bool {
    let next = reader.at(end);
    if next == '大'
        && matches!(reader.at(end + 1), '的' | '男' | '女' | '婴' | '宝' | '孩' | '幼' | '小' | '时')
    {
        return true;
    }
    match period {
        Period::Year => {
            next == '会' && !matches!(reader.at(end + 1), '计' | '员' | '长')
                || matches!(
                    next,
                    '级' | '龄'
                        | '轮'
                        | '薪'
                        | '产'
                        | '检'
                        | '均'
                        | '糕'
                        | '货'
                        | '画'
                        | '报'
                        | '鉴'
                        | '票'
                        | '费'
                        | '味'
                        | '息'
                        | '租'
                        | '制'
                        | '生'
                        | '代'
                        | '轻'
                        | '幼'
                        | '壮'
                        | '青'
                        | '夜'
                )
                || reader
                    .eat_any(
                        end,
                        &[
                            "行动",
                            "规划",
                            "计划",
                            "义务教育",
                            "攻坚",
                            "提升",
                            "纲要",
                            "一度",
                            "一届",
                            "四季",
                            "到头",
                            "奋斗目标",
                        ],
                    )
                    .is_some()
        }
        Period::Day => {
            matches!(
                next,
                '津' | '然' | '空' | '才' | '文' | '河' | '山' | '猫' | '坛' | '线' | '际' | '花' | '窗'
            ) || reader.eat_any(end, &["下第", "两头"]).is_some()
                || next == '天' && reader.at(end + 1) != '气'
                || next == '气' && !matches!(reader.at(end + 1), '温' | '压' | '象')
        }
        Period::Week => matches!(next, '岁' | '年' | '围' | '边' | '转' | '长' | '报' | '刊' | '口' | '末'),
        Period::Month => matches!(next, '饼' | '嫂' | '子' | '亮' | '龄' | '球'),
        Period::Hour => {
            matches!(next, '候' | '工')
                || reader.eat_any(end, &["便利店", "书店", "药店", "自助", "生活圈"]).is_some()
        }
        Period::Minute => {
            next.is_ascii_digit()
                || reader
                    .eat_any(
                        end,
                        &["生活圈", "便民", "圈", "服务圈", "就医圈", "健身圈", "步行", "社区", "“"],
                    )
                    .is_some_and(|at| reader.eat_any(end, &["步行"]).is_none() || reader.at(at) == '圈')
        }
        Period::Second => next.is_ascii_digit(),
        Period::Quarter => false,
    }
}

/// Whether a length from `at` to `end` is a figure of speech or a margin: 大半天, 半天说不出话, 0.8秒之差.
pub(super) fn not_measured(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let figure = reader.eat(at, "半天") == Some(end)
        && (reader.before(at) == '大' || matches!(reader.at(end), '说' | '没' | '不' | '才' | '也'));
    // 计划的前四年 counts from the plan's own start.
    let first = reader.follows(at, &["的前", "的头", "的后"]);
    figure || first || reader.eat_any(end, &["之差", "的优势", "之遥"]).is_some()
}

/// Whether 前 or 后 at `at` begins another word: 前往, 前三季度, 后续.
pub(super) fn begins_word(reader: &Reader<'_, '_>, at: usize) -> bool {
    let next = reader.at(at + 1);
    match reader.at(at) {
        '前' => {
            matches!(
                next,
                '往' | '来'
                    | '去'
                    | '期'
                    | '沿'
                    | '景'
                    | '锋'
                    | '进'
                    | '途'
                    | '台'
                    | '任'
                    | '述'
                    | '身'
                    | '门'
                    | '提'
                    | '赴'
                    | '方'
                    | '面'
                    | '行'
                    | '排'
                    | '段'
                    | '列'
                    | '线'
                    | '辈'
                    | '卫'
                    | '者'
                    | '后'
                    | '半'
                    | '海'
                    | '哨'
            ) || (reader.number(at + 1).is_some_and(|n| {
                matches!(
                    reader.at(n.end),
                    '季' | '个' | '名' | '位' | '强' | '天' | '月' | '年' | '周' | '大' | '场' | '轮'
                )
            }))
        }
        '后' => {
            matches!(
                next,
                '续' | '来'
                    | '方'
                    | '勤'
                    | '备'
                    | '期'
                    | '盾'
                    | '果'
                    | '天'
                    | '面'
                    | '半'
                    | '继'
                    | '排'
                    | '者'
                    | '代'
                    | '台'
                    | '卫'
                    | '世'
                    | '院'
                    | '边'
                    | '门'
                    | '浪'
                    | '山'
                    | '悔'
                    | '年'
                    | '遗'
                    | '场'
                    | '厨'
                    | '街'
                    | '村'
            )
        }
        '内' => {
            matches!(
                next,
                '部' | '地'
                    | '容'
                    | '蒙'
                    | '需'
                    | '外'
                    | '涵'
                    | '科'
                    | '心'
                    | '在'
                    | '资'
                    | '置'
                    | '阁'
                    | '陆'
                    | '务'
                    | '河'
                    | '江'
            )
        }
        _ => false,
    }
}

/// Whether 夜间, 深夜, 白天 from `at` to `end` tells a kind, not a time: 夜间施工, 深夜食堂.
pub(super) fn is_kind(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let kinds = [
        "施工", "作业", "泊位", "消费", "噪声", "噪音", "停车", "食堂", "扰民", "巡逻", "巡查", "值班",
        "值守", "执法", "营业", "出行", "行车", "驾驶", "交通", "公交", "配送", "文化", "文旅", "旅游",
        "游览", "服务", "门诊", "急诊", "工作", "生产", "娱乐", "模式", "气温", "温度", "班车", "航班",
        "运输", "开放", "经济", "灯光", "景观", "活动",
    ];
    reader.eat_any(at, &["夜间", "深夜", "白天", "晚间"]).is_some() && reader.eat_any(end, &kinds).is_some()
}

/// Whether 黎明, 黄昏, 一早 at `at` is a person's name or part of another word.
pub(super) fn is_name_part(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.at(at) == '黎'
        && reader.at(at + 1) == '明'
        && at > 0
        && !is_separator(reader.before(at))
        && (crate::names::surname(&[reader.before(at)]).is_some() || !reader.doc.is_boundary(at))
}
