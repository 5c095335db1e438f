//! Rows of briefs that have their headlines on their lines: one by itself tells nothing, in a row a single space, a colon
//! or a frame parts the headline from its text, and the headline may be as short as the name of a place.

use super::names::without_markup;
use super::run_in::{LONGEST, SHORTEST, is_title};
use crate::chars::{fold, folded, is_han};
use crate::names;
use crate::split::context::titles::is_call;
use crate::split::line::column::unspaced_heading;
use crate::split::line::{Evidence as E, Line, is_box};
use crate::split::words::WORDS;

/// Where a headline stands on the line of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    number: usize,
    /// Where it begins: behind what opens its frame.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where its text begins.
    pub(super) from: usize,
}

/// What parts a headline from its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parting {
    /// 罗平  昨日…: two spaces, behind what is as short as the name of a place.
    Short,
    /// 游泳 市少年锦标赛…: one space behind as little.
    Single,
    /// 敬老院喝上自来水 昨日…: the space, as printed.
    Space(char),
    /// 敬老院喝上自来水:昨日…
    Colon,
    /// 说秋:天凉了,…(何敏): a word or two, and each is signed.
    Word,
    /// 【敬老院喝上自来水】昨日…, **敬老院喝上自来水:**昨日…
    Frame,
    /// ●敬老院喝上自来水:昨日…, ●敬老院喝上自来水 昨日…: each behind this mark.
    Bullet(char),
}

/// The headlines of a page that stand on the lines of their texts, one brief below the other.
#[derive(Clone, Debug, Default)]
pub(super) struct BriefRows {
    heads: Vec<Head>,
}

/// What stands above a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Headed {
    #[default]
    No,
    /// A short line: 會訊.
    Maybe,
    Yes,
}

/// A row under way.
#[derive(Debug, Default)]
struct Row<'a> {
    parting: Option<Parting>,
    heads: Vec<Head>,
    /// The line above the first: a column heading, or what may be one.
    above: &'a str,
    /// A sentence stands above the first.
    inside: bool,
    /// How many are signed.
    signed: usize,
    /// How many may say where or who instead of heading a text.
    doubtful: usize,
    /// The text of each repeats something of its headline.
    echoed: bool,
    /// The headline of the last.
    last: Vec<char>,
}

impl Row<'_> {
    /// Keeps the headlines of the row where it has enough of them.
    fn end(&mut self, kept: &mut Vec<Head>) {
        use Parting::*;
        // One alone is none, whatever heads it.
        let headed = if self.heads.len() < 2 { Headed::No } else { headed(self.above) };
        let fewest = match (self.parting, headed) {
            (Some(Space(_) | Frame | Colon), Headed::Yes) => 2,
            (Some(Bullet(_)), Headed::Yes | Headed::Maybe) => 2,
            (Some(Colon), Headed::Maybe) if self.echoed => 2,
            (Some(Word), Headed::Yes | Headed::Maybe) if self.signed == self.heads.len() => 2,
            (Some(Short | Single), Headed::Yes) => 3,
            (Some(Space(_) | Frame), headed) if headed != Headed::No || !self.inside => 3,
            // Below a text they may be points of it.
            (Some(Space(_) | Frame), _) => 5,
            _ => usize::MAX,
        };
        if self.heads.len() >= fewest && self.doubtful * 3 <= self.heads.len() {
            kept.append(&mut self.heads);
        }
        self.heads.clear();
        self.last.clear();
        (self.parting, self.doubtful, self.signed) = (None, 0, 0);
    }
}

impl BriefRows {
    /// Looks at a page.
    pub(super) fn of(lines: &[&str]) -> Self {
        let mut kept = Vec::new();
        let mut row = Row::default();
        let mut above = "";
        let mut gap = false;
        for (n, &line) in lines.iter().enumerate() {
            if line.is_empty() {
                gap = true;
                continue;
            }
            let begins = std::mem::take(&mut gap) || ends(above);
            let (bullet, bare) = without_bullet(line);
            let begins = begins || bullet.is_some();
            let brief =
                if begins && may_part(bare) { Brief::of(n + 1, bare, bullet.is_some()) } else { None };
            let brief = match (brief, bullet) {
                (Some(brief), Some(bullet)) => {
                    brief.behind(bullet, line.chars().count() - bare.chars().count())
                }
                (brief, _) => brief,
            };
            match brief.filter(|brief| brief.title != row.last) {
                Some(brief) => {
                    if row.parting != Some(brief.parting) {
                        row.end(&mut kept);
                        row = Row {
                            parting: Some(brief.parting),
                            above,
                            inside: above.ends_with(['。', ':', '：']),
                            echoed: true,
                            ..row
                        };
                    }
                    row.doubtful += usize::from(brief.doubtful);
                    row.echoed &= brief.echoed;
                    row.signed += usize::from(line.ends_with([')', '）']));
                    row.heads.push(brief.head);
                    row.last = brief.title;
                }
                // Its text goes on, or somebody signs it.
                _ if !row.heads.is_empty() && !begins => {}
                _ if !row.heads.is_empty() && signs(line) => row.signed += 1,
                _ => row.end(&mut kept),
            }
            above = line;
        }
        row.end(&mut kept);
        BriefRows { heads: kept }
    }

