//! What a line shows of who signed: bylines, credits, lead markers.

use super::evidence::Evidence;
use super::scan::Scan;
use super::{Line, is_box, trim};
use crate::byline::{self, Byline, Signature};
use crate::chars::{is_han, unspaced};
use crate::dateline;
use crate::lexicon::{begins, ends};
use crate::names;
use crate::record::CorrespondentKind;
use crate::segment::common;
use crate::split::words::WORDS;

impl Line<'_> {
    /// Evidence of bylines and lead markers.
    pub(in crate::split) fn look_signed(&mut self, chars: &[char], scan: &Scan) {
        use Evidence::*;
        // ——记海州县农民何敏: whom the article is about.
        // 谷雨(外二首) is a title.
        let whole = if begins!(chars, ["——记"]) || self.has(Genre) {
            None
        } else {
            whole_byline(without_marks(chars), scan)
        };
        // n本报记者 何敏: a box, in the letters of another font.
        let whole = whole.filter(|byline| byline.has_role || !matches!(chars[0], 'N' | 'n' | 'l' | 'u'));
        if let Some(byline) = &whole {
            // ·劳模速写· heads a column.
            self.set(Byline, byline.has_role && !self.has(Plated));
            // 记者:何敏 is no talk.
            if self.has(Byline) {
                self.forget(Speech);
            }
            let names = (1..=3).contains(&byline.signatures.len());
            // 母羊 and 桑园 are words first.
            let word = || chars.len() <= 3 && common::class(chars).is_some() && !names::is_likely_name(chars);
            self.set(Names, !byline.has_role && names && !self.has(Heading) && !word());
            let framed = !is_han(chars[0]) || byline.signatures.len() > 1;
            let likely = |s: &Signature| names::is_likely_name(&chars[s.span.start..s.span.end]);
            self.set(Likely, self.has(Names) && (framed || byline.signatures.iter().all(likely)));
            self.set(Credited, is_credit(chars, byline));
            self.set(Credit, self.has(Credited));
        }
        // Groups have no clauses, and a space stands behind an office.
        let group = scan.commas == 0 && byline::collective(chars).is_some();
        let framed = matches!(chars[0], '(' | '[' | '□' | '■' | '◎' | '◇');
        let reported = is_reported(chars);
        self.is_office = !framed && !reported && (group || scan.spaces > 0 && byline::begins_titled(chars));
        self.set(Byline, reported || group);
        // (赣 夫): a pen name, set apart.
        let is_mark = |c: char| is_box(c) || c == '〇';
        let bare = trim(chars, |c| matches!(c, '(' | ')' | ' ') || is_mark(c));
        // More than three are no name, however many.
        let letters = bare.iter().filter(|&&c| is_han(c)).take(4).count();
        let apart = letters < bare.len()
            && (2..=3).contains(&letters)
            && bare.windows(2).all(|pair| (pair[0] == ' ') || (pair[1] == ' '))
            && bare.iter().all(|&c| c == ' ' || is_han(c))
            && !self.has(Notice);
        self.set(Names, apart);
        self.set(Likely, apart);
        // □ 石头河: what a box marks and is as short as a name signs, whoever it is.
        let marked = matches!(chars[0], '□' | '■' | '◎' | '◇');
        let boxed = (marked || apart && is_mark(chars[0])) && (2..=4).contains(&scan.han);
        // ◎社区小事: two words.
        let words = || matches!(chars, [_, a, b, c, d] if common::class(&[*a, *b]).is_some() && common::class(&[*c, *d]).is_some());
        let boxed = boxed && scan.han + scan.spaces + 1 == chars.len() && !self.has(Heading) && !words();
        // □ 朵 朵(海州第三小学五年级)
        let noted = || marked && before_note(chars).is_some_and(|(head, _)| head.len() <= 6);
        // □何敏 海州市 教师: where the writer is from, and what.
        let from = || chars.len() <= 20 && scan.spaces > 0 && byline::pen_name(chars).is_some();
        let boxed = boxed || noted() || marked && from();
        self.set(Names, boxed);
        self.set(Likely, boxed);
        let lead = dateline::lead(&chars[..chars.len().min(120)]);
        if lead.marker.is_some() || lead.byline.is_some() {
            let alone = self.has(Byline) && lead.byline.is_some() || self.has(Names);
            self.set(Marker, !alone);
            self.set(HeadSigned, self.has(Marker) && lead.byline.is_some());
            let marker_end = lead.marker.map_or(0, |m| m.span.end);
            // 新华社北京8月4日电 题:… names what follows, and the writers come next.
            let titled = chars[marker_end..].windows(2).take(4).any(|pair| pair == ['题', ':']);
            self.set(Dateline, marker_end > 0 && (marker_end + 1 >= chars.len() || titled));
        }
        // 本报海州电 (记者 何敏): without a day.
        let wired = begins!(chars, ["本报"])
            && chars.windows(2).take(9).skip(3).any(|pair| matches!(pair, ['电', ' ' | '(']));
        self.set(Marker, wired);
        self.set(Bullet, self.has(Boxed) && !self.is_signed_alone());
        let flagged = trim(&chars[1..], |c| c == ' ');
        let plain = (2..=8).contains(&flagged.len()) && flagged.iter().all(|&c| is_han(c));
        self.set(Flagged, self.has(Bullet) && plain);
        // 。佟丽: the shape of a name, where no more is sure.
        let rest = &chars[scan.last_stop.map_or(0, |at| at + 1)..];
        self.set(Trail, rest.len() < 5 && rest.len() < chars.len() && names::is_chinese_name(rest));
        let is_head = self.has(HeadSigned) && scan.last_stop.is_none();
        if whole.is_none()
            && !is_head
            && may_end_signed(chars, scan)
            && let Some((at, byline)) = byline::tail(chars)
        {
            self.set(Signed, true);
            let sent_in = chars[at] == '@';
            self.set(Credited, sent_in || is_credit(&chars[at..], &byline));
            // A caption, by whoever took the picture.
            if sent_in {
                self.set(Closed, true);
                self.forget(Title);
                self.forget(Unlisted);
            }
        }
    }
}

