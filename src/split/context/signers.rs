//! Who signs on lines that do not tell by themselves: letters set apart, a role or an office above its name.

use crate::byline;
use crate::chars::{folded, is_han, plain};
use crate::split::label::Label;
use crate::split::line::{Evidence as E, Given, Line, Set};
use crate::split::words::WORDS;

/// Settles who signs by the lines above and below.
pub(in crate::split) fn mark_signers(lines: &mut [Line<'_>]) {
    sign_apart(lines);
    sign_roles(lines);
    sign_offices(lines);
}

fn is_title(line: &Line<'_>) -> bool {
    line.has(E::Title) && !line.is_signed_alone()
}

/// Takes two or three letters that are set apart between a title and its text for a writer, whatever they are: 林 下 风.
fn sign_apart(lines: &mut [Line<'_>]) {
    const LONGEST: usize = 9;
    const SHORT: usize = 5;
    for i in 1..lines.len().saturating_sub(1) {
        let (above, line, below) = (&lines[i - 1], &lines[i], &lines[i + 1]);
        if line.length > LONGEST || !line.text.contains([' ', '\u{3000}', '\u{a0}']) || line.given.is_some() {
            continue;
        }
        let letters = plain(line.text);
        let apart = line.length >= 2 * letters.len() - 1;
        let fits = apart && (2..=3).contains(&letters.len()) && letters.iter().all(|&c| is_han(c));
        // 凡人小记 may head a column over a title.
        let titled = above.length > SHORT || above.has(E::Genre);
        let headed = is_title(above) && titled && !above.has(E::Heading) && !above.has(E::Colon);
        let text = !below.has(E::Title) || above.has(E::Genre);
        let known = || {
            WORDS.headings.ends(&letters)
                || WORDS.columns.get(&letters).is_some()
                || WORDS.asides.get(&letters).is_some()
                || WORDS.notices.ends(&letters)
        };
        if fits && headed && text && !below.is_signed_alone() && !known() {
            for sign in [E::Heading, E::Plated, E::Label, E::Column] {
                lines[i].forget(sign);
            }
            lines[i].set(E::Names, true);
            lines[i].set(E::Likely, true);
        }
    }
}

/// Takes a role by itself above a name for a part of who signs: 本报通讯员.
fn sign_roles(lines: &mut [Line<'_>]) {
    const LONGEST: usize = 10;
    for i in 1..lines.len().saturating_sub(1) {
        let (line, below) = (&lines[i], &lines[i + 1]);
        let role = line.length <= LONGEST && line.has(E::Title) && line.given.is_none();
        if role && below.has(E::Names) && byline::is_bare_role(&folded(line.text)) {
            lines[i].set(E::Byline, true);
            lines[i].forget(E::Unlisted);
            lines[i + 1].set(E::Likely, true);
        }
    }
}

/// Takes an office between a title and the name of who holds it for a part of who signs: 河口公社第二生产队队长.
fn sign_offices(lines: &mut [Line<'_>]) {
    const NAMED: Set = Set::of(&[E::Names, E::Likely]);
    for i in 1..lines.len().saturating_sub(1) {
        let (above, line, below) = (&lines[i - 1], &lines[i], &lines[i + 1]);
        let between = is_title(above) && !above.has(E::Heading) && is_title(line) && line.given.is_none();
        if between && below.evidence().any(NAMED) && byline::is_titled(&folded(line.text)) {
            lines[i].set(E::Sender, true);
            lines[i].given = Some(Given::Label(Label::Byline));
        }
    }
}
