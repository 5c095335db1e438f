//! `jianbao eval`.

use crate::cli::{ERROR, EvalArgs, ReportFormat, SKIPPED};
use jianbao::eval::{self, Evaluation, Gold, Stored};
use jianbao::{Engine, Error};
use std::io::Write;
use std::process::ExitCode;

/// Runs the subcommand.
pub(crate) fn run(args: EvalArgs) -> anyhow::Result<ExitCode> {
    let golds = Gold::load(&args.gold)?;
    tell_slips(&golds);
    let evaluation = score(&args, golds)?;
    let mut out = anstream::stdout().lock();
    match args.format {
        ReportFormat::Text => out.write_all(eval::text(&evaluation, &args.field).as_bytes())?,
        ReportFormat::Json => writeln!(out, "{:#}", eval::json(&evaluation))?,
    }
    out.flush()?;
    let enough = reaches_minima(&args, &evaluation);
    let held = holds_scores(&args, &evaluation)?;
    Ok(if enough && held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn score(args: &EvalArgs, mut golds: Vec<Gold>) -> Result<Evaluation, Error> {
    let engine = Engine::new(args.facts.clone().options(true));
    if !args.paths.is_empty() {
        // Which record answers which gold file only their ids tell: all against all.
        let records = golds.iter_mut().flat_map(|g| std::mem::take(&mut g.records)).collect();
        golds = vec![Gold { path: args.gold.clone(), records }];
    }
    let pages = golds.iter().map(|gold| eval::score(gold, &args.paths, &engine, args.merge));
    Ok(Evaluation { pages: pages.collect::<Result<_, _>>()? })
}

/// A slip in a label would read as a fault of the extraction.
fn tell_slips(golds: &[Gold]) {
    for gold in golds {
        for record in &gold.records {
            for problem in eval::structure_problems(record) {
                let id = record["id"].as_str().unwrap_or_default();
                anstream::eprintln!("{SKIPPED}gold:{SKIPPED:#} {}: {id}: {problem}", gold.path.display());
            }
        }
    }
}

fn reaches_minima(args: &EvalArgs, evaluation: &Evaluation) -> bool {
    let fields = evaluation.fields();
    let mut enough = true;
    for (name, minimum) in &args.min_f1 {
        let f1 = fields.iter().find(|f| f.name == name).map(|f| f.strict.f1());
        let message = match f1 {
            Some(f1) if f1 >= *minimum => continue,
            Some(f1) => format!("F1 of {name} is {f1:.4}, below {minimum}"),
            None => format!("no gold record judges {name}"),
        };
        anstream::eprintln!("{ERROR}failed:{ERROR:#} {message}");
        enough = false;
    }
    enough
}

fn holds_scores(args: &EvalArgs, evaluation: &Evaluation) -> Result<bool, Error> {
    let Some(path) = &args.scores else { return Ok(true) };
    let now = Stored::of(evaluation);
    if args.update_scores {
        now.write(path)?;
        return Ok(true);
    }
    let falls = Stored::read(path)?.falls(&now);
    falls.iter().for_each(|fall| anstream::eprintln!("{ERROR}failed:{ERROR:#} {fall}"));
    Ok(falls.is_empty())
}
