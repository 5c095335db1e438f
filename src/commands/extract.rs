//! `jianbao extract`: paths in, records out, and a word on standard error about what could not be used.

use super::interrupt;
use super::progress::Progress;
use super::report;
use crate::cli::{Cli, ExtractArgs, OutputFormat, WARNING};
use clap::CommandFactory;
use clap::error::ErrorKind;
use jianbao::pipeline::Pipeline;
use jianbao::read::row::FieldMap;
use jianbao::read::{Inputs, ReadOptions};
use jianbao::write::{self, Output, Resumed, jsonl, table::Table};
use jianbao::{Engine, Error};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Runs the subcommand.
pub(crate) fn run(args: ExtractArgs) -> anyhow::Result<ExitCode> {
    let paths = paths(args.paths);
    let out = args.output.filter(|path| path != Path::new("-"));
    for written in out.iter().chain(&args.summary) {
        spares_inputs(written, &paths)?;
    }
    if let (Some(out), Some(summary)) = (&out, &args.summary) {
        differ(out, summary)?;
    }
    if let Some(folder) = args.summary.as_deref().and_then(Path::parent)
        && !folder.as_os_str().is_empty()
        && !folder.is_dir()
    {
        return Err(Error::Usage(format!("--summary: there is no folder {}", folder.display())).into());
    }
    if args.table.is_some() && args.format != OutputFormat::Csv {
        return Err(Error::Usage("--table makes a table: it needs --format csv".to_owned()).into());
    }
    if let Some(path) = &out {
        suits(path, args.format)?;
    }
    let resumable = args.format == OutputFormat::Jsonl;
    if args.resume && !(resumable && out.is_some()) {
        return Err(Error::Usage("--resume goes on with JSON Lines in a file only".to_owned()).into());
    }
    let mut fields = FieldMap::default();
    for (field, key) in &args.map {
        fields.set(field, key).map_err(Error::Usage)?;
    }

    let (mut output, resumed) = match args.format {
        OutputFormat::Parquet => (parquet(out.as_deref(), args.explain)?, Resumed::default()),
        _ => open(out.as_deref(), args.resume, args.dedupe, args.quiet)?,
    };
    if resumable {
        output = output.resumable();
    }
    let options = ReadOptions {
        format: args.input_format.into(),
        encoding: args.encoding,
        strict: args.strict,
        fields,
        except: out.iter().chain(&args.summary).cloned().collect(),
        done: resumed.done,
    };
    let engine = Engine::new(args.facts.options(args.explain));
    let pipeline = Pipeline {
        engine: &engine,
        threads: args
            .threads
            .map_or_else(|| std::thread::available_parallelism().map_or(1, usize::from), usize::from),
        encode: args.table.map_or(jsonl::append, Table::encoder),
        seen: args.dedupe.then_some(resumed.digests),
        timed: args.stats,
        stop: Some(interrupt::flag(out.as_deref().map(write::partial))),
    };

    let records_on_terminal = out.is_none() && io::stdout().is_terminal();
    let header = args.table.map_or_else(String::new, |table| table.header(args.explain));
    let mut progress = Progress::new(args.progress, args.quiet, records_on_terminal, &paths, &options);
    progress.report.resumed = resumed.records;
    let written = output
        .write_all(header.as_bytes())
        .and_then(|()| pipeline.run(Inputs::new(&paths, &options), &mut output, &mut progress));
    progress.clear();
    let summary = match written {
        Ok(summary) => summary,
        Err(source) => {
            let path = output.name().to_owned();
            tell_of(output.keep());
            return Err(Error::Io { path, source }.into());
        }
    };
    progress.conclude(&summary, args.summary.as_deref())?;
    if args.stats {
        anstream::eprintln!("{}", report::stages(&summary));
    }
    if summary.interrupted {
        tell_of(output.keep());
        return Ok(interrupt::exit_code());
    }
    if summary.records + summary.duplicates + resumed.records == 0 {
        anyhow::bail!(if summary.inputs == 0 {
            "nothing could be read"
        } else {
            "no article could be extracted"
        });
    }
    let unfinished = out.as_deref().map(write::partial).filter(|_| resumable);
    output.finish().inspect_err(|_| tell_of(unfinished.filter(|path| path.exists())))?;
    Ok(ExitCode::from(u8::from(summary.failed > 0)))
}

