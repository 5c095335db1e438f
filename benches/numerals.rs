//! How many numerals are read in a second, on one thread: `cargo bench --bench numerals`.

use jianbao::numeral;
use std::hint::black_box;
use std::time::Instant;

const WAYS: &[&str] = &[
    "1300名",
    "12.5%",
    "3.2万亩",
    "14,935.69元",
    "30余名",
    "三千二百户",
    "一亿五千万元",
    "两三百人",
    "几十人",
    "十二万三",
    "百分之五",
    "三分之一的",
    "二〇二二年",
    "12万3千元",
    "壹佰贰拾元",
];

fn main() {
    let ways: Vec<Vec<char>> = WAYS.iter().map(|text| text.chars().collect()).collect();
    let rounds = 100_000;
    let started = Instant::now();
    for _ in 0..rounds {
        for chars in &ways {
            black_box(numeral::read(black_box(chars)));
        }
    }
    let numerals = (rounds * ways.len()) as f64;
    println!("{:.1} million numerals a second", numerals / started.elapsed().as_secs_f64() / 1e6);
}
