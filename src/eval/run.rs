//! Extracts the pages of gold files, and scores what comes out.

use super::gold::{Gold, load_records};
use super::pairing::id;
use super::score::{PageScore, evaluate};
use super::{FIELDS, matching::get};
use crate::read::{Inputs, Item, ReadOptions, Severity};
use crate::{Engine, Error, Result};
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The pages of a gold file (or `paths`, where given), extracted and scored. A page or row that does not say when it
/// was published takes the `published` of its gold records; files that hold records already are scored as they are.
///
/// # Errors
///
/// Where a page cannot be found or read.
pub fn score(gold: &Gold, paths: &[PathBuf], engine: &Engine, merge: bool) -> Result<PageScore> {
    let own;
    let paths = if paths.is_empty() {
        own = gold.pages()?;
        &own
    } else {
        paths
    };
    let mut predicted = Vec::new();
    for path in paths {
        match records(path) {
            Some(records) => predicted.extend(records?),
            None => predicted.extend(extract(path, gold, engine)?),
        }
    }
    Ok(evaluate(gold.name(), &gold.records, &predicted, merge))
}

/// The records of a file that holds records; `None` where it holds anything else.
fn records(path: &Path) -> Option<Result<Vec<Value>>> {
    if path.extension().is_none_or(|e| e != "jsonl" && e != "json") {
        return None;
    }
    let mut line = String::new();
    BufReader::new(File::open(path).ok()?).read_line(&mut line).ok()?;
    let first: Value = serde_json::from_str(&line).ok()?;
    FIELDS.iter().any(|f| get(&first, f.name).is_array()).then(|| load_records(path))
}

fn extract(path: &Path, gold: &Gold, engine: &Engine) -> Result<Vec<Value>> {
    let options = ReadOptions::default();
    let mut records = Vec::new();
    let mut extract = |item: Item| -> Result<()> {
        let path = item.path().clone();
        let fault = |message: String| Error::Input { path: path.to_string(), message };
        let mut articles = Vec::new();
        for article in item.articles(&options.fields) {
            let mut article = match article {
                Ok(article) => article,
                Err(notice) if notice.severity == Severity::Skipped => continue,
                Err(notice) => return Err(fault(notice.message)),
            };
            if article.published.is_none() {
                let row = gold.records.iter().find(|r| article.id.as_deref() == Some(id(r)));
                let said =
                    row.map_or_else(|| gold.published(Path::new(&*path)), |r| get(r, "published").as_str());
                article.published = said.map(str::to_owned);
            }
            articles.push(article);
        }
        for record in engine.records(articles, &path) {
            records.push(serde_json::to_value(record).map_err(|e| fault(e.to_string()))?);
        }
        Ok(())
    };
    let mut result = Ok(());
    Inputs::new(&[path.to_owned()], &options).each(&mut |item| {
        result = extract(item);
        if result.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    result?;
    Ok(records)
}
