//! The words of mastheads, from `data/masthead.tsv`.

use crate::lexicon::{Beginnings, Endings, Kinds};
use std::sync::LazyLock;

pub(super) const TABLE: &str = include_str!("../../../data/masthead.tsv");

/// What stands after the colon or slash of a role or label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Names, or the office that did it.
    Person,
    /// A name of at most three characters: 一审:何敏.
    Reviewer,
    /// A number to call, an address of mail.
    Contact,
    /// Where a house is.
    Place,
    Printer,
    Price,
}

pub(super) struct Words {
    /// Roles and labels that stand before a colon or slash: 责编, 社址.
    pub(super) credits: Beginnings<Value>,
    /// End longer ones: 图片编辑.
    pub(super) credit_ends: Endings<Value>,
    /// Begin longer ones: 本版编辑.
    pub(super) whose: Beginnings,
    /// End what stands before a number to call, without a colon.
    pub(super) calls: Endings,
    /// Begin a day of another calendar: 农历.
    pub(super) calendars: Beginnings,
    /// Begin how many sheets the paper has: 今日出纸四大张.
    pub(super) extents: Beginnings,
    /// Begin what the paper costs, without a colon: 零售每份一元.
    pub(super) costs: Beginnings,
    /// Begin the number that papers are registered and ordered by: CN00-0000.
    pub(super) serials: Beginnings,
    /// Begin the weather.
    pub(super) forecasts: Beginnings,
    /// Say where to write.
    pub(super) letters: Beginnings,
    /// End who issues the paper: 主办.
    pub(super) issuers: Endings,
    /// End newspapers' names.
    pub(super) papers: Endings,
    /// End what is no newspaper, though it ends in 报: 播报.
    pub(super) reports: Endings,
    /// End the names of editions: 海外版.
    pub(super) editions: Endings,
    /// Begin the name of a supplement: 副刊“柳巷灯”.
    pub(super) supplements: Beginnings,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    const VALUES: &[(&str, Value)] = &[
        ("person", Value::Person),
        ("reviewer", Value::Reviewer),
        ("contact", Value::Contact),
        ("place", Value::Place),
        ("printer", Value::Printer),
        ("price", Value::Price),
    ];
    let kinds = Kinds::of(TABLE);
    let begin = |kind: &str| Beginnings::new(kinds.words(kind));
    let end =
        |kind: &str| Endings::new(kinds.words(kind).map(|(word, ())| (word.trim_start_matches('…'), ())));
    let ends = |word: &&'static str| word.strip_prefix('…');
    Words {
        credits: Beginnings::new(kinds.told(VALUES).filter(|(word, _)| ends(word).is_none())),
        credit_ends: Endings::new(kinds.told(VALUES).filter_map(|(word, value)| Some((ends(&word)?, value)))),
        whose: begin("whose"),
        calls: end("call"),
        calendars: begin("calendar"),
        extents: begin("extent"),
        costs: begin("cost"),
        serials: begin("serial"),
        forecasts: begin("forecast"),
        letters: begin("letters"),
        issuers: end("issuer"),
        papers: end("paper"),
        reports: end("report"),
        editions: end("edition"),
        supplements: begin("supplement"),
    }
});

#[cfg(test)]
mod tests {
    use super::TABLE;
    use crate::lexicon::rows;
    use crate::split::Masthead;

    #[test]
    fn every_word_is_known_in_its_example() {
        for row in rows(TABLE) {
            let [word, kind, example] = row[..] else { panic!("{row:?}") };
            assert!(example.contains(word.trim_start_matches('…')), "{word}: {example}");
            let line = format!("2019年11月8日 {example} 第3版");
            let mut masthead = Masthead::default();
            assert!(masthead.read(&line, true), "{line}");
            // 城市播报 is the page's name, not the newspaper's.
            assert_eq!(masthead.newspaper.is_some(), matches!(kind, "paper" | "edition"), "{line}");
        }
    }
}
