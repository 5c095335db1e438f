//! The noun phrase behind a unit: 324户居民, 150余名来自各街道的职工.

use super::super::grammar::Quantity;
use super::super::phrase::{leading, people_first};
use super::super::role::{FUNCTION, JOINS, Role};
use super::super::unit;
use super::super::word::{Word, may_be_singles, may_begin, words};
use super::attribute::attributed;
use super::deed::{by_batches, deed, does, doing, happens, own_clause};
use super::extent::{alternatives, compounded, fitting, goes_on, headed, joined, shorter};
use super::lexicon::{EARNED, MADE, MANNER, STEP, is};
use super::sum::{fund, is_fund};
use super::unknown::{called, closed, counted_alone, meeting, somebody, unknown_compound, unlisted};
use super::ware::event;
use super::{AHEAD, Counts, NEAR, counts, fits, past_quote, quoted};
use crate::chars::{is_han, is_separator};
use crate::numeral;
use crate::record::CountKind;
use crate::{Document, Span};

/// What stands behind a quantity.
pub(super) enum After {
    Noun(Span),
    /// A clause, which leaves the noun to what stands before; the phrase that a verb begins otherwise.
    Verb(Option<Span>),
    /// Something that is no plain phrase.
    Other,
}

pub(super) fn after(doc: &Document<'_>, q: &Quantity, at: usize) -> After {
    if let Some(span) = attributed(doc, q, at) {
        return After::Noun(span);
    }
    // A weather table: 8℃ 南京 小雨.
    let many = || q.value.is_some_and(|v| v > 1000.into());
    let degrees = matches!(doc.before(at), '℃' | '°') || doc.before(at) == '度' && !many();
    // 地下250米处
    let place = q.kind == CountKind::Measure && doc.char(at) == '处';
    if place {
        return After::Other;
    }
    // 5G基站, C919飞机
    let latin = || doc.char(at).is_ascii_alphabetic() || doc.char(at + 1).is_ascii_uppercase();
    if !(is_han(doc.char(at)) || q.kind == CountKind::Count && latin()) || degrees {
        return After::Verb(None);
    }
    let unit = q.unit.map_or('\0', |u| doc.char(u.start));
    let loose = q.kind == CountKind::Count && !matches!(unit, '人' | '次' | '场' | '步' | '遍' | '趟' | '回');
    let far = loose || q.kind == CountKind::Money;
    let mut limit = (at + if far { AHEAD } else { NEAR }).min(doc.len());
    let mut end = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
    let text = &doc.chars()[at..end];
    // No phrase begins here, whatever the words are, and none that another rule finds.
    let starts = |role: Role| {
        role.ends()
            || matches!(role, Role::Modifier | Role::VerbNoun)
            || role == Role::Verb && (loose || matches!(unit, '场' | '次'))
    };
    let owned = || match loose {
        true => text.contains(&'的') || matches!(doc.before(end), '位' | '点' | '店'),
        false => q.kind == CountKind::Money && text.iter().any(|&c| is_fund(c)),
    };
    let counts = counts(doc, q, false);
    // 爬楼机, all that is left of the clause.
    let short = || {
        let things = (loose || unit == '场') && (counts == Counts::Things || counted_alone(unit));
        things && (1..7).contains(&text.len()) && is_separator(doc.char(end))
    };
    let singles = || loose && may_be_singles(text);
    let people = || loose && counts == Counts::People;
    // 可循环材料
    let able = || loose && doc.char(at) == '可';
    // 5G基站
    let coded = || doc.char(at).is_ascii_digit() && loose;
    if !(owned() || coded() || able() || may_begin(text, starts) || short() || singles() || people()) {
        return After::Verb(None);
    }
    // 92名村(社区)干部
    if loose && text.len() == 1 && doc.char(end) == '(' {
        let span = alternatives(doc, Span::new(at, end));
        if span.len() > 1 && (doc.before(span.end) != ')' || counts != Counts::People) {
            return After::Noun(span);
        }
    }
    // 两个成了学生, 7个是孩子
    if doc.char(at + 1) == '了' || doc.char(at) == '是' {
        return After::Verb(None);
    }
    let mut cut = words(doc, Span::new(at, end));
    if loose {
        cut.join_first(doc);
    }
    // 老城区雨水管网改造提升工程: longer than what is looked at first.
    if !loose && end == at + NEAR && leading(&cut, false).is_some_and(|(span, _)| span.end + 4 >= end) {
        limit = (at + AHEAD).min(doc.len());
        end = (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
        cut = words(doc, Span::new(at, end));
    }
    let mut words = cut;
    let Some(first) = words.first().map(|w| w.role) else { return After::Verb(None) };
    // 4国缔结的条约
    if loose && matches!(unit, '国' | '省' | '市' | '县' | '区') && first.is_verb() {
        return After::Other;
    }
    // 100个集餐厅、课堂于一体的中心
    if doc.char(at) == '集' && words[0].span.len() == 1 {
        return After::Other;
    }
    if loose
        && counts != Counts::People
        && let Some(span) = unlisted(doc, &words, Span::new(at, end), end < limit, unit)
    {
        return After::Noun(span);
    }
    if q.kind == CountKind::Money
        && let Some(span) = fund(doc, &words)
    {
        return After::Noun(span);
    }
    // Behind 人, sums and measures only a noun itself; a verb there is what they do.
    let nominal = first.ends() || first == Role::Modifier;
    // 12元卫生费, but 3万元改造|管|网.
    let compound = (first == Role::VerbNoun || first == Role::Verb && loose)
        && words.get(1).is_some_and(|w| {
            w.role == Role::Suffix && (q.kind != CountKind::Money || is_fund(doc.char(w.span.start)))
        });
    // 做了三次辅导。
    if let Some(span) = deed(doc, &words, unit).filter(|_| unit == '场' || unit == '次' && words.len() == 1)
    {
        return After::Noun(span);
    }
    // 3场板凳会
    if unit == '场'
        && let Some(span) = meeting(doc, &words, end)
    {
        return After::Noun(span);
    }
    // 3场促消费活动
    if unit == '场'
        && let Some(span) = unknown_compound(doc, &words, end)
    {
        return After::Noun(span);
    }
    // 3场招聘活动, 4次飞行任务, but 两次访问中国.
    let held = || {
        matches!(unit, '场' | '次') && (first == Role::VerbNoun || words[0].opens) && {
            let phrase = leading(&words, true);
            phrase.is_some_and(|(span, count)| {
                matches!(words[count - 1].role, Role::Matter | Role::Amount) && span.start == at
                    || unit == '场'
                        && span.start == at
                        && (ends_plainly(doc, &words, count) || event(doc.before(span.end)))
            })
        }
    };
    let held = !loose && !nominal && !compound && held();
    if !loose && !nominal && !compound && !held {
        return After::Verb(None);
    }
    if loose
        && (matches!(counts, Counts::Things | Counts::Anything) && !matches!(unit, '户' | '家' | '国'))
        && let Some(span) = unknown_compound(doc, &words, end)
    {
        return After::Noun(span);
    }
    // 130个家门口的“书吧”
    let place = matches!(words[..], [.., at, of] if of.role == Role::Of && at.role == Role::Stop && at.span.len() > 1);
    if let Some(span) = quoted(doc, end).filter(|_| loose && place) {
        return After::Noun(span);
    }
    // 35家省级“绿叶”企业, 18个共建“同心路”国家
    let told = loose && words.iter().all(|w| matches!(w.role, Role::Modifier | Role::VerbNoun));
    if told && let Some(name) = quoted(doc, end) {
        let past = past_quote(doc, name.end + 1);
        return match after(doc, q, past) {
            After::Noun(noun) if noun.start == past => After::Noun(noun),
            _ if words.iter().all(|w| w.role == Role::Modifier) => After::Noun(name),
            _ => After::Verb(None),
        };
    }
    // 10个山区、丘陵乡镇, 30名高血压、糖尿病老人
    let kind =
        |w: &Word| w.role == Role::Modifier || counts == Counts::People && w.role == Role::Noun && !w.people;
    // 50名民主和进步人士: what joins them stands in the clause.
    let joint = words.iter().position(|w| !kind(w)).filter(|&i| i > 0 && words[i].is(JOINS));
    let joint = joint.filter(|_| counts == Counts::People).map(|i| words[i].span.start);
    if loose && let Some(joint) = joint.or((doc.char(end) == '、' && words.iter().all(kind)).then_some(end))
    {
        return match after(doc, q, joint + 1) {
            After::Noun(noun) if noun.start == joint + 1 => After::Noun(Span::new(at, noun.end)),
            // 50名民主和进步人士
            After::Verb(Some(noun)) if noun.start == joint + 1 && joint < end => {
                After::Noun(Span::new(at, noun.end))
            }
            _ => After::Verb(None),
        };
    }
    let mut from = 0;
    let mut found = None;
    let mut matter = false;
    let mut further = false;
    // 来自各街道的职工, 不同类型的书: on behind 的, at most twice.
    for _ in 0..3 {
        let rest = &words[from..];
        let phrase = leading(rest, loose || compound || held);
        let phrase = match phrase {
            // 数千万失能老人家庭
            Some((span, _)) if q.unit.is_none() && doc.ends_with(span.end, "家庭") => phrase,
            Some((_, count)) if counts == Counts::People => people_first(rest, count)
                .or_else(|| phrase.filter(|_| from == 0 && ends_plainly(doc, rest, count)))
                .or_else(|| phrase.filter(|(span, count)| fits(doc, counts, *span, rest[count - 1].role))),
            // 97户农民 / 搭棚种瓜
            Some((span, count)) if unit == '户' && !fits(doc, Counts::Homes, span, rest[count - 1].role) => {
                let home = |i: &usize| {
                    rest[*i].role.ends() && fits(doc, Counts::Homes, rest[*i].span, rest[*i].role)
                };
                let home = (0..count).rev().find(home);
                home.map(|i| (Span::new(rest[0].span.start, rest[i].span.end), i + 1)).or(phrase)
            }
            phrase => phrase,
        };
        let (span, count) = match phrase {
            Some((span, count)) => (Some(span), count),
            None => (None, 0),
        };
        let (span, count) = match span {
            // 14栋大棚收入38万元: the last word is what the next number counts.
            Some(span) if count > 1 && is(doc, rest[count - 1].span, EARNED) && numbered(doc, span.end) => {
                (Some(Span::new(span.start, rest[count - 2].span.end)), count - 1)
            }
            // 产业 / 集聚 / 人才 / 超80万人
            Some(span) if let Some(verb) = own_clause(doc, &rest[..count], span.end) => {
                (Some(Span::new(span.start, rest[verb - 1].span.end)), verb)
            }
            // 河道 / 生态 / 修复: what is done to it.
            Some(span)
                if count > 1
                    && is(doc, rest[count - 1].span, MANNER)
                    && rest.get(count).is_some_and(|w| w.role.is_verb()) =>
            {
                (Some(Span::new(span.start, rest[count - 2].span.end)), count - 1)
            }
            // 3座古 / 石 / 拱 / 桥
            Some(span) if loose && let Some(whole) = compounded(doc, rest, count, unit) => {
                (Some(Span::new(span.start, rest[whole - 1].span.end)), whole)
            }
            // 18座水库 / 保障 / 水源
            Some(span) if loose && let Some(verb) = fitting(doc, &rest[..count], unit) => {
                (Some(Span::new(span.start, rest[verb - 1].span.end)), verb)
            }
            // 8匹骡子 / 驮运 / 水泥
            Some(_)
                if matches!(unit, '头' | '匹')
                    && let Some(verb) = does(&rest[..count]) =>
            {
                (Some(Span::new(rest[0].span.start, rest[verb - 1].span.end)), verb)
            }
            // 80幅 / 青少年 / 绘画作品
            Some(span)
                if counts == Counts::Things
                    && rest[count - 1].role == Role::Person
                    && let Some((more, n)) = leading(&rest[count..], true)
                    && more.start == span.end
                    && rest[count + n - 1].role != Role::Person =>
            {
                (Some(Span::new(span.start, more.end)), count + n)
            }
            Some(_) if loose && !happens(doc, q) => shorter(doc, rest, count, unit),
            Some(span) if happens(doc, q) => (Some(Span::new(span.start, doing(rest, count, unit))), count),
            span => (span, count),
        };
        // 没有接到一户进水的报告, 900户供水工程
        // 3家年产值50亿元以上的企业
        // 9个增速快、活力强的城市
        let told = |span: &Span| {
            count > 0
                && rest[count - 1].role == Role::Amount
                && (numbered(doc, span.end)
                    || matches!(
                        doc.char(span.end),
                        '不' | '快' | '慢' | '高' | '低' | '强' | '大' | '小' | '多' | '好' | '优'
                    ))
        };
        let span = span.filter(|span| !told(span));
        // 20户以上的自然村, but 17户的签名.
        let large = doc.char(at) == '的' && doc.before(at) != '户';
        let wanted = if unit == '户' && !large { Counts::Homes } else { counts };
        let people = || counts == Counts::People && from == 0 && ends_plainly(doc, rest, count);
        let fitting = span.filter(|&span| fits(doc, wanted, span, rest[count - 1].role) || people());
        // 数字 / 融合 / 的 / 场景, 耐受性 / 好 / 的 / 藻种, 300条 / 居民 / 反映 / 的 / 建议: a clause about what stands
        // behind.
        let clause = count > 0
            && match unit {
                '条' | '件' | '封' | '篇' => rest[count - 1].acts || rest[count - 1].role == Role::Person,
                '个' | '种' | '项' | '类' | '款' | '株' | '盏' | '张' | '座' => !rest[count - 1].acts,
                _ => false,
            }
            // 3千盆菊花组成的花墙
            && !rest.get(count).is_some_and(|w| is(doc, w.span, MADE))
            && rest.get(count + 1).is_some_and(|w| w.role == Role::Of)
            && (rest[count].role.is_verb() || rest[count].role == Role::Modifier)
            && leading(&rest[count + 2..], false)
                .is_some_and(|(span, _)| span.start == rest[count + 1].span.end);
        if clause {
            (found, from, further) = (fitting, from + count + 2, true);
            continue;
        }
        let owner = rest.get(count).is_some_and(|w| w.role == Role::Of) && count > 0;
        let people = counts == Counts::People || q.kind == CountKind::Age;
        // 15名务工人员的孩子
        let relatives = owner
            && counts == Counts::People
            && leading(&rest[count + 1..], false).is_some_and(|(span, n)| {
                span.start == rest[count].span.end && rest[count + n].role == Role::Person
            });
        if relatives {
            (from, further) = (from + count + 1, true);
            continue;
        }
        // 3千盆菊花组成的花墙
        if let Some(span) = fitting.filter(|_| rest.get(count).is_some_and(|w| is(doc, w.span, MADE))) {
            found = Some(span);
            break;
        }
        // 8个社区的街坊 counts the 社区; a 类型 or a lone adjective only tells what kind.
        let names = count > 0
            && !matches!(rest[count - 1].role, Role::Trait | Role::Amount)
            && (!rest[0].role.is_verb()
                || rest[count - 1].role == Role::Matter
                || rest[count - 1].acts && matches!(unit, '家' | '所'));
        matter |= count > 0 && rest[count - 1].role == Role::Matter;
        if let Some(span) = fitting.filter(|_| !owner || people || names) {
            found = Some(span);
            break;
        }
        if let Some(span) = fitting {
            found = Some(span);
        }
        let of = rest.iter().position(|w| w.role == Role::Of);
        // 30台满载750套帐篷的车, but 300名来自14个乡镇的群众
        let numbers = || {
            let digit = |w: &Word| doc.char(w.span.start).is_ascii_digit();
            rest.iter().take(of.unwrap_or(0)).any(digit) && !doc.starts_with(at, "来自")
        };
        // 两场最大的山火
        let told = || unit == '场' && rest[..of.unwrap_or(0)].iter().all(|w| w.role == Role::Modifier);
        match of.filter(|_| (loose || owner || told()) && !numbers()) {
            // What stands behind it may be longer than what was looked at.
            Some(of) if end == limit => {
                let start = rest[of].span.end;
                limit = (start + AHEAD).min(doc.len());
                end = (start..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit);
                (words, from, further) = (self::words(doc, Span::new(start, end)), 0, true);
            }
            Some(of) => (from, further) = (from + of + 1, true),
            None => break,
        }
    }
    // 30条促进就业举措
    if found.is_none() && from == 0 && loose && first == Role::Predicate {
        let step = words.iter().position(|w| is(doc, w.span, STEP));
        let whole = |at: usize| words.get(at + 1).is_none_or(|w| !w.role.ends() && w.role != Role::Of);
        if let Some(at) = step.filter(|&at| whole(at)) {
            return After::Noun(words[at].span);
        }
    }
    if found.is_none() && from == 0 && loose && end < limit && counts != Counts::People {
        found = closed(doc, &words, unit);
        further |= found.is_some();
    }
    if found.is_none() && counts == Counts::People {
        // What was looked at further on, behind 的; then the words right behind the unit again.
        let again = || {
            let moved = words.first().is_none_or(|w| w.span.start != at);
            moved.then(|| called(doc, &self::words(doc, Span::new(at, clause_end(doc, at, AHEAD))))).flatten()
        };
        if let Some(span) = somebody(doc, &words).or_else(again) {
            return After::Noun(joined(doc, span, counts));
        }
    }
    // 9个国家和地区
    let found = found.map(|span| headed(doc, span, &words, unit)).map(|span| match q.kind {
        _ if doc.starts_with(span.end, "和地区") && doc.ends_with(span.end, "国家") => {
            Span::new(span.start, span.end + 3)
        }
        CountKind::Count if doc.char(span.end) == '(' => alternatives(doc, span),
        CountKind::Count | CountKind::Measure => joined(doc, span, counts),
        _ => span,
    });
    match found {
        // 5个国家5A级景区, 10个鸿蒙应用: the phrase goes on.
        Some(span) if goes_on(doc, span, &words, unit) => After::Other,
        Some(span) if by_batches(doc, &words, Span::new(at, span.end), unit) => After::Verb(None),
        Some(span) if nominal || further => After::Noun(span),
        // 上线8个检测服务项目, 设计3条学习路线.
        Some(span) if matter => After::Noun(span),
        // 1套防空导弹发射器、
        Some(span)
            if first == Role::VerbNoun && counts == Counts::Things && is_separator(doc.char(span.end)) =>
        {
            After::Noun(span)
        }
        Some(span) => After::Verb(Some(span)),
        // 从97万个调整到104万个: a clause.
        None if let Some(span) =
            deed(doc, &words, unit).filter(|_| !matches!(doc.before(q.start), '从' | '由')).filter(
                |_| happens(doc, q) || words.len() == 1 && matches!(unit, '条' | '份' | '件' | '个' | '种'),
            ) =>
        {
            After::Noun(span)
        }
        None if !nominal || first == Role::Modifier || unit == '户' => After::Verb(None),
        None => After::Other,
    }
}

/// Where the clause ends at `at`, or `most` characters on.
fn clause_end(doc: &Document<'_>, at: usize, most: usize) -> usize {
    let limit = (at + most).min(doc.len());
    (at..limit).find(|&i| is_separator(doc.char(i))).unwrap_or(limit)
}

/// Whether a phrase of `count` words is one noun or more and something plainly ends it.
fn ends_plainly(doc: &Document<'_>, words: &[Word], count: usize) -> bool {
    let last = &words[count - 1];
    if doc.surface(last.span) == "人口" {
        return true;
    }
    let noun = matches!(last.role, Role::Noun | Role::Head) && last.span.len() > 1 && !last.acts;
    let ends = match words.get(count) {
        Some(next) => {
            next.is(FUNCTION) || next.role == Role::Predicate || numeral::is_start(doc.char(next.span.start))
        }
        None => is_separator(doc.char(last.span.end)),
    };
    noun && ends && words[..count].iter().all(|w| !w.role.is_verb())
}

/// Whether a number begins at `at`.
pub(super) fn numbered(doc: &Document<'_>, at: usize) -> bool {
    let first = doc.char(at);
    first.is_ascii_digit() || numeral::is_numeric(first) && unit::longest(&doc.chars()[at + 1..]).is_some()
}
