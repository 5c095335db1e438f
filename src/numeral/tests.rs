//! Values first, then every way of writing them.

use super::*;
use Modifier::{Approx, MoreThan};

fn chars(text: &str) -> Vec<char> {
    text.chars().map(crate::chars::fold).collect()
}

/// The numeral at the start of `text`, which ends before `|`.
fn at(text: &str) -> (Numeral, usize) {
    let bar = text.chars().position(|c| c == '|').unwrap_or(text.chars().count());
    let chars = chars(&text.replace('|', ""));
    let numeral = read(&chars).unwrap_or_else(|| panic!("no numeral: {text}"));
    (numeral, bar)
}

#[track_caller]
fn reads(value: &str, max: Option<i64>, modifier: Option<Modifier>, texts: &[&str]) {
    for text in texts {
        let (n, len) = at(text);
        assert_eq!(n.value.map(|v| v.to_string()).unwrap_or_default(), value, "{text} {n:?}");
        assert_eq!(n.max, max.map(Decimal::from), "{text}");
        assert_eq!((n.modifier, n.len), (modifier, len), "{text} {n:?}");
    }
}

#[test]
fn plain_numbers() {
    reads("0", None, None, &["0", "零|户", "〇|", "零点零"]);
    reads("2", None, None, &["2", "二|个", "两|次", "贰", "兩|個"]);
    reads("10", None, None, &["10", "十|户", "一十", "壹拾", "拾"]);
    reads("15", None, None, &["十五|名", "15|名", "一十五", "壹拾伍"]);
    reads("23", None, None, &["廿三", "二十三", "23"]);
    reads("30", None, None, &["卅", "三十|两", "30"]);
    reads("120", None, None, &["一百二", "一百二十", "壹佰贰拾", "120", "１２０"]);
    reads("102", None, None, &["一百零二", "一百〇二"]);
    reads("534", None, None, &["五百卅四", "五百三十四"]);
    reads("2300", None, None, &["两千三", "二千三百", "2千3", "2,300", "2 300"]);
    reads("3200", None, None, &["三千二百", "三千二", "3200"]);
    reads("10111", None, None, &["一万零一百一十一", "一万零百一十一"]);
    reads("35000", None, None, &["三万五", "3.5万", "三万五千", "3万5000", "3万5千"]);
    reads("32000", None, None, &["3.2万", "三点二万", "3万2"]);
    reads("123000", None, None, &["十二万三", "12万3千", "12万3000", "12.3万"]);
    reads("1003000", None, None, &["100万三千", "一百万三千", "100万3000"]);
    reads("130000000", None, None, &["1亿3000万", "一亿三", "1.3亿", "一亿三千万"]);
    reads("150000000", None, None, &["一亿五", "1.5亿"]);
    reads("400000000", None, None, &["四万万", "四亿"]);
    reads("1100009032", None, None, &["十一亿零九千零三十二"]);
    reads("11111111111", None, None, &["壹佰壹拾壹亿壹仟壹佰壹拾壹万壹仟壹佰壹拾壹"]);
    reads("1200000000000", None, None, &["1.2万亿", "一万二千亿", "12000亿"]);
    reads("200000000", None, None, &["两个亿|元", "2个亿|元", "两亿|元"]);
    reads("14935.69", None, None, &["14,935.69", "14935.69", "１４，９３５．６９"]);
    reads("1720.134", None, None, &["一七二零点一三四"]);
    reads("2022", None, None, &["二〇二二|年", "二○二二|年", "2022|年"]);
    reads("114", None, None, &["一一四|年"]);
    reads("0.00285", None, None, &["零零点零零二八五", "0.00285"]);
    reads("22.6", None, None, &["22点6|度", "22.6|度", "二十二点六"]);
    reads("12034", None, None, &["一万两千零3十四"]);
    reads("21", None, None, &["2十一", "二十一"]);
}

#[test]
fn a_dot_in_mid_line_is_a_point_before_units() {
    reads("7.3", None, None, &["7·3|%", "7·3|元"]);
    reads("14000", None, None, &["1·4万|人"]);
    reads("11", None, None, &["11|·9消防日", "11|·9"]);
    reads("200000000000000000", None, None, &["20亿亿|次"]);
}

