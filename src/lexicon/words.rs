//! The words of a list, in a table that is walked a character at a time.

/// Words as a tree of their characters, the outermost of the end that they are found by first.
#[derive(Debug)]
pub(super) struct Words<T> {
    /// A bit a character: whether a word may have it outermost, and whether one may consist of it. Characters with the same
    /// last bits share one.
    leads: Box<[Leads]>,
    /// A bit a hashed pair: whether a word may have both outermost.
    pairs: Box<[u64]>,
    /// The branches by the hash of their keys, in open addressing.
    branches: Vec<Branch>,
    /// What is kept about each word.
    values: Vec<T>,
}

/// What is told of 64 characters.
#[derive(Clone, Copy, Debug, Default)]
struct Leads {
    any: u64,
    alone: u64,
}

/// A character that goes on what stands before it in the tree: eight bytes, for lists to stay near the processor.
#[derive(Clone, Copy, Debug, Default)]
struct Branch {
    /// The node that it grows from.
    from: u16,
    /// The character, of the basic plane; 0 in an empty place.
    c: u16,
    /// The node that it leads to; 0 where no longer word goes on.
    node: u16,
    /// The number of the word that it ends, from 1; 0 where none does.
    word: u16,
}

/// A number as a list has it.
///
/// # Panics
///
/// Where a list is longer than any of ours, or a word has a character beyond the basic plane.
fn small(number: usize) -> u16 {
    number.try_into().expect("lists are short, and of the basic plane")
}

impl<T: Copy> Words<T> {
    pub(super) fn new(entries: impl Iterator<Item = (impl Iterator<Item = char>, T)>) -> Self {
        let room = (2 * entries.size_hint().0).next_power_of_two().max(64);
        let mut words = Words {
            leads: Box::default(),
            pairs: Box::default(),
            branches: vec![Branch::default(); room],
            values: Vec::new(),
        };
        let (mut nodes, mut count) = (0, 0);
        // The first two characters of each word, the second 0 where there is none.
        let mut heads: Vec<(char, char)> = Vec::new();
        for (word, value) in entries {
            // The branch that the word has come to, and the node before it.
            let (mut at, mut from) = (None, 0);
            for (n, c) in word.enumerate() {
                if let Some(at) = at {
                    let branch: &mut Branch = &mut words.branches[at];
                    if branch.node == 0 {
                        nodes += 1;
                        branch.node = small(nodes);
                    }
                    from = branch.node;
                }
                match (n, heads.last_mut()) {
                    (0, _) => heads.push((c, '\0')),
                    (1, Some((_, second))) => *second = c,
                    _ => {}
                }
                if 2 * count >= words.branches.len() {
                    words.grow();
                }
                let c = small(c as usize);
                let place = words.place(from, c);
                let branch = &mut words.branches[place];
                count += usize::from(branch.c == 0);
                (branch.from, branch.c) = (from, c);
                at = Some(place);
            }
            if let Some(at) = at.filter(|&at| words.branches[at].word == 0) {
                words.values.push(value);
                words.branches[at].word = small(words.values.len());
            }
        }
        words.leads = vec![Leads::default(); (heads.len() / 4).next_power_of_two().clamp(16, 512)].into();
        // Some ten bits a pair.
        words.pairs = vec![0; (heads.len() / 6).next_power_of_two()].into();
        for (first, second) in heads {
            let (block, bit) = words.lead(first);
            words.leads[block].any |= bit;
            if second == '\0' {
                words.leads[block].alone |= bit;
            } else {
                let (block, bit) = words.pair(first, second);
                words.pairs[block] |= bit;
            }
        }
        words
    }

    /// Makes room for twice as many branches.
    fn grow(&mut self) {
        let twice = vec![Branch::default(); 2 * self.branches.len()];
        for branch in std::mem::replace(&mut self.branches, twice) {
            if branch.c != 0 {
                let place = self.place(branch.from, branch.c);
                self.branches[place] = branch;
            }
        }
    }

    /// Where the branch of a character behind a node is, or the empty place where it would be.
    #[inline]
    fn place(&self, from: u16, c: u16) -> usize {
        let last = self.branches.len() - 1;
        let key = u64::from(from) << 16 | u64::from(c);
        let mut at = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & last;
        loop {
            let branch = self.branches[at];
            if branch.c == 0 || (branch.from, branch.c) == (from, c) {
                return at;
            }
            at = (at + 1) & last;
        }
    }

    /// The block and the bit of a character in `leads`.
    #[inline]
    fn lead(&self, c: char) -> (usize, u64) {
        (c as usize >> 6 & (self.leads.len() - 1), 1 << (c as usize & 63))
    }

    /// The block and the bit of two characters in `pairs`.
    #[inline]
    fn pair(&self, first: char, second: char) -> (usize, u64) {
        let hash = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA6B);
        ((hash >> 17) as usize & (self.pairs.len() - 1), 1 << (hash >> 11 & 63))
    }

    #[inline]
    pub(super) fn may_lead(&self, c: char) -> bool {
        let (block, bit) = self.lead(c);
        self.leads[block].any & bit != 0
    }

    /// Whether a word may have these characters outermost.
    #[inline(always)]
    fn may_begin(&self, first: char, second: Option<&char>) -> bool {
        let (block, bit) = self.lead(first);
        let leads = self.leads[block];
        leads.any & bit != 0
            && (leads.alone & bit != 0
                || second.is_some_and(|&second| {
                    let (block, bit) = self.pair(first, second);
                    self.pairs[block] & bit != 0
                }))
    }

    /// What `chars` come to that have come to `node` and go on with `c`.
    #[inline]
    fn branch(&self, node: u16, c: char) -> Branch {
        match u16::try_from(c as u32) {
            Ok(c) => self.branches[self.place(node, c)],
            Err(_) => Branch::default(),
        }
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
    fn longest_behind<'c>(&self, first: char, chars: impl Iterator<Item = &'c char>) -> Option<(usize, T)> {
        let mut branch = self.branch(0, first);
        let (mut length, mut word) = (1, branch.word);
        for (at, &c) in (2..).zip(chars) {
            if branch.node == 0 {
                break;
            }
            branch = self.branch(branch.node, c);
            if branch.word != 0 {
                (length, word) = (at, branch.word);
            }
        }
        Some((length, *self.values.get((word as usize).checked_sub(1)?)?))
    }

    /// Every word that `chars` begin with, shorter ones first.
    #[inline]
    pub(super) fn all(&self, chars: &[char]) -> impl Iterator<Item = (usize, T)> {
        let leads = chars.first().is_some_and(|&first| self.may_lead(first));
        let (mut at, mut next) = (0, leads.then_some(0));
        std::iter::from_fn(move || {
            while let (Some(node), Some(&c)) = (next, chars.get(at)) {
                let branch = self.branch(node, c);
                next = (branch.node != 0).then_some(branch.node);
                at += 1;
                if branch.word != 0 {
                    return Some((at, self.values[branch.word as usize - 1]));
                }
            }
            None
        })
    }
}
