//! Tables in CSV: one kind of mention, a mention a row, for spreadsheets and SQL.
//!
//! UTF-8 with a header line, fields quoted where they need it (RFC 4180, lines end in `\n`). Every row begins with the
//! article's id and date of publication; an unknown value is an empty field.

use crate::Span;
use crate::record::{Record, RuleName};
use csv::{QuoteStyle, Writer, WriterBuilder};
use std::io;

/// What a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// A row an article, without its mentions.
    Articles,
    /// A row a person or institution that signed.
    Correspondents,
    /// A row a place where a community is named.
    Communities,
    /// A row a time expression.
    Dates,
    /// A row a quantity.
    Counts,
    /// A row a place where a person is named.
    People,
    /// A row a place where a body is named.
    Organizations,
    /// A row an event.
    Activities,
    /// A row a title or project.
    Works,
}

/// The columns before those of the mention.
const FIRST: &[&str] = &["id", "published"];
/// The columns behind them: `[start, end)` in characters of the record's text.
const SPAN: &[&str] = &["span_start", "span_end"];

type Rows = Writer<Vec<u8>>;

impl Table {
    /// Every table.
    pub const ALL: [Table; 9] = [
        Table::Articles,
        Table::Correspondents,
        Table::Communities,
        Table::Dates,
        Table::Counts,
        Table::People,
        Table::Organizations,
        Table::Activities,
        Table::Works,
    ];

    /// The record's key that the table is made of.
    pub const fn name(self) -> &'static str {
        match self {
            Table::Articles => "articles",
            Table::Correspondents => "correspondents",
            Table::Communities => "communities",
            Table::Dates => "dates",
            Table::Counts => "counts",
            Table::People => "people",
            Table::Organizations => "organizations",
            Table::Activities => "activities",
            Table::Works => "works",
        }
    }

    /// The mention's own columns.
    const fn columns(self) -> &'static [&'static str] {
        match self {
            Table::Articles => &[
                "newspaper",
                "page",
                "section",
                "headline",
                "dateline",
                "path",
                "article",
                "first_line",
                "last_line",
                "digest",
                "text",
            ],
            Table::Correspondents => &["name", "role", "kind", "outlet"],
            Table::Communities => &["name", "level", "province", "prefecture", "county", "township", "code"],
            Table::Dates => &["text", "type", "value", "mod", "start", "end"],
            Table::Counts => &["text", "kind", "value", "max", "mod", "unit", "noun"],
            Table::People => &["name", "titles"],
            Table::Organizations => &["name"],
            Table::Activities => &["name", "organizers", "dates", "place"],
            Table::Works => &["name", "kind"],
        }
    }

    /// The header line. `explain` adds the column of [`Options::explain`](crate::Options::explain).
    ///
    /// ```
    /// use jianbao::write::table::Table;
    /// let header = "id,published,text,kind,value,max,mod,unit,noun,span_start,span_end\n";
    /// assert_eq!(Table::Counts.header(false), header);
    /// ```
    pub fn header(self, explain: bool) -> String {
        let mention = self != Table::Articles;
        let rest: &[&[&str]] = match (mention, explain) {
            (false, _) => &[],
            (true, false) => &[SPAN],
            (true, true) => &[SPAN, &["rule"]],
        };
        [&[FIRST, self.columns()], rest].concat().concat().join(",") + "\n"
    }

    /// What appends a record's rows: of [`Pipeline::encode`](crate::pipeline::Pipeline::encode).
    pub const fn encoder(self) -> fn(&mut Vec<u8>, &Record) -> io::Result<()> {
        match self {
            Table::Articles => |out, record| append(out, record, articles),
            Table::Correspondents => |out, record| append(out, record, correspondents),
            Table::Communities => |out, record| append(out, record, communities),
            Table::Dates => |out, record| append(out, record, dates),
            Table::Counts => |out, record| append(out, record, counts),
            Table::People => |out, record| append(out, record, people),
            Table::Organizations => |out, record| append(out, record, organizations),
            Table::Activities => |out, record| append(out, record, activities),
            Table::Works => |out, record| append(out, record, works),
        }
    }
}

/// Appends what `write` makes of a record.
fn append(
    out: &mut Vec<u8>,
    record: &Record,
    write: impl Fn(&mut Rows, &Record) -> csv::Result<()>,
) -> io::Result<()> {
    let mut rows = WriterBuilder::new()
        .has_headers(false)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(std::mem::take(out));
    write(&mut rows, record).map_err(io::Error::from)?;
    *out = rows.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    Ok(())
}

/// The fields of [`FIRST`].
fn first(record: &Record) -> (&str, Option<&str>) {
    (&record.id, record.published.as_deref())
}

/// The fields of [`SPAN`], and the rule where there is one.
fn last(span: Span, rule: &Option<RuleName>) -> (Span, &[RuleName]) {
    (span, rule.as_slice())
}

