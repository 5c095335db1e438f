//! Who held an activity: the subject of its verb, in its clause or in one before it; else those told behind its name.

use super::context::Scene;
use super::lexicon::lexicon;
use super::name::Named;
use crate::Span;
use crate::chars::is_separator;
use crate::extract::organization;
use crate::lexicon::{begins, ends};

/// A doer: where it begins, and its name.
pub(super) type Doer = (usize, String);

impl Scene<'_> {
    /// Those who held what is named.
    pub(super) fn organizers(&self, named: &Named) -> Vec<String> {
        let found = if named.is_place() {
            // 海关总署在博览会上发布: who acts at it need not hold it.
            let held = self.last_holder(named.span.start).filter(|(span, _)| span.end == named.span.start);
            let held = held.map(|(span, name)| (span.start, name.clone())).into_iter();
            held.chain(self.hosts_behind(named)).collect()
        } else if named.verb == named.span.start {
            self.doers_of_subject(named)
        } else {
            self.doers_before(named)
        };
        let mut names: Vec<String> = Vec::new();
        for (_, name) in found {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Of a name that is its verb's subject: those behind 由, those told behind the name, or whose it is.
    fn doers_of_subject(&self, named: &Named) -> Vec<Doer> {
        let from = self.sentence(named.verb);
        let by = self.by(from, named.verb);
        let said = by.and_then(|by| self.doers_in(by, named.verb)).filter(|said| !said.is_empty());
        // 商务部|主办|的迎春消费季——“老字号”活动启动.
        let start = self.phrase_start(named.verb);
        let hosted = |&at: &usize| matches!(lexicon().hosts.at_start(self.doc.rest(at)), Some((n, ())) if self.doc.char(at + n) == '的');
        let of = || (start..named.verb).find(hosted).and_then(|at| self.doers_in(start, at));
        let said = said.or_else(of).unwrap_or_else(|| self.hosts_behind(named));
        // 江东社区|第三届“跳蚤市场”开市.
        if !said.is_empty() || !matches!(self.doc.char(named.span.start), '“' | '《' | '第' | '首') {
            return said;
        }
        let own = self.last_holder(named.span.start).filter(|(span, _)| span.end == named.span.start);
        own.map(|(span, name)| (span.start, name.clone())).into_iter().collect()
    }

    /// Of a name that is its verb's object: the subject of the verb.
    fn doers_before(&self, named: &Named) -> Vec<Doer> {
        let sentence = self.sentence(named.verb);
        let by = self.by(sentence, named.verb);
        let mut from = by.unwrap_or(sentence);
        let mut found: Vec<Doer> = Vec::new();
        let mut end = named.verb;
        let mut silent = true;
        while end > from {
            let start = self.phrase_start(end).max(from);
            let clause = Span::new(start, end);
            if self.is_telling(clause) {
                // 记者从县教育局获悉,|今年已开展…: nobody else is spoken of.
                if found.is_empty() && silent {
                    return self.last_of_sentence(clause);
                }
                from = end;
                break;
            }
            silent = silent && self.says_nobody(clause);
            if let Some(ordered) = self.ordered(clause).filter(|_| found.is_empty()) {
                return self.doers_in(ordered, end).unwrap_or_default();
            }
            // 市文旅局主办,|市图书馆承办的…
            let hosts = ends!(&self.doc.chars()[..end], ["主办", "承办", "协办", "指导"]);
            if found.is_empty() || hosts {
                match self.doers_in(start, end) {
                    Some(said) if said.is_empty() => return found,
                    said => found.splice(0..0, said.unwrap_or_default()),
                };
            } else {
                break;
            }
            end = start.saturating_sub(1);
        }
        if found.is_empty() {
            found = self.holders_before(named, from);
        }
        if found.is_empty() {
            found = self.hosts_behind(named);
        }
        found
    }

    /// The last body or place that begins before `at`.
    fn last_holder(&self, at: usize) -> Option<&(Span, String)> {
        self.holders[..self.holders.partition_point(|(span, _)| span.start < at)].last()
    }

    /// Whether a clause has no subject: it begins with days, with words of its verb, or with a place.
    fn says_nobody(&self, clause: Span) -> bool {
        let mut at = clause.start;
        while at < clause.end {
            let date = self.dates_from(at).first().filter(|date| date.span.start == at).map(|d| d.span.len());
            let adverb = lexicon().adverbs.at_start(self.doc.rest(at)).map(|(length, ())| length);
            match date.or(adverb) {
                Some(length) => at += length,
                None => break,
            }
        }
        at >= clause.end || lexicon().prepositions.starts(self.doc.rest(at))
    }

    /// The last body or place of a sentence up to where `said` ends.
    fn last_of_sentence(&self, said: Span) -> Vec<Doer> {
        let from = self.sentence(said.start);
        let within = self.last_holder(said.end).filter(|(span, _)| span.start >= from);
        within.map(|(span, name)| (span.start, name.clone())).into_iter().collect()
    }

    /// Where the clause that ends at `end` begins; marks in it are part of it: “海鸥”|合唱团.
    fn phrase_start(&self, end: usize) -> usize {
        const LONGEST: usize = 120;
        const MARKED: usize = 12;
        let low = end.saturating_sub(LONGEST);
        let mut start = end;
        while start > low {
            match self.doc.before(start) {
                '”' => {
                    let open =
                        (start.saturating_sub(MARKED)..start).rev().find(|&at| self.doc.char(at) == '“');
                    let Some(open) = open else { break };
                    start = open;
                }
                c if is_separator(c) && c != '、' => break,
                _ => start -= 1,
            }
        }
        start
    }

    /// The bodies and places from `from` up to the verb of a name that its sentence does not say otherwise of.
    fn holders_before(&self, named: &Named, from: usize) -> Vec<Doer> {
        let next = self.holders.partition_point(|(span, _)| span.start < from);
        let holds = |(span, _): &&(Span, String)| {
            let chain = self.holder_from(span.end).is_some_and(|next| next.start == span.end);
            !chain
                && (!self.is_object(*span) || self.gives(*span, named) || self.hosts(*span, named))
                && !lexicon().titles.starts(self.doc.rest(span.end))
        };
        let before = self.holders[next..].iter().take_while(|(span, _)| span.end <= named.verb);
        before.filter(holds).map(|(span, name)| (span.start, name.clone())).collect()
    }

    /// The subject that a clause begins with: bodies and places, known by name or not, one or a list of them.
    /// 镇党委、镇政府|昨天|在…, 社区|联合|物业|, 由市文旅局主办、市图书馆|… None of them, where it says only of what sort they
    /// are: 各社区.
    pub(super) fn doers_in(&self, start: usize, end: usize) -> Option<Vec<Doer>> {
        let words = lexicon();
        let chars = &self.doc.chars()[..end];
        let mut found: Vec<Doer> = Vec::new();
        let joins =
            |at| words.joints.at_start(&chars[at..]).is_some_and(|(n, ())| n > 1 || chars[at] == '与');
        let joined = (start..end).any(joins);
        let start = start + usize::from(chars.get(start) == Some(&'并'));
        let (mut begin, mut at) = (start, start);
        while at < end {
            if let Some(holder) = self.holder_at(at).filter(|holder| holder.end <= end) {
                at = holder.end;
                continue;
            }
            let date = self.dates_from(at).first().filter(|date| date.span.start == at).map(|d| d.span.len());
            let kept =
                words.breaks.at_start(&chars[at..]).filter(|(_, breaks)| !breaks).map_or(0, |(n, _)| n);
            // 联合|党支部: of a name.
            let joint = words.joints.at_start(&chars[at..]).map(|(n, ())| n).filter(|&n| n >= kept);
            let adverb = words.adverbs.at_start(&chars[at..]).map(|(length, ())| length);
            // 总工|会|: part of a name.
            let adverb = adverb.filter(|n| !organization::ends_body(self.doc, at + n));
            // 和|布克赛尔县, 都|尉派出所: a word of one character joins or stands behind something.
            let word = joint.or(adverb).filter(|&n| n > 1 || at > begin);
            let Some(length) = date.or(word) else {
                match words.breaks.at_start(&chars[at..]) {
                    _ if at == begin && chars[at] == '该' => at += 1,
                    Some((kept, false)) => at += kept,
                    _ if words.prepositions.starts(&chars[at..]) => break,
                    Some((_, true)) => break,
                    None => at += 1,
                }
                continue;
            };
            let item = Span::new(begin, at);
            if self.is_vague(item) {
                return Some(Vec::new());
            }
            let doer = self.doer(item, joined);
            // 文体广电|和|旅游局: a name goes on.
            if doer.is_some() || at == begin || date.is_some() || chars[at] == '、' || length > 1 {
                begin = at + length;
            }
            found.extend(doer);
            at += length;
        }
        let item = Span::new(begin.min(end), at.min(end));
        if self.is_vague(item) {
            return Some(Vec::new());
        }
        found.extend(self.doer(item, joined));
        (!found.is_empty()).then_some(found)
    }

    /// Whether an item tells of what sort those are that it speaks of: 各社区, 许多村.
    fn is_vague(&self, item: Span) -> bool {
        let chars = &self.doc.chars()[item.start..item.end];
        let any = lexicon().vague.starts(chars);
        any && (lexicon().subjects.ends(chars)
            || lexicon().partners.ends(chars)
            || ends!(chars, ["地", "馆"]))
            || ends!(chars, ["各地", "各部门"])
    }

    /// The body or place that `item` names: known by name, or a part of one that is (成都大学|学生会), or without a name
    /// of its own (镇政府).
    fn doer(&self, item: Span, joined: bool) -> Option<Doer> {
        let words = lexicon();
        let chars = &self.doc.chars()[..item.end];
        let hosts =
            ["主办", "承办", "协办", "举办", "指导"].iter().any(|word| self.doc.ends_with(item.end, word));
        let end = if hosts { (item.end - 2).max(item.start) } else { item.end };
        let next = self.holders.partition_point(|(span, _)| span.start < item.start);
        let inside = || self.holders[next..].iter().take_while(|(span, _)| span.start < end);
        let whole = inside().find(|(span, _)| span.end == end);
        let within = whole.or_else(|| inside().filter(|(span, _)| span.end < end).last());
        // 从市农业农村厅获悉,|该厅|….
        if let ['该', kind @ ..] = &chars[item.start..end]
            && !kind.is_empty()
            && let Some((span, name)) = self.last_holder(item.start)
            && span.start >= self.sentence(item.start)
            && chars[..span.end].ends_with(kind)
        {
            return Some((item.start, name.clone()));
        }
        let start = match within {
            // 柳荫、望江|两个社区, 南通大学|志愿者.
            Some((span, name)) if self.adds_nothing(&chars[span.end..end]) => {
                return Some((span.start, name.clone()));
            }
            Some((span, _)) => span.start,
            None => item.start,
        };
        let span = Span::new(start, end);
        let ends_body = organization::ends_body(self.doc, end);
        let said = &chars[start..end];
        let body = hosts || ends_body || words.subjects.ends(said) || joined && words.partners.ends(said);
        let most = if within.is_some() || ends_body { 24 } else { 12 };
        let unknown = Span::new(within.map_or(start, |(known, _)| known.end), end);
        (body && (2..=most).contains(&said.len()) && is_plain(said) && self.is_noun(said, unknown))
            .then(|| (start, self.doc.surface(span).to_owned()))
    }

    /// Whether no verb begins what no list knows: not so 聚焦|互联网.
    fn is_noun(&self, said: &[char], unknown: Span) -> bool {
        let verb = |(word, tag): &(Span, &str)| match *tag {
            "v" => word.len() > 1 && word.end + 1 < unknown.end,
            tag => word.len() > 1 && matches!(tag, "d" | "p" | "c"),
        };
        lexicon().subjects.get(said).is_some() || !self.doc.tagged(unknown).iter().any(verb)
    }

    /// Whether what follows the name of a body or place makes no other of it: how many there are, its people.
    fn adds_nothing(&self, rest: &[char]) -> bool {
        let counted =
            matches!(rest, ['两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '等', ..]);
        rest.is_empty()
            || counted
            || lexicon().partners.get(rest).is_some() && lexicon().subjects.get(rest).is_none()
    }

    /// Whether a clause tells who told what follows: 记者从市教育局|获悉|,.
    fn is_telling(&self, clause: Span) -> bool {
        lexicon().tellers.ends(&self.doc.chars()[..clause.end])
    }

    /// Where those stand whom a clause says to be told to do it: 县教育局|要求|各学校….
    fn ordered(&self, clause: Span) -> Option<usize> {
        let chars = &self.doc.chars()[..clause.end];
        (clause.start..clause.end).find_map(|at| {
            let orders = &lexicon().orders;
            let (length, ()) = orders.may_begin(chars[at]).then(|| orders.at_start(&chars[at..]))??;
            (at + length < clause.end).then_some(at + length)
        })
    }

    /// Where those stand who do what the verb says: behind the last 由 of the sentence, if there is one.
    fn by(&self, from: usize, verb: usize) -> Option<usize> {
        let by = |&at: &usize| {
            self.doc.char(at) == '由'
                && self.last_holder(at).is_none_or(|(span, _)| !span.contains(at))
                && !matches!(self.doc.before(at), '自' | '理' | '缘' | '经' | '事' | '来')
                && !matches!(self.doc.char(at + 1), '于' | '来' | '此')
        };
        (from..verb).rev().find(by).map(|at| at + 1)
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

    /// Whether a body is where something was held and held it, no house that others hold things in: 在县人民医院|举办|的|义诊上.
    pub(super) fn hosts(&self, span: Span, named: &Named) -> bool {
        let chars = self.doc.chars();
        span.end == named.verb
            && begins!(&chars[named.verb..], ["举办的", "主办的", "承办的"])
            && organization::ends_body(self.doc, span.end)
            && !lexicon().houses.ends(&chars[..span.end])
    }

    /// Whether an office is where something was told: 在市政府新闻办|举行|的|新闻发布会上.
    pub(super) fn gives(&self, span: Span, named: &Named) -> bool {
        let chars = self.doc.chars();
        span.end == named.verb
            && ends!(&chars[..named.span.end], ["发布会", "吹风会", "通气会"])
            && ends!(&chars[..span.end], ["办", "办公室", "部", "局", "委", "厅", "署", "委员会"])
    }
}

/// Whether what is called like a body is one, no number or sort of them (三部门, 相关单位), no title and no activity.
fn is_plain(said: &[char]) -> bool {
    let words = lexicon();
    let vague = |c: &char| {
        "的这是各多被每些讯几两其".contains(*c)
            || c.is_ascii_digit()
            || is_separator(*c) && !matches!(c, '“' | '”')
    };
    let number = |c: char| "一二两三四五六七八九十百千余多".contains(c);
    let counted = |pair: &[char]| number(pair[0]) && matches!(pair[1], '个' | '名' | '位' | '支' | '家');
    let title = |n: usize| n < said.len() && words.titles.get(&said[said.len() - n..]).is_some();
    !(said.iter().any(vague)
        || number(said[0]) && said[0] != '一'
        || said.windows(2).any(counted)
        || (2..=4).any(title)
        || words.endings.ends(said)
        || ends!(said, ["有关部门", "相关部门", "有关单位", "相关单位"]))
}
