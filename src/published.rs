//! When an article was published: the forms in which rows, options and paths say it.

use crate::chars::fold;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use std::borrow::Cow;
use std::fmt;

/// The moment of publication, with a clock reading or without; displayed in ISO 8601.
///
/// ```
/// use jianbao::Published;
/// assert_eq!(Published::parse("2022年10月31日").unwrap().to_string(), "2022-10-31");
/// assert_eq!(Published::parse("2022-10-31 8:05").unwrap().to_string(), "2022-10-31T08:05:00");
/// assert_eq!(Published::parse("2022-02-30"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    moment: DateTime,
    has_time: bool,
}

impl Published {
    /// Reads `2022-10-31`, `20221031`, `2022/10/31`, `2022.10.31`, `2022年10月31日`, each with a clock reading behind
    /// it or without. A reading with an offset (`Z`, `+08:00`) is carried to Chinese standard time; midnight is no
    /// reading.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
        let text: Cow<str> = if is_plain { text.into() } else { text.chars().map(fold).collect() };
        let (date, length) = leading_date(&text)?;
        let rest = text[length..].trim_start();
        let rest = rest.strip_prefix(['T', 't']).unwrap_or(rest);
        if rest.is_empty() {
            return Some(Published { moment: date.to_datetime(Time::midnight()), has_time: false });
        }
        if let Some(time) = clock(rest) {
            return Some(Published { moment: date.to_datetime(time), has_time: time != Time::midnight() });
        }
        let pad = if rest.as_bytes().get(1) == Some(&b':') { "0" } else { "" };
        let iso = format!("{date}T{pad}{rest}");
        let moment = match iso.parse::<Timestamp>() {
            Ok(instant) => Offset::constant(8).to_datetime(instant),
            Err(_) => iso.parse::<DateTime>().ok()?,
        };
        // Databases fill a missing time with midnight.
        Some(Published { moment, has_time: moment.time() != Time::midnight() })
    }

    /// The date that a path names: `2022-10/31/A07.txt`, `20221031.txt`, `2023-04-12-shaoxing.txt`.
    ///
    /// Of several, the one nearest to the file's name counts; two different ones side by side are a range, and say
    /// nothing.
    pub fn from_path(path: &str) -> Option<Self> {
        let mut found: Option<(Date, usize)> = None;
        let mut at = 0;
        while let Some(skip) = path[at..].find(|c: char| c.is_ascii_digit()) {
            at += skip;
            let Some((date, length)) = path_date(&path[at..]) else {
                at += digits(&path[at..]);
                continue;
            };
            at += length;
            match &mut found {
                Some((other, end)) if *other != date && !path[*end..at - length].contains(is_slash) => {
                    return None;
                }
                found => *found = Some((date, at)),
            }
        }
        let (date, _) = found?;
        Some(Published { moment: date.to_datetime(Time::midnight()), has_time: false })
    }

    /// The moment; midnight where no clock reading is known.
    pub fn moment(self) -> DateTime {
        self.moment
    }

    /// Whether a clock reading is known, not only the day.
    pub fn has_time(self) -> bool {
        self.has_time
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.has_time { self.moment.fmt(f) } else { self.moment.date().fmt(f) }
    }
}

/// A date at the start of `text`, and its length in bytes. Digits must not go on behind it.
fn leading_date(text: &str) -> Option<(Date, usize)> {
    if digits(text) == 8 {
        return Some((compact(text)?, 8));
    }
    let (year, mut at) = number(text, 4, 4)?;
    at += separator(&text[at..], &['-', '/', '.', '年'])?;
    let (month, length) = number(&text[at..], 1, 2)?;
    at += length;
    at += separator(&text[at..], &['-', '/', '.', '月'])?;
    let (day, length) = number(&text[at..], 1, 2)?;
    at += length;
    at += separator(&text[at..], &['日', '号']).unwrap_or(0);
    Some((civil(year, month, day)?, at))
}

/// As [`leading_date`], in the looser ways of folder and file names.
fn path_date(text: &str) -> Option<(Date, usize)> {
    let between = ['-', '/', '\\', '_', '.', '年', '月'];
    match digits(text) {
        // A page's number (`2022103107`) or a time of day may follow without a break.
        run @ (8 | 10 | 14) => Some((compact(text)?, run)),
        run @ (4 | 6) => {
            let (year, mut at) = number(&text[..4], 4, 4)?;
            let month = if run == 6 {
                at += 2;
                text[4..6].parse().ok()?
            } else {
                at += separator(&text[at..], &between)?;
                if digits(&text[at..]) == 4 {
                    let (month, day) = (text[at..at + 2].parse().ok()?, text[at + 2..at + 4].parse().ok()?);
                    return Some((civil(year, month, day)?, at + 4));
                }
                let (month, length) = number(&text[at..], 1, 2)?;
                at += length;
                month
            };
            let slash = text[at..].starts_with(is_slash);
            at += separator(&text[at..], &between)?;
            // `2022/10/5.txt` is rather the fifth file of October.
            let (day, length) = number(&text[at..], 1 + usize::from(slash), 2)?;
            Some((civil(year, month, day)?, at + length))
        }
        _ => None,
    }
}

