//! Years of dynasties and of the Republic: 清乾隆三年, 光绪三十年, 民国二十六年.

use super::expression::{Point, Unit, Year};
use super::point::PointRead;
use super::reader::Reader;
use super::rules;
use super::words::Before;

/// The year before the first one of the Republic.
pub(super) const BEFORE_REPUBLIC: i32 = 1911;

impl Reader<'_, '_> {
    /// 光绪三十年, 乾隆年间: a year of an era, or the whole era.
    pub(super) fn era(&self, first: i32, last: i32, at: usize) -> Option<PointRead> {
        if let Some(end) = self.eat(at, "年间") {
            return Some(PointRead::new(Unit::Years(first, last), end, rules::ERA));
        }
        let (number, end) = match self.at(at) {
            '元' => (1, at + 1),
            _ => self.number(at).filter(|n| n.plain && n.value > 0).map(|n| (n.value as i32, n.end))?,
        };
        let end = self.eat(end, "年")?;
        let point = Point { year: Year::Number(first + number - 1), ..Point::default() };
        (first + number - 1 <= last + 1)
            .then(|| PointRead { point, ..PointRead::new(Unit::Whole, end, rules::ERA) })
    }

    /// Where the dynasty begins that is printed before the era at `at`, else `at`: 清 of 清乾隆三年.
    pub(super) fn dynasty(&self, at: usize) -> usize {
        // 南|宋绍兴二年
        if matches!(self.at(at), '宋' | '晋' | '汉') && matches!(self.before(at), '南' | '北' | '东' | '西')
        {
            return at - 1;
        }
        self.word_before(at, Before::Dynasty).unwrap_or(at)
    }

    /// The year behind 民国: 二十六年, 元年; or a decade: 六十年代.
    pub(super) fn republic_year(&self, at: usize) -> Option<PointRead> {
        let next = self.skip(at, &[' ']);
        let number = if self.at(next) == '元' { None } else { Some(self.number(next)?) };
        let (value, end) = number.map_or((1, next + 1), |n| (n.value, n.end));
        let end = self.eat(end, "年")?;
        let year = (value <= 200).then_some(BEFORE_REPUBLIC + value as i32)?;
        if self.at(end) == '代' && value.is_multiple_of(10) {
            return Some(PointRead::new(Unit::Years(year, year + 9), end + 1, rules::DECADE));
        }
        let point = Point { year: Year::Number(year), ..Point::default() };
        let end = self.skip(end, &['度']);
        Some(PointRead { point, ..PointRead::new(Unit::Whole, end, rules::REPUBLIC_YEAR) })
    }

    /// The year that ends a range of years of the Republic: 九十九年 of 民国九十五年至九十九年.
    pub(super) fn republic_end(&self, first: &PointRead, at: usize) -> Option<(Point, usize)> {
        let Year::Number(from) = first.point.year else { return None };
        if first.rule != rules::REPUBLIC_YEAR || first.point.unit != Unit::Whole {
            return None;
        }
        let number = self.number(at).filter(|n| n.plain && n.value <= 200)?;
        let year = BEFORE_REPUBLIC + number.value as i32;
        let end = self.eat(number.end, "年")?;
        (year > from).then_some((Point { year: Year::Number(year), ..Point::default() }, end))
    }
}
