//! Numbers in brackets that say which day, month or year is meant: 昨(6)日, 本(八)月十二日, 去(1987)年.

use super::expression::{Month, Point, Unit, Year};
use super::point::PointRead;
use super::reader::Reader;
use super::rules;

impl Reader<'_, '_> {
    /// The day, month or year of a word that its unit stands behind only after a number in brackets.
    pub(super) fn bracketed(&self, at: usize) -> Option<PointRead> {
        if self.at(at + 1) != '(' {
            return None;
        }
        let number = self.number(at + 2).filter(|n| n.plain && self.at(n.end) == ')')?;
        let end = number.end + 2;
        let offset = |words: &[(char, i32)]| {
            words.iter().find_map(|&(word, offset)| (word == self.at(at)).then_some(offset))
        };
        match self.at(end - 1) {
            '日' | '号' if number.value <= 31 => {
                let days = offset(&[('前', -2), ('昨', -1), ('今', 0), ('本', 0), ('明', 1), ('后', 2)])?;
                Some(PointRead::new(Unit::Day(days), end, rules::RELATIVE_DAY))
            }
            '月' if number.value <= 12 => {
                offset(&[('上', -1), ('本', 0), ('下', 1)])?;
                let end = self.skip(end, &['份', '间']);
                Some(self.in_month(Month::Number(number.value as u8), end, rules::MONTH))
            }
            '年' => {
                let years = offset(&[('前', -2), ('去', -1), ('今', 0), ('本', 0), ('明', 1)])?;
                let year = match number.value {
                    n @ 1000..3000 => Year::Number(n as i32),
                    n @ 0..100 if number.len == 2 => Year::Short(n as u8),
                    _ => Year::Relative(years),
                };
                let year = PointRead {
                    point: Point { year, ..Point::default() },
                    ..PointRead::new(Unit::Whole, end, rules::RELATIVE_YEAR)
                };
                Some(match self.gapped(end, |at| self.in_year(at, true)) {
                    Some(unit) => PointRead {
                        point: Point { year: year.point.year, ..unit.point },
                        weak: false,
                        ..unit
                    },
                    None => self.year_phase(year),
                })
            }
            _ => None,
        }
    }
}
