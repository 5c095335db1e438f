//! The evaluation as people and as programs read it.

use super::difference::{Difference, Kind};
use super::score::{Evaluation, FieldScore, Structure, Tally};
use anstyle::{AnsiColor, Style};
use serde_json::{Value, json};
use std::fmt::Write;

const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();
const MARK: Style = AnsiColor::Yellow.on_default().bold();
const DIM: Style = Style::new().dimmed();

/// Characters of the line that are shown on either side of a mention.
const AROUND: usize = 28;

/// The differences in `shown` fields (all where empty; `structure` stands for headlines, sections, subheads and whole
/// articles), then the figures. With ANSI colours: print through
/// `anstream`, which removes them where they do not belong.
pub fn text(evaluation: &Evaluation, shown: &[String]) -> String {
    let mut out = String::new();
    let field = |d: &Difference| if is_structural(d) { "structure" } else { d.field };
    let wanted = |d: &&Difference| shown.is_empty() || shown.iter().any(|f| f == field(d));
    for difference in evaluation.differences().filter(wanted) {
        // Writing to a String cannot fail.
        let _ = write_difference(&mut out, difference);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    let _ = write_structure(&mut out, &evaluation.structure());
    let _ = write_fields(&mut out, &evaluation.fields());
    out
}

/// All figures and differences: `structure`, `fields` by name, `pages` (figures of each), `differences`.
pub fn json(evaluation: &Evaluation) -> Value {
    let pages: serde_json::Map<String, Value> = (evaluation.pages.iter())
        .map(|p| (p.page.clone(), json!({"structure": p.structure, "fields": fields_json(&p.fields)})))
        .collect();
    let differences: Vec<Value> = (evaluation.differences())
        .map(|d| {
            let object = |values: &[(&str, Value)]| -> Value {
                values
                    .iter()
                    .map(|(k, v)| ((*k).to_owned(), v.clone()))
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            };
            let mut value = json!(d);
            value["expected"] = object(&d.expected);
            value["got"] = object(&d.got);
            value
        })
        .collect();
    json!({
        "structure": evaluation.structure(),
        "fields": fields_json(&evaluation.fields()),
        "pages": pages,
        "differences": differences,
    })
}

/// Whether a difference is one of page splitting.
pub(super) fn is_structural(d: &Difference) -> bool {
    matches!(d.field, "article" | "headline" | "section" | "subheads")
}

fn fields_json(fields: &[FieldScore]) -> Value {
    let figures = |t: Tally| json!({"precision": t.precision(), "recall": t.recall(), "f1": t.f1(), "tp": t.tp, "fp": t.fp, "fn": t.r#fn});
    let one = |field: &FieldScore| {
        let judged = field.attributes.iter().filter(|(_, a)| a.judged > 0);
        let attributes: serde_json::Map<String, Value> = judged
            .map(|(name, a)| ((*name).to_owned(), json!({"right": a.right, "judged": a.judged})))
            .collect();
        json!({"strict": figures(field.strict), "loose": figures(field.loose), "attributes": attributes})
    };
    fields.iter().map(|f| (f.name.to_owned(), one(f))).collect::<serde_json::Map<_, _>>().into()
}

fn write_structure(out: &mut String, s: &Structure) -> std::fmt::Result {
    write!(out, "articles {} (+{} extra)", s.articles_gold, s.articles_extra)?;
    for (name, right, judged) in [
        ("headline", s.headline_exact, s.headlines),
        ("section", s.section_exact, s.sections),
        ("subheads", s.subheads_exact, s.subheads),
    ] {
        if judged > 0 {
            write!(out, "   {name} {}", share(right, judged))?;
        }
    }
    let style = if s.span_errors == 0 { Style::new() } else { BAD };
    writeln!(out, "   {style}span errors {}{style:#}\n", s.span_errors)
}

fn write_fields(out: &mut String, fields: &[FieldScore]) -> std::fmt::Result {
    writeln!(out, "{DIM}field               n  strict P      R     F1  loose F1  attributes{DIM:#}")?;
    for field in fields {
        let (strict, loose) = (field.strict, field.loose);
        // Where nothing was predicted, the precision of 1 that goes into the figures would mislead.
        let precision = match strict.tp + strict.fp {
            0 => "-".to_owned(),
            _ => format!("{:.3}", strict.precision()),
        };
        write!(out, "{:15} {:5}     {precision:>5}", field.name, strict.tp + strict.r#fn)?;
        write!(out, "  {:.3}  {:.3}     {:.3}", strict.recall(), strict.f1(), loose.f1())?;
        for (name, accuracy) in field.attributes.iter().filter(|(_, a)| a.judged > 0) {
            write!(out, "  {name} {}", share(accuracy.right, accuracy.judged))?;
        }
        out.push('\n');
    }
    Ok(())
}

fn share(right: usize, judged: usize) -> String {
    let style = if right == judged { Style::new() } else { BAD };
    format!("{style}{right}/{judged}{style:#}")
}

fn write_difference(out: &mut String, d: &Difference) -> std::fmt::Result {
    let (style, word) = match d.kind {
        Kind::Missed => (BAD, "missed"),
        Kind::Spurious => (BAD, "spurious"),
        Kind::Wrong => (BAD, "wrong"),
        Kind::Attribute => (BAD, "attribute"),
        Kind::Span => (BAD, "misplaced"),
    };
    write!(out, "{DIM}{}{DIM:#}  {}  {style}{word}{style:#}  {MARK}{}{MARK:#}", d.article, d.field, d.text)?;
    match d.kind {
        Kind::Missed if d.field != "article" => write!(out, "  {}", values(&d.expected))?,
        Kind::Spurious if d.field != "article" => write!(out, "  {}", values(&d.got))?,
        Kind::Missed | Kind::Spurious => {}
        Kind::Wrong | Kind::Attribute | Kind::Span => {
            for ((key, expected), (_, got)) in d.expected.iter().zip(&d.got) {
                write!(
                    out,
                    "\n    {key}: {GOOD}{}{GOOD:#}, got {BAD}{}{BAD:#}",
                    plain(expected),
                    plain(got)
                )?;
            }
        }
    }
    if let Some(rule) = &d.rule {
        write!(out, "  {DIM}by {rule}{DIM:#}")?;
    }
    if let Some(place) = &d.place {
        let chars: Vec<char> = place.text.chars().collect();
        let cut = |from: usize, to: usize| chars.get(from..to).unwrap_or_default().iter().collect::<String>();
        let (start, end) = (place.span.start, place.span.end.min(chars.len()));
        let (from, to) = (start.saturating_sub(AROUND), (end + AROUND).min(chars.len()));
        let (before, after) = (if from > 0 { "…" } else { "" }, if to < chars.len() { "…" } else { "" });
        write!(
            out,
            "\n    {DIM}{}:{DIM:#} {before}{}[{MARK}{}{MARK:#}]{}{after}",
            place.line,
            cut(from, start),
            cut(start, end),
            cut(end, to)
        )?;
    }
    writeln!(out)
}

fn values(values: &[(&'static str, Value)]) -> String {
    let told = values.iter().filter(|(_, v)| !v.is_null());
    told.map(|(k, v)| format!("{k}={}", plain(v))).collect::<Vec<_>>().join(" ")
}

/// A value without quotation marks.
pub(super) fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