/// Where the records go, and what is there of them.
fn open(out: Option<&Path>, resume: bool, dedupe: bool, quiet: bool) -> Result<(Output, Resumed), Error> {
    let Some(path) = out else { return Ok((Output::stdout(), Resumed::default())) };
    if resume {
        return Output::resume(path, dedupe);
    }
    let left = write::partial(path);
    let was_there = left.is_file();
    let output = Output::file(path)?;
    if was_there && !quiet {
        anstream::eprintln!(
            "{WARNING}note:{WARNING:#} {} of an earlier run is replaced; --resume would have gone on with it",
            left.display()
        );
    }
    Ok((output, Resumed::default()))
}

#[cfg(feature = "parquet")]
fn parquet(out: Option<&Path>, explain: bool) -> Result<Output, Error> {
    let path =
        out.ok_or_else(|| Error::Usage("--format parquet needs a file: -o records.parquet".to_owned()))?;
    Output::parquet(path, explain)
}

#[cfg(not(feature = "parquet"))]
fn parquet(_: Option<&Path>, _: bool) -> Result<Output, Error> {
    let remedy = "--format parquet: built without it; cargo install --path . --features parquet";
    Err(Error::Usage(remedy.to_owned()))
}

/// Says where the records are that a run could not finish.
fn tell_of(unfinished: Option<PathBuf>) {
    if let Some(path) = unfinished {
        anstream::eprintln!(
            "{WARNING}note:{WARNING:#} the records so far are kept in {}: the same command with --resume goes on from \
             there",
            path.display()
        );
    }
}

/// Refuses to put the records in the place of an input.
fn spares_inputs(out: &Path, paths: &[PathBuf]) -> Result<(), Error> {
    // A device may be both; a file that is not there yet is no input.
    let Some(place) = out.canonicalize().ok().filter(|place| place.is_file()) else { return Ok(()) };
    match paths.iter().find(|path| path.canonicalize().is_ok_and(|path| path == place)) {
        Some(path) => Err(Error::Usage(format!(
            "{}: the same file as the input {}, which it would replace: name another",
            out.display(),
            path.display()
        ))),
        None => Ok(()),
    }
}

/// Refuses to write the summary in the place of the records.
fn differ(out: &Path, summary: &Path) -> Result<(), Error> {
    let same = out == summary || out.is_file() && out.canonicalize().ok() == summary.canonicalize().ok();
    match same {
        true => {
            Err(Error::Usage(format!("{}: both the output and the summary: name another", out.display())))
        }
        false => Ok(()),
    }
}

/// Refuses to write one format under the name of another.
fn suits(out: &Path, format: OutputFormat) -> Result<(), Error> {
    let name = out.to_string_lossy().to_ascii_lowercase();
    let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
    let (named, remedy) = match Path::new(name).extension().and_then(|extension| extension.to_str()) {
        Some("csv") => (OutputFormat::Csv, "--format csv --table TABLE"),
        Some("parquet") => (OutputFormat::Parquet, "--format parquet"),
        Some("tsv") => {
            let remedy = "tables are written with commas: name it .csv";
            return Err(Error::Usage(format!("{}: {remedy}", out.display())));
        }
        Some("jsonl" | "ndjson") => (OutputFormat::Jsonl, "--format jsonl"),
        _ => return Ok(()),
    };
    if named == format {
        return Ok(());
    }
    Err(Error::Usage(format!(
        "{}: a name of another format: say {remedy}, or name another file",
        out.display()
    )))
}

/// The paths given, or standard input where somebody pipes into it.
fn paths(given: Vec<PathBuf>) -> Vec<PathBuf> {
    let usage = |kind, message| -> ! {
        let mut command = Cli::command();
        command.build();
        command.find_subcommand("extract").cloned().unwrap_or(command).error(kind, message).exit()
    };
    if given.is_empty() && io::stdin().is_terminal() {
        usage(ErrorKind::MissingRequiredArgument, "no input: name files or folders, or pipe text in");
    }
    if given.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        usage(ErrorKind::ArgumentConflict, "standard input (`-`) can be read only once");
    }
    if given.is_empty() { vec!["-".into()] } else { given }
}
