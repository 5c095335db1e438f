//! Where a name begins: the walk goes left from the ending to the first place, body or word that opens it.

use super::Found;
use super::head::Head;
use super::lexicon::{Before, Kind, Lexicon};
use super::read::allied_party;
use super::several::is_one_of_many;
use crate::chars::{CharSet, is_han, is_separator};
use crate::extract::community::chain;
use crate::extract::community::lexicon::Lexicon as Divisions;
use crate::lexicon::{begins, ends};
use crate::names::is_word_pair;
use crate::register::{AreaLevel, NameSort, Register};
use crate::segment::common::{Class, class};
use crate::{Document, Span};

/// The longest name that is read, in characters.
pub(super) const LONGEST: usize = 30;

/// What a name opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Host {
    /// A community or township that the article names.
    Community,
    /// A division of the register, or a place of its shape.
    Area,
    /// 市, 区, 省 alone: 市第二人民医院.
    Level,
    /// 国家, 中国.
    National,
    Country,
    /// Another body: 柳荫小学党支部.
    Body,
    /// A name in quotation marks.
    Quoted,
}

/// Where the walk ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    pub(super) start: usize,
    /// Where the opening place or body ends; the start where there is none.
    pub(super) end: usize,
    pub(super) host: Option<Host>,
}

pub(super) struct Ground<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) register: &'a Register,
    pub(super) divisions: &'a Divisions,
    pub(super) lexicon: &'static Lexicon,
    /// The communities of the article, by their ends.
    pub(super) communities: Vec<Span>,
}

