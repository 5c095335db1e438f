//! Draws counts at random from records, to be read by a person: how many are right, and which classes are wrong.
//!
//! ```text
//! jianbao extract rows.jsonl | cargo run --example draw_counts -- 200 1
//! ```
//!
//! The first number is how many, the second the seed: the same records and seed draw the same counts.

use jianbao::record::Record;
use std::io::{BufRead, stdin};

/// Characters of text shown on each side.
const CONTEXT: usize = 32;

fn main() -> anyhow::Result<()> {
    let mut numbers = std::env::args().skip(1).map(|a| a.parse::<u64>());
    let wanted = numbers.next().transpose()?.unwrap_or(200) as usize;
    let mut state = numbers.next().transpose()?.unwrap_or(1);
    let mut lines = Vec::new();
    for line in stdin().lock().lines() {
        let record: Record = serde_json::from_str(&line?)?;
        let text: Vec<char> = record.text.chars().collect();
        let cut = |from: usize, to: usize| -> String {
            text[from.min(text.len())..to.min(text.len())].iter().collect::<String>().replace('\n', "/")
        };
        for count in &record.counts {
            let span = count.span;
            let left = cut(span.start.saturating_sub(CONTEXT), span.start);
            let right = cut(span.end, span.end + CONTEXT);
            let attributes = (&count.value, &count.max, &count.r#mod, &count.unit, &count.noun);
            lines.push(format!("{left}【{}】{right}\t{}", count.text, serde_json::to_string(&attributes)?));
        }
    }
    let total = lines.len();
    for drawn in 0..wanted.min(total) {
        // SplitMix64, then a step of Fisher and Yates.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let other = drawn + ((z ^ (z >> 31)) % (total - drawn) as u64) as usize;
        lines.swap(drawn, other);
        println!("{}", lines[drawn]);
    }
    eprintln!("{} of {total} counts", wanted.min(total));
    Ok(())
}
