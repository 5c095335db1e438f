//! A masthead line cut into its pieces, and what they tell together.

use super::credit::is_role;
use super::piece::{Token, is_edition, read_piece};
use super::words::WORDS;
use crate::chars::is_han;
use crate::document::starts_with;
use crate::split::line::trim;

/// The tokens of a masthead line, or `None` where it holds anything else.
pub(super) fn tokens(chars: &[char], printed: &str) -> Option<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::new();
    // After a role stand names: 编辑 唐 松. After 热线 a number.
    let (mut credited, mut roles, mut contact) = (false, 0, false);
    let mut bare_number: Option<String> = None;
    let mut bare_number_seen = false;
    let mut latin = false;
    // Characters set apart: 基  层.
    let mut letters: Vec<char> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if is_joint(chars[at]) {
            at += 1;
            continue;
        }
        let mut end = (at..chars.len()).find(|&i| is_joint(chars[i])).unwrap_or(chars.len());
        // 第 07 版, as databases print it.
        let joined: Vec<char>;
        let piece = if chars[at..end] == ['第'] {
            let close = (end..chars.len().min(end + 8)).find(|&i| chars[i] == '版')?;
            end = (close..chars.len()).find(|&i| is_joint(chars[i])).unwrap_or(chars.len());
            joined = chars[at..end].iter().copied().filter(|&c| c != ' ').collect();
            &joined[..]
        } else {
            &chars[at..end]
        };
        at = end;
        // ·2·
        let piece = trim(piece, |c| c == '·');
        if piece.is_empty() || matches!(piece, ['-' | '—' | '/']) {
            continue;
        }
        if credited && piece.len() <= 4 && piece.iter().all(|&c| is_han(c)) && !is_role(piece) {
            continue;
        }
        if (credited || contact) && piece.len() >= 5 && is_address(piece) {
            continue;
        }
        if let [letter] = piece
            && is_han(*letter)
        {
            letters.push(*letter);
            continue;
        }
        read_letters(&mut letters, &mut tokens)?;
        // What follows a forecast is of the forecast.
        if WORDS.forecasts.starts(piece) && !tokens.is_empty() {
            tokens.push(Token::Other);
            break;
        }
        // A page's number without a word: 08.
        if (1..=3).contains(&piece.len()) && piece.iter().all(char::is_ascii_digit) {
            bare_number_seen = true;
            bare_number = Some(piece.iter().collect::<String>());
            continue;
        }
        // HAIZHOU WANBAO 海州晚报
        if piece.len() >= 4 && piece.iter().all(char::is_ascii_uppercase) {
            latin = true;
            continue;
        }
        // 24小时热线 2000000
        let next = chars[at..].split(|&c| is_joint(c)).find(|next| !next.is_empty());
        contact = piece.len() <= 8
            && WORDS.calls.ends(piece)
            && next.is_some_and(|next| next.len() >= 5 && is_address(next));
        credited = is_role(piece);
        if credited || contact {
            tokens.push(Token::Other);
        } else {
            read_piece(piece, &mut tokens)?;
            credited =
                piece.iter().any(|c| matches!(c, ':' | '/')) && matches!(tokens.last(), Some(Token::Other));
        }
        roles += usize::from(credited);
    }
    // The last character may have gone to the next line: …星期四 農.
    if letters.len() > 1 || tokens.len() < 3 {
        read_letters(&mut letters, &mut tokens)?;
    }
    if let Some(number) = bare_number
        && tokens.iter().any(|t| matches!(t, Token::Day(_) | Token::BadDay | Token::Other))
        && !tokens.iter().any(|t| matches!(t, Token::Page(_)))
    {
        tokens.push(Token::Page(number));
    } else if bare_number_seen {
        return None;
    }
    if latin && !tokens.iter().any(|t| matches!(t, Token::Newspaper(_) | Token::Day(_) | Token::Page(_))) {
        return None;
    }
    // After a comma stands a sentence, not the page's name.
    let most_names = if chars.contains(&',') { 0 } else { 2 };
    let names = tokens.iter().filter(|t| matches!(t, Token::Name)).count();
    let sure = tokens.iter().filter(|t| !matches!(t, Token::Name | Token::ShortDay)).count();
    // 11月8日 第3版; 11月8日 星期五 may begin a diary.
    let short = tokens.iter().any(|t| matches!(t, Token::ShortDay));
    if short && !tokens.iter().any(|t| matches!(t, Token::Page(_) | Token::Newspaper(_))) {
        return None;
    }
    let dated = tokens
        .iter()
        .any(|t| matches!(t, Token::Day(_) | Token::BadDay | Token::Weekday(_) | Token::Page(_)));
    // 海州晚报    社会生活
    let set_apart = tokens.len() == 2
        && matches!(tokens[0], Token::Newspaper(_))
        && chars.windows(3).any(|w| w.iter().all(|&c| c == ' '));
    // 海州晚刊 周末版
    let set_apart =
        set_apart || tokens.len() == 2 && matches!(tokens[0], Token::Newspaper(_)) && is_edition(chars);
    let credits = names == 1 && roles > 0;
    if sure == 0 || names > most_names || names > 0 && !dated && !set_apart && !credits {
        return None;
    }
    check_weekday(&mut tokens);
    // Names are told as printed, in traditional characters where they are.
    for token in &mut tokens {
        if let Token::Newspaper(name) = token {
            *name = as_printed(name, chars, printed);
        }
    }
    Some(tokens)
}

/// Whether a character stands between the pieces of a masthead line.
pub(super) const fn is_joint(c: char) -> bool {
    matches!(
        c,
        ' ' | '|'
            | '丨'
            | '['
            | ']'
            | ','
            | '■'
            | '●'
            | '◆'
            | '★'
            | '☆'
            | '('
            | ')'
            | '《'
            | '》'
            | '【'
            | '】'
            | '〔'
            | '〕'
            | '<'
            | '>'
    )
}

/// Reads characters that were set apart as one piece; `None` where one stands alone.
fn read_letters(letters: &mut Vec<char>, tokens: &mut Vec<Token>) -> Option<()> {
    if letters.is_empty() {
        return Some(());
    }
    let piece = std::mem::take(letters);
    if piece.len() < 2 {
        return None;
    }
    read_piece(&piece, tokens)
}

/// Whether a piece is a number to call or an address to write to.
fn is_address(piece: &[char]) -> bool {
    let marks = |&c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '—' | '@' | '.' | '_' | '×' | '/');
    piece.iter().all(marks)
}

/// The printed form of a name that stands in `chars`.
pub(super) fn as_printed(name: &str, chars: &[char], printed: &str) -> String {
    let length = name.chars().count();
    let at = (0..chars.len()).find(|&i| starts_with(&chars[i..], name)).unwrap_or(0);
    printed.chars().skip(at).take(length).collect()
}

/// A day that its weekday contradicts was misread: it tells nothing.
fn check_weekday(tokens: &mut [Token]) {
    let Some(weekday) = tokens.iter().find_map(|t| if let Token::Weekday(n) = t { Some(*n) } else { None })
    else {
        return;
    };
    for token in tokens.iter_mut() {
        if matches!(token, Token::Day(date) if date.weekday().to_monday_zero_offset() != weekday) {
            *token = Token::BadDay;
        }
    }
}
