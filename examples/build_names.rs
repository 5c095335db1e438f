//! Builds the tables that names are judged by: `data/surnames.tsv`, `data/name_chars.tsv`, `data/word_pairs.tsv`; and
//! packs them, with the lists of names beside them, as `data/names.bin`. Without arguments it only packs.
//!
//! ```text
//! pip download --no-deps ngender==0.1.1 faker==40.63.0; cargo vendor (or the registry's copy of jieba-rs 0.11.0)
//! cargo run --example build_names -- ngender/charfreq.csv jieba-rs/src/data/dict.txt faker/providers/person/zh_CN/__init__.py
//! ```
//!
//! All three are under the MIT licence. From `ngender` come the characters of some sixteen million given names, from
//! jieba's dictionary where in a name a character stands and how common it is in running text, from Faker the shares of
//! surnames. Rows of `data/surnames.tsv` that Faker lacks are kept: rare and compound ones, and traditional forms.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A word of the dictionary has at least this frequency to count as common.
const COMMON: u64 = 20;
/// A character of given names is met at least so often in a million.
const LEAST: f64 = 1.5;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [] => {}
        [given, dictionary, faker] => derive(given, dictionary, faker)?,
        _ => bail!("usage: build_names [charfreq.csv dict.txt zh_CN/__init__.py]"),
    }
    let packed = jianbao::names::pack("data".as_ref())?;
    std::fs::write("data/names.bin", packed).context("data/names.bin")
}

/// Writes the tables.
fn derive(given: &str, dictionary: &str, faker: &str) -> Result<()> {
    let read = |path: &str| std::fs::read_to_string(path).with_context(|| path.to_owned());
    let surnames = surnames(&read(faker)?, &read("data/surnames.tsv")?);
    let dictionary = read(dictionary)?;
    let words: Vec<(Vec<char>, u64, &str)> = dictionary
        .lines()
        .filter_map(|line| {
            let mut cells = line.split(' ');
            Some((cells.next()?.chars().collect(), cells.next()?.parse().ok()?, cells.next()?))
        })
        .collect();
    write("data/surnames.tsv", SURNAMES, surnames.iter().map(|(name, share)| format!("{name}\t{share}")))?;
    write("data/name_chars.tsv", CHARS, chars(&given_names(&read(given)?), &words, &surnames))?;
    write("data/word_pairs.tsv", PAIRS, pairs(&words))
}

const SURNAMES: &str = "\
# Surnames and their rough share of the population in percent (0.01 or less: rare).
# Source: shares from Faker 40.63.0, providers/person/zh_CN (MIT), by examples/build_names.rs; surnames that it lacks
# (rare, compound, traditional forms): written for this project after the Hundred Family Surnames (public domain); so
# are the commonest of the Yi and of Japan.
# surname\tpercent
";
const CHARS: &str = "\
# How often a character is met in given names, and in running text: parts in a million.
# Source: ngender 0.1.1, charfreq.csv (MIT) for given names, and the dictionary of jieba-rs 0.11.0 (MIT) for the place in
# the name and for running text; derived by examples/build_names.rs.
# alone: the whole of a given name; first, second: of two characters; foreign: in names from other languages; text: in
# running text.
# character\talone\tfirst\tsecond\tforeign\ttext
";
const PAIRS: &str = "\
# Common words of two characters that are no personal names, by their first character.
# Source: the dictionary of jieba-rs 0.11.0 (MIT), frequency 20 and more, without personal names; derived by
# examples/build_names.rs.
# first\tsecond characters
";

fn write(path: &str, head: &str, rows: impl IntoIterator<Item = String>) -> Result<()> {
    let mut table = head.to_owned();
    for row in rows {
        table.push_str(&row);
        table.push('\n');
    }
    std::fs::write(path, table).with_context(|| path.to_owned())
}

/// Surname → share as printed. Faker's rows read `("王", 7.170),`.
fn surnames(faker: &str, kept: &str) -> BTreeMap<String, String> {
    let old = kept.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
    let mut shares: BTreeMap<String, String> = old.map(|(n, s)| (n.into(), s.into())).collect();
    let list = faker.split_once("last_names = ").map_or("", |(_, list)| list);
    for line in list.lines() {
        let row = line.trim().strip_prefix("(\"").and_then(|row| row.strip_suffix("),")?.split_once("\", "));
        if let Some((name, share)) = row {
            shares.insert(name.into(), share.trim_end_matches('0').trim_end_matches('.').into());
        }
    }
    // Faker has it a hundred times too rare.
    shares.insert("于".into(), "0.48".into());
    shares
}

