//! Costs fitted to pages whose articles are known: a structured perceptron over the search for labels.
//!
//! Gold tells which lines are headlines, crossheads and column headings, and how many articles have no headline; the
//! rest is the search's. For each page the cheapest labels are compared with the cheapest of those that gold
//! allows, and the costs of what only one of them has are moved until the right ones are cheaper by a margin. The
//! mean over all steps is taken.

use super::costs::{NEVER, Sheet};
use super::table::{Costs, Table};
use super::{Label, search};
use crate::chars::{fold, simplified};
use crate::split::article::Article;
use crate::split::assemble::assemble;
use crate::split::line::is_box;
use crate::split::page::{self, Page};

/// What gold says of an article.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// As in a record.
    pub headline: Option<String>,
    /// As in a record.
    pub section: Option<String>,
    /// As in a record.
    pub subheads: Vec<String>,
}

/// A page with the labels that gold allows its lines.
#[derive(Debug)]
pub struct Sample<'a> {
    page: Page<'a>,
    /// A bit a label.
    allowed: Vec<u16>,
    /// The rows of the sheet that hold on each line.
    rows: Vec<Vec<usize>>,
    known: Vec<Known>,
}

/// How many articles of gold there are, how many were found and made, and what is right of those found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// In gold.
    pub known: usize,
    /// By the search.
    pub made: usize,
    /// With the right headline, or rightly without.
    pub found: usize,
    /// With the right column heading besides.
    pub sections: usize,
    /// With the right crossheads besides.
    pub subheads: usize,
}

impl std::ops::AddAssign for Score {
    fn add_assign(&mut self, other: Score) {
        self.known += other.known;
        self.made += other.made;
        self.found += other.found;
        self.sections += other.sections;
        self.subheads += other.subheads;
    }
}

/// Costs, to split by or to write down.
#[derive(Clone, Debug)]
pub struct Fitted(Sheet);

impl Fitted {
    /// The costs that pages are split by.
    pub fn embedded() -> Self {
        Fitted(Sheet::embedded())
    }

    /// `data/line_costs.tsv` and `data/line_steps.tsv` with these costs, under the heads of the tables given.
    pub fn print(&self, costs: &str, steps: &str) -> (String, String) {
        self.0.print(costs, steps)
    }
}

const LABELS: usize = Label::ALL.len();

const fn bit(label: Label) -> u16 {
    1 << label as u16
}

const ANY: u16 = u16::MAX;
const HEAD: u16 = bit(Label::Kicker) | bit(Label::Headline) | bit(Label::Deck);
const TITLES: u16 = HEAD | bit(Label::Section) | bit(Label::Subhead);

/// Costs of what gold forbids: possible where nothing else is, as on lines that gold and the evidence disagree on.
const FORBIDDEN: i16 = 700;

impl<'a> Sample<'a> {
    /// Reads a page and finds its articles.
    pub fn new(text: &'a str, known: Vec<Known>) -> Self {
        let page = page::read(text);
        let sheet = Sheet::embedded();
        let holding = |i: usize| {
            let rows = sheet.rows.iter().enumerate().filter(|(_, (on, _))| on.holds(&page.lines, i));
            rows.map(|(row, _)| row).collect()
        };
        let rows = (0..page.lines.len()).map(holding).collect();
        let texts: Vec<String> = page.lines.iter().map(|line| bare(line.text)).collect();
        let (allowed, regions) = allow(&texts, &known);
        let mut sample = Sample { page, allowed, rows, known };
        sample.settle(&regions, &sheet);
        sample
    }

    /// How a page is split by some costs.
    pub fn score(&self, by: &Fitted) -> Score {
        let labels = search(&self.page.lines, &Table::new(&by.0), |_, _| {});
        let articles = assemble(&self.page.lines, &labels, &self.page.mastheads, &self.page.told);
        let mut score = Score { known: self.known.len(), made: articles.len(), ..Score::default() };
        let mut rest = articles.iter();
        for known in &self.known {
            let same = |a: &&Article| a.headline.as_deref().map(bare) == known.headline.as_deref().map(bare);
            let mut from = rest.clone();
            let Some(article) = from.find(same) else { continue };
            rest = from;
            score.found += 1;
            let right = article.section.as_deref().map(bare) == known.section.as_deref().map(bare);
            score.sections += usize::from(right);
            score.subheads += usize::from(article.subheads == known.subheads);
        }
        score
    }

    /// The cheapest labels that gold allows.
    fn right(&self, table: &Table) -> Vec<Label> {
        search(&self.page.lines, table, |i, costs| self.restrict(i, costs))
    }

    /// The cheapest labels, where those that gold forbids are cheaper by a margin.
    fn guess(&self, table: &Table, margin: i16) -> Vec<Label> {
        search(&self.page.lines, table, |i, costs| self.each_forbidden(i, costs, |cost| cost - margin))
    }

    fn restrict(&self, i: usize, costs: &mut Costs) {
        self.each_forbidden(i, costs, |cost| cost / 4 + FORBIDDEN);
    }

