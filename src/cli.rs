//! What the command line accepts. Values are checked here, so that commands see typed ones only.

use anstyle::{AnsiColor, Effects, Style};
use clap::builder::{PossibleValuesParser, Styles, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jianbao::read::InputFormat;
use jianbao::read::decode::Encoding;
use jianbao::read::row::FieldMap;
use jianbao::register::Register;
use jianbao::resolve::scene;
use jianbao::write::table::Table;
use jianbao::{Options, Published};
use std::path::PathBuf;

/// The style of `error:`.
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().effects(Effects::BOLD);
/// The style of `warning:`.
pub(crate) const WARNING: Style = AnsiColor::Magenta.on_default().effects(Effects::BOLD);
/// The style of `skipped:`.
pub(crate) const SKIPPED: Style = AnsiColor::Yellow.on_default().effects(Effects::BOLD);

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().effects(Effects::BOLD))
    .usage(AnsiColor::Green.on_default().effects(Effects::BOLD))
    .literal(AnsiColor::Cyan.on_default())
    .placeholder(AnsiColor::Cyan.on_default());

/// Structured records from dumps of Chinese newspaper pages.
#[derive(Debug, Parser)]
#[command(name = "jianbao", version, styles = STYLES, max_term_width = 100, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "\
Exit codes: 0 all done; 1 finished, but not every input could be used as it is; 2 usage error, or nothing could be \
extracted or written; 130 interrupted.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Turn pages and rows into records, one JSON object an article
    Extract(ExtractArgs),
    /// Score records against labelled ones: precision, recall, F1 a field, and every difference
    Eval(EvalArgs),
    /// Show each mention of a text, with its value and the rule that found it
    Explain(ExplainArgs),
    /// Show how a page is split: each line with its label and its article
    Split(SplitArgs),
    /// Print the JSON Schema of the record
    Schema,
    /// Look a division up in the official register: its code, what it lies in, every candidate
    Division(DivisionArgs),
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  jianbao division 秦西社区 --in 南通市
  jianbao division 崇川区幸福街道
  jianbao division 港闸区")]
