//! One line of a page and what its own characters show.

pub(super) mod column;
mod evidence;
mod forms;
mod scan;
pub(super) mod shape;
mod signs;

pub use evidence::{Evidence, Set};

use crate::byline;
use crate::chars::{self, CharSet, is_han, unspaced};
use crate::lexicon::{begins, ends};
use crate::names;
use crate::segment::common::{self, Class};
use crate::split::label::Label;
use crate::split::words::WORDS;
use column::{
    begins_in_verb, is_column, is_framed, is_heading, is_nominal, is_plain, is_team, is_timed, trim_frame,
};
pub(in crate::split) use forms::is_han_ordinal;
use forms::{begins_as_lead, is_caption, is_day, is_numbered, is_row, is_sent, is_speech, is_told};
pub(in crate::split) use scan::Scan;
use shape::Shape;

/// What is known of a line's label before the page is weighed: from the fields of an export, the heads of articles, rows
/// of briefs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::split) enum Given {
    Label(Label),
    /// A line of the article under way, whichever it is: none begins there.
    Body,
}

/// A line of a page with its evidence.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Number in the input, from 1.
    pub number: usize,
    /// Without the spaces at its ends.
    pub text: &'a str,
    /// Length in characters.
    pub length: usize,
    /// A drawn line stood before it.
    pub(in crate::split) ruled: bool,
    /// Blank lines that stood before it.
    pub(in crate::split) blank: usize,
    /// Characters that it was set in by.
    pub(in crate::split) indent: usize,
    /// Width in columns, a Han character two, what it was set in by included.
    pub(in crate::split) columns: usize,
    pub(in crate::split) shape: Shape,
    /// Where its pairs of characters are kept.
    pub(in crate::split) pairs: std::ops::Range<usize>,
    /// Its first character and its last two, folded.
    pub(in crate::split) edges: (char, [char; 2]),
    /// It begins with the name of a place or office and a colon.
    pub(in crate::split) is_named: bool,
    /// A group signs it, or somebody with an office: it is a byline only below a title.
    pub(in crate::split) is_office: bool,
    /// It is a row of a table.
    pub(in crate::split) is_row: bool,
    evidence: Set,
    /// What the field of an export says of it.
    pub(in crate::split) given: Option<Given>,
}

/// Words that run in sentences rather than in titles.
static WORDY: CharSet = CharSet::of("的了着也还就都并把被将是已又而");

/// What ends no title and no sentence, but wants another word after it.
static HANGING: CharSet = CharSet::of("的和与及或将把被从由以则并而且但该其使让至于为是在对向因");

/// Whether a line that begins with a character is an item, a note or a byline.
pub(in crate::split) const fn is_box(c: char) -> bool {
    chars::is_bullet(c) || matches!(c, '☆' | '◇' | '·' | '▪' | '•' | '◼' | '◾' | '▍' | '▌')
}

impl<'a> Line<'a> {
    /// Looks at a line, given as printed and as folded characters. Evidence of its place on the page comes later.
    pub(in crate::split) fn new(number: usize, text: &'a str, chars: &[char]) -> Self {
        Line::scanned(number, text, chars, &Scan::of(chars))
    }

    /// As [`Line::new`], where the characters were counted.
    pub(in crate::split) fn scanned(number: usize, text: &'a str, chars: &[char], scan: &Scan) -> Self {
        let mut line = Line {
            number,
            text,
            length: chars.len(),
            ruled: false,
            blank: 0,
            indent: 0,
            columns: chars.len() * 2 - scan.narrow,
            shape: Shape::default(),
            pairs: 0..0,
            edges: match chars {
                [first, .., before, last] => (*first, [*before, *last]),
                _ => Default::default(),
            },
            is_named: false,
            is_office: false,
            is_row: false,
            evidence: Set::default(),
            given: None,
        };
        line.look(chars, scan);
        line
    }

