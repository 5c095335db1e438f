//! Adverts: what offers something and says where or whom to call, with the name of the shop above it.

use super::edges::set_aside;
use crate::chars::{folded, is_han, unspaced};
use crate::lexicon::{begins, ends};
use crate::split::line::column::trim_frame;
use crate::split::line::{Evidence as E, Line, Set};
use crate::split::page::{Aside, Page};
use crate::split::words::WORDS;
use std::collections::BTreeSet;

/// Longer lines are text.
const LONGEST: usize = 60;

/// How many lines an advert has at most.
const MOST: usize = 4;

/// What begins or belongs to an article.
const OTHER: Set =
    Set::of(&[E::Byline, E::Names, E::Sent, E::Heading, E::Bullet, E::Marker, E::Signed, E::Labelled]);

/// Sets aside adverts: lines that offer several things; titles over whom to call that say what traders say; and what
/// stands between 招租, or its like, and whom to call.
pub(in crate::split) fn set_adverts_aside(page: &mut Page<'_>) {
    const ADVERT: Option<&str> = Some("advert");
    let told = page.aside.iter().filter(|aside| matches!(aside.class, "advert" | "hotline"));
    let told: BTreeSet<usize> = told.map(|aside| aside.number).collect();
    let lines = &page.lines;
    let mut found = vec![None; lines.len()];
    for (i, line) in lines.iter().enumerate() {
        if found[i].is_some() || line.given.is_some() || line.length > LONGEST || line.has(E::Closed) {
            continue;
        }
        if is_offer(line) {
            let below = lines[i + 1..].iter().take(MOST).take_while(|line| !line.has(E::Gap));
            let number = below.enumerate().filter(|(_, line)| calls(line) || is_wordy_offer(line)).last();
            number.into_iter().for_each(|(last, _)| found[i..=i + 1 + last].fill(ADVERT));
            continue;
        }
        if line.evidence().any(OTHER) {
            continue;
        }
        // The line with the number may be gone already.
        let above = told.contains(&(line.number + 1));
        let called = above || calls(line);
        let alone = || lines.get(i + 1).is_none_or(|below| below.has(E::Gap));
        // Without a number it says three things and stands alone.
        let listed = || alone() && line.text.split_whitespace().count() >= 3;
        if !called && !listed() {
            continue;
        }
        let from = if called { head(lines, i) } else { i };
        let words: usize = lines[from..=i].iter().map(|line| offers(line.text)).sum();
        // One word is little: headlines hold one too.
        let sure = || {
            above && alone()
                || ends_in_number(&folded(line.text)) && (from < i || headed(line.text) || is_card(line))
        };
        if words > 1 || words > 0 && sure() {
            found[from..=i].fill(ADVERT);
        }
    }
    keep_articles(lines, &mut found, &page.aside);
    // 商业信息 over nothing but adverts.
    for i in (0..lines.len()).filter(|&i| lines[i].has(E::Heading)) {
        let own = found[i + 1..].iter().take_while(|found| found.is_some()).count();
        // The column of an export may be printed below the next line.
        let number = lines[i].number;
        let next = lines.get(i + 1 + own).map_or(usize::MAX, |next| next.number.max(number));
        if own + told.range(number..next).count() > 1 {
            found[i] = ADVERT;
        }
    }
    if found.iter().any(Option::is_some) {
        set_aside(page, &found);
    }
}

