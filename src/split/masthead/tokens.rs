//! A masthead line cut into its pieces, and what they tell together.

use super::credit::is_role;
use super::day::{day, is_digit, latin_day};
use super::piece::{Token, is_edition, read_piece};
use super::words::WORDS;
use crate::chars::is_han;
use crate::document::starts_with;
use crate::split::furniture::navigation;
use crate::split::line::trim;
use std::borrow::Cow;

/// The tokens of a masthead line, or `None` where it holds anything else.
pub(super) fn tokens(chars: &[char], printed: &str) -> Option<Vec<Token>> {
    let mut line = Line::default();
    let mut at = 0;
    while at < chars.len() {
        if is_joint(chars[at]) {
            at += 1;
            continue;
        }
        if let Some((day, length)) = latin_day(&chars[at..]) {
            line.tokens.push(Token::Day(day));
            at += length;
            continue;
        }
        let (piece, end) = piece_at(chars, at)?;
        at = end;
        // ·2·
        let piece = trim(&piece, |c| c == '·');
        // What follows a forecast is of the forecast.
        if line.read(piece, &chars[at..])? == Piece::Forecast {
            break;
        }
    }
    let mut tokens = line.finish(chars)?;
    check_weekday(&mut tokens);
    // Names are told as printed, in traditional characters where they are.
    for token in &mut tokens {
        if let Token::Newspaper(name) = token {
            *name = as_printed(name, chars, printed);
        }
    }
    Some(tokens)
}

/// The piece that begins at `at`, and where it ends. Databases print `第 07 版` in three; short names are set apart.
fn piece_at(chars: &[char], at: usize) -> Option<(Cow<'_, [char]>, usize)> {
    const REACH: usize = 8;
    let end_of = |from: usize| (from..chars.len()).find(|&i| is_joint(chars[i])).unwrap_or(chars.len());
    let end = end_of(at);
    if let Some((day, end)) = spaced_day(chars, at) {
        return Some((Cow::Owned(day), end));
    }
    if matches!(chars[at..end], [.., '版', ':', name] if is_han(name)) {
        let mut name = chars[at..end].to_vec();
        let mut end = end;
        // 第03版:城  事
        while let Some(next) = (end..chars.len()).find(|&i| chars[i] != ' ')
            && is_han(chars[next])
            && end_of(next) == next + 1
        {
            name.push(chars[next]);
            end = next + 1;
        }
        return Some((Cow::Owned(name), end));
    }
    // 第一、二版
    if chars[at] == '第' && chars.get(end) == Some(&'、') {
        let close = (end..chars.len().min(end + REACH)).find(|&i| chars[i] == '版');
        let numbers = |close: usize| chars[at + 1..close].iter().all(|c| is_digit(c) || *c == '、');
        if let Some(close) = close.filter(|&close| numbers(close)) {
            let end = end_of(close);
            return Some((Cow::Borrowed(&chars[at..end]), end));
        }
    }
    if chars[at..end] != ['第'] {
        return Some((Cow::Borrowed(&chars[at..end]), end));
    }
    let close = (end..chars.len().min(end + REACH)).find(|&i| chars[i] == '版')?;
    let end = end_of(close);
    Some((chars[at..end].iter().copied().filter(|&c| c != ' ').collect(), end))
}

/// A day whose figures are set apart, without the spaces, and where it ends: 2 0 1 6 年 5 月 1 2 日.
fn spaced_day(chars: &[char], at: usize) -> Option<(Vec<char>, usize)> {
    const LONGEST: usize = 30;
    let run = &chars[at..chars.len().min(at + LONGEST)];
    let is_part = |c: &char| is_digit(c) || matches!(c, '年' | '月' | ' ');
    let end = run.iter().position(|c| !is_part(c)).filter(|&end| run[end] == '日')? + 1;
    let letters: Vec<char> = run[..end].iter().copied().filter(|&c| c != ' ').collect();
    (letters.len() < end && day(&letters).is_some_and(|(_, length)| length == letters.len()))
        .then_some((letters, at + end))
}

/// What a piece was.
#[derive(PartialEq)]
enum Piece {
    Read,
    /// The beginning of the weather.
    Forecast,
}

/// What the pieces of a line have told so far.
#[derive(Default)]
struct Line {
    tokens: Vec<Token>,
    /// Characters set apart, a piece when they end: 基  层.
    letters: Vec<char>,
    /// A page's number without a word: 08.
    number: Option<String>,
    /// A name in Latin letters stands there: HAIZHOU WANBAO 海州晚报.
    latin: bool,
    /// A role was the last piece: names follow, 编辑 唐 松.
    credited: bool,
    /// What was the last piece wants a number to call: 24小时热线 2000000.
    contact: bool,
    /// How many roles there are.
    roles: usize,
    /// How many words lead elsewhere on a site: 上一版.
    links: usize,
}

impl Line {
    fn holds(&self, is_one: impl Fn(&Token) -> bool) -> bool {
        self.tokens.iter().any(is_one)
    }