    /// All that the line shows.
    pub fn evidence(&self) -> Set {
        self.evidence
    }

    /// Whether the line shows a piece of evidence.
    pub fn has(&self, evidence: Evidence) -> bool {
        self.evidence.has(evidence)
    }

    /// Whether the line holds nothing but a byline.
    pub(in crate::split) fn is_signed_alone(&self) -> bool {
        self.evidence.any(Set::of(&[
            Evidence::Byline,
            Evidence::Names,
            Evidence::Pen,
            Evidence::Sent,
            Evidence::Deep,
        ]))
    }

    pub(in crate::split) fn set(&mut self, evidence: Evidence, seen: bool) {
        self.evidence.put(evidence, seen);
    }

    pub(in crate::split) fn forget(&mut self, evidence: Evidence) {
        self.evidence.remove(evidence);
    }

    fn look(&mut self, chars: &[char], scan: &Scan) {
        use Evidence::*;
        let (Some(&first), Some(&last)) = (chars.first(), chars.last()) else { return };
        let before = chars.len().checked_sub(2).map_or(' ', |i| chars[i]);
        let parts = scan.parts >= 2 && scan.shortest_part >= 4;
        let limit = if parts || scan.dash.is_some() { 64 } else { 45 };
        self.is_row = is_row(chars, scan);
        let title = chars.len() <= limit
            && !scan.has_stop
            && !matches!(last, '。' | ',' | '、' | ';')
            && !is_closing(first)
            && !self.is_row;
        let ends_sentence = matches!(last, '。' | '!' | '?' | '…' | ';');
        let quoted = matches!(last, '”' | '』' | '」' | ')' | '】' | '》');
        self.set(Title, title);
        self.set(Long, chars.len() > 45);
        self.set(Quoted, quoted);
        self.set(Closed, ends_sentence || quoted && (!title || matches!(before, '。' | '!' | '?' | '…')));
        self.set(Colon, last == ':');
        self.set(Comma, matches!(last, ',' | '、'));
        self.set(Hangs, chars.len() >= 8 && HANGING.has(last) && !is_whole(before, last));
        self.set(Marked, scan.has_mark || matches!(last, ',' | '。' | ';' | '、'));
        self.set(Midway, is_closing(first));
        self.set(Unbalanced, scan.open > 0);
        self.set(Unopened, scan.is_unopened);
        self.set(Onward, WORDS.onward.starts(chars));
        self.set(Boxed, is_box(first));
        self.set(Framed, first == '【' && scan.has_frame || is_framed(chars) || chars.ends_with(&['>', '>']));
        self.set(Numbered, is_numbered(chars));
        self.set(Caption, is_caption(chars));
        self.set(Lead, begins_as_lead(chars) && !is_day(chars));
        self.set(Also, WORDS.also.starts(chars));
        self.set(Speech, is_speech(chars, scan));
        let named = |at: usize| (2..=14).contains(&at) && WORDS.bodies.ends(&chars[..at]);
        self.is_named = scan.colon.is_some_and(named);
        self.set(Labelled, self.is_named && (!title || ends_sentence));
        // …以为是铜钱。(未完)
        if last == ')' && chars.len() > 10 {
            let open = chars.iter().rposition(|&c| c == '(').unwrap_or_default();
            self.set(End, WORDS.endings.get(&chars[open..]).is_some());
        }
        if chars.len() <= 20 {
            self.look_short(chars, scan);
        }
        if title {
            self.look_title(chars, scan, parts);
        }
        self.look_signed(chars, scan);
    }

