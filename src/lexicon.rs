//! Word lists kept as data: `data/*.tsv`, sorted, with their provenance in `#` lines.

/// The rows of an embedded table: `#` lines and empty lines skipped, cells split at tabs.
///
/// ```
/// let rows: Vec<Vec<&str>> = jianbao::lexicon::rows("# source: own\n人\tcount\n元\tmoney\n").collect();
/// assert_eq!(rows, [["人", "count"], ["元", "money"]]);
/// ```
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| l.split('\t').collect())
}
