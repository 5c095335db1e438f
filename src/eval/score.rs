//! The figures: true and false positives, false negatives, attributes, structure.

use super::difference::{self, Difference, judged, same_structure};
use super::field::{FIELDS, Field};
use super::matching::{accepts, get, list, match_mentions};
use super::pairing::{Pair, pair_articles, pool_files};
use serde_json::Value;
use std::collections::HashSet;
use std::ops::AddAssign;

/// Matched and unmatched mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// True positives.
    pub tp: usize,
    /// False positives: predicted, not in gold.
    pub fp: usize,
    /// False negatives: in gold, not predicted.
    pub r#fn: usize,
}

impl Tally {
    /// Share of the predictions that are right; 1 where nothing was predicted.
    pub fn precision(self) -> f64 {
        share(self.tp, self.tp + self.fp)
    }

    /// Share of gold that was found; 1 where gold is empty.
    pub fn recall(self) -> f64 {
        share(self.tp, self.tp + self.r#fn)
    }

    /// Harmonic mean of precision and recall.
    ///
    /// ```
    /// use jianbao::eval::Tally;
    /// assert_eq!(Tally { tp: 3, fp: 1, r#fn: 1 }.f1(), 0.75);
    /// assert_eq!(Tally::default().f1(), 1.0);
    /// ```
    pub fn f1(self) -> f64 {
        share(2 * self.tp, 2 * self.tp + self.fp + self.r#fn)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.tp += other.tp;
        self.fp += other.fp;
        self.r#fn += other.r#fn;
    }
}

/// How often an attribute of strictly matched mentions is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accuracy {
    /// Right.
    pub right: usize,
    /// Judged by gold.
    pub judged: usize,
}

/// The figures of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldScore {
    /// The record's key.
    pub name: &'static str,
    /// Surface and value.
    pub strict: Tally,
    /// Surface or name alone.
    pub loose: Tally,
    /// By attribute, in the field's order; those that gold judges nowhere have zeros.
    pub attributes: Vec<(&'static str, Accuracy)>,
}

impl FieldScore {
    fn new(field: &'static Field) -> Self {
        FieldScore {
            name: field.name,
            strict: Tally::default(),
            loose: Tally::default(),
            attributes: field.attributes.iter().map(|&a| (a, Accuracy::default())).collect(),
        }
    }

    fn add(&mut self, other: &FieldScore) {
        self.strict += other.strict;
        self.loose += other.loose;
        for ((_, sum), (_, more)) in self.attributes.iter_mut().zip(&other.attributes) {
            sum.right += more.right;
            sum.judged += more.judged;
        }
    }
}

/// How pages were cut into articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Structure {
    /// Gold articles (files, where articles are pooled).
    pub articles_gold: usize,
    /// Predicted articles that answer no gold article.
    pub articles_extra: i64,
    /// Headlines that gold judges.
    pub headlines: usize,
    /// Headlines that are gold's to the letter.
    pub headline_exact: usize,
    /// Sections that gold judges, of articles whose headline it judges.
    pub sections: usize,
    /// Sections that are gold's.
    pub section_exact: usize,
    /// Lists of subheads that gold judges, of articles whose headline it judges.
    pub subheads: usize,
    /// Lists of subheads that are gold's.
    pub subheads_exact: usize,
    /// Spans that do not hold their mention.
    pub span_errors: usize,
}

impl AddAssign for Structure {
    fn add_assign(&mut self, other: Self) {
        self.articles_gold += other.articles_gold;
        self.articles_extra += other.articles_extra;
        self.headlines += other.headlines;
        self.headline_exact += other.headline_exact;
        self.sections += other.sections;
        self.section_exact += other.section_exact;
        self.subheads += other.subheads;
        self.subheads_exact += other.subheads_exact;
        self.span_errors += other.span_errors;
    }
}

/// The figures and differences of one gold file.
#[derive(Clone, Debug, PartialEq)]
pub struct PageScore {
    /// The gold file's name without its ending.
    pub page: String,
    /// How the page was cut into articles.
    pub structure: Structure,
    /// The fields that gold judges, in the record's order.
    pub fields: Vec<FieldScore>,
    /// Every difference, in gold's order.
    pub differences: Vec<Difference>,
}

/// The figures of all gold files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evaluation {
    /// By gold file.
    pub pages: Vec<PageScore>,
}

impl Evaluation {
    /// How the pages were cut into articles.
    pub fn structure(&self) -> Structure {
        let mut sum = Structure::default();
        self.pages.iter().for_each(|p| sum += p.structure);
        sum
    }

