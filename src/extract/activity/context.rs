//! When and where an activity was held, as its sentence says, and what its doers are looked for among.

use super::lexicon::lexicon;
use super::name::Named;
use crate::chars::{is_sentence_end, is_separator};
use crate::countries;
use crate::lexicon::{begins, ends};
use crate::record::{Community, Date, DateType, Organization, ShortText};
use crate::{Document, Span};

/// The bodies and places that an organiser may be, and the dates, all in text order.
pub(super) struct Scene<'a> {
    pub(super) doc: &'a Document<'a>,
    /// Bodies, and communities outside them.
    pub(super) holders: Vec<(Span, String)>,
    dates: &'a [Date],
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        doc: &'a Document<'a>,
        communities: &[Community],
        bodies: &[Organization],
        dates: &'a [Date],
    ) -> Self {
        let mut holders: Vec<(Span, String)> =
            bodies.iter().flat_map(|b| b.spans.iter().map(|&s| (s, b.name.clone()))).collect();
        holders.sort_by_key(|h| h.0.start);
        let named: Vec<Span> = holders.iter().map(|h| h.0).collect();
        let is_free = |span: Span| {
            let next = named.partition_point(|n| n.end <= span.start);
            named.get(next).is_none_or(|n| !n.overlaps(span))
        };
        let places = communities.iter().flat_map(|c| c.spans.iter().map(move |&s| (s, &c.name)));
        holders.extend(places.filter(|(span, _)| is_free(*span)).map(|(span, name)| (span, name.clone())));
        holders.sort_by_key(|h| h.0.start);
        Scene { doc, holders, dates }
    }

    /// The dates that begin at `at` or behind it.
    pub(super) fn dates_from(&self, at: usize) -> &'a [Date] {
        &self.dates[self.dates.partition_point(|date| date.span.start < at)..]
    }

    /// The first holder that begins at `at` or behind it.
    pub(super) fn holder_from(&self, at: usize) -> Option<Span> {
        let next = self.holders.partition_point(|(span, _)| span.start < at);
        self.holders.get(next).map(|(span, _)| *span)
    }

    /// The longest holder that begins at `at`.
    pub(super) fn holder_at(&self, at: usize) -> Option<Span> {
        let next = self.holders.partition_point(|(span, _)| span.start < at);
        let here = self.holders[next..].iter().take_while(|(span, _)| span.start == at);
        here.map(|(span, _)| *span).max_by_key(|span| span.end)
    }

    /// Whether a body or place has the span.
    pub(super) fn is_holder(&self, span: Span) -> bool {
        let next = self.holders.partition_point(|(holder, _)| holder.start < span.start);
        self.holders.get(next).is_some_and(|(holder, _)| *holder == span)
    }

    /// The values of the dates in the sentence up to the name, and behind it up to the end of the clause; where there are
    /// none, of the next clause that says when it was: 由县武装部举办的射击比赛,|九月十七日在新河公社举行.
    pub(super) fn dates(&self, named: &Named) -> Vec<ShortText> {
        let from = self.sentence(named.span.start);
        // 27日他传达在工作会议上的讲话: what was said there earlier.
        if named.is_place() && begins!(&self.doc.chars()[named.span.end..], ["上的", "上所"]) {
            return Vec::new();
        }
        let values = self.dates_within(named, Span::new(from, self.clause_end(named.span.end)));
        match self.next_clause(named) {
            Some(next) if values.is_empty() => self.dates_within(named, next),
            _ => values,
        }
    }

    /// The clause behind the name's own, where it begins with the day on which what is named was held.
    fn next_clause(&self, named: &Named) -> Option<Span> {
        let chars = self.doc.chars();
        if chars.get(named.span.end) != Some(&',') {
            return None;
        }
        let start = named.span.end + 1;
        let end = self.clause_end(start);
        let day = self.dates_from(start).first().filter(|date| date.span.end <= end)?;
        let between = &chars[start..day.span.start];
        let plain = between.is_empty() || ends!(between, ["将", "将于", "于", "已于", "在", "定于", "拟于"]);
        let held = (day.span.end..end)
            .any(|at| lexicon().behind.starts(&chars[at..end]) || begins!(&chars[at..end], ["结束"]));
        (plain && between.len() <= 3 && held).then(|| Span::new(start, end))
    }

    fn dates_within(&self, named: &Named, within: Span) -> Vec<ShortText> {
        let clause = self.clause_start(named.verb.min(named.span.start));
        let mut values: Vec<ShortText> = Vec::new();
        let mut last = 0;
        for date in self.dates_from(within.start) {
            if date.span.end > within.end {
                break;
            }
            let before = date.span.end <= named.span.start;
            let stands = before || date.span.start >= named.span.end;
            // 国家宪法日到来之际 is no day of it.
            let near = lexicon().coming.starts(&self.doc.chars()[date.span.end..]);
            // 2025年度的奖 is given another year.
            let told = before && self.is_told(date.span.end, named.span.start)
                || ends!(&self.doc.chars()[..date.span.end], ["年度"]);
            if stands && !near && !told && date.r#type != DateType::Duration && !values.contains(&date.value)
            {
                // 社区昨天透露,明年春节将举办: what its own clause says is nearer.
                if date.span.start >= clause && last > 0 && last <= clause {
                    values.clear();
                }
                // 今天(7月29日)|上午: one moment.
                let finer = |day: &ShortText| date.value.starts_with(day.as_str());
                if date.span.start <= last + 1 && values.last().is_some_and(finer) {
                    values.pop();
                }
                values.push(date.value.clone());
                last = date.span.end;
            } else if values.last() == Some(&date.value) {
                last = date.span.end;
            }
        }
        values
    }

    /// Whether a date is that of the telling, or of a decision: 记者9日从…获悉, 10日召开会议,决定….
    fn is_told(&self, from: usize, to: usize) -> bool {
        let told = &self.doc.chars()[from..to];
        let Some(end) = told.iter().position(|c| matches!(c, ',' | ':')) else { return false };
        let said = lexicon().tellers.ends(&told[..end])
            || (0..end).any(|at| begins!(&told[at..], ["获悉", "了解到", "报道", "表示", "消息"]));
        let decided = |at: usize| {
            matches!(told[at], ',')
                && begins!(&told[at + 1..], ["决定", "部署", "要求", "宣布", "计划", "号召"])
        };
        said || (end..told.len()).any(decided)
    }

    /// The place between 在 and the verb: 在|八一广场|开展; or that of the next clause that says where it was.
    pub(super) fn place(&self, named: &Named) -> Option<String> {
        let (from, to) = match named.verb < named.span.start {
            true => (self.clause_start(named.verb), named.verb),
            false => (named.span.end, self.clause_end(named.span.end)),
        };
        let next =
            || self.next_clause(named).and_then(|next| self.place_in(named, next.start, next.end, false));
        self.place_in(named, from, to, named.verb < named.span.start).or_else(next)
    }

    /// The place behind 在 in a clause that ends with the verb, or holds it.
    fn place_in(&self, named: &Named, from: usize, to: usize, up_to_verb: bool) -> Option<String> {
        let doc = self.doc;
        let at = (from..to)
            .rev()
            .find(|&i| matches!(doc.char(i), '在' | '于') && !"现正存实".contains(doc.before(i)))?
            + 1;
        let chars = &doc.chars()[..to];
        let end = if up_to_verb {
            to
        } else {
            (at..to).find(|&i| {
                lexicon().behind.starts(&chars[i..]) || begins!(&chars[i..], ["正式", "圆满", "隆重"])
            })?
        };
        // 在巴黎|同法国总统: with whom it was held is said behind the place.
        let with = |i: usize| doc.char(i) == '同' && countries::at_start(&chars[i + 1..]).is_some();
        let how = |&i: &usize| lexicon().manners.starts(&chars[i..]) || with(i);
        let end = (at..end).find(how).unwrap_or(end);
        let date = self.dates_from(at).first().map(|date| date.span);
        let at = match date {
            // 在三个月内|举行: a time is no place.
            Some(date) if date.start <= at && end <= date.end => return None,
            Some(date) if date.end < end => date.end,
            _ => at,
        };
        let office = Span::new(at, end);
        if self.is_holder(office) && (self.gives(office, named) || self.hosts(office, named)) {
            return None;
        }
        let place = doc.surface(office).trim();
        let length = place.chars().count();
        let plain = !place.chars().any(|c| is_separator(c) || c == '赴')
            && !place.contains("陪同")
            && !place.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '和' | '与' | '及'));
        let time = lexicon().occasions.ends(&chars[..end]);
        ((2..=20).contains(&length) && plain && !time).then(|| place.to_owned())
    }

    pub(super) fn sentence(&self, at: usize) -> usize {
        let end = |c: char| is_sentence_end(c) || c == '\n' || c == ';';
        (at.saturating_sub(120)..at)
            .rev()
            .find(|&i| end(self.doc.char(i)))
            .map_or(at.saturating_sub(120), |i| i + 1)
    }

    pub(super) fn clause_start(&self, at: usize) -> usize {
        (at.saturating_sub(40)..at)
            .rev()
            .find(|&i| is_separator(self.doc.char(i)) && self.doc.char(i) != '、')
            .map_or(at.saturating_sub(40), |i| i + 1)
    }

    pub(super) fn clause_end(&self, at: usize) -> usize {
        let most = self.doc.len().min(at + 40);
        (at..most).find(|&i| is_separator(self.doc.char(i))).unwrap_or(most)
    }
}
