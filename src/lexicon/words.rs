//! The words of a list, in a table that is walked a character at a time.

/// Words as a tree of their characters, the outermost of the end that they are found by first. Most are of two characters:
/// these are looked for together.
#[derive(Debug)]
pub(super) struct Words<T> {
    /// A bit a character: whether a word may have it outermost. Characters with the same last bits share one.
    leads: Box<[u64]>,
    /// Whether a word may consist of it; none where no word does.
    alone: Box<[u64]>,
    /// Two bits a pair of characters, by hash: whether a word may have both outermost.
    pairs: Box<[u64]>,
    /// What grows from the outermost character; [`ALONE`] where it is a word by itself.
    roots: Branches,
    /// What grows from a node.
    branches: Branches,
    /// What is kept about each word.
    values: Vec<T>,
}

/// Stands behind a character that is a word by itself: no character is so numbered.
const ALONE: u16 = 0xD800;

/// A character that goes on what stands before it in the tree: eight bytes, for lists to stay near the processor.
#[derive(Clone, Copy, Debug, Default)]
struct Branch {
    /// What it grows from: a node, or the outermost character; 0 in an empty place.
    from: u16,
    /// The character, of the basic plane.
    c: u16,
    /// The node that it leads to; 0 where no longer word goes on.
    node: u16,
    /// The number of the word that it ends, from 1; 0 where none does.
    word: u16,
}

/// Branches by the hash of their keys, in open addressing.
#[derive(Debug)]
struct Branches {
    places: Vec<Branch>,
    count: usize,
}

impl Branches {
    fn with_room(room: usize) -> Self {
        Branches { places: vec![Branch::default(); room.next_power_of_two().max(16)], count: 0 }
    }

    /// The branch of a character behind `from`, which is made where there is none.
    fn grown(&mut self, from: u16, c: u16) -> &mut Branch {
        if 2 * self.count >= self.places.len() {
            let twice = Branches::with_room(2 * self.places.len());
            let places = std::mem::replace(&mut self.places, twice.places);
            for branch in places.into_iter().filter(|branch| branch.from != 0) {
                let place = self.place(branch.from, branch.c);
                self.places[place] = branch;
            }
        }
        let place = self.place(from, c);
        let branch = &mut self.places[place];
        self.count += usize::from(branch.from == 0);
        (branch.from, branch.c) = (from, c);
        branch
    }

    /// Where the branch of a character behind `from` is, or the empty place where it would be.
    #[inline(always)]
    fn place(&self, from: u16, c: u16) -> usize {
        let last = self.places.len() - 1;
        let key = u64::from(from) << 16 | u64::from(c);
        let mut at = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & last;
        loop {
            let branch = self.places[at];
            if branch.from == 0 || (branch.from, branch.c) == (from, c) {
                return at;
            }
            at = (at + 1) & last;
        }
    }

    /// The branch of a character behind `from`, or an empty one.
    #[inline(always)]
    fn get(&self, from: u16, c: char) -> Branch {
        match plain(c) {
            0 => Branch::default(),
            c => self.places[self.place(from, c)],
        }
    }
}

/// A character as a list has it: 0, which is in none, for those beyond the basic plane.
#[inline(always)]
fn plain(c: char) -> u16 {
    u16::try_from(c as u32).unwrap_or(0)
}

/// A number as a list has it.
///
/// # Panics
///
/// Where a list is longer than any of ours, or a word has a character beyond the basic plane.
fn small(number: usize) -> u16 {
    number.try_into().expect("lists are short, and of the basic plane")
}

/// The block and the bit of a character in blocks of 64, whose number is a power of two.
#[inline(always)]
fn lead(blocks: &[u64], c: char) -> (usize, u64) {
    (c as usize >> 6 & (blocks.len() - 1), 1 << (c as usize & 63))
}

