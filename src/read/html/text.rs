//! The text of an element, in lines as a browser sets them.

use crate::chars::is_han;
use ego_tree::iter::Edge;
use scraper::ElementRef;
use scraper::node::Node;

/// Elements that hold no text to read.
const SILENT: [&str; 14] = [
    "script", "style", "noscript", "iframe", "select", "button", "input", "textarea", "template", "nav",
    "footer", "head", "svg", "object",
];
/// Elements within a line.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdo", "big", "cite", "code", "em", "font", "i", "img", "ins", "label", "mark", "q",
    "ruby", "s", "small", "span", "strong", "sub", "sup", "td", "th", "u", "wbr",
];

/// The lines of an element's text.
pub(super) fn text(element: ElementRef<'_>) -> Vec<String> {
    let mut lines = vec![String::new()];
    // Elements whose text is passed over, one in the other.
    let mut silent = 0;
    for edge in element.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Element(e) if SILENT.contains(&e.name()) => {
                if opens {
                    silent += 1
                } else {
                    silent -= 1
                }
            }
            Node::Element(e) if !INLINE.contains(&e.name()) => lines.push(String::new()),
            Node::Element(e) if matches!(e.name(), "td" | "th") && !opens => add(&mut lines, " "),
            Node::Text(text) if opens && silent == 0 => add(&mut lines, text),
            _ => {}
        }
    }
    lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Adds text to the last line. White space of the source is a space at most, and none between Chinese characters that
/// the source only wraps; spaces that do not break are spaces.
fn add(lines: &mut [String], text: &str) {
    let Some(line) = lines.last_mut() else { return };
    let mut wraps = false;
    let mut spaces = false;
    for c in text.chars() {
        match c {
            '\n' | '\r' => wraps = true,
            ' ' | '\t' | '\u{C}' => spaces = true,
            c => {
                let joins = wraps && is_wide(c) && line.chars().next_back().is_none_or(is_wide);
                if (wraps || spaces) && !joins && !line.ends_with(' ') {
                    line.push(' ');
                }
                (wraps, spaces) = (false, false);
                line.push(if c == '\u{A0}' { ' ' } else { c });
            }
        }
    }
    if spaces && !wraps && !line.ends_with(' ') {
        line.push(' ');
    }
}

fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{2010}'..='\u{203B}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
}
