//! Builds `data/dictionary.bin` from jieba's dictionary: `build_dictionary dict.txt data/dictionary.bin`.

use jianbao::dictionary::{Class, pack};

/// Rarer words decide nothing here; those that begin with a number may hide one.
const LOWEST: u32 = 5;

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let (Some(from), Some(to)) = (args.next(), args.next()) else {
        anyhow::bail!("usage: build_dictionary dict.txt data/dictionary.bin");
    };
    let text = std::fs::read_to_string(from)?;
    let words = text.lines().filter_map(|line| {
        let mut cells = line.split(' ');
        let word: Vec<char> = cells.next()?.chars().collect();
        let frequency: u32 = cells.next()?.parse().ok()?;
        let class = Class::of_tag(cells.next()?)?;
        let numeral = jianbao::numeral::is_start(word[0]);
        (frequency >= LOWEST || numeral || word.len() == 1).then_some((word, frequency, class))
    });
    std::fs::write(to, pack(words)?)?;
    Ok(())
}
