//! The pieces of a slot: what joints part, and what spaces only justify.

use super::lexicon::{WORDS, is_joint};
use crate::chars::is_han;
use crate::{Span, names};

/// The runs without joints; a dotted name may have spaces around its dots.
pub(super) fn pieces(chars: &[char], from: usize, to: usize) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::new();
    for at in from..to {
        let c = chars[at];
        let dotted = |p: &Span| p.end == at && c == ' ' && continues_dotted(chars, p.start, at, to);
        // 实验小学三(2)班 is one piece.
        let open = || pieces.last().is_some_and(|p| p.end == at && chars[p.start..at].contains(&'('));
        let classed = c == '(' && begins_class(&chars[at..to]) || c == ')' && open();
        if is_joint(c) && c != '·' && !classed && !pieces.last().is_some_and(dotted) {
            continue;
        }
        if c == '·' && pieces.last().is_none_or(|p| p.end != at) {
            continue;
        }
        match pieces.last_mut() {
            Some(piece) if piece.end == at => piece.end = at + 1,
            _ => pieces.push(Span::new(at, at + 1)),
        }
    }
    pieces
}

/// The pieces where a name that spaces justify is glued to the one before it: 骆静怡尚 可, 王芳李 强张小明.
pub(super) fn apart(chars: &[char], mut pieces: Vec<Span>) -> Vec<Span> {
    let mut at = 0;
    while at + 1 < pieces.len() {
        let (piece, next) = (pieces[at], pieces[at + 1]);
        // 苏 绮叶俊廷: a letter, and another with names behind it.
        let behind = &chars[next.start + 1..next.end];
        if piece.len() == 1
            && behind.len() >= 2
            && chars[piece.end..next.start].iter().all(|&c| c == ' ')
            && names::odds(&[chars[piece.start], chars[next.start]]).is_some_and(|odds| odds > -1.0)
            && names::odds(behind).is_some_and(|odds| odds > 0.0)
        {
            pieces[at + 1].end = next.start + 1;
            pieces.insert(at + 2, Span::new(next.start + 1, next.end));
            at += 2;
            continue;
        }
        let set_off = |from: usize, to: usize| chars[from..to].iter().all(|&c| c == ' ');
        // 邓遂平 小 禾: two letters are a name of their own.
        let of_next = next.len() == 1
            && pieces.get(at + 2).is_some_and(|after| after.len() == 1 && set_off(next.end, after.start));
        if set_off(piece.end, next.start)
            && !of_next
            && let Some(behind) = glued_surname(&chars[piece.start..piece.end], &chars[next.start..next.end])
        {
            let name = Span::new(piece.end - 1, piece.end);
            pieces[at].end -= 1;
            pieces.insert(at + 1, name);
            if behind > 0 {
                pieces[at + 2] = Span::new(next.start, next.start + 1);
                pieces.insert(at + 3, Span::new(next.start + 1, next.end));
            }
            at += 2;
        }
        at += 1;
    }
    pieces
}

/// Whether the last letter of `piece` and the first of `next` are a name: how many letters of `next` are left behind it.
fn glued_surname(piece: &[char], next: &[char]) -> Option<usize> {
    let all_names = |text: &[char]| {
        let parts = names::part(text)?;
        let mut at = 0;
        let likely = parts.iter().all(|length| {
            at += length;
            *length < 4 && names::odds(&text[at - length..at]).is_some_and(|odds| odds > -2.5)
        });
        likely.then_some(())
    };
    let (last, before) = piece.split_last()?;
    let (first, behind) = next.split_first()?;
    // 王晓燕 子: the piece is a name as it stands.
    if piece.len() == 3 && behind.is_empty() && names::odds(piece).is_some_and(|odds| odds >= 0.0) {
        return None;
    }
    let odds = names::odds(&[*last, *first])?;
    // A letter alone is no name.
    if !(2..=9).contains(&before.len()) || odds < if behind.is_empty() { -6.0 } else { -1.0 } {
        return None;
    }
    let both = || all_names(piece).is_some() && all_names(next).is_some();
    if !behind.is_empty() && (behind.len() < 2 || both()) {
        return None;
    }
    all_names(before)?;
    if !behind.is_empty() {
        all_names(behind)?;
    }
    Some(behind.len())
}

