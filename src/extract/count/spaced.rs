//! Percentages printed with spaces between their characters, as letter-spaced lines are: `六 点 五 成`, `百 分 之 五`.

use super::grammar::Quantity;
use super::unit::{self, UnitKind};
use crate::chars::{CharSet, is_han};
use crate::numeral::{self, Form};
use crate::record::CountKind;
use crate::{Document, Span};

/// Characters looked at, spaces included.
const WINDOW: usize = 24;

/// What such a percentage is made of besides digits.
static INSIDE: CharSet = CharSet::of("几数半点分之又个多余来成倍番折");

/// The percentage at `at`, a Chinese numeral, where spaces stand inside it.
pub(super) fn percent(doc: &Document<'_>, at: usize) -> Option<Quantity> {
    let near = &doc.chars()[at..(at + WINDOW).min(doc.len())];
    let inside = |c: char| numeral::is_numeric(c) || INSIDE.has(c);
    if !is_han(near[0]) || near.iter().take(8).find(|&&c| !inside(c)) != Some(&' ') {
        return None;
    }
    let line = near.iter().position(|&c| c == '\n').unwrap_or(near.len());
    // The characters without spaces, and where each is; two numbers side by side stay apart.
    let mut chars = Vec::with_capacity(line);
    let mut places = Vec::with_capacity(line);
    for (i, &c) in near[..line].iter().enumerate().filter(|(_, c)| **c != ' ') {
        if c.is_ascii_digit() && i > 0 && near[i - 1] == ' ' && chars.last().is_some_and(char::is_ascii_digit)
        {
            break;
        }
        chars.push(c);
        places.push(at + i);
    }
    let number = numeral::read(&chars)?;
    let percent = number.form == Form::Percent;
    let unit = match percent {
        true => None,
        false => Some(
            unit::longest(&chars[number.len..]).filter(|u| u.kind == UnitKind::Count(CountKind::Percent))?,
        ),
    };
    let len = number.len + unit.map_or(0, |u| u.word.len());
    let end = places[len - 1] + 1;
    let spaced = end - at > len;
    (spaced && !number.is_arabic() && number.value.is_some()).then(|| Quantity {
        start: at,
        end,
        kind: CountKind::Percent,
        value: number.value,
        max: number.max,
        modifier: number.modifier,
        unit: unit.map(|_| Span::new(places[number.len], end)),
        sign: percent.then_some("%"),
        rule: "count.spaced",
    })
}