#[test]
fn halves_and_fractions() {
    reads("0.5", None, None, &["半|个", "一半", "二分之一", "1/2"]);
    reads("0.333333", None, None, &["三分之一", "1/3"]);
    reads("0.75", None, None, &["四分之三", "4分之3", "3/4"]);
    reads("1.5", None, None, &["一又二分之一", "一又二分一"]);
    reads("5", None, None, &["百分之五"]);
    reads("0.2", None, None, &["十二点五分之二点五", "五分之一"]);
    reads("100", None, None, &["百分之百", "百分百", "百分之一百"]);
    reads("2.4", None, None, &["百分之2.4", "百分之二点四"]);
    reads("0.0000000007", None, None, &["百万万分之七"]);
    assert_eq!(at("百分之五").0.form, Form::Percent);
    reads("0.005", None, None, &["千分之五"]);
    assert_eq!(at("三分之一").0.form, Form::Fraction);
}

#[test]
fn signs() {
    reads("-5", None, None, &["-5|℃", "零下5|度", "零下五|度", "负五", "负5"]);
    reads("-31", None, None, &["-31|度"]);
}

#[test]
fn approximation_and_ranges() {
    reads("30", None, Some(MoreThan), &["三十多|人", "30多|名", "30余|名", "三十几|户", "三十余|名"]);
    reads("10", None, Some(MoreThan), &["十几|个", "几十|人", "数十|名", "十余|名", "10余|名"]);
    reads("20", None, Some(Approx), &["二十来|个", "20来|个"]);
    reads(
        "100",
        None,
        Some(MoreThan),
        &["百余|名", "数百|人", "几百|人", "100多|人", "一百余|户", "一百几十|人"],
    );
    reads("10000", None, Some(MoreThan), &["万余|元", "数万|人", "一万多|元", "1万余|元"]);
    reads("100000", None, Some(MoreThan), &["10余万|元", "十几万|元", "数十万|元", "10万余|元", "几十万|元"]);
    reads("300000000", None, Some(MoreThan), &["三个多亿|元", "三亿多|元"]);
    reads("300000", None, Some(MoreThan), &["30多万|人", "三十多万|人"]);
    reads("2", Some(3), None, &["两三|个", "二三|个"]);
    reads("3", Some(5), None, &["三五|个"]);
    reads("200", Some(300), None, &["两三百|人", "二三百|人"]);
    reads("5", Some(6), None, &["五六|名"]);
    reads("15", Some(16), None, &["十五六|岁"]);
    reads("45", Some(46), None, &["四十五六|岁"]);
    reads("30", Some(40), None, &["三四十|人"]);
    reads("730", Some(740), None, &["七百三四十|元"]);
    reads("8000", Some(9000), None, &["八九千|美元"]);
    reads("30000", Some(40000), None, &["三四万|元"]);
    reads("", None, None, &["几|名", "数|名", "几|天"]);
}

#[test]
fn ends_where_the_number_ends() {
    reads("12", None, None, &["12|千米", "十二|千克"]);
    reads("1000", None, None, &["1000|来自各地"]);
    reads("3", None, None, &["三|点十分", "3|点三十分", "三|点五分"]);
    reads("8", None, None, &["8|点30"]);
    reads("10000", None, None, &["万|一"]);
    reads("100", None, None, &["百|姓"]);
    reads("3", None, None, &["3|,5名", "3|/15"]);
    reads("300", None, None, &["300|,50名", "300|,5000名"]);
    for text in ["个", "点三", "元", "之一", "多少"] {
        assert_eq!(read(&chars(text)), None, "{text}");
    }
}

#[test]
fn long_strings_of_digits_are_one_piece() {
    for c in ["7", "七"] {
        let n = read(&chars(&c.repeat(100_000))).expect("numeral");
        assert_eq!((n.value, n.len, n.form), (None, 100_000, Form::Long));
    }
}