/// Character → how often in given names, of both sexes.
fn given_names(csv: &str) -> BTreeMap<char, f64> {
    csv.lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split(',');
            let c = cells.next()?.chars().next()?;
            Some((c, cells.filter_map(|n| n.parse::<f64>().ok()).sum()))
        })
        .collect()
}

#[derive(Clone, Copy, Default)]
struct Places {
    alone: f64,
    first: f64,
    second: f64,
}

/// The rows of characters: those of given names, and those that surnames begin with.
fn chars(
    given: &BTreeMap<char, f64>,
    words: &[(Vec<char>, u64, &str)],
    surnames: &BTreeMap<String, String>,
) -> Vec<String> {
    let all: f64 = given.values().sum();
    let million = |c: &char| given.get(c).copied().unwrap_or_default() * 1e6 / all;
    let is_surname = |c: char| {
        surnames.get(c.to_string().as_str()).and_then(|s| s.parse::<f64>().ok()).is_some_and(|s| s >= 0.02)
    };
    let mut text: BTreeMap<char, f64> = BTreeMap::new();
    let mut places: BTreeMap<char, Places> = BTreeMap::new();
    let mut foreign: BTreeMap<char, f64> = BTreeMap::new();
    for (word, frequency, tag) in words {
        word.iter().for_each(|c| *text.entry(*c).or_default() += *frequency as f64);
        if *tag == "nrt" && word.len() >= 3 {
            word.iter().for_each(|c| *foreign.entry(*c).or_default() += 1.0);
        }
        // The dictionary's names are taken from novels too, some with the verb behind: both characters must be known.
        if *tag != "nr" || !is_surname(word[0]) || !word[1..].iter().all(|c| million(c) >= 20.0) {
            continue;
        }
        match word[..] {
            [_, alone] => places.entry(alone).or_default().alone += 1.0,
            [_, first, second] => {
                places.entry(first).or_default().first += 1.0;
                places.entry(second).or_default().second += 1.0;
            }
            _ => {}
        }
    }
    let total: f64 = text.values().sum();
    let strangers: f64 = foreign.values().sum();
    let sum = places.values().fold(Places::default(), |s, p| Places {
        alone: s.alone + p.alone,
        first: s.first + p.first,
        second: s.second + p.second,
    });
    let count = sum.alone + sum.first + sum.second;
    // What is seldom met in the dictionary's names stands where names in general do.
    const PRIOR: f64 = 12.0;
    let share = |seen: f64, of: f64, average: f64| (seen + PRIOR * average) / (of + PRIOR) / average;
    let initials: BTreeSet<char> = surnames.keys().filter_map(|s| s.chars().next()).collect();
    let common = given.keys().copied().filter(|c| million(c) >= LEAST);
    let transcribing = foreign.iter().filter(|(_, n)| **n >= 2.0).map(|(c, _)| *c);
    let wanted: BTreeSet<char> = common.chain(initials.iter().copied()).chain(transcribing).collect();
    wanted
        .into_iter()
        .map(|c| {
            let p = places.get(&c).copied().unwrap_or_default();
            let of = p.alone + p.first + p.second;
            let mut row = c.to_string();
            for (seen, sum) in [(p.alone, sum.alone), (p.first, sum.first), (p.second, sum.second)] {
                let _ = write!(row, "\t{:.1}", million(&c) * share(seen, of, sum / count));
            }
            let _ = write!(row, "\t{:.1}", foreign.get(&c).copied().unwrap_or_default() * 1e6 / strangers);
            let _ = write!(row, "\t{:.1}", text.get(&c).copied().unwrap_or_default() * 1e6 / total);
            row
        })
        .collect()
}

fn pairs(words: &[(Vec<char>, u64, &str)]) -> Vec<String> {
    let mut pairs: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
    for (word, frequency, tag) in words {
        if let [first, second] = word[..]
            && *frequency >= COMMON
            && !tag.starts_with("nr")
        {
            pairs.entry(first).or_default().insert(second);
        }
    }
    pairs
        .into_iter()
        .map(|(c, seconds)| format!("{c}\t{}", seconds.into_iter().collect::<String>()))
        .collect()
}
