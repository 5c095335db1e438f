//! Which label each line of a page gets: the cheapest path through the tables of costs (Viterbi).
//!
//! The search remembers with each label how far its article has come: whether it is signed, and whether it has no crosshead,
//! one or more, since one alone is rare. Which articles a column holds is settled afterwards, by what they are like
//! (`assemble::end_columns`).

pub(super) mod costs;
#[doc(hidden)]
pub mod fit;
mod table;

use crate::split::line::Evidence as E;
use crate::split::line::{Given, Line};
use crate::split::outline::Reason;
use costs::{LONE_CROSSHEAD, NEVER, SIGNED_TWICE, Sheet, UNSIGNED};
use table::{Costs, TABLE, Table};

/// What a line of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Label {
    /// A column heading.
    Section,
    /// A line of the headline that stands above its main line.
    Kicker,
    /// The headline's main line.
    Headline,
    /// A further line of the headline.
    Deck,
    /// A byline between headline and body.
    Byline,
    /// A line that holds nothing but a lead marker: 【本报讯】.
    Dateline,
    /// The first paragraph of an article that has no headline.
    Lead,
    /// A paragraph.
    Paragraph,
    /// Text that goes on with the sentence of the line before.
    Continued,
    /// What stands under a picture.
    Caption,
    /// A crosshead.
    Subhead,
    /// A byline at the end of the body.
    Signature,
    /// Newspaper, day, page. Settled before the search, as is the next.
    Masthead,
    /// A line that belongs to no article.
    Furniture,
}

use Label::*;

impl Label {
    /// Those that the search gives.
    pub(in crate::split) const ALL: [Label; 12] = [
        Section, Kicker, Headline, Deck, Byline, Dateline, Lead, Paragraph, Continued, Caption, Subhead,
        Signature,
    ];

    /// Its name in print. A lead is a paragraph, a signature a byline.
    pub const fn name(self) -> &'static str {
        match self {
            Section => "section",
            Kicker => "kicker",
            Headline => "headline",
            Deck => "deck",
            Byline | Signature => "byline",
            Dateline => "dateline",
            Lead | Paragraph => "paragraph",
            Continued => "continued",
            Caption => "caption",
            Subhead => "subhead",
            Masthead => "masthead",
            Furniture => "furniture",
        }
    }
}

/// How far an article has come: whether it is signed, and whether it has no crosshead, one, or more.
type Progress = usize;

const SIGNED: Progress = 3;
const PROGRESSES: usize = 6;

/// What a way costs, and in the low bits the state that it comes from: one comparison settles both, and of ways that cost
/// the same the one from the first state is gone.
type Way = i32;

/// Ways by progress. Two stand idle, so that all of them are weighed at once.
type Ways = [Way; LANES];

const LANES: usize = 8;

const LABELS: usize = Label::ALL.len();

/// A state of the search: a label, and how far the article has come.
const STATES: usize = LABELS * LANES;

/// What a label costs that a field of an export names.
const SURE: i16 = -NEVER / 2;

/// What one costs more than another, as ways.
const COST: Way = 128;

/// A way to a state that no path reaches; leaves room for sums.
const FAR: Way = i32::MAX / 4;

const NOWHERE: Ways = [FAR; LANES];

/// Ways below lead somewhere.
const REACHED: Way = FAR / 2;