/// Without what stands for a box before a byline in the letters of another font, and without the marks on both sides of a
/// name: `n本报记者 何敏`, `·何敏·`, `△何敏△`.
fn without_marks(chars: &[char]) -> &[char] {
    match chars {
        ['N' | 'n' | 'l' | 'u', rest @ ..] if rest.first().is_some_and(|&c| is_han(c)) => rest,
        [first, name @ .., last]
            if first == last
                && (is_box(*first) || *first == '〇')
                && name.len() <= 6
                && names::is_likely_name(&unspaced(name)) =>
        {
            name
        }
        _ => chars,
    }
}

/// The byline that a line is from end to end.
fn whole_byline(chars: &[char], scan: &Scan) -> Option<Byline> {
    // Of names that stand alone, together.
    const NAMES: usize = 14;
    if let at @ 1.. = byline::after_metadata(chars) {
        return byline::read(&chars[at..]);
    }
    // 老李: begins a letter.
    if chars.last() == Some(&':') && chars.len() <= 5 {
        return None;
    }
    match scan.han <= NAMES {
        // 实验小学四(3)班 陈小可, 法学院2010级 陈小可: figures, and a class.
        _ if scan.is_prose && (chars.contains(&'班') || is_of_year(chars)) => {
            byline::read_signed(chars).or_else(|| sent(chars, scan))
        }
        _ if scan.is_prose => (before_note(chars).and_then(noted))
            .or_else(|| sent_before_note(chars, scan))
            .or_else(|| sent(chars, scan)),
        true => byline::read(chars),
        false => byline::read_signed(chars).or_else(|| sent(chars, scan)),
    }
}

/// Whether a line begins with a school's class of a year: 法学院2010级 陈小可.
fn is_of_year(chars: &[char]) -> bool {
    const HEAD: usize = 12;
    let grade = chars.iter().take(HEAD).position(|&c| c == '级');
    grade.is_some_and(|at| at > 2 && chars[at - 1].is_ascii_digit() && chars.get(at + 1) == Some(&' '))
}

/// Who signs before a note, which may say that it is the writer: 林间(作者系外国语学院学生).
fn noted((head, note): (&[char], &[char])) -> Option<byline::Byline> {
    byline::read(head).or_else(|| note.starts_with(&['作', '者']).then(|| byline::pen_name(head)).flatten())
}

/// A short line without the bracket that closes it: 陳小可(臺南市北區,退休教師).
fn before_note(chars: &[char]) -> Option<(&[char], &[char])> {
    const HEAD: usize = 8;
    let open = chars.iter().take(HEAD).position(|&c| c == '(')?;
    let one = chars.ends_with(&[')']) && chars.iter().filter(|&&c| c == '(').count() == 1;
    (open > 1 && one && byline::is_note(&chars[open + 1..])).then(|| (&chars[..open], &chars[open + 1..]))
}