pub(crate) struct DivisionArgs {
    /// A community, township, county, city or province; those above it may stand before it
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    /// Only below this province, city or county
    #[arg(long = "in", value_name = "DIVISION")]
    pub(crate) within: Option<String>,
    /// One JSON object a candidate
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is known of the articles beforehand.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Facts {
    /// When the articles were published, unless a row says so itself: `2022-10-31`, `20221031`, `2022年10月31日`
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(crate) published: Option<String>,
    /// The newspaper's name, unless a row says so itself
    #[arg(long, value_name = "NAME")]
    pub(crate) newspaper: Option<String>,
    /// Where the newspaper is at home, to settle communities named without a chain: `江苏省南通市`
    #[arg(long, value_name = "DIVISION", value_parser = home)]
    pub(crate) home: Option<String>,
}

impl Facts {
    /// The engine's options.
    pub(crate) fn options(self, explain: bool) -> Options {
        Options { published: self.published, newspaper: self.newspaper, home: self.home, explain }
    }
}

/// When to do what suits a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  jianbao extract page.txt --published 2022-10-31
  jianbao extract dump/ -o records.jsonl --newspaper 东湖晚报 --home 江苏省南通市
  jianbao extract '2022-*/*.txt.gz' pages.zip -o records.jsonl.zst --summary summary.json
  jianbao extract dump/ -o records.jsonl --resume
  jianbao extract rows.csv --map text=content,published=time -o records.jsonl --dedupe
  jianbao extract news.dat --encoding gb18030 --strict -o records.jsonl
  jianbao extract dump/ -o records.jsonl --stats
  curl -s … | jianbao extract - | jq -c .communities[]
  jianbao extract dump/ --format csv --table counts -o counts.csv

Inputs: a page of text, which is split into its articles; an HTML document of a digital newspaper; rows, an article \
each, in JSON Lines, CSV, TSV, or <doc> elements. Any of them may be compressed (gzip, zstd, bzip2, xz) or lie in a \
zip or tar archive, whose members are called `archive.zip/page.txt`. A row has `text` and, where known, `id`, \
`headline`, `published`, `newspaper`, `page` and `section`. Records go to standard output or to OUT, messages to \
standard error. Until OUT is whole it is called OUT.partial; --resume goes on with what an interrupted run left there.

Exit codes: 0 all done; 1 finished, but not every input could be used as it is; 2 usage error, or nothing could be \
extracted or written; 130 interrupted.")]
pub(crate) struct ExtractArgs {
    /// Files, folders, patterns (`'2022-*/*.txt'`), or `-` for standard input (the default where it is not a terminal)
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Write to a file, which appears when it is whole; compressed where it is called .gz or .zst [default: standard
    /// output]
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Go on with the records that OUT or OUT.partial has: inputs that are whole in it are not read again
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,
    /// Leave out articles whose text was written before
    #[arg(long)]
    pub(crate) dedupe: bool,
    #[command(flatten)]
    pub(crate) facts: Facts,
    /// What the inputs hold; `auto`: by extension (.jsonl, .csv, .tsv, .html), by how they begin, or pages
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub(crate) input_format: Format,
    /// What encoding the inputs are in: utf-8, gb18030 (gbk), big5, utf-16; `auto`: each by its bytes
    #[arg(long, value_name = "ENCODING", default_value = "auto", value_parser = encoding)]
    pub(crate) encoding: InputEncoding,
    /// Refuse text that is not of its encoding, rather than mark the damage with U+FFFD
    #[arg(long)]
    pub(crate) strict: bool,
    /// What to write: a record an article, or with --table a row a mention
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, requires_if("csv", "table"))]
    pub(crate) format: OutputFormat,
    /// The mentions that a CSV file is made of; `articles`: a row an article
    #[arg(long, value_name = "TABLE", value_parser = table_parser())]
    pub(crate) table: Option<Table>,
    /// Take a field of a row from another key: `text=content,published=time`
    #[arg(long, value_name = "FIELD=KEY", value_delimiter = ',', value_parser = mapping)]
    pub(crate) map: Vec<(String, String)>,
    /// Threads [default: one a core]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// Print with each mention the rule that found it
    #[arg(long)]
    pub(crate) explain: bool,
    /// Show how far the work is; `auto`: on a terminal
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    pub(crate) progress: When,
    /// Write the summary to a file, too, as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) summary: Option<PathBuf>,
    /// Tell at the end how much time each stage took, summed over threads; --summary has it, too
    #[arg(long)]
    pub(crate) stats: bool,
    /// Tell errors only: no summary, and nothing of what is skipped
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// The encoding of inputs; `None`: each by its bytes.
pub(crate) type InputEncoding = Option<Encoding>;

/// What inputs hold.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Format {
    /// By extension; by how they begin
    #[default]
    Auto,
    /// Pages of text, split into articles
    Page,
    /// Pages of digital newspapers, an article each
    Html,
    /// JSON Lines, a row an article
    Jsonl,
    /// Comma-separated values with a header line, a row an article
    Csv,
    /// Tab-separated values with a header line, a row an article
    Tsv,
    /// <doc> elements as in the SogouCS corpus, an article each
    Docs,
}

impl From<Format> for InputFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Auto => InputFormat::Auto,
            Format::Page => InputFormat::Page,
            Format::Html => InputFormat::Html,
            Format::Jsonl => InputFormat::JsonLines,
            Format::Csv => InputFormat::Csv,
            Format::Tsv => InputFormat::Tsv,
            Format::Docs => InputFormat::Docs,
        }
    }
}

/// What records are written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    /// JSON Lines
    #[default]
    Jsonl,
    /// A table: UTF-8 with a header line
    Csv,
    /// Parquet, lists nested as in the record; where jianbao was built with it
    Parquet,
}

fn table_parser() -> impl TypedValueParser<Value = Table> {
    let names = PossibleValuesParser::new(Table::ALL.map(Table::name));
    names.try_map(|name| Table::ALL.into_iter().find(|table| table.name() == name).ok_or("no such table"))
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people
    #[default]
    Text,
    /// For machines
    Json,
}

#[derive(Args, Debug)]
#[command(after_help = "\
A gold record is a record of which any key may be absent: what is absent is not judged. A mention may carry \
`\"optional\": true`, `\"alt\": [other surfaces]` and `\"<key>_alt\": [other values]`. A page that does not say when it \
was published takes the `published` of its gold records.

Examples:
  jianbao eval corpus/gold
  jianbao eval mine.gold.jsonl mine.txt --min-f1 dates=0.95 --min-f1 counts=0.9
  jianbao eval mine.gold.jsonl records.jsonl --format json
  jianbao eval corpus/gold --scores corpus/scores.tsv --update-scores

