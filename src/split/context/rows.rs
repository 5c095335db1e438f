//! Lines that only look like titles or names (rows of tables, talk, words whose letters are set apart), and offices that send
//! what they stand below.

use crate::byline;
use crate::chars::{folded, is_han, plain};
use crate::lexicon::ends;
use crate::names;
use crate::segment::common;
use crate::split::context::verse::announces_poems;
use crate::split::furniture::metadata::is_full_day;
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line, Set};
use crate::split::words::WORDS;

/// What a short line may be a row of, with others of its kind.
#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Other,
    /// 海州队97∶101望江队
    Score,
    /// 大白菜:0.8元/斤
    Price,
    /// 1.海州队 积13分
    Rank,
    /// 晨渡 何敏 2018年6月10日
    Dated,
}

impl Cell {
    fn of(line: &Line<'_>) -> Cell {
        const LONGEST: usize = 24;
        const SCORE: char = '∶';
        if !line.has(E::Title) {
            return Cell::Other;
        }
        if line.has(E::Numbered) {
            return Cell::Rank;
        }
        if line.length > LONGEST {
            return Cell::Other;
        }
        let last = || line.text.split_whitespace().next_back().filter(|last| last.len() < line.text.len());
        if line.text.ends_with('日') && last().is_some_and(|last| is_full_day(&folded(last))) {
            return Cell::Dated;
        }
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        match line.text.split_once([SCORE, ':', '：']) {
            Some((team, other)) if line.text[team.len()..].starts_with(SCORE) => {
                let both = digit(team.chars().next_back()) && digit(other.chars().next());
                if both { Cell::Score } else { Cell::Other }
            }
            Some((_, price)) if digit(price.trim_start().chars().next()) => Cell::Price,
            _ => Cell::Other,
        }
    }
}