impl<T: Copy> Words<T> {
    pub(super) fn new(entries: impl Iterator<Item = (impl Iterator<Item = char>, T)>) -> Self {
        // The characters of all words, one word behind the other, and where each ends.
        let (mut chars, mut ends): (Vec<char>, Vec<(usize, T)>) = Default::default();
        for (word, value) in entries {
            chars.extend(word);
            ends.push((chars.len(), value));
        }
        let mut words = Words {
            leads: Box::default(),
            alone: Box::default(),
            pairs: Box::default(),
            roots: Branches::with_room(2 * ends.len()),
            branches: Branches::with_room(chars.len() / 4),
            values: Vec::with_capacity(ends.len()),
        };
        let (mut nodes, mut start) = (0, 0);
        // The first two characters of each word.
        let mut heads: Vec<(char, Option<char>)> = Vec::with_capacity(ends.len());
        for (end, value) in ends {
            let word = &chars[std::mem::replace(&mut start, end)..end];
            let Some((&first, rest)) = word.split_first() else { continue };
            let (second, rest) =
                rest.split_first().map_or((None, rest), |(second, rest)| (Some(*second), rest));
            heads.push((first, second));
            let second = second.map_or(ALONE, |second| small(second as usize));
            let mut branch = words.roots.grown(small(first as usize), second);
            for &c in rest {
                if branch.node == 0 {
                    nodes += 1;
                    branch.node = small(nodes);
                }
                let from = branch.node;
                branch = words.branches.grown(from, small(c as usize));
            }
            if branch.word == 0 {
                words.values.push(value);
                branch.word = small(words.values.len());
            }
        }
        let blocks = (heads.len() / 4).next_power_of_two().clamp(16, 512);
        words.leads = vec![0; blocks].into();
        if heads.iter().any(|(_, second)| second.is_none()) {
            words.alone = vec![0; blocks].into();
        }
        // Some twenty bits a pair: one in a hundred that is none is looked for.
        words.pairs = vec![0; (heads.len() / 4).next_power_of_two()].into();
        for (first, second) in heads {
            let (block, bit) = lead(&words.leads, first);
            words.leads[block] |= bit;
            match second {
                None => words.alone[block] |= bit,
                Some(second) => {
                    let (block, bits) = words.pair(first, second);
                    words.pairs[block] |= bits;
                }
            }
        }
        words
    }

    /// The block and the bits of two characters in `pairs`.
    #[inline(always)]
    fn pair(&self, first: char, second: char) -> (usize, u64) {
        let hash = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA6B);
        let bits = 1 << (hash >> 8 & 63) | 1 << (hash >> 14 & 63);
        ((hash >> 20) as usize & (self.pairs.len() - 1), bits)
    }

    #[inline]
    pub(super) fn may_lead(&self, c: char) -> bool {
        let (block, bit) = lead(&self.leads, c);
        self.leads[block] & bit != 0
    }

    /// Whether a word may consist of the character.
    #[inline(always)]
    fn may_be(&self, c: char) -> bool {
        if self.alone.is_empty() {
            return false;
        }
        let (block, bit) = lead(&self.alone, c);
        self.alone[block] & bit != 0
    }

    /// Whether a word may have these characters outermost. Hardly any have both: the processor guesses that.
    #[inline(always)]
    fn may_begin(&self, first: char, second: Option<&char>) -> bool {
        second.is_some_and(|&second| {
            let (block, bits) = self.pair(first, second);
            self.pairs[block] & bits == bits
        }) || self.may_be(first)
    }

    /// The longest word that `chars` begin with. Most begin none: a bit or two tell, where it is asked.
    #[inline(always)]
    pub(super) fn longest<'c>(
        &self,
        mut chars: impl Iterator<Item = &'c char> + Clone,
    ) -> Option<(usize, T)> {
        match chars.next() {
            Some(&first) if self.may_begin(first, chars.clone().next()) => self.longest_behind(first, chars),
            _ => None,
        }
    }

    #[inline(never)]
    fn longest_behind<'c>(
        &self,
        first: char,
        mut chars: impl Iterator<Item = &'c char>,
    ) -> Option<(usize, T)> {
        let root = chars.next().map(|&second| self.roots.get(plain(first), second));
        let mut branch = root.unwrap_or_default();
        let (mut length, mut word) = (2, branch.word);
        for (at, &c) in (3..).zip(chars) {
            if branch.node == 0 {
                break;
            }
            branch = self.branches.get(branch.node, c);
            if branch.word != 0 {
                (length, word) = (at, branch.word);
            }
        }
        if word == 0 {
            (length, word) = (1, self.alone(first)?);
        }
        Some((length, *self.values.get(usize::from(word) - 1)?))
    }

    /// The number of the word that a character is by itself.
    #[inline]
    fn alone(&self, c: char) -> Option<u16> {
        if !self.may_be(c) {
            return None;
        }
        Some(self.roots.places[self.roots.place(plain(c), ALONE)].word).filter(|&word| word != 0)
    }

    /// Every word that `chars` begin with, shorter ones first.
    #[inline]
    pub(super) fn all(&self, chars: &[char]) -> impl Iterator<Item = (usize, T)> {
        let begins = chars.first().is_some_and(|&first| self.may_begin(first, chars.get(1)));
        let (mut at, mut branch) = (0, Branch::default());
        std::iter::from_fn(move || {
            while begins && let Some(&c) = chars.get(at) {
                let word = match at {
                    0 => self.alone(c).unwrap_or(0),
                    1 => {
                        branch = self.roots.get(plain(chars[0]), c);
                        branch.word
                    }
                    _ if branch.node == 0 => break,
                    _ => {
                        branch = self.branches.get(branch.node, c);
                        branch.word
                    }
                };
                at += 1;
                if word != 0 {
                    return Some((at, self.values[usize::from(word) - 1]));
                }
            }
            None
        })
    }
}
