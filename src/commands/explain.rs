//! `jianbao explain`.

use crate::cli::{ExplainArgs, WARNING, When};
use anstream::{AutoStream, ColorChoice};
use anyhow::Context;
use jianbao::explain::explain;
use jianbao::read::decode::{Encoding, decode};
use jianbao::{Article, Engine, split};
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// Runs the subcommand.
pub(crate) fn run(args: ExplainArgs) -> anyhow::Result<ExitCode> {
    let (path, text) = match args.text.as_str() {
        "-" => ("-", read_stdin()?),
        text => ("text", text.to_owned()),
    };
    if path == "text" && Path::new(text.trim()).is_file() {
        anstream::eprintln!(
            "{WARNING}note:{WARNING:#} the name is explained, not the file: jianbao explain - < {}",
            text.trim()
        );
    }
    anyhow::ensure!(!text.trim().is_empty(), "no text to explain");
    let engine = Engine::new(args.facts.options(true));
    // A single line is running text; several are a page.
    let articles =
        if text.trim().contains('\n') { split::split(&text) } else { vec![Article::from_row(None, &text)] };
    let choice = match args.color {
        When::Auto => AutoStream::choice(&std::io::stdout()),
        When::Always => ColorChoice::Always,
        When::Never => ColorChoice::Never,
    };
    let mut out = AutoStream::new(std::io::stdout(), choice);
    for (number, record) in engine.records(articles, path).enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        out.write_all(explain(&record).as_bytes())?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn read_stdin() -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).context("standard input")?;
    let (text, fault) = decode(&bytes, Encoding::detect(&bytes).unwrap_or(Encoding::Utf8));
    if let Some(fault) = fault {
        anyhow::bail!("standard input: {fault}");
    }
    Ok(text.replace("\r\n", "\n"))
}
