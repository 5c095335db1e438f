//! The rules of the grammar: the name that a mention carries, and an example that the rule must read.
//!
//! A rule is named here and nowhere else; the reading functions stand with what they read (points, lengths, sets).

/// A rule of the grammar.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The name that mentions carry.
    pub name: &'static str,
    /// A text in which this rule reads the only mention.
    pub example: &'static str,
}

macro_rules! rules {
    ($($constant:ident $name:literal $example:literal)*) => {
        $(pub(crate) const $constant: &str = $name;)*

        /// All rules, by what they read.
        ///
        /// ```
        /// use jianbao::extract::date::rules::RULES;
        /// assert!(RULES.iter().any(|r| r.name == "month-day" && r.example == "10月29日"));
        /// ```
        pub const RULES: &[Rule] = &[$(Rule { name: $name, example: $example }),*];
    };
}

rules! {
    // Years and more.
    YEAR "year" "2021年"
    SHORT_YEAR "short-year" "零六年"
    RELATIVE_YEAR "relative-year" "去年"
    SAME_YEAR "same-year" "当年"
    REPUBLIC_YEAR "republic-year" "民国二十六年"
    ERA_YEAR "era-year" "公元前221年"
    ERA "era" "光绪三十年"
    DECADE "decade" "上世纪90年代"
    CENTURY "century" "19世纪"
    PLAN "plan" "“十四五”期间"
    BUSINESS_YEAR "business-year" "2023财年"
    SAME_PERIOD "same-period" "去年同期"
    // Parts of a year.
    HALF "half" "上半年"
    QUARTER "quarter" "三季度"
    FIRST_QUARTERS "first-quarters" "前三季度"
    SEASON "season" "今年夏天"
    TERM "term" "2021年暑假"
    MONTH "month" "10月"
    MONTHS "months" "七八月份"
    FIRST_MONTHS "first-months" "前9个月"
    LAST_MONTHS "last-months" "去年后两个月"
    NUMERIC_MONTH "numeric-month" "2022-10"
    TEN_DAYS "ten-days" "10月下旬"
    HALF_MONTH "half-month" "10月上半月"
    PHASE "phase" "年底"
    // Weeks and days.
    WEEK "week" "上周"
    WEEK_OF_YEAR "week-of-year" "2022年第40周"
    ORDINAL_WEEK "ordinal-week" "10月第三个星期一"
    WEEKDAY "weekday" "上周五"
    NUMERIC_DATE "numeric-date" "2022-10-29"
    MONTH_DAY "month-day" "10月29日"
    DAY "day" "29日"
    ORDINAL_DAY "ordinal-day" "10月最后一天"
    RELATIVE_DAY "relative-day" "昨日"
    SAME_DAY "same-day" "当天"
    // Festivals and the lunar calendar.
    FESTIVAL "festival" "国庆节"
    NEXT_FESTIVAL "next-festival" "下一个元旦"
    QUOTED_FESTIVAL "quoted-festival" "“六一”儿童节"
    NAMED_DAY "named-day" "“11·9”消防宣传日"
    LUNAR_MONTH "lunar-month" "农历八月"
    LUNAR_DAY "lunar-day" "正月初五"
    // Parts of the day and clock readings.
    PART_OF_DAY "part-of-day" "傍晚"
    CLOCK "clock" "下午2点半"
    CLOCK_RANGE "clock-range" "上午9时至11时"
    // From one to another, and lengths.
    RANGE "range" "10月26日至28日"
    SINCE "since" "2018年以来"
    SINCE_EVENT "since-event" "党的二十大以来"
    LENGTH "length" "30天"
    WINDOW "window" "未来7天"
    SHIFT "shift" "3天后"
    OFFSET "offset" "2月13日3天后"
    VAGUE "vague" "近日"
    // Recurrences.
    EVERY "every" "每天"
    EVERY_LENGTH "every-length" "每两周"
    EVERY_PART "every-part" "每晚"
    EVERY_CLOCK "every-clock" "每天早上8点"
    EVERY_WEEKDAY "every-weekday" "每周三"
    EVERY_DATE "every-date" "每年10月1日"
    ON_DAYS "on-days" "每逢周三"
}
