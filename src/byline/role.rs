//! Roles: the words that say in which part somebody signed, and the outlet before them.

use super::lexicon::{WORDS, is_joint};
use super::whence::is_outlet;
use crate::chars::{CharSet, is_han};
use crate::lexicon::{self, Pairs};
use crate::names;
use crate::record::CorrespondentKind;
use std::sync::LazyLock;

pub(super) struct Role {
    pub(super) word: Vec<char>,
    /// `None` for a verb that is left off.
    pub(super) kind: Option<CorrespondentKind>,
    pub(super) editor: bool,
    pub(super) before: bool,
    pub(super) after: bool,
    /// Spaces may stand inside it: 记 者. 文 图 are two roles, 文图 is one.
    spaced: bool,
    /// It says what somebody is: it stands before a name without a joint.
    names_person: bool,
    /// 记者 behind it makes a longer title of it: 摄影记者.
    lengthens: bool,
}

impl Role {
    fn of(row: &[&str]) -> Self {
        let word: Vec<char> = row[0].chars().collect();
        let (before, after) = (row[2] != "after", row[2] != "before");
        let editor = row[1] == "editor";
        let person =
            matches!(word.last(), Some('者' | '员' | '生' | '人' | '师' | '站' | '影' | '稿' | '友'));
        Role {
            kind: match row[1] {
                "reporter" => Some(CorrespondentKind::Reporter),
                "correspondent" => Some(CorrespondentKind::Correspondent),
                "photographer" => Some(CorrespondentKind::Photographer),
                "intern" => Some(CorrespondentKind::Intern),
                "author" => Some(CorrespondentKind::Author),
                _ => None,
            },
            editor,
            before,
            after,
            spaced: word.len() <= 3 && !matches!(word[..], ['文', _] | [_, '文'] | [_, '文' | '/', _]),
            names_person: word.len() > 1 && (editor || person) && before,
            lengthens: word.len() == 2 && matches!(word[0], '摄' | '文' | '图'),
            word,
        }
    }

    /// 报道 and the like: a place may stand before it (`记者张三/台北报道`).
    pub(super) fn is_report(&self) -> bool {
        self.kind.is_none() && !self.editor && matches!(self.word.last(), Some('道' | '导'))
    }

    /// Where the word ends that begins at `at`.
    fn end(&self, chars: &[char], at: usize, end: usize) -> Option<usize> {
        let mut i = at;
        for (n, &c) in self.word.iter().enumerate() {
            while n > 0 && self.spaced && i < end && chars[i] == ' ' && i - at < 4 {
                i += 1;
            }
            if i >= end || chars[i] != c {
                return None;
            }
            i += 1;
        }
        Some(i)
    }

