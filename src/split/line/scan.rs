//! One pass over a line's characters: what is counted, and where its marks stand.

use crate::chars::is_han;

/// What one pass over a line's characters counts.
#[derive(Debug, Default)]
pub(in crate::split) struct Scan {
    pub(in crate::split) han: usize,
    pub(in crate::split) spaces: usize,
    /// Characters half as wide as the others.
    pub(in crate::split) narrow: usize,
    /// A full stop stands before the end.
    pub(in crate::split) has_stop: bool,
    /// A comma or the like stands in it.
    pub(in crate::split) has_mark: bool,
    pub(in crate::split) commas: usize,
    /// A closing 】 stands in it.
    pub(in crate::split) has_frame: bool,
    /// More quotation marks, titles or brackets are opened than closed.
    pub(in crate::split) open: i32,
    /// A quotation mark or title is closed that was not opened.
    pub(in crate::split) is_unopened: bool,
    pub(in crate::split) brackets: usize,
    /// Place of the last mark that ends a sentence or quotation, before the end.
    pub(in crate::split) last_stop: Option<usize>,
    /// Place of the first colon.
    pub(in crate::split) colon: Option<usize>,
    /// Place of the first ——.
    pub(in crate::split) dash: Option<usize>,
    /// Place of the first comma, space or colon.
    pub(in crate::split) hinge: Option<usize>,
    /// Runs between spaces.
    pub(in crate::split) parts: usize,
    pub(in crate::split) shortest_part: usize,
    pub(in crate::split) longest_part: usize,
    /// A mark stands in it that no byline holds.
    pub(in crate::split) is_prose: bool,
    /// A name stands in it that goes by on a site: @何敏.
    pub(in crate::split) is_sent_in: bool,
}

impl Scan {
    pub(in crate::split) fn of(chars: &[char]) -> Self {
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
                '!'..='~' => {
                    scan.narrow += 1;
                    scan.is_sent_in |= c == '@' && i > 0 && chars[i - 1] == ' ';
                }
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