    /// Reads a piece, given with what follows it; `None` where no masthead holds it.
    fn read(&mut self, piece: &[char], after: &[char]) -> Option<Piece> {
        if piece.is_empty() || matches!(piece, ['-' | '—' | '/']) {
            return Some(Piece::Read);
        }
        let is_name = piece.len() <= 4 && piece.iter().all(|&c| is_han(c)) && !is_role(piece);
        let is_contact = piece.len() >= 5 && is_address(piece);
        if self.credited && is_name || (self.credited || self.contact) && is_contact {
            return Some(Piece::Read);
        }
        if let [letter] = piece
            && is_han(*letter)
        {
            self.letters.push(*letter);
            return Some(Piece::Read);
        }
        self.read_letters()?;
        if WORDS.forecasts.starts(piece) && !self.tokens.is_empty() {
            self.tokens.push(Token::Other);
            return Some(Piece::Forecast);
        }
        // 08, 14-15
        let mut pages = piece.split(|&c| matches!(c, '-' | '—'));
        let is_page = |page: &[char]| (1..=3).contains(&page.len()) && page.iter().all(char::is_ascii_digit);
        if pages.next().is_some_and(is_page) && pages.next().is_none_or(is_page) && pages.next().is_none() {
            self.number = Some(piece.iter().collect());
            return Some(Piece::Read);
        }
        // HAIZHOU WANBAO, (San Francisco)
        let shortest = if piece.iter().all(char::is_ascii_uppercase) { 4 } else { 3 };
        if piece.len() >= shortest && piece.iter().all(char::is_ascii_alphabetic) {
            self.latin = true;
            return Some(Piece::Read);
        }
        self.links += usize::from(navigation::is_link(piece));
        let next = after.split(|&c| is_joint(c)).find(|next| !next.is_empty());
        self.contact = piece.len() <= 8
            && WORDS.calls.ends(piece)
            && next.is_some_and(|next| next.len() >= 5 && is_address(next));
        self.credited = is_role(piece);
        if self.credited || self.contact {
            self.tokens.push(Token::Other);
        } else {
            self.read_whole(piece, after)?;
            let is_credit = piece.iter().any(|c| matches!(c, ':' | '/'));
            self.credited = is_credit && matches!(self.tokens.last(), Some(Token::Other));
        }
        self.roles += usize::from(self.credited);
        Some(Piece::Read)
    }

    /// Reads a piece without spaces; where it is none, what stands between its dots: `海州周刊·第四版·副刊`.
    fn read_whole(&mut self, piece: &[char], after: &[char]) -> Option<()> {
        let known = self.tokens.len();
        if read_piece(piece, &mut self.tokens).is_some() {
            return Some(());
        }
        self.tokens.truncate(known);
        let mut parts = piece.split(|&c| c == '·');
        piece.contains(&'·').then_some(())?;
        parts.try_for_each(|part| self.read(part, after).map(|_| ()))
    }

    /// Reads characters that were set apart as one piece; `None` where one stands alone.
    fn read_letters(&mut self) -> Option<()> {
        if self.letters.is_empty() {
            return Some(());
        }
        let piece = std::mem::take(&mut self.letters);
        if piece.len() < 2 {
            return None;
        }
        read_piece(&piece, &mut self.tokens)
    }

    /// The tokens, where they make a masthead together.
    fn finish(mut self, chars: &[char]) -> Option<Vec<Token>> {
        // The last character may have gone to the next line: …星期四 農.
        if self.letters.len() > 1 || self.tokens.len() < 3 {
            self.read_letters()?;
        }
        if let Some(number) = self.number.take() {
            // 3 上一篇 下一篇 4: what arrows have become beside links is no page.
            let others = self.tokens.iter().filter(|t| matches!(t, Token::Other)).count();
            let beside = others > self.links || self.holds(|t| matches!(t, Token::Day(_) | Token::BadDay));
            if !beside || self.holds(|t| matches!(t, Token::Page(_))) {
                return None;
            }
            self.tokens.push(Token::Page(number));
        }
        let named = self.holds(|t| matches!(t, Token::Page(_) | Token::Newspaper(_)));
        if self.latin && !named && !self.holds(|t| matches!(t, Token::Day(_))) {
            return None;
        }
        // 11月8日 第3版; 11月8日 星期五 may begin a diary.
        if !named && self.holds(|t| matches!(t, Token::ShortDay)) {
            return None;
        }
        let sure = self.holds(|t| !matches!(t, Token::Name | Token::ShortDay));
        let names = self.tokens.iter().filter(|t| matches!(t, Token::Name)).count();
        // After a comma stands a sentence, not the page's name; but November 8, 2019.
        let clause = chars.windows(2).any(|pair| pair[0] == ',' && pair[1] != ' ');
        let most = if clause { 0 } else { 2 };
        (sure && names <= most && (names == 0 || self.may_hold_name(names, chars))).then_some(self.tokens)
    }

    /// Whether what stands beside the page's name, or what looks like it, makes it one.
    fn may_hold_name(&self, names: usize, chars: &[char]) -> bool {
        let dated =
            |t: &Token| matches!(t, Token::Day(_) | Token::BadDay | Token::Weekday(_) | Token::Page(_));
        // 海州晚报    社会生活, 海州晚刊 周末版
        let set_apart = || chars.windows(3).any(|w| w.iter().all(|&c| c == ' ')) || is_edition(chars);
        self.holds(dated)
            || matches!(self.tokens[..], [Token::Newspaper(_), _]) && set_apart()
            || names == 1 && self.roles > 0
    }
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
