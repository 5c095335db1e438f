//! What the words of a list begin with, as a filter before the list itself.

/// The first two characters of words, a bit a hashed pair: tells at one look that no word of a list begins so.
#[derive(Debug)]
pub(crate) struct Pairs(Box<[u64]>);

/// Blocks of 64 bits: some ten bits for each pair of a list of thousands.
const BLOCKS: usize = 512;

impl Default for Pairs {
    fn default() -> Self {
        Pairs(vec![0; BLOCKS].into())
    }
}

impl Pairs {
    /// Takes in a word; one of a single character leaves no trace.
    pub(crate) fn add(&mut self, word: &str) {
        let mut chars = word.chars();
        if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
            let (block, bit) = place(first, second);
            self.0[block] |= bit;
        }
    }

    /// Whether a word may begin as `chars` do; wrong about one time in ten.
    #[inline]
    pub(crate) fn may_begin(&self, chars: &[char]) -> bool {
        let &[first, second, ..] = chars else { return false };
        let (block, bit) = place(first, second);
        self.0[block] & bit != 0
    }
}

#[inline]
fn place(first: char, second: char) -> (usize, u64) {
    let hash = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA6B);
    ((hash >> 23) as usize & (BLOCKS - 1), 1 << (hash >> 17 & 63))
}