/// Keeps what stands over running text or over who signs it, and rows that a colon announces: they are of an article.
fn keep_articles(lines: &[Line<'_>], found: &mut [Option<&'static str>], aside: &[Aside<'_>]) {
    const SHORTEST: usize = 15;
    const SIGNED: Set = Set::of(&[E::Byline, E::Names, E::Marker]);
    let is_text =
        |line: &Line<'_>| !line.has(E::Title) && line.length >= SHORTEST || line.evidence().any(SIGNED);
    let adverts: BTreeSet<usize> =
        aside.iter().filter(|aside| aside.class == "advert").map(|aside| aside.number).collect();
    let mut over_text = false;
    let mut below = usize::MAX;
    for (line, found) in lines.iter().zip(&mut *found).rev() {
        over_text &= adverts.range(line.number..below.max(line.number)).next().is_none();
        if found.is_none() {
            over_text = is_text(line);
        } else if over_text {
            *found = None;
            over_text = !line.has(E::Gap);
        }
        below = line.number;
    }
    let mut announced = false;
    for (line, found) in lines.iter().zip(found) {
        if found.is_none() || line.has(E::Gap) && !announced {
            announced = line.text.ends_with([':', '：']);
        } else if announced {
            *found = None;
        }
    }
}

/// Where the lines begin that stand over the last of an advert, or over the line that is gone.
fn head(lines: &[Line<'_>], last: usize) -> usize {
    const LONGEST: usize = 20;
    let is_head = |line: &Line<'_>| {
        line.has(E::Title) && line.length <= LONGEST && !line.evidence().any(OTHER) && line.given.is_none()
    };
    let mut from = last;
    while last - from < MOST && from > 0 && !lines[from].has(E::Gap) && is_head(&lines[from - 1]) {
        from -= 1;
    }
    from
}

/// Whether a line says in a word that something is offered: 招租, 【转让】.
fn is_offer(line: &Line<'_>) -> bool {
    const LONGEST: usize = 8;
    line.length <= LONGEST && line.has(E::Title) && {
        let chars = folded(line.text);
        // 招 聘
        let word = unspaced(trim_frame(&chars));
        WORDS.trades.at_start(&word).is_some_and(|(length, ())| length == word.len())
    }
}

/// Whether a line as long as text offers something and says whom to call.
fn is_wordy_offer(line: &Line<'_>) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| line.text.contains(word));
    let wordy = (LONGEST + 1..=2 * LONGEST).contains(&line.length);
    wordy && offers(line.text) > 0 && says(&["地址:", "地址：", "电话:", "电话：", "联系人"])
}

/// Whether a line begins with a word by itself that offers something: **转让** 临街门面两间.
fn headed(text: &str) -> bool {
    let chars = folded(text);
    let from = chars.iter().take_while(|&&c| !is_han(c)).count();
    let word = WORDS.trades.at_start(&chars[from..]);
    word.is_some_and(|(length, ())| chars.get(from + length).is_some_and(|&c| !is_han(c)))
}

/// Whether a line is as short as a card, and ends in a number to call: 专业疏通下水道 2220000.
fn is_card(line: &Line<'_>) -> bool {
    const LONGEST: usize = 30;
    line.length <= LONGEST
        && line.text.contains([' ', '\u{3000}'])
        && line.text.ends_with(|c: char| c.is_ascii_digit() || c == '×')
}

/// How many words of traders a line holds, up to two.
fn offers(text: &str) -> usize {
    let chars = folded(text);
    (0..chars.len()).filter(|&at| WORDS.trades.starts(&chars[at..])).take(2).count()
}

/// Whether a line says where something is or whom to call: it ends in a number, or has the word before one.
fn calls(line: &Line<'_>) -> bool {
    let holds = |c: char| c.is_ascii_digit() || matches!(c, '×' | '址');
    if line.length > LONGEST || !line.text.contains(holds) {
        return false;
    }
    let chars = folded(line.text);
    let place = |at: usize| begins!(&chars[at..], ["地址:", "地址 ", "电话:", "热线:", "手机:", "联系人:"]);
    ends_in_number(&chars) || (0..chars.len()).any(place)
}

/// Whether a line ends in a number to call, which is neither a count nor a day: 首日客人1200000, 2019-11-08.
fn ends_in_number(chars: &[char]) -> bool {
    const FEWEST: usize = 6;
    let is_number = |c: &char| c.is_ascii_digit() || matches!(c, '×' | 'X' | '-' | '—' | '*');
    let close = chars.iter().rev().take_while(|c| matches!(c, '。' | ')')).count();
    let chars = &chars[..chars.len() - close];
    let number = chars.iter().rev().take_while(|c| is_number(c)).count();
    let (before, number) = chars.split_at(chars.len() - number);
    let is_year = matches!(number, ['1' | '2', '9' | '0', _, _, '-', ..]);
    let said = before.last().is_none_or(|&c| !is_han(c)) || ends!(before, ["电话", "热线", "手机", "咨询"]);
    number.len() >= FEWEST && !is_year && said
}
