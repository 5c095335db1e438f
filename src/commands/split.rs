//! `jianbao split`.

use crate::cli::{SplitArgs, WARNING, When};
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use jianbao::read::tag::Untagged;
use jianbao::read::{InputFormat, Inputs, ReadOptions, Severity};
use jianbao::split::{Label, Outlined, outline};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

/// Runs the subcommand.
pub(crate) fn run(args: &SplitArgs) -> anyhow::Result<ExitCode> {
    let page = page(&args.path)?;
    let choice = match args.color {
        When::Auto => AutoStream::choice(&io::stdout()),
        When::Always => ColorChoice::Always,
        When::Never => ColorChoice::Never,
    };
    let mut lines = Vec::new();
    for mut line in outline(&page.text) {
        line.number = page.line(line.number);
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

/// The page in a file, unpacked and decoded as `extract` does it.
fn page(path: &Path) -> anyhow::Result<Untagged<'static>> {
    let paths = [path.to_owned()];
    let options = ReadOptions { format: InputFormat::Page, ..ReadOptions::default() };
    let mut pages = Vec::new();
    let mut refused = None;
    Inputs::new(&paths, &options).each(&mut |item| {
        let (text, notice) = item.page();
        pages.extend(text);
        match notice {
            Some(notice) if notice.severity == Severity::Flawed => {
                anstream::eprintln!("{WARNING}warning:{WARNING:#} {notice}");
            }
            notice => refused = refused.take().or(notice),
        }
        if pages.len() > 1 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    match (pages.len(), refused) {
        (1, _) => Ok(pages.swap_remove(0)),
        (0, Some(notice)) => anyhow::bail!("{notice}"),
        (0, None) => anyhow::bail!("{}: no page to split", path.display()),
        _ => anyhow::bail!("{}: more than one page: name one of them", path.display()),
    }
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
        // A lead and a paragraph are one in print, but not to the search.
        let label = format!("{:?}", reason.label).to_lowercase();
        writeln!(out, "\t\t  {label} {:+}\t{}", reason.cost, rows.join(", "))?;
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
