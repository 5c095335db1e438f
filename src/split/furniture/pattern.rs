//! Patterns of lines: as much of regular expressions as the table of furniture needs.
//!
//! A pattern is walked once, from set of places to set of places: a place is a bit, since lines are short. Nothing is
//! compiled and nothing is tried twice. Most lines are refused by the characters that they begin and end with.

/// Places between the characters of a line, a bit each.
type Places = u128;

/// Longer lines cannot be matched.
pub(in crate::split) const LONGEST: usize = 127;

/// Characters from one to another, both included.
type Range = (char, char);

/// A pattern. `^ $ . [a-z] [^a-z] ( ) | * + ? {2,} {2,4}` mean what they do in regular expressions, as does `\`.
#[derive(Debug)]
pub(in crate::split) struct Pattern {
    whole: Part,
    /// What every line that matches begins with, and what it ends with; `None` where that may be any character.
    first: Option<Vec<Range>>,
    last: Option<Vec<Range>>,
}

/// A part of a pattern.
#[derive(Debug)]
enum Part {
    Start,
    End,
    Any,
    Char(char),
    /// Ranges of characters; whether those outside are meant.
    Set(Vec<Range>, bool),
    All(Vec<Part>),
    /// Ways, each with what it may begin with.
    Either(Vec<(Beginnings, Part)>),
    /// How often at least and at most.
    Repeat(Box<Part>, usize, usize),
}

/// Characters that a match may begin with, a bit for each 64th; all of them where that may be any, or none.
type Beginnings = u64;

use Part::*;

impl Pattern {
    /// Reads a pattern; `None` where it is none.
    pub(in crate::split) fn read(source: &str) -> Option<Pattern> {
        let mut reader = Reader(source.chars().peekable());
        let whole = reader.either()?;
        let (first, last) = (whole.edge(Side::First), whole.edge(Side::Last));
        reader.0.next().is_none().then_some(Pattern { whole, first, last })
    }

    /// Whether the pattern matches somewhere in a line of at most [`LONGEST`] characters.
    pub(in crate::split) fn is_match(&self, line: &[char]) -> bool {
        let may_be = |edge: &Option<Vec<Range>>, c: Option<&char>| match (edge, c) {
            (Some(ranges), Some(c)) => holds(ranges, *c),
            _ => true,
        };
        line.len() <= LONGEST
            && may_be(&self.first, line.first())
            && may_be(&self.last, line.last())
            && self.whole.ends(line, self.places(line)) != 0
    }

    /// Where a match may begin: at the beginning of the line only, where it is known what lines begin with.
    fn places(&self, line: &[char]) -> Places {
        if self.first.is_some() { 1 } else { Places::MAX >> (LONGEST - line.len()) }
    }
}

/// Where the next character stands in [`Beginnings`].
const fn bit(c: char) -> Beginnings {
    1 << (c as u32 & 63)
}

/// An end of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Last,
}

impl Part {
    /// The characters that stand at an end of every line that matches; `None` where that may be any.
    fn edge(&self, side: Side) -> Option<Vec<Range>> {
        let mut ranges = Vec::new();
        let ways =
            if let Either(ways) = self { ways.iter().map(|(_, way)| way).collect() } else { vec![self] };
        for way in ways {
            let is_fast = match (way, side) {
                (All(parts), Side::First) => matches!(parts.first(), Some(Start)),
                (All(parts), Side::Last) => matches!(parts.last(), Some(End)),
                _ => false,
            };
            let may_be_empty = way.gather(side, &mut ranges)?;
            if !is_fast || may_be_empty {
                return None;
            }
        }
        Some(ranges)
    }

    /// Adds the characters that a match has at one end. Whether a match may be empty; `None` where it may end in any
    /// character.
    fn gather(&self, side: Side, ranges: &mut Vec<Range>) -> Option<bool> {
        match self {
            Start | End => return Some(true),
            Any | Set(_, true) => return None,
            Char(c) => ranges.push((*c, *c)),
            Set(some, false) => ranges.extend(some),
            All(parts) => {
                for i in 0..parts.len() {
                    let part = if side == Side::First { &parts[i] } else { &parts[parts.len() - 1 - i] };
                    if !part.gather(side, ranges)? {
                        return Some(false);
                    }
                }
                return Some(true);
            }
            Either(parts) => {
                let mut may_be_empty = false;
                for (_, part) in parts {
                    may_be_empty |= part.gather(side, ranges)?;
                }
                return Some(may_be_empty);
            }
            Repeat(part, least, _) => return Some(part.gather(side, ranges)? || *least == 0),
        }
        Some(false)
    }

