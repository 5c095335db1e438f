//! Which predicted article answers which gold article.

use super::field::FIELDS;
use super::matching::{get, list};
use super::similarity::ratio;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Headlines less alike than this are not the same article's.
const ALIKE: f64 = 0.5;

/// A gold article and the prediction that answers it.
pub(super) struct Pair<'a> {
    pub(super) gold: Cow<'a, Value>,
    /// `None` where no predicted article answers.
    pub(super) predicted: Option<Cow<'a, Value>>,
    /// The predicted articles that `predicted` pools; itself alone where articles are not pooled.
    pub(super) parts: Vec<&'a Value>,
}

/// Pairs articles by `id` where every gold id is predicted, else by headline among the articles of one file. Returns
/// the pairs in gold's order, and how many predicted articles answer none (below zero where one answers two).
pub(super) fn pair_articles<'a>(gold: &'a [Value], predicted: &'a [Value]) -> (Vec<Pair<'a>>, i64) {
    let by_id: HashMap<&str, &Value> = predicted.iter().map(|p| (id(p), p)).collect();
    if gold.iter().all(|g| by_id.contains_key(id(g))) {
        let pairs = gold.iter().map(|g| Pair::new(g, Some(by_id[id(g)]))).collect();
        return (pairs, predicted.len() as i64 - gold.len() as i64);
    }
    let files = by_file(predicted);
    let everything: Vec<usize> = (0..predicted.len()).collect();
    let mut used = HashSet::new();
    let mut pairs = Vec::with_capacity(gold.len());
    for g in gold {
        let headline = get(g, "headline").as_str().unwrap_or_default();
        let candidates = files.get(file_name(id(g))).unwrap_or(&everything);
        let mut best = (None, 0.0);
        for &p in candidates.iter().filter(|p| !used.contains(*p)) {
            let score = ratio(headline, get(&predicted[p], "headline").as_str().unwrap_or_default());
            if score > best.1 {
                best = (Some(p), score);
            }
        }
        let found = best.0.filter(|_| best.1 >= ALIKE);
        used.extend(found);
        pairs.push(Pair::new(g, found.map(|p| &predicted[p])));
    }
    (pairs, predicted.len() as i64 - used.len() as i64)
}

/// Pools the articles of each file, so that page splitting is not judged.
pub(super) fn pool_files<'a>(gold: &'a [Value], predicted: &'a [Value]) -> Vec<Pair<'a>> {
    let files = by_file(predicted);
    let mut order: Vec<&str> = Vec::new();
    let mut gold_files: HashMap<&str, Vec<&Value>> = HashMap::new();
    for g in gold {
        let name = file_name(id(g));
        gold_files.entry(name).or_insert_with(|| {
            order.push(name);
            Vec::new()
        });
        gold_files.entry(name).or_default().push(g);
    }
    let pool_pair = |name: &str| {
        let parts: Vec<&Value> = files.get(name).into_iter().flatten().map(|&p| &predicted[p]).collect();
        Pair {
            gold: Cow::Owned(pool(name, &gold_files[name])),
            predicted: Some(Cow::Owned(pool(name, &parts))),
            parts,
        }
    };
    order.into_iter().map(pool_pair).collect()
}

impl<'a> Pair<'a> {
    fn new(gold: &'a Value, predicted: Option<&'a Value>) -> Self {
        Pair {
            gold: Cow::Borrowed(gold),
            predicted: predicted.map(Cow::Borrowed),
            parts: predicted.into_iter().collect(),
        }
    }
}

/// One article out of several: mentions in order, those that stand for a name once.
fn pool(name: &str, articles: &[&Value]) -> Value {
    let mut pooled = Map::from_iter([("id".to_owned(), Value::from(name))]);
    for field in FIELDS.iter().filter(|f| articles.iter().any(|a| a.get(f.name).is_some())) {
        let mut mentions: Vec<Value> = articles.iter().flat_map(|a| list(a, field.name)).cloned().collect();
        if field.by_name {
            let mut seen = HashSet::new();
            mentions.retain(|m| seen.insert(["name", "role", "level"].map(|k| get(m, k).to_string())));
        }
        pooled.insert(field.name.to_owned(), Value::Array(mentions));
    }
    Value::Object(pooled)
}

pub(super) fn id(article: &Value) -> &str {
    get(article, "id").as_str().unwrap_or_default()
}

/// `corpus/pages/a.txt#3` → `a.txt`.
pub(super) fn file_name(path: &str) -> &str {
    let last = path.rsplit('/').next().unwrap_or(path);
    last.rsplit_once('#').map_or(last, |(name, _)| name)
}

/// Indices of the predicted articles by the name of the file they were read from.
fn by_file(predicted: &[Value]) -> HashMap<&str, Vec<usize>> {
    let mut files: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, article) in predicted.iter().enumerate() {
        let path = article.pointer("/source/path").and_then(Value::as_str).filter(|p| !p.is_empty());
        let path = path.unwrap_or_else(|| id(article).rsplit_once('#').map_or(id(article), |(path, _)| path));
        files.entry(file_name(path)).or_default().push(at);
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn answers(gold: &[Value], predicted: &[Value]) -> (Vec<Option<String>>, i64) {
        let (pairs, extra) = pair_articles(gold, predicted);
        (pairs.iter().map(|p| p.predicted.as_ref().map(|p| id(p).to_owned())).collect(), extra)
    }

    #[test]
    fn pairs_by_id_where_all_ids_are_there() {
        let gold = [json!({"id": "b", "headline": "甲"}), json!({"id": "a", "headline": "乙"})];
        let predicted = [json!({"id": "a", "headline": "甲"}), json!({"id": "b"}), json!({"id": "c"})];
        assert_eq!(answers(&gold, &predicted), (vec![Some("b".into()), Some("a".into())], 1));
    }

    #[test]
    fn pairs_by_headline_within_a_file() {
        let gold = [
            json!({"id": "x.txt#1", "headline": "志愿者清理河道"}),
            json!({"id": "x.txt#2", "headline": "停电"}),
        ];
        let predicted = [
            json!({"id": "d/y.txt#1", "headline": "志愿者清理河道"}),
            json!({"id": "d/x.txt#1", "headline": "社区志愿者清理河道"}),
        ];
        assert_eq!(answers(&gold, &predicted), (vec![Some("d/x.txt#1".into()), None], 1));
    }

    #[test]
    fn pools_the_articles_of_a_file() {
        let gold = [
            json!({"id": "x.txt#1", "people": [{"name": "甲"}], "dates": [{"text": "今天"}]}),
            json!({"id": "x.txt#2", "people": [{"name": "甲"}], "dates": [{"text": "今天"}]}),
        ];
        let pairs = pool_files(&gold, &[]);
        assert_eq!(pairs.len(), 1);
        let expected =
            json!({"id": "x.txt", "people": [{"name": "甲"}], "dates": [{"text": "今天"}, {"text": "今天"}]});
        assert_eq!(*pairs[0].gold, expected);
        assert!(pairs[0].parts.is_empty());
    }
}