/// Settles by the lines around them who signs, and what only looks as if somebody did.
pub(in crate::split) fn settle_names(lines: &mut [Line<'_>]) {
    mark_name_rows(lines);
    clear_offices(lines);
    sign_offices(lines);
    clear_words(lines);
    clear_headings(lines);
    clear_notes(lines);
    sign_questions(lines);
    part_sent(lines);
}

/// Parts pictures that readers sent, one below the other under a column heading: 老街的灯 @何敏.
fn part_sent(lines: &mut [Line<'_>]) {
    let is_sent = |line: &Line<'_>| line.has(E::Credited) && line.text.contains(" @");
    for i in 1..lines.len() {
        if is_sent(&lines[i]) && (lines[i - 1].has(E::Heading) || is_sent(&lines[i - 1])) {
            lines[i].set(E::Series, true);
        }
    }
}

/// Tells the rows of tables: what heads them, scores one below the other. A row is a paragraph.
pub(in crate::split) fn mark_rows(lines: &mut [Line<'_>]) {
    const CELL: usize = 5;
    let kinds: Vec<Cell> = lines.iter().map(Cell::of).collect();
    for i in 0..lines.len() {
        let beside = kinds[i] != Cell::Other
            && (i > 0 && kinds[i - 1] == kinds[i] || kinds.get(i + 1) == Some(&kinds[i]));
        let above = lines.get(i + 1).is_some_and(|below| below.is_row);
        let heads = above && !lines[i].is_row && {
            let cells = lines[i].text.split_whitespace();
            cells.clone().count() >= 3 && cells.clone().all(|cell| cell.chars().count() <= CELL)
        };
        if heads || beside {
            lines[i].is_row = true;
        }
        // “娘,爹啥时候回来?” between others.
        let spoken = |line: &Line<'_>| line.edges.0 == '“' && line.has(E::Closed) && !line.has(E::Gap);
        let talk = i > 0
            && lines[i].has(E::Title)
            && lines[i].has(E::Quoted)
            && spoken(&lines[i])
            && (lines[i - 1].edges.0 == '“' && lines[i - 1].has(E::Closed)
                || lines.get(i + 1).is_some_and(spoken) && lines[i - 1].has(E::Closed));
        if talk {
            lines[i].forget(E::Title);
            lines[i].forget(E::Unlisted);
        }
        // What follows a table goes on with none of its rows.
        if i > 0 && lines[i - 1].is_row && !lines[i].is_row {
            lines[i].forget(E::Flush);
        }
        if lines[i].is_row {
            lines[i].forget(E::Title);
            lines[i].forget(E::Unlisted);
            if i > 0 && lines[i - 1].is_row {
                let own = lines[i].given.filter(|given| *given != Given::Body);
                lines[i].given = own.or(Some(Given::Label(Label::Paragraph)));
            }
        }
    }
    mark_notes(lines);
}

/// Takes what stands beside the rows of a table and says what they are in, or where they are from, for text:
/// (7月7日—13日 单位:元/公斤), 数据来源:市物价局.
fn mark_notes(lines: &mut [Line<'_>]) {
    for i in 0..lines.len() {
        let beside = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|line| line.is_row);
        if lines[i].is_row || lines[i].given.is_some() || !(beside(i.checked_sub(1)) || beside(Some(i + 1))) {
            continue;
        }
        let chars = folded(lines[i].text);
        let parts = chars.split(|c| matches!(c, ' ' | '(')).filter(|part| !part.is_empty());
        let reach = if chars[0] == '(' { usize::MAX } else { 1 };
        if parts.take(reach).any(|part| WORDS.table_notes.starts(part)) {
            lines[i].forget(E::Title);
            lines[i].forget(E::Unlisted);
            lines[i].given = Some(Given::Label(Label::Paragraph));
        }
    }
}

/// Takes a short line between a question and its answer for who asks: 青石 阿强.
fn sign_questions(lines: &mut [Line<'_>]) {
    const LONGEST: usize = 16;
    const QUESTION: usize = 8;
    let asks = |line: &Line<'_>| line.text.starts_with(['问', '問']) && line.has(E::Speech);
    for i in 1..lines.len().saturating_sub(1) {
        let line = &lines[i];
        let answers = lines[i + 1].text.starts_with('答') && lines[i + 1].has(E::Speech);
        if !answers || line.length > LONGEST || line.given.is_some() || line.is_signed_alone() {
            continue;
        }
        let plain =
            line.text.chars().all(|c| is_han(c) || c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）'));
        let asked = lines[i.saturating_sub(QUESTION)..i]
            .iter()
            .rev()
            .take_while(|line| !line.has(E::Title) || asks(line));
        if plain && lines[i - 1].has(E::Closed) && asked.into_iter().any(asks) {
            lines[i].set(E::Sender, true);
            lines[i].given = Some(Given::Label(Label::Signature));
        }
    }
}

/// Takes groups, and people with their office, for no signers but between a title and its text: 海州市市长 何敏 may head an
/// article of its own, or stand in a list.
fn clear_offices(lines: &mut [Line<'_>]) {
    for i in 0..lines.len() {
        if !lines[i].is_office {
            continue;
        }
        let is_title = |line: &Line<'_>| line.has(E::Title) && !line.is_signed_alone();
        let below_title = i > 0 && is_title(&lines[i - 1]);
        let above_text = lines.get(i + 1).is_some_and(|below| !is_title(below));
        // Whoever answered signs below it.
        let answers = |line: &Line<'_>| line.has(E::Speech) && !line.has(E::Title);
        let below_answer = i > 0
            && lines[i - 1].has(E::Closed)
            && lines[i.saturating_sub(2)..i].iter().any(answers)
            && lines.get(i + 1).is_none_or(is_title);
        if !(below_title && above_text || below_answer) {
            for sign in [E::Byline, E::Names, E::Likely] {
                lines[i].forget(sign);
            }
        }
    }
}

/// Takes an office on a line by itself right below a text for who sent it: in brackets, or with a blank line behind.
fn sign_offices(lines: &mut [Line<'_>]) {
    // Below a crosshead text stands.
    let heads = |below: &Line<'_>| below.has(E::Gap) && below.has(E::Title);
    for i in 1..lines.len() {
        let (above, line) = (&lines[i - 1], &lines[i]);
        let below_text = above.has(E::Closed) && !above.has(E::Title) || above.is_row;
        let apart = !line.has(E::Gap) && lines.get(i + 1).is_none_or(heads);
        if !below_text || !line.has(E::Title) || !(apart || line.has(E::Bracketed)) || line.given.is_some() {
            continue;
        }
        let sends = match &plain(line.text)[..] {
            ['(', name @ .., ')'] => {
                byline::is_office(name)
                    || byline::is_department(name)
                    || above.is_row && byline::is_part(name)
            }
            // 城南街道 says where the next title belongs.
            name => {
                let group = byline::is_office(name) || line.is_office && byline::office(name).is_some();
                // Set in farther than the text: 外语学院.
                let group = group || line.indent > above.indent + 1 && byline::is_part(name);
                apart && group && !ends!(name, ["街道", "社区"])
            }
        };
        if sends {
            lines[i].set(E::Sender, true);
            lines[i].given = Some(Given::Label(Label::Signature));
        }
    }
}

/// Takes letters that are set apart and no list knows for no column heading above somebody who signs: a title stands
/// there, 识 字 谣.
fn clear_headings(lines: &mut [Line<'_>]) {
    const SIGNS: Set = Set::of(&[E::Byline, E::Names, E::Sent]);
    for i in 0..lines.len().saturating_sub(2) {
        let signed = |at: usize| lines[at].evidence().any(SIGNS);
        if !(lines[i].has(E::Plated)
            && signed(i + 1)
            && !signed(i + 2)
            && lines[i].text.contains(char::is_whitespace))
        {
            continue;
        }
        let letters = plain(lines[i].text);
        if !WORDS.headings.ends(&letters) && WORDS.columns.get(&letters).is_none() {
            for sign in [E::Heading, E::Plated, E::Label, E::Column] {
                lines[i].forget(sign);
            }
        }
    }
}

/// Takes letters that are set apart for no name where text stands below and none above that they may have written:
/// 复 信, 争 顶; and words between verses: 邮 票.
fn clear_words(lines: &mut [Line<'_>]) {
    const LONGEST: usize = 6;
    for i in 1..lines.len().saturating_sub(1) {
        let line = &lines[i];
        if !line.has(E::Names) || line.length > LONGEST || !line.text.contains([' ', '\u{3000}', '\u{a0}']) {
            continue;
        }
        let letters = plain(line.text);
        let han = (2..=3).contains(&letters.len()) && letters.iter().all(|&c| is_han(c));
        if !han || names::is_likely_name(&letters) {
            continue;
        }
        let is_title = |line: &Line<'_>| line.has(E::Title) && !line.is_signed_alone();
        let verse = |line: &Line<'_>| is_title(line) && line.length >= 3;
        const TEXT: Set = Set::of(&[E::Salute, E::Wide, E::Lead]);
        let text =
            !is_title(&lines[i - 1]) && (!lines[i + 1].has(E::Title) || lines[i + 1].evidence().any(TEXT));
        // Below the title of several poems and their writer the first begins.
        let first = || i >= 2 && lines[i - 1].is_signed_alone() && announces_poems(lines[i - 2].text);
        let between = (i >= 3 && lines[i - 3..i].iter().all(verse) || first())
            && verse(&lines[i + 1])
            && (!lines[i + 1].has(E::Gap) || line.has(E::Gap))
            && common::class(&letters).is_some();
        if text || between {
            lines[i].forget(E::Names);
            lines[i].forget(E::Likely);
        }
    }
}

/// Takes a picture's short note between paragraphs for no article's end: `…清理河道。(何敏摄)`, where what follows is neither
/// another nor begins as articles do.
fn clear_notes(lines: &mut [Line<'_>]) {
    const LONGEST: usize = 60;
    const OPENS: Set =
        Set::of(&[E::Title, E::Credited, E::Signed, E::Marker, E::Lead, E::Caption, E::Bullet]);
    for i in 1..lines.len().saturating_sub(1) {
        let (above, note, below) = (&lines[i - 1], &lines[i], &lines[i + 1]);
        let is_note =
            note.has(E::Credited) && note.has(E::Signed) && note.length <= LONGEST && note.given.is_none();
        let within = !above.has(E::Title) && above.has(E::Closed) && !above.has(E::Signed);
        let as_apart = note.has(E::Gap) || !below.has(E::Gap);
        if is_note && within && as_apart && !note.is_signed_alone() && !below.evidence().any(OPENS) {
            for sign in [E::Credited, E::Signed, E::Quoted] {
                lines[i].forget(sign);
            }
            lines[i].given = Some(Given::Label(Label::Paragraph));
        }
    }
}

/// Takes a row of names beside another for one, whatever its letters: letters are signed by many.
fn mark_name_rows(lines: &mut [Line<'_>]) {
    const FEWEST: usize = 3;
    const LONGEST: usize = 4;
    let is_name = |word: &str| (2..=LONGEST).contains(&word.chars().count()) && word.chars().all(is_han);
    let is_row = |line: &Line<'_>| {
        let words = line.text.split_whitespace();
        // Most titles go on behind four letters.
        let ends = || line.text.chars().take(LONGEST + 1).any(char::is_whitespace);
        line.has(E::Title) && ends() && words.clone().count() >= FEWEST && words.clone().all(is_name)
    };
    let rows: Vec<bool> = lines.iter().map(is_row).collect();
    for i in (0..rows.len()).filter(|&i| rows[i]) {
        let named = |at: usize| rows.get(at) == Some(&true) && lines[at].has(E::Names);
        if i > 0 && named(i - 1) || named(i + 1) {
            lines[i].set(E::Names, true);
            lines[i].set(E::Likely, true);
        }
    }
}