    fn beginnings(&self) -> Beginnings {
        let mut ranges = Vec::new();
        let all = |&(low, high): &Range| (low..=high).take(64).fold(0, |bits, c| bits | bit(c));
        match self.gather(Side::First, &mut ranges) {
            Some(false) => ranges.iter().fold(0, |bits, range| bits | all(range)),
            _ => Beginnings::MAX,
        }
    }

    /// Whether the part is one character, which may be this one.
    fn fits(&self, c: char) -> bool {
        match self {
            Any => true,
            Char(one) => *one == c,
            Set(ranges, outside) => holds(ranges, c) != *outside,
            _ => false,
        }
    }

    /// The places where a match may end that begins at one of these.
    fn ends(&self, line: &[char], from: Places) -> Places {
        if from == 0 {
            return 0;
        }
        match self {
            Start => from & 1,
            End => from & 1 << line.len(),
            Any => (from << 1) & (Places::MAX >> (LONGEST - line.len())),
            Char(_) | Set(..) => behind(line, from, |c| self.fits(c)),
            All(parts) => {
                let mut at = from;
                for part in parts {
                    at = part.ends(line, at);
                    if at == 0 {
                        break;
                    }
                }
                at
            }
            Either(ways) => {
                let next = next(line, from);
                let may_begin =
                    |(first, _): &&(Beginnings, Part)| *first == Beginnings::MAX || first & next != 0;
                ways.iter().filter(may_begin).fold(0, |ends, (_, way)| ends | way.ends(line, from))
            }
            // From one place, what fits is a run.
            Repeat(part, least, most)
                if from.is_power_of_two() && matches!(**part, Any | Char(_) | Set(..)) =>
            {
                let at = from.trailing_zeros() as usize;
                let run = line[at..].iter().take(*most).take_while(|&&c| part.fits(c)).count();
                let more = run.checked_sub(*least);
                more.map_or(0, |more| Places::MAX >> (LONGEST - more) << (at + least))
            }
            Repeat(part, least, most) => {
                let mut at = (0..*least).fold(from, |at, _| part.ends(line, at));
                let mut ends = at;
                for _ in *least..*most {
                    at = part.ends(line, at) & !ends;
                    if at == 0 {
                        break;
                    }
                    ends |= at;
                }
                ends
            }
        }
    }
}

/// The characters at some places.
fn next(line: &[char], from: Places) -> Beginnings {
    let mut next = 0;
    behind(line, from, |c| {
        next |= bit(c);
        false
    });
    next
}

fn holds(ranges: &[Range], c: char) -> bool {
    ranges.iter().any(|&(low, high)| (low..=high).contains(&c))
}

/// The places behind those whose next character fits. They are gone through half by half: numbers of 128 bits are slow.
fn behind(line: &[char], from: Places, mut fits: impl FnMut(char) -> bool) -> Places {
    let mut half = |mut from: u64, line: &[char]| {
        let mut fit = 0;
        while from != 0 {
            let at = from.trailing_zeros();
            from &= from - 1;
            fit |= u64::from(line.get(at as usize).is_some_and(|&c| fits(c))) << at;
        }
        Places::from(fit)
    };
    let low = half(from as u64, line);
    (low | half((from >> 64) as u64, line.get(64..).unwrap_or_default()) << 64) << 1
}

struct Reader<'a>(std::iter::Peekable<std::str::Chars<'a>>);