fn articles(rows: &mut Rows, r: &Record) -> csv::Result<()> {
    let paper = (&r.newspaper, &r.page, &r.section, &r.headline, r.dateline.as_ref().map(|d| &d.marker));
    let (from, to) = r.source.lines.unzip();
    rows.serialize((first(r), paper, &r.source.path, r.source.article, from, to, &r.digest, &r.text))
}

fn correspondents(rows: &mut Rows, r: &Record) -> csv::Result<()> {
    (r.correspondents.iter()).try_for_each(|m| {
        rows.serialize((first(r), &m.name, &m.role, m.kind, &m.outlet, last(m.span, &m.rule)))
    })
}

fn communities(rows: &mut Rows, r: &Record) -> csv::Result<()> {
    r.communities.iter().try_for_each(|m| {
        let chain = (&m.province, &m.prefecture, &m.county, &m.township);
        m.spans.iter().try_for_each(|&span| {
            rows.serialize((first(r), &m.name, m.level, chain, &m.code, last(span, &m.rule)))
        })
    })
}

fn dates(rows: &mut Rows, r: &Record) -> csv::Result<()> {
    r.dates.iter().try_for_each(|m| {
        let value = (&m.text, m.r#type, &m.value, m.r#mod, &m.start, &m.end);
        rows.serialize((first(r), value, last(m.span, &m.rule)))
    })
}

fn counts(rows: &mut Rows, r: &Record) -> csv::Result<()> {
    r.counts.iter().try_for_each(|m| {
        // As a decimal, whatever its size: a spreadsheet reads no exponent by default.
        let (value, max) = (m.value.map(|v| v.to_string()), m.max.map(|v| v.to_string()));
        let unit = (m.r#mod, &m.unit, &m.noun);
        rows.serialize((first(r), &m.text, m.kind, value, max, unit, last(m.span, &m.rule)))
    })
}

fn people(rows: &mut Rows, r: &Record) -> csv::Result<()> {
    r.people.iter().try_for_each(|m| {
        let titles = m.titles.join("、");
        (m.spans.iter())
            .try_for_each(|&span| rows.serialize((first(r), &m.name, &titles, last(span, &m.rule))))
    })
}

fn organizations(rows: &mut Rows, r: &Record) -> csv::Result<()> {
    r.organizations.iter().try_for_each(|m| {
        m.spans.iter().try_for_each(|&span| rows.serialize((first(r), &m.name, last(span, &m.rule))))
    })
}

fn activities(rows: &mut Rows, r: &Record) -> csv::Result<()> {
    r.activities.iter().try_for_each(|m| {
        let what = (&m.name, m.organizers.join("、"), m.dates.join("、"), &m.place);
        rows.serialize((first(r), what, last(m.span, &m.rule)))
    })
}

fn works(rows: &mut Rows, r: &Record) -> csv::Result<()> {
    (r.works.iter()).try_for_each(|m| rows.serialize((first(r), &m.name, m.kind, last(m.span, &m.rule))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Engine, Options};

    fn table(table: Table, explain: bool) -> String {
        let options = Options { published: Some("2022-10-31".into()), explain, ..Options::default() };
        let text = "本报讯(记者 李文) 10月29日,柳荫社区组织“护河,你我他”活动,30余名志愿者清理河道,社区书记王建国、\
                    志愿者赵小兰参加。柳荫社区投入1.5万元。";
        let record = Engine::new(options).record(Article::from_row(Some("河道\"清\"了"), text), "a,b.txt");
        let mut out = table.header(explain).into_bytes();
        table.encoder()(&mut out, &record).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_mention_a_row() {
        assert_eq!(
            table(Table::Counts, false),
            "id,published,text,kind,value,max,mod,unit,noun,span_start,span_end\n\
             \"a,b.txt#1\",2022-10-31,30余名,count,30,,MORE_THAN,名,志愿者,42,46\n\
             \"a,b.txt#1\",2022-10-31,1.5万元,money,15000,,,元,,77,82\n"
        );
        let dates = table(Table::Dates, true);
        assert!(
            dates.contains("2022-10-31,10月29日,DATE,2022-10-29,,2022-10-29,2022-10-29,18,24,"),
            "{dates}"
        );
    }

    #[test]
    fn a_place_a_row() {
        let rows = table(Table::Communities, false);
        let rows: Vec<&str> = rows.lines().skip(1).collect();
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|row| row.starts_with("\"a,b.txt#1\",2022-10-31,柳荫社区,community,")));
    }

    #[test]
    fn quotation_marks_are_doubled() {
        let rows = table(Table::Articles, false);
        assert!(rows.contains(",\"河道\"\"清\"\"了\","), "{rows}");
    }

    #[test]
    fn rows_are_as_wide_as_their_header() {
        for kind in Table::ALL {
            for explain in [false, true] {
                let text = table(kind, explain);
                let mut reader = csv::Reader::from_reader(text.as_bytes());
                let found = reader.records().map(Result::unwrap).count();
                let absent = matches!(kind, Table::Organizations | Table::Activities);
                assert!(found > 0 || absent, "{}", kind.name());
            }
        }
    }
}
