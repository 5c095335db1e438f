//! `jianbao extract`: paths in, records out, and a word on standard error about what could not be used.

use super::progress::Progress;
use crate::cli::{Cli, ExtractArgs, OutputFormat};
use clap::CommandFactory;
use clap::error::ErrorKind;
use jianbao::pipeline::{Pipeline, Summary};
use jianbao::read::row::FieldMap;
use jianbao::read::{Items, ReadOptions};
use jianbao::write::{Output, jsonl, table::Table};
use jianbao::{Engine, Error};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Runs the subcommand.
pub(crate) fn run(args: ExtractArgs) -> anyhow::Result<ExitCode> {
    let paths = paths(args.paths);
    let out = args.output.filter(|path| path != Path::new("-"));
    if let Some(out) = &out {
        spares_inputs(out, &paths)?;
    }
    if args.table.is_some() && args.format != OutputFormat::Csv {
        return Err(Error::Usage("--table makes a table: it needs --format csv".to_owned()).into());
    }
    let mut fields = FieldMap::default();
    for (field, key) in &args.map {
        fields.set(field, key).map_err(Error::Usage)?;
    }
    let options = ReadOptions { format: args.input_format.into(), fields, except: out.clone() };
    let engine = Engine::new(args.facts.options(args.explain));
    let pipeline = Pipeline {
        engine: &engine,
        fields: &options.fields,
        threads: args
            .threads
            .map_or_else(|| std::thread::available_parallelism().map_or(1, usize::from), usize::from),
        encode: args.table.map_or(jsonl::append, Table::encoder),
    };

    let records_on_terminal = out.is_none() && io::stdout().is_terminal();
    let mut output = out.as_deref().map_or_else(|| Ok(Output::stdout()), Output::file)?;
    let header = args.table.map_or_else(String::new, |table| table.header(args.explain));
    let failed = |output: &Output, source| Error::Io { path: output.name().to_owned(), source };
    output.write_all(header.as_bytes()).map_err(|source| failed(&output, source))?;
    let mut progress = Progress::new(args.progress, records_on_terminal, &paths, &options);
    let run = pipeline.run(Items::new(&paths, &options), &mut output, &mut progress);
    progress.clear();
    let summary = run.map_err(|source| failed(&output, source))?;
    if summary.inputs == 0 {
        anyhow::bail!("nothing could be read");
    }
    output.finish()?;
    progress.conclude(&summary);
    Ok(exit_code(&summary))
}

/// Refuses to put the records in the place of an input.
fn spares_inputs(out: &Path, paths: &[PathBuf]) -> Result<(), Error> {
    // A device may be both; a file that is not there yet is no input.
    let Some(place) = out.canonicalize().ok().filter(|place| place.is_file()) else { return Ok(()) };
    match paths.iter().find(|path| path.canonicalize().is_ok_and(|path| path == place)) {
        Some(path) => Err(Error::Usage(format!(
            "--output {}: the same file as the input {}, which it would replace: name another",
            out.display(),
            path.display()
        ))),
        None => Ok(()),
    }
}

fn exit_code(summary: &Summary) -> ExitCode {
    ExitCode::from(u8::from(summary.failed > 0))
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
