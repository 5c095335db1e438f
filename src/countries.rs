//! Names of other countries, as the table of what stands before organisations has them.

use crate::lexicon::{Beginnings, columns};
use std::sync::LazyLock;

static COUNTRIES: LazyLock<Beginnings> = LazyLock::new(|| {
    let rows = columns(include_str!("../data/organization_before.tsv"));
    Beginnings::new(rows.filter(|[_, kind]| *kind == "country").map(|[name, _]| (name, ())))
});

/// The length of the name of a country that `chars` begin with.
pub(crate) fn at_start(chars: &[char]) -> Option<usize> {
    COUNTRIES.at_start(chars).map(|(length, ())| length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_countries_only() {
        let length = |text: &str| at_start(&text.chars().collect::<Vec<_>>());
        assert_eq!([length("乌克兰东部"), length("中国东部"), length("东部")], [Some(3), None, None]);
    }
}