    /// Whether what stands around the word lets it be a role.
    fn fits(&self, chars: &[char], start: usize, at: usize, i: usize, end: usize) -> bool {
        let next = chars.get(i);
        if self.lengthens && matches!(next, Some('记')) {
            return false;
        }
        // 图片新闻, 文字版: only words that name a person stand before a name without a joint.
        if self.names_person {
            // 记者们, 记者站, 通讯员队伍, 律师事务所 are no roles.
            let about = self.word == ['作', '者'] && matches!(next, Some('单' | '简' | '系' | '是' | '为'));
            // 读者张三 wrote a letter; 读者点题 is a column.
            let called = self.word != ['读', '者']
                || next.is_some_and(|&c| is_joint(c))
                || names::is_likely_name(&chars[i..end]);
            // 终审判赔: courts judge so too.
            let named = |length: usize| i + length <= end && names::is_likely_name(&chars[i..i + length]);
            let judged = self.word.ends_with(&['审'])
                && next.is_some_and(|&c| !is_joint(c))
                && !(named(3) || named(2));
            return called
                && !about
                && !judged
                && !matches!(
                    next,
                    Some(
                        '们' | '协'
                            | '展'
                            | '站'
                            | '队'
                            | '团'
                            | '节'
                            | '证'
                            | '从'
                            | '在'
                            | '获'
                            | '供'
                            | '事'
                    )
                );
        }
        // 文, 图, 摄 and verbs: only at an edge, so that 张文图 stays a name.
        let free_after = i >= end || is_joint(chars[i]);
        let free_before = at == start || is_joint(chars[at - 1]);
        match self.word.len() {
            1 => {
                // 作者:文 小 满.
                let behind_role = self.word[0] == '文' && follows_role(chars, start, at);
                let named = behind_role || begins_spaced_name(chars, i, end);
                let given = is_given_name(chars, start, at);
                (self.before
                    && free_before
                    && i < end
                    && is_joint(chars[i])
                    && !matches!(chars[i], ')' | ',')
                    && !(named || given))
                    || (self.after
                        && free_after
                        && (free_before && !named && !given && !ends_spaced_name(chars, start, at)
                            || self.word[0] == '摄'
                            || ends_spaced_given(chars, start, at)))
            }
            _ => {
                // 王小文摄: 文 ends a name as often. 看视频: what is no verb is not glued to a name.
                let verb = matches!(
                    self.word[self.word.len() - 1],
                    '摄' | '影' | '道' | '导' | '稿' | '理' | '述' | '写' | '编' | '译' | '访' | '查'
                );
                let glued = free_before
                    || self.word != ['文', '摄']
                        && (verb || self.word == ['供', '图'] || self.word.contains(&'文'));
                self.after && free_after && glued
                    || self.before && free_before && (i >= end || is_joint(chars[i]))
            }
        }
    }
}

/// Whether a role that names a person stands right before `at`.
fn follows_role(chars: &[char], start: usize, at: usize) -> bool {
    let joints = chars[start..at].iter().rev().take_while(|&&c| is_joint(c)).count();
    crate::lexicon::ends!(&chars[start..at - joints], ["作者", "记者", "通讯员", "撰稿"])
}

/// 周 文: a word of one letter behind a letter that stands alone is the rest of a name.
fn ends_spaced_name(chars: &[char], start: usize, at: usize) -> bool {
    if at == start || chars[at - 1] != ' ' {
        return false;
    }
    let pieces = chars[start..at].rsplit(|&c| is_joint(c)).filter(|piece| !piece.is_empty());
    let lone = pieces.map_while(|piece| <[char; 1]>::try_from(piece).ok().map(|[c]| c));
    let (count, words) = lone.fold((0, false), |(n, w), c| (n + 1, w || "文图画作书绘".contains(c)));
    // 陈 小 可 绘 ends a name of three; 陈 文 李 图 are two.
    count % 2 == 1 && (count == 1 || words)
}

/// 束 文, 乔 木  史 诗: a word of one letter behind a surname that stands alone, or nearer to it than that is to what
/// stands before it.
fn is_given_name(chars: &[char], start: usize, at: usize) -> bool {
    let gap = |end: usize| chars[start..end].iter().rev().take_while(|&&c| c == ' ').count();
    let lone =
        |at: usize| at > start && is_han(chars[at - 1]) && (at == start + 1 || is_joint(chars[at - 2]));
    let letter = at - gap(at);
    if letter == at || !lone(letter) || names::surname(&chars[letter - 1..letter]).is_none() {
        return false;
    }
    let before = gap(letter - 1);
    before > at - letter || !lone(letter - 1 - before)
}

/// 文 夕: a word of one letter before a letter that stands alone is the surname.
fn begins_spaced_name(chars: &[char], at: usize, end: usize) -> bool {
    if at >= end || chars[at] != ' ' {
        return false;
    }
    let mut pieces = chars[at..end].split(|&c| is_joint(c)).filter(|piece| !piece.is_empty());
    let first = pieces.next();
    first.is_some_and(|piece| piece.len() == 1) && pieces.next().is_none_or(|piece| piece.len() > 1)
}

