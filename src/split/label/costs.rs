//! What speaks for and against each label, as data: `data/line_costs.tsv` and `data/line_steps.tsv`.
//!
//! Costs are in tenths; a negative cost speaks for the label. `table` compiles them for the search; `fit` moves them.

use super::Label::{self, *};
use crate::split::line::Evidence;
use crate::split::line::Line;
use std::fmt::{self, Write};

const LABELS: usize = Label::ALL.len();

/// What a row asks of a line's neighbourhood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::split) enum On {
    /// Nothing.
    Always,
    /// There is a line before.
    Follows,
    /// The line itself shows it.
    Here(Evidence),
    /// The line before shows it.
    Before(Evidence),
    /// The line after shows it.
    After(Evidence),
    /// The second line after shows it.
    Second(Evidence),
}

use On::*;

const BEFORE: &str = "before: ";
const AFTER: &str = "after: ";
const SECOND: &str = "second after: ";

impl On {
    pub(in crate::split) fn holds(self, lines: &[Line<'_>], i: usize) -> bool {
        let at = |j: Option<usize>, e: Evidence| j.and_then(|j| lines.get(j)).is_some_and(|line| line.has(e));
        match self {
            Always => true,
            Follows => i > 0,
            Here(e) => lines[i].has(e),
            Before(e) => at(i.checked_sub(1), e),
            After(e) => at(Some(i + 1), e),
            Second(e) => at(Some(i + 2), e),
        }
    }

    fn parse(name: &str) -> Option<On> {
        Some(match name {
            "always" => Always,
            "follows" => Follows,
            _ => match (name.strip_prefix(BEFORE), name.strip_prefix(AFTER), name.strip_prefix(SECOND)) {
                (Some(name), ..) => Before(Evidence::named(name)?),
                (_, Some(name), _) => After(Evidence::named(name)?),
                (.., Some(name)) => Second(Evidence::named(name)?),
                _ => Here(Evidence::named(name)?),
            },
        })
    }
}

impl fmt::Display for On {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Always => f.write_str("always"),
            Follows => f.write_str("follows"),
            Here(e) => write!(f, "{e:?}"),
            Before(e) => write!(f, "{BEFORE}{e:?}"),
            After(e) => write!(f, "{AFTER}{e:?}"),
            Second(e) => write!(f, "{SECOND}{e:?}"),
        }
    }
}

/// A label that needs one of these pieces of evidence.
pub(in crate::split) const NEEDS: &[(&[Label], &[Evidence])] = &[
    (&[Kicker, Headline, Deck, Subhead], &[Evidence::Title]),
    (
        &[Section],
        &[
            Evidence::Tiny,
            Evidence::Heading,
            Evidence::Column,
            Evidence::Framed,
            Evidence::Bracketed,
            Evidence::Over,
            Evidence::Flagged,
        ],
    ),
    (&[Byline], &[Evidence::Byline, Evidence::Names, Evidence::Pen, Evidence::Sent]),
    (
        &[Signature],
        &[
            Evidence::Byline,
            Evidence::Names,
            Evidence::Sender,
            Evidence::Sent,
            Evidence::Dated,
            Evidence::End,
            Evidence::Deep,
        ],
    ),
    (&[Dateline], &[Evidence::Dateline]),
    (&[Caption], &[Evidence::Caption, Evidence::Credited]),
];

/// The cost of what does not happen.
pub(in crate::split) const NEVER: i16 = 1000;

/// What a signature costs in an article that was signed at its head.
pub(in crate::split) const SIGNED_TWICE: i32 = 20;

/// What an article without any signature costs where another follows, on a page that signs some.
pub(in crate::split) const UNSIGNED: i32 = 12;

/// What an article with one crosshead costs: they come in twos and more.
pub(in crate::split) const LONE_CROSSHEAD: i32 = 35;