impl Reader<'_> {
    fn eat(&mut self, c: char) -> bool {
        self.0.next_if_eq(&c).is_some()
    }

    fn either(&mut self) -> Option<Part> {
        let mut parts = vec![self.all()?];
        while self.eat('|') {
            parts.push(self.all()?);
        }
        let way = |part: Part| (part.beginnings(), part);
        Some(if parts.len() == 1 { parts.remove(0) } else { Either(parts.into_iter().map(way).collect()) })
    }

    fn all(&mut self) -> Option<Part> {
        let mut parts = Vec::new();
        while !matches!(self.0.peek(), None | Some('|' | ')')) {
            let one = self.one()?;
            parts.push(self.repeated(one)?);
        }
        Some(All(parts))
    }

    fn one(&mut self) -> Option<Part> {
        Some(match self.0.next()? {
            '^' => Start,
            '$' => End,
            '.' => Any,
            '\\' => Char(self.0.next()?),
            '[' => self.set()?,
            '(' => {
                let inner = self.either()?;
                return self.eat(')').then_some(inner);
            }
            '*' | '+' | '?' | '{' => return None,
            c => Char(c),
        })
    }

    fn set(&mut self) -> Option<Part> {
        let outside = self.eat('^');
        let mut ranges = Vec::new();
        loop {
            let low = match self.0.next()? {
                ']' => return Some(Set(ranges, outside)),
                '\\' => self.0.next()?,
                c => c,
            };
            // A - at either end means itself.
            let mut ahead = self.0.clone();
            let is_range = ahead.next() == Some('-') && ahead.next().is_some_and(|c| c != ']') && low != '-';
            let high = if is_range { self.0.nth(1)? } else { low };
            ranges.push((low, high));
        }
    }

    fn repeated(&mut self, one: Part) -> Option<Part> {
        let (least, most) = match self.0.peek() {
            Some('*') => (0, LONGEST),
            Some('+') => (1, LONGEST),
            Some('?') => (0, 1),
            Some('{') => {
                let inside: String = self.0.by_ref().skip(1).take_while(|&c| c != '}').collect();
                let (least, most) = inside.split_once(',').unwrap_or((&inside, &inside));
                let most = if most.is_empty() { LONGEST } else { most.parse().ok()? };
                return Some(Repeat(Box::new(one), least.parse().ok()?, most));
            }
            _ => return Some(one),
        };
        self.0.next();
        Some(Repeat(Box::new(one), least, most))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, yes, no) in [
            ("版权所有|未经.{0,3}许可", &["海州版权所有", "未经书面许可"][..], &["未经本报书面许可", ""][..]),
            ("^广告([ :|].*)?$", &["广告", "广告 招租"], &["广告牌倒了", "公益广告"]),
            ("^[0-9]? *(上一篇|下一篇)$", &["上一篇", "3 下一篇"], &["33上一篇", "上一篇。"]),
            (
                "^([一-龥]{2,3}: ?[-0-9A-Z@.]{3,}[ ;]*)+$",
                &["热线:0551-62 邮箱:A@B"],
                &["热线:05", "热线:055。"],
            ),
            (r"^[^。]{2,}\(完\)$", &["全文(完)"], &["。文(完)", "(完)"]),
            ("a{2}", &["baab"], &["aba"]),
        ] {
            let pattern = Pattern::read(pattern).expect("a pattern");
            let is_match = |line: &str| pattern.is_match(&line.chars().collect::<Vec<_>>());
            yes.iter().for_each(|line| assert!(is_match(line), "{line}"));
            no.iter().for_each(|line| assert!(!is_match(line), "{line}"));
        }
        for broken in ["(", "a)", "[a", "+", "a{x}"] {
            assert!(Pattern::read(broken).is_none(), "{broken}");
        }
    }

    #[test]
    fn ends_of_lines_refuse() {
        let edges = |pattern: &str| {
            let Pattern { first, last, .. } = Pattern::read(pattern).expect("a pattern");
            [first, last]
                .map(|edge| edge.map(|ranges| ranges.iter().map(|range| range.0).collect::<String>()))
        };
        let some = |first: &str, last: &str| [Some(first.to_owned()), Some(last.to_owned())];
        assert_eq!(edges("^广告(牌|[a-c])?$"), some("广", "牌a告"));
        assert_eq!(edges("^(上|下)*篇$|^[0-9]+版 ?$"), some("上下篇0", "篇 版"));
        assert_eq!(edges("^.广告[^a]$"), [None, None]);
        assert_eq!(edges("^广告|告$"), [None, None]);
        assert_eq!(edges("^a?$"), [None, None]);
    }

    #[test]
    fn long_lines_end() {
        let pattern = Pattern::read("^(a*)*b$").expect("a pattern");
        assert!(!pattern.is_match(&['a'; LONGEST]) && !pattern.is_match(&['b'; LONGEST + 1]));
    }
}