    /// The fields that gold judges anywhere, summed over all pages.
    pub fn fields(&self) -> Vec<FieldScore> {
        let mut sums: Vec<FieldScore> = Vec::new();
        for field in &FIELDS {
            for score in self.pages.iter().flat_map(|p| &p.fields).filter(|s| s.name == field.name) {
                match sums.last_mut().filter(|s| s.name == field.name) {
                    Some(sum) => sum.add(score),
                    None => sums.push(score.clone()),
                }
            }
        }
        sums
    }

    /// Every difference, page by page.
    pub fn differences(&self) -> impl Iterator<Item = &Difference> {
        self.pages.iter().flat_map(|p| &p.differences)
    }
}

/// Scores `predicted` articles against `gold` ones; with `merge`, the articles of a file are pooled, so that page
/// splitting is not judged.
///
/// ```
/// use jianbao::eval::evaluate;
/// use serde_json::json;
/// let gold = [json!({"id": "a", "people": [{"name": "张三", "titles": ["居民"]}]})];
/// let found = [json!({"id": "a", "people": [{"name": "张三", "titles": []}]})];
/// let score = evaluate("page", &gold, &found, false);
/// assert_eq!((score.fields[0].strict.f1(), score.fields[0].loose.f1()), (0.0, 1.0));
/// ```
pub fn evaluate(page: &str, gold: &[Value], predicted: &[Value], merge: bool) -> PageScore {
    let (pairs, extra) =
        if merge { (pool_files(gold, predicted), 0) } else { pair_articles(gold, predicted) };
    let mut fields: Vec<FieldScore> = FIELDS.iter().map(FieldScore::new).collect();
    let mut judged_fields = [false; FIELDS.len()];
    let mut structure =
        Structure { articles_gold: pairs.len(), articles_extra: extra, ..Structure::default() };
    let mut differences = Vec::new();
    for pair in &pairs {
        if !merge {
            judge_structure(pair, &mut structure);
            differences.extend(difference::structure_differences(pair));
        }
        for (at, field) in FIELDS.iter().enumerate().filter(|(_, f)| pair.gold.get(f.name).is_some()) {
            judged_fields[at] = true;
            differences.extend(judge_mentions(pair, field, &mut fields[at]));
        }
        let misplaced: Vec<_> = pair.parts.iter().flat_map(|p| difference::span_differences(p)).collect();
        structure.span_errors += misplaced.len();
        differences.extend(misplaced);
    }
    if !merge {
        let answering: HashSet<*const Value> =
            pairs.iter().flat_map(|p| &p.parts).map(|&p| p as *const _).collect();
        let extra = predicted.iter().filter(|&p| !answering.contains(&(p as *const _)));
        differences.extend(extra.map(difference::extra_article));
    }
    let mut judged_fields = judged_fields.into_iter();
    fields.retain(|_| judged_fields.next() == Some(true));
    PageScore { page: page.to_owned(), structure, fields, differences }
}

fn judge_structure(pair: &Pair<'_>, structure: &mut Structure) {
    let gold = &*pair.gold;
    if gold.get("headline").is_none() {
        return;
    }
    let predicted = pair.predicted.as_deref().unwrap_or(&Value::Null);
    let judge = |key: &str, judged: &mut usize, exact: &mut usize| {
        if gold.get(key).is_some() {
            *judged += 1;
            *exact += usize::from(same_structure(key, gold, predicted));
        }
    };
    judge("headline", &mut structure.headlines, &mut structure.headline_exact);
    judge("section", &mut structure.sections, &mut structure.section_exact);
    judge("subheads", &mut structure.subheads, &mut structure.subheads_exact);
}

fn judge_mentions(pair: &Pair<'_>, field: &'static Field, score: &mut FieldScore) -> Vec<Difference> {
    let gold = list(&pair.gold, field.name);
    let predicted = pair.predicted.as_deref().map_or(&[][..], |p| list(p, field.name));
    let strict = match_mentions(gold, predicted, field.keys);
    let loose = match_mentions(gold, predicted, &field.keys[..1]);
    for (sum, matching) in [(&mut score.strict, &strict), (&mut score.loose, &loose)] {
        *sum += Tally { tp: matching.pairs.len(), fp: matching.spurious.len(), r#fn: matching.missed.len() };
    }
    for &(g, p) in &strict.pairs {
        for (attribute, accuracy) in score.attributes.iter_mut().filter(|(a, _)| judged(&gold[g], a)) {
            accuracy.judged += 1;
            accuracy.right += usize::from(accepts(&gold[g], attribute, get(&predicted[p], attribute)));
        }
    }
    difference::mention_differences(pair, field, &strict)
}
