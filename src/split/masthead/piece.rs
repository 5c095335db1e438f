//! The pieces of a masthead line: what each names.

use super::credit::{is_credit, is_imprint};
use super::day::{day, is_digit, is_other_calendar, short_day, weekday};
use super::page_number;
use super::words::WORDS;
use crate::chars::is_han;
use crate::split::furniture::navigation;
use crate::split::page::field::{self, Field};
use crate::split::words as lines;
use jiff::civil::Date;

/// One thing that a masthead line names.
#[derive(Debug, PartialEq)]
pub(super) enum Token {
    Newspaper(String),
    /// Year, month, day.
    Day(Date),
    /// A day that is not in the calendar, or that the weekday beside it contradicts.
    BadDay,
    /// Month and day.
    ShortDay,
    /// From Monday, 0.
    Weekday(i8),
    Page(String),
    /// Lunar date, number of pages, issue number, editors, hotline.
    Other,
    /// Two to six Han characters: the page's name, where something surer stands beside it.
    Name,
}

/// Reads a piece without spaces: one token, or a day with what follows it.
pub(super) fn read_piece(piece: &[char], tokens: &mut Vec<Token>) -> Option<()> {
    // 第4版 :社区
    let piece = match piece {
        [':', rest @ ..] if !rest.is_empty() && matches!(tokens.last(), Some(Token::Page(_))) => rest,
        _ => piece,
    };
    // 版次:03, 出版日期:2019-11-08, as databases print them.
    if let Some((field, length)) = field::labels(piece) {
        let value = &piece[length..];
        match field {
            Field::Head if (1..=3).contains(&value.len()) && value.iter().all(char::is_ascii_digit) => {
                tokens.push(Token::Page(value.iter().collect()));
                return Some(());
            }
            Field::Head if !value.is_empty() => return read_piece(value, tokens),
            // 作者:何敏 signs; 作者: names nobody.
            Field::Head | Field::Author if value.is_empty() => {
                if tokens.is_empty() {
                    tokens.push(Token::Other);
                }
                return Some(());
            }
            Field::Issue => {
                tokens.push(Token::Other);
                return Some(());
            }
            _ => {}
        }
    }
    // 11月8日: with the weekday or page beside it.
    if let Some(length) = short_day(piece) {
        tokens.push(Token::ShortDay);
        return if length == piece.len() { Some(()) } else { read_piece(&piece[length..], tokens) };
    }
    if let Some((day, length)) = day(piece) {
        tokens.push(day.map_or(Token::BadDay, Token::Day));
        let rest = &piece[length..];
        let rest = rest.strip_prefix(&['/']).or(rest.strip_prefix(&['·'])).unwrap_or(rest);
        return if rest.is_empty() { Some(()) } else { read_piece(rest, tokens) };
    }
    // 海州晚报·周末版
    if let Some(dot) = piece.iter().position(|&c| c == '·')
        && is_newspaper(&piece[..dot])
        && is_edition(&piece[dot + 1..])
    {
        tokens.push(Token::Newspaper(piece[..dot].iter().collect()));
        return Some(());
    }
    // 海州晚报2019年11月8日, 海州晚报第六版
    let name = piece.iter().position(|c| c.is_ascii_digit() || matches!(c, '/' | '第')).unwrap_or(0);
    if name > 0 && is_newspaper(&piece[..name]) {
        tokens.push(Token::Newspaper(piece[..name].iter().collect()));
        let rest = &piece[name..];
        return read_piece(rest.strip_prefix(&['/']).unwrap_or(rest), tokens);
    }
    if let Some((weekday, length)) = weekday(piece) {
        tokens.push(Token::Weekday(weekday));
        let rest = &piece[length..];
        if rest.is_empty() {
            return Some(());
        }
        // 星期五的约会 is a title.
        return read_piece(rest, tokens).filter(|()| !matches!(tokens.last(), Some(Token::Name)));
    }
    // 2013年12月5日 星期: the site left the weekday out.
    if is_other(piece) || piece == ['星', '期'] {
        tokens.push(Token::Other);
    } else if let Some(label) = page_number::label(piece) {
        tokens.push(Token::Page(label));
    } else if is_newspaper(piece) {
        tokens.push(Token::Newspaper(piece.iter().collect()));
    } else {
        is_name(piece).then(|| tokens.push(Token::Name))?;
    }
    Some(())
}

/// Whether a piece may be the name of the page or of a supplement.
fn is_name(piece: &[char]) -> bool {
    let longest = if piece.contains(&'·') { 11 } else { 6 };
    let office = || (4..=14).contains(&piece.len()) && lines::WORDS.offices.ends(piece);
    let named = ((2..=longest).contains(&piece.len()) || office())
        && piece.iter().all(|&c| is_han(c) || matches!(c, '/' | '·'));
    // 副刊“柳巷灯”
    let supplement = || match piece {
        [first, rest @ .., '”'] => {
            piece.len() <= 12
                && is_han(*first)
                && WORDS.supplements.starts(piece)
                && rest.iter().all(|&c| is_han(c) || c == '“')
        }
        _ => false,
    };
    named || supplement()
}

/// Whether a piece ends in the name of an edition, three characters long.
pub(super) fn is_edition(piece: &[char]) -> bool {
    WORDS.editions.ends(piece)
}

/// Whether a piece is a newspaper's name by its end.
pub(super) fn is_newspaper(piece: &[char]) -> bool {
    // 海州日报海外版
    let edition = || is_edition(piece) && piece.len() > 5 && matches!(piece[piece.len() - 4], '报' | '刊');
    (3..=11).contains(&piece.len())
        && (WORDS.papers.ends(piece) || edition())
        && !WORDS.reports.ends(piece)
        && piece.iter().all(|&c| is_han(c))
}

/// Lunar days, numbers of pages and issues, editors, hotlines, links.
fn is_other(piece: &[char]) -> bool {
    let number = match piece {
        ['总' | '新', '第', number @ .., '期' | '号'] | ['第', number @ .., '期' | '号'] => number,
        _ => &[],
    };
    let numbered = (1..=6).contains(&number.len()) && number.iter().all(is_digit);
    numbered
        || piece == ['本', '版']
        || is_other_calendar(piece)
        || is_credit(piece)
        || is_imprint(piece)
        || navigation::is_link(piece)
}
