//! How titles are built, and which are built alike: the crossheads of one article are, headlines seldom.

use super::Line;
use super::evidence::Evidence;
use crate::chars::CharSet;

/// How a title is built.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::split) struct Shape {
    length: usize,
    /// Where its first mark or space stands.
    hinge: Option<usize>,
    /// Whether that mark is a colon.
    colon: bool,
    head: [char; 2],
    tail: [char; 2],
}

impl Shape {
    /// The shape of a title whose first comma, space or colon stands at `hinge`.
    pub(in crate::split) fn of(chars: &[char], hinge: Option<usize>) -> Self {
        static NUMBERS: CharSet = CharSet::of("0123456789一二三四五六七八九十");
        // 第一次, 第二次 are one frame.
        let plain = |c: char| if NUMBERS.has(c) { '#' } else { c };
        let edge = |at: usize| chars.get(at).map_or(' ', |&c| plain(c));
        let n = chars.len();
        Shape {
            length: n,
            colon: hinge.is_some_and(|i| chars[i] == ':'),
            hinge,
            head: [edge(0), edge(1)],
            tail: [edge(n.saturating_sub(2)), edge(n.saturating_sub(1))],
        }
    }

    fn like(&self, other: &Shape) -> bool {
        let apart = self.length.abs_diff(other.length);
        if apart > 9 {
            return false;
        }
        let parallel = apart <= 1 && self.hinge.is_some() && self.hinge == other.hinge;
        let same_frame = self.head == other.head;
        let same_tail = self.tail == other.tail && apart <= 2;
        let small = apart == 0 && self.length <= 6 && self.hinge.is_none() && other.hinge.is_none();
        let colons =
            self.colon && other.colon && self.hinge.zip(other.hinge).is_some_and(|(a, b)| a.abs_diff(b) <= 2);
        let same_label =
            self.hinge.is_some_and(|h| (1..=5).contains(&h)) && self.hinge == other.hinge && apart <= 6;
        parallel || same_frame || same_tail || same_label || small || colons
    }
}

/// Marks titles that are built alike: the same length and hinge, or the same first or last two characters.
pub(in crate::split) fn mark_twins(lines: &mut [Line<'_>]) {
    const REACH: usize = 16;
    // Column headings are all alike.
    let is_open = |line: &Line<'_>| line.has(Evidence::Title) && !line.has(Evidence::Heading);
    for i in 0..lines.len() {
        if !is_open(&lines[i]) {
            continue;
        }
        for j in i + 2..lines.len().min(i + REACH) {
            if is_open(&lines[j]) && lines[i].shape.like(&lines[j].shape) {
                for n in [i, j] {
                    let second = lines[n].has(Evidence::Twin);
                    lines[n].set(Evidence::Triplet, second);
                    lines[n].set(Evidence::Twin, true);
                }
            }
        }
    }
}
