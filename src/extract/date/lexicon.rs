//! The words of time, from `data/time.tsv` and `data/festivals.tsv`, looked up by their first character.

use super::calendar::{Festival, read_festival};
use super::expression::{Direction, Part};
use crate::lexicon::rows;
use std::sync::OnceLock;

const WORDS: &str = include_str!("../../../data/time.tsv");
const FESTIVALS: &str = include_str!("../../../data/festivals.tsv");

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Atom {
    /// Days from publication, and a part of the day.
    Day(i32, Option<Part>),
    /// Days from the last dated mention, and a part of the day.
    SameDay(i32, Option<Part>),
    Week(i32),
    SameWeek,
    Month(i32),
    SameMonth(i32),
    Quarter(i32),
    Half(u8),
    Year(i32),
    SameYear(i32),
    /// Years from publication, and a season.
    YearSeason(i32, u8),
    Season(u8),
    Part(Part),
    /// First and last month of a school holiday.
    Term(u8, u8),
    /// A day of history.
    Anchor(i32, u8, u8),
    /// First and last year of a five-year plan.
    Plan(i32, i32),
    /// First and last year of an era: 光绪.
    Era(i32, i32),
    Vague(Direction),
    /// A row of the festival table.
    Festival(u16),
    /// Looks like time, is not.
    Stop,
}

/// A word and what it says.
#[derive(Debug)]
pub(super) struct Word {
    chars: Box<[char]>,
    pub(super) atom: Atom,
    not_after: Box<[char]>,
    not_before: Box<[char]>,
}

impl Word {
    /// Length in characters.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    fn new(text: &str, atom: Atom, not_after: &str, not_before: &str) -> Option<Word> {
        let chars: Box<[char]> = text.chars().collect();
        let (not_after, not_before) = (not_after.chars().collect(), not_before.chars().collect());
        (!chars.is_empty()).then_some(Word { chars, atom, not_after, not_before })
    }

    /// Its characters.
    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The hash of its first three characters.
    fn hash(&self) -> usize {
        let char = |n: usize| self.chars.get(n).copied().unwrap_or('\0');
        hash([char(0), char(1), char(2)])
    }

    /// Whether the character before it makes it doubtful: 目前 after 项 is rather 项目 and 前.
    pub(super) fn is_doubtful_after(&self, before: char) -> bool {
        self.not_after.contains(&before)
    }
}

/// All words, found by their first three characters, longest first.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// For each hash of three characters, where the words that begin with such three lie in `words`; they end where the
    /// next begin. A shorter word stands under its own and `'\0'`.
    first: Box<[u16]>,
    /// Sorted by that hash, longest first.
    words: Vec<Word>,
    festivals: Vec<Festival>,
}

const HASHES: usize = 0x1_0000;

const fn hash([a, b, c]: [char; 3]) -> usize {
    let (a, b, c) = (a as u32, b as u32, c as u32);
    let mixed = a.wrapping_mul(0x9E37_79B1) ^ b.wrapping_mul(0x85EB_CA6B) ^ c.wrapping_mul(0xC2B2_AE35);
    (mixed >> 10) as usize & (HASHES - 1)
}

/// Words at one place, each the beginning of the one before it: 国庆节, 国庆.
pub(super) const NESTED: usize = 4;