    fn each_forbidden(&self, i: usize, costs: &mut Costs, change: impl Fn(i16) -> i16) {
        for (label, cost) in costs.iter_mut().enumerate().filter(|(_, cost)| **cost < NEVER) {
            if self.allowed[i] >> label & 1 == 0 {
                *cost = change(*cost);
            }
        }
    }

    fn wrong(&self, labels: &[Label]) -> usize {
        labels.iter().zip(&self.allowed).filter(|&(&label, allowed)| allowed & bit(label) == 0).count()
    }

    /// Settles what gold leaves open. Articles without a headline are to be as many as gold has: where the search makes
    /// fewer of a region, a lead is made cheaper there.
    fn settle(&mut self, regions: &[Region], sheet: &Sheet) {
        let table = Table::new(sheet);
        let lead = Label::Lead as usize;
        let mut prices = vec![0i16; regions.len()];
        let count = |labels: &[Label], r: &Region| {
            labels[r.from..r.to].iter().filter(|label| **label == Label::Lead).count()
        };
        let mut labels = Vec::new();
        for step in [64, 32, 16, 8, 4, 2, 1] {
            labels = search(&self.page.lines, &table, |i, costs| {
                self.restrict(i, costs);
                if let Some(r) = regions.iter().position(|r| (r.from..r.to).contains(&i)) {
                    costs[lead] = (costs[lead] + prices[r]).min(NEVER);
                }
            });
            for (price, region) in prices.iter_mut().zip(regions) {
                *price += step * (count(&labels, region) as i16 - region.leads as i16).signum();
            }
        }
        // Gold does not tell which lines go on with a sentence: what the search says of them stays.
        for (allowed, label) in self.allowed.iter_mut().zip(&labels) {
            *allowed &= match label {
                Label::Paragraph => !bit(Label::Continued),
                Label::Continued => !bit(Label::Paragraph),
                _ => ANY,
            };
        }
        for region in regions.iter().filter(|r| count(&labels, r) == r.leads) {
            let lines = region.from..region.to;
            for (allowed, label) in self.allowed[lines.clone()].iter_mut().zip(&labels[lines]) {
                let lead = bit(Label::Lead);
                *allowed = if *label == Label::Lead { lead } else { *allowed & !lead };
            }
        }
    }

    /// Adds to each cell how often it counts on a way.
    fn count(&self, labels: &[Label], sign: f32, cells: &mut Cells) {
        for (i, &label) in labels.iter().enumerate() {
            self.rows[i].iter().for_each(|&row| cells.rows[row][label as usize] += sign);
            match i.checked_sub(1) {
                None => cells.first[label as usize] += sign,
                Some(before) => cells.steps[labels[before] as usize][label as usize] += sign,
            }
        }
    }
}

/// Lines between two headlines, or before the first, or after the last.
#[derive(Debug)]
struct Region {
    from: usize,
    to: usize,
    /// Articles without a headline that begin there.
    leads: usize,
}

/// What gold allows lines, given bare, and where it has articles without a headline.
fn allow(texts: &[String], known: &[Known]) -> (Vec<u16>, Vec<Region>) {
    let mut allowed = vec![!TITLES; texts.len()];
    let mut regions = Vec::new();
    let (mut at, mut leads, mut is_lost) = (0, 0, false);
    // Where the article before has its crossheads, and which it is.
    let mut before: Option<(usize, usize)> = None;
    let mut close = |allowed: &mut Vec<u16>, from: usize, to: usize, leads: usize, is_lost: bool| {
        if is_lost {
            allowed[from..to].fill(ANY);
        } else if leads == 0 {
            allowed[from..to].iter_mut().for_each(|a| *a &= !bit(Label::Lead));
        } else {
            regions.push(Region { from, to, leads });
        }
    };
    for (k, article) in known.iter().enumerate() {
        let Some(headline) = article.headline.as_deref().map(bare) else {
            leads += 1;
            continue;
        };
        let Some((from, to)) = find(&texts[at..], &headline).map(|(i, j)| (at + i, at + j)) else {
            is_lost = true;
            continue;
        };
        close(&mut allowed, at, from, leads, is_lost);
        mark(&mut allowed[at..from], &texts[at..from], before, k, known);
        allowed[from..to].fill(HEAD);
        allowed[from] = bit(Label::Kicker) | bit(Label::Headline);
        (at, leads, is_lost, before) = (to, 0, false, Some((k, to)));
    }
    close(&mut allowed, at, texts.len(), leads, is_lost);
    mark(&mut allowed[at..], &texts[at..], before, known.len().saturating_sub(1), known);
    (allowed, regions)
}

/// The lines that together are a headline.
fn find(texts: &[String], headline: &str) -> Option<(usize, usize)> {
    const MOST: usize = 7;
    (0..texts.len()).find_map(|i| {
        let mut sum = String::new();
        texts[i..]
            .iter()
            .take(MOST)
            .position(|text| {
                sum += text;
                sum == headline
            })
            .map(|n| (i, i + n + 1))
    })
}

