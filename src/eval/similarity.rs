//! How alike two headlines are.

use std::collections::HashMap;

/// Ratcliff–Obershelp similarity, from 0 (nothing in common) to 1 (equal): twice the characters in common blocks over
/// all characters. The longest common block is found first, then the longest on either side of it, and so on; in a
/// `second` of 200 characters or more a character that makes up over one in a hundred begins no block. These are the
/// figures of Python's `difflib.SequenceMatcher(None, first, second).ratio()`.
pub(super) fn ratio(first: &str, second: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (first.chars().collect(), second.chars().collect());
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    let mut places: HashMap<char, Vec<usize>> = HashMap::new();
    for (at, &c) in b.iter().enumerate() {
        places.entry(c).or_default().push(at);
    }
    if b.len() >= 200 {
        places.retain(|_, at| at.len() <= b.len() / 100 + 1);
    }
    let mut common = 0;
    let mut pending = vec![(0..a.len(), 0..b.len())];
    while let Some((x, y)) = pending.pop() {
        let (i, j, size) = longest_block(&a, &b, &places, x.clone(), y.clone());
        if size > 0 {
            common += size;
            pending.push((x.start..i, y.start..j));
            pending.push((i + size..x.end, j + size..y.end));
        }
    }
    2.0 * common as f64 / (a.len() + b.len()) as f64
}

/// Start in `a`, start in `b`, and length of the longest common block in the two ranges; the earliest of equals.
fn longest_block(
    a: &[char],
    b: &[char],
    places: &HashMap<char, Vec<usize>>,
    x: std::ops::Range<usize>,
    y: std::ops::Range<usize>,
) -> (usize, usize, usize) {
    let (mut i, mut j, mut size) = (x.start, y.start, 0);
    // Length of the block that ends at each position of `b` and the previous position of `a`.
    let mut lengths: HashMap<usize, usize> = HashMap::new();
    for at in x.clone() {
        let mut next = HashMap::new();
        for &other in places.get(&a[at]).into_iter().flatten().filter(|p| y.contains(p)) {
            let length = 1 + other.checked_sub(1).and_then(|p| lengths.get(&p)).copied().unwrap_or(0);
            next.insert(other, length);
            if length > size {
                (i, j, size) = (at + 1 - length, other + 1 - length, length);
            }
        }
        lengths = next;
    }
    // Frequent characters begin no block, but lengthen one.
    while i > x.start && j > y.start && a[i - 1] == b[j - 1] {
        (i, j, size) = (i - 1, j - 1, size + 1);
    }
    while i + size < x.end && j + size < y.end && a[i + size] == b[j + size] {
        size += 1;
    }
    (i, j, size)
}

#[cfg(test)]
mod tests {
    use super::ratio;

    #[test]
    fn agrees_with_python() {
        // Figures of CPython 3.11.
        for (first, second, expected) in [
            ("", "", 1.0),
            ("", "清理河道", 0.0),
            ("清理河道", "清理河道", 1.0),
            ("志愿者清理河道", "清理河道志愿者", 0.571_428_571_428_571_4),
            ("村口食堂暖人心 热气腾腾送百人", "热气送百人 村口食堂", 0.32),
            ("abxcd", "abcd", 0.888_888_888_888_888_8),
            (
                "private Thread currentThread;",
                "private volatile Thread currentThread;",
                0.865_671_641_791_044_7,
            ),
        ] {
            assert_eq!(ratio(first, second), expected, "{first} / {second}");
        }
    }

    #[test]
    fn frequent_characters_of_a_long_text_begin_no_block() {
        let long = "的".repeat(150) + &"是".repeat(50) + "了";
        assert_eq!(ratio("的是了", &long), 2.0 * 3.0 / 204.0);
    }
}