fn is_slash(c: char) -> bool {
    c == '/' || c == '\\'
}

/// `8:05`, `08:05:30` and nothing else; what else ISO 8601 knows is read by rule.
fn clock(text: &str) -> Option<Time> {
    let mut parts = text.split(':');
    let mut part = |low| {
        let part = parts.next()?;
        number(part, low, 2).filter(|(_, length)| *length == part.len()).map(|(number, _)| number as i8)
    };
    let (hour, minute) = (part(1)?, part(2)?);
    let is_long = text.len() > "08:05".len();
    let second = if is_long { part(2)? } else { 0 };
    if parts.next().is_some() {
        return None;
    }
    Time::new(hour, minute, second, 0).ok()
}

/// `20221031` at the start of `text`.
fn compact(text: &str) -> Option<Date> {
    civil(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..8].parse().ok()?)
}

/// A day of the years that newspapers are dated in.
fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    (1800..2100).contains(&year).then_some(date)
}

/// Length of the run of digits at the start of `text`.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The number at the start of `text`, of `low` to `high` digits, and its length.
fn number(text: &str, low: usize, high: usize) -> Option<(i16, usize)> {
    let length = digits(text);
    if length < low || length > high {
        return None;
    }
    Some((text[..length].parse().ok()?, length))
}

/// The length in bytes of one of `separators` at the start of `text`.
fn separator(text: &str, separators: &[char]) -> Option<usize> {
    text.chars().next().filter(|c| separators.contains(c)).map(char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Option<String> {
        Published::parse(text).map(|p| p.to_string())
    }

    fn in_path(path: &str) -> Option<String> {
        Published::from_path(path).map(|p| p.to_string())
    }

    #[test]
    fn dates() {
        for form in [
            "2022-10-31",
            "20221031",
            "2022/10/31",
            "2022.10.31",
            " 2022年10月31日 ",
            "２０２２年１０月３１日",
            "2022-10-31T",
        ] {
            assert_eq!(parsed(form).as_deref(), Some("2022-10-31"), "{form}");
        }
        assert_eq!(parsed("1958-3-4").as_deref(), Some("1958-03-04"));
        for form in [
            "",
            "近日",
            "2022",
            "2022-10",
            "2022-02-30",
            "2022-13-01",
            "202210311",
            "31/10/2022",
            "1667174400",
            "2022-10-31-",
            "2022-10-311",
            "2022年10月",
            "0022-10-31",
            "2022-10-31 本报",
        ] {
            assert_eq!(parsed(form), None, "{form}");
        }
    }

    #[test]
    fn clock_readings() {
        for form in [
            "2022-10-31T08:05:00",
            "2022-10-31 08:05",
            "2022/10/31 8:05:00",
            "2022-10-31T08:05:00+08:00",
            "2022-10-31T00:05:00Z",
            "2022年10月31日 08:05",
            "2022-10-31T08:05:00.000",
        ] {
            assert_eq!(parsed(form).as_deref(), Some("2022-10-31T08:05:00"), "{form}");
        }
        for form in ["2022-10-31 00:00:00", "2022-10-30T16:00:00Z"] {
            assert_eq!(parsed(form).as_deref(), Some("2022-10-31"), "{form}");
        }
        assert_eq!(parsed("2022-10-31T25:00"), None);
    }

    #[test]
    fn paths() {
        for path in [
            "dump/2022-10/31/A07.txt",
            "20221031.txt",
            "2022103107.txt",
            "rmrb_20221031_07.txt",
            "2022/10/31/07.txt",
            "2022/1031/07.txt",
            "202210/31/07.txt",
            "晚报2022年10月31日.txt",
            "2022-10-31-shaoxing.txt",
            "a/2022_10_31.txt",
            "2022.10.31.jsonl",
            "crawl-2023-01-05/2022-10-31/A07.txt",
            "2022-10-31/A07-20221031.txt",
            "pages\\2022-10\\31\\A07.txt",
            "20221031080000.txt",
        ] {
            assert_eq!(in_path(path).as_deref(), Some("2022-10-31"), "{path}");
        }
        for path in [
            "",
            "-",
            "A07.txt",
            "2022.txt",
            "2022-10/A07.txt",
            "content_276080.html",
            "20220230.txt",
            "2022/10/5.txt",
            "2022-10-01_2022-10-31/A07.txt",
            "320602001002.txt",
            "2022103.txt",
            "13812345678.txt",
        ] {
            assert_eq!(in_path(path), None, "{path}");
        }
    }
}
