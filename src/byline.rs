//! The grammar of bylines: roles, names, and what stands between them.
//!
//! One grammar serves the splitter (is this line a byline?) and the correspondents extractor (who signed?). It reads a
//! run of folded characters that should hold a byline and nothing else.

use crate::chars::is_han;
use crate::lexicon;
use crate::names;
use crate::record::CorrespondentKind;
use crate::{Span, document::starts_with};
use std::sync::LazyLock;

/// Somebody who signed. Positions count from the start of the slice that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Without spaces that only justify a line.
    pub name: String,
    /// The printed form of the name.
    pub span: Span,
    /// As printed, without the outlet.
    pub role: Option<String>,
    /// What the role amounts to.
    pub kind: CorrespondentKind,
    /// Printed with the role.
    pub outlet: Option<String>,
}

/// A byline that was read as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Byline {
    /// Who signed, in printed order; editors are left out.
    pub signatures: Vec<Signature>,
    /// Whether a role stands in it: `通讯员 张三` is surely a byline, `张三` may be one.
    pub has_role: bool,
}

struct Role {
    word: Vec<char>,
    /// `None` for a verb that is left off.
    kind: Option<CorrespondentKind>,
    editor: bool,
    before: bool,
    after: bool,
}

/// The role words, longest first, and a filter on their first characters: most positions start none.
struct Roles {
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

static ROLES: LazyLock<Roles> = LazyLock::new(|| {
    let mut roles: Vec<Role> = lexicon::rows(include_str!("../data/roles.tsv"))
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

/// The words of a class in `data/byline.tsv`.
struct Words {
    ranks: Vec<&'static str>,
    outlets: Vec<&'static str>,
    own: Vec<&'static str>,
    institutions: Vec<&'static str>,
    offices: Vec<&'static str>,
    members: Vec<&'static str>,
    nobody: Vec<&'static str>,
    phrases: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let class = |name: &str| {
        let rows = lexicon::rows(include_str!("../data/byline.tsv"));
        rows.filter(|row| row[0] == name).map(|row| row[1]).collect()
    };
    Words {
        ranks: class("rank"),
        outlets: class("outlet"),
        own: class("own"),
        institutions: class("institution"),
        offices: class("office"),
        members: class("member"),
        nobody: class("nobody"),
        phrases: class("phrase"),
    }
});

const BULLETS: &str = "□■◎●▲◆★◇△▼○⊙※▌▍|〇";
const OPENING: &str = "([【〔";
const CLOSING: &str = ")]】〕";

/// Reads `chars` as a byline from end to end, or refuses.
///
/// Accepted: bullets before, one pair of brackets around, roles before or after names, names parted by spaces, 、 and /
/// or by nothing, verbs after names (`采访整理`), institutions under a role.
///
/// ```
/// use jianbao::byline::read;
/// let chars: Vec<char> = "本报记者 王  正 通讯员 李晓芳张建国".chars().collect();
/// let names: Vec<_> = read(&chars).unwrap().signatures.into_iter().map(|s| (s.name, s.role.unwrap())).collect();
/// assert_eq!(names, [("王正".into(), "记者".into()), ("李晓芳".into(), "通讯员".into()), ("张建国".into(), "通讯员".into())]);
/// assert!(read(&"记者从市民政局获悉".chars().collect::<Vec<_>>()).is_none());
/// ```
pub fn read(chars: &[char]) -> Option<Byline> {
    const LIMIT: usize = 90;
    let (start, end) = trim(chars);
    let end = before_source(chars, start, end);
    if start >= end || end - start > LIMIT {
        return None;
    }
    let items = items(chars, start, end)?;
    assign(&items)
}

/// Drops spaces, bullets and one pair of brackets around.
fn trim(chars: &[char]) -> (usize, usize) {
    let (mut start, mut end) = (0, chars.len());
    while start < end && (chars[start] == ' ' || BULLETS.contains(chars[start])) {
        start += 1;
    }
    while start < end && (chars[end - 1] == ' ' || BULLETS.contains(chars[end - 1])) {
        end -= 1;
    }
    if end - start >= 2 && OPENING.contains(chars[start]) && CLOSING.contains(chars[end - 1]) {
        start += 1;
        end -= 1;
    }
    (start, end)
}

/// Where a byline ends that a picture's source follows in brackets: `王正摄(影像中国)`.
fn before_source(chars: &[char], start: usize, end: usize) -> usize {
    let open = chars[start..end].iter().rposition(|&c| c == '(').map(|i| start + i);
    match open {
        Some(open) if chars[end - 1] == ')' && open > start && chars[open - 1] == '摄' => open,
        _ => end,
    }
}

enum Item {
    Role { role: &'static Role, text: String, outlet: Option<String> },
    Name(Span, String),
}

/// Cuts the run into roles and names; `None` where something is neither.
fn items(chars: &[char], start: usize, end: usize) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    let mut names_from = start;
    let mut at = start;
    while at < end {
        let Some((role, after)) = role_at(chars, start, at, end) else {
            at += 1;
            continue;
        };
        let (text_from, outlet_from) = title_start(chars, names_from, at);
        let under_role =
            items.last().is_some_and(|i| matches!(i, Item::Role { .. })) || role.after && role.kind.is_some();
        names_between(chars, names_from, outlet_from, under_role)
            .map(|names| items.extend(names.into_iter().map(|(span, name)| Item::Name(span, name))))?;
        let text: String = chars[text_from..after].iter().filter(|&&c| c != ' ').collect();
        let outlet: String = chars[outlet_from..text_from].iter().filter(|&&c| c != ' ').collect();
        items.push(Item::Role { role, text, outlet: (!outlet.is_empty()).then_some(outlet) });
        at = after;
        names_from = after;
    }
    let under_role = items.last().is_some_and(|i| matches!(i, Item::Role { .. }));
    names_between(chars, names_from, end, under_role)
        .map(|names| items.extend(names.into_iter().map(|(span, name)| Item::Name(span, name))))?;
    Some(items)
}

/// The role word at `at`, spaces inside it allowed (`记 者`), and where it ends.
fn role_at(chars: &[char], start: usize, at: usize, end: usize) -> Option<(&'static Role, usize)> {
    ROLES.starting(*chars.get(at)?).find_map(|role| {
        let mut i = at;
        for (n, &c) in role.word.iter().enumerate() {
            if n > 0 && role.word.len() <= 3 && !role.word.contains(&'/') {
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
        // 图片新闻, 文字版: only words that name a person stand before a name without a joint.
        let names_person = role.editor
            || matches!(role.word.last(), Some('者' | '员' | '員' | '生' | '人' | '师' | '站' | '影' | '稿'));
        if role.word.len() > 1 && names_person && role.before {
            // 记者们, 记者站, 通讯员队伍 are no roles.
            let about =
                role.word == ['作', '者'] && matches!(chars.get(i), Some('单' | '简' | '系' | '是' | '为'));
            return (!about
                && !matches!(chars.get(i), Some('们' | '站' | '队' | '节' | '证' | '从' | '在' | '获')))
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

fn is_joint(c: char) -> bool {
    matches!(c, ' ' | '、' | ',' | '/' | ':' | ';' | ')' | '(' | '·' | '|')
}

/// Where the role's text and the outlet before it start, looking back from the role word at `at`.
fn title_start(chars: &[char], floor: usize, at: usize) -> (usize, usize) {
    let mut text = at;
    while let Some(rank) = WORDS.ranks.iter().find(|r| ends_with(&chars[floor..text], r)) {
        text -= rank.chars().count();
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
    // 报名 is how some papers call themselves: 报名记者.
    if is_outlet || printed == ['报', '名'] { (text_end, run) } else { (text_end, text_end) }
}

fn ends_with(chars: &[char], word: &str) -> bool {
    let n = word.chars().count();
    chars.len() >= n && starts_with(&chars[chars.len() - n..], word)
}

/// The names between two roles, with their printed spans; `None` where something is no name.
fn names_between(chars: &[char], from: usize, to: usize, under_role: bool) -> Option<Vec<(Span, String)>> {
    let mut pieces: Vec<Span> = Vec::new();
    let mut at = from;
    while at < to {
        let c = chars[at];
        if c == ' ' && pieces.last().is_some_and(|p| p.end == at && continues_dotted(chars, p.start, at, to))
        {
            // A dotted name may have spaces around its dots.
            if let Some(piece) = pieces.last_mut() {
                piece.end = at + 1;
            }
            at += 1;
            continue;
        }
        if is_joint(c) && c != '·' {
            at += 1;
            continue;
        }
        match pieces.last_mut() {
            Some(piece) if piece.end == at => piece.end = at + 1,
            _ => pieces.push(Span::new(at, at + 1)),
        }
        at += 1;
    }
    let mut out = Vec::new();
    let mut i = 0;
    while i < pieces.len() {
        let joined = justified(chars, &pieces[i..]);
        let piece = Span::new(pieces[i].start, pieces[i + joined - 1].end);
        i += joined;
        let affiliation = !under_role && i < pieces.len() && is_institution(&chars[piece.start..piece.end]);
        if !affiliation {
            read_piece(chars, piece, under_role, &mut out)?;
        }
    }
    Some(out)
}

/// How many of the pieces at the head are one name that spaces justify: `王  正`, `陈 兴 国`, `欧阳 小 明`.
fn justified(chars: &[char], pieces: &[Span]) -> usize {
    let spaced = |n: usize| chars[pieces[n - 1].end..pieces[n].start].iter().all(|&c| c == ' ');
    let singles = (1..pieces.len()).take_while(|&n| pieces[n].len() == 1 && spaced(n)).count();
    let first = &chars[pieces[0].start..pieces[0].end];
    match first.len() {
        // Two by two where names follow each other: 王 正 李 芳.
        1 if singles == 2 => 3,
        1 if singles > 0 => 2,
        1 if pieces.get(1).is_some_and(|next| next.len() == 2) && spaced(1) => 2,
        2 if (1..=2).contains(&singles) && names::is_compound_surname(first) => 1 + singles,
        _ => 1,
    }
}

fn continues_dotted(chars: &[char], start: usize, at: usize, to: usize) -> bool {
    let next = (at..to).find(|&i| chars[i] != ' ');
    next.is_some_and(|i| chars[i] == '·')
        || at > start && chars[start..at].iter().rev().find(|&&c| c != ' ') == Some(&'·')
}

/// Reads one piece of text without joints: a name, names run together, or an institution.
fn read_piece(chars: &[char], piece: Span, under_role: bool, out: &mut Vec<(Span, String)>) -> Option<()> {
    let text: Vec<char> = chars[piece.start..piece.end].iter().copied().filter(|&c| c != ' ').collect();
    if text.len() > 2 && text.ends_with(&['等']) {
        // 通讯员 张晓明等: and others.
        return read_piece(chars, Span::new(piece.start, piece.end - 1), under_role, out);
    }
    let name = || text.iter().collect::<String>();
    if text.is_empty() {
        return Some(());
    }
    if under_role && WORDS.nobody.iter().any(|w| text.len() == w.chars().count() && starts_with(&text, w)) {
        return Some(());
    }
    if text.contains(&'·') {
        let is_name = names::is_dotted_name(&text) && (under_role || names::is_transcribed(&text));
        return is_name.then(|| out.push((piece, name())));
    }
    if !text.iter().all(|&c| is_han(c)) || is_phrase(&text) {
        return None;
    }
    // Without a role only what is surely an office: 共建和谐社区 is a headline.
    let ends = if under_role { &WORDS.institutions } else { &WORDS.offices };
    if text.len() >= 3 && (under_role || text.len() >= 5) && ends.iter().any(|s| ends_with(&text, s)) {
        out.push((piece, name()));
        return Some(());
    }
    if text.len() == piece.len()
        && let Some(lengths) = names::part(&text)
        && (under_role || lengths.len() == 1)
    {
        let mut at = piece.start;
        for length in lengths {
            out.push((Span::new(at, at + length), chars[at..at + length].iter().collect()));
            at += length;
        }
        return Some(());
    }
    // Pen names, minority names without dots, rare surnames: the role says that it is a name.
    let plausible = if under_role {
        (2..=5).contains(&text.len()) || text.len() <= 9 && names::is_transcribed(&text)
    } else {
        // Two characters with a rare surname are a word more often than a name.
        names::is_chinese_name(&text)
            && (text.len() > 2 || names::surname(&text).is_some_and(|(_, share)| share > 0.015))
    };
    plausible.then(|| out.push((piece, name())))
}

fn is_institution(name: &[char]) -> bool {
    let belongs = WORDS.institutions.iter().chain(&WORDS.members).any(|s| ends_with(name, s));
    name.len() >= 4 && name.iter().all(|&c| is_han(c)) && belongs
}

fn is_institution_name(name: &str) -> bool {
    is_institution(&name.chars().collect::<Vec<_>>())
}

/// Whether a piece under a role reads as a phrase and not as a name: 记者从…, 记者了解到.
fn is_phrase(text: &[char]) -> bool {
    text.iter().any(|c| "的了是与被把将于及这你我他她们".contains(*c))
        || WORDS.phrases.iter().any(|w| starts_with(text, w) || ends_with(text, w))
}

/// Gives every name its role: the last one before it, else the one directly after it.
fn assign(items: &[Item]) -> Option<Byline> {
    let mut byline = Byline::default();
    let mut current: Option<(&Role, &String, &Option<String>)> = None;
    // First signature since the last role; those without a role may take one that follows.
    let mut open = 0;
    for (n, item) in items.iter().enumerate() {
        match item {
            Item::Role { role, text, outlet } => {
                byline.has_role = true;
                let names_before = byline.signatures.len() > open;
                let names_after = matches!(items.get(n + 1), Some(Item::Name(..)));
                // 张三/文 李四/图 ends in a role: roles follow names. 文/张三 图/李四 ends in a name: they lead.
                let roles_follow = matches!(items.last(), Some(Item::Role { .. }));
                let is_suffix = role.after && (!role.before || !names_after || names_before && roles_follow);
                if is_suffix {
                    if let Some(kind) = role.kind {
                        for signature in byline.signatures[open..].iter_mut().filter(|s| s.role.is_none()) {
                            signature.role = Some(text.clone());
                            signature.kind = kind;
                        }
                    }
                    if names_after && current.is_some_and(|(r, ..)| r.before && !r.after) {
                        // 记者 张三 文 李四 图: the leading role goes on.
                    } else {
                        current = None;
                    }
                } else {
                    current = Some((role, text, outlet));
                }
                open = byline.signatures.len();
            }
            // 葛岭社区 洪小岩: whom the person belongs to.
            Item::Name(_, name) if matches!(items.get(n + 1), Some(Item::Name(_, next)) if is_institution_name(name) && !is_institution_name(next)) =>
                {}
            Item::Name(span, name) => {
                let (role, kind, outlet) = match current {
                    Some((role, ..)) if role.editor => continue,
                    Some((role, text, outlet)) => (
                        role.kind.map(|_| text.clone()),
                        role.kind.unwrap_or(CorrespondentKind::Author),
                        outlet.clone(),
                    ),
                    None => (None, CorrespondentKind::Author, None),
                };
                byline.signatures.push(Signature { name: name.clone(), span: *span, role, kind, outlet });
            }
        }
    }
    // Editors are named, but sign nothing: still a byline.
    let names_anybody = items.iter().any(|i| matches!(i, Item::Name(..)));
    (!byline.signatures.is_empty() || byline.has_role && names_anybody).then_some(byline)
}

/// Where a byline starts that ends the paragraph `chars`: a bracket at its end, or roles and names after its last
/// sentence. A bare name counts in brackets, or after a space.
///
/// ```
/// use jianbao::byline::tail;
/// let tail_of = |s: &str| tail(&s.chars().collect::<Vec<_>>()).map(|(at, _)| s.chars().skip(at).collect::<String>());
/// assert_eq!(tail_of("大家都说好。”记者张晓明").unwrap(), "记者张晓明");
/// assert_eq!(tail_of("大家都说好。(张晓明)").unwrap(), "(张晓明)");
/// assert_eq!(tail_of("大家都说好。张晓明").unwrap(), "张晓明");
/// assert_eq!(tail_of("大家都说好。(记者 张晓明)(图片由社区提供)").unwrap(), "(记者 张晓明)(图片由社区提供)");
/// assert_eq!(tail_of("他笑了。胡同里"), None);
/// assert_eq!(tail_of("图为活动现场。(左一)"), None);
/// ```
pub fn tail(chars: &[char]) -> Option<(usize, Byline)> {
    const WINDOW: usize = 80;
    let end = chars.iter().rposition(|&c| c != ' ')? + 1;
    let floor = end.saturating_sub(WINDOW);
    if chars[end - 1] == ')' || chars[end - 1] == ']' {
        return brackets(chars, floor, end);
    }
    let from = (floor..end).rev().find(|&i| matches!(chars[i], '。' | '!' | '?' | '”' | '…'))? + 1;
    let byline = read(&chars[from..end])?;
    let spaced = chars.get(from) == Some(&' ');
    // 。张晓明: one whole name with nothing else behind the last sentence.
    let glued = chars[from - 1] == '。' && end - from <= 3 && names::is_likely_name(&chars[from..end]);
    (byline.has_role || spaced && byline.signatures.len() <= 3 || glued).then_some((from, byline))
}

/// The bylines in the brackets that end at `end`, one behind the other; what is no byline is passed over.
fn brackets(chars: &[char], floor: usize, end: usize) -> Option<(usize, Byline)> {
    let mut found: Option<(usize, Byline)> = None;
    let mut at = end;
    while at > floor && matches!(chars[at - 1], ')' | ']') {
        let open = (floor..at).rev().find(|&i| matches!(chars[i], '(' | '['))?;
        if let Some(mut byline) = read(&chars[open..at]) {
            // A bracket in mid-sentence belongs to the sentence, unless a role stands in it.
            let before = chars[..open].iter().rev().find(|&&c| c != ' ');
            if byline.has_role || before.is_none_or(|c| "。!?”’…》)".contains(*c)) {
                if let Some((start, later)) = found.take() {
                    let shift = start - open;
                    byline.has_role |= later.has_role;
                    byline.signatures.extend(later.signatures.into_iter().map(|mut s| {
                        s.span = Span::new(s.span.start + shift, s.span.end + shift);
                        s
                    }));
                }
                found = Some((open, byline));
            }
        }
        at = open;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chars::fold;

    /// `name/role/kind/outlet` of each signature.
    fn signed(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().map(fold).collect();
        let byline = read(&chars).unwrap_or_default();
        byline
            .signatures
            .iter()
            .map(|s| {
                let kind = format!("{:?}", s.kind).to_lowercase();
                format!(
                    "{}/{}/{kind}/{}",
                    s.name,
                    s.role.as_deref().unwrap_or("-"),
                    s.outlet.as_deref().unwrap_or("-")
                )
            })
            .collect()
    }

    #[test]
    fn every_role_reads_its_example() {
        for row in lexicon::rows(include_str!("../data/roles.tsv")) {
            let chars: Vec<char> = row[3].chars().map(fold).collect();
            let byline = read(&chars).unwrap_or_else(|| panic!("not a byline: {}", row[3]));
            assert!(byline.has_role, "{}", row[3]);
            assert_eq!(byline.signatures.len(), usize::from(row[1] != "editor"), "{}", row[3]);
        }
    }

    #[test]
    fn one_reporter() {
        for text in [
            "本报记者陈小可",
            "本报记者 陈小可",
            "(本报记者 陈小可)",
            "□本报记者 陈小可",
            "■本报记者　陈小可",
            "本报 记者 陈小可",
        ] {
            assert!(
                matches!(&signed(text)[..], [one] if one.starts_with("陈小可/记者/reporter/")),
                "{text}: {:?}",
                signed(text)
            );
        }
        assert_eq!(signed("海州晚报全媒体记者 陈小可"), ["陈小可/全媒体记者/reporter/海州晚报"]);
        assert_eq!(signed("本报驻海州记者 陈小可"), ["陈小可/驻海州记者/reporter/本报"]);
        assert_eq!(signed("新海州·海州日报记者 陈小可"), ["陈小可/记者/reporter/新海州·海州日报"]);
        assert_eq!(signed("海州晚报/东湖新闻记者 陈小可"), ["陈小可/记者/reporter/海州晚报/东湖新闻"]);
        assert_eq!(signed("首席记者 陈小可"), ["陈小可/首席记者/reporter/-"]);
        assert_eq!(signed("记者 陈小可 文/图"), ["陈小可/记者/reporter/-"]);
        assert_eq!(signed("本报记者陈小可采访整理"), ["陈小可/记者/reporter/本报"]);
        assert_eq!(signed("记者陈小可摄影报道"), ["陈小可/记者/reporter/-"]);
    }

    #[test]
    fn several_names_and_roles() {
        let both = ["陈小可/记者/reporter/-", "李芳/通讯员/correspondent/-"];
        for text in [
            "记者 陈小可 通讯员 李芳",
            "记者陈小可通讯员李芳",
            "记者:陈小可 通讯员:李芳",
            "(记者 陈小可、通讯员 李芳)",
            "记 者 陈小可 通讯员 李  芳",
        ] {
            assert_eq!(signed(text), both, "{text}");
        }
        let two = ["严小霞/通讯员/correspondent/-", "王大力/通讯员/correspondent/-"];
        for text in ["通讯员严小霞 王大力", "通讯员 严小霞、王大力", "通讯员严小霞王大力"]
        {
            assert_eq!(signed(text), two, "{text}");
        }
        for text in ["通讯员 陈 小 可", "通讯员 陈小可等"] {
            assert_eq!(signed(text), ["陈小可/通讯员/correspondent/-"], "{text}");
        }
        assert_eq!(signed("记者 欧阳 小 明"), ["欧阳小明/记者/reporter/-"]);
        assert_eq!(
            signed("通讯员 热依娜·吐尔逊 阿里木江·买买提"),
            ["热依娜·吐尔逊/通讯员/correspondent/-", "阿里木江·买买提/通讯员/correspondent/-"]
        );
        assert_eq!(
            signed("记者 陈小可 实习生 李芳 文/图"),
            ["陈小可/记者/reporter/-", "李芳/实习生/intern/-"]
        );
        assert_eq!(signed("责编 陈小可 校对 李芳"), Vec::<String>::new());
    }

    #[test]
    fn photographs_and_halves() {
        for text in ["陈小可摄(影像中国)", "陈小可摄", "陈小可 摄", "(陈小可 摄)", "(陈小可/摄)"]
        {
            assert_eq!(signed(text), ["陈小可/摄/photographer/-"], "{text}");
        }
        assert_eq!(signed("文/陈小可 图/李芳"), ["陈小可/文/author/-", "李芳/图/photographer/-"]);
        assert_eq!(signed("陈小可/文 李芳/图"), ["陈小可/文/author/-", "李芳/图/photographer/-"]);
        assert_eq!(signed("陈小可 文/图"), ["陈小可/文/图/author/-"]);
        assert_eq!(signed("文/陈小可 图/受访者提供"), ["陈小可/文/author/-"]);
        assert_eq!(signed("葛岭社区居民 洪小岩"), ["洪小岩/-/author/-"]);
        assert_eq!(signed("(郝向东 张为民)"), ["郝向东/-/author/-", "张为民/-/author/-"]);
        assert_eq!(signed("(葛岭社区 洪小岩)"), ["洪小岩/-/author/-"]);
        assert_eq!(signed("陈小可"), ["陈小可/-/author/-"]);
    }

    #[test]
    fn institutions() {
        assert_eq!(signed("通讯员 葛岭社区 洪小岩"), ["洪小岩/通讯员/correspondent/-"]);
        assert_eq!(signed("城西街道办事处"), ["城西街道办事处/-/author/-"]);
        assert_eq!(signed("通讯员 区妇联"), ["区妇联/通讯员/correspondent/-"]);
        assert_eq!(signed("供稿:城东区文明办"), ["城东区文明办/供稿/correspondent/-"]);
    }

    #[test]
    fn not_bylines() {
        for text in [
            "记者从区民政局获悉",
            "社区传真",
            "记者了解到",
            "小记者站",
            "通讯员队伍建设",
            "(左一)",
            "(如图)",
            "楼道换上新灯 老人夜路不慌",
            "共建和谐社区",
            "图片新闻",
            "小记者走进派出所",
            "编辑同志:",
            "作者单位:海州大学",
            "责编 陈小可 校对 李芳",
            "",
            "□",
            "()",
        ] {
            assert_eq!(signed(text), Vec::<String>::new(), "{text}");
        }
    }
}