impl Ground<'_> {
    /// Where the name that ends with `head` begins; `last` is the body found before it.
    pub(super) fn opening(&self, head: Head, last: Option<&Found>) -> Opening {
        let doc = self.doc;
        if let Some(mark) = self.marked(head) {
            let opening = self.quoted(mark);
            if mark == head.start || opening.host.is_some() {
                return opening;
            }
        }
        // 团区委: the level is in the ending.
        if doc.char(head.start) == '团'
            && (is_level(doc.char(head.start + 1)) || doc.char(head.start + 1) == '地')
        {
            // 共青|团县委, 青年|团县委.
            let whole = ends!(&doc.chars()[..head.start], ["共青", "青年"]);
            let start = head.start - if whole { 2 } else { 0 };
            return Opening { start, end: head.start, host: Some(Host::Level) };
        }
        // 学田街道办: the ending holds the suffix of the division.
        let mut held = self.communities_from(head.start + 1).take_while(|s| s.end < head.end);
        if let Some(span) = held.find(|s| s.start < head.start) {
            return Opening { start: span.start, end: head.start, host: Some(Host::Community) };
        }
        // 郫县|县委会: the level is said twice.
        if head.kind == Kind::Committee && doc.before(head.start) == doc.char(head.start) {
            let low = chain::floor(doc, head.start, LONGEST);
            if let Some(opening) =
                self.place(head, head.start, low, last).filter(|o| o.host == Some(Host::Area))
            {
                return opening;
            }
        }
        // 市委: the level is part of the ending.
        let from = head.start + usize::from(head.kind == Kind::Committee);
        let low = chain::floor(doc, from, LONGEST);
        let mut at = from;
        while at > low {
            if let Some(span) = self.community_to(at) {
                return Opening { start: span.start, end: at, host: Some(Host::Community) };
            }
            if let Some(last) = last.filter(|l| l.span.end == at) {
                return Opening { start: last.span.start, end: at, host: Some(Host::Body) };
            }
            let c = doc.before(at);
            // 青禾机械厂|同|西北轻工学院, 在北京|同|新开发银行.
            let place =
                || self.short_area(at - 1, low, last).is_some_and(|(start, _)| doc.before(start) == '在');
            if matches!(c, '同' | '跟')
                && (last.is_some_and(|l| l.span.end == at - 1)
                    || place() && !doc.is_word(Span::new(at - 1, at + 1)))
            {
                break;
            }
            if (is_level(c) || c == '盟')
                && let Some(opening) = self.place(head, at, low, last)
            {
                return opening;
            }
            // 镇|卫生院: the township of the article; its government and Party are generic.
            let station = || matches!(doc.before(head.end), '站' | '所');
            if (matches!((c, doc.char(at)), ('镇', _) | ('乡', '卫' | '中' | '供' | '派'))
                || c == '乡' && station())
                && self.serves_township(head)
                && self.is_firm(at - 1, low, last)
                && !ends!(&doc.chars()[..at - 1], ["各", "的", "每", "所有", "多个", "几个"])
            {
                return Opening { start: at - 1, end: at, host: Some(Host::Level) };
            }
            // 石桥头村|小学: a village that no list has.
            if c == '村'
                && head.kind == Kind::School
                && doc.char(at) != '里'
                && let Some(start) = self.unlisted(at, low, last)
            {
                return Opening { start, end: at, host: Some(Host::Area) };
            }
            let word = self.lexicon.before.at_end(&doc.chars()[low..at]);
            // 内|蒙古国际医院: the region, not the country.
            let word = word.filter(|_| !ends!(&doc.chars()[..at], ["内蒙古", "内蒙古国"]));
            // 于都: the short name of a division may hold a stop. 成都 does, but 和平 and 前进 are words besides.
            let held = matches!(word, Some((_, Before::Join)));
            if let None | Some((1, Before::Stop) | (_, Before::Join)) = word
                && let Some((start, level)) = self.short_area(at, low, last)
                && (!held
                    || level != AreaLevel::County && last.is_none_or(|l| l.span.end != start)
                    || self.is_founded(start))
            {
                let start = self.chain_start(start);
                return Opening { start, end: at, host: Some(Host::Area) };
            }
            match word {
                // 文化广电|和|旅游局: both sides are fields of an office.
                Some((1, Before::Stop))
                    if matches!(
                        head.kind,
                        Kind::Office | Kind::Government | Kind::State | Kind::Association
                    ) && matches!(c, '和' | '与')
                        && self.lexicon.fields.at_end(&doc.chars()[low..at - 1]).is_some() => {}
                // 中国科学院|古动物|与|古人类研究所: both are what the institute of a known body studies.
                Some((1, Before::Stop))
                    if matches!(c, '和' | '与') && self.is_subject(head, at - 1, last) => {}
                Some((_, Before::Stop)) => break,
                Some((n, Before::Join)) => {
                    at -= n;
                    continue;
                }
                // 内蒙|古巴彦淖尔: another name's end and another's beginning.
                Some((2, Before::Country)) if ends!(&doc.chars()[..at - 1], ["内蒙古"]) => {}
                Some((n, Before::Country)) => {
                    return Opening { start: self.posted(at - n), end: at, host: Some(Host::Country) };
                }
                // 法国|巴黎|警察局.
                Some((n, Before::Abroad)) if self.opens_abroad(at - n, low, last) => {
                    // 联合国|日内瓦办事处.
                    if let Some(last) = last.filter(|l| l.span.end == at - n) {
                        return Opening { start: last.span.start, end: at - n, host: Some(Host::Body) };
                    }
                    let start = self.country_before(at - n, low).unwrap_or_else(|| self.posted(at - n));
                    // 香港驻|东京经济贸易办事处: whose it is is not told.
                    if start == at - n && doc.before(start) == '驻' {
                        break;
                    }
                    return Opening { start, end: at, host: Some(Host::Area) };
                }
                // 美国|中央司令部: only the country opens it.
                Some((n, Before::National))
                    if head.kind != Kind::State && self.is_firm(at - n, low, last) =>
                {
                    // 越南共产党|中央委员会.
                    let part = !matches!(head.kind, Kind::Hall | Kind::School);
                    if let Some(last) = last.filter(|l| part && l.span.end == at - n) {
                        return Opening { start: last.span.start, end: at - n, host: Some(Host::Body) };
                    }
                    let start = self.country_before(at - n, low).unwrap_or(at - n);
                    return Opening { start, end: at, host: Some(Host::National) };
                }
                _ => {}
            }
            if is_dated(doc, at) || c.is_ascii_digit() && !doc.ends_with(number_start(doc, at, low), "第") {
                break;
            }
            at -= 1;
        }
        Opening { start: at, end: at, host: None }
    }

    /// Whether what ends at `at` behind a known body is the first subject of its institute.
    fn is_subject(&self, head: Head, at: usize, last: Option<&Found>) -> bool {
        const LONGEST: usize = 8;
        let subject = |end: usize| self.doc.chars().get(end..at).unwrap_or_default();
        head.kind == Kind::Institute
            && last.is_some_and(|l| {
                let subject = subject(l.span.end);
                l.kind == Kind::Known
                    && (2..=LONGEST).contains(&subject.len())
                    && subject.iter().all(|&c| is_han(c))
            })
    }

    /// The communities that end at `at` or later, by their ends.
    pub(super) fn communities_from(&self, at: usize) -> impl Iterator<Item = Span> {
        self.communities[self.communities.partition_point(|s| s.end < at)..].iter().copied()
    }

    /// A community that ends at `at`.
    pub(super) fn community_to(&self, at: usize) -> Option<Span> {
        self.communities_from(at).next().filter(|s| s.end == at)
    }

    /// A division, or a level alone, that ends at `at`.
    fn place(&self, head: Head, at: usize, low: usize, last: Option<&Found>) -> Option<Opening> {
        let doc = self.doc;
        if let Some(chain) = chain::read(doc, self.register, self.divisions, at) {
            // 县文化馆|和|县滇剧团: no 和县 behind a body.
            if last.is_some_and(|l| l.span.end == chain.start)
                && doc.char(chain.start) == '和'
                && at == chain.start + 2
            {
                return Some(Opening { start: at - 1, end: at, host: Some(Host::Level) });
            }
            // 马尔|康县: the name begins earlier.
            let start = match doc.is_boundary(chain.start) {
                true => self.chain_start(chain.start),
                false => doc.word(chain.start).start,
            };
            let start = start.max(low);
            return Some(Opening { start, end: at, host: Some(Host::Area) });
        }
        let (text, rest) = doc.chars().split_at(at);
        // 地区|行署: the level of prefectures that are no cities.
        if ends!(text, ["地区"])
            && self.is_firm(at - 2, low, last)
            && !begins!(rest, ["性", "级", "的", "间"])
        {
            return Some(Opening { start: at - 2, end: at, host: Some(Host::Level) });
        }
        // 十个县市|文化馆: those of several.
        let several = matches!(text, [.., '县' | '省' | '区', '市'] | [.., '市' | '区', '县']);
        if at == head.start && several && chain::read(doc, self.register, self.divisions, at - 1).is_none() {
            return None;
        }
        // 加上|市总工会: but no 上市|公司.
        let direct = at == head.start && head.kind != Kind::Company && ends!(text, ["上市"]);
        if self.lexicon.no_level.ends(text) && !direct {
            return None;
        }
        if ends!(text, ["自治区", "自治州", "自治县", "自治旗"]) && self.is_firm(at - 3, low, last)
        {
            return Some(Opening { start: at - 3, end: at, host: Some(Host::Level) });
        }
        // 县级, 市场, 区域: the level is part of a word; 市场监管局, 区民政局: it is not.
        let word = "级份属域间场民会下帜位长内里外城".contains(doc.char(at));
        if word && !self.lexicon.below.starts(rest) {
            return None;
        }
        // 该市公安局, 该州法院: which one was said before.
        if matches!(doc.before(at - 1), '该' | '某') {
            return None;
        }
        // 同县茶叶公司签约.
        let with = matches!(doc.before(at - 1), '同' | '找' | '帮') && is_level(doc.before(at));
        // 民革|市委会.
        let party = allied_party(&text[..at - 1]) > 0;
        // 多家|市政公司.
        // 区财政和|区总工会.
        let joins = at >= low + 3
            && matches!(doc.before(at - 1), '和' | '与')
            && matches!(self.lexicon.before.at_end(&text[low..at - 1]), Some((n, Before::Join)) if n > 2);
        if (with || party || joins || self.is_firm(at - 1, low, last) || self.is_behind_deed(at - 1))
            && !is_one_of_many(doc, at - 1)
        {
            return Some(Opening { start: at - 1, end: at, host: Some(Host::Level) });
        }
        let whole = |start: usize| {
            let start = self.chain_start(start);
            self.country_before(start, low).unwrap_or(start)
        };
        let start = self.unlisted(at, low, last).map(whole).or_else(|| self.transcribed(at, low, last))?;
        Some(Opening { start, end: at, host: Some(Host::Area) })
    }

    /// Whether what somebody does with a body stands before `at`: 已转|省交通厅, 四趟|区档案馆, 建议|市公安局; but 开发区 and
    /// 通化市 begin earlier.
    fn is_behind_deed(&self, at: usize) -> bool {
        static DEEDS: CharSet = CharSet::of("转跑趟经报");
        let doc = self.doc;
        if at == 0 {
            return false;
        }
        let verb = || {
            at >= 2
                && !matches!(doc.char(at), '区' | '州' | '旗')
                && class(&doc.chars()[at - 2..at]) == Some(Class::Verb)
                && doc.is_boundary(at - 2)
                && doc.is_boundary(at)
        };
        DEEDS.has(doc.before(at)) && !is_word_pair(doc.before(at), doc.char(at)) || verb()
    }

    /// Whether a body that begins at `at` is founded: 成立|农家客栈协会.
    pub(super) fn is_founded(&self, at: usize) -> bool {
        let text = &self.doc.chars()[..at];
        ends!(text, ["成立", "成立了", "组建", "组建了", "创办", "创办了", "创建了", "办起了"])
    }

    /// Whether a body of the kind is told apart by the township alone.
    fn serves_township(&self, head: Head) -> bool {
        let text = &self.doc.chars()[..head.end];
        match head.kind {
            Kind::Hospital | Kind::School | Kind::Company | Kind::Police => true,
            Kind::Government | Kind::Office | Kind::Hall => ends!(text, ["所", "站", "中心"]),
            _ => false,
        }
    }

    /// The short name of a division that ends at `at` and begins where a name may begin: where, and its level.
    pub(super) fn short_area(
        &self,
        at: usize,
        low: usize,
        last: Option<&Found>,
    ) -> Option<(usize, AreaLevel)> {
        let doc = self.doc;
        let here = chain::ending(doc, self.register, at);
        [AreaLevel::Prefecture, AreaLevel::Province, AreaLevel::County].into_iter().find_map(|level| {
            let start = here.start(level, NameSort::Short)?;
            // 一家|港口机械公司.
            // 该|市中医院: no 市中区.
            let begins = start >= low
                && self.is_firm(start, low, last)
                && !is_one_of_many(doc, start)
                && doc.before(start) != '该';
            begins.then_some((start, level))
        })
    }

    /// The start of the divisions printed before `start`, or `start`.
    pub(super) fn chain_start(&self, start: usize) -> usize {
        chain::read(self.doc, self.register, self.divisions, start).map_or(start, |c| c.start)
    }

    /// Whether a name may begin at `at`: something ends there.
    pub(super) fn is_firm(&self, at: usize, low: usize, last: Option<&Found>) -> bool {
        let doc = self.doc;
        at == 0
            || is_separator(doc.before(at))
            || last.is_some_and(|l| l.span.end == at)
            // 市一中|和|市二中: no 中和.
            || last.is_some_and(|l| l.span.end + 1 == at) && matches!(doc.before(at), '和' | '与' | '及')
            || is_dated(doc, at)
            || matches!(
                self.lexicon.before.at_end(&doc.chars()[low.min(at).saturating_sub(4)..at]),
                Some((_, Before::Stop | Before::Country))
            )
            || self.community_to(at).is_some()
    }
}

/// Whether a level of divisions is named by `c` alone.
pub(super) const fn is_level(c: char) -> bool {
    matches!(c, '省' | '市' | '区' | '县' | '州' | '旗')
}

/// Whether a date ends at `at`: 10月29日|市民政局.
fn is_dated(doc: &Document<'_>, at: usize) -> bool {
    at >= 2
        && matches!(doc.before(at), '日' | '月' | '年' | '时' | '分' | '点' | '号' | '起')
        && (doc.char(at - 2).is_ascii_digit() || "一二三四五六七八九十日".contains(doc.char(at - 2)))
}

/// Where the digits that end at `at` begin.
fn number_start(doc: &Document<'_>, at: usize, low: usize) -> usize {
    (low..at).rev().find(|&i| !doc.char(i).is_ascii_digit()).map_or(low, |i| i + 1)
}
