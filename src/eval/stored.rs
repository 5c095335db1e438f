//! Scores kept beside a corpus, which later builds must not fall below.

use super::difference::Difference;
use super::pairing::file_name;
use super::report::{is_structural, plain};
use super::score::{Evaluation, PageScore, Tally};
use crate::{Error, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::path::Path;

/// The scores of a corpus by field and page, with every known difference; a table of tab-separated cells, so that a
/// change reads well as a difference of versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    rows: BTreeMap<(String, String), Row>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    figures: BTreeMap<String, i64>,
    differences: Vec<String>,
}

/// A figure that is worse than the stored one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fall {
    /// The gold file's name.
    pub page: String,
    /// The record's key, or `structure`.
    pub field: String,
    /// Figure, stored, now.
    pub figures: Vec<(String, i64, i64)>,
    /// The differences that were not there before.
    pub new: Vec<String>,
}

impl fmt::Display for Fall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} fell:", self.field, self.page)?;
        for (name, before, now) in &self.figures {
            write!(f, " {name} {before} → {now}")?;
        }
        self.new.iter().try_for_each(|line| write!(f, "\n    {line}"))
    }
}

/// Figures of which fewer are better; of all others more are. `tp`, `fp` and `fn` count together, as F1.
fn is_error(figure: &str) -> bool {
    matches!(figure, "articles_extra" | "span_errors")
}

const HEAD: &str = "\
# Scores of this corpus: a line of figures for each field and page, and one for each known difference.
# Written by `jianbao eval GOLD --scores THIS --update-scores`, never by hand; a build must not fall below them.
";

