//! Days of printing, of this calendar and others: `2019年11月8日`, `星期五`, `农历己亥年十月十二`.

use super::words::WORDS;
use crate::chars::CharSet;
use crate::lexicon::{Beginnings, begins, rows};
use crate::numeral::integer;
use jiff::civil::Date;
use std::sync::LazyLock;

static HAN_DIGITS: CharSet = CharSet::of("〇零一二三四五六七八九十廿卅");
const WEEKDAYS: &str = "一二三四五六日天";
static STEMS: CharSet = CharSet::of("甲乙丙丁戊己庚辛壬癸");
static BRANCHES: CharSet = CharSet::of("子丑寅卯辰巳午未申酉戌亥");
static MONTHS: CharSet = CharSet::of("正冬腊闰二三四五六七八九十");
/// What days of a lunar month begin with.
static TENS: CharSet = CharSet::of("初十廿卅");

/// The solar terms, which stand after the lunar day.
static TERMS: LazyLock<Beginnings> = LazyLock::new(|| {
    let festivals = rows(include_str!("../../../data/festivals.tsv"));
    Beginnings::new(festivals.filter(|row| row[1].starts_with("term ")).map(|row| (row[0], ())))
});

/// Whether a character is a digit of either kind.
pub(super) fn is_digit(c: &char) -> bool {
    c.is_ascii_digit() || is_han_digit(c)
}

pub(super) fn is_han_digit(c: &char) -> bool {
    HAN_DIGITS.has(*c)
}