    /// The headline on a line, told by its number.
    pub(super) fn at(&self, number: usize) -> Option<Head> {
        let at = self.heads.binary_search_by_key(&number, |head| head.number).ok()?;
        Some(self.heads[at])
    }
}

/// Whether a paragraph may begin below a line: it ends one, or is too short to be of one.
fn ends(line: &str) -> bool {
    const SHORT: usize = 12;
    line.ends_with(['。', '!', '！', '?', '？', '”', ')', '）', '…']) || line.chars().nth(SHORT).is_none()
}

fn signs(line: &str) -> bool {
    const LONGEST: usize = 24;
    line.chars().nth(LONGEST).is_none() && Line::new(0, line, &folded(line)).is_signed_alone()
}

/// A cheap refusal: most lines hold a mark of sentences before anything that parts a headline from them.
fn may_part(line: &str) -> bool {
    if line.starts_with(['【', '[', '［', '〔', '*']) {
        return true;
    }
    let mark = line.chars().take(LONGEST + 1).find(|c| {
        matches!(c, ' ' | '\u{3000}' | '\u{a0}' | ':' | '：' | ',' | '，' | '。' | ';' | '；' | '(' | '（')
    });
    mark.is_some_and(|c| matches!(c, ' ' | '\u{3000}' | '\u{a0}' | ':' | '：'))
}

/// The mark before a line, and the line behind it.
fn without_bullet(line: &str) -> (Option<char>, &str) {
    let bullet = line.chars().next().filter(|&c| is_box(fold(c)));
    let bare = line.trim_start_matches(|c: char| bullet == Some(c) || bullet.is_some() && c.is_whitespace());
    (bullet, bare)
}

/// Whether a line heads the row below it.
fn headed(line: &str) -> Headed {
    const LONGEST: usize = 12;
    let line = without_markup(line);
    let chars = folded(line);
    // 厂　区　短　波
    if unspaced_heading(&chars).is_some() {
        return Headed::Yes;
    }
    let line = Line::new(0, line, &chars);
    match chars.len() <= LONGEST {
        true if line.has(E::Heading) => Headed::Yes,
        true if line.has(E::Tiny) && !line.is_signed_alone() => Headed::Maybe,
        _ => Headed::No,
    }
}

/// A line that may begin with a headline.
struct Brief {
    parting: Parting,
    head: Head,
    title: Vec<char>,
    /// It may be a place (柳荫社区), one who speaks (江州区凌先生), or go on with a name behind the space: 柳荫社区志愿者
    /// 李秀英等十人….
    doubtful: bool,
    /// The text repeats two letters of it that stand together.
    echoed: bool,
}

impl Brief {
    /// The same, of a line with a mark of some characters before it; as short as a place's name, or in a frame, it needs
    /// none.
    fn behind(mut self, bullet: char, length: usize) -> Option<Self> {
        // ▲柳荫街:老墙“体检” 今起…: where the lead phrase ends nobody can tell.
        let plain = match self.parting {
            Parting::Space(_) => !self.title.contains(&':'),
            Parting::Colon => true,
            _ => false,
        };
        self.parting = Parting::Bullet(bullet);
        self.head.start += length;
        self.head.end += length;
        self.head.from += length;
        plain.then_some(self)
    }