/// 程 砚绘: a word of one letter glued to a name that spaces justify.
fn ends_spaced_given(chars: &[char], start: usize, at: usize) -> bool {
    let lone = |i: usize| is_han(chars[i]) && (i == start || is_joint(chars[i - 1]));
    // 王 小文: as often a given name.
    at >= start + 3 && chars[at] != '文' && lone(at - 1) && chars[at - 2] == ' ' && {
        let spaces = chars[start..at - 1].iter().rev().take_while(|&&c| c == ' ').count();
        at - 1 > start + spaces && lone(at - 2 - spaces)
    }
}

/// The role words by their first character, longest first.
struct Roles {
    rows: Vec<Role>,
    /// Their first characters.
    firsts: CharSet,
    /// The words of one character.
    lone: CharSet,
    /// What the other words begin with.
    pairs: Pairs,
    /// By the low byte of a first character: the rows from and to which such words stand.
    groups: [(u8, u8); 256],
}

impl Roles {
    /// The role words that `chars` may begin with, spaces aside. Mostly there are none.
    fn starting(&self, chars: &[char]) -> &[Role] {
        let (from, to) = match *chars {
            [c, next, ..] if next != ' ' && !self.lone.has(c) && !self.pairs.may_begin(chars) => (0, 0),
            [c, ..] => self.groups[c as usize & 0xFF],
            [] => (0, 0),
        };
        &self.rows[usize::from(from)..usize::from(to)]
    }
}

static ROLES: LazyLock<Roles> = LazyLock::new(|| {
    let mut rows: Vec<Role> =
        lexicon::rows(include_str!("../../data/roles.tsv")).map(|row| Role::of(&row)).collect();
    let low = |role: &Role| role.word[0] as usize & 0xFF;
    rows.sort_by_key(|role| (low(role), std::cmp::Reverse(role.word.len())));
    let mut groups = [(0, 0); 256];
    for (n, role) in rows.iter().enumerate() {
        let group = &mut groups[low(role)];
        let n = n as u8;
        *group = (if group.1 == 0 { n } else { group.0 }, n + 1);
    }
    let firsts: String = rows.iter().map(|role| role.word[0]).collect();
    let lone: String = rows.iter().filter(|role| role.word.len() == 1).map(|role| role.word[0]).collect();
    let mut pairs = Pairs::default();
    rows.iter().for_each(|role| pairs.add(&role.word.iter().collect::<String>()));
    Roles { rows, firsts: CharSet::of(&firsts), lone: CharSet::of(&lone), pairs, groups }
});

/// Whether a role stands anywhere in the run.
pub(super) fn stands_in(chars: &[char], start: usize, end: usize) -> bool {
    (start..end).any(|at| role_at(chars, start, at, end).is_some())
}

/// The role word at `at`, and where it ends.
#[inline(always)]
pub(super) fn role_at(chars: &[char], start: usize, at: usize, end: usize) -> Option<(&'static Role, usize)> {
    let roles = &*ROLES;
    // Most characters begin none.
    if roles.firsts.has(*chars.get(at)?) { one_at(roles, chars, start, at, end) } else { None }
}

#[inline(never)]
fn one_at(
    roles: &'static Roles,
    chars: &[char],
    start: usize,
    at: usize,
    end: usize,
) -> Option<(&'static Role, usize)> {
    roles.starting(&chars[at..]).iter().find_map(|role| {
        let i = role.end(chars, at, end)?;
        role.fits(chars, start, at, i, end).then_some((role, i))
    })
}

/// Whether a paper ends there that a space sets off from the role: 本报 记者, 海州晚报 记者.
fn is_set_apart(chars: &[char]) -> bool {
    let outlet = chars.rsplit(|&c| is_joint(c)).next().unwrap_or_default();
    WORDS.own.ends(chars) || is_outlet(outlet)
}