/// Marks the crossheads of the article before, and the column headings up to article `next`.
fn mark(allowed: &mut [u16], texts: &[String], before: Option<(usize, usize)>, next: usize, known: &[Known]) {
    let mut at = 0;
    let mut put = |text: &str, label: Label| {
        let text = bare(text);
        if let Some(i) = (at..texts.len()).find(|&i| texts[i] == text) {
            allowed[i] = bit(label);
            at = i + 1;
        }
    };
    let from = before.map_or(0, |(k, _)| k);
    if before.is_some() {
        known[from].subheads.iter().for_each(|subhead| put(subhead, Label::Subhead));
    }
    let mut section = before.and_then(|(k, _)| known[k].section.as_deref());
    for article in known.iter().take(next + 1).skip(from) {
        if article.section.as_deref() != section {
            section = article.section.as_deref();
            section.into_iter().for_each(|section| put(section, Label::Section));
        }
    }
}

/// A line or headline without spaces, frames and bullets.
fn bare(text: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !"【】[]<>〈〉|丨:★▼".contains(*c) && !is_box(*c);
    text.chars().map(|c| simplified(fold(c))).filter(kept).collect()
}

/// A number for each cost.
#[derive(Clone)]
struct Cells {
    rows: Vec<[f32; LABELS]>,
    first: [f32; LABELS],
    steps: [[f32; LABELS]; LABELS],
}

impl Cells {
    fn of(sheet: &Sheet) -> Self {
        let numbers = |costs: &[i16; LABELS]| costs.map(f32::from);
        Cells {
            rows: sheet.rows.iter().map(|(_, costs)| numbers(costs)).collect(),
            first: numbers(&sheet.first),
            steps: sheet.steps.map(|costs| numbers(&costs)),
        }
    }

    fn zero(rows: usize) -> Self {
        Cells { rows: vec![[0.0; LABELS]; rows], first: [0.0; LABELS], steps: [[0.0; LABELS]; LABELS] }
    }

    fn each(&self) -> impl Iterator<Item = &f32> {
        self.rows.iter().chain(&self.steps).chain([&self.first]).flatten()
    }

    fn each_mut(&mut self) -> impl Iterator<Item = &mut f32> {
        self.rows.iter_mut().chain(&mut self.steps).chain([&mut self.first]).flatten()
    }

    fn add(&mut self, other: &Cells, times: f32) {
        self.each_mut().zip(other.each()).for_each(|(a, b)| *a += times * b);
    }

    fn dot(&self, other: &Cells) -> f32 {
        self.each().zip(other.each()).map(|(a, b)| a * b).sum()
    }

    /// The sheet with these costs. What never happens stays so.
    fn put(&self, sheet: &Sheet) -> Sheet {
        const MOST: f32 = 150.0;
        let cost = |own: i16, number: f32| {
            if own == NEVER { NEVER } else { number.round().clamp(-MOST, MOST) as i16 }
        };
        let costs = |own: &[i16; LABELS], numbers: &[f32; LABELS]| {
            std::array::from_fn(|label| cost(own[label], numbers[label]))
        };
        Sheet {
            rows: sheet.rows.iter().zip(&self.rows).map(|((on, own), n)| (*on, costs(own, n))).collect(),
            first: costs(&sheet.first, &self.first),
            steps: std::array::from_fn(|from| costs(&sheet.steps[from], &self.steps[from])),
        }
    }
}

/// How costs are fitted.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How often each page is looked at.
    pub rounds: usize,
    /// The most that a cost moves at once.
    pub step: f32,
    /// By how much right labels should be cheaper, for each line.
    pub margin: i16,
}

/// The costs that split some pages best, from those embedded on.
pub fn fit(samples: &[&Sample<'_>], plan: Plan) -> Fitted {
    let sheet = Sheet::embedded();
    let mut cells = Cells::of(&sheet);
    let mut sum = Cells::zero(sheet.rows.len());
    let mut looks = 0;
    for _ in 0..plan.rounds {
        for sample in samples {
            let table = Table::new(&cells.put(&sheet));
            let (guess, right) = (sample.guess(&table, plan.margin), sample.right(&table));
            let wrong = sample.wrong(&guess).saturating_sub(sample.wrong(&right));
            if wrong > 0 {
                let mut difference = Cells::zero(sheet.rows.len());
                sample.count(&guess, 1.0, &mut difference);
                sample.count(&right, -1.0, &mut difference);
                // Passive-aggressive: as far as the margin asks, and no further than a step.
                let missing = f32::from(plan.margin) * wrong as f32 - cells.dot(&difference);
                let step = (missing / difference.dot(&difference)).clamp(0.0, plan.step);
                cells.add(&difference, step);
            }
            sum.add(&cells, 1.0);
            looks += 1;
        }
    }
    sum.each_mut().for_each(|number| *number /= looks.max(1) as f32);
    Fitted(sum.put(&sheet))
}