/// `(2)班`, `(三)班`.
fn begins_class(chars: &[char]) -> bool {
    let close = chars.iter().take(4).position(|&c| c == ')');
    close.is_some_and(|close| close > 1 && chars.get(close + 1) == Some(&'班'))
}

/// Where a slot ends that a report's place closes: `张三/台北`, `张三台北`, `张三 本市`.
pub(super) fn before_place(chars: &[char], from: usize, to: usize) -> usize {
    let run = &chars[from..to];
    // 台南, 云林县
    let county = usize::from(matches!(run, [.., '县' | '市']));
    if let Some((place, ())) = WORDS.places.at_end(&run[..run.len() - county]) {
        let rest = to - place - county;
        // 北京、广州
        if rest > from + 2 && matches!(chars[rest - 1], '、' | '/') {
            return before_place(chars, from, rest - 1);
        }
        // 张北京 is a name.
        if rest > from + 1 {
            return rest;
        }
    }
    // Nor behind a name that is clear: 张晓明光复报道.
    if let 5..=6 = run.len()
        && run.iter().all(|&c| is_han(c))
        && names::odds(&run[..3]).is_some_and(|odds| odds >= 0.0)
        && !names::is_likely_name(&run[3..])
        && names::odds(&run[3..]).is_none_or(|odds| odds < 0.0)
    {
        return from + 3;
    }
    // Behind a stroke or space a place need not be known: 张三/海湾报道.
    match run.iter().rposition(|&c| is_joint(c)) {
        Some(joint)
            if joint >= 2
                && run.len() > joint + 2
                && matches!(run[joint], '/' | ' ' | '╱' | '\\')
                && !names::is_likely_name(&run[joint + 1..]) =>
        {
            from + joint
        }
        _ => to,
    }
}

/// How many of the pieces at the head are one name that spaces justify: `王  正`, `陈 兴 国`, `欧阳 小 明`.
pub(super) fn justified(chars: &[char], pieces: &[Span]) -> usize {
    let spaced = |n: usize| chars[pieces[n - 1].end..pieces[n].start].iter().all(|&c| c == ' ');
    let singles = (1..pieces.len()).take_while(|&n| pieces[n].len() == 1 && spaced(n)).count();
    let first = &chars[pieces[0].start..pieces[0].end];
    match first.len() {
        1 if (1..3).contains(&singles) => 1 + singles,
        1 if pieces.get(1).is_some_and(|next| next.len() == 2) && spaced(1) => 2,
        // 王 正 李 芳, 詹 秀 金 卢 振 海: where names follow each other.
        1 if singles > 2 => {
            let gap = |n: usize| pieces[n].start - pieces[n - 1].end;
            let wider = (2..=singles).find(|&n| gap(n) > gap(1));
            let letters = || pieces[..=singles].iter().map(|p| chars[p.start]).collect::<Vec<_>>();
            let likeliest = || {
                let letters = letters();
                let plain = letters.len() <= 4 && !names::is_transcribed(&letters);
                names::part(&letters).filter(|_| !plain).and_then(|parts| parts.first().copied())
            };
            wider.or_else(likeliest).unwrap_or(2)
        }
        2 if singles > 0 && names::is_compound_surname(first) => 1 + singles.min(2),
        _ => 1,
    }
}

fn continues_dotted(chars: &[char], start: usize, at: usize, to: usize) -> bool {
    let next = (at..to).find(|&i| chars[i] != ' ');
    next.is_some_and(|i| chars[i] == '·')
        || at > start && chars[start..at].iter().rev().find(|&&c| c != ' ') == Some(&'·')
}
