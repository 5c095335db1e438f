//! The word lists that lines are read by.

use crate::lexicon::{Beginnings, Endings, columns};
use std::sync::LazyLock;

/// The words of `data/lines.tsv`, by class, and the headings of columns and notes.
pub(super) struct Words {
    /// End the names of columns of briefs: 社区短波.
    pub(super) briefs: Endings,
    /// End the names of columns of letters: 读者来信.
    pub(super) letters: Endings,
    /// Begin what a letter calls many: 各位业主:.
    pub(super) addressed: Beginnings,
    /// Begin a piece that adds to the one before it.
    pub(super) also: Beginnings,
    /// The headings of notes inside an article.
    pub(super) asides: Beginnings,
    /// Say that an article ends.
    pub(super) endings: Beginnings,
    /// End the names of columns that answer what is asked.
    pub(super) answers: Endings,
    /// End the names of offices and places.
    pub(super) bodies: Endings,
    /// End what a letter calls whom it is to: 编辑同志:.
    pub(super) called: Endings,
    /// End what those who ask and tell are called: 王先生, 市民.
    pub(super) callers: Endings,
    /// Name parts of a site.
    pub(super) channels: Beginnings,
    /// End notes behind titles that say what kind of writing they head.
    pub(super) genres: Endings,
    /// Column headings known whole.
    pub(super) columns: Beginnings,
    /// End column headings.
    pub(super) headings: Endings,
    /// Head what the paper had wrong: 更正.
    pub(super) corrections: Beginnings,
    /// Begin leads.
    pub(super) leads: Beginnings,
    /// Begin the conditions that a site sets: 凡本网注明.
    pub(super) legal: Beginnings,
    /// Lead elsewhere on a site.
    pub(super) links: Beginnings,
    /// End what announces.
    pub(super) notices: Endings,
    /// End the names of offices that sign letters.
    pub(super) offices: Endings,
    /// Begin what goes on from what was said before.
    pub(super) onward: Beginnings,
    /// What readers who sign letters call themselves.
    pub(super) readers: Beginnings,
    /// Begin letters.
    pub(super) salutes: Beginnings,
    /// Lead elsewhere on a site, or name a part of one, and fill a line of their own.
    pub(super) sites: Beginnings,
    /// End the names of columns that hold one piece.
    pub(super) singles: Endings,
    /// Begin lines of talk.
    pub(super) speakers: Beginnings,
    /// Name who shows something, or head what is on: 卫视, 荧屏.
    pub(super) stations: Beginnings,
    /// Begin what stands beside a table: 单位:, 数据来源:.
    pub(super) table_notes: Beginnings,
    /// Say in the midst of a sentence when, or who says so.
    pub(super) told: Beginnings,
    /// Are met in adverts: 开业, 招租.
    pub(super) trades: Beginnings,
    /// Name a form of verse, before its title: 蝶恋花·.
    pub(super) tunes: Beginnings,
    /// Want an object after them: a line that ends in one goes on in the next.
    pub(super) verbs: Endings,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words: Vec<_> = columns(include_str!("../../data/lines.tsv")).collect();
    let class =
        |name: &'static str| words.iter().filter(move |[of, _]| *of == name).map(|[_, word]| (*word, ()));
    let first = |table: &'static str| columns(table).map(|[word]| (word, ()));
    Words {
        addressed: Beginnings::new(class("addressed")),
        also: Beginnings::new(class("also")),
        asides: Beginnings::new(first(include_str!("../../data/asides.tsv"))),
        endings: Beginnings::new(class("ending")),
        answers: Endings::new(class("answers")),
        bodies: Endings::new(class("office").chain(class("body"))),
        briefs: Endings::new(class("briefs")),
        letters: Endings::new(class("letters")),
        called: Endings::new(class("called")),
        callers: Endings::new(class("caller")),
        channels: Beginnings::new(class("channel")),
        columns: Beginnings::new(first(include_str!("../../data/columns.tsv"))),
        genres: Endings::new(class("genre")),
        headings: Endings::new(first(include_str!("../../data/sections.tsv"))),
        corrections: Beginnings::new(class("correction")),
        leads: Beginnings::new(class("lead")),
        legal: Beginnings::new(class("legal")),
        links: Beginnings::new(class("link")),
        notices: Endings::new(class("notice")),
        offices: Endings::new(class("office")),
        onward: Beginnings::new(class("onward")),
        readers: Beginnings::new(class("reader")),
        salutes: Beginnings::new(class("salute")),
        sites: Beginnings::new(class("site")),
        singles: Endings::new(class("single")),
        speakers: Beginnings::new(class("speaker")),
        stations: Beginnings::new(class("station")),
        table_notes: Beginnings::new(class("table_note")),
        told: Beginnings::new(class("told")),
        trades: Beginnings::new(class("trade")),
        tunes: Beginnings::new(class("tune")),
        verbs: Endings::new(class("verb")),
    }
});
