//! The words of time, from `data/time.tsv` and `data/festivals.tsv`, looked up by their first character.

use super::calendar::{Festival, read_festival};
use super::expression::{Direction, Part};
use crate::lexicon::{Beginnings, columns};
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
    ToldYear(i32),
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
    length: usize,
    pub(super) atom: Atom,
    not_after: Box<[char]>,
    not_before: Box<[char]>,
}

impl Word {
    fn new(word: &str, atom: Atom, not_after: &str, not_before: &str) -> Word {
        let [not_after, not_before] = [not_after, not_before].map(|few| few.chars().collect());
        Word { length: word.chars().count(), atom, not_after, not_before }
    }

    /// Length in characters.
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// Whether the character before it makes it doubtful: 目前 after 项 is rather 项目 and 前.
    pub(super) fn is_doubtful_after(&self, before: char) -> bool {
        self.not_after.contains(&before)
    }
}

/// All words, and which of them begin at a place.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// The places of the words in `words`.
    places: Beginnings<u16>,
    starts: Starts,
    words: Vec<Word>,
    festivals: Vec<Festival>,
}

/// What words begin with, up to three characters, by hash: 中国 begins none, 中国人 does. A no is sure.
#[derive(Debug)]
struct Starts {
    bits: Box<[u64; Starts::BITS / 64]>,
    /// The words of one character, and a bit for the last six of each.
    singles: Vec<char>,
    single_bits: u64,
}

impl Starts {
    const BITS: usize = 1 << 14;

    fn new(words: &[&str]) -> Self {
        let mut starts =
            Starts { bits: Box::new([0; Starts::BITS / 64]), singles: Vec::new(), single_bits: 0 };
        for word in words {
            let mut chars = word.chars();
            match [(); 3].map(|()| chars.next().unwrap_or('\0')) {
                [single, '\0', _] => {
                    starts.singles.push(single);
                    starts.single_bits |= 1 << (single as u32 & 63);
                }
                [a, b, c] => {
                    let place = Starts::place(Starts::two(a, b) ^ Starts::third(c));
                    starts.bits[place >> 6] |= 1 << (place & 63);
                }
            }
        }
        starts
    }

    fn may_begin(&self, [a, b, c]: [char; 3]) -> bool {
        let two = Starts::two(a, b);
        self.has(two)
            || self.has(two ^ Starts::third(c))
            || self.single_bits >> (a as u32 & 63) & 1 == 1 && self.singles.contains(&a)
    }

    /// The hash of two characters.
    #[inline]
    fn two(a: char, b: char) -> u32 {
        (a as u32).wrapping_mul(0x9E37_79B1) ^ (b as u32).wrapping_mul(0x85EB_CA6B)
    }

    /// What a third adds to it: nothing, where there is none.
    #[inline]
    fn third(c: char) -> u32 {
        (c as u32).wrapping_mul(0xC2B2_AE35)
    }

    #[inline]
    fn place(hash: u32) -> usize {
        hash as usize >> 15 & (Starts::BITS - 1)
    }

    #[inline]
    fn has(&self, hash: u32) -> bool {
        let place = Starts::place(hash);
        self.bits[place >> 6] >> (place & 63) & 1 == 1
    }
}

/// Room for so many words at first.
const AT_FIRST: usize = 1024;

/// Words at one place, each the beginning of the one before it: 国庆节, 国庆.
pub(super) const NESTED: usize = 4;

/// The words of both tables.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let [times, feasts] = [WORDS, FESTIVALS].map(|table| columns(table).map(|[word]| word));
    times.chain(feasts)
}

impl Lexicon {
    /// The lexicon, built at first use.
    pub(super) fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Lexicon::build)
    }

    fn build() -> Lexicon {
        let mut words = Vec::with_capacity(AT_FIRST);
        let mut names = Vec::with_capacity(AT_FIRST);
        for [word, code, not_after, not_before] in columns(WORDS) {
            let Some(atom) = read_atom(code) else { continue };
            words.push(Word::new(word, atom, not_after, not_before));
            names.push(word);
        }
        let mut festivals = Vec::with_capacity(AT_FIRST / 2);
        for row @ [word, ..] in columns::<4>(FESTIVALS) {
            let Some(festival) = read_festival(&row) else { continue };
            words.push(Word::new(word, Atom::Festival(festivals.len() as u16), "", ""));
            festivals.push(festival);
            names.push(word);
        }
        let places = Beginnings::new(names.iter().copied().zip(0..));
        Lexicon { places, starts: Starts::new(&names), words, festivals }
    }

    /// Whether a word may begin with three characters.
    #[inline]
    pub(super) fn may_begin(&self, chars: &[char]) -> bool {
        let at = |n: usize| chars.get(n).copied().unwrap_or_default();
        self.starts.may_begin([at(0), at(1), at(2)])
    }

    /// The words at the start of `chars` that the character behind them allows and that `stand` there, longest first.
    pub(super) fn at_start(&self, chars: &[char], stand: impl Fn(&Word) -> bool) -> [Option<&Word>; NESTED] {
        let (mut found, mut count) = ([None; NESTED], 0);
        for (length, place) in self.places.all(chars) {
            let word = &self.words[usize::from(place)];
            // 如今天气 is no 如今, 如今天天 is.
            let doubled = chars.get(length + 1) == chars.get(length);
            let barred = !doubled && chars.get(length).is_some_and(|next| word.not_before.contains(next));
            if !barred && stand(word) {
                found[count] = Some(word);
                count += 1;
            }
        }
        found[..count].reverse();
        found
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
        "toldyear" => Atom::ToldYear(offset()?),
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
    use crate::lexicon::rows;

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
        for word in words() {
            let chars: Vec<char> = word.chars().collect();
            assert!(Lexicon::get().places.all(&chars).count() <= NESTED, "{word}");
        }
    }

    #[test]
    fn every_word_has_its_place() {
        let lexicon = Lexicon::get();
        assert_eq!(lexicon.words.len(), words().count());
        assert_eq!(lexicon.festivals.len(), rows(FESTIVALS).count());
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
