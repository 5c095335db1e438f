//! A record for the eye: its lines with the mentions coloured, each followed by what was made of them.

use crate::Span;
use crate::record::{Community, Count, Date, Record, ShortText};
use anstyle::{AnsiColor, Style};
use std::fmt::{self, Write};

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();

/// A mention as it is shown.
struct Shown {
    field: &'static str,
    span: Span,
    value: String,
    rule: Option<String>,
    /// What it may mean besides, a row each.
    open: Vec<String>,
}

/// The record as text with ANSI colours: print it through `anstream`, which removes them where they do not belong.
/// Below each line that has mentions stands a row for each: field, place (characters of the line's article), surface,
/// value, and the rule that found it, where the engine keeps it ([`Options::explain`](crate::Options)).
///
/// ```
/// use jianbao::{Article, Engine, Options, explain::explain};
/// let engine = Engine::new(Options { explain: true, ..Options::default() });
/// let record = engine.record(Article::from_row(None, "河道已清理。"), "-");
/// assert!(explain(&record).contains("河道已清理。"));
/// ```
pub fn explain(record: &Record) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write_record(&mut out, record);
    out
}

fn write_record(out: &mut String, record: &Record) -> fmt::Result {
    write!(out, "{DIM}{}", record.id)?;
    for (key, value) in [
        ("newspaper", &record.newspaper),
        ("page", &record.page),
        ("published", &record.published),
        ("section", &record.section),
        ("headline", &record.headline),
    ] {
        if let Some(value) = value {
            write!(out, "  {key}={value}")?;
        }
    }
    writeln!(out, "{DIM:#}")?;
    let chars: Vec<char> = record.text.chars().collect();
    let mut mentions = mentions(record);
    mentions.retain(|m| m.span.start <= m.span.end && m.span.end <= chars.len());
    mentions.sort_by_key(|m| (m.span.start, usize::MAX - m.span.end));
    let mut rest = &mentions[..];
    let mut start = 0;
    for line in chars.split(|&c| c == '\n') {
        let end = start + line.len();
        let here = rest.partition_point(|m| m.span.start <= end);
        let (in_line, later) = rest.split_at(here);
        rest = later;
        write_line(out, line, start, in_line)?;
        for mention in in_line {
            write_mention(out, mention, &chars)?;
        }
        start = end + 1;
    }
    Ok(())
}

/// The line with each character in the colour of the shortest mention that covers it.
fn write_line(out: &mut String, line: &[char], start: usize, mentions: &[Shown]) -> fmt::Result {
    let mut colours: Vec<Option<Style>> = vec![None; line.len()];
    let mut longest_first: Vec<&Shown> = mentions.iter().collect();
    longest_first.sort_by_key(|m| usize::MAX - m.span.len());
    for mention in longest_first {
        let (from, to) = (mention.span.start - start, (mention.span.end - start).min(line.len()));
        colours[from..to].fill(Some(style(mention.field)));
    }
    let mut at = 0;
    for run in colours.chunk_by(|a, b| a == b) {
        let style = run[0].unwrap_or_default();
        write!(out, "{style}{}{style:#}", line[at..at + run.len()].iter().collect::<String>())?;
        at += run.len();
    }
    writeln!(out)
}

fn write_mention(out: &mut String, mention: &Shown, chars: &[char]) -> fmt::Result {
    let Shown { field, span, value, rule, open } = mention;
    let (style, surface) = (style(field), chars[span.start..span.end].iter().collect::<String>());
    let place = format!("{}-{}", span.start, span.end);
    write!(out, "    {style}{field:13}{style:#} {DIM}{place:>9}{DIM:#}  {BOLD}{surface}{BOLD:#}")?;
    if !value.is_empty() {
        write!(out, "  {value}")?;
    }
    if let Some(rule) = rule {
        write!(out, "  {DIM}by {rule}{DIM:#}")?;
    }
    writeln!(out)?;
    open.iter().try_for_each(|one| writeln!(out, "                             {DIM}or {one}{DIM:#}"))
}

fn style(field: &str) -> Style {
    let colour = match field {
        "dates" | "dateline" => AnsiColor::Cyan,
        "counts" => AnsiColor::Yellow,
        "communities" => AnsiColor::Green,
        "correspondents" => AnsiColor::Magenta,
        "people" => AnsiColor::Blue,
        "organizations" => AnsiColor::BrightBlue,
        _ => AnsiColor::Red,
    };
    colour.on_default()
}

