//! What `extract` tells on standard error while it works: notices at once, a bar on a terminal, a summary at the end.

use super::report::Report;
use crate::cli::{ERROR, SKIPPED, WARNING, When};
use indicatif::{ProgressBar, ProgressStyle};
use jianbao::Error;
use jianbao::pipeline::{Observer, Summary};
use jianbao::read::{self, Notice, ReadOptions, Reason, Severity};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often a line is printed where there is no terminal to draw a bar on.
const INTERVAL: Duration = Duration::from_secs(10);
/// Broken rows of an input that are told one by one.
const ROWS: usize = 100;

/// Follows a run.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    /// The time of the last line, where lines take the place of the bar.
    last_line: Option<Instant>,
    begun: Instant,
    quiet: bool,
    /// The input of the last broken row, and how many it has had.
    broken: (String, usize),
    pub(crate) report: Report,
}

impl Progress {
    /// A bar or lines, as asked for. The inputs are measured in the background.
    pub(crate) fn new(
        when: When,
        quiet: bool,
        records_on_terminal: bool,
        paths: &[PathBuf],
        options: &ReadOptions,
    ) -> Self {
        let terminal = io::stderr().is_terminal();
        let draws = match when {
            When::Auto => terminal && !records_on_terminal && !quiet,
            When::Always => terminal,
            When::Never => false,
        };
        let bar = draws.then(|| bar(paths.to_vec(), options.clone()));
        let begun = Instant::now();
        let last_line = (when == When::Always && !terminal).then_some(begun);
        Progress { bar, last_line, begun, quiet, broken: Default::default(), report: Report::default() }
    }

    /// Takes the bar away.
    pub(crate) fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    /// What the run amounted to, in a file where one is given.
    pub(crate) fn conclude(&self, summary: &Summary, file: Option<&Path>) -> Result<(), Error> {
        let elapsed = self.begun.elapsed();
        if !self.quiet {
            anstream::eprintln!("{}", self.report.lines(summary, elapsed));
        }
        let Some(file) = file else { return Ok(()) };
        let text = format!("{:#}\n", self.report.json(summary, elapsed));
        std::fs::write(file, text).map_err(|source| Error::Io { path: file.to_owned(), source })
    }
}

impl Observer for Progress {
    fn notice(&mut self, notice: Notice) {
        self.report.notice(&notice);
        if notice.reason == Reason::Row {
            if self.broken.0 != notice.path {
                self.broken = (notice.path.clone(), 0);
            }
            self.broken.1 += 1;
        }
        let print = || match notice.severity {
            Severity::Skipped if self.quiet => {}
            _ if notice.reason == Reason::Row && self.broken.1 > ROWS + 1 => {}
            _ if notice.reason == Reason::Row && self.broken.1 > ROWS => {
                anstream::eprintln!(
                    "{ERROR}error:{ERROR:#} {notice}; further broken rows of this input are counted only"
                )
            }
            Severity::Skipped => anstream::eprintln!("{SKIPPED}skipped:{SKIPPED:#} {notice}"),
            Severity::Flawed => anstream::eprintln!("{WARNING}warning:{WARNING:#} {notice}"),
            Severity::Damaged | Severity::Unreadable => {
                anstream::eprintln!("{ERROR}error:{ERROR:#} {notice}")
            }
        };
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    fn progress(&mut self, summary: &Summary) {
        if let Some(bar) = &self.bar {
            bar.set_position(summary.bytes);
        }
        if self.last_line.is_some_and(|last| last.elapsed() >= INTERVAL) {
            self.last_line = Some(Instant::now());
            let lines = self.report.lines(summary, self.begun.elapsed());
            anstream::eprintln!("{}", lines.lines().next().unwrap_or_default());
        }
    }
}

/// A bar; without a length until the inputs are measured, and for good where one is a pipe.
fn bar(paths: Vec<PathBuf>, options: ReadOptions) -> ProgressBar {
    let style =
        |template| ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar =
        ProgressBar::new_spinner().with_style(style("{spinner} {decimal_bytes}, {decimal_bytes_per_sec}"));
    let measured = bar.clone();
    let known = style("{wide_bar} {percent}% of {decimal_total_bytes}, {decimal_bytes_per_sec}, {eta} left");
    std::thread::spawn(move || {
        if let Some(size) = read::size(&paths, &options) {
            measured.set_length(size);
            measured.set_style(known);
        }
    });
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
