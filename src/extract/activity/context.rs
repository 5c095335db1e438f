//! Who held an activity, when and where, as its sentence says.

use super::lexicon::lexicon;
use super::name::Named;
use crate::chars::{is_sentence_end, is_separator};
use crate::countries;
use crate::lexicon::{begins, ends};
use crate::record::{Community, Date, DateType, Organization, ShortText};
use crate::{Document, Span};

/// The bodies and places that an organiser may be, and the dates, all in text order.
pub(super) struct Scene<'a> {
    doc: &'a Document<'a>,
    /// Bodies, and communities outside them.
    holders: Vec<(Span, String)>,
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

    /// The names before the verb that the sentence says are the doers, and partners that stand behind 联合.
    pub(super) fn organizers(&self, named: &Named) -> Vec<String> {
        // 海关总署在博览会上发布: who acts at it need not hold it.
        if named.is_place() {
            let held = self.holders.iter().filter(|(span, _)| span.end == named.span.start);
            let behind = self.hosts_behind(named).into_iter().map(|f| f.1);
            return held.map(|(_, name)| name.clone()).chain(behind).collect();
        }
        let from = self.doers_from(named.verb);
        let mut found: Vec<(usize, String)> = Vec::new();
        for (span, name) in &self.holders[self.holders.partition_point(|(span, _)| span.start < from)..] {
            if span.start >= named.verb {
                break;
            }
            if span.end > named.verb {
                continue;
            }
            let chain = self.holder_from(span.end).is_some_and(|next| next.start == span.end);
            let holds = !self.is_object(*span) || self.gives(*span, named);
            if !chain && holds && !is_in_title(&self.doc.chars()[span.end..]) {
                found.push((span.start, name.clone()));
            }
        }
        found.extend(self.partners(from, named.verb));
        found.extend(found.first().and_then(|(first, _)| self.joined_by(*first)));
        found.sort_by_key(|f| f.0);
        found.dedup_by(|a, b| a.1 == b.1);
        if found.is_empty() && named.verb == named.span.start {
            found.extend(self.hosts_behind(named));
        }
        if found.is_empty() {
            found.extend(self.subject(self.clause_start(named.verb), named.verb, false));
        }
        found.into_iter().map(|f| f.1).collect()
    }

    /// Those who are told behind the name: …|由市文旅局主办、市图书馆承办, …在八一广场举行,|市文旅局主办; also by the next
    /// sentence, where it says 活动由….
    fn hosts_behind(&self, named: &Named) -> Vec<(usize, String)> {
        const FAR: usize = 90;
        let chars = self.doc.chars();
        let line = chars[named.span.end..].iter().take(FAR).take_while(|&&c| c != '\n').count();
        let limit = named.span.end + line;
        let mut found = Vec::new();
        let mut last = 0;
        for (span, name) in &self.holders[self.holders.partition_point(|(s, _)| s.start < named.span.end)..] {
            if span.start >= limit {
                break;
            }
            let clause = self.clause_start(span.start).max(named.span.end);
            let by = chars[clause..span.start].iter().rposition(|&c| c == '由').map(|at| clause + at);
            // 由市文旅局、|市图书馆主办.
            let listed = last > 0
                && (span.start == clause
                    || span.start == last + 1 && matches!(chars[last], '、' | '和' | '与' | '及'));
            let told = by.is_some_and(|by| by == named.span.end || self.is_of(named, clause, by));
            let hosts = |rest: &[char]| lexicon().hosts.starts(rest);
            let stop = |&at: &usize| is_separator(chars[at]) && chars[at] != '、';
            let to = (span.end..limit).find(stop).unwrap_or(limit);
            let verb = (span.end..to).find(|&at| hosts(&chars[at..]));
            // 市文旅局、市图书馆|主办 as a clause of its own.
            let alone = span.start == clause
                && verb.is_some_and(|verb| verb == span.end || matches!(chars[span.end], '、' | '和' | '与'));
            if (told || listed || alone) && verb.is_some() {
                last = span.end;
                found.push((span.start, name.clone()));
            }
        }
        found
    }

    /// Whether the clause that begins at `clause` and says 由 at `by` tells of the activity: its own, or 本次活动由….
    fn is_of(&self, named: &Named, clause: usize, by: usize) -> bool {
        const LONGEST: usize = 8;
        let subject = &self.doc.chars()[clause..by];
        self.sentence(by) <= named.span.start && clause == named.span.end
            || subject.len() <= LONGEST
                && ends!(subject, ["活动", "赛", "展", "会", "论坛", "仪式", "节", "展览", "会议", "比赛"])
            || subject.is_empty()
    }

    /// The dates that begin at `at` or behind it.
    fn dates_from(&self, at: usize) -> &'a [Date] {
        &self.dates[self.dates.partition_point(|date| date.span.start < at)..]
    }

    /// Whether a body or place has the span.
    pub(super) fn is_holder(&self, span: Span) -> bool {
        let next = self.holders.partition_point(|(holder, _)| holder.start < span.start);
        self.holders.get(next).is_some_and(|(holder, _)| *holder == span)
    }

    /// Where those may stand who hold what the verb says: behind the last 由 of the sentence, if there is one.
    fn doers_from(&self, verb: usize) -> usize {
        let from = self.sentence(verb);
        let by = |&at: &usize| {
            self.doc.char(at) == '由'
                && !matches!(self.doc.before(at), '自' | '理' | '缘' | '经' | '事' | '来')
                && !matches!(self.doc.char(at + 1), '于' | '来' | '此')
        };
        (from..verb).rev().find(by).map_or(from, |at| at + 1)
    }

    /// The first holder that begins at `at` or behind it.
    fn holder_from(&self, at: usize) -> Option<Span> {
        let next = self.holders.partition_point(|(span, _)| span.start < at);
        self.holders.get(next).map(|(span, _)| *span)
    }

    /// Whether a holder is spoken of as a place or a goal: 在石港镇|柳荫村, 组织柳荫、|望江两个社区.
    fn is_object(&self, span: Span) -> bool {
        let chars = self.doc.chars();
        let mut start = span.start;
        // The first of a list speaks for all.
        while matches!(self.doc.before(start), '、' | '和' | '与' | '及')
            && let Some((before, _)) =
                self.holders[..self.holders.partition_point(|(s, _)| s.start < start)].last()
            && before.end + 1 == start
        {
            start = before.start;
        }
        let object = |at: usize| lexicon().objects.ends(&chars[..at]);
        // The divisions above a place may stand between.
        let low = start.saturating_sub(20);
        let above = |&at: &usize| {
            object(at)
                && matches!(chars[start - 1], '镇' | '乡' | '道' | '县' | '区' | '市' | '州' | '旗' | '省')
        };
        object(start)
            || (low..start)
                .rev()
                .take_while(|&i| !is_separator(chars[i]) && !matches!(chars[i], '的' | '会' | '局'))
                .any(|at| above(&at))
    }

    /// Whether an office is where something was told: 在市政府新闻办|举行|的|新闻发布会上.
    fn gives(&self, span: Span, named: &Named) -> bool {
        let chars = self.doc.chars();
        span.end == named.verb
            && ends!(&chars[..named.span.end], ["发布会", "吹风会", "通气会"])
            && ends!(&chars[..span.end], ["办", "办公室", "部", "局", "委", "厅", "署", "委员会"])
    }

    /// Who holds it with the first that is known by name, at `at`: 护河队|与|市团委.
    fn joined_by(&self, at: usize) -> Option<(usize, String)> {
        let joint = ends!(&self.doc.chars()[..at], ["与", "和", "同", "联合", "会同"]);
        let length = if ends!(&self.doc.chars()[..at], ["联合", "会同"]) { 2 } else { 1 };
        let from = self.clause_start(at).max(self.doers_from(at));
        joint.then(|| self.subject(from, at - length, true)).flatten()
    }

    /// The subject of the clause between `start` and `end`, where it is a place or body without a name of its own:
    /// 社区|再办…, 秀洲区|启动…; with a partner also a crew: 护河队|将与….
    fn subject(&self, mut start: usize, mut end: usize, joined: bool) -> Option<(usize, String)> {
        let dates = self.dates_from(start);
        let dates = &dates[..dates.partition_point(|date| date.span.end <= end)];
        loop {
            if let Some((length, ())) = lexicon().adverbs.at_end(&self.doc.chars()[..end]) {
                end -= length;
            } else if let Some(date) = dates.iter().find(|date| date.span.end == end) {
                end = date.span.start;
            } else if let Some(date) = dates.iter().find(|d| d.span.start == start && d.span.end < end) {
                start = date.span.end;
            } else {
                break;
            }
            if end <= start {
                return None;
            }
        }
        let span = Span::new(start, end.max(start));
        let chars = &self.doc.chars()[span.start..span.end];
        let body = lexicon().subjects.ends(chars) || joined && lexicon().partners.ends(chars);
        let plain = !chars.iter().any(|c| {
            matches!(
                c,
                '在' | '的'
                    | '为'
                    | '从'
                    | '向'
                    | '对'
                    | '到'
                    | '这'
                    | '该'
                    | '是'
                    | '、'
                    | '各'
                    | '多'
                    | '被'
                    | '每'
                    | '些'
                    | '讯'
            )
        });
        (body && plain && (2..=9).contains(&span.len())).then(|| (start, self.doc.surface(span).to_owned()))
    }

    /// What stands between 联合 and the next mark, where it is no body known by name: 联合|工会|,组织…
    fn partners(&self, from: usize, verb: usize) -> Vec<(usize, String)> {
        let chars = &self.doc.chars()[..verb];
        let joins = |&at: &usize| begins!(&chars[at..], ["联合", "携手", "会同", "协同"]);
        let Some(start) = (from..verb).find(joins).map(|at| at + 2) else { return Vec::new() };
        // 联合下发通知: nobody stands behind it.
        if lexicon().jointly.starts(self.doc.rest(start)) {
            return Vec::new();
        }
        let stop = |&at: &usize| {
            is_separator(chars[at]) && chars[at] != '、'
                || begins!(
                    &chars[at..],
                    ["等", "在", "共同", "一起", "把", "将", "组织", "开展", "举办", "举行"]
                )
        };
        let end = (start..verb).find(stop).unwrap_or(verb);
        let mut partners = Vec::new();
        let mut begin = start;
        for i in start..=end {
            if i == end || matches!(chars[i], '、' | '和' | '与' | '及') {
                let span = Span::new(begin, i.max(begin));
                let next = self.holders.partition_point(|(holder, _)| holder.end <= span.start);
                let known = self.holders.get(next).is_some_and(|(holder, _)| holder.overlaps(span));
                // 合作委员会|联合防务理事会18日: 联合 is of the name there.
                let plain = !chars[span.start..span.end]
                    .iter()
                    .any(|c| matches!(c, '的' | '对' | '了' | '为' | '到') || c.is_ascii_digit());
                // 联合推进治理: what ends as no body is called is none.
                let plain = plain && lexicon().partners.ends(&chars[span.start..span.end]);
                if !known && plain && (2..=10).contains(&span.len()) {
                    partners.push((begin, self.doc.surface(span).to_owned()));
                }
                begin = i + 1;
            }
        }
        partners
    }

    /// The values of the dates in the sentence up to the name, and behind it up to the end of the clause.
    pub(super) fn dates(&self, named: &Named) -> Vec<ShortText> {
        let from = self.sentence(named.span.start);
        // 27日他传达在工作会议上的讲话: what was said there earlier.
        if named.is_place() && begins!(&self.doc.chars()[named.span.end..], ["上的", "上所"]) {
            return Vec::new();
        }
        let to = self.clause_end(named.span.end);
        let clause = self.clause_start(named.verb.min(named.span.start));
        let mut values: Vec<ShortText> = Vec::new();
        let mut last = 0;
        for date in self.dates_from(from) {
            if date.span.end > to {
                break;
            }
            let before = date.span.end <= named.span.start;
            let stands = before || date.span.start >= named.span.end;
            // 国家宪法日到来之际 is no day of it.
            let near =
                begins!(&self.doc.chars()[date.span.end..], ["到来", "来临", "前夕", "之际", "临近", "即将"]);
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

    /// Whether a date is that of the telling: 记者9日从…获悉.
    fn is_told(&self, from: usize, to: usize) -> bool {
        let told = &self.doc.chars()[from..to];
        let end = told.iter().position(|&c| c == ',').unwrap_or(0);
        (0..end).any(|at| begins!(&told[at..], ["获悉", "了解到", "报道", "表示", "消息"]))
    }

    /// The place between 在 and the verb: 在|八一广场|开展.
    pub(super) fn place(&self, named: &Named) -> Option<String> {
        let doc = self.doc;
        let (from, to) = match named.verb < named.span.start {
            true => (self.clause_start(named.verb), named.verb),
            false => (named.span.end, self.clause_end(named.span.end)),
        };
        let at = (from..to)
            .rev()
            .find(|&i| matches!(doc.char(i), '在' | '于') && !"现正存实".contains(doc.before(i)))?
            + 1;
        let chars = &doc.chars()[..to];
        let end = if named.verb < named.span.start {
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
        if self.is_holder(office) && self.gives(office, named) {
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

    fn sentence(&self, at: usize) -> usize {
        let end = |c: char| is_sentence_end(c) || c == '\n' || c == ';';
        (at.saturating_sub(120)..at)
            .rev()
            .find(|&i| end(self.doc.char(i)))
            .map_or(at.saturating_sub(120), |i| i + 1)
    }

    fn clause_start(&self, at: usize) -> usize {
        (at.saturating_sub(40)..at)
            .rev()
            .find(|&i| is_separator(self.doc.char(i)) && self.doc.char(i) != '、')
            .map_or(at.saturating_sub(40), |i| i + 1)
    }

    fn clause_end(&self, at: usize) -> usize {
        let most = self.doc.len().min(at + 40);
        (at..most).find(|&i| is_separator(self.doc.char(i))).unwrap_or(most)
    }
}

/// Whether what follows a body makes a title of it: 市委|常委, 国务院|副总理.
fn is_in_title(rest: &[char]) -> bool {
    lexicon().titles.starts(rest)
}
