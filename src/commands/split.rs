//! `jianbao split`.

use crate::cli::{SplitArgs, When};
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use anyhow::Context;
use jianbao::read::decode::{Encoding, decode};
use jianbao::split::{Label, Outlined, outline};
use std::io::{self, Read, Write};
use std::process::ExitCode;

/// Runs the subcommand.
pub(crate) fn run(args: &SplitArgs) -> anyhow::Result<ExitCode> {
    let path = args.path.display();
    let mut bytes = Vec::new();
    if args.path.as_os_str() == "-" {
        io::stdin().read_to_end(&mut bytes).context("standard input")?;
    } else {
        bytes = std::fs::read(&args.path).with_context(|| path.to_string())?;
    }
    let (text, fault) = decode(&bytes, Encoding::detect(&bytes).unwrap_or(Encoding::Utf8));
    if let Some(fault) = fault {
        anyhow::bail!("{path}: {fault}");
    }
    let choice = match args.color {
        When::Auto => AutoStream::choice(&io::stdout()),
        When::Always => ColorChoice::Always,
        When::Never => ColorChoice::Never,
    };
    let mut lines = Vec::new();
    for line in outline(&text) {
        print(&mut lines, &line)?;
        if args.explain {
            explain(&mut lines, &line)?;
        }
    }
    let mut out = AutoStream::new(io::stdout(), choice);
    out.write_all(&lines)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Line, article, label, text.
fn print(out: &mut impl Write, line: &Outlined<'_>) -> io::Result<()> {
    let style = style(line.label);
    let article = line.article.map_or("-".to_owned(), |n| n.to_string());
    let label =
        line.class.map_or(line.label.name().to_owned(), |class| format!("{}:{class}", line.label.name()));
    writeln!(out, "{}\t{article}\t{style}{label}{style:#}\t{}", line.number, line.text)
}

/// A row of costs a label: the label that the line has, and what else it might have been.
fn explain(out: &mut impl Write, line: &Outlined<'_>) -> io::Result<()> {
    const MOST: usize = 4;
    for reason in line.reasons.iter().take(MOST) {
        let rows: Vec<String> = reason.rows.iter().map(|(row, cost)| format!("{row} {cost:+}")).collect();
        writeln!(out, "\t\t  {} {:+}\t{}", reason.label.name(), reason.cost, rows.join(", "))?;
    }
    Ok(())
}

fn style(label: Label) -> Style {
    match label {
        Label::Masthead | Label::Furniture => Style::new().dimmed(),
        Label::Section => AnsiColor::Magenta.on_default(),
        Label::Kicker | Label::Headline | Label::Deck => AnsiColor::Green.on_default().bold(),
        Label::Subhead => AnsiColor::Cyan.on_default(),
        Label::Byline | Label::Signature | Label::Dateline => AnsiColor::Yellow.on_default(),
        _ => Style::new(),
    }
}