    fn of(number: usize, line: &str, bulleted: bool) -> Option<Self> {
        /// How much text stands behind a headline at least.
        const TEXT: usize = 8;
        let chars: Vec<char> = line.chars().take(LONGEST + 2 * TEXT).map(fold).collect();
        let (parting, start, end, from) = parting(&chars)?;
        let parting = match parting {
            Parting::Space(_) => Parting::Space(line.chars().nth(end).unwrap_or(' ')),
            parting => parting,
        };
        let (title, text) = (&chars[start..end], &chars[from..]);
        let begins =
            text.first().is_some_and(|c| is_han(*c) || c.is_ascii_digit() || matches!(c, '“' | '《'));
        if text.len() < TEXT || !begins {
            return None;
        }
        let fits = match parting {
            // It is nobody's name, and no ordinal.
            Parting::Short | Parting::Single => {
                line.contains('。') && !matches!(title[0], '第' | '其') && !names::is_likely_name(title)
            }
            // 左图:… is a caption.
            Parting::Word => {
                !title.contains(&'图') && !names::is_likely_name(title) && !WORDS.bodies.ends(title)
            }
            Parting::Colon => bulleted || line.contains('。') || chars.len() == LONGEST + 2 * TEXT,
            Parting::Space(_) | Parting::Frame | Parting::Bullet(_) => true,
        };
        let named = || (2..=3).any(|length| names::is_likely_name(&text[..length]));
        let labels = || WORDS.bodies.ends(title) || is_call(line);
        let doubtful = match parting {
            Parting::Short | Parting::Single | Parting::Frame | Parting::Word | Parting::Bullet(_) => false,
            Parting::Space(_) => named() || labels(),
            Parting::Colon => labels(),
        };
        let framed = title.iter().rposition(|c| matches!(c, ']' | '】' | '〕')).map_or(0, |at| at + 1);
        let echoed = title.windows(2).any(|pair| text.windows(2).any(|other| pair == other));
        let head = Head { number, start, end, from };
        let is_brief = fits && is_title(&title[framed..]);
        is_brief.then(|| Brief { parting, head, title: title.to_vec(), doubtful, echoed })
    }
}

