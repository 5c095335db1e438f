//! The word lists that bylines are read by.

use crate::lexicon;
use std::sync::LazyLock;

/// The words of a class in `data/byline.tsv`.
pub(super) struct Words {
    pub(super) ranks: Vec<&'static str>,
    pub(super) outlets: Vec<&'static str>,
    pub(super) own: Vec<&'static str>,
    pub(super) institutions: Vec<&'static str>,
    pub(super) offices: Vec<&'static str>,
    pub(super) members: Vec<&'static str>,
    pub(super) nobody: Vec<&'static str>,
    pub(super) phrases: Vec<&'static str>,
    pub(super) leads: Vec<&'static str>,
    pub(super) places: Vec<&'static str>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let class = |name: &str| {
        let rows = lexicon::rows(include_str!("../../data/byline.tsv"));
        rows.filter(|row| row[0] == name).map(|row| row[1]).collect()
    };
    Words {
        ranks: class("rank"),
        outlets: class("outlet"),
        own: class("own"),
        institutions: class("institution"),
        offices: class("office"),
        members: class("member"),
        nobody: class("nobody"),
        phrases: class("phrase"),
        leads: class("lead"),
        places: class("place"),
    }
});
