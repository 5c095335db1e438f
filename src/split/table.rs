//! The rows of [`costs`](super::costs), compiled for the search: the costs of all labels for a piece of evidence stand
//! together and are added at once.

use super::costs::{self, FIRST, NEEDS, On::*, STEPS};
use super::evidence::{Evidence, Set};
use super::label::Label::{self, *};
use super::label::begins;
use super::line::Line;
use std::sync::LazyLock;

/// The cost of what does not happen.
pub(super) const NEVER: i16 = 1000;

/// Costs by label, in the order of [`Label::ALL`]; the rest is padding.
pub(super) type Costs = [i16; 16];

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

    fn put(&mut self, evidence: Evidence, label: Label, cost: i16) {
        self.costs[evidence as usize][label as usize] += cost;
        self.used.put(evidence, true);
    }

    fn add(&self, seen: Set, sum: &mut Costs) {
        for place in seen.and(self.used).places() {
            add(sum, &self.costs[place]);
        }
    }
}

fn add(sum: &mut Costs, costs: &Costs) {
    sum.iter_mut().zip(costs).for_each(|(s, c)| *s += c);
}

/// The rows, compiled.
pub(super) struct Table {
    base: Costs,
    after_any: Costs,
    here: Column,
    before: Column,
    after: Column,
    second: Column,
    needs: [Set; LABELS],
    /// What the first label of a page costs.
    pub(super) first: Costs,
    /// The labels that may stand before each.
    pub(super) steps: [Vec<Step>; LABELS],
}

/// A label that may follow another.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) from: Label,
    pub(super) cost: i32,
    /// Whether an article begins with it, or the heading above one.
    pub(super) begins: bool,
    /// Whether an article ends before it.
    pub(super) ends: bool,
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

impl Table {
    fn new() -> Self {
        let mut table = Table {
            base: [0; 16],
            after_any: [0; 16],
            here: Column::new(),
            before: Column::new(),
            after: Column::new(),
            second: Column::new(),
            needs: [Set::default(); LABELS],
            first: [NEVER; 16],
            steps: Default::default(),
        };
        for &(labels, on, cost) in costs::rows() {
            for &label in labels {
                match on {
                    Here(e) => table.here.put(e, label, cost),
                    Before(e) => table.before.put(e, label, cost),
                    After(e) => table.after.put(e, label, cost),
                    Second(e) => table.second.put(e, label, cost),
                    // Paid by all lines, and given back to those that show it.
                    Not(e) => {
                        table.base[label as usize] += cost;
                        table.here.put(e, label, -cost);
                    }
                    BeforeNot(e) => {
                        table.after_any[label as usize] += cost;
                        table.before.put(e, label, -cost);
                    }
                }
            }
        }
        for &(labels, evidence) in NEEDS {
            for &label in labels {
                evidence.iter().for_each(|&e| table.needs[label as usize].put(e, true));
            }
        }
        FIRST.iter().for_each(|&(label, cost)| table.first[label as usize] = cost);
        let mut costs = [[NEVER; LABELS]; LABELS];
        for &(from, steps) in STEPS {
            steps.iter().for_each(|&(to, cost)| costs[from as usize][to as usize] = cost);
        }
        for (steps, &to) in table.steps.iter_mut().zip(&Label::ALL) {
            steps.extend(
                Label::ALL
                    .iter()
                    .map(|&from| (from, costs[from as usize][to as usize]))
                    .filter(|s| s.1 < NEVER)
                    .map(|(from, cost)| {
                        let begins = begins(from, to);
                        let ends = begins && !matches!(from, Section | Kicker);
                        Step { from, cost: cost.into(), begins, ends }
                    }),
            );
        }
        table
    }

    /// What each label costs line `i`; [`NEVER`] where it cannot be.
    pub(super) fn emission(&self, lines: &[Line<'_>], i: usize) -> Costs {
        let mut sum = self.base;
        let own = lines[i].evidence();
        self.here.add(own, &mut sum);
        if let Some(before) = i.checked_sub(1).map(|j| &lines[j]) {
            add(&mut sum, &self.after_any);
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
        let lines = super::super::page::read(page).lines;
        for i in 0..lines.len() {
            let sum = TABLE.emission(&lines, i);
            for &label in Label::ALL.iter().filter(|l| sum[**l as usize] < NEVER) {
                let rows =
                    costs::rows().filter(|(labels, on, _)| labels.contains(&label) && on.holds(&lines, i));
                assert_eq!(sum[label as usize], rows.map(|r| r.2).sum::<i16>(), "{i} {label:?}");
            }
        }
    }

    #[test]
    fn every_label_can_be_reached_and_left() {
        for (l, label) in Label::ALL.iter().enumerate() {
            let reached = TABLE.first[l] < NEVER || !TABLE.steps[l].is_empty();
            let left = TABLE.steps.iter().flatten().any(|step| step.from == *label);
            assert!(reached && left, "{label:?}");
        }
    }
}
