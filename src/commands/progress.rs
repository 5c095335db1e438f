//! What `extract` tells on standard error while it works: notices at once, a bar on a terminal, a line at the end.

use crate::cli::{ERROR, SKIPPED, When};
use indicatif::{BinaryBytes, ProgressBar, ProgressStyle};
use jianbao::pipeline::{Observer, Summary};
use jianbao::read::{self, Notice, ReadOptions, Severity};
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How often a line is printed where there is no terminal to draw a bar on.
const INTERVAL: Duration = Duration::from_secs(10);

/// Follows a run.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    /// The time of the last line, where lines take the place of the bar.
    last_line: Option<Instant>,
    begun: Instant,
    concludes: bool,
}

impl Progress {
    /// A bar or lines, as asked for. The inputs are measured in the background.
    pub(crate) fn new(
        when: When,
        records_on_terminal: bool,
        paths: &[PathBuf],
        options: &ReadOptions,
    ) -> Self {
        let terminal = io::stderr().is_terminal();
        let draws = match when {
            When::Auto => terminal && !records_on_terminal,
            When::Always => terminal,
            When::Never => false,
        };
        let bar = draws.then(|| bar(paths.to_vec(), options.clone()));
        let begun = Instant::now();
        let last_line = (when == When::Always && !terminal).then_some(begun);
        Progress { bar, last_line, begun, concludes: terminal && when != When::Never }
    }

    /// Takes the bar away.
    pub(crate) fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    /// The line at the end: on a terminal, or where something was left out.
    pub(crate) fn conclude(&self, summary: &Summary) {
        if self.concludes || self.last_line.is_some() || summary.skipped + summary.failed > 0 {
            anstream::eprintln!("{}", self.line(summary));
        }
    }

    fn line(&self, summary: &Summary) -> String {
        let elapsed = self.begun.elapsed();
        let rate = summary.bytes as f64 / elapsed.as_secs_f64().max(0.001);
        let mut line = format!(
            "{} from {}, {} in {:.1} s ({}/s)",
            several(summary.records, "record"),
            several(summary.inputs, "input"),
            BinaryBytes(summary.bytes),
            elapsed.as_secs_f64(),
            BinaryBytes(rate as u64),
        );
        if summary.skipped > 0 {
            line += &format!("; {} skipped", summary.skipped);
        }
        if summary.failed > 0 {
            line += &format!("; {}", several(summary.failed, "error"));
        }
        line
    }
}

impl Observer for Progress {
    fn notice(&mut self, notice: Notice) {
        let print = || match notice.severity {
            Severity::Skipped => anstream::eprintln!("{SKIPPED}skipped:{SKIPPED:#} {notice}"),
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
            anstream::eprintln!("{}", self.line(summary));
        }
    }
}

/// A bar; without a length until the inputs are measured, and for good where one is a pipe.
fn bar(paths: Vec<PathBuf>, options: ReadOptions) -> ProgressBar {
    let style =
        |template| ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar =
        ProgressBar::new_spinner().with_style(style("{spinner} {binary_bytes}, {binary_bytes_per_sec}"));
    let measured = bar.clone();
    let known = style("{wide_bar} {percent}% of {binary_total_bytes}, {binary_bytes_per_sec}, {eta} left");
    std::thread::spawn(move || {
        if let Some(size) = read::size(&paths, &options) {
            measured.set_length(size);
            measured.set_style(known);
        }
    });
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn several(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