impl Stored {
    /// The scores of an evaluation.
    pub fn of(evaluation: &Evaluation) -> Self {
        let mut rows = BTreeMap::new();
        for page in &evaluation.pages {
            rows.insert(("structure".to_owned(), page.page.clone()), Row::structure(page));
            for field in &page.fields {
                let mut figures = BTreeMap::new();
                for (name, figure) in
                    [("tp", field.strict.tp), ("fp", field.strict.fp), ("fn", field.strict.r#fn)]
                {
                    figures.insert(name.to_owned(), figure as i64);
                }
                for (name, accuracy) in field.attributes.iter().filter(|(_, a)| a.judged > 0) {
                    figures.insert((*name).to_owned(), accuracy.right as i64);
                }
                let differences = differences(page, |d| d.field == field.name);
                rows.insert((field.name.to_owned(), page.page.clone()), Row { figures, differences });
            }
        }
        Stored { rows }
    }

    /// Reads a file of stored scores.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, or a line is not as [`write`](Self::write) writes it.
    pub fn read(path: &Path) -> Result<Self> {
        let text =
            std::fs::read_to_string(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
        Self::parse(&text).map_err(|line| Error::Input {
            path: format!("{}:{line}", path.display()),
            message: "not a line of stored scores; write the file anew with --update-scores".to_owned(),
        })
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn write(&self, path: &Path) -> Result<()> {
        std::fs::write(path, self.to_string()).map_err(|source| Error::Io { path: path.to_owned(), source })
    }

    /// What of `now` is worse than these scores. A page that is new is not; one that is gone is.
    pub fn falls(&self, now: &Stored) -> Vec<Fall> {
        let empty = Row::default();
        let fall = |((field, page), before): (&(String, String), &Row)| {
            let row = now.rows.get(&(field.clone(), page.clone())).unwrap_or(&empty);
            let lower_f1 = row.figures.is_empty() || row.f1() < before.f1();
            let figure = |(name, &old): (&String, &i64)| {
                let new = row.figures.get(name).copied().unwrap_or(if is_error(name) { i64::MAX } else { 0 });
                let worse = match name.as_str() {
                    "tp" | "fp" | "fn" => lower_f1 && new != old,
                    name if is_error(name) => new > old,
                    _ => new < old,
                };
                worse.then(|| (name.clone(), old, new))
            };
            let figures: Vec<_> = before.figures.iter().filter_map(figure).collect();
            if figures.is_empty() {
                return None;
            }
            let mut known = before.differences.clone();
            let mut new = row.differences.clone();
            new.retain(|line| match known.iter().position(|k| k == line) {
                Some(at) => {
                    known.swap_remove(at);
                    false
                }
                None => true,
            });
            Some(Fall { page: page.clone(), field: field.clone(), figures, new })
        };
        self.rows.iter().filter_map(fall).collect()
    }

    fn parse(text: &str) -> Result<Self, usize> {
        let mut rows: BTreeMap<(String, String), Row> = BTreeMap::new();
        for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
            let mut cells = line.splitn(4, '\t');
            let mut cell = || cells.next().ok_or(number + 1);
            let key = (cell()?.to_owned(), cell()?.to_owned());
            let row = rows.entry(key).or_default();
            match (cell()?, cell()?) {
                ("figures", figures) => {
                    for figure in figures.split(' ') {
                        let (name, value) = figure.split_once('=').ok_or(number + 1)?;
                        row.figures.insert(name.to_owned(), value.parse().map_err(|_| number + 1)?);
                    }
                }
                ("differs", difference) => row.differences.push(difference.to_owned()),
                _ => return Err(number + 1),
            }
        }
        Ok(Stored { rows })
    }
}

impl fmt::Display for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        for ((field, page), row) in &self.rows {
            let figures: Vec<String> =
                row.figures.iter().map(|(name, value)| format!("{name}={value}")).collect();
            writeln!(f, "{field}\t{page}\tfigures\t{}", figures.join(" "))?;
            row.differences.iter().try_for_each(|d| writeln!(f, "{field}\t{page}\tdiffers\t{d}"))?;
        }
        Ok(())
    }
}

impl Row {
    fn f1(&self) -> f64 {
        let count = |name| self.figures.get(name).map_or(0, |&n| usize::try_from(n).unwrap_or(0));
        Tally { tp: count("tp"), fp: count("fp"), r#fn: count("fn") }.f1()
    }

    fn structure(page: &PageScore) -> Self {
        let s = page.structure;
        let figures = [
            ("articles_extra", s.articles_extra),
            ("headline_exact", s.headline_exact as i64),
            ("section_exact", s.section_exact as i64),
            ("subheads_exact", s.subheads_exact as i64),
            ("span_errors", s.span_errors as i64),
        ];
        Row {
            figures: figures.map(|(name, figure)| (name.to_owned(), figure)).into(),
            differences: differences(page, is_structural),
        }
    }
}

fn differences(page: &PageScore, wanted: impl Fn(&Difference) -> bool) -> Vec<String> {
    page.differences.iter().filter(|d| wanted(d)).map(|d| line(&page.page, d)).collect()
}

/// A difference on one line, without what may change while it stays the same: its place and its rule.
fn line(page: &str, d: &Difference) -> String {
    let article = match d.article.rsplit_once('#') {
        Some((path, number)) if file_name(path).starts_with(page) => format!("#{number}"),
        _ => d.article.clone(),
    };
    let kind = serde_json::to_value(d.kind).unwrap_or_default();
    let mut line = format!("{article} {} {}", plain(&kind), d.text);
    let mut values = |mark: char, values: &[(&str, Value)]| {
        for (key, value) in values.iter().filter(|(_, v)| !v.is_null()) {
            // Writing to a String cannot fail.
            let _ = write!(line, " {mark}{key}={}", plain(value));
        }
    };
    values('+', &d.expected);
    values('-', &d.got);
    line.replace(['\t', '\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::evaluate;
    use serde_json::json;

    fn scores(values: [&str; 2]) -> Stored {
        let date =
            |text: &str, value: &str| json!({"text": text, "type": "DATE", "value": value, "start": value});
        let gold = [json!({"id": "a.txt#1", "dates": [date("1月", "2020-01"), date("2月", "2020-02")]})];
        let predicted = [json!({"id": "a.txt#1", "dates": [date("1月", values[0]), date("2月", values[1])]})];
        Stored::of(&Evaluation { pages: vec![evaluate("a", &gold, &predicted, false)] })
    }

    #[test]
    fn reads_what_it_writes() {
        let stored = scores(["2020-01", "2019-02"]);
        assert_eq!(Stored::parse(&stored.to_string()), Ok(stored));
        assert_eq!(Stored::parse("dates\ta\tfigures\ttp=x"), Err(1));
    }

    #[test]
    fn a_lower_score_names_the_mention() {
        let before = scores(["2020-01", "2019-02"]);
        assert_eq!(before.falls(&before), []);
        assert_eq!(before.falls(&scores(["2020-01", "2020-02"])), []);
        let falls = before.falls(&scores(["2019-01", "2019-02"]));
        assert_eq!(falls.len(), 1);
        let told = falls[0].to_string();
        assert!(told.starts_with("dates of a fell: fn 1 → 2 fp 1 → 2 start 1 → 0 tp 1 → 0"), "{told}");
        assert_eq!(falls[0].new, ["#1 wrong 1月 +value=2020-01 -value=2019-01"]);
    }

    #[test]
    fn a_higher_f1_may_cost_precision() {
        let row = |tp, fp, missed| Row {
            figures: [("tp", tp), ("fp", fp), ("fn", missed)].map(|(k, v)| (k.to_owned(), v)).into(),
            differences: Vec::new(),
        };
        let stored = |row| Stored { rows: BTreeMap::from([(("dates".to_owned(), "a".to_owned()), row)]) };
        assert_eq!(stored(row(0, 0, 9)).falls(&stored(row(8, 1, 1))), []);
        assert_eq!(stored(row(8, 1, 1)).falls(&stored(row(8, 2, 1))).len(), 1);
    }

    #[test]
    fn a_page_that_is_gone_has_fallen() {
        assert_eq!(scores(["2020-01", "2020-02"]).falls(&Stored::default()).len(), 2);
        assert_eq!(Stored::default().falls(&scores(["2020-01", "2020-02"])), []);
    }
}