#[test]
fn shared_scale() {
    let scale = |text: &str| at(text).0.scale;
    assert_eq!(
        [scale("三万"), scale("3.5亿"), scale("九千亿"), scale("1.2万亿")],
        [10_000, 100_000_000, 100_000_000, 1_000_000_000_000]
    );
    assert_eq!(
        [scale("3百"), scale("三仟"), scale("三十"), scale("1亿3000万"), scale("五")],
        [100, 1000, 1, 1, 1]
    );
}

/// Writes an integer below 10^16 in Chinese: `zero` says 零 for skipped places, `ten` 一十 rather than 十.
fn write(n: u64, digits: [char; 10], units: [char; 5], two: Option<char>, one_ten: bool) -> String {
    if n == 0 {
        return digits[0].to_string();
    }
    let section = |mut n: u64| {
        let mut out = String::new();
        let mut zero = false;
        for (i, place) in [1000u64, 100, 10, 1].into_iter().enumerate() {
            let d = (n / place) as usize;
            n %= place;
            if d == 0 {
                zero = !out.is_empty();
                continue;
            }
            if zero {
                out.push(digits[0]);
                zero = false;
            }
            let spoken = if d == 2 && i < 2 { two.unwrap_or(digits[2]) } else { digits[d] };
            out.push(spoken);
            if i < 3 {
                out.push(units[2 - i]);
            }
        }
        out
    };
    let mut out = String::new();
    let mut gap = false;
    for (factor, name) in [(100_000_000, Some(units[4])), (10_000, Some(units[3])), (1, None)] {
        let part = n / factor % 10_000;
        if part == 0 {
            gap = !out.is_empty();
            continue;
        }
        if !out.is_empty() && (gap || part < 1000) {
            out.push(digits[0]);
        }
        gap = false;
        out.push_str(&section(part));
        out.extend(name);
    }
    let ten: String = [digits[1], units[0]].into_iter().collect();
    match out.strip_prefix(&ten) {
        Some(rest) if !one_ten => format!("{}{rest}", units[0]),
        _ => out,
    }
}

const PLAIN: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const FORMAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const UNITS: [char; 5] = ['十', '百', '千', '万', '亿'];
const FORMAL_UNITS: [char; 5] = ['拾', '佰', '仟', '万', '亿'];

proptest::proptest! {
    #[test]
    fn the_short_way_reads_as_the_long_one(text in "([0-9]{1,10}(\\.[0-9]{0,10})?[万亿]?|[一二两三九十壹])[0-9.,万千百十多余来几点分之/个样 人二两]{0,4}") {
        let chars = chars(&text);
        if let Some(short) = plain::read(&chars) {
            let first = han::number(&chars).expect("numeral");
            proptest::prop_assert_eq!(Some(short), fraction(&chars, &first).or_else(|| slashed(&chars, &first)).or(Some(first)));
        }
    }

    #[test]
    fn integers_read_back(n in 0u64..1_000_000_000_000) {
        for n in [n, n % 100_000_000, n % 10_000] {
            let ways = [
                write(n, PLAIN, UNITS, None, true),
                write(n, PLAIN, UNITS, Some('两'), false),
                write(n, FORMAL, FORMAL_UNITS, None, true),
                n.to_string(),
            ];
            for text in ways {
                let read = read(&chars(&text)).expect("numeral");
                proptest::prop_assert_eq!(read.integer(), i64::try_from(n).ok(), "{}", text);
                proptest::prop_assert_eq!(read.len, text.chars().count(), "{}", text);
            }
        }
    }

    #[test]
    fn digit_strings_read_back(n in 100u64..100_000_000) {
        let text: String = n.to_string().bytes().map(|b| PLAIN[usize::from(b - b'0')]).collect();
        let read = read(&chars(&text)).expect("numeral");
        proptest::prop_assert_eq!((read.integer(), read.form), (i64::try_from(n).ok(), Form::HanDigits));
    }

    #[test]
    fn any_mixture_is_read_without_panic(text in "[0-9,. 一二三两十百千万亿零半几数多余点分之又/-]{0,40}") {
        let chars = chars(&text);
        for at in 0..chars.len() {
            if let Some(n) = read(&chars[at..]) {
                proptest::prop_assert!(0 < n.len && at + n.len <= chars.len());
            }
        }
    }
}
