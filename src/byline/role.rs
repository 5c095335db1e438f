//! Roles: the words that say in which part somebody signed, and the outlet before them.

use super::lexicon::WORDS;
use super::{ends_with, is_joint};
use crate::chars::is_han;
use crate::lexicon;
use crate::record::CorrespondentKind;
use std::sync::LazyLock;

pub(super) struct Role {
    pub(super) word: Vec<char>,
    /// `None` for a verb that is left off.
    pub(super) kind: Option<CorrespondentKind>,
    pub(super) editor: bool,
    pub(super) before: bool,
    pub(super) after: bool,
}

impl Role {
    /// 报道 and the like: a place may stand before it (`记者张三/台北报道`).
    pub(super) fn is_report(&self) -> bool {
        self.kind.is_none() && !self.editor && matches!(self.word.last(), Some('道' | '導'))
    }
}

/// The role words, longest first, and a filter on their first characters: most positions start none.
pub(super) struct Roles {
    rows: Vec<Role>,
    /// Indexed by the low byte of a first character.
    firsts: [bool; 256],
}

impl Roles {
    /// The role words that begin with `c`, longest first.
    fn starting(&self, c: char) -> impl Iterator<Item = &Role> {
        let rows = if self.firsts[c as usize & 0xFF] { &self.rows[..] } else { &[] };
        rows.iter().filter(move |role| role.word[0] == c)
    }
}

pub(super) static ROLES: LazyLock<Roles> = LazyLock::new(|| {
    let mut roles: Vec<Role> = lexicon::rows(include_str!("../../data/roles.tsv"))
        .map(|row| Role {
            word: row[0].chars().collect(),
            kind: match row[1] {
                "reporter" => Some(CorrespondentKind::Reporter),
                "correspondent" => Some(CorrespondentKind::Correspondent),
                "photographer" => Some(CorrespondentKind::Photographer),
                "intern" => Some(CorrespondentKind::Intern),
                "author" => Some(CorrespondentKind::Author),
                _ => None,
            },
            editor: row[1] == "editor",
            before: row[2] != "after",
            after: row[2] != "before",
        })
        .collect();
    roles.sort_by_key(|r| std::cmp::Reverse(r.word.len()));
    let mut firsts = [false; 256];
    for role in &roles {
        firsts[role.word[0] as usize & 0xFF] = true;
    }
    Roles { rows: roles, firsts }
});

/// The role word at `at`, spaces inside it allowed (`记 者`), and where it ends.
pub(super) fn role_at(chars: &[char], start: usize, at: usize, end: usize) -> Option<(&'static Role, usize)> {
    ROLES.starting(*chars.get(at)?).find_map(|role| {
        let mut i = at;
        for (n, &c) in role.word.iter().enumerate() {
            // 文 图 are two roles, 文图 is one.
            let two = matches!(role.word[..], ['文', _] | [_, '文'] | [_, '文', _]);
            if n > 0 && role.word.len() <= 3 && !role.word.contains(&'/') && !two {
                // Letter-spaced labels; a single space inside a word of two or three characters.
                while i < end && chars[i] == ' ' && i - at < 4 {
                    i += 1;
                }
            }
            if i >= end || chars[i] != c {
                return None;
            }
            i += 1;
        }
        // 摄影记者: the longer title is read from its last word.
        if matches!(chars.get(i), Some('记' | '記'))
            && role.word.len() == 2
            && matches!(role.word[0], '摄' | '攝' | '文' | '图')
        {
            return None;
        }
        // 图片新闻, 文字版: only words that name a person stand before a name without a joint.
        let names_person = role.editor
            || matches!(
                role.word.last(),
                Some('者' | '员' | '員' | '生' | '人' | '师' | '站' | '影' | '稿' | '友')
            );
        if role.word.len() > 1 && names_person && role.before {
            // 记者们, 记者站, 通讯员队伍 are no roles.
            let about =
                role.word == ['作', '者'] && matches!(chars.get(i), Some('单' | '简' | '系' | '是' | '为'));
            return (!about
                && !matches!(
                    chars.get(i),
                    Some('们' | '站' | '队' | '节' | '证' | '从' | '在' | '获' | '供')
                ))
            .then_some((role, i));
        }
        // 文, 图, 摄 and verbs: only at an edge, so that 张文图 stays a name.
        let free_after = i >= end || is_joint(chars[i]);
        let free_before = at == start || is_joint(chars[at - 1]);
        let fits = match role.word.len() {
            1 => {
                (role.before && free_before && i < end && matches!(chars[i], '/' | ':' | ' ' | '、'))
                    || (role.after && free_after && (free_before || role.word[0] == '摄'))
            }
            _ => role.after && free_after || role.before && free_before && (i >= end || is_joint(chars[i])),
        };
        fits.then_some((role, i))
    })
}

/// Where the role's text and the outlet before it start, looking back from the role word at `at`.
pub(super) fn title_start(chars: &[char], floor: usize, at: usize) -> (usize, usize) {
    let mut text = at;
    // Only who signs has a rank: 社区 in 某社区供稿 is none.
    let ranked = matches!(
        chars.get(at..),
        Some([
            '记' | '記'
                | '通'
                | '评'
                | '評'
                | '实'
                | '實'
                | '摄'
                | '撰'
                | '编'
                | '来'
                | '统'
                | '策'
                | '报'
                | '审',
            ..
        ])
    );
    while ranked && let Some(rank) = WORDS.ranks.iter().find(|r| ends_with(&chars[floor..text], r)) {
        let from = text - rank.chars().count();
        // 县融媒体中心记者: whose it is makes it an outlet.
        if rank.ends_with("中心") && from > floor && is_han(chars[from - 1]) {
            break;
        }
        text = from;
    }
    // Latin tags belong to the role: YMG全媒体记者.
    while text > floor && chars[text - 1].is_ascii_alphabetic() {
        text -= 1;
    }
    let text_end = text;
    while text > floor
        && chars[text - 1] == ' '
        && WORDS.own.iter().any(|own| ends_with(&chars[floor..text - 1], own))
    {
        text -= 1;
    }
    // 本报驻南通记者: where the reporter is posted belongs to the role.
    if let Some(posted) =
        (text.saturating_sub(5).max(floor)..text.saturating_sub(2)).rev().find(|&i| chars[i] == '驻')
        && posted > floor
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
        && halves.iter().any(|half| WORDS.outlets.iter().any(|o| ends_with(half, o)));
    if house {
        return (text_end, wide);
    }
    let run = chars[floor..text].iter().rposition(|&c| is_joint(c)).map_or(floor, |i| floor + i + 1);
    let printed = &chars[run..text];
    if let Some(own) = WORDS.own.iter().rev().find(|own| ends_with(printed, own)) {
        return (text_end, text - own.chars().count());
    }
    let is_outlet = (2..=16).contains(&printed.len())
        && printed.iter().all(|&c| is_han(c) || c.is_ascii_alphanumeric())
        && WORDS.outlets.iter().any(|o| ends_with(printed, o));
    // 某区融媒体中心供稿: the supplier itself signs.
    let is_outlet = is_outlet && !(chars.get(at) == Some(&'供') && ends_with(printed, "中心"));
    // 东湖区融媒体记者: where the paper belongs.
    let of_place =
        text < at && (3..=6).contains(&printed.len()) && "区县市州旗".contains(printed[printed.len() - 1]);
    // 报名 is how some papers call themselves: 报名记者.
    if is_outlet || of_place || printed == ['报', '名'] { (text_end, run) } else { (text_end, text_end) }
}
