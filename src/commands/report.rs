//! What a run of `extract` amounted to: in a few lines for people, as JSON for programs.

use indicatif::{DecimalBytes, HumanCount};
use jianbao::pipeline::Summary;
use jianbao::read::{Notice, Reason, Severity};
use serde_json::{Value, json};
use std::time::Duration;

/// Notices that the JSON lists at most.
const NOTICES: usize = 1000;

/// What is told at the end.
#[derive(Debug, Default)]
pub(crate) struct Report {
    notices: Vec<Value>,
    left_out: usize,
    /// Records that were there before.
    pub(crate) resumed: usize,
}

impl Report {
    pub(crate) fn notice(&mut self, notice: &Notice) {
        if self.notices.len() == NOTICES {
            self.left_out += 1;
            return;
        }
        let severity = match notice.severity {
            Severity::Skipped => "skipped",
            Severity::Flawed => "warning",
            Severity::Damaged | Severity::Unreadable => "error",
        };
        self.notices.push(json!({
            "severity": severity,
            "reason": notice.reason.name(),
            "path": notice.path,
            "line": notice.line,
            "message": notice.message,
        }));
    }

    /// The lines at the end of a run.
    pub(crate) fn lines(&self, summary: &Summary, elapsed: Duration) -> String {
        let rate = summary.bytes as f64 / elapsed.as_secs_f64().max(0.001);
        let mut text = format!(
            "{} from {} ({}), {} in {:.1} s ({}/s)",
            several(summary.records, "record"),
            several(summary.inputs, "input"),
            several(summary.pages, "page"),
            DecimalBytes(summary.bytes),
            elapsed.as_secs_f64(),
            DecimalBytes(rate as u64),
        );
        let mut list = |name: &str, items: Vec<String>| {
            if !items.is_empty() {
                text += &format!("\n{name}: {}", items.join(", "));
            }
        };
        let numbers = summary.mentions.iter().filter(|(_, number)| *number > 0);
        list("mentions", numbers.map(|(field, number)| format!("{field} {}", count(number))).collect());
        list(
            "skipped",
            reasons(summary, false).map(|(reason, n)| format!("{} {}", count(n), reason.name())).collect(),
        );
        list(
            "errors",
            reasons(summary, true).map(|(reason, n)| format!("{} {}", count(n), reason.name())).collect(),
        );
        let rest = [(summary.duplicates, "printed before"), (self.resumed, "from an earlier run")];
        let rest = rest.into_iter().filter(|(number, _)| *number > 0);
        list("besides", rest.map(|(number, what)| format!("{} {what}", several(number, "record"))).collect());
        text
    }

    /// The same for programs.
    pub(crate) fn json(&self, summary: &Summary, elapsed: Duration) -> Value {
        let by_reason = |failed| -> serde_json::Map<String, Value> {
            reasons(summary, failed).map(|(reason, n)| (reason.name().to_owned(), n.into())).collect()
        };
        let mentions: serde_json::Map<String, Value> =
            summary.mentions.iter().map(|(field, n)| (field.to_owned(), n.into())).collect();
        let seconds = elapsed.as_secs_f64();
        let mut report = json!({
            "records": summary.records,
            "inputs": summary.inputs,
            "pages": summary.pages,
            "duplicates": summary.duplicates,
            "resumed_records": self.resumed,
            "interrupted": summary.interrupted,
            "bytes": summary.bytes,
            "seconds": (seconds * 1e3).round() / 1e3,
            "megabytes_per_second": (summary.bytes as f64 / seconds.max(0.001) / 1e4).round() / 1e2,
            "mentions": mentions,
            "skipped": by_reason(false),
            "errors": by_reason(true),
            "notices": self.notices,
            "notices_left_out": self.left_out,
        });
        if !summary.times.total().is_zero() {
            let stages =
                summary.times.iter().map(|(stage, time)| (stage.to_owned(), time.as_secs_f64().into()));
            report["stage_seconds"] = Value::Object(stages.collect());
        }
        report
    }
}

/// What each stage took, a line each: the threads' seconds, its part of the whole, and what it would do alone.
pub(crate) fn stages(summary: &Summary) -> String {
    let total = summary.times.total().as_secs_f64().max(1e-9);
    let mut text = format!("{:<14} {:>9} {:>6} {:>8}", "stage", "seconds", "part", "MB/s");
    let rows = summary.times.iter().chain([("all", summary.times.total())]);
    for (stage, time) in rows.filter(|(_, time)| !time.is_zero()) {
        let seconds = time.as_secs_f64();
        let (part, rate) = (100.0 * seconds / total, summary.bytes as f64 / 1e6 / seconds);
        text += &format!("\n{stage:<14} {seconds:>9.3} {part:>5.1}% {rate:>8.1}");
    }
    text
}

fn reasons(summary: &Summary, failed: bool) -> impl Iterator<Item = (Reason, usize)> + '_ {
    summary
        .reasons
        .iter()
        .filter(move |((f, _), _)| *f == failed)
        .map(|(&(_, reason), &number)| (reason, number))
}

fn count(number: usize) -> String {
    HumanCount(number as u64).to_string()
}

fn several(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}
