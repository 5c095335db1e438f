//! Whether a stem that the register does not have looks like a name.

use super::anchor::{Anchor, Kind};
use super::boundary::Ground;
use super::chain::Chain;
use super::known::Known;
use super::lexicon::words;
use crate::Span;
use crate::chars::{CharSet, is_han};
use crate::register::variants::without_peoples;
use crate::register::{Area, AreaLevel, NameSort};

impl Ground<'_> {
    /// Whether a stem outside the register has the shape of a name.
    pub(super) fn plausible(&self, anchor: Anchor, start: usize, left: i32) -> bool {
        static NO_FIRST: CharSet = CharSet::of("看去来做建管办讲学听爱想要变成");
        let stem = &self.doc.chars()[start..anchor.at];
        let n = stem.len();
        if left >= 60 {
            return self.fits_behind_town(anchor, start);
        }
        // 那扶镇 behind its county: 那 is a field in the names of the Zhuang.
        let field = left >= 50 && matches!(stem, ['那', second, ..] if !OF_THAT.has(*second));
        if !stem.iter().all(|&c| is_han(c))
            || stem[usize::from(field)..].iter().any(|c| NEVER.has(*c))
            || matches!(stem[0], '原' | '再' | '当' | '仍' | '即' | '若' | '以' | '并' | '且' | '而' | '但' | '却')
            // 某镇党委指导村里…: who acts, not a name.
            || words().actors.starts(stem)
        {
            return false;
        }
        if let Some(plain) = self.of_people(anchor, start) {
            return (1..=4).contains(&plain.len());
        }
        let most = match anchor.kind {
            Kind::Village if self.is_numbered(stem) => return true,
            Kind::Town | Kind::Rural if left >= 50 && n > 4 && is_transcribed(stem) => return true,
            Kind::Community | Kind::Residents | Kind::Gacha | Kind::Sumu => 6,
            // 杭嘉新村 may be a compound of dwellings.
            Kind::Village if left >= 50 && (2..=3).contains(&n) && stem[n - 1] != '新' => 3,
            Kind::Village if self.is_lived_in(anchor) && n >= 2 => 3,
            Kind::Street | Kind::Town | Kind::Rural if left >= 50 => 4,
            Kind::Town | Kind::Rural if left >= 30 && self.is_seat(anchor) => 3,
            Kind::Town | Kind::Rural if left == 30 && self.is_bare_township(anchor, start) => 2,
            Kind::Street => 3,
            _ => return false,
        };
        if n < 2 && left < 50 || n > most {
            return false;
        }
        let span = Span::new(start, anchor.at);
        // 虹口区的一条普通街道.
        if words().counted.starts(stem) {
            return false;
        }
        // 黔西苗族彝族乡寨: peoples alone name no township.
        let people = stem.iter().position(|&c| c == '族').map(|n| Span::new(start, start + n + 1));
        if stem[n - 1] == '族' && people.is_some_and(|people| self.doc.is_common(people)) {
            return false;
        }
        // 梅城古镇: the old town of a place. 青石镇镇山村: the village's 镇, not the town's.
        if matches!(anchor.kind, Kind::Town)
            && (n > 2 && matches!(stem[n - 1], '古' | '小' | '名' | '新') || stem[n - 1] == '镇')
        {
            return false;
        }
        if left < 60 && stem[1..].iter().any(|c| matches!(c, '省' | '市' | '县' | '区'))
            || stem[..n - 1].iter().any(|c| matches!(c, '镇' | '乡'))
            || stem.windows(2).any(|w| w == ['街', '道'] || w == ['社', '区'])
        {
            return false;
        }
        // Behind its division a road may be called after anything: 优胜北路居委会.
        let paved = n > 2 && matches!(stem[n - 1], '路' | '街' | '巷') && anchor.kind != Kind::Village;
        if left >= 50
            && n <= 4
            && !(anchor.kind == Kind::Community && TAILS.iter().any(|t| self.doc.ends_with(anchor.at, t)))
        {
            return paved || self.noun(span);
        }
        // 鄂温克苏木: nothing else is called so.
        if anchor.kind == Kind::Sumu {
            return self.noun(span);
        }
        // A verb of its own, not the beginning of a noun: 学 | 文化, but 学士街.
        let alone = || self.doc.tagged(span).first().is_none_or(|(word, _)| word.len() == 1);
        if n > 2 && NO_FIRST.has(stem[0]) && alone() {
            return false;
        }
        // 滨江国际社区, 瓜山未来社区: a place and a word that developers like; 首批未来社区 has no place.
        if let Some(tail) = (anchor.kind == Kind::Community)
            .then(|| TAILS.iter().find(|t| n >= 4 && self.doc.ends_with(anchor.at, t)))
            .flatten()
        {
            let head = Span::new(start, anchor.at - tail.chars().count());
            return self.noun(head) && !self.is_thing(head);
        }
        // 年底前全街道的人: all of it.
        if stem[n - 1] == '全' && n > 1 {
            return false;
        }
        // 品质化社区, 嵌入式社区: sorts of community.
        if n > 2 && matches!(stem[n - 1], '型' | '式' | '化' | '性' | '类')
            || self.is_done(span)
            || self.is_of_place(span)
        {
            return false;
        }
        if left >= 40 && anchor.kind == Kind::Community && n <= 5 {
            return self.noun(span) && !self.is_thing(span);
        }
        // A word of the dictionary that the register does not have is a common word, not a name.
        !self.doc.is_word(span)
            && (self.is_built(span) || self.noun(span))
            && (n <= 3 || PLACES.has(stem[n - 1]))
    }

    /// Whether a stem directly behind its township may be a name: nearly anything may, but what is done there.
    fn fits_behind_town(&self, anchor: Anchor, start: usize) -> bool {
        static GOING: CharSet = CharSet::of("进入驻访到回返赴");
        let stem = &self.doc.chars()[start..anchor.at];
        let (n, span) = (stem.len(), Span::new(start, anchor.at));
        let digits = stem.iter().filter(|c| c.is_ascii_digit()).count();
        if digits > 0 {
            return match anchor.kind {
                // 119社区, but 12社区 are twelve.
                Kind::Community => digits == n && n > 2,
                Kind::Village => digits == n && n < 3 && self.is_lived_in(anchor),
                // 阳曲路760弄居民区
                Kind::Residents => stem[n - 1] == '弄' && stem[0] != '第' && !stem[0].is_ascii_digit(),
                _ => false,
            };
        }
        let holds = |c: &char| !is_han(*c) || matches!(c, '的' | '了' | '是' | '在' | '和' | '与' | '等');
        // 由家村: a family. 其娜尔: the beginning of a longer word.
        let opened = stem.get(1) == Some(&'家')
            || matches!(stem, ['那', second, ..] if !OF_THAT.has(*second))
            || n > 2 && self.doc.tagged(span).first().is_some_and(|(word, _)| word.len() > 1);
        if stem.iter().any(holds)
            || NEVER.has(stem[0]) && !opened
            || GOING.has(stem[n - 1])
            || words().actors.starts(stem)
            || words().counted.starts(stem)
            // 青石镇镇山村: the village's 镇, not the town's.
            || stem[..n - 1].iter().any(|c| matches!(c, '镇' | '乡'))
            || stem.windows(2).any(|w| w == ['街', '道'] || w == ['社', '区'])
        {
            return false;
        }
        let plain = if stem[n - 1] == '族' { without_peoples(stem) } else { None };
        let fits = match anchor.kind {
            Kind::Village => {
                n <= 4 || is_transcribed(stem) || plain.is_some_and(|plain| (1..=4).contains(&plain.len()))
            }
            Kind::Gacha => n <= 9,
            _ => n <= 8,
        };
        // 黔西苗族彝族乡寨: peoples alone are no name.
        let peoples = stem[n - 1] == '族' && plain.is_none();
        // 春秋阁社区: a time of the day or the year may be a name's, where more stands behind it.
        let named = || {
            let tags = self.doc.tagged(span);
            let timed = tags.len() > 1 && tags[0].1 == "t";
            let rest = if timed { Span::new(tags[0].0.end, anchor.at) } else { span };
            self.noun(rest) && (n < 5 || !self.is_thing(span))
        };
        // 优胜北路居委会: a road may be called after anything.
        let paved = n > 2 && matches!(stem[n - 1], '路' | '街' | '巷') && anchor.kind != Kind::Village;
        fits && !peoples && (paved || self.is_built(span) || named())
    }

    /// Whether two characters that nothing stands before are the name of a township that is no more, where the article is known
    /// to be of some place: no part of a word with the suffix (逛|山乡, 景德镇), and nothing done.
    fn is_bare_township(&self, anchor: Anchor, start: usize) -> bool {
        let (span, name) = (Span::new(start, anchor.at), Span::new(start, anchor.end));
        span.len() == 2
            && !self.doc.is_word(name)
            && !self.doc.is_word(Span::new(anchor.at - 1, anchor.end))
            && !self.doc.tagged(span).iter().any(|(_, tag)| tag.starts_with(['v', 'p', 'd']))
            && self.scene().is_placed()
    }

    /// Whether a stem is a word and what streets and places end with: 大佛段, 幸福里.
    fn is_built(&self, span: Span) -> bool {
        span.len() == 3
            && STREETS.has(self.doc.before(span.end))
            && self.doc.is_word(Span::new(span.start, span.end - 1))
            && !self.is_thing(span)
    }

    /// Whether a stem is that of a township around and a number: 崇仁镇 has 崇仁一村.
    pub(super) fn is_numbered(&self, stem: &[char]) -> bool {
        let [head @ .., number] = stem else { return false };
        head.len() > 1
            && matches!(number, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
            && [Kind::Town, Kind::Street, Kind::Rural]
                .iter()
                .any(|&kind| self.known(kind, head, &Chain::default()) >= Known::Near)
    }

    /// A township's name without its peoples: 温滴楼 of 温滴楼满族乡.
    pub(super) fn of_people(&self, anchor: Anchor, start: usize) -> Option<&[char]> {
        let stem = &self.doc.chars()[start..anchor.at];
        let township = matches!(anchor.kind, Kind::Town | Kind::Rural) && stem.last() == Some(&'族');
        // 贵州黔西苗族彝族乡寨: the peoples of a county.
        let is_area = |name: &[char]| self.register.areas_at(name, NameSort::Short).next().is_some();
        let of_area = |plain: &[char]| (0..plain.len().saturating_sub(1)).any(|at| is_area(&plain[at..]));
        if township { without_peoples(stem).filter(|plain| !of_area(plain)) } else { None }
    }

    /// Whether what stands behind 镇 or 乡 speaks of one township: its government, its officials, its people.
    pub(super) fn is_seat(&self, anchor: Anchor) -> bool {
        if !matches!(anchor.kind, Kind::Town | Kind::Rural) {
            return false;
        }
        let (doc, end) = (self.doc, anchor.end);
        // 里南乡、竹溪乡: two in a row.
        let next = |n: usize| doc.char(end + 1 + n) == doc.char(anchor.at) && is_han(doc.char(end + n));
        // 临夏东乡: a county.
        let county = || {
            let start = |n: usize| end.checked_sub(n).map(|at| &doc.chars()[at..end]);
            (2..=3).filter_map(start).any(|name| self.is_county(name, NameSort::Short))
        };
        (words().seats.starts(doc.rest(end))
            || doc.char(end) == ':'
            || doc.char(end) == '、' && (2..=3).any(next))
            && !county()
    }

    /// Whether a verb and what comes of it end a span: 用好社区, 找来社区.
    pub(super) fn is_done(&self, span: Span) -> bool {
        if !matches!(self.doc.before(span.end), '好' | '来' | '去' | '到' | '完' | '成') {
            return false;
        }
        let words = self.doc.tagged(span);
        matches!(&words[..], [.., (_, verb), (end, _)] if end.len() == 1 && verb.starts_with(['v', 'p']))
    }

    /// Whether a span is the name of a city or province and a common word behind it: 沈阳利用社区周边…
    pub(super) fn is_of_place(&self, span: Span) -> bool {
        let stem = &self.doc.chars()[span.start..span.end];
        (2..=3).filter(|&n| n + 2 <= stem.len() && !PLACES.has(stem[stem.len() - 1])).any(|n| {
            let wide = |a: &Area| a.level != AreaLevel::County;
            self.register.areas_at(&stem[..n], NameSort::Short).any(wide)
                && self.is_thing(Span::new(span.start + n, span.end))
        })
    }

    /// Whether what stands behind 村 speaks of one village: its people, its committee, its groups.
    pub(super) fn is_lived_in(&self, anchor: Anchor) -> bool {
        let people = || words().villagers.starts(self.doc.rest(anchor.end));
        let digits = (0..3).take_while(|&i| self.doc.char(anchor.end + i).is_ascii_digit()).count();
        anchor.kind == Kind::Village && (people() || digits > 0 && self.doc.char(anchor.end + digits) == '组')
    }

    /// Whether a span is a word of the dictionary, and no place.
    pub(super) fn is_thing(&self, span: Span) -> bool {
        self.doc.is_common(span) && !self.doc.tagged(span).iter().all(|t| t.1.starts_with("ns"))
    }

    /// Whether a stem may be a name by its parts of speech: no verb, adjective or function word in it.
    pub(super) fn noun(&self, span: Span) -> bool {
        const NO_NAME: [&str; 15] =
            ["v", "vn", "vd", "a", "ad", "b", "p", "c", "d", "r", "u", "ul", "uj", "y", "t"];
        let tags = self.doc.tagged(span);
        let single = |n: usize| n == 1 && tags.len() > 1;
        !tags.iter().any(|(word, tag)| !single(word.len()) && NO_NAME.contains(tag))
    }
}

