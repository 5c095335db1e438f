//! The rows of [`costs`](super::costs), compiled for the search: the costs of all labels for a piece of evidence stand
//! together and are added at once.

use super::Label;
use super::costs::{NEEDS, NEVER, On::*, Sheet};
use super::{COST, FAR, Way, begins};
use crate::split::line::Line;
use crate::split::line::{Evidence, Set};
use std::sync::LazyLock;

/// Costs by label, in the order of [`Label::ALL`]; the rest is padding.
pub(in crate::split) type Costs = [i16; 16];

const LABELS: usize = Label::ALL.len();
const PIECES: usize = Evidence::ALL.len();

/// Costs by evidence, and the evidence that has any.
struct Column {
    costs: [Costs; PIECES],
    used: Set,
}

impl Column {
    fn new() -> Self {
        Column { costs: [[0; 16]; PIECES], used: Set::default() }
    }

    fn put(&mut self, evidence: Evidence, costs: &[i16; LABELS]) {
        add(&mut self.costs[evidence as usize], &padded(costs));
        self.used.put(evidence, costs.iter().any(|&cost| cost != 0));
    }

    fn add(&self, seen: Set, sum: &mut Costs) {
        for place in seen.and(self.used).places() {
            add(sum, &self.costs[place]);
        }
    }
}

#[inline]
fn add(sum: &mut Costs, costs: &Costs) {
    sum.iter_mut().zip(costs).for_each(|(s, c)| *s += c);
}

fn padded(costs: &[i16; LABELS]) -> Costs {
    std::array::from_fn(|label| costs.get(label).copied().unwrap_or(0))
}

/// The rows, compiled.
pub(in crate::split) struct Table {
    always: Costs,
    follows: Costs,
    here: Column,
    before: Column,
    after: Column,
    second: Column,
    needs: [Set; LABELS],
    /// What the first label of a page costs.
    pub(in crate::split) first: [i16; LABELS],
    /// What it costs that an article begins with each label, or the heading above one, behind each other.
    pub(super) begins: [[Way; LABELS]; LABELS],
    /// The labels of the same article that may stand before each.
    pub(super) steps: [Vec<Step>; LABELS],
}

/// A label that may follow another in an article.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) from: Label,
    pub(super) cost: Way,
}

pub(in crate::split) static TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(&Sheet::embedded()));

impl Table {
    pub(in crate::split) fn new(sheet: &Sheet) -> Self {
        let mut table = Table {
            always: [0; 16],
            follows: [0; 16],
            here: Column::new(),
            before: Column::new(),
            after: Column::new(),
            second: Column::new(),
            needs: [Set::default(); LABELS],
            first: sheet.first,
            begins: [[FAR; LABELS]; LABELS],
            steps: Default::default(),
        };
        for (on, costs) in &sheet.rows {
            match *on {
                Always => add(&mut table.always, &padded(costs)),
                Follows => add(&mut table.follows, &padded(costs)),
                Here(e) => table.here.put(e, costs),
                Before(e) => table.before.put(e, costs),
                After(e) => table.after.put(e, costs),
                Second(e) => table.second.put(e, costs),
            }
        }
        for &(labels, evidence) in NEEDS {
            for &label in labels {
                evidence.iter().for_each(|&e| table.needs[label as usize].put(e, true));
            }
        }
        let pairs = Label::ALL.iter().flat_map(|&to| Label::ALL.map(|from| (from, to)));
        for (from, to) in pairs {
            let cost = COST * Way::from(sheet.steps[from as usize][to as usize]);
            if cost >= COST * Way::from(NEVER) {
                continue;
            }
            match begins(from, to) {
                true => table.begins[to as usize][from as usize] = cost,
                false => table.steps[to as usize].push(Step { from, cost }),
            }
        }
        table
    }

    /// What each label costs line `i`; [`NEVER`] where it cannot be.
    pub(in crate::split) fn emission(&self, lines: &[Line<'_>], i: usize) -> Costs {
        let mut sum = self.always;
        let own = lines[i].evidence();
        self.here.add(own, &mut sum);
        if let Some(before) = i.checked_sub(1).map(|j| &lines[j]) {
            add(&mut sum, &self.follows);
            self.before.add(before.evidence(), &mut sum);
        }
        if let Some(after) = lines.get(i + 1) {
            self.after.add(after.evidence(), &mut sum);
        }
        if let Some(second) = lines.get(i + 2) {
            self.second.add(second.evidence(), &mut sum);
        }
        for (cost, needs) in sum.iter_mut().zip(&self.needs) {
            if !needs.is_empty() && needs.and(own).is_empty() {
                *cost = NEVER;
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiled_table_is_the_rows() {
        let page =
            "社区短波\n清理河道 守护碧水\n本报讯 近日,某社区清理河道,居民点赞。\n通讯员 李晓芳\n停水通知";
        let lines = crate::split::page::read(page).lines;
        let sheet = Sheet::embedded();
        for i in 0..lines.len() {
            let sum = TABLE.emission(&lines, i);
            for &label in Label::ALL.iter().filter(|l| sum[**l as usize] < NEVER) {
                let rows = sheet.rows.iter().filter(|(on, _)| on.holds(&lines, i));
                assert_eq!(
                    sum[label as usize],
                    rows.map(|r| r.1[label as usize]).sum::<i16>(),
                    "{i} {label:?}"
                );
            }
        }
    }

    #[test]
    fn every_label_can_be_reached_and_left() {
        for (l, label) in Label::ALL.iter().enumerate() {
            let begins = |from: usize, to: usize| TABLE.begins[to][from] < FAR;
            let reached = TABLE.first[l] < NEVER
                || !TABLE.steps[l].is_empty()
                || (0..LABELS).any(|from| begins(from, l));
            let left = TABLE.steps.iter().flatten().any(|step| step.from == *label)
                || (0..LABELS).any(|to| begins(l, to));
            assert!(reached && left, "{label:?}");
        }
    }
}