impl Lexicon {
    /// The lexicon, built at first use.
    pub(super) fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Lexicon::build)
    }

    fn build() -> Lexicon {
        let mut festivals = Vec::new();
        let mut words = Vec::new();
        for row in rows(WORDS) {
            if let [word, code, not_after, not_before] = row[..]
                && let Some(atom) = read_atom(code)
            {
                words.extend(Word::new(word, atom, not_after, not_before));
            }
        }
        for row in rows(FESTIVALS) {
            if let Some(festival) = read_festival(&row) {
                let atom = Atom::Festival(festivals.len() as u16);
                festivals.push(festival);
                words.extend(Word::new(row[0], atom, "", ""));
            }
        }
        words.sort_by_key(|w| (w.hash(), std::cmp::Reverse(w.len())));
        let mut first = vec![0u16; HASHES + 1].into_boxed_slice();
        words.iter().for_each(|word| first[word.hash() + 1] += 1);
        (0..HASHES).for_each(|hash| first[hash + 1] += first[hash]);
        Lexicon { first, words, festivals }
    }

    /// The words at the start of `chars` that the character behind them allows and that `stand` there, longest first.
    pub(super) fn at_start(&self, chars: &[char], stand: impl Fn(&Word) -> bool) -> [Option<&Word>; NESTED] {
        let look = |n: usize| chars.get(n).copied().unwrap_or('\0');
        let [a, b, c] = [0, 1, 2].map(look);
        let (mut found, mut count) = ([None; NESTED], 0);
        for lead in [[a, b, c], [a, b, '\0'], [a, '\0', '\0']] {
            for word in self.under(lead) {
                if chars.starts_with(&word.chars)
                    && !word.not_before.contains(&look(word.len()))
                    && stand(word)
                {
                    found[count] = Some(word);
                    count += 1;
                }
            }
        }
        found
    }

    /// All words.
    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    /// The words whose first three characters hash as these do.
    fn under(&self, lead: [char; 3]) -> &[Word] {
        let hash = hash(lead);
        &self.words[self.first[hash] as usize..self.first[hash + 1] as usize]
    }

    /// A row of the festival table.
    pub(super) fn festival(&self, index: u16) -> Option<&Festival> {
        self.festivals.get(index as usize)
    }
}

fn read_part(code: &str) -> Option<Part> {
    Some(match code {
        "MO" => Part::Morning,
        "MI" => Part::Midday,
        "AF" => Part::Afternoon,
        "EV" => Part::Evening,
        "NI" => Part::Night,
        "SM" => Part::SmallHours,
        "DT" => Part::Daytime,
        _ => return None,
    })
}

fn read_atom(code: &str) -> Option<Atom> {
    let mut cells = code.split(' ');
    let kind = cells.next()?;
    let first = cells.next().unwrap_or("");
    let second = cells.next().unwrap_or("");
    let offset = || first.parse::<i32>().ok();
    Some(match kind {
        "day" => Atom::Day(offset()?, read_part(second)),
        "same" => Atom::SameDay(offset()?, read_part(second)),
        "week" => Atom::Week(offset()?),
        "sameweek" => Atom::SameWeek,
        "month" => Atom::Month(offset()?),
        "samemonth" => Atom::SameMonth(offset()?),
        "quarter" => Atom::Quarter(offset()?),
        "half" => Atom::Half(first.parse().ok()?),
        "year" => Atom::Year(offset()?),
        "sameyear" => Atom::SameYear(offset()?),
        "yearseason" => Atom::YearSeason(offset()?, second.parse().ok()?),
        "season" => Atom::Season(first.parse().ok()?),
        "part" => Atom::Part(read_part(first)?),
        "term" => Atom::Term(first.parse().ok()?, second.parse().ok()?),
        "plan" => Atom::Plan(offset()?, second.parse().ok()?),
        "era" => Atom::Era(offset()?, second.parse().ok()?),
        "anchor" => {
            let mut date = first.splitn(3, '-');
            let mut next = || date.next();
            Atom::Anchor(next()?.parse().ok()?, next()?.parse().ok()?, next()?.parse().ok()?)
        }
        "vague" => Atom::Vague(match first {
            "past" => Direction::Past,
            "present" => Direction::Present,
            "future" => Direction::Future,
            _ => return None,
        }),
        "stop" => Atom::Stop,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_reads() {
        for row in rows(WORDS) {
            assert!(row.get(1).is_some_and(|code| read_atom(code).is_some()), "{row:?}");
            assert_eq!(row.len(), 4, "{row:?}");
        }
        for row in rows(FESTIVALS) {
            assert!(read_festival(&row).is_some() && row.len() == 4, "{row:?}");
        }
    }

    #[test]
    fn no_more_words_at_a_place_than_are_kept() {
        let lexicon = Lexicon::get();
        for word in lexicon.words() {
            let begins = |w: &&Word| word.chars.starts_with(&w.chars);
            assert!(lexicon.words().iter().filter(begins).count() <= NESTED, "{word:?}");
        }
    }

    #[test]
    fn tables_are_sorted_without_duplicates() {
        for table in [WORDS, FESTIVALS] {
            let words: Vec<_> = rows(table).map(|r| r[0]).collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
        }
    }
}