/// Every mention of the record, a row for each of its places.
fn mentions(record: &Record) -> Vec<Shown> {
    let mut all = Vec::new();
    let mut show = |field, spans: &[Span], rule: Option<&str>, value: String, open: &[String]| {
        let rule = rule.map(str::to_owned);
        all.extend(spans.iter().map(|&span| Shown {
            field,
            span,
            value: value.clone(),
            rule: rule.clone(),
            open: open.to_vec(),
        }));
    };
    if let Some(m) = &record.dateline {
        show("dateline", &[m.span], m.rule.as_deref(), told([&m.agency, &m.place, &m.date]), &[]);
    }
    for m in &record.correspondents {
        let kind = Some(name_of(&m.kind));
        show(
            "correspondents",
            &[m.span],
            m.rule.as_deref(),
            told([&Some(m.name.clone()), &m.role, &kind, &m.outlet]),
            &[],
        );
    }
    for m in &record.communities {
        show("communities", &m.spans, m.rule.as_deref(), community(m), &m.candidates);
    }
    for m in &record.dates {
        show("dates", &[m.span], m.rule.as_deref(), date(m), &[]);
    }
    for m in &record.counts {
        show("counts", &[m.span], m.rule.as_deref(), count(m), &[]);
    }
    for m in &record.people {
        show("people", &m.spans, m.rule.as_deref(), format!("{} {}", m.name, m.titles.join("、")), &[]);
    }
    for m in &record.organizations {
        show("organizations", &m.spans, m.rule.as_deref(), String::new(), &[]);
    }
    for m in &record.activities {
        let place = m.place.clone();
        show("activities", &[m.span], m.rule.as_deref(), told([&Some(m.organizers.join("、")), &place]), &[]);
    }
    for m in &record.works {
        show("works", &[m.span], m.rule.as_deref(), name_of(&m.kind), &[]);
    }
    all
}

fn community(m: &Community) -> String {
    let chain = told([&m.province, &m.prefecture, &m.county, &m.township, &Some(m.name.clone())]);
    told([&Some(name_of(&m.level)), &Some(chain), &m.code])
}

fn date(m: &Date) -> String {
    let interval = match (&m.start, &m.end) {
        (None, None) => None,
        (start, end) => Some(format!("[{} … {}]", or_open(start), or_open(end))),
    };
    told([&Some(name_of(&m.r#type)), &Some(m.value.to_string()), &m.r#mod.map(|m| name_of(&m)), &interval])
}

fn count(m: &Count) -> String {
    let value = match (m.value, m.max) {
        (Some(low), Some(high)) => Some(format!("{low}…{high}")),
        (low, high) => low.or(high).map(|n| n.to_string()),
    };
    told([
        &Some(name_of(&m.kind)),
        &value,
        &m.r#mod.map(|m| name_of(&m)),
        &m.unit.as_deref().map(str::to_owned),
        &m.noun.as_deref().map(str::to_owned),
    ])
}

fn or_open(day: &Option<ShortText>) -> &str {
    day.as_deref().unwrap_or("..")
}

/// What is known, in a row.
fn told<const N: usize>(values: [&Option<String>; N]) -> String {
    let known = values.into_iter().flatten().filter(|v| !v.is_empty());
    known.map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// A value of an enumeration as the record writes it.
fn name_of(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Decimal;
    use crate::record::{CommunityLevel, CountKind, DateType};

    fn record() -> Record {
        let text = "清理河道\n3月4日,柳荫社区30名居民清理河道。";
        Record {
            id: "-#1".to_owned(),
            headline: Some("清理河道".to_owned()),
            text: text.to_owned(),
            communities: vec![Community {
                name: "柳荫社区".to_owned(),
                level: CommunityLevel::Community,
                province: None,
                prefecture: None,
                county: None,
                township: Some("望江街道".to_owned()),
                code: None,
                candidates: vec!["320613008009 江苏省南通市崇川区文峰街道凤凰社区".into()],
                spans: vec![Span::new(10, 14)],
                rule: Some("suffix".into()),
            }],
            dates: vec![Date {
                text: "3月4日".into(),
                r#type: DateType::Date,
                value: "2020-03-04".into(),
                r#mod: None,
                start: Some("2020-03-04".into()),
                end: Some("2020-03-04".into()),
                span: Span::new(5, 9),
                rule: Some("month-day".into()),
            }],
            counts: vec![Count {
                text: "30名".into(),
                kind: CountKind::Count,
                value: Some(Decimal::from(30)),
                max: None,
                r#mod: None,
                unit: Some("名".into()),
                noun: Some("居民".into()),
                span: Span::new(14, 17),
                rule: None,
            }],
            ..Record::default()
        }
    }

    #[test]
    fn is_readable_without_colour() {
        let plain = anstream::adapter::strip_str(&explain(&record())).to_string();
        let expected = "\
-#1  headline=清理河道
清理河道
3月4日,柳荫社区30名居民清理河道。
    dates               5-9  3月4日  DATE 2020-03-04 [2020-03-04 … 2020-03-04]  by month-day
    communities       10-14  柳荫社区  community 望江街道 柳荫社区  by suffix
                             or 320613008009 江苏省南通市崇川区文峰街道凤凰社区
    counts            14-17  30名  count 30 名 居民
";
        assert_eq!(plain, expected);
    }

    #[test]
    fn colours_the_shortest_of_nested_mentions() {
        let mut record = record();
        record.dates[0].span = Span::new(5, 14);
        let shown = explain(&record);
        let (cyan, green) = (style("dates"), style("communities"));
        assert!(shown.contains(&format!("{cyan}3月4日,{cyan:#}{green}柳荫社区{green:#}")), "{shown}");
    }
}
