//! One pass over a line's characters: what is counted, and where its marks stand.

use crate::chars::is_han;

/// What one pass over a line's characters counts.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub(super) han: usize,
    pub(super) spaces: usize,
    /// Characters half as wide as the others.
    pub(super) narrow: usize,
    /// A full stop stands before the end.
    pub(super) has_stop: bool,
    /// A comma or the like stands in it.
    pub(super) has_mark: bool,
    pub(super) commas: usize,
    /// A closing 】 stands in it.
    pub(super) has_frame: bool,
    /// More quotation marks, titles or brackets are opened than closed.
    pub(super) open: i32,
    /// A quotation mark or title is closed that was not opened.
    pub(super) is_unopened: bool,
    pub(super) brackets: usize,
    /// Place of the last mark that ends a sentence or quotation, before the end.
    pub(super) last_stop: Option<usize>,
    /// Place of the first colon.
    pub(super) colon: Option<usize>,
    /// Place of the first ——.
    pub(super) dash: Option<usize>,
    /// Place of the first comma, space or colon.
    pub(super) hinge: Option<usize>,
    /// Runs between spaces.
    pub(super) parts: usize,
    pub(super) shortest_part: usize,
    pub(super) longest_part: usize,
    /// A mark stands in it that no byline holds.
    pub(super) is_prose: bool,
}

impl Scan {
    pub(super) fn of(chars: &[char]) -> Self {
        let mut scan = Scan { shortest_part: usize::MAX, ..Scan::default() };
        let end = chars.len().saturating_sub(1);
        let (mut quotes, mut titles, mut brackets) = (0, 0, 0);
        let mut part_from = 0;
        for (i, &c) in chars.iter().enumerate() {
            if ('\u{4E00}'..='\u{9FFF}').contains(&c) {
                scan.han += 1;
                continue;
            }
            match c {
                ' ' => {
                    scan.spaces += 1;
                    scan.narrow += 1;
                    scan.hinge.get_or_insert(i);
                    scan.part(part_from, i);
                    part_from = i + 1;
                }
                ',' | '、' | ';' => {
                    scan.has_mark = true;
                    scan.commas += usize::from(c != '、');
                    scan.hinge.get_or_insert(i);
                    scan.is_prose |= c != '、';
                }
                '。' => {
                    scan.has_mark = true;
                    scan.has_stop |= i < end;
                    scan.is_prose = true;
                    scan.last_stop = if i < end { Some(i) } else { scan.last_stop };
                }
                '!' | '?' | '…' => {
                    scan.is_prose = true;
                    scan.last_stop = if i < end { Some(i) } else { scan.last_stop };
                }
                ':' => {
                    scan.colon.get_or_insert(i);
                    scan.hinge.get_or_insert(i);
                }
                '“' => {
                    quotes += 1;
                    scan.is_prose = true;
                }
                '”' => {
                    quotes -= 1;
                    scan.is_unopened |= quotes < 0;
                    scan.last_stop = if i < end { Some(i) } else { scan.last_stop };
                }
                '《' => {
                    titles += 1;
                    scan.is_prose = true;
                }
                '》' => {
                    titles -= 1;
                    scan.is_unopened |= titles < 0;
                }
                '(' => {
                    brackets += 1;
                    scan.brackets += 1;
                }
                ')' => brackets -= 1,
                '】' => scan.has_frame = true,
                '—' if i > 0 && chars[i - 1] == '—' => {
                    scan.dash.get_or_insert(i - 1);
                }
                '0'..='9' => {
                    scan.narrow += 1;
                    scan.is_prose = true;
                }
                '!'..='~' => scan.narrow += 1,
                _ if is_han(c) => scan.han += 1,
                _ => {}
            }
        }
        scan.part(part_from, chars.len());
        scan.open = quotes.max(0) + titles.max(0) + brackets.max(0);
        scan
    }

    fn part(&mut self, from: usize, to: usize) {
        if to > from {
            self.parts += 1;
            self.shortest_part = self.shortest_part.min(to - from);
            self.longest_part = self.longest_part.max(to - from);
        }
    }
}