    /// Evidence of lines of at most 20 characters.
    fn look_short(&mut self, chars: &[char], scan: &Scan) {
        use Evidence::*;
        let han_only = scan.han == chars.len();
        self.set(Brief, chars.len() < 9);
        self.set(Tiny, (2..=6).contains(&chars.len()) && han_only);
        self.set(Four, chars.len() == 4 && han_only);
        // 公  告: with its letters set apart.
        let apart = || {
            scan.spaces > 0 && (2..=4).contains(&scan.han) && scan.han + scan.spaces == chars.len() && {
                let letters = unspaced(chars);
                WORDS.notices.ends(&letters)
            }
        };
        self.set(Notice, chars.len() <= 12 && (WORDS.notices.ends(chars) || apart()));
        let called = chars.len() <= 12 && WORDS.called.ends(chars)
            || chars.ends_with(&[':']) && WORDS.addressed.starts(chars);
        self.set(Salute, (called || WORDS.salutes.starts(chars)) && !chars.contains(&'。'));
        let of_author =
            begins!(chars, ["(作者系", "(作者为", "(作者是", "(作者单位"]) && chars.ends_with(&[')']);
        self.set(
            Leave,
            matches!(
                trim(chars, |c| matches!(c, ' ' | '!')),
                ['此', '致']
                    | ['敬', '礼']
                    | ['此', '致', ' ', ' ', '敬', '礼']
                    | ['此', '致', ' ', '敬', '礼']
                    | ['此', '致', '敬', '礼']
            ),
        );
        self.set(End, of_author || WORDS.endings.get(chars).is_some());
        self.set(Aside, WORDS.asides.get(trim_frame(chars)).is_some());
        self.set(Dated, is_day(chars));
        let words = scan.han + scan.spaces == chars.len() && scan.spaces <= 3;
        let reader = || {
            WORDS.readers.starts(chars)
                || chars.split(|&c| c == ' ').any(|part| part.ends_with(&['读', '者']))
                || ends!(chars, ["居民", "村民", "业主", "职工", "家长", "群众", "乘客", "用户"])
        };
        let office = || han_only && (WORDS.offices.ends(chars) || byline::is_local_office(chars));
        self.set(Sender, words && chars.len() >= 3 && (office() || reader()));
        if scan.spaces > 0 {
            let bare = trim(chars, |c| matches!(c, '(' | ')' | ' ') || is_box(c));
            let figures = || bare.iter().all(|&c| is_han(c) || c == ' ' || c.is_ascii_digit());
            self.set(Sent, (words || scan.spaces <= 8 && figures()) && is_sent(bare));
        }
    }