/// What no name outside the register begins with, and few hold.
static NEVER: CharSet = CharSet::of(
    "的了是和与在为由将把被有个各每该本此其所等们这那到从向对于进入出及或不更最也都让使给无非位名户跟他她它我你咱谁着",
);

/// What stands behind 那 where it is a pronoun.
static OF_THAT: CharSet = CharSet::of("个些里种样边时次位条家");

/// What names of places of three characters end with: 巢湖路社区.
pub(super) static STREETS: CharSet = CharSet::of("路街巷里苑坪桥河湖山段湾阁坊塘");

/// Whether a long stem is a name in Uyghur, Tibetan or Mongolian by its characters: 恰克日库木.
fn is_transcribed(stem: &[char]) -> bool {
    static SOUNDS: CharSet = CharSet::of(
        "阿艾安拜巴白贝比毕博布查察达代丹德迪都敦多额恩尔俄恰法嘎盖冈格贡古果哈海汗合和赫胡吉加贾江杰介喀卡康柯克科库坤拉兰勒雷里力林鲁罗洛玛买麦满曼毛美孟米木牧拿那纳乃尼努诺帕皮普其奇齐恰羌且琼曲热仁日茹若萨赛桑色沙什斯苏索塔台太特提铁图吐托瓦外维温乌吾勿西希夏协雄牙雅亚英伊依尤于玉扎孜宗尊",
    );
    let heard = stem.iter().filter(|c| SOUNDS.has(**c)).count();
    (5..=9).contains(&stem.len()) && heard + usize::from(stem.len() > 5) >= stem.len()
}

/// Words behind a place in the names of new communities.
const TAILS: [&str; 6] = ["未来", "国际", "公寓", "名都", "华府", "人家"];

/// Last characters of longer stems: residential places and features.
static PLACES: CharSet = CharSet::of(
    "园苑城里路街巷桥门山河湖湾庭府庄家台岗岭坪塘港洲岛浦泾浜渡村镇寺庙亭阁楼院邸居郡一二三四五六七八九十东西南北中泉溪江海滩沟坡井口头店铺营堡寨屯厂矿站",
);