/// What parts a headline from its text at the beginning of a line (folded): how, where the headline begins and ends, and
/// where the text begins.
fn parting(chars: &[char]) -> Option<(Parting, usize, usize, usize)> {
    let close = match chars.first()? {
        '【' => '】',
        '[' => ']',
        '〔' => '〕',
        _ => '\0',
    };
    if let ['*', '*', strong @ ..] = chars {
        let end = strong.windows(2).position(|pair| pair == ['*', '*'])?;
        let title = strong[..end].strip_suffix(&[':']).unwrap_or(&strong[..end]);
        // **时间:**, **早上六点:** and **李秀英:** are points of a text.
        if title.len() < SHORTEST || matches!(title.last(), Some('点' | '时' | '分')) {
            return None;
        }
        let from = end + 4 + strong[end + 2..].iter().take_while(|c| **c == ' ').count();
        return Some((Parting::Frame, 2, 2 + title.len(), from));
    }
    let within = &chars[..chars.len().min(LONGEST + 1)];
    let behind = within.iter().position(|&c| c == close).map_or(0, |at| at + 1);
    if behind > SHORTEST + 1 {
        let from = behind + usize::from(matches!(chars.get(behind), Some(' ' | ':')));
        return Some((Parting::Frame, 1, behind - 1, from));
    }
    if behind == 0 && close != '\0' {
        return None;
    }
    let mut word = None;
    for (at, &c) in within.iter().enumerate().skip(behind) {
        let length = at - behind;
        match c {
            ' ' if (2..SHORTEST).contains(&length) => {
                let from = at + chars[at..].iter().take_while(|c| **c == ' ').count();
                let plain = chars[behind..at].iter().all(|&c| is_han(c));
                let parting = if from == at + 1 { Parting::Single } else { Parting::Short };
                return plain.then_some((parting, behind, at, from));
            }
            ' ' if length >= SHORTEST => return Some((Parting::Space(' '), 0, at, at + 1)),
            ':' if length > SHORTEST => return Some((Parting::Colon, 0, at, at + 1)),
            ':' if behind == 0 && length >= 2 => word = Some((Parting::Word, 0, at, at + 1)),
            ',' | '。' | ';' | '(' | ' ' => return word,
            _ => {}
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use crate::split::split;

    fn headlines(page: &str) -> Vec<String> {
        split(page).into_iter().filter_map(|article| article.headline).collect()
    }

    #[test]
    fn headlines_on_the_lines_of_their_texts() {
        let three = ["敬老院喝上自来水", "“流动书箱”进村", "他把诊所开到地头"];
        for page in [
            "简讯\n敬老院喝上自来水 海州县桥头乡敬老院日前打成一眼机井。(何敏)\n“流动书箱”进村 海州县文化馆把书装进箱子。\n他把诊所开到地头 桥头村医生吴涛每天到地头出诊。",
            "简讯\n\n敬老院喝上自来水:桥头乡敬老院日前打成一眼机井。\n\n“流动书箱”进村:县文化馆把书装进流动书箱。\n\n他把诊所开到地头:桥头村医生吴涛每天到地头出诊。",
            "简讯\n【敬老院喝上自来水】桥头乡敬老院日前打成一眼机井。\n【“流动书箱”进村】县文化馆把书装进箱子。\n【他把诊所开到地头】桥头村医生吴涛每天到地头出诊。",
            "**简讯**\n**敬老院喝上自来水:** 桥头乡敬老院日前打成一眼机井。\n**“流动书箱”进村:** 县文化馆把书装进箱子。\n**他把诊所开到地头:** 桥头村医生吴涛每天到地头出诊。",
            // Behind marks, whatever parts each.
            "厂 区 短 波\n△敬老院喝上自来水 桥头乡敬老院日前\n打成一眼机井。(何 敏)\n△“流动书箱”进村:县文化馆把两百册农\n技书装进木箱。\n△他把诊所开到地头 桥头村医生吴涛每天\n背着药箱到地头出诊。",
            // Lines cut at one width, below a column that no list knows.
            "井边新事\n敬老院喝上自来水 桥头乡敬老院日前\n打成一眼机井,老人用水不愁。(何 敏)\n“流动书箱”进村 县文化馆把两百册农\n技书装进木箱,由放映队带到村里。\n他把诊所开到地头 桥头村医生吴涛每天\n背着药箱到地头出诊。",
        ] {
            assert_eq!(headlines(page), three, "{page}");
        }
        assert_eq!(
            headlines("會訊\n文協辦粵劇班:海州文協八日開辦粵劇班。\n青年會親子步行:青年會七日舉行步行。"),
            ["文協辦粵劇班", "青年會親子步行"]
        );
    }

    #[test]
    fn a_word_before_a_space() {
        let page = "短波\n游泳 全市少年锦标赛昨日在市体育中心收官。\n围棋 少年棋手何敏在全省段位赛中升为五段。\n武术 南拳代表团一行12人今日启程出访。";
        assert_eq!(headlines(page), ["游泳", "围棋", "武术"]);
        let page = "短波\n何敏 全市少年锦标赛昨日在市体育中心收官。\n吴涛 少年棋手在全省段位赛中升为五段。\n李文 南拳代表团一行12人今日启程出访。";
        assert_eq!(headlines(page).len(), 0);
    }

    #[test]
    fn a_word_before_a_colon() {
        let page = "微言\n说秋:天凉了,茶就热了。\n(何 敏)\n钓鱼:钓鱼的人,其实是被鱼钓住了。\n(吴 涛)";
        assert_eq!(headlines(page), ["说秋", "钓鱼"]);
    }

    #[test]
    fn what_only_looks_like_them() {
        for page in [
            // Talk, and what nobody signs.
            "微言\n何敏:天凉了,茶就热了。\n吴涛:钓鱼的人,其实是被鱼钓住了。",
            "生活小贴士\n时间:晚上七点到九点,天天都行。\n地点:柳荫社区活动室,不用报名。",
            // Parts of one article.
            "海州县这样办实事\n本报讯 海州县今年办成三件实事。\n加强组织领导:成立领导小组,每月开会一次。\n强化队伍建设:选派干部三十名下乡驻村。\n落实工作经费:安排资金五十万元用于修路。",
            "海州县这样办实事\n本报讯 海州县今年办成三件实事,群众满意。\n●加强组织领导:成立领导小组,每月开会一次。\n●强化队伍建设:选派干部三十名下乡驻村。\n●落实工作经费:安排资金五十万元用于修路。",
            // Who speaks.
            "街坊话题\n楼下该不该跳广场舞?\n柳荫社区居民李秀英:跳舞可以,声音要小一点。\n桥头街道居民王先生:不能只顾自己高兴。\n城东中学教师何敏:孩子要写作业,晚上别放音乐。",
            // Places.
            "社区传真\n城南街道柳荫社区 昨日组织志愿者清扫楼道,居民都说好。\n城北街道桥头社区 为二十名老人送去棉衣。\n城东街道河西社区 请来医生为居民义诊。",
            // When.
            "海州县大事记\n本报讯 县里公布今年大事。\n10月1日上午 县里举行升旗仪式,三千人参加。\n10月8日下午 县里召开秋种会议,布置工作。\n10月9日上午 县里开通两条公交线路。",
        ] {
            assert!(headlines(page).len() <= 1, "{page}: {:?}", headlines(page));
        }
    }
}