Exit codes: 0 scored; 1 scored, but lower than --min-f1 or --scores allow; 2 nothing could be scored.")]
pub(crate) struct EvalArgs {
    /// A file of gold records, or a folder of them (`*.jsonl`)
    #[arg(value_name = "GOLD")]
    pub(crate) gold: PathBuf,
    /// Pages or rows to extract, or records to judge; default: the pages of the same name beside the gold files or in
    /// `pages` beside their folder
    #[arg(value_name = "PATH|RECORDS")]
    pub(crate) paths: Vec<PathBuf>,
    /// How the report is printed
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ReportFormat,
    /// Print only the differences of this field; `structure` for headlines, sections and subheads (repeatable)
    #[arg(long, value_name = "FIELD", value_parser = field)]
    pub(crate) field: Vec<String>,
    /// Fail (exit code 1) where the strict F1 of a field is lower (repeatable)
    #[arg(long, value_name = "FIELD=F1", value_delimiter = ',', value_parser = min_f1)]
    pub(crate) min_f1: Vec<(String, f64)>,
    /// Fail (exit code 1) where a page's score is lower than in this file
    #[arg(long, value_name = "FILE")]
    pub(crate) scores: Option<PathBuf>,
    /// Write the scores to the file of --scores instead
    #[arg(long, requires = "scores")]
    pub(crate) update_scores: bool,
    /// Pool the articles of a file, so that page splitting is not judged
    #[arg(long)]
    pub(crate) merge: bool,
    #[command(flatten)]
    pub(crate) facts: Facts,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  jianbao explain '10月29日,柳荫社区组织30多名志愿者清理河道。' --published 2022-10-31
  jianbao explain - < page.txt")]
pub(crate) struct ExplainArgs {
    /// The text, or `-` for standard input
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[command(flatten)]
    pub(crate) facts: Facts,
    /// Whether to use colours
    #[arg(long, value_enum, default_value_t)]
    pub(crate) color: When,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  jianbao split page.txt
  jianbao split page.txt --explain | less
  jianbao split - < page.txt

A line of output is a line of the page: its number, the number of its article, its label and its text, with tabs \
between. Labels: masthead, section, kicker, headline, deck, dateline, byline, subhead, paragraph, continued (joined to \
the paragraph before), caption, furniture with its class. Blank lines are left out.")]
pub(crate) struct SplitArgs {
    /// A page of text, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,
    /// Below each line, the evidence: what speaks for its label and against, and for the next best ones. Costs add up
    /// along the page; negative ones speak for a label
    #[arg(long)]
    pub(crate) explain: bool,
    /// Whether to use colours
    #[arg(long, value_enum, default_value_t)]
    pub(crate) color: When,
}

fn judged_field(name: &str) -> Result<String, String> {
    match jianbao::eval::Field::named(name) {
        Some(field) => Ok(field.name.to_owned()),
        None => {
            let names: Vec<&str> = jianbao::eval::FIELDS.iter().map(|f| f.name).collect();
            Err(format!("no such field; there are {}", names.join(", ")))
        }
    }
}

fn field(argument: &str) -> Result<String, String> {
    if argument == "structure" { Ok(argument.to_owned()) } else { judged_field(argument) }
}

fn min_f1(argument: &str) -> Result<(String, f64), String> {
    let (field, value) = argument.split_once('=').ok_or("expected FIELD=F1, such as dates=0.95")?;
    let name = judged_field(field.trim())?;
    match value.trim().parse() {
        Ok(f1) if (0.0..=1.0).contains(&f1) => Ok((name, f1)),
        _ => Err(format!("`{value}` is not a number from 0 to 1")),
    }
}

fn published(argument: &str) -> Result<String, String> {
    match Published::parse(argument) {
        Some(_) => Ok(argument.to_owned()),
        None => Err("not a date; write it as 2022-10-31".to_owned()),
    }
}

fn encoding(argument: &str) -> Result<InputEncoding, String> {
    match argument {
        "auto" => Ok(None),
        label => Encoding::named(label)
            .map(Some)
            .ok_or_else(|| "not one of auto, utf-8, gb18030, gbk, big5, utf-16le, utf-16be".to_owned()),
    }
}

fn home(argument: &str) -> Result<String, String> {
    match scene::home(&Register::embedded(), argument) {
        Some(_) => Ok(argument.to_owned()),
        None => Err("not a province, city or county of the register; write it as 江苏省南通市".to_owned()),
    }
}

fn mapping(argument: &str) -> Result<(String, String), String> {
    let (field, key) = argument.split_once('=').ok_or("expected FIELD=KEY, such as text=content")?;
    FieldMap::default().set(field, key)?;
    Ok((field.to_owned(), key.to_owned()))
}