/// The costs as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::split) struct Sheet {
    /// By label, in the order of [`Label::ALL`].
    pub(in crate::split) rows: Vec<(On, [i16; LABELS])>,
    /// What the first label of a page costs.
    pub(in crate::split) first: [i16; LABELS],
    /// From, to; [`NEVER`] where it does not happen.
    pub(in crate::split) steps: [[i16; LABELS]; LABELS],
}

impl Sheet {
    /// The costs that pages are split by.
    pub(in crate::split) fn embedded() -> Self {
        let costs = include_str!("../../../data/line_costs.tsv");
        let steps = include_str!("../../../data/line_steps.tsv");
        Self::parse(costs, steps).unwrap_or_else(|row| unreachable!("a row of the line costs: {row}"))
    }

    /// Reads the two tables.
    ///
    /// # Errors
    ///
    /// The row that is not as [`print`](Self::print) writes it.
    pub(in crate::split) fn parse(costs: &str, steps: &str) -> Result<Self, String> {
        let mut sheet = Sheet { rows: Vec::new(), first: [NEVER; LABELS], steps: [[NEVER; LABELS]; LABELS] };
        for (row, name, costs) in named(costs) {
            sheet.rows.push(On::parse(name).zip(costs).ok_or(row)?);
        }
        for (row, name, costs) in named(steps) {
            let from = Label::ALL.iter().position(|label| format!("{label:?}") == name);
            let to = from.map_or(&mut sheet.first, |from| &mut sheet.steps[from]);
            *to = costs.filter(|_| from.is_some() || name == FIRST).ok_or(row)?;
        }
        Ok(sheet)
    }

    /// The two tables, each under the `#` lines that it had.
    pub(in crate::split) fn print(&self, costs: &str, steps: &str) -> (String, String) {
        let head =
            |table: &str| table.split_inclusive('\n').take_while(|l| l.starts_with('#')).collect::<String>();
        let (mut costs, mut steps) = (head(costs), head(steps));
        self.rows.iter().for_each(|(on, row)| print_row(&mut costs, &on.to_string(), row));
        print_row(&mut steps, FIRST, &self.first);
        for (from, row) in Label::ALL.iter().zip(&self.steps) {
            print_row(&mut steps, &format!("{from:?}"), row);
        }
        (costs, steps)
    }
}

const FIRST: &str = "first";

/// The rows of a table: whole, name, costs.
fn named(table: &str) -> impl Iterator<Item = (&str, &str, Option<[i16; LABELS]>)> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let (name, rest) = line.split_once('\t').unwrap_or((line, ""));
        let cell = |cell: &str| if cell == "-" { Some(NEVER) } else { cell.parse().ok() };
        let costs: Option<Vec<i16>> = rest.split('\t').map(cell).collect();
        (line, name, costs.and_then(|costs| costs.try_into().ok()))
    })
}

fn print_row(out: &mut String, name: &str, costs: &[i16; LABELS]) {
    out.push_str(name);
    for &cost in costs {
        if cost == NEVER {
            out.push_str("\t-");
        } else {
            let _ = write!(out, "\t{cost}");
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_printed_as_they_are_read() {
        let costs = include_str!("../../../data/line_costs.tsv");
        let steps = include_str!("../../../data/line_steps.tsv");
        let sheet = Sheet::embedded();
        assert_eq!(sheet.print(costs, steps), (costs.to_owned(), steps.to_owned()));
    }

    #[test]
    fn every_piece_of_evidence_has_one_row() {
        let rows = Sheet::embedded().rows;
        for (i, (on, _)) in rows.iter().enumerate() {
            assert!(rows[..i].iter().all(|(other, _)| other != on), "{on}");
        }
        for &e in Evidence::ALL {
            assert!(rows.iter().any(|(on, _)| *on == Here(e)), "{e:?}");
        }
    }

    #[test]
    fn a_bad_row_is_named() {
        let bad = ["Nothing\t1", "Title\t1", "Title\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\tx"];
        for row in bad {
            assert_eq!(Sheet::parse(row, "").unwrap_err(), row);
            assert_eq!(Sheet::parse("", row).unwrap_err(), row);
        }
    }
}