/// Who signs a letter behind where the letter is from: 永安县青山镇上坪村村民 陈小可等二十六人.
fn sent(chars: &[char], scan: &Scan) -> Option<Byline> {
    const LONGEST: usize = 34;
    if scan.spaces == 0 || chars.len() > LONGEST {
        return None;
    }
    // 向 晚: whose letters are set apart.
    let apart = |s: &Signature| chars[s.span.start..s.span.end].contains(&' ');
    let likely =
        |s: &Signature| apart(s) || names::odds(&byline::name(chars, s.span)).is_some_and(|odds| odds >= 0.0);
    // 六(1)班 韩子墨: behind a class a name is sure.
    let pupil = |s: &Signature| {
        let behind = chars[..s.span.start].iter().rev().find(|&&c| c != ' ');
        behind == Some(&'班') && names::is_chinese_name(&byline::name(chars, s.span))
    };
    byline::read(chars).filter(|byline| {
        byline.signatures.first().is_some_and(|s| s.span.start > 4)
            && byline.signatures.iter().all(|s| likely(s) || pupil(s))
    })
}

/// As [`sent`], before a note on the writer: 江岸区一元街 陈小可(退休教师).
fn sent_before_note(chars: &[char], scan: &Scan) -> Option<Byline> {
    let open = chars.iter().rposition(|&c| c == '(').filter(|_| scan.brackets == 1)?;
    let note = chars[open + 1..].strip_suffix(&[')'])?;
    (open > 4 && !note.is_empty() && byline::is_note(note)).then(|| sent(&chars[..open], scan)).flatten()
}

/// Whether a line holds a byline and nothing else that places its writer, 記者陳小可／台中報導, or names a book's, 陈小可 著.
fn is_reported(chars: &[char]) -> bool {
    const LIMIT: usize = 36;
    if begins!(chars, ["(参与采写"]) && chars.ends_with(&[')']) {
        return true;
    }
    if chars.len() > LIMIT {
        return false;
    }
    // (木刻) 陈小可作
    if let ['(', rest @ .., '作' | '摄' | '画' | '刻' | '绘'] = chars
        && let Some(close) = rest.iter().position(|&c| c == ')')
        && WORDS.genres.ends(&rest[..close])
    {
        let names = &rest[close + 1..];
        return (2..=12).contains(&names.len()) && names.iter().all(|&c| is_han(c) || c == ' ');
    }
    if let [names @ .., ' ' | '/', '著' | '译' | '画'] = chars {
        return (2..=10).contains(&names.len()) && names.iter().all(|&c| is_han(c) || c == ' ');
    }
    // 以上图片均为本报记者陈小可摄
    if begins!(chars, ["以上", "本版", "本组", "文中", "图片", "照片", "均为"])
        && chars.iter().any(|&c| matches!(c, '图' | '照'))
    {
        return ends!(chars, ["摄", "提供", "供图", "拍摄", "摄影"]);
    }
    let inner = trim(chars, |c| matches!(c, '(' | ')'));
    // 据新华社, 据海州晚报
    if let ['据', source @ ..] = inner
        && source.len() <= 8
        && (dateline::is_agency(source) || byline::is_outlet(source))
    {
        return true;
    }
    let supplied = ends!(inner, ["供稿", "供图", "整理", "采写", "外电", "摘编", "编译"]);
    if inner.len() < chars.len() && supplied && !chars.contains(&'。') {
        return true;
    }
    if begins!(chars, ["口述 ", "口述:", "讲述 ", "讲述:", "口述人", "讲述人"]) {
        return true;
    }
    let bare =
        trim(chars, |c| matches!(c, '(' | '[' | '〔' | '【' | ')' | ']' | '〕' | '】' | '□' | '■' | ' '));
    // 本报评论员: an office that has no name.
    let office = bare.len() <= 10 && begins!(bare, ["本报", "本刊", "本社", "本台", "本网", "新华社"]);
    office && ends!(bare, ["评论员", "编辑部", "评论部", "观察员"])
        || begins!(bare, ["记者", "本报记者"])
            && ends!(bare, ["报导", "报道", "整理", "调查", "采访", "采写"])
}

/// Whether a byline may stand behind the last sentence: a bracket, or a short rest.
fn may_end_signed(chars: &[char], scan: &Scan) -> bool {
    const REST: usize = 80;
    match chars[chars.len() - 1] {
        ')' | ']' => true,
        '。' | '!' | '?' | '…' | '”' | ',' | '、' | ':' | ';' => false,
        _ => scan.last_stop.is_some_and(|at| chars.len() - at <= REST) || scan.is_sent_in,
    }
}

/// Whether a byline credits a picture only: `张晓明 摄`, `记者张晓明 摄`.
fn is_credit(chars: &[char], byline: &Byline) -> bool {
    let photographers = byline.signatures.iter().all(|s| s.kind == CorrespondentKind::Photographer);
    photographers || chars.iter().rev().find(|&&c| is_han(c)) == Some(&'摄')
}