/// The day that papers overseas print with its year behind it, and its length: `26.08.2011`, `26/8/2011`. With strokes
/// the month may stand first: where both are months nobody can tell.
fn turned_day(piece: &[char]) -> Option<(Option<Date>, usize)> {
    let mut at = 0;
    let mut parts = [0i16; 3];
    let mark = *piece.iter().take(3).find(|c| !c.is_ascii_digit())?;
    for (n, part) in parts.iter_mut().enumerate() {
        let digits = piece[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        if !(if n == 2 { digits == 4 } else { (1..=2).contains(&digits) }) {
            return None;
        }
        *part = piece[at..at + digits].iter().collect::<String>().parse().ok()?;
        at += digits;
        if n < 2 {
            piece.get(at).filter(|c| **c == mark && matches!(c, '.' | '/'))?;
            at += 1;
        }
    }
    let [day, month, year] = parts;
    let sure = mark == '.' || day > 12 || day == month;
    let small = |n: i16| i8::try_from(n).ok();
    let date = Date::new(year, small(month)?, small(day)?).ok()?;
    (year > 1800).then_some((sure.then_some(date), at))
}

/// The day at the head of a piece (`None` inside where the calendar has no such day), and its length.
pub(super) fn day(piece: &[char]) -> Option<(Option<Date>, usize)> {
    if let Some(turned) = turned_day(piece) {
        return Some(turned);
    }
    let from = if begins!(piece, ["公历", "公元", "西历", "阳历"]) { 2 } else { 0 };
    // 中华民国一〇五年: of the Republic, whose first year was 1912.
    let republic =
        if begins!(piece, ["中华民国"]) { 4 } else { 2 * usize::from(begins!(piece, ["民国"])) };
    let from = from.max(republic);
    let mut at = from;
    let mut parts = [0i64; 3];
    for (n, part) in parts.iter_mut().enumerate() {
        let run = piece[at..].iter().take_while(|c| is_digit(c)).count();
        let fits = if n == 0 && republic == 0 { run == 4 } else { (1..=4).contains(&run) };
        if !fits {
            return None;
        }
        let (value, length) = integer(&piece[at..at + run])?;
        if length != run {
            return None;
        }
        *part = value;
        at += run;
        match (n, piece.get(at)) {
            (0, Some('年' | '/' | '.' | '-')) | (1, Some('月' | '/' | '.' | '-')) | (2, Some('日')) => {
                at += 1
            }
            (2, _) if piece[from].is_ascii_digit() => {}
            _ => return None,
        }
    }
    let year = i16::try_from(parts[0]).ok()? + if republic > 0 { 1911 } else { 0 };
    let small = |n: i64| i8::try_from(n).ok();
    Some((small(parts[1]).zip(small(parts[2])).and_then(|(m, d)| Date::new(year, m, d).ok()), at))
}

const LATIN_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day at the head of a line that papers overseas print in English, and its length: `October 4, 2013`, `4 Oct 2013`.
pub(super) fn latin_day(line: &[char]) -> Option<(Date, usize)> {
    const LONGEST: usize = 20;
    if !line.first().is_some_and(char::is_ascii_alphanumeric) {
        return None;
    }
    let is_joint = |c: &char| matches!(c, ' ' | ',' | '.');
    let (mut month, mut day, mut year) = (None, None, None);
    let mut at = 0;
    for _ in 0..3 {
        at += line[at..].iter().take_while(|c| is_joint(c)).count();
        let word = line[at..].iter().take(LONGEST).take_while(|c| c.is_ascii_alphanumeric()).count();
        let text: String = line[at..at + word].iter().collect::<String>().to_ascii_lowercase();
        at += word;
        if let Ok(number) = text.parse::<i16>() {
            let part = if text.len() == 4 { &mut year } else { &mut day };
            *part = Some(number);
        } else {
            let is_month = |name: &&str| text.len() >= 3 && name.starts_with(&text);
            month = Some(LATIN_MONTHS.iter().position(is_month)?);
        }
    }
    let (month, day) = (i8::try_from(month? + 1).ok()?, i8::try_from(day?).ok()?);
    Date::new(year?, month, day).ok().map(|date| (date, at))
}

/// The length of a month and day at the head of a piece.
pub(super) fn short_day(piece: &[char]) -> Option<usize> {
    let number = |from: usize| piece[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let month = number(0);
    if !(1..=2).contains(&month) || piece.get(month) != Some(&'月') {
        return None;
    }
    let day = number(month + 1);
    let end = month + 1 + day;
    ((1..=2).contains(&day) && piece.get(end) == Some(&'日')).then_some(end + 1)
}

/// The weekday at the head of a piece, from Monday, 0, and its length.
pub(super) fn weekday(piece: &[char]) -> Option<(i8, usize)> {
    let length = match piece {
        ['星', '期', ..] | ['礼', '拜', ..] => 2,
        ['周', ..] => 1,
        _ => return None,
    };
    let number = WEEKDAYS.chars().position(|c| piece.get(length) == Some(&c))?.min(6);
    Some((i8::try_from(number).ok()?, length + 1))
}

/// Whether a piece is a day or year of another calendar, or a part of one.
pub(super) fn is_other_calendar(piece: &[char]) -> bool {
    if piece.len() <= 16 && WORDS.calendars.starts(piece) {
        return true;
    }
    // 历甲子年: the line broke in 农历.
    let piece = piece.strip_prefix(&['历']).unwrap_or(piece);
    let is_cyclic = matches!(piece, [stem, branch, '年', ..] if STEMS.has(*stem) && BRANCHES.has(*branch));
    if is_cyclic && piece.len() <= 13 {
        return true;
    }
    // 廿六大雪
    let day_and_term =
        |piece: &[char]| matches!(piece, [ten, _, term @ ..] if TENS.has(*ten) && TERMS.get(term).is_some());
    // 十月廿六, 十月廿六大雪
    let month = piece.iter().position(|&c| c == '月').is_some_and(|at| {
        let day = &piece[at + 1..];
        (1..=2).contains(&at)
            && piece[..at].iter().all(|&c| MONTHS.has(c))
            && (matches!(day, [ten, _] if TENS.has(*ten)) || day_and_term(day))
    });
    month || day_and_term(piece)
}
