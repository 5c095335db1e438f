//! Names that open with a place that no register has: of another country (巴黎警察局, 坎塔布里亚省政府, 法国驻上海总领事馆),
//! or unlisted (台南市政府).

use super::Found;
use super::boundary::{Ground, LONGEST, is_level};
use super::lexicon::Before;
use crate::Span;
use crate::chars::is_han;
use crate::lexicon::ends;
use crate::names::{foreign_gain, is_transcribed};

impl Ground<'_> {
    /// Whether a city abroad begins at `at`, not what ends a longer name: 芒特|华盛顿, 汗尤|尼斯.
    pub(super) fn opens_abroad(&self, at: usize, low: usize, last: Option<&Found>) -> bool {
        self.is_firm(at, low, last)
            || self.country_before(at, low).is_some()
            || self.doc.is_boundary(at) && foreign_gain(self.doc.before(at)) < 1.0
    }

    /// Where a place of another country begins before its level: 坎塔布里亚|省, 美国佛罗里达|州.
    pub(super) fn transcribed(&self, at: usize, low: usize, last: Option<&Found>) -> Option<usize> {
        let doc = self.doc;
        let named = |&start: &usize| {
            start >= low
                && is_transcribed(&doc.chars()[start..at - 1])
                && (self.is_firm(start, low, last)
                    || self.country_before(start, low).is_some()
                    || doc.before(start) == '应'
                    || ends!(&doc.chars()[..start], ["东部", "西部", "南部", "北部", "中部"]))
        };
        let start = (3..=8).map(|n| (at - 1).saturating_sub(n)).find(named)?;
        self.country_before(start, low).or(Some(start))
    }

    /// The start of a mission's name whose host begins at `at`: 中国驻|法国|大使馆, 中国常驻|联合国|代表团.
    pub(super) fn posted(&self, at: usize) -> usize {
        let text = &self.doc.chars()[..at];
        let posted = text.strip_suffix(&['常', '驻']).or_else(|| text.strip_suffix(&['驻']));
        posted
            .and_then(|text| {
                match self.lexicon.before.at_end(&text[text.len().saturating_sub(LONGEST)..])? {
                    (n, Before::Country | Before::National) => Some(text.len() - n),
                    _ => None,
                }
            })
            .unwrap_or(at)
    }

    /// Where the country before 国家… begins; 中国国家图书馆 is called without.
    pub(super) fn country_before(&self, at: usize, low: usize) -> Option<usize> {
        let before = &self.doc.chars()[low..at];
        match self.lexicon.before.at_end(before)? {
            (n, Before::Country) if !ends!(before, ["中国"]) => Some(at - n),
            _ => None,
        }
    }

    /// Where a place begins that the register does not have: two or three characters before its level, behind a word
    /// that ends something or behind another place.
    pub(super) fn unlisted(&self, at: usize, low: usize, last: Option<&Found>) -> Option<usize> {
        let doc = self.doc;
        // 市一中|和市|二中: what reaches into another body is no place.
        let begins = |&start: &usize| {
            start >= low
                && last.is_none_or(|l| l.span.end <= start || l.span.end >= at)
                && (self.is_firm(start, low, last) || self.chain_start(start) < start)
        };
        let start = (2..=3).map(|n| (at - 1).saturating_sub(n)).find(begins)?;
        let name = &doc.chars()[start..at];
        let proper = name.iter().all(|&c| is_han(c))
            // 据|通州.
            && self.lexicon.before.at_end(&name[..1]).is_none()
            && !matches!(name[0], '的' | '了' | '在' | '是' | '各' | '某' | '这' | '那' | '该' | '全' | '对')
            // 台南|市: no register has it, but the dictionary does.
            && (!doc.is_word(Span::new(start, at - 1))
                || !is_level(doc.before(at - 1)) && doc.tagged(Span::new(start, at - 1)).iter().all(|(_, tag)| *tag == "ns"));
        proper.then_some(start)
    }
}
