//! Fits the costs that pages are split by (`data/line_costs.tsv`, `data/line_steps.tsv`) to the pages of `corpus/`, and
//! to pages glued together at random from their articles.
//!
//! ```text
//! cargo run --release --example fit_costs              # how costs fitted to the other pages split each tenth
//! cargo run --release --example fit_costs -- --write   # fits them to all pages and writes them down
//! cargo run --release --example fit_costs -- --glue D  # writes glued pages and their gold to D/pages and D/gold
//! ```
//!
//! New evidence needs a row of zeros in `data/line_costs.tsv` before it is fitted.

mod glue;

use anyhow::{Context, Result};
use glue::{Random, Unit, glue, units};
use jianbao::split::fit::{Fitted, Known, Plan, Sample, Score, fit};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const COSTS: &str = "data/line_costs.tsv";
const STEPS: &str = "data/line_steps.tsv";
const PARTS: usize = 10;
const PLAN: Plan = Plan { rounds: 8, step: 0.3, margin: 25 };

/// How many pages are glued for each page of the corpus.
const GLUED: usize = 6;

type Page = (String, Vec<Known>);

fn main() -> Result<()> {
    let mut golds: Vec<_> = fs::read_dir("corpus/gold")?.map(|e| Ok(e?.path())).collect::<Result<_>>()?;
    golds.sort();
    let mut pages: Vec<Page> = Vec::new();
    for gold in golds {
        let known = fs::read_to_string(&gold)?.lines().map(known).collect::<Result<Vec<_>>>()?;
        let page = format!("corpus/pages/{}.txt", gold.file_stem().unwrap_or_default().display());
        pages.push((fs::read_to_string(&page).context(page)?, known));
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, folder] = &arguments[..]
        && flag == "--glue"
    {
        return write_glued(&glued(&pages.iter().collect::<Vec<_>>(), 1), Path::new(folder));
    }
    let write = arguments == ["--write"];
    anyhow::ensure!(write || arguments.is_empty(), "it takes `--write`, `--glue FOLDER` or nothing");
    // Pages are glued of one tenth each, so that no article stands on both sides of a trial.
    let tenths: Vec<Vec<&Page>> =
        (0..PARTS).map(|part| pages.iter().skip(part).step_by(PARTS).collect()).collect();
    let glues: Vec<Vec<Page>> = tenths.iter().zip(1..).map(|(tenth, seed)| glued(tenth, seed)).collect();
    let plain: Vec<Vec<Sample>> = tenths.iter().map(|tenth| samples(tenth.iter().copied())).collect();
    let glued: Vec<Vec<Sample>> = glues.iter().map(|glue| samples(glue.iter())).collect();
    let report = |what: &str, of: &dyn Fn(usize) -> Fitted| {
        for (kind, samples) in [("corpus", &plain), ("glued", &glued)] {
            let mut score = Score::default();
            for (part, samples) in samples.iter().enumerate() {
                samples.iter().for_each(|sample| score += sample.score(&of(part)));
            }
            println!("{what:12} {kind:6} {score:?}");
        }
    };
    report("before", &|_| Fitted::embedded());
    let all = |but: Option<usize>| -> Vec<&Sample<'_>> {
        let tenths = (0..PARTS).filter(|part| Some(*part) != but);
        tenths.flat_map(|part| plain[part].iter().chain(&glued[part])).collect()
    };
    let apart: Vec<Fitted> = (0..PARTS).map(|part| fit(&all(Some(part)), PLAN)).collect();
    report("fitted apart", &|part| apart[part].clone());
    let fitted = fit(&all(None), PLAN);
    report("fitted", &|_| fitted.clone());
    if write {
        let (costs, steps) = fitted.print(&fs::read_to_string(COSTS)?, &fs::read_to_string(STEPS)?);
        fs::write(COSTS, costs)?;
        fs::write(STEPS, steps)?;
    }
    Ok(())
}

fn samples<'a>(pages: impl Iterator<Item = &'a Page>) -> Vec<Sample<'a>> {
    pages.map(|(text, known)| Sample::new(text, known.clone())).collect()
}

/// Pages glued of the articles of others.
fn glued(pages: &[&Page], seed: u64) -> Vec<Page> {
    let units: Vec<Unit> = pages.iter().flat_map(|(text, known)| units(text, known)).collect();
    let units: Vec<&Unit> = units.iter().collect();
    let mut random = Random::new(seed);
    (0..pages.len() * GLUED).map(|_| glue(&units, &mut random)).collect()
}

/// Writes pages and their gold as `jianbao eval` takes them.
fn write_glued(pages: &[Page], folder: &Path) -> Result<()> {
    for part in ["pages", "gold"] {
        fs::create_dir_all(folder.join(part))?;
    }
    for (n, (text, known)) in pages.iter().enumerate() {
        fs::write(folder.join(format!("pages/glued-{n:03}.txt")), text)?;
        let record = |(i, k): (usize, &Known)| {
            let id = format!("glued-{n:03}.txt#{}", i + 1);
            json!({"id": id, "headline": k.headline, "section": k.section, "subheads": k.subheads})
                .to_string()
                + "\n"
        };
        let gold: String = known.iter().enumerate().map(record).collect();
        fs::write(folder.join(format!("gold/glued-{n:03}.jsonl")), gold)?;
    }
    Ok(())
}

fn known(line: &str) -> Result<Known> {
    let record: Value = serde_json::from_str(line)?;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    Ok(Known {
        headline: text(&record["headline"]),
        section: text(&record["section"]),
        subheads: record["subheads"].as_array().into_iter().flatten().filter_map(text).collect(),
    })
}
