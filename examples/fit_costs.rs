//! Fits the costs that pages are split by (`data/line_costs.tsv`, `data/line_steps.tsv`) to the pages of `corpus/`.
//!
//! ```text
//! cargo run --release --example fit_costs              # how costs fitted to the other pages split each tenth
//! cargo run --release --example fit_costs -- --write   # fits them to all pages and writes them down
//! ```
//!
//! New evidence needs a row of zeros in `data/line_costs.tsv` before it is fitted.

use anyhow::{Context, Result};
use jianbao::split::fit::{Fitted, Known, Plan, Sample, Score, fit};
use serde_json::Value;
use std::fs;

const COSTS: &str = "data/line_costs.tsv";
const STEPS: &str = "data/line_steps.tsv";
const PARTS: usize = 10;
const PLAN: Plan = Plan { rounds: 6, step: 0.3, margin: 25 };

fn main() -> Result<()> {
    let mut golds: Vec<_> = fs::read_dir("corpus/gold")?.map(|e| Ok(e?.path())).collect::<Result<_>>()?;
    golds.sort();
    let mut pages = Vec::new();
    for gold in golds {
        let known = fs::read_to_string(&gold)?.lines().map(known).collect::<Result<Vec<_>>>()?;
        let page = format!("corpus/pages/{}.txt", gold.file_stem().unwrap_or_default().display());
        pages.push((fs::read_to_string(&page).context(page)?, known));
    }
    let samples: Vec<Sample> = pages.iter().map(|(text, known)| Sample::new(text, known.clone())).collect();
    println!("before       {:?}", total(&samples, &Fitted::embedded()));
    let mut unseen = Score::default();
    for part in 0..PARTS {
        let others = samples.iter().enumerate().filter(|(i, _)| i % PARTS != part).map(|(_, s)| s);
        let fitted = fit(&others.collect::<Vec<_>>(), PLAN);
        samples.iter().skip(part).step_by(PARTS).for_each(|sample| unseen += sample.score(&fitted));
    }
    println!("fitted apart {unseen:?}");
    let fitted = fit(&samples.iter().collect::<Vec<_>>(), PLAN);
    println!("fitted       {:?}", total(&samples, &fitted));
    if std::env::args().any(|argument| argument == "--write") {
        let (costs, steps) = fitted.print(&fs::read_to_string(COSTS)?, &fs::read_to_string(STEPS)?);
        fs::write(COSTS, costs)?;
        fs::write(STEPS, steps)?;
    }
    Ok(())
}

fn total(samples: &[Sample], by: &Fitted) -> Score {
    let mut total = Score::default();
    samples.iter().for_each(|sample| total += sample.score(by));
    total
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