/// The cheapest labels for the lines of a page.
pub(in crate::split) fn label(lines: &[Line<'_>]) -> Vec<Label> {
    search(lines, &TABLE, |i, costs| match lines[i].given {
        Some(Given::Label(label)) => costs[label as usize] = SURE,
        Some(Given::Body) => {
            for label in [Section, Kicker, Headline, Lead] {
                costs[label as usize] = NEVER;
            }
        }
        None => {}
    })
}

/// The cheapest labels by a table, whose costs for a line may be changed.
pub(in crate::split) fn search(
    lines: &[Line<'_>],
    table: &Table,
    change: impl Fn(usize, &mut Costs),
) -> Vec<Label> {
    let unsigned = if lines.first().is_some_and(|line| line.has(E::Bare)) { 0 } else { UNSIGNED };
    // What it costs to end an article that has come so far.
    let ends: Ways = std::array::from_fn(|progress| {
        let lone = if progress % SIGNED == 1 { LONE_CROSSHEAD } else { 0 };
        COST * (lone + if progress < SIGNED { unsigned } else { 0 })
    });
    // For each line and state, the state before on the cheapest way there.
    let mut before: Vec<[u8; STATES]> = Vec::with_capacity(lines.len());
    let mut front = Front::NOWHERE;
    for (i, line) in lines.iter().enumerate() {
        let mut own = table.emission(lines, i);
        change(i, &mut own);
        let mut next = Front::NOWHERE;
        let mut origins = [0u8; STATES];
        // What all ways cost: only their differences matter, and they stay small on long pages.
        let mut low = FAR;
        for (l, &to) in Label::ALL.iter().enumerate().filter(|(l, _)| own[*l] < NEVER) {
            let mut going = NOWHERE;
            let begun = if i == 0 { COST * i32::from(table.first[l]) } else { front.begun(&table.begins[l]) };
            // Half of the labels need what the line before did not show.
            for step in table.steps[l].iter().filter(|step| front.anew[step.from as usize] < REACHED) {
                going = cheaper(&going, &front.ways[step.from as usize], step.cost);
            }
            let mut reached = Effect::of(line, to).lead(&going, begun);
            let (mut open, mut ended) = (FAR, FAR);
            for (progress, way) in reached.iter_mut().enumerate() {
                let (state, from) = (l * LANES + progress, *way & (COST - 1));
                origins[state] = from as u8;
                let here = *way - from + COST * i32::from(own[l]) + state as i32;
                *way = if *way < REACHED { here } else { FAR };
                open = open.min(*way);
                ended = ended.min(*way + ends[progress]);
            }
            next.ways[l] = reached;
            // An article does not end with the heading above it.
            next.anew[l] = if matches!(to, Section | Kicker) { open } else { ended };
            low = low.min(open);
        }
        next.level(low & -COST);
        front = next;
        before.push(origins);
    }
    let lone = |state: usize| if state % LANES % SIGNED == 1 { LONE_CROSSHEAD } else { 0 };
    let cost = |state: usize| front.ways[state / LANES][state % LANES] / COST;
    let mut at = (0..STATES).min_by_key(|&state| cost(state) + lone(state)).unwrap_or(0);
    let mut labels = vec![Paragraph; lines.len()];
    for (label, origins) in labels.iter_mut().zip(&before).rev() {
        *label = Label::ALL[at / LANES];
        at = usize::from(origins[at]);
    }
    labels
}

/// Of each progress the cheaper way: the one that is known, or another that `cost` comes to.
#[inline]
fn cheaper(known: &Ways, other: &Ways, cost: Way) -> Ways {
    let way = |progress: usize| known[progress].min(other[progress] + cost);
    [way(0), way(1), way(2), way(3), way(4), way(5), way(6), way(7)]
}

/// How far the search has come: the cheapest ways to all states.
struct Front {
    ways: [Ways; LABELS],
    /// The cheapest to each label, for an article that begins anew behind it: with what it costs that one ends there.
    anew: [Way; LABELS],
}

impl Front {
    const NOWHERE: Front = Front { ways: [NOWHERE; LABELS], anew: [FAR; LABELS] };

    /// The cheapest way to an article that begins with a label, whose costs behind each other label are given.
    fn begun(&self, costs: &[Way; LABELS]) -> Way {
        self.anew.iter().zip(costs).fold(FAR, |least, (way, cost)| least.min(way + cost))
    }

    /// Takes off what all ways cost.
    fn level(&mut self, low: Way) {
        for ways in [self.ways.as_flattened_mut(), &mut self.anew] {
            ways.iter_mut().for_each(|way| *way -= if *way < REACHED { low } else { 0 });
        }
    }
}

/// Whether a label begins an article, or the heading above one, after another.
pub(in crate::split) fn begins(from: Label, to: Label) -> bool {
    matches!(to, Section | Kicker | Lead) || to == Headline && from != Kicker
}

/// What a line under a label does to how far its article has come.
struct Effect {
    /// It signs the article.
    signs: bool,
    /// It signs for a picture, or begins a part that is signed for itself: never a second time.
    apart: bool,
    /// It is a crosshead. The heading of a note is none.
    heads: bool,
}

impl Effect {
    fn of(line: &Line<'_>, label: Label) -> Self {
        let (signs, apart) = match label {
            Section | Kicker | Headline => (false, false),
            // Items of a column are seldom signed.
            Lead => (line.has(E::HeadSigned) || line.has(E::Signed) || line.has(E::Series), true),
            Byline => (true, true),
            // A picture's credit is no second signature.
            Signature | Paragraph | Continued | Caption if line.has(E::Credited) => (true, true),
            Signature => (true, line.has(E::Dated)),
            Paragraph | Dateline if line.has(E::HeadSigned) => (true, true),
            Paragraph | Continued => (line.has(E::Signed), line.has(E::Also) || line.has(E::Numbered)),
            _ => (false, false),
        };
        Effect { signs, apart, heads: label == Subhead && !line.has(E::Aside) && !line.has(E::Stanza) }
    }

    /// Where ways lead by the line: those of an article that goes on, and one to an article that begins.
    fn lead(&self, going: &Ways, begun: Way) -> Ways {
        let mut reached = NOWHERE;
        let mut reach = |way: Way, (now, extra): (Progress, i32)| {
            reached[now] = reached[now].min(way + COST * extra);
        };
        let after =
            &AFTER[usize::from(self.signs) + 2 * usize::from(self.apart) + 4 * usize::from(self.heads)];
        reach(begun, after[0]);
        if self.signs || self.heads {
            going.iter().zip(after).for_each(|(way, after)| reach(*way, *after));
            return reached;
        }
        // It stays as far as it was.
        cheaper(&reached, going, 0)
    }

    const fn after(&self, progress: Progress) -> (Progress, i32) {
        let (signed, heads) = (progress >= SIGNED, progress % SIGNED + self.heads as usize);
        let twice = self.signs && signed && !self.apart;
        let now = if heads > 2 { 2 } else { heads } + if signed || self.signs { SIGNED } else { 0 };
        (now, if twice { SIGNED_TWICE } else { 0 })
    }
}

/// What comes of each progress, and what that costs.
type Afterwards = [(Progress, i32); PROGRESSES];

/// What comes of each of the effects.
static AFTER: [Afterwards; 8] = {
    let mut after = [[(0, 0); PROGRESSES]; 8];
    let mut i = 0;
    while i < 8 * PROGRESSES {
        let kind = i / PROGRESSES;
        let effect = Effect { signs: kind % 2 == 1, apart: kind / 2 % 2 == 1, heads: kind >= 4 };
        after[kind][i % PROGRESSES] = effect.after(i % PROGRESSES);
        i += 1;
    }
    after
};

/// What speaks for and against each label that line `i` may have.
pub(in crate::split) fn reasons(lines: &[Line<'_>], i: usize, sheet: &Sheet) -> Vec<Reason> {
    let sum = TABLE.emission(lines, i);
    let possible = Label::ALL.into_iter().filter(|label| sum[*label as usize] < NEVER);
    let rows = |label: Label| {
        let rows = sheet.rows.iter().filter(|(on, costs)| costs[label as usize] != 0 && on.holds(lines, i));
        rows.map(|(on, costs)| (on.to_string(), costs[label as usize])).collect()
    };
    possible.map(|label| Reason { label, cost: sum[label as usize], rows: rows(label) }).collect()
}