/// Where the role's text and the outlet before it start, looking back from the role word at `at`.
pub(super) fn title_start(chars: &[char], floor: usize, at: usize) -> (usize, usize) {
    let mut text = at;
    // Only who signs has a rank: 社区 in 某社区供稿 is none.
    let ranked = matches!(
        chars.get(at..),
        Some([
            '记' | '通' | '评' | '实' | '摄' | '撰' | '作' | '律' | '编' | '来' | '统' | '策' | '报' | '审',
            ..
        ])
    );
    while ranked && let Some((rank, ())) = WORDS.ranks.at_end(&chars[floor..text]) {
        let from = text - rank;
        // 县融媒体中心记者: whose it is makes it an outlet. 东湖社区记者 is not of the rank 社区.
        let house = |c: &[char]| {
            // 青石融媒记者; but 本报融媒记者, 首席融媒记者, 青石县融媒记者.
            let before = &c[..c.len() - rank];
            let place = before.iter().rev().take_while(|&&c| is_han(c)).count();
            (2..=4).contains(&place)
                && !before.ends_with(&['区'])
                && !before.ends_with(&['县'])
                && !before.ends_with(&['市'])
                && [&WORDS.own, &WORDS.outlets, &WORDS.ranks].iter().all(|ends| !ends.ends(before))
        };
        let run = &chars[floor..text];
        let owned = run.ends_with(&['中', '心'])
            || run.ends_with(&['社', '区'])
            || (run.ends_with(&['融', '媒']) || run.ends_with(&['融', '媒', '体'])) && house(run);
        if owned && from > floor && is_han(chars[from - 1]) {
            break;
        }
        text = from;
    }
    // Latin tags belong to the role: YMG全媒体记者.
    while text > floor && chars[text - 1].is_ascii_alphabetic() {
        text -= 1;
    }
    let text_end = text;
    while text > floor && chars[text - 1] == ' ' && is_set_apart(&chars[floor..text - 1]) {
        text -= 1;
    }
    // 本报驻南通记者: where the reporter is posted belongs to the role.
    if let Some(posted) =
        (text.saturating_sub(5).max(floor)..text.saturating_sub(2)).rev().find(|&i| chars[i] == '驻')
        && (posted > floor || chars.get(at) == Some(&'记'))
        && chars[posted..text].iter().all(|&c| is_han(c))
    {
        text = posted;
    }
    let text_end = if text < text_end { text } else { text_end };
    let joint = |&c: &char| is_joint(c) && !matches!(c, '·' | '/');
    let wide = chars[floor..text].iter().rposition(joint).map_or(floor, |i| floor + i + 1);
    // 新甘肃·甘肃日报, 扬子晚报/紫牛新闻: two names of one house.
    let halves: Vec<&[char]> = chars[wide..text].split(|&c| matches!(c, '·' | '/')).collect();
    let house = halves.len() == 2
        && halves.iter().all(|half| (2..=10).contains(&half.len()) && half.iter().all(|&c| is_han(c)))
        && halves.iter().any(|half| WORDS.outlets.ends(half));
    if house {
        return (text_end, wide);
    }
    let run = chars[floor..text].iter().rposition(|&c| is_joint(c)).map_or(floor, |i| floor + i + 1);
    let printed = &chars[run..text];
    if let Some((own, ())) = WORDS.own.at_end(printed) {
        return (text_end, text - own);
    }
    let is_outlet = (2..=16).contains(&printed.len())
        && printed.iter().all(|&c| is_han(c) || c.is_ascii_alphanumeric())
        && WORDS.outlets.ends(printed);
    // 某区融媒体中心供稿: the supplier itself signs.
    let is_outlet = is_outlet && chars.get(at) != Some(&'供');
    // 东湖区融媒体记者: where the paper belongs.
    let of_place =
        text < at && (3..=6).contains(&printed.len()) && "区县市州旗".contains(printed[printed.len() - 1]);
    // 报名 is how some papers call themselves: 报名记者.
    if is_outlet || of_place || printed == ['报', '名'] { (text_end, run) } else { (text_end, text_end) }
}