    /// Evidence of lines that look like titles.
    fn look_title(&mut self, chars: &[char], scan: &Scan, parts: bool) {
        use Evidence::*;
        let last = chars[chars.len() - 1];
        self.set(Full, chars.len() >= 12);
        self.set(Lengthy, chars.len() >= 16 && !parts);
        let many = if chars.len() >= 28 { 2 } else { 3 };
        self.set(Prose, scan.commas >= many && !parts && scan.dash.is_none());
        self.set(Clause, scan.commas >= 1 && chars.len() >= 16 && !parts && scan.dash.is_none());
        self.set(Told, is_told(chars));
        let short = self.has(Tiny) || chars.len() <= 9 && scan.han == chars.len();
        let ends = |word: &[char]| matches!(common::class(word), Some(Class::Verb));
        let acts =
            || matches!(last, '了' | '吗' | '啦') || ends(&chars[..2]) || ends(&chars[chars.len() - 2..]);
        let idiom = || chars.len() == 4 && common::class(chars) == Some(Class::Idiom);
        self.set(Acts, short && chars.len() >= 4 && (acts() || idiom()));
        self.set(Body, short && (WORDS.bodies.ends(chars) || self.has(Tiny) && is_team(last)));
        let county = || chars.len() >= 3 && matches!(last, '县' | '区' | '市' | '旗' | '州' | '镇' | '乡');
        // 盈德村, but 地球村 is a word with another.
        let village = || {
            let [name @ .., '村' | '屯' | '寨' | '庄'] = chars else { return false };
            name.len() >= 2 && common::class(name).is_none_or(|class| class == Class::Place)
        };
        let place = || common::class(chars) == Some(Class::Place) || village();
        self.set(Place, self.has(Tiny) && chars.len() <= 4 && (county() || place()));
        self.set(Nominal, self.has(Tiny) && chars.len() >= 3 && is_nominal(chars));
        self.set(Wordy, chars.len() >= 14 && chars.iter().filter(|&&c| WORDY.has(c)).count() >= 2);
        self.set(Kicker, chars.ends_with(&['—', '—']));
        self.set(Dashed, scan.dash.is_some_and(|at| at >= 3 && at + 2 < chars.len()));
        self.set(Deck, chars.starts_with(&['—', '—']));
        self.set(Numeric, last.is_ascii_digit() || last == '.');
        self.set(Parts, parts);
        self.set(Parallel, parts && scan.parts == 2 && scan.longest_part - scan.shortest_part <= 1);
        let genre = chars.strip_suffix(&[')']).is_some_and(|inner| {
            let open = inner.iter().rposition(|&c| c == '(').filter(|&open| open > 0);
            open.is_some_and(|open| WORDS.genres.ends(&inner[open + 1..]))
        });
        self.set(Genre, genre);
        self.set(Bracketed, chars[0] == '(' && last == ')' && scan.brackets == 1);
        self.set(Heading, is_heading(chars));
        if self.has(Heading) {
            self.forget(Sender);
        }
        self.set(Plated, self.has(Heading) && is_framed(chars));
        let plain =
            (2..=8).contains(&chars.len()) && scan.han + scan.spaces == chars.len() && !self.has(Heading);
        self.set(Column, plain && is_column(chars) || is_timed(chars));
        self.set(Label, self.has(Heading) && chars.len() <= 4);
        const LISTED: Set = Set::of(&[Heading, Column, Framed, Aside, Notice]);
        self.set(Unlisted, chars.len() >= 4 && !self.evidence.any(LISTED));
        self.set(Open, WORDS.verbs.ends(chars));
        const SAYS: Set = Set::of(&[Acts, Body, Place, Open, Notice, Aside]);
        let plain = self.has(Tiny) && chars.len() <= 5 && !self.evidence.any(SAYS) && is_plain(chars);
        self.set(Plain, plain);
        self.set(Does, chars.len() >= 4 && begins_in_verb(chars));
        self.set(Stub, self.has(Tiny) && chars.len() <= 3 && !self.has(Heading));
        let hinge = scan.hinge.filter(|&i| matches!(chars[i], ',' | ' '));
        self.set(Hinged, hinge.is_some_and(|i| (2..=6).contains(&i)) && chars.len() >= 8);
        if chars.contains(&'丨') || scan.spaces >= 2 && chars.contains(&'|') {
            self.set(Framed, true);
        }
        self.shape = Shape::of(chars, scan.hinge);
    }
}

/// Without what a test accepts at both ends.
pub(in crate::split) fn trim(chars: &[char], is_end: impl Fn(char) -> bool) -> &[char] {
    let start = chars.iter().position(|&c| !is_end(c)).unwrap_or(chars.len());
    let end = chars.iter().rposition(|&c| !is_end(c)).map_or(start, |i| i + 1);
    &chars[start..end.max(start)]
}

/// Whether a character closes what another opened, or ends a clause.
fn is_closing(c: char) -> bool {
    matches!(c, ',' | '。' | '、' | ';' | ':' | '!' | '?' | '”' | ')' | '》' | '』' | '」' | '】' | '%' | '℃')
}

/// Whether two characters are a word that may end a title, though its last character hangs: 言和, 祥和.
fn is_whole(before: char, last: char) -> bool {
    let peace = last == '和'
        && matches!(
            before,
            '言' | '讲' | '调' | '温' | '随' | '求' | '缓' | '祥' | '平' | '谐' | '共' | '柔'
        );
    peace || names::is_word_pair(before, last)
}
